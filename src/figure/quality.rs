//! How provisional and estimated values are marked: one mark, one word and one sentence for all figures.

use crate::data::{Atlas, Axis, Caption, Graded, Kind, Quality, Reference, Row, Table};
use crate::i18n::{Lang, Text, texts};

use super::wording::{listed, reference_label, reference_phrase, span_text};

/// The mark of a number in a table; `None` for final values.
pub fn mark(lang: Lang, quality: Quality) -> Option<&'static str> {
    match quality {
        Quality::Final => None,
        Quality::Provisional => Some(lang.text(texts::MARK_PROVISIONAL)),
        Quality::Estimated => Some(lang.text(texts::MARK_ESTIMATED)),
        Quality::Partial => Some(lang.text(texts::MARK_PARTIAL)),
    }
}

/// A number with its mark.
pub fn marked(lang: Lang, text: String, quality: Quality) -> String {
    match mark(lang, quality) {
        Some(mark) => format!("{text} {mark}"),
        None => text,
    }
}

/// The same with a word within parentheses: they are not nested.
pub(crate) fn in_aside(lang: Lang, text: String, quality: Quality) -> String {
    match quality.is_final() {
        true => text,
        false => format!("{text}, {}", lang.quality(quality)),
    }
}

/// The same with a word, where no footer explains a mark.
pub(crate) fn in_words(lang: Lang, text: String, quality: Quality) -> String {
    match quality.is_final() {
        true => text,
        false => format!("{text} ({})", lang.quality(quality)),
    }
}

/// The meaning of the ring around a marker, for the qualities that occur.
pub(crate) fn ring_key(lang: Lang, found: &[Quality]) -> Option<String> {
    let meanings = Quality::MARKED.into_iter().filter(|quality| found.contains(quality));
    let meanings: Vec<&str> = meanings.map(|quality| lang.text(meaning(quality))).collect();
    (!meanings.is_empty()).then(|| meanings.join("; "))
}

fn meaning(quality: Quality) -> Text {
    match quality {
        Quality::Partial => texts::MEANS_PARTIAL,
        Quality::Estimated => texts::MEANS_ESTIMATED,
        _ => texts::MEANS_PROVISIONAL,
    }
}

/// The date of a table, with a word if none of its values are final: "al 1/1/2023 (provvisorio)".
pub fn dated<'a>(lang: Lang, caption: impl Into<Caption<'a>>, table: &Table) -> String {
    let at = caption.into().stated(table.date);
    in_words(lang, reference_phrase(lang, at), of_table(table).unwrap_or_default())
}

/// The meaning of the marks, for those that occur.
pub fn key(lang: Lang, found: &[Quality]) -> Option<String> {
    let meanings = Quality::MARKED.into_iter().filter(|quality| found.contains(quality));
    let meanings: Vec<String> = meanings
        .filter_map(|quality| Some(format!("{} = {}", mark(lang, quality)?, lang.text(meaning(quality)))))
        .collect();
    (!meanings.is_empty()).then(|| format!("{}.", meanings.join("; ")))
}

/// The quality shared by all values that are present; `None` where they differ.
pub fn shared<'a>(values: impl IntoIterator<Item = &'a Graded>) -> Option<Quality> {
    let mut present = values.into_iter().filter(|(value, _)| value.is_ok()).map(|(_, quality)| *quality);
    let Some(first) = present.next() else { return Some(Quality::Final) };
    present.all(|quality| quality == first).then_some(first)
}

