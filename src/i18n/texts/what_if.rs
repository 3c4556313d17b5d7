//! The texts of hypotheses: other Ambiti than the official ones.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    WHAT_IF_MARK: "ipotesi", "hypothesis";
    fn what_if_level(name): "{name} (ipotesi)", "{name} (hypothesis)";
    fn what_if_short(what): "Ipotesi: {what}", "Hypothesis: {what}";
    fn what_if_named(name, what): "Ipotesi «{name}»: {what}", "Hypothesis “{name}”: {what}";
    fn what_if_many(comuni): "{comuni} in altri Ambiti", "{comuni} in other Ambiti";
    fn what_if_in(comuni, ambito): "{comuni} {ambito}", "{comuni} {ambito}";
    fn what_if_whole_in(from, ambito): "tutto l'{from} {ambito}", "the whole {from} {ambito}";
    fn what_if_to(comuni, from, ambito): "{comuni} {from} {ambito}", "{comuni} {from} {ambito}";
    fn what_if_whole_to(from, ambito): "tutto l'{from} {ambito}", "the whole {from} {ambito}";
    fn what_if_more(count): "e altri spostamenti ({count})", "and further moves ({count})";
    WHAT_IF_COMPUTED: "Ogni Ambito è ricalcolato sui Comuni che ha nell'ipotesi.", "Every Ambito is recomputed from the Comuni it has in the hypothesis.";
    WHAT_IF_AS_GIVEN: "I valori sono quelli che la fonte dà agli Ambiti ufficiali: gli Ambiti che cambiano non ne hanno.", "Values are those the source gives for the official Ambiti: Ambiti that change have none.";
    fn what_if_full(what, becomes): "Ipotesi, non l'assetto ufficiale: {what}. {becomes}", "Hypothesis, not the official grouping: {what}. {becomes}";
    fn what_if_full_named(name, what, becomes): "Ipotesi «{name}», non l'assetto ufficiale: {what}. {becomes}", "Hypothesis “{name}”, not the official grouping: {what}. {becomes}";
    fn what_if_goes(ambito, before, after): "Nell'ipotesi l'{ambito} passa da {before} a {after}.", "In the hypothesis the {ambito} goes from {before} to {after}.";
    fn what_if_stays(ambito, value): "Nell'ipotesi l'{ambito} resta a {value}.", "In the hypothesis the {ambito} stays at {value}.";
    fn what_if_begins(ambito, value): "Nell'ipotesi l'{ambito}, che è nuovo, ha {value}.", "In the hypothesis the {ambito}, which is new, has {value}.";
    fn what_if_ends(ambito, value): "Nell'ipotesi l'{ambito}, che aveva {value}, non esiste più.", "In the hypothesis the {ambito}, which had {value}, no longer exists.";
    fn what_if_others_change(count): "Altri Ambiti che l'ipotesi cambia: {count}.", "Further Ambiti that the hypothesis changes: {count}.";
    WHAT_IF_CLASSES: "Le classi sono quelle degli Ambiti ufficiali: i colori si confrontano con quelli della mappa senza ipotesi.", "The classes are those of the official Ambiti: colours compare with those of the map without the hypothesis.";
    fn what_if_not_movable(code): "'{code}' non è né un Comune né un Ambito di questo territorio", "'{code}' is neither a Comune nor an Ambito of this territory";
    fn what_if_no_ambito(code): "'{code}' non è un Ambito di questo territorio", "'{code}' is not an Ambito of this territory";
    fn what_if_same_name(name): "nell'ipotesi due Ambiti si chiamerebbero «{name}»: dai al nuovo un altro nome", "in the hypothesis two Ambiti would be called “{name}”: give the new one another name";
    HELP_WHAT_IF: "Un'ipotesi: Comuni o interi Ambiti in altri Ambiti, «Settala=Melzo; Ambito di Paullo=Melzo; Opera=+Ambito nuovo», o un file con le colonne Comune e Ambito; «nessuna» torna agli Ambiti ufficiali", "A hypothesis: Comuni or whole Ambiti in other Ambiti, “Settala=Melzo; Ambito di Paullo=Melzo; Opera=+New Ambito”, or a file with the columns Comune and Ambito; “none” goes back to the official Ambiti";
    fn what_if_not_for(command, known): "--what-if non vale per '{command}': vale per {known}", "--what-if is not for '{command}': it is for {known}";
    fn what_if_pair(text): "'{text}' non è uno spostamento: scrivi Comune=Ambito, per esempio Settala=Melzo", "'{text}' is not a move: write Comune=Ambito, for example Settala=Melzo";
    fn what_if_no_file(text): "'{text}' non è né un file né uno spostamento: scrivi Comune=Ambito, per esempio Settala=Melzo, o il nome di un file con le colonne Comune e Ambito", "'{text}' is neither a file nor a move: write Comune=Ambito, for example Settala=Melzo, or the name of a file with the columns Comune and Ambito";
    fn what_if_two_places(name, to): "'{name}' è sia un Comune sia un Ambito: scrivi «Comune di {name}={to}» oppure «Ambito di {name}={to}»", "'{name}' is both a Comune and an Ambito: write “Comune di {name}={to}” or “Ambito di {name}={to}”";
    fn what_if_moves_nothing(text): "'{text}' non sposta nulla: è già così. Annulla questo spostamento", "'{text}' moves nothing: it is so already. Leave this move out";
    fn what_if_undone(text): "'{text}' è annullato da un altro spostamento della lista: lascia solo quello che vale", "'{text}' is undone by another move of the list: leave only the one that counts";
    fn what_if_no_place(text): "nessun Comune né Ambito si chiama '{text}': usa un nome o un codice ('atlante-cli territories')", "no Comune and no Ambito is called '{text}': use a name or a code ('atlante-cli territories')";
    fn what_if_no_target(text): "nessun Ambito si chiama '{text}': usa il nome o il codice di un Ambito; uno nuovo comincia con «+»", "no Ambito is called '{text}': use the name or the code of an Ambito; a new one begins with “+”";
    fn what_if_row(file, row, text): "{file}, riga {row}: nessun Comune si chiama '{text}'", "{file}, row {row}: no Comune is called '{text}'";
    fn what_if_twice(file, row, text): "{file}, riga {row}: {text} è già in un altro Ambito", "{file}, row {row}: {text} is in another Ambito already";
    fn what_if_no_columns(file): "{file}: servono due colonne, Comune e Ambito", "{file}: two columns are needed, Comune and Ambito";
    WHAT_IF_NOTHING: "l'ipotesi non sposta nulla: è l'assetto ufficiale", "the hypothesis moves nothing: it is the official grouping";
    WHAT_IF_MENU: "E se gli Ambiti fossero diversi?…", "What if the Ambiti were different?…";
    WHAT_IF_TITLE: "E se gli Ambiti fossero diversi?", "What if the Ambiti were different?";
    WHAT_IF_TIP: "Sposta un Comune in un altro Ambito, o unisci due Ambiti: mappe, serie, graduatorie e tabelle si ricalcolano, e ogni pagina dice che è un'ipotesi. I dati non cambiano.", "Move a Comune to another Ambito, or merge two Ambiti: maps, series, rankings and tables are recomputed, and every page says that it is a hypothesis. The data do not change.";
    WHAT_IF_OF_COMUNE: "Sposta in un altro Ambito (ipotesi)…", "Move to another Ambito (hypothesis)…";
    WHAT_IF_NAME: "Nome dell'ipotesi", "Name of the hypothesis";
    WHAT_IF_NAME_HINT: "senza nome", "unnamed";
    WHAT_IF_WHAT: "Che cosa si sposta", "What is moved";
    WHAT_IF_INTO: "In quale Ambito", "Into which Ambito";
    WHAT_IF_CHOOSE: "scegli…", "choose…";
    fn what_if_all_of(ambito): "tutto l'{ambito}", "the whole {ambito}";
    WHAT_IF_NEW: "un Ambito nuovo", "a new Ambito";
    WHAT_IF_NEW_NAME: "Nome dell'Ambito nuovo", "Name of the new Ambito";
    WHAT_IF_MOVE: "Sposta", "Move";
    WHAT_IF_MOVES: "Spostamenti", "Moves";
    WHAT_IF_NO_MOVES: "Nessuno: gli Ambiti sono quelli ufficiali.", "None: the Ambiti are the official ones.";
    fn what_if_take_back(what): "Annulla: {what}", "Take back: {what}";
    WHAT_IF_RESET: "Torna agli Ambiti ufficiali", "Back to the official Ambiti";
    WHAT_IF_COMPARED: "Prima e dopo", "Before and after";
    fn what_if_compared_of(indicator, date): "{indicator}, {date}", "{indicator}, {date}";
    WHAT_IF_OFFICIAL: "ufficiale", "official";
    WHAT_IF_THIS: "ipotesi", "hypothesis";
    WHAT_IF_NOT_THERE: "non c'è", "not there";
    fn what_if_residents(date): "Residenti {date}.", "Residents {date}.";
}
