//! The dialog of an indicator typed as a formula: the text with its fault, names to complete it, and what it becomes.

use std::sync::{Arc, Mutex};

use egui::{Id, Label, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};
use lucide_icons::Icon;

use crate::engine::background::Task;
use crate::engine::formula::{Preview, completions, preview_task};
use crate::engine::{Action, FormulaAction, FormulaForm, State};
use crate::figure::MapModel;
use crate::i18n::texts;
use crate::scene::Scene;
use crate::ui::focus::focus_when_opened;
use crate::ui::jobs::waker;
use crate::ui::scene_painter::{Look, SceneMemory, show};
use crate::ui::theme::{MODAL, SPACE, Theme};
use crate::ui::widgets::{icon_button, small, strong};

/// What the formula becomes, worked out once for each text and whenever the data change, which make another model.
#[derive(Clone)]
struct Shown {
    of: (FormulaForm, Arc<MapModel>),
    state: Arc<Mutex<Working>>,
    painted: Arc<Mutex<SceneMemory>>,
}

/// The work, and what came of it.
struct Working {
    task: Option<Task<Result<Preview, String>>>,
    /// `None` until it is ready.
    became: Option<Arc<Result<Became, String>>>,
}

/// Its lines, and its map.
struct Became {
    lines: Vec<String>,
    map: Option<Arc<Scene>>,
}

impl Shown {
    /// What came of it, once it is ready.
    fn became(&self) -> Option<Arc<Result<Became, String>>> {
        let mut working = self.state.lock().ok()?;
        if let Some(ended) = Task::take(&mut working.task) {
            let became = ended.map(|Preview { lines, map }| Became { lines, map: map.map(Arc::new) });
            working.became = Some(Arc::new(became));
        }
        working.became.clone()
    }
}

fn shown(ui: &Ui, state: &State, form: &FormulaForm) -> Shown {
    let key = Id::unique("formula_shown");
    let known: Option<Shown> = ui.data(|data| data.get_temp(key));
    let is_it = |known: &Shown| known.of.0 == *form && Arc::ptr_eq(&known.of.1, &state.model);
    if let Some(known) = known.filter(is_it) {
        return known;
    }
    let task = preview_task(state, form, waker(ui.ctx()));
    let shown = Shown {
        of: (form.clone(), Arc::clone(&state.model)),
        state: Arc::new(Mutex::new(Working { task: Some(task), became: None })),
        painted: Arc::default(),
    };
    ui.data_mut(|data| data.insert_temp(key, shown.clone()));
    shown
}

/// The fields and, below them, what the formula becomes.
pub(crate) fn formula_ui(ui: &mut Ui, state: &State, form: &FormulaForm, height: f32) -> Vec<Action> {
    let lang = state.settings.lang;
    let mut asked = Vec::new();
    small(ui, lang.text(texts::FORMULA_HINT));
    ui.add_space(SPACE[1]);
    let mut filled = form.clone();
    small(ui, lang.text(texts::FORMULA_FIELD));
    let edit = TextEdit::singleline(&mut filled.formula)
        .hint_text("100 * eta_65_plus / eta_0_14")
        .desired_width(f32::INFINITY);
    let field = ui.add(edit);
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, lang.text(texts::FORMULA_FIELD)));
    focus_when_opened(ui, &field);
    let (start, names) = completions(state, &form.formula);
    ui.horizontal_wrapped(|ui| {
        for name in &names {
            let button = ui.small_button(name);
            let label = texts::formula_complete(lang, name);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
            if button.on_hover_text(lang.variable(&state.bundle.atlas, name)).clicked() {
                filled.formula = format!("{}{name} ", &form.formula[..start]);
                field.request_focus();
            }
        }
    });
    small(ui, lang.text(texts::FORMULA_NAME));
    let name = ui.add(TextEdit::singleline(&mut filled.name).desired_width(MODAL.words * 2.0));
    name.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, lang.text(texts::FORMULA_NAME)));
    if filled != *form {
        asked.push(Action::Formula(FormulaAction::Fill(filled)));
    }
    ui.add_space(SPACE[1]);
    let shown = shown(ui, state, form);
    let became = shown.became();
    let is_sound = became.as_ref().is_some_and(|became| became.is_ok());
    ui.horizontal_wrapped(|ui| {
        let add = egui::Button::new(lang.text(texts::FORMULA_ADD));
        if ui.add_enabled(is_sound, add).clicked() {
            asked.push(Action::Formula(FormulaAction::Add));
        }
        if ui.button(lang.text(texts::FORMULA_OPEN)).clicked() {
            asked.push(Action::Formula(FormulaAction::OpenFrom));
        }
        let save = egui::Button::new(lang.text(texts::FORMULA_SAVE_AS));
        if ui.add_enabled(!state.document.own.is_empty(), save).clicked() {
            asked.push(Action::Formula(FormulaAction::SaveAs));
        }
    });
    ui.add_space(SPACE[1]);
    let tall = height - MODAL.fields * 1.5;
    ScrollArea::vertical().min_scrolled_height(tall).max_height(tall).auto_shrink([false, true]).show(
        ui,
        |ui| {
            match became.as_deref() {
                None => {
                    small(ui, lang.text(texts::FORMULA_WORKING));
                }
                Some(Ok(Became { lines, map })) => {
                    for line in lines {
                        ui.add(Label::new(line).wrap().selectable(true));
                    }
                    if let Some(scene) = map {
                        let width = ui.available_width();
                        let room = vec2(width, width * (scene.height.0 / scene.width.0) as f32);
                        ui.allocate_ui(room, |ui| {
                            let look = Look { vision: state.vision, highlighted: None };
                            if let Ok(mut painted) = shown.painted.lock() {
                                show(ui, scene, &mut painted, look);
                            }
                        });
                    }
                }
                Some(Err(why)) if form.formula.trim().is_empty() => {
                    small(ui, why);
                }
                Some(Err(why)) => {
                    ui.colored_label(Theme::of(ui).error, why);
                }
            }
            if !state.document.own.is_empty() {
                ui.add_space(SPACE[1]);
                ui.label(strong(lang.text(texts::FORMULA_OWN)));
            }
            for own in &state.document.own {
                ui.horizontal_wrapped(|ui| {
                    let name = lang.pick(&own.name);
                    let gone = texts::formula_remove(lang, name);
                    if icon_button(ui, Icon::Trash2, &gone, true, false).clicked() {
                        asked.push(Action::Formula(FormulaAction::Remove(own.id.clone())));
                    }
                    ui.add(Label::new(texts::formula_listed(lang, name, &own.formula)).wrap());
                });
            }
        },
    );
    asked
}
