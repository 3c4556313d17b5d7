//! Documents that somebody edited, brought up to date: what was not ours stays byte by byte.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use atlante::base::Code;
use atlante::i18n::Lang;
use atlante::report::block::{Block, Cell};
use atlante::report::refresh::{Change, Document, Edited, OpenError, RefreshError, What};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::docx::{part, sample, written};

pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut parts = BTreeMap::new();
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i).expect("an entry");
        let mut contents = Vec::new();
        entry.read_to_end(&mut contents).expect("contents");
        parts.insert(entry.name().expect("a name").into_owned(), contents);
    }
    parts
}

pub fn packed(parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("a name");
        zip.write_all(contents).expect("contents");
    }
    zip.finish().expect("a zip").into_inner()
}

/// The document with some places of its text replaced; each must be there.
fn edited(bytes: &[u8], edits: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = parts(bytes);
    let mut text = part(bytes, "word/document.xml");
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    parts.insert("word/document.xml".to_owned(), text.into_bytes());
    packed(&parts)
}

fn refreshed(bytes: &[u8]) -> (Vec<u8>, Vec<Change>) {
    let document = Document::open("p.docx", bytes).expect("ours");
    assert_eq!(document.request()["territory"], "PROVA");
    let refreshed = document.refresh(&sample(true), Edited::Keep).expect("it is renewed");
    (refreshed.bytes, refreshed.changes)
}

fn of<'a>(changes: &'a [Change], id: &str) -> Vec<&'a Change> {
    changes.iter().filter(|change| change.id == id).collect()
}

const PROSE: &str = "<w:p w:rsidR='00A1'><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> La  nostra  prosa: 12.345 &amp; «così» </w:t></w:r></w:p>";

#[test]
fn a_document_that_nobody_edited_becomes_the_new_one() {
    let (bytes, changes) = refreshed(&written(&sample(false)));
    // Its new picture has another relationship, and all the rest is as if it had been written now.
    let without_pictures = |text: String| -> String {
        let pieces = text.split("r:embed=\"").enumerate();
        pieces
            .map(|(i, piece)| if i == 0 { piece } else { piece.split_once('"').map_or("", |(_, rest)| rest) })
            .collect()
    };
    let ours = without_pictures(part(&bytes, "word/document.xml"));
    let new = without_pictures(part(&written(&sample(true)), "word/document.xml"));
    let differs = ours.bytes().zip(new.bytes()).position(|(a, b)| a != b);
    assert!(
        ours == new,
        "{:?}",
        differs.map(|at| (ours.get(at.saturating_sub(90)..at + 30), new.get(at..at + 30)))
    );
    assert!(changes.iter().all(|change| change.what == What::Renewed));
    let sentence = of(&changes, "demography/residents/1")[0];
    assert_eq!(sentence.place, "Residenti & famiglie");
    assert!(sentence.old.contains("12.345 residenti e cresce"));
    assert!(sentence.new.contains("12.400 residenti e cala"));
    assert_eq!(
        of(&changes, "demography/table/4/1")[0].text(Lang::It),
        "Residenti & famiglie, riga «Comune inventato 5»: valore, aggiornato: «6.185» → «6.188»"
    );
    assert_eq!(of(&changes, "demography/map").len(), 1);
    assert_eq!(changes.iter().filter(|change| change.id.starts_with("demography/table/")).count(), 61);
    // Once more there is nothing to renew.
    let (again, changes) = refreshed(&bytes);
    assert_eq!(changes, []);
    assert_eq!(parts(&again), parts(&bytes));
}

