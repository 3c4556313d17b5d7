//! The texts of imported files and of projects.

use super::{Display, Lang, Text};

// Reading the user's files.
texts! {
    fn place_sheet(file, sheet): "{file}, foglio «{sheet}»", "{file}, sheet '{sheet}'";
    fn place_row(place, row): "{place}, riga {row}", "{place}, row {row}";
    fn source_read(why): "non si può leggere: {why}", "cannot be read: {why}";
    SOURCE_FOLDER: "è una cartella; scegli i file che contiene", "is a folder; choose the files in it";
    SOURCE_EMPTY: "è vuoto; scaricalo di nuovo", "is empty; download it again";
    fn source_bytes(megabytes): "supera {megabytes} MB; togli i territori o gli anni che non servono", "is over {megabytes} MB; take out the territories or years that are not needed";
    fn source_rows(most): "ha più di {most} righe; togli i territori o gli anni che non servono", "has more than {most} rows; take out the territories or years that are not needed";
    fn source_columns(most): "ha più di {most} colonne; salva solo quelle che servono", "has more than {most} columns; save only those that are needed";
    fn source_memory(most): "occupa più di {most} MB di memoria; salva solo la tabella che serve", "takes more than {most} MB of memory; save only the table that is needed";
    fn source_cells(most): "ha più di {most} celle; salva solo la tabella che serve", "has more than {most} cells; save only the table that is needed";
    fn source_entries(most): "contiene più di {most} file; estrai quello che serve", "holds more than {most} files; extract the one that is needed";
    fn source_ratio(most): "si espande più di {most} volte, come un archivio fatto per bloccare i programmi; estrai e controlla il file che serve", "unpacks to more than {most} times its size, like an archive made to block programs; extract and check the file that is needed";
    SOURCE_HTML: "è una pagina web e non una tabella; aprila nel browser e scarica il file dei dati, oppure salvala da un foglio di calcolo come CSV o XLSX", "is a web page and not a table; open it in the browser and download the data file, or save it from a spreadsheet as CSV or XLSX";
    SOURCE_GZIP: "è compresso con gzip; estrailo prima", "is compressed by gzip; extract it first";
    SOURCE_PDF: "è un PDF; cerca la stessa tabella in CSV o XLSX", "is a PDF; look for the same table as CSV or XLSX";
    SOURCE_NOT_TEXT: "non è una tabella né un formato conosciuto; salvalo come CSV o XLSX", "is neither a table nor a known format; save it as CSV or XLSX";
    SOURCE_NOT_WORKBOOK: "non è un foglio di calcolo, anche se si chiama così; aprilo con il programma che l'ha fatto e salvalo come XLSX o CSV", "is no workbook, whatever its name; open it in the program that made it and save it as XLSX or CSV";
    SOURCE_NOT_PARQUET: "non è un file Parquet leggibile; scaricalo di nuovo", "is not a readable Parquet file; download it again";
    SOURCE_NOT_SHAPEFILE: "non è uno shapefile: manca l'intestazione; scaricalo di nuovo", "is not a shapefile: its header is missing; download it again";
    SOURCE_NOT_ARCHIVE: "non è un archivio zip leggibile; scaricalo di nuovo", "is not a readable zip archive; download it again";
    SOURCE_PASSWORD: "è protetto da password; salvane una copia senza", "is protected by a password; save a copy without one";
    fn source_path(path): "contiene un percorso che esce dall'archivio ({path}); non è stato letto", "holds a path that leads out of the archive ({path}); it was not read";
    SOURCE_NOTHING_INSIDE: "non contiene tabelle né confini; estrailo e scegli il file che serve", "holds neither tables nor boundaries; extract it and choose the file that is needed";
    SOURCE_NO_SHEET: "il foglio è elencato ma non c'è; apri il file con un foglio di calcolo e salvalo di nuovo", "the sheet is listed but is not there; open the file in a spreadsheet and save it again";
    SOURCE_DAMAGED: "è danneggiato; scaricalo di nuovo o salvane una copia", "is damaged; download it again or save a copy";
    fn source_damaged_part(part): "è danneggiato nella parte «{part}»; scaricalo di nuovo o salvane una copia", "is damaged in the part '{part}'; download it again or save a copy";
    fn source_no_part(part): "manca il file {part}, con i codici dei territori; mettilo accanto, con lo stesso nome", "the file {part}, with the codes of the territories, is missing; put it beside, under the same name";
    fn source_json(row): "non è JSON leggibile: si ferma alla riga {row}; scaricalo di nuovo", "is no readable JSON: it stops at row {row}; download it again";
    fn source_json_encoding(encoding): "non è in UTF-8 ma in {encoding}; scaricalo di nuovo, in UTF-8", "is not in UTF-8 but in {encoding}; download it again, in UTF-8";
    SOURCE_BROKE_OFF: "un errore del programma ne ha interrotto la lettura; aggiungilo di nuovo per riprovare", "an error of the program broke its reading off; add it again to try once more";
    SOURCE_NOT_STARTED: "il sistema non lascia avviare la lettura; chiudi qualche programma e aggiungilo di nuovo", "the system does not let its reading start; close some programs and add it again";
    fn source_xml(row): "non è KML leggibile: si ferma alla riga {row}; esportalo di nuovo", "is no readable KML: it stops at row {row}; export it again";
    SOURCE_TOPOJSON: "è TopoJSON, ma archi e oggetti non vanno d'accordo; scaricalo di nuovo o convertilo in GeoJSON", "is TopoJSON, but its arcs and objects contradict each other; download it again or convert it to GeoJSON";
    SOURCE_NOT_GEOPACKAGE: "non è un GeoPackage: mancano le sue tabelle; esportalo di nuovo da QGIS", "is not a GeoPackage: its tables are missing; export it from QGIS again";
    fn source_points(most): "ha forme con più di {most} vertici; scarica i confini generalizzati, o semplificali", "has shapes with more than {most} vertices; download the generalised boundaries, or simplify them";
    fn source_layers(most): "ha più di {most} livelli; esporta solo quello che serve", "has more than {most} layers; export only the one that is needed";
    fn source_time(seconds): "richiede più di {seconds} secondi per essere letto, come un file fatto per bloccare i programmi; esporta il livello che serve in un file a sé", "takes more than {seconds} seconds to read, like a file made to block programs; export the layer that is needed to a file of its own";
    fn source_no_such_shapes(kind): "le sue forme sono di un tipo che non esiste ({kind}); scaricalo di nuovo", "its shapes are of a type that does not exist ({kind}); download it again";
    fn source_several_layers(layers): "ha più livelli di confini ({layers}): indica quale leggere con --layer NOME, o tieni nel file solo quello che serve", "has several layers of boundaries ({layers}): say which one to read with --layer NAME, or keep only the one that is needed in the file";
    fn source_no_such_layer(typed, layers): "non c'è il livello «{typed}»; ci sono: {layers}", "there is no layer '{typed}'; there are: {layers}";
    SOURCE_NO_TERRITORY: "nessuna colonna ha codici o nomi di Comuni o Ambiti dell'ATS; aggiungine una, meglio con il codice ISTAT", "no column has codes or names of Comuni or Ambiti of the ATS; add one, best with the ISTAT code";
    SOURCE_NO_FEATURES: "non contiene poligoni né punti; i confini servono come aree", "holds neither polygons nor points; boundaries are needed as areas";
}

