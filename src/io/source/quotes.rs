//! Misused quotes in delimited text: whole lines within quotes, and quotes that are never closed.

/// Removes the quotes when each line as a whole is quoted, as Excel does with a table that is all in its first
/// column. `None` where most lines are not quoted so.
pub(crate) fn unwrapped(text: &str) -> Option<String> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let within = |line: &str| {
        // Empty cells may follow.
        let line = line.trim_end_matches([';', ',', '\t', ' ', '\r']);
        let inside = line.strip_prefix('"')?.strip_suffix('"')?;
        let is_one = !inside.replace("\"\"", "").contains('"');
        (is_one && inside.contains([';', ',', '\t', '|'])).then(|| inside.replace("\"\"", "\""))
    };
    let (mut wrapped, mut all) = (0, 0);
    for line in lines().take(200) {
        all += 1;
        wrapped += usize::from(within(line).is_some());
    }
    if wrapped < 2 || wrapped * 10 < all * 9 {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    for line in text.lines() {
        plain.push_str(&within(line).unwrap_or_else(|| line.to_owned()));
        plain.push('\n');
    }
    Some(plain)
}

/// The text without quotes that are never closed, and the numbers of their lines: such a quote would make one cell of
/// the rows after it. `None` where every quote is closed. A cell of several lines is kept as one if none of them
/// is a row by itself; letters after its closing quote are then part of it.
pub fn closed(text: &str, delimiter: u8) -> Option<(String, Vec<u32>)> {
    if !text.contains('"') {
        return None;
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let usual = usual(&lines, delimiter);
    let mut unclosed: Vec<(usize, usize)> = Vec::new();
    // The line where a record is begun, and the delimiters that it had in the lines before.
    let (mut at, mut before) = (0, 0);
    let mut begun: Option<usize> = None;
    while at < lines.len() {
        let column = begun.take().or_else(|| open_at_end(lines[at].as_bytes(), delimiter));
        let Some(column) = column else {
            (at, before) = (at + 1, 0);
            continue;
        };
        match end_of(&lines, (at, column), before, delimiter, &usual) {
            End::Unclosed => {
                unclosed.push((at, column));
                (at, before) = (at + 1, 0);
            }
            End::Closed(line) => (at, before) = (line + 1, 0),
            End::Reopened { line, column, delimiters } => {
                (at, before, begun) = (line, delimiters, Some(column));
            }
        }
    }
    if unclosed.is_empty() {
        return None;
    }
    let mut mended = String::with_capacity(text.len());
    // Quotes of one line follow each other, and lines come in order.
    let mut quotes = unclosed.iter().peekable();
    for (at, line) in lines.iter().enumerate() {
        let quote = quotes.next_if(|(of, _)| *of == at);
        while quotes.next_if(|(of, _)| *of <= at).is_some() {}
        match quote {
            Some((_, column)) => {
                mended.push_str(&line[..*column]);
                mended.push_str(&line[column + 1..]);
            }
            None => mended.push_str(line),
        }
    }
    Some((mended, unclosed.iter().map(|(at, _)| *at as u32 + 1).collect()))
}

/// Where a quote that is open at the end of a line is closed.
enum End {
    /// Nowhere: the lines after it are rows.
    Unclosed,
    /// In this line, which ends the record.
    Closed(usize),
    /// In this line, where another cell is opened; the record has so many delimiters up to there.
    Reopened { line: usize, column: usize, delimiters: usize },
}

/// Finds the end of the quote opened there. A row like all the others shows that it was not closed, even if it has quotes of its
/// own; only a line that is no row by itself may begin a cell with such a line in it, which must then end as a row does.
fn end_of(lines: &[&str], begun: (usize, usize), before: usize, delimiter: u8, usual: &[usize]) -> End {
    let (at, column) = begun;
    let first = lines[at].as_bytes();
    let begins = before + outside(&first[..column], delimiter);
    let all = begins + first[column..].iter().filter(|b| **b == delimiter).count();
    let is_row = |delimiters: &usize| usual.contains(delimiters);
    let begins_as_row = is_row(&all);
    let mut has_rows = false;
    for (j, line) in lines.iter().enumerate().skip(at + 1) {
        let line = line.as_bytes();
        if row(line, delimiter).is_some_and(|delimiters| is_row(&delimiters)) {
            if begins_as_row || j - at > MOST_LINES {
                return End::Unclosed;
            }
            has_rows = true;
        }
        let raw = || outside(line, delimiter);
        let (delimiters, opened) = match scan(line, delimiter, true, true) {
            Scan::Inside => continue,
            Scan::Broken => {
                let begins_like_it = usual.is_empty() && all == raw();
                if begins_as_row || begins_like_it || has_rows {
                    // The quote that seems to close it opens a cell of another row.
                    return End::Unclosed;
                }
                match scan(line, delimiter, true, false) {
                    Scan::Closed { delimiters, opened } => (delimiters, opened),
                    Scan::Inside | Scan::Broken => (0, None),
                }
            }
            Scan::Closed { delimiters, opened } => {
                let are_rows = begins_as_row && is_row(&raw());
                if are_rows || (has_rows && opened.is_none() && !is_row(&(begins + delimiters))) {
                    return End::Unclosed;
                }
                (delimiters, opened)
            }
        };
        return match opened {
            Some(column) => End::Reopened { line: j, column, delimiters: begins + delimiters },
            None => End::Closed(j),
        };
    }
    End::Unclosed
}

/// After how many lines a row like the others is no part of a cell any more.
const MOST_LINES: usize = 50;

/// The state of an open quote at the end of a line.
enum Scan {
    Inside,
    /// It is closed in the middle of a cell.
    Broken,
    /// It is closed, with so many delimiters outside quotes after it; another may be open at the end.
    Closed {
        delimiters: usize,
        opened: Option<usize>,
    },
}

/// Goes through a line with an open quote, or with none. With `stops` it ends at a quote of an earlier line that is closed in the
/// middle of a cell.
fn scan(line: &[u8], delimiter: u8, is_open: bool, stops: bool) -> Scan {
    let (mut quoted, mut opened, mut is_closed) = (is_open, None, !is_open);
    let (mut begins, mut delimiters) = (!is_open, 0);
    let mut i = 0;
    while i < line.len() {
        match (line[i], quoted) {
            (b'"', true) if line.get(i + 1) == Some(&b'"') => i += 1,
            (b'"', true) => {
                if stops && !is_closed && !ends_cell(&line[i + 1..], delimiter) {
                    return Scan::Broken;
                }
                (quoted, opened, is_closed) = (false, None, true);
            }
            (b'"', false) if begins => (quoted, opened) = (true, Some(i)),
            (byte, false) => delimiters += usize::from(byte == delimiter),
            _ => {}
        }
        begins = !quoted && line[i] == delimiter;
        i += 1;
    }
    if is_closed { Scan::Closed { delimiters, opened: opened.filter(|_| quoted) } } else { Scan::Inside }
}

/// Whether nothing but blanks follows before the next delimiter or the end of the line.
fn ends_cell(rest: &[u8], delimiter: u8) -> bool {
    rest.iter().find(|b| **b == delimiter || !b.is_ascii_whitespace()).is_none_or(|b| *b == delimiter)
}

/// Where a quote is opened that is open at the end of a line that begins a row.
fn open_at_end(line: &[u8], delimiter: u8) -> Option<usize> {
    match scan(line, delimiter, false, false) {
        Scan::Closed { opened, .. } => opened,
        Scan::Inside | Scan::Broken => None,
    }
}

/// The delimiters of a line outside quotes.
fn outside(line: &[u8], delimiter: u8) -> usize {
    match scan(line, delimiter, false, false) {
        Scan::Closed { delimiters, .. } => delimiters,
        Scan::Inside | Scan::Broken => 0,
    }
}

/// The delimiters of a line that is a row by itself: each quote begins or ends a cell.
fn row(line: &[u8], delimiter: u8) -> Option<usize> {
    let (mut quoted, mut begins, mut delimiters) = (false, true, 0);
    let mut i = 0;
    while i < line.len() {
        match (line[i], quoted) {
            (b'"', true) if line.get(i + 1) == Some(&b'"') => i += 1,
            (b'"', true) if ends_cell(&line[i + 1..], delimiter) => quoted = false,
            (b'"', false) if begins => quoted = true,
            (b'"', _) => return None,
            (byte, false) => delimiters += usize::from(byte == delimiter),
            _ => {}
        }
        begins = !quoted && line[i] == delimiter;
        i += 1;
    }
    (!quoted).then_some(delimiters)
}

/// How many delimiters rows have: the numbers that at least a fifth of the lines has that are rows by themselves.
fn usual(lines: &[&str], delimiter: u8) -> Vec<usize> {
    let rows = lines.iter().take(1_000).filter_map(|line| row(line.as_bytes(), delimiter));
    let mut counts: Vec<usize> = rows.filter(|count| *count > 0).collect();
    counts.sort_unstable();
    // A single line is not enough: a note may look like a row.
    let is_usual = |run: &&[usize]| run.len() > 1 && run.len() * 5 >= counts.len();
    let usual: Vec<usize> = counts.chunk_by(|a, b| a == b).filter(is_usual).map(|run| run[0]).collect();
    // Where no row is on one line, the header is.
    let header = || lines.first().and_then(|line| row(line.as_bytes(), delimiter)).filter(|count| *count > 0);
    if usual.is_empty() { header().into_iter().collect() } else { usual }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_within_quotes_come_out() {
        let text = "\"codice,\"\"comune\"\",\"\"n\"\"\"\r\n\"015146,\"\"Milano\"\",\"\"a, b\"\"\"\r\n";
        assert_eq!(unwrapped(text).as_deref(), Some("codice,\"comune\",\"n\"\n015146,\"Milano\",\"a, b\"\n"));
        for text in ["codice;n\n015146;1\n", "\"codice\";\"n\"\n\"015146\";\"1\"\n", "\"uno\"\n\"due\"\n"] {
            assert_eq!(unwrapped(text), None, "{text}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_left_out() {
        let text = "c;n;v\n1;a;1\n2;\"b;2\n3;c;3\n4;d;\"4\n5;e;5\n";
        let (mended, lines) = closed(text, b';').unwrap();
        assert_eq!(mended, "c;n;v\n1;a;1\n2;b;2\n3;c;3\n4;d;4\n5;e;5\n");
        assert_eq!(lines, [3, 5]);
        let last = "c;n;v\n1;a;1\n2;b;2\n3;c;\"3\n";
        assert_eq!(closed(last, b';').map(|(_, lines)| lines), Some(vec![4]));
    }

    #[test]
    fn a_quote_that_the_next_row_seems_to_close_is_left_out() {
        let text = "c;n;v\nLodi;\"via C;3\nArese;\"via D\";4\nRho;e;5\n";
        let (mended, lines) = closed(text, b';').unwrap();
        assert_eq!((mended.as_str(), lines), ("c;n;v\nLodi;via C;3\nArese;\"via D\";4\nRho;e;5\n", vec![2]));
    }

    /// An empty cell in quotes, or a row with quotes of its own, does not hide that rows were swallowed.
    #[test]
    fn a_quote_that_swallows_rows_with_quotes_is_left_out() {
        for (text, unclosed) in [
            ("c;n;v\n1;a;1\n2;\"b;2\n3;\"\";3\n4;\"\";4\n5;e;5\n", vec![3]),
            ("c;n;v\n1;a;1\n2;\"b;2\n3;\"\";3\n4;\"\";4\n", vec![3]),
            ("c;n;v\n1;a;1\n2;\"b;2\n3;\"c\";3\n4;\"\";4\n", vec![3]),
            (
                "\"c\";\"n\";\"v\"\n\"1\";\"a\";\"1\"\n\"2\";\"b\";\"2\n\"3\";\"\";\"3\"\n\"4\";\"\";\"4\"\n",
                vec![3],
            ),
            ("c;n;v\n1;a;1\n2;b;\"\n3;\" c\";3\n4;d;4\n", vec![3]),
            // A row that is cut short, too.
            ("c;n;v\n1;a;1\n2;\"b\n3;\"\";3\n4;d;4\n", vec![3]),
            // Rows of different lengths.
            ("c;n;v\n1;a\n2;b\n3;\"c\n4;\"\"\n5;d;2\n6;e;3\n", vec![4]),
        ] {
            let (mended, lines) = closed(text, b';').unwrap_or_else(|| panic!("{text}"));
            assert_eq!((lines, closed(&mended, b';')), (unclosed, None), "{text}");
        }
    }

    #[test]
    fn cells_of_several_lines_stay_whole() {
        for text in [
            "c,n,v\n1,\"via Roma\nMilano\"(MI),2\n2,b,3\n3,c,4\n",
            "c,n,v\n1,\"via Roma, 3\nMilano\",2\n2,b,3\n3,c,4\n",
            "c,n,v\n1,\"a \"\"b\"\" c\",2\n2,b,3\n",
            "c,n,v\n1,\"nota\na,b,c\nfine\",2\n2,b,3\n3,c,4\n",
            "c,n,v\n1,\"via Roma\nMilano\",\"tel\nfax\"\n2,b,3\n3,c,4\n",
            "\"c\",\"n\"\n\"1\",\"x\"\n",
        ] {
            assert_eq!(closed(text, b','), None, "{text}");
        }
    }
}
