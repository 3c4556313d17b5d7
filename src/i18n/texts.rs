//! The texts. `{}` marks a place filled by [`fill`](super::fill).
#![allow(missing_docs, reason = "each constant is its own text")]

use super::Text;

macro_rules! texts {
    ($($name:ident: $it:literal, $en:literal;)*) => {
        $(pub const $name: Text = Text { it: $it, en: $en };)*
    };
}

// Names of the program's own kinds of things.
texts! {
    LEVEL_COMUNI: "Comuni", "Comuni";
    LEVEL_AMBITI: "Ambiti territoriali", "Ambiti";
    LEVEL_ASST: "ASST", "ASST";
    LEVEL_ATS: "ATS", "ATS";
    METHOD_POOLED: "valore ricalcolato dalle somme", "recomputed from the sums";
    METHOD_MEAN: "media semplice dei Comuni", "simple mean of the Comuni";
    METHOD_MIN: "minimo dei Comuni", "lowest of the Comuni";
    METHOD_MAX: "massimo dei Comuni", "highest of the Comuni";
    ABSENT_MISSING: "dato mancante", "missing";
    ABSENT_SUPPRESSED: "dato oscurato per riservatezza", "withheld for confidentiality";
    ABSENT_NOT_APPLICABLE: "non applicabile", "not applicable";
    SCHEME_EQUAL: "intervalli uguali", "equal intervals";
    SCHEME_QUANTILE: "quantili", "quantiles";
    SCHEME_JENKS: "interruzioni naturali (Fisher-Jenks)", "natural breaks (Fisher-Jenks)";
    SCHEME_STD: "deviazione standard", "standard deviation";
    SCHEME_HEADTAIL: "testa/coda", "head/tail";
    SCHEME_BOX: "box plot", "box plot";
    SCHEME_PRETTY: "soglie tonde", "round breaks";
    SCHEME_MANUAL: "soglie scelte a mano", "breaks set by hand";
    POLARITY_WORSE: "un valore più alto indica una situazione peggiore", "higher is worse";
    POLARITY_BETTER: "un valore più alto indica una situazione migliore", "higher is better";
    POLARITY_NEITHER: "descrive una situazione: un valore più alto non è né meglio né peggio", "descriptive: higher is neither better nor worse";
}

// Figures.
texts! {
    AT_DATE: "al {}", "on {}";
    SOURCE_LINE: "Fonte: {}. Valori {}. Licenza dei dati: {}.", "Source: {}. Values {}. Data licence: {}.";
    BOUNDARIES_LINE: "Confini: {}. Figura: Atlante Sociale.", "Boundaries: {}. Figure: Atlante Sociale.";
    LEGEND_SCHEME: "Classi: {}{}. Il segno «>» esclude l'estremo inferiore; quello superiore è sempre incluso.", "Classes: {}{}. The sign “>” leaves the lower end out; the upper end is always in.";
    LEGEND_ALL_DATES: "calcolate su tutte le date", "over all dates";
    LEGEND_COUNTS: "Il numero a destra dice quanti territori sono nella classe.", "The number on the right says how many territories are in the class.";
    LEGEND_NO_ASST: "nessuna ASST (Milano città)", "no ASST (city of Milano)";
    LEGEND_WHOLE: "ATS Città Metropolitana di Milano: {}", "ATS Città Metropolitana di Milano: {}";
    LEGEND_SYMBOLS: "L'area del cerchio è proporzionale al valore.", "The area of a circle is proportional to the value.";
    ALT_WHAT: "Mappa: {}, {}, {}. Unità: {}.", "Map: {}, {}, {}. Unit: {}.";
    ALT_RANGE: "Il valore più basso è {} ({}), il più alto {} ({}).", "The lowest value is {} ({}), the highest {} ({}).";
    ALT_WHOLE: "Il valore dell'intera ATS è {}.", "The value of the whole ATS is {}.";
}

// Remarks.
texts! {
    WARN_COUNT: "È un conteggio: colorato per aree fa sembrare importante chi è grande. Meglio i cerchi proporzionali.", "This is a count: coloured by area, it makes whoever is large look important. Proportional symbols are better.";
    WARN_CATEGORICAL: "Una tavolozza per categorie non mostra quale classe è più alta: meglio una sequenziale.", "A categorical palette does not show which class is higher: prefer a sequential one.";
    WARN_NOT_POOLED: "Non è il valore del gruppo: ogni Comune pesa uguale, qualunque sia la sua popolazione.", "This is not the value of the group: every Comune weighs the same, whatever its population.";
    WARN_ABSENT: "Territori senza valore: {} ({})", "Territories without a value: {} ({})";
    WARN_NO_VALUES: "Nessun valore da mostrare a questa data.", "No value to show at this date.";
    WARN_CONSTANT: "Tutti i valori sono uguali: una sola classe.", "All values are equal: a single class.";
    WARN_FEWER: "I valori distinti sono solo {}: le classi sono meno di quelle chieste.", "There are only {} distinct values: fewer classes than asked for.";
    WARN_MERGED: "Valori uguali hanno unito alcune classi: sono meno di quelle chieste.", "Equal values have merged some classes: there are fewer than asked for.";
    WARN_CAPPED: "Le classi si fermano a {}: l'ultima raccoglie tutto il resto.", "Classes stop at {}: the last one takes all the rest.";
    WARN_CENTRE: "Il centro vale solo per le tavolozze divergenti.", "A centre is for diverging palettes only.";
    WARN_EMPTY_CLASS: "Una o più classi sono vuote.", "One or more classes are empty.";
}

// Classes that cannot be made.
texts! {
    CLASSES_NONE: "non c'è nessun valore da classificare", "there are no values to classify";
    CLASSES_ZERO: "chiedi almeno una classe", "ask for at least one class";
    CLASSES_TOO_MANY: "chiedi al massimo {} classi", "ask for at most {} classes";
    CLASSES_NO_BREAKS: "con le soglie a mano serve --breaks con almeno una soglia", "manual classes need --breaks with at least one break";
    CLASSES_ORDER: "scrivi le soglie in ordine crescente, ognuna una volta sola", "write the breaks in ascending order, each once";
    CLASSES_NOT_FINITE: "ogni soglia deve essere un numero finito", "every break must be a finite number";
    CLASSES_TOO_LARGE: "i valori sono troppo grandi: scegli un'unità di misura maggiore", "the values are too large: choose a larger unit";
}

// The command line: errors.
texts! {
    CLI_UNKNOWN_COMMAND: "il comando '{}' non esiste; 'atlante-cli --help' li elenca", "there is no command '{}'; 'atlante-cli --help' lists them";
    CLI_NO_COMMAND: "manca il comando; 'atlante-cli --help' li elenca", "a command is missing; 'atlante-cli --help' lists them";
    CLI_MISSING: "manca {}; '--help' spiega come scriverlo", "{} is missing; '--help' tells how to write it";
    CLI_UNKNOWN_OPTION: "l'opzione '{}' non esiste; '--help' le elenca", "there is no option '{}'; '--help' lists them";
    CLI_NO_VALUE: "manca il valore di {}", "{} needs a value";
    CLI_BAD_CHOICE: "'{}' non va bene per {}; scegli tra: {}", "'{}' is no value of {}; choose among: {}";
    CLI_BAD_VALUE: "'{}' non va bene per {}", "'{}' is no value of {}";
    CLI_CONFLICT: "{} non va insieme a {}", "{} cannot go with {}";
    CLI_UNKNOWN_INDICATOR: "l'indicatore '{}' non esiste; 'atlante-cli indicators' li elenca", "there is no indicator '{}'; 'atlante-cli indicators' lists them";
    CLI_NEAREST_INDICATORS: "l'indicatore '{}' non esiste; i più simili: {}", "there is no indicator '{}'; the nearest: {}";
    CLI_NO_SUCH_DATE: "l'indicatore '{}' non ha valori al {}; date disponibili: {}", "the indicator '{}' has no values at {}; dates available: {}";
    CLI_NO_SUCH_YEAR: "l'indicatore '{}' non ha valori nel {}; anni disponibili: {}", "the indicator '{}' has no values in {}; years available: {}";
    CLI_UNKNOWN_TERRITORY: "il territorio '{}' non esiste; 'atlante-cli territories' elenca i codici", "there is no territory '{}'; 'atlante-cli territories' lists the codes";
    CLI_UNKNOWN_PALETTE: "la tavolozza '{}' non esiste; scegli tra: {}", "there is no palette '{}'; choose among: {}";
    CLI_BAD_SIZE: "la dimensione si scrive a4, a5, a4-portrait, a5-portrait o LARGHEZZAxALTEZZA in millimetri, da 60 a 1200", "the size is a4, a5, a4-portrait, a5-portrait or WIDTHxHEIGHT in millimetres, from 60 to 1200";
    CLI_NO_ROOM: "la pagina è troppo piccola per titolo, legenda e note: scegli una dimensione maggiore, un titolo più corto o meno classi", "the page is too small for its title, legend and remarks: choose a larger size, a shorter title or fewer classes";
    CLI_BAD_DPI: "la risoluzione va da {} a {} punti per pollice", "the resolution goes from {} to {} dots per inch";
    CLI_TOO_MANY_PIXELS: "l'immagine avrebbe troppi pixel: riduci --dpi o --size, o scegli PDF o SVG", "the picture would have too many pixels: lower --dpi or --size, or choose PDF or SVG";
    CLI_BAD_FORMAT: "'{}': il nome del file deve finire in .svg, .png o .pdf", "'{}': the file name must end in .svg, .png or .pdf";
    CLI_CANNOT_WRITE: "non posso scrivere '{}': {}; scegli un'altra cartella o chiudi il file se è aperto altrove", "cannot write '{}': {}; choose another folder, or close the file if it is open elsewhere";
    CLI_CANNOT_READ: "non posso leggere '{}': {}", "cannot read '{}': {}";
    CLI_EMPTY_FILE: "'{}' è vuoto", "'{}' is empty";
    CLI_NOT_A_TABLE: "'{}' non è una tabella CSV con tante celle in ogni riga quante nell'intestazione ({})", "'{}' is no CSV table with as many cells in every row as in the header ({})";
    CLI_NO_COLUMN: "non c'è la colonna '{}'; le colonne sono: {} ({})", "there is no column '{}'; the columns are: {} ({})";
    CLI_NOT_A_NUMBER_AT: "riga {}: '{}' non è un numero ({})", "row {}: '{}' is not a number ({})";
    CLI_NOT_A_NUMBER: "'{}' non è un numero (i decimali si scrivono con il punto)", "'{}' is not a number (decimals are written with a point)";
}

