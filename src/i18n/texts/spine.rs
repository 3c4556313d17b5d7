//! The texts of the profile, or spine chart.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_SPINE: "Profilo", "Profile";
    HOW_SPINE: "Una riga per indicatore, ciascuna con la sua scala: la linea in mezzo è l'ATS, il grigio chiaro va dal valore più basso al più alto dei territori, il grigio scuro ne contiene la metà centrale, il punto è il territorio scelto. Da una riga all'altra le distanze non si confrontano.", "One row for each indicator, each on its own scale: the line in the middle is the ATS, light grey goes from the lowest to the highest of the territories, dark grey holds the middle half of them, the dot is the chosen territory. Distances do not compare from row to row.";
    HELP_SPINE: "Profilo di un territorio: ogni indicatore tra minimo, quartili e massimo dei suoi pari", "Profile of a territory: each indicator among the lowest, quartiles and highest of its peers";
    HELP_SPINE_TERRITORY: "Codice del territorio, di qualsiasi livello [nessuno: solo gli Ambiti]", "Code of the territory, of any level [none: the Ambiti alone]";
    HELP_SPINE_INDICATORS: "Indicatori, con la virgola, ciascuno con la sua data se serve (ID@ANNO) [un elenco per temi]", "Indicators, parted by commas, each with its date if needed (ID@YEAR) [a list by themes]";
    HELP_SPINE_PEERS: "Tra chi: near, di un Comune quelli del suo Ambito; level, tutti quelli dello stesso livello", "Among whom: near, of a Comune those of its Ambito; level, all of the same level";
    HELP_SPINE_PART: "Quale pagina, se gli indicatori non stanno in una [1]", "Which page, where one does not hold all indicators [1]";
    SPINE_NOTHING: "Nessun indicatore da mostrare.", "No indicator to show.";
    SPINE_CHOOSE: "Scegli un territorio sulla mappa per vederne il punto.", "Choose a territory on the map to see its dot.";
    SPINE_CLICK: "Un clic su una riga mostra il suo indicatore sulla mappa.", "A click on a row shows its indicator on the map.";
    SPINE_NEAR: "I Comuni del suo Ambito", "The Comuni of its Ambito";
    SPINE_LEVEL: "Tutti i Comuni", "All Comuni";

    fn spine_title(of): "Profilo: {of}", "Profile: {of}";
    SPINE_TITLE_OF_ALL: "Profilo degli Ambiti", "Profile of the Ambiti";
    fn spine_subtitle(peers): "Ogni indicatore tra {peers}, con l'ATS in mezzo", "Each indicator among {peers}, with the ATS in the middle";
    fn spine_subtitle_median(peers): "Ogni indicatore tra {peers}, con la mediana in mezzo", "Each indicator among {peers}, with the median in the middle";
    SPINE_MEDIANS: "Dove l'ATS non ha un valore, in mezzo sta la mediana.", "Where the ATS has no value, the median is in the middle.";
    fn spine_the_counted(count, noun): "{count} {noun}", "the {count} {noun}";
    SPINE_NOTE: "Ogni riga ha la sua scala, dal valore più basso a sinistra al più alto a destra: le distanze non si confrontano tra righe. La data è accanto al nome.", "Each row has its own scale, from the lowest value on the left to the highest on the right: distances do not compare between rows. The date is beside the name.";
    SPINE_QUARTILES: "I quartili sono interpolati linearmente (tipo 7 di Hyndman e Fan, come in Excel, R e NumPy).", "Quartiles are interpolated linearly (type 7 of Hyndman and Fan, as in Excel, R and NumPy).";
    SPINE_FEW: "Con meno di quattro territori i quartili non sono disegnati.", "With fewer than four territories quartiles are not drawn.";
    SPINE_COLOUR_NOTE: "Il colore dice solo da che parte dell'ATS sta il valore, dove è dichiarato che cosa è meglio: non dice se la differenza è grande.", "The colour only tells on which side of the ATS the value is, where it is declared what is better: not whether the difference is large.";
    SPINE_STAR: "* = valore non definitivo.", "* = value not final.";
    SPINE_HEAD_INDICATOR: "Indicatore", "Indicator";
    SPINE_HEAD_VALUE: "Valore", "Value";
    SPINE_HEAD_LOW: "Minimo", "Lowest";
    SPINE_HEAD_HIGH: "Massimo", "Highest";
    SPINE_HEAD_PLACE: "Posto", "Place";
    SPINE_HEAD_COURSE: "Andamento", "Course";
    SPINE_COURSE_NOTE: "L'andamento ha in ogni riga una sua scala.", "The course has a scale of its own in each row.";
    SPINE_HEAD_SINCE: "Rispetto al", "Since";
    SPINE_KEY_RANGE: "dal più basso al più alto", "from lowest to highest";
    SPINE_KEY_QUARTERS: "metà centrale, tra i quartili", "middle half, between the quartiles";
    SPINE_KEY_OWN: "il territorio", "the territory";
    SPINE_KEY_BETTER: "meglio dell'ATS", "better than the ATS";
    SPINE_KEY_WORSE: "peggio dell'ATS", "worse than the ATS";
    SPINE_EQUAL: "tutti uguali", "all equal";
    fn spine_place(place, of): "{place}° su {of}", "{place} of {of}";
    fn spine_place_shared(place, of): "{place}° su {of}, pari", "{place} of {of}, tied";
    fn spine_ats(value): "ATS {value}", "ATS {value}";
    fn spine_spread(low, median, high): "minimo {low}, mediana {median}, massimo {high}", "lowest {low}, median {median}, highest {high}";
    fn spine_all_equal(value): "tutti hanno {value}", "all have {value}";
    fn spine_up(date, before, now): "in aumento ({date}: {before}, ora {now})", "rising ({date}: {before}, now {now})";
    fn spine_down(date, before, now): "in calo ({date}: {before}, ora {now})", "falling ({date}: {before}, now {now})";
    fn sources_in_short(licence, all): "Fonti ({licence}): {all}.", "Sources ({licence}): {all}.";
    fn spine_level(date): "uguale a prima ({date})", "as before ({date})";
    fn spine_broken(date): "non si confronta con {date}: la serie si interrompe", "does not compare with {date}: the series breaks";
    fn spine_named(name, value, date): "{name} ({value}; {date})", "{name} ({value}; {date})";
    fn spine_more(count): "e altri {count}", "and {count} more";

    fn spine_only_comune(name): "{name} è l'unico Comune del suo Ambito: il confronto è con tutti i Comuni.", "{name} is the only Comune of its Ambito: it is compared with all Comuni.";
    fn spine_constant(count): "Indicatori con lo stesso valore in tutti i territori, e perciò senza una scala: {count}.", "Indicators with the same value in all territories, and so without a scale: {count}.";
    fn spine_absent(count): "Indicatori senza un valore per il territorio: {count}.", "Indicators without a value for the territory: {count}.";
    fn spine_small(count, people): "Indicatori il cui valore poggia su meno di {people} casi: {count}. Un caso in più o in meno lo cambia molto.", "Indicators whose value stands on fewer than {people} cases: {count}. One case more or less changes it much.";
    fn spine_few_peers(count): "I territori a confronto sono solo {count}: quartili e posti dipendono da pochi casi.", "The territories compared are only {count}: quartiles and places hang on a few cases.";
    fn spine_part_refused(part, of): "la pagina {part} non c'è: quelle del profilo sono {of}", "there is no page {part}: the profile has {of}";
    fn spine_no_such_part(part, of): "La pagina {part} non c'è: questa è l'ultima di {of}.", "There is no page {part}: this is the last of {of}.";
    fn spine_part(part, of, shown, all): "Pagina {part} di {of}: indicatori mostrati {shown}, in tutto {all}.", "Page {part} of {of}: indicators shown {shown}, in all {all}.";

    fn spine_the(place): "{place}", "the {place}";
    fn spine_reading_counts(place, peers, above, below, middle, count): "Indicatori con un valore: {count}. Tra {peers}, {place} è sopra il terzo quartile in {above}, sotto il primo in {below}, in mezzo in {middle}.", "Indicators with a value: {count}. {place} is above the third quartile of {peers} in {above}, below the first in {below}, in between in {middle}.";
    fn spine_reading_above(names): "Sopra il terzo quartile: {names}.", "Above the third quartile: {names}.";
    fn spine_reading_below(names): "Sotto il primo quartile: {names}.", "Below the first quartile: {names}.";
    fn spine_reading_better(names): "Meglio dell'ATS, dove è dichiarato che cosa è meglio: {names}.", "Better than the ATS, where it is declared what is better: {names}.";
    fn spine_reading_worse(names): "Peggio dell'ATS: {names}.", "Worse than the ATS: {names}.";
    fn spine_reading_of_all(peers, number): "{peers}, indicatori {number}: scegli un territorio per vedere dove si trova.", "{peers}, indicators {number}: choose a territory to see where it is.";
    fn alt_spine(title, subtitle): "{title}. {subtitle}.", "{title}. {subtitle}.";
    fn alt_spine_more(count): "Altri indicatori: {count}.", "More indicators: {count}.";

    SPINE_SHEET_THEME: "Tema", "Theme";
    SPINE_SHEET_DATE: "Data", "Date";
    SPINE_SHEET_UNIT: "Unità", "Unit";
    SPINE_SHEET_Q1: "Primo quartile", "First quartile";
    SPINE_SHEET_MEDIAN: "Mediana", "Median";
    SPINE_SHEET_Q3: "Terzo quartile", "Third quartile";
    SPINE_SHEET_COUNT: "Territori con un valore", "Territories with a value";
    SPINE_SHEET_BEFORE_DATE: "Data prima", "Date before";
    SPINE_SHEET_BEFORE: "Valore prima", "Value before";
    SPINE_SHEET_MOVED: "Differenza", "Difference";
    SPINE_SHEET_VERDICT: "Rispetto all'ATS", "Against the ATS";
    SPINE_BETTER: "meglio", "better";
    SPINE_WORSE: "peggio", "worse";
}
