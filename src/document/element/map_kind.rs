//! The kinds of map: what of the indicator is shown. What each kind asks of a spec is decided here, and what is made
//! of it in `figure::map::kinds`. No other file matches on the kinds.

use serde::{Deserialize, Serialize};

use crate::analysis::{Algorithm, Benchmark, Growth, HORIZON, basis};
use crate::base::{Date, Level};
use crate::data::{Atlas, Reference, Scale};
use crate::i18n::italian::Preposition;
use crate::i18n::{self, Lang, texts};
use crate::stats::classes::Scheme;
use crate::stats::index::Method;
use crate::stats::intervals::Confidence;
use crate::stats::space::Neighbours;

use super::classes::{ClassSpan, ClassSpec};
use super::table_column::TableColumn;

/// What a map shows of its indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapKind {
    /// Its value at the map's date.
    #[default]
    Value,
    /// The difference between its value at the map's date and that at an earlier one.
    Change { from: Date },
    /// Its value together with that of another indicator, each in three classes.
    Two {
        /// Id of the other indicator.
        second: String,
    },
    /// Whether its value differs from a benchmark by more than chance.
    Significance {
        against: Benchmark,
        #[serde(default)]
        confidence: Confidence,
    },
    /// Where it is like the neighbours, or unlike them, by more than chance.
    Clusters {
        #[serde(default)]
        neighbours: Neighbours,
        #[serde(default)]
        test: LocalTest,
    },
    /// The groups of territories that are alike in it and other indicators.
    Groups {
        /// Ids of the other indicators.
        with: Vec<String>,
        #[serde(default)]
        algorithm: Algorithm,
        /// How many groups; none for as many as the silhouette says.
        #[serde(default)]
        k: Option<usize>,
        #[serde(default = "usual_seed")]
        seed: u64,
        /// What the user calls the groups, in their order; where empty, what sets the group apart.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        names: Vec<String>,
    },
    /// What a regression on other indicators leaves unexplained of it.
    Residuals {
        /// Ids of what explains it.
        by: Vec<String>,
    },
    /// A composite index of it and others.
    Index {
        /// Ids of the other indicators.
        with: Vec<String>,
        #[serde(default)]
        method: Method,
        /// Whether more of the index is worse.
        #[serde(default)]
        worse: bool,
        /// Whether more of an indicator is good, where the catalogue does not say so.
        #[serde(default)]
        declared: Vec<(String, bool)>,
        #[serde(default = "usual_seed")]
        seed: u64,
    },
    /// Its rates, drawn towards that of all or of the neighbours where few people live.
    Smoothed {
        /// Who the neighbours are; none for the rate of all territories.
        #[serde(default)]
        neighbours: Option<Neighbours>,
    },
    /// Where a group is more or less frequent than in the whole territory.
    Quotient,
    /// Whether its series rises or falls.
    Trend,
    /// How much a measure of the residents changes in the coming years.
    Future {
        #[serde(default)]
        measure: Growth,
        /// How many years ahead.
        #[serde(default = "usual_years")]
        years: u8,
    },
}

fn usual_years() -> u8 {
    HORIZON as u8
}

fn usual_seed() -> u64 {
    LocalTest::default().seed
}

/// How local tests are made.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LocalTest {
    pub permutations: u32,
    pub seed: u64,
    /// The level of the false discovery rate.
    pub fdr: f64,
}

impl Default for LocalTest {
    fn default() -> Self {
        Self { permutations: 9999, seed: 1, fdr: 0.05 }
    }
}

impl MapKind {
    /// The change since a date.
    pub fn since(from: Date) -> Self {
        Self::Change { from }
    }

    /// Whether both are of one kind, regardless of the date or the second indicator.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Whether it shows what an analysis found, and not values of the data or their differences.
    pub fn is_result(&self) -> bool {
        !matches!(self, Self::Value | Self::Change { .. } | Self::Two { .. })
    }

    /// Whether its numbers have a sign even above zero.
    pub fn is_of_differences(&self) -> bool {
        matches!(self, Self::Change { .. })
    }

    /// Ids of the indicators it shows besides the map's own.
    pub fn others(&self) -> Vec<&str> {
        match self {
            Self::Value
            | Self::Change { .. }
            | Self::Significance { .. }
            | Self::Clusters { .. }
            | Self::Smoothed { .. }
            | Self::Quotient
            | Self::Trend
            | Self::Future { .. } => Vec::new(),
            Self::Two { second } => vec![second],
            Self::Groups { with, .. } | Self::Index { with, .. } | Self::Residuals { by: with } => {
                with.iter().map(String::as_str).collect()
            }
        }
    }

