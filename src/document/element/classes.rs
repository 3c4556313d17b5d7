//! How the values of a map are put into classes.

use serde::{Deserialize, Serialize};

use crate::stats::classes::Scheme;

/// Which values the class breaks are made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassSpan {
    /// Those of the date shown.
    ThisDate,
    /// Those of every date, so that maps of different years share their colours.
    #[default]
    AllDates,
}

/// How values are put into classes. What nobody has asked for is decided where the map is made, because it depends on the
/// values and on how many territories there are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClassSpec {
    /// The method of classification; none for the usual one of the kind of map: see [`MapSpec::scheme`](super::map::MapSpec::scheme).
    pub scheme: Option<Scheme>,
    /// How many classes are asked for; none for the usual number.
    pub count: Option<usize>,
    /// The upper edges typed by the user, for [`Scheme::Manual`].
    pub manual: Vec<f64>,
    /// Which values the breaks are made from.
    pub span: ClassSpan,
}

impl ClassSpec {
    /// Asks for so many classes, or for the usual number. Breaks set by hand are as many as were set, so they go.
    pub fn set_count(&mut self, count: Option<usize>) {
        self.count = count;
        if self.scheme == Some(Scheme::Manual) {
            self.scheme = None;
        }
    }

    /// Sets the breaks by hand.
    pub fn set_manual(&mut self, breaks: Vec<f64>) {
        (self.scheme, self.manual) = (Some(Scheme::Manual), breaks);
    }
}
