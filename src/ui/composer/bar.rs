//! The bar above the composer: back to the map, the name of the figure, undo and redo, and exports.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{PopupCloseBehavior, Ui};
use lucide_icons::Icon;

use super::ask::{ask, within};
use super::fields::{line, number};
use super::sheet::Sheet;
use crate::document::KeptFigure;
use crate::engine::{Action, Dpi, FigureAction, FigureFormat, Many, State};
use crate::i18n::texts;
use crate::ui::commands::Command;
use crate::ui::theme::{COMPOSER, SPACE, Theme};
use crate::ui::widgets::{icon_button, small, strong};

/// One row of controls.
pub(crate) fn bar_ui(ui: &mut Ui, state: &State, figure: &KeptFigure, sheet: &mut Sheet) -> Option<Action> {
    let lang = state.settings.lang;
    let mut action = None;
    let mut request = |asked: Option<Action>| action = asked.or(action.take());
    let labelled = |icon: Icon, text| format!("{} {}", char::from(icon), lang.text(text));
    ui.horizontal_wrapped(|ui| {
        let back = ui.button(labelled(Icon::ArrowLeft, texts::COMPOSER_BACK)).on_hover_text("Esc");
        request(back.clicked().then(|| ask(FigureAction::Close)));
        ui.separator();
        let mut name = figure.name.clone();
        ui.scope(|ui| {
            ui.set_max_width(COMPOSER.name);
            let typed = line(ui, lang.text(texts::FIGURE_NAME), &mut name, lang.text(texts::FIGURE_NAME));
            request(typed.map(|gesture| within(Some(gesture), FigureAction::Rename(name))));
        });
        request(Command::Undo.button_action(ui, state, state.history.undo_steps() > 0, false));
        request(Command::Redo.button_action(ui, state, state.history.redo_steps() > 0, false));
        ui.separator();
        let open = ui.button(labelled(Icon::FolderOpen, texts::OPEN_FIGURE));
        request(open.clicked().then(|| ask(FigureAction::AskFigure)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let theme = Theme::of(ui);
            let text = strong(labelled(Icon::Download, texts::EXPORT_PAGE)).color(theme.accent);
            let export = ui.add_enabled(!state.exporting, egui::Button::new(text));
            request(export.clicked().then(|| ask(FigureAction::ExportAs)));
            request(dpi_ui(ui, state));
            request(many_ui(ui, state));
            let copy = ui.add_enabled(
                !sheet.is_copying(),
                egui::Button::new(labelled(Icon::Image, texts::COPY_PICTURE)),
            );
            if copy.clicked() {
                sheet.copy(ui.ctx(), state, figure);
            }
            if state.exporting || sheet.is_copying() {
                ui.spinner();
            }
        });
    });
    action
}

/// The resolution of PNG files: the usual ones, or any other.
fn dpi_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let (lang, current) = (state.settings.lang, state.settings.dpi);
    let written = |dpi: Dpi| texts::dpi(lang, dpi.0);
    let mut picked = None;
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (button, _) = MenuButton::new(written(current)).config(config).ui(ui, |ui| {
        for dpi in Dpi::ALL {
            if ui.selectable_label(dpi == current, written(dpi)).clicked() {
                picked = Some(dpi);
                ui.close();
            }
        }
        ui.separator();
        let (least, most) = (Dpi::RANGE.start(), Dpi::RANGE.end());
        let range = f64::from(*least)..=f64::from(*most);
        let mut own = f64::from(current.0);
        if number(ui, lang, texts::DPI_OWN, &mut own, range, "").is_some() {
            picked = Some(Dpi(own.round() as u32));
        }
    });
    let name = lang.text(texts::RESOLUTION);
    button.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::ComboBox, true, name);
        info.current_text_value = Some(written(current));
        info
    });
    button.on_hover_text(name);
    picked.filter(|dpi| *dpi != current).map(Action::SetDpi)
}

/// Writing many figures, or its progress.
fn many_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    if let Some((done, of)) = state.composer.progress {
        let stop = icon_button(ui, Icon::X, lang.text(texts::CANCEL_MANY), true, false);
        let bar = egui::ProgressBar::new(done as f32 / of.max(1) as f32).desired_width(COMPOSER.progress);
        ui.add(bar.text(texts::many_progress(lang, done, of)));
        return stop.clicked().then(|| ask(FigureAction::CancelMany));
    }
    let mut action = None;
    let text = format!("{} {}", char::from(Icon::Files), lang.text(texts::EXPORT_MANY_SHORT));
    ui.menu_button(text, |ui| {
        let all = texts::many_kept(lang, state.document.figures.len());
        for (many, name) in [(Many::Kept, all), (Many::EachAmbito, lang.text(texts::MANY_AMBITI).to_owned())]
        {
            small(ui, name.as_str());
            ui.horizontal(|ui| {
                for format in FigureFormat::ALL {
                    let extension = format.extension().to_uppercase();
                    let button = ui.button(extension.as_str());
                    let label = format!("{name}: {extension}");
                    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
                    if button.clicked() {
                        action = Some(ask(FigureAction::ExportManyTo(many, format)));
                        ui.close();
                    }
                }
            });
            ui.add_space(SPACE[0]);
        }
        small(ui, lang.text(texts::MANY_FOLDER));
    });
    action
}
