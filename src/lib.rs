//! Atlante Sociale: a free desktop atlas for social planning.
//!
//! The library contains everything except the event loop of the window; see `ARCHITECTURE.md` for the structure of
//! the code and the rules of each folder.

pub mod analysis;
pub mod base;
pub mod cli;
pub mod data;
pub mod document;
pub mod engine;
pub mod export;
pub mod figure;
pub mod geo;
pub mod i18n;
pub mod io;
pub mod report;
pub mod scene;
pub mod stats;
#[cfg(feature = "gui")]
pub mod ui;
