//! Word documents: sound by the schemas of Office Open XML, complete, and the same each time.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use atlante::i18n::Lang;
use atlante::report::block::{Align, Block, Cell, Column, Field, HeaderCell, Report, Row, Table};
use atlante::report::docx;
use atlante::scene::Scene;
use ooxmlsdk::parts::wordprocessing_document::WordprocessingDocument;
use roxmltree::Document;
use serde_json::json;
use zip::ZipArchive;

use super::docx_sample;

/// A scene of a few shapes, different for each name.
pub fn scene(name: &str) -> Scene {
    use atlante::base::{Pt, Rgb};
    Scene {
        width: Pt(440.0),
        height: Pt(260.0 + name.len() as f64),
        title: name.to_owned(),
        description: name.to_owned(),
        figures: Vec::new(),
        lang: "it",
        background: Rgb(0xE6, 0xEE, 0xF5),
        carried: None,
        nodes: Vec::new(),
    }
}

pub fn sample(is_later: bool) -> Report {
    docx_sample::report(Lang::It, is_later, scene)
}

pub fn written(report: &Report) -> Vec<u8> {
    docx::write(report, &json!({ "kind": "profile", "territory": "PROVA" })).expect("it is drawn")
}

pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// Whether Office's own schemas have anything to object.
pub fn faults(bytes: &[u8]) -> Vec<String> {
    let mut document = WordprocessingDocument::new(Cursor::new(bytes.to_vec())).expect("a document");
    let faults = document.validate().expect("it is checked");
    faults.into_iter().map(|fault| format!("{:?} {}", fault.part_uri, fault.description)).collect()
}

#[test]
fn office_has_nothing_to_object_and_two_runs_give_the_same_bytes() {
    let bytes = written(&sample(false));
    assert_eq!(faults(&bytes), Vec::<String>::new());
    assert_eq!(bytes, written(&sample(false)));
    assert_eq!(faults(&written(&docx_sample::report(Lang::En, false, scene))), Vec::<String>::new());
}

#[test]
fn a_table_of_sixty_rows_repeats_its_headings_and_splits_no_row() {
    let bytes = written(&sample(false));
    let text = part(&bytes, "word/document.xml");
    let document = Document::parse(&text).expect("XML");
    let tables: Vec<_> = document.descendants().filter(|node| node.tag_name().name() == "tbl").collect();
    let count = |name: &str| tables[0].descendants().filter(|node| node.tag_name().name() == name).count();
    assert_eq!((count("tr"), count("tblHeader"), count("cantSplit")), (61, 1, 61));
    assert_eq!((count("tblCaption"), count("tblDescription")), (1, 1));
    let widths = tables[0].descendants().filter(|node| node.tag_name().name() == "gridCol");
    let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let widths: usize = widths.filter_map(|node| node.attribute((w, "w"))?.parse::<usize>().ok()).sum();
    assert_eq!(widths, 9_412, "as wide as the text");
}

#[test]
fn every_control_is_tagged_and_kept_and_nothing_names_a_person_or_leads_outside() {
    let bytes = written(&sample(false));
    let text = part(&bytes, "word/document.xml");
    let document = Document::parse(&text).expect("XML");
    let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let of = |name: &'static str| {
        let nodes = document.descendants().filter(move |node| node.has_tag_name((w, name)));
        nodes.filter_map(move |node| node.attribute((w, "val"))).collect::<Vec<_>>()
    };
    let tags = of("tag");
    let ids: BTreeSet<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name((w, "sdtPr")))
        .filter_map(|node| node.children().find(|child| child.has_tag_name((w, "id")))?.attribute((w, "val")))
        .collect();
    assert!(tags.len() > 180 && tags.iter().all(|tag| tag.len() <= 64));
    assert_eq!(tags.iter().collect::<BTreeSet<_>>().len(), tags.len(), "each once");
    assert_eq!(ids.len(), tags.len());
    let kept = part(&bytes, "customXml/item1.xml");
    assert!(tags.iter().all(|tag| kept.contains(*tag)) && kept.contains("PROVA"));
    let described: Vec<&str> = document.descendants().filter_map(|node| node.attribute("descr")).collect();
    assert!(described.len() == 4 && described.iter().all(|text| text.starts_with("Disegno inventato")));
    let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice())).expect("a zip");
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i).expect("an entry");
        let name = entry.name().expect("a name").into_owned();
        let mut contents = Vec::new();
        entry.read_to_end(&mut contents).expect("contents");
        let contents = String::from_utf8_lossy(&contents);
        assert!(!contents.contains("TargetMode") && !contents.contains("dc:creator"), "{name}");
        assert!(!name.contains("vba"), "{name}");
    }
}

