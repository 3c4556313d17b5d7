//! The map of a forecast: how much a measure of the residents changes in the coming years.

use serde_json::{Value as Json, json};

use crate::analysis::{Growth, Projected};
use crate::base::{Date, Level};
use crate::data::{Absence, Atlas, Caption, Indicator, Quality, Reference, Row, Table, Value};
use crate::document::{MapSpec, Representation};
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::model::Mapped;
use crate::figure::map::{MapModel, Shown};
use crate::figure::page::footer::{self, Source};
use crate::figure::remark::Warned;
use crate::figure::view::Sources;
use crate::figure::wording::{change_class, listed, reference_phrase};
use crate::figure::{FigureError, KindError};
use crate::i18n::{self, Lang, Thing, texts};
use crate::stats::classes::Intervals;

/// How many territories at either end are named.
const NAMED: usize = 3;

/// A measure of the residents this many years ahead.
pub struct Ahead {
    pub measure: Growth,
    pub years: u8,
}

/// A territory now and then.
#[derive(Clone, Copy, Debug)]
struct Step {
    now: f64,
    then: f64,
    interval: [f64; 2],
}

impl Step {
    /// The change that is mapped: in per cent of a count, in points of an index.
    fn by(self, measure: Growth, to: f64) -> f64 {
        if measure.is_count() { 100.0 * (to / self.now - 1.0) } else { to - self.now }
    }
}

impl Ahead {
    fn made(&self, spec: &MapSpec, atlas: &Atlas) -> Result<Found, FigureError> {
        let source = atlas.indicator_by_age().ok_or(KindError::NoFuture(None))?;
        let projected = Projected::new(atlas, usize::from(self.years))
            .map_err(|error| KindError::NoFuture(Some(error)))?;
        let units = atlas.territories.units(spec.level);
        let step = |unit: &crate::data::Unit| {
            let all = projected.growth(&unit.members, self.measure);
            let ((_, now, _), (_, then, interval)) = (all.first()?, all.last()?);
            (*now > 0.0).then_some(Step { now: *now, then: *then, interval: (*interval)? })
        };
        let steps: Vec<Option<Step>> = units.iter().map(step).collect();
        let row = |(unit, step): (&crate::data::Unit, &Option<Step>)| Row {
            code: unit.code.clone(),
            name: unit.name.clone(),
            value: step.map(|step| step.by(self.measure, step.then)).ok_or(Absence::Missing),
            numerator: Err(Absence::NotApplicable),
            denominator: None,
            quality: Quality::Final,
            bounds: None,
            hidden: 0,
            lacking: None,
        };
        let table = Table {
            indicator: source.id.clone(),
            date: projected.pair[1],
            level: spec.level,
            method: spec.method,
            datasets: projected.datasets.clone(),
            rows: units.iter().zip(&steps).map(row).collect(),
        };
        let to = projected.pair[1].plus_years(i16::from(self.years));
        Ok(Found { measure: self.measure, to, steps, table, projected })
    }
}

impl Kind for Ahead {
    fn model(
        &self,
        spec: &MapSpec,
        Sources { atlas, .. }: Sources<'_>,
    ) -> Result<Warned<MapModel>, FigureError> {
        if spec.representation != Representation::Choropleth {
            return Err(KindError::ComparedAsSymbols.into());
        }
        let found = self.made(spec, atlas)?;
        let mapped = Mapped {
            table: found.table.clone(),
            overall: None,
            official: None,
            at_dates: None,
            are_differences: true,
            remarks: Vec::new(),
        };
        // What is classed are changes of the residents, whatever indicator the map came from.
        let source = atlas.indicator_by_age().map_or(&spec.indicator, |source| &source.id);
        let Warned { value, mut remarks } =
            mapped.model(&MapSpec { indicator: source.clone(), ..spec.clone() }, found, atlas)?;
        remarks.retain(|remark| *remark != crate::figure::remark::Remark::CountAsChoropleth);
        Ok(Warned { value, remarks })
    }

    fn table(&self, spec: &MapSpec, atlas: &Atlas) -> Result<Table, FigureError> {
        Ok(self.made(spec, atlas)?.table)
    }

    fn pooled(&self, _: &MapSpec, atlas: &Atlas, members: &[usize]) -> Option<Value> {
        let projected = Projected::new(atlas, usize::from(self.years)).ok()?;
        let all = projected.growth(members, self.measure);
        let ((_, now, _), (_, then, interval)) = (all.first()?, all.last()?);
        let step = (*now > 0.0).then_some(Step { now: *now, then: *then, interval: (*interval)? })?;
        Some(Ok(step.by(self.measure, step.then)))
    }

    fn used(&self, _: &MapSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let Some(source) = atlas.indicator_by_age() else { return Vec::new() };
        let dates = atlas.dates_by_age(source).into_iter();
        dates.map(|date| (source.id.clone(), date.into())).collect()
    }

    fn names(&self, spec: &MapSpec, _: &Atlas) -> String {
        spec.lang.growth(self.measure)
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        let (lang, measure) = (spec.lang, spec.lang.growth(self.measure));
        match Projected::latest_pair(atlas) {
            Some([_, from]) => {
                let to = from.plus_years(i16::from(self.years));
                texts::title_future_years(lang, measure, from.year(), to.year())
            }
            None => texts::title_future(lang, measure),
        }
    }

