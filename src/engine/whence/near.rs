//! The words that stood near a number, and how well candidates match them.

use rustc_hash::FxHashMap;

use crate::base::Level;
use crate::data::{Atlas, Bilingual, Caption, Method, Occurrence, Owner, Subject};
use crate::i18n::{Lang, folded, texts};
use crate::io::{Bundle, PrintedCell, visit_cells};

use super::candidate::{Candidate, Key};
use super::{need, note};

/// Words that say nothing about a number.
const EMPTY: [&str; 30] = [
    "di", "del", "dello", "della", "dell", "dei", "degli", "delle", "il", "lo", "la", "le", "gli", "un",
    "una", "in", "al", "alla", "nel", "nella", "per", "con", "ogni", "of", "the", "and", "in", "on", "at",
    "from",
];

/// The number of words that fit in a mask.
const MOST: usize = 16;

/// Which of the words something matches, by its own name or by what it belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    own: u16,
    wider: u16,
}

impl Mask {
    fn with(self, other: Self) -> Self {
        Self { own: self.own | other.own, wider: self.wider | other.wider }
    }

    /// The quality of the match: its own name counts more than what it belongs to.
    pub(crate) fn score(self) -> u32 {
        3 * self.own.count_ones() + 2 * (self.wider & !self.own).count_ones()
    }
}

/// The words, with the cached matches of everything that values belong to.
pub struct Near<'a> {
    words: Vec<String>,
    subjects: FxHashMap<Key<'a>, Mask>,
    units: [Vec<Mask>; 4],
    areas: FxHashMap<&'a str, Mask>,
    methods: [Mask; 4],
    /// Words that match something.
    known: u16,
}

impl<'a> Near<'a> {
    /// Splits the words and matches them once with everything that values belong to.
    pub fn new(near: &str, bundle: &'a Bundle) -> Self {
        let mut words: Vec<String> = words_of(near).filter(|word| !EMPTY.contains(&word.as_str())).collect();
        words.truncate(MOST);
        let mut new = Self {
            words,
            subjects: FxHashMap::default(),
            units: Default::default(),
            areas: FxHashMap::default(),
            methods: Default::default(),
            known: 0,
        };
        if !new.words.is_empty() {
            new.ask(&bundle.atlas);
            // What is near no number asked for is known all the same.
            visit_cells(bundle, &mut |cell| _ = new.of_cell(&cell));
            note::visit(&bundle.atlas, &mut |note| _ = new.mask(&Candidate::Note(note)));
            need::visit(&bundle.atlas, &mut |need| _ = new.mask(&Candidate::Need(need)));
        }
        new
    }

    fn ask(&mut self, atlas: &'a Atlas) {
        let theme = |id: &str| {
            let theme = atlas.catalogue.themes().iter().find(|theme| theme.id == id);
            theme.map_or_else(String::new, |theme| both(&theme.name))
        };
        for indicator in atlas.catalogue.indicators() {
            let mask = self.caption(indicator.into(), &theme(&indicator.theme));
            self.subjects.insert(Key::Id(&indicator.id), mask);
        }
        for published in atlas.published_indicators() {
            let mask = self.caption(published.into(), &theme(&published.theme));
            self.subjects.insert(Key::Id(&published.id), mask);
        }
        for dataset in &atlas.datasets {
            let title = both(&dataset.meta.title);
            for variable in dataset.variables() {
                let key = Key::Id(variable);
                if !self.subjects.contains_key(&key) {
                    let own = Lang::ALL.map(|lang| lang.variable(atlas, variable)).join(" ");
                    let mask = self.answer(&[&own, variable], &[&title]);
                    self.subjects.insert(key, mask);
                }
            }
        }
        let territories = &atlas.territories;
        for (level, masks) in Level::ALL.into_iter().zip(0..) {
            let kind = both_texts(kind_words(level));
            let units = territories.units(level).iter().map(|unit| {
                let wider: Vec<&str> = match level {
                    Level::Comuni => {
                        let comune = &territories.comuni()[unit.members[0]];
                        let asst = comune.asst.as_ref().map_or("", |asst| &asst.1);
                        vec![&comune.ambito.1, asst, &comune.province.1]
                    }
                    Level::Ambiti => unit
                        .members
                        .iter()
                        .map(|&member| territories.comuni()[member].name.as_str())
                        .collect(),
                    Level::Asst | Level::Ats => Vec::new(),
                };
                self.answer(&[&unit.name, &kind, unit.code.as_str()], &wider)
            });
            let units: Vec<Mask> = units.collect();
            self.units[masks] = units;
        }
        for area in atlas.areas() {
            let mask = self.answer(&[&area.name, &area.aliases.join(" ")], &[]);
            self.areas.insert(area.code.as_str(), mask);
        }
        for (at, method) in Method::ALL.into_iter().enumerate() {
            if method != Method::Pooled {
                let words = Lang::ALL.map(|lang| lang.method(method)).join(" ");
                self.methods[at] = self.answer(&[&words], &[]);
            }
        }
        let masks = self.subjects.values().chain(self.units.iter().flatten()).chain(self.areas.values());
        self.known = masks.chain(&self.methods).fold(0, |known, mask| known | mask.own | mask.wider);
    }

    fn caption(&self, caption: Caption<'_>, theme: &str) -> Mask {
        let own = [both(caption.name), both(caption.short), caption.id.to_owned()].join(" ");
        let words = caption.words.map_or_else(String::new, both);
        self.answer(&[&own], &[&words, &both(caption.unit), theme])
    }

