//! The texts of statistics: of the command line, and of what charts and maps say of them.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

// What a method needs, and why it does not get it.
texts! {
    STATS_WHAT: "indica un indicatore (--indicator) o una colonna di un file (--csv)", "name an indicator (--indicator) or a column of a file (--csv)";
    STATS_NOTHING: "nessun territorio ha i conteggi che servono", "no territory has the counts that are needed";
    STATS_NO_PART: "l'indicatore è un rapporto tra due conteggi, non una parte di un totale: usa 'stats byar'", "the indicator is a ratio of two counts, not a part of a whole: use 'stats byar'";
    fn no_benchmark_region(name): "di «{name}» non c'è un valore della Lombardia alla stessa data: confronta con ats o con un numero", "there is no value of Lombardy for “{name}” at the same date: compare with ats or a number";
    fn no_benchmark_asst(name): "di «{name}» le ASST non hanno un valore a quella data: confronta con ats o con un numero", "the ASST have no value of “{name}” at that date: compare with ats or a number";
    fn no_benchmark_ats(name): "di «{name}» l'ATS non ha un valore a quella data: confronta con un numero", "the ATS has no value of “{name}” at that date: compare with a number";
    STATS_FUNNEL_ONE: "il grafico a imbuto ha un solo valore di riferimento: indica ats, lombardia o un numero", "the funnel has a single benchmark: give ats, lombardia or a number";
    fn stats_file_benchmark(typed): "per le colonne di un file il valore di riferimento è un numero, non '{typed}'", "for the columns of a file the benchmark is a number, not '{typed}'";
    STATS_STRATUM_LACKS: "a una classe manca un numero: la standardizzazione le richiede tutte", "a stratum lacks a number: standardising needs all of them";
    STATS_SERIES_GAP: "nella colonna manca un valore: una serie con un vuoto non si può continuare", "the column lacks a value: a series with a gap cannot be continued";
    fn no_counts_steps(name): "«{name}» ha gradini o categorie, che non sono conteggi: non ha intervalli, tendenze o previsioni", "“{name}” has steps or categories, which are no counts: it has no intervals, trends or forecasts";
    fn no_counts_mean(name): "«{name}» è una media: il suo intervallo dipende da quanto variano i valori delle persone, che nessuno pubblica", "“{name}” is a mean: its interval depends on how much the values of persons vary, which nobody publishes";
    fn no_counts_balance(name): "«{name}» è una variazione o un saldo, non una parte di una popolazione", "“{name}” is a change or a balance, not a part of a population";
    fn no_counts_density(name): "«{name}» è una densità: il suo denominatore è una superficie, non una popolazione", "“{name}” is a density: its denominator is an area, not a population";
    fn no_counts_plain(name): "«{name}» è un conteggio senza denominatore: scegli un tasso o una quota", "“{name}” is a count without a denominator: choose a rate or a share";
    fn no_counts_given(name): "la fonte dà «{name}» senza i conteggi da cui deriva", "the source gives “{name}” without the counts behind it";
    fn no_counts_money(name): "«{name}» è fatto di somme di denaro, che non sono conteggi di persone o di eventi", "“{name}” is made of sums of money, which are no counts of persons or events";
    fn no_counts_estimate(name): "«{name}» è fatto di stime o di pesi: il numeratore non è un conteggio", "“{name}” is made of estimates or weights: its numerator is no count";
    fn no_counts_method(name): "la media, il minimo e il massimo dei Comuni non hanno un intervallo: usa il valore calcolato sul totale («{name}»)", "the mean, the lowest and the highest of the Comuni have no interval: use the value calculated on the total (“{name}”)";
    fn no_counts_part(name): "«{name}» non è una parte del suo denominatore", "“{name}” is no part of its denominator";
    INTERVAL_NOT_COUNT: "gli eventi devono essere numeri interi non negativi", "events must be whole numbers, not below zero";
    INTERVAL_NO_WHOLE: "ogni classe deve avere una popolazione e almeno una un peso nella popolazione standard", "every stratum needs a population, and at least one a weight in the standard";
    INTERVAL_NOT_PART: "una parte va da zero al totale", "a part goes from zero to the whole";
    fn series_too_few(points, least): "i punti della serie senza interruzioni sono {points}: ne servono almeno {least}", "the unbroken series has {points} points: at least {least} are needed";
    SERIES_CONSTANT: "tutti i valori sono uguali: non c'è una tendenza da cercare", "all values are equal: there is no trend to look for";
    SERIES_LENGTHS: "le colonne non hanno lo stesso numero di valori", "the columns do not have the same number of values";
    INEQUALITY_NEGATIVE: "un valore è negativo: l'indice di disuguaglianza non è definito", "a value is negative: the index of inequality is not defined";
    INEQUALITY_WEIGHTS: "i pesi non possono essere negativi né tutti zero", "weights can be neither negative nor all zero";
    INEQUALITY_ZERO: "tutti i valori sono zero: non c'è una somma da ripartire", "all values are zero: there is nothing to spread";
    SEGREGATION_PART: "il gruppo di ogni area deve stare tra zero e la sua popolazione", "the group of each area must lie between zero and its population";
    SEGREGATION_ONE: "alcuni devono far parte del gruppo e altri no", "some must belong to the group and others not";
    SEGREGATION_FEW: "servono almeno due aree abitate", "at least two inhabited areas are needed";
    FUTURE_NO_PAIR: "per prevedere i residenti servono due distribuzioni per singolo anno di età, a un anno di distanza: questo territorio non le ha", "forecasting residents takes two distributions by single year of age, a year apart: this territory has none";
    FUTURE_NO_TEST: "non ci sono dati successivi su cui provare la previsione, e senza prova non c'è intervallo: la previsione non è data", "there are no later data to try the forecast on, and without a trial there is no interval: no forecast is given";
    fn future_incomplete(name): "i dati per età di {name} sono incompleti", "the data by age of {name} are incomplete";
    FUTURE_AGES: "le distribuzioni per età non hanno le stesse classi", "the distributions by age do not have the same groups";
    FUTURE_NO_WOMEN: "non ci sono donne in età feconda da cui stimare le nascite", "there are no women of child-bearing age to estimate births from";
}

