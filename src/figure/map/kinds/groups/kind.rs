//! Its model and its texts.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::analysis::{Algorithm, Grouped as Asked, Grouping, STARTS, grouping};
use crate::data::{Absence, Atlas, Bilingual, Indicator, Query, Reference, Table, Value};
use crate::document::{MapSpec, Representation};
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::kinds::several::{Several, dated, lower};
use crate::figure::map::neighbours::weights;
use crate::figure::map::{MapModel, Shown};
use crate::figure::page::footer::Source;
use crate::figure::pair::not_pooled;
use crate::figure::palette::Palette;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::figure::wording::{listed, notes};
use crate::figure::{FigureError, KindError};
use crate::i18n::{Lang, texts};
use crate::stats::groups::profile;
use crate::stats::space::Neighbours;

/// Eight colours; with more groups, twelve.
const USUAL: &str = "set2";
const MANY: &str = "paired";
/// More groups than a map has colours for are not asked for.
const MOST_GROUPS: usize = 12;
/// Up to this many indicators the title does not count them.
const MOST_IN_TITLE: usize = 3;
/// Up to this many territories of a group are named.
const MOST_NAMED: usize = 12;

/// Groups by the map's indicator and others.
pub struct Grouped<'a> {
    pub with: &'a [String],
    pub algorithm: Algorithm,
    pub k: Option<usize>,
    pub seed: u64,
    /// What the user calls them.
    pub names: &'a [String],
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
        let several = Several::of(spec, self.with, atlas)?;
        let columns = several.columns();
        let weights =
            (self.algorithm == Algorithm::Skater).then(|| weights(basemap, spec.level, Neighbours::Queen));
        if let Some(k) = self.k.filter(|k| *k > MOST_GROUPS) {
            return Err(KindError::ManyGroups { k, most: MOST_GROUPS }.into());
        }
        let asked = Asked { algorithm: self.algorithm, k: self.k, starts: STARTS, seed: self.seed };
        let found = grouping(&columns, asked, weights.as_ref())
            .map_err(|refused| KindError::Refused { names: several.names.clone(), refused })?;
        let count = found.partition.k;
        let id = spec.palette.id.as_deref().unwrap_or(if count > 8 { MANY } else { USUAL });
        let palette = Palette::get(id).ok_or_else(|| FigureError::UnknownPalette(id.to_owned()))?;
        let bounds: Vec<(f64, f64)> = (0..count).map(|i| (i as f64, i as f64 + 1.0)).collect();
        let units = found.units(several.tables[0].rows.len());
        let class_of = (0..units.len()).map(|unit| units[unit].ok_or(several.absent(unit)));
        let profile = profile(&found.points, &found.partition);
        let marks = marks(&profile);
        let name = |(group, marks): (usize, &Vec<Mark>)| {
            let own = self.names.get(group).map(|own| own.trim()).filter(|own| !own.is_empty());
            Lang::both(|lang| {
                own.map_or_else(|| group_name(lang, group, marks, &several.shorts), str::to_owned)
            })
        };
        let model = MapModel {
            // The groups are of several indicators: the value of the whole of one would be no reference.
            overall: None,
            classes: None,
            rounded: None,
            names: marks.iter().enumerate().map(name).collect(),
            class_of: class_of.collect(),
            colours: palette.colours(&bounds, spec.palette.reversed, None),
            counts: found.partition.sizes(),
            palette: palette.id,
            class_count: count,
            edge_on_zero: false,
            table: several.tables[0].clone(),
            shown: Arc::new(Found {
                algorithm: self.algorithm,
                seed: self.seed,
                grouping: found,
                profile,
                several: several.clone(),
            }),
        };
        let mut remarks: Vec<Remark> = not_pooled(spec.level, spec.method).into_iter().collect();
        remarks.extend(model.absent_remarks());
        Ok(Warned { value: model, remarks })
    }

    fn used(&self, spec: &MapSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let dated = dated(spec, self.with, atlas).unwrap_or_default();
        dated.into_iter().map(|(indicator, query)| (indicator.id.clone(), query.date.into())).collect()
    }

    fn names(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        let dated = dated(spec, self.with, atlas).unwrap_or_default();
        let name = |(indicator, _): &(&Indicator, Query)| spec.lang.pick(&indicator.name).to_owned();
        listed(spec.lang, &dated.iter().map(name).collect::<Vec<_>>())
    }

    fn units(&self, lang: Lang, _: &Indicator, _: &Atlas) -> String {
        lang.text(texts::LEGEND_GROUPS).to_lowercase()
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        let dated = dated(spec, self.with, atlas).unwrap_or_default();
        let short = |(indicator, _): &(&Indicator, Query)| lower(spec.lang.pick(&indicator.short));
        let names: Vec<String> = dated.iter().map(short).collect();
        match names.len() {
            0..=MOST_IN_TITLE => texts::title_groups(spec.lang, listed(spec.lang, &names)),
            count => texts::title_groups_many(spec.lang, count, listed(spec.lang, &names)),
        }
    }
}

