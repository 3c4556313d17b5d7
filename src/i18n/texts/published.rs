//! The texts of tables and charts as published: how they are read, what their ranges are, where the source contradicts itself.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    fn read_published_span(when, name, low, low_of, high, high_of): "{when} «{name}», come pubblicato, va da {low} ({low_of}) a {high} ({high_of}).", "{when}, “{name}”, as published, ranges from {low} ({low_of}) to {high} ({high_of}).";
    fn read_published_equal(when, name, value): "{when} «{name}», come pubblicato, è {value} in ogni riga.", "{when}, “{name}”, as published, is {value} in every row.";
    fn read_published_one(when, name, of, value): "{when} «{name}», come pubblicato, è {value} ({of}).", "{when}, “{name}”, as published, is {value} ({of}).";
    fn read_published_none(when, name): "{when} «{name}» non ha valori pubblicati.", "{when}, “{name}” has no published values.";
    fn read_published_overall_noted(name, value): "Il valore {name} è {value}: vedi la nota.", "The value {name} is {value}: see the note.";
    fn read_published_overall_none(name, value): "Il valore {name} è {value}: nessun altro lo supera.", "The value {name} is {value}: no other exceeds it.";
    fn read_published_overall_one(name, value, rows): "Il valore {name} è {value}: lo supera {rows}.", "The value {name} is {value}: above it stands {rows}.";
    fn read_published_overall_many(name, value, rows): "Il valore {name} è {value}: lo superano {rows}.", "The value {name} is {value}: above it stand {rows}.";
    fn read_published_widest(name, min, max): "La distanza tra l'Ambito più basso e il più alto, come stampati, è maggiore per {name}: da {min} a {max}.", "The distance between the lowest and the highest Ambito, as printed, is widest for {name}: from {min} to {max}.";
    fn read_published_rows(count): "righe: {count}", "rows: {count}";
    READ_PUBLISHED_NO_MAX: "La fonte stampa il minimo e la media, non il massimo.", "The source prints the lowest and the mean, not the highest.";
    fn read_published_absent(names): "Senza un valore pubblicato: {names}.", "Without a published value: {names}.";
    READ_PRINTED_CHANGE: "La figura mostra le differenze; qui i valori stampati da cui vengono.", "The figure shows the differences; here are the printed values they come from.";
    READ_PRINTED_INDEX: "La figura mostra numeri indice; qui i valori stampati da cui vengono.", "The figure shows index numbers; here are the printed values they come from.";
    fn read_published_series(name): "«{name}», come pubblicato.", "“{name}”, as published.";
    fn read_published_parted(place, from, at_first, to, at_last): "{place}: {from} ({at_first}) e {to} ({at_last}), valori che non si confrontano.", "{place}: {from} ({at_first}) and {to} ({at_last}), values that do not compare.";
    fn series_other_base(names): "Non disegnati, perché hanno un'altra base e non si confrontano: {names}.", "Not drawn, as they have another base and do not compare: {names}.";
    fn series_mixed_bases(names): "Con una base diversa, da non confrontare con gli altri: {names}.", "With another base, not to be compared with the others: {names}.";
    FIX_MIXED_BASES: "Mostra in due figure i territori con basi diverse.", "Show territories with different bases in two figures.";
    fn read_published_rises(place, from, at_first, to, at_last, by): "{place}: sale da {from} ({at_first}) a {to} ({at_last}), {by}.", "{place}: rises from {from} ({at_first}) to {to} ({at_last}), {by}.";
    fn read_published_falls(place, from, at_first, to, at_last, by): "{place}: scende da {from} ({at_first}) a {to} ({at_last}), {by}.", "{place}: falls from {from} ({at_first}) to {to} ({at_last}), {by}.";
    fn read_published_stays(place, value, at_first, at_last): "{place}: {value} sia nel primo sia nell'ultimo valore stampato ({at_first} e {at_last}).", "{place}: {value} in both the first and the last printed value ({at_first} and {at_last}).";
    fn read_published_single(place, value, at): "{place}: {value} ({at}), il solo valore stampato.", "{place}: {value} ({at}), the only printed value.";
    fn read_published_without(place): "{place}: nessun valore stampato.", "{place}: no printed value.";
    fn read_published_more(count): "Altre linee: {count}.", "Further lines: {count}.";

    fn published_note(of, at, what): "{of}, {at}: {what}", "{of}, {at}: {what}";

    fn published_note_on_nothing(indicator, territory, year): "'{indicator}' ha una nota su '{territory}' nel {year}, dove non ha un valore", "'{indicator}' has a note on '{territory}' in {year}, where it has no value";
    fn published_bad_range(indicator, unknown): "l'intervallo di '{indicator}' nomina '{unknown}', che non è pubblicato", "the range of '{indicator}' names '{unknown}', which is not published";

    fn withheld_between(reason, between): "{reason}, {between}", "{reason}, {between}";

    PUBLISHED_TABLE: "Tabella come pubblicata", "Table as published";
    PUBLISHED_LOWEST: "Ambito più basso", "Lowest Ambito";
    PUBLISHED_HIGHEST: "Ambito più alto", "Highest Ambito";
    fn in_years(first, last): "anni {first}-{last}", "years {first}–{last}";
    fn in_whole_years(first, last): "negli anni {first}-{last}", "in the years {first}–{last}";
    fn years_label(first, last): "{first}-{last}", "{first}–{last}";

    PUBLISHED_RANGE: "Dal minimo al massimo degli Ambiti", "From the lowest to the highest of the Ambiti";
    PUBLISHED_RANGE_OPEN: "Dal minimo degli Ambiti alla media; il massimo non è stampato", "From the lowest of the Ambiti to the mean; the highest is not printed";
    PUBLISHED_MEAN: "Media degli Ambiti", "Mean of the Ambiti";
    PUBLISHED_RANGE_SHOW: "Minimo e massimo degli Ambiti", "Lowest and highest of the Ambiti";
    fn alt_published_range(place, min, mean, max): "{place}: Ambito più basso {min}, media {mean}, Ambito più alto {max}.", "{place}: lowest Ambito {min}, mean {mean}, highest Ambito {max}.";
    fn alt_published_range_open(place, min, mean): "{place}: Ambito più basso {min}, media {mean}; il più alto non è stampato.", "{place}: lowest Ambito {min}, mean {mean}; the highest is not printed.";

    HELP_DOCUMENTS: "Elenca le tabelle e i grafici dei documenti pubblicati, e perché alcuni mancano", "List tables and charts of the published documents, and why some are missing";
    SCATTER_NO_AREAS: "Di queste righe nessun altro indicatore ha valori con cui confrontarle.", "No other indicator has values of these rows to compare them with.";
    HELP_SCATTER_PRINTED: "Un grafico stampato di cui si conoscono i numeri di un solo asse, ridisegnato: «Grafico 26»", "A printed chart of which the numbers of one axis alone are known, drawn again: “Grafico 26”";
    fn scatter_no_areas(level): "a livello {level} non ci sono righe di questo indicatore da confrontare: scegli un altro --level", "at the level {level} this indicator has no rows to compare: choose another --level";
    IGNORED_COLOUR: "le aree di una tabella pubblicata non hanno le classi né i gruppi della mappa.", "the areas of a published table have neither the classes nor the groups of the map.";
    COMPUTED: "calcolato", "computed";
    fn scatter_one_published(published, computed): "«{published}» è come pubblicato, «{computed}» è calcolato.", "“{published}” is as published, “{computed}” is computed.";
    fn scatter_both_published(y, x): "«{y}» e «{x}» sono come pubblicati.", "“{y}” and “{x}” are as published.";
    fn document_scatter(command): "si disegna con: {command}", "it is drawn by: {command}";
    fn document_absent(name, why): "'{name}' non c'è: {why}", "'{name}' is not here: {why}";
    fn document_same_as(tables): "i numeri sono quelli di {tables}", "its numbers are those of {tables}";
    PRINTED_RESIDENTS: "abitanti", "inhabitants";
    PRINTED_DENSITY: "abitanti per km²", "inhabitants per km²";
    PRINTED_BODIES: "enti", "bodies";
    PRINTED_EUROS: "euro", "euros";
    PRINTED_PER_USER: "euro per utente", "euros per user";
    PRINTED_PER_HEAD: "euro pro capite", "euros per head";
    PRINTED_MILLIONS: "milioni di euro", "million euros";
    PRINTED_THOUSANDTHS: "per 1000", "per 1,000";
    PRINTED_PEOPLE: "persone", "people";
    PRINTED_PLACES: "posti", "places";
}
