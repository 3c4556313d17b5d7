//! The texts of Word documents: what the writer adds to a report, what is said of a renewed document and of a checked one.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    DOCX_PAGE_OF: "di", "of";
    DOCX_OUTLINE: "Contorno del territorio", "Outline of the territory";
    fn docx_not_word(file): "«{file}» non è un documento Word (DOCX); aprilo con il programma che l'ha fatto e salvalo come DOCX", "'{file}' is not a Word document (DOCX); open it in the program that made it and save it as DOCX";
    fn docx_damaged(file, part): "«{file}» è danneggiato nella parte «{part}»; aprilo con Word o LibreOffice e salvane una copia", "'{file}' is damaged in the part '{part}'; open it in Word or LibreOffice and save a copy";
    fn docx_too_large(file, most): "«{file}» ha più di {most} MB di testo o troppi elementi; dividilo in più documenti", "'{file}' has more than {most} MB of text or too many elements; split it into several documents";
    REFRESH_RENEWED: "aggiornato", "renewed";
    REFRESH_NUMBERS: "modificato a mano: aggiornati solo i numeri, rileggi le parole", "edited by hand: only its numbers were renewed, read its words again";
    REFRESH_LEFT: "modificato a mano: lasciato com'è", "edited by hand: left as it is";
    REFRESH_OTHER: "ora al suo posto c'è il numero di un altro luogo o indicatore: lasciato com'è", "the number in its place is of another place or indicator by now: left as it is";
    REFRESH_NO_DATA: "senza più dati: lasciato com'è", "without data now: left as it is";
    REFRESH_NEW: "nuovo nel rapporto, non nel documento", "new in the report, not in the document";
    REFRESH_SENTENCE: "frase", "sentence";
    REFRESH_VALUE: "valore", "value";
    REFRESH_LINE: "riga", "line";
    REFRESH_TABLE: "tabella", "table";
    REFRESH_FIGURE: "figura", "figure";
    REFRESH_FIELD: "campo", "field";
    fn refresh_old_new(old, new): "«{old}» → «{new}»", "'{old}' → '{new}'";
    fn refresh_not_ours(file): "«{file}» non è un rapporto di Atlante Sociale, o è stato salvato da un programma che ne ha eliminato i controlli: aggiorna il documento originale", "'{file}' is not a report of Atlante Sociale, or was saved by a program that dropped its controls: renew the original document";
    fn refresh_later(file): "«{file}» è stato creato da una versione più recente del programma: aggiorna il programma", "'{file}' was made by a later version of the program: update the program";
    fn refresh_tracked(file, places): "«{file}» ha revisioni in sospeso nei testi dell'atlante ({places}): accettale o rifiutale in Word, salva e riprova", "'{file}' has tracked changes in the texts of the atlas ({places}): accept or reject them in Word, save and try again";
    fn refresh_unknown(file): "«{file}» è salvato in un formato che non si può aggiornare senza rischi: aprilo con Word o LibreOffice, salvalo come DOCX e riprova", "'{file}' is saved in a form that cannot be renewed safely: open it in Word or LibreOffice, save it as DOCX and try again";
    fn verify_table(number): "tabella n. {number} del documento", "table no. {number} of the document";
    fn verify_row(row): "riga «{row}»", "row '{row}'";
    fn verify_column(column): "colonna «{column}»", "column '{column}'";
    fn verify_sum(parts, total): "le parti sommano a {parts}, il totale stampato è {total}.", "the parts add up to {parts}, the printed total is {total}.";
    fn verify_shares(sum): "le percentuali sommano a {sum} e non a 100.", "the shares add up to {sum} and not to 100.";
    fn verify_differs(text, sentence, table, number): "il testo dice {text} («{sentence}»), la tabella n. {number} dice {table}.", "the text says {text} ('{sentence}'), table no. {number} says {table}.";
    fn verify_swapped(text, sentence, table, number): "il testo dice {text} («{sentence}»), la tabella n. {number} dice {table}: due cifre sono scambiate.", "the text says {text} ('{sentence}'), table no. {number} says {table}: two digits are swapped.";
    fn verify_tables(what, second, number, first): "«{what}» è {second} qui e {first} nella tabella n. {number}.", "'{what}' is {second} here and {first} in table no. {number}.";
    fn verify_twice(caption, times): "«{caption}» è il numero di {times} didascalie diverse.", "'{caption}' is the number of {times} captions.";
    fn verify_gap(caption): "la numerazione delle didascalie salta «{caption}».", "the numbering of the captions skips '{caption}'.";
    fn verify_same_caption(first, second): "«{second}» ha la stessa didascalia di «{first}».", "'{second}' has the same caption as '{first}'.";
    VERIFY_NO_CAPTION: "manca la didascalia.", "the caption is missing.";
    fn verify_no_such(caption): "il testo rimanda a «{caption}», che non c'è.", "the text refers to '{caption}', which is not there.";
    fn verify_range(value, low, high): "{value} è fuori dall'intervallo stampato, da {low} a {high}.", "{value} is outside the printed range, from {low} to {high}.";
    fn verify_act(second, first): "lo stesso atto è scritto {second} qui e {first} altrove.", "the same act is written {second} here and {first} elsewhere.";
    fn verify_no_such_day(day): "il {day} non esiste.", "there is no {day}.";
    fn verify_edited(printed, now): "un valore dell'atlante è stato modificato a mano: era {printed}, ora è {now}.", "a value of the atlas was edited by hand: it was {printed}, it is {now} now.";
    fn verify_known(printed, known): "è stampato {printed}, ma i dati di oggi danno {known}.", "{printed} is printed, but the data of today give {known}.";
    fn verify_known_as(printed, what, known): "è stampato {printed} per «{what}», nell'atlante è {known}.", "{printed} is printed for '{what}', in the atlas it is {known}.";
    fn verify_other_date(printed, what, date, known): "è stampato {printed} per «{what}»: è il valore di un'altra data ({date}), a quella indicata è {known}.", "{printed} is printed for '{what}': it is the value of another date ({date}), at the one given it is {known}.";
    fn verify_other_method(printed, what, known): "è stampato {printed} per «{what}»: è la media semplice dei Comuni, il valore dell'area è {known}.", "{printed} is printed for '{what}': it is the simple mean of the Comuni, the value of the area is {known}.";
    HELP_REPORT_REFRESH: "Porta i dati di oggi in un rapporto DOCX modificato a mano: cambiano solo numeri, frasi, tabelle e figure dell'atlante", "Brings the data of today into a DOCX report that was edited: only numbers, sentences, tables and figures of the atlas change";
    HELP_REPORT_REFRESH_FILE: "Il rapporto, creato da Atlante Sociale; resta com'è", "The report, made by Atlante Sociale; it stays as it is";
    HELP_REPORT_REFRESH_OUTPUT: "Il documento aggiornato [accanto all'altro, NOME_aggiornato.docx]", "The renewed document [beside the other, NAME_renewed.docx]";
    HELP_REPORT_VERIFY: "Cerca in un documento DOCX totali, percentuali, numeri del testo e didascalie che non tornano", "Looks in a DOCX document for totals, shares, numbers of the text and captions that do not agree";
    HELP_REPORT_VERIFY_FILE: "Un documento DOCX, di Atlante Sociale o di altri", "A DOCX document, of Atlante Sociale or of others";
    REFRESH_SUFFIX: "aggiornato", "renewed";
    fn refresh_nothing(path): "Niente da aggiornare: {path} è uguale al documento.", "Nothing to renew: {path} is the same as the document.";
    fn refresh_written(count, path): "Voci: {count}. Documento aggiornato: {path}. In Word aggiorna i numeri di pagina del sommario con Ctrl+A e F9.", "Entries: {count}. Renewed document: {path}. In Word renew the page numbers of the contents with Ctrl+A and F9.";
    VERIFY_WRONG: "errore", "wrong";
    VERIFY_DOUBTFUL: "da controllare", "to be checked";
    fn verify_nothing(tables, paragraphs): "Nessuna incongruenza trovata in {tables} tabelle e {paragraphs} paragrafi.", "No inconsistency found in {tables} tables and {paragraphs} paragraphs.";
    fn verify_found(count, tables, paragraphs): "Segnalazioni: {count}, in {tables} tabelle e {paragraphs} paragrafi.", "Findings: {count}, in {tables} tables and {paragraphs} paragraphs.";
}
