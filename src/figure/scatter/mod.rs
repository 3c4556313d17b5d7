//! The scatterplot as a figure.

mod draw;
mod facts;
mod key;
mod legend;
mod looks;
mod model;
mod names;
mod numbers;
mod quadrants;
mod reading;
mod remarks;
mod sheet;
mod words;

use std::borrow::Cow;

use serde_json::Value as Json;

use crate::base::Date;
use crate::data::{Atlas, Indicator, Reference};
use crate::document::{Element, PointColour, ScatterSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::style::Sizes;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::table;
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Cell, Node, Workbook};

pub use key::{Key, KeyEntry};
pub use legend::KeyLine;
pub use numbers::{Pair, Quadrants, ScatterModel};
pub use quadrants::QuadrantNames;
pub use words::{
    line as line_text, link as link_text, named as relation_name, not_final, point as point_text,
    published_beside, relation_text, share as share_text, shorts, split as split_text,
    statistics as statistics_text, subtitle,
};

/// The view of scatterplots.
#[derive(Clone, Debug)]
pub struct ScatterView;

impl View for ScatterView {
    type Spec = ScatterSpec;
    type Model = ScatterModel;
    type Layout = ();

    const NAME: Text = texts::TAB_SCATTER;
    const HOW_TO_READ: Text = texts::HOW_SCATTER;
    const IN_GUIDE: &'static str = "Va insieme alla densità?";

    fn model(spec: &ScatterSpec, sources: Sources<'_>) -> Result<Warned<ScatterModel>, FigureError> {
        ScatterModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, remarks, sources: Sources { atlas, .. } } = *prepared;
        let [x, y] = &both(spec, atlas)?;
        let both: words::Both<'_> = [x, y];
        let (title, subtitle) = (words::title(spec, both), words::subtitle(spec, model, both));
        let footer = words::footer(spec, model, remarks, atlas);
        let words = Words::new(&spec.page, spec.lang, title, subtitle, footer);
        Ok(if model.of_areas { words } else { words.of_whole(&spec.page, spec.level, atlas) })
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let atlas = prepared.sources.atlas;
        let [x, y] = &both(prepared.spec, atlas)?;
        draw::build(prepared.spec, prepared.model, [x, y], atlas, page).ok_or(FigureError::NoRoom)
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        let Ok([x, y]) = &both(prepared.spec, prepared.sources.atlas) else { return String::new() };
        words::alternative(prepared.spec, prepared.model, [x, y], prepared.remarks, prepared.sources.atlas)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        reading::sentences(prepared.spec, prepared.model, prepared.sources.atlas)
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        let Prepared { spec, model, .. } = *prepared;
        let columns = columns(spec, prepared.sources.atlas);
        let mut book = match model.of_areas {
            true => {
                let title = both(spec, prepared.sources.atlas).map(|[x, y]| {
                    format!("{}. {}", words::title(spec, [&x, &y]), subtitle(spec, model, [&x, &y]))
                });
                sheet::of_areas(spec, model, title.unwrap_or_default(), columns, prepared.sources)
            }
            false => table::of_columns(spec, columns, prepared.sources),
        };
        let Some(sheet) = book.sheets.first_mut() else { return book };
        let pair = |code: &Cell| {
            let unit = model.y.rows.iter().position(|row| *code == Cell::text(row.code.as_str()))?;
            model.pairs.iter().find(|pair| pair.unit == unit)
        };
        let text = |text: Option<&str>| text.map_or(Cell::Empty, Cell::text);
        if let Some(cut) = &model.quadrants {
            let name = |pair: &Pair| model.quadrant_names.names[cut.of(pair)].as_str();
            sheet.insert(2, spec.lang.text(texts::SCATTER_QUADRANT), 24.0, |row| {
                text(pair(&row[0]).map(name))
            });
        }
        if let Some(level) = model.key.level {
            let group = |pair: &Pair| Some(model.key.entries.get(pair.entry?)?.name.as_str());
            sheet.insert(2, spec.lang.level(level), 24.0, |row| text(pair(&row[0]).and_then(group)));
        }
        book
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(_: &ScatterSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // A scatterplot shows no order that a few people more could reverse.
        Ok(Vec::new())
    }

    fn used(spec: &ScatterSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        columns(spec, atlas)
    }
}

/// The key of a scatterplot that is drawn without it, with type of this size.
pub fn key_lines(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas, size: f64) -> Vec<KeyLine> {
    let sizes = Sizes::on_screen(size);
    legend::Legend::new(spec, model, atlas, &looks::Looks::new(model, sizes), sizes).lines()
}

/// The indicators of x and y.
fn both<'a>(spec: &ScatterSpec, atlas: &'a Atlas) -> Result<[Cow<'a, Indicator>; 2], FigureError> {
    Ok([atlas.any_indicator(&spec.x)?, atlas.any_indicator(&spec.y)?])
}

/// The columns of its numbers: x, y, and the indicators of size and colour.
fn columns(spec: &ScatterSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
    let colour = match &spec.view.colour {
        PointColour::Class(id) => Some(id),
        PointColour::Plain | PointColour::Group(_) => None,
    };
    let of_areas = [&spec.x, &spec.y].into_iter().any(|id| atlas.published(id).is_some());
    let colour = colour.filter(|_| !of_areas);
    let nearest =
        |id: &String, wanted: Date| Some((id.clone(), atlas.nearest_reference(id, wanted, of_areas)?));
    let on = |id: &String, date: Date| match of_areas {
        true => nearest(id, date).unwrap_or((id.clone(), date.into())),
        false => (id.clone(), Reference::Date(date)),
    };
    let beside = spec.view.size.iter().chain(colour).filter_map(|id| nearest(id, spec.y_date));
    [on(&spec.x, spec.x_date), on(&spec.y, spec.y_date)].into_iter().chain(beside).collect()
}
