//! Composing pages: the figures kept with the work, and the one in sight.

mod action;
mod explore;
mod export;
pub(super) mod logo;
pub(super) mod styles;
mod words;

use std::sync::Arc;

use crate::document::{
    Arrangement, Carried, DataIdentity, FigureSpec, KeptFigure, PageSpec, PageStyle, Place, SvgText,
};
use crate::figure::check::Mending;
use crate::figure::reference_label;
use crate::i18n::texts;

use super::action::Effect;
use super::failure::file_name;
use super::files::FileJob;
use super::question::Question;
use super::settings::Below;
use super::state::{Notice, State};
use super::views::View;

pub use action::{FigureAction, Many};
pub use words::element_label;

/// The composer. What is kept and which page is in sight belong to the document; the rest is of the session.
#[derive(Clone, Debug, Default)]
pub struct Composer {
    /// The figures kept with the work, in the order they were made.
    pub figures: Vec<Arc<KeptFigure>>,
    /// Id of the one that is composed; none while the map is in sight.
    pub open: Option<u64>,
    /// The element marked on its page. Session.
    pub at: Place,
    /// How many of many figures are written, while they are. Session.
    pub progress: Option<(usize, usize)>,
    /// The last id given. Session.
    last_id: u64,
}

impl Composer {
    /// The composer as it opens, with the figures of another day.
    pub fn with(figures: Vec<KeptFigure>) -> Self {
        let last_id = figures.iter().map(|kept| kept.id).max().unwrap_or(0);
        Self { figures: figures.into_iter().map(Arc::new).collect(), last_id, ..Self::default() }
    }

    /// The figure that is composed.
    pub fn kept(&self) -> Option<&Arc<KeptFigure>> {
        let open = self.open?;
        self.figures.iter().find(|kept| kept.id == open)
    }

    /// The number after the last that a figure kept has.
    pub fn next_number(&self) -> u16 {
        let numbers = self.figures.iter().filter_map(|kept| kept.spec.page.number);
        numbers.max().unwrap_or(0).saturating_add(1)
    }

    fn edit(&mut self, change: impl FnOnce(&mut KeptFigure)) {
        if let Some(kept) = self.open.and_then(|id| self.figures.iter_mut().find(|kept| kept.id == id)) {
            change(Arc::make_mut(kept));
        }
    }

    fn edit_page(&mut self, change: impl FnOnce(&mut FigureSpec)) {
        self.edit(|kept| change(&mut kept.spec));
    }

    /// Keeps a figure and shows it. A name that is taken gets a number.
    fn keep(&mut self, name: &str, spec: FigureSpec, reading: Option<String>) {
        self.last_id += 1;
        let taken = |name: &str| self.figures.iter().any(|kept| kept.name == name);
        let numbered = (2..).map(|n| format!("{name} ({n})"));
        let mut free = std::iter::once(name.to_owned()).chain(numbered).filter(|name| !taken(name));
        let name = free.next().unwrap_or_default();
        self.figures.push(Arc::new(KeptFigure { id: self.last_id, name, spec, reading }));
        self.show(Some(self.last_id));
    }

    fn show(&mut self, id: Option<u64>) {
        (self.open, self.at) = (id, Place::default());
    }
}

