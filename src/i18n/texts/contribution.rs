//! The texts of contributions to a change.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_CONTRIBUTION: "Contributi", "Contributions";
    HOW_CONTRIBUTION: "Dal valore alla prima data a quello alla seconda: ogni barra è la parte di variazione che viene da un territorio, e tutte insieme danno la variazione. Blu se alza il valore, arancio se lo abbassa.", "From the value at the earlier date to that at the later: each bar is the part of the change that comes from one territory, and all together make the change. Blue if it raises the value, orange if it lowers it.";
    HELP_CONTRIBUTION: "Quanto ogni Comune o Ambito contribuisce alla variazione del territorio di cui fa parte", "How much each Comune or Ambito contributes to the change of the territory it is part of";
    HELP_CONTRIBUTION_TERRITORY: "Codici: la variazione è quella del primo, o del suo Ambito se è un Comune; gli altri sono in evidenza [l'ATS]", "Codes: the change is that of the first, or of its Ambito if it is a Comune; the others stand out [the ATS]";
    HELP_CONTRIBUTION_FORM: "In che cosa è divisa la variazione: members (i territori) o sides (numeratore e denominatore)", "What the change is divided into: members (the territories) or sides (numerator and denominator)";
    HELP_CONTRIBUTION_BY_COMUNI: "Divide la variazione di un'ATS o di un'ASST tra i Comuni invece che tra gli Ambiti", "Divides the change of an ATS or an ASST among Comuni instead of Ambiti";
    CONTRIBUTION_MEMBERS: "Territori", "Territories";
    CONTRIBUTION_SIDES: "Numeratore e denominatore", "Numerator and denominator";
    CONTRIBUTION_BY_COMUNI: "Per Comune", "By Comune";
    CONTRIBUTION_CHOOSE: "Scegli un Ambito, o un suo Comune, per dividere la sua variazione.", "Choose an Ambito, or a Comune of it, to divide its change.";
    CONTRIBUTION_HEAD: "Contributo", "Contribution";
    CONTRIBUTION_OF_NUMERATOR: "Con il numeratore", "Through the numerator";
    CONTRIBUTION_OF_DENOMINATOR: "Con il denominatore", "Through the denominator";
    CONTRIBUTION_UP: "alza il valore", "raises the value";
    CONTRIBUTION_DOWN: "abbassa il valore", "lowers the value";
    CONTRIBUTION_ALONE_NUMERATOR: "Se fosse cambiato solo il numeratore", "Had the numerator alone changed";
    CONTRIBUTION_ALONE_DENOMINATOR: "Se fosse cambiato solo il denominatore", "Had the denominator alone changed";
    CONTRIBUTION_METHOD: "Il contributo di un territorio viene da quanto sono cambiati il suo numeratore e il suo denominatore: è la media dell'effetto che ciascuno ha se cambia per primo e se cambia per ultimo (valore di Shapley). La somma di tutti è la variazione.", "The contribution of a territory comes from how much its numerator and its denominator changed: it is the mean of the effect each has if it changes first and if it changes last (Shapley value). The sum of all is the change.";
    CONTRIBUTION_METHOD_WEIGHTED: "Il valore di un gruppo è una media ponderata: il contributo di un territorio viene da quanto sono cambiati il suo valore e il suo peso. La somma di tutti è la variazione.", "The value of a group is a weighted mean: the contribution of a territory comes from how much its value and its weight changed. The sum of all is the change.";
    CONTRIBUTION_NO_GROUPS: "Per i gruppi questo indicatore non ha un valore calcolato dai Comuni: la sua variazione non si può dividere.", "For groups this indicator has no value calculated from the Comuni: its change cannot be divided.";
    CONTRIBUTION_NOT_OF_MEMBERS: "Di questo indicatore non ci sono valori per i territori che compongono quello scelto: la sua variazione non si può dividere.", "This indicator has no values for the territories that make up the chosen one: its change cannot be divided.";
    CONTRIBUTION_NO_MEMBERS: "Nessun territorio ha un valore a entrambe le date.", "No territory has a value at both dates.";
    CONTRIBUTION_NO_RATE: "A una delle due date il denominatore è zero: non c'è una variazione da dividere.", "At one of the two dates the denominator is zero: there is no change to divide.";
    fn contribution_title(name): "{name}: da dove viene la variazione", "{name}: where the change comes from";
    fn contribution_title_sides(name): "{name}: numeratore e denominatore", "{name}: numerator and denominator";
    fn contribution_subtitle(whole, one, span): "{whole}, contributo di ogni {one}, {span}", "{whole}, contribution of each {one}, {span}";
    fn contribution_subtitle_alone(whole, span): "{whole}, {span}", "{whole}, {span}";
    fn contribution_whole_known(name, known, of): "{name} ({known} su {of})", "{name} ({known} of {of})";
    fn contribution_end(whole, date): "{whole}, {date}", "{whole}, {date}";
    fn contribution_numerator(what): "Numeratore: {what}", "Numerator: {what}";
    fn contribution_denominator(what): "Denominatore: {what}", "Denominator: {what}";
    fn contribution_others(count): "Tutti gli altri insieme ({count})", "All others together ({count})";
    fn contribution_rounded(sum): "I contributi scritti sono arrotondati: sommati danno {sum}.", "The contributions are written rounded: they add up to {sum}.";
    fn contribution_part(name, by, before, now): "{name}: contributo {by}; valore proprio da {before} a {now}", "{name}: contribution {by}; own value from {before} to {now}";
    fn contribution_part_sides(told, numerator, denominator): "{told} (con il numeratore {numerator}, con il denominatore {denominator})", "{told} (through the numerator {numerator}, through the denominator {denominator})";
    fn contribution_only_member(whole, name): "{whole} ha un solo Comune, {name}: tutta la variazione è sua.", "{whole} has a single Comune, {name}: the whole change is its own.";
    fn contribution_absent_one(name, of): "Senza un valore a una delle due date, e perciò escluso dal conto: {name} (su {of}). La variazione è quella degli altri.", "Without a value at one of the two dates, and so excluded: {name} (of {of}). The change is that of the others.";
    fn contribution_absent(names, count, of): "Senza un valore a una delle due date, e perciò esclusi dal conto, {count} su {of}: {names}. La variazione è quella degli altri.", "Without a value at one of the two dates, and so excluded, {count} of {of}: {names}. The change is that of the others.";
    fn contribution_and_more(count): "e altri {count}", "and {count} more";
    fn contribution_reading_change(name, whole, before, from, now, to, by): "«{name}», {whole}: {before} {from}, {now} {to} ({by}).", "“{name}”, {whole}: {before} {from}, {now} {to} ({by}).";
    fn contribution_reading_count(units, up, down): "Territori in cui è divisa la variazione: {units}. Contributi che alzano il valore: {up}; che lo abbassano: {down}.", "Territories that the change is divided among: {units}. Contributions that raise the value: {up}; that lower it: {down}.";
    fn contribution_reading_count_same(units, up, down, same): "Territori in cui è divisa la variazione: {units}. Contributi che alzano il valore: {up}; che lo abbassano: {down}; nulli: {same}.", "Territories that the change is divided among: {units}. Contributions that raise the value: {up}; that lower it: {down}; of zero: {same}.";
    fn contribution_reading_ends(high, high_by, low, low_by): "Il contributo più alto: {high} ({high_by}); il più basso: {low} ({low_by}).", "The highest contribution: {high} ({high_by}); the lowest: {low} ({low_by}).";
    fn contribution_reading_alone(numerator, by_numerator, denominator, by_denominator): "Se fosse cambiato solo il numeratore ({numerator}), il valore sarebbe {by_numerator}; se solo il denominatore ({denominator}), {by_denominator}.", "Had the numerator alone changed ({numerator}), the value would be {by_numerator}; had the denominator alone ({denominator}), {by_denominator}.";
    fn contribution_reading_sides(numerator, denominator): "Divisa tra i due, la variazione viene per {numerator} dal numeratore e per {denominator} dal denominatore.", "Divided between the two, {numerator} of the change comes from the numerator and {denominator} from the denominator.";
    fn alt_contribution(title, subtitle): "Grafico a cascata. {title}. {subtitle}.", "Waterfall chart. {title}. {subtitle}.";
}
