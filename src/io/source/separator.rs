//! Which character separates the cells of delimited text.

/// Possible separators, the most likely first on a tie.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
const COMMA: usize = 2;
/// Lines that are examined.
const SAMPLE: usize = 200;
/// The most lines that a cell within quotes may have here.
const MOST_LINES: usize = 30;

/// The separator, and whether most lines have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub separator: u8,
    pub is_sure: bool,
}

/// How often each separator is in a line, outside quotes.
#[derive(Clone, Copy, Default)]
struct Line {
    counts: [u32; SEPARATORS.len()],
    /// Commas between two digits.
    decimal: u32,
}

/// Finds the separator: the one that is in the most lines, from the header on, and parts them alike. A comma between digits is a
/// decimal comma wherever the line has another separator.
pub fn find(text: &str) -> Found {
    let lines = lines(text);
    let score = |at: usize| {
        let counts: Vec<u32> = lines.iter().map(|line| line.counts[at]).collect();
        let there = counts.iter().filter(|count| **count > 0).count();
        let mut sorted: Vec<u32> = counts.iter().copied().filter(|count| *count > 0).collect();
        sorted.sort_unstable();
        let alike = sorted.chunk_by(|a, b| a == b).map(<[u32]>::len).max().unwrap_or_default();
        // A title has its own commas; a header is followed by a row that has the same separator.
        let pairs = counts.windows(2).position(|pair| pair[0] > 0 && pair[1] > 0);
        let start = pairs.unwrap_or(if counts.len() == 1 { 0 } else { lines.len() });
        (there, alike, start)
    };
    let scores: Vec<(usize, usize, usize)> = (0..SEPARATORS.len()).map(score).collect();
    let first = scores.iter().filter(|(there, ..)| *there > 0).map(|(.., start)| *start).min();
    let points = |at: usize| {
        let (there, alike, start) = scores[at];
        let is_first = there > 0 && Some(start) == first;
        2 * there + alike + if is_first { lines.len() } else { 0 }
    };
    let best = (0..SEPARATORS.len()).rev().max_by_key(|at| points(*at)).unwrap_or(COMMA);
    let (there, alike, start) = scores[best];
    if there == 0 {
        return Found { separator: b',', is_sure: false };
    }
    let plain = |line: &&Line| best != COMMA || line.counts[COMMA] > line.decimal;
    let sure = lines.iter().filter(|line| line.counts[best] > 0).filter(plain).count();
    // Names that end with a number ("Paese 12,1") look like decimals; their header does not.
    let by_header = lines.get(start).is_some_and(|header| {
        let as_header = |line: &&Line| line.counts[best] == header.counts[best];
        plain(&header) && 2 * alike > lines.len() && lines.iter().filter(as_header).count() == alike
    });
    Found { separator: SEPARATORS[best], is_sure: by_header || 2 * sure > lines.len() }
}

fn lines(text: &str) -> Vec<Line> {
    let read = |line: &str, quoted: bool| count(line.as_bytes(), quoted);
    let mut lines = Vec::new();
    let mut all = text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE * 2).peekable();
    while let Some(line) = all.next() {
        if lines.len() == SAMPLE {
            break;
        }
        let (mut own, mut quoted) = read(line, false);
        if quoted {
            // The rest of a cell of several lines, if it is closed at all.
            let mut ahead = all.clone();
            let (mut whole, mut taken) = (own, 0);
            while let Some(next) = ahead.next().filter(|_| quoted && taken < MOST_LINES) {
                let (more, still) = read(next, true);
                whole.add(&more);
                (quoted, taken) = (still, taken + 1);
            }
            if quoted {
                own = count_all(line.as_bytes());
            } else {
                for _ in 0..taken {
                    all.next();
                }
                own = whole;
            }
        }
        // Where there is another separator, a comma between digits is none.
        let has_other = own.counts.iter().enumerate().any(|(at, count)| at != COMMA && *count > 0);
        if has_other {
            own.counts[COMMA] -= own.decimal;
            own.decimal = 0;
        }
        lines.push(own);
    }
    lines
}

