//! The truth, computed here from the tables and the catalogue with its own parser and formulas: none of the program's
//! computation is used.

use std::cell::Cell;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use super::csv::{Csv, text_of, units, year_of};
use super::exact::Exact;
use super::grammar;

/// Language of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    It,
    En,
}

/// Level of the units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    Comuni,
    Ambiti,
    Asst,
    Ats,
}

impl Level {
    pub const ALL: [Self; 4] = [Self::Comuni, Self::Ambiti, Self::Asst, Self::Ats];
}

/// How the value of a group is computed from its Comuni.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    Pooled,
    Mean,
    Min,
    Max,
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Both {
    pub it: String,
    pub en: String,
}

impl Both {
    pub fn pick(&self, lang: Lang) -> &str {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
        }
    }
}

/// A territory, with its Comuni by position.
#[derive(Clone, Debug)]
pub struct Unit {
    pub code: String,
    pub name: String,
    pub members: Vec<usize>,
}

/// A variable `years` earlier, weighted in thousandths.
pub struct Weighed {
    pub variable: String,
    weight: i128,
    years: i32,
    /// The only year it is of, whatever that of the indicator.
    fixed: Option<i32>,
}

impl Weighed {
    /// The year of the variable for a year of the indicator.
    fn year(&self, year: i32) -> i32 {
        self.fixed.unwrap_or(year - self.years)
    }
}

/// Where the cells of an indicator as published are: a table, a measure and, where its rows are headings, whose they are.
pub struct PrintedIn {
    pub table: String,
    measure: String,
    rows_of: Option<String>,
}

/// What must be known of a value of an area and a year.
pub struct CellNote {
    pub area: String,
    pub year: i32,
    pub text: Both,
    pub is_misprint: bool,
}

/// An indicator of either catalogue.
pub struct Indicator {
    pub id: String,
    pub name: Both,
    pub short: Both,
    pub unit: Both,
    pub suffix: Both,
    pub decimals: usize,
    pub kind: String,
    pub source: Both,
    pub licence: String,
    pub note: Option<Both>,
    multiplier: i128,
    pub numerator: Vec<Weighed>,
    pub denominator: Vec<Weighed>,
    /// What the mean of a group is weighted by, of a rate without its counts, with its name.
    weight: Vec<Weighed>,
    pub weight_name: Option<Both>,
    /// Where its cells are, of one as published.
    cells: Vec<PrintedIn>,
    pub dataset: String,
    /// What is added to a year at whose end its values are dated.
    pub period: i32,
    /// Month and day that the years of its tables refer to; `None` for whole years.
    day: Option<String>,
    /// The computed indicator it may be shown beside, and the areas for which it may not.
    pub counterpart: Option<(String, Vec<String>)>,
    /// The numbers of its steps or categories with their names, in order.
    pub steps: Vec<(Exact, Both)>,
    /// What its rows are, where they are no territories.
    pub rows: Option<Both>,
    /// The indicators of the least and the greatest, of a mean.
    pub range: Option<(String, Option<String>)>,
    pub cell_notes: Vec<CellNote>,
    /// What is asked of it for every figure is worked out once.
    known_years: OnceLock<Vec<i32>>,
    known_datasets: OnceLock<Vec<&'static str>>,
}

impl Indicator {
    pub fn as_published(&self) -> bool {
        !self.cells.is_empty()
    }

    pub fn is_count(&self) -> bool {
        self.kind == "count"
    }

    /// Whether its values are steps of a scale or categories, which are compared and counted but never computed with.
    pub fn has_steps(&self) -> bool {
        matches!(self.kind.as_str(), "ordinal" | "category")
    }

    /// Whether its values are categories, in no order.
    pub fn is_category(&self) -> bool {
        self.kind == "category"
    }

    /// What its ratio is multiplied by.
    pub fn multiplier(&self) -> i128 {
        self.multiplier
    }

