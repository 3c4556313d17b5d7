//! Pages with one element or several: headings, footers, ink, logo, findings, and failures while writing them.

use std::fs;

use atlante::base::{Code, Date, Level, Mm};
use atlante::data::WhatIf;
use atlante::document::{
    Cell, Element, FigureSpec, Ink, LabelMode, LegendPlace, MapSpec, PageSpec, RankingSpec, Row, ScatterSpec,
    SeriesSpec, Shows, SvgText, TableColumn, TableSpec,
};
use atlante::export::{self, Format, LogoError};
use atlante::figure::FigureError;
use atlante::figure::check;
use atlante::figure::page::compose::{self, Figure};
use atlante::i18n::Lang;
use atlante::io::reopen;
use atlante::scene::{Fill, Node, Role, Scene, text};
use serde_json::{Value, json};

use crate::cli::{Cli, array};
use crate::common::{BUNDLE, Folder, january};
use crate::page::{TextBox, all_runs, group, runs};

const ID: &str = "indice_vecchiaia";

fn date() -> Date {
    january(2023)
}

fn map() -> Element {
    Element::Map(MapSpec::new(ID, date()))
}

fn ranking() -> Element {
    let spec = RankingSpec::new(ID, date(), Level::Ambiti);
    Element::Ranking(RankingSpec { range: true, selected: vec![Code::from("50089")], ..spec })
}

fn series() -> Element {
    Element::Series(SeriesSpec::new(ID, ["50089", "50095"].map(Code::from).to_vec()))
}

fn scatter() -> Element {
    Element::Scatter(ScatterSpec::new("densita", ID, date()))
}

fn table() -> Element {
    let columns = ["densita", ID, "residenti"].map(|id| TableColumn::value(id, date()));
    Element::Table(TableSpec::new(columns.to_vec(), Level::Ambiti))
}

fn row(height: f64, elements: Vec<Element>) -> Row {
    let cells = elements.into_iter().map(|element| Cell { width: 1.0, element }).collect();
    Row { height, cells }
}

fn sized(name: &str) -> PageSpec {
    let (_, width, height) = PageSpec::SIZES.into_iter().find(|(known, ..)| *known == name).expect("a size");
    PageSpec { width, height, ..PageSpec::default() }
}

/// Map and ranking above, series below.
pub fn three(page: PageSpec) -> FigureSpec {
    let rows = vec![row(1.0, vec![map(), ranking()]), row(0.7, vec![series()])];
    FigureSpec { page, lang: Lang::It, rows, what_if: WhatIf::default() }
}

fn build(spec: &FigureSpec) -> Figure {
    compose::build(spec, BUNDLE.sources()).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value
}

fn headings(scene: &Scene) -> Vec<String> {
    let is_heading = |node: &&Node| matches!(node, Node::Group(group) if group.role == Role::Heading);
    let of = |node: &Node| match node {
        Node::Group(group) => runs(group).into_iter().map(|run| run.content.clone()).collect(),
        _ => Vec::new(),
    };
    scene.nodes.iter().filter(is_heading).flat_map(of).collect()
}

fn footer(scene: &Scene) -> Vec<String> {
    // The page has a footer; those of the elements are empty.
    let all = all_runs(scene).into_iter().filter(|(role, _)| *role == Role::Footer);
    all.map(|(_, run)| run.content.clone()).collect()
}

#[test]
fn every_page_keeps_its_text_on_it_and_readable() {
    let pages = ["a4", "a4-portrait", "slide"].map(sized);
    let pairs = [[map(), ranking()], [map(), series()], [scatter(), table()], [scatter(), series()]];
    let mut specs: Vec<FigureSpec> = pages.iter().cloned().map(three).collect();
    for page in &pages {
        specs.extend(pairs.clone().map(|pair| FigureSpec {
            page: page.clone(),
            lang: Lang::En,
            rows: pair.into_iter().map(|element| row(1.0, vec![element])).collect(),
            what_if: WhatIf::default(),
        }));
    }
    for spec in specs {
        let figure = build(&spec);
        let (width, height) = (figure.scene.width.0, figure.scene.height.0);
        for (_, run) in all_runs(&figure.scene) {
            assert!(TextBox::of(run).is_within(width, height), "{}: {run:?}", figure.title);
            assert!(run.size >= 5.5, "{}: {run:?}", figure.title);
        }
        let below = footer(&figure.scene);
        let unique: std::collections::BTreeSet<&String> = below.iter().collect();
        assert_eq!(unique.len(), below.len(), "{below:?}");
    }
}

