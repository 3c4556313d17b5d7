//! The texts of an age pyramid: title, footer, alternative text, reading.

use crate::base::Level;
use crate::data::{Indicator, Value};
use crate::document::{AgeBands, PyramidMeasure, PyramidSpec};
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::precision::apart;
use crate::figure::quality::in_words;
use crate::figure::reading::voice::capital;
use crate::figure::view::Prepared;
use crate::figure::wording::{listed, on_its_own, reference_phrase};
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{self, Lang, texts};

use super::PyramidView;
use super::model::{Ages, Gap, Population, PyramidModel};

/// The most bars with equally many residents that are named.
const MOST_NAMED: usize = 3;
const DECIMALS: usize = 1;

/// A percentage, or why there is none.
pub fn percent(lang: Lang, share: Value, decimals: usize) -> String {
    match share {
        Ok(x) => format!("{}%", i18n::number(lang, x, decimals)),
        Err(absence) => lang.absence(absence).to_owned(),
    }
}

pub fn count(lang: Lang, value: Value) -> String {
    value.map_or_else(|absence| lang.absence(absence).to_owned(), |x| i18n::number(lang, x, 0))
}

/// The ages of a bar in words.
pub fn ages(lang: Lang, Ages { from, to }: Ages) -> String {
    match to {
        None => texts::pyramid_open(lang, from),
        Some(1) if from == 1 => lang.text(texts::PYRAMID_AGE_ONE).to_owned(),
        Some(to) if to == from => texts::pyramid_age(lang, from),
        Some(to) => texts::pyramid_ages(lang, from, to),
    }
}

/// The same on the axis.
pub fn tick(Ages { from, to }: Ages) -> String {
    match to {
        None => format!("{from}+"),
        Some(to) if to == from => from.to_string(),
        Some(to) => format!("{from}–{to}"),
    }
}

/// The three groups in words.
pub fn group_names(lang: Lang) -> [String; 3] {
    use super::model::GROUPS;
    let [adult, old] = GROUPS;
    [
        ages(lang, Ages { from: 0, to: Some(adult - 1) }),
        ages(lang, Ages { from: adult, to: Some(old - 1) }),
        ages(lang, Ages { from: old, to: None }),
    ]
}

/// A territory on its own: "Ambito di Corsico", "Comune di Corsico", "ATS".
pub fn territory(lang: Lang, of: &Population) -> String {
    on_its_own(lang, of.level, &of.name)
}

/// A population among those of the figure: its territory or, where that is the same, its date.
pub fn named(lang: Lang, model: &PyramidModel, of: &Population) -> String {
    if model.is_over_time() { i18n::date(lang, of.date) } else { territory(lang, of) }
}

/// A population after "rispetto": "all'ATS", "al 1/1/2022".
fn beside(lang: Lang, model: &PyramidModel, of: &Population) -> String {
    match (lang, model.is_over_time()) {
        (Lang::It, true) => i18n::joined_date(lang, Preposition::A, of.date),
        (Lang::It, false) => italian::place(Some(Preposition::A), of.level, &of.name),
        (Lang::En, true) => i18n::date(lang, of.date),
        (Lang::En, false) => the(lang, of),
    }
}

fn the(lang: Lang, of: &Population) -> String {
    let bare = territory(lang, of);
    if matches!(of.level, Level::Comuni) { of.name.clone() } else { format!("the {bare}") }
}

/// "Nell'Ambito di Corsico".
fn inside(lang: Lang, of: &Population) -> String {
    capital(&match lang {
        Lang::It => italian::place(Some(Preposition::In), of.level, &of.name),
        Lang::En => format!("in {}", the(lang, of)),
    })
}

/// A key entry's other side: "l'ATS", "al 1/1/2022".
pub fn key_other(lang: Lang, model: &PyramidModel, of: &Population) -> String {
    match (lang, model.is_over_time()) {
        (Lang::It, true) => i18n::joined_date(lang, Preposition::A, of.date),
        (Lang::It, false) => italian::place(Some(Preposition::In), of.level, &of.name),
        (Lang::En, true) => format!("on {}", i18n::date(lang, of.date)),
        (Lang::En, false) => format!("in {}", the(lang, of)),
    }
}

/// The date with what its counts are worth: "al 1/1/2023 (stima)".
fn when(lang: Lang, of: &Population) -> String {
    in_words(lang, reference_phrase(lang, of.date.into()), of.quality)
}

pub fn title(lang: Lang, model: &PyramidModel) -> String {
    let own = territory(lang, &model.own);
    let of = match &model.other {
        Some(other) if !model.is_over_time() => texts::pyramid_two(lang, own, territory(lang, other)),
        _ => own,
    };
    texts::pyramid_title(lang, of)
}

