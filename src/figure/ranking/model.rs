//! The contents of a ranking, computed. Used by both the printed figure and the window.

use crate::base::{Code, Date, Level, decimal};
use crate::data::{
    Absence, Atlas, Bilingual, Bounds, Caption, Kind, Listed, Listing, Period, Quality, Scale as Measure,
    Spread,
};
use crate::document::RankingSpec;
use crate::i18n::texts;

use crate::figure::FigureError;
use crate::figure::allowed::Asked;
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::pair::not_pooled;
use crate::figure::precision;
use crate::figure::quality;
use crate::figure::remark::{Remark, Warned};
use crate::figure::wording::{ats_made, is_heading, name_of, reference_label};
use crate::stats::Place;

use super::range::MemberRange;
use super::ranges::{self, YearRange, Years};

/// What stands beside each value of a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Nothing.
    None,
    /// Its Comuni.
    Members,
    /// The least and, where it is printed, the greatest of the Ambiti that its source prints the mean of.
    Published {
        /// Whether the greatest is printed.
        has_max: bool,
    },
}

/// One territory with a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Its position among the units of the level.
    pub unit: usize,
    pub code: Code,
    pub name: String,
    /// Its rank from the highest value; ties share the better one.
    pub rank: usize,
    /// Whether others have the same rank.
    pub tied: bool,
    pub value: f64,
    /// The status the sources give to it.
    pub quality: Quality,
    /// Whether it is selected.
    pub selected: bool,
    /// The range of its Comuni, if asked for and if each of them has a value.
    pub range: Option<MemberRange>,
    /// The same at each of several dates, where they are asked for.
    pub years: Vec<YearRange>,
    /// The least and the greatest published beside it, where they are asked for.
    pub spread: Option<Spread>,
    /// What must be known of it alone.
    pub note: Option<Bilingual>,
}

impl Ranked {
    /// The row at one of its dates, under a name that tells it; `None` where it has no value there.
    pub fn in_year(&self, at: usize, name: String) -> Option<Self> {
        let year = self.years.get(at)?;
        let (value, range, quality) = (year.value.ok()?, year.range, year.quality);
        Some(Self { name, value, range, quality, years: Vec::new(), ..self.clone() })
    }
}

/// One territory without a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Unranked {
    /// Its position among the units of the level.
    pub unit: usize,
    pub code: Code,
    pub name: String,
    /// Why it has no value.
    pub reason: Absence,
    /// Between what it lies, where that is known.
    pub bounds: Bounds,
    /// Whether it is selected.
    pub selected: bool,
}

/// The numbers of a ranking.
#[derive(Clone, Debug)]
pub struct RankingModel {
    /// Units with a value, highest first; ties by name.
    pub rows: Vec<Ranked>,
    /// Units without a value, in the order of the level.
    pub absent: Vec<Unranked>,
    /// Level of the rows; `None` where areas of several kinds are mixed.
    pub level: Option<Level>,
    /// The pooled value of the ATS or, for an indicator as published, that of the region; `None` where it would be a
    /// sum of counts and so beside the point.
    pub overall: Option<f64>,
    /// The name of the territory with that value.
    pub overall_name: String,
    /// The published table of that value, if it contains none of the rows.
    pub overall_table: Option<String>,
    /// What must be known of it alone.
    pub overall_note: Option<Bilingual>,
    /// What stands beside each value.
    pub span: Span,
    /// The dates at which the range is shown, ascending; none where it is shown at one.
    pub dates: Vec<Date>,
    /// For each of them, how the series breaks between the one before and it.
    pub breaks: Vec<Vec<Bilingual>>,
    /// What is said of their values that are not final.
    pub(super) years_not_final: Vec<String>,
    /// The standard that is drawn as a line.
    pub standard: Option<f64>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
    /// What the values refer to.
    pub(super) period: Period,
    /// Whether some ranks or comparisons rest on digits that are not shown.
    pub(super) is_unrounded: bool,
    /// The ends of an ordinal scale, which is shown whole.
    pub(super) steps: Option<[f64; 2]>,
    /// The decimals of the values in the list.
    pub(super) decimals: usize,
    /// Whether the rows are headings of a published table, which are no territories.
    pub(super) has_headings: bool,
}

