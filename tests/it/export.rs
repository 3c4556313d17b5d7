//! The files of a map: the same bytes each time, valid, small, and of the requested size.

use std::collections::{BTreeMap, BTreeSet};

use atlante::base::Level;
use atlante::document::SvgText;
use atlante::export::{self, Format};
use atlante::scene::{Role, Scene};
use resvg::usvg::{self, roxmltree};

use crate::common::atlas;
use crate::page::{all_runs, build, build_of, page, spec, specs};

const DPI: u32 = 300;

fn bytes(scene: &Scene, format: Format, dpi: u32) -> Vec<u8> {
    export::figure(scene, format, SvgText::Text, dpi).unwrap_or_else(|e| panic!("{format:?}: {e}"))
}

#[test]
fn the_same_spec_gives_the_same_bytes() {
    let mut spec = spec("indice_vecchiaia", Level::Ambiti);
    spec.page = page(160.0, 110.0);
    // A separate bundle: nothing may depend on hash order or on addresses.
    let other = crate::common::edition();
    let (first, second) = (build(&spec).scene, build_of(&spec, &other).scene);
    for format in Format::ALL {
        assert!(bytes(&first, format, 96) == bytes(&second, format, 96), "{format:?}");
    }
    let outlines = |scene| export::svg(scene, SvgText::Outlines);
    assert_eq!(outlines(&first), outlines(&second));
}

pub fn fonts() -> usvg::Options<'static> {
    let mut fonts = usvg::fontdb::Database::new();
    for file in atlante::scene::text::font_files() {
        fonts.load_font_data(file.to_vec());
    }
    usvg::Options { fontdb: std::sync::Arc::new(fonts), ..usvg::Options::default() }
}

#[test]
fn an_svg_is_valid_and_says_what_it_shows() {
    for spec in specs() {
        let scene = build(&spec).scene;
        let svg = export::svg(&scene, SvgText::Text);
        let tree = usvg::Tree::from_str(&svg, &fonts()).expect("valid SVG");
        let ratio = tree.size().width() / tree.size().height();
        assert!((ratio - 297.0 / 210.0).abs() < 1e-3, "{ratio}");

        let document = roxmltree::Document::parse(&svg).expect("valid XML");
        let root = document.root_element();
        let child = |name: &str| {
            let found = root.children().find(|node| node.has_tag_name(name));
            found.and_then(|node| node.text()).unwrap_or_default().to_owned()
        };
        let indicator = atlas().indicator(&spec.indicator).expect("an indicator");
        assert_eq!(child("title"), scene.title);
        assert!(scene.title.starts_with(&indicator.name.it) && scene.title.ends_with("2023"));
        assert_eq!(child("desc"), scene.description);
        assert!(child("desc").len() > 80);
        assert_eq!(root.attribute("role"), Some("img"));
        let ids: Vec<&str> = root.descendants().filter_map(|node| node.attribute("id")).collect();
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "ids are unique");
        let labelled = root.attribute("aria-labelledby").expect("a label");
        assert!(labelled.split(' ').all(|id| distinct.contains(id)));

        // One title per territory, with its name and value.
        let role = Role::Areas.name();
        let areas = root.descendants().find(|node| node.attribute("class") == Some(role)).expect("areas");
        let titles: BTreeMap<&str, &str> = areas
            .children()
            .filter_map(|path| {
                let title = path.children().find(|node| node.has_tag_name("title"))?;
                Some((path.attribute("data-code")?, title.text()?))
            })
            .collect();
        let units = atlas().territories.units(spec.level);
        assert_eq!(titles.len(), units.len());
        for unit in units {
            let title = titles[unit.code.as_str()];
            assert!(title.starts_with(&format!("{}: ", unit.name)), "{title}");
        }
    }
}

