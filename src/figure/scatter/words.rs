//! The texts of a scatterplot: names, statistics, footer, alternative text.

use crate::base::{Date, Level};
use crate::data::{Atlas, Axis, Indicator, Query, Reference};
use crate::document::{QuadrantSplit, ScatterSpec};
use crate::figure::page::footer::{self, Credit, Footer, Source};
use crate::figure::quality;
use crate::figure::reading::voice::{Voice, capital};
use crate::figure::remark::Remark;
use crate::figure::wording::{
    hidden_note, level_phrase_of_all, notes, reference_name, reference_phrase, told_name, value_text,
    weighted_note,
};
use crate::i18n::italian;
use crate::i18n::{self, Lang, texts, within_sentence};
use crate::stats::{Relation, StatsError, Strength, Way};

use super::numbers::{Pair, ScatterModel};
use super::remarks::dates;

/// The most territories listed one by one in the alternative text.
const MOST_NAMED: usize = 6;
const DECIMALS: usize = 3;

/// The two indicators, x and y.
pub type Both<'a> = [&'a Indicator; 2];

/// The title: the one typed, or the names of the two.
pub fn title(spec: &ScatterSpec, [x, y]: Both<'_>) -> String {
    let (lang, x, y) = (spec.lang, &x.name, &y.name);
    let made = || texts::title_two(lang, lang.pick(y), within_sentence(lang.pick(x)));
    spec.page.title.clone().unwrap_or_else(made)
}

/// Level, method and date; both dates where they differ.
pub fn subtitle(spec: &ScatterSpec, model: &ScatterModel, [x, y]: Both<'_>) -> String {
    let lang = spec.lang;
    let level = match model.of_areas {
        true => lang.level(spec.level).to_owned(),
        false => level_phrase_of_all(lang, &[x.into(), y.into()], spec.level, spec.method),
    };
    if model.own_dates().is_none() {
        return format!("{level}, {}", reference_phrase(lang, y.period.of(model.y.at)));
    }
    let one =
        |of: &Indicator, at| format!("{} {}", lang.pick(&of.short), reference_phrase(lang, of.period.of(at)));
    format!("{level}, {}, {}", one(y, model.y.at), one(x, model.x.at))
}

/// The short names of the two, each with its date where these differ.
pub fn shorts(lang: Lang, model: &ScatterModel, both: Both<'_>) -> [String; 2] {
    let short = both.map(|indicator| lang.pick(&indicator.short));
    match model.own_dates() {
        Some([x, y]) => [
            format!("{} ({})", short[0], reference_name(lang, x)),
            format!("{} ({})", short[1], reference_name(lang, y)),
        ],
        None => short.map(str::to_owned),
    }
}

/// The titles of the two axes, each with its date where these differ.
pub fn axes(lang: Lang, model: &ScatterModel, both: Both<'_>) -> [String; 2] {
    let [x, y] = shorts(lang, model, both);
    let axis = |named: String, indicator: &Indicator| {
        let (short, unit) = (lang.pick(&indicator.short), lang.pick(&indicator.unit));
        // "Residenti: residenti" would say it twice.
        if i18n::folded(short) == i18n::folded(unit) { named } else { format!("{named}: {unit}") }
    };
    [axis(x, both[0]), axis(y, both[1])]
}

/// Where the plane is split, if it is.
pub fn split(spec: &ScatterSpec, model: &ScatterModel, [x, y]: Both<'_>) -> Option<String> {
    let (lang, cut) = (spec.lang, model.quadrants?);
    let at = lang.text(match spec.view.quadrants {
        QuadrantSplit::None => return None,
        QuadrantSplit::Mean => texts::SPLIT_MEAN,
        QuadrantSplit::Median => texts::SPLIT_MEDIAN,
        QuadrantSplit::Ats => texts::SPLIT_ATS,
        QuadrantSplit::At(..) => texts::SPLIT_TYPED,
    });
    let [at_x, at_y] = values(lang, model, [x, y], [cut.x, cut.y]);
    Some(texts::scatter_split(lang, at, &at_x, &at_y))
}

/// Two values, each after the name of its indicator.
fn values(lang: Lang, model: &ScatterModel, both: Both<'_>, [x, y]: [f64; 2]) -> [String; 2] {
    let [x_name, y_name] = shorts(lang, model, both);
    let of = |name: &str, indicator: &Indicator, value| {
        format!("{name} {}", value_text(lang, indicator, Ok(value)))
    };
    [of(&x_name, both[0], x), of(&y_name, both[1], y)]
}