// Comparisons.
texts! {
    VERDICT_BETTER: "migliore", "better";
    VERDICT_WORSE: "peggiore", "worse";
    VERDICT_HIGHER: "più alto", "higher";
    VERDICT_LOWER: "più basso", "lower";
    VERDICT_SIMILAR: "simile", "similar";
    SKIPPED_ITSELF: "è il valore di riferimento stesso", "it is the benchmark itself";
    SKIPPED_NO_VALUE: "senza valore", "no value";
    SKIPPED_NO_BENCHMARK: "senza un valore con cui confrontarlo", "nothing to be compared with";
    SKIPPED_NO_INTERVAL: "senza intervallo, perché il numeratore non è un conteggio", "no interval, because its numerator is no count";
    STATS_MEANING_PART: "Intervallo di Wilson. Registri e censimenti contano tutti: l'intervallo non è un errore di campionamento, ma la variabilità annuale, cioè quanto il valore cambierebbe da un anno all'altro per caso.", "Wilson interval. Registers and censuses count everybody: the interval is no sampling error but yearly variability, that is how much the value would change from year to year by chance.";
    STATS_MEANING_COUNT: "Intervallo di un conteggio (esatto sotto 10, di Byar da 10 in su). Registri e censimenti contano tutti: l'intervallo non è un errore di campionamento, ma la variabilità annuale, cioè quanto il valore cambierebbe da un anno all'altro per caso.", "Interval of a count (exact below 10, Byar's from 10 up). Registers and censuses count everybody: the interval is no sampling error but yearly variability, that is how much the value would change from year to year by chance.";
    fn stats_row(row): "riga {row}", "row {row}";
    fn stats_source(source): "Fonte: {source}", "Source: {source}";
    fn stats_absent(name, why): "{name}: {why}", "{name}: {why}";
    fn stats_no_interval(name): "{name}: senza intervallo, perché il numeratore è una stima e non un conteggio", "{name}: no interval, because its numerator is an estimate and no count";
    fn stats_interval(name, value, lower, upper): "{name}: {value} (da {lower} a {upper})", "{name}: {value} ({lower} to {upper})";
    fn stats_benchmark(value): "Valore di riferimento: {value}.", "Benchmark: {value}.";
    fn stats_comparisons(count, percent, chance): "Confronti: {count}, al livello del {percent}; per solo caso ne risulterebbero diversi circa {chance}.", "Comparisons: {count}, at the level of {percent}; about {chance} would come out different by chance alone.";
    CONFIDENCE_95: "95%", "95%";
    CONFIDENCE_998: "99,8%", "99.8%";
    AGAINST_ATS: "il valore dell'ATS", "the value of the ATS";
    AGAINST_ASST: "il valore della propria ASST", "the value of its ASST";
    AGAINST_REGION: "il valore della Lombardia", "the value of Lombardy";
    fn against_value(value): "il valore {value}", "the value {value}";
}

