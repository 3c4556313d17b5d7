//! The first rows of a table as they are in the file, and what became of each: for whoever decides how to read it.

use crate::i18n::{Text, texts as t};
use crate::io::recipe::column_names;
use crate::io::source::RawTable;

use super::answers::{Meaning, Role};
use super::columns::Plan;

/// The number of rows shown.
const ROWS: usize = 20;
/// How many of these are shown whatever became of them; in a national file the others are rows about our territories.
const FIRST: usize = 8;
/// How many rows further down that were lost are shown.
const LOST: usize = 6;
/// The number of lines shown from above the header.
const ABOVE: usize = 3;
/// The number of columns shown.
const COLUMNS: usize = 100;
/// Rows examined to find a header.
const HEADER_WITHIN: usize = 40;
/// The number of characters shown of a cell.
const CHARACTERS: usize = 60;

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is above the data: a title or the header.
    Above,
    /// It gave values.
    Taken,
    /// It is empty.
    Blank,
    /// It is about another Comune.
    Outside,
    /// It is about a larger area, or a total.
    Larger,
    /// It is about an unknown territory.
    Unmatched,
    /// It is a note.
    Footnote,
    /// Its date cannot be read.
    Undated,
    /// It is a total over a dimension.
    Total,
    /// It is hidden in the workbook and was left out.
    Hidden,
    /// It has none of the selected cells.
    NotKept,
    /// Its numbers are broken by decimal commas.
    Broken,
    /// It is of a thing that is not there at the date.
    NotThere,
}

impl Fate {
    pub fn text(self) -> Text {
        match self {
            Self::Above => t::FATE_ABOVE,
            Self::Taken => t::FATE_TAKEN,
            Self::Blank => t::FATE_BLANK,
            Self::Outside => t::FATE_OUTSIDE,
            Self::Larger => t::FATE_LARGER,
            Self::Unmatched => t::FATE_UNMATCHED,
            Self::Footnote => t::FATE_FOOTNOTE,
            Self::Undated => t::FATE_UNDATED,
            Self::Total => t::FATE_TOTAL,
            Self::Hidden => t::FATE_HIDDEN,
            Self::NotKept => t::FATE_NOT_KEPT,
            Self::Broken => t::FATE_BROKEN,
            Self::NotThere => t::FATE_NOT_THERE,
        }
    }
}

/// The first rows of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// Columns, in file order.
    pub columns: Vec<PreviewColumn>,
    /// The number of columns not shown.
    pub more_columns: usize,
    /// Rows, in file order.
    pub rows: Vec<PreviewRow>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PreviewColumn {
    /// Its name, which answers refer to.
    pub name: String,
    /// Its role.
    pub role: Role,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PreviewRow {
    /// Its number in the file.
    pub number: u32,
    /// Its cells, with long ones truncated.
    pub cells: Vec<String>,
    /// What became of it.
    pub fate: Fate,
}

/// The rows to show, collected while a table is read.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    rows: Vec<(usize, Fate)>,
    /// Those further down that should have been taken and were not.
    lost: Vec<(usize, Fate)>,
}

impl Sample {
    /// Keeps the row if it is one to show.
    pub(crate) fn offer(&mut self, row: usize, fate: Fate) {
        let is_lost = matches!(fate, Fate::Unmatched | Fate::Undated | Fate::Broken);
        if self.rows.len() < FIRST || (self.rows.len() < ROWS && fate == Fate::Taken) {
            self.rows.push((row, fate));
        } else if is_lost && self.lost.len() < LOST {
            self.lost.push((row, fate));
        }
    }

    /// The rows, in the order of the file.
    fn in_order(&self) -> Vec<(usize, Fate)> {
        let mut rows: Vec<_> = self.rows.iter().chain(&self.lost).copied().collect();
        rows.sort_by_key(|(row, _)| *row);
        rows
    }
}

/// The preview of a table that was read.
pub fn preview(table: &RawTable, plan: &Plan, sample: &Sample) -> Preview {
    let shown = plan.names.len().min(COLUMNS);
    let column = |at: usize| PreviewColumn { name: plan.names[at].clone(), role: role(plan, at) };
    // The header itself is shown as the names of the columns.
    let above = (plan.header.saturating_sub(ABOVE)..plan.header).map(|row| (row, Fate::Above));
    let row = |(row, fate): (usize, Fate)| PreviewRow {
        number: table.number(row),
        cells: (0..shown).map(|column| cut(table.cell(row, column))).collect(),
        fate,
    };
    Preview {
        columns: (0..shown).map(column).collect(),
        more_columns: plan.names.len() - shown,
        rows: above.chain(sample.in_order()).map(row).collect(),
    }
}

/// The preview of a table in which no territory was found. The header is the first row that is as full as any other.
pub(crate) fn raw(table: &RawTable) -> Preview {
    let rows = 0..table.len().min(HEADER_WITHIN);
    let filled = |row: &usize| table.row(*row).filter(|cell| !cell.is_empty()).count();
    let most = rows.clone().map(|row| filled(&row)).max().unwrap_or_default();
    let header = rows.clone().find(|row| filled(row) == most).unwrap_or_default();
    let names = column_names(table, header..(header + 1).min(table.len()));
    let shown = names.len().min(COLUMNS);
    let row = |row: usize| PreviewRow {
        number: table.number(row),
        cells: (0..shown).map(|column| cut(table.cell(row, column))).collect(),
        fate: if row < header { Fate::Above } else { Fate::Unmatched },
    };
    let named = names.iter().take(shown);
    Preview {
        columns: named.map(|name| PreviewColumn { name: name.clone(), role: Role::Ignored }).collect(),
        more_columns: names.len() - shown,
        rows: rows.filter(|at| *at != header).take(ROWS).map(row).collect(),
    }
}

/// The role of a column.
fn role(plan: &Plan, at: usize) -> Role {
    let territory = [
        (plan.code, Role::Code),
        (plan.name, Role::Name),
        (plan.group, Role::Ambito),
        (plan.province, Role::Province),
        (plan.date, Role::Date),
        (plan.from, Role::Date),
        (plan.date_part(), Role::Date),
    ];
    if let Some((_, role)) = territory.into_iter().find(|(column, _)| *column == Some(at)) {
        return role;
    }
    if plan.dimensions.iter().any(|dimension| dimension.column == at || dimension.label == Some(at)) {
        return Role::Dimension;
    }
    match plan.values.iter().find(|value| value.column == at) {
        Some(value) => Role::Value(Meaning {
            name: value.spec.name.it.clone(),
            measure: Some(value.measure),
            unit: value.spec.unit.clone(),
            ..Meaning::default()
        }),
        None => Role::Ignored,
    }
}

fn cut(cell: &str) -> String {
    let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(CHARACTERS) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
