//! The spec of a dumbbell chart: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::{Atlas, Method};
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::slope::SlopeSpec;
use super::spec::Spec;
use super::subject::Subject;

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DumbbellOrder {
    /// From the highest value at the later date.
    #[default]
    Value,
    /// From the largest rise to the largest fall.
    Change,
    Name,
}

impl DumbbellOrder {
    pub const ALL: [Self; 3] = [Self::Value, Self::Change, Self::Name];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Change => "change",
            Self::Name => "name",
        }
    }
}

/// What a dumbbell chart shows: the values of a slope chart, with a row for each territory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DumbbellSpec {
    #[serde(flatten)]
    pub slope: SlopeSpec,
    #[serde(default)]
    pub order: DumbbellOrder,
}

impl From<SlopeSpec> for DumbbellSpec {
    fn from(slope: SlopeSpec) -> Self {
        Self { slope, order: DumbbellOrder::default() }
    }
}

impl Spec for DumbbellSpec {
    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        SlopeSpec::opening(subject, atlas).map(Self::from)
    }

    fn page(&self) -> &PageSpec {
        self.slope.page()
    }

    fn page_mut(&mut self) -> &mut PageSpec {
        self.slope.page_mut()
    }

    fn lang(&self) -> Lang {
        self.slope.lang()
    }

    fn set_lang(&mut self, lang: Lang) {
        self.slope.set_lang(lang);
    }

    fn selected(&self) -> &[Code] {
        self.slope.selected()
    }

    fn selected_mut(&mut self) -> &mut Vec<Code> {
        self.slope.selected_mut()
    }

    fn level(&self) -> Option<Level> {
        self.slope.level()
    }

    fn set_level(&mut self, level: Level) {
        self.slope.set_level(level);
    }

    fn method(&self) -> Method {
        self.slope.method()
    }

    fn set_method(&mut self, method: Method) {
        self.slope.set_method(method);
    }

    fn indicators(&self) -> Vec<&str> {
        self.slope.indicators()
    }

    fn file_stem(&self) -> String {
        let SlopeSpec { indicator, level, from, to, .. } = &self.slope;
        format!("{indicator}_manubri_{}_{from}_{to}", level.id())
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        self.slope.subject(atlas)
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        self.slope.follow(before, now, atlas);
    }
}
