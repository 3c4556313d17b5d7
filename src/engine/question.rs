//! Which file the user is asked for.

use crate::document::ElementKind;
use crate::export::Format;
use crate::i18n::{Text, texts};
use crate::io::project::EXTENSION;

use super::composer::Many;
use super::reports::{ReportFile, ReportForm};

/// A question about a file or a folder.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Where to write a view; the proposed name.
    SaveView(ElementKind, String),
    /// Where to write the table; the proposed name.
    SaveTable(String),
    /// Where to write the page in the composer; the proposed name.
    SaveFigure(String),
    /// Where to write many figures.
    SaveMany(Many, Format),
    /// Which folder to write reports in.
    ReportFolder(Box<ReportForm>),
    /// Which file of the form of reports to read or write.
    ReportFile(ReportFile, Box<ReportForm>),
    /// Which figure to open.
    OpenFigure,
    /// Which picture is the logo.
    OpenLogo,
    /// Which file to read styles from.
    OpenStyles,
    /// Where to write the styles.
    SaveStyles,
    OpenFormulas,
    SaveFormulas,
    /// Which data files to import.
    OpenData,
    /// Which recipe to read files with.
    OpenRecipe,
    /// Where to write the report on files.
    SaveReport,
    /// Where to save how a table was read as a recipe; the proposed name.
    SaveRecipe(u64, String),
    /// Which project to open.
    OpenProject,
    /// Which boundaries to use.
    OpenBoundaries,
    /// Where to write the project; the proposed name.
    SaveProject(String),
    /// Which data pack to attach.
    OpenPack,
    /// Where to write a data pack; the proposed name.
    SavePack(String),
}

/// The kind of dialog to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A save dialog: the proposed name and the allowed extensions.
    Save(String, &'static [&'static str]),
    /// An open dialog for one file with one of these extensions.
    Open(&'static [&'static str]),
    /// An open dialog for any number of files with one of these extensions, or with any.
    OpenMany(&'static [&'static str]),
    /// A folder dialog.
    Folder,
}

/// The name proposed for a file of styles.
const STYLES_NAME: &str = "stili_figure.json";
const FORMULAS_NAME: &str = "formule.toml";
/// The name proposed for a report.
const REPORT_NAME: &str = "resoconto_importazione.xlsx";
const FIGURES: &[&str] = &["png", "pdf", "svg"];
const MAPS: &[&str] = &["png", "pdf", "svg", "gpkg", "geojson", "shp", "xlsx", "csv"];
const TABLES: &[&str] = &["xlsx", "csv", "png", "pdf", "svg"];
const DATA: &[&str] = &[
    "csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet", "zip", "gz", "shp", "gpkg", "geojson", "topojson",
    "json", "kml", "kmz",
];
const BOUNDARIES: &[&str] = &["shp", "zip", "gpkg", "geojson", "topojson", "json", "kml", "kmz"];
const PROJECTS: &[&str] = &[EXTENSION];
const CARRYING: &[&str] = &["png", "pdf", "svg", "json"];

impl Question {
    /// The dialog for the question.
    pub fn pick(&self) -> Pick {
        match self {
            Self::SaveView(ElementKind::Map, name) => Pick::Save(name.clone(), MAPS),
            Self::SaveView(_, name) | Self::SaveFigure(name) => Pick::Save(name.clone(), FIGURES),
            Self::SaveTable(name) => Pick::Save(name.clone(), TABLES),
            Self::SaveStyles => Pick::Save(STYLES_NAME.to_owned(), &["json"]),
            Self::SaveMany(..) | Self::ReportFolder(_) => Pick::Folder,
            Self::ReportFile(ReportFile::Template, _) => Pick::Open(&["toml"]),
            Self::ReportFile(ReportFile::Logo, _) => Pick::Open(&["png", "jpg", "jpeg", "svg"]),
            Self::ReportFile(ReportFile::SaveTemplate, form) => {
                Pick::Save(format!("{}.toml", form.template().id), &["toml"])
            }
            Self::OpenFigure => Pick::Open(CARRYING),
            Self::OpenLogo => Pick::Open(&["png", "jpg", "jpeg", "svg"]),
            Self::OpenStyles => Pick::Open(&["json"]),
            Self::OpenFormulas => Pick::Open(&["toml"]),
            Self::SaveFormulas => Pick::Save(FORMULAS_NAME.to_owned(), &["toml"]),
            Self::OpenData => Pick::OpenMany(DATA),
            Self::OpenRecipe => Pick::Open(&["toml"]),
            Self::SaveReport => Pick::Save(REPORT_NAME.to_owned(), &["xlsx", "csv"]),
            Self::SaveRecipe(_, name) => Pick::Save(name.clone(), &["toml"]),
            Self::OpenBoundaries => Pick::Open(BOUNDARIES),
            Self::OpenProject | Self::OpenPack => Pick::Open(PROJECTS),
            Self::SaveProject(name) | Self::SavePack(name) => Pick::Save(name.clone(), PROJECTS),
        }
    }

    pub fn title(&self) -> Text {
        match self {
            Self::SaveView(..) | Self::SaveFigure(_) => texts::EXPORT,
            Self::SaveTable(_) => texts::TABLE_EXPORT,
            Self::SaveMany(..) => texts::EXPORT_MANY,
            Self::ReportFolder(_) => texts::REPORTS_FOLDER,
            Self::ReportFile(ReportFile::Template, _) => texts::REPORT_TEMPLATE_OPEN,
            Self::ReportFile(ReportFile::Logo, _) => texts::LOGO_CHOOSE,
            Self::ReportFile(ReportFile::SaveTemplate, _) => texts::REPORT_TEMPLATE_SAVE,
            Self::OpenFigure => texts::OPEN_FIGURE,
            Self::OpenLogo => texts::LOGO_CHOOSE,
            Self::OpenStyles => texts::STYLES_IMPORT,
            Self::SaveStyles => texts::STYLES_EXPORT,
            Self::OpenFormulas => texts::FORMULA_OPEN,
            Self::SaveFormulas => texts::FORMULA_SAVE_AS,
            Self::OpenData => texts::INTAKE_TITLE,
            Self::OpenRecipe => texts::INTAKE_USE_RECIPE,
            Self::SaveReport => texts::INTAKE_SAVE_REPORT,
            Self::SaveRecipe(..) => texts::INTAKE_KEEP_RECIPE,
            Self::OpenProject => texts::PROJECT_OPEN,
            Self::OpenBoundaries => texts::BOUNDARIES_OPEN,
            Self::SaveProject(_) => texts::PROJECT_SAVE_AS,
            Self::OpenPack => texts::PACK_ATTACH,
            Self::SavePack(_) => texts::PACK_MAKE,
        }
    }
}
