//! Numbers as offices write them. The number format of a column is decided once, from all of its cells, never cell by
//! cell: `1.234` beside `1.234.567` is over a thousand, beside `12.5` it is just over one.

use crate::base::{Numeral, Readings, Typed};
use crate::data::{Absence, Value};

/// The number format of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberFormat {
    /// The decimal mark; a point if none was seen.
    pub decimal: Option<char>,
    /// Whether some cells can be read in two ways, and only an assumption decides.
    pub is_ambiguous: bool,
    /// Whether cells contain a currency, a per cent sign or a footnote mark.
    pub has_marks: bool,
    /// Whether a decimal point can only be of a typed number, as in a workbook, whatever mark its texts have.
    pub is_typed: bool,
}

/// What the cells of a column show, collected one by one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    comma_decimal: usize,
    point_decimal: usize,
    comma_groups: usize,
    point_groups: usize,
    comma_either: usize,
    point_either: usize,
    /// Whole numbers without separators, below a thousand and from there on.
    small: usize,
    large: usize,
    marks: usize,
    /// Number of cells that are numbers.
    pub numbers: usize,
    /// Number of cells that are marks for missing values.
    pub absent: usize,
    /// Number of cells that are neither.
    pub others: usize,
    /// Number of cells that say what a withheld number lies within.
    pub withheld: usize,
}

impl Evidence {
    /// Takes a cell into account.
    pub fn add(&mut self, cell: &str) {
        // Integers without separators, by far the most common, show nothing.
        if !cell.is_empty() && cell.len() < 16 && cell.bytes().all(|b| b.is_ascii_digit()) {
            self.numbers += 1;
            *(if cell.len() < 4 { &mut self.small } else { &mut self.large }) += 1;
            return;
        }
        if absence(cell).is_some() || is_range(cell) {
            self.absent += 1;
            self.withheld += usize::from(limits(cell, true).is_some());
            return;
        }
        if is_text(cell) {
            self.others += 1;
            return;
        }
        let Bare { text, marked, .. } = bare(cell);
        let Some(numeral) = Numeral::read(text) else {
            self.others += 1;
            return;
        };
        self.numbers += 1;
        self.marks += usize::from(marked);
        match numeral {
            Numeral::Decimal(',', _) => self.comma_decimal += 1,
            Numeral::Decimal(..) => self.point_decimal += 1,
            Numeral::Grouped(',', _) => self.comma_groups += 1,
            Numeral::Grouped(..) => self.point_groups += 1,
            Numeral::Either(',', _) => self.comma_either += 1,
            Numeral::Either(..) => self.point_either += 1,
            Numeral::Plain(_) => {}
        }
    }

    /// Takes what other cells of the column show into account.
    pub(crate) fn merge(&mut self, other: &Self) {
        let counts = [
            (&mut self.comma_decimal, other.comma_decimal),
            (&mut self.point_decimal, other.point_decimal),
            (&mut self.comma_groups, other.comma_groups),
            (&mut self.point_groups, other.point_groups),
            (&mut self.comma_either, other.comma_either),
            (&mut self.point_either, other.point_either),
            (&mut self.small, other.small),
            (&mut self.large, other.large),
            (&mut self.marks, other.marks),
            (&mut self.numbers, other.numbers),
            (&mut self.absent, other.absent),
            (&mut self.others, other.others),
            (&mut self.withheld, other.withheld),
        ];
        counts.into_iter().for_each(|(own, other)| *own += other);
    }

    /// Whether the column holds numbers, some or all of which may be withheld. `is_counted` says whether its header is of
    /// counts: without a number, "0-2" and "3-5" may be classes of ages.
    pub fn is_numeric(&self, is_counted: bool) -> bool {
        let withheld = if is_counted { self.withheld } else { 0 };
        self.numbers + withheld > 0 && self.numbers + withheld >= 4 * self.others
    }

    /// The number format of the column; `None` if its cells contradict each other.
    pub fn format(&self) -> Option<NumberFormat> {
        let comma = self.comma_decimal + self.point_groups;
        let point = self.point_decimal + self.comma_groups;
        let decimal = match (comma, point) {
            (1.., 1..) => return None,
            (1.., 0) => Some(','),
            (0, 1..) => Some('.'),
            // Only cells that can be read both ways: in Italian a point separates thousands and a comma decimals.
            (0, 0) if self.comma_either > 0 && self.point_either > 0 => return None,
            (0, 0) if self.comma_either + self.point_either > 0 => Some(','),
            (0, 0) => None,
        };
        // `1.234` is settled by decimals in other cells, but not by groups, which may occur only in larger numbers.
        let settled = self.comma_decimal + self.point_decimal > 0;
        let either = self.comma_either + self.point_either > 0;
        let is_ambiguous = either && !settled;
        Some(NumberFormat { decimal, is_ambiguous, has_marks: self.marks > 0, is_typed: false })
    }