// The command line: help.
texts! {
    HELP_ABOUT: "Atlante Sociale: mappe, valori e statistiche dei 193 Comuni di ATS Milano, senza finestra", "Atlante Sociale: maps, values and statistics of the 193 Comuni of ATS Milano, without a window";
    HELP_USAGE: "Uso", "Usage";
    HELP_USAGE_OPTIONS: "[OPZIONI]", "[OPTIONS]";
    HELP_COMMAND: "COMANDO", "COMMAND";
    HELP_COMMANDS: "Comandi", "Commands";
    HELP_OPTIONS: "Opzioni", "Options";
    HELP_HELP: "Mostra questo aiuto", "Show this help";
    HELP_VERSION: "Mostra la versione", "Show the version";
    HELP_LANG: "Lingua: it o en [it]", "Language: it or en [it]";
    HELP_DATA: "Aggiunge i dati di una cartella (datasets.toml, i file che elenca, indicators.toml)", "Adds the data of a folder (datasets.toml, the files it lists, indicators.toml)";
    HELP_JSON: "Scrive il risultato in JSON", "Write the result as JSON";
    HELP_INDICATORS: "Elenca gli indicatori", "List the indicators";
    HELP_TERRITORIES: "Elenca i Comuni con Ambito, ASST e provincia", "List the Comuni with their Ambito, ASST and province";
    HELP_DATASETS: "Elenca le tabelle di dati con fonte e licenza", "List the tables of data with source and licence";
    HELP_VALUES: "Scrive i valori di un indicatore (di uno come pubblicato: tutte le aree e, senza --year, tutti gli anni)", "Write the values of an indicator (of one as published: all areas and, without --year, all years)";
    HELP_FORMAT: "Formato", "Format";
    HELP_INDICATOR: "Indicatore ('indicators' li elenca)", "Indicator ('indicators' lists them)";
    HELP_YEAR: "Anno della data di riferimento [l'ultima]", "Year of the reference date [the latest]";
    HELP_LEVEL: "Livello territoriale", "Territorial level";
    HELP_METHOD: "Come si ottiene il valore di un gruppo di Comuni: pooled lo ricalcola dalle somme; mean, min e max sono media semplice, minimo e massimo dei suoi Comuni", "How the value of a group of Comuni is made: pooled recomputes it from the sums; mean, min and max are the simple mean, lowest and highest of its Comuni";
    HELP_FIGURE: "Disegna una figura", "Draw a figure";
    HELP_MAP: "Disegna una mappa in SVG, PNG o PDF", "Draw a map as SVG, PNG or PDF";
    HELP_SCHEME: "Metodo di classificazione", "Method of classification";
    HELP_CLASSES: "Numero di classi, da 1 a 20 [5]", "Number of classes, from 1 to 20 [5]";
    HELP_BREAKS: "Soglie scelte a mano: gli estremi superiori delle classi", "Breaks set by hand: the upper ends of the classes";
    HELP_ALL_DATES: "Calcola le classi su tutte le date, così le mappe di anni diversi si confrontano", "Make the classes over all dates, so that maps of different years compare";
    HELP_PALETTE: "Tavolozza, per esempio yl_gn_bu, viridis, blues, rd_bu [yl_gn_bu]", "Palette, for example yl_gn_bu, viridis, blues, rd_bu [yl_gn_bu]";
    HELP_REVERSE: "Inverte la tavolozza", "Reverse the palette";
    HELP_CENTRE: "Valore al centro di una tavolozza divergente", "Value at the centre of a diverging palette";
    HELP_SYMBOLS: "Cerchi proporzionali invece di aree colorate", "Proportional circles instead of coloured areas";
    HELP_TERRITORY: "Inquadra e contorna questi territori (Comuni, Ambiti, ASST); le classi restano quelle di tutti", "Frame and outline these territories (Comuni, Ambiti, ASST); the classes stay those of all";
    HELP_NO_LABELS: "Senza nomi sulla mappa", "No names on the map";
    HELP_TITLE: "Titolo [il nome dell'indicatore]", "Title [the indicator's name]";
    HELP_SIZE: "Pagina: a4, a5 (orizzontali), a4-portrait, a5-portrait, o larghezza x altezza in millimetri [a4]", "Page: a4, a5 (landscape), a4-portrait, a5-portrait, or width x height in millimetres [a4]";
    HELP_DPI: "Punti per pollice del PNG, da 36 a 1200 [300]", "Dots per inch of a PNG, from 36 to 1200 [300]";
    HELP_OUTLINES: "Nell'SVG scrive i testi come contorni: uguali ovunque, non modificabili", "In an SVG, write texts as outlines: the same everywhere, not editable";
    HELP_OUTPUT: "File da scrivere; l'estensione decide il formato", "File to write; its extension decides the format";
    HELP_STATS: "Statistiche di indicatori o di un file", "Statistics of indicators or of a file";
    HELP_CLASSIFY: "Calcola le classi di una colonna di numeri", "Make the classes of a column of numbers";
    HELP_CSV: "File CSV con intestazione (virgola, punto e virgola o tabulazione)", "CSV file with a header (commas, semicolons or tabs)";
    HELP_COLUMN: "Nome della colonna", "Name of the column";
}

// The window: notices.
texts! {
    NOTICE_NO_DATES: "«{}» non ha valori a nessuna data.", "“{}” has no values at any date.";
    NOTICE_OTHER_DATE: "«{}» non ha valori al {}: ora vedi quelli al {}.", "“{}” has no values at {}: you now see those at {}.";
    NOTICE_EXPORTED: "Salvato: {}", "Saved: {}";
}

// The window.
texts! {
    WINDOW_USAGE: "Uso: atlante [--lang it|en] [--data CARTELLA]", "Usage: atlante [--lang it|en] [--data DIR]";
    NO_WINDOW: "non riesco ad aprire la finestra ({}). Senza schermo usa il comando: atlante-cli figure map --indicator indice_vecchiaia -o mappa.png", "cannot open the window ({}). Without a display use the command: atlante-cli figure map --indicator indice_vecchiaia -o map.png";
    NO_DISPLAY: "non c'è uno schermo", "there is no display";
    MAP_NAME: "Mappa: {}, {}, {}", "Map: {}, {}, {}";
    PANEL_INDICATORS: "Indicatori", "Indicators";
    SEARCH_INDICATOR: "Cerca un indicatore", "Search an indicator";
    SEARCH_NOTHING: "Nessun risultato: prova con un'altra parola.", "No result: try another word.";
    FAVOURITES: "Preferiti", "Favourites";
    RECENT: "Visti di recente", "Recently seen";
    FAVOURITE_ADD: "Aggiungi ai preferiti", "Add to favourites";
    FAVOURITE_REMOVE: "Togli dai preferiti", "Remove from favourites";
    USE_SYMBOLS: "Usa i cerchi proporzionali", "Use proportional symbols";
    AREAS: "Aree colorate", "Coloured areas";
    SYMBOLS: "Cerchi", "Symbols";
    CLASSES_METHOD: "Metodo di classificazione", "Classification method";
    CLASSES_COUNT: "Numero di classi", "Number of classes";
    SAME_CLASSES: "Stesse classi per tutte le date", "Same classes for all dates";
    PALETTE: "Tavolozza", "Palette";
    PALETTE_SEQUENTIAL: "Sequenziali", "Sequential";
    PALETTE_DIVERGING: "Divergenti", "Diverging";
    PALETTE_CATEGORICAL: "Per categorie", "Categorical";
    COLOUR_BLIND_SAFE: "adatta ai daltonici", "colour-blind safe";
    REVERSE: "Inverti la tavolozza", "Reverse the palette";
    CENTRE: "Centro della tavolozza", "Centre of the palette";
    CENTRE_AUTO: "Automatico", "Automatic";
    CENTRE_ZERO: "Zero", "Zero";
    CENTRE_ATS: "Valore ATS", "ATS value";
    GROUP_VALUE: "Valore del gruppo", "Value of the group";
    AMBITO_OF: "Ambito:", "Ambito:";
    MEMBERS: "{} Comuni", "{} Comuni";
    RANK: "{}° su {} (dal più alto)", "{} of {} (from the highest)";
    DISTANCE_FROM_ATS: "{} rispetto all'ATS ({})", "{} from the ATS ({})";
    REFERENCE_DATE: "Data di riferimento", "Reference date";
    UNDO: "Annulla (Ctrl+Z)", "Undo (Ctrl+Z)";
    REDO: "Ripeti (Ctrl+Y)", "Redo (Ctrl+Y)";
    SHOW_ALL: "Mostra tutto (Inizio)", "Show all (Home)";
    SHOW_CHOSEN: "Mostra i territori scelti", "Show the chosen territories";
    EXPORT: "Esporta figura", "Export figure";
    LIGHT: "Aspetto chiaro", "Light appearance";
    DARK: "Aspetto scuro", "Dark appearance";
    CLOSE: "Chiudi", "Close";
    PIN: "Tieni in vista", "Keep in sight";
    UNPIN: "Non tenere più in vista", "No longer keep in sight";
    RESIDENTS_AT: "{} residenti {}", "{} residents {}";
    RANK_IN_AMBITO: "{}° su {} nell'Ambito ({})", "{} of {} in the Ambito ({})";
    DISTANCE_FROM_AMBITO: "{} rispetto all'Ambito ({})", "{} from the Ambito ({})";
    CHOSEN: "Territori scelti", "Chosen territories";
    CHOSEN_HINT: "Clicca sulla mappa; con Ctrl aggiungi. Il rettangolo e il lazo ne scelgono molti insieme.", "Click on the map; with Ctrl you add. The rectangle and the lasso choose many at once.";
    CHOOSE_ALL: "Tutti", "All";
    CHOOSE_NONE: "Nessuno", "None";
    CHOOSE_AMBITO: "Tutto l'Ambito", "Whole Ambito";
    CHOOSE_AMBITO_HINT: "Prima scegli uno o più Comuni", "First choose one or more Comuni";
    REMOVE: "Togli", "Remove";
    SETS: "Gruppi salvati", "Saved sets";
    SET_NAME: "Nome del gruppo", "Name of the set";
    SAVE_SET: "Salva", "Save";
    REMOVE_SET: "Elimina il gruppo", "Delete the set";
    LAYERS: "Livelli della mappa e daltonismo", "Map layers and colour blindness";
    LAYER_LABELS: "Nomi", "Names";
    LAYER_FINE: "Confini dei Comuni", "Borders of Comuni";
    LAYER_BOLD: "Confini dei gruppi (Ambiti, ASST)", "Borders of groups (Ambiti, ASST)";
    LAYER_BACKDROP: "Province vicine", "Provinces around";
    LAYER_FURNITURE: "Scala e nord", "Scale and north";
    VISION: "Come vede la mappa chi è daltonico", "How colour-blind readers see the map";
    VISION_TYPICAL: "visione tipica", "typical vision";
    VISION_PROTANOPIA: "protanopia (senza rosso)", "protanopia (no red)";
    VISION_DEUTERANOPIA: "deuteranopia (senza verde)", "deuteranopia (no green)";
    VISION_TRITANOPIA: "tritanopia (senza blu)", "tritanopia (no blue)";
    TOOL_PAN: "Sposta la mappa", "Move the map";
    TOOL_RECTANGLE: "Scegli con un rettangolo", "Choose with a rectangle";
    TOOL_LASSO: "Scegli con il lazo", "Choose with the lasso";
    ZOOM_IN: "Ingrandisci (+)", "Zoom in (+)";
    ZOOM_OUT: "Rimpicciolisci (-)", "Zoom out (-)";
    SHOW_INDICATORS: "Pannello degli indicatori (F6)", "Indicators panel (F6)";
    SHOW_LEGEND: "Pannello della legenda (F7)", "Legend panel (F7)";
    SHOW_LIST: "Tabella, graduatoria, serie storica e dispersione (F8)", "Table, ranking, time series and scatterplot (F8)";
}

