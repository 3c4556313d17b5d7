//! The texts of a place at a glance, and of its page.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_GLANCE: "Scheda", "At a glance";
    HOW_GLANCE: "Poche frasi sul territorio e, sotto, i suoi membri: quanti residenti, che quota del totale, di quanto è cambiato ciascuno. Le variazioni dei membri si sommano in quella del territorio. Di un Comune c'è invece quanto pesa nel suo Ambito.", "A few sentences on the territory and, below, its members: how many residents, which share of the total, by how much each has changed. The changes of the members add up to that of the territory. Of a Comune there is instead what it weighs in its Ambito.";
    HELP_GLANCE: "Scheda di un territorio su una pagina A4: mappa, frasi, piramide, profilo, membri; di un Comune, il Foglio del Sindaco", "A territory at a glance on an A4 page: map, sentences, pyramid, profile, members; of a Comune, the sheet for its mayor";
    HELP_GLANCE_TERRITORY: "Codice del territorio, di qualsiasi livello [l'ATS]", "Code of the territory, of any level [the ATS]";
    HELP_GLANCE_EACH: "Una scheda per ogni territorio di un livello, in una cartella (-o): comuni, ambiti o asst", "A page for each territory of a level, in a folder (-o): comuni, ambiti or asst";
    HELP_GLANCE_PAGES: "Quali parti: page, la scheda intera; text, solo le frasi e i membri", "Which parts: page, the whole page; text, the sentences and members alone";
    GLANCE_EACH_OR_ONE: "--each scrive una scheda per ogni territorio del livello: non va con --territory", "--each writes a page for each territory of the level: it does not go with --territory";
    GLANCE_FILE: "scheda", "at_a_glance";
    GLANCE_MAYOR_FILE: "foglio_del_sindaco", "mayors_sheet";
    fn glance_title(place): "In breve: {place}", "In short: {place}";
    fn glance_page_title(place): "Scheda: {place}", "At a glance: {place}";
    fn glance_mayor_title(place): "Foglio del Sindaco: {place}", "The mayor's sheet: {place}";
    fn glance_members_title(place): "Da chi è composto: {place}", "What it is made of: {place}";
    fn glance_weight_title(place, whole): "Quanto pesa: {place}, {whole}", "What it weighs: {place}, {whole}";
    fn glance_members_subtitle(when, from): "Residenti {when}, quota del totale e variazione {from}", "Residents {when}, share of the total and change since {from}";
    fn glance_members_alone(when): "Residenti {when} e quota del totale", "Residents {when} and share of the total";
    fn glance_weight_subtitle(whole): "Ogni riga alla sua data; la quota è su 100 {whole}, la variazione dalla prima data che si confronta", "Each row at its own date; the share is out of 100 {whole}, the change since the first date that compares";
    fn glance_has(place, count, when, share, of): "{place} ha {count} ({when}), {share} di quelli {of}.", "{place} has {count} ({when}), {share} of those {of}.";
    fn glance_has_alone(place, count, when): "{place} ha {count} ({when}).", "{place} has {count} ({when}).";
    fn glance_no_count(place, reason, when): "{place}, residenti: {reason} ({when}).", "{place}, residents: {reason} ({when}).";
    fn glance_rose(since, by, rate): "{since} i residenti sono aumentati di {by} ({rate}).", "{since} residents have risen by {by} ({rate}).";
    fn glance_fell(since, by, rate): "{since} i residenti sono diminuiti di {by} ({rate}).", "{since} residents have fallen by {by} ({rate}).";
    fn glance_stayed(since): "{since} i residenti sono rimasti gli stessi.", "{since} residents have stayed the same.";
    fn glance_since(date): "{date}", "since {date}";
    fn glance_part_of_change(by, inside, share, from): "Nello stesso periodo i residenti sono aumentati di {by} {inside}: {share} di questa variazione viene {from}.", "In the same period residents have risen by {by} {inside}: {share} of this change comes {from}.";
    fn glance_part_of_fall(by, inside, share, from): "Nello stesso periodo i residenti sono diminuiti di {by} {inside}: {share} di questa variazione viene {from}.", "In the same period residents have fallen by {by} {inside}: {share} of this change comes {from}.";
    fn glance_others(whole, inside, others): "Nello stesso periodo i residenti sono {whole} {inside}; negli altri Comuni sono {others}.", "In the same period residents have {whole} {inside}; in the other Comuni they have {others}.";
    fn glance_up(by): "aumentati di {by}", "risen by {by}";
    fn glance_down(by): "diminuiti di {by}", "fallen by {by}";
    GLANCE_SAME: "rimasti gli stessi", "stayed the same";
    fn glance_only_comune(place, comune): "{place} è composto da un solo Comune, {comune}.", "{place} is made of one Comune alone, {comune}.";
    fn glance_whole_ambito(place): "{place} è l'unico Comune del suo Ambito: qui si confronta con l'ATS.", "{place} is the only Comune of its Ambito: here it is set beside the ATS.";
    fn glance_small(residents, points): "Con {residents} una persona in più o in meno sposta una percentuale di {points} punti.", "With {residents} one person more or less moves a percentage by {points} points.";
    GLANCE_ADDS_UP: "Le variazioni dei membri si sommano in quella del territorio.", "The changes of the members add up to that of the territory.";
    GLANCE_CONTRIBUTIONS: "I contributi dei membri si sommano nella variazione dell'indicatore del territorio (valore di Shapley).", "The contributions of the members add up to the change of the indicator of the territory (Shapley value).";
    fn glance_head_contribution(name, from, to): "Contributo, {name} {from}–{to}", "Contribution, {name} {from}–{to}";
    fn glance_rate_part(name, of_whole, before, from, now, to, of_own, own, all): "{name} {of_whole}: {before} ({from}), {now} ({to}); contributo {of_own} alla variazione: {own} su {all}.", "{name} {of_whole}: {before} ({from}), {now} ({to}); contribution {of_own} to the change: {own} of {all}.";
    GLANCE_HEAD_COUNT: "Residenti", "Residents";
    GLANCE_HEAD_SHARE: "%", "%";
    GLANCE_HEAD_MOVED: "Variazione", "Change";
    GLANCE_TOTAL: "Totale", "Total";
    fn glance_rows(shown, all): "Membri mostrati {shown}, in tutto {all}: gli altri sono nella tabella.", "Members shown {shown}, in all {all}: the others are in the table.";
    fn glance_sentences_left(count): "Frasi che non ci stanno: {count}.", "Sentences that do not fit: {count}.";
    fn glance_row(name, residents, share, moved): "{name}: {residents} residenti, {share}% del totale, variazione {moved}", "{name}: {residents} residents, {share}% of the total, change {moved}";
    fn alt_glance(title): "{title}.", "{title}.";
    GLANCE_SHEET_NAME: "Territorio", "Territory";
    GLANCE_SHEET_SHARE: "Quota del totale (%)", "Share of the total (%)";
    fn glance_sheet_moved(date): "Variazione dal {date}", "Change since {date}";
    GLANCE_SHEET_MEASURE: "Che cosa", "What";
    GLANCE_SHEET_DATE: "Data", "Date";
    GLANCE_SHEET_FROM: "Dal", "Since";
    GLANCE_COMPOSE: "Componi la scheda", "Compose the page";
    GLANCE_COMPOSE_HINT: "Apre la scheda intera nel compositore: mappa, piramide, profilo e membri su un A4 che puoi cambiare.", "Opens the whole page in the composer: map, pyramid, profile and members on an A4 that you can change.";
    GLANCE_EACH_AMBITO: "Una per Ambito (PDF)…", "One for each Ambito (PDF)…";
    GLANCE_EACH_COMUNE: "Un Foglio del Sindaco per Comune (PDF)…", "A mayor's sheet for each Comune (PDF)…";
    GLANCE_CHOOSE: "Scegli un territorio sulla mappa per vedere la sua scheda; senza, è quella dell'ATS.", "Choose a territory on the map to see it at a glance; without one it is the ATS.";
    GLANCE_NOTHING: "Nessun dato sui residenti da mostrare.", "No figures on residents to show.";
}