    /// How many cells can only have a decimal comma, and how many only a decimal point.
    pub(crate) fn shown(&self) -> [usize; 2] {
        [self.comma_decimal + self.point_groups, self.point_decimal + self.comma_groups]
    }

    /// Whether a cell has decimals beyond doubt.
    pub(crate) fn has_decimals(&self) -> bool {
        self.comma_decimal + self.point_decimal > 0
    }

    /// The mark of cells that can be read in two ways, if it separates thousands there: because the numbers are whole, or because
    /// all numbers below a thousand are, and none from there on is without it. `None` where a cell has decimals.
    pub(crate) fn grouping(&self, is_whole: bool) -> Option<char> {
        let is_so = is_whole || self.small > 0 && self.large == 0;
        match (self.comma_either, self.point_either) {
            _ if self.comma_decimal + self.point_decimal > 0 || !is_so => None,
            (1.., 0) => Some(','),
            (0, 1..) => Some('.'),
            _ => None,
        }
    }

    /// The number format of a column of counts, which have no decimals: "1,234" can only be thousands.
    pub(crate) fn format_of_counts(&self) -> Option<NumberFormat> {
        let format = self.format()?;
        let is_grouped = format.decimal == Some(',')
            && format.is_ambiguous
            && self.comma_either > 0
            && self.point_groups == 0;
        Some(if is_grouped { NumberFormat { decimal: Some('.'), ..format } } else { format })
    }
}

/// The number in a cell of up to fifteen digits and nothing else.
pub(crate) fn digits(cell: &str) -> Option<f64> {
    if cell.is_empty() || cell.len() > 15 {
        return None;
    }
    let mut number: u64 = 0;
    for byte in cell.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + u64::from(digit);
    }
    // Below 2^53 every whole number is itself.
    Some(number as f64)
}

impl NumberFormat {
    /// Reads a cell: a number, the reason why it is missing, or `None` if it is neither.
    pub fn read(&self, cell: &str) -> Option<Value> {
        if let Some(number) = digits(cell) {
            return Some(Ok(number));
        }
        if let Some(absence) = absence(cell) {
            return Some(Err(absence));
        }
        if is_range(cell) {
            return Some(Err(Absence::Suppressed));
        }
        if is_text(cell) {
            return None;
        }
        let bare = bare(cell);
        let number = match Numeral::read(bare.text)? {
            Numeral::Decimal('.', number) if self.is_typed => number,
            numeral => numeral.with_decimals_after(self.decimal.unwrap_or('.'))?,
        };
        Some(Ok(bare.worth(number)))
    }
}

/// Whether a cell begins with a letter and none of the words that may stand before a number, so that it is surely none: most cells
/// of text are told from numbers by this alone.
fn is_text(cell: &str) -> bool {
    const BEFORE: [&str; 6] = ["ca", "circa", "eur", "about", "zero", "nessun"];
    let begins = |word: &&str| cell.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
    cell.starts_with(|c: char| c.is_ascii_alphabetic()) && !BEFORE.iter().any(begins)
}

/// How a cell reads on its own, ignoring its marks.
pub fn alone(cell: &str) -> Typed {
    let bare = bare(cell);
    match Typed::read(bare.text) {
        Typed::Sure(number) => Typed::Sure(bare.worth(number)),
        Typed::Ambiguous(Readings { decimals, thousands }) => {
            Typed::Ambiguous(Readings { decimals: bare.worth(decimals), thousands: bare.worth(thousands) })
        }
        Typed::NoNumber => Typed::NoNumber,
    }
}

