//! One match of a number, in words.

use crate::base::{Code, Date, Level, decimal};
use crate::data::{
    AreaKind, Atlas, Caption, Indicator, Method, Occurrence, Owner, PublishedIndicator, Reference, Subject,
    Unit,
};
use crate::document::{MapKind, MapSpec};
use crate::engine::standard_words::{one_per, printed_standard};
use crate::figure::{
    breaks, in_points, mapped_table, marked, method_of, reference_label, reference_phrase, span_text,
    value_text,
};
use crate::i18n::{Lang, Thing, compact_number, signed_number, texts};
use crate::io::PrintedCell;

use super::asked::Asked;
use super::candidate::Candidate;
use super::change::Change;
use super::need::Requirement;
use super::note::NotedNumber;

/// How many decimals more than usual the two ends of a change may need to give it.
const MORE: usize = 8;

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
    /// A note on an indicator.
    Note { indicator: String, is_published: bool },
    /// What a printed standard requires, by its id.
    Standard(String),
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
    /// What it must not be taken for, or what its source contradicts: a sentence.
    pub caution: Option<String>,
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
        // Two decimals more than were typed are enough to show how the number was rounded.
        let decimals = asked.decimals.max(candidate.decimals()) + 2;
        let mut answer = match candidate {
            Candidate::Value(occurrence) => Self::of_value(occurrence, atlas, lang),
            Candidate::Cell(cell) => Self::of_cell(cell, atlas, lang),
            Candidate::Note(note) => Self::of_note(note, lang),
            Candidate::Need(need) => Self::of_need(need, atlas, lang),
            Candidate::Change(change) => Self::of_change(change, decimals, atlas, lang),
        };
        let number = match candidate {
            Candidate::Change(change) => signed_number(lang, change.value(), decimals),
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
            caution: not_own(occurrence, atlas, lang),
            alike: 0,
        }
    }

    /// A change is told with both its values, in the decimals that give it, and with the break of the series that it crosses.
    fn of_change(change: &Change<'_>, decimals: usize, atlas: &Atlas, lang: Lang) -> Self {
        let mut answer = Self::of_value(&change.after, atlas, lang);
        let Subject::Indicator(indicator) = change.after.subject else { return answer };
        let caption = Caption::from(indicator);
        let gives = |places: &usize| {
            let [before, after] = change.ends().map(|end| decimal::rounded(end, *places));
            decimal::fixed(change.between(before, after), decimals)
                == decimal::fixed(change.value(), decimals)
        };
        let own = caption.decimals;
        let places = (own..own + MORE).find(gives).unwrap_or(own + MORE);
        let [before, after] =
            change.ends().map(|end| value_text(lang, Caption { decimals: places, ..caption }, Ok(end)));
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
        } else if in_points(caption) {
            lang.text(texts::WHENCE_POINTS).clone_into(&mut answer.written);
        }
        answer
    }

    fn of_cell(cell: &PrintedCell<'_>, atlas: &Atlas, lang: Lang) -> Self {
        let name = match cell.indicator {
            Some(indicator) => lang.pick(&indicator.name).to_owned(),
            None => texts::whence_measure(lang, cell.measure),
        };
        let unit = cell.indicator.map_or_else(|| lang.printed_unit(cell.unit), |own| lang.pick(&own.unit));
        let reference = Reference::try_from(cell.year.to_owned()).ok();
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
            reference,
            when: match (cell.year, reference, cell.indicator) {
                ("", ..) => lang.text(texts::WHENCE_NO_DATE).to_owned(),
                // A stock has a day, which its indicator knows.
                (_, Some(reference), Some(own)) => {
                    reference_phrase(lang, Caption::from(own).stated(reference))
                }
                (year, ..) => year.to_owned(),
            },
            method: None,
            how: texts::whence_printed(lang, cell.table),
            value: cell.value,
            written: unit.to_owned(),
            origin: lang.stated(lang.pick(cell.indicator.map_or(cell.source, |own| &own.source))).to_owned(),
            caution: reference.and_then(|reference| noted(cell, reference, atlas, lang)),
            alike: 0,
        }
    }

    /// A number in a note is told with the whole note.
    fn of_note(note: &NotedNumber<'_>, lang: Lang) -> Self {
        let (place, reference) = match note.cell {
            Some((area, year)) => (area_name(lang, area.kind, &area.name), Some(Reference::Year(year))),
            None => (lang.text(texts::WHENCE_WHOLE_NOTE).to_owned(), None),
        };
        Self {
            source: Source::Note { indicator: note.id.to_owned(), is_published: note.is_published },
            name: lang.pick(note.name).to_owned(),
            unit: note.cell.and_then(|(area, _)| area.unit.clone()),
            place,
            from: None,
            reference,
            when: match reference {
                Some(reference) => reference_label(lang, reference),
                None => lang.text(texts::WHENCE_NO_DATE).to_owned(),
            },
            method: None,
            how: texts::whence_noted(lang, lang.pick(note.text)),
            value: note.value,
            written: String::new(),
            origin: lang.stated(lang.pick(note.source)).to_owned(),
            caution: None,
            alike: 0,
        }
    }

    fn of_need(need: &Requirement<'_>, atlas: &Atlas, lang: Lang) -> Self {
        let standard = need.standard;
        let counted = lang.pick(&standard.what).to_owned();
        let origin = lang.pick(&standard.printed).to_owned();
        let name = printed_standard(lang, atlas, standard);
        let source = Source::Standard(standard.id.clone());
        let Some(base) = &need.base else {
            return Self {
                source,
                name,
                unit: None,
                place: lang.text(texts::WHENCE_STANDARD).to_owned(),
                from: None,
                reference: None,
                when: lang.text(texts::WHENCE_NO_DATE).to_owned(),
                method: None,
                how: lang.text(texts::WHENCE_THRESHOLD).to_owned(),
                value: need.value,
                written: one_per(lang, atlas, &standard.of).to_owned(),
                origin,
                caution: None,
                alike: 0,
            };
        };
        let mut answer = Self::of_value(base, atlas, lang);
        answer.how = texts::whence_needed(lang, compact_number(lang, base.value, 0), &answer.name);
        (answer.source, answer.name, answer.value) = (source, name, need.value);
        (answer.written, answer.origin, answer.method) = (counted, origin, None);
        answer
    }

    /// Indicator, territory, date and method in one line.
    pub fn line(&self) -> String {
        [&self.name, &self.place, &self.how, &self.when].map(String::as_str).join(" · ")
    }
}

