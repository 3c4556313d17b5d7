//! What the charts below the map share: text beside the drawing, a plot that stays still, axes written as each
//! language writes numbers, and what clicks and drags ask for.

use egui::{Align, AsIdSalt, Color32, Layout, ScrollArea, Ui, vec2};
use egui_plot::{AxisHints, GridInput, GridMark, Plot};

use crate::base::{Code, Rgb};
use crate::document::Representation;
use crate::engine::{Action, State};
use crate::figure::{round_down, style};
use crate::i18n::{self, Lang};
use crate::ui::page_colours::{Use, on_screen};
use crate::ui::theme::{SIDE_TEXT_WIDTH, Theme};
use crate::ui::widgets::small;

/// How far apart the ends of an axis's numbers must be to be drawn, and to be drawn in full strength.
const TICKS: egui::Rangef = egui::Rangef { min: 24.0, max: 32.0 };
/// How far apart the marks of an axis are at least: numbers are wider than they are high.
const ACROSS: f64 = 72.0;
const UPWARDS: f64 = 32.0;
/// What the plot calls the least distance between two marks.
const LEAST: f32 = 8.0;
/// More marks than any screen holds: the bounds are then no bounds of values.
const MOST_MARKS: f64 = 1000.0;

/// A column of text that scrolls by itself, and beside it the drawing in the room that is left.
pub fn beside_text<T>(
    ui: &mut Ui,
    id: &str,
    text: impl FnOnce(&mut Ui),
    drawing: impl FnOnce(&mut Ui) -> T,
) -> T {
    let row = ui.horizontal_top(|ui| {
        let room = vec2(SIDE_TEXT_WIDTH, ui.available_height());
        ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
            ui.set_width(SIDE_TEXT_WIDTH);
            ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, text);
        });
        drawing(ui)
    });
    row.inner
}

/// In place of a drawing that would be empty: why.
pub fn nothing(ui: &mut Ui, why: &str) {
    ui.centered_and_justified(|ui| small(ui, why));
}

/// A plot with those axes, that neither moves nor zooms under the pointer: pointing and dragging choose.
pub fn still_plot<'a>(id: impl AsIdSalt, theme: &Theme, x: AxisHints<'a>, y: AxisHints<'a>) -> Plot<'a> {
    Plot::new(id)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .grid_spacing(egui::Rangef::new(LEAST, 300.0))
        .x_grid_spacer(|input| round_marks(&input, ACROSS))
        .y_grid_spacer(|input| round_marks(&input, UPWARDS))
        .grid_color(theme.line)
        .label_formatter(|_| None)
        .custom_x_axes(vec![x.label_spacing(TICKS)])
        .custom_y_axes(vec![y.label_spacing(TICKS)])
}

/// Marks at round numbers, so far apart that each can be written.
fn round_marks(input: &GridInput, apart: f64) -> Vec<GridMark> {
    let (low, high) = input.bounds;
    // The round number above: the next lower one is never less than two fifths.
    let step = round_down(2.5 * input.base_step_size * apart / f64::from(LEAST));
    if !(step.is_normal() && (high - low) / step < MOST_MARKS) {
        return Vec::new();
    }
    let marks = (low / step).ceil() as i64..=(high / step).floor() as i64;
    marks.map(|i| GridMark { value: i as f64 * step, step_size: step }).collect()
}

/// A number on an axis, with the decimals its step needs.
pub fn tick(lang: Lang, mark: GridMark) -> String {
    let decimals = (-mark.step_size.log10().floor()).clamp(0.0, 6.0) as usize;
    i18n::number(lang, mark.value, decimals)
}

/// The colour a unit has on the map, on paper; none where it has no value.
pub fn map_colour(state: &State, unit: usize) -> Option<Rgb> {
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

/// The same on the screen, for those eyes that the map is shown to; grey where there is none.
pub fn unit_colour(state: &State, theme: &Theme, unit: usize) -> Color32 {
    let shown = |of| on_screen(theme, state.vision, of, Use::Fill);
    map_colour(state, unit).map_or(Color32::GRAY, shown)
}

/// What a click on a territory asks for: that one alone, or with Ctrl that it join the choice or leave it.
pub fn chosen_by_click(ui: &Ui, code: &Code) -> Action {
    match ui.input(|input| input.modifiers.command) {
        true => Action::ToggleChosen(code.clone()),
        false => Action::Choose(vec![code.clone()]),
    }
}

/// What a dragged rectangle or stretch asks for: those alone, or with Ctrl that they join the choice.
pub fn chosen_by_drag(ui: &Ui, codes: Vec<Code>) -> Action {
    let add = ui.input(|input| input.modifiers.command);
    if add { Action::AddChosen(codes) } else { Action::Choose(codes) }
}
