//! How a row of the ranking is drawn: as in the printed figure, in the colours of the map.

use egui::{Align2, Color32, FontFamily, FontId, Painter, Pos2, Rect, Ui, pos2, vec2};

use super::Ranking;
use crate::data::Caption;
use crate::engine::State;
use crate::figure::quality::in_words;
use crate::figure::ranking::{Ranked, Unranked};
use crate::figure::value_text;
use crate::ui::fonts::semibold;
use crate::ui::panels::chart::unit_colour;
use crate::ui::theme::{LIST_ROW, RANKING, SPACE, Theme, line_width, text_size};
use crate::ui::widgets::{small, small_font};

/// What is drawn of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// From the lowest to the highest of the Comuni.
    Span,
    /// Their simple mean.
    Mean,
    /// The value itself.
    Value,
}

/// Where the columns stand.
pub struct Columns {
    /// Right end of the ranks.
    rank: f32,
    /// The names.
    name: egui::Rangef,
    /// The marks.
    plot: egui::Rangef,
    /// Right end of the values.
    value: f32,
}

impl Columns {
    /// The columns of a row of that extent.
    pub fn new(row: Rect) -> Self {
        let rank = row.left() + RANKING.rank;
        let name = rank + SPACE[1];
        let width = RANKING.name.min(row.width() * 0.3);
        // Half a dot and the last number of the scale overhang.
        let value = row.right() - SPACE[1];
        let plot = egui::Rangef::new(name + width + SPACE[3], value - RANKING.value);
        Self { rank, name: egui::Rangef::new(name, name + width), plot, value }
    }
}

/// What all rows are drawn with.
pub struct Brush<'a> {
    /// The colours in force.
    pub theme: &'a Theme,
    /// The state.
    pub state: &'a State,
    /// What is ranked.
    pub caption: Caption<'a>,
    /// The numbers.
    pub ranking: &'a Ranking,
    /// Where the columns stand.
    pub columns: Columns,
}