/// The overall values, unless the quadrants already state them.
fn overall(spec: &ScatterSpec, model: &ScatterModel, both: Both<'_>) -> Option<String> {
    let overall = model.overall.filter(|_| spec.view.quadrants != QuadrantSplit::Ats)?;
    let (lang, ats) = (spec.lang, spec.lang.level(Level::Ats));
    let [x, y] = values(lang, model, both, overall);
    Some(format!("{ats}: {x}; {y}."))
}

/// The coefficients and the number of pairs, or why there are none.
pub fn statistics(spec: &ScatterSpec, model: &ScatterModel, [x, y]: Both<'_>) -> String {
    let lang = spec.lang;
    match (&model.pearson, &model.spearman) {
        (Ok(r), Ok(rho)) => {
            let number = |value| i18n::number(lang, value, DECIMALS);
            let (p, p_rho) = (i18n::p_value(lang, r.p), i18n::p_of(lang, rho));
            let n = i18n::number(lang, model.pairs.len() as f64, 0);
            texts::scatter_statistics(lang, number(r.r), p, number(rho.r), p_rho, n)
        }
        (Err(error @ StatsError::NoQuantity { .. }), Ok(rho)) => {
            let n = i18n::number(lang, model.pairs.len() as f64, 0);
            let why = lang.stats_error(*error, lang.pick(&x.name), lang.pick(&y.name));
            texts::scatter_ranks(lang, i18n::number(lang, rho.r, DECIMALS), i18n::p_of(lang, rho), n, why)
        }
        (Err(error), _) | (_, Err(error)) => {
            let why = lang.stats_error(*error, lang.pick(&x.name), lang.pick(&y.name));
            texts::scatter_no_statistics(lang, &why)
        }
    }
}

/// How strong the relation is, its direction and how much of y it explains, in words; and that p tests nothing where
/// all units are included. Empty without a coefficient.
pub fn link(spec: &ScatterSpec, model: &ScatterModel, [x, _]: Both<'_>) -> Vec<String> {
    let (lang, level) = (spec.lang, spec.level);
    let (Ok(r), Some(relation)) = (&model.pearson, model.relation()) else { return Vec::new() };
    let voice = Voice { lang, indicator: x, level };
    let explains = voice.verb(texts::LINK_EXPLAINS, texts::LINK_EXPLAIN);
    let told = |named| texts::link(lang, named, voice.subject(), explains, share(lang, r.r * r.r));
    let of_few = || format!("{}.", relation_text(lang, relation, model.pairs.len()));
    let mut sentences = vec![named(lang, relation).map_or_else(of_few, told)];
    if model.is_census() {
        let text = if level == Level::Asst { texts::link_census_asst } else { texts::link_census };
        sentences.push(capital(&text(lang, voice.the_counted(model.pairs.len()))));
    }
    sentences
}

/// "Legame debole e inverso", "Weak negative correlation"; `None` of pairs too few for a name.
pub fn named(lang: Lang, relation: Relation) -> Option<&'static str> {
    Some(lang.text(match relation {
        Relation::TooFew | Relation::Few(..) => return None,
        Relation::NoDirection => texts::LINK_UNCLEAR,
        Relation::Uneven(Way::Direct) => texts::LINK_UNEVEN_UP,
        Relation::Uneven(Way::Inverse) => texts::LINK_UNEVEN_DOWN,
        Relation::Told(Strength::None, _) => texts::LINK_NONE,
        Relation::Told(Strength::Weak, Way::Direct) => texts::LINK_WEAK_UP,
        Relation::Told(Strength::Weak, Way::Inverse) => texts::LINK_WEAK_DOWN,
        Relation::Told(Strength::Moderate, Way::Direct) => texts::LINK_MODERATE_UP,
        Relation::Told(Strength::Moderate, Way::Inverse) => texts::LINK_MODERATE_DOWN,
        Relation::Told(Strength::Strong, Way::Direct) => texts::LINK_STRONG_UP,
        Relation::Told(Strength::Strong, Way::Inverse) => texts::LINK_STRONG_DOWN,
    }))
}

/// The name of a relation or, of few pairs, what can be said of it, without a full stop.
pub fn relation_text(lang: Lang, relation: Relation, pairs: usize) -> String {
    match (relation, named(lang, relation)) {
        (_, Some(named)) => named.to_owned(),
        (Relation::Few(Strength::None, _), _) => texts::link_few_none(lang, pairs),
        (Relation::Few(_, Way::Direct), _) => texts::link_few_up(lang, pairs),
        (Relation::Few(_, Way::Inverse), _) => texts::link_few_down(lang, pairs),
        (_, None) => texts::link_too_few(lang, pairs),
    }
}

