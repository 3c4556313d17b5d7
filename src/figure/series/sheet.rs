//! A time series as sheets: a row for each line, a column for each date or year.

use crate::base::Level;
use crate::data::{Absence, Value};
use crate::figure::quality;
use crate::figure::table::about_lines;
use crate::figure::view::Prepared;
use crate::figure::wording::{reference_label, reference_phrase};
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::numbers::Line;
use super::{SeriesView, words};

/// The drawn values of each line; then what must be known of the indicator at each date.
pub fn workbook(prepared: &Prepared<'_, SeriesView>) -> Workbook {
    let (spec, model, atlas) = (prepared.spec, prepared.model, prepared.sources.atlas);
    let lang = spec.lang;
    let decimals = atlas.caption(&spec.indicator).map_or(0, |caption| caption.decimals);
    let text = |text| lang.text(text).to_owned();
    let mut head = vec![text(texts::TABLE_CODE), text(texts::TABLE_TERRITORY)];
    let caption = atlas.caption(&spec.indicator);
    let unit = caption.as_ref().map(|caption| words::axis(spec, model, *caption)).unwrap_or_default();
    head.extend((0..model.references.len()).map(|i| {
        let quality = quality::shared(&model.graded(i)).unwrap_or_default();
        format!("{} [{unit}]", quality::in_words(lang, reference_phrase(lang, model.stated(i)), quality))
    }));
    let heads = head[2..].to_vec();
    head.push(text(texts::TABLE_NOTES));
    let mut widths = vec![9.0, 30.0];
    widths.extend(model.references.iter().map(|_| 14.0));
    widths.push(40.0);
    let line = |line: &Line| {
        let mut cells = vec![Cell::text(line.code.as_str()), Cell::Text(words::full_name(lang, model, line))];
        let mut notes = Vec::new();
        cells.extend((0..model.references.len()).map(|i| {
            match line.at.iter().position(|own| *own == i).map(|own| line.values[own]) {
                Some(Ok(value)) => Cell::Number { value, decimals },
                Some(Err(reason)) => {
                    notes.push(format!(
                        "{}: {}",
                        reference_label(lang, model.stated(i)),
                        lang.absence(reason)
                    ));
                    Cell::Empty
                }
                None => Cell::Empty,
            }
        }));
        cells.push(if notes.is_empty() { Cell::Empty } else { Cell::Text(notes.join("; ")) });
        cells
    };
    let mut rows: Vec<Vec<Cell>> = model.lines.iter().rev().map(line).collect();
    if let Some(band) = &model.band {
        let extreme = |name: String, pick: fn((f64, f64)) -> f64| {
            let mut cells = vec![Cell::Empty, Cell::Text(name)];
            cells.extend((0..model.references.len()).map(|i| {
                let own = model.own.iter().position(|own| *own == i);
                let found = own.and_then(|own| band.extremes.get(own).copied().flatten());
                found.map_or(Cell::Empty, |found| Cell::Number { value: pick(found), decimals })
            }));
            cells.push(Cell::Empty);
            cells
        };
        rows.push(extreme(texts::series_band_low(lang, &band.name), |(low, _)| low));
        rows.push(extreme(texts::series_band_high(lang, &band.name), |(_, high)| high));
    }
    let values = Sheet { name: text(texts::SHEET_VALUES), head, widths, rows, frozen: 2, notes: Vec::new() };
    let mut levels: Vec<Level> = model.lines.iter().filter_map(|line| line.level).collect();
    levels.sort_unstable();
    levels.dedup();
    let levels = levels.iter().map(|level| lang.level(*level)).collect::<Vec<_>>().join(", ");
    let about =
        about_lines(spec, &spec.indicator, &model.own_references(), prepared.sources, |at, column| {
            let Some(position) = model.references.iter().position(|known| *known == at) else { return };
            let drawn = |line: &Line| Some(line.values[line.at.iter().position(|own| *own == position)?]);
            let drawn: Vec<Value> = model.lines.iter().filter_map(drawn).collect();
            if !levels.is_empty() {
                column.level.clone_from(&levels);
            }
            let before = model.breaks.iter().filter(|found| model.own_after(found.after) == position);
            column.breaks = before.map(|found| lang.pick(&found.text).to_owned()).collect();
            if let Some(head) = heads.get(position) {
                column.line.clone_from(head);
                column.unit.clone_from(&unit);
            }
            column.present = drawn.iter().filter(|value| value.is_ok()).count();
            column.absent =
                Absence::ALL.map(|reason| drawn.iter().filter(|value| **value == Err(reason)).count());
        });
    Workbook {
        title: caption.map(|caption| words::title(spec, caption)).unwrap_or_default(),
        decimal_comma: lang == Lang::It,
        sheets: std::iter::once(values).chain(about).collect(),
    }
}
