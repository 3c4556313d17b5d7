//! What a column without a recipe measures: judged by the words of its header, or else by its values.

use crate::base::decimal;
use crate::io::recipe::Measure;

/// The least number of values that allow a judgement.
const ENOUGH: usize = 10;

/// What the values of a column look like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Looks {
    /// How many there are.
    pub count: usize,
    /// Whether all are whole numbers.
    pub is_whole: bool,
    /// Whether all are from 0 to 100.
    pub is_within_hundred: bool,
    /// Whether they are formatted as percentages, or the unit says so.
    pub is_percent: bool,
}

impl Looks {
    /// Describes these values.
    pub fn of(values: &[f64], is_percent: bool) -> Self {
        Self {
            count: values.len(),
            is_whole: values.iter().all(|value| decimal::places(*value) == 0),
            is_within_hundred: values.iter().all(|value| (0.0..=100.0).contains(value)),
            is_percent,
        }
    }
}

/// How it is known what a column measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// By the words of its header, or because the values are whole numbers.
    Known,
    /// Not known: it is not added, to be safe.
    Unknown,
    /// Not known, but its values look like rates: the user is asked.
    Looks,
}

/// What a column measures, and how that is known.
pub(crate) fn measure_of(name: &str, looks: Looks) -> (Measure, Basis) {
    let spaced = |c: char| if matches!(c, '_' | '(' | ')' | ',' | ';' | ':' | '/') { ' ' } else { c };
    let words: String = format!(" {} ", name.to_lowercase()).chars().map(spaced).collect();
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    const AMOUNTS: [&str; 7] = ["importo", "euro", "eur ", "ammontare", "spesa", "reddito", "costo"];
    const QUANTITIES: [&str; 16] = [
        " kg ",
        " mq ",
        " m2 ",
        " m3 ",
        " mc ",
        " ha ",
        " km ",
        " kmq ",
        " km2 ",
        " ore ",
        "quantit",
        "superfic",
        "volume",
        "litri",
        "tonnellat",
        " ton ",
    ];
    const PERSONS: [&str; 22] = [
        "casi",
        "utent",
        "person",
        "minori",
        "assistit",
        "beneficiar",
        "resident",
        "popolazion",
        "abitant",
        "contribuent",
        "maschi",
        "femmine",
        "nati",
        "morti",
        "iscritti",
        "cancellati",
        " freq",
        "frequenza",
        "alunni",
        "elettori",
        "votanti",
        "student",
    ];
    if has(&["saldo", "variazion", "aggiustamento", "più meno", "differenz"]) {
        (Measure::Balance, Basis::Known)
    } else if looks.is_percent
        || has(&["%", "quota", "percent", "incidenza", "su 100 ", "per 100 ", "per cento", "copertura"])
    {
        (Measure::Share, Basis::Known)
    } else if has(&[
        " media ",
        " medio ",
        " medi ",
        " mean ",
        "tasso",
        "tassi ",
        "indice",
        "indici ",
        "densit",
        "rapporto",
        "pro capite",
        "procapite",
        "per 1000",
        "per 1.000",
        "per mille",
        "per 10.000",
        "per 10000",
        "per 100.000",
        "per 100000",
        "per abitante",
        "per utente",
        "su 1000",
        "su 1.000",
        " ogni ",
        "speranza di vita",
        "mediana",
        " ratio ",
        "quoziente",
        "punteggio",
        "isee",
        " score",
    ]) {
        (Measure::Ratio, Basis::Known)
    } else if (has(&QUANTITIES) && !looks.is_whole) || (has(&AMOUNTS) && !has(&["freq"])) {
        (Measure::Amount, Basis::Known)
    } else if has(&PERSONS) && (looks.is_whole || !looks.is_within_hundred) {
        (Measure::Persons, Basis::Known)
    } else if looks.is_whole {
        (Measure::Count, Basis::Known)
    } else {
        // A few values are not enough to tell.
        let looks_so = looks.is_within_hundred && looks.count >= ENOUGH;
        (Measure::Ratio, if looks_so { Basis::Looks } else { Basis::Unknown })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_before_values() {
        let whole = Looks { count: 10, is_whole: true, is_within_hundred: true, is_percent: false };
        let rates = Looks { is_whole: false, ..whole };
        for (name, looks, measure, basis) in [
            ("copertura_nidi", whole, Measure::Share, Basis::Known),
            ("Copertura SAD", rates, Measure::Share, Basis::Known),
            ("tasso di occupazione", whole, Measure::Ratio, Basis::Known),
            ("Posti per 100 bambini", whole, Measure::Share, Basis::Known),
            ("reddito medio", whole, Measure::Ratio, Basis::Known),
            ("Spesa pro capite", rates, Measure::Ratio, Basis::Known),
            ("Spesa", rates, Measure::Amount, Basis::Known),
            ("Utenti", whole, Measure::Persons, Basis::Known),
            ("taxableincome_eur", whole, Measure::Amount, Basis::Known),
            ("taxableincome_freq", whole, Measure::Persons, Basis::Known),
            ("n", whole, Measure::Count, Basis::Known),
            ("x", rates, Measure::Ratio, Basis::Looks),
            ("x", Looks { count: 3, ..rates }, Measure::Ratio, Basis::Unknown),
            ("x", Looks { is_percent: true, ..rates }, Measure::Share, Basis::Known),
            ("x", Looks { is_within_hundred: false, ..rates }, Measure::Ratio, Basis::Unknown),
            ("quantita_kg", Looks { is_within_hundred: false, ..rates }, Measure::Amount, Basis::Known),
            ("Bisogni", whole, Measure::Count, Basis::Known),
        ] {
            assert_eq!(measure_of(name, looks), (measure, basis), "{name}");
        }
    }
}
