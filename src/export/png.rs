//! PNG.

use std::io::Write;

use crate::document::CARRIED_NAME;
use crate::scene::Scene;

use super::error::ExportError;
use super::indexed::Runs;
use super::raster;

/// Opaque, 8 bits per channel, with a colour table where one suffices. A pHYs chunk holds the resolution, so that the
/// picture keeps its size on paper.
pub fn png(scene: &Scene, dpi: u32) -> Result<Vec<u8>, ExportError> {
    let scale = f64::from(dpi) / 72.0;
    let (width, height) = ((scene.width.0 * scale).round(), (scene.height.0 * scale).round());
    let mut runs = Runs::default();
    raster::draw_bands(scene, width, height, |rgba| runs.add(rgba))?;
    let table = runs.table();

    let mut out = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut out, width as u32, height as u32);
    encoder.set_depth(::png::BitDepth::Eight);
    // Flat colours compress best without a filter, and higher levels gain a few percent for a tenth of the total
    // time. (`set_compression` would choose a filter too.)
    encoder.set_filter(::png::Filter::NoFilter);
    encoder.set_deflate_compression(::png::DeflateCompression::Level(2));
    // The page is opaque, so there is no alpha to keep.
    match &table {
        Some(table) => {
            encoder.set_color(::png::ColorType::Indexed);
            encoder.set_palette(table.colours.as_flattened().to_vec());
        }
        None => encoder.set_color(::png::ColorType::Rgb),
    }
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
    // The compressed bytes in chunks, the pixels in parts as large as the cache.
    let mut pixels = writer.stream_writer_with_size(CHUNK)?;
    let mut part = Vec::with_capacity(2 * CHUNK);
    for (colour, run) in runs.iter() {
        match &table {
            Some(table) => part.resize(part.len() + run, table.entries[colour]),
            None => part.extend(std::iter::repeat_n(runs.colour(colour), run).flatten()),
        }
        if part.len() >= CHUNK {
            pixels.write_all(&part).map_err(::png::EncodingError::from)?;
            part.clear();
        }
    }
    pixels.write_all(&part).map_err(::png::EncodingError::from)?;
    pixels.finish()?;
    writer.finish()?;
    Ok(out)
}

/// How many bytes are compressed or written at a time.
const CHUNK: usize = 1 << 16;