// The map of a comparison.
texts! {
    KIND_SIGNIFICANCE: "Confronto con un riferimento", "Comparison with a benchmark";
    KIND_COMPARED_SYMBOLS: "un confronto si disegna a colori, non con i cerchi: ometti --symbols", "a comparison is drawn in colours, not as circles: leave out --symbols";
    AGAINST: "Confronta con", "Compare with";
    CONFIDENCE: "Livello di confidenza", "Confidence level";
    HELP_SIGNIFICANCE: "Mostra chi è diverso da un valore di riferimento: dell'ATS, della propria ASST, della Lombardia o indicato", "Show which differ from a benchmark: of the ATS, its ASST, Lombardy or given";
    fn title_significance(name): "{name}: confronto", "{name}: comparison";
    fn when_significance(when, against, percent): "{when}, confronto con {against} (al {percent})", "{when}, compared with {against} (at {percent})";
    fn significance_counts(against, parts, of): "Rispetto {against}: {parts} (territori confrontati: {of}).", "Against {against}: {parts} (territories compared: {of}).";
    BESIDE_ATS: "al valore dell'ATS", "the value of the ATS";
    BESIDE_ASST: "al valore della propria ASST", "the value of its ASST";
    BESIDE_REGION: "al valore della Lombardia", "the value of Lombardy";
    fn beside_value(value): "al valore {value}", "the value {value}";
    fn significance_count(count, verdict): "{count} {verdict}", "{count} {verdict}";
    VERDICTS_BETTER: "migliori", "better";
    VERDICTS_WORSE: "peggiori", "worse";
    VERDICTS_HIGHER: "più alti", "higher";
    VERDICTS_LOWER: "più bassi", "lower";
    VERDICTS_SIMILAR: "simili", "similar";
    fn significance_named(verdict, names): "{verdict}: {names}.", "{verdict}: {names}.";
    SIGNIFICANCE_BETTER: "Migliore del riferimento", "Better than the benchmark";
    SIGNIFICANCE_WORSE: "Peggiore del riferimento", "Worse than the benchmark";
    SIGNIFICANCE_HIGHER: "Più alto del riferimento", "Higher than the benchmark";
    SIGNIFICANCE_LOWER: "Più basso del riferimento", "Lower than the benchmark";
    SIGNIFICANCE_SIMILAR: "Simile (il riferimento è nell'intervallo)", "Similar (the benchmark is in the interval)";
    SIGNIFICANCE_ITSELF: "Un territorio non è confrontato con se stesso.", "No territory is compared with itself.";
    SIGNIFICANCE_NO_INTERVAL: "Dove il numeratore è una stima con decimali, e non un conteggio, non c'è intervallo né confronto.", "Where the numerator is an estimate with decimals, and no count, there is neither interval nor comparison.";
    SIGNIFICANCE_NO_BENCHMARK: "Alcuni territori non hanno un valore con cui confrontarli.", "Some territories have nothing to be compared with.";
    fn significance_interval(lower, upper): "Intervallo: da {lower} a {upper}", "Interval: {lower} to {upper}";
    fn significance_benchmark(value): "Riferimento: {value}", "Benchmark: {value}";
}

