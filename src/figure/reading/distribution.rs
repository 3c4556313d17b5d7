//! Values at one date on a map or in a ranking, in sentences.

use crate::base::{Date, Level};
use crate::data::{Absence, Atlas, Bounds, Caption, Method, Reference, Scale};
use crate::document::SeriesSpec;
use crate::figure::map::kinds::change::Moved;
use crate::figure::precision::{self, Holders};
use crate::figure::ranking::MemberRange;
use crate::figure::series::SeriesModel;
use crate::figure::wording::absence_text;
use crate::i18n::{Lang, texts, within_sentence};
use crate::stats::Place;
use crate::stats::describe::describe;

use super::classes;
use super::voice::{Voice, capital, method_sentence};

/// The most selected territories mentioned one by one; more are counted.
pub(crate) const MOST_NAMED: usize = 3;
/// The fewest values for which the middle half says more than the extremes.
const SPREAD: usize = 8;

/// A territory with a value.
pub(crate) struct Fact<'a> {
    pub name: &'a str,
    pub value: f64,
    /// Whether it is selected.
    pub selected: bool,
    /// The range of its Comuni, if the figure shows it.
    pub range: Option<MemberRange>,
}

/// The facts on all territories of a level.
#[derive(Default)]
pub(crate) struct Facts<'a> {
    /// Territories with a value.
    pub present: Vec<Fact<'a>>,
    /// Territories without: name, reason, between what the value lies, whether it is selected.
    pub absent: Vec<(&'a str, Absence, Bounds, bool)>,
    /// The overall value, where the others can be compared with it.
    pub overall: Option<f64>,
    /// The decimals that the figure needs for it, if more than its own.
    pub overall_decimals: usize,
}

/// The sentences for a column of a table: the extremes and the overall value.
pub fn column(voice: &Voice<'_>, mut facts: Facts<'_>, date: Date, method: Method) -> Vec<String> {
    if facts.present.is_empty() {
        // Beside other columns it must be said of which.
        let verb = voice.verb(texts::READ_HAS_NONE, texts::READ_HAVE_NONE);
        return vec![capital(&texts::read_no_values(
            voice.lang,
            voice.when(date.into()),
            voice.subject(),
            verb,
        ))];
    }
    if voice.indicator.kind.scale() == Scale::Names {
        return categories(voice, &facts, date.into());
    }
    facts.present.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.name.cmp(b.name)));
    let own = voice.indicator.decimals;
    let finer = voice.finer(decimals(voice, &facts));
    let voice = &Voice { indicator: &finer, ..*voice };
    std::iter::once(extremes(voice, &facts, date))
        .chain(unit(voice, &facts))
        .chain(overall(voice, &facts, method))
        .chain(unrounded(voice, own, &facts))
        .collect()
}

/// The decimals of the values that are compared. The alternative text has the same.
pub fn decimals(voice: &Voice<'_>, facts: &Facts<'_>) -> usize {
    precision::apart(voice.indicator.decimals, &compared(facts))
}

/// The decimals of the overall value, which is compared with an earlier one too.
pub fn decimals_of_overall(voice: &Voice<'_>, facts: &Facts<'_>, date: Date, atlas: &Atlas) -> usize {
    let own = voice.indicator.decimals;
    let before = before(voice, facts, date, atlas);
    let since_then: Vec<f64> = before.iter().map(|before| before.value).chain(facts.overall).collect();
    let most = before.map_or(usize::MAX, |before| before.most_decimals);
    let since_then = precision::apart(own, &since_then).min(most);
    decimals(voice, facts).max(since_then).max(facts.overall_decimals)
}

