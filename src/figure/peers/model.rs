//! The numbers of the territories most like another. Used by the printed figure, the window and the command line.

use crate::base::{Code, Level};
use crate::data::{Atlas, Method, Quality, Query, Value};
use crate::document::{IndicatorAt, PeersSpec};
use crate::figure::FigureError;
use crate::figure::allowed::Asked;
use crate::figure::remark::{Remark, Warned};
use crate::stats::groups::Points;
use crate::stats::likeness::{Like, nearest};

/// With fewer units there is nothing to standardise by.
pub const LEAST: usize = 3;

/// A territory with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    pub code: Code,
    pub name: String,
    pub like: Like,
    /// Its value of each indicator.
    pub values: Vec<f64>,
}

/// The territories most like another.
#[derive(Clone, Debug)]
pub struct PeersModel {
    /// The territory; `None` where none is chosen, or none is known.
    pub own: Option<(Code, String, Level)>,
    pub level: Level,
    /// The indicators that the distance is made of.
    pub indicators: Vec<IndicatorAt>,
    pub qualities: Vec<Quality>,
    /// The values of the territory.
    pub values: Vec<f64>,
    /// All others with every value, the most alike first.
    pub peers: Vec<Peer>,
    /// How many are shown.
    pub shown: usize,
    /// Ids of the datasets behind the values, sorted.
    pub datasets: Vec<String>,
}

impl PeersModel {
    /// Computes the distances.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; an indicator whose numbers are no quantities.
    pub fn new(spec: &PeersSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        for code in &spec.selected {
            atlas.territories.find(code).ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
        }
        let own = spec.territory(atlas);
        let level = own.map_or(Level::Ambiti, |(level, _)| level);
        let units = atlas.territories.units(level);
        let mut model = Self {
            own: own.map(|(level, unit)| (units[unit].code.clone(), units[unit].name.clone(), level)),
            level,
            indicators: Vec::new(),
            qualities: Vec::new(),
            values: Vec::new(),
            peers: Vec::new(),
            shown: spec.count,
            datasets: Vec::new(),
        };
        let mut remarks = Vec::new();
        let mut columns: Vec<Vec<Value>> = Vec::new();
        let (mut absent, mut constant) = (0, 0);
        let mut asked: Vec<&IndicatorAt> = Vec::new();
        for one in &spec.indicators {
            if !asked.iter().any(|known| known.indicator == one.indicator) {
                asked.push(one);
            }
        }
        if asked.len() > PeersSpec::MOST_INDICATORS {
            remarks.push(Remark::PeersOfFirst { most: PeersSpec::MOST_INDICATORS, all: asked.len() });
            asked.truncate(PeersSpec::MOST_INDICATORS);
        }
        for one in asked {
            let indicator = atlas.indicator(&one.indicator)?;
            Asked::Quartiles.of(indicator)?;
            let query =
                Query { indicator: one.indicator.clone(), date: one.date, level, method: Method::Pooled };
            let table = atlas.compute(&query)?;
            let values: Vec<Value> = table.rows.iter().map(|row| row.value).collect();
            if own.is_some_and(|(_, unit)| values[unit].is_err()) {
                absent += 1;
                continue;
            }
            let known: Vec<f64> = values.iter().filter_map(|value| value.ok()).collect();
            if known.iter().all(|value| *value == known[0]) {
                constant += 1;
                continue;
            }
            model.indicators.push(one.clone());
            model.qualities.push(table.rows.iter().map(|row| row.quality).max().unwrap_or_default());
            model.datasets.extend(table.datasets);
            columns.push(values);
        }
        model.datasets.sort();
        model.datasets.dedup();
        remarks.extend((absent > 0).then_some(Remark::AbsentIndicators { count: absent }));
        remarks.extend((constant > 0).then_some(Remark::ConstantRows { count: constant }));
        let is_whole = |unit: &usize| columns.iter().all(|column| column[*unit].is_ok());
        let kept: Vec<usize> = (0..units.len()).filter(is_whole).collect();
        let place = own.and_then(|(_, unit)| kept.iter().position(|kept| *kept == unit));
        let numbers: Vec<Vec<f64>> = columns
            .iter()
            .map(|column| kept.iter().filter_map(|unit| column[*unit].ok()).collect())
            .collect();
        let points = (kept.len() >= LEAST).then(|| Points::standardised(&numbers).ok()).flatten();
        let (Some(points), Some(place)) = (points, place) else {
            if own.is_some() {
                remarks.push(Remark::NoValues);
            }
            return Ok(Warned { value: model, remarks });
        };
        let left = units.len() - kept.len();
        remarks.extend((left > 0).then_some(Remark::PeersWithoutValues { count: left }));
        model.values = numbers.iter().map(|column| column[place]).collect();
        let peer = |like: Like| {
            let unit = &units[kept[like.unit]];
            let values = numbers.iter().map(|column| column[like.unit]).collect();
            Peer { code: unit.code.clone(), name: unit.name.clone(), like, values }
        };
        model.peers = nearest(&points, place).into_iter().map(peer).collect();
        Ok(Warned { value: model, remarks })
    }

    /// Those that are shown.
    pub fn first(&self) -> &[Peer] {
        &self.peers[..self.shown.min(self.peers.len())]
    }
}
