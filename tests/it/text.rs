//! A line of text is as wide as measured in every output format.

use std::path::Path;

use atlante::base::{Pt, Rgb};
use atlante::document::SvgText;
use atlante::export::{self, Format};
use atlante::scene::{Anchor, FigureText, Node, Scene, TextRun, Weight, text};
use resvg::usvg;

use crate::export::fonts;

const SIZE: f64 = 20.0;
const AT: [f64; 2] = [400.0, 40.0];
const WEIGHTS: [Weight; 3] = [Weight::Regular, Weight::SemiBold, Weight::Italic];

/// Weight, text, width in sizes with kerning and ligatures, and without: from HarfBuzz (`text_widths.py`).
fn references() -> Vec<(Weight, String, f64, f64)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/text_widths.csv");
    let mut reader = csv::Reader::from_path(path).expect("the reference");
    let row = |row: csv::StringRecord| {
        let weight = ["Regular", "SemiBold", "Italic"].iter().position(|name| *name == &row[0]);
        let number = |i: usize| row[i].parse::<f64>().expect("a number") / 1000.0;
        (WEIGHTS[weight.expect("a weight")], row[1].to_owned(), number(2), number(3))
    };
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

fn page(content: &str, weight: Weight, anchor: Anchor) -> Scene {
    let [x, y] = AT;
    let colour = Rgb::hex(0x00_0000);
    let run = TextRun { x, y, size: SIZE, anchor, weight, colour, halo: None, content: content.to_owned() };
    Scene {
        width: Pt(800.0),
        height: Pt(60.0),
        // A PDF is refused without one.
        title: "Una riga".to_owned(),
        description: "Una riga di testo.".to_owned(),
        figures: vec![FigureText { text: "Una riga di testo.".to_owned(), area: [0.0, 0.0, 800.0, 60.0] }],
        lang: "it",
        background: Rgb::WHITE,
        carried: None,
        nodes: vec![Node::Text(run)],
    }
}

fn tree(scene: &Scene, mode: SvgText) -> usvg::Tree {
    usvg::Tree::from_str(&export::svg(scene, mode), &fonts()).expect("valid SVG")
}

/// The horizontal extents of the texts and outlines in a drawing, in points.
fn extents(group: &usvg::Group, scale: f32, found: &mut Vec<[f64; 2]>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => extents(group, scale, found),
            usvg::Node::Text(_) | usvg::Node::Path(_) => {
                let area = node.abs_bounding_box();
                found.push([area.left(), area.right()].map(|x| f64::from(x / scale)));
            }
            usvg::Node::Image(_) => {}
        }
    }
}

/// The last one: the first is the background of the page.
fn last_extent(tree: &usvg::Tree, scene: &Scene) -> [f64; 2] {
    let mut found = Vec::new();
    extents(tree.root(), tree.size().width() / scene.width.0 as f32, &mut found);
    found.pop().expect("something is drawn")
}

/// The horizontal extent of the text as drawn by the renderer of PNG and PDF.
fn drawn_ink(tree: &usvg::Tree) -> [f64; 2] {
    fn text_of(group: &usvg::Group) -> Option<&usvg::Text> {
        group.children().iter().find_map(|node| match node {
            usvg::Node::Text(text) => Some(&**text),
            usvg::Node::Group(group) => text_of(group),
            _ => None,
        })
    }
    // In page units: the flattened text ignores the scale of the page.
    let area = text_of(tree.root()).expect("a text").flattened().abs_bounding_box();
    [area.left(), area.right()].map(f64::from)
}

/// The first and last column of the PNG with ink, in points.
fn png_ink(scene: &Scene) -> [f64; 2] {
    let picture = export::picture(scene, 8000).expect("a picture");
    let [width, _] = picture.size;
    let columns = picture.rgba.chunks_exact(4).enumerate().filter(|(_, pixel)| pixel[0] < 128);
    let columns = columns.map(|(i, _)| i % width);
    let (low, high) = columns.fold((usize::MAX, 0), |(low, high), x| (low.min(x), high.max(x)));
    [low as f64, high as f64 + 1.0].map(|x| x / width as f64 * scene.width.0)
}

