//! The texts of Moran's scatterplot and of the Lorenz curve.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_MORAN: "Vicini", "Moran scatterplot";
    HELP_FIGURE_MORAN: "Grafico di Moran: il valore di ogni territorio e la media dei suoi vicini", "Moran scatterplot: the value of each territory and the mean of its neighbours";
    HELP_MORAN_TERRITORY: "Codici dei territori da indicare, di qualsiasi livello", "Codes of the territories to mark, of any level";
    HOW_MORAN: "Un punto per territorio: a destra il suo valore, in alto la media dei vicini, in deviazioni standard dalla media. Se i punti salgono verso destra i vicini si somigliano: la pendenza della retta è l'indice di Moran.", "One point for each territory: to the right its value, upwards the mean of its neighbours, in standard deviations from the mean. If the points rise to the right, neighbours are alike: the slope of the line is Moran's index.";
    MORAN_PUBLISHED: "Il grafico di Moran è solo per gli indicatori calcolati, di cui si conoscono i confini.", "The Moran scatterplot is for computed indicators alone, whose boundaries are known.";
    MORAN_NO_QUANTITY: "Questo indicatore ha gradini o categorie: non ha una media dei vicini.", "This indicator has steps or categories: it has no mean of its neighbours.";
    MORAN_ACROSS: "Il territorio (deviazioni standard dalla media)", "The territory (standard deviations from the mean)";
    MORAN_UP: "La media dei suoi vicini", "The mean of its neighbours";
    MORAN_MARKS: "I rombi sono i territori significativi: pieni se simili ai vicini, vuoti se diversi.", "Diamonds are significant territories: filled where like their neighbours, hollow where unlike them.";
    MORAN_SHEET_OWN: "Deviazioni standard dalla media", "Standard deviations from the mean";
    MORAN_SHEET_NEIGHBOURS: "Media dei vicini (deviazioni standard)", "Mean of the neighbours (standard deviations)";
    MORAN_SHEET_SORT: "Rispetto ai vicini", "Beside its neighbours";
    fn moran_subtitle(level, when, rule): "{level}, {when}; vicini: {rule}", "{level}, {when}; neighbours: {rule}";
    fn moran_point(name, value, own, neighbours, sort): "{name}: {value} ({own} deviazioni standard dalla media; i vicini {neighbours}), {sort}", "{name}: {value} ({own} standard deviations from the mean; its neighbours {neighbours}), {sort}";
    fn alt_moran(title, subtitle): "Grafico di Moran. {title}. {subtitle}.", "Moran scatterplot. {title}. {subtitle}.";
}

texts! {
    TAB_LORENZ: "Disuguaglianza", "Lorenz curve";
    HELP_LORENZ: "Curva di Lorenz: che parte del totale spetta ai territori con i valori più bassi", "Lorenz curve: which part of the whole the territories with the lowest values have";
    HOW_LORENZ: "A destra la quota di persone, a partire dai territori con i valori più bassi; in alto la parte del totale che hanno. Sulla diagonale tutti avrebbero lo stesso: più la curva se ne allontana, più i territori sono disuguali.", "To the right the share of heads, from the territories with the lowest values on; upwards the part of the whole that they have. On the diagonal all would have the same: the farther the curve is from it, the more unequal the territories are.";
    LORENZ_PUBLISHED: "La curva di Lorenz è solo per gli indicatori calcolati, di cui si conosce il denominatore.", "The Lorenz curve is for computed indicators alone, whose denominator is known.";
    LORENZ_NO_HEADS: "Questo indicatore non è una media, una quota o un rapporto per persona: non ha nulla da ripartire.", "This indicator is no mean, share or ratio per head: it has nothing to spread.";
    LORENZ_ACROSS: "Quota del denominatore, dai territori con i valori più bassi (%)", "Share of the denominator, from the territories with the lowest values (%)";
    LORENZ_UP: "Parte del totale (%)", "Part of the whole (%)";
    LORENZ_EQUAL: "tutti uguali", "all equal";
    LORENZ_SHEET_HEADS: "Quota del denominatore fin qui (%)", "Share of the denominator up to here (%)";
    LORENZ_SHEET_SHARE: "Parte del totale fin qui (%)", "Part of the whole up to here (%)";
    fn lorenz_title(name): "{name}: disuguaglianza tra i territori", "{name}: inequality between territories";
    fn lorenz_subtitle(level, when): "{level}, {when}", "{level}, {when}";
    fn lorenz_stretch(name, value, heads, share): "{name}: {value}; fin qui {heads} del denominatore ha {share} del totale", "{name}: {value}; up to here {heads} of the denominator has {share} of the whole";
    fn alt_lorenz(title, subtitle): "Curva di Lorenz. {title}. {subtitle}.", "Lorenz curve. {title}. {subtitle}.";
}
