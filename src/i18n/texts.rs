//! The texts. One with placeholders is a function with an argument for each, so that an unfilled placeholder does not
//! compile.
#![allow(missing_docs, reason = "each text is its own documentation")]
#![allow(clippy::too_many_arguments, reason = "a sentence has as many places as it needs")]

use std::fmt::Display;

use super::{Lang, Text};

/// `NAME: "it", "en";` is a constant; `fn name(place): "… {place}", "… {place}";` is a function of the language and
/// the placeholders.
macro_rules! texts {
    ($($head:ident $($name:ident($($place:ident),+))?: $it:literal, $en:literal;)*) => {
        $(texts!(@one $head $($name($($place),+))?: $it, $en);)*
    };
    (@one fn $name:ident($($place:ident),+): $it:literal, $en:literal) => {
        pub fn $name(lang: Lang, $($place: impl Display),+) -> String {
            match lang {
                Lang::It => $crate::i18n::texts::one_stop($crate::i18n::italian::euphonic(format!($it))),
                Lang::En => $crate::i18n::texts::one_stop(format!($en)),
            }
        }
    };
    (@one $name:ident: $it:literal, $en:literal) => {
        pub const $name: Text = $crate::i18n::texts::without_places(Text { it: $it, en: $en });
    };
}

/// Returns the constant unchanged; one with a placeholder does not compile.
const fn without_places(text: Text) -> Text {
    let [it, en] = [text.it.as_bytes(), text.en.as_bytes()];
    let mut at = 0;
    while at < it.len() || at < en.len() {
        assert!(at >= it.len() || it[at] != b'{', "a text with a place is a function");
        assert!(at >= en.len() || en[at] != b'{', "a text with a place is a function");
        at += 1;
    }
    text
}

/// A sentence that ends with an abbreviation ("p.p.") has a single full stop.
fn one_stop(text: String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("..") {
        out.push_str(before);
        // Two stops that belong to a name ("dati../x.csv") or to an ellipsis stay.
        let ends_word = before.ends_with(char::is_alphabetic) || before.ends_with("p.p");
        let is_end = after.is_empty() || after.starts_with([' ', '\n', ')']);
        out.push_str(if ends_word && is_end { "." } else { ".." });
        rest = after;
    }
    out.push_str(rest);
    out
}

mod analysis;
mod answers;
mod composer;
mod contribution;
mod coverage;
mod distribution;
mod dumbbell;
mod figures;
mod files;
mod folder;
mod forecast;
mod formula;
mod funnel;
mod glance;
mod heat_strip;
mod heat_table;
mod how_to_read;
mod indicator_card;
mod intake;
mod layer;
mod manual_entry;
mod matrix;
mod moran;
mod others;
mod peers;
mod player;
mod project;
mod published;
mod pyramid;
mod ranges;
mod rates;
mod report;
mod report_docx;
mod report_pages;
mod scatter_matrix;
mod slope;
mod small_maps;
mod space;
mod spine;
mod standard;
mod statistics;
mod status;
mod stream;
mod tables;
mod what_if;
mod whence;
mod window;
mod withheld;

pub use analysis::*;
pub use answers::*;
pub use composer::*;
pub use contribution::*;
pub use coverage::*;
pub use distribution::*;
pub use dumbbell::*;
pub use figures::*;
pub use files::*;
pub use folder::*;
pub use forecast::*;
pub use formula::*;
pub use funnel::*;
pub use glance::*;
pub use heat_strip::*;
pub use heat_table::*;
pub use how_to_read::*;
pub use indicator_card::*;
pub use intake::*;
pub use layer::*;
pub use manual_entry::*;
pub use matrix::*;
pub use moran::*;
pub use others::*;
pub use peers::*;
pub use player::*;
pub use project::*;
pub use published::*;
pub use pyramid::*;
pub use ranges::*;
pub use rates::*;
pub use report::*;
pub use report_docx::*;
pub use report_pages::*;
pub use scatter_matrix::*;
pub use slope::*;
pub use small_maps::*;
pub use space::*;
pub use spine::*;
pub use standard::*;
pub use statistics::*;
pub use status::*;
pub use stream::*;
pub use tables::*;
pub use what_if::*;
pub use whence::*;
pub use window::*;
pub use withheld::*;

// Names of the program's own concepts.
texts! {
    LEVEL_COMUNE: "Comune", "Comune";
    LEVEL_AMBITO: "Ambito territoriale", "Ambito";
    LEVEL_COMUNI: "Comuni", "Comuni";
    LEVEL_AMBITI: "Ambiti territoriali", "Ambiti";
    LEVEL_ASST: "ASST", "ASST";
    LEVEL_ATS: "ATS", "ATS";
    METHOD_POOLED: "valore calcolato sul totale dei Comuni", "calculated on the total of the Comuni";
    METHOD_GIVEN: "valore dato dalla fonte", "value given by the source";
    METHOD_WHOLE: "valore dell'intera ATS", "value of the whole ATS";
    fn method_total(of_units): "valore calcolato sul totale {of_units}", "calculated on the total {of_units}";
    fn method_weighted(weight): "media ponderata con {weight}", "mean weighted by {weight}";
    fn weighted_note(indicator, weight): "{indicator}: per un gruppo di Comuni è la media ponderata con {weight}.", "{indicator}: for a group of Comuni it is the mean weighted by {weight}.";
    STEPS_NO_SUM: "I gradini hanno un ordine ma non si sommano e non hanno media: un gruppo di Comuni non ne ha uno proprio.", "Steps have an order but neither add up nor have a mean: a group of Comuni has none of its own.";
    CATEGORIES_NO_SUM: "Le categorie sono dei singoli Comuni: un gruppo non ne ha una propria.", "Categories are of single Comuni: a group has none of its own.";
    fn between(least, greatest): "tra {least} e {greatest}", "between {least} and {greatest}";
    fn withheld(territories): "Per dati oscurati o mancanti il valore è noto solo entro due estremi: {territories}.", "As data are withheld or missing the value is only known to lie between two ends: {territories}.";
    fn withheld_more(count): "e altri territori ({count})", "and other territories ({count})";
    UNROUNDED: "Posti e confronti sono sui valori non arrotondati, anche dove le cifre scritte sono uguali.", "Places and comparisons are those of the unrounded values, even where the printed digits are the same.";
    HIDDEN_VALUES: "Alcuni valori comprendono Comuni con dati oscurati o mancanti: sono scritti solo dove la cifra non ne dipende.", "Some values include Comuni with withheld or missing data: they are printed only where the digits do not depend on them.";
    METHOD_MEAN: "media semplice dei Comuni", "simple mean of the Comuni";
    METHOD_MIN: "minimo dei Comuni", "lowest of the Comuni";
    METHOD_MAX: "massimo dei Comuni", "highest of the Comuni";
    ABSENT_MISSING: "dato mancante", "missing";
    ABSENT_SUPPRESSED: "dato oscurato per riservatezza", "withheld for confidentiality";
    ABSENT_NOT_APPLICABLE: "non applicabile", "not applicable";
    SCHEME_EQUAL: "intervalli uguali", "equal intervals";
    SCHEME_QUANTILE: "quantili", "quantiles";
    SCHEME_JENKS: "interruzioni naturali (Fisher-Jenks)", "natural breaks (Fisher-Jenks)";
    SCHEME_STD: "deviazione standard", "standard deviation";
    SCHEME_HEADTAIL: "testa-coda (distribuzioni molto asimmetriche)", "head/tail (very skewed distributions)";
    SCHEME_BOX: "box plot", "box plot";
    SCHEME_PRETTY: "soglie tonde", "round breaks";
    SCHEME_MANUAL: "soglie scelte a mano", "breaks set by hand";
    POLARITY_WORSE: "un valore più alto indica una situazione peggiore", "higher is worse";
    POLARITY_BETTER: "un valore più alto indica una situazione migliore", "higher is better";
    POLARITY_NEITHER: "descrive una situazione: un valore più alto non è né meglio né peggio", "descriptive: higher is neither better nor worse";
}

