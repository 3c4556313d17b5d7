//! The map of a composite index: its model and its texts.

use serde_json::{Value as Json, json};

use crate::analysis::{IndexAsked, Indexed, at_all_dates, directed, indexed};
use crate::data::{Absence, Atlas, Caption, Indicator, Polarity as Declared, Query, Reference, Table, Value};
use crate::document::{MapSpec, Representation};
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::kinds::several::{Several, dated, lower};
use crate::figure::map::model::Mapped;
use crate::figure::map::{MapModel, Shown};
use crate::figure::page::footer::Source;
use crate::figure::remark::Warned;
use crate::figure::view::Sources;
use crate::figure::wording::{listed, notes};
use crate::figure::{FigureError, KindError};
use crate::i18n::{self, Lang, texts};
use crate::stats::index::{Method, Polarity, Variant};

/// How many territories at either end are named.
const NAMED: usize = 3;

/// What a spec asks for.
pub fn asked(method: Method, worse: bool, seed: u64) -> IndexAsked {
    IndexAsked { method, direction: if worse { Polarity::Negative } else { Polarity::Positive }, seed }
}

/// An index of the map's indicator and others.
pub struct Index<'a> {
    pub with: &'a [String],
    /// Whether more of an indicator is good, where the catalogue does not say so.
    pub declared: &'a [(String, bool)],
    pub asked: IndexAsked,
}

impl Index<'_> {
    /// Computes it.
    fn made(&self, spec: &MapSpec, atlas: &Atlas) -> Result<Found, FigureError> {
        let several = Several::of(spec, self.with, atlas)?;
        let ids: Vec<String> = several.queries.iter().map(|query| query.indicator.clone()).collect();
        let polarity = |id: &String| {
            let typed = self.declared.iter().find(|(own, _)| own == id).map(|(_, is_good)| *is_good);
            let is_good = typed.or(match atlas.catalogue.get(id)?.polarity {
                Declared::HigherIsBetter => Some(true),
                Declared::HigherIsWorse => Some(false),
                Declared::Neither => None,
            });
            is_good.map(|is_good| directed(is_good, self.asked.direction))
        };
        let polarity: Vec<Option<Polarity>> = ids.iter().map(polarity).collect();
        let (others, dates) = at_all_dates(atlas, &ids, spec.level, spec.method);
        let indexed = indexed(&several.columns(), (&others, dates), &polarity, self.asked)
            .map_err(|refused| KindError::Refused { names: several.names.clone(), refused })?;
        Ok(Found { several, indexed, asked: self.asked })
    }
}

impl Kind for Index<'_> {
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
            table: found.table(),
            overall: None,
            official: None,
            at_dates: None,
            are_differences: false,
            remarks: Vec::new(),
        };
        mapped.model(spec, found, atlas)
    }

    fn table(&self, spec: &MapSpec, atlas: &Atlas) -> Result<Table, FigureError> {
        Ok(self.made(spec, atlas)?.table())
    }

    /// An index is of the units it was made among.
    fn pooled(&self, _: &MapSpec, _: &Atlas, _: &[usize]) -> Option<Value> {
        None
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

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        let dated = dated(spec, self.with, atlas).unwrap_or_default();
        let short = |(indicator, _): &(&Indicator, Query)| lower(spec.lang.pick(&indicator.short));
        let names: Vec<String> = dated.iter().map(short).collect();
        texts::title_index(spec.lang, listed(spec.lang, &names))
    }

    fn described(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        self.title(spec, atlas)
    }

    fn unit(&self, lang: Lang, _: &Indicator) -> String {
        let text = match self.asked.method {
            Method::Ampi | Method::Mpi => texts::INDEX_UNIT_100,
            Method::MeanOfScores | Method::Principal => texts::INDEX_UNIT_0,
            Method::MeanOfRanks => texts::INDEX_UNIT_RANKS,
        };
        lang.text(text).to_owned()
    }

    fn text(&self, lang: Lang, _: Caption<'_>, value: Value) -> String {
        match value {
            Ok(value) => i18n::number(lang, value, decimals(self.asked.method)),
            Err(reason) => lang.absence(reason).to_owned(),
        }
    }
}

/// The decimals an index is written with.
fn decimals(method: Method) -> usize {
    match method {
        Method::Ampi | Method::Mpi | Method::MeanOfRanks => 1,
        Method::MeanOfScores | Method::Principal => 2,
    }
}

/// The numbers of such a map.
#[derive(Clone, Debug)]
struct Found {
    several: Several,
    indexed: Indexed,
    asked: IndexAsked,
}

impl Found {
    fn table(&self) -> Table {
        let mut values = vec![None; self.several.tables[0].rows.len()];
        let made = self.indexed.kept.iter().zip(&self.indexed.composite.index);
        made.for_each(|(unit, index)| values[*unit] = Some(*index));
        self.several.in_place(&values)
    }

