//! Triangles and rectangles to pixels. A pixel belongs to a shape if its centre is inside; a centre on an edge belongs to the
//! shape on its right or below, so that two shapes with a common edge cover each pixel along it exactly once.

use egui::Color32;
use egui::epaint::Vertex;

use super::area::{self, Area, Place, STEPS, first_pixel};
use super::blend::{opaque, over, tint};
use super::texture::Texture;

/// Whole rows of the picture.
pub(super) struct Rows<'a> {
    pub pixels: &'a mut [u32],
    pub width: usize,
    /// The first row.
    pub top: i32,
}

impl Rows<'_> {
    /// The pixels of a row from `left` up to `right`.
    fn span(&mut self, y: i32, left: i32, right: i32) -> &mut [u32] {
        let start = (y - self.top) as usize * self.width;
        &mut self.pixels[start + left as usize..start + right as usize]
    }

    pub(super) fn fill(&mut self, area: Area, colour: Color32) {
        for y in area.top..area.bottom {
            lay(self.span(y, area.left, area.right), colour);
        }
    }
}

/// One colour over all pixels.
fn lay(pixels: &mut [u32], colour: Color32) {
    match colour.a() {
        255 => pixels.fill(opaque(colour)),
        _ if colour == Color32::TRANSPARENT => {}
        _ => pixels.iter_mut().for_each(|pixel| *pixel = over(*pixel, colour)),
    }
}

/// A rectangle in one colour, with a part of a texture: its corners at the left above and at the right below.
pub(super) struct Rectangle {
    pub places: [Place; 2],
    pub corners: [Vertex; 2],
}

impl Rectangle {
    /// The pixels it covers.
    pub(super) fn area(&self) -> Area {
        let [from, to] = self.places;
        Area::new(first_pixel(from.x), first_pixel(from.y), first_pixel(to.x), first_pixel(to.y))
    }

    /// Its colour if it has only one.
    pub(super) fn plain(&self, texture: &Texture) -> Option<Color32> {
        let [from, to] = self.corners;
        (from.uv == to.uv).then(|| tint(texture.sample(from.uv.x, from.uv.y), from.color))
    }

    pub(super) fn draw(&self, rows: &mut Rows<'_>, clip: Area, texture: &Texture) {
        let area = self.area().meet(clip);
        if area.is_empty() {
            return;
        }
        if let Some(colour) = self.plain(texture) {
            return rows.fill(area, colour);
        }
        let colour = self.corners[0].color;
        let [width, height] = texture.size();
        let along = |from: f32, to: f32, texels: usize, start: i64, end: i64| {
            let step = f64::from(to - from) * texels as f64 * STEPS as f64 / (end - start) as f64;
            // In texels, at the centre of the pixel with number 0.
            (f64::from(from) * texels as f64 + (STEPS / 2 - start) as f64 / STEPS as f64 * step, step)
        };
        let ([from, to], [first, last]) = (self.places, self.corners);
        let (x0, dx) = along(first.uv.x, last.uv.x, width, from.x, to.x);
        let (y0, dy) = along(first.uv.y, last.uv.y, height, from.y, to.y);
        // Letters lie pixel on pixel.
        if let (Some(to_left), Some(up)) =
            (shift(x0, dx, texture.is_nearest()), shift(y0, dy, texture.is_nearest()))
            && area.left + to_left >= 0
            && area.top + up >= 0
            && (area.right + to_left) as usize <= width
            && (area.bottom + up) as usize <= height
        {
            for y in area.top..area.bottom {
                let texels = &texture.row((y + up) as usize)[(area.left + to_left) as usize..];
                for (pixel, texel) in rows.span(y, area.left, area.right).iter_mut().zip(texels) {
                    if *texel != Color32::TRANSPARENT {
                        *pixel = over(*pixel, tint(*texel, colour));
                    }
                }
            }
            return;
        }
        for y in area.top..area.bottom {
            let v = ((y0 + f64::from(y) * dy) / height as f64) as f32;
            for (x, pixel) in (area.left..).zip(rows.span(y, area.left, area.right)) {
                let u = ((x0 + f64::from(x) * dx) / width as f64) as f32;
                *pixel = over(*pixel, tint(texture.sample(u, v), colour));
            }
        }
    }
}

