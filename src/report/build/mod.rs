//! A template, places and data become the blocks of a report.

mod analyses;
mod context;
mod cover;
mod figures;
mod methods;
mod outline;
mod reading;
mod rules;
mod said;
mod sections;
mod tables;

pub use context::Cache;
pub use sections::build;
