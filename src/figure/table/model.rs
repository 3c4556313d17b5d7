//! The contents of a table, computed. Used by the printed figure, by files and by the window.

use crate::base::{Code, Level, decimal};
use crate::data::{
    Absence, Atlas, AtlasError, Beside, Bilingual, Bounds, Caption, Detail, Graded, Method, Place, Quality,
    Reference, Scale, SideBySide, Value,
};
use crate::document::{SortBy, TableColumn, TableSpec};
use crate::figure::allowed::Asked;
use crate::figure::map::kinds::change::{self, Moved};
use crate::figure::pair::not_pooled;
use crate::figure::remark::{Remark, Warned};
use crate::figure::wording::name_of;
use crate::figure::{FigureError, KindError};
use crate::figure::{precision, quality};
use crate::i18n::folded;
use crate::stats::classes::{Intervals, Scheme, classify};
use crate::stats::describe::{Summary, describe};

use super::sparks::{self, Spark};

/// The number of classes by which a column is coloured.
pub(super) const FIFTHS: usize = 5;

/// The reference of a column, and the values of the rows there.
pub type End = (Reference, Vec<Graded>);

/// A column with what is the same for all rows.
#[derive(Clone, Debug)]
pub struct Column {
    pub of: TableColumn,
    /// Ids of the datasets its values come from, sorted.
    pub datasets: Vec<String>,
    /// The status the sources give to all its values; `None` where they differ.
    pub quality: Option<Quality>,
    /// The values of the rows at its reference, preceded by those at the start of a difference.
    pub ends: Vec<End>,
    /// For a difference, where the series breaks between its ends, and how.
    pub breaks: Vec<Bilingual>,
    /// For each overall row, the published table of its value, if that contains none of the rows.
    pub overall_tables: Vec<Option<String>>,
    /// The number of decimals of its values.
    decimals: usize,
    /// What its numbers let one do.
    pub scale: Scale,
    /// The quintiles of its values, over all units of the level; `None` where all values are equal.
    fifths: Option<Intervals>,
    /// The course of each row, then of each larger area, where it is asked for.
    sparks: Vec<Spark>,
}

impl Column {
    /// The course of the row at a position, or of the larger area that follows the rows.
    pub fn spark(&self, row: usize) -> &[Vec<[f64; 2]>] {
        self.sparks.get(row).map_or(&[], Vec::as_slice)
    }

    /// Those of all rows.
    pub(super) fn sparks(&self) -> &[Spark] {
        &self.sparks
    }

    /// Its indicator, with the decimals of its values.
    ///
    /// # Errors
    /// An indicator that the atlas does not know.
    pub fn caption<'a>(&self, atlas: &'a Atlas) -> Result<Caption<'a>, AtlasError> {
        Ok(Caption { decimals: self.decimals, ..atlas.caption(&self.of.indicator)? })
    }
}

/// A territory and its values.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    pub code: Code,
    pub name: String,
    /// Whether it is selected.
    pub selected: bool,
    /// One value per column.
    pub cells: Vec<Value>,
    /// The status the sources give to each of them.
    pub qualities: Vec<Quality>,
    /// What else is known of each of them.
    pub details: Vec<Detail>,
}

impl TableRow {
    /// A value with its status.
    pub fn graded(&self, column: usize) -> Graded {
        (self.cells[column], self.qualities[column])
    }
}

/// The numbers of a table.
#[derive(Clone, Debug)]
pub struct TableModel {
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// All units of the level in order or, where every column is as published, the areas of the table.
    pub rows: Vec<TableRow>,
    /// The larger areas: the ATS, pooled whatever the method, then the region and the country where they have values.
    pub overall_rows: Vec<TableRow>,
    /// Level of the rows; `None` where areas of several kinds are mixed.
    pub level: Option<Level>,
    /// Whether every column is as published.
    pub as_published: bool,
    /// The rows shown, as positions in [`rows`](Self::rows), in the order asked for.
    pub shown: Vec<usize>,
    /// For each column the summary of its values in the rows shown; `None` without a value.
    pub summaries: Vec<Option<Summary>>,
    /// The names of the rows as folded for searching, and their alphabetical order.
    names: Vec<String>,
    by_name: Vec<usize>,
}