// Search over territories and indicators.
texts! {
    SEARCH_ALL: "Cerca un Comune, un Ambito o un indicatore", "Search a Comune, an Ambito or an indicator";
    SEARCH_ALL_HINT: "Comune, Ambito o indicatore", "Comune, Ambito or indicator";
    SEARCH_ALL_TIP: "Cerca un Comune, un Ambito o un indicatore (Ctrl+F). Anche il codice ISTAT; gli errori di battitura sono perdonati.", "Search a Comune, an Ambito or an indicator (Ctrl+F). ISTAT codes too; typing errors are forgiven.";
    SEARCH_NO_HIT: "Nessun territorio e nessun indicatore si chiama «{}», nemmeno con qualche lettera diversa.", "No territory and no indicator is called “{}”, not even with a few letters changed.";
    HIT_COMUNE: "Comune", "Comune";
    HIT_WORDS_COMUNE: "comune di", "comune of municipality";
    HIT_WORDS_AMBITO: "ambito territoriale sociale di", "ambito of social district";
    HIT_WORDS_ASST: "asst azienda di", "asst trust of";
    HIT_WORDS_ATS: "ats agenzia di", "ats agency of";
    HIT_COMUNE_IN: "Comune · Ambito di {}", "Comune · Ambito of {}";
    HIT_AMBITO: "Ambito territoriale", "Ambito";
    HIT_ASST: "ASST", "ASST";
    HIT_ATS: "ATS", "ATS";
    HIT_GROUP: "{} · {} Comuni", "{} · {} Comuni";
    HIT_GROUP_OF_ONE: "{} · un Comune", "{} · one Comune";
    HIT_INDICATOR: "Indicatore", "Indicator";
    HIT_INDICATOR_OF: "Indicatore · {}", "Indicator · {}";
}

// The legend's histogram and the controls beside it.
texts! {
    HISTOGRAM: "Istogramma dei valori", "Histogram of the values";
    HISTOGRAM_TIP: "Quanti territori hanno ciascun valore: l'altezza è il numero di territori, il colore è la classe. Trascina una soglia, o sceglila con il tasto Tab e spostala con le frecce.", "How many territories have each value: the height is the number of territories, the colour is the class. Drag a break, or reach it with Tab and move it with the arrow keys.";
    HISTOGRAM_CUT_TIP: "L'asse è interrotto: pochi valori molto lontani dagli altri stanno nel tratto in fondo, che ha un'altra scala.", "The axis is broken: a few values far from all others stand in the part at the end, which has a scale of its own.";
    HISTOGRAM_BAR: "Da {} a {}: territori {}", "From {} to {}: territories {}";
    BREAK_NAME: "Soglia {}", "Break {}";
    BREAK_TIP: "Soglia {}: {}. Trascina, o usa le frecce.", "Break {}: {}. Drag it, or use the arrow keys.";
    ROUND_BREAKS: "Arrotonda le soglie", "Round the breaks";
    ROUND_BREAKS_TIP: "Porta ogni soglia al numero tondo più vicino, senza togliere classi", "Move every break to a round number near it, keeping every class";
    CENTRE_TYPED: "Valore al centro della tavolozza", "Value at the centre of the palette";
    CENTRE_HINT: "valore", "value";
    NOT_A_NUMBER: "Scrivi un numero, per esempio 150 o 12,5", "Write a number, for example 150 or 12.5";
}

// Kinds of map.
texts! {
    MAP_KIND: "Tipo di mappa", "Kind of map";
    KIND_VALUE: "Valore", "Value";
    KIND_CHANGE: "Variazione tra due date", "Change between two dates";
    KIND_TWO: "Due indicatori", "Two indicators";
    FROM_DATE: "Dalla data", "From the date";
    SECOND_INDICATOR: "Secondo indicatore", "Second indicator";
    SWAP_HUES: "Scambia i colori dei due indicatori", "Swap the colours of the two indicators";
    TITLE_CHANGE: "{}: variazione", "{}: change";
    TITLE_TWO: "{} e {}", "{} and {}";
    BOTH: "{} e {}", "{} and {}";
    CHANGE_BETWEEN: "variazione dal {} al {}", "change from {} to {}";
    UNIT_DIFFERENCE: "differenza: {}", "difference: {}";
    UNIT_POINTS: "differenza in punti percentuali ({})", "difference in percentage points ({})";
    SUFFIX_POINTS: "p.p.", "p.p.";
    CLASS_BETWEEN: "{} a {}", "{} to {}";
    HIGHER: "più alto", "higher";
    CELL_NAME: "{}: {}; {}: {}", "{}: {}; {}: {}";
    CELL_HINT: "Passa su una casella per vedere i suoi territori.", "Point at a cell to see its territories.";
    PLACE_LOW: "classe bassa", "low class";
    PLACE_MIDDLE: "classe media", "middle class";
    PLACE_HIGH: "classe alta", "high class";
    LEGEND_EDGE_ON_ZERO: "Una soglia è spostata sullo zero, così il colore dice il segno.", "One break is moved to zero, so that the colour tells the sign.";
    SYMBOL_UP: "aumento", "increase";
    SYMBOL_DOWN: "diminuzione", "decrease";
    LEGEND_TWO: "Ogni indicatore è in tre classi: {}{}. Una soglia appartiene alla classe più bassa. Il numero nella casella dice quanti territori vi cadono.", "Each indicator is in three classes: {}{}. A break belongs to the lower class. The number in a cell says how many territories fall in it.";
    LEGEND_WHOLE_TWO: "ATS Città Metropolitana di Milano: {} {}; {} {}", "ATS Città Metropolitana di Milano: {} {}; {} {}";
    WARN_BREAK: "Attenzione: la serie si interrompe tra le due date.", "Beware: the series breaks between the two dates.";
    WARN_TWO_COUNT: "«{}» è un conteggio: fa sembrare alto ciò che è grande. Meglio un indicatore rapportato alla popolazione.", "“{}” is a count: whatever is large looks high. Prefer an indicator divided by population.";
    WARN_TWO_PART: "I due indicatori contano in parte le stesse persone: parte del legame che si vede è aritmetica.", "The two indicators count some of the same people: part of the link that shows is arithmetic.";
    WARN_TWO_BASE: "I due indicatori hanno lo stesso denominatore: parte del legame che si vede può venire da quello.", "The two indicators have the same denominator: part of the link that shows may come from it.";
    WARN_TWO_FEW: "Solo {} territori per nove classi: pochi casi bastano a cambiare il disegno.", "Only {} territories for nine classes: a few cases are enough to change the pattern.";
    WARN_TWO_MERGED: "«{}»: valori uguali hanno unito alcune classi, sono {} invece di tre.", "“{}”: equal values have merged some classes, {} are left of three.";
    WARN_TWO_NO_VALUES: "Nessun territorio ha entrambi i valori a questa data.", "No territory has both values at this date.";
    KIND_SAME_INDICATOR: "i due indicatori sono lo stesso: scegline un altro come secondo", "the two indicators are the same: choose another as the second";
    KIND_DATES: "per una variazione servono due date, e quella di partenza deve venire prima", "a change needs two dates, and the starting one must come first";
    KIND_SCHEME: "con due indicatori le classi sono tre per ciascuno: scegli quantili (quantile), intervalli uguali (equal) o interruzioni naturali (jenks)", "with two indicators each has three classes: choose quantiles (quantile), equal intervals (equal) or natural breaks (jenks)";
    KIND_SYMBOLS: "due indicatori si mostrano solo come aree colorate", "two indicators can only be shown as coloured areas";
    KIND_PALETTE: "la tavolozza '{}' non è per due indicatori; scegli tra: {}", "the palette '{}' is not for two indicators; choose among: {}";
    NOTICE_NO_EARLIER: "«{}» non ha una data prima del {}: ora vedi il valore.", "“{}” has no date before {}: you now see the value.";
    NOTICE_SECOND_LACKS: "«{}» non ha valori al {}: ora vedi un indicatore solo.", "“{}” has no values at {}: you now see one indicator.";
    ALT_UP_DOWN: "Il valore cresce in {} territori e cala in {}.", "The value rises in {} territories and falls in {}.";
    ALT_WHOLE_CHANGE: "La variazione dell'intera ATS è {}.", "The change of the whole ATS is {}.";
    ALT_TWO: "Ogni indicatore è diviso in tre classi. Entrambi nella classe più alta: {} territori; entrambi nella più bassa: {}; alto il primo e basso il secondo: {}; basso il primo e alto il secondo: {}.", "Each indicator is divided into three classes. Both in the highest class: {} territories; both in the lowest: {}; the first high and the second low: {}; the first low and the second high: {}.";
    ALT_WHOLE_TWO: "I valori dell'intera ATS sono {} e {}.", "The values of the whole ATS are {} and {}.";
    HELP_COMPARE_YEAR: "Mappa la differenza dal valore di quell'anno, che viene prima [quantile, rd_bu]", "Map the difference from the value of that earlier year [quantile, rd_bu]";
    HELP_SECOND: "Mappa due indicatori insieme, in tre classi ciascuno [quantile, stevens_pu_or]", "Map two indicators together, in three classes each [quantile, stevens_pu_or]";
}

// Two variables together.
texts! {
    PAIR_SAME: "«{}» e «{}» sono la stessa cifra: la correlazione non dice nulla.", "“{}” and “{}” are the same figure: the correlation tells nothing.";
    PAIR_SHARED: "«{}» e «{}» si calcolano in parte dagli stessi dati: una parte della correlazione nasce dal calcolo, non dai territori.", "“{}” and “{}” are worked out from partly the same data: some of the correlation comes from the arithmetic, not from the territories.";
    PAIR_COUNTS: "Sono due conteggi: crescono entrambi con la popolazione. Meglio confrontare quote o tassi.", "Both are counts: both grow with the population. Prefer shares or rates.";
    PAIR_FEW: "Coppie di valori: {}. Con meno di {} la correlazione dipende da pochi casi.", "Pairs of values: {}. With fewer than {} the correlation hangs on a few cases.";
    STATS_LENGTHS: "le due variabili non hanno lo stesso numero di valori: {} e {}", "the two variables do not have the same number of values: {} and {}";
    STATS_NOT_FINITE: "ogni valore deve essere un numero finito", "every value must be a finite number";
    STATS_TOO_FEW: "coppie con tutti e due i valori: {}; ne servono almeno {}", "pairs with both values: {}; at least {} are needed";
    STATS_NO_VARIATION: "'{}' non varia: tutti i suoi valori sono uguali, e non c'è correlazione da calcolare", "'{}' does not vary: all its values are equal, and there is no correlation to work out";
    CLI_NO_COMMON_YEAR: "'{}' e '{}' non hanno valori alla stessa data nel {}; anni in comune: {}", "'{}' and '{}' have no values at the same date in {}; years in common: {}";
    CLI_NO_COMMON_DATE: "'{}' e '{}' non hanno nessuna data in comune", "'{}' and '{}' have no date in common";
    CORRELATE_PAIRS: "Coppie di valori: {} (incomplete: {})", "Pairs of values: {} (incomplete: {})";
    CORRELATE_PEARSON: "Pearson: r = {}, p {}", "Pearson: r = {}, p {}";
    CORRELATE_SPEARMAN: "Spearman: rho = {}, p {}", "Spearman: rho = {}, p {}";
    CORRELATE_LINE: "Retta: pendenza {} (intervallo al 95%: da {} a {}), intercetta {}, R² {}", "Line: slope {} (95% interval: {} to {}), intercept {}, R² {}";
    HELP_CORRELATE: "Misura quanto due indicatori, o due colonne di un file, vanno insieme", "Measure how far two indicators, or two columns of a file, go together";
    HELP_X: "Prima variabile: un indicatore o, con --csv, una colonna", "First variable: an indicator or, with --csv, a column";
    HELP_Y: "Seconda variabile, quella che la retta ricava dalla prima", "Second variable, the one that the line derives from the first";
}

