//! Numbers as documents print them.

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    pub value: f64,
    pub decimals: usize,
    /// As it is written, without its unit.
    pub written: String,
    /// Where it begins and ends.
    pub at: (usize, usize),
    pub is_percent: bool,
}

impl Number {
    /// A year, or what looks like one.
    pub fn is_year(&self) -> bool {
        self.decimals == 0 && self.written.len() == 4 && (1900.0..2100.0).contains(&self.value)
    }

    /// Its digits alone.
    pub fn digits(&self) -> String {
        self.written.chars().filter(char::is_ascii_digit).collect()
    }

    /// Half a unit of its last digit.
    pub fn rounding(&self) -> f64 {
        0.5 * 10_f64.powi(-(self.decimals as i32))
    }

    /// Whether two printed numbers can be the same one, rounded differently.
    pub fn agrees(&self, other: &Self) -> bool {
        let coarser = self.rounding().max(other.rounding());
        (self.value - other.value).abs() <= coarser * 1.000_001
    }
}

/// What stands between whole part and decimals in these texts: a point if some have one and none has a comma.
pub fn mark<'a>(texts: impl Iterator<Item = &'a str>) -> char {
    let (mut points, mut commas) = (0, 0);
    for text in texts {
        for token in tokens(text).map(|(_, token)| token) {
            let after = |mark: char| {
                token.rsplit_once(mark).map(|(before, after)| (before.contains(mark), after.len()))
            };
            match (after(','), after('.')) {
                (Some((false, digits)), None) if digits != 3 => commas += 1,
                (None, Some((false, digits))) if digits != 3 => points += 1,
                (Some(_), Some(_)) if token.rfind(',') > token.rfind('.') => commas += 1,
                (Some(_), Some(_)) => points += 1,
                _ => {}
            }
        }
    }
    if points > commas { '.' } else { ',' }
}

/// Runs of digits and the marks within them, with their positions.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text.get(rest..)?.find(|c: char| c.is_ascii_digit())?;
        let end = text[start..]
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
            .map_or(text.len(), |length| start + length);
        let token = text[start..end].trim_end_matches(['.', ',']);
        rest = end;
        Some((start, token))
    })
}

/// The numbers of a text that are quantities: no dates, no numbers of laws, tables or chapters.
pub fn all(text: &str, mark: char) -> Vec<Number> {
    let mut found = Vec::new();
    for (start, token) in tokens(text) {
        let end = start + token.len();
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        // "2018-2020", "4563/2021", "A4", "1°", "3a": parts of names.
        let is_part =
            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '°' | 'º' | '_'));
        if is_part(before) || is_part(after) {
            continue;
        }
        let Some((value, decimals)) = value(token, mark) else { continue };
        let is_negative = matches!(before, Some('-' | '−'))
            && text[..start].chars().rev().nth(1).is_none_or(|c| c.is_whitespace() || c == '(');
        let is_percent = text[end..].trim_start_matches([' ', '\u{a0}']).starts_with('%');
        found.push(Number {
            value: if is_negative { -value } else { value },
            decimals,
            written: token.to_owned(),
            at: (start, end),
            is_percent,
        });
    }
    found
}

/// The number that a cell is, with its unit, if it is nothing else.
pub fn whole(cell: &str, mark: char) -> Option<Number> {
    let cell = cell.trim();
    let [number] = &all(cell, mark)[..] else { return None };
    let around = format!("{}{}", &cell[..number.at.0], &cell[number.at.1..]);
    let is_unit = around.split_whitespace().all(|word| {
        matches!(
            word.to_lowercase().as_str(),
            "€" | "%" | "‰" | "euro" | "-" | "−" | "+" | "*" | "p.p." | "mln"
        )
    });
    is_unit.then(|| number.clone())
}

/// The value of a token and its decimals; nothing for dates, sections and the like.
fn value(token: &str, mark: char) -> Option<(f64, usize)> {
    let thousands = if mark == ',' { '.' } else { ',' };
    let (whole, decimals) = match token.split_once(mark) {
        Some((whole, decimals)) => (whole, decimals),
        None => (token, ""),
    };
    if decimals.contains([',', '.']) {
        return None;
    }
    let groups: Vec<&str> = whole.split(thousands).collect();
    let is_grouped = groups.len() == 1
        || (groups[0].len() <= 3
            && !groups[0].is_empty()
            && groups[1..].iter().all(|group| group.len() == 3));
    if !is_grouped || groups[0].len() > 15 {
        return None;
    }
    let text = format!("{}.{decimals}", groups.concat());
    Some((text.parse().ok()?, decimals.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_printed() {
        let read = |text: &str| -> Vec<f64> { all(text, ',').iter().map(|number| number.value).collect() };
        assert_eq!(read("Spesa 9.542.476 €, utenti 1.182; 33,5% (-2,1)."), [9_542_476.0, 1182.0, 33.5, -2.1]);
        assert_eq!(read("DGR 4563/2021, il 1° gennaio, Tabella 2.4, A4"), [0.0; 0]);
        assert_eq!(whole("€ 1.234", ',').map(|number| number.value), Some(1234.0));
        assert!(whole("12 utenti", ',').is_none() && whole("1.2.3", ',').is_none());
        assert_eq!(mark(["7.4", "10.9", "1.234"].into_iter()), '.');
        assert_eq!(mark(["7,4", "1.234"].into_iter()), ',');
        assert_eq!(all("7.4", '.')[0].value, 7.4);
        assert!(all("2019", ',')[0].is_year());
        let (fine, coarse) = (all("33,46", ',')[0].clone(), all("33,5", ',')[0].clone());
        assert!(fine.agrees(&coarse) && !fine.agrees(&all("33,6", ',')[0]));
    }
}
