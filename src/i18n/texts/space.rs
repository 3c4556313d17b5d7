//! The texts of the statistics of space, regression, composite indices and groups.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

// Options.
texts! {
    HELP_MORAN: "I di Moran: i territori vicini si somigliano? Con due indicatori, il bivariato", "Moran's I: are neighbours alike? With two indicators, the bivariate one";
    HELP_LISA: "Moran locale: dove i valori si somigliano tra vicini, o no", "Local Moran: where values are like those of the neighbours, or unlike them";
    HELP_GETIS: "Gi* di Getis e Ord: dove valori alti, o bassi, stanno vicini", "Getis and Ord's Gi*: where high, or low, values are near each other";
    HELP_GEARY: "C di Geary, di tutto il territorio e locale: quanto differiscono i vicini", "Geary's c, of the whole territory and local: how much neighbours differ";
    HELP_JOINS: "Coppie di vicini che superano entrambi una soglia", "Pairs of neighbours that are both above a threshold";
    HELP_OLS: "Regressione di un indicatore su altri, con verifiche; anche con i vicini", "Regression of an indicator on others, with checks; with neighbours too";
    HELP_AMPI: "Indice composito: AMPI, MPI, medie, componenti principali, con la robustezza dei posti", "Composite index: AMPI, MPI, means, principal components, with the robustness of ranks";
    HELP_GROUPS: "Gruppi di territori simili in più indicatori", "Groups of territories that are alike in several indicators";
    HELP_SEVERAL_INDICATORS: "Indicatore (ripetibile)", "Indicator (repeatable)";
    HELP_SEVERAL_COLUMNS: "Colonna del file (ripetibile)", "Column of the file (repeatable)";
    HELP_KEY: "Colonna dei codici: unisce le righe ai territori", "Column of codes: joins the rows to the territories";
    HELP_NEIGHBOURS: "Chi è vicino: queen, rook, nearest:K, within:METRI [queen]", "Who is a neighbour: queen, rook, nearest:K, within:METRES [queen]";
    HELP_PERMUTATIONS: "Numero di permutazioni", "How many permutations";
    HELP_SEED: "Seme dei numeri casuali", "Seed of the random numbers";
    HELP_FDR: "Livello della correzione per confronti multipli (FDR) [0.05]", "Level of the correction for many comparisons (FDR) [0.05]";
    HELP_ABOVE: "Soglia: si contano i territori al di sopra", "Threshold: territories above it are counted";
    HELP_MODEL_Y: "Ciò che il modello spiega: un indicatore o, con --csv, una colonna", "What the model explains: an indicator or, with --csv, a column";
    HELP_MODEL_X: "Ciò che spiega (ripetibile)", "What explains it (repeatable)";
    HELP_MODEL_WEIGHT: "Pesa ogni territorio, per esempio con residenti", "Weight each territory, for example by residenti";
    HELP_MODEL: "Minimi quadrati, o con il valore (lag) o l'errore (error) dei vicini", "Least squares, or with the value (lag) or the error (error) of the neighbours";
    HELP_COMPOSITE_BY: "Metodo dell'indice", "Method of the index";
    HELP_POLARITY: "Verso di un indicatore: ID=+ se di più è meglio, ID=- se è peggio (ripetibile)", "Direction of an indicator: ID=+ if more is better, ID=- if it is worse (repeatable)";
    HELP_DIRECTION: "Se di più dell'indice è meglio (positive) o peggio (negative)", "Whether more of the index is better (positive) or worse (negative)";
    HELP_K: "Quanti gruppi [scelti con la silhouette]", "How many groups [chosen by the silhouette]";
    HELP_STARTS: "Numero di avvii della k-means", "How many starts of k-means";
}

