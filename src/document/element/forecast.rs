//! The spec of a forecast: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::analysis::{Growth, HORIZON, Projected};
use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method};
use crate::document::bounds::distinct;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::map_kind::MapKind;
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
            years: HORIZON as u8,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The territory it is of, with its level and position.
    pub fn territory(&self, atlas: &Atlas) -> Option<(Level, usize)> {
        match self.selected.first() {
            Some(code) => atlas.territories.find(code),
            None => (!atlas.territories.units(Level::Ats).is_empty()).then_some((Level::Ats, 0)),
        }
    }
}

impl Spec for ForecastSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let indicator = atlas.indicator_by_age().filter(|_| Projected::is_possible(atlas))?;
        let date = *atlas.dates_by_age(indicator).last()?;
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        Some(Self { selected, lang, ..Self::new(indicator.id.as_str(), date) })
    }

    /// Its territory may be of any level.
    fn level(&self) -> Option<Level> {
        None
    }

    fn set_level(&mut self, _: Level) {}

    fn indicators(&self) -> Vec<&str> {
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        let place = self.selected.first().map_or("ats", Code::as_str);
        let measure = self.measure.id().replace('+', "_e_piu");
        format!("previsione_{measure}_{place}")
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        Subject {
            indicator: self.indicator.clone(),
            at: self.date.into(),
            kind: MapKind::default(),
            level: self.territory(atlas).map_or(Level::Ambiti, |(level, _)| level),
            method: Method::Pooled,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn follow(&mut self, _: &Subject, now: &Subject, atlas: &Atlas) {
        self.lang = now.lang;
        self.selected.clone_from(&now.selected);
        let known = atlas.indicator_by_age();
        if let Some((known, date)) = known.and_then(|known| Some((known, *atlas.dates_by_age(known).last()?)))
        {
            self.indicator.clone_from(&known.id);
            self.date = date;
        }
    }
}