/// By how many pixels a texture is moved, if each of its pixels lies on one of the screen.
fn shift(at: f64, step: f64, is_nearest: bool) -> Option<i32> {
    /// Less is not seen: a step of one of 255 between black and white.
    const CLOSE: f64 = 1.0 / 256.0;
    /// No texture is larger.
    const FAR: f64 = 1e6;
    let whole = at.floor();
    let is_exact =
        at.abs() < FAR && (step - 1.0).abs() < 1e-4 && (is_nearest || (at - whole - 0.5).abs() < CLOSE);
    is_exact.then_some(whole as i32)
}

/// A triangle on its way to pixels.
pub(super) struct Triangle {
    places: [Place; 3],
    corners: [Vertex; 3],
}

impl Triangle {
    /// With its corners in clockwise order on screen; `None` if it has no surface.
    pub(super) fn new(mut places: [Place; 3], mut corners: [Vertex; 3]) -> Option<Self> {
        let [a, b, c] = places;
        match (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) {
            0 => return None,
            surface if surface < 0 => {
                places.swap(1, 2);
                corners.swap(1, 2);
            }
            _ => {}
        }
        Some(Self { places, corners })
    }

    /// The pixels of the rectangle around it.
    pub(super) fn area(&self) -> Area {
        let [a, b, c] = self.places;
        let least = |a: i64, b: i64, c: i64| first_pixel(a.min(b).min(c));
        // A centre on its last column or row is not inside, or on an edge that belongs to another.
        let most = |a: i64, b: i64, c: i64| first_pixel(a.max(b).max(c));
        Area::new(least(a.x, b.x, c.x), least(a.y, b.y, c.y), most(a.x, b.x, c.x), most(a.y, b.y, c.y))
    }

    pub(super) fn draw(&self, rows: &mut Rows<'_>, clip: Area, texture: &Texture) {
        let area = self.area().meet(clip);
        if area.is_empty() {
            return;
        }
        let [a, b, c] = self.places;
        let edges = [(a, b), (b, c), (c, a)].map(|(from, to)| Edge::new(from, to));
        let [p, q, r] = &self.corners;
        let is_one_texel = p.uv == q.uv && q.uv == r.uv;
        let is_one_colour = p.color == q.color && q.color == r.color;
        let texel = texture.sample(p.uv.x, p.uv.y);
        let plain = is_one_texel && is_one_colour;
        let paint = if plain { Paint::Plain(tint(texel, p.color)) } else { Paint::Planes(Planes::new(self)) };
        for y in area.top..area.bottom {
            let (mut left, mut right) = (i64::from(area.left), i64::from(area.right) - 1);
            edges.iter().for_each(|edge| edge.narrow(y, &mut left, &mut right));
            if left > right {
                continue;
            }
            let (left, right) = (left as i32, right as i32 + 1);
            let pixels = rows.span(y, left, right);
            match &paint {
                Paint::Plain(colour) => lay(pixels, *colour),
                Paint::Planes(planes) if is_one_texel => planes.colours(left, y, pixels, texel),
                Paint::Planes(planes) => planes.textured(left, y, pixels, texture),
            }
        }
    }
}

/// What a triangle is filled with.
enum Paint {
    Plain(Color32),
    Planes(Planes),
}

/// An edge, inside of which `constant - slope * x` is not negative at the centre of a pixel.
struct Edge {
    from: Place,
    dx: i64,
    dy: i64,
    /// 1 if a centre on the edge belongs to the neighbour.
    less: i64,
}