// Figures.
texts! {
    fn source_line(source, date, licence): "Fonte: {source}. Valori {date}. Licenza dei dati: {licence}.", "Source: {source}. Values {date}. Data licence: {licence}.";
    fn source_of(indicators, line): "{indicators}. {line}", "{indicators}. {line}";
    fn boundaries_line(source): "Confini: {source}. Figura: Atlante Sociale.", "Boundaries: {source}. Figure: Atlante Sociale.";
    fn legend_scheme(scheme, dates): "Classi: {scheme}{dates}.", "Classes: {scheme}{dates}.";
    LEGEND_ALL_DATES: "calcolate su tutte le date", "over all dates";
    fn legend_counts(units): "n. {units}", "no. of {units}";
    fn legend_part(shown, all): "La mappa mostra solo una parte: i conteggi sono di {shown} su {all}, le classi di tutti.", "The map shows only a part: the counts are of {shown} (of {all} in all), the classes of all.";
    LEGEND_NO_ASST: "nessuna ASST (Milano città)", "no ASST (city of Milano)";
    fn legend_overall_made(value, method): "ATS Città Metropolitana di Milano ({method}): {value}", "ATS Città Metropolitana di Milano ({method}): {value}";
    fn legend_overall(value): "ATS Città Metropolitana di Milano: {value}", "ATS Città Metropolitana di Milano: {value}";
    LEGEND_SYMBOLS: "L'area del cerchio è proporzionale al valore.", "The area of a circle is proportional to the value.";
    MAP_OF_A_PART: "La mappa mostra una parte del territorio: ciò che segue riguarda tutto.", "The map shows a part of the territory: what follows is about all of it.";
    fn map_close_up_one(inside, value): "{inside}, che la mappa mostra da vicino, il valore è {value}.", "{inside}, which the map shows close up, the value is {value}.";
    MAP_ALL_FOLLOWS: "Ciò che segue riguarda tutti i territori.", "What follows is about all territories.";
    fn map_close_up_values(inside, units, low, lowest, high, highest): "{inside}, che la mappa mostra da vicino, i valori di {units} vanno da {low} ({lowest}) a {high} ({highest}).", "{inside}, which the map shows close up, the values of {units} range from {low} ({lowest}) to {high} ({highest}).";
    fn alt_what(title, level, date, unit): "Mappa: {title}, {level}, {date}. Unità: {unit}.", "Map: {title}, {level}, {date}. Unit: {unit}.";
    fn owner_and_rounded_one(exactly): "{exactly} e, arrotondato, un altro territorio", "{exactly} and, rounded, one other territory";
    fn owner_and_rounded(exactly, more): "{exactly} e, arrotondato, altri {more} territori", "{exactly} and, rounded, {more} other territories";
    fn alt_only(value, territory): "L'unico valore è {value} ({territory}).", "The only value is {value} ({territory}).";
    fn alt_range(lowest, lowest_names, highest, highest_names): "Il valore più basso è {lowest} ({lowest_names}), il più alto {highest} ({highest_names}).", "The lowest value is {lowest} ({lowest_names}), the highest {highest} ({highest_names}).";
    fn alt_overall(value): "Il valore dell'intera ATS è {value}.", "The value of the whole ATS is {value}.";
}

// Remarks.
texts! {
    WARN_COUNT: "Un valore assoluto si rappresenta meglio con cerchi: a colori, i territori estesi sembrano contare di più.", "An absolute number is better shown with circles: in colours, large territories seem to count for more.";
    WARN_CATEGORICAL: "Una tavolozza per categorie non mostra quale classe è più alta: scegli una tavolozza sequenziale.", "A categorical palette does not show which class is higher: prefer a sequential one.";
    WARN_ORDERED_PALETTE: "Una tavolozza graduata suggerisce un ordine che le categorie non hanno: scegli una tavolozza per categorie.", "A graded palette makes categories look ordered, which they are not: prefer a categorical one.";
    WARN_OWN_CLASSES: "Le classi sono quelle della fonte: metodo, numero e soglie chiesti non si applicano.", "The classes are those of the source: the method, number and breaks asked for do not apply.";
    WARN_METHOD_OF_COMUNI: "Un Comune ha un solo valore: il metodo chiesto per i gruppi non si applica.", "A Comune has one value: the method asked for groups does not apply.";
    WARN_LOWEST_OF_COMUNI: "Non è il valore del gruppo: è quello del suo Comune più basso.", "This is not the value of the group: it is that of its lowest Comune.";
    WARN_HIGHEST_OF_COMUNI: "Non è il valore del gruppo: è quello del suo Comune più alto.", "This is not the value of the group: it is that of its highest Comune.";
    WARN_NOT_POOLED: "Non è il valore del gruppo: ogni Comune pesa uguale, qualunque sia la sua popolazione.", "This is not the value of the group: every Comune weighs the same, whatever its population.";
    fn warn_absent_entries(count, names): "Voci senza valore: {count} ({names})", "Entries without a value: {count} ({names})";
    fn warn_absent(count, names): "Territori senza valore: {count} ({names})", "Territories without a value: {count} ({names})";
    WARN_NO_VALUES: "Nessun valore da mostrare a questa data.", "No value to show at this date.";
    WARN_CONSTANT: "Tutti i valori sono uguali: una sola classe.", "All values are equal: a single class.";
    fn warn_fewer(distinct): "I valori distinti sono solo {distinct}: le classi sono meno di quelle chieste.", "There are only {distinct} distinct values: fewer classes than asked for.";
    WARN_MERGED: "Valori uguali hanno unito alcune classi: sono meno di quelle chieste.", "Equal values have merged some classes: there are fewer than asked for.";
    fn warn_many_classes(classes, territories): "Le classi sono {classes} per {territories} territori: quasi ognuno ha la sua, e il colore dice poco più della graduatoria.", "There are {classes} classes for {territories} territories: almost each has its own, and the colour says little more than the ranking.";
    fn warn_capped(count): "Le classi si fermano a {count}: l'ultima raccoglie tutto il resto.", "Classes stop at {count}: the last one takes all the rest.";
    WARN_CENTRE: "Il centro vale solo per le tavolozze divergenti.", "A centre is for diverging palettes only.";
    WARN_EMPTY_CLASS: "Una o più classi sono vuote.", "One or more classes are empty.";
}

// Classes that cannot be made.
texts! {
    CLASSES_NONE: "non c'è nessun valore da classificare", "there are no values to classify";
    CLASSES_ZERO: "indica almeno una classe", "ask for at least one class";
    fn classes_too_many(most): "indica al massimo {most} classi", "ask for at most {most} classes";
    CLASSES_NO_BREAKS: "con le soglie a mano serve --breaks con almeno una soglia", "manual classes need --breaks with at least one break";
    CLASSES_ORDER: "scrivi le soglie in ordine crescente, ognuna una volta sola", "write the breaks in ascending order, each once";
    CLASSES_NOT_FINITE: "ogni soglia deve essere un numero finito", "every break must be a finite number";
    CLASSES_TOO_LARGE: "i valori sono troppo grandi: scegli un'unità di misura maggiore", "the values are too large: choose a larger unit";
}

// The command line: errors.
texts! {
    fn cli_unknown_command(command): "il comando '{command}' non esiste; 'atlante-cli --help' li elenca", "there is no command '{command}'; 'atlante-cli --help' lists them";
    CLI_NO_COMMAND: "manca il comando; 'atlante-cli --help' li elenca", "a command is missing; 'atlante-cli --help' lists them";
    CLI_NOT_UNDERSTOOD: "argomenti non validi; '--help' spiega come scriverli", "the arguments are not written as the command takes them; '--help' tells how";
    fn cli_missing(what): "manca {what}; '--help' spiega come scriverlo", "{what} is missing; '--help' tells how to write it";
    fn cli_unknown_option(option): "l'opzione '{option}' non esiste; '--help' le elenca", "there is no option '{option}'; '--help' lists them";
    fn cli_no_value(option): "manca il valore di {option}", "{option} needs a value";
    fn cli_bad_choice(typed, option, choices): "'{typed}' non è valido per {option}; scegli tra: {choices}", "'{typed}' is not a value of {option}; choose among: {choices}";
    fn cli_bad_value(typed, option): "'{typed}' non è valido per {option}", "'{typed}' is not a value of {option}";
    fn cli_once(option): "{option} si può dare una volta sola", "{option} can be given only once";
    fn cli_conflict(option, other): "{option} non si può usare con {other}", "{option} cannot go with {other}";
    fn cli_unknown_indicator(indicator): "l'indicatore '{indicator}' non esiste; 'atlante-cli indicators' li elenca", "there is no indicator '{indicator}'; 'atlante-cli indicators' lists them";
    fn cli_nearest_indicators(indicator, nearest): "l'indicatore '{indicator}' non esiste; i più simili: {nearest}", "there is no indicator '{indicator}'; the nearest: {nearest}";
    fn no_value_elsewhere(indicator): "l'indicatore '{indicator}' non ha valori su questi confini: i dati del programma si usano solo su confini con tutti i Comuni dell'ATS. Completa il file dei confini, oppure aggiungi i tuoi dati con --data o con un progetto", "the indicator '{indicator}' has no values on these boundaries: the program's data are only used on boundaries with every Comune of the ATS. Complete the file of boundaries, or add data of your own with --data or with a project";
    fn no_value_lacking(indicator, comuni): "l'indicatore '{indicator}' non ha valori su questi confini: mancano {comuni}, e i dati del programma si usano solo sull'intera ATS", "the indicator '{indicator}' has no values on these boundaries: {comuni} are not there, and the program's data are used on the whole ATS only";
    fn no_value_at_all(indicator): "l'indicatore '{indicator}' non ha nessun valore", "the indicator '{indicator}' has no value at all";
    fn cause_only_published(indicator): "'{indicator}' è un indicatore come pubblicato: i suoi valori sono di aree che qui non si calcolano", "'{indicator}' is an indicator as published: its values are of areas that are not computed here";
    fn cli_no_such_date(indicator, date, dates): "l'indicatore '{indicator}' non ha valori {date}; date disponibili: {dates}", "the indicator '{indicator}' has no values at {date}; dates available: {dates}";
    fn cli_written_twice(first, second): "'{first}' e '{second}' sono lo stesso file, e si sovrascriverebbero: dai un altro nome a uno dei due", "'{first}' and '{second}' are the same file, and would be written over each other: give one of the two another name";
    fn cli_over_input(file): "'{file}' è uno dei file da leggere: per non perderlo scegli un altro nome per ciò che si scrive", "'{file}' is one of the files to be read: so as not to lose it choose another name for what is written";
    fn cli_no_such_year(indicator, year, years): "l'indicatore '{indicator}' non ha valori nel {year}; anni disponibili: {years}", "the indicator '{indicator}' has no values in {year}; years available: {years}";
    fn cli_unknown_territory(territory): "il territorio '{territory}' non esiste; 'atlante-cli territories' elenca i codici", "there is no territory '{territory}'; 'atlante-cli territories' lists the codes";
    fn cli_unknown_palette(palette, choices): "la tavolozza '{palette}' non esiste; scegli tra: {choices}", "there is no palette '{palette}'; choose among: {choices}";
    CLI_BAD_SIZE: "la dimensione si scrive a4, a5, a4-portrait, a5-portrait o LARGHEZZAxALTEZZA in millimetri, da 60 a 1200", "the size is a4, a5, a4-portrait, a5-portrait or WIDTHxHEIGHT in millimetres, from 60 to 1200";
    CLI_NO_ROOM: "la pagina è troppo piccola per la figura, il titolo e le note: scegli una dimensione maggiore, un titolo più corto o, in una mappa, meno classi", "the page is too small for the figure, its title and its remarks: choose a larger size, a shorter title or, on a map, fewer classes";
    fn cli_bad_dpi(least, most): "la risoluzione va da {least} a {most} punti per pollice", "the resolution goes from {least} to {most} dots per inch";
    CLI_TOO_MANY_PIXELS: "l'immagine avrebbe troppi pixel: riduci --dpi o --size, o scegli PDF o SVG", "the picture would have too many pixels: lower --dpi or --size, or choose PDF or SVG";
    fn cli_bad_format(file): "'{file}': il nome del file deve finire in .svg, .png o .pdf", "'{file}': the file name must end in .svg, .png or .pdf";
    fn cli_cannot_read(file, why): "impossibile leggere '{file}': {why}", "cannot read '{file}': {why}";
    fn cli_empty_file(file): "'{file}' è vuoto", "'{file}' is empty";
    fn cli_not_a_table(file): "'{file}' non è una tabella CSV con tante celle in ogni riga quante nell'intestazione: controlla separatori e virgolette", "'{file}' is not a CSV table with as many cells in every row as in the header: check its separators and quotes";
    fn cli_no_column(column, columns, file): "non c'è la colonna '{column}'; le colonne sono: {columns} ({file})", "there is no column '{column}'; the columns are: {columns} ({file})";
    fn cli_not_a_number_at(row, typed, file): "riga {row}: '{typed}' non è un numero ({file})", "row {row}: '{typed}' is not a number ({file})";
    fn cli_not_a_number(typed): "'{typed}' non è un numero; scrivi per esempio 150 o 12.5", "'{typed}' is not a number; write for example 150 or 12.5";
    fn cli_ambiguous_number(typed, thousands, decimals): "'{typed}' si può leggere in due modi: scrivi {thousands} oppure {decimals}", "'{typed}' can be read in two ways: write {thousands} or {decimals}";
}