impl Brush<'_> {
    fn x(&self, value: f64) -> Option<f32> {
        let share = self.ranking.scale.as_ref()?.share(value) as f32;
        let plot = self.columns.plot;
        Some(plot.min + plot.span() * share)
    }

    /// A value as it is written.
    pub fn text(&self, value: f64) -> String {
        value_text(self.state.settings.lang, self.caption, Ok(value))
    }

    /// The value of a row, with a word where it is not as final as others.
    pub fn row_text(&self, row: &Ranked) -> String {
        let (text, model) = (self.text(row.value), &self.ranking.model.value);
        if model.is_marked() { in_words(self.state.settings.lang, text, row.quality) } else { text }
    }

    /// The colour of the map; of what no map shows, that of its symbols.
    fn fill(&self, row: &Ranked) -> Color32 {
        match self.caption.as_published {
            true => self.theme.symbol,
            false => unit_colour(self.state, self.theme, row.unit),
        }
    }

    /// The name and value of the whole above the rows, and the scale's numbers where they leave room.
    pub fn head(&self, painter: &Painter, head: Rect) {
        let (theme, lang) = (self.theme, self.state.settings.lang);
        let Some(scale) = &self.ranking.scale else { return };
        let whole = self.whole(painter, head);
        let mut free = f32::NEG_INFINITY;
        for tick in &scale.ticks {
            let Some(x) = self.x(*tick) else { continue };
            let galley = painter.layout_no_wrap(scale.label(lang, *tick), small_font(), theme.muted);
            let place = Rect::from_center_size(pos2(x, head.center().y), galley.size());
            if place.left() > free && !whole.is_some_and(|whole| whole.intersects(place)) {
                free = place.right() + SPACE[1];
                painter.galley(place.min, galley, theme.muted);
            }
        }
    }

    /// Writes the name and value of the whole; gives the room it takes.
    fn whole(&self, painter: &Painter, head: Rect) -> Option<Rect> {
        let (model, columns) = (&self.ranking.model.value, &self.columns);
        let whole = model.whole?;
        let text = format!("{} {}", model.whole_name, self.text(whole));
        let galley = painter.layout_no_wrap(text, font(true), self.theme.ink);
        let half = galley.size().x / 2.0;
        let last = (columns.plot.max - half).max(columns.plot.min + half);
        let middle = self.x(whole)?.clamp(columns.plot.min + half, last);
        let place = Rect::from_center_size(pos2(middle, head.center().y), galley.size());
        painter.galley(place.min, galley, self.theme.ink);
        Some(place.expand2(vec2(SPACE[0], 0.0)))
    }

    /// The lines of the scale and of the whole behind the rows.
    pub fn grid(&self, painter: &Painter, body: Rect) {
        let (theme, ranking) = (self.theme, self.ranking);
        for tick in ranking.scale.iter().flat_map(|scale| &scale.ticks) {
            if let Some(x) = self.x(*tick) {
                let colour = if *tick == 0.0 { theme.muted } else { theme.line };
                painter.vline(x, body.y_range(), (1.0, colour));
            }
        }
        if let Some(x) = ranking.model.value.whole.and_then(|whole| self.x(whole)) {
            let ends = [pos2(x, body.top()), pos2(x, body.bottom())];
            painter.extend(egui::Shape::dashed_line(&ends, (line_width::GROUP, theme.ink), 4.0, 3.0));
        }
    }

    /// A territory with a value.
    pub fn ranked(&self, painter: &Painter, row: &Ranked, at: Rect) {
        let (theme, columns, y) = (self.theme, &self.columns, at.center().y);
        let rank = pos2(columns.rank, y);
        painter.text(rank, Align2::RIGHT_CENTER, row.rank.to_string(), small_font(), theme.muted);
        cell(painter, &row.name, row.chosen, theme.ink, columns.name, y);
        let end = pos2(columns.value, y);
        painter.text(end, Align2::RIGHT_CENTER, self.row_text(row), font(row.chosen), theme.ink);
        let (Some(scale), Some(x)) = (&self.ranking.scale, self.x(row.value)) else { return };
        let fill = self.fill(row);
        let edge = (0.8, theme.muted);
        if let Some(range) = row.range
            && let (Some(low), Some(mean), Some(high)) =
                (self.x(range.min), self.x(range.mean), self.x(range.max))
        {
            span(painter, low, high, y, theme);
            ring(painter, pos2(mean, y), theme);
        } else if scale.has_zero()
            && let Some(zero) = self.x(0.0)
        {
            // A bar grows from zero and from nowhere else.
            let bar = Rect::from_two_pos(pos2(zero, y - RANKING.bar / 2.0), pos2(x, y + RANKING.bar / 2.0));
            painter.rect(bar, 0.0, fill, edge, egui::StrokeKind::Inside);
        }
        painter.circle(pos2(x, y), RANKING.dot, fill, edge);
    }

    /// A territory without one: never at zero, but with the reason.
    pub fn unranked(&self, painter: &Painter, row: &Unranked, at: Rect) {
        let (theme, columns) = (self.theme, &self.columns);
        cell(painter, &row.name, row.chosen, theme.ink, columns.name, at.center().y);
        let reason = self.state.settings.lang.absence(row.reason);
        let at = pos2(columns.plot.min, at.center().y);
        painter.text(at, Align2::LEFT_CENTER, reason, small_font(), theme.muted);
    }
}

/// A line of the key: a mark and what it is.
pub fn key_line(ui: &mut Ui, mark: Mark, text: &str) {
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
    painter.line_segment([pos2(low, y), pos2(high, y)], (RANKING.bar, theme.muted.gamma_multiply(0.32)));
}

/// Wider than a dot, which it must not hide behind.
fn ring(painter: &Painter, at: Pos2, theme: &Theme) {
    painter.circle(at, RANKING.dot + 1.4, theme.panel, (1.6, theme.muted));
}

/// A name cut where its column ends.
fn cell(painter: &Painter, text: &str, strong: bool, ink: Color32, column: egui::Rangef, y: f32) {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font(strong), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(column.span());
    let galley = painter.layout_job(job);
    painter.galley(pos2(column.min, y - galley.size().y / 2.0), galley, ink);
}

fn font(strong: bool) -> FontId {
    let family = if strong { semibold() } else { FontFamily::Proportional };
    FontId::new(text_size::SMALL, family)
}
