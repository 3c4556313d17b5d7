//! How numbers, classes and dates are put into words, the same on paper and on the screen.

use crate::base::{Date, Level};
use crate::data::{Indicator, Method, Value};
use crate::i18n::{self, Lang, fill, texts};
use crate::stats::classes::Intervals;

/// A value with its suffix, or the reason why there is none.
pub fn value_text(lang: Lang, indicator: &Indicator, value: Value) -> String {
    match value {
        Ok(x) => format!("{}{}", i18n::number(lang, x, indicator.decimals), lang.suffix(&indicator.suffix)),
        Err(reason) => lang.absence(reason).to_owned(),
    }
}

/// "al 1/1/2023", "at 1 January 2023".
pub fn date_phrase(lang: Lang, date: Date) -> String {
    fill(lang.text(texts::AT_DATE), &[&i18n::date(lang, date)])
}

/// One class as the rule of intervals has it: the first holds both its ends, the others only the upper one,
/// and say so with ">".
pub fn class_label(lang: Lang, intervals: &Intervals, decimals: usize, class: usize) -> String {
    let (lower, upper) = intervals.bounds(class);
    let number = |x| i18n::number(lang, x, decimals);
    match class {
        _ if lower == upper => number(upper),
        0 => format!("{} – {}", number(lower), number(upper)),
        _ => format!("> {} – {}", number(lower), number(upper)),
    }
}

/// The level and, where values are aggregated, the method: never one without the other.
pub fn level_phrase(lang: Lang, level: Level, method: Method) -> String {
    match level {
        Level::Comuni => lang.level(level).to_owned(),
        _ => format!("{} ({})", lang.level(level), lang.method(method)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::classes::{Scheme, classify};

    #[test]
    fn the_legend_prints_the_rule_of_intervals_as_it_is() {
        let classes = classify(&[1.0, 2.0, 3.0, 4.5], Scheme::Manual, 0, &[2.0, 3.0, 4.5]).unwrap();
        let label = |i| class_label(Lang::It, &classes.intervals, 1, i);
        assert_eq!([label(0), label(1), label(2)], ["1,0 – 2,0", "> 2,0 – 3,0", "> 3,0 – 4,5"]);
        let constant = classify(&[7.0, 7.0], Scheme::Quantile, 4, &[]).unwrap();
        assert_eq!(class_label(Lang::En, &constant.intervals, 0, 0), "7");
    }
}
