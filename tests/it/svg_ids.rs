//! Ids in SVG files: unique within each file, and shared by two files only for identical content, so that several can
//! be part of one page.

use std::collections::{BTreeMap, BTreeSet};

use atlante::base::Level;
use atlante::document::{FigureSpec, Ink, PageSpec, SvgText};
use atlante::export;
use atlante::figure::compose;
use atlante::scene::Scene;
use resvg::usvg::roxmltree::{Document, Node};

use crate::common::BUNDLE;
use crate::page::{build, page, spec, specs_of_other_kinds};
use crate::pages::three;

fn scene(spec: &FigureSpec) -> Scene {
    compose::build(spec, BUNDLE.sources()).expect("a figure").value.scene
}

/// Pages with several elements, in colour and in black, and maps of several sizes, with hatches and tones.
fn drawings() -> Vec<String> {
    let black = PageSpec { ink: Ink::Black, ..PageSpec::default() };
    let mut scenes =
        vec![scene(&three(PageSpec::default())), scene(&three(black)), scene(&three(page(210.0, 297.0)))];
    let mut small = spec("indice_vecchiaia", Level::Asst);
    small.page = page(120.0, 120.0);
    scenes.push(build(&small).scene);
    scenes.extend(specs_of_other_kinds().iter().map(|spec| build(spec).scene));
    scenes.iter().map(|scene| export::svg(scene, SvgText::Text)).collect()
}

fn ids<'a>(document: &'a Document<'a>) -> Vec<(&'a str, Node<'a, 'a>)> {
    document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect()
}

#[test]
fn ids_of_a_page_of_several_elements_are_unique_and_all_that_is_referred_to_is_there() {
    for svg in drawings() {
        let document = Document::parse(&svg).expect("valid XML");
        let ids: Vec<&str> = ids(&document).into_iter().map(|(id, _)| id).collect();
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "{ids:?}");
        let labels = document.root_element().attribute("aria-labelledby").expect("a label");
        let mut used: BTreeSet<&str> = labels.split(' ').collect();
        for node in document.descendants() {
            for attribute in node.attributes() {
                used.extend(attribute.value().strip_prefix("url(#").and_then(|id| id.strip_suffix(')')));
            }
        }
        // Everything defined is used, and everything used is defined.
        assert_eq!(used, distinct);
    }
}

#[test]
fn what_a_group_is_is_its_class() {
    let svg = export::svg(&scene(&three(PageSpec::default())), SvgText::Text);
    let document = Document::parse(&svg).expect("valid XML");
    let count = |class| document.descendants().filter(|node| node.attribute("class") == Some(class)).count();
    assert_eq!(count("areas"), 1, "one of them is a map");
    assert!(count("axes") > 1, "two of them have axes");
    assert!(count("heading") > 1);
}

#[test]
fn drawings_side_by_side_share_no_id_for_different_things() {
    let drawings = drawings();
    let together = format!("<div>{}</div>", drawings.concat());
    let document = Document::parse(&together).expect("valid XML");
    let mut content: BTreeMap<&str, &str> = BTreeMap::new();
    let mut shared = 0;
    for (id, node) in ids(&document) {
        let text = &together[node.range()];
        let first = *content.entry(id).or_insert(text);
        assert_eq!(first, text, "{id}");
        shared += usize::from(first.as_ptr() != text.as_ptr());
    }
    assert!(shared > 0, "the same hatch has the same id in all of them");
    assert!(content.len() > 16, "{}", content.len());
}
