//! The texts of figures, tables and the views below the map.

use super::{Display, Lang, Text};

// Pages: captions.
texts! {
    fn caption(number, title): "Figura {number} – {title}", "Figure {number} – {title}";
    HELP_SUBTITLE: "Sottotitolo [composto da ciò che si vede]", "Subtitle [made from what is shown]";
    HELP_NOTE: "Una nota sotto la figura", "A note below the figure";
    HELP_PAGE_SOURCE: "Fonte, al posto di quella degli indicatori", "Source, in the place of that of the indicators";
    HELP_CREDIT: "Chi ha fatto la figura", "Who made the figure";
    HELP_ALT_TEXT: "Testo alternativo [composto dai numeri]", "Alternative text [made from the numbers]";
    HELP_TYPE_SCALE: "Grandezza dei caratteri, da 0.5 a 2 [1]", "Size of type, 0.5 to 2 [1]";
    HELP_LEGEND: "Dove sta la legenda di una mappa", "Where the legend of a map stands";
    HELP_HIDE: "Parti da non mostrare, con la virgola: heading (titoli), footer (fonte e note), labels (nomi), backdrop (province intorno), scale (scala), north (nord)", "Parts to leave out, parted by commas: heading, footer (source and notes), labels, backdrop (provinces around), scale, north";
    HELP_NUMBER: "Numero della figura nel documento: aggiunge la didascalia", "Number of the figure in the document: adds the caption";
    HELP_CAPTION: "Testo della didascalia [titolo e sottotitolo]", "Text of the caption [title and subtitle]";
    HELP_DECIMALS: "Decimali di tutti i valori, da 0 a 6 [quelli di ogni indicatore]", "Decimals of all values, 0 to 6 [those of each indicator]";
    HELP_BLACK: "In bianco e nero: le classi diventano grigi", "In black and white: classes become greys";
    HELP_HATCHES: "In bianco e nero per le fotocopie: le classi diventano retini", "In black and white for photocopies: classes become hatches";
    HELP_SAVE_SPEC: "Salva anche la descrizione della figura, da ridare a --spec", "Save the spec of the figure too, to be given back to --spec";
    HELP_SPEC: "Figura da ridisegnare: una descrizione salvata, o un SVG, PNG o PDF di Atlante Sociale", "Figure to draw again: a saved spec, or an SVG, PNG or PDF of Atlante Sociale";
    HELP_ATLAS: "La stessa figura per ogni territorio di un livello, un file ciascuno", "The same figure for each territory of a level, a file each";
    HELP_EACH: "Livello: un file per ogni suo territorio, che risulta scelto", "Level: a file for each of its territories, shown as chosen";
    HELP_FOLDER: "Cartella in cui scrivere", "Folder to write to";
    HELP_FIGURE_FORMAT: "Formato dei file", "Format of the files";
    fn figure_changed(indicator, date): "I dati non sono più quelli di quando la figura è stata fatta: {indicator} ({date}).", "The data are not those the figure was made from: {indicator} ({date}).";
    fn cli_not_written(file, why): "impossibile scrivere '{file}': {why}", "cannot write '{file}': {why}";
    fn reopen_not_ours(file): "'{file}' non è una figura di Atlante Sociale, o un altro programma ne ha tolto la descrizione. Serve il file così come è stato esportato.", "'{file}' is not a figure of Atlante Sociale, or another program took its spec out. The file is needed as it was exported.";
    fn reopen_damaged(file): "'{file}' è danneggiato e non si può riaprire. Prova con un'altra copia.", "'{file}' is damaged and cannot be opened again. Try another copy.";
    fn reopen_bad_field(file, why): "'{file}' non si può disegnare: {why}. Correggi quel punto o usa un'altra copia.", "'{file}' cannot be drawn: {why}. Correct it there or use another copy.";
    fn reopen_unknown(fields): "Campi che questa versione non conosce, e di cui la figura non tiene conto: {fields}.", "Fields that this version does not know, and the figure takes no account of: {fields}.";
    fn reopen_out_of_bounds(file, beyond): "'{file}' chiede ciò che nessuna figura può avere: {beyond}", "'{file}' asks for what no figure can have: {beyond}";
    fn bounds_side(side, least, most): "un lato della pagina di {side} mm; i lati vanno da {least} a {most} millimetri.", "a side of the page of {side} mm; sides go from {least} to {most} millimetres.";
    fn bounds_type_scale(scale, least, most): "caratteri {scale} volte quelli usuali; si va da {least} a {most}.", "type {scale} times the usual; it goes from {least} to {most}.";
    fn bounds_decimals(decimals, most): "{decimals} decimali; se ne scrivono al massimo {most}.", "{decimals} decimals; {most} are written at most.";
    fn bounds_letters(letters, most): "un testo della pagina di {letters} lettere; se ne scrivono al massimo {most}.", "a text of the page of {letters} letters; {most} are written at most.";
    fn bounds_columns(columns, most): "una tabella di {columns} colonne; se ne mettono al massimo {most}.", "a table of {columns} columns; {most} are shown at most.";
    fn bounds_breaks(breaks, most): "{breaks} limiti di classe; se ne usano al massimo {most}.", "{breaks} class breaks; {most} are used at most.";
    fn bounds_share(share): "una riga o una cella larga {share} parti della pagina; serve un numero maggiore di zero e non smisurato.", "a row or a cell of {share} parts of the page; a number above zero, of a sensible size, is needed.";
    fn bounds_many(count, what, most): "{what}: {count}; se ne usano al massimo {most}.", "{what}: {count}; {most} are used at most.";
    fn bounds_name(letters, most): "un nome di {letters} lettere; se ne scrivono al massimo {most}.", "a name of {letters} letters; {most} are written at most.";
    MANY_FIGURES: "figure", "figures";
    MANY_SETS: "insiemi di territori", "sets of territories";
    MANY_VIEWS: "viste", "views";
    MANY_SELECTED: "territori scelti insieme", "territories chosen together";
    MANY_PACKS: "pacchetti", "packs";
    MANY_ELEMENTS: "riquadri della pagina", "elements of the page";
    fn bounds_frame(sides): "un riquadro della mappa di {sides}; servono ovest, sud, est e nord in gradi (WGS 84), con l'ovest minore dell'est e il sud minore del nord.", "a part of the map of {sides}; it needs west, south, east and north in degrees (WGS 84), with west below east and south below north.";
    BOUNDS_TOP: "una graduatoria senza righe; serve almeno la prima.", "a ranking without rows; it needs the first at least.";
    fn reopen_newer(file, format): "'{file}' viene da una versione più recente di Atlante Sociale (formato {format}). Aggiorna il programma.", "'{file}' is from a later version of Atlante Sociale (format {format}). Update the program.";
    NO_FIGURE_COMMAND: "manca il comando, oppure --spec FILE con -o FILE: prova 'figure --help'.", "a command is missing, or --spec FILE with -o FILE: try 'figure --help'.";
    fn no_elements(most): "Una pagina ha da 1 a {most} elementi: aggiungine o togline.", "A page has 1 to {most} elements: add or remove some.";
}

