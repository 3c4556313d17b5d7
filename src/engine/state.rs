//! The state of the program: the document, the user's settings and the session, kept apart.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::{Code, Date, Level, Vision};
use crate::data::{AtlasError, Caption, Indicator, PublishedIndicator};
use crate::document::{Document, Element, ElementKind, MapFrame, MapSpec};
use crate::figure::{FigureError, MapModel, reference_name};
use crate::figure::{Remark, Warned};
use crate::i18n::texts;
use crate::io::Bundle;
use crate::io::project::ProjectFile;

use super::action::Tool;
use super::composer::Composer;
use super::dialog::Dialog;
use super::drawing::Drawing;
use super::history::History;
use super::home::choice;
use super::intake::Intake;
use super::manual_entry::ManualEntry;
use super::project::Open;
use super::settings::Settings;

/// A message to the user: of an error until dismissed, of a success for as long as it takes to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    /// Whether something went wrong.
    pub is_error: bool,
    /// What was written, which can be opened from here.
    pub written: Option<PathBuf>,
}

impl Notice {
    pub fn info(text: String) -> Self {
        Self { text, is_error: false, written: None }
    }

    pub fn error(text: String) -> Self {
        Self { text, is_error: true, written: None }
    }

    /// The notice of a success or an error.
    pub fn of(outcome: Result<String, String>) -> Self {
        outcome.map_or_else(Self::error, Self::info)
    }

    /// The notice of a file or a folder that was written, or why it was not.
    pub fn of_file(path: &Path, outcome: Result<String, String>) -> Self {
        let written = outcome.is_ok().then(|| path.to_owned());
        Self { written, ..Self::of(outcome) }
    }
}

/// Everything the window shows.
pub struct State {
    /// Territories, data and boundaries, including those of the project: immutable, replaced as a whole.
    pub bundle: Arc<Bundle>,
    /// The same without the project's own imports, which are compared with it.
    pub base: Arc<Bundle>,
    /// The project that is open.
    pub project: Open,
    /// What is shown, selected and kept: what is undone and saved.
    pub document: Document,
    /// The composer's selection and running jobs. Session.
    pub composer: Composer,
    /// Steps of undo and redo.
    pub history: History,
    /// The gesture that made the last undo step, until something else changes the document.
    pub gesture: Option<u64>,
    /// The user's settings. Saved separately.
    pub settings: Settings,
    /// The numbers of the map, always in step with its spec. Session.
    pub model: Arc<MapModel>,
    /// Remarks on the map. Session.
    pub remarks: Vec<Remark>,
    /// The message currently shown to the user. Session.
    pub notice: Option<Notice>,
    /// The notice of data just imported or removed, which offers to undo that. Session.
    pub(super) told_of_data: Option<Notice>,
    /// How the window is drawn, once there is one. Session.
    pub drawing: Option<Drawing>,
    /// Whether a file is being written. Session.
    pub exporting: bool,
    /// What dragging on the map does. Session.
    pub tool: Tool,
    /// The colour vision simulated on the map. Session.
    pub vision: Vision,
    /// What of the map is on the screen, where that is not all of it. Session.
    pub seen: Option<MapFrame>,
    /// Whether the window says how the user's Ambito stands. Session.
    pub shows_home: bool,
    /// Territories with pinned cards. Session.
    pub pinned: Vec<Code>,
    /// The open dialog. Not saved.
    pub dialog: Option<Dialog>,
    /// The grid of the manual entry in progress. Session.
    pub manual_entry: Option<ManualEntry>,
    /// The import in progress. Session.
    pub intake: Option<Intake>,
}

impl State {
    /// The initial state: the first indicator by Comune at its latest date.
    ///
    /// # Errors
    /// When the bundle has no indicator with values.
    pub fn new(bundle: Arc<Bundle>, settings: Settings) -> Result<Self, FigureError> {
        let (spec, model) = opening(&bundle, &settings)?;
        let told = bundle.boundary_findings(settings.lang);
        let notice = told.map(Notice::info);
        Ok(Self {
            document: Document::new(spec, &bundle.atlas),
            composer: Composer::default(),
            history: History::default(),
            gesture: None,
            model: Arc::new(model.value),
            remarks: model.remarks,
            notice,
            told_of_data: None,
            drawing: None,
            exporting: false,
            tool: Tool::default(),
            vision: Vision::default(),
            seen: None,
            shows_home: choice::of(&bundle.atlas, &settings).is_some(),
            pinned: Vec::new(),
            dialog: None,
            manual_entry: None,
            intake: None,
            project: Open::new(Arc::clone(&bundle)),
            base: Arc::clone(&bundle),
            settings,
            bundle,
        })
    }

    pub fn indicator(&self) -> Option<&Indicator> {
        self.bundle.atlas.catalogue.get(&self.document.map.indicator)
    }

    /// The indicator as published that the bottom panel shows in place of the map's.
    pub fn published(&self) -> Option<&PublishedIndicator> {
        self.bundle.atlas.published(&self.document.published.as_ref()?.indicator)
    }

