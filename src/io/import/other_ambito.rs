//! A column of Ambiti beside the Comuni that contradicts them.

use crate::base::Level;
use crate::data::Territories;
use crate::io::matching::{Matcher, Place};
use crate::io::source::RawTable;

use super::columns::Plan;
use super::finding::{Finding, Kind, Rows};
use super::words::{Heads, heads, is_lead};

/// How many rows are compared.
const MOST_ROWS: usize = 20_000;

/// The rows whose Ambito is not that of their Comune.
pub(crate) fn finding(
    table: &RawTable,
    plan: &Plan,
    matcher: &Matcher,
    territories: &Territories,
) -> Option<Finding> {
    let is_ambito = |name: &&String| heads(name) == Heads::Ambito && !is_lead(name);
    let column = plan.names.iter().position(|name| is_ambito(&name)).filter(|_| plan.group.is_none())?;
    let units = territories.units(Level::Ambiti);
    let place = |row: usize| match (plan.code, plan.name) {
        (Some(code), _) => matcher.by_code(table.cell(row, code)),
        (None, Some(name)) => matcher.by_name(table.cell(row, name)),
        (None, None) => Place::Unknown,
    };
    let (mut rows, mut example) = (Rows::default(), None);
    for row in (plan.first..table.len()).take(MOST_ROWS) {
        let cell = table.cell(row, column);
        let (Place::Comune(comune), Place::Group(Level::Ambiti, ambito)) =
            (place(row), matcher.by_ambito(cell))
        else {
            continue;
        };
        if !units[ambito].members.contains(&comune) {
            rows.add(table.number(row));
            example.get_or_insert_with(|| format!("{} – {cell}", territories.comuni()[comune].name));
        }
    }
    let kind = Kind::OtherAmbito { column: plan.names[column].clone(), example: example? };
    Some(Finding::of_rows(kind, &rows))
}
