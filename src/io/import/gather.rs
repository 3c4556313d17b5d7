//! From the rows of a table to one value per territory, date and variable, accounting for every row without values.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Date;
use crate::data::{Absence, Bounds, Quality, Value};
use crate::io::matching::{AREAS, Matcher, Place, is_subtotal, is_total, normalised, province_letters};
use crate::io::numbers::{absence, alone, limits};
use crate::io::recipe::{Blank, Combine, Day, Measure, ValueColumn, header_key, slug};
use crate::io::source::RawTable;

use super::columns::{Plan, ValuePlan};
use super::finding::Rows;
use super::flags::Flags;
use super::generic::is_among;
use super::period::{self, Kind, When};
use super::preview::{Fate, Sample};

/// A variable found in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    pub id: String,
    /// Name, as the file or the recipe has it.
    pub name: String,
    pub unit: String,
    /// How it may be used.
    pub measure: Measure,
    /// Its column.
    pub column: usize,
}

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

/// How the rows were used.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Non-empty rows below the header.
    pub read: usize,
    /// Rows that gave values.
    pub taken: usize,
    /// Rows about other Comuni.
    pub outside: Rows,
    /// Rows about larger areas, and totals over all territories.
    pub larger: Rows,
    /// Rows about unknown territories, by the text that stands for them.
    pub unmatched: Vec<(String, Rows)>,
    /// Those whose name came after [`MAX_UNMATCHED`] others.
    pub unmatched_beyond: Rows,
    /// The number of different unknown names.
    pub unmatched_names: usize,
    pub footnotes: Rows,
    /// Totals over a dimension, which are compared but not added.
    pub totals: usize,
    /// Rows of a list of things that are the total of others.
    pub added_totals: Rows,
    /// Rows that repeat the same values.
    pub same_twice: Rows,
    /// Rows with a second, different value.
    pub two_values: Rows,
    /// The territories they are about.
    pub contradicted: FxHashSet<usize>,
    /// Rows of things that are not there at the date.
    pub not_there: Rows,
    /// Rows of things whose date of opening or closing cannot be read.
    pub bad_life: Rows,
    /// Rows hidden in the workbook and left out.
    pub hidden: Rows,
    /// Rows without any of the selected cells.
    pub not_kept: Rows,
    /// A period that a day stands for, and the day.
    pub period: Option<(String, Date)>,
    /// Rows without a readable date.
    pub bad_date: Rows,
    /// Rows with too few or too many cells.
    pub ragged: Rows,
    /// Rows whose numbers are broken by a decimal comma that separates cells.
    pub broken: Rows,
    /// Rows whose name is that of another Comune.
    pub name_differs: Rows,
    /// Rows whose code had lost its zeros or had become a decimal number.
    pub recoded: Rows,
    /// An example of these.
    pub recoded_example: Option<(String, String)>,
    /// Whether some codes were written as decimal numbers, or some kept their zeros and others did not.
    pub oddly_coded: bool,
    /// For each column of values, cells that are not numbers.
    pub not_numbers: Vec<Rows>,
    /// For each column whose values are added up, the rows without a value.
    pub without: Vec<Rows>,
}

/// Values by date and variable. Positions follow the order of the level, then come merged Comuni and [`AREAS`].
#[derive(Debug, Default)]
pub struct Gathered {
    pub variables: Vec<Variable>,
    /// Dates, in order of appearance.
    pub dates: Vec<Option<Date>>,
    /// Values by date and variable.
    pub slots: FxHashMap<(usize, usize), Vec<Option<Slot>>>,
    /// For each position, whether a row is about it.
    pub seen: Vec<bool>,
    /// Totals over members of dimensions in the file.
    pub totals: Vec<Total>,
    /// For each combination of members, the index of its first variable.
    pub combinations: Vec<(Vec<u32>, usize)>,
    /// Totals over all territories in the file: date, variable, value.
    pub wholes: Vec<(usize, usize, Slot)>,
    /// How the rows were used.
    pub tally: Tally,
    /// The first rows.
    pub sample: Sample,
}

