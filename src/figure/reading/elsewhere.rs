//! An indicator elsewhere, a line for each area: what the window and the command line say beside ours.

use crate::analysis::others;
use crate::base::Date;
use crate::data::{Atlas, AtlasError, Caption};
use crate::figure::quality;
use crate::figure::wording::{reference_name, value_text};
use crate::i18n::{Lang, texts};

/// That there is none, or a line for each area, each value with its date and, if somebody publishes it, where.
///
/// # Errors
/// An unknown indicator.
pub fn elsewhere(atlas: &Atlas, id: &str, date: Date, lang: Lang) -> Result<Vec<String>, AtlasError> {
    let caption = Caption::from(atlas.indicator(id)?);
    let all = others(atlas, id, date)?;
    let head = lang.text(if all.is_empty() { texts::OTHERS_NONE } else { texts::OTHERS_HEAD });
    let line = |other: &crate::analysis::Other| {
        let when = quality::marked(lang, reference_name(lang, other.at), other.quality);
        let value = value_text(lang, caption, Ok(other.value));
        match &other.published {
            Some(id) => texts::others_published(lang, lang.area(&other.name), value, when, id),
            None => texts::others_row(lang, lang.area(&other.name), value, when),
        }
    };
    Ok(std::iter::once(head.to_owned()).chain(all.iter().map(line)).collect())
}
