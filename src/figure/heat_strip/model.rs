//! The numbers of a heat strip. Used by both the printed figure and the window.

use crate::base::{Code, Date, Level};
use crate::data::{
    Absence, Atlas, Bilingual, Caption, Kind, Method, Period, Quality, Query, Row, Table, Value,
};
use crate::document::{HeatStripSpec, StripOrder};
use crate::figure::FigureError;
use crate::figure::map::MapModel;
use crate::figure::map::kinds::change::breaks_between;
use crate::figure::map::kinds::values;
use crate::figure::pair::not_pooled;
use crate::figure::quality;
use crate::figure::remark::{Remark, Warned};

/// A date.
#[derive(Clone, Debug)]
pub struct Column {
    pub date: Date,
    /// How the series breaks between the date before and this one.
    pub breaks: Vec<Bilingual>,
    /// The quality of its values, where all are alike.
    pub quality: Option<Quality>,
}

/// A unit.
#[derive(Clone, Debug)]
pub struct StripRow {
    pub code: Code,
    pub name: String,
    /// The Ambito of a Comune, where rows are in the order of places.
    pub group: Option<String>,
    /// Its value at each date, with its status.
    pub values: Vec<(Value, Quality)>,
    /// The class of each.
    pub classes: Vec<Result<usize, Absence>>,
    pub is_selected: bool,
}

/// The numbers of a heat strip.
#[derive(Clone, Debug)]
pub struct HeatStripModel {
    pub columns: Vec<Column>,
    /// The column the rows are ordered by.
    pub at: usize,
    pub rows: Vec<StripRow>,
    /// The ATS, where it compares with the others.
    pub ats: Option<StripRow>,
    /// The map at a date with values: the classes and the colours of all dates are its own. `None` without a single value.
    pub map: Option<MapModel>,
    /// What is said of values that are not final, where they are not all alike.
    pub mixed: Vec<String>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
    /// The rows of the date it is ordered by, in the order of the level.
    pub(super) ordered_by: Vec<Row>,
    /// What the values refer to.
    pub(super) period: Period,
}

