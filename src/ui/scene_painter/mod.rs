//! Any scene on the screen: what a view lays out for a page, painted in the colours of the theme. What the pointer is over
//! is found by the [`Datum`](crate::scene::Datum) of a node, so that views are linked without knowing each other.
//!
//! A scene is laid out for the panel it is shown in, in points of the screen; in a panel of another size it is scaled.
//! Pictures made of pixels are left out: only the heading of a page has one.

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

/// How far from a shape the pointer still is over it, in points of the screen.
const REACH: f32 = 6.0;

/// What the painter keeps between frames.
#[derive(Default)]
pub struct SceneMemory {
    prepared: Option<Prepared>,
    hatches: Option<Hatches>,
    made: usize,
}

/// How a scene is looked at.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub vision: Vision,
    /// What is pointed at, here or in another view.
    pub lit: Option<&'a Code>,
}

/// What is told of a territory's shape at a place of the scene.
pub type Tip<'a> = dyn Fn(&Code, Pos2) -> Option<String> + 'a;

/// What is asked of a scene besides being painted.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// What the pointer can do to it.
    pub sense: Sense,
    /// What it is called for who cannot see; where it has no name its description is one.
    pub name: Option<&'a str>,
    /// What is told at the pointer of the shape it is over, given whose it is and where in the scene the pointer is; the label
    /// of the shape's datum where it tells nothing.
    pub tip: Option<&'a Tip<'a>>,
}

impl Default for Ask<'_> {
    fn default() -> Self {
        Self { sense: Sense::click(), name: None, tip: None }
    }
}

/// What was done to a scene.
pub struct PainterResponse {
    pub place: Place,
    /// What the pointer did to the whole.
    pub response: Response,
    /// Whose shape the pointer is over.
    pub pointed: Option<Code>,
    /// Whose shape was clicked, by the pointer, the keyboard or a screen reader.
    pub clicked: Option<Code>,
}

/// Paints the scene in the room there is, as large as its proportions allow.
pub fn show(ui: &mut Ui, scene: &Arc<Scene>, memory: &mut SceneMemory, look: Look<'_>) -> PainterResponse {
    show_with(ui, scene, memory, look, Ask::default())
}

/// The same, asked for more.
pub fn show_with(
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
    for lit in [over, look.lit.and_then(|code| prepared.prepared.target(code)), focused].into_iter().flatten()
    {
        let target = &prepared.prepared.targets[lit];
        painter.extend(target.outline(place, (line_width::HOVER, Theme::of(ui).ink).into()));
    }
    let code = |target: usize| prepared.prepared.targets[target].code.clone();
    let (pointed, clicked) = (over.map(code), clicked.map(code));
    if let Some((over, at)) = over.zip(at) {
        let target = &prepared.prepared.targets[over];
        let told = ask.tip.and_then(|tip| tip(&target.code, at));
        let label = told.unwrap_or_else(|| target.label.clone());
        response.clone().on_hover_cursor(CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(TIP_WIDTH);
            ui.label(label);
        });
    }
    PainterResponse { place, response, pointed, clicked }
}

/// Paints a few nodes there, such as the sign of a key, which are worked out again each time.
pub fn paint_nodes(ui: &Ui, nodes: &[Node], at: Pos2, vision: Vision) {
    let prepared = Prepared::of_nodes(nodes, Theme::of(ui), vision);
    let everywhere = Rangef::new(f32::NEG_INFINITY, f32::INFINITY);
    let place = Place { at, scale: 1.0 };
    Ready { prepared: &prepared, hatches: None }.paint(ui.painter(), place, everywhere);
}

impl SceneMemory {
    /// Whose shapes have their middle within a rectangle of the scene, each once, in the order they are painted in.
    pub fn within(&self, rect: Rect) -> Vec<Code> {
        let targets = self.prepared.iter().flat_map(|prepared| &prepared.targets);
        let within = targets.filter(|target| target.is_first && rect.contains(target.bounds.center()));
        within.map(|target| target.code.clone()).collect()
    }

    /// The room that the uppermost shape of a territory takes in the scene.
    pub fn bounds(&self, code: &Code) -> Option<Rect> {
        let prepared = self.prepared.as_ref()?;
        prepared.target(code).map(|target| prepared.targets[target].bounds)
    }

    /// How often a scene was worked out: an idle frame must not.
    pub fn times_made(&self) -> usize {
        self.made
    }

    /// The scene ready to be painted: what it is made of is worked out once for a scene, a theme and a kind of eyes.
    pub fn ready(&mut self, ui: &Ui, scene: &Arc<Scene>, vision: Vision) -> Ready<'_> {
        let theme = Theme::of(ui);
        let kept = self.prepared.take().filter(|prepared| prepared.is_of(scene, theme, vision));
        let prepared = kept.unwrap_or_else(|| {
            self.made += 1;
            Prepared::new(scene, theme, vision)
        });
        let hatches = self.hatches.get_or_insert_with(|| Hatches::new(ui.ctx()));
        Ready { prepared: self.prepared.insert(prepared), hatches: Some(hatches) }
    }
}

/// A scene ready to be painted.
pub struct Ready<'a> {
    prepared: &'a Prepared,
    /// None where nothing has a pattern.
    hatches: Option<&'a Hatches>,
}

impl Ready<'_> {
    /// Paints what stands between two heights of the scene; what a painter does not show costs nothing.
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

    /// Gives each datum a name for who cannot see, and takes what the keyboard or a screen reader does to it; gives the
    /// one that has the keyboard.
    fn named(&self, ui: &Ui, whole: &Response, place: Place, clicked: &mut Option<usize>) -> Option<usize> {
        let mut focused = None;
        for (i, target) in self.prepared.targets.iter().enumerate() {
            if !target.is_first {
                continue;
            }
            let id: Id = whole.id.with(&target.code);
            let area = place.rect(target.bounds);
            // The pointer is followed by shapes, which these boxes would cover.
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

/// Writes a line of text where the page has it: egui shapes it as the page was measured.
fn write(painter: &Painter, place: Place, letters: &Letters) {
    let family = match letters.weight {
        Weight::SemiBold => semibold(),
        Weight::Regular | Weight::Italic => FontFamily::Proportional,
    };
    let format = TextFormat {
        font_id: FontId::new(letters.size * place.scale, family),
        color: letters.colour,
        // There is no italic cut in the window.
        italics: letters.weight == Weight::Italic,
        ..TextFormat::default()
    };
    // egui keeps the layout of a text it has drawn before.
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

/// Width of a halo, in sizes of its text: half of the page's stroke.
const HALO: f32 = 0.12;
