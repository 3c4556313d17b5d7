//! The texts of the page for importing data.

use super::{Display, Lang, Text};

// The page.
texts! {
    INTAKE_TITLE: "Importa dati", "Import data";
    INTAKE_MENU: "Importa dati…", "Import data…";
    INTAKE_BACK: "Torna alla mappa", "Back to the map";
    INTAKE_ADD: "Aggiungi file…", "Add files…";
    INTAKE_CHOOSE: "Scegli i file…", "Choose files…";
    INTAKE_SAVE_REPORT: "Salva il resoconto…", "Save the report…";
    INTAKE_SAVE_REPORT_TIP: "Un foglio con tutto ciò che è segnalato, riga per riga, e le somme di ogni variabile: da tenere, o da mandare a chi ha fatto il file.", "A workbook with all that is reported, row by row, and the sums of every variable: to keep, or to send to the person who made the file.";
    INTAKE_USE_RECIPE: "Usa una ricetta…", "Use a recipe…";
    INTAKE_USE_RECIPE_TIP: "Una ricetta è una lettura salvata un altro anno, da te o da un collega: i file che riconosce entrano senza domande.", "A recipe is a reading kept another year, by you or a colleague: files that it recognises come in without questions.";
    INTAKE_KEEP_RECIPE: "Salva come ricetta…", "Keep as a recipe…";
    INTAKE_KEEP_RECIPE_TIP: "Tiene la lettura di questa tabella, con le tue risposte: l'anno prossimo il file entra senza domande.", "Keeps the reading of this table, with your answers: next year's file comes in without questions.";
    INTAKE_EMPTY: "Trascina qui i file, come li hai scaricati", "Drop files here, as you downloaded them";
    INTAKE_EMPTY_WHAT: "CSV, Excel (XLSX, XLS), ODS, Parquet, SDMX-CSV; shapefile, GeoPackage, GeoJSON, TopoJSON e KML di confini; anche più file insieme, in uno zip o in una cartella. I file dell'ISTAT, del MEF e di Regione Lombardia sono riconosciuti da soli; di ogni altra tabella servono righe di Comuni o di Ambiti.", "CSV, Excel (XLSX, XLS), ODS, Parquet, SDMX-CSV; shapefiles, GeoPackage, GeoJSON, TopoJSON and KML of boundaries; several files at once, in a zip or in a folder. Files of ISTAT, MEF and Regione Lombardia are recognised by themselves; any other table needs rows of Comuni or Ambiti.";
    INTAKE_EMPTY_SAFE: "Prima vedi che cosa verrebbe importato; finché non premi «Importa» non cambia nulla.", "First you see what would come in; nothing changes until you press “Import”.";
    INTAKE_TABLES: "File e tabelle", "Files and tables";
    INTAKE_TAKE_IN: "Importa", "Import";
    fn intake_take_in_many(tables): "Importa {tables}", "Import {tables}";
    INTAKE_GIVE_UP: "Annulla", "Cancel";
    INTAKE_LISTING: "Riconoscimento dei file…", "Looking at the files…";
    fn intake_reading(file): "Lettura di «{file}»…", "Reading “{file}”…";
    INTAKE_READS: "lettura in corso", "being read";
    INTAKE_IS_READY: "pronta", "ready";
    INTAKE_IS_WARNED: "pronta, con avvertenze", "ready, with warnings";
    fn intake_is_open(count): "da decidere: {count}", "to be decided: {count}";
    INTAKE_IS_NOTHING: "niente da importare", "nothing to import";
    INTAKE_IS_REFUSED: "impossibile leggere il file", "cannot be read";
    INTAKE_IS_LEFT_OUT: "esclusa", "excluded";
    INTAKE_LEAVE_OUT: "Escludi", "Exclude";
    INTAKE_TAKE_BACK: "Riprendi", "Take back";
    INTAKE_FORGET: "Annulla le mie scelte", "Undo my choices";
    INTAKE_NO_FILES: "Scegli almeno un file.", "Choose at least one file.";
    INTAKE_BUSY: "Lettura in corso.", "Reading.";
    fn intake_to_decide(tables): "Restano scelte da fare in: {tables}.", "Choices still to be made in: {tables}.";
    fn intake_not_listed(why): "Le cartelle non sono state lette: {why}.", "The folders were not read: {why}.";
    fn intake_not_drafted(why): "Le importazioni non sono state preparate: {why}.", "The imports were not prepared: {why}.";
    INTAKE_NOTHING: "Nessuna tabella si può importare.", "No table can come in.";
    INTAKE_REST_STAYS: "Le altre sono escluse.", "The others stay out.";
    fn intake_arrived(what): "Importato: {what}.", "Imported: {what}.";
    fn intake_arrived_many(tables, what): "Importate {tables}: {what}.", "Imported {tables}: {what}.";
    fn intake_arrived_one(title, rows): "{title} ({rows})", "{title} ({rows})";
    fn intake_arrived_areas(title): "{title} (valori di aree più grandi)", "{title} (values of larger areas)";
    fn intake_see(table): "Tabella: {table}", "Table: {table}";
}

