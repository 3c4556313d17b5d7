//! The single function that changes the state.

use std::path::Path;

use rustc_hash::FxHashSet;

use crate::base::Code;
use crate::data::NamedSet;
use crate::document::{Document, ElementKind, FigureSpec, MapFrame, MapSpec, OfKind, Spec, TableSpec};
use crate::export::Format;
use crate::export::gis::LayerFormat;
use crate::export::sheet::SheetFormat;
use crate::i18n::{self, texts};
use crate::io::Bundle;
use crate::stats::classes::Scheme;

use super::action::{Action, Framing};
use super::analysis;
use super::choice;
use super::composer;
use super::dialog::{self, DialogAction};
use super::drawing::{Drawing, Why};
use super::effect::Effect;
use super::export_job::{ExportWork, JobReport};
use super::failure::{figure_error, file_name, not_written};
use super::formula;
use super::history::Step;
use super::home;
use super::indicator::set_indicator;
use super::intake;
use super::manual_entry;
use super::map;
use super::project;
use super::question::Question;
use super::state::{Notice, State};
use super::table;
use super::what_if;
use super::writing::{refuse, start};

/// Performs an action, records an undo step if the document changed, and returns what is to be done outside the
/// state.
pub fn update(state: &mut State, action: Action) -> Vec<Effect> {
    let (gesture, action) = match action {
        Action::InGesture(gesture, action) => (Some(gesture), *action),
        action => (None, action),
    };
    let before = state.document.clone();
    let told = state.notice.clone();
    state.project.before_change = None;
    let effects = apply(state, action.clone());
    state.regroup();
    let contents = state.project.before_change.take();
    // Documents from undo, redo and other projects are complete: no view has to follow the map.
    let is_of_project = matches!(action, Action::Project(_)) && contents.is_none();
    let is_whole = is_of_project || matches!(action, Action::Undo | Action::Redo);
    if !is_whole {
        let Bundle { atlas, .. } = state.bundle.as_ref();
        state.document.follow(&before, atlas);
    }
    if state.document.is_same_work(&before) && contents.is_none() {
        return effects;
    }
    if (&state.document.map, &state.document.what_if) != (&before.map, &before.what_if)
        && let Err(error) = state.recompute()
    {
        state.document = before;
        state.regroup();
        let text = figure_error(state.settings.lang, &error);
        state.notice = Some(Notice::error(text));
        return Vec::new();
    }
    if shows_another_map(&before, &state.document) && state.notice == told {
        // It spoke of the map that was shown before.
        state.notice.take_if(|notice| !notice.is_error);
    }
    // Undo and redo move along the history; a language is not a change of the document; another project is another
    // document.
    let records = !is_of_project && !matches!(action, Action::Undo | Action::Redo | Action::SetLang(_));
    if records && (gesture.is_none() || gesture != state.gesture) {
        state.history.record(Step { document: before, contents });
        state.gesture = gesture;
    } else if records {
        // This gesture already has its step, which undoes to where the gesture began.
        if state.history.drop_empty_step(&state.document) {
            state.gesture = None;
        }
    } else if !matches!(action, Action::SetLang(_)) {
        state.gesture = None;
    }
    effects
}

/// Whether it is of something else, and not the same in other colours or with other territories selected.
fn shows_another_map(before: &Document, now: &Document) -> bool {
    let shown = |document: &Document| {
        let MapSpec { indicator, date, level, kind, .. } = &document.map;
        let published = document.published.as_ref().map(|published| published.indicator.clone());
        (indicator.clone(), *date, *level, kind.clone(), published)
    };
    shown(before) != shown(now)
}

