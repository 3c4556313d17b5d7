//! Its model and its texts.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::analysis::{Algorithm, Grouped as Asked, Grouping, STARTS, dates_beside, grouping};
use crate::data::{Absence, Atlas, Bilingual, Indicator, Query, Reference, Table, Value};
use crate::document::{MapSpec, Representation};
use crate::figure::map::kinds::common;
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::neighbours::weights;
use crate::figure::map::{MapModel, Shown};
use crate::figure::page::footer::{self, Source};
use crate::figure::pair::not_pooled;
use crate::figure::palette::Palette;
use crate::figure::quality::dated;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::figure::wording::{listed, notes, reference_phrase};
use crate::figure::{FigureError, KindError};
use crate::i18n::{Lang, texts};
use crate::stats::groups::profile;
use crate::stats::space::Neighbours;

/// Eight colours; with more groups, twelve.
const USUAL: &str = "set2";
const MANY: &str = "paired";
/// More groups than a map has colours for are not asked for.
const MOST_GROUPS: usize = 12;
/// Up to this many territories of a group are named.
const MOST_NAMED: usize = 12;

/// Groups by the map's indicator and others.
pub struct Grouped<'a> {
    pub with: &'a [String],
    pub algorithm: Algorithm,
    pub k: Option<usize>,
    pub seed: u64,
}

impl Grouped<'_> {
    /// The indicators, each at its date.
    fn dated<'a>(
        &self,
        spec: &MapSpec,
        atlas: &'a Atlas,
    ) -> Result<Vec<(&'a Indicator, Query)>, FigureError> {
        let ids =
            std::iter::once(&spec.indicator).chain(self.with.iter().filter(|id| **id != spec.indicator));
        let mut indicators = Vec::new();
        for id in ids {
            let indicator = atlas.indicator(id)?;
            if indicator.kind.has_steps() {
                return Err(KindError::NoQuantity(indicator.name.clone()).into());
            }
            indicators.push(indicator);
        }
        let dates = dates_beside(atlas, &indicators, spec.date);
        let query = |(indicator, date): (&&Indicator, &Option<crate::base::Date>)| Query {
            indicator: indicator.id.clone(),
            date: date.unwrap_or(spec.date),
            ..spec.query()
        };
        let queries: Vec<Query> = indicators.iter().zip(&dates).map(query).collect();
        Ok(indicators.into_iter().zip(queries).collect())
    }
}

impl Kind for Grouped<'_> {
    fn model(
        &self,
        spec: &MapSpec,
        Sources { atlas, basemap, .. }: Sources<'_>,
    ) -> Result<Warned<MapModel>, FigureError> {
        if spec.representation != Representation::Choropleth {
            return Err(KindError::ComparedAsSymbols.into());
        }
        let dated = self.dated(spec, atlas)?;
        let mut tables = Vec::new();
        for (_, query) in &dated {
            tables.push(atlas.compute(query)?);
        }
        let columns: Vec<Vec<Option<f64>>> =
            tables.iter().map(|table| table.rows.iter().map(|row| row.value.ok()).collect()).collect();
        let weights =
            (self.algorithm == Algorithm::Skater).then(|| weights(basemap, spec.level, Neighbours::Queen));
        let k = self.k.map(|k| k.min(MOST_GROUPS));
        let asked = Asked { algorithm: self.algorithm, k, starts: STARTS, seed: self.seed };
        let names: Vec<Bilingual> = dated.iter().map(|(indicator, _)| indicator.name.clone()).collect();
        let shorts: Vec<Bilingual> = dated.iter().map(|(indicator, _)| indicator.short.clone()).collect();
        let found = grouping(&columns, asked, weights.as_ref())
            .map_err(|refused| KindError::Refused { names: names.clone(), refused })?;
        let count = found.partition.k;
        let id = spec.palette.id.as_deref().unwrap_or(if count > 8 { MANY } else { USUAL });
        let palette = Palette::get(id).ok_or_else(|| FigureError::UnknownPalette(id.to_owned()))?;
        let bounds: Vec<(f64, f64)> = (0..count).map(|i| (i as f64, i as f64 + 1.0)).collect();
        let units = found.units(tables[0].rows.len());
        let absent = |unit: usize| tables.iter().find_map(|table| table.rows[unit].value.err());
        let class_of =
            (0..units.len()).map(|unit| units[unit].ok_or(absent(unit).unwrap_or(Absence::Missing)));
        let profile = profile(&found.points, &found.partition);
        let name =
            |(group, means): (usize, &Vec<f64>)| Lang::both(|lang| group_name(lang, group, means, &shorts));
        let model = MapModel {
            overall: common::overall(spec.query(), atlas)?,
            classes: None,
            rounded: None,
            names: profile.iter().enumerate().map(name).collect(),
            class_of: class_of.collect(),
            colours: palette.colours(&bounds, spec.palette.reversed, None),
            counts: found.partition.sizes(),
            palette: palette.id,
            class_count: count,
            edge_on_zero: false,
            table: tables[0].clone(),
            shown: Arc::new(Found {
                algorithm: self.algorithm,
                seed: self.seed,
                grouping: found,
                profile,
                names,
                queries: dated.into_iter().map(|(_, query)| query).collect(),
                tables,
            }),
        };
        let mut remarks: Vec<Remark> = not_pooled(spec.level, spec.method).into_iter().collect();
        remarks.extend(model.absent_remarks());
        Ok(Warned { value: model, remarks })
    }

    fn used(&self, spec: &MapSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let dated = self.dated(spec, atlas).unwrap_or_default();
        dated.into_iter().map(|(indicator, query)| (indicator.id.clone(), query.date.into())).collect()
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        let count = self.dated(spec, atlas).map_or(0, |dated| dated.len());
        texts::title_groups(spec.lang, count)
    }
}

