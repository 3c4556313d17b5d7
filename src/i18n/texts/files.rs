//! The texts of files that come in and of projects.

use crate::i18n::Text;

// Reading the files of others.
texts! {
    PLACE_SHEET: "{}, foglio «{}»", "{}, sheet '{}'";
    PLACE_ROW: "{}, riga {}", "{}, row {}";
    SOURCE_READ: "non si può leggere ({}); controlla che esista e che non sia aperto in un altro programma", "cannot be read ({}); check that it exists and is not open in another program";
    SOURCE_FOLDER: "è una cartella; scegli i file che contiene", "is a folder; choose the files in it";
    SOURCE_EMPTY: "è vuoto; scaricalo di nuovo", "is empty; download it again";
    SOURCE_BYTES: "supera {} MB; togli i territori o gli anni che non servono", "is over {} MB; take out the territories or years that are not needed";
    SOURCE_ROWS: "ha più di {} righe; togli i territori o gli anni che non servono", "has more than {} rows; take out the territories or years that are not needed";
    SOURCE_COLUMNS: "ha più di {} colonne; salva solo quelle che servono", "has more than {} columns; save only those that are needed";
    SOURCE_CELLS: "ha più di {} celle; salva solo la tabella che serve", "has more than {} cells; save only the table that is needed";
    SOURCE_ENTRIES: "contiene più di {} file; estrai quello che serve", "holds more than {} files; extract the one that is needed";
    SOURCE_RATIO: "si espande più di {} volte, come un archivio fatto per bloccare i programmi; estrai e controlla il file che serve", "unpacks to more than {} times its size, like an archive made to block programs; extract and check the file that is needed";
    SOURCE_HTML: "è una pagina web e non una tabella; aprila nel browser e scarica il file dei dati, oppure salvala da un foglio di calcolo come CSV o XLSX", "is a web page and not a table; open it in the browser and download the data file, or save it from a spreadsheet as CSV or XLSX";
    SOURCE_GZIP: "è compresso con gzip; estrailo prima", "is compressed by gzip; extract it first";
    SOURCE_PDF: "è un PDF; cerca la stessa tabella in CSV o XLSX", "is a PDF; look for the same table as CSV or XLSX";
    SOURCE_NOT_TEXT: "non è una tabella né un formato conosciuto; salvalo come CSV o XLSX", "is neither a table nor a known format; save it as CSV or XLSX";
    SOURCE_NOT_WORKBOOK: "non è un foglio di calcolo, anche se si chiama così; aprilo con il programma che l'ha fatto e salvalo come XLSX o CSV", "is no workbook, whatever its name; open it in the program that made it and save it as XLSX or CSV";
    SOURCE_NOT_PARQUET: "non è un file Parquet leggibile; scaricalo di nuovo", "is not a readable Parquet file; download it again";
    SOURCE_NOT_SHAPEFILE: "non è uno shapefile: manca l'intestazione; scaricalo di nuovo", "is not a shapefile: its header is missing; download it again";
    SOURCE_NOT_ARCHIVE: "non è un archivio zip leggibile; scaricalo di nuovo", "is not a readable zip archive; download it again";
    SOURCE_PASSWORD: "è protetto da password; salvane una copia senza", "is protected by a password; save a copy without one";
    SOURCE_PATH: "contiene un percorso che esce dall'archivio ({}); non è stato letto", "holds a path that leads out of the archive ({}); it was not read";
    SOURCE_NOTHING_INSIDE: "non contiene tabelle né confini; estrailo e scegli il file che serve", "holds neither tables nor boundaries; extract it and choose the file that is needed";
    SOURCE_NO_SHEET: "il foglio è elencato ma non c'è; apri il file con un foglio di calcolo e salvalo di nuovo", "the sheet is listed but is not there; open the file in a spreadsheet and save it again";
    SOURCE_DAMAGED: "è danneggiato ({}); scaricalo di nuovo o salvane una copia", "is damaged ({}); download it again or save a copy";
    SOURCE_BROKE_OFF: "un errore del programma ne ha interrotto la lettura; aggiungilo di nuovo per riprovare", "an error of the program broke its reading off; add it again to try once more";
    SOURCE_NOT_STARTED: "il computer non ha le risorse per leggerlo; chiudi qualche programma e aggiungilo di nuovo", "the computer has no resources left to read it; close some programs and add it again";
    SOURCE_NO_PART: "manca il file {}, con i codici dei territori; mettilo accanto, con lo stesso nome", "the file {}, with the codes of the territories, is missing; put it beside, under the same name";
    SOURCE_JSON: "non è JSON leggibile ({}); scaricalo di nuovo, in UTF-8", "is no readable JSON ({}); download it again, in UTF-8";
    SOURCE_TOPOJSON: "è TopoJSON; convertilo in GeoJSON o in shapefile", "is TopoJSON; convert it to GeoJSON or a shapefile";
    SOURCE_NO_TERRITORY: "nessuna colonna ha codici o nomi di Comuni o Ambiti dell'ATS; aggiungine una, meglio con il codice ISTAT", "no column has codes or names of Comuni or Ambiti of the ATS; add one, best with the ISTAT code";
    SOURCE_NO_FEATURES: "non contiene poligoni; servono i confini come aree", "holds no polygons; boundaries are needed as areas";
}