#[test]
fn one_title_stands_for_what_all_elements_show() {
    let output = headings(&build(&three(sized("a4-portrait"))).scene);
    // The unit that all share is said once too, and below the title.
    let unit = "anziani (65+) ogni 100 giovani (0-14)";
    assert_eq!(output[..2], ["Indice di vecchiaia", unit]);
    assert!(output[2].starts_with("Comuni") && output[2].ends_with("1° gennaio 2023"), "{output:?}");
    let all: Vec<String> = all_runs(&build(&three(sized("a4-portrait"))).scene)
        .into_iter()
        .map(|(_, run)| run.content.clone())
        .collect();
    assert_eq!(all.iter().filter(|text| text.contains("ogni 100 giovani")).count(), 1, "{all:?}");
    assert_eq!(output.iter().filter(|line| line.contains("vecchiaia")).count(), 1, "{output:?}");

    let other = Element::Map(MapSpec::new("densita", date()));
    let two = FigureSpec { rows: vec![row(1.0, vec![map(), other])], ..three(sized("a4")) };
    let output = headings(&build(&two).scene);
    assert_eq!(output[0], "Indice di vecchiaia · Densità di popolazione");
    assert_eq!(output.iter().filter(|line| *line == "Indice di vecchiaia").count(), 1, "{output:?}");

    let mut typed = three(PageSpec { title: Some("Anziani".into()), ..sized("a4") });
    typed.page.shows.heading = false;
    let output = headings(&build(&typed).scene);
    assert!(
        !output.contains(&"Anziani".to_owned()) && output.contains(&"Indice di vecchiaia".to_owned()),
        "{output:?}"
    );
}

#[test]
fn a_source_is_reported_once_with_all_its_dates() {
    let below = footer(&build(&three(sized("a4-portrait"))).scene);
    let sources: Vec<&String> = below.iter().filter(|line| line.starts_with("Fonte:")).collect();
    assert_eq!(sources.len(), 1, "{below:?}");
    assert!(sources[0].contains("Valori dal 1/1/2022 al 1/1/2023."), "{}", sources[0]);
    let both = FigureSpec {
        rows: vec![row(1.0, vec![scatter()]), row(1.0, vec![table()])],
        ..three(sized("a4-portrait"))
    };
    let below = footer(&build(&both).scene);
    assert_eq!(below.iter().filter(|line| line.contains("POSAS")).count(), 1, "{below:?}");
}

#[test]
fn a_numbered_figure_has_the_captions_of_the_document() {
    let page = PageSpec { number: Some(3), ..sized("word-column") };
    let figure = build(&FigureSpec { page, ..FigureSpec::of(map()) });
    let source = "Fonte: elaborazione su dati ISTAT, popolazione residente per età e sesso (POSAS).";
    let caption =
        "Figura 3 – Indice di vecchiaia. Comuni dell'ATS Città Metropolitana di Milano, 1° gennaio 2023";
    assert_eq!(figure.caption, format!("{caption}. {source}"));
    assert_eq!(footer(&figure.scene)[0], caption);
}

#[test]
fn black_has_tones_for_classes_in_map_and_legend_alike() {
    let figure = build(&three(PageSpec { ink: Ink::Black, ..sized("a4-portrait") }));
    let tones = |role| {
        let group = group(&figure.scene, role).expect("a group");
        let fills = crate::page::paths(group).into_iter().filter_map(|path| match path.fill {
            Some(Fill::Tone(tenths)) => Some(tenths),
            _ => None,
        });
        fills.collect::<std::collections::BTreeSet<u8>>()
    };
    assert_eq!(tones(Role::Areas).len(), 5);
    assert_eq!(tones(Role::Areas), tones(Role::Legend));
    let svg = export::svg(&figure.scene, SvgText::Text);
    let colours = svg.match_indices("=\"#").map(|(at, _)| &svg[at + 3..at + 9]);
    for colour in colours.filter(|colour| colour.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        let [red, green, blue] = [0, 2, 4].map(|at| &colour[at..at + 2]);
        // The marks of missing values have a bluish ink of their own, and are distinguished by pattern.
        assert!(
            (red == green && green == blue) || !svg.contains(&format!("fill=\"#{colour}\"")),
            "#{colour}"
        );
    }
}

