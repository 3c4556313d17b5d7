//! Names of territories in a sentence.

use super::{Preposition, article};
use crate::base::Level;

/// Ambiti named after a region rather than a town: their names take the article.
const LANDS: [&str; 3] = ["Alto Milanese", "Magentino", "Visconteo Sud Milano"];

/// Articles that a town's name may begin with, which contract with a preposition.
const ARTICLES: [&str; 7] = ["Il ", "Lo ", "La ", "L'", "I ", "Gli ", "Le "];

/// A territory in a sentence, after a preposition or, without one, as the subject: "dell'Ambito di Melzo", "ad
/// Abbiategrasso", "l'ASST Nord Milano". The ATS is not named, because there is only one.
pub fn place(preposition: Option<Preposition>, level: Level, name: &str) -> String {
    match level {
        Level::Comuni => town(preposition, name),
        Level::Ambiti => {
            let of = match LANDS.contains(&name) {
                true => Preposition::Di.joined(article(name, false, false)) + name,
                false => town(Some(Preposition::Di), name),
            };
            common(preposition, "Ambito", false) + " " + &of
        }
        Level::Asst => {
            let bare = name.strip_prefix("ASST ").unwrap_or(name);
            format!("{} {bare}", common(preposition, "ASST", true))
        }
        Level::Ats => common(preposition, "ATS", true),
    }
}

/// An area that a source prints, after "di": regions, Italy and what begins with a common noun take the article.
pub fn of_area(name: &str) -> String {
    const FEMININE: [&str; 6] = ["Lombardia", "Italia", "ATS", "ASST", "Provincia", "Regione"];
    let first = name.split(' ').next().unwrap_or_default();
    match (FEMININE.contains(&first), first == "Ambito") {
        (false, false) => town(Some(Preposition::Di), name),
        (feminine, _) => Preposition::Di.joined(article(name, feminine, false)) + name,
    }
}

/// The name of a town, which takes no article unless it begins with one.
fn town(preposition: Option<Preposition>, name: &str) -> String {
    let Some(preposition) = preposition else { return name.to_owned() };
    // One lives "a Melzo" but "nell'Ambito".
    let preposition = if preposition == Preposition::In { Preposition::A } else { preposition };
    match ARTICLES.iter().find(|article| name.starts_with(**article)) {
        Some(article) => preposition.joined(&article.to_lowercase()) + &name[article.len()..],
        None => preposition.alone(name).to_owned() + name,
    }
}

/// A common noun with its article.
fn common(preposition: Option<Preposition>, noun: &str, feminine: bool) -> String {
    let article = article(noun, feminine, false);
    preposition.map_or_else(|| article.to_owned(), |p| p.joined(article)) + noun
}

/// A count of units of a level: "1 Comune", "2 Comuni", "5 ASST".
pub fn counted(written: &str, one: bool, level: Level) -> String {
    format!("{written} {}", noun_of(level, one))
}

/// All units of a level, with their number: "tutti i 17 Ambiti", "tutte le 5 ASST".
pub fn all_of(written: &str, level: Level) -> String {
    let all = if matches!(level, Level::Asst | Level::Ats) { "tutte" } else { "tutti" };
    format!("{all} {}", the_counted(written, level))
}

/// A count of units of a level with the article: "i 193 Comuni", "gli 8 Ambiti", "le 9 ASST".
pub fn the_counted(written: &str, level: Level) -> String {
    format!("{} {}", article_of(written, level), counted(written, false, level))
}

/// The article before a count of units, by the sound of the number.
fn article_of(written: &str, level: Level) -> &'static str {
    let first = written.split('.').next().unwrap_or_default();
    match level {
        Level::Asst | Level::Ats => "le",
        Level::Comuni | Level::Ambiti if super::sounds_as_vowel(first, false) => "gli",
        Level::Comuni | Level::Ambiti => "i",
    }
}

/// A count of further units of a level: "un altro Comune", "altri 2 Ambiti", "un'altra ASST".
pub fn others(written: &str, one: bool, level: Level) -> String {
    let noun = noun_of(level, one);
    match (matches!(level, Level::Asst | Level::Ats), one) {
        (true, true) => format!("un'altra {noun}"),
        (true, false) => format!("altre {written} {noun}"),
        (false, true) => format!("un altro {noun}"),
        (false, false) => format!("altri {written} {noun}"),
    }
}

/// The noun of a unit of a level, which is Italian in both languages.
pub fn noun_of(level: Level, one: bool) -> &'static str {
    match (level, one) {
        (Level::Comuni, true) => "Comune",
        (Level::Comuni, false) => "Comuni",
        (Level::Ambiti, true) => "Ambito",
        (Level::Ambiti, false) => "Ambiti",
        (Level::Asst, _) => "ASST",
        (Level::Ats, _) => "ATS",
    }
}

/// All units of a level with preposition and article: "dei Comuni", "degli Ambiti", "delle ASST".
pub fn the_level(preposition: Preposition, level: Level) -> String {
    let noun = noun_of(level, false);
    preposition.joined(article(noun, matches!(level, Level::Asst | Level::Ats), true)) + noun
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_lands_and_trusts() {
        use Preposition::{A, Da, Di, In};
        for (preposition, level, name, read) in [
            (Some(Di), Level::Comuni, "Melzo", "di Melzo"),
            (Some(A), Level::Comuni, "Milano", "a Milano"),
            (Some(In), Level::Comuni, "Abbiategrasso", "ad Abbiategrasso"),
            (Some(A), Level::Comuni, "Opera", "a Opera"),
            (Some(Da), Level::Comuni, "La Valletta Brianza", "dalla Valletta Brianza"),
            (Some(Di), Level::Comuni, "L'Aquila", "dell'Aquila"),
            (None, Level::Comuni, "Cassano d'Adda", "Cassano d'Adda"),
            (Some(Di), Level::Ambiti, "Abbiategrasso", "dell'Ambito di Abbiategrasso"),
            (Some(In), Level::Ambiti, "Alto Milanese", "nell'Ambito dell'Alto Milanese"),
            (None, Level::Ambiti, "Visconteo Sud Milano", "l'Ambito del Visconteo Sud Milano"),
            (Some(Da), Level::Ambiti, "Trezzo d'Adda", "dall'Ambito di Trezzo d'Adda"),
            (Some(A), Level::Ambiti, "Milano Città", "all'Ambito di Milano Città"),
            (Some(In), Level::Asst, "ASST Nord Milano", "nell'ASST Nord Milano"),
            (Some(Di), Level::Ats, "ATS Città Metropolitana di Milano", "dell'ATS"),
        ] {
            assert_eq!(place(preposition, level, name), read);
        }
        assert_eq!(
            [counted("1", true, Level::Comuni), counted("2", false, Level::Ambiti)],
            ["1 Comune", "2 Ambiti"]
        );
        assert_eq!(
            [Level::Comuni, Level::Ambiti, Level::Asst].map(|level| the_level(Di, level)),
            ["dei Comuni", "degli Ambiti", "delle ASST"]
        );
    }

    #[test]
    fn all_units_have_the_article_of_their_number() {
        for (written, level, read) in [
            ("193", Level::Comuni, "tutti i 193 Comuni"),
            ("17", Level::Ambiti, "tutti i 17 Ambiti"),
            ("8", Level::Ambiti, "tutti gli 8 Ambiti"),
            ("11", Level::Comuni, "tutti gli 11 Comuni"),
            ("88", Level::Comuni, "tutti gli 88 Comuni"),
            ("8", Level::Asst, "tutte le 8 ASST"),
        ] {
            assert_eq!(all_of(written, level), read);
        }
    }
}