// The scatterplot as a figure, and what its points, lines and quadrants stand for.
texts! {
    fn scatter_statistics(r, r_p, rho, rho_p, n): "Pearson r = {r} (p {r_p}); Spearman ρ = {rho} (p {rho_p}); n = {n}.", "Pearson r = {r} (p {r_p}); Spearman ρ = {rho} (p {rho_p}); n = {n}.";
    fn scatter_ranks(rho, p, n, why): "Spearman ρ = {rho} (p {p}); n = {n}. Solo i ranghi: {why}.", "Spearman ρ = {rho} (p {p}); n = {n}. Ranks alone: {why}.";
    fn scatter_no_statistics(why): "Correlazione non calcolata: {why}.", "No correlation worked out: {why}.";
    SCATTER_NO_PAIRS: "Nessun territorio ha entrambi i valori.", "No territory has both values.";
    fn scatter_other_date(indicator, date, used): "«{indicator}» non ha valori {date}: sono mostrati quelli {used}.", "“{indicator}” has no values {date}: those {used} are shown.";
    fn scatter_left_out(count, names): "Territori esclusi: {count} ({names}).", "Territories excluded: {count} ({names}).";
    SCATTER_ATS_IS_TOTAL: "Di un conteggio il valore dell'ATS è il totale, che nessun territorio supera: i quadranti non ci sono. Dividi alla mediana o alla media.", "Of a count the value of the ATS is the total, which no territory exceeds: there are no quadrants. Cut at the median or at the mean.";
    fn scatter_groups_in_black(groups, shapes): "In bianco e nero i gruppi sono {groups} e le forme dei punti {shapes}: alcuni gruppi non si distinguono. Usa il colore, o meno gruppi.", "In black and white there are {groups} groups and {shapes} shapes of points: some groups cannot be told apart. Use colour, or fewer groups.";
    SCATTER_NO_ATS: "Il valore dell'ATS manca: i quadranti non si possono disegnare.", "The value of the ATS is missing: the quadrants cannot be drawn.";
    SCATTER_NAMES_NOTE: "I nomi dei quadranti sono quelli delle linee guida regionali, con il bisogno in orizzontale e la spesa in verticale.", "The names of the quadrants are those of the regional guidelines, with need across and spending upwards.";
    fn link(link, x, explains, share): "{link}: {x} {explains} {share} delle differenze.", "{link}: {x} {explains} {share} of the differences.";
    LINK_EXPLAINS: "spiega", "explains";
    LINK_EXPLAIN: "spiegano", "explain";
    LINK_NONE: "Nessun legame lineare", "No linear correlation";
    LINK_UNCLEAR: "Legame senza una direzione chiara", "Correlation of no clear direction";
    LINK_WEAK_UP: "Legame debole e diretto", "Weak positive correlation";
    LINK_WEAK_DOWN: "Legame debole e inverso", "Weak negative correlation";
    LINK_MODERATE_UP: "Legame moderato e diretto", "Moderate positive correlation";
    LINK_MODERATE_DOWN: "Legame moderato e inverso", "Moderate negative correlation";
    LINK_STRONG_UP: "Legame forte e diretto", "Strong positive correlation";
    LINK_STRONG_DOWN: "Legame forte e inverso", "Strong negative correlation";
    LINK_LESS_THAN_ONE: "meno dell'1%", "less than 1%";
    LINK_OVER_99: "più del 99%", "more than 99%";
    fn link_census(territories): "{territories} sono tutti, non un campione: p è solo indicativo.", "{territories} are all there are, not a sample: p is only indicative.";
    fn link_census_asst(territories): "{territories} sono tutte, non un campione: p è solo indicativo.", "{territories} are all there are, not a sample: p is only indicative.";
    fn scatter_size_absent(names): "Punti senza un valore per la grandezza, vuoti e piccoli: {names}.", "Points without a value for their size, hollow and small: {names}.";
    fn scatter_size_negative(names): "Punti la cui grandezza sta per un valore negativo, vuoti: {names}.", "Points whose size stands for a negative value, hollow: {names}.";
    SCATTER_NO_GROUP: "a cavallo di più gruppi", "across several groups";
    fn scatter_split(rule, y, x): "Quadranti {rule}: {y}; {x}. I valori uguali alla soglia sono tra i «bassi».", "Quadrants {rule}: {y}; {x}. Values equal to the threshold are among the low.";
    SPLIT_MEAN: "alla media semplice dei punti", "at the simple mean of the points";
    SPLIT_MEDIAN: "alla mediana dei punti", "at the median of the points";
    SPLIT_ATS: "al valore dell'ATS", "at the value of the ATS";
    SPLIT_TYPED: "ai valori scelti", "at the values typed";
    QUADRANT_BOTH: "Alto bisogno e alta spesa", "High need and high spending";
    QUADRANT_NEITHER: "Basso bisogno e bassa spesa", "Low need and low spending";
    QUADRANT_Y: "Virtuosi", "Virtuous";
    QUADRANT_X: "Da migliorare", "To be improved";
    KEY_LINE: "retta e fascia al 95%", "line and 95% band";
    KEY_LOWESS: "curva di tendenza", "trend curve";
    KEY_SPLIT: "limiti dei quadranti", "edges of the quadrants";
    fn alt_scatter(y, x, level): "Dispersione: in verticale {y}; in orizzontale {x}. {level}.", "Scatterplot: upwards {y}; across {x}. {level}.";
    fn alt_scatter_size(indicator, date): "Grandezza dei punti: {indicator} {date}.", "Size of the points: {indicator} {date}.";
    fn alt_scatter_colour(indicator, date): "Colore dei punti: classi di {indicator} {date}.", "Colour of the points: classes of {indicator} {date}.";
    fn alt_scatter_selected(points): "Territori scelti: {points}.", "Chosen territories: {points}.";
    fn alt_scatter_far(points): "Lontani dalla retta: {points}.", "Far from the line: {points}.";
    fn cli_four_names(count): "--quadrant-names vuole quattro nomi separati da virgole: alti entrambi, bassi entrambi, alto solo in verticale, alto solo in orizzontale; ne hai scritti {count}", "--quadrant-names takes four names parted by commas: both high, both low, high upwards only, high across only; you wrote {count}";
    HELP_SCATTER: "Disegna un grafico a dispersione in SVG, PNG o PDF", "Draw a scatterplot as SVG, PNG or PDF";
    HELP_SCATTER_X: "Indicatore in orizzontale ('indicators' li elenca) [quello della finestra]", "Indicator across ('indicators' lists them) [that of the window]";
    HELP_SCATTER_Y: "Indicatore in verticale [quello con cui si apre la finestra]", "Indicator upwards [the one the window opens on]";
    HELP_SCATTER_YEAR: "Anno della data di riferimento; chi non ha valori in quell'anno è mostrato alla data più vicina, e la figura lo dice [l'ultima di Y]", "Year of the reference date; what has no values in that year is shown at the nearest date, and the figure says so [the latest of Y]";
    HELP_SCATTER_X_YEAR: "Anno dell'indicatore in orizzontale, se diverso", "Year of the indicator across, if another";
    HELP_SIZE_BY: "L'area dei punti è proporzionale a questo indicatore", "The area of points is proportional to this indicator";
    HELP_POINT_COLOUR: "Colora i punti per Ambito, per ASST o per classe di un indicatore", "Colour points by Ambito, by ASST or by class of an indicator";
    HELP_QUADRANTS: "Divide il piano in quattro: alla media (mean), alla mediana (median), al valore dell'ATS (ats) o a due valori, per esempio 2000,180", "Cut the plane in four: at the mean, the median, the value of the ATS (ats) or two values, for example 2000,180";
    HELP_QUADRANT_NAMES: "Nomi dei quadranti: alti entrambi, bassi entrambi, alto solo in verticale, alto solo in orizzontale [«alto» e «basso» dei due indicatori; quelli delle linee guida regionali dove uno è un bisogno e l'altro una spesa]", "Names of the quadrants: both high, both low, high upwards only, high across only [“high” and “low” of the two indicators; those of the regional guidelines where one is a need and the other a spending]";
    HELP_LOWESS: "Aggiunge la curva di tendenza (lowess)", "Add the trend curve (lowess)";
    HELP_NO_LINE: "Senza la retta e la sua fascia", "Without the line and its band";
    HELP_SCATTER_NO_LABELS: "Senza i nomi dei territori scelti e di quelli lontani dalla retta", "Without the names of the chosen territories and of those far from the line";
    HELP_SCATTER_TERRITORY: "Territori da mettere in evidenza, con il nome (Comuni, Ambiti, ASST)", "Territories to stand out, with their names (Comuni, Ambiti, ASST)";
    VIEW: "Aspetto dei punti, quadranti", "Look of the points, quadrants";
    VIEW_SIZE: "Grandezza dei punti", "Size of the points";
    VIEW_EQUAL: "tutti uguali", "all alike";
    VIEW_COLOUR: "Colore dei punti", "Colour of the points";
    VIEW_AS_MAP: "come sulla mappa", "as on the map";
    fn view_classes(indicator): "classi di: {indicator}", "classes of: {indicator}";
    VIEW_QUADRANTS: "Quadranti", "Quadrants";
    VIEW_NO_QUADRANTS: "nessuno", "none";
    VIEW_CUT_X: "orizzontale", "across";
    VIEW_CUT_Y: "verticale", "upwards";
    VIEW_NAME_BOTH: "Nome: alti entrambi", "Name: both high";
    VIEW_NAME_NEITHER: "Nome: bassi entrambi", "Name: both low";
    VIEW_NAME_Y: "Nome: alto solo in verticale", "Name: high upwards only";
    VIEW_NAME_X: "Nome: alto solo in orizzontale", "Name: high across only";
    VIEW_LINE: "Retta con la sua fascia", "Line with its band";
    VIEW_LOWESS: "Curva di tendenza", "Trend curve";
    VIEW_SELECTED: "Nomi dei territori scelti", "Names of the chosen territories";
    VIEW_OUTLIERS: "Etichetta i casi anomali", "Label outliers";
}

