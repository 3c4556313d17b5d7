//! The one place that changes the state.

use std::path::Path;

use rustc_hash::FxHashSet;

use crate::base::Code;
use crate::data::NamedSet;
use crate::document::{Element, FigureSpec};
use crate::export::Format;
use crate::export::sheet::SheetFormat;
use crate::i18n::{self, texts};
use crate::stats::classes::Scheme;

use super::action::{Action, Effect, Framing};
use super::choice;
use super::composer;
use super::export_job::{ExportRequest, ExportWork, JobReport};
use super::failure::{figure_error, file_name, not_written};
use super::hand;
use super::history::{Document, Views};
use super::intake;
use super::kind;
use super::project;
use super::question::Question;
use super::settings::Below;
use super::state::{Notice, State};
use super::table;
use super::views::View;

/// Does what was asked, keeps an undo step if the document changed, and says what is to be done outside.
pub fn update(state: &mut State, action: Action) -> Vec<Effect> {
    let (gesture, action) = match action {
        Action::InGesture(gesture, action) => (Some(gesture), *action),
        action => (None, action),
    };
    let before = state.document();
    let effects = apply(state, action.clone());
    let after = state.document();
    if after.is_same_work(&before) {
        return effects;
    }
    if after.map != before.map
        && let Err(error) = state.recompute()
    {
        put(state, before);
        let text = figure_error(state.settings.lang, &error);
        state.notice = Some(Notice { text, is_error: true });
        return Vec::new();
    }
    // Undo and redo move along the history; a language is no change of the document, another project is another document.
    let records = !matches!(action, Action::Undo | Action::Redo | Action::SetLang(_) | Action::Project(_));
    if records && (gesture.is_none() || gesture != state.gesture) {
        state.history.record(before);
        state.gesture = gesture;
    } else if records {
        // The step of this movement is there already: it undoes to where the movement began.
        if state.history.drop_empty_step(&after) {
            state.gesture = None;
        }
    } else if !matches!(action, Action::SetLang(_)) {
        state.gesture = None;
    }
    effects
}

