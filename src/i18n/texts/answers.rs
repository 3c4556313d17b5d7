//! The texts on a user's answers about a file, on other boundaries and on the grid for manual entry.

use super::{Display, Lang, Text};

// What was selected.
texts! {
    fn option_ignored(option, why): "L'opzione {option} qui non ha effetto: {why}", "Option {option} has no effect here: {why}";
    IGNORED_BASE: "una base serve solo con --mode change o base100.", "a base is needed only with --mode change or base100.";
    IGNORED_STANDARD: "uno standard si disegna solo tra i valori (--mode absolute).", "a standard is drawn only among the values (--mode absolute).";
    IGNORED_SPAN: "cerchi e soglie scelte a mano non dipendono dalle date.", "circles and breaks set by hand do not depend on the dates.";
    IGNORED_LEGEND: "solo una mappa ha la legenda accanto o sotto.", "only a map has a legend beside or below it.";
    IGNORED_HIDE: "solo una mappa ha nomi, sfondo, scala e nord; le altre figure nascondono heading e footer.", "only a map has labels, backdrop, scale and north; other figures hide heading and footer.";
    IGNORED_METHOD: "i valori come pubblicati non si ricalcolano.", "values as published are not recomputed.";
    IGNORED_SHEET: "un file di numeri o di forme non ha pagina né disegno.", "a file of numbers or of shapes has neither page nor drawing.";
    fn selected_sheet(sheet): "Foglio scelto: «{sheet}».", "Sheet chosen: '{sheet}'.";
    fn selected_numbers(mark): "Separatore dei decimali scelto: «{mark}».", "Decimal separator chosen: '{mark}'.";
    fn selected_date(date): "Data di riferimento scelta: {date}.", "Reference date chosen: {date}.";
    SELECTED_NO_DATE: "Scelto: i valori valgono per ogni data.", "Chosen: the values hold at every date.";
    fn selected_name(typed, territory): "«{typed}» è {territory}, come indicato.", "'{typed}' is {territory}, as stated.";
    fn selected_left_out(typed): "«{typed}» è ignorato, come indicato.", "'{typed}' is left out, as stated.";
    fn selected_column(column, role): "Colonna «{column}»: {role}.", "Column '{column}': {role}.";
    ROLE_IGNORED: "ignorata", "ignored";
    ROLE_CODE: "codice del Comune", "code of the Comune";
    ROLE_NAME: "nome del Comune", "name of the Comune";
    ROLE_AMBITO: "Ambito, ASST o ATS (codice o nome)", "Ambito, ASST or ATS (code or name)";
    ROLE_PROVINCE: "provincia", "province";
    ROLE_DATE: "anno o data", "year or date";
    ROLE_DIMENSION: "divide i valori", "parts the values";
    ROLE_VALUE: "valori", "values";
    fn found_near_left_out(finding): "{finding} [escluso]", "{finding} [left out]";
    fn found_accepted(finding): "{finding} [confermato]", "{finding} [confirmed]";
}

// Answers that do not fit the file.
texts! {
    fn source_no_column(column): "non c'è la colonna «{column}». Scrivi il nome come sta nell'intestazione.", "there is no column '{column}'. Write the name as it stands in the header.";
    fn source_no_such_sheet(sheet): "non c'è il foglio «{sheet}» con territori. Scrivi il nome come sta nella cartella di lavoro.", "there is no sheet '{sheet}' with territories. Write the name as it stands in the workbook.";
    fn source_no_such_place(code): "il codice «{code}» non è di un nostro territorio. Scrivi un codice ISTAT o di Ambito.", "the code '{code}' is of no territory of ours. Write an ISTAT code or that of an Ambito.";
    fn source_bad_answers(file, row): "impossibile leggere le risposte in '{file}': errore alla riga {row}; la guida ha un esempio", "the answers in '{file}' cannot be read: at row {row} something is not written as it must be; the guide has an example";
}

