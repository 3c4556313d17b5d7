//! The spec of a heat strip: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method};
use crate::document::bounds::{OutOfBounds, distinct};
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::classes::{ClassSpan, ClassSpec};
use super::map::{MapSpec, PaletteSpec};
use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StripOrder {
    /// From the highest value at the date the strip is ordered by.
    #[default]
    Value,
    /// By Ambito and name; groups by name.
    Place,
}

impl StripOrder {
    pub const ALL: [Self; 2] = [Self::Value, Self::Place];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Place => "place",
        }
    }
}

/// What a heat strip shows: the value of every unit at every date, as the colour of its class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatStripSpec {
    pub indicator: String,
    /// The date the rows are ordered by. All others are shown too.
    pub date: Date,
    pub level: Level,
    /// How the value of a group is computed from its Comuni.
    pub method: Method,
    pub order: StripOrder,
    /// The classes, which are made of the values of all dates.
    #[serde(default)]
    pub classes: ClassSpec,
    #[serde(default)]
    pub palette: PaletteSpec,
    /// Codes of territories at any level: the units in them are marked.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl HeatStripSpec {
    pub fn new(indicator: impl Into<String>, date: Date, level: Level) -> Self {
        Self {
            indicator: indicator.into(),
            date,
            level,
            method: Method::Pooled,
            order: StripOrder::default(),
            classes: ClassSpec::default(),
            palette: PaletteSpec::default(),
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The map of the same values at a date, with the same classes.
    pub fn map(&self, date: Date) -> MapSpec {
        MapSpec {
            level: self.level,
            method: self.method,
            classes: ClassSpec { span: ClassSpan::AllDates, ..self.classes.clone() },
            palette: self.palette.clone(),
            lang: self.lang,
            ..MapSpec::new(self.indicator.as_str(), date)
        }
    }
}

impl HeatStripSpec {
    /// Its classes and colours are those of the map of the same values.
    pub(in crate::document) fn follow_map(&mut self, before: &MapSpec, now: &MapSpec) {
        if now.kind != MapKind::default() || now.indicator != self.indicator {
            return;
        }
        // Those of the strip always span all dates.
        let spanned = |classes: &ClassSpec| ClassSpec { span: ClassSpan::AllDates, ..classes.clone() };
        if spanned(&self.classes) == spanned(&before.classes) {
            self.classes.clone_from(&now.classes);
        }
        if self.palette == before.palette {
            self.palette.clone_from(&now.palette);
        }
    }
}

impl Spec for HeatStripSpec {
    common_fields!();

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        atlas.catalogue.get(&subject.indicator)?;
        let (method, selected, lang) = (subject.method, subject.selected.clone(), subject.lang);
        let own = Self::new(subject.indicator.as_str(), subject.at.date()?, subject.level);
        Some(Self { method, selected, lang, ..own })
    }

    fn level(&self) -> Option<Level> {
        Some(self.level)
    }

    fn set_level(&mut self, level: Level) {
        self.level = level;
    }

    fn method(&self) -> Method {
        self.method
    }

    fn indicators(&self) -> Vec<&str> {
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        format!("{}_striscia_{}", self.indicator, self.level.id())
    }

    fn subject(&self, _: &Atlas) -> Subject {
        Subject {
            indicator: self.indicator.clone(),
            at: self.date.into(),
            kind: MapKind::default(),
            level: self.level,
            method: self.method,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        match self.classes.manual.len() {
            0..=ClassSpec::MOST_BREAKS => Ok(()),
            breaks => Err(OutOfBounds::Breaks(breaks)),
        }
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        (self.level, self.method, self.lang) = (now.level, now.method, now.lang);
        self.selected.clone_from(&now.selected);
        let Some(date) = now.at.date().filter(|_| atlas.catalogue.get(&now.indicator).is_some()) else {
            return;
        };
        // Breaks typed for one indicator mean nothing for another.
        if self.indicator != now.indicator {
            self.classes = ClassSpec::default();
        }
        if self.indicator != now.indicator || before.at.date() == Some(self.date) {
            self.date = date;
        }
        self.indicator.clone_from(&now.indicator);
    }
}
