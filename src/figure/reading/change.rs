//! Differences between two dates on a map, in sentences.

use crate::base::Date;
use crate::data::Reference;
use crate::figure::map::kinds::change::Direction;
use crate::figure::precision;
use crate::figure::wording::{change_text, owner};
use crate::i18n::texts;

use super::distribution::{Fact, Facts, others};
use super::voice::{Voice, capital};

/// The most selected territories mentioned one by one.
const MOST_NAMED: usize = 3;

/// The decimals of the differences that are compared. The alternative text has the same.
pub fn decimals(voice: &Voice<'_>, facts: &Facts<'_>) -> usize {
    let selected = facts.present.iter().filter(|fact| fact.selected).take(MOST_NAMED);
    let present = || facts.present.iter().map(|fact| fact.value);
    let ends = present().reduce(f64::min).into_iter().chain(present().reduce(f64::max));
    let compared: Vec<f64> = selected.map(|fact| fact.value).chain(ends).chain(facts.overall).collect();
    precision::apart(voice.indicator.decimals, &compared)
}

/// The sentences: how many grew and fell, whether the series breaks in between, the extremes, the overall value, the
/// selected territories.
pub fn sentences(voice: &Voice<'_>, facts: &Facts<'_>, from: Date, to: Date, breaks: bool) -> Vec<String> {
    let finer = voice.finer(decimals(voice, facts));
    let voice = &Voice { indicator: &finer, ..*voice };
    let present = || facts.present.iter().map(|fact| fact.value);
    let lang = voice.lang;
    let written = |x: f64| change_text(lang, voice.indicator, Ok(x));
    let by_value = |a: &&Fact<'_>, b: &&Fact<'_>| a.value.total_cmp(&b.value);
    let (low, high) = (facts.present.iter().min_by(by_value), facts.present.iter().max_by(by_value));
    let (Some(low), Some(high)) = (low, high) else {
        return vec![lang.text(texts::WARN_NO_VALUES).to_owned()];
    };
    let verb = |way| match way {
        Direction::Up => voice.verb(texts::READ_RISES, texts::READ_RISE).to_owned(),
        Direction::Down => voice.verb(texts::READ_FALLS, texts::READ_FALL).to_owned(),
        Direction::Same => voice.verb(texts::READ_STAYS, texts::READ_STAY).to_owned() + &voice.unchanged(),
    };
    // With a single unit there is nothing to count.
    if let ([one], []) = (facts.present.as_slice(), facts.absent.as_slice()) {
        let dates = voice.between([from, to].map(Reference::Date));
        let of = voice.of_place(voice.level, one.name);
        let (verb, change) = (verb(Direction::of(one.value)), written(one.value));
        let mut sentences =
            vec![capital(&texts::read_change_of_one(lang, dates, voice.subject(), of, verb, change))];
        sentences.extend(breaks.then(|| lang.text(texts::READ_CHANGE_BREAK).to_owned()));
        return sentences;
    }
    let of = facts.present.len();
    let groups = Direction::ALL
        .map(|way| (facts.present.iter().filter(|fact| Direction::of(fact.value) == way).count(), verb(way)));
    let groups: Vec<(usize, String)> = groups.into_iter().filter(|(n, _)| *n > 0).collect();
    let compared = |(i, (n, verb)): (usize, &(usize, String))| match i {
        0 => format!("{verb} {}", voice.in_some(*n, of)),
        // The first count named what is counted.
        _ => format!("{verb} in {}", lang.so_many(*n)),
    };
    let groups: Vec<String> = groups.iter().enumerate().map(compared).collect();
    let dates = voice.between([from, to].map(Reference::Date));
    let mut sentences =
        vec![capital(&texts::read_change(voice.lang, &dates, voice.subject(), voice.list(&groups)))];
    sentences.extend(breaks.then(|| lang.text(texts::READ_CHANGE_BREAK).to_owned()));
    if !precision::same(low.value, high.value) {
        let name = |fact: &Fact<'_>| {
            let of = lang.territory(voice.level, fact.name);
            owner(lang, voice.indicator.decimals, &of, fact.value, present())
        };
        let [lowest, highest] = [low, high].map(|fact| written(fact.value));
        sentences.push(texts::read_differences(lang, lowest, name(low), highest, name(high)));
    }
    sentences.extend(voice.current_euros());
    if let Some(overall) = facts.overall {
        sentences.push(texts::read_overall_difference(voice.lang, written(overall)));
    }
    for fact in facts.present.iter().filter(|fact| fact.selected).take(MOST_NAMED) {
        let place = voice.in_place(voice.level, fact.name);
        sentences.push(capital(&texts::read_selected_difference(lang, place, written(fact.value))));
    }
    sentences.extend(others(voice, facts));
    sentences
}