// Indicators as published, and areas known only by published values, in charts and in the window.
texts! {
    fn in_whole_year(year): "nell'anno {year}", "in the year {year}";
    fn series_no_base(territory, date): "{territory}: nessun valore alla data di base ({date}), la linea non si può disegnare.", "{territory}: no value at the base date ({date}), the line cannot be drawn.";
    fn series_unlisted(names): "Nessun valore pubblicato di questo indicatore per: {names}.", "No published value of this indicator for: {names}.";
    fn series_beside(territory, source, licence): "{territory}: come pubblicato. Fonte: {source}. Licenza dei dati: {licence}.", "{territory}: as published. Source: {source}. Data licence: {licence}.";
    LISTED_AREAS: "Aree della tabella", "Areas of the table";
    fn alt_overall_of(territory, value): "Il valore {territory} è {value}.", "The value {territory} is {value}.";
    fn cli_no_such_reference(indicator, reference, references): "'{indicator}' non ha valori per {reference}; li ha per: {references}", "'{indicator}' has no values for {reference}; it has them for: {references}";
    fn cli_published_range(indicator): "'{indicator}' è scritto come pubblicato, senza i valori dei Comuni: togli --range", "'{indicator}' is written as published, without the values of the Comuni: leave --range out";
    PUBLISHED_TABLES: "Tabelle come pubblicate", "Tables as published";
    fn published_no_map(indicator, shown): "«{indicator}», come pubblicato: le aree della tabella non hanno confini da colorare. La mappa mostra ancora «{shown}».", "“{indicator}”, as published: the areas of the table have no boundaries to colour. The map still shows “{shown}”.";
    SEE_SERIES: "Vedi nel tempo", "See it over time";
    SEE_TABLE: "Vedi la tabella", "See the table";
    BACK_TO_MAP: "Torna all'indicatore della mappa", "Back to the map's indicator";
    SERIES_WITH_ASST: "La loro ASST", "Their ASST";
    SERIES_WITH_ATS: "L'ATS", "The ATS";
    SERIES_WITH_BAND: "Fascia dei Comuni", "Span of the Comuni";
    SERIES_BASE_DATE: "Data di base", "Base date";
    SERIES_COUNT_ALONE: "Di un conteggio i confronti si vedono in base 100: in valori assoluti le altre linee sarebbero piatte.", "Of a count the comparisons show with base 100: as values they would flatten the lines.";
}

