//! Composing pages: the kept figures and the one that is open.

mod action;
mod explore;
mod export;
mod glance;
mod session;
pub(super) mod styles;
mod words;

use std::sync::Arc;

use crate::document::{
    Arrangement, Carried, Cell, DataIdentity, Element, ElementKind, FigureSpec, KeptFigure, LegendPlace,
    MapSpec, OfKind, PageSpec, PageStyle, Place, SvgText,
};
use crate::figure::check::Fix;
use crate::figure::reference_name;
use crate::i18n::texts;

use super::effect::Effect;
use super::failure::file_name;
use super::files::FileJob;
use super::formula;
use super::question::Question;
use super::state::{Notice, State};

pub use action::{FigureAction, Many};
pub use session::Composer;
pub use words::element_label;

impl State {
    /// Opens a kept figure in the composer, or returns to the map.
    pub(super) fn show_figure(&mut self, id: Option<u64>) {
        (self.document.composing, self.composer.at) = (id, Place::default());
    }

    fn edit(&mut self, change: impl FnOnce(&mut KeptFigure)) {
        let document = &mut self.document;
        let open = document.composing;
        if let Some(figure) = open.and_then(|id| document.figures.iter_mut().find(|figure| figure.id == id)) {
            change(Arc::make_mut(figure));
        }
    }

    fn edit_page(&mut self, change: impl FnOnce(&mut FigureSpec)) {
        self.edit(|figure| change(&mut figure.spec));
    }

    /// Keeps a figure and shows it. A name already in use gets a number.
    fn keep(&mut self, name: &str, spec: FigureSpec, reading: Option<String>) {
        self.composer.last_id += 1;
        let id = self.composer.last_id;
        let figures = &mut self.document.figures;
        let taken = |name: &str| figures.iter().any(|figure| figure.name == name);
        let numbered = (2..).map(|n| format!("{name} ({n})"));
        let mut free = std::iter::once(name.to_owned()).chain(numbered).filter(|name| !taken(name));
        let name = free.next().unwrap_or_default();
        figures.push(Arc::new(KeptFigure { id, name, spec, reading }));
        self.show_figure(Some(id));
    }
}

/// Keeps a page that was made elsewhere and opens it; the same page is shown again.
pub(super) fn keep_page(state: &mut State, name: &str, spec: FigureSpec) {
    match state.document.figures.iter().find(|figure| figure.spec == spec).map(|figure| figure.id) {
        Some(id) => state.show_figure(Some(id)),
        None => state.keep(name, spec, None),
    }
}

