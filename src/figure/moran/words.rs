//! The texts of Moran's scatterplot: subtitle, footer, alternative text, reading.

use crate::analysis::Cluster;
use crate::data::Caption;
use crate::document::MoranSpec;
use crate::figure::page::footer::Footer;
use crate::figure::quality;
use crate::figure::reading::voice::capital;
use crate::figure::stated::Stated;
use crate::figure::view::Prepared;
use crate::figure::wording::{listed, value_text};
use crate::i18n::{self, texts};
use crate::stats::space::Quadrant;

use super::MoranView;
use super::model::{MoranModel, Point};

/// The most territories that a sentence names.
const MOST_NAMED: usize = 12;

/// Whose values these are.
fn stated<'a>(spec: &MoranSpec, model: &MoranModel, caption: Caption<'a>) -> Stated<'a> {
    let (lang, level, date, quality) = (spec.lang, spec.level, spec.date, model.quality);
    Stated { lang, caption, level, method: spec.method, date, quality }
}

/// Level, method, date and who is a neighbour.
pub fn subtitle(spec: &MoranSpec, model: &MoranModel, caption: Caption<'_>) -> String {
    let lang = spec.lang;
    let stated = stated(spec, model, caption);
    texts::moran_subtitle(lang, stated.units(), stated.when(), lang.neighbours(spec.neighbours))
}

/// The name of the indicator.
pub fn title(spec: &MoranSpec, caption: Caption<'_>) -> String {
    texts::title_clusters(spec.lang, spec.lang.pick(caption.name))
}

/// What must be known of the drawing.
pub fn own_notes(spec: &MoranSpec, model: &MoranModel) -> Vec<String> {
    let lang = spec.lang;
    let mut notes = lang.moran(&model.clusters.whole);
    notes.extend(lang.clusters(&model.clusters));
    if model.points.iter().any(MoranModel::is_significant) {
        notes.push(lang.text(texts::MORAN_MARKS).to_owned());
    }
    notes.push(lang.text(texts::SPACE_EDGE).to_owned());
    notes.push(lang.text(texts::CENSUS_CHANCE).to_owned());
    notes
}

/// Source and date, and what must be known.
pub fn footer(prepared: &Prepared<'_, MoranView>, caption: Caption<'_>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let own = own_notes(spec, model);
    stated(spec, model, caption).footer(own, remarks, &model.table.datasets, sources.atlas)
}

/// A point in words, for tooltips and screen readers.
pub fn point(spec: &MoranSpec, model: &MoranModel, caption: Caption<'_>, point: &Point) -> String {
    let lang = spec.lang;
    let row = model.row(point);
    let score = |x| i18n::signed_number(lang, x, 2);
    let value = value_text(lang, caption, row.value);
    let sort = lang.cluster(point.cluster);
    texts::moran_point(lang, &row.name, value, score(point.own), score(point.neighbours), sort)
}

/// The significant territories of each sort, where they are few.
fn named(spec: &MoranSpec, model: &MoranModel) -> Vec<String> {
    let lang = spec.lang;
    let of = |quadrant: Quadrant| {
        let cluster = Cluster::Of(quadrant);
        let points = model.points.iter().filter(|point| point.cluster == cluster);
        let names: Vec<String> = points.map(|point| model.row(point).name.clone()).collect();
        let is_told = !names.is_empty() && names.len() <= MOST_NAMED;
        is_told.then(|| {
            texts::cluster_names(lang, capital(lang.cluster(cluster)), names.len(), listed(lang, &names))
        })
    };
    Quadrant::ALL.into_iter().filter_map(of).collect()
}

pub fn alternative(prepared: &Prepared<'_, MoranView>, caption: Caption<'_>) -> String {
    let Prepared { spec, model, .. } = *prepared;
    let lang = spec.lang;
    let mut told = vec![texts::alt_moran(lang, title(spec, caption), subtitle(spec, model, caption))];
    told.extend(lang.moran(&model.clusters.whole));
    told.extend(named(spec, model));
    told.extend(prepared.remarks.iter().map(|remark| remark.sentence(lang)));
    told.join(" ")
}

pub fn reading(prepared: &Prepared<'_, MoranView>, caption: Caption<'_>) -> Vec<String> {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    // Whose values, of which day: a reading may stand without its figure.
    let mut told = vec![texts::figure_told(lang, title(spec, caption), subtitle(spec, model, caption))];
    told.extend(lang.moran(&model.clusters.whole));
    told.extend(named(spec, model));
    told.extend(lang.clusters(&model.clusters));
    for point in model.points.iter().filter(|point| model.is_selected(point)).take(MOST_NAMED) {
        told.push(format!("{}.", self::point(spec, model, caption, point)));
    }
    told.extend(remarks.iter().map(|remark| remark.sentence(lang)));
    told.extend(quality::of_tables(lang, sources.atlas, &[&model.table]));
    told
}
