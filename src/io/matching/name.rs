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

/// A name without the words and numbers that only say that it is an Ambito: "Ambito n. 3 - Corsico", "PdZ di Corsico".
pub(crate) fn without_ambito(name: &str) -> &str {
    const FIRST: [&str; 6] = ["ambito", "distretto", "pdz", "udp", "piano", "ufficio"];
    const NEXT: [&str; 16] = [
        "territoriale",
        "sociale",
        "sociosanitario",
        "distrettuale",
        "di",
        "del",
        "della",
        "piano",
        "zona",
        "n",
        "nr",
        "num",
        "numero",
        "d",
        "dell",
        "ambito",
    ];
    let trimmed = name.trim();
    let mut rest = trimmed;
    let mut is_first = true;
    loop {
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = rest[..end].to_lowercase();
        let is_number = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        let is_passed = match is_first {
            true => FIRST.contains(&word.as_str()),
            false => is_number || NEXT.contains(&word.as_str()),
        };
        let after = rest[end..].trim_start_matches(|c: char| !c.is_alphanumeric());
        // A name that is only a number is that of no Ambito.
        if !is_passed || after.is_empty() {
            return if is_first { trimmed } else { rest };
        }
        (rest, is_first) = (after, false);
    }
}

/// A name without the words that only say that it is a Comune, before or after it.
pub(crate) fn without_comune(name: &str) -> Option<&str> {
    const BEFORE: [&str; 14] = [
        "amministrazione comunale di ",
        "comune di ",
        "comune d'",
        "comune d’",
        "comune dell'",
        "municipio di ",
        "citta di ",
        "città di ",
        "citta' di ",
        "com. di ",
        "com.ne di ",
        "c.ne di ",
        "cne di ",
        "comune: ",
    ];
    const AFTER: [&str; 5] = [", comune di", " - comune", ", comune", " (comune di)", " (comune)"];
    let trimmed = name.trim();
    let lower = trimmed.to_lowercase();
    // A letter that changes its length in lower case is in no name of a Comune.
    if lower.len() != trimmed.len() {
        return None;
    }
    if let Some(word) = BEFORE.iter().find(|word| lower.starts_with(**word)) {
        return Some(trimmed[word.len()..].trim());
    }
    let word = AFTER.iter().find(|word| lower.ends_with(**word))?;
    Some(trimmed[..trimmed.len() - word.len()].trim())
}

/// A name without one thing that stands beside it: the words for a Comune, a number before it (a postcode, its code), the
/// mark of a footnote after it. With the number.
pub(super) fn stripped(name: &str) -> Option<(&str, Option<&str>)> {
    let name = name.trim();
    if let Some(bare) = without_comune(name) {
        return Some((bare, None));
    }
    let unmarked = name.trim_end_matches(['*', '¹', '²', '³', '⁴', '⁵', '†', '°']).trim_end();
    if unmarked.len() < name.len() && !unmarked.is_empty() {
        return Some((unmarked, None));
    }
    if let Some((bare, note)) = name.strip_suffix(']').and_then(|rest| rest.rsplit_once('['))
        && note.chars().count() <= 3
        && !bare.trim().is_empty()
    {
        return Some((bare.trim(), None));
    }
    let end = name.find(|c: char| !c.is_ascii_digit())?;
    let after = name[end..].trim_start_matches([' ', '-', '–', '.', ':', '/', '_']);
    ((4..=6).contains(&end) && end + after.len() < name.len() && !after.is_empty())
        .then(|| (after, Some(&name[..end])))
}

/// What offices call Ambiti whose name is another one: each with a beginning of it.
const ALSO: [(&str, &[&str]); 11] = [
    ("rhodense", &["rho", "garbagnate"]),
    ("legnan", &["alto milanese"]),
    ("castan", &["alto milanese"]),
    ("magenta", &["magentino"]),
    ("abbiatense", &["abbiategrasso"]),
    ("lodigian", &["lodi"]),
    ("martesana", &["cernusco", "melzo", "pioltello", "trezzo"]),
    ("nord milano", &["cinisello", "sesto"]),
    ("binasco", &["visconteo"]),
    ("melegnano", &["san giuliano", "paullo"]),
    ("sud est milano", &["san giuliano", "paullo"]),
];

