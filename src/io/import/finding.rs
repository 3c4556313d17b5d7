//! Findings on a file that can be read: each kind with its code, its severity and its text.

use crate::base::{Code, Date, Level};
use crate::data::{Bilingual, Reference};
use crate::figure::listed;
use crate::i18n::italian::noun_of;
use crate::i18n::{Lang, Text, date, number, texts as t};

pub use super::rows::{LINES, Rows};
use super::said::{column_letters, dates_text, sample_text, some_quoted, years_text};
use super::severity::Severity;

/// An answer without an effect; those on a column with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unused {
    /// That territories without a row have zero, where the table is no list.
    Absent,
    /// A weight for values that are added up.
    Weight(String),
    /// Names of fewer steps than the values have.
    Steps(String),
    /// Limits of withheld values that are none.
    Withheld(String),
    /// How rows are combined, where each territory has one row.
    Combine(String),
    /// The sum of a rate.
    SumOfRates(String),
    /// How a column without numbers is combined.
    NoNumbers(String),
}

/// The kinds of findings, each with the data for its text.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is told by its text in `spec`")]
pub enum Kind {
    GuessedEncoding { encoding: String },
    CutCells,
    ControlCells,
    UnreadableCells,
    Ragged,
    Broken,
    NoHeader,
    NamelessColumns,
    Recoded { from: String, to: String },
    Outside,
    Larger,
    Unmatched { typed: String },
    Near { typed: String, places: Vec<(Code, String)>, level: Level },
    NotCompared { most: usize },
    Footnotes,
    SameTwice,
    SameAsked { example: Bilingual },
    TwoValues { territories: usize, copies: usize, example: Option<Bilingual> },
    GroupRows { typed: String },
    AmbitiLack { ambiti: Bilingual },
    DecimalsBeside { column: String, next: String, typed: String },
    ColumnsLeft { columns: String },
    ThousandsShown { column: String },
    HoursShown { column: String },
    CodesJoined { columns: [String; 2] },
    MonthsOfYear { year: i16 },
    FilledDown { column: String },
    Sections { titles: Vec<String> },
    Spread { column: String },
    TablesBeside { tables: String },
    SheetsLeft { sheets: String, are_beside_shapes: bool },
    UnitsLack { level: Level, units: Bilingual },
    OtherAmbito { column: String, example: String },
    Turned,
    MonthFirst { column: String, typed: String, day: Option<Date>, month: Option<Date>, is_month: bool },
    YearsDated { column: String, is_in_part: bool },
    YearTyped { year: i16 },
    DatesUnread { column: String, typed: String },
    AbsentComuni { is_zero: bool },
    Closed { column: String, cell: String, others: Vec<String> },
    OtherTotals { name: Bilingual, date: Date, own: f64, there: f64 },
    TotalsAgree,
    TotalsDiffer { example: Option<(f64, f64)> },
    AmbiguousNumbers { columns: Vec<String>, typed: String, number: f64 },
    MixedNumbers { column: String },
    MarkedNumbers { column: String, typed: String, number: f64 },
    TwoScales { column: String, percent: String, plain: String },
    SheetUnread { why: Bilingual },
    NoUse { answer: Unused },
    NotNumbers { column: String },
    Withheld,
    BigNumbers { column: String },
    Negative { column: String },
    OverHundred { column: String },
    SharesOfOne { column: String },
    Jump { example: Bilingual },
    Constant { column: String },
    OneRow,
    SmallCounts { column: String },
    Merged { comune: String, since: Date, heir: String },
    MergedInPart { comune: String, missing: String },
    MergedKept { comune: String, missing: String },
    MergedNotAdded { comune: String, column: String },
    DateFound { dates: Vec<Date>, of_years: bool },
    DateSupposed { year: i16 },
    NoDate,
    BadDate,
    NameDiffers,
    NothingOurs,
    NoValues,
    OfGroups { level: Level },
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
    ShapesUnsaved,
    DoubledCodes { codes: String },
    LayerSelected { layer: String, others: String },
    SeveralLayers { layers: Vec<String> },
    LayerUnread { why: Bilingual },
    CrsUnknown,
    CrsLikely { crs: String },
    CrsOther { crs: String },
    CrsChanged { crs: String },
    OfAreas { areas: Bilingual },
    GroupsNoDate { level: Level },
    LostLetters,
    LinesInQuotes,
    FixedWidth { columns: usize },
    OneOfSeveral,
    UnclosedQuotes,
    TextAfterQuotes,
    HiddenRows { is_filtered: bool },
    HiddenLeftOut,
    HiddenColumns { columns: String },
    NotKept,
    NotThere { at: Date },
    BadLife,
    Life { columns: String, at: Option<Date> },
    NoFormulaValues { column: String },
    PercentAsShown { column: String },
    MergedNumbers,
    HeaderClasses { from: String, to: String },
    DoubledHeaders { columns: String },
    TwoTerritories { columns: [String; 2], cells: [String; 2], are_codes: bool },
    ComuniLacking { names: String },
    ShapesOfAmbiti,
    ShapesSwapped { place: String },
    NamedByName { column: String, others: usize },
    NamedByCadastral { column: String },
    PartedBy { columns: String },
    Things { territories: usize, example: Option<Bilingual> },
    NotAddedUp { column: String },
    SumOfDates { column: String },
    AddedInPart { column: String },
    ColumnUnread { column: String },
    TotalRows,
    HiddenSheet,
    DatesReplaced { column: String },
    TwoLevels { comune: String, ambito: String },
    AddingUnclear { columns: Vec<String> },
    MeasureSupposed { columns: Vec<String> },
    DatesInHeader { dates: Vec<Date> },
    DateOfHeader { date: Date },
    DateOfTitle { date: Date, is_of_file: bool, school: Option<[i16; 2]> },
    DateOfOthers { date: Date },
    PeriodRead { typed: String, date: Date },
    SerialRead { typed: String, date: Date },
    ChangesData { example: String, indicators: Bilingual },
    AddsDates { dates: Vec<Date>, indicators: Bilingual },
    RateWeighted { column: String, weight: Bilingual, of: Level },
    RateAlone { column: String, proposed: Option<Bilingual>, of: Level },
    CanRelate { column: String, proposed: Bilingual },
    Related { column: String, of: Bilingual },
    UnknownDenominator { column: String, of: String },
    NoPopulation { column: String, of: Bilingual },
    Steps { column: String },
    Categories { column: String },
    NotAdditive { column: String },
    Bounded,
    SelectedSheet { sheet: String },
    SelectedNumbers { mark: char },
    SelectedDate { date: Reference },
    SelectedNoDate,
    SelectedName { typed: String, territory: String },
    SelectedLeftOut { typed: String },
    SelectedColumn { column: String, role: Text },
}

