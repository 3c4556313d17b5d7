//! The texts of an indicator elsewhere.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    HELP_OTHERS: "Un indicatore nelle altre ATS, in Lombardia, in Italia e nei grandi Comuni della regione, dove c'è", "An indicator in the other ATS, in Lombardia, in Italia and in the large Comuni of the region, where there is one";
    HELP_OTHERS_TERRITORY: "Codice di un territorio da mettere accanto, oltre all'ATS", "Code of a territory to set beside them, besides the ATS";
    fn others_row(name, value, when): "{name}: {value} ({when})", "{name}: {value} ({when})";
    fn others_published(name, value, when, id): "{name}: {value} ({when}; pubblicato, {id})", "{name}: {value} ({when}; published, {id})";
    OTHERS_TITLE: "Altrove: altre ATS, Lombardia, Italia, grandi Comuni", "Elsewhere: other ATS, Lombardia, Italia, large Comuni";
    OTHERS_HEAD: "Altrove (ciascuno alla sua data: i valori pubblicati sono calcolati dalla loro fonte):", "Elsewhere (each at its own date: published values are worked out by their source):";
    OTHERS_NONE: "Altrove non c'è nessun valore che si possa confrontare.", "There is no value elsewhere that compares.";
}
