//! The texts. `{}` marks a place filled by [`fill`](super::fill).
#![allow(missing_docs, reason = "each constant is its own text")]

use super::Text;

macro_rules! texts {
    ($($name:ident: $it:literal, $en:literal;)*) => {
        $(pub const $name: Text = Text { it: $it, en: $en };)*
    };
}

// Names of the program's own kinds of things.
texts! {
    LEVEL_COMUNI: "Comuni", "Comuni";
    LEVEL_AMBITI: "Ambiti territoriali", "Ambiti";
    LEVEL_ASST: "ASST", "ASST";
    LEVEL_ATS: "ATS", "ATS";
    METHOD_POOLED: "valore ricalcolato dalle somme", "recomputed from the sums";
    METHOD_MEAN: "media semplice dei Comuni", "simple mean of the Comuni";
    METHOD_MIN: "minimo dei Comuni", "lowest of the Comuni";
    METHOD_MAX: "massimo dei Comuni", "highest of the Comuni";
    ABSENT_MISSING: "dato mancante", "missing";
    ABSENT_SUPPRESSED: "dato oscurato per riservatezza", "withheld for confidentiality";
    ABSENT_NOT_APPLICABLE: "non applicabile", "not applicable";
    SCHEME_EQUAL: "intervalli uguali", "equal intervals";
    SCHEME_QUANTILE: "quantili", "quantiles";
    SCHEME_JENKS: "interruzioni naturali (Fisher-Jenks)", "natural breaks (Fisher-Jenks)";
    SCHEME_STD: "deviazione standard", "standard deviation";
    SCHEME_HEADTAIL: "testa/coda", "head/tail";
    SCHEME_BOX: "box plot", "box plot";
    SCHEME_PRETTY: "soglie tonde", "round breaks";
    SCHEME_MANUAL: "soglie scelte a mano", "breaks set by hand";
    POLARITY_WORSE: "un valore più alto indica una situazione peggiore", "higher is worse";
    POLARITY_BETTER: "un valore più alto indica una situazione migliore", "higher is better";
    POLARITY_NEITHER: "descrive una situazione: un valore più alto non è né meglio né peggio", "descriptive: higher is neither better nor worse";
}

// Figures.
texts! {
    AT_DATE: "al {}", "at {}";
    SOURCE_LINE: "Fonte: {}. Valori {}. Licenza dei dati: {}.", "Source: {}. Values {}. Data licence: {}.";
    BOUNDARIES_LINE: "Confini: {}. Figura: Atlante Sociale.", "Boundaries: {}. Figure: Atlante Sociale.";
    LEGEND_SCHEME: "Classi: {}{}. Il segno «>» esclude l'estremo inferiore; quello superiore è sempre incluso.", "Classes: {}{}. The sign “>” leaves the lower end out; the upper end is always in.";
    LEGEND_ALL_DATES: "calcolate su tutte le date", "over all dates";
    LEGEND_COUNTS: "A destra: numero di {} per classe.", "On the right: number of {} in each class.";
    LEGEND_WHOLE: "ATS Città Metropolitana di Milano: {}", "ATS Città Metropolitana di Milano: {}";
    LEGEND_SYMBOLS: "L'area del cerchio è proporzionale al valore.", "The area of a circle is proportional to the value.";
    ALT_WHAT: "Mappa: {}, {}, {} ({}).", "Map: {}, {}, {} ({}).";
    ALT_RANGE: "Il valore più basso è {} ({}), il più alto {} ({}).", "The lowest value is {} ({}), the highest {} ({}).";
    ALT_WHOLE: "Il valore dell'intera ATS è {}.", "The value of the whole ATS is {}.";
}

// Remarks.
texts! {
    WARN_COUNT: "È un conteggio: colorato per aree fa sembrare importante chi è grande. Meglio i cerchi proporzionali.", "This is a count: coloured by area, it makes whoever is large look important. Proportional symbols are better.";
    WARN_CATEGORICAL: "Una tavolozza per categorie non mostra quale classe è più alta: meglio una sequenziale.", "A categorical palette does not show which class is higher: prefer a sequential one.";
    WARN_NOT_POOLED: "Non è il valore del gruppo: ogni Comune pesa uguale, qualunque sia la sua popolazione.", "This is not the value of the group: every Comune weighs the same, whatever its population.";
    WARN_ABSENT: "Territori senza valore: {} ({})", "Territories without a value: {} ({})";
    WARN_NO_VALUES: "Nessun valore da mostrare a questa data.", "No value to show at this date.";
    WARN_CONSTANT: "Tutti i valori sono uguali: una sola classe.", "All values are equal: a single class.";
    WARN_FEWER: "I valori distinti sono solo {}: le classi sono meno di quelle chieste.", "There are only {} distinct values: fewer classes than asked for.";
    WARN_EMPTY_CLASS: "Una o più classi sono vuote.", "One or more classes are empty.";
}
