//! User settings that are remembered between sessions; never the work itself.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};

use crate::base::Code;
use crate::document::{ElementKind, PageStyle};
use crate::i18n::Lang;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// Follows the setting of the system.
    #[default]
    System,
    Light,
    Dark,
}

/// What the map shows besides the values.
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
    /// Right: card, legend and selection.
    pub legend: bool,
    /// Bottom: table and charts.
    pub list: bool,
    /// Below the map: its dates.
    pub dates: bool,
    /// Beside the map: another one.
    pub beside: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self { indicators: true, legend: true, list: false, dates: false, beside: false }
    }
}

/// Resolution of PNG files written from the window, in dots per inch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dpi(pub u32);

impl Dpi {
    /// The resolutions offered: for a screen, an office printer, a printing house.
    pub const ALL: [Self; 4] = [Self(96), Self(150), Self(300), Self(600)];
    /// The resolutions accepted.
    pub const RANGE: std::ops::RangeInclusive<u32> = crate::export::DPI;
}

impl Default for Dpi {
    fn default() -> Self {
        Self(300)
    }
}

/// Size of the interface, in percent of the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scale(pub u16);

impl Scale {
    /// The sizes offered.
    pub const ALL: [Self; 7] = [Self(80), Self(90), Self(100), Self(120), Self(140), Self(170), Self(200)];

    /// As a factor.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next size offered that is larger, or smaller.
    #[must_use]
    pub fn step(self, is_larger: bool) -> Self {
        let mut all = Self::ALL.into_iter();
        let next =
            if is_larger { all.find(|scale| scale.0 > self.0) } else { all.rfind(|scale| scale.0 < self.0) };
        next.unwrap_or(self)
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self(100)
    }
}

/// The Ambito that the user works in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Home {
    /// The user has not been asked yet.
    #[default]
    Unasked,
    /// The user wants none.
    Nowhere,
    Ambito(Code),
}

/// A setting that the dialog of the settings changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preference {
    Home(Home),
    Scale(Scale),
    HighContrast(bool),
    Animations(bool),
    ReopenLast(bool),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Settings {
    /// Language of the interface.
    pub lang: Lang,
    pub appearance: Appearance,
    /// Whether text and borders are drawn as strongly as can be.
    pub high_contrast: bool,
    /// Whether the map and lists move to where they go, rather than be there at once.
    pub animations: bool,
    pub scale: Scale,
    pub home: Home,
    /// Whether the program opens on the project that was open last.
    pub reopen_last: bool,
    /// Ids of favourite indicators, in the order they were marked.
    pub favourites: Vec<String>,
    /// Ids of recently shown indicators, latest first.
    pub recent: Vec<String>,
    /// Recently opened projects, latest first.
    pub recent_projects: Vec<PathBuf>,
    /// What the map shows besides the values.
    pub layers: Layers,
    /// Which panels are open.
    pub panels: Panels,
    /// The view in the bottom panel.
    #[serde(alias = "below", deserialize_with = "known_tab")]
    pub tab: ElementKind,
    /// Page styles, in the order they were made.
    pub styles: Vec<PageStyle>,
    /// Resolution of PNG files.
    pub dpi: Dpi,
    /// Whether the user has been told that the processor draws the window.
    pub knows_software: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            appearance: Appearance::default(),
            high_contrast: false,
            animations: true,
            scale: Scale::default(),
            home: Home::default(),
            reopen_last: false,
            favourites: Vec::new(),
            recent: Vec::new(),
            recent_projects: Vec::new(),
            layers: Layers::default(),
            panels: Panels::default(),
            tab: ElementKind::Table,
            styles: Vec::new(),
            dpi: Dpi::default(),
            knows_software: false,
        }
    }
}

