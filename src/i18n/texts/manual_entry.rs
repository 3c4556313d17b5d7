//! The texts of the grid for manual entry.

use super::{Display, Lang, Text};

texts! {
    MANUAL_ENTRY_TITLE: "Dati scritti a mano", "Figures by hand";
    MANUAL_ENTRY_OPEN: "Scrivi o incolla a mano…", "Type or paste by hand…";
    fn manual_entry_resume(name): "Continua «{name}»", "Go on with “{name}”";
    MANUAL_ENTRY_WHAT: "Che cosa si conta", "What is counted";
    MANUAL_ENTRY_NAME: "Nome", "Name";
    MANUAL_ENTRY_NAME_HINT: "per esempio Utenti del SAD", "for example Users of home care";
    MANUAL_ENTRY_UNIT_HINT: "per esempio persone", "for example persons";
    MANUAL_ENTRY_NOTE: "Nota per chi legge", "Note for the reader";
    MANUAL_ENTRY_ROWS: "Una riga per", "A row for each";
    MANUAL_ENTRY_LEVEL_FIXED: "Si cambia solo finché la griglia è vuota.", "It can be changed only while the grid is empty.";
    MANUAL_ENTRY_OF: "Mostra i Comuni di", "Show the Comuni of";
    MANUAL_ENTRY_OF_ALL: "tutta l'ATS", "the whole ATS";
    MANUAL_ENTRY_PERIODS: "Ogni quanto", "How often";
    MANUAL_ENTRY_YEARLY: "ogni anno", "every year";
    MANUAL_ENTRY_HALF_YEARLY: "ogni semestre", "every half-year";
    MANUAL_ENTRY_QUARTERLY: "ogni trimestre", "every quarter";
    MANUAL_ENTRY_MONTHLY: "ogni mese", "every month";
    MANUAL_ENTRY_FIRST: "Primo periodo", "First period";
    MANUAL_ENTRY_FIRST_YEAR: "Primo anno", "First year";
    MANUAL_ENTRY_ADD_PERIOD: "Aggiungi un periodo", "Add a period";
    MANUAL_ENTRY_TIP: "Copia le celle da Excel e incollale qui con Ctrl+V: se la prima colonna ha i nomi o i codici, ogni riga va al suo posto, in qualsiasi ordine. Una cella vuota è un dato mancante, non uno zero.", "Copy the cells in Excel and paste them here with Ctrl+V: where the first column has names or codes each row finds its place, in whatever order. An empty cell is missing, not zero.";
    fn manual_entry_cell(row, column): "{row}, {column}", "{row}, {column}";
    fn manual_entry_pasted(count): "Celle incollate: {count}.", "Cells pasted: {count}.";
    fn manual_entry_beyond(count): "Celle oltre il bordo della griglia, ignorate: {count}.", "Cells beyond the edge of the grid, left out: {count}.";
    fn manual_entry_unmatched(count): "Righe con nomi non riconosciuti, ignorate: {count}.", "Rows with names that are not recognised, left out: {count}.";
    MANUAL_ENTRY_NO_NAME: "Scrivi il nome di ciò che si conta.", "Write the name of what is counted.";
    MANUAL_ENTRY_NO_VALUES: "La griglia è vuota.", "The grid is empty.";
    MANUAL_ENTRY_HAS_FAULTS: "Ci sono celle che non sono numeri o si leggono in due modi: correggile o svuotale.", "Some cells are not numbers or can be read in two ways: fix or empty them.";
    fn manual_entry_arrived(title): "Importato: {title}.", "Imported: {title}.";
}
