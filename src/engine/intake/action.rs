//! The actions of an import.

use std::path::PathBuf;

use crate::engine::shared::Shared;
use crate::io::recipe::Recipe;

use super::answer::{Answer, Terms};
use super::report::IntakeReport;

/// A request about the import of files. Tables are identified by [`Entry::id`](super::Entry::id).
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeAction {
    /// Open the page for importing data.
    Open,
    /// Ask the user for files.
    Ask,
    /// Add files to those already listed; for a folder, the files in it.
    Add(Vec<PathBuf>),
    Show(u64),
    /// Set an answer about a table, which is then read again.
    Answer(u64, Answer),
    /// Exclude a table, or include it again.
    LeaveOut(u64, bool),
    /// Set who published a table and what becomes an indicator.
    SetTerms(u64, Box<Terms>),
    /// Import every table that is not excluded into the project.
    TakeIn,
    /// Cancel the import.
    Cancel,
    /// Ask the user where to write the report on the files.
    SaveReportAs,
    /// Write the report as a workbook or CSV.
    SaveReport(PathBuf),
    /// Ask the user where to save how a table was read as a recipe.
    KeepRecipeAs(u64),
    /// Save it as a recipe.
    KeepRecipe(u64, PathBuf),
    /// Ask the user for a recipe.
    AskRecipe,
    ReadRecipe(PathBuf),
    /// A recipe was read, or could not be: every table is read again with it.
    RecipeRead(Result<Box<Recipe>, String>),
    /// A file was written, or could not be.
    Written(PathBuf, Result<(), String>),
    /// Background work has ended.
    Ended(Shared<IntakeReport>),
}
