//! The words of a scatterplot: names, statistics, footer, alternative text.

use crate::base::{Date, Diagnostic, Level};
use crate::data::{Atlas, Indicator, Table};
use crate::document::{QuadrantSplit, ScatterSpec};
use crate::figure::page::footer::{self, Footer, Source};
use crate::figure::quality;
use crate::figure::wording::{date_phrase, level_phrase, value_text};
use crate::i18n::{self, Lang, fill, texts, within_sentence};

use super::model::{Pair, ScatterModel};
use super::remarks::dates;

/// Territories read out one by one in the alternative text.
const TOLD: usize = 6;
/// Decimals of coefficients.
const DECIMALS: usize = 3;

/// The two indicators, across and upwards.
pub type Both<'a> = [&'a Indicator; 2];

/// The title: the one typed, or the names of the two.
pub fn title(spec: &ScatterSpec, [x, y]: Both<'_>) -> String {
    let (lang, x, y) = (spec.lang, &x.name, &y.name);
    let made = || fill(lang.text(texts::TITLE_TWO), &[lang.pick(y), &within_sentence(lang.pick(x))]);
    spec.page.title.clone().unwrap_or_else(made)
}

/// Level, method and date; both dates where they differ.
pub fn subtitle(spec: &ScatterSpec, model: &ScatterModel, [x, y]: Both<'_>) -> String {
    let lang = spec.lang;
    let level = level_phrase(lang, spec.level, spec.method);
    if model.x.date == model.y.date {
        return format!("{level}, {}", date_phrase(lang, model.y.date));
    }
    let one = |of: &Indicator, date| format!("{} {}", lang.pick(&of.short), date_phrase(lang, date));
    format!("{level}, {}, {}", one(y, model.y.date), one(x, model.x.date))
}

/// What an axis counts.
pub fn axis(lang: Lang, indicator: &Indicator) -> String {
    let (short, unit) = (lang.pick(&indicator.short), lang.pick(&indicator.unit));
    // "Residenti: residenti" says it twice.
    if i18n::folded(short) == i18n::folded(unit) { short.to_owned() } else { format!("{short}: {unit}") }
}

/// The names of the quadrants, in the order of [`Quadrants::counts`](super::Quadrants::counts).
pub fn quadrant_names(spec: &ScatterSpec) -> [String; 4] {
    let guidelines = [texts::QUADRANT_BOTH, texts::QUADRANT_NEITHER, texts::QUADRANT_Y, texts::QUADRANT_X];
    let typed = spec.view.quadrant_names.clone();
    typed.unwrap_or_else(|| guidelines.map(|name| spec.lang.text(name).to_owned()))
}

/// Where the plane is cut, where it is.
pub fn split(spec: &ScatterSpec, model: &ScatterModel, [x, y]: Both<'_>) -> Option<String> {
    let (lang, cut) = (spec.lang, model.quadrants?);
    let at = lang.text(match spec.view.quadrants {
        QuadrantSplit::None => return None,
        QuadrantSplit::Mean => texts::SPLIT_MEAN,
        QuadrantSplit::Median => texts::SPLIT_MEDIAN,
        QuadrantSplit::Ats => texts::SPLIT_ATS,
        QuadrantSplit::At(..) => texts::SPLIT_TYPED,
    });
    Some(fill(lang.text(texts::SCATTER_SPLIT), &[at, &of(lang, x, cut.x), &of(lang, y, cut.y)]))
}

/// A value under the name of its indicator.
fn of(lang: Lang, indicator: &Indicator, value: f64) -> String {
    format!("{} {}", lang.pick(&indicator.short), value_text(lang, indicator, Ok(value)))
}

/// The values of the whole, where the quadrants do not tell them.
fn whole(spec: &ScatterSpec, model: &ScatterModel, [x, y]: Both<'_>) -> Option<String> {
    let [at_x, at_y] = model.whole.filter(|_| spec.view.quadrants != QuadrantSplit::Ats)?;
    let (lang, ats) = (spec.lang, spec.lang.level(Level::Ats));
    Some(format!("{ats}: {}; {}.", of(lang, x, at_x), of(lang, y, at_y)))
}

/// The coefficients and how many pairs they stand on, or why there are none.
pub fn statistics(spec: &ScatterSpec, model: &ScatterModel, [x, y]: Both<'_>) -> String {
    let lang = spec.lang;
    match (&model.pearson, &model.spearman) {
        (Ok(r), Ok(rho)) => {
            let number = |value| i18n::number(lang, value, DECIMALS);
            let parts = [
                &number(r.r),
                &i18n::p_value(lang, r.p),
                &number(rho.r),
                &i18n::p_of(lang, rho),
                &i18n::number(lang, model.pairs.len() as f64, 0),
            ];
            fill(lang.text(texts::SCATTER_STATISTICS), &parts.map(String::as_str))
        }
        (Err(error), _) | (_, Err(error)) => {
            let why = lang.stats_error(*error, lang.pick(&x.name), lang.pick(&y.name));
            fill(lang.text(texts::SCATTER_NO_STATISTICS), &[&why])
        }
    }
}

