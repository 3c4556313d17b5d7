//! What a report consists of, in reading order, once its sentences are decided.
//!
//! Ids are stable from one making of a report to the next (`demography/residents/1`): a document that was edited by
//! hand is brought up to date by them.

use crate::base::Code;
use crate::data::{Method, Reference};
use crate::document::Element;
use crate::i18n::Lang;
use crate::scene::Scene;

/// A report ready to be written.
#[derive(Clone, Debug)]
pub struct Report {
    pub lang: Lang,
    /// For the document's properties, and the header of each page.
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A part of a report.
#[derive(Clone, Debug)]
pub enum Block {
    Cover(Cover),
    /// The list of what the report has of a kind.
    Contents(Contents),
    /// Of level 1 to 3, unnumbered here: writers number headings.
    Heading {
        id: String,
        level: u8,
        text: String,
    },
    Paragraph(Paragraph),
    Bullets(Vec<Paragraph>),
    Table(Table),
    Figure(Figure),
    /// A place for the office to write in.
    Field(Field),
    PageBreak,
}

/// The first page.
#[derive(Clone, Debug)]
pub struct Cover {
    pub title: String,
    pub subtitle: String,
    /// What stands at the foot: the office as typed, the date of the data, what the program is.
    pub lines: Vec<String>,
    /// The outline of the place.
    pub picture: Option<Figure>,
    /// PNG or SVG, as loaded by [`crate::export`].
    pub logo: Option<Vec<u8>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    Headings,
    Figures,
    Tables,
}

/// What a paragraph is for; writers give each its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    #[default]
    Body,
    /// A statement to be noticed: what is provisional, what is missing.
    Caution,
    /// Source, dates and method under a table or figure.
    Note,
}

#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    pub role: Role,
    pub sentences: Vec<Sentence>,
}

/// The unit that is renewed as a whole while nobody has changed it: its words ("cresce", "più alto") depend on its numbers.
#[derive(Clone, Debug)]
pub struct Sentence {
    pub id: String,
    pub runs: Vec<Run>,
}

#[derive(Clone, Debug)]
pub enum Run {
    Text(String),
    Strong(String),
    Value(Value),
    /// "Figura 3": the number and kind of a figure or table, by its id.
    Reference {
        to: String,
    },
}

/// A printed number, date or name that depends on the data.
#[derive(Clone, Debug)]
pub struct Value {
    pub id: String,
    /// As printed, in the language of the report, with its unit if that is printed with it.
    pub text: String,
    pub origin: Origin,
}

/// Where a printed value comes from. What does not apply is `None`.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The id of an indicator.
    pub indicator: Option<String>,
    /// Its territory or area.
    pub territory: Option<Code>,
    pub reference: Option<Reference>,
    /// The earlier of two dates, for a change.
    pub since: Option<Reference>,
    pub method: Option<Method>,
    /// The exact value behind the printed one.
    pub exact: Option<f64>,
    /// What it is, if not the value itself: a rank, a count of Comuni, a difference; an id in English snake_case.
    pub what: Option<&'static str>,
    /// Source and remarks (provisional, estimated, withheld), in the language of the report.
    pub notes: Vec<String>,
}

/// A table of text and numbers.
#[derive(Clone, Debug)]
pub struct Table {
    pub id: String,
    /// Without "Tabella 3", which writers number.
    pub caption: String,
    /// For screen readers: what the table shows, in a sentence.
    pub description: String,
    pub columns: Vec<Column>,
    /// One row of headings or more, repeated on each page.
    pub header: Vec<Vec<HeaderCell>>,
    pub rows: Vec<Row>,
    /// Under the table: source, dates, what is missing and why.
    pub notes: Vec<Paragraph>,
    /// Set in small type: what is looked up, not read.
    pub is_compact: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its share of the width; shares need not add up to anything.
    pub width: f64,
    pub align: Align,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    /// Numbers whose decimal signs stand under one another.
    Decimal,
    /// Numbers of different units, each at the end of its line.
    End,
    Centre,
}

#[derive(Clone, Debug)]
pub struct HeaderCell {
    pub text: String,
    /// Columns it spans, at least 1.
    pub span: usize,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// The row of the place the report is about, or a total.
    pub strong: bool,
}

#[derive(Clone, Debug)]
pub enum Cell {
    Text(String),
    Value(Value),
    /// A place for the office to write in.
    Field(Field),
    Empty,
}

/// Text that the office writes; shown as a prompt until then, and never touched by a renewal.
#[derive(Clone, Debug)]
pub struct Field {
    pub id: String,
    pub prompt: String,
}

/// A drawing at the size it is printed at.
#[derive(Clone, Debug)]
pub struct Figure {
    pub id: String,
    /// Without "Figura 3", which writers number.
    pub caption: String,
    pub alt_text: String,
    /// What it was made from, to make it again.
    pub element: Option<Element>,
    pub scene: Scene,
    pub notes: Vec<Paragraph>,
    /// The numbers behind it, where a reader can open them.
    pub data: Option<Box<Table>>,
}