pub fn subtitle(spec: &PyramidSpec, model: &PyramidModel) -> String {
    let lang = spec.lang;
    let what = lang.text(match spec.measure {
        PyramidMeasure::Shares => texts::PYRAMID_SHARES_OF,
        PyramidMeasure::Counts => texts::PYRAMID_COUNTS_OF,
    });
    let bands = lang.text(match spec.bands {
        AgeBands::FiveYears => texts::PYRAMID_BY_FIVE,
        AgeBands::SingleYears => texts::PYRAMID_BY_ONE,
    });
    let dates = match &model.other {
        Some(other) if model.is_over_time() => texts::both(lang, when(lang, &model.own), when(lang, other)),
        _ => when(lang, &model.own),
    };
    texts::pyramid_subtitle(lang, what, bands, dates)
}

/// What the scale has room for.
pub fn scale_note(lang: Lang, model: &PyramidModel) -> Option<String> {
    model.most?;
    Some(match (model.common_to, model.exceeds) {
        (_, true) => lang.text(texts::PYRAMID_SCALE_EXCEEDS).to_owned(),
        (Some(count), _) => {
            let count = i18n::number(lang, count as f64, 0);
            let all = match lang {
                Lang::It => italian::all_of(&count, Level::Ambiti),
                Lang::En => texts::pyramid_all_ambiti(lang, count),
            };
            texts::pyramid_scale_common(lang, all)
        }
        (None, _) => lang.text(texts::PYRAMID_SCALE_OWN).to_owned(),
    })
}

/// Source and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, PyramidView>, indicator: &Indicator) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let dates: Vec<_> = match model.is_over_time() {
        true => model.populations().collect(),
        false => vec![&model.own],
    };
    let credit = |of: &&Population| footer::source(lang, indicator, &when(lang, of));
    let mut source = Footer { sources: dates.iter().take(1).map(credit).collect(), ..Footer::default() };
    for of in dates.iter().skip(1) {
        source.absorb(Footer { sources: vec![credit(of)], ..Footer::default() });
    }
    let mut lines = Vec::new();
    if spec.measure == PyramidMeasure::Shares {
        lines.push(lang.text(texts::PYRAMID_SHARE_NOTE).to_owned());
    }
    lines.extend(scale_note(lang, model));
    lines.extend(counted(lang, model));
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    let days: Vec<_> = dates.iter().map(|of| of.date).collect();
    lines.extend(footer::remarks(lang, sources.atlas, &model.datasets, &days));
    Footer { sources: source.sources, remarks: lines, credits: vec![Credit::Program] }
}

/// Where the ages do not add up to the residents as they are counted: both numbers are printed of the same day.
pub fn counted(lang: Lang, model: &PyramidModel) -> Vec<String> {
    let of = |of: &Population| {
        let ((counted, quality), total) = (of.counted?, of.total.ok()?);
        let when = in_words(lang, reference_phrase(lang, of.date.into()), quality);
        let [counted, total] = [counted, total].map(|count| i18n::number(lang, count, 0));
        Some(texts::pyramid_counted(lang, inside(lang, of), when, counted, total))
    };
    model.populations().filter_map(of).collect()
}

/// A bar in words, for tooltips and screen readers.
pub fn bar(lang: Lang, model: &PyramidModel, band: usize, sex: usize) -> String {
    let sexes = [texts::PYRAMID_MALES, texts::PYRAMID_FEMALES];
    let numbers = |of: &Population| {
        let own = of.counts[band][sex];
        (count(lang, own), percent(lang, of.share(own), 2))
    };
    let (own, share) = numbers(&model.own);
    let name = named(lang, model, &model.own);
    let bar =
        texts::pyramid_bar(lang, lang.text(sexes[sex]), ages(lang, model.bands[band]), name, own, share);
    match &model.other {
        Some(other) => {
            let (its, share) = numbers(other);
            texts::pyramid_bar_other(lang, bar, named(lang, model, other), its, share)
        }
        None => bar,
    }
}

/// Shares in a sentence, with the decimals at which they differ where they do: "il 13,1%".
fn shares<const N: usize>(lang: Lang, shares: [Value; N], decimals: usize) -> [String; N] {
    shares.map(|share| {
        let written = percent(lang, share, decimals);
        match (lang, share) {
            (Lang::It, Ok(_)) => italian::percentage(&written),
            _ => written,
        }
    })
}

/// The groups of both, with decimals that keep unlike shares unlike.
fn group_decimals(model: &PyramidModel) -> usize {
    let all = |of: &Population| of.groups.map(|group| of.share(group).ok());
    let mut decimals = DECIMALS;
    if let Some(other) = &model.other {
        for pair in all(&model.own).into_iter().zip(all(other)) {
            if let (Some(own), Some(its)) = pair {
                // Two shares that one more decimal does not tell apart are as good as equal.
                let needed = Some(apart(DECIMALS, &[own, its])).filter(|needed| *needed <= DECIMALS + 1);
                decimals = decimals.max(needed.unwrap_or(DECIMALS));
            }
        }
    }
    decimals
}