// Tables of territories and indicators.
texts! {
    TABLE_TITLE: "Indicatori per territorio", "Indicators by territory";
    TABLE_TERRITORY: "Territorio", "Territory";
    TABLE_INDICATOR: "Indicatore", "Indicator";
    TABLE_RANK: "Posizione", "Rank";
    TABLE_CODE: "Codice", "Code";
    TABLE_NOTES: "Note", "Notes";
    TABLE_NO_COLUMNS: "La tabella non ha colonne: aggiungi un indicatore.", "The table has no columns: add an indicator.";
    TABLE_NO_ROWS: "Nessun territorio corrisponde a quanto chiesto.", "No territory matches what is asked for.";
    fn table_absent(count, names): "Celle senza valore: {count} ({names})", "Cells without a value: {count} ({names})";
    TABLE_ONLY_SELECTED: "Solo i territori scelti", "Only the chosen territories";
    fn table_filtered(typed): "nome con «{typed}»", "name with “{typed}”";
    TABLE_BY_NAME: "in ordine alfabetico", "in alphabetical order";
    TABLE_BY_NAME_BACK: "in ordine alfabetico inverso", "in alphabetical order, from Z";
    fn table_from_highest(indicator, date): "dal valore più alto di «{indicator}» {date}", "from the highest value of “{indicator}” {date}";
    fn table_by_class(indicator, date): "in ordine di «{indicator}» {date}", "by “{indicator}” {date}";
    fn table_from_lowest(indicator, date): "dal valore più basso di «{indicator}» {date}", "from the lowest value of “{indicator}” {date}";
    TABLE_MIN: "Minimo delle righe", "Lowest of the rows";
    TABLE_MEAN: "Media semplice delle righe", "Simple mean of the rows";
    TABLE_MAX: "Massimo delle righe", "Highest of the rows";
    TABLE_HEAT_ALL: "I quinti sono quelli di tutte le righe, anche di quelle non mostrate.", "The fifths are those of all rows, including those not shown.";
    TABLE_KEY_LOWEST: "più basso", "lowest";
    TABLE_KEY_HIGHEST: "più alto", "highest";
    TABLE_HEAT_LINE: "Colore: il quinto della colonna in cui cade il valore, dal più basso (chiaro) al più alto (scuro).", "Colour: the fifth of its column that the value falls in, from the lowest (pale) to the highest (dark).";
    TABLE_SUMMARY_LINE: "Minimo, media semplice e massimo contano le righe con un valore; la media semplice non è il valore del territorio nel suo insieme.", "Lowest, simple mean and highest count the rows with a value; the simple mean is not the value of the territory as a whole.";
    fn table_rows_left(count): "Righe che non entrano nella pagina: {count}.", "Rows that do not fit the page: {count}.";
    fn table_columns_left(count): "Colonne che non entrano nella pagina: {count}.", "Columns that do not fit the page: {count}.";
    MARK_MISSING: "n.d.", "miss.";
    MARK_SUPPRESSED: "ris.", "conf.";
    MARK_NOT_APPLICABLE: "n.a.", "n.a.";
    MARK_ESTIMATED: "(s)", "(e)";
    MARK_PROVISIONAL: "(p)", "(p)";
    MEANS_ESTIMATED: "stima, non dato definitivo", "estimate, not a final figure";
    MEANS_PROVISIONAL: "dato provvisorio, non definitivo", "provisional, not a final figure";
    fn table_made(unit, method): "{unit}; {method}", "{unit}; {method}";
    fn table_whole_made(name, made): "{name} ({made})", "{name} ({made})";
    fn alt_table_one(column, value, rest): "{column}: {value}{rest}.", "{column}: {value}{rest}.";
    fn table_whole_from(name, indicator, table): "{name}: il valore di «{indicator}» viene da «{table}», che non riporta le righe di questa tabella: potrebbe non avere la stessa base.", "{name}: the value of “{indicator}” comes from “{table}”, which does not print the rows of this table: it may not have the same base.";
    fn ranking_whole_from(table): "Il valore di riferimento viene da «{table}», che non riporta le righe di questa graduatoria: potrebbe non avere la stessa base.", "The value of reference comes from “{table}”, which does not print the rows of this ranking: it may not have the same base.";
    META_QUALITY: "Stato dei valori", "Status of the values";
    META_BREAKS: "Interruzioni della serie", "Breaks of the series";
    fn alt_table(title, rows, columns): "Tabella: {title}. Righe: {rows}; colonne di valori: {columns}.", "Table: {title}. Rows: {rows}; columns of values: {columns}.";
    fn alt_table_classes(column, classes): "{column}: {classes}.", "{column}: {classes}.";
    fn alt_table_column(column, lowest, highest, whole): "{column}: da {lowest} a {highest}{whole}.", "{column}: from {lowest} to {highest}{whole}.";
    fn alt_table_nothing(column): "{column}: nessun valore.", "{column}: no value.";
    SHEET_VALUES: "Valori", "Values";
    SHEET_METADATA: "Metadati", "Metadata";
    fn series_band_low(group): "Minimo dei Comuni ({group})", "Lowest of the Comuni ({group})";
    fn series_band_high(group): "Massimo dei Comuni ({group})", "Highest of the Comuni ({group})";
    SCATTER_QUADRANT: "Quadrante", "Quadrant";
    RANGE_LOW: "Minimo dei Comuni", "Lowest of the Comuni";
    RANGE_MEAN: "Media semplice dei Comuni", "Simple mean of the Comuni";
    RANGE_HIGH: "Massimo dei Comuni", "Highest of the Comuni";
    META_COLUMN: "Colonna", "Column";
    META_ID: "Identificativo", "Identifier";
    META_DEFINITION: "Definizione", "Definition";
    META_UNIT: "Unità di misura", "Unit";
    META_NUMERATOR: "Numeratore", "Numerator";
    META_DENOMINATOR: "Denominatore", "Denominator";
    META_MULTIPLIER: "Moltiplicatore", "Multiplier";
    META_SOURCE: "Fonte", "Source";
    META_LICENCE: "Licenza", "Licence";
    META_DATE: "Data di riferimento", "Reference date";
    META_FROM: "Data di partenza", "Starting date";
    META_LEVEL: "Livello", "Level";
    META_METHOD: "Metodo", "Method";
    META_PRESENT: "Valori presenti", "Values present";
    fn cli_bad_table_format(file): "'{file}': il nome del file deve finire in .xlsx, .csv, .pdf, .png o .svg; di una mappa anche in .gpkg, .geojson o .shp", "'{file}': the file name must end in .xlsx, .csv, .pdf, .png or .svg; that of a map also in .gpkg, .geojson or .shp";
    HELP_TABLE: "Scrive una tabella di territori e indicatori: figura (SVG, PNG, PDF) o valori (XLSX, CSV)", "Write a table of territories and indicators: figure (SVG, PNG, PDF) or values (XLSX, CSV)";
    HELP_TABLE_COLUMNS: "Colonne, con la virgola: un indicatore, uno a un anno (ID@2022) o la sua variazione (ID@2022..2023) [quella della finestra]", "Columns, parted by commas: an indicator, one at a year (ID@2022) or its change (ID@2022..2023) [that of the window]";
    HELP_TABLE_PRINTED: "Una tabella stampata per intero, come la chiama la fonte: «Tab. 2», «Tabella 2.1»", "A printed table whole, by the name its source gives it: “Tab. 2”, “Tabella 2.1”";
    HELP_TABLE_TERRITORY: "Territori da mettere in evidenza (Comuni, Ambiti, ASST)", "Territories to stand out (Comuni, Ambiti, ASST)";
    HELP_TABLE_ONLY: "Solo le righe dei territori messi in evidenza", "Only the rows of the territories that stand out";
    HELP_TABLE_FILTER: "Solo i territori il cui nome contiene queste parole", "Only territories whose name holds these words";
    HELP_TABLE_SORT: "Ordina per una delle colonne, o per nome (name) [la prima colonna, dal valore più alto; con --printed il nome]", "Sort by one of the columns, or by name (name) [the first column, from the highest value; with --printed the name]";
    HELP_TABLE_DESC: "Dal più alto, o dalla Z", "From the highest, or from Z";
    HELP_TABLE_HEAT: "Colora le celle secondo il quinto della colonna in cui cadono", "Colour cells by the fifth of their column they fall in";
    HELP_TABLE_SUMMARY: "Aggiunge minimo, media semplice e massimo delle righe", "Add the lowest, simple mean and highest of the rows";
    TAB_TABLE: "Tabella", "Table";
    TABLE_ADD: "Aggiungi una colonna", "Add a column";
    fn table_remove(column): "Rimuovi la colonna: {column}", "Remove the column: {column}";
    fn table_sort_by(column): "Ordina per: {column}", "Sort by: {column}";
    TABLE_FILTER: "Cerca nella tabella", "Search the table";
    TABLE_HEAT: "Colori", "Colours";
    TABLE_ONLY: "Solo scelti", "Chosen only";
    TABLE_SUMMARY: "Min, media, max", "Min, mean, max";
    TABLE_COPY: "Copia", "Copy";
    TABLE_COPY_ALL: "Copia la tabella", "Copy the table";
    TABLE_COPIED: "Tabella copiata: incollala in Excel o in un altro foglio di calcolo.", "Table copied: paste it into Excel or another spreadsheet.";
    fn table_whole(title): "Tutta la tabella: {title}", "The whole table: {title}";
    TABLE_ADD_SHORT: "+ Colonna", "+ Column";
    TABLE_EXPORT: "Esporta tabella", "Export table";
    TABLE_EXPORT_SHORT: "Esporta…", "Export…";
    fn table_count(shown, count): "righe: {shown} di {count}", "rows: {shown} of {count}";
}

