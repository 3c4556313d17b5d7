//! Paints any scene on screen: what a view lays out for a page, in the colours of the theme. What is under the
//! pointer is identified by the [`Datum`](crate::scene::Datum) of a node, so that views are linked without knowing
//! each other.
//!
//! A scene is laid out for the panel it is shown in, in points of the screen; in a panel of another size it is
//! scaled. Raster pictures are left out, since only the heading of a page has one.

mod hit;
mod place;
mod prepare;

use std::sync::Arc;

use egui::accesskit::Action as AccessAction;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, CursorIcon, FontFamily, FontId, Id, Key, Painter, Pos2, Rangef, Rect, Response, Role, Sense,
    Shape, Ui, Vec2, WidgetInfo, pos2,
};

use super::canvas::hatches::{Hatches, PATTERN_SIZE};
use super::fonts::semibold;
use super::theme::{TIP_WIDTH, Theme, line_width};
use crate::base::{Code, Vision};
use crate::scene::{Anchor, Node, Scene, Weight};

pub use place::Place;

use prepare::{Drawn, Inside, Item, Letters, Prepared};

/// How near to a shape the pointer must be, in points of the screen.
const REACH: f32 = 6.0;

/// The cache of the painter between frames.
#[derive(Default)]
pub struct SceneMemory {
    prepared: Option<Prepared>,
    hatches: Option<Hatches>,
    made: usize,
}

/// How a scene is displayed.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub vision: Vision,
    /// The territory pointed at, here or in another view.
    pub highlighted: Option<&'a Code>,
}

/// The tooltip for a territory's shape at a position of the scene.
pub(crate) type Tip<'a> = dyn Fn(&Code, Pos2) -> Option<String> + 'a;

/// Options besides painting.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// Which interactions it senses.
    pub sense: Sense,
    /// Its accessible name; by default the description of the scene.
    pub name: Option<&'a str>,
    /// The tooltip for the shape under the pointer, given its code and the position in the scene; where it returns
    /// nothing, the label of the shape's datum is used.
    pub tip: Option<&'a Tip<'a>>,
    /// Whether a territory pointed at is outlined wherever it is drawn, not only at its uppermost shape.
    pub everywhere: bool,
}

impl Default for Ask<'_> {
    fn default() -> Self {
        Self { sense: Sense::click(), name: None, tip: None, everywhere: false }
    }
}

/// The interactions with a scene.
pub struct PainterResponse {
    pub place: Place,
    /// The interaction with the scene as a whole.
    pub response: Response,
    /// The code of the shape under the pointer.
    pub pointed: Option<Code>,
    /// The code of the shape that was clicked, by pointer, keyboard or screen reader.
    pub clicked: Option<Code>,
}

/// Paints the scene in the available room, as large as its proportions allow.
pub fn show(ui: &mut Ui, scene: &Arc<Scene>, memory: &mut SceneMemory, look: Look<'_>) -> PainterResponse {
    show_with(ui, scene, memory, look, Ask::default())
}

/// As [`show`], with options.
pub(crate) fn show_with(
    ui: &mut Ui,
    scene: &Arc<Scene>,
    memory: &mut SceneMemory,
    look: Look<'_>,
    ask: Ask<'_>,
) -> PainterResponse {
    let room = ui.available_size();
    let (width, height) = (scene.width.0 as f32, scene.height.0 as f32);
    let scale = (room.x / width).min(room.y / height).max(0.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height) * scale, ask.sense);
    match ask.name {
        None => response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &scene.description)),
        Some(name) => {
            response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, name));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(&*scene.description));
        }
    }
    let place = Place { at: rect.min, scale };
    let prepared = memory.ready(ui, scene, look.vision);
    let painter = ui.painter_at(rect);
    prepared.paint(&painter, place, Rangef::new(0.0, height));
    let at = response.hover_pos().map(|at| place.back(at));
    let over = at.and_then(|at| prepared.prepared.over(at, REACH / scale));
    let mut clicked = over.filter(|_| response.clicked());
    let focused = prepared.named(ui, &response, place, &mut clicked);
    for highlighted in [over, look.highlighted.and_then(|code| prepared.prepared.target(code)), focused]
        .into_iter()
        .flatten()
    {
        let target = &prepared.prepared.targets[highlighted];
        let all = prepared.prepared.targets.iter().filter(|one| ask.everywhere && one.code == target.code);
        for one in all.chain([target]) {
            painter.extend(one.outline(place, (line_width::HOVER, Theme::of(ui).ink).into()));
        }
    }
    let code = |target: usize| prepared.prepared.targets[target].code.clone();
    let (pointed, clicked) = (over.map(code), clicked.map(code));
    if let Some((over, at)) = over.zip(at) {
        let target = &prepared.prepared.targets[over];
        let text = ask.tip.and_then(|tip| tip(&target.code, at));
        let label = text.unwrap_or_else(|| target.label.clone());
        response.clone().on_hover_cursor(CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(TIP_WIDTH);
            ui.label(label);
        });
    }
    PainterResponse { place, response, pointed, clicked }
}

