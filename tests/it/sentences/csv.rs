//! The tables of the data, read as text.

use std::fs;
use std::path::Path;

use super::grammar;
use super::source::Unit;

pub fn text_of(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Records of a CSV, by column name.
pub struct Csv {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Csv {
    pub fn read(path: &str) -> Self {
        let text = text_of(path);
        let mut rows = text.lines().filter(|line| !line.is_empty()).map(cells);
        let head = rows.next().expect("a head");
        Self { head, rows: rows.collect() }
    }

    pub fn column(&self, name: &str) -> usize {
        self.head.iter().position(|known| known == name).unwrap_or_else(|| panic!("no column {name}"))
    }
}

fn cells(line: &str) -> Vec<String> {
    let (mut all, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.trim_end_matches('\r').chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => all.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    all.push(cell);
    all
}

/// The units of each level, in the order of the table.
pub fn units(table: &Csv) -> [Vec<Unit>; 4] {
    let names = [("code", "name"), ("ambito_code", "ambito"), ("asst_code", "asst"), ("ats_code", "ats")];
    names.map(|(code, name)| {
        let mut units: Vec<Unit> = Vec::new();
        for (i, row) in table.rows.iter().enumerate() {
            let (code, name) = (&row[table.column(code)], &row[table.column(name)]);
            match units.iter_mut().find(|unit| unit.code == *code) {
                _ if code.is_empty() => {}
                Some(unit) => unit.members.push(i),
                None => units.push(Unit { code: code.clone(), name: name.clone(), members: vec![i] }),
            }
        }
        units
    })
}

/// The year of a date; of the last day of a year, the year after a myriad.
pub fn year_of(date: &str) -> i32 {
    let year: i32 = date[..4].parse().expect("a year");
    if date.ends_with("12-31") { grammar::END + year } else { year }
}
