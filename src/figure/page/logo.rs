//! The logo in the upper right corner of a page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::document::PageSpec;
use crate::scene::Image;

use crate::figure::FigureError;
use crate::figure::page::style::Sizes;

/// The maximum height of a logo, in sizes of the title, and its maximum width, as a share of the page.
const MOST: (f64, f64) = (2.5, 0.2);
/// The most pixels per side. Logos from `export::logo` are far smaller, but a spec may come from anyone.
const MOST_PIXELS: u32 = 4096;
/// The most characters of base64.
const MOST_LETTERS: usize = 8 << 20;
/// The first bytes of a PNG, up to the name of its header.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";

/// Checks that the logo of a page, if it has one, can be drawn.
pub fn check(page: &PageSpec) -> Result<(), FigureError> {
    match &page.logo {
        Some(logo) if logo.len() > MOST_LETTERS || size(logo).is_none() || STANDARD.decode(logo).is_err() => {
            Err(FigureError::Logo)
        }
        _ => Ok(()),
    }
}

/// The logo in its corner. `None` for an element of a page.
pub fn place(page: &PageSpec, sizes: &Sizes, inner: f64) -> Option<Image> {
    let png = page.logo.as_ref().filter(|_| page.part.is_none())?;
    let [across, down] = size(png)?.map(f64::from);
    let proportion = across / down;
    let height = (sizes.title * MOST.0).min(inner * MOST.1 / proportion);
    let width = height * proportion;
    Some(Image {
        x: sizes.margin + inner - width,
        y: sizes.margin,
        width,
        height,
        png: png.clone(),
        grey: false,
    })
}

/// Width and height in pixels, read from the header of the file alone.
fn size(base64: &str) -> Option<[u32; 2]> {
    /// The base64 characters that hold the 24 bytes up to the height.
    const HEAD: usize = 32;
    let bytes = STANDARD.decode(base64.get(..HEAD)?).ok()?;
    let (numbers, _) = bytes.strip_prefix(PNG)?.get(..8)?.as_chunks::<4>();
    let size = [u32::from_be_bytes(*numbers.first()?), u32::from_be_bytes(*numbers.get(1)?)];
    size.iter().all(|side| (1..=MOST_PIXELS).contains(side)).then_some(size)
}