#[test]
fn her_prose_stays_byte_by_byte_and_edited_sentences_keep_their_words() {
    let original = written(&sample(false));
    let bytes = edited(
        &original,
        &[
            // Prose of her own before a paragraph of ours, and within one.
            (
                "<w:p><w:pPr><w:pStyle w:val=\"Corpotesto\"/>",
                &format!("{PROSE}<w:p><w:pPr><w:pStyle w:val=\"Corpotesto\"/>"),
            ),
            // Words of an edited sentence.
            (" residenti e </w:t>", " abitanti, tanti, e </w:t>"),
            // The caption of the table rewritten.
            (
                "<w:t xml:space=\"preserve\">Residenti per Comune, 2024</w:t></w:r></w:sdtContent>",
                "<w:t>I nostri Comuni</w:t></w:r></w:sdtContent>",
            ),
            // A cell corrected by hand, and one made bold.
            ("<w:t xml:space=\"preserve\">3.074</w:t>", "<w:t>3.075</w:t>"),
            (
                "<w:r><w:t xml:space=\"preserve\">4.111</w:t></w:r>",
                "<w:r><w:rPr><w:b/></w:rPr><w:t>4.1</w:t></w:r><w:r><w:t>11</w:t></w:r>",
            ),
            // What the office wrote in its place.
            (
                "<w:t xml:space=\"preserve\">Scrivi qui gli obiettivi dell'Ambito</w:t>",
                "<w:t>Aprire lo sportello.</w:t>",
            ),
        ],
    );
    let (bytes, changes) = refreshed(&bytes);
    let text = part(&bytes, "word/document.xml");
    for stays in [PROSE, " abitanti, tanti, e ", ">I nostri Comuni<", ">3.075<", "Aprire lo sportello."] {
        assert!(text.contains(stays), "{stays}");
    }
    assert!(text.contains("12.400") && text.contains("cresce") && !text.contains(">cala<"));
    assert!(text.contains("<w:rPr><w:b/></w:rPr><w:t>4.114</w:t></w:r><w:r><w:t></w:t>"), "its looks stay");
    assert_eq!(of(&changes, "demography/residents/1")[0].what, What::NumbersRenewed);
    assert!(of(&changes, "demography/residents/1")[0].new.contains("cala"), "what it would say");
    assert_eq!(of(&changes, "demography/table/caption")[0].what, What::LeftEdited);
    assert_eq!(of(&changes, "demography/table/1/1")[0].what, What::LeftEdited);
    assert_eq!(of(&changes, "demography/table/2/1")[0].what, What::Renewed);
    assert_eq!(of(&changes, "demography/table")[0].what, What::NumbersRenewed);
    assert_eq!(of(&changes, "demography/residents/2")[0].what, What::Renewed);
    assert!(of(&changes, "services/goals/text").is_empty());
    // What lies between the controls is what it was: nothing else was written.
    let outside = |text: &str| text.split("<w:sdt>").next().map(str::len);
    assert_eq!(outside(&text), outside(&part(&bytes, "word/document.xml")));
    for (name, contents) in parts(&bytes) {
        let is_touched = ["word/document.xml", "word/_rels/", "customXml/item1.xml", "media/"]
            .iter()
            .any(|part| name.contains(part));
        assert!(is_touched || parts(&original)[&name] == contents, "{name}");
    }
}

#[test]
fn what_has_no_data_is_left_and_what_is_new_is_told() {
    let mut report = sample(true);
    report.blocks.retain(|block| !matches!(block, Block::Table(table) if table.id == "services/users"));
    for block in &mut report.blocks {
        if let Block::Paragraph(paragraph) = block {
            for sentence in &mut paragraph.sentences {
                if sentence.id == "demography/caution" {
                    sentence.id = "demography/other".to_owned();
                }
            }
        }
    }
    let document = Document::open("p.docx", &written(&sample(false))).expect("ours");
    let refreshed = document.refresh(&report, Edited::Keep).expect("it is renewed");
    let text = part(&refreshed.bytes, "word/document.xml");
    assert!(text.contains("I valori del 2024 sono provvisori.") && text.contains("Utenti per area"));
    assert_eq!(of(&refreshed.changes, "demography/caution")[0].what, What::NoData);
    assert_eq!(of(&refreshed.changes, "services/users")[0].what, What::NoData);
    assert_eq!(of(&refreshed.changes, "demography/other")[0].what, What::New);
    let lines: Vec<String> = refreshed.changes.iter().map(|change| change.text(Lang::It)).collect();
    assert!(lines.iter().any(|line| line.contains("senza più dati")), "{lines:?}");
    // What has no data is marked where it stands, once, and what is new is not told again.
    assert!(text.contains("<w:highlight w:val=\"yellow\"/>"));
    let again = Document::open("p.docx", &refreshed.bytes).expect("ours");
    let again = again.refresh(&report, Edited::Keep).expect("it is renewed");
    assert!(again.is_same && again.bytes == refreshed.bytes);
    assert!(again.changes.iter().all(|change| change.what == What::NoData), "{:?}", again.changes);
}