// The command line: help.
texts! {
    HELP_ABOUT: "Atlante Sociale: mappe, valori e statistiche dei 193 Comuni di ATS Milano, senza finestra", "Atlante Sociale: maps, values and statistics of the 193 Comuni of ATS Milano, without a window";
    HELP_USAGE: "Uso", "Usage";
    HELP_USAGE_OPTIONS: "[OPZIONI]", "[OPTIONS]";
    HELP_COMMAND: "COMANDO", "COMMAND";
    HELP_COMMANDS: "Comandi", "Commands";
    HELP_OPTIONS: "Opzioni", "Options";
    HELP_HELP: "Mostra questo aiuto", "Show this help";
    HELP_VERSION: "Mostra la versione", "Show the version";
    HELP_LANG: "Lingua: it o en [it]", "Language: it or en [it]";
    HELP_DATA: "Aggiunge i dati di una cartella (datasets.toml, i file che elenca, indicators.toml)", "Adds the data of a folder (datasets.toml, the files it lists, indicators.toml)";
    HELP_JSON: "Scrive il risultato in JSON", "Write the result as JSON";
    HELP_INDICATORS: "Elenca gli indicatori", "List the indicators";
    HELP_TERRITORIES: "Elenca i Comuni con Ambito, ASST e provincia", "List the Comuni with their Ambito, ASST and province";
    HELP_DATASETS: "Elenca le tabelle di dati con fonte e licenza", "List the tables of data with source and licence";
    HELP_VALUES: "Scrive i valori di un indicatore (di uno come pubblicato: tutte le aree e, senza --year, tutti gli anni)", "Write the values of an indicator (of one as published: all areas and, without --year, all years)";
    HELP_FORMAT: "Formato", "Format";
    HELP_INDICATOR: "Indicatore ('indicators' li elenca)", "Indicator ('indicators' lists them)";
    HELP_YEAR: "Anno della data di riferimento [l'ultima con tutti i dati di base]", "Year of the reference date [the latest with all basic data]";
    HELP_LEVEL: "Livello territoriale", "Territorial level";
    HELP_METHOD: "Come si ottiene il valore di un gruppo di Comuni: pooled lo calcola sul totale dei Comuni; partial fa lo stesso senza i Comuni in cui il dato manca (quelli oscurati contano entro i loro limiti); mean, min e max sono media semplice, minimo e massimo dei suoi Comuni", "How the value of a group of Comuni is made: pooled calculates it on the total of its Comuni; partial does so without the Comuni whose data are missing (withheld ones count within their limits); mean, min and max are the simple mean, lowest and highest of its Comuni";
    HELP_FIGURE: "Disegna una figura", "Draw a figure";
    HELP_MAP: "Disegna una mappa in SVG, PNG o PDF", "Draw a map as SVG, PNG or PDF";
    HELP_SCHEME: "Metodo di classificazione [jenks; quantile per variazioni e coppie di indicatori]", "Method of classification [jenks; quantile for changes and pairs of indicators]";
    HELP_CLASSES: "Numero di classi, da 1 a 20 [5, ma su una mappa al massimo la metà dei territori]", "Number of classes, from 1 to 20 [5, but on a map at most half as many as the territories]";
    HELP_BREAKS: "Soglie scelte a mano, gli estremi superiori delle classi: 100,150.5 oppure 100;150,5", "Breaks set by hand, the upper ends of the classes: 100,150.5 or 100;150,5";
    HELP_ALL_DATES: "Calcola le classi su tutte le date, così le mappe di anni diversi si confrontano [sì, tranne che con --second]", "Make the classes over all dates, so that maps of different years compare [yes, except with --second]";
    HELP_THIS_DATE: "Calcola le classi solo sulla data mostrata", "Make the classes over the date shown alone";
    HELP_FIGURE_INDICATOR: "Indicatore ('indicators' li elenca) [quello con cui si apre la finestra]", "Indicator ('indicators' lists them) [the one the window opens on]";
    HELP_PALETTE: "Tavolozza, per esempio yl_gn_bu, viridis, blues, rd_bu [yl_gn_bu; rd_bu dove i valori hanno due segni]", "Palette, for example yl_gn_bu, viridis, blues, rd_bu [yl_gn_bu; rd_bu where values have both signs]";
    HELP_REVERSE: "Inverte la tavolozza", "Reverse the palette";
    HELP_CENTRE: "Valore al centro di una tavolozza divergente", "Value at the centre of a diverging palette";
    HELP_SYMBOLS: "Cerchi proporzionali invece di aree colorate [sì, per i conteggi]", "Proportional circles instead of coloured areas [yes, for counts]";
    HELP_AREAS: "Aree colorate anche per un conteggio", "Coloured areas for a count too";
    HELP_TERRITORY: "Inquadra (se --frame non dice altro) e contorna questi territori (Comuni, Ambiti, ASST); le classi restano quelle di tutti", "Frame (unless --frame says otherwise) and outline these territories (Comuni, Ambiti, ASST); the classes stay those of all";
    HELP_NO_LABELS: "Senza nomi sulla mappa", "No names on the map";
    HELP_TITLE: "Titolo [il nome dell'indicatore]", "Title [the indicator's name]";
    HELP_SIZE: "Pagina: a4, a5 (orizzontali), a4-portrait, a5-portrait, o larghezza x altezza in millimetri [a4]", "Page: a4, a5 (landscape), a4-portrait, a5-portrait, or width x height in millimetres [a4]";
    HELP_DPI: "Punti per pollice del PNG, da 36 a 1200 [300]", "Dots per inch of a PNG, from 36 to 1200 [300]";
    HELP_OUTLINES: "Nell'SVG scrive i testi come contorni: uguali ovunque, non modificabili", "In an SVG, write texts as outlines: the same everywhere, not editable";
    HELP_OUTPUT: "File da scrivere; l'estensione decide il formato (.svg, .png, .pdf; .html per un browser; .xlsx e .csv per i numeri; una mappa anche .gpkg, .geojson, .shp)", "File to write; its extension decides the format (.svg, .png, .pdf; .html for a browser; .xlsx and .csv for the numbers; a map also .gpkg, .geojson, .shp)";
    HELP_STATS: "Statistiche di indicatori o di un file", "Statistics of indicators or of a file";
    HELP_CLASSIFY: "Calcola le classi di una colonna di numeri", "Make the classes of a column of numbers";
    HELP_CSV: "File CSV con intestazione (virgola, punto e virgola o tabulazione)", "CSV file with a header (commas, semicolons or tabs)";
    HELP_COLUMN: "Nome della colonna", "Name of the column";
}

