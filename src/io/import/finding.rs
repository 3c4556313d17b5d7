//! What there is to say of a file that can be read: each kind of remark once, with its code, its weight and its
//! words.

use crate::base::{Code, Date};
use crate::i18n::{Lang, Text, date, fill, number, texts as t};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth knowing.
    Note,
    /// Something is left out, or may be wrong.
    Warning,
    /// It can be read in more than one way: one is proposed, the user chooses.
    Choice,
}

impl Weight {
    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Choice => "choice",
        }
    }

    /// In a word.
    pub fn text(self) -> Text {
        match self {
            Self::Note => t::WEIGHT_NOTE,
            Self::Warning => t::WEIGHT_WARNING,
            Self::Choice => t::WEIGHT_CHOICE,
        }
    }
}

/// The kinds of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is told by its text in `spec`")]
pub enum Kind {
    GuessedEncoding,
    CutCells,
    ControlCells,
    UnreadableCells,
    Ragged,
    NoHeader,
    NamelessColumns,
    Recoded,
    Outside,
    Larger,
    Unmatched,
    Near,
    NotCompared,
    Footnotes,
    SameTwice,
    TwoValues,
    TotalsAgree,
    TotalsDiffer,
    AmbiguousNumbers,
    MixedNumbers,
    MarkedNumbers,
    NotNumbers,
    Withheld,
    BigNumbers,
    Negative,
    OverHundred,
    Jump,
    Constant,
    OneRow,
    SmallCounts,
    Merged,
    MergedInPart,
    MergedKept,
    MergedNotAdded,
    DateTold,
    DateSupposed,
    NoDate,
    BadDate,
    NameDiffers,
    NothingOurs,
    NoValues,
    OfAmbiti,
    ShapesCutShort,
    ShapesWrongLength,
    ShapesUnreadable,
    ShapesNotFinite,
    ShapesNotPolygons,
    ShapesNoArea,
    ShapesUnclosed,
    ShapesReversed,
    ShapesCross,
    ShapesNoAttributes,
    ShapesBadNumber,
    ShapesFieldName,
    ShapesEncoding,
    ShapesControls,
    DoubledCodes,
    CrsUnknown,
    CrsLikely,
    CrsOther,
    CrsChanged,
    OfAreas,
    AmbitiNoDate,
    ChosenSheet,
    ChosenNumbers,
    ChosenDate,
    ChosenNoDate,
    ChosenName,
    ChosenLeftOut,
    ChosenColumn,
}

/// What fills a place of a text, written as each language writes it.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// Words of the file, or names.
    Text(String),
    /// A number.
    Number(f64),
    /// Dates: the first few and the last.
    Dates(Vec<Date>),
    /// Words of ours.
    Words(Text),
    /// Territories that something may be: code and name.
    Places(Vec<(Code, String)>),
}

impl About {
    fn text(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Words(text) => lang.text(*text).to_owned(),
            Self::Places(places) => {
                places.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(" / ")
            }
            Self::Number(x) => {
                let decimals = if x.fract() == 0.0 { 0 } else { 3 };
                number(lang, *x, decimals)
            }
            Self::Dates(dates) => {
                let written: Vec<String> = dates.iter().map(|day| date(lang, *day)).collect();
                match written.as_slice() {
                    [first, .., last] if written.len() > 6 => format!("{first} … {last}"),
                    all => all.join(", "),
                }
            }
        }
    }
}

impl From<&str> for About {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for About {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Something to say of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What kind of thing.
    pub kind: Kind,
    /// How much it weighs here: less than its kind does, where the source is known for it.
    pub weight: Weight,
    /// What fills the places of its text.
    pub about: Vec<About>,
    /// The rows of the file it is about, in their order, 100,000 at most.
    pub lines: Vec<u32>,
    /// How many rows or cells there are.
    pub count: usize,
    /// Whether it was a choice, and the user took what is proposed.
    pub is_accepted: bool,
}

/// How many rows a finding keeps: all of them in any file but the largest.
pub const LINES: usize = 100_000;
/// How many of them its words name.
const NAMED: usize = 6;

impl Finding {
    /// Of the whole file.
    pub fn new(kind: Kind, about: impl IntoIterator<Item = About>) -> Self {
        let weight = kind.spec().1;
        Self {
            kind,
            weight,
            about: about.into_iter().collect(),
            lines: Vec::new(),
            count: 1,
            is_accepted: false,
        }
    }

    /// Of some rows; their count is the first of what fills the text.
    pub fn of_rows(kind: Kind, rows: &Rows, about: impl IntoIterator<Item = About>) -> Self {
        Self { lines: rows.first.clone(), count: rows.count, ..Self::new(kind, about) }
    }

    /// The same, no more than a note.
    pub fn noted(self) -> Self {
        Self { weight: Weight::Note, ..self }
    }

