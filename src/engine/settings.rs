//! What is remembered of the user from one day to the next: never of the work itself.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize};

use crate::document::{ElementKind, PageStyle};
use crate::i18n::Lang;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// As the system is set.
    #[default]
    System,
    Light,
    Dark,
}

/// What is drawn on the map besides the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layers {
    pub labels: bool,
    /// Borders between the Comuni of a group.
    pub fine_borders: bool,
    pub bold_borders: bool,
    pub backdrop: bool,
    /// Scale bar and north arrow.
    pub furniture: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self { labels: true, fine_borders: true, bold_borders: true, backdrop: true, furniture: true }
    }
}

/// Which panels are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panels {
    /// Left: the indicators.
    pub indicators: bool,
    /// Right: card, legend and choice.
    pub legend: bool,
    /// Below: table and charts.
    pub list: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self { indicators: true, legend: true, list: false }
    }
}

/// Dots an inch of the PNG files made from the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dpi(pub u32);

impl Dpi {
    /// What is offered: for a screen, for an office printer, for a typographer.
    pub const ALL: [Self; 4] = [Self(96), Self(150), Self(300), Self(600)];
    /// What can be asked for.
    pub const RANGE: std::ops::RangeInclusive<u32> = crate::export::DPI;
}

impl Default for Dpi {
    fn default() -> Self {
        Self(300)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language of the interface.
    pub lang: Lang,
    pub appearance: Appearance,
    /// Ids of favourite indicators, in the order they were marked.
    pub favourites: Vec<String>,
    /// Ids of the indicators seen last, the latest first.
    pub recent: Vec<String>,
    /// Files of the projects opened last, the latest first.
    pub recent_projects: Vec<PathBuf>,
    /// What is drawn on the map.
    pub layers: Layers,
    /// Which panels are open.
    pub panels: Panels,
    /// What the panel below shows.
    #[serde(alias = "below", deserialize_with = "known_tab")]
    pub tab: ElementKind,
    /// Looks of pages, in the order they were made.
    pub styles: Vec<PageStyle>,
    /// Dots an inch of PNG files.
    pub dpi: Dpi,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            appearance: Appearance::default(),
            favourites: Vec::new(),
            recent: Vec::new(),
            recent_projects: Vec::new(),
            layers: Layers::default(),
            panels: Panels::default(),
            tab: ElementKind::Table,
            styles: Vec::new(),
            dpi: Dpi::default(),
        }
    }
}

/// A kind of view that this version does not know is no reason to lose all the rest.
fn known_tab<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ElementKind, D::Error> {
    let id = String::deserialize(deserializer)?;
    let known = ElementKind::ALL.iter().find(|kind| kind.id() == id && **kind != ElementKind::Map);
    Ok(known.copied().unwrap_or(ElementKind::Table))
}

impl Settings {
    /// How many recent indicators are remembered.
    const RECENT: usize = 5;
    /// How many recent projects are.
    const RECENT_PROJECTS: usize = 8;

    /// Remembers an indicator as the one seen last.
    pub fn saw(&mut self, indicator: &str) {
        self.recent.retain(|id| id != indicator);
        self.recent.insert(0, indicator.to_owned());
        self.recent.truncate(Self::RECENT);
    }

    /// Remembers a project as the one opened last.
    pub fn saw_project(&mut self, path: &Path) {
        self.recent_projects.retain(|known| known != path);
        self.recent_projects.insert(0, path.to_owned());
        self.recent_projects.truncate(Self::RECENT_PROJECTS);
    }
}
