//! What was found in a document, and where.

use serde_json::{Value, json};

use crate::i18n::{Lang, number, texts as t};

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Two things that are printed cannot both be true.
    Wrong,
    /// It should be looked at.
    Doubtful,
}

impl Severity {
    pub fn id(self) -> &'static str {
        match self {
            Self::Wrong => "wrong",
            Self::Doubtful => "doubtful",
        }
    }
}

/// Where something stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub heading: String,
    /// The position of its table in the document, from 1.
    pub table: Option<usize>,
    pub row: Option<String>,
    pub column: Option<String>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Parts and total of a row or column.
    Sum { parts: f64, decimals: usize, total: String },
    /// Shares that do not make 100.
    Shares { sum: f64, decimals: usize },
    /// A number of the text, the one in a table, and where that table is.
    Differs { text: String, table: String, number: usize, sentence: String },
    /// The same with two digits swapped.
    Swapped { text: String, table: String, number: usize, sentence: String },
    /// Two tables that say different things of the same.
    Tables { what: String, first: String, second: String, number: usize },
    /// A caption number that is used more than once.
    Twice { caption: String, times: usize },
    /// A caption number that is left out.
    Gap { caption: String },
    /// The same caption under two numbers.
    SameCaption { first: String, second: String },
    /// A table without a caption, where others have one.
    NoCaption,
    /// A cross-reference to a table or figure that is not there.
    NoSuch { caption: String },
    /// A mean or a part outside its range.
    Range { value: String, low: String, high: String },
    /// A number that is printed as the ratio of two others, and is not.
    Ratio { printed: String, above: String, below: String, ratio: f64, decimals: usize },
    /// An act of one number and two legislatures.
    Act { first: String, second: String },
    /// A day that does not exist.
    NoSuchDay { day: String },
    /// A sentence, and a row of a table that says otherwise.
    Against { code: &'static str, sentence: String, row: String, said: String, number: usize },
    /// Two statements that cannot both be true.
    Both { code: &'static str, first: String, second: String },
    /// A title that names a unit which the cells do not have.
    Unit { said: String },
    /// A number of a heading that is used more than once.
    HeadingTwice { number: String, times: usize },
    /// A number of ours that was changed here and stands elsewhere as it was.
    Elsewhere { now: String, there: String, heading: String, table: Option<usize> },
    /// A number of ours that somebody changed.
    Edited { printed: String, now: String },
    /// A number of ours that the atlas knows with another value.
    Known { printed: String, known: String },
    /// A number of anybody's that the atlas knows with another value.
    KnownAs { printed: String, what: String, known: String },
    /// The same, and it is the value of another date.
    OtherDate { printed: String, what: String, date: String, known: String },
    /// The same, and it is the simple mean of the Comuni.
    OtherMethod { printed: String, what: String, known: String },
}

/// A finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub severity: Severity,
    pub place: Place,
    pub fault: Fault,
}

impl Fault {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Sum { .. } => "sum",
            Self::Shares { .. } => "shares",
            Self::Differs { .. } => "text_differs_from_table",
            Self::Swapped { .. } => "swapped_digits",
            Self::Tables { .. } => "tables_differ",
            Self::Twice { .. } => "caption_twice",
            Self::Gap { .. } => "caption_gap",
            Self::SameCaption { .. } => "caption_repeated",
            Self::NoCaption => "no_caption",
            Self::NoSuch { .. } => "no_such_caption",
            Self::Range { .. } => "outside_range",
            Self::Ratio { .. } => "ratio",
            Self::Act { .. } => "act_written_twice",
            Self::NoSuchDay { .. } => "no_such_day",
            Self::Against { code, .. } | Self::Both { code, .. } => code,
            Self::Unit { .. } => "unit",
            Self::HeadingTwice { .. } => "heading_twice",
            Self::Elsewhere { .. } => "differs_elsewhere",
            Self::Edited { .. } => "edited_value",
            Self::Known { .. } | Self::KnownAs { .. } => "known_otherwise",
            Self::OtherDate { .. } => "value_of_another_date",
            Self::OtherMethod { .. } => "simple_mean",
        }
    }

    fn text(&self, lang: Lang) -> String {
        match self {
            Self::Sum { parts, decimals, total } => {
                t::verify_sum(lang, number(lang, *parts, *decimals), total)
            }
            Self::Shares { sum, decimals } => t::verify_shares(lang, number(lang, *sum, *decimals)),
            Self::Differs { text, table, number: n, sentence } => {
                t::verify_differs(lang, text, sentence, table, n)
            }
            Self::Swapped { text, table, number: n, sentence } => {
                t::verify_swapped(lang, text, sentence, table, n)
            }
            Self::Tables { what, first, second, number: n } => t::verify_tables(lang, what, second, n, first),
            Self::Twice { caption, times } => t::verify_twice(lang, caption, times),
            Self::Gap { caption } => t::verify_gap(lang, caption),
            Self::SameCaption { first, second } => t::verify_same_caption(lang, first, second),
            Self::NoCaption => lang.text(t::VERIFY_NO_CAPTION).to_owned(),
            Self::NoSuch { caption } => t::verify_no_such(lang, caption),
            Self::Range { value, low, high } => t::verify_range(lang, value, low, high),
            Self::Ratio { printed, above, below, ratio, decimals } => {
                t::verify_ratio(lang, printed, above, below, number(lang, *ratio, *decimals))
            }
            Self::Act { first, second } => t::verify_act(lang, second, first),
            Self::NoSuchDay { day } => t::verify_no_such_day(lang, day),
            Self::Against { sentence, row, said, number: n, .. } => {
                t::verify_against(lang, sentence, n, row, said)
            }
            Self::Both { first, second, .. } => t::verify_both(lang, second, first),
            Self::Unit { said } => t::verify_unit(lang, said),
            Self::HeadingTwice { number, times } => t::verify_heading_twice(lang, number, times),
            Self::Elsewhere { now, there, heading, table } => {
                let table =
                    table.map_or_else(|| lang.text(t::VERIFY_TEXT).to_owned(), |n| t::verify_table(lang, n));
                t::verify_elsewhere(lang, now, there, format!("{heading}, {table}"))
            }
            Self::Edited { printed, now } => t::verify_edited(lang, printed, now),
            Self::Known { printed, known } => t::verify_known(lang, printed, known),
            Self::KnownAs { printed, what, known } => t::verify_known_as(lang, printed, what, known),
            Self::OtherDate { printed, what, date, known } => {
                t::verify_other_date(lang, printed, what, date, known)
            }
            Self::OtherMethod { printed, what, known } => t::verify_other_method(lang, printed, what, known),
        }
    }
}

impl Finding {
    pub fn text(&self, lang: Lang) -> String {
        let mut place: Vec<String> = Vec::new();
        if !self.place.heading.is_empty() {
            place.push(self.place.heading.clone());
        }
        if let Some(number) = self.place.table {
            place.push(t::verify_table(lang, number));
        }
        if let Some(row) = self.place.row.as_ref().filter(|row| !row.is_empty()) {
            place.push(t::verify_row(lang, row));
        }
        if let Some(column) = self.place.column.as_ref().filter(|column| !column.is_empty()) {
            place.push(t::verify_column(lang, column));
        }
        let text = self.fault.text(lang);
        if place.is_empty() { text } else { format!("{}: {text}", place.join(", ")) }
    }

    pub fn json(&self, lang: Lang) -> Value {
        json!({
            "severity": self.severity.id(), "code": self.fault.code(), "heading": self.place.heading,
            "table": self.place.table, "row": self.place.row, "column": self.place.column,
            "message": self.text(lang),
        })
    }
}
