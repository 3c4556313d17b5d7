//! A report as one HTML file that needs nothing else: drawings as SVG in the page, with their values under the pointer
//! and by keyboard, the table behind each, and a content policy that forbids any network.
//!
//! What is written is well-formed XML too, so that a test can read it back.

mod blocks;
mod shell;
mod single;
mod table;
mod woff;

pub use single::figure;

use crate::export::{LogoError, logo};

use super::block::{Block, Report};

/// Why a report cannot be written as HTML.
#[derive(Debug, thiserror::Error)]
pub enum HtmlError {
    /// The logo cannot be drawn.
    #[error("logo: {0}")]
    Logo(#[from] LogoError),
}

/// The report as an HTML file. The same report gives the same bytes.
///
/// # Errors
/// See [`HtmlError`].
pub fn write(report: &Report) -> Result<String, HtmlError> {
    let cover = report.blocks.iter().find_map(|block| match block {
        Block::Cover(cover) => cover.logo.as_deref(),
        _ => None,
    });
    Ok(page(report, cover.map(logo).transpose()?.as_deref()))
}

/// The page of a report; `logo` is that of its cover, as a PNG in base64.
fn page(report: &Report, logo: Option<&str>) -> String {
    let (content, rooms) = blocks::body(report, logo);
    shell::page(report.lang, &report.title, &table::rules(&rooms), &content)
}