/// A share of one in whole per cent: "il 2%", "meno dell'1%".
pub fn share(lang: Lang, part: f64) -> String {
    let percent = (part * 100.0).round();
    match () {
        () if percent < 1.0 => lang.text(texts::LINK_LESS_THAN_ONE).to_owned(),
        // Never 100% as long as something is left.
        () if part > 0.99 && part < 1.0 => lang.text(texts::LINK_OVER_99).to_owned(),
        () => {
            let written = format!("{}%", i18n::number(lang, percent, 0));
            match lang {
                Lang::It => italian::percentage(&written),
                Lang::En => written,
            }
        }
    }
}

/// The equation of the line and how much of y it explains, if there is one.
pub fn line(lang: Lang, model: &ScatterModel) -> Option<String> {
    let line = model.line.as_ref().ok()?;
    let [slope, distance] = [line.slope, line.intercept.abs()].map(|value| i18n::significant(lang, value, 4));
    let intercept = format!("{} {distance}", if line.intercept < 0.0 { "−" } else { "+" });
    let r2 = i18n::number(lang, line.r2, DECIMALS);
    Some(texts::scatter_line(lang, &slope, &intercept, &r2))
}

/// What stands below the plot in plain words: how it is read, how strong the relation is, where the plane is split, the overall value.
pub fn plainly(spec: &ScatterSpec, model: &ScatterModel, both: Both<'_>) -> Vec<String> {
    let [x, y] = both.map(|indicator| spec.lang.pick(&indicator.short));
    let link = link(spec, model, both).join(" ");
    let lines = [
        Some(texts::scatter_how(spec.lang, x, y)),
        (!link.is_empty()).then_some(link),
        split(spec, model, both),
        overall(spec, model, both),
    ];
    lines.into_iter().flatten().collect()
}