    /// Whether its numbers are percentages.
    pub fn in_percent(&self) -> bool {
        self.suffix.it == "%"
    }

    /// Whether its values refer to whole years.
    pub fn of_years(&self) -> bool {
        self.as_published() && self.day.is_none()
    }

    /// Names of the published tables with its values.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.table.as_str())
    }

    /// Ids of the tables its numbers come from.
    pub fn datasets(&self) -> &[&'static str] {
        self.known_datasets.get_or_init(|| self.find_datasets())
    }

    fn find_datasets(&self) -> Vec<&'static str> {
        let world = official();
        let terms = self.numerator.iter().chain(&self.denominator).chain(&self.weight);
        let mut all: Vec<&str> =
            terms.filter_map(|term| world.dataset_of.get(&term.variable)).map(|d| &**d).collect();
        // At other dates, ages may be given in groups.
        if all.contains(&"popolazione_eta") {
            all.push("popolazione_classi_eta");
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// A remark on a dataset.
pub struct Note {
    pub dataset: String,
    pub date: Option<String>,
    pub is_break: bool,
    /// From when on values compare again with those before the break.
    pub until: Option<String>,
    /// Whether the source only estimated the values of that date.
    pub is_estimate: bool,
    pub text: Both,
}

/// The value of an area in a published table.
pub struct PublishedCell {
    pub area: String,
    pub year: i32,
    pub value: Exact,
    /// The tables that print it.
    pub tables: Vec<String>,
}

/// The year that weights are read of.
const WEIGHED_IN: i32 = 2022;

/// An indicator at a year and a level, by a method.
type Asked = (String, i32, Level, Method);

/// A value, or `None` if its denominator is zero.
pub type Value = Option<Exact>;

/// All data.
pub struct World {
    levels: [Vec<Unit>; 4],
    pub indicators: Vec<Indicator>,
    pub notes: Vec<Note>,
    /// Variables by year, in millionths; those without a date are under year 0.
    pub variables: HashMap<String, HashMap<i32, Vec<i128>>>,
    dataset_of: HashMap<String, String>,
    /// Variables without the cells of some Comuni in some year.
    gaps: Vec<String>,
    printed: HashMap<String, Vec<PublishedCell>>,
    /// Variables that are sums of others, with those others.
    classes: Vec<(String, Vec<String>)>,
    /// Names of areas known only by published values.
    pub areas: Vec<(String, String, String)>,
    known: Mutex<HashMap<Asked, Arc<Vec<Value>>>>,
    sums: Mutex<HashMap<(String, i32), Arc<Sums>>>,
}

/// Numerators and denominators of all Comuni.
struct Sums {
    numerator: Vec<i128>,
    denominator: Option<Vec<i128>>,
}

thread_local! {
    /// Whether figures are read under the hypothesis.
    static IS_MOVED: Cell<bool> = const { Cell::new(false) };
}

/// Reads what follows in this thread with the official Ambiti, or under the hypothesis.
pub fn read_under(is_moved: bool) {
    IS_MOVED.set(is_moved);
}

/// The data, read once; under the hypothesis with other Ambiti.
pub fn world() -> &'static World {
    static MOVED: LazyLock<World> = LazyLock::new(|| World::read().with(&super::hypothesis::moves().moves));
    if IS_MOVED.get() { &MOVED } else { official() }
}

/// The data with the official Ambiti.
pub fn official() -> &'static World {
    static WORLD: LazyLock<World> = LazyLock::new(World::read);
    &WORLD
}

impl World {
    pub fn units(&self, level: Level) -> &[Unit] {
        &self.levels[level as usize]
    }

    pub fn indicator(&self, id: &str) -> &Indicator {
        self.indicators.iter().find(|known| known.id == id).unwrap_or_else(|| panic!("no indicator {id}"))
    }

