//! What a table shows, computed. Read by the printed figure, by files and by the window.

use crate::base::{Code, Diagnostic, Level, Severity, Warned};
use crate::data::{Absence, Atlas, Method, Query, Table, Value};
use crate::document::{SortBy, TableColumn, TableSpec};
use crate::figure::change::difference;
use crate::figure::map_model::FigureError;
use crate::figure::wording::KindError;
use crate::i18n::{fill, folded, texts};
use crate::stats::classes::{Intervals, Scheme, classify};
use crate::stats::describe::{Summary, describe};

/// In how many classes a column is coloured.
const FIFTHS: usize = 5;

/// A column with what is the same for all rows.
#[derive(Clone, Debug)]
pub struct Column {
    /// What it shows.
    pub of: TableColumn,
    /// Ids of the datasets its values come from, sorted.
    pub datasets: Vec<String>,
    /// The pooled value of the whole territory.
    pub ats: Value,
    /// The fifths of its values, those of all the units of the level; none where no two values differ.
    fifths: Option<Intervals>,
}

/// A territory and its values.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Code.
    pub code: Code,
    /// Name.
    pub name: String,
    /// Whether it is one of the chosen.
    pub chosen: bool,
    /// One value a column.
    pub cells: Vec<Value>,
}

/// The numbers of a table.
#[derive(Clone, Debug)]
pub struct TableModel {
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// All the units of the level, in its order.
    pub rows: Vec<TableRow>,
    /// The rows shown, as positions in [`rows`](Self::rows), in the order asked for.
    pub shown: Vec<usize>,
    /// For each column its values in the rows shown, summed up; none without a value.
    pub summaries: Vec<Option<Summary>>,
    /// Whether a row of the ATS follows: everywhere but where it is the one row there is.
    pub has_ats: bool,
    /// The names of the rows as they are searched, and the order these put them in.
    names: Vec<String>,
    by_name: Vec<usize>,
}

impl TableModel {
    /// Computes the table.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; a difference whose dates are out of order. No columns, no rows
    /// and columns without a value are no errors.
    pub fn new(spec: &TableSpec, atlas: &Atlas) -> Result<Self, FigureError> {
        let units = atlas.territories.units(spec.level);
        let mut rows: Vec<TableRow> = units
            .iter()
            .map(|unit| TableRow {
                code: unit.code.clone(),
                name: unit.name.clone(),
                chosen: false,
                cells: Vec::with_capacity(spec.columns.len()),
            })
            .collect();
        let mut columns = Vec::with_capacity(spec.columns.len());
        for of in &spec.columns {
            let (values, datasets) = values(spec, of, spec.level, spec.method, atlas)?;
            let (ats, _) = self::values(spec, of, Level::Ats, Method::Pooled, atlas)?;
            for (row, value) in rows.iter_mut().zip(&values) {
                row.cells.push(*value);
            }
            columns.push(Column {
                of: of.clone(),
                datasets,
                ats: ats.first().copied().unwrap_or(Err(Absence::Missing)),
                fifths: fifths(&values),
            });
        }
        let has_ats = spec.level != Level::Ats;
        let names: Vec<String> = rows.iter().map(|row| folded(&row.name)).collect();
        let mut by_name: Vec<usize> = (0..rows.len()).collect();
        by_name.sort_by(|&a, &b| names[a].cmp(&names[b]));
        let (shown, summaries) = (Vec::new(), Vec::new());
        let mut model = Self { columns, rows, shown, summaries, has_ats, names, by_name };
        model.arrange(spec, atlas)?;
        Ok(model)
    }

    /// Chooses and orders the rows anew, after a change of nothing but view and choice. O(rows · log rows).
    ///
    /// # Errors
    /// An unknown territory.
    pub fn arrange(&mut self, spec: &TableSpec, atlas: &Atlas) -> Result<(), FigureError> {
        let chosen =
            atlas.territories.sharing(spec.level, &spec.chosen).map_err(FigureError::UnknownTerritory)?;
        for (row, chosen) in self.rows.iter_mut().zip(chosen) {
            row.chosen = chosen;
        }
        let view = &spec.view;
        let asked = folded(&view.filter);
        let asked: Vec<&str> = asked.split_whitespace().collect();
        let (rows, names) = (&self.rows, &self.names);
        let is_shown = |i: &usize| {
            (rows[*i].chosen || !view.only_chosen) && asked.iter().all(|word| names[*i].contains(word))
        };
        // By name first: equal values keep that order.
        self.shown = self.by_name.iter().copied().filter(is_shown).collect();
        match view.sort.by {
            SortBy::Column(column) if column < self.columns.len() => {
                let key = |i: usize| {
                    let value = rows[i].cells[column];
                    // Those without a value come last, whatever the direction.
                    value.map_or(f64::INFINITY, |x| if view.sort.descending { -x } else { x })
                };
                self.shown.sort_by(|&a, &b| key(a).total_cmp(&key(b)));
            }
            _ if view.sort.descending => self.shown.reverse(),
            _ => {}
        }
        let present = |column| self.values(column).filter_map(Result::ok).collect::<Vec<f64>>();
        self.summaries = (0..self.columns.len()).map(|column| describe(&present(column)).ok()).collect();
        Ok(())
    }

