//! Tables in which the code of a Comune stands in two columns, that of the province and the number within it: joined into one.

use crate::io::matching::Matcher;
use crate::io::source::RawTable;

use super::words::words;

/// In how many rows a header is looked for.
const HEADERS: usize = 20;
/// How many rows are examined.
const SAMPLE: usize = 2_000;

/// The table with the whole code in place of the number within the province, and the headers of both; `None` where there are no such
/// columns.
pub(crate) fn joined(table: &RawTable, matcher: &Matcher) -> Option<(RawTable, [String; 2])> {
    let key = |cell: &str| words(cell).concat();
    let is = |cell: &str, all: &[&str]| all.contains(&key(cell).as_str());
    let (header, province, comune) = (0..table.len().min(HEADERS)).find_map(|row| {
        let find = |all: &[&str]| (0..table.width(row)).find(|column| is(table.cell(row, *column), all));
        let province = find(&[
            "codprov",
            "codpro",
            "codprovincia",
            "codiceprovincia",
            "codistatprovincia",
            "codiceistatprovincia",
            "istatprovincia",
            "codprovistat",
        ])?;
        let comune = find(&[
            "codcom",
            "codcomune",
            "codicecomune",
            "codistatcomune",
            "codiceistatcomune",
            "istatcomune",
            "progressivocomune",
            "progressivodelcomune",
            "progrcomune",
            "codcomistat",
        ])?;
        Some((row, province, comune))
    })?;
    let code = |row: usize| {
        let number = |column: usize| {
            let cell = table.cell(row, column).trim_end_matches(".0");
            let is_short = (1..=3).contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_digit());
            is_short.then(|| format!("{cell:0>3}"))
        };
        Some(number(province)? + &number(comune)?)
    };
    let rows = header + 1..table.len();
    let step = rows.len().div_ceil(SAMPLE).max(1);
    let codes = || rows.clone().step_by(step).filter_map(code);
    // A number beyond those of a province is a whole code.
    let (all, of_comuni) = (rows.clone().step_by(step).count(), codes().count());
    if of_comuni * 10 < all * 8 || !rows.clone().filter_map(code).any(|code| matcher.by_code(&code).is_ours())
    {
        return None;
    }
    let mut whole = table.part(0..header + 1, 0..usize::MAX);
    for row in rows {
        let code = code(row);
        let cells = table.row(row).enumerate();
        let cell = |(column, cell)| if column == comune { code.as_deref().unwrap_or(cell) } else { cell };
        whole.push(table.number(row), cells.map(cell)).ok()?;
    }
    Some((whole, [province, comune].map(|column| table.cell(header, column).to_owned())))
}