/// Performs an action and returns what is to be done outside the state.
pub(super) fn apply(state: &mut State, action: FigureAction) -> Vec<Effect> {
    let lang = state.settings.lang;
    match action {
        FigureAction::Compose(view) => compose(state, view),
        FigureAction::ComposeTwo(second) => compose_two(state, *second),
        FigureAction::ComposeGlance => glance::compose(state),
        FigureAction::Open(id) if state.document.figures.iter().any(|figure| figure.id == id) => {
            state.show_figure(Some(id));
        }
        FigureAction::Open(_) => {}
        FigureAction::Close => state.show_figure(None),
        FigureAction::Explore => explore::marked(state),
        FigureAction::Rename(name) => state.edit(|figure| figure.name = name),
        FigureAction::Duplicate(id) => {
            if let Some(figure) = state.document.figures.iter().find(|figure| figure.id == id).cloned() {
                state.keep(&figure.name, figure.spec.clone(), figure.reading.clone());
            }
        }
        FigureAction::Remove(id) => remove(state, id),
        FigureAction::Select(at) => state.composer.at = at,
        FigureAction::Add(view) => add(state, view),
        FigureAction::RemoveElement(at) => {
            state.edit_page(|page| page.remove(at));
            state.composer.at = Place::default();
        }
        FigureAction::Shift(at, towards) => {
            let mut moved = at;
            state.edit_page(|page| moved = page.shift(at, towards));
            state.composer.at = moved;
        }
        FigureAction::PutBeside(from, to, side) => {
            let mut moved = from;
            state.edit_page(|page| moved = page.put_beside(from, to, side));
            state.composer.at = moved;
        }
        FigureAction::DivideRows(row, share) => state.edit_page(|page| page.divide_rows(row, share)),
        FigureAction::DivideCells(at, share) => state.edit_page(|page| page.divide_cells(at, share)),
        FigureAction::SetShares(at, [height, width]) => state.edit_page(|page| {
            if let Some(row) = page.rows.get_mut(at.row) {
                row.height = height;
                if let Some(cell) = row.cells.get_mut(at.cell) {
                    cell.width = width;
                }
            }
        }),
        FigureAction::SetElementTitle(at, title) => state.edit_page(|page| {
            if let Some(element) = page.element_mut(at) {
                element.page_mut().title = title;
            }
        }),
        FigureAction::SetFrame(at, frame) => state.edit_page(|page| {
            if let Some(element) = page.element_mut(at) {
                element.show_part(frame);
            }
        }),
        FigureAction::Arrange(arrangement) => arrange(state, arrangement),
        FigureAction::SetPage(page) => state.edit_page(|spec| spec.set_page(*page)),
        FigureAction::SetLang(lang) => state.edit_page(|spec| spec.lang = lang),
        FigureAction::SetReading(reading) => state.edit(|figure| figure.reading = reading),
        FigureAction::Fix(at, fix) => state.edit_page(|page| apply_fix(page, at, &fix)),
        FigureAction::SaveStyle(name) => save_style(state, name.trim()),
        FigureAction::UseStyle(name) => {
            if let Some(style) = state.settings.styles.iter().find(|style| style.name == name).cloned() {
                state.edit_page(|spec| spec.set_page(style.on(&spec.page)));
            }
        }
        FigureAction::RemoveStyle(name) => state.settings.styles.retain(|style| style.name != name),
        FigureAction::ExportStylesAs => return vec![Effect::Ask(Question::SaveStyles)],
        FigureAction::ExportStyles(path) => {
            return vec![Effect::File(FileJob::WriteStyles(path, state.settings.styles.clone()))];
        }
        FigureAction::ImportStylesFrom => return vec![Effect::Ask(Question::OpenStyles)],
        FigureAction::ImportStyles(path) => return vec![Effect::File(FileJob::ReadStyles(path))],
        FigureAction::StylesRead(read) => styles_read(state, read),
        FigureAction::Written(path, written) => {
            let saved = || texts::notice_exported(lang, file_name(&path));
            state.notice = Some(Notice::of_file(&path, written.map(|()| saved())));
        }
        FigureAction::AskLogo => return vec![Effect::Ask(Question::OpenLogo)],
        FigureAction::ReadLogo(path) => return vec![Effect::File(FileJob::ReadLogo(path))],
        FigureAction::LogoRead(Ok(logo)) => state.edit_page(|spec| spec.page.logo = Some(logo)),
        FigureAction::LogoRead(Err(text)) => state.notice = Some(Notice::error(text)),
        FigureAction::AskFigure => return vec![Effect::Ask(Question::OpenFigure)],
        FigureAction::Reopen(path) => return vec![Effect::File(FileJob::ReadFigure(path))],
        FigureAction::Reopened(path, read, changed) => {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            match *read {
                Ok(carried) => reopened(state, &name, carried, &changed),
                Err(text) => state.notice = Some(Notice::error(text)),
            }
        }
        FigureAction::ExportAs => return export::ask(state).into_iter().collect(),
        FigureAction::Export(path) => return export::page(state, &path).into_iter().collect(),
        FigureAction::ExportManyTo(many, format) => {
            return vec![Effect::Ask(Question::SaveMany(many, format))];
        }
        FigureAction::ExportMany(many, format, folder) => {
            return export::many(state, many, format, folder).into_iter().collect();
        }
        FigureAction::Progress(report) => export::progress(state, report),
        FigureAction::CancelMany => return vec![Effect::CancelMany],
        FigureAction::PictureCopied(copied) => {
            let text = copied.map(|()| lang.text(texts::PICTURE_COPIED).to_owned());
            state.notice = Some(Notice::of(text));
        }
    }
    Vec::new()
}

/// Puts the view on a page of its own. If there already is such a page it is shown again.
fn compose(state: &mut State, kind: ElementKind) {
    let Some(element) = state.element(kind) else { return };
    let name = element_label(state.settings.lang, &element, &state.bundle.atlas);
    let mut spec = FigureSpec::under(element, &state.bundle.atlas);
    // Word does not have our typeface.
    spec.page.svg_text = SvgText::Outlines;
    keep_page(state, &name, spec);
}

/// The map and another one side by side: with the same framing and with their legends below, so that both are of one size.
fn compose_two(state: &mut State, second: MapSpec) {
    let Some(element) = state.element(ElementKind::Map) else { return };
    let Some(first) = MapSpec::of(&element) else { return };
    let frame = first.frame.clone();
    let name = element_label(state.settings.lang, &element, &state.bundle.atlas);
    let mut spec = FigureSpec::under(element, &state.bundle.atlas);
    let second = MapSpec { frame, page: PageSpec::default(), ..second };
    spec.rows[0].cells.push(Cell { width: 1.0, element: second.into() });
    (spec.page.svg_text, spec.page.legend) = (SvgText::Outlines, LegendPlace::Below);
    state.keep(&name, spec, None);
}