/// Paints a few nodes, such as the symbol of a key, without caching them.
pub(crate) fn paint_nodes(ui: &Ui, nodes: &[Node], at: Pos2, vision: Vision) {
    let prepared = Prepared::of_nodes(nodes, Theme::of(ui), vision);
    let everywhere = Rangef::new(f32::NEG_INFINITY, f32::INFINITY);
    let place = Place { at, scale: 1.0 };
    Ready { prepared: &prepared, hatches: None }.paint(ui.painter(), place, everywhere);
}

impl SceneMemory {
    /// The codes of shapes whose centre is inside a rectangle of the scene, without repeats, in paint order.
    pub fn within(&self, rect: Rect) -> Vec<Code> {
        let targets = self.prepared.iter().flat_map(|prepared| &prepared.targets);
        let within = targets.filter(|target| target.is_first && rect.contains(target.bounds.center()));
        within.map(|target| target.code.clone()).collect()
    }

    /// The bounding box of a territory's uppermost shape in the scene.
    pub fn bounds(&self, code: &Code) -> Option<Rect> {
        let prepared = self.prepared.as_ref()?;
        prepared.target(code).map(|target| prepared.targets[target].bounds)
    }

    /// How often a scene was prepared: idle frames must not do it.
    pub fn times_made(&self) -> usize {
        self.made
    }

    /// The prepared scene, computed once per scene, theme and colour vision.
    pub(crate) fn ready(&mut self, ui: &Ui, scene: &Arc<Scene>, vision: Vision) -> Ready<'_> {
        let theme = Theme::of(ui);
        let cached = self.prepared.take().filter(|prepared| prepared.is_of(scene, theme, vision));
        let prepared = cached.unwrap_or_else(|| {
            self.made += 1;
            Prepared::new(scene, theme, vision)
        });
        let hatches = self.hatches.get_or_insert_with(|| Hatches::new(ui.ctx()));
        Ready { prepared: self.prepared.insert(prepared), hatches: Some(hatches) }
    }
}

/// A scene prepared for painting.
pub(crate) struct Ready<'a> {
    prepared: &'a Prepared,
    /// `None` if nothing has a pattern.
    hatches: Option<&'a Hatches>,
}

