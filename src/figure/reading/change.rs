//! Differences between two dates, in a map.

use crate::base::Date;
use crate::figure::wording::change_text;
use crate::i18n::{self, Lang, italian, texts};

use super::distribution::{Facts, others};
use super::voice::Voice;

/// Chosen territories told one by one.
const TOLD: usize = 3;

/// The sentences: in how many it grew and fell, the extremes, the whole, the chosen.
pub fn sentences(voice: &Voice<'_>, facts: &Facts<'_>, from: Date, to: Date) -> Vec<String> {
    let lang = voice.lang;
    let written = |x: f64| change_text(lang, voice.indicator, Ok(x));
    let by_value = |a: &&super::Fact<'_>, b: &&super::Fact<'_>| a.value.total_cmp(&b.value);
    let (low, high) = (facts.present.iter().min_by(by_value), facts.present.iter().max_by(by_value));
    let (Some(low), Some(high)) = (low, high) else {
        return vec![lang.text(texts::WARN_NO_VALUES).to_owned()];
    };
    let count = |keep: fn(f64) -> bool| facts.present.iter().filter(|fact| keep(fact.value)).count();
    let dates = [from, to].map(|date| i18n::date(lang, date));
    let (up, down) = (count(|x| x > 0.0), count(|x| x < 0.0));
    let [rises, falls] = [(texts::READ_RISES, texts::READ_RISE), (texts::READ_FALLS, texts::READ_FALL)]
        .map(|(one, many)| voice.verb(one, many));
    let subject = voice.subject();
    let one_way = |verb, n| {
        let [n, of] = voice.some_of(n, facts.present.len());
        voice.say(texts::READ_CHANGE_ONE_WAY, &[&dates[0], &dates[1], &subject, verb, &n, &of])
    };
    let mut sentences = vec![match (up, down) {
        (0, 0) => voice.say(texts::READ_CHANGE_NONE, &[&dates[0], &dates[1]]),
        (up, 0) => one_way(rises, up),
        (0, down) => one_way(falls, down),
        (up, down) => {
            let (up, down) = (voice.counted(up), voice.number(down));
            voice.say(texts::READ_CHANGE, &[&dates[0], &dates[1], &subject, rises, &up, falls, &down])
        }
    }];
    if written(low.value) != written(high.value) {
        let ends = [low, high].map(|fact| (written(fact.value), voice.whose(voice.level, fact.name)));
        let number = |preposition, text: &str| match lang {
            Lang::It => italian::number(preposition, text, false),
            Lang::En => text.to_owned(),
        };
        let (from, to) =
            (number(italian::Preposition::Da, &ends[0].0), number(italian::Preposition::A, &ends[1].0));
        sentences.push(voice.say(texts::READ_DIFFERENCES, &[&from, &ends[0].1, &to, &ends[1].1]));
    }
    if let Some(whole) = facts.whole {
        sentences.push(voice.say(texts::READ_WHOLE_DIFFERENCE, &[&written(whole)]));
    }
    for fact in facts.present.iter().filter(|fact| fact.chosen).take(TOLD) {
        let parts = [&voice.in_place(voice.level, fact.name), &written(fact.value)];
        sentences.push(voice.say(texts::READ_CHOSEN_DIFFERENCE, &parts.map(String::as_str)));
    }
    sentences.extend(others(voice, facts));
    sentences
}
