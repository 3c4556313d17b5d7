//! Reports of real places as Word documents: sound, without alarm, and the same again after a renewal with the same data.

use std::path::Path;

use atlante::base::Code;
use atlante::i18n::Lang;
use atlante::report::block::Report;
use atlante::report::build::{Cache, build};
use atlante::report::place::Place;
use atlante::report::refresh::{Document, Edited};
use atlante::report::request::Request;
use atlante::report::template::{Shipped, Template};
use atlante::report::verify::{Known, verify};

use super::cli::{Cli, array};
use super::common::{Folder, TODAY, today};
use super::docx::{faults, part, written};

fn of(template: &Template, codes: &[&str], lang: Lang) -> Report {
    let place = |code: &&str| Place::of(&Code::from(*code), today()).expect("a territory");
    let request = Request { places: codes.iter().map(place).collect(), lang, ..Request::default() };
    build(template, &request, TODAY.sources(), &Cache::default())
}

#[test]
fn reports_of_real_places_are_sound_and_raise_no_alarm() {
    let known = Known::new(today());
    let profile = Shipped::Profile.template();
    for (template, codes, lang) in [
        // An Ambito, one of a single Comune, a Comune, two compared, another language, the chapters.
        (&profile, &["50089"][..], Lang::It),
        (&profile, &["50007"], Lang::It),
        (&profile, &["015093"], Lang::It),
        (&profile, &["50066", "50095"], Lang::It),
        (&profile, &["50089"], Lang::En),
        (&Shipped::Chapter.template(), &["50089"], Lang::It),
        (&Shipped::Yearly.template(), &[], Lang::It),
    ] {
        let report = of(template, codes, lang);
        let bytes = written(&report);
        assert_eq!(faults(&bytes), Vec::<String>::new(), "{}", report.title);
        let text = part(&bytes, "word/document.xml");
        assert!(!text.contains("#2\"/>"), "{}: an id is used twice", report.title);
        let verified = verify("p.docx", &bytes, &known).expect("it is read");
        let findings: Vec<String> = verified.findings.iter().map(|finding| finding.text(Lang::It)).collect();
        assert_eq!(findings, Vec::<String>::new(), "{}", report.title);
        let refreshed =
            Document::open("p.docx", &bytes).expect("ours").refresh(&report, Edited::Keep).expect("renewed");
        assert_eq!(refreshed.changes, [], "{}", report.title);
        assert_eq!(part(&refreshed.bytes, "word/document.xml"), text);
    }
}

/// As an office does it: written, corrected by hand, renewed, verified.
#[test]
fn a_profile_is_written_renewed_and_verified() {
    let folder = Folder::new();
    let file = folder.file("profilo.docx");
    Cli::new(&["report", "profile", "--territory", "50089", "-o", &file, "--today"]).both();
    let before = std::fs::read(&file).expect("it was written");
    let told = Cli::new(&["report", "refresh", &file, "--json", "--today"]).json();
    assert_eq!(array(&told["changes"]).len(), 0, "{told}");
    assert!(told["written"].is_null(), "nothing to bring in, nothing to write: {told}");
    assert_eq!(std::fs::read(&file).expect("it is there"), before, "never touched");
    // Older data than those of today: a copy beside, and another beside that.
    for name in ["profilo_aggiornato.docx", "profilo_aggiornato_2.docx"] {
        let older = Cli::new(&["report", "refresh", &file]).ok();
        assert!(older.contains(name), "{older}");
    }
    let refused = Cli::new(&["report", "refresh", &file, "-o", &file, "--today"]).refusal();
    assert!(refused.contains("profilo.docx"), "{refused}");
    let verified = Cli::new(&["report", "verify", &file, "--json", "--today"]).json();
    assert_eq!(array(&verified["findings"]).len(), 0, "{verified}");
    assert!(verified["read"]["tables"].as_u64().is_some_and(|tables| tables > 3));
    // Data of an earlier edition: values change, and are told with both.
    let older = Cli::new(&["report", "refresh", &file, "-o", &folder.file("prima.docx"), "--json"]).json();
    assert!(array(&older["changes"]).iter().any(|change| change["what"] == "renewed"));
    assert!(Path::new(&folder.file("prima.docx")).exists());
    let other = folder.file("altro.docx");
    std::fs::write(&other, "no document").expect("written");
    for command in ["refresh", "verify"] {
        assert!(Cli::new(&["report", command, &other]).refusal().contains("altro.docx"));
    }
}