/// The line's equation and how much of y it tells, where there is one.
pub fn line(lang: Lang, model: &ScatterModel) -> Option<String> {
    let line = model.line.as_ref().ok()?;
    let [slope, intercept] = [line.slope, line.intercept].map(|value| i18n::significant(lang, value, 4));
    let r2 = i18n::number(lang, line.r2, DECIMALS);
    Some(fill(lang.text(texts::SCATTER_LINE), &[&slope, &intercept, &r2]))
}

/// What stands under the plot: coefficients, line, where the plane is cut, where the whole stands.
pub fn below(spec: &ScatterSpec, model: &ScatterModel, both: Both<'_>) -> Vec<String> {
    let line = line(spec.lang, model).filter(|_| spec.view.line);
    let lines =
        [Some(statistics(spec, model, both)), line, split(spec, model, both), whole(spec, model, both)];
    lines.into_iter().flatten().collect()
}

/// Sources and dates of every indicator shown, what must be known, and who made it.
pub fn footer(spec: &ScatterSpec, model: &ScatterModel, remarks: &[Diagnostic], atlas: &Atlas) -> Footer {
    let lang = spec.lang;
    // Of each source the indicators it is that of.
    let mut found: Vec<(Source, Vec<&str>)> = Vec::new();
    let mut shown: Vec<Date> = Vec::new();
    for (id, _, date) in dates(spec, model) {
        let Some(indicator) = atlas.catalogue.get(&id) else { continue };
        let source = footer::source(lang, indicator, &date_phrase(lang, date));
        let name = lang.pick(&indicator.short);
        match found.iter_mut().find(|(known, _)| *known == source) {
            Some((_, names)) => names.push(name),
            None => found.push((source, vec![name])),
        }
        shown.push(date);
    }
    let sources = found
        .into_iter()
        .map(|(source, names)| source.of(names.into_iter().map(str::to_owned).collect()))
        .collect();
    // That there is nothing to show stands where the plot would.
    let printed = remarks.iter().filter(|remark| remark.code != "no_values");
    let mut remarks: Vec<String> = printed.map(|remark| remark.message.clone()).collect();
    let tables = [Some(&model.x), Some(&model.y), model.size.as_ref()].into_iter().flatten();
    let mut datasets: Vec<String> = tables.flat_map(|table: &Table| table.datasets.clone()).collect();
    datasets.sort();
    datasets.dedup();
    remarks.extend(not_final(spec, model, atlas));
    remarks.extend(footer::remarks(lang, atlas, &datasets, &shown));
    Footer { sources, remarks, credits: vec![lang.text(texts::FIGURE_LINE).to_owned()] }
}

/// Which of the values shown are not final.
pub fn not_final(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas) -> Vec<String> {
    let tables = [Some(&model.y), Some(&model.x), model.size.as_ref()];
    quality::of_tables(spec.lang, atlas, &tables.into_iter().flatten().collect::<Vec<_>>())
}

/// A point with its values, for tooltips and the alternative text.
pub fn point(lang: Lang, model: &ScatterModel, [x, y]: Both<'_>, pair: &Pair) -> String {
    let name = &model.y.rows[pair.unit].name;
    format!("{name}: {} / {}", value_text(lang, x, Ok(pair.x)), value_text(lang, y, Ok(pair.y)))
}

/// The alternative text: what is set against what, how far they go together, the quadrants, who stands out.
pub fn alternative(
    spec: &ScatterSpec,
    model: &ScatterModel,
    both: Both<'_>,
    remarks: &[Diagnostic],
    atlas: &Atlas,
) -> String {
    let (lang, [x, y]) = (spec.lang, both);
    let what = [&axis(lang, y), &axis(lang, x), &subtitle(spec, model, both)];
    let mut sentences = vec![fill(lang.text(texts::ALT_SCATTER), &what.map(String::as_str))];
    if !model.pairs.is_empty() {
        sentences.extend(below(spec, model, both));
    }
    if let Some(cut) = &model.quadrants {
        let told = quadrant_names(spec).into_iter().zip(cut.counts);
        let told: Vec<String> = told.map(|(name, count)| format!("{name}: {count}")).collect();
        sentences.push(format!("{}.", told.join("; ")));
    }
    let names = |pairs: &mut dyn Iterator<Item = &Pair>| -> Vec<String> {
        pairs.map(|pair| point(lang, model, [x, y], pair)).collect()
    };
    let chosen = names(&mut model.pairs.iter().filter(|pair| pair.chosen));
    let far = names(&mut model.outliers.iter().map(|&i| &model.pairs[i]));
    for (text, who) in [(texts::ALT_SCATTER_CHOSEN, chosen), (texts::ALT_SCATTER_FAR, far)] {
        if !who.is_empty() {
            sentences.push(fill(lang.text(text), &[&who[..who.len().min(TOLD)].join("; ")]));
        }
        if who.len() > TOLD {
            sentences.push(fill(lang.text(texts::ALT_MORE), &[&(who.len() - TOLD).to_string()]));
        }
    }
    let told = ["no_values", "other_date", "left_out"];
    sentences.extend(remarks.iter().filter(|r| told.contains(&r.code)).map(|r| r.message.clone()));
    sentences.extend(not_final(spec, model, atlas));
    sentences.join(" ")
}
