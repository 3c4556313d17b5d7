//! Numbers as they are typed.

/// A number as somebody types it: the decimals after a comma or a point, thousands parted or not. A single
/// comma or point parts decimals, since nobody types the thousands of a number by hand.
pub fn parse_number(typed: &str) -> Option<f64> {
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\'')
        .map(|c| if c == '\u{2212}' { '-' } else { c })
        .collect();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let parts = |c: char| matches!(c, ',' | '.');
    let (whole, fraction) = match digits.rfind(parts) {
        // The same sign twice parts thousands; of two signs the last parts decimals.
        Some(at) if !digits[..at].contains(&digits[at..=at]) => (&digits[..at], &digits[at + 1..]),
        _ => (digits, ""),
    };
    let text = format!("{}.{fraction}", whole.replace(parts, ""));
    let sound = text.chars().all(|c| c.is_ascii_digit() || c == '.') && text.len() > 1;
    sound.then(|| text.parse::<f64>().ok()).flatten().filter(|x| x.is_finite()).map(|x| sign * x + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_each_language_types_them() {
        for (typed, number) in [
            ("12,5", 12.5),
            ("12.5", 12.5),
            (" 150 ", 150.0),
            ("-3", -3.0),
            ("\u{2212}3,25", -3.25),
            ("+7", 7.0),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("1 234", 1234.0),
            ("3,", 3.0),
            (",5", 0.5),
            ("-0", 0.0),
        ] {
            assert_eq!(parse_number(typed), Some(number), "{typed}");
        }
        for typed in ["", " ", "-", ",", "1e5", "nan", "inf", "12a", "--3", "3-"] {
            assert_eq!(parse_number(typed), None, "{typed}");
        }
    }
}
