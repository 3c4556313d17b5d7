//! The texts of the questions that an analysis answers, and of the maps that are their answers.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

// Maps of indices, of residuals, of trends and of forecasts.
texts! {
    KIND_INDEX: "Indice composito", "Composite index";
    KIND_RESIDUALS: "Ciò che altri indicatori non spiegano", "What other indicators leave unexplained";
    KIND_TREND: "Tendenza della serie", "Trend of the series";
    KIND_FUTURE: "Previsione dei residenti", "Forecast of residents";
    fn title_index(names): "Indice composito: {names}", "Composite index: {names}";
    INDEX_UNIT_100: "indice (100: nella media)", "index (100: average)";
    INDEX_UNIT_0: "indice (0: nella media, in deviazioni standard)", "index (0: average, in standard deviations)";
    INDEX_UNIT_RANKS: "posto medio", "mean rank";
    fn index_placed(name, index, highest, lowest): "{name} ({index}; posti dal {highest}° al {lowest}°)", "{name} ({index}; places {highest} to {lowest})";
    fn index_highest(names): "I valori più alti dell'indice: {names}.", "The highest values of the index: {names}.";
    fn index_lowest(names): "I più bassi: {names}.", "The lowest: {names}.";
    fn index_all(names): "In ordine dal più alto: {names}.", "From the highest: {names}.";
    fn index_made_of(names): "Indice fatto con: {names}.", "Index made of: {names}.";
    fn title_residuals(name, by): "{name}: ciò che «{by}» non spiega", "{name}: what “{by}” leaves unexplained";
    fn title_residuals_several(name, by): "{name}: ciò che {by} non spiegano", "{name}: what {by} leave unexplained";
    fn residuals_unit(unit): "residuo ({unit})", "residual ({unit})";
    fn residuals_fit(by, share, name, adjusted, n): "Sapendo {by} si spiega {share} delle differenze di «{name}» tra i territori (R² corretto {adjusted}; territori: {n}).", "Knowing {by} explains {share} of the differences of “{name}” between territories (adjusted R² {adjusted}; territories: {n}).";
    fn residuals_above(names): "Più alti di quanto ci si aspetterebbe: {names}.", "Higher than would be expected: {names}.";
    fn residuals_below(names): "Più bassi di quanto ci si aspetterebbe: {names}.", "Lower than would be expected: {names}.";
    fn residuals_moran(i, p): "I residui dei vicini si somigliano (I di Moran {i}, p {p}): manca qualcosa che varia nello spazio.", "Residuals of neighbours are alike (Moran's I {i}, p {p}): something that varies in space is lacking.";
    fn title_trend(name): "{name}: tendenza", "{name}: trend";
    fn when_trend(when): "serie fino al dato più recente (mappa {when})", "series up to the latest value (map {when})";
    LEGEND_TREND: "Tendenza", "Trend";
    fn trend_counts(up, down, steady): "In crescita: {up}; in calo: {down}; nessuna tendenza provata: {steady}.", "Rising: {up}; falling: {down}; no trend shown: {steady}.";
    fn trend_counts_short(up, down, steady, short): "In crescita: {up}; in calo: {down}; nessuna tendenza provata: {steady}; serie troppo corta: {short}.", "Rising: {up}; falling: {down}; no trend shown: {steady}; series too short: {short}.";
    fn trend_span(first, last, points): "La serie senza interruzioni va dal {first} al {last} ({points} punti).", "The unbroken series goes from {first} to {last} ({points} points).";
    fn trend_chance(tested, chance): "Serie verificate: {tested} (Mann-Kendall, p sotto 0,05); per solo caso ne risulterebbero in crescita o in calo circa {chance}.", "Series tested: {tested} (Mann–Kendall, p below 0.05); about {chance} would come out rising or falling by chance alone.";
    fn title_future(measure): "{measure}: variazione prevista", "{measure}: forecast change";
    fn title_future_years(measure, from, to): "{measure}: variazione prevista dal {from} al {to}", "{measure}: forecast change from {from} to {to}";
    fn when_future(years): "previsione a {years} anni", "forecast {years} years ahead";
    FUTURE_PERCENT: "variazione %", "change in %";
    FUTURE_POINTS: "variazione in punti", "change in points";
    fn future_counts(measure, from, to, up, down, unsure): "{measure}, dal {from} al {to}: in crescita {up}, in calo {down}; l'intervallo comprende il valore del {from} in {unsure}.", "{measure}, from {from} to {to}: growing {up}, shrinking {down}; the interval includes the value of {from} in {unsure}.";
    fn future_one(name, by, low, high): "{name} ({by}; da {low} a {high})", "{name} ({by}; {low} to {high})";
    fn future_most(names): "Le variazioni più alte: {names}.", "The highest changes: {names}.";
    fn future_least(names): "Le più basse: {names}.", "The lowest: {names}.";
    fn future_all(names): "Dalla variazione più alta: {names}.", "From the highest change: {names}.";
    HELP_RESIDUALS: "Mostra ciò che questi indicatori non spiegano di quello della mappa (ripetibile)", "Show what these indicators leave unexplained of the map's (repeatable)";
    HELP_INDEX_MAP: "Mostra un indice composito dell'indicatore e di questi altri (ripetibile)", "Show a composite index of the indicator and of these others (repeatable)";
    HELP_TREND_MAP: "Mostra dove la serie cresce o cala (Mann-Kendall)", "Show where the series rises or falls (Mann–Kendall)";
    HELP_FUTURE_MAP: "Mostra quanto una misura dei residenti cambia nei prossimi anni", "Show how much a measure of the residents changes in the coming years";
    INDEX_METHOD: "Metodo", "Method";
    INDEX_WORSE: "Di più è peggio", "More is worse";
    RESIDUALS_BY: "Spiegato da", "Explained by";
    FUTURE_YEARS: "Tra quanti anni", "How many years ahead";
}