// Selection by condition, and its inverse.
texts! {
    CONDITION_EMPTY: "Scrivi una condizione, per esempio: indice_vecchiaia > 200 e residenti < 5000", "Write a condition, for example: indice_vecchiaia > 200 and residenti < 5000";
    fn condition_unknown(at, indicator): "Al carattere {at}: l'indicatore «{indicator}» non esiste.", "At character {at}: there is no indicator “{indicator}”.";
    fn condition_nearest(at, indicator, nearest): "Al carattere {at}: l'indicatore «{indicator}» non esiste; i più simili: {nearest}.", "At character {at}: there is no indicator “{indicator}”; the nearest: {nearest}.";
    fn condition_published(at, indicator): "Al carattere {at}: «{indicator}» è un indicatore come pubblicato e non ha valori di questi territori.", "At character {at}: “{indicator}” is an indicator as published and has no values of these territories.";
    fn condition_no_values(at, indicator): "Al carattere {at}: «{indicator}» non ha valori a nessuna data.", "At character {at}: “{indicator}” has no values at any date.";
    fn condition_indicator(at, found): "Al carattere {at}: qui serve il nome breve di un indicatore, non «{found}».", "At character {at}: the short name of an indicator is needed here, not “{found}”.";
    CONDITION_INDICATOR_AT_END: "La condizione non è finita: manca il nome breve di un indicatore.", "The condition is not finished: the short name of an indicator is missing.";
    fn condition_comparison(at, indicator): "Al carattere {at}: dopo «{indicator}» serve un confronto: <, <=, >, >=, = oppure !=.", "At character {at}: a comparison is needed after “{indicator}”: <, <=, >, >=, = or !=.";
    fn condition_class(at, sign, classes): "Al carattere {at}: le categorie non hanno un ordine; scrivi = o != e una tra: {classes} (hai scritto «{sign}»).", "At character {at}: categories have no order; write = or != and one of: {classes} (you wrote “{sign}”).";
    fn condition_number(at, sign): "Al carattere {at}: dopo «{sign}» serve un numero.", "At character {at}: a number is needed after “{sign}”.";
    fn condition_not_a_number(at, typed): "Al carattere {at}: «{typed}» non è un numero.", "At character {at}: “{typed}” is not a number.";
    fn condition_ambiguous(at, typed): "Al carattere {at}: «{typed}» si può leggere in due modi; scrivi le migliaia senza segni, per esempio 5000.", "At character {at}: “{typed}” can be read in two ways; write thousands without signs, for example 5000.";
    fn condition_unclosed(at): "La parentesi aperta al carattere {at} non è chiusa.", "The parenthesis opened at character {at} is not closed.";
    fn condition_link(at, found): "Al carattere {at}: prima di «{found}» serve «e» oppure «o».", "At character {at}: “and” or “or” is needed before “{found}”.";
    fn condition_unexpected(at, found): "Al carattere {at}: «{found}» non serve qui.", "At character {at}: “{found}” has no place here.";
    fn condition_set(at, name): "Al carattere {at}: nessun gruppo salvato si chiama «{name}».", "At character {at}: no saved group is called “{name}”.";
    fn condition_quotes(at): "Le virgolette aperte al carattere {at} non sono chiuse.", "The quotes opened at character {at} are not closed.";
    fn condition_too_deep(at): "Al carattere {at}: troppe parentesi una dentro l'altra.", "At character {at}: too many parentheses within one another.";
    CONDITION: "Scegli per condizione", "Choose by condition";
    CONDITION_HINT: "indice_vecchiaia > 200 e residenti < 5000", "indice_vecchiaia > 200 and residenti < 5000";
    CONDITION_TIP: "Confronta gli indicatori con un numero (<, <=, >, >=, =, !=) e unisci i confronti con e, o, non e parentesi; un gruppo salvato si scrive tra virgolette. I valori si confrontano arrotondati alle cifre che scrivi: con 2,2 anche 2,24 è uguale. Invio sceglie i territori che la soddisfano, al livello e alla data che vedi.", "Compare indicators with a number (<, <=, >, >=, =, !=) and join comparisons by and, or, not and parentheses; a saved group is written between quotes. Values are compared rounded to the digits you type: with 2.2, 2.24 too is equal. Enter chooses the territories that meet it, at the level and date you see.";
    CHOOSE_WHERE: "Scegli chi soddisfa la condizione (Invio)", "Choose what meets the condition (Enter)";
    CHOOSE_INVERT: "Inverti", "Invert";
    CHOOSE_INVERT_HINT: "Sceglie tutti quelli che non lo sono", "Chooses all those that are not";
    fn selected_where(count, of): "Scelti: {count} su {of}.", "Chosen: {count} of {of}.";
    SELECTED_WHERE_NONE: "Nessun territorio soddisfa la condizione.", "No territory meets the condition.";
    fn selected_undecided(count): "Senza un valore, e quindi non scelti: {count}.", "Without a value, and so not chosen: {count}.";
    fn selected_other_date(indicator, date, used): "«{indicator}» non ha valori {date}: usati quelli {used}.", "“{indicator}” has no values {date}: those {used} were used.";
    HELP_WHERE: "Solo i territori che soddisfano una condizione, per esempio \"residenti < 5000 e densita >= 200\"; i valori si confrontano arrotondati alle cifre scritte", "Only the territories that meet a condition, for example \"residenti < 5000 and densita >= 200\"; values are compared rounded to the digits typed";
}

// The ranking below the map.
texts! {
    TAB_RANKING: "Graduatoria", "Ranking";
    fn ranking_name(indicator): "Graduatoria: {indicator}", "Ranking: {indicator}";
    RANKING_RANGE: "Mostra i Comuni di ogni gruppo", "Show the Comuni of each group";
    RANKING_HINT: "Trascina sulle righe per sceglierle; con Ctrl si aggiungono. Quelle scelte restano in vista, finché c'è posto.", "Drag over rows to choose them; with Ctrl they are added. Those chosen stay in view, as far as there is room.";
    fn ranking_absent_row(territory, reason): "{territory}: {reason}.", "{territory}: {reason}.";
}

