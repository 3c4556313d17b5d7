//! From the file of a figure back to its spec: the metadata of an SVG, a text chunk of a PNG, an attachment of a PDF,
//! or the spec itself.

use std::fmt::Display;

use crate::base::xml;
use crate::document::{CARRIED_NAME, Carried, CarriedError};
use crate::i18n::{Lang, texts as t};

/// What a figure of ours is far below: all 7,900 Comuni of Italy on a page have some 20,000 elements.
const OURS: xml::Most = xml::Most { elements: 1_000_000, attributes: 64, depth: 64, namespaces: 1_000 };
/// The largest size of a decompressed text chunk.
const MAX_TEXT: usize = 16 << 20;

/// Why a file cannot be opened as a figure.
#[derive(Debug, thiserror::Error)]
pub enum ReopenError {
    /// It carries no spec: another program made it, or removed the spec.
    #[error("the file was not made by Atlante Sociale, or has lost what it carried")]
    NotOurs,
    /// It is truncated or damaged.
    #[error("the file is damaged")]
    Damaged,
    /// What it carries cannot be used.
    #[error(transparent)]
    Carried(#[from] CarriedError),
}

impl ReopenError {
    /// The message on the file with this name.
    pub fn text(&self, lang: Lang, file: impl Display) -> String {
        match self {
            Self::NotOurs => t::reopen_not_ours(lang, file),
            Self::Damaged | Self::Carried(CarriedError::NotASpec) => t::reopen_damaged(lang, file),
            Self::Carried(CarriedError::BadField(fault)) => {
                t::reopen_bad_field(lang, file, lang.bad_field(fault))
            }
            Self::Carried(CarriedError::OutOfBounds(beyond)) => {
                t::reopen_out_of_bounds(lang, file, beyond.text(lang))
            }
            Self::Carried(CarriedError::Newer(version)) => t::reopen_newer(lang, file, version),
        }
    }
}

/// What the file of a figure carries.
///
/// # Errors
/// See [`ReopenError`].
pub fn reopen(bytes: &[u8]) -> Result<Carried, ReopenError> {
    Ok(Carried::from_json(&spec_of(bytes)?)?)
}

/// The fields of the spec that a file carries, and this version does not know.
pub fn unknown_fields(bytes: &[u8], carried: &Carried) -> Vec<String> {
    spec_of(bytes).map(|text| carried.unknown_fields(&text)).unwrap_or_default()
}

/// The spec that a file carries, as text.
fn spec_of(bytes: &[u8]) -> Result<String, ReopenError> {
    let text = if bytes.starts_with(b"\x89PNG") {
        of_png(bytes)?
    } else if bytes.starts_with(b"%PDF") {
        of_pdf(bytes)?
    } else {
        let text = std::str::from_utf8(bytes).map_err(|_| ReopenError::NotOurs)?;
        match text.trim_start_matches('\u{feff}').trim_start() {
            text if text.starts_with('{') => text.to_owned(),
            text if text.starts_with('<') => of_svg(text)?,
            _ => return Err(ReopenError::NotOurs),
        }
    };
    Ok(text)
}

fn of_svg(text: &str) -> Result<String, ReopenError> {
    if xml::excess(text, &OURS).is_some() {
        return Err(ReopenError::NotOurs);
    }
    let document = roxmltree::Document::parse(text).map_err(|_| ReopenError::Damaged)?;
    // Files of the first versions have the name as an id.
    let is_ours = |node: &roxmltree::Node| {
        node.tag_name().name() == "metadata"
            && ["class", "id"].iter().any(|name| node.attribute(*name) == Some(CARRIED_NAME))
    };
    let found = document.descendants().find(is_ours);
    found.and_then(|node| node.text()).map(str::to_owned).ok_or(ReopenError::NotOurs)
}

fn of_png(bytes: &[u8]) -> Result<String, ReopenError> {
    let damaged = |_: png::DecodingError| ReopenError::Damaged;
    let limits = png::Limits { bytes: MAX_TEXT };
    let reader =
        png::Decoder::new_with_limits(std::io::Cursor::new(bytes), limits).read_info().map_err(damaged)?;
    // Ours comes before the picture: whatever follows, complete or not, does not concern the figure.
    let chunk = reader.info().utf8_text.iter().find(|chunk| chunk.keyword == CARRIED_NAME);
    let Some(chunk) = chunk else {
        // A chunk with a wrong checksum is skipped as if it were not there, so the name in the bytes is the only
        // trace of it.
        let is_named = bytes.windows(CARRIED_NAME.len()).any(|window| window == CARRIED_NAME.as_bytes());
        return Err(if is_named { ReopenError::Damaged } else { ReopenError::NotOurs });
    };
    chunk.get_text().map_err(damaged)
}

fn of_pdf(bytes: &[u8]) -> Result<String, ReopenError> {
    let document = lopdf::Document::load_mem(bytes).map_err(|_| ReopenError::Damaged)?;
    let is_ours = |dictionary: &&lopdf::Dictionary| {
        dictionary.get(b"EF").is_ok()
            && dictionary
                .get(b"F")
                .and_then(lopdf::Object::as_str)
                .is_ok_and(|f| f == CARRIED_NAME.as_bytes())
    };
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let file = dictionaries.into_iter().find(is_ours).ok_or(ReopenError::NotOurs)?;
    let stream = file
        .get(b"EF")
        .and_then(lopdf::Object::as_dict)
        .and_then(|files| files.get(b"F"))
        .and_then(lopdf::Object::as_reference)
        .and_then(|id| document.get_object(id))
        .and_then(lopdf::Object::as_stream)
        .and_then(|stream| stream.get_plain_content())
        .map_err(|_| ReopenError::Damaged)?;
    String::from_utf8(stream).map_err(|_| ReopenError::Damaged)
}
