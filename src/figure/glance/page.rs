//! The page of a place: existing elements put together by one rule, as an ordinary document that can then be edited.

use crate::base::{Code, Level, Mm};
use crate::data::Atlas;
use crate::data::Method;
use crate::document::{
    Cell, Element, FigureSpec, GlancePart, GlanceSpec, IndicatorAt, LegendPlace, MapFrame, MapSpec, PageSpec,
    PyramidSpec, Row, SeriesSpec, SpineSpec,
};
use crate::document::{MapKind, Spec, Subject};
use crate::figure::wording::on_its_own;
use crate::i18n::{Lang, texts};

/// The indicators of the profile on the page.
const SPINE: &str = include_str!("../../../assets/profile/glance_spine.txt");
/// The type is smaller than on a page of its own, and no smaller than is easily read.
const TYPE: f64 = 0.72;
/// The heights of the rows: sentences and map, pyramid and series, profile. The members take what their number needs.
const HEIGHTS: [f64; 3] = [52.0, 52.0, 76.0];
const MEMBERS_HEAD: f64 = 20.0;
const MEMBER: f64 = 3.4;
const MOST_MEMBERS_HEIGHT: f64 = 88.0;
/// With more rows of members than this all the rest is smaller.
const MANY: usize = 12;
const SMALLER_TYPE: f64 = 0.6;
const LOWER: [f64; 3] = [46.0, 42.0, 72.0];

/// The page of a territory; of a Comune it is the sheet for its mayor. `None` for an unknown one.
pub fn page(code: &Code, atlas: &Atlas, lang: Lang) -> Option<FigureSpec> {
    let territories = &atlas.territories;
    let (level, unit) = territories.find(code)?;
    let own = &territories.units(level)[unit];
    let glance = GlanceSpec { selected: vec![code.clone()], lang, ..GlanceSpec::usual(atlas) };
    let residents = glance.counts.first()?.clone();
    let subject = Subject {
        indicator: residents.indicator.clone(),
        at: residents.date.into(),
        kind: MapKind::default(),
        level: Level::Comuni,
        method: Method::Pooled,
        selected: vec![code.clone()],
        lang,
    };
    let members = match level {
        Level::Comuni => glance.counts.len(),
        Level::Ambiti => own.members.len(),
        Level::Asst | Level::Ats => territories.units(Level::Ambiti).len(),
    };
    // Short lists stand in one column, long ones flow into two and three.
    let tall = match members {
        0..=8 => members,
        9..=24 => members.div_ceil(2),
        more => more.div_ceil(3),
    };
    let (type_scale, heights) = if tall > MANY { (SMALLER_TYPE, LOWER) } else { (TYPE, HEIGHTS) };
    let part = |part| Element::from(GlanceSpec { part, ..glance.clone() });
    let mut first = vec![cell(1.15, part(GlancePart::Sentences))];
    if let Some(rate) = &glance.rate {
        first.push(cell(1.0, map(rate, code, level, unit, atlas, lang).into()));
    }
    let mut second = Vec::new();
    second.extend(PyramidSpec::opening(&subject, atlas).map(|pyramid| cell(1.15, pyramid.into())));
    let series = SeriesSpec {
        benchmarks: Some(Vec::new()),
        lang,
        ..SeriesSpec::new(&residents.indicator, vec![code.clone()])
    };
    second.push(cell(1.0, series.into()));
    let mut rows = vec![Row { height: heights[0], cells: first }, Row { height: heights[1], cells: second }];
    let indicators = IndicatorAt::listed(SPINE, atlas);
    if !indicators.is_empty() && level != Level::Ats {
        let spine =
            SpineSpec { selected: vec![code.clone()], sparklines: true, lang, ..SpineSpec::new(indicators) };
        rows.push(Row { height: heights[2], cells: vec![cell(1.0, spine.into())] });
    }
    // A place that is its only member has nothing to divide.
    if members > 1 {
        let height = (MEMBERS_HEAD + MEMBER * tall as f64).min(MOST_MEMBERS_HEIGHT);
        rows.push(Row { height, cells: vec![cell(1.0, part(GlancePart::Weights))] });
    }
    let place = on_its_own(lang, level, &own.name);
    let title = match level {
        Level::Comuni => texts::glance_mayor_title(lang, &own.name),
        _ => texts::glance_page_title(lang, place),
    };
    let page = PageSpec {
        width: Mm(210.0),
        height: Mm(297.0),
        title: Some(title),
        type_scale,
        ..PageSpec::default()
    };
    Some(FigureSpec { page, lang, rows, what_if: atlas.what_if() })
}

fn cell(width: f64, element: Element) -> Cell {
    Cell { width, element }
}

/// The Comuni of the place, or of the Ambito of a Comune; the map says in a corner where they are.
fn map(rate: &IndicatorAt, code: &Code, level: Level, unit: usize, atlas: &Atlas, lang: Lang) -> MapSpec {
    let ambiti = atlas.territories.units(Level::Ambiti);
    let around = (level == Level::Comuni)
        .then(|| ambiti.iter().find(|ambito| ambito.members.contains(&unit)))
        .flatten()
        .map_or_else(|| code.clone(), |ambito| ambito.code.clone());
    let mut map = MapSpec { selected: vec![code.clone()], lang, ..MapSpec::new(&rate.indicator, rate.date) };
    map.frame = if level == Level::Ats { MapFrame::All } else { MapFrame::Unit(around) };
    map.page.legend = LegendPlace::Beside;
    map
}

/// The pages of all territories of a level, with their codes and names.
pub fn each(level: Level, atlas: &Atlas, lang: Lang) -> Vec<(Code, String, FigureSpec)> {
    let units = atlas.territories.units(level).iter();
    units
        .filter_map(|unit| Some((unit.code.clone(), unit.name.clone(), page(&unit.code, atlas, lang)?)))
        .collect()
}
