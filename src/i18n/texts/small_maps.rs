//! The texts of small maps.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_SMALL_MAPS: "Mappe piccole", "Small maps";
    HOW_SMALL_MAPS: "Lo stesso territorio più volte. Un indicatore nelle sue date: lo stesso colore vuol dire lo stesso intervallo di valori su tutte le mappe. Più indicatori: ogni mappa ha classi sue, e i colori di due mappe non si confrontano. Una linea tratteggiata prima di una mappa: lì la serie si interrompe.", "The same territory many times. An indicator at its dates: the same colour means the same interval of values on all maps. Several indicators: each map has classes of its own, and colours of two maps do not compare. A dashed line before a map: the series breaks there.";
    HELP_SMALL_MAPS: "Mappe piccole: un indicatore in tutte le date, o più indicatori", "Small maps: an indicator at all dates, or several indicators";
    HELP_SMALL_MAPS_INDICATORS: "Più indicatori, con la virgola, ciascuno al suo anno (ID@ANNO) o al più recente; ogni mappa ha le sue classi", "Several indicators, parted by commas, each at its year (ID@YEAR) or at the latest; each map has its own classes";
    HELP_SMALL_MAPS_YEARS: "Gli anni mostrati, con la virgola, anche come intervallo (2011-2023); senza, tutti", "The years shown, parted by commas, a range too (2011-2023); without, all of them";
    HELP_SMALL_MAPS_PART: "Quale pagina, se le mappe non stanno in una", "Which page, where the maps do not fit on one";
    SMALL_MAPS_NOTHING: "Nessuna mappa da mostrare: l'indicatore non ha date.", "No map to show: the indicator has no dates.";
    SMALL_MAPS_PUBLISHED: "I valori come pubblicati non hanno confini: scegli un indicatore calcolato.", "Values as published have no boundaries: choose a computed indicator.";
    SMALL_MAPS_NO_VALUE: "nessun valore", "no values";
    SMALL_MAPS_NEW_SERIES: "nuova serie", "new series";
    SMALL_MAPS_BY_DATE: "Per data", "By date";
    SMALL_MAPS_BY_INDICATOR: "Più indicatori", "Several indicators";
    SMALL_MAPS_TITLE: "Mappe di più indicatori", "Maps of several indicators";
    fn small_maps_no_year(name, years): "{name} non ha valori in questi anni: {years}", "{name} has no values in these years: {years}";
    fn small_maps_datum(name, when, value): "{name}, {when}: {value}", "{name}, {when}: {value}";
    fn small_maps_largest_circle(value): "cerchio più grande: {value}", "largest circle: {value}";
    fn small_maps_subtitle(level, when): "{level}, {when}", "{level}, {when}";
    SMALL_MAPS_OWN_DATES: "ciascuno alla sua data", "each at its own date";
    SMALL_MAPS_SAME_CLASSES: "Lo stesso colore vuol dire lo stesso intervallo di valori su tutte le mappe.", "The same colour means the same interval of values on all maps.";
    SMALL_MAPS_SAME_CIRCLES: "I cerchi hanno la stessa scala su tutte le mappe.", "Circles have the same scale on all maps.";
    SMALL_MAPS_OWN_CLASSES: "Ogni mappa ha classi sue: i colori di due mappe non si confrontano. Le mappe hanno tutte la stessa scala geografica.", "Each map has classes of its own: colours of two maps do not compare. All maps have the same geographic scale.";
    fn small_maps_gaps(years): "Anni senza dati tra la prima e l'ultima mappa: {years}.", "Years without data between the first and the last map: {years}.";
    fn small_maps_left_out(dates): "Date dell'indicatore che non sono mostrate: {dates}.", "Dates of the indicator that are not shown: {dates}.";
    fn small_maps_empty(count): "Mappe senza alcun valore: {count}.", "Maps without any value: {count}.";
    SMALL_MAPS_ONE: "C'è una sola mappa: per un confronto nel tempo servono almeno due date.", "There is a single map: a comparison over time needs at least two dates.";
    fn small_maps_part(part, of, shown, all): "Pagina {part} di {of}: mappe mostrate {shown}, in tutto {all}.", "Page {part} of {of}: maps shown {shown}, in all {all}.";
    fn alt_small_maps(title, subtitle, count): "{title}. {subtitle}. Mappe piccole: {count}.", "{title}. {subtitle}. Small maps: {count}.";
    fn small_maps_of(what, told): "{what}: {told}", "{what}: {told}";
    fn small_maps_reading_dates(name, count, span): "«{name}»: mappe {count}, {span}, tutte con le stesse classi.", "“{name}”: maps {count}, {span}, all with the same classes.";
    fn small_maps_reading_circles(name, count, span): "«{name}»: mappe {count}, {span}, con cerchi della stessa scala.", "“{name}”: maps {count}, {span}, with circles of the same scale.";
    fn small_maps_reading_indicators(count): "Indicatori sulle mappe: {count}, ciascuno con classi sue.", "Indicators on the maps: {count}, each with classes of its own.";
    fn small_maps_reading_ats(before, when, now, later): "Valore dell'ATS: {before} {when}, {now} {later}.", "Value of the ATS: {before} {when}, {now} {later}.";
    fn small_maps_reading_moves(units, when, later, up, down, same): "{units} in una classe più alta {later} che {when}: {up}; in una più bassa: {down}; nella stessa: {same}.", "{units} in a higher class {later} than {when}: {up}; in a lower one: {down}; in the same: {same}.";
    fn small_maps_reading_unknown(count): "Senza un valore in una delle due date: {count}.", "Without a value at one of the two dates: {count}.";
    fn small_maps_reading_empty(dates): "Non c'è alcun valore: {dates}.", "There is no value at all: {dates}.";
    SMALL_MAPS_BROKEN: "La serie si interrompe tra la prima e l'ultima mappa: i valori prima e dopo non si confrontano.", "The series breaks between the first and the last map: values before and after do not compare.";
}
