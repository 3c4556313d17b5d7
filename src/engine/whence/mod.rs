//! Where a number comes from: the number is compared with all values of indicators, variables and printed tables,
//! each rounded to the decimals of the number.
//!
//! Many values round to the same number, so something is nearly always found. The result therefore says how many
//! matches there are and how many would be expected by chance: the average number of matches of the numbers just
//! before and after it.

mod answer;
mod asked;
mod candidate;
mod change;
mod near;

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::data::{Method, Subject};
use crate::i18n::{Lang, Thing, compact_number, number, texts};
use crate::io::{Bundle, visit_cells};

pub use answer::{Answer, Source};
pub use asked::{Asked, Refusal};

use candidate::{Candidate, Key};
use change::Histories;
use near::{Mask, Near};

/// How many answers are kept, the likeliest first.
pub(crate) const MOST: usize = 100;

/// How many numbers on each side are used to estimate the matches by chance.
const AROUND: i64 = 50;

/// The result of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The number that was searched for.
    pub asked: Asked,
    /// The language of the answers.
    pub lang: Lang,
    /// How many values were compared.
    pub searched: usize,
    /// Matches among all of them.
    pub all: Count,
    /// The matches that have all the given words, if there were any words.
    pub near: Option<Count>,
    /// How many changes between two dates were compared.
    pub changes_searched: usize,
    /// Matches among them, with all the given words if there were any.
    pub changes: Count,
    /// Given words that match nothing.
    pub unknown: Vec<String>,
    /// How many matches there are in all, changes included, whatever words they have.
    pub total: usize,
    /// The likeliest matches.
    pub answers: Vec<Answer>,
}

/// How many values match, and how many would by chance.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    /// Values that round to the number.
    pub matches: usize,
    /// The average number of matches of the numbers just before and after.
    pub by_chance: f64,
}

/// How many values were compared, and how many of them match.
#[derive(Clone, Copy, Default)]
struct Tally {
    matches: usize,
    others: usize,
}

impl Tally {
    fn add(&mut self, steps: i64) {
        if steps == 0 {
            self.matches += 1;
        } else {
            self.others += 1;
        }
    }

    fn count(self, neighbours: i64) -> Count {
        Count { matches: self.matches, by_chance: self.others as f64 / neighbours.max(1) as f64 }
    }
}

/// Looks for a number among all values.
pub fn find<'a>(asked: &Asked, bundle: &'a Bundle, lang: Lang) -> Found {
    let mut near = Near::new(&asked.near, bundle);
    let (mut searched, mut all, mut close) = (0, Tally::default(), Tally::default());
    let mut matches: Vec<(Candidate<'a>, Mask)> = Vec::new();
    let mut look = |candidate: Candidate<'a>| {
        searched += 1;
        let scale = asked::scale_of_unit(candidate.unit());
        let Some(steps) = asked.steps_to(candidate.value(), scale, AROUND) else { return };
        all.add(steps);
        let mask = near.mask(&candidate);
        if near.has_all(mask) {
            close.add(steps);
        }
        if steps == 0 {
            matches.push((candidate, mask));
        }
    };
    let mut histories = Histories::default();
    bundle.atlas.visit_values(&mut |occurrence| {
        histories.add(occurrence);
        look(Candidate::Value(occurrence));
    });
    visit_cells(bundle, &mut |cell| look(Candidate::Cell(cell)));
    let (mut changes_searched, mut changes) = (0, Tally::default());
    histories.visit(&mut |change| {
        changes_searched += 1;
        // A fall is printed without its sign: "2,3 punti in meno".
        let value = if asked.number >= 0.0 { change.value().abs() } else { change.value() };
        let Some(steps) = asked.steps_to(value, 1.0, AROUND) else { return };
        let candidate = Candidate::Change(change);
        let mask = near.mask(&candidate);
        if !near.is_asked() || near.has_all(mask) {
            changes.add(steps);
        }
        if steps == 0 {
            matches.push((candidate, mask));
        }
    });

    let mut alike: FxHashMap<Key<'_>, usize> = FxHashMap::default();
    for (candidate, _) in &matches {
        *alike.entry(candidate.key()).or_default() += 1;
    }
    // The sort is stable: ties stay in the order of the catalogue.
    matches.sort_by_key(|(candidate, mask)| {
        let is_other_unit = asked.is_percentage != candidate.unit().contains('%');
        // A number with other decimals than usual was rounded by somebody.
        let is_rounded = candidate.decimals() != asked.decimals;
        let is_change = matches!(candidate, Candidate::Change(_));
        let (rank, method, reference) = match candidate {
            Candidate::Cell(_) => (0, Method::Pooled, None),
            Candidate::Change(change) => (0, Method::Pooled, change.after.reference),
            Candidate::Value(own) => {
                let is_variable = matches!(own.subject, Subject::Variable(..));
                (1 + u8::from(is_variable), own.method, own.reference)
            }
        };
        let is_extreme = matches!(method, Method::Min | Method::Max);
        let few = alike.get(&candidate.key()).copied().unwrap_or_default();
        (
            Reverse(mask.score()),
            is_change,
            asked.is_percentage && is_other_unit,
            is_rounded,
            is_extreme,
            rank,
            few,
            Reverse(reference),
        )
    });
    let answers = matches.iter().take(MOST).map(|(candidate, _)| {
        let few = alike.get(&candidate.key()).copied().unwrap_or_default();
        Answer::new(candidate, few, asked, &bundle.atlas, lang)
    });
    let answers: Vec<Answer> = answers.collect();
    let neighbours = asked.around(AROUND).into_iter().sum();
    Found {
        asked: asked.clone(),
        lang,
        searched,
        all: all.count(neighbours),
        changes_searched,
        changes: changes.count(neighbours),
        total: matches.len(),
        near: near.is_asked().then(|| close.count(neighbours)),
        unknown: near.unknown(),
        answers,
    }
}

impl Found {
    /// How many matches there are, how many are expected by chance, and which words were not understood: one sentence
    /// each.
    pub fn summary(&self) -> Vec<String> {
        let lang = self.lang;
        let asked = &self.asked;
        let matches = |count: Count| lang.count(count.matches, Thing::Match);
        let mean = |count: Count| compact_number(lang, count.by_chance, 1);
        let mut lines = vec![texts::whence_all(
            lang,
            &asked.typed,
            matches(self.all),
            number(lang, self.searched as f64, 0),
        )];
        let edge = |steps: i64| number(lang, asked.number + steps as f64 * asked.step(), asked.decimals);
        let [before, after] = asked.around(AROUND);
        lines.push(texts::whence_chance(lang, edge(-before), edge(after), mean(self.all)));
        if !self.unknown.is_empty() {
            lines.push(texts::whence_unknown(lang, self.unknown.join(", ")));
        }
        if let Some(near) = self.near {
            lines.push(texts::whence_near(lang, &asked.near, matches(near), mean(near)));
        }
        if self.changes.matches > 0 {
            let searched = number(lang, self.changes_searched as f64, 0);
            lines.push(texts::whence_changes(lang, matches(self.changes), searched, mean(self.changes)));
        }
        // With words, what has none of them says nothing.
        let values = self.near.unwrap_or(self.all);
        let judged = match (values.matches, self.changes.matches) {
            (0, 0) => self.all,
            (0, _) => self.changes,
            _ => values,
        };
        if judged.matches == 0 {
            lines.push(lang.text(texts::WHENCE_NONE).to_owned());
        } else if judged.matches as f64 <= judged.by_chance {
            lines.push(lang.text(texts::WHENCE_BY_CHANCE).to_owned());
        }
        lines
    }
}
