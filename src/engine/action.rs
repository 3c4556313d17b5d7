//! The actions of the program.

use std::path::PathBuf;

use crate::base::{Code, Vision};
use crate::document::{Element, ElementKind, MapFrame, MapSpec};
use crate::i18n::Lang;
use crate::stats::classes::Scheme;

use super::composer::FigureAction;
use super::dialog::DialogAction;
use super::formula::FormulaAction;
use super::intake::IntakeAction;
use super::manual_entry::ManualEntryAction;
use super::opening::Opening;
use super::project::ProjectAction;
use super::settings::{Appearance, Dpi, Home, Layers, Panels, Preference};
use super::what_if::WhatIfAction;

/// A request from a panel, a key or a test.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Show the indicator with this id. One as published is shown below the map, which keeps its own indicator;
    /// asking for the map's own closes it. (The spec of a map cannot ask for both.)
    SetIndicator(String),
    /// Classify by another scheme. Manual classification starts from the current breaks, which are in the model and
    /// not in a spec.
    SetScheme(Scheme),
    /// Select these territories alone, or none.
    Choose(Vec<Code>),
    /// Add to the selection, or remove from it.
    ToggleSelected(Code),
    /// Add several to the selection.
    AddSelected(Vec<Code>),
    /// Select the units of the level shown that meet a condition: see
    /// [`Condition::parse`](crate::data::Condition::parse).
    ChooseWhere(String),
    /// Invert the selection among the units of the level shown.
    InvertSelected,
    /// Save the selection under a name; a set with that name is replaced.
    SaveSet(String),
    /// Select the territories of a set.
    UseSet(String),
    RemoveSet(String),
    /// Pin or unpin the card of a territory.
    TogglePinned(Code),
    /// Switch the pointer tool.
    SetTool(Tool),
    SetLayers(Layers),
    SetPanels(Panels),
    /// Show another view in the bottom panel.
    SetTab(ElementKind),
    /// Open the bottom panel on a view.
    ShowView(ElementKind),
    /// Show the map, or another view, with this spec: see [`Action::map`]. Settings of a map that the spec leaves
    /// unchanged adapt to those it changes: another kind has its own colours, another indicator the nearest date it
    /// has.
    SetView(Box<Element>),
    /// Show a view with this spec, in the open bottom panel.
    OpenView(Box<Element>),
    /// Show the published table with this name in full.
    ShowPublishedTable(String),
    /// Save what the map shows of an analysis as an indicator of the project.
    KeepResult,
    /// Copy the table to the clipboard.
    CopyTable,
    /// Ask the user for a file and write the table to it.
    ExportTableAs,
    /// Simulate a kind of colour vision on the map.
    SetVision(Vision),
    Undo,
    Redo,
    SetLang(Lang),
    SetAppearance(Appearance),
    /// Change a setting.
    Prefer(Preference),
    /// Show the user's Ambito among the others, or ask which it is.
    GoHome,
    /// The user has answered which Ambito it is; it is shown.
    SettleIn(Home),
    /// Hide what is said of the user's Ambito.
    CloseHome,
    /// Open something that was written, outside the window.
    OpenOutside(Opening),
    /// It was opened, or why it was not.
    OpenedOutside(Result<(), String>),
    /// Mark an indicator as a favourite, or unmark it.
    ToggleFavourite(String),
    /// Select this territory and zoom to it, whatever the level shown.
    GoTo(Code),
    /// A moment of a continuous gesture, such as dragging a break: all those with one number are a single undo step.
    InGesture(u64, Box<Self>),
    /// Move the map to fit something.
    Frame(Framing),
    /// Ask the user for a file and write a view to it.
    ExportAs(ElementKind),
    Export(ElementKind, PathBuf),
    /// An action on the kept figures or the page in the composer.
    Figure(FigureAction),
    /// An action on the indicators typed as formulas.
    Formula(FormulaAction),
    /// An action on the open project.
    Project(ProjectAction),
    /// Something else of the map is on the screen; `None` for all of it.
    See(Option<MapFrame>),
    /// Change the resolution of PNG files.
    SetDpi(Dpi),
    /// Copy a text to the clipboard.
    Copy(String),
    /// Do something with the open dialog.
    Dialog(DialogAction),
    /// Change the hypothesis that everything stands on.
    WhatIf(WhatIfAction),
    /// An action on the import of files.
    Intake(IntakeAction),
    /// An action on the manual entry of figures.
    ManualEntry(ManualEntryAction),
    /// A background job has ended.
    JobEnded(super::JobReport),
    /// The window is drawn in this way.
    Drawn(super::Drawing),
    /// Something was not done; the message says what and why.
    Failed(String),
    /// The user has dismissed the notice.
    DismissNotice,
}

impl Action {
    /// Shows the map after a change of its spec.
    pub fn map(map: &MapSpec, change: impl FnOnce(&mut MapSpec)) -> Self {
        let mut map = map.clone();
        change(&mut map);
        Self::SetView(Box::new(map.into()))
    }
}

/// What dragging on the map does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    #[default]
    Pan,
    /// Selects what is inside a rectangle.
    Rectangle,
    /// Selects what is inside a freehand line.
    Lasso,
}

/// What the map is moved to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Framing {
    All,
    Selected,
    /// A territory, such as an Ambito close up.
    Unit(Code),
    /// The territories that have a value.
    Valued,
}

impl Framing {
    /// The framing of the map's spec; what has a value is none, as it changes with the indicator.
    pub fn of_spec(&self) -> Option<MapFrame> {
        match self {
            Self::All => Some(MapFrame::All),
            Self::Selected => Some(MapFrame::Selected),
            Self::Unit(code) => Some(MapFrame::Unit(code.clone())),
            Self::Valued => None,
        }
    }
}