// Why there is no result.
texts! {
    fn refused_few(n, needed): "territori con tutti i valori: {n}; ne servono almeno {needed}", "territories with all values: {n}; at least {needed} are needed";
    fn refused_lengths(found, wanted): "i valori sono {found} e i territori {wanted}", "there are {found} values and {wanted} territories";
    fn refused_constant(name): "«{name}» ha lo stesso valore ovunque: non c'è nulla da confrontare", "“{name}” has the same value everywhere: there is nothing to compare";
    fn refused_collinear(name): "«{name}» si ricava esattamente dalle altre variabili: escludila", "“{name}” follows exactly from the other variables: leave it out";
    REFUSED_NO_NEIGHBOURS: "nessun territorio ha un vicino, oppure la vicinanza non è reciproca: scegli un'altra regola con --neighbours", "no territory has a neighbour, or neighbours are not mutual: choose another rule with --neighbours";
    fn refused_group_count(k, n): "gruppi chiesti: {k}; con {n} territori se ne possono fare da 2 a {n}", "groups asked for: {k}; of {n} territories from 2 to {n} can be made";
    fn refused_pieces(pieces, k): "il territorio è in {pieces} parti che non si toccano: servono almeno altrettanti gruppi, e ne hai chiesti {k}", "the territory is in {pieces} pieces that do not touch: at least as many groups are needed, and you asked for {k}";
    fn refused_few_variables(n, needed): "indicatori: {n}; ne servono almeno {needed}", "indicators: {n}; at least {needed} are needed";
    fn refused_polarity(name): "di «{name}» non è detto se di più è meglio o peggio: dichiaralo con --polarity", "it is not said whether more of “{name}” is better or worse: declare it with --polarity";
    fn refused_weight(unit): "il peso di «{unit}» non è positivo", "the weight of “{unit}” is not positive";
    REFUSED_STATES: "servono due soli valori, 0 e 1: indica una soglia con --above", "only two values are allowed, 0 and 1: give a threshold with --above";
    REFUSED_NEGATIVE: "Gi* confronta quote di una somma: non si usa con valori negativi", "Gi* compares shares of a sum: it is not for negative values";
    fn refused_nearest(k, n, most): "i vicini chiesti sono {k} e i territori {n}: ognuno sarebbe vicino a tutti; chiedine al massimo {most}", "{k} neighbours of {n} territories are asked for: everybody would be near to everybody; ask for {most} at most";
    fn refused_same(name): "«{name}» è indicato due volte: scegli indicatori diversi", "“{name}” is named twice: choose different indicators";
    fn refused_many(n, most): "territori: {n}; questo metodo ne ammette al massimo {most}", "territories: {n}; this method can do {most}";
    fn refused_steps(name): "«{name}» ha gradini o categorie, che non sono quantità: questo metodo non si può usare", "“{name}” has steps or categories, which are no quantities: this method cannot be used";
    fn refused_date(name, date): "«{name}» non ha valori {date}", "“{name}” has no values {date}";
    fn refused_neighbours(typed): "'{typed}' non è una regola dei vicini: scrivi queen, rook, nearest:K o within:METRI", "'{typed}' is no rule of neighbours: write queen, rook, nearest:K or within:METRES";
    fn refused_typed_polarity(typed): "'{typed}' non è riconosciuto: scrivi ID=+ o ID=-", "'{typed}' is not understood: write ID=+ or ID=-";
    REFUSED_NO_INDICATOR: "scegli almeno un indicatore con --indicator, oppure un file con --csv e --column", "choose at least an indicator with --indicator, or a file with --csv and --column";
    REFUSED_KEY: "per sapere chi è vicino servono i codici dei territori: indica la loro colonna con --key", "to know who is a neighbour the codes of the territories are needed: give their column with --key";
    fn refused_no_match(column): "nessun codice della colonna '{column}' è un territorio: controlla --level e --boundaries", "no code of the column '{column}' is a territory: check --level and --boundaries";
    fn refused_twice(code): "il codice {code} è in più righe", "the code {code} is in several rows";
}

