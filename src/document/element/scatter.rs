//! The spec of a scatterplot: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Indicator, Kind, Measured, Method};
use crate::i18n::Lang;

use crate::document::bounds::{OutOfBounds, distinct, names};
use crate::document::page::PageSpec;

use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What the colour of a point stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointColour {
    /// Nothing in particular: in the window it is the colour on the map.
    #[default]
    Plain,
    /// The unit of that level it belongs to.
    Group(Level),
    /// The class of its value for another indicator, given by id.
    Class(String),
}

/// Where the plane is split into quadrants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuadrantSplit {
    #[default]
    None,
    /// At the means of the points, each weighing the same.
    Mean,
    Median,
    /// At the overall values of the ATS.
    Ats,
    /// At typed values of the horizontal and the vertical indicator.
    At(f64, f64),
}

/// How the points of a scatterplot are shown, whatever its two indicators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScatterView {
    /// Id of the indicator shown by the area of a point.
    pub size: Option<String>,
    /// What its colour stands for.
    pub colour: PointColour,
    /// Whether the least-squares line is drawn, with its confidence band.
    pub line: bool,
    /// Whether the lowess curve is drawn.
    pub lowess: bool,
    /// Whether the horizontal axis is logarithmic, where all its values are positive.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub log_x: bool,
    /// The same of the vertical axis.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub log_y: bool,
    /// Where the plane is split into quadrants.
    pub quadrants: QuadrantSplit,
    /// Names of the quadrants: both high, both low, low x and high y, high x and low y. `None` for the default ones,
    /// which depend on the two indicators.
    pub quadrant_names: Option<[String; 4]>,
    /// Whether the selected territories are labelled.
    #[serde(rename = "label_chosen")]
    pub label_selected: bool,
    /// Whether outliers of the line are labelled.
    pub label_outliers: bool,
}

impl Default for ScatterView {
    fn default() -> Self {
        Self {
            size: None,
            colour: PointColour::Plain,
            line: true,
            lowess: false,
            log_x: false,
            log_y: false,
            quadrants: QuadrantSplit::None,
            quadrant_names: None,
            label_selected: true,
            label_outliers: true,
        }
    }
}

/// What a scatterplot shows and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScatterSpec {
    /// Id of the horizontal indicator.
    pub x: String,
    /// Its requested reference date; the nearest available one is shown.
    pub x_date: Date,
    /// Id of the vertical indicator.
    pub y: String,
    /// Its requested reference date; the nearest available one is shown, also for the indicators of size and colour.
    pub y_date: Date,
    /// Level of the units.
    pub level: Level,
    /// How the value of a group is computed from its Comuni.
    pub method: Method,
    /// How the points are shown.
    pub view: ScatterView,
    /// Codes of territories at any level: the units that share a Comune with one of them are highlighted.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl ScatterSpec {
    /// All Comuni, with both indicators at one date.
    pub fn new(x: impl Into<String>, y: impl Into<String>, date: Date) -> Self {
        Self {
            x: x.into(),
            x_date: date,
            y: y.into(),
            y_date: date,
            level: Level::Comuni,
            method: Method::Pooled,
            view: ScatterView::default(),
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }
}

impl ScatterSpec {
    /// The default horizontal indicator: density, or else the first one with values. Of areas with published values it is a need where
    /// one is known for enough of them, or else what was published beside.
    pub(crate) fn default_x(shown: &str, date: Date, level: Level, atlas: &Atlas) -> Option<String> {
        if atlas.published(shown).is_some() {
            let compares = |other: &&str| *other != shown && atlas.compares_across(other, shown, date, level);
            let needs = atlas.catalogue.indicators().iter();
            let needs =
                needs.filter(|other| other.measures == Some(Measured::Need) && other.kind != Kind::Count);
            let published = atlas.published_indicators().iter().map(|other| other.id.as_str());
            let mut all = needs.map(|other| other.id.as_str()).chain(published);
            return all.find(compares).map(str::to_owned);
        }
        let fits = |other: &&Indicator| {
            other.id != shown && atlas.known_at(other) <= level && atlas.nearest_date(other, date).is_some()
        };
        let usual = atlas.catalogue.get("densita").into_iter().chain(atlas.catalogue.indicators());
        usual.filter(fits).map(|indicator| indicator.id.clone()).next()
    }
}

impl Spec for ScatterSpec {
    common_fields!();

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let date = subject.at.day_on_axis();
        let x = Self::default_x(&subject.indicator, date, subject.level, atlas)?;
        let (level, method, lang) = (subject.level, subject.method, subject.lang);
        let selected = subject.selected.clone();
        Some(Self { level, method, selected, lang, ..Self::new(x, subject.indicator.as_str(), date) })
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
        vec![&self.x, &self.y]
    }

    fn file_stem(&self) -> String {
        format!("{}_{}_{}_{}", self.y, self.x, self.level.id(), self.y_date)
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        Subject {
            indicator: self.y.clone(),
            at: atlas.nearest_reference(&self.y, self.y_date, false).unwrap_or(self.y_date.into()),
            kind: MapKind::default(),
            level: self.level,
            method: self.method,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        names(self.view.quadrant_names.iter().flatten().map(String::as_str))?;
        names(self.view.size.as_deref())?;
        match &self.view.colour {
            PointColour::Class(id) => names([id.as_str()]),
            PointColour::Plain | PointColour::Group(_) => Ok(()),
        }
    }

    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        self.view.size = self.view.size.take().filter(|id| known(id));
        if matches!(&self.view.colour, PointColour::Class(id) if !known(id)) {
            self.view.colour = PointColour::Plain;
        }
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        (self.level, self.method, self.lang) = (now.level, now.method, now.lang);
        self.selected.clone_from(&now.selected);
        let date = now.at.day_on_axis();
        if self.x == now.indicator {
            // An indicator against itself says nothing, so the two swap.
            self.x = std::mem::take(&mut self.y);
        }
        self.y.clone_from(&now.indicator);
        if before.at.day_on_axis() == self.x_date {
            self.x_date = date;
        }
        self.y_date = date;
        let serves = |id: &str| match atlas.published(&self.y).is_some() || atlas.published(id).is_some() {
            true => atlas.compares_across(id, &self.y, date, self.level),
            false => atlas
                .catalogue
                .get(id)
                .is_some_and(|x| atlas.known_at(x) <= self.level && atlas.nearest_date(x, date).is_some()),
        };
        if (self.x == self.y || !serves(&self.x))
            && let Some(x) = Self::default_x(&self.y, date, self.level, atlas)
        {
            self.x = x;
        }
    }
}