// Readings of figures: sentences with placeholders filled in by the grammar.
texts! {
    fn whose_and_rounded(exactly, others): "{exactly} (e, arrotondato, di {others})", "{exactly} (and, rounded, in {others})";
    fn read_span(when, subject, verb, from, whose_lowest, to, whose_highest): "{when} {subject} {verb} {from} {whose_lowest} {to} {whose_highest}.", "{when}, {subject} {verb} {from} {whose_lowest} {to} {whose_highest}.";
    fn read_classes(when, by, classes): "{when}, per {by}, {classes}.", "{when}, by {by}, {classes}.";
    fn read_are_of_class(territories, class): "{territories} sono «{class}»", "{territories} are “{class}”";
    fn read_is_of_class(territory, class): "{territory} è «{class}»", "{territory} is “{class}”";
    fn read_more_of_class(count, class): "{count} «{class}»", "{count} “{class}”";
    fn read_unit(unit): "Unità: {unit}.", "Unit: {unit}.";
    READ_GOES: "va", "ranges";
    READ_GO: "vanno", "range";
    READ_IS: "è", "is";
    READ_ARE: "sono", "are";
    fn read_one(when, subject, whose, verb, value): "{when} {subject} {whose} {verb} {value}.", "{when}, {subject} {whose} {verb} {value}.";
    fn read_equal(when, of_subject, value): "{when} il valore {of_subject} è lo stesso in tutti i territori: {value}.", "{when}, the value {of_subject} is the same in all territories: {value}.";
    fn read_method(method): "Ogni valore è {method}, non quello calcolato sul totale dei Comuni.", "Each value is {method}, not the one calculated on the total of the Comuni.";
    fn read_method_weighted(method, weight): "Ogni valore è {method}, non la media ponderata con {weight}.", "Each value is {method}, not the mean weighted by {weight}.";
    fn read_overall_pooled(value): "{value}, calcolato sul totale dei Comuni", "{value}, calculated on the total of the Comuni";
    fn read_overall_weighted(value, weight): "{value}, media ponderata con {weight}", "{value}, the mean weighted by {weight}";
    fn read_overall_many(value, above, all): "Il valore dell'ATS è {value}: lo superano {above} su {all}.", "The value of the ATS is {value}: {above} of {all} exceed it.";
    fn read_overall_one(value, above, all): "Il valore dell'ATS è {value}: lo supera {above} su {all}.", "The value of the ATS is {value}: {above} of {all} exceeds it.";
    fn read_overall_none(value): "Il valore dell'ATS è {value} e nessun territorio lo supera.", "The value of the ATS is {value} and no territory exceeds it.";
    fn read_middle(of_level, q1, q3): "La metà centrale {of_level} sta tra {q1} e {q3}.", "The middle half {of_level} lies between {q1} and {q3}.";
    fn read_was_lower(when, value): "{when} era più basso: {value}.", "{when} it was lower: {value}.";
    fn read_was_higher(when, value): "{when} era più alto: {value}.", "{when} it was higher: {value}.";
    fn read_was_same(when): "{when} era lo stesso.", "{when} it was the same.";
    fn read_selected(place, value, rank, of, way, beside): "{place}, con {value}, è {rank} posto su {of}{way}{beside}.", "{place}, with {value}, ranks {rank} of {of}{way}{beside}.";
    READ_ABOVE: ", sopra il valore dell'ATS", ", above the value of the ATS";
    READ_BELOW: ", sotto il valore dell'ATS", ", below the value of the ATS";
    READ_LEVEL_WITH: ", alla pari con l'ATS", ", level with the ATS";
    READ_FROM_HIGHEST: "dal valore più alto", "from the highest";
    READ_TIED: ", a pari merito", ", tied";
    fn read_between(from, to): "tra {from} e {to}", "between {from} and {to}";
    READ_UNCHANGED: "invariat", "the same";
    fn read_two(when, first, second, territories): "{when} la mappa incrocia {first} e {second}, in tre classi per indicatore, per {territories}.", "{when} the map crosses {first} and {second}, each in three classes, for {territories}.";
    fn read_two_corners(both_high, both_low, first_high, second_high): "Nella classe più alta di entrambi gli indicatori: {both_high}; nella più bassa di entrambi: {both_low}; alto il primo e basso il secondo: {first_high}; basso il primo e alto il secondo: {second_high}.", "In the highest class of both: {both_high}; in the lowest of both: {both_low}; the first high and the second low: {first_high}; the first low and the second high: {second_high}.";
    fn read_two_overall(first, verb, first_value, second, second_value): "Nell'intera ATS {first} {verb} {first_value}, {second} {second_value}.", "In the whole ATS {first} {verb} {first_value}, {second} {second_value}.";
    fn read_members(lowest, highest, mean): "I suoi Comuni vanno da {lowest} a {highest}, e la loro media semplice è {mean}.", "Its Comuni range from {lowest} to {highest}, and their simple mean is {mean}.";
    fn read_more(count): "Altri territori scelti: {count}.", "Other chosen territories: {count}.";
    fn read_selected_absent(territory, reason): "{territory} non ha un valore ({reason}).", "{territory} has no value ({reason}).";
    fn read_absent_named(count, names): "{count} ({names})", "{count} ({names})";
    fn read_absent(territories): "Senza un valore: {territories}.", "Without a value: {territories}.";
    READ_RISES: "sale", "rose";
    READ_RISE: "salgono", "rose";
    READ_FALLS: "scende", "fell";
    READ_FALL: "scendono", "fell";
    READ_STAYS: "resta", "stayed";
    READ_STAY: "restano", "stayed";
    fn read_change(when, subject, groups): "{when} {subject} {groups}.", "{when} {subject} {groups}.";
    fn read_change_of_one(when, subject, whose, verb, change): "{when} {subject} {whose} {verb}: {change}.", "{when} {subject} {whose} {verb}: {change}.";
    fn about(number): "circa {number}", "about {number}";
    fn read_more_lines(count): "Altri territori: {count}.", "Other territories: {count}.";
    READ_CHANGE_BREAK: "Tra le due date la serie si interrompe: le differenze non misurano solo variazioni reali.", "The series breaks between the two dates: differences do not measure real change alone.";
    fn read_differences(lowest, lowest_names, highest, highest_names): "Le differenze vanno da {lowest} ({lowest_names}) a {highest} ({highest_names}).", "Differences go from {lowest} ({lowest_names}) to {highest} ({highest_names}).";
    fn read_overall_difference(change): "Nell'intera ATS la differenza è {change}.", "In the whole ATS the difference is {change}.";
    fn read_selected_difference(place, change): "{place} è {change}.", "{place} it is {change}.";
    fn read_moved(when, subject, whose, verb, from, to, change): "{when} {subject} {whose} {verb} da {from} a {to} ({change}).", "{when} {subject} {whose} {verb} from {from} to {to} ({change}).";
    fn read_uncertain(when, of_subject, whose): "{when} la variazione {of_subject} {whose} dipende da dati oscurati, e perciò non è indicata.", "{when} the change {of_subject} {whose} depends on withheld data, and so is not shown.";
    fn read_moved_too(subject, whose, verb, from, to, change): "{subject} {whose} {verb} da {from} a {to} ({change}).", "{subject} {whose} {verb} from {from} to {to} ({change}).";
    fn read_stayed(when, subject, whose, verb, value): "{when} {subject} {whose} {verb} a {value}.", "{when} {subject} {whose} {verb} at {value}.";
    fn read_stayed_too(subject, whose, verb, value): "{subject} {whose} {verb} a {value}.", "{subject} {whose} {verb} at {value}.";
    fn read_ats_at_100(set, that): "{set} {that} dell'ATS", "with {that} of the ATS {set}";
    fn read_index_moves(when, subject, whose, base, verb, from, to): "{when} {subject} {whose}, {base}, {verb} da {from} a {to}.", "{when} {subject} {whose}, {base}, {verb} from {from} to {to}.";
    fn read_index_stays(when, subject, whose, base, verb, value): "{when} {subject} {whose}, {base}, {verb}: {value}.", "{when} {subject} {whose}, {base}, {verb}: {value}.";
    fn read_index_at(when, subject, whose, base, verb, value): "{when} {subject} {whose}, {base}, {verb} {value}.", "{when}, {subject} {whose}, {base}, {verb} {value}.";
    fn read_uncertain_index(whose): "il numero indice {whose} dipende da dati oscurati, e perciò non è indicato.", "the index number {whose} depends on withheld data, and so is not shown.";
    fn read_index(when, subject, whose, verb, value, set, that, base): "{when} {subject} {whose} {verb} {value}, {set} {that} {base}.", "{when}, {subject} {whose} {verb} {value}, with {that} {base} {set}.";
    fn read_as_published(area, value, when): "{area}, come pubblicato: {value} {when}.", "{area}, as published: {value} {when}.";
    READ_ONLY_ATS: "C'è solo l'ATS, che è 100 per definizione: scegli un territorio da confrontare.", "There is only the ATS, which is 100 by definition: choose a territory to compare.";
    READ_CURRENT_EUROS: "Gli importi sono in euro correnti: il confronto tra anni comprende l'aumento dei prezzi.", "Amounts are in current euros: comparing years takes in the rise of prices.";
    fn read_drawn_as(told, index): "{told}: nella figura {index}.", "{told}: {index} in the figure.";
    fn read_more_columns(count): "Altre colonne, da leggere nella tabella: {count}.", "Further columns, to be read in the table: {count}.";
    fn read_no_values(when, subject, verb): "{when} {subject} {verb}.", "{when}, {subject} {verb}.";
    READ_HAS_NONE: "non ha valori da mostrare", "has no value to show";
    READ_HAVE_NONE: "non hanno valori da mostrare", "have no value to show";
    fn read_off_series(when): "I valori {when} non si confrontano con gli altri.", "The values {when} do not compare with the others.";
    fn read_break(when): "La serie si interrompe {when}: i valori di prima non si confrontano con quelli di dopo.", "The series breaks {when}: values before and after do not compare.";
}