// Space.
texts! {
    fn space_neighbours(rule, mean, islands): "Vicini: {rule}; in media {mean} per territorio, senza vicini: {islands}.", "Neighbours: {rule}; {mean} for each territory on average, without neighbours: {islands}.";
    NEIGHBOURS_QUEEN: "chi ha un confine o un punto in comune", "a common border or point";
    NEIGHBOURS_ROOK: "chi ha un confine in comune", "a common border";
    fn neighbours_nearest(k): "i {k} più vicini per distanza tra i centri", "the {k} nearest by the distance of centres";
    fn neighbours_within(metres): "chi ha il centro entro {metres} metri", "all with their centre within {metres} metres";
    SPACE_EDGE: "Oltre il confine del territorio i valori non si conoscono: chi sta sul bordo ha meno vicini.", "Beyond the border of the territory values are not known: territories at the edge have fewer neighbours.";
    fn space_pieces(pieces): "Il territorio è in {pieces} parti che non si toccano.", "The territory is in {pieces} pieces that do not touch.";
    fn space_missing(count): "Territori senza valore, esclusi: {count}.", "Territories without a value, left out: {count}.";
    fn moran_line(i, expected, z, p, permutations, seed): "I di Moran = {i} (senza alcun disegno sarebbe {expected}); z = {z}; p {p} con {permutations} permutazioni, seme {seed}, a due code.", "Moran's I = {i} (without any pattern it would be {expected}); z = {z}; p {p} with {permutations} permutations, seed {seed}, two-sided.";
    MORAN_ALIKE: "I territori vicini si somigliano più di quanto farebbe il caso.", "Neighbours are more alike than chance would make them.";
    MORAN_UNLIKE: "I territori vicini differiscono più di quanto farebbe il caso.", "Neighbours differ more than chance would make them.";
    MORAN_NOTHING: "Non emerge una disposizione nello spazio: vicini e lontani si somigliano allo stesso modo, per quanto si può dire.", "No pattern in space shows: near and far are alike, as far as can be said.";
    MORAN_BIVARIATE: "Confronta il primo indicatore di ogni territorio con il secondo dei suoi vicini. Guardalo accanto alla correlazione dei due.", "It compares the first indicator of each territory with the second of its neighbours. Read it beside the correlation of the two.";
    fn geary_line(c, z, p, permutations, seed): "C di Geary = {c} (1 senza alcun disegno, meno se i vicini si somigliano); z = {z}; p {p} con {permutations} permutazioni, seme {seed}.", "Geary's c = {c} (1 without any pattern, less where neighbours are alike); z = {z}; p {p} with {permutations} permutations, seed {seed}.";
    fn joins_line(both, expected, p, neither, one): "Coppie di vicini: {both} con entrambi sopra la soglia (per caso sarebbero {expected}; p {p} che siano tante), {neither} con entrambi sotto, {one} miste.", "Pairs of neighbours: {both} both above the threshold (chance would give {expected}; p {p} of so many), {neither} both below, {one} mixed.";
    fn clusters_line(tested, found, level): "Territori verificati: {tested}. Significativi dopo la correzione per confronti multipli (FDR {level}): {found}.", "Territories tested: {tested}. Significant after the correction for many comparisons (FDR {level}): {found}.";
    fn clusters_chance(before, level, chance): "Con p fino a {level} prima della correzione: {before}; il solo caso ne darebbe circa {chance}.", "With p up to {level} before the correction: {before}; chance alone would give about {chance}.";
    fn clusters_few(count): "Territori: {count}. Sono pochi per verifiche locali: trovano di rado qualcosa, e ciò che trovano dipende da singoli territori.", "Territories: {count}. They are few for local tests: these seldom find anything, and what they find depends on single territories.";
    fn space_few(count): "Territori: {count}. Sono pochi: risulta solo un disegno molto netto, e pochi territori lo decidono.", "Territories: {count}. They are few: only a very clear pattern shows, and a few territories decide it.";
    LEGEND_CLUSTERS: "Territorio e vicini", "Territory and neighbours";
    LEGEND_GROUPS: "Gruppi", "Groups";
    CLUSTER_HIGH_HIGH: "alto tra alti", "high among high";
    CLUSTER_LOW_LOW: "basso tra bassi", "low among low";
    CLUSTER_HIGH_LOW: "alto tra bassi", "high among low";
    CLUSTER_LOW_HIGH: "basso tra alti", "low among high";
    CLUSTER_NONE: "non significativo", "not significant";
    CLUSTER_NO_NEIGHBOURS: "senza vicini", "without neighbours";
    fn cluster_names(sort, count, names): "{sort} ({count}): {names}.", "{sort} ({count}): {names}.";
    fn cluster_count(sort, count): "{sort}: {count}.", "{sort}: {count}.";
    CENSUS_CHANCE: "I dati sono di tutti i territori, non un campione: p dice quanto spesso un disegno così si otterrebbe distribuendo a caso gli stessi valori.", "The data are of all territories, no sample: p says how often such a pattern would come out by scattering the same values at random.";
    HOT_SPOT: "valori alti vicini", "high values near each other";
    COLD_SPOT: "valori bassi vicini", "low values near each other";
    GEARY_ALIKE: "simile ai vicini", "like its neighbours";
    GEARY_UNLIKE: "diverso dai vicini", "unlike its neighbours";
}