/// A total over the members of some dimensions.
#[derive(Clone, Debug)]
pub struct Total {
    pub date: usize,
    pub place: usize,
    /// The member of each dimension; `None` for the sum of all.
    pub members: Vec<Option<u32>>,
    /// The position of its variable among those of a combination.
    pub variable: usize,
    pub slot: Slot,
}

impl Total {
    /// Whether a combination of members is part of it.
    pub(crate) fn includes(&self, combination: &[u32]) -> bool {
        self.members.iter().zip(combination).all(|(own, other)| own.is_none_or(|own| own == *other))
    }
}

impl Gathered {
    /// Whether a date has a row about one of the first `places` positions, and not only about the areas after them.
    pub fn has(&self, date: usize, places: usize) -> bool {
        (0..self.variables.len()).any(|variable| self.has_at(date, variable, places))
    }

    /// The same for a variable.
    pub(crate) fn has_variable(&self, variable: usize, places: usize) -> bool {
        (0..self.dates.len()).any(|date| self.has_at(date, variable, places))
    }

    fn has_at(&self, date: usize, variable: usize, places: usize) -> bool {
        let slots = self.slots.get(&(date, variable));
        slots.is_some_and(|slots| slots.iter().take(places).any(Option::is_some))
    }
}

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
    gatherer.found
}

