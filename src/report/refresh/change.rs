//! What a renewal did to a document, in the order of the document.

use serde_json::{Value, json};

use crate::i18n::{Lang, texts as t};

use super::super::docx::kept::Kind;

/// What happened to something of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It says the new data.
    Renewed,
    /// Its numbers were renewed and its words were kept, because somebody had edited them: they should be read again.
    NumbersRenewed,
    /// It was left as it is, because somebody had edited it.
    LeftEdited,
    /// Somebody altered a number of ours whose data did not change; it was left as it is.
    Altered,
    /// In its place the report now has the number of something else, whose name is in words that stay; it was left as it is.
    OtherSubject,
    /// The data it came from are no longer there; it was left as it is.
    NoData,
    /// The report has it now, and the document does not.
    New,
}

impl What {
    pub fn id(self) -> &'static str {
        match self {
            Self::Renewed => "renewed",
            Self::NumbersRenewed => "numbers_renewed",
            Self::LeftEdited => "left_edited",
            Self::Altered => "altered",
            Self::OtherSubject => "other_subject",
            Self::NoData => "no_data",
            Self::New => "new",
        }
    }

    /// Whether what somebody wrote stands where the data say something else.
    pub fn is_left(self) -> bool {
        matches!(self, Self::LeftEdited | Self::Altered)
    }

    pub fn text(self, lang: Lang) -> &'static str {
        lang.text(match self {
            Self::Renewed => t::REFRESH_RENEWED,
            Self::NumbersRenewed => t::REFRESH_NUMBERS,
            Self::LeftEdited => t::REFRESH_LEFT,
            Self::Altered => t::REFRESH_ALTERED,
            Self::OtherSubject => t::REFRESH_OTHER,
            Self::NoData => t::REFRESH_NO_DATA,
            Self::New => t::REFRESH_NEW,
        })
    }
}

/// One entry of the list of changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub what: What,
    pub kind: Kind,
    /// Its id in the report.
    pub id: String,
    /// The heading it stands under.
    pub place: String,
    /// The first cell of its row, if it is in a table.
    pub row: Option<String>,
    /// What it said. Of tables and figures only what was changed by hand or is no longer there is said here.
    pub old: String,
    /// What it says now; of what was left, what it would say.
    pub new: String,
}

impl Change {
    pub fn json(&self, lang: Lang) -> Value {
        json!({
            "what": self.what.id(), "kind": self.kind, "id": self.id, "place": self.place, "row": self.row,
            "old": self.old, "new": self.new, "message": self.text(lang),
        })
    }

    /// On one line.
    pub fn text(&self, lang: Lang) -> String {
        let kind = lang.text(match self.kind {
            Kind::Sentence => t::REFRESH_SENTENCE,
            Kind::Value => t::REFRESH_VALUE,
            Kind::Line => t::REFRESH_LINE,
            Kind::Table => t::REFRESH_TABLE,
            Kind::Figure => t::REFRESH_FIGURE,
            Kind::Field => t::REFRESH_FIELD,
        });
        let words = match (self.old.is_empty(), self.new.is_empty()) {
            (false, false) if self.what.is_left() => t::refresh_in_data(lang, &self.old, &self.new),
            (false, false) => t::refresh_old_new(lang, &self.old, &self.new),
            (true, true) => String::new(),
            _ => format!("{}{}", self.old, self.new),
        };
        let row = self.row.as_ref().map(|row| t::verify_row(lang, row));
        let place: Vec<&str> = [Some(self.place.as_str()), row.as_deref()]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        let place = if place.is_empty() { String::new() } else { place.join(", ") + ": " };
        let head = format!("{place}{kind}, {}", self.what.text(lang));
        if words.is_empty() { head } else { format!("{head}: {words}") }
    }
}