/// Cross-references, captions and lists say the same numbers, and lead somewhere.
#[test]
fn fields_have_their_results_and_lead_to_bookmarks() {
    let text = part(&written(&sample(false)), "word/document.xml");
    let document = Document::parse(&text).expect("XML");
    let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let marks: BTreeSet<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name((w, "bookmarkStart")))
        .filter_map(|node| node.attribute((w, "name")))
        .collect();
    let instructions: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name((w, "instrText")))
        .filter_map(|node| node.text())
        .map(str::trim)
        .collect();
    for instruction in &instructions {
        let words: Vec<&str> = instruction.split(' ').collect();
        if matches!(words[0], "REF" | "PAGEREF") {
            assert!(marks.contains(words[1]), "{instruction}");
        }
    }
    let count = |start: &str| instructions.iter().filter(|text| text.starts_with(start)).count();
    assert_eq!((count("SEQ Tabella"), count("SEQ Figura"), count("REF"), count("TOC")), (2, 2, 2, 3));
    let paragraphs: Vec<String> = document
        .descendants()
        .filter(|node| node.has_tag_name((w, "p")))
        .map(|p| p.descendants().filter(|t| t.has_tag_name((w, "t"))).filter_map(|t| t.text()).collect())
        .collect();
    for line in [
        "Tabella\u{a0}2 – Utenti per area",
        "1.1  Residenti & famiglie",
        "L'Ambito ha 12.345 residenti e cresce (vedi Tabella\u{a0}1 e Figura\u{a0}1). Gli anziani sono il 23,4% dei residenti.",
    ] {
        // In a list of contents the page follows.
        let is_it = |text: &String| {
            text.strip_prefix(line).is_some_and(|page| page.chars().all(|c| c.is_ascii_digit()))
        };
        assert!(paragraphs.iter().any(is_it), "{line}: {paragraphs:#?}");
    }
}

/// Tables of odd shapes, a report of nothing, long ids, signs that XML does not allow.
#[test]
fn odd_reports_are_sound_documents() {
    let empty = |blocks: Vec<Block>| Report { lang: Lang::It, title: "Prova \u{0}<&>".to_owned(), blocks };
    assert_eq!(faults(&written(&empty(Vec::new()))), Vec::<String>::new());
    let column = |width: f64, align: Align| Column { width, align };
    let header = |text: &str, span: usize| HeaderCell { text: text.to_owned(), span };
    let text = |text: &str| Cell::Text(text.to_owned());
    let table = |id: &str, columns: Vec<Column>, header: Vec<Vec<HeaderCell>>, rows: Vec<Row>| {
        let (caption, description) = ("Didascalia\u{b}".to_owned(), String::new());
        Block::Table(Table {
            id: id.to_owned(),
            caption,
            description,
            columns,
            header,
            rows,
            notes: Vec::new(),
            is_compact: false,
        })
    };
    let field = Field { id: "x".repeat(200), prompt: "Scrivi\nqui".repeat(20) };
    let odd = empty(vec![
        Block::PageBreak,
        table("none", Vec::new(), Vec::new(), Vec::new()),
        table("bare", vec![column(0.0, Align::Start)], Vec::new(), Vec::new()),
        table(
            "wide",
            (0..14).map(|i| column(if i == 3 { f64::NAN } else { i as f64 }, Align::Decimal)).collect(),
            vec![vec![header("due", 2), header("molte", 99)], vec![header("una", 0)]],
            vec![
                Row { cells: (0..20).map(|i| text(&format!("{i},5"))).collect(), strong: true },
                Row {
                    cells: vec![Cell::Empty, Cell::Field(field.clone()), text("riga\tuno\nriga due\u{1}")],
                    strong: false,
                },
                Row { cells: Vec::new(), strong: false },
            ],
        ),
        Block::Field(field),
        docx_sample::heading(&"h/".repeat(100), 3, "Titolo & \"altro\" < fine"),
    ]);
    let bytes = written(&odd);
    assert_eq!(faults(&bytes), Vec::<String>::new());
    let text = part(&bytes, "word/document.xml");
    assert_eq!((text.matches("<w:tbl>").count(), text.matches("<w:tr>").count()), (1, 5));
}
