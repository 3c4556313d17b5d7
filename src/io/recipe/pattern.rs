//! How recipes name columns, forgiving what spellings differ in.

use crate::i18n::folded;

/// What all spellings of a header have in common: letters and digits, without case and accents.
pub fn header_key(header: &str) -> String {
    folded(header).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Whether a header, by its [`header_key`], is what a pattern names: spellings parted by `|`, each whole or,
/// with `*` at its end, the beginning.
pub fn matches(pattern: &str, key: &str) -> bool {
    pattern.split('|').any(|spelling| match spelling.trim().strip_suffix('*') {
        Some(beginning) => key.starts_with(&header_key(beginning)),
        None => !key.is_empty() && key == header_key(spelling),
    })
}

/// A header as the id of a variable: snake_case.
pub fn slug(header: &str) -> String {
    let mut slug = String::with_capacity(header.len());
    for c in folded(header).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
    }
    slug.truncate(slug.trim_end_matches('_').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_forgiven() {
        assert!(matches("Codice comune|Codice Istat*", &header_key("CODICE_COMUNE ")));
        assert!(matches("Codice comune|Codice Istat*", &header_key("Codice Istat Comune")));
        assert!(!matches("Codice comune", &header_key("Codice comune formato numerico")));
        assert!(!matches("Codice comune", ""));
        assert_eq!(slug("Popolazione al 1° gennaio - Totale"), "popolazione_al_1_gennaio_totale");
        assert_eq!(slug("Reddito \n medio (€)"), "reddito_medio");
    }
}
