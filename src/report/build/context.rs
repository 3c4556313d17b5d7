//! What all parts of a report are made with: the data, each table computed once, and what was used.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::base::{Code, Date, Level};
use crate::data::{
    Absence, Atlas, Bounds, Caption, Indicator, Method, Quality, Query, Reference, Table, Value,
};
use crate::figure::reading::voice::Voice;
use crate::figure::wording::reference_label;
use crate::figure::{Sources, quality};
use crate::i18n::{self, Lang, texts};
use crate::report::block::{self, Origin};
use crate::report::place::Place;
use crate::report::template::At;

type Tables = FxHashMap<(String, Date, Level), Option<Rc<Table>>>;

/// The tables computed so far: those of one report serve the next.
#[derive(Debug, Default)]
pub struct Cache {
    tables: RefCell<Tables>,
}

/// The data, the language, and what was used of them.
pub(super) struct Context<'a> {
    pub sources: Sources<'a>,
    pub lang: Lang,
    cache: &'a Cache,
    /// Indicators with what they were used for, in the order of their first use.
    used: RefCell<Vec<(String, BTreeSet<Reference>)>>,
    /// The id of the table of sources at the end, where the report has one.
    pub sources_at: Option<String>,
}

/// A value of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Known {
    pub value: Value,
    pub bounds: Bounds,
    pub quality: Quality,
    pub date: Date,
}

impl<'a> Context<'a> {
    pub fn new(sources: Sources<'a>, lang: Lang, cache: &'a Cache) -> Self {
        Self { sources, lang, cache, used: RefCell::default(), sources_at: None }
    }

