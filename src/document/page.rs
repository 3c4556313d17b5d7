//! The page of a figure.

use serde::{Deserialize, Serialize};

use crate::base::Mm;

/// Which territories are labelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelMode {
    None,
    /// As many as fit, the most populous first.
    #[default]
    Fitting,
}

/// How text is written in an SVG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SvgText {
    /// As text: small, searchable, editable; needs the typeface to be installed to look right.
    #[default]
    Text,
    /// As outlines: looks the same everywhere, cannot be edited.
    Outlines,
}

/// Where the legend of a map is placed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegendPlace {
    /// Beside the map on a landscape page, below it on a portrait one.
    #[default]
    Auto,
    Beside,
    Below,
    Hidden,
}

impl LegendPlace {
    pub const ALL: [Self; 4] = [Self::Auto, Self::Beside, Self::Below, Self::Hidden];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Beside => "beside",
            Self::Below => "below",
            Self::Hidden => "hidden",
        }
    }

    /// The place with this [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.id() == id)
    }
}

/// What a figure is printed with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ink {
    /// In colour, as on the screen.
    #[default]
    Colour,
    /// In greys: classes become darker and darker.
    Grey,
    /// In black: classes become patterns that survive photocopying.
    Black,
}

impl Ink {
    /// Whether it has no colours, so that shapes or patterns must tell apart what hues would.
    pub fn is_black_and_white(self) -> bool {
        self != Self::Colour
    }
}

/// Which parts of the page are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shows {
    pub heading: bool,
    /// Source, remarks and credit.
    pub footer: bool,
    /// The provinces around a map.
    pub backdrop: bool,
    /// The scale bar of a map.
    pub scale_bar: bool,
    /// The north arrow of a map.
    pub north: bool,
}

impl Default for Shows {
    fn default() -> Self {
        Self { heading: true, footer: true, backdrop: true, scale_bar: true, north: true }
    }
}

/// Size, texts and appearance of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageSpec {
    pub width: Mm,
    pub height: Mm,
    /// Title; generated from what is shown when none was typed, as are the next two.
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub source: Option<String>,
    /// A note by the author.
    pub note: Option<String>,
    /// Who made the figure.
    pub credit: Option<String>,
    /// The number of the figure in the document; with it the page has a caption.
    pub number: Option<u16>,
    /// The text after the number in the caption; title and subtitle when none was typed.
    pub caption: Option<String>,
    /// Alternative text; generated from the numbers when none was typed.
    pub description: Option<String>,
    /// The logo at the upper right corner: a PNG in base64, so that the spec is self-contained.
    pub logo: Option<String>,
    /// Labels on the map.
    pub labels: LabelMode,
    /// Where the legend of a map is placed.
    pub legend: LegendPlace,
    /// Which parts are shown.
    pub shows: Shows,
    pub ink: Ink,
    /// Decimals of all values; the default of each indicator when `None`.
    pub decimals: Option<u8>,
    /// The factor of the type size.
    pub type_scale: f64,
    /// Text in SVG files.
    pub svg_text: SvgText,
    /// Set only while a page of several elements is laid out; never saved.
    #[serde(skip)]
    pub part: Option<Part>,
}

/// What an element takes over from the page it is part of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Width of that page.
    pub width: Mm,
    /// Height of that page.
    pub height: Mm,
    /// Whether the title of that page already says what the element shows.
    pub says_title: bool,
    /// Whether that page already says the unit of what the element shows.
    pub says_unit: bool,
}

impl PageSpec {
    /// Whether the unit is said by the page around, so that this element need not.
    pub(crate) fn leaves_out_unit(&self) -> bool {
        self.part.is_some_and(|part| part.says_unit)
    }

    /// The allowed lengths of a side of a page, in millimetres.
    pub const SIDE: std::ops::RangeInclusive<f64> = 60.0..=1200.0;

    /// The allowed factors of the type size.
    pub(crate) const TYPE_SCALE: std::ops::RangeInclusive<f64> = 0.5..=2.0;

    /// The most decimals for values.
    pub(crate) const MOST_DECIMALS: u8 = 6;

    /// The most characters of one text: a page of A4 holds no more, and laying them out takes time.
    pub(crate) const MOST_LETTERS: usize = 5000;

    /// Named sizes: width and height in millimetres. A map of this territory is wider than tall, so A4 and A5 are
    /// landscape. The column of a Word document is 160 mm wide between margins of 25 mm; a slide is PowerPoint's
    /// 16:9.
    pub const SIZES: [(&str, Mm, Mm); 7] = [
        ("a4", Mm(297.0), Mm(210.0)),
        ("a5", Mm(210.0), Mm(148.0)),
        ("a4-portrait", Mm(210.0), Mm(297.0)),
        ("a5-portrait", Mm(148.0), Mm(210.0)),
        ("word-column", Mm(160.0), Mm(110.0)),
        ("half-page", Mm(160.0), Mm(120.0)),
        ("slide", Mm(338.7), Mm(190.5)),
    ];
}

impl Default for PageSpec {
    fn default() -> Self {
        let (_, width, height) = Self::SIZES[0];
        Self {
            width,
            height,
            title: None,
            subtitle: None,
            source: None,
            note: None,
            credit: None,
            number: None,
            caption: None,
            description: None,
            logo: None,
            labels: LabelMode::default(),
            legend: LegendPlace::default(),
            shows: Shows::default(),
            ink: Ink::default(),
            decimals: None,
            type_scale: 1.0,
            svg_text: SvgText::default(),
            part: None,
        }
    }
}