// Remarks on a file that can be read. The count of rows or cells, if there is one, comes first.
texts! {
    fn found_row(finding, row): "{finding} (riga {row}).", "{finding} (row {row}).";
    fn found_rows(finding, rows, more): "{finding} (righe {rows}{more}).", "{finding} (rows {rows}{more}).";
    fn found_more_rows(count): "… e altre {count}", "… and {count} more";
    fn found_encoding(encoding): "La codifica non è dichiarata: letto come {encoding}. Controlla le lettere accentate.", "The encoding is not declared: read as {encoding}. Check the accented letters.";
    fn found_cut(count): "Celle troppo lunghe, accorciate: {count}.", "Cells too long, cut: {count}.";
    fn found_controls(count): "Celle con caratteri di controllo o di direzione, sostituiti: {count}.", "Cells with control or direction characters, replaced: {count}.";
    fn found_unreadable(count): "Celle senza un valore leggibile (errori di formule, rimandi a vuoto): {count}.", "Cells without a readable value (errors of formulas, references to nothing): {count}.";
    fn found_ragged(count): "Righe con più o meno celle dell'intestazione: {count}. Quelle che mancano sono dati mancanti, quelle in più sono tralasciate.", "Rows with more or fewer cells than the header: {count}. What lacks is missing, what is over is left out.";
    FOUND_NO_HEADER: "La prima riga sembra già un dato: le colonne hanno nomi provvisori, da scegliere.", "The first row looks like data: columns have names for now, to be chosen.";
    fn found_nameless(count): "Colonne senza nome, chiamate per numero: {count}.", "Columns without a name, called by number: {count}.";
    fn found_recoded(count, typed, code): "Codici rimessi in sei cifre: {count}, per esempio «{typed}» come {code}.", "Codes put back into six digits: {count}, for example '{typed}' as {code}.";
    fn found_outside(count): "Righe di altri Comuni, tralasciate: {count}.", "Rows of other Comuni, left out: {count}.";
    fn found_larger(count): "Righe di province, regioni o totali, tralasciate: {count}.", "Rows of provinces, regions or totals, left out: {count}.";
    fn found_without_territory(count): "Righe senza territorio, tralasciate: {count}.", "Rows without a territory, left out: {count}.";
    fn found_unmatched(count, typed): "Righe di territori non riconosciuti, tralasciate: {count}, per esempio «{typed}».", "Rows of territories not recognised, left out: {count}, for example '{typed}'.";
    fn found_near(typed, comune): "«{typed}» non è un Comune dell'ATS; forse è {comune}. Da confermare.", "'{typed}' is no Comune of the ATS; perhaps it is {comune}. To be confirmed.";
    fn found_footnotes(count): "Righe di note in fondo o tra i dati: {count}.", "Rows of notes below or among the data: {count}.";
    fn found_same_twice(count): "Righe ripetute uguali, contate una volta sola: {count}.", "Rows repeated alike, counted once: {count}.";
    fn found_two_values(territories): "Territori con più valori diversi alla stessa data: {territories}. Per ora vale il primo; scegli se sommare le righe.", "Territories with several different values at the same date: {territories}. The first stands for now; choose whether to add the rows.";
    fn found_totals_agree(count): "Totali del file uguali alla somma delle parti: {count}.", "Totals of the file equal to the sum of their parts: {count}.";
    fn found_totals_differ(count): "Totali del file diversi dalla somma delle parti: {count}.", "Totals of the file that differ from the sum of their parts: {count}.";
    fn found_ambiguous(column, typed, number): "«{column}»: i numeri si possono leggere in due modi. «{typed}» è letto come {number}; confermalo o cambialo.", "'{column}': its numbers can be read in two ways. '{typed}' is read as {number}; confirm or change it.";
    fn found_mixed(column): "«{column}»: alcuni numeri hanno la virgola e altri il punto per i decimali. La colonna è tralasciata finché non scegli.", "'{column}': some numbers have a comma and others a point for decimals. The column is left out until you choose.";
    fn found_marked(column, typed, number): "«{column}»: i numeri hanno accanto valute, percentuali o rimandi a note, tolti. «{typed}» è letto come {number}; confermalo.", "'{column}': its numbers have currencies, percent signs or marks of notes beside them, taken off. '{typed}' is read as {number}; confirm it.";
    fn found_not_numbers(count, column): "Celle che non sono numeri, prese come dati mancanti: {count}, nella colonna «{column}».", "Cells that are no numbers, taken as missing: {count}, in the column '{column}'.";
    fn found_withheld(count): "Valori oscurati dalla fonte, diversi da zero: {count}.", "Values withheld by the source, which are not zero: {count}.";
    fn found_big(count, column): "Numeri con più cifre di quante se ne possano tenere, arrotondati: {count}, nella colonna «{column}».", "Numbers with more digits than can be kept, rounded: {count}, in the column '{column}'.";
    fn found_negative(count, column): "Conteggi negativi: {count}, nella colonna «{column}».", "Negative counts: {count}, in the column '{column}'.";
    fn found_over_hundred(count, column): "Quote oltre 100: {count}, nella colonna «{column}».", "Shares over 100: {count}, in the column '{column}'.";
    fn found_jump(count, example): "Valori cambiati di oltre il 50% in un anno: {count}, per esempio {example}.", "Values that changed by over 50% in a year: {count}, for example {example}.";
    fn found_constant(column): "«{column}»: tutti i valori sono uguali; non si possono fare classi né correlazioni.", "'{column}': all values are equal; neither classes nor correlations can be made.";
    fn found_not_compared(count, names): "Righe con un nome non riconosciuto e non confrontato con quelli dell'ATS: {count}, perché nel file i nomi non riconosciuti sono più di {names}. Dividi il file, o aggiungi una colonna di codici.", "Rows with a name not recognised and not compared with those of the ATS: {count}, because more than {names} names in the file are not recognised. Split the file, or add a column of codes.";
    FOUND_ONE_ROW: "C'è un solo territorio: non si possono fare confronti.", "There is one territory only: nothing can be compared.";
    fn found_small(count, column): "Conteggi di persone sotto 3: {count}, nella colonna «{column}». Prima di pubblicarli vanno oscurati.", "Counts of persons below 3: {count}, in the column '{column}'. They must be withheld before publication.";
    fn found_merged(comune, date, heir): "{comune} dal {date} fa parte di {heir}: i suoi valori sono sommati lì.", "{comune}, since {date} a part of {heir}: its values are added there.";
    fn found_merged_part(comune, missing): "{comune}: mancano Comuni da cui è nato ({missing}). Il valore resta mancante: una somma parziale passerebbe per il totale.", "{comune}: Comuni it was made of are not there ({missing}). The value stays missing: a partial sum would pass for the total.";
    fn found_merged_kept(comune, missing): "{comune}: mancano Comuni da cui è nato ({missing}). La fonte elenca solo chi ha casi: vale la somma di quelli che ci sono.", "{comune}: Comuni it was made of are not there ({missing}). The source lists only those with cases: the sum of those that are there stands.";
    fn found_merged_not_added(comune, column): "{comune}: «{column}» è una media o una quota, che non si somma tra i Comuni da cui è nato. Il valore resta mancante.", "{comune}: '{column}' is a mean or a share, which is not added over the Comuni it was made of. The value stays missing.";
    fn found_date(date): "Data di riferimento: {date}.", "Reference date: {date}.";
    fn found_date_supposed(year): "L'anno {year} viene dal titolo o dal nome del file; il giorno è da confermare.", "The year {year} comes from the title or the name of the file; the day is to be confirmed.";
    FOUND_NO_DATE: "Il file non dice a quale data si riferiscono i valori: indicala, o conferma che valgono per ogni data.", "The file does not say which date the values are of: state it, or confirm that they hold at every date.";
    fn found_bad_date(count): "Righe con una data che non si legge, tralasciate: {count}.", "Rows with a date that cannot be read, left out: {count}.";
    fn found_name_differs(count): "Righe dove il nome è di un Comune e il codice di un altro: {count}. Vale il codice.", "Rows with the name of one Comune and the code of another: {count}. The code stands.";
    FOUND_NOTHING_OURS: "Nessuna riga riguarda i 193 Comuni dell'ATS.", "No row is about the 193 Comuni of the ATS.";
    FOUND_NO_VALUES: "È un elenco senza valori: serve a confrontare codici e nomi.", "It is a list without values, for comparing codes and names.";
    FOUND_OF_AMBITI: "I valori sono di Ambiti: restano come dati, senza scendere ai Comuni.", "The values are of Ambiti: they stay as given, and do not go down to Comuni.";
    fn found_doubled_codes(count, codes): "Codici che compaiono più di una volta: {count} ({codes}). Le forme con lo stesso codice sono unite.", "Codes that stand more than once: {count} ({codes}). Shapes with the same code are joined.";
    fn found_layer(layer, others): "Il file ha più livelli: letto «{layer}», tralasciati {others}.", "The file has several layers: '{layer}' was read, {others} left out.";
    fn found_several_layers(layers, first): "Il file ha più livelli che potrebbero essere quello giusto ({layers}): conferma «{first}» o indicane un altro.", "The file has several layers that could be the right one ({layers}): confirm '{first}' or choose another.";
    fn found_layer_unread(why): "Un livello del file non si legge, ed è tralasciato: {why}.", "A layer of the file cannot be read and is left out: {why}.";
    FOUND_CRS_UNKNOWN: "Non si capisce in quale sistema di riferimento sono le coordinate: scegli se gradi o metri UTM 32.", "It is not clear in which reference system the coordinates are: choose degrees or metres, UTM 32.";
    fn found_crs_other(crs): "Il sistema di riferimento è {crs}: confermalo, o scaricali in WGS 84 / UTM 32N.", "The reference system is {crs}: confirm it, or download them as WGS 84 / UTM 32N.";
    SHAPES_CUT_SHORT: "Il file finisce a metà: forme non lette dopo la prima che manca.", "The file ends half way: shapes are not read from the first that lacks.";
    SHAPES_WRONG_LENGTH: "L'intestazione o l'indice del file non corrispondono al contenuto: vale il contenuto.", "The header or index of the file does not agree with its contents: the contents stand.";
    fn shapes_unreadable(count): "Forme danneggiate, tralasciate: {count}.", "Damaged shapes, left out: {count}.";
    fn shapes_not_finite(count): "Forme con coordinate impossibili o lontane da tutte le altre, tralasciate: {count}.", "Shapes with coordinates that are impossible or far from all others, left out: {count}.";
    fn shapes_not_polygons(count): "Punti o linee al posto di aree, tralasciati: {count}.", "Points or lines instead of areas, left out: {count}.";
    fn shapes_no_area(count): "Forme senza area, non disegnate: {count}.", "Shapes without area, not drawn: {count}.";
    fn shapes_unclosed(count): "Contorni aperti, chiusi: {count}.", "Open rings, closed: {count}.";
    fn shapes_reversed(count): "Contorni al rovescio, presi come esterni: {count}.", "Rings the wrong way round, taken as outlines: {count}.";
    fn shapes_cross(count): "Contorni che si incrociano: {count}. Disegnati, ma area e vicini possono essere errati.", "Rings that cross themselves: {count}. Drawn, but area and neighbours may be wrong.";
    fn shapes_no_attributes(count): "Forme senza attributi, la riga manca o è cancellata: {count}.", "Shapes without attributes, the row missing or deleted: {count}.";
    fn shapes_bad_number(count): "Attributi che dovrebbero essere numeri, presi come mancanti: {count}.", "Attributes that should be numbers, taken as missing: {count}.";
    SHAPES_FIELD_NAME: "Attributi con un nome illeggibile, chiamati per numero.", "Attributes with an unreadable name, called by number.";
    SHAPES_ENCODING: "La codifica degli attributi non è dichiarata, oppure quella dichiarata non è la loro: controlla le lettere accentate.", "The encoding of the attributes is not declared, or is not the one declared: check the accented letters.";
    SHAPES_UNSAVED: "Un altro programma tiene il file aperto e non vi ha ancora scritto tutto: le ultime modifiche mancano. Chiudilo lì e rileggilo.", "Another program has the file open and has not written everything to it yet: the last changes are missing. Close it there and read it again.";
    SHAPES_CONTROLS: "Caratteri di controllo nel testo, sostituiti.", "Control characters in the text, replaced.";
}