// The window: notices.
texts! {
    fn notice_no_dates(indicator): "«{indicator}» non ha valori a nessuna data.", "“{indicator}” has no values at any date.";
    fn notice_other_date(indicator, date, shown): "«{indicator}» non ha valori {date}: ora vedi quelli {shown}.", "“{indicator}” has no values {date}: you now see those {shown}.";
    fn notice_exported(file): "Salvato: {file}", "Saved: {file}";
}

// The window.
texts! {
    WINDOW_USAGE: "Uso: atlante [--lang it|en] [--data CARTELLA] [--project P.atlante] [--boundaries FILE [--layer NOME] [--crs EPSG] [--level-attribute LIVELLO=ATTR]] [FILE…]", "Usage: atlante [--lang it|en] [--data DIR] [--project P.atlante] [--boundaries FILE [--layer NAME] [--crs EPSG] [--level-attribute LEVEL=ATTR]] [FILE…]";
    fn no_window(why): "impossibile aprire la finestra ({why}). Senza schermo usa il comando: atlante-cli figure map --indicator indice_vecchiaia -o mappa.png", "cannot open the window ({why}). Without a display use the command: atlante-cli figure map --indicator indice_vecchiaia -o map.png";
    NO_GRAPHICS: "il sistema non permette di disegnarla: aggiorna il programma della scheda grafica", "the system has no way to draw it: update the driver of the graphics card";
    RENDERER_UNKNOWN: "ATLANTE_RENDERER può essere gl o software", "ATLANTE_RENDERER can be gl or software";
    fn drawn(how): "Finestra disegnata {how}", "Window drawn {how}";
    DRAWN_OPENGL: "con OpenGL", "with OpenGL";
    DRAWN_SOFTWARE: "dal processore, senza OpenGL", "by the processor, without OpenGL";
    DRAWN_SOFTWARE_NOTICE: "Qui la scheda grafica non è disponibile: la finestra è disegnata dal processore. Tutte le funzioni sono disponibili; lo spostamento della mappa può essere meno fluido.", "The graphics card is not available here: the window is drawn by the processor. Everything works; the map may move less smoothly.";
    DRAWN_LOST_NOTICE: "La scheda grafica ha smesso di disegnare: ora la finestra è disegnata dal processore. Il lavoro è rimasto com'era.", "The graphics card has stopped drawing: the window is now drawn by the processor. Your work is as it was.";
    NO_OPENGL: "OpenGL non è disponibile, e ATLANTE_RENDERER=gl lo richiede", "there is no usable OpenGL, and ATLANTE_RENDERER=gl wants nothing else";
    NO_DISPLAY: "non c'è uno schermo", "there is no display";
    fn title_about(title, place): "{title} – {place}", "{title} – {place}";
    fn map_name(title, level, date): "Mappa: {title}, {level}, {date}", "Map: {title}, {level}, {date}";
    PANEL_INDICATORS: "Indicatori", "Indicators";
    SEARCH_INDICATOR: "Cerca un indicatore", "Search an indicator";
    SEARCH_CLEAR: "Cancella la ricerca", "Clear the search";
    SEARCH_OWN_DATA: "Se il dato è in un tuo file, importalo.", "If the figures are in a file of yours, import it.";
    fn search_is_place(name, what): "{name} è un territorio ({what}).", "{name} is a territory ({what}).";
    fn search_go_to(name): "Vai a {name}", "Go to {name}";
    CHOOSE_HOW: "Un clic sceglie, Ctrl+clic aggiunge.", "A click chooses, Ctrl+click adds.";
    TABLE_NONE_SELECTED: "«Solo scelti» è acceso, ma nessun territorio è scelto: sceglilo sulla mappa, o mostra tutti.", "“Chosen only” is on, but no territory is chosen: choose one on the map, or show all.";
    fn table_no_name(typed): "Nessun territorio ha «{typed}» nel nome.", "No territory has “{typed}” in its name.";
    TABLE_SHOW_ALL: "Mostra tutti", "Show all of them";
    SEARCH_NOTHING: "Nessun risultato: prova con un'altra parola.", "No result: try another word.";
    FAVOURITES: "Preferiti", "Favourites";
    RECENT: "Visti di recente", "Recently seen";
    FAVOURITE_ADD: "Aggiungi ai preferiti", "Add to favourites";
    FAVOURITE_REMOVE: "Rimuovi dai preferiti", "Remove from favourites";
    USE_SYMBOLS: "Usa i cerchi proporzionali", "Use proportional symbols";
    AREAS: "Aree colorate", "Coloured areas";
    SYMBOLS: "Cerchi", "Symbols";
    CLASSES_METHOD: "Metodo di classificazione", "Classification method";
    CLASSES_COUNT: "Numero di classi", "Number of classes";
    SAME_CLASSES: "Stesse classi per tutte le date", "Same classes for all dates";
    PALETTE: "Tavolozza", "Palette";
    PALETTE_SEQUENTIAL: "Sequenziali", "Sequential";
    PALETTE_DIVERGING: "Divergenti", "Diverging";
    PALETTE_CATEGORICAL: "Per categorie", "Categorical";
    COLOUR_BLIND_SAFE: "adatta ai daltonici", "colour-blind safe";
    REVERSE: "Inverti la tavolozza", "Reverse the palette";
    CENTRE: "Centro della tavolozza", "Centre of the palette";
    CENTRE_AUTO: "Automatico", "Automatic";
    CENTRE_ZERO: "Zero", "Zero";
    CENTRE_ATS: "Valore ATS", "ATS value";
    GROUP_VALUE: "Valore del gruppo", "Value of the group";
    RANK_TIED: "a pari merito", "tied";
    fn rank(rank, count): "{rank}° valore più alto su {count}", "{rank} of {count}, from the highest";
    fn distance_from_ats(difference, value): "{difference} rispetto all'ATS ({value})", "{difference} from the ATS ({value})";
    REFERENCE_DATE: "Data di riferimento", "Reference date";
    UNDO: "Annulla", "Undo";
    REDO: "Ripeti", "Redo";
    SHOW_ALL: "Mostra tutto", "Show all";
    SHOW_SELECTED: "Mostra i territori scelti", "Show the chosen territories";
    EXPORT: "Esporta figura", "Export figure";
    LIGHT: "Aspetto chiaro", "Light appearance";
    DARK: "Aspetto scuro", "Dark appearance";
    CLOSE: "Chiudi", "Close";
    PIN: "Tieni in vista", "Keep in sight";
    UNPIN: "Non tenere più in vista", "No longer keep in sight";
    fn residents_at(residents, date): "{residents} {date}", "{residents} {date}";
    fn map_colour_of_group(level): "Sulla mappa il colore è quello del valore di gruppo ({level}).", "On the map the colour is that of the value of its group ({level}).";
    fn rank_within(rank, count, place): "{rank}° valore più alto su {count} {place}", "{rank} of {count} {place}, from the highest";
    fn distance_from_ambito(difference, value): "{difference} rispetto all'Ambito ({value})", "{difference} from the Ambito ({value})";
    SELECTED: "Territori scelti", "Chosen territories";
    SELECTED_HINT: "Clicca sulla mappa; con Ctrl aggiungi. Il rettangolo e il lazo ne scelgono molti insieme.", "Click on the map; with Ctrl you add. The rectangle and the lasso choose many at once.";
    CHOOSE_ALL: "Tutti", "All";
    CHOOSE_NONE: "Nessuno", "None";
    CHOOSE_AMBITO: "Tutto l'Ambito", "Whole Ambito";
    CHOOSE_AMBITO_HINT: "Prima scegli uno o più Comuni", "First choose one or more Comuni";
    REMOVE: "Rimuovi", "Remove";
    SETS: "Gruppi salvati", "Saved sets";
    SET_NAME: "Nome del gruppo", "Name of the set";
    SAVE_SET: "Salva", "Save";
    REMOVE_SET: "Elimina il gruppo", "Delete the set";
    LAYERS: "Livelli della mappa e daltonismo", "Map layers and colour blindness";
    LAYER_LABELS: "Nomi", "Names";
    LAYER_FINE: "Confini dei Comuni", "Borders of Comuni";
    LAYER_BOLD: "Confini dei gruppi (Ambiti, ASST)", "Borders of groups (Ambiti, ASST)";
    LAYER_BACKDROP: "Province vicine", "Provinces around";
    LAYER_FURNITURE: "Scala e nord", "Scale and north";
    VISION: "Come vede la mappa chi è daltonico", "How colour-blind readers see the map";
    VISION_TYPICAL: "visione tipica", "typical vision";
    VISION_PROTANOPIA: "protanopia (senza rosso)", "protanopia (no red)";
    VISION_DEUTERANOPIA: "deuteranopia (senza verde)", "deuteranopia (no green)";
    VISION_TRITANOPIA: "tritanopia (senza blu)", "tritanopia (no blue)";
    TOOL_PAN: "Sposta la mappa", "Move the map";
    TOOL_RECTANGLE: "Scegli con un rettangolo", "Choose with a rectangle";
    TOOL_LASSO: "Scegli con il lazo", "Choose with the lasso";
    ZOOM_IN: "Ingrandisci (+)", "Zoom in (+)";
    ZOOM_OUT: "Rimpicciolisci (-)", "Zoom out (-)";
    SHOW_INDICATORS: "Pannello degli indicatori", "Indicators panel";
    SEARCH_COMMAND: "Cerca", "Search";
    CLEAR_SELECTION: "Annulla la scelta", "Clear the selection";
    INVERT_SELECTION: "Inverti la scelta", "Invert the selection";
    KEYBOARD: "Scorciatoie da tastiera", "Keyboard shortcuts";
    KEY_SHIFT: "Maiusc", "Shift";
    KEY_HOME: "Inizio", "Home";
    SHOW_LEGEND: "Pannello della legenda", "Legend panel";
    SHOW_LIST: "Tabella, graduatoria, serie storica e dispersione", "Table, ranking, time series and scatterplot";
}

