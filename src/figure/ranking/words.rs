//! The texts of a ranking: subtitle, footer, alternative text.

use crate::base::Level;
use crate::data::{Atlas, Caption, Kind, Quality, Query, Reference, Spread};
use crate::document::RankingSpec;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::quality;
use crate::figure::remark::Remark;
use crate::figure::threshold;
use crate::figure::wording::{
    absence_text, hidden_in, lacking_notes, level_phrase_of, listed, notes, owner, published_phrase,
    reference_label, reference_phrase, told_name, value_text,
};
use crate::i18n::{Lang, Text, texts};

use super::layout::Shown;
use super::model::{Ranked, RankingModel, Span};
use super::range::MemberRange;
use super::ranges::YearRange;

/// The most selected territories listed in the alternative text.
const MOST_NAMED: usize = 6;
/// Ranges read out there: the eight ATS have one each.
const MOST_RANGES: usize = 9;

/// Level, method, date and order.
pub fn subtitle(spec: &RankingSpec, model: &RankingModel, indicator: Caption<'_>) -> String {
    let (lang, level) = (spec.lang, level(spec, model, indicator));
    if !model.dates.is_empty() {
        let at = reference_phrase(lang, indicator.stated(spec.at));
        let dates = when(spec, model, indicator);
        return texts::ranking_subtitle_years(lang, level, dates, lang.text(texts::RANKING_ORDER), at);
    }
    format!(
        "{level} {}, {}",
        reference_phrase(lang, indicator.stated(spec.at)),
        lang.text(texts::RANKING_ORDER)
    )
}

/// All dates that are shown: "al 1/1/2022 e al 1/1/2023".
fn when(spec: &RankingSpec, model: &RankingModel, indicator: Caption<'_>) -> String {
    let phrase = |at: Reference| reference_phrase(spec.lang, indicator.stated(at));
    if model.dates.is_empty() {
        return phrase(spec.at);
    }
    let dates: Vec<String> = model.dates.iter().map(|date| phrase((*date).into())).collect();
    listed(spec.lang, &dates)
}

/// What is ranked, and how its values were computed.
fn level(spec: &RankingSpec, model: &RankingModel, indicator: Caption<'_>) -> String {
    let lang = spec.lang;
    if !indicator.as_published {
        return level_phrase_of(lang, indicator, spec.level, spec.method_shown());
    }
    published_phrase(lang, model.level, indicator.rows)
}

/// A remark on how many are shown, if not all.
pub fn shown(model: &RankingModel, shown: &Shown) -> Option<Remark> {
    let of = model.rows.len();
    if shown.first >= of {
        return None;
    }
    if shown.first == 0 {
        // There are more selected rows than fit.
        let selected = model.rows.iter().filter(|row| row.selected).count();
        return Some(Remark::SelectedRowsOnly { shown: shown.rows().count(), of: selected });
    }
    let beyond = shown.rows().any(|i| i >= shown.first && i < of - shown.last);
    let (first, last) = (shown.first, shown.last);
    Some(match (beyond, last) {
        (true, 0) => Remark::FirstRowsAndSelected { shown: first, of },
        (false, 0) => Remark::FirstRows { shown: first, of },
        (true, _) => Remark::FirstAndLastRowsAndSelected { first, last, of },
        (false, _) => Remark::FirstAndLastRows { first, last, of },
    })
}

