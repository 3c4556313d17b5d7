//! Reports as one HTML file: well-formed, closed to any network, with the values of every figure.

use std::collections::BTreeSet;

use atlante::base::Level;
use atlante::document::{Element, FigureSpec};
use atlante::export::svg_in_page;
use atlante::figure::page::compose;
use atlante::i18n::Lang;
use atlante::report::block::{Block, Report};
use atlante::report::html;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use sha2::{Digest, Sha256};

use crate::common::BUNDLE;
use crate::report_sample::{HOSTILE, ROWS, figure, keep, report};

const SVG: &str = "http://www.w3.org/2000/svg";

fn parsed(html: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(html, options).expect("well-formed")
}

fn all<'a>(document: &'a Document<'_>, name: &str) -> Vec<Node<'a, 'a>> {
    let is = |node: &Node<'_, '_>| node.is_element() && node.tag_name().name() == name;
    document.root().descendants().filter(is).collect()
}

fn text(node: Node<'_, '_>) -> String {
    let text: String = node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    // A kind and its number are held together.
    text.replace("\u{a0}", " ")
}

#[test]
fn a_report_is_well_formed_and_the_same_each_time() {
    for lang in Lang::ALL {
        let html = html::write(&report(lang)).expect("a page");
        assert_eq!(html, html::write(&report(lang)).expect("a page"));
        keep(&format!("report-{}.html", lang.id()), html.as_bytes());
        assert!(html.starts_with("<!DOCTYPE html>"));
        let document = parsed(&html);
        assert_eq!(document.root_element().attribute("lang"), Some(lang.id()));
        assert_eq!((all(&document, "main").len(), all(&document, "h1").len()), (1, 1));
        assert!(html.len() < 2 << 20, "{} bytes", html.len());
    }
}

#[test]
fn every_id_stands_once_and_every_link_leads_to_one() {
    let html = html::write(&report(Lang::It)).expect("a page");
    let document = parsed(&html);
    let mut ids = BTreeSet::new();
    // Ids in drawings come from what they name, so that one that stands twice means the same.
    for node in document.root().descendants().filter(|node| node.tag_name().namespace() != Some(SVG)) {
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id), "{id} stands twice");
            assert!(!id.contains(char::is_whitespace), "{id}");
        }
    }
    for link in all(&document, "a") {
        let to = link.attribute("href").and_then(|to| to.strip_prefix('#')).expect("a link within the page");
        assert!(ids.contains(to), "{to}");
    }
    for attribute in ["aria-labelledby", "aria-describedby"] {
        let naming = document.root().descendants().filter_map(|node| node.attribute(attribute));
        naming.for_each(|id| assert!(ids.contains(id), "{id}"));
    }
}

#[test]
fn nothing_is_loaded_and_only_our_own_script_and_style_are_allowed() {
    let html = html::write(&report(Lang::It)).expect("a page");
    let document = parsed(&html);
    let policy = all(&document, "meta").into_iter().find_map(|meta| {
        meta.attribute("http-equiv").filter(|name| *name == "Content-Security-Policy")?;
        meta.attribute("content")
    });
    let policy = policy.expect("a policy");
    assert!(
        policy.starts_with("default-src 'none';") && !policy.contains("unsafe") && !policy.contains("http")
    );
    for name in ["style", "script"] {
        let parts = all(&document, name);
        assert_eq!(parts.len(), 1);
        let digest = STANDARD.encode(Sha256::digest(text(parts[0])));
        assert!(policy.contains(&format!("{name}-src 'sha256-{digest}'")), "{name}");
    }
    for node in document.root().descendants().filter(Node::is_element) {
        assert_eq!(node.attribute("style"), None);
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on"), "{name}");
            let loads = ["src", "href", "data", "action", "poster"].contains(&name);
            assert!(
                !loads || value.starts_with('#') || value.starts_with("data:image/png;"),
                "{name}={value}"
            );
        }
    }
    assert!(!html.contains("url(http") && !html.contains("@import"));
}