/// Why there is no number, if a cell says so. ISTAT also writes `-` for a phenomenon that exists with no cases:
/// unless the source says so, it is not read as zero.
pub fn absence(cell: &str) -> Option<Absence> {
    const MISSING: [&str; 45] = [
        "dato non disponibile",
        "dato non pervenuto",
        "dato non fornito",
        "dato mancante",
        "nessun dato",
        "non comunicato",
        "non fornito",
        "non trasmesso",
        "n. d.",
        "n.disp.",
        "not available",
        "no data",
        "n/d",
        "n.v.",
        "non rilevato",
        "mancante",
        "",
        "-",
        "–",
        "—",
        "..",
        "...",
        "....",
        "…",
        ":",
        "n.d.",
        "n.d",
        "nd",
        "n.p.",
        "n.r.",
        "na",
        "n/a",
        "null",
        "nan",
        "n.a.",
        "/",
        "//",
        "--",
        "---",
        "s.d.",
        "n.c.",
        "nc",
        "n.d",
        "non disponibile",
        "non pervenuto",
    ];
    // Nearly all cells are plain numbers.
    let is_plain = cell.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    if cell.len() > 20 || is_plain {
        return None;
    }
    match cell {
        "*" | "**" | "c" | "C" => return Some(Absence::Suppressed),
        "z" | "Z" => return Some(Absence::NotApplicable),
        _ => {}
    }
    let is_missing = |cell: &str| MISSING.iter().any(|word| word.eq_ignore_ascii_case(cell));
    // Limits have a number.
    if cell.bytes().any(|b| b.is_ascii_digit()) && !is_range(cell) && limits(cell, true).is_some() {
        return Some(Absence::Suppressed);
    }
    (is_missing(cell) || cell.starts_with('#')).then_some(Absence::Missing)
}

/// Whether a cell is two numbers with a dash, which is a value between limits below a header, and a class of ages in one.
fn is_range(cell: &str) -> bool {
    cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | ' ')) && limits(cell, true).is_some()
}

/// What a cell says a withheld number lies within: "<5", "meno di 3", "1-4", "5 o meno". `None` for a bare mark such as
/// "*", of which nothing is known. The limits of a whole number are whole.
pub fn limits(cell: &str, is_whole: bool) -> Option<(f64, f64)> {
    /// What comes before the limit, and whether it is below it.
    const BEFORE: [(&str, bool); 22] = [
        ("<=", false),
        ("=<", false),
        ("≤", false),
        ("<", true),
        ("meno di ", true),
        ("inferiore a ", true),
        ("inferiori a ", true),
        ("minore di ", true),
        ("minori di ", true),
        ("sotto i ", true),
        ("sotto ", true),
        ("less than ", true),
        ("fewer than ", true),
        ("under ", true),
        ("below ", true),
        ("fino a ", false),
        ("non piu di ", false),
        ("al massimo ", false),
        ("massimo ", false),
        ("max ", false),
        ("up to ", false),
        ("at most ", false),
    ];
    const AFTER: [&str; 6] = [" o meno", " o di meno", " or less", " or fewer", " e meno", " max"];
    // Most cells are plain numbers or plain words.
    let plain = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b',' | b' ');
    if cell.bytes().all(plain) || !cell.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let cell = crate::i18n::folded(cell.trim().trim_matches(['(', ')']));
    let number = |text: &str| {
        let text = text.trim();
        let is_one = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        is_one.then(|| text.parse::<f64>().ok()).flatten()
    };
    if let Some((rest, is_open)) =
        BEFORE.iter().find_map(|(start, open)| Some((cell.strip_prefix(start)?, open)))
    {
        let most = number(rest.trim_start_matches('='))?;
        let is_open = *is_open && !rest.trim_start().starts_with('=');
        return Some((0.0, if is_open && is_whole { (most - 1.0).max(0.0) } else { most }));
    }
    if let Some(rest) = AFTER.iter().find_map(|end| cell.strip_suffix(end)) {
        return Some((0.0, number(rest)?));
    }
    let between = cell.strip_prefix("da ").or(cell.strip_prefix("tra ")).or(cell.strip_prefix("from "));
    let between = between.unwrap_or(&cell);
    let (low, high) =
        ["-", "–", " a ", " e ", " to "].iter().find_map(|between_them| between.split_once(between_them))?;
    let (low, high) = (number(low)?, number(high)?);
    (low < high).then_some((low, high))
}

/// The mark after the number in a cell, without parentheses: for a footnote, or for a value that is not final.
pub fn flag(cell: &str) -> Option<&str> {
    if cell.bytes().all(|b| b.is_ascii_digit()) || absence(cell).is_some() {
        return None;
    }
    let (number, flag) = parted(cell.trim())?;
    Numeral::read(bare(number).text).map(|_| flag)
}

