//! Where the keyboard is: a ring around the control with the focus, whatever it is, once keys are used; and what has the focus when
//! it opens.

use egui::{Id, Key, LayerId, Order, Response, StrokeKind, Ui};

use super::theme::{FOCUS_RING, RADIUS, Theme};

/// Whether something that is drawn now was not there in the frame before.
pub(crate) fn is_opened(ui: &Ui, id: Id) -> bool {
    let (id, now) = (id.with("drawn"), ui.ctx().cumulative_pass_nr());
    let before: Option<u64> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, now));
    before.is_none_or(|before| before + 1 < now)
}

/// Gives a field the focus when it opens, even if the button that opened it has it.
pub(crate) fn focus_when_opened(ui: &Ui, field: &Response) {
    if is_opened(ui, field.id) {
        field.request_focus();
        ui.ctx().request_repaint();
    }
}

/// Whether the user is at the keyboard.
#[derive(Default)]
pub(crate) struct FocusRing {
    is_shown: bool,
}

impl FocusRing {
    /// Draws the ring over everything.
    pub fn ui(&mut self, ui: &Ui) {
        const MOVES: [Key; 5] = [Key::Tab, Key::ArrowDown, Key::ArrowUp, Key::ArrowLeft, Key::ArrowRight];
        let was_shown = self.is_shown;
        ui.input(|input| {
            self.is_shown |= MOVES.iter().any(|key| input.key_pressed(*key));
            self.is_shown &= !input.pointer.any_pressed();
        });
        if was_shown != self.is_shown {
            ui.ctx().request_repaint();
        }
        let focused = ui.memory(|memory| memory.focused()).filter(|_| self.is_shown);
        let Some(response) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
        let theme = Theme::of(ui);
        let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("focus")));
        let screen = ui.ctx().content_rect().shrink(FOCUS_RING);
        let ring = response.rect.expand(1.0).intersect(screen);
        if !ring.is_positive() {
            return;
        }
        // Two colours, so that it shows on any other.
        painter.rect_stroke(ring, f32::from(RADIUS), (2.0 * FOCUS_RING, theme.card), StrokeKind::Outside);
        painter.rect_stroke(ring, f32::from(RADIUS), (FOCUS_RING, theme.accent), StrokeKind::Outside);
    }
}
