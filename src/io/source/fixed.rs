//! Text in columns of fixed width: the cells of a column stand under each other, with blanks between.

use std::ops::Range;

/// Lines that are examined to find the columns.
const SAMPLE: usize = 400;
/// Lines above and below a table that may be of words: titles, notes.
const MOST_ABOVE: usize = 6;
const MOST_BELOW: usize = 4;
/// The fewest rows that show columns.
const LEAST_ROWS: usize = 3;
/// The longest line, in characters.
const MOST_WIDTH: usize = 2_000;

/// The cells of each line that has any, with its number; `None` where the text has no such columns. A line that keeps to no column
/// is a title or a note, one cell.
pub fn rows(text: &str) -> Option<Vec<(u32, Vec<&str>)>> {
    if text.contains('\t') {
        return None;
    }
    let lines: Vec<(u32, &str)> = (1..).zip(text.lines()).filter(|(_, line)| has_cells(line)).collect();
    let is_outer = |at: usize| at < MOST_ABOVE || at + MOST_BELOW >= lines.len();
    let is_title = |at: usize, line: &str| is_outer(at) && is_sentence(line);
    let sample: Vec<Vec<char>> = lines
        .iter()
        .enumerate()
        .take(SAMPLE)
        .filter(|(at, (_, line))| !is_title(*at, line))
        .map(|(_, (_, line))| line.chars().collect())
        .collect();
    if sample.iter().any(|line| line.len() > MOST_WIDTH) {
        return None;
    }
    let is_whole = lines.len() <= SAMPLE;
    let Some(columns) = columns(&sample, is_whole) else { return by_runs(&lines) };
    let mut rows = Vec::with_capacity(lines.len());
    let mut others = 0;
    for (at, (number, line)) in lines.iter().enumerate() {
        let cells = cells(line, &columns).filter(|_| !is_title(at, line));
        others += usize::from(cells.is_none());
        rows.push((*number, cells.unwrap_or_else(|| vec![line.trim()])));
    }
    // Columns that many lines do not keep to are none.
    (others <= MOST_ABOVE + MOST_BELOW && others * 3 <= rows.len()).then_some(rows)
}

/// The cells of lines that part them by several blanks each, as text copied from a page does: only where every row has the same
/// number, because an empty cell could not be told.
fn by_runs<'t>(lines: &[(u32, &'t str)]) -> Option<Vec<(u32, Vec<&'t str>)>> {
    let split = |line: &'t str| -> Vec<&'t str> {
        line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
    };
    let rows: Vec<(u32, Vec<&str>)> = lines.iter().map(|(number, line)| (*number, split(line))).collect();
    let width = rows.iter().map(|(_, cells)| cells.len()).max().filter(|width| *width > 1)?;
    let others = rows.iter().filter(|(_, cells)| cells.len() != width);
    let is_line = others.clone().all(|(_, cells)| cells.len() == 1);
    let is_number = |cell: &&str| cell.starts_with(|c: char| c.is_ascii_digit());
    let numbers = rows.iter().filter(|(_, cells)| cells.len() == width && cells[1..].iter().any(is_number));
    let (others, numbers) = (others.count(), numbers.count());
    (is_line && others <= MOST_ABOVE + MOST_BELOW && numbers >= LEAST_ROWS && numbers * 2 > rows.len())
        .then_some(rows)
}

/// Whether a line has more than a rule drawn across the page.
fn has_cells(line: &str) -> bool {
    !line.trim_matches(['-', '=', '_', '+', '|', ' ', '\r', '*', '\u{c}']).is_empty()
}

/// Whether a long line has single blanks only, as sentences have.
fn is_sentence(line: &str) -> bool {
    let line = line.trim();
    line.len() > 40 && !line.contains("  ")
}

/// The columns, by characters, of the most lines that have any.
fn columns(lines: &[Vec<char>], is_whole: bool) -> Option<Vec<Range<usize>>> {
    let below = if is_whole { MOST_BELOW } else { 0 };
    let mut choices: Vec<(usize, usize)> =
        (0..=MOST_ABOVE).flat_map(|above| (0..=below).map(move |below| (above, below))).collect();
    choices.sort_by_key(|(above, below)| above + below);
    choices.into_iter().find_map(|(above, below)| {
        let rows = lines.get(above..lines.len().checked_sub(below)?)?;
        if rows.len() < LEAST_ROWS {
            return None;
        }
        let columns = of_rows(rows);
        let numbers = columns.iter().filter(|column| is_numeric(rows, column)).count();
        (columns.len() > 1 && numbers > 0 && numbers < columns.len() + usize::from(columns.len() > 2))
            .then_some(columns)
    })
}

fn of_rows(rows: &[Vec<char>]) -> Vec<Range<usize>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_blank = |at: usize| rows.iter().all(|row| row.get(at).is_none_or(|c| c.is_whitespace()));
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for at in (0..width).filter(|at| !is_blank(*at)) {
        match pieces.last_mut().filter(|piece| piece.end == at) {
            Some(piece) => piece.end = at + 1,
            None => pieces.push(at..at + 1),
        }
    }
    let is_empty = |column: &Range<usize>| rows[1..].iter().all(|row| cell(row, column).is_empty());
    // The words of a header go on over its numbers.
    for at in (1..pieces.len()).rev() {
        if pieces[at].start == pieces[at - 1].end + 1 && is_empty(&pieces[at - 1]) && !is_empty(&pieces[at]) {
            pieces[at].start = pieces[at - 1].start;
            pieces.remove(at - 1);
        }
    }
    let mut columns: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        // A single blank is between words, unless there are numbers on one side.
        let is_close = |last: &Range<usize>| piece.start == last.end + 1;
        let are_words = |last: &Range<usize>| !is_numeric(rows, &piece) && !is_numeric(rows, last);
        match columns.last_mut().filter(|last| is_close(last) && (are_words(last) || is_empty(&piece))) {
            Some(last) => last.end = piece.end,
            None => columns.push(piece),
        }
    }
    columns
}