// The dialog.
texts! {
    ANALYSIS_MENU: "Analisi…", "Analysis…";
    ANALYSIS_TITLE: "Analisi", "Analysis";
    ANALYSIS_TIP: "Scegli una domanda: la risposta è una mappa con un grafico, due frasi e una nota sul metodo. L'indicatore e il livello sono quelli della mappa.", "Choose a question: the answer is a map with a chart, two sentences and a note on the method. Indicator and level are those of the map.";
    ASK_DIFFERENT: "È diverso dal valore dell'ATS?", "Is it different from the value of the ATS?";
    ASK_CHANGING: "Sta cambiando?", "Is it changing?";
    ASK_NEIGHBOURS: "Ci sono aree vicine simili?", "Are there neighbouring areas that are alike?";
    ASK_TOGETHER: "Che cosa va con che cosa?", "What goes with what?";
    ASK_ALIKE: "Chi si somiglia?", "Who is alike?";
    ASK_WORST: "Chi sta peggio nell'insieme?", "Who is worst off on the whole?";
    ASK_FUTURE: "Dove saremo?", "Where shall we be?";
    CHOOSE_CERTAIN: "Quanto vuoi essere sicuro, prima di dire che un territorio è diverso?", "How sure do you want to be before a territory is said to differ?";
    CERTAIN_95: "Abbastanza (95%): più territori, qualcuno per caso", "Rather (95%): more territories, some by chance";
    CERTAIN_998: "Molto (99,8%): pochi, ma quasi mai per caso", "Very (99.8%): few, but hardly ever by chance";
    CHOOSE_NOTHING: "Non c'è nulla da scegliere: valgono tutte le date senza interruzioni.", "There is nothing to choose: all dates without a break count.";
    CHOOSE_NEIGHBOURS: "Chi è vicino?", "Who is a neighbour?";
    CHOOSE_WITH_ONE: "Con quale indicatore?", "With which indicator?";
    CHOOSE_WITH: "In quali altri indicatori?", "In which other indicators?";
    CHOOSE_GOOD: "Per ognuno: di più è un bene o un male?", "For each: is more of it good or bad?";
    IS_GOOD: "un bene", "good";
    IS_BAD: "un male", "bad";
    CHOOSE_MEASURE: "Di che cosa?", "Of what?";
    ANALYSIS_RUN: "Rispondi", "Answer";
    ANALYSIS_STEP_MAP: "Calcolo la mappa", "Working out the map";
    ANALYSIS_STEP_CHART: "Calcolo il grafico", "Working out the chart";
    ANALYSIS_STEP_PICTURE: "Disegno", "Drawing";
    ANALYSIS_CANCEL: "Annulla", "Cancel";
    ANALYSIS_SHOW: "Mostra sulla mappa", "Show on the map";
    ANALYSIS_COMPOSE: "Metti in una pagina", "Put on a page";
    ANALYSIS_METHOD: "Come si legge", "How to read it";
    ANALYSIS_PICTURE: "La mappa e il grafico della risposta", "The map and the chart of the answer";
    fn analysis_page(question): "Analisi: {question}", "Analysis: {question}";
    fn analysis_broken(why): "L'analisi non è riuscita: {why}", "The analysis failed: {why}";
    ANALYSIS_NEEDS: "Scegli prima gli indicatori.", "Choose the indicators first.";
    fn analysis_undeclared(name): "Di «{name}» indica se di più è un bene o un male.", "Say whether more of “{name}” is good or bad.";
    ANALYSIS_NO_MAP: "Apri prima un indicatore calcolato: uno come pubblicato non ha confini né vicini.", "Open a computed indicator first: one as published has neither boundaries nor neighbours.";
    NOTE_DIFFERENT: "Ogni territorio ha un intervallo, tanto più largo quanto meno persone conta: è «diverso» solo se il valore di riferimento ne resta fuori. Si usa per tassi e quote; non per medie e conteggi.", "Each territory has an interval, the wider the fewer people it counts: it is “different” only if the benchmark lies outside. It is for rates and shares, not for means and counts.";
    NOTE_CHANGING: "Il test di Mann-Kendall guarda se ogni anno è più spesso sopra o sotto i precedenti. Servono almeno cinque anni senza interruzioni; non dice perché, né se continuerà.", "The Mann–Kendall test looks whether each year is more often above or below the ones before. It takes at least five years without a break; it does not say why, nor whether it will go on.";
    NOTE_NEIGHBOURS: "Il valore di ogni territorio è confrontato con la media dei vicini, e il risultato con quello di migliaia di mappe in cui gli stessi valori sono sparsi a caso. Con pochi territori trova di rado qualcosa.", "The value of each territory is compared with the mean of its neighbours, and the result with that of thousands of maps over which the same values are scattered at random. With few territories it seldom finds anything.";
    NOTE_TOGETHER: "La retta dice che valore ci si aspetterebbe sapendo l'altro indicatore; la mappa mostra chi ne è lontano. Che due cose vadano insieme non dice che una causi l'altra, né che valga per le singole persone.", "The line says which value would be expected knowing the other indicator; the map shows who is far from it. That two things go together does not say that one causes the other, nor that it holds for persons.";
    NOTE_ALIKE: "I territori sono divisi in modo che in ogni gruppo i valori si somiglino; ogni indicatore pesa allo stesso modo. Se la silhouette è bassa i gruppi sono un modo di descrivere, non una scoperta.", "Territories are divided so that values are alike in each group; every indicator weighs the same. Where the silhouette is low the groups are a way to describe, no discovery.";
    NOTE_WORST: "Gli indicatori sono portati su una scala comune e riuniti in un numero; chi è molto diseguale tra l'uno e l'altro è penalizzato. Guarda da che posto a che posto si va cambiando il metodo, prima di dire chi è peggio.", "The indicators are brought to a common scale and made one number; those that differ much between them are penalised. Look from which place to which one goes when the method changes before saying who is worse.";
    NOTE_FUTURE: "Si suppone che ciò che è accaduto tra le due date più recenti continui: non sa nulla di case, servizi e leggi a venire. La previsione vale con il suo intervallo.", "It is supposed that what happened between the two latest dates goes on: it knows nothing of houses, services and laws to come. The forecast holds with its interval.";
}