// What a table is.
texts! {
    INTAKE_WHAT: "Che cos'è", "What it is";
    INTAKE_IN_PLACE: "Importati, prendono il posto dei confini del programma in questo progetto.", "Once imported they stand in place of the boundaries of the program in this project.";
    fn intake_known(recipe): "{recipe} – riconosciuto", "{recipe} – recognised";
    INTAKE_GENERIC: "Tabella letta dal contenuto delle colonne", "Table read by what its columns hold";
    INTAKE_OF_PLACES: "Territori", "Territories";
    INTAKE_OF_DATES: "Date", "Dates";
    INTAKE_OF_ROWS: "Righe", "Rows";
    fn intake_places(count, level, of): "{count} {level} su {of}", "{count} {level} of {of}";
    fn intake_missing(names): "mancano: {names}", "missing: {names}";
    fn intake_and_more(count): "e altri {count}", "and {count} more";
    INTAKE_ALWAYS: "nessuna: i valori valgono per ogni data", "none: the values hold at every date";
    fn intake_rows_taken(taken, read): "{taken} con valori, su {read}", "{taken} with values, of {read}";
    fn intake_rows_outside(count): "{count} di altri Comuni", "{count} of other Comuni";
    fn intake_rows_larger(count): "{count} di territori più grandi o totali", "{count} of larger areas or totals";
    fn intake_rows_unmatched(count): "{count} di territori non riconosciuti", "{count} of territories not recognised";
    fn intake_rows_notes(count): "{count} di note", "{count} of notes";
    fn intake_rows_undated(count): "{count} senza data", "{count} without a date";
    fn intake_rows_totals(count): "{count} di totali, confrontati e non sommati", "{count} of totals, compared and not added";
    INTAKE_CHANGE_DATE: "Cambia la data…", "Change the date…";
    INTAKE_SET_DATE: "Anno o giorno dei valori", "Year or day of the values";
    INTAKE_SET: "Imposta", "Set";
    INTAKE_SET_DATE_HINT: "2023 o 31/12/2023", "2023 or 31/12/2023";
    INTAKE_DATE_BAD: "Scrivi un anno (2023) o un giorno (31/12/2023).", "Write a year (2023) or a day (31/12/2023).";
    INTAKE_DATE_ALWAYS: "Vale per ogni data", "Holds at every date";
    fn intake_date_start(year): "1° gennaio {year}", "1 January {year}";
    fn intake_date_end(year): "31 dicembre {year}", "31 December {year}";
    INTAKE_DATE_AS_FILE: "Come nel file", "As in the file";
}

