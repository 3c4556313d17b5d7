//! What a section is made of.

use crate::base::{Date, Level};
use crate::data::Bilingual;
use crate::document::{Asked, ElementKind};
use crate::report::block::Role;

use super::rule::Rule;

/// Where a section makes sense.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    #[default]
    Always,
    /// Where a place is made of several Comuni.
    Groups,
    /// Where it is one Comune.
    OneComune,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: String,
    /// Its row in the file.
    pub row: usize,
    pub only: Only,
    pub kind: ItemKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    /// Words of the template itself.
    Text {
        text: Bilingual,
        role: Role,
    },
    Sentences {
        rules: Vec<Rule>,
        bullets: bool,
    },
    Figure(FigureItem),
    Analysis(AnalysisItem),
    Table(TableItem),
    /// A place for the office to write in.
    Field {
        prompt: Bilingual,
    },
    /// A sheet of the office: rows of what is asked, each with a place to write.
    Fields(FieldsItem),
    /// Definitions, sources and dates of all indicators above.
    Methods,
}

/// Which date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum At {
    /// The last one there is.
    #[default]
    Latest,
    /// That one or, without it, the nearest.
    Date(Date),
}

/// The kinds of figure, as templates name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    Of(ElementKind),
    /// Where the place lies.
    Outline,
}

/// What a map shows of the territory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frame {
    /// The place, close up.
    #[default]
    Place,
    /// The whole territory.
    All,
}

/// The settings of a figure; those that its kind does not have are refused on reading.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureItem {
    pub kind: FigureKind,
    /// Ids: the one shown, x and y, or all rows.
    pub indicators: Vec<String>,
    pub at: At,
    pub level: Option<Level>,
    pub frame: Frame,
    /// The height in millimetres.
    pub height: f64,
    /// The width in millimetres.
    pub width: f64,
    /// How many sentences of its reading follow it.
    pub reading: usize,
    /// How many rows a ranking shows.
    pub top: Option<usize>,
    /// Whether the range of the Comuni is shown.
    pub range: bool,
    /// Whether it shows the change since the date before.
    pub change: bool,
}

/// A question asked of the data, answered by a map, a chart, two sentences and a note on the method.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalysisItem {
    pub asked: Asked,
    /// What it is asked of; none where a forecast is of the residents.
    pub indicator: Option<String>,
    pub at: At,
    pub level: Level,
    /// The height of each figure in millimetres.
    pub height: f64,
}

/// The kinds of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// Rows of indicators; columns of places, from the smallest to the country.
    Places,
    /// Rows of indicators; columns of dates.
    Trend,
    /// Rows of the Comuni of the place; columns of indicators.
    Members,
    /// Rows of indicators; the value of the place, the lowest and the highest of its Comuni, and their simple mean.
    Range,
    /// Rows of indicators; value, ATS, rank.
    Ranks,
    /// Rows of the Ambiti; columns of indicators.
    Ambiti,
    /// Rows of the Ambiti; an indicator at two dates, and its change, the largest first.
    Changes,
}

impl TableKind {
    pub(super) const ALL: [(&'static str, Self); 7] = [
        ("places", Self::Places),
        ("trend", Self::Trend),
        ("members", Self::Members),
        ("range", Self::Range),
        ("ranks", Self::Ranks),
        ("ambiti", Self::Ambiti),
        ("changes", Self::Changes),
    ];
}

#[derive(Clone, Debug, PartialEq)]
pub struct TableItem {
    pub kind: TableKind,
    pub caption: Bilingual,
    pub indicators: Vec<String>,
    pub at: At,
    /// The most columns of dates.
    pub dates: usize,
}

/// A sheet to be filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldsItem {
    pub caption: Bilingual,
    /// The headings of the two columns.
    pub head: [Bilingual; 2],
    pub rows: Vec<FieldRow>,
    /// How many empty copies there are.
    pub copies: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FieldRow {
    pub id: String,
    /// What is asked.
    pub asks: Bilingual,
    /// What stands where the answer is to be written.
    pub prompt: Bilingual,
}

impl Item {
    /// Ids of the indicators that it names.
    pub fn indicators(&self) -> Vec<&str> {
        match &self.kind {
            ItemKind::Sentences { rules, .. } => {
                rules.iter().flat_map(|rule| &rule.indicators).map(String::as_str).collect()
            }
            ItemKind::Figure(figure) => figure.indicators.iter().map(String::as_str).collect(),
            ItemKind::Analysis(analysis) => {
                let asked = &analysis.asked;
                let declared = asked.declared.iter().map(|(id, _)| id);
                analysis.indicator.iter().chain(&asked.with).chain(declared).map(String::as_str).collect()
            }
            ItemKind::Table(table) => table.indicators.iter().map(String::as_str).collect(),
            ItemKind::Text { .. } | ItemKind::Field { .. } | ItemKind::Fields(_) | ItemKind::Methods => {
                Vec::new()
            }
        }
    }
}
