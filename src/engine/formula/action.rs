//! The actions on indicators typed as formulas.

use std::path::PathBuf;

use crate::document::OwnIndicator;

/// A formula as far as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormulaForm {
    pub formula: String,
    /// The name of the indicator; the formula itself where none is typed.
    pub name: String,
}

/// A request about the indicators typed as formulas.
#[derive(Clone, Debug, PartialEq)]
pub enum FormulaAction {
    /// Open the dialog.
    Show,
    /// The form was filled in.
    Fill(FormulaForm),
    /// Add what the form says, and show it on the map.
    Add,
    /// Delete the indicator with this id.
    Remove(String),
    /// Ask for a file of formulas.
    OpenFrom,
    /// Read a file of formulas.
    Open(PathBuf),
    /// A file was read.
    Opened(PathBuf, Result<Vec<OwnIndicator>, String>),
    /// Ask for a file, and write the formulas to it.
    SaveAs,
    /// Write the formulas to a file.
    Save(PathBuf),
}
