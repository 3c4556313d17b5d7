//! The texts about how a table was read: its shape, its periods, its lists of things.

use super::{Display, Lang, Text};

// Findings about the file.
texts! {
    fn found_lost_letters(count): "Celle con caratteri già persi nel file (il segno «�»): {count}. I territori così scritti non sono riconosciuti: chiedi il file in UTF-8.", "Cells with letters that were already lost in the file (the sign '�'): {count}. Territories so written are not recognised: ask for the file in UTF-8.";
    FOUND_LINES_IN_QUOTES: "Ogni riga era tra virgolette per intero: sono state rimosse.", "Each line stood within quotes as a whole: they were taken off.";
    fn found_fixed_width(columns): "Il testo non ha separatori: le colonne ({columns}) sono riconosciute dagli spazi che le dividono in tutte le righe. Controllale nell'anteprima.", "The text has no separators: its columns ({columns}) are told by the blanks between them in all rows. Check them in the preview.";
    fn found_shares_of_one(column): "«{column}» dice percentuali, ma nessun valore supera 1: se sono parti dell'unità (0,16 per 16%), moltiplicale per 100 nel file.", "'{column}' says percentages, but no value is above 1: if they are parts of one (0.16 for 16%), multiply them by 100 in the file.";
    FOUND_ONE_OF_SEVERAL: "Nel foglio ci sono più tabelle, e questa è una: confermala, o escludila.", "The sheet has several tables, and this is one: confirm it, or leave it out.";
    fn found_unclosed_quotes(count): "Virgolette aperte e mai chiuse, ignorate: {count}. Altrimenti le righe seguenti finirebbero in una cella sola.", "Quotes opened and never closed, taken off: {count}. With them the rows that follow would be one cell.";
    fn found_text_after_quotes(count): "Celle con lettere dopo le virgolette di chiusura, lette come parte della cella: {count}. Controlla come sono lette quelle righe.", "Cells with letters after their closing quote, read as part of the cell: {count}. Check how those rows are read.";
    fn found_hidden_rows(count): "Righe nascoste nel foglio, lette come le altre: {count}. Scegli se importarle o ignorarle.", "Rows hidden in the sheet, read like the others: {count}. Choose whether to take them or leave them out.";
    fn found_filtered_rows(count): "Righe che un filtro del foglio nasconde, lette come le altre: {count}. Scegli se importarle o ignorarle.", "Rows that a filter of the sheet hides, read like the others: {count}. Choose whether to take them or leave them out.";
    fn found_hidden_left_out(count): "Righe nascoste nel foglio, ignorate: {count}.", "Rows hidden in the sheet, left out: {count}.";
    fn found_hidden_columns(columns): "Colonne nascoste nel foglio, lette come le altre: {columns}.", "Columns hidden in the sheet, read like the others: {columns}.";
    fn found_not_kept(count): "Righe ignorate, perché non hanno i valori richiesti: {count}.", "Rows left out, as they lack the values asked for: {count}.";
    fn found_broken(count): "Righe ignorate, perché hanno più celle dell'intestazione: una virgola prima dei decimali divide anche le celle (12,5 diventa 12 e 5): {count}. Salva il file con il punto e virgola tra le celle, o con i numeri tra virgolette.", "Rows left out, as they have more cells than the header: a comma before decimals parts cells as well (12,5 becomes 12 and 5): {count}. Save the file with semicolons between its cells, or with its numbers in quotes.";
    fn found_not_there(count, date): "Righe di elementi non aperti il {date}, ignorate: {count}.", "Rows of items that were not open on {date}, left out: {count}.";
    fn found_bad_life(count): "Date di apertura o di chiusura illeggibili: {count}. Quelle righe sono contate come aperte.", "Dates of opening or closing that cannot be read: {count}. Those rows are counted as open.";
    fn found_life(columns): "{columns}: il file dice quando ogni elemento ha aperto e chiuso. Per ora sono contati tutti, anche quelli chiusi; scegli a quale data contarli.", "{columns}: the file says when each thing opened and closed. For now all are counted, closed ones too; choose the date at which to count them.";
    SOURCE_NO_LIFE: "nessuna colonna dice quando gli elementi elencati hanno aperto o chiuso: non indicare la data a cui contarli (--at)", "no column says when the things listed opened or closed: remove the date at which to count them (--at)";
    fn found_no_formula_values(count, column): "«{column}»: formule salvate senza il loro risultato: {count}. Apri il file in Excel o LibreOffice, salvalo e riprova.", "'{column}': formulas saved without their result: {count}. Open the file in Excel or LibreOffice, save it and try again.";
    fn found_percent(column): "«{column}»: le percentuali del foglio sono lette come si vedono (0,161 mostrato come 16,1% è 16,1).", "'{column}': percentages of the sheet are read as they are shown (0.161 shown as 16.1% is 16.1).";
    fn found_merged_numbers(count): "Celle unite su più righe che contengono un numero: {count}. Il numero vale solo per la prima delle righe: controlla.", "Cells merged over several rows that hold a number: {count}. The number is only that of the first row: check.";
    fn found_classes(from, to): "Classi che un foglio di calcolo ha trasformato in date: {from}. Lette come {to}: confermalo.", "Classes that a spreadsheet turned into dates: {from}. Read as {to}: confirm it.";
    fn found_doubled_headers(columns): "Intestazioni ripetute: {columns}. Controlla quale colonna è quale.", "Headers that stand twice: {columns}. Check which column is which.";
    fn found_comuni_lacking(count, names): "Comuni dell'ATS senza confini nel file: {count} ({names}). I dati del programma valgono per l'intero territorio: su confini incompleti non si usano.", "Comuni of the ATS without boundaries in the file: {count} ({names}). The program's data are those of the whole territory: they are not used on incomplete boundaries.";
    fn found_shapes_of_ambiti(count): "Le forme sono quelle degli Ambiti ({count}), non dei Comuni. I confini degli Ambiti si ricavano da quelli dei Comuni: serve il file dei Comuni.", "The shapes are those of the Ambiti ({count}), not of the Comuni. The boundaries of the Ambiti are made from those of the Comuni: the file of the Comuni is needed.";
    fn found_shapes_swapped(place): "Latitudine e longitudine sono scambiate nel file (per esempio {place}): sono state rimesse in ordine. Controlla la mappa.", "Latitude and longitude are swapped in the file (for example {place}): they were put in order. Check the map.";
    fn found_named_by_name(column): "Le forme non hanno codici: i Comuni sono riconosciuti dal nome, nella colonna «{column}».", "The shapes have no codes: the Comuni are recognised by name, in the column “{column}”.";
    fn found_named_by_name_in_part(column, others): "Le forme non hanno codici: i Comuni dell'ATS sono riconosciuti dal nome, nella colonna «{column}». Forme con altri nomi, ignorate: {others}.", "The shapes have no codes: the Comuni of the ATS are recognised by name, in the column “{column}”. Shapes with other names, left out: {others}.";
    fn found_named_by_cadastral(column): "I Comuni sono riconosciuti dal codice catastale, nella colonna «{column}».", "The Comuni are recognised by their cadastral code, in the column “{column}”.";
    fn found_two_territories(first, second, one, two): "Due colonne indicano Comuni: «{first}» ({one}) e «{second}» ({two}). Si usa «{first}»: confermalo, o scegli l'altra.", "Two columns name Comuni: '{first}' ({one}) and '{second}' ({two}). '{first}' stands: confirm it, or choose the other.";
    fn found_parted(columns): "Più righe per territorio, distinte da {columns}: per ogni combinazione si crea una variabile.", "Several rows for each territory, distinguished by {columns}: each case is a variable.";
    fn found_things(count, territories, example): "È un elenco (righe: {count}; territori: {territories}): le righe sono contate e i numeri sommati{example}. Confermalo, o scegli altro.", "It is a list (rows: {count}; territories: {territories}): rows are counted and numbers added{example}. Confirm it, or choose otherwise.";
    fn found_things_example(territory, rows, column, sum): "; per esempio {territory}: righe {rows}, somma di «{column}» {sum}", "; for example {territory}: rows {rows}, sum of '{column}' {sum}";
    fn found_things_counted(territory, rows): "; per esempio {territory}: {rows}", "; for example {territory}: {rows}";
    fn found_not_added_up(column): "«{column}» è una media, una quota o un attributo, che non si somma tra le righe: ignorata. Scegli una media, se serve.", "'{column}' is a mean, a share or an attribute, which is not added over rows: left out. Choose a mean, if it is needed.";
    fn found_added_in_part(count, column): "«{column}» manca in alcune righe: {count}. La somma è di quelle che l'hanno.", "'{column}' is missing in some rows: {count}. The sum is of those that have it.";
    fn found_measure(column): "«{column}»: non è chiaro se si sommi tra Comuni. Finché non lo dici, è considerata una quota o una media, che non si somma.", "'{column}': it is not clear whether it adds up over Comuni. Until you say so, it is taken as a share or mean, which is not added.";
    fn found_sections(titles): "La tabella è in più parti, ciascuna sotto un titolo ({titles}): il titolo vale per tutte le righe che seguono.", "The table is in several parts, each below a title ({titles}): the title is that of all rows that follow.";
    fn found_sum_of_dates(column): "«{column}» è la somma delle colonne delle date: non è importata.", "'{column}' is the sum of the columns of the dates: it is left out.";
    fn found_measure_all(columns): "{columns}: non è chiaro se si sommino tra Comuni. Finché non lo dici, sono considerate quote o medie, che non si sommano. Una risposta vale per tutte.", "{columns}: it is not clear whether they add up over Comuni. Until you say so, they are taken as shares or means, which are not added. One answer is for all of them.";
    fn found_unread(column): "«{column}» non è tra i valori: troppe celle non sono numeri. Correggile, oppure indica la colonna come valori.", "'{column}' is not among the values: too many of its cells are not numbers. Correct them, or mark the column as values.";
    FOUND_HIDDEN_SHEET: "Il foglio è nascosto nel file: conferma se va importato, o escludilo.", "The sheet is hidden in the file: confirm that you want it, or leave it out.";
    fn found_total_rows(count): "Righe di totale, non sommate alle altre: {count}.", "Rows of totals, not added to the others: {count}.";
    fn found_dates_replaced(column): "La data indicata vale per tutte le righe, al posto di quelle in «{column}».", "The date given stands for all rows, in place of those in '{column}'.";
    fn found_two_levels(column): "I nomi in «{column}» sono tutti anche di Ambiti. Per ora sono letti come Comuni: scegli.", "The names in '{column}' are all names of Ambiti too. For now they are read as Comuni: choose.";
    fn found_lead(column): "«{column}» ha i Comuni capofila, ma i valori possono essere dell'intero Ambito. Per ora sono del solo Comune: scegli.", "'{column}' has the lead Comuni, but the values may be of the whole Ambito. For now they are of the Comune alone: choose.";
    INTAKE_OF_COMUNI: "Sono valori di Comuni", "They are values of Comuni";
    INTAKE_OF_AMBITI: "Sono valori di Ambiti", "They are values of Ambiti";
    fn found_adding_all(columns): "{columns}: non è chiaro se si sommino tra le righe. Finché non lo dici, sono ignorate. Una risposta vale per tutte.", "{columns}: it is not clear whether they add up over rows. Until you say so, they are left out. One answer is for all of them.";
    fn found_adding(column): "«{column}»: non è chiaro se si sommi tra le righe. Finché non lo dici, è ignorata.", "'{column}': it is not clear whether it adds up over rows. Until you say so, it is left out.";
    fn found_dates_across(dates): "Le date stanno nelle intestazioni delle colonne: {dates}.", "The dates stand in the headers of the columns: {dates}.";
    fn found_date_of_header(date): "La data {date} viene dall'intestazione di una colonna: confermala, o scegline un'altra.", "The date {date} comes from the header of a column: confirm it, or choose another.";
    fn found_date_of_title(date): "La data {date} viene dal titolo sopra la tabella: confermala, o scegline un'altra.", "The date {date} comes from the title above the table: confirm it, or choose another.";
    fn found_date_of_others(date): "Alcune colonne non dicono la data: è proposta l'ultima delle altre, {date}.", "Some columns tell no date: the last of the others is proposed, {date}.";
    fn found_period(typed, date): "Ogni periodo è riferito a un giorno: «{typed}» è il {date}.", "Each period stands for a day: '{typed}' is {date}.";
    fn source_split_decimals(row, cells, header): "riga {row}: ci sono {cells} celle sotto {header} intestazioni, come quando una virgola prima dei decimali divide anche le celle (12,5 diventa 12 e 5). Salva il file con il punto e virgola tra le celle, o con i numeri tra virgolette.", "row {row}: there are {cells} cells under {header} headers, as when a comma before decimals parts cells as well (12,5 becomes 12 and 5). Save the file with semicolons between its cells, or with its numbers in quotes.";
    FATE_HIDDEN: "nascosta", "hidden";
    FATE_NOT_KEPT: "non richiesta", "not asked for";
    FATE_BROKEN: "numeri spezzati", "broken numbers";
    FATE_NOT_THERE: "non aperta a quella data", "not open at that date";
}

