//! The texts of the matrix of correlations.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_MATRIX: "Correlazioni", "Correlations";
    HOW_MATRIX: "Una casella per ogni coppia di indicatori: blu se vanno insieme, arancio se uno è alto dove l'altro è basso, più scura quanto più la relazione è stretta. Senza colore: il caso basterebbe a spiegarla. Con la croce: i due sono calcolati in parte dagli stessi dati.", "A cell for each pair of indicators: blue if they go together, orange if one is high where the other is low, darker the closer the relation. Without colour: chance would be enough to explain it. Crossed: the two are worked out from partly the same data.";
    HELP_MATRIX: "Correlazioni tra molti indicatori, in ordine di somiglianza", "Correlations among many indicators, ordered by likeness";
    HELP_MATRIX_COEFFICIENT: "Coefficiente: spearman (dei ranghi) o pearson (dei valori)", "Coefficient: spearman (of ranks) or pearson (of values)";
    HELP_MATRIX_AS_LISTED: "Gli indicatori nell'ordine in cui sono scritti, invece che per somiglianza", "The indicators as they are listed, instead of by likeness";
    MATRIX_NEEDS_TWO: "--indicators: servono almeno due indicatori diversi, con la virgola", "--indicators: at least two different indicators are needed, parted by commas";
    MATRIX_NOTHING: "Servono almeno due indicatori con valori negli stessi territori.", "At least two indicators with values in the same territories are needed.";
    MATRIX_SPEARMAN: "Spearman", "Spearman";
    MATRIX_PEARSON: "Pearson", "Pearson";
    MATRIX_BY_LIKENESS: "In ordine di somiglianza", "Ordered by likeness";
    MATRIX_OF_RANKS: "correlazione dei ranghi (Spearman)", "rank correlation (Spearman)";
    MATRIX_OF_VALUES: "correlazione dei valori (Pearson)", "correlation of values (Pearson)";
    MATRIX_TITLE: "Correlazioni tra indicatori", "Correlations among indicators";
    fn matrix_subtitle(what, units): "{what}, {units}", "{what}, {units}";
    fn matrix_note_p(pairs): "È colorata una coppia che il caso da solo farebbe di rado: p sotto 0,05, corretto con il metodo di Holm per tutte le coppie a confronto ({pairs}).", "A pair is coloured that chance alone would rarely make: p below 0.05, corrected by Holm's method for all pairs compared ({pairs}).";
    MATRIX_NOTE_CENSUS: "I territori non sono un campione: p dice solo quanto farebbe il caso. Due indicatori che vanno insieme non sono causa l'uno dell'altro.", "The territories are no sample: p only tells what chance would do. Of two indicators that go together neither need cause the other.";
    MATRIX_NOTE_ORDER: "L'ordine è quello di un raggruppamento gerarchico (legame medio, distanza 1 − r): indicatori simili stanno vicini.", "The order is that of hierarchical clustering (average linkage, distance 1 − r): indicators that are alike stand side by side.";
    MATRIX_NOTE_DATES: "Ogni indicatore è alla sua data, scritta accanto al nome.", "Each indicator is of its own date, written beside its name.";
    fn matrix_first(most, all): "Sono disegnati i primi {most}, in tutto sono {all}.", "The first {most} are drawn, in all there are {all}.";
    fn matrix_inside(count): "Coppie con la croce, perché i due indicatori sono calcolati in parte dagli stessi dati: {count}. Non sono tra quelle a confronto.", "Pairs crossed out, because the two indicators are worked out from partly the same data: {count}. They are not among those compared.";
    fn matrix_steps(count): "Coppie senza un coefficiente, perché i gradini di una scala si confrontano solo per ordine (Spearman): {count}.", "Pairs without a coefficient, because the steps of a scale compare by order alone (Spearman): {count}.";
    fn matrix_dated(name, date): "{name} ({date})", "{name} ({date})";
    fn matrix_without(count): "Coppie senza un coefficiente, perché un indicatore è uguale ovunque o manca: {count}.", "Pairs without a coefficient, because an indicator is the same everywhere or missing: {count}.";
    MATRIX_KEY_CHANCE: "non si distingue dal caso", "not distinguishable from chance";
    MATRIX_KEY_INSIDE: "calcolati in parte dagli stessi dati", "worked out from partly the same data";
    fn matrix_pair(one, other): "{one} e {other}", "{one} and {other}";
    fn matrix_cell(pair, r, p, units): "{pair}: {r}, p {p}, territori {units}", "{pair}: {r}, p {p}, territories {units}";
    fn matrix_cell_inside(pair, r): "{pair}: {r}, ma sono calcolati in parte dagli stessi dati", "{pair}: {r}, but they are worked out from partly the same data";
    fn matrix_cell_none(pair): "{pair}: nessun coefficiente", "{pair}: no coefficient";
    fn matrix_reading_count(told, pairs): "Coppie che si distinguono dal caso: {told}, su {pairs} a confronto.", "Pairs unlikely by chance: {told}, of {pairs} compared.";
    fn matrix_reading_positive(pair, r): "La relazione diretta più stretta è tra {pair} ({r}).", "The closest direct relation is between {pair} ({r}).";
    fn matrix_reading_negative(pair, r): "La relazione inversa più stretta è tra {pair} ({r}).", "The closest inverse relation is between {pair} ({r}).";
    fn alt_matrix(title, subtitle): "{title}. {subtitle}.", "{title}. {subtitle}.";
    MATRIX_SHEET_ONE: "Indicatore", "Indicator";
    MATRIX_SHEET_OTHER: "Con", "With";
    MATRIX_SHEET_P: "p", "p";
    MATRIX_SHEET_CORRECTED: "p corretto (Holm)", "p corrected (Holm)";
    MATRIX_SHEET_UNITS: "Territori", "Territories";
    MATRIX_SHEET_INSIDE: "Calcolati in parte dagli stessi dati", "Worked out from partly the same data";
    MATRIX_YES: "sì", "yes";
}
