//! PNG.

use std::borrow::Cow;

use memmap2::MmapMut;

use crate::document::CARRIED_NAME;
use crate::scene::Scene;

use super::error::ExportError;
use super::indexed::{Indexed, index};
use super::raster;

/// Opaque, 8 bits per channel, with a colour table where one suffices. A pHYs chunk holds the resolution, so that the
/// picture keeps its size on paper.
pub fn png(scene: &Scene, dpi: u32) -> Result<Vec<u8>, ExportError> {
    let scale = f64::from(dpi) / 72.0;
    let (width, height) = ((scene.width.0 * scale).round(), (scene.height.0 * scale).round());
    let mut rgba = raster::draw(scene, width, height, large_pages)?;

    let mut out = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut out, width as u32, height as u32);
    encoder.set_depth(::png::BitDepth::Eight);
    // Flat colours compress best without a filter, and higher levels gain a few percent for a tenth of the total
    // time. (`set_compression` would choose a filter too.)
    encoder.set_filter(::png::Filter::NoFilter);
    encoder.set_deflate_compression(::png::DeflateCompression::Level(2));
    // The page is opaque, so there is no alpha to keep.
    let data = match index(&mut rgba) {
        Some(Indexed { table, pixels }) => {
            encoder.set_color(::png::ColorType::Indexed);
            encoder.set_palette(table.as_flattened().to_vec());
            Cow::Borrowed(pixels)
        }
        None => {
            encoder.set_color(::png::ColorType::Rgb);
            Cow::Owned(rgba.chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect())
        }
    };
    let per_metre = (f64::from(dpi) / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(::png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: ::png::Unit::Meter,
    }));
    for (key, text) in [("Title", &scene.title), ("Description", &scene.description)] {
        encoder.add_itxt_chunk(key.to_owned(), text.clone())?;
    }
    if let Some(json) = &scene.carried {
        encoder.add_itxt_chunk(CARRIED_NAME.to_owned(), json.clone())?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(out)
}

/// Memory for the pixels, in large pages where the system has them: it clears 35 MB for a page of A4, which in small
/// ones takes twice as long.
fn large_pages(bytes: usize) -> Option<MmapMut> {
    let memory = MmapMut::map_anon(bytes).ok()?;
    // Only advice: small pages do as well.
    #[cfg(target_os = "linux")]
    let _ = memory.advise(memmap2::Advice::HugePage);
    Some(memory)
}
