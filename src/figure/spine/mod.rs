//! The profile, or spine chart, as a figure: where the values of a territory lie among those of its peers.

mod draw;
mod facts;
mod model;
mod sheet;
mod view;
mod words;

use serde_json::Value as Json;

use crate::data::{Atlas, Reference};
use crate::document::{Element, SpineSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::i18n::{Text, texts};
use crate::scene::{Node, Workbook};

pub use draw::{Shown, height};
pub use model::{Before, SpineModel, SpineRow, Verdict};
pub use view::SpineView;
pub use words::subtitle;

impl View for SpineView {
    type Spec = SpineSpec;
    type Model = SpineModel;
    /// Which rows fit.
    type Layout = Shown;

    const NAME: Text = texts::TAB_SPINE;
    const HOW_TO_READ: Text = texts::HOW_SPINE;
    const IN_GUIDE: &'static str = "Il profilo di un territorio";

    fn model(spec: &SpineSpec, sources: Sources<'_>) -> Result<Warned<SpineModel>, FigureError> {
        SpineModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, left_out: Option<&Remark>) -> Result<Words, FigureError> {
        let (spec, model) = (prepared.spec, prepared.model);
        let rows: Vec<&SpineRow> = model.rows.iter().collect();
        let mut footer = words::footer(prepared, &rows);
        footer.remarks.extend(left_out.map(|remark| remark.text(spec.lang)));
        let title = words::title(spec.lang, model);
        Ok(Words::new(&spec.page, spec.lang, title, subtitle(spec.lang, model), footer))
    }

    fn lay_out(prepared: &Prepared<'_, Self>, page: &Page) -> Result<Shown, FigureError> {
        Ok(draw::shown(prepared.spec, prepared.model, page))
    }

    fn on_page(prepared: &Prepared<'_, Self>, shown: &Shown) -> Option<Warned<SpineModel>> {
        (shown.of > 1).then(|| prepared.model.of_rows(prepared.remarks, &shown.rows))
    }

    fn left_out(prepared: &Prepared<'_, Self>, shown: &Shown) -> Option<Remark> {
        let Shown { rows, part, of, .. } = shown;
        let all = prepared.model.rows.len();
        (*of > 1).then_some(Remark::PartOfProfile { part: *part, of: *of, shown: rows.len(), all })
    }

    fn draw(
        prepared: &Prepared<'_, Self>,
        shown: &Shown,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let nodes = draw::nodes(spec, model, shown, page, atlas).ok_or(FigureError::NoRoom)?;
        // Of what was asked for and is not there, the answer says it.
        let Shown { asked, of, .. } = *shown;
        let no_such_part = (asked > of).then_some(Remark::NoSuchPart { part: asked, of });
        Ok(Warned {
            value: nodes,
            remarks: Self::left_out(prepared, shown).into_iter().chain(no_such_part).collect(),
        })
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

    fn facts(prepared: &Prepared<'_, Self>, shown: Option<&Shown>) -> Json {
        facts::of(prepared.spec, prepared.model, shown)
    }

    fn checks(_: &SpineSpec, _: &[Element], _: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        // Each row has its own scale, which the footer says, and its ends are printed.
        Ok(Vec::new())
    }

    fn used(spec: &SpineSpec, _: &Atlas) -> Vec<(String, Reference)> {
        spec.indicators.iter().map(|one| (one.indicator.clone(), one.date.into())).collect()
    }

    fn told(prepared: &Prepared<'_, Self>) -> Vec<(String, Reference)> {
        prepared.model.rows.iter().map(|row| (row.indicator.clone(), row.date.into())).collect()
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let (model, lang, atlas) = (prepared.model, prepared.spec.lang, prepared.sources.atlas);
        let of = |row: &SpineRow| {
            let caption = atlas.caption(&row.indicator).ok()?;
            let known = row.peers.map_or_else(Vec::new, |peers| vec![peers.min, peers.max]);
            let ranked = row.known().filter(|_| row.place.is_some()).into_iter().collect();
            let (of, withheld) = (lang.pick(caption.short).to_owned(), row.withheld.clone());
            Some(Compared { of, caption, are_changes: false, known, withheld, names_ends: true, ranked })
        };
        model.rows.iter().filter_map(of).collect()
    }

    fn changes(prepared: &Prepared<'_, Self>) -> Vec<Moves> {
        prepared.model.rows.iter().filter_map(|row| row.unlike.clone()).collect()
    }
}
