//! What may be asked of the program.

use std::path::PathBuf;

use crate::base::{Code, Vision};
use crate::document::{Element, ElementKind, MapSpec};
use crate::i18n::Lang;
use crate::stats::classes::Scheme;

use super::composer::FigureAction;
use super::dialog::DialogAction;
use super::intake::IntakeAction;
use super::manual_entry::ManualEntryAction;
use super::project::ProjectAction;
use super::settings::{Appearance, Dpi, Layers, Panels};

/// A request, from a panel, a key or a test.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Show the indicator of that id, of either sort, which the spec of a map cannot ask for: one as published stands below the map,
    /// whose own stays, and asking for the map's own closes it.
    SetIndicator(String),
    /// Classify by another scheme. Going to manual starts from the breaks in force, which the model knows and no spec does.
    SetScheme(Scheme),
    /// Choose that territory alone, or nothing.
    Choose(Vec<Code>),
    /// Add to the choice, or take out of it.
    ToggleSelected(Code),
    /// Add several to the choice.
    AddSelected(Vec<Code>),
    /// Choose the units of the level shown that meet a condition: see [`Condition::parse`](crate::data::Condition::parse).
    ChooseWhere(String),
    /// Choose the units of the level shown that are not chosen, and those alone.
    InvertSelected,
    /// Keep the choice under a name; a set of that name is replaced.
    SaveSet(String),
    /// Choose what a set holds.
    UseSet(String),
    RemoveSet(String),
    /// Keep a territory's card in sight, or no more.
    TogglePinned(Code),
    /// Use the pointer in another way.
    SetTool(Tool),
    SetLayers(Layers),
    /// Open and close panels.
    SetPanels(Panels),
    /// Show something else in the panel below.
    SetTab(ElementKind),
    /// Show the map, or another view, as that spec says: see [`Action::map`]. What the spec of a map leaves as it was goes along
    /// with what it changes: another kind has its own colours, another indicator the nearest date it has.
    SetView(Box<Element>),
    /// Show the printed table of that name whole.
    ShowPublishedTable(String),
    /// Put the table on the clipboard.
    CopyTable,
    /// Ask the user for a file, and write the table to it.
    ExportTableAs,
    /// Show the map as others see it.
    SetVision(Vision),
    /// Go one step back.
    Undo,
    /// Go one step forth again.
    Redo,
    SetLang(Lang),
    SetAppearance(Appearance),
    /// Mark an indicator as a favourite, or no more.
    ToggleFavourite(String),
    /// Choose that territory and show it whole, whatever the level shown.
    GoTo(Code),
    /// A moment of a continuous movement (a break dragged along): all those of one number are one undo step.
    InGesture(u64, Box<Self>),
    /// Move the map to show something whole.
    Frame(Framing),
    /// Ask the user for a file, and write a view to it.
    ExportAs(ElementKind),
    /// Write a view to a file.
    Export(ElementKind, PathBuf),
    /// Do something with the figures kept and the page that is composed.
    Figure(FigureAction),
    /// Do something with the project that is open.
    Project(ProjectAction),
    /// Write PNG files in another resolution.
    SetDpi(Dpi),
    /// Put a text on the clipboard.
    Copy(String),
    /// Do something with what lies over the window.
    Dialog(DialogAction),
    /// Do something with the files that are coming in.
    Intake(IntakeAction),
    /// Do something with the figures typed by hand.
    ManualEntry(ManualEntryAction),
    /// A background job has ended.
    JobEnded(super::JobReport),
    /// Something was not done: what and why, in words.
    Failed(String),
    /// The notice has been read.
    DismissNotice,
}

impl Action {
    /// Shows the map with something changed.
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
    /// Chooses what lies in a rectangle.
    Rectangle,
    /// Chooses what lies in a line drawn by hand.
    Lasso,
}

/// What the map should show whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    All,
    Selected,
    /// The territories that have a value.
    Valued,
}
