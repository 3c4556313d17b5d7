//! The heat table as a figure: territories by indicators, each value by how far it is from the mean, in groups of rows that are alike.

mod draw;
mod facts;
mod model;
mod radar;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, HeatTableSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::{ShownRows, height};
pub use model::{HeatColumn, HeatGroups, HeatRow, HeatTableModel};
pub use view::HeatTableView;
pub use words::{own_notes, subtitle};

impl View for HeatTableView {
    type Spec = HeatTableSpec;
    type Model = HeatTableModel;
    /// Which rows fit.
    type Layout = ShownRows;

    const NAME: Text = texts::TAB_HEAT;
    const HOW_TO_READ: Text = texts::HOW_HEAT;
    const IN_GUIDE: &'static str = "Tabella a colori";
    const SHOWS_ATS: bool = false;

    fn model(spec: &HeatTableSpec, sources: Sources<'_>) -> Result<Warned<HeatTableModel>, FigureError> {
        HeatTableModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, left_out: Option<&Remark>) -> Result<Words, FigureError> {
        let (spec, lang) = (prepared.spec, prepared.spec.lang);
        let title = lang.text(texts::HEAT_TITLE).to_owned();
        let mut footer = words::footer(prepared);
        footer.remarks.extend(left_out.map(|remark| remark.text(lang)));
        Ok(Words::new(&spec.page, lang, title, subtitle(spec, prepared.model), footer))
    }

    fn lay_out(prepared: &Prepared<'_, Self>, page: &Page) -> Result<ShownRows, FigureError> {
        Ok(draw::shown(prepared.spec, prepared.model, page, prepared.sources.atlas))
    }

    fn on_page(prepared: &Prepared<'_, Self>, shown: &ShownRows) -> Option<Warned<HeatTableModel>> {
        (shown.of > 1).then(|| prepared.model.of_rows(prepared.remarks, shown.rows.clone()))
    }

    fn left_out(prepared: &Prepared<'_, Self>, shown: &ShownRows) -> Option<Remark> {
        let ShownRows { rows, part, of, .. } = shown;
        let (part, of, all) = (*part, *of, prepared.model.rows.len());
        (of > 1).then_some(Remark::PartOfHeatTable { part, of, shown: rows.len(), all })
    }

    fn draw(
        prepared: &Prepared<'_, Self>,
        shown: &ShownRows,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let is_radar = spec.radar && model.has_radar();
        let nodes = match is_radar {
            true => radar::nodes(spec, model, page, atlas),
            false => draw::nodes(spec, model, shown, page, atlas),
        };
        let nodes = nodes.ok_or(FigureError::NoRoom)?;
        let ShownRows { asked, of, .. } = *shown;
        let no_such_part = (asked > of).then_some(Remark::NoSuchPart { part: asked, of });
        let remarks = Self::left_out(prepared, shown).into_iter().chain(no_such_part).collect();
        Ok(Warned { value: nodes, remarks })
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

    fn facts(prepared: &Prepared<'_, Self>, shown: Option<&ShownRows>) -> Json {
        facts::of(prepared.spec, prepared.model, shown)
    }

    fn checks(_: &HeatTableSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // What is missing is hatched, what does not vary has no colour, and both are said below the figure.
        Ok(Vec::new())
    }

    fn used(spec: &HeatTableSpec, _: &Atlas) -> Vec<(String, Reference)> {
        spec.indicators.iter().map(|one| (one.indicator.clone(), one.date.into())).collect()
    }

    fn told(prepared: &Prepared<'_, Self>) -> Vec<(String, Reference)> {
        let columns = prepared.model.columns.iter();
        columns.map(|column| (column.of.indicator.clone(), column.of.date.into())).collect()
    }
}
