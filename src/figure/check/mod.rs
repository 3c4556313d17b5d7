//! What could mislead in a figure, before it is handed to others: each finding is a plain sentence, most with a way to
//! mend it.

mod mending;
mod rules;

use crate::base::Mm;
use crate::data::Atlas;
use crate::document::{MapSpec, PageSpec, RankingSpec, SeriesSpec};
use crate::i18n::Lang;

use super::map_model::FigureError;

pub use mending::Mending;

/// A figure that is checked, or one that stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A map.
    Map(MapSpec),
    /// A time series.
    Series(SeriesSpec),
    /// A ranking.
    Ranking(RankingSpec),
}

/// Something that could mislead.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Stable identifier, snake_case English.
    pub code: &'static str,
    /// What is the matter, in one sentence of the figure's language.
    pub message: String,
    /// What would mend it, where the program can.
    pub mending: Option<Mending>,
}

/// Checks a figure that will be printed `width` wide (as wide as its page, where none is said) beside its sisters.
///
/// # Errors
/// Where the figure itself, or a sister of the same indicator, cannot be made: see [`FigureError`].
pub fn check(
    figure: &Figure,
    width: Option<Mm>,
    sisters: &[Figure],
    atlas: &Atlas,
) -> Result<Vec<Finding>, FigureError> {
    let mut findings = Vec::new();
    if let Figure::Map(spec) = figure {
        findings.extend(rules::of_map(spec, sisters, atlas)?);
    }
    findings.extend(rules::not_pooled(figure));
    findings.extend(rules::small_numbers(figure, atlas)?);
    findings.extend(rules::no_source(figure, atlas)?);
    findings.extend(rules::small_type(figure, width));
    Ok(findings)
}

impl Figure {
    fn indicator(&self) -> &str {
        match self {
            Self::Map(spec) => &spec.indicator,
            Self::Series(spec) => &spec.indicator,
            Self::Ranking(spec) => &spec.indicator,
        }
    }

    fn lang(&self) -> Lang {
        match self {
            Self::Map(spec) => spec.lang,
            Self::Series(spec) => spec.lang,
            Self::Ranking(spec) => spec.lang,
        }
    }

    fn page(&self) -> &PageSpec {
        match self {
            Self::Map(spec) => &spec.page,
            Self::Series(spec) => &spec.page,
            Self::Ranking(spec) => &spec.page,
        }
    }

    fn page_mut(&mut self) -> &mut PageSpec {
        match self {
            Self::Map(spec) => &mut spec.page,
            Self::Series(spec) => &mut spec.page,
            Self::Ranking(spec) => &mut spec.page,
        }
    }
}
