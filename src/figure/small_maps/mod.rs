//! Small maps as a figure: one indicator at its dates with the same classes everywhere, or several indicators side by side.

mod draw;
mod facts;
mod grid;
mod key;
mod model;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, SmallMapsOf, SmallMapsSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::ink::ClassColours;
use crate::figure::page::{Page, Words};
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::table;
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::height;
pub use grid::Grid;
pub use model::{ClassMoves, SmallMap, SmallMapsModel};
pub use view::SmallMapsView;
pub use words::{own_notes, subtitle, title};

impl View for SmallMapsView {
    type Spec = SmallMapsSpec;
    type Model = SmallMapsModel;
    /// The grid, and which maps are on the page.
    type Layout = Grid;

    const NAME: Text = texts::TAB_SMALL_MAPS;
    const HOW_TO_READ: Text = texts::HOW_SMALL_MAPS;
    const IN_GUIDE: &'static str = "Mappe piccole";

    fn model(spec: &SmallMapsSpec, sources: Sources<'_>) -> Result<Warned<SmallMapsModel>, FigureError> {
        SmallMapsModel::new(spec, sources)
    }

    fn words(prepared: &Prepared<'_, Self>, left_out: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let mut footer = words::footer(prepared);
        footer.remarks.extend(left_out.map(|remark| remark.text(spec.lang)));
        let (title, subtitle) = (words::title(spec, atlas), words::subtitle(spec, model, atlas));
        Ok(Words::new(&spec.page, spec.lang, title, subtitle, footer))
    }

    fn lay_out(prepared: &Prepared<'_, Self>, page: &Page) -> Result<Grid, FigureError> {
        draw::layout(prepared, page)
    }

    fn on_page(prepared: &Prepared<'_, Self>, grid: &Grid) -> Option<Warned<SmallMapsModel>> {
        (grid.of > 1).then(|| prepared.model.of_part(prepared.remarks, grid.shown.clone()))
    }

    fn left_out(prepared: &Prepared<'_, Self>, grid: &Grid) -> Option<Remark> {
        let Grid { part, of, shown, .. } = grid;
        let (part, of, all) = (*part, *of, prepared.model.maps.len());
        (of > 1).then_some(Remark::PartOfMaps { part, of, shown: shown.len(), all })
    }

    fn draw(
        prepared: &Prepared<'_, Self>,
        grid: &Grid,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError> {
        let value = draw::nodes(prepared, grid, page)?;
        let Grid { asked, of, .. } = *grid;
        let no_such_part = (asked > of).then_some(Remark::NoSuchPart { part: asked, of });
        Ok(Warned {
            value,
            remarks: Self::left_out(prepared, grid).into_iter().chain(no_such_part).collect(),
        })
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        words::alternative(prepared)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        words::reading(prepared)
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        let columns = Self::told(prepared);
        table::of_columns(prepared.spec, columns, prepared.sources)
    }

    fn facts(prepared: &Prepared<'_, Self>, grid: Option<&Grid>) -> Json {
        facts::of(prepared.spec, prepared.model, grid)
    }

    fn checks(_: &SmallMapsSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // Counts become circles, classes are shared or said not to be, and breaks are drawn.
        Ok(Vec::new())
    }

    fn used(spec: &SmallMapsSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        match &spec.of {
            SmallMapsOf::Indicators(all) => {
                all.iter().map(|one| (one.indicator.clone(), one.date.into())).collect()
            }
            // The classes are made of the values of all dates, whichever are shown.
            SmallMapsOf::Dates { indicator, dates } => {
                let mut all = atlas.dates_of(indicator);
                all.extend(dates.iter().filter(|date| !all.contains(date)).copied().collect::<Vec<_>>());
                all.into_iter().map(|date| (indicator.clone(), date.into())).collect()
            }
        }
    }

    fn told(prepared: &Prepared<'_, Self>) -> Vec<(String, Reference)> {
        let maps = prepared.model.maps.iter();
        maps.map(|map| (map.of.indicator.clone(), map.of.date.into())).collect()
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let atlas = prepared.sources.atlas;
        let of = |map: &SmallMap| map.map.shown.compared(&map.spec, &map.map, atlas);
        words::told(prepared.model).into_iter().flat_map(of).collect()
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        let model = prepared.model;
        let told = words::told(model);
        // Values before and after a break do not compare at all.
        let compares = model.share_classes && model.maps.iter().all(|map| map.breaks.is_empty());
        let ([from, to], true) = (told.as_slice(), compares) else { return Vec::new() };
        let rows = from.map.table.rows.iter().zip(&to.map.table.rows);
        let both = rows.filter(|(before, now)| before.value.is_ok() && now.value.is_ok());
        let status = both.map(|(before, now)| [before.quality, now.quality]);
        let dates = [from.of.date.into(), to.of.date.into()];
        Moves::unlike(&from.of.indicator, dates, status).into_iter().collect()
    }

    fn classes(model: &SmallMapsModel) -> ClassColours<'_> {
        // Of several indicators each map has colours of its own, which are those of the same palette.
        let classed = model.maps.iter().filter(|map| map.map.classes.is_some());
        let most = classed.max_by_key(|map| map.map.colours.len());
        most.map_or_else(ClassColours::default, |map| ClassColours { colours: &map.map.colours, side: None })
    }
}
