//! Rows that are totals of others: kept, to be compared with the sums of these.

use crate::base::Date;
use crate::data::Quality;
use crate::io::matching::{Place, is_subtotal, is_total, key, without_total};

use super::block::Slot;
use super::gather::Gatherer;
use super::gathered::Total;
use super::sums::{has_total, is_any_total, is_of_all};

impl Gatherer<'_> {
    /// The date of a row with a total.
    pub(super) fn date_of_total(&self, row: usize) -> Option<Date> {
        match self.plan.date {
            None => self.date,
            // A total at the foot of a table of one date need not say it.
            Some(column) if self.table.cell(row, column).is_empty() => match self.found.dates[..] {
                [only] => only,
                _ => None,
            },
            Some(_) => self.period(row).map(|when| when.date),
        }
    }

    /// The Comune whose things a row of a list adds up: "Totale Corsico" in the column of the names.
    pub(super) fn totalled(&self, row: usize) -> Option<usize> {
        let cell = self.table.cell(row, self.plan.name.filter(|_| self.plan.adds_rows)?);
        if !is_subtotal(cell) {
            return None;
        }
        match self.matcher.by_name(without_total(cell)) {
            Place::Comune(i) => Some(i),
            _ => None,
        }
    }

    /// Keeps the total of the things of a Comune, for comparison with their sum.
    pub(super) fn list_total(&mut self, row: usize, place: usize, date: Option<Date>) {
        let (table, plan) = (self.table, self.plan);
        let is_chosen = plan.life.at.is_some() || !plan.keep.is_empty();
        let name = plan.name.map_or("", |column| table.cell(row, column));
        // "Totale RSA" is of some things of the Comune only.
        let of_all = |cell: &str| is_total(cell) || key(without_total(cell)) == key(without_total(name));
        let totals =
            self.labels.iter().map(|column| table.cell(row, *column)).filter(|cell| is_any_total(cell));
        if is_chosen || plan.date.is_some() && date.is_none() || !totals.into_iter().all(of_all) {
            return;
        }
        let date = self.date(date);
        let members: Vec<Option<u32>> = (0..plan.dimensions.len())
            .map(|at| {
                let cell = table.cell(row, plan.dimensions[at].column);
                (!cell.is_empty() && !is_any_total(cell)).then(|| self.member(row, at))
            })
            .collect();
        let cells = table.line(row);
        for (i, planned) in plan.values.iter().enumerate() {
            if planned.measure.adds_up() && planned.spec.combine.is_sum() && planned.date.is_none() {
                let value = self.value(&cells, row, i, planned).0;
                let slot = Slot { value, bounds: None, quality: Quality::Final, line: table.number(row) };
                let (members, variable) = (members.clone(), planned.variable);
                self.found.totals.push(Total { date, place, members, variable, slot });
            }
        }
    }

    /// If a row is the total over all territories, keeps it for comparison.
    pub(super) fn whole(&mut self, row: usize) {
        let (table, plan) = (self.table, self.plan);
        let names = [plan.name, plan.code, plan.group].into_iter().flatten();
        let date = self.date_of_total(row);
        let of_members =
            plan.dimensions.iter().any(|d| d.total.as_deref() == Some(table.cell(row, d.column)));
        let is_undated = plan.date.is_some() && date.is_none();
        let is_chosen = plan.adds_rows && (plan.life.at.is_some() || !plan.keep.is_empty());
        if of_members
            || is_undated
            || is_chosen
            || !(names.into_iter().any(|column| is_of_all(table.cell(row, column)))
                || has_total(table, row, is_total))
        {
            return;
        }
        let first = self.combination(row);
        let cells = table.line(row);
        for (i, planned) in plan.values.iter().enumerate() {
            let date = planned.date.or(match planned.spec.day {
                Some(day) => date.and_then(|date| day.of(date.year())),
                None => date,
            });
            if planned.measure.adds_up() && planned.spec.combine.is_sum() {
                let (quality, line) = (Quality::Final, table.number(row));
                let slot = Slot { value: self.value(&cells, row, i, planned).0, bounds: None, quality, line };
                let date = self.date(date);
                self.found.wholes.push((date, first + planned.variable, slot));
            }
        }
    }

    pub(super) fn total(&mut self, row: usize, place: usize, date: Option<Date>) {
        let plan = self.plan;
        self.found.tally.totals += 1;
        let date = self.date(date);
        let is_total = |at: usize| {
            let dimension = &plan.dimensions[at];
            dimension.total.as_deref() == Some(self.table.cell(row, dimension.column))
        };
        let totals: Vec<bool> = (0..plan.dimensions.len()).map(is_total).collect();
        let members: Vec<Option<u32>> = totals
            .iter()
            .enumerate()
            .map(|(at, is_total)| (!is_total).then(|| self.member(row, at)))
            .collect();
        let cells = self.table.line(row);
        for (i, planned) in plan.values.iter().enumerate() {
            let (value, bounds) = self.value(&cells, row, i, planned);
            let slot = Slot { value, bounds, quality: Quality::Final, line: self.table.number(row) };
            let (members, variable) = (members.clone(), planned.variable);
            self.found.totals.push(Total { date, place, members, variable, slot });
        }
    }
}
