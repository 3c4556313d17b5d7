//! The dialog of reports: which one, on what, its sections in their order, the files, and how far it is.

use egui::{ProgressBar, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::engine::reports::{ReportAbout, ReportForm, ReportFormat, ReportKind};
use crate::engine::{DialogAction, State, home};
use crate::i18n::{Lang, texts};
use crate::ui::theme::{MODAL, SPACE};
use crate::ui::widgets::{icon_button, segmented, small};

/// The form and, while reports are written, how many are.
pub(crate) fn reports_ui(ui: &mut Ui, state: &State, form: &ReportForm, height: f32) -> Option<DialogAction> {
    let lang = state.settings.lang;
    small(ui, lang.text(texts::REPORTS_TIP));
    ui.add_space(SPACE[1]);
    if let Some((done, of)) = form.running {
        let share = done as f32 / of.max(1) as f32;
        ui.add(ProgressBar::new(share).text(texts::reports_progress(lang, done, of)));
        ui.add_space(SPACE[1]);
        return ui.button(lang.text(texts::INTAKE_GIVE_UP)).clicked().then_some(DialogAction::CancelReports);
    }
    let mut filled = form.clone();
    let kinds = [
        (ReportKind::Profile, texts::REPORT_KIND_PROFILE),
        (ReportKind::Yearly, texts::REPORT_KIND_YEARLY),
        (ReportKind::Chapter, texts::REPORT_KIND_CHAPTER),
    ];
    if let Some(kind) = segmented(ui, kinds.map(|(kind, name)| (kind, lang.text(name).to_owned())), form.kind)
    {
        filled = filled.of_kind(kind, lang);
    }
    if !form.is_of_all() {
        about_ui(ui, state, &mut filled);
    }
    ui.add_space(SPACE[1]);
    small(ui, lang.text(texts::REPORT_SECTIONS));
    let room = (height - MODAL.fields * 2.0).max(MODAL.fields);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        sections_ui(ui, lang, &mut filled);
    });
    ui.add_space(SPACE[1]);
    ui.horizontal_wrapped(|ui| {
        small(ui, lang.text(texts::REPORT_FILES));
        for format in ReportFormat::ALL {
            let mut is_on = filled.formats.contains(&format);
            if ui.checkbox(&mut is_on, format.name(lang)).changed() {
                filled.formats = ReportFormat::ALL
                    .into_iter()
                    .filter(|one| if *one == format { is_on } else { form.formats.contains(one) })
                    .collect();
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        small(ui, lang.text(texts::REPORT_OFFICE));
        ui.text_edit_singleline(&mut filled.office);
    });
    match &form.told {
        Some(Ok(text)) => {
            small(ui, text.as_str());
        }
        Some(Err(text)) => {
            ui.colored_label(ui.visuals().error_fg_color, text);
        }
        None => {}
    }
    ui.add_space(SPACE[1]);
    if ui.button(lang.text(texts::REPORTS_WRITE)).clicked() {
        return Some(DialogAction::AskReports);
    }
    (filled != *form).then(|| DialogAction::FillReports(Box::new(filled)))
}

/// On what: the user's Ambito, what is selected, or each Ambito.
fn about_ui(ui: &mut Ui, state: &State, form: &mut ReportForm) {
    let lang = state.settings.lang;
    let mut choices = Vec::new();
    if home::of(&state.bundle.atlas, &state.settings).is_some() {
        choices.push((ReportAbout::Mine, lang.text(texts::HOME).to_owned()));
    }
    choices.push((ReportAbout::Selected, lang.text(texts::REPORT_ABOUT_SELECTED).to_owned()));
    choices.push((ReportAbout::Each, lang.text(texts::REPORT_ABOUT_EACH).to_owned()));
    if let Some(about) = segmented(ui, choices, form.about) {
        form.about = about;
    }
}

/// The sections, each to be left out or moved.
fn sections_ui(ui: &mut Ui, lang: Lang, form: &mut ReportForm) {
    let mut moved = None;
    let last = form.sections.len().saturating_sub(1);
    for (at, section) in form.sections.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            let up = texts::report_move_up(lang, &section.title);
            let down = texts::report_move_down(lang, &section.title);
            if icon_button(ui, Icon::ArrowUp, &up, at > 0, false).clicked() {
                moved = Some((at, true));
            }
            if icon_button(ui, Icon::ArrowDown, &down, at < last, false).clicked() {
                moved = Some((at, false));
            }
            ui.checkbox(&mut section.is_on, section.title.as_str());
        });
    }
    if let Some((at, up)) = moved {
        form.move_section(at, up);
    }
}
