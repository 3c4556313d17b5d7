//! How the values of a map are classified.

use serde::{Deserialize, Serialize};

use crate::stats::classes::Scheme;

/// Which values the class breaks are made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassSpan {
    /// The values of the date shown.
    ThisDate,
    /// The values of every date, so that maps of different years share their colours.
    #[default]
    AllDates,
}

/// How values are classified. What was not asked for is decided when the map is made, because it depends on the
/// values and on the number of territories.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClassSpec {
    /// The classification method; `None` for the default of the kind of map: see
    /// [`MapSpec::scheme`](super::map::MapSpec::scheme).
    pub scheme: Option<Scheme>,
    /// The number of classes asked for; `None` for the default.
    pub count: Option<usize>,
    /// The upper edges typed by the user, for [`Scheme::Manual`].
    pub manual: Vec<f64>,
    /// Which values the breaks are made from.
    pub span: ClassSpan,
}

impl ClassSpec {
    /// Sets the number of classes, or returns to the default. Manual breaks are dropped, since they fix the number.
    pub fn set_count(&mut self, count: Option<usize>) {
        self.count = count;
        if self.scheme == Some(Scheme::Manual) {
            self.scheme = None;
        }
    }

    /// Sets the breaks typed by the user.
    pub fn set_manual(&mut self, breaks: Vec<f64>) {
        (self.scheme, self.manual) = (Some(Scheme::Manual), breaks);
    }
}