// Other boundaries.
texts! {
    fn source_no_attribute(attribute): "non c'è l'attributo «{attribute}». Indica quale ha i codici con --level-attribute comuni=ATTRIBUTO.", "there is no attribute '{attribute}'. Say which one has the codes with --level-attribute comuni=ATTRIBUTE.";
    fn source_no_such_crs(crs): "il sistema di riferimento «{crs}» non è tra quelli conosciuti. Indicane uno per numero, come EPSG:32632.", "the reference system '{crs}' is none of those known. State one by its number, such as EPSG:32632.";
    SOURCE_CRS_UNKNOWN: "non si sa in quale sistema di riferimento sono le coordinate, e non somigliano a nessuno di quelli usati in Italia. Indicalo per numero, come EPSG:32632.", "the reference system of the coordinates is not known, and they look like none of those used in Italy. State it by its number, such as EPSG:32632.";
    fn source_crs_likely(crs): "non si sa in quale sistema di riferimento sono le coordinate. Somigliano a {crs}: se lo sono, indicalo.", "the reference system of the coordinates is not known. They look like {crs}: if they are, say so.";
    fn source_crs_unfit(place): "le coordinate non possono essere nel sistema di riferimento indicato (per esempio {place}). Indicane un altro.", "the coordinates cannot be in the reference system stated (for example {place}). State another.";
    fn source_crs_far(place): "in quel sistema di riferimento le forme sono lontane dall'Italia ({place}). Indicane un altro.", "in that reference system the shapes are far from Italy ({place}). State another.";
    fn source_territory(why): "i codici dei territori si contraddicono: {why}", "the codes of the territories contradict each other: {why}";
    SOURCE_NOT_BOUNDARIES: "non ha confini. Serve uno shapefile, un GeoPackage o un GeoJSON di aree.", "it has no boundaries. A shapefile, GeoPackage or GeoJSON of areas is needed.";
    fn source_scribbles(count, rows): "contorni che si intersecano in ogni punto: {count} (righe {rows}). Impossibile stabilire quale superficie racchiudano. Correggili, per esempio con «Correggi geometrie» di QGIS, o scarica di nuovo il file.", "outlines that cross themselves all over, like a scribble: {count} (rows {rows}). There is no telling what is inside them. Correct them, for example with 'Fix geometries' of QGIS, or download the file again.";
    fn found_crs_changed(crs): "Le coordinate sono in {crs}: portate in WGS 84 / UTM 32N.", "The coordinates are in {crs}: brought to WGS 84 / UTM 32N.";
    fn found_crs_likely(crs): "Il sistema di riferimento delle coordinate non è indicato; somigliano a quelle in {crs}: confermalo o indicane un altro.", "The reference system of the coordinates is not stated; they look like those in {crs}: confirm it or state another.";
    HELP_BOUNDARIES: "Altri confini al posto di quelli dell'ATS: shapefile (anche zip), GeoPackage, GeoJSON o TopoJSON", "Other boundaries instead of those of the ATS: a shapefile (or its zip), GeoPackage, GeoJSON or TopoJSON";
    HELP_LEVEL_ATTRIBUTE: "Attributo con i codici di un livello, e quello con i nomi: comuni=CODICE:NOME, ambiti=COD_PROV", "Attribute with the codes of a level, and that with the names: comuni=CODE:NAME, ambiti=COD_PROV";
    HELP_LAYER: "Livello da leggere, se il file di confini ne ha più d'uno", "Layer to read, where the file of boundaries has more than one";
    HELP_CRS: "Sistema di riferimento dei confini, come EPSG:3003, se il file non lo dice", "Reference system of the boundaries, such as EPSG:3003, where the file does not say";
    fn cli_level_attribute(typed): "--level-attribute vuole LIVELLO=ATTRIBUTO, per esempio ambiti=COD_PROV; qui c'è «{typed}»", "--level-attribute takes LEVEL=ATTRIBUTE, for example ambiti=COD_PROV; here is '{typed}'";
}

