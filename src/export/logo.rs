//! A logo: from the user's picture to the small PNG that a page carries.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree};

use crate::base::{Rgb, panics};

use super::drawing::{self, MAX_PIXELS};
use super::error::LogoError;
use super::reading::reading;

/// The largest file that is accepted.
const MAX_BYTES: usize = 20 << 20;
/// The longest side of the stored picture, in pixels: 5 cm at 300 dpi.
const SIDE: f64 = 600.0;
/// The longest side of such a picture, in pixels: a long thin one is averaged over as many rows as columns.
const MAX_SIDE: usize = 20_000;
/// The name by which the renderer refers to the picture.
const HREF: &str = "logo";

/// How the renderer wraps the bytes of a raster file.
type Kind = fn(Arc<Vec<u8>>) -> ImageKind;

/// The picture as a PNG of at most 600 pixels a side, in base64, as `document::PageSpec::logo` has it. External
/// references in an SVG are left out.
///
/// # Errors
/// See [`LogoError`].
pub fn logo(bytes: &[u8]) -> Result<String, LogoError> {
    if bytes.len() > MAX_BYTES {
        return Err(LogoError::TooLarge);
    }
    panics::caught(|| drawn(bytes)).unwrap_or(Err(LogoError::NotAPicture))
}

fn drawn(bytes: &[u8]) -> Result<String, LogoError> {
    let tree = read(bytes)?;
    let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let is_svg = kind(bytes).is_none();
    let longest = width.max(height);
    // Vector drawings are scaled up to the stored size, raster pictures are not.
    let scale = if is_svg { SIDE / longest } else { (SIDE / longest).min(1.0) };
    // Drawn at a whole multiple of the size and averaged, so that no pixel of a large picture is skipped.
    let times = if is_svg { 2 } else { (longest / SIDE).ceil().max(1.0) as u32 };
    let side = |x: f64| ((x * scale).round() as u32).max(1);
    let (width, height) = (side(width), side(height));
    let mut large = Pixmap::new(width * times, height * times).ok_or(LogoError::TooLarge)?;
    let fit = Transform::from_scale(
        large.width() as f32 / tree.size().width(),
        large.height() as f32 / tree.size().height(),
    );
    resvg::render(&tree, fit, &mut large.as_mut());
    if large.data().iter().all(|byte| *byte == 0) {
        // A raster picture that could not be decoded draws nothing.
        return Err(LogoError::NotAPicture);
    }
    let rgba = averaged(&large, times);
    encode(&rgba, width, height).ok_or(LogoError::NotAPicture)
}

/// The same logo in greyscale; unchanged where it cannot be read.
pub fn grey(base64: &str) -> String {
    let grey = || {
        let mut picture = Pixmap::decode_png(&STANDARD.decode(base64).ok()?).ok()?;
        let (width, height) = (picture.width(), picture.height());
        let (pixels, _) = picture.data_mut().as_chunks_mut::<4>();
        let rgba: Vec<u8> = pixels
            .iter()
            .flat_map(|pixel| {
                let [red, green, blue, alpha] = straight(*pixel);
                let Rgb(grey, ..) = Rgb::from_linear([Rgb(red, green, blue).luminance(); 3]);
                [grey, grey, grey, alpha]
            })
            .collect();
        encode(&rgba, width, height)
    };
    grey().unwrap_or_else(|| base64.to_owned())
}

/// How to wrap a raster file, by its first bytes.
fn kind(bytes: &[u8]) -> Option<Kind> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some(ImageKind::PNG),
        [0xff, 0xd8, 0xff, ..] => Some(ImageKind::JPEG),
        _ => None,
    }
}

/// The picture as a tree that can be drawn.
fn read(bytes: &[u8]) -> Result<Tree, LogoError> {
    let refused = |_| LogoError::NotAPicture;
    let Some(kind) = kind(bytes) else {
        // Nothing outside the file, and of pictures inside only raster ones: a drawing could hold drawings.
        let inside = |_: &str, data: Arc<Vec<u8>>, _: &Options<'_>| {
            kind(&data).filter(|_| drawing::is_fair_picture(&data)).map(|kind| kind(data))
        };
        let resolver =
            ImageHrefResolver { resolve_data: Box::new(inside), resolve_string: Box::new(|_, _| None) };
        let options = Options { image_href_resolver: resolver, ..reading() };
        let tree = Tree::from_str(drawing::text(bytes)?, &options).map_err(refused)?;
        drawing::tree(&tree)?;
        return Ok(tree);
    };
    let size = imagesize::blob_size(bytes).map_err(|_| LogoError::NotAPicture)?;
    if size.width as f64 * size.height as f64 > MAX_PIXELS || size.width.max(size.height) > MAX_SIDE {
        return Err(LogoError::TooLarge);
    }
    let data = Arc::new(bytes.to_vec());
    let resolver = ImageHrefResolver {
        resolve_string: Box::new(move |href, _| (href == HREF).then(|| kind(Arc::clone(&data)))),
        ..Default::default()
    };
    let options = Options { image_href_resolver: resolver, ..reading() };
    let (width, height) = (size.width, size.height);
    let drawing = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
         <image href=\"{HREF}\" width=\"{width}\" height=\"{height}\"/></svg>"
    );
    Tree::from_str(&drawing, &options).map_err(refused)
}

/// Each block of `times` × `times` pixels averaged, with straight alpha.
fn averaged(large: &Pixmap, times: u32) -> Vec<u8> {
    let (pixels, _) = large.data().as_chunks::<4>();
    let (times, row) = (times as usize, large.width() as usize);
    let count = (times * times) as u32;
    let mean = |x: usize, y: usize| {
        let mut sums = [0u32; 4];
        for line in pixels.chunks_exact(row).skip(y * times).take(times) {
            for pixel in &line[x * times..(x + 1) * times] {
                sums.iter_mut().zip(pixel).for_each(|(sum, channel)| *sum += u32::from(*channel));
            }
        }
        straight(sums.map(|sum| ((sum + count / 2) / count) as u8))
    };
    let (width, height) = (row / times, large.height() as usize / times);
    (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| mean(x, y)).collect()
}

/// A pixel with straight (not premultiplied) alpha.
fn straight([red, green, blue, alpha]: [u8; 4]) -> [u8; 4] {
    let whole = |channel: u8| match alpha {
        0 => 0,
        alpha => (u32::from(channel) * 255 / u32::from(alpha)).min(255) as u8,
    };
    [whole(red), whole(green), whole(blue), alpha]
}

fn encode(rgba: &[u8], width: u32, height: u32) -> Option<String> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(::png::ColorType::Rgba);
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.write_header().ok()?.write_image_data(rgba).ok()?;
    Some(STANDARD.encode(bytes))
}
