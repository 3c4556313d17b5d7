//! The texts of indicators typed as formulas.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    FORMULA_WORKING: "Calcolo l'anteprima…", "Working out the preview…";
    FORMULA_THEME: "I tuoi indicatori", "Your own indicators";
    fn formula_definition(formula): "Calcolato con la formula {formula}: per un gruppo di Comuni si sommano prima le variabili.", "Worked out by the formula {formula}: of a group of Comuni the variables are summed first.";
    fn formula_at(at, what): "carattere {at}: {what}", "character {at}: {what}";
    FORMULA_EMPTY: "scrivi una formula, per esempio 100 * eta_65_plus / eta_0_14", "write a formula, for example 100 * eta_65_plus / eta_0_14";
    fn formula_too_long(most): "la formula è troppo lunga: al massimo {most} caratteri", "the formula is too long: {most} characters at most";
    fn formula_sign(sign): "il segno «{sign}» non si usa nelle formule: servono + - * / e le parentesi", "the sign “{sign}” has no use in formulas: it takes + - * / and brackets";
    fn formula_number(number): "il numero «{number}» si può leggere in due modi, o non è un numero: scrivilo senza punti delle migliaia", "the number “{number}” can be read in two ways, or is none: write it without thousands separators";
    fn formula_unexpected(what): "qui «{what}» non può stare: manca un segno o un nome", "“{what}” cannot stand here: a sign or a name is missing";
    FORMULA_ENDS: "la formula è incompleta: manca un nome o un numero", "the formula is incomplete: a name or a number is missing";
    FORMULA_NOT_CLOSED: "questa parentesi non è chiusa", "this bracket is never closed";
    fn formula_unknown(name): "«{name}» non è una variabile né un conteggio", "“{name}” is neither a variable nor a count";
    fn formula_unknown_near(name, nearest): "«{name}» non è una variabile né un conteggio; forse intendi {nearest}", "“{name}” is neither a variable nor a count; perhaps you mean {nearest}";
    fn formula_not_a_count(name): "«{name}» è un rapporto, una media o un punteggio: per un gruppo di Comuni non si può sommare; usa le variabili di cui è fatto", "“{name}” is a ratio, a mean or a score: of a group of Comuni it has no sum; use the variables it is made of";
    fn formula_when(when): "«@{when}»: dopo @ vanno gli anni prima (@-1), i giorni dopo (@+1d) o una data (@2022-01-01)", "“@{when}”: after @ come years before (@-1), days later (@+1d) or a date (@2022-01-01)";
    FORMULA_PRODUCT: "qui due variabili sono moltiplicate tra loro, o divise due volte: per un gruppo di Comuni non avrebbe senso; serve un rapporto tra due somme", "here two variables are multiplied, or divided twice: of a group of Comuni it would have no meaning; it takes one sum over another";
    FORMULA_TWO_DENOMINATORS: "qui si sommano rapporti con denominatori diversi: serve un rapporto solo, tra due somme", "ratios of different denominators are added up here: it takes one ratio, of two sums";
    FORMULA_NUMBER_ADDED: "un numero sommato a un conteggio conterebbe una volta per ogni Comune: i numeri possono solo moltiplicare o dividere", "a number added to a count would count once for each Comune: numbers can only multiply or divide";
    FORMULA_NO_VARIABLE: "al numeratore non c'è nessuna variabile", "there is no variable above the line";
    FORMULA_BY_ZERO: "divisione per zero", "it divides by zero";
    fn formula_units(one, other): "«{one}» e «{other}» hanno unità diverse: non si sommano", "“{one}” and “{other}” are in different units: they do not add up";
    FORMULA_TOO_DEEP: "troppe parentesi una dentro l'altra", "too many brackets within each other";
    FORMULA_ALL_FIXED: "tutte le variabili hanno una data fissa: toglila ad almeno una, che darà le date all'indicatore", "every variable is of a fixed date: take it off at least one, which gives the indicator its dates";
    fn formula_dates(all): "le variabili non hanno nessuna data in comune: {all}", "the variables have no date in common: {all}";
    fn formula_dates_of(name, first, last): "{name} dal {first} al {last}", "{name} from {first} to {last}";
    fn formula_dates_one(name, date): "{name} solo al {date}", "{name} at {date} alone";
    fn formula_instead(what, instead): "{what} (prova {instead})", "{what} (try {instead})";
    fn formula_of(id, why): "formula «{id}»: {why}", "formula “{id}”: {why}";
    fn formula_twice(id): "esiste già un indicatore con l'id «{id}»: scegline un altro (--formula ID=FORMULA)", "there already is an indicator with the id “{id}”: choose another (--formula ID=FORMULA)";
    fn formula_unread(path, row): "{path}, riga {row}: contenuto non riconosciuto; un file di formule ha tabelle [[formula]] con id, name e formula", "{path}, row {row}: not understood; a file of formulas has tables [[formula]] with id, name and formula";
    FORMULA_NAME: "Indicatore personale", "Own indicator";
    HELP_FORMULA: "Indicatore da una formula su variabili, «ID=100 * a / b» (senza ID: formula); poi --indicator ID", "An indicator from a formula over variables, “ID=100 * a / b” (without ID: formula); then --indicator ID";
    HELP_FORMULAS: "File TOML di formule ([[formula]] con id, name, formula)", "TOML file of formulas ([[formula]] with id, name, formula)";
    HELP_FORMULA_COMMAND: "Controlla una formula: come si legge, le sue date, i suoi valori; ne scrive il file", "Checks a formula: how it is read, its dates, its values; writes its file";
    HELP_FORMULA_TEXT: "La formula, tra virgolette [nessuna: i nomi che si possono usare]", "The formula, in quotes [none: the names that can be used]";
    HELP_FORMULA_LIKE: "Solo i nomi con queste parole", "Only the names with these words";
    HELP_FORMULA_ID: "Id dell'indicatore [formula]", "Id of the indicator [formula]";
    HELP_FORMULA_NAME: "Nome dell'indicatore", "Name of the indicator";
    HELP_FORMULA_SAVE: "Scrive la formula in un file TOML da condividere", "Writes the formula to a TOML file to be shared";
    fn formula_read_as(multiplier, numerator, denominator): "Si legge: {multiplier} × ({numerator}) / ({denominator})", "It reads: {multiplier} × ({numerator}) / ({denominator})";
    fn formula_read_as_count(multiplier, numerator): "Si legge: {multiplier} × ({numerator})", "It reads: {multiplier} × ({numerator})";
    fn formula_dates_there(count, first, last): "Date con un valore: {count}, dal {first} al {last}", "Dates with a value: {count}, from {first} to {last}";
    fn formula_value_ats(when, value): "ATS {when}: {value}", "ATS {when}: {value}";
    fn formula_values(level, low, high): "{level}: da {low} a {high}", "{level}: from {low} to {high}";
    fn formula_without(count, names): "Comuni senza valore perché il denominatore è zero o manca un dato: {count} ({names})", "Comuni without a value because the denominator is zero or a figure is missing: {count} ({names})";
    FORMULA_TITLE: "Indicatore da una formula", "Indicator from a formula";
    FORMULA_FIELD: "Formula", "Formula";
    FORMULA_ADD: "Aggiungi al lavoro", "Add to the work";
    FORMULA_HINT: "Scrivi un rapporto tra somme di variabili. I nomi si completano mentre scrivi.", "Write a ratio of sums of variables. Names are completed as you type.";
    FORMULA_OPEN: "Apri un file di formule…", "Open a file of formulas…";
    FORMULA_SAVE_AS: "Salva le tue formule…", "Save your formulas…";
    fn formula_added(name): "Indicatore aggiunto: {name}.", "Indicator added: {name}.";
    fn formula_removed(name): "Indicatore eliminato: {name}.", "Indicator deleted: {name}.";
    fn formulas_read(file, count, names): "{file}: formule lette {count} ({names}).", "{file}: formulas read {count} ({names}).";
    FORMULA_MENU: "Indicatore da una formula…", "Indicator from a formula…";
    FORMULA_OWN: "Le tue formule", "Your formulas";
    fn formula_listed(name, formula): "{name}: {formula}", "{name}: {formula}";
    fn formula_complete(name): "Completa: {name}", "Complete: {name}";
    fn formula_remove(name): "Elimina «{name}»", "Delete “{name}”";
    fn formula_left(ids): "Formule che con questi dati non si possono calcolare: {ids}.", "Formulas that cannot be worked out with these data: {ids}.";
}