// The scatterplot below the map.
texts! {
    TAB_SCATTER: "Dispersione", "Scatterplot";
    SCATTER_X: "Indicatore in orizzontale", "Indicator across";
    SCATTER_NAME: "Dispersione: {} rispetto a {}", "Scatterplot: {} against {}";
    SCATTER_NO_OTHER: "Nessun altro indicatore ha valori a questa data.", "No other indicator has values at this date.";
    SCATTER_LINE: "Retta: y = {} x + {}; R² = {}. La fascia è l'intervallo al 95% della media.", "Line: y = {} x + {}; R² = {}. The band is the 95% interval of the mean.";
    SCATTER_HINT: "Una correlazione non è una causa. Trascina un rettangolo per scegliere i territori.", "Correlation is not cause. Drag a rectangle to choose territories.";
}

// Published indicators and areas known by values only.
texts! {
    AS_PUBLISHED: "come pubblicato", "as published";
    IN_YEAR: "anno {}", "year {}";
    CLI_ONLY_PUBLISHED: "'{}' è un indicatore come pubblicato: ha valori di aree senza confini da disegnare; 'atlante-cli values --indicator {}' li scrive", "'{}' is an indicator as published: it has values of areas without boundaries to draw; 'atlante-cli values --indicator {}' writes them";
    CLI_PUBLISHED_LEVEL: "'{}' non ha valori pubblicati di {}; togli --level, o scegli tra: {}", "'{}' has no published values of {}; leave --level out, or choose among: {}";
    CLI_PUBLISHED_METHOD: "'{}' è scritto come pubblicato e non si ricalcola: togli --method", "'{}' is written as published, not worked out again: leave --method out";
}

// Charts: time series and rankings.
texts! {
    FIGURE_LINE: "Figura: Atlante Sociale.", "Figure: Atlante Sociale.";
    DATES_SPAN: "dal {} al {}", "from {} to {}";
    AXIS_NOT_FROM_ZERO: "l'asse non parte da zero", "the axis does not start at zero";
    NAME_COMUNE: "{} (Comune)", "{} (Comune)";
    NAME_AMBITO: "{} (Ambito)", "{} (Ambito)";
    SERIES_TITLE_INDEX: "{}: numero indice", "{}: index number";
    SERIES_INDEX: "numero indice, {} = 100", "index number, {} = 100";
    SERIES_SINCE: "{}, dal {}", "{}, since {}";
    SERIES_BAND: "dal minimo al massimo dei {} Comuni di {}", "from the lowest to the highest of the {} Comuni of {}";
    SERIES_BREAK_MARK: "interruzione della serie", "break in the series";
    SERIES_BREAK: "Interruzione della serie tra il {} e il {}.", "Break in the series between {} and {}.";
    SERIES_BASE_BREAK: "Al di là dell'interruzione, il confronto con la data di base non misura solo una variazione reale.", "Beyond the break, the comparison with the base date does not measure real change alone.";
    SERIES_GAP: "Tra il {} e il {} mancano valori: i punti non sono uniti.", "Values are missing between {} and {}: the points are not joined.";
    SERIES_NO_VALUES: "Nessun valore da mostrare per questi territori.", "No value to show for these territories.";
    SERIES_ONE_DATE: "C'è una sola data: il grafico mostra punti, non un andamento.", "There is one date only: the chart shows points, not a trend.";
    SERIES_ABSENT: "{} {}: {}.", "{} {}: {}.";
    SERIES_ABSENT_OTHERS: "Altri valori assenti: {}.", "Other absent values: {}.";
    SERIES_INDEX_OF_NOTHING: "il valore alla data di base non è positivo, l'indice non si calcola", "the value at the base date is not positive, there is no index";
    SERIES_BENCHMARKS_POOLED: "ATS e ASST sono sempre ricalcolate dalle somme.", "ATS and ASST are always recomputed from the sums.";
    SERIES_NO_ASST: "Nessuna ASST da confrontare: Milano città non ne ha, e un territorio più grande ne comprende più d'una.", "No ASST to compare with: the city of Milano has none, and a larger territory holds more than one.";
    SERIES_COUNTS: "È un conteggio: territori di grandezza diversa schiacciano le linee. Meglio la base 100.", "This is a count: territories of different size flatten the lines. Prefer base 100.";
    SERIES_MANY: "Le linee sono più di otto: i colori si ripetono, tratteggiati.", "There are more than eight lines: colours repeat, dashed.";
    SERIES_CROWD: "Sono scelti più di {} territori: le linee sono tutte grigie, perché più colori non si distinguono.", "More than {} territories are chosen: all lines are grey, since more colours cannot be told apart.";
    SERIES_NO_BAND: "La fascia dei Comuni non si può disegnare: scegli un Ambito di più Comuni, tutti con un valore.", "The span of the Comuni cannot be drawn: choose an Ambito of several Comuni, all with a value.";
    SERIES_LABELS_LEFT: "Etichette non scritte per mancanza di spazio: {}", "Labels left out for lack of room: {}";
    ALT_SERIES: "Serie storica: {}, {}. Unità: {}.", "Time series: {}, {}. Unit: {}.";
    ALT_FROM_TO: "{}: da {} ({}) a {} ({}), differenza {}.", "{}: from {} ({}) to {} ({}), difference {}.";
    ALT_AT: "{}: {} ({}).", "{}: {} ({}).";
    ALT_MORE: "Seguono altri territori: {}.", "More territories follow: {}.";
    ALT_CONTEXT: "In grigio gli altri territori ({}): {} il valore più basso è {} ({}), il più alto {} ({}).", "In grey the other territories ({}): {} the lowest value is {} ({}), the highest {} ({}).";
    RANKING_ORDER: "dal valore più alto", "from the highest value";
    RANKING_FIRST: "Sono mostrati i primi {} di {}.", "The first {} of {} are shown.";
    RANKING_FIRST_AND_CHOSEN: "Sono mostrati i primi {} di {} e quelli scelti, con il loro posto.", "The first {} of {} and the chosen are shown, with their rank.";
    RANKING_CHOSEN_LEFT: "Territori scelti non mostrati per mancanza di spazio: {}", "Chosen territories left out for lack of room: {}";
    RANKING_SPAN: "dal minimo al massimo dei Comuni", "from the lowest to the highest of the Comuni";
    RANKING_ABSENT: "altri territori: {}", "other territories: {}";
    RANKING_COUNTS: "È un conteggio: il valore di un gruppo è la somma dei suoi Comuni, non sta tra il loro minimo e il loro massimo.", "This is a count: the value of a group is the sum of its Comuni, and does not lie between their lowest and highest.";
    RANKING_NO_RANGE: "Un Comune non ha altri Comuni al suo interno: l'intervallo vale per Ambiti, ASST e ATS.", "There are no Comuni within a Comune: the range is for Ambiti, ASST and ATS.";
    COLUMN_VALUE: "valore", "value";
    COLUMN_MIN: "min", "min";
    COLUMN_MEAN: "media", "mean";
    COLUMN_MAX: "max", "max";
    ALT_RANKING: "Graduatoria: {}, {}, {}. Unità: {}.", "Ranking: {}, {}, {}. Unit: {}.";
    ALT_RANKED: "{}: {}° su {}, {}.", "{}: {} of {}, {}.";
    ALT_RANGE_OF: "{}: minimo dei Comuni {}, media semplice {}, valore {}, massimo {}.", "{}: lowest of the Comuni {}, simple mean {}, value {}, highest {}.";
    CLI_RANGE_LEVEL: "--range mostra i Comuni dentro ogni gruppo: aggiungi --level ambiti, asst o ats", "--range shows the Comuni within each group: add --level ambiti, asst or ats";
    HELP_SERIES: "Disegna una serie storica in SVG, PNG o PDF", "Draw a time series as SVG, PNG or PDF";
    HELP_RANKING: "Disegna una graduatoria in SVG, PNG o PDF", "Draw a ranking as SVG, PNG or PDF";
    HELP_SERIES_TERRITORY: "Territori da seguire (Comuni, Ambiti, ASST, ATS; di un indicatore come pubblicato le sue aree): una linea ciascuno", "Territories to follow (Comuni, Ambiti, ASST, ATS; of an indicator as published its areas): a line each";
    HELP_SERIES_LEVEL: "Disegna anche tutti i territori di questo livello, in grigio dietro quelli scelti", "Draw all the territories of this level too, in grey behind the chosen";
    HELP_BENCHMARKS: "Confronti, con la virgola: asst, ats, le aree con valori pubblicati (lombardia, italia), o none [ats; none per i conteggi]", "What to compare with, parted by commas: asst, ats, areas with published values (lombardia, italia), or none [ats; none for counts]";
    HELP_BAND: "Aggiunge la fascia dal minimo al massimo dei Comuni del primo Ambito scelto", "Add the band from lowest to highest of the Comuni of the first chosen Ambito";
    HELP_MODE: "Valori (absolute), differenze dalla data di base (change) o indici con base 100 (base100)", "Values (absolute), differences from the base date (change) or indices with base 100 (base100)";
    HELP_BASE: "Anno della data di base [la prima]", "Year of the base date [the first]";
    HELP_TOP: "Quanti mostrarne, dal più alto [quanti ne stanno nella pagina]", "How many to show, from the highest [as many as fit the page]";
    HELP_RANKING_TERRITORY: "Territori da mettere in evidenza, sempre in vista (Comuni, Ambiti, ASST)", "Territories to stand out, always in view (Comuni, Ambiti, ASST)";
    HELP_RANGE: "Di ogni gruppo mostra anche minimo, media semplice e massimo dei suoi Comuni", "Of each group show the lowest, simple mean and highest of its Comuni too";
}

// The time series below the map.
texts! {
    TAB_SERIES: "Serie storica", "Time series";
    MODE_ABSOLUTE: "Valori", "Values";
    MODE_CHANGE: "Differenze", "Differences";
    MODE_BASE_100: "Base 100", "Base 100";
    SERIES_CHOOSE: "Scegli uno o più territori sulla mappa per confrontarli con l'ATS.", "Choose one or more territories on the map to set them against the ATS.";
}

