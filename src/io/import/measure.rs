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
    /// Whether all are small whole numbers of which few are different, as the numbers of steps and categories.
    pub is_steps: bool,
}

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
        }
    }

    /// Whether they are enough values from 0 to 100 with fractions, as rates are.
    fn looks_like_rates(&self) -> bool {
        self.is_within_hundred && !self.is_whole && self.count >= ENOUGH
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

/// Words of amounts.
const AMOUNTS: [&str; 12] = [
    "importo",
    "euro",
    "eur ",
    "€",
    "ammontare",
    "spesa",
    "reddito",
    "costo",
    "entrate",
    "income",
    "expenditure",
    "amount",
];
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
const PERSONS: [&str; 30] = [
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
    "anziani",
    "stranieri",
    "disabili",
    " users",
    "population",
    "pupils",
    "children",
    "taxpayers",
];
const BALANCES: [&str; 8] =
    ["saldo", "variazion", "aggiustamento", "più meno", "differenz", " balance ", "difference", " change "];
/// Words of shares of a hundred.
const SHARES: [&str; 24] = [
    "%",
    "quota",
    "quote ",
    "percent",
    "perc ",
    " pct ",
    "incidenza",
    " inc ",
    "su 100 ",
    "per 100 ",
    "ogni 100 ",
    "su cento ",
    "per cento",
    "ogni cento ",
    "copertura",
    "proporzione",
    " share ",
    " shares ",
    "coverage",
    "incidence",
    "prevalen",
    "proportion",
    "out of 100 ",
    "per hundred",
];
/// Words of means, rates and indices.
const RATIOS: [&str; 43] = [
    " media ",
    " medio ",
    " medi ",
    " medie ",
    " mean ",
    " average ",
    " avg ",
    "tasso",
    "tassi ",
    " tx ",
    " rate ",
    " rates ",
    "indice",
    "indici ",
    " ind ",
    " index ",
    "densit",
    "rapporto",
    "x 1.000",
    "per abitant",
    "per residente",
    "per utente",
    "per contribuente",
    "per famiglia",
    "per inhabitant",
    "per resident ",
    "per user ",
    "per person ",
    "per household",
    "per taxpayer",
    " ogni ",
    "speranza di vita",
    "life expectancy",
    "mediana",
    "mediano",
    " median ",
    " ratio ",
    "quoziente",
    "punteggio",
    "isee",
    " score",
    "percentile",
    "percapita",
];
/// Words of rates of which the whole is not a hundred, whatever else they are called.
const PER_OTHERS: [&str; 43] = [
    "‰",
    "pro capite",
    "procapite",
    "per capita",
    "per head",
    "x1000",
    "x 1000",
    "per mille",
    "per 1000",
    "per 1.000",
    "per 1 000",
    "per 1,000",
    "per 10000",
    "per 10.000",
    "per 10 000",
    "per 100000",
    "per 100.000",
    "per 100 000",
    "su mille",
    "su 1000",
    "su 1.000",
    "su 1 000",
    "su 1,000",
    "su 10000",
    "su 10.000",
    "su 10 000",
    "su 100000",
    "su 100.000",
    "su 100 000",
    "ogni mille",
    "ogni 1000",
    "ogni 1.000",
    "ogni 1 000",
    "ogni 1,000",
    "ogni 10000",
    "ogni 10.000",
    "ogni 10 000",
    "ogni 100000",
    "ogni 100.000",
    "ogni 100 000",
    "per thousand",
    "per 10,000",
    "per 100,000",
];
/// Words of steps of a scale.
const STEPS: [&str; 14] = [
    "decil", "quintil", "quartil", "terzil", " rango ", " rank ", "livello", " level ", "classe", " class ",
    "gradino", "fascia", "fasce", " grado ",
];
/// Words of categories.
const CATEGORIES: [&str; 8] =
    ["cluster", "tipologia", " tipo ", "typology", " type ", "categoria", "category", "zona altimetrica"];
/// Words of counts in which a person may be counted in several Comuni.
const NOT_ADDED: [&str; 8] = [
    " unici ",
    " uniche ",
    " distinti ",
    " distinte ",
    " unique ",
    " distinct ",
    "senza doppi",
    "al netto dei doppi",
];

/// What a column measures, and how that is known.
pub(crate) fn measure_of(name: &str, looks: Looks) -> (Measure, Basis) {
    let spaced =
        |c: char| if matches!(c, '_' | '(' | ')' | ',' | ';' | ':' | '/' | '-' | '\'') { ' ' } else { c };
    let words: String = format!(" {} ", name.to_lowercase()).chars().map(spaced).collect();
    let words = words.split_whitespace().fold(String::from(" "), |all, word| all + word + " ");
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    // An incidence per thousand is no percentage.
    let is_of_more = has(&PER_OTHERS);
    let is_share = looks.is_percent || (has(&SHARES) && !is_of_more);
    let is_ratio = has(&RATIOS) || is_of_more;
    if has(&BALANCES) {
        // A relative change is no difference of counts: it does not add up.
        let measure = if is_share || is_ratio { Measure::Ratio } else { Measure::Balance };
        (measure, Basis::Known)
    } else if has(&["quota", "quote "]) && has(&["euro", "eur ", "€", "importo"]) && !is_ratio {
        // A fee, not a share.
        (Measure::Amount, Basis::Known)
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
    } else if has(&AMOUNTS) && !has(&["freq"]) && looks.looks_like_rates() {
        // A spending of less than a hundred with decimals everywhere is more likely per head.
        (Measure::Ratio, Basis::Looks)
    } else if (has(&QUANTITIES) && !looks.is_whole) || (has(&AMOUNTS) && !has(&["freq"])) {
        (Measure::Amount, Basis::Known)
    } else if has(&PERSONS) && (looks.is_whole || !looks.is_within_hundred) {
        (Measure::Persons, Basis::Known)
    } else if looks.is_whole {
        (Measure::Count, Basis::Known)
    } else {
        // A few values are not enough to tell.
        (Measure::Ratio, if looks.looks_like_rates() { Basis::Looks } else { Basis::Unknown })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_before_values() {
        let whole =
            Looks { count: 10, is_whole: true, is_within_hundred: true, is_percent: false, is_steps: true };
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
            ("Spesa", rates, Measure::Ratio, Basis::Looks),
            ("Spesa", Looks { count: 3, ..rates }, Measure::Amount, Basis::Known),
            ("Incidenza per 1.000 abitanti", rates, Measure::Ratio, Basis::Known),
            ("Incidenza per 100 000 abitanti", rates, Measure::Ratio, Basis::Known),
            ("Incidenza per mille", rates, Measure::Ratio, Basis::Known),
            ("Variazione %", rates, Measure::Ratio, Basis::Known),
            ("Variazione", whole, Measure::Balance, Basis::Known),
            ("Quota utente (euro)", whole, Measure::Amount, Basis::Known),
            ("Decile di fragilità", whole, Measure::Ordinal, Basis::Known),
            ("Livello di rischio", Looks { is_steps: false, ..whole }, Measure::Count, Basis::Known),
            ("Tipologia di comune", whole, Measure::Category, Basis::Known),
            ("Utenti unici", whole, Measure::NotAdditive, Basis::Known),
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
            ("Copisteria", whole, Measure::Count, Basis::Known),
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
                    let looks =
                        Looks { count: 30, is_whole, is_within_hundred, is_percent: false, is_steps: false };
                    let (measure, basis) = measure_of(header, looks);
                    assert!(measure.is_rate() && basis == Basis::Known, "{header}: {measure:?} {looks:?}");
                }
            }
        }
    }
}
