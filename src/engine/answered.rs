//! Which action the answer to a question about a file leads to.

use std::path::PathBuf;

use crate::document::ElementKind;

use super::action::Action;
use super::composer::FigureAction;
use super::intake::IntakeAction;
use super::project::{Leaving, ProjectAction};
use super::question::Question;

impl Question {
    /// The action once there are paths: a single one, unless several may be picked.
    pub fn answered(self, paths: Vec<PathBuf>) -> Option<Action> {
        if self == Self::OpenData {
            return (!paths.is_empty()).then_some(Action::Intake(IntakeAction::Add(paths)));
        }
        paths.into_iter().next().map(|path| self.answered_by(path))
    }

    fn answered_by(self, path: PathBuf) -> Action {
        Action::Figure(match self {
            Self::OpenData => return Action::Intake(IntakeAction::Add(vec![path])),
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
