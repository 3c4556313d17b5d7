//! A report as data: a list of sections with figures, tables, rules of sentences and fields. Three are embedded
//! (`assets/reports/`); an office writes others, which are read and checked in the same way.

mod error;
mod item;
mod model;
mod raw;
mod rule;
mod shipped;

pub use error::{TemplateError, TemplateFault};
pub use item::{
    AnalysisItem, At, FieldRow, FieldsItem, FigureItem, FigureKind, Frame, Item, ItemKind, Only, TableItem,
    TableKind,
};
pub use model::{About, Section, Template};
pub use rule::{Rule, Say};
pub use shipped::Shipped;