    fn when(&self, spec: &MapSpec, _: Caption<'_>) -> String {
        texts::when_future(spec.lang, self.years)
    }

    fn when_alone(&self, spec: &MapSpec, caption: Caption<'_>) -> String {
        self.when(spec, caption)
    }

    fn unit(&self, lang: Lang, _: &Indicator) -> String {
        lang.text(if self.measure.is_count() { texts::FUTURE_PERCENT } else { texts::FUTURE_POINTS })
            .to_owned()
    }

    fn text(&self, lang: Lang, _: Caption<'_>, value: Value) -> String {
        match value {
            Ok(value) => moved(lang, self.measure, value),
            Err(reason) => lang.absence(reason).to_owned(),
        }
    }
}

/// A change in words: "+3,2%".
fn moved(lang: Lang, measure: Growth, by: f64) -> String {
    let number = i18n::signed_number(lang, by, 1);
    if measure.is_count() { format!("{number}%") } else { number }
}

/// The numbers of such a map.
#[derive(Clone, Debug)]
struct Found {
    measure: Growth,
    to: Date,
    steps: Vec<Option<Step>>,
    table: Table,
    projected: Projected,
}

impl Found {
    /// How many are forecast to grow and to shrink, and of how many the interval does not say which.
    fn counts(&self, lang: Lang) -> String {
        let known = || self.steps.iter().flatten();
        let count = |is: &dyn Fn(&Step) -> bool| known().filter(|step| is(step)).count();
        let (up, down) = (count(&|step| step.then > step.now), count(&|step| step.then < step.now));
        let unsure = count(&|step| step.interval[0] <= step.now && step.now <= step.interval[1]);
        let [up, down, unsure] = [up, down, unsure].map(|n| lang.count(n, Thing::Territory));
        let measure = lang.growth(self.measure);
        let (from, to) = (self.table.date.year(), self.to.year());
        texts::future_counts(lang, measure, from, to, up, down, unsure)
    }

    /// The territories at both ends, each with its interval.
    fn ends(&self, lang: Lang) -> Vec<String> {
        let mut order: Vec<(usize, Step)> =
            self.steps.iter().enumerate().filter_map(|(unit, step)| Some((unit, (*step)?))).collect();
        let by = |step: Step| step.by(self.measure, step.then);
        order.sort_by(|a, b| by(b.1).total_cmp(&by(a.1)));
        let named = |all: &[(usize, Step)]| {
            let one = |(unit, step): &(usize, Step)| {
                let [low, high] =
                    step.interval.map(|to| moved(lang, self.measure, step.by(self.measure, to)));
                let by = moved(lang, self.measure, by(*step));
                texts::future_one(lang, &self.table.rows[*unit].name, by, low, high)
            };
            listed(lang, &all.iter().map(one).collect::<Vec<_>>())
        };
        if order.len() < 2 * NAMED {
            return vec![texts::future_all(lang, named(&order))];
        }
        let (first, last) = (&order[..NAMED], &order[order.len() - NAMED..]);
        vec![texts::future_most(lang, named(first)), texts::future_least(lang, named(last))]
    }
}

impl Shown for Found {
    fn tables<'a>(&'a self, _: &'a MapModel) -> Vec<&'a Table> {
        vec![&self.table]
    }

    fn sources(&self, lang: Lang, _: &MapModel, _: &Indicator, atlas: &Atlas) -> Vec<Source> {
        let Some(source) = atlas.indicator_by_age() else { return Vec::new() };
        let [from, to] = self.projected.pair.map(|date| reference_phrase(lang, date.into()));
        vec![footer::source(lang, source, &texts::both(lang, from, to))]
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, _: &Indicator, _: &Atlas) -> Vec<String> {
        spec.lang.forecast_sentences(&self.projected, self.tried_at())
    }

    fn class_text(&self, lang: Lang, intervals: &Intervals, decimals: usize, class: usize) -> String {
        change_class(lang, intervals, decimals, class)
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["now", "then", "then_low", "then_high"]
    }

    fn behind(&self, unit: usize) -> Vec<Value> {
        match self.steps.get(unit).copied().flatten() {
            Some(step) => [step.now, step.then, step.interval[0], step.interval[1]].map(Ok).into(),
            None => vec![Err(Absence::Missing); 4],
        }
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let mut sentences = vec![self.counts(spec.lang)];
        sentences.extend(self.ends(spec.lang));
        sentences
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let mut sentences = vec![self.counts(spec.lang)];
        sentences.extend(self.ends(spec.lang));
        sentences.extend(spec.lang.forecast_sentences(&self.projected, self.tried_at()));
        sentences
    }

    fn reading_says_what(&self) -> bool {
        false
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let unit = |(step, row): (&Option<Step>, &Row)| {
            json!({
                "code": row.code.to_string(),
                "now": step.map(|step| step.now),
                "then": step.map(|step| step.then),
                "interval": step.map(|step| step.interval),
            })
        };
        let units: Vec<Json> = self.steps.iter().zip(&self.table.rows).map(unit).collect();
        vec![
            ("measure", json!(self.measure.id())),
            ("from", json!(self.table.date.to_string())),
            ("to", json!(self.to.to_string())),
            ("units", Json::Array(units)),
        ]
    }
}

impl Found {
    /// The level whose errors the interval comes from.
    fn tried_at(&self) -> Level {
        if self.table.level == Level::Comuni { Level::Comuni } else { Level::Ambiti }
    }
}
