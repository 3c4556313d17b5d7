//! The texts on changes between values of unlike status.

use std::fmt::Display;

use crate::i18n::Lang;

texts! {
    fn mixed_between(from, to): "Delle due date a confronto ({from} e {to}) una ha dati definitivi e l'altra no: parte della variazione può venire da questo, non dai territori.", "Of the two dates compared ({from} and {to}) one has final values and the other has not: part of the change may come from that, not from the territories.";
    fn mixed_at(dates): "La variazione {dates} è tra un dato definitivo e uno che non lo è: in parte può venire da questo, non dai territori.", "The change {dates} is between a final value and one that is not: in part it may come from that, not from the territories.";
    fn mixed_many(names): "Variazioni tra un dato definitivo e uno che non lo è, che in parte possono venire da questo: {names}.", "Changes between a final value and one that is not, which in part may come from that: {names}.";
    fn mixed_more(count): "e altre ({count})", "and others ({count})";
    fn mixed_named(name, dates): "«{name}» {dates}", "“{name}” {dates}";
}