/// A finding on a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub kind: Kind,
    /// Its severity here: lower than usual if the source is known for it.
    pub severity: Severity,
    /// The rows of the file it is about, in order, at most 100,000.
    pub lines: Vec<u32>,
    /// What the first of them are about, where that is known; empty texts for those that have no name.
    pub places: Vec<String>,
    /// The totals in those rows, each with the sum of its parts, where that is what they are about.
    pub pairs: Vec<(f64, f64)>,
    /// The number of rows or cells.
    pub count: usize,
    /// Whether these rows are columns of the file, whose table is turned.
    pub is_of_columns: bool,
    /// Whether it was a choice and the user accepted the proposal.
    pub is_accepted: bool,
}

/// How many rows its text names.
const NAMED: usize = 6;

impl Finding {
    /// A finding on the whole file.
    pub fn new(kind: Kind) -> Self {
        let severity = kind.spec().1;
        let (lines, places, pairs) = (Vec::new(), Vec::new(), Vec::new());
        Self { kind, severity, lines, places, pairs, count: 1, is_of_columns: false, is_accepted: false }
    }

    /// A finding on some rows, whose number may appear in its text.
    pub(crate) fn of_rows(kind: Kind, rows: &Rows) -> Self {
        Self { lines: rows.first.clone(), count: rows.count, ..Self::new(kind) }
    }

    /// The same, reduced to a note.
    pub(crate) fn noted(self) -> Self {
        Self { severity: Severity::Note, ..self }
    }

    /// Accepts the proposal.
    pub fn accept(&mut self) {
        if self.severity == Severity::Choice {
            // A similar name that is accepted unseen stays out, with its rows.
            let left_out = matches!(self.kind, Kind::Near { .. });
            (self.severity, self.is_accepted) =
                (if left_out { Severity::Warning } else { Severity::Note }, true);
        }
    }

