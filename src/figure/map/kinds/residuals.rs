//! The map of what a regression leaves unexplained: its model and its texts.

use serde_json::{Value as Json, json};

use crate::analysis::{Explained, explained, few_for_model};
use crate::data::{Absence, Atlas, Caption, Indicator, Query, Reference, Table, Value};
use crate::document::{MapSpec, Representation};
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::kinds::several::{Several, dated};
use crate::figure::map::model::Mapped;
use crate::figure::map::neighbours::weights;
use crate::figure::map::{MapModel, Shown};
use crate::figure::page::footer::Source;
use crate::figure::remark::Warned;
use crate::figure::view::Sources;
use crate::figure::wording::{change_class, change_text, change_unit, listed, notes};
use crate::figure::{FigureError, KindError};
use crate::i18n::{self, Lang, texts};
use crate::stats::classes::Intervals;
use crate::stats::regression::influence;
use crate::stats::space::{Neighbours, Weights};

/// How many territories at either end are named.
const NAMED: usize = 3;
/// Below this a test is told as a finding.
const LEVEL: f64 = 0.05;

/// What these indicators leave unexplained of the map's.
pub struct LeftOf<'a>(pub &'a [String]);

impl LeftOf<'_> {
    fn made(&self, spec: &MapSpec, atlas: &Atlas, weights: Option<&Weights>) -> Result<Found, FigureError> {
        let several = Several::of(spec, self.0, atlas)?;
        let columns = several.columns();
        // What is explained is the first here, and in messages comes after what explains.
        let (y, x) = columns.split_at(1);
        let names = several.names[1..].iter().chain(&several.names[..1]).cloned().collect::<Vec<_>>();
        let explained =
            explained(&y[0], x, weights).map_err(|refused| KindError::Refused { names, refused })?;
        Ok(Found { several, explained })
    }
}

impl Kind for LeftOf<'_> {
    fn model(
        &self,
        spec: &MapSpec,
        Sources { atlas, basemap, .. }: Sources<'_>,
    ) -> Result<Warned<MapModel>, FigureError> {
        if spec.representation != Representation::Choropleth {
            return Err(KindError::ComparedAsSymbols.into());
        }
        let found = self.made(spec, atlas, Some(&weights(basemap, spec.level, Neighbours::Queen)))?;
        let mapped = Mapped {
            table: found.table(),
            overall: None,
            official: None,
            at_dates: None,
            are_differences: true,
            remarks: Vec::new(),
        };
        mapped.model(spec, found, atlas)
    }

    fn table(&self, spec: &MapSpec, atlas: &Atlas) -> Result<Table, FigureError> {
        Ok(self.made(spec, atlas, None)?.table())
    }

    /// A residual is of the units that the model was fitted to.
    fn pooled(&self, _: &MapSpec, _: &Atlas, _: &[usize]) -> Option<Value> {
        None
    }

    fn used(&self, spec: &MapSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let dated = dated(spec, self.0, atlas).unwrap_or_default();
        dated.into_iter().map(|(indicator, query)| (indicator.id.clone(), query.date.into())).collect()
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        let lang = spec.lang;
        let dated = dated(spec, self.0, atlas).unwrap_or_default();
        let name = |(indicator, _): &(&Indicator, Query)| lang.pick(&indicator.short).to_owned();
        let names: Vec<String> = dated.iter().skip(1).map(name).collect();
        let own = dated.first().map_or("", |(indicator, _)| lang.pick(&indicator.name));
        match names.as_slice() {
            [one] => texts::title_residuals(lang, own, one),
            several => {
                let quoted: Vec<String> = several.iter().map(|name| texts::in_quotes(lang, name)).collect();
                texts::title_residuals_several(lang, own, listed(lang, &quoted))
            }
        }
    }

    fn described(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        self.title(spec, atlas)
    }

    fn unit(&self, lang: Lang, indicator: &Indicator) -> String {
        texts::residuals_unit(lang, change_unit(lang, indicator.into()))
    }

    fn text(&self, lang: Lang, caption: Caption<'_>, value: Value) -> String {
        change_text(lang, caption, value)
    }
}

/// The numbers of such a map.
#[derive(Clone, Debug)]
struct Found {
    several: Several,
    explained: Explained,
}

impl Found {
    fn table(&self) -> Table {
        self.several.in_place(&self.explained.residuals(self.several.tables[0].rows.len()))
    }