#[test]
fn decimals_are_those_of_the_page() {
    let figure = build(&FigureSpec {
        page: PageSpec { decimals: Some(3), ..sized("a4") },
        ..FigureSpec::of(ranking())
    });
    let output = all_runs(&figure.scene).into_iter().map(|(_, run)| run.content.clone()).collect::<Vec<_>>();
    assert!(output.contains(&"180,957".to_owned()), "{output:?}");
}

#[test]
fn a_long_word_is_cut_and_stays_on_the_page() {
    let word = "Supercalifragilistichespiralidosoquaranta";
    let page =
        PageSpec { width: Mm(70.0), height: Mm(90.0), title: Some(word.into()), ..PageSpec::default() };
    let figure = build(&FigureSpec { page, ..FigureSpec::of(series()) });
    let output = headings(&figure.scene);
    assert!(output.len() > 1 && output.concat().starts_with(word), "{output:?}");
    for (_, run) in all_runs(&figure.scene) {
        assert!(text::width(&run.content, run.size, run.weight) < figure.scene.width.0, "{run:?}");
    }
}

#[test]
fn a_page_too_small_or_empty_is_refused() {
    let refused = |spec: &FigureSpec| compose::build(spec, BUNDLE.sources()).expect_err("refused");
    let small = PageSpec { width: Mm(70.0), height: Mm(70.0), ..PageSpec::default() };
    assert_eq!(refused(&three(small)), FigureError::NoRoom);
    assert_eq!(refused(&FigureSpec { rows: Vec::new(), ..three(sized("a4")) }), FigureError::NoElements(9));
    let many = FigureSpec { rows: vec![row(1.0, vec![map(); 10])], ..three(sized("a4")) };
    assert_eq!(refused(&many), FigureError::NoElements(9));
    let logo = PageSpec { logo: Some("not a picture".into()), ..sized("a4") };
    assert_eq!(refused(&three(logo)), FigureError::Logo);
}

/// A picture with this many pixels, each of a different colour, so that it compresses badly.
fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_deflate_compression(png::DeflateCompression::NoCompression);
    let colour = |i: u32| i.wrapping_mul(2_654_435_761).to_be_bytes();
    let data: Vec<u8> = (0..width * height).flat_map(|i| colour(i).into_iter().take(3)).collect();
    encoder.write_header().expect("a head").write_image_data(&data).expect("pixels");
    bytes
}

const DRAWN: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
    <image href="/etc/hostname" width="5" height="5"/><circle cx="10" cy="5" r="5" fill="#c00"/></svg>"##;

#[test]
fn a_logo_is_made_small_and_drawn_in_every_format() {
    let large = picture(1500, 1200);
    assert!(large.len() > 5 << 20);
    let logo = export::logo(&large).expect("a logo");
    assert!(logo.len() < 2 << 20, "{}", logo.len());
    assert_eq!(export::logo(&large), Ok(logo.clone()));
    let plain = FigureSpec { page: sized("word-column"), ..FigureSpec::of(series()) };
    for logo in [logo, export::logo(DRAWN.as_bytes()).expect("a drawing")] {
        let mut spec = plain.clone();
        spec.page.logo = Some(logo.clone());
        let scene = build(&spec).scene;
        let svg = export::svg(&scene, SvgText::Text);
        assert!(svg.contains(&format!("base64,{logo}")));
        let file = |scene: &Scene, format| export::figure(scene, format, SvgText::Text, 72).expect("a file");
        let bare = Scene { carried: None, ..build(&plain).scene };
        let with = Scene { carried: None, ..scene.clone() };
        assert!(file(&with, Format::Pdf).len() > file(&bare, Format::Pdf).len());
        assert_ne!(file(&with, Format::Png), file(&bare, Format::Png));
        // A picture of flat colours may compress better with the logo than without, so pixels are counted. It is
        // about 30 wide.
        let pixels = |scene: &Scene| export::picture(scene, 450).expect("a picture").rgba;
        let (with, bare) = (pixels(&with), pixels(&bare));
        let drawn = with.as_chunks::<4>().0.iter().zip(bare.as_chunks::<4>().0).filter(|(a, b)| a != b);
        assert!(drawn.count() > 300);
        spec.page.ink = Ink::Black;
        assert!(!export::svg(&build(&spec).scene, SvgText::Text).contains(&format!("base64,{logo}\"")));
    }
}

