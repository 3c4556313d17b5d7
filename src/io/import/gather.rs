//! From the rows of a table to one value per territory, date and variable, accounting for every row without values.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Date, Level};
use crate::data::{Absence, Bounds, Quality, Value};
use crate::io::matching::{
    AREAS, Matcher, Place, is_subtotal, is_total, key, normalised, province_letters, without_total,
};
use crate::io::numbers::{absence, alone, limits};
use crate::io::recipe::{Blank, Combine, Day, header_key, slug};
use crate::io::source::{Line, RawTable};

use super::block::{Block, Slot};
use super::columns::{Plan, ValuePlan};
use super::finding::Rows;
use super::flags::Flags;
use super::gathered::{Doubled, Gathered, Group, GroupRow, MOST_DOUBLED, Variable};
use super::generic::is_among;
use super::period::{self, Kind, When};
use super::plain::Plain;
use super::preview::Fate;
use super::sums::{are_plain_sums, copies, has_total, is_any_total, is_of_all, plan_adds, weight_of};
use super::territory_columns::{heads_group, is_region};
use super::variable_names::{id_of, name_of};

/// The most different unknown names that are kept: more than there are Comuni in Italy.
pub(crate) const MAX_UNMATCHED: usize = 10_000;

/// Goes through the rows once. O(cells).
pub(crate) fn gather(
    table: &RawTable,
    plan: &Plan,
    matcher: &Matcher,
    places: usize,
    date: Option<Date>,
) -> Gathered {
    let mut gatherer = Gatherer::new(table, plan, matcher, places, date);
    for row in plan.first..table.len() {
        let fate = gatherer.row(row);
        gatherer.found.sample.offer(row, fate);
    }
    gatherer.finish()
}

pub(super) struct Gatherer<'a> {
    pub(super) table: &'a RawTable,
    pub(super) plan: &'a Plan<'a>,
    pub(super) flags: Flags,
    pub(super) matcher: &'a Matcher,
    places: usize,
    pub(super) date: Option<Date>,
    known: FxHashMap<&'a str, Place>,
    names: FxHashMap<&'a str, Place>,
    provinces: Vec<String>,
    dates: FxHashMap<Option<Date>, usize>,
    members: Vec<FxHashMap<&'a str, u32>>,
    /// For each combination of members, the index of its first variable.
    combinations: FxHashMap<Vec<u32>, usize>,
    ids: FxHashMap<String, usize>,
    unmatched: FxHashMap<&'a str, usize>,
    /// The weights of a mean so far, by date, variable and place.
    weights: FxHashMap<(usize, usize, usize), f64>,
    /// The distinct cells so far.
    distinct: FxHashMap<(usize, usize, usize), FxHashSet<&'a str>>,
    /// Rows that count once with others they are copies of.
    copies: FxHashSet<usize>,
    /// For each column of values, the column of its weights.
    weighed_by: Vec<Option<usize>>,
    /// Columns without values, and those of them that name a group of Comuni.
    pub(super) labels: Vec<usize>,
    regions: Vec<usize>,
    group_columns: Vec<usize>,
    /// Whether all values are just added up, and whether all are of the date of their row.
    are_sums: bool,
    are_of_rows: bool,
    pub(super) plain: Plain,
    /// The values that the last row went into, with their date and combination.
    open: Option<((usize, usize), Block)>,
    has_padded: bool,
    has_short: bool,
    pub(super) found: Gathered,
}