    /// The units of a level that share a Comune with one of the codes.
    pub fn sharing(&self, level: Level, codes: &[String]) -> Vec<usize> {
        let selected: Vec<usize> = Level::ALL
            .iter()
            .flat_map(|level| self.units(*level))
            .filter(|unit| codes.contains(&unit.code))
            .flat_map(|unit| unit.members.iter().copied())
            .collect();
        let shares = |unit: &Unit| unit.members.iter().any(|member| selected.contains(member));
        (0..self.units(level).len()).filter(|&i| shares(&self.units(level)[i])).collect()
    }

    /// The same data with Comuni, or whole Ambiti, in other Ambiti: those that are left without Comuni are no more.
    fn with(mut self, moves: &[(&str, &str)]) -> Self {
        let comuni = &self.levels[Level::Comuni as usize];
        let ambiti = &self.levels[Level::Ambiti as usize];
        let position = |code: &str| ambiti.iter().position(|unit| unit.code == code);
        let mut own: Vec<usize> = vec![0; comuni.len()];
        for (at, unit) in ambiti.iter().enumerate() {
            unit.members.iter().for_each(|member| own[*member] = at);
        }
        for (what, to) in moves {
            let (from, to) = (position(what), position(to).expect("an Ambito"));
            for (member, own) in own.iter_mut().enumerate() {
                if Some(*own) == from || comuni[member].code == *what {
                    *own = to;
                }
            }
        }
        let mut moved: Vec<Unit> = Vec::new();
        for (member, own) in own.into_iter().enumerate() {
            let Unit { code, name, .. } = &ambiti[own];
            match moved.iter_mut().find(|unit| unit.code == *code) {
                Some(unit) => unit.members.push(member),
                None => moved.push(Unit { code: code.clone(), name: name.clone(), members: vec![member] }),
            }
        }
        self.levels[Level::Ambiti as usize] = moved;
        self
    }

    /// The level and position of a code.
    pub fn find(&self, code: &str) -> Option<(Level, usize)> {
        Level::ALL
            .into_iter()
            .find_map(|level| Some((level, self.units(level).iter().position(|unit| unit.code == code)?)))
    }

    /// The years for which a computed indicator has values.
    pub fn years(&self, indicator: &Indicator) -> Vec<i32> {
        indicator.known_years.get_or_init(|| self.find_years(indicator)).clone()
    }

    fn find_years(&self, indicator: &Indicator) -> Vec<i32> {
        let terms = || indicator.numerator.iter().chain(&indicator.denominator);
        let broken = |year: i32| {
            terms().any(|term| {
                term.fixed.is_none() && !self.breaks(indicator, year - term.years, year).is_empty()
            })
        };
        let has = |year: i32| {
            let sides = [&indicator.numerator, &indicator.denominator];
            sides.into_iter().all(|terms| self.read_of(terms, year).is_some()) && !broken(year)
        };
        let ends = grammar::END;
        let coded = |year: i32| if year < ends { year } else { indicator.period + year % ends };
        (1990..2100).chain(ends + 1990..ends + 2100).filter(|year| has(*year)).map(coded).collect()
    }

    /// The columns of a sum at a year, with their weights: its own, or the groups that cover them; `None` if neither
    /// exist.
    fn read_of(&self, terms: &[Weighed], year: i32) -> Option<Vec<(i128, &Vec<i128>)>> {
        let column = |name: &str, year: i32| {
            // Data have the last day of a period.
            let year = if year < grammar::END { year } else { grammar::END + year % grammar::END };
            let years = self.variables.get(name)?;
            years.get(&0).or_else(|| years.get(&year))
        };
        let own = terms.iter().map(|term| Some((term.weight, column(&term.variable, term.year(year))?)));
        if let Some(own) = own.collect::<Option<Vec<_>>>() {
            return Some(own);
        }
        let mut left: HashMap<&str, i128> = terms.iter().map(|term| (&*term.variable, term.weight)).collect();
        let mut found = Vec::new();
        for (class, members) in &self.classes {
            let Some(column) = column(class, year) else { continue };
            let weight = left.get(members[0].as_str()).copied();
            let covers =
                weight.is_some() && members.iter().all(|name| left.get(name.as_str()).copied() == weight);
            if let Some(weight) = weight.filter(|_| covers) {
                members.iter().for_each(|name| {
                    left.remove(name.as_str());
                });
                found.push((weight, column));
            }
        }
        left.is_empty().then_some(found)
    }

