//! A profile as sheets: a row for each indicator.

use crate::data::Reference;
use crate::document::SpineSpec;
use crate::figure::table::about_columns;
use crate::figure::view::Sources;
use crate::figure::wording::reference_name;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::{Before, SpineModel, Verdict};
use super::words;

/// All values of each row; then what must be known of its indicator.
pub fn workbook(spec: &SpineSpec, model: &SpineModel, sources: Sources<'_>) -> Workbook {
    let (lang, atlas) = (spec.lang, sources.atlas);
    let text = |text| lang.text(text).to_owned();
    let head = [
        texts::SPINE_SHEET_THEME,
        texts::SPINE_HEAD_INDICATOR,
        texts::SPINE_SHEET_UNIT,
        texts::SPINE_SHEET_DATE,
        texts::SPINE_HEAD_VALUE,
        texts::LEVEL_ATS,
        texts::SPINE_HEAD_LOW,
        texts::SPINE_SHEET_Q1,
        texts::SPINE_SHEET_MEDIAN,
        texts::SPINE_SHEET_Q3,
        texts::SPINE_HEAD_HIGH,
        texts::SPINE_HEAD_PLACE,
        texts::SPINE_SHEET_COUNT,
        texts::SPINE_SHEET_BEFORE_DATE,
        texts::SPINE_SHEET_BEFORE,
        texts::SPINE_SHEET_MOVED,
        texts::SPINE_SHEET_VERDICT,
    ]
    .map(text);
    let rows = model.rows.iter().filter_map(|row| {
        let caption = atlas.caption(&row.indicator).ok()?;
        let number = |value: Option<f64>| {
            value.map_or(Cell::Empty, |value| Cell::Number { value, decimals: caption.decimals })
        };
        let whole = |count: Option<usize>| {
            count.map_or(Cell::Empty, |count| Cell::Number { value: count as f64, decimals: 0 })
        };
        let date = |date| Cell::text(reference_name(lang, caption.stated(date)));
        let theme = atlas.catalogue.themes().get(row.theme).map(|theme| lang.pick(&theme.name));
        let (before, moved) = match &row.before {
            Before::Moved(from, moved) => (date(*from), Some(moved)),
            Before::Broken(_) | Before::Nothing => (Cell::Empty, None),
        };
        let quartiles = row.quartiles();
        let value = match row.value {
            Some(Err(absence)) => Cell::text(lang.absence(absence)),
            value => number(value.and_then(Result::ok)),
        };
        Some(vec![
            Cell::text(theme.unwrap_or_default()),
            Cell::text(lang.pick(caption.name)),
            Cell::text(lang.pick(caption.unit)),
            date(row.date),
            value,
            number(row.ats),
            number(row.peers.map(|peers| peers.min)),
            number(quartiles.map(|[q1, ..]| q1)),
            number(row.peers.map(|peers| peers.median)),
            number(quartiles.map(|[.., q3]| q3)),
            number(row.peers.map(|peers| peers.max)),
            whole(row.place.map(|place| place.place)),
            whole(row.peers.map(|peers| peers.n)),
            before,
            number(moved.map(|moved| moved.before)),
            number(moved.map(|moved| moved.by())),
            match row.verdict {
                Verdict::Better => Cell::text(text(texts::SPINE_BETTER)),
                Verdict::Worse => Cell::text(text(texts::SPINE_WORSE)),
                Verdict::Neither => Cell::Empty,
            },
        ])
    });
    let rows = rows.collect();
    let widths = [24.0, 34.0, 24.0].into_iter().chain([13.0; 14]).collect();
    let values = Sheet {
        name: text(texts::SHEET_VALUES),
        head: head.to_vec(),
        widths,
        rows,
        frozen: 2,
        notes: Vec::new(),
    };
    let columns: Vec<(String, Reference)> =
        model.rows.iter().map(|row| (row.indicator.clone(), row.date.into())).collect();
    let about = about_columns(spec, columns, sources, |_, _| {});
    Workbook {
        title: format!("{}. {}", words::title(lang, model), words::subtitle(lang, model)),
        decimal_comma: lang == Lang::It,
        sheets: std::iter::once(values).chain(about).collect(),
    }
}
