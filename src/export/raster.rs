//! Rasterises a scene.
//!
//! The result is the same as that of the SVG, but without writing it and parsing it again; a test compares the two
//! (`tests/it/drawing.rs`). Only embedded pictures go through the SVG renderer.

use std::sync::Arc;

use resvg::tiny_skia;
use resvg::usvg::Tree;
use vello_cpu::color::PremulRgba8;
use vello_cpu::kurbo::{Affine, BezPath, Cap, Circle, Rect, Shape, Stroke};
use vello_cpu::peniko::{Color, Fill as Rule, ImageQuality, ImageSampler};
use vello_cpu::{
    Image as Paint, ImageSource, Level, Pixmap, PixmapMut, RenderContext, RenderSettings, Resources,
};

use crate::base::Rgb;
use crate::scene::{Fill, Geometry, Image, Node, Path, Scene, TextRun};

use super::bounds::{bounds, rows};
use super::error::ExportError;
use super::outline::outline;
use super::pattern::Pattern;
use super::reading::reading;
use super::stroke::Stroker;
use super::svg::{HALO, clip, part};

/// The most pixels a picture may have: A0 at 150 dpi, a quarter of a gigabyte in memory.
const MAX_PIXELS: f64 = 70e6;

/// The largest deviation of the curves that approximate a circle, in points.
const ROUNDNESS: f64 = 0.01;

/// The largest deviation of the segments that approximate the edge of a line, in pixels.
const FLATNESS: f64 = 0.1;

/// How many rows of a large picture are drawn at a time: their pixels stay in the cache, and getting memory for all
/// of them from the system would take longer than drawing some shapes twice. A multiple of vello's four.
const BAND: u16 = 512;

/// The page as opaque pixels of four bytes each.
///
/// # Errors
/// [`ExportError::TooManyPixels`], and where a picture on the page cannot be read.
pub fn draw(scene: &Scene, width: f64, height: f64) -> Result<Vec<u8>, ExportError> {
    let size = size(width, height)?;
    let mut rgba = vec![0; bytes(size)];
    Painter::new(scene, [width, height], size).render(&mut rgba)?;
    Ok(rgba)
}

/// The page as [`draw`] draws it, but right only within these rectangles of whole pixels.
///
/// # Errors
/// As [`draw`].
pub fn draw_parts(scene: &Scene, width: f64, height: f64, parts: &[Rect]) -> Result<Vec<u8>, ExportError> {
    let size = size(width, height)?;
    let mut rgba = vec![0; bytes(size)];
    let mut painter = Painter::new(scene, [width, height], size);
    painter.asked = Asked::Parts(parts);
    painter.render(&mut rgba)?;
    Ok(rgba)
}

/// The page as [`draw`] draws it, in bands of rows from the top.
///
/// # Errors
/// As [`draw`].
pub fn draw_bands(
    scene: &Scene,
    width: f64,
    height: f64,
    mut each: impl FnMut(&[u8]),
) -> Result<(), ExportError> {
    let (across, down) = size(width, height)?;
    let mut painter = Painter::new(scene, [width, height], (across, BAND.min(down)));
    let mut rgba = vec![0; bytes((across, BAND.min(down)))];
    for top in (0..down).step_by(usize::from(BAND)) {
        let rows = BAND.min(down - top);
        painter.top = f64::from(top);
        painter.asked = Asked::Rows([f64::from(top), f64::from(top + rows)]);
        painter.context.reset_and_resize(across, rows);
        let band = &mut rgba[..bytes((across, rows))];
        painter.render(band)?;
        each(band);
    }
    Ok(())
}

/// Width and height as the renderer takes them.
fn size(width: f64, height: f64) -> Result<(u16, u16), ExportError> {
    let side = |pixels: f64| (1.0..=f64::from(u16::MAX)).contains(&pixels).then_some(pixels as u16);
    let sides = Option::zip(side(width), side(height)).filter(|_| width * height <= MAX_PIXELS);
    sides.ok_or(ExportError::TooManyPixels { width, height })
}

fn bytes((across, down): (u16, u16)) -> usize {
    usize::from(across) * usize::from(down) * 4
}

/// The instruction set to draw with. The widest one of x86-64 (AVX2) rounds a multiply-add once and others twice, so
/// with it a few pixels would depend on the processor.
fn level() -> Level {
    #[cfg(target_arch = "x86_64")]
    if let Some(level) = Level::try_detect().and_then(Level::as_sse4_2).map(Level::Sse4_2) {
        return level;
    }
    Level::baseline()
}