/// When the open figure is deleted its neighbour opens, or the map after the last one.
fn remove(state: &mut State, id: u64) {
    let figures = &mut state.document.figures;
    let Some(at) = figures.iter().position(|figure| figure.id == id) else { return };
    figures.remove(at);
    let next = figures.get(at).or_else(|| figures.last()).map(|figure| figure.id);
    if state.document.composing == Some(id) {
        state.show_figure(next);
    }
}

fn add(state: &mut State, kind: ElementKind) {
    let Some(element) = state.element(kind) else { return };
    let full = state
        .document
        .composed()
        .is_some_and(|figure| figure.spec.elements().count() >= FigureSpec::MOST_ELEMENTS);
    if full {
        let most = FigureSpec::MOST_ELEMENTS.to_string();
        let text = texts::no_elements(state.settings.lang, &most);
        state.notice = Some(Notice::error(text));
        return;
    }
    state.edit_page(|page| page.add(element));
    let last = state.document.composed().and_then(|figure| figure.spec.places().last());
    state.composer.at = last.unwrap_or_default();
}

/// Applies a standard arrangement. Missing elements become the ranking and the series of what the window shows; a
/// landscape page turns to portrait for a map above other elements.
fn arrange(state: &mut State, arrangement: Arrangement) {
    let kinds = [ElementKind::Ranking, ElementKind::Series, ElementKind::Map];
    let more: Vec<Element> = kinds.into_iter().filter_map(|kind| state.element(kind)).collect();
    let mut more = more.into_iter();
    state.composer.at = Place::default();
    state.edit_page(|page| {
        while page.elements().count() < arrangement.elements() {
            let Some(element) = more.next() else { break };
            page.add(element);
        }
        page.arrange(arrangement);
        let [(_, width, height), ..] = PageSpec::SIZES;
        if arrangement == Arrangement::Lead && (page.page.width, page.page.height) == (width, height) {
            (page.page.width, page.page.height) = (height, width);
        }
    });
}

/// A fix for the page changes the page, any other the element with the finding.
fn apply_fix(page: &mut FigureSpec, at: Place, fix: &Fix) {
    if fix.apply_to_page(&mut page.page) {
        return;
    }
    if let Some(element) = page.element_mut(at) {
        fix.apply(element);
    }
}

fn save_style(state: &mut State, name: &str) {
    if name.is_empty() {
        return;
    }
    if let Some(figure) = state.document.composed() {
        let style = PageStyle::of(name, &figure.spec.page);
        put_style(&mut state.settings.styles, style);
    }
}

/// Adds a style, or replaces the one with the same name.
fn put_style(styles: &mut Vec<PageStyle>, style: PageStyle) {
    match styles.iter_mut().find(|known| known.name == style.name) {
        Some(known) => *known = style,
        None => styles.push(style),
    }
}

fn styles_read(state: &mut State, read: Result<Vec<PageStyle>, String>) {
    let lang = state.settings.lang;
    let text = read.map(|read| {
        let names: Vec<String> = read.iter().map(|style| style.name.clone()).collect();
        read.into_iter().for_each(|style| put_style(&mut state.settings.styles, style));
        texts::styles_read(lang, names.join(", "))
    });
    state.notice = Some(Notice::of(text));
}

/// A figure from a file is kept and shown; the user is told which of its numbers have changed.
fn reopened(state: &mut State, name: &str, carried: Carried, changed: &[DataIdentity]) {
    formula::add_unknown(state, &carried.own);
    state.add_rates(carried.figure.indicators());
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let named = |one: &DataIdentity| {
        let (name, at) = atlas.caption(&one.indicator).map_or((one.indicator.as_str(), one.at), |caption| {
            (lang.pick(caption.name), caption.stated(one.at))
        });
        format!("{name} ({})", reference_name(lang, at))
    };
    let text = match changed {
        [] => texts::reopened(lang, name),
        changed => {
            let names: Vec<String> = changed.iter().map(named).collect();
            texts::reopened_changed(lang, name, names.join(", "))
        }
    };
    state.notice = Some(if changed.is_empty() { Notice::info(text) } else { Notice::error(text) });
    state.keep(name, carried.figure, None);
}
