//! The texts of the distribution.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_DISTRIBUTION: "Distribuzione", "Distribution";
    HOW_DISTRIBUTION: "Un punto per Comune, sulla riga del suo Ambito: la fascia chiara contiene la metà centrale dei Comuni, il trattino ne è la mediana, il rombo è il valore dell'Ambito. Nell'istogramma ogni barra conta i Comuni tra due valori.", "One dot for each Comune, on the row of its Ambito: the pale band holds the middle half of the Comuni, the tick is their median, the diamond is the value of the Ambito. In the histogram each bar counts the Comuni between two values.";
    HELP_DISTRIBUTION: "Come si distribuiscono i Comuni: una riga per Ambito, o un istogramma", "How the Comuni are spread: a row for each Ambito, or a histogram";
    HELP_DISTRIBUTION_FORM: "Una riga per Ambito (rows) o un istogramma di tutti i Comuni (histogram)", "A row for each Ambito (rows) or a histogram of all Comuni (histogram)";
    HELP_DISTRIBUTION_TERRITORY: "Codici dei territori da segnare e contare, di qualsiasi livello", "Codes of the territories to mark and count, of any level";
    DISTRIBUTION_PUBLISHED: "Questo grafico è solo per gli indicatori calcolati.", "This chart is for computed indicators alone.";
    DISTRIBUTION_ROWS: "Per Ambito", "By Ambito";
    DISTRIBUTION_HISTOGRAM: "Istogramma", "Histogram";
    DISTRIBUTION_CHOOSE: "Scegli uno o più territori sulla mappa per vederli segnati e contati.", "Choose one or more territories on the map to see them marked and counted.";
    fn distribution_title(indicator): "{indicator}: distribuzione", "{indicator}: distribution";
    fn distribution_subtitle_rows(units, when): "{units} per Ambito territoriale, {when}", "{units} by Ambito, {when}";
    fn distribution_subtitle(units, when): "{units}, {when}", "{units}, {when}";
    DISTRIBUTION_NOTE_ROWS: "Gli Ambiti sono in ordine di mediana dei loro Comuni, in cui ogni Comune pesa uguale: il valore dell'Ambito (rombo) è un'altra cosa.", "The Ambiti are in order of the median of their Comuni, in which each Comune counts the same: the value of the Ambito (diamond) is another thing.";
    DISTRIBUTION_NOTE_COUNTS: "È un conteggio: la scala è logaritmica, e a distanze uguali corrispondono rapporti uguali.", "This is a count: the scale is logarithmic, and equal distances are equal ratios.";
    DISTRIBUTION_NOTE_COUNTS_BARS: "È un conteggio: quasi tutti i Comuni stanno nelle prime barre. La forma per Ambito li distingue meglio.", "This is a count: nearly all Comuni are in the first bars. The form by Ambito tells them apart better.";
    DISTRIBUTION_NOTE_NO_TOTALS: "È un conteggio: i totali degli Ambiti e dell'ATS non sono disegnati, perché non si confrontano con quello di un Comune.", "This is a count: the totals of the Ambiti and of the ATS are not drawn, as they do not compare with that of a Comune.";
    DISTRIBUTION_NOTE_BARS: "Ogni barra conta i territori con un valore oltre il suo estremo sinistro e fino al destro; la prima comprende entrambi.", "Each bar counts the territories with a value above its left end and up to its right one; the first includes both.";
    DISTRIBUTION_QUARTILES: "I quartili sono interpolati linearmente (tipo 7 di Hyndman e Fan) e disegnati dove i Comuni sono almeno quattro.", "Quartiles are interpolated linearly (type 7 of Hyndman and Fan) and drawn where there are at least four Comuni.";
    DISTRIBUTION_KEY_UNIT: "un Comune", "a Comune";
    DISTRIBUTION_KEY_SELECTED: "scelto", "chosen";
    DISTRIBUTION_KEY_QUARTERS: "metà centrale dei Comuni", "middle half of the Comuni";
    DISTRIBUTION_KEY_MEDIAN: "mediana", "median";
    DISTRIBUTION_KEY_OWN: "valore dell'Ambito", "value of the Ambito";
    DISTRIBUTION_ABOVE: "Oltre", "Above";
    DISTRIBUTION_UP_TO: "Fino a", "Up to";
    DISTRIBUTION_KEY_ALL: "Comuni", "Comuni";
    fn distribution_key_selected(count, of): "scelti: {count} su {of}", "chosen: {count} of {of}";
    fn distribution_row(name, count): "{name} ({count})", "{name} ({count})";
    fn distribution_ats(value): "ATS {value}", "ATS {value}";
    fn distribution_bar(from, to, count): "{from} – {to}: {count}", "{from} – {to}: {count}";
    fn distribution_bar_selected(bar, selected): "{bar}, scelti {selected}", "{bar}, chosen {selected}";
    fn distribution_row_told(name, low, median, high, count): "{name}: da {low} a {high}, mediana {median} ({count})", "{name}: from {low} to {high}, median {median} ({count})";
    fn distribution_row_one(name, value, count): "{name}: {value} ({count})", "{name}: {value} ({count})";
    DISTRIBUTION_NOTHING: "Nessun Comune ha un valore a questa data.", "No Comune has a value at this date.";

    fn distribution_reading_all(name, when, who, low, low_name, high, high_name): "«{name}» {when}, {who} con un valore: il più basso è {low} ({low_name}), il più alto {high} ({high_name}).", "“{name}” {when}, {who} with a value: the lowest is {low} ({low_name}), the highest {high} ({high_name}).";
    fn distribution_reading_middle(q1, q3, median): "La metà centrale sta tra {q1} e {q3}; la mediana è {median}.", "The middle half is between {q1} and {q3}; the median is {median}.";
    fn distribution_reading_widest(name, low, high): "L'Ambito con i Comuni più diversi tra loro è {name}: da {low} a {high}.", "The Ambito whose Comuni differ most is {name}: from {low} to {high}.";
    fn distribution_reading_selected(count, above, below, median): "Territori scelti con un valore: {count}. Sopra la mediana di tutti ({median}) {above}, sotto {below}.", "Chosen territories with a value: {count}. Above the median of all ({median}) {above}, below {below}.";
    fn distribution_reading_ats(value, above, below): "Il valore dell'ATS è {value}: sopra {above}, sotto {below}.", "The value of the ATS is {value}: above it {above}, below {below}.";
    fn alt_distribution(title, subtitle): "{title}. {subtitle}.", "{title}. {subtitle}.";
}
