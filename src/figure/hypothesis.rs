//! A hypothesis in words: what is said of it wherever a figure shows its Ambiti.

use serde_json::{Value as Json, json};

use crate::base::{Code, Level};
use crate::data::{Atlas, Caption, Hypothesis, Moved, Query, Territories};
use crate::document::Spec;
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{Lang, Thing, texts};
use crate::scene::{Cell, Workbook};

use super::precision::apart;
use super::wording::{listed, value_text};

/// How many moves are told one by one where there is little room.
const FEW: usize = 2;
/// The same where there is more.
const SEVERAL: usize = 8;

/// A hypothesis in words.
#[derive(Clone, Debug, PartialEq)]
pub struct HypothesisWords {
    /// "Ipotesi: Settala nell'Ambito di Melzo".
    pub short: String,
    /// A sentence: what moves from where to where, and what it does to the values.
    pub full: String,
    /// Its moves, complete.
    pub json: Json,
}

impl HypothesisWords {
    pub fn of(lang: Lang, hypothesis: &Hypothesis) -> Self {
        Self::about(lang, hypothesis, false)
    }

    /// `is_given` says that all values shown are those a source gives for the official Ambiti.
    fn about(lang: Lang, hypothesis: &Hypothesis, is_given: bool) -> Self {
        Self {
            short: short(lang, hypothesis),
            full: full(lang, hypothesis, is_given),
            json: as_json(hypothesis),
        }
    }

    /// A caption that says it.
    pub fn in_caption(&self, caption: String) -> String {
        match caption.contains(&self.short) {
            true => caption,
            false => format!("{} ({})", caption.trim_end_matches('.'), self.short),
        }
    }

    /// Says it on every sheet: in the column of the Ambiti and below the rows.
    pub(super) fn mark(&self, book: &mut Workbook, lang: Lang) {
        let (official, own) = (lang.level(Level::Ambiti), ambiti_name(lang));
        for sheet in &mut book.sheets {
            for head in sheet.head.iter_mut().filter(|head| *head == official) {
                head.clone_from(&own);
            }
            for cell in sheet.rows.iter_mut().flatten() {
                if let Cell::Text(text) = cell
                    && text == official
                {
                    text.clone_from(&own);
                }
            }
            if !sheet.notes.contains(&self.full) {
                sheet.notes.push(self.full.clone());
            }
        }
    }
}

/// The hypothesis in force, if a figure shows computed values: those of the larger levels are the same, and who reads them must
/// know it. What somebody published knows no hypothesis.
pub fn hypothesis_words(spec: &impl Spec, atlas: &Atlas) -> Option<HypothesisWords> {
    let hypothesis = atlas.hypothesis()?;
    let is_computed = spec.indicators().iter().any(|id| atlas.catalogue.get(id).is_some());
    let is_given = |id: &&str| atlas.indicator(id).is_ok_and(|own| own.known_at >= Level::Ambiti);
    let is_given = spec.indicators().iter().all(is_given);
    is_computed.then(|| HypothesisWords::about(spec.lang(), hypothesis, is_given))
}

/// "Ambiti territoriali (ipotesi)".
fn ambiti_name(lang: Lang) -> String {
    texts::what_if_level(lang, lang.level(Level::Ambiti))
}

/// The name of a level, marked where a hypothesis makes its units.
pub fn level_name(lang: Lang, atlas: &Atlas, level: Level) -> String {
    match atlas.hypothesis().filter(|_| level == Level::Ambiti) {
        Some(_) => ambiti_name(lang),
        None => lang.level(level).to_owned(),
    }
}

/// The name of an Ambito as in headings, marked where a hypothesis changes it: "Ambito di Melzo (ipotesi)".
pub fn marked(lang: Lang, atlas: &Atlas, level: Level, code: &Code, name: String) -> String {
    let hypothesis = atlas.hypothesis().filter(|_| level == Level::Ambiti);
    match hypothesis.is_some_and(|hypothesis| hypothesis.touches(code)) {
        true => texts::what_if_level(lang, name),
        false => name,
    }
}