/// Splits a cell into a number and the mark after it: "12 (e)", "12 (stima)", "12*", "12 p", "12e".
pub(crate) fn parted(text: &str) -> Option<(&str, &str)> {
    /// The letters that statistical offices put after a number.
    const LETTERS: [&str; 12] = ["e", "p", "s", "f", "b", "d", "n", "r", "u", "ep", "pe", "bp"];
    /// Those that may follow without a space: "12b" would be a house number.
    const CLOSE: [&str; 5] = ["e", "p", "s", "ep", "pe"];
    const WORDS: [&str; 5] = ["stim", "provv", "estim", "provis", "prelim"];
    if let Some((number, note)) = text.rsplit_once('(')
        && let Some(note) = note.strip_suffix(')')
        && !number.trim().is_empty()
    {
        let lower = note.to_lowercase();
        let is_word = note.chars().count() <= 24 && WORDS.iter().any(|word| lower.contains(word));
        return (note.chars().count() <= 3 || is_word).then(|| (number.trim(), note.trim()));
    }
    let starless = text.trim_end_matches(['*', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '†', '‡']);
    if starless.len() < text.len() && !starless.trim().is_empty() {
        return Some((starless.trim(), &text[starless.len()..]));
    }
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let mark = &text[digits.len()..];
    let word = mark.to_lowercase();
    let known = match digits.ends_with(char::is_whitespace) {
        true => LETTERS.contains(&word.as_str()) || WORDS.iter().any(|beginning| word.starts_with(beginning)),
        false => CLOSE.contains(&mark) && digits.ends_with(|c: char| c.is_ascii_digit()),
    };
    (known && !digits.trim().is_empty()).then(|| (digits.trim(), mark))
}

/// A cell without what surrounds its number.
struct Bare<'a> {
    text: &'a str,
    /// Whether there was anything around it, or a typographic minus sign.
    marked: bool,
    /// What the number is multiplied by: a million in "1,2 mln", and −1 in "(12)", as accountants write −12.
    factor: f64,
}

impl Bare<'_> {
    fn worth(&self, number: f64) -> f64 {
        const THOUSANDTHS: f64 = 1000.0;
        match self.factor {
            1.0 => number,
            // Avoids −0.
            -1.0 => 0.0 - number,
            // 2.3 times a million is not quite 2,300,000.
            factor => (number * factor * THOUSANDTHS).round() / THOUSANDTHS,
        }
    }
}

/// Takes off currency, per cent sign, footnote mark, the word for thousands or millions, and the parentheses of a negative
/// number.
fn bare(cell: &str) -> Bare<'_> {
    const CURRENCIES: [&str; 6] = ["€", "euro", "eur", "EUR", "Euro", "$"];
    // Spreadsheets mark a number stored as text with an apostrophe.
    let mut text = cell.trim().trim_start_matches('\'').trim();
    let (mut marked, mut factor) = (false, 1.0);
    if let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && inside.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '€')
    {
        (text, marked, factor) = (inside.trim(), true, -1.0);
    }
    if let Some(number) =
        text.strip_suffix('-').filter(|number| number.ends_with(|c: char| c.is_ascii_digit()))
    {
        // As accounting programs print −12.
        (text, marked, factor) = (number, true, -1.0);
    }
    if ["zero", "nessuno", "nessuna"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        (text, marked) = ("0", true);
    }
    if let Some((number, _)) = parted(text).or_else(|| with_unit(text)) {
        text = number;
        marked = true;
    }
    const ABOUT: [&str; 6] = ["ca.", "ca ", "circa ", "~", "≈", "about "];
    let about =
        ABOUT.iter().find_map(|word| text.get(..word.len()).filter(|own| own.eq_ignore_ascii_case(word)));
    if let Some(rest) = about.map(|word| text[word.len()..].trim_start())
        && rest.starts_with(|c: char| c.is_ascii_digit())
    {
        (text, marked) = (rest, true);
    }
    for mark in CURRENCIES.into_iter().chain(["%", "*"]) {
        let stripped = text.strip_prefix(mark).or_else(|| text.strip_suffix(mark));
        if let Some(rest) = stripped {
            text = rest.trim();
            marked = true;
        }
    }
    if let Some((number, times)) = multiplied(text) {
        (text, marked, factor) = (number, true, factor * times);
    }
    marked |= text.contains('\u{2212}');
    Bare { text, marked, factor }
}

