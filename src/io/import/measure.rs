//! What a column without a recipe measures, and so whether it adds up: judged by the words of its header, or else by its
//! values. What neither of them tells is not added, and the user is asked.

use crate::base::decimal;
use crate::i18n::folded;
use crate::io::recipe::Measure;

use super::measure_words::{
    AMOUNTS, ATTRIBUTES, BALANCES, CATEGORIES, CHANGES, COUNTED, DIVISORS, MONEY, NOT_ADDED, PER_OTHERS,
    PERSONS, QUANTITIES, RATIOS, SHARES, STEPS, TOTALS, WHICH,
};

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
    /// Whether all are small whole numbers of which few are different, as the numbers of steps and categories.
    pub is_steps: bool,
    /// Whether the largest is far above the others, as a count of a city beside those of villages is, and no rate.
    pub is_spread: bool,
}

/// A largest value that only counts and amounts have: this great, and so many times the middle one.
const CITY: f64 = 1_000.0;
const CITY_TIMES: f64 = 20.0;

/// The largest number of a step, and the most different ones.
const MOST_STEPS: f64 = 20.0;

impl Looks {
    /// Describes these values.
    pub fn of(values: &[f64], is_percent: bool) -> Self {
        Self {
            count: values.len(),
            is_whole: values.iter().all(|value| decimal::places(*value) == 0),
            is_within_hundred: values.iter().all(|value| (0.0..=100.0).contains(value)),
            is_percent,
            is_steps: !values.is_empty()
                && values.iter().all(|value| (0.0..=MOST_STEPS).contains(value) && value.fract() == 0.0),
            is_spread: is_spread(values),
        }
    }

    /// Whether they are enough values from 0 to 100 with fractions, as rates are.
    fn looks_like_rates(&self) -> bool {
        self.is_within_hundred && !self.is_whole && self.count >= ENOUGH
    }
}

fn is_spread(values: &[f64]) -> bool {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    match (sorted.first(), sorted.get(sorted.len() / 2), sorted.last()) {
        (Some(least), Some(middle), Some(most)) => {
            values.len() >= ENOUGH && *least >= 0.0 && *most >= CITY && *most >= CITY_TIMES * middle
        }
        _ => false,
    }
}

/// How it is known what a column measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// By the words of its header, or because its values are spread as only counts are.
    Known,
    /// Not known, but decimals make a sum unlikely: it is not added.
    Unknown,
    /// Not known, and it could be either: it is not added, and the user is asked.
    Asked,
}

/// The words of a header with a space before and after each; a point stays within a number only.
fn spaced(name: &str) -> String {
    let letters: Vec<char> = folded(name).chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let spaced = letters.iter().enumerate().map(|(at, &c)| match c {
        '%' | '‰' | '€' => c,
        '.' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => c,
        c if c.is_alphanumeric() => c,
        _ => ' ',
    });
    let words: String = spaced.collect();
    words.split_whitespace().fold(String::from(" "), |all, word| all + word + " ")
}

/// Where the first word begins that starts with one of these.
fn first(words: &str, list: &[&str]) -> Option<usize> {
    list.iter().filter_map(|word| words.find(&format!(" {word}"))).min()
}

/// Whether the words of a header are of a count or an amount, and of no rate.
pub(crate) fn is_count(name: &str) -> bool {
    let whole = Looks { count: 1, is_whole: true, ..Looks::default() };
    matches!(measure_of(name, whole), (measure, Basis::Known) if measure.adds_up())
}

/// Whether the words of a header are of persons or things, which are whole.
pub(crate) fn is_of_whole(name: &str) -> bool {
    let whole = Looks { count: 1, is_whole: true, ..Looks::default() };
    matches!(measure_of(name, whole), (Measure::Persons | Measure::Count, Basis::Known))
}

/// Where an attribute is named first. A year or an age with its number says which ones are counted.
fn attribute(words: &str) -> Option<usize> {
    let is_numbered = |at: usize, word: &str| {
        word.ends_with(' ')
            && words[at + 1 + word.len()..].starts_with(|c: char| c.is_ascii_digit())
            && ["eta ", "age ", "anno ", "year "].contains(&word)
    };
    let found = ATTRIBUTES.iter().filter_map(|word| Some((words.find(&format!(" {word}"))?, word)));
    found.filter(|(at, word)| !is_numbered(*at, word)).map(|(at, _)| at).min()
}

/// Whether a stroke divides by something: "posti/1000 ab", "ore/utente".
fn is_divided(name: &str) -> bool {
    let Some((before, after)) = name.split_once('/') else { return false };
    let after = spaced(after);
    let is_of_date = before.ends_with(|c: char| c.is_ascii_digit());
    let is_number = after.starts_with(" 10") && !is_of_date;
    !before.trim().is_empty() && (is_number || DIVISORS.iter().any(|word| after[1..].starts_with(word)))
}