// Search over territories and indicators.
texts! {
    SEARCH_ALL: "Cerca un Comune, un Ambito o un indicatore", "Search a Comune, an Ambito or an indicator";
    SEARCH_ALL_HINT: "Luoghi e indicatori", "Places and indicators";
    SEARCH_ALL_TIP: "Cerca un Comune, un Ambito o un indicatore. Anche il codice ISTAT; sono tollerati gli errori di battitura.", "Search a Comune, an Ambito or an indicator. ISTAT codes too; typing errors are forgiven.";
    LIST_SEARCH: "Scrivi per cercare nell'elenco", "Type to search the list";
    fn list_no_hit(typed): "Nessuna voce dell'elenco contiene «{typed}».", "Nothing in the list contains “{typed}”.";
    fn search_no_hit(typed): "Nessun territorio e nessun indicatore si chiama «{typed}», nemmeno con qualche lettera diversa.", "No territory and no indicator is called “{typed}”, not even with a few letters changed.";
    HIT_COMUNE: "Comune", "Comune";
    HIT_WORDS_COMUNE: "comune di", "comune of municipality";
    HIT_WORDS_AMBITO: "ambito territoriale sociale di", "ambito of social district";
    HIT_WORDS_ASST: "asst azienda di", "asst trust of";
    HIT_WORDS_ATS: "ats agenzia di", "ats agency of";
    fn hit_comune_in(ambito): "Comune · {ambito}", "Comune · {ambito}";
    HIT_AMBITO: "Ambito territoriale", "Ambito";
    HIT_ASST: "ASST", "ASST";
    HIT_ATS: "ATS", "ATS";
    fn hit_group(kind, comuni): "{kind} · {comuni}", "{kind} · {comuni}";
    HIT_INDICATOR: "Indicatore", "Indicator";
    HIT_SET: "Gruppo salvato", "Saved group";
    fn hit_set_of(count): "Gruppo salvato · territori: {count}", "Saved group · territories: {count}";
    fn hit_indicator_of(theme): "Indicatore · {theme}", "Indicator · {theme}";
}

// The legend's histogram and the controls beside it.
texts! {
    HISTOGRAM: "Istogramma dei valori", "Histogram of the values";
    HISTOGRAM_TIP: "Quanti territori hanno ciascun valore: l'altezza è il numero di territori, il colore è la classe. Trascina una soglia, o sceglila con il tasto Tab e spostala con le frecce.", "How many territories have each value: the height is the number of territories, the colour is the class. Drag a break, or reach it with Tab and move it with the arrow keys.";
    HISTOGRAM_CUT_TIP: "L'asse è interrotto: pochi valori molto lontani dagli altri stanno nel tratto in fondo, che ha un'altra scala.", "The axis is broken: a few values far from all others stand in the part at the end, which has a scale of its own.";
    fn histogram_bar(from, to, count): "Da {from} a {to}: territori {count}", "From {from} to {to}: territories {count}";
    fn break_name(number): "Soglia {number}", "Break {number}";
    fn break_tip(number, value): "Soglia {number}: {value}. Trascina, o usa le frecce.", "Break {number}: {value}. Drag it, or use the arrow keys.";
    ROUND_BREAKS: "Arrotonda le soglie", "Round the breaks";
    ROUND_BREAKS_TIP: "Porta ogni soglia al numero tondo più vicino, senza ridurre le classi", "Move every break to a round number near it, keeping every class";
    CENTRE_TYPED: "Valore al centro della tavolozza", "Value at the centre of the palette";
    CENTRE_HINT: "valore", "value";
    fn no_number(typed): "«{typed}» non è un numero: scrivi per esempio 150 o 12,5.", "“{typed}” is not a number: write for example 150 or 12.5.";
    fn ambiguous_number(typed, thousands, decimals): "«{typed}» si può leggere in due modi: scrivi {thousands} oppure {decimals}.", "“{typed}” can be read in two ways: write {thousands} or {decimals}.";
}

