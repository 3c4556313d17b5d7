//! The page where figures are typed or pasted by hand: on the left what is counted and when, in the middle the grid, below
//! what is wrong with it and the button that takes it in.

mod describe;
mod grid;

use egui::{Align, Button, Frame, Layout, Margin, Panel, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::engine::hand::Hand;
use crate::engine::{Action, HandAction, State};
use crate::i18n::{Lang, texts};

use super::theme::{INTAKE, PANEL_MAX_WIDTH, PANEL_MIN_WIDTH, SPACE, Theme};
use super::widgets::{icon_button, small, strong};

/// Faults that are told one by one.
const FAULTS: usize = 3;

/// What the page remembers while the program runs.
#[derive(Default)]
pub struct HandMemory {
    /// The cell that has the keyboard: row and column.
    at: Option<(usize, usize)>,
}

/// The whole page.
pub fn hand_ui(ui: &mut Ui, state: &State, hand: &Hand, memory: &mut HandMemory) -> Vec<Action> {
    let theme = Theme::of(ui);
    let lang = state.settings.lang;
    let panel = Frame::new().fill(theme.panel).inner_margin(SPACE[2] as i8);
    let slim = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(SPACE[2] as i8, 6));
    let mut asked: Vec<HandAction> = grid::pasted(ui, memory).into_iter().collect();
    Panel::top("hand_bar").frame(slim).show(ui, |ui| asked.extend(top_ui(ui, lang, hand)));
    Panel::bottom("hand_end").frame(panel).show(ui, |ui| asked.extend(end_ui(ui, lang, hand)));
    Panel::left("hand_left")
        .frame(panel)
        .default_size(INTAKE.list)
        .size_range(PANEL_MIN_WIDTH..=PANEL_MAX_WIDTH)
        .show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                asked.extend(describe::describe_ui(ui, state, hand));
            });
        });
    let page = Frame::new().fill(theme.card).inner_margin(SPACE[3] as i8);
    egui::CentralPanel::default().frame(page).show(ui, |ui| {
        small(ui, lang.text(texts::HAND_TIP));
        asked.extend(grid::grid_ui(ui, state, hand, memory));
    });
    asked.into_iter().map(Action::Hand).collect()
}

fn top_ui(ui: &mut Ui, lang: Lang, hand: &Hand) -> Option<HandAction> {
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        let back = format!("{} {}", char::from(Icon::ArrowLeft), lang.text(texts::INTAKE_BACK));
        asked = ui.button(back).clicked().then_some(HandAction::Cancel);
        ui.separator();
        ui.label(strong(lang.text(texts::HAND_TITLE)).color(Theme::of(ui).accent));
        ui.separator();
        if icon_button(ui, Icon::Undo2, lang.text(texts::UNDO), hand.is_touched(), false).clicked() {
            asked = Some(HandAction::Undo);
        }
        let add = format!("{} {}", char::from(Icon::Plus), lang.text(texts::HAND_ADD_PERIOD));
        if ui.button(add).clicked() {
            asked = Some(HandAction::AddPeriod);
        }
    });
    asked
}

/// What is wrong, what was pasted, and the ways out.
fn end_ui(ui: &mut Ui, lang: Lang, hand: &Hand) -> Option<HandAction> {
    let theme = Theme::of(ui);
    let mut asked = None;
    // The last of them is rather told than counted.
    let most = if hand.faults.len() == FAULTS + 1 { FAULTS + 1 } else { FAULTS };
    for fault in hand.faults.iter().take(most) {
        ui.colored_label(theme.error, fault.text(lang));
    }
    if let Some(more) = hand.faults.len().checked_sub(most).filter(|more| *more > 0) {
        ui.colored_label(theme.error, texts::check_more(lang, more));
    }
    if let Some(pasted) = &hand.pasted {
        small(ui, texts::hand_pasted(lang, pasted.placed));
        if pasted.beyond > 0 {
            let text = texts::hand_beyond(lang, pasted.beyond);
            ui.colored_label(theme.warning, text);
        }
        if !pasted.unmatched.is_empty() {
            let text = texts::hand_unmatched(lang, pasted.unmatched.join(", "));
            ui.colored_label(theme.warning, text);
        }
    }
    let obstacle = hand.obstacle();
    let is_ready = obstacle.is_none();
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let name = lang.text(texts::INTAKE_TAKE_IN);
        let text = strong(format!("{} {name}", char::from(Icon::Check)));
        let text = text.color(if is_ready { theme.on_accent } else { theme.muted });
        let button = Button::new(text).fill(if is_ready { theme.accent } else { theme.card });
        let button = ui.add_enabled(is_ready, button);
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_ready, name));
        if button.clicked() {
            asked = Some(HandAction::TakeIn);
        }
        if ui.button(lang.text(texts::INTAKE_GIVE_UP)).clicked() {
            asked = Some(HandAction::Cancel);
        }
        if let Some(why) = obstacle {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| small(ui, lang.text(why)));
        }
    });
    asked
}
