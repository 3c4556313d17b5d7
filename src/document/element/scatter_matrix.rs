//! The spec of a scatterplot matrix: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::Atlas;
use crate::document::bounds::{OutOfBounds, distinct};
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::indicator_at::IndicatorAt;
use super::matrix::MatrixSpec;
use super::scatter::ScatterSpec;
use super::spec::{Spec, common_fields};
use super::spine::SpineSpec;
use super::subject::Subject;

/// What a scatterplot matrix shows: a scatterplot for each pair of a few indicators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScatterMatrixSpec {
    pub indicators: Vec<IndicatorAt>,
    /// Level of the units, each of them a point.
    pub level: Level,
    /// Codes of territories at any level: the units that share a Comune with one of them are highlighted.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl ScatterMatrixSpec {
    /// The most indicators: of more the plots are too small.
    pub const MOST: usize = 5;
    /// How many are taken where nobody asks for others.
    const USUAL: usize = 4;

    pub fn new(indicators: Vec<IndicatorAt>, level: Level) -> Self {
        Self { indicators, level, selected: Vec::new(), page: PageSpec::default(), lang: Lang::It }
    }

    /// The first of the usual indicators.
    pub fn usual(atlas: &Atlas) -> Vec<IndicatorAt> {
        SpineSpec::usual(atlas).into_iter().take(Self::USUAL).collect()
    }

    /// The matrix of the same pairs, in the order in which they are listed.
    pub fn matrix(&self) -> MatrixSpec {
        let mut matrix = MatrixSpec::new(self.indicators.clone(), self.level);
        (matrix.by_likeness, matrix.lang) = (false, self.lang);
        matrix
    }

    /// The scatterplot of two of them.
    pub fn scatter(&self, x: &IndicatorAt, y: &IndicatorAt) -> ScatterSpec {
        let mut scatter = ScatterSpec::new(x.indicator.as_str(), y.indicator.as_str(), y.date);
        (scatter.x_date, scatter.level, scatter.lang) = (x.date, self.level, self.lang);
        scatter.selected.clone_from(&self.selected);
        scatter
    }
}

impl Spec for ScatterMatrixSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let indicators = Self::usual(atlas);
        if indicators.len() < 2 {
            return None;
        }
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        Some(Self { selected, lang, ..Self::new(indicators, Level::Comuni) })
    }

    fn level(&self) -> Option<Level> {
        Some(self.level)
    }

    fn set_level(&mut self, level: Level) {
        self.level = level;
    }

    fn indicators(&self) -> Vec<&str> {
        self.indicators.iter().map(|one| one.indicator.as_str()).collect()
    }

    fn file_stem(&self) -> String {
        format!("dispersioni_{}", self.level.id())
    }

    fn subject(&self, _: &Atlas) -> Subject {
        IndicatorAt::subject(&self.indicators, self.level, &self.selected, self.lang)
    }

    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        self.indicators.retain(|one| known(&one.indicator));
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        IndicatorAt::check(&self.indicators)
    }

    fn follow(&mut self, _: &Subject, now: &Subject, _: &Atlas) {
        self.lang = now.lang;
        self.selected.clone_from(&now.selected);
    }
}
