//! Below: the territories with their values, from the highest. The text alternative of the map, in reading
//! order, and a way to choose without a mouse.

use egui::{RichText, ScrollArea, Ui};

use super::ViewResponse;
use super::chart::chosen_by_click;
use crate::data::Value;
use crate::engine::State;
use crate::figure::{Shown, mapped_text, names, value_text, when_phrase};
use crate::ui::theme::{LIST_COLUMN, LIST_ROW, RADIUS, Theme, text_size};
use crate::ui::widgets::small;

/// What the panel remembers while the program runs.
#[derive(Default)]
pub struct ListMemory {
    /// The unit that was pointed at elsewhere when it was last drawn.
    lit: Option<usize>,
}

/// Lists every unit of the level shown; a click chooses it, with Ctrl it joins the choice. `hovered` is the unit
/// pointed at on the map.
pub fn list_ui(ui: &mut Ui, state: &State, memory: &mut ListMemory, hovered: Option<usize>) -> ViewResponse {
    let mut out = ViewResponse::default();
    let Some(indicator) = state.indicator() else { return out };
    ui.horizontal(|ui| {
        let name = names(&state.spec, &state.bundle.atlas);
        let comma = if matches!(state.model.shown, Shown::Change(_)) { "," } else { "" };
        small(ui, format!("{name}{comma} {}", when_phrase(&state.spec)));
    });
    let rows = &state.model.table.rows;
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let key = |value: Value| value.unwrap_or(f64::NEG_INFINITY);
    order.sort_by(|&a, &b| key(rows[b].value).total_cmp(&key(rows[a].value)));
    let columns = ((ui.available_width() / LIST_COLUMN) as usize).max(1);
    let lines = order.len().div_ceil(columns);
    // Rows lower than other controls, so that more of them are in sight.
    ui.spacing_mut().interact_size.y = LIST_ROW;
    ui.spacing_mut().button_padding.y = 1.0;
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut area = ScrollArea::vertical().auto_shrink([false, false]);
    let elsewhere = !ui.rect_contains_pointer(ui.available_rect_before_wrap());
    if elsewhere && hovered != memory.lit {
        // What is pointed at elsewhere comes into sight.
        let place = hovered.and_then(|unit| order.iter().position(|known| *known == unit));
        if let Some(place) = place {
            let middle = (place / columns) as f32 * (LIST_ROW + ui.spacing().item_spacing.y);
            area = area.vertical_scroll_offset((middle - ui.available_height() / 2.0).max(0.0));
        }
    }
    memory.lit = hovered;
    area.show_rows(ui, LIST_ROW, lines, |ui, shown| {
        for line in shown {
            ui.horizontal(|ui| {
                for &unit in order.iter().skip(line * columns).take(columns) {
                    let row = &rows[unit];
                    let value = mapped_text(&state.spec, indicator, row.value);
                    let second = second_value(state, unit);
                    let text = format!("{}: {value}{second}", row.name);
                    let chosen = state.spec.chosen.contains(&row.code);
                    let button = egui::Button::selectable(chosen, RichText::new(text).size(text_size::SMALL))
                        .truncate();
                    let room = egui::vec2(LIST_COLUMN - ui.spacing().item_spacing.x, LIST_ROW);
                    let left = egui::Layout::top_down_justified(egui::Align::Min);
                    let response = ui.allocate_ui_with_layout(room, left, |ui| ui.add(button)).inner;
                    if response.hovered() {
                        out.pointed = Some(unit);
                    } else if hovered == Some(unit) {
                        let ink = Theme::of(ui).ink;
                        let lit = response.rect;
                        ui.painter().rect_stroke(
                            lit,
                            f32::from(RADIUS),
                            (1.0, ink),
                            egui::StrokeKind::Inside,
                        );
                    }
                    if response.clicked() {
                        out.action = Some(chosen_by_click(ui, &row.code));
                    }
                }
            });
        }
    });
    out
}

/// The value of the second of two indicators, where there are two.
fn second_value(state: &State, unit: usize) -> String {
    let Shown::Two(axes) = &state.model.shown else { return String::new() };
    let Some(indicator) = state.bundle.atlas.catalogue.get(&axes[1].indicator) else { return String::new() };
    format!("; {}", value_text(state.settings.lang, indicator, axes[1].table.rows[unit].value))
}