#[test]
fn what_is_no_logo_is_refused() {
    assert_eq!(export::logo(b"GIF89a"), Err(LogoError::NotAPicture));
    assert_eq!(export::logo(b""), Err(LogoError::NotAPicture));
    assert_eq!(export::logo(&vec![0x89; (20 << 20) + 1]), Err(LogoError::TooLarge));
    assert_eq!(export::logo(&picture(30, 20)[..60]), Err(LogoError::NotAPicture));
    let mut wide = picture(8, 8);
    // The size a file claims, before anything is decompressed.
    wide[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    assert_eq!(export::logo(&wide), Err(LogoError::TooLarge));
}

#[test]
fn a_page_is_checked_with_its_elements_beside_each_other() {
    let mut second = MapSpec::new(ID, date());
    second.classes.count = Some(4);
    let spec = FigureSpec { rows: vec![row(1.0, vec![map(), Element::Map(second)])], ..three(sized("a4")) };
    let found = check::page(&spec, &[], BUNDLE.sources()).expect("can be checked");
    assert!(found.iter().any(|(_, finding)| finding.remark.code() == "classes_differ"), "{found:?}");
    let codes: Vec<&str> = found.iter().map(|(_, finding)| finding.remark.code()).collect();
    let unique: std::collections::BTreeSet<&&str> = codes.iter().collect();
    assert_eq!(unique.len(), codes.len(), "{codes:?}");
}

/// A spec with three elements as a file.
fn saved(folder: &Folder) -> String {
    let path = folder.file("tre.json");
    let json = build(&three(sized("a4-portrait"))).scene.carried.expect("a spec");
    fs::write(&path, json).expect("the folder can be written");
    path
}

#[test]
fn an_atlas_is_a_file_for_each_territory() {
    let folder = Folder::new();
    let spec = saved(&folder);
    let out = folder.file("atlante");
    let output = Cli::new(&[
        "figure", "atlas", "--spec", &spec, "--each", "asst", "--format", "svg", "--json", "-o", &out,
    ])
    .json();
    let figures = array(&output["figures"]);
    assert_eq!(figures.len(), 5);
    for figure in figures {
        let path = figure["output"].as_str().expect("a path");
        let name = path.rsplit('/').next().expect("a name");
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-.".contains(&b)), "{name}");
        let svg = fs::read_to_string(path).expect("a file");
        assert!(svg.contains(&format!("Indice di vecchiaia – {}", figure["name"].as_str().expect("a name"))));
        assert!(
            figure["reading"].as_str().is_some_and(|text| text.ends_with('.'))
                && figure["findings"].is_array()
        );
    }
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 5, "nothing else is left");
}

#[test]
fn json_has_reading_and_findings() {
    let folder = Folder::new();
    let spec = saved(&folder);
    let output: Value = Cli::new(&["figure", "--spec", &spec, "--json", "-o", &folder.file("a.svg")]).json();
    assert_eq!(array(&output["elements"]).len(), 3);
    let reading = output["reading"].as_str().expect("a reading");
    // Map and ranking describe Comuni and Ambiti, and both mention the value of the ATS.
    assert!(reading.contains("dei Comuni") && reading.contains("Ambito di Corsico"), "{reading}");
    assert!(output["findings"].is_array());
}

#[test]
fn a_finding_tells_its_remedy_and_its_place() {
    let folder = Folder::new();
    let output = Cli::new(&[
        "figure",
        "map",
        "--indicator",
        "residenti",
        "--areas",
        "--hide",
        "footer,north",
        "--json",
    ])
    .with(&["-o", &folder.file("a.svg")])
    .json();
    let findings = array(&output["findings"]);
    let of = |code: &str| findings.iter().find(|finding| finding["code"] == code).expect(code).clone();
    assert_eq!(of("count_as_choropleth")["remedy"], "Disegna cerchi proporzionali.");
    assert_eq!(of("source_hidden")["remedy"], "Mostra di nuovo fonte e note.");
    assert_eq!((&of("source_hidden")["row"], &of("source_hidden")["cell"]), (&json!(0), &json!(0)));
}

