//! Long tables whose rows say which indicator they are of: each indicator becomes a column, so that each is what its own name says.

use rustc_hash::FxHashMap;

use crate::io::source::RawTable;

use super::words::{heads_territory, says_nothing, words};

/// In how many rows a header is looked for.
const HEADERS: usize = 20;
/// The most indicators, and the most rows: the wide table is held beside the long one.
const MOST: usize = 200;
const MOST_ROWS: usize = 300_000;

/// Whether a column says what the values of its rows are.
fn names_indicators(header: &str) -> bool {
    const NAMES: [&str; 9] = [
        "indicatore",
        "indicatori",
        "variabile",
        "variabili",
        "misura",
        "grandezza",
        "indicator",
        "variable",
        "voce",
    ];
    const AROUND: [&str; 7] = ["nome", "descrizione", "denominazione", "desc", "di", "dell", "name"];
    let words = words(header);
    words.iter().any(|word| NAMES.contains(&word.as_str()))
        && words.iter().all(|word| NAMES.contains(&word.as_str()) || AROUND.contains(&word.as_str()))
}

fn is_unit(header: &str) -> bool {
    let words = words(header);
    words.first().is_some_and(|word| word == "unita" || word == "unit") && words.len() <= 4
}

/// The table with a column for each indicator, and the header of the column that named them; `None` where none does.
pub(crate) fn spread(table: &RawTable) -> Option<(RawTable, String)> {
    if table.len() > MOST_ROWS {
        return None;
    }
    let find = |row: usize, is_it: &dyn Fn(&str) -> bool| {
        let mut found = (0..table.width(row)).filter(|column| is_it(table.cell(row, *column)));
        found.next().filter(|_| found.next().is_none())
    };
    let (header, named, value) = (0..table.len().min(HEADERS)).find_map(|row| {
        let named = find(row, &names_indicators)?;
        let value = find(row, &says_nothing)?;
        table.row(row).any(heads_territory).then_some((row, named, value))
    })?;
    let width = table.width(header);
    let unit = find(header, &is_unit);
    let others: Vec<usize> =
        (0..width).filter(|column| ![Some(named), Some(value), unit].contains(&Some(*column))).collect();
    let mut indicators: Vec<String> = Vec::new();
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    let mut rows: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut keys: FxHashMap<Vec<&str>, usize> = FxHashMap::default();
    let mut last = Vec::new();
    for row in header + 1..table.len() {
        let name = table.cell(row, named);
        // Notes at the foot.
        if name.is_empty() {
            last.push(row);
            continue;
        }
        let name = match unit.map_or("", |unit| table.cell(row, unit)) {
            "" => name.to_owned(),
            unit => format!("{name} ({unit})"),
        };
        let next = indicators.len();
        let at = *known.entry(name.clone()).or_insert(next);
        if at == next {
            indicators.push(name);
        }
        if indicators.len() > MOST {
            return None;
        }
        let key: Vec<&str> = others.iter().map(|column| table.cell(row, *column)).collect();
        let next = rows.len();
        let of = *keys.entry(key).or_insert(next);
        if of == next {
            rows.push((row, Vec::new()));
        }
        let cells = &mut rows[of].1;
        if cells.len() <= at {
            cells.resize(at + 1, "");
        }
        // Two values of one indicator, which other columns may distinguish, are left to the usual reading.
        if !cells[at].is_empty() {
            return None;
        }
        cells[at] = table.cell(row, value);
    }
    if indicators.len() < 2 {
        return None;
    }
    let mut wide = RawTable::new(&table.file, table.sheet.as_deref());
    wide.notes = table.notes.clone();
    (wide.notes.percent, wide.notes.thousands, wide.notes.valueless) = Default::default();
    for row in 0..header {
        wide.push(table.number(row), table.row(row)).ok()?;
    }
    let names = others.iter().map(|column| table.cell(header, *column));
    wide.push(table.number(header), names.chain(indicators.iter().map(String::as_str))).ok()?;
    for (row, cells) in &rows {
        let own = others.iter().map(|column| table.cell(*row, *column));
        let cells = (0..indicators.len()).map(|at| cells.get(at).copied().unwrap_or_default());
        wide.push(table.number(*row), own.chain(cells)).ok()?;
    }
    for row in last {
        wide.push(table.number(row), table.row(row)).ok()?;
    }
    Some((wide, table.cell(header, named).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_indicator_gets_a_column() {
        let mut table = RawTable::new("a.csv", None);
        let lines = [
            "Comune;Indicatore;Anno;Unità di misura;Valore",
            "Rho;Utenti SAD;2023;n.;10",
            "Rho;Copertura;2023;%;31,5",
            "Lodi;Copertura;2023;%;20",
            "Lodi;Utenti SAD;2022;n.;7",
        ];
        for (i, line) in lines.iter().enumerate() {
            table.push(i as u32 + 1, line.split(';')).unwrap();
        }
        let (wide, named) = spread(&table).expect("a wide table");
        let rows: Vec<String> =
            (0..wide.len()).map(|row| wide.row(row).collect::<Vec<_>>().join(";")).collect();
        let expected = [
            "Comune;Anno;Utenti SAD (n.);Copertura (%)",
            "Rho;2023;10;31,5",
            "Lodi;2023;;20",
            "Lodi;2022;7;",
        ];
        assert_eq!((named.as_str(), rows), ("Indicatore", expected.map(str::to_owned).to_vec()));
        table.push(6, "Rho;Copertura;2023;%;8".split(';')).unwrap();
        assert!(spread(&table).is_none(), "two values for one");
    }
}
