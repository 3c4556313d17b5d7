//! Why a file cannot be read, and what to do about it.

use crate::i18n::{Lang, Text, fill, number, texts as t};

use super::limits::Limit;

/// A file cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub struct SourceError {
    /// The file.
    pub file: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: Option<u64>,
    /// What is the matter.
    pub problem: Problem,
}

/// What is the matter with a file.
#[derive(Debug)]
pub enum Problem {
    /// It cannot be opened.
    Read(std::io::Error),
    /// A folder, whatever it is called.
    Folder,
    /// Nothing in it, or nothing but blanks.
    Empty,
    /// Larger than what is read.
    TooLarge(Limit),
    /// A web page under another name, as failed downloads are.
    Html,
    /// Compressed by gzip.
    Gzip,
    /// A PDF.
    Pdf,
    /// Bytes that are no text.
    NotText,
    /// Not what its name says.
    NotA(Expected),
    /// Locked by a password.
    Password,
    /// An archive whose entry leads outside of it.
    Path(String),
    /// An archive with nothing to read.
    NothingInside,
    /// A sheet the workbook lists and does not have.
    NoSheet,
    /// Cut short or contradictory.
    Damaged(String),
    /// The reading broke off, by a fault of the program.
    BrokeOff,
    /// The system gave no thread to read it.
    NotStarted,
    /// A part of a shapefile is not there.
    NoPart(&'static str),
    /// JSON that cannot be parsed.
    Json(String),
    /// TopoJSON.
    TopoJson,
    /// JSON without features.
    NoFeatures,
    /// A column that an answer names and the table does not have.
    NoColumn(String),
    /// A sheet that an answer names and the workbook does not have.
    NoSuchSheet(String),
    /// A code that an answer gives and no territory of ours has.
    NoSuchPlace(String),
    /// Boundaries without the attribute that names their units.
    NoAttribute(String),
    /// A reference system that is not known.
    NoSuchCrs(String),
    /// Nobody says what the coordinates are; what they look like.
    CrsUnknown(Option<u32>),
    /// Coordinates that cannot be what is said.
    CrsUnfit(String),
    /// Shapes that would lie far from Italy: the first of their corners, in degrees.
    CrsFar(String),
    /// Codes of boundaries that contradict each other.
    Territory(String),
    /// A table where boundaries are needed.
    NotBoundaries,
    /// A table without a column of territories.
    NoTerritory,
}

/// What a name promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// XLSX, XLS or ODS.
    Workbook,
    /// Parquet.
    Parquet,
    /// .shp.
    Shapefile,
    /// .zip.
    Archive,
}

impl SourceError {
    /// Of a whole file.
    pub fn new(file: &str, problem: Problem) -> Self {
        Self { file: file.to_owned(), sheet: None, row: None, problem }
    }

    /// Stable id of what is the matter, for programs.
    pub fn code(&self) -> &'static str {
        self.problem.wording().0
    }

    /// What is the matter, where, and what to do, in one line.
    pub fn text(&self, lang: Lang) -> String {
        let mut place = self.file.clone();
        for (text, what) in
            [(t::PLACE_SHEET, self.sheet.clone()), (t::PLACE_ROW, self.row.map(|row| row.to_string()))]
        {
            if let Some(what) = what {
                place = fill(lang.text(text), &[&place, &what]);
            }
        }
        let (_, text) = self.problem.wording();
        let what = match &self.problem {
            Problem::Read(error) => error.to_string(),
            Problem::TooLarge(limit) => number(lang, limit.allowed() as f64, 0),
            Problem::Path(text)
            | Problem::Damaged(text)
            | Problem::Json(text)
            | Problem::NoColumn(text)
            | Problem::NoSuchSheet(text)
            | Problem::NoSuchPlace(text)
            | Problem::NoAttribute(text)
            | Problem::NoSuchCrs(text)
            | Problem::CrsUnfit(text)
            | Problem::CrsFar(text)
            | Problem::Territory(text) => text.clone(),
            Problem::CrsUnknown(Some(code)) => format!("EPSG:{code}"),
            Problem::NoPart(part) => (*part).to_owned(),
            _ => return format!("{place}: {}", lang.text(text)),
        };
        format!("{place}: {}", fill(lang.text(text), &[&what]))
    }
}

