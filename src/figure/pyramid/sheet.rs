//! An age pyramid as sheets: a row for each bar.

use crate::data::Value;
use crate::document::PyramidSpec;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::{Population, PyramidModel};
use super::words;

/// Residents and shares of each bar, of the territory and of what it is compared with; then the groups and the total.
pub fn workbook(spec: &PyramidSpec, model: &PyramidModel, title: String) -> Workbook {
    let lang = spec.lang;
    let text = |text| lang.text(text).to_owned();
    let cell = |value: Value, decimals| match value {
        Ok(value) => Cell::Number { value, decimals },
        Err(absence) => Cell::text(lang.absence(absence)),
    };
    let mut head = vec![text(texts::PYRAMID_AGE)];
    for of in model.populations() {
        let name = words::named(lang, model, of);
        for what in [
            texts::PYRAMID_MALES,
            texts::PYRAMID_FEMALES,
            texts::PYRAMID_MALES_SHARE,
            texts::PYRAMID_FEMALES_SHARE,
        ] {
            head.push(texts::pyramid_column(lang, lang.text(what), &name));
        }
    }
    let both = |of: &Population, counts: [Value; 2]| {
        let [males, females] = counts;
        let shares = counts.map(|count| of.share(count));
        [cell(males, 0), cell(females, 0), cell(shares[0], 2), cell(shares[1], 2)]
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (i, ages) in model.bands.iter().enumerate() {
        let mut row = vec![Cell::text(words::ages(lang, *ages))];
        row.extend(model.populations().flat_map(|of| both(of, of.counts[i])));
        rows.push(row);
    }
    let mut total = vec![Cell::text(text(texts::PYRAMID_ALL_AGES))];
    total.extend(model.populations().flat_map(|of| both(of, of.sexes)));
    rows.push(total);
    let width = head.len();
    let values = Sheet {
        name: text(texts::SHEET_VALUES),
        head,
        widths: std::iter::once(18.0).chain(std::iter::repeat(16.0)).take(width).collect(),
        rows,
        frozen: 1,
        notes: Vec::new(),
    };
    let groups = groups(lang, model, cell);
    Workbook { title, decimal_comma: lang == Lang::It, sheets: vec![values, groups] }
}

/// The three groups of the dependency ratios.
fn groups(lang: Lang, model: &PyramidModel, cell: impl Fn(Value, usize) -> Cell) -> Sheet {
    let text = |text| lang.text(text).to_owned();
    let mut head = vec![text(texts::PYRAMID_GROUP)];
    for of in model.populations() {
        let name = words::named(lang, model, of);
        head.push(texts::pyramid_column(lang, lang.text(texts::PYRAMID_RESIDENTS), &name));
        head.push(texts::pyramid_column(lang, lang.text(texts::PYRAMID_SHARE), &name));
    }
    let row = |(i, name): (usize, String)| {
        let cells =
            model.populations().flat_map(|of| [cell(of.groups[i], 0), cell(of.share(of.groups[i]), 2)]);
        std::iter::once(Cell::text(name)).chain(cells).collect()
    };
    let width = head.len();
    Sheet {
        name: text(texts::PYRAMID_GROUPS),
        head,
        widths: std::iter::once(18.0).chain(std::iter::repeat(16.0)).take(width).collect(),
        rows: words::group_names(lang).into_iter().enumerate().map(row).collect(),
        frozen: 1,
        notes: Vec::new(),
    }
}