/// Source and date, what must be known, and the author.
pub fn footer(
    spec: &RankingSpec,
    model: &RankingModel,
    indicator: Caption<'_>,
    shown: Option<String>,
    atlas: &Atlas,
) -> Footer {
    let lang = spec.lang;
    let sources = vec![footer::source(lang, indicator, &when(spec, model, indicator))];
    let mut remarks = notes(lang, indicator, Some(spec.level), spec.method_shown());
    if let Some(date) = spec.at.date().filter(|_| spec.level != Level::Comuni) {
        let (indicator_id, level, method) = (spec.indicator.clone(), spec.level, spec.method_shown());
        let table = atlas.compute(&Query { indicator: indicator_id, date, level, method });
        if let Ok(table) = table {
            remarks.extend(lacking_notes(lang, indicator, &table));
            remarks.extend(hidden_in(lang, &table.rows));
        }
    }
    remarks.extend(model.not_final(spec));
    if model.is_marked() {
        let found: Vec<Quality> = model.rows.iter().map(|row| row.quality).collect();
        remarks.extend(quality::key(lang, &found));
    }
    if let Some(table) = &model.overall_table {
        remarks.push(texts::ranking_whole_from(lang, table));
    }
    if let Some(standard) = &spec.standard {
        remarks.push(threshold::sentence(lang, standard, indicator));
        let values: Vec<f64> = model.rows.iter().map(|row| row.value).collect();
        remarks.extend(threshold::below(spec, standard, &values, atlas));
    }
    remarks.extend(model.is_unrounded.then(|| lang.text(texts::UNROUNDED).to_owned()));
    remarks.extend(shown);
    remarks.extend(model.breaks_between().map(|remark| remark.text(lang)));
    if model.rows.is_empty() {
        // Where there are values, the list itself says which units have none.
        remarks.extend(absent(spec, model));
    }
    remarks.extend(model.notes(spec).iter().map(|note| format!("* {}", note.text(lang))));
    if model.span == Span::Members && indicator.kind == Kind::Count {
        remarks.push(lang.text(texts::RANKING_COUNTS).to_owned());
    }
    remarks.extend(footer::remarks(lang, atlas, &model.datasets, spec.at.date().as_slice()));
    Footer { sources, remarks, credits: vec![Credit::Program] }
}

/// How many have no value, by reason, in sentences.
fn absent(spec: &RankingSpec, model: &RankingModel) -> impl Iterator<Item = String> {
    model.absent_remarks().map(|remark| format!("{}.", remark.text(spec.lang)))
}

/// The rank of a row by this name, and its displayed value.
pub fn ranked(lang: Lang, name: &str, row: &Ranked, of: usize, value: &str) -> String {
    let text = if row.tied { texts::alt_ranked_tied } else { texts::alt_ranked };
    text(lang, name, row.rank, of, value)
}

/// The range of a group in words, as that of Comuni or of Ambiti.
pub fn range_text(
    spec: &RankingSpec,
    name: String,
    value: f64,
    range: MemberRange,
    text: &dyn Fn(f64) -> String,
) -> String {
    let said = match spec.range_of {
        Level::Comuni => texts::alt_range_of,
        _ => texts::alt_range_of_ambiti,
    };
    said(spec.lang, name, text(range.min), text(range.mean), text(value), text(range.max))
}

/// A group at each of several dates.
pub fn range_years(
    spec: &RankingSpec,
    model: &RankingModel,
    row: &Ranked,
    indicator: Caption<'_>,
) -> Vec<String> {
    let lang = spec.lang;
    let one = |year: &YearRange| {
        let name =
            texts::ranking_of_date(lang, &row.name, reference_label(lang, indicator.stated(year.date)));
        match (year.value, year.range) {
            (Ok(value), Some(range)) => {
                range_text(spec, name, value, range, &|x| value_text(lang, indicator, Ok(x)))
            }
            (value, _) => texts::range_year(lang, name, value_text(lang, indicator, value)),
        }
    };
    let shown = row.years.iter().filter(|year| model.dates.contains(&year.date));
    shown.map(one).collect()
}

/// The names of the marks: the range, the mean, and what their columns are called in a sheet.
pub fn range_names(spec: &RankingSpec) -> [Text; 5] {
    match spec.range_of {
        Level::Comuni => {
            [texts::RANKING_SPAN, texts::METHOD_MEAN, texts::RANGE_LOW, texts::RANGE_MEAN, texts::RANGE_HIGH]
        }
        _ => [
            texts::RANGE_SPAN_AMBITI,
            texts::RANGE_MEAN_AMBITI,
            texts::RANGE_LOW_AMBITI,
            texts::RANGE_HEAD_MEAN_AMBITI,
            texts::RANGE_HIGH_AMBITI,
        ],
    }
}

/// A mean with the least and the greatest that its source prints beside it.
pub fn spread(lang: Lang, indicator: Caption<'_>, row: &Ranked, spread: Spread) -> String {
    let text = |x| value_text(lang, indicator, Ok(x));
    let (name, min, mean) = (&row.name, text(spread.min), text(row.value));
    match spread.max {
        Some(max) => texts::alt_published_range(lang, name, min, mean, text(max)),
        None => texts::alt_published_range_open(lang, name, min, mean),
    }
}

