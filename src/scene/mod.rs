//! Layer 3: a drawing as data — shapes and text at fixed positions on a page, in points, y downwards — and a workbook
//! as data.
//!
//! Invariant: knows no territory, no meaning of numbers and no back end. It is the only place that measures text;
//! back ends only draw what they find here.

mod layer;
mod node;
mod sheet;
pub mod text;

pub use layer::{Circles, Feature, Field, LayerCrs, Look, MADE_BY, MapLayer, Rule, Style, Test};
pub use node::{
    Anchor, Datum, FigureText, Fill, Geometry, Group, Hatch, Image, Node, Path, Role, Scene, Stroke, TextRun,
    Weight,
};
pub use sheet::{Cell, Sheet, Workbook};