// Regression.
texts! {
    fn model_units(n, missing): "Territori: {n} (esclusi per valori mancanti: {missing}).", "Territories: {n} (left out for missing values: {missing}).";
    fn model_fit(share, explained, adjusted, f, p): "Il modello spiega il {share} delle differenze di «{explained}» (R² corretto {adjusted}); F = {f}, p {p}.", "The model explains {share} of the differences of “{explained}” (adjusted R² {adjusted}); F = {f}, p {p}.";
    fn model_fit_plain(share, explained, adjusted): "Senza contare i vicini il modello spiega il {share} delle differenze di «{explained}» (R² corretto {adjusted}).", "Without the neighbours the model explains {share} of the differences of “{explained}” (adjusted R² {adjusted}).";
    fn model_few(n, variables): "Territori: {n}, variabili che spiegano: {variables}. Sono pochi (di solito se ne vogliono almeno 10 per coefficiente): i coefficienti dipendono da singoli territori.", "Territories: {n}, variables that explain: {variables}. They are few (10 for each coefficient is usual): coefficients depend on single territories.";
    fn counts_follow_size(name): "«{name}» è un conteggio: dice soprattutto quanto è grande ogni territorio. Per confrontare territori di grandezza diversa usa un tasso o una quota.", "“{name}” is a count: it says above all how large each territory is. To compare territories of unlike size use a rate or a share.";
    fn model_spatial_coefficient(name, value, from, to, p): "{name}: {value} (95%: da {from} a {to}); p {p}.", "{name}: {value} (95%: {from} to {to}); p {p}.";
    MODEL_LAG_EFFECTS: "In questo modello un coefficiente non è l'effetto intero: ciò che cambia in un territorio torna attraverso i vicini.", "In this model a coefficient is not the whole effect: what changes in one place returns through the neighbours.";
    MODEL_CONSTANT: "costante", "constant";
    fn model_coefficient(name, value, from, to, p, robust, beta, vif): "{name}: {value} (95%: da {from} a {to}); p {p}, robusto (HC3) {robust}; standardizzato {beta}; VIF {vif}.", "{name}: {value} (95%: {from} to {to}); p {p}, robust (HC3) {robust}; standardised {beta}; VIF {vif}.";
    fn model_constant(value, from, to): "Costante: {value} (95%: da {from} a {to}).", "Constant: {value} (95%: {from} to {to}).";
    fn model_vif(name): "«{name}» somiglia troppo alle altre variabili (VIF oltre 10): il suo coefficiente è incerto.", "“{name}” is too much like the other variables (VIF above 10): its coefficient is uncertain.";
    fn model_bp(p): "Gli errori non sono ugualmente grandi ovunque (Breusch–Pagan, p {p}): vale il p robusto.", "Errors are not as large everywhere (Breusch–Pagan, p {p}): the robust p holds.";
    fn model_bp_fine(p): "Gli errori sono circa ugualmente grandi ovunque (Breusch–Pagan, p {p}).", "Errors are about as large everywhere (Breusch–Pagan, p {p}).";
    fn model_jb(p): "I residui non hanno la forma di una normale (Jarque–Bera, p {p}): con pochi territori i p sono approssimati.", "Residuals are not normally distributed (Jarque–Bera, p {p}): with few territories the p-values are approximate.";
    fn model_influence(names): "Territori che spostano molto il modello (distanza di Cook oltre 4/n): {names}.", "Territories that move the model much (Cook's distance above 4/n): {names}.";
    fn model_moran(i, p): "I residui dei vicini si somigliano (I di Moran {i}, p {p}): manca qualcosa che varia nello spazio, e i p sono troppo piccoli. Prova --model lag o error.", "Residuals of neighbours are alike (Moran's I {i}, p {p}): something that varies in space is lacking, and the p-values are too small. Try --model lag or error.";
    fn model_moran_fine(i, p): "I residui non hanno un disegno nello spazio (I di Moran {i}, p {p}).", "Residuals have no pattern in space (Moran's I {i}, p {p}).";
    MODEL_CAUSE: "Una regressione descrive come gli indicatori variano insieme tra i territori; non dice che uno causa l'altro, né vale per le singole persone.", "A regression describes how indicators vary together over territories; it does not say that one causes another, nor does it hold for persons.";
    fn model_lag(rho, p, loglik, aic): "Modello con il valore dei vicini: ρ = {rho}, p {p}; log-verosimiglianza {loglik}; AIC {aic}.", "Model with the neighbours' value: ρ = {rho}, p {p}; log-likelihood {loglik}; AIC {aic}.";
    fn model_error(lambda, p, loglik, aic): "Modello con l'errore dei vicini: λ = {lambda}, p {p}; log-verosimiglianza {loglik}; AIC {aic}.", "Model with the neighbours' error: λ = {lambda}, p {p}; log-likelihood {loglik}; AIC {aic}.";
    fn model_aic(aic): "AIC dei minimi quadrati, da confrontare (più basso è meglio): {aic}.", "AIC of least squares, to compare (lower is better): {aic}.";
    fn model_partial(name, r, p): "Correlazione parziale di «{name}», al netto delle altre: {r}, p {p}.", "Partial correlation of “{name}” with the others taken out: {r}, p {p}.";
}

