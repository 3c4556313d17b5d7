//! One indicator of the list: its full name, its dates on a small axis, its card and its star.

use egui::{RichText, Sense, Ui, Vec2};
use lucide_icons::Icon;

use crate::data::{Caption, Theme as Topic};
use crate::engine::{Action, DialogAction, State};
use crate::figure::{reference_name, span_text};
use crate::i18n::{Lang, texts};
use crate::ui::roving::Roving;
use crate::ui::theme::{INDICATOR_ROW, Theme, text_size};

use super::IndicatorsMemory;

/// The controls of a row: its name, its card, its star.
pub(crate) const COLUMNS: usize = 3;

/// An indicator and the theme it belongs to.
pub struct Row<'a> {
    pub topic: Option<&'a Topic>,
    /// Name, unit and the other texts of the indicator.
    pub caption: Caption<'a>,
}

/// One row; `is_home` where it is under its theme, which is where it is scrolled to.
pub(crate) fn row_ui(
    ui: &mut Ui,
    state: &State,
    indicator: Caption<'_>,
    memory: &mut IndicatorsMemory,
    roving: &mut Roving,
    is_home: bool,
) -> Option<Action> {
    let at = roving.row();
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let mut action = None;
    let shown = state.caption().is_some_and(|caption| caption.id == indicator.id);
    let favourite = state.settings.favourites.iter().any(|id| id == indicator.id);
    let name = lang.pick(indicator.name);
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = INDICATOR_ROW.gap;
        let width = ui.available_width() - 2.0 * (INDICATOR_ROW.icon + INDICATOR_ROW.gap);
        ui.allocate_ui_with_layout(
            Vec2::new(width, INDICATOR_ROW.height),
            egui::Layout::top_down_justified(egui::Align::Min),
            |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                // The full name: names often differ only at the end.
                let button =
                    egui::Button::selectable(shown, RichText::new(name).size(text_size::BODY)).wrap();
                let response = ui.add(button.sense(roving.sense(at, Some(0))));
                roving.follow(ui, at, Some(0), &response);
                let dates = memory.dates(state, indicator.id);
                dates_ui(ui, &dates, shown);
                if response.on_hover_ui(|ui| tip_ui(ui, state, indicator)).clicked() && !shown {
                    action = Some(Action::SetIndicator(indicator.id.to_owned()));
                }
            },
        );
        let label = format!("{}: {name}", lang.text(texts::CARD_OPEN));
        if icon_ui(ui, (Icon::Info, theme.muted), &label, None, (roving, at, 1)) {
            action = Some(Action::Dialog(DialogAction::Card(indicator.id.to_owned())));
        }
        let text = if favourite { texts::FAVOURITE_REMOVE } else { texts::FAVOURITE_ADD };
        let label = format!("{}: {name}", lang.text(text));
        let colour = if favourite { theme.accent } else { theme.line };
        if icon_ui(ui, (Icon::Star, colour), &label, Some(favourite), (roving, at, 2)) {
            action = Some(Action::ToggleFavourite(indicator.id.to_owned()));
        }
    });
    if is_home && memory.wanted.as_deref() == Some(indicator.id) {
        memory.wanted = None;
        row.response.scroll_to_me(Some(egui::Align::Center));
    }
    action
}

/// The tooltip of a name: the full name, what the indicator is, how it can mislead, and its dates.
fn tip_ui(ui: &mut Ui, state: &State, indicator: Caption<'_>) {
    let lang = state.settings.lang;
    let lines = [Some(indicator.name), Some(indicator.definition), indicator.warning];
    let mut lines: Vec<String> = lines.into_iter().flatten().map(|text| lang.pick(text).to_owned()).collect();
    lines.push(texts::card_dates(lang, dates_in_words(state, indicator.id, lang)));
    ui.label(lines.join("\n"));
}

fn dates_in_words(state: &State, id: &str, lang: Lang) -> String {
    let references = state.bundle.atlas.references(id).unwrap_or_default();
    let caption = state.bundle.atlas.caption(id);
    let stated = |at: &crate::data::Reference| caption.as_ref().map_or(*at, |caption| caption.stated(*at));
    match references.as_slice() {
        [] => lang.text(texts::WHENCE_NO_DATE).to_owned(),
        [only] => reference_name(lang, stated(only)),
        [first, .., last] => {
            texts::reach_range(lang, span_text(lang, stated(first), stated(last)), references.len())
        }
    }
}

/// An icon button; returns whether it was clicked.
fn icon_ui(
    ui: &mut Ui,
    (icon, colour): (Icon, egui::Color32),
    label: &str,
    is_on: Option<bool>,
    (roving, row, column): (&mut Roving, usize, usize),
) -> bool {
    let text = RichText::new(char::from(icon).to_string()).size(INDICATOR_ROW.glyph).color(colour);
    let button = egui::Button::new(text).frame(false).sense(roving.sense(row, Some(column)));
    let button = ui.add_sized([INDICATOR_ROW.icon, INDICATOR_ROW.icon], button);
    roving.follow(ui, row, Some(column), &button);
    button.widget_info(|| match is_on {
        Some(is_on) => egui::WidgetInfo::selected(egui::Role::Button, true, is_on, label),
        None => egui::WidgetInfo::labeled(egui::Role::Button, true, label),
    });
    button.on_hover_text(label).clicked()
}

/// The dates of an indicator, as points on a line: the same years for the whole list.
fn dates_ui(ui: &mut Ui, places: &[f32], shown: bool) {
    let theme = Theme::of(ui);
    let (rect, _) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), INDICATOR_ROW.axis), Sense::hover());
    if !ui.is_rect_visible(rect) || places.is_empty() {
        return;
    }
    let (left, right) = (rect.left() + ui.spacing().button_padding.x, rect.right() - INDICATOR_ROW.gap);
    let y = rect.center().y;
    ui.painter().hline(left..=right, y, egui::Stroke::new(1.0, theme.line));
    let colour = if shown { theme.accent } else { theme.muted };
    for place in places {
        ui.painter().circle_filled(egui::pos2(left + (right - left) * place, y), INDICATOR_ROW.point, colour);
    }
}