// What there is to say of a file that can be read. The count of rows or cells, where there is one, comes first.
texts! {
    FOUND_ROW: "{} (riga {}).", "{} (row {}).";
    FOUND_ROWS: "{} (righe {}{}).", "{} (rows {}{}).";
    FOUND_MORE_ROWS: "… e altre {}", "… and {} more";
    FOUND_ENCODING: "La codifica non è dichiarata: letto come {}. Controlla le lettere accentate.", "The encoding is not declared: read as {}. Check the accented letters.";
    FOUND_CUT: "Celle troppo lunghe, accorciate: {}.", "Cells too long, cut: {}.";
    FOUND_CONTROLS: "Celle con caratteri di controllo o di direzione, sostituiti: {}.", "Cells with control or direction characters, replaced: {}.";
    FOUND_UNREADABLE: "Celle senza un valore leggibile (errori di formule, rimandi a vuoto): {}.", "Cells without a readable value (errors of formulas, references to nothing): {}.";
    FOUND_RAGGED: "Righe con più o meno celle dell'intestazione: {}. Quelle che mancano sono dati mancanti, quelle in più sono tralasciate.", "Rows with more or fewer cells than the header: {}. What lacks is missing, what is over is left out.";
    FOUND_NO_HEADER: "La prima riga sembra già un dato: le colonne hanno nomi provvisori, da scegliere.", "The first row looks like data: columns have names for now, to be chosen.";
    FOUND_NAMELESS: "Colonne senza nome, chiamate per numero: {}.", "Columns without a name, called by number: {}.";
    FOUND_RECODED: "Codici rimessi in sei cifre: {}, per esempio «{}» come {}.", "Codes put back into six digits: {}, for example '{}' as {}.";
    FOUND_OUTSIDE: "Righe di altri Comuni, tralasciate: {}.", "Rows of other Comuni, left out: {}.";
    FOUND_LARGER: "Righe di province, regioni o totali, tralasciate: {}.", "Rows of provinces, regions or totals, left out: {}.";
    FOUND_UNMATCHED: "Righe di territori non riconosciuti, tralasciate: {}, per esempio «{}».", "Rows of territories not recognised, left out: {}, for example '{}'.";
    FOUND_NOT_COMPARED: "Righe con un nome non riconosciuto e non confrontato con quelli dell'ATS: {}, perché nel file i nomi non riconosciuti sono più di {}. Dividi il file, o aggiungi una colonna di codici.", "Rows with a name not recognised and not compared with those of the ATS: {}, because more than {} names in the file are not recognised. Split the file, or add a column of codes.";
    FOUND_NEAR: "«{}» non è un Comune dell'ATS; forse è {}. Da confermare.", "'{}' is no Comune of the ATS; perhaps it is {}. To be confirmed.";
    FOUND_FOOTNOTES: "Righe di note in fondo o tra i dati: {}.", "Rows of notes below or among the data: {}.";
    FOUND_SAME_TWICE: "Righe ripetute uguali, contate una volta sola: {}.", "Rows repeated alike, counted once: {}.";
    FOUND_TWO_VALUES: "Territori con due valori diversi alla stessa data: {}. Per ora vale il primo; scegli quale.", "Territories with two different values at the same date: {}. The first stands for now; choose which.";
    FOUND_TOTALS_AGREE: "Totali del file uguali alla somma delle parti: {}.", "Totals of the file equal to the sum of their parts: {}.";
    FOUND_TOTALS_DIFFER: "Totali del file diversi dalla somma delle parti: {}.", "Totals of the file that differ from the sum of their parts: {}.";
    FOUND_AMBIGUOUS: "«{}»: i numeri si possono leggere in due modi. «{}» è letto come {}; confermalo o cambialo.", "'{}': its numbers can be read in two ways. '{}' is read as {}; confirm or change it.";
    FOUND_MIXED: "«{}»: alcuni numeri hanno la virgola e altri il punto per i decimali. La colonna è tralasciata finché non scegli.", "'{}': some numbers have a comma and others a point for decimals. The column is left out until you choose.";
    FOUND_MARKED: "«{}»: i numeri hanno accanto valute, percentuali o rimandi a note, tolti. «{}» è letto come {}; confermalo.", "'{}': its numbers have currencies, percent signs or marks of notes beside them, taken off. '{}' is read as {}; confirm it.";
    FOUND_NOT_NUMBERS: "Celle che non sono numeri, prese come dati mancanti: {}, nella colonna «{}».", "Cells that are no numbers, taken as missing: {}, in the column '{}'.";
    FOUND_WITHHELD: "Valori oscurati dalla fonte, diversi da zero: {}.", "Values withheld by the source, which are not zero: {}.";
    FOUND_BIG: "Numeri con più cifre di quante se ne possano tenere, arrotondati: {}, nella colonna «{}».", "Numbers with more digits than can be kept, rounded: {}, in the column '{}'.";
    FOUND_NEGATIVE: "Conteggi negativi: {}, nella colonna «{}».", "Negative counts: {}, in the column '{}'.";
    FOUND_OVER_HUNDRED: "Quote oltre 100: {}, nella colonna «{}».", "Shares over 100: {}, in the column '{}'.";
    FOUND_JUMP: "Valori cambiati di oltre il 50% in un anno: {}, per esempio {}.", "Values that changed by over 50% in a year: {}, for example {}.";
    FOUND_CONSTANT: "«{}»: tutti i valori sono uguali; non si possono fare classi né correlazioni.", "'{}': all values are equal; neither classes nor correlations can be made.";
    FOUND_ONE_ROW: "C'è un solo territorio: non si possono fare confronti.", "There is one territory only: nothing can be compared.";
    FOUND_SMALL: "Conteggi di persone sotto 3: {}, nella colonna «{}». Prima di pubblicarli vanno oscurati.", "Counts of persons below 3: {}, in the column '{}'. They must be withheld before publication.";
    FOUND_MERGED: "{} dal {} fa parte di {}: i suoi valori sono sommati lì.", "{}, since {} a part of {}: its values are added there.";
    FOUND_MERGED_PART: "{}: mancano Comuni da cui è nato ({}). Il valore resta mancante: una somma parziale passerebbe per il totale.", "{}: Comuni it was made of are not there ({}). The value stays missing: a partial sum would pass for the total.";
    FOUND_MERGED_KEPT: "{}: mancano Comuni da cui è nato ({}). La fonte elenca solo chi ha casi: vale la somma di quelli che ci sono.", "{}: Comuni it was made of are not there ({}). The source lists only those with cases: the sum of those that are there stands.";
    FOUND_MERGED_NOT_ADDED: "{}: «{}» è una media o una quota, che non si somma tra i Comuni da cui è nato. Il valore resta mancante.", "{}: '{}' is a mean or a share, which is not added over the Comuni it was made of. The value stays missing.";
    FOUND_DATE: "Data di riferimento: {}.", "Reference date: {}.";
    FOUND_DATE_SUPPOSED: "L'anno {} viene dal titolo o dal nome del file; il giorno è da confermare.", "The year {} comes from the title or the name of the file; the day is to be confirmed.";
    FOUND_NO_DATE: "Nessuna data: i valori valgono per ogni data, finché non ne scegli una.", "No date: the values hold at every date until you choose one.";
    FOUND_BAD_DATE: "Righe con una data che non si legge, tralasciate: {}.", "Rows with a date that cannot be read, left out: {}.";
    FOUND_NAME_DIFFERS: "Righe dove il nome è di un Comune e il codice di un altro: {}. Vale il codice.", "Rows with the name of one Comune and the code of another: {}. The code stands.";
    FOUND_NOTHING_OURS: "Nessuna riga riguarda i 193 Comuni dell'ATS.", "No row is about the 193 Comuni of the ATS.";
    FOUND_NO_VALUES: "È un elenco senza valori: serve a confrontare codici e nomi.", "It is a list without values, for comparing codes and names.";
    FOUND_OF_AMBITI: "I valori sono di Ambiti: restano come dati, senza scendere ai Comuni.", "The values are of Ambiti: they stay as given, and do not go down to Comuni.";
    FOUND_DOUBLED_CODES: "Codici che compaiono due volte: {} ({}).", "Codes that stand twice: {} ({}).";
    FOUND_CRS_UNKNOWN: "Non si capisce in quale sistema di riferimento sono le coordinate: scegli se gradi o metri UTM 32.", "It is not clear in which reference system the coordinates are: choose degrees or metres, UTM 32.";
    FOUND_CRS_OTHER: "Il sistema di riferimento è {}: confermalo, o scaricali in WGS 84 / UTM 32N.", "The reference system is {}: confirm it, or download them as WGS 84 / UTM 32N.";
    SHAPES_CUT_SHORT: "Il file finisce a metà: forme non lette dopo la prima che manca.", "The file ends half way: shapes are not read from the first that lacks.";
    SHAPES_WRONG_LENGTH: "L'intestazione o l'indice del file non corrispondono al contenuto: vale il contenuto.", "The header or index of the file does not agree with its contents: the contents stand.";
    SHAPES_UNREADABLE: "Forme danneggiate, tralasciate: {}.", "Damaged shapes, left out: {}.";
    SHAPES_NOT_FINITE: "Forme con coordinate impossibili, tralasciate: {}.", "Shapes with impossible coordinates, left out: {}.";
    SHAPES_NOT_POLYGONS: "Punti o linee al posto di aree, tralasciati: {}.", "Points or lines instead of areas, left out: {}.";
    SHAPES_NO_AREA: "Forme senza area, non disegnate: {}.", "Shapes without area, not drawn: {}.";
    SHAPES_UNCLOSED: "Contorni aperti, chiusi: {}.", "Open rings, closed: {}.";
    SHAPES_REVERSED: "Contorni al rovescio, presi come esterni: {}.", "Rings the wrong way round, taken as outlines: {}.";
    SHAPES_CROSS: "Contorni che si incrociano: {}. Disegnati, ma area e vicini possono essere errati.", "Rings that cross themselves: {}. Drawn, but area and neighbours may be wrong.";
    SHAPES_NO_ATTRIBUTES: "Forme senza attributi, la riga manca o è cancellata: {}.", "Shapes without attributes, the row missing or deleted: {}.";
    SHAPES_BAD_NUMBER: "Attributi che dovrebbero essere numeri, presi come mancanti: {}.", "Attributes that should be numbers, taken as missing: {}.";
    SHAPES_FIELD_NAME: "Attributi con un nome illeggibile, chiamati per numero.", "Attributes with an unreadable name, called by number.";
    SHAPES_ENCODING: "La codifica degli attributi non è dichiarata o non è conosciuta: controlla le lettere accentate.", "The encoding of the attributes is not declared or not known: check the accented letters.";
    SHAPES_CONTROLS: "Caratteri di controllo nel testo, sostituiti.", "Control characters in the text, replaced.";
}

