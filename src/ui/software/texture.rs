//! Textures: the letters, and pictures.

use egui::epaint::textures::{TextureFilter, TextureOptions, TextureWrapMode, TexturesDelta};
use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, TextureId};
use rustc_hash::FxHashMap;

use super::area::floor;

pub(super) struct Texture {
    size: [usize; 2],
    pixels: Vec<Color32>,
    options: TextureOptions,
    /// Another number after each change.
    pub(super) version: u64,
}

impl Texture {
    /// Width and height, at least one each.
    pub(super) fn size(&self) -> [usize; 2] {
        self.size
    }

    /// Whether what is drawn at the size it has is drawn as it is, wherever its pixels lie between those of the screen.
    pub(super) fn is_nearest(&self) -> bool {
        self.options.magnification == TextureFilter::Nearest
    }

    /// A row of it.
    pub(super) fn row(&self, y: usize) -> &[Color32] {
        &self.pixels[y * self.size[0]..][..self.size[0]]
    }

    fn texel(&self, x: i64, y: i64) -> Color32 {
        let at = |i: i64, n: usize| {
            let n = n as i64;
            match self.options.wrap_mode {
                TextureWrapMode::ClampToEdge => i.clamp(0, n - 1),
                TextureWrapMode::Repeat => i.rem_euclid(n),
                TextureWrapMode::MirroredRepeat => {
                    let i = i.rem_euclid(2 * n);
                    i.min(2 * n - 1 - i)
                }
            }
        };
        self.pixels[at(y, self.size[1]) as usize * self.size[0] + at(x, self.size[0]) as usize]
    }

    /// Its colour at a place, of which (0, 0) is one corner and (1, 1) the other.
    pub(super) fn sample(&self, u: f32, v: f32) -> Color32 {
        if (u, v) == (0.0, 0.0) && self.options.wrap_mode == TextureWrapMode::ClampToEdge {
            // Whatever is not textured is drawn with this pixel of the letters, a white one.
            return self.pixels[0];
        }
        let [x, y] = [u * self.size[0] as f32, v * self.size[1] as f32].map(|at| at.clamp(-1e9, 1e9));
        if self.is_nearest() {
            return self.texel(floor(x.into()), floor(y.into()));
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (floor(x.into()), floor(y.into()));
        // In 256ths: as fine as graphics cards have it.
        let [to_right, down] = [x - left as f32, y - top as f32].map(|part| (part * 256.0) as u32);
        let corners = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(x, y)| self.texel(left + x, top + y));
        let [a, b, c, d] = corners.map(|corner| corner.to_array());
        if corners[1..].iter().all(|corner| *corner == corners[0]) {
            return corners[0];
        }
        let mixed = |i: usize| {
            let along = |p: u8, q: u8| u32::from(p) * (256 - to_right) + u32::from(q) * to_right;
            let sum = along(a[i], b[i]) * (256 - down) + along(c[i], d[i]) * down;
            ((sum + (1 << 15)) >> 16) as u8
        };
        Color32::from_rgba_premultiplied(mixed(0), mixed(1), mixed(2), mixed(3))
    }

    /// Puts an image where the change says.
    fn change(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        match delta.pos {
            None => {
                (self.size, self.options) = (image.size, delta.options);
                self.pixels.clone_from(&image.pixels);
            }
            Some([left, top]) => {
                let fits = left + width <= self.size[0] && top + height <= self.size[1];
                for y in (0..height).take_while(|_| fits) {
                    let to = (top + y) * self.size[0] + left;
                    self.pixels[to..to + width].copy_from_slice(&image.pixels[y * width..(y + 1) * width]);
                }
            }
        }
    }
}

#[derive(Default)]
pub(super) struct Textures {
    all: FxHashMap<TextureId, Texture>,
    changes: u64,
}

impl Textures {
    pub(super) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.all.get(&id).filter(|texture| !texture.pixels.is_empty())
    }

    /// Before a frame is painted.
    pub(super) fn set(&mut self, delta: &TexturesDelta) {
        for (id, deltas) in &delta.set {
            self.changes += 1;
            let texture = self.all.entry(*id).or_insert_with(|| Texture {
                size: [0, 0],
                pixels: Vec::new(),
                options: TextureOptions::default(),
                version: 0,
            });
            texture.version = self.changes;
            deltas.iter().for_each(|delta| texture.change(delta));
        }
    }

    /// After a frame was painted.
    pub(super) fn free(&mut self, delta: &TexturesDelta) {
        delta.free.iter().for_each(|id| {
            self.all.remove(id);
        });
    }
}
