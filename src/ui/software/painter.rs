//! Paints what egui asks for into pixels, and only what has changed.

use egui::Color32;
use egui::epaint::ClippedPrimitive;
use egui::epaint::textures::TexturesDelta;

use crate::engine::background;

use super::area::Area;
use super::frame::{Frame, TILE, Tiles};
use super::raster::Rows;
use super::texture::Textures;

/// Fewer tiles than this are drawn sooner than another thread would start.
const MANY: usize = 16;

/// A picture of the window that is kept from frame to frame.
#[derive(Default)]
pub struct Painter {
    textures: Textures,
    tiles: Tiles,
    size: [u32; 2],
    pixels: Vec<u32>,
}

impl Painter {
    /// The pixels, row by row, each as `0x00RRGGBB`.
    pub fn pixels(&self) -> &[u32] {
        &self.pixels
    }

    /// Paints a frame, and returns where it looks different from the one before.
    pub fn paint(
        &mut self,
        size: [u32; 2],
        pixels_per_point: f32,
        primitives: &[ClippedPrimitive],
        delta: &TexturesDelta,
        background: Color32,
    ) -> Vec<Area> {
        self.textures.set(delta);
        if size != self.size {
            self.size = size;
            self.pixels = vec![0; size[0] as usize * size[1] as usize];
            self.tiles = Tiles::new(size.map(|pixels| pixels as i32));
        }
        let frame = Frame::new(primitives, &self.textures, pixels_per_point, background);
        self.tiles.sort(&frame);
        let changed = changed(&self.tiles);
        if !changed.is_empty() {
            draw(&self.tiles, &frame, &mut self.pixels, size[0] as usize);
        }
        self.tiles.are_drawn();
        self.textures.free(delta);
        changed
    }
}

/// Draws the stale tiles, the rows of tiles on several threads if they are many.
fn draw(tiles: &Tiles, frame: &Frame<'_>, pixels: &mut [u32], width: usize) {
    let rows = pixels.chunks_mut(width * TILE as usize).zip(tiles.all.chunks(tiles.columns)).enumerate();
    let stale = rows.filter(|(_, (_, row))| row.iter().any(|tile| tile.is_stale()));
    let many = tiles.all.iter().filter(|tile| tile.is_stale()).count() >= MANY;
    background::share(stale.collect(), many, |(number, (pixels, row))| {
        let mut rows = Rows { pixels, width, top: number as i32 * TILE };
        for (column, _) in row.iter().enumerate().filter(|(_, tile)| tile.is_stale()) {
            tiles.draw(number * tiles.columns + column, frame, &mut rows);
        }
    });
}

/// The stale tiles as few rectangles.
fn changed(tiles: &Tiles) -> Vec<Area> {
    let mut found: Vec<Area> = Vec::new();
    if tiles.all.is_empty() {
        return found;
    }
    for (row, of_row) in tiles.all.chunks(tiles.columns).enumerate() {
        // Side by side in this row, and then one on those above.
        let mut runs: Vec<Area> = Vec::new();
        for (column, _) in of_row.iter().enumerate().filter(|(_, tile)| tile.is_stale()) {
            let area = tiles.area(row * tiles.columns + column);
            match runs.last_mut() {
                Some(last) if last.right == area.left => last.right = area.right,
                _ => runs.push(area),
            }
        }
        for run in runs {
            let above = found
                .iter_mut()
                .find(|above| (above.left, above.right, above.bottom) == (run.left, run.right, run.top));
            match above {
                Some(above) => above.bottom = run.bottom,
                None => found.push(run),
            }
        }
    }
    found
}