// Kinds of map.
texts! {
    MAP_KIND: "Tipo di mappa", "Kind of map";
    KIND_VALUE: "Valore", "Value";
    KIND_CHANGE: "Variazione tra due date", "Change between two dates";
    KIND_TWO: "Due indicatori", "Two indicators";
    FROM_DATE: "Dalla data", "From the date";
    SECOND_INDICATOR: "Secondo indicatore", "Second indicator";
    SWAP_HUES: "Scambia i colori dei due indicatori", "Swap the colours of the two indicators";
    fn title_change(indicator): "{indicator}: variazione", "{indicator}: change";
    fn title_two(first, second): "{first} e {second}", "{first} and {second}";
    fn both(first, second): "{first} e {second}", "{first} and {second}";
    fn change_between(span): "variazione {span}", "change {span}";
    fn unit_difference(unit): "variazione: {unit}", "change: {unit}";
    fn unit_points(unit): "differenza in punti percentuali ({unit})", "difference in percentage points ({unit})";
    SUFFIX_POINTS: "p.p.", "p.p.";
    fn class_first(lower, upper): "da {lower} a {upper}", "from {lower} to {upper}";
    fn class_above(lower, upper): "oltre {lower} fino a {upper}", "over {lower} up to {upper}";
    HIGHER: "più alto", "higher";
    fn cell_name(first, first_class, second, second_class): "{first}: {first_class}; {second}: {second_class}", "{first}: {first_class}; {second}: {second_class}";
    CELL_HINT: "Passa su una casella per vedere i suoi territori.", "Point at a cell to see its territories.";
    PLACE_LOW: "classe bassa", "low class";
    PLACE_MIDDLE: "classe media", "middle class";
    PLACE_HIGH: "classe alta", "high class";
    LEGEND_EDGE_ON_ZERO_IN_BLACK: "Una soglia è spostata sullo zero: nessuna classe ha valori dei due segni.", "One break is moved to zero: no class holds both signs.";
    LEGEND_EDGE_ON_ZERO: "Una soglia è spostata sullo zero, così il colore dice il segno.", "One break is moved to zero, so that the colour tells the sign.";
    SYMBOL_UP: "aumento", "increase";
    SYMBOL_DOWN: "diminuzione", "decrease";
    fn legend_two(scheme, dates): "Ogni indicatore è in tre classi: {scheme}{dates}. Una soglia appartiene alla classe più bassa. Il numero nella casella dice quanti territori vi cadono.", "Each indicator is in three classes: {scheme}{dates}. A break belongs to the lower class. The number in a cell says how many territories fall in it.";
    fn legend_overall_two(first, first_value, second, second_value): "ATS Città Metropolitana di Milano: {first} {first_value}; {second} {second_value}", "ATS Città Metropolitana di Milano: {first} {first_value}; {second} {second_value}";
    WARN_BREAK: "Attenzione: la serie si interrompe tra le due date.", "Beware: the series breaks between the two dates.";
    fn warn_two_count(indicator): "«{indicator}» è un conteggio: i territori più popolosi hanno i valori più alti. Scegli un indicatore rapportato alla popolazione.", "“{indicator}” is a count: whatever is large looks high. Prefer an indicator divided by population.";
    WARN_TWO_PART: "I due indicatori contano in parte le stesse persone: parte del legame che si vede è aritmetica.", "The two indicators count some of the same people: part of the link that shows is arithmetic.";
    WARN_TWO_BASE: "I due indicatori hanno lo stesso denominatore: parte del legame che si vede può venire da quello.", "The two indicators have the same denominator: part of the link that shows may come from it.";
    fn warn_two_few(territories): "Territori: solo {territories} per nove classi. Pochi casi bastano a cambiare il disegno.", "Territories: only {territories} for nine classes. A few cases are enough to change the pattern.";
    fn warn_two_merged(indicator, classes): "«{indicator}»: valori uguali hanno unito alcune classi, sono {classes} invece di tre.", "“{indicator}”: equal values have merged some classes, {classes} are left of three.";
    WARN_TWO_NO_VALUES: "Nessun territorio ha entrambi i valori a questa data.", "No territory has both values at this date.";
    KIND_SAME_INDICATOR: "i due indicatori sono lo stesso: scegline un altro come secondo", "the two indicators are the same: choose another as the second";
    fn scale_of_names(indicator, remedy): "«{indicator}» distingue categorie, che non sono quantità e non hanno un ordine: {remedy}", "“{indicator}” tells categories apart, which are no quantities and have no order: {remedy}";
    fn scale_of_steps(indicator, remedy): "«{indicator}» ha gradini, che hanno un ordine ma non sono quantità: {remedy}", "“{indicator}” has steps, which have an order but are no quantities: {remedy}";
    NO_RANKING_OF_IT: "non se ne fa una graduatoria. Guarda la mappa o la tabella.", "there is no ranking of them. Look at the map or the table.";
    NO_LINES_OF_IT: "non se ne disegna una linea nel tempo. Guarda la mappa o la tabella.", "no line over time is drawn of them. Look at the map or the table.";
    NO_POINTS_OF_IT: "non si mettono su un asse. Scegli un altro indicatore.", "they do not stand along an axis. Choose another indicator.";
    NO_PAIR_OF_IT: "non si dividono in valori alti e bassi. Scegli un altro indicatore.", "they do not part into high and low. Choose another indicator.";
    NO_CIRCLES_OF_IT: "nessun cerchio può esserne proporzionale. Usa le aree colorate.", "no circle can be proportional to them. Use coloured areas.";
    NO_QUARTILES_OF_IT: "non hanno quartili né una metà centrale. Guarda la mappa o la tabella.", "they have neither quartiles nor a middle half. Look at the map or the table.";
    NO_DIFFERENCES_OF_IT: "non se ne calcolano differenze né numeri indice. Guarda il valore a una data.", "they have neither differences nor index numbers. Look at the value at one date.";
    fn notice_no_difference(indicator): "«{indicator}» ha gradini o categorie, che non hanno differenze: ora vedi il valore.", "“{indicator}” has steps or categories, which have no differences: you now see the value.";
    fn notice_no_order(indicator): "«{indicator}» ha categorie, che non hanno un ordine: ora vedi il valore di un solo indicatore.", "“{indicator}” has categories, which have no order: you now see the value of one indicator alone.";
    KIND_DATES: "per una variazione servono due date, e quella di partenza deve venire prima", "a change needs two dates, and the starting one must come first";
    KIND_SCHEME: "con due indicatori le classi sono tre per ciascuno: scegli quantili (quantile), intervalli uguali (equal) o interruzioni naturali (jenks)", "with two indicators each has three classes: choose quantiles (quantile), equal intervals (equal) or natural breaks (jenks)";
    KIND_INDEX_OF_SIGNED: "un indice con base 100 non ha senso per valori che scendono sotto lo zero: scegli i valori o le differenze", "an index with base 100 makes no sense of values that go below zero: choose values or differences";
    KIND_NO_ATS: "dei valori come pubblicati non si calcola quello dell'ATS a ogni data: scegli i valori, le differenze o la base 100", "of values as published that of the ATS at each date is not computed: choose values, differences or base 100";
    KIND_SYMBOLS: "due indicatori si mostrano solo come aree colorate", "two indicators can only be shown as coloured areas";
    fn kind_palette(palette, choices): "la tavolozza '{palette}' non è per due indicatori; scegli tra: {choices}", "the palette '{palette}' is not for two indicators; choose among: {choices}";
    fn notice_no_earlier(indicator, date): "«{indicator}» non ha una data prima {date}: ora vedi il valore.", "“{indicator}” has no date before {date}: you now see the value.";
    fn notice_second_lacks(indicator, date): "«{indicator}» non ha valori {date}: ora vedi un indicatore solo.", "“{indicator}” has no values at {date}: you now see one indicator.";
    fn alt_up_down(rises, falls): "Il valore {rises} e {falls}.", "The value {rises} and {falls}.";
    fn alt_up_down_same(rises, falls, same): "Il valore {rises}, {falls} e resta uguale in {same}.", "The value {rises}, {falls} and stays the same in {same}.";
    fn alt_rises(up): "cresce in {up}", "rises in {up}";
    fn alt_rises_nowhere(up): "non cresce in {up}", "rises in {up}";
    fn alt_falls(down): "cala in {down}", "falls in {down}";
    fn alt_falls_nowhere(down): "non cala in {down}", "falls in {down}";
    fn alt_overall_change(value): "La variazione dell'intera ATS è {value}.", "The change of the whole ATS is {value}.";
    fn alt_two(both_high, both_low, first_high, second_high): "Ogni indicatore è diviso in tre classi. Entrambi nella classe più alta: {both_high}; entrambi nella più bassa: {both_low}; alto il primo e basso il secondo: {first_high}; basso il primo e alto il secondo: {second_high}.", "Each indicator is divided into three classes. Both in the highest class: {both_high}; both in the lowest: {both_low}; the first high and the second low: {first_high}; the first low and the second high: {second_high}.";
    fn alt_overall_two(first, second): "I valori dell'intera ATS sono {first} e {second}.", "The values of the whole ATS are {first} and {second}.";
    HELP_COMPARE_YEAR: "Mappa la differenza dal valore di quell'anno, che viene prima [quantile, rd_bu]", "Map the difference from the value of that earlier year [quantile, rd_bu]";
    HELP_SECOND: "Mappa due indicatori insieme, in tre classi ciascuno [quantile, stevens_pu_or]", "Map two indicators together, in three classes each [quantile, stevens_pu_or]";
}

// Two variables together.
texts! {
    fn pair_same(x, y): "«{x}» e «{y}» sono la stessa cifra: la correlazione non ha significato.", "“{x}” and “{y}” are the same figure: the correlation tells nothing.";
    fn pair_shared(x, y): "«{x}» e «{y}» si calcolano in parte dagli stessi dati: una parte della correlazione dipende dal calcolo, non dai territori.", "“{x}” and “{y}” are worked out from partly the same data: some of the correlation comes from the arithmetic, not from the territories.";
    PAIR_COUNTS: "Sono due conteggi: crescono entrambi con la popolazione. Meglio confrontare quote o tassi.", "Both are counts: both grow with the population. Prefer shares or rates.";
    fn pair_few(count, least): "Coppie di valori: {count}. Con meno di {least} la correlazione dipende da pochi casi.", "Pairs of values: {count}. With fewer than {least} the correlation hangs on a few cases.";
    fn stats_lengths(x, y): "le due variabili non hanno lo stesso numero di valori: {x} e {y}", "the two variables do not have the same number of values: {x} and {y}";
    STATS_NOT_FINITE: "ogni valore deve essere un numero finito", "every value must be a finite number";
    fn stats_too_few(count, least): "coppie con tutti e due i valori: {count}; ne servono almeno {least}", "pairs with both values: {count}; at least {least} are needed";
    fn stats_no_variation(variable): "'{variable}' non varia: tutti i suoi valori sono uguali, e non c'è correlazione da calcolare", "'{variable}' does not vary: all its values are equal, and there is no correlation to work out";
    fn stats_no_quantity(variable): "«{variable}» ha gradini o categorie, che non sono quantità: al più se ne confronta l'ordine", "“{variable}” has steps or categories, which are no quantities: at most their order is compared";
    fn cli_no_common_year(x, y, year, years): "'{x}' e '{y}' non hanno valori alla stessa data nel {year}; anni in comune: {years}", "'{x}' and '{y}' have no values at the same date in {year}; years in common: {years}";
    fn cli_no_common_date(x, y): "'{x}' e '{y}' non hanno nessuna data in comune", "'{x}' and '{y}' have no date in common";
    fn correlate_pairs(count, incomplete): "Coppie di valori: {count} (incomplete: {incomplete})", "Pairs of values: {count} (incomplete: {incomplete})";
    fn correlate_pearson(r, p): "Pearson: r = {r}, p {p}", "Pearson: r = {r}, p {p}";
    fn correlate_link(link, share): "{link}: x spiega {share} delle differenze di y", "{link}: x explains {share} of the differences of y";
    P_EXACT: "esatto", "exact";
    fn correlate_spearman(rho, p): "Spearman: rho = {rho}, p {p}", "Spearman: rho = {rho}, p {p}";
    fn correlate_line(slope, from, to, intercept, r_squared): "Retta: pendenza {slope} (intervallo al 95%: da {from} a {to}), intercetta {intercept}, R² {r_squared}", "Line: slope {slope} (95% interval: {from} to {to}), intercept {intercept}, R² {r_squared}";
    HELP_CORRELATE: "Calcola la correlazione tra due indicatori, o tra due colonne di un file", "Measure how far two indicators, or two columns of a file, go together";
    HELP_X: "Prima variabile: un indicatore o, con --csv, una colonna", "First variable: an indicator or, with --csv, a column";
    HELP_Y: "Seconda variabile, quella che la retta ricava dalla prima", "Second variable, the one that the line derives from the first";
}