struct Painter<'a> {
    scene: &'a Scene,
    context: RenderContext,
    /// Pixels per point, horizontally and vertically.
    fit: [f64; 2],
    /// The row of the picture that is drawn uppermost.
    top: f64,
    asked: Asked<'a>,
    /// The current path, kept to reuse its memory.
    path: BezPath,
    stroker: Stroker,
}

/// Which pixels have to be right. What does not reach them is not drawn.
enum Asked<'a> {
    All,
    /// From the first row to before the second one.
    Rows([f64; 2]),
    /// Within these rectangles.
    Parts(&'a [Rect]),
}

impl<'a> Painter<'a> {
    /// Draws the page, which is `width` × `height` pixels large, on a picture of `size`.
    fn new(scene: &'a Scene, [width, height]: [f64; 2], (across, down): (u16, u16)) -> Self {
        let settings = RenderSettings { level: level(), num_threads: 0 };
        Self {
            scene,
            context: RenderContext::new_with(across, down, settings),
            fit: [width / scene.width.0, height / scene.height.0],
            top: 0.0,
            asked: Asked::All,
            path: BezPath::new(),
            stroker: Stroker::default(),
        }
    }

    /// Draws what is asked for on `rgba`, which has room for the picture.
    fn render(&mut self, rgba: &mut [u8]) -> Result<(), ExportError> {
        let [along, down] = self.fit;
        self.context
            .set_transform(Affine::translate((0.0, -self.top)) * Affine::scale_non_uniform(along, down));
        let Scene { width, height, background, nodes, .. } = self.scene;
        self.context.set_paint(colour(*background, 1.0));
        self.context.fill_rect(&Rect::new(0.0, 0.0, width.0, height.0));
        self.nodes(nodes)?;
        let (across, down) = (self.context.width(), self.context.height());
        let target = PixmapMut::new(across, down, rgba).expect("a buffer of the picture's size");
        self.context.render(target, &mut Resources::new());
        Ok(())
    }

    fn nodes(&mut self, nodes: &[Node]) -> Result<(), ExportError> {
        for run in nodes.chunk_by(|a, b| clip(a) == clip(b)) {
            let cut = run.first().and_then(clip);
            if let Some(cut) = cut {
                self.context.push_clip_path(&self.whole_pixels(cut).to_path(ROUNDNESS));
            }
            run.iter().try_for_each(|node| self.node(node))?;
            if cut.is_some() {
                self.context.pop_clip_path();
            }
        }
        Ok(())
    }

    /// A box rounded to whole pixels, so that clipped edges are sharp.
    fn whole_pixels(&self, [x, y, width, height]: [f64; 4]) -> Rect {
        let [along, down] = self.fit;
        let nearest = |at: f64, fit: f64| (at * fit).round() / fit;
        Rect::new(nearest(x, along), nearest(y, down), nearest(x + width, along), nearest(y + height, down))
    }

    /// Whether a node may draw on pixels that are asked for. An edge blends into the next pixel.
    fn is_asked(&self, node: &Node) -> bool {
        let [along, down] = self.fit;
        match self.asked {
            Asked::All => true,
            Asked::Rows([top, bottom]) => {
                let [upper, lower] = rows(node).map(|y| y * down);
                upper - 1.0 < bottom && top < lower + 1.0
            }
            Asked::Parts(parts) => {
                let Rect { x0, y0, x1, y1 } = bounds(node);
                let pixels = Rect::new(x0 * along, y0 * down, x1 * along, y1 * down).inflate(1.0, 1.0);
                parts.iter().any(|part| part.overlaps(pixels))
            }
        }
    }

    fn node(&mut self, node: &Node) -> Result<(), ExportError> {
        if !self.is_asked(node) {
            return Ok(());
        }
        match node {
            Node::Group(group) => return self.nodes(&group.nodes),
            Node::Path(path) => self.path(path),
            Node::Text(run) => self.text(run),
            Node::Image(image) => self.image(node, image)?,
        }
        Ok(())
    }

    fn path(&mut self, shape: &Path) {
        self.trace(&shape.geometry);
        match shape.fill {
            None => {}
            Some(Fill::Solid(solid)) => self.fill(colour(solid, 1.0)),
            Some(Fill::Translucent(solid, opacity)) => self.fill(colour(solid, opacity)),
            Some(fill) => {
                if let Some(pattern) = Pattern::of(fill) {
                    self.fill_with(pattern);
                }
            }
        }
        if let Some(stroke) = shape.stroke {
            self.stroke(stroke.colour, stroke.width);
        }
    }

