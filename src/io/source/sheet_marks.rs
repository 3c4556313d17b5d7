//! The formatting of a sheet that matters for its values: hidden rows and columns, formulas saved without a value,
//! percentage formats, merged cells.

use std::collections::BTreeMap;

/// The formatting of a sheet. Rows and columns count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetMarks {
    /// Hidden rows.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, as first and last.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Whether a filter is on.
    pub is_filtered: bool,
    /// For each column, how many of its formulas have no value.
    pub valueless: BTreeMap<u32, usize>,
    /// For each column, the ranges of rows formatted as percentages.
    percent: BTreeMap<u32, Vec<(u32, u32)>>,
    /// Cells merged over several rows: first row and column, last row and column.
    pub merged: Vec<[u32; 4]>,
}

impl SheetMarks {
    /// Reads the XML part of a sheet; `is_percent` holds for each style whether it is a percentage.
    pub(crate) fn of_sheet(part: &[u8], is_percent: &[bool]) -> Self {
        let mut marks = Self::default();
        let mut cell: Option<(u32, u32)> = None;
        let (mut is_formula, mut has_value) = (false, false);
        for (tag, after) in tags(part) {
            match name(tag) {
                b"row" => {
                    if is_true(tag, "hidden")
                        && let Some(row) = number(tag, "r")
                    {
                        marks.hidden_rows.push(row.saturating_sub(1));
                    }
                }
                b"col" if is_true(tag, "hidden") => {
                    if let (Some(first), Some(last)) = (number(tag, "min"), number(tag, "max")) {
                        marks.hidden_columns.push((first.saturating_sub(1), last.saturating_sub(1)));
                    }
                }
                b"filterColumn" => marks.is_filtered = true,
                b"c" => {
                    cell = attribute(tag, "r").and_then(position);
                    (is_formula, has_value) = (false, false);
                    let style = number(tag, "s").and_then(|style| is_percent.get(style as usize));
                    if style == Some(&true)
                        && let Some((row, column)) = cell
                    {
                        marks.percent_as_shown(row, column);
                    }
                }
                b"f" => is_formula = true,
                b"v" | b"t" => has_value |= !tag.ends_with(b"/") && !after.starts_with(b"<"),
                b"/c" => {
                    if let Some((_, column)) = cell.filter(|_| is_formula && !has_value) {
                        *marks.valueless.entry(column).or_default() += 1;
                    }
                    cell = None;
                }
                b"mergeCell" => {
                    let ends = attribute(tag, "ref").and_then(|range| range.split_once(':'));
                    let ends = ends.and_then(|(from, to)| Some((position(from)?, position(to)?)));
                    if let Some(((row, column), (last_row, last_column))) =
                        ends.filter(|(from, to)| to.0 > from.0)
                    {
                        marks.merged.push([row, column, last_row, last_column]);
                    }
                }
                _ => {}
            }
        }
        marks
    }

    /// Notes a cell formatted as a percentage.
    pub(super) fn percent_as_shown(&mut self, row: u32, column: u32) {
        let runs = self.percent.entry(column).or_default();
        match runs.last_mut() {
            Some((_, last)) if row == *last + 1 => *last = row,
            _ => runs.push((row, row)),
        }
    }

    /// Whether that cell is formatted as a percentage.
    pub(crate) fn is_percent(&self, row: u32, column: u32) -> bool {
        self.percent.get(&column).is_some_and(|runs| {
            let at = runs.partition_point(|(first, _)| *first <= row);
            at > 0 && row <= runs[at - 1].1
        })
    }
}

/// For each cell style, whether it is a percentage format.
pub(crate) fn percent_styles(part: &[u8]) -> Vec<bool> {
    // 9 and 10 are the built-in formats 0% and 0.00%.
    styles(part, &[9, 10], |code| code.contains('%'))
}

/// For each cell style, whether it shows numbers in thousands or millions: "#,##0," has commas after its last digit.
pub(crate) fn thousands_styles(part: &[u8]) -> Vec<bool> {
    styles(part, &[], |code| {
        let positive = code.split(';').next().unwrap_or_default();
        let last = positive.rfind(['0', '#', '?']).map(|at| &positive[at + 1..]);
        last.is_some_and(|rest| rest.starts_with(','))
    })
}

/// For each cell style, whether its format is one of these built-in ones or one of the workbook's own that is such.
fn styles(part: &[u8], built_in: &[u32], is_such: impl Fn(&str) -> bool) -> Vec<bool> {
    let mut formats = built_in.to_vec();
    let (mut styles, mut is_within) = (Vec::new(), false);
    for (tag, _) in tags(part) {
        match name(tag) {
            b"numFmt" => {
                let code = attribute(tag, "formatCode").map(shown).unwrap_or_default();
                formats.extend(number(tag, "numFmtId").filter(|_| is_such(&code)));
            }
            b"cellXfs" => is_within = true,
            b"/cellXfs" => is_within = false,
            b"xf" if is_within => {
                styles.push(formats.contains(&number(tag, "numFmtId").unwrap_or_default()));
            }
            _ => {}
        }
    }
    styles
}

/// What a format shows of a number: without texts in quotes or after a stroke, which only stand beside it ("12%" of a 12).
fn shown(code: &str) -> String {
    let (mut shown, mut is_quoted) = (String::new(), false);
    let code = plain(code);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\\' | '_' if !is_quoted => _ = letters.next(),
            letter if !is_quoted => shown.push(letter),
            _ => {}
        }
    }
    shown
}

