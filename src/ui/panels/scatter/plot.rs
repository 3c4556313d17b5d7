//! The scatterplot in the window: the drawing of the page, and its interactions.

use std::sync::Arc;

use egui::{Align2, FontId, Painter, PointerButton, Pos2, Rect, Sense, Ui};

use crate::base::Code;
use crate::data::Indicator;
use crate::document::ScatterSpec;
use crate::engine::{Action, State};
use crate::figure::scatter::{ScatterModel, point_text};
use crate::i18n::texts;
use crate::scene::Scene;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{selected_by_click, selected_by_drag};
use crate::ui::scene_painter::{Ask, Look, SceneMemory, show_with};
use crate::ui::theme::{Theme, text_size};

pub struct Shown<'a> {
    pub state: &'a State,
    pub spec: &'a ScatterSpec,
    pub model: &'a ScatterModel,
    /// The indicators of x and y.
    pub both: [&'a Indicator; 2],
}

/// Draws it and returns what is pointed at and the requested action.
pub fn plot(
    ui: &mut Ui,
    shown: &Shown<'_>,
    scene: &Arc<Scene>,
    memory: &mut SceneMemory,
    hovered: Option<usize>,
    brushed: &mut Option<(Pos2, Pos2)>,
) -> ViewResponse {
    let Shown { state, spec, model, both: [x, y] } = *shown;
    let (lang, theme) = (spec.lang, Theme::of(ui));
    let name = texts::scatter_name(lang, lang.pick(&y.name), lang.pick(&x.name));
    // Areas are not the units of the map, and those beyond the territory cannot be selected.
    let hovered = hovered.filter(|_| !model.of_areas);
    let is_ours = |code: &Code| state.bundle.atlas.territories.find(code).is_some();
    let highlighted = hovered.and_then(|unit| model.pairs.iter().find(|pair| pair.unit == unit));
    let code = |unit: usize| &model.y.rows[unit].code;
    let look = Look { vision: state.vision, highlighted: highlighted.map(|pair| code(pair.unit)) };
    let ask = Ask { sense: Sense::click_and_drag(), name: Some(&name), ..Ask::default() };
    let seen = show_with(ui, scene, memory, look, ask);
    let painter = ui.painter_at(seen.response.rect);
    // A point under the pointer has its tooltip there.
    if let (Some(pair), None) = (highlighted, &seen.pointed)
        && let Some(bounds) = memory.bounds(code(pair.unit))
    {
        let text = point_text(spec, model, shown.both, pair);
        tip_beside(&painter, seen.place.rect(bounds), &text, theme);
    }
    let within = |rect: Rect| {
        let corners = [rect.min, rect.max].map(|at| seen.place.back(at));
        let mut codes = memory.within(Rect::from_two_pos(corners[0], corners[1]));
        codes.retain(is_ours);
        codes
    };
    let dragged = brush(ui, &seen.response, brushed, &painter, theme, within);
    let clicked = seen.clicked.filter(is_ours).map(|code| selected_by_click(ui, &code));
    let rows = &model.y.rows;
    let pointed = seen.pointed.filter(|_| !model.of_areas);
    let pointed = pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    ViewResponse { action: clicked.or(dragged), pointed }
}

/// The text of a point, on whichever side has room, above everything else.
fn tip_beside(painter: &Painter, point: Rect, text: &str, theme: &Theme) {
    let reach = point.width() / 2.0 + 6.0;
    let is_left = point.center().x < painter.clip_rect().center().x;
    let (anchor, shift) = if is_left { (Align2::LEFT_CENTER, reach) } else { (Align2::RIGHT_CENTER, -reach) };
    let font = FontId::proportional(text_size::SMALL);
    let place = point.center() + egui::vec2(shift, 0.0);
    let galley = painter.layout_no_wrap(text.to_owned(), font, theme.ink);
    let behind = anchor.anchor_size(place, galley.size());
    painter.rect_filled(behind.expand(2.0), 3.0, theme.card);
    painter.galley(behind.min, galley, theme.ink);
}

/// A rectangle dragged over the plot selects the points inside; with Ctrl it adds them to the selection.
fn brush(
    ui: &Ui,
    response: &egui::Response,
    ends: &mut Option<(Pos2, Pos2)>,
    painter: &Painter,
    theme: &Theme,
    within: impl FnOnce(Rect) -> Vec<Code>,
) -> Option<Action> {
    if response.drag_started_by(PointerButton::Primary) {
        // From where the button was pressed, not from where the drag was recognised.
        *ends = ui.input(|input| input.pointer.press_origin()).map(|from| (from, from));
    }
    let (from, to) = ends.as_mut()?;
    if let Some(at) = response.interact_pointer_pos() {
        *to = at;
    }
    let rect = Rect::from_two_pos(*from, *to);
    if !response.drag_stopped_by(PointerButton::Primary) {
        painter.rect_stroke(rect, 0.0, (1.5, theme.accent), egui::StrokeKind::Middle);
        return None;
    }
    *ends = None;
    Some(selected_by_drag(ui, within(rect)))
}
