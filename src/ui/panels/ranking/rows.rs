//! The rows of the ranking: they scroll; selected rows and the one pointed at elsewhere stick to the edges when out
//! of view; dragging selects.

use std::ops::{Range, RangeInclusive};

use egui::{
    Painter, PointerButton, Pos2, Rangef, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::layout::RowsLayout;
use crate::base::Code;
use crate::data::Caption;
use crate::document::RankingSpec;
use crate::engine::State;
use crate::figure::quality::in_words;
use crate::figure::ranking::{Places, Ranked, RankingModel, Unranked, range_text, range_years, ranked};
use crate::figure::value_text;
use crate::i18n::{Lang, texts};
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{selected_by_click, selected_by_drag};
use crate::ui::scene_painter::{Place, Ready, SceneMemory};
use crate::ui::theme::{RADIUS, SPACE, TIP_WIDTH, Theme};

/// The share of the height that rows at one edge may take.
const EDGE: f32 = 0.3;
/// The same where there are none at the other edge.
const ONE_EDGE: f32 = 0.6;
/// How near to an edge dragging scrolls, and by how much per frame.
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

    fn selected(&self) -> bool {
        match self {
            Self::Ranked(row) => row.selected,
            Self::Unranked(row) => row.selected,
        }
    }

    /// The line in words.
    fn text(&self, view: &View<'_>) -> String {
        let (lang, of) = (view.state.settings.lang, view.model.rows.len());
        match self {
            Self::Ranked(row) => ranked(lang, &row.name, row, of, &view.row_text(row)),
            Self::Unranked(row) => texts::ranking_absent_row(lang, &row.name, lang.absence(row.reason)),
        }
    }

    /// What the tooltip adds: the range of the Comuni.
    fn range(&self, view: &View<'_>) -> Option<String> {
        let Self::Ranked(row) = self else { return None };
        let range = row.range?;
        let spec = view.state.document.view::<RankingSpec>()?;
        let years = range_years(spec, view.model, row, view.caption);
        match years.is_empty() {
            true => Some(range_text(spec, row.name.clone(), row.value, range, &|x| view.value(x))),
            false => Some(years.join("\n")),
        }
    }
}

/// What every row is drawn with.
struct View<'a> {
    state: &'a State,
    caption: Caption<'a>,
    model: &'a RankingModel,
    places: Places,
    /// Height of a row.
    row: f32,
    ready: Ready<'a>,
    /// The territory pointed at, here or in another view.
    hovered: Option<&'a Code>,
    dragged: Option<(usize, usize)>,
}

/// Width of the rows: that of the panel without the scroll bar.
pub fn width(ui: &Ui) -> f32 {
    (ui.available_width() - SPACE[2]).max(0.0)
}

