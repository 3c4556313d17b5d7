//! The spec of a forecast: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::analysis::{Growth, HORIZON, Projected};
use crate::base::{Code, Date, Level};
use crate::data::Atlas;
use crate::document::bounds::distinct;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::by_age;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What a forecast shows: a measure of the residents of a territory in the coming years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastSpec {
    /// Id of the indicator whose denominator counts the residents by age, and whose source is stated.
    pub indicator: String,
    /// The last date with single ages.
    pub date: Date,
    pub measure: Growth,
    /// Id of the indicator whose series is continued, instead of a measure of the residents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// How many years ahead.
    pub years: u8,
    /// Codes of the selected territories, at any level: the forecast is that of the first, or of the ATS.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl ForecastSpec {
    /// All residents of the ATS, as far as forecasts go.
    pub fn new(indicator: impl Into<String>, date: Date) -> Self {
        Self {
            indicator: indicator.into(),
            date,
            measure: Growth::default(),
            series: None,
            years: HORIZON as u8,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The territory it is of, with its level and position.
    pub fn territory(&self, atlas: &Atlas) -> Option<(Level, usize)> {
        by_age::territory(&self.selected, atlas)
    }
}

impl Spec for ForecastSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let (indicator, date) = atlas.latest_by_age().filter(|_| Projected::is_possible(atlas))?;
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        Some(Self { selected, lang, ..Self::new(indicator.id.as_str(), date) })
    }

    /// Its territory may be of any level.
    fn level(&self) -> Option<Level> {
        None
    }

    fn set_level(&mut self, _: Level) {}

    fn indicators(&self) -> Vec<&str> {
        vec![self.series.as_ref().unwrap_or(&self.indicator)]
    }

    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        self.series.take_if(|id| !known(id));
    }

    fn file_stem(&self) -> String {
        let place = by_age::place(&self.selected);
        let measure = self.series.clone().unwrap_or_else(|| self.measure.id().replace('+', "_e_piu"));
        format!("previsione_{measure}_{place}")
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        by_age::subject(&self.indicator, self.date, &self.selected, self.lang, atlas)
    }

    fn follow(&mut self, _: &Subject, now: &Subject, atlas: &Atlas) {
        self.lang = now.lang;
        self.selected.clone_from(&now.selected);
        if let Some((known, date)) = atlas.latest_by_age() {
            self.indicator.clone_from(&known.id);
            self.date = date;
        }
    }
}
