//! The map: a choropleth or symbols, as a figure ready to be printed and as the numbers that the window shows.

mod alt_text;
mod basemap;
mod checks;
mod cut;
mod draw;
mod facts;
mod frame;
mod importance;
pub mod kinds;
pub mod labels;
pub mod legend;
mod model;
mod numbers;
pub(super) mod reading;
mod scale_bar;
pub mod symbols;
mod view;

use serde_json::Value as Json;

use crate::base::Rgb;
use crate::data::{Atlas, Indicator, Reference, Table};
use crate::document::{Element, LabelMode, MapKind, MapSpec, PageSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::footer::{self, Footer};
use crate::figure::page::{Page, Words};
use crate::figure::quality::{self, in_words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::table;
use crate::figure::view::{Laid, Sources, Told, View};
use crate::figure::wording::{self, date_phrase, level_phrase, when_phrase};
use crate::i18n::{Text, fill, texts};
use crate::scene::{Node, Workbook};

use self::kinds::change;

pub use basemap::{Basemap, BasemapError, LevelShapes};
pub use importance::importance;
pub use numbers::{MapModel, Shown};
pub use view::MapView;

/// A map laid out on its page.
pub type MapFigure = Laid<MapView>;

impl View for MapView {
    type Spec = MapSpec;
    type Model = MapModel;
    type Layout = ();

    const NAME: Text = texts::VIEW_MAP;

    fn model(spec: &MapSpec, sources: Sources<'_>) -> Result<Warned<MapModel>, FigureError> {
        MapModel::new(spec, sources.atlas)
    }

    fn words(told: &Told<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Told { spec, model, sources: Sources { atlas, basemap }, .. } = *told;
        let (lang, indicator) = (spec.lang, atlas.indicator(&spec.indicator)?);
        let comma = if matches!(spec.kind, MapKind::Change { .. }) { "," } else { "" };
        let subtitle =
            format!("{}{comma} {}", level_phrase(lang, spec.level, spec.method), when_phrase(spec));
        let footer = footer(spec, model, indicator, atlas, basemap);
        Ok(Words::new(&spec.page, lang, wording::title(spec, atlas), subtitle, footer))
    }

    fn lay_out(_: &Told<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(told: &Told<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        Ok(Warned { value: draw::nodes(told, page)?, remarks: Vec::new() })
    }

    fn alt_text(told: &Told<'_, Self>) -> String {
        alt_text::map(told.spec, told.model, told.sources.atlas)
    }

    fn reading(told: &Told<'_, Self>) -> Vec<String> {
        reading::sentences(told.spec, told.model, told.sources.atlas)
    }

    fn table(told: &Told<'_, Self>) -> Workbook {
        table::behind(told.spec, told.sources)
    }

    fn facts(told: &Told<'_, Self>, _: Option<&()>) -> Json {
        facts::of(told.spec, told.model)
    }

    fn checks(
        spec: &MapSpec,
        sisters: &[Element],
        sources: Sources<'_>,
    ) -> Result<Vec<Finding>, FigureError> {
        checks::findings(spec, sisters, sources.atlas)
    }

    fn used(spec: &MapSpec, _: &Atlas) -> Vec<(String, Reference)> {
        let own = (spec.indicator.clone(), spec.date.into());
        match &spec.kind {
            MapKind::Value => vec![own],
            MapKind::Change { from } => vec![own, (spec.indicator.clone(), (*from).into())],
            MapKind::Two { second } => vec![own, (second.clone(), spec.date.into())],
        }
    }

    fn has_labels(page: &PageSpec) -> bool {
        page.labels != LabelMode::None
    }

    fn classes(model: &MapModel) -> &[Rgb] {
        &model.colours
    }
}

/// Source and date, remarks that must be printed, boundaries and their licence.
fn footer(
    spec: &MapSpec,
    model: &MapModel,
    indicator: &Indicator,
    atlas: &Atlas,
    basemap: &Basemap,
) -> Footer {
    let lang = spec.lang;
    // The smallest page has room for a word and none for a sentence.
    let when = |table: &Table| {
        in_words(lang, date_phrase(lang, table.date), quality::of_table(table).unwrap_or_default())
    };
    let dates = match &model.shown {
        Shown::Change(change) => {
            fill(lang.text(texts::BOTH), &[&when(&change.earlier), &when(&change.later)])
        }
        _ => when(&model.table),
    };
    let source_of = |indicator: &Indicator, when: &str| footer::source(lang, indicator, when);
    let mut sources = vec![source_of(indicator, &dates)];
    let mut remarks = Vec::new();
    let mut tables = vec![&model.table];
    if let Shown::Two(axes) = &model.shown {
        tables.push(&axes[1].table);
        if let Some(second) = atlas.catalogue.get(&axes[1].indicator) {
            let line = source_of(second, &when(&axes[1].table));
            if line != sources[0] {
                let named = |indicator: &Indicator| vec![lang.pick(&indicator.name).to_owned()];
                sources = vec![source_of(indicator, &dates).of(named(indicator)), line.of(named(second))];
            }
        }
    }
    let mut dates = vec![spec.date];
    if let MapKind::Change { from } = spec.kind {
        dates.push(from);
        let breaks = change::remarks(&model.table, from, atlas);
        remarks.extend(breaks.into_iter().map(|remark| remark.text(lang)));
    }
    let mixed: Vec<&Table> =
        model.tables().into_iter().filter(|table| quality::of_table(table).is_none()).collect();
    remarks.extend(quality::of_tables(lang, atlas, &mixed));
    let datasets: Vec<String> = tables.iter().flat_map(|table| table.datasets.clone()).collect();
    remarks.extend(footer::remarks(lang, atlas, &datasets, &dates));
    let credits = vec![fill(lang.text(texts::BOUNDARIES_LINE), &[lang.pick(&basemap.credit)])];
    Footer { sources, remarks, credits }
}
