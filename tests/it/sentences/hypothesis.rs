//! The hypothesis that figures are read under.

use std::sync::LazyLock;

use super::source::Both;

/// A hypothesis that figures are read under: one Comune in another Ambito, and a whole Ambito in another.
pub struct Moves {
    /// Codes of what is moved, and of the Ambito it is put into.
    pub moves: [(&'static str, &'static str); 2],
    /// What stands in headings and captions.
    pub short: Both,
    /// What is told wherever the figure is.
    pub full: Both,
}

/// The hypothesis, with its sentences written out by hand.
pub fn moves() -> &'static Moves {
    static MOVES: LazyLock<Moves> = LazyLock::new(|| Moves {
        moves: [("015210", "50041"), ("50094", "50095")],
        short: Both { it: SHORT_IT.to_owned(), en: SHORT_EN.to_owned() },
        full: Both { it: FULL_IT.to_owned(), en: FULL_EN.to_owned() },
    });
    &MOVES
}

const SHORT_IT: &str =
    "Ipotesi: tutto l'Ambito di Garbagnate Milanese nell'Ambito di Rho; Settala nell'Ambito di Paullo";
const SHORT_EN: &str = "Hypothesis: the whole Ambito of Garbagnate Milanese in the Ambito of Rho; Settala in the Ambito of Paullo";
const FULL_IT: &str = "Ipotesi, non l'assetto ufficiale: tutto l'Ambito di Garbagnate Milanese all'Ambito di Rho; Settala dall'Ambito di Melzo all'Ambito di Paullo. Ogni Ambito è ricalcolato sui Comuni che ha nell'ipotesi.";
const FULL_EN: &str = "Hypothesis, not the official grouping: the whole Ambito of Garbagnate Milanese to the Ambito of Rho; Settala from the Ambito of Melzo to the Ambito of Paullo. Every Ambito is recomputed from the Comuni it has in the hypothesis.";
