//! What there is to say of a file that can be read: each kind of remark once, with its code, its weight and its
//! words.

use crate::base::{Code, Date};
use crate::i18n::{Lang, Text, date, number, texts as t};

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
        let about: Vec<String> = self.about.iter().map(|about| about.text(lang)).collect();
        self.kind.words(lang, &number(lang, self.count as f64, 0), &about)
    }

    /// In words, the rows after them.
    pub fn text(&self, lang: Lang) -> String {
        let mut text = self.sentence(lang);
        // What is only noted needs no looking up.
        if !self.lines.is_empty() && self.weight > Weight::Note {
            // The last of them is rather named than counted.
            let most = if self.count == NAMED + 1 { NAMED + 1 } else { NAMED };
            let rows: Vec<String> = self.lines.iter().take(most).map(u32::to_string).collect();
            let others = self.count.saturating_sub(rows.len());
            let more = t::found_more_rows(lang, others);
            let tail = if others > 0 { more } else { String::new() };
            let sentence = text.strip_suffix('.').unwrap_or(&text);
            text = match rows.as_slice() {
                [row] if others == 0 => t::found_row(lang, sentence, row),
                rows => t::found_rows(lang, sentence, rows.join(", "), &tail),
            };
        }
        if self.is_accepted {
            text = t::found_accepted(lang, &text);
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
}

impl Kind {
    fn spec(self) -> (&'static str, Weight) {
        use Weight::{Choice, Note, Warning};
        match self {
            Self::GuessedEncoding => ("guessed_encoding", Warning),
            Self::CutCells => ("cut_cells", Warning),
            Self::ControlCells => ("control_characters", Warning),
            Self::UnreadableCells => ("unreadable_cells", Warning),
            Self::Ragged => ("ragged_rows", Warning),
            Self::NoHeader => ("no_header", Choice),
            Self::NamelessColumns => ("nameless_columns", Warning),
            Self::Recoded => ("codes_restored", Warning),
            Self::Outside => ("rows_outside", Warning),
            Self::Larger => ("rows_of_larger_areas", Warning),
            Self::Unmatched => ("rows_unmatched", Warning),
            Self::Near => ("near_match", Choice),
            Self::Footnotes => ("footnotes", Note),
            Self::SameTwice => ("duplicate_rows", Warning),
            Self::TwoValues => ("two_values", Choice),
            Self::TotalsAgree => ("totals_agree", Note),
            Self::TotalsDiffer => ("totals_differ", Warning),
            Self::AmbiguousNumbers => ("ambiguous_numbers", Choice),
            Self::MixedNumbers => ("mixed_numbers", Choice),
            Self::MarkedNumbers => ("marked_numbers", Choice),
            Self::NotNumbers => ("not_numbers", Warning),
            Self::Withheld => ("suppressed_values", Note),
            Self::BigNumbers => ("precision_lost", Warning),
            Self::Negative => ("negative_counts", Warning),
            Self::OverHundred => ("share_over_100", Warning),
            Self::Jump => ("jump_over_50", Warning),
            Self::Constant => ("constant_column", Warning),
            Self::OneRow => ("one_territory", Warning),
            Self::SmallCounts => ("small_counts", Warning),
            Self::Merged => ("merged_comuni", Note),
            Self::MergedInPart => ("merged_in_part", Warning),
            Self::MergedKept => ("merged_listed_only", Warning),
            Self::MergedNotAdded => ("merged_not_added", Warning),
            Self::DateTold => ("date", Note),
            Self::DateSupposed => ("date_supposed", Choice),
            Self::NoDate => ("no_date", Note),
            Self::BadDate => ("bad_dates", Warning),
            Self::NameDiffers => ("name_differs", Warning),
            Self::NothingOurs => ("nothing_ours", Warning),
            Self::NoValues => ("no_values", Note),
            Self::OfAmbiti => ("values_of_ambiti", Note),
            Self::ShapesCutShort => ("cut_short", Warning),
            Self::ShapesWrongLength => ("wrong_length", Warning),
            Self::ShapesUnreadable => ("unreadable_shapes", Warning),
            Self::ShapesNotFinite => ("impossible_coordinates", Warning),
            Self::ShapesNotPolygons => ("not_polygons", Warning),
            Self::ShapesNoArea => ("no_area", Warning),
            Self::ShapesUnclosed => ("unclosed_rings", Warning),
            Self::ShapesReversed => ("reversed_rings", Warning),
            Self::ShapesCross => ("crossing_rings", Warning),
            Self::ShapesNoAttributes => ("no_attributes", Warning),
            Self::ShapesBadNumber => ("bad_attribute_numbers", Warning),
            Self::ShapesFieldName => ("field_names", Warning),
            Self::ShapesEncoding => ("guessed_attribute_encoding", Warning),
            Self::ShapesControls => ("control_characters", Warning),
            Self::DoubledCodes => ("duplicate_codes", Warning),
            Self::CrsUnknown => ("unknown_crs", Choice),
            Self::CrsLikely => ("unknown_crs", Choice),
            Self::CrsOther => ("other_crs", Choice),
            Self::CrsChanged => ("crs_changed", Note),
            Self::OfAreas => ("values_of_areas", Note),
            Self::AmbitiNoDate => ("ambiti_without_date", Choice),
            Self::ChosenSheet => ("chosen_sheet", Note),
            Self::ChosenNumbers => ("chosen_numbers", Note),
            Self::ChosenDate => ("chosen_date", Note),
            Self::ChosenNoDate => ("chosen_date", Note),
            Self::ChosenName => ("chosen_name", Note),
            Self::ChosenLeftOut => ("chosen_name", Note),
            Self::ChosenColumn => ("chosen_column", Note),
        }
    }

    /// In words: `count` things, and what stands in each place.
    fn words(self, lang: Lang, count: &str, about: &[String]) -> String {
        // What makes a finding gives all that its words name; a sentence without it would have a hole.
        let place = |i: usize| {
            debug_assert!(i < about.len(), "{self:?} says too little");
            about.get(i).map_or("…", String::as_str)
        };
        lang.text(match self {
            Self::GuessedEncoding => return t::found_encoding(lang, place(0)),
            Self::CutCells => return t::found_cut(lang, count),
            Self::ControlCells => return t::found_controls(lang, count),
            Self::UnreadableCells => return t::found_unreadable(lang, count),
            Self::Ragged => return t::found_ragged(lang, count),
            Self::NoHeader => t::FOUND_NO_HEADER,
            Self::NamelessColumns => return t::found_nameless(lang, count),
            Self::Recoded => return t::found_recoded(lang, count, place(0), place(1)),
            Self::Outside => return t::found_outside(lang, count),
            Self::Larger => return t::found_larger(lang, count),
            Self::Unmatched => return t::found_unmatched(lang, count, place(0)),
            Self::Near => return t::found_near(lang, place(0), place(1)),
            Self::Footnotes => return t::found_footnotes(lang, count),
            Self::SameTwice => return t::found_same_twice(lang, count),
            Self::TwoValues => return t::found_two_values(lang, count),
            Self::TotalsAgree => return t::found_totals_agree(lang, count),
            Self::TotalsDiffer => return t::found_totals_differ(lang, count),
            Self::AmbiguousNumbers => return t::found_ambiguous(lang, place(0), place(1), place(2)),
            Self::MixedNumbers => return t::found_mixed(lang, place(0)),
            Self::MarkedNumbers => return t::found_marked(lang, place(0), place(1), place(2)),
            Self::NotNumbers => return t::found_not_numbers(lang, count, place(0)),
            Self::Withheld => return t::found_withheld(lang, count),
            Self::BigNumbers => return t::found_big(lang, count, place(0)),
            Self::Negative => return t::found_negative(lang, count, place(0)),
            Self::OverHundred => return t::found_over_hundred(lang, count, place(0)),
            Self::Jump => return t::found_jump(lang, count, place(0)),
            Self::Constant => return t::found_constant(lang, place(0)),
            Self::OneRow => t::FOUND_ONE_ROW,
            Self::SmallCounts => return t::found_small(lang, count, place(0)),
            Self::Merged => return t::found_merged(lang, place(0), place(1), place(2)),
            Self::MergedInPart => return t::found_merged_part(lang, place(0), place(1)),
            Self::MergedKept => return t::found_merged_kept(lang, place(0), place(1)),
            Self::MergedNotAdded => return t::found_merged_not_added(lang, place(0), place(1)),
            Self::DateTold => return t::found_date(lang, place(0)),
            Self::DateSupposed => return t::found_date_supposed(lang, place(0)),
            Self::NoDate => t::FOUND_NO_DATE,
            Self::BadDate => return t::found_bad_date(lang, count),
            Self::NameDiffers => return t::found_name_differs(lang, count),
            Self::NothingOurs => t::FOUND_NOTHING_OURS,
            Self::NoValues => t::FOUND_NO_VALUES,
            Self::OfAmbiti => t::FOUND_OF_AMBITI,
            Self::ShapesCutShort => t::SHAPES_CUT_SHORT,
            Self::ShapesWrongLength => t::SHAPES_WRONG_LENGTH,
            Self::ShapesUnreadable => return t::shapes_unreadable(lang, count),
            Self::ShapesNotFinite => return t::shapes_not_finite(lang, count),
            Self::ShapesNotPolygons => return t::shapes_not_polygons(lang, count),
            Self::ShapesNoArea => return t::shapes_no_area(lang, count),
            Self::ShapesUnclosed => return t::shapes_unclosed(lang, count),
            Self::ShapesReversed => return t::shapes_reversed(lang, count),
            Self::ShapesCross => return t::shapes_cross(lang, count),
            Self::ShapesNoAttributes => return t::shapes_no_attributes(lang, count),
            Self::ShapesBadNumber => return t::shapes_bad_number(lang, count),
            Self::ShapesFieldName => t::SHAPES_FIELD_NAME,
            Self::ShapesEncoding => t::SHAPES_ENCODING,
            Self::ShapesControls => t::SHAPES_CONTROLS,
            Self::DoubledCodes => return t::found_doubled_codes(lang, count, place(0)),
            Self::CrsUnknown => t::FOUND_CRS_UNKNOWN,
            Self::CrsLikely => return t::found_crs_likely(lang, place(0)),
            Self::CrsOther => return t::found_crs_other(lang, place(0)),
            Self::CrsChanged => return t::found_crs_changed(lang, place(0)),
            Self::OfAreas => return t::found_of_areas(lang, count),
            Self::AmbitiNoDate => t::FOUND_AMBITI_NO_DATE,
            Self::ChosenSheet => return t::chosen_sheet(lang, place(0)),
            Self::ChosenNumbers => return t::chosen_numbers(lang, place(0)),
            Self::ChosenDate => return t::chosen_date(lang, place(0)),
            Self::ChosenNoDate => t::CHOSEN_NO_DATE,
            Self::ChosenName => return t::chosen_name(lang, place(0), place(1)),
            Self::ChosenLeftOut => return t::chosen_left_out(lang, place(0)),
            Self::ChosenColumn => return t::chosen_column(lang, place(0), place(1)),
        })
        .to_owned()
    }
}