    /// Whether cells of an indicator are missing or withheld.
    pub fn has_gaps(&self, indicator: &Indicator) -> bool {
        indicator
            .numerator
            .iter()
            .chain(&indicator.denominator)
            .any(|term| self.gaps.contains(&term.variable))
    }

    /// Numerator and denominator of every Comune, in billionths.
    fn sums(&self, indicator: &Indicator, year: i32) -> Arc<Sums> {
        let key = (indicator.id.clone(), year);
        if let Some(known) = self.sums.lock().expect("no panic here").get(&key) {
            return known.clone();
        }
        let sum = |terms: &[Weighed]| -> Vec<i128> {
            let mut sums = vec![0; self.levels[0].len()];
            for (weight, column) in self.read_of(terms, year).expect("values at that year") {
                sums.iter_mut().zip(column).for_each(|(sum, value)| *sum += weight * value);
            }
            sums
        };
        let denominator = (!indicator.denominator.is_empty()).then(|| sum(&indicator.denominator));
        let sums = Arc::new(Sums { numerator: sum(&indicator.numerator), denominator });
        self.sums.lock().expect("no panic here").insert(key, sums.clone());
        sums
    }

    /// Numerator and denominator of a group, as exact numbers.
    pub fn parts(&self, indicator: &Indicator, year: i32, members: &[usize]) -> (Exact, Option<Exact>) {
        const MILLIARD: i128 = 1_000_000_000;
        let (numerator, denominator) = self.group(indicator, year, members);
        (Exact::ratio(numerator, MILLIARD), denominator.map(|sum| Exact::ratio(sum, MILLIARD)))
    }

    fn group(&self, indicator: &Indicator, year: i32, members: &[usize]) -> (i128, Option<i128>) {
        let sums = self.sums(indicator, year);
        let of = |column: &[i128]| members.iter().map(|&comune| column[comune]).sum();
        (of(&sums.numerator), sums.denominator.as_deref().map(of))
    }

    fn pooled(&self, indicator: &Indicator, year: i32, members: &[usize]) -> Value {
        if !indicator.weight.is_empty() {
            return self.weighted(indicator, year, members);
        }
        match self.group(indicator, year, members) {
            (_, Some(0)) => None,
            (numerator, denominator) => {
                let overall = denominator.unwrap_or(1_000_000_000);
                Some(Exact::ratio(indicator.multiplier * numerator, overall))
            }
        }
    }