    fn name(&self, at: usize) -> &str {
        &self.several.tables[0].rows[self.indexed.kept[at]].name
    }

    /// A territory with its index and the places that other ways of making it give.
    fn placed(&self, lang: Lang, at: usize) -> String {
        let index = i18n::number(lang, self.indexed.composite.index[at], decimals(self.asked.method));
        let range = self.indexed.robust.ranges[at];
        texts::index_placed(
            lang,
            self.name(at),
            index,
            i18n::places_between(lang, range.highest, range.lowest),
        )
    }

    /// What it is and how it is made.
    fn method(&self, lang: Lang) -> String {
        let direction = match self.asked.direction {
            Polarity::Positive => texts::COMPOSITE_POSITIVE,
            Polarity::Negative => texts::COMPOSITE_NEGATIVE,
        };
        texts::composite_head(lang, lang.index_method(self.asked.method), lang.text(direction))
    }

    fn caveats(&self, lang: Lang) -> Vec<String> {
        let moves = i18n::number(lang, self.indexed.robust.mean_move, 1);
        let variants = &self.indexed.robust.variants;
        let leaves_out = variants.iter().any(|(variant, _)| matches!(variant, Variant::Without(_)));
        let mut sentences = vec![match leaves_out {
            true => texts::composite_moves(lang, moves),
            false => texts::composite_moves_of_method(lang, moves),
        }];
        if matches!(self.asked.method, Method::Ampi | Method::Mpi) {
            sentences.push(lang.text(texts::COMPOSITE_PENALTY).to_owned());
        }
        if self.asked.method == Method::Ampi && self.indexed.dates > 1 {
            sentences.push(texts::composite_dates(lang, self.indexed.dates));
        }
        let against = self.several.names.iter().zip(&self.indexed.composite.weights);
        let against = against.filter(|(_, weight)| **weight < 0.0);
        sentences.extend(against.map(|(name, _)| texts::composite_against(lang, lang.pick(name))));
        sentences
    }

    /// The territories at both ends, the highest first.
    fn ends(&self, lang: Lang) -> Vec<String> {
        let index = &self.indexed.composite.index;
        let mut order: Vec<usize> = (0..index.len()).collect();
        order.sort_by(|a, b| index[*b].total_cmp(&index[*a]));
        let named =
            |all: &[usize]| listed(lang, &all.iter().map(|at| self.placed(lang, *at)).collect::<Vec<_>>());
        if order.len() < 2 * NAMED {
            return vec![texts::index_all(lang, named(&order))];
        }
        let (first, last) = (&order[..NAMED], &order[order.len() - NAMED..]);
        vec![texts::index_highest(lang, named(first)), texts::index_lowest(lang, named(last))]
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
        sentences.push(self.method(lang));
        sentences.push(texts::index_made_of(lang, listed(lang, &self.several.told(lang, atlas))));
        sentences.extend(self.caveats(lang));
        sentences
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["rank", "rank_high", "rank_low", "penalty"]
    }

    fn behind(&self, unit: usize) -> Vec<Value> {
        let Some(at) = self.indexed.at(unit) else { return vec![Err(Absence::Missing); 4] };
        let range = self.indexed.robust.ranges[at];
        let ranks = [range.rank, range.highest, range.lowest].map(|rank| Ok(rank as f64));
        ranks.into_iter().chain([Ok(self.indexed.composite.penalties[at])]).collect()
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let mut sentences = vec![self.method(spec.lang)];
        sentences.extend(self.ends(spec.lang));
        sentences
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, atlas: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let mut sentences = self.ends(lang);
        sentences.push(self.method(lang));
        sentences.push(texts::index_made_of(lang, listed(lang, &self.several.told(lang, atlas))));
        sentences.extend(self.caveats(lang));
        sentences
    }

    fn reading_says_what(&self) -> bool {
        false
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let found = &self.indexed;
        let unit = |(at, unit): (usize, &usize)| {
            let range = found.robust.ranges[at];
            json!({
                "code": self.several.tables[0].rows[*unit].code.to_string(),
                "index": found.composite.index[at],
                "rank": range.rank,
                "ranks": [range.highest, range.lowest],
                "penalty": found.composite.penalties[at],
                "contributions": found.composite.contributions(at),
            })
        };
        let units: Vec<Json> = found.kept.iter().enumerate().map(unit).collect();
        let of = |query: &Query| json!({ "indicator": query.indicator, "date": query.date.to_string() });
        vec![
            ("index_method", json!(self.asked.method.id())),
            ("indicators", self.several.queries.iter().map(of).collect()),
            ("weights", json!(found.composite.weights)),
            ("goalposts", json!(found.goalposts.ends())),
            ("mean_move", json!(found.robust.mean_move)),
            ("seed", json!(self.asked.seed)),
            ("units", Json::Array(units)),
        ]
    }
}
