//! The map of location quotients: where a group is more or less frequent than in the whole territory.

use serde_json::{Value as Json, json};

use crate::analysis::parts;
use crate::base::decimal;
use crate::data::{Absence, Atlas, Caption, Indicator, Table, Value};
use crate::document::{MapSpec, Representation};
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::model::Mapped;
use crate::figure::map::{MapModel, Shown};
use crate::figure::remark::Warned;
use crate::figure::view::Sources;
use crate::figure::wording::{listed, notes};
use crate::figure::{FigureError, KindError};
use crate::i18n::{self, Lang, texts};
use crate::stats::segregation::{Exposure, Members, dissimilarity, exposure, location_quotient};

/// How many territories at either end are named.
const NAMED: usize = 3;
/// The decimals of a quotient.
const DECIMALS: usize = 2;

/// The share of a group in each territory over its share in all.
pub struct Quotients;

impl Quotients {
    fn made(spec: &MapSpec, atlas: &Atlas) -> Result<Found, FigureError> {
        let (mut table, members) =
            parts(atlas, &spec.query()).map_err(|refusal| FigureError::of_refusal(refusal, atlas))?;
        let areas: Vec<Members> = members.iter().map(|(_, members)| *members).collect();
        let quotients = location_quotient(&areas).map_err(KindError::Segregation)?;
        let dissimilarity = dissimilarity(&areas).map_err(KindError::Segregation)?;
        let exposure = exposure(&areas).map_err(KindError::Segregation)?;
        let sum = |of: fn(&Members) -> f64| areas.iter().map(of).sum::<f64>();
        let share = sum(|area| area.group) / sum(|area| area.population);
        for row in &mut table.rows {
            row.value = Err(row.value.err().unwrap_or(Absence::NotApplicable));
            (row.numerator, row.denominator, row.bounds, row.hidden) =
                (Err(Absence::NotApplicable), None, None, 0);
        }
        for ((unit, _), quotient) in members.iter().zip(&quotients) {
            table.rows[*unit].value = quotient.ok_or(Absence::NotApplicable);
        }
        Ok(Found { table, dissimilarity, exposure, share })
    }
}

impl Kind for Quotients {
    fn model(
        &self,
        spec: &MapSpec,
        Sources { atlas, .. }: Sources<'_>,
    ) -> Result<Warned<MapModel>, FigureError> {
        if spec.representation != Representation::Choropleth {
            return Err(KindError::ComparedAsSymbols.into());
        }
        let found = Self::made(spec, atlas)?;
        let mapped = Mapped {
            table: found.table.clone(),
            overall: None,
            official: None,
            at_dates: None,
            are_differences: false,
            remarks: Vec::new(),
        };
        mapped.model(spec, found, atlas)
    }

    fn table(&self, spec: &MapSpec, atlas: &Atlas) -> Result<Table, FigureError> {
        Ok(Self::made(spec, atlas)?.table)
    }

    fn pooled(&self, spec: &MapSpec, atlas: &Atlas, members: &[usize]) -> Option<Value> {
        let indicator = atlas.catalogue.get(&spec.indicator)?;
        let rate = atlas.value_of(&spec.indicator, spec.date, members, spec.method).ok()?;
        let share = Self::made(spec, atlas).ok()?.share * indicator.multiplier;
        Some(rate.map(|rate| rate / share))
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        texts::title_quotient(spec.lang, self.names(spec, atlas))
    }

    fn unit(&self, lang: Lang, _: &Indicator) -> String {
        lang.text(texts::QUOTIENT_UNIT).to_owned()
    }

    fn text(&self, lang: Lang, _: Caption<'_>, value: Value) -> String {
        match value {
            Ok(value) => written(lang, value),
            Err(reason) => lang.absence(reason).to_owned(),
        }
    }
}

fn written(lang: Lang, value: f64) -> String {
    i18n::number(lang, value, DECIMALS)
}

/// The numbers of such a map.
#[derive(Clone, Debug)]
struct Found {
    table: Table,
    dissimilarity: f64,
    exposure: Exposure,
    /// The share of the group in all.
    share: f64,
}

impl Found {
    /// The territories where the group is most and least frequent.
    fn ends(&self, lang: Lang) -> Vec<String> {
        let mut known: Vec<(&str, f64)> =
            self.table.rows.iter().filter_map(|row| Some((row.name.as_str(), row.value.ok()?))).collect();
        known.sort_by(|a, b| b.1.total_cmp(&a.1));
        let one = |(name, value): &(&str, f64)| format!("{name} ({})", written(lang, *value));
        let named = |all: &[(&str, f64)]| listed(lang, &all.iter().map(one).collect::<Vec<_>>());
        // Neither end is told of what is written as 1: as everywhere.
        let shown = |value: f64| decimal::rounded(value, DECIMALS);
        let above = known.iter().take(NAMED).take_while(|(_, value)| shown(*value) > 1.0).count();
        let below = known.iter().rev().take(NAMED).take_while(|(_, value)| shown(*value) < 1.0).count();
        let mut told = Vec::new();
        if above > 0 {
            told.push(texts::quotient_above(lang, named(&known[..above])));
        }
        if below > 0 {
            let mut last = known[known.len() - below..].to_vec();
            last.reverse();
            told.push(texts::quotient_below(lang, named(&last)));
        }
        told
    }

    fn indices(&self, lang: Lang) -> Vec<String> {
        let percent = |x: f64| i18n::number(lang, 100.0 * x, 1);
        let d = self.dissimilarity;
        vec![
            texts::stats_dissimilarity(lang, i18n::number(lang, d, 3), percent(d)),
            texts::stats_isolation(lang, percent(self.exposure.isolation), percent(self.share)),
        ]
    }
}

impl Shown for Found {
    fn tables<'a>(&'a self, _: &'a MapModel) -> Vec<&'a Table> {
        vec![&self.table]
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<String> {
        let mut told = notes(spec.lang, indicator.into(), Some(spec.level), spec.method);
        told.push(spec.lang.text(texts::STATS_SEGREGATION_NOTE).to_owned());
        told
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        self.ends(spec.lang)
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let mut told = self.ends(spec.lang);
        told.extend(self.indices(spec.lang));
        told.push(spec.lang.text(texts::STATS_SEGREGATION_NOTE).to_owned());
        told
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let unit = |row: &crate::data::Row| json!({ "code": row.code.to_string(), "location_quotient": row.value.ok() });
        let units: Vec<Json> = self.table.rows.iter().map(unit).collect();
        vec![
            ("share", json!(self.share)),
            ("dissimilarity", json!(self.dissimilarity)),
            ("isolation", json!(self.exposure.isolation)),
            ("interaction", json!(self.exposure.interaction)),
            ("eta_squared", json!(self.exposure.adjusted)),
            ("units", Json::Array(units)),
        ]
    }
}