impl<'a> Gatherer<'a> {
    fn new(
        table: &'a RawTable,
        plan: &'a Plan<'a>,
        matcher: &'a Matcher,
        places: usize,
        date: Option<Date>,
    ) -> Self {
        let seen = vec![false; places + matcher.merged.len() + AREAS.len()];
        let variables_each = plan.variables + usize::from(plan.count.is_some());
        let mut found = Gathered { seen, variables_each, ..Gathered::default() };
        found.tally.not_numbers = vec![Rows::default(); plan.values.len()];
        found.tally.without = vec![Rows::default(); plan.values.len()];
        let is_value = |column: &usize| plan.values.iter().any(|value| value.column == *column);
        let labels: Vec<usize> = (0..plan.names.len()).filter(|column| !is_value(column)).collect();
        let flags = Flags::of(table, plan);
        let plain =
            Plain::of(table, plan, |i, planned| !flags.mark(i) && planned.spec.quality == Quality::Final);
        let is_of_row = |value: &ValuePlan| value.date.is_none() && value.spec.day.is_none();
        Self {
            table,
            plan,
            flags,
            matcher,
            places,
            date,
            known: FxHashMap::default(),
            names: FxHashMap::default(),
            provinces: matcher.provinces.clone(),
            dates: FxHashMap::default(),
            members: vec![FxHashMap::default(); plan.dimensions.len()],
            combinations: FxHashMap::default(),
            ids: FxHashMap::default(),
            unmatched: FxHashMap::default(),
            weights: FxHashMap::default(),
            distinct: FxHashMap::default(),
            copies: copies(table, plan, matcher),
            weighed_by: plan.values.iter().map(|value| weight_of(plan, value)).collect(),
            group_columns: labels
                .iter()
                .copied()
                .filter(|column| heads_group(&plan.names[*column]))
                .collect(),
            regions: labels.iter().copied().filter(|column| is_region(&plan.names[*column])).collect(),
            labels,
            are_sums: are_plain_sums(plan),
            are_of_rows: plan.values.iter().all(is_of_row),
            plain,
            open: None,
            has_padded: false,
            has_short: false,
            found,
        }
    }