// The command that checks files.
texts! {
    HELP_CHECK: "Dice che cosa sono dei file di dati o confini, come entrerebbero e che problemi hanno", "Tell what files of data or boundaries are, how they would come in and what problems they have";
    HELP_CHECK_FILES: "CSV, XLSX, XLS, ODS, Parquet, SDMX-CSV, shapefile, GeoJSON o zip di questi", "CSV, XLSX, XLS, ODS, Parquet, SDMX-CSV, shapefile, GeoJSON or a zip of these";
    STATUS_OK: "può entrare", "would come in";
    STATUS_WARNINGS: "può entrare, con avvertenze", "would come in, with warnings";
    STATUS_CHOICE: "può entrare dopo una scelta", "would come in after a choice";
    CHECK_ROWS: "Righe: {} lette, {} prese, {} di altri Comuni, {} di territori più grandi, {} non riconosciute", "Rows: {} read, {} taken, {} of other Comuni, {} of larger areas, {} not recognised";
    CHECK_VARIABLES: "Variabili: {}", "Variables: {}";
    CHECK_MORE: "e altre {}", "and {} more";
    CHECK_BOUNDARIES: "Confini: {} forme, {} disegnabili, {} dei Comuni dell'ATS", "Boundaries: {} shapes, {} can be drawn, {} of the Comuni of the ATS";
    WEIGHT_NOTE: "nota", "note";
    WEIGHT_WARNING: "avvertenza", "warning";
    WEIGHT_CHOICE: "da scegliere", "to choose";
}

