//! The card of an indicator, shown as headings and lines.

use egui::{Label, ScrollArea, Ui};

use crate::engine::indicator_card::IndicatorCard;
use crate::ui::theme::SPACE;
use crate::ui::widgets::{heading, small};

/// The card, scrolled where it is long; its text can be selected and copied.
pub fn card_ui(ui: &mut Ui, card: &IndicatorCard, height: f32) {
    small(ui, &card.id);
    ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink([false, true]).show(
        ui,
        |ui| {
            for section in &card.sections {
                ui.add_space(SPACE[1]);
                heading(ui, &section.heading);
                for line in &section.lines {
                    ui.add(Label::new(line).wrap().selectable(true));
                }
            }
        },
    );
}