impl TableModel {
    /// Computes the table.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; a difference whose dates are out of order. A table without columns,
    /// without rows or without values is not an error.
    pub fn new(spec: &TableSpec, atlas: &Atlas) -> Result<Self, FigureError> {
        let columns: Vec<(&str, _)> = spec.columns.iter().map(|of| (of.indicator.as_str(), of.at)).collect();
        let places = atlas.side_by_side(&columns, spec.level)?;
        let row = |place: &Place| TableRow {
            code: place.code.clone(),
            name: spec.lang.area(&place.name).to_owned(),
            selected: false,
            cells: Vec::with_capacity(spec.columns.len()),
            qualities: Vec::with_capacity(spec.columns.len()),
            details: Vec::with_capacity(spec.columns.len()),
        };
        let mut rows: Vec<TableRow> = places.rows.iter().map(row).collect();
        let mut overall_rows: Vec<TableRow> = places.overall_rows.iter().map(row).collect();
        let mut columns = Vec::with_capacity(spec.columns.len());
        for of in &spec.columns {
            let (made, ends) = beside(&places, of, spec.method, atlas)?;
            let Beside { rows: values, details, overall_rows: beyond, datasets, overall_tables } = made;
            let cells = rows.iter_mut().zip(&values).chain(overall_rows.iter_mut().zip(&beyond));
            cells.zip(details).for_each(|((row, (value, quality)), detail)| {
                row.cells.push(*value);
                row.qualities.push(*quality);
                // Between what a difference lies is not told.
                row.details.push(if of.from.is_some() { Detail { bounds: None, ..detail } } else { detail });
            });
            let quality = quality::shared(values.iter().chain(&beyond));
            let dates = (of.from.and_then(Reference::date), of.at.date());
            let breaks = match dates {
                (Some(from), Some(at)) => change::breaks_between(&datasets, from, at, atlas),
                _ => Vec::new(),
            };
            let caption = atlas.caption(&of.indicator)?;
            let (own, scale) = (caption.decimals, caption.kind.scale());
            // Names have no fifths.
            let fifths = (scale > Scale::Names).then(|| fifths(&values)).flatten();
            let decimals = match of.from {
                Some(_) => {
                    let present = values.iter().chain(&beyond).filter_map(|(value, _)| value.ok());
                    precision::of_differences(own, present)
                }
                None if spec.page.decimals.is_some() || scale != Scale::Quantity => own,
                // What is published keeps the digits of its document.
                None if atlas.published(&of.indicator).is_some() => own,
                None => precision::of_spread(own, values.iter().filter_map(|(value, _)| value.ok())),
            };
            columns.push(Column {
                of: of.clone(),
                datasets,
                quality,
                ends,
                breaks,
                overall_tables,
                decimals,
                scale,
                fifths,
                sparks: Vec::new(),
            });
        }
        let SideBySide { level, as_published, .. } = places;
        let names: Vec<String> = rows.iter().map(|row| folded(&row.name)).collect();
        let mut by_name: Vec<usize> = (0..rows.len()).collect();
        by_name.sort_by(|&a, &b| names[a].cmp(&names[b]));
        let (shown, summaries) = (Vec::new(), Vec::new());
        let mut model =
            Self { columns, rows, overall_rows, level, as_published, shown, summaries, names, by_name };
        model.arrange(spec, atlas)?;
        Ok(model)
    }

    /// Whether all that is selected is below the rows, as in a chart that prints only the total of a table: its parts
    /// are then shown too.
    pub(super) fn has_only_totals(&self, spec: &TableSpec) -> bool {
        let is_selected = |row: &TableRow| spec.selected.contains(&row.code);
        self.overall_rows.iter().any(is_selected) && !self.rows.iter().any(|row| row.selected)
    }

