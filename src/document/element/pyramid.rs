//! The spec of an age pyramid: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::Atlas;
use crate::document::bounds::distinct;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::by_age;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What a pyramid is compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PyramidAgainst {
    Nothing,
    #[default]
    Ats,
    /// Another territory, at the same date.
    Territory(Code),
    /// The same territory at another date.
    Date(Date),
}

/// How many years of age are in a bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeBands {
    #[default]
    FiveYears,
    SingleYears,
}

impl AgeBands {
    pub fn years(self) -> usize {
        match self {
            Self::FiveYears => 5,
            Self::SingleYears => 1,
        }
    }
}

/// What the length of a bar says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PyramidMeasure {
    /// The share of all residents of the territory.
    #[default]
    Shares,
    Counts,
}

/// What the scale has room for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PyramidScale {
    /// All Ambiti, so that pyramids of several territories compare by eye.
    #[default]
    Common,
    /// What is drawn.
    Own,
}

impl PyramidScale {
    pub const ALL: [Self; 2] = [Self::Common, Self::Own];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Common => "common",
            Self::Own => "own",
        }
    }
}

/// What an age pyramid shows and how: the residents of a territory by sex and age.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PyramidSpec {
    /// Id of the indicator whose denominator counts the residents by age, and whose source is stated.
    pub indicator: String,
    pub date: Date,
    pub against: PyramidAgainst,
    pub bands: AgeBands,
    pub measure: PyramidMeasure,
    pub scale: PyramidScale,
    /// Codes of the selected territories, at any level: the pyramid is that of the first, or of the ATS.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl PyramidSpec {
    /// The ATS, in shares of five-year bands.
    pub fn new(indicator: impl Into<String>, date: Date) -> Self {
        Self {
            indicator: indicator.into(),
            date,
            against: PyramidAgainst::default(),
            bands: AgeBands::default(),
            measure: PyramidMeasure::default(),
            scale: PyramidScale::default(),
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The territory whose pyramid it is, with its level and position.
    pub fn territory(&self, atlas: &Atlas) -> Option<(Level, usize)> {
        by_age::territory(&self.selected, atlas)
    }

    /// Shows shares or counts, each with the scale that suits it: a common scale of counts is that of the largest Ambito, on
    /// which no other is seen, and beside the counts of the ATS nobody's are.
    pub fn measured(self, measure: PyramidMeasure) -> Self {
        let scale = match measure {
            PyramidMeasure::Shares => PyramidScale::Common,
            PyramidMeasure::Counts => PyramidScale::Own,
        };
        let against = match (measure, self.against) {
            (PyramidMeasure::Counts, PyramidAgainst::Ats) => PyramidAgainst::Nothing,
            (_, against) => against,
        };
        Self { measure, scale, against, ..self }
    }
}

/// The date with single ages nearest to another.
fn nearest(dates: &[Date], wanted: Date) -> Option<Date> {
    dates.iter().copied().min_by_key(|date| (date.day_number() - wanted.day_number()).abs())
}

impl Spec for PyramidSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let indicator = atlas.indicator_by_age()?;
        let dates = atlas.dates_by_age(indicator);
        let date = subject.at.date().and_then(|date| nearest(&dates, date)).or(dates.last().copied())?;
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        Some(Self { selected, lang, ..Self::new(indicator.id.as_str(), date) })
    }

    /// Its territories may be of any level.
    fn level(&self) -> Option<Level> {
        None
    }

    fn set_level(&mut self, _: Level) {}

    fn indicators(&self) -> Vec<&str> {
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        let place = by_age::place(&self.selected);
        format!("piramide_{place}_{}", self.date)
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        by_age::subject(&self.indicator, self.date, &self.selected, self.lang, atlas)
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        self.lang = now.lang;
        self.selected.clone_from(&now.selected);
        let Some(known) = atlas.indicator_by_age() else { return };
        let dates = atlas.dates_by_age(known);
        if !dates.contains(&self.date) || self.indicator != known.id {
            self.indicator.clone_from(&known.id);
            if let Some(date) = nearest(&dates, self.date) {
                self.date = date;
            }
        }
        // The map goes to dates without single ages; then the pyramid stays, and its subtitle says when it is of.
        let moved = now.at.date().filter(|date| before.at.date() != Some(*date) && dates.contains(date));
        self.date = moved.unwrap_or(self.date);
        let is_known = match &self.against {
            PyramidAgainst::Nothing | PyramidAgainst::Ats => true,
            PyramidAgainst::Territory(code) => atlas.territories.find(code).is_some(),
            PyramidAgainst::Date(date) => dates.contains(date) && *date != self.date,
        };
        if !is_known {
            self.against = PyramidAgainst::default();
        }
    }
}
