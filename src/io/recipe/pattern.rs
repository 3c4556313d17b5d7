//! How recipes name columns, tolerating different spellings.

use crate::i18n::folded;

/// The common key of all spellings of a header: letters and digits, without case and accents.
pub fn header_key(header: &str) -> String {
    folded(header).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Whether a header, given by its [`header_key`], matches a pattern: spellings separated by `|`, each in full or,
/// with a final `*`, as a prefix; `#` stands for a year.
pub fn matches(pattern: &str, key: &str) -> bool {
    pattern.split('|').any(|spelling| match spelling.split_once('#') {
        Some((before, after)) => key.strip_prefix(&header_key(before)).is_some_and(|rest| {
            let is_year = rest.len() >= 4 && rest.bytes().take(4).all(|b| b.is_ascii_digit());
            is_year && is_spelling(after, &rest[4..])
        }),
        None => !key.is_empty() && is_spelling(spelling, key),
    })
}

fn is_spelling(spelling: &str, key: &str) -> bool {
    match spelling.trim().strip_suffix('*') {
        Some(beginning) => key.starts_with(&header_key(beginning)),
        None => key == header_key(spelling),
    }
}

/// A header as a variable id: snake_case.
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
        assert!(matches("Suolo consumato # ettari", &header_key("Suolo consumato 2024 [ettari]")));
        assert!(!matches("Suolo consumato #", &header_key("Suolo consumato 2024 [ettari]")));
        assert!(matches("Suolo consumato #", &header_key("Suolo consumato 2024 [%]")));
        assert!(!matches("Suolo consumato #", &header_key("Suolo consumato [%]")));
        assert_eq!(slug("Popolazione al 1° gennaio - Totale"), "popolazione_al_1_gennaio_totale");
        assert_eq!(slug("Reddito \n medio (€)"), "reddito_medio");
    }
}