    /// The values of a column in the rows shown, in their order.
    pub fn values(&self, column: usize) -> impl Iterator<Item = Value> + '_ {
        self.shown.iter().map(move |&i| self.rows[i].cells[column])
    }

    /// Where a value stands in its column, from `0.0` in the lowest fifth to `1.0` in the highest. None for what
    /// is absent, and where the whole column is one value.
    pub fn heat(&self, column: usize, value: Value) -> Option<f64> {
        let fifths = self.columns[column].fifths.as_ref()?;
        let class = fifths.class_of(value.ok()?)?;
        Some(class as f64 / (fifths.len() - 1) as f64)
    }

    /// How many rows shown lack a value in a column for that reason.
    pub fn absent(&self, column: usize, reason: Absence) -> usize {
        self.values(column).filter(|value| *value == Err(reason)).count()
    }

    /// What must be known of the table.
    pub fn remarks(&self, spec: &TableSpec) -> Vec<Diagnostic> {
        let text = |text| spec.lang.text(text).to_owned();
        let mut remarks = Vec::new();
        let mut remark =
            |severity, code, message: String| remarks.push(Diagnostic { severity, code, message });
        if self.columns.is_empty() {
            remark(Severity::Warning, "no_columns", text(texts::TABLE_NO_COLUMNS));
        }
        if self.shown.is_empty() {
            remark(Severity::Warning, "no_rows", text(texts::TABLE_NO_ROWS));
        }
        if spec.method != Method::Pooled && spec.level != Level::Comuni {
            remark(Severity::Note, "not_pooled", text(texts::WARN_NOT_POOLED));
        }
        for reason in Absence::ALL {
            let count: usize = (0..self.columns.len()).map(|column| self.absent(column, reason)).sum();
            if count > 0 {
                let parts = [&count.to_string(), spec.lang.absence(reason)];
                remark(Severity::Note, "absent_values", fill(spec.lang.text(texts::TABLE_ABSENT), &parts));
            }
        }
        remarks
    }
}

/// The model with its remarks.
///
/// # Errors
/// See [`TableModel::new`].
pub fn warned(spec: &TableSpec, atlas: &Atlas) -> Result<Warned<TableModel>, FigureError> {
    let model = TableModel::new(spec, atlas)?;
    let diagnostics = model.remarks(spec);
    Ok(Warned { value: model, diagnostics })
}

/// The values of a column at a level, and the datasets they come from.
fn values(
    spec: &TableSpec,
    column: &TableColumn,
    level: Level,
    method: Method,
    atlas: &Atlas,
) -> Result<(Vec<Value>, Vec<String>), FigureError> {
    let at = |date| -> Result<Table, FigureError> {
        Ok(atlas.compute(&Query { level, method, ..spec.query(column, date) })?)
    };
    let now = at(column.date)?;
    let values = now.rows.iter().map(|row| row.value);
    let Some(from) = column.from else { return Ok((values.collect(), now.datasets)) };
    if from >= column.date {
        return Err(KindError::DatesOutOfOrder.into());
    }
    let before = at(from)?;
    let values = values.zip(&before.rows).map(|(now, before)| difference(now, before.value)).collect();
    let mut datasets = [now.datasets, before.datasets].concat();
    datasets.sort();
    datasets.dedup();
    Ok((values, datasets))
}

fn fifths(values: &[Value]) -> Option<Intervals> {
    let present: Vec<f64> = values.iter().filter_map(|value| value.ok()).collect();
    // What cannot be put into classes (no values, or huge ones) goes without colour.
    let intervals = classify(&present, Scheme::Quantile, FIFTHS, &[]).ok()?.intervals;
    (intervals.len() > 1).then_some(intervals)
}