    /// A mean weighted by what is read of one year.
    fn weighted(&self, indicator: &Indicator, year: i32, members: &[usize]) -> Value {
        const MILLIARD: i128 = 1_000_000_000;
        let rates = self.sums(indicator, year);
        let weights = self.read_of(&indicator.weight, WEIGHED_IN).expect("weights of that year");
        let weight =
            |comune: usize| weights.iter().map(|(times, column)| times * column[comune]).sum::<i128>();
        // Both are in billionths; a product of two is kept in the numerator alone.
        let of = |comune: usize| {
            (rates.numerator[comune] * (weight(comune) / MILLIARD), weight(comune) / MILLIARD)
        };
        let (sum, all) = members.iter().map(|comune| of(*comune)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        (all > 0).then(|| Exact::ratio(indicator.multiplier * sum, all * MILLIARD))
    }

    /// The values of a level's units.
    pub fn values(&self, id: &str, year: i32, level: Level, method: Method) -> Arc<Vec<Value>> {
        let key = (id.to_owned(), year, level, method);
        if let Some(known) = self.known.lock().expect("no panic here").get(&key) {
            return known.clone();
        }
        let indicator = self.indicator(id);
        let value = |unit: &Unit| match method {
            Method::Pooled => self.pooled(indicator, year, &unit.members),
            _ => {
                // Comuni to which it does not apply are not counted.
                let own: Vec<Exact> =
                    unit.members.iter().filter_map(|&i| self.pooled(indicator, year, &[i])).collect();
                match method {
                    _ if own.is_empty() => None,
                    Method::Min => own.iter().min().copied(),
                    Method::Max => own.iter().max().copied(),
                    _ => Some(Exact::mean(&own)),
                }
            }
        };
        let values: Arc<Vec<Value>> = Arc::new(self.units(level).iter().map(value).collect());
        self.known.lock().expect("no panic here").insert(key, values.clone());
        values
    }

    /// The value of the ATS, pooled.
    pub fn overall(&self, id: &str, year: i32) -> Value {
        self.values(id, year, Level::Ats, Method::Pooled)[0]
    }

    /// The published values of an indicator.
    pub fn printed(&self, id: &str) -> &[PublishedCell] {
        self.printed.get(id).map_or(&[], Vec::as_slice)
    }

    /// Whether the values of a year, or those they are computed from, are estimates of the source.
    pub fn is_estimated(&self, indicator: &Indicator, year: i32) -> bool {
        let used = indicator.datasets();
        let is_read = |of: i32| {
            let terms = indicator.numerator.iter().chain(&indicator.denominator);
            terms.into_iter().any(|term| term.year(year) == of)
        };
        let mut notes = self.notes.iter().filter(|note| note.is_estimate && used.contains(&&*note.dataset));
        notes.any(|note| note.date.as_ref().and_then(|date| date[..4].parse().ok()).is_some_and(is_read))
    }

    /// Remarks on breaks of an indicator's series that part two years.
    pub fn breaks(&self, indicator: &Indicator, from: i32, to: i32) -> Vec<&Note> {
        let used = indicator.datasets();
        let year = |date: &Option<String>| date.as_ref().and_then(|date| date[..4].parse::<i32>().ok());
        let covers = |note: &Note, at: i32| {
            year(&note.date).is_some_and(|from| from <= at)
                && year(&note.until).is_none_or(|until| at < until)
        };
        let between = |note: &&Note| covers(note, from) != covers(note, to);
        self.notes
            .iter()
            .filter(|note| note.is_break && used.contains(&&*note.dataset))
            .filter(between)
            .collect()
    }

    fn read() -> Self {
        let territories = Csv::read("maps/territori.csv");
        let levels = units(&territories);
        let position: HashMap<String, usize> =
            levels[0].iter().enumerate().map(|(i, unit)| (unit.code.clone(), i)).collect();
        let mut world = Self {
            levels,
            indicators: Vec::new(),
            notes: Vec::new(),
            variables: HashMap::new(),
            dataset_of: HashMap::new(),
            gaps: Vec::new(),
            printed: HashMap::new(),
            classes: Vec::new(),
            areas: Vec::new(),
            known: Mutex::default(),
            sums: Mutex::default(),
        };
        let list: toml::Table = text_of("sample_data/datasets.toml").parse().expect("TOML");
        let mut tables: HashMap<String, Csv> = HashMap::new();
        for dataset in list["dataset"].as_array().expect("a list") {
            let text = |key: &str| dataset[key].as_str().expect("a text").to_owned();
            let id = text("id");
            for note in dataset.get("note").and_then(|notes| notes.as_array()).into_iter().flatten() {
                world.notes.push(Note {
                    dataset: id.clone(),
                    date: note.get("date").and_then(|date| Some(date.as_str()?.to_owned())),
                    is_estimate: note.get("quality").and_then(toml::Value::as_str) == Some("estimated"),
                    until: note.get("until").and_then(|date| Some(date.as_str()?.to_owned())),
                    is_break: note.get("break").and_then(toml::Value::as_bool).unwrap_or(false),
                    text: both(&note["text"]),
                });
            }
            let table = Csv::read(&format!("sample_data/{}", text("file")));
            if text("kind") == "observations" {
                world.observe(&id, &table, &position);
            }
            tables.insert(id, table);
        }
        let areas = Csv::read("maps/aree.csv");
        let names: Vec<(String, String, Vec<String>)> = areas
            .rows
            .iter()
            .map(|row| {
                let cell = |name| row[areas.column(name)].clone();
                let aliases = cell("aliases").split(';').map(|alias| alias.trim().to_owned()).collect();
                (cell("code"), cell("name"), aliases)
            })
            .collect();
        for row in &areas.rows {
            let cell = |name| row[areas.column(name)].clone();
            world.areas.push((cell("code"), cell("name"), cell("kind")));
        }
        // The other files of the catalogue are read by `municipal`, against pandas; steps and categories here too.
        for (path, key) in [
            ("indicators.toml", "indicator"),
            ("fragilita.toml", "indicator"),
            ("territorio.toml", "indicator"),
            ("lavoro_istruzione.toml", "indicator"),
            ("published.toml", "published"),
            ("published_annex.toml", "published"),
            ("published_piano.toml", "published"),
        ] {
            let list: toml::Table = text_of(&format!("assets/catalogue/{path}")).parse().expect("TOML");
            for class in list.get("class").and_then(|classes| classes.as_array()).into_iter().flatten() {
                let terms = class["of"].as_array().expect("terms").iter();
                let members = terms.flat_map(|term| weighed(term.as_str().expect("a term")));
                let id = class["id"].as_str().expect("an id").to_owned();
                world.classes.push((id, members.map(|term| term.variable).collect()));
            }
            for item in list[key].as_array().expect("a list") {
                let mut indicator = indicator(item);
                // Of these the rates without counts are read here, whose weights are of one year.
                let is_kept = match path {
                    "fragilita.toml" | "territorio.toml" => indicator.has_steps(),
                    "lavoro_istruzione.toml" => !indicator.weight.is_empty(),
                    _ => true,
                };
                if !is_kept {
                    continue;
                }
                for note in &mut indicator.cell_notes {
                    let known = names
                        .iter()
                        .find(|(_, name, aliases)| *name == note.area || aliases.contains(&note.area));
                    note.area = known.expect("an area").1.clone();
                }
                if indicator.as_published() {
                    let cells = world.cells(&indicator, &tables[&indicator.dataset], &names);
                    world.printed.insert(indicator.id.clone(), cells);
                }
                world.indicators.push(indicator);
            }
        }
        world
    }

    /// Adds columns of numbers, with one row per Comune (and date).
    fn observe(&mut self, id: &str, table: &Csv, position: &HashMap<String, usize>) {
        let code = table.column("code");
        let date = table.head.iter().position(|name| name == "date");
        for (i, name) in table.head.iter().enumerate().filter(|(i, _)| *i != code && Some(*i) != date) {
            let by_year = self.variables.entry(name.clone()).or_default();
            let mut known: HashMap<i32, usize> = HashMap::new();
            for row in &table.rows {
                let year = date.map_or(0, |date| year_of(&row[date]));
                let Some(value) = Exact::read(&row[i]) else { continue };
                let column = by_year.entry(year).or_insert_with(|| vec![0; position.len()]);
                column[position[&row[code]]] = value.0 / 1_000_000_000_000;
                *known.entry(year).or_default() += 1;
            }
            if known.values().any(|count| *count < position.len()) {
                self.gaps.push(name.clone());
            }
            self.dataset_of.insert(name.clone(), id.to_owned());
        }
    }

    fn cells(
        &self,
        indicator: &Indicator,
        table: &Csv,
        areas: &[(String, String, Vec<String>)],
    ) -> Vec<PublishedCell> {
        let cell = |row: &[String], name: &str| row[table.column(name)].clone();
        let ours = Level::ALL.iter().flat_map(|level| self.units(*level)).map(|unit| unit.code.clone());
        let ours: Vec<String> = ours.collect();
        let area = |printed: &str| {
            let named = |(_, name, aliases): &&(String, String, Vec<String>)| {
                name == printed || aliases.iter().any(|alias| alias == printed)
            };
            areas.iter().find(named).map(|(code, ..)| code.clone())
        };
        let mut found: Vec<PublishedCell> = Vec::new();
        for row in &table.rows {
            let (table, measure, printed_of) =
                (cell(row, "table"), cell(row, "measure"), cell(row, "territory"));
            let printed_in = &table;
            let row_of = |own: &PrintedIn| {
                let heading = match &own.rows_of {
                    None => (own.measure == measure).then(|| printed_of.clone()),
                    Some(of) => measure
                        .strip_prefix(&format!("{}: ", own.measure))
                        .filter(|_| *of == printed_of)
                        .map(|heading| if heading == "Totale" { of.clone() } else { heading.to_owned() }),
                };
                heading.filter(|_| own.table == *printed_in)
            };
            let Some(territory) = indicator.cells.iter().find_map(row_of) else { continue };
            let Some(area) =
                area(&territory).or_else(|| ours.iter().find(|code| **code == territory).cloned())
            else {
                continue;
            };
            let Some(value) = Exact::read(&cell(row, "value")) else { continue };
            let year = cell(row, "year");
            let year = year.rsplit('-').next().expect("a part").parse().expect("a year");
            match found.iter_mut().find(|known| known.area == area && known.year == year) {
                Some(known) => known.tables.push(table),
                None => found.push(PublishedCell { area, year, value, tables: vec![table] }),
            }
        }
        found
    }
}

fn both(value: &toml::Value) -> Both {
    match value.as_str() {
        Some(same) => Both { it: same.to_owned(), en: same.to_owned() },
        None => {
            let text = |key: &str| value[key].as_str().expect("a text").to_owned();
            Both { it: text("it"), en: text("en") }
        }
    }
}

fn indicator(item: &toml::Value) -> Indicator {
    let text = |key: &str| item[key].as_str().expect("a text").to_owned();
    let terms = |key: &str| -> Vec<Weighed> {
        let list = item.get(key).and_then(|terms| terms.as_array());
        list.into_iter().flatten().flat_map(|term| weighed(term.as_str().expect("a term"))).collect()
    };
    let cells = item.get("cells").and_then(|cells| cells.as_array()).into_iter().flatten();
    let cell = |cell: &toml::Value| {
        let text = |key: &str| cell[key].as_str().expect("a text").to_owned();
        let rows_of = cell.get("rows_of").map(|of| of.as_str().expect("a text").to_owned());
        PrintedIn { table: text("table"), measure: text("measure"), rows_of }
    };
    let reference = item.get("reference").and_then(|day| day.as_str());
    let counterpart = item.get("counterpart").map(|beside| {
        let not_for = beside.get("not_for").and_then(|codes| codes.as_array()).into_iter().flatten();
        let not_for = not_for.map(|code| code.as_str().expect("a code").to_owned()).collect();
        (beside["indicator"].as_str().expect("an id").to_owned(), not_for)
    });
    Indicator {
        id: text("id"),
        name: both(&item["name"]),
        short: both(&item["short"]),
        unit: both(&item["unit"]),
        suffix: both(&item["suffix"]),
        decimals: item["decimals"].as_integer().expect("a number") as usize,
        kind: text("kind"),
        source: both(&item["source"]),
        licence: text("licence"),
        note: item.get("note").map(both),
        multiplier: item.get("multiplier").map_or(1, |k| k.as_integer().expect("a whole number").into()),
        numerator: terms("numerator"),
        denominator: terms("denominator"),
        weight: {
            let list =
                item.get("weight").and_then(|weight| weight.get("terms")).and_then(|terms| terms.as_array());
            // Only what is read of one year: `m_20..64@2022-01-01`.
            let terms =
                list.into_iter().flatten().filter_map(|term| term.as_str()?.strip_suffix("@2022-01-01"));
            terms.flat_map(weighed).collect()
        },
        weight_name: item.get("weight").map(|weight| both(&weight["name"])),
        cells: cells.map(cell).collect(),
        dataset: item.get("dataset").and_then(|id| id.as_str()).unwrap_or_default().to_owned(),
        period: match item.get("period").and_then(|period| period.as_str()) {
            Some("year") => grammar::WHOLE,
            Some("tax_year") => grammar::TAX,
            Some("three_years") => grammar::THREE,
            _ => grammar::END,
        },
        day: reference.filter(|day| *day != "year").map(str::to_owned),
        counterpart,
        steps: item
            .get("steps")
            .and_then(|steps| steps.as_array())
            .into_iter()
            .flatten()
            .map(|step| {
                let value = step["value"].as_integer().expect("a number");
                (Exact::ratio(value.into(), 1), both(&step["name"]))
            })
            .collect(),
        rows: item.get("rows").map(both),
        range: item.get("range").map(|range| {
            let text = |key: &str| range.get(key).and_then(|id| Some(id.as_str()?.to_owned()));
            (text("min").expect("an id"), text("max"))
        }),
        cell_notes: item
            .get("cell_note")
            .and_then(|notes| notes.as_array())
            .into_iter()
            .flatten()
            .map(|note| CellNote {
                area: note["area"].as_str().expect("a name").to_owned(),
                year: note["year"].as_integer().expect("a year") as i32,
                text: both(&note["text"]),
                is_misprint: note.get("is_misprint").is_some_and(|told| told.as_bool() == Some(true)),
            })
            .collect(),
        known_years: OnceLock::new(),
        known_datasets: OnceLock::new(),
    }
}

/// `[COEFFICIENT *] NAME[@-YEARS]`, `NAME@DATE`, `NAME@+1d` or `[COEFFICIENT *] PREFIX_A..B`, as described at the head of the catalogue.
fn weighed(term: &str) -> Vec<Weighed> {
    let (coefficient, rest) = term.split_once('*').map_or(("1", term), |(c, rest)| (c.trim(), rest));
    let (name, years) = rest
        .trim()
        .split_once("@-")
        .map_or((rest.trim(), 0), |(name, years)| (name, years.parse().expect("years")));
    let (name, years, fixed) = match name.split_once('@') {
        None => (name, years, None),
        // The day after the last of a year is in the next one.
        Some((name, "+1d")) => (name, years - 1, None),
        Some((name, date)) => (name, years, Some(date[..4].parse().expect("a year"))),
    };
    let thousandths = |number: &str| Exact::read(number).expect("a number").0 / 1_000_000_000_000_000;
    let offset = coefficient.strip_prefix("(n+").map(|rest| thousandths(rest.trim_end_matches(')')));
    let Some((first, last)) = name.split_once("..") else {
        return vec![Weighed { variable: name.to_owned(), weight: thousandths(coefficient), years, fixed }];
    };
    let (prefix, from) = first.rsplit_once('_').expect("a numbered name");
    let number = |text: &str| text.parse::<i128>().unwrap_or_else(|_| panic!("{term}: {text} is no number"));
    let (from, to) = (number(from), number(last));
    (from..=to)
        .map(|n| Weighed {
            variable: format!("{prefix}_{n}"),
            weight: offset.map_or_else(|| thousandths(coefficient), |offset| n * 1000 + offset),
            years,
            fixed,
        })
        .collect()
}
