//! What somebody altered by hand.

/// The numbers in a text, one after the other, as they are written.
pub fn numbers(text: &str) -> Vec<&str> {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let pieces = text.split(|c: char| !is_of_number(c));
    pieces.map(|piece| piece.trim_matches(['.', ','])).filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_that_are_written() {
        assert_eq!(numbers("Al 1° gennaio 2026, 120.533 persone: il 3,5%."), ["1", "2026", "120.533", "3,5"]);
        assert!(numbers("nessuno, qui.").is_empty());
    }
}
