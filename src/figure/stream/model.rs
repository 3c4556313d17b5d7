//! The numbers of a stream of parts. Used by both the printed figure and the window.

use crate::analysis::members_of;
use crate::base::{Code, Date, Level, decimal};
use crate::data::{Absence, Atlas, Bilingual, Caption, Method, Period, Quality, Query, Table};
use crate::document::StreamSpec;
use crate::figure::map::kinds::change::breaks_between;
use crate::figure::quality;
use crate::figure::remark::{Remark, Warned};
use crate::figure::series::is_over_a_year;
use crate::figure::{FigureError, KindError};

/// More parts than these are shown as the largest and all others together.
const MOST: usize = 18;

/// A date at which every part has a value.
#[derive(Clone, Debug)]
pub struct StreamColumn {
    pub date: Date,
    /// How the series breaks between the column before and this one.
    pub breaks: Vec<Bilingual>,
    /// Whether the parts may be drawn from the column before to this one.
    pub joins: bool,
    /// The sum of all parts.
    pub total: f64,
    /// The quality of its values, where all are alike.
    pub quality: Option<Quality>,
}

/// A part of the territory, or the smallest ones together.
#[derive(Clone, Debug)]
pub struct StreamPart {
    /// `None` of the others together.
    pub code: Option<Code>,
    pub name: String,
    /// How many territories it stands for.
    pub count: usize,
    /// Its value at each column.
    pub values: Vec<f64>,
    pub is_selected: bool,
}

/// The numbers of a stream.
#[derive(Clone, Debug)]
pub struct StreamModel {
    pub code: Code,
    pub name: String,
    pub level: Level,
    /// The level of the parts, and how many there are.
    pub members: Level,
    pub count: usize,
    pub columns: Vec<StreamColumn>,
    /// The column the parts are put in order by.
    pub at: usize,
    /// From the largest to the smallest; the others together come last.
    pub parts: Vec<StreamPart>,
    /// The dates at which a part has no value, and why.
    pub left_out: Vec<(Date, Absence)>,
    /// What is said of values that are not final, where they are not all alike.
    pub mixed: Vec<String>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
    /// What the values refer to.
    pub(super) period: Period,
}

