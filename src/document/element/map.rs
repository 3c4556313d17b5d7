//! The spec of a map: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Kind, Method, Query};
use crate::i18n::Lang;
use crate::stats::classes::Scheme;

use super::classes::ClassSpec;
use super::map_frame::{MapFrame, saved};
use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;
use crate::document::bounds::{OutOfBounds, distinct};
use crate::document::page::PageSpec;

/// How classes are coloured.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PaletteSpec {
    /// Id of the palette; `None` for the default of the kind of map and the sign of its values.
    pub id: Option<String>,
    /// Whether its ends are swapped.
    pub reversed: bool,
    /// The value at the middle of a diverging palette; `None` for the middle class.
    pub centre: Option<f64>,
}

/// How values are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Representation {
    /// Areas filled by class.
    #[default]
    Choropleth,
    /// Circles whose area is proportional to the value.
    Symbols,
}

/// What a map shows and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapSpec {
    /// Id of the indicator.
    pub indicator: String,
    pub date: Date,
    /// Its value, its change, or its value together with another's.
    #[serde(default)]
    pub kind: MapKind,
    /// Level of the units.
    pub level: Level,
    /// How the value of a group is computed from its Comuni.
    pub method: Method,
    pub classes: ClassSpec,
    pub palette: PaletteSpec,
    pub representation: Representation,
    /// Codes of the selected territories, at any level: they are outlined.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The part of the territory it shows.
    #[serde(
        default,
        alias = "extent",
        deserialize_with = "saved",
        skip_serializing_if = "MapFrame::is_usual"
    )]
    pub frame: MapFrame,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl ClassSpec {
    /// The most breaks: no legend has room for more, and no eye can distinguish them.
    pub(crate) const MOST_BREAKS: usize = 100;
}

impl MapSpec {
    /// The default map of an indicator at a date.
    pub fn new(indicator: impl Into<String>, date: Date) -> Self {
        Self {
            indicator: indicator.into(),
            date,
            kind: MapKind::default(),
            level: Level::Comuni,
            method: Method::Pooled,
            classes: ClassSpec::default(),
            palette: PaletteSpec::default(),
            representation: Representation::Choropleth,
            selected: Vec::new(),
            frame: MapFrame::default(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// Changes the kind of map. A new kind resets classes and colours to its defaults, since those of values make no
    /// sense for differences or pairs.
    pub fn set_kind(&mut self, kind: MapKind) {
        if !self.kind.is_like(&kind) {
            (self.classes, self.palette) = (kind.usual_classes(), PaletteSpec::default());
            if !kind.has_symbols() {
                self.representation = Representation::Choropleth;
            }
        }
        self.kind = kind;
    }

    /// How the values of an indicator are drawn unless somebody asks for something else: counts as circles, because
    /// coloured areas make extended territories seem to count for more.
    pub fn usual_representation(&self, atlas: &Atlas) -> Representation {
        let counts =
            atlas.catalogue.get(&self.indicator).is_some_and(|indicator| indicator.kind == Kind::Count);
        if counts && self.kind.has_symbols() { Representation::Symbols } else { Representation::Choropleth }
    }

    /// The classification method: the one asked for, or the default of the kind of map.
    pub fn scheme(&self) -> Scheme {
        self.classes.scheme.unwrap_or_else(|| self.kind.usual_scheme())
    }

    /// The table of the indicator at the map's date.
    pub fn query(&self) -> Query {
        Query { indicator: self.indicator.clone(), date: self.date, level: self.level, method: self.method }
    }
}

impl Spec for MapSpec {
    common_fields!();

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let date = subject.at.date().filter(|_| atlas.published(&subject.indicator).is_none())?;
        let mut spec = Self::new(subject.indicator.as_str(), date);
        spec.set_kind(subject.kind.clone());
        (spec.level, spec.method, spec.lang) = (subject.level, subject.method, subject.lang);
        spec.selected.clone_from(&subject.selected);
        spec.representation = spec.usual_representation(atlas);
        Some(spec)
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
        std::iter::once(self.indicator.as_str()).chain(self.kind.others()).collect()
    }

    fn file_stem(&self) -> String {
        self.kind.file_stem(&self.indicator, self.level, self.date)
    }

    fn subject(&self, _: &Atlas) -> Subject {
        Subject::of(self)
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        self.frame.check()?;
        match self.classes.manual.len() {
            0..=ClassSpec::MOST_BREAKS => Ok(()),
            breaks => Err(OutOfBounds::Breaks(breaks)),
        }
    }

    fn follow(&mut self, _: &Subject, now: &Subject, _: &Atlas) {
        let Some(date) = now.at.date() else { return };
        (self.date, self.level, self.method, self.lang) = (date, now.level, now.method, now.lang);
        self.indicator.clone_from(&now.indicator);
        self.set_kind(now.kind.clone());
        self.selected.clone_from(&now.selected);
    }
}

impl Subject {
    /// What a map is about.
    pub fn of(map: &MapSpec) -> Self {
        Self {
            indicator: map.indicator.clone(),
            at: map.date.into(),
            kind: map.kind.clone(),
            level: map.level,
            method: map.method,
            selected: map.selected.clone(),
            lang: map.lang,
        }
    }
}
