//! Tables: for each column its extremes and the overall value.

use super::around::is_not_pooled;
use super::column::{Check, Column, Template, holds};
use super::exact::{Exact, Printed};
use super::grammar;
use super::readings::ESTIMATED;
use super::source::{Indicator, world};

/// A number in a cell, without its suffix.
fn is_cell(column: &Column, written: &str, value: Exact) -> Check {
    let (printed, rest) =
        Printed::read(column.lang, written).ok_or_else(|| format!("«{written}» is no number"))?;
    holds(rest.is_empty(), || format!("«{rest}» after the number"))?;
    holds(printed.is(value), || format!("«{written}» should be {value}"))?;
    let least = column.spread_decimals().min(column.indicator.decimals);
    holds(printed.decimals >= least, || format!("«{written}» should have {least} decimals"))?;
    let sign = if column.from.is_some() { printed.units != 0 } else { printed.units < 0 };
    holds(printed.signed == sign, || format!("the sign of «{written}»"))
}

fn ends(column: &Column, low: &str, high: &str) -> Check {
    let ((lowest, _), (highest, _)) = column.end(-1).zip(column.end(1)).ok_or("there are no values")?;
    is_cell(column, low, lowest)?;
    is_cell(column, high, highest)
}

/// The alternative text.
pub const ALTERNATIVE: &[Template<Column>] = &[
    Template {
        it: &["Tabella: <level>. Righe: {n}; colonne di valori: {columns}."],
        en: &["Table: <level>. Rows: {n}; columns of values: {columns}."],
        check: |column, caps| {
            let rows = column.shown.as_ref().map_or(column.values().len(), Vec::len);
            column.is_count(caps.get("n"), rows)?;
            column.is_count(caps.get("columns"), column.beside)
        },
    },
    Template {
        it: &["<name>, <graded> [<made>]: da {low} a {high}; <ats> {overall}."],
        en: &["<name>, <graded> [<made>]: from {low} to {high}; <ats> {overall}."],
        check: |column, caps| {
            ends(column, caps.get("low"), caps.get("high"))?;
            is_cell(column, caps.get("overall"), column.overall().ok_or("the ATS has no value")?)
        },
    },
    Template {
        it: &["<name>, <graded> [<made>]: da {low} a {high}."],
        en: &["<name>, <graded> [<made>]: from {low} to {high}."],
        check: |column, caps| ends(column, caps.get("low"), caps.get("high")),
    },
    Template {
        it: &["<name>, <graded> [<made>]: nessun valore."],
        en: &["<name>, <graded> [<made>]: no value."],
        check: |column, _| holds(column.present().is_empty(), || "there are values".to_owned()),
    },
    Template {
        it: &["<name>, <graded> [<made>]: {only}; <ats> {overall}."],
        en: &["<name>, <graded> [<made>]: {only}; <ats> {overall}."],
        check: |column, caps| {
            ends(column, caps.get("only"), caps.get("only"))?;
            is_cell(column, caps.get("overall"), column.overall().ok_or("the ATS has no value")?)
        },
    },
    Template {
        it: &["<name>, <graded> [<made>]: {only}."],
        en: &["<name>, <graded> [<made>]: {only}."],
        check: |column, caps| ends(column, caps.get("only"), caps.get("only")),
    },
    ESTIMATED,
    Template {
        it: &["Attenzione: la serie si interrompe tra le due date."],
        en: &["Beware: the series breaks between the two dates."],
        check: |_, _| Ok(()),
    },
    Template {
        it: &["Tra il {from} e il {to} la serie si interrompe."],
        en: &["The series breaks between {from} and {to}."],
        check: |column, caps| {
            // Said once for all columns, so any column with a break will do.
            let broken = |indicator: &Indicator| {
                let years = world().years(indicator);
                let year = |stated: &str| {
                    years.iter().find(|year| grammar::short_date(column.lang, **year) == stated).copied()
                };
                let dates = year(caps.get("from")).zip(year(caps.get("to")));
                dates.is_some_and(|(from, to)| !world().breaks(indicator, from, to).is_empty())
            };
            let computed = world().indicators.iter().filter(|indicator| !indicator.as_published());
            holds(computed.into_iter().any(broken), || "nothing breaks there".to_owned())
        },
    },
    Template {
        it: &["Non è il valore del gruppo: {how}."],
        en: &["This is not the value of the group: {how}."],
        check: |column, caps| is_not_pooled(column.lang, column.method, caps.get("how")),
    },
    Template {
        it: &["Nessun territorio corrisponde a quanto chiesto."],
        en: &["No territory matches what is asked for."],
        check: |column, _| holds(column.shown.as_ref().is_some_and(Vec::is_empty), || "some do".to_owned()),
    },
];
