//! The dialogs over the window, and their actions.

use std::path::PathBuf;

use crate::base::Code;
use crate::engine::analysis::{AnalysisEnd, AnalysisForm};
use crate::engine::background::Report as TaskReport;
use crate::engine::coverage::{ThemeReach, TopicReach};
use crate::engine::formula::FormulaForm;
use crate::engine::guide::Topic;
use crate::engine::indicator_card::IndicatorCard;
use crate::engine::question::Question;
use crate::engine::reports::{
    DocumentEnd, DocumentWork, ReportEnd, ReportFile, ReportFileEnd, ReportFileJob, ReportForm, ReportPages,
};
use crate::engine::what_if::Target as WhatIfTarget;
use crate::engine::whence::{Asked, Found};

/// What lies over the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    Whence(Whence),
    Card(Box<IndicatorCard>),
    /// How far the data reach, and what would extend them.
    Reach(Box<Reach>),
    /// The hypothesis about the Ambiti.
    WhatIf(WhatIfForm),
    /// Reports to be written.
    Reports(Box<ReportForm>),
    /// A question and its answer.
    Analysis(Box<AnalysisForm>),
    /// A Word document to be brought up to date or checked.
    Document(DocumentForm),
    /// A standard beside what is there.
    Standard(StandardForm),
    /// An indicator typed as a formula.
    Formula(FormulaForm),
    /// All commands, indicators and territories.
    Palette,
    /// The guide.
    Help(Help),
    /// Which Ambito is the user's.
    Home,
    /// The settings.
    Settings,
    /// The path of a file, where the system shows no dialog for it.
    Path(TypedPath),
}

/// The guide, as far as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// What is looked for in it.
    pub typed: String,
    /// The section shown: its position among all.
    pub at: usize,
}

/// A Word document, and what is done with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentForm {
    pub path: PathBuf,
    /// Whether numbers altered by hand become those of the data again.
    pub renews_edited: bool,
    pub is_running: bool,
    /// How it ended.
    pub end: Option<Result<DocumentEnd, String>>,
}

/// The standard that is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StandardForm {
    /// Id of one that a document prints; `None` for one of the office.
    pub printed: Option<String>,
    /// The office's: one for every so many residents.
    pub one_per: Option<f64>,
    /// What is counted.
    pub what: String,
    /// How many there are in the selected territory.
    pub have: Option<f64>,
}

/// The next move of a hypothesis, as far as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIfForm {
    /// The Comune or the Ambito.
    pub what: Option<Code>,
    /// Where it is moved.
    pub to: Option<WhatIfTarget>,
}

/// A question about a file that is answered by typing its path.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedPath {
    pub question: Question,
    /// The path as typed.
    pub typed: String,
    /// Why the typed path cannot be used.
    pub refusal: Option<String>,
    /// The existing file that the user has been told would be replaced.
    pub replaces: Option<PathBuf>,
}

/// How far the data reach, and which themes are covered.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// The themes of the catalogue.
    pub themes: Vec<ThemeReach>,
    /// The themes of a social observatory.
    pub topics: Vec<TopicReach>,
    /// Whether the themes of the observatory are shown, rather than those of the catalogue.
    pub shows_topics: bool,
}

/// The search for where a number comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whence {
    /// The number as typed.
    pub typed: String,
    /// Words that stood near the number.
    pub near: String,
    /// Why the typed text cannot be looked for.
    pub refusal: Option<String>,
    /// The search that is running.
    pub searching: Option<Asked>,
    /// What was found.
    pub found: Option<Box<Found>>,
}

/// The actions of the dialogs.
#[derive(Clone, Debug, PartialEq)]
pub enum DialogAction {
    /// Open the search for where a number comes from.
    Whence,
    /// Show the card of the indicator of that id.
    Card(String),
    /// The typed number and the words near it have changed.
    Type(String, String),
    /// Look for the number.
    Search,
    /// The result of a search, or why it failed.
    Found(Asked, Result<Box<Found>, String>),
    /// Show the answer at that position in its view.
    Show(usize),
    /// Show how far the data reach.
    Reach,
    /// Show the hypothesis about the Ambiti, with a Comune or an Ambito to be moved.
    WhatIf(Option<Code>),
    /// Show the form of reports.
    Reports,
    /// The form of reports was filled in.
    FillReports(Box<ReportForm>),
    /// Ask for the folder of the reports.
    AskReports,
    /// Write the reports of a form in a folder.
    WriteReports(Box<ReportForm>, PathBuf),
    /// Stop after the current report.
    CancelReports,
    /// Make the pages of the report that is chosen.
    PreviewReport,
    /// Its pages, or why there are none; nothing if they were called off.
    ReportPages(Option<Result<ReportPages, String>>),
    /// Ask for a file of the form.
    AskReportFile(ReportFile),
    /// Read or write it.
    ReportFile(Box<ReportFileJob>),
    ReportFileDone(Box<Result<ReportFileEnd, String>>),
    /// Ask what to do with a Word document.
    Document(PathBuf),
    /// The form of the document was filled in.
    FillDocument(DocumentForm),
    /// Do it.
    WorkOnDocument(DocumentWork),
    DocumentDone(PathBuf, Result<DocumentEnd, String>),
    /// How far the reports are.
    ReportsReported(TaskReport<ReportEnd>),
    /// Show the questions of an analysis.
    Analysis,
    /// The form of the analysis was filled in.
    FillAnalysis(Box<AnalysisForm>),
    /// Answer the question of the form.
    RunAnalysis,
    /// Stop answering it.
    CancelAnalysis,
    /// How far the answer is.
    AnalysisReported(TaskReport<AnalysisEnd>),
    /// Show the map of the answer in the window.
    ShowAnalysis,
    /// Save what the answer found as an indicator of the project.
    KeepAnalysis,
    /// Put the answer on a page of the composer.
    ComposeAnalysis,
    /// Show what a standard asks for.
    Standard,
    /// The standard was filled in.
    Fill(StandardForm),
    /// Copy the needs as a table.
    CopyNeeds,
    /// The next move was filled in.
    FillIn(WhatIfForm),
    /// Show the themes of an observatory (`true`) or those of the catalogue.
    ShowTopics(bool),
    /// Show all commands, indicators and territories.
    Palette,
    /// Show the guide, at a topic if one is asked for.
    Help(Option<Topic>),
    /// The guide is read on.
    ReadHelp(Help),
    /// Ask which Ambito is the user's.
    Home,
    /// Show the settings.
    Settings,
    /// The file that a question was answered with has got its extension, and there is one of that name already.
    AskReplace(Question, PathBuf),
    /// The system cannot show the dialog for a question: ask for the path in the window.
    AskPath(Question),
    /// The typed path has changed.
    TypePath(String),
    /// Use the typed path.
    TakePath,
    Close,
}
