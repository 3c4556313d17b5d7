//! The spec of a scatterplot: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Indicator, Method};
use crate::i18n::Lang;

use crate::document::bounds::distinct;
use crate::document::page::PageSpec;

use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What the colour of a point tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointColour {
    /// Nothing of its own: in the window it is that of the map.
    #[default]
    Plain,
    /// The unit of that level it belongs to.
    Group(Level),
    /// The class of its value of another indicator, by that id.
    Class(String),
}

/// Where the plane is cut in four.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuadrantSplit {
    #[default]
    None,
    /// At the means of the points, each weighing the same.
    Mean,
    Median,
    /// At the values of the whole ATS.
    Ats,
    /// At typed values of the indicator across and of the one upwards.
    At(f64, f64),
}

/// How the points of a scatterplot are shown, whichever two indicators it is of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScatterView {
    /// Id of the indicator the area of a point stands for.
    pub size: Option<String>,
    /// What its colour stands for.
    pub colour: PointColour,
    /// Whether the line of least squares is drawn, with its band.
    pub line: bool,
    /// Whether the lowess curve is drawn.
    pub lowess: bool,
    /// Where the plane is cut in four.
    pub quadrants: QuadrantSplit,
    /// Names of the quadrants: both high, both low, low across and high upwards, high across and low upwards.
    /// None for the usual ones, which depend on the two indicators.
    pub quadrant_names: Option<[String; 4]>,
    /// Whether the chosen are labelled.
    #[serde(rename = "label_chosen")]
    pub label_selected: bool,
    /// Whether what lies far from the line is labelled.
    pub label_outliers: bool,
}

impl Default for ScatterView {
    fn default() -> Self {
        Self {
            size: None,
            colour: PointColour::Plain,
            line: true,
            lowess: false,
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
    /// Id of the indicator across.
    pub x: String,
    /// Reference date wanted of it; the nearest it has is shown.
    pub x_date: Date,
    /// Id of the indicator upwards.
    pub y: String,
    /// Reference date wanted of it; the nearest it has is shown, of what size and colour stand for too.
    pub y_date: Date,
    /// Level of the units.
    pub level: Level,
    /// How the value of a group is made from its Comuni.
    pub method: Method,
    /// How the points are shown.
    pub view: ScatterView,
    /// Codes of territories at any level: the units that share a Comune with one of them stand out.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page it is put on.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl ScatterSpec {
    /// All the Comuni, both indicators at one date.
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
    /// The indicator that stands across where none is picked: density, or else the first with values.
    pub fn usual_across(shown: &str, date: Date, atlas: &Atlas) -> Option<String> {
        let fits = |other: &&Indicator| other.id != shown && atlas.nearest_date(other, date).is_some();
        let usual = atlas.catalogue.get("densita").into_iter().chain(atlas.catalogue.indicators());
        usual.filter(fits).map(|indicator| indicator.id.clone()).next()
    }
}

impl Spec for ScatterSpec {
    common_fields!();

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        // What was published has no Comuni to be points.
        let date = subject.at.date().filter(|_| atlas.published(&subject.indicator).is_none())?;
        let x = Self::usual_across(&subject.indicator, date, atlas)?;
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

    fn subject(&self, _: &Atlas) -> Subject {
        Subject {
            indicator: self.y.clone(),
            at: self.y_date.into(),
            kind: MapKind::default(),
            level: self.level,
            method: self.method,
            selected: self.selected.clone(),
            lang: self.lang,
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
        let Some(date) = now.at.date() else { return };
        if self.x == now.indicator {
            // An indicator against itself says nothing: the two change places.
            self.x = std::mem::take(&mut self.y);
        }
        self.y.clone_from(&now.indicator);
        if before.at.date() == Some(self.x_date) {
            self.x_date = date;
        }
        self.y_date = date;
        let serves =
            |id: &str| atlas.catalogue.get(id).is_some_and(|x| atlas.nearest_date(x, date).is_some());
        if (self.x == self.y || !serves(&self.x))
            && let Some(x) = Self::usual_across(&self.y, date, atlas)
        {
            self.x = x;
        }
    }
}
