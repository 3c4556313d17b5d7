//! Scale bar and north arrow.

use egui::{Align2, FontId, Pos2, Rect, Shape};

use crate::engine::State;
use crate::figure::round_down;
use crate::i18n;
use crate::ui::theme::{SPACE, Theme, text_size};

use super::camera::Camera;

/// Draws them at the lower left and upper right corners.
pub fn paint(painter: &egui::Painter, camera: &Camera, screen: Rect, state: &State, theme: &Theme) {
    let lang = state.settings.lang;
    let metres = round_down(110.0 / camera.scale);
    let length = (metres * camera.scale) as f32;
    let (amount, unit) = if metres >= 1000.0 { (metres / 1000.0, "km") } else { (metres, "m") };
    let label = format!("{} {unit}", i18n::compact_number(lang, amount, 2));
    let corner = screen.left_bottom() + egui::vec2(SPACE[2], -SPACE[2]);
    let line = egui::Stroke::new(1.2, theme.ink);
    let tick = egui::vec2(0.0, -4.0);
    let end = corner + egui::vec2(length, 0.0);
    painter.line(vec![corner + tick, corner, end, end + tick], line);
    let font = FontId::proportional(text_size::SMALL);
    painter.text(
        corner + egui::vec2(length / 2.0, -4.0),
        Align2::CENTER_BOTTOM,
        label,
        font.clone(),
        theme.ink,
    );
    let top = screen.right_top() + egui::vec2(-SPACE[3], SPACE[2]);
    let arrow = |points: [[f32; 2]; 3]| {
        let points: Vec<Pos2> = points.iter().map(|p| top + egui::Vec2::from(*p)).collect();
        painter.add(Shape::convex_polygon(points, theme.ink, egui::Stroke::NONE));
    };
    // Two convex halves: egui fills nothing else.
    arrow([[0.0, 0.0], [0.0, 12.0], [-5.0, 17.0]]);
    arrow([[0.0, 0.0], [5.0, 17.0], [0.0, 12.0]]);
    painter.text(top + egui::vec2(0.0, 18.0), Align2::CENTER_TOP, "N", font, theme.ink);
}
