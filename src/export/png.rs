//! PNG, by way of the SVG.

use resvg::tiny_skia::{Pixmap, Transform};

use crate::scene::Scene;

use super::{ExportError, tree};

/// The most pixels a picture may have: A0 at 150 dpi, a quarter of a gigabyte in memory.
const MAX_PIXELS: f64 = 70e6;

/// Opaque 8-bit RGB, with the resolution in a pHYs chunk so that it keeps its size on paper.
pub fn png(scene: &Scene, dpi: u32) -> Result<Vec<u8>, ExportError> {
    let scale = f64::from(dpi) / 72.0;
    let (width, height) = ((scene.width.0 * scale).round(), (scene.height.0 * scale).round());
    let pixmap = (width * height <= MAX_PIXELS).then(|| Pixmap::new(width as u32, height as u32)).flatten();
    let mut pixmap = pixmap.ok_or(ExportError::TooManyPixels { width, height })?;
    resvg::render(&tree(scene)?, Transform::from_scale(scale as f32, scale as f32), &mut pixmap.as_mut());

    // The page is opaque, so there is no alpha to keep.
    let rgb: Vec<u8> = pixmap.data().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    let mut out = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut out, pixmap.width(), pixmap.height());
    encoder.set_color(::png::ColorType::Rgb);
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_compression(::png::Compression::Fast);
    let per_metre = (f64::from(dpi) / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(::png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: ::png::Unit::Meter,
    }));
    for (key, text) in [("Title", &scene.title), ("Description", &scene.description)] {
        encoder.add_itxt_chunk(key.to_owned(), text.clone())?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(out)
}