// Pages: captions.
texts! {
    CAPTION: "Figura {} – {}", "Figure {} – {}";
    HELP_SUBTITLE: "Sottotitolo [composto da ciò che si vede]", "Subtitle [made from what is shown]";
    HELP_NOTE: "Una nota sotto la figura", "A note below the figure";
    HELP_NUMBER: "Numero della figura nel documento: aggiunge la didascalia", "Number of the figure in the document: adds the caption";
    HELP_CAPTION: "Testo della didascalia [titolo e sottotitolo]", "Text of the caption [title and subtitle]";
    HELP_DECIMALS: "Decimali di tutti i valori, da 0 a 6 [quelli di ogni indicatore]", "Decimals of all values, 0 to 6 [those of each indicator]";
    HELP_BLACK: "In bianco e nero: le classi diventano tratteggi", "In black and white: classes become hatches";
    HELP_SAVE_SPEC: "Salva anche la descrizione della figura, da ridare a --spec", "Save the spec of the figure too, to be given back to --spec";
    HELP_SPEC: "Figura da ridisegnare: una descrizione salvata, o un SVG, PNG o PDF di Atlante Sociale", "Figure to draw again: a saved spec, or an SVG, PNG or PDF of Atlante Sociale";
    HELP_ATLAS: "La stessa figura per ogni territorio di un livello, un file ciascuno", "The same figure for each territory of a level, a file each";
    HELP_EACH: "Livello: un file per ogni suo territorio, che risulta scelto", "Level: a file for each of its territories, shown as chosen";
    HELP_FOLDER: "Cartella in cui scrivere", "Folder to write to";
    HELP_FIGURE_FORMAT: "Formato dei file", "Format of the files";
    FIGURE_CHANGED: "I dati non sono più quelli di quando la figura è stata fatta: {} ({}).", "The data are not those the figure was made from: {} ({}).";
    CANNOT_READ: "Non riesco a leggere '{}': {}. Controlla il nome e i permessi.", "Cannot read '{}': {}. Check its name and permissions.";
    REOPEN_NOT_OURS: "'{}' non è una figura di Atlante Sociale, o un altro programma ne ha tolto la descrizione. Serve il file così come è stato esportato.", "'{}' is no figure of Atlante Sociale, or another program took its spec out. The file is needed as it was exported.";
    REOPEN_DAMAGED: "'{}' è danneggiato e non si può riaprire ({}). Prova con un'altra copia.", "'{}' is damaged and cannot be opened again ({}). Try another copy.";
    REOPEN_NEWER: "'{}' viene da una versione più recente di Atlante Sociale (formato {}). Aggiorna il programma.", "'{}' is from a later version of Atlante Sociale (format {}). Update the program.";
    NO_FIGURE_COMMAND: "manca il comando, oppure --spec FILE con -o FILE: prova 'figure --help'.", "a command is missing, or --spec FILE with -o FILE: try 'figure --help'.";
    NO_ELEMENTS: "Una pagina ha da 1 a {} elementi: aggiungine o togline.", "A page has 1 to {} elements: add or remove some.";
}

// The scatterplot as a figure, and what its points, lines and quadrants stand for.
texts! {
    SCATTER_STATISTICS: "Pearson r = {} (p {}); Spearman ρ = {} (p {}); n = {}.", "Pearson r = {} (p {}); Spearman ρ = {} (p {}); n = {}.";
    SCATTER_NO_STATISTICS: "Correlazione non calcolata: {}.", "No correlation worked out: {}.";
    SCATTER_NO_PAIRS: "Nessun territorio ha entrambi i valori.", "No territory has both values.";
    SCATTER_OTHER_DATE: "«{}» non ha valori al {}: sono mostrati quelli al {}.", "“{}” has no values at {}: those at {} are shown.";
    SCATTER_LEFT_OUT: "Territori lasciati fuori: {} ({}).", "Territories left out: {} ({}).";
    SCATTER_NO_ATS: "Il valore dell'ATS manca: i quadranti non si possono disegnare.", "The value of the ATS is missing: the quadrants cannot be drawn.";
    SCATTER_NAMES_NOTE: "I nomi dei quadranti sono quelli delle linee guida regionali, con il bisogno in orizzontale e la spesa in verticale: con altri indicatori vanno cambiati.", "The names of the quadrants are those of the regional guidelines, with need across and spending upwards: with other indicators they should be changed.";
    SCATTER_SIZE_ABSENT: "Punti senza un valore per la grandezza, vuoti e piccoli: {}.", "Points without a value for their size, hollow and small: {}.";
    SCATTER_SIZE_NEGATIVE: "Punti la cui grandezza sta per un valore negativo, vuoti: {}.", "Points whose size stands for a negative value, hollow: {}.";
    SCATTER_NO_GROUP: "a cavallo di più gruppi", "across several groups";
    SCATTER_SPLIT: "Quadranti {}: {}; {}. Chi è sulla linea conta tra i bassi.", "Quadrants {}: {}; {}. What is on a line counts as low.";
    SPLIT_MEAN: "alla media semplice dei punti", "at the simple mean of the points";
    SPLIT_MEDIAN: "alla mediana dei punti", "at the median of the points";
    SPLIT_ATS: "al valore dell'ATS", "at the value of the ATS";
    SPLIT_TYPED: "ai valori scelti", "at the values typed";
    QUADRANT_BOTH: "Alto bisogno e alta spesa", "High need and high spending";
    QUADRANT_NEITHER: "Basso bisogno e bassa spesa", "Low need and low spending";
    QUADRANT_Y: "Virtuosi", "Virtuous";
    QUADRANT_X: "Da migliorare", "To be improved";
    KEY_LINE: "retta e fascia al 95%", "line and 95% band";
    KEY_LOWESS: "curva lowess", "lowess curve";
    KEY_SPLIT: "limiti dei quadranti", "edges of the quadrants";
    ALT_SCATTER: "Dispersione: in verticale {}; in orizzontale {}. {}.", "Scatterplot: upwards {}; across {}. {}.";
    ALT_SCATTER_CHOSEN: "Territori scelti: {}.", "Chosen territories: {}.";
    ALT_SCATTER_FAR: "Lontani dalla retta: {}.", "Far from the line: {}.";
    CLI_FOUR_NAMES: "--quadrant-names vuole quattro nomi separati da virgole: alti entrambi, bassi entrambi, alto solo in verticale, alto solo in orizzontale; ne hai scritti {}", "--quadrant-names takes four names parted by commas: both high, both low, high upwards only, high across only; you wrote {}";
    HELP_SCATTER: "Disegna un grafico a dispersione in SVG, PNG o PDF", "Draw a scatterplot as SVG, PNG or PDF";
    HELP_SCATTER_X: "Indicatore in orizzontale ('indicators' li elenca)", "Indicator across ('indicators' lists them)";
    HELP_SCATTER_Y: "Indicatore in verticale", "Indicator upwards";
    HELP_SCATTER_YEAR: "Anno della data di riferimento; chi non ha valori in quell'anno è mostrato alla data più vicina, e la figura lo dice [l'ultima di Y]", "Year of the reference date; what has no values in that year is shown at the nearest date, and the figure says so [the latest of Y]";
    HELP_SCATTER_X_YEAR: "Anno dell'indicatore in orizzontale, se diverso", "Year of the indicator across, if another";
    HELP_SIZE_BY: "L'area dei punti è proporzionale a questo indicatore", "The area of points is proportional to this indicator";
    HELP_POINT_COLOUR: "Colora i punti per Ambito, per ASST o per classe di un indicatore", "Colour points by Ambito, by ASST or by class of an indicator";
    HELP_QUADRANTS: "Divide il piano in quattro: alla media (mean), alla mediana (median), al valore dell'ATS (ats) o a due valori, per esempio 2000,180", "Cut the plane in four: at the mean, the median, the value of the ATS (ats) or two values, for example 2000,180";
    HELP_QUADRANT_NAMES: "Nomi dei quadranti: alti entrambi, bassi entrambi, alto solo in verticale, alto solo in orizzontale [quelli delle linee guida regionali, bisogno e spesa]", "Names of the quadrants: both high, both low, high upwards only, high across only [those of the regional guidelines, need and spending]";
    HELP_LOWESS: "Aggiunge la curva lowess", "Add the lowess curve";
    HELP_NO_LINE: "Senza la retta e la sua fascia", "Without the line and its band";
    HELP_SCATTER_NO_LABELS: "Senza i nomi dei territori scelti e di quelli lontani dalla retta", "Without the names of the chosen territories and of those far from the line";
    HELP_SCATTER_TERRITORY: "Territori da mettere in evidenza, con il nome (Comuni, Ambiti, ASST)", "Territories to stand out, with their names (Comuni, Ambiti, ASST)";
    VIEW: "Aspetto dei punti, quadranti", "Look of the points, quadrants";
    VIEW_SIZE: "Grandezza dei punti", "Size of the points";
    VIEW_EQUAL: "tutti uguali", "all alike";
    VIEW_COLOUR: "Colore dei punti", "Colour of the points";
    VIEW_AS_MAP: "come sulla mappa", "as on the map";
    VIEW_CLASSES: "classi di: {}", "classes of: {}";
    VIEW_QUADRANTS: "Quadranti", "Quadrants";
    VIEW_NO_QUADRANTS: "nessuno", "none";
    VIEW_CUT_X: "orizzontale", "across";
    VIEW_CUT_Y: "verticale", "upwards";
    VIEW_NAME_BOTH: "Nome: alti entrambi", "Name: both high";
    VIEW_NAME_NEITHER: "Nome: bassi entrambi", "Name: both low";
    VIEW_NAME_Y: "Nome: alto solo in verticale", "Name: high upwards only";
    VIEW_NAME_X: "Nome: alto solo in orizzontale", "Name: high across only";
    VIEW_LINE: "Retta con la sua fascia", "Line with its band";
    VIEW_LOWESS: "Curva lowess", "Lowess curve";
    VIEW_CHOSEN: "Nomi dei territori scelti", "Names of the chosen territories";
    VIEW_OUTLIERS: "Nomi di chi è lontano dalla retta", "Names of what lies far from the line";
}

// Areas known by values only and indicators as published, in charts and in the window.
texts! {
    IN_WHOLE_YEAR: "nell'anno {}", "in the year {}";
    SERIES_NO_BASE: "{}: nessun valore alla data di base ({}), la linea non si può disegnare.", "{}: no value at the base date ({}), the line cannot be drawn.";
    SERIES_UNLISTED: "Nessun valore pubblicato di questo indicatore per: {}.", "No published value of this indicator for: {}.";
    SERIES_BESIDE: "{}: come pubblicato. Fonte: {}. Licenza dei dati: {}.", "{}: as published. Source: {}. Data licence: {}.";
    LISTED_AREAS: "Aree della tabella", "Areas of the table";
    ALT_WHOLE_OF: "Il valore di {} è {}.", "The value of {} is {}.";
    CLI_NO_SUCH_REFERENCE: "'{}' non ha valori per {}; li ha per: {}", "'{}' has no values for {}; it has them for: {}";
    CLI_PUBLISHED_RANGE: "'{}' è scritto come pubblicato, senza i valori dei Comuni: togli --range", "'{}' is written as published, without the values of the Comuni: leave --range out";
    PUBLISHED_TABLES: "Tabelle come pubblicate", "Tables as published";
    PUBLISHED_NO_MAP: "«{}», come pubblicato: le aree della tabella non hanno confini da colorare. La mappa mostra ancora «{}».", "“{}”, as published: the areas of the table have no boundaries to colour. The map still shows “{}”.";
    SEE_SERIES: "Vedi nel tempo", "See it over time";
    SEE_TABLE: "Vedi la tabella", "See the table";
    BACK_TO_MAP: "Torna all'indicatore della mappa", "Back to the map's indicator";
    SERIES_WITH_ASST: "La loro ASST", "Their ASST";
    SERIES_WITH_ATS: "L'ATS", "The ATS";
    SERIES_WITH_BAND: "Fascia dei Comuni", "Span of the Comuni";
    SERIES_BASE_DATE: "Data di base", "Base date";
    SERIES_COUNT_ALONE: "Di un conteggio i confronti si vedono in base 100: in valori schiaccerebbero le linee.", "Of a count the comparisons show with base 100: as values they would flatten the lines.";
}

