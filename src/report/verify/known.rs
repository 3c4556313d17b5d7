//! Printed values that the atlas knows: those of ours by what they were printed from, those of others only where place,
//! indicator and date are beyond doubt.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::Value;

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Indicator, Method, Query, Reference};
use crate::i18n::{Lang, date, folded, number};

use super::finding::Fault;
use super::label::{stems, years};
use super::look::{Asked, Look, Printed};
use super::numbers::Number;

/// What a table is of: indicator, date, level, method.
type Key = (String, Date, Level, &'static str);

/// The values of an atlas, each table computed once.
pub struct Known<'a> {
    atlas: &'a Atlas,
    tables: RefCell<BTreeMap<Key, BTreeMap<Code, f64>>>,
}

impl<'a> Known<'a> {
    pub fn new(atlas: &'a Atlas) -> Self {
        Self { atlas, tables: RefCell::default() }
    }

    fn value(&self, indicator: &str, date: Date, level: Level, method: Method, code: &Code) -> Option<f64> {
        let key = (indicator.to_owned(), date, level, method.id());
        if let Some(table) = self.tables.borrow().get(&key) {
            return table.get(code).copied();
        }
        let query = Query { indicator: indicator.to_owned(), date, level, method };
        let table: BTreeMap<Code, f64> = self.atlas.compute(&query).map_or_else(
            |_| BTreeMap::new(),
            |table| {
                let rows = table.rows.iter();
                rows.filter_map(|row| Some((row.code.clone(), row.value.ok()?))).collect()
            },
        );
        let value = table.get(code).copied();
        self.tables.borrow_mut().insert(key, table);
        value
    }

    /// The unit that a text names and nothing else, at the level that its surroundings name where two have that name.
    fn unit(&self, text: &str, around: &str) -> Option<(Level, Code)> {
        let text = folded(text);
        let (around, words) = (folded(around), [(Level::Comuni, "comun"), (Level::Ambiti, "ambit")]);
        let bare = |start: &str| text.strip_prefix(start).map(str::trim);
        let (level, name) = match (bare("ambito di "), bare("comune di ")) {
            (Some(name), _) => (Some(Level::Ambiti), name),
            (_, Some(name)) => (Some(Level::Comuni), name),
            _ => (None, text.trim()),
        };
        let found: Vec<(Level, Code)> = words
            .into_iter()
            .filter(|(of, _)| level.is_none_or(|level| level == *of))
            .flat_map(|(of, _)| {
                let units = self.atlas.territories.units(of).iter();
                units.filter(|unit| folded(&unit.name) == name).map(move |unit| (of, unit.code.clone()))
            })
            .collect();
        match &found[..] {
            [one] => Some(one.clone()),
            [_, _] => {
                let named: Vec<Level> =
                    words.into_iter().filter(|(_, word)| around.contains(word)).map(|(of, _)| of).collect();
                let [level] = named[..] else { return None };
                found.into_iter().find(|(of, _)| *of == level)
            }
            _ => None,
        }
    }

    /// The indicator that a text names and nothing else, but for years and units.
    fn indicator(&self, text: &str) -> Option<&Indicator> {
        let words = stems(text);
        if words.is_empty() {
            return None;
        }
        let names = |indicator: &Indicator| {
            let names = [&indicator.name, &indicator.short];
            names.into_iter().any(|name| Lang::ALL.into_iter().any(|lang| stems(lang.pick(name)) == words))
        };
        let mut found = self.atlas.catalogue.indicators().iter().filter(|indicator| names(indicator));
        let first = found.next()?;
        // Two with one name are told apart by what is not read here.
        found.next().is_none().then_some(first)
    }
}

impl Look for Known<'_> {
    fn today(&self, asked: &Asked<'_>) -> Option<String> {
        let text = |name: &str| asked.origin.get(name).and_then(Value::as_str);
        if text("what").is_some() || asked.origin.get("since").is_some() {
            return None;
        }
        let exact = asked.origin.get("exact")?.as_f64()?;
        let code = Code::from(text("territory")?);
        let reference = Reference::try_from(text("reference")?.to_owned()).ok()?;
        let method = text("method").and_then(Method::from_id).unwrap_or_default();
        let (level, _) = self.atlas.territories.find(&code)?;
        let now = self.value(text("indicator")?, reference.date()?, level, method, &code)?;
        if (now - exact).abs() <= exact.abs().max(1.0) * 1e-9 {
            return None;
        }
        let decimals = asked.number.as_ref().map_or(0, |number| number.decimals);
        let known = number(asked.lang, now, decimals);
        (!asked.printed.contains(&known)).then_some(known)
    }

    fn said(&self, printed: &Printed<'_>) -> Option<Fault> {
        let around = format!("{} {}", printed.column, printed.caption);
        let (indicator, (level, code)) = match self.unit(printed.row, &around) {
            Some(unit) => (self.indicator(printed.column)?, unit),
            None => {
                let place: String = printed
                    .column
                    .chars()
                    .filter(|c| !c.is_ascii_digit())
                    .collect::<String>()
                    .trim()
                    .to_owned();
                (self.indicator(printed.row)?, self.unit(&place, &around)?)
            }
        };
        let mut years_of = years(printed.column);
        if years_of.is_empty() {
            years_of = years(printed.caption);
        }
        let [year] = years_of[..] else { return None };
        let what = format!("{}, {}", printed.row, printed.column);
        self.otherwise(indicator, (level, &code), year, printed.number, what)
    }

    fn told(&self, sentence: &str, number: &Number) -> Option<Fault> {
        let words = format!(" {} ", spaced(sentence));
        // A change, a comparison, a mean: another number than the value.
        if OTHER.iter().any(|word| words.contains(&format!(" {word}"))) {
            return None;
        }
        let [year] = years(sentence)[..] else { return None };
        let (level, code) = self.named_unit(&words)?;
        let indicator = self.named_indicator(&words)?;
        let fault = self.otherwise(indicator, (level, &code), year, number, indicator.name.it.clone())?;
        // Of another size it is of something else.
        let date = self.atlas.dates(indicator).into_iter().find(|date| i32::from(date.year()) == year)?;
        let known = self.value(&indicator.id, date, level, Method::Pooled, &code)?;
        (number.value > known * 0.5 && number.value < known * 2.0).then_some(fault)
    }
}

