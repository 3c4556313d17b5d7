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
/// the rest of the file. `None` where every quote is closed. A cell of several lines is kept as one if none of them
/// is a row by itself; letters after its closing quote are then part of it.
pub fn closed(text: &str, delimiter: u8) -> Option<(String, Vec<u32>)> {
    if !text.contains('"') {
        return None;
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let usual = usual(&lines, delimiter);
    let delimiters = |line: &[u8]| line.iter().filter(|b| **b == delimiter).count();
    // Whether the line where a quote was opened is a row by itself: it has the usual number of cells or, where that is
    // not known, as many as the line that seems to close the quote.
    let is_row = |begun: &str, usual: usize, closing: &[u8]| {
        delimiters(begun.as_bytes()) == if usual > 0 { usual } else { delimiters(closing) }
    };
    let mut unclosed: Vec<(usize, usize)> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at].as_bytes();
        if let Some(begun) = open
            && usual > 0
            && !line.contains(&b'"')
            && delimiters(line) == usual
        {
            // A row like all the others shows that the quote before it was not closed.
            unclosed.push(begun);
            (open, at) = (None, begun.0 + 1);
            continue;
        }
        open = match (scan(line, delimiter, open.is_some(), true), open) {
            (Some(State::Broken), Some(begun)) if is_row(lines[begun.0], usual, line) => {
                // The quote that seems to close it opens a cell of another row.
                unclosed.push(begun);
                at = begun.0 + 1;
                open = None;
                continue;
            }
            (Some(State::Broken), _) => match scan(line, delimiter, true, false) {
                Some(State::Opened(column)) => Some((at, column)),
                _ => None,
            },
            (Some(State::Opened(column)), _) => Some((at, column)),
            (Some(State::Closed), _) => None,
            (None, open) => open,
        };
        at += 1;
    }
    unclosed.extend(open);
    unclosed.dedup();
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

/// The state of the quotes at the end of a line.
enum State {
    Closed,
    Opened(usize),
    /// The quote of an earlier line is closed in the middle of a cell.
    Broken,
}

/// The state of the quotes at the end of a line; `None` where an open quote stays open. With `stops` it ends at a quote
/// of an earlier line that is closed in the middle of a cell.
fn scan(line: &[u8], delimiter: u8, is_open: bool, stops: bool) -> Option<State> {
    let (mut quoted, mut opened) = (is_open, None);
    let mut begins = !is_open;
    let mut i = 0;
    while i < line.len() {
        match (line[i], quoted) {
            (b'"', true) if line.get(i + 1) == Some(&b'"') => i += 1,
            (b'"', true) => {
                let ends =
                    line.get(i + 1).is_none_or(|next| *next == delimiter || next.is_ascii_whitespace());
                if stops && opened.is_none() && !ends {
                    return Some(State::Broken);
                }
                (quoted, opened) = (false, None);
            }
            (b'"', false) if begins => (quoted, opened) = (true, Some(i)),
            _ => {}
        }
        begins = !quoted && line[i] == delimiter;
        i += 1;
    }
    match (quoted, opened) {
        (false, _) => Some(State::Closed),
        (true, Some(column)) => Some(State::Opened(column)),
        (true, None) => None,
    }
}

/// How many delimiters most lines without quotes have.
fn usual(lines: &[&str], delimiter: u8) -> usize {
    let mut counts: Vec<usize> = lines
        .iter()
        .take(1_000)
        .filter(|line| !line.contains('"'))
        .map(|line| line.bytes().filter(|b| *b == delimiter).count())
        .filter(|count| *count > 0)
        .collect();
    counts.sort_unstable();
    let most = counts.chunk_by(|a, b| a == b).max_by_key(|run| run.len());
    // A single line is not enough: a note may look like a row.
    most.filter(|run| run.len() > 1).map_or(0, |run| run[0])
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

    #[test]
    fn cells_of_several_lines_stay_whole() {
        for text in [
            "c,n,v\n1,\"via Roma\nMilano\"(MI),2\n2,b,3\n3,c,4\n",
            "c,n,v\n1,\"via Roma, 3\nMilano\",2\n2,b,3\n3,c,4\n",
            "c,n,v\n1,\"a \"\"b\"\" c\",2\n2,b,3\n",
            "\"c\",\"n\"\n\"1\",\"x\"\n",
        ] {
            assert_eq!(closed(text, b','), None, "{text}");
        }
    }
}
