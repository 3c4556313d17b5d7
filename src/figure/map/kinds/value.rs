//! The map of values at one date.

use crate::data::{Atlas, Indicator, Kind as Counted, Table};
use crate::document::{MapSpec, Representation};
use crate::figure::FigureError;
use crate::figure::check::{Finding, Fix};
use crate::figure::map::model::Mapped;
use crate::figure::map::{MapModel, Shown};
use crate::figure::reading::distribution;
use crate::figure::reading::voice::{Voice, compares};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::figure::wording::{lacking_notes, notes, withheld_notes};
use crate::i18n::texts;

use super::common;
use super::kind::Kind;

/// Values at one date: the table is all there is.
#[derive(Clone, Copy, Debug)]
pub struct Value;

impl Kind for Value {
    fn model(&self, spec: &MapSpec, sources: Sources<'_>) -> Result<Warned<MapModel>, FigureError> {
        values(spec, sources.atlas)
    }

    fn checks(&self, spec: &MapSpec, indicator: &Indicator) -> Vec<Finding> {
        let found = || Finding::fixable(Remark::CountAsChoropleth, Fix::UseSymbols);
        let counts = indicator.kind == Counted::Count && spec.representation == Representation::Choropleth;
        counts.then(found).into_iter().collect()
    }
}

/// The map of values, which needs no shapes.
///
/// # Errors
/// See [`FigureError`].
pub fn values(spec: &MapSpec, atlas: &Atlas) -> Result<Warned<MapModel>, FigureError> {
    let table = Value.table(spec, atlas)?;
    let overall = common::overall(spec.query(), atlas)?;
    Mapped { table, overall, are_differences: false, remarks: Vec::new() }.model(spec, Value, atlas)
}

impl Shown for Value {
    fn tables<'a>(&'a self, model: &'a MapModel) -> Vec<&'a Table> {
        vec![&model.table]
    }

    fn notes(&self, spec: &MapSpec, model: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<String> {
        let mut sentences = notes(spec.lang, indicator.into(), Some(spec.level), spec.method);
        sentences.extend(withheld_notes(spec.lang, indicator.into(), &model.table.rows));
        sentences.extend(lacking_notes(spec.lang, indicator.into(), &model.table));
        sentences
    }

    fn alt_text(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let text = |overall: f64| self.text(spec.lang, indicator.into(), Ok(overall));
        let overall = |overall| texts::alt_overall(spec.lang, text(overall));
        common::extremes(self, spec, model, indicator).into_iter().chain(model.overall.map(overall)).collect()
    }

    fn reading(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let voice = Voice { lang: spec.lang, indicator, level: spec.level };
        let mut facts = common::facts(spec, model, atlas);
        facts.overall = model.overall.filter(|_| compares(indicator));
        distribution::sentences(&voice, facts, spec.date, spec.method, atlas)
    }
}
