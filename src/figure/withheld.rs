//! What a value that is only known to lie between two ends, or not at all because it is withheld, could change in what a figure
//! says: whose is the lowest and the highest value, and in which place a territory stands. Decided here, said by all figures.

use crate::base::Level;
use crate::data::{Absence, Bounds, Caption, Row, Value};
use crate::i18n::{Lang, texts};

use super::precision::same;
use super::wording::{change_text, listed, value_text};

/// The most territories named in a sentence.
const MOST_NAMED: usize = 3;

/// Values that the texts of a figure compare with each other.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// What they are, in short, where a figure has several such.
    pub of: String,
    pub caption: Caption<'a>,
    /// Whether they are changes, which are written with their sign.
    pub are_changes: bool,
    pub known: Vec<f64>,
    pub withheld: Vec<Withheld>,
    /// Whether the lowest and the highest are named.
    pub names_ends: bool,
    /// Those whose place is told.
    pub ranked: Vec<f64>,
}

/// A territory whose value is withheld.
#[derive(Clone, Debug, PartialEq)]
pub struct Withheld {
    pub name: String,
    /// Between what it lies, where that is known.
    pub bounds: Bounds,
}

impl Withheld {
    /// A territory, if it has no value because of what is withheld.
    pub(crate) fn of(name: impl FnOnce() -> String, value: Value, bounds: Bounds) -> Option<Self> {
        let reason = value.err()?;
        (bounds.is_some() || reason == Absence::Suppressed).then(|| Self { name: name(), bounds })
    }

    fn may_be_below(&self, value: f64) -> bool {
        self.bounds.is_none_or(|(low, _)| low < value && !same(low, value))
    }

    fn may_be_above(&self, value: f64) -> bool {
        self.bounds.is_none_or(|(_, high)| high > value && !same(high, value))
    }
}

impl<'a> Compared<'a> {
    /// Values of territories of a level, of which the ends are named.
    pub(crate) fn of_values<'r>(
        lang: Lang,
        caption: Caption<'a>,
        level: Level,
        rows: impl IntoIterator<Item = (&'r str, Value, Bounds)>,
    ) -> Self {
        let (mut known, mut withheld) = (Vec::new(), Vec::new());
        for (name, value, bounds) in rows {
            known.extend(value.ok());
            withheld.extend(Withheld::of(|| lang.territory(level, name), value, bounds));
        }
        let (of, ranked) = (String::new(), Vec::new());
        Self { of, caption, are_changes: false, known, withheld, names_ends: true, ranked }
    }

    /// The same of the rows of a table.
    pub(crate) fn of_rows(lang: Lang, caption: Caption<'a>, level: Level, rows: &[Row]) -> Self {
        Self::of_values(lang, caption, level, rows.iter().map(|row| (&*row.name, row.value, row.bounds)))
    }

    fn ends(&self) -> Option<[f64; 2]> {
        // A single value is neither the lowest nor the highest.
        let ends =
            self.known.iter().copied().reduce(f64::min).zip(self.known.iter().copied().reduce(f64::max));
        ends.map(|(low, high)| [low, high]).filter(|_| self.names_ends && self.known.len() > 1)
    }

    fn lower(&self) -> Vec<&Withheld> {
        let Some([low, _]) = self.ends() else { return Vec::new() };
        let least = |one: &&Withheld| one.bounds.map_or(f64::NEG_INFINITY, |(low, _)| low);
        let mut found: Vec<&Withheld> = self.withheld.iter().filter(|one| one.may_be_below(low)).collect();
        found.sort_by(|a, b| least(a).total_cmp(&least(b)));
        found
    }

    fn higher(&self) -> Vec<&Withheld> {
        let Some([_, high]) = self.ends() else { return Vec::new() };
        let most = |one: &&Withheld| one.bounds.map_or(f64::INFINITY, |(_, high)| high);
        let mut found: Vec<&Withheld> = self.withheld.iter().filter(|one| one.may_be_above(high)).collect();
        found.sort_by(|a, b| most(b).total_cmp(&most(a)));
        found
    }

    /// How many could come before some territory whose place is told.
    fn before(&self) -> usize {
        let Some(last) = self.ranked.iter().copied().reduce(f64::min) else { return 0 };
        self.withheld.iter().filter(|one| one.may_be_above(last)).count()
    }

    fn is_affected(&self) -> bool {
        self.before() > 0 || !self.lower().is_empty() || !self.higher().is_empty()
    }

    /// "Maccastorna (tra 12,0% e 25,0%)".
    fn named(&self, lang: Lang, all: &[&Withheld]) -> String {
        let text = |x: f64| match self.are_changes {
            true => change_text(lang, self.caption, Ok(x)),
            false => value_text(lang, self.caption, Ok(x)),
        };
        let one = |one: &&Withheld| match one.bounds {
            Some((low, high)) => format!("{} ({})", one.name, texts::between(lang, text(low), text(high))),
            None => format!("{} ({})", one.name, lang.absence(Absence::Suppressed)),
        };
        let mut named: Vec<String> = all.iter().take(MOST_NAMED).map(one).collect();
        if all.len() > MOST_NAMED {
            named.push(texts::withheld_more(lang, all.len() - MOST_NAMED));
        }
        named.join("; ")
    }

    fn sentences(&self, lang: Lang) -> Vec<String> {
        let (lower, higher) = (self.lower(), self.higher());
        let mut told = Vec::new();
        if !lower.is_empty() {
            told.push(texts::withheld_lower(lang, self.named(lang, &lower)));
        }
        if !higher.is_empty() {
            told.push(texts::withheld_higher(lang, self.named(lang, &higher)));
        }
        match self.before() {
            0 => {}
            1 => told.push(lang.text(texts::WITHHELD_PLACE).to_owned()),
            several => told.push(texts::withheld_places(lang, several)),
        }
        told
    }
}

/// What is said of a figure: of one comparison in full, of several which of them.
pub(crate) fn sentences(lang: Lang, all: &[Compared<'_>]) -> Vec<String> {
    if let [only] = all {
        return only.sentences(lang);
    }
    let mut affected: Vec<String> =
        all.iter().filter(|one| one.is_affected()).map(|one| one.of.clone()).collect();
    affected.dedup();
    match affected.is_empty() {
        true => Vec::new(),
        false => vec![texts::withheld_several(lang, listed(lang, &affected))],
    }
}
