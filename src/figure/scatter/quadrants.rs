//! The names of the quadrants of a scatterplot.

use crate::data::{Indicator, Kind, Measured};
use crate::document::ScatterSpec;
use crate::figure::reading::voice::capital;
use crate::i18n::italian::noun;
use crate::i18n::{Lang, texts, within_sentence};

/// The names of the quadrants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuadrantNames {
    pub names: [String; 4],
    /// Whether they are those of the regional guidelines, which compare need (x) with spending (y).
    pub are_guidelines: bool,
}

/// The names of the quadrants: as typed; those of the regional guidelines where need is compared with spending; else
/// what is high and low in them.
pub fn names(spec: &ScatterSpec, [x, y]: [&Indicator; 2]) -> QuadrantNames {
    let lang = spec.lang;
    if let Some(names) = spec.view.quadrant_names.clone() {
        return QuadrantNames { names, are_guidelines: false };
    }
    if (x.measures, y.measures) == (Some(Measured::Need), Some(Measured::Spending)) {
        let names = [texts::QUADRANT_BOTH, texts::QUADRANT_NEITHER, texts::QUADRANT_Y, texts::QUADRANT_X];
        return QuadrantNames { names: names.map(|name| lang.text(name).to_owned()), are_guidelines: true };
    }
    let name = |x_is_high, y_is_high| {
        let parts = [side(lang, x, x_is_high), within_sentence(&side(lang, y, y_is_high))];
        format!("{}, {}", capital(&parts[0]), parts[1])
    };
    let names = [name(true, true), name(false, false), name(false, true), name(true, false)];
    QuadrantNames { names, are_guidelines: false }
}

/// "Densità alta", "low density"; of a count "molti residenti", because tall residents are something else.
fn side(lang: Lang, indicator: &Indicator, is_high: bool) -> String {
    match lang {
        Lang::It => {
            let short = &indicator.short.it;
            let first = short.split_whitespace().next().unwrap_or_default();
            // An age or an abbreviation has no gender.
            let is_word = first.chars().all(char::is_alphabetic);
            let of = noun(if is_word { short } else { &indicator.name.it });
            if indicator.kind == Kind::Count {
                let word = if is_high { "molt" } else { "poch" };
                return format!("{word}{} {}", of.ending(), within_sentence(short));
            }
            // "alti", "basse": "alt" and "bass" with the ending that agrees with the noun.
            format!("{short} {}{}", if is_high { "alt" } else { "bass" }, of.ending())
        }
        Lang::En => {
            let word = match indicator.kind {
                Kind::Count => ["few", "many"],
                _ => ["low", "high"],
            }[usize::from(is_high)];
            format!("{word} {}", within_sentence(&indicator.short.en))
        }
    }
}
