//! What is said of a user's answers about a file, of other boundaries and of the grid filled by hand.

use crate::i18n::Text;

// What was chosen.
texts! {
    CHOSEN_SHEET: "Foglio scelto: «{}».", "Sheet chosen: '{}'.";
    CHOSEN_NUMBERS: "Separatore dei decimali scelto: «{}».", "Decimal separator chosen: '{}'.";
    CHOSEN_DATE: "Data di riferimento scelta: {}.", "Reference date chosen: {}.";
    CHOSEN_NO_DATE: "Scelto: i valori valgono per ogni data.", "Chosen: the values hold at every date.";
    CHOSEN_NAME: "«{}» è {}, come indicato.", "'{}' is {}, as stated.";
    CHOSEN_LEFT_OUT: "«{}» è tralasciato, come indicato.", "'{}' is left out, as stated.";
    CHOSEN_COLUMN: "Colonna «{}»: {}.", "Column '{}': {}.";
    ROLE_IGNORED: "tralasciata", "left out";
    ROLE_CODE: "codice del Comune", "code of the Comune";
    ROLE_NAME: "nome del Comune", "name of the Comune";
    ROLE_AMBITO: "codice o nome dell'Ambito", "code or name of the Ambito";
    ROLE_PROVINCE: "provincia", "province";
    ROLE_DATE: "anno o data", "year or date";
    ROLE_DIMENSION: "divide i valori", "parts the values";
    ROLE_VALUE: "valori", "values";
    FOUND_ACCEPTED: "{} [confermato]", "{} [confirmed]";
}

// Answers that do not fit the file.
texts! {
    SOURCE_NO_COLUMN: "non c'è la colonna «{}». Scrivi il nome come sta nell'intestazione.", "there is no column '{}'. Write the name as it stands in the header.";
    SOURCE_NO_SUCH_SHEET: "non c'è il foglio «{}» con territori. Scrivi il nome come sta nella cartella di lavoro.", "there is no sheet '{}' with territories. Write the name as it stands in the workbook.";
    SOURCE_NO_SUCH_PLACE: "il codice «{}» non è di un nostro territorio. Scrivi un codice ISTAT o di Ambito.", "the code '{}' is of no territory of ours. Write an ISTAT code or that of an Ambito.";
    SOURCE_BAD_ANSWERS: "le risposte non si leggono: {}", "the answers cannot be read: {}";
}

// Other boundaries.
texts! {
    SOURCE_NO_ATTRIBUTE: "non c'è l'attributo «{}». Indica quale ha i codici con --level-attribute comuni=ATTRIBUTO.", "there is no attribute '{}'. Say which one has the codes with --level-attribute comuni=ATTRIBUTE.";
    SOURCE_NO_SUCH_CRS: "il sistema di riferimento «{}» non è tra quelli conosciuti. Indicane uno per numero, come EPSG:32632.", "the reference system '{}' is none of those known. State one by its number, such as EPSG:32632.";
    SOURCE_CRS_UNKNOWN: "non si sa in quale sistema di riferimento sono le coordinate, e non somigliano a nessuno di quelli usati in Italia. Indicalo per numero, come EPSG:32632.", "the reference system of the coordinates is not known, and they look like none of those used in Italy. State it by its number, such as EPSG:32632.";
    SOURCE_CRS_LIKELY: "non si sa in quale sistema di riferimento sono le coordinate. Somigliano a {}: se lo sono, indicalo.", "the reference system of the coordinates is not known. They look like {}: if they are, say so.";
    SOURCE_CRS_UNFIT: "le coordinate non possono essere nel sistema di riferimento indicato ({}). Indicane un altro.", "the coordinates cannot be in the reference system stated ({}). State another.";
    SOURCE_CRS_FAR: "in quel sistema di riferimento le forme sono lontane dall'Italia ({}). Indicane un altro.", "in that reference system the shapes are far from Italy ({}). State another.";
    SOURCE_TERRITORY: "i codici dei territori si contraddicono: {}", "the codes of the territories contradict each other: {}";
    SOURCE_NOT_BOUNDARIES: "non ha confini. Servono uno shapefile o un GeoJSON di aree.", "it has no boundaries. A shapefile or GeoJSON of areas is needed.";
    FOUND_CRS_CHANGED: "Le coordinate sono in {}: portate in WGS 84 / UTM 32N.", "The coordinates are in {}: brought to WGS 84 / UTM 32N.";
    FOUND_CRS_LIKELY: "Nessuno dice in quale sistema di riferimento sono le coordinate; somigliano a {}: confermalo o indicane un altro.", "Nobody says in which reference system the coordinates are; they look like {}: confirm it or state another.";
    HELP_BOUNDARIES: "Altri confini al posto di quelli dell'ATS: shapefile (anche zip) o GeoJSON", "Other boundaries instead of those of the ATS: a shapefile (or its zip) or GeoJSON";
    HELP_LEVEL_ATTRIBUTE: "Attributo con i codici di un livello, e quello con i nomi: comuni=CODICE:NOME, ambiti=COD_PROV", "Attribute with the codes of a level, and that with the names: comuni=CODE:NAME, ambiti=COD_PROV";
    HELP_CRS: "Sistema di riferimento dei confini, come EPSG:3003, se il file non lo dice", "Reference system of the boundaries, such as EPSG:3003, where the file does not say";
    CLI_LEVEL_ATTRIBUTE: "--level-attribute vuole LIVELLO=ATTRIBUTO, per esempio ambiti=COD_PROV; qui c'è «{}»", "--level-attribute takes LEVEL=ATTRIBUTE, for example ambiti=COD_PROV; here is '{}'";
}

