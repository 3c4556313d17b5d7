//! A Word document that was dropped on the window: brought up to date or checked, with the list of what came of it.

use egui::{ScrollArea, Ui};

use crate::engine::reports::{DocumentWork, Edited};
use crate::engine::{DialogAction, DocumentForm};
use crate::i18n::{Lang, texts};
use crate::ui::theme::{MODAL, SPACE};
use crate::ui::widgets::small;

pub(crate) fn document_ui(ui: &mut Ui, lang: Lang, form: &DocumentForm, height: f32) -> Option<DialogAction> {
    let name = form.path.file_name().unwrap_or_default().to_string_lossy();
    ui.strong(name.as_ref());
    small(ui, lang.text(texts::DOCUMENT_TIP));
    ui.add_space(SPACE[1]);
    let mut asked = None;
    ui.add_enabled_ui(!form.is_running, |ui| {
        let mut renews = form.renews_edited;
        if ui.checkbox(&mut renews, lang.text(texts::DOCUMENT_RENEW_EDITED)).changed() {
            asked = Some(DialogAction::FillDocument(DocumentForm { renews_edited: renews, ..form.clone() }));
        }
        ui.horizontal_wrapped(|ui| {
            if ui.button(lang.text(texts::DOCUMENT_REFRESH)).clicked() {
                let edited = if form.renews_edited { Edited::Renew } else { Edited::Keep };
                asked = Some(DialogAction::WorkOnDocument(DocumentWork::Refresh(edited)));
            }
            if ui.button(lang.text(texts::DOCUMENT_VERIFY)).clicked() {
                asked = Some(DialogAction::WorkOnDocument(DocumentWork::Verify));
            }
        });
    });
    ui.add_space(SPACE[1]);
    if form.is_running {
        ui.horizontal(|ui| {
            ui.spinner();
            small(ui, lang.text(texts::DOCUMENT_RUNNING));
        });
    }
    match &form.end {
        None => {}
        Some(Err(why)) => {
            ui.colored_label(ui.visuals().error_fg_color, why);
        }
        Some(Ok(end)) => {
            ui.label(&end.told);
            ui.add_space(SPACE[0]);
            let room = (height - MODAL.fields * 2.0).max(MODAL.fields);
            let area = ScrollArea::vertical().min_scrolled_height(room).max_height(room);
            area.auto_shrink([false, true]).show(ui, |ui| {
                for line in &end.lines {
                    ui.label(line);
                    ui.add_space(SPACE[0]);
                }
            });
        }
    }
    asked
}
