//! A threshold that is drawn as a line: its value, how many are below it, and what they lack to reach it.

use super::column::{Check, Column, Template, holds};
use super::exact::{Exact, Printed};
use super::line::{Line, Role};
use super::series::Series;
use super::source::{Indicator, Lang, world};

/// What the threshold is called in every figure that has one.
pub const NAME: [&str; 2] = ["Obiettivo dell'ufficio", "Target of the office"];

/// How the sentences about it begin.
pub const STARTS: [&str; 6] = [
    "Linea punteggiata: ",
    "Sotto la soglia: ",
    "Per raggiungerla ",
    "Dotted line: ",
    "Below the threshold: ",
    "To reach it ",
];

/// "Obiettivo dell'ufficio 150,0".
fn is_label(lang: Lang, indicator: &Indicator, told: &str, threshold: Option<Exact>) -> Check {
    let threshold = threshold.ok_or("none is set")?;
    let name = NAME[usize::from(lang == Lang::En)];
    let value = told.strip_prefix(name).and_then(|rest| rest.strip_prefix(' ')).ok_or("? not its name")?;
    super::column::written_value(lang, indicator, false, value, threshold, false)
}

/// How many of the ranked are below it.
fn below(column: &Column) -> Result<Vec<usize>, String> {
    let threshold = column.threshold.ok_or("none is set")?;
    let present = column.present().into_iter();
    Ok(present.filter(|(_, value)| threshold.above(*value)).map(|(unit, _)| unit).collect())
}

/// "nessun territorio", "5 territori su 17".
fn is_count(column: &Column, told: &str, n: usize) -> Check {
    let all = column.present().len();
    let right = match (column.lang, n) {
        (Lang::It, 1) => format!("1 territorio su {all}"),
        (Lang::It, _) => format!("{n} territori su {all}"),
        (Lang::En, _) if all == 1 => format!("{n} of 1 territory"),
        (Lang::En, _) => format!("{n} of {all} territories"),
    };
    holds(told == right, || format!("should be «{right}»"))
}

/// What is told of it below a ranking and in its alternative text.
pub const RANKING: &[Template<Column>] = &[
    Template {
        it: &["Linea punteggiata: {label}, una soglia scelta dall'autore della figura."],
        en: &["Dotted line: {label}, a threshold set by the author of the figure."],
        check: |column, caps| is_label(column.lang, column.indicator, caps.get("label"), column.threshold),
    },
    Template {
        it: &["Sotto la soglia: {n}."],
        en: &["Below the threshold: {n}."],
        check: |column, caps| is_count(column, caps.get("n"), below(column)?.len()),
    },
    Template {
        it: &["Per raggiungerla il numeratore ({what}) dovrebbe crescere in tutto di {n}."],
        en: &["To reach it the numerator ({what}) would have to grow by {n} in all."],
        check: |column, caps| {
            let threshold = column.threshold.ok_or("none is set")?.float();
            let lacks = |unit: usize| {
                let members = &world().units(column.level)[unit].members;
                let (numerator, denominator) = world().parts(column.indicator, column.year, members);
                let multiplier = column.indicator.multiplier() as f64;
                threshold * denominator.expect("a ratio").float() / multiplier - numerator.float()
            };
            let right: f64 = below(column)?.into_iter().map(lacks).sum();
            let (printed, rest) = Printed::read(column.lang, caps.get("n")).ok_or("? no number")?;
            holds(rest.is_empty() && (printed.exact().float() - right.ceil()).abs() < 1e-6, || {
                format!("«{}» should be {right}", caps.get("n"))
            })
        },
    },
];

/// What is told of it below a series and in its alternative text.
pub const SERIES: &[Template<Series>] = &[
    Template {
        it: &["Linea punteggiata: {label}, una soglia scelta dall'autore della figura."],
        en: &["Dotted line: {label}, a threshold set by the author of the figure."],
        check: |series, caps| is_label(series.lang, series.indicator, caps.get("label"), series.threshold),
    },
    Template {
        it: &["Sotto la soglia: {names} ({when})."],
        en: &["Below the threshold: {names} ({when})."],
        check: |series, caps| {
            let threshold = series.threshold.ok_or("none is set")?;
            let last = series.years.last().ok_or("no years")?;
            let is_below = |line: &&Line| {
                let at_last = line.values.iter().find(|(year, _)| year == last).and_then(|(_, value)| *value);
                line.role != Role::Context && at_last.is_some_and(|value| threshold.above(value))
            };
            let below: Vec<&Line> = series.lines.iter().filter(is_below).collect();
            let told = caps.get("names");
            let none = ["nessuna linea", "no line"].contains(&told);
            holds(none == below.is_empty(), || format!("{} lines are below it", below.len()))?;
            let is_told = |line: &&Line| line.names.iter().any(|name| told.contains(name.as_str()));
            holds(below.iter().all(is_told), || "one is not told".to_owned())
        },
    },
];
