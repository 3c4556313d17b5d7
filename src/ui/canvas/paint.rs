//! From the map's triangles to egui's: positions are transformed and lines widened, nothing is tessellated.

use egui::epaint::{Mesh as PaintMesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect};

use crate::geo::mesh::{Mesh, Stroke, StrokeVertex};

use super::camera::ToScreen;
use super::geometry::Chunk;

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub colour: Color32,
    /// Width in points.
    pub width: f32,
    /// Width of the soft edge in points: one physical pixel.
    pub feather: f32,
}

/// Whether a chunk is visible on a part of the screen.
pub fn visible(chunk: &Chunk, to: ToScreen, screen: Rect) -> bool {
    let [west, south, east, north] = chunk.extent;
    west <= east && Rect::from_min_max(to.point([west, north]), to.point([east, south])).intersects(screen)
}

/// Adds the triangles of a chunk in one colour.
pub fn fill(out: &mut PaintMesh, mesh: &Mesh, chunk: &Chunk, to: ToScreen, colour: Color32) {
    let base = out.vertices.len() as u32;
    let first = chunk.vertices.start as u32;
    let vertex = |at: &[f32; 2]| Vertex { pos: to.point(*at), uv: WHITE_UV, color: colour };
    out.vertices.extend(mesh.vertices[chunk.vertices.clone()].iter().map(vertex));
    out.indices.extend(mesh.triangles[chunk.triangles.clone()].iter().map(|i| base + i - first));
}

/// Adds the triangles of a chunk, filled with a repeating pattern of this size in points that stays fixed on screen
/// while the map moves.
pub fn pattern(out: &mut PaintMesh, mesh: &Mesh, chunk: &Chunk, to: ToScreen, size: f32) {
    let base = out.vertices.len() as u32;
    let first = chunk.vertices.start as u32;
    let vertex = |at: &[f32; 2]| {
        let pos = to.point(*at);
        Vertex { pos, uv: Pos2::new(pos.x / size, pos.y / size), color: Color32::WHITE }
    };
    out.vertices.extend(mesh.vertices[chunk.vertices.clone()].iter().map(vertex));
    out.indices.extend(mesh.triangles[chunk.triangles.clone()].iter().map(|i| base + i - first));
}

/// A whole mesh as one chunk.
pub fn whole(mesh: &Mesh) -> Chunk {
    Chunk {
        extent: [f32::MIN, f32::MIN, f32::MAX, f32::MAX],
        vertices: 0..mesh.vertices.len(),
        triangles: 0..mesh.triangles.len(),
    }
}

/// A whole ribbon as one chunk.
pub(crate) fn whole_stroke(stroke: &Stroke) -> Chunk {
    Chunk {
        extent: [f32::MIN, f32::MIN, f32::MAX, f32::MAX],
        vertices: 0..stroke.vertices.len(),
        triangles: 0..stroke.triangles.len(),
    }
}

/// Adds a chunk of ribbon as a line with soft edges: four vertices across, the outer two transparent.
pub fn line(out: &mut PaintMesh, stroke: &Stroke, chunk: &Chunk, to: ToScreen, line: Line) {
    let base = out.vertices.len() as u32;
    let first = chunk.vertices.start as u32;
    let core = ((line.width - line.feather) / 2.0).max(0.0);
    let edge = core + line.feather;
    // A line thinner than a pixel is drawn one pixel wide and fainter.
    let strength = (line.width / line.feather).min(1.0);
    let colour = line.colour.gamma_multiply(strength);
    // The left and right vertices of a point mirror each other, so the left one determines both.
    for pair in stroke.vertices[chunk.vertices.clone()].chunks_exact(2) {
        let StrokeVertex { at, normal: [x, y] } = pair[0];
        let at = to.point(at);
        for (distance, color) in
            [(edge, Color32::TRANSPARENT), (core, colour), (-core, colour), (-edge, Color32::TRANSPARENT)]
        {
            // On screen y points down.
            let pos = Pos2::new(at.x + x * distance, at.y - y * distance);
            out.vertices.push(Vertex { pos, uv: WHITE_UV, color });
        }
    }
    // Six indices per segment, starting with the left vertex of its first point.
    for segment in stroke.triangles[chunk.triangles.clone()].chunks_exact(6) {
        let a = base + (segment[0] - first) * 2;
        let b = a + 4;
        for across in 0..3 {
            let [a0, a1, b0, b1] = [a + across, a + across + 1, b + across, b + across + 1];
            out.indices.extend([a0, a1, b0, b0, a1, b1]);
        }
    }
}
