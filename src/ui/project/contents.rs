//! The contents of the project: its name and notes, its imports with their origin, the packs it depends on.

use egui::{ScrollArea, Ui};
use lucide_icons::Icon;

use crate::engine::{Action, ProjectAction, State};
use crate::figure::reference_name;
use crate::i18n::{number, texts};
use crate::ui::composer::fields::{line, paragraph};
use crate::ui::panels::import_ui;
use crate::ui::theme::{MODAL, SPACE};
use crate::ui::widgets::{button_at_the_end, gap, heading, icon_button, modal, small, strong};

/// The contents, as a dialog above the window.
pub(crate) fn contents_ui(ui: &Ui, state: &State) -> Vec<Action> {
    let lang = state.settings.lang;
    let modal = modal(ui, "contents").show(ui.ctx(), |ui| {
        ui.set_width(MODAL.contents);
        // A small window leaves room above and below.
        let height = MODAL.height.min(ui.ctx().content_rect().height() - MODAL.around);
        let mut closed = false;
        let (mut action, mut import) = (None, None);
        button_at_the_end(
            ui,
            |ui| closed = icon_button(ui, Icon::X, lang.text(texts::CONTENTS_CLOSE), true, false).clicked(),
            |ui| {
                heading(ui, lang.text(texts::PROJECT_CONTENTS));
            },
        );
        ScrollArea::vertical().min_scrolled_height(height).max_height(height).show(ui, |ui| {
            let ask = |asked: Option<ProjectAction>, action: &mut Option<ProjectAction>| {
                *action = asked.or(action.take());
            };
            ask(words_ui(ui, state), &mut action);
            gap(ui);
            ask(imports_ui(ui, state), &mut action);
            if state.project.file.imports.is_empty() {
                import = import_ui(ui, state);
            }
            gap(ui);
            ask(packs_ui(ui, state), &mut action);
        });
        closed |= import.is_some();
        let action = action.or(closed.then_some(ProjectAction::ShowContents(false)));
        action.map(Action::Project).into_iter().chain(import).collect::<Vec<_>>()
    });
    match modal.inner.is_empty() && modal.should_close() {
        true => vec![Action::Project(ProjectAction::ShowContents(false))],
        false => modal.inner,
    }
}

fn words_ui(ui: &mut Ui, state: &State) -> Option<ProjectAction> {
    let (lang, work) = (state.settings.lang, &state.project.file.work);
    let (mut name, mut notes) = (work.name.clone(), work.notes.clone());
    small(ui, lang.text(texts::CONTENTS_NAME));
    let hint = state.project.name(lang);
    let renamed = line(ui, lang.text(texts::CONTENTS_NAME), &mut name, &hint);
    small(ui, lang.text(texts::CONTENTS_NOTES)).on_hover_text(lang.text(texts::CONTENTS_NOTES_HINT));
    let noted = paragraph(ui, lang.text(texts::CONTENTS_NOTES), &mut notes, 3);
    renamed.map(|_| ProjectAction::Rename(name)).or(noted.map(|_| ProjectAction::SetNotes(notes)))
}

fn imports_ui(ui: &mut Ui, state: &State) -> Option<ProjectAction> {
    let (lang, imports) = (state.settings.lang, &state.project.file.imports);
    let mut action = None;
    heading(ui, lang.text(texts::CONTENTS_IMPORTS));
    if imports.is_empty() {
        small(ui, lang.text(texts::CONTENTS_NO_IMPORTS));
    }
    for import in imports {
        ui.add_space(SPACE[1]);
        let (origin, meta) = (&import.origin, &import.dataset.meta);
        let title = lang.pick(&meta.title);
        let remove = texts::import_remove(lang, title);
        button_at_the_end(
            ui,
            |ui| {
                if icon_button(ui, Icon::Trash2, &remove, true, false).clicked() {
                    action = Some(ProjectAction::RemoveImport(import.id().to_owned()));
                }
            },
            |ui| {
                ui.add(egui::Label::new(strong(title)).truncate());
            },
        );
        let dates: Vec<String> = import.references().iter().map(|at| reference_name(lang, *at)).collect();
        let dates = if dates.is_empty() { lang.text(texts::EVERY_DATE).to_owned() } else { dates.join(", ") };
        let rows = [origin.rows_taken, origin.rows_read].map(|n| number(lang, n as f64, 0));
        small(ui, texts::import_rows(lang, &origin.file, &rows[0], &rows[1], &dates));
        small(
            ui,
            texts::import_source(lang, lang.stated(lang.pick(&meta.source)), lang.licence(&meta.licence)),
        );
        let names: Vec<&str> = import.indicators.iter().map(|i| lang.pick(&i.short)).collect();
        if !names.is_empty() {
            small(ui, texts::import_shows(lang, names.join(", ")));
        }
    }
    if !imports.is_empty() {
        ui.add_space(SPACE[1]);
        let pack = ui.button(lang.text(texts::PACK_MAKE)).on_hover_text(lang.text(texts::PACK_MAKE_HINT));
        action = action.or(pack.clicked().then_some(ProjectAction::AskPack));
    }
    action
}

fn packs_ui(ui: &mut Ui, state: &State) -> Option<ProjectAction> {
    let (lang, project) = (state.settings.lang, &state.project);
    let mut action = None;
    heading(ui, lang.text(texts::CONTENTS_PACKS));
    small(ui, lang.text(texts::CONTENTS_NO_PACKS));
    for (reference, pack) in project.file.work.packs.iter().zip(&project.packs) {
        let holds = texts::pack_holds(lang, &reference.file, pack.imports.len());
        let detach = texts::pack_detach(lang, &reference.file);
        button_at_the_end(
            ui,
            |ui| {
                if icon_button(ui, Icon::Unlink, &detach, true, false).clicked() {
                    action = Some(ProjectAction::Detach(reference.file.clone()));
                }
            },
            |ui| {
                ui.label(holds);
            },
        );
    }
    ui.add_space(SPACE[1]);
    let attach = ui.button(lang.text(texts::PACK_ATTACH)).clicked();
    action.or(attach.then_some(ProjectAction::AskAttach))
}
