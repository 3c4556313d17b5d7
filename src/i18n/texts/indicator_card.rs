//! The texts of the card of an indicator.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    HELP_INDICATORS_ID: "Mostra la scheda di un indicatore: definizione, formula con i numeri del luogo, fonti, come si legge e come inganna", "Show the card of an indicator: definition, formula with the numbers of the place, sources, how to read it and how it misleads";
    HELP_CARD_TERRITORY: "Codice del territorio di cui si scrivono i numeri [l'ATS]", "Code of the territory whose numbers are written [the ATS]";
    CARD_OPEN: "Scheda dell'indicatore", "Card of the indicator";
    CARD_WHAT: "Che cos'è", "What it is";
    CARD_FORMULA: "Come si calcola", "How it is worked out";
    CARD_INSIDE: "Che cosa c'è dentro", "What is inside it";
    CARD_READ: "Come si legge", "How to read it";
    CARD_MISLEADS: "Come inganna", "How it misleads";
    CARD_SOURCES: "Fonti e date", "Sources and dates";
    fn card_live_at(at): "Sono i residenti {at}.", "These are the residents {at}.";
    CARD_LIVE: "Quanti residenti vivono in ogni gradino", "How many residents live in each step";
    CARD_RESIDENTS: "residenti", "residents";
    CARD_MALES: "maschi", "males";
    CARD_FEMALES: "femmine", "females";
    fn card_unit(unit): "Unità: {unit}.", "Unit: {unit}.";
    fn card_from_age(who, first): "{who} di {first} anni e più", "{who} aged {first} and over";
    fn card_of_age(who, age): "{who} di {age} anni", "{who} aged {age}";
    fn card_ages(who, first, last): "{who} da {first} a {last} anni", "{who} aged {first} to {last}";
    fn card_years_of(who): "anni vissuti da tutti i {who} (età più mezzo anno)", "years lived by all {who} (age plus half a year)";
    fn card_year_before(what): "{what} un anno prima", "{what} one year earlier";
    fn card_years_before(what, years): "{what} {years} anni prima", "{what} {years} years earlier";
    fn card_day_after(what): "{what} il giorno dopo", "{what} on the day after";
    fn card_days_after(what, days): "{what} {days} giorni dopo", "{what} {days} days later";
    fn card_sum_of_values(members): "(somma dei valori {members})", "(sum of the values {members})";
    fn card_at(place, date, how): "{place}, {date}, {how}:", "{place}, {date}, {how}:";
    fn card_at_comune(place, date): "{place}, {date}:", "{place}, {date}:";
    fn card_no_value(place, date, reason): "{place}, {date}: {reason}.", "{place}, {date}: {reason}.";
    fn card_part(name, value): "{name}: {value}", "{name}: {value}";
    CARD_AS_GIVEN: "Il valore è riportato come lo pubblica la fonte, senza ricalcolo.", "The value is the one the source publishes; it is not computed here.";
    fn card_weighted(weight): "Per un gruppo di Comuni è la media ponderata con {weight}.", "For a group of Comuni it is the mean weighted by {weight}.";
    CARD_FROM_SUMS: "Per un gruppo di Comuni si sommano prima le parti e poi si divide: non è la media dei valori dei Comuni.", "For a group of Comuni the parts are summed first and then divided: it is not the mean of the values of the Comuni.";
    CARD_WORSE: "Un valore più alto indica una situazione peggiore.", "A higher value means a worse situation.";
    CARD_BETTER: "Un valore più alto indica una situazione migliore.", "A higher value means a better situation.";
    CARD_NEITHER: "Descrive una situazione: un valore più alto non è né meglio né peggio.", "It describes a situation: a higher value is neither better nor worse.";
    fn card_years(day, first, last, count): "{day} di ogni anno dal {first} al {last}, {count} in tutto", "{day} of every year from {first} to {last}, {count} in all";
    fn card_whole_years(first, last, count): "dal {first} al {last}, {count} in tutto", "from {first} to {last}, {count} in all";
    fn card_tax_years(first, last, count): "anni d'imposta dal {first} al {last}, {count} in tutto", "tax years from {first} to {last}, {count} in all";
    fn card_ats(name, date, value): "{name}, {date}: {value}.", "{name}, {date}: {value}.";
    fn card_range(level, lowest, lowest_name, highest, highest_name): "{level}: dal più basso, {lowest} ({lowest_name}), al più alto, {highest} ({highest_name}).", "{level}: from the lowest, {lowest} ({lowest_name}), to the highest, {highest} ({highest_name}).";
    CARD_COUNT: "È un conteggio: è alto dove vivono più persone. Per confrontare territori serve una quota o un rapporto.", "It is a count: high where more people live. To compare territories a share or a ratio is needed.";
    CARD_NO_WARNING: "Oltre a quanto dice la definizione valgono le cautele di ogni indicatore, come quella sui valori instabili dei Comuni piccoli.", "Besides what the definition says, the cautions of any indicator hold, such as the small numbers of small Comuni.";
    fn card_source(source, licence): "{source}. Licenza dei dati: {licence}.", "{source}. Data licence: {licence}.";
    fn card_dates(dates): "Date: {dates}.", "Dates: {dates}.";
    fn card_break(date, text): "Serie interrotta {date}. {text}", "Series broken {date}. {text}";
    fn card_not_final(dates): "Valori non definitivi: {dates}.", "Values that are not final: {dates}.";
    fn card_tables(tables): "Stampato in: {tables}.", "Printed in: {tables}.";
    fn card_counterpart(name): "È affiancato dall'indicatore calcolato «{name}».", "The computed indicator “{name}” stands beside it.";
    fn card_no_weight(dates, weight): "Senza il peso ({weight}), e perciò senza valori: {dates}.", "Without the weight ({weight}), and so without values: {dates}.";
    fn no_weight(id, date, weight): "'{id}' ha i valori dei Comuni {date}, ma non il peso delle sue medie ({weight}): aggiungi il peso a quella data", "'{id}' has values of the Comuni {date}, but not the weight of its means ({weight}): add the weight at that date";
}
