//! The words that writers of reports put around what a report says: kinds of captions, titles of lists, marks.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    PAGES_FIGURE: "Figura", "Figure";
    PAGES_TABLE: "Tabella", "Table";
    PAGES_CONTENTS: "Indice", "Contents";
    PAGES_FIGURES: "Indice delle figure", "List of figures";
    PAGES_TABLES: "Indice delle tabelle", "List of tables";
    PAGES_PAGE: "Pagina", "Page";
    PAGES_CAUTION: "Attenzione", "Caution";
    PAGES_LOGO: "Logo", "Logo";
    PAGES_SKIP: "Vai al contenuto", "Skip to the contents";
    PAGES_VALUES: "Valori della figura", "Values of the figure";
    PAGES_KEYS: "Valori della figura: usa le frecce per passare dall'uno all'altro", "Values of the figure: use the arrow keys to go from one to the next";
    fn pages_numbered(kind, number): "{kind} {number}", "{kind} {number}";
}