// The command that checks files, answered.
texts! {
    HELP_ANSWERS: "File JSON con le risposte a ciò che è da scegliere", "JSON file with the answers to what is to be chosen";
    HELP_SHEET: "Foglio da prendere", "Sheet to take";
    HELP_DATE: "Anno o data di riferimento (2023, 2023-12-31), o never se i valori valgono sempre", "Reference year or date (2023, 2023-12-31), or never if the values always hold";
    HELP_DECIMAL: "Separatore dei decimali, virgola o punto", "Decimal separator, comma or point";
    HELP_NAME: "Che territorio è un nome del file: \"X=015146\"; \"X=\" lo tralascia", "Which territory a name of the file is: \"X=015146\"; \"X=\" leaves it out";
    HELP_COLUMN_ROLE: "Che cos'è una colonna: \"Nome=code|name|ambito|province|date|dimension|value|ignored\"", "What a column is: \"Name=code|name|ambito|province|date|dimension|value|ignored\"";
    HELP_ACCEPT: "Accetta ciò che è proposto, per codice di problema o all", "Accept what is proposed, by code of the problem or all";
    HELP_WITH_RECIPE: "Ricetta (TOML) da provare prima di quelle del programma", "Recipe (TOML) to try before those of the program";
    HELP_SAVE_RECIPE: "Salva la lettura come ricetta (TOML), per il file dell'anno prossimo", "Save the reading as a recipe (TOML), for next year's file";
    CLI_PAIR: "--{} vuole NOME=VALORE; qui c'è «{}»", "--{} takes NAME=VALUE; here is '{}'";
    CLI_BAD_RECIPE: "la ricetta {} non si legge: {}", "the recipe {} cannot be read: {}";
    CLI_ONE_RECIPE: "--save-recipe vuole un solo file con una sola tabella; qui ce ne sono {}", "--save-recipe takes one file with one table; here are {}";
}

// Values of Ambiti and larger areas.
texts! {
    FOUND_OF_AREAS: "Valori di Lombardia e Italia, tenuti accanto: {}.", "Values of Lombardia and Italia, kept beside: {}.";
    FOUND_AMBITI_NO_DATE: "I valori di Ambiti vogliono un anno o una data: indicalo, e possono entrare.", "Values of Ambiti need a year or a date: state it, and they can come in.";
    AREAS_DEFINITION: "Valore dato dalla fonte per l'area, senza ricalcolo dai Comuni.", "Value given by the source for the area, not recomputed from the Comuni.";
}

// The report.
texts! {
    REPORT_SHEET: "Rapporto", "Report";
    REPORT_VARIABLES: "Variabili", "Variables";
    REPORT_FILE: "File", "File";
    REPORT_TAB: "Foglio", "Sheet";
    REPORT_ROW: "Riga", "Row";
    REPORT_WEIGHT: "Peso", "Weight";
    REPORT_WHAT: "Che cosa", "What";
    REPORT_CODE: "Codice", "Code";
    REPORT_NAME: "Nome", "Name";
    REPORT_UNIT: "Unità", "Unit";
    REPORT_VALUES: "Valori", "Values";
    REPORT_SUM: "Somma", "Sum";
    REPORT_MORE: "E altre righe: {}.", "And other rows: {}.";
    HELP_REPORT: "Scrivi il rapporto riga per riga in questo file (.csv, .xlsx)", "Write the report row by row to this file (.csv, .xlsx)";
    CLI_REPORT_FORMAT: "{}: un rapporto si scrive in un file .csv o .xlsx", "{}: a report is written to a .csv or .xlsx file";
}

// The grid.
texts! {
    PERIOD_HALF: "{}° semestre {}", "half {} of {}";
    PERIOD_QUARTER: "{}° trimestre {}", "quarter {} of {}";
    PERIOD_MONTH: "{}/{}", "{}/{}";
    GRID_AMBIGUOUS: "{}, {}: «{}» si può leggere in due modi: scrivi {} oppure {}.", "{}, {}: '{}' can be read in two ways: write {} or {}.";
    GRID_FAULT: "{}, {}: «{}» non è un numero.", "{}, {}: '{}' is no number.";
}