/// Says that values at a reference are not final, and how many if not all. `name` is the name of the indicator, where
/// the figure has several.
pub fn sentences(
    lang: Lang,
    name: Option<&str>,
    at: Reference,
    values: impl IntoIterator<Item = Graded>,
) -> Vec<String> {
    let present: Vec<Quality> =
        values.into_iter().filter(|(value, _)| value.is_ok()).map(|(_, quality)| quality).collect();
    let when = reference_phrase(lang, at);
    let what = name.map_or(when.clone(), |name| texts::quality_of(lang, name, &when));
    let partial = present.iter().filter(|own| **own == Quality::Partial).count();
    let sentence = |quality: Quality| {
        let count = present.iter().filter(|own| **own == quality).count();
        let is_estimated = quality == Quality::Estimated;
        let are_others = quality != Quality::Partial && partial > 0 && count + partial == present.len();
        match (count, present.len()) {
            (0, _) => None,
            // What is partial may be estimated besides: a count would say that it is not.
            _ if are_others && is_estimated => Some(texts::estimated_others(lang, &what)),
            _ if are_others => Some(texts::provisional_others(lang, &what)),
            (count, of) if quality == Quality::Partial => Some(texts::partial_some(lang, &what, count, of)),
            (count, of) if count == of && is_estimated => Some(texts::estimated_all(lang, &what)),
            (count, of) if count == of => Some(texts::provisional_all(lang, &what)),
            (count, of) if is_estimated => Some(texts::estimated_some(lang, &what, count, of)),
            (count, of) => Some(texts::provisional_some(lang, &what, count, of)),
        }
    };
    Quality::MARKED.into_iter().filter_map(sentence).collect()
}

/// The quality shared by all values of a table; `None` where they differ.
pub(crate) fn of_table(table: &Table) -> Option<Quality> {
    let values: Vec<Graded> = table.rows.iter().map(|row| (row.value, row.quality)).collect();
    shared(&values)
}

/// The same for the tables a figure is drawn from.
pub(crate) fn of_tables(lang: Lang, atlas: &Atlas, tables: &[&Table]) -> Vec<String> {
    let shown = tables.iter().map(|table| Shown::new(&table.indicator, table.date.into(), &table.rows));
    of_shown(lang, atlas, &shown.collect::<Vec<_>>())
}

/// The same for the axes of a scatterplot, which may refer to a year.
pub(crate) fn of_axes(lang: Lang, atlas: &Atlas, axes: &[&Axis]) -> Vec<String> {
    let shown = axes.iter().map(|axis| Shown::new(&axis.indicator, axis.at, &axis.rows));
    of_shown(lang, atlas, &shown.collect::<Vec<_>>())
}

/// The values of an indicator that a figure shows.
struct Shown<'a> {
    indicator: &'a str,
    at: Reference,
    values: Vec<Graded>,
}

impl<'a> Shown<'a> {
    fn new(indicator: &'a str, at: Reference, rows: &[Row]) -> Self {
        Self { indicator, at, values: rows.iter().map(|row| (row.value, row.quality)).collect() }
    }
}

/// The indicator is named where those of one date differ.
fn of_shown(lang: Lang, atlas: &Atlas, shown: &[Shown<'_>]) -> Vec<String> {
    let notes = |of: &Shown<'_>, name: Option<&str>| {
        let at = atlas.caption(of.indicator).map_or(of.at, |caption| caption.stated(of.at));
        sentences(lang, name, at, of.values.iter().copied())
    };
    let mut all = Vec::new();
    for of in shown {
        let plain = notes(of, None);
        let caption = atlas.caption(of.indicator).ok();
        let alike = shown.iter().filter(|other| other.at == of.at).all(|other| notes(other, None) == plain);
        let name = caption.map(|caption| lang.pick(caption.name));
        for sentence in notes(of, name.filter(|_| !alike)) {
            if !all.contains(&sentence) {
                all.push(sentence);
            }
        }
    }
    all
}

/// The two dates of a change that is told and whose values are of unlike status: a final count after an estimate, or before one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moves {
    pub indicator: String,
    pub ends: [Reference; 2],
}

impl Moves {
    /// The change of some territories, if for one of them only one of the two values is final.
    pub(crate) fn unlike(
        indicator: &str,
        ends: [Reference; 2],
        status: impl IntoIterator<Item = [Quality; 2]>,
    ) -> Option<Self> {
        let is_unlike = |[before, now]: [Quality; 2]| before.is_final() != now.is_final();
        status.into_iter().any(is_unlike).then(|| Self { indicator: indicator.to_owned(), ends })
    }
}

/// The most changes named in a sentence.
const MOST_NAMED: usize = 4;