// What is to be decided.
texts! {
    INTAKE_FINDINGS: "Controlli", "Checks";
    INTAKE_NO_FINDINGS: "Niente da segnalare.", "Nothing to report.";
    INTAKE_ONLY_NOTES: "Niente da decidere e nessuna avvertenza.", "Nothing to decide, and no warning.";
    fn intake_notes(count): "Note: {count}", "Notes: {count}";
    fn intake_is_place(territory): "È {territory}", "It is {territory}";
    INTAKE_OTHER_PLACE: "Un altro territorio…", "Another territory…";
    fn intake_no_place(typed): "Escludi «{typed}»", "Exclude “{typed}”";
    fn intake_place_of(typed): "Che territorio è «{typed}»", "Which territory “{typed}” is";
    INTAKE_PLACE_SEARCH: "Cerca un territorio", "Search a territory";
    fn intake_unmatched(count): "Territori non riconosciuti: {count}", "Territories not recognised: {count}";
    fn intake_unmatched_rows(typed, rows): "«{typed}», righe: {rows}", "“{typed}”, rows: {rows}";
    fn intake_comma(typed, number): "Decimali con la virgola: «{typed}» è {number}", "Decimals after a comma: “{typed}” is {number}";
    fn intake_point(typed, number): "Decimali con il punto: «{typed}» è {number}", "Decimals after a point: “{typed}” is {number}";
    fn intake_unmatched_some(count, shown): "Territori non riconosciuti: {count}; qui i più frequenti: {shown}", "Territories not recognised: {count}; here the most frequent: {shown}";
    INTAKE_COMMA_ALL: "I decimali hanno la virgola", "Decimals come after a comma";
    INTAKE_POINT_ALL: "I decimali hanno il punto", "Decimals come after a point";
    INTAKE_DATE_ABOVE: "Scrivila sopra, accanto a «Date».", "Write it above, beside “Dates”.";
    INTAKE_NO_NUMBER: "nessun numero", "no number";
    INTAKE_ACCEPT: "Va bene così", "It is right so";
    INTAKE_CRS_DEGREES: "Gradi (WGS 84, EPSG:4326)", "Degrees (WGS 84, EPSG:4326)";
    INTAKE_CRS_UTM: "Metri UTM 32 (EPSG:32632)", "Metres, UTM 32 (EPSG:32632)";
    INTAKE_CRS_GAUSS: "Gauss-Boaga ovest (EPSG:3003)", "Gauss-Boaga west (EPSG:3003)";
}

// The first rows.
texts! {
    INTAKE_PREVIEW: "Anteprima", "Preview";
    INTAKE_PREVIEW_HINT: "Le prime righe come stanno nel file. Sopra ogni colonna c'è che cosa è: se non è giusto, cambialo.", "The first rows as they stand in the file. Above each column is what it is: change it where it is wrong.";
    INTAKE_PREVIEW_UNREAD: "In nessuna colonna si trovano Comuni o Ambiti. Se una li ha, scegli sopra di essa «codice del Comune» o «nome del Comune».", "No column has Comuni or Ambiti. If one does, choose “code of the Comune” or “name of the Comune” above it.";
    INTAKE_ROW: "Riga", "Row";
    INTAKE_FATE: "Esito", "Outcome";
    fn intake_column(column): "Colonna «{column}»", "Column “{column}”";
    fn intake_more_columns(count): "Altre colonne, non mostrate: {count}.", "More columns, not shown: {count}.";
    FATE_ABOVE: "sopra i dati", "above the data";
    FATE_TAKEN: "importata", "imported";
    FATE_BLANK: "vuota", "empty";
    FATE_OUTSIDE: "altro Comune", "other Comune";
    FATE_LARGER: "area più grande", "larger area";
    FATE_UNMATCHED: "non riconosciuta", "not recognised";
    FATE_FOOTNOTE: "nota", "note";
    FATE_UNDATED: "senza data", "no date";
    FATE_TOTAL: "totale", "total";
}

