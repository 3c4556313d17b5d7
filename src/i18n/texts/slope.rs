//! The texts of the slope chart.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_SLOPE: "Due date", "Two dates";
    HELP_SLOPE: "Grafico a pendenza: un valore a due date", "Slope chart: a value at two dates";
    HELP_SLOPE_FROM: "Anno della prima data [il primo che si confronta con la seconda]", "Year of the earlier date [the first that compares with the later]";
    HELP_SLOPE_TERRITORY: "Codici dei territori da seguire, di qualsiasi livello", "Codes of the territories to follow, of any level";
    HELP_SLOPE_NO_ATS: "Senza la linea dell'ATS", "Without the line of the ATS";
    SLOPE_WITH_ATS: "ATS", "ATS";
    SLOPE_FROM: "Prima data", "Earlier date";
    SLOPE_PUBLISHED: "Questo grafico è solo per gli indicatori calcolati: di uno come pubblicato guarda la serie storica o la tabella, che hanno tutte le sue date.", "This chart is for computed indicators alone: of one as published look at the time series or the table, which have all its dates.";
    SLOPE_ONE_DATE: "Questo indicatore ha valori a una sola data: non c'è un'altra con cui confrontarla.", "This indicator has values at one date only: there is no other to compare it with.";
    SLOPE_CHOOSE: "Scegli uno o più territori sulla mappa per vederli in evidenza.", "Choose one or more territories on the map to see them stand out.";
    SLOPE_NO_PAIRS: "Nessun territorio ha un valore a entrambe le date.", "No territory has a value at both dates.";
    SLOPE_PLACES: "Tra parentesi il posto di ogni territorio, dal valore più alto.", "In brackets the place of each territory, from the highest value.";
    SLOPE_BEFORE_PLACE: "Posto prima", "Place before";
    SLOPE_NOW_PLACE: "Posto dopo", "Place after";
    SLOPE_DIFFERENCE: "Differenza", "Difference";
    fn slope_subtitle(level, span): "{level}, {span}", "{level}, {span}";
    fn slope_place(place): "({place}°)", "(no. {place})";
    fn slope_place_of(place, of): "({place}° su {of})", "(no. {place} of {of})";
    fn slope_other_level(names, level): "Di un livello diverso dalle linee grigie ({level}): {names}. Il posto è tra i territori dello stesso livello.", "Of another level than the grey lines ({level}): {names}. Places are among territories of the same level.";
    fn slope_places_of(of): "Tra parentesi il posto di ogni territorio su {of}, dal valore più alto.", "In brackets the place of each territory among {of}, from the highest value.";
    fn slope_selected_absent_one(name): "Senza un valore a una delle due date, e perciò non disegnato: {name}.", "Without a value at one of the two dates, and so not drawn: {name}.";
    fn slope_selected_absent(names): "Senza un valore a una delle due date, e perciò non disegnati: {names}.", "Without a value at one of the two dates, and so not drawn: {names}.";
    fn slope_not_final(date): "Valori non definitivi: {date}.", "Values that are not final: {date}.";
    fn slope_absent(count): "Territori senza un valore a una delle due date: {count}.", "Territories without a value at one of the two dates: {count}.";
    fn slope_uncertain(count): "Territori la cui variazione dipende da dati oscurati, e perciò non è indicata: {count}.", "Territories whose change depends on withheld data, and so is not shown: {count}.";
    fn slope_labels_left(count): "Nomi non scritti per mancanza di spazio: {count}.", "Names left out for lack of room: {count}.";
    fn slope_reading_places(from, to, places): "Posti nell'ordine dal valore più alto ({from} e {to}): {places}.", "Places in the order from the highest value ({from} and {to}): {places}.";
    fn slope_reading_place_apart(name, before, of_before, now, of): "{name} {before}° su {of_before} e {now}° su {of}", "{name} {before} of {of_before} and {now} of {of}";
    fn slope_reading_place(name, before, now, of): "{name} {before}° e {now}° su {of}", "{name} {before} and {now} of {of}";
    fn slope_no_earlier(date): "Nessun valore prima della data {date}: con --year si indica un anno più recente, con --from-year la prima delle due date.", "No value before {date}: give a later year with --year, or the earlier of the two dates with --from-year.";
    fn alt_slope(name, subtitle, lines): "Grafico a pendenza. {name}. {subtitle}. {lines}.", "Slope chart. {name}. {subtitle}. {lines}.";
    fn alt_slope_line(name, before, now, difference): "{name}: da {before} a {now} ({difference})", "{name}: from {before} to {now} ({difference})";
    fn alt_slope_more(count): "altre linee: {count}", "further lines: {count}";
}
