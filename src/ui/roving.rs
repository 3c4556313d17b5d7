//! One Tab stop for a group of controls: arrows move among them, Home and End go to its ends. A list of a hundred
//! indicators would otherwise be three hundred stops.

use egui::{EventFilter, Id, Key, Modifiers, Response, Sense, Ui};

use super::focus::is_opened;

/// What is remembered of a group from one frame to the next.
#[derive(Clone, Copy, Default)]
struct Kept {
    at: [usize; 2],
    rows: usize,
    /// Whether the control at that place is to have the focus.
    wanted: bool,
    /// Whether one of its controls has it.
    is_inside: bool,
}

/// A group while it is drawn. Controls are at a row and a column; in a group of one column all arrows go along it.
pub(crate) struct Roving {
    id: Id,
    kept: Kept,
    next: Kept,
    columns: usize,
    rows: usize,
}

impl Roving {
    /// Begins a group. Tab enters it at the row `selected`, or where it was left.
    pub fn new(ui: &Ui, id: Id, columns: usize, selected: Option<usize>) -> Self {
        let mut kept: Kept = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        if !kept.is_inside
            && !kept.wanted
            && let Some(selected) = selected
        {
            kept.at = [selected, 0];
        }
        // Before it was ever drawn it is not known how many there are.
        if kept.rows > 0 {
            kept.at[0] = kept.at[0].min(kept.rows - 1);
        }
        Self { id, kept, next: Kept { is_inside: false, wanted: false, ..kept }, columns, rows: 0 }
    }

    /// Gives the focus to the control that Tab would enter at, when the group opens.
    pub fn enter(&mut self, ui: &Ui) {
        // In its first frame it does not know how many controls it has.
        self.kept.wanted |= is_opened(ui, self.id);
    }

    /// The row of the next control in the first column.
    pub fn row(&mut self) -> usize {
        self.rows += 1;
        self.rows - 1
    }

    /// How a control senses: only one of the group is reached by Tab. One that fills its row has no column.
    pub fn sense(&self, row: usize, column: Option<usize>) -> Sense {
        if self.is_at(row, column) { Sense::click() } else { Sense::CLICK }
    }

    fn is_at(&self, row: usize, column: Option<usize>) -> bool {
        self.kept.at[0] == row && column.is_none_or(|column| column == self.kept.at[1])
    }

    /// Follows the keys of a control that was drawn.
    pub fn follow(&mut self, ui: &Ui, row: usize, column: Option<usize>, response: &Response) {
        if response.clicked() && !self.is_at(row, column) {
            self.next.at = [row, column.unwrap_or(0)];
            return;
        }
        if !self.is_at(row, column) {
            return;
        }
        if self.kept.wanted {
            response.request_focus();
            response.scroll_to_me(None);
            ui.ctx().request_repaint();
        }
        if !response.has_focus() {
            return;
        }
        self.next.is_inside = true;
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        // A slow frame holds several presses, each of which is a step.
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let (right, left) = (pressed(Key::ArrowRight), pressed(Key::ArrowLeft));
        let (home, end) = (pressed(Key::Home) > 0, pressed(Key::End) > 0);
        let last = self.kept.rows.saturating_sub(1);
        let is_line = self.columns == 1;
        let [mut to_row, mut to_column] = self.kept.at;
        let (on, back) = if is_line { (down + right, up + left) } else { (down, up) };
        to_row = (to_row + on).min(last).saturating_sub(back);
        if !is_line {
            to_column = (to_column + right).min(self.columns - 1).saturating_sub(left);
        }
        if home {
            to_row = 0;
        } else if end {
            to_row = last;
        }
        if [to_row, to_column] != self.kept.at {
            (self.next.at, self.next.wanted) = ([to_row, to_column], true);
            ui.ctx().request_repaint();
        }
    }

    /// Ends the group.
    pub fn end(mut self, ui: &Ui) {
        self.next.rows = self.rows;
        ui.data_mut(|data| data.insert_temp(self.id, self.next));
    }
}