// Lists of things.
texts! {
    INTAKE_THINGS: "Righe da contare e sommare", "Rows to count and add";
    INTAKE_THINGS_HINT: "Ogni riga è un elemento (una struttura, una domanda, una scuola): qui si decide che cosa se ne fa in ogni territorio. Le somme qui sopra cambiano subito.", "Each row is a thing (a structure, a request, a school): here is decided what is made of them in each territory. The sums above change at once.";
    INTAKE_ADD_ROWS: "Conta le righe e somma i numeri", "Count the rows and add the numbers";
    INTAKE_FIRST_ROW: "Vale solo la prima riga di ogni territorio", "Only the first row of each territory counts";
    INTAKE_SPLIT_BY: "Dividi per", "Split by";
    INTAKE_DISTINCT_OF: "Conta i valori diversi di", "Count the different values of";
    INTAKE_KEEP_WHERE: "Tieni solo le righe dove", "Keep only the rows where";
    fn intake_keep_is(column): "«{column}» è", "“{column}” is";
    INTAKE_KEEP_ALL: "tutte le righe", "all rows";
    INTAKE_NO_COLUMN: "nessuna colonna", "no column";
    fn intake_made_of(column): "Che cosa si fa di «{column}»", "What is made of “{column}”";
    INTAKE_SUM: "somma", "sum";
    INTAKE_MEAN: "media semplice", "simple mean";
    fn intake_mean_by(column): "media ponderata con «{column}»", "mean weighted by “{column}”";
    INTAKE_DISTINCT: "valori diversi", "different values";
    INTAKE_OPEN_AT: "Conta solo ciò che era aperto il", "Count only what was open on";
    INTAKE_OPEN_AT_HINT: "31/12/2023", "31/12/2023";
    fn intake_only_where(column, cell): "Solo le righe dove «{column}» è «{cell}»", "Only rows where “{column}” is “{cell}”";
    INTAKE_OPEN_ALL: "Conta tutto, anche ciò che ha chiuso", "Count everything, even what has closed";
    fn intake_open_on(date): "Conta ciò che era aperto il {date}", "Count what was open on {date}";
    fn intake_rows_not_there(count): "non aperte a quella data: {count}", "not open at that date: {count}";
    HELP_AT: "Conta solo le righe aperte a quella data, secondo le colonne di apertura e chiusura: GG/MM/AAAA o AAAA-MM-GG", "Count only the rows that were open at that date, by the columns of opening and closing: DD/MM/YYYY or YYYY-MM-DD";
    INTAKE_TAKE_SHEET: "Importa anche questo foglio", "Take this sheet too";
    INTAKE_TAKE_HIDDEN: "Importa anche le righe nascoste", "Take the hidden rows too";
    INTAKE_SKIP_HIDDEN: "Ignora le righe nascoste", "Leave the hidden rows out";
    fn intake_territory_is(column): "Usa «{column}»", "Use “{column}”";
    INTAKE_IS_RATE: "È una quota o un tasso, non si somma", "It is a share or rate, and is not added";
    INTAKE_IS_COUNT: "È un numero di persone o di elementi, si somma", "It is a number of persons or things, and is added";
    INTAKE_IS_AMOUNT: "È una quantità, si somma", "It is a quantity, and is added";
    fn intake_rows_hidden(count): "nascoste nel foglio, ignorate: {count}", "hidden in the sheet, left out: {count}";
    fn intake_rows_not_kept(count): "non richieste: {count}", "not asked for: {count}";
    INTAKE_DATE_WANTED: "da indicare: il file non la dice", "to be stated: the file does not say it";
    HELP_ROWS: "Che cosa sono più righe di un territorio: added (elementi da contare e sommare) o single (vale la prima)", "What several rows of a territory are: added (things to count and add) or single (the first counts)";
    HELP_COMBINE: "Che cosa si fa di una colonna tra le righe: \"Nome=sum|mean|mean:PESO|distinct\"", "What is made of a column over rows: \"Name=sum|mean|mean:WEIGHT|distinct\"";
    HELP_KEEP: "Righe da tenere: \"Colonna=valore\"; ripetuto, ciascuno dei valori", "Rows to keep: \"Column=value\"; repeated, each of the values";
    HELP_HIDDEN: "Righe nascoste del foglio: take le importa, skip le ignora", "Hidden rows of the sheet: take takes them, skip leaves them out";
    fn step_head(step, counted): "{step}: {counted}", "{step}: {counted}";
    fn residents_by_step(date): "Residenti {date}:", "Residents {date}:";
}
