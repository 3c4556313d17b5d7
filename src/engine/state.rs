//! The state of the program: the document, the user's settings and the session, never mixed.

use std::sync::Arc;

use crate::base::{Code, Date, Diagnostic, Vision, Warned};
use crate::data::{AtlasError, Caption, Indicator, NamedSet, PublishedIndicator, Reference};
use crate::document::{MapSpec, ScatterView};
use crate::figure::{FigureError, MapModel};
use crate::io::Bundle;
use crate::io::project::ProjectFile;

use super::action::Tool;
use super::composer::Composer;
use super::hand::Hand;
use super::history::{Document, History, Views};
use super::intake::Intake;
use super::project::Open;
use super::settings::Settings;
use super::table::TableState;

/// Something to tell the user, until they have read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What.
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
    /// The document: what is seen and chosen. Undoable.
    pub spec: MapSpec,
    /// How the scatterplot shows its points. Part of the document too.
    pub scatter: ScatterView,
    /// The figures kept and the page in sight. Part of the document too.
    pub composer: Composer,
    /// Choices of territories kept under a name, in the order they were made. Part of the document too.
    pub sets: Vec<NamedSet>,
    /// Steps of undo and redo.
    pub history: History,
    /// The continuous movement that made the last undo step, until something else changes the document.
    pub gesture: Option<u64>,
    /// The user's settings. Saved apart; what the views below the map show of them can be undone.
    pub settings: Settings,
    /// The numbers of the map, always those of `spec`. Session.
    pub model: Arc<MapModel>,
    /// Remarks on the map. Session.
    pub remarks: Vec<Diagnostic>,
    /// What the user should read now. Session.
    pub notice: Option<Notice>,
    /// Whether a file is being written. Session.
    pub exporting: bool,
    /// What dragging on the map does. Session.
    pub tool: Tool,
    /// Whose eyes the map is shown to. Session.
    pub vision: Vision,
    /// The indicator across the scatterplot, once picked. Undoable.
    pub scatter_x: Option<String>,
    /// Id of the indicator as published that the panel below shows in place of the map's. Undoable.
    pub published: Option<String>,
    /// The year or date it is ranked at, once picked. Undoable.
    pub published_at: Option<Reference>,
    /// The table below the map. Undoable.
    pub table: TableState,
    /// Territories whose cards are kept in sight. Session.
    pub pinned: Vec<Code>,
    /// The grid that is being filled by hand. Session.
    pub hand: Option<Hand>,
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
            spec,
            scatter: ScatterView::default(),
            composer: Composer::default(),
            history: History::default(),
            gesture: None,
            settings,
            model: Arc::new(model.value),
            remarks: model.diagnostics,
            notice: None,
            exporting: false,
            tool: Tool::default(),
            vision: Vision::default(),
            scatter_x: None,
            published: None,
            published_at: None,
            table: TableState::default(),
            pinned: Vec::new(),
            hand: None,
            intake: None,
            sets: Vec::new(),
            project: Open::new(Arc::clone(&bundle)),
            base: Arc::clone(&bundle),
            bundle,
        })
    }

    /// What can be undone, as it stands.
    pub fn document(&self) -> Document {
        Document {
            map: self.spec.clone(),
            views: Views {
                scatter: self.scatter.clone(),
                scatter_x: self.scatter_x.clone(),
                series: self.settings.series.clone(),
                ranking_range: self.settings.ranking_range,
                table: self.table.clone(),
                published: self.published.clone(),
                published_at: self.published_at,
            },
            figures: self.composer.figures.clone(),
            sets: self.sets.clone(),
            composing: self.composer.open,
        }
    }

    /// The indicator shown.
    pub fn indicator(&self) -> Option<&Indicator> {
        self.bundle.atlas.catalogue.get(&self.spec.indicator)
    }

    /// The indicator as published that the panel below shows in place of the map's.
    pub fn published(&self) -> Option<&PublishedIndicator> {
        self.bundle.atlas.published(self.published.as_deref()?)
    }

    /// What ranking and time series show: the indicator as published, or else the map's.
    pub fn caption(&self) -> Option<Caption<'_>> {
        self.bundle.atlas.caption(self.published.as_deref().unwrap_or(&self.spec.indicator)).ok()
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
        let Warned { value, diagnostics } = MapModel::new(&self.spec, &self.bundle.atlas)?;
        (self.model, self.remarks) = (Arc::new(value), diagnostics);
        Ok(())
    }

    /// Joins what the project holds to what it stands on.
    pub(super) fn rebuild(&mut self) {
        let Open { ground, file, packs, .. } = &self.project;
        let stands_on = |bundle: &Arc<Bundle>, files: &[&ProjectFile]| match files {
            [] => Arc::clone(bundle),
            files => Arc::new(bundle.with_projects(files.iter().copied())),
        };
        self.base = stands_on(ground, &packs.iter().collect::<Vec<_>>());
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
            (self.spec, self.model, self.remarks) = (spec, Arc::new(model.value), model.diagnostics);
        }
    }

    /// Drops from what is in sight the indicators that are no longer there.
    pub(super) fn forget_unknown(&mut self) {
        let atlas = &self.bundle.atlas;
        for columns in [&mut self.table.added, &mut self.table.printed] {
            columns.retain(|column| atlas.caption(&column.indicator).is_ok());
        }
        self.published = self.published.take().filter(|id| self.bundle.atlas.published(id).is_some());
    }
}

/// The map the program opens on: the first indicator by Comune at its latest date.
fn opening(bundle: &Bundle, settings: &Settings) -> Result<(MapSpec, Warned<MapModel>), FigureError> {
    let atlas = &bundle.atlas;
    let none = || AtlasError::UnknownIndicator { id: MapSpec::OPENING.to_owned(), nearest: Vec::new() };
    let spec = MapSpec { lang: settings.lang, ..MapSpec::opening(atlas).ok_or_else(none)? };
    let model = MapModel::new(&spec, atlas)?;
    Ok((spec, model))
}
