//! Finding a territory, an indicator or a saved set by typing, with tolerance for typing errors.

use std::cmp::Ordering;

use crate::base::{Code, Level};
use crate::data::{Caption, Catalogue, NamedSet, Theme};
use crate::figure::map::importance;
use crate::i18n::{Lang, Text, Thing, folded, texts};
use crate::io::Bundle;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitKind {
    /// A territory of that level.
    Territory(Level, Code),
    /// The indicator with this id.
    Indicator(String),
    /// The saved set with this name.
    Set(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub kind: HitKind,
    pub name: String,
    /// What distinguishes it from others of the same name: "Comune · Ambito di Corsico".
    pub context: String,
}

/// How well something matches; less is better. Exact names come first, then names that start with the typed text,
/// then words that do, then matches of kind or code, then synonyms, and finally words with typing errors, by number
/// of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Exact,
    Beginning,
    Words,
    Kind,
    Synonym,
    Misspelt(usize),
}

/// Something that can be found.
struct Candidate {
    hit: Hit,
    /// Words of the name, folded.
    words: Vec<String>,
    /// Other words it matches, without tolerance for errors: its kind, its code.
    also: Vec<String>,
    /// Residents, or for a group those of its largest Comune: an Ambito is as well known as the town it is named
    /// after, so the two rank together.
    importance: f64,
    /// By level, smallest first; then sets, then indicators.
    order: usize,
}

