//! A workbook as data, which back ends write as CSV, XLSX or clipboard text without deciding anything.

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    /// Text, codes included: never to be read as a number or a formula.
    Text(String),
    /// A number in full precision.
    Number {
        value: f64,
        /// The number of decimals it is displayed with.
        decimals: usize,
    },
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// A sheet: a header and rows of equal length.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Name of its tab; at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// Column headers.
    pub head: Vec<String>,
    /// Column widths, in digits.
    pub widths: Vec<f64>,
    /// Rows below the header.
    pub rows: Vec<Vec<Cell>>,
    /// How many columns at the left stay visible when scrolling.
    pub frozen: usize,
    /// Lines below the rows, after an empty one.
    pub notes: Vec<String>,
}

impl Sheet {
    /// Inserts a column whose cells are computed from their rows.
    pub fn insert(&mut self, at: usize, head: &str, width: f64, cell: impl Fn(&[Cell]) -> Cell) {
        self.head.insert(at, head.to_owned());
        self.widths.insert(at, width);
        for row in &mut self.rows {
            let cell = cell(row);
            row.insert(at, cell);
        }
    }
}

/// Sheets that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// Title, for the file's metadata.
    pub title: String,
    /// Whether numbers written as text use a decimal comma.
    pub decimal_comma: bool,
    /// The sheets; the first holds the table itself.
    pub sheets: Vec<Sheet>,
}
