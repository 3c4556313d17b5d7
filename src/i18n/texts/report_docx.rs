//! The texts of Word documents: what the writer adds to a report, what is said of a renewed document and of a checked one.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    DOCX_FIGURE: "Figura", "Figure";
    DOCX_TABLE: "Tabella", "Table";
    DOCX_CONTENTS: "Sommario", "Contents";
    DOCX_FIGURES: "Indice delle figure", "List of figures";
    DOCX_TABLES: "Indice delle tabelle", "List of tables";
    DOCX_PAGE: "Pagina", "Page";
    DOCX_PAGE_OF: "di", "of";
    DOCX_LOGO: "Logo", "Logo";
    DOCX_OUTLINE: "Contorno del territorio", "Outline of the territory";
}
