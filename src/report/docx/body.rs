//! The text of a document: each block in its style, and whatever depends on the data in a content control.

use std::collections::BTreeMap;

use serde_json::json;

use crate::base::Pt;
use crate::export::ExportError;
use crate::i18n::{Lang, texts as t};

use super::super::beside::GAP;
use super::super::block::{Cover, Field, Figure, Paragraph, Role, Run, Sentence, Value};
use super::super::numbers::{Captioned, Numbers};
use super::bookmark::bookmark;
use super::control::Controls;
use super::fields;
use super::kept::{Kind, Printed, REFERENCE, origin, text_digest};
use super::picture::{Media, Placed};
use super::xml::Xml;

/// The width of the text, in twentieths of a point: A4 with 22 mm on either side.
pub const WIDTH: usize = 9_412;

/// The style of a statement to be noticed.
const CAUTION: &str = "Avvertenza";

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MC: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const W15: &str = "http://schemas.microsoft.com/office/word/2012/wordml";

/// Where a caption stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Above its table.
    Above,
    /// Under its figure.
    Below,
    /// Under two figures side by side, of which it names one.
    Left,
    Right,
}

/// A document while it is written.
pub struct Body<'a> {
    pub xml: Xml,
    pub lang: Lang,
    pub numbers: &'a Numbers,
    /// The pages of headings, figures and tables, estimated.
    pub pages: BTreeMap<String, usize>,
    pub controls: Controls,
    pub media: Media,
    bookmarks: usize,
    /// Whether the next paragraph begins a page.
    breaks: bool,
}

impl<'a> Body<'a> {
    pub fn new(lang: Lang, numbers: &'a Numbers, pages: BTreeMap<String, usize>) -> Self {
        let mut xml = Xml::document();
        xml.open(
            "w:document",
            &[("xmlns:w", W), ("xmlns:r", R), ("xmlns:mc", MC), ("xmlns:w15", W15), ("mc:Ignorable", "w15")],
        );
        xml.open("w:body", &[]);
        Self {
            xml,
            lang,
            numbers,
            pages,
            controls: Controls::default(),
            media: Media::default(),
            bookmarks: 0,
            breaks: false,
        }
    }

    /// A paragraph of this style.
    pub fn styled(&mut self, style: &str, inside: impl FnOnce(&mut Self)) {
        self.begin_paragraph(style, false);
        inside(self);
        self.xml.close();
    }

