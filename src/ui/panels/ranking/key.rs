//! The meaning of the marks of the ranking.

use egui::{Painter, Pos2, Ui, pos2, vec2};

use crate::base::Vision;
use crate::figure::style;
use crate::ui::page_colours::{Use, on_screen};
use crate::ui::theme::{LIST_ROW, RANKING, Theme};
use crate::ui::widgets::small;

/// A mark of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// From the lowest to the highest of the Comuni.
    Span,
    Mean,
    Value,
}

/// A line of the key: a mark and its meaning.
pub(crate) fn key_line(ui: &mut Ui, mark: Mark, text: &str) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(LIST_ROW, RANKING.dot * 2.0 + 4.0), egui::Sense::hover());
        let (painter, theme, centre) = (ui.painter(), Theme::of(ui), rect.center());
        match mark {
            Mark::Span => span(painter, rect.left(), rect.right(), centre.y, theme),
            Mark::Mean => ring(painter, centre, theme),
            Mark::Value => {
                painter.circle_filled(centre, RANKING.dot, theme.muted);
            }
        }
        small(ui, text);
    });
}

fn span(painter: &Painter, low: f32, high: f32, y: f32, theme: &Theme) {
    painter.line_segment(
        [pos2(low, y), pos2(high, y)],
        (RANKING.bar, on_screen(theme, Vision::Typical, style::SPAN, Use::Line)),
    );
}

/// Wider than a dot, so as not to be hidden behind it.
fn ring(painter: &Painter, at: Pos2, theme: &Theme) {
    painter.circle(at, RANKING.dot + 1.4, theme.panel, (1.6, theme.muted));
}
