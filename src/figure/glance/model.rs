//! The numbers of a place at a glance. Used by both the printed figure and the window.

use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

use crate::analysis::Contributions;
use crate::base::{Code, Date, Level, decimal};
use crate::data::{Atlas, AtlasError, Caption, Method, Quality, Query, Row, Table, Value};
use crate::document::{GlanceSpec, IndicatorAt, SlopeSpec};
use crate::figure::FigureError;
use crate::figure::contribution::decimals_of;
use crate::figure::map::kinds::change::Moved;
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};

/// A count of a place, and of what is around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    pub indicator: String,
    pub date: Date,
    /// The first date that compares.
    pub from: Option<Date>,
    pub own: Value,
    pub whole: Value,
    /// Its share of what is around it, in per cent.
    pub share: Option<f64>,
    pub moved: Option<Moved>,
    pub whole_moved: Option<Moved>,
    pub quality: Quality,
}

/// A member of a place, or all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub code: Code,
    pub name: String,
    pub count: Value,
    /// Its share of all members, in per cent.
    pub share: Option<f64>,
    /// What it adds to the change of the place: those of all members add up to it.
    pub moved: Option<Moved>,
    pub rate: Value,
    /// What it contributes to the change of the rate of the place.
    pub rate_by: Option<f64>,
}

/// The change of a rate of a place, or of the Ambito of a Comune, and what its members contribute to it.
#[derive(Clone, Debug, PartialEq)]
pub struct RateChange {
    pub at: IndicatorAt,
    pub from: Date,
    pub ends: [f64; 2],
    /// The contributions by code: they add up to the change.
    pub parts: Vec<(Code, f64)>,
    /// The decimals of contributions.
    pub decimals: usize,
}

impl RateChange {
    fn of(rate: &IndicatorAt, place: (Level, usize), members: Level, atlas: &Atlas) -> Option<Self> {
        let from = start(rate, atlas)?;
        let dates = [from, rate.date];
        let divided = Contributions::of(atlas, &rate.indicator, place, members, dates).ok()?;
        // A change of some of them would be taken for that of the place.
        if !divided.absent.is_empty() || divided.parts.len() < 2 {
            return None;
        }
        let caption = Caption::from(atlas.catalogue.get(&rate.indicator)?);
        Some(Self {
            at: rate.clone(),
            from,
            ends: divided.ends,
            decimals: decimals_of(caption, &divided).0,
            parts: divided.parts.into_iter().map(|part| (part.code, part.by)).collect(),
        })
    }

    /// What a member contributes.
    pub fn by(&self, code: &Code) -> Option<f64> {
        self.parts.iter().find(|(own, _)| own == code).map(|(_, by)| *by)
    }

    /// The whole change.
    pub fn change(&self) -> f64 {
        decimal::difference(self.ends[1], self.ends[0])
    }
}

/// The members of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Members {
    pub level: Level,
    pub count: IndicatorAt,
    pub from: Option<Date>,
    pub rate: Option<IndicatorAt>,
    /// Those with more residents first.
    pub rows: Vec<Member>,
    pub total: Member,
    pub quality: Quality,
    pub rate_quality: Quality,
}

/// What a place is made of or, if it has one Comune alone, what it weighs.
#[derive(Clone, Debug, PartialEq)]
pub enum Weights {
    Members(Box<Members>),
    Counts(Vec<Count>),
}

/// The numbers of a place.
#[derive(Clone, Debug)]
pub struct GlanceModel {
    pub level: Level,
    pub code: Code,
    pub name: String,
    /// Its only Comune, if it is a group of one.
    pub only: Option<String>,
    /// Whether it is a Comune that is all of its Ambito.
    pub is_whole_ambito: bool,
    /// What it is part of: the Ambito of a Comune or, of one that is all of it and of any other place, the ATS.
    pub whole: Option<(Level, String)>,
    /// Its residents, and those of what it is part of.
    pub residents: Option<Count>,
    pub weights: Weights,
    /// The change of the rate of the place or, of a Comune, of its Ambito.
    pub rate_change: Option<RateChange>,
    /// Ids of the datasets behind the values, sorted.
    pub datasets: Vec<String>,
    pub(super) unlike: Vec<Moves>,
}

/// Tables, each computed once.
struct Tables<'a> {
    atlas: &'a Atlas,
    known: RefCell<FxHashMap<(String, Date, Level), Rc<Table>>>,
}

impl Tables<'_> {
    fn get(&self, id: &str, date: Date, level: Level) -> Result<Rc<Table>, AtlasError> {
        let key = (id.to_owned(), date, level);
        if let Some(known) = self.known.borrow().get(&key) {
            return Ok(Rc::clone(known));
        }
        let query = Query { indicator: id.to_owned(), date, level, method: Method::Pooled };
        let table = Rc::new(self.atlas.compute(&query)?);
        self.known.borrow_mut().insert(key, Rc::clone(&table));
        Ok(table)
    }
}