// Composite indices.
texts! {
    COMPOSITE_AMPI: "AMPI (Mazziotta–Pareto corretto)", "AMPI (adjusted Mazziotta–Pareto)";
    COMPOSITE_MPI: "MPI (Mazziotta–Pareto)", "MPI (Mazziotta–Pareto)";
    COMPOSITE_MEAN_Z: "media dei punteggi standard", "mean of standard scores";
    COMPOSITE_MEAN_RANK: "media dei posti", "mean of ranks";
    COMPOSITE_PCA: "prima componente principale", "first principal component";
    fn composite_head(method, direction): "Indice: {method}. {direction}", "Index: {method}. {direction}";
    COMPOSITE_POSITIVE: "Di più è meglio.", "More is better.";
    COMPOSITE_NEGATIVE: "Di più è peggio.", "More is worse.";
    fn composite_goalposts(name, low, high): "Scala di «{name}»: da {low} a {high}; il valore medio al centro vale 100.", "Scale of “{name}”: {low} to {high}; the mean value in the middle scores 100.";
    fn composite_dates(count): "Scale fissate su tutte le date disponibili (date usate: {count}), così gli anni si possono confrontare.", "Scales fixed on all available dates (dates used: {count}), so that years can be compared.";
    fn composite_weight(name, weight): "Peso di «{name}»: {weight}.", "Weight of “{name}”: {weight}.";
    fn composite_explained(share): "La prima componente riassume {share} delle differenze.", "The first component sums up {share} of the differences.";
    fn composite_against(name): "«{name}» ha verso opposto agli altri (peso negativo): l'indice è contraddittorio.", "“{name}” moves against the others (negative weight): the index contradicts itself.";
    fn composite_row(rank, name, index, places, penalty): "{rank}. {name}: {index} ({places} cambiando il metodo; penalità {penalty})", "{rank}. {name}: {index} ({places} when the method changes; penalty {penalty})";
    fn composite_moves(moves): "Cambiando il metodo, o escludendo un indicatore, un territorio si sposta in media di {moves} posti.", "When the method changes, or an indicator is left out, a territory moves by {moves} places on average.";
    fn composite_moves_of_method(moves): "Cambiando il metodo un territorio si sposta in media di {moves} posti. Con due soli indicatori nessuno si può escludere.", "When the method changes, a territory moves by {moves} places on average. With only two indicators none can be left out.";
    COMPOSITE_PENALTY: "La penalità toglie punti a chi è molto diseguale tra gli indicatori.", "The penalty takes points from those that differ much between indicators.";
}

