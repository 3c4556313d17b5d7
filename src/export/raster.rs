//! Rasterises a scene.
//!
//! The result is the same as that of the SVG, but without writing it and parsing it again; a test compares the two
//! (`tests/it/drawing.rs`). Only embedded pictures go through the SVG renderer.

use std::sync::Arc;

use resvg::tiny_skia;
use resvg::usvg::Tree;
use vello_cpu::color::PremulRgba8;
use vello_cpu::kurbo::{Affine, BezPath, Cap, Circle, Join, Rect, Shape, Stroke, flatten};
use vello_cpu::peniko::{Color, Fill as Rule, ImageQuality, ImageSampler};
use vello_cpu::{
    Image as Paint, ImageSource, Level, Pixmap, PixmapMut, RenderContext, RenderSettings, Resources,
};

use crate::base::Rgb;
use crate::scene::{Fill, Geometry, Image, Node, Path, Scene, TextRun};

use super::error::ExportError;
use super::outline::outline;
use super::pattern::Pattern;
use super::reading::reading;
use super::svg::{HALO, clip, part};

/// The most pixels a picture may have: A0 at 150 dpi, a quarter of a gigabyte in memory.
const MAX_PIXELS: f64 = 70e6;

/// The largest deviation of the curves that approximate a circle, in points.
const ROUNDNESS: f64 = 0.01;

/// The largest deviation of the line segments that approximate a glyph, in pixels.
const FLATNESS: f64 = 0.1;

/// The page as opaque pixels of four bytes each.
///
/// # Errors
/// [`ExportError::TooManyPixels`], and where a picture on the page cannot be read.
pub fn draw(scene: &Scene, width: f64, height: f64) -> Result<Vec<u8>, ExportError> {
    let side = |pixels: f64| (1.0..=f64::from(u16::MAX)).contains(&pixels).then_some(pixels as u16);
    let sides = Option::zip(side(width), side(height)).filter(|_| width * height <= MAX_PIXELS);
    let (across, down) = sides.ok_or(ExportError::TooManyPixels { width, height })?;
    let settings = RenderSettings { level: level(), num_threads: 0 };
    let mut painter = Painter {
        scene,
        context: RenderContext::new_with(across, down, settings),
        fit: [width / scene.width.0, height / scene.height.0],
        path: BezPath::new(),
    };
    painter.page()?;
    let mut rgba = vec![0; usize::from(across) * usize::from(down) * 4];
    let target = PixmapMut::new(across, down, &mut rgba).expect("a buffer of the picture's size");
    painter.context.render(target, &mut Resources::new());
    Ok(rgba)
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
    /// The current path, kept to reuse its memory.
    path: BezPath,
}

impl Painter<'_> {
    fn page(&mut self) -> Result<(), ExportError> {
        let [along, down] = self.fit;
        self.context.set_transform(Affine::scale_non_uniform(along, down));
        let Scene { width, height, background, nodes, .. } = self.scene;
        self.context.set_paint(colour(*background, 1.0));
        self.context.fill_rect(&Rect::new(0.0, 0.0, width.0, height.0));
        self.nodes(nodes)
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

    fn node(&mut self, node: &Node) -> Result<(), ExportError> {
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
        self.context.set_paint(colour(ink, 1.0));
        self.context.set_stroke(Stroke::new(width).with_join(Join::Round).with_caps(Cap::Butt));
        self.context.stroke_path(&self.path);
    }

    /// The halo goes under the letters, so that it never eats into them.
    fn text(&mut self, run: &TextRun) {
        let letters = outline(run);
        if let Some(halo) = run.halo {
            // As straight segments: many curves side by side are slow to rasterise.
            self.path.truncate(0);
            flatten(&letters, FLATNESS / self.fit[0], |element| self.path.push(element));
            self.stroke(halo, run.size * HALO);
        }
        self.path = letters;
        self.context.set_fill_rule(Rule::NonZero);
        self.context.set_paint(colour(run.colour, 1.0));
        self.context.fill_path(&self.path);
    }

    /// Renders the picture as SVG over the pixels it covers and composites it onto the page.
    fn image(&mut self, node: &Node, image: &Image) -> Result<(), ExportError> {
        let [along, down] = self.fit;
        let (page_width, page_height) = (self.context.width(), self.context.height());
        let pixel = |at: f64, fit: f64, most: u16| (at * fit).clamp(0.0, f64::from(most));
        let left = pixel(image.x, along, page_width).floor();
        let top = pixel(image.y, down, page_height).floor();
        let width = pixel(image.x + image.width, along, page_width).ceil() - left;
        let height = pixel(image.y + image.height, down, page_height).ceil() - top;
        let Some(mut drawn) = tiny_skia::Pixmap::new(width as u32, height as u32) else { return Ok(()) };
        let tree = Tree::from_str(&part(self.scene, std::slice::from_ref(node)), &reading())?;
        let scale = tiny_skia::Transform::from_scale(
            f32::from(page_width) / tree.size().width(),
            f32::from(page_height) / tree.size().height(),
        );
        resvg::render(&tree, scale.post_translate(-left as f32, -top as f32), &mut drawn.as_mut());
        let (pixels, _) = drawn.data().as_chunks::<4>();
        let pixels = pixels.iter().map(|&[r, g, b, a]| PremulRgba8 { r, g, b, a }).collect();
        let pixels = Pixmap::from_parts(pixels, width as u16, height as u16);
        let page = *self.context.transform();
        self.context.set_transform(Affine::translate((left, top)));
        self.context.set_paint(Paint {
            image: ImageSource::Pixmap(Arc::new(pixels)),
            sampler: ImageSampler { quality: ImageQuality::Low, ..ImageSampler::default() },
        });
        self.context.fill_rect(&Rect::new(0.0, 0.0, width, height));
        self.context.set_transform(page);
        Ok(())
    }
}

fn colour(Rgb(red, green, blue): Rgb, opacity: f64) -> Color {
    Color::from_rgb8(red, green, blue).with_alpha(opacity as f32)
}