    pub fn atlas(&self) -> &'a Atlas {
        self.sources.atlas
    }

    /// The indicator with this id, if it is one that is computed.
    pub fn indicator(&self, id: &str) -> Option<&'a Indicator> {
        self.atlas().catalogue.get(id)
    }

    /// How an indicator is spoken of, at a level.
    pub fn voice<'i>(&self, indicator: &'i Indicator, level: Level) -> Voice<'i> {
        Voice { lang: self.lang, indicator, level }
    }

    /// The code of the ATS, if there is one.
    pub fn ats_code(&self) -> Option<Code> {
        match self.atlas().territories.units(Level::Ats) {
            [ats] => Some(ats.code.clone()),
            _ => None,
        }
    }

    /// The date of an indicator, if it has one.
    pub fn date(&self, indicator: &Indicator, at: At) -> Option<Date> {
        let dates = self.atlas().dates(indicator);
        match at {
            At::Latest => dates.last().copied(),
            At::Date(date) if dates.contains(&date) => Some(date),
            At::Date(date) => self.atlas().nearest_date(indicator, date),
        }
    }

    /// The date before that compares with it: the last one without a break since.
    pub fn date_before(&self, indicator: &Indicator, date: Date) -> Option<Date> {
        let table = self.table(&indicator.id, date, Level::Ats)?;
        let dates = self.atlas().dates(indicator);
        let before = dates.into_iter().rev().find(|earlier| *earlier < date)?;
        let breaks = crate::figure::breaks_between(&table.datasets, before, date, self.atlas());
        breaks.is_empty().then_some(before)
    }

    /// All units of a level.
    pub fn table(&self, id: &str, date: Date, level: Level) -> Option<Rc<Table>> {
        let key = (id.to_owned(), date, level);
        if let Some(known) = self.cache.tables.borrow().get(&key) {
            return known.clone();
        }
        let query = Query { indicator: id.to_owned(), date, level, method: Method::Pooled };
        let table = self.atlas().compute(&query).ok().map(Rc::new);
        self.cache.tables.borrow_mut().insert(key, table.clone());
        table
    }

    /// The value of a place.
    pub fn known(&self, place: &Place, id: &str, date: Date) -> Known {
        let nothing = Known { value: Err(Absence::Missing), bounds: None, quality: Quality::Final, date };
        let Some((level, code)) = &place.unit else {
            // A group that is no unit has a value of its own only where the sums are added up.
            let holds = self.indicator(id).is_some_and(Indicator::holds_for_groups);
            if !holds {
                return Known { value: Err(Absence::NotApplicable), ..nothing };
            }
            let atlas = self.atlas();
            let value = atlas.value_of(id, date, &place.members, Method::Pooled);
            let quality = atlas.quality_of(id, date, &place.members);
            return Known {
                value: value.unwrap_or(Err(Absence::Missing)),
                quality: quality.unwrap_or_default(),
                ..nothing
            };
        };
        let row = self.atlas().territories.position(*level, code).and_then(|at| {
            let table = self.table(id, date, *level)?;
            let row = table.rows.get(at)?;
            Some(Known { value: row.value, bounds: row.bounds, quality: row.quality, date })
        });
        row.unwrap_or(nothing)
    }

    /// The value of the ATS, where it is set beside that of a place.
    pub fn ats(&self, place: &Place, indicator: &Indicator, date: Date) -> Option<Known> {
        let is_it = place.level() == Some(Level::Ats);
        let compares = crate::figure::reading::voice::compares(indicator) && indicator.holds_for_groups();
        let ats = self.atlas().territories.units(Level::Ats).len() == 1 && !is_it && compares;
        let ats = ats.then(|| Place::unit(Level::Ats, 0, &self.atlas().territories))?;
        Some(self.known(&ats, &indicator.id, date)).filter(|known| known.value.is_ok())
    }

    /// Notes that an indicator was used.
    pub fn uses(&self, id: &str, at: Reference) {
        let mut used = self.used.borrow_mut();
        match used.iter_mut().find(|(known, _)| known == id) {
            Some((_, references)) => {
                references.insert(at);
            }
            None => used.push((id.to_owned(), BTreeSet::from([at]))),
        }
    }

    /// What was used, in the order of the first use.
    pub fn used(&self) -> Vec<(String, BTreeSet<Reference>)> {
        self.used.borrow().clone()
    }

    /// What a number of an indicator is, and where it comes from.
    pub fn origin(&self, indicator: &Indicator, territory: Option<&Code>, known: &Known) -> Origin {
        let lang = self.lang;
        let at = indicator.period.ending(known.date);
        self.uses(&indicator.id, at);
        let source = lang.stated(lang.pick(&indicator.source)).to_owned();
        let quality = (!known.quality.is_final()).then(|| lang.quality(known.quality).to_owned());
        let absence = known.value.err().map(|reason| lang.absence(reason).to_owned());
        Origin {
            indicator: Some(indicator.id.clone()),
            territory: territory.cloned(),
            reference: Some(at),
            since: None,
            method: Some(Method::Pooled),
            exact: known.value.ok(),
            what: None,
            notes: std::iter::once(source).chain(quality).chain(absence).collect(),
        }
    }

    /// A date as it is printed in a sentence, with what it is.
    pub fn date_value(&self, indicator: &Indicator, date: Date) -> (String, Origin) {
        let at = indicator.period.ending(date);
        let text = match at {
            Reference::Date(date) => i18n::date_in_full(self.lang, date),
            other => reference_label(self.lang, other),
        };
        let indicator = Some(indicator.id.clone());
        (text, Origin { indicator, reference: Some(at), what: Some("date"), ..Origin::default() })
    }

    /// A count of territories, or a place among them.
    pub fn count_value(
        &self,
        n: usize,
        what: &'static str,
        indicator: Option<&Indicator>,
    ) -> (String, Origin) {
        let origin = Origin {
            indicator: indicator.map(|indicator| indicator.id.clone()),
            exact: Some(n as f64),
            what: Some(what),
            ..Origin::default()
        };
        (i18n::number(self.lang, n as f64, 0), origin)
    }

    /// A value in a table, with its mark if it is not final, or the mark of its absence.
    pub fn cell(
        &self,
        id: String,
        indicator: &Indicator,
        territory: Option<&Code>,
        known: &Known,
    ) -> block::Cell {
        let text = match known.value {
            Ok(value) => {
                let number = self.bare(indicator, value);
                quality::marked(self.lang, number, known.quality)
            }
            Err(reason) => self.absence_mark(reason).to_owned(),
        };
        block::Cell::Value(block::Value { id, text, origin: self.origin(indicator, territory, known) })
    }

    /// A number in a table: with the per cent sign, without other units, which the row says; a step by its name.
    pub fn bare(&self, indicator: &Indicator, value: f64) -> String {
        let caption = Caption::from(indicator);
        if let Some(name) = caption.step(value) {
            return self.lang.pick(name).to_owned();
        }
        let number = i18n::number(self.lang, value, indicator.decimals);
        match self.lang.suffix(&indicator.suffix).trim() {
            "%" => format!("{number}%"),
            _ => number,
        }
    }

    pub fn absence_mark(&self, reason: Absence) -> &'static str {
        self.lang.text(match reason {
            Absence::Missing => texts::MARK_MISSING,
            Absence::Suppressed => texts::MARK_SUPPRESSED,
            Absence::NotApplicable => texts::MARK_NOT_APPLICABLE,
        })
    }
}