pub fn sentences(
    voice: &Voice<'_>,
    mut facts: Facts<'_>,
    date: Date,
    method: Method,
    atlas: &Atlas,
) -> Vec<String> {
    if voice.indicator.kind.scale() == Scale::Names {
        return categories(voice, &facts, date.into());
    }
    facts.present.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.name.cmp(b.name)));
    if voice.level == Level::Ats {
        facts.overall = None;
    }
    let own = voice.indicator.decimals;
    let before = before(voice, &facts, date, atlas);
    let finest = voice.finer(decimals_of_overall(voice, &facts, date, atlas));
    let of_overall = &Voice { indicator: &finest, ..*voice };
    let finer = voice.finer(decimals(voice, &facts));
    let voice = &Voice { indicator: &finer, ..*voice };
    let mut sentences = vec![extremes(voice, &facts, date)];
    sentences.extend(unit(voice, &facts));
    sentences.extend(method_sentence(voice, method));
    sentences.extend(overall(of_overall, &facts, method).map(|compared| {
        match facts.overall.zip(before.as_ref()) {
            Some((overall, before)) => {
                let since = since(of_overall, overall, before);
                let euros = voice.current_euros().map_or_else(String::new, |euros| format!(" {euros}"));
                format!("{compared} {since}{euros}")
            }
            None => compared,
        }
    }));
    sentences.extend(middle(voice, &facts));
    let compared = facts.present.iter().filter(|fact| fact.selected).take(MOST_NAMED);
    for (i, fact) in compared.enumerate() {
        sentences.extend(selected(voice, &facts, fact, i == 0));
    }
    sentences.extend(unrounded(voice, own, &facts));
    sentences.extend(others(voice, &facts));
    sentences
}

/// The values that the sentences compare: the extremes, the overall value, the selected territories.
fn compared(facts: &Facts<'_>) -> Vec<f64> {
    let by_value = |a: &&Fact<'_>, b: &&Fact<'_>| a.value.total_cmp(&b.value);
    let lowest = facts.present.iter().min_by(by_value);
    let ends = facts.present.iter().max_by(by_value).into_iter().chain(lowest);
    let selected = facts.present.iter().filter(|fact| fact.selected).take(MOST_NAMED);
    ends.chain(selected).map(|fact| fact.value).chain(facts.overall).collect()
}

/// The unit of the values, where there are some.
fn unit(voice: &Voice<'_>, facts: &Facts<'_>) -> Option<String> {
    voice.unit().filter(|_| !facts.present.is_empty())
}

/// The lowest and the highest value.
fn extremes(voice: &Voice<'_>, facts: &Facts<'_>, date: Date) -> String {
    let when = voice.when(Reference::Date(date));
    let (Some(high), Some(low)) = (facts.present.first(), facts.present.last()) else {
        return voice.lang.text(texts::WARN_NO_VALUES).to_owned();
    };
    if facts.present.len() == 1 {
        let verb = voice.verb(texts::READ_IS, texts::READ_ARE);
        let of = voice.of_place(voice.level, low.name);
        return capital(&texts::read_one(
            voice.lang,
            &when,
            voice.subject(),
            &of,
            verb,
            voice.told_value(low.value),
        ));
    }
    if precision::same(low.value, high.value) {
        return capital(&texts::read_equal(voice.lang, &when, voice.of_subject(), voice.value(low.value)));
    }
    let end = |fact: &Fact<'_>| {
        let all = facts.present.iter().map(|other| other.value);
        let holders = Holders::of(voice.indicator.decimals, fact.value, all);
        let exactly = match (holders.exactly, voice.lang) {
            (0 | 1, _) => voice.whose(voice.level, fact.name),
            (n, Lang::It) => format!("di {}", voice.counted(n)),
            (n, Lang::En) => format!("in {}", voice.counted(n)),
        };
        match holders.rounded {
            0 => exactly,
            more => texts::whose_and_rounded(voice.lang, exactly, voice.others(more)),
        }
    };
    let verb = voice.verb(texts::READ_GOES, texts::READ_GO);
    // A step is told by its name, which says more than its number.
    let highest =
        if voice.indicator.kind.has_steps() { voice.value(high.value) } else { voice.bare(high.value) };
    let (from, to) = (voice.from(&voice.value(low.value)), voice.to(&highest));
    capital(&texts::read_span(voice.lang, &when, voice.subject(), verb, &from, end(low), &to, end(high)))
}

