//! Where a number comes from: the number is compared with all values of indicators, variables and printed tables, with
//! the numbers of their notes and with what standards require, each rounded to the decimals of the number.
//!
//! Many values round to the same number, so something is nearly always found. The result therefore says how many
//! matches there are and how many would be expected by chance: the average number of matches of the numbers just
//! before and after it, of all kinds and of those as good as the first answer.

mod answer;
mod asked;
mod candidate;
mod change;
mod near;
mod need;
mod note;

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::data::{Method, Occurrence, Subject};
use crate::i18n::{Lang, Thing, compact_number, number, texts};
use crate::io::{Bundle, visit_cells};

pub use answer::{Answer, Source};
pub use asked::{Asked, Refusal};

use candidate::{Candidate, Key};
use change::{Change, Histories};
use near::{Mask, Near};

/// How many answers are kept, the likeliest first.
pub(crate) const MOST: usize = 100;

/// How many numbers on each side are used to estimate the matches by chance.
const AROUND: i64 = 50;

/// A mean below it is not written as zero.
const LEAST_MEAN: f64 = 0.05;

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
    /// The matches that have all the given words, changes included, if there were any words.
    pub near: Option<Count>,
    /// How many changes between two dates were compared.
    pub changes_searched: usize,
    /// Matches among them.
    pub changes: Count,
    /// The matches that are as good as the first answer, by their words, units, decimals and kinds.
    pub like_the_first: Count,
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

/// How likely a match is meant, best first: by the words that it has, then by how alike it is printed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Rank {
    words: Reverse<u32>,
    is_change: bool,
    /// Whether it is no percentage where one was asked for.
    is_other_unit: bool,
    /// Whether it is printed with other decimals: the number was rounded by somebody.
    is_rounded: bool,
    is_extreme: bool,
    /// Printed cells first, variables last.
    kind: u8,
}

impl Rank {
    fn of(candidate: &Candidate<'_>, mask: Mask, asked: &Asked) -> Self {
        let method = match candidate {
            Candidate::Value(own) => own.method,
            _ => Method::Pooled,
        };
        Self {
            words: Reverse(mask.score()),
            is_change: matches!(candidate, Candidate::Change(_)),
            is_other_unit: asked.is_percentage && !candidate.unit().contains('%'),
            is_rounded: candidate.decimals() != asked.decimals,
            is_extreme: matches!(method, Method::Min | Method::Max),
            kind: match candidate {
                Candidate::Cell(_) | Candidate::Change(_) => 0,
                Candidate::Note(_) => 1,
                Candidate::Value(Occurrence { subject: Subject::Variable(..), .. }) => 5,
                Candidate::Value(_) => 2,
                Candidate::Need(need) => 3 + u8::from(!need.is_of_printed()),
            },
        }
    }
}

/// The matches as they are met, and how many of the numbers around the one asked for are met as often.
struct Search<'a> {
    asked: &'a Asked,
    near: Near<'a>,
    searched: usize,
    all: Tally,
    close: Tally,
    changes_searched: usize,
    changes: Tally,
    matches: Vec<(Candidate<'a>, Rank)>,
    /// How many of the numbers around it are of each rank.
    around: FxHashMap<Rank, usize>,
}

impl<'a> Search<'a> {
    /// Compares the number with a value, whose unit may be thousands or millions.
    fn look(&mut self, candidate: Candidate<'a>) {
        self.searched += 1;
        let scale = asked::scale_of_unit(candidate.unit());
        let Some(steps) = self.asked.steps_to(candidate.value(), scale, AROUND) else { return };
        self.all.add(steps);
        let mask = self.near.mask(&candidate);
        if self.near.has_all(mask) {
            self.close.add(steps);
        }
        self.keep(candidate, mask, steps);
    }

    fn look_at_change(&mut self, change: Change<'a>) {
        self.changes_searched += 1;
        // A fall is printed without its sign: "2,3 punti in meno".
        let value = if self.asked.number >= 0.0 { change.value().abs() } else { change.value() };
        let Some(steps) = self.asked.steps_to(value, 1.0, AROUND) else { return };
        let candidate = Candidate::Change(change);
        let mask = self.near.mask(&candidate);
        self.changes.add(steps);
        if self.near.has_all(mask) {
            self.close.add(steps);
        }
        self.keep(candidate, mask, steps);
    }

    fn keep(&mut self, candidate: Candidate<'a>, mask: Mask, steps: i64) {
        let rank = Rank::of(&candidate, mask, self.asked);
        match steps {
            0 => self.matches.push((candidate, rank)),
            _ => *self.around.entry(rank).or_default() += 1,
        }
    }