    /// Stable id, for programs.
    pub fn code(&self) -> &'static str {
        self.kind.spec().0
    }

    /// Whether it asks for a date alone, which leaves no doubt about what the values are.
    pub fn is_of_date(&self) -> bool {
        matches!(self.kind, Kind::NoDate | Kind::YearsDated { .. } | Kind::YearTyped { .. })
    }

    /// Whether it proposes a reading that can be accepted unseen: a date that nobody states, or one of two values, cannot.
    pub fn has_proposal(&self) -> bool {
        !matches!(self.kind, Kind::NoDate | Kind::GroupsNoDate { .. } | Kind::TwoValues { .. })
    }

    /// The text without the rows.
    pub fn sentence(&self, lang: Lang) -> String {
        self.kind.words(lang, &number(lang, self.count as f64, 0))
    }

    /// What is to be said of one of its rows: what it is about, or its total and the sum.
    pub fn detail(&self, at: usize, lang: Lang) -> Option<String> {
        let place = self.places.get(at).filter(|place| !place.is_empty()).cloned();
        place.or_else(|| {
            let (total, sum) = *self.pairs.get(at)?;
            Some(t::found_total_and_sum(lang, sample_text(lang, total), sample_text(lang, sum)))
        })
    }

    /// The text, followed by the rows.
    pub fn text(&self, lang: Lang) -> String {
        let mut text = self.sentence(lang);
        // A mere note does not need rows to look up.
        if !self.lines.is_empty() && self.severity > Severity::Note {
            // A single remaining row is named rather than counted.
            let most = if self.count == NAMED + 1 { NAMED + 1 } else { NAMED };
            let place = |at: usize| self.places.get(at).filter(|place| !place.is_empty());
            let number = |row: u32| if self.is_of_columns { column_letters(row) } else { row.to_string() };
            let row = |(at, row): (usize, &u32)| match place(at) {
                Some(place) => format!("{}: {place}", number(*row)),
                None => number(*row),
            };
            let rows: Vec<String> = self.lines.iter().take(most).enumerate().map(row).collect();
            let others = self.count.saturating_sub(rows.len());
            let more = t::found_more_rows(lang, crate::i18n::number(lang, others as f64, 0));
            let tail = if others > 0 { more } else { String::new() };
            let sentence = text.strip_suffix('.').unwrap_or(&text);
            text = match rows.as_slice() {
                [row] if others == 0 && self.is_of_columns => t::found_in_column(lang, sentence, row),
                rows if self.is_of_columns => t::found_in_columns(lang, sentence, rows.join(", "), &tail),
                [row] if others == 0 => t::found_row(lang, sentence, row),
                rows => t::found_rows(lang, sentence, rows.join(", "), &tail),
            };
        }
        if self.is_accepted {
            text = match self.kind {
                Kind::Near { .. } => t::found_near_left_out(lang, &text),
                _ => t::found_accepted(lang, &text),
            };
        }
        text
    }
}

