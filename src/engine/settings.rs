//! What is remembered of the user from one day to the next: never of the work itself.

use serde::{Deserialize, Serialize};

use crate::i18n::Lang;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// As the system is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The user's settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language of the interface.
    pub lang: Lang,
    /// Light or dark.
    pub appearance: Appearance,
    /// Ids of favourite indicators, in the order they were marked.
    pub favourites: Vec<String>,
    /// Ids of the indicators seen last, the latest first.
    pub recent: Vec<String>,
}

impl Settings {
    /// How many recent indicators are remembered.
    const RECENT: usize = 5;

    /// Remembers an indicator as the one seen last.
    pub fn saw(&mut self, indicator: &str) {
        self.recent.retain(|id| id != indicator);
        self.recent.insert(0, indicator.to_owned());
        self.recent.truncate(Self::RECENT);
    }
}
