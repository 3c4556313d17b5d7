//! The map of rates drawn towards that of all, or of the neighbours, where few people live.

use serde_json::{Value as Json, json};

use crate::analysis::{Counted, smoothed};
use crate::data::{Absence, Atlas, Caption, Indicator, Table, Value};
use crate::document::{MapSpec, Representation};
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::model::Mapped;
use crate::figure::map::neighbours::weights;
use crate::figure::map::{MapModel, Shown};
use crate::figure::remark::Warned;
use crate::figure::view::Sources;
use crate::figure::wording::{change_text, listed, notes, value_text};
use crate::figure::{FigureError, KindError};
use crate::i18n::{Lang, texts};
use crate::stats::bayes::Smoothed;
use crate::stats::space::{Neighbours, Weights};
use crate::stats::spatial_bayes::spatial;

/// How many territories are named of those that were moved most.
const NAMED: usize = 4;

/// Rates drawn towards that of all territories or, with a rule, towards that of the neighbours.
pub struct Drawn(pub Option<Neighbours>);

impl Drawn {
    fn made(&self, spec: &MapSpec, atlas: &Atlas, near: Option<&Weights>) -> Result<Found, FigureError> {
        let counted =
            Counted::of(atlas, &spec.query()).map_err(|refusal| FigureError::of_refusal(refusal, atlas))?;
        let counts = |row| Counted::counts(row).unwrap_or((0.0, 0.0));
        let refused = |refused| {
            let name = atlas.catalogue.get(&spec.indicator).map(|own| own.name.clone());
            FigureError::from(KindError::Refused { names: name.into_iter().collect(), refused })
        };
        let (rates, overall, floored) = match self.0.zip(near) {
            None => match smoothed(&counted) {
                Some(found) => (found.rates, Some(found.overall), found.floored),
                None => (vec![None; counted.table.rows.len()], None, false),
            },
            Some((rule, near)) => {
                rule.check(counted.known().count()).map_err(refused)?;
                let areas: Vec<(f64, f64)> = counted.table.rows.iter().map(counts).collect();
                (spatial(&areas, near), None, false)
            }
        };
        let k = counted.multiplier;
        let mut table = counted.table;
        for (row, rate) in table.rows.iter_mut().zip(&rates) {
            let absent = row.value.err().unwrap_or(Absence::NotApplicable);
            row.value = rate.map(|rate| rate.smoothed * k).ok_or(absent);
            (row.numerator, row.denominator, row.bounds, row.hidden) =
                (Err(Absence::NotApplicable), None, None, 0);
        }
        Ok(Found { neighbours: self.0, rates, overall, floored, k, table })
    }
}

impl Kind for Drawn {
    fn model(&self, spec: &MapSpec, sources: Sources<'_>) -> Result<Warned<MapModel>, FigureError> {
        if spec.representation != Representation::Choropleth {
            return Err(KindError::ComparedAsSymbols.into());
        }
        let near = self.0.map(|rule| weights(sources.basemap, spec.level, rule));
        let found = self.made(spec, sources.atlas, near.as_ref())?;
        let mapped = Mapped {
            table: found.table.clone(),
            overall: found.overall.map(|rate| rate * found.k),
            official: None,
            at_dates: None,
            are_differences: false,
            remarks: Vec::new(),
        };
        mapped.model(spec, found, sources.atlas)
    }

    /// Without boundaries there are no neighbours: their rates are then as observed.
    fn table(&self, spec: &MapSpec, atlas: &Atlas) -> Result<Table, FigureError> {
        match self.0 {
            None => Ok(self.made(spec, atlas, None)?.table),
            Some(_) => Ok(atlas.compute(&spec.query())?),
        }
    }

    /// A smoothed rate is of the units that were smoothed together.
    fn pooled(&self, _: &MapSpec, _: &Atlas, _: &[usize]) -> Option<Value> {
        None
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        texts::title_smoothed(spec.lang, self.names(spec, atlas))
    }
}