// What could mislead in a figure.
texts! {
    fn check_classes(classes, most): "Le classi sono {classes}: più di {most} colori non si distinguono su una mappa.", "There are {classes} classes: more than {most} colours cannot be told apart on a map.";
    fn check_palette(palette): "Chi è daltonico confonde alcuni colori della tavolozza {palette}.", "Colour-blind readers confuse some colours of the palette {palette}.";
    CHECK_SISTER: "Un'altra mappa dello stesso indicatore ha classi diverse: lo stesso colore non vuol dire lo stesso valore.", "Another map of the same indicator has other classes: the same colour does not mean the same value.";
    fn known_only_at(level): "La fonte dà i valori per {level}: per i livelli più piccoli non ce ne sono.", "The source gives values by {level}: smaller levels have none.";
    fn known_summed(level): "Valore ricavato dalla somma di quelli dati per {level}.", "Value made from the sum of those given by {level}.";
    fn notice_known_only_at(name, level): "«{name}» ha valori per {level}: la mappa li mostra a quel livello.", "“{name}” has values by {level}: the map shows them at that level.";
    fn cli_known_only_at(indicator, level, id): "'{indicator}' ha valori per {level}, e per i livelli più piccoli nessuno: usa --level {id}", "'{indicator}' has values by {level}, and none for smaller levels: use --level {id}";
    fn check_small_counts(units, below): "Territori con un conteggio di persone sotto {below}: {units}. Prima di pubblicare la figura vanno oscurati.", "Territories with a count of persons below {below}: {units}. They must be withheld before the figure is published.";
    ADVICE_SMALL_COUNTS: "Scegli un livello più alto, oppure oscura quei valori nel file e importalo di nuovo.", "Choose a higher level, or withhold those values in the file and import it again.";
    RATE_OVER_WHOLE: "In qualche territorio i casi sono più della popolazione a cui sono rapportati: non è una quota, e forse la popolazione è un'altra.", "In some territories there are more cases than the population they are related to: it is no share, and the population may be another one.";
    fn cli_method_of_comuni(indicator, level): "'{indicator}' ha valori per {level}: media, minimo, massimo e valore parziale sono dei Comuni, che non ne hanno; togli --method", "'{indicator}' has values by {level}: mean, lowest, highest and partial value are of Comuni, which have none; leave --method out";
    CHECK_NO_GROUP_VALUES: "Per questo indicatore un gruppo di più Comuni non ha un valore: la mappa resta quasi vuota.", "For this indicator a group of several Comuni has no value: the map stays almost empty.";
    fn check_small(least, count): "Territori il cui valore poggia su meno di {least} casi: {count}. Un caso in più o in meno lo cambia molto.", "Territories whose value stands on fewer than {least} cases: {count}. One case more or less changes it much.";
    fn check_source(indicator): "«{indicator}» non dice da quale fonte viene: senza fonte nessuno può verificare la figura.", "“{indicator}” does not say what source it is from: without one nobody can verify the figure.";
    CHECK_HIDDEN_SOURCE: "La fonte è nascosta: chi riceve la figura non sa da dove vengono i numeri.", "The source is hidden: who receives the figure does not know where its numbers are from.";
    FIX_AREAS: "Colora le aree.", "Colour the areas.";
    CHECK_CIRCLES_OF_RATIO: "L'area dei cerchi fa pensare a una quantità: qui non è un conteggio, e i cerchi non dicono quanti sono.", "The area of circles suggests a quantity: this is not a count, and the circles do not say how many there are.";
    FIX_SYMBOLS: "Disegna cerchi proporzionali.", "Draw proportional circles.";
    FIX_SAME_CLASSES: "Usa le stesse classi nelle due mappe.", "Use the same classes in both maps.";
    fn fix_fewer_classes(most): "Usa {most} classi.", "Use {most} classes.";
    fn fix_palette(palette): "Usa la tavolozza {palette}.", "Use the palette {palette}.";
    FIX_POOLED: "Mostra il valore calcolato sul totale dei Comuni.", "Show the value calculated on the total of the Comuni.";
    fn fix_level(level): "Passa al livello: {level}.", "Go to the level: {level}.";
    fn fix_page(width, height): "Usa una pagina di {width} × {height} mm.", "Use a page of {width} × {height} mm.";
    FIX_TYPE: "Riporta i caratteri alla grandezza usuale.", "Set the type to its usual size.";
    FIX_FOOTER: "Mostra di nuovo fonte e note.", "Show source and notes again.";
    ADVICE_CLASSES: "Togli qualche limite di classe, o scegli un altro metodo.", "Take some class limits out, or choose another method.";
    ADVICE_SMALL: "Indicalo in una nota, o unisci più anni o territori.", "Say so in a note, or put several years or territories together.";
    ADVICE_SOURCE: "Scrivi la fonte della figura.", "Type the source of the figure.";
    ADVICE_TYPE: "Ingrandisci i caratteri, o togli elementi dalla pagina.", "Enlarge the type, or take elements off the page.";
    fn check_type(points): "Le scritte più piccole sarebbero di {points} punti, troppo poco per leggerle.", "The smallest type would be {points} points, too little to be read.";
}

