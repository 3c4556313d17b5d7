//! The values that rows give at one date: numbers side by side, because a table may have tens of millions, and apart from
//! them what few have.

use rustc_hash::FxHashMap;

use crate::data::{Absence, Bounds, Quality, Value};

/// A value, and the row it is from.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    pub value: Value,
    /// The limits of a withheld value, if the file tells them.
    pub bounds: Bounds,
    /// The status the source gives to it.
    pub quality: Quality,
    /// Number of the row.
    pub line: u32,
}

/// What stands in place of a number: not-a-numbers that differ in their last bits.
const EMPTY: u64 = 0x7ff8_0000_0000_0001;
const ABSENCES: [(Absence, u64); 3] =
    [(Absence::Missing, EMPTY + 1), (Absence::Suppressed, EMPTY + 2), (Absence::NotApplicable, EMPTY + 3)];

/// The values of all places for some variables at a date: those of a place together, because a row gives them so.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// How many variables it has.
    variables: usize,
    numbers: Vec<f64>,
    /// For each place the first row about it, or zero.
    lines: Vec<u32>,
    /// By position in the numbers.
    rare: FxHashMap<usize, (Bounds, Quality)>,
}

fn number_of(value: Value) -> f64 {
    match value {
        Ok(number) if !number.is_nan() => number,
        Ok(_) => f64::from_bits(ABSENCES[0].1),
        Err(absence) => {
            let mark = ABSENCES.iter().find(|(own, _)| *own == absence).map_or(EMPTY, |(_, mark)| *mark);
            f64::from_bits(mark)
        }
    }
}

fn value_of(number: f64) -> Option<Value> {
    if !number.is_nan() {
        return Some(Ok(number));
    }
    let bits = number.to_bits();
    ABSENCES.iter().find(|(_, mark)| *mark == bits).map(|(absence, _)| Err(*absence))
}

impl Block {
    pub fn new(variables: usize, places: usize) -> Self {
        let numbers = vec![f64::from_bits(EMPTY); variables * places];
        Self { variables, numbers, lines: vec![0; places], rare: FxHashMap::default() }
    }

    /// The value of a place, and the row it is from.
    pub fn get(&self, variable: usize, place: usize) -> Option<Slot> {
        let at = place * self.variables + variable;
        let value = value_of(*self.numbers.get(at)?)?;
        let (bounds, quality) = match self.rare.is_empty() {
            true => (None, Quality::Final),
            false => self.rare.get(&at).copied().unwrap_or_default(),
        };
        Some(Slot { value, bounds, quality, line: self.lines[place] })
    }

    /// The value alone.
    pub(super) fn value(&self, variable: usize, place: usize) -> Option<Value> {
        value_of(self.numbers[place * self.variables + variable])
    }

    pub(super) fn has(&self, variable: usize, place: usize) -> bool {
        self.numbers[place * self.variables + variable].to_bits() != EMPTY
    }

    /// Puts a value in place of what is there. The row of the place is the first that gave it one.
    pub fn set(&mut self, variable: usize, place: usize, slot: Slot) {
        let at = place * self.variables + variable;
        self.numbers[at] = number_of(slot.value);
        if slot.bounds.is_some() || slot.quality != Quality::Final {
            self.rare.insert(at, (slot.bounds, slot.quality));
        } else if !self.rare.is_empty() {
            self.rare.remove(&at);
        }
        if self.lines[place] == 0 {
            self.lines[place] = slot.line;
        }
    }

    /// Puts a plain number where there is nothing; returns whether it could.
    pub(super) fn put_plain(&mut self, variable: usize, place: usize, number: f64) -> bool {
        let own = &mut self.numbers[place * self.variables + variable];
        let is_empty = own.to_bits() == EMPTY;
        if is_empty {
            *own = number;
        }
        is_empty
    }

    /// Adds a plain number to another, or to nothing; returns whether it could.
    pub(super) fn add_plain(&mut self, variable: usize, place: usize, number: f64) -> bool {
        let at = place * self.variables + variable;
        let own = &mut self.numbers[at];
        if !own.is_nan() && (self.rare.is_empty() || !self.rare.contains_key(&at)) {
            *own += number;
            return true;
        }
        self.put_plain(variable, place, number)
    }

    /// Says which row the values of a place are from, if none is known yet.
    pub(super) fn note_line(&mut self, place: usize, line: u32) {
        if self.lines[place] == 0 {
            self.lines[place] = line;
        }
    }

    /// How many values of the first places are missing for this reason.
    pub(super) fn absent(&self, absence: Absence, places: usize) -> usize {
        let mark = number_of(Err(absence)).to_bits();
        let of_places = &self.numbers[..(places * self.variables).min(self.numbers.len())];
        of_places.iter().filter(|number| number.to_bits() == mark).count()
    }

    /// The values with limits or a status of their own, as variable, place, limits and status.
    pub(super) fn rare(&self) -> impl Iterator<Item = (usize, usize, Bounds, Quality)> {
        let of = |(at, (bounds, quality)): (&usize, &(Bounds, Quality))| {
            (at % self.variables, at / self.variables, *bounds, *quality)
        };
        self.rare.iter().map(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_gives_back_what_was_put() {
        let mut block = Block::new(2, 3);
        assert!(block.get(1, 2).is_none());
        let slot = |value, bounds, quality| Slot { value, bounds, quality, line: 7 };
        for (place, value, bounds, quality) in [
            (0, Ok(-0.5), None, Quality::Final),
            (1, Err(Absence::Suppressed), Some((1.0, 4.0)), Quality::Estimated),
            (2, Err(Absence::Missing), None, Quality::Final),
        ] {
            block.set(1, place, slot(value, bounds, quality));
            let got = block.get(1, place).expect("a value");
            assert_eq!((got.value, got.bounds, got.quality, got.line), (value, bounds, quality, 7));
        }
        assert_eq!((block.absent(Absence::Suppressed, 3), block.absent(Absence::Missing, 2)), (1, 0));
        assert_eq!(block.rare().collect::<Vec<_>>(), [(1, 1, Some((1.0, 4.0)), Quality::Estimated)]);
        assert!(block.add_plain(1, 0, 2.0) && !block.add_plain(1, 1, 2.0) && block.add_plain(0, 0, 3.0));
        assert_eq!((block.value(1, 0), block.value(0, 0)), (Some(Ok(1.5)), Some(Ok(3.0))));
        assert!(!block.put_plain(0, 0, 1.0) && !block.has(0, 1));
    }
}