impl StreamModel {
    /// Computes the values of all parts at all dates.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; an indicator whose values do not add up, or go below zero.
    pub fn new(spec: &StreamSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        if !StreamSpec::adds_up(&spec.indicator, atlas) {
            return Err(KindError::NoParts(indicator.name.clone()).into());
        }
        for code in &spec.selected {
            atlas.territories.find(code).ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
        }
        let (caption, (level, unit), of) =
            (Caption::from(indicator), spec.territory(atlas), spec.members(atlas));
        let table = |date| {
            let method = Method::Pooled;
            atlas.compute(&Query { indicator: indicator.id.clone(), date, level: of, method })
        };
        // A date without values is an error, as everywhere.
        table(spec.date)?;
        let mut dates = atlas.dates(indicator);
        if !dates.contains(&spec.date) {
            dates.push(spec.date);
            dates.sort();
        }
        let tables = dates.iter().map(|date| table(*date)).collect::<Result<Vec<Table>, _>>()?;
        let within = members_of(atlas, level, unit, of).unwrap_or_default();
        let absent = |table: &Table| within.iter().filter_map(|at| table.rows[*at].value.err()).max();
        let left_out: Vec<(Date, Absence)> =
            tables.iter().filter_map(|table| Some((table.date, absent(table)?))).collect();
        let own = |table: &Table| {
            let rows = within.iter().map(|at| table.rows[*at].clone()).collect();
            Table { rows, ..table.clone() }
        };
        let tables: Vec<Table> = tables.iter().filter(|table| absent(table).is_none()).map(own).collect();
        let values = |row: usize| -> Vec<f64> {
            tables.iter().map(|table| table.rows[row].value.unwrap_or_default()).collect()
        };
        if (0..within.len()).flat_map(values).any(|value| value < 0.0) {
            return Err(KindError::NoParts(indicator.name.clone()).into());
        }
        let mut datasets: Vec<String> =
            tables.iter().flat_map(|table| table.datasets.iter().cloned()).collect();
        datasets.sort();
        datasets.dedup();
        let mut columns: Vec<StreamColumn> = Vec::new();
        for table in &tables {
            let before = columns.last().map(|column| column.date);
            let breaks =
                before.map(|before| breaks_between(&datasets, before, table.date, atlas)).unwrap_or_default();
            let is_near = before
                .is_some_and(|before| !is_over_a_year(caption.period, [before.into(), table.date.into()]));
            columns.push(StreamColumn {
                date: table.date,
                joins: is_near && breaks.is_empty(),
                breaks,
                total: decimal::sum(table.rows.iter().filter_map(|row| row.value.ok())),
                quality: quality::of_table(table),
            });
        }
        let at = columns.iter().rposition(|column| column.date <= spec.date).unwrap_or_default();
        let parts = within.iter().enumerate().map(|(row, unit)| {
            let named = &atlas.territories.units(of)[*unit];
            StreamPart {
                code: Some(named.code.clone()),
                name: named.name.clone(),
                count: 1,
                values: values(row),
                is_selected: spec.selected.contains(&named.code),
            }
        });
        let mut parts: Vec<StreamPart> = parts.collect();
        let size = |part: &StreamPart| part.values.get(at).copied().unwrap_or_default();
        parts.sort_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| a.name.cmp(&b.name)));
        let count = parts.len();
        together(&mut parts);
        let mut remarks = Vec::new();
        if columns.is_empty() {
            remarks.push(Remark::NoValues);
        }
        let whole = &atlas.territories.units(level)[unit];
        if let ([only], true) = (parts.as_slice(), level > of) {
            remarks.push(Remark::OnlyMember { name: only.name.clone(), whole: whole.name.clone(), level });
        }
        let unlike: Vec<&Table> = tables.iter().filter(|table| quality::of_table(table).is_none()).collect();
        let mixed = quality::of_tables(spec.lang, atlas, &unlike);
        let model = Self {
            code: whole.code.clone(),
            name: whole.name.clone(),
            level,
            members: of,
            count,
            columns,
            at,
            parts,
            left_out,
            mixed,
            datasets,
            period: caption.period,
        };
        Ok(Warned { value: model, remarks })
    }

    /// The part of the whole at a column, in per cent; `None` of nothing.
    pub fn share(&self, part: &StreamPart, at: usize) -> Option<f64> {
        let total = self.columns[at].total;
        (total > 0.0).then(|| 100.0 * part.values[at] / total)
    }

    /// The first column from which the parts can be followed to the one they are in order by.
    pub fn first_joined(&self) -> usize {
        let mut first = self.at;
        while first > 0 && self.columns[first].joins {
            first -= 1;
        }
        first
    }

    /// The runs of columns through which the parts are drawn without interruption.
    pub fn runs(&self) -> Vec<std::ops::Range<usize>> {
        let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            match runs.last_mut().filter(|_| column.joins) {
                Some(run) => run.end = at + 1,
                None => runs.push(at..at + 1),
            }
        }
        runs
    }
}

/// Puts the smallest parts together where there are too many to be told apart. Selected ones stay.
fn together(parts: &mut Vec<StreamPart>) {
    if parts.len() <= MOST {
        return;
    }
    let selected = parts.iter().filter(|part| part.is_selected).count().min(MOST - 1);
    let mut others = MOST - 1 - selected;
    let mut of_selected = selected;
    let (kept, rest): (Vec<StreamPart>, Vec<StreamPart>) = parts.drain(..).partition(|part| {
        let left = if part.is_selected { &mut of_selected } else { &mut others };
        let is_kept = *left > 0;
        *left = left.saturating_sub(1);
        is_kept
    });
    let columns = rest.first().map_or(0, |part| part.values.len());
    let values = (0..columns).map(|at| decimal::sum(rest.iter().map(|part| part.values[at]))).collect();
    *parts = kept;
    parts.push(StreamPart { code: None, name: String::new(), count: rest.len(), values, is_selected: false });
}
