//! The spec of a distribution: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method};
use crate::document::bounds::distinct;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// How a distribution is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistributionForm {
    /// A row for each Ambito: a dot for each Comune, over the box of their quartiles.
    #[default]
    Rows,
    /// Bars that count the Comuni between round values.
    Histogram,
}

impl DistributionForm {
    pub const ALL: [Self; 2] = [Self::Rows, Self::Histogram];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Histogram => "histogram",
        }
    }
}

/// What a distribution shows: the values of the Comuni, by Ambito or counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DistributionSpec {
    pub indicator: String,
    pub date: Date,
    pub form: DistributionForm,
    /// Codes of territories at any level: the Comuni in them are marked and counted.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl DistributionSpec {
    pub fn new(indicator: impl Into<String>, date: Date) -> Self {
        Self {
            indicator: indicator.into(),
            date,
            form: DistributionForm::default(),
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }
}

impl Spec for DistributionSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        atlas.catalogue.get(&subject.indicator)?;
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        Some(Self { selected, lang, ..Self::new(subject.indicator.as_str(), subject.at.date()?) })
    }

    /// Comuni and their Ambiti together.
    fn level(&self) -> Option<Level> {
        None
    }

    fn set_level(&mut self, _: Level) {}

    fn indicators(&self) -> Vec<&str> {
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        format!("{}_distribuzione_{}", self.indicator, self.date)
    }

    fn subject(&self, _: &Atlas) -> Subject {
        Subject {
            indicator: self.indicator.clone(),
            at: self.date.into(),
            kind: MapKind::default(),
            level: Level::Comuni,
            method: Method::Pooled,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        self.lang = now.lang;
        self.selected.clone_from(&now.selected);
        let Some(date) = now.at.date().filter(|_| atlas.catalogue.get(&now.indicator).is_some()) else {
            return;
        };
        if self.indicator != now.indicator || before.at.date() == Some(self.date) {
            self.date = date;
        }
        self.indicator.clone_from(&now.indicator);
    }
}
