//! The report on files as a workbook, which an office keeps beside its data or sends back to their authors.

use crate::i18n::{Lang, Text, number, texts as t};
use crate::scene::{Cell, Sheet, Workbook};

use super::checked::{Checked, CheckedContent};
use super::finding::Finding;

/// The report on files: the first sheet has a row for each finding or, if it is about rows, for each of these with
/// its number in the file; the second has the variables with their sums.
pub fn report(checked: &[Checked], lang: Lang) -> Workbook {
    let of = |text: Text| lang.text(text).to_owned();
    let findings = Sheet {
        name: of(t::REPORT_SHEET),
        head: [
            t::REPORT_FILE,
            t::REPORT_TAB,
            t::REPORT_ROW,
            t::REPORT_SEVERITY,
            t::REPORT_WHAT,
            t::REPORT_CODE,
        ]
        .map(of)
        .to_vec(),
        widths: vec![32.0, 18.0, 8.0, 14.0, 90.0, 22.0],
        rows: checked.iter().flat_map(|one| findings(one, lang)).collect(),
        frozen: 0,
        notes: Vec::new(),
    };
    let variables = Sheet {
        name: of(t::REPORT_VARIABLES),
        head: [
            t::REPORT_FILE,
            t::REPORT_TAB,
            t::REPORT_NAME,
            t::REPORT_UNIT,
            t::REPORT_VALUES,
            t::REPORT_SUM,
            t::REPORT_SUM_DATE,
            t::REPORT_CODE,
        ]
        .map(of)
        .to_vec(),
        widths: vec![32.0, 18.0, 60.0, 14.0, 10.0, 18.0, 12.0, 30.0],
        rows: checked.iter().flat_map(variables).collect(),
        frozen: 0,
        notes: Vec::new(),
    };
    Workbook {
        title: of(t::REPORT_SHEET),
        decimal_comma: lang == Lang::It,
        sheets: vec![findings, variables],
    }
}

fn count(n: usize) -> Cell {
    Cell::Number { value: n as f64, decimals: 0 }
}

/// The first two cells of each row: the file and the sheet.
fn place(checked: &Checked) -> [Cell; 2] {
    let sheet = checked.sheet.as_ref().map_or(Cell::Empty, Cell::text);
    [Cell::text(&checked.file), sheet]
}

fn findings(checked: &Checked, lang: Lang) -> Vec<Vec<Cell>> {
    let row = |at: Cell, severity: &str, what: String, code: &str| {
        let rest = [at, Cell::text(severity), Cell::text(what), Cell::text(code)];
        place(checked).into_iter().chain(rest).collect::<Vec<Cell>>()
    };
    let mut summary = vec![lang.text(checked.status().text()).to_owned()];
    match &checked.content {
        CheckedContent::Table(table) => {
            summary.push(lang.pick(&table.title).to_owned());
            summary.push(table.rows.text(lang));
            summary.push(format!("{}: {}", lang.level(table.level), table.territories));
        }
        CheckedContent::Boundaries { features, drawable, comuni, .. } => {
            let [features, drawable, comuni] =
                [features, drawable, comuni].map(|n| number(lang, *n as f64, 0));
            summary.push(t::check_boundaries(lang, features, drawable, comuni));
        }
    }
    let mut rows = vec![row(Cell::Empty, "", summary.join(". "), checked.status().id())];
    for finding in &checked.findings {
        let severity = lang.text(finding.severity.text());
        let sentence = finding.sentence(lang);
        let one = |at: Cell, what: String| row(at, severity, what, finding.code());
        match finding.lines.as_slice() {
            [] => rows.push(one(Cell::Empty, sentence)),
            lines => rows.extend(lines.iter().enumerate().map(|(i, line)| {
                let what = match finding.detail(i, lang) {
                    Some(detail) => format!("{sentence} {detail}"),
                    None => sentence.clone(),
                };
                one(count(*line as usize), what)
            })),
        }
        rows.extend(beyond(finding).map(|more| {
            let more = number(lang, more as f64, 0);
            row(Cell::Empty, severity, t::report_more(lang, &more), finding.code())
        }));
    }
    rows
}

/// How many rows of a finding are not listed, if any.
fn beyond(finding: &Finding) -> Option<usize> {
    let more = finding.count.checked_sub(finding.lines.len())?;
    (more > 0 && !finding.lines.is_empty()).then_some(more)
}

fn variables(checked: &Checked) -> Vec<Vec<Cell>> {
    let CheckedContent::Table(table) = &checked.content else { return Vec::new() };
    let row = |variable: &super::checked::CheckedVariable| {
        let decimals = if variable.sum.fract() == 0.0 { 0 } else { 2 };
        let rest = [
            Cell::text(&variable.name),
            Cell::text(&variable.unit),
            count(variable.present),
            // The sum of rates or means would only be mistaken for something.
            match variable.measure.adds_up() && variable.combine.is_sum() {
                true => Cell::Number { value: variable.sum, decimals },
                false => Cell::Empty,
            },
            variable.summed_at.map_or(Cell::Empty, |at| Cell::text(at.to_string())),
            Cell::text(&variable.id),
        ];
        place(checked).into_iter().chain(rest).collect()
    };
    table.variables.iter().map(row).collect()
}