/// The figure, with its rows scrolling between the parts above and below them; returns the action of a row, and the
/// row under the pointer.
pub(crate) fn rows_ui(
    ui: &mut Ui,
    state: &State,
    caption: Caption<'_>,
    (model, layout): (&RankingModel, &RowsLayout),
    scene: &mut SceneMemory,
    dragged: &mut Option<(usize, usize)>,
    hovered: Option<usize>,
) -> ViewResponse {
    let mut out = ViewResponse::default();
    let whole = ui.available_rect_before_wrap();
    name(ui, state.settings.lang, caption, &layout.scene.description, whole);
    let RowsLayout { places, width: row_width, row: tall, .. } = *layout;
    let hovered = hovered.map(|unit| &state.model.table.rows[unit].code);
    let ready = scene.ready(ui, &layout.scene, state.vision);
    let view = View { state, caption, model, places, row: tall, ready, hovered, dragged: *dragged };
    // Without values there is no scale.
    let height = |[from, to]: [f64; 2]| if model.rows.is_empty() { 0.0 } else { (to - from) as f32 };
    let (head, foot) = (height(places.head), height(places.foot));
    let body = Rect::from_min_max(whole.min + vec2(0.0, head), whole.max - vec2(0.0, foot));
    if head > 0.0 {
        let left = whole.left();
        view.part(&ui.painter_at(whole), places.head, pos2(left, whole.top()));
        view.part(&ui.painter_at(whole), places.foot, pos2(left, body.bottom()));
    }
    let count = Line::count(model);
    ui.scope_builder(egui::UiBuilder::new().max_rect(body), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("ranking_rows").auto_shrink([false, false]);
        let scrolled = area.show_rows(ui, tall, count, |ui, shown| {
            let top = ui.max_rect().top() - shown.start as f32 * tall;
            let background = ui.interact(body, ui.scope_id().with("drag"), Sense::drag());
            let at = |row: usize| {
                let corner = pos2(body.left(), top + row as f32 * tall);
                Rect::from_min_size(corner, vec2(row_width, tall))
            };
            shown.clone().for_each(|row| view.background(ui, row, at(row), false));
            view.drawn(ui.painter(), shown.clone(), at(shown.start).min);
            shown.for_each(|row| view.line(ui, row, at(row), false, &mut out));
            if let Some(rows) = drag(ui, &background, dragged, (top, tall), count) {
                let codes: Vec<Code> = rows.map(|row| Line::at(model, row).code().clone()).collect();
                out.action = Some(selected_by_drag(ui, view.ours(codes)));
            }
        });
        let offset = scrolled.state.clamped_offset().y;
        if dragged.is_none() {
            let pinned = pinned(&view.stays(), tall, offset, body.height(), view.pointed());
            for (row, y) in pinned {
                let y = body.top() + y;
                let at = Rect::from_min_size(pos2(body.left(), y), vec2(row_width, tall));
                view.background(ui, row, at, true);
                view.drawn(ui.painter(), row..row + 1, at.min);
                view.line(ui, row, at, true, &mut out);
            }
        }
    });
    out
}

