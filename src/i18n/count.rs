//! Counts, with the noun in agreement.

use super::italian::{self, Counted, Preposition};
use super::{Lang, number};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Comune,
    /// A unit of any level.
    Territory,
    Resident,
    Table,
    /// A row of a table.
    Row,
    /// A value that matches.
    Match,
    /// A figure that is kept.
    Figure,
    /// A named selection of territories.
    Set,
    Import,
}

impl Thing {
    /// The noun in the singular and the plural.
    fn nouns(self, lang: Lang) -> [&'static str; 2] {
        match (self, lang) {
            (Self::Comune, _) => ["Comune", "Comuni"],
            (Self::Territory, Lang::It) => ["territorio", "territori"],
            (Self::Territory, Lang::En) => ["territory", "territories"],
            (Self::Resident, Lang::It) => ["residente", "residenti"],
            (Self::Resident, Lang::En) => ["resident", "residents"],
            (Self::Table, Lang::It) => ["tabella", "tabelle"],
            (Self::Table, Lang::En) => ["table", "tables"],
            (Self::Row, Lang::It) => ["riga", "righe"],
            (Self::Row, Lang::En) => ["row", "rows"],
            (Self::Match, Lang::It) => ["corrispondenza", "corrispondenze"],
            (Self::Match, Lang::En) => ["match", "matches"],
            (Self::Figure, Lang::It) => ["figura", "figure"],
            (Self::Figure, Lang::En) => ["figure", "figures"],
            (Self::Set, Lang::It) => ["insieme di territori", "insiemi di territori"],
            (Self::Set, Lang::En) => ["set of territories", "sets of territories"],
            (Self::Import, Lang::It) => ["importazione", "importazioni"],
            (Self::Import, Lang::En) => ["import", "imports"],
        }
    }
}

impl Thing {
    fn is_feminine(self) -> bool {
        matches!(self, Self::Table | Self::Row | Self::Match | Self::Figure | Self::Import)
    }
}

impl Lang {
    /// A count with its noun: "1 riga", "2 righe", "0 rows".
    pub fn count(self, n: usize, thing: Thing) -> String {
        let [one, many] = thing.nouns(self);
        format!("{} {}", number(self, n as f64, 0), if n == 1 { one } else { many })
    }

    /// The same in a sentence, where none is a word: "nessun territorio", "no territories".
    pub fn none_or_count(self, n: usize, thing: Thing) -> String {
        let [one, many] = thing.nouns(self);
        match (self, n, thing.is_feminine()) {
            (Self::It, 0, true) => format!("nessuna {one}"),
            (Self::It, 0, _) => format!("nessun {one}"),
            (Self::En, 0, _) => format!("no {many}"),
            _ => self.count(n, thing),
        }
    }

    /// A number that stands for things named before: "in uno", "in nessuno", "in 88".
    pub fn so_many(self, n: usize) -> String {
        match (self, n) {
            (Self::It, 0) => "nessuno".to_owned(),
            (Self::It, 1) => "uno".to_owned(),
            (Self::En, 0) => "none".to_owned(),
            (Self::En, 1) => "one".to_owned(),
            _ => number(self, n as f64, 0),
        }
    }

    /// All of a count, after "of": "dei 17 Comuni", "degli 11 Comuni", "dell'unico Comune"; "of the 17 Comuni".
    pub(crate) fn of_the(self, n: usize, thing: Thing) -> String {
        let [one, many] = thing.nouns(self);
        let written = number(self, n as f64, 0);
        match (self, n, thing.is_feminine()) {
            (Self::It, 1, true) => format!("dell'unica {one}"),
            (Self::It, 1, false) => format!("dell'unico {one}"),
            (Self::It, _, true) => {
                format!("{} {many}", italian::number(Preposition::Di, &written, Counted::Feminine))
            }
            (Self::It, ..) => {
                format!("{} {many}", italian::number(Preposition::Di, &written, Counted::Masculine))
            }
            (Self::En, 1, _) => format!("of the only {one}"),
            (Self::En, ..) => format!("of the {written} {many}"),
        }
    }

    /// A count out of another: "1 riga su 20", "202 of 306 rows".
    pub fn count_of(self, n: usize, of: usize, thing: Thing) -> String {
        match self {
            Self::It => format!("{} su {}", self.count(n, thing), number(self, of as f64, 0)),
            Self::En => format!("{} of {}", number(self, n as f64, 0), self.count(of, thing)),
        }
    }
}

/// The first few names, followed by how many more there are, in the words of `more`. A single remaining name is named
/// rather than counted.
pub fn some_named(names: &[&str], most: usize, more: impl Fn(usize) -> String) -> String {
    match names.len().saturating_sub(most) {
        0 | 1 => names.join(", "),
        left => format!("{} {}", names[..most].join(", "), more(left)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_agree_with_their_number() {
        for (n, it, en) in [
            (0, ["0 Comuni", "0 territori", "0 righe"], ["0 Comuni", "0 territories", "0 rows"]),
            (1, ["1 Comune", "1 territorio", "1 riga"], ["1 Comune", "1 territory", "1 row"]),
            (2, ["2 Comuni", "2 territori", "2 righe"], ["2 Comuni", "2 territories", "2 rows"]),
            (
                1200,
                ["1.200 Comuni", "1.200 territori", "1.200 righe"],
                ["1,200 Comuni", "1,200 territories", "1,200 rows"],
            ),
        ] {
            let counts =
                |lang: Lang| [Thing::Comune, Thing::Territory, Thing::Row].map(|thing| lang.count(n, thing));
            assert_eq!((counts(Lang::It), counts(Lang::En)), (it.map(str::to_owned), en.map(str::to_owned)));
        }
        assert_eq!(Lang::It.count_of(1, 20, Thing::Row), "1 riga su 20");
        let none = [Thing::Figure, Thing::Set, Thing::Import].map(|thing| Lang::It.none_or_count(0, thing));
        assert_eq!(none, ["nessuna figura", "nessun insieme di territori", "nessuna importazione"]);
        assert_eq!(Lang::En.count_of(20, 1, Thing::Row), "20 of 1 row");
    }

    #[test]
    fn articles_before_a_number_are_read_as_they_sound() {
        for (n, thing, it, en) in [
            (1, Thing::Comune, "dell'unico Comune", "of the only Comune"),
            (2, Thing::Comune, "dei 2 Comuni", "of the 2 Comuni"),
            (8, Thing::Comune, "degli 8 Comuni", "of the 8 Comuni"),
            (11, Thing::Comune, "degli 11 Comuni", "of the 11 Comuni"),
            (80, Thing::Comune, "degli 80 Comuni", "of the 80 Comuni"),
            (193, Thing::Comune, "dei 193 Comuni", "of the 193 Comuni"),
            (8, Thing::Row, "delle 8 righe", "of the 8 rows"),
            (1, Thing::Row, "dell'unica riga", "of the only row"),
        ] {
            assert_eq!(Lang::ALL.map(|lang| lang.of_the(n, thing)), [it, en]);
        }
    }

    #[test]
    fn the_last_name_is_not_counted() {
        let more = |n: usize| format!("e altre {n}");
        let names = ["a", "b", "c", "d"];
        assert_eq!(some_named(&names[..2], 2, more), "a, b");
        assert_eq!(some_named(&names[..3], 2, more), "a, b, c");
        assert_eq!(some_named(&names, 2, more), "a, b e altre 2");
    }
}