fn cell(row: &[char], column: &Range<usize>) -> String {
    let end = column.end.min(row.len());
    row.get(column.start..end)
        .map(|cell| cell.iter().collect::<String>().trim().to_owned())
        .unwrap_or_default()
}

/// Whether a column has nothing but numbers below its first rows, in most rows.
fn is_numeric(rows: &[Vec<char>], column: &Range<usize>) -> bool {
    let is_number = |cell: &str| {
        cell.contains(|c: char| c.is_ascii_digit())
            && cell.chars().all(|c| c.is_ascii_digit() || " .,'%-+()<>/*".contains(c))
    };
    let cells: Vec<String> = rows.iter().map(|row| cell(row, column)).collect();
    let header = cells.iter().take(3).take_while(|cell| !is_number(cell)).count();
    let numbers = cells.iter().filter(|cell| is_number(cell)).count();
    let is_mark = |cell: &String| cell.is_empty() || is_number(cell) || cell.chars().count() <= 4;
    numbers + 1 >= LEAST_ROWS && numbers * 2 > cells.len() && cells[header..].iter().all(is_mark)
}

/// The cells of a line by columns; `None` where something stands between them.
fn cells<'t>(line: &'t str, columns: &[Range<usize>]) -> Option<Vec<&'t str>> {
    let mut starts: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
    starts.push(line.len());
    let byte = |at: usize| starts.get(at).copied().unwrap_or(line.len());
    let mut last = 0;
    let mut cells = Vec::with_capacity(columns.len());
    for (i, column) in columns.iter().enumerate() {
        if !line[byte(last)..byte(column.start)].trim().is_empty() {
            return None;
        }
        // What follows the last column belongs to it.
        let end = if i + 1 == columns.len() { usize::MAX } else { column.end };
        cells.push(line[byte(column.start)..byte(end)].trim());
        last = column.end;
    }
    Some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells_of(text: &str) -> Option<Vec<Vec<&str>>> {
        rows(text).map(|rows| rows.into_iter().map(|(_, cells)| cells).collect())
    }

    #[test]
    fn cells_that_stand_under_each_other_are_columns() {
        let text = "\
Codice  Comune                     Utenti   Spesa\n\
------  ------------------------   ------   --------\n\
015146  Milano                        120   1.234,50\n\
015074  Cesano Boscone                 15\n\
098031  Lodi                            7      40,00\n";
        let rows = cells_of(text).unwrap();
        assert_eq!(rows[0], ["Codice", "Comune", "Utenti", "Spesa"]);
        assert_eq!(rows[2], ["015074", "Cesano Boscone", "15", ""]);
        assert_eq!(rows.len(), 4);
    }

    #[test]
    fn titles_and_notes_keep_to_no_column() {
        let text = "\
Utenti dei servizi domiciliari al 31/12/2023, per Comune di residenza\n\
\n\
CODICE COMUNE                  POPOLAZIONE RESIDENTE\n\
015146 MILANO                              1.371.498\n\
015202 SAN DONATO MILANESE                    32.221\n\
015201 SAN COLOMBANO AL LAMBRO                 7.300\n\
098031 LODI                                   45.000\n\
Fonte: anagrafe dei Comuni, dati provvisori forniti dagli uffici dei servizi\n";
        let rows = cells_of(text).unwrap();
        assert_eq!(rows[0].len(), 1);
        assert_eq!(rows[1], ["CODICE", "COMUNE", "POPOLAZIONE RESIDENTE"]);
        assert_eq!(rows[3], ["015202", "SAN DONATO MILANESE", "32.221"]);
        assert_eq!(rows[6].len(), 1);
    }

    #[test]
    fn several_blanks_part_cells_that_do_not_stand_under_each_other() {
        let text = "Utenti dei servizi\nComune  Utenti\nMilano  120\nCesano Boscone   7\nLodi    15\n";
        let rows = cells_of(text).unwrap();
        assert_eq!(rows[1..4], [["Comune", "Utenti"], ["Milano", "120"], ["Cesano Boscone", "7"]]);
        // An empty cell could be any.
        assert_eq!(
            rows_of_runs(
                "Comune  Utenti  Spesa\nMilano  120  4\nCesano Boscone   7\nLodi    15  6\nRho  1  2\n"
            ),
            None
        );
    }

    fn rows_of_runs(text: &str) -> Option<Vec<(u32, Vec<&str>)>> {
        by_runs(&(1..).zip(text.lines()).collect::<Vec<_>>())
    }

    #[test]
    fn words_alone_have_no_columns() {
        for text in [
            "uno\ndue\ntre\n",
            "Comune utenti\nMilano 120\nLodi 7\nCesano Boscone 12\n",
            "una riga di parole\nuna altra riga\nuna terza riga\n",
            "a,1\nb,2\nc,3\n",
        ] {
            assert_eq!(rows(text), None, "{text}");
        }
    }
}