#[test]
fn every_choice_of_the_page_is_on_the_command_line() {
    let folder = Folder::new();
    let saved = folder.file("a.json");
    Cli::new(&["figure", "map", "--indicator", "densita", "--source", "Fonte mia", "--credit", "Ufficio"])
        .with(&["--alt-text", "Una mappa", "--type-scale", "1.2", "--legend", "below"])
        .with(&["--hide", "labels,backdrop", "--hide", "scale"])
        .with(&["--save-spec", &saved, "-o", &folder.file("a.svg")])
        .ok();
    let page = reopen(&fs::read(&saved).expect("saved")).expect("ours").figure.page;
    let shows = Shows { backdrop: false, scale_bar: false, ..Shows::default() };
    let expected = PageSpec {
        source: Some("Fonte mia".into()),
        credit: Some("Ufficio".into()),
        description: Some("Una mappa".into()),
        type_scale: 1.2,
        legend: LegendPlace::Below,
        labels: LabelMode::None,
        shows,
        ..PageSpec::default()
    };
    assert_eq!(page, expected);
    let svg = fs::read_to_string(folder.file("a.svg")).expect("written");
    assert!(svg.contains("Fonte mia") && svg.contains("Una mappa") && svg.contains("Ufficio"));
}

#[test]
fn what_cannot_be_written_is_reported_and_nothing_is_left() {
    let folder = Folder::new();
    let spec = saved(&folder);
    fs::create_dir(folder.path().join("cartella.pdf")).expect("a folder");
    fs::write(folder.path().join("vecchia.svg"), "vecchia").expect("a file");
    let before = fs::read_dir(folder.path()).expect("a folder").count();
    let refused = |output: &str| Cli::new(&["figure", "--spec", &spec, "-o", output]).refusal();
    assert!(refused(&folder.file("svanita/a.pdf")).contains("svanita"));
    assert!(refused(&folder.file("cartella.pdf")).contains("cartella.pdf"));
    assert!(refused("/proc/a.svg").contains("/proc/a.svg"));
    let under_a_file = folder.file("vecchia.svg/a.svg");
    assert!(refused(&under_a_file).contains("vecchia.svg"));
    let atlas = Cli::new(&["figure", "atlas", "--spec", &spec, "-o", &folder.file("vecchia.svg")]).refusal();
    assert!(atlas.contains("vecchia.svg"));
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), before, "nothing is left");
    assert_eq!(fs::read_to_string(folder.path().join("vecchia.svg")).expect("a file"), "vecchia");
    let logo = |name: &str| {
        let arguments = ["figure", "map", "--indicator", ID, "--logo", name, "-o", &folder.file("b.svg")];
        Cli::new(&arguments).refusal()
    };
    assert!(logo(&spec).contains("PNG"));
    assert!(logo(&folder.file("manca.png")).contains("manca.png"));
}

#[test]
fn a_caption_cites_every_source_once() {
    let columns = ["residenti", ID, "quota_0_2"].map(|id| TableColumn::value(id, date()));
    let spec = FigureSpec::of(Element::Table(TableSpec::new(columns.to_vec(), Level::Ambiti)));
    let caption = compose::build(&spec, BUNDLE.sources()).expect("a page").value.caption;
    let source = "Fonte: ISTAT, popolazione residente al 1° gennaio; elaborazione su dati ISTAT, \
                  popolazione residente per età e sesso (POSAS).";
    assert!(caption.ends_with(source), "{caption}");
}

/// "I suoi Comuni" directly follows the group it refers to, whatever else is on the page.
#[test]
fn what_refers_back_is_read_with_what_it_refers_to() {
    let selected = Element::Ranking(RankingSpec {
        selected: vec![Code::from("50089")],
        ..RankingSpec::new(ID, date(), Level::Ambiti)
    });
    let spec =
        FigureSpec { rows: vec![row(1.0, vec![selected, series(), ranking()])], ..FigureSpec::of(map()) };
    let figure = compose::build(&spec, BUNDLE.sources()).expect("a page").value;
    let read = atlante::figure::reading::figure(&figure.parts, BUNDLE.sources());
    let (before, _) = read.split_once(" I suoi Comuni").expect("the range of the Comuni");
    let last = before.rsplit(". ").next().expect("a sentence");
    assert!(last.starts_with("L'Ambito di Corsico"), "{last}");
}