/// The same in numbers, for who knows how to read them: coefficients and line.
pub fn in_numbers(spec: &ScatterSpec, model: &ScatterModel, both: Both<'_>) -> String {
    let line = line(spec.lang, model).filter(|_| spec.view.line);
    let numbers = [Some(statistics(spec, model, both)), line];
    numbers.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// All of it, for the alternative text: coefficients, line, split, overall value.
pub fn below(spec: &ScatterSpec, model: &ScatterModel, both: Both<'_>) -> Vec<String> {
    let line = line(spec.lang, model).filter(|_| spec.view.line);
    let link = link(spec, model, both).join(" ");
    let link = (!link.is_empty()).then_some(link);
    let lines = [
        Some(statistics(spec, model, both)),
        link,
        line,
        split(spec, model, both),
        overall(spec, model, both),
    ];
    lines.into_iter().flatten().collect()
}

/// Sources and dates of every indicator shown, what must be known, and the author.
pub fn footer(spec: &ScatterSpec, model: &ScatterModel, remarks: &[Remark], atlas: &Atlas) -> Footer {
    let lang = spec.lang;
    // For each source, the indicators from it.
    let mut found: Vec<(Source, Vec<&str>)> = Vec::new();
    let mut shown: Vec<Date> = Vec::new();
    let mut hidden = None;
    for (id, _, at) in dates(spec, model) {
        if let Some(date) = at.date().filter(|_| !model.of_areas && hidden.is_none()) {
            let (indicator, level, method) = (id.clone(), spec.level, spec.method);
            hidden = hidden_note(lang, atlas, &Query { indicator, date, level, method });
        }
        let Ok(indicator) = atlas.caption(&id) else { continue };
        let source = footer::source(lang, indicator, &reference_phrase(lang, indicator.stated(at)));
        let name = lang.pick(indicator.short);
        match found.iter_mut().find(|(known, _)| *known == source) {
            Some((_, names)) => names.push(name),
            None => found.push((source, vec![name])),
        }
        shown.extend(at.date());
    }
    let sources = found
        .into_iter()
        .map(|(source, names)| source.of(names.into_iter().map(str::to_owned).collect()))
        .collect();
    // That there is nothing to show is said in place of the plot.
    let stated = remarks.iter().filter(|remark| **remark != Remark::NoPairs);
    let mut remarks: Vec<String> = stated.map(|remark| remark.text(lang)).collect();
    let tables = [Some(&model.x), Some(&model.y), model.size.as_ref()].into_iter().flatten();
    let mut datasets: Vec<String> = tables.flat_map(|table: &Axis| table.datasets.clone()).collect();
    datasets.sort();
    datasets.dedup();
    remarks.extend(published_beside(spec, model, atlas));
    remarks.extend(not_final(spec, model, atlas));
    for caption in [&spec.y, &spec.x].into_iter().filter_map(|id| atlas.caption(id).ok()) {
        remarks.extend(notes(lang, caption, Some(spec.level), spec.method));
        remarks.extend(weighted_note(lang, caption, spec.level, spec.method));
    }
    remarks.extend(hidden);
    remarks.extend(footer::remarks(lang, atlas, &datasets, &shown));
    Footer { sources, remarks, credits: vec![Credit::Program] }
}

/// Says which of the values shown are not final.
pub fn not_final(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas) -> Vec<String> {
    let axes = [Some(&model.y), Some(&model.x), model.size.as_ref()];
    quality::of_axes(spec.lang, atlas, &axes.into_iter().flatten().collect::<Vec<_>>())
}

/// Which of the two are as published, where one is.
pub fn published_beside(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas) -> Option<String> {
    let lang = spec.lang;
    let told = |id: &String| {
        let caption = atlas.caption(id).ok()?;
        Some((lang.pick(caption.name), caption.as_published))
    };
    let ((x, x_is_published), (y, y_is_published)) = told(&spec.x).zip(told(&spec.y))?;
    model.of_areas.then(|| match (x_is_published, y_is_published) {
        (true, true) => texts::scatter_both_published(lang, y, x),
        (true, false) => texts::scatter_one_published(lang, x, y),
        (false, _) => texts::scatter_one_published(lang, y, x),
    })
}

/// A point with its values, for tooltips and the alternative text.
pub fn point(spec: &ScatterSpec, model: &ScatterModel, [x, y]: Both<'_>, pair: &Pair) -> String {
    let lang = spec.lang;
    let level = (!model.of_areas).then_some(spec.level);
    let name = told_name(lang, level, &model.y.rows[pair.unit].name);
    format!("{name}: {} / {}", value_text(lang, x, Ok(pair.x)), value_text(lang, y, Ok(pair.y)))
}

/// The alternative text: what is compared with what, how the two are related, the quadrants, the outliers.
pub fn alternative(
    spec: &ScatterSpec,
    model: &ScatterModel,
    both: Both<'_>,
    remarks: &[Remark],
    atlas: &Atlas,
) -> String {
    let (lang, [x, y]) = (spec.lang, both);
    let [across, upwards] = axes(lang, model, both);
    let mut sentences = vec![texts::alt_scatter(lang, upwards, across, subtitle(spec, model, both))];
    if !model.pairs.is_empty() {
        sentences.extend(below(spec, model, both));
    }
    // Size and colour have dates of their own.
    let name = |id| atlas.caption(id).map_or(id, |caption| lang.pick(caption.name));
    let stated = |id: &str, at: Reference| atlas.caption(id).map_or(at, |caption| caption.stated(at));
    if let Some(table) = &model.size {
        sentences.push(texts::alt_scatter_size(
            lang,
            name(&table.indicator),
            reference_phrase(lang, stated(&table.indicator, table.at)),
        ));
    }
    if let Some((id, date)) = &model.key.classes_of {
        sentences.push(texts::alt_scatter_colour(
            lang,
            name(id),
            reference_phrase(lang, stated(id, (*date).into())),
        ));
    }
    if let Some(cut) = &model.quadrants {
        let counts = model.quadrant_names.names.iter().zip(cut.counts);
        let counts: Vec<String> = counts.map(|(name, count)| format!("{name}: {count}")).collect();
        sentences.push(format!("{}.", counts.join("; ")));
    }
    let names = |pairs: &mut dyn Iterator<Item = &Pair>| -> Vec<String> {
        pairs.map(|pair| point(spec, model, [x, y], pair)).collect()
    };
    let selected = names(&mut model.pairs.iter().filter(|pair| pair.selected));
    let far = names(&mut model.outliers.iter().map(|&i| &model.pairs[i]));
    for (is_selected, who) in [(true, selected), (false, far)] {
        if !who.is_empty() {
            let listed = who[..who.len().min(MOST_NAMED)].join("; ");
            let text = if is_selected { texts::alt_scatter_selected } else { texts::alt_scatter_far };
            sentences.push(text(lang, listed));
        }
        if who.len() > MOST_NAMED {
            sentences.push(texts::alt_more(lang, who.len() - MOST_NAMED));
        }
    }
    let is_reported = |remark: &&Remark| {
        matches!(
            remark,
            Remark::NoPairs
                | Remark::OtherDate { .. }
                | Remark::PairsLeftOut { .. }
                | Remark::PublishedOtherwise { .. }
        )
    };
    sentences.extend(remarks.iter().filter(is_reported).map(|remark| remark.text(lang)));
    sentences.extend(published_beside(spec, model, atlas));
    sentences.extend(not_final(spec, model, atlas));
    sentences.join(" ")
}
