//! The reading of a map, which depends on its kind.

use crate::base::Level;
use crate::data::{Atlas, Kind};
use crate::document::{MapFrame, MapKind, MapSpec, Representation};
use crate::figure::reading::voice::capital;
use crate::figure::wording::value_text;
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{Lang, number, texts};

use super::MapModel;
use super::ground::Focus;
use super::kinds::{subtitle, title};

/// That a hypothesis keeps the classes of the official Ambiti, where classes are shown.
pub fn kept_classes(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Option<String> {
    let is_moved = spec.level == Level::Ambiti && atlas.hypothesis().is_some();
    let has_classes = model.names.is_empty() && !model.colours.is_empty();
    let is_coloured = spec.representation == Representation::Choropleth;
    (is_moved && has_classes && is_coloured).then(|| spec.lang.text(texts::WHAT_IF_CLASSES).to_owned())
}

/// That the map shows a part, with the values there, because all other sentences are about the whole territory.
pub fn part(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Option<String> {
    let lang = spec.lang;
    if matches!(spec.frame, MapFrame::Part(_) | MapFrame::Metres(_)) {
        return Some(lang.text(texts::MAP_OF_A_PART).to_owned());
    }
    let focus = Focus::of(spec, &atlas.territories)?;
    let name = &atlas.territories.units(focus.level)[focus.unit].name;
    let inside = capital(&match lang {
        Lang::It => italian::place(Some(Preposition::In), focus.level, name),
        Lang::En => format!("in the {}", lang.territory(focus.level, name)),
    });
    let caption = atlas.caption(&spec.indicator).ok()?;
    let has_order = !matches!(caption.kind, Kind::Category);
    let table = Some(&model.table).filter(|_| spec.kind.is_like(&MapKind::default()) && has_order);
    let units = atlas.territories.units(spec.level);
    let mut known: Vec<(f64, &str)> = Vec::new();
    for (unit, row) in table.iter().flat_map(|table| table.rows.iter().enumerate()) {
        if focus.units[unit]
            && let Ok(value) = row.value
        {
            known.push((value, &units[unit].name));
        }
    }
    known.sort_by(|a, b| a.0.total_cmp(&b.0));
    let written = |value: f64| value_text(lang, caption, Ok(value));
    let shown = match known.as_slice() {
        [] => return Some(lang.text(texts::MAP_OF_A_PART).to_owned()),
        [(value, _)] => texts::map_close_up_one(lang, inside, written(*value)),
        [(low, lowest), .., (high, highest)] => {
            let count = italian::counted(&number(lang, known.len() as f64, 0), false, spec.level);
            texts::map_close_up_values(lang, inside, count, written(*low), lowest, written(*high), highest)
        }
    };
    Some(format!("{shown} {}", lang.text(texts::MAP_ALL_FOLLOWS)))
}

/// The sentences; empty if the model was not made from this spec.
pub fn sentences(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
    let says_what = model.shown.reading_says_what();
    // A reading may stand without its figure.
    let what = (!says_what)
        .then(|| texts::figure_told(spec.lang, title(spec, atlas), subtitle(spec, indicator.into(), atlas)));
    let mut sentences: Vec<String> = what.into_iter().collect();
    sentences.extend(model.shown.reading(spec, model, atlas));
    sentences.extend(model.not_final(spec.lang, atlas));
    sentences
}
