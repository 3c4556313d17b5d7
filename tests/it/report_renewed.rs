//! Reports in the hands of an office: new data in a document that was edited, numbers altered by hand, disks that are full, work
//! that is stopped.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use atlante::base::{Code, Level};
use atlante::data::Method;
use atlante::engine::reports::{
    DocumentWork, ReportFormat, ReportJob, ReportOrder, Unwritten, made_again, work_on, write_reports,
};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::report::place::Place;
use atlante::report::refresh::{Change, Document, Edited, What};
use atlante::report::request::Request;
use atlante::report::template::Shipped;
use atlante::report::verify::{Known, verify};

use super::cli::Cli;
use super::common::{Folder, TODAY, january, table_of, today};
use super::docx::{faults, part};
use super::docx_refresh::{packed, parts};

const CORSICO: &str = "50089";

/// A folder with residents of all Comuni a year after the last ones there are: each has a tenth more, and so has the last date, as
/// when estimates are replaced by counts.
fn next_year() -> Bundle {
    let last = table_of(today(), "residenti", january(2026), Level::Comuni, Method::Pooled);
    let mut csv = "code,date,residenti\n".to_owned();
    for row in &last.rows {
        let now = row.value.expect("all are known");
        for (date, factor) in [("2026-01-01", 1.05), ("2027-01-01", 1.1)] {
            writeln!(csv, "{},{date},{}", row.code.as_str(), (now * factor).round()).expect("written");
        }
    }
    let list = "[[dataset]]\nid = \"nuovi\"\nfile = \"nuovi.csv\"\nkind = \"observations\"\ndated = true\nlicence = \"CC0\"\n\
        retrieved_from = \"x\"\ntitle = { it = \"Nuovi\", en = \"New\" }\nsource = { it = \"Prova\", en = \"Trial\" }\n";
    let folder = Folder::new().with("datasets.toml", list).with("nuovi.csv", &csv);
    Bundle::load(Some(folder.path())).expect("sound data")
}

/// The profile of Corsico with the data of today, as a file.
fn profile(folder: &Folder) -> String {
    let file = folder.file("profilo.docx");
    Cli::new(&["report", "profile", "--territory", CORSICO, "-o", &file, "--today"]).both();
    file
}

/// The document with some pieces of its text replaced, each of which is there.
fn edited(bytes: &[u8], edits: &[(&str, &str)]) -> Vec<u8> {
    let mut all = parts(bytes);
    let mut text = part(bytes, "word/document.xml");
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    all.insert("word/document.xml".to_owned(), text.into_bytes());
    packed(&all)
}

fn refreshed(bytes: &[u8], bundle: &Bundle, choice: Edited) -> (Vec<u8>, Vec<Change>) {
    let document = Document::open("profilo.docx", bytes).expect("ours");
    let report = made_again(document.request(), bundle).expect("it is made again");
    let refreshed = document.refresh(&report, choice).expect("it is renewed");
    (refreshed.bytes, refreshed.changes)
}

const PROSE: &str = "<w:p w:rsidR=\"000000B7\"><w:pPr><w:pStyle w:val=\"Corpotesto\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">L'Assemblea dei sindaci ha discusso di 120.533  residenti &amp; di servizi.</w:t></w:r></w:p>";