// The funnel.
texts! {
    fn stats_funnel_above(name, value, lower, upper, percent): "{name}: {value}, sopra i limiti del {percent} (al 95%: da {lower} a {upper})", "{name}: {value}, above the limits of {percent} (at 95%: {lower} to {upper})";
    fn stats_funnel_below(name, value, lower, upper, percent): "{name}: {value}, sotto i limiti del {percent} (al 95%: da {lower} a {upper})", "{name}: {value}, below the limits of {percent} (at 95%: {lower} to {upper})";
    fn funnel_outside(count, of, chance, beyond): "Fuori dai limiti del 95%: {count} su {of} (per solo caso circa {chance}); di questi oltre quelli del 99,8%: {beyond}.", "Outside the 95% limits: {count} of {of} (about {chance} by chance alone); of these beyond those of 99.8%: {beyond}.";
    fn funnel_widened(phi, factor): "I territori variano {phi} volte più di quanto farebbe il solo caso (sovradispersione): i limiti sono allargati di {factor} volte.", "The territories vary {phi} times as much as chance alone would make them (overdispersion): the limits are widened {factor} times.";
    fn funnel_over(phi): "I territori variano {phi} volte più di quanto farebbe il solo caso (sovradispersione), ma i limiti non sono allargati: molti territori risultano fuori senza essere eccezionali.", "The territories vary {phi} times as much as chance alone would make them (overdispersion), but the limits are not widened: many territories lie outside without being exceptional.";
    fn funnel_not_over(phi): "I territori non variano molto più di quanto farebbe il solo caso (dispersione {phi}): i limiti non sono allargati.", "The territories do not vary much more than chance alone would make them (dispersion {phi}): the limits are not widened.";
    FUNNEL_FEW: "La sovradispersione non è stimata, perché i territori sono meno di cinque.", "Overdispersion is not estimated, because there are fewer than five territories.";
    FUNNEL_ONE: "C'è un solo territorio: l'imbuto non ha nulla da confrontare. Scegli un livello più fine.", "There is a single territory: the funnel has nothing to compare. Choose a finer level.";
}

// Small numbers, trends.
texts! {
    fn stats_smoothed(name, raw, smoothed, moved): "{name}: {raw}, corretto {smoothed} ({moved})", "{name}: {raw}, smoothed {smoothed} ({moved})";
    fn stats_smoothed_overall(value): "I tassi sono avvicinati a quello di tutti i territori insieme ({value}): tanto più quanto meno persone vi abitano.", "Rates are drawn towards that of all territories together ({value}): the more so the fewer people live there.";
    STATS_SMOOTHED_NEIGHBOURS: "Ogni tasso è avvicinato a quello del territorio e dei suoi vicini insieme: tanto più quanto meno persone vi abitano e quanto più i vicini si somigliano.", "Each rate is drawn towards that of the territory and its neighbours together: the more so the fewer people live there and the more the neighbours are alike.";
    HELP_EB_NEIGHBOURS: "Avvicina ogni tasso a quello dei vicini (queen, rook, nearest:K, within:METRI) e non a quello di tutti", "Draw each rate towards that of its neighbours (queen, rook, nearest:K, within:METRES) and not that of all";
    STATS_SMOOTHED_FLOORED: "I tassi non variano più di quanto farebbe il solo caso: tutti i valori corretti sono uguali a quello complessivo.", "The rates vary no more than chance alone would make them: all smoothed values equal the overall one.";
    STATS_SMOOTHED_ONE: "C'è un solo territorio: non c'è nulla verso cui avvicinarlo. Scegli un livello più fine.", "There is a single territory: there is nothing to draw it towards. Choose a finer level.";
    fn stats_span(first, last): "{first}-{last}", "{first}–{last}";
    TREND_UP: "in crescita", "rising";
    TREND_DOWN: "in calo", "falling";
    TREND_NONE: "nessuna tendenza provata", "no trend shown";
    TREND_SAID: "la tendenza recente è confermata", "the recent trend is confirmed";
    TREND_NOT_SAID: "la tendenza recente non è confermata", "the recent trend is not confirmed";
    fn stats_trend(name, span, points, said, p): "{name}, {span} ({points} punti): {said} (Mann-Kendall, p {p}).", "{name}, {span} ({points} points): {said} (Mann–Kendall, p {p}).";
    fn stats_trend_none(name, why): "{name}: {why}.", "{name}: {why}.";
    fn stats_sen(slope, lower, upper): "Pendenza di Sen: {slope} all'anno (intervallo al 95%: da {lower} a {upper}).", "Sen's slope: {slope} a year (95% interval: {lower} to {upper}).";
    fn stats_recent(chi, said): "Chi quadrato per la tendenza {chi} (soglia 9,55): {said}.", "Chi-square for trend {chi} (threshold 9.55): {said}.";
    fn stats_poisson(percent, lower, upper, dispersion): "Modello di Poisson: {percent}% all'anno (da {lower}% a {upper}%); dispersione {dispersion}.", "Poisson model: {percent}% a year ({lower}% to {upper}%); dispersion {dispersion}.";
    fn stats_change(year, p): "Possibile cambio di livello dopo il {year} (Pettitt, p {p}).", "Possible change of level after {year} (Pettitt, p {p}).";
    fn stats_broken(note): "La serie comincia dopo un'interruzione: {note}", "The series starts after a break: {note}";
    STATS_GAP: "La serie comincia dopo un anno senza valori: gli anni precedenti non sono usati.", "The series starts after a year without values: the years before are not used.";
    STATS_TREND_NOTE: "Un valore che dipende molto da quello dell'anno prima fa sembrare provata una tendenza troppo facilmente.", "Values that depend much on the year before make a trend look shown too easily.";
}

