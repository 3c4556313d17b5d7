//! Remarks of the program on a figure that could still be made. They are data; their texts are composed only here.

use serde::Serialize;

use crate::base::Level;
use crate::data::{Absence, Bilingual, Reference};
use crate::i18n::{self, Lang, Text, texts};

use super::wording::{Named, listed, reference_label, reference_phrase};

/// The most names in a remark; more are counted.
const MOST_NAMED: usize = 6;

/// The severity of a [`Remark`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Note,
    /// The result misleads a reader who does not know this.
    Warning,
}

/// A result with the remarks made on the way to it.
#[derive(Clone, Debug)]
pub struct Warned<T> {
    pub value: T,
    /// The remarks, in the order they arose.
    pub remarks: Vec<Remark>,
}

impl<T> Warned<T> {
    /// Keeps the remarks and transforms the result.
    pub fn map<U>(self, into: impl FnOnce(T) -> U) -> Warned<U> {
        Warned { value: into(self.value), remarks: self.remarks }
    }
}

/// `Severity "code" Name { data };`, so that every remark has a severity and a code.
macro_rules! remarks {
    ($($severity:ident $code:literal $name:ident $({ $($field:ident: $type:ty),+ })?;)+) => {
        /// A remark on a figure.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Remark {
            $($name $({ $($field: $type),+ })?,)+
        }

        impl Remark {
            pub(crate) fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => Severity::$severity,)+
                }
            }

            /// Stable identifier, snake_case English, for programs that read the JSON. The same remark from different
            /// views has the same code.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)+
                }
            }
        }

        #[cfg(test)]
        const VARIANTS: &[&str] = &[$(stringify!($name)),+];
    };
}