// Variables and indicators.
texts! {
    INTAKE_VARIABLES: "Variabili", "Variables";
    INTAKE_VARIABLE_NAME: "Nome", "Name";
    INTAKE_VARIABLE_UNIT: "Unità", "Unit";
    INTAKE_VARIABLE_MEASURE: "Che numeri sono", "What numbers they are";
    INTAKE_VARIABLE_VALUES: "Valori", "Values";
    fn intake_sum_at(sum, date): "{sum} (al {date})", "{sum} (at {date})";
    INTAKE_VARIABLE_SUM: "Somma", "Sum";
    fn intake_field_of(field, of): "{field}: {of}", "{field}: {of}";
    fn intake_more_variables(count): "Altre variabili, non mostrate: {count}.", "More variables, not shown: {count}.";
    MEASURE_PERSONS: "persone (si sommano)", "persons (added up)";
    MEASURE_COUNT: "altri conteggi (si sommano)", "other counts (added up)";
    MEASURE_AMOUNT: "importi (si sommano)", "amounts (added up)";
    MEASURE_BALANCE: "saldi (si sommano, anche negativi)", "balances (added up, also negative)";
    MEASURE_SHARE: "quote su 100 (non si sommano)", "shares of 100 (not added)";
    MEASURE_RATIO: "medie o rapporti (non si sommano)", "means or ratios (not added)";
    INTAKE_INDICATORS: "Indicatori creati", "Indicators made of it";
    INTAKE_NO_INDICATORS: "Nessun indicatore nuovo: le variabili sono di indicatori che ci sono già, che avranno queste date in più.", "No new indicator: the variables are of indicators that are there already, which get these dates.";
    INTAKE_ADD_INDICATOR: "Aggiungi un indicatore", "Add an indicator";
    INTAKE_AS_PROPOSED: "Torna agli indicatori proposti", "Back to the proposed indicators";
    fn intake_edit_indicator(indicator): "Modifica l'indicatore «{indicator}»", "Edit the indicator “{indicator}”";
    fn intake_want_indicator(indicator): "Crea l'indicatore «{indicator}»", "Make the indicator “{indicator}”";
    INTAKE_NO_DATES: "Numeratore e denominatore non hanno nessuna data in comune: l'indicatore sarebbe vuoto. Cambia il denominatore o la data della tabella.", "Numerator and denominator have no date in common: the indicator would be empty. Change the denominator or the date of the table.";
    INTAKE_NUMERATOR: "Numeratore", "Numerator";
    INTAKE_DENOMINATOR: "Denominatore", "Denominator";
    INTAKE_NO_DENOMINATOR: "nessuno: il valore com'è", "none: the value as it is";
    INTAKE_SEVERAL_TERMS: "più variabili", "several variables";
    INTAKE_MULTIPLIER: "Per quanti", "Per how many";
    INTAKE_SOURCE: "Fonte", "Source";
    INTAKE_LICENCE: "Licenza", "Licence";
    INTAKE_SOURCE_HINT: "chi ha raccolto i dati", "who collected the data";
    INTAKE_LICENCE_HINT: "per esempio CC BY 4.0", "for example CC BY 4.0";
    INTAKE_DECIMALS: "Decimali", "Decimals";
    INTAKE_POLARITY: "Un valore più alto", "A higher value";
    INTAKE_WORSE: "è peggio", "is worse";
    INTAKE_BETTER: "è meglio", "is better";
    INTAKE_NEITHER: "non è né meglio né peggio", "is neither better nor worse";
    fn quantity_ages(from, to): "Residenti da {from} a {to} anni", "Residents aged {from} to {to}";
    fn quantity_ages_up(from): "Residenti di {from} anni e più", "Residents aged {from} and over";
    QUANTITY_OF_TABLE: "Di questa tabella", "Of this table";
    QUANTITY_OF_OTHERS: "Delle altre importazioni", "Of the other imports";
    QUANTITY_OF_PROGRAM: "Dati di base", "Data of the program";
    QUANTITY_SEARCH: "Cerca una variabile", "Search a variable";
    INDICATOR_NEW: "Nuovo indicatore", "New indicator";
    fn indicator_per(numerator, multiplier, denominator): "{numerator} ogni {multiplier} {denominator}", "{numerator} per {multiplier} {denominator}";
    fn indicator_definition(numerator, denominator, multiplier): "«{numerator}» diviso per «{denominator}», per {multiplier}.", "“{numerator}” divided by “{denominator}”, times {multiplier}.";
}