/// Says of which changes one value is final and the other is not: those told between two dates, and those that are the values
/// themselves, as of a yearly change. Part of such a change need not be one of the territories.
pub(super) fn mixed(lang: Lang, used: &[(String, Reference)], told: &[Moves], atlas: &Atlas) -> Vec<String> {
    let mut own: Vec<(&str, Vec<Reference>)> = Vec::new();
    for (id, at) in used {
        let Some((indicator, date)) = atlas.catalogue.get(id).zip(at.date()) else { continue };
        let read = atlas.qualities_read(indicator, date);
        let finals = read.iter().filter(|(_, quality)| quality.is_final()).count();
        if indicator.kind != Kind::Change || finals == 0 || finals == read.len() {
            continue;
        }
        match own.iter_mut().find(|(known, _)| *known == id.as_str()) {
            Some((_, dates)) if dates.contains(at) => {}
            Some((_, dates)) => dates.push(*at),
            None => own.push((id.as_str(), vec![*at])),
        }
    }
    let stated = |id: &str, at: Reference| atlas.caption(id).map_or(at, |caption| caption.stated(at));
    let phrases = |id: &str, dates: &[Reference]| {
        let mut dates = dates.to_vec();
        dates.sort();
        let all: Vec<String> = dates.iter().map(|at| reference_phrase(lang, stated(id, *at))).collect();
        listed(lang, &all)
    };
    let mut told = told.to_vec();
    told.dedup();
    let of_one = used.iter().all(|(id, _)| *id == used[0].0);
    match (own.as_slice(), told.as_slice()) {
        ([], []) => Vec::new(),
        ([(id, dates)], []) if of_one => vec![texts::mixed_at(lang, phrases(id, dates))],
        ([], [Moves { indicator, ends }]) if of_one => {
            let [from, to] = ends.map(|at| reference_label(lang, stated(indicator, at)));
            vec![texts::mixed_between(lang, from, to)]
        }
        // Differences of changes, or several indicators.
        _ => {
            let short =
                |id: &str| atlas.caption(id).map_or(id, |caption| lang.pick(caption.short)).to_owned();
            let of_dates =
                own.iter().map(|(id, dates)| texts::mixed_named(lang, short(id), phrases(id, dates)));
            let between = told.iter().map(|Moves { indicator, ends }| {
                let [from, to] = ends.map(|at| stated(indicator, at));
                texts::mixed_named(lang, short(indicator), span_text(lang, from, to))
            });
            let mut names: Vec<String> = of_dates.chain(between).collect();
            names.dedup();
            if names.len() > MOST_NAMED + 1 {
                let more = names.len() - MOST_NAMED;
                names.truncate(MOST_NAMED);
                names.push(texts::mixed_more(lang, more));
            }
            vec![texts::mixed_many(lang, names.join("; "))]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Date;

    #[test]
    fn all_or_some_and_never_what_is_absent() {
        let at = Reference::Date(Date::new(2023, 1, 1).unwrap());
        let absent = (Err(crate::data::Absence::Missing), Quality::Estimated);
        let all = [(Ok(1.0), Quality::Estimated), absent];
        assert_eq!(sentences(Lang::It, None, at, all), ["Valori al 1/1/2023 stimati, non definitivi."]);
        let some = [(Ok(1.0), Quality::Provisional), (Ok(2.0), Quality::Final), absent];
        assert_eq!(
            sentences(Lang::En, Some("Users"), at, some),
            ["Values of “Users” on 1 January 2023 provisional, not final: 1 of 2."]
        );
        assert!(sentences(Lang::It, None, at, [absent]).is_empty());
        assert_eq!(
            (shared(&some), shared(&all), shared(&[absent])),
            (None, Some(Quality::Estimated), Some(Quality::Final))
        );
    }

    /// Rates by residents of 1/1/2023, which are estimates: those that lack a Comune are partial, and no less estimated.
    #[test]
    fn what_is_partial_is_not_said_to_be_final() {
        let values = [
            (Ok(7.5), Quality::Partial),
            (Ok(5.2), Quality::Estimated),
            (Err(crate::data::Absence::Missing), Quality::Final),
        ];
        let at = Reference::Date(Date::new(2023, 1, 1).expect("a date"));
        let told = sentences(Lang::It, None, at, values);
        assert_eq!(told.len(), 2, "{told:?}");
        assert_eq!(told[1], "Gli altri valori al 1/1/2023 sono stimati, non definitivi.");
    }
}
