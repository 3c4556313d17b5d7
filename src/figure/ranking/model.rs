//! What a ranking shows, computed. Read by the printed figure and by the window.

use crate::base::{Code, Diagnostic, Level, Severity, Warned};
use crate::data::{Absence, Atlas, Kind, Method, Query, Table};
use crate::document::RankingSpec;
use crate::i18n::{fill, texts};

use super::super::chart::scale::{Origin, Scale};
use super::super::map_model::FigureError;

/// Lowest, simple mean and highest of the Comuni of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MemberRange {
    /// Lowest.
    pub min: f64,
    /// Unweighted mean.
    pub mean: f64,
    /// Highest.
    pub max: f64,
}

/// One territory with a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Its position among the units of the level.
    pub unit: usize,
    /// Code.
    pub code: Code,
    /// Name.
    pub name: String,
    /// Its place from the highest value; equal values share the better place.
    pub rank: usize,
    /// Its value.
    pub value: f64,
    /// Whether it is one of the chosen.
    pub chosen: bool,
    /// Its Comuni, where the range is asked for and each of them has a value.
    pub range: Option<MemberRange>,
}

/// One territory without a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unranked {
    /// Its position among the units of the level.
    pub unit: usize,
    /// Code.
    pub code: Code,
    /// Name.
    pub name: String,
    /// Why it has no value.
    pub reason: Absence,
    /// Whether it is one of the chosen.
    pub chosen: bool,
}

/// The numbers of a ranking.
#[derive(Clone, Debug)]
pub struct RankingModel {
    /// Those with a value, from the highest; equal ones by name.
    pub rows: Vec<Ranked>,
    /// Those without, in the order of the level's units.
    pub absent: Vec<Unranked>,
    /// The pooled value of the whole territory; none where a sum of counts would be beside the point.
    pub whole: Option<f64>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
}

/// A line of the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The territory at that position of [`RankingModel::rows`].
    Row(usize),
    /// Some are left out here.
    Gap,
}

impl RankingModel {
    /// Computes the ranking.
    ///
    /// # Errors
    /// An unknown indicator, date or territory. An indicator without a single value is no error.
    pub fn new(spec: &RankingSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        let chosen = atlas.territories.sharing(spec.level, &spec.chosen);
        let chosen = chosen.map_err(FigureError::UnknownTerritory)?;
        let table = atlas.compute(&spec.query())?;
        let whole = Query { level: Level::Ats, method: Method::Pooled, ..spec.query() };
        let whole = atlas.compute(&whole)?.rows.first().and_then(|row| row.value.ok());
        let range = |method| -> Result<Option<Table>, FigureError> {
            let query = Query { method, ..spec.query() };
            Ok(if spec.has_range() { Some(atlas.compute(&query)?) } else { None })
        };
        let (min, mean, max) = (range(Method::Min)?, range(Method::Mean)?, range(Method::Max)?);
        let of = |table: &Option<Table>, unit: usize| table.as_ref()?.rows.get(unit)?.value.ok();
        let mut rows = Vec::new();
        let mut absent = Vec::new();
        for (unit, row) in table.rows.into_iter().enumerate() {
            let (code, name, chosen) = (row.code, row.name, chosen[unit]);
            match row.value {
                Err(reason) => absent.push(Unranked { unit, code, name, reason, chosen }),
                Ok(value) => {
                    let range = (|| {
                        Some(MemberRange {
                            min: of(&min, unit)?,
                            mean: of(&mean, unit)?,
                            max: of(&max, unit)?,
                        })
                    })();
                    rows.push(Ranked { unit, code, name, rank: 0, value, chosen, range });
                }
            }
        }
        rows.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.name.cmp(&b.name)));
        for i in 0..rows.len() {
            rows[i].rank = match i.checked_sub(1) {
                Some(before) if rows[before].value == rows[i].value => rows[before].rank,
                _ => i + 1,
            };
        }
        // The sum of all would stand far beyond every part of it; of the whole itself it says nothing new.
        let compares = indicator.kind != Kind::Count && spec.level != Level::Ats;
        let model = Self { rows, absent, whole: whole.filter(|_| compares), datasets: table.datasets };
        let diagnostics = model.remarks(spec, indicator.kind);
        Ok(Warned { value: model, diagnostics })
    }

    /// The first so many and the chosen, with a gap wherever others stand between or after them.
    pub fn entries(&self, first: usize) -> Vec<Entry> {
        let shown = (0..self.rows.len()).filter(|&i| i < first || self.rows[i].chosen);
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

    /// The scale of some of the rows with about so many ticks, their ranges and the whole on it; `None` without
    /// rows.
    pub fn scale<'a>(&self, rows: impl Iterator<Item = &'a Ranked>, ticks: usize) -> Option<Scale> {
        let mut values = Vec::new();
        for row in rows {
            values.push(row.value);
            values.extend(row.range.iter().flat_map(|range| [range.min, range.max]));
        }
        if values.is_empty() {
            return None;
        }
        Scale::new(values.into_iter().chain(self.whole), Origin::ZeroWhenNear, ticks)
    }

    fn remarks(&self, spec: &RankingSpec, kind: Kind) -> Vec<Diagnostic> {
        let lang = spec.lang;
        let mut remarks = Vec::new();
        let mut remark =
            |severity, code, message: String| remarks.push(Diagnostic { severity, code, message });
        if self.rows.is_empty() {
            remark(Severity::Warning, "no_values", lang.text(texts::WARN_NO_VALUES).to_owned());
        }
        if spec.query().method != Method::Pooled && spec.level != Level::Comuni {
            remark(Severity::Note, "not_pooled", lang.text(texts::WARN_NOT_POOLED).to_owned());
        }
        if spec.has_range() && kind == Kind::Count {
            remark(Severity::Warning, "range_of_counts", lang.text(texts::RANKING_COUNTS).to_owned());
        }
        if spec.range && !spec.has_range() {
            remark(Severity::Note, "range_ignored", lang.text(texts::RANKING_NO_RANGE).to_owned());
        }
        for reason in Absence::ALL {
            let count = self.absent.iter().filter(|row| row.reason == reason).count();
            if count > 0 {
                let text = fill(lang.text(texts::WARN_ABSENT), &[&count.to_string(), lang.absence(reason)]);
                remark(Severity::Note, "absent_values", text);
            }
        }
        remarks
    }
}