/// A line of the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The territory at that position of [`RankingModel::rows`].
    Row(usize),
    /// Some rows are left out here.
    Gap,
}

impl RankingModel {
    /// Computes the ranking.
    ///
    /// # Errors
    /// An unknown indicator, date or territory. An indicator without a single value is not an error.
    pub fn new(spec: &RankingSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let caption = atlas.caption(&spec.indicator)?;
        Asked::Ranking.of(caption)?;
        let listing = |method| atlas.listing(&spec.indicator, spec.at, spec.level, method);
        let Listing { level, rows: listed, overall, overall_table, mut datasets } =
            listing(spec.method_shown())?;
        let (selected, unlisted) = match caption.as_published {
            true => published_selected(spec, atlas, &listed)?,
            false => {
                let selected = atlas.territories.sharing(spec.level, &spec.selected);
                (selected.map_err(FigureError::UnknownTerritory)?, Vec::new())
            }
        };
        let has_max = listed.iter().any(|row| row.spread.is_some_and(|spread| spread.max.is_some()));
        let span = match caption.as_published {
            true if spec.range && listed.iter().any(|row| row.spread.is_some()) => {
                Span::Published { has_max }
            }
            false if spec.has_range() => Span::Members,
            _ => Span::None,
        };
        let date = spec.at.date().filter(|_| span == Span::Members);
        let ranges = date.map_or_else(|| Ok(Vec::new()), |date| ranges::of_members(spec, atlas, date))?;
        let years = if date.is_some() { ranges::years(spec, atlas)? } else { Years::default() };
        datasets.extend(years.datasets.iter().cloned());
        datasets.sort();
        datasets.dedup();
        let mut rows = Vec::new();
        let mut absent = Vec::new();
        for (unit, row) in listed.into_iter().enumerate() {
            let (code, selected, quality) = (row.code, selected[unit], row.quality);
            let name = spec.lang.area(&row.name).to_owned();
            let spread = row.spread.filter(|_| matches!(span, Span::Published { .. }));
            match row.value {
                Err(reason) => {
                    let bounds = row.bounds;
                    absent.push(Unranked { unit, code, name, reason, bounds, selected });
                }
                Ok(value) => {
                    let range = ranges.get(unit).copied().flatten();
                    rows.push(Ranked {
                        unit,
                        code,
                        name,
                        rank: 0,
                        tied: false,
                        value,
                        quality,
                        selected,
                        range,
                        years: years.of_unit.get(unit).cloned().unwrap_or_default(),
                        spread,
                        note: row.note,
                    });
                }
            }
        }
        rows.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.name.cmp(&b.name)));
        let values: Vec<f64> = rows.iter().map(|row| row.value).collect();
        for row in &mut rows {
            let place = Place::among(row.value, values.iter().copied());
            (row.rank, row.tied) = (place.place, place.is_shared());
        }
        // Those that share a place are in the order of their names.
        rows.sort_by(|a, b| a.rank.cmp(&b.rank).then_with(|| a.name.cmp(&b.name)));
        // The sum would dwarf every part of it, and at the level of the ATS it would only repeat the row.
        let compares = caption.kind != Kind::Count && (caption.as_published || spec.level != Level::Ats);
        let overall_name = match &overall {
            Some(overall) if caption.as_published => match &overall_table {
                Some(table) => texts::table_whole_made(spec.lang, spec.lang.area(&overall.name), table),
                None => spec.lang.area(&overall.name).to_owned(),
            },
            // Beside several dates it says which one it is of.
            _ if !years.dates.is_empty() => {
                let at = reference_label(spec.lang, caption.stated(spec.at));
                texts::ranking_of_date(spec.lang, overall_name(spec, caption), at)
            }
            _ => overall_name(spec, caption),
        };
        let overall_note = overall.as_ref().and_then(|overall| overall.note.clone());
        let overall = overall.filter(|_| compares).and_then(|overall| overall.value.ok());
        let overall_table = overall_table.filter(|_| overall.is_some());
        let standard = spec.standard.as_ref().map(|standard| standard.value);
        let is_close = |value: f64| precision::is_close(caption.decimals, value, values.iter().copied());
        // A threshold is written with its own digits.
        let is_on = |standard: f64, value: f64| {
            decimal::rounded(value, caption.decimals) == standard && !precision::same(value, standard)
        };
        let is_unrounded = rows.len() > 1
            && (values.iter().copied().chain(overall).any(is_close)
                || standard.is_some_and(|standard| values.iter().any(|value| is_on(standard, *value))));
        let mut codes = rows.iter().map(|row| &row.code).chain(absent.iter().map(|row| &row.code));
        let has_headings = codes.any(|code| is_heading(atlas, code));
        let decimals = match spec.page.decimals {
            // What is published keeps the digits of its document.
            None if caption.kind.scale() == Measure::Quantity
                && atlas.published(&spec.indicator).is_none() =>
            {
                precision::of_spread(caption.decimals, values.iter().copied())
            }
            _ => caption.decimals,
        };
        let model = Self {
            decimals,
            rows,
            absent,
            level,
            overall,
            overall_name,
            overall_table,
            overall_note,
            span,
            dates: years.dates,
            breaks: years.breaks,
            years_not_final: years.not_final,
            standard,
            is_unrounded,
            period: caption.period,
            datasets,
            steps: caption.steps.first().zip(caption.steps.last()).map(|(low, high)| [low.value, high.value]),
            has_headings,
        };
        let mut remarks = model.remarks(spec, caption.kind);
        if !unlisted.is_empty() {
            remarks.push(Remark::Unlisted { names: unlisted });
        }
        Ok(Warned { value: model, remarks })
    }

    /// Says which of the values are not final.
    pub fn not_final(&self, spec: &RankingSpec) -> Vec<String> {
        let values = self.rows.iter().map(|row| (Ok(row.value), row.quality));
        let own = quality::sentences(spec.lang, None, self.period.of(spec.at), values);
        own.into_iter().chain(self.years_not_final.iter().cloned()).collect()
    }

    /// Whether some values are final and others are not, so that the latter carry a mark.
    pub(crate) fn is_marked(&self) -> bool {
        self.rows.windows(2).any(|pair| pair[0].quality != pair[1].quality)
    }

    /// The top rows and the selected ones, with a gap wherever others are between or after them.
    pub fn entries(&self, first: usize) -> Vec<Entry> {
        self.folded(first, 0)
    }

    /// The top rows, the selected ones and the lowest ones, with a gap wherever others are left out.
    pub(super) fn folded(&self, first: usize, last: usize) -> Vec<Entry> {
        let lowest = self.rows.len().saturating_sub(last);
        let shown = (0..self.rows.len()).filter(|&i| i < first || i >= lowest || self.rows[i].selected);
        let mut entries = Vec::new();
        let mut next = 0;
        for i in shown {
            if i > next {
                entries.push(Entry::Gap);
            }
            entries.push(Entry::Row(i));
            next = i + 1;
        }
        if next < self.rows.len() {
            entries.push(Entry::Gap);
        }
        entries
    }

    /// The scale for some of the rows with about this many ticks, including their ranges and the overall value;
    /// `None` without rows.
    pub fn scale<'a>(&self, rows: impl Iterator<Item = &'a Ranked>, ticks: usize) -> Option<Scale> {
        let mut values = Vec::new();
        for row in rows {
            values.push(row.value);
            values.extend(row.range.iter().flat_map(|range| [range.min, range.max]));
            values.extend(row.years.iter().filter_map(|year| year.value.ok()));
            let of_years = row.years.iter().filter_map(|year| year.range);
            values.extend(of_years.flat_map(|range| [range.min, range.max]));
            values.extend(row.spread.iter().flat_map(|spread| [Some(spread.min), spread.max]).flatten());
        }
        if values.is_empty() {
            return None;
        }
        let values = values
            .into_iter()
            .chain(self.overall)
            .chain(self.standard)
            .chain(self.steps.into_iter().flatten());
        // Only bars grow from zero; the dots of a range have all the width.
        let origin = if self.span == Span::None { Origin::ZeroWhenNear } else { Origin::Free };
        Scale::new(values, origin, ticks)
    }

    fn remarks(&self, spec: &RankingSpec, kind: Kind) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if self.rows.is_empty() {
            remarks.push(Remark::NoValues);
        }
        // Of a mean that does not exist it is not said how its Comuni weigh in it.
        let has_it = kind.has_by(spec.method_shown());
        remarks.extend(not_pooled(spec.level, spec.method_shown()).filter(|_| has_it));
        if self.span == Span::Members && kind == Kind::Count {
            remarks.push(Remark::RangeOfCounts);
        }
        remarks.extend(self.breaks_between());
        if spec.range && self.span == Span::None {
            remarks.push(Remark::RangeIgnored);
        }
        remarks.extend(self.is_unrounded.then_some(Remark::Unrounded));
        remarks.extend(self.absent_remarks());
        remarks.extend(self.notes(spec));
        remarks
    }

    /// How the series breaks between the dates that are shown.
    pub(crate) fn breaks_between(&self) -> impl Iterator<Item = Remark> {
        let pairs = self.dates.windows(2).zip(self.breaks.iter().skip(1));
        pairs.flat_map(|(pair, breaks)| {
            breaks.iter().map(|what| Remark::BreakBetween {
                before: self.period.of(pair[0].into()),
                after: self.period.of(pair[1].into()),
                what: what.clone(),
            })
        })
    }

    /// What must be known of single values.
    pub(crate) fn notes(&self, spec: &RankingSpec) -> Vec<Remark> {
        let overall = self.overall_note.iter().map(|what| (self.overall_name.clone(), what.clone()));
        let rows = self.rows.iter().filter_map(|row| Some((row.name.clone(), row.note.clone()?)));
        let at = spec.at;
        rows.chain(overall).map(|(of, what)| Remark::PublishedOtherwise { of, at, what }).collect()
    }

    /// How many have no value, reason by reason.
    pub(crate) fn absent_remarks(&self) -> impl Iterator<Item = Remark> {
        let count = |reason| self.absent.iter().filter(|row| row.reason == reason).count();
        let counts = Absence::ALL.into_iter().map(move |reason| (count(reason), reason));
        counts.filter(|(count, _)| *count > 0).map(|(count, reason)| match self.has_headings {
            true => Remark::AbsentEntries { count, reason },
            false => Remark::AbsentValues { count, reason },
        })
    }
}

/// The name of the ATS: among means or extremes it says that its value is neither.
fn overall_name(spec: &RankingSpec, caption: Caption<'_>) -> String {
    let (lang, name) = (spec.lang, spec.lang.level(Level::Ats));
    match ats_made(lang, caption, spec.level, spec.method_shown()) {
        Some(made) => texts::table_whole_made(lang, name, made),
        None => name.to_owned(),
    }
}

/// For each area listed, whether it is selected; and the names of selected areas that are not listed.
fn published_selected(
    spec: &RankingSpec,
    atlas: &Atlas,
    listed: &[Listed],
) -> Result<(Vec<bool>, Vec<String>), FigureError> {
    let mut unlisted = Vec::new();
    for code in spec.selected.iter().filter(|code| !listed.iter().any(|row| row.code == **code)) {
        unlisted.push(name_of(atlas, code)?);
    }
    Ok((listed.iter().map(|row| spec.selected.contains(&row.code)).collect(), unlisted))
}
