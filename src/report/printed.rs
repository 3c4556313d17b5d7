//! Every number that a report prints, with what it is and where it stands: as a list, and as sheets.

use serde_json::{Value as Json, json};

use crate::data::{Atlas, Caption, Method, Query, Reference};
use crate::figure::wording::{method_of, name_of, reference_name};
use crate::i18n::{Lang, texts};
use crate::scene::{Cell as SheetCell, Sheet, Workbook};

use super::block::{Block, Cell, Paragraph, Report, Run, Sentence, Table, Value};

/// A value with the heading and the part it stands in.
#[derive(Clone, Debug)]
pub struct Printed<'a> {
    /// The text of the last heading.
    pub section: &'a str,
    /// The sentence or the caption that it stands in.
    pub within: String,
    pub value: &'a Value,
}

/// Every value of a report, in reading order. The numbers behind figures are not printed.
pub fn printed(report: &Report) -> Vec<Printed<'_>> {
    let mut all = Vec::new();
    let mut section = "";
    for block in &report.blocks {
        match block {
            Block::Heading { text, .. } => section = text,
            Block::Paragraph(paragraph) => of_paragraph(paragraph, section, &mut all),
            Block::Bullets(paragraphs) => {
                paragraphs.iter().for_each(|paragraph| of_paragraph(paragraph, section, &mut all));
            }
            Block::Table(table) => of_table(table, section, &mut all),
            Block::Figure(figure) => {
                figure.notes.iter().for_each(|paragraph| of_paragraph(paragraph, section, &mut all));
            }
            Block::Cover(_) | Block::Contents(_) | Block::Field(_) | Block::PageBreak => {}
        }
    }
    all
}

fn of_paragraph<'a>(paragraph: &'a Paragraph, section: &'a str, all: &mut Vec<Printed<'a>>) {
    for sentence in &paragraph.sentences {
        for run in &sentence.runs {
            if let Run::Value(value) = run {
                all.push(Printed { section, within: text_of(sentence), value });
            }
        }
    }
}

fn of_table<'a>(table: &'a Table, section: &'a str, all: &mut Vec<Printed<'a>>) {
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        if let Cell::Value(value) = cell {
            all.push(Printed { section, within: table.caption.clone(), value });
        }
    }
    table.notes.iter().for_each(|paragraph| of_paragraph(paragraph, section, all));
}

/// A sentence as it is read.
pub fn text_of(sentence: &Sentence) -> String {
    let of_run = |run: &Run| match run {
        Run::Text(text) | Run::Strong(text) => text.clone(),
        Run::Value(value) => value.text.clone(),
        Run::Reference { to } => format!("[{to}]"),
    };
    sentence.runs.iter().map(of_run).collect()
}

/// What is known of a printed value, in words and numbers.
struct Known {
    name: String,
    place: String,
    method: String,
    numerator: Option<f64>,
    denominator: Option<f64>,
    datasets: Vec<String>,
}

fn known(value: &Value, atlas: &Atlas, lang: Lang) -> Known {
    let origin = &value.origin;
    let indicator = origin.indicator.as_deref().and_then(|id| atlas.catalogue.get(id));
    let place = origin.territory.as_ref().and_then(|code| name_of(atlas, code).ok()).unwrap_or_default();
    let method = match (indicator, origin.method) {
        (Some(indicator), Some(method)) => method_of(lang, Caption::from(indicator), method),
        _ => String::new(),
    };
    let row = indicator.zip(origin.territory.as_ref()).and_then(|(indicator, code)| {
        let (level, at) = atlas.territories.find(code)?;
        let is_it = |date: &crate::base::Date| Some(indicator.period.ending(*date)) == origin.reference;
        let date = atlas.dates(indicator).into_iter().find(is_it)?;
        let is_value = origin.what.is_none() && origin.method.is_some_and(Method::is_of_group);
        let query = Query { indicator: indicator.id.clone(), date, level, method: Method::Pooled };
        let table = is_value.then(|| atlas.compute(&query).ok())??;
        let row = table.rows.into_iter().nth(at)?;
        Some((row, table.datasets))
    });
    let (numerator, denominator, datasets) = match row {
        Some((row, datasets)) => (row.numerator.ok(), row.denominator.and_then(Result::ok), datasets),
        None => (None, None, Vec::new()),
    };
    let name = indicator.map_or_else(String::new, |indicator| lang.pick(&indicator.name).to_owned());
    Known { name, place, method, numerator, denominator, datasets }
}

