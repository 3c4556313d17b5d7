//! Tables: of each column its ends and the whole.

use super::column::{Check, Column, ESTIMATED, Template, holds};
use super::exact::{Exact, Printed};
use super::source::Method;

/// A number as a cell has it: without what follows it.
fn is_cell(column: &Column, written: &str, value: Exact) -> Check {
    let (printed, rest) =
        Printed::read(column.lang, written).ok_or_else(|| format!("«{written}» is no number"))?;
    holds(rest.is_empty(), || format!("«{rest}» after the number"))?;
    holds(printed.is(value), || format!("«{written}» should be {value}"))?;
    holds(printed.decimals >= column.indicator.decimals, || "too few decimals".to_owned())?;
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
            column.is_count(caps.get("columns"), 4)
        },
    },
    Template {
        it: &["<name>, <when> [<mapped>]: da {low} a {high}; ATS {whole}."],
        en: &["<name>, <when> [<mapped>]: from {low} to {high}; ATS {whole}."],
        check: |column, caps| {
            ends(column, caps.get("low"), caps.get("high"))?;
            is_cell(column, caps.get("whole"), column.whole().ok_or("the ATS has no value")?)
        },
    },
    Template {
        it: &["<name>, <when> [<mapped>]: da {low} a {high}."],
        en: &["<name>, <when> [<mapped>]: from {low} to {high}."],
        check: |column, caps| ends(column, caps.get("low"), caps.get("high")),
    },
    Template {
        it: &["<name>, <when> [<mapped>]: nessun valore."],
        en: &["<name>, <when> [<mapped>]: no value."],
        check: |column, _| holds(column.present().is_empty(), || "there are values".to_owned()),
    },
    ESTIMATED,
    Template {
        it: &["Non è il valore del gruppo: ogni Comune pesa uguale, qualunque sia la sua popolazione."],
        en: &["This is not the value of the group: every Comune weighs the same, whatever its population."],
        check: |column, _| {
            holds(column.method != Method::Pooled, || "it is the value of the group".to_owned())
        },
    },
    Template {
        it: &["Nessun territorio corrisponde a quanto chiesto."],
        en: &["No territory matches what is asked for."],
        check: |column, _| holds(column.shown.as_ref().is_some_and(Vec::is_empty), || "some do".to_owned()),
    },
];