/// The start of each glyph in a PDF, in points: each has its own matrix.
fn pdf_origins(scene: &Scene) -> Vec<f64> {
    let bytes = export::figure(scene, Format::Pdf, SvgText::Text, 72).expect("a PDF");
    let document = lopdf::Document::load_mem(&bytes).expect("a valid PDF");
    let page = *document.get_pages().get(&1).expect("a page");
    let content = lopdf::content::Content::decode(&document.get_page_content(page)).expect("its content");
    let mut stack = Vec::new();
    let mut at = [1.0, 0.0];
    let mut origins = Vec::new();
    for operation in content.operations {
        let number = |i: usize| f64::from(operation.operands[i].as_float().expect("a number"));
        match operation.operator.as_str() {
            "q" => stack.push(at),
            "Q" => at = stack.pop().expect("balanced"),
            // Only scaling and translation.
            "cm" => at = [number(0) * at[0], number(4) * at[0] + at[1]],
            "Tm" => origins.push(number(4) * at[0] + at[1]),
            _ => {}
        }
    }
    origins
}

#[test]
fn text_is_measured_as_harfbuzz_shapes_it() {
    let mut kerned = 0;
    for (weight, content, width, unkerned) in references() {
        let ours = text::width(&content, 1.0, weight);
        assert!((ours - width).abs() < 1e-6, "{content}: {ours} for {width}");
        kerned += usize::from((width - unkerned).abs() > 0.1);
    }
    assert!(kerned >= 6, "the texts tell kerned from unkerned");
}

#[test]
fn every_way_out_draws_a_line_as_wide_as_it_was_measured() {
    const NEAR: f64 = 0.01 * SIZE;
    for (weight, content, width, _) in references() {
        for (anchor, share) in [(Anchor::Start, 0.0), (Anchor::Middle, 0.5), (Anchor::End, 1.0)] {
            let scene = page(&content, weight, anchor);
            let left = AT[0] - share * width * SIZE;
            let near = |name: &str, found: [f64; 2], right: [f64; 2]| {
                let off = (found[0] - right[0]).abs().max((found[1] - right[1]).abs());
                assert!(off < NEAR, "{content} {anchor:?} {name}: {found:?} for {right:?}");
            };
            let tree_of_text = tree(&scene, SvgText::Text);
            near("SVG", last_extent(&tree_of_text, &scene), [left, left + width * SIZE]);
            let ink = drawn_ink(&tree_of_text);
            near("outlines", last_extent(&tree(&scene, SvgText::Outlines), &scene), ink);
            near("PNG", png_ink(&scene), ink);
            let (glyphs, _) = text::shape(&content, weight);
            let origins = pdf_origins(&scene);
            assert_eq!(origins.len(), glyphs.len(), "{content}");
            for (origin, glyph) in origins.iter().zip(glyphs) {
                let right = left + glyph.at[0] * SIZE;
                assert!((origin - right).abs() < NEAR, "{content} PDF: {origin} for {right}");
            }
        }
    }
}

/// Leading, trailing and repeated spaces are measured, so they are kept; characters not allowed in files are neither
/// drawn nor measured.
#[test]
fn loose_spaces_and_unprintable_characters_count_as_they_are_drawn() {
    for content in ["Paullo  e  Melegnano", " Paullo ", "a\tb", "Pa\u{7}ul\u{fffe}lo"] {
        let scene = page(content, Weight::Regular, Anchor::Start);
        let width = text::width(content, SIZE, Weight::Regular);
        let [left, right] = last_extent(&tree(&scene, SvgText::Text), &scene);
        assert!((right - left - width).abs() < 0.01 * SIZE, "{content:?}: {} for {width}", right - left);
    }
    let width = |content| text::width(content, 1.0, Weight::Regular);
    assert_eq!(width("Pa\u{7}ul\u{fffe}lo"), width("Paullo"));
}
