//! The state of the program: the document, the user's settings and the session, never mixed.

use std::sync::Arc;

use crate::base::{Code, Date, Vision};
use crate::data::{AtlasError, Caption, Indicator, PublishedIndicator};
use crate::document::{Document, MapSpec};
use crate::figure::{FigureError, MapModel};
use crate::figure::{Remark, Warned};
use crate::io::Bundle;
use crate::io::project::ProjectFile;

use super::action::Tool;
use super::composer::Composer;
use super::dialog::Dialog;
use super::history::History;
use super::intake::Intake;
use super::manual_entry::ManualEntry;
use super::project::Open;
use super::settings::Settings;

/// Something to tell the user, until they have read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    /// Whether something went wrong.
    pub is_error: bool,
}

impl Notice {
    /// What has come out well, or what went wrong.
    pub fn of(outcome: Result<String, String>) -> Self {
        match outcome {
            Ok(text) => Self { text, is_error: false },
            Err(text) => Self { text, is_error: true },
        }
    }
}

/// Everything the window shows.
pub struct State {
    /// Territory, data, boundaries, with what the project holds: never changed, replaced as a whole.
    pub bundle: Arc<Bundle>,
    /// The same without the project's own imports: what they are set against.
    pub base: Arc<Bundle>,
    /// The project that is open.
    pub project: Open,
    /// What is seen, chosen and kept: what is undone and saved.
    pub document: Document,
    /// What is marked and under way in the composer. Session.
    pub composer: Composer,
    /// Steps of undo and redo.
    pub history: History,
    /// The continuous movement that made the last undo step, until something else changes the document.
    pub gesture: Option<u64>,
    /// The user's settings. Saved apart.
    pub settings: Settings,
    /// The numbers of the map, always those of `spec`. Session.
    pub model: Arc<MapModel>,
    /// Remarks on the map. Session.
    pub remarks: Vec<Remark>,
    /// What the user should read now. Session.
    pub notice: Option<Notice>,
    /// Whether a file is being written. Session.
    pub exporting: bool,
    /// What dragging on the map does. Session.
    pub tool: Tool,
    /// Whose eyes the map is shown to. Session.
    pub vision: Vision,
    /// Territories whose cards are kept in sight. Session.
    pub pinned: Vec<Code>,
    /// What lies over the window. Session.
    pub dialog: Option<Dialog>,
    /// The grid that is being filled by hand. Session.
    pub manual_entry: Option<ManualEntry>,
    /// The import under way. Session.
    pub intake: Option<Intake>,
}

impl State {
    /// The program as it opens: the first indicator by Comune at its latest date.
    ///
    /// # Errors
    /// When the bundle has no indicator with values.
    pub fn new(bundle: Arc<Bundle>, settings: Settings) -> Result<Self, FigureError> {
        let (spec, model) = opening(&bundle, &settings)?;
        Ok(Self {
            document: Document::new(spec, &bundle.atlas),
            composer: Composer::default(),
            history: History::default(),
            gesture: None,
            settings,
            model: Arc::new(model.value),
            remarks: model.remarks,
            notice: None,
            exporting: false,
            tool: Tool::default(),
            vision: Vision::default(),
            pinned: Vec::new(),
            dialog: None,
            manual_entry: None,
            intake: None,
            project: Open::new(Arc::clone(&bundle)),
            base: Arc::clone(&bundle),
            bundle,
        })
    }

    pub fn indicator(&self) -> Option<&Indicator> {
        self.bundle.atlas.catalogue.get(&self.document.map.indicator)
    }

    /// The indicator as published that the panel below shows in place of the map's.
    pub fn published(&self) -> Option<&PublishedIndicator> {
        self.bundle.atlas.published(&self.document.published.as_ref()?.indicator)
    }

    /// What ranking and time series show: the indicator as published, or else the map's.
    pub fn caption(&self) -> Option<Caption<'_>> {
        self.bundle
            .atlas
            .caption(self.document.published.as_ref().map_or(&self.document.map.indicator, |p| &p.indicator))
            .ok()
    }

    /// The dates the indicator shown has values at.
    pub fn dates(&self) -> Vec<Date> {
        self.indicator().map(|indicator| self.bundle.atlas.dates(indicator)).unwrap_or_default()
    }

    /// Works the map out again.
    ///
    /// # Errors
    /// What its spec asks for is not there. Nothing has changed then.
    pub(super) fn recompute(&mut self) -> Result<(), FigureError> {
        let Warned { value, remarks } = MapModel::new(&self.document.map, self.bundle.sources())?;
        (self.model, self.remarks) = (Arc::new(value), remarks);
        Ok(())
    }

    /// Joins what the project holds to what it stands on.
    pub(super) fn rebuild(&mut self) {
        let Open { program_data, file, packs, .. } = &self.project;
        let stands_on = |bundle: &Arc<Bundle>, files: &[&ProjectFile]| match files {
            [] => Arc::clone(bundle),
            files => Arc::new(bundle.with_projects(files.iter().copied())),
        };
        self.base = stands_on(program_data, &packs.iter().collect::<Vec<_>>());
        let imports: &[&ProjectFile] = if file.imports.is_empty() { &[] } else { &[file] };
        self.bundle = stands_on(&self.base, imports);
    }

    /// The same when imports or packs have come or gone: what is shown stays where it still can.
    pub(super) fn renew(&mut self) {
        self.rebuild();
        if self.recompute().is_err() {
            self.open_anew();
        }
        self.forget_unknown();
    }

    /// Shows the map the program opens on.
    pub(super) fn open_anew(&mut self) {
        // The bundle the program started with has it, and data only ever come on top.
        if let Ok((spec, model)) = opening(&self.bundle, &self.settings) {
            (self.document.map, self.model, self.remarks) = (spec, Arc::new(model.value), model.remarks);
        }
    }

    /// Drops from what is in sight the indicators that are no longer there.
    pub(super) fn forget_unknown(&mut self) {
        self.document.forget_unknown(&self.bundle.atlas);
    }
}

/// The map the program opens on: the first indicator by Comune at its latest date.
fn opening(bundle: &Bundle, settings: &Settings) -> Result<(MapSpec, Warned<MapModel>), FigureError> {
    let atlas = &bundle.atlas;
    let none = || AtlasError::UnknownIndicator { id: MapSpec::OPENING.to_owned(), nearest: Vec::new() };
    let spec = MapSpec { lang: settings.lang, ..MapSpec::first(atlas).ok_or_else(none)? };
    let model = MapModel::new(&spec, bundle.sources())?;
    Ok((spec, model))
}
