//! Words that say what a number is, compared without accents, endings and small words.

use crate::i18n::folded;

/// Words that carry no meaning of their own.
const SMALL: [&str; 46] = [
    "della", "delle", "dello", "degli", "dell", "dei", "del", "dal", "dalla", "dalle", "dagli", "nel",
    "nella", "nelle", "negli", "sul", "sulla", "sulle", "con", "per", "tra", "fra", "una", "uno", "gli",
    "che", "area", "aree", "the", "and", "for", "with", "from", "anno", "year", "sono", "alla", "alle",
    "agli", "altro", "altri", "altre", "ambito", "comune", "comuni", "totale",
];

/// The stems of the words of a text that carry meaning, in their order.
pub fn stems(text: &str) -> Vec<String> {
    folded(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !word.chars().all(|c| c.is_ascii_digit()))
        .filter(|word| !SMALL.contains(word))
        .map(stem)
        .collect()
}

/// Without the ending that tells one from many.
fn stem(word: &str) -> String {
    let length = word.chars().count();
    let ends_in_vowel = word.ends_with(['a', 'e', 'i', 'o', 's']);
    let keep = if length > 4 && ends_in_vowel { length - 1 } else { length };
    word.chars().take(keep).collect()
}

/// Whether a heading says that its numbers do not add up: rates, means, indices.
pub fn is_rate(text: &str) -> bool {
    const RATES: [&str; 24] = [
        "%",
        "‰",
        "percent",
        "tasso",
        "tassi",
        "indice",
        "indici",
        "medi",
        "pro capite",
        "procapite",
        "età",
        "densità",
        "per 100",
        "per 1.000",
        "per mille",
        "ogni 100",
        "ogni 1.000",
        "costo per",
        "rapporto",
        "rate",
        "average",
        "mean",
        "density",
        "median",
    ];
    let text = text.to_lowercase();
    RATES.iter().any(|rate| text.contains(rate))
}

/// Whether a row or column says that it is a total.
pub fn is_total(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    ["totale", "totali", "total", "tot.", "compless", "in totale", "in tutto", "somma"]
        .iter()
        .any(|start| text.starts_with(start))
}

/// The years that a text names.
pub fn years(text: &str) -> Vec<i32> {
    super::numbers::all(text, ',')
        .iter()
        .filter(|number| number.is_year())
        .map(|number| number.value as i32)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_their_endings() {
        assert_eq!(stems("Utenti dell'area Disabili"), stems("utente disabile"));
        assert!(is_rate("% sul totale") && is_rate("Età media") && !is_rate("Utenti"));
        assert!(is_total(" Totale Ambito") && !is_total("Subtotale"));
        assert_eq!(years("dal 2018 al 2020: 1.234"), [2018, 2020]);
    }
}