/// Finds up to `limit` matches of `typed`, best first.
///
/// Accents, case, punctuation, joined words and the order of words do not matter; the last word may be incomplete.
/// Letters may be wrong, swapped, missing or superfluous: one in words of four or more letters, two in words of seven
/// or more, and none in numbers, since another code is another Comune. O(names × words), a few hundred of each: call
/// it when the text changes, not every frame.
pub fn search(bundle: &Bundle, sets: &[NamedSet], typed: &str, lang: Lang, limit: usize) -> Vec<Hit> {
    let typed = words(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let candidates = candidates(bundle, sets, lang);
    let catalogue = &bundle.atlas.catalogue;
    let by = |rank: fn(&Candidate, &[String]) -> Option<Rank>| -> Vec<(Rank, &Candidate)> {
        candidates.iter().filter_map(|c| Some((rank(c, &typed)?, c))).collect()
    };
    let mut found = by(well_spelt);
    // Matches by synonym come after matches by name.
    let is_listed = |own: &Candidate| found.iter().any(|(_, listed)| listed.hit == own.hit);
    let by_synonyms: Vec<(Rank, &Candidate)> = candidates
        .iter()
        .filter(|own| matches!(own.hit.kind, HitKind::Indicator(_)) && !is_listed(own))
        .filter(|own| {
            typed
                .iter()
                .all(|typed| is_known(&[own.words.clone(), own.also.clone()].concat(), typed, catalogue))
        })
        .map(|own| (Rank::Synonym, own))
        .collect();
    found.extend(by_synonyms);
    if found.is_empty() {
        found = by(misspelt);
    }
    let better = |a: &(Rank, &Candidate), b: &(Rank, &Candidate)| -> Ordering {
        let by_importance = b.1.importance.total_cmp(&a.1.importance);
        a.0.cmp(&b.0).then(by_importance).then(a.1.order.cmp(&b.1.order))
    };
    // A stable sort: ties keep the order of the catalogue and of the units.
    found.sort_by(better);
    found.into_iter().take(limit).map(|(_, candidate)| candidate.hit.clone()).collect()
}

/// Whether an indicator matches every typed word: by a word of its name, unit, id, theme or other searchable text, in
/// either language, or by a synonym. A typed word may be only the beginning of a word.
pub fn answers(indicator: &Caption<'_>, theme: Option<&Theme>, typed: &str, catalogue: &Catalogue) -> bool {
    let known = words_of(indicator, theme);
    words(typed).iter().all(|typed| is_known(&known, typed, catalogue))
}

/// All the words an indicator can be found by.
fn words_of(indicator: &Caption<'_>, theme: Option<&Theme>) -> Vec<String> {
    let told = [
        Some(indicator.name),
        Some(indicator.short),
        Some(indicator.unit),
        indicator.words,
        theme.map(|t| &t.name),
    ];
    let told = told.into_iter().flatten().flat_map(|text| [&text.it, &text.en]);
    let mut known: Vec<String> = told.flat_map(|text| words(text)).collect();
    known.extend(words(indicator.id));
    known
}

/// Whether one of those words starts with the typed word or with a synonym of it.
fn is_known(known: &[String], typed: &str, catalogue: &Catalogue) -> bool {
    let begins = |stem: &str| {
        let mut parts = stem.split(' ');
        let Some(first) = parts.next() else { return false };
        let rest: Vec<&str> = parts.collect();
        known.iter().enumerate().any(|(at, word)| {
            let follows = || rest.iter().zip(known.get(at + 1..).unwrap_or_default());
            word.starts_with(first)
                && rest.len() == follows().count()
                && follows().all(|(part, word)| word.starts_with(part))
        })
    };
    begins(typed) || catalogue.synonyms_of(typed).any(begins)
}

/// The words of a text, folded; apostrophes, hyphens and the like separate words.
fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn well_spelt(candidate: &Candidate, typed: &[String]) -> Option<Rank> {
    // Joined, so that "sandonato" and "cassano dadda" are found too.
    let (name, query) = (candidate.words.concat(), typed.concat());
    if name == query {
        return Some(Rank::Exact);
    }
    if name.starts_with(&query) {
        return Some(Rank::Beginning);
    }
    let begins = |words: &[String], typed: &str| words.iter().any(|word| word.starts_with(typed));
    if typed.iter().all(|typed| begins(&candidate.words, typed)) {
        // The same words in another order are the same name.
        let same = typed.len() == candidate.words.len() && typed.iter().all(|t| candidate.words.contains(t));
        return Some(if same { Rank::Exact } else { Rank::Words });
    }
    typed
        .iter()
        .all(|typed| begins(&candidate.words, typed) || begins(&candidate.also, typed))
        .then_some(Rank::Kind)
}

fn misspelt(candidate: &Candidate, typed: &[String]) -> Option<Rank> {
    let errors = |typed: &String| -> Option<usize> {
        let known = candidate.words.iter().chain(&candidate.also);
        if known.clone().any(|word| word.starts_with(typed.as_str())) {
            return Some(0);
        }
        candidate.words.iter().filter_map(|word| errors(typed, word)).min()
    };
    typed.iter().map(errors).sum::<Option<usize>>().map(Rank::Misspelt)
}

/// Twice the number of typing errors in a word, plus one if the word is incomplete; `None` if there are too many.
fn errors(typed: &str, word: &str) -> Option<usize> {
    let letters = typed.chars().count();
    let allowed = match letters {
        _ if typed.chars().any(|c| c.is_ascii_digit()) => return None,
        0..4 => return None,
        4..7 => 1,
        _ => 2,
    };
    let whole = strsim::osa_distance(typed, word);
    if whole <= allowed {
        return Some(2 * whole);
    }
    let length = word.chars().count();
    (letters.saturating_sub(allowed)..=letters + allowed)
        .filter(|&cut| cut < length)
        .map(|cut| strsim::osa_distance(typed, &word.chars().take(cut).collect::<String>()))
        .filter(|&distance| distance <= allowed)
        .min()
        .map(|distance| 2 * distance + 1)
}

fn candidates(bundle: &Bundle, sets: &[NamedSet], lang: Lang) -> Vec<Candidate> {
    let atlas = &bundle.atlas;
    let latest = atlas.datasets.iter().flat_map(|dataset| dataset.dates().flatten()).max();
    let residents = latest.map(|date| importance(atlas, Level::Comuni, date)).unwrap_or_default();
    let territories = &atlas.territories;
    let mut out = Vec::new();
    for level in Level::ALL {
        let kind = lang.text(kind(level));
        for unit in territories.units(level) {
            let context = match level {
                Level::Comuni => {
                    let comune = &territories.comuni()[unit.members[0]];
                    texts::hit_comune_in(lang, lang.territory(Level::Ambiti, &comune.ambito.1))
                }
                _ => texts::hit_group(lang, kind, lang.count(unit.members.len(), Thing::Comune)),
            };
            let of_members = unit.members.iter().filter_map(|&member| residents.get(member).copied());
            let mut also = words(lang.text(kind_words(level)));
            also.push(unit.code.as_str().to_owned());
            // Spreadsheets strip the leading zeros of codes.
            also.push(unit.code.as_str().trim_start_matches('0').to_owned());
            out.push(Candidate {
                words: words(&unit.name),
                also,
                importance: of_members.fold(0.0, f64::max),
                order: level as usize,
                hit: Hit {
                    kind: HitKind::Territory(level, unit.code.clone()),
                    name: lang.among_others(level, &unit.name),
                    context,
                },
            });
        }
    }
    for set in sets {
        out.push(Candidate {
            words: words(&set.name),
            also: words(lang.text(texts::HIT_SET)),
            importance: 0.0,
            order: Level::ALL.len(),
            hit: Hit {
                kind: HitKind::Set(set.name.clone()),
                name: set.name.clone(),
                context: texts::hit_set_of(lang, set.codes.len()),
            },
        });
    }
    let computed = atlas.catalogue.indicators().iter().map(|i| (Caption::from(i), &i.theme));
    let published = atlas.published_indicators().iter().map(|p| (Caption::from(p), &p.theme));
    for (indicator, theme) in computed.chain(published) {
        let theme = atlas.catalogue.themes().iter().find(|known| known.id == *theme);
        let also = words_of(&indicator, theme);
        let mut context = match theme {
            Some(theme) => texts::hit_indicator_of(lang, lang.pick(&theme.name)),
            None => lang.text(texts::HIT_INDICATOR).to_owned(),
        };
        let mark = if indicator.as_published { lang.text(texts::AS_PUBLISHED) } else { "" };
        if indicator.as_published {
            context = format!("{context} · {mark}");
        }
        let name = lang.pick(indicator.name);
        let kind = [lang.text(texts::HIT_INDICATOR), mark];
        out.push(Candidate {
            words: words(name),
            also: kind.iter().flat_map(|text| words(text)).chain(also).collect(),
            importance: 0.0,
            order: Level::ALL.len() + 1 + usize::from(indicator.as_published),
            hit: Hit { kind: HitKind::Indicator(indicator.id.to_owned()), name: name.to_owned(), context },
        });
    }
    out
}

fn kind(level: Level) -> Text {
    match level {
        Level::Comuni => texts::HIT_COMUNE,
        Level::Ambiti => texts::HIT_AMBITO,
        Level::Asst => texts::HIT_ASST,
        Level::Ats => texts::HIT_ATS,
    }
}

/// Words people put before a name: "comune di", "ambito di".
fn kind_words(level: Level) -> Text {
    match level {
        Level::Comuni => texts::HIT_WORDS_COMUNE,
        Level::Ambiti => texts::HIT_WORDS_AMBITO,
        Level::Asst => texts::HIT_WORDS_ASST,
        Level::Ats => texts::HIT_WORDS_ATS,
    }
}