    /// Filters and sorts the rows again, after a change that concerns only view and selection. O(rows · log rows).
    ///
    /// # Errors
    /// An unknown territory.
    pub fn arrange(&mut self, spec: &TableSpec, atlas: &Atlas) -> Result<(), FigureError> {
        if self.as_published {
            // Areas have no Comuni to share: only those named themselves are selected.
            spec.selected.iter().try_for_each(|code| name_of(atlas, code).map(drop))?;
            self.rows.iter_mut().for_each(|row| row.selected = spec.selected.contains(&row.code));
        } else {
            let selected = atlas.territories.sharing(spec.level, &spec.selected);
            let selected = selected.map_err(FigureError::UnknownTerritory)?;
            self.rows.iter_mut().zip(selected).for_each(|(row, selected)| row.selected = selected);
        }
        let view = &spec.view;
        if view.trend {
            let rows: Vec<&Code> = self.rows.iter().map(|row| &row.code).collect();
            let overall: Vec<&Code> = self.overall_rows.iter().map(|row| &row.code).collect();
            for column in self.columns.iter_mut().filter(|column| column.sparks.is_empty()) {
                column.sparks = sparks::of(spec, &column.of, &rows, &overall, atlas);
            }
        }
        let asked = folded(&view.filter);
        let asked: Vec<&str> = asked.split_whitespace().collect();
        let only_selected = view.only_selected && !self.has_only_totals(spec);
        let (rows, names) = (&self.rows, &self.names);
        let is_shown = |i: &usize| {
            (rows[*i].selected || !only_selected) && asked.iter().all(|word| names[*i].contains(word))
        };
        // By name first: ties keep that order.
        self.shown = self.by_name.iter().copied().filter(is_shown).collect();
        match view.sort.by {
            SortBy::Column(column) if column < self.columns.len() => {
                let key = |i: usize| {
                    let value = rows[i].cells[column];
                    // Rows without a value come last in both directions.
                    value.map_or(f64::INFINITY, |x| if view.sort.descending { -x } else { x })
                };
                self.shown.sort_by(|&a, &b| key(a).total_cmp(&key(b)));
            }
            _ if view.sort.descending => self.shown.reverse(),
            _ => {}
        }
        let present = |column| self.values(column).filter_map(Result::ok).collect::<Vec<f64>>();
        let summary = |column: usize| {
            if self.columns[column].scale == Scale::Names {
                return None;
            }
            let values = present(column);
            let mean = decimal::clean(decimal::sum(values.iter().copied()) / values.len() as f64);
            describe(&values).ok().map(|summary| Summary { mean, ..summary })
        };
        self.summaries = (0..self.columns.len()).map(summary).collect();
        Ok(())
    }

    /// The values of a column in the rows shown, in their order.
    pub fn values(&self, column: usize) -> impl Iterator<Item = Value> + '_ {
        self.shown.iter().map(move |&i| self.rows[i].cells[column])
    }

    /// Where the bar of a value begins and ends in its column, as shares of the room for bars. It begins at zero, and the room is
    /// that of the rows shown: a total below them would dwarf every one. `None` without a value, for names and steps, and where
    /// all are zero.
    pub fn bar(&self, column: usize, value: Value) -> Option<[f64; 2]> {
        let value = value.ok().filter(|_| self.columns[column].scale > Scale::Order)?;
        let ends =
            self.summaries[column].as_ref().map(|summary| [summary.min.min(0.0), summary.max.max(0.0)])?;
        let share = |x: f64| (x - ends[0]) / (ends[1] - ends[0]);
        (ends[1] > ends[0]).then(|| [share(0.0), share(value.clamp(ends[0], ends[1]))])
    }

    /// The position of a value in its column, from `0.0` in the lowest quintile to `1.0` in the highest. `None` for
    /// missing values, and where the column is constant.
    pub fn heat(&self, column: usize, value: Value) -> Option<f64> {
        let fifths = self.columns[column].fifths.as_ref()?;
        let class = fifths.class_of(value.ok()?)?;
        Some(class as f64 / (fifths.len() - 1) as f64)
    }

    /// The qualities that occur in the rows shown and in the overall rows.
    pub(crate) fn qualities(&self) -> Vec<Quality> {
        let rows = self.shown.iter().map(|&row| &self.rows[row]).chain(&self.overall_rows);
        let present =
            |row: &TableRow| (0..row.cells.len()).map(|column| row.graded(column)).collect::<Vec<_>>();
        let mut found: Vec<Quality> =
            rows.flat_map(present).filter(|(value, _)| value.is_ok()).map(|(_, quality)| quality).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// How many of the rows shown lack a value in a column for this reason.
    pub fn absent(&self, column: usize, reason: Absence) -> usize {
        self.values(column).filter(|value| *value == Err(reason)).count()
    }

    /// The breaks within differences, each once.
    pub fn breaks(&self) -> Vec<&Bilingual> {
        let mut found: Vec<&Bilingual> = Vec::new();
        for own in self.columns.iter().flat_map(|column| &column.breaks) {
            if !found.contains(&own) {
                found.push(own);
            }
        }
        found
    }

    /// What must be known of single values; of which column is said by its name where there are several.
    pub fn notes(&self, spec: &TableSpec, atlas: &Atlas) -> Vec<Remark> {
        let several = self.columns.iter().any(|column| column.of.indicator != self.columns[0].of.indicator);
        let rows = self.shown.iter().map(|&row| &self.rows[row]).chain(&self.overall_rows);
        let mut remarks = Vec::new();
        for row in rows {
            for (column, detail) in self.columns.iter().zip(&row.details) {
                let (Some(what), Ok(caption)) = (&detail.note, column.caption(atlas)) else { continue };
                let of = match several {
                    true => format!("{} ({})", row.name, spec.lang.pick(caption.short)),
                    false => row.name.clone(),
                };
                remarks.push(Remark::PublishedOtherwise { of, at: column.of.at, what: what.clone() });
            }
        }
        remarks
    }

    /// What must be known of the table.
    pub fn remarks(&self, spec: &TableSpec, atlas: &Atlas) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if self.columns.is_empty() {
            remarks.push(Remark::NoColumns);
        }
        if self.shown.is_empty() {
            remarks.push(Remark::NoRows);
        }
        remarks.extend(not_pooled(spec.level, spec.method).filter(|_| !self.as_published));
        remarks.extend(self.breaks().into_iter().map(|what| Remark::SeriesBreak { what: what.clone() }));
        for reason in Absence::ALL {
            let count: usize = (0..self.columns.len()).map(|column| self.absent(column, reason)).sum();
            if count > 0 {
                remarks.push(Remark::AbsentCells { count, reason });
            }
        }
        remarks.extend(self.notes(spec, atlas));
        remarks
    }
}

