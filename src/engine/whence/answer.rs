//! One match of a number, in words.

use crate::base::{Code, Date, Level};
use crate::data::{AreaKind, Atlas, Caption, Indicator, Method, Occurrence, Owner, Reference, Subject};
use crate::document::{MapKind, MapSpec};
use crate::figure::{breaks, mapped_table, marked, method_of, reference_phrase, span_text, value_text};
use crate::i18n::{Lang, Thing, compact_number, texts};
use crate::io::PrintedCell;

use super::asked::Asked;
use super::candidate::Candidate;
use super::change::Change;

/// What a number is a value of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The indicator of that id, computed.
    Indicator(String),
    /// The indicator of that id, as published.
    Published(String),
    /// A variable of a dataset, by their ids.
    Variable(String, String),
    /// A cell of a printed table.
    Cell {
        dataset: String,
        /// The table, as its source calls it.
        table: String,
        /// What is counted, as printed.
        measure: String,
        /// The indicator read from it, if any.
        indicator: Option<String>,
    },
}

/// A match.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What the number is a value of.
    pub source: Source,
    /// The name of the source.
    pub name: String,
    /// Level and code of the unit, where it is one of the atlas.
    pub unit: Option<(Level, Code)>,
    /// The territory.
    pub place: String,
    /// The earlier date of a change.
    pub from: Option<Reference>,
    /// What it refers to.
    pub reference: Option<Reference>,
    /// The reference in words.
    pub when: String,
    /// How the value of a group was computed; `None` for printed values.
    pub method: Option<Method>,
    /// The method in words.
    pub how: String,
    pub value: f64,
    /// The value with its unit, and with more decimals than were typed.
    pub written: String,
    /// The publisher.
    pub origin: String,
    /// How many values of the same indicator, variable or column match.
    pub alike: usize,
}

impl Answer {
    pub(super) fn new(
        candidate: &Candidate<'_>,
        alike: usize,
        asked: &Asked,
        atlas: &Atlas,
        lang: Lang,
    ) -> Self {
        let mut answer = match candidate {
            Candidate::Value(occurrence) => Self::of_value(occurrence, atlas, lang),
            Candidate::Cell(cell) => Self::of_cell(cell, lang),
            Candidate::Change(change) => Self::of_change(change, atlas, lang),
        };
        // Two decimals more than were typed are enough to show how the number was rounded.
        let decimals = asked.decimals.max(candidate.decimals()) + 2;
        let number = match candidate {
            Candidate::Change(change) => {
                let sign = if change.value() < 0.0 { '−' } else { '+' };
                format!("{sign}{}", compact_number(lang, change.value().abs(), decimals))
            }
            _ => compact_number(lang, candidate.value(), decimals),
        };
        let gap = if answer.written.starts_with('%') { "" } else { " " };
        answer.written = format!("{number}{gap}{}", answer.written).trim_end().to_owned();
        answer.alike = alike;
        answer
    }