/// Does what was asked, and says what is to be done outside.
pub(super) fn apply(state: &mut State, action: FigureAction) -> Vec<Effect> {
    let lang = state.settings.lang;
    let composer = &mut state.composer;
    match action {
        FigureAction::Compose(view) => compose(state, view),
        FigureAction::Open(id) if composer.figures.iter().any(|kept| kept.id == id) => {
            composer.show(Some(id))
        }
        FigureAction::Open(_) => {}
        FigureAction::Close => composer.show(None),
        FigureAction::Explore => explore::marked(state),
        FigureAction::Rename(name) => composer.edit(|kept| kept.name = name),
        FigureAction::Duplicate(id) => {
            if let Some(kept) = composer.figures.iter().find(|kept| kept.id == id).cloned() {
                composer.keep(&kept.name, kept.spec.clone(), kept.reading.clone());
            }
        }
        FigureAction::Remove(id) => remove(composer, id),
        FigureAction::Select(at) => composer.at = at,
        FigureAction::Add(view) => add(state, view),
        FigureAction::RemoveElement(at) => {
            composer.edit_page(|page| page.remove(at));
            composer.at = Place::default();
        }
        FigureAction::Shift(at, towards) => {
            let mut moved = at;
            composer.edit_page(|page| moved = page.shift(at, towards));
            composer.at = moved;
        }
        FigureAction::SetShares(at, [height, width]) => composer.edit_page(|page| {
            if let Some(row) = page.rows.get_mut(at.row) {
                row.height = height;
                if let Some(cell) = row.cells.get_mut(at.cell) {
                    cell.width = width;
                }
            }
        }),
        FigureAction::SetElementTitle(at, title) => composer.edit_page(|page| {
            if let Some(element) = page.element_mut(at) {
                element.page_mut().title = title;
            }
        }),
        FigureAction::Arrange(arrangement) => arrange(state, arrangement),
        FigureAction::SetPage(page) => composer.edit_page(|spec| spec.set_page(*page)),
        FigureAction::SetLang(lang) => composer.edit_page(|spec| spec.lang = lang),
        FigureAction::SetReading(reading) => composer.edit(|kept| kept.reading = reading),
        FigureAction::Mend(at, mending) => composer.edit_page(|page| mend(page, at, &mending)),
        FigureAction::SaveStyle(name) => save_style(state, name.trim()),
        FigureAction::UseStyle(name) => {
            if let Some(style) = state.settings.styles.iter().find(|style| style.name == name) {
                composer.edit_page(|spec| spec.set_page(style.on(&spec.page)));
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
            state.notice = Some(Notice::of(written.map(|()| saved())));
        }
        FigureAction::AskLogo => return vec![Effect::Ask(Question::OpenLogo)],
        FigureAction::ReadLogo(path) => return vec![Effect::File(FileJob::ReadLogo(path))],
        FigureAction::LogoRead(Ok(logo)) => composer.edit_page(|spec| spec.page.logo = Some(logo)),
        FigureAction::LogoRead(Err(text)) => state.notice = Some(Notice { text, is_error: true }),
        FigureAction::AskFigure => return vec![Effect::Ask(Question::OpenFigure)],
        FigureAction::Reopen(path) => return vec![Effect::File(FileJob::ReadFigure(path))],
        FigureAction::Reopened(path, read, changed) => {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            match *read {
                Ok(carried) => reopened(state, &name, carried, &changed),
                Err(text) => state.notice = Some(Notice { text, is_error: true }),
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

/// The view on a page of its own. One that is there already is shown again.
fn compose(state: &mut State, view: View) {
    let Some(element) = view.element(state) else { return };
    let name = element_label(state.settings.lang, &element, &state.bundle.atlas);
    let mut spec = FigureSpec::of(element);
    // Word has not our typeface.
    spec.page.svg_text = SvgText::Outlines;
    let composer = &mut state.composer;
    match composer.figures.iter().find(|kept| kept.spec == spec).map(|kept| kept.id) {
        Some(id) => composer.show(Some(id)),
        None => composer.keep(&name, spec, None),
    }
}

/// What is composed makes room for its neighbour; with the last one gone there is the map.
fn remove(composer: &mut Composer, id: u64) {
    let Some(at) = composer.figures.iter().position(|kept| kept.id == id) else { return };
    composer.figures.remove(at);
    if composer.open == Some(id) {
        let next = composer.figures.get(at).or_else(|| composer.figures.last()).map(|kept| kept.id);
        composer.show(next);
    }
}

fn add(state: &mut State, view: View) {
    let Some(element) = view.element(state) else { return };
    let composer = &mut state.composer;
    let full = composer.kept().is_some_and(|kept| kept.spec.elements().count() >= FigureSpec::MOST_ELEMENTS);
    if full {
        let most = FigureSpec::MOST_ELEMENTS.to_string();
        let text = texts::no_elements(state.settings.lang, &most);
        state.notice = Some(Notice { text, is_error: true });
        return;
    }
    composer.edit_page(|page| page.add(element));
    let last = composer.kept().and_then(|kept| kept.spec.places().last());
    composer.at = last.unwrap_or_default();
}

/// Puts the elements in a usual order. Where there are too few, ranking and series of what the window shows join them; a
/// lying sheet stands up for a map over others.
fn arrange(state: &mut State, arrangement: Arrangement) {
    let views = [View::Below(Below::Ranking), View::Below(Below::Series), View::Map];
    let mut more = views.into_iter().filter_map(|view| view.element(state)).collect::<Vec<_>>().into_iter();
    state.composer.at = Place::default();
    state.composer.edit_page(|page| {
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

/// A page is mended as a whole, everything else where it was found.
fn mend(page: &mut FigureSpec, at: Place, mending: &Mending) {
    if mending.mend_page(&mut page.page) {
        return;
    }
    if let Some(element) = page.element_mut(at) {
        mending.apply(element);
    }
}

fn save_style(state: &mut State, name: &str) {
    if name.is_empty() {
        return;
    }
    if let Some(kept) = state.composer.kept() {
        let style = PageStyle::of(name, &kept.spec.page);
        put_style(&mut state.settings.styles, style);
    }
}

/// A style of that name is replaced.
fn put_style(styles: &mut Vec<PageStyle>, style: PageStyle) {
    match styles.iter_mut().find(|kept| kept.name == style.name) {
        Some(kept) => *kept = style,
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

/// A figure of a file is kept and shown; the user is told which of its numbers are other ones now.
fn reopened(state: &mut State, name: &str, carried: Carried, changed: &[DataIdentity]) {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let named = |one: &DataIdentity| {
        let name =
            atlas.caption(&one.indicator).map_or(one.indicator.as_str(), |caption| lang.pick(caption.name));
        format!("{name} ({})", reference_label(lang, one.at))
    };
    let text = match changed {
        [] => texts::reopened(lang, name),
        changed => {
            let names: Vec<String> = changed.iter().map(named).collect();
            texts::reopened_changed(lang, name, names.join(", "))
        }
    };
    state.notice = Some(Notice { text, is_error: !changed.is_empty() });
    state.composer.keep(name, carried.figure, None);
}