// The scatterplot below the map.
texts! {
    TAB_SCATTER: "Dispersione", "Scatterplot";
    SCATTER_X: "Indicatore in orizzontale", "Indicator across";
    fn scatter_name(y, x): "Dispersione: {y} rispetto a {x}", "Scatterplot: {y} against {x}";
    PANEL_TOO_SMALL: "Il riquadro è troppo piccolo per il grafico: trascina in su il suo bordo.", "The panel is too small for the chart: drag its edge upwards.";
    SCATTER_NO_OTHER: "Nessun altro indicatore ha valori a questa data.", "No other indicator has values at this date.";
    fn scatter_line(slope, intercept, r_squared): "Retta: y = {slope} x {intercept}; R² = {r_squared}. La fascia è l'intervallo al 95% della media.", "Line: y = {slope} x {intercept}; R² = {r_squared}. The band is the 95% interval of the mean.";
    SCATTER_HINT: "Una correlazione non è una causa. Trascina un rettangolo per scegliere i territori.", "Correlation is not cause. Drag a rectangle to choose territories.";
}

// Indicators as published, and areas known only by published values.
texts! {
    AS_PUBLISHED: "come pubblicato", "as published";
    fn in_year(year): "anno {year}", "year {year}";
    fn tax_year(year): "anno d'imposta {year}", "tax year {year}";
    fn in_tax_year(year): "nell'anno d'imposta {year}", "in tax year {year}";
    fn tax_years_span(from, to): "dall'anno d'imposta {from} al {to}", "from tax year {from} to {to}";
    fn tax_years_between(from, to): "tra l'anno d'imposta {from} e il {to}", "between tax years {from} and {to}";
    fn cli_only_published(indicator): "'{indicator}' è un indicatore come pubblicato: ha valori di aree senza confini da disegnare; 'atlante-cli values --indicator {indicator}' li scrive, 'atlante-cli figure series' li disegna nel tempo e 'atlante-cli figure ranking' in graduatoria", "'{indicator}' is an indicator as published: it has values of areas without boundaries to draw; 'atlante-cli values --indicator {indicator}' writes them, 'atlante-cli figure series' draws them over time and 'atlante-cli figure ranking' ranked";
    fn cli_published_no_level(indicator): "'{indicator}' ha solo valori di aree più grandi dell'ATS: ripeti il comando senza --level", "'{indicator}' has values of areas larger than the ATS only: leave --level out";
    fn cli_published_level(indicator, level, levels): "'{indicator}' non ha valori pubblicati di {level}; ripeti il comando senza --level, o scegli tra: {levels}", "'{indicator}' has no published values of {level}; leave --level out, or choose among: {levels}";
    fn cli_published_method(indicator): "'{indicator}' è scritto come pubblicato e non si ricalcola: ripeti il comando senza --method", "'{indicator}' is written as published, not worked out again: leave --method out";
}