/// "Gruppo 2 (+ Indice di vecchiaia)": what sets it apart most.
fn group_name(lang: Lang, group: usize, means: &[f64], shorts: &[Bilingual]) -> String {
    let far = means.iter().zip(shorts).max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
    match far {
        Some((mean, short)) if *mean >= 0.5 => texts::group_above(lang, group + 1, lang.pick(short)),
        Some((mean, short)) if *mean <= -0.5 => texts::group_below(lang, group + 1, lang.pick(short)),
        _ => texts::group_middle(lang, group + 1),
    }
}

/// The numbers of such a map.
#[derive(Clone, Debug)]
pub struct Found {
    pub algorithm: Algorithm,
    pub seed: u64,
    pub grouping: Grouping,
    pub profile: Vec<Vec<f64>>,
    names: Vec<Bilingual>,
    queries: Vec<Query>,
    tables: Vec<Table>,
}

impl Found {
    fn indicators(&self, lang: Lang, atlas: &Atlas) -> Vec<String> {
        let of = |(name, query): (&Bilingual, &Query)| {
            let at = atlas.catalogue.get(&query.indicator).map(|own| own.period.ending(query.date));
            format!("{} ({})", lang.pick(name), reference_phrase(lang, at.unwrap_or(query.date.into())))
        };
        self.names.iter().zip(&self.queries).map(of).collect()
    }

    /// Each group's profile, and its territories where they are few.
    fn groups(&self, lang: Lang) -> Vec<String> {
        let names: Vec<String> = self.names.iter().map(|name| lang.pick(name).to_owned()).collect();
        let mut sentences = Vec::new();
        for (group, means) in self.profile.iter().enumerate() {
            let members: Vec<String> = self
                .grouping
                .kept
                .iter()
                .zip(&self.grouping.partition.groups)
                .filter(|(_, own)| **own == group)
                .map(|(unit, _)| self.tables[0].rows[*unit].name.clone())
                .collect();
            let words = lang.group_profile(means, &names);
            sentences.push(texts::groups_one(lang, group + 1, members.len(), words));
            if members.len() <= MOST_NAMED {
                sentences.push(texts::groups_named(lang, group + 1, listed(lang, &members)));
            }
        }
        sentences
    }
}

impl Shown for Found {
    fn tables<'a>(&'a self, _: &'a MapModel) -> Vec<&'a Table> {
        self.tables.iter().collect()
    }

    fn sources(&self, lang: Lang, _: &MapModel, _: &Indicator, atlas: &Atlas) -> Vec<Source> {
        let of = |table: &Table| {
            let indicator = atlas.catalogue.get(&table.indicator)?;
            Some(footer::source(lang, indicator, &dated(lang, indicator, table)))
        };
        self.tables.iter().filter_map(of).collect()
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let mut sentences = notes(lang, indicator.into(), Some(spec.level), spec.method);
        sentences.push(texts::groups_made_of(lang, listed(lang, &self.indicators(lang, atlas))));
        sentences
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let mut sentences = spec.lang.grouping(self.algorithm, &self.grouping);
        sentences.extend(self.groups(spec.lang));
        sentences
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let mut sentences = lang.grouping(self.algorithm, &self.grouping);
        sentences.extend(self.groups(lang));
        sentences.push(lang.text(texts::GROUPS_SCORES).to_owned());
        sentences
    }

    fn reading_says_what(&self) -> bool {
        false
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["group", "silhouette"]
    }

    fn behind(&self, unit: usize) -> Vec<Value> {
        let Ok(at) = self.grouping.kept.binary_search(&unit) else { return vec![Err(Absence::Missing); 2] };
        let group = self.grouping.partition.groups[at] as f64 + 1.0;
        vec![Ok(group), Ok(self.grouping.silhouette.units[at])]
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let found = &self.grouping;
        let units: Vec<Json> = found
            .kept
            .iter()
            .enumerate()
            .map(|(at, unit)| {
                json!({
                    "code": self.tables[0].rows[*unit].code.to_string(),
                    "group": found.partition.groups[at] + 1,
                    "silhouette": found.silhouette.units[at],
                })
            })
            .collect();
        let indicators: Vec<Json> = self
            .queries
            .iter()
            .map(|query| json!({ "indicator": query.indicator, "date": query.date.to_string() }))
            .collect();
        vec![
            ("algorithm", json!(self.algorithm.id())),
            ("seed", json!(self.seed)),
            ("k", json!(found.partition.k)),
            ("indicators", json!(indicators)),
            ("within", json!(found.partition.within)),
            ("between_share", json!(found.partition.between_share)),
            ("silhouette_mean", json!(found.silhouette.mean)),
            ("tried", json!(found.tried)),
            ("profile", json!(self.profile)),
            ("units", Json::Array(units)),
        ]
    }
}