    /// Takes the values of a row and returns what became of it.
    fn row(&mut self, row: usize) -> Fate {
        let (table, plan) = (self.table, self.plan);
        let number = table.number(row);
        if table.row(row).all(str::is_empty) {
            return Fate::Blank;
        }
        self.found.tally.read += 1;
        if plan.skips_hidden && table.notes.hidden_rows.binary_search(&number).is_ok() {
            self.found.tally.hidden.add(number);
            return Fate::Hidden;
        }
        if !is_among(table, row, &plan.keep) {
            self.found.tally.not_kept.add(number);
            return Fate::NotKept;
        }
        let place = self.place(row);
        if matches!(place, Place::Unknown | Place::Larger)
            && let Some(of) = self.group(row)
        {
            let tally = &mut self.found.tally;
            tally.groups.add(number);
            tally.group_example.get_or_insert_with(|| match of {
                Group::Column(column) => table.cell(row, column).to_owned(),
                Group::Ambito(_) => plan.name.map_or("", |column| table.cell(row, column)).to_owned(),
            });
            self.found.groups.push(GroupRow { row, of });
            return Fate::Larger;
        }
        let index = match place {
            Place::Comune(i) => i,
            // A name that the user gave to a group of another level.
            Place::Group(level, _) if level != plan.level => return self.unknown(row),
            Place::Group(_, i) => i,
            Place::Merged(i) => self.places + i,
            Place::Outside => {
                self.found.tally.outside.add(number);
                return Fate::Outside;
            }
            Place::Area(i) => {
                self.found.tally.areas += 1;
                self.places + self.matcher.merged.len() + i
            }
            Place::Larger => {
                self.found.tally.larger.add(number);
                match self.totalled(row) {
                    Some(index) => self.list_total(row, index, self.date_of_total(row)),
                    None => self.whole(row),
                }
                return Fate::Larger;
            }
            Place::Unknown if self.is_elsewhere(row) => {
                self.found.tally.outside.add(number);
                return Fate::Outside;
            }
            Place::Unknown => return self.unknown(row),
        };
        if plan.broken.binary_search(&row).is_ok() {
            self.found.tally.broken.add(number);
            return Fate::Broken;
        }
        // Rows about larger areas are kept, but their problems are not reported.
        let is_area = matches!(place, Place::Area(_));
        if !is_area
            && table.width(row) != plan.names.len()
            // In a workbook the empty cells at the end of a row are just not there.
            && (table.notes.delimiter.is_some() && table.width(row) < plan.names.len() || self.has_more(row))
        {
            self.found.tally.ragged.add(number);
        }
        if !is_area {
            self.note_code(row, number);
        }
        if !is_area && !self.is_there(row) {
            self.found.tally.not_there.add(number);
            return Fate::NotThere;
        }
        let date = match plan.date {
            None => self.date,
            Some(_) => match self.when(row) {
                Some(date) => Some(date),
                None if is_area => return Fate::Larger,
                None => {
                    self.found.tally.bad_date.add(number);
                    return Fate::Undated;
                }
            },
        };
        self.found.seen[index] = true;
        let total = plan.dimensions.iter().any(|d| d.total.as_deref() == Some(table.cell(row, d.column)));
        if total {
            self.total(row, index, date);
            return Fate::Total;
        }
        if plan.adds_rows && self.labels.iter().any(|column| is_any_total(table.cell(row, *column))) {
            self.found.tally.added_totals.add(number);
            self.list_total(row, index, date);
            return Fate::Total;
        }
        self.found.tally.taken += usize::from(!is_area);
        if self.copies.contains(&row) {
            self.found.tally.same_twice.add(number);
            return Fate::Taken;
        }
        let first = self.combination(row);
        let mut same = 0;
        let mut differs = false;
        let of_row = self.quality_of_date(row);
        if self.are_sums {
            let at = self.date(date);
            self.add_row(row, (at, first, index), of_row);
            if plan.count.is_some() {
                let slot = Slot { value: Ok(1.0), bounds: None, quality: Quality::Final, line: number };
                self.put(at, first + plan.variables, index, slot, None);
            }
            return if is_area { Fate::Larger } else { Fate::Taken };
        }
        let mut at_date: Option<usize> = None;
        let cells = table.line(row);
        let is_plain = of_row == Quality::Final && !plan.adds_rows;
        let left = match self.are_of_rows && is_plain && !plan.values.is_empty() {
            true => {
                let at = *at_date.get_or_insert_with(|| self.date(date));
                self.take_plain(row, (at, first, index))
            }
            false => (0..plan.values.len()).collect(),
        };
        for i in left {
            let planned = &plan.values[i];
            let at = match (planned.date, planned.spec.day) {
                (None, None) => *at_date.get_or_insert_with(|| self.date(date)),
                (Some(own), _) => self.date(Some(own)),
                (None, Some(day)) => self.date(date.and_then(|date| day.of(date.year()))),
            };
            if is_plain && let Some(plain) = self.plain.get(table, row, i) {
                let (block, variable) = self.block(at, first + planned.variable);
                if block.put_plain(variable, index, plain) {
                    block.note_line(index, number);
                    continue;
                }
            }
            let (value, bounds) = self.value(&cells, row, i, planned);
            let quality = self.flags.quality(&cells, plan, i).max(of_row).max(planned.spec.quality);
            let slot = Slot { value, bounds, quality, line: number };
            match self.put(at, first + planned.variable, index, slot, Some((row, i))) {
                None => {}
                Some(is_same) => {
                    same += usize::from(is_same);
                    differs |= !is_same;
                    if !is_area && planned.measure.adds_up() {
                        self.note_double((at, first + planned.variable, index), i, slot.value, !is_same);
                    }
                }
            }
        }
        if plan.count.is_some() {
            let slot = Slot { value: Ok(1.0), bounds: None, quality: Quality::Final, line: number };
            let date = self.date(date);
            self.put(date, first + plan.variables, index, slot, None);
        }
        if is_area {
            return Fate::Larger;
        }
        if differs {
            self.found.tally.two_values.add(number);
            self.found.tally.contradicted.insert(index);
        } else if same > 0 {
            self.found.tally.same_twice.add(number);
        }
        Fate::Taken
    }

    /// Keeps what several rows give for one value, as an example to choose by.
    fn note_double(&mut self, key: (usize, usize, usize), i: usize, value: Value, differs: bool) {
        let (date, variable, place) = key;
        let Ok(value) = value else { return };
        let Some(Ok(first)) = self.value_at(date, variable, place) else { return };
        let doubled = &mut self.found.tally.doubled;
        if doubled.len() >= MOST_DOUBLED && !doubled.contains_key(&key) {
            return;
        }
        let column = self.plan.values[i].column;
        let known =
            doubled.entry(key).or_insert(Doubled { column, first, sum: first, rows: 1, differs: false });
        known.sum += value;
        known.rows += 1;
        known.differs |= differs;
    }