impl Kind {
    fn spec(&self) -> (&'static str, Severity) {
        use Severity::{Choice, Note, Warning};
        match self {
            Self::GuessedEncoding { .. } => ("guessed_encoding", Warning),
            Self::CutCells => ("cut_cells", Warning),
            Self::ControlCells => ("control_characters", Warning),
            Self::UnreadableCells => ("unreadable_cells", Warning),
            Self::Ragged => ("ragged_rows", Warning),
            Self::Broken => ("split_numbers", Warning),
            Self::NoHeader => ("no_header", Choice),
            Self::NamelessColumns => ("nameless_columns", Warning),
            Self::Recoded { .. } => ("codes_restored", Warning),
            Self::Outside => ("rows_outside", Warning),
            Self::Larger => ("rows_of_larger_areas", Warning),
            Self::Unmatched { .. } => ("rows_unmatched", Warning),
            Self::Near { .. } => ("near_match", Choice),
            Self::NotCompared { .. } => ("names_not_compared", Warning),
            Self::Footnotes => ("footnotes", Note),
            Self::SameTwice => ("duplicate_rows", Warning),
            Self::SameAsked { .. } => ("duplicate_rows", Choice),
            Self::GroupRows { .. } => ("rows_of_groups", Warning),
            Self::AmbitiLack { .. } => ("ambiti_lack_comuni", Note),
            Self::DecimalsBeside { .. } => ("decimals_beside", Choice),
            Self::ColumnsLeft { .. } => ("columns_left", Note),
            Self::HoursShown { .. } => ("hours_shown", Note),
            Self::ThousandsShown { .. } => ("thousands_shown", Note),
            Self::OtherTotals { .. } => ("other_totals", Warning),
            Self::CodesJoined { .. } => ("codes_joined", Note),
            Self::MonthsOfYear { .. } => ("months_of_year", Choice),
            Self::FilledDown { .. } => ("filled_down", Choice),
            Self::Sections { .. } => ("parts_titled", Note),
            Self::Spread { .. } => ("indicators_spread", Note),
            Self::TablesBeside { .. } => ("tables_beside", Note),
            Self::SheetsLeft { .. } => ("sheets_left", Note),
            Self::Turned => ("turned", Note),
            Self::UnitsLack { .. } => ("ambiti_lacking", Warning),
            Self::OtherAmbito { .. } => ("other_ambito", Warning),
            Self::MonthFirst { .. } => ("month_first", Choice),
            Self::YearsDated { .. } | Self::YearTyped { .. } => ("years_dated", Choice),
            Self::DatesUnread { .. } => ("dates_not_read", Warning),
            Self::AbsentComuni { .. } => ("comuni_without_rows", Note),
            Self::Closed { .. } => ("closed_things", Choice),
            Self::TwoValues { .. } => ("two_values", Choice),
            Self::TotalsAgree => ("totals_agree", Note),
            Self::TotalsDiffer { .. } => ("totals_differ", Warning),
            Self::AmbiguousNumbers { .. } => ("ambiguous_numbers", Choice),
            Self::MixedNumbers { .. } => ("mixed_numbers", Choice),
            Self::MarkedNumbers { .. } => ("marked_numbers", Choice),
            Self::TwoScales { .. } => ("two_scales", Choice),
            Self::SheetUnread { .. } => ("sheet_unread", Warning),
            Self::NoUse { .. } => ("answer_unused", Warning),
            Self::NotNumbers { .. } => ("not_numbers", Warning),
            Self::Withheld => ("suppressed_values", Note),
            Self::BigNumbers { .. } => ("precision_lost", Warning),
            Self::Negative { .. } => ("negative_counts", Warning),
            Self::SharesOfOne { .. } => ("shares_of_one", Warning),
            Self::OverHundred { .. } => ("share_over_100", Warning),
            Self::Jump { .. } => ("jump_over_50", Warning),
            Self::Constant { .. } => ("constant_column", Warning),
            Self::OneRow => ("one_territory", Warning),
            Self::SmallCounts { .. } => ("small_counts", Warning),
            Self::Merged { .. } => ("merged_comuni", Note),
            Self::MergedInPart { .. } => ("merged_in_part", Warning),
            Self::MergedKept { .. } => ("merged_listed_only", Warning),
            Self::MergedNotAdded { .. } => ("merged_not_added", Warning),
            Self::DateFound { .. } => ("date", Note),
            Self::DateSupposed { .. } => ("date_supposed", Choice),
            Self::NoDate => ("no_date", Choice),
            Self::BadDate => ("bad_dates", Warning),
            Self::NameDiffers => ("name_differs", Warning),
            Self::NothingOurs => ("nothing_ours", Warning),
            Self::NoValues => ("no_values", Warning),
            Self::OfGroups { level: Level::Ats } => ("values_of_ats", Note),
            Self::OfGroups { level: Level::Asst } => ("values_of_asst", Note),
            Self::OfGroups { .. } => ("values_of_ambiti", Note),
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
            Self::ShapesUnsaved => ("unsaved_changes", Warning),
            Self::DoubledCodes { .. } => ("duplicate_codes", Warning),
            Self::LayerSelected { .. } => ("layer", Note),
            Self::SeveralLayers { .. } => ("several_layers", Choice),
            Self::LayerUnread { .. } => ("layer_unread", Warning),
            Self::CrsUnknown => ("unknown_crs", Choice),
            Self::CrsLikely { .. } => ("unknown_crs", Choice),
            Self::CrsOther { .. } => ("other_crs", Choice),
            Self::CrsChanged { .. } => ("crs_changed", Note),
            Self::OfAreas { .. } => ("values_of_areas", Note),
            Self::GroupsNoDate { .. } => ("ambiti_without_date", Choice),
            Self::LostLetters => ("lost_letters", Warning),
            Self::LinesInQuotes => ("lines_in_quotes", Note),
            Self::FixedWidth { .. } => ("fixed_width", Warning),
            Self::OneOfSeveral => ("one_of_several_tables", Choice),
            Self::UnclosedQuotes => ("unclosed_quotes", Warning),
            Self::TextAfterQuotes => ("text_after_quotes", Warning),
            Self::HiddenRows { .. } => ("hidden_rows", Choice),
            Self::HiddenLeftOut => ("hidden_rows_left_out", Note),
            Self::HiddenColumns { .. } => ("hidden_columns", Warning),
            Self::NotKept => ("rows_not_kept", Note),
            Self::NotThere { .. } => ("rows_not_there", Note),
            Self::BadLife => ("bad_openings", Warning),
            Self::Life { .. } => ("open_at", Choice),
            Self::NoFormulaValues { .. } => ("formulas_without_values", Warning),
            Self::PercentAsShown { .. } => ("percent_as_shown", Note),
            Self::MergedNumbers => ("merged_numbers", Warning),
            Self::HeaderClasses { .. } => ("headers_turned_into_dates", Choice),
            Self::DoubledHeaders { .. } => ("doubled_headers", Warning),
            Self::TwoTerritories { .. } => ("two_territories", Choice),
            Self::ComuniLacking { .. } => ("comuni_lacking", Warning),
            Self::ShapesOfAmbiti => ("shapes_of_ambiti", Warning),
            Self::ShapesSwapped { .. } => ("swapped_coordinates", Warning),
            Self::NamedByName { others: 0, .. } => ("named_by_name", Note),
            Self::NamedByName { .. } => ("named_by_name", Warning),
            Self::NamedByCadastral { .. } => ("named_by_cadastral_code", Note),
            Self::PartedBy { .. } => ("parted_by", Note),
            Self::Things { .. } => ("list_of_things", Choice),
            Self::NotAddedUp { .. } => ("not_added_up", Warning),
            Self::SumOfDates { .. } => ("sum_of_dates", Note),
            Self::AddedInPart { .. } => ("added_in_part", Warning),
            Self::ColumnUnread { .. } => ("column_not_read", Warning),
            Self::TotalRows => ("total_rows", Warning),
            Self::HiddenSheet => ("hidden_sheet", Choice),
            Self::DatesReplaced { .. } => ("dates_replaced", Warning),
            Self::TwoLevels { .. } => ("comuni_or_ambiti", Choice),
            Self::AddingUnclear { .. } => ("adding_supposed", Choice),
            Self::MeasureSupposed { .. } => ("measure_supposed", Choice),
            Self::DatesInHeader { .. } => ("dates_in_header", Note),
            Self::DateOfTitle { .. } => ("date_supposed", Choice),
            Self::DateOfHeader { .. } => ("date_supposed", Choice),
            Self::DateOfOthers { .. } => ("date_of_others", Choice),
            Self::PeriodRead { .. } => ("periods", Note),
            Self::SerialRead { .. } => ("serial_days", Note),
            Self::ChangesData { .. } => ("changes_data", Choice),
            Self::AddsDates { .. } => ("adds_dates", Note),
            Self::RateWeighted { .. } => ("rate_weighted", Note),
            Self::RateAlone { .. } => ("rate_without_parts", Note),
            Self::CanRelate { .. } => ("could_be_related", Note),
            Self::Related { .. } => ("related", Note),
            Self::UnknownDenominator { .. } => ("unknown_denominator", Warning),
            Self::NoPopulation { .. } => ("no_population", Warning),
            Self::Steps { .. } => ("steps", Note),
            Self::Categories { .. } => ("categories", Note),
            Self::NotAdditive { .. } => ("not_additive", Note),
            Self::Bounded => ("bounded_values", Note),
            Self::SelectedSheet { .. } => ("chosen_sheet", Note),
            Self::SelectedNumbers { .. } => ("chosen_numbers", Note),
            Self::SelectedDate { .. } => ("chosen_date", Note),
            Self::SelectedNoDate => ("chosen_date", Note),
            Self::SelectedName { .. } => ("chosen_name", Note),
            Self::SelectedLeftOut { .. } => ("chosen_name", Note),
            Self::SelectedColumn { .. } => ("chosen_column", Note),
        }
    }

