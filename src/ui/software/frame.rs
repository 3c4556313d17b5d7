//! The shapes of a frame, sorted into tiles of the window: what is in a tile tells whether it looks as it did.

use std::hash::{Hash, Hasher};

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use egui::{Color32, Pos2};
use rustc_hash::FxHasher;

use super::area::{Area, Place};
use super::raster::{Rectangle, Rows, Triangle};
use super::texture::{Texture, Textures};

/// Width and height of a tile in pixels.
pub(super) const TILE: i32 = 64;

/// A rectangle or triangle of a mesh.
#[derive(Clone, Copy)]
struct Item {
    mesh: u32,
    /// Where its indices begin.
    first: u32,
    is_rectangle: bool,
}

/// A part of the window.
#[derive(Default)]
pub(super) struct Tile {
    /// What is in it, lowest first.
    items: Vec<Item>,
    /// Of everything that decides what it looks like.
    digest: u64,
    /// The same for what is on it.
    drawn: Option<u64>,
}

impl Tile {
    pub(super) fn is_stale(&self) -> bool {
        self.drawn != Some(self.digest)
    }

    fn add(&mut self, item: Item, digest: u64) {
        self.items.push(item);
        self.digest = (self.digest.rotate_left(7) ^ digest).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn empty(&mut self) {
        self.items.clear();
        self.digest = 0;
    }
}

/// All tiles, row by row.
#[derive(Default)]
pub(super) struct Tiles {
    pub(super) all: Vec<Tile>,
    pub(super) columns: usize,
    window: [i32; 2],
}

/// What the shapes are made of.
pub(super) struct Frame<'a> {
    primitives: &'a [ClippedPrimitive],
    textures: &'a Textures,
    pixels_per_point: f32,
    /// What is seen where nothing is drawn.
    background: Color32,
    /// Where the vertices of each primitive are: every one is asked for by several triangles and tiles.
    places: Vec<Vec<Option<Place>>>,
}

impl Tiles {
    /// For a window of this size, with nothing on them yet.
    pub(super) fn new(window: [i32; 2]) -> Self {
        let [columns, rows] = window.map(|pixels| (pixels.max(0) as usize).div_ceil(TILE as usize));
        let all = std::iter::repeat_with(Tile::default).take(columns * rows).collect();
        Self { all, columns, window }
    }

    /// The pixels of a tile.
    pub(super) fn area(&self, number: usize) -> Area {
        let (column, row) = ((number % self.columns) as i32, (number / self.columns) as i32);
        let area = Area::new(column * TILE, row * TILE, (column + 1) * TILE, (row + 1) * TILE);
        area.meet(self.whole())
    }

    pub(super) fn whole(&self) -> Area {
        Area::new(0, 0, self.window[0], self.window[1])
    }

    /// Sorts the shapes of a frame into them.
    pub(super) fn sort(&mut self, frame: &Frame<'_>) {
        for tile in &mut self.all {
            tile.empty();
            // Another background is another picture.
            tile.digest = u64::from(u32::from_le_bytes(frame.background.to_array()));
        }
        for number in 0..frame.primitives.len() {
            let Some(shapes) = frame.shapes(number) else { continue };
            let (mesh, texture) = (shapes.mesh, shapes.texture);
            let clip = shapes.clip.meet(self.whole());
            if clip.is_empty() {
                continue;
            }
            let mut of_mesh = FxHasher::default();
            (clip, mesh.texture_id, texture.version).hash(&mut of_mesh);
            let of_mesh = of_mesh.finish();
            let mut first = 0;
            while first + 3 <= mesh.indices.len() {
                let rectangle = shapes.rectangle(first);
                let is_rectangle = rectangle.is_some();
                let used = if is_rectangle { 6 } else { 3 };
                let item = Item { mesh: number as u32, first: first as u32, is_rectangle };
                let indices = &mesh.indices[first..first + used];
                first += used;
                let hides =
                    rectangle.as_ref().and_then(|r| r.plain(texture)).is_some_and(|colour| colour.a() == 255);
                let area = match rectangle {
                    Some(rectangle) => rectangle.area(),
                    None => match shapes.triangle(item.first as usize) {
                        Some(triangle) => triangle.area(),
                        None => continue,
                    },
                };
                let area = area.meet(clip);
                if !area.is_empty() {
                    self.put(item, area, hides, digest(of_mesh, mesh, indices));
                }
            }
        }
    }

    /// Into each tile it touches.
    fn put(&mut self, item: Item, area: Area, hides: bool, digest: u64) {
        for row in area.top / TILE..=(area.bottom - 1) / TILE {
            for column in area.left / TILE..=(area.right - 1) / TILE {
                let number = row as usize * self.columns + column as usize;
                if hides && area.holds(self.area(number)) {
                    self.all[number].empty();
                }
                self.all[number].add(item, digest);
            }
        }
    }

    /// Draws a tile from scratch into the rows it is in.
    pub(super) fn draw(&self, number: usize, frame: &Frame<'_>, rows: &mut Rows<'_>) {
        let area = self.area(number);
        rows.fill(area, frame.background);
        for item in &self.all[number].items {
            let Some(shapes) = frame.shapes(item.mesh as usize) else { continue };
            let (clip, first) = (shapes.clip.meet(area), item.first as usize);
            if !item.is_rectangle {
                shapes.triangle(first).into_iter().for_each(|shape| shape.draw(rows, clip, shapes.texture));
            } else if let Some(rectangle) = shapes.rectangle(first) {
                rectangle.draw(rows, clip, shapes.texture);
            }
        }
    }