/// A table with other rows is renewed as a whole, unless somebody wrote in it.
#[test]
fn a_table_with_other_rows_is_renewed_as_a_whole() {
    let mut report = sample(true);
    for block in &mut report.blocks {
        if let Block::Table(table) = block
            && table.id == "demography/table"
        {
            table.rows.truncate(40);
        }
    }
    let original = written(&sample(false));
    let document = Document::open("p.docx", &original).expect("ours");
    let text = part(&document.refresh(&report, Edited::Keep).expect("renewed").bytes, "word/document.xml");
    assert_eq!(text.matches("<w:tr>").count(), 41 + 4);
    let bytes = edited(&original, &[("Comune inventato 50<", "Comune corretto<")]);
    let document = Document::open("p.docx", &bytes).expect("ours");
    let refreshed = document.refresh(&report, Edited::Keep).expect("renewed");
    let text = part(&refreshed.bytes, "word/document.xml");
    assert!(text.matches("<w:tr>").count() == 61 + 4 && text.contains("Comune corretto"));
    assert_eq!(of(&refreshed.changes, "demography/table")[0].what, What::NumbersRenewed);
    assert_eq!(of(&refreshed.changes, "demography/table/59/1")[0].what, What::NoData);
}

/// In a table that somebody edited, a row that is another place's by now keeps its numbers: they would stand beside the
/// wrong name.
#[test]
fn a_number_is_never_put_beside_the_name_of_another_place() {
    let mut report = sample(true);
    for block in &mut report.blocks {
        if let Block::Table(table) = block {
            for cell in table.rows.iter_mut().take(1).flat_map(|row| &mut row.cells) {
                if let Cell::Value(value) = cell {
                    value.origin.territory = Some(Code::from("015998"));
                }
            }
        }
    }
    let bytes = edited(&written(&sample(false)), &[("Comune inventato 50<", "Comune corretto<")]);
    let document = Document::open("p.docx", &bytes).expect("ours");
    let refreshed = document.refresh(&report, Edited::Keep).expect("renewed");
    assert_eq!(of(&refreshed.changes, "demography/table/0/1")[0].what, What::OtherSubject);
    assert_eq!(of(&refreshed.changes, "demography/table/1/1")[0].what, What::Renewed);
    assert!(part(&refreshed.bytes, "word/document.xml").contains(">2.037<"));
}

#[test]
fn documents_that_cannot_be_renewed_are_refused_with_the_reason() {
    let sound = written(&sample(false));
    let refused = |bytes: &[u8]| Document::open("p.docx", bytes).expect_err("refused");
    let tracked = edited(
        &sound,
        &[(
            "<w:r><w:t xml:space=\"preserve\">12.345</w:t></w:r>",
            "<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>12.345</w:delText></w:r></w:del>",
        )],
    );
    match refused(&tracked) {
        RefreshError::Tracked(places) => assert_eq!(places, ["Residenti & famiglie"]),
        other => panic!("{other:?}"),
    }
    // Elsewhere they do no harm.
    let elsewhere = edited(
        &sound,
        &[(
            "<w:p><w:pPr><w:pStyle w:val=\"Corpotesto\"/>",
            "<w:p><w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t>x</w:t></w:r></w:ins></w:p><w:p><w:pPr><w:pStyle w:val=\"Corpotesto\"/>",
        )],
    );
    assert!(Document::open("p.docx", &elsewhere).is_ok());
    let without = |names: &[&str]| {
        let mut parts = parts(&sound);
        parts.retain(|name, _| !names.contains(&name.as_str()));
        packed(&parts)
    };
    assert!(matches!(refused(&without(&["customXml/item1.xml"])), RefreshError::NotOurs));
    assert!(matches!(refused(&without(&["word/document.xml"])), RefreshError::Open(_)));
    assert!(matches!(refused(&without(&["_rels/.rels"])), RefreshError::Open(_)));
    assert!(matches!(refused(b"PK\x03\x04"), RefreshError::Open(_)));
    assert!(matches!(refused(b""), RefreshError::Open(_)));
    assert!(matches!(refused(&sound[..sound.len() / 2]), RefreshError::Open(_)));
    let broken = edited(&sound, &[("</w:body>", "")]);
    assert!(matches!(refused(&broken), RefreshError::Open(_)));
    let mut parts_of = parts(&sound);
    let empty = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>";
    parts_of.insert("word/document.xml".to_owned(), empty.into());
    assert!(matches!(refused(&packed(&parts_of)), RefreshError::Open(_)));
    // What unpacks to a thousand times its size is made to block programs.
    parts_of.insert("word/document.xml".to_owned(), vec![b' '; 30 << 20]);
    assert!(matches!(refused(&packed(&parts_of)), RefreshError::Open(OpenError::Archive(_))));
    for error in [refused(&tracked), refused(b""), refused(&broken)] {
        for lang in Lang::ALL {
            assert!(error.text(lang, "p.docx", |_| String::new()).contains("p.docx"));
        }
    }
}