    /// The text; `count` is the number of things with their noun.
    fn words(&self, lang: Lang, count: &str) -> String {
        lang.text(match self {
            Self::GuessedEncoding { encoding } => return t::found_encoding(lang, encoding),
            Self::CutCells => return t::found_cut(lang, count),
            Self::ControlCells => return t::found_controls(lang, count),
            Self::UnreadableCells => return t::found_unreadable(lang, count),
            Self::Broken => return t::found_broken(lang, count),
            Self::Ragged => return t::found_ragged(lang, count),
            Self::NoHeader => t::FOUND_NO_HEADER,
            Self::NamelessColumns => return t::found_nameless(lang, count),
            Self::Recoded { from, to } => return t::found_recoded(lang, count, from, to),
            Self::Outside => return t::found_outside(lang, count),
            Self::Larger => return t::found_larger(lang, count),
            Self::Unmatched { typed } if typed.is_empty() => return t::found_no_place(lang, count),
            Self::Unmatched { typed } => return t::found_unmatched(lang, count, typed),
            Self::Near { typed, places, level } => {
                let names: Vec<&str> = places.iter().map(|(_, name)| name.as_str()).collect();
                return match level {
                    Level::Ambiti => t::found_near_ambito(lang, typed, names.join(" / ")),
                    Level::Asst | Level::Ats => t::found_near_trust(lang, typed, names.join(" / ")),
                    Level::Comuni => t::found_near(lang, typed, names.join(" / ")),
                };
            }
            Self::NotCompared { most } => {
                return t::found_not_compared(lang, count, number(lang, *most as f64, 0));
            }
            Self::Footnotes => return t::found_footnotes(lang, count),
            Self::SameTwice => return t::found_same_twice(lang, count),
            Self::SameAsked { example } => return t::found_same_asked(lang, count, lang.pick(example)),
            Self::TwoValues { territories, copies, example } => {
                let [territories, copies] = [territories, copies].map(|n| number(lang, *n as f64, 0));
                let example = example.as_ref().map(|example| lang.pick(example));
                return match example {
                    Some(example) if copies != "0" => {
                        t::found_two_values_and_copies(lang, territories, example, copies)
                    }
                    Some(example) => t::found_two_values(lang, territories, example),
                    None => t::found_two_values_bare(lang, territories),
                };
            }
            Self::GroupRows { typed } => return t::found_groups(lang, count, typed),
            Self::AmbitiLack { ambiti } => return t::found_ambiti_lack(lang, lang.pick(ambiti)),
            Self::DecimalsBeside { column, next, typed } => {
                return t::found_decimals_beside(lang, column, next, typed);
            }
            Self::ColumnsLeft { columns } => return t::found_columns_left(lang, columns),
            Self::Turned => t::FOUND_TURNED,
            Self::OtherAmbito { column, example } => {
                return t::found_other_ambito(lang, count, column, example);
            }
            Self::UnitsLack { level: Level::Ambiti, units } => {
                return t::found_units_lack(lang, count, lang.pick(units));
            }
            Self::UnitsLack { units, .. } => return t::found_trusts_lack(lang, count, lang.pick(units)),
            Self::MonthFirst { column, typed, day, month, is_month } => {
                let written = |at: &Option<Date>| {
                    at.map_or_else(|| lang.text(t::FOUND_NO_DAY).to_owned(), |at| date(lang, at))
                };
                let taken = written(if *is_month { month } else { day });
                return t::found_month_first(lang, column, typed, written(day), written(month), taken);
            }
            Self::CodesJoined { columns: [province, comune] } => {
                return t::found_codes_joined(lang, province, comune);
            }
            Self::Spread { column } => return t::found_spread(lang, column),
            Self::MonthsOfYear { year } => return t::found_months_of_year(lang, year),
            Self::Sections { titles } => return t::found_sections(lang, some_quoted(lang, titles)),
            Self::FilledDown { column } => return t::found_filled_down(lang, column),
            Self::TablesBeside { tables } => return t::found_tables_beside(lang, tables),
            Self::SheetsLeft { sheets, are_beside_shapes: true } => {
                return t::found_tables_left(lang, sheets);
            }
            Self::SheetsLeft { sheets, .. } => return t::found_sheets_left(lang, sheets),
            Self::YearsDated { column, is_in_part: true } => return t::found_years_in_part(lang, column),
            Self::YearsDated { column, .. } => return t::found_years_dated(lang, column),
            Self::YearTyped { year } => return t::found_year_typed(lang, year),
            Self::DatesUnread { column, typed } => return t::found_dates_unread(lang, column, typed),
            Self::AbsentComuni { is_zero: true } => return t::found_absent_zero(lang, count),
            Self::AbsentComuni { is_zero: false } => return t::found_absent(lang, count),
            Self::Closed { column, cell, .. } => return t::found_closed(lang, count, column, cell),
            Self::HoursShown { column } => return t::found_hours(lang, column),
            Self::ThousandsShown { column } => return t::found_thousands(lang, column),
            Self::OtherTotals { name, date: day, own, there } => {
                let [own, there] = [own, there].map(|x| number(lang, *x, 0));
                return t::found_other_totals(lang, lang.pick(name), date(lang, *day), own, there);
            }
            Self::TotalsAgree => return t::found_totals_agree(lang, count),
            Self::TotalsDiffer { example: None } => return t::found_totals_differ(lang, count),
            Self::TotalsDiffer { example: Some((total, sum)) } => {
                let [total, sum] = [total, sum].map(|x| sample_text(lang, *x));
                return t::found_totals_differ_by(lang, count, total, sum);
            }
            Self::AmbiguousNumbers { columns, typed, number } => {
                let columns = some_quoted(lang, columns);
                return t::found_ambiguous(lang, columns, typed, sample_text(lang, *number));
            }
            Self::MixedNumbers { column } => return t::found_mixed(lang, column),
            Self::TwoScales { column, percent, plain } => {
                return t::found_two_scales(lang, column, percent, plain);
            }
            Self::SheetUnread { why } => return t::found_sheet_unread(lang, lang.pick(why)),
            Self::NoUse { answer: Unused::Absent } => t::FOUND_NO_USE_ABSENT,
            Self::NoUse { answer: Unused::Weight(column) } => return t::found_no_use_weight(lang, column),
            Self::NoUse { answer: Unused::Steps(column) } => return t::found_no_use_steps(lang, column),
            Self::NoUse { answer: Unused::Withheld(column) } => {
                return t::found_no_use_withheld(lang, column);
            }
            Self::NoUse { answer: Unused::Combine(column) } => return t::found_no_use_combine(lang, column),
            Self::NoUse { answer: Unused::SumOfRates(column) } => return t::found_no_use_sum(lang, column),
            Self::NoUse { answer: Unused::NoNumbers(column) } => {
                return t::found_no_use_numbers(lang, column);
            }
            Self::MarkedNumbers { column, typed, number } => {
                return t::found_marked(lang, column, typed, sample_text(lang, *number));
            }
            Self::NotNumbers { column } => return t::found_not_numbers(lang, count, column),
            Self::Withheld => return t::found_withheld(lang, count),
            Self::BigNumbers { column } => return t::found_big(lang, count, column),
            Self::Negative { column } => return t::found_negative(lang, count, column),
            Self::SharesOfOne { column } => return t::found_shares_of_one(lang, column),
            Self::OverHundred { column } => return t::found_over_hundred(lang, count, column),
            Self::Jump { example } => return t::found_jump(lang, count, lang.pick(example)),
            Self::Constant { column } => return t::found_constant(lang, column),
            Self::OneRow => t::FOUND_ONE_ROW,
            Self::SmallCounts { column } => return t::found_small(lang, count, column),
            Self::Merged { comune, since, heir } => {
                return t::found_merged(lang, comune, date(lang, *since), heir);
            }
            Self::MergedInPart { comune, missing } => return t::found_merged_part(lang, comune, missing),
            Self::MergedKept { comune, missing } => return t::found_merged_kept(lang, comune, missing),
            Self::MergedNotAdded { comune, column } => {
                return t::found_merged_not_added(lang, comune, column);
            }
            Self::DateFound { dates, of_years: true } => return t::found_date(lang, years_text(dates)),
            Self::DateFound { dates, .. } => return t::found_date(lang, dates_text(lang, dates)),
            Self::DateSupposed { year } => return t::found_date_supposed(lang, year),
            Self::NoDate => t::FOUND_NO_DATE,
            Self::BadDate => return t::found_bad_date(lang, count),
            Self::NameDiffers => return t::found_name_differs(lang, count),
            Self::NothingOurs => t::FOUND_NOTHING_OURS,
            Self::NoValues => t::FOUND_NO_VALUES,
            Self::OfGroups { level: Level::Ats } => t::FOUND_OF_ATS,
            Self::OfGroups { level: Level::Asst } => t::FOUND_OF_ASST,
            Self::OfGroups { .. } => t::FOUND_OF_AMBITI,
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
            Self::ShapesUnsaved => t::SHAPES_UNSAVED,
            Self::DoubledCodes { codes } => return t::found_doubled_codes(lang, count, codes),
            Self::LayerSelected { layer, others } => return t::found_layer(lang, layer, others),
            Self::SeveralLayers { layers } => {
                return t::found_several_layers(
                    lang,
                    layers.join(", "),
                    layers.first().map_or("", String::as_str),
                );
            }
            Self::LayerUnread { why } => return t::found_layer_unread(lang, lang.pick(why)),
            Self::CrsUnknown => t::FOUND_CRS_UNKNOWN,
            Self::CrsLikely { crs } => return t::found_crs_likely(lang, crs),
            Self::CrsOther { crs } => return t::found_crs_other(lang, crs),
            Self::CrsChanged { crs } => return t::found_crs_changed(lang, crs),
            Self::OfAreas { areas } => return t::found_of_areas(lang, lang.pick(areas), count),
            Self::GroupsNoDate { level } => {
                return t::found_groups_no_date(lang, lang.level(*level));
            }
            Self::LostLetters => return t::found_lost_letters(lang, count),
            Self::LinesInQuotes => t::FOUND_LINES_IN_QUOTES,
            Self::FixedWidth { columns } => return t::found_fixed_width(lang, *columns),
            Self::OneOfSeveral => t::FOUND_ONE_OF_SEVERAL,
            Self::UnclosedQuotes => return t::found_unclosed_quotes(lang, count),
            Self::TextAfterQuotes => return t::found_text_after_quotes(lang, count),
            Self::HiddenRows { is_filtered: true } => return t::found_filtered_rows(lang, count),
            Self::HiddenRows { is_filtered: false } => return t::found_hidden_rows(lang, count),
            Self::HiddenLeftOut => return t::found_hidden_left_out(lang, count),
            Self::HiddenColumns { columns } => return t::found_hidden_columns(lang, columns),
            Self::NotKept => return t::found_not_kept(lang, count),
            Self::NotThere { at } => return t::found_not_there(lang, count, date(lang, *at)),
            Self::BadLife => return t::found_bad_life(lang, count),
            Self::Life { columns, .. } => return t::found_life(lang, columns),
            Self::NoFormulaValues { column } => return t::found_no_formula_values(lang, count, column),
            Self::PercentAsShown { column } => return t::found_percent(lang, column),
            Self::MergedNumbers => return t::found_merged_numbers(lang, count),
            Self::HeaderClasses { from, to } => return t::found_classes(lang, from, to),
            Self::DoubledHeaders { columns } => return t::found_doubled_headers(lang, columns),
            Self::ComuniLacking { names } => return t::found_comuni_lacking(lang, count, names),
            Self::ShapesOfAmbiti => return t::found_shapes_of_ambiti(lang, count),
            Self::ShapesSwapped { place } => return t::found_shapes_swapped(lang, place),
            Self::NamedByName { column, others: 0 } => return t::found_named_by_name(lang, column),
            Self::NamedByName { column, others } => {
                return t::found_named_by_name_in_part(lang, column, number(lang, *others as f64, 0));
            }
            Self::NamedByCadastral { column } => return t::found_named_by_cadastral(lang, column),
            Self::TwoTerritories { columns: [first, second], cells: [one, two], .. } => {
                return t::found_two_territories(lang, first, second, one, two);
            }
            Self::PartedBy { columns } => return t::found_parted(lang, columns),
            Self::Things { territories, example } => {
                let territories = number(lang, *territories as f64, 0);
                let example = example.as_ref().map_or("", |example| lang.pick(example));
                return t::found_things(lang, count, territories, example);
            }
            Self::SumOfDates { column } => return t::found_sum_of_dates(lang, column),
            Self::NotAddedUp { column } => return t::found_not_added_up(lang, column),
            Self::AddedInPart { column } => return t::found_added_in_part(lang, count, column),
            Self::ColumnUnread { column } => return t::found_unread(lang, column),
            Self::TotalRows => return t::found_total_rows(lang, count),
            Self::HiddenSheet => t::FOUND_HIDDEN_SHEET,
            Self::DatesReplaced { column } => return t::found_dates_replaced(lang, column),
            Self::TwoLevels { comune, ambito } if comune == ambito => {
                return t::found_two_levels(lang, comune);
            }
            Self::TwoLevels { comune, .. } => return t::found_lead(lang, comune),
            Self::AddingUnclear { columns } => match &columns[..] {
                [column] => return t::found_adding(lang, column),
                all => return t::found_adding_all(lang, some_quoted(lang, all)),
            },
            Self::MeasureSupposed { columns } => match &columns[..] {
                [column] => return t::found_measure(lang, column),
                all => return t::found_measure_all(lang, some_quoted(lang, all)),
            },
            Self::DatesInHeader { dates } => return t::found_dates_across(lang, dates_text(lang, dates)),
            Self::DateOfTitle { date: day, is_of_file, school } => {
                let day = date(lang, *day);
                return match (school, is_of_file) {
                    (Some([from, to]), _) => t::found_date_of_school(lang, from, to, day),
                    (None, true) => t::found_date_of_file(lang, day),
                    (None, false) => t::found_date_of_title(lang, day),
                };
            }
            Self::DateOfHeader { date: day } => return t::found_date_of_header(lang, date(lang, *day)),
            Self::DateOfOthers { date: day } => return t::found_date_of_others(lang, date(lang, *day)),
            Self::SerialRead { typed, date: day } => return t::found_serial(lang, typed, date(lang, *day)),
            Self::PeriodRead { typed, date: day } => return t::found_period(lang, typed, date(lang, *day)),
            Self::ChangesData { example, indicators } => {
                return t::found_changes_data(lang, count, example, lang.pick(indicators));
            }
            Self::AddsDates { dates, indicators } => {
                let dates: Vec<String> = dates.iter().map(|day| date(lang, *day)).collect();
                let dates = crate::i18n::some_named(
                    &dates.iter().map(String::as_str).collect::<Vec<_>>(),
                    NAMED,
                    |more| t::intake_and_more(lang, more),
                );
                return t::found_adds_dates(lang, dates, count, lang.pick(indicators));
            }
            Self::RateWeighted { column, weight, of } => {
                let above = Level::ALL.into_iter().filter(|level| level > of);
                let above: Vec<String> = above.map(|level| noun_of(level, false).to_owned()).collect();
                return t::found_rate_weighted(lang, column, lang.pick(weight), listed(lang, &above));
            }
            Self::RateAlone { column, proposed, of } => {
                let above = lang.text(match of {
                    Level::Comuni => t::ABOVE_COMUNE,
                    Level::Ambiti => t::ABOVE_AMBITO,
                    Level::Asst | Level::Ats => t::ABOVE_ASST,
                });
                return match proposed {
                    Some(proposed) => t::found_rate_alone(lang, column, lang.pick(proposed), above),
                    None => t::found_rate_alone_unknown(lang, column, above),
                };
            }
            Self::CanRelate { column, proposed } => {
                return t::found_can_relate(lang, column, lang.pick(proposed));
            }
            Self::Related { column, of } => return t::found_related(lang, column, lang.pick(of)),
            Self::UnknownDenominator { column, of } => return t::found_unknown_denominator(lang, column, of),
            Self::NoPopulation { column, of } => return t::found_no_population(lang, column, lang.pick(of)),
            Self::Steps { column } => return t::found_steps(lang, column),
            Self::Categories { column } => return t::found_categories(lang, column),
            Self::NotAdditive { column } => return t::found_not_additive(lang, column),
            Self::Bounded => return t::found_bounded(lang, count),
            Self::SelectedSheet { sheet } => return t::selected_sheet(lang, sheet),
            Self::SelectedNumbers { mark } => return t::selected_numbers(lang, mark),
            Self::SelectedDate { date: at } => {
                return t::selected_date(
                    lang,
                    match at {
                        Reference::Date(day) => date(lang, *day),
                        year => year.to_string(),
                    },
                );
            }
            Self::SelectedNoDate => t::SELECTED_NO_DATE,
            Self::SelectedName { typed, territory } => return t::selected_name(lang, typed, territory),
            Self::SelectedLeftOut { typed } => return t::selected_left_out(lang, typed),
            Self::SelectedColumn { column, role } => {
                return t::selected_column(lang, column, lang.text(*role));
            }
        })
        .to_owned()
    }
}