    /// Which of the words begin a word of these texts.
    fn answer(&self, own: &[&str], wider: &[&str]) -> Mask {
        let of = |texts: &[&str]| {
            let words: Vec<String> = texts.iter().flat_map(|text| words_of(text)).collect();
            let mut mask = 0;
            for (at, word) in self.words.iter().enumerate() {
                // "Rho" must match whole words: it is not the beginning of another name.
                let begins =
                    |known: &String| known == word || (word.len() > 3 && known.starts_with(word.as_str()));
                mask |= u16::from(words.iter().any(begins)) << at;
            }
            mask
        };
        Mask { own: of(own), wider: of(wider) }
    }

    /// Whether words were given.
    pub fn is_asked(&self) -> bool {
        !self.words.is_empty()
    }

    /// Whether all the words are matched.
    pub(crate) fn has_all(&self, mask: Mask) -> bool {
        (mask.own | mask.wider).count_ones() as usize == self.words.len()
    }

    /// The words that match nothing; a year is matched if any date has it.
    pub fn unknown(&self) -> Vec<String> {
        let unknown = |(at, word): &(usize, &String)| {
            self.known & (1 << at) == 0 && !word.chars().all(|c| c.is_ascii_digit())
        };
        self.words.iter().enumerate().filter(unknown).map(|(_, word)| word.clone()).collect()
    }

    /// The words that a candidate matches.
    pub(crate) fn mask(&mut self, candidate: &Candidate<'a>) -> Mask {
        if self.words.is_empty() {
            return Mask::default();
        }
        match candidate {
            Candidate::Value(occurrence) => self.of_value(occurrence, candidate.key()),
            Candidate::Cell(cell) => self.of_cell(cell),
            Candidate::Note(note) => {
                let subject = self.subjects.get(&Key::Id(note.id)).copied().unwrap_or_default();
                let mask = subject.with(self.said(&[&both(note.text)]));
                let Some((area, year)) = note.cell else { return mask };
                let area = self.areas.get(area.code.as_str()).copied().unwrap_or_default();
                mask.with(area).with(self.year(&year.to_string()))
            }
            Candidate::Need(need) => {
                let what = self.said(&[&both(&need.standard.what), "standard"]);
                need.base.map_or(what, |base| what.with(self.of_owner(&base)))
            }
            Candidate::Change(change) => {
                let before = change.before.reference.map(|at| self.year(&at.year().to_string()));
                self.of_value(&change.after, candidate.key()).with(before.unwrap_or_default())
            }
        }
    }

    /// The words that are in these texts, which are known from then on.
    fn said(&mut self, texts: &[&str]) -> Mask {
        let mask = self.answer(texts, &[]);
        self.known |= mask.own;
        mask
    }

    /// The words that the place and the date of a value have.
    fn of_owner(&self, occurrence: &Occurrence<'a>) -> Mask {
        let owner = match occurrence.owner {
            Owner::Unit(level, unit, _) => self.units[level as usize].get(unit).copied(),
            Owner::Area(area) => self.areas.get(area.code.as_str()).copied(),
        };
        let date = occurrence.reference.map_or(Mask::default(), |at| self.year(&at.year().to_string()));
        owner.unwrap_or_default().with(date)
    }

    fn of_value(&self, occurrence: &Occurrence<'a>, key: Key<'a>) -> Mask {
        let subject = match occurrence.subject {
            // A variable may have the id of an indicator that measures more than the variable does.
            Subject::Variable(..) | Subject::Indicator(_) | Subject::Published(_) => self.subjects.get(&key),
        };
        let method = Method::ALL.iter().position(|method| *method == occurrence.method);
        let method = method.map_or(Mask::default(), |at| self.methods[at]);
        subject.copied().unwrap_or_default().with(self.of_owner(occurrence)).with(method)
    }

    fn of_cell(&mut self, cell: &PrintedCell<'a>) -> Mask {
        let named = cell.indicator.and_then(|indicator| self.subjects.get(&Key::Id(&indicator.id)));
        let area = cell.area.and_then(|area| self.areas.get(area.code.as_str()));
        let own =
            self.answer(&[cell.territory, cell.measure], &[cell.table, &cell.dataset.replace('_', " ")]);
        let mask = [named, area].into_iter().flatten().fold(own, |mask, other| mask.with(*other));
        self.known |= mask.own | mask.wider;
        mask.with(self.year(cell.year))
    }

    fn year(&self, year: &str) -> Mask {
        let at = self.words.iter().position(|word| word == year);
        Mask { own: at.map_or(0, |at| 1 << at), wider: 0 }
    }
}

/// The words of a text, without case and accents.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let folded = folded(text);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 1)
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

fn both(text: &Bilingual) -> String {
    format!("{} {}", text.it, text.en)
}

fn both_texts(text: crate::i18n::Text) -> String {
    format!("{} {}", text.it, text.en)
}

/// Words that people put before a name: "Comune", "Ambito".
fn kind_words(level: Level) -> crate::i18n::Text {
    match level {
        Level::Comuni => texts::HIT_COMUNE,
        Level::Ambiti => texts::HIT_AMBITO,
        Level::Asst => texts::HIT_ASST,
        Level::Ats => texts::HIT_ATS,
    }
}