impl View<'_> {
    /// Those that can be selected: areas beyond the ATS only have published values.
    fn ours(&self, mut codes: Vec<Code>) -> Vec<Code> {
        codes.retain(|code| self.state.bundle.atlas.territories.find(code).is_some());
        codes
    }

    /// Paints the part of the figure between two heights.
    fn part(&self, painter: &Painter, [from, to]: [f64; 2], at: Pos2) {
        let [from, to] = [from as f32, to as f32];
        self.ready.paint(painter, Place { at: at - vec2(0.0, from), scale: 1.0 }, Rangef::new(from, to));
    }

    /// Paints some rows from a corner downwards. In the figure, rows without a value are below the axis.
    fn drawn(&self, painter: &Painter, rows: Range<usize>, mut at: Pos2) {
        let (ranked, row) = (self.model.rows.len(), f64::from(self.row));
        let middle = rows.end.min(ranked).max(rows.start);
        for (rows, first, top) in
            [(rows.start..middle, 0, self.places.rows), (middle..rows.end, ranked, self.places.absent)]
        {
            if rows.start < first || rows.is_empty() {
                continue;
            }
            let place = |row_of: usize| top + (row_of - first) as f64 * row;
            self.part(painter, [place(rows.start), place(rows.end)], at);
            at.y += rows.len() as f32 * self.row;
        }
    }

    /// The background of a row, at an edge or in its place.
    fn background(&self, ui: &Ui, row: usize, at: Rect, pinned: bool) {
        let (theme, painter) = (Theme::of(ui), ui.painter());
        let dragged = self.dragged.is_some_and(|rows| between(rows).contains(&row));
        if pinned {
            painter.rect_filled(at, 0.0, theme.panel);
        }
        if Line::at(self.model, row).selected() || dragged {
            painter.rect_filled(at, 0.0, theme.accent_soft);
        }
    }

    /// What is drawn over a row, and its interactions.
    fn line(&self, ui: &Ui, row: usize, at: Rect, pinned: bool, out: &mut ViewResponse) {
        let model = self.model;
        let line = Line::at(model, row);
        let (theme, territories) = (Theme::of(ui), &self.state.bundle.atlas.territories);
        let response = ui.interact(at, ui.scope_id().with(("row", pinned, row)), Sense::click());
        let text = line.text(self);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, line.selected(), &text));
        if response.hovered() {
            out.pointed = territories.position(self.state.document.map.level, line.code());
        }
        let painter = ui.painter();
        let highlighted = response.hovered() || self.hovered == Some(line.code());
        if pinned {
            painter.hline(at.x_range(), at.top(), (1.0, theme.line));
            painter.hline(at.x_range(), at.bottom(), (1.0, theme.line));
        }
        if highlighted || response.has_focus() {
            let colour = if response.has_focus() { theme.accent } else { theme.ink };
            let inside = at.shrink(0.5);
            painter.rect_stroke(inside, f32::from(RADIUS), (1.0, colour), egui::StrokeKind::Inside);
        }
        if response.clicked() {
            out.action = territories.find(line.code()).map(|_| selected_by_click(ui, line.code()));
        }
        if let Some(range) = line.range(self) {
            response.on_hover_ui(|ui| {
                ui.set_max_width(TIP_WIDTH);
                ui.label(range);
            });
        }
    }

    /// The value of a row, with a word if it is less final than others.
    fn row_text(&self, row: &Ranked) -> String {
        let text = self.value(row.value);
        match self.model.is_marked() {
            true => in_words(self.state.settings.lang, text, row.quality),
            false => text,
        }
    }

    /// A value as it is written.
    fn value(&self, value: f64) -> String {
        value_text(self.state.settings.lang, self.caption, Ok(value))
    }

    /// The rows that stay in view: selected ones and the one pointed at elsewhere.
    fn stays(&self) -> Vec<usize> {
        let stays = |row: &usize| {
            let line = Line::at(self.model, *row);
            line.selected() || self.hovered == Some(line.code())
        };
        (0..Line::count(self.model)).filter(stays).collect()
    }

    /// The row pointed at elsewhere.
    fn pointed(&self) -> Option<usize> {
        let hovered = self.hovered?;
        (0..Line::count(self.model)).find(|row| Line::at(self.model, *row).code() == hovered)
    }
}

/// The rows of `stays` that are out of view or covered, with their tops below the upper edge of the rows: at the edges,
/// nearest to the view first, as many as have room there; the row pointed at takes precedence. A row of which a part is
/// still in its place is not moved away from it, because it would be there twice.
fn pinned(stays: &[usize], tall: f32, offset: f32, height: f32, pointed: Option<usize>) -> Vec<(usize, f32)> {
    let top = |row: usize| row as f32 * tall - offset;
    let edges = |most: [usize; 2]| {
        // Rows at an edge cover others, which must then be at the edge themselves.
        let (mut above, mut below) = (0, 0);
        for _ in 0..=most[0].max(most[1]) {
            let covered = above as f32 * tall - 0.5;
            above = stays.iter().filter(|&&row| top(row) < covered).count().min(most[0]);
            let covered = height - below as f32 * tall + 0.5;
            below = stays.iter().filter(|&&row| top(row) + tall > covered).count().min(most[1]);
        }
        [above, below]
    };
    let most = |share: f32| (height * share / tall) as usize;
    let [above, below] = match edges([most(EDGE); 2]) {
        // An edge without any leaves its room to the other.
        [0, _] => edges([0, most(ONE_EDGE)]),
        [_, 0] => edges([most(ONE_EDGE), 0]),
        both => both,
    };
    let first = above as f32 * tall - 0.5;
    let last = height - below as f32 * tall + 0.5;
    let over: Vec<usize> = stays.iter().copied().filter(|&row| top(row) < first).collect();
    let under: Vec<usize> = stays.iter().copied().filter(|&row| top(row) + tall > last).collect();
    let mut at_top = over[over.len().saturating_sub(above)..].to_vec();
    let mut at_bottom = under[..below.min(under.len())].to_vec();
    if let Some(pointed) = pointed {
        if over.contains(&pointed) && !at_top.contains(&pointed) {
            at_top.iter_mut().take(1).for_each(|farthest| *farthest = pointed);
        }
        if under.contains(&pointed) && !at_bottom.contains(&pointed) {
            at_bottom.iter_mut().last().into_iter().for_each(|farthest| *farthest = pointed);
        }
    }
    let count = at_bottom.len();
    let from_top = at_top.into_iter().enumerate().map(|(i, row)| (row, top(row).max(i as f32 * tall)));
    let from_bottom = at_bottom.into_iter().enumerate().map(|(i, row)| {
        let slot = height - (count - i) as f32 * tall;
        (row, top(row).min(slot))
    });
    from_top.chain(from_bottom).collect()
}