/// A variable in which a group is far from the mean of all, and whether above.
type Mark = (usize, bool);

/// What sets each group apart: the farthest variable, and as many more as it takes for no two groups to be named alike.
fn marks(profile: &[Vec<f64>]) -> Vec<Vec<Mark>> {
    /// A group nearer to the mean of all in every variable is in the middle.
    const FAR: f64 = 0.5;
    let far: Vec<Vec<Mark>> = profile
        .iter()
        .map(|means| {
            let mut all: Vec<(usize, f64)> = means.iter().copied().enumerate().collect();
            all.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
            let least = |(at, mean): &(usize, f64)| (mean.abs() >= FAR).then_some((*at, *mean > 0.0));
            all.iter().filter_map(least).collect()
        })
        .collect();
    let mut taken: Vec<usize> = far.iter().map(|all| all.len().min(1)).collect();
    loop {
        let named = |group: usize| &far[group][..taken[group]];
        let is_twin = |group: &usize| {
            taken[*group] < far[*group].len()
                && (0..far.len()).any(|other| other != *group && named(other) == named(*group))
        };
        let twins: Vec<usize> = (0..far.len()).filter(is_twin).collect();
        if twins.is_empty() {
            break;
        }
        twins.into_iter().for_each(|group| taken[group] += 1);
    }
    far.into_iter().zip(taken).map(|(all, taken)| all[..taken].to_vec()).collect()
}

/// "Gruppo 2 (+ Indice di vecchiaia)".
fn group_name(lang: Lang, group: usize, marks: &[Mark], shorts: &[Bilingual]) -> String {
    let mark = |(variable, is_above): &Mark| {
        let short = lang.pick(&shorts[*variable]);
        if *is_above { texts::group_mark_above(lang, short) } else { texts::group_mark_below(lang, short) }
    };
    match marks {
        [] => texts::group_middle(lang, group + 1),
        marks => texts::group_like(lang, group + 1, marks.iter().map(mark).collect::<Vec<_>>().join(", ")),
    }
}

/// The numbers of such a map.
#[derive(Clone, Debug)]
pub struct Found {
    pub algorithm: Algorithm,
    pub seed: u64,
    pub grouping: Grouping,
    pub profile: Vec<Vec<f64>>,
    several: Several,
}

impl Found {
    /// Each group's profile, and its territories where they are few.
    fn groups(&self, lang: Lang) -> Vec<String> {
        let names = self.several.names(lang);
        let mut sentences = Vec::new();
        for (group, means) in self.profile.iter().enumerate() {
            let members: Vec<String> = self
                .grouping
                .kept
                .iter()
                .zip(&self.grouping.partition.groups)
                .filter(|(_, own)| **own == group)
                .map(|(unit, _)| self.several.tables[0].rows[*unit].name.clone())
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
        self.several.tables.iter().collect()
    }

    fn sources(&self, lang: Lang, _: &MapModel, _: &Indicator, atlas: &Atlas) -> Vec<Source> {
        self.several.sources(lang, atlas)
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let mut sentences = notes(lang, indicator.into(), Some(spec.level), spec.method);
        sentences.push(texts::groups_made_of(lang, listed(lang, &self.several.told(lang, atlas))));
        sentences
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, atlas: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let mut sentences = lang.grouping(self.algorithm, &self.grouping);
        sentences.push(texts::groups_made_of(lang, listed(lang, &self.several.told(lang, atlas))));
        sentences.extend(self.groups(lang));
        sentences
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, atlas: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let mut sentences = lang.grouping(self.algorithm, &self.grouping);
        sentences.push(texts::groups_made_of(lang, listed(lang, &self.several.told(lang, atlas))));
        sentences.extend(self.groups(lang));
        sentences.push(lang.text(texts::GROUPS_SCORES).to_owned());
        sentences
    }

    fn reading_says_what(&self) -> bool {
        false
    }

    fn legend_head(&self, lang: Lang) -> Option<String> {
        Some(lang.text(texts::LEGEND_GROUPS).to_owned())
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
                    "code": self.several.tables[0].rows[*unit].code.to_string(),
                    "group": found.partition.groups[at] + 1,
                    "silhouette": found.silhouette.units[at],
                })
            })
            .collect();
        let indicators: Vec<Json> = self
            .several
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
