//! The texts on values that are withheld, and on what they could change.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    fn withheld_lower(territories): "Il valore più basso può essere un altro, noto solo entro due estremi o oscurato: {territories}.", "The lowest value may be another one, only known to lie between two ends or withheld: {territories}.";
    fn withheld_higher(territories): "Il valore più alto può essere un altro, noto solo entro due estremi o oscurato: {territories}.", "The highest value may be another one, only known to lie between two ends or withheld: {territories}.";
    WITHHELD_PLACE: "I posti sono tra i territori con un valore: un altro, noto solo entro due estremi o oscurato, può stare prima.", "Places are among the territories with a value: another one, only known to lie between two ends or withheld, may come before.";
    fn withheld_places(count): "I posti sono tra i territori con un valore: altri {count}, noti solo entro due estremi o oscurati, possono stare prima.", "Places are among the territories with a value: {count} more, only known to lie between two ends or withheld, may come before.";
    fn withheld_several(of): "Valori noti solo entro due estremi, o oscurati, possono cambiare il più basso, il più alto o i posti di: {of}.", "Values only known to lie between two ends, or withheld, may change the lowest, the highest or the places of: {of}.";
}
