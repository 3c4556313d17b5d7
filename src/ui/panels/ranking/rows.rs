//! The rows of the ranking: they scroll, the chosen and what is pointed at elsewhere stay at the edges when they
//! would be out of sight, and dragging chooses.

use egui::{PointerButton, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::marks::{Brush, Columns};
use super::{Ranking, between, name};
use crate::base::Code;
use crate::data::Caption;
use crate::engine::State;
use crate::figure::ranking::{Ranked, RankingModel, Unranked};
use crate::i18n::{fill, texts};
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{chosen_by_click, chosen_by_drag};
use crate::ui::theme::{LIST_ROW, RADIUS, RANKING, SPACE, TIP_WIDTH, Theme};

/// How much of the height rows at one edge may take.
const EDGE: f32 = 0.3;
/// How near to an edge dragging scrolls, and by how much a frame.
const SCROLL_ZONE: f32 = 12.0;
const SCROLL_STEP: f32 = 6.0;

/// A line: a territory with a value, or one without, which come last.
enum Line<'a> {
    Ranked(&'a Ranked),
    Unranked(&'a Unranked),
}

impl<'a> Line<'a> {
    fn at(model: &'a RankingModel, row: usize) -> Self {
        match model.rows.get(row) {
            Some(ranked) => Self::Ranked(ranked),
            None => Self::Unranked(&model.absent[row - model.rows.len()]),
        }
    }

    fn count(model: &RankingModel) -> usize {
        model.rows.len() + model.absent.len()
    }

    fn code(&self) -> &'a Code {
        match self {
            Self::Ranked(row) => &row.code,
            Self::Unranked(row) => &row.code,
        }
    }

    fn chosen(&self) -> bool {
        match self {
            Self::Ranked(row) => row.chosen,
            Self::Unranked(row) => row.chosen,
        }
    }

    /// The line in words.
    fn text(&self, brush: &Brush<'_>, of: usize) -> String {
        let lang = brush.state.settings.lang;
        match self {
            Self::Ranked(row) => {
                let ranked = if row.tied { texts::ALT_RANKED_TIED } else { texts::ALT_RANKED };
                let parts = [&row.name, &row.rank.to_string(), &of.to_string(), &brush.text(row.value)];
                fill(lang.text(ranked), &parts.map(String::as_str))
            }
            Self::Unranked(row) => texts::ranking_absent_row(lang, &row.name, lang.absence(row.reason)),
        }
    }

    /// What the tooltip adds: the range of the Comuni.
    fn range(&self, brush: &Brush<'_>) -> Option<String> {
        let Self::Ranked(row) = self else { return None };
        let range = row.range?;
        let [min, mean, value, max] = [range.min, range.mean, row.value, range.max].map(|x| brush.text(x));
        let lang = brush.state.settings.lang;
        Some(fill(lang.text(texts::ALT_RANGE_OF), &[&row.name, &min, &mean, &value, &max]))
    }
}

/// What every row is drawn with.
struct View<'a> {
    state: &'a State,
    ranking: &'a Ranking,
    brush: Brush<'a>,
    /// What is pointed at, here or in another view.
    hovered: Option<&'a Code>,
    dragged: Option<(usize, usize)>,
}

