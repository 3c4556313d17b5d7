//! The kind of map, and its other date or indicator.

use egui::Ui;

use crate::analysis::{Benchmark, basis};
use crate::data::{Indicator, Kind, Overlap, Scale};
use crate::document::{ElementKind, MapKind};
use crate::engine::guide::Topic;
use crate::engine::{Action, State};
use crate::figure::Asked;
use crate::figure::registry::{how_to_read, name as view_name};
use crate::i18n::texts;
use crate::stats::intervals::Confidence;
use crate::ui::how_to_read::how_to_read_ui;
use crate::ui::search_list::{by_theme, indicator_list};
use crate::ui::theme::SPACE;
use crate::ui::widgets::{button_at_the_end, drop_down, small};

/// The kinds, without their data.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Value,
    Change,
    Two,
    Significance,
}

/// The choice of the kind and, below it, of the other date or indicator.
pub(crate) fn kind_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    let width = ui.available_width() - 8.0;
    let sort = match state.document.map.kind {
        MapKind::Value => Sort::Value,
        MapKind::Change { .. } => Sort::Change,
        MapKind::Two { .. } => Sort::Two,
        MapKind::Significance { .. } => Sort::Significance,
    };
    let sorts = [
        (Sort::Value, texts::KIND_VALUE),
        (Sort::Change, texts::KIND_CHANGE),
        (Sort::Two, texts::KIND_TWO),
        (Sort::Significance, texts::KIND_SIGNIFICANCE),
    ];
    // What the scale of the indicator does not allow is not offered.
    let scale = state.indicator().map_or(Scale::Quantity, |indicator| indicator.kind.scale());
    let allowed = |of: Sort| match of {
        Sort::Value => true,
        Sort::Change => Asked::Differences.is_allowed(scale),
        Sort::Two => Asked::Two.is_allowed(scale),
        Sort::Significance => state.indicator().is_some_and(|indicator| basis(indicator).is_ok()),
    };
    let sorts = sorts.into_iter().filter(|(of, _)| allowed(*of) || *of == sort);
    let sorts = sorts.map(|(sort, text)| (sort, lang.text(text).to_owned()));
    small(ui, lang.text(texts::MAP_KIND));
    let (mut how, mut picked) = (None, None);
    button_at_the_end(
        ui,
        |ui| {
            let (text, _) = how_to_read(ElementKind::Map);
            how = how_to_read_ui(
                ui,
                lang,
                lang.text(view_name(ElementKind::Map)),
                lang.text(text),
                Topic::View(ElementKind::Map),
            );
        },
        |ui| {
            let width = ui.available_width() - SPACE[3];
            picked = drop_down(ui, lang.text(texts::MAP_KIND), sorts, sort, width);
        },
    );
    let asked = match &state.document.map.kind {
        MapKind::Value => None,
        MapKind::Change { from } => {
            small(ui, lang.text(texts::FROM_DATE));
            let others = state.dates().into_iter().filter(|date| *date != state.document.map.date);
            let others = others.map(|date| (date, state.date_name(date)));
            drop_down(ui, lang.text(texts::FROM_DATE), others, *from, width)
                .map(|from| MapKind::Change { from })
        }
        MapKind::Two { second } => {
            small(ui, lang.text(texts::SECOND_INDICATOR));
            second_ui(ui, state, second).map(|second| MapKind::Two { second })
        }
        MapKind::Significance { against, confidence } => significance_ui(ui, state, *against, *confidence),
    };
    let begun = picked.and_then(|sort| begin(state, sort));
    let changed = asked.or(begun).map(|kind| Action::map(&state.document.map, |map| map.kind = kind));
    changed.or(how)
}

/// The initial map of that kind.
fn begin(state: &State, sort: Sort) -> Option<MapKind> {
    Some(match sort {
        Sort::Value => MapKind::Value,
        Sort::Change => {
            let (date, dates) = (state.document.map.date, state.dates());
            let earlier = dates.iter().rev().find(|other| **other < date);
            // At the first date the change is towards the next one; if there is no other date, the engine says so.
            let other = earlier.or_else(|| dates.iter().find(|other| **other > date));
            MapKind::Change { from: other.copied().unwrap_or(date) }
        }
        Sort::Two => {
            let first = state.indicator()?;
            let apart =
                |second: &&Indicator| second.kind != Kind::Count && first.overlap(second) == Overlap::Apart;
            let second = candidates(state).find(apart).or_else(|| candidates(state).next())?;
            MapKind::Two { second: second.id.clone() }
        }
        Sort::Significance => {
            MapKind::Significance { against: Benchmark::Ats, confidence: Confidence::default() }
        }
    })
}

/// What areas are compared with, and how certainly they must differ.
fn significance_ui(
    ui: &mut Ui,
    state: &State,
    against: Benchmark,
    confidence: Confidence,
) -> Option<MapKind> {
    let lang = state.settings.lang;
    let width = ui.available_width() - SPACE[3];
    small(ui, lang.text(texts::AGAINST));
    let has_region = state.indicator().is_some_and(|own| {
        Benchmark::Region.common(&state.bundle.atlas, &own.id, state.document.map.date).is_some()
    });
    let offered = [Benchmark::Ats, Benchmark::Asst, Benchmark::Region];
    let mut offered: Vec<Benchmark> =
        offered.into_iter().filter(|of| *of != Benchmark::Region || has_region || *of == against).collect();
    // A typed value comes from the command line, and stays until another is chosen.
    if !offered.contains(&against) {
        offered.push(against);
    }
    let named = offered.into_iter().map(|of| (of, lang.benchmark(of)));
    let other = drop_down(ui, lang.text(texts::AGAINST), named, against, width);
    small(ui, lang.text(texts::CONFIDENCE));
    let levels = Confidence::ALL.map(|level| (level, lang.confidence(level).to_owned()));
    let level = drop_down(ui, lang.text(texts::CONFIDENCE), levels, confidence, width);
    match (other, level) {
        (None, None) => None,
        (against_now, level_now) => Some(MapKind::Significance {
            against: against_now.unwrap_or(against),
            confidence: level_now.unwrap_or(confidence),
        }),
    }
}

/// The possible second indicators: those with values at the date of the first.
fn candidates(state: &State) -> impl Iterator<Item = &Indicator> {
    let atlas = &state.bundle.atlas;
    let others = atlas.catalogue.indicators().iter().filter(|other| other.id != state.document.map.indicator);
    let others = others.filter(|other| Asked::Two.is_allowed(other.kind.scale()));
    others.filter(|other| atlas.date_beside(other, state.document.map.date).is_some())
}

/// The list of second indicators by theme. It is only built while open, because computing the dates of all of them
/// every frame would be wasteful.
fn second_ui(ui: &mut Ui, state: &State, second: &str) -> Option<String> {
    let lang = state.settings.lang;
    let catalogue = &state.bundle.atlas.catalogue;
    let name = lang.text(texts::SECOND_INDICATOR);
    let shown = catalogue.get(second).map_or("", |indicator| lang.pick(&indicator.name));
    indicator_list(ui, state, name, shown, Some(&second.to_owned()), || {
        by_theme(state, &candidates(state).collect::<Vec<_>>())
    })
}