// Charts: time series and rankings.
texts! {
    NO_LICENCE: "atto ufficiale; licenza non indicata", "Official act; no licence stated";
    FIGURE_LINE: "Figura: Atlante Sociale.", "Figure: Atlante Sociale.";
    fn dates_span(from, to): "dal {from} al {to}", "from {from} to {to}";
    AXIS_NOT_FROM_ZERO: "l'asse non parte da zero", "the axis does not start at zero";
    fn name_comune(name): "{name} (Comune)", "{name} (Comune)";
    fn name_ambito(name): "{name} (Ambito)", "{name} (Ambito)";
    fn series_title_index(indicator): "{indicator}: numero indice", "{indicator}: index number";
    fn series_title_relative(indicator): "{indicator} rispetto all'ATS", "{indicator} against the ATS";
    SERIES_RELATIVE: "ATS = 100 a ogni data", "ATS = 100 at each date";
    fn series_index(date): "numero indice, {date} = 100", "index number, {date} = 100";
    fn series_since(base): "dal {base}", "since {base}";
    fn series_from(base): "dal {base}", "from {base}";
    SERIES_RINGS: "I punti cerchiati non sono valori definitivi.", "Ringed points are not final values.";
    fn series_band_of_first(of_comuni, group): "dal minimo al massimo {of_comuni} di {group}, il primo scelto", "from the lowest to the highest {of_comuni} of {group}, the first chosen";
    fn series_band(of_comuni, group): "dal minimo al massimo {of_comuni} di {group}", "from the lowest to the highest {of_comuni} of {group}";
    SERIES_BREAK_MARK: "interruzione della serie", "break in the series";
    fn series_break(before, after): "Interruzione della serie tra il {before} e il {after}.", "Break in the series between {before} and {after}.";
    fn series_base_break(dates): "Al di là dell'interruzione i valori non si confrontano con la data di base: lì il conto riparte {dates}.", "Beyond the break values do not compare with the base date: there the count starts anew {dates}.";
    SERIES_NO_ATS: "Manca il valore dell'ATS, a cui le linee sono rapportate: non c'è nulla da disegnare.", "The value of the ATS, which lines are relative to, is missing: there is nothing to draw.";
    fn series_without_ats(dates): "Manca il valore dell'ATS, a cui le linee sono rapportate: {dates}.", "The value of the ATS, which lines are relative to, is missing: {dates}.";
    fn series_gap(before, after): "Tra il {before} e il {after} mancano valori: i punti non sono uniti.", "Values are missing between {before} and {after}: the points are not joined.";
    fn axis_logarithmic(axis): "{axis} (scala logaritmica)", "{axis} (logarithmic scale)";
    HELP_LOG_X: "Asse orizzontale logaritmico, per quando i punti si affollano in un angolo", "A logarithmic horizontal axis, for points that crowd in a corner";
    HELP_LOG_Y: "Asse verticale logaritmico, se tutti i valori sono positivi", "A logarithmic vertical axis, where all values are positive";
    VIEW_LOG_Y: "Asse verticale logaritmico", "Logarithmic vertical axis";
    KEY_OTHERS: "altri territori", "other territories";
    KEY_SELECTED: "territori scelti", "chosen territories";
    KEY_SELECTED_RINGED: "con il contorno marcato: territori scelti", "with a strong outline: chosen territories";
    fn scatter_how(x, y): "Come si legge: più un punto è a destra, più alto è il valore di «{x}»; più è in alto, più alto è quello di «{y}».", "How to read it: the farther right a point is, the higher its “{x}”; the higher up it is, the higher its “{y}”.";
    fn scatter_log_refused(axis): "L'asse di «{axis}» resta lineare: una scala logaritmica mostra solo valori maggiori di zero.", "The axis of “{axis}” stays linear: a logarithmic scale shows only values above zero.";
    fn level_of_whole(level, ats): "{level} dell'{ats}", "{level} of {ats}";
    fn year_alone(year): "anno {year}", "year {year}";
    VIEW_LOG_X: "Asse orizzontale logaritmico", "Logarithmic horizontal axis";
    SERIES_TWO_DATES: "solo due date", "two dates only";
    fn series_no_other_dates(before, after): "Tra il {before} e il {after} non ci sono altre date: i punti non sono uniti.", "There are no other dates between {before} and {after}: the points are not joined.";
    SERIES_NO_VALUES: "Nessun valore da mostrare per questi territori.", "No value to show for these territories.";
    SERIES_ONE_DATE: "C'è una sola data: il grafico mostra punti, non un andamento.", "There is one date only: the chart shows points, not a trend.";
    fn series_absent(territory, date, reason): "{territory} {date}: {reason}.", "{territory} {date}: {reason}.";
    fn series_absent_others(count): "Altri valori assenti: {count}.", "Other absent values: {count}.";
    fn series_grey(which, count): "In grigio: {which} ({count}).", "In grey: {which} ({count}).";
    GREY_COMUNI: "Comuni", "Comuni";
    GREY_OTHER_COMUNI: "gli altri Comuni", "the other Comuni";
    GREY_AMBITI: "Ambiti", "Ambiti";
    GREY_OTHER_AMBITI: "gli altri Ambiti", "the other Ambiti";
    GREY_ASST: "ASST", "ASST";
    GREY_OTHER_ASST: "le altre ASST", "the other ASST";
    GREY_ROWS: "righe della tabella", "rows of the table";
    GREY_OTHER_ROWS: "le altre righe della tabella", "the other rows of the table";
    fn series_uncertain(territory, dates): "{territory} ({dates}): la cifra dipende da dati oscurati, e perciò non è indicata.", "{territory} ({dates}): the digits depend on withheld data, and so are not shown.";
    fn series_uncertain_others(count): "Altre cifre che dipendono da dati oscurati, e perciò non indicate: {count}.", "Other digits that depend on withheld data, and so are not shown: {count}.";
    fn alt_uncertain(territory, span): "{territory}: {span} la variazione dipende da dati oscurati, e perciò non è indicata.", "{territory}: {span} the change depends on withheld data, and so is not shown.";
    SERIES_INDEX_OF_NOTHING: "il valore alla data di base non è positivo, l'indice non si calcola", "the value at the base date is not positive, there is no index";
    SERIES_BENCHMARKS_POOLED: "Le linee di confronto (ATS, ASST) sono sempre calcolate sul totale dei Comuni.", "The lines compared with (ATS, ASST) are always calculated on the total of the Comuni.";
    SERIES_NO_ASST: "Nessuna ASST da confrontare: i territori scelti non appartengono a una sola ASST.", "No ASST to compare with: what is selected does not lie in a single ASST.";
    SERIES_COUNTS: "È un conteggio: accanto a territori molto grandi le altre linee sono piatte. Usa la base 100.", "This is a count: territories of different size flatten the lines. Prefer base 100.";
    SERIES_MANY: "Le linee sono più di otto: i colori si ripetono, tratteggiati.", "There are more than eight lines: colours repeat, dashed.";
    fn series_crowd(most): "Sono scelti più di {most} territori: le linee sono tutte grigie, perché più colori non si distinguono.", "More than {most} territories are chosen: all lines are grey, since more colours cannot be told apart.";
    SERIES_NO_BAND: "La fascia dei Comuni non si può disegnare: scegli un Ambito di più Comuni, tutti con un valore.", "The span of the Comuni cannot be drawn: choose an Ambito of several Comuni, all with a value.";
    fn series_labels_left(names): "Etichette non scritte per mancanza di spazio: {names}", "Labels left out for lack of room: {names}";
    fn alt_series(title, span, unit): "Serie storica: {title}, {span}. Unità: {unit}.", "Time series: {title}, {span}. Unit: {unit}.";
    fn alt_from_to(territory, first, first_date, last, last_date, difference): "{territory}: da {first} ({first_date}) a {last} ({last_date}), differenza {difference}.", "{territory}: from {first} ({first_date}) to {last} ({last_date}), difference {difference}.";
    fn alt_index_from_to(territory, first, first_date, last, last_date): "{territory}: da {first} ({first_date}) a {last} ({last_date}).", "{territory}: from {first} ({first_date}) to {last} ({last_date}).";
    fn alt_at(territory, value, date): "{territory}: {value} ({date}).", "{territory}: {value} ({date}).";
    fn alt_more_entries(count): "Seguono altre voci: {count}.", "More entries follow: {count}.";
    fn alt_more(count): "Seguono altri territori: {count}.", "More territories follow: {count}.";
    fn alt_context_entries(count, date, lowest, lowest_names, highest, highest_names): "In grigio le altre voci ({count}): {date} il valore più basso è {lowest} ({lowest_names}), il più alto {highest} ({highest_names}).", "In grey the other entries ({count}): {date} the lowest value is {lowest} ({lowest_names}), the highest {highest} ({highest_names}).";
    fn alt_context(count, date, lowest, lowest_names, highest, highest_names): "In grigio gli altri territori ({count}): {date} il valore più basso è {lowest} ({lowest_names}), il più alto {highest} ({highest_names}).", "In grey the other territories ({count}): {date} the lowest value is {lowest} ({lowest_names}), the highest {highest} ({highest_names}).";
    RANKING_ORDER: "dal valore più alto", "from the highest value";
    fn ranking_first_one(rows): "È mostrato il primo di {rows}.", "The first of {rows} is shown.";
    fn ranking_first(shown, rows): "Sono mostrati i primi {shown} di {rows}.", "The first {shown} of {rows} are shown.";
    fn ranking_selected_only(shown, count): "Territori scelti mostrati, con il loro posto: {shown} di {count}.", "Chosen territories shown, with their rank: {shown} of {count}.";
    fn ranking_folded(first, last, rows): "Sono mostrati i primi {first} e gli ultimi {last} di {rows}.", "The first {first} and the last {last} of {rows} are shown.";
    fn ranking_folded_and_selected(first, last, rows): "Sono mostrati i primi {first} e gli ultimi {last} di {rows}, e quelli scelti con il loro posto.", "The first {first} and the last {last} of {rows} are shown, and the chosen with their rank.";
    fn ranking_first_and_selected(shown, count): "Sono mostrati i primi {shown} di {count} e quelli scelti, con il loro posto.", "The first {shown} of {count} and the chosen are shown, with their rank.";
    fn ranking_selected_left(count): "Territori scelti non mostrati per mancanza di spazio: {count}", "Chosen territories left out for lack of room: {count}";
    RANKING_SPAN: "dal minimo al massimo dei Comuni", "from the lowest to the highest of the Comuni";
    fn ranking_absent_entries(count): "altre voci: {count}", "other entries: {count}";
    fn ranking_absent(count): "altri territori: {count}", "other territories: {count}";
    RANKING_COUNTS: "È un conteggio: il valore di un gruppo è la somma dei suoi Comuni, non sta tra il loro minimo e il loro massimo.", "This is a count: the value of a group is the sum of its Comuni, and does not lie between their lowest and highest.";
    RANKING_NO_RANGE: "Un Comune non ha altri Comuni al suo interno: l'intervallo vale per Ambiti, ASST e ATS.", "There are no Comuni within a Comune: the range is for Ambiti, ASST and ATS.";
    COLUMN_VALUE: "valore", "value";
    COLUMN_MIN: "min", "min";
    COLUMN_MEAN: "media", "mean";
    COLUMN_MAX: "max", "max";
    fn alt_ranking(title, level, date, unit): "Graduatoria: {title}, {level}, {date}. Unità: {unit}.", "Ranking: {title}, {level}, {date}. Unit: {unit}.";
    fn alt_ranked_tied(territory, rank, rows, value): "{territory}: {rank}° su {rows} a pari merito, {value}.", "{territory}: {rank} of {rows}, tied, {value}.";
    fn alt_ranked(territory, rank, rows, value): "{territory}: {rank}° su {rows}, {value}.", "{territory}: {rank} of {rows}, {value}.";
    fn alt_range_of(territory, lowest, mean, value, highest): "{territory}: minimo dei Comuni {lowest}, media semplice {mean}, valore {value}, massimo {highest}.", "{territory}: lowest of the Comuni {lowest}, simple mean {mean}, value {value}, highest {highest}.";
    fn cli_range_known(indicator, level): "«{indicator}» è dato per {level}: dentro non ci sono Comuni con un valore, e l'intervallo non si può mostrare: ripeti il comando senza --range", "“{indicator}” is given by {level}: there are no Comuni with a value within, and the range cannot be shown: repeat the command without --range";
    CLI_RANGE_LEVEL: "--range mostra i Comuni dentro ogni gruppo: aggiungi --level ambiti, asst o ats", "--range shows the Comuni within each group: add --level ambiti, asst or ats";
    HELP_SERIES: "Disegna una serie storica in SVG, PNG o PDF", "Draw a time series as SVG, PNG or PDF";
    HELP_RANKING: "Disegna una graduatoria in SVG, PNG o PDF", "Draw a ranking as SVG, PNG or PDF";
    HELP_SERIES_TERRITORY: "Territori da seguire (Comuni, Ambiti, ASST, ATS; di un indicatore come pubblicato le sue aree): una linea ciascuno", "Territories to follow (Comuni, Ambiti, ASST, ATS; of an indicator as published its areas): a line each";
    HELP_SERIES_LEVEL: "Disegna anche tutti i territori di questo livello, in grigio dietro quelli scelti", "Draw all the territories of this level too, in grey behind the chosen";
    HELP_BENCHMARKS: "Confronti, con la virgola: asst, ats, le aree con valori pubblicati (lombardia, italia), o none [ats; none per i conteggi]", "What to compare with, parted by commas: asst, ats, areas with published values (lombardia, italia), or none [ats; none for counts]";
    HELP_BAND: "Aggiunge la fascia dal minimo al massimo dei Comuni del primo Ambito scelto", "Add the band from lowest to highest of the Comuni of the first chosen Ambito";
    HELP_MODE: "Valori (absolute), differenze dalla data di base (change), indici con base 100 (base100) o con l'ATS pari a 100 a ogni data (ats100)", "Values (absolute), differences from the base date (change), indices with base 100 (base100) or with the ATS at 100 at each date (ats100)";
    HELP_BASE: "Anno della data di base [la prima]", "Year of the base date [the first]";
    HELP_TOP: "Quanti mostrarne, dal più alto [quanti ne stanno nella pagina]", "How many to show, from the highest [as many as fit the page]";
    HELP_RANKING_TERRITORY: "Territori da mettere in evidenza, sempre in vista (Comuni, Ambiti, ASST)", "Territories to stand out, always in view (Comuni, Ambiti, ASST)";
    HELP_RANGE: "Di ogni gruppo mostra anche minimo, media semplice e massimo dei suoi Comuni", "Of each group show the lowest, simple mean and highest of its Comuni too";
}

// The time series below the map.
texts! {
    TAB_SERIES: "Serie storica", "Time series";
    MODE_ABSOLUTE: "Valori", "Values";
    MODE_CHANGE: "Differenze", "Differences";
    MODE_BASE_100: "Base 100", "Base 100";
    MODE_ATS_100: "ATS = 100", "ATS = 100";
    SERIES_CHOOSE: "Scegli uno o più territori sulla mappa per confrontarli con l'ATS.", "Choose one or more territories on the map to set them against the ATS.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_ends_its_sentence() {
        for (text, read) in [
            ("La differenza è +0,3 p.p..", "La differenza è +0,3 p.p."),
            ("da +0,1 p.p.. Nell'ATS", "da +0,1 p.p. Nell'ATS"),
            ("(+0,3 p.p.).", "(+0,3 p.p.)."),
            ("non posso leggere '../x.csv': manca", "non posso leggere '../x.csv': manca"),
            ("'dati..bis.csv' è vuoto", "'dati..bis.csv' è vuoto"),
            ("aspetta...", "aspetta..."),
        ] {
            assert_eq!(one_stop(text.to_owned()), read);
        }
        assert_eq!(notice_exported(Lang::En, "x.png"), "Saved: x.png");
    }
}
