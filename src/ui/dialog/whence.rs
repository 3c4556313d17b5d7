//! The dialog for where a number comes from: the number, words near it, and the matches.

use egui::{Key, Label, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::engine::DialogAction;
use crate::engine::dialog::{Whence, can_be_shown};
use crate::engine::whence::{Answer, Found};
use crate::i18n::{Lang, number, texts};
use crate::ui::focus::focus_when_opened;
use crate::ui::theme::{MODAL, SPACE, Theme};
use crate::ui::widgets::{small, strong};

/// The greatest number of answers that are listed.
const MOST: usize = 30;

/// The fields and, below them, the matches.
pub(crate) fn whence_ui(ui: &mut Ui, lang: Lang, whence: &Whence, height: f32) -> Vec<DialogAction> {
    let mut asked = Vec::new();
    small(ui, lang.text(texts::WHENCE_TIP));
    ui.add_space(SPACE[1]);
    let (mut typed, mut near) = (whence.typed.clone(), whence.near.clone());
    ui.horizontal_wrapped(|ui| {
        let field = |ui: &mut Ui, name, hint, text: &mut String, width: f32| {
            small(ui, lang.text(name));
            let response = ui.add(TextEdit::singleline(text).hint_text(lang.text(hint)).desired_width(width));
            response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, lang.text(name)));
            response
        };
        let number = field(ui, texts::WHENCE_NUMBER, texts::WHENCE_NUMBER_HINT, &mut typed, MODAL.number);
        focus_when_opened(ui, &number);
        let words = field(ui, texts::WHENCE_NEAR, texts::WHENCE_NEAR_HINT, &mut near, MODAL.words);
        let entered =
            (number.lost_focus() || words.lost_focus()) && ui.input(|input| input.key_pressed(Key::Enter));
        if (&typed, &near) != (&whence.typed, &whence.near) {
            asked.push(DialogAction::Type(typed.clone(), near.clone()));
        }
        if ui.button(lang.text(texts::WHENCE_SEARCH)).clicked() || entered {
            asked.push(DialogAction::Search);
        }
        if whence.searching.is_some() {
            ui.spinner();
        }
    });
    if let Some(refusal) = &whence.refusal {
        ui.colored_label(Theme::of(ui).error, refusal);
    }
    if whence.searching.is_some() {
        small(ui, lang.text(texts::WHENCE_SEARCHING));
    }
    if let Some(found) = &whence.found {
        ui.add_space(SPACE[1]);
        ScrollArea::vertical()
            .min_scrolled_height(height - MODAL.fields)
            .max_height(height - MODAL.fields)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                asked.extend(found_ui(ui, found));
            });
    }
    asked
}

fn found_ui(ui: &mut Ui, found: &Found) -> Option<DialogAction> {
    let lang = found.lang;
    let mut asked = None;
    let summary = found.summary();
    let (first, rest) = summary.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    ui.add(Label::new(strong(first)).wrap());
    for line in rest {
        small(ui, line);
    }
    for (place, answer) in found.answers.iter().take(MOST).enumerate() {
        ui.add_space(SPACE[1]);
        ui.separator();
        if answer_ui(ui, lang, answer) {
            asked = Some(DialogAction::Show(place));
        }
    }
    let shown = found.answers.len().min(MOST);
    if let Some(more) = found.total.checked_sub(shown).filter(|more| *more > 0) {
        ui.add_space(SPACE[1]);
        small(ui, texts::whence_more(lang, number(lang, more as f64, 0)));
    }
    asked
}

/// One match; returns whether it should be shown in its view.
fn answer_ui(ui: &mut Ui, lang: Lang, answer: &Answer) -> bool {
    let mut shown = false;
    ui.horizontal_wrapped(|ui| {
        ui.add(Label::new(strong(&answer.name)).wrap().selectable(true));
        if can_be_shown(answer) {
            let name = format!("{}: {}", lang.text(texts::WHENCE_SHOW), answer.line());
            let button = ui.small_button(lang.text(texts::WHENCE_SHOW));
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            shown = button.clicked();
        }
    });
    let where_and_how = [&answer.place, &answer.how, &answer.when].map(String::as_str).join(" · ");
    ui.add(Label::new(where_and_how).wrap().selectable(true));
    small(ui, texts::whence_written(lang, &answer.written, &answer.origin));
    if let Some(caution) = &answer.caution {
        small(ui, caution);
    }
    shown
}
