//! Figures reopened from their own files, and from files that are damaged or not figures.

use std::fs;
use std::sync::LazyLock;

use atlante::document::{Carried, CarriedError, FigureSpec, PageSpec, SvgText};
use atlante::export::{self, Format};
use atlante::figure::{changed, compose};
use atlante::io::{ReopenError, reopen};
use proptest::prelude::*;

use crate::cli::Cli;
use crate::common::{BUNDLE, Folder};
use crate::pages::three;

const DPI: u32 = 40;

fn spec() -> FigureSpec {
    three(PageSpec {
        note: Some("Nota «con» <segni> & \"virgolette\"\nsu due righe".into()),
        ..PageSpec::default()
    })
}

fn file(spec: &FigureSpec, format: Format) -> Vec<u8> {
    let figure = compose::build(spec, BUNDLE.sources()).expect("a figure").value;
    export::figure(&figure.scene, format, SvgText::Text, DPI).expect("a file")
}

/// One page in every format.
static FILES: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| Format::ALL.map(|format| file(&spec(), format)));

#[test]
fn a_figure_reopened_gives_the_same_bytes() {
    for (bytes, format) in FILES.iter().zip(Format::ALL) {
        let carried = reopen(bytes).unwrap_or_else(|error| panic!("{format:?}: {error}"));
        assert!(changed(&carried, &BUNDLE.atlas).is_empty(), "{format:?}");
        assert!(file(&carried.figure, format) == *bytes, "{format:?}: other bytes");
    }
}

/// Earlier versions referred to the carried spec by an id.
#[test]
fn a_figure_of_an_earlier_version_is_opened() {
    let now = String::from_utf8(FILES[0].clone()).expect("SVG is text");
    let before = now.replace("<metadata class=", "<metadata id=");
    assert_ne!(before, now);
    let [now, before] = [now, before].map(|svg| reopen(svg.as_bytes()).expect("ours").figure);
    assert_eq!(now, before);
}

/// From each format to each other, through the command line: the same bytes as from the spec itself.
#[test]
fn every_format_gives_every_format_again() {
    let folder = Folder::new();
    let spec_file = folder.file("figura.json");
    let draw = |from: &str, to: &str| {
        Cli::new(&["figure", "--spec", from, "--dpi", "40", "-o", to]).ok();
        fs::read(to).expect("written")
    };
    let carried = reopen(&FILES[0]).expect("ours").to_json();
    fs::write(&spec_file, carried).expect("the folder can be written");
    let first = Format::ALL.map(|format| {
        let path = folder.file(&format!("prima.{}", format.extension()));
        let bytes = draw(&spec_file, &path);
        (format, path, bytes)
    });
    for (from, path, _) in &first {
        for (to, _, bytes) in &first {
            let again = draw(path, &folder.file(&format!("ancora.{}", to.extension())));
            assert!(again == *bytes, "{from:?} to {to:?}: other bytes");
        }
    }
    let saved = folder.file("salvata.json");
    Cli::new(&["figure", "--spec", &first[2].1, "-o", &folder.file("a.svg"), "--save-spec", &saved]).ok();
    assert_eq!(fs::read(&saved).expect("saved"), fs::read(&spec_file).expect("there"));
}

#[test]
fn a_file_names_no_person_no_machine_and_no_place() {
    let folder = Folder::new();
    let mut named: Vec<String> =
        ["USER", "HOME", "HOSTNAME"].iter().filter_map(|name| std::env::var(name).ok()).collect();
    named.push(folder.path().display().to_string());
    for format in Format::ALL {
        let path = folder.file(&format!("figura.{}", format.extension()));
        let arguments =
            ["figure", "ranking", "--indicator", "indice_vecchiaia", "--level", "ambiti", "--dpi", "40"];
        Cli::new(&arguments).with(&["-o", &path]).ok();
        let bytes = fs::read(&path).expect("a file");
        let text = String::from_utf8_lossy(&bytes);
        let spec = reopen(&bytes).expect("ours").to_json();
        for name in named.iter().filter(|name| name.len() > 3) {
            assert!(!text.contains(name.as_str()) && !spec.contains(name.as_str()), "{format:?}: {name}");
        }
        assert!(!text.contains("CreationDate") && !text.contains("tIME"), "{format:?} has a clock");
    }
}

