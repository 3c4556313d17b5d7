//! Distributions: the lowest and the highest, the middle half, who is above the ATS, and each row or bar.

use super::column::{Check, Column, Context, Template, holds};
use super::exact::{Exact, Printed};
use super::grammar::{self, Case};
use super::readings::quartiles;
use super::source::{Lang, Level, world};

/// An indicator of the Comuni in a year.
pub struct Spread {
    pub column: Column,
    /// Whether the Comuni are drawn by Ambito.
    pub by_row: bool,
}

impl Context for Spread {
    fn lang(&self) -> Lang {
        self.column.lang
    }

    fn word(&self, name: &str) -> String {
        self.column.word(name)
    }
}

fn median(values: &[(usize, Exact)]) -> Exact {
    let mut sorted: Vec<i128> = values.iter().map(|(_, value)| value.0).collect();
    sorted.sort_unstable();
    Exact((sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]) / 2)
}

impl Spread {
    /// The values of the Comuni of an Ambito.
    fn of_ambito(&self, ambito: usize) -> Vec<(usize, Exact)> {
        let members = &world().units(Level::Ambiti)[ambito].members;
        self.column.present().into_iter().filter(|(unit, _)| members.contains(unit)).collect()
    }

    /// Above and below a value.
    fn are_sides(&self, values: &[(usize, Exact)], of: Exact, above: &str, below: &str) -> Check {
        let count = |keep: &dyn Fn(Exact) -> bool| values.iter().filter(|(_, value)| keep(*value)).count();
        self.column.is_count(above, count(&|value| value.above(of)))?;
        self.column.is_count(below, count(&|value| of.above(value)))
    }

    /// An Ambito by its wording.
    fn ambito(&self, case: Case, written: &str) -> Result<usize, String> {
        grammar::unit(self.column.lang, case, Level::Ambiti, written)
            .ok_or_else(|| format!("? no Ambito is written «{written}»"))
    }
}

pub const READING: &[Template<Spread>] = &[
    Template {
        it: &[
            "«<name>» <graded>, {n} con un valore: il più basso è {low} ({lowof}), il più alto {high} ({highof}).",
        ],
        en: &[
            "“<name>” <graded>, {n} with a value: the lowest is {low} ({lowof}), the highest {high} ({highof}).",
        ],
        check: |spread, caps| {
            let column = &spread.column;
            column.is_count_of(caps.get("n"), column.present().len())?;
            let ((low, lowest), (high, highest)) =
                column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
            column.is(caps.get("low"), low)?;
            column.is(caps.get("high"), high)?;
            column.is_owner(Case::Bare, caps.get("lowof"), caps.get("low"), low, &lowest)?;
            column.is_owner(Case::Bare, caps.get("highof"), caps.get("high"), high, &highest)
        },
    },
    Template {
        it: &["La metà centrale sta tra {q1} e {q3}; la mediana è {median}."],
        en: &["The middle half is between {q1} and {q3}; the median is {median}."],
        check: |spread, caps| {
            let present = spread.column.present();
            let (q1, q3) = quartiles(&present);
            spread.column.is(caps.get("q1"), q1)?;
            spread.column.is(caps.get("q3"), q3)?;
            spread.column.is(caps.get("median"), median(&present))
        },
    },
    Template {
        it: &["Il valore dell'ATS è {value}: sopra {above}, sotto {below}."],
        en: &["The value of the ATS is {value}: above it {above}, below {below}."],
        check: |spread, caps| {
            let ats = spread.column.overall().ok_or("the ATS has no value")?;
            spread.column.is(caps.get("value"), ats)?;
            spread.are_sides(&spread.column.present(), ats, caps.get("above"), caps.get("below"))
        },
    },
    Template {
        it: &["L'Ambito con i Comuni più diversi tra loro è {name}: da {low} a {high}."],
        en: &["The Ambito whose Comuni differ most is {name}: from {low} to {high}."],
        check: |spread, caps| {
            let width = |ambito: usize| {
                let values = spread.of_ambito(ambito);
                let ends = (values.iter().map(|x| x.1.0).min(), values.iter().map(|x| x.1.0).max());
                ends.0.zip(ends.1).filter(|_| values.len() > 1).map(|(low, high)| (high - low, low, high))
            };
            let ambiti = world().units(Level::Ambiti);
            let own = ambiti.iter().position(|unit| unit.name == caps.get("name")).ok_or("no such Ambito")?;
            let (own, low, high) = width(own).ok_or("it has one Comune")?;
            let most = (0..ambiti.len()).filter_map(width).map(|(width, ..)| width).max();
            holds(most == Some(own), || "others differ more".to_owned())?;
            spread.column.is(caps.get("low"), Exact(low))?;
            spread.column.is(caps.get("high"), Exact(high))
        },
    },
    Template {
        it: &[
            "Territori scelti con un valore: {n}. Sopra la mediana di tutti ({median}) {above}, sotto {below}.",
        ],
        en: &[
            "Chosen territories with a value: {n}. Above the median of all ({median}) {above}, below {below}.",
        ],
        check: |spread, caps| {
            let all = spread.column.present();
            let chosen: Vec<(usize, Exact)> =
                all.iter().copied().filter(|(unit, _)| spread.column.selected.contains(unit)).collect();
            spread.column.is_count(caps.get("n"), chosen.len())?;
            let middle = median(&all);
            spread.column.is(caps.get("median"), middle)?;
            spread.are_sides(&chosen, middle, caps.get("above"), caps.get("below"))
        },
    },
];

