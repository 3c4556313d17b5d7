//! What the charts below the map share: a plot that stays still, and axes written as each language writes
//! numbers.

use egui::AsIdSalt;
use egui_plot::{AxisHints, GridMark, Plot};

use crate::i18n::{self, Lang};
use crate::ui::theme::Theme;

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
