//! Nouns: the names of indicators in a sentence.

use super::{Preposition, article};

/// Nouns whose gender and number cannot be told from their ending, as folded text.
const MASCULINE: &str =
    " indice tasso totale valore problema programma sistema tema mese paese nome interesse ";
const FEMININE: &str = " percentuale superficie specie serie analisi crisi sintesi tesi ipotesi diagnosi mano rete fonte \
    gente classe legge parte morte madre moglie fase base asst ats asl rsa rsd ";
const MANY_MASCULINE: &str = " euro ";
const MANY_FEMININE: &str =
    " persone zone ore mani reti fonti classi leggi parti madri mogli fasi basi chiavi gestanti ";

/// A noun with what follows it, as used within a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    text: String,
    feminine: bool,
    plural: bool,
}

/// The noun a name begins with, in lower case unless it is an acronym.
///
/// Gender and number come from the lists above and, beyond them, from the ending.
pub fn noun(name: &str) -> Noun {
    let text = super::super::within_sentence(name);
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    let head = format!(" {} ", super::super::folded(first));
    let (feminine, plural) = match head.as_str() {
        // "Residenti" can be of either gender: the next word decides.
        " residenti " => (words.next() == Some("femmine"), true),
        head if MASCULINE.contains(head) => (false, false),
        head if FEMININE.contains(head) => (true, false),
        head if MANY_MASCULINE.contains(head) => (false, true),
        head if MANY_FEMININE.contains(head) => (true, true),
        _ => by_ending(first),
    };
    Noun { text, feminine, plural }
}

/// Feminine and plural, by the ending of a word: -a, -tà, -zione, -trice feminine; -zioni, -trici feminine plural,
/// any other -i masculine plural; -ore, -ale, -ice, -one, -ile, -nte masculine, any other -e feminine plural; the
/// rest masculine.
fn by_ending(word: &str) -> (bool, bool) {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match word.chars().last() {
        Some('a' | 'à' | 'ù') => (true, false),
        Some('i') => (ends(&["zioni", "sioni", "gioni", "nioni", "trici"]), true),
        Some('e') if ends(&["zione", "sione", "gione", "nione", "trice"]) => (true, false),
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

    /// Whether words that agree with it are feminine.
    pub(crate) fn is_feminine(&self) -> bool {
        self.feminine
    }

    /// Whether its verb is plural.
    pub(crate) fn is_plural(&self) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_their_gender_and_number() {
        for (name, read) in [
            ("Segnalazioni di persone sole", "delle segnalazioni di persone sole"),
            ("Segnalazione", "della segnalazione"),
            ("Prestazioni erogate", "delle prestazioni erogate"),
            ("Pensioni minime", "delle pensioni minime"),
            ("Unioni civili", "delle unioni civili"),
            ("Operatrici", "delle operatrici"),
            ("Persone in carico", "delle persone in carico"),
            ("Ore di assistenza", "delle ore di assistenza"),
            ("Zone", "delle zone"),
            ("Famiglie con figli", "delle famiglie con figli"),
            ("Classi prime", "delle classi prime"),
            ("Madri sole", "delle madri sole"),
            ("Spese", "delle spese"),
            ("Domande accolte", "delle domande accolte"),
            ("Utenti", "degli utenti"),
            ("Minori in affido", "dei minori in affido"),
            ("Milioni di euro", "dei milioni di euro"),
            ("Stranieri", "degli stranieri"),
            ("Euro per abitante", "degli euro per abitante"),
            ("Alunni", "degli alunni"),
            ("Indice di vecchiaia", "dell'indice di vecchiaia"),
            ("Tasso di natalità", "del tasso di natalità"),
            ("Programma attivato", "del programma attivato"),
            ("Percentuale", "della percentuale"),
            ("Età media", "dell'età media"),
            ("Crisi", "della crisi"),
            ("Fonte", "della fonte"),
            ("Numero di casi", "del numero di casi"),
            ("Residenti femmine", "delle residenti femmine"),
            ("Residenti maschi", "dei residenti maschi"),
        ] {
            assert_eq!(noun(name).with(Preposition::Di), read);
        }
    }
}