    /// Takes what is proposed.
    pub fn accept(&mut self) {
        if self.weight == Weight::Choice {
            (self.weight, self.is_accepted) = (Weight::Note, true);
        }
    }

    /// Stable id, for programs.
    pub fn code(&self) -> &'static str {
        self.kind.spec().0
    }

    /// In words, without the rows.
    pub fn sentence(&self, lang: Lang) -> String {
        let count = number(lang, self.count as f64, 0);
        let about: Vec<String> = self.about.iter().map(|about| about.text(lang)).collect();
        let filled: Vec<&str> = std::iter::once(&count).chain(&about).map(String::as_str).collect();
        let text = lang.text(self.kind.spec().2);
        // Texts without a count begin with what it is about.
        let skip = filled.len().saturating_sub(text.matches("{}").count());
        fill(text, &filled[skip..])
    }

    /// In words, the rows after them.
    pub fn text(&self, lang: Lang) -> String {
        let mut text = self.sentence(lang);
        // What is only noted needs no looking up.
        if !self.lines.is_empty() && self.weight > Weight::Note {
            let rows: Vec<String> = self.lines.iter().take(NAMED).map(u32::to_string).collect();
            let others = self.count.saturating_sub(rows.len());
            let more = fill(lang.text(t::FOUND_MORE_ROWS), &[&others.to_string()]);
            let tail = if others > 0 { more } else { String::new() };
            let sentence = text.strip_suffix('.').unwrap_or(&text);
            text = match rows.as_slice() {
                [row] if others == 0 => fill(lang.text(t::FOUND_ROW), &[sentence, row]),
                rows => fill(lang.text(t::FOUND_ROWS), &[sentence, &rows.join(", "), &tail]),
            };
        }
        if self.is_accepted {
            text = fill(lang.text(t::FOUND_ACCEPTED), &[&text]);
        }
        text
    }
}

/// Rows of a file: how many, and the first of them.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The first [`LINES`], by number.
    pub first: Vec<u32>,
    /// How many.
    pub count: usize,
}

impl Rows {
    /// Takes one in.
    pub fn add(&mut self, row: u32) {
        if self.first.len() < LINES {
            self.first.push(row);
        }
        self.count += 1;
    }

    /// Takes others in.
    pub fn take_in(&mut self, others: &Self) {
        let room = LINES.saturating_sub(self.first.len());
        self.first.extend(others.first.iter().take(room));
        self.count += others.count;
    }
}

