//! Names as people write them.

use crate::i18n::folded;

/// The common key of all spellings of a name: its letters, without case, accents, apostrophes, hyphens and spaces,
/// with every form of "saint" abbreviated in the same way.
pub fn key(name: &str) -> String {
    let folded = folded(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        key.push_str(match word {
            "san" | "santo" | "santa" | "sant" | "santi" | "ss" | "sto" | "sta" => "s",
            other => other,
        });
    }
    key
}

/// The words of a name, spelled as in its [`key`], with spaces between them: a name with other word breaks may be
/// another one.
pub(crate) fn spelling(name: &str) -> String {
    let folded = folded(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(key).collect::<Vec<_>>().join(" ")
}

/// A name without the words that only say that it is an Ambito.
pub(crate) fn without_ambito(name: &str) -> &str {
    const WORDS: [&str; 9] = [
        "ambito territoriale sociale di ",
        "ambito territoriale di ",
        "ambito sociale di ",
        "ambito distrettuale di ",
        "ambito territoriale ",
        "ambito di ",
        "ambito ",
        "distretto sociale di ",
        "distretto di ",
    ];
    let trimmed = name.trim();
    let lower = trimmed.to_lowercase();
    let prefix = WORDS.iter().find(|word| lower.starts_with(**word) && trimmed.is_char_boundary(word.len()));
    prefix.map_or(trimmed, |word| &trimmed[word.len()..])
}

/// Whether a name is that of the total row.
pub fn is_total(name: &str) -> bool {
    ["totale", "total", "totali", "totalegenerale", "totalecomplessivo", "complessivo", "totaleats"]
        .contains(&key(name).as_str())
}

/// Whether a name is that of the total of some of the rows: `Totale Ambito di Corsico`, `Subtotale`.
pub fn is_subtotal(name: &str) -> bool {
    let lower = folded(name);
    let first = lower.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    ["subtotale", "subtotali", "parziale"].contains(&first)
        || ["totale", "tot", "total", "sub"].contains(&first)
            && lower.len() > first.len() + 1
            && !is_total(name)
}

/// Whether a name, given with its [`key`], is that of an area larger than a Comune.
pub(crate) fn is_larger(name: &str, key: &str) -> bool {
    const LARGER: [&str; 12] = [
        "italia",
        "italy",
        "lombardia",
        "totale",
        "total",
        "totali",
        "ats",
        "nordovest",
        "nordest",
        "centro",
        "mezzogiorno",
        "complessivo",
    ];
    let lower = folded(name);
    let first = lower.split_whitespace().next().unwrap_or_default();
    LARGER.contains(&key)
        || ["provincia", "regione", "citta", "ats", "asst"].contains(&first) && lower.contains(' ')
        || is_total(name)
        || is_subtotal(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (a, b) in [
            ("San Donato Milanese", "S. Donato  Milanese"),
            ("Sant'Angelo Lodigiano", "SANT ANGELO LODIGIANO"),
            ("Cassano d'Adda", "Cassano D’Adda"),
            ("Cantù", "CANTU'"),
            ("Abbadia Cerreto", "abbadia-cerreto"),
            ("Sesto San Giovanni", "Sesto S.Giovanni"),
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        assert_ne!(key("Lodi"), key("Lodi Vecchio"));
        assert_eq!(spelling("Sesto S.Giovanni"), spelling("SESTO SAN GIOVANNI"));
        assert_ne!(spelling("Casalpusterlen go"), spelling("Casalpusterlengo"));
        assert_eq!(without_ambito("Ambito di Corsico"), "Corsico");
        let is_larger = |name| is_larger(name, &key(name));
        assert!(["Totale ATS", "Italia", "Totale"].into_iter().all(is_larger) && !is_larger("Milano"));
    }
}
