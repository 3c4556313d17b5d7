//! What the composer keeps: figures in the project, and page styles for reuse.

use serde::{Deserialize, Serialize};

use crate::base::Mm;

use super::figure_spec::FigureSpec;
use super::page::{Ink, LabelMode, LegendPlace, PageSpec, Shows};

/// A figure kept in the project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptFigure {
    /// Identifies it among the kept figures: never reused.
    pub id: u64,
    /// Name in the list and of its file.
    pub name: String,
    pub spec: FigureSpec,
    /// The paragraph beside it; generated from the numbers when none was typed.
    #[serde(default)]
    pub reading: Option<String>,
}

/// The appearance of a page without its texts: what the figures of one document share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageStyle {
    pub name: String,
    pub width: Mm,
    pub height: Mm,
    /// Author of the figures.
    #[serde(default)]
    pub credit: Option<String>,
    /// The logo, as in [`PageSpec::logo`].
    #[serde(default)]
    pub logo: Option<String>,
    #[serde(default)]
    pub labels: LabelMode,
    /// Where the legends of maps are placed.
    #[serde(default)]
    pub legend: LegendPlace,
    /// Which parts are shown.
    #[serde(default)]
    pub shows: Shows,
    #[serde(default)]
    pub ink: Ink,
    /// Decimals of all values.
    #[serde(default)]
    pub decimals: Option<u8>,
    /// The factor of the type size.
    #[serde(default = "usual_type")]
    pub type_scale: f64,
}

fn usual_type() -> f64 {
    1.0
}

impl PageStyle {
    /// The style of a page under a name.
    pub fn of(name: &str, page: &PageSpec) -> Self {
        Self {
            name: name.to_owned(),
            width: page.width,
            height: page.height,
            credit: page.credit.clone(),
            logo: page.logo.clone(),
            labels: page.labels,
            legend: page.legend,
            shows: page.shows,
            ink: page.ink,
            decimals: page.decimals,
            type_scale: page.type_scale,
        }
    }

    /// A page with this style and its own texts.
    #[must_use]
    pub fn on(&self, page: &PageSpec) -> PageSpec {
        PageSpec {
            width: self.width,
            height: self.height,
            credit: self.credit.clone(),
            logo: self.logo.clone(),
            labels: self.labels,
            legend: self.legend,
            shows: self.shows,
            ink: self.ink,
            decimals: self.decimals,
            type_scale: self.type_scale,
            ..page.clone()
        }
    }
}
