//! The texts of the stream of parts.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_STREAM: "Flusso", "Stream";
    HOW_STREAM: "Ogni fascia è un territorio, e il suo spessore a una data è il suo valore: tutte insieme fanno il totale. Si legge lo spessore, non la posizione: una fascia si sposta anche quando cambiano le altre.", "Each band is a territory, and its thickness at a date is its value: all together make the total. Read the thickness, not the position: a band moves when the others change, too.";
    HELP_STREAM: "Flusso: le parti di un totale a tutte le date, una fascia ciascuna", "Stream: the parts of a total at all dates, a band each";
    HELP_STREAM_INDICATOR: "Indicatore che si somma, come un conteggio ('indicators' li elenca) [i residenti]", "Indicator that adds up, as a count does ('indicators' lists them) [the residents]";
    HELP_STREAM_TERRITORY: "Codici: le parti sono quelle del primo, o del suo Ambito se è un Comune; gli altri sono in evidenza [l'ATS]", "Codes: the parts are those of the first, or of its Ambito if it is a Comune; the others stand out [the ATS]";
    HELP_STREAM_FORM: "Come sono impilate le parti: stream (attorno a una linea), stack (da zero) o shares (quote del totale)", "How the parts are stacked: stream (around a line), stack (from zero) or shares (of the total)";
    HELP_STREAM_BY_COMUNI: "Divide un'ATS o un'ASST in Comuni invece che in Ambiti", "Divides an ATS or an ASST into Comuni instead of Ambiti";
    STREAM_FORM_STREAM: "Flusso", "Stream";
    STREAM_FORM_STACK: "Da zero", "From zero";
    STREAM_FORM_SHARES: "Quote", "Shares";
    STREAM_AS_STREAM: "attorno a una linea di mezzo", "around a middle line";
    STREAM_AS_STACK: "una sopra l'altra da zero", "one on the other from zero";
    STREAM_AS_SHARES: "in quote del totale", "as shares of the total";
    STREAM_PUBLISHED: "Questo grafico è solo per gli indicatori calcolati.", "This chart is for computed indicators alone.";
    STREAM_ITS_OWN: "L'indicatore della mappa non si somma: le parti sono quelle dei residenti.", "The indicator of the map does not add up: the parts are those of the residents.";
    STREAM_CHOOSE: "Scegli un Ambito, o un suo Comune, per vederne le parti.", "Choose an Ambito, or a Comune of it, to see its parts.";
    STREAM_NOTHING: "A nessuna data tutte le parti hanno un valore.", "At no date do all parts have a value.";
    STREAM_SHEET_SHARES: "Quote", "Shares";
    STREAM_NOTE_STREAM: "Si legge lo spessore delle fasce, con la barra a sinistra, e non la loro altezza sulla pagina: il flusso non ha una linea di zero, e inganna sui cambiamenti piccoli.", "Read the thickness of the bands, with the bar on the left, and not their height on the page: a stream has no line of zero, and misleads about small changes.";
    STREAM_NOTE_STACK: "Solo la fascia in basso e il totale partono da una linea dritta: le altre si spostano anche quando non cambiano.", "Only the lowest band and the total start from a straight line: the others move even when they do not change.";
    STREAM_NOTE_SHARES: "Una quota che cala può essere di un territorio che cresce meno degli altri: il totale qui non si vede.", "A share that falls may be of a territory that grows less than the others: the total is not seen here.";
    STREAM_NOTE_GAPS: "Le date che non si possono confrontare, o tra cui mancano anni, non sono unite. Tra due date unite i valori non sono noti: la linea retta è solo un collegamento.", "Dates that do not compare, or between which years are missing, are not joined. Between two joined dates values are not known: the straight line is a mere link.";
    fn stream_left_out(dates): "Escluse le date in cui manca il valore di una parte: {dates}.", "Excluded: the dates at which the value of a part is missing: {dates}.";
    fn stream_title(name, whole): "{name}: le parti – {whole}", "{name}: the parts – {whole}";
    fn stream_subtitle(units, when, form): "{units}, {when}, {form}", "{units}, {when}, {form}";
    fn stream_share_unit(whole): "% del totale, {whole}", "% of the total, {whole}";
    fn stream_others(units): "Tutti gli altri ({units})", "All others ({units})";
    fn stream_at(value, share, when): "{value}, {share} del totale, {when}", "{value}, {share} of the total, {when}";
    fn stream_part(name, before, now): "{name}: {before}; {now}", "{name}: {before}; {now}";
    fn stream_part_now(name, now): "{name}: {now}", "{name}: {now}";
    fn stream_reading(name, whole, units, dates): "«{name}», {whole}: {units}, date {dates}.", "“{name}”, {whole}: {units}, dates {dates}.";
    fn stream_total(before, from, now, to, by): "Totale: {before} {from}, {now} {to} ({by}).", "Total: {before} {from}, {now} {to} ({by}).";
    fn stream_total_now(now, when): "Totale: {now} {when}.", "Total: {now} {when}.";
    fn stream_largest(when, name, share): "La parte più grande {when}: {name}, {share} del totale.", "The largest part {when}: {name}, {share} of the total.";
    fn stream_up(span, name, before, now): "La quota che cresce di più, {span}: {name}, da {before} a {now}.", "The share that grows most, {span}: {name}, from {before} to {now}.";
    fn stream_down(span, name, before, now): "La quota che cala di più, {span}: {name}, da {before} a {now}.", "The share that falls most, {span}: {name}, from {before} to {now}.";
    fn alt_stream(title, subtitle): "Grafico a flusso. {title}. {subtitle}.", "Stream graph. {title}. {subtitle}.";
    fn notice_no_parts(name): "I valori di «{name}» non si sommano, e non sono parti di un totale: scegli un conteggio, come la popolazione residente.", "The values of “{name}” do not add up, and are no parts of a total: choose a count, such as the resident population.";
}