// Pages: logo, several elements, readings of figures other than maps.
texts! {
    fn warn_no_glyph(characters): "Segni che il carattere della figura non ha, sostituiti nel disegno da «�»: {characters}.", "Characters that the typeface of the figure lacks, drawn as '�': {characters}.";
    LOGO_DAMAGED: "il logo della figura è danneggiato: scegli di nuovo l'immagine", "the logo of the figure is damaged: choose the picture again";
    LOGO_TOO_LARGE: "è troppo grande per un logo: al massimo 20 MB, 40 milioni di pixel e 20.000 pixel per lato; un SVG al massimo 2 MB", "it is too large for a logo: at most 20 MB, 40 million pixels and 20,000 pixels a side; an SVG 2 MB at most";
    LOGO_NOT_A_PICTURE: "serve un PNG, un JPEG o un SVG leggibile", "a PNG, JPEG or SVG that can be read is needed";
    LOGO_TOO_COMPLEX: "è un disegno troppo complicato per un logo: esportalo come PNG e usa quello", "it is too complicated a drawing for a logo: export it as a PNG and use that";
    DRAWING_FILTER: "filtri, come sfocature e ombre", "filters, such as blurs and shadows";
    DRAWING_PATTERN: "motivi ripetuti", "repeated patterns";
    DRAWING_MARKER: "segni ripetuti lungo le linee", "marks repeated along lines";
    DRAWING_FOREIGN: "parti in un linguaggio diverso da SVG", "parts in a language other than SVG";
    DRAWING_ENTITIES: "abbreviazioni di testo (entità XML)", "abbreviations of text (XML entities)";
    fn logo_has(what): "contiene {what}, e qui non si può disegnare: esportalo come PNG e usa quello", "it has {what}, and cannot be drawn here: export it as a PNG and use that";
    HELP_LOGO: "Logo in alto a destra: PNG, JPEG o SVG fino a 20 MB, che resta dentro la figura", "Logo at the upper right: PNG, JPEG or SVG up to 20 MB, which stays within the figure";
    NOT_STATED: "non indicata", "not stated";
    fn caption_source(source): "Fonte: {source}.", "Source: {source}.";
    fn read_pairs_when(when, pairs): "{when}, su {pairs}", "{when}, across {pairs}";
    fn read_pairs_dates(pairs): "su {pairs}", "across {pairs}";
    fn read_pairs_up(opening, of_x, of_y, r, p, rho): "{opening}, a valori più alti {of_x} corrispondono in genere valori più alti {of_y} (r = {r}, p {p}; ρ = {rho}).", "{opening}, higher values {of_x} tend to go with higher values {of_y} (r = {r}, p {p}; ρ = {rho}).";
    fn read_pairs_up_weakly(opening, of_x, of_y, r, p, rho): "{opening}, a valori più alti {of_x} corrispondono solo debolmente valori più alti {of_y} (r = {r}, p {p}; ρ = {rho}).", "{opening}, higher values {of_x} go only weakly with higher values {of_y} (r = {r}, p {p}; ρ = {rho}).";
    fn read_pairs_down(opening, of_x, of_y, r, p, rho): "{opening}, a valori più alti {of_x} corrispondono in genere valori più bassi {of_y} (r = {r}, p {p}; ρ = {rho}).", "{opening}, higher values {of_x} tend to go with lower values {of_y} (r = {r}, p {p}; ρ = {rho}).";
    fn read_pairs_down_weakly(opening, of_x, of_y, r, p, rho): "{opening}, a valori più alti {of_x} corrispondono solo debolmente valori più bassi {of_y} (r = {r}, p {p}; ρ = {rho}).", "{opening}, higher values {of_x} go only weakly with lower values {of_y} (r = {r}, p {p}; ρ = {rho}).";
    fn read_pairs_mixed(opening, of_x, of_y, r, p, rho): "{opening}, tra i valori {of_x} e quelli {of_y} la retta e l'ordine danno indicazioni diverse (r = {r}, p {p}; ρ = {rho}): la retta dipende da pochi punti lontani.", "{opening}, between the values {of_x} and those {of_y} the line and the order say different things (r = {r}, p {p}; ρ = {rho}): a few far points decide the line.";
    fn read_pairs_none(opening, of_x, of_y, r, p, rho): "{opening}, non si vede una relazione lineare tra i valori {of_x} e quelli {of_y} (r = {r}, p {p}; ρ = {rho}).", "{opening}, no linear relation is seen between the values {of_x} and those {of_y} (r = {r}, p {p}; ρ = {rho}).";
    fn read_pairs_ranks(opening, of_x, of_y, statistics): "{opening}, i valori {of_x} e quelli {of_y} si confrontano solo per ordine. {statistics}", "{opening}, the values {of_x} and those {of_y} are compared by order alone. {statistics}";
    READ_NO_CAUSE: "Una correlazione non indica che un valore dipenda dall'altro.", "That two values go together does not say that one depends on the other.";
    fn read_quadrants(quadrants): "Nei quadranti: {quadrants}.", "In the quadrants: {quadrants}.";
    fn read_far(points): "Rispetto alla retta spiccano {points}.", "Standing out from the line are {points}.";
    fn read_far_one(point): "Rispetto alla retta spicca {point}.", "Standing out from the line is {point}.";
    fn read_point(place, x, y): "{place} ({x} e {y})", "{place} ({x} and {y})";
    fn read_selected_point(place, x, verb, x_value, y, y_value): "{place} {x} {verb} {x_value}, {y} {y_value}.", "{place} {x} {verb} {x_value}, {y} {y_value}.";
    fn title_of_place(title, territory): "{title} – {territory}", "{title} – {territory}";
}

// Ranking of an indicator as published.
texts! {
    PUBLISHED_AT: "Anno o data della tabella", "Year or date of the table";
}

// Provisional values.
texts! {
    QUALITY_FINAL: "definitivo", "final";
    QUALITY_PROVISIONAL: "provvisorio", "provisional";
    QUALITY_ESTIMATED: "stima", "estimate";
    fn quality_of(indicator, date): "di «{indicator}» {date}", "of “{indicator}” {date}";
    fn estimated_all(what): "Valori {what} stimati, non definitivi.", "Values {what} estimated, not final.";
    fn estimated_some(what, count, of): "Valori {what} stimati, non definitivi: {count} su {of}.", "Values {what} estimated, not final: {count} of {of}.";
    fn provisional_all(what): "Valori {what} provvisori, non definitivi.", "Values {what} provisional, not final.";
    fn provisional_some(what, count, of): "Valori {what} provvisori, non definitivi: {count} su {of}.", "Values {what} provisional, not final: {count} of {of}.";
}
