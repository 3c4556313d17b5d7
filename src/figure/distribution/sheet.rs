//! A distribution as sheets: a row for each Ambito, and one for each bar.

use crate::document::DistributionSpec;
use crate::figure::table::about_lines;
use crate::figure::view::Sources;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};
use crate::stats::describe::Summary;

use super::model::{DistributionModel, LEAST_OF_QUARTERS};

/// The values of the units; the summaries of their groups; the bars; what must be known of the indicator.
pub fn workbook(
    spec: &DistributionSpec,
    model: &DistributionModel,
    title: String,
    sources: Sources<'_>,
) -> Workbook {
    let lang = spec.lang;
    let decimals = sources.atlas.caption(&spec.indicator).map_or(0, |caption| caption.decimals);
    let text = |text| lang.text(text).to_owned();
    let number = |value| Cell::Number { value, decimals };
    let whole = |count: usize| Cell::Number { value: count as f64, decimals: 0 };
    let row_of = |dot: usize| model.rows.iter().find(|row| row.dots.contains(&dot));
    let units = model.dots.iter().enumerate().map(|(i, dot)| {
        vec![
            Cell::text(dot.code.as_str()),
            Cell::text(&*dot.name),
            row_of(i).map_or(Cell::Empty, |row| Cell::text(&*row.name)),
            number(dot.value),
        ]
    });
    let values = Sheet {
        name: text(texts::SHEET_VALUES),
        head: vec![
            text(texts::TABLE_CODE),
            text(texts::TABLE_TERRITORY),
            text(texts::LEVEL_AMBITO),
            text(texts::SPINE_HEAD_VALUE),
        ],
        widths: vec![9.0, 30.0, 30.0, 14.0],
        rows: units.collect(),
        frozen: 2,
        notes: Vec::new(),
    };
    let summary = |name: String, own: Option<f64>, summary: Summary| {
        let quarter = |x| if summary.n >= LEAST_OF_QUARTERS { number(x) } else { Cell::Empty };
        vec![
            Cell::text(name),
            whole(summary.n),
            own.map_or(Cell::Empty, number),
            number(summary.min),
            quarter(summary.q1),
            number(summary.median),
            quarter(summary.q3),
            number(summary.max),
        ]
    };
    let mut rows: Vec<Vec<Cell>> =
        model.rows.iter().filter_map(|row| Some(summary(row.name.clone(), row.own, row.summary?))).collect();
    rows.extend(model.all.map(|all| summary(lang.level(model.level).to_owned(), model.ats, all)));
    let groups = Sheet {
        name: text(texts::TAB_DISTRIBUTION),
        head: [
            texts::LEVEL_AMBITO,
            texts::SPINE_SHEET_COUNT,
            texts::SPINE_HEAD_VALUE,
            texts::SPINE_HEAD_LOW,
            texts::SPINE_SHEET_Q1,
            texts::SPINE_SHEET_MEDIAN,
            texts::SPINE_SHEET_Q3,
            texts::SPINE_HEAD_HIGH,
        ]
        .map(text)
        .to_vec(),
        widths: std::iter::once(30.0).chain([14.0; 7]).collect(),
        rows,
        frozen: 1,
        notes: Vec::new(),
    };
    let bars = Sheet {
        name: text(texts::DISTRIBUTION_HISTOGRAM),
        head: [
            texts::DISTRIBUTION_ABOVE,
            texts::DISTRIBUTION_UP_TO,
            texts::DISTRIBUTION_KEY_ALL,
            texts::DISTRIBUTION_KEY_SELECTED,
        ]
        .map(text)
        .to_vec(),
        widths: vec![14.0; 4],
        rows: model
            .bars
            .iter()
            .map(|bar| vec![number(bar.from), number(bar.to), whole(bar.count), whole(bar.selected)])
            .collect(),
        frozen: 0,
        notes: Vec::new(),
    };
    let about = about_lines(spec, &spec.indicator, &[spec.date.into()], sources, |_, _| {});
    Workbook {
        title,
        decimal_comma: lang == Lang::It,
        sheets: [values, groups, bars].into_iter().chain(about).collect(),
    }
}