/// What a hypothesis does to the values of the Ambiti that it changes, before and after: a sentence each.
pub(super) fn changed(lang: Lang, atlas: &Atlas, query: &Query) -> Vec<String> {
    let (Some(hypothesis), Ok(indicator)) = (atlas.hypothesis(), atlas.indicator(&query.indicator)) else {
        return Vec::new();
    };
    if query.level != Level::Ambiti {
        return Vec::new();
    }
    let value = |territories: &Territories, code: &Code| {
        let unit = &territories.units(Level::Ambiti)[territories.position(Level::Ambiti, code)?];
        atlas.value_of(&query.indicator, query.date, &unit.members, query.method).ok()
    };
    let touched = hypothesis.touched();
    let one = |(name, code): &(&String, &Code)| {
        let (before, after) = (value(&hypothesis.official, code), value(&atlas.territories, code));
        let known: Vec<f64> = [before, after].into_iter().flatten().flatten().collect();
        let decimals = match known.as_slice() {
            [a, b] if a != b => apart(indicator.decimals, &[*a, *b]),
            _ => indicator.decimals,
        };
        let caption = Caption { decimals, ..indicator.into() };
        let text = |value: f64| value_text(lang, caption, Ok(value));
        let place = lang.territory(Level::Ambiti, name);
        Some(match (before, after) {
            (Some(Ok(a)), Some(Ok(b))) if text(a) == text(b) => texts::what_if_stays(lang, place, text(a)),
            (Some(Ok(a)), Some(Ok(b))) => texts::what_if_goes(lang, place, text(a), text(b)),
            (None, Some(Ok(b))) => texts::what_if_begins(lang, place, text(b)),
            (Some(Ok(a)), None) => texts::what_if_ends(lang, place, text(a)),
            _ => return None,
        })
    };
    let mut sentences: Vec<String> = touched.iter().take(SEVERAL).filter_map(one).collect();
    if let Some(more) = touched.len().checked_sub(SEVERAL).filter(|more| *more > 0) {
        sentences.push(texts::what_if_others_change(lang, more));
    }
    sentences
}

fn short(lang: Lang, hypothesis: &Hypothesis) -> String {
    let Hypothesis { what_if, moved, .. } = hypothesis;
    let is_few = moved.len() <= FEW && moved.iter().all(|one| one.is_whole || one.comuni.len() <= FEW + 1);
    let what = match is_few {
        true => moved.iter().map(|one| briefly(lang, one)).collect::<Vec<_>>().join("; "),
        false => {
            let comuni = moved.iter().map(|one| one.comuni.len()).sum();
            texts::what_if_many(lang, lang.count(comuni, Thing::Comune))
        }
    };
    match what_if.name.trim() {
        "" => texts::what_if_short(lang, what),
        name => texts::what_if_named(lang, name, what),
    }
}

/// "Settala nell'Ambito di Melzo".
fn briefly(lang: Lang, moved: &Moved) -> String {
    let to = ambito(lang, Preposition::In, &moved.to.1);
    match moved.is_whole {
        true => texts::what_if_whole_in(lang, lang.territory(Level::Ambiti, &moved.from.1), to),
        false => texts::what_if_in(lang, comuni(lang, moved), to),
    }
}

fn full(lang: Lang, hypothesis: &Hypothesis, is_given: bool) -> String {
    let moved = &hypothesis.moved;
    let one = |one: &Moved| {
        let (from, to) = (&one.from.1, ambito(lang, Preposition::A, &one.to.1));
        match one.is_whole {
            true => texts::what_if_whole_to(lang, lang.territory(Level::Ambiti, from), to),
            false => texts::what_if_to(lang, comuni(lang, one), ambito(lang, Preposition::Da, from), to),
        }
    };
    let mut all: Vec<String> = moved.iter().take(SEVERAL).map(one).collect();
    if let Some(more) = moved.len().checked_sub(SEVERAL).filter(|more| *more > 0) {
        all.push(texts::what_if_more(lang, more));
    }
    let what = all.join("; ");
    let becomes = lang.text(if is_given { texts::WHAT_IF_AS_GIVEN } else { texts::WHAT_IF_COMPUTED });
    match hypothesis.what_if.name.trim() {
        "" => texts::what_if_full(lang, what, becomes),
        name => texts::what_if_full_named(lang, name, what, becomes),
    }
}

/// The names of the Comuni or, if there are many, their number.
fn comuni(lang: Lang, moved: &Moved) -> String {
    if moved.comuni.len() > SEVERAL {
        return lang.count(moved.comuni.len(), Thing::Comune);
    }
    listed(lang, &moved.comuni.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>())
}

/// An Ambito after a preposition: "nell'Ambito di Melzo", "to the Ambito of Melzo".
fn ambito(lang: Lang, preposition: Preposition, name: &str) -> String {
    match (lang, preposition) {
        (Lang::It, _) => italian::place(Some(preposition), Level::Ambiti, name),
        (Lang::En, Preposition::Da) => format!("from the {}", lang.territory(Level::Ambiti, name)),
        (Lang::En, Preposition::In) => format!("in the {}", lang.territory(Level::Ambiti, name)),
        (Lang::En, _) => format!("to the {}", lang.territory(Level::Ambiti, name)),
    }
}

fn as_json(hypothesis: &Hypothesis) -> Json {
    let moved = hypothesis.moved.iter().map(|one| {
        let pair = |(code, name): &(Code, String)| json!({ "code": code.as_str(), "name": name });
        json!({
            "from": pair(&one.from), "to": pair(&one.to), "whole": one.is_whole,
            "comuni": one.comuni.iter().map(pair).collect::<Vec<_>>(),
        })
    });
    json!({ "name": hypothesis.what_if.name, "moved": moved.collect::<Vec<_>>() })
}