/// The overall value, and how many units are above it.
fn overall(voice: &Voice<'_>, facts: &Facts<'_>, method: Method) -> Option<String> {
    // Units made otherwise than the ATS, which always is of all its Comuni together.
    let is_unlike = voice.level != Level::Comuni && !method.is_of_group();
    let overall = facts.overall?;
    let is_above = |value: f64| value > overall && !precision::same(value, overall);
    let above = facts.present.iter().filter(|fact| is_above(fact.value)).count();
    let value = voice.value(overall);
    let written = match &voice.indicator.weight {
        Some(weight) if is_unlike => {
            texts::read_overall_weighted(voice.lang, value, voice.lang.pick(&weight.name))
        }
        None if is_unlike => texts::read_overall_pooled(voice.lang, value),
        _ => value,
    };
    let of = facts.present.len();
    let [above_words, of_words] = voice.some_of(above, of);
    Some(match above {
        _ if of < 2 => return None,
        0 => texts::read_overall_none(voice.lang, &written),
        1 => texts::read_overall_one(voice.lang, &written, &above_words, &of_words),
        _ => texts::read_overall_many(voice.lang, &written, &above_words, &of_words),
    })
}

/// Says that ranks and comparisons are made on unrounded values, where the digits of the indicator do not show it.
fn unrounded(voice: &Voice<'_>, decimals: usize, facts: &Facts<'_>) -> Option<String> {
    let all = || facts.present.iter().map(|fact| fact.value);
    let ranked = facts.present.iter().filter(|fact| fact.selected).take(MOST_NAMED).map(|fact| fact.value);
    let mut told = ranked.chain(facts.overall);
    let is_close = all().count() > 1 && told.any(|value| precision::is_close(decimals, value, all()));
    is_close.then(|| voice.lang.text(texts::UNROUNDED).to_owned())
}

/// The range of the middle half of the values.
fn middle(voice: &Voice<'_>, facts: &Facts<'_>) -> Option<String> {
    let values: Vec<f64> = facts.present.iter().map(|fact| fact.value).collect();
    let compared = describe(&values).ok().filter(|compared| compared.n >= SPREAD)?;
    // Between two steps there is none.
    let is_step = |x: f64| !voice.indicator.kind.has_steps() || x.fract() == 0.0;
    if !is_step(compared.q1) || !is_step(compared.q3) {
        return None;
    }
    let (q1, q3) = (voice.bare(compared.q1), voice.value(compared.q3));
    (voice.value(compared.q1) != q3).then(|| texts::read_middle(voice.lang, voice.of_the_level(), &q1, &q3))
}

/// An earlier value that the overall one is compared with.
struct Before {
    at: Reference,
    value: f64,
    /// The most decimals with which the comparison does not depend on what the source withholds.
    most_decimals: usize,
}

/// The overall value at the first date without a break since.
fn before(voice: &Voice<'_>, facts: &Facts<'_>, date: Date, atlas: &Atlas) -> Option<Before> {
    facts.overall?;
    let spec = SeriesSpec::new(voice.indicator.id.clone(), Vec::new());
    let model = SeriesModel::new(&spec, atlas).ok()?.value;
    let at = model.references.iter().position(|known| *known == Reference::Date(date))?;
    let first = (0..at).find(|first| model.compares(*first, at)).unwrap_or(at);
    let line = model.lines.first()?;
    let ends = (first < at).then(|| [first, at].map(|i| line.limited(i)))?;
    let caption = Caption::from(voice.indicator);
    let moved = Moved::between(ends[0], ends[1], caption).ok()?;
    let own = caption.decimals;
    let most_decimals = moved.most_decimals(ends.map(|(_, bounds)| bounds), own, own + precision::MORE);
    Some(Before { at: model.references[first], value: moved.before, most_decimals })
}

