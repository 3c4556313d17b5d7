//! The texts of standards: what they require, and what is missing.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    fn condition_step(at, name, known): "Al carattere {at}: «{name}» non è una categoria di questo indicatore; sono: {known}.", "At character {at}: “{name}” is not a category of this indicator; they are: {known}.";
    HELP_THRESHOLD: "Uno standard come linea: un valore dell'indicatore", "A standard as a line: a value of the indicator";
    HELP_THRESHOLD_NAME: "Il nome dello standard", "The name of the standard";
    THRESHOLD: "Standard", "Standard";
    THRESHOLD_HINT: "un valore", "a value";
    THRESHOLD_NAME: "Nome dello standard", "Name of the standard";
    THRESHOLD_TIP: "Un valore dell'indicatore che l'ufficio si dà, disegnato come linea. Vuoto: nessuna linea.", "A value of the indicator that the office sets itself, drawn as a line. Empty: no line.";
    fn threshold_unnamed(value): "Soglia {value}", "Threshold {value}";
    fn threshold_sentence(label): "Linea punteggiata: {label}, una soglia scelta dall'autore della figura.", "Dotted line: {label}, a threshold set by the author of the figure.";
    fn threshold_below(count): "Sotto la soglia: {count}.", "Below the threshold: {count}.";
    fn threshold_lacking(what, missing): "Per raggiungerla il numeratore ({what}) dovrebbe crescere in tutto di {missing}.", "To reach it the numerator ({what}) would have to grow by {missing} in all.";
    fn threshold_series_below(when, names): "Sotto la soglia: {names} ({when}).", "Below the threshold: {names} ({when}).";
    fn threshold_series_none(when): "Sotto la soglia: nessuna linea ({when}).", "Below the threshold: no line ({when}).";
    HELP_STANDARD: "Uno standard a confronto con quello che c'è: quanti ne chiede, quanti ne mancano; senza un nome elenca quelli stampati nei documenti", "A standard against what is there: how many it asks for, how many are missing; without a name it lists those printed in documents";
    HELP_STANDARD_ID: "Uno standard stampato in un documento", "A standard printed in a document";
    HELP_STANDARD_ONE_PER: "Uno standard dell'ufficio: uno ogni N di --of", "A standard of the office: one for N of --of";
    HELP_STANDARD_OF: "L'indicatore che conta a chi si rivolge, con --one-per [residenti]", "The indicator that counts whom it is for, with --one-per [residenti]";
    HELP_STANDARD_WHAT: "Che cosa si conta, con --one-per: «assistenti sociali»", "What is counted, with --one-per: “social workers”";
    HELP_STANDARD_INDICATOR: "Uno standard dell'ufficio: un valore di questo indicatore, per esempio posti ogni 100 bambini", "A standard of the office: a value of this indicator, for instance places per 100 children";
    HELP_STANDARD_VALUE: "Il valore dello standard, con --indicator", "The value of the standard, with --indicator";
    HELP_STANDARD_BASE: "Il numero di persone su cui si calcola, se non è quello dell'atlante: 117654", "The number of people it is calculated on, if not the one of the atlas: 117654";
    HELP_STANDARD_HAVE: "Quanti ce ne sono", "How many there are";
    HELP_STANDARD_TERRITORY: "Codice del territorio [tutti quelli di --level]", "Code of the territory [all those of --level]";
    fn standard_printed(source): "Stampato da: {source}.", "Printed by: {source}.";
    STANDARD_OWN: "È una soglia dell'ufficio: nessun documento la stampa.", "It is a threshold of the office: no document prints it.";
    fn standard_one_per(what, number, of): "{what}: 1 ogni {number} ({of})", "{what}: 1 for every {number} ({of})";
    fn standard_value(indicator, value, unit): "{indicator}: {value} ({unit})", "{indicator}: {value} ({unit})";
    STANDARD_PARTS: "I numeri che servono sono del numeratore; tra parentesi c'è il denominatore.", "What is needed is of the numerator; the denominator is in brackets.";
    STANDARD_TYPED: "Il numero di partenza è scritto da chi chiede: non ha data.", "The number it starts from was typed: it has no date.";
    fn standard_date(date): "Valori {date}.", "Values {date}.";
    fn standard_needed(place, base, needed): "{place} ({base}): ne servono {needed}.", "{place} ({base}): {needed} are needed.";
    fn standard_missing(place, base, needed, there, missing): "{place} ({base}): ne servono {needed}; con {there} ne mancano {missing}.", "{place} ({base}): {needed} are needed; with {there} there are {missing} too few.";
    fn standard_enough(place, base, needed, there, more): "{place} ({base}): ne servono {needed}; con {there} ce ne sono {more} in più.", "{place} ({base}): {needed} are needed; with {there} there are {more} more.";
    fn standard_between(place, reason, least, greatest): "{place}: {reason}; ne servono tra {least} e {greatest}.", "{place}: {reason}; between {least} and {greatest} are needed.";
    fn standard_unknown(place, reason): "{place}: {reason}.", "{place}: {reason}.";
    fn standard_no_fit(indicator): "lo standard non si calcola su '{indicator}': --one-per vuole un conteggio, --value un indicatore che divide una somma per un'altra", "the standard cannot be calculated on '{indicator}': --one-per takes a count, --value an indicator that divides one sum by another";
    fn standard_unknown_id(id, known): "lo standard '{id}' non è fra quelli stampati nei documenti: {known}", "'{id}' is no standard that is printed in documents: {known}";
    STANDARD_ONE_TERRITORY: "--have e --base valgono per un territorio solo: indicalo con --territory", "--have and --base are for one territory: name it with --territory";
    STANDARD_RANGE: "lo standard deve essere un numero maggiore di zero, tra 0,000001 e 1.000.000.000.000", "the standard must be a number above zero, between 0.000001 and 1,000,000,000,000";
    STANDARD_COUNT: "--base e --have vogliono un numero tra 0 e 1.000.000.000.000", "--base and --have take a number between 0 and 1,000,000,000,000";
    STANDARD_BASE: "Si calcola su", "Calculated on";
    STANDARD_NEEDED: "Ne servono", "Needed";
    STANDARD_THERE: "Ce ne sono", "There are";
    STANDARD_MISSING: "Ne mancano", "Missing";
    STANDARD_NEGATIVE: "«Ne mancano» con il segno meno: ce ne sono più di quanti ne servono.", "“Missing” with a minus sign: there are more than are needed.";
    fn cli_bad_sheet_format(file): "'{file}': il nome del file deve finire in .xlsx o .csv", "'{file}': the file name must end in .xlsx or .csv";
    HELP_STANDARD_OUTPUT: "Scrive i numeri in questo file, CSV o XLSX", "Writes the numbers to this file, CSV or XLSX";
    STANDARD_MENU: "Quanti ne servono? Standard…", "How many are needed? Standards…";
    STANDARD_TITLE: "Quanti ne servono?", "How many are needed?";
    STANDARD_TIP: "Uno standard di servizio a confronto con i residenti: quanti ne chiede per ogni territorio e, scritto quanti ce ne sono, quanti ne mancano.", "A standard of service against the residents: how many it asks for in each territory and, once you write how many there are, how many are missing.";
    STANDARD_WHICH: "Standard", "Standard";
    STANDARD_OF_OFFICE: "dell'ufficio", "of the office";
    STANDARD_ONE_EVERY: "1 ogni", "1 for every";
    STANDARD_WHAT: "Che cosa si conta", "What is counted";
    STANDARD_WHAT_HINT: "assistenti sociali", "social workers";
    STANDARD_SELECT_ONE: "Per scrivere quanti ce ne sono scegli un solo territorio.", "To write how many there are, choose one territory only.";
    STANDARD_SELECT: "Scegli un territorio per scrivere quanti ce ne sono.", "Choose a territory to write how many there are.";
    STANDARD_COPY: "Copia la tabella", "Copy the table";
    STANDARD_COPIED: "Tabella dello standard negli appunti.", "Table of the standard on the clipboard.";
    fn standard_there_in(place): "Ce ne sono {place}", "There are {place}";
}