/// The alternative text, with the decimals of the values and of the overall one: what is ranked, the extremes, the overall value, and the ranks of selected territories.
pub fn alternative(
    spec: &RankingSpec,
    model: &RankingModel,
    indicator: Caption<'_>,
    decimals: Option<[usize; 2]>,
    atlas: &Atlas,
) -> String {
    let lang = spec.lang;
    let [decimals, of_overall] = decimals.unwrap_or([indicator.decimals; 2]);
    let of_overall = Caption { decimals: of_overall, ..indicator };
    let indicator = Caption { decimals, ..indicator };
    let text = |x| value_text(lang, indicator, Ok(x));
    let told = |name: &str| told_name(lang, model.level.filter(|_| !indicator.as_published), name);
    let level = level(spec, model, indicator);
    let (name, unit) = (lang.pick(indicator.name), lang.pick(indicator.unit));
    let mut sentences =
        vec![texts::alt_ranking(lang, name, level, reference_phrase(lang, indicator.stated(spec.at)), unit)];
    if let ([high, .., low], true) = (model.rows.as_slice(), model.rows.len() > 1) {
        let of = |row: &Ranked| {
            owner(lang, decimals, &told(&row.name), row.value, model.rows.iter().map(|row| row.value))
        };
        sentences.push(texts::alt_range(lang, text(low.value), of(low), text(high.value), of(high)));
    }
    if let [only] = model.rows.as_slice() {
        sentences.push(texts::alt_only(lang, text(only.value), told(&only.name)));
    }
    if let Some(overall) = model.overall {
        sentences.push(match indicator.as_published {
            true => texts::alt_overall_of(lang, lang.of_area(&model.overall_name), text(overall)),
            false => texts::alt_overall(lang, value_text(lang, of_overall, Ok(overall))),
        });
    }
    if let Some(standard) = &spec.standard {
        sentences.push(threshold::sentence(lang, standard, indicator));
        let values: Vec<f64> = model.rows.iter().map(|row| row.value).collect();
        sentences.extend(threshold::below(spec, standard, &values, atlas));
    }
    let mut ranks = false;
    for row in model.rows.iter().filter(|row| row.selected).take(MOST_NAMED) {
        ranks = true;
        sentences.push(ranked(lang, &told(&row.name), row, model.rows.len(), &text(row.value)));
        if model.dates.is_empty() {
            sentences
                .extend(row.range.map(|range| range_text(spec, told(&row.name), row.value, range, &text)));
        }
        if !model.dates.is_empty() {
            let row = Ranked { name: told(&row.name), ..row.clone() };
            sentences.extend(range_years(spec, model, &row, indicator));
        }
    }
    sentences.extend((ranks && model.is_unrounded).then(|| lang.text(texts::UNROUNDED).to_owned()));
    if matches!(model.span, Span::Published { .. }) {
        let any = model.rows.iter().any(|row| row.selected);
        let shown = model.rows.iter().filter(|row| !any || row.selected).take(MOST_RANGES);
        sentences.extend(shown.filter_map(|row| Some(spread(lang, indicator, row, row.spread?))));
    }
    let more = model.rows.iter().filter(|row| row.selected).count().saturating_sub(MOST_NAMED);
    if more > 0 {
        sentences.push(if model.has_headings {
            texts::alt_more_entries(lang, more)
        } else {
            texts::alt_more(lang, more)
        });
    }
    for absent in model.absent.iter().filter(|row| row.selected).take(MOST_NAMED) {
        let why = absence_text(lang, indicator, absent.reason, absent.bounds);
        sentences.push(format!("{}: {why}.", told(&absent.name)));
    }
    sentences.extend(absent(spec, model));
    sentences.extend(model.notes(spec).iter().map(|note| note.text(lang)));
    sentences.extend(model.not_final(spec));
    if model.rows.is_empty() {
        sentences.push(lang.text(texts::WARN_NO_VALUES).to_owned());
    }
    sentences.join(" ")
}
