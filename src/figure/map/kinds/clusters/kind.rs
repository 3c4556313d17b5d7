//! Its model and its texts.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::analysis::{Cluster, Clusters, clusters};
use crate::data::{Absence, Atlas, Bilingual, Indicator, Table, Value};
use crate::document::{LocalTest, MapSpec, Representation};
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::neighbours::weights;
use crate::figure::map::{MapModel, Shown};
use crate::figure::pair::not_pooled;
use crate::figure::palette::Palette;
use crate::figure::reading::voice::capital;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::figure::wording::{listed, notes};
use crate::figure::{FigureError, KindError};
use crate::i18n::{self, Lang, texts};
use crate::stats::space::{Neighbours, Permutations, Quadrant};

/// High values are red and low ones blue, as in every program that makes such maps.
const USUAL: &str = "rd_bu";
/// The place of each class, in the order of [`Cluster::TESTED`], along a palette of five colours from low to high.
const PLACES: [usize; 5] = [4, 0, 3, 1, 2];
/// Up to this many territories of a class are named.
const MOST_NAMED: usize = 12;
/// A file may ask for as many permutations as it likes; nobody waits for them.
const MOST_PERMUTATIONS: u32 = 99_999;

/// Local Moran.
pub struct Clustered {
    pub neighbours: Neighbours,
    pub test: LocalTest,
}

impl Kind for Clustered {
    fn model(
        &self,
        spec: &MapSpec,
        Sources { atlas, basemap, .. }: Sources<'_>,
    ) -> Result<Warned<MapModel>, FigureError> {
        if spec.representation != Representation::Choropleth {
            return Err(KindError::ComparedAsSymbols.into());
        }
        let table = self.table(spec, atlas)?;
        let name = atlas.catalogue.get(&spec.indicator).map(|own| own.name.clone()).unwrap_or_default();
        if atlas.catalogue.get(&spec.indicator).is_some_and(|own| own.kind.has_steps()) {
            return Err(KindError::NoQuantity(name).into());
        }
        let values: Vec<Option<f64>> = table.rows.iter().map(|row| row.value.ok()).collect();
        let permutations =
            Permutations { count: self.test.permutations.clamp(99, MOST_PERMUTATIONS), seed: self.test.seed };
        let known = values.iter().flatten().count();
        let names = vec![name];
        let fault = |refused| KindError::Refused { names: names.clone(), refused };
        self.neighbours.check(known).map_err(fault)?;
        let weights = weights(basemap, spec.level, self.neighbours);
        let found = clusters(&values, &weights, permutations, self.test.fdr).map_err(fault)?;
        let id = spec.palette.id.as_deref().unwrap_or(USUAL);
        let palette = Palette::get(id).ok_or_else(|| FigureError::UnknownPalette(id.to_owned()))?;
        let bounds = [(-2.5, -1.5), (-1.5, -0.5), (-0.5, 0.5), (0.5, 1.5), (1.5, 2.5)];
        // The palette begins with its red.
        let turned = spec.palette.id.is_none();
        let shades = palette.colours(&bounds, spec.palette.reversed != turned, Some(0.0));
        let class_of = found.units.iter().zip(&table.rows).map(|(unit, row)| match (unit, row.value) {
            (_, Err(absence)) => Err(absence),
            (Some(Cluster::NoNeighbours) | None, Ok(_)) => Err(Absence::NotApplicable),
            (Some(cluster), Ok(_)) => {
                Ok(Cluster::TESTED.iter().position(|other| other == cluster).unwrap_or_default())
            }
        });
        let class_of = class_of.collect();
        let model = MapModel {
            // Classes of likeness have no place for the value of the whole.
            overall: None,
            classes: None,
            rounded: None,
            names: Cluster::TESTED.map(name_of).into(),
            class_of,
            colours: PLACES.iter().map(|place| shades[*place]).collect(),
            counts: Cluster::TESTED.iter().map(|cluster| found.count(*cluster)).collect(),
            palette: palette.id,
            class_count: Cluster::TESTED.len(),
            edge_on_zero: false,
            shown: Arc::new(Found {
                clusters: found,
                neighbours: self.neighbours,
                test: self.test,
                table: table.clone(),
            }),
            table,
        };
        let mut remarks: Vec<Remark> = not_pooled(spec.level, spec.method).into_iter().collect();
        remarks.extend(model.absent_remarks());
        Ok(Warned { value: model, remarks })
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        texts::title_clusters(spec.lang, self.names(spec, atlas))
    }
}

