//! The texts of the heat table.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_HEAT: "Tabella a colori", "Heat table";
    HOW_HEAT: "Una riga per territorio, una colonna per indicatore. Il colore dice quanto il valore è lontano dalla media della colonna, in deviazioni standard: blu sopra, arancio sotto, bianco vicino alla media. Sopra non vuol dire meglio. I territori simili stanno insieme, in gruppi.", "A row for each territory, a column for each indicator. The colour says how far the value is from the mean of its column, in standard deviations: blue above, orange below, white near the mean. Above does not mean better. Territories that are alike stand together, in groups.";
    HELP_HEAT: "Tabella a colori: territori per indicatori, con i territori simili insieme", "Heat table: territories by indicators, with those that are alike together";
    HELP_HEAT_AS_LISTED: "I territori nel loro ordine, senza gruppi", "The territories in their order, without groups";
    HELP_HEAT_K: "Quanti gruppi; senza, quanti ne dice la silhouette", "How many groups; without, as many as the silhouette says";
    HELP_HEAT_PART: "Quale pagina, se i territori non stanno in una", "Which page, where the territories do not fit on one";
    HEAT_TITLE: "Territori e indicatori a confronto", "Territories and indicators compared";
    HEAT_NOTHING: "Serve almeno un indicatore con valori.", "At least one indicator with values is needed.";
    HEAT_GROUPED: "Insieme i territori simili", "Territories that are alike together";
    HEAT_KEY_MEAN: "media", "mean";
    HEAT_HIGH_IS_GOOD: "alto è meglio", "high is better";
    HEAT_HIGH_IS_BAD: "alto è peggio", "high is worse";
    HEAT_NO_GROUP: "Senza gruppo: manca un valore", "Without a group: a value is missing";
    HEAT_NOTE: "Il colore dice di quante deviazioni standard il valore è sopra (blu) o sotto (arancio) la media dei territori, che contano tutti allo stesso modo. Nelle caselle i valori, ogni indicatore alla sua data.", "The colour says by how many standard deviations the value is above (blue) or below (orange) the mean of the territories, all of which count alike. In the cells the values, each indicator at its own date.";
    HEAT_NOTE_POLARITY: "Se un valore alto sia meglio o peggio è scritto solo dove è dichiarato.", "Whether a high value is better or worse is written only where it is declared.";
    HEAT_SHEET_GROUP: "Gruppo", "Group";
    HEAT_SHEET_SCORES: "Deviazioni dalla media", "Deviations from the mean";
    HEAT_SHEET_MEASURES: "Medie", "Means";
    HEAT_SHEET_MEAN: "Media", "Mean";
    HEAT_SHEET_SD: "Deviazione standard", "Standard deviation";
    fn heat_subtitle(units, count): "{units}, indicatori {count}", "{units}, indicators {count}";
    fn heat_group(number, count): "Gruppo {number} (territori {count})", "Group {number} (territories {count})";
    fn heat_group_named(name, count): "{name} (territori {count})", "{name} (territories {count})";
    RADAR_KEY: "Un radar per gruppo: ogni asse è un indicatore, con la media del gruppo in deviazioni standard. L'anello tratteggiato è la media di tutti, il centro e il bordo sono a due deviazioni.", "A radar for each group: each axis is an indicator, with the mean of the group in standard deviations. The dashed ring is the mean of all, the centre and the rim are two deviations away.";
    HEAT_RADAR: "Profilo dei gruppi (radar)", "Profile of the groups (radar)";
    HELP_HEAT_RADAR: "Il profilo di ogni gruppo come radar (da tre a dieci indicatori)", "The profile of each group as a radar (three to ten indicators)";
    RADAR_NOT: "Il radar vuole da tre a dieci indicatori e i territori in gruppi", "A radar takes three to ten indicators and territories in groups";
    fn heat_cell(name, indicator, date, value): "{name}, {indicator} ({date}): {value}", "{name}, {indicator} ({date}): {value}";
    fn heat_cell_score(cell, score): "{cell}, deviazioni standard dalla media {score}", "{cell}, standard deviations from the mean {score}";
    fn heat_note_groups(count, silhouette): "Gruppi con il metodo di Ward, tanti quanti ne dà la silhouette migliore: {count} (silhouette media {silhouette}). L'ordine è quello del suo albero.", "Groups by Ward's method, as many as the best silhouette gives: {count} (mean silhouette {silhouette}). The order is that of its tree.";
    fn heat_note_groups_asked(count, silhouette): "Gruppi con il metodo di Ward, tanti quanti ne sono stati chiesti: {count} (silhouette media {silhouette}). L'ordine è quello del suo albero.", "Groups by Ward's method, as many as were asked for: {count} (mean silhouette {silhouette}). The order is that of its tree.";
    fn heat_reading(rows, columns): "Territori {rows}, indicatori {columns}; ogni valore è confrontato con la media dei territori nella sua colonna.", "Territories {rows}, indicators {columns}; each value is compared with the mean of the territories in its column.";
    fn heat_reading_here(rows, of, columns): "Territori in questa pagina {rows} su {of}, indicatori {columns}; ogni valore è confrontato con la media di tutti i territori nella sua colonna.", "Territories on this page {rows} of {of}, indicators {columns}; each value is compared with the mean of all territories in its column.";
    fn heat_farthest_here(name, place, value, score): "In questa pagina il valore più lontano dalla media della sua colonna è in {name}: {place}, {value} ({score} deviazioni standard).", "On this page the value farthest from the mean of its column is in {name}: {place}, {value} ({score} standard deviations).";
    fn heat_farthest(name, place, value, score): "Il valore più lontano dalla media della sua colonna è in {name}: {place}, {value} ({score} deviazioni standard).", "The value farthest from the mean of its column is in {name}: {place}, {value} ({score} standard deviations).";
    fn heat_sizes(count, sizes): "Gruppi di territori simili: {count} (territori di ciascuno: {sizes}).", "Groups of territories that are alike: {count} (territories of each: {sizes}).";
    fn heat_group_near(group): "{group}: vicino alla media in ogni indicatore.", "{group}: near the mean in each indicator.";
    fn heat_group_above(group, above): "{group}: in media sopra per {above}.", "{group}: above on average in {above}.";
    fn heat_group_below(group, below): "{group}: in media sotto per {below}.", "{group}: below on average in {below}.";
    fn heat_group_both(group, above, below): "{group}: in media sopra per {above}; sotto per {below}.", "{group}: above on average in {above}; below in {below}.";
    fn heat_missing(count): "Caselle senza valore: {count}.", "Cells without a value: {count}.";
    fn heat_constant(count): "Indicatori uguali in tutti i territori, senza colore: {count}.", "Indicators that are the same in all territories, without colour: {count}.";
    fn heat_without_group(count): "Territori senza gruppo, perché manca un valore: {count}.", "Territories without a group, because a value is missing: {count}.";
    fn heat_ungrouped(count, names): "Senza gruppo, perché manca un valore: {count} ({names}).", "Without a group, because a value is missing: {count} ({names}).";
    HEAT_NO_GROUPS: "I territori con tutti i valori sono troppo pochi, o troppi, per farne gruppi: sono nel loro ordine.", "The territories with all values are too few, or too many, to be made groups of: they are in their order.";
    fn heat_part(part, of, shown, all): "Pagina {part} di {of}: territori mostrati {shown}, in tutto {all}.", "Page {part} of {of}: territories shown {shown}, in all {all}.";
    fn alt_heat(title, subtitle, count): "{title}. {subtitle}. Righe {count}.", "{title}. {subtitle}. Rows {count}.";
}
