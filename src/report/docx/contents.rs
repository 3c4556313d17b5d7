//! The table of contents and the lists of figures and tables: fields that Word renews, with their entries as they are.

use crate::i18n::texts as t;

use super::super::block::Contents;
use super::super::numbers::{Caption, Captioned, Heading};
use super::body::Body;
use super::bookmark::bookmark;
use super::fields;

/// A line of a list.
struct Entry {
    style: &'static str,
    text: String,
    bookmark: String,
    page: Option<usize>,
}

/// Writes a list; nothing if the report has nothing of the kind.
pub fn write(body: &mut Body<'_>, kind: Contents) {
    let lang = body.lang;
    let numbers = body.numbers;
    let captions = |captions: &[Caption]| -> Vec<Entry> {
        let entry = |caption: &Caption| Entry {
            style: "Indicedellefigure",
            text: format!("{} – {}", caption.label, caption.caption),
            bookmark: bookmark("_Toc", &caption.id),
            page: body.pages.get(&caption.id).copied(),
        };
        captions.iter().map(entry).collect()
    };
    let (title, instruction, entries) = match kind {
        Contents::Headings => {
            let entry = |heading: &Heading| Entry {
                style: ["Sommario1", "Sommario2", "Sommario3"][usize::from(heading.level) - 1],
                text: format!("{}  {}", heading.number, heading.text),
                bookmark: bookmark("_Toc", &heading.id),
                page: body.pages.get(&heading.id).copied(),
            };
            let entries = numbers.headings.iter().map(entry).collect();
            (t::PAGES_CONTENTS, "TOC \\o \"1-3\" \\h \\z \\u".to_owned(), entries)
        }
        Contents::Figures => {
            let word = lang.text(Captioned::Figure.name());
            (t::PAGES_FIGURES, format!("TOC \\h \\z \\c \"{word}\""), captions(&numbers.figures))
        }
        Contents::Tables => {
            let word = lang.text(Captioned::Table.name());
            (t::PAGES_TABLES, format!("TOC \\h \\z \\c \"{word}\""), captions(&numbers.tables))
        }
    };
    if entries.is_empty() {
        return;
    }
    // As Word's own, so that its command to update the table shows above it.
    if kind == Contents::Headings {
        let xml = &mut body.xml;
        xml.open("w:sdt", &[]);
        xml.open("w:sdtPr", &[]);
        xml.open("w:docPartObj", &[]);
        xml.set("w:docPartGallery", "Table of Contents");
        xml.empty("w:docPartUnique", &[]);
        xml.close();
        xml.close();
        xml.open("w:sdtContent", &[]);
    }
    body.styled("Titolosommario", |body| fields::run(&mut body.xml, lang.text(title), None));
    for (i, entry) in entries.iter().enumerate() {
        body.begin_paragraph(entry.style, false);
        let xml = &mut body.xml;
        if i == 0 {
            fields::begin(xml, &instruction);
        }
        xml.open("w:hyperlink", &[("w:anchor", &entry.bookmark), ("w:history", "1")]);
        fields::run(xml, &entry.text, None);
        fields::run(xml, "\t", None);
        fields::page_of(xml, &entry.bookmark, entry.page);
        xml.close();
        if i + 1 == entries.len() {
            fields::end(xml);
        }
        xml.close();
    }
    if kind == Contents::Headings {
        body.xml.close();
        body.xml.close();
        body.styled("Nota", |body| fields::run(&mut body.xml, lang.text(t::DOCX_PAGES_ESTIMATED), None));
    }
}
