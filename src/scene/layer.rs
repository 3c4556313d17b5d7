//! Shapes with attributes as data, which back ends write as GeoJSON, shapefile or GeoPackage without deciding anything.

use geo::MultiPolygon;

use crate::base::Rgb;

use super::node::Hatch;
use super::sheet::Cell;

/// The program, as the metadata of a layer name it.
pub const MADE_BY: &str = "Atlante Sociale";

/// A map as a layer for a geographic information system.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLayer {
    /// Its name among the layers of a file: ASCII letters, digits and underscores.
    pub name: String,
    pub title: String,
    /// The attributes, in order.
    pub fields: Vec<Field>,
    pub features: Vec<Feature>,
    /// What must be known of the values, as names and texts.
    pub metadata: Vec<(String, String)>,
    /// When the values date from, as `2023-01-01`.
    pub date: String,
    /// The reference system of the shapes.
    pub crs: LayerCrs,
    pub style: Style,
}

/// A reference system of shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerCrs {
    /// Longitude and latitude, WGS 84 (EPSG:4326).
    Degrees,
    /// Metres, WGS 84 / UTM 32N (EPSG:32632).
    Utm32,
}

/// An attribute. Its name fits every format: at most ten ASCII letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub is_number: bool,
}

/// A unit: a cell for each field, and its shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    pub cells: Vec<Cell>,
    pub shape: MultiPolygon<f64>,
}

/// How the features are drawn: each by the first rule that holds for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Style {
    pub rules: Vec<Rule>,
    /// Circles in proportion to the values, over the areas.
    pub circles: Option<Circles>,
}

/// Which features are drawn how, as in the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub label: String,
    pub test: Test,
    pub look: Look,
}

/// Which features a rule is for, by one of their fields.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// A number over the lower edge of a class, or equal to it in the first one, and up to the upper edge.
    Within { field: String, lower: f64, upper: f64, is_first: bool },
    /// A field with this text.
    Text { field: String, is: String },
    /// A field with this whole number.
    Number { field: String, is: usize },
    /// A number of this sign: below zero, or not.
    Sign { field: String, is_negative: bool },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    Solid(Rgb),
    Hatched(Hatch),
    /// A circle of this colour and opacity over an empty area.
    Circle(Rgb, f64),
}

/// The size of circles: the largest value has the largest radius, and areas are in proportion.
#[derive(Clone, Debug, PartialEq)]
pub struct Circles {
    pub field: String,
    pub largest_value: f64,
    /// In millimetres.
    pub largest_radius: f64,
}