// Several views.
remarks! {
    Warning "no_values" NoValues;
    Note "options_ignored" OptionIgnored { option: &'static str, why: Text };
    Note "not_pooled" NotPooled;
    Note "not_pooled" LowestOfComuni;
    Note "not_pooled" HighestOfComuni;
    Note "not_pooled" PartialValues;
    Note "absent_values" AbsentValues { count: usize, reason: Absence };
    Note "absent_values" AbsentEntries { count: usize, reason: Absence };
    Warning "series_break" SeriesBreak { what: Bilingual };
    Warning "series_break" SeriesBreakAt { at: Reference, what: Bilingual };
    Note "unlisted" Unlisted { names: Vec<String> };
    Note "labels_left_out" LabelsLeftOut { count: usize };

    Note "no_glyph" NoGlyph { characters: Vec<char> };

    // Maps.
    Warning "count_as_choropleth" CountAsChoropleth;
    Warning "categorical_palette" CategoricalPalette;
    Warning "ordered_palette" OrderedPalette;
    Note "options_ignored" OwnClasses;
    Note "options_ignored" MethodOfComuni;
    Note "centre_ignored" CentreIgnored;
    Note "constant" Constant;
    Warning "no_group_values" NoGroupValues { known: Level };
    Warning "known_only_at" KnownOnlyAt { level: Level };
    Warning "circles_of_ratio" CirclesOfRatio;
    Note "fewer_classes" FewerClasses { distinct: usize };
    Note "merged_classes" MergedClasses;
    Note "capped_classes" CappedClasses { max: usize };
    Note "empty_class" EmptyClass;
    Note "many_classes" ManyClasses { classes: usize, units: usize };

    // Maps of two indicators.
    Warning "count_in_two" CountInTwo { indicator: Bilingual };
    Warning "common_data" CommonData;
    Note "common_base" CommonBase;
    Warning "no_values" NoValuesOfTwo;
    Warning "few_for_two" FewForTwo { units: usize };
    Note "merged_classes" MergedClassesOf { indicator: Bilingual, classes: usize };

    // Time series.
    Warning "no_values" NoLines;
    Warning "no_values" NoLinesWithoutAts;
    Note "absent_values" WithoutAts { at: Vec<Reference> };
    Note "one_date" OneDate;
    Warning "series_break" BreakBetween { before: Reference, after: Reference, what: Bilingual };
    Warning "base_across_break" BaseAcrossBreak { bases: Vec<Reference> };
    Warning "base_across_break" BaseOffSeries { base: Reference, others: Vec<Reference> };
    Note "missing_dates" MissingDates { before: Reference, after: Reference };
    Note "missing_dates" NoOtherDates { before: Reference, after: Reference };
    Note "other_base" OtherBase { names: Vec<String> };
    Warning "other_base" MixedBases { names: Vec<String> };
    Warning "no_base" NoBase { of: Named, base: Reference, reason: Absence };
    Note "absent_values" AbsentAt { of: Named, at: Reference, reason: Absence };
    Note "absent_values" WithheldAt { of: Named, at: Reference, between: Bilingual };
    // A value that is there, and of which what is drawn depends on what the source withholds.
    Note "uncertain_change" UncertainAt { of: Named, at: Vec<[Reference; 2]> };
    Note "uncertain_change" OthersUncertain { count: usize };
    Note "hidden_values" HiddenValues;
    Note "published_otherwise" PublishedOtherwise { of: String, at: Reference, what: Bilingual };
    Note "absent_values" NoIndexAt { of: Named, at: Reference };
    Note "absent_values" OthersAbsent { count: usize };
    Note "benchmarks_pooled" BenchmarksPooled;
    Note "no_asst" NoAsst;
    Warning "counts_of_different_size" CountsOfDifferentSize;
    Note "crowd" Crowd { most: usize };
    // Lines drawn without a name: of a level or, in a published table, of its rows; the others, where some are named.
    Note "grey_lines" GreyLines { level: Option<Level>, count: usize, are_others: bool };
    Note "many_lines" ManyLines;
    Note "no_band" NoBand;

    // Tables, rankings and series as published.

    // Slope charts.
    Warning "no_values" NoSlopes;
    Note "absent_values" AbsentAtEitherDate { count: usize };
    // Territories with a value at both dates, whose change depends on what the source withholds.
    Note "uncertain_change" UncertainChange { count: usize };
    // Selected territories among lines of other units.
    Note "other_level" OfOtherLevel { names: Vec<String>, level: Level };
    Warning "chosen_absent" SelectedAbsent { names: Vec<String> };
    Note "labels_left_out" NamesLeftOut { count: usize };

    // Dumbbell charts.
    Note "rows_left_out" RowsLeftOut { shown: usize, of: usize };

    // Contributions to a change.
    Warning "undivided" Undivided { why: Text };
    Note "only_member" OnlyMember { name: String, whole: String, level: Level };
    Warning "absent_values" MembersAbsent { names: Vec<String>, of: usize };

    // Age pyramids.
    Warning "few_people" FewInEachBar { people: usize, bars: usize };
    Warning "absent_values" AbsentAges { count: usize };
    Warning "no_values" SharesNeedAllAges { count: usize };
    Warning "counts_of_different_size" PyramidsOfCounts;

    // Profiles.
    Note "only_comune" OnlyComune { name: String };
    Note "constant_rows" ConstantRows { count: usize };
    Note "absent_values" AbsentIndicators { count: usize };
    Warning "small_numbers" SmallRows { people: usize, count: usize };
    Warning "few_peers" FewPeers { count: usize };
    Warning "options_ignored" NoSuchPart { part: usize, of: usize };
    Note "rows_left_out" PeersOfFirst { most: usize, all: usize };
    Note "absent_values" PeersWithoutValues { count: usize };
    Note "rows_left_out" MembersLeftOut { shown: usize, all: usize };
    Note "rows_left_out" SentencesLeftOut { count: usize };
    Note "rows_left_out" PartOfProfile { part: usize, of: usize, shown: usize, all: usize };

    // Small maps.
    Note "absent_values" EmptyMaps { count: usize };
    Note "one_map" OneMap;
    Note "rows_left_out" PartOfMaps { part: usize, of: usize, shown: usize, all: usize };

    // Heat tables.
    Note "constant_rows" ConstantColumns { count: usize };
    Note "absent_values" EmptyCells { count: usize };
    Note "left_out" RowsWithoutGroup { count: usize };
    Warning "no_groups" NoHeatGroups;
    Note "rows_left_out" PartOfHeatTable { part: usize, of: usize, shown: usize, all: usize };

    // Matrices of correlations.
    Note "rows_left_out" MatrixOfFirst { most: usize, all: usize };
    Note "pairs_inside" PairsInside { count: usize };
    Note "left_out" PairsWithout { count: usize };
    Note "left_out" PairsOfSteps { count: usize };

    // Rankings, slope charts, quadrants.
    Note "unrounded" Unrounded;

    // Rankings.
    Warning "range_of_counts" RangeOfCounts;
    Note "range_ignored" RangeIgnored;
    Warning "chosen_left_out" SelectedLeftOut { count: usize };
    Note "rows_left_out" FirstRows { shown: usize, of: usize };
    Note "rows_left_out" FirstRowsAndSelected { shown: usize, of: usize };
    Note "rows_left_out" FirstAndLastRows { first: usize, last: usize, of: usize };
    Note "rows_left_out" FirstAndLastRowsAndSelected { first: usize, last: usize, of: usize };
    Note "rows_left_out" SelectedRowsOnly { shown: usize, of: usize };

    // Comparing two variables.
    Warning "same_variable" SameVariable { x: Bilingual, y: Bilingual };
    Warning "shared_variables" SharedVariables { x: Bilingual, y: Bilingual };
    Warning "two_counts" TwoCounts;
    Warning "few_pairs" FewPairs { count: usize, least: usize };
    Warning "no_values" NoPairs;
    Warning "other_date" OtherDate { indicator: Bilingual, wanted: Reference, shown: Reference };
    Warning "no_ats_value" NoAtsValue;
    Warning "no_ats_value" AtsIsTotal;
    Warning "stays_linear" StaysLinear { axis: Bilingual };
    Warning "groups_in_black" GroupsInBlack { groups: usize, shapes: usize };
    Note "guideline_names" GuidelineNames;
    Note "absent_sizes" AbsentSizes { count: usize };
    Note "negative_sizes" NegativeSizes { count: usize };
    Note "left_out" PairsLeftOut { count: usize, reason: Absence };

    // Tables.
    Warning "no_columns" NoColumns;
    Warning "no_rows" NoRows;
    Note "absent_values" AbsentCells { count: usize, reason: Absence };
    Warning "left_out" TableCut { rows: usize, columns: usize };

    // Findings of a check, in addition to some of the above.
    Warning "too_many_classes" TooManyClasses { classes: usize, most: usize };
    Warning "red_green_palette" RedGreenPalette { palette: &'static str };
    Warning "classes_differ" ClassesDiffer;
    Warning "small_numbers" SmallNumbers { people: usize, units: usize };
    Warning "small_counts" SmallCounts { units: usize, below: u32 };
    Warning "no_source" NoSource { indicator: Bilingual };
    Warning "source_hidden" SourceHidden;
    Warning "small_type" SmallType { size: f64 };
}

impl Remark {
    /// Its text as a sentence of a paragraph: a few are notes without a full stop.
    pub fn sentence(&self, lang: Lang) -> String {
        let text = self.text(lang);
        if text.ends_with('.') { text } else { text + "." }
    }

    /// Its text, in one or more sentences.
    pub fn text(&self, lang: Lang) -> String {
        let fixed = |text| lang.text(text).to_owned();
        let label = |at: &Reference| reference_label(lang, *at);
        match self {
            Self::NoValues => fixed(texts::WARN_NO_VALUES),
            Self::OptionIgnored { option, why } => {
                texts::option_ignored(lang, format!("--{option}"), lang.text(*why))
            }
            Self::NotPooled => fixed(texts::WARN_NOT_POOLED),
            Self::LowestOfComuni => fixed(texts::WARN_LOWEST_OF_COMUNI),
            Self::HighestOfComuni => fixed(texts::WARN_HIGHEST_OF_COMUNI),
            Self::PartialValues => fixed(texts::WARN_PARTIAL),
            Self::AbsentValues { count, reason } => texts::warn_absent(lang, count, lang.absence(*reason)),
            Self::AbsentEntries { count, reason } => {
                texts::warn_absent_entries(lang, count, lang.absence(*reason))
            }
            Self::SeriesBreak { what } => break_text(lang, what),
            Self::SeriesBreakAt { at, what } => {
                texts::player_break(lang, reference_label(lang, *at), lang.pick(what))
            }
            Self::Unlisted { names } => texts::series_unlisted(lang, names.join(", ")),
            Self::LabelsLeftOut { count } => texts::series_labels_left(lang, count),

            Self::NoGlyph { characters } => {
                let named = |c: &char| format!("{c} (U+{:04X})", u32::from(*c));
                texts::warn_no_glyph(lang, characters.iter().map(named).collect::<Vec<_>>().join(", "))
            }

            Self::CountAsChoropleth => fixed(texts::WARN_COUNT),
            Self::CategoricalPalette => fixed(texts::WARN_CATEGORICAL),
            Self::OrderedPalette => fixed(texts::WARN_ORDERED_PALETTE),
            Self::OwnClasses => fixed(texts::WARN_OWN_CLASSES),
            Self::MethodOfComuni => fixed(texts::WARN_METHOD_OF_COMUNI),
            Self::CentreIgnored => fixed(texts::WARN_CENTRE),
            Self::Constant => fixed(texts::WARN_CONSTANT),
            Self::NoGroupValues { known } => {
                let of_several = match known {
                    Level::Comuni => texts::GROUP_OF_COMUNI,
                    Level::Ambiti => texts::GROUP_OF_AMBITI,
                    Level::Asst | Level::Ats => texts::GROUP_OF_ASST,
                };
                texts::check_no_group_values(lang, lang.text(of_several))
            }
            Self::KnownOnlyAt { level } => texts::known_only_at(lang, lang.one_of_level(*level)),
            Self::CirclesOfRatio => fixed(texts::CHECK_CIRCLES_OF_RATIO),
            Self::FewerClasses { distinct } => texts::warn_fewer(lang, distinct),
            Self::MergedClasses => fixed(texts::WARN_MERGED),
            Self::CappedClasses { max } => texts::warn_capped(lang, max),
            Self::EmptyClass => fixed(texts::WARN_EMPTY_CLASS),
            Self::ManyClasses { classes, units } => texts::warn_many_classes(lang, classes, units),

            Self::CountInTwo { indicator } => texts::warn_two_count(lang, lang.pick(indicator)),
            Self::CommonData => fixed(texts::WARN_TWO_PART),
            Self::CommonBase => fixed(texts::WARN_TWO_BASE),
            Self::NoValuesOfTwo => fixed(texts::WARN_TWO_NO_VALUES),
            Self::FewForTwo { units } => texts::warn_two_few(lang, units),
            Self::MergedClassesOf { indicator, classes } => {
                texts::warn_two_merged(lang, lang.pick(indicator), classes)
            }

            Self::NoLines => fixed(texts::SERIES_NO_VALUES),
            Self::NoLinesWithoutAts => fixed(texts::SERIES_NO_ATS),
            Self::WithoutAts { at } => {
                let dates: Vec<String> = at.iter().map(|at| reference_phrase(lang, *at)).collect();
                texts::series_without_ats(lang, listed(lang, &dates))
            }
            Self::OneDate => fixed(texts::SERIES_ONE_DATE),
            Self::BreakBetween { before, after, what } => {
                format!("{} {}", texts::series_break(lang, label(before), label(after)), lang.pick(what))
            }
            Self::BaseAcrossBreak { bases } => {
                let bases: Vec<String> =
                    bases.iter().map(|base| texts::series_from(lang, label(base))).collect();
                texts::series_base_break(lang, listed(lang, &bases))
            }
            Self::BaseOffSeries { base, others } => {
                let others: Vec<String> =
                    others.iter().map(|base| texts::series_from(lang, label(base))).collect();
                texts::series_base_off(lang, label(base), listed(lang, &others))
            }
            Self::MissingDates { before, after } => texts::series_gap(lang, label(before), label(after)),
            Self::NoOtherDates { before, after } => {
                texts::series_no_other_dates(lang, label(before), label(after))
            }
            Self::OtherBase { names } => texts::series_other_base(lang, names.join(", ")),
            Self::MixedBases { names } => texts::series_mixed_bases(lang, names.join(", ")),
            Self::NoBase { of, base, reason: Absence::Missing } => {
                texts::series_no_base(lang, of.text(lang), label(base))
            }
            Self::NoBase { of, base, reason } => {
                texts::series_no_base_because(lang, of.text(lang), label(base), lang.absence(*reason))
            }
            Self::AbsentAt { of, at, reason } => {
                texts::series_absent(lang, of.text(lang), reference_phrase(lang, *at), lang.absence(*reason))
            }
            Self::WithheldAt { of, at, between } => {
                texts::series_absent(lang, of.text(lang), reference_phrase(lang, *at), lang.pick(between))
            }
            Self::UncertainAt { of, at } => {
                let span = |[first, last]: &[Reference; 2]| match first == last {
                    true => label(first),
                    false => format!("{} – {}", label(first), label(last)),
                };
                let dates: Vec<String> = at.iter().map(span).collect();
                texts::series_uncertain(lang, of.text(lang), dates.join(", "))
            }
            Self::OthersUncertain { count } => texts::series_uncertain_others(lang, count),
            Self::HiddenValues => fixed(texts::HIDDEN_VALUES),
            Self::NoIndexAt { of, at } => {
                let why = lang.text(texts::SERIES_INDEX_OF_NOTHING);
                texts::series_absent(lang, of.text(lang), reference_phrase(lang, *at), why)
            }
            Self::OthersAbsent { count } => texts::series_absent_others(lang, count),
            Self::BenchmarksPooled => fixed(texts::SERIES_BENCHMARKS_POOLED),
            Self::NoAsst => fixed(texts::SERIES_NO_ASST),
            Self::CountsOfDifferentSize => fixed(texts::SERIES_COUNTS),
            Self::GreyLines { level, count, are_others } => {
                let [all, others] = match level {
                    Some(Level::Comuni) => [texts::GREY_COMUNI, texts::GREY_OTHER_COMUNI],
                    Some(Level::Ambiti) => [texts::GREY_AMBITI, texts::GREY_OTHER_AMBITI],
                    Some(Level::Asst) => [texts::GREY_ASST, texts::GREY_OTHER_ASST],
                    Some(Level::Ats) | None => [texts::GREY_ROWS, texts::GREY_OTHER_ROWS],
                };
                texts::series_grey(lang, lang.text(if *are_others { others } else { all }), count)
            }
            Self::Crowd { most } => texts::series_crowd(lang, most),
            Self::ManyLines => fixed(texts::SERIES_MANY),
            Self::NoBand => fixed(texts::SERIES_NO_BAND),

            Self::PublishedOtherwise { of, at, what } => {
                texts::published_note(lang, of, label(at), i18n::within_sentence(lang.pick(what)))
            }

            Self::NoSlopes => fixed(texts::SLOPE_NO_PAIRS),
            Self::AbsentAtEitherDate { count } => texts::slope_absent(lang, count),
            Self::UncertainChange { count } => texts::slope_uncertain(lang, count),
            Self::OfOtherLevel { names, level } => {
                texts::slope_other_level(lang, names.join(", "), lang.level(*level))
            }
            Self::SelectedAbsent { names } if names.len() == 1 => {
                texts::slope_selected_absent_one(lang, &names[0])
            }
            Self::SelectedAbsent { names } => texts::slope_selected_absent(lang, names.join(", ")),
            Self::NamesLeftOut { count } => texts::slope_labels_left(lang, count),

            Self::RowsLeftOut { shown, of } => texts::dumbbell_rows(lang, shown, of),

            Self::Undivided { why } => fixed(*why),
            Self::OnlyMember { name, whole, level } => {
                texts::contribution_only_member(lang, lang.subject(*level, whole), name)
            }
            Self::MembersAbsent { names, of } if names.len() == 1 => {
                texts::contribution_absent_one(lang, &names[0], of)
            }
            Self::MembersAbsent { names, of } => {
                let all: Vec<&str> = names.iter().map(String::as_str).collect();
                let more = |left: usize| texts::contribution_and_more(lang, left);
                texts::contribution_absent(lang, i18n::some_named(&all, MOST_NAMED, more), all.len(), of)
            }

            Self::FewInEachBar { people, bars } => {
                texts::pyramid_few(lang, i18n::number(lang, *people as f64, 0), bars)
            }
            Self::AbsentAges { count } => texts::pyramid_absent(lang, count),
            Self::SharesNeedAllAges { count } => texts::pyramid_absent_shares(lang, count),
            Self::PyramidsOfCounts => fixed(texts::PYRAMID_DIFFERENT_SIZE),

            Self::OnlyComune { name } => texts::spine_only_comune(lang, name),
            Self::ConstantRows { count } => texts::spine_constant(lang, count),
            Self::AbsentIndicators { count } => texts::spine_absent(lang, count),
            Self::SmallRows { people, count } => texts::spine_small(lang, count, people),
            Self::FewPeers { count } => texts::spine_few_peers(lang, count),
            Self::NoSuchPart { part, of } => texts::spine_no_such_part(lang, part, of),
            Self::PeersOfFirst { most, all } => texts::peers_first(lang, most, all),
            Self::PeersWithoutValues { count } => texts::peers_without(lang, count),
            Self::MembersLeftOut { shown, all } => texts::glance_rows(lang, shown, all),
            Self::SentencesLeftOut { count } => texts::glance_sentences_left(lang, count),
            Self::PartOfProfile { part, of, shown, all } => texts::spine_part(lang, part, of, shown, all),

            Self::EmptyMaps { count } => texts::small_maps_empty(lang, count),
            Self::OneMap => fixed(texts::SMALL_MAPS_ONE),
            Self::PartOfMaps { part, of, shown, all } => texts::small_maps_part(lang, part, of, shown, all),

            Self::ConstantColumns { count } => texts::heat_constant(lang, count),
            Self::EmptyCells { count } => texts::heat_missing(lang, count),
            Self::RowsWithoutGroup { count } => texts::heat_without_group(lang, count),
            Self::NoHeatGroups => fixed(texts::HEAT_NO_GROUPS),
            Self::PartOfHeatTable { part, of, shown, all } => texts::heat_part(lang, part, of, shown, all),

            Self::MatrixOfFirst { most, all } => texts::matrix_first(lang, most, all),
            Self::PairsInside { count } => texts::matrix_inside(lang, count),
            Self::PairsOfSteps { count } => texts::matrix_steps(lang, count),
            Self::PairsWithout { count } => texts::matrix_without(lang, count),

            Self::Unrounded => fixed(texts::UNROUNDED),

            Self::RangeOfCounts => fixed(texts::RANKING_COUNTS),
            Self::RangeIgnored => fixed(texts::RANKING_NO_RANGE),
            Self::SelectedLeftOut { count } => texts::ranking_selected_left(lang, count),
            Self::FirstRows { shown: 1, of } => texts::ranking_first_one(lang, of),
            Self::FirstRows { shown, of } => texts::ranking_first(lang, shown, of),
            Self::FirstRowsAndSelected { shown, of } => texts::ranking_first_and_selected(lang, shown, of),
            Self::FirstAndLastRows { first, last, of } => texts::ranking_folded(lang, first, last, of),
            Self::FirstAndLastRowsAndSelected { first, last, of } => {
                texts::ranking_folded_and_selected(lang, first, last, of)
            }
            Self::SelectedRowsOnly { shown, of } => texts::ranking_selected_only(lang, shown, of),

            Self::SameVariable { x, y } => texts::pair_same(lang, lang.pick(x), lang.pick(y)),
            Self::SharedVariables { x, y } => texts::pair_shared(lang, lang.pick(x), lang.pick(y)),
            Self::TwoCounts => fixed(texts::PAIR_COUNTS),
            Self::FewPairs { count, least } => texts::pair_few(lang, count, least),
            Self::NoPairs => fixed(texts::SCATTER_NO_PAIRS),
            Self::OtherDate { indicator, wanted, shown } => {
                let [wanted, shown] = [wanted, shown].map(|at| reference_phrase(lang, *at));
                texts::scatter_other_date(lang, lang.pick(indicator), wanted, shown)
            }
            Self::StaysLinear { axis } => texts::scatter_log_refused(lang, lang.pick(axis)),
            Self::GroupsInBlack { groups, shapes } => texts::scatter_groups_in_black(lang, groups, shapes),
            Self::AtsIsTotal => fixed(texts::SCATTER_ATS_IS_TOTAL),
            Self::NoAtsValue => fixed(texts::SCATTER_NO_ATS),
            Self::GuidelineNames => fixed(texts::SCATTER_NAMES_NOTE),
            Self::AbsentSizes { count } => texts::scatter_size_absent(lang, count),
            Self::NegativeSizes { count } => texts::scatter_size_negative(lang, count),
            Self::PairsLeftOut { count, reason } => {
                texts::scatter_left_out(lang, count, lang.absence(*reason))
            }

            Self::NoColumns => fixed(texts::TABLE_NO_COLUMNS),
            Self::NoRows => fixed(texts::TABLE_NO_ROWS),
            Self::AbsentCells { count, reason } => texts::table_absent(lang, count, lang.absence(*reason)),
            Self::TableCut { rows, columns } => {
                let rows = (*rows > 0).then(|| texts::table_rows_left(lang, rows));
                let columns = (*columns > 0).then(|| texts::table_columns_left(lang, columns));
                rows.into_iter().chain(columns).collect::<Vec<_>>().join(" ")
            }

            Self::TooManyClasses { classes, most } => texts::check_classes(lang, classes, most),
            Self::RedGreenPalette { palette } => texts::check_palette(lang, palette),
            Self::ClassesDiffer => fixed(texts::CHECK_SISTER),
            Self::SmallNumbers { people, units } => {
                let [people, units] = [people, units].map(|count| i18n::number(lang, *count as f64, 0));
                texts::check_small(lang, people, units)
            }
            Self::SmallCounts { units, below } => texts::check_small_counts(lang, units, below),
            Self::NoSource { indicator } => texts::check_source(lang, lang.pick(indicator)),
            Self::SourceHidden => fixed(texts::CHECK_HIDDEN_SOURCE),
            Self::SmallType { size } => texts::check_type(lang, i18n::number(lang, *size, 1)),
        }
    }
}

/// Says that a difference is taken across a break of the series, and what changed there.
pub fn break_text(lang: Lang, what: &Bilingual) -> String {
    format!("{} {}", lang.text(texts::WARN_BREAK), lang.pick(what))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Date;

    /// One of every variant, with the severity and code that the command line used when remarks still were texts.
    fn examples() -> Vec<(Remark, Severity, &'static str)> {
        use Severity::{Note, Warning};
        let both = |it: &str, en: &str| Bilingual { it: it.to_owned(), en: en.to_owned() };
        let (x, y) = (both("Densità", "Density"), both("Età media", "Mean age"));
        let what = both("Nuovo metodo.", "New method.");
        let [early, late] = [2019, 2022].map(|year| Date::new(year, 1, 1).unwrap());
        let [before, after] = [early, late].map(Reference::Date);
        let reason = Absence::Suppressed;
        let rho = || Named::Ambito("Rho".to_owned());
        vec![
            (Remark::NoValues, Warning, "no_values"),
            (Remark::OptionIgnored { option: "heat", why: texts::IGNORED_SHEET }, Note, "options_ignored"),
            (Remark::NotPooled, Note, "not_pooled"),
            (Remark::LowestOfComuni, Note, "not_pooled"),
            (Remark::HighestOfComuni, Note, "not_pooled"),
            (Remark::PartialValues, Note, "not_pooled"),
            (Remark::AbsentValues { count: 7, reason }, Note, "absent_values"),
            (Remark::AbsentEntries { count: 7, reason }, Note, "absent_values"),
            (Remark::SeriesBreak { what: what.clone() }, Warning, "series_break"),
            (
                Remark::SeriesBreakAt { at: Reference::Year(2021), what: what.clone() },
                Warning,
                "series_break",
            ),
            (Remark::Unlisted { names: vec!["Rho".to_owned()] }, Note, "unlisted"),
            (Remark::LabelsLeftOut { count: 7 }, Note, "labels_left_out"),
            (Remark::NoGlyph { characters: vec!['☎'] }, Note, "no_glyph"),
            (Remark::CountAsChoropleth, Warning, "count_as_choropleth"),
            (Remark::CategoricalPalette, Warning, "categorical_palette"),
            (Remark::OrderedPalette, Warning, "ordered_palette"),
            (Remark::OwnClasses, Note, "options_ignored"),
            (Remark::MethodOfComuni, Note, "options_ignored"),
            (Remark::CentreIgnored, Note, "centre_ignored"),
            (Remark::Constant, Note, "constant"),
            (Remark::NoGroupValues { known: Level::Comuni }, Warning, "no_group_values"),
            (Remark::KnownOnlyAt { level: Level::Ambiti }, Warning, "known_only_at"),
            (Remark::CirclesOfRatio, Warning, "circles_of_ratio"),
            (Remark::FewerClasses { distinct: 7 }, Note, "fewer_classes"),
            (Remark::MergedClasses, Note, "merged_classes"),
            (Remark::CappedClasses { max: 7 }, Note, "capped_classes"),
            (Remark::EmptyClass, Note, "empty_class"),
            (Remark::ManyClasses { classes: 7, units: 8 }, Note, "many_classes"),
            (Remark::CountInTwo { indicator: x.clone() }, Warning, "count_in_two"),
            (Remark::CommonData, Warning, "common_data"),
            (Remark::CommonBase, Note, "common_base"),
            (Remark::NoValuesOfTwo, Warning, "no_values"),
            (Remark::FewForTwo { units: 17 }, Warning, "few_for_two"),
            (Remark::MergedClassesOf { indicator: x.clone(), classes: 2 }, Note, "merged_classes"),
            (Remark::NoLines, Warning, "no_values"),
            (Remark::NoLinesWithoutAts, Warning, "no_values"),
            (Remark::WithoutAts { at: vec![after] }, Note, "absent_values"),
            (Remark::OneDate, Note, "one_date"),
            (Remark::BreakBetween { before, after, what }, Warning, "series_break"),
            (Remark::BaseAcrossBreak { bases: vec![after] }, Warning, "base_across_break"),
            (Remark::BaseOffSeries { base: after, others: Vec::new() }, Warning, "base_across_break"),
            (Remark::MissingDates { before, after }, Note, "missing_dates"),
            (Remark::NoOtherDates { before, after }, Note, "missing_dates"),
            (Remark::OtherBase { names: vec!["Rho".to_owned()] }, Note, "other_base"),
            (Remark::MixedBases { names: vec!["Rho".to_owned()] }, Warning, "other_base"),
            (Remark::NoBase { reason: Absence::Missing, of: rho(), base: before }, Warning, "no_base"),
            (Remark::AbsentAt { of: rho(), at: after, reason }, Note, "absent_values"),
            (
                Remark::WithheldAt { of: rho(), at: after, between: both("tra 7 e 17", "between 7 and 17") },
                Note,
                "absent_values",
            ),
            (Remark::UncertainAt { of: rho(), at: vec![[after; 2]] }, Note, "uncertain_change"),
            (Remark::OthersUncertain { count: 7 }, Note, "uncertain_change"),
            (Remark::HiddenValues, Note, "hidden_values"),
            (
                Remark::PublishedOtherwise {
                    of: "Disabili".to_owned(),
                    at: Reference::Year(2019),
                    what: both("Stampato altrove.", "Printed elsewhere."),
                },
                Note,
                "published_otherwise",
            ),
            (Remark::NoIndexAt { of: Named::Ats, at: Reference::Year(2018) }, Note, "absent_values"),
            (Remark::OthersAbsent { count: 7 }, Note, "absent_values"),
            (Remark::BenchmarksPooled, Note, "benchmarks_pooled"),
            (Remark::NoAsst, Note, "no_asst"),
            (Remark::CountsOfDifferentSize, Warning, "counts_of_different_size"),
            (Remark::Crowd { most: 30 }, Note, "crowd"),
            (
                Remark::GreyLines { level: Some(Level::Ambiti), count: 7, are_others: true },
                Note,
                "grey_lines",
            ),
            (Remark::ManyLines, Note, "many_lines"),
            (Remark::NoBand, Note, "no_band"),
            (Remark::NoSlopes, Warning, "no_values"),
            (Remark::AbsentAtEitherDate { count: 7 }, Note, "absent_values"),
            (Remark::UncertainChange { count: 7 }, Note, "uncertain_change"),
            (
                Remark::OfOtherLevel { names: vec!["Rho".to_owned()], level: Level::Ambiti },
                Note,
                "other_level",
            ),
            (Remark::SelectedAbsent { names: vec!["Rho".to_owned()] }, Warning, "chosen_absent"),
            (Remark::NamesLeftOut { count: 7 }, Note, "labels_left_out"),
            (Remark::RowsLeftOut { shown: 7, of: 17 }, Note, "rows_left_out"),
            (Remark::Undivided { why: texts::CONTRIBUTION_NO_RATE }, Warning, "undivided"),
            (
                Remark::OnlyMember {
                    name: "Milano".to_owned(),
                    whole: "Milano".to_owned(),
                    level: Level::Ambiti,
                },
                Note,
                "only_member",
            ),
            (Remark::MembersAbsent { names: vec!["Rho".to_owned()], of: 17 }, Warning, "absent_values"),
            (Remark::FewInEachBar { people: 65, bars: 42 }, Warning, "few_people"),
            (Remark::AbsentAges { count: 7 }, Warning, "absent_values"),
            (Remark::SharesNeedAllAges { count: 7 }, Warning, "no_values"),
            (Remark::PyramidsOfCounts, Warning, "counts_of_different_size"),
            (Remark::OnlyComune { name: "Milano".to_owned() }, Note, "only_comune"),
            (Remark::ConstantRows { count: 5 }, Note, "constant_rows"),
            (Remark::AbsentIndicators { count: 7 }, Note, "absent_values"),
            (Remark::SmallRows { people: 10, count: 7 }, Warning, "small_numbers"),
            (Remark::FewPeers { count: 7 }, Warning, "few_peers"),
            (Remark::NoSuchPart { part: 17, of: 7 }, Warning, "options_ignored"),
            (Remark::PeersOfFirst { most: 8, all: 12 }, Note, "rows_left_out"),
            (Remark::PeersWithoutValues { count: 2 }, Note, "absent_values"),
            (Remark::MembersLeftOut { shown: 20, all: 61 }, Note, "rows_left_out"),
            (Remark::SentencesLeftOut { count: 2 }, Note, "rows_left_out"),
            (Remark::PartOfProfile { part: 1, of: 2, shown: 20, all: 40 }, Note, "rows_left_out"),
            (Remark::EmptyMaps { count: 7 }, Note, "absent_values"),
            (Remark::OneMap, Note, "one_map"),
            (Remark::PartOfMaps { part: 1, of: 2, shown: 20, all: 40 }, Note, "rows_left_out"),
            (Remark::ConstantColumns { count: 7 }, Note, "constant_rows"),
            (Remark::EmptyCells { count: 7 }, Note, "absent_values"),
            (Remark::RowsWithoutGroup { count: 7 }, Note, "left_out"),
            (Remark::NoHeatGroups, Warning, "no_groups"),
            (Remark::PartOfHeatTable { part: 1, of: 2, shown: 20, all: 40 }, Note, "rows_left_out"),
            (Remark::MatrixOfFirst { most: 40, all: 70 }, Note, "rows_left_out"),
            (Remark::PairsInside { count: 7 }, Note, "pairs_inside"),
            (Remark::PairsWithout { count: 7 }, Note, "left_out"),
            (Remark::PairsOfSteps { count: 7 }, Note, "left_out"),
            (Remark::Unrounded, Note, "unrounded"),
            (Remark::RangeOfCounts, Warning, "range_of_counts"),
            (Remark::RangeIgnored, Note, "range_ignored"),
            (Remark::SelectedLeftOut { count: 7 }, Warning, "chosen_left_out"),
            (Remark::FirstRows { shown: 7, of: 17 }, Note, "rows_left_out"),
            (Remark::FirstRowsAndSelected { shown: 7, of: 17 }, Note, "rows_left_out"),
            (Remark::FirstAndLastRows { first: 7, last: 3, of: 17 }, Note, "rows_left_out"),
            (Remark::FirstAndLastRowsAndSelected { first: 7, last: 3, of: 17 }, Note, "rows_left_out"),
            (Remark::SelectedRowsOnly { shown: 7, of: 17 }, Note, "rows_left_out"),
            (Remark::SameVariable { x: x.clone(), y: y.clone() }, Warning, "same_variable"),
            (Remark::SharedVariables { x: x.clone(), y }, Warning, "shared_variables"),
            (Remark::TwoCounts, Warning, "two_counts"),
            (Remark::FewPairs { count: 17, least: 20 }, Warning, "few_pairs"),
            (Remark::NoPairs, Warning, "no_values"),
            (Remark::OtherDate { indicator: x.clone(), wanted: before, shown: after }, Warning, "other_date"),
            (Remark::NoAtsValue, Warning, "no_ats_value"),
            (Remark::AtsIsTotal, Warning, "no_ats_value"),
            (Remark::StaysLinear { axis: x.clone() }, Warning, "stays_linear"),
            (Remark::GroupsInBlack { groups: 17, shapes: 7 }, Warning, "groups_in_black"),
            (Remark::GuidelineNames, Note, "guideline_names"),
            (Remark::AbsentSizes { count: 7 }, Note, "absent_sizes"),
            (Remark::NegativeSizes { count: 7 }, Note, "negative_sizes"),
            (Remark::PairsLeftOut { count: 7, reason }, Note, "left_out"),
            (Remark::NoColumns, Warning, "no_columns"),
            (Remark::NoRows, Warning, "no_rows"),
            (Remark::AbsentCells { count: 7, reason }, Note, "absent_values"),
            (Remark::TableCut { rows: 7, columns: 2 }, Warning, "left_out"),
            (Remark::TooManyClasses { classes: 9, most: 7 }, Warning, "too_many_classes"),
            (Remark::RedGreenPalette { palette: "RdYlGn" }, Warning, "red_green_palette"),
            (Remark::ClassesDiffer, Warning, "classes_differ"),
            (Remark::SmallNumbers { people: 10, units: 7 }, Warning, "small_numbers"),
            (Remark::SmallCounts { units: 2, below: 3 }, Warning, "small_counts"),
            (Remark::NoSource { indicator: x }, Warning, "no_source"),
            (Remark::SourceHidden, Warning, "source_hidden"),
            (Remark::SmallType { size: 4.2 }, Warning, "small_type"),
        ]
    }

    #[test]
    fn every_remark_has_its_code_and_weight() {
        let names: Vec<String> = examples()
            .iter()
            .map(|(remark, ..)| format!("{remark:?}").split([' ', '{']).next().unwrap().to_owned())
            .collect();
        assert_eq!(names, VARIANTS, "an example of each, in their order");
        for (remark, severity, code) in examples() {
            assert_eq!((remark.severity(), remark.code()), (severity, code), "{remark:?}");
        }
    }

    #[test]
    fn every_remark_is_said_in_both_languages_with_its_data() {
        for (remark, ..) in examples() {
            let [it, en] = Lang::ALL.map(|lang| remark.text(lang));
            for text in [&it, &en] {
                assert!(text.len() > 10 && !text.contains(['{', '}']) && !text.contains("  "), "{text}");
                assert!(text.starts_with(|c: char| c.is_uppercase() || c == '«' || c == '“'), "{text}");
            }
            assert_ne!(it, en);
            // Every number and name it holds must appear in the text.
            let data = format!("{remark:?}");
            for number in ["7", "17", "2022", "Rho"].into_iter().filter(|part| has_word(&data, part)) {
                assert!(has_word(&it, number) && has_word(&en, number), "{number} of {data}: {it} / {en}");
            }
        }
        let rows = |rows, columns| Remark::TableCut { rows, columns }.text(Lang::It);
        assert_eq!(rows(0, 2), "Colonne che non entrano nella pagina: 2.");
        assert_eq!(rows(7, 0), "Righe che non entrano nella pagina: 7.");
    }

    fn has_word(text: &str, word: &str) -> bool {
        text.split(|c: char| !c.is_alphanumeric()).any(|part| part == word)
    }
}