// Standardising, inequality, segregation.
texts! {
    fn stats_standardised(rate, per, percent, lower, upper): "Tasso standardizzato: {rate} ogni {per} (intervallo di Fay e Feuer al {percent}: da {lower} a {upper}).", "Standardised rate: {rate} per {per} (Fay–Feuer interval at {percent}: {lower} to {upper}).";
    fn stats_crude(rate): "Tasso grezzo: {rate}.", "Crude rate: {rate}.";
    STATS_STANDARDISED_NOTE: "È il tasso che ci sarebbe con la struttura per età della popolazione standard: serve per confrontare, non per contare.", "It is the rate that there would be with the ages of the standard population: it is for comparing, not for counting.";
    fn stats_gini(value): "Indice di Gini: {value} (0: tutti uguali).", "Gini index: {value} (0: all equal).";
    fn stats_ends(top, bottom, ratio): "Il quinto con i valori più alti ha {top} del totale, quello con i più bassi {bottom}: {ratio} volte tanto.", "The fifth with the highest values has {top} of the total, that with the lowest {bottom}: {ratio} times as much.";
    fn stats_ends_none(top): "Il quinto con i valori più alti ha {top} del totale, quello con i più bassi niente.", "The fifth with the highest values has {top} of the total, that with the lowest nothing.";
    fn stats_theil(value): "Indice di Theil: {value} (0: tutti uguali).", "Theil index: {value} (0: all equal).";
    fn stats_theil_parts(between, within): "Tra gli Ambiti: {between}% della disuguaglianza; tra i Comuni dello stesso Ambito: {within}%.", "Between Ambiti: {between}% of the inequality; between Comuni of the same Ambito: {within}%.";
    fn stats_theil_parts_of_file(between, within): "Tra i gruppi: {between}% della disuguaglianza; all'interno dei gruppi: {within}%.", "Between groups: {between}% of the inequality; within groups: {within}%.";
    fn stats_slope_index(value, rank): "Indice di pendenza: {value}, dalle aree con «{rank}» più basso a quelle con il più alto.", "Slope index: {value}, from the areas with the lowest “{rank}” to those with the highest.";
    fn stats_ranked_by(name, when): "Aree in ordine di «{name}», {when}", "Areas in the order of “{name}”, {when}";
    fn stats_relative_index(value): "Indice relativo: il valore stimato all'estremo alto dell'ordine è {value} volte quello all'estremo basso.", "Relative index: the value estimated at the high end of the order is {value} times that at the low end.";
    fn stats_areas(count, missing): "Aree: {count} (senza valore: {missing}).", "Areas: {count} (without a value: {missing}).";
    STATS_BETWEEN_AREAS: "È la disuguaglianza tra le aree: in ognuna a tutti è attribuita la media. Quella tra le persone è sempre maggiore.", "This is inequality between areas: in each of them everybody is given its mean. Inequality between persons is always larger.";
    fn stats_dissimilarity(value, percent): "Indice di dissimilarità: {value}. Perché tutte le aree avessero la stessa quota dovrebbe cambiare area il {percent}% del gruppo.", "Index of dissimilarity: {value}. For all areas to have the same share {percent}% of the group would have to move.";
    fn stats_isolation(isolation, share): "Isolamento: chi è del gruppo vive in media in un'area dove il gruppo è il {isolation}% (in tutto il territorio il {share}%).", "Isolation: a member of the group lives on average in an area where the group is {isolation}% (in the whole territory {share}%).";
    fn stats_quotient(name, value): "{name}: quoziente di localizzazione {value}", "{name}: location quotient {value}";
    STATS_SEGREGATION_NOTE: "Gli indici dipendono da quanto sono grandi le aree: tra Comuni sono più bassi che tra quartieri, e i due non si confrontano.", "The indices depend on how large the areas are: between Comuni they are lower than between neighbourhoods, and the two are not compared.";
}

