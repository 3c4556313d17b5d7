//! The spec of contributions to a change: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::analysis::level_of_members;
use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method};
use crate::document::bounds::distinct;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::map_kind::MapKind;
use super::slope::{SlopeSpec, following};
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What a change is divided among.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContributionForm {
    /// The members of the territory.
    #[default]
    Members,
    /// The numerator and the denominator of the rate.
    Sides,
}

impl ContributionForm {
    pub const ALL: [Self; 2] = [Self::Members, Self::Sides];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Sides => "sides",
        }
    }
}

/// What contributes to the change of a territory between two dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContributionSpec {
    pub indicator: String,
    pub from: Date,
    pub to: Date,
    pub form: ContributionForm,
    /// Whether a territory of several Ambiti is divided among Comuni.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_comuni: bool,
    /// Codes of territories at any level. The change is that of the first: of its Ambito, if it is a Comune. The others, and
    /// that Comune, are marked. Of the ATS without any.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

/// The territory that is divided among its members: the first selected one, the Ambito of a Comune, the ATS without any.
pub(super) fn whole_of(selected: &[Code], atlas: &Atlas) -> (Level, usize) {
    let ambiti = || atlas.territories.units(Level::Ambiti).iter();
    match selected.first().and_then(|code| atlas.territories.find(code)) {
        Some((Level::Comuni, comune)) => {
            let own = ambiti().position(|ambito| ambito.members.contains(&comune));
            own.map_or((Level::Ats, 0), |ambito| (Level::Ambiti, ambito))
        }
        Some(found) => found,
        None => (Level::Ats, 0),
    }
}

/// The level that a territory is divided into: that of its members, or its Comuni.
pub(super) fn level_divided((level, unit): (Level, usize), by_comuni: bool, atlas: &Atlas) -> Level {
    if by_comuni { Level::Comuni } else { level_of_members(atlas, level, unit) }
}

impl ContributionSpec {
    pub fn new(indicator: impl Into<String>, from: Date, to: Date) -> Self {
        Self {
            indicator: indicator.into(),
            from,
            to,
            form: ContributionForm::default(),
            by_comuni: false,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The territory whose change it is, with its level and position.
    pub fn territory(&self, atlas: &Atlas) -> (Level, usize) {
        whole_of(&self.selected, atlas)
    }

    /// The level of the members that its change is divided among.
    pub fn members(&self, atlas: &Atlas) -> Level {
        level_divided(self.territory(atlas), self.by_comuni, atlas)
    }
}

impl Spec for ContributionSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let to = subject.at.date()?;
        let from = SlopeSpec::usual_start(&subject.indicator, to, atlas)?;
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        Some(Self { selected, lang, ..Self::new(subject.indicator.as_str(), from, to) })
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
        format!("{}_contributi_{place}_{}_{}", self.indicator, self.from, self.to)
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        Subject {
            indicator: self.indicator.clone(),
            at: self.to.into(),
            kind: MapKind::default(),
            level: self.members(atlas),
            method: Method::Pooled,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        self.lang = now.lang;
        self.selected.clone_from(&now.selected);
        [self.from, self.to] = following(&self.indicator, [self.from, self.to], before, now, atlas);
        if now.at.date().is_some() {
            self.indicator.clone_from(&now.indicator);
        }
    }
}