impl Known<'_> {
    /// The only unit that a text names in full: "ambito di corsico", "comune di rho".
    fn named_unit(&self, words: &str) -> Option<(Level, Code)> {
        let mut found: Vec<(usize, Level, Code)> = Vec::new();
        for (level, start) in [(Level::Ambiti, "ambito"), (Level::Comuni, "comune")] {
            for unit in self.atlas.territories.units(level) {
                let name = spaced(&unit.name);
                let is_named =
                    ["di", "del", "dell"].iter().any(|of| words.contains(&format!(" {start} {of} {name} ")));
                if is_named {
                    found.push((name.len(), level, unit.code.clone()));
                }
            }
        }
        // "Comune di Milano" is not in "Comune di Milano Marittima": the longest name counts, and no other place.
        match &found[..] {
            [(_, level, code)] => Some((*level, code.clone())),
            _ => None,
        }
    }

    /// The indicator that a text names in full: of names within one another the longest.
    fn named_indicator(&self, words: &str) -> Option<&Indicator> {
        let named = |indicator: &&Indicator| {
            let name = spaced(&indicator.name.it);
            name.contains(' ') && words.contains(&format!(" {name} "))
        };
        let mut found: Vec<&Indicator> = self.atlas.catalogue.indicators().iter().filter(named).collect();
        found.sort_by_key(|indicator| std::cmp::Reverse(indicator.name.it.len()));
        let first = found.first()?;
        let longest = spaced(&first.name.it);
        found.iter().all(|indicator| longest.contains(&spaced(&indicator.name.it))).then_some(*first)
    }

    /// What is wrong with a number printed for a place and a year.
    fn otherwise(
        &self,
        indicator: &Indicator,
        (level, code): (Level, &Code),
        year: i32,
        printed: &Number,
        what: String,
    ) -> Option<Fault> {
        let dates = self.atlas.dates(indicator);
        let of_year: Vec<Date> =
            dates.iter().copied().filter(|date| i32::from(date.year()) == year).collect();
        let [at] = of_year[..] else { return None };
        let value = |date: Date, method: Method| self.value(&indicator.id, date, level, method, code);
        let now = value(at, Method::Pooled)?;
        if is_it(printed, now) {
            return None;
        }
        let lang = Lang::It;
        let known = number(lang, now, indicator.decimals);
        let text = printed.written.clone();
        // Few digits are met by chance.
        let is_telling = printed.digits().len() > 2;
        let is_mean = || value(at, Method::Mean).is_some_and(|mean| is_it(printed, mean));
        if level != Level::Comuni && is_telling && is_mean() {
            return Some(Fault::OtherMethod { printed: text, what, known });
        }
        let other = dates.iter().copied().filter(|other| *other != at && is_telling);
        let mut other =
            other.filter(|other| value(*other, Method::Pooled).is_some_and(|then| is_it(printed, then)));
        Some(match other.next() {
            Some(other) => Fault::OtherDate { printed: text, what, date: date(lang, other), known },
            None => Fault::KnownAs { printed: text, what, known },
        })
    }
}

/// Words that say that a number is not the value itself.
const OTHER: [&str; 16] = [
    "variazion",
    "aument",
    "diminu",
    "cresc",
    "cal",
    "sal",
    "scend",
    "rispetto",
    "piu",
    "meno",
    "media",
    "medio",
    "punti",
    "circa",
    "oltre",
    "quasi",
];

/// In lower case without accents, and only letters and spaces between them.
fn spaced(text: &str) -> String {
    let plain: String = folded(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a printed number is this value, rounded.
fn is_it(printed: &Number, value: f64) -> bool {
    (printed.value - value).abs() <= printed.rounding() * 1.000_001
}
