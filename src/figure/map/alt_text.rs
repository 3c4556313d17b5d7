//! The alternative text of a map: what it shows, for who cannot see it.

use crate::data::{Absence, Atlas, Indicator, Row};
use crate::document::{MapKind, MapSpec};
use crate::i18n::{self, Thing, fill, texts};

use crate::figure::map::kinds::axis::Axis;
use crate::figure::map::kinds::change::{Direction, breaks};
use crate::figure::map::{MapModel, Shown};
use crate::figure::wording::{level_phrase, mapped_text, mapped_unit, names, owner, value_text, when_phrase};

/// A few sentences made from the numbers: what is mapped, the extremes or how the classes are filled, the
/// value of the whole, and how many have no value.
pub fn map(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> String {
    let lang = spec.lang;
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return String::new() };
    let name = names(spec, atlas);
    let mut unit = mapped_unit(spec, indicator);
    if let Shown::Two(axes) = &model.shown
        && let Some(second) = atlas.catalogue.get(&axes[1].indicator)
    {
        unit = format!("{unit}; {}", lang.pick(&second.unit));
    }
    let level = level_phrase(lang, spec.level, spec.method);
    let what = fill(lang.text(texts::ALT_WHAT), &[&name, &level, &when_phrase(spec), &unit]);
    let mut sentences = vec![what];
    match &model.shown {
        Shown::Two(axes) => sentences.extend(both(spec, model, axes, atlas)),
        _ => sentences.extend(one(spec, model, indicator, atlas)),
    }
    for reason in Absence::ALL {
        let count = model.absent(reason);
        if count > 0 {
            let sentence = texts::warn_absent(lang, count, lang.absence(reason));
            sentences.push(format!("{sentence}."));
        }
    }
    sentences.extend(model.not_final(lang, atlas));
    sentences.join(" ")
}

/// The extremes, how many grow and fall, and the value of the whole.
fn one(spec: &MapSpec, model: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    let text = |x| mapped_text(spec, indicator, Ok(x));
    let mut sentences = Vec::new();
    let rows = model.table.rows.iter().enumerate();
    let present: Vec<(usize, &Row, f64)> =
        rows.filter_map(|(unit, row)| Some((unit, row, row.value.ok()?))).collect();
    let lowest = present.iter().min_by(|a, b| a.2.total_cmp(&b.2));
    let highest = present.iter().max_by(|a, b| a.2.total_cmp(&b.2));
    if let (Some((lowest, low, a)), Some((highest, high, b))) = (lowest, highest)
        && present.len() > 1
    {
        let ends = [(*lowest, *a), (*highest, *b)]
            .map(|(unit, x)| mapped_text(spec, model.caption_of(indicator, unit), Ok(x)));
        let all = || present.iter().map(|(_, _, value)| *value);
        let (lowest, highest) = (owner(lang, &low.name, *a, all()), owner(lang, &high.name, *b, all()));
        sentences.push(fill(lang.text(texts::ALT_RANGE), &[&ends[0], &lowest, &ends[1], &highest]));
    }
    let is_change = matches!(model.shown, Shown::Change(_));
    if let Shown::Change(change) = &model.shown
        && !present.is_empty()
    {
        let [up, down, same] = Direction::ALL.map(|direction| change.count(direction));
        // The first says what they are.
        let (up, down) = (lang.count(up, Thing::Territory), i18n::number(lang, down as f64, 0));
        sentences.push(match same {
            0 => fill(lang.text(texts::ALT_UP_DOWN), &[&up, &down]),
            same => {
                let same = i18n::number(lang, same as f64, 0);
                fill(lang.text(texts::ALT_UP_DOWN_SAME), &[&up, &down, &same])
            }
        });
    }
    if let MapKind::Change { from } = spec.kind
        && !breaks(&model.table.datasets, from, spec.date, atlas).is_empty()
    {
        sentences.push(lang.text(texts::READ_CHANGE_BREAK).to_owned());
    }
    if let Some(whole) = model.whole {
        let sentence = if is_change { texts::ALT_WHOLE_CHANGE } else { texts::ALT_WHOLE };
        sentences.push(fill(lang.text(sentence), &[&text(whole)]));
    }
    sentences
}

/// How the four corners of the legend are filled, and the values of the whole.
fn both(spec: &MapSpec, model: &MapModel, axes: &[Axis; 2], atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    let [both, corners @ ..] = [8, 0, 2, 6].map(|class: usize| model.counts[class]);
    let [neither, first, second] = corners.map(|count| i18n::number(lang, count as f64, 0));
    // The first says what they are.
    let corners = [lang.count(both, Thing::Territory), neither, first, second];
    let corners = corners.each_ref().map(String::as_str);
    let mut sentences = vec![fill(lang.text(texts::ALT_TWO), &corners)];
    let whole = |axis: &Axis| Some(value_text(lang, atlas.catalogue.get(&axis.indicator)?, Ok(axis.whole?)));
    if let (Some(first), Some(second)) = (whole(&axes[0]), whole(&axes[1])) {
        sentences.push(fill(lang.text(texts::ALT_WHOLE_TWO), &[&first, &second]));
    }
    sentences
}