/// The numbers of such a map.
#[derive(Clone, Debug)]
struct Found {
    neighbours: Option<Neighbours>,
    rates: Vec<Option<Smoothed>>,
    /// The rate of all together, per head, where all are drawn towards it.
    overall: Option<f64>,
    floored: bool,
    /// What a rate per head is multiplied by.
    k: f64,
    table: Table,
}

impl Found {
    /// Towards what the rates are drawn, and whether anything is left of their differences.
    fn method(&self, lang: Lang, caption: Caption<'_>) -> Vec<String> {
        let mut told = vec![match self.overall {
            Some(rate) => texts::stats_smoothed_overall(lang, value_text(lang, caption, Ok(rate * self.k))),
            None => lang.text(texts::STATS_SMOOTHED_NEIGHBOURS).to_owned(),
        }];
        if self.floored {
            told.push(lang.text(texts::STATS_SMOOTHED_FLOORED).to_owned());
        }
        told
    }

    /// The territories that were moved most: raw, smoothed, by how much.
    fn moved(&self, lang: Lang, caption: Caption<'_>) -> Option<String> {
        let mut all: Vec<(&str, Smoothed)> = self
            .table
            .rows
            .iter()
            .zip(&self.rates)
            .filter_map(|(row, rate)| Some((row.name.as_str(), (*rate)?)))
            .filter(|(_, rate)| rate.raw != rate.smoothed)
            .collect();
        let by = |rate: &Smoothed| (rate.smoothed - rate.raw).abs();
        all.sort_by(|a, b| by(&b.1).total_cmp(&by(&a.1)));
        let one = |(name, rate): &(&str, Smoothed)| {
            let [raw, smoothed] =
                [rate.raw, rate.smoothed].map(|x| value_text(lang, caption, Ok(x * self.k)));
            let moved = change_text(lang, caption, Ok((rate.smoothed - rate.raw) * self.k));
            texts::smoothed_one(lang, name, raw, smoothed, moved)
        };
        let names: Vec<String> = all.iter().take(NAMED).map(one).collect();
        (!names.is_empty()).then(|| texts::smoothed_moved(lang, listed(lang, &names)))
    }

    fn told(&self, spec: &MapSpec, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let caption = Caption::from(indicator);
        let mut told: Vec<String> = self.moved(spec.lang, caption).into_iter().collect();
        told.extend(self.method(spec.lang, caption));
        told
    }
}

impl Shown for Found {
    fn tables<'a>(&'a self, _: &'a MapModel) -> Vec<&'a Table> {
        vec![&self.table]
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<String> {
        let mut told = notes(spec.lang, indicator.into(), Some(spec.level), spec.method);
        told.extend(self.method(spec.lang, indicator.into()));
        told
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["raw", "kept"]
    }

    fn behind(&self, unit: usize) -> Vec<Value> {
        match self.rates.get(unit).copied().flatten() {
            Some(rate) => vec![Ok(rate.raw * self.k), Ok(rate.weight)],
            None => vec![Err(Absence::Missing); 2],
        }
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, atlas: &Atlas) -> Vec<String> {
        self.told(spec, atlas)
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, atlas: &Atlas) -> Vec<String> {
        self.told(spec, atlas)
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let unit = |(row, rate): (&crate::data::Row, &Option<Smoothed>)| {
            json!({
                "code": row.code.to_string(),
                "raw": rate.map(|rate| rate.raw * self.k),
                "smoothed": rate.map(|rate| rate.smoothed * self.k),
                "weight": rate.map(|rate| rate.weight),
            })
        };
        let units: Vec<Json> = self.table.rows.iter().zip(&self.rates).map(unit).collect();
        vec![
            ("overall", json!(self.overall.map(|rate| rate * self.k))),
            ("floored", json!(self.floored)),
            ("by_neighbours", json!(self.neighbours.is_some())),
            ("units", Json::Array(units)),
        ]
    }
}
