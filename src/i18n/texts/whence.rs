//! The texts of the search for where a number comes from.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    HELP_WHENCE: "Da dove viene questo numero? Lo cerca fra tutti i valori dell'atlante, del progetto e delle tabelle stampate", "Where does this number come from? Looks for it among all values of the atlas, of the project and of the printed tables";
    HELP_WHENCE_NUMBER: "Il numero come è stampato: 168,5, 16,1%, 1,2 milioni; si cerca con i suoi decimali", "The number as it is printed: 168.5, 16.1%, 1.2 million; it is looked for with its decimals";
    HELP_WHENCE_NEAR: "Parole che gli stanno vicino: un luogo, un indicatore, un anno; vengono prima i valori che le hanno", "Words that stand near it: a place, an indicator, a year; values that have them come first";
    HELP_WHENCE_LIMIT: "Quante risposte scrivere, da 1 a 100 [10]", "How many answers to write, from 1 to 100 [10]";
    WHENCE_AS_GIVEN: "valore dato per l'area intera", "value given for the whole area";
    WHENCE_OF_COMUNE: "valore del Comune", "value of the Comune";
    WHENCE_NO_DATE: "senza data", "undated";
    fn whence_no_number(typed): "«{typed}» non è un numero che si possa cercare: scrivi per esempio 168,5, 16,1%, 1,2 milioni o 3.492.739.", "“{typed}” is not a number that can be looked for: write for example 168.5, 16.1%, 1.2 million or 3,492,739.";
    fn whence_too_fine(typed, most): "«{typed}» ha più di {most} decimali: nessun valore si stampa così.", "“{typed}” has more than {most} decimals: no value is printed so.";
    fn whence_mean(members): "media semplice {members}", "simple mean {members}";
    fn whence_min(members): "minimo {members}", "lowest {members}";
    fn whence_max(members): "massimo {members}", "highest {members}";
    fn whence_sum(members): "somma {members}", "sum {members}";
    fn whence_measure(measure): "«{measure}»", "“{measure}”";
    fn whence_printed(table): "come stampato, {table}", "as printed, {table}";
    fn whence_all(typed, matches, searched): "{typed}: {matches} fra {searched} valori.", "{typed}: {matches} among {searched} values.";
    fn whence_chance(low, high, mean): "Un numero preso a caso fra {low} e {high} ne trova in media {mean}.", "A number taken at random between {low} and {high} finds {mean} on average.";
    fn whence_near(words, matches, mean): "Con «{words}»: {matches}; un numero a caso ne trova in media {mean}.", "With “{words}”: {matches}; a number at random finds {mean} on average.";
    fn whence_unknown(words): "Nessun luogo, indicatore o tabella si chiama così: {words}.", "No place, indicator or table is called so: {words}.";
    WHENCE_NONE: "Nessun valore si stampa così. Può essere una somma di più voci o un dato che il programma non ha.", "No value is printed so. It may be a sum of several items or a figure that the program does not have.";
    fn whence_like(matches, mean): "Risposte buone quanto la prima: {matches}; un numero a caso ne trova in media {mean}.", "Answers as good as the first: {matches}; a number at random finds {mean} on average.";
    fn whence_less_than(mean): "meno di {mean}", "fewer than {mean}";
    WHENCE_SOME_WORDS: "Nessun valore ha tutte queste parole: quelli che seguono ne hanno alcune o nessuna.", "No value has all of these words: those that follow have some of them or none.";
    WHENCE_BY_CHANCE: "Può essere una coincidenza: aggiungi il luogo, l'indicatore o l'anno che gli stanno vicino.", "This may be a coincidence: add the place, the indicator or the year that stand near it.";
    fn whence_settled(typed, whole): "«{typed}» è letto con i decimali; se sono migliaia, scrivi {whole}.", "“{typed}” is read with decimals; if these are thousands, write {whole}.";
    fn whence_not_own(level, value): "Non è il valore dell'{level}, che è {value}.", "It is not the value of the {level}, which is {value}.";
    fn whence_no_own(level): "Non è il valore dell'{level}, che non ne ha uno.", "It is not the value of the {level}, which has none.";
    WHENCE_AMBITO: "Ambito", "Ambito";
    fn whence_noted(note): "in una nota: «{note}»", "in a note: “{note}”";
    WHENCE_WHOLE_NOTE: "nota all'indicatore", "note on the indicator";
    fn whence_needed(base, counted): "richiesti dallo standard; {counted}: {base}", "required by the standard; {counted}: {base}";
    WHENCE_STANDARD: "standard stampato", "printed standard";
    WHENCE_THRESHOLD: "la soglia dello standard", "the threshold of the standard";
    WHENCE_POINTS: "punti percentuali", "percentage points";
    fn whence_written(value, source): "{value}. Fonte: {source}.", "{value}. Source: {source}.";
    fn whence_more(count): "Altre corrispondenze: {count}.", "Further matches: {count}.";
    WHENCE_TITLE: "Da dove viene questo numero?", "Where does this number come from?";
    WHENCE_MENU: "Da dove viene questo numero?…", "Where does this number come from?…";
    WHENCE_NUMBER: "Numero", "Number";
    WHENCE_NUMBER_HINT: "168,5", "168.5";
    WHENCE_NEAR: "Vicino a", "Near";
    WHENCE_NEAR_HINT: "luogo, indicatore, anno", "place, indicator, year";
    WHENCE_SEARCH: "Cerca", "Search";
    WHENCE_SHOW: "Mostra", "Show";
    WHENCE_SEARCHING: "Ricerca fra tutti i valori…", "Looking through all values…";
    WHENCE_TIP: "Si cerca un numero stampato, con i suoi decimali, fra tutti i valori: indicatori a ogni livello e data, calcolati sul totale, medi, minimi e massimi; variabili osservate; tabelle pubblicate e loro note; quanto chiedono gli standard; e fra le variazioni da una data all'altra.", "A printed number is looked for, with its decimals, among all values: indicators at every level and date, recomputed, mean, lowest and highest; observed variables; published tables and their notes; what standards require; and among the changes from one date to another.";
    fn whence_not_done(cause): "La ricerca non è stata completata: {cause}.", "The search was not completed: {cause}.";
    fn variable_males(age): "maschi di {age} anni", "males aged {age}";
    fn variable_females(age): "femmine di {age} anni", "females aged {age}";
    fn variable_named(name): "variabile «{name}»", "variable “{name}”";
    fn whence_changes(matches, searched, mean): "Come variazione fra due date: {matches} fra {searched}; un numero a caso ne trova in media {mean}.", "As a change between two dates: {matches} among {searched}; a number at random finds {mean} on average.";
    WHENCE_CHANGE: "variazione", "change";
    WHENCE_RELATIVE: "variazione percentuale", "change in per cent";
    fn whence_change(kind, before, after, how): "{kind} da {before} a {after} ({how})", "{kind} from {before} to {after} ({how})";
    fn whence_break(how): "{how}, attraverso un'interruzione della serie", "{how}, across a break of the series";
}