#[test]
fn hostile_text_is_text() {
    let html = html::write(&report(Lang::It)).expect("a page");
    let document = parsed(&html);
    let written = text(document.root_element());
    // The line of the cover, the bullet, the heading, the caption of a table, the caption of a figure.
    assert!(written.matches(HOSTILE).count() >= 5, "{}", written.matches(HOSTILE).count());
    assert_eq!(all(&document, "script").len(), 1);
}

#[test]
fn tables_name_their_rows_and_columns_and_lose_none() {
    let html = html::write(&report(Lang::It)).expect("a page");
    let document = parsed(&html);
    let table = all(&document, "table")
        .into_iter()
        .find(|table| text(*table).contains("Tabella 1. la tabella lunga"));
    let table = table.expect("the long table");
    let of = |name: &str, scope: Option<&str>| {
        let is = |node: &Node<'_, '_>| node.has_tag_name(name) && node.attribute("scope") == scope;
        table.descendants().filter(is).count()
    };
    assert_eq!((of("th", Some("row")), of("th", Some("col")), of("th", Some("colgroup"))), (ROWS, 4, 1));
    assert_eq!(of("td", None), 3 * ROWS + 2);
    assert_eq!(of("tr", None), ROWS + 2);
}

#[test]
fn every_figure_says_what_it_shows_and_has_its_values() {
    let of = report(Lang::It);
    let html = html::write(&of).expect("a page");
    let document = parsed(&html);
    let labels: Vec<&str> =
        all(&document, "svg").iter().filter_map(|svg| svg.attribute("aria-label")).collect();
    let figures: Vec<_> = of
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
        .collect();
    for figure in &figures {
        assert!(labels.contains(&figure.alt_text.as_str()), "{}", figure.alt_text);
    }
    assert_eq!(
        (all(&document, "figure").len(), all(&document, "details").len()),
        (figures.len(), figures.len())
    );
    let marks = document.root().descendants().filter(|node| node.attribute("data-code") == Some("015093"));
    for mark in marks {
        assert_eq!(text(mark), "Corsico: 12,3 \"%\" <&>");
    }
    let levels: Vec<usize> = ["h2", "h3", "h4"].iter().map(|name| all(&document, name).len()).collect();
    assert_eq!(levels, [5, 1, 0]);
}

#[test]
fn a_single_figure_is_a_page_of_its_own() {
    let mut single = figure("f", "una figura");
    single.caption = String::new();
    let drawn = svg_in_page(&single.scene, &single.alt_text);
    let html = html::write(&Report {
        lang: Lang::En,
        title: "A map".to_owned(),
        blocks: vec![Block::Figure(single)],
    });
    let html = html.expect("a page");
    let document = parsed(&html);
    assert_eq!(text(all(&document, "h1")[0]), "A map");
    assert!(all(&document, "figcaption").is_empty() && html.contains(&drawn));
}

/// A map drawn by the program, with its reading and its numbers.
#[test]
fn a_map_has_its_values_and_its_table() {
    let spec = FigureSpec::of(Element::Map(crate::page::spec("indice_vecchiaia", Level::Ambiti)));
    let figure = compose::build(&spec, BUNDLE.sources()).expect("a map").value;
    let html = html::figure(&spec, &figure, BUNDLE.sources());
    keep("map.html", html.as_bytes());
    let document = parsed(&html);
    let marks = document.root().descendants().filter(|node| node.attribute("data-code").is_some());
    assert!(marks.count() >= 17);
    let rows = all(&document, "tbody")
        .iter()
        .map(|body| body.children().filter(Node::is_element).count())
        .sum::<usize>();
    assert!(rows >= 17, "{rows} rows");
    assert!(html.len() < 2 << 20, "{} bytes", html.len());
    let written = text(document.root_element());
    let read = atlante::figure::reading::figure(&figure.parts, BUNDLE.sources());
    assert!(written.contains(&read), "{read}");
}