/// Follows a drag over the rows, and returns them when it ends. Near an edge the rows scroll.
fn drag(
    ui: &mut Ui,
    background: &Response,
    dragged: &mut Option<(usize, usize)>,
    (top, tall): (f32, f32),
    count: usize,
) -> Option<RangeInclusive<usize>> {
    let row = |y: f32| (((y - top) / tall).max(0.0) as usize).min(count.saturating_sub(1));
    if background.drag_started_by(PointerButton::Primary) && count > 0 {
        // From where the button was pressed, not from where the drag was recognised.
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

/// The accessible name of the whole view.
fn name(ui: &Ui, lang: Lang, caption: Caption<'_>, description: &str, rect: Rect) {
    let label = texts::ranking_name(lang, lang.pick(caption.short));
    let response = ui.interact(rect, ui.scope_id().with("ranking"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(description));
}

/// The rows between two, whichever comes first.
fn between((a, b): (usize, usize)) -> RangeInclusive<usize> {
    a.min(b)..=a.max(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::LIST_ROW;

    #[test]
    fn three_chosen_rows_stay_in_a_low_panel() {
        let places = pinned(&[3, 8, 13], LIST_ROW, 0.0, 5.5 * LIST_ROW, None);
        let rows: Vec<usize> = places.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [3, 8, 13]);
        let places = pinned(&[7, 8, 13], LIST_ROW, 0.0, 5.5 * LIST_ROW, None);
        assert_eq!(places, [(7, 2.5 * LIST_ROW), (8, 3.5 * LIST_ROW), (13, 4.5 * LIST_ROW)]);
        assert_eq!(
            pinned(&[0, 1], LIST_ROW, 4.0 * LIST_ROW, 5.5 * LIST_ROW, None),
            [(0, 0.0), (1, LIST_ROW)]
        );
    }

    #[test]
    fn no_row_is_there_twice() {
        for height in [4.0, 5.5, 7.3, 10.0] {
            for offset in 0..60 {
                let (height, offset) = (height * LIST_ROW, offset as f32 * 7.0);
                let stays = [2, 3, 4, 5, 11, 12, 13, 14];
                for (row, y) in pinned(&stays, LIST_ROW, offset, height, Some(13)) {
                    let place = row as f32 * LIST_ROW - offset;
                    let (from, to) = (place.max(0.0), (place + LIST_ROW).min(height));
                    // What is seen of its own place is covered by the row itself.
                    let covered = pinned(&stays, LIST_ROW, offset, height, Some(13));
                    let is_covered =
                        |at: f32| covered.iter().any(|(_, y)| *y <= at + 0.6 && at <= y + LIST_ROW + 0.6);
                    assert!(
                        to <= from || (is_covered(from) && is_covered(to)),
                        "{row} at {y}, {offset}, {height}"
                    );
                }
            }
        }
    }
}