// The command that checks files.
texts! {
    HELP_CHECK: "Dice che cosa sono dei file di dati o confini, come entrerebbero e che problemi hanno", "Tell what files of data or boundaries are, how they would come in and what problems they have";
    HELP_CHECK_FILES: "CSV, XLSX, XLS, ODS, Parquet, SDMX-CSV, shapefile, GeoJSON o zip di questi", "CSV, XLSX, XLS, ODS, Parquet, SDMX-CSV, shapefile, GeoJSON or a zip of these";
    STATUS_OK: "può entrare", "would come in";
    STATUS_WARNINGS: "può entrare, con avvertenze", "would come in, with warnings";
    STATUS_REFUSED: "non può entrare in un progetto", "would not come into a project";
    STATUS_CHOICE: "può entrare dopo una scelta", "would come in after a choice";
    fn check_rows(read, taken, outside, larger, unmatched): "Righe lette: {read}; prese: {taken}; di altri Comuni: {outside}; di territori più grandi: {larger}; non riconosciute: {unmatched}", "Rows read: {read}; taken: {taken}; of other Comuni: {outside}; of larger areas: {larger}; not recognised: {unmatched}";
    fn check_variables(names): "Variabili: {names}", "Variables: {names}";
    fn check_more(count): "e altre {count}", "and {count} more";
    fn check_boundaries(shapes, drawable, comuni): "Confini; forme: {shapes}; disegnabili: {drawable}; dei Comuni dell'ATS: {comuni}", "Boundaries; shapes: {shapes}; drawable: {drawable}; of the Comuni of the ATS: {comuni}";
    WEIGHT_NOTE: "nota", "note";
    WEIGHT_WARNING: "avvertenza", "warning";
    WEIGHT_CHOICE: "da scegliere", "to choose";
}

