//! How a table writes its numbers: one decision for all its columns, because who wrote "8,545" in one column meant the same in the
//! next.

use crate::io::numbers::{Evidence, NumberFormat};
use crate::io::source::RawTable;

use super::words::words;

/// What a table shows of its decimal mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TableFormat {
    /// The decimal mark; `None` where nothing tells it, or columns contradict each other.
    mark: Option<char>,
    /// Whether decimals that can be read in one way only have shown it.
    is_sure: bool,
}

impl TableFormat {
    /// The decision, from what each column shows and whether it is headed as one of whole numbers. Numbers with one reading come
    /// first, then whole ones with thousands, then the format of the file, then the language of its headers. The numbers of a
    /// workbook are typed, and their texts show nothing of each other.
    pub fn of(table: &RawTable, names: &[String], columns: &[(&Evidence, bool)]) -> Self {
        if table.notes.delimiter.is_none() && !table.notes.is_json {
            return Self::default();
        }
        let shown = columns.iter().map(|(evidence, _)| evidence.shown());
        let [comma, point] = shown.fold([0, 0], |sum, own| [sum[0] + own[0], sum[1] + own[1]]);
        // Groups tell the mark, too, but may occur in larger numbers only.
        let is_sure = columns.iter().any(|(evidence, _)| evidence.has_decimals());
        match (comma, point) {
            (1.., 1..) => return Self::default(),
            (1.., 0) => return Self { mark: Some(','), is_sure },
            (0, 1..) => return Self { mark: Some('.'), is_sure },
            (0, 0) => {}
        }
        let mut grouping = columns.iter().filter_map(|(evidence, is_whole)| evidence.grouping(*is_whole));
        let mark = match grouping.next() {
            Some(first) if grouping.all(|other| other == first) => Some(if first == ',' { '.' } else { ',' }),
            Some(_) => None,
            None => (table.notes.is_json || are_english(names)).then_some('.'),
        };
        Self { mark, is_sure: false }
    }

    /// The format of a column; `None` if its cells contradict each other.
    pub fn of_column(self, evidence: &Evidence, is_whole: bool) -> Option<NumberFormat> {
        let own = if is_whole { evidence.format_of_counts() } else { evidence.format() }?;
        let Some(mark) = self.mark.filter(|_| own.is_ambiguous) else { return Some(own) };
        // Groups in larger numbers of the column itself, and whole numbers, say more than other columns.
        if evidence.shown() != [0, 0] {
            return Some(NumberFormat { is_ambiguous: !(self.is_sure && own.decimal == Some(mark)), ..own });
        }
        match evidence.grouping(is_whole) {
            Some(',') if mark == ',' => Some(NumberFormat { decimal: Some('.'), ..own }),
            Some('.') if mark == '.' => Some(NumberFormat { decimal: Some(','), ..own }),
            // Thousands, in a table whose decimals are written otherwise.
            Some(_) => Some(NumberFormat { decimal: Some(mark), is_ambiguous: !self.is_sure, ..own }),
            None => Some(NumberFormat { decimal: Some(mark), ..own }),
        }
    }
}

/// Whether the headers of a table are English.
fn are_english(names: &[String]) -> bool {
    const ENGLISH: [&str; 19] = [
        "municipality",
        "municipalities",
        "town",
        "city",
        "year",
        "population",
        "total",
        "district",
        "households",
        "residents",
        "users",
        "income",
        "rate",
        "male",
        "males",
        "female",
        "females",
        "value",
        "age",
    ];
    const ITALIAN: [&str; 11] = [
        "comune",
        "comuni",
        "anno",
        "popolazione",
        "totale",
        "codice",
        "residenti",
        "utenti",
        "maschi",
        "femmine",
        "valore",
    ];
    let all: Vec<String> = names.iter().flat_map(|name| words(name)).collect();
    let has = |list: &[&str]| all.iter().any(|word| list.contains(&word.as_str()));
    has(&ENGLISH) && !has(&ITALIAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(cells: &[&str]) -> Evidence {
        let mut evidence = Evidence::default();
        cells.iter().for_each(|cell| evidence.add(cell));
        evidence
    }

    /// For each column what its first cell is read as, and whether that is asked.
    fn read(names: &[&str], columns: &[(&[&str], bool)]) -> Vec<(f64, bool)> {
        let mut table = RawTable::new("a.csv", None);
        table.notes.delimiter = Some(';');
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let of: Vec<(Evidence, bool)> =
            columns.iter().map(|(cells, whole)| (evidence(cells), *whole)).collect();
        let refs: Vec<(&Evidence, bool)> = of.iter().map(|(evidence, whole)| (evidence, *whole)).collect();
        let format = TableFormat::of(&table, &names, &refs);
        of.iter()
            .zip(columns)
            .map(|((evidence, whole), (cells, _))| {
                let own = format.of_column(evidence, *whole).unwrap();
                (own.read(cells[0]).unwrap().unwrap(), own.is_ambiguous)
            })
            .collect()
    }

    #[test]
    fn one_column_decides_for_the_others() {
        // Whole numbers below a thousand without a mark, larger ones with it: thousands, in every column.
        assert_eq!(
            read(
                &["Municipality", "0-17", "Index"],
                &[(&["8,545", "812"], false), (&["1,282", "3,500"], false)]
            ),
            [(8545.0, true), (1282.0, true)]
        );
        // Decimals of another column leave no doubt.
        assert_eq!(
            read(&["Comune", "Utenti", "Spesa"], &[(&["1.065", "12"], true), (&["614.763,87"], false)]),
            [(1065.0, false), (614_763.87, false)]
        );
        assert_eq!(
            read(&["Town", "Users", "Rate"], &[(&["1,065"], true), (&["12.5", "3.25"], false)]),
            [(1065.0, false), (12.5, false)]
        );
        // A count with points beside a rate with points is asked, and read as a count.
        assert_eq!(
            read(&["Comune", "Utenti", "Tasso"], &[(&["1.065", "12"], true), (&["12.5"], false)]),
            [(1065.0, true), (12.5, false)]
        );
        // Only the language of the headers is left.
        assert_eq!(read(&["Town", "Rate"], &[(&["1.125", "2.375"], false)]), [(1.125, true)]);
        assert_eq!(read(&["Comune", "Tasso"], &[(&["1.125", "2.375"], false)]), [(1125.0, true)]);
    }
}