    /// The values at a date among which a variable is, and its position there.
    pub(super) fn block(&mut self, date: usize, variable: usize) -> (&mut Block, usize) {
        let each = self.found.variables_each.max(1);
        let key = (date, variable / each);
        if self.open.as_ref().is_some_and(|(open, _)| *open != key)
            && let Some((known, block)) = self.open.take()
        {
            self.found.blocks.insert(known, block);
        }
        let (blocks, places) = (&mut self.found.blocks, self.found.seen.len());
        let open = || (key, blocks.remove(&key).unwrap_or_else(|| Block::new(each, places)));
        (&mut self.open.get_or_insert_with(open).1, variable % each)
    }

    fn value_at(&mut self, date: usize, variable: usize, place: usize) -> Option<Value> {
        let (block, at) = self.block(date, variable);
        block.value(at, place)
    }

    fn finish(mut self) -> Gathered {
        if let Some((key, block)) = self.open.take() {
            self.found.blocks.insert(key, block);
        }
        self.found
    }

    /// The group of Comuni that a row without a Comune of its own is about: an Ambito, a province.
    fn group(&self, row: usize) -> Option<Group> {
        let (table, plan) = (self.table, self.plan);
        if plan.group.is_some() || plan.adds_rows {
            return None;
        }
        let cell = |column: Option<usize>| column.map_or("", |column| table.cell(row, column));
        let (code, name) = (cell(plan.code), cell(plan.name));
        if code.is_empty() && !name.is_empty() {
            let place = match is_subtotal(name) {
                true => self.matcher.by_ambito(without_total(name)),
                false => self.matcher.ambito_by_word(name),
            };
            if let Place::Group(Level::Ambiti, i) = place {
                return Some(Group::Ambito(i));
            }
        }
        if !(code.is_empty() && (name.is_empty() || is_subtotal(name) || is_total(name))) {
            return None;
        }
        let has_number = plan.values.iter().any(|value| {
            value.format.is_some_and(|f| matches!(f.read(table.cell(row, value.column)), Some(Ok(_))))
        });
        let mut filled =
            self.group_columns.iter().rev().filter(|column| !table.cell(row, **column).is_empty());
        let column = filled.next().filter(|_| has_number)?;
        (!is_total(table.cell(row, *column))).then_some(Group::Column(*column))
    }

    /// Whether the letters of a row are those of another province, or its region is another one.
    fn is_elsewhere(&self, row: usize) -> bool {
        let letters = self.plan.letters.and_then(|column| province_letters(self.table.cell(row, column)));
        letters.is_some_and(|letters| !self.provinces.contains(&letters.to_lowercase()))
            || self.regions.iter().any(|column| {
                let cell = self.table.cell(row, *column);
                cell.starts_with(char::is_alphabetic) && !key(cell).ends_with("lombardia")
            })
    }

    /// The date in a cell; a period that stands for a date is noted.
    fn when(&mut self, row: usize) -> Option<Date> {
        let When { date, kind, .. } = self.period(row)?;
        self.found.tally.has_years |= kind == Kind::Year;
        self.found.tally.has_days |= kind != Kind::Year;
        let period = &mut self.found.tally.period;
        let cell = |column: usize| self.table.cell(row, column);
        if let (Some(from), Some(to), None) = (self.plan.from, self.plan.date, &period) {
            *period = Some((format!("{} – {}", cell(from), cell(to)), date));
        } else if kind == Kind::Serial {
            let typed = || (cell(self.plan.date.unwrap_or_default()).to_owned(), date);
            self.found.tally.serial.get_or_insert_with(typed);
        } else if !matches!(kind, Kind::Day | Kind::Year) && period.is_none() {
            let columns = [self.plan.date, self.plan.date_part()].into_iter().flatten();
            let typed: Vec<&str> = columns.map(cell).collect();
            *period = Some((typed.join(" "), date));
        }
        Some(date)
    }