pub(super) fn apply(state: &mut State, action: Action) -> Vec<Effect> {
    let spec = &mut state.spec;
    match action {
        Action::SetIndicator(id) => set_indicator(state, id),
        Action::SetDate(date) => {
            spec.date = date;
            kind::settle(state);
        }
        Action::SetKind(kind) => kind::set(state, kind),
        Action::SetLevel(level) => spec.level = level,
        Action::SetMethod(method) => spec.method = method,
        Action::SetScheme(scheme) => {
            if scheme == Scheme::Manual
                && let Some(intervals) = state.model.editable()
            {
                // From the breaks as the legend prints them: round to start with, and the same classes.
                spec.classes.manual = intervals.uppers().to_vec();
            }
            spec.classes.scheme = Some(scheme);
        }
        Action::SetClassCount(count) => {
            spec.classes.count = Some(count);
            if spec.scheme() == Scheme::Manual {
                spec.classes.scheme = None;
            }
        }
        Action::SetManualBreaks(breaks) => {
            spec.classes.scheme = Some(Scheme::Manual);
            spec.classes.manual = breaks;
        }
        Action::SetClassSpan(span) => spec.classes.span = span,
        Action::SetPalette(id) => spec.palette.id = Some(id),
        Action::SetReversed(reversed) => spec.palette.reversed = reversed,
        Action::SetCentre(centre) => spec.palette.centre = centre,
        Action::SetRepresentation(representation) => spec.representation = representation,
        Action::Choose(codes) => spec.chosen = codes,
        Action::ToggleChosen(code) => match spec.chosen.iter().position(|c| *c == code) {
            Some(at) => {
                spec.chosen.remove(at);
            }
            None => spec.chosen.push(code),
        },
        Action::AddChosen(codes) => {
            let mut known: FxHashSet<Code> = spec.chosen.iter().cloned().collect();
            spec.chosen.extend(codes.into_iter().filter(|code| known.insert(code.clone())));
        }
        Action::ChooseWhere(condition) => choice::choose_where(state, &condition),
        Action::InvertChosen => choice::invert(state),
        Action::SaveSet(name) => save_set(state, name.trim()),
        Action::UseSet(name) => {
            if let Some(set) = state.sets.iter().find(|set| set.name == name) {
                spec.chosen = set.codes.clone();
            }
        }
        Action::RemoveSet(name) => state.sets.retain(|set| set.name != name),
        Action::TogglePinned(code) => match state.pinned.iter().position(|pinned| *pinned == code) {
            Some(at) => {
                state.pinned.remove(at);
            }
            None => state.pinned.push(code),
        },
        Action::SetTool(tool) => state.tool = tool,
        Action::SetLayers(layers) => state.settings.layers = layers,
        Action::SetPanels(panels) => state.settings.panels = panels,
        Action::SetBelow(below) => state.settings.below = below,
        Action::SetSeries(view) => state.settings.series = view,
        Action::SetScatterX(id) => state.scatter_x = Some(id),
        Action::SetScatter(view) => state.scatter = *view,
        Action::SetTableColumns(columns) => table::set_columns(state, columns),
        Action::ShowPrinted(name) => table::show_printed(state, &name),
        Action::SetTableView(view) => state.table.view = view,
        Action::CopyTable => return copy_table(state).into_iter().collect(),
        Action::ExportTableAs => return vec![Effect::Ask(Question::SaveTable(table::file_name(state)))],
        Action::ExportTable(path) => return export_table(state, &path).into_iter().collect(),
        Action::SetVision(vision) => state.vision = vision,
        Action::Undo => {
            if let Some(before) = state.history.undo(&state.document()) {
                travel(state, before);
            }
        }
        Action::Redo => {
            if let Some(after) = state.history.redo(&state.document()) {
                travel(state, after);
            }
        }
        Action::SetLang(lang) => {
            spec.lang = lang;
            state.settings.lang = lang;
        }
        Action::SetAppearance(appearance) => state.settings.appearance = appearance,
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
            spec.chosen = vec![code];
            return vec![Effect::Frame(Framing::Chosen)];
        }
        // One movement within another is the outer one.
        Action::InGesture(_, action) => return apply(state, *action),
        Action::Frame(Framing::Chosen) if spec.chosen.is_empty() => {
            return vec![Effect::Frame(Framing::All)];
        }
        Action::Frame(framing) => return vec![Effect::Frame(framing)],
        Action::ExportAs(view) => {
            let stem = view.element(state).map(|element| element.file_stem());
            let name = |stem: &str| format!("{}.png", i18n::file_name(&[stem]));
            let ask = |stem| Effect::Ask(Question::SaveView(view, name(stem)));
            return stem.as_deref().map(ask).into_iter().collect();
        }
        Action::Export(view, path) => return export(state, view, &path).into_iter().collect(),
        Action::Figure(action) => return composer::apply(state, action),
        Action::Hand(action) => return hand::apply(state, action),
        Action::Intake(action) => return intake::apply(state, action),
        Action::Project(action) => return project::apply(state, action),
        Action::SetRankingRange(range) => state.settings.ranking_range = range,
        Action::SetPublishedAt(at) => state.published_at = Some(at),
        Action::SetDpi(dpi) => state.settings.dpi = dpi,
        Action::Copy(text) => return vec![Effect::Copy(text)],
        Action::JobEnded(report) => job_ended(state, report),
        Action::DismissNotice => state.notice = None,
    }
    Vec::new()
}

/// A state of the past or the future keeps the language of the present.
fn travel(state: &mut State, to: Document) {
    let lang = state.spec.lang;
    put(state, to);
    state.spec.lang = lang;
    // Data may have gone since.
    state.forget_unknown();
}

fn put(state: &mut State, document: Document) {
    let Document { map, views, figures, sets, composing } = document;
    let Views { scatter, scatter_x, series, ranking_range, table, published, published_at } = views;
    (state.spec, state.scatter, state.scatter_x, state.table) = (map, scatter, scatter_x, table);
    (state.settings.series, state.settings.ranking_range) = (series, ranking_range);
    (state.published, state.published_at) = (published, published_at);
    (state.composer.figures, state.composer.open) = (figures, composing);
    state.sets = sets;
}