impl Kind {
    fn spec(self) -> (&'static str, Weight, Text) {
        use Weight::{Choice, Note, Warning};
        match self {
            Self::GuessedEncoding => ("guessed_encoding", Warning, t::FOUND_ENCODING),
            Self::CutCells => ("cut_cells", Warning, t::FOUND_CUT),
            Self::ControlCells => ("control_characters", Warning, t::FOUND_CONTROLS),
            Self::UnreadableCells => ("unreadable_cells", Warning, t::FOUND_UNREADABLE),
            Self::Ragged => ("ragged_rows", Warning, t::FOUND_RAGGED),
            Self::NoHeader => ("no_header", Choice, t::FOUND_NO_HEADER),
            Self::NamelessColumns => ("nameless_columns", Warning, t::FOUND_NAMELESS),
            Self::Recoded => ("codes_restored", Warning, t::FOUND_RECODED),
            Self::Outside => ("rows_outside", Warning, t::FOUND_OUTSIDE),
            Self::Larger => ("rows_of_larger_areas", Warning, t::FOUND_LARGER),
            Self::Unmatched => ("rows_unmatched", Warning, t::FOUND_UNMATCHED),
            Self::Near => ("near_match", Choice, t::FOUND_NEAR),
            Self::NotCompared => ("names_not_compared", Warning, t::FOUND_NOT_COMPARED),
            Self::Footnotes => ("footnotes", Note, t::FOUND_FOOTNOTES),
            Self::SameTwice => ("duplicate_rows", Warning, t::FOUND_SAME_TWICE),
            Self::TwoValues => ("two_values", Choice, t::FOUND_TWO_VALUES),
            Self::TotalsAgree => ("totals_agree", Note, t::FOUND_TOTALS_AGREE),
            Self::TotalsDiffer => ("totals_differ", Warning, t::FOUND_TOTALS_DIFFER),
            Self::AmbiguousNumbers => ("ambiguous_numbers", Choice, t::FOUND_AMBIGUOUS),
            Self::MixedNumbers => ("mixed_numbers", Choice, t::FOUND_MIXED),
            Self::MarkedNumbers => ("marked_numbers", Choice, t::FOUND_MARKED),
            Self::NotNumbers => ("not_numbers", Warning, t::FOUND_NOT_NUMBERS),
            Self::Withheld => ("suppressed_values", Note, t::FOUND_WITHHELD),
            Self::BigNumbers => ("precision_lost", Warning, t::FOUND_BIG),
            Self::Negative => ("negative_counts", Warning, t::FOUND_NEGATIVE),
            Self::OverHundred => ("share_over_100", Warning, t::FOUND_OVER_HUNDRED),
            Self::Jump => ("jump_over_50", Warning, t::FOUND_JUMP),
            Self::Constant => ("constant_column", Warning, t::FOUND_CONSTANT),
            Self::OneRow => ("one_territory", Warning, t::FOUND_ONE_ROW),
            Self::SmallCounts => ("small_counts", Warning, t::FOUND_SMALL),
            Self::Merged => ("merged_comuni", Note, t::FOUND_MERGED),
            Self::MergedInPart => ("merged_in_part", Warning, t::FOUND_MERGED_PART),
            Self::MergedKept => ("merged_listed_only", Warning, t::FOUND_MERGED_KEPT),
            Self::MergedNotAdded => ("merged_not_added", Warning, t::FOUND_MERGED_NOT_ADDED),
            Self::DateTold => ("date", Note, t::FOUND_DATE),
            Self::DateSupposed => ("date_supposed", Choice, t::FOUND_DATE_SUPPOSED),
            Self::NoDate => ("no_date", Note, t::FOUND_NO_DATE),
            Self::BadDate => ("bad_dates", Warning, t::FOUND_BAD_DATE),
            Self::NameDiffers => ("name_differs", Warning, t::FOUND_NAME_DIFFERS),
            Self::NothingOurs => ("nothing_ours", Warning, t::FOUND_NOTHING_OURS),
            Self::NoValues => ("no_values", Note, t::FOUND_NO_VALUES),
            Self::OfAmbiti => ("values_of_ambiti", Note, t::FOUND_OF_AMBITI),
            Self::ShapesCutShort => ("cut_short", Warning, t::SHAPES_CUT_SHORT),
            Self::ShapesWrongLength => ("wrong_length", Warning, t::SHAPES_WRONG_LENGTH),
            Self::ShapesUnreadable => ("unreadable_shapes", Warning, t::SHAPES_UNREADABLE),
            Self::ShapesNotFinite => ("impossible_coordinates", Warning, t::SHAPES_NOT_FINITE),
            Self::ShapesNotPolygons => ("not_polygons", Warning, t::SHAPES_NOT_POLYGONS),
            Self::ShapesNoArea => ("no_area", Warning, t::SHAPES_NO_AREA),
            Self::ShapesUnclosed => ("unclosed_rings", Warning, t::SHAPES_UNCLOSED),
            Self::ShapesReversed => ("reversed_rings", Warning, t::SHAPES_REVERSED),
            Self::ShapesCross => ("crossing_rings", Warning, t::SHAPES_CROSS),
            Self::ShapesNoAttributes => ("no_attributes", Warning, t::SHAPES_NO_ATTRIBUTES),
            Self::ShapesBadNumber => ("bad_attribute_numbers", Warning, t::SHAPES_BAD_NUMBER),
            Self::ShapesFieldName => ("field_names", Warning, t::SHAPES_FIELD_NAME),
            Self::ShapesEncoding => ("guessed_attribute_encoding", Warning, t::SHAPES_ENCODING),
            Self::ShapesControls => ("control_characters", Warning, t::SHAPES_CONTROLS),
            Self::DoubledCodes => ("duplicate_codes", Warning, t::FOUND_DOUBLED_CODES),
            Self::CrsUnknown => ("unknown_crs", Choice, t::FOUND_CRS_UNKNOWN),
            Self::CrsLikely => ("unknown_crs", Choice, t::FOUND_CRS_LIKELY),
            Self::CrsOther => ("other_crs", Choice, t::FOUND_CRS_OTHER),
            Self::CrsChanged => ("crs_changed", Note, t::FOUND_CRS_CHANGED),
            Self::OfAreas => ("values_of_areas", Note, t::FOUND_OF_AREAS),
            Self::AmbitiNoDate => ("ambiti_without_date", Choice, t::FOUND_AMBITI_NO_DATE),
            Self::ChosenSheet => ("chosen_sheet", Note, t::CHOSEN_SHEET),
            Self::ChosenNumbers => ("chosen_numbers", Note, t::CHOSEN_NUMBERS),
            Self::ChosenDate => ("chosen_date", Note, t::CHOSEN_DATE),
            Self::ChosenNoDate => ("chosen_date", Note, t::CHOSEN_NO_DATE),
            Self::ChosenName => ("chosen_name", Note, t::CHOSEN_NAME),
            Self::ChosenLeftOut => ("chosen_name", Note, t::CHOSEN_LEFT_OUT),
            Self::ChosenColumn => ("chosen_column", Note, t::CHOSEN_COLUMN),
        }
    }
}
