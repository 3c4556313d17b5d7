//! What the charts below the map share: text beside the drawing, the drawing of the page laid out for the panel, and
//! the actions of clicks and drags.

use std::sync::Arc;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::base::{Code, Rgb};
use crate::document::{Representation, Spec};
use crate::engine::{Action, State};
use crate::figure::style;
use crate::figure::view::{self, Prepared, View};
use crate::i18n::texts;
use crate::scene::Scene;
use crate::ui::scene_painter::{Ask, Look, PainterResponse, SceneMemory, show_with};
use crate::ui::theme::{SIDE_TEXT_SHARE, SIDE_TEXT_WIDTH, text_size};
use crate::ui::widgets::small;

/// A column of text that scrolls by itself, and the drawing in the remaining room.
pub(crate) fn beside_text<T>(
    ui: &mut Ui,
    id: &str,
    text: impl FnOnce(&mut Ui),
    drawing: impl FnOnce(&mut Ui) -> T,
) -> T {
    let row = ui.horizontal_top(|ui| {
        // In a narrow panel the drawing keeps the larger part.
        let width = SIDE_TEXT_WIDTH.min(ui.available_width() * SIDE_TEXT_SHARE);
        let room = vec2(width, ui.available_height());
        ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, text);
        });
        drawing(ui)
    });
    row.inner
}

/// A message in place of an empty drawing.
pub fn nothing(ui: &mut Ui, why: &str) {
    ui.centered_and_justified(|ui| small(ui, why));
}

/// The drawing of a view laid out for a panel, and the positions in it; `None` if the panel is too small.
pub(crate) struct InPanel<V: View> {
    room: [f32; 2],
    made: Option<(Arc<Scene>, V::Layout)>,
}

/// The drawing for the available room, laid out again if the size has changed. If the room is too small it says so.
pub fn in_panel<'a, V: View>(
    ui: &mut Ui,
    cached: &'a mut Option<InPanel<V>>,
    prepared: &Prepared<'_, V>,
) -> Option<&'a (Arc<Scene>, V::Layout)> {
    let room: [f32; 2] = ui.available_size().into();
    laid_out(ui, cached, prepared, room)
}

fn laid_out<'a, V: View>(
    ui: &mut Ui,
    cached: &'a mut Option<InPanel<V>>,
    prepared: &Prepared<'_, V>,
    room: [f32; 2],
) -> Option<&'a (Arc<Scene>, V::Layout)> {
    // The panel has not been laid out yet, or is closed.
    if room.iter().any(|side| *side < 1.0) {
        return None;
    }
    let fresh = cached.take().filter(|known| known.room == room);
    let known = cached.insert(fresh.unwrap_or_else(|| {
        let drawn = view::in_panel(prepared, room.map(f64::from), f64::from(text_size::SMALL));
        InPanel { room, made: drawn.ok().map(|(scene, layout)| (Arc::new(scene), layout)) }
    }));
    if known.made.is_none() {
        nothing(ui, prepared.spec.lang().text(texts::PANEL_TOO_SMALL));
    }
    known.made.as_ref()
}

/// As [`in_panel`] with its painting, for a drawing that must be this tall to be read: where the panel is lower it scrolls.
pub(crate) fn scrolled<V: View>(
    ui: &mut Ui,
    id: &str,
    cached: &mut Option<InPanel<V>>,
    prepared: &Prepared<'_, V>,
    tall: f32,
    painted: &mut SceneMemory,
    look: Look<'_>,
) -> Option<PainterResponse> {
    scrolled_with(ui, id, cached, prepared, tall, painted, look, Ask::default())
}

/// As [`scrolled`], with options of the painter.
#[allow(clippy::too_many_arguments, reason = "those of what it scrolls, and its own")]
pub(crate) fn scrolled_with<V: View>(
    ui: &mut Ui,
    id: &str,
    cached: &mut Option<InPanel<V>>,
    prepared: &Prepared<'_, V>,
    tall: f32,
    painted: &mut SceneMemory,
    look: Look<'_>,
    ask: Ask<'_>,
) -> Option<PainterResponse> {
    let bar = ui.spacing().scroll.allocated_width();
    let room = [ui.available_width() - bar, tall.max(ui.available_height())];
    if room.iter().any(|side| *side < 1.0) {
        return None;
    }
    let scene = Arc::clone(&laid_out(ui, cached, prepared, room)?.0);
    let area = ScrollArea::vertical().id_salt(id).auto_shrink([false, false]);
    // The painter would shrink the drawing into what is visible.
    let whole = vec2(room[0], room[1]);
    Some(
        area.show(ui, |ui| ui.allocate_ui(whole, |ui| show_with(ui, &scene, painted, look, ask)).inner).inner,
    )
}

/// The colour of a unit on the map, as on paper; `None` without a value.
pub(crate) fn map_colour(state: &State, unit: usize) -> Option<Rgb> {
    let model = &state.model;
    match (state.document.map.representation, model.class_of.get(unit)) {
        (Representation::Symbols, Some(Ok(_))) => {
            let negative = model.table.rows[unit].value.is_ok_and(|value| value < 0.0);
            Some(if negative { style::SYMBOL_NEGATIVE } else { style::SYMBOL })
        }
        (Representation::Choropleth, Some(Ok(class))) => Some(model.colours[*class]),
        _ => None,
    }
}

/// The action of a click on a territory: select it alone or, with Ctrl, toggle it.
pub(crate) fn selected_by_click(ui: &Ui, code: &Code) -> Action {
    match ui.input(|input| input.modifiers.command) {
        true => Action::ToggleSelected(code.clone()),
        false => Action::Choose(vec![code.clone()]),
    }
}

/// The action of a dragged rectangle or range: select those alone or, with Ctrl, add them to the selection.
pub(crate) fn selected_by_drag(ui: &Ui, codes: Vec<Code>) -> Action {
    let add = ui.input(|input| input.modifiers.command);
    if add { Action::AddSelected(codes) } else { Action::Choose(codes) }
}