    /// They look as they should now.
    pub(super) fn are_drawn(&mut self) {
        self.all.iter_mut().for_each(|tile| tile.drawn = Some(tile.digest));
    }
}

fn digest(of_mesh: u64, mesh: &Mesh, indices: &[u32]) -> u64 {
    let mut digest = FxHasher::default();
    digest.write_u64(of_mesh);
    for index in indices {
        let Vertex { pos, uv, color } = mesh.vertices[*index as usize];
        let pair = |at: Pos2| u64::from(at.x.to_bits()) << 32 | u64::from(at.y.to_bits());
        digest.write_u64(pair(pos));
        digest.write_u64(pair(uv));
        digest.write_u32(u32::from_le_bytes(color.to_array()));
    }
    digest.finish()
}

impl<'a> Frame<'a> {
    pub(super) fn new(
        primitives: &'a [ClippedPrimitive],
        textures: &'a Textures,
        pixels_per_point: f32,
        background: Color32,
    ) -> Self {
        let places = primitives.iter().map(|primitive| match &primitive.primitive {
            Primitive::Mesh(mesh) => {
                mesh.vertices.iter().map(|vertex| Place::of(vertex.pos, pixels_per_point)).collect()
            }
            Primitive::Callback(_) => Vec::new(),
        });
        Self { primitives, textures, pixels_per_point, background, places: places.collect() }
    }

    /// Those of a primitive that can be drawn. Nothing here asks to be drawn by code for a graphics card.
    fn shapes(&self, number: usize) -> Option<Shapes<'_>> {
        let ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) } = &self.primitives[number]
        else {
            return None;
        };
        let pixels = |points: f32| (points * self.pixels_per_point).round() as i32;
        let [left, top, right, bottom] =
            [clip_rect.min.x, clip_rect.min.y, clip_rect.max.x, clip_rect.max.y].map(pixels);
        Some(Shapes {
            mesh,
            texture: self.textures.get(mesh.texture_id)?,
            places: &self.places[number],
            clip: Area::new(left, top, right, bottom),
        })
    }
}

/// The triangles of a mesh.
struct Shapes<'a> {
    mesh: &'a Mesh,
    texture: &'a Texture,
    places: &'a [Option<Place>],
    /// The pixels that are not cut off.
    clip: Area,
}

impl Shapes<'_> {
    fn corner(&self, index: u32) -> Option<(Place, Vertex)> {
        let place = self.places.get(index as usize)?;
        Some(((*place)?, self.mesh.vertices[index as usize]))
    }

    fn triangle(&self, first: usize) -> Option<Triangle> {
        let &[a, b, c] = self.mesh.indices.get(first..first + 3)? else { return None };
        let [a, b, c] = [self.corner(a)?, self.corner(b)?, self.corner(c)?];
        Triangle::new([a.0, b.0, c.0], [a.1, b.1, c.1])
    }

    /// Two triangles that are one upright rectangle of one colour.
    fn rectangle(&self, first: usize) -> Option<Rectangle> {
        let &[a, b, c, d, e, f] = self.mesh.indices.get(first..first + 6)? else { return None };
        // The common edge, and the corners beside it.
        let (across, beside) = match () {
            () if (d, e) == (c, b) => ([b, c], [a, f]),
            () if (d, e) == (a, c) => ([a, c], [b, f]),
            () => return None,
        };
        let vertex = |index: u32| self.mesh.vertices.get(index as usize);
        let color = vertex(a)?.color;
        if [b, c, f].into_iter().any(|index| vertex(index).is_none_or(|vertex| vertex.color != color)) {
            return None;
        }
        let [p, q, r, s] = [across[0], across[1], beside[0], beside[1]].map(|index| self.corner(index));
        let (p, q, r, s) = (p?, q?, r?, s?);
        let lies = |at: Place, x: Place, y: Place| (at.x, at.y) == (x.x, y.y);
        let is_upright =
            (lies(r.0, p.0, q.0) && lies(s.0, q.0, p.0)) || (lies(r.0, q.0, p.0) && lies(s.0, p.0, q.0));
        let of = |at: (Place, Vertex), x: (Place, Vertex), y: (Place, Vertex)| {
            let u = if at.0.x == x.0.x { x.1.uv.x } else { y.1.uv.x };
            let v = if at.0.y == y.0.y { y.1.uv.y } else { x.1.uv.y };
            at.1.uv == Pos2::new(u, v)
        };
        if !is_upright || p.0.x == q.0.x || p.0.y == q.0.y || ![r, s].into_iter().all(|at| of(at, p, q)) {
            return None;
        }
        let all = [p, q, r, s];
        let first = all.into_iter().min_by_key(|(at, _)| (at.x, at.y))?;
        let last = all.into_iter().max_by_key(|(at, _)| (at.x, at.y))?;
        Some(Rectangle { places: [first.0, last.0], corners: [first.1, last.1] })
    }
}
