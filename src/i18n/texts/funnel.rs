//! The texts of the funnel plot.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_FUNNEL: "Imbuto", "Funnel";
    HELP_FUNNEL: "Grafico a imbuto: il valore di ogni territorio e la sua dimensione, con i limiti del caso", "Funnel plot: the value of each territory and its size, with the limits of chance";
    HELP_FUNNEL_TERRITORY: "Codici dei territori da indicare, di qualsiasi livello", "Codes of the territories to mark, of any level";
    HOW_FUNNEL: "Un punto per territorio: in alto il valore, a destra la dimensione. Dentro l'imbuto la differenza dal riferimento può essere caso: nei territori piccoli il caso conta di più, e l'imbuto è più largo.", "One point for each territory: upwards its value, to the right its size. Inside the funnel the difference from the benchmark may be chance: in small territories chance counts for more, and the funnel is wider.";
    FUNNEL_PUBLISHED: "Il grafico a imbuto è solo per gli indicatori calcolati, che hanno un numeratore e un denominatore.", "The funnel plot is for computed indicators alone, which have a numerator and a denominator.";
    FUNNEL_NO_COUNTS: "Questo indicatore non è un tasso o una quota di conteggi, e non ha limiti del caso.", "This indicator is no rate or share of counts, and has no limits of chance.";
    FUNNEL_NOTHING: "Nessun territorio ha i conteggi che servono.", "No territory has the counts that are needed.";
    FUNNEL_MARKS: "I rombi sono i territori fuori dai limiti: vuoti oltre quelli del 95%, pieni oltre quelli del 99,8%.", "Diamonds are territories outside the limits: hollow beyond those of 95%, filled beyond those of 99.8%.";
    FUNNEL_SIZE: "Denominatore dell'indicatore (persone o casi)", "Denominator of the indicator (persons or cases)";
    FUNNEL_WIDEN: "Allarga i limiti se i territori variano più del caso", "Widen the limits if territories vary more than by chance";
    FUNNEL_WITHIN: "dentro i limiti del 95%", "within the 95% limits";
    FUNNEL_ABOVE_95: "sopra i limiti del 95%", "above the 95% limits";
    FUNNEL_BELOW_95: "sotto i limiti del 95%", "below the 95% limits";
    FUNNEL_ABOVE_998: "sopra i limiti del 99,8%", "above the 99.8% limits";
    FUNNEL_BELOW_998: "sotto i limiti del 99,8%", "below the 99.8% limits";
    FUNNEL_REGION: "Lombardia", "Lombardy";
    FUNNEL_VALUE: "rif.", "ref.";
    FUNNEL_SHEET_NUMERATOR: "Numeratore", "Numerator";
    FUNNEL_SHEET_DENOMINATOR: "Denominatore", "Denominator";
    FUNNEL_SHEET_SCORE: "Errori standard dal riferimento", "Standard errors from the benchmark";
    FUNNEL_SHEET_PLACE: "Rispetto ai limiti", "Against the limits";
    fn funnel_sheet_lower(percent): "Limite inferiore {percent}", "Lower limit {percent}";
    fn funnel_sheet_upper(percent): "Limite superiore {percent}", "Upper limit {percent}";
    fn funnel_subtitle(level, when, against): "{level}, {when}; al centro {against}", "{level}, {when}; in the middle {against}";
    fn funnel_point(name, value, size, place): "{name}: {value}, denominatore {size}, {place}", "{name}: {value}, denominator {size}, {place}";
    FUNNEL_ONE_MORE: "un altro", "one more";
    fn funnel_more(count): "altri {count}", "{count} more";
    fn alt_funnel(name, subtitle): "Grafico a imbuto. {name}. {subtitle}.", "Funnel plot. {name}. {subtitle}.";
}