/// The scale and the rows; a row says what it asks for and that the pointer is on it.
pub fn rows_ui(
    ui: &mut Ui,
    state: &State,
    caption: Caption<'_>,
    ranking: &Ranking,
    dragged: &mut Option<(usize, usize)>,
    hovered: Option<usize>,
) -> ViewResponse {
    let mut out = ViewResponse::default();
    let (model, whole) = (&ranking.model.value, ui.available_rect_before_wrap());
    name(ui, state.settings.lang, caption, whole);
    let head = Rect::from_min_size(whole.min, vec2(whole.width(), RANKING.head));
    let body = Rect::from_min_max(pos2(whole.left(), head.bottom()), whole.max);
    // Room for the scroll bar at the right.
    let row_width = body.width() - SPACE[2];
    let columns = Columns::new(Rect::from_min_size(body.min, vec2(row_width, LIST_ROW)));
    let brush = Brush { theme: Theme::of(ui), state, caption, ranking, columns };
    brush.head(&ui.painter_at(whole), head);
    brush.grid(&ui.painter_at(body), body);
    let hovered = hovered.map(|unit| &state.model.table.rows[unit].code);
    let view = View { state, ranking, brush, hovered, dragged: *dragged };
    let count = Line::count(model);
    ui.scope_builder(egui::UiBuilder::new().max_rect(body), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("ranking_rows").auto_shrink([false, false]);
        let scrolled = area.show_rows(ui, LIST_ROW, count, |ui, shown| {
            let top = ui.max_rect().top() - shown.start as f32 * LIST_ROW;
            let background = ui.interact(body, ui.scope_id().with("drag"), Sense::drag());
            for row in shown {
                let at = Rect::from_min_size(
                    pos2(body.left(), top + row as f32 * LIST_ROW),
                    vec2(row_width, LIST_ROW),
                );
                view.line(ui, row, at, false, &mut out);
            }
            if let Some(rows) = drag(ui, &background, dragged, top, count) {
                let codes: Vec<Code> = rows.map(|row| Line::at(model, row).code().clone()).collect();
                out.action = Some(chosen_by_drag(ui, view.ours(codes)));
            }
        });
        let offset = scrolled.state.clamped_offset().y;
        if dragged.is_none() {
            let [above, below] = view.out_of_sight(offset, body.height());
            let count = below.len();
            let place = |i: usize| body.top() + i as f32 * LIST_ROW;
            let from_below = |i: usize| body.bottom() - (count - i) as f32 * LIST_ROW;
            let above = above.into_iter().enumerate().map(|(i, row)| (row, place(i)));
            let below = below.into_iter().enumerate().map(|(i, row)| (row, from_below(i)));
            for (row, y) in above.chain(below) {
                let at = Rect::from_min_size(pos2(body.left(), y), vec2(row_width, LIST_ROW));
                view.line(ui, row, at, true, &mut out);
            }
        }
    });
    out
}