/// The model with its remarks.
///
/// # Errors
/// See [`TableModel::new`].
pub fn warned(spec: &TableSpec, atlas: &Atlas) -> Result<Warned<TableModel>, FigureError> {
    let model = TableModel::new(spec, atlas)?;
    let remarks = model.remarks(spec, atlas);
    Ok(Warned { value: model, remarks })
}

/// The values of a column, or their differences with the values they are taken between.
fn beside(
    places: &SideBySide,
    column: &TableColumn,
    method: Method,
    atlas: &Atlas,
) -> Result<(Beside, Vec<End>), FigureError> {
    let at = |at| atlas.beside(places, &column.indicator, at, method);
    let now = at(column.at)?;
    let mut ends = vec![(column.at, now.rows.clone())];
    let Some(from) = column.from else { return Ok((now, ends)) };
    if from >= column.at {
        return Err(KindError::DatesOutOfOrder.into());
    }
    Asked::Differences.of(atlas.caption(&column.indicator)?)?;
    let before = at(from)?;
    ends.insert(0, (from, before.rows.clone()));
    let caption = atlas.caption(&column.indicator)?;
    let limits = |details: &[Detail]| details.iter().map(|detail| detail.bounds).collect::<Vec<_>>();
    let (limits_before, limits_now) = (limits(&before.details), limits(&now.details));
    // Details are one a row, then one an overall row.
    let parts: Vec<Option<i16>> = now
        .details
        .iter()
        .zip(&before.details)
        .map(|(now, before)| now.parts_after.max(before.parts_after))
        .collect();
    let within = |year: Option<i16>| year.is_some_and(|year| from.year() <= year && year < column.at.year());
    let less = |now: &[Graded], before: &[Graded], first: usize| -> Vec<Graded> {
        let of = |limits: &[Bounds], i: usize| limits.get(first + i).copied().flatten();
        let rows = now.iter().zip(before).enumerate();
        rows.map(|(i, (&(now, quality), &(before, other)))| {
            // Years of areas whose borders changed do not compare, though those of other rows do.
            if parts.get(first + i).is_some_and(|year| within(*year)) {
                return (Err(Absence::NotApplicable), quality.max(other));
            }
            let ends = [(before, of(&limits_before, i)), (now, of(&limits_now, i))];
            let moved = Moved::between(ends[0], ends[1], caption);
            (moved.map(Moved::by), quality.max(other))
        })
        .collect()
    };
    let rows = less(&now.rows, &before.rows, 0);
    let overall_rows = less(&now.overall_rows, &before.overall_rows, now.rows.len());
    let mut datasets = [now.datasets, before.datasets].concat();
    datasets.sort();
    datasets.dedup();
    let (details, overall_tables) = (now.details, now.overall_tables);
    Ok((Beside { rows, details, overall_rows, overall_tables, datasets }, ends))
}

fn fifths(values: &[Graded]) -> Option<Intervals> {
    let present: Vec<f64> = values.iter().filter_map(|(value, _)| value.ok()).collect();
    // What cannot be classified (no values, or huge ones) has no colour.
    let intervals = classify(&present, Scheme::Quantile, FIFTHS, &[]).ok()?.intervals;
    (intervals.len() > 1).then_some(intervals)
}