impl Problem {
    fn wording(&self) -> (&'static str, Text) {
        match self {
            Self::Read(_) => ("cannot_read", t::SOURCE_READ),
            Self::Folder => ("folder", t::SOURCE_FOLDER),
            Self::Empty => ("empty", t::SOURCE_EMPTY),
            Self::TooLarge(Limit::Bytes) => ("too_many_bytes", t::SOURCE_BYTES),
            Self::TooLarge(Limit::Rows) => ("too_many_rows", t::SOURCE_ROWS),
            Self::TooLarge(Limit::Columns) => ("too_many_columns", t::SOURCE_COLUMNS),
            Self::TooLarge(Limit::Cells | Limit::WholeCells) => ("too_many_cells", t::SOURCE_CELLS),
            Self::TooLarge(Limit::Entries) => ("too_many_entries", t::SOURCE_ENTRIES),
            Self::TooLarge(Limit::Ratio) => ("too_packed", t::SOURCE_RATIO),
            Self::Html => ("html", t::SOURCE_HTML),
            Self::Gzip => ("gzip", t::SOURCE_GZIP),
            Self::Pdf => ("pdf", t::SOURCE_PDF),
            Self::NotText => ("not_text", t::SOURCE_NOT_TEXT),
            Self::NotA(Expected::Workbook) => ("not_a_workbook", t::SOURCE_NOT_WORKBOOK),
            Self::NotA(Expected::Parquet) => ("not_parquet", t::SOURCE_NOT_PARQUET),
            Self::NotA(Expected::Shapefile) => ("not_a_shapefile", t::SOURCE_NOT_SHAPEFILE),
            Self::NotA(Expected::Archive) => ("not_an_archive", t::SOURCE_NOT_ARCHIVE),
            Self::Password => ("password", t::SOURCE_PASSWORD),
            Self::Path(_) => ("path_outside", t::SOURCE_PATH),
            Self::NothingInside => ("nothing_inside", t::SOURCE_NOTHING_INSIDE),
            Self::NoSheet => ("no_sheet", t::SOURCE_NO_SHEET),
            Self::Damaged(_) => ("damaged", t::SOURCE_DAMAGED),
            Self::BrokeOff => ("broke_off", t::SOURCE_BROKE_OFF),
            Self::NotStarted => ("not_started", t::SOURCE_NOT_STARTED),
            Self::NoPart(_) => ("no_part", t::SOURCE_NO_PART),
            Self::Json(_) => ("not_json", t::SOURCE_JSON),
            Self::TopoJson => ("topojson", t::SOURCE_TOPOJSON),
            Self::NoTerritory => ("no_territory", t::SOURCE_NO_TERRITORY),
            Self::NoFeatures => ("no_features", t::SOURCE_NO_FEATURES),
            Self::NoColumn(_) => ("no_column", t::SOURCE_NO_COLUMN),
            Self::NoSuchSheet(_) => ("no_such_sheet", t::SOURCE_NO_SUCH_SHEET),
            Self::NoSuchPlace(_) => ("no_such_territory", t::SOURCE_NO_SUCH_PLACE),
            Self::NoAttribute(_) => ("no_attribute", t::SOURCE_NO_ATTRIBUTE),
            Self::NoSuchCrs(_) => ("no_such_crs", t::SOURCE_NO_SUCH_CRS),
            Self::CrsUnknown(Some(_)) => ("crs_likely", t::SOURCE_CRS_LIKELY),
            Self::CrsUnknown(None) => ("crs_unknown", t::SOURCE_CRS_UNKNOWN),
            Self::CrsUnfit(_) => ("crs_unfit", t::SOURCE_CRS_UNFIT),
            Self::CrsFar(_) => ("crs_far", t::SOURCE_CRS_FAR),
            Self::Territory(_) => ("territory", t::SOURCE_TERRITORY),
            Self::NotBoundaries => ("not_boundaries", t::SOURCE_NOT_BOUNDARIES),
        }
    }
}