/// The list as sheets: a row for each number, with the exact value, the sums it is made of and its source.
pub fn workbook(report: &Report, atlas: &Atlas) -> Workbook {
    let lang = report.lang;
    let head = [
        texts::PRINTED_SECTION,
        texts::PRINTED_WITHIN,
        texts::PRINTED_TEXT,
        texts::PRINTED_INDICATOR,
        texts::PRINTED_NAME,
        texts::PRINTED_CODE,
        texts::PRINTED_PLACE,
        texts::PRINTED_DATE,
        texts::PRINTED_SINCE,
        texts::PRINTED_METHOD,
        texts::PRINTED_EXACT,
        texts::PRINTED_NUMERATOR,
        texts::PRINTED_DENOMINATOR,
        texts::PRINTED_WHAT,
        texts::PRINTED_DATASETS,
        texts::PRINTED_NOTES,
        texts::PRINTED_ID,
    ];
    let number = |value: Option<f64>| match value {
        Some(value) => SheetCell::Number { value, decimals: 4 },
        None => SheetCell::Empty,
    };
    let text = |text: &str| if text.is_empty() { SheetCell::Empty } else { SheetCell::text(text) };
    let reference = |at: Option<Reference>| text(&at.map_or_else(String::new, |at| reference_name(lang, at)));
    let row = |printed: Printed<'_>| {
        let origin = &printed.value.origin;
        let known = known(printed.value, atlas, lang);
        vec![
            text(printed.section),
            text(&printed.within),
            text(&printed.value.text),
            text(origin.indicator.as_deref().unwrap_or_default()),
            text(&known.name),
            text(origin.territory.as_ref().map_or("", |code| code.as_str())),
            text(&known.place),
            reference(origin.reference),
            reference(origin.since),
            text(&known.method),
            number(origin.exact),
            number(known.numerator),
            number(known.denominator),
            text(origin.what.map_or("", |what| in_words(what, lang))),
            text(&known.datasets.join(", ")),
            text(&origin.notes.join("; ")),
            text(&printed.value.id),
        ]
    };
    let rows = printed(report).into_iter().map(row).collect();
    let widths = vec![
        24.0, 44.0, 14.0, 26.0, 34.0, 9.0, 20.0, 14.0, 14.0, 30.0, 16.0, 16.0, 16.0, 14.0, 26.0, 44.0, 36.0,
    ];
    let sheet = Sheet {
        name: lang.text(texts::PRINTED_SHEET).to_owned(),
        head: head.map(|text| lang.text(text).to_owned()).to_vec(),
        widths,
        rows,
        frozen: 3,
        notes: Vec::new(),
    };
    Workbook { title: report.title.clone(), decimal_comma: lang == Lang::It, sheets: vec![sheet] }
}

/// What a number is that is not the value itself.
fn in_words(what: &'static str, lang: Lang) -> &'static str {
    lang.text(match what {
        "date" => texts::PRINTED_DATE,
        "rank" => texts::REPORT_COLUMN_RANK,
        "change" => texts::REPORT_COLUMN_CHANGE,
        "comuni" => texts::WHAT_COMUNI,
        "units" => texts::WHAT_UNITS,
        "units_with_a_value" => texts::WHAT_UNITS_WITH_A_VALUE,
        "indicators" => texts::WHAT_INDICATORS,
        "share_of_ats" => texts::WHAT_SHARE_OF_ATS,
        "superficie_km2" => texts::WHAT_AREA,
        "residents_in_upper_half" => texts::WHAT_UPPER_HALF,
        "as_published" => texts::WHAT_AS_PUBLISHED,
        "of_the_figure" => texts::WHAT_OF_THE_FIGURE,
        other => return other,
    })
}

/// The list for programs.
pub fn json(report: &Report) -> Json {
    let one = |printed: Printed<'_>| {
        let origin = &printed.value.origin;
        json!({
            "id": printed.value.id, "section": printed.section, "text": printed.value.text,
            "indicator": origin.indicator, "territory": origin.territory.as_ref().map(|code| code.as_str()),
            "date": origin.reference.map(|at| at.to_string()), "since": origin.since.map(|at| at.to_string()),
            "method": origin.method.map(Method::id), "exact": origin.exact, "what": origin.what,
            "notes": origin.notes,
        })
    };
    printed(report).into_iter().map(one).collect()
}