    /// How much the model explains.
    fn fit(&self, lang: Lang) -> String {
        let model = &self.explained.model;
        let names = self.several.names(lang);
        let percent = format!("{}%", i18n::number(lang, 100.0 * model.r2, 1));
        let by: Vec<String> = names[1..].iter().map(|name| texts::in_quotes(lang, name)).collect();
        let adjusted = i18n::number(lang, model.adjusted_r2, 3);
        texts::residuals_fit(lang, listed(lang, &by), lang.percentage(&percent), &names[0], adjusted, model.n)
    }

    /// The territories farthest above and below what the model gives them.
    fn ends(&self, lang: Lang, caption: Caption<'_>) -> Vec<String> {
        let residuals = &self.explained.model.residuals;
        let mut order: Vec<usize> = (0..residuals.len()).collect();
        order.sort_by(|a, b| residuals[*b].total_cmp(&residuals[*a]));
        let named = |all: Vec<usize>| {
            let one = |at: &usize| {
                let name = &self.several.tables[0].rows[self.explained.kept[*at]].name;
                format!("{name} ({})", change_text(lang, caption, Ok(residuals[*at])))
            };
            listed(lang, &all.iter().map(one).collect::<Vec<_>>())
        };
        let above = order.iter().copied().filter(|at| residuals[*at] > 0.0).take(NAMED).collect();
        let below = order.iter().rev().copied().filter(|at| residuals[*at] < 0.0).take(NAMED).collect();
        vec![texts::residuals_above(lang, named(above)), texts::residuals_below(lang, named(below))]
    }

    fn caveats(&self, lang: Lang) -> Vec<String> {
        let model = &self.explained.model;
        let mut sentences = Vec::new();
        if let Some(moran) = self.explained.moran {
            let (i, p) = (i18n::number(lang, moran.i, 3), i18n::p_value(lang, moran.p));
            let alike = moran.p <= LEVEL && moran.i > moran.expected;
            sentences.push(match alike {
                true => texts::residuals_moran(lang, i, p),
                false => texts::model_moran_fine(lang, i, p),
            });
        }
        if few_for_model(model.n, model.coefficients.len()) {
            sentences.push(texts::model_few(lang, model.n, model.coefficients.len() - 1));
        }
        sentences.push(lang.text(texts::MODEL_CAUSE).to_owned());
        sentences
    }
}

impl Shown for Found {
    fn tables<'a>(&'a self, _: &'a MapModel) -> Vec<&'a Table> {
        self.several.tables.iter().collect()
    }

    fn sources(&self, lang: Lang, _: &MapModel, _: &Indicator, atlas: &Atlas) -> Vec<Source> {
        self.several.sources(lang, atlas)
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<String> {
        let mut sentences = notes(spec.lang, indicator.into(), Some(spec.level), spec.method);
        sentences.push(self.fit(spec.lang));
        sentences.extend(self.caveats(spec.lang));
        sentences
    }

    fn class_text(&self, lang: Lang, intervals: &Intervals, decimals: usize, class: usize) -> String {
        change_class(lang, intervals, decimals, class)
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["fitted", "cook"]
    }

    fn behind(&self, unit: usize) -> Vec<Value> {
        let Ok(at) = self.explained.kept.binary_search(&unit) else { return vec![Err(Absence::Missing); 2] };
        let cook = influence(&self.explained.model).get(at).map(|of| of.cook);
        vec![Ok(self.explained.model.fitted[at]), cook.ok_or(Absence::Missing)]
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let mut sentences = vec![self.fit(spec.lang)];
        sentences.extend(self.ends(spec.lang, indicator.into()));
        sentences
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let mut sentences = vec![self.fit(spec.lang)];
        sentences.extend(self.ends(spec.lang, indicator.into()));
        sentences.extend(self.caveats(spec.lang));
        sentences
    }

    fn reading_says_what(&self) -> bool {
        false
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let model = &self.explained.model;
        let unit = |(at, unit): (usize, &usize)| {
            json!({
                "code": self.several.tables[0].rows[*unit].code.to_string(),
                "fitted": model.fitted[at],
                "residual": model.residuals[at],
            })
        };
        let units: Vec<Json> = self.explained.kept.iter().enumerate().map(unit).collect();
        let of = |query: &Query| json!({ "indicator": query.indicator, "date": query.date.to_string() });
        let coefficients: Vec<f64> = model.coefficients.iter().map(|own| own.value).collect();
        vec![
            ("indicators", self.several.queries.iter().map(of).collect()),
            ("coefficients", json!(coefficients)),
            ("r2", json!(model.r2)),
            ("adjusted_r2", json!(model.adjusted_r2)),
            ("residual_moran", json!(self.explained.moran.map(|of| json!({ "i": of.i, "p": of.p })))),
            ("units", Json::Array(units)),
        ]
    }
}