    fn of_value(occurrence: &Occurrence<'_>, atlas: &Atlas, lang: Lang) -> Self {
        let Occurrence { subject, owner, reference, method, value } = *occurrence;
        let (unit, place, members) = match owner {
            Owner::Unit(level, _, unit) => {
                let place = match level {
                    Level::Comuni => texts::name_comune(lang, &unit.name),
                    _ => marked(lang, atlas, level, &unit.code, lang.territory(level, &unit.name)),
                };
                (Some((level, unit.code.clone())), place, unit.members.len())
            }
            Owner::Area(area) => (None, area_name(lang, area.kind, &area.name), 0),
        };
        let of_caption = |caption: Caption<'_>, source: Source| {
            let how = match (unit.as_ref().map(|(level, _)| *level), method) {
                (None, _) => lang.text(texts::WHENCE_AS_GIVEN).to_owned(),
                (Some(Level::Comuni), _) => lang.text(texts::WHENCE_OF_COMUNE).to_owned(),
                (_, Method::Pooled) if members == 1 => lang.text(texts::WHENCE_OF_COMUNE).to_owned(),
                (_, Method::Pooled | Method::Partial) => method_of(lang, caption, method),
                (_, Method::Mean) => texts::whence_mean(lang, lang.of_the(members, Thing::Comune)),
                (_, Method::Min) => texts::whence_min(lang, lang.of_the(members, Thing::Comune)),
                (_, Method::Max) => texts::whence_max(lang, lang.of_the(members, Thing::Comune)),
            };
            (
                source,
                lang.pick(caption.name).to_owned(),
                how,
                lang.pick(caption.unit).to_owned(),
                lang.pick(caption.source).to_owned(),
            )
        };
        let (source, name, how, counted, origin) = match subject {
            Subject::Indicator(own) => of_caption(own.into(), Source::Indicator(own.id.clone())),
            Subject::Published(own) => of_caption(own.into(), Source::Published(own.id.clone())),
            Subject::Variable(name, meta) => {
                let how = match &unit {
                    Some((level, _)) if *level != Level::Comuni && members > 1 => {
                        texts::whence_sum(lang, lang.of_the(members, Thing::Comune))
                    }
                    _ => lang.text(texts::WHENCE_OF_COMUNE).to_owned(),
                };
                let source = Source::Variable(meta.id.clone(), name.to_owned());
                (source, lang.variable(atlas, name), how, String::new(), lang.pick(&meta.source).to_owned())
            }
        };
        Self {
            source,
            name,
            unit: unit.clone(),
            place,
            from: None,
            reference,
            when: reference.map_or_else(
                || lang.text(texts::WHENCE_NO_DATE).to_owned(),
                |reference| reference_phrase(lang, stated(subject, reference)),
            ),
            method: unit.filter(|(level, _)| *level != Level::Comuni).map(|_| method),
            how,
            value,
            written: counted,
            origin: lang.stated(&origin).to_owned(),
            alike: 0,
        }
    }

    /// A change is told with both its values, and with the break of the series that it crosses.
    fn of_change(change: &Change<'_>, atlas: &Atlas, lang: Lang) -> Self {
        let mut answer = Self::of_value(&change.after, atlas, lang);
        let Subject::Indicator(indicator) = change.after.subject else { return answer };
        let [before, after] =
            [change.before, change.after].map(|own| value_text(lang, indicator, Ok(own.value)));
        let kind = if change.is_relative { texts::WHENCE_RELATIVE } else { texts::WHENCE_CHANGE };
        answer.how = texts::whence_change(lang, lang.text(kind), before, after, &answer.how);
        (answer.from, answer.value) = (change.before.reference, change.value());
        let stated = |at| indicator.period.of(at);
        if let Some((from, to)) = change.before.reference.zip(change.after.reference) {
            answer.when = span_text(lang, stated(from), stated(to));
            if let (Some(from), Some(date)) = (from.date(), to.date())
                && crosses(indicator, from, date, atlas)
            {
                answer.how = texts::whence_break(lang, &answer.how);
            }
        }
        if change.is_relative {
            "%".clone_into(&mut answer.written);
        }
        answer
    }

    fn of_cell(cell: &PrintedCell<'_>, lang: Lang) -> Self {
        let name = match cell.indicator {
            Some(indicator) => lang.pick(&indicator.name).to_owned(),
            None => texts::whence_measure(lang, cell.measure),
        };
        Self {
            source: Source::Cell {
                dataset: cell.dataset.to_owned(),
                table: cell.table.to_owned(),
                measure: cell.measure.to_owned(),
                indicator: cell.indicator.map(|indicator| indicator.id.clone()),
            },
            name,
            unit: cell.area.and_then(|area| area.unit.clone()),
            place: cell.territory.to_owned(),
            from: None,
            reference: cell.year.to_owned().try_into().ok(),
            when: match cell.year {
                "" => lang.text(texts::WHENCE_NO_DATE).to_owned(),
                year => year.to_owned(),
            },
            method: None,
            how: texts::whence_printed(lang, cell.table),
            value: cell.value,
            written: cell.unit.to_owned(),
            origin: lang.stated(lang.pick(cell.source)).to_owned(),
            alike: 0,
        }
    }

    /// Indicator, territory, date and method in one line.
    pub fn line(&self) -> String {
        [&self.name, &self.place, &self.how, &self.when].map(String::as_str).join(" · ")
    }
}

fn area_name(lang: Lang, kind: AreaKind, name: &str) -> String {
    match kind {
        AreaKind::Comune => texts::name_comune(lang, name),
        _ => name.to_owned(),
    }
}

/// Whether the series of an indicator breaks between two dates.
fn crosses(indicator: &Indicator, from: Date, date: Date, atlas: &Atlas) -> bool {
    let kind = MapKind::since(from);
    let spec = MapSpec { level: Level::Ats, kind, ..MapSpec::new(&indicator.id, date) };
    mapped_table(&spec, atlas).is_ok_and(|table| !breaks(&spec, &table, atlas).is_empty())
}

/// What a value at a reference is said to refer to.
fn stated(subject: Subject<'_>, at: Reference) -> Reference {
    match subject {
        Subject::Indicator(indicator) => indicator.period.of(at),
        Subject::Variable(..) | Subject::Published(_) => at,
    }
}
