//! The texts of the heat strip.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_HEAT_STRIP: "Strisce", "Heat strip";
    HOW_HEAT_STRIP: "Una riga per territorio e una casella per data, con i colori delle classi della mappa, uguali a tutte le date. Una linea verticale separa le date che non si possono confrontare.", "One row for each territory and one cell for each date, in the colours of the map's classes, the same at every date. An upright line parts dates that do not compare.";
    HELP_HEAT_STRIP: "Strisce: tutti i territori e tutte le date, con i colori delle classi della mappa", "Heat strip: all territories and all dates, in the colours of the map's classes";
    HELP_HEAT_STRIP_TERRITORY: "Codici dei territori da mettere in evidenza, di qualsiasi livello", "Codes of the territories that stand out, of any level";
    HELP_HEAT_STRIP_ORDER: "Ordine delle righe: value (valore alla data di --year) o place (Ambito e nome)", "Order of the rows: value (at the date of --year) or place (Ambito and name)";
    STRIP_VALUE: "Per valore", "By value";
    STRIP_PLACE: "Per luogo", "By place";
    STRIP_PUBLISHED: "Questo grafico è solo per gli indicatori calcolati: di uno come pubblicato guarda la serie storica o la tabella, che hanno tutte le sue date.", "This chart is for computed indicators alone: of one as published look at the time series or the table, which have all its dates.";
    STRIP_BY_PLACE: "in ordine di Ambito e di nome", "by Ambito and name";
    STRIP_NOTE_CLASSES: "Le classi sono quelle della mappa, calcolate sui valori di tutte le date: lo stesso colore vuol dire la stessa classe a ogni data.", "The classes are those of the map, made from the values of all dates: the same colour means the same class at every date.";
    STRIP_NOTE_BREAKS: "Ai due lati di una linea verticale i valori non si possono confrontare.", "Values on the two sides of an upright line do not compare.";
    STRIP_NOTE_COUNTS: "È un conteggio: il colore dice soprattutto quanto è grande un territorio.", "It is a count: the colour mostly tells how large a territory is.";
    STRIP_KEY_BREAK: "interruzione della serie", "break of the series";
    fn strip_by_value(when): "dal valore più alto {when}", "from the highest value {when}";
    fn strip_subtitle(level, span, order): "{level}, {span}, {order}", "{level}, {span}, {order}";
    fn strip_cell(name, date, value): "{name}, {date}: {value}", "{name}, {date}: {value}";
    fn strip_reading(name, units, dates): "«{name}»: {units}, date {dates}.", "“{name}”: {units}, dates {dates}.";
    fn strip_ends(when, low, lowest, high, highest): "I valori {when} vanno da {low} ({lowest}) a {high} ({highest}).", "The values {when} go from {low} ({lowest}) to {high} ({highest}).";
    fn strip_only(when, value, name): "Un solo valore {when}: {value} ({name}).", "A single value {when}: {value} ({name}).";
    fn strip_moves(span, units, up, down, same): "Con un valore a entrambe le date, {span}: {units}. Il valore sale in {up}, scende in {down}, non cambia in {same}.", "With a value at both dates, {span}: {units}. The value rises in {up}, falls in {down}, does not change in {same}.";
    fn strip_course(name, before, from, now, to, by): "{name}: {before} {from}, {now} {to} ({by}).", "{name}: {before} {from}, {now} {to} ({by}).";
    fn strip_now(name, now, to): "{name}: {now} {to}.", "{name}: {now} {to}.";
    fn alt_strip(name, subtitle): "Strisce di colore. {name}. {subtitle}.", "Heat strip. {name}. {subtitle}.";
}