// Tables of territories and indicators.
texts! {
    TABLE_TITLE: "Indicatori per territorio", "Indicators by territory";
    TABLE_TERRITORY: "Territorio", "Territory";
    TABLE_CODE: "Codice", "Code";
    TABLE_NOTES: "Note", "Notes";
    TABLE_NO_COLUMNS: "La tabella non ha colonne: aggiungi un indicatore.", "The table has no columns: add an indicator.";
    TABLE_NO_ROWS: "Nessun territorio corrisponde a quanto chiesto.", "No territory matches what is asked for.";
    TABLE_ABSENT: "Celle senza valore: {} ({})", "Cells without a value: {} ({})";
    TABLE_ONLY_CHOSEN: "Solo i territori scelti", "Only the chosen territories";
    TABLE_FILTERED: "nome con «{}»", "name with “{}”";
    TABLE_BY_NAME: "in ordine di nome", "by name";
    TABLE_BY_NAME_BACK: "in ordine di nome, dalla Z", "by name, from Z";
    TABLE_FROM_HIGHEST: "dal valore più alto di «{}» {}", "from the highest value of “{}” {}";
    TABLE_FROM_LOWEST: "dal valore più basso di «{}» {}", "from the lowest value of “{}” {}";
    TABLE_MIN: "Minimo delle righe", "Lowest of the rows";
    TABLE_MEAN: "Media semplice delle righe", "Simple mean of the rows";
    TABLE_MAX: "Massimo delle righe", "Highest of the rows";
    TABLE_HEAT_LINE: "Colore: il quinto della colonna in cui cade il valore, dal più basso (chiaro) al più alto (scuro).", "Colour: the fifth of its column that the value falls in, from the lowest (pale) to the highest (dark).";
    TABLE_SUMMARY_LINE: "Minimo, media semplice e massimo contano le righe con un valore; la media semplice non è il valore del territorio nel suo insieme.", "Lowest, simple mean and highest count the rows with a value; the simple mean is not the value of the territory as a whole.";
    TABLE_ROWS_LEFT: "Righe che non entrano nella pagina: {}.", "Rows that do not fit the page: {}.";
    TABLE_COLUMNS_LEFT: "Colonne che non entrano nella pagina: {}.", "Columns that do not fit the page: {}.";
    MARK_MISSING: "n.d.", "miss.";
    MARK_SUPPRESSED: "ris.", "conf.";
    MARK_NOT_APPLICABLE: "n.a.", "n.a.";
    ALT_TABLE: "Tabella: {}. Righe: {}; colonne di valori: {}.", "Table: {}. Rows: {}; columns of values: {}.";
    ALT_TABLE_COLUMN: "{}: da {} a {}; ATS {}.", "{}: from {} to {}; ATS {}.";
    ALT_TABLE_NOTHING: "{}: nessun valore.", "{}: no value.";
    SHEET_VALUES: "Valori", "Values";
    SHEET_METADATA: "Metadati", "Metadata";
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
    CLI_BAD_TABLE_FORMAT: "'{}': il nome del file deve finire in .xlsx, .csv, .pdf, .png o .svg", "'{}': the file name must end in .xlsx, .csv, .pdf, .png or .svg";
    HELP_TABLE: "Scrive una tabella di territori e indicatori: figura (SVG, PNG, PDF) o valori (XLSX, CSV)", "Write a table of territories and indicators: figure (SVG, PNG, PDF) or values (XLSX, CSV)";
    HELP_TABLE_COLUMNS: "Colonne, con la virgola: un indicatore, uno a un anno (ID@2022) o la sua variazione (ID@2022..2023)", "Columns, parted by commas: an indicator, one at a year (ID@2022) or its change (ID@2022..2023)";
    HELP_TABLE_TERRITORY: "Territori da mettere in evidenza (Comuni, Ambiti, ASST)", "Territories to stand out (Comuni, Ambiti, ASST)";
    HELP_TABLE_ONLY: "Solo le righe dei territori messi in evidenza", "Only the rows of the territories that stand out";
    HELP_TABLE_FILTER: "Solo i territori il cui nome contiene queste parole", "Only territories whose name holds these words";
    HELP_TABLE_SORT: "Ordina per una delle colonne o per nome [name]", "Sort by one of the columns, or by name [name]";
    HELP_TABLE_DESC: "Dal più alto, o dalla Z", "From the highest, or from Z";
    HELP_TABLE_HEAT: "Colora le celle secondo il quinto della colonna in cui cadono", "Colour cells by the fifth of their column they fall in";
    HELP_TABLE_SUMMARY: "Aggiunge minimo, media semplice e massimo delle righe", "Add the lowest, simple mean and highest of the rows";
    TAB_TABLE: "Tabella", "Table";
    TABLE_ADD: "Aggiungi una colonna", "Add a column";
    TABLE_REMOVE: "Togli la colonna: {}", "Remove the column: {}";
    TABLE_SORT_BY: "Ordina per: {}", "Sort by: {}";
    TABLE_FILTER: "Cerca nella tabella", "Search the table";
    TABLE_HEAT: "Colori", "Colours";
    TABLE_ONLY: "Solo scelti", "Chosen only";
    TABLE_SUMMARY: "Min, media, max", "Min, mean, max";
    TABLE_COPY: "Copia", "Copy";
    TABLE_COPY_ALL: "Copia la tabella", "Copy the table";
    TABLE_COPIED: "Tabella copiata: incollala in Excel o in un altro foglio di calcolo.", "Table copied: paste it into Excel or another spreadsheet.";
    TABLE_ADD_SHORT: "+ Colonna", "+ Column";
    TABLE_EXPORT: "Esporta tabella", "Export table";
    TABLE_EXPORT_SHORT: "Esporta…", "Export…";
    TABLE_COUNT: "righe: {} di {}", "rows: {} of {}";
}

// Choice by condition, and its contrary.
texts! {
    CONDITION_EMPTY: "Scrivi una condizione, per esempio: indice_vecchiaia > 200 e residenti < 5000", "Write a condition, for example: indice_vecchiaia > 200 and residenti < 5000";
    CONDITION_UNKNOWN: "Al carattere {}: l'indicatore «{}» non esiste.", "At character {}: there is no indicator “{}”.";
    CONDITION_NEAREST: "Al carattere {}: l'indicatore «{}» non esiste; i più simili: {}.", "At character {}: there is no indicator “{}”; the nearest: {}.";
    CONDITION_PUBLISHED: "Al carattere {}: «{}» è un indicatore come pubblicato e non ha valori di questi territori.", "At character {}: “{}” is an indicator as published and has no values of these territories.";
    CONDITION_NO_VALUES: "Al carattere {}: «{}» non ha valori a nessuna data.", "At character {}: “{}” has no values at any date.";
    CONDITION_INDICATOR: "Al carattere {}: qui serve il nome breve di un indicatore, non «{}».", "At character {}: the short name of an indicator is needed here, not “{}”.";
    CONDITION_INDICATOR_AT_END: "La condizione non è finita: manca il nome breve di un indicatore.", "The condition is not finished: the short name of an indicator is missing.";
    CONDITION_COMPARISON: "Al carattere {}: dopo «{}» serve un confronto: <, <=, >, >=, = oppure !=.", "At character {}: a comparison is needed after “{}”: <, <=, >, >=, = or !=.";
    CONDITION_NUMBER: "Al carattere {}: dopo «{}» serve un numero.", "At character {}: a number is needed after “{}”.";
    CONDITION_NOT_A_NUMBER: "Al carattere {}: «{}» non è un numero.", "At character {}: “{}” is not a number.";
    CONDITION_AMBIGUOUS: "Al carattere {}: «{}» si può leggere in due modi; scrivi le migliaia senza segni, per esempio 5000.", "At character {}: “{}” can be read in two ways; write thousands without signs, for example 5000.";
    CONDITION_UNCLOSED: "La parentesi aperta al carattere {} non è chiusa.", "The parenthesis opened at character {} is not closed.";
    CONDITION_LINK: "Al carattere {}: prima di «{}» serve «e» oppure «o».", "At character {}: “and” or “or” is needed before “{}”.";
    CONDITION_UNEXPECTED: "Al carattere {}: «{}» non serve qui.", "At character {}: “{}” has no place here.";
    CONDITION_TOO_DEEP: "Al carattere {}: troppe parentesi una dentro l'altra.", "At character {}: too many parentheses within one another.";
    CONDITION: "Scegli per condizione", "Choose by condition";
    CONDITION_HINT: "indice_vecchiaia > 200 e residenti < 5000", "indice_vecchiaia > 200 and residenti < 5000";
    CONDITION_TIP: "Confronta gli indicatori con un numero (<, <=, >, >=, =, !=) e unisci i confronti con e, o, non e parentesi. Invio sceglie i territori che la soddisfano, al livello e alla data che vedi.", "Compare indicators with a number (<, <=, >, >=, =, !=) and join comparisons by and, or, not and parentheses. Enter chooses the territories that meet it, at the level and date you see.";
    CHOOSE_WHERE: "Scegli chi soddisfa la condizione (Invio)", "Choose what meets the condition (Enter)";
    CHOOSE_INVERT: "Inverti", "Invert";
    CHOOSE_INVERT_HINT: "Sceglie tutti quelli che non lo sono (Ctrl+I)", "Chooses all those that are not (Ctrl+I)";
    CHOSEN_WHERE: "Scelti: {} su {}.", "Chosen: {} of {}.";
    CHOSEN_WHERE_NONE: "Nessun territorio soddisfa la condizione.", "No territory meets the condition.";
    CHOSEN_UNDECIDED: "Senza un valore, e quindi non scelti: {}.", "Without a value, and so not chosen: {}.";
    CHOSEN_OTHER_DATE: "«{}» non ha valori al {}: usati quelli al {}.", "“{}” has no values at {}: those at {} were used.";
    HELP_WHERE: "Solo i territori che soddisfano una condizione, per esempio \"residenti < 5000 e densita >= 200\"", "Only the territories that meet a condition, for example \"residenti < 5000 and densita >= 200\"";
}