// Forecasts.
texts! {
    fn stats_future(when, value, lower, upper): "{when}: {value} (da {lower} a {upper})", "{when}: {value} ({lower} to {upper})";
    fn stats_back_test(points, off): "Prova sul passato: gli ultimi {points} punti, ognuno previsto da quelli prima, con un errore medio di {off}.", "Tried on the past: the last {points} points, each forecast from those before, with a mean error of {off}.";
    STATS_FLOORED: "Valori sotto zero sono stati portati a zero.", "Values below zero were raised to zero.";
    STATS_HOLT_NOTE: "Intervallo all'80%. È la continuazione smorzata della tendenza, non una previsione di ciò che la cambierà.", "80% interval. It is the damped continuation of the trend, not a forecast of what will change it.";
    fn stats_forecast_title(name): "{name}: residenti previsti (Hamilton-Perry)", "{name}: residents forecast (Hamilton–Perry)";
    fn stats_forecast_line(name, now, from, then, to, lower, upper): "{name}: {now} nel {from}, {then} nel {to} (da {lower} a {upper})", "{name}: {now} in {from}, {then} in {to} ({lower} to {upper})";
    GROWTH_RESIDENTS: "Residenti", "Residents";
    GROWTH_OLD_AGE: "Indice di vecchiaia", "Old-age index";
    GROWTH_DEPENDENCY: "Indice di dipendenza strutturale", "Dependency ratio";
    GROWTH_SHARE_OLD: "Quota di 65 anni e più (%)", "Share aged 65 and over (%)";
    fn growth_ages(from, to): "Residenti di {from}-{to} anni", "Residents aged {from}–{to}";
    fn growth_ages_open(from): "Residenti di {from} anni e più", "Residents aged {from} and over";
    fn forecast_method(from, to): "Metodo: rapporti tra coetanei dal {from} al {to} e bambini per donna di 15-49 anni, tenuti costanti; migrazioni e mortalità sono comprese nei rapporti.", "Method: cohort change ratios from {from} to {to} and children per woman aged 15–49, held constant; migration and mortality are in the ratios.";
    FORECAST_SCALED: "I residenti stimati della seconda data sono riportati al conteggio definitivo di quel giorno.", "The estimated residents of the second date are scaled to the final count of that day.";
    FORECAST_COMUNI: "I Comuni usano i rapporti del proprio Ambito, corretti verso i propri dove abitano molte persone, e sommano all'Ambito.", "Comuni use the ratios of their Ambito, moved towards their own where many people live, and add up to the Ambito.";
    fn forecast_test(date, years, measure, off, held): "Prova sui dati del {date} ({years} anni dopo), {measure}: errore medio {off}, quattro su cinque entro {held}.", "Tried on the data of {date} ({years} years later), {measure}: mean error {off}, four in five within {held}.";
    FORECAST_INTERVAL: "L'intervallo (80%) viene da quell'errore, in proporzione agli anni; per le età più ristrette è quello della classe che le contiene, e può essere maggiore.", "The interval (80%) comes from that error, in proportion to the years; for narrower ages it is that of the class that holds them, and may be larger.";
    FORECAST_ONE_PAIR: "I rapporti sono di un solo anno: un anno insolito pesa su tutta la previsione, e oltre i dieci anni non si va.", "The ratios are of a single year: an unusual year weighs on the whole forecast, and it does not go beyond ten years.";
}