#[test]
fn new_data_change_numbers_and_words_and_leave_the_prose() {
    let folder = Folder::new();
    let file = profile(&folder);
    let original = fs::read(&file).expect("written");
    let text = part(&original, "word/document.xml");
    assert!(text.contains("120.533"), "the residents of the last date");
    // Prose of the office after the first chapter, and a sentence of the atlas that she worded anew around its numbers.
    let heading = "<w:p><w:pPr><w:pStyle w:val=\"Titolo1\"/>";
    let bytes = edited(
        &original,
        &[(heading, &format!("{PROSE}{heading}")), (" vi risiedono ", " in questo territorio abitano ")],
    );
    let (renewed, changes) = refreshed(&bytes, &next_year(), Edited::Keep);
    let now = part(&renewed, "word/document.xml");
    assert!(now.contains(PROSE), "her prose stays byte by byte");
    assert!(now.contains(" in questo territorio abitano "), "so do her words");
    assert_eq!(faults(&renewed), Vec::<String>::new());
    // The renewed numbers are those of the new date, and each change is told with both.
    let residents = table_of(&next_year().atlas, "residenti", january(2027), Level::Ambiti, Method::Pooled);
    let code = Code::from(CORSICO);
    let own = residents.rows.iter().find(|row| row.code == code).expect("there").value.expect("known");
    let printed = atlante::i18n::number(Lang::It, own, 0);
    assert!(now.contains(&printed), "{printed}");
    let sentence = changes.iter().find(|change| change.what == What::NumbersRenewed).expect("the worded one");
    assert!(sentence.old.contains("abitano 120.533") && sentence.new.contains(&printed), "{sentence:?}");
    let renewed_values = changes.iter().filter(|change| change.what == What::Renewed);
    for change in renewed_values.filter(|change| change.old.is_empty() != change.new.is_empty()) {
        // Of tables and figures the caption alone is said.
        assert!(change.id.matches('/').count() <= 2 || change.old.starts_with("Figura"), "{change:?}");
    }
    assert!(changes.iter().any(|change| change.old.contains("2026") && change.new.contains("2027")));
    // Once more there is nothing left to renew, but what the document lacks is still told; and nothing in it is wrong.
    let (_, again) = refreshed(&renewed, &next_year(), Edited::Keep);
    let is_left = |what: What| what.is_left() || what == What::New;
    let told: Vec<&Change> = again.iter().filter(|change| !is_left(change.what)).collect();
    assert_eq!(told, Vec::<&Change>::new());
    let findings = verify("profilo.docx", &renewed, &Known::new(&next_year().atlas)).expect("read").findings;
    assert_eq!(findings, []);
    assert_eq!(fs::read(&file).expect("there"), original, "the given document is what it was");
}

/// A number that somebody altered is never passed over in silence: it is listed with what the data say, and brought back by choice.
#[test]
fn a_number_altered_by_hand_is_told_or_brought_back() {
    let folder = Folder::new();
    let original = fs::read(profile(&folder)).expect("written");
    // In a sentence, and in a cell of the first table.
    let bytes = edited(
        &original,
        &[(">120.533</w:t>", ">125.033</w:t>"), (">120.533 (s)</w:t>", ">129.000 (s)</w:t>")],
    );
    let (kept, changes) = refreshed(&bytes, &TODAY, Edited::Keep);
    let told: Vec<(What, &str, &str)> =
        changes.iter().map(|change| (change.what, change.old.as_str(), change.new.as_str())).collect();
    assert_eq!(
        told,
        [(What::Altered, "125.033", "120.533"), (What::Altered, "129.000 (s)", "120.533 (s)")],
        "{changes:#?}"
    );
    assert!(changes[0].text(Lang::It).contains("nel documento «125.033», nei dati «120.533»"));
    assert!(part(&kept, "word/document.xml").contains(">125.033<"));
    let (back, changes) = refreshed(&bytes, &TODAY, Edited::Renew);
    assert!(changes.iter().all(|change| change.what == What::Renewed || change.what == What::NumbersRenewed));
    assert_eq!(part(&back, "word/document.xml"), part(&original, "word/document.xml"));
    // With new data as well, each is told.
    let (_, changes) = refreshed(&bytes, &next_year(), Edited::Keep);
    assert!(
        changes.iter().any(|change| change.what == What::LeftEdited && change.old == "125.033"),
        "{changes:#?}"
    );
}

#[test]
fn the_window_works_on_a_document_and_leaves_it_as_it_is() {
    let folder = Folder::new();
    let file = profile(&folder);
    let before = fs::read(&file).expect("written");
    let path = Path::new(&file);
    let end = work_on(path, DocumentWork::Refresh(Edited::Keep), &TODAY, Lang::It).expect("renewed");
    // The data are those it says: there is no copy that only looks new.
    assert_eq!((end.lines.len(), end.written.as_deref()), (0, None), "{}", end.told);
    assert_eq!(fs::read_dir(path.parent().expect("a folder")).expect("read").count(), 1);
    let end = work_on(path, DocumentWork::Verify, &TODAY, Lang::It).expect("read");
    assert_eq!(end.lines, Vec::<String>::new(), "{}", end.told);
    assert_eq!(fs::read(&file).expect("there"), before);
    let other = folder.file("altro.docx");
    fs::write(&other, "no document").expect("written");
    for work in [DocumentWork::Refresh(Edited::Keep), DocumentWork::Verify] {
        let why = work_on(Path::new(&other), work, &TODAY, Lang::It).expect_err("no document");
        assert!(why.contains("altro.docx"), "{why}");
    }
}