/// That the mean of its Comuni, or the least or greatest of them, is not the value of a group: "Non è il valore dell'Ambito, che è
/// 181,0."
fn not_own(occurrence: &Occurrence<'_>, atlas: &Atlas, lang: Lang) -> Option<String> {
    let Occurrence { subject: Subject::Indicator(indicator), owner, reference, method, .. } = occurrence
    else {
        return None;
    };
    let Owner::Unit(level, _, Unit { members, .. }) = owner else { return None };
    if method.is_of_group() || *level == Level::Comuni {
        return None;
    }
    let kind = lang.text(match level {
        Level::Comuni | Level::Ambiti => texts::WHENCE_AMBITO,
        Level::Asst => texts::HIT_ASST,
        Level::Ats => texts::HIT_ATS,
    });
    let own = atlas.value_of(&indicator.id, (*reference)?.date()?, members, Method::Pooled).ok()?;
    Some(match own {
        Ok(_) => texts::whence_not_own(lang, kind, value_text(lang, *indicator, own)),
        Err(_) => texts::whence_no_own(lang, kind),
    })
}

/// What is said of the cell wherever it is shown, as a row of whichever indicator is read from it.
fn noted(cell: &PrintedCell<'_>, reference: Reference, atlas: &Atlas, lang: Lang) -> Option<String> {
    let note = |own: &PublishedIndicator| {
        let cells = own.cells.iter().filter(|cells| own.dataset == cell.dataset && cells.table == cell.table);
        let row = cells.filter_map(|cells| cells.row_of(cell.measure, cell.territory)).next()?;
        let area = atlas.area_named(row)?;
        let rows = atlas.published_values(&own.id).ok()?;
        let year = reference.year();
        let row = rows.into_iter().find(|row| row.area == area && row.reference.year() == year)?;
        Some(lang.pick(row.note?).to_owned())
    };
    atlas.published_indicators().iter().find_map(note)
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
