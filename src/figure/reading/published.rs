//! Values as published read in sentences: what the source printed, compared as printed, and nothing worked out beyond that.

use crate::base::Level;
use crate::data::{Caption, Kind, Reference, Value};
use crate::figure::precision::{is_close, same};
use crate::figure::wording::{reference_phrase, value_text};
use crate::i18n::italian::counted;
use crate::i18n::{self, Lang, Thing, texts};

use super::voice::capital;

/// Names told one by one; more are counted.
const NAMED: usize = 4;

/// A row of a published table.
pub struct Row<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value.
    pub value: Value,
}

/// What the rows are part of.
pub struct Whole<'a> {
    pub name: &'a str,
    pub value: f64,
    /// Whether its source shows that it cannot be right: a note of the figure says why.
    pub is_misprint: bool,
}

/// The ends of a column, and how many exceed what the rows are part of. What a note contradicts is not compared.
pub fn column(
    lang: Lang,
    caption: Caption<'_>,
    at: Reference,
    rows: &[Row<'_>],
    overall: Option<Whole<'_>>,
) -> Vec<String> {
    let (when, name) = (capital(&reference_phrase(lang, at)), lang.pick(caption.name));
    let text = |x: f64| value_text(lang, caption, Ok(x));
    let present: Vec<(&str, f64)> = rows.iter().filter_map(|row| Some((row.name, row.value.ok()?))).collect();
    let end = |pick: fn(f64, f64) -> f64| present.iter().map(|(_, x)| *x).reduce(pick);
    let (Some(low), Some(high)) = (end(f64::min), end(f64::max)) else {
        return vec![texts::read_published_none(lang, when, name)];
    };
    let owners = |value: f64| {
        let all: Vec<&str> = present.iter().filter(|(_, x)| same(*x, value)).map(|(name, _)| *name).collect();
        match all.len() {
            0..=NAMED => all.join(", "),
            n => texts::read_published_rows(lang, n),
        }
    };
    let mut sentences = vec![match present.as_slice() {
        [(of, value)] => texts::read_published_one(lang, when, name, of, text(*value)),
        _ if same(low, high) => texts::read_published_equal(lang, when, name, text(low)),
        _ => texts::read_published_span(lang, when, name, text(low), owners(low), text(high), owners(high)),
    }];
    // A sum would stand beyond every part of it.
    if let Some(Whole { name, value, is_misprint }) =
        overall.filter(|_| caption.kind != Kind::Count && present.len() > 1)
    {
        let above = present.iter().filter(|(_, x)| *x > value && !same(*x, value)).count();
        let (written, name) = (text(value), lang.of_area(name));
        let rows = counted_rows(lang, above, &present);
        sentences.push(match above {
            _ if is_misprint => texts::read_published_overall_noted(lang, name, written),
            0 => texts::read_published_overall_none(lang, name, written),
            1 => texts::read_published_overall_one(lang, name, written, rows),
            _ => texts::read_published_overall_many(lang, name, written, rows),
        });
        if is_close(caption.decimals, value, present.iter().map(|(_, x)| *x)) {
            sentences.push(lang.text(texts::UNROUNDED).to_owned());
        }
    }
    sentences
}

/// "1 riga su 20"; of rows that are all ATS or all Ambiti, "1 ATS su 8".
fn counted_rows(lang: Lang, n: usize, present: &[(&str, f64)]) -> String {
    let is_all = |start: &str| present.iter().all(|(name, _)| name.starts_with(start));
    let level = match () {
        () if is_all("ATS ") => Level::Ats,
        () if is_all("Ambito ") => Level::Ambiti,
        () => return lang.count_of(n, present.len(), Thing::Row),
    };
    let written = |n: usize| i18n::number(lang, n as f64, 0);
    let of = present.len();
    match lang {
        Lang::It => format!("{} su {}", counted(&written(n), n == 1, level), written(of)),
        Lang::En => format!("{} of {}", written(n), counted(&written(of), of == 1, level)),
    }
}

/// Who has no value.
pub fn absent(lang: Lang, names: &[&str]) -> Option<String> {
    match names.len() {
        0 => None,
        n if n > NAMED => Some(texts::read_published_absent(lang, texts::read_published_rows(lang, n))),
        _ => Some(texts::read_published_absent(lang, names.join(", "))),
    }
}