impl HeatStripModel {
    /// Computes the values at all dates.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; classes that cannot be made as asked.
    pub fn new(spec: &HeatStripSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        let caption = Caption::from(indicator);
        let selected = atlas.territories.sharing(spec.level, &spec.selected);
        let selected = selected.map_err(FigureError::UnknownTerritory)?;
        let table = |date, level, method| {
            atlas.compute(&Query { indicator: spec.indicator.clone(), date, level, method })
        };
        // A date without values is an error, as everywhere.
        table(spec.date, spec.level, spec.method)?;
        let mut dates = atlas.dates(indicator);
        if !dates.contains(&spec.date) {
            dates.push(spec.date);
            dates.sort();
        }
        let tables = dates
            .iter()
            .map(|date| table(*date, spec.level, spec.method))
            .collect::<Result<Vec<Table>, _>>()?;
        let at = dates.iter().position(|date| *date == spec.date).unwrap_or_default();
        // The classes are those of all dates, whichever of them the map is of, if it has a value.
        let has_values = |at: &usize| tables[*at].present().next().is_some();
        let of_classes = std::iter::once(at).chain((0..tables.len()).rev()).find(has_values);
        let mut remarks = Vec::new();
        let map = match of_classes {
            Some(at) => Some(values(&spec.map(dates[at]), atlas)?.value).filter(|map| map.classes.is_some()),
            None => None,
        };
        if map.is_none() {
            remarks.push(Remark::NoValues);
        }
        let class = |value: Value| -> Result<usize, Absence> {
            let intervals = map.as_ref().and_then(|map| map.classes.as_ref());
            intervals
                .and_then(|classes| classes.intervals.class_of(value.ok()?))
                .ok_or_else(|| value.err().unwrap_or(Absence::Missing))
        };
        let row = |rows: Vec<&Row>, group: Option<String>, is_selected: bool| StripRow {
            code: rows[0].code.clone(),
            name: rows[0].name.clone(),
            group,
            classes: rows.iter().map(|row| class(row.value)).collect(),
            values: rows.iter().map(|row| (row.value, row.quality)).collect(),
            is_selected,
        };
        let units = atlas.territories.units(spec.level);
        let by_place = spec.order == StripOrder::Place && spec.level == Level::Comuni;
        let group = |unit: usize| by_place.then(|| atlas.territories.comuni()[unit].ambito.1.clone());
        let mut rows: Vec<StripRow> = (0..units.len())
            .map(|unit| {
                row(tables.iter().map(|table| &table.rows[unit]).collect(), group(unit), selected[unit])
            })
            .collect();
        match spec.order {
            StripOrder::Place => rows.sort_by(|a, b| a.group.cmp(&b.group).then_with(|| a.name.cmp(&b.name))),
            StripOrder::Value => {
                let of = |row: &StripRow| row.values[at].0.unwrap_or(f64::NEG_INFINITY);
                rows.sort_by(|a, b| of(b).total_cmp(&of(a)).then_with(|| a.name.cmp(&b.name)));
            }
        }
        let mut ats = None;
        if caption.kind != Kind::Count && !caption.kind.has_steps() && spec.level != Level::Ats {
            let tables = dates
                .iter()
                .map(|date| table(*date, Level::Ats, Method::Pooled))
                .collect::<Result<Vec<Table>, _>>()?;
            let found: Vec<&Row> = tables.iter().filter_map(|table| table.rows.first()).collect();
            ats = (found.len() == dates.len()).then(|| row(found, None, false));
        }
        let columns: Vec<Column> = tables
            .iter()
            .enumerate()
            .map(|(i, table)| Column {
                date: table.date,
                breaks: match i.checked_sub(1).map(|before| &tables[before]) {
                    Some(before) => {
                        let used = [&before.datasets[..], &table.datasets[..]].concat();
                        breaks_between(&used, before.date, table.date, atlas)
                    }
                    None => Vec::new(),
                },
                quality: quality::of_table(table),
            })
            .collect();
        for pair in columns.windows(2) {
            remarks.extend(pair[1].breaks.iter().map(|what| Remark::BreakBetween {
                before: caption.stated(pair[0].date),
                after: caption.stated(pair[1].date),
                what: what.clone(),
            }));
        }
        if columns.len() == 1 {
            remarks.push(Remark::OneDate);
        }
        remarks.extend(not_pooled(spec.level, spec.method));
        let all = || rows.iter().flat_map(|row| &row.values);
        for reason in Absence::ALL {
            let count = all().filter(|(value, _)| *value == Err(reason)).count();
            if count > 0 {
                remarks.push(Remark::AbsentCells { count, reason });
            }
        }
        let marked: Vec<&Table> =
            tables.iter().filter(|table| quality::of_table(table) != Some(Quality::Final)).collect();
        let mixed = quality::of_tables(spec.lang, atlas, &marked);
        let mut datasets: Vec<String> = tables.iter().flat_map(|table| table.datasets.clone()).collect();
        datasets.sort();
        datasets.dedup();
        let ordered_by = tables.get(at).map(|table| table.rows.clone()).unwrap_or_default();
        let period = caption.period;
        let model = Self { columns, at, rows, ats, map, mixed, datasets, ordered_by, period };
        Ok(Warned { value: model, remarks })
    }

    /// The first column that compares with the one the rows are ordered by: no break lies between.
    pub fn first_comparable(&self) -> usize {
        (1..=self.at).rev().find(|at| !self.columns[*at].breaks.is_empty()).unwrap_or(0)
    }

    /// The reasons for which values are missing.
    pub fn absences(&self) -> Vec<Absence> {
        let all = |reason: &Absence| self.rows.iter().any(|row| row.classes.contains(&Err(*reason)));
        Absence::ALL.into_iter().filter(all).collect()
    }
}