fn apply(state: &mut State, action: Action) -> Vec<Effect> {
    let spec = &mut state.document.map;
    match action {
        Action::SetIndicator(id) => set_indicator(state, id),
        Action::SetScheme(scheme) => {
            if scheme == Scheme::Manual
                && let Some(intervals) = state.model.editable()
            {
                // Starts from the breaks as shown in the legend: they are rounded, and the classes stay the same.
                spec.classes.manual = intervals.uppers().to_vec();
            }
            spec.classes.scheme = Some(scheme);
        }
        Action::Choose(codes) => spec.selected = codes,
        Action::ToggleSelected(code) => match spec.selected.iter().position(|c| *c == code) {
            Some(at) => {
                spec.selected.remove(at);
            }
            None => spec.selected.push(code),
        },
        Action::AddSelected(codes) => {
            let mut known: FxHashSet<Code> = spec.selected.iter().cloned().collect();
            spec.selected.extend(codes.into_iter().filter(|code| known.insert(code.clone())));
        }
        Action::ChooseWhere(condition) => choice::choose_where(state, &condition),
        Action::InvertSelected => choice::invert(state),
        Action::SaveSet(name) => save_set(state, name.trim()),
        Action::UseSet(name) => {
            if let Some(set) = state.document.sets.iter().find(|set| set.name == name) {
                spec.selected = set.codes.clone();
            }
        }
        Action::RemoveSet(name) => state.document.sets.retain(|set| set.name != name),
        Action::TogglePinned(code) => match state.pinned.iter().position(|pinned| *pinned == code) {
            Some(at) => {
                state.pinned.remove(at);
            }
            None => state.pinned.push(code),
        },
        Action::SetTool(tool) => state.tool = tool,
        Action::SetLayers(layers) => state.settings.layers = layers,
        Action::SetPanels(panels) => state.settings.panels = panels,
        Action::SetTab(kind) => state.settings.tab = kind,
        Action::ShowView(kind) => (state.settings.tab, state.settings.panels.list) = (kind, true),
        Action::SetView(element) => match MapSpec::of(&element) {
            Some(asked) => map::show(state, asked),
            None => state.document.set(*element),
        },
        Action::OpenView(element) => {
            (state.settings.tab, state.settings.panels.list) = (element.kind(), true);
            state.document.set(*element);
        }
        Action::ShowPublishedTable(name) => table::show_published_table(state, &name),
        Action::KeepResult => analysis::keep_shown(state),
        Action::CopyTable => return copy_table(state).into_iter().collect(),
        Action::ExportTableAs => return ask_for_table(state).into_iter().collect(),
        Action::SetVision(vision) => state.vision = vision,
        Action::Undo => {
            if let Some(before) = state.history.undo(&state.document, &state.project.file) {
                travel(state, before);
            }
        }
        Action::Redo => {
            if let Some(after) = state.history.redo(&state.document, &state.project.file) {
                travel(state, after);
            }
        }
        Action::SetLang(lang) => {
            state.document.set_lang(lang);
            state.project.set_lang(lang);
            state.settings.lang = lang;
            // What went well is not told in the other language.
            state.notice.take_if(|notice| !notice.is_error);
        }
        Action::SetAppearance(appearance) => state.settings.appearance = appearance,
        Action::Prefer(preference) => state.settings.prefer(preference),
        Action::GoHome => return home::go(state),
        Action::SettleIn(asked) => return home::settle(state, asked),
        Action::CloseHome => state.shows_home = false,
        Action::OpenOutside(opening) => return vec![Effect::OpenOutside(opening)],
        Action::OpenedOutside(Err(text)) => state.notice = Some(Notice::error(text)),
        // What was written need not be told any longer.
        Action::OpenedOutside(Ok(())) => state.notice = None,
        Action::ToggleFavourite(id) => {
            let favourites = &mut state.settings.favourites;
            match favourites.iter().position(|f| *f == id) {
                Some(at) => {
                    favourites.remove(at);
                }
                None => favourites.push(id),
            }
        }
        Action::GoTo(code) => {
            if state.bundle.atlas.territories.find(&code).is_none() {
                return Vec::new();
            }
            spec.selected = vec![code];
            spec.frame = MapFrame::Selected;
            return vec![Effect::Frame(Framing::Selected)];
        }
        // A gesture within another belongs to the outer one.
        Action::InGesture(_, action) => return apply(state, *action),
        Action::Frame(framing) => {
            let nothing = framing == Framing::Selected && spec.selected.is_empty();
            let framing = if nothing { Framing::All } else { framing };
            if let Some(frame) = framing.of_spec() {
                spec.frame = frame;
            }
            return vec![Effect::Frame(framing)];
        }
        Action::ExportAs(view) => {
            let stem = state.document.element(view).map(|element| element.file_stem());
            let name = |stem: &str| format!("{}.png", i18n::file_name(&[stem]));
            let ask = |stem| Effect::Ask(Question::SaveView(view, name(stem)));
            return stem.as_deref().map(ask).into_iter().collect();
        }
        Action::Export(view, path) => return export(state, view, &path).into_iter().collect(),
        Action::Figure(action) => return composer::apply(state, action),
        Action::Formula(action) => return formula::apply(state, action),
        Action::ManualEntry(action) => manual_entry::apply(state, action),
        Action::Dialog(DialogAction::TakePath) => {
            return dialog::answered(state).map(|action| apply(state, action)).unwrap_or_default();
        }
        Action::Dialog(action) => return dialog::apply(state, action),
        Action::WhatIf(action) => what_if::apply(state, action),
        Action::Intake(action) => return intake::apply(state, action),
        Action::Project(action) => return project::apply(state, action),
        Action::See(frame) => state.seen = frame,
        Action::SetDpi(dpi) => state.settings.dpi = dpi,
        Action::Copy(text) => return vec![Effect::Copy(text)],
        Action::JobEnded(report) => job_ended(state, report),
        Action::Drawn(drawing) => drawn(state, drawing),
        Action::Failed(text) => state.notice = Some(Notice::error(text)),
        Action::DismissNotice => state.notice = None,
    }
    Vec::new()
}