/// Whether each row of ISTAT's census sections has such a column: P1, ST12, PF3.
fn is_census(words: &str) -> bool {
    let word = words.trim();
    let digits = word.trim_start_matches(|c: char| c.is_ascii_lowercase());
    ["p", "st", "pf"].contains(&&word[..word.len() - digits.len()])
        && (1..=3).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The words without those of the gifts of income tax, "5 per mille", which are no rates.
fn without_gifts(words: String) -> String {
    const GIFTS: [&str; 10] = [
        " 5x1000 ",
        " 5 x 1000 ",
        " 5 per mille ",
        " cinque per mille ",
        " 8x1000 ",
        " 8 per mille ",
        " otto per mille ",
        " 2x1000 ",
        " 2 per mille ",
        " due per mille ",
    ];
    GIFTS.iter().fold(words, |words, gift| words.replace(gift, " "))
}

/// The words with those on a waiting list as what they are, persons; how long they wait is no number of them.
fn without_waiting(words: String) -> String {
    const LISTS: [&str; 6] = [
        " lista d attesa ",
        " liste d attesa ",
        " lista di attesa ",
        " liste di attesa ",
        " lista attesa ",
        " waiting list ",
    ];
    let is_time = [" giorn", " temp", " mes", " settiman", " day", " week", " month", " time"]
        .iter()
        .any(|time| words.contains(time));
    if is_time { words } else { LISTS.iter().fold(words, |words, list| words.replace(list, " iscritti ")) }
}

/// Whether "rate" is the English word. In Italian it is instalments, which are counted and paid.
fn is_english_rate(words: &str) -> bool {
    const ITALIAN: [&str; 17] = [
        " numero ",
        " n ",
        " nr ",
        " num ",
        " di ",
        " delle ",
        " pagat",
        " versat",
        " scadut",
        " mensil",
        " residu",
        " importo ",
        " totale ",
        " insolut",
        " mutuo ",
        " condominial",
        " affitto ",
    ];
    (words.contains(" rate ") || words.contains(" rates "))
        && !ITALIAN.iter().any(|word| words.contains(word))
}

/// What a column measures, and how that is known.
pub(crate) fn measure_of(name: &str, looks: Looks) -> (Measure, Basis) {
    let words = without_waiting(without_gifts(spaced(name)));
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let begins = |list: &[&str]| first(&words, list);
    let per_class = words.contains(" per classe ") && !words.contains(" per classe di ");
    // An incidence per thousand is no percentage.
    let is_of_more = has(&PER_OTHERS);
    let is_ratio = has(&RATIOS) || is_english_rate(&words) || is_of_more || is_divided(name) || per_class;
    let is_share = looks.is_percent || (has(&SHARES) && !is_of_more);
    let is_amount = begins(&AMOUNTS).is_some() && !has(&["freq"]);
    let persons = begins(&PERSONS.map(str::trim_start));
    let counted = [persons, begins(&COUNTED), begins(&AMOUNTS)].into_iter().flatten().min();
    let is_counted = counted.is_some() || is_census(&words);
    let is_which = |at: usize| WHICH.contains(&words[..at].rsplit(' ').next().unwrap_or_default());
    if has(&BALANCES) || has(&CHANGES) {
        // A relative change is no difference of counts: it does not add up.
        match (is_share || is_ratio, has(&BALANCES)) {
            (true, _) => (Measure::Ratio, Basis::Known),
            (false, true) => (Measure::Balance, Basis::Known),
            (false, false) => (Measure::Ratio, Basis::Asked),
        }
    } else if has(&["quota", "quote "]) && has(&["euro", "eur ", "€", "importo"]) && !is_ratio {
        // A fee, not a share.
        (Measure::Amount, Basis::Known)
    } else if looks.is_steps && STEPS.iter().any(|step| words.trim_start().starts_with(step.trim_start())) {
        (Measure::Ordinal, Basis::Known)
    } else if is_share && !(is_ratio && !looks.is_within_hundred && !looks.is_percent) {
        (Measure::Share, Basis::Known)
    } else if is_share || is_ratio {
        (Measure::Ratio, Basis::Known)
    } else if looks.is_steps && has(&STEPS) {
        (Measure::Ordinal, Basis::Known)
    } else if looks.is_steps && has(&CATEGORIES) {
        (Measure::Category, Basis::Known)
    } else if looks.is_whole && has(&NOT_ADDED) {
        (Measure::NotAdditive, Basis::Known)
    } else if let Some(at) =
        attribute(&words).filter(|at| counted.is_none_or(|first| first >= *at || !is_which(*at)))
    {
        // "Saturazione posti" is a rate; "posti: saturazione" could be either.
        (Measure::Ratio, if counted.is_none_or(|first| first >= at) { Basis::Known } else { Basis::Asked })
    } else if begins(&MONEY).is_some_and(|at| counted.is_none_or(|first| first >= at)) || has(&["income"]) {
        let is_total = begins(&TOTALS).is_some() || looks.is_spread;
        if !is_total {
            (Measure::Ratio, Basis::Asked)
        } else if has(&["freq"]) {
            (Measure::Persons, Basis::Known)
        } else {
            (Measure::Amount, Basis::Known)
        }
    } else if is_amount && looks.looks_like_rates() {
        // A spending of less than a hundred with decimals everywhere is more likely per head.
        (Measure::Ratio, Basis::Asked)
    } else if (has(&QUANTITIES) && !looks.is_whole) || is_amount {
        (Measure::Amount, Basis::Known)
    } else if persons.is_some() && (looks.is_whole || !looks.is_within_hundred) {
        (Measure::Persons, Basis::Known)
    } else if looks.is_whole && (is_counted || has(&QUANTITIES) || looks.is_spread) {
        (Measure::Count, Basis::Known)
    } else {
        // A few values with decimals are not enough to tell.
        let is_asked = looks.is_whole || looks.looks_like_rates();
        (Measure::Ratio, if is_asked { Basis::Asked } else { Basis::Unknown })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_before_values() {
        let whole = Looks {
            count: 10,
            is_whole: true,
            is_within_hundred: true,
            is_percent: false,
            is_steps: true,
            is_spread: false,
        };
        let rates = Looks { is_whole: false, ..whole };
        for (name, looks, measure, basis) in [
            ("copertura_nidi", whole, Measure::Share, Basis::Known),
            ("Copertura SAD", rates, Measure::Share, Basis::Known),
            ("tasso di occupazione", whole, Measure::Ratio, Basis::Known),
            ("Posti per 100 bambini", whole, Measure::Share, Basis::Known),
            ("reddito medio", whole, Measure::Ratio, Basis::Known),
            ("Spesa pro capite", rates, Measure::Ratio, Basis::Known),
            ("Spesa", Looks { is_within_hundred: false, ..rates }, Measure::Amount, Basis::Known),
            // Amounts below a hundred with decimals may be per head.
            ("Spesa", rates, Measure::Ratio, Basis::Asked),
            ("Spesa", Looks { count: 3, ..rates }, Measure::Amount, Basis::Known),
            ("Incidenza per 1.000 abitanti", rates, Measure::Ratio, Basis::Known),
            ("Incidenza per 100 000 abitanti", rates, Measure::Ratio, Basis::Known),
            ("Incidenza per mille", rates, Measure::Ratio, Basis::Known),
            ("Variazione %", rates, Measure::Ratio, Basis::Known),
            ("Variazione", whole, Measure::Ratio, Basis::Asked),
            ("Saldo migratorio", whole, Measure::Balance, Basis::Known),
            ("Quota utente (euro)", whole, Measure::Amount, Basis::Known),
            ("Decile di fragilità", whole, Measure::Ordinal, Basis::Known),
            ("Livello di rischio", Looks { is_steps: false, ..whole }, Measure::Ratio, Basis::Known),
            ("Tipologia di comune", whole, Measure::Category, Basis::Known),
            ("Utenti unici", whole, Measure::NotAdditive, Basis::Known),
            ("Utenti", whole, Measure::Persons, Basis::Known),
            ("taxableincome_eur", whole, Measure::Amount, Basis::Known),
            ("taxableincome_freq", whole, Measure::Persons, Basis::Known),
            ("n", whole, Measure::Count, Basis::Known),
            ("x", whole, Measure::Ratio, Basis::Asked),
            ("x", Looks { is_spread: true, ..whole }, Measure::Count, Basis::Known),
            ("x", rates, Measure::Ratio, Basis::Asked),
            ("x", Looks { count: 3, ..rates }, Measure::Ratio, Basis::Unknown),
            ("x", Looks { is_percent: true, ..rates }, Measure::Share, Basis::Known),
            ("x", Looks { is_within_hundred: false, ..rates }, Measure::Ratio, Basis::Unknown),
            ("quantita_kg", Looks { is_within_hundred: false, ..rates }, Measure::Amount, Basis::Known),
            ("Bisogni", whole, Measure::Count, Basis::Known),
            ("Importo 5x1000", Looks { is_within_hundred: false, ..rates }, Measure::Amount, Basis::Known),
            ("Numero rate", whole, Measure::Count, Basis::Known),
            ("N. rate versate", whole, Measure::Count, Basis::Known),
            ("Importo rate", Looks { is_within_hundred: false, ..rates }, Measure::Amount, Basis::Known),
            ("Employment rate", whole, Measure::Ratio, Basis::Known),
            ("rate", rates, Measure::Ratio, Basis::Known),
            ("Numero copisterie", whole, Measure::Count, Basis::Known),
            ("Lista d'attesa", whole, Measure::Persons, Basis::Known),
            ("Giorni in lista d'attesa", whole, Measure::Ratio, Basis::Known),
            ("Medicinali", whole, Measure::Count, Basis::Known),
        ] {
            assert_eq!(measure_of(name, looks), (measure, basis), "{name}");
        }
    }

    /// However a rate is spelled, in Italian or English, whole or with decimals, it is never added.
    #[test]
    fn a_rate_is_never_added_however_it_is_spelled() {
        for header in [
            "copertura_nidi",
            "Copertura nidi (posti su 100 bambini)",
            "TASSO DI OCCUPAZIONE",
            "tasso_povertà",
            "Incidenza stranieri",
            "Incid. % anziani",
            "% anziani",
            "perc_laureati",
            "Quota di anziani soli",
            "Spesa pro capite",
            "Spesa procapite (euro)",
            "reddito_medio",
            "Età media",
            "Indice di vecchiaia",
            "Utenti per 1.000 abitanti",
            "utenti_per_mille",
            "Nati ‰",
            "Posti ogni 100 residenti",
            "Spesa per abitante",
            "Densità abitativa",
            "Coverage of nurseries",
            "coverage_rate",
            "Share of foreigners",
            "pct_graduates",
            "Employment rate",
            "Average income",
            "Mean age",
            "Spending per capita",
            "Users per 1,000 residents",
            "Ageing index",
            "Dependency ratio",
            "Percentage of pupils",
        ] {
            for is_whole in [true, false] {
                for is_within_hundred in [true, false] {
                    let looks = Looks {
                        count: 30,
                        is_whole,
                        is_within_hundred,
                        is_percent: false,
                        is_steps: false,
                        is_spread: false,
                    };
                    let (measure, basis) = measure_of(header, looks);
                    assert!(measure.is_rate() && basis == Basis::Known, "{header}: {measure:?} {looks:?}");
                }
            }
        }
    }

    /// Headers from real files, with what is done to whole numbers under them.
    #[test]
    fn only_what_is_a_count_or_an_amount_is_added() {
        let looks = Looks {
            count: 193,
            is_whole: true,
            is_within_hundred: true,
            is_percent: false,
            is_steps: false,
            is_spread: false,
        };
        let never = "Reddito mediano;Median income;Saturazione posti;Take-up;Average age;Share 65+;popolazione attiva pct;\
            Frequenza relativa;Incid. povertà;Disoccupazione;Occupazione giovanile;Dispersione scolastica;Affluenza;\
            Mortalità;Natalità;Tempo attesa gg;Giorni attesa;Attesa (gg);Durata presa in carico;Costo orario;Retta;\
            Retta mensile;Tariffa;Canone;Prezzo mq;Euro/ab;Ricettività;Rating;Livello di servizio;Quanto è soddisfatto del servizio? (1-5);Indicatore disagio;\
            Utilizzo;Soddisfazione;Classe energetica;Famiglie numerose [per 100];Utenti x 1000;pct_65;ind_vecch;\
            cop. nidi;TFR;rapp. M/F;Posti/1000 ab;Utenti/pop;h/utente;Waiting days;Alunni per classe;Età;\
            Anno fondazione;Tempo di attesa (giorni);€/gg;Famiglie x 1000 ab.";
        for header in never.split(';').map(str::trim) {
            let (measure, basis) = measure_of(header, looks);
            assert!(!measure.adds_up() && basis == Basis::Known, "{header}: {measure:?} {basis:?}");
        }
        let asked =
            "ICV;Variazione;Diff. punti;Δ 2022-23;Reddito;Costo;Valore;Giorni;Posti - saturazione;val.";
        for header in asked.split(';') {
            assert_eq!(measure_of(header, looks), (Measure::Ratio, Basis::Asked), "{header}");
        }
        let added = "Utenti;Posti;Iscritti;Casi;Spesa;Importo;Numero;n.;Totale;Domande in attesa;Minori a rischio;\
            Bambini 0-2 anni;Utenti età 65+;Utenti anno 2023;Spesa per minori;Spesa totale (€);Reddito complessivo;\
            Famiglie;Nuclei con minori;Iscritti nell'anno;Posti letto;Users;Households;P1;Utenti 2022/2023;\
            Maschi/Femmine;Iscritti per classe di età;Soci;Volontari";
        for header in added.split(';').map(str::trim) {
            let (measure, basis) = measure_of(header, looks);
            assert!(measure.adds_up() && basis == Basis::Known, "{header}: {measure:?} {basis:?}");
        }
    }
}
