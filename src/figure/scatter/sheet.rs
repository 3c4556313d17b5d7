//! A scatterplot of areas as sheets: a row an area, with those that lack a value.

use crate::data::{Absence, Axis, Reference};
use crate::document::ScatterSpec;
use crate::figure::table::about_columns;
use crate::figure::view::Sources;
use crate::figure::wording::{notes, reference_phrase};
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::numbers::ScatterModel;

/// The values of each axis, then what must be known of each.
pub fn of_areas(
    spec: &ScatterSpec,
    model: &ScatterModel,
    title: String,
    columns: Vec<(String, Reference)>,
    sources: Sources<'_>,
) -> Workbook {
    let (lang, atlas) = (spec.lang, sources.atlas);
    let axes: Vec<&Axis> = [&model.y, &model.x].into_iter().chain(&model.size).collect();
    let head = |axis: &Axis| {
        let caption = atlas.caption(&axis.indicator).ok()?;
        let mark =
            if caption.as_published { lang.text(texts::AS_PUBLISHED) } else { lang.text(texts::COMPUTED) };
        let (name, unit) = (lang.pick(caption.name), lang.pick(caption.unit));
        Some(format!("{name} ({mark}), {} [{unit}]", reference_phrase(lang, caption.stated(axis.at))))
    };
    let place = [texts::TABLE_CODE, texts::TABLE_TERRITORY].map(|text| lang.text(text).to_owned());
    let heads = axes.iter().map(|axis| head(axis).unwrap_or_else(|| axis.indicator.clone()));
    let row = |unit: usize| {
        let own = &model.y.rows[unit];
        let cell = |axis: &&Axis| match axis.rows[unit].value {
            Ok(value) => {
                let decimals = atlas.caption(&axis.indicator).map_or(0, |caption| caption.decimals);
                Cell::Number { value, decimals }
            }
            Err(reason) => Cell::text(lang.absence(reason)),
        };
        let place = [Cell::text(own.code.as_str()), Cell::text(&own.name)];
        place.into_iter().chain(axes.iter().map(cell)).collect()
    };
    let mut below: Vec<String> = Vec::new();
    for axis in &axes {
        let Ok(caption) = atlas.caption(&axis.indicator) else { continue };
        below.extend(notes(lang, caption, None, spec.method));
    }
    let values = Sheet {
        name: lang.text(texts::SHEET_VALUES).to_owned(),
        widths: [9.0, 30.0].into_iter().chain(axes.iter().map(|_| 18.0)).collect(),
        head: place.into_iter().chain(heads).collect(),
        rows: (0..model.y.rows.len()).map(row).collect(),
        frozen: 2,
        notes: below,
    };
    // The columns come as x, y and size; the rows are areas, of which those beyond the territory are in no table of units.
    let in_order: Vec<&Axis> = [&model.x, &model.y].into_iter().chain(&model.size).collect();
    let about = about_columns(spec, columns, sources, |i, column| {
        let Some(axis) = in_order.get(i) else { return };
        let values = || axis.rows.iter().map(|row| row.value);
        column.level = lang.level(spec.level).to_owned();
        column.present = values().filter(Result::is_ok).count();
        column.absent = Absence::ALL.map(|reason| values().filter(|value| *value == Err(reason)).count());
    });
    Workbook {
        title,
        decimal_comma: lang == Lang::It,
        sheets: std::iter::once(values).chain(about).collect(),
    }
}