/// The columns of a sheet with cells in those styles.
pub(crate) fn columns_styled(part: &[u8], styles: &[bool]) -> Vec<usize> {
    let mut columns = std::collections::BTreeSet::new();
    if styles.contains(&true) {
        for (tag, _) in tags(part).filter(|(tag, _)| name(tag) == b"c") {
            let style = number(tag, "s").and_then(|style| styles.get(style as usize));
            if style == Some(&true) {
                columns.extend(attribute(tag, "r").and_then(position).map(|(_, column)| column as usize));
            }
        }
    }
    columns.into_iter().collect()
}

/// The XML part of each sheet, from the workbook and its relationships.
pub(crate) fn sheet_parts(workbook: &[u8], relationships: &[u8]) -> BTreeMap<String, String> {
    let mut targets = BTreeMap::new();
    for (tag, _) in tags(relationships) {
        if let (b"Relationship", Some(id), Some(target)) =
            (name(tag), attribute(tag, "Id"), attribute(tag, "Target"))
        {
            let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id.to_owned(), part);
        }
    }
    let mut parts = BTreeMap::new();
    for (tag, _) in tags(workbook) {
        if name(tag) == b"sheet"
            && let (Some(sheet), Some(part)) =
                (attribute(tag, "name"), attribute(tag, "r:id").and_then(|id| targets.get(id)))
        {
            parts.insert(plain(sheet), part.clone());
        }
    }
    parts
}

/// Replaces the five XML entities.
fn plain(text: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    signs.iter().fold(text.to_owned(), |text, (sign, plain)| text.replace(sign, plain))
}

/// The tags of a part, without brackets, and what follows each.
fn tags(part: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let start = rest.iter().position(|b| *b == b'<')? + 1;
        let end = start + rest[start..].iter().position(|b| *b == b'>')?;
        let (tag, after) = (&rest[start..end], &rest[end + 1..]);
        rest = after;
        Some((tag, after))
    })
}

/// The name of a tag without its namespace prefix.
fn name(tag: &[u8]) -> &[u8] {
    let name = tag.split(|b| b.is_ascii_whitespace()).next().unwrap_or_default();
    let name = name.strip_suffix(b"/").unwrap_or(name);
    match name.iter().position(|b| *b == b':') {
        Some(at) if !name.starts_with(b"/") => &name[at + 1..],
        _ => name,
    }
}

fn attribute<'a>(tag: &'a [u8], wanted: &str) -> Option<&'a str> {
    let text = std::str::from_utf8(tag).ok()?;
    let mut rest = text;
    loop {
        let at = rest.find(wanted)?;
        let before = rest[..at].chars().next_back();
        let after = rest[at + wanted.len()..].trim_start().strip_prefix('=').map(str::trim_start);
        if before.is_some_and(char::is_whitespace)
            && let Some(value) = after
        {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            return value[1..].split(quote).next();
        }
        rest = &rest[at + wanted.len()..];
    }
}

fn number(tag: &[u8], wanted: &str) -> Option<u32> {
    attribute(tag, wanted)?.parse().ok()
}

fn is_true(tag: &[u8], wanted: &str) -> bool {
    attribute(tag, wanted).is_some_and(|value| ["1", "true"].contains(&value))
}

/// Row and column of a cell name such as B7.
fn position(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = cell.split_at(digits);
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let place = u32::from(letter.is_ascii_uppercase().then(|| letter - b'A' + 1)?);
        column = column.checked_mul(26)?.checked_add(place)?;
    }
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sheet_says_is_read() {
        let styles = br#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>"#;
        assert_eq!(percent_styles(styles), [false, true, true]);
        let sheet = br#"<worksheet><cols><col min="3" max="4" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2" hidden="1"><c r="A2" s="1"><v>0.5</v></c><c r="B2"><f>A2*2</f><v></v></c></row><row r="3"><c r="A3" s="1"><v>0.7</v></c><c r="B3"><f>A3</f><v>1</v></c><c r="AB3"><f>1</f></c></row></sheetData><autoFilter ref="A1:B3"><filterColumn colId="0"/></autoFilter><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells></worksheet>"#;
        let marks = SheetMarks::of_sheet(sheet, &percent_styles(styles));
        assert_eq!(
            (marks.hidden_rows.as_slice(), marks.hidden_columns.as_slice()),
            (&[1][..], &[(2, 3)][..])
        );
        assert!(
            marks.is_filtered && marks.is_percent(1, 0) && marks.is_percent(2, 0) && !marks.is_percent(0, 0)
        );
        assert_eq!(marks.valueless, BTreeMap::from([(1, 1), (27, 1)]));
        assert_eq!(marks.merged, [[1, 0, 2, 0]]);
    }

    #[test]
    fn sheets_are_found_by_name() {
        let book = br#"<workbook><sheets><sheet name="Dati &amp; note" sheetId="1" r:id="rId3"/></sheets></workbook>"#;
        let relations =
            br#"<Relationships><Relationship Id="rId3" Target="worksheets/sheet2.xml"/></Relationships>"#;
        let parts = sheet_parts(book, relations);
        assert_eq!(parts.get("Dati & note").map(String::as_str), Some("xl/worksheets/sheet2.xml"));
    }

    #[test]
    fn what_is_no_sheet_says_nothing() {
        for part in [
            &b""[..],
            b"<",
            b"<c r=",
            b"<c r=\"\"/>",
            b"<row hidden='1'>",
            b"<c r='ZZZZZZZZZZ1'>",
            b"<mergeCell ref='A1'/>",
        ] {
            assert_eq!(SheetMarks::of_sheet(part, &[]), SheetMarks::default());
        }
    }
}
