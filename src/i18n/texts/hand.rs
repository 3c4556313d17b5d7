//! The texts of the grid that is filled by hand.

use super::{Display, Lang, Text};

texts! {
    HAND_TITLE: "Dati scritti a mano", "Figures by hand";
    HAND_OPEN: "Scrivi o incolla a mano…", "Type or paste by hand…";
    fn hand_resume(name): "Continua «{name}»", "Go on with “{name}”";
    HAND_WHAT: "Che cosa si conta", "What is counted";
    HAND_NAME: "Nome", "Name";
    HAND_NAME_HINT: "per esempio Utenti del SAD", "for example Users of home care";
    HAND_UNIT_HINT: "per esempio persone", "for example persons";
    HAND_NOTE: "Nota per chi legge", "Note for the reader";
    HAND_ROWS: "Una riga per", "A row for each";
    HAND_LEVEL_FIXED: "Si cambia solo finché la griglia è vuota.", "It can be changed only while the grid is empty.";
    HAND_OF: "Mostra i Comuni di", "Show the Comuni of";
    HAND_OF_ALL: "tutta l'ATS", "the whole ATS";
    HAND_PERIODS: "Ogni quanto", "How often";
    HAND_YEARLY: "ogni anno", "every year";
    HAND_HALF_YEARLY: "ogni semestre", "every half-year";
    HAND_QUARTERLY: "ogni trimestre", "every quarter";
    HAND_MONTHLY: "ogni mese", "every month";
    HAND_FIRST: "Primo periodo", "First period";
    HAND_FIRST_YEAR: "Primo anno", "First year";
    HAND_ADD_PERIOD: "Aggiungi un periodo", "Add a period";
    HAND_TIP: "Copia le celle da Excel e incollale qui con Ctrl+V: se la prima colonna ha i nomi o i codici, ogni riga va al suo posto, in qualsiasi ordine. Una cella vuota è un dato mancante, non uno zero.", "Copy the cells in Excel and paste them here with Ctrl+V: where the first column has names or codes each row finds its place, in whatever order. An empty cell is missing, not zero.";
    fn hand_cell(row, column): "{row}, {column}", "{row}, {column}";
    fn hand_pasted(count): "Celle incollate: {count}.", "Cells pasted: {count}.";
    fn hand_beyond(count): "Celle oltre il bordo della griglia, tralasciate: {count}.", "Cells beyond the edge of the grid, left out: {count}.";
    fn hand_unmatched(count): "Righe con nomi non riconosciuti, tralasciate: {count}.", "Rows with names that are not recognised, left out: {count}.";
    HAND_NO_NAME: "Scrivi il nome di ciò che si conta.", "Write the name of what is counted.";
    HAND_NO_VALUES: "La griglia è vuota.", "The grid is empty.";
    HAND_HAS_FAULTS: "Ci sono celle che non sono numeri: correggile o svuotale.", "Some cells are no numbers: mend or empty them.";
    fn hand_arrived(title): "Importato: {title}.", "Imported: {title}.";
}