impl Line {
    fn add(&mut self, other: &Self) {
        self.counts.iter_mut().zip(other.counts).for_each(|(own, other)| *own += other);
        self.decimal += other.decimal;
    }

    fn see(&mut self, line: &[u8], at: usize) {
        let Some(of) = SEPARATORS.iter().position(|separator| *separator == line[at]) else { return };
        self.counts[of] += 1;
        let is_digit = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(u8::is_ascii_digit);
        self.decimal += u32::from(of == COMMA && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)));
    }
}

/// Counts in a line; whether a quote is open at its end.
fn count(line: &[u8], mut quoted: bool) -> (Line, bool) {
    let (mut found, mut begins) = (Line::default(), !quoted);
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b'"' if quoted => quoted = false,
            // Two quotes are one of the cell's own.
            b'"' if begins || at > 0 && line[at - 1] == b'"' => quoted = true,
            _ if quoted => {}
            _ => found.see(line, at),
        }
        begins = !quoted && SEPARATORS.contains(byte);
    }
    (found, quoted)
}

/// Counts in a line as if it had no quotes.
fn count_all(line: &[u8]) -> Line {
    let mut found = Line::default();
    (0..line.len()).for_each(|at| found.see(line, at));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> char {
        char::from(find(text).separator)
    }

    #[test]
    fn the_separator_parts_lines_alike() {
        for text in ["a;b\n1,5;2,5\n", "a|b\n1,5|2,5", "a\tb\n1,5\t2,5"] {
            assert_eq!(of(text), char::from(text.as_bytes()[1]), "{text}");
        }
        assert_eq!(of("a,b\n\"1,5\",\"2,5\"\n"), ',');
        assert_eq!(of("one\ntwo\n"), ',');
        assert!(!find("one\ntwo\n").is_sure && find("a;b\n1;2\n").is_sure);
    }

    /// Decimal commas, and rows that are cut short or go on.
    #[test]
    fn uneven_rows_do_not_make_a_separator_of_decimal_commas() {
        for separator in [';', '\t', '|'] {
            let text = "Comune;Utenti;Tasso;Note\nMilano;120;12,5;ok\nLodi;15;8,1\nCorsico;20;9,3;;\nRho;4;7,5;x;y\n";
            assert_eq!(of(&text.replace(';', &separator.to_string())), separator);
            let text = "Comune;Indirizzo;Posti\nMilano;via Roma, 3;12\nLodi;via A, 4\nRho;via B, 5;7;;\nBollate;via C, 9\n";
            assert_eq!(of(&text.replace(';', &separator.to_string())), separator);
            let text = "Comune;Spesa, in euro\nMilano;12,5\nLodi;8,1;\nRho;7,2;;nota\n";
            assert_eq!(of(&text.replace(';', &separator.to_string())), separator);
        }
        assert_eq!(of("codice,comune,servizi\n015146,Milano,nido; sad\n098031,Lodi,sad; adm\n"), ',');
        assert_eq!(of("015146,12,13\n098031,14,15\n"), ',');
    }

    #[test]
    fn titles_and_notes_have_their_own_commas() {
        let text = "Popolazione, per età, 2023\ncodice;valore\n015146;1,5\n098031;2,5\nNota: uno, due, tre\n";
        assert_eq!(of(text), ';');
        let text = "Popolazione; per età\ncodice,valore\n015146,1\n098031,2\n015002,3\n";
        assert_eq!(of(text), ',');
    }

    #[test]
    fn quotes_hide_what_is_within() {
        assert_eq!(of("a;b;c\n\"x,y,z\";\"p,q\";1\n\"x\n,y,z\";2;3\n"), ';');
        // One that is never closed hides nothing.
        assert_eq!(of("a;b;c\n\"x;1,5;2\ny;2,5;3\nz;3,5;4\n"), ';');
    }
}
