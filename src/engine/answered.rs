//! Which action the answer to a question about a file leads to.

use std::path::PathBuf;

use crate::document::ElementKind;

use super::action::Action;
use super::composer::FigureAction;
use super::dialog::DialogAction;
use super::formula::FormulaAction;
use super::intake::IntakeAction;
use super::project::{Leaving, ProjectAction};
use super::question::{Pick, Question};
use super::reports::ReportFileJob;

impl Question {
    /// The action once there are paths: a single one, unless several may be picked.
    pub fn answered(self, paths: Vec<PathBuf>) -> Option<Action> {
        if self == Self::OpenData {
            return (!paths.is_empty()).then_some(Action::Intake(IntakeAction::Add(paths)));
        }
        let path = paths.into_iter().next()?;
        let completed = self.completed(path.clone());
        // The system's dialog asked about the name as it was typed.
        if completed != path && completed.exists() {
            return Some(Action::Dialog(DialogAction::AskReplace(self, completed)));
        }
        Some(self.answered_by(completed))
    }

    /// The file to write, with the usual extension if its name has none.
    pub(super) fn completed(&self, path: PathBuf) -> PathBuf {
        let Pick::Save(_, extensions) = self.pick() else { return path };
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        // "relazione.docx" asks for something that cannot be written, which is said; "mappa v1.2" has no extension.
        let is_meant = (2..=7).contains(&extension.len()) && extension.chars().all(char::is_alphabetic);
        let (Some(usual), Some(name)) = (extensions.first(), path.file_name()) else { return path };
        if is_meant || extensions.contains(&extension.as_str()) {
            return path;
        }
        let mut name = name.to_owned();
        name.push(format!(".{usual}"));
        path.with_file_name(name)
    }

    fn answered_by(self, path: PathBuf) -> Action {
        Action::Figure(match self {
            Self::OpenData => return Action::Intake(IntakeAction::Add(vec![path])),
            Self::ReportFolder(form) => {
                return Action::Dialog(DialogAction::WriteReports(form, path));
            }
            Self::ReportFile(what, form) => {
                let job = ReportFileJob { what, form, path };
                return Action::Dialog(DialogAction::ReportFile(Box::new(job)));
            }
            Self::OpenRecipe => return Action::Intake(IntakeAction::ReadRecipe(path)),
            Self::SaveReport => return Action::Intake(IntakeAction::SaveReport(path)),
            Self::SaveRecipe(table, _) => return Action::Intake(IntakeAction::KeepRecipe(table, path)),
            Self::SaveView(view, _) => return Action::Export(view, path),
            Self::SaveTable(_) => return Action::Export(ElementKind::Table, path),
            Self::SaveFigure(_) => FigureAction::Export(path),
            Self::SaveMany(many, format) => FigureAction::ExportMany(many, format, path),
            Self::OpenFigure => FigureAction::Reopen(path),
            Self::OpenLogo => FigureAction::ReadLogo(path),
            Self::OpenStyles => FigureAction::ImportStyles(path),
            Self::OpenFormulas => return Action::Formula(FormulaAction::Open(path)),
            Self::SaveFormulas => return Action::Formula(FormulaAction::Save(path)),
            Self::SaveStyles => FigureAction::ExportStyles(path),
            Self::OpenBoundaries => {
                return Action::Project(ProjectAction::Leave(Leaving::Boundaries(Some(path))));
            }
            Self::OpenProject => return Action::Project(ProjectAction::Leave(Leaving::Open(path))),
            Self::SaveProject(_) => return Action::Project(ProjectAction::SaveTo(path)),
            Self::OpenPack => return Action::Project(ProjectAction::Attach(path)),
            Self::SavePack(_) => return Action::Project(ProjectAction::WritePack(path)),
        })
    }
}