    /// Opens a paragraph; one element to close.
    pub fn begin_paragraph(&mut self, style: &str, keeps_next: bool) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.set("w:pStyle", style);
        if keeps_next {
            self.xml.empty("w:keepNext", &[]);
        }
        if std::mem::take(&mut self.breaks) {
            self.xml.empty("w:pageBreakBefore", &[]);
        }
        self.xml.close();
    }

    /// The next paragraph begins a page. An empty paragraph with a break in it would leave an empty page wherever the
    /// one before is just full.
    pub fn page_break(&mut self) {
        self.breaks = true;
    }

    /// The first page.
    ///
    /// # Errors
    /// A picture that cannot be drawn.
    pub fn cover(&mut self, cover: &Cover) -> Result<(), ExportError> {
        let logo = cover.logo.as_ref().and_then(|logo| self.media.logo(logo, (Pt(170.0), Pt(70.0))));
        if let Some(placed) = logo {
            let name = self.lang.text(t::PAGES_LOGO);
            self.styled("Copertina", |body| body.media.write(&mut body.xml, &placed, name, name));
        }
        self.line("Titolo", "cover/title", &cover.title);
        self.line("Sottotitolo", "cover/subtitle", &cover.subtitle);
        if let Some(picture) = &cover.picture {
            let placed = self.media.scene(&picture.scene, room())?;
            self.drawing(picture, &placed, self.lang.text(t::DOCX_OUTLINE));
        }
        for (i, line) in cover.lines.iter().enumerate() {
            self.line("Copertina", &format!("cover/line/{}", i + 1), line);
        }
        self.page_break();
        Ok(())
    }

    /// A paragraph that is a line of text depending on the data.
    fn line(&mut self, style: &str, id: &str, text: &str) {
        if !text.is_empty() {
            self.styled(style, |body| body.line_in(id, text));
        }
    }

    fn line_in(&mut self, id: &str, text: &str) {
        self.controls.open(&mut self.xml, printed(Kind::Line, id, text), None);
        fields::run(&mut self.xml, text, None);
        self.xml.close();
        self.xml.close();
    }

    pub fn heading(&mut self, id: &str, text: &str) {
        let known = self.numbers.headings.iter().find(|heading| heading.id == id);
        let level = known.map_or(1, |heading| heading.level);
        let style = ["Titolo1", "Titolo2", "Titolo3"][usize::from(level).clamp(1, 3) - 1];
        self.styled(style, |body| {
            let mark = body.begin_bookmark(&bookmark("_Toc", id));
            fields::run(&mut body.xml, text, None);
            body.end_bookmark(&mark);
        });
    }

    fn begin_bookmark(&mut self, name: &str) -> String {
        self.bookmarks += 1;
        let id = self.bookmarks.to_string();
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        id
    }

    fn end_bookmark(&mut self, id: &str) {
        self.xml.empty("w:bookmarkEnd", &[("w:id", id)]);
    }

    /// "Tabella 3 – …", counted by Word.
    pub fn caption(&mut self, word: &str, id: &str, number: usize, text: &str, stands: Stands) {
        // One of two has the other's, or their notes, after it.
        self.begin_paragraph("Didascalia", matches!(stands, Stands::Above | Stands::Left));
        let whole = self.begin_bookmark(&bookmark("_Toc", id));
        let label = self.begin_bookmark(&bookmark("_Ref", id));
        fields::run(&mut self.xml, &format!("{word}\u{a0}"), None);
        fields::field(&mut self.xml, &format!("SEQ {word} \\* ARABIC"), &number.to_string());
        self.end_bookmark(&label);
        let side = match stands {
            Stands::Left => Some(t::DOCX_LEFT),
            Stands::Right => Some(t::DOCX_RIGHT),
            Stands::Above | Stands::Below => None,
        };
        let side = side.map_or_else(String::new, |side| format!(" ({})", self.lang.text(side)));
        fields::run(&mut self.xml, &format!("{side} – "), None);
        self.line_in(&format!("{id}/caption"), text);
        self.end_bookmark(&whole);
        self.xml.close();
    }

    pub fn paragraph(&mut self, paragraph: &Paragraph, style: &str) {
        self.styled(style, |body| {
            if style == CAUTION {
                // Not by its colour alone.
                let word = format!("{}: ", body.lang.text(t::PAGES_CAUTION));
                fields::run(&mut body.xml, &word, Some("Enfasigrassetto"));
            }
            for (i, sentence) in paragraph.sentences.iter().enumerate() {
                if i > 0 {
                    fields::run(&mut body.xml, " ", None);
                }
                body.sentence(sentence);
            }
        });
    }

    fn sentence(&mut self, sentence: &Sentence) {
        let plain = plain(sentence);
        self.controls.open(&mut self.xml, printed(Kind::Sentence, &sentence.id, &plain), None);
        for run in &sentence.runs {
            match run {
                Run::Text(text) => fields::run(&mut self.xml, text, None),
                Run::Strong(text) => fields::run(&mut self.xml, text, Some("Enfasigrassetto")),
                Run::Value(value) => self.value(value, false),
                Run::Reference { to } => match self.numbers.label(to) {
                    Some(label) => {
                        let instruction = format!("REF {} \\h", bookmark("_Ref", to));
                        fields::field(&mut self.xml, &instruction, label);
                    }
                    None => fields::run(&mut self.xml, "…", None),
                },
            }
        }
        self.xml.close();
        self.xml.close();
    }

    /// A printed value, in a control of its own.
    pub fn value(&mut self, value: &Value, is_strong: bool) {
        let mut printed = printed(Kind::Value, &value.id, &value.text);
        printed.text = Some(value.text.clone());
        printed.origin = origin(&value.origin);
        self.controls.open(&mut self.xml, printed, None);
        fields::run(&mut self.xml, &value.text, is_strong.then_some("Enfasigrassetto"));
        self.xml.close();
        self.xml.close();
    }

    /// A place to write in: a paragraph of its own.
    pub fn field_paragraph(&mut self, field: &Field) {
        self.controls.open(&mut self.xml, printed(Kind::Field, &field.id, ""), Some(&field.prompt));
        self.styled("Corpotesto", |body| body.prompt(field));
        self.xml.close();
        self.xml.close();
    }

    /// A place to write in, within a paragraph.
    pub fn field(&mut self, field: &Field) {
        self.controls.open(&mut self.xml, printed(Kind::Field, &field.id, ""), Some(&field.prompt));
        self.prompt(field);
        self.xml.close();
        self.xml.close();
    }

    fn prompt(&mut self, field: &Field) {
        fields::run(&mut self.xml, &field.prompt, Some("Testosegnaposto"));
    }

    /// A figure with its caption and notes.
    ///
    /// # Errors
    /// It cannot be drawn.
    pub fn figure(&mut self, figure: &Figure) -> Result<(), ExportError> {
        let (word, number) = self.numbered(figure);
        let placed = self.media.scene(&figure.scene, room())?;
        self.drawing(figure, &placed, &format!("{word} {number}"));
        self.caption(word, &figure.id, number, &figure.caption, Stands::Below);
        self.notes(&figure.notes);
        Ok(())
    }

    /// Two figures in one line, with their captions below one another: a table would be read as one.
    ///
    /// # Errors
    /// One of them cannot be drawn.
    pub fn beside(&mut self, figures: [&Figure; 2]) -> Result<(), ExportError> {
        let half = Pt((room().0 - GAP) / 2.0);
        let mut placed = Vec::new();
        for figure in figures {
            placed.push(self.media.scene(&figure.scene, half)?);
        }
        self.begin_paragraph("Figura", true);
        for (i, (figure, placed)) in figures.iter().zip(&placed).enumerate() {
            if i > 0 {
                fields::run(&mut self.xml, " ", None);
            }
            let (word, number) = self.numbered(figure);
            let name = format!("{word} {number}");
            self.controls.open(&mut self.xml, of_figure(figure, placed), Some(&name));
            self.media.write(&mut self.xml, placed, &name, &figure.alt_text);
            self.xml.close();
            self.xml.close();
        }
        self.xml.close();
        for (figure, side) in figures.into_iter().zip([Stands::Left, Stands::Right]) {
            let (word, number) = self.numbered(figure);
            self.caption(word, &figure.id, number, &figure.caption, side);
        }
        figures.into_iter().for_each(|figure| self.notes(&figure.notes));
        Ok(())
    }

    /// "Figura" and its number.
    fn numbered(&self, figure: &Figure) -> (&'static str, usize) {
        let number = self.numbers.figures.iter().find(|known| known.id == figure.id);
        (self.lang.text(Captioned::Figure.name()), number.map_or(0, |known| known.number))
    }

    fn drawing(&mut self, figure: &Figure, placed: &Placed, name: &str) {
        self.controls.open(&mut self.xml, of_figure(figure, placed), Some(name));
        self.styled("Figura", |body| body.media.write(&mut body.xml, placed, name, &figure.alt_text));
        self.xml.close();
        self.xml.close();
    }

    pub fn notes(&mut self, notes: &[Paragraph]) {
        for note in notes {
            let style = if note.role == Role::Caution { CAUTION } else { "Nota" };
            self.paragraph(note, style);
        }
    }

    /// Closes the text with the page it is set on.
    pub fn end(mut self, has_cover: bool) -> (String, Controls, Media) {
        let xml = &mut self.xml;
        xml.open("w:sectPr", &[]);
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rIdHeader")]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rIdFooter")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", "1191"),
                ("w:right", "1247"),
                ("w:bottom", "1021"),
                ("w:left", "1247"),
                ("w:header", "567"),
                ("w:footer", "454"),
                ("w:gutter", "0"),
            ],
        );
        if has_cover {
            // The cover has neither header nor footer.
            xml.empty("w:titlePg", &[]);
        }
        (self.xml.end(), self.controls, self.media)
    }
}

/// What is kept of a figure.
fn of_figure(figure: &Figure, placed: &Placed) -> Printed {
    Printed {
        kind: Kind::Figure,
        id: figure.id.clone(),
        digest: placed.sha256[..24].to_owned(),
        text: None,
        origin: Some(json!({
            "spec": figure.element,
            "alt_text": text_digest(&figure.alt_text),
        })),
    }
}

/// The room there is for a picture.
fn room() -> Pt {
    Pt(WIDTH as f64 / 20.0)
}

/// The style of a paragraph.
pub fn style(role: Role) -> &'static str {
    match role {
        Role::Body => "Corpotesto",
        Role::Caution => CAUTION,
        Role::Note => "Nota",
    }
}

fn printed(kind: Kind, id: &str, text: &str) -> Printed {
    Printed { kind, id: id.to_owned(), digest: text_digest(text), text: None, origin: None }
}

/// The text of a sentence as it is compared later.
fn plain(sentence: &Sentence) -> String {
    sentence
        .runs
        .iter()
        .map(|run| match run {
            Run::Text(text) | Run::Strong(text) => text.clone(),
            Run::Value(value) => value.text.clone(),
            Run::Reference { .. } => REFERENCE.to_string(),
        })
        .collect()
}
