//! What a formula becomes on some data, in lines that window and command line share.

use crate::base::Level;
use crate::data::{Atlas, Caption, Indicator, Method, Query, Term, Value};
use crate::figure::{reference_phrase, value_text};
use crate::i18n::{self, Lang, texts as t};

/// The most Comuni without a value that are named.
const MOST_NAMED: usize = 5;

/// The values of the units of a level at the usual date, by name. The indicator must be in the catalogue.
pub fn values(made: &Indicator, level: Level, atlas: &Atlas) -> Vec<(String, Value)> {
    let Some(date) = atlas.usual_date(made) else { return Vec::new() };
    let query = Query { indicator: made.id.clone(), date, level, method: Method::Pooled };
    let table = atlas.compute(&query);
    table.map(|table| table.rows.into_iter().map(|row| (row.name, row.value)).collect()).unwrap_or_default()
}

/// The terms of a sum as they are written.
pub fn side(terms: &[Term]) -> String {
    terms.iter().map(Term::to_string).collect::<Vec<_>>().join(" + ").replace("+ -", "- ")
}

/// How it is read, its unit, its dates, its values, and where it has none.
pub fn lines(made: &Indicator, atlas: &Atlas, lang: Lang) -> Vec<String> {
    let caption = Caption::from(made);
    let factor = i18n::compact_number(lang, made.multiplier, 6);
    let mut lines = vec![match made.denominator.is_empty() {
        true => t::formula_read_as_count(lang, factor, side(&made.numerator)),
        false => t::formula_read_as(lang, factor, side(&made.numerator), side(&made.denominator)),
    }];
    lines.push(lang.pick(&made.unit).to_owned());
    let dates = atlas.dates(made);
    if let Some((first, last)) = dates.first().zip(dates.last()) {
        let day = |date| i18n::date(lang, date);
        lines.push(t::formula_dates_there(lang, dates.len(), day(*first), day(*last)));
    }
    let written = |value| value_text(lang, caption, value);
    if let (Some((_, value)), Some(date)) = (values(made, Level::Ats, atlas).first(), atlas.usual_date(made))
    {
        let when = reference_phrase(lang, made.period.ending(date));
        lines.push(t::formula_value_ats(lang, when, written(*value)));
    }
    for level in [Level::Ambiti, Level::Comuni] {
        let known: Vec<f64> =
            values(made, level, atlas).into_iter().filter_map(|(_, value)| value.ok()).collect();
        let ends = known.iter().copied().reduce(f64::min).zip(known.iter().copied().reduce(f64::max));
        if let Some((low, high)) = ends {
            lines.push(t::formula_values(lang, lang.level(level), written(Ok(low)), written(Ok(high))));
        }
    }
    let without: Vec<String> = values(made, Level::Comuni, atlas)
        .into_iter()
        .filter(|(_, value)| value.is_err())
        .map(|(name, _)| name)
        .collect();
    if !without.is_empty() {
        let more = if without.len() > MOST_NAMED { ", …" } else { "" };
        let named = without.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ") + more;
        lines.push(t::formula_without(lang, without.len(), named));
    }
    lines
}
