//! The patterns of missing values as textures: the same three as on paper.

use egui::{Color32, ColorImage, Context, TextureHandle, TextureId, TextureOptions};

use crate::scene::Hatch;
use crate::ui::theme::colour;

/// Side of the texture in pixels: twice that of the pattern in points, to be sharp on high-resolution screens.
const SIDE: usize = 16;

/// Side of the pattern on screen, in points.
pub(crate) const PATTERN_SIZE: f32 = 8.0;

/// The textures, created once.
pub(crate) struct Hatches([TextureHandle; 4]);

impl Hatches {
    pub fn new(ctx: &Context) -> Self {
        let load =
            |hatch| ctx.load_texture(format!("hatch-{hatch:?}"), image(hatch), TextureOptions::LINEAR_REPEAT);
        Self([Hatch::Rising, Hatch::Crossed, Hatch::Dotted, Hatch::Level].map(load))
    }

    /// The texture of a pattern.
    pub(crate) fn texture(&self, hatch: Hatch) -> TextureId {
        self.0[hatch as usize].id()
    }
}

fn image(hatch: Hatch) -> ColorImage {
    let mut image = ColorImage::filled([SIDE, SIDE], Color32::WHITE);
    let ink = colour(Hatch::INK);
    for y in 0..SIDE {
        for x in 0..SIDE {
            // Two repeats in each direction, so that the pattern is as dense as on paper.
            let (x8, y8) = (x % 8, y % 8);
            let rising = (x8 + y8) % 8 < 2;
            let falling = (x8 + 8 - y8) % 8 < 2;
            let on = match hatch {
                Hatch::Rising => rising,
                Hatch::Crossed => rising || falling,
                Hatch::Level => y8 == 3,
                Hatch::Dotted => (3..5).contains(&x8) && (3..5).contains(&y8),
            };
            if on {
                image.pixels[y * SIDE + x] = ink;
            }
        }
    }
    image
}