#[test]
fn text_of_an_svg_is_text_or_outlines_as_asked() {
    let scene = build(&spec("indice_vecchiaia", Level::Ambiti)).scene;
    let text = export::svg(&scene, SvgText::Text);
    let outlines = export::svg(&scene, SvgText::Outlines);
    // A halo is a separate text below the letters, because Word and LibreOffice would paint it over them.
    let written = all_runs(&scene).iter().map(|(_, run)| 1 + usize::from(run.halo.is_some())).sum::<usize>();
    assert_eq!(text.matches("<text ").count(), written);
    assert!(!text.contains("paint-order") && !outlines.contains("paint-order"));
    assert!(text.contains(">Indice di vecchiaia</text>"));
    assert!(!outlines.contains("<text "));
    usvg::Tree::from_str(&outlines, &usvg::Options::default()).expect("valid SVG");
}

#[test]
fn svg_and_pdf_are_light() {
    for spec in specs() {
        let scene = build(&spec).scene;
        for format in [Format::Svg, Format::Pdf] {
            let size = bytes(&scene, format, DPI).len();
            assert!(size < 400_000, "{} {:?} {format:?}: {size} bytes", spec.indicator, spec.level);
        }
    }
}

#[test]
fn a_pdf_holds_its_text_its_fonts_and_its_title() {
    let pdf = bytes(&build(&spec("indice_vecchiaia", Level::Ambiti)).scene, Format::Pdf, DPI);
    assert!(pdf.starts_with(b"%PDF-"));
    let holds = |needle: &str| pdf.windows(needle.len()).any(|window| window == needle.as_bytes());
    assert!(holds("/Font"), "text as text");
    assert!(holds("Atlante Sociale"));
    assert!(!holds("/CreationDate"), "no clock");
}

struct Picture {
    width: u32,
    height: u32,
    per_metre: Option<(u32, u32)>,
    /// Whether the corners of the page are white.
    paper: bool,
}

fn read_png(bytes: &[u8]) -> Picture {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a valid PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut pixels).expect("a whole picture");
    let info = reader.info();
    let per_metre = info.pixel_dims.map(|d| {
        assert_eq!(d.unit, png::Unit::Meter);
        (d.xppu, d.yppu)
    });
    let paper = pixels[..3] == [255; 3] && pixels[frame.buffer_size() - 3..frame.buffer_size()] == [255; 3];
    Picture { width: frame.width, height: frame.height, per_metre, paper }
}

#[test]
fn a_png_of_a4_at_300_dpi_has_its_pixels_its_size_on_paper_and_is_light() {
    let bytes = bytes(&build(&spec("indice_vecchiaia", Level::Comuni)).scene, Format::Png, DPI);
    assert!(bytes.len() < 600_000, "{} bytes", bytes.len());
    let picture = read_png(&bytes);
    assert_eq!((picture.width, picture.height), (3508, 2480));
    assert_eq!(picture.per_metre, Some((11_811, 11_811)));
    assert!(picture.paper);
}

#[test]
fn a_png_has_the_resolution_asked_for() {
    let mut spec = spec("indice_vecchiaia", Level::Ambiti);
    spec.page = page(160.0, 110.0);
    let scene = build(&spec).scene;
    for (dpi, size, per_metre) in [(36, (227, 156), 1417), (72, (454, 312), 2835), (96, (605, 416), 3780)] {
        let picture = read_png(&bytes(&scene, Format::Png, dpi));
        assert_eq!((picture.width, picture.height), size, "{dpi}");
        assert_eq!(picture.per_metre, Some((per_metre, per_metre)), "{dpi}");
    }
}

#[test]
fn too_many_pixels_are_refused_before_memory_is_taken() {
    let mut spec = spec("indice_vecchiaia", Level::Ambiti);
    spec.page = page(1200.0, 1200.0);
    let scene = build(&spec).scene;
    let error = export::figure(&scene, Format::Png, SvgText::Text, 1200).expect_err("3.2 billion pixels");
    assert!(matches!(error, export::ExportError::TooManyPixels { .. }), "{error}");
}
