//! Standards in words.

use crate::data::Atlas;
use crate::i18n::{Lang, compact_number, texts};
use crate::io::standards::PrintedStandard;

/// What a standard is reckoned on: "Popolazione residente".
pub fn one_per<'a>(lang: Lang, atlas: &'a Atlas, of: &'a str) -> &'a str {
    atlas.caption(of).map_or(of, |caption| lang.pick(caption.name))
}

/// One of something for so many: "assistenti sociali: 1 ogni 4.000 (Popolazione residente)".
pub fn standard(lang: Lang, atlas: &Atlas, number: f64, of: &str, what: &str) -> String {
    texts::standard_one_per(lang, what, compact_number(lang, number, 2), one_per(lang, atlas, of))
}

/// A standard that a document prints, in the same words.
pub fn printed_standard(lang: Lang, atlas: &Atlas, printed: &PrintedStandard) -> String {
    standard(lang, atlas, printed.one_per, &printed.of, lang.pick(&printed.what))
}
