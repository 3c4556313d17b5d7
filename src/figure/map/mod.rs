//! The map: a choropleth or symbols, as a figure and as the numbers that the window shows.

mod alt_text;
mod basemap;
mod checks;
mod coarse;
pub(super) mod cut;
mod draw;
mod facts;
pub(super) mod frame;
mod ground;
mod importance;
pub mod kinds;
pub(crate) mod labels;
mod layer;
mod layout;
pub(crate) mod legend;
mod model;
mod names;
mod neighbours;
mod numbers;
mod official;
pub(super) mod reading;
mod room;
mod scale_bar;
pub(crate) mod symbols;
mod view;

use serde_json::Value as Json;

use crate::base::Date;
use crate::data::{Atlas, Indicator, Reference, Table};
use crate::document::{Element, LabelMode, MapSpec, PageSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::page::ink::ClassColours;
use crate::figure::page::{Page, Words};
use crate::figure::quality::{self, Moves};
use crate::figure::remark::{Remark, Warned, break_text};
use crate::figure::table;
use crate::figure::view::{Prepared, Sources, View, ViewOnPage};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{LayerCrs, MapLayer, Node, Workbook};

use kinds::two::bivariate::SIDE;

pub use basemap::{Basemap, BasemapError, LevelShapes};
pub(in crate::figure) use coarse::CoarseShapes;
pub use ground::{Focus, close_up, ground, part_of_metres};
pub use importance::importance;
pub use neighbours::weights;
pub use numbers::{LegendForm, MapModel, Shown, Sign};
pub use view::MapView;

/// A map laid out on its page.
pub type MapFigure = ViewOnPage<MapView>;

impl View for MapView {
    type Spec = MapSpec;
    type Model = MapModel;
    type Layout = ();

    const NAME: Text = texts::VIEW_MAP;
    const HOW_TO_READ: Text = texts::HOW_MAP;
    const IN_GUIDE: &'static str = "La legenda";

    fn model(spec: &MapSpec, sources: Sources<'_>) -> Result<Warned<MapModel>, FigureError> {
        MapModel::new(spec, sources)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, basemap }, .. } = *prepared;
        let (lang, indicator) = (spec.lang, atlas.indicator(&spec.indicator)?);
        let footer = footer(spec, model, indicator, atlas, basemap);
        let subtitle = kinds::subtitle(spec, indicator.into(), atlas);
        let mut title = kinds::title(spec, atlas);
        let mut page = spec.page.clone();
        if let Some((level, unit)) = close_up(spec, &atlas.territories) {
            // The name of what is shown close up is in the title, whatever the title says.
            let name = &atlas.territories.units(level)[unit].name;
            let place = lang.territory(level, name);
            let about = |title: &str| match title.contains(name.as_str()) {
                true => title.to_owned(),
                false => texts::title_about(lang, title, &place),
            };
            page.title = page.title.as_deref().map(about);
            title = about(&title);
        }
        let words = Words::new(&page, lang, title, subtitle, footer);
        Ok(match model.shown.legend() {
            LegendForm::Rows => words.in_unit(legend::heading(spec, model, indicator)),
            LegendForm::Square(_) => words,
        })
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        Ok(Warned { value: draw::nodes(prepared, page)?, remarks: Vec::new() })
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        alt_text::map(prepared.spec, prepared.model, prepared.sources.atlas)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let mut sentences: Vec<String> = reading::part(spec, model, atlas).into_iter().collect();
        sentences.extend(reading::sentences(spec, model, atlas));
        sentences.extend(reading::kept_classes(spec, model, atlas));
        sentences
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        table::behind(prepared.spec, prepared.sources)
    }

    fn layer(prepared: &Prepared<'_, Self>, crs: LayerCrs) -> Result<Option<MapLayer>, FigureError> {
        layer::layer(prepared, crs).map(Some)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(
        spec: &MapSpec,
        sisters: &[Element],
        sources: Sources<'_>,
    ) -> Result<Vec<Finding>, FigureError> {
        checks::findings(spec, sisters, sources)
    }

    fn used(spec: &MapSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        kinds::used(spec, atlas)
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        model.shown.compared(spec, model, atlas)
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        prepared.model.shown.changes(prepared.model)
    }

    fn has_labels(page: &PageSpec) -> bool {
        page.labels != LabelMode::None
    }

    fn classes(model: &MapModel) -> ClassColours<'_> {
        let side = matches!(model.shown.legend(), LegendForm::Square(_)).then_some(SIDE);
        ClassColours { colours: &model.colours, side }
    }
}

/// Source and date, mandatory remarks, boundaries and their licence.
fn footer(
    spec: &MapSpec,
    model: &MapModel,
    indicator: &Indicator,
    atlas: &Atlas,
    basemap: &Basemap,
) -> Footer {
    let lang = spec.lang;
    let breaks = kinds::breaks(spec, &model.table, atlas);
    let mut remarks: Vec<String> = breaks.into_iter().map(|note| break_text(lang, &note.text)).collect();
    remarks.extend(model.shown.notes(spec, model, indicator, atlas));
    remarks.extend(reading::kept_classes(spec, model, atlas));
    let mixed: Vec<&Table> =
        model.tables().into_iter().filter(|table| quality::of_table(table).is_none()).collect();
    remarks.extend(quality::of_tables(lang, atlas, &mixed));
    let dates: Vec<Date> = kinds::used(spec, atlas).iter().filter_map(|(_, at)| at.date()).collect();
    let datasets: Vec<String> = model.tables().iter().flat_map(|table| table.datasets.clone()).collect();
    remarks.extend(footer::remarks(lang, atlas, &datasets, &dates));
    let credits = vec![Credit::Boundaries(basemap.credit.clone())];
    Footer { sources: model.shown.sources(lang, model, indicator, atlas), remarks, credits }
}