    /// The default classes.
    pub(crate) fn usual_classes(&self) -> ClassSpec {
        match self {
            Self::Value
            | Self::Change { .. }
            | Self::Significance { .. }
            | Self::Clusters { .. }
            | Self::Groups { .. }
            | Self::Residuals { .. }
            | Self::Index { .. }
            | Self::Smoothed { .. }
            | Self::Quotient
            | Self::Trend
            | Self::Future { .. } => ClassSpec::default(),
            // Thirds of the values on the map: thirds over all dates would not divide the values shown.
            Self::Two { .. } => ClassSpec { span: ClassSpan::ThisDate, ..ClassSpec::default() },
        }
    }

    /// The default classification method.
    pub(crate) fn usual_scheme(&self) -> Scheme {
        match self {
            // Comparisons, clusters and groups have classes of their own.
            Self::Value
            | Self::Significance { .. }
            | Self::Clusters { .. }
            | Self::Groups { .. }
            | Self::Index { .. }
            | Self::Smoothed { .. }
            | Self::Quotient
            | Self::Trend => Scheme::FisherJenks,
            // Differences have long tails, mostly of small Comuni, and natural breaks would put everything else into
            // one class. For two indicators, each is split into thirds.
            Self::Change { .. } | Self::Two { .. } | Self::Residuals { .. } | Self::Future { .. } => {
                Scheme::Quantile
            }
        }
    }

    /// Whether its classes may be made from the values of every date. Differences have no other dates to share them
    /// with.
    pub(crate) fn shares_classes(&self) -> bool {
        match self {
            Self::Value | Self::Two { .. } => true,
            Self::Change { .. }
            | Self::Significance { .. }
            | Self::Clusters { .. }
            | Self::Groups { .. }
            | Self::Residuals { .. }
            | Self::Index { .. }
            | Self::Smoothed { .. }
            | Self::Quotient
            | Self::Trend
            | Self::Future { .. } => false,
        }
    }

    /// Whether it can be drawn as symbols.
    pub(crate) fn has_symbols(&self) -> bool {
        match self {
            Self::Value | Self::Change { .. } => true,
            Self::Two { .. }
            | Self::Significance { .. }
            | Self::Clusters { .. }
            | Self::Groups { .. }
            | Self::Residuals { .. }
            | Self::Index { .. }
            | Self::Smoothed { .. }
            | Self::Quotient
            | Self::Trend
            | Self::Future { .. } => false,
        }
    }

    /// A name for the file of such a map.
    pub fn file_stem(&self, indicator: &str, level: Level, date: Date) -> String {
        let level = level.id();
        match self {
            Self::Value => format!("{indicator}_{level}_{date}"),
            Self::Change { from } => format!("{indicator}_{level}_{from}_{date}"),
            Self::Two { second } => format!("{indicator}_{second}_{level}_{date}"),
            Self::Significance { against, .. } => format!("{indicator}_{}_{level}_{date}", against.id()),
            Self::Clusters { .. } => format!("{indicator}_lisa_{level}_{date}"),
            Self::Groups { algorithm, .. } => format!("{indicator}_{}_{level}_{date}", algorithm.id()),
            Self::Residuals { .. } => format!("{indicator}_residui_{level}_{date}"),
            Self::Index { method, .. } => format!("{indicator}_{}_{level}_{date}", method.id()),
            Self::Smoothed { .. } => format!("{indicator}_corretto_{level}_{date}"),
            Self::Quotient => format!("{indicator}_quoziente_{level}_{date}"),
            Self::Trend => format!("{indicator}_tendenza_{level}_{date}"),
            Self::Future { measure, years } => {
                format!("previsione_{}_{years}_anni_{level}", measure.id().replace('+', "_e_piu"))
            }
        }
    }

    /// The columns of a table of the same values.
    pub fn columns(&self, indicator: &str, at: Reference) -> Vec<TableColumn> {
        let first = TableColumn::value(indicator, at);
        match self {
            Self::Value
            | Self::Significance { .. }
            | Self::Clusters { .. }
            | Self::Smoothed { .. }
            | Self::Quotient
            | Self::Trend
            | Self::Future { .. } => vec![first],
            Self::Change { from } => vec![TableColumn { from: Some((*from).into()), ..first }],
            Self::Two { second } => vec![first, TableColumn::value(second.as_str(), at)],
            Self::Groups { with, .. } | Self::Index { with, .. } | Self::Residuals { by: with } => {
                let others = with.iter().map(|other| TableColumn::value(other.as_str(), at));
                std::iter::once(first).chain(others).collect()
            }
        }
    }

