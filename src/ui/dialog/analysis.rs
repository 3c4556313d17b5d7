//! The dialog of analyses: a question, the one choice it needs, and the answer as a picture, two sentences and a note.

use std::sync::Arc;

use egui::{ProgressBar, Rect, Role, ScrollArea, TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo};

use crate::analysis::Growth;
use crate::data::{Indicator, Overlap, Scale};
use crate::document::{AnalysisQuestion, Asked};
use crate::engine::analysis::{AnalysisForm, Answer, Choice};
use crate::engine::{DialogAction, State};
use crate::i18n::texts;
use crate::stats::intervals::Confidence;
use crate::stats::space::Neighbours;
use crate::ui::composer::{image, paper};
use crate::ui::panels::with_ui;
use crate::ui::theme::{MODAL, SPACE, UNTINTED};
use crate::ui::widgets::{drop_down, heading, segmented, small};

/// The form, the work and the answer.
pub(crate) fn analysis_ui(
    ui: &mut Ui,
    state: &State,
    form: &AnalysisForm,
    height: f32,
) -> Option<DialogAction> {
    let lang = state.settings.lang;
    small(ui, lang.text(texts::ANALYSIS_TIP));
    if let Some((done, of)) = form.running {
        return running_ui(ui, state, form, (done, of));
    }
    let Some(indicator) = state.indicator() else {
        small(ui, lang.text(texts::ANALYSIS_NO_MAP));
        return None;
    };
    let mut filled = form.clone();
    let mut asked = None;
    let area = ScrollArea::vertical().min_scrolled_height(height).max_height(height);
    area.auto_shrink([false, true]).show(ui, |ui| {
        heading(ui, lang.pick(&indicator.name));
        for question in AnalysisQuestion::ALL {
            let can = question.is_possible(indicator, &state.bundle.atlas);
            let text = lang.text(question.text());
            let radio = egui::RadioButton::new(filled.asked.question == question, text);
            if ui.add_enabled(can, radio).clicked() {
                filled.asked.question = question;
            }
        }
        ui.add_space(SPACE[1]);
        let (choice, words) = Choice::of(filled.asked.question);
        small(ui, lang.text(words));
        choice_ui(ui, state, indicator, choice, &mut filled.asked);
        ui.add_space(SPACE[1]);
        if ui.button(lang.text(texts::ANALYSIS_RUN)).clicked() {
            asked = Some(DialogAction::RunAnalysis);
        }
        if let Some(why) = &form.told {
            ui.colored_label(ui.visuals().error_fg_color, why);
        }
        if let Some(answer) = &form.answer {
            asked = answer_ui(ui, state, form, answer).or(asked.take());
        }
    });
    if filled != *form {
        // Another question has another answer.
        (filled.answer, filled.told) = (None, None);
        return Some(DialogAction::FillAnalysis(Box::new(filled)));
    }
    asked
}

/// How far the work is, and how to stop it.
fn running_ui(
    ui: &mut Ui,
    state: &State,
    form: &AnalysisForm,
    (done, of): (usize, usize),
) -> Option<DialogAction> {
    let lang = state.settings.lang;
    heading(ui, lang.text(form.asked.question.text()));
    let step = match done {
        0 => texts::ANALYSIS_STEP_MAP,
        1 => texts::ANALYSIS_STEP_CHART,
        _ => texts::ANALYSIS_STEP_PICTURE,
    };
    let share = (done as f32 + 0.5) / of.max(1) as f32;
    ui.add(ProgressBar::new(share).text(lang.text(step)));
    ui.add_space(SPACE[1]);
    ui.button(lang.text(texts::ANALYSIS_CANCEL)).clicked().then_some(DialogAction::CancelAnalysis)
}

