//! Why a file cannot be read, and what to do about it.

use crate::data::TerritoryError;
use crate::i18n::{Lang, number, texts as t};

use super::limits::Limit;
use crate::io::file::Unread;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub struct SourceError {
    pub file: String,
    /// Sheet, if it is in a workbook.
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: Option<u64>,
    pub problem: Problem,
}

/// What is wrong with a file.
#[derive(Debug)]
pub enum Problem {
    /// It cannot be opened.
    Read(Unread),
    /// A folder, whatever it is called.
    Folder,
    /// Empty, or only blank.
    Empty,
    /// Over a limit.
    TooLarge(Limit),
    /// A web page under another name, as failed downloads are.
    Html,
    Gzip,
    Pdf,
    /// Bytes that are not text.
    NotText,
    /// Not what its name says.
    NotA(Expected),
    /// Locked by a password.
    Password,
    /// An archive with an entry that leads outside.
    Path(String),
    /// An archive with nothing to read.
    NothingInside,
    /// A sheet that the workbook lists but does not have.
    NoSheet,
    /// Truncated or contradictory.
    Damaged,
    /// One of its parts is truncated or contradictory.
    DamagedPart(String),
    /// Reading broke off because of a bug in the program.
    BrokeOff,
    /// The system could not start a thread to read it.
    NotStarted,
    /// A part of a shapefile is missing.
    NoPart(&'static str),
    /// JSON that cannot be parsed from this row on.
    Json(usize),
    /// JSON in an encoding other than UTF-8.
    JsonEncoding(String),
    /// XML that cannot be parsed from this row on.
    Xml(usize),
    /// TopoJSON whose arcs or objects contradict each other.
    TopoJson,
    /// A shapefile of a type that does not exist.
    NoSuchShapes(i32),
    /// Several layers of which any could be meant.
    SeveralLayers(String),
    /// A layer named in an answer that is not there.
    NoSuchLayer {
        typed: String,
        /// Those there are.
        layers: String,
    },
    /// JSON without features.
    NoFeatures,
    /// Rows that have more cells than the header because a decimal comma separates them: a row, and how many cells
    /// the header and the row have.
    SplitDecimals {
        /// Number of the row.
        row: u32,
        header: usize,
        cells: usize,
    },
    /// A column named in an answer that the table does not have.
    NoColumn(String),
    /// A date at which to count things, where no column has their dates.
    NoLife,
    /// A sheet named in an answer that the workbook does not have.
    NoSuchSheet(String),
    /// A code in an answer that no territory of ours has.
    NoSuchPlace(String),
    /// Boundaries without the attribute that names their units.
    NoAttribute(String),
    /// An unknown reference system.
    NoSuchCrs(String),
    /// The reference system is not stated; the likely one, if any.
    CrsUnknown(Option<u32>),
    /// Coordinates that do not fit the stated system.
    CrsUnfit(String),
    /// Shapes far from Italy, with their first corner in degrees.
    CrsFar(String),
    /// Codes of boundaries that contradict each other.
    Territory(Box<TerritoryError>),
    /// A table where boundaries are needed.
    NotBoundaries,
    /// Outlines that cross themselves all over, so that nothing says what is inside them: how many, and the first rows.
    Scribbles {
        count: usize,
        rows: String,
    },
    /// A table without a column of territories.
    NoTerritory,
}

/// What the name of a file promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// XLSX, XLS or ODS.
    Workbook,
    Parquet,
    Shapefile,
    Archive,
    GeoPackage,
}

impl SourceError {
    /// An error about a whole file.
    pub fn new(file: &str, problem: Problem) -> Self {
        Self { file: file.to_owned(), sheet: None, row: None, problem }
    }

    /// Stable id of the problem, for programs.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// The message on one line: what is wrong, where, and what to do.
    pub fn text(&self, lang: Lang) -> String {
        let mut place = self.file.clone();
        if let Some(sheet) = &self.sheet {
            place = t::place_sheet(lang, place, sheet);
        }
        if let Some(row) = self.row {
            place = t::place_row(lang, place, row);
        }
        format!("{place}: {}", self.problem.text(lang))
    }
}

