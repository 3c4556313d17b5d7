//! The dialog of reports: which one, on what, its sections in their order, the files, its pages before they are written, and how far
//! it is.

use std::sync::Arc;

use egui::{
    CursorIcon, Id, Image, Label, ProgressBar, ScrollArea, Sense, TextureHandle, TextureOptions, Ui, Vec2,
};
use lucide_icons::Icon;

use crate::engine::reports::{
    MOST_PAGES, ReportAbout, ReportFile, ReportForm, ReportFormat, ReportKind, ReportPages,
};
use crate::engine::{DialogAction, State, home};
use crate::i18n::{Lang, texts};
use crate::ui::composer::image;
use crate::ui::theme::{MODAL, SPACE};
use crate::ui::widgets::{icon_button, icon_text, segmented, small};

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
    if let Some(pages) = &form.pages {
        return pages_ui(ui, lang, form, pages, height);
    }
    let mut asked = None;
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
    ui.horizontal_wrapped(|ui| {
        match &form.own {
            Some(own) => small(ui, texts::report_template_own(lang, &own.name)),
            None => small(ui, lang.text(texts::REPORT_TEMPLATE_SHIPPED)),
        };
        if form.own.is_some() && ui.button(lang.text(texts::REPORT_TEMPLATE_DROP)).clicked() {
            filled = filled.clone().of_kind(form.kind, lang);
        }
        if ui.button(lang.text(texts::REPORT_TEMPLATE_OPEN)).clicked() {
            asked = Some(DialogAction::AskReportFile(ReportFile::Template));
        }
        if ui.button(lang.text(texts::REPORT_TEMPLATE_SAVE)).clicked() {
            asked = Some(DialogAction::AskReportFile(ReportFile::SaveTemplate));
        }
    });
    if !form.is_of_all() {
        about_ui(ui, state, &mut filled);
    }
    ui.add_space(SPACE[1]);
    small(ui, lang.text(texts::REPORT_SECTIONS));
    let room = (height - MODAL.fields * 3.0).max(MODAL.fields);
    let area = ScrollArea::vertical().min_scrolled_height(room).max_height(room);
    area.auto_shrink([false, true]).show(ui, |ui| {
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
        let name = small(ui, lang.text(texts::REPORT_OFFICE));
        ui.text_edit_singleline(&mut filled.office).labelled_by(name.id);
        match &form.logo {
            Some(logo) => {
                small(ui, texts::report_logo(lang, &logo.name));
                if ui.button(lang.text(texts::REPORT_LOGO_DROP)).clicked() {
                    filled.logo = None;
                }
            }
            None => {
                if ui.button(lang.text(texts::REPORT_LOGO_OPEN)).clicked() {
                    asked = Some(DialogAction::AskReportFile(ReportFile::Logo));
                }
            }
        }
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
    ui.horizontal_wrapped(|ui| {
        if ui.button(lang.text(texts::REPORTS_WRITE)).clicked() {
            asked = Some(DialogAction::AskReports);
        }
        if form.is_previewing {
            ui.spinner();
            small(ui, lang.text(texts::REPORT_PREVIEWING));
        } else if ui.button(lang.text(texts::REPORT_PREVIEW)).clicked() {
            asked = Some(DialogAction::PreviewReport);
        }
    });
    if asked.is_some() {
        return asked;
    }
    (filled != *form).then(|| {
        // Pages that are being made are those of other choices.
        let changed = ReportForm { is_previewing: false, ..filled };
        DialogAction::FillReports(Box::new(changed))
    })
}

/// The pages, two beside one another, until the choices are gone back to.
fn pages_ui(
    ui: &mut Ui,
    lang: Lang,
    form: &ReportForm,
    pages: &ReportPages,
    height: f32,
) -> Option<DialogAction> {
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        if ui.button(lang.text(texts::REPORT_PAGES_BACK)).clicked() {
            asked = Some(DialogAction::FillReports(Box::new(ReportForm { pages: None, ..form.clone() })));
        }
        if ui.button(lang.text(texts::REPORTS_WRITE)).clicked() {
            asked = Some(DialogAction::AskReports);
        }
        small(
            ui,
            match pages.0.len() {
                MOST_PAGES => texts::report_pages_first(lang, MOST_PAGES),
                count => texts::report_pages(lang, count),
            },
        );
    });
    if let Some(Err(why)) = &form.told {
        ui.colored_label(ui.visuals().error_fg_color, why);
    }
    ui.add_space(SPACE[1]);
    let textures = textures(ui, pages);
    let room = (height - MODAL.fields).max(MODAL.fields);
    let area = ScrollArea::vertical().min_scrolled_height(room).max_height(room);
    area.auto_shrink([false, false]).show(ui, |ui| {
        let width = (ui.available_width() - 3.0 * SPACE[1]) / 2.0;
        for (row, two) in textures.chunks(2).enumerate() {
            ui.horizontal_top(|ui| {
                for (i, texture) in two.iter().enumerate() {
                    let [w, h] = texture.size().map(|side| side as f32);
                    let page = Image::new(texture).fit_to_exact_size(Vec2::new(width, width * h / w));
                    ui.add(page.alt_text(texts::report_page(lang, row * 2 + i + 1)));
                }
            });
            ui.add_space(SPACE[1]);
        }
    });
    asked
}

/// The pages as textures, made once for each preview.
fn textures(ui: &Ui, pages: &ReportPages) -> Arc<Vec<TextureHandle>> {
    type Kept = (ReportPages, Arc<Vec<TextureHandle>>);
    let id = Id::unique("report-pages");
    let kept: Option<Kept> = ui.ctx().data(|data| data.get_temp(id));
    if let Some((_, textures)) = kept.filter(|(of, _)| of == pages) {
        return textures;
    }
    let loaded =
        pages.0.iter().map(|page| ui.ctx().load_texture("report-page", image(page), TextureOptions::LINEAR));
    let textures = Arc::new(loaded.collect::<Vec<_>>());
    ui.ctx().data_mut(|data| data.insert_temp(id, (pages.clone(), textures.clone())));
    textures
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

/// The sections, each to be left out or moved, by its arrows or by dragging its handle onto another.
fn sections_ui(ui: &mut Ui, lang: Lang, form: &mut ReportForm) {
    let (mut moved, mut dragged) = (None, None);
    let last = form.sections.len().saturating_sub(1);
    for (at, section) in form.sections.iter_mut().enumerate() {
        let row = ui.horizontal(|ui| {
            let handle = Label::new(icon_text(ui, Icon::GripVertical)).selectable(false).sense(Sense::drag());
            let handle = ui.add(handle).on_hover_text(texts::report_drag(lang, &section.title));
            handle.on_hover_cursor(CursorIcon::Grab).dnd_set_drag_payload(at);
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
        let row = row.response;
        if row.dnd_hover_payload::<usize>().is_some_and(|from| *from != at) {
            let stroke = ui.visuals().selection.stroke;
            ui.painter().hline(row.rect.x_range(), row.rect.bottom(), stroke);
        }
        if let Some(from) = row.dnd_release_payload::<usize>() {
            dragged = Some((*from, at));
        }
    }
    if let Some((from, to)) = dragged {
        form.drag_section(from, to);
    }
    if let Some((at, up)) = moved {
        form.move_section(at, up);
    }
}
