//! The texts of a folder of data: what is wrong in the files that a user or a colleague wrote.

use super::{Display, Lang, Text};

// Its files.
texts! {
    fn folder_read(file, why): "impossibile leggere '{file}': {why}", "cannot read '{file}': {why}";
    fn folder_toml(file, row, written): "{file}, riga {row}: «{written}» non è scritto come deve, oppure lì manca un campo; confronta con i file di sample_data e assets/catalogue", "{file}, row {row}: '{written}' is not written as it must be, or a field is missing there; compare with the files of sample_data and assets/catalogue";
    fn folder_unfit(file, why): "{file}: {why}; correggilo", "{file}: {why}; fix it";
    fn folder_not_there(list, file): "{list} elenca '{file}', che non è un file di quella cartella: copialo lì o rimuovi la voce", "{list} lists '{file}', which is not a file of that folder: copy it there or take the entry out";
    fn folder_no_column(file, column): "{file}: manca la colonna '{column}'; aggiungila", "{file}: the column '{column}' is missing; add it";
    fn folder_unknown_code(file, row, code): "{file}, riga {row}: il codice '{code}' non è di un Comune di questo territorio; correggilo o rimuovi la riga", "{file}, row {row}: the code '{code}' is not a Comune of this territory; correct it or take the row out";
    fn folder_bad_date(file, row, typed): "{file}, riga {row}: '{typed}' non è una data scritta AAAA-MM-GG", "{file}, row {row}: '{typed}' is not a date written YYYY-MM-DD";
    fn folder_second_row(file, row, code): "{file}, riga {row}: '{code}' ha già una riga alla stessa data; togline una", "{file}, row {row}: '{code}' already has a row at the same date; take one out";
    fn folder_bad_cell(file, row, column, typed): "{file}, riga {row}, colonna '{column}': '{typed}' non è un numero né un segno di dato assente (vuoto, ':', 'c', 'z')", "{file}, row {row}, column '{column}': '{typed}' is neither a number nor a mark of absence (empty, ':', 'c', 'z')";
    fn folder_unreadable_cell(file, row, column, typed): "{file}, riga {row}, colonna '{column}': '{typed}' non è un anno, una data o un numero", "{file}, row {row}, column '{column}': '{typed}' is not a year, date or number";
}

// Territories and areas.
texts! {
    fn territory_twice(code): "il Comune {code} compare due volte", "the Comune {code} is listed twice";
    fn territory_two_names(code, first, second): "il codice {code} ha due nomi: '{first}' e '{second}'", "the code {code} has two names: '{first}' and '{second}'";
    TERRITORY_NONE: "non c'è nessun territorio", "there is no territory";
    fn area_kind(code, kind): "il tipo '{kind}' dell'area '{code}' non è valido; scegli tra: italia, regione, ats, asst, ambito, comune", "the kind '{kind}' of the area '{code}' is none of: italia, regione, ats, asst, ambito, comune";
    fn area_two_names(code, first, second): "l'area '{code}' ha due nomi: '{first}' e '{second}'", "the area '{code}' has two names: '{first}' and '{second}'";
    fn area_ambiguous(name, first, second): "'{name}' è il nome di due aree: '{first}' e '{second}'", "'{name}' is the name of two areas: '{first}' and '{second}'";
    fn in_file(file, what): "{file}: {what}", "{file}: {what}";
}

// Indicators as published.
texts! {
    fn published_no_dataset(indicator, dataset): "'{indicator}' si legge da '{dataset}', che non è una tabella come pubblicata (kind = \"published\")", "'{indicator}' is read from '{dataset}', which is not a published table (kind = \"published\")";
    fn published_no_column(file, column, indicator): "{file}: manca la colonna '{column}', da cui si legge '{indicator}'", "{file}: the column '{column}' is missing, and '{indicator}' is read from it";
    fn published_no_cells(file, table, measure, indicator): "{file}: nessuna riga ha la tabella '{table}' e la misura '{measure}' di '{indicator}'", "{file}: no row has the table '{table}' and the measure '{measure}' of '{indicator}'";
    fn published_unknown_dash(indicator, territory): "'{indicator}': '{territory}' non è un'area di aree.csv, per nome o per alias; aggiungila", "'{indicator}': '{territory}' is not an area of aree.csv, by name or alias; add it";
    fn published_unknown_area(file, row, territory): "{file}, riga {row}: '{territory}' non è un'area di aree.csv, per nome o per alias; aggiungila", "{file}, row {row}: '{territory}' is not an area of aree.csv, by name or alias; add it";
    fn published_two_values(file, row, territory, indicator, reference): "{file}, riga {row}: '{territory}' ha già un altro valore di '{indicator}' ({reference})", "{file}, row {row}: '{territory}' already has another value of '{indicator}' ({reference})";
    fn published_two_indicators(indicator): "due indicatori, uno calcolato e uno come pubblicato, si chiamano '{indicator}': cambia nome a uno", "a computed and a published indicator are both called '{indicator}': rename one";
    fn published_counterpart(indicator, unknown): "la controparte di '{indicator}' nomina '{unknown}', che non esiste", "the counterpart of '{indicator}' names '{unknown}', which does not exist";
}

// Boundaries.
texts! {
    fn boundaries_not_json(file): "{file}: non è GeoJSON leggibile; scarica di nuovo il file", "{file}: is not readable GeoJSON; download it again";
    fn boundaries_feature(file, feature): "{file}, forma {feature}: manca il codice, oppure non è un poligono di coordinate finite", "{file}, feature {feature}: its code is missing, or it is not a polygon of finite coordinates";
    fn boundaries_no_polygon(code): "nei confini manca il Comune {code}", "the boundaries lack the Comune {code}";
    fn boundaries_unknown_code(code): "nei confini c'è '{code}', che non è un Comune di questo territorio", "the boundaries have '{code}', which is not a Comune of this territory";
    fn boundaries_off_earth(code): "il confine di {code} ha coordinate impossibili nel sistema di riferimento indicato", "the boundary of {code} has coordinates that are impossible in the reference system stated";
}