// The command that checks files: answers.
texts! {
    HELP_ANSWERS: "File JSON con le risposte a ciò che è da scegliere", "JSON file with the answers to what is to be chosen";
    HELP_SHEET: "Foglio da importare", "Sheet to take";
    HELP_DATE: "Anno o data di riferimento (2023, 2023-12-31), o never se i valori valgono sempre", "Reference year or date (2023, 2023-12-31), or never if the values always hold";
    HELP_DECIMAL: "Separatore dei decimali, virgola o punto", "Decimal separator, comma or point";
    HELP_NAME: "Che territorio è un nome del file: \"X=015146\"; \"X=\" lo ignora", "Which territory a name of the file is: \"X=015146\"; \"X=\" leaves it out";
    HELP_COLUMN_ROLE: "Che cos'è una colonna: \"Nome=code|name|ambito|province|date|dimension|value|value:MISURA|ignored\" (misure: persons, count, amount, balance, share, ratio)", "What a column is: \"Name=code|name|ambito|province|date|dimension|value|value:MEASURE|ignored\" (measures: persons, count, amount, balance, share, ratio)";
    HELP_ACCEPT: "Accetta ciò che è proposto, per codice di problema o all", "Accept what is proposed, by code of the problem or all";
    HELP_WITH_RECIPE: "Ricetta (TOML) da provare prima di quelle del programma", "Recipe (TOML) to try before those of the program";
    HELP_SAVE_RECIPE: "Salva la lettura come ricetta (TOML), per il file dell'anno prossimo", "Save the reading as a recipe (TOML), for next year's file";
    fn cli_ambiguous_cell(file, row, typed, thousands, decimals): "{file}, riga {row}: '{typed}' può essere {thousands} o {decimals}, e nessun altro numero della colonna dice quale; elimina i punti delle migliaia, o scrivi i decimali con la virgola", "{file}, row {row}: '{typed}' may be {thousands} or {decimals}, and no other number of the column says which; remove the separators of thousands, or write decimals with the other sign";
    fn cli_bad_date(typed): "'{typed}' non è una data: scrivi un anno (2023) o un giorno (31/12/2023)", "'{typed}' is not a date: write a year (2023) or a day (31/12/2023)";
    fn cli_pair(option, typed): "--{option} vuole NOME=VALORE; qui c'è «{typed}»", "--{option} takes NAME=VALUE; here is '{typed}'";
    fn cli_bad_recipe(file, row, written): "impossibile leggere la ricetta {file}: alla riga {row} «{written}» non è corretto; correggilo, o crea di nuovo la ricetta con --save-recipe", "the recipe {file} cannot be read: at row {row} '{written}' is not written as it must be; correct it, or make the recipe again with --save-recipe";
    fn cli_one_recipe(count): "--save-recipe vuole un solo file con una sola tabella; qui ce ne sono {count}", "--save-recipe takes one file with one table; found {count}";
}

// Values of Ambiti and larger areas.
texts! {
    fn found_of_areas(areas, count): "Valori di {areas}, tenuti accanto: {count}.", "Values of {areas}, kept beside: {count}.";
    fn found_groups_no_date(level): "Per importare valori di {level} serve un anno o una data: indicalo.", "Values of {level} need a year or a date: state it, and they can come in.";
    AREAS_DEFINITION: "Valore dato dalla fonte per l'area, senza ricalcolo dai Comuni.", "Value given by the source for the area, not recomputed from the Comuni.";
}

// The report.
texts! {
    REPORT_SHEET: "Rapporto", "Report";
    REPORT_VARIABLES: "Variabili", "Variables";
    REPORT_FILE: "File", "File";
    REPORT_TAB: "Foglio", "Sheet";
    REPORT_ROW: "Riga", "Row";
    REPORT_SEVERITY: "Gravità", "Severity";
    REPORT_WHAT: "Che cosa", "What";
    REPORT_CODE: "Codice", "Code";
    REPORT_NAME: "Nome", "Name";
    REPORT_UNIT: "Unità", "Unit";
    REPORT_VALUES: "Valori", "Values";
    REPORT_SUM: "Somma", "Sum";
    REPORT_SUM_DATE: "Somma al", "Sum at";
    fn report_more(count): "E altre righe: {count}.", "And other rows: {count}.";
    HELP_REPORT: "Scrivi il rapporto riga per riga in questo file (.csv, .xlsx)", "Write the report row by row to this file (.csv, .xlsx)";
    fn cli_report_format(file): "{file}: un rapporto si scrive in un file .csv o .xlsx", "{file}: a report is written to a .csv or .xlsx file";
}

// The grid.
texts! {
    fn period_half(half, year): "{half}° semestre {year}", "half {half} of {year}";
    fn period_quarter(quarter, year): "{quarter}° trimestre {year}", "quarter {quarter} of {year}";
    fn period_month(month, year): "{month}/{year}", "{month}/{year}";
    fn grid_fault(territory, period, typed): "{territory}, {period}: «{typed}» non è un numero.", "{territory}, {period}: '{typed}' is not a number.";
    fn grid_ambiguous(territory, period, typed, thousands, decimals): "{territory}, {period}: «{typed}» si può leggere in due modi: scrivi {thousands} oppure {decimals}.", "{territory}, {period}: '{typed}' can be read in two ways: write {thousands} or {decimals}.";
}