// Help.
texts! {
    HELP_WILSON: "Calcola l'intervallo di confidenza di una quota (Wilson)", "Work out the confidence interval of a share (Wilson)";
    HELP_BYAR: "Calcola l'intervallo di confidenza di un conteggio o di un rapporto (esatto, Byar)", "Work out the confidence interval of a count or a ratio (exact, Byar)";
    HELP_STANDARDISE: "Calcola un tasso standardizzato per età con il suo intervallo (Fay-Feuer)", "Work out a rate standardised by age with its interval (Fay–Feuer)";
    HELP_STATS_FUNNEL: "Elenca i territori fuori dai limiti del caso (grafico a imbuto)", "List the territories outside the limits of chance (funnel plot)";
    HELP_EB: "Corregge i tassi dei territori piccoli (Bayes empirico)", "Smooth the rates of small territories (empirical Bayes)";
    HELP_TREND: "Cerca una tendenza in una serie (Mann-Kendall, Sen, Poisson)", "Look for a trend in a series (Mann–Kendall, Sen, Poisson)";
    HELP_GINI: "Calcola la disuguaglianza tra aree (Gini, Lorenz, 80/20)", "Measure inequality between areas (Gini, Lorenz, 80/20)";
    HELP_THEIL: "Calcola la disuguaglianza tra i gruppi e al loro interno (Theil)", "Measure inequality between and within groups (Theil)";
    HELP_SLOPE_INDEX: "Calcola quanto un indicatore varia lungo l'ordine di un altro (SII e RII)", "Measure how much an indicator varies along the order of another (SII and RII)";
    HELP_RANK: "Indicatore o colonna che ordina le aree, dal più basso", "Indicator or column that orders the areas, from the lowest";
    HELP_SEGREGATION: "Calcola come un gruppo si distribuisce nel territorio", "Measure how a group is spread over the territory";
    HELP_STATS_FORECAST: "Calcola i residenti per età dei prossimi anni, o continua una serie", "Forecast residents by age, or continue a series";
    HELP_NUMERATOR: "Colonna con la parte o gli eventi", "Column with the part or the events";
    HELP_DENOMINATOR: "Colonna con il totale o la popolazione", "Column with the whole or the population";
    HELP_PER_HEADS: "Il tasso è ogni K persone", "The rate is per K persons";
    HELP_AGAINST: "Confronta con l'ATS, con la propria ASST, con la Lombardia o con un valore", "Compare with the ATS, its ASST, Lombardy or a value";
    HELP_AGAINST_ONE: "Confronta con l'ATS, con la Lombardia o con un valore", "Compare with the ATS, Lombardy or a value";
    HELP_CONFIDENCE: "Livello di confidenza in percento", "Confidence level in per cent";
    HELP_BASIS: "Il numeratore è una parte del denominatore (part) o un conteggio (count)", "The numerator is a part of the denominator (part) or a count (count)";
    HELP_NOT_WIDENED: "Non allarga i limiti per la sovradispersione", "Do not widen the limits for overdispersion";
    HELP_EVENTS: "Colonna con gli eventi di ogni classe", "Column with the events of each stratum";
    HELP_POPULATION: "Colonna con la popolazione", "Column with the population";
    HELP_STANDARD_POPULATION: "Colonna con la popolazione standard", "Column with the standard population";
    HELP_GROUP: "Colonna con il gruppo", "Column with the group";
    HELP_WEIGHT_COLUMN: "Colonna con i pesi", "Column with the weights";
    HELP_THEIL_GROUP: "Colonna con il numero del gruppo di ogni area", "Column with the number of each area's group";
    HELP_TIME: "Colonna con gli anni", "Column with the years";
    HELP_TREND_TERRITORY: "Codice di un solo territorio", "Code of a single territory";
    HELP_FORECAST_TERRITORY: "Codice del territorio [l'ATS]", "Code of the territory [the ATS]";
    HELP_FORECAST_INDICATOR: "Indicatore da continuare, al posto dei residenti per età", "Indicator to continue, instead of residents by age";
    HELP_FORECAST_YEARS: "Quanti anni [10]", "How many years [10]";
    HELP_FORECAST_BY_AGE: "Nel JSON anche i residenti per sesso e singolo anno di età", "In the JSON also residents by sex and single year of age";
}
