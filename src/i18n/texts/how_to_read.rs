//! How charts, classifications and values of groups are read, in a few words each.

use super::{Display, Lang, Text};

texts! {
    HOW_TO_READ: "Come si legge", "How to read it";
    fn how_to_read(what): "Come si legge: {what}", "How to read it: {what}";
    HOW_IN_GUIDE: "Apri la guida", "Open the guide";
    HOW_MAP: "Ogni territorio ha il colore della classe in cui cade il suo valore: la legenda ne dice gli estremi e quanti territori contiene. Un tratteggio è un dato che manca, mai uno zero.", "Each territory has the colour of the class its value falls in: the legend tells its ends and how many territories it holds. A hatch is a missing figure, never a zero.";
    HOW_TABLE: "Una riga per territorio, una colonna per indicatore. Un clic su un'intestazione ordina le righe per quella colonna.", "One row for each territory, one column for each indicator. A click on a heading sorts the rows by that column.";
    HOW_RANKING: "I territori in ordine di valore. I posti sono decisi sui valori non arrotondati, e chi è pari ha lo stesso posto.", "The territories in order of value. Places are decided on unrounded values, and equal ones share a place.";
    HOW_SERIES: "Il valore a ogni data. Una linea si interrompe dove manca un anno, o dove i valori prima e dopo non si possono confrontare.", "The value at each date. A line is broken where a year is missing, or where the values before and after do not compare.";
    HOW_SLOPE: "Due sole date: la pendenza dice chi sale e chi scende, non che cosa è successo in mezzo.", "Two dates alone: the slope tells who rises and who falls, not what happened in between.";
    HOW_SCATTER: "Un punto per territorio: da sinistra a destra un indicatore, dal basso in alto l'altro. Se i punti seguono una linea i due valori vanno insieme, ma non è detto che uno causi l'altro.", "One point for each territory: one indicator from left to right, the other from bottom to top. If the points follow a line the two values go together, but neither need cause the other.";
    HOW_EQUAL: "Ogni classe copre lo stesso intervallo di valori. È facile da spiegare, ma con pochi valori estremi quasi tutti i territori finiscono insieme.", "Each class covers the same range of values. It is easy to explain, but with a few extreme values nearly all territories end up together.";
    HOW_QUANTILE: "Ogni classe contiene circa lo stesso numero di territori: il colore dice il posto in graduatoria, e valori quasi uguali possono avere colori diversi.", "Each class holds about the same number of territories: the colour tells the place in the ranking, and nearly equal values may have different colours.";
    HOW_JENKS: "I confini cadono dove i valori si diradano, e in ogni classe stanno valori vicini. Per confrontare due mappe servono le stesse soglie.", "The breaks fall where values are sparse, and each class holds values that are close. To compare two maps they need the same breaks.";
    HOW_STD: "Le classi misurano, in deviazioni standard, quanto un valore è lontano dalla media dei territori: chi è sopra, chi è sotto, chi è insolito.", "The classes measure, in standard deviations, how far a value is from the mean of the territories: who is above, who is below, who is unusual.";
    HOW_HEADTAIL: "I valori si dividono alla media, poi quelli sopra di nuovo alla loro media, e così via: per distribuzioni con molti valori bassi e pochi molto alti.", "Values are divided at their mean, those above it again at theirs, and so on: for distributions with many low values and a few very high ones.";
    HOW_BOX: "Quattro classi sono i quarti dei valori; le altre due, i valori anomali: lontani dai quarti centrali più di una volta e mezza la loro ampiezza.", "Four classes are the quarters of the values; the other two are outliers: further from the middle half than one and a half times its width.";
    HOW_PRETTY: "Le soglie sono numeri tondi a distanze uguali: si leggono e si citano facilmente.", "The breaks are round numbers at equal distances: easy to read and to quote.";
    HOW_MANUAL: "Le soglie sono scelte a mano: di' nel testo da dove vengono.", "The breaks are set by hand: tell in the text where they come from.";
    HOW_POOLED: "Si sommano i numeratori e i denominatori di tutti i Comuni del gruppo, e poi si dividono: è il valore del gruppo, quello da citare.", "The numerators and the denominators of all Comuni of the group are summed, and then divided: it is the value of the group, the one to quote.";
    HOW_MEAN: "La media dei valori dei Comuni, in cui ognuno pesa uguale: uno di 500 abitanti quanto uno di 50.000. Non è il valore del gruppo.", "The mean of the values of the Comuni, each with the same weight: one of 500 inhabitants counts as one of 50,000. It is not the value of the group.";
    HOW_MIN: "Il valore più basso tra i Comuni del gruppo.", "The lowest value among the Comuni of the group.";
    HOW_MAX: "Il valore più alto tra i Comuni del gruppo.", "The highest value among the Comuni of the group.";
    HOW_PARTIAL: "Dove qualche Comune non ha il dato, il valore degli altri: è segnato come parziale.", "Where some Comuni have no figure, the value of the others: it is marked as partial.";
}