struct Gatherer<'a> {
    table: &'a RawTable,
    plan: &'a Plan<'a>,
    flags: Flags,
    matcher: &'a Matcher,
    places: usize,
    date: Option<Date>,
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
    /// For each column of values, the column of its weights.
    weighed_by: Vec<Option<usize>>,
    has_padded: bool,
    has_short: bool,
    found: Gathered,
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
        let mut found = Gathered { seen, ..Gathered::default() };
        found.tally.not_numbers = vec![Rows::default(); plan.values.len()];
        found.tally.without = vec![Rows::default(); plan.values.len()];
        Self {
            table,
            plan,
            flags: Flags::of(table, plan),
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
            weighed_by: plan.values.iter().map(|value| weight_of(plan, value)).collect(),
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
        let index = match place {
            Place::Comune(i) | Place::Ambito(i) => i,
            Place::Merged(i) => self.places + i,
            Place::Outside => {
                self.found.tally.outside.add(number);
                return Fate::Outside;
            }
            Place::Area(i) => {
                self.found.tally.larger.add(number);
                self.places + self.matcher.merged.len() + i
            }
            Place::Larger => {
                self.found.tally.larger.add(number);
                self.whole(row);
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
            && (table.width(row) < plan.names.len() || self.has_more(row))
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
        let is_value = |column: usize| plan.values.iter().any(|value| value.column == column);
        if plan.adds_rows
            && (0..table.width(row)).any(|column| !is_value(column) && is_any_total(table.cell(row, column)))
        {
            self.found.tally.added_totals.add(number);
            return Fate::Total;
        }
        self.found.tally.taken += usize::from(!is_area);
        let first = self.combination(row);
        let mut same = 0;
        let mut differs = false;
        let of_row = self.quality_of_date(row);
        let mut at_date: Option<usize> = None;
        for (i, planned) in plan.values.iter().enumerate() {
            let (value, bounds) = self.value(row, i, planned);
            let at = match (planned.date, planned.spec.day) {
                (None, None) => *at_date.get_or_insert_with(|| self.date(date)),
                (Some(own), _) => self.date(Some(own)),
                (None, Some(day)) => self.date(date.and_then(|date| day.of(date.year()))),
            };
            let quality = self.flags.quality(table, plan, row, i).max(of_row).max(planned.spec.quality);
            let slot = Slot { value, bounds, quality, line: number };
            match self.put(at, first + planned.variable, index, slot, Some((row, i))) {
                None => {}
                Some(true) => same += 1,
                Some(false) => differs = true,
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

    /// Whether the letters of a row are those of another province.
    fn is_elsewhere(&self, row: usize) -> bool {
        let letters = self.plan.letters.and_then(|column| province_letters(self.table.cell(row, column)));
        letters.is_some_and(|letters| !self.provinces.contains(&letters.to_lowercase()))
    }

    /// The date in a cell; a period that stands for a date is noted.
    fn when(&mut self, row: usize) -> Option<Date> {
        let When { date, kind, .. } = self.period(row)?;
        let period = &mut self.found.tally.period;
        if !matches!(kind, Kind::Day | Kind::Year) && period.is_none() {
            let columns = [self.plan.date, self.plan.date_part()].into_iter().flatten();
            let typed: Vec<&str> = columns.map(|column| self.table.cell(row, column)).collect();
            *period = Some((typed.join(" "), date));
        }
        Some(date)
    }

    /// The period of a row, which may be in two cells.
    fn period(&self, row: usize) -> Option<When<'a>> {
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
            let when = period::read(cell, &period::Reading { day, is_dated: true, is_school: false });
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
        if let Some(column) = plan.ambito {
            let cell = table.cell(row, column);
            return *self.known.entry(cell).or_insert_with(|| matcher.by_ambito(cell));
        }
        if let Some(column) = plan.province {
            let province = crate::io::matching::key(table.cell(row, column));
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
            return if is_nameless && has_total(table, row, is_any_total) { Place::Larger } else { place };
        };
        let cell = table.cell(row, column);
        let place = *self
            .known
            .entry(cell)
            .or_insert_with(|| matcher.own(cell).unwrap_or_else(|| matcher.by_code(cell)));
        match plan.name {
            // A row without a code may have a name, such as that of a total.
            Some(column) if cell.is_empty() => by_name(&mut self.names, column),
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
        let cell = plan.code.or(plan.name).or(plan.ambito).map_or("", |column| table.cell(row, column));
        // A line of text beside a table of numbers, or the header again on a new page.
        let place = plan.code.or(plan.name).or(plan.ambito);
        let is_header = plan.has_header && place.is_some_and(|column| plan.names[column] == cell);
        if filled == 1
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

    fn value(&mut self, row: usize, i: usize, planned: &ValuePlan) -> (Value, Bounds) {
        let cell = self.table.cell(row, planned.column);
        if plan_adds(self.plan, planned) && absence(cell) == Some(Absence::Missing) {
            self.found.tally.without[i].add(self.table.number(row));
        }
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
        let within = |text: &str| limits(text, planned.measure.is_whole());
        // What the cell says itself comes first; a mark alone says what the user or the recipe knows of it.
        let bounds = (value == Err(Absence::Suppressed))
            .then(|| within(cell).or_else(|| planned.spec.withheld.as_deref().and_then(within)));
        (value, bounds.flatten())
    }

    /// The number of the member of a dimension in a row.
    fn member(&mut self, row: usize, dimension: usize) -> u32 {
        let members = &mut self.members[dimension];
        let next = members.len() as u32;
        *members.entry(self.table.cell(row, self.plan.dimensions[dimension].column)).or_insert(next)
    }

    /// The first variable for the members in a row; new variables are added.
    fn combination(&mut self, row: usize) -> usize {
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

    fn date(&mut self, date: Option<Date>) -> usize {
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
        let all = self.found.seen.len();
        let (table, plan) = (self.table, self.plan);
        let combined = of.map(|(row, i)| (row, i, &plan.values[i])).filter(|_| plan.adds_rows);
        if let Some((row, i, planned)) = combined
            && !planned.spec.combine.is_sum()
        {
            let key = (date, variable, place);
            let before = self.found.slots.get(&(date, variable)).and_then(|slots| slots[place]);
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
                let mean = before.and_then(|slot| slot.value.ok());
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
            let slots = self.found.slots.entry((date, variable)).or_insert_with(|| vec![None; all]);
            slots[place] = Some(new);
            return None;
        }
        let slots = self.found.slots.entry((date, variable)).or_insert_with(|| vec![None; all]);
        match &mut slots[place] {
            None => {
                slots[place] = Some(new);
                None
            }
            Some(slot) if self.plan.adds_rows => {
                slot.bounds = added(slot, &new);
                slot.value = match (slot.value, new.value) {
                    // A thing without a value adds nothing; this is reported.
                    (Err(Absence::Missing), other) | (other, Err(Absence::Missing)) => other,
                    (sum, more) => sum.and_then(|sum| more.map(|more| sum + more)),
                };
                slot.quality = slot.quality.max(new.quality);
                None
            }
            Some(slot) => Some(slot.value == new.value),
        }
    }

    /// If a row is the total over all territories, keeps it for comparison.
    fn whole(&mut self, row: usize) {
        let (table, plan) = (self.table, self.plan);
        let names = [plan.name, plan.code, plan.ambito].into_iter().flatten();
        let date = match plan.date {
            None => self.date,
            Some(_) => self.period(row).map(|when| when.date),
        };
        let of_members =
            plan.dimensions.iter().any(|d| d.total.as_deref() == Some(table.cell(row, d.column)));
        let is_undated = plan.date.is_some() && date.is_none() || plan.adds_rows;
        if of_members
            || is_undated
            || !(names.into_iter().any(|column| is_total(table.cell(row, column)))
                || has_total(table, row, is_total))
        {
            return;
        }
        let first = self.combination(row);
        for (i, planned) in plan.values.iter().enumerate() {
            let date = planned.date.or(match planned.spec.day {
                Some(day) => date.and_then(|date| day.of(date.year())),
                None => date,
            });
            if planned.measure.adds_up() {
                let (quality, line) = (Quality::Final, table.number(row));
                let slot = Slot { value: self.value(row, i, planned).0, bounds: None, quality, line };
                let date = self.date(date);
                self.found.wholes.push((date, first + planned.variable, slot));
            }
        }
    }

    fn total(&mut self, row: usize, place: usize, date: Option<Date>) {
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
        for (i, planned) in plan.values.iter().enumerate() {
            let (value, bounds) = self.value(row, i, planned);
            let slot = Slot { value, bounds, quality: Quality::Final, line: self.table.number(row) };
            let (members, variable) = (members.clone(), planned.variable);
            self.found.totals.push(Total { date, place, members, variable, slot });
        }
    }
}

/// The limits of the sum of two values; `None` if both are known, or one could be anything.
fn added(slot: &Slot, new: &Slot) -> Bounds {
    let ends = |slot: &Slot| match slot.value {
        Ok(x) => Some((x, x)),
        // A thing without a value adds nothing.
        Err(Absence::Missing) if slot.bounds.is_none() => Some((0.0, 0.0)),
        Err(_) => slot.bounds,
    };
    let ((low, high), (more, most)) = (ends(slot)?, ends(new)?);
    (slot.bounds.is_some() || new.bounds.is_some()).then_some((low + more, high + most))
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

fn id_of(spec: &ValueColumn, members: &[String]) -> String {
    if spec.id.is_empty() {
        return members.join("_");
    }
    let mut id = spec.id.clone();
    for member in members {
        // In a recipe without a placeholder for a member, the member is appended.
        id = if id.contains("{}") { id.replacen("{}", member, 1) } else { format!("{id}_{member}") };
    }
    id
}

fn name_of(spec: &ValueColumn, column: &str, members: &[&str]) -> String {
    let own = if spec.name.it.is_empty() { column } else { spec.name.it.as_str() };
    match (spec.id.is_empty(), members.is_empty()) {
        (_, true) => own.to_owned(),
        (true, false) => members.join(", "),
        (false, false) => format!("{own}: {}", members.join(", ")),
    }
}

fn is_any_total(cell: &str) -> bool {
    is_total(cell) || is_subtotal(cell)
}

/// Whether one of the first cells of a row is the word for a total.
fn has_total(table: &RawTable, row: usize, is_total: fn(&str) -> bool) -> bool {
    (0..table.width(row).min(4)).any(|column| is_total(table.cell(row, column)))
}

/// Whether the values of a column are added over rows.
fn plan_adds(plan: &Plan, value: &ValuePlan) -> bool {
    plan.adds_rows && value.spec.combine.is_sum()
}

/// The column of the weights of a mean.
fn weight_of(plan: &Plan, value: &ValuePlan) -> Option<usize> {
    let Combine::Mean(weight) = &value.spec.combine else { return None };
    let key = header_key(weight);
    plan.names.iter().position(|name| !key.is_empty() && header_key(name) == key)
}