    /// The period of a row, which may be in two cells.
    pub(super) fn period(&self, row: usize) -> Option<When<'a>> {
        let cell = self.table.cell(row, self.plan.date?);
        match self.plan.part {
            None => period::read(cell, &self.plan.reading),
            Some((column, months)) => {
                period::of_year_and_part(cell, self.table.cell(row, column), months, &self.plan.reading)
            }
        }
    }

    /// Whether the thing in a row is there at the date at which things are counted. A thing is there on its last day,
    /// and where a date is missing or cannot be read.
    fn is_there(&mut self, row: usize) -> bool {
        let Some(at) = self.plan.life.at else { return true };
        let mut read = |column: Option<usize>, day: Day| {
            let cell = self.table.cell(row, column?);
            // The end of time, as data bases write it.
            if absence(cell).is_some() || cell.contains("9999") || cell.contains("2999") {
                return None;
            }
            let reading = period::Reading { day, is_dated: true, ..Default::default() };
            let when = period::read(cell, &reading);
            if when.is_none() {
                self.found.tally.bad_life.add(self.table.number(row));
            }
            when.map(|when| when.date)
        };
        let opening = read(self.plan.life.opening, Day::Start);
        let closing = read(self.plan.life.closing, Day::End);
        opening.is_none_or(|opening| opening <= at) && closing.is_none_or(|closing| at <= closing)
    }

    /// The quality that a mark beside the date of a row gives to all its values.
    fn quality_of_date(&self, row: usize) -> Quality {
        self.period(row).and_then(|when| when.mark).map_or(Quality::Final, |mark| self.flags.meaning(mark))
    }

    /// Whether the extra cells of a row that is too long are non-empty.
    fn has_more(&self, row: usize) -> bool {
        (self.plan.names.len()..self.table.width(row)).any(|column| !self.table.cell(row, column).is_empty())
    }

    fn place(&mut self, row: usize) -> Place {
        let (table, plan, matcher) = (self.table, self.plan, self.matcher);
        if let Some(column) = plan.group {
            let cell = table.cell(row, column);
            return *self.known.entry(cell).or_insert_with(|| matcher.by_group(plan.level, cell));
        }
        if let Some(column) = plan.province {
            let province = key(table.cell(row, column));
            if !province.is_empty() && !self.provinces.contains(&province) {
                return Place::Outside;
            }
        }
        let by_name = |names: &mut FxHashMap<&'a str, Place>, column: usize| {
            let cell = table.cell(row, column);
            *names.entry(cell).or_insert_with(|| matcher.by_name(cell))
        };
        let Some(column) = plan.code else {
            let place = plan.name.map_or(Place::Unknown, |column| by_name(&mut self.names, column));
            // The word for a total may stand in another column than the names.
            let is_nameless = plan.name.is_some_and(|column| table.cell(row, column).is_empty());
            let is_of_all = || plan.name.is_some_and(|column| is_of_all(table.cell(row, column)));
            return match place {
                _ if is_nameless && has_total(table, row, is_any_total) => Place::Larger,
                Place::Unknown if is_of_all() => Place::Larger,
                place => place,
            };
        };
        let cell = table.cell(row, column);
        let place = *self
            .known
            .entry(cell)
            .or_insert_with(|| matcher.own(cell).unwrap_or_else(|| matcher.by_code(cell)));
        match plan.name {
            // A row without a code may have a name, such as that of a total.
            Some(column) if cell.is_empty() => by_name(&mut self.names, column),
            // The word for a total may stand under the codes.
            _ if place == Place::Unknown && (is_any_total(cell) || is_of_all(cell)) => Place::Larger,
            Some(column) if place.is_ours() => {
                let named = by_name(&mut self.names, column);
                if named.is_ours() && named != place {
                    self.found.tally.name_differs.add(table.number(row));
                }
                place
            }
            _ => place,
        }
    }

    fn unknown(&mut self, row: usize) -> Fate {
        let (table, plan) = (self.table, self.plan);
        let filled = table.row(row).filter(|cell| !cell.is_empty()).count();
        let number = table.number(row);
        let cell = plan.code.or(plan.name).or(plan.group).map_or("", |column| table.cell(row, column));
        // A line of text beside a table of numbers, or the header again on a new page.
        let place = plan.code.or(plan.name).or(plan.group);
        let is_header = plan.has_header && place.is_some_and(|column| plan.names[column] == cell);
        // The key to the marks of a table: "n.d. = non disponibile".
        let is_key = cell.contains(" = ");
        if (filled == 1 && !self.is_of_other_separator(cell))
            || is_key
            || is_header
            || (cell.is_empty() && plan.values.iter().all(|v| table.cell(row, v.column).is_empty()))
        {
            self.found.tally.footnotes.add(number);
            return Fate::Footnote;
        }
        let tally = &mut self.found.tally;
        let next = self.unmatched.len();
        let at = *self.unmatched.entry(cell).or_insert(next);
        if at == next && !cell.is_empty() {
            tally.unmatched_names += 1;
        }
        if at == next && at < MAX_UNMATCHED {
            tally.unmatched.push((cell.to_owned(), Rows::default()));
        }
        match tally.unmatched.get_mut(at) {
            Some((_, rows)) => rows.add(number),
            None => tally.unmatched_beyond.add(number),
        }
        Fate::Unmatched
    }

    /// Whether a cell is a whole row, of a territory of ours, with another separator than that of the table.
    fn is_of_other_separator(&self, cell: &str) -> bool {
        let of = |separator| {
            let mut parts = cell.split(separator).map(str::trim);
            let first = parts.next().unwrap_or_default();
            let is_ours = self.matcher.by_code(first).is_ours() || self.matcher.by_name(first).is_ours();
            is_ours && parts.count() + 1 >= self.plan.names.len().max(2)
        };
        [',', ';', '\t', '|'].into_iter().any(of)
    }

    /// Records how the code of one of our territories is written.
    fn note_code(&mut self, row: usize, number: u32) {
        let Some(column) = self.plan.code else { return };
        let cell = self.table.cell(row, column);
        let Some(code) = normalised(cell) else { return };
        if cell == code.as_ref() {
            self.has_padded |= cell.len() == 6;
        } else {
            self.has_short = true;
            self.found.tally.oddly_coded |= !cell.bytes().all(|b| b.is_ascii_digit());
            self.found.tally.recoded.add(number);
            let example = &mut self.found.tally.recoded_example;
            if example.is_none() {
                *example = Some((cell.to_owned(), code.into_owned()));
            }
        }
        self.found.tally.oddly_coded |= self.has_padded && self.has_short;
    }

    pub(super) fn value(
        &mut self,
        cells: &Line<'a>,
        row: usize,
        i: usize,
        planned: &ValuePlan,
    ) -> (Value, Bounds) {
        let cell = planned.cell(cells);
        let cell: &str = &cell;
        if planned.spec.combine == Combine::Distinct {
            return (if cell.is_empty() { Err(Absence::Missing) } else { Ok(1.0) }, None);
        }
        if let Some(step) = step(planned, cell) {
            return (Ok(step), None);
        }
        // Cells that contradict each other are not read at all.
        let Some(format) = planned.format else { return (Err(Absence::Missing), None) };
        let value = match format.read(cell) {
            Some(Err(Absence::Missing)) if cell.is_empty() && self.plan.recipe.blank == Blank::Suppressed => {
                Err(self.plan.recipe.blank.absence())
            }
            Some(value) => value,
            None => {
                self.found.tally.not_numbers[i].add(self.table.number(row));
                Err(Absence::Missing)
            }
        };
        // A thing whose value is a mark for a missing one; most cells are numbers.
        if value.is_err() && plan_adds(self.plan, planned) && absence(cell) == Some(Absence::Missing) {
            self.found.tally.without[i].add(self.table.number(row));
        }
        let within = |text: &str| limits(text, planned.measure.is_whole());
        // What the cell says itself comes first; a mark alone says what the user or the recipe knows of it.
        let bounds = (value == Err(Absence::Suppressed))
            .then(|| within(cell).or_else(|| planned.spec.withheld.as_deref().and_then(within)));
        (value, bounds.flatten())
    }

    /// The number of the member of a dimension in a row.
    pub(super) fn member(&mut self, row: usize, dimension: usize) -> u32 {
        let members = &mut self.members[dimension];
        let next = members.len() as u32;
        *members.entry(self.table.cell(row, self.plan.dimensions[dimension].column)).or_insert(next)
    }

    /// The first variable for the members in a row; new variables are added.
    pub(super) fn combination(&mut self, row: usize) -> usize {
        let (table, plan) = (self.table, self.plan);
        let key: Vec<u32> = (0..plan.dimensions.len()).map(|dimension| self.member(row, dimension)).collect();
        if let Some(first) = self.combinations.get(&key) {
            return *first;
        }
        let first = self.found.variables.len();
        self.combinations.insert(key.clone(), first);
        self.found.combinations.push((key, first));
        let telling: Vec<_> = plan.dimensions.iter().filter(|dimension| dimension.tells).collect();
        let named = |column: usize| {
            let cell = table.cell(row, column);
            plan.found.members.get(cell).map_or(cell, String::as_str)
        };
        let slugs: Vec<String> = telling.iter().map(|d| slug(named(d.column))).collect();
        let labels: Vec<&str> = telling.iter().map(|d| named(d.label.unwrap_or(d.column))).collect();
        let is_first = |i: usize| plan.values[..i].iter().all(|v| v.variable != plan.values[i].variable);
        let own = (0..plan.values.len()).filter(|i| is_first(*i)).map(|i| &plan.values[i]);
        let specs = own.map(|v| (&v.spec, v.column, v.measure));
        let count = plan.count.as_ref();
        let count = count.map(|spec| (spec, usize::MAX, spec.measure.unwrap_or_default()));
        for (spec, column, measure) in specs.chain(count) {
            let name = plan.names.get(column).map_or("", String::as_str);
            let unit = spec.unit.clone();
            let id = self.unique(id_of(spec, &slugs));
            self.found.variables.push(Variable {
                id,
                name: name_of(spec, name, &labels),
                unit,
                measure,
                column,
            });
        }
        first
    }

    /// A unique id: two members may differ only in characters that an id cannot contain.
    fn unique(&mut self, id: String) -> String {
        let times = self.ids.entry(id.clone()).and_modify(|n| *n += 1).or_insert(1);
        if *times > 1 { format!("{id}_{times}") } else { id }
    }

    pub(super) fn date(&mut self, date: Option<Date>) -> usize {
        let dates = &mut self.found.dates;
        *self.dates.entry(date).or_insert_with(|| {
            dates.push(date);
            dates.len() - 1
        })
    }

    /// Stores the value of a row and column, if it is of one. Returns `Some` where there already was a value: whether
    /// it is the same.
    fn put(
        &mut self,
        date: usize,
        variable: usize,
        place: usize,
        mut new: Slot,
        of: Option<(usize, usize)>,
    ) -> Option<bool> {
        let (table, plan) = (self.table, self.plan);
        let combined = of.map(|(row, i)| (row, i, &plan.values[i])).filter(|_| plan.adds_rows);
        if let Some((row, i, planned)) = combined
            && !planned.spec.combine.is_sum()
        {
            let key = (date, variable, place);
            let before = self.value_at(date, variable, place);
            if planned.spec.combine == Combine::Distinct {
                let cells = self.distinct.entry(key).or_default();
                if new.value.is_ok() {
                    cells.insert(table.cell(row, planned.column));
                }
                new.value = Ok(cells.len() as f64);
            } else {
                let weight =
                    self.weighed_by[i].map_or(Some(1.0), |column| alone(table.cell(row, column)).sure());
                let weighs = self.weights.entry(key).or_default();
                let mean = before.and_then(Result::ok);
                match (new.value, weight) {
                    (Ok(value), Some(weight)) if weight > 0.0 => {
                        new.value =
                            Ok((mean.unwrap_or_default() * *weighs + value * weight) / (*weighs + weight));
                        *weighs += weight;
                    }
                    // A missing value, or one with no weight, does not change a mean.
                    _ => new.value = mean.ok_or(Absence::Missing),
                }
            }
            let (block, at) = self.block(date, variable);
            block.set(at, place, new);
            return None;
        }
        let (block, at) = self.block(date, variable);
        match block.value(at, place) {
            None => {
                block.set(at, place, new);
                None
            }
            Some(_) if plan.adds_rows => {
                self.add_to(date, variable, place, new);
                None
            }
            Some(value) => Some(value == new.value),
        }
    }
}

/// The number of the step or category with this name.
fn step(planned: &ValuePlan, cell: &str) -> Option<f64> {
    if !planned.measure.has_steps() {
        return None;
    }
    let key = header_key(cell);
    let at = planned.spec.steps.iter().position(|step| !key.is_empty() && header_key(step) == key)?;
    Some((at + 1) as f64)
}