/// The dates that the change of a count is told between: from the first that compares.
pub(super) fn start(one: &IndicatorAt, atlas: &Atlas) -> Option<Date> {
    SlopeSpec::usual_start(&one.indicator, one.date, atlas)
}

fn share(part: Value, whole: Value) -> Option<f64> {
    let (part, whole) = (part.ok()?, whole.ok().filter(|whole| *whole > 0.0)?);
    Some(100.0 * part / whole)
}

impl GlanceModel {
    /// Computes what is shown of a place.
    ///
    /// # Errors
    /// An unknown territory, indicator or date.
    pub fn new(spec: &GlanceSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        for code in &spec.selected {
            atlas.territories.find(code).ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
        }
        let territories = &atlas.territories;
        let (level, unit) = spec.territory(atlas).ok_or_else(|| FigureError::UnknownTerritory("".into()))?;
        let own = &territories.units(level)[unit];
        let tables = Tables { atlas, known: RefCell::default() };
        let of_ambito = (level == Level::Comuni)
            .then(|| territories.units(Level::Ambiti).iter().position(|of| of.members.contains(&unit)))
            .flatten();
        let is_whole_ambito =
            of_ambito.is_some_and(|at| territories.units(Level::Ambiti)[at].members.len() == 1);
        let ats =
            (level != Level::Ats && territories.units(Level::Ats).len() == 1).then_some((Level::Ats, 0));
        let around = of_ambito.filter(|_| !is_whole_ambito).map(|at| (Level::Ambiti, at)).or(ats);
        let mut unlike = Vec::new();
        let mut counts = Vec::new();
        for one in &spec.counts {
            counts.push(count(one, (level, unit), around, &tables, &mut unlike)?);
        }
        let residents = counts.first().cloned();
        let weights = match (own.members.len() > 1, spec.counts.first()) {
            (true, Some(first)) => {
                Weights::Members(Box::new(members(spec, first, (level, unit), &tables, &mut unlike)?))
            }
            _ => Weights::Counts(counts),
        };
        let divided = match (level, around) {
            (Level::Comuni, Some((Level::Ambiti, at))) => Some(((Level::Ambiti, at), Level::Comuni)),
            (Level::Comuni, _) => None,
            _ if own.members.len() < 2 => None,
            _ => Some(((level, unit), parts((level, unit), atlas).0)),
        };
        let rate_change = spec
            .rate
            .as_ref()
            .zip(divided)
            .and_then(|(rate, (place, members))| RateChange::of(rate, place, members, atlas));
        let mut weights = weights;
        if let (Weights::Members(members), Some(change)) = (&mut weights, &rate_change) {
            members.rows.iter_mut().for_each(|row| row.rate_by = change.by(&row.code));
            members.total.rate_by = Some(change.change());
        }
        let only = match (level, own.members.as_slice()) {
            (Level::Comuni, _) => None,
            (_, [only]) => Some(territories.comuni()[*only].name.clone()),
            _ => None,
        };
        let mut datasets: Vec<String> =
            tables.known.borrow().values().flat_map(|table| table.datasets.iter().cloned()).collect();
        datasets.sort();
        datasets.dedup();
        let mut remarks = Vec::new();
        let is_known = |count: &Count| count.own.is_ok();
        if !residents.as_ref().is_some_and(is_known) {
            remarks.push(Remark::NoValues);
        }
        let model = Self {
            level,
            code: own.code.clone(),
            name: own.name.clone(),
            only,
            is_whole_ambito,
            whole: around.map(|(level, at)| (level, territories.units(level)[at].name.clone())),
            residents,
            weights,
            rate_change,
            datasets,
            unlike,
        };
        Ok(Warned { value: model, remarks })
    }
}

/// The change of a row between two tables, and whether one of its ends alone is final.
fn moved(
    one: &IndicatorAt,
    from: Option<Date>,
    [before, now]: [Option<&Row>; 2],
    atlas: &Atlas,
    unlike: &mut Vec<Moves>,
) -> Option<Moved> {
    let (before, now, from) = (before?, now?, from?);
    let caption = Caption::from(atlas.catalogue.get(&one.indicator)?);
    let moved = Moved::between(before.limited(), now.limited(), caption).ok()?;
    let found =
        Moves::unlike(&one.indicator, [from.into(), one.date.into()], [[before.quality, now.quality]]);
    if let Some(found) = found
        && !unlike.contains(&found)
    {
        unlike.push(found);
    }
    Some(moved)
}