// The ranking below the map.
texts! {
    TAB_RANKING: "Graduatoria", "Ranking";
    RANKING_NAME: "Graduatoria: {}", "Ranking: {}";
    RANKING_RANGE: "Mostra i Comuni di ogni gruppo", "Show the Comuni of each group";
    RANKING_HINT: "Trascina sulle righe per sceglierle; con Ctrl si aggiungono. Le scelte restano sempre in vista.", "Drag over rows to choose them; with Ctrl they are added. The chosen stay in view.";
    RANKING_ABSENT_ROW: "{}: {}.", "{}: {}.";
}

// Figures read in a paragraph: sentences whose places are filled with the words of a grammar.
texts! {
    READ_SPAN: "{} {} {} {} {} {} {}.", "{}, {} {} {} {} {} {}.";
    READ_GOES: "va", "ranges";
    READ_GO: "vanno", "range";
    READ_IS: "è", "is";
    READ_ARE: "sono", "are";
    READ_ONE: "{} {} {} {} {}.", "{}, {} {} {} {}.";
    READ_EQUAL: "{} il valore {} è lo stesso in tutti i territori: {}.", "{}, the value {} is the same in all territories: {}.";
    READ_METHOD: "Ogni valore è {}, non quello ricalcolato dalle somme.", "Each value is {}, not the one recomputed from the sums.";
    READ_WHOLE_MANY: "Il valore dell'ATS è {}: lo superano {} su {}.", "The value of the ATS is {}: {} of {} exceed it.";
    READ_WHOLE_ONE: "Il valore dell'ATS è {}: lo supera {} su {}.", "The value of the ATS is {}: {} of {} exceeds it.";
    READ_WHOLE_NONE: "Il valore dell'ATS è {} e nessun territorio lo supera.", "The value of the ATS is {} and no territory exceeds it.";
    READ_MIDDLE: "La metà centrale {} sta tra {} e {}.", "The middle half {} lies between {} and {}.";
    READ_WAS_LOWER: "Al {} era più basso: {}.", "On {} it was lower: {}.";
    READ_WAS_HIGHER: "Al {} era più alto: {}.", "On {} it was higher: {}.";
    READ_WAS_SAME: "Al {} era lo stesso.", "On {} it was the same.";
    READ_CHOSEN: "{}, con {}, è al {} posto su {}{}.", "{}, with {}, ranks {} of {}{}.";
    READ_ABOVE: ", sopra il valore dell'ATS", ", above the value of the ATS";
    READ_BELOW: ", sotto il valore dell'ATS", ", below the value of the ATS";
    READ_LEVEL_WITH: ", alla pari con l'ATS", ", level with the ATS";
    READ_MEMBERS: "I suoi Comuni vanno da {} a {}, e la loro media semplice è {}.", "Its Comuni range from {} to {}, and their simple mean is {}.";
    READ_MORE: "Altri territori scelti: {}.", "Other chosen territories: {}.";
    READ_CHOSEN_ABSENT: "{} non ha un valore ({}).", "{} has no value ({}).";
    READ_ABSENT: "Senza un valore: {}.", "Without a value: {}.";
    READ_CHANGE_ONE_WAY: "Tra il {} e il {} {} {} in {} su {}.", "Between {} and {} {} {} in {} of {}.";
    READ_CHANGE_NONE: "Tra il {} e il {} il valore non cambia in nessun territorio.", "Between {} and {} the value changes in no territory.";
    READ_RISES: "sale", "rose";
    READ_RISE: "salgono", "rose";
    READ_FALLS: "scende", "fell";
    READ_FALL: "scendono", "fell";
    READ_STAYS: "resta", "stayed";
    READ_STAY: "restano", "stayed";
    READ_CHANGE: "Tra il {} e il {} {} {} in {} e {} in {}.", "Between {} and {} {} {} in {} and {} in {}.";
    READ_DIFFERENCES: "La differenza va {} {} {} {}.", "The difference goes from {} {} to {} {}.";
    READ_WHOLE_DIFFERENCE: "Nell'intera ATS è {}.", "In the whole ATS it is {}.";
    READ_CHOSEN_DIFFERENCE: "{} è {}.", "{} it is {}.";
    READ_MOVED: "Tra il {} e il {} {} {} {} da {} a {} ({}).", "Between {} and {} {} {} {} from {} to {} ({}).";
    READ_MOVED_TOO: "{} {} {} da {} a {} ({}).", "{} {} {} from {} to {} ({}).";
    READ_STAYED: "Tra il {} e il {} {} {} {} a {}.", "Between {} and {} {} {} {} at {}.";
    READ_STAYED_TOO: "{} {} {} a {}.", "{} {} {} at {}.";
    READ_BREAK: "La serie si interrompe tra il {} e il {}: i valori di prima non si confrontano con quelli di dopo.", "The series breaks between {} and {}: values before and after do not compare.";
}

// What could mislead in a figure.
texts! {
    CHECK_CLASSES: "Le classi sono {}: più di {} colori non si distinguono su una mappa.", "There are {} classes: more than {} colours cannot be told apart on a map.";
    CHECK_PALETTE: "Chi è daltonico confonde alcuni colori della tavolozza {}.", "Colour-blind readers confuse some colours of the palette {}.";
    CHECK_SISTER: "Un'altra mappa dello stesso indicatore ha classi diverse: lo stesso colore non vuol dire lo stesso valore.", "Another map of the same indicator has other classes: the same colour does not mean the same value.";
    CHECK_SMALL: "Territori il cui valore poggia su meno di {} persone: {}. Un caso in più o in meno lo cambia molto.", "Territories whose value stands on fewer than {} people: {}. One case more or less changes it much.";
    CHECK_SOURCE: "«{}» non dice da quale fonte viene: senza fonte nessuno può verificare la figura.", "“{}” does not say what source it is from: without one nobody can verify the figure.";
    CHECK_TYPE: "Le scritte più piccole sarebbero di {} punti, troppo poco per leggerle.", "The smallest type would be {} points, too little to be read.";
}

// Reading the files of others.
texts! {
    PLACE_SHEET: "{}, foglio «{}»", "{}, sheet '{}'";
    PLACE_ROW: "{}, riga {}", "{}, row {}";
    SOURCE_READ: "non si può leggere ({}); controlla che esista e che non sia aperto in un altro programma", "cannot be read ({}); check that it exists and is not open in another program";
    SOURCE_FOLDER: "è una cartella; scegli i file che contiene", "is a folder; choose the files in it";
    SOURCE_EMPTY: "è vuoto; scaricalo di nuovo", "is empty; download it again";
    SOURCE_BYTES: "supera {} MB; togli i territori o gli anni che non servono", "is over {} MB; take out the territories or years that are not needed";
    SOURCE_ROWS: "ha più di {} righe; togli i territori o gli anni che non servono", "has more than {} rows; take out the territories or years that are not needed";
    SOURCE_COLUMNS: "ha più di {} colonne; salva solo quelle che servono", "has more than {} columns; save only those that are needed";
    SOURCE_CELLS: "ha più di {} celle; salva solo la tabella che serve", "has more than {} cells; save only the table that is needed";
    SOURCE_ENTRIES: "contiene più di {} file; estrai quello che serve", "holds more than {} files; extract the one that is needed";
    SOURCE_RATIO: "si espande più di {} volte, come un archivio fatto per bloccare i programmi; estrai e controlla il file che serve", "unpacks to more than {} times its size, like an archive made to block programs; extract and check the file that is needed";
    SOURCE_HTML: "è una pagina web e non una tabella; aprila nel browser e scarica il file dei dati, oppure salvala da un foglio di calcolo come CSV o XLSX", "is a web page and not a table; open it in the browser and download the data file, or save it from a spreadsheet as CSV or XLSX";
    SOURCE_GZIP: "è compresso con gzip; estrailo prima", "is compressed by gzip; extract it first";
    SOURCE_PDF: "è un PDF; cerca la stessa tabella in CSV o XLSX", "is a PDF; look for the same table as CSV or XLSX";
    SOURCE_NOT_TEXT: "non è una tabella né un formato conosciuto; salvalo come CSV o XLSX", "is neither a table nor a known format; save it as CSV or XLSX";
    SOURCE_NOT_WORKBOOK: "non è un foglio di calcolo, anche se si chiama così; aprilo con il programma che l'ha fatto e salvalo come XLSX o CSV", "is no workbook, whatever its name; open it in the program that made it and save it as XLSX or CSV";
    SOURCE_NOT_PARQUET: "non è un file Parquet leggibile; scaricalo di nuovo", "is not a readable Parquet file; download it again";
    SOURCE_NOT_SHAPEFILE: "non è uno shapefile: manca l'intestazione; scaricalo di nuovo", "is not a shapefile: its header is missing; download it again";
    SOURCE_NOT_ARCHIVE: "non è un archivio zip leggibile; scaricalo di nuovo", "is not a readable zip archive; download it again";
    SOURCE_PASSWORD: "è protetto da password; salvane una copia senza", "is protected by a password; save a copy without one";
    SOURCE_PATH: "contiene un percorso che esce dall'archivio ({}); non è stato letto", "holds a path that leads out of the archive ({}); it was not read";
    SOURCE_NOTHING_INSIDE: "non contiene tabelle né confini; estrailo e scegli il file che serve", "holds neither tables nor boundaries; extract it and choose the file that is needed";
    SOURCE_NO_SHEET: "il foglio è elencato ma non c'è; apri il file con un foglio di calcolo e salvalo di nuovo", "the sheet is listed but is not there; open the file in a spreadsheet and save it again";
    SOURCE_DAMAGED: "è danneggiato ({}); scaricalo di nuovo o salvane una copia", "is damaged ({}); download it again or save a copy";
    SOURCE_NO_PART: "manca il file {}, con i codici dei territori; mettilo accanto, con lo stesso nome", "the file {}, with the codes of the territories, is missing; put it beside, under the same name";
    SOURCE_JSON: "non è JSON leggibile ({}); scaricalo di nuovo, in UTF-8", "is no readable JSON ({}); download it again, in UTF-8";
    SOURCE_TOPOJSON: "è TopoJSON; convertilo in GeoJSON o in shapefile", "is TopoJSON; convert it to GeoJSON or a shapefile";
    SOURCE_NO_TERRITORY: "nessuna colonna ha codici o nomi di Comuni o Ambiti dell'ATS; aggiungine una, meglio con il codice ISTAT", "no column has codes or names of Comuni or Ambiti of the ATS; add one, best with the ISTAT code";
    SOURCE_NO_FEATURES: "non contiene poligoni; servono i confini come aree", "holds no polygons; boundaries are needed as areas";
}

