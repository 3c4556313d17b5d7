//! Nouns: the names of indicators in a sentence.

use super::{Preposition, article};

/// Heads of names whose gender or number their ending does not tell, as folded text.
const HEADS: [(&str, bool, bool); 16] = [
    // Word, feminine, plural.
    ("indice", false, false),
    ("tasso", false, false),
    ("totale", false, false),
    ("valore", false, false),
    ("percentuale", true, false),
    ("superficie", true, false),
    ("specie", true, false),
    ("serie", true, false),
    ("analisi", true, false),
    ("crisi", true, false),
    ("sintesi", true, false),
    ("stima", true, false),
    ("mano", true, false),
    ("problema", false, false),
    ("asst", true, false),
    ("ats", true, false),
];

/// A noun with what follows it, as it stands within a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    text: String,
    feminine: bool,
    plural: bool,
}

/// The noun a name begins with, its first letter small unless it is an acronym.
///
/// Gender and number come from a table and, beyond it, from the ending: -o masculine; -a, -tà, -zione feminine; -i
/// masculine plural; -ore, -ale, -ice, -one masculine; any other -e feminine plural.
pub fn noun(name: &str) -> Noun {
    let text = super::super::within_sentence(name);
    let head = super::super::folded(name.split_whitespace().next().unwrap_or_default());
    let known = HEADS.iter().find(|(word, ..)| *word == head);
    let (feminine, plural) = match known {
        Some((_, feminine, plural)) => (*feminine, *plural),
        // "Residenti" are of either gender: what follows tells.
        None if head == "residenti" => (name.split_whitespace().nth(1) == Some("femmine"), true),
        None => by_ending(name.split_whitespace().next().unwrap_or_default()),
    };
    Noun { text, feminine, plural }
}

fn by_ending(word: &str) -> (bool, bool) {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match word.chars().last() {
        Some('a') => (true, false),
        Some('à' | 'ù') => (true, false),
        Some('i') => (false, true),
        Some('e') if ends(&["zione", "sione", "gione"]) => (true, false),
        Some('e') if ends(&["ore", "ale", "ice", "one", "ile", "nte"]) => (false, false),
        Some('e') => (true, true),
        _ => (false, false),
    }
}

impl Noun {
    /// With its article: "l'indice di vecchiaia".
    pub fn the(&self) -> String {
        article(&self.text, self.feminine, self.plural).to_owned() + &self.text
    }

    /// With a preposition and its article: "dell'indice di vecchiaia".
    pub fn with(&self, preposition: Preposition) -> String {
        preposition.joined(article(&self.text, self.feminine, self.plural)) + &self.text
    }

    /// The pronoun that stands for it: "quello dell'ATS".
    pub fn that(&self) -> &'static str {
        match (self.feminine, self.plural) {
            (false, false) => "quello",
            (true, false) => "quella",
            (false, true) => "quelli",
            (true, true) => "quelle",
        }
    }

    /// Whether what agrees with it is feminine.
    pub fn is_feminine(&self) -> bool {
        self.feminine
    }

    /// Whether its verb is plural.
    pub fn is_plural(&self) -> bool {
        self.plural
    }

    /// The ending of a participle that agrees with it: "salit" + "o".
    pub fn ending(&self) -> &'static str {
        match (self.feminine, self.plural) {
            (false, false) => "o",
            (true, false) => "a",
            (false, true) => "i",
            (true, true) => "e",
        }
    }
}