// Projects: why one cannot be opened or saved, and what comes into it.
texts! {
    IMPORTED: "Dati importati", "Imported data";
    PROJECT_READ: "{}: il progetto non si può leggere ({}). Controlla che il file ci sia ancora.", "{}: the project cannot be read ({}). See whether the file is still there.";
    PROJECT_FOLDER: "{} è una cartella, non un progetto. Scegli un file .atlante.", "{} is a folder, not a project. Choose an .atlante file.";
    PROJECT_NOT_OURS: "{} non è un progetto di Atlante Sociale. Scegli un file .atlante.", "{} is not a project of Atlante Sociale. Choose an .atlante file.";
    PROJECT_CUT_SHORT: "{} è incompleto: la fine del file manca. Copialo di nuovo dall'originale.", "{} is incomplete: the end of the file lacks. Copy it again from the original.";
    PROJECT_EDITED: "{}: la parte «{}» non è quella salvata, il file è stato modificato a mano o è danneggiato. Usa una copia precedente.", "{}: the part '{}' is not what was saved, the file was edited by hand or is damaged. Use an earlier copy.";
    PROJECT_NO_PART: "{}: manca la parte «{}». Usa una copia precedente.", "{}: the part '{}' is missing. Use an earlier copy.";
    PROJECT_NEWER: "{} è di una versione più nuova del programma (formato {}; qui si legge fino al {}). Aggiorna Atlante Sociale.", "{} is from a newer version of the program (format {}; this one reads up to {}). Update Atlante Sociale.";
    PROJECT_TOO_LARGE: "{} è troppo grande, o si espande oltre il lecito, per essere un progetto.", "{} is too large, or unpacks to too much, to be a project.";
    PROJECT_DAMAGED: "{}: il progetto è danneggiato ({}). Usa una copia precedente.", "{}: the project is damaged ({}). Use an earlier copy.";
    PROJECT_OTHER_TERRITORY: "{}: il codice {} non è di un Comune di questo territorio. Apri prima i confini con cui è stato fatto.", "{}: the code {} is no Comune of this territory. Open first the boundaries it was made on.";
    PROJECT_IS_PACK: "{} è un pacchetto di dati, che non si modifica. Crea un progetto e aggiungi lì il pacchetto.", "{} is a data pack, which is never changed. Make a project and attach the pack to it.";
    PROJECT_NOT_A_PACK: "{} non è un pacchetto di dati accanto al progetto.", "{} is not a data pack beside the project.";
    PROJECT_BUSY: "Il progetto è aperto altrove: qui si può solo leggere. Salva con un altro nome per tenere le modifiche.", "The project is open elsewhere: here it can only be read. Save under another name to keep changes.";
    PROJECT_READ_ONLY: "Il file o la sua cartella è di sola lettura: il progetto si può solo leggere. Salva con un altro nome per tenere le modifiche.", "The file or its folder is read-only: the project can only be read. Save under another name to keep changes.";
    INTAKE_UNDATED: "La tabella importata non dice una data: gli stessi valori sono usati per ogni data.", "The table imported tells no date: the same values are used for every date.";
    INTAKE_BOUNDARIES: "Confini dei Comuni", "Boundaries of the Comuni";
    INTAKE_OTHER_BOUNDARIES: "Tra questi confini manca il Comune di {}: un progetto tiene quelli di tutti i suoi Comuni. Per lavorare su un altro territorio avvia il programma con --boundaries FILE.", "These boundaries lack the Comune of {}: a project keeps those of all of its Comuni. To work on another territory start the program with --boundaries FILE.";
    INTAKE_NO_VARIABLE: "L'indicatore '{}' usa la variabile '{}', che non c'è; le variabili del file sono: {}", "The indicator '{}' uses the variable '{}', which is not there; the variables of the file are: {}";
    INTAKE_DEFINITION: "Come nella colonna «{}» di {}.", "As in the column '{}' of {}.";
    INTAKE_DEFINITION_NOT_ADDED: "Come nella colonna «{}» di {}. È una media o una quota già calcolata: non ha un valore ricalcolato per i gruppi di Comuni.", "As in the column '{}' of {}. It is a mean or share worked out by the source: groups of Comuni have no recomputed value.";
    UNIT_PERSONS: "persone", "persons";
    UNIT_COUNT: "numero", "number";
    UNIT_AMOUNT: "importo", "amount";
    UNIT_BALANCE: "differenza", "difference";
    UNIT_SHARE: "percento", "per cent";
    UNIT_RATIO: "valore", "value";
}

