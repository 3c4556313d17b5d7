//! The texts of the dumbbell chart.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_DUMBBELL: "Manubri", "Dumbbells";
    HOW_DUMBBELL: "Una riga per territorio: il cerchio vuoto è il valore alla prima data, quello pieno alla seconda. La riga è blu se il valore sale, arancio se scende; la sua lunghezza è la variazione.", "One row for each territory: the hollow circle is the value at the earlier date, the full one at the later. The row is blue if the value rises, orange if it falls; its length is the change.";
    HELP_DUMBBELL: "Manubri: una riga per territorio, con il valore a due date", "Dumbbells: one row for each territory, with its value at two dates";
    HELP_DUMBBELL_ORDER: "Ordine delle righe: value (valore alla seconda data), change (variazione) o name (alfabetico)", "Order of the rows: value (at the later date), change or name (alphabetical)";
    DUMBBELL_ORDER: "Ordine delle righe", "Order of the rows";
    DUMBBELL_BY_VALUE: "dal valore più alto", "from the highest value";
    DUMBBELL_BY_CHANGE: "dall'aumento più grande alla diminuzione più grande", "from the largest rise to the largest fall";
    DUMBBELL_BY_NAME: "in ordine alfabetico", "in alphabetical order";
    DUMBBELL_UP: "il valore sale", "the value rises";
    DUMBBELL_DOWN: "il valore scende", "the value falls";
    fn dumbbell_rows(shown, of): "Righe mostrate: {shown} su {of}, le prime e quelle in evidenza.", "Rows shown: {shown} of {of}, the first ones and those that stand out.";
    fn dumbbell_subtitle(what, order): "{what}, {order}", "{what}, {order}";
    fn alt_dumbbell(name, subtitle): "Grafico a manubri. {name}. {subtitle}.", "Dumbbell chart. {name}. {subtitle}.";
}
