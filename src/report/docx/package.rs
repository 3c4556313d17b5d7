//! The parts of a document and the zip that holds them. No clock: the same parts give the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::i18n::{Lang, texts as t};

use super::body::WIDTH;
use super::fields;
use super::picture::Media;
use super::xml::Xml;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// What types of relationships of Office begin with.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What content types of Word's parts begin with.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The id of our custom XML part; it names no machine and no time.
const ITEM: &str = "{6C1B7E0A-3F52-4E0B-9B6E-A71A5E50C1A1}";

/// What a document is made of beside its text.
pub struct Contents<'a> {
    pub lang: Lang,
    pub title: &'a str,
    pub document: String,
    pub kept: String,
    pub media: &'a Media,
}

/// The parts, in the order they are stored in.
pub fn parts(contents: &Contents<'_>) -> Vec<(String, Vec<u8>)> {
    let language = language(contents.lang);
    let mark = contents.lang.decimal_mark();
    let list = if mark == ',' { ";" } else { "," };
    let settings = include_str!("settings.xml")
        .replace("{lang}", language)
        .replace("{decimal}", &mark.to_string())
        .replace("{list}", list);
    let styles =
        include_str!("styles.xml").replace("{lang}", language).replace("{width}", &WIDTH.to_string());
    let texts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relationships()),
        ("docProps/core.xml", core(contents.title, language)),
        ("docProps/app.xml", app()),
        ("word/document.xml", contents.document.clone()),
        ("word/_rels/document.xml.rels", document_relationships(contents.media)),
        ("word/styles.xml", styles),
        ("word/settings.xml", settings),
        ("word/fontTable.xml", include_str!("fonts.xml").to_owned()),
        ("word/numbering.xml", include_str!("numbering.xml").to_owned()),
        ("word/header1.xml", header(contents.title)),
        ("word/footer1.xml", footer(contents.lang)),
        ("customXml/item1.xml", contents.kept.clone()),
        ("customXml/itemProps1.xml", item_properties()),
        ("customXml/_rels/item1.xml.rels", item_relationships()),
    ];
    let texts = texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let media = contents.media.files.iter();
    texts.chain(media.map(|(name, bytes)| (format!("word/media/{name}"), bytes.clone()))).collect()
}

/// The zip of the parts.
pub fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // PNG is compressed already.
        let method =
            if name.ends_with(".png") { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(name, options().compression_method(method)).expect("names of ours, in memory");
        zip.write_all(bytes).expect("parts far below 4 GB, in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

/// How every file is stored.
pub fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
}

pub fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::It => "it-IT",
        Lang::En => "en-GB",
    }
}

fn content_types() -> String {
    let mut xml = Xml::document();
    xml.open("Types", &[("xmlns", TYPES)]);
    for (extension, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
    ] {
        xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
    }
    let main = format!("{WORD}.document.main+xml");
    let [styles, settings, fonts, numbering, header, footer] =
        ["styles", "settings", "fontTable", "numbering", "header", "footer"]
            .map(|part| format!("{WORD}.{part}+xml"));
    for (part, kind) in [
        ("/word/document.xml", main.as_str()),
        ("/word/styles.xml", &styles),
        ("/word/settings.xml", &settings),
        ("/word/fontTable.xml", &fonts),
        ("/word/numbering.xml", &numbering),
        ("/word/header1.xml", &header),
        ("/word/footer1.xml", &footer),
        (
            "/customXml/itemProps1.xml",
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        ),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ] {
        xml.empty("Override", &[("PartName", part), ("ContentType", kind)]);
    }
    xml.end()
}

fn relationships(all: &[(&str, &str, &str)]) -> String {
    let mut xml = Xml::document();
    xml.open("Relationships", &[("xmlns", RELATIONSHIPS)]);
    for (id, kind, target) in all {
        xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
    }
    xml.end()
}

fn package_relationships() -> String {
    let [document, app] = ["officeDocument", "extended-properties"].map(|kind| format!("{OFFICE}/{kind}"));
    let core = format!("{RELATIONSHIPS}/metadata/core-properties");
    relationships(&[
        ("rId1", &document, "word/document.xml"),
        ("rId2", &core, "docProps/core.xml"),
        ("rId3", &app, "docProps/app.xml"),
    ])
}

fn document_relationships(media: &Media) -> String {
    let kind = |kind: &str| format!("{OFFICE}/{kind}");
    let [styles, settings, fonts, numbering, header, footer, custom, image] =
        ["styles", "settings", "fontTable", "numbering", "header", "footer", "customXml", "image"].map(kind);
    let images: Vec<(String, String)> = media
        .files
        .iter()
        .enumerate()
        .map(|(i, (name, _))| (Media::relationship(i), format!("media/{name}")))
        .collect();
    let mut all = vec![
        ("rIdStyles", styles.as_str(), "styles.xml"),
        ("rIdSettings", &settings, "settings.xml"),
        ("rIdFonts", &fonts, "fontTable.xml"),
        ("rIdNumbering", &numbering, "numbering.xml"),
        ("rIdHeader", &header, "header1.xml"),
        ("rIdFooter", &footer, "footer1.xml"),
        ("rIdKept", &custom, "../customXml/item1.xml"),
    ];
    all.extend(images.iter().map(|(id, target)| (id.as_str(), image.as_str(), target.as_str())));
    relationships(&all)
}

fn item_relationships() -> String {
    relationships(&[("rId1", &format!("{OFFICE}/customXmlProps"), "itemProps1.xml")])
}

fn item_properties() -> String {
    const DS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
    let mut xml = Xml::document();
    xml.open("ds:datastoreItem", &[("ds:itemID", ITEM), ("xmlns:ds", DS)]);
    xml.open("ds:schemaRefs", &[]);
    xml.empty("ds:schemaRef", &[("ds:uri", super::kept::NAMESPACE)]);
    xml.end()
}

/// Title and language. Nobody's name, and no time.
fn core(title: &str, language: &str) -> String {
    const CP: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    const DC: &str = "http://purl.org/dc/elements/1.1/";
    let mut xml = Xml::document();
    xml.open("cp:coreProperties", &[("xmlns:cp", CP), ("xmlns:dc", DC)]);
    xml.text_in("dc:title", &[], title);
    xml.text_in("dc:language", &[], language);
    xml.end()
}

fn app() -> String {
    const EP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    let mut xml = Xml::document();
    xml.open("Properties", &[("xmlns", EP)]);
    xml.text_in("Application", &[], "Atlante Sociale");
    xml.end()
}

fn header(title: &str) -> String {
    let mut xml = Xml::document();
    xml.open("w:hdr", &[("xmlns:w", W)]);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.set("w:pStyle", "Intestazione");
    xml.close();
    fields::run(&mut xml, title, None);
    xml.end()
}

fn footer(lang: Lang) -> String {
    let mut xml = Xml::document();
    xml.open("w:ftr", &[("xmlns:w", W)]);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.set("w:pStyle", "Pidipagina");
    xml.close();
    fields::run(&mut xml, &format!("\t{} ", lang.text(t::PAGES_PAGE)), None);
    fields::field(&mut xml, "PAGE", "1");
    fields::run(&mut xml, &format!(" {} ", lang.text(t::DOCX_PAGE_OF)), None);
    fields::field(&mut xml, "NUMPAGES", "1");
    xml.end()
}
