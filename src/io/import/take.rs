//! Putting the numbers of a row where they belong, or adding them to what is there.

use crate::data::Quality;

use super::block::Slot;
use super::gather::Gatherer;
use super::sums::add;

impl Gatherer<'_> {
    /// Adds the values of a row to the sums of its date, combination and place.
    pub(super) fn add_row(
        &mut self,
        row: usize,
        (date, first, place): (usize, usize, usize),
        of_row: Quality,
    ) {
        let (table, plan) = (self.table, self.plan);
        let line = table.number(row);
        let cells = table.line(row);
        self.block(date, first).0.note_line(place, line);
        let left = match of_row {
            Quality::Final => self.take_plain(row, (date, first, place)),
            _ => (0..plan.values.len()).collect(),
        };
        for i in left {
            let planned = &plan.values[i];
            let (value, bounds) = self.value(&cells, row, i, planned);
            let quality = self.flags.quality(&cells, plan, i).max(of_row).max(planned.spec.quality);
            self.add_to(date, first + planned.variable, place, Slot { value, bounds, quality, line });
        }
    }

    /// Puts or adds the plain numbers of a row, which nearly all its cells are; returns which columns are left to be read.
    pub(super) fn take_plain(
        &mut self,
        row: usize,
        (date, first, place): (usize, usize, usize),
    ) -> Vec<usize> {
        let (table, plan) = (self.table, self.plan);
        let mut plain = std::mem::take(&mut self.plain);
        plain.reach(table, row);
        let (adds, line) = (plan.adds_rows, table.number(row));
        let (block, at) = self.block(date, first);
        let mut left = Vec::new();
        let mut is_put = false;
        for (i, planned) in plan.values.iter().enumerate() {
            let variable = at + planned.variable;
            let is_taken = plain.get(table, row, i).is_some_and(|number| match adds {
                true => block.add_plain(variable, place, number),
                false => block.put_plain(variable, place, number),
            });
            is_put |= is_taken;
            if !is_taken {
                left.push(i);
            }
        }
        if is_put {
            block.note_line(place, line);
        }
        self.plain = plain;
        left
    }

    /// Adds a value to that of a place, which may have none yet.
    pub(super) fn add_to(&mut self, date: usize, variable: usize, place: usize, new: Slot) {
        let (block, at) = self.block(date, variable);
        let sum = match block.get(at, place) {
            Some(mut slot) => {
                add(&mut slot, &new);
                slot
            }
            None => new,
        };
        block.set(at, place, sum);
    }
}