fn order(folder: &Folder, code: &str, files: &[(&str, ReportFormat)]) -> ReportOrder {
    let place = Place::of(&Code::from(code), today()).expect("a territory");
    ReportOrder {
        request: Request { places: vec![place], lang: Lang::It, ..Request::default() },
        files: files.iter().map(|(name, format)| (folder.path().join(name), *format)).collect(),
        figures: None,
    }
}

fn job(orders: Vec<ReportOrder>) -> ReportJob {
    let sections = ["in-breve".to_owned()];
    ReportJob { template: Shipped::Profile.template().with_sections(&sections).expect("there"), orders }
}

fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_report_is_written_with_all_its_files_or_none() {
    let folder = Folder::new();
    fs::create_dir_all(folder.path().join("b.pdf/in")).expect("a folder in the way");
    fs::write(folder.path().join("a.docx"), "of before").expect("written");
    let files = [("a.docx", ReportFormat::Docx), ("b.pdf", ReportFormat::Pdf)];
    let made =
        write_reports(&job(vec![order(&folder, CORSICO, &files)]), &TODAY, &mut |_, _| true, &mut |_| {});
    let Err(Unwritten::File(path, _)) = made else { panic!("written over a folder") };
    assert!(path.ends_with("b.pdf"));
    assert_eq!(fs::read_to_string(folder.path().join("a.docx")).expect("there"), "of before");
    assert_eq!(names(&folder), ["a.docx", "b.pdf"]);
}

#[test]
fn work_that_is_stopped_leaves_whole_reports_and_nothing_else() {
    let folder = Folder::new();
    let codes = [CORSICO, "50007", "50066"];
    let names_of: Vec<String> = codes.iter().map(|code| format!("{code}.docx")).collect();
    let orders =
        codes.iter().zip(&names_of).map(|(code, name)| order(&folder, code, &[(name, ReportFormat::Docx)]));
    let mut written = 0;
    let made = write_reports(&job(orders.collect()), &TODAY, &mut |done, _| done < 1, &mut |_| written += 1);
    assert!(matches!(made, Err(Unwritten::Cancelled)) && written == 1);
    assert_eq!(names(&folder), [format!("{CORSICO}.docx")]);
    let bytes = fs::read(folder.path().join(&names_of[0])).expect("the first one");
    assert_eq!(faults(&bytes), Vec::<String>::new());
    assert!(verify("p.docx", &bytes, &Known::new(today())).expect("read").findings.is_empty());
}

/// A disk that is full in the middle of a file, by a limit on the size of files.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_no_half_document() {
    let folder = Folder::new();
    // Of older data, so that there is something to renew.
    let file = folder.file("profilo.docx");
    Cli::new(&["report", "profile", "--territory", CORSICO, "-o", &file]).both();
    let before = fs::read(&file).expect("written");
    let full = |arguments: &[&str]| {
        let mut command = Command::new("sh");
        let limited = "trap '' XFSZ; ulimit -f 40; exec \"$0\" \"$@\"";
        command.args(["-c", limited, env!("CARGO_BIN_EXE_atlante-cli"), "report"]).args(arguments);
        let output = command.output().expect("it starts");
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    for name in ["nuovo.docx", "nuovo.pdf"] {
        let new = folder.file(name);
        let told = full(&["profile", "--territory", CORSICO, "--sections", "demografia", "-o", &new]);
        assert!(told.contains(name), "{told}");
    }
    let told = full(&["refresh", &file]);
    assert!(told.contains("profilo_aggiornato.docx"), "{told}");
    assert_eq!(names(&folder), ["profilo.docx"]);
    assert_eq!(fs::read(&file).expect("there"), before);
    // Where nothing at all can be written.
    let refused =
        Cli::new(&["report", "profile", "--territory", CORSICO, "-o", "/proc/profilo.docx", "--today"])
            .refusal();
    assert!(refused.contains("profilo.docx"), "{refused}");
}
