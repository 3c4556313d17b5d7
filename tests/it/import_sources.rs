//! Files that are damaged, mislabelled or malicious: each gets one clear answer. All are generated here.

use std::io::{Cursor, Write};

use atlante::i18n::Lang;
use atlante::io::source::{Content, RawTable, SourceError, open, read_bytes};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::common::Folder;
use crate::import_layers::{geopackage, kml, topojson};
use crate::import_shapes::{geojson, parts};

/// A name, a valid file, and a function that damages it.
pub type Sound = (&'static str, fn() -> Vec<u8>, fn(Vec<u8>) -> Vec<u8>);

/// A valid file of each format, and how to damage it: inside an archive, where damage to the archive itself would
/// achieve nothing more.
pub const KINDS: [Sound; 15] = [
    ("a.csv", || "codice;età\n\"015146\";1,5\n".as_bytes().to_vec(), |bytes| bytes),
    ("a.csv", || SDMX.as_bytes().to_vec(), |bytes| bytes),
    ("a.xlsx", || SHEET.as_bytes().to_vec(), |bytes| workbook(&bytes)),
    ("a.xlsx", || workbook(SHEET.as_bytes()), |bytes| bytes),
    ("a.xls", xls, |bytes| bytes),
    ("a.ods", || CONTENT.as_bytes().to_vec(), |bytes| ods(&bytes)),
    ("a.parquet", parquet, |bytes| bytes),
    ("a.zip", || zip(&[("a.csv", b"codice;n\n015146;1\n"), ("b.csv", b"codice;n\n")]), |bytes| bytes),
    ("a.zip", || parts().0, |bytes| zip(&[("a.shp", &bytes), ("a.dbf", &parts().1)])),
    ("a.zip", || parts().1, |bytes| zip(&[("a.shp", &parts().0), ("a.dbf", &bytes)])),
    (
        "a.zip",
        || b"PROJCS[\"WGS_1984_UTM_Zone_33N\"]".to_vec(),
        |bytes| zip(&[("a.shp", &parts().0), ("a.dbf", &parts().1), ("a.prj", &bytes), ("a.cpg", &bytes)]),
    ),
    ("a.geojson", || geojson().into_bytes(), |bytes| bytes),
    ("a.topojson", || topojson().into_bytes(), |bytes| bytes),
    ("a.gpkg", geopackage, |bytes| bytes),
    ("a.kml", || kml().into_bytes(), |bytes| bytes),
];

const SDMX: &str =
    "DATAFLOW,FREQ,REF_AREA,DATA_TYPE,SEX,TIME_PERIOD,OBS_VALUE\nIT1:X(1.0),A,015146,JAN,9,2022,1.5\n";
const SHEET: &str =
    r#"<worksheet><sheetData><row r="1"><c r="A1"><v>15146</v></c></row></sheetData></worksheet>"#;

#[test]
fn what_is_fuzzed_is_valid_before() {
    for (file, valid, whole) in KINDS {
        read_bytes(file, whole(valid())).unwrap_or_else(|error| panic!("{error}"));
    }
}

/// A workbook in the format before 2007, with a code and a value: a stream of records in a compound file.
fn xls() -> Vec<u8> {
    xls_with(&[])
}

/// The same with further records in its sheet, by type.
fn xls_with(marks: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let record =
        |kind: u16, body: &[u8]| [&kind.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat();
    let begin = |kind: u16| record(0x0809, &[&[0, 6], &kind.to_le_bytes()[..], &[0; 12]].concat());
    let end = record(0x000a, &[]);
    let label = |column: u8, text: &str| {
        record(0x0204, &[&[0, 0, column, 0, 0, 0, text.len() as u8, 0, 0], text.as_bytes()].concat())
    };
    let number = |column: u8, value: f64| {
        record(0x0203, &[&[1, 0, column, 0, 0, 0][..], &value.to_le_bytes()].concat())
    };
    let marks: Vec<u8> = marks.iter().flat_map(|(kind, body)| record(*kind, body)).collect();
    let sheet = [
        begin(0x10),
        marks,
        record(0x0200, &[0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 2, 0, 0, 0]),
        label(0, "codice"),
        label(1, "n"),
        number(0, 15146.0),
        number(1, 1.5),
        end.clone(),
    ]
    .concat();
    let bound = |offset: usize| {
        record(0x0085, &[&(offset as u32).to_le_bytes()[..], &[0, 0, 4, 0], b"dati"].concat())
    };
    let globals = begin(5).len() + bound(0).len() + end.len();
    let mut stream = [begin(5), bound(globals), end, sheet].concat();
    // Shorter streams would be stored elsewhere.
    stream.resize(4096, 0);

    let mut header = vec![0_u8; 512];
    header[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    let shorts: [(usize, u16); 5] = [(24, 0x3e), (26, 3), (28, 0xfffe), (30, 9), (32, 6)];
    shorts.iter().for_each(|(at, value)| header[*at..at + 2].copy_from_slice(&value.to_le_bytes()));
    let none = u32::MAX - 1;
    let longs = [(44, 1), (48, 1), (56, 4096), (60, none), (68, none)];
    longs.iter().for_each(|(at, value)| header[*at..at + 4].copy_from_slice(&value.to_le_bytes()));
    header[80..].fill(0xff);
    header[76..80].fill(0);
    let chain = (3..10).chain([none]);
    let mut table: Vec<u8> =
        [u32::MAX - 2, none].into_iter().chain(chain).flat_map(u32::to_le_bytes).collect();
    table.resize(512, 0xff);
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend([(name.len() as u8 + 1) * 2, 0, kind, 1]);
        entry.extend([u32::MAX, u32::MAX, child].into_iter().flat_map(u32::to_le_bytes));
        entry.resize(116, 0);
        entry.extend([start, size, 0].into_iter().flat_map(u32::to_le_bytes));
        entry
    };
    let mut directory =
        [entry("Root Entry", 5, 1, none, 0), entry("Workbook", 2, u32::MAX, 2, 4096)].concat();
    directory.resize(512, 0);
    [header, table, directory, stream].concat()
}

#[test]
fn an_xls_is_read() {
    let read = tables("a.xls", xls());
    assert_eq!((read[0].sheet.as_deref(), read[0].len()), (Some("dati"), 2));
    assert_eq!([read[0].cell(0, 0), read[0].cell(1, 0), read[0].cell(1, 1)], ["codice", "15146", "1.5"]);
}

#[test]
fn what_older_workbooks_hide_is_told() {
    // Row 2 with the bit of a height of zero, column B with that of a hidden one, a filter that is on.
    let row = [1_u16, 0, 2, 255, 0, 0, 0x20, 0].map(u16::to_le_bytes).concat();
    let column = [1_u16, 1, 2304, 15, 1, 0].map(u16::to_le_bytes).concat();
    let notes = |marks: &[(u16, Vec<u8>)]| tables("a.xls", xls_with(marks))[0].notes.clone();
    assert_eq!(notes(&[(0x208, row.clone())]).hidden_rows, [2]);
    let filtered = notes(&[(0x7d, column), (0x208, row), (0x9b, Vec::new())]);
    assert!(filtered.is_filtered && filtered.hidden_columns == [1]);
    assert!(notes(&[]).hidden_rows.is_empty());
    let second = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>015146";
    let hidden = second.replace("<table:table-row>", "<table:table-row table:visibility=\"filter\">");
    let notes = tables("a.ods", ods(CONTENT.replace(second, &hidden).as_bytes()))[0].notes.clone();
    assert!(notes.is_filtered && notes.hidden_rows == [2]);
    let percent = CONTENT.replace(
        "value-type=\"float\" office:value=\"1.5\"",
        "value-type=\"percentage\" office:value=\"0.161\"",
    );
    let read = tables("a.ods", ods(percent.as_bytes()));
    assert_eq!((read[0].cell(1, 1), read[0].notes.percent.as_slice()), ("16.1", &[1][..]));
}

/// An archive of these files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        archive.start_file(*name, deflated).expect("a name");
        archive.write_all(bytes).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

/// The root relationships of a workbook.
const ROOT: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// A workbook with one sheet, `dati`, with this XML for its rows.
pub fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_with(rows, "")
}

/// The same with attributes of the sheet in the list of sheets.
pub fn xlsx_with(rows: &str, attributes: &str) -> Vec<u8> {
    workbook_with(format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes(), attributes)
}

fn workbook(sheet: &[u8]) -> Vec<u8> {
    workbook_with(sheet, "")
}

fn workbook_with(sheet: &[u8], attributes: &str) -> Vec<u8> {
    let kinds = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let book = format!(
        r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="dati" sheetId="1"{attributes} r:id="rId1"/></sheets></workbook>"#
    );
    let relations = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    zip(&[
        ("[Content_Types].xml", kinds.as_bytes()),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn refusal(file: &str, bytes: impl Into<Vec<u8>>) -> SourceError {
    let error = read_bytes(file, bytes.into()).expect_err(file);
    for lang in Lang::ALL {
        let text = error.text(lang);
        assert!(text.starts_with(file) && !text.contains("{}") && !text.contains('\n'), "{text}");
    }
    error
}

fn tables(file: &str, bytes: impl Into<Vec<u8>>) -> Vec<RawTable> {
    let contents = read_bytes(file, bytes.into()).unwrap_or_else(|error| panic!("{error}"));
    let table = |content| match content {
        Content::Table(table) => table,
        Content::Shapes(_) | Content::Unread(_) => panic!("{file}: shapes"),
    };
    contents.into_iter().map(table).collect()
}

#[test]
fn what_is_no_table_is_refused_by_what_it_is() {
    let one_more = "a;".repeat(2_001);
    let cases: [(&str, &[u8], &str); 12] = [
        ("a.csv", b"", "empty"),
        ("a.xlsx", b"  \n", "empty"),
        ("a.csv", b"<!DOCTYPE html><html><body>404", "html"),
        ("a.xls", b"<table><tr><td>1</td></tr></table>", "html"),
        ("a.xlsx", b"codice;valore\n015146;1\n", "not_a_workbook"),
        ("a.csv", one_more.as_bytes(), "too_many_columns"),
        ("a.csv", b"\x1f\x8b\x08\x00 abc", "damaged"),
        ("a.csv", b"%PDF-1.7", "pdf"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0", "not_text"),
        ("a.zip", b"PK\x03\x04 and no more", "not_an_archive"),
        ("a.parquet", b"codice,valore\n015146,1\n", "not_parquet"),
        ("a.parquet", b"PAR1\xff\xff\xff\xffPAR1", "not_parquet"),
    ];
    for (file, bytes, code) in cases {
        assert_eq!(refusal(file, bytes).code(), code, "{file}");
    }
    let folder = Folder::new();
    std::fs::create_dir(folder.path().join("x.csv")).expect("a folder");
    assert_eq!(open(&folder.path().join("x.csv")).expect_err("a folder").code(), "folder");
    assert_eq!(open(&folder.path().join("none.csv")).expect_err("nothing").code(), "cannot_read");
}

#[test]
fn archives_are_counted_while_they_unpack() {
    // Four megabytes of zeros, compressed a thousandfold.
    assert_eq!(refusal("a.zip", zip(&[("a.csv", &[0; 4 << 20])])).code(), "too_packed");
    let many: Vec<String> = (0..1_001).map(|i| format!("{i}.csv")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(refusal("a.zip", zip(&many)).code(), "too_many_entries");
    assert_eq!(refusal("a.zip", zip(&[("../../a.csv", b"a;b\n1;2")])).code(), "path_outside");
    assert_eq!(refusal("a.zip", zip(&[("a.pdf", b"%PDF")])).code(), "nothing_inside");
    // An archive within an archive is not opened, because it could contain itself.
    let inner = zip(&[("a.csv", b"a;b\n1;2")]);
    assert_eq!(refusal("a.zip", zip(&[("inner.csv", &inner)])).problem_file(), "a.zip › inner.csv");
    let read = tables("a.zip", zip(&[("folder/a.csv", b"a;b\n1;2"), ("__MACOSX/a.csv", b"\0\0")]));
    assert_eq!((read.len(), read[0].file.as_str(), read[0].cell(1, 1)), (1, "a.zip › folder/a.csv", "2"));
}

trait File {
    fn problem_file(&self) -> &str;
}

impl File for SourceError {
    fn problem_file(&self) -> &str {
        &self.file
    }
}

#[test]
fn a_workbook_is_read_cell_by_cell() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>codice</t></is></c><c r="B1" t="inlineStr"><is><t>valore</t></is></c></row><row r="7"><c r="A7"><v>15146</v></c><c r="B7"><f>1+1</f><v>2</v></c><c r="C7" t="e"><v>#DIV/0!</v></c></row>"#;
    let read = tables("a.xlsx", xlsx(rows));
    assert_eq!((read[0].sheet.as_deref(), read[0].len(), read[0].number(1)), (Some("dati"), 2, 7));
    assert_eq!([read[0].cell(1, 0), read[0].cell(1, 1), read[0].cell(1, 2)], ["15146", "2", ""]);
    assert_eq!(read[0].notes.unreadable_cells, 1);

    let far = refusal("a.xlsx", xlsx(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#));
    assert_eq!(
        (far.code(), far.sheet.as_deref(), far.row),
        ("too_many_columns", Some("dati"), Some(1_048_576))
    );
    let dimension = workbook(
        br#"<worksheet><dimension ref="A0:B3"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#,
    );
    assert_eq!(tables("a.xlsx", dimension)[0].len(), 1);
}

#[test]
fn a_workbook_made_to_do_harm_is_refused() {
    let deep = "<x>".repeat(1_000);
    let attributes: String = (0..5_000).map(|i| format!(" a{i}='1'")).collect();
    let entities =
        r#"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>"#;
    for sheet in [format!("<worksheet>{deep}"), format!("<worksheet{attributes}>"), entities.to_owned()] {
        assert_eq!(refusal("a.xlsx", workbook(sheet.as_bytes())).code(), "damaged", "{sheet:.60}");
    }
    assert_eq!(refusal("a.xlsx", workbook(b"<worksheet><sheetData>")).code(), "damaged");
    let sst = r#"<sst uniqueCount="18446744073709551615"></sst>"#;
    let with_strings = zip(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships/>"),
        ("xl/sharedStrings.xml", sst.as_bytes()),
    ]);
    assert_eq!(refusal("a.xlsx", with_strings).code(), "damaged");
    // The beginning of an XLS file and nothing more.
    let mut xls = vec![0; 512];
    xls[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    assert_eq!(refusal("a.xls", xls).code(), "damaged");
}

/// The crate allocates the rectangle that a sheet claims to have, and follows endless chains of sectors.
#[test]
fn an_xls_made_to_do_harm_is_refused() {
    let valid = xls();
    let says =
        valid.windows(4).position(|record| record == [0x00, 0x02, 0x0e, 0x00]).expect("its dimensions");
    let with = |at: usize, bytes: &[u8]| {
        let mut xls = valid.clone();
        xls[at..at + bytes.len()].copy_from_slice(bytes);
        refusal("a.xls", xls).code()
    };
    assert_eq!(with(says + 8, &[0xff; 4]), "too_many_cells");
    assert_eq!(with(says + 4, &[9, 0, 0, 0]), "damaged", "the first row after the last");
    assert_eq!(with(512 + 4, &[1, 0, 0, 0]), "damaged", "the directory is followed by itself");
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(with(1024 + 128, &locked), "password");
}

/// The cells of an ODS file, followed by a million empty rows.
const CONTENT: &str = r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="dati"><table:table-row><table:table-cell office:value-type="string"><text:p>codice</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>valore</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>015146</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

fn ods(content: &[u8]) -> Vec<u8> {
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
    zip(&[("mimetype", mimetype), ("META-INF/manifest.xml", b"<manifest/>"), ("content.xml", content)])
}

#[test]
fn an_ods_is_read_with_its_repeated_cells() {
    let read = tables("a.ods", ods(CONTENT.as_bytes()));
    assert_eq!((read[0].sheet.as_deref(), read[0].len()), (Some("dati"), 2));
    assert_eq!([read[0].cell(1, 0), read[0].cell(1, 1)], ["015146", "1.5"]);
}

fn parquet() -> Vec<u8> {
    use polars::prelude::{DataFrame, IntoColumn, NamedFrom, ParquetWriter, Series};
    let columns = vec![
        Series::new("codice".into(), ["015146", "098031"]).into_column(),
        Series::new("valore".into(), [Some(1.5), None]).into_column(),
        Series::new("anno".into(), [2023_i64, 2024]).into_column(),
    ];
    let mut frame = DataFrame::new(2, columns).expect("columns of one length");
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).finish(&mut frame).expect("memory");
    bytes
}

#[test]
fn parquet_is_imported_with_its_names_and_cut_short_it_does_not() {
    let bytes = parquet();
    let read = tables("a.parquet", bytes.clone());
    let row = |i: usize| read[0].row(i).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(
        [row(0), row(1), row(2)],
        [["codice", "valore", "anno"], ["015146", "1.5", "2023"], ["098031", "", "2024"]]
    );
    assert_eq!(refusal("a.parquet", &bytes[..bytes.len() - 9]).code(), "not_parquet");
}
