//! Limits for files of unknown origin. Each is many times what the largest file of the sources we know needs: ISTAT's
//! population by age for all of Italy is 800,000 rows of 6 columns and 30 MB.

/// Bytes of a file, and of the unpacked contents of an archive.
pub(crate) const MAX_BYTES: usize = 256 << 20;
/// Rows of a table.
pub(crate) const MAX_ROWS: usize = 2_000_000;
/// Columns of a table.
pub(crate) const MAX_COLUMNS: usize = 2_000;
/// Memory of a table, in bytes: 60 million numbers of three digits, which 200,000 rows of 300 columns have, fit.
pub(crate) const MAX_TABLE: usize = 384 << 20;
/// Cells of a Parquet, which are unpacked at once.
pub(crate) const MAX_CELLS: usize = 30_000_000;
/// Cells of the sheets of an XLS or ODS, whose readers fill rectangles at about sixty bytes per cell.
pub(crate) const MAX_WHOLE_CELLS: usize = 5_000_000;
/// Corners of the shapes of a file: Italy's Comuni with all their detail have six million.
pub(crate) const MAX_POINTS: usize = 20_000_000;
/// Layers of a file of shapes.
pub(crate) const MAX_LAYERS: usize = 200;
/// Seconds for reading a database.
pub(crate) const MAX_SECONDS: usize = 4;
/// Characters of a cell; longer ones are truncated.
pub(crate) const MAX_CELL: usize = 2_000;
/// Files of an archive.
pub(crate) const MAX_ENTRIES: usize = 1_000;
/// The maximum compression ratio of a file in an archive: deflate itself reaches at most 1,032, text seldom exceeds
/// 20, and a table of repeated cells 100.
pub(crate) const MAX_RATIO: usize = 400;

/// The limit that was exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of a file, in megabytes.
    Bytes,
    /// Rows of a table.
    Rows,
    /// Columns of a table.
    Columns,
    /// Memory of a table, in megabytes.
    Memory,
    /// Cells of a Parquet.
    Cells,
    /// Cells of an XLS or ODS.
    WholeCells,
    /// Files of an archive.
    Entries,
    /// The compression ratio of a file in an archive.
    Ratio,
    /// Corners of shapes.
    Points,
    /// Layers of a file.
    Layers,
    /// Seconds that reading may take.
    Time,
}

impl Limit {
    /// The limit, in the unit of its message: megabytes for bytes and memory, else a count.
    pub fn allowed(self) -> usize {
        match self {
            Self::Bytes => MAX_BYTES >> 20,
            Self::Rows => MAX_ROWS,
            Self::Columns => MAX_COLUMNS,
            Self::Memory => MAX_TABLE >> 20,
            Self::Cells => MAX_CELLS,
            Self::WholeCells => MAX_WHOLE_CELLS,
            Self::Entries => MAX_ENTRIES,
            Self::Ratio => MAX_RATIO,
            Self::Points => MAX_POINTS,
            Self::Layers => MAX_LAYERS,
            Self::Time => MAX_SECONDS,
        }
    }
}
