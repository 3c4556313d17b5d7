//! What the charts below the map share: a plot that stays still, and axes written as each language writes
//! numbers.

use egui::{AsIdSalt, Color32, Ui};
use egui_plot::{AxisHints, GridMark, Plot};

use crate::base::Code;
use crate::document::Representation;
use crate::engine::{Action, State};
use crate::i18n::{self, Lang};
use crate::ui::theme::{Theme, colour};

/// How far apart the ends of an axis's numbers must be to be drawn, and to be drawn in full strength.
const TICKS: egui::Rangef = egui::Rangef { min: 24.0, max: 44.0 };

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
        .grid_color(theme.line)
        .label_formatter(|_| None)
        .custom_x_axes(vec![x.label_spacing(TICKS)])
        .custom_y_axes(vec![y.label_spacing(TICKS)])
}

/// A number on an axis, with the decimals its step needs.
pub fn tick(lang: Lang, mark: GridMark) -> String {
    let decimals = (-mark.step_size.log10().floor()).clamp(0.0, 6.0) as usize;
    i18n::number(lang, mark.value, decimals)
}

/// The colour a unit has on the map, for those eyes that the map is shown to; grey where it has none.
pub fn unit_colour(state: &State, theme: &Theme, unit: usize) -> Color32 {
    let model = &state.model;
    match (state.spec.representation, model.class_of.get(unit)) {
        (Representation::Symbols, Some(Ok(_))) => {
            let negative = model.table.rows[unit].value.is_ok_and(|value| value < 0.0);
            if negative { theme.symbol_negative } else { theme.symbol }
        }
        (Representation::Choropleth, Some(Ok(class))) => colour(state.vision.sees(model.colours[*class])),
        _ => Color32::GRAY,
    }
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