    /// The matches that are as good as the first, once they are in order.
    fn like_the_first(&self) -> Tally {
        let Some((_, first)) = self.matches.first() else { return Tally::default() };
        Tally {
            matches: self.matches.iter().take_while(|(_, rank)| rank <= first).count(),
            others: self.around.iter().filter(|(rank, _)| *rank <= first).map(|(_, count)| count).sum(),
        }
    }
}

/// Looks for a number among all values.
pub fn find<'a>(asked: &'a Asked, bundle: &'a Bundle, lang: Lang) -> Found {
    let mut search = Search {
        asked,
        near: Near::new(&asked.near, bundle),
        searched: 0,
        all: Tally::default(),
        close: Tally::default(),
        changes_searched: 0,
        changes: Tally::default(),
        matches: Vec::new(),
        around: FxHashMap::default(),
    };
    let mut histories = Histories::default();
    bundle.atlas.visit_values(&mut |occurrence| {
        histories.add(occurrence);
        search.look(Candidate::Value(occurrence));
        need::visit_for(occurrence, &mut |need| search.look(Candidate::Need(need)));
    });
    visit_cells(bundle, &mut |cell| search.look(Candidate::Cell(cell)));
    note::visit(&bundle.atlas, &mut |note| search.look(Candidate::Note(note)));
    need::visit(&bundle.atlas, &mut |need| search.look(Candidate::Need(need)));
    histories.visit(&mut |change| search.look_at_change(change));

    let mut alike: FxHashMap<Key<'_>, usize> = FxHashMap::default();
    for (candidate, _) in &search.matches {
        *alike.entry(candidate.key()).or_default() += 1;
    }
    let few = |candidate: &Candidate<'_>| alike.get(&candidate.key()).copied().unwrap_or_default();
    // The sort is stable: ties stay in the order of the catalogue.
    search.matches.sort_by_key(|(candidate, rank)| {
        let reference = match candidate {
            Candidate::Change(change) => change.after.reference,
            Candidate::Value(own) => own.reference,
            Candidate::Need(need) => need.base.and_then(|base| base.reference),
            Candidate::Cell(_) | Candidate::Note(_) => None,
        };
        (*rank, few(candidate), Reverse(reference))
    });
    let answers = search.matches.iter().take(MOST);
    let answers = answers
        .map(|(candidate, _)| Answer::new(candidate, few(candidate), asked, &bundle.atlas, lang))
        .collect();
    let neighbours = asked.around(AROUND).into_iter().sum();
    Found {
        asked: asked.clone(),
        lang,
        searched: search.searched,
        all: search.all.count(neighbours),
        changes_searched: search.changes_searched,
        changes: search.changes.count(neighbours),
        total: search.matches.len(),
        near: search.near.is_asked().then(|| search.close.count(neighbours)),
        like_the_first: search.like_the_first().count(neighbours),
        unknown: search.near.unknown(),
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
        let searched = |count: usize| number(lang, count as f64, 0);
        let mean = |count: Count| match count.by_chance {
            few if few > 0.0 && few < LEAST_MEAN => {
                texts::whence_less_than(lang, compact_number(lang, LEAST_MEAN, 1))
            }
            mean => compact_number(lang, mean, 1),
        };
        let mut lines =
            vec![texts::whence_all(lang, &asked.typed, matches(self.all), searched(self.searched))];
        lines.extend(asked.settled(lang));
        // Millions are written in full.
        let decimals = if asked.scale == 1.0 { asked.decimals } else { 0 };
        let edge =
            |steps: i64| number(lang, (asked.number + steps as f64 * asked.step()) * asked.scale, decimals);
        let [before, after] = asked.around(AROUND);
        lines.push(texts::whence_chance(lang, edge(-before), edge(after), mean(self.all)));
        if !self.unknown.is_empty() {
            lines.push(texts::whence_unknown(lang, self.unknown.join(", ")));
        }
        if self.changes.matches > 0 {
            let changes = searched(self.changes_searched);
            lines.push(texts::whence_changes(lang, matches(self.changes), changes, mean(self.changes)));
        }
        if let Some(near) = self.near {
            lines.push(texts::whence_near(lang, &asked.near, matches(near), mean(near)));
        }
        let like = self.like_the_first;
        if like.matches == 0 {
            lines.push(lang.text(texts::WHENCE_NONE).to_owned());
            return lines;
        }
        if self.near.is_some_and(|near| near.matches == 0) {
            lines.push(lang.text(texts::WHENCE_SOME_WORDS).to_owned());
        }
        lines.push(texts::whence_like(lang, matches(like), mean(like)));
        if like.matches as f64 <= like.by_chance {
            lines.push(lang.text(texts::WHENCE_BY_CHANCE).to_owned());
        }
        lines
    }
}
