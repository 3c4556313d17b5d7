//! The alternative text of a map: what it shows, for who cannot see it.

use crate::data::{Absence, Indicator, Row};
use crate::document::MapSpec;
use crate::i18n::{fill, texts};

use super::map_model::MapModel;
use super::wording::{date_phrase, level_phrase, value_text};

/// Two to four sentences made from the numbers: what is mapped, the extremes, the value of the whole, and
/// how many have no value.
pub fn map(spec: &MapSpec, model: &MapModel, indicator: &Indicator) -> String {
    let lang = spec.lang;
    let mut sentences = vec![fill(
        lang.text(texts::ALT_WHAT),
        &[
            lang.pick(&indicator.name),
            &level_phrase(lang, spec.level, spec.method),
            &date_phrase(lang, spec.date),
            lang.pick(&indicator.unit),
        ],
    )];
    let present: Vec<(&Row, f64)> =
        model.table.rows.iter().filter_map(|row| Some((row, row.value.ok()?))).collect();
    let lowest = present.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let highest = present.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    if let (Some((low, a)), Some((high, b))) = (lowest, highest)
        && present.len() > 1
    {
        let text = |x| value_text(lang, indicator, Ok(x));
        sentences.push(fill(lang.text(texts::ALT_RANGE), &[&text(*a), &low.name, &text(*b), &high.name]));
    }
    if let Some(whole) = model.whole {
        let value = value_text(lang, indicator, Ok(whole));
        sentences.push(fill(lang.text(texts::ALT_WHOLE), &[&value]));
    }
    for reason in Absence::ALL {
        let count = model.absent(reason);
        if count > 0 {
            let sentence = fill(lang.text(texts::WARN_ABSENT), &[&count.to_string(), lang.absence(reason)]);
            sentences.push(format!("{sentence}."));
        }
    }
    sentences.join(" ")
}