    /// Builds the path from the outline of a shape.
    fn trace(&mut self, geometry: &Geometry) {
        self.path.truncate(0);
        match geometry {
            Geometry::Circle { centre: [x, y], radius } => {
                self.path.extend(Circle::new((*x, *y), *radius).path_elements(ROUNDNESS));
            }
            Geometry::Rings(lines) => self.trace_lines(lines, true),
            Geometry::Lines(lines) => self.trace_lines(lines, false),
        }
    }

    fn trace_lines(&mut self, lines: &[Vec<[f64; 2]>], closed: bool) {
        for line in lines {
            let Some((first, rest)) = line.split_first() else { continue };
            self.path.move_to((first[0], first[1]));
            rest.iter().for_each(|[x, y]| self.path.line_to((*x, *y)));
            if closed {
                self.path.close_path();
            }
        }
    }

    fn fill(&mut self, colour: Color) {
        self.context.set_fill_rule(Rule::EvenOdd);
        self.context.set_paint(colour);
        self.context.fill_path(&self.path);
    }

    /// Fills the current path with a pattern.
    fn fill_with(&mut self, pattern: Pattern) {
        let Rect { x0, y0, x1, y1 } = self.path.control_box();
        self.fill(colour(Rgb::WHITE, 1.0));
        self.context.push_clip_path(&self.path);
        for marks in pattern.marks() {
            let mut lines = BezPath::new();
            for [from, to] in marks.over([x0, y0, x1, y1]) {
                lines.move_to((from[0], from[1]));
                lines.line_to((to[0], to[1]));
            }
            self.context.set_paint(colour(marks.ink, 1.0));
            self.context.set_stroke(Stroke::new(marks.width).with_caps(Cap::Butt));
            self.context.stroke_path(&lines);
        }
        self.context.pop_clip_path();
    }

    fn stroke(&mut self, ink: Rgb, width: f64) {
        self.stroker.stroke(&self.path, width, FLATNESS / self.fit[0]);
        self.context.set_fill_rule(Rule::NonZero);
        self.context.set_paint(colour(ink, 1.0));
        self.context.fill_path(&self.stroker.area);
    }

    /// The halo goes under the letters, so that it never eats into them.
    fn text(&mut self, run: &TextRun) {
        self.path = outline(run);
        if let Some(halo) = run.halo {
            self.stroke(halo, run.size * HALO);
        }
        self.context.set_fill_rule(Rule::NonZero);
        self.context.set_paint(colour(run.colour, 1.0));
        self.context.fill_path(&self.path);
    }

    /// Renders the picture as SVG over the pixels it covers and composites it onto the page.
    fn image(&mut self, node: &Node, image: &Image) -> Result<(), ExportError> {
        let [along, down] = self.fit;
        let page = [self.scene.width.0 * along, self.scene.height.0 * down].map(f64::round);
        let pixel = |at: f64, fit: f64, most: f64| (at * fit).clamp(0.0, most);
        let left = pixel(image.x, along, page[0]).floor();
        let top = pixel(image.y, down, page[1]).floor();
        let width = pixel(image.x + image.width, along, page[0]).ceil() - left;
        let height = pixel(image.y + image.height, down, page[1]).ceil() - top;
        let Some(mut drawn) = tiny_skia::Pixmap::new(width as u32, height as u32) else { return Ok(()) };
        let tree = Tree::from_str(&part(self.scene, std::slice::from_ref(node)), &reading())?;
        let scale = tiny_skia::Transform::from_scale(
            page[0] as f32 / tree.size().width(),
            page[1] as f32 / tree.size().height(),
        );
        resvg::render(&tree, scale.post_translate(-left as f32, -top as f32), &mut drawn.as_mut());
        let (pixels, _) = drawn.data().as_chunks::<4>();
        let pixels = pixels.iter().map(|&[r, g, b, a]| PremulRgba8 { r, g, b, a }).collect();
        let pixels = Pixmap::from_parts(pixels, width as u16, height as u16);
        let transform = *self.context.transform();
        self.context.set_transform(Affine::translate((left, top - self.top)));
        self.context.set_paint(Paint {
            image: ImageSource::Pixmap(Arc::new(pixels)),
            sampler: ImageSampler { quality: ImageQuality::Low, ..ImageSampler::default() },
        });
        self.context.fill_rect(&Rect::new(0.0, 0.0, width, height));
        self.context.set_transform(transform);
        Ok(())
    }
}

fn colour(Rgb(red, green, blue): Rgb, opacity: f64) -> Color {
    Color::from_rgb8(red, green, blue).with_alpha(opacity as f32)
}
