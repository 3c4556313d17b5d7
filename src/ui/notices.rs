//! The notice over the map: it moves nothing, a success goes away by itself, and what was written can be opened from it.

use egui::accesskit::Live;
use egui::{Align2, Area, Frame, Id, Label, Order, RichText, Ui};
use lucide_icons::Icon;

use crate::engine::opener::Opening;
use crate::engine::{Action, Notice, State};
use crate::i18n::texts;

use super::theme::{NOTICE_WIDTH, SPACE, Theme};
use super::widgets::{icon_button, icon_text};

/// The least time that a notice stays, in seconds.
const LEAST: f64 = 4.0;
/// The least time of one with something to be clicked.
const LEAST_WRITTEN: f64 = 12.0;
/// What a slow reader takes for a letter, in seconds: 12 letters in one.
const LETTER: f64 = 0.08;

/// How long the notice has yet to stay.
#[derive(Default)]
pub(crate) struct NoticeMemory {
    of: Option<Notice>,
    left: f64,
    /// When it was last drawn, and whether it was pointed at then.
    last: f64,
    is_held: bool,
}

/// How long a notice stays, in seconds; `None` until it is dismissed.
fn time(notice: &Notice, is_undone: bool) -> Option<f64> {
    let least = if notice.written.is_some() || is_undone { LEAST_WRITTEN } else { LEAST };
    (!notice.is_error).then(|| least.max(LEAST + LETTER * notice.text.chars().count() as f64))
}

impl NoticeMemory {
    /// Whether the time of the notice is over; asks for the frame in which it will be.
    fn is_over(&mut self, ui: &Ui, notice: &Notice, is_undone: bool) -> bool {
        let now = ui.input(|input| input.time);
        let Some(whole) = time(notice, is_undone) else {
            self.of = None;
            return false;
        };
        if self.of.as_ref() == Some(notice) {
            self.left -= if self.is_held { 0.0 } else { now - self.last };
        } else {
            (self.of, self.left, self.is_held) = (Some(notice.clone()), whole, false);
        }
        self.last = now;
        if self.left <= 0.0 {
            self.of = None;
            return true;
        }
        if !self.is_held {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(self.left));
        }
        false
    }
}

/// The notice below `top`, in the middle of the window.
pub(crate) fn notice_ui(ui: &Ui, state: &State, memory: &mut NoticeMemory, top: f32) -> Option<Action> {
    let Some(notice) = &state.notice else {
        memory.of = None;
        return None;
    };
    let offer = state.undo_offer();
    if memory.is_over(ui, notice, offer.is_some()) {
        return Some(Action::DismissNotice);
    }
    let (lang, theme) = (state.settings.lang, Theme::of(ui));
    let screen = ui.ctx().content_rect();
    let width = NOTICE_WIDTH.min(screen.width() - 2.0 * SPACE[4]);
    let mut action = None;
    let colour = if notice.is_error { theme.error } else { theme.fine };
    let area = Area::new(Id::unique("notice"))
        .order(Order::Foreground)
        .pivot(Align2::CENTER_TOP)
        .fixed_pos(egui::pos2(screen.center().x, top + SPACE[1]))
        .show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).inner_margin(SPACE[1]).stroke((1.0, colour));
            frame.show(ui, |ui| {
                ui.set_max_width(width);
                ui.horizontal(|ui| {
                    let icon = if notice.is_error { Icon::TriangleAlert } else { Icon::Check };
                    ui.label(icon_text(ui, icon).color(colour));
                    // The buttons keep their room, whatever there is to say.
                    let buttons = 2.0 * SPACE[4] + SPACE[1];
                    ui.vertical(|ui| {
                        ui.set_max_width(width - buttons);
                        let text = RichText::new(&notice.text);
                        let label = ui.add(Label::new(text).wrap());
                        ui.ctx().accesskit_node_builder(label.id, |node| {
                            node.set_live(if notice.is_error { Live::Assertive } else { Live::Polite });
                        });
                        if let Some(offer) = offer
                            && ui.button(offer).clicked()
                        {
                            action = Some(Action::Undo);
                        }
                        if let Some(path) = &notice.written {
                            ui.horizontal_wrapped(|ui| {
                                if ui.button(lang.text(texts::NOTICE_OPEN)).clicked() {
                                    action = Some(Action::OpenOutside(Opening::File(path.clone())));
                                }
                                if ui.button(lang.text(texts::NOTICE_FOLDER)).clicked() {
                                    action = Some(Action::OpenOutside(Opening::InFolder(path.clone())));
                                }
                            });
                        }
                    });
                    let close = icon_button(ui, Icon::X, lang.text(texts::CLOSE), true, false);
                    if close.clicked() {
                        action = Some(Action::DismissNotice);
                    }
                });
            });
        });
    let is_pointed = ui.input(|input| {
        input.pointer.hover_pos().is_some_and(|at| area.response.rect.expand(SPACE[0]).contains(at))
    });
    // With the focus on one of its buttons it stays, too.
    let is_focused = ui.memory(|memory| memory.focused()).is_some_and(|focused| {
        ui.ctx().read_response(focused).is_some_and(|response| response.layer_id == area.response.layer_id)
    });
    if memory.is_held && !(is_pointed || is_focused) {
        // The rest of its time begins now.
        ui.ctx().request_repaint();
    }
    memory.is_held = is_pointed || is_focused;
    action
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_stays_as_long_as_it_takes_to_read_and_an_error_until_it_is_dismissed() {
        let short = time(&Notice::info("Salvato: mappa.png".to_owned()), false);
        assert!(short.is_some_and(|short| (4.0..8.0).contains(&short)));
        // A hundred letters take a slow reader eight seconds.
        let long = time(&Notice::info("x".repeat(100)), false);
        assert_eq!(long, Some(12.0));
        assert_eq!(time(&Notice::error("x".to_owned()), false), None);
        let written = Notice { written: Some("mappa.png".into()), ..Notice::info("Salvato".to_owned()) };
        assert_eq!(time(&written, false), Some(12.0));
    }
}
