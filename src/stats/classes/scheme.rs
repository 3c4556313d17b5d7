//! The classification schemes on offer.

use serde::{Deserialize, Serialize};

/// A way of dividing values into classes, saved by its [`id`](Self::id).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// Classes of equal width.
    #[serde(rename = "equal")]
    EqualInterval,
    /// Classes of equal count.
    Quantile,
    /// Natural breaks: the least squared deviation within classes (Fisher 1958, Jenks 1977).
    #[serde(rename = "jenks")]
    FisherJenks,
    /// The mean and one and two standard deviations either side.
    #[serde(rename = "std")]
    StdDev,
    /// Repeated cuts at the mean of the values above the last cut (Jiang 2013), for heavy-tailed data.
    HeadTail,
    /// Quartiles and the fences 1.5 interquartile ranges beyond them (Tukey 1977).
    #[serde(rename = "box")]
    BoxPlot,
    /// Round, equally spaced edges (Heckbert 1990).
    Pretty,
    /// Edges typed by the user.
    Manual,
}

impl Scheme {
    /// Every scheme, in menu order.
    pub const ALL: [Self; 8] = [
        Self::EqualInterval,
        Self::Quantile,
        Self::FisherJenks,
        Self::StdDev,
        Self::HeadTail,
        Self::BoxPlot,
        Self::Pretty,
        Self::Manual,
    ];

    /// The short name used on the command line; [`Scheme::from_id`] reads it back.
    pub fn id(self) -> &'static str {
        match self {
            Self::EqualInterval => "equal",
            Self::Quantile => "quantile",
            Self::FisherJenks => "jenks",
            Self::StdDev => "std",
            Self::HeadTail => "headtail",
            Self::BoxPlot => "box",
            Self::Pretty => "pretty",
            Self::Manual => "manual",
        }
    }

    /// The scheme with this [`Scheme::id`].
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.id() == id)
    }

    /// Whether the user chooses the number of classes. [`Scheme::Pretty`] takes it as a hint.
    pub fn takes_count(self) -> bool {
        matches!(self, Self::EqualInterval | Self::Quantile | Self::FisherJenks | Self::Pretty)
    }
}

#[cfg(test)]
mod tests {
    use super::Scheme;

    #[test]
    fn ids_read_back() {
        for scheme in Scheme::ALL {
            assert_eq!(Scheme::from_id(scheme.id()), Some(scheme));
        }
        assert_eq!(Scheme::from_id("natural"), None);
    }
}
