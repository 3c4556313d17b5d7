//! The page a figure is put on.

use serde::{Deserialize, Serialize};

use crate::base::Mm;

/// Which territories are labelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelMode {
    /// None.
    None,
    /// As many as find room, the most populous first.
    #[default]
    Fitting,
}

/// How text is written in an SVG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SvgText {
    /// As text: small, searchable, editable; looks right where the typeface is installed.
    #[default]
    Text,
    /// As outlines: looks the same everywhere, cannot be edited.
    Outlines,
}

/// Size and texts of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageSpec {
    /// Width.
    pub width: Mm,
    /// Height.
    pub height: Mm,
    /// Title; the indicator's name when none is typed.
    pub title: Option<String>,
    /// Labels on the map.
    pub labels: LabelMode,
    /// Text in SVG files.
    pub svg_text: SvgText,
}

impl PageSpec {
    /// The least and the greatest side of a page.
    pub const SIDE: std::ops::RangeInclusive<f64> = 60.0..=1200.0;

    /// Named sizes: width and height in millimetres. Maps of this territory lie, so A4 and A5 do too.
    pub const SIZES: [(&str, Mm, Mm); 4] = [
        ("a4", Mm(297.0), Mm(210.0)),
        ("a5", Mm(210.0), Mm(148.0)),
        ("a4-portrait", Mm(210.0), Mm(297.0)),
        ("a5-portrait", Mm(148.0), Mm(210.0)),
    ];
}

impl Default for PageSpec {
    fn default() -> Self {
        let (_, width, height) = Self::SIZES[0];
        Self { width, height, title: None, labels: LabelMode::default(), svg_text: SvgText::default() }
    }
}