impl View<'_> {
    /// Those that can be chosen: areas beyond the ATS have values only.
    fn ours(&self, mut codes: Vec<Code>) -> Vec<Code> {
        codes.retain(|code| self.state.bundle.atlas.territories.find(code).is_some());
        codes
    }

    /// Draws a row, kept at an edge or in its place, and takes what is done to it.
    fn line(&self, ui: &Ui, row: usize, at: Rect, kept: bool, out: &mut ViewResponse) {
        let model = &self.ranking.model.value;
        let line = Line::at(model, row);
        let (theme, territories) = (Theme::of(ui), &self.state.bundle.atlas.territories);
        let response = ui.interact(at, ui.scope_id().with(("row", kept, row)), Sense::click());
        let text = line.text(&self.brush, model.rows.len());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, line.chosen(), &text));
        if response.hovered() {
            out.pointed = territories.position(self.state.spec.level, line.code());
        }
        let painter = ui.painter();
        let lit = response.hovered() || self.hovered == Some(line.code());
        let dragged = self.dragged.is_some_and(|rows| between(rows).contains(&row));
        if kept {
            painter.rect_filled(at, 0.0, theme.panel);
        }
        if line.chosen() || dragged {
            painter.rect_filled(at, 0.0, theme.accent_soft);
        }
        match &line {
            Line::Ranked(ranked) => self.brush.ranked(painter, ranked, at),
            Line::Unranked(unranked) => self.brush.unranked(painter, unranked, at),
        }
        if kept {
            painter.hline(at.x_range(), at.top(), (1.0, theme.line));
            painter.hline(at.x_range(), at.bottom(), (1.0, theme.line));
        }
        if lit || response.has_focus() {
            let colour = if response.has_focus() { theme.accent } else { theme.ink };
            let inside = at.shrink(0.5);
            painter.rect_stroke(inside, f32::from(RADIUS), (1.0, colour), egui::StrokeKind::Inside);
        }
        if response.clicked() {
            out.action = territories.find(line.code()).map(|_| chosen_by_click(ui, line.code()));
        }
        if let Some(range) = line.range(&self.brush) {
            response.on_hover_ui(|ui| {
                ui.set_max_width(TIP_WIDTH);
                ui.label(range);
            });
        }
    }

    /// The rows kept at the upper and at the lower edge: of the chosen and what is pointed at elsewhere, those out of
    /// sight, the nearest to what is in sight.
    fn out_of_sight(&self, offset: f32, height: f32) -> [Vec<usize>; 2] {
        let model = &self.ranking.model.value;
        let most = (height * EDGE / LIST_ROW) as usize;
        let is_kept = |row: &usize| {
            let line = Line::at(model, *row);
            line.chosen() || self.hovered == Some(line.code())
        };
        let kept: Vec<usize> = (0..Line::count(model)).filter(is_kept).collect();
        let top = |row: usize| row as f32 * LIST_ROW;
        // Rows at an edge cover others, which must then stand at it themselves.
        let (mut above, mut below) = (0, 0);
        for _ in 0..=most {
            let covered = offset + above as f32 * LIST_ROW - 0.5;
            above = kept.iter().filter(|&&row| top(row) < covered).count().min(most);
            let covered = offset + height - below as f32 * LIST_ROW + 0.5;
            below = kept.iter().filter(|&&row| top(row) + LIST_ROW > covered).count().min(most);
        }
        let first = offset + above as f32 * LIST_ROW - 0.5;
        let last = offset + height - below as f32 * LIST_ROW + 0.5;
        let over: Vec<usize> = kept.iter().copied().filter(|&row| top(row) < first).collect();
        let under: Vec<usize> = kept.iter().copied().filter(|&row| top(row) + LIST_ROW > last).collect();
        let mut edges =
            [over[over.len().saturating_sub(above)..].to_vec(), under[..below.min(under.len())].to_vec()];
        // What is pointed at comes before any of the chosen.
        let is_lit = |row: &usize| Some(Line::at(model, *row).code()) == self.hovered;
        for (edge, all) in edges.iter_mut().zip([&over, &under]) {
            if let Some(lit) = all.iter().copied().find(is_lit)
                && !edge.contains(&lit)
                && !edge.is_empty()
            {
                let farthest = if all == &over { 0 } else { edge.len() - 1 };
                edge[farthest] = lit;
            }
        }
        edges
    }
}

/// Follows a drag over the rows; when it ends, gives them. Near an edge the rows move on.
fn drag(
    ui: &mut Ui,
    background: &Response,
    dragged: &mut Option<(usize, usize)>,
    top: f32,
    count: usize,
) -> Option<std::ops::RangeInclusive<usize>> {
    let row = |y: f32| (((y - top) / LIST_ROW).max(0.0) as usize).min(count.saturating_sub(1));
    if background.drag_started_by(PointerButton::Primary) && count > 0 {
        // From where the button went down, not from where the drag was recognised.
        let from = ui.input(|input| input.pointer.press_origin());
        *dragged = from.map(|from| (row(from.y), row(from.y)));
    }
    let (_, to) = dragged.as_mut()?;
    if let Some(at) = background.interact_pointer_pos() {
        *to = row(at.y);
        let scroll = if at.y < background.rect.top() + SCROLL_ZONE {
            SCROLL_STEP
        } else if at.y > background.rect.bottom() - SCROLL_ZONE {
            -SCROLL_STEP
        } else {
            0.0
        };
        if scroll != 0.0 {
            ui.scroll_with_delta(vec2(0.0, scroll));
            ui.ctx().request_repaint();
        }
    }
    if !background.drag_stopped_by(PointerButton::Primary) {
        return None;
    }
    dragged.take().map(between)
}