/// An unknown kind of view, from another version, must not lose all other settings. The kind is written as a variant, which
/// in the file of the window library is a name without quotes: read as a text, no settings would ever be read again.
fn known_tab<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ElementKind, D::Error> {
    struct Tab;

    impl Visitor<'_> for Tab {
        type Value = ElementKind;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the name of a view")
        }

        fn visit_str<E>(self, id: &str) -> Result<ElementKind, E> {
            let known = ElementKind::ALL.iter().find(|kind| kind.id() == id && **kind != ElementKind::Map);
            Ok(known.copied().unwrap_or(ElementKind::Table))
        }
    }

    deserializer.deserialize_identifier(Tab)
}

impl Settings {
    /// The settings without what nothing can be made of: they are a file that anybody can change.
    #[must_use]
    pub fn sound(mut self) -> Self {
        if !Dpi::RANGE.contains(&self.dpi.0) {
            self.dpi = Dpi::default();
        }
        if !Scale::ALL.contains(&self.scale) {
            self.scale = Scale::default();
        }
        self.styles.retain(|style| style.check().is_ok());
        self.favourites.truncate(Self::FAVOURITES);
        self.recent.truncate(Self::RECENT);
        self.recent_projects.truncate(Self::RECENT_PROJECTS);
        self
    }

    /// The most favourites: more than there are indicators.
    const FAVOURITES: usize = 10_000;
    /// How many recent indicators are remembered.
    const RECENT: usize = 5;
    /// How many recent projects are remembered.
    const RECENT_PROJECTS: usize = 8;

    /// Records an indicator as the most recent one.
    pub(crate) fn saw(&mut self, indicator: &str) {
        self.recent.retain(|id| id != indicator);
        self.recent.insert(0, indicator.to_owned());
        self.recent.truncate(Self::RECENT);
    }

    /// The user's Ambito, once it was chosen.
    pub fn home(&self) -> Option<&Code> {
        match &self.home {
            Home::Ambito(code) => Some(code),
            Home::Unasked | Home::Nowhere => None,
        }
    }

    /// The project to open at the start, if the user wants that.
    pub fn last_project(&self) -> Option<&PathBuf> {
        self.recent_projects.first().filter(|_| self.reopen_last)
    }

    /// Changes one setting.
    pub(super) fn prefer(&mut self, preference: Preference) {
        match preference {
            Preference::Home(home) => self.home = home,
            Preference::Scale(scale) => self.scale = scale,
            Preference::HighContrast(is_on) => self.high_contrast = is_on,
            Preference::Animations(is_on) => self.animations = is_on,
            Preference::ReopenLast(is_on) => self.reopen_last = is_on,
        }
    }

    /// Records a project as the most recent one.
    pub(crate) fn saw_project(&mut self, path: &Path) {
        self.recent_projects.retain(|known| known != path);
        self.recent_projects.insert(0, path.to_owned());
        self.recent_projects.truncate(Self::RECENT_PROJECTS);
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Mm;
    use crate::document::PageSpec;

    use super::*;

    #[test]
    fn settings_of_which_nothing_can_be_made_are_left_out() {
        let style = |width: f64, type_scale: f64| {
            let page = PageSpec { width: Mm(width), type_scale, ..PageSpec::default() };
            PageStyle::of("stile", &page)
        };
        let settings = Settings {
            dpi: Dpi(4_000_000_000),
            scale: Scale(0),
            styles: vec![style(200.0, 1.0), style(f64::NAN, 1.0), style(1e9, 1.0), style(200.0, 0.0)],
            recent: vec!["x".to_owned(); 1_000],
            ..Settings::default()
        };
        let sound = settings.sound();
        assert_eq!((sound.dpi, sound.styles.len(), sound.recent.len()), (Dpi(300), 1, 5));
        assert_eq!(sound.scale, Scale(100));
        assert_eq!(Settings::default().sound(), Settings::default());
    }

    #[test]
    fn the_interface_grows_and_shrinks_by_the_sizes_offered() {
        assert_eq!([Scale(100).step(true), Scale(100).step(false)], [Scale(120), Scale(90)]);
        assert_eq!([Scale(200).step(true), Scale(80).step(false)], [Scale(200), Scale(80)]);
    }
}