/// A state from undo or redo keeps the current language.
fn travel(state: &mut State, Step { document, contents }: Step) {
    let before = std::mem::replace(&mut state.document, document);
    state.document.set_lang(state.settings.lang);
    if let Some(contents) = contents {
        return project::put_back(state, contents);
    }
    if state.document.own != before.own {
        // Typed indicators are back, or gone.
        return state.renew();
    }
    state.regroup();
    // Data may have been removed since.
    state.forget_unknown();
}

fn save_set(state: &mut State, name: &str) {
    if name.is_empty() || state.document.map.selected.is_empty() {
        return;
    }
    let set = NamedSet { name: name.to_owned(), codes: state.document.map.selected.clone() };
    match state.document.sets.iter_mut().find(|known| known.name == name) {
        Some(known) => *known = set,
        None => state.document.sets.push(set),
    }
}

fn export(state: &mut State, kind: ElementKind, path: &Path) -> Option<Effect> {
    let element = state.element(kind)?;
    let work = if let Some(format) = SheetFormat::of_path(path) {
        ExportWork::Sheet(Box::new(element), format)
    } else if let Some(format) = Format::of_path(path) {
        ExportWork::Figure(Box::new(FigureSpec::under(element, &state.bundle.atlas)), format)
    } else if let Some(format) = LayerFormat::of_path(path) {
        ExportWork::Layer(Box::new(element), format)
    } else {
        return refuse(state, texts::cli_bad_table_format(state.settings.lang, path.display()));
    };
    start(state, path, work)
}

fn ask_for_table(state: &State) -> Option<Effect> {
    let spec = state.document.view::<TableSpec>()?;
    let stem = match &state.document.published {
        Some(published) => format!("tabella_{}", published.indicator),
        None => spec.file_stem(),
    };
    Some(Effect::Ask(Question::SaveTable(format!("{stem}.xlsx"))))
}

fn copy_table(state: &mut State) -> Option<Effect> {
    match table::copied(state) {
        Ok(text) => {
            let text_of = state.settings.lang.text(texts::TABLE_COPIED).to_owned();
            state.notice = Some(Notice::info(text_of));
            Some(Effect::Copy(text))
        }
        Err(text) => {
            state.notice = Some(Notice::error(text));
            None
        }
    }
}

/// The window is drawn in this way from now on. That there is no OpenGL is said once, and not again at every start.
fn drawn(state: &mut State, drawing: Drawing) {
    state.drawing = Some(drawing);
    let text = match drawing {
        Drawing::OpenGl | Drawing::Software(Why::Asked) => return,
        Drawing::Software(Why::Unusable) if state.settings.knows_software => return,
        Drawing::Software(Why::Unusable) => texts::DRAWN_SOFTWARE_NOTICE,
        Drawing::Software(Why::Lost) => texts::DRAWN_LOST_NOTICE,
    };
    if state.notice.is_none() {
        // Otherwise something is more urgent, and this is said at another start.
        state.settings.knows_software = true;
        state.notice = Some(Notice::info(state.settings.lang.text(text).to_owned()));
    }
}

fn job_ended(state: &mut State, report: JobReport) {
    state.exporting = false;
    let lang = state.settings.lang;
    let saved = || texts::notice_exported(lang, file_name(&report.path));
    let outcome = report.result.map(|()| saved()).map_err(|why| not_written(lang, &report.path, &why));
    state.notice = Some(Notice::of_file(&report.path, outcome));
}