/// Whether somebody may mean the Ambito of that name: all words typed are words of its name or begin like one
/// ("Garbagnate", "Paullese"), or it is what offices call it.
pub(crate) fn may_be_ambito(typed: &str, name: &str) -> bool {
    let typed = folded(without_ambito(typed));
    let name = folded(name);
    let split = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_owned).collect()
    };
    let (words, own) = (split(&typed), split(&name));
    let of_word = |word: &String| {
        own.iter().any(|own| {
            let stem = own.trim_end_matches(['a', 'e', 'i', 'o']);
            own == word || (stem.len() >= 4 && word.starts_with(stem))
        })
    };
    let is_also = |(other, names): &(&str, &[&str])| {
        typed.contains(other) && names.iter().any(|own| name.starts_with(own))
    };
    !words.is_empty() && words.iter().all(of_word) || ALSO.iter().any(is_also)
}

/// Whether a name is abbreviated so: "S.Giuliano M.se", "Cernusco S/N". Each word stands for a word of the name by its
/// beginning, or its beginning and end, and at least one in full.
/// The typed name comes as the letters of its [`key`], the other as its [`spelling`].
pub(crate) fn abbreviates(letters: &[char], spelling: &str) -> bool {
    // Nearly all names begin otherwise.
    if letters.first().copied() != spelling.chars().next() {
        return false;
    }
    let words: Vec<Vec<char>> = spelling.split(' ').map(|word| word.chars().collect()).collect();
    let name: usize = words.iter().map(Vec::len).sum();
    // Written without spaces, a name is the same name, and one in full is no abbreviation.
    letters.len() < name && words.len() > 1 && letters.len() > 3 && consumes(letters, &words, false)
}

fn consumes(typed: &[char], words: &[Vec<char>], has_whole: bool) -> bool {
    const SMALL: [&str; 9] = ["di", "d", "del", "della", "sul", "al", "con", "in", "de"];
    let Some((word, rest)) = words.split_first() else { return typed.is_empty() && has_whole };
    let is_small = SMALL.contains(&word.iter().collect::<String>().as_str());
    if is_small && consumes(typed, rest, has_whole) {
        return true;
    }
    (1..=word.len().min(typed.len())).rev().filter(|n| typed[..*n] == word[..*n]).any(|n| {
        let is_whole = n == word.len();
        let after = &typed[n..];
        if consumes(after, rest, has_whole || (is_whole && n > 3)) {
            return true;
        }
        // "M.se", "mil.se": the beginning and the end of a word.
        (2..=3).any(|end| {
            let end = end.min(after.len());
            !is_whole
                && word.len() > n + end
                && end > 1
                && after[..end] == word[word.len() - end..]
                && consumes(&after[end..], rest, has_whole)
        })
    })
}

