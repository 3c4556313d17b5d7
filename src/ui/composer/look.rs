//! The appearance of the page: ink, legend, labels, visible parts, decimals, type size, logo.

use egui::{Slider, Ui};
use lucide_icons::Icon;

use crate::document::{Ink, LabelMode, LegendPlace, PageSpec, Shows, SvgText};
use crate::i18n::{Lang, texts};
use crate::ui::widgets::{drop_down, gesture, icon_button, segmented, small};

/// The most decimals offered.
const DECIMALS: u8 = 3;

/// The outcome, besides the changed page.
#[derive(Default)]
pub(crate) struct Looks {
    /// The gesture that changed it.
    pub gesture: Option<u64>,
    /// Whether to choose a logo.
    pub asks_logo: bool,
}

/// Controls for the appearance of a page.
pub(crate) fn look_ui(ui: &mut Ui, lang: Lang, page: &mut PageSpec) -> Looks {
    let mut out = Looks::default();
    let width = ui.available_width() - 8.0;
    let inks =
        [(Ink::Colour, texts::INK_COLOUR), (Ink::Grey, texts::INK_GREY), (Ink::Black, texts::INK_BLACK)];
    let inks = inks.map(|(ink, text)| (ink, lang.text(text).to_owned()));
    page.ink = segmented(ui, inks, page.ink).unwrap_or(page.ink);
    small(ui, lang.text(texts::TYPE_SCALE));
    let percent = |value: f64, _: std::ops::RangeInclusive<usize>| format!("{:.0} %", value * 100.0);
    let slider =
        Slider::new(&mut page.type_scale, PageSpec::TYPE_SCALE).step_by(0.05).custom_formatter(percent);
    let slider = ui.add(slider);
    slider.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Slider, true, lang.text(texts::TYPE_SCALE)));
    out.gesture = gesture(ui, &slider);
    small(ui, lang.text(texts::LEGEND_PLACE));
    let places = [
        (LegendPlace::Auto, texts::LEGEND_AUTO),
        (LegendPlace::Beside, texts::LEGEND_BESIDE),
        (LegendPlace::Below, texts::LEGEND_BELOW),
        (LegendPlace::Hidden, texts::LEGEND_HIDDEN),
    ];
    let places = places.map(|(place, text)| (place, lang.text(text).to_owned()));
    page.legend =
        drop_down(ui, lang.text(texts::LEGEND_PLACE), places, page.legend, width).unwrap_or(page.legend);
    small(ui, lang.text(texts::DECIMALS));
    let decimals = (0..=DECIMALS).map(|n| (Some(n), n.to_string()));
    let decimals = std::iter::once((None, lang.text(texts::DECIMALS_AUTO).to_owned())).chain(decimals);
    if let Some(picked) = drop_down(ui, lang.text(texts::DECIMALS), decimals, page.decimals, width) {
        page.decimals = picked;
    }
    shows_ui(ui, lang, page);
    let mut editable = page.svg_text == SvgText::Text;
    let editable_box = ui.checkbox(&mut editable, lang.text(texts::SVG_EDITABLE));
    editable_box.on_hover_text(lang.text(texts::SVG_EDITABLE_HINT));
    page.svg_text = if editable { SvgText::Text } else { SvgText::Outlines };
    ui.horizontal(|ui| {
        out.asks_logo =
            ui.button(format!("{} {}", char::from(Icon::Image), lang.text(texts::LOGO_ASK))).clicked();
        if page.logo.is_some()
            && icon_button(ui, Icon::X, lang.text(texts::LOGO_REMOVE), true, false).clicked()
        {
            page.logo = None;
        }
    });
    out
}

/// Controls for the visible parts.
fn shows_ui(ui: &mut Ui, lang: Lang, page: &mut PageSpec) {
    small(ui, lang.text(texts::PAGE_SHOWS));
    let mut labels = page.labels == LabelMode::Fitting;
    let Shows { heading, footer, backdrop, scale_bar, north } = &mut page.shows;
    let parts = [
        (heading, texts::SHOWS_HEADING),
        (footer, texts::SHOWS_FOOTER),
        (&mut labels, texts::SHOWS_LABELS),
        (backdrop, texts::SHOWS_BACKDROP),
        (scale_bar, texts::SHOWS_SCALE),
        (north, texts::SHOWS_NORTH),
    ];
    egui::Grid::new("shows").num_columns(2).show(ui, |ui| {
        for (i, (on, text)) in parts.into_iter().enumerate() {
            ui.checkbox(on, lang.text(text));
            if i % 2 == 1 {
                ui.end_row();
            }
        }
    });
    page.labels = if labels { LabelMode::Fitting } else { LabelMode::None };
}
