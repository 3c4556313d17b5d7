//! The meaning of the colours of points.

use crate::base::{Date, Level, Rgb};
use crate::data::{Absence, Atlas, AtlasError, Unit};
use crate::document::{MapSpec, PointColour, ScatterSpec};
use crate::i18n::texts;

use crate::figure::FigureError;
use crate::figure::chart::marks::MARKERS;
use crate::figure::map::kinds::values;
use crate::figure::page::style;

/// One colour and its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// Name of the group, or edges of the class.
    pub name: String,
    pub colour: Rgb,
    /// Marker, by its position among the chart markers: after the last colour the colours repeat with another marker.
    pub marker: usize,
    /// The number of points.
    pub count: usize,
}

/// The meaning of the colours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Key {
    /// The indicator of the classes, and the date of its values.
    pub classes_of: Option<(String, Date)>,
    /// The level of the groups.
    pub level: Option<Level>,
    pub entries: Vec<KeyEntry>,
    /// The label of points without a colour.
    pub rest: &'static str,
    /// The number of points without a colour.
    pub without: usize,
}

/// The key of a spec, and the entry of each unit of its level.
pub(super) fn of(spec: &ScatterSpec, atlas: &Atlas) -> Result<(Key, Vec<Option<usize>>), FigureError> {
    match &spec.view.colour {
        PointColour::Plain => {
            let units = atlas.territories.units(spec.level).len();
            Ok((Key::default(), vec![None; units]))
        }
        PointColour::Group(level) => Ok(groups(spec, *level, atlas)),
        PointColour::Class(id) => classes(spec, id, atlas),
    }
}

/// Whether shapes tell the entries apart, where colours do not.
fn has_shapes(spec: &ScatterSpec) -> bool {
    spec.page.ink.is_black_and_white()
}

/// The units of a level as groups. A unit not entirely within one of them has none.
fn groups(spec: &ScatterSpec, level: Level, atlas: &Atlas) -> (Key, Vec<Option<usize>>) {
    let territories = &atlas.territories;
    let membership = territories.membership(level);
    let group_of = |members: &[usize]| {
        let group = membership[*members.first()?]?;
        members.iter().all(|&i| membership[i] == Some(group)).then_some(group as usize)
    };
    let entry = |(i, unit): (usize, &Unit)| KeyEntry {
        name: unit.name.clone(),
        colour: style::SERIES[i % style::SERIES.len()],
        marker: if has_shapes(spec) { i % MARKERS } else { i / style::SERIES.len() },
        count: 0,
    };
    let entries = territories.units(level).iter().enumerate().map(entry).collect();
    let rest = if level == Level::Asst { texts::LEGEND_NO_ASST } else { texts::SCATTER_NO_GROUP };
    let entry_of = territories.units(spec.level).iter().map(|unit| group_of(&unit.members)).collect();
    let key = Key { level: Some(level), entries, rest: spec.lang.text(rest), ..Key::default() };
    (key, entry_of)
}

/// The classes of a map of that indicator.
fn classes(spec: &ScatterSpec, id: &str, atlas: &Atlas) -> Result<(Key, Vec<Option<usize>>), FigureError> {
    let wanted = spec.y_date;
    let date = atlas.nearest_date(atlas.indicator(id)?, wanted).ok_or_else(|| AtlasError::NoSuchDate {
        indicator: id.to_owned(),
        date: wanted,
        available: Vec::new(),
    })?;
    let map = MapSpec { level: spec.level, method: spec.method, lang: spec.lang, ..MapSpec::new(id, date) };
    let model = values(&map, atlas)?.value;
    let names = model.shown.class_texts(spec.lang, &model);
    let entry = |(i, (name, &colour)): (usize, (String, &Rgb))| {
        let marker = if has_shapes(spec) { i % MARKERS } else { 0 };
        KeyEntry { name, colour, marker, count: 0 }
    };
    let key = Key {
        classes_of: Some((id.to_owned(), date)),
        entries: names.into_iter().zip(&model.colours).enumerate().map(entry).collect(),
        rest: spec.lang.absence(Absence::Missing),
        ..Key::default()
    };
    Ok((key, model.class_of.into_iter().map(Result::ok).collect()))
}
