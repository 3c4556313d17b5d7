//! The heat strip as a figure: the value of every unit at every date, as the colour of its class on a map.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Caption, Reference};
use crate::document::{Element, HeatStripSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::ink::ClassColours;
use crate::figure::page::{Page, Words};
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::height;
pub use model::{Column, HeatStripModel, StripRow};
pub use view::HeatStripView;
pub use words::{own_notes, subtitle};

impl View for HeatStripView {
    type Spec = HeatStripSpec;
    type Model = HeatStripModel;
    type Layout = ();

    const NAME: Text = texts::TAB_HEAT_STRIP;
    const HOW_TO_READ: Text = texts::HOW_HEAT_STRIP;
    const IN_GUIDE: &'static str = "Tutti i territori, tutte le date";

    fn model(spec: &HeatStripSpec, sources: Sources<'_>) -> Result<Warned<HeatStripModel>, FigureError> {
        HeatStripModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, _: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let caption = Caption::from(atlas.indicator(&spec.indicator)?);
        let footer = words::footer(prepared, caption);
        let title = spec.lang.pick(caption.name).to_owned();
        let words = Words::new(&spec.page, spec.lang, title, subtitle(spec, model, caption), footer);
        Ok(words.of_whole(&spec.page, spec.level, atlas).in_unit(spec.lang.pick(caption.unit)))
    }

    fn lay_out(_: &Prepared<'_, Self>, _: &Page) -> Result<(), FigureError> {
        Ok(())
    }

    fn draw(prepared: &Prepared<'_, Self>, (): &(), page: &Page) -> Result<Warned<Vec<Node>>, FigureError> {
        let indicator = prepared.sources.atlas.indicator(&prepared.spec.indicator)?;
        draw::nodes(prepared.spec, prepared.model, indicator.into(), page).ok_or(FigureError::NoRoom)
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        words::alternative(prepared)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        words::reading(prepared)
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        sheet::workbook(prepared.spec, prepared.model, prepared.sources)
    }

    fn facts(prepared: &Prepared<'_, Self>, _: Option<&()>) -> Json {
        facts::of(prepared.spec, prepared.model)
    }

    fn checks(_: &HeatStripSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // Breaks are drawn and said; the classes are the same at every date.
        Ok(Vec::new())
    }

    fn used(spec: &HeatStripSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let dates = atlas.dates_of(&spec.indicator);
        dates.into_iter().map(|date| (spec.indicator.clone(), date.into())).collect()
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let Ok(caption) = atlas.caption(&spec.indicator) else { return Vec::new() };
        if caption.kind.has_steps() {
            return Vec::new();
        }
        vec![Compared::of_rows(spec.lang, caption, spec.level, &model.ordered_by)]
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let has_steps = atlas.caption(&spec.indicator).is_ok_and(|caption| caption.kind.has_steps());
        let first = model.first_comparable();
        if has_steps || first == model.at {
            return Vec::new();
        }
        let ends = model.rows.iter().chain(&model.ats).map(|row| [row.values[first], row.values[model.at]]);
        let both = ends.filter(|ends| ends.iter().all(|(value, _)| value.is_ok()));
        let status = both.map(|ends| ends.map(|(_, quality)| quality));
        let dates = [first, model.at].map(|at| model.columns[at].date.into());
        Moves::unlike(&spec.indicator, dates, status).into_iter().collect()
    }

    fn classes(model: &HeatStripModel) -> ClassColours<'_> {
        model
            .map
            .as_ref()
            .map_or_else(ClassColours::default, |map| ClassColours { colours: &map.colours, side: None })
    }
}