fn name_of(cluster: Cluster) -> Bilingual {
    Lang::both(|lang| lang.cluster(cluster).to_owned())
}

/// The numbers of such a map.
#[derive(Clone, Debug)]
pub struct Found {
    pub clusters: Clusters,
    pub neighbours: Neighbours,
    pub test: LocalTest,
    table: Table,
}

impl Found {
    /// How the map was made.
    fn method(&self, lang: Lang) -> String {
        let Permutations { count, seed } = self.clusters.local.permutations;
        let level = i18n::plain_number(lang, self.test.fdr);
        let count = i18n::number(lang, f64::from(count), 0);
        texts::clusters_method(lang, lang.neighbours(self.neighbours), count, seed, level)
    }

    fn counts(&self, lang: Lang) -> String {
        let part = |cluster: &Cluster| {
            texts::clusters_part(lang, lang.cluster(*cluster), self.clusters.count(*cluster))
        };
        let parts: Vec<String> = Cluster::TESTED.iter().map(part).collect();
        texts::clusters_counts(lang, listed(lang, &parts))
    }

    /// The territories of a class, where they are few.
    fn named(&self, lang: Lang, cluster: Cluster) -> Option<String> {
        let units = self.clusters.units.iter().zip(&self.table.rows);
        let names: Vec<String> =
            units.filter(|(unit, _)| **unit == Some(cluster)).map(|(_, row)| row.name.clone()).collect();
        if names.is_empty() || names.len() > MOST_NAMED {
            return None;
        }
        let sort = capital(lang.cluster(cluster));
        Some(texts::cluster_names(lang, sort, names.len(), listed(lang, &names)))
    }
}

impl Shown for Found {
    fn tables<'a>(&'a self, model: &'a MapModel) -> Vec<&'a Table> {
        vec![&model.table]
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<String> {
        let mut sentences = notes(spec.lang, indicator.into(), Some(spec.level), spec.method);
        sentences.push(self.method(spec.lang));
        sentences
    }

    fn legend_head(&self, lang: Lang) -> Option<String> {
        Some(lang.text(texts::LEGEND_CLUSTERS).to_owned())
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["lisa_i", "lisa_p"]
    }

    fn behind(&self, unit: usize) -> Vec<Value> {
        let at = self.clusters.at(unit);
        let of = |all: &[Option<f64>]| at.and_then(|at| all[at]).ok_or(Absence::NotApplicable);
        vec![of(&self.clusters.local.statistic), of(&self.clusters.local.p)]
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let mut sentences = vec![self.counts(spec.lang)];
        sentences.extend(spec.lang.clusters(&self.clusters));
        sentences
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let mut sentences = lang.moran(&self.clusters.whole);
        sentences.push(self.counts(lang));
        let quadrants = Quadrant::ALL.map(Cluster::Of);
        sentences.extend(quadrants.into_iter().filter_map(|cluster| self.named(lang, cluster)));
        sentences.extend(lang.clusters(&self.clusters));
        sentences.push(lang.text(texts::SPACE_EDGE).to_owned());
        sentences.push(lang.text(texts::CENSUS_CHANCE).to_owned());
        sentences
    }

    fn reading_says_what(&self) -> bool {
        false
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let found = &self.clusters;
        let unit = |(unit, row): (usize, &crate::data::Row)| {
            let at = found.at(unit);
            json!({
                "code": row.code.to_string(),
                "i": at.and_then(|at| found.local.statistic[at]),
                "p": at.and_then(|at| found.local.p[at]),
                "p_sim": at.and_then(|at| found.local.directed[at]),
                "quadrant": at.and_then(|at| found.quadrants[at]).map(Quadrant::id),
                "cluster": found.units[unit].map(Cluster::id),
            })
        };
        let units: Vec<Json> = self.table.rows.iter().enumerate().map(unit).collect();
        vec![
            ("neighbours", json!(self.neighbours.id())),
            ("permutations", json!(found.local.permutations.count)),
            ("seed", json!(found.local.permutations.seed)),
            ("fdr", json!(found.level)),
            ("p_cut", json!(found.cut)),
            ("moran", json!({ "i": found.whole.i, "z": found.whole.z, "p": found.whole.p })),
            ("tested", json!(found.tested)),
            ("significant_before_correction", json!(found.before)),
            ("expected_by_chance", json!(found.by_chance)),
            ("units", Json::Array(units)),
        ]
    }
}