// What there is to say of a file that can be read. The count of rows or cells, where there is one, comes first.
texts! {
    FOUND_ROWS: "{} (righe {}{}).", "{} (rows {}{}).";
    FOUND_MORE_ROWS: "… e altre {}", "… and {} more";
    FOUND_ENCODING: "La codifica non è dichiarata: letto come {}. Controlla le lettere accentate.", "The encoding is not declared: read as {}. Check the accented letters.";
    FOUND_CUT: "Celle troppo lunghe, accorciate: {}.", "Cells too long, cut: {}.";
    FOUND_CONTROLS: "Celle con caratteri di controllo o di direzione, sostituiti: {}.", "Cells with control or direction characters, replaced: {}.";
    FOUND_UNREADABLE: "Celle senza un valore leggibile (errori di formule, rimandi a vuoto): {}.", "Cells without a readable value (errors of formulas, references to nothing): {}.";
    FOUND_RAGGED: "Righe con più o meno celle dell'intestazione: {}. Quelle che mancano sono dati mancanti, quelle in più sono tralasciate.", "Rows with more or fewer cells than the header: {}. What lacks is missing, what is over is left out.";
    FOUND_NO_HEADER: "La prima riga sembra già un dato: le colonne hanno nomi provvisori, da scegliere.", "The first row looks like data: columns have names for now, to be chosen.";
    FOUND_NAMELESS: "Colonne senza nome, chiamate per numero: {}.", "Columns without a name, called by number: {}.";
    FOUND_RECODED: "Codici rimessi in sei cifre: {}, per esempio «{}» come {}.", "Codes put back into six digits: {}, for example '{}' as {}.";
    FOUND_OUTSIDE: "Righe di altri Comuni, tralasciate: {}.", "Rows of other Comuni, left out: {}.";
    FOUND_LARGER: "Righe di province, regioni o totali, tralasciate: {}.", "Rows of provinces, regions or totals, left out: {}.";
    FOUND_UNMATCHED: "Righe di territori non riconosciuti, tralasciate: {}, per esempio «{}».", "Rows of territories not recognised, left out: {}, for example '{}'.";
    FOUND_NEAR: "«{}» non è un Comune dell'ATS; forse è {}. Da confermare.", "'{}' is no Comune of the ATS; perhaps it is {}. To be confirmed.";
    FOUND_FOOTNOTES: "Righe di note in fondo o tra i dati: {}.", "Rows of notes below or among the data: {}.";
    FOUND_SAME_TWICE: "Righe ripetute uguali, contate una volta sola: {}.", "Rows repeated alike, counted once: {}.";
    FOUND_TWO_VALUES: "Territori con due valori diversi alla stessa data: {}. Per ora vale il primo; scegli quale.", "Territories with two different values at the same date: {}. The first stands for now; choose which.";
    FOUND_TOTALS_AGREE: "Totali del file uguali alla somma delle parti: {}.", "Totals of the file equal to the sum of their parts: {}.";
    FOUND_TOTALS_DIFFER: "Totali del file diversi dalla somma delle parti: {}.", "Totals of the file that differ from the sum of their parts: {}.";
    FOUND_AMBIGUOUS: "«{}»: i numeri si possono leggere in due modi. «{}» è letto come {}; confermalo o cambialo.", "'{}': its numbers can be read in two ways. '{}' is read as {}; confirm or change it.";
    FOUND_MIXED: "«{}»: alcuni numeri hanno la virgola e altri il punto per i decimali. La colonna è tralasciata finché non scegli.", "'{}': some numbers have a comma and others a point for decimals. The column is left out until you choose.";
    FOUND_MARKED: "«{}»: i numeri hanno accanto valute, percentuali o rimandi a note, tolti. «{}» è letto come {}; confermalo.", "'{}': its numbers have currencies, percent signs or marks of notes beside them, taken off. '{}' is read as {}; confirm it.";
    FOUND_NOT_NUMBERS: "Celle che non sono numeri, prese come dati mancanti: {}, nella colonna «{}».", "Cells that are no numbers, taken as missing: {}, in the column '{}'.";
    FOUND_WITHHELD: "Valori oscurati dalla fonte, diversi da zero: {}.", "Values withheld by the source, which are not zero: {}.";
    FOUND_BIG: "Numeri con più cifre di quante se ne possano tenere, arrotondati: {}, nella colonna «{}».", "Numbers with more digits than can be kept, rounded: {}, in the column '{}'.";
    FOUND_NEGATIVE: "Conteggi negativi: {}, nella colonna «{}».", "Negative counts: {}, in the column '{}'.";
    FOUND_OVER_HUNDRED: "Quote oltre 100: {}, nella colonna «{}».", "Shares over 100: {}, in the column '{}'.";
    FOUND_JUMP: "Valori cambiati di oltre il 50% in un anno: {}, per esempio {}.", "Values that changed by over 50% in a year: {}, for example {}.";
    FOUND_CONSTANT: "«{}»: tutti i valori sono uguali; non si possono fare classi né correlazioni.", "'{}': all values are equal; neither classes nor correlations can be made.";
    FOUND_ONE_ROW: "C'è un solo territorio: non si possono fare confronti.", "There is one territory only: nothing can be compared.";
    FOUND_SMALL: "Conteggi di persone sotto 3: {}, nella colonna «{}». Prima di pubblicarli vanno oscurati.", "Counts of persons below 3: {}, in the column '{}'. They must be withheld before publication.";
    FOUND_MERGED: "{} dal {} fa parte di {}: i suoi valori sono sommati lì.", "{}, since {} a part of {}: its values are added there.";
    FOUND_MERGED_PART: "{}: mancano Comuni da cui è nato ({}). Il valore resta mancante: una somma parziale passerebbe per il totale.", "{}: Comuni it was made of are not there ({}). The value stays missing: a partial sum would pass for the total.";
    FOUND_MERGED_KEPT: "{}: mancano Comuni da cui è nato ({}). La fonte elenca solo chi ha casi: vale la somma di quelli che ci sono.", "{}: Comuni it was made of are not there ({}). The source lists only those with cases: the sum of those that are there stands.";
    FOUND_MERGED_NOT_ADDED: "{}: «{}» è una media o una quota, che non si somma tra i Comuni da cui è nato. Il valore resta mancante.", "{}: '{}' is a mean or a share, which is not added over the Comuni it was made of. The value stays missing.";
    FOUND_DATE: "Data di riferimento: {}.", "Reference date: {}.";
    FOUND_DATE_SUPPOSED: "L'anno {} viene dal titolo o dal nome del file; il giorno è da confermare.", "The year {} comes from the title or the name of the file; the day is to be confirmed.";
    FOUND_NO_DATE: "Nessuna data: i valori valgono per ogni data, finché non ne scegli una.", "No date: the values hold at every date until you choose one.";
    FOUND_BAD_DATE: "Righe con una data che non si legge, tralasciate: {}.", "Rows with a date that cannot be read, left out: {}.";
    FOUND_NAME_DIFFERS: "Righe dove il nome è di un Comune e il codice di un altro: {}. Vale il codice.", "Rows with the name of one Comune and the code of another: {}. The code stands.";
    FOUND_NOTHING_OURS: "Nessuna riga riguarda i 193 Comuni dell'ATS.", "No row is about the 193 Comuni of the ATS.";
    FOUND_NO_VALUES: "È un elenco senza valori: serve a confrontare codici e nomi.", "It is a list without values, for comparing codes and names.";
    FOUND_OF_AMBITI: "I valori sono di Ambiti: restano come dati, senza scendere ai Comuni.", "The values are of Ambiti: they stay as given, and do not go down to Comuni.";
    FOUND_DOUBLED_CODES: "Codici che compaiono due volte: {} ({}).", "Codes that stand twice: {} ({}).";
    FOUND_CRS_UNKNOWN: "Non si capisce in quale sistema di riferimento sono le coordinate: scegli se gradi o metri UTM 32.", "It is not clear in which reference system the coordinates are: choose degrees or metres, UTM 32.";
    FOUND_CRS_OTHER: "Il sistema di riferimento è {}: confermalo, o scaricali in WGS 84 / UTM 32N.", "The reference system is {}: confirm it, or download them as WGS 84 / UTM 32N.";
    SHAPES_CUT_SHORT: "Il file finisce a metà: forme non lette dopo la prima che manca.", "The file ends half way: shapes are not read from the first that lacks.";
    SHAPES_WRONG_LENGTH: "L'intestazione o l'indice del file non corrispondono al contenuto: vale il contenuto.", "The header or index of the file does not agree with its contents: the contents stand.";
    SHAPES_UNREADABLE: "Forme danneggiate, tralasciate: {}.", "Damaged shapes, left out: {}.";
    SHAPES_NOT_FINITE: "Forme con coordinate impossibili, tralasciate: {}.", "Shapes with impossible coordinates, left out: {}.";
    SHAPES_NOT_POLYGONS: "Punti o linee al posto di aree, tralasciati: {}.", "Points or lines instead of areas, left out: {}.";
    SHAPES_NO_AREA: "Forme senza area, non disegnate: {}.", "Shapes without area, not drawn: {}.";
    SHAPES_UNCLOSED: "Contorni aperti, chiusi: {}.", "Open rings, closed: {}.";
    SHAPES_REVERSED: "Contorni al rovescio, presi come esterni: {}.", "Rings the wrong way round, taken as outlines: {}.";
    SHAPES_CROSS: "Contorni che si incrociano: {}. Disegnati, ma area e vicini possono essere errati.", "Rings that cross themselves: {}. Drawn, but area and neighbours may be wrong.";
    SHAPES_NO_ATTRIBUTES: "Forme senza attributi, la riga manca o è cancellata: {}.", "Shapes without attributes, the row missing or deleted: {}.";
    SHAPES_BAD_NUMBER: "Attributi che dovrebbero essere numeri, presi come mancanti: {}.", "Attributes that should be numbers, taken as missing: {}.";
    SHAPES_FIELD_NAME: "Attributi con un nome illeggibile, chiamati per numero.", "Attributes with an unreadable name, called by number.";
    SHAPES_ENCODING: "La codifica degli attributi non è dichiarata o non è conosciuta: controlla le lettere accentate.", "The encoding of the attributes is not declared or not known: check the accented letters.";
    SHAPES_CONTROLS: "Caratteri di controllo nel testo, sostituiti.", "Control characters in the text, replaced.";
}

// The command that checks files.
texts! {
    HELP_CHECK: "Dice che cosa sono dei file di dati o confini, come entrerebbero e che problemi hanno", "Tell what files of data or boundaries are, how they would come in and what problems they have";
    HELP_CHECK_FILES: "CSV, XLSX, XLS, ODS, Parquet, SDMX-CSV, shapefile, GeoJSON o zip di questi", "CSV, XLSX, XLS, ODS, Parquet, SDMX-CSV, shapefile, GeoJSON or a zip of these";
    STATUS_OK: "può entrare", "would come in";
    STATUS_WARNINGS: "può entrare, con avvertenze", "would come in, with warnings";
    STATUS_CHOICE: "può entrare dopo una scelta", "would come in after a choice";
    CHECK_ROWS: "Righe: {} lette, {} prese, {} di altri Comuni, {} di territori più grandi, {} non riconosciute", "Rows: {} read, {} taken, {} of other Comuni, {} of larger areas, {} not recognised";
    CHECK_VARIABLES: "Variabili: {}", "Variables: {}";
    CHECK_MORE: "e altre {}", "and {} more";
    CHECK_BOUNDARIES: "Confini: {} forme, {} disegnabili, {} dei Comuni dell'ATS", "Boundaries: {} shapes, {} can be drawn, {} of the Comuni of the ATS";
    WEIGHT_NOTE: "nota", "note";
    WEIGHT_WARNING: "avvertenza", "warning";
    WEIGHT_CHOICE: "da scegliere", "to choose";
}

// Ranking of an indicator as published.
texts! {
    PUBLISHED_AT: "Anno o data della tabella", "Year or date of the table";
}