/// Another indicator may lack the date shown: then the nearest it has, and the user is told.
pub(super) fn set_indicator(state: &mut State, id: String) {
    let atlas = &state.bundle.atlas;
    if atlas.published(&id).is_some() {
        return set_published(state, id);
    }
    let Some(indicator) = atlas.catalogue.get(&id) else { return };
    // Back from a published table the map is as it was left.
    if state.published.take().is_some() && id == state.spec.indicator {
        return;
    }
    let wanted = state.spec.date;
    let lang = state.settings.lang;
    let Some(date) = atlas.nearest_date(indicator, wanted) else {
        let text = texts::notice_no_dates(lang, lang.pick(&indicator.name));
        state.notice = Some(Notice { text, is_error: true });
        return;
    };
    if date != wanted {
        let [wanted, shown] = [wanted, date].map(|date| i18n::date(lang, date));
        let text = texts::notice_other_date(lang, lang.pick(&indicator.name), wanted, shown);
        state.notice = Some(Notice { text, is_error: false });
    }
    state.spec.date = date;
    // Breaks set by hand were for other numbers.
    if state.spec.scheme() == Scheme::Manual {
        state.spec.classes.scheme = None;
        state.spec.classes.manual.clear();
    }
    state.spec.palette.centre = None;
    state.settings.saw(&id);
    kind::set_first(state, id);
    kind::settle(state);
}

/// The areas of a published table have no borders to draw: its values stand below the map.
fn set_published(state: &mut State, id: String) {
    state.settings.saw(&id);
    state.settings.panels.list = true;
    if state.settings.below == Below::Scatter {
        state.settings.below = Below::Series;
    }
    if state.published.as_ref() != Some(&id) {
        state.table.printed.clear();
    }
    state.published = Some(id);
}

fn save_set(state: &mut State, name: &str) {
    if name.is_empty() || state.spec.chosen.is_empty() {
        return;
    }
    let set = NamedSet { name: name.to_owned(), codes: state.spec.chosen.clone() };
    match state.sets.iter_mut().find(|kept| kept.name == name) {
        Some(kept) => *kept = set,
        None => state.sets.push(set),
    }
}

fn export(state: &mut State, view: View, path: &Path) -> Option<Effect> {
    let spec = Box::new(FigureSpec::of(view.element(state)?));
    match Format::of_path(path) {
        Some(format) => start(state, path, ExportWork::Figure(spec, format)),
        None => refuse(state, texts::cli_bad_format(state.settings.lang, path.display())),
    }
}

fn export_table(state: &mut State, path: &Path) -> Option<Effect> {
    let spec = table::table_spec(state);
    let work = match (SheetFormat::of_path(path), Format::of_path(path)) {
        (Some(format), _) => ExportWork::Sheet(Box::new(spec), format),
        (None, Some(format)) => ExportWork::Figure(Box::new(FigureSpec::of(Element::Table(spec))), format),
        (None, None) => {
            return refuse(state, texts::cli_bad_table_format(state.settings.lang, path.display()));
        }
    };
    start(state, path, work)
}

/// One file is written at a time.
pub(super) fn start(state: &mut State, path: &Path, work: ExportWork) -> Option<Effect> {
    if std::mem::replace(&mut state.exporting, true) {
        return None;
    }
    let (dpi, lang) = (state.settings.dpi.0, state.settings.lang);
    Some(Effect::Export(Box::new(ExportRequest { work, path: path.to_owned(), dpi, lang })))
}

pub(super) fn refuse(state: &mut State, text: String) -> Option<Effect> {
    state.notice = Some(Notice { text, is_error: true });
    None
}

fn copy_table(state: &mut State) -> Option<Effect> {
    match table::copied(state) {
        Ok(text) => {
            let text_of = state.settings.lang.text(texts::TABLE_COPIED).to_owned();
            state.notice = Some(Notice { text: text_of, is_error: false });
            Some(Effect::Copy(text))
        }
        Err(text) => {
            state.notice = Some(Notice { text, is_error: true });
            None
        }
    }
}

fn job_ended(state: &mut State, report: JobReport) {
    state.exporting = false;
    let lang = state.settings.lang;
    let saved = || texts::notice_exported(lang, file_name(&report.path));
    let outcome = report.result.map(|()| saved()).map_err(|why| not_written(lang, &report.path, &why));
    state.notice = Some(Notice::of(outcome));
}