impl Ready<'_> {
    /// Paints the part between two heights of the scene; parts outside the painter's clip cost nothing.
    pub fn paint(&self, painter: &Painter, place: Place, rows: Rangef) {
        let seen = painter.clip_rect();
        let seen = Rect::from_min_max(place.back(seen.min), place.back(seen.max));
        let rows = Rect::from_x_y_ranges(f32::NEG_INFINITY..=f32::INFINITY, rows);
        let part = painter.with_clip_rect(painter.clip_rect().intersect(place.rect(rows)));
        for item in &self.prepared.items {
            if !(item.bounds.intersects(seen) && item.bounds.intersects(rows)) {
                continue;
            }
            match item.clip {
                None => self.item(&part, place, item),
                Some(clip) => {
                    let clip = part.clip_rect().intersect(place.rect(clip));
                    self.item(&part.with_clip_rect(clip), place, item);
                }
            }
        }
    }

    fn item(&self, painter: &Painter, place: Place, item: &Item) {
        let scaled = |points: &[Pos2]| points.iter().map(|at| place.point(*at)).collect::<Vec<_>>();
        match &item.drawn {
            Drawn::Disc { centre, radius, fill, stroke } => {
                painter.circle(place.point(*centre), radius * place.scale, *fill, place.stroke(*stroke));
            }
            Drawn::Convex { points, fill, stroke } => {
                painter.add(Shape::convex_polygon(scaled(points), *fill, place.stroke(*stroke)));
            }
            Drawn::Triangles { mesh, inside } => {
                let (colour, texture) = match inside {
                    Inside::Colour(colour) => (*colour, egui::TextureId::default()),
                    Inside::Hatch(hatch) => {
                        let texture = self.hatches.map(|hatches| hatches.texture(*hatch));
                        (Color32::WHITE, texture.unwrap_or_default())
                    }
                };
                let mut out = egui::Mesh::with_texture(texture);
                out.vertices.extend(mesh.vertices.iter().map(|[x, y]| {
                    let pos = place.point(pos2(*x, *y));
                    let uv = match inside {
                        Inside::Colour(_) => egui::epaint::WHITE_UV,
                        Inside::Hatch(_) => pos2(pos.x / PATTERN_SIZE, pos.y / PATTERN_SIZE),
                    };
                    egui::epaint::Vertex { pos, uv, color: colour }
                }));
                out.indices.extend(&mesh.triangles);
                painter.add(Shape::mesh(out));
            }
            Drawn::Line { points, closed, stroke } => {
                let (points, stroke) = (scaled(points), place.stroke(*stroke));
                painter.add(match closed {
                    true => Shape::closed_line(points, stroke),
                    false => Shape::line(points, stroke),
                });
            }
            Drawn::Letters(letters) => write(painter, place, letters),
        }
    }

    /// Gives each datum an accessible name and handles the keyboard and screen readers; returns the one with the
    /// focus.
    fn named(&self, ui: &Ui, whole: &Response, place: Place, clicked: &mut Option<usize>) -> Option<usize> {
        let mut focused = None;
        for (i, target) in self.prepared.targets.iter().enumerate() {
            if !target.is_first {
                continue;
            }
            let id: Id = whole.id.with(&target.code);
            let area = place.rect(target.bounds);
            // The pointer is handled by shapes, which these boxes would cover.
            let response = ui.interact(area, id, Sense::focusable_noninteractive());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &target.label));
            let pressed = response.has_focus()
                && ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
            let asked = ui.input(|input| input.has_accesskit_action_request(id, AccessAction::Click));
            if pressed || asked {
                *clicked = Some(i);
            }
            focused = focused.or(response.has_focus().then_some(i));
        }
        focused
    }
}

/// Draws a line of text as placed on the page: egui shapes it exactly as it was measured.
fn write(painter: &Painter, place: Place, letters: &Letters) {
    let family = match letters.weight {
        Weight::SemiBold => semibold(),
        Weight::Regular | Weight::Italic => FontFamily::Proportional,
    };
    let format = TextFormat {
        font_id: FontId::new(letters.size * place.scale, family),
        color: letters.colour,
        // The window has no italic font.
        italics: letters.weight == Weight::Italic,
        ..TextFormat::default()
    };
    // egui caches the layout of a text it has drawn before.
    let galley = painter.layout_job(LayoutJob::single_section(letters.content.clone(), format));
    let width = galley.size().x;
    let baseline = galley
        .rows
        .first()
        .map_or(0.0, |row| row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y));
    let at = place.point(letters.at);
    let left = at.x
        - match letters.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
    let corner = pos2(left, at.y - baseline);
    if let Some(halo) = letters.halo {
        let wide = letters.size * place.scale * HALO;
        for turn in 0..8 {
            let shift = Vec2::angled(turn as f32 * std::f32::consts::FRAC_PI_4) * wide;
            painter.galley_with_override_text_color(corner + shift, galley.clone(), halo);
        }
    }
    painter.galley(corner, galley, letters.colour);
}

/// Width of a halo, in multiples of the type size: half of the stroke on the page.
const HALO: f32 = 0.12;