    /// What the ranking and the time series show: the indicator as published, or else the map's.
    pub fn caption(&self) -> Option<Caption<'_>> {
        self.bundle
            .atlas
            .caption(self.document.published.as_ref().map_or(&self.document.map.indicator, |p| &p.indicator))
            .ok()
    }

    /// The current view of a kind, or the map as it is on the screen, as an element of a page.
    pub(super) fn element(&self, kind: ElementKind) -> Option<Element> {
        let mut element = self.document.element(kind)?;
        element.show_part(self.frame_on_screen());
        Some(element)
    }

    /// What the notice offers to undo: data that were just imported, or removed from the project.
    pub fn undo_offer(&self) -> Option<&'static str> {
        let before = self.history.contents_before()?;
        let is_told = self.notice.is_some() && self.notice == self.told_of_data;
        let is_removal = before.imports.len() > self.project.file.imports.len();
        let offer = if is_removal { texts::UNDO_REMOVAL } else { texts::UNDO_IMPORT };
        is_told.then(|| self.settings.lang.text(offer))
    }

    /// The framing that shows what is on the screen.
    pub fn frame_on_screen(&self) -> MapFrame {
        self.seen.clone().unwrap_or(MapFrame::All)
    }

    /// The dates for which the current indicator has values.
    pub fn dates(&self) -> Vec<Date> {
        self.indicator().map(|indicator| self.bundle.atlas.dates(indicator)).unwrap_or_default()
    }

    /// A date of the current indicator as it is said: "1/1/2023", "2023", "anno d'imposta 2023".
    pub fn date_name(&self, date: Date) -> String {
        let stated = self.indicator().map_or(date.into(), |indicator| indicator.period.ending(date));
        reference_name(self.settings.lang, stated)
    }

    /// Recomputes the map.
    ///
    /// # Errors
    /// Something its spec asks for does not exist. Nothing has changed then.
    pub(super) fn recompute(&mut self) -> Result<(), FigureError> {
        let Warned { value, remarks } = MapModel::new(&self.document.map, self.bundle.sources())?;
        (self.model, self.remarks) = (Arc::new(value), remarks);
        Ok(())
    }

    /// Merges the contents of the project into its base data.
    pub(super) fn rebuild(&mut self) {
        let Open { program_data, file, packs, .. } = &self.project;
        let stands_on = |bundle: &Arc<Bundle>, files: &[&ProjectFile]| match files {
            [] => Arc::clone(bundle),
            files => Arc::new(bundle.with_projects(files.iter().copied())),
        };
        self.base = stands_on(program_data, &packs.iter().collect::<Vec<_>>());
        let imports: &[&ProjectFile] = if file.imports.is_empty() { &[] } else { &[file] };
        self.bundle = stands_on(&self.base, imports);
        let document = self.document.clone();
        self.add_own();
        self.add_rates(document.indicators());
        self.regroup();
    }

    /// Adds the indicators typed as formulas; those that cannot be made of these data are told.
    fn add_own(&mut self) {
        if self.document.own.is_empty() {
            return;
        }
        let (bundle, left) = self.bundle.with_own(&self.document.own);
        self.bundle = Arc::new(bundle);
        if !left.is_empty() {
            let text = texts::formula_left(self.settings.lang, left.join(", "));
            self.notice = Some(Notice::error(text));
        }
    }

    /// Makes the rates that figures were drawn of elsewhere, with `--per` or in another project, and that are not here.
    pub(super) fn add_rates<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) {
        if let Some(rated) = self.bundle.with_rates(ids) {
            self.bundle = Arc::new(rated);
        }
    }

    /// Puts the hypothesis of the document into force, or the official Ambiti. Territories that no longer exist are dropped from
    /// what is shown; a hypothesis that makes no sense for these territories is dropped too, and said.
    pub(super) fn regroup(&mut self) {
        if self.bundle.atlas.what_if() == self.document.what_if {
            return;
        }
        let before = Arc::clone(&self.bundle);
        match self.bundle.under(&self.document.what_if) {
            Ok(bundle) => self.bundle = Arc::new(bundle),
            Err(error) => {
                let text = self.settings.lang.what_if_error(&error);
                self.notice = Some(Notice::error(text));
                self.document.what_if = self.bundle.atlas.what_if();
                return;
            }
        }
        let territories = &self.bundle.atlas.territories;
        let was = before.atlas.territories.units(Level::Ambiti).iter().map(|unit| &unit.code);
        let gone: Vec<Code> = was.filter(|code| territories.find(code).is_none()).cloned().collect();
        self.document.forget_territories(&gone);
        self.pinned.retain(|code| !gone.contains(code));
    }

    /// As [`rebuild`](Self::rebuild), after imports or packs were added or removed: views stay as they are where
    /// possible.
    pub(super) fn renew(&mut self) {
        self.rebuild();
        if self.recompute().is_err() {
            self.open_anew();
        }
        self.forget_unknown();
    }

    /// Shows the initial map.
    pub(super) fn open_anew(&mut self) {
        // The bundle the program started with has that indicator, and data are only ever added to it.
        if let Ok((spec, model)) = opening(&self.bundle, &self.settings) {
            (self.document.map, self.model, self.remarks) = (spec, Arc::new(model.value), model.remarks);
        }
    }

    /// Drops indicators that no longer exist from everything shown.
    pub(super) fn forget_unknown(&mut self) {
        self.document.forget_unknown(&self.bundle.atlas);
    }
}

/// The initial map: the first indicator at its latest date, by Comune or, if the user has one, with the user's Ambito among
/// the others.
fn opening(bundle: &Bundle, settings: &Settings) -> Result<(MapSpec, Warned<MapModel>), FigureError> {
    let atlas = &bundle.atlas;
    let none = || AtlasError::UnknownIndicator { id: MapSpec::OPENING.to_owned(), nearest: Vec::new() };
    let mut spec = MapSpec { lang: settings.lang, ..MapSpec::first(atlas).ok_or_else(none)? };
    if let Some(code) = choice::of(atlas, settings) {
        choice::put(&mut spec, code);
    }
    let model = MapModel::new(&spec, bundle.sources())?;
    Ok((spec, model))
}