// The commands that make and read projects.
texts! {
    HELP_PROJECT: "progetto .atlante, con i pacchetti che usa, da aggiungere ai dati del programma", ".atlante project, with the packs it uses, added to the data inside";
    HELP_IMPORT: "Importa file di dati in un progetto, che è creato se non c'è", "Import files of data into a project, which is made if it is not there";
    HELP_INTO: "il progetto", "the project";
    HELP_RECIPE: "come leggere i file: id di una ricetta, o un file .toml di propria mano", "how to read the files: id of a recipe, or a .toml file of one's own";
    HELP_SOURCE: "fonte, al posto di quella della ricetta", "source, in place of the recipe's";
    HELP_LICENCE: "licenza, al posto di quella della ricetta", "licence, in place of the recipe's";
    HELP_IMPORT_INDICATORS: "indicatori da fare con le variabili, nel formato del catalogo, al posto di uno per variabile", "indicators to make of the variables, in the format of the catalogue, in place of one a variable";
    HELP_PROJECTS: "Crea, descrive, verifica e cambia progetti e pacchetti di dati", "Make, describe, verify and change projects and data packs";
    HELP_PROJECT_FILE: "il progetto o il pacchetto", "the project or pack";
    HELP_PROJECT_NEW: "Crea un progetto vuoto", "Make an empty project";
    HELP_PROJECT_NAME: "nome del progetto, al posto di quello del file", "name of the project, in place of the file's";
    HELP_PROJECT_INFO: "Dice che cosa contiene e da dove viene", "Tell what it holds and where it is from";
    HELP_PROJECT_VERIFY: "Controlla che sia integro, parte per parte", "Verify that it is whole, part by part";
    HELP_PROJECT_REMOVE: "Toglie un'importazione con i suoi indicatori", "Take out an import with its indicators";
    HELP_PROJECT_IMPORT: "id dell'importazione, come lo dice info", "id of the import, as info tells it";
    HELP_PROJECT_ATTACH: "Usa nel progetto i dati di un pacchetto che gli sta accanto", "Use in the project the data of a pack that is beside it";
    HELP_PROJECT_PACK: "Fa un pacchetto dei dati e degli indicatori di un progetto", "Make a pack of the data and indicators of a project";
    HELP_PROJECT_PACK_FILE: "il pacchetto", "the pack";
    CLI_UNKNOWN_RECIPE: "la ricetta '{}' non esiste; ci sono: {}", "there is no recipe '{}'; there are: {}";
    CLI_OTHER_RECIPE: "{}: le sue colonne non sono quelle della ricetta '{}'", "{}: its columns are not those of the recipe '{}'";
    CLI_TO_CHOOSE: "{}: {} Con --accept all vale la lettura proposta.", "{}: {} With --accept all the reading proposed stands.";
    CLI_PROJECT_THERE: "{} c'è già: scegli un altro nome.", "{} is there already: choose another name.";
    CLI_UNKNOWN_IMPORT: "il progetto non ha l'importazione '{}'; ha: {}", "the project has no import '{}'; it has: {}";
    NOT_IMPORTED: "Non importato: {}", "Not imported: {}";
    IMPORTED_AS: "Importato come {}: variabili {}, nuovi indicatori {}", "Imported as {}: variables {}, new indicators {}";
    KIND_PROJECT: "Progetto", "Project";
    KIND_PACK: "Pacchetto di dati", "Data pack";
    PROJECT_LINE: "{} «{}»: figure {}, insiemi {}, importazioni {}", "{} '{}': figures {}, sets {}, imports {}";
    PROJECT_PACK_LINE: "usa il pacchetto {}", "uses the pack {}";
    PROJECT_WHOLE: "{} è integro: importazioni {}, pacchetti {}", "{} is whole: imports {}, packs {}";
    IMPORT_FILE_LINE: "da {} (ricetta {}): righe lette {}, prese {}", "from {} (recipe {}): rows read {}, taken {}";
    IMPORT_HOLDS_LINE: "variabili {}, indicatori {}; date: {}", "variables {}, indicators {}; dates: {}";
    EVERY_DATE: "vale per ogni data", "holds at every date";
}
