//! Word documents: the blocks of a report in named styles that an office can restyle, with real tables, counted captions
//! and alternative texts. Whatever depends on the data sits in a content control, and what the document was made from is
//! kept in a part of its own, so that it can be brought up to date after it was edited.
//!
//! No macros, nothing remote, nobody's name. A small writer of our own: the crates there are have no alternative texts,
//! repeated headings or fields, or are as large as the rest of the program.

mod body;
mod bookmark;
mod contents;
mod control;
mod fields;
pub(crate) mod kept;
pub(crate) mod package;
mod pages;
mod picture;
mod table;
pub(crate) mod xml;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::export::ExportError;

use super::beside::beside;
use super::block::{Block, Report};
use super::numbers::Numbers;

use body::Body;
use kept::Kept;
pub(crate) use picture::Media;

/// A report as a Word document. The request is what it was made from; only whoever makes reports reads it.
///
/// # Errors
/// A figure that cannot be drawn; see [`ExportError`].
pub fn write(report: &Report, request: &Value) -> Result<Vec<u8>, ExportError> {
    let Made { document, kept, media } = made(report, request, &BTreeMap::new())?;
    let contents = package::Contents {
        lang: report.lang,
        title: &report.title,
        document,
        kept: kept.write(),
        media: &media,
    };
    Ok(package::zip(&package::parts(&contents)))
}

/// What is written of a report, before it is packed.
pub(crate) struct Made {
    /// The main part.
    pub document: String,
    pub kept: Kept,
    pub media: Media,
}

/// Writes the text of a report, with the labels of figures and tables that a document has, by their bookmarks.
///
/// # Errors
/// A figure that cannot be drawn.
pub(crate) fn made(
    report: &Report,
    request: &Value,
    labels: &BTreeMap<String, String>,
) -> Result<Made, ExportError> {
    let mut numbers = Numbers::of(report);
    // Whoever edits a document may have moved figures or added some.
    for (id, label) in &mut numbers.labels {
        if let Some(there) = labels.get(&bookmark::bookmark("_Ref", id)) {
            label.clone_from(there);
        }
    }
    let mut body = Body::new(report.lang, &numbers, pages::pages(report, &numbers));
    let begins = beside(&report.blocks);
    for (at, block) in report.blocks.iter().enumerate() {
        match (block, report.blocks.get(at + 1)) {
            // The second one of two is written with the first.
            _ if at > 0 && begins[at - 1] => {}
            (Block::Figure(left), Some(Block::Figure(right))) if begins[at] => body.beside([left, right])?,
            _ => put(&mut body, block)?,
        }
    }
    let has_cover = matches!(report.blocks.first(), Some(Block::Cover(_)));
    let (document, controls, media) = body.end(has_cover);
    Ok(Made { document, kept: Kept { request: request.clone(), printed: controls.printed }, media })
}

fn put(body: &mut Body<'_>, block: &Block) -> Result<(), ExportError> {
    match block {
        Block::Cover(cover) => body.cover(cover)?,
        Block::Contents(kind) => contents::write(body, *kind),
        Block::Heading { id, text, .. } => body.heading(id, text),
        Block::Paragraph(paragraph) => body.paragraph(paragraph, body::style(paragraph.role)),
        Block::Bullets(items) => items.iter().for_each(|item| body.paragraph(item, "Puntoelenco")),
        Block::Table(block) => table::write(body, block),
        Block::Figure(figure) => body.figure(figure)?,
        Block::Field(field) => body.field_paragraph(field),
        Block::PageBreak => body.page_break(),
    }
    Ok(())
}