    /// Puts its date and the map's in order: a change is read forwards in time, whichever date was picked first.
    pub(crate) fn put_in_order(&mut self, date: &mut Date) {
        match self {
            Self::Change { from } if *from > *date => std::mem::swap(from, date),
            Self::Value
            | Self::Change { .. }
            | Self::Two { .. }
            | Self::Significance { .. }
            | Self::Clusters { .. }
            | Self::Groups { .. }
            | Self::Residuals { .. }
            | Self::Index { .. }
            | Self::Smoothed { .. }
            | Self::Quotient
            | Self::Trend
            | Self::Future { .. } => {}
        }
    }

    /// Makes way for a new first indicator: if that was the second one, the two swap.
    pub(crate) fn give_way(&mut self, first: &str, old: &str) {
        match self {
            Self::Two { second } if second == first => old.clone_into(second),
            Self::Groups { with, .. } | Self::Index { with, .. } | Self::Residuals { by: with } => {
                with.iter_mut().filter(|other| *other == first).for_each(|other| old.clone_into(other))
            }
            Self::Value
            | Self::Change { .. }
            | Self::Two { .. }
            | Self::Significance { .. }
            | Self::Clusters { .. }
            | Self::Smoothed { .. }
            | Self::Quotient
            | Self::Trend
            | Self::Future { .. } => {}
        }
    }

    /// Adapts to a new indicator or date, with another starting date where the old one no longer works.
    ///
    /// # Errors
    /// The message that says why this is no longer possible.
    pub(crate) fn settle(
        &mut self,
        indicator: &str,
        date: Date,
        atlas: &Atlas,
        lang: Lang,
    ) -> Result<(), String> {
        let written = |preposition| i18n::joined_date(lang, preposition, date);
        match self {
            Self::Value | Self::Future { .. } => Ok(()),
            Self::Significance { .. } | Self::Smoothed { .. } | Self::Quotient => {
                let Some(indicator) = atlas.catalogue.get(indicator) else { return Ok(()) };
                basis(indicator).map_err(|why| lang.no_counts(lang.pick(&indicator.name), why)).map(|_| ())
            }
            Self::Clusters { .. }
            | Self::Groups { .. }
            | Self::Residuals { .. }
            | Self::Index { .. }
            | Self::Trend => {
                let all =
                    std::iter::once(indicator).chain(self.others()).filter_map(|id| atlas.catalogue.get(id));
                match all.filter(|one| one.kind.has_steps()).map(|one| lang.pick(&one.name)).next() {
                    Some(name) => Err(texts::notice_no_quantity(lang, name)),
                    None => Ok(()),
                }
            }
            Self::Change { from } => {
                let Some(indicator) = atlas.catalogue.get(indicator) else { return Ok(()) };
                if indicator.kind.has_steps() {
                    return Err(texts::notice_no_difference(lang, lang.pick(&indicator.name)));
                }
                let dates = atlas.dates(indicator);
                if *from < date && dates.contains(from) {
                    return Ok(());
                }
                let Some(earlier) = dates.iter().rev().find(|earlier| **earlier < date) else {
                    let name = lang.pick(&indicator.name);
                    return Err(texts::notice_no_earlier(lang, name, written(Preposition::Di)));
                };
                *from = *earlier;
                Ok(())
            }
            Self::Two { second } => match atlas.catalogue.get(second) {
                Some(second) if second.kind.scale() == Scale::Names => {
                    Err(texts::notice_no_order(lang, lang.pick(&second.name)))
                }
                Some(_)
                    if atlas.catalogue.get(indicator).is_some_and(|own| own.kind.scale() == Scale::Names) =>
                {
                    let name = atlas.catalogue.get(indicator).map_or("", |own| lang.pick(&own.name));
                    Err(texts::notice_no_order(lang, name))
                }
                Some(second) if atlas.date_beside(second, date).is_none() => {
                    let name = lang.pick(&second.name);
                    Err(texts::notice_second_lacks(lang, name, written(Preposition::A)))
                }
                _ => Ok(()),
            },
        }
    }
}