// Projects: why one cannot be opened or saved, and what is imported into it.
texts! {
    IMPORTED: "Dati importati", "Imported data";
    fn project_read(file, why): "{file}: il progetto non si può leggere: {why}.", "{file}: the project cannot be read: {why}.";
    fn project_folder(file): "{file} è una cartella, non un progetto. Scegli un file .atlante.", "{file} is a folder, not a project. Choose an .atlante file.";
    fn project_not_ours(file): "{file} non è un progetto di Atlante Sociale. Scegli un file .atlante.", "{file} is not a project of Atlante Sociale. Choose an .atlante file.";
    fn project_cut_short(file): "{file} è incompleto: la fine del file manca. Copialo di nuovo dall'originale.", "{file} is incomplete: the end of the file lacks. Copy it again from the original.";
    fn project_edited(file, part): "{file}: la parte «{part}» non è quella salvata, il file è stato modificato a mano o è danneggiato. Usa una copia precedente.", "{file}: the part '{part}' is not what was saved, the file was edited by hand or is damaged. Use an earlier copy.";
    fn project_no_part(file, part): "{file}: manca la parte «{part}». Usa una copia precedente.", "{file}: the part '{part}' is missing. Use an earlier copy.";
    fn project_newer(file, format, newest): "{file} è di una versione più nuova del programma (formato {format}; qui si legge fino al {newest}). Aggiorna Atlante Sociale.", "{file} is from a newer version of the program (format {format}; this one reads up to {newest}). Update Atlante Sociale.";
    fn project_too_large(file): "{file} è troppo grande, o si espande oltre il lecito, per essere un progetto.", "{file} is too large, or unpacks to too much, to be a project.";
    fn project_damaged(file): "{file}: il progetto è danneggiato. Usa una copia precedente.", "{file}: the project is damaged. Use an earlier copy.";
    fn project_damaged_part(file, part): "{file}: la parte «{part}» è danneggiata. Usa una copia precedente.", "{file}: the part '{part}' is damaged. Use an earlier copy.";
    fn project_too_long(file): "{file} richiede troppo tempo per essere letto: non è un progetto come li salva questo programma.", "{file} takes too long to read: it is no project as this program saves them.";
    fn project_bad_field(file, part, why): "{file}: nella parte «{part}» {why}. Usa una copia precedente.", "{file}: in the part '{part}' {why}. Use an earlier copy.";
    fn project_unfit(file, part, why): "{file}: nella parte «{part}», {why}. Usa una copia precedente.", "{file}: in the part '{part}', {why}. Use an earlier copy.";
    fn unfit(of, field, why): "«{of}» ha un campo «{field}» che {why}", "'{of}' has a field '{field}' that {why}";
    fn unfit_here(field, why): "il campo «{field}» {why}", "the field '{field}' {why}";
    UNFIT_EMPTY: "è vuoto", "is empty";
    fn unfit_long(most): "supera {most} caratteri", "is over {most} characters";
    fn unfit_many(most): "ha più di {most} voci", "has more than {most} entries";
    fn unfit_outside(least, most): "esce dai limiti, da {least} a {most}", "is out of bounds, from {least} to {most}";
    UNFIT_NOT_FINITE: "non è un numero finito", "is no finite number";
    UNFIT_TWICE: "c'è già altrove nel file", "is already elsewhere in the file";
    UNFIT_CHARACTERS: "ha caratteri che lì non si possono usare", "has characters that cannot be used there";
    UNFIT_UNKNOWN: "non è tra i valori possibili", "is none of the possible values";
    fn bad_row(row): "la riga {row} non è scritta come deve", "row {row} is not written as it must be";
    fn bad_field(field): "il campo «{field}» non è come deve essere", "the field '{field}' is not as it must be";
    fn missing_field(field): "manca il campo «{field}»", "the field '{field}' is missing";
    NO_FIELDS: "non c'è quello che serve", "what is needed is not there";
    fn project_other_territory(file, code): "{file}: il codice {code} non è di un Comune di questo territorio. Apri prima i confini con cui è stato fatto.", "{file}: the code {code} is no Comune of this territory. Open first the boundaries it was made on.";
    fn project_is_pack(file): "{file} è un pacchetto di dati, che non si modifica. Crea un progetto e aggiungi lì il pacchetto.", "{file} is a data pack, which is never changed. Make a project and attach the pack to it.";
    fn project_out_of_bounds(file, beyond): "'{file}' contiene una vista o una figura che non si può disegnare: {beyond} Apri una copia precedente.", "'{file}' holds a view or a figure that cannot be drawn: {beyond} Open an earlier copy.";
    fn project_not_a_pack(file): "{file} non è un pacchetto di dati accanto al progetto.", "{file} is not a data pack beside the project.";
    PROJECT_BUSY: "Il progetto è aperto altrove: qui si può solo leggere. Salva con un altro nome per tenere le modifiche.", "The project is open elsewhere: here it can only be read. Save under another name to keep changes.";
    PROJECT_READ_ONLY: "Il file o la sua cartella è di sola lettura: il progetto si può solo leggere. Salva con un altro nome per tenere le modifiche.", "The file or its folder is read-only: the project can only be read. Save under another name to keep changes.";
    INTAKE_UNDATED: "La tabella importata non dice una data: gli stessi valori sono usati per ogni data.", "The table imported tells no date: the same values are used for every date.";
    INTAKE_BOUNDARIES: "Confini dei Comuni", "Boundaries of the Comuni";
    fn intake_other_boundaries(count, names): "Comuni senza confini nel file: {count} ({names}). Un progetto tiene i confini di tutti i suoi Comuni; per lavorare su un altro territorio avvia il programma con --boundaries FILE.", "Comuni without boundaries in the file: {count} ({names}). A project keeps the boundaries of all of its Comuni; to work on another territory start the program with --boundaries FILE.";
    INTAKE_BOUNDARIES_OF_AMBITI: "Il file ha i confini degli Ambiti, non quelli dei Comuni, da cui il programma ricava gli Ambiti: importa il file dei Comuni.", "The file has the boundaries of the Ambiti, not those of the Comuni, from which the program makes the Ambiti: import the file of the Comuni.";
    INTAKE_NOT_OUR_BOUNDARIES: "Nessuna forma ha il codice o il nome di un Comune dell'ATS, e un progetto tiene i confini dei suoi Comuni. Per lavorare su un altro territorio avvia il programma con --boundaries FILE.", "No shape has the code or the name of a Comune of the ATS, and a project keeps the boundaries of its Comuni. To work on another territory start the program with --boundaries FILE.";
    fn intake_no_variables(indicator, variable): "L'indicatore '{indicator}' usa la variabile '{variable}', che non c'è: il file non ha variabili", "The indicator '{indicator}' uses the variable '{variable}', which is not there: the file has no variables";
    fn intake_no_variable(indicator, variable, variables): "L'indicatore '{indicator}' usa la variabile '{variable}', che non c'è; le variabili del file sono: {variables}", "The indicator '{indicator}' uses the variable '{variable}', which is not there; the variables of the file are: {variables}";
    fn intake_definition(column, file): "Come nella colonna «{column}» di {file}.", "As in the column '{column}' of {file}.";
    fn intake_definition_not_added(column, file): "Come nella colonna «{column}» di {file}. È una media o una quota già calcolata: non ha un valore ricalcolato per i gruppi di Comuni.", "As in the column '{column}' of {file}. It is a mean or share worked out by the source: groups of Comuni have no recomputed value.";
    UNIT_PERSONS: "persone", "persons";
    UNIT_COUNT: "numero", "number";
    UNIT_AMOUNT: "importo", "amount";
    UNIT_BALANCE: "differenza", "difference";
    UNIT_SHARE: "percento", "per cent";
    UNIT_RATIO: "valore", "value";
}

