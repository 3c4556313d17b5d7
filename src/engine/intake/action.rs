//! What may be asked of an import under way.

use std::path::PathBuf;

use crate::engine::shared::Shared;
use crate::io::recipe::Recipe;

use super::answer::{Answer, Terms};
use super::report::IntakeReport;

/// A request about the files that are coming in. A table is named by its [`Entry::id`](super::Entry::id).
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeAction {
    /// Go to the page where data come in.
    Open,
    /// Ask the user for files.
    Ask,
    /// Look at files, beside those that are looked at already. Of a folder, those in it.
    Add(Vec<PathBuf>),
    Show(u64),
    /// Answer something about a table, which is read again.
    Answer(u64, Answer),
    /// Leave a table out, or not.
    LeaveOut(u64, bool),
    /// Say who published a table and what becomes an indicator.
    SetTerms(u64, Box<Terms>),
    /// Take everything that is not left out into the project.
    TakeIn,
    /// Give it up: nothing comes in.
    Cancel,
    /// Ask the user where to write what was found in the files.
    SaveReportAs,
    /// Write it to that file, as a workbook or CSV.
    SaveReport(PathBuf),
    /// Ask the user where to keep the reading of a table as a recipe.
    KeepRecipeAs(u64),
    /// Keep it in that file.
    KeepRecipe(u64, PathBuf),
    /// Ask the user for a recipe.
    AskRecipe,
    /// Read the recipe of that file.
    ReadRecipe(PathBuf),
    /// A recipe was read, or why not: every table is read again with it.
    RecipeRead(Result<Box<Recipe>, String>),
    /// A file was written, or why not.
    Written(PathBuf, Result<(), String>),
    /// Background work has ended.
    Ended(Shared<IntakeReport>),
}