/// Splits a number from the word for what it is a number of: "12 ore", "3,5 km". Ages are not among them: "65 anni" is a class.
fn with_unit(text: &str) -> Option<(&str, &str)> {
    const UNITS: [&str; 26] = [
        "ore", "ora", "h", "gg", "gg.", "giorni", "giorno", "minuti", "min", "min.", "utenti", "utente",
        "persone", "posti", "casi", "unità", "n.", "km", "km2", "km²", "kmq", "mq", "m2", "m²", "ha", "kg",
    ];
    let (number, unit) = text.rsplit_once(char::is_whitespace)?;
    let number = number.trim_end();
    let lower = unit.to_lowercase();
    (UNITS.contains(&lower.as_str()) && number.ends_with(|c: char| c.is_ascii_digit()))
        .then_some((number, unit))
}

/// Splits a number from the word that multiplies it.
fn multiplied(text: &str) -> Option<(&str, f64)> {
    const WORDS: [(&str, f64); 13] = [
        ("mln", 1e6),
        ("mln.", 1e6),
        ("mio", 1e6),
        ("milioni", 1e6),
        ("milione", 1e6),
        ("million", 1e6),
        ("mld", 1e9),
        ("mld.", 1e9),
        ("miliardi", 1e9),
        ("miliardo", 1e9),
        ("billion", 1e9),
        ("mila", 1e3),
        ("migliaia", 1e3),
    ];
    let text = text.strip_suffix(" di").map_or(text, str::trim_end);
    let number = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let word = text[number.len()..].to_lowercase();
    let times = WORDS.iter().find(|(known, _)| *known == word)?.1;
    let number = number.trim_end();
    number.ends_with(|c: char| c.is_ascii_digit()).then_some((number, times))
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINT: NumberFormat =
        NumberFormat { decimal: Some('.'), is_ambiguous: false, has_marks: false, is_typed: false };

    fn read(cells: &[&str]) -> Option<Vec<Option<Value>>> {
        let mut evidence = Evidence::default();
        cells.iter().for_each(|cell| evidence.add(cell));
        let format = evidence.format()?;
        Some(cells.iter().map(|cell| format.read(cell)).collect())
    }

    fn numbers(cells: &[&str]) -> Vec<f64> {
        let read = read(cells).unwrap_or_else(|| panic!("{cells:?} contradict each other"));
        read.into_iter().map(|value| value.unwrap().unwrap()).collect()
    }

    #[test]
    fn a_column_decides_for_its_cells() {
        assert_eq!(numbers(&["1234,5", "2,25", "3"]), [1234.5, 2.25, 3.0]);
        assert_eq!(numbers(&["1.371.498", "45.212", "79.732"]), [1_371_498.0, 45_212.0, 79_732.0]);
        assert_eq!(numbers(&["1.234", "12.5"]), [1.234, 12.5]);
        assert_eq!(numbers(&["1.234", "12,5"]), [1234.0, 12.5]);
        assert_eq!(numbers(&["1,234.5", "1,000"]), [1234.5, 1000.0]);
        assert_eq!(
            numbers(&["1'371'498", "45\u{202f}212", "79\u{a0}732", "1 000"]),
            [1_371_498.0, 45_212.0, 79_732.0, 1000.0]
        );
        assert_eq!(numbers(&["12,5%", "€ 1.234,50", "\u{2212}5", "3,2 (a)"]), [12.5, 1234.5, -5.0, 3.2]);
        assert_eq!(numbers(&["666830288.0", "1.5e3", "0.125"]), [666_830_288.0, 1500.0, 0.125]);
        assert_eq!(
            numbers(&["12 e", "13 (stima)", "14,5 (dato provvisorio)", "15*", "16p"]),
            [12.0, 13.0, 14.5, 15.0, 16.0]
        );
        assert_eq!(numbers(&[",5", "-0,5", "7,"]), [0.5, -0.5, 7.0]);
        assert_eq!(numbers(&["12-", "1.234,5-", "7"]), [-12.0, -1234.5, 7.0]);
        assert_eq!(numbers(&["12 ore", "7,5 ore", "3 KM", "zero", "Nessuno"]), [12.0, 7.5, 3.0, 0.0, 0.0]);
        assert_eq!(numbers(&["(12)", "(1.234,5)", "7", "-3"]), [-12.0, -1234.5, 7.0, -3.0]);
        assert_eq!(
            numbers(&["2,3 mln", "€ 1,25 milioni", "0,8 mln €", "3 milioni di euro", "12 mila", "1,5 mld"]),
            [2_300_000.0, 1_250_000.0, 800_000.0, 3_000_000.0, 12_000.0, 1_500_000_000.0]
        );
        assert!(read(&["1.234,5", "1,234.5"]).is_none());
    }

    #[test]
    fn a_mark_after_a_number_is_distinguished() {
        for (cell, mark) in
            [("12 (e)", "e"), ("12 e", "e"), ("12*", "*"), ("3,5 (stima)", "stima"), ("7p", "p")]
        {
            assert_eq!(flag(cell), Some(mark), "{cell}");
        }
        for cell in ["12", "1.5e3", "*", "12b", "Milano (MI)", "12 %", "n.d.", "e"] {
            assert_eq!(flag(cell), None, "{cell}");
        }
    }

    #[test]
    fn what_contradicts_the_stated_format_is_not_a_number() {
        let comma = NumberFormat { decimal: Some(','), ..NumberFormat::default() };
        let typed = NumberFormat { is_typed: true, ..comma };
        assert_eq!((comma.read("28.2"), typed.read("28.2")), (None, Some(Ok(28.2))));
        assert_eq!(comma.read("1.234,5"), Some(Ok(1234.5)));
        for cell in ["2.5", "12.34", "1,234.5", "1,5.000"] {
            assert_eq!(comma.read(cell), None, "{cell}");
        }
        assert_eq!(POINT.read("1,5"), None);
    }

    #[test]
    fn what_can_be_read_both_ways_is_reported() {
        let format = |cells: &[&str]| {
            let mut evidence = Evidence::default();
            cells.iter().for_each(|cell| evidence.add(cell));
            evidence.format().unwrap()
        };
        assert!(format(&["1.234", "45"]).is_ambiguous);
        assert!(format(&["1.371.498", "45.212"]).is_ambiguous);
        assert!(!format(&["1.234", "4,5"]).is_ambiguous);
        assert!(!format(&["0.234", "1.25"]).is_ambiguous);
        assert!(format(&["5 €"]).has_marks);
        let mut evidence = Evidence::default();
        ["1,234", "45"].iter().for_each(|cell| evidence.add(cell));
        let counts = evidence.format_of_counts().unwrap();
        assert_eq!((counts.read("1,234"), counts.is_ambiguous), (Some(Ok(1234.0)), true));
    }

    #[test]
    fn a_withheld_number_may_have_limits() {
        for (cell, whole, other) in [
            ("<5", (0.0, 4.0), (0.0, 5.0)),
            ("< 5", (0.0, 4.0), (0.0, 5.0)),
            ("<=3", (0.0, 3.0), (0.0, 3.0)),
            ("≤3", (0.0, 3.0), (0.0, 3.0)),
            ("1-4", (1.0, 4.0), (1.0, 4.0)),
            ("1–4", (1.0, 4.0), (1.0, 4.0)),
            ("da 1 a 4", (1.0, 4.0), (1.0, 4.0)),
            ("Meno di 5", (0.0, 4.0), (0.0, 5.0)),
            ("5 o meno", (0.0, 5.0), (0.0, 5.0)),
            ("non più di 3", (0.0, 3.0), (0.0, 3.0)),
            ("fewer than 10", (0.0, 9.0), (0.0, 10.0)),
            ("5 or fewer", (0.0, 5.0), (0.0, 5.0)),
        ] {
            assert_eq!(limits(cell, true), Some(whole), "{cell}");
            assert_eq!(limits(cell, false), Some(other), "{cell}");
            assert_eq!(POINT.read(cell), Some(Err(Absence::Suppressed)), "{cell}");
        }
        for cell in ["*", "n.d.", "-", "", "12", "-5", "4-1", "2020-2021", "1-2-3", "c", ":"] {
            assert_eq!(limits(cell, true), None, "{cell}");
        }
    }

    #[test]
    fn what_is_absent_says_why_and_is_never_zero() {
        let why = |cell| POINT.read(cell);
        for cell in ["", "-", "..", "n.d.", "N.D.", "…", "#N/D", "NA", ":"] {
            assert_eq!(why(cell), Some(Err(Absence::Missing)), "{cell}");
        }
        assert_eq!(why("*"), Some(Err(Absence::Suppressed)));
        assert_eq!(why("z"), Some(Err(Absence::NotApplicable)));
        for cell in ["abc", "12 milano", "mln", "(a)", "12a", "1.2.3", "--3", "1e9999", "Milano"] {
            assert_eq!(why(cell), None, "{cell}");
        }
        assert_eq!(why("0"), Some(Ok(0.0)));
    }
}