// The commands that create and read projects.
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
    fn cli_unknown_recipe(recipe, recipes): "la ricetta '{recipe}' non esiste; ci sono: {recipes}", "there is no recipe '{recipe}'; there are: {recipes}";
    fn cli_other_recipe(file, recipe): "{file}: le sue colonne non sono quelle della ricetta '{recipe}'", "{file}: its columns are not those of the recipe '{recipe}'";
    fn cli_to_choose(file, finding): "{file}: {finding} Con --accept all vale la lettura proposta.", "{file}: {finding} With --accept all the reading proposed stands.";
    fn cli_project_there(file): "{file} c'è già: scegli un altro nome.", "{file} is there already: choose another name.";
    fn cli_no_imports(import): "il progetto non ha l'importazione '{import}': non ne ha nessuna", "the project has no import '{import}': it has none at all";
    fn cli_unknown_import(import, imports): "il progetto non ha l'importazione '{import}'; ha: {imports}", "the project has no import '{import}'; it has: {imports}";
    fn not_imported(why): "Non importato: {why}", "Not imported: {why}";
    fn imported_as(id, variables, indicators): "Importato come {id}: variabili {variables}, nuovi indicatori {indicators}", "Imported as {id}: variables {variables}, new indicators {indicators}";
    KIND_PROJECT: "Progetto", "Project";
    KIND_PACK: "Pacchetto di dati", "Data pack";
    fn project_line(kind, name, figures, sets, imports): "{kind} «{name}»: figure {figures}, insiemi {sets}, importazioni {imports}", "{kind} '{name}': figures {figures}, sets {sets}, imports {imports}";
    fn project_pack_line(file): "usa il pacchetto {file}", "uses the pack {file}";
    fn project_whole(file, imports, packs): "{file} è integro: importazioni {imports}, pacchetti {packs}", "{file} is whole: imports {imports}, packs {packs}";
    fn project_replaces(indicators): "Attenzione: il progetto ha indicatori propri al posto di quelli del programma con lo stesso nome: {indicators}.", "Mind: the project has indicators of its own in place of those of the program of the same name: {indicators}.";
    fn import_file_line(file, recipe, read, taken): "da {file} (ricetta {recipe}): righe lette {read}, prese {taken}", "from {file} (recipe {recipe}): rows read {read}, taken {taken}";
    fn import_holds_line(variables, indicators, dates): "variabili {variables}, indicatori {indicators}; date: {dates}", "variables {variables}, indicators {indicators}; dates: {dates}";
    EVERY_DATE: "vale per ogni data", "holds at every date";
}
