//! The texts of the project in the window.

use super::{Display, Lang, Text};

texts! {
    PROJECT_MENU: "Progetto", "Project";
    PROJECT_UNTITLED: "Lavoro non salvato", "Unsaved work";
    PROJECT_FILE_NAME: "progetto", "project";
    PROJECT_NEW: "Nuovo progetto", "New project";
    PROJECT_OPEN: "Apri progetto…", "Open project…";
    BOUNDARIES_OPEN: "Altri confini…", "Other boundaries…";
    BOUNDARIES_OWN: "Confini dell'ATS", "Boundaries of the ATS";
    BOUNDARIES_DRAWN: "Preparo i confini…", "Making the boundaries ready…";
    fn boundaries_opened(count): "Altri confini: unità {count}. I dati importati ora si abbinano ai codici di questi confini.", "Other boundaries: {count} units. Data imported now are matched with the codes of these boundaries.";
    PROJECT_RECENT: "Progetti recenti", "Recent projects";
    PROJECT_SAVE: "Salva", "Save";
    PROJECT_SAVE_AS: "Salva con nome…", "Save as…";
    PROJECT_CONTENTS: "Contenuto del progetto", "Contents of the project";
    PROJECT_CHANGED: "modifiche non salvate", "unsaved changes";
    PROJECT_READING_ONLY: "sola lettura", "read-only";
    fn project_saved(name): "Progetto salvato: {name}.", "Project saved: {name}.";
    fn project_opened(name): "Progetto aperto: {name}.", "Project opened: {name}.";
    fn project_recovered(name): "Ripreso il lavoro non salvato di {name}: salvalo per tenerlo.", "Unsaved work on {name} taken up again: save it to keep it.";
    PROJECT_TAKEN_UP: "Ripreso il lavoro dell'ultima volta, non ancora salvato in un progetto.", "Work of last time taken up again; it is not saved in a project yet.";
    fn not_kept(why): "Il lavoro non salvato non si può nemmeno mettere al riparo da un'interruzione: salvalo in un progetto. {why}", "What is not saved cannot be kept safe from a breakdown either: save it in a project. {why}";
    LEAVE_TITLE: "Salvare le modifiche?", "Save the changes?";
    fn leave_question(name): "«{name}» ha modifiche non salvate: figure, insiemi di territori, dati importati o note.", "“{name}” has unsaved changes: figures, sets of territories, imported data or notes.";
    LEAVE_SAVING: "Salva", "Save";
    LEAVE_WITHOUT: "Non salvare", "Do not save";
    LEAVE_STAY: "Annulla", "Cancel";
    PENDING_TITLE: "Lavoro non salvato di un'altra volta", "Unsaved work of another time";
    fn pending_line(name, figures, imports): "{name}: figure {figures}, importazioni {imports}", "{name}: figures {figures}, imports {imports}";
    PENDING_RECOVER: "Riprendi", "Take up again";
    PENDING_LATER: "Più tardi", "Later";
    PENDING_GIVE_UP: "Elimina", "Delete";
    CONTENTS_CLOSE: "Chiudi", "Close";
    CONTENTS_NAME: "Nome del progetto", "Name of the project";
    CONTENTS_NOTES: "Note", "Notes";
    CONTENTS_NOTES_HINT: "Scelte fatte, cose da verificare, a chi chiedere…", "Choices made, things to check, whom to ask…";
    CONTENTS_IMPORTS: "Dati importati", "Imported data";
    CONTENTS_NO_IMPORTS: "Ancora nessuno. Trascina qui un file dell'ISTAT, del MEF o della Regione, o una tua tabella.", "None yet. Drop a file of ISTAT, MEF or Regione Lombardia here, or a table of your own.";
    CONTENTS_PACKS: "Pacchetti di dati", "Data packs";
    CONTENTS_NO_PACKS: "Un pacchetto porta i dati che l'ATS ha preparato per tutti gli uffici; sta accanto al file del progetto.", "A pack brings the data that the ATS has made ready for every office; it stands beside the file of the project.";
    fn import_remove(title): "Togli {title}", "Take out {title}";
    fn import_removed(title): "Tolti i dati: {title}.", "Data taken out: {title}.";
    fn import_rows(file, taken, read, dates): "{file}: righe prese {taken} di {read}; {dates}", "{file}: rows taken {taken} of {read}; {dates}";
    fn import_shows(indicators): "Indicatori: {indicators}", "Indicators: {indicators}";
    fn import_source(source, licence): "Fonte: {source}. Licenza: {licence}.", "Source: {source}. Licence: {licence}.";
    PACK_ATTACH: "Aggiungi pacchetto…", "Attach pack…";
    fn pack_detach(file): "Togli il pacchetto {file}", "Detach the pack {file}";
    PACK_MAKE: "Fai un pacchetto di dati…", "Make a data pack…";
    PACK_MAKE_HINT: "Scrive i dati importati e i loro indicatori, senza figure e note, in un file da dare agli altri uffici", "Writes the imported data and their indicators, without figures and notes, to a file for other offices";
    PACK_SAVE_FIRST: "Salva prima il progetto: il pacchetto gli sta accanto.", "Save the project first: the pack stands beside it.";
    fn pack_name_taken(file): "Accanto al progetto c'è già un altro file di nome {file}: rinomina uno dei due.", "Another file called {file} is beside the project already: rename one of the two.";
    fn pack_holds(name, imports): "{name}: importazioni {imports}", "{name}: imports {imports}";
}