// Groups.
texts! {
    GROUPS_KMEANS: "k-means", "k-means";
    GROUPS_WARD: "metodo di Ward", "Ward's method";
    GROUPS_MEDOIDS: "territori tipici (PAM)", "typical territories (PAM)";
    GROUPS_SKATER: "gruppi contigui (SKATER)", "groups that touch (SKATER)";
    fn groups_head(method, k, share, silhouette): "{k} gruppi ({method}). Differenze tra i gruppi: {share} del totale; silhouette media {silhouette}.", "{k} groups ({method}). Differences between groups: {share} of the total; mean silhouette {silhouette}.";
    GROUPS_WEAK: "La silhouette è sotto 0,25: i gruppi non sono nettamente separati: altre suddivisioni sarebbero altrettanto valide.", "The silhouette is below 0.25: the groups cut a cloud without gaps, and other cuts would do as well.";
    fn groups_stability(value): "Stabilità: {value} (indice di Rand corretto medio ridisegnando il campione; sotto 0,6 i gruppi dipendono da quali territori ci sono).", "Stability: {value} (mean adjusted Rand index over redrawn samples; below 0.6 the groups depend on which territories are there).";
    GROUPS_STABILITY_NONE: "Stabilità non calcolata: i gruppi sono più della metà dei territori.", "Stability not worked out: there are groups for more than half the territories.";
    fn groups_one(number, size, profile): "Gruppo {number} ({size}): {profile}.", "Group {number} ({size}): {profile}.";
    fn groups_high(name, score): "{name} sopra la media ({score})", "{name} above the mean ({score})";
    fn groups_low(name, score): "{name} sotto la media ({score})", "{name} below the mean ({score})";
    GROUPS_MIDDLE: "valori vicini alla media", "values near the mean";
    fn groups_medoid(name): "Territorio tipico: {name}.", "Typical territory: {name}.";
    fn groups_tried(list): "Silhouette per numero di gruppi: {list}.", "Silhouette by number of groups: {list}.";
    GROUPS_SCORES: "Tra parentesi la media del gruppo in deviazioni standard dalla media di tutti.", "In brackets the mean of the group in standard deviations from the mean of all.";
}

// Maps of clusters and of groups.
texts! {
    KIND_CLUSTERS: "Vicini simili (LISA)", "Alike neighbours (LISA)";
    KIND_GROUPS: "Gruppi di territori simili", "Groups of alike territories";
    fn title_clusters(name): "{name}: somiglianza tra vicini", "{name}: likeness of neighbours";
    fn title_groups(names): "Territori simili per {names}", "Territories alike in {names}";
    fn title_groups_many(number, names): "Territori simili in {number} indicatori: {names}", "Territories alike in {number} indicators: {names}";
    fn map_many_groups(k, most): "i gruppi chiesti sono {k}: una mappa ha colori distinguibili per {most} al massimo", "{k} groups are asked for: a map has distinguishable colours for {most} at most";
    fn notice_no_quantity(name): "«{name}» ha gradini o categorie, che non sono quantità: questa mappa non si può fare.", "“{name}” has steps or categories, which are no quantities: this map cannot be made.";
    fn clusters_method(rule, permutations, seed, level): "Moran locale con {permutations} permutazioni (seme {seed}), vicini: {rule}; correzione per confronti multipli (FDR {level}).", "Local Moran with {permutations} permutations (seed {seed}), neighbours: {rule}; corrected for many comparisons (FDR {level}).";
    fn clusters_part(sort, count): "{sort} {count}", "{sort} {count}";
    fn clusters_counts(parts): "Territori per gruppo: {parts}.", "Territories by sort: {parts}.";
    fn group_like(number, marks): "Gruppo {number} ({marks})", "Group {number} ({marks})";
    fn group_mark_above(name): "+ {name}", "+ {name}";
    fn group_mark_below(name): "− {name}", "− {name}";
    fn group_middle(number): "Gruppo {number} (nella media)", "Group {number} (average)";
    fn groups_named(number, names): "Nel gruppo {number}: {names}.", "In group {number}: {names}.";
    fn names_more(count): "altri {count}", "{count} more";
    fn groups_made_of(names): "Gruppi fatti con: {names}.", "Groups made of: {names}.";
    HELP_CLUSTERS: "Mostra dove i valori si somigliano tra vicini (Moran locale)", "Show where values are like those of the neighbours (local Moran)";
    HELP_GROUPS_MAP: "Mostra i gruppi di territori simili nell'indicatore e in questi altri (ripetibile)", "Show the groups of territories alike in the indicator and in these others (repeatable)";
    HELP_ALGORITHM: "Come si fanno i gruppi", "How groups are made";
    GROUPS_WITH: "Insieme a", "Together with";
    GROUPS_ADD: "Aggiungi un indicatore", "Add an indicator";
    GROUPS_REMOVE: "Rimuovi", "Remove";
    GROUPS_COUNT: "Numero di gruppi", "Number of groups";
    GROUPS_COUNT_AUTO: "scelto dalla silhouette", "chosen by the silhouette";
    GROUPS_METHOD: "Metodo", "Method";
    NEIGHBOURS: "Chi è vicino", "Who is a neighbour";
}
