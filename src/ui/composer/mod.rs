//! The composer: kept figures on the left, the page as it will be exported in the middle, its settings on the right,
//! and below it what could mislead and the texts that go with the figure.

mod ask;
mod bar;
mod elements;
pub(super) mod fields;
mod gallery;
mod hand;
mod look;
mod page;
mod sheet;
mod sheet_view;
mod styles;
mod words;

use egui::{Frame, Panel, Ui};

use crate::engine::{Action, FigureAction, State};

use super::theme::{COMPOSER, PANEL_MAX_WIDTH, PANEL_MIN_WIDTH, SPACE, Theme};

pub(crate) use sheet::{image, paper};

use ask::ask;
use gallery::Gallery;
use sheet::Sheet;
use words::Tab;

/// The memory of the composer while the program runs.
#[derive(Default)]
pub(crate) struct ComposerMemory {
    sheet: Sheet,
    gallery: Gallery,
    tab: Tab,
    /// The name being typed for a style.
    style: String,
}

/// The whole composer, for the open figure.
pub(crate) fn composer_ui(ui: &mut Ui, state: &State, memory: &mut ComposerMemory) -> Vec<Action> {
    let Some(figure) = state.document.composed() else { return vec![ask(FigureAction::Close)] };
    let theme = Theme::of(ui);
    let panel = Frame::new().fill(theme.panel).inner_margin(SPACE[2] as i8);
    let slim = Frame::new().fill(theme.panel).inner_margin(egui::Margin::symmetric(SPACE[2] as i8, 6));
    let mut actions = Vec::new();
    Panel::top("composer_bar").frame(slim).show(ui, |ui| {
        actions.extend(bar::bar_ui(ui, state, figure, &mut memory.sheet));
    });
    Panel::left("composer_left")
        .frame(panel)
        .default_size(COMPOSER.left)
        .size_range(PANEL_MIN_WIDTH..=PANEL_MAX_WIDTH)
        .show(ui, |ui| {
            egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                actions.extend(memory.gallery.ui(ui, state, memory.sheet.is_drawing()));
                actions.extend(elements::elements_ui(ui, state, figure));
            });
        });
    Panel::right("composer_right")
        .frame(panel)
        .default_size(COMPOSER.right)
        .size_range(PANEL_MIN_WIDTH..=PANEL_MAX_WIDTH)
        .show(ui, |ui| {
            egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                actions.extend(page::page_ui(
                    ui,
                    state,
                    figure,
                    memory.sheet.page().map(|page| &page.places),
                ));
                actions.extend(styles::styles_ui(ui, state, &mut memory.style));
            });
        });
    Panel::bottom("composer_words")
        .frame(panel)
        .resizable(true)
        .default_size(COMPOSER.words)
        .size_range(COMPOSER.least_words..=COMPOSER.most_words)
        .show(ui, |ui| {
            let mut fit = None;
            let controls = |ui: &mut Ui| fit = memory.sheet.controls(ui, state.settings.lang);
            let page = memory.sheet.page();
            actions.extend(words::words_ui(ui, state, figure, page, &mut memory.tab, controls));
            memory.sheet.set_view(ui, fit);
        });
    egui::CentralPanel::no_frame().show(ui, |ui| actions.extend(memory.sheet.ui(ui, state, figure)));
    actions
}
