//! The card of a territory: what it is, its value, its rank and its history.

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Bilingual, Bounds, Lacking, Method, Quality, Query, Value};
use crate::document::MapSpec;
use crate::figure::{Asked, behind, breaks, breaks_between, is_close, mapped_of_group, mapped_table};

use crate::stats::Place;

use super::state::State;

/// The observed variable that holds official areas, in km².
const AREA: &str = "superficie_km2";
/// The indicator that counts residents.
const RESIDENTS: &str = "residenti";

/// The contents of the card of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub code: Code,
    pub name: String,
    pub level: Level,
    /// The number of its Comuni.
    pub members: usize,
    /// Names of its Ambito and ASST, if it is a Comune.
    pub groups: Option<(String, Option<String>)>,
    /// Residents, with the date nearest to the map's.
    pub residents: Option<(f64, Date)>,
    /// The status the source gives to the count of residents.
    pub residents_quality: Quality,
    /// Official area, km².
    pub area: Option<f64>,
    /// The value on the map: that of the indicator, or its change.
    pub value: Value,
    /// The status the sources give to it.
    pub quality: Quality,
    /// The limits between which it lies, where some of its parts are withheld.
    pub bounds: Bounds,
    /// The Comuni that nobody gives a value for, where others have one.
    pub lacking: Option<Lacking>,
    /// For steps or categories, the count in each of them.
    pub steps: Vec<(Bilingual, Value)>,
    /// The date of those counts, where it is not that of the value.
    pub steps_date: Option<Date>,
    /// For a change, where the series breaks between its dates, and how.
    pub breaks: Vec<Bilingual>,
    /// The values behind it: those at both dates of a change, or that of the second of two indicators.
    pub behind: Vec<Value>,
    /// Its rank among all units of the level.
    pub rank: Option<Place>,
    /// Its rank among the Comuni of its Ambito.
    pub rank_in_ambito: Option<Place>,
    /// Whether one of these ranks rests on digits that are not shown.
    pub is_rank_unrounded: bool,
    /// For a Comune, the same value of its Ambito, pooled.
    pub ambito_value: Option<Value>,
    /// Its values at every date of the indicator.
    pub series: Vec<(Date, Value)>,
    /// The status the source gives to each of those.
    pub series_quality: Vec<Quality>,
    /// Whether each of those compares with the one before: no break of the series lies between them.
    pub series_compares: Vec<bool>,
}

impl Card {
    /// The card of a unit of any level, for the current indicator, date and method. `None` for an unknown code.
    pub fn new(state: &State, code: &Code) -> Option<Self> {
        let atlas = &state.bundle.atlas;
        let (level, unit) = atlas.territories.find(code)?;
        let spec = MapSpec { level, ..state.document.map.clone() };
        let at = |date: Date| atlas.compute(&Query { date, ..spec.query() }).ok();
        let table = mapped_table(&spec, atlas).ok()?;
        let row = table.rows.get(unit)?;
        let members = &atlas.territories.units(level)[unit].members;
        let comune = (level == Level::Comuni).then(|| &atlas.territories.comuni()[unit]);
        let in_ambito = comune.and_then(|comune| {
            let ambito = atlas.territories.position(Level::Ambiti, &comune.ambito.0)?;
            Some(&atlas.territories.units(Level::Ambiti)[ambito].members)
        });
        // An Ambito of one Comune is that Comune, so there is nothing to rank.
        let in_ambito = in_ambito.filter(|members| members.len() > 1);
        let indicator = atlas.indicator(&spec.indicator).ok()?;
        let has_order = Asked::Ranking.is_allowed(indicator.kind.scale());
        let is_rank_unrounded =
            has_order && row.value.is_ok_and(|value| is_close(indicator.decimals, value, table.present()));
        let residents = residents(atlas, spec.date, members);
        let quality_of = |at: Date| atlas.quality_of(RESIDENTS, at, members).ok();
        let rows = atlas.dates(indicator).into_iter().filter_map(|date| {
            let row = at(date)?.rows.get(unit)?.clone();
            Some((date, row.value, row.quality))
        });
        let rows: Vec<(Date, Value, Quality)> = rows.collect();
        let compares = |i: usize| {
            let before = i.checked_sub(1).map(|before| rows[before].0);
            before.is_some_and(|before| breaks_between(&table.datasets, before, rows[i].0, atlas).is_empty())
        };
        let series_compares = (0..rows.len()).map(compares).collect();
        Some(Self {
            code: row.code.clone(),
            name: state.settings.lang.among_others(level, &row.name),
            level,
            members: members.len(),
            groups: comune.map(|c| (c.ambito.1.clone(), c.asst.as_ref().map(|asst| asst.1.clone()))),
            residents_quality: residents.and_then(|(_, date)| quality_of(date)).unwrap_or_default(),
            residents,
            area: atlas.observed(AREA, spec.date, members).and_then(Result::ok),
            value: row.value,
            quality: row.quality,
            bounds: row.bounds,
            lacking: row.lacking.clone(),
            steps: steps(&spec, atlas, level, unit),
            steps_date: atlas.other_weight_date(indicator, spec.date),
            breaks: breaks(&spec, &table, atlas).into_iter().map(|note| note.text.clone()).collect(),
            behind: behind(&spec, atlas, members),
            rank: rank(row.value, table.rows.iter().map(|row| row.value)).filter(|_| has_order),
            rank_in_ambito: in_ambito
                .filter(|_| has_order)
                .and_then(|m| rank(row.value, m.iter().map(|&i| table.rows[i].value))),
            is_rank_unrounded,
            ambito_value: in_ambito.and_then(|m| mapped_of_group(&spec, atlas, m)),
            series: rows.iter().map(|(date, value, _)| (*date, *value)).collect(),
            series_quality: rows.iter().map(|(_, _, quality)| *quality).collect(),
            series_compares,
        })
    }
}

/// The count in each step of an indicator with steps, for a group of Comuni.
fn steps(spec: &MapSpec, atlas: &Atlas, level: Level, unit: usize) -> Vec<(Bilingual, Value)> {
    let query = Query { level, ..spec.query() };
    let Some(indicator) = atlas.catalogue.get(&spec.indicator).filter(|_| level != Level::Comuni) else {
        return Vec::new();
    };
    let counted = atlas.by_step(&query).ok().flatten().and_then(|units| units.into_iter().nth(unit));
    let names = indicator.steps.iter().map(|step| step.name.clone());
    let steps = names.zip(counted.unwrap_or_default());
    steps.filter(|(_, value)| *value != Ok(0.0)).collect()
}

fn residents(atlas: &Atlas, near: Date, members: &[usize]) -> Option<(f64, Date)> {
    let date = atlas.nearest_date(atlas.indicator(RESIDENTS).ok()?, near)?;
    let value = atlas.value_of(RESIDENTS, date, members, Method::Pooled).ok()?.ok()?;
    Some((value, date))
}

fn rank(value: Value, among: impl Iterator<Item = Value>) -> Option<Place> {
    Some(Place::among(value.ok()?, among.filter_map(Result::ok)))
}