pub const ALTERNATIVE: &[Template<Spread>] = &[
    Template {
        it: &[
            "<name>: distribuzione. Comuni per Ambito territoriale, <graded>.",
            "<name>: distribuzione. Comuni, <graded>.",
        ],
        en: &["<name>: distribution. Comuni by Ambito, <graded>.", "<name>: distribution. Comuni, <graded>."],
        check: |_, _| Ok(()),
    },
    Template {
        it: &["{name}: da {low} a {high}, mediana {median} ({n})."],
        en: &["{name}: from {low} to {high}, median {median} ({n})."],
        check: |spread, caps| {
            let ambito = spread.ambito(Case::Bare, caps.get("name"))?;
            let values = spread.of_ambito(ambito);
            let ends = values.iter().map(|x| x.1).min().zip(values.iter().map(|x| x.1).max());
            let (low, high) = ends.ok_or("it has no values")?;
            spread.column.is(caps.get("low"), low)?;
            spread.column.is(caps.get("high"), high)?;
            spread.column.is(caps.get("median"), median(&values))?;
            spread.column.is_count_of(caps.get("n"), values.len())
        },
    },
    Template {
        it: &["{name}: {value} ({n})."],
        en: &["{name}: {value} ({n})."],
        check: |spread, caps| {
            let ambito = spread.ambito(Case::Bare, caps.get("name"))?;
            let values = spread.of_ambito(ambito);
            let [(_, value)] = values[..] else { return Err(format!("{} Comuni", values.len())) };
            spread.column.is(caps.get("value"), value)?;
            spread.column.is_count_of(caps.get("n"), 1)
        },
    },
    Template {
        it: &["{from} – {to}: {n}, scelti {selected}.", "{from} – {to}: {n}."],
        en: &["{from} – {to}: {n}, chosen {selected}.", "{from} – {to}: {n}."],
        check: |spread, caps| {
            let lang = spread.column.lang;
            let read = |name: &str| {
                let (printed, rest) = Printed::read(lang, caps.get(name)).ok_or("? no number")?;
                if rest.is_empty() { Ok(printed.exact()) } else { Err("? no number") }
            };
            let (from, to) = (read("from")?, read("to")?);
            let all = spread.column.present();
            let lowest = all.iter().map(|x| x.1).min().ok_or("there are no values")?;
            // The first bar includes its lower end too.
            let is_first = !lowest.above(to) && !from.above(lowest);
            let within: Vec<usize> = all
                .iter()
                .filter(|(_, x)| (x.above(from) || (is_first && x.same(from))) && !x.above(to))
                .map(|(unit, _)| *unit)
                .collect();
            spread.column.is_count(caps.get("n"), within.len())?;
            let chosen = within.iter().filter(|unit| spread.column.selected.contains(unit)).count();
            match caps.find("selected") {
                Some(told) => spread.column.is_count(told, chosen),
                None => holds(chosen == 0, || format!("{chosen} are chosen")),
            }
        },
    },
    Template {
        it: &["Seguono altri territori: {n}."],
        en: &["More territories follow: {n}."],
        check: |spread, caps| {
            holds(spread.by_row, || "bars are all told".to_owned())?;
            let rows =
                (0..world().units(Level::Ambiti).len()).filter(|row| !spread.of_ambito(*row).is_empty());
            spread.column.is_count(caps.get("n"), rows.count() - 6)
        },
    },
];
