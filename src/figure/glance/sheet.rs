//! A place at a glance as a sheet: a row for each member or, of a place that has none, for each count.

use crate::data::Value;
use crate::figure::map::kinds::change::Moved;
use crate::figure::view::Prepared;
use crate::figure::wording::reference_name;
use crate::i18n::{self, Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::GlanceView;
use super::draw::rate_said;
use super::model::{Member, Weights};
use super::words;

fn cell(lang: Lang, value: Value, decimals: usize) -> Cell {
    match value {
        Ok(value) => Cell::Number { value, decimals },
        Err(absence) => Cell::text(lang.absence(absence)),
    }
}

fn optional(value: Option<f64>, decimals: usize) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Number { value, decimals })
}

fn by(moved: Option<Moved>) -> Cell {
    optional(moved.map(|moved| moved.by()), 0)
}

pub fn workbook(prepared: &Prepared<'_, GlanceView>) -> Workbook {
    let (spec, model, atlas) = (prepared.spec, prepared.model, prepared.sources.atlas);
    let lang = spec.lang;
    let text = |text| lang.text(text).to_owned();
    let (head, rows): (Vec<String>, Vec<Vec<Cell>>) = match &model.weights {
        Weights::Members(members) => {
            let count = atlas.caption(&members.count.indicator).ok();
            let what = count.map_or_else(String::new, |caption| lang.pick(caption.name).to_owned());
            let dated = format!("{what} ({})", reference_name(lang, members.count.date.into()));
            let mut head = vec![text(texts::GLANCE_SHEET_NAME), dated, text(texts::GLANCE_SHEET_SHARE)];
            head.extend(members.from.map(|from| texts::glance_sheet_moved(lang, i18n::date(lang, from))));
            head.extend(rate_said(lang, members, atlas));
            let change = model.rate_change.as_ref();
            head.extend(change.and_then(|change| {
                let rate = atlas.caption(&change.at.indicator).ok()?;
                Some(words::contribution_head(lang, change, rate))
            }));
            let decimals = members
                .rate
                .as_ref()
                .and_then(|one| atlas.caption(&one.indicator).ok())
                .map_or(1, |caption| caption.decimals);
            let row = |row: &Member, name: String| {
                let mut cells = vec![Cell::text(name), cell(lang, row.count, 0), optional(row.share, 2)];
                cells.extend(members.from.map(|_| by(row.moved)));
                cells.extend(members.rate.as_ref().map(|_| cell(lang, row.rate, decimals)));
                cells.extend(change.map(|change| optional(row.rate_by, change.decimals)));
                cells
            };
            let own = members.rows.iter().map(|one| row(one, lang.territory(members.level, &one.name)));
            let total = row(&members.total, text(texts::GLANCE_TOTAL));
            (head, own.chain([total]).collect())
        }
        Weights::Counts(counts) => {
            let own = words::short(lang, model.level, &model.name);
            let mut head =
                vec![text(texts::GLANCE_SHEET_MEASURE), text(texts::GLANCE_SHEET_DATE), own.clone()];
            let whole = model.whole.as_ref().map(|(level, name)| words::short(lang, *level, name));
            head.extend([
                whole.clone().unwrap_or_default(),
                text(texts::GLANCE_SHEET_SHARE),
                text(texts::GLANCE_SHEET_FROM),
                format!("{}: {own}", text(texts::GLANCE_HEAD_MOVED)),
                format!("{}: {}", text(texts::GLANCE_HEAD_MOVED), whole.unwrap_or_default()),
            ]);
            let rows = counts.iter().map(|count| {
                let caption = atlas.caption(&count.indicator).ok();
                let name = caption.map_or(count.indicator.as_str(), |caption| lang.pick(caption.name));
                let day = |date: crate::base::Date| Cell::text(reference_name(lang, date.into()));
                vec![
                    Cell::text(name),
                    day(count.date),
                    cell(lang, count.own, 0),
                    cell(lang, count.whole, 0),
                    optional(count.share, 2),
                    count.from.map_or(Cell::Empty, day),
                    by(count.moved),
                    by(count.whole_moved),
                ]
            });
            (head, rows.collect())
        }
    };
    let widths = std::iter::once(30.0).chain(std::iter::repeat_n(18.0, head.len() - 1)).collect();
    let values = Sheet { name: text(texts::SHEET_VALUES), head, widths, rows, frozen: 1, notes: Vec::new() };
    Workbook {
        title: words::title(lang, model, spec.part),
        decimal_comma: lang == Lang::It,
        sheets: vec![values],
    }
}
