//! Categories in a sentence: each by its name, with how many territories are of it.

use crate::base::Level;
use crate::data::{Caption, Scale};
use crate::figure::wording::listed;
use crate::i18n::italian::{all_of, counted};
use crate::i18n::{self, Lang, texts};

/// "48 Comuni sono «Città», 99 «Piccole città e sobborghi» e 46 «Zone rurali»": every category that occurs, in the order of the
/// catalogue. None where the numbers are no names, or there are none.
pub fn counts(
    lang: Lang,
    caption: Caption<'_>,
    level: Level,
    values: impl Iterator<Item = f64>,
) -> Option<String> {
    if caption.kind.scale() != Scale::Names {
        return None;
    }
    let values: Vec<f64> = values.collect();
    let name = |value: f64| match caption.step(value) {
        Some(name) => lang.pick(name).to_owned(),
        // What a file of a user has beside the categories that it declares.
        None => i18n::number(lang, value, caption.decimals),
    };
    let known = caption.steps.iter().map(|step| step.value);
    let mut found: Vec<f64> = known.chain(values.iter().copied()).collect();
    let mut seen = Vec::new();
    found.retain(|value| {
        !seen.contains(value) && values.contains(value) && {
            seen.push(*value);
            true
        }
    });
    let number = |n: usize| i18n::number(lang, n as f64, 0);
    let parts = found.iter().enumerate().map(|(i, value)| {
        let n = values.iter().filter(|other| *other == value).count();
        match (i, lang) {
            (0, Lang::It) if n == values.len() && n > 1 => {
                texts::read_are_of_class(lang, all_of(&number(n), level), name(*value))
            }
            (0, Lang::En) if n == values.len() && n > 1 => texts::read_are_of_class(
                lang,
                format!("all {}", counted(&number(n), false, level)),
                name(*value),
            ),
            (0, _) if n == 1 => texts::read_is_of_class(lang, counted(&number(n), true, level), name(*value)),
            (0, _) => texts::read_are_of_class(lang, counted(&number(n), false, level), name(*value)),
            _ => texts::read_more_of_class(lang, number(n), name(*value)),
        }
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| listed(lang, &parts))
}
