//! A workbook as data: what back ends write as CSV, XLSX or text for the clipboard without deciding anything.

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    /// Text, codes among it: never to be read as a number or a formula.
    Text(String),
    /// A number in full precision.
    Number {
        value: f64,
        /// With how many decimals it is shown.
        decimals: usize,
    },
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// A sheet: a head and rows of as many cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Name on its tab; at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// Widths of the columns, in digits.
    pub widths: Vec<f64>,
    /// Rows under the head.
    pub rows: Vec<Vec<Cell>>,
    /// How many columns at the left stay in sight.
    pub frozen: usize,
    /// Lines under the rows, parted from them by an empty one.
    pub notes: Vec<String>,
}

impl Sheet {
    /// Puts a column in, each cell made from its row.
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
    /// Whether decimals are written after a comma where numbers become text.
    pub decimal_comma: bool,
    /// The sheets; the first is the table itself.
    pub sheets: Vec<Sheet>,
}