impl Problem {
    fn code(&self) -> &'static str {
        match self {
            Self::Read(_) => "cannot_read",
            Self::Folder => "folder",
            Self::Empty => "empty",
            Self::TooLarge(Limit::Bytes) => "too_many_bytes",
            Self::TooLarge(Limit::Rows) => "too_many_rows",
            Self::TooLarge(Limit::Columns) => "too_many_columns",
            Self::TooLarge(Limit::Cells | Limit::WholeCells) => "too_many_cells",
            Self::TooLarge(Limit::Memory) => "too_much_memory",
            Self::TooLarge(Limit::Entries) => "too_many_entries",
            Self::TooLarge(Limit::Ratio) => "too_packed",
            Self::TooLarge(Limit::Points) => "too_many_points",
            Self::TooLarge(Limit::Layers) => "too_many_layers",
            Self::TooLarge(Limit::Time) => "too_slow",
            Self::Html => "html",
            Self::Gzip => "gzip",
            Self::Pdf => "pdf",
            Self::NotText => "not_text",
            Self::NotA(Expected::Workbook) => "not_a_workbook",
            Self::NotA(Expected::Parquet) => "not_parquet",
            Self::NotA(Expected::Shapefile) => "not_a_shapefile",
            Self::NotA(Expected::Archive) => "not_an_archive",
            Self::NotA(Expected::GeoPackage) => "not_a_geopackage",
            Self::Password => "password",
            Self::Path(_) => "path_outside",
            Self::NothingInside => "nothing_inside",
            Self::NoSheet => "no_sheet",
            Self::Damaged | Self::DamagedPart(_) => "damaged",
            Self::BrokeOff => "broke_off",
            Self::NotStarted => "not_started",
            Self::NoPart(_) => "no_part",
            Self::Json(_) | Self::JsonEncoding(_) => "not_json",
            Self::Xml(_) => "not_xml",
            Self::TopoJson => "topojson",
            Self::NoSuchShapes(_) => "no_such_shapes",
            Self::SeveralLayers(_) => "several_layers",
            Self::NoSuchLayer { .. } => "no_such_layer",
            Self::NoTerritory => "no_territory",
            Self::NoFeatures => "no_features",
            Self::NoColumn(_) => "no_column",
            Self::NoLife => "no_openings",
            Self::SplitDecimals { .. } => "split_decimals",
            Self::NoSuchSheet(_) => "no_such_sheet",
            Self::NoSuchPlace(_) => "no_such_territory",
            Self::NoAttribute(_) => "no_attribute",
            Self::NoSuchCrs(_) => "no_such_crs",
            Self::CrsUnknown(Some(_)) => "crs_likely",
            Self::CrsUnknown(None) => "crs_unknown",
            Self::CrsUnfit(_) => "crs_unfit",
            Self::CrsFar(_) => "crs_far",
            Self::Territory(_) => "territory",
            Self::NotBoundaries => "not_boundaries",
            Self::Scribbles { .. } => "scribbles",
        }
    }

    /// What is wrong and what to do.
    pub(crate) fn text(&self, lang: Lang) -> String {
        lang.text(match self {
            Self::Read(error) => return t::source_read(lang, error.cause(lang)),
            Self::Folder => t::SOURCE_FOLDER,
            Self::Empty => t::SOURCE_EMPTY,
            Self::TooLarge(limit @ Limit::Bytes) => return t::source_bytes(lang, allowed(lang, *limit)),
            Self::TooLarge(limit @ Limit::Rows) => return t::source_rows(lang, allowed(lang, *limit)),
            Self::TooLarge(limit @ Limit::Columns) => return t::source_columns(lang, allowed(lang, *limit)),
            Self::TooLarge(limit @ (Limit::Cells | Limit::WholeCells)) => {
                return t::source_cells(lang, allowed(lang, *limit));
            }
            Self::TooLarge(limit @ Limit::Memory) => return t::source_memory(lang, allowed(lang, *limit)),
            Self::TooLarge(limit @ Limit::Entries) => return t::source_entries(lang, allowed(lang, *limit)),
            Self::TooLarge(limit @ Limit::Ratio) => return t::source_ratio(lang, allowed(lang, *limit)),
            Self::TooLarge(limit @ Limit::Points) => return t::source_points(lang, allowed(lang, *limit)),
            Self::TooLarge(limit @ Limit::Layers) => return t::source_layers(lang, allowed(lang, *limit)),
            Self::TooLarge(limit @ Limit::Time) => return t::source_time(lang, allowed(lang, *limit)),
            Self::Html => t::SOURCE_HTML,
            Self::Gzip => t::SOURCE_GZIP,
            Self::Pdf => t::SOURCE_PDF,
            Self::NotText => t::SOURCE_NOT_TEXT,
            Self::NotA(Expected::Workbook) => t::SOURCE_NOT_WORKBOOK,
            Self::NotA(Expected::Parquet) => t::SOURCE_NOT_PARQUET,
            Self::NotA(Expected::Shapefile) => t::SOURCE_NOT_SHAPEFILE,
            Self::NotA(Expected::Archive) => t::SOURCE_NOT_ARCHIVE,
            Self::NotA(Expected::GeoPackage) => t::SOURCE_NOT_GEOPACKAGE,
            Self::Password => t::SOURCE_PASSWORD,
            Self::Path(text) => return t::source_path(lang, text),
            Self::NothingInside => t::SOURCE_NOTHING_INSIDE,
            Self::NoSheet => t::SOURCE_NO_SHEET,
            Self::Damaged => t::SOURCE_DAMAGED,
            Self::DamagedPart(part) => return t::source_damaged_part(lang, part),
            Self::BrokeOff => t::SOURCE_BROKE_OFF,
            Self::NotStarted => t::SOURCE_NOT_STARTED,
            Self::NoPart(text) => return t::source_no_part(lang, text),
            Self::Json(row) => return t::source_json(lang, row),
            Self::JsonEncoding(encoding) => return t::source_json_encoding(lang, encoding),
            Self::Xml(row) => return t::source_xml(lang, row),
            Self::TopoJson => t::SOURCE_TOPOJSON,
            Self::NoSuchShapes(kind) => return t::source_no_such_shapes(lang, kind),
            Self::SeveralLayers(layers) => return t::source_several_layers(lang, layers),
            Self::NoSuchLayer { typed, layers } => return t::source_no_such_layer(lang, typed, layers),
            Self::NoTerritory => t::SOURCE_NO_TERRITORY,
            Self::NoFeatures => t::SOURCE_NO_FEATURES,
            Self::NoColumn(text) => return t::source_no_column(lang, text),
            Self::NoLife => t::SOURCE_NO_LIFE,
            Self::SplitDecimals { row, header, cells } => {
                return t::source_split_decimals(lang, row, cells, header);
            }
            Self::NoSuchSheet(text) => return t::source_no_such_sheet(lang, text),
            Self::NoSuchPlace(text) => return t::source_no_such_place(lang, text),
            Self::NoAttribute(text) => return t::source_no_attribute(lang, text),
            Self::NoSuchCrs(text) => return t::source_no_such_crs(lang, text),
            Self::CrsUnknown(Some(code)) => return t::source_crs_likely(lang, format!("EPSG:{code}")),
            Self::CrsUnknown(None) => t::SOURCE_CRS_UNKNOWN,
            Self::CrsUnfit(text) => return t::source_crs_unfit(lang, text),
            Self::CrsFar(text) => return t::source_crs_far(lang, text),
            Self::Territory(error) => return t::source_territory(lang, lang.territory_error(error)),
            Self::NotBoundaries => t::SOURCE_NOT_BOUNDARIES,
            Self::Scribbles { count, rows } => return t::source_scribbles(lang, count, rows),
        })
        .to_owned()
    }
}

/// The limit, in words.
fn allowed(lang: Lang, limit: Limit) -> String {
    number(lang, limit.allowed() as f64, 0)
}