pub fn alternative(prepared: &Prepared<'_, PyramidView>) -> String {
    let (spec, model, lang) = (prepared.spec, prepared.model, prepared.spec.lang);
    let mut told = vec![texts::alt_pyramid(lang, title(lang, model), subtitle(spec, model))];
    let decimals = group_decimals(model);
    for of in model.populations() {
        let name = named(lang, model, of);
        if of.total.is_ok_and(|total| total > 0.0) {
            let [young, adult, old] = of.groups.map(|group| percent(lang, of.share(group), decimals));
            told.push(texts::alt_pyramid_groups(lang, &name, young, adult, old));
        }
        let longest = |sex: usize| {
            let bars = (0..model.bands.len()).filter_map(|band| Some((band, of.counts[band][sex].ok()?)));
            bars.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(band, _)| band)
        };
        if let (Some(males), Some(females)) = (longest(0), longest(1)) {
            let length = |band: usize, sex: usize| match spec.measure {
                PyramidMeasure::Counts => count(lang, of.counts[band][sex]),
                PyramidMeasure::Shares => percent(lang, of.share(of.counts[band][sex]), DECIMALS),
            };
            let (his, hers) = (length(males, 0), length(females, 1));
            let [males, females] = [males, females].map(|band| ages(lang, model.bands[band]));
            told.push(texts::alt_pyramid_longest(lang, &name, males, his, females, hers));
        }
    }
    if model.most.is_none() {
        told.push(nothing(spec, model).to_owned());
    }
    told.extend(counted(lang, model));
    told.join(" ")
}

/// What is said in place of bars.
pub fn nothing(spec: &PyramidSpec, model: &PyramidModel) -> &'static str {
    let is_partly_there = model.own.counts.iter().flatten().any(Result::is_ok);
    spec.lang.text(match spec.measure {
        PyramidMeasure::Shares if model.own.total.is_err() && is_partly_there => texts::PYRAMID_NOTHING,
        _ => texts::PYRAMID_NOBODY,
    })
}

pub fn reading(prepared: &Prepared<'_, PyramidView>) -> Vec<String> {
    let (spec, model, lang) = (prepared.spec, prepared.model, prepared.spec.lang);
    let own = &model.own;
    let mut told = Vec::new();
    let decimals = group_decimals(model);
    let groups = |of: &Population| shares(lang, of.groups.map(|group| of.share(group)), decimals);
    let Ok(total) = own.total else {
        return vec![texts::pyramid_reading_none(lang, inside(lang, own), when(lang, own))];
    };
    let residents = i18n::number(lang, total, 0);
    let [young, adult, old] = groups(own);
    told.push(texts::pyramid_reading_groups(
        lang,
        inside(lang, own),
        when(lang, own),
        residents,
        young,
        adult,
        old,
    ));
    if let Some(other) = model.other.as_ref().filter(|other| other.total.is_ok_and(|total| total > 0.0)) {
        let [young, adult, old] = groups(other);
        let place = if model.is_over_time() { capital(&when(lang, other)) } else { inside(lang, other) };
        told.push(texts::pyramid_reading_other(lang, place, young, adult, old));
    }
    told.extend(counted(lang, model));
    told.extend(fullest(spec, model));
    let mut is_unlike = false;
    if let Some(other) = &model.other {
        let beside = beside(lang, model, other);
        let both = |gap: &Gap| {
            let decimals = apart(DECIMALS, &[gap.own, gap.other]);
            [gap.own, gap.other].map(|share| percent(lang, Ok(share), decimals))
        };
        for (gap, is_more) in model.gaps.iter().zip([true, false]) {
            let Some(gap) = gap else { continue };
            is_unlike = true;
            let [own, its] = both(gap);
            let ages = ages(lang, model.bands[gap.band]);
            told.push(match is_more {
                true => texts::pyramid_reading_more(lang, &beside, ages, own, its),
                false => texts::pyramid_reading_less(lang, &beside, ages, own, its),
            });
        }
        if !is_unlike && own.share(own.total).is_ok() && other.share(other.total).is_ok() {
            told.push(lang.text(texts::PYRAMID_READING_SAME).to_owned());
        }
    }
    if let (Ok(women), Ok(old)) = (own.old_females, own.groups[2])
        && old > 0.0
    {
        let [share] = shares(lang, [Ok(100.0 * women / old)], DECIMALS);
        told.push(texts::pyramid_reading_women(lang, share));
    }
    told
}

/// The bars with the most residents.
fn fullest(spec: &PyramidSpec, model: &PyramidModel) -> Option<String> {
    let lang = spec.lang;
    let first = *model.fullest.first()?;
    let [share] = shares(lang, [model.own.share(model.own.band(first))], DECIMALS);
    let names: Vec<String> = model.fullest.iter().map(|band| ages(lang, model.bands[*band])).collect();
    Some(match (names.len(), spec.bands) {
        (1, AgeBands::FiveYears) => texts::pyramid_reading_fullest(lang, &names[0], share),
        (1, AgeBands::SingleYears) => texts::pyramid_reading_fullest_one(lang, &names[0], share),
        (2..=MOST_NAMED, _) => texts::pyramid_reading_fullest_many(lang, listed(lang, &names), share),
        (many, _) => texts::pyramid_reading_fullest_count(lang, many, share),
    })
}