/// That change in words, to follow the current value.
fn since(voice: &Voice<'_>, now: f64, before: &Before) -> String {
    let Before { at, value: before, .. } = *before;
    let (when, value) = (voice.when(at), voice.value(before));
    if precision::same(before, now) {
        return capital(&texts::read_was_same(voice.lang, &when));
    }
    let text = if now > before { texts::read_was_lower } else { texts::read_was_higher };
    capital(&text(voice.lang, when, value))
}

/// The rank of a selected territory, and its Comuni. The first sentence says in which direction ranks are counted.
fn selected(voice: &Voice<'_>, facts: &Facts<'_>, fact: &Fact<'_>, is_first: bool) -> Option<String> {
    if facts.present.len() < 2 {
        return None;
    }
    let standing = Place::among(fact.value, facts.present.iter().map(|other| other.value));
    let beside = facts.overall.map_or("", |overall| voice.beside_overall(fact.value, overall));
    let mut way =
        if is_first { format!(" {}", voice.lang.text(texts::READ_FROM_HIGHEST)) } else { String::new() };
    if standing.is_shared() {
        way += voice.lang.text(texts::READ_TIED);
    }
    let (place, value) = (voice.place(voice.level, fact.name), voice.value(fact.value));
    let (rank, of) = (voice.ordinal(standing.place), voice.number(standing.of));
    let mut compared = capital(&texts::read_selected(voice.lang, &place, &value, &rank, &of, &way, beside));
    if let Some(MemberRange { min, mean, max }) = fact.range
        && min < max
    {
        let [min, max, mean] = [min, max, mean].map(|x| voice.value(x));
        // It follows the sentence on its group, because on a page of several figures the two must stay together.
        compared = format!("{compared} {}", texts::read_members(voice.lang, min, max, mean));
    }
    Some(compared)
}

/// The remaining selected territories, those without a value, and how many others have none.
pub fn others(voice: &Voice<'_>, facts: &Facts<'_>) -> Vec<String> {
    let mut sentences = Vec::new();
    let more = facts.present.iter().filter(|fact| fact.selected).count().saturating_sub(MOST_NAMED);
    if more > 0 && facts.present.len() > 1 {
        sentences.push(texts::read_more(voice.lang, voice.number(more)));
    }
    for (name, reason, bounds, _) in facts.absent.iter().filter(|(.., selected)| *selected).take(MOST_NAMED) {
        let place = voice.place(voice.level, name);
        let reason = absence_text(voice.lang, voice.indicator.into(), *reason, *bounds);
        sentences.push(capital(&texts::read_selected_absent(voice.lang, place, reason)));
    }
    if !facts.absent.is_empty() {
        sentences.push(texts::read_absent(voice.lang, voice.counted(facts.absent.len())));
    }
    sentences
}

/// The sentences about categories, which are names: how many are of each, of which the chosen are, and who has none.
fn categories(voice: &Voice<'_>, facts: &Facts<'_>, at: Reference) -> Vec<String> {
    let (lang, caption) = (voice.lang, Caption::from(voice.indicator));
    let values = facts.present.iter().map(|fact| fact.value);
    let Some(counted) = classes::counts(lang, caption, voice.level, values) else {
        let nothing = lang.text(texts::WARN_NO_VALUES).to_owned();
        return std::iter::once(nothing).chain(others(voice, facts)).collect();
    };
    let by = within_sentence(lang.pick(&voice.indicator.name));
    let mut sentences = vec![capital(&texts::read_classes(lang, voice.when(at), by, counted))];
    if facts.present.len() > 1 {
        for fact in facts.present.iter().filter(|fact| fact.selected).take(MOST_NAMED) {
            let place = voice.place(voice.level, fact.name);
            sentences.push(format!(
                "{}.",
                capital(&texts::read_is_of_class(lang, place, voice.value(fact.value)))
            ));
        }
    }
    sentences.extend(others(voice, facts));
    sentences
}