fn count(
    one: &IndicatorAt,
    (level, unit): (Level, usize),
    around: Option<(Level, usize)>,
    tables: &Tables<'_>,
    unlike: &mut Vec<Moves>,
) -> Result<Count, FigureError> {
    let id = one.indicator.as_str();
    let from = start(one, tables.atlas);
    let at = |date: Option<Date>, (level, unit): (Level, usize)| -> Result<Option<Row>, AtlasError> {
        let Some(date) = date else { return Ok(None) };
        Ok(tables.get(id, date, level)?.rows.get(unit).cloned())
    };
    let own = [at(from, (level, unit))?, at(Some(one.date), (level, unit))?];
    let whole = match around {
        Some(around) => [at(from, around)?, at(Some(one.date), around)?],
        None => [None, None],
    };
    let value =
        |row: &Option<Row>| row.as_ref().map_or(Err(crate::data::Absence::NotApplicable), |row| row.value);
    let (own_value, whole_value) = (value(&own[1]), value(&whole[1]));
    let rows = |rows: &'_ [Option<Row>; 2]| [rows[0].clone(), rows[1].clone()];
    let [own_rows, whole_rows] = [rows(&own), rows(&whole)];
    let mut change = |rows: &[Option<Row>; 2]| {
        moved(one, from, [rows[0].as_ref(), rows[1].as_ref()], tables.atlas, unlike)
    };
    Ok(Count {
        indicator: id.to_owned(),
        date: one.date,
        from,
        own: own_value,
        whole: whole_value,
        share: share(own_value, whole_value),
        moved: change(&own_rows),
        whole_moved: change(&whole_rows),
        quality: own[1].as_ref().map_or(Quality::Final, |row| row.quality),
    })
}

/// The units that a place is made of: of an ASST or the ATS the Ambiti, if these make it up.
fn parts((level, unit): (Level, usize), atlas: &Atlas) -> (Level, Vec<usize>) {
    let own = &atlas.territories.units(level)[unit].members;
    if level > Level::Ambiti {
        let ambiti = atlas.territories.units(Level::Ambiti);
        let within = |at: &usize| ambiti[*at].members.iter().all(|comune| own.contains(comune));
        let inside: Vec<usize> = (0..ambiti.len()).filter(within).collect();
        let covered: usize = inside.iter().map(|at| ambiti[*at].members.len()).sum();
        if covered == own.len() && inside.len() > 1 {
            return (Level::Ambiti, inside);
        }
    }
    (Level::Comuni, own.clone())
}

fn members(
    spec: &GlanceSpec,
    one: &IndicatorAt,
    place: (Level, usize),
    tables: &Tables<'_>,
    unlike: &mut Vec<Moves>,
) -> Result<Members, FigureError> {
    let atlas = tables.atlas;
    let from = start(one, atlas);
    let (level, units) = parts(place, atlas);
    let three = |level: Level| -> Result<[Option<Rc<Table>>; 3], AtlasError> {
        let get = |id: &str, date| tables.get(id, date, level).map(Some);
        Ok([
            get(&one.indicator, one.date)?,
            from.map_or(Ok(None), |from| get(&one.indicator, from))?,
            spec.rate.as_ref().map_or(Ok(None), |rate| get(&rate.indicator, rate.date))?,
        ])
    };
    let row = |table: &Option<Rc<Table>>, unit: usize| {
        table.as_ref().and_then(|table| table.rows.get(unit).cloned())
    };
    let value = |row: Option<&Row>| row.map_or(Err(crate::data::Absence::Missing), |row| row.value);
    let mut member = |of: &[Option<Rc<Table>>; 3], unit: usize, level: Level| {
        let [now, before, rate] = [row(&of[0], unit), row(&of[1], unit), row(&of[2], unit)];
        let named = &atlas.territories.units(level)[unit];
        Member {
            code: named.code.clone(),
            name: named.name.clone(),
            count: value(now.as_ref()),
            share: None,
            moved: moved(one, from, [before.as_ref(), now.as_ref()], atlas, unlike),
            rate: value(rate.as_ref()),
            rate_by: None,
        }
    };
    let (own, all) = (three(level)?, three(place.0)?);
    let total = Member { share: Some(100.0), ..member(&all, place.1, place.0) };
    let mut rows: Vec<Member> = units
        .iter()
        .map(|unit| {
            let row = member(&own, *unit, level);
            Member { share: share(row.count, total.count), ..row }
        })
        .collect();
    let size = |row: &Member| row.count.unwrap_or(f64::NEG_INFINITY);
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| a.name.cmp(&b.name)));
    let worst = |table: &Option<Rc<Table>>| {
        let of = |unit: &usize| table.as_ref().and_then(|table| table.rows.get(*unit)).map(|row| row.quality);
        units.iter().filter_map(of).max().unwrap_or_default()
    };
    Ok(Members {
        level,
        count: one.clone(),
        from,
        rate: spec.rate.clone(),
        rows,
        total,
        quality: worst(&own[0]),
        rate_quality: worst(&own[2]),
    })
}