#[test]
fn changed_data_are_said() {
    let folder = Folder::new();
    let mut carried = reopen(&FILES[0]).expect("ours");
    carried.data[0].digest = "0".repeat(16);
    assert_eq!(changed(&carried, &BUNDLE.atlas), carried.data[..1]);
    let path = folder.file("vecchia.json");
    fs::write(&path, carried.to_json()).expect("a file");
    let output = Cli::new(&["figure", "--spec", &path, "-o", &folder.file("nuova.svg")]).ok();
    assert!(output.contains("indice_vecchiaia"), "{output}");
    let output = Cli::new(&["figure", "--spec", &path, "--json", "-o", &folder.file("nuova.svg")]).json();
    assert_eq!(output["changed_data"][0]["indicator"], "indice_vecchiaia");
    let output = Cli::new(&["figure", "atlas", "--spec", &path, "--each", "asst", "--json"])
        .with(&["--format", "svg", "-o", &folder.file("atlante")])
        .json();
    assert_eq!(output["changed_data"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_is_not_ours_is_refused_in_one_line() {
    let folder = Folder::new();
    let ours = reopen(&FILES[0]).expect("ours");
    // The version above is that of a figure with a hypothesis.
    let newer = Carried { atlante_figure: ours.atlante_figure + 2, ..ours }.to_json();
    let mut damaged = FILES[1].clone();
    let at = damaged.windows(4).position(|window| window == b"iTXt").expect("a text chunk");
    damaged[at + 40] ^= 0xff;
    // Ours is the third occurrence.
    let ours = damaged.windows(19).position(|window| window == b"atlante-figura.json").expect("ours");
    damaged[ours + 60] ^= 0xff;
    let foreign_pdf = {
        let mut document = lopdf::Document::with_version("1.5");
        let pages = document.new_object_id();
        let catalog = document.add_object(lopdf::dictionary! { "Type" => "Catalog", "Pages" => pages });
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).expect("a PDF");
        bytes
    };
    let half = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
    let cases: [(&str, Vec<u8>); 13] = [
        ("nuova.json", newer.clone().into_bytes()),
        ("nuova.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata id=\"atlante-figura.json\">{newer}</metadata></svg>").into_bytes()),
        ("altro.json", b"{\"a\": 1}".to_vec()),
        ("altro.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()),
        ("pagina.html", b"<!DOCTYPE html><html><p>ciao<br></html>".to_vec()),
        ("altro.pdf", foreign_pdf),
        ("danneggiato.png", damaged),
        ("meta.svg", half(&FILES[0])),
        ("meta.png", FILES[1][..200].to_vec()),
        ("meta.pdf", half(&FILES[2])),
        ("vuoto.png", Vec::new()),
        ("magia.pdf", b"%PDF-1.7".to_vec()),
        ("foto.jpg", vec![0xff, 0xd8, 0xff, 0xe0]),
    ];
    for (name, bytes) in cases {
        let path = folder.file(name);
        fs::write(&path, bytes).expect("a file");
        for lang in ["it", "en"] {
            let refusal =
                Cli::new(&["figure", "--spec", &path, "-o", &folder.file("a.svg"), "--lang", lang]).refusal();
            assert!(refusal.contains(name), "{name}: {refusal}");
            if name.starts_with("danneggiato") {
                assert!(
                    refusal.contains(if lang == "it" { "è danneggiato" } else { "is damaged" }),
                    "{refusal}"
                );
            }
        }
    }
    assert!(matches!(reopen(newer.as_bytes()), Err(ReopenError::Carried(CarriedError::Newer(3)))));
    assert!(!folder.path().join("a.svg").exists());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// However a file is damaged, it is opened or refused, and what is opened is drawn or refused.
    #[test]
    fn no_damage_makes_it_panic(
        which in 0usize..3,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in prop::option::of(any::<prop::sample::Index>()),
        near in any::<bool>(),
    ) {
        let mut bytes = FILES[which].clone();
        // Half of the time near the carried spec, since most of a file is drawing.
        let ours = bytes.windows(15).position(|window| window == b"atlante-figura." ).unwrap_or(0);
        for (at, byte) in changes {
            let at = if near { ours.saturating_sub(200) + at.index(4000) } else { at.index(bytes.len()) };
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(carried) = reopen(&bytes) {
            let _ = compose::build(&carried.figure, BUNDLE.sources());
        }
    }
}
