//! Scale bar and north arrow.

use egui::{FontId, Painter, Pos2, Rect, Shape, pos2, vec2};

use crate::engine::State;
use crate::figure::round_down;
use crate::i18n::{self, Lang};
use crate::ui::theme::{RADIUS, SPACE, Theme, text_size};

use super::camera::Camera;

/// Opacity of the background behind them.
const COVER: f32 = 0.85;
/// Height of the arrow.
const ARROW: f32 = 17.0;

/// The scale bar of a scale: its length on the screen and its label.
fn bar(camera: &Camera, lang: Lang) -> (f32, String) {
    let metres = round_down(110.0 / camera.scale);
    let (amount, unit) = if metres >= 1000.0 { (metres / 1000.0, "km") } else { (metres, "m") };
    ((metres * camera.scale) as f32, format!("{} {unit}", i18n::compact_number(lang, amount, 2)))
}

/// What they cover: no name is drawn there.
pub fn rooms(camera: &Camera, screen: Rect, lang: Lang) -> [Rect; 2] {
    let (length, _) = bar(camera, lang);
    let (corner, top) = (screen.left_bottom(), screen.right_top());
    let height = SPACE[2] + 2.0 * SPACE[0] + text_size::SMALL * 1.5;
    let arrow = vec2(-SPACE[3] - SPACE[2], SPACE[2] + ARROW + text_size::SMALL * 1.5 + SPACE[0]);
    [
        Rect::from_two_pos(corner, corner + vec2(SPACE[2] + length + SPACE[0], -height)),
        Rect::from_two_pos(top, top + arrow),
    ]
}

/// Draws them in the lower left and upper right corners, each on a background of its own, because close up any colour
/// may be below them.
pub fn paint(painter: &Painter, camera: &Camera, screen: Rect, state: &State, theme: &Theme) {
    let lang = state.settings.lang;
    let (length, label) = bar(camera, lang);
    let font = FontId::proportional(text_size::SMALL);
    let write = |text: String| painter.layout_no_wrap(text, font.clone(), theme.ink);
    let background = |room: Rect| {
        painter.rect_filled(room.expand(SPACE[0]), f32::from(RADIUS), theme.card.gamma_multiply(COVER));
    };

    let corner = screen.left_bottom() + vec2(SPACE[2], -SPACE[2]);
    let end = corner + vec2(length, 0.0);
    let label = write(label);
    let size = label.size();
    let at = pos2(corner.x + (length - size.x) / 2.0, corner.y - SPACE[0] - size.y);
    background(Rect::from_min_size(at, size).union(Rect::from_two_pos(corner, end)));
    let tick = vec2(0.0, -4.0);
    painter.line(vec![corner + tick, corner, end, end + tick], (1.2, theme.ink));
    painter.galley(at, label, theme.ink);

    let top = screen.right_top() + vec2(-SPACE[3], SPACE[2]);
    let north = write("N".to_owned());
    let size = north.size();
    let at = top + vec2(-size.x / 2.0, ARROW + 1.0);
    background(Rect::from_min_max(top - vec2(SPACE[0], 0.0), pos2(top.x + SPACE[0], at.y + size.y)));
    let arrow = |points: [[f32; 2]; 3]| {
        let points: Vec<Pos2> = points.iter().map(|p| top + egui::Vec2::from(*p)).collect();
        painter.add(Shape::convex_polygon(points, theme.ink, egui::Stroke::NONE));
    };
    // Two convex halves, because egui only fills convex shapes.
    arrow([[0.0, 0.0], [0.0, 12.0], [-5.0, ARROW]]);
    arrow([[0.0, 0.0], [5.0, ARROW], [0.0, 12.0]]);
    painter.galley(at, north, theme.ink);
}