/// The one choice that a question needs.
fn choice_ui(ui: &mut Ui, state: &State, indicator: &Indicator, choice: Choice, form: &mut Asked) {
    let lang = state.settings.lang;
    let width = MODAL.words * 1.5;
    let apart = |other: &Indicator| indicator.overlap(other) == Overlap::Apart;
    match choice {
        Choice::Nothing => {}
        Choice::Certainty => {
            let levels = [(Confidence::P95, texts::CERTAIN_95), (Confidence::P998, texts::CERTAIN_998)];
            for (level, text) in levels {
                ui.radio_value(&mut form.confidence, level, lang.text(text));
            }
        }
        Choice::Neighbours => {
            let rules = [Neighbours::Queen, Neighbours::Rook, Neighbours::Nearest(5)];
            let rules = rules.map(|rule| (rule, lang.neighbours(rule)));
            let name = lang.text(texts::NEIGHBOURS);
            if let Some(rule) = drop_down(ui, name, rules, form.neighbours, width) {
                form.neighbours = rule;
            }
        }
        Choice::Other => {
            let one: Vec<String> = form.with.iter().take(1).cloned().collect();
            if let Some(with) = with_ui(ui, state, &one, apart) {
                // What is chosen takes the place of what was there.
                form.with = with.last().cloned().into_iter().collect();
            }
        }
        Choice::Others => {
            if let Some(with) = with_ui(ui, state, &form.with, apart) {
                form.with = with;
            }
        }
        Choice::Judged => {
            if let Some(with) = with_ui(ui, state, &form.with, apart) {
                form.with = with;
            }
            let catalogue = &state.bundle.atlas.catalogue;
            let ids: Vec<String> = std::iter::once(&indicator.id).chain(&form.with).cloned().collect();
            for own in ids.iter().filter_map(|id| catalogue.get(id)) {
                ui.horizontal_wrapped(|ui| {
                    ui.label(lang.pick(&own.name));
                    let options = [(Some(true), texts::IS_GOOD), (Some(false), texts::IS_BAD)];
                    let options = options.map(|(value, text)| (value, lang.text(text).to_owned()));
                    let now = form.is_good(own);
                    let picked = ui.push_id(&own.id, |ui| segmented(ui, options, now)).inner;
                    if let Some(Some(is_good)) = picked {
                        form.declare(&own.id, is_good);
                    }
                });
            }
        }
        Choice::Measure => {
            let shown = Growth::SHOWN.map(|one| (Some(one), lang.growth(one)));
            let is_quantity = indicator.kind.scale() == Scale::Quantity;
            let own = is_quantity.then(|| (None, texts::forecast_series(lang, lang.pick(&indicator.name))));
            let name = lang.text(texts::FORECAST_MEASURE);
            let now = (!form.continues).then_some(form.measure);
            if let Some(picked) = drop_down(ui, name, shown.into_iter().chain(own), now, width) {
                form.continues = picked.is_none();
                form.measure = picked.unwrap_or(form.measure);
            }
        }
    }
}

/// The picture, two sentences, the note, and what can be done with it.
fn answer_ui(ui: &mut Ui, state: &State, form: &AnalysisForm, answer: &Arc<Answer>) -> Option<DialogAction> {
    let lang = state.settings.lang;
    ui.separator();
    for sentence in &answer.sentences {
        ui.label(sentence);
    }
    ui.add_space(SPACE[0]);
    let texture = texture(ui, answer);
    let [wide, tall] = answer.picture.size.map(|side| side as f32);
    let width = ui.available_width();
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(width, width * tall / wide.max(1.0)), egui::Sense::hover());
    paper(ui, rect);
    let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::Pos2::new(1.0, 1.0));
    ui.painter().image(texture.id(), rect, whole, UNTINTED);
    let spoken = format!("{}. {}", lang.text(texts::ANALYSIS_PICTURE), answer.description);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    ui.add_space(SPACE[1]);
    heading(ui, lang.text(texts::ANALYSIS_METHOD));
    ui.label(lang.text(form.asked.question.note()));
    ui.add_space(SPACE[1]);
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        if ui.button(lang.text(texts::ANALYSIS_SHOW)).clicked() {
            asked = Some(DialogAction::ShowAnalysis);
        }
        let keep =
            ui.add_enabled(answer.result.is_some(), egui::Button::new(lang.text(texts::ANALYSIS_KEEP)));
        if keep.on_hover_text(lang.text(texts::KEEP_TIP)).clicked() {
            asked = Some(DialogAction::KeepAnalysis);
        }
        if ui.button(lang.text(texts::ANALYSIS_COMPOSE)).clicked() {
            asked = Some(DialogAction::ComposeAnalysis);
        }
    });
    asked
}

/// The picture of the answer, uploaded once.
fn texture(ui: &Ui, answer: &Arc<Answer>) -> TextureHandle {
    type Kept = (Arc<Answer>, TextureHandle);
    let id = egui::Id::unique("analysis_picture");
    let known: Option<Kept> = ui.data(|data| data.get_temp(id));
    if let Some((of, texture)) = known
        && Arc::ptr_eq(&of, answer)
    {
        return texture;
    }
    let texture = ui.ctx().load_texture("analysis", image(&answer.picture), TextureOptions::LINEAR);
    ui.data_mut(|data| data.insert_temp::<Kept>(id, (Arc::clone(answer), texture.clone())));
    texture
}
