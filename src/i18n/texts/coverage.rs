//! The texts about how far the data reach and what would extend them.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    fn theme_head(name, count): "{name}, indicatori: {count}", "{name}, indicators: {count}";
    HELP_COVERAGE: "Fin dove arrivano i dati, quali file ufficiali li aggiornerebbero, e quali temi di un osservatorio sociale comprendono", "How far the data reach, which official files would bring them further, and which themes of a social observatory are inside";
    REACH_MENU: "Aggiorna i dati…", "Update the data…";
    REACH_TITLE: "Aggiorna i dati", "Update the data";
    TOPICS_TITLE: "Copertura dei temi", "Coverage of the themes";
    REACH_INTRO: "Il programma non si collega mai a Internet: un file ufficiale si scarica dal sito della fonte e si porta qui. Chi lo importa può farne un pacchetto di dati e darlo agli altri uffici.", "The program never connects to the Internet: an official file is downloaded from the site of its source and brought here. The person who imports it can make a pack of data of it and give it to the other offices.";
    TOPICS_INTRO: "Ogni tema che un osservatorio sociale deve leggere: nel programma, da importare, oppure senza una fonte a livello comunale. Le stime di indagini conservano il margine d'errore; i conteggi per Ambito entrano come valori di aree.", "Every theme that a social observatory must read: in the program, to import, or without a source that reaches the Comune. Estimates of surveys keep their error; counts by Ambito come in as values of areas.";
    fn reach_inside(count, dates): "Indicatori: {count}. Date: {dates}.", "Indicators: {count}. Dates: {dates}.";
    fn reach_inside_both(count, published, dates): "Indicatori: {count}, e {published} come pubblicati. Date: {dates}.", "Indicators: {count}, and {published} as published. Dates: {dates}.";
    fn reach_there(dates): "Nel programma: {dates}.", "In the program: {dates}.";
    REACH_NOT_INSIDE: "Nel programma: nessun dato.", "In the program: no data.";
    fn reach_range(span, count): "{span}, {count} in tutto", "{span}, {count} in all";
    fn reach_where(place): "Dove: {place}.", "Where: {place}.";
    REACH_KNOWN: "Come: lascialo cadere sulla finestra, o Progetto → Importa dati; il programma lo riconosce.", "How: drop it on the window, or Project → Import data; the program knows it.";
    REACH_AS_TABLE: "Come: lascialo cadere sulla finestra, o Progetto → Importa dati; è letto come tabella per Comune, e si conferma che cosa sono le colonne.", "How: drop it on the window, or Project → Import data; it is read as a table by Comune, and what the columns are is confirmed.";
    REACH_NOTHING: "Nessun file ufficiale noto aggiunge qualcosa a questo tema.", "No official file that is known adds to this theme.";
    fn reach_source(publisher, name): "{publisher}, «{name}»", "{publisher}, “{name}”";
    fn reach_few_dates(sources): "Poche date. Ne aggiungerebbe altre: {sources}. Vedi Progetto → Aggiorna i dati.", "Few dates. More would come from: {sources}. See Project → Update the data.";
    TOPIC_INSIDE: "nel programma", "in the program";
    TOPIC_TO_BRING: "da importare", "to import";
    TOPIC_NONE: "nessuna fonte comunale", "no source by Comune";
    fn up_to(date): "fino {date}", "up to {date}";
    fn up_to_tax_year(year): "fino all'anno d'imposta {year}", "up to tax year {year}";
    fn topic_indicator(name, last): "{name} ({last})", "{name} ({last})";
    fn topic_has(indicators): "Nel programma: {indicators}.", "In the program: {indicators}.";
    fn topic_brings(files): "Da importare: {files}.", "To import: {files}.";
    fn topic_ask(file): "Si può chiedere: {file}.", "What can be asked for: {file}.";
    fn topic_denominator(by): "Denominatore: {by}.", "Denominator: {by}.";
}