impl Edge {
    fn new(from: Place, to: Place) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        // Clockwise, an edge that goes up is on the left, and a level one that goes right is above.
        let is_own = dy < 0 || (dy == 0 && dx > 0);
        Self { from, dx, dy, less: i64::from(!is_own) }
    }

    /// Narrows the pixels of a row from `left` to `right`, inclusive, to those inside.
    fn narrow(&self, y: i32, left: &mut i64, right: &mut i64) {
        let down = i64::from(y) * STEPS + STEPS / 2 - self.from.y;
        let constant = self.dx * down - self.dy * (STEPS / 2 - self.from.x) - self.less;
        let slope = self.dy * STEPS;
        match slope {
            0 if constant < 0 => *right = *left - 1,
            0 => {}
            1.. => *right = (*right).min(floor(constant, slope)),
            _ => *left = (*left).max(-floor(constant, -slope)),
        }
    }
}

/// The largest whole number not above `a / b`. A division of fractions is several times as fast, and exact for numbers
/// below 2⁵²: the quotient is at least `1 / b` away from the next whole number, which is more than its rounding.
fn floor(a: i64, b: i64) -> i64 {
    if a.abs() < 1 << 52 { area::floor(a as f64 / b as f64) } else { a.div_euclid(b) }
}

/// Colour and place in the texture of each pixel of a triangle, which change evenly.
struct Planes {
    /// Red, green, blue, alpha, and the two directions of the texture: at the first corner, and per pixel to the right
    /// and down.
    values: [[f64; 3]; 6],
    /// The first corner in pixels.
    first: [f64; 2],
}

/// Colours have 16 binary places while they change.
const ONE: f64 = 65_536.0;

impl Planes {
    fn new(triangle: &Triangle) -> Self {
        let [a, b, c] = triangle.places;
        let pixels = |steps: i64| steps as f64 / STEPS as f64;
        let [bx, by, cx, cy] = [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y].map(pixels);
        let surface = bx * cy - by * cx;
        let all = triangle.corners.map(|corner| {
            let [r, g, b, a] = corner.color.to_array().map(f64::from);
            [r, g, b, a, f64::from(corner.uv.x), f64::from(corner.uv.y)]
        });
        let values = std::array::from_fn(|i| {
            let [at_a, at_b, at_c] = [all[0][i], all[1][i], all[2][i]];
            let (to_b, to_c) = (at_b - at_a, at_c - at_a);
            [at_a, (to_b * cy - to_c * by) / surface, (to_c * bx - to_b * cx) / surface]
        });
        Self { values, first: [pixels(a.x), pixels(a.y)] }
    }

    /// A value at the centre of a pixel.
    fn at(&self, i: usize, x: i32, y: i32) -> f64 {
        let [value, to_right, down] = self.values[i];
        value + (f64::from(x) + 0.5 - self.first[0]) * to_right + (f64::from(y) + 0.5 - self.first[1]) * down
    }

    /// The four channels at a pixel, and what is added per pixel.
    fn channels(&self, x: i32, y: i32) -> [[i32; 2]; 4] {
        std::array::from_fn(|i| {
            let half = 0.5;
            [((self.at(i, x, y) + half) * ONE) as i32, (self.values[i][1] * ONE) as i32]
        })
    }

    fn colours(&self, x: i32, y: i32, pixels: &mut [u32], texel: Color32) {
        let mut channels = self.channels(x, y);
        for pixel in pixels {
            *pixel = over(*pixel, tint(texel, step(&mut channels)));
        }
    }

    fn textured(&self, x: i32, y: i32, pixels: &mut [u32], texture: &Texture) {
        let mut channels = self.channels(x, y);
        let (mut u, mut v) = (self.at(4, x, y), self.at(5, x, y));
        for pixel in pixels {
            let texel = texture.sample(u as f32, v as f32);
            *pixel = over(*pixel, tint(texel, step(&mut channels)));
            u += self.values[4][1];
            v += self.values[5][1];
        }
    }
}

/// The colour at a pixel, and on to the next.
fn step(channels: &mut [[i32; 2]; 4]) -> Color32 {
    let [r, g, b, a] = channels.each_mut().map(|[value, add]| {
        let whole = (*value >> 16).clamp(0, 255) as u8;
        *value = value.wrapping_add(*add);
        whole
    });
    Color32::from_rgba_premultiplied(r, g, b, a)
}