/// Whether a name is that of the total row.
pub fn is_total(name: &str) -> bool {
    [
        "totale",
        "total",
        "totali",
        "totals",
        "tot",
        "totalegenerale",
        "totalecomplessivo",
        "complessivo",
        "totaleats",
        "somma",
        "sommatotale",
        "grandtotal",
        "intotale",
        "incomplesso",
        "totaleambito",
        "totaledistretto",
        "totaleambiti",
        "totalecomuni",
        "totaleterritorio",
    ]
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

/// What a subtotal is of: "Corsico" in "Totale Corsico". Any other name stays as it is.
pub(crate) fn without_total(name: &str) -> &str {
    let name = name.trim();
    match name.split_once([' ', ':']) {
        Some((_, rest)) if is_subtotal(name) && !rest.trim().is_empty() => rest.trim(),
        _ => name,
    }
}

/// Whether a name is that of a total, or begins with the word for something larger than a group of Comuni.
pub(crate) fn says_larger(name: &str) -> bool {
    let lower = folded(name);
    let first = lower.split_whitespace().next().unwrap_or_default();
    is_total(name) || is_subtotal(name) || ["regione", "provincia", "ats", "asst"].contains(&first)
}

/// Whether a name is that of a total or a mean of the rows.
pub(crate) fn is_summary(name: &str) -> bool {
    // Nearly all names begin otherwise.
    let first = name.as_bytes().first().map(u8::to_ascii_lowercase);
    first.is_some_and(|first| b"tmasgcdpi".contains(&first))
        && (is_total(name) || is_subtotal(name) || says_mean(name))
}

fn says_mean(name: &str) -> bool {
    let lower = folded(name);
    let first = lower.split_whitespace().next().unwrap_or_default();
    ["media", "medie", "mediana", "average", "mean", "median"].contains(&first)
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
        || (["provincia", "regione", "ats", "asst"].contains(&first) && lower.contains(' '))
        || lower.starts_with("citta metropolitana")
        || lower.starts_with("citta' metropolitana")
        || says_mean(name)
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
        for (name, bare) in [
            ("Ambito di Corsico", "Corsico"),
            ("Ambito n. 3 - Corsico", "Corsico"),
            ("PdZ di Corsico", "Corsico"),
            ("Piano di Zona Corsico", "Corsico"),
            ("Ufficio di Piano Rho", "Rho"),
            ("Distretto sociale di Melzo", "Melzo"),
            ("Ambito 3", "Ambito 3"),
            ("Corsico", "Corsico"),
        ] {
            // A number alone is no name.
            let found = without_ambito(name);
            assert!(found == bare || (bare == "Ambito 3" && found == "3"), "{name}: {found}");
        }
        for (name, bare) in [
            ("20094 Corsico", ("Corsico", Some("20094"))),
            ("015093 - Corsico", ("Corsico", Some("015093"))),
            ("Corsico*", ("Corsico", None)),
            ("Melzo ¹", ("Melzo", None)),
            ("Melzo [3]", ("Melzo", None)),
            ("Inveruno, Comune di", ("Inveruno", None)),
            ("Città di Segrate", ("Segrate", None)),
            ("C.ne di Opera", ("Opera", None)),
        ] {
            assert_eq!(stripped(name), Some(bare), "{name}");
        }
        assert_eq!([stripped("Corsico"), stripped("2023"), stripped("12 Corsico")], [None, None, None]);
        assert_eq!(without_comune("Comune di Corsico"), Some("Corsico"));
        assert_eq!(without_comune("Comune"), None);
        let letters = |name: &str| key(name).chars().collect::<Vec<char>>();
        for (typed, name) in [
            ("S.Giuliano M.se", "San Giuliano Milanese"),
            ("Cernusco S/N", "Cernusco sul Naviglio"),
            ("Cernusco s. Nav.", "Cernusco sul Naviglio"),
            ("S. Donato Mil.se", "San Donato Milanese"),
            ("Trezzano s/n", "Trezzano sul Naviglio"),
            ("Peschiera B.", "Peschiera Borromeo"),
        ] {
            assert!(abbreviates(&letters(typed), &spelling(name)), "{typed}");
        }
        for (typed, name) in [
            ("Corsi", "Corsico"),
            ("San Giuliano Milanese", "San Giuliano Milanese"),
            ("S. G. M.", "San Giuliano Milanese"),
            ("Cernusco Lombardone", "Cernusco sul Naviglio"),
            ("Rho", "Rho"),
        ] {
            assert!(!abbreviates(&letters(typed), &spelling(name)), "{typed}");
        }
        for (typed, name, is_it) in [
            ("Ambito Rhodense", "Rho", true),
            ("Garbagnate", "Garbagnate Milanese", true),
            ("Milano", "Milano Città", true),
            ("Paullese", "Paullo", true),
            ("Ambito territoriale Corsichese", "Corsico", true),
            ("Milano", "San Giuliano Milanese", false),
            ("Lodi", "Rho", false),
        ] {
            assert_eq!(may_be_ambito(typed, name), is_it, "{typed} {name}");
        }
        let is_larger = |name| is_larger(name, &key(name));
        assert!(["Totale ATS", "Italia", "Totale"].into_iter().all(is_larger) && !is_larger("Milano"));
    }
}
