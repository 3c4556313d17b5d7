//! The kind of map, and its other date or indicator.

use egui::Ui;

use crate::analysis::{Algorithm, Benchmark, Growth, HORIZON, Projected, basis};
use crate::data::{Indicator, Kind, Overlap, Polarity, Scale};
use crate::document::{ElementKind, LocalTest, MapKind};
use crate::engine::guide::Topic;
use crate::engine::{Action, State};
use crate::figure::Asked;
use crate::figure::registry::{how_to_read, name as view_name};
use crate::i18n::{Lang, texts};
use crate::stats::compare::Basis;
use crate::stats::index::Method;
use crate::stats::intervals::Confidence;
use crate::stats::space::Neighbours;
use crate::ui::how_to_read::how_to_read_ui;
use crate::ui::search_list::{by_theme, indicator_list};
use crate::ui::theme::SPACE;
use crate::ui::widgets::{button_at_the_end, drop_down, field_when_left, small};

/// The kinds, without their data.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Value,
    Change,
    Two,
    Significance,
    Clusters,
    Groups,
    Residuals,
    Index,
    Smoothed,
    Quotient,
    Trend,
    Future,
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
        MapKind::Clusters { .. } => Sort::Clusters,
        MapKind::Groups { .. } => Sort::Groups,
        MapKind::Residuals { .. } => Sort::Residuals,
        MapKind::Index { .. } => Sort::Index,
        MapKind::Smoothed { .. } => Sort::Smoothed,
        MapKind::Quotient => Sort::Quotient,
        MapKind::Trend => Sort::Trend,
        MapKind::Future { .. } => Sort::Future,
    };
    let sorts = [
        (Sort::Value, texts::KIND_VALUE),
        (Sort::Change, texts::KIND_CHANGE),
        (Sort::Two, texts::KIND_TWO),
        (Sort::Significance, texts::KIND_SIGNIFICANCE),
        (Sort::Clusters, texts::KIND_CLUSTERS),
        (Sort::Groups, texts::KIND_GROUPS),
        (Sort::Residuals, texts::KIND_RESIDUALS),
        (Sort::Index, texts::KIND_INDEX),
        (Sort::Smoothed, texts::KIND_SMOOTHED),
        (Sort::Quotient, texts::KIND_QUOTIENT),
        (Sort::Trend, texts::KIND_TREND),
        (Sort::Future, texts::KIND_FUTURE),
    ];
    // What the scale of the indicator does not allow is not offered.
    let scale = state.indicator().map_or(Scale::Quantity, |indicator| indicator.kind.scale());
    let allowed = |of: Sort| match of {
        Sort::Value => true,
        Sort::Change => Asked::Differences.is_allowed(scale),
        Sort::Two => Asked::Two.is_allowed(scale),
        Sort::Significance | Sort::Smoothed => state.indicator().is_some_and(|own| basis(own).is_ok()),
        Sort::Quotient => state.indicator().is_some_and(|own| basis(own) == Ok(Basis::Part)),
        Sort::Clusters | Sort::Groups | Sort::Residuals | Sort::Trend => scale == Scale::Quantity,
        // An index needs to know what is good; who has to say it first does so in the analysis.
        Sort::Index => state.indicator().is_some_and(|own| own.polarity != Polarity::Neither),
        Sort::Future => Projected::is_possible(&state.bundle.atlas),
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
        MapKind::Clusters { neighbours, test } => clusters_ui(ui, state, *neighbours)
            .map(|neighbours| MapKind::Clusters { neighbours, test: *test }),
        MapKind::Groups { with, algorithm, k, seed, names } => groups_ui(ui, state, with, *algorithm, *k)
            // Other groups are called otherwise.
            .map(|(with, algorithm, k)| (with, algorithm, k, Vec::new()))
            .or_else(|| names_ui(ui, state, names).map(|names| (with.clone(), *algorithm, *k, names)))
            .map(|(with, algorithm, k, names)| MapKind::Groups { with, algorithm, k, seed: *seed, names }),
        MapKind::Residuals { by } => {
            small(ui, lang.text(texts::RESIDUALS_BY));
            with_ui(ui, state, by, |_| true).map(|by| MapKind::Residuals { by })
        }
        MapKind::Index { with, method, worse, declared, seed } => index_ui(ui, state, with, *method, *worse)
            .map(|(with, method, worse)| MapKind::Index {
                with,
                method,
                worse,
                declared: declared.clone(),
                seed: *seed,
            }),
        MapKind::Smoothed { neighbours } => smoothed_ui(ui, lang, *neighbours),
        MapKind::Quotient | MapKind::Trend => None,
        MapKind::Future { measure, years } => {
            future_ui(ui, lang, *measure, *years).map(|(measure, years)| MapKind::Future { measure, years })
        }
    };
    let mut kept = None;
    if state.document.map.kind.is_result() && state.document.published.is_none() {
        let button = ui.button(lang.text(texts::ANALYSIS_KEEP));
        kept = button.on_hover_text(lang.text(texts::KEEP_TIP)).clicked().then_some(Action::KeepResult);
    }
    let begun = picked.and_then(|sort| begin(state, sort));
    let changed = asked.or(begun).map(|kind| Action::map(&state.document.map, |map| map.kind = kind));
    changed.or(kept).or(how)
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
        Sort::Clusters => MapKind::Clusters { neighbours: Neighbours::default(), test: LocalTest::default() },
        Sort::Groups => {
            let first = state.indicator()?;
            let apart = candidates(state)
                .filter(|other| is_quantity(other) && first.overlap(other) == Overlap::Apart);
            let with: Vec<String> = apart.take(2).map(|other| other.id.clone()).collect();
            let (algorithm, seed) = (Algorithm::default(), LocalTest::default().seed);
            MapKind::Groups { with, algorithm, k: None, seed, names: Vec::new() }
        }
        Sort::Residuals => {
            let first = state.indicator()?;
            let apart = |other: &&Indicator| is_quantity(other) && first.overlap(other) == Overlap::Apart;
            MapKind::Residuals { by: vec![candidates(state).find(apart)?.id.clone()] }
        }
        Sort::Index => {
            let first = state.indicator()?;
            let judged = candidates(state).filter(|other| {
                is_quantity(other)
                    && other.polarity != Polarity::Neither
                    && first.overlap(other) == Overlap::Apart
            });
            MapKind::Index {
                with: judged.take(2).map(|other| other.id.clone()).collect(),
                method: Method::default(),
                worse: first.polarity == Polarity::HigherIsWorse,
                declared: Vec::new(),
                seed: LocalTest::default().seed,
            }
        }
        Sort::Smoothed => MapKind::Smoothed { neighbours: None },
        Sort::Quotient => MapKind::Quotient,
        Sort::Trend => MapKind::Trend,
        Sort::Future => MapKind::Future { measure: Growth::default(), years: HORIZON as u8 },
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

/// Towards what rates are drawn: that of all territories, or that of the neighbours.
fn smoothed_ui(ui: &mut Ui, lang: Lang, neighbours: Option<Neighbours>) -> Option<MapKind> {
    let name = lang.text(texts::SMOOTHED_TOWARDS);
    small(ui, name);
    let mut offered = vec![None, Some(Neighbours::Queen)];
    // Another rule comes from the command line, and stays until it is changed.
    if !offered.contains(&neighbours) {
        offered.push(neighbours);
    }
    let named = offered.into_iter().map(|of| {
        (of, of.map_or_else(|| lang.text(texts::SMOOTHED_ALL).to_owned(), |rule| lang.neighbours(rule)))
    });
    let width = ui.available_width() - SPACE[3];
    drop_down(ui, name, named, neighbours, width).map(|neighbours| MapKind::Smoothed { neighbours })
}

fn is_quantity(indicator: &Indicator) -> bool {
    indicator.kind.scale() == Scale::Quantity && indicator.kind != Kind::Count
}

/// Who counts as a neighbour.
fn clusters_ui(ui: &mut Ui, state: &State, neighbours: Neighbours) -> Option<Neighbours> {
    let lang = state.settings.lang;
    let width = ui.available_width() - SPACE[3];
    small(ui, lang.text(texts::NEIGHBOURS));
    let mut offered = vec![Neighbours::Queen, Neighbours::Rook, Neighbours::Nearest(5)];
    // Another rule comes from the command line, and stays until it is changed.
    if !offered.contains(&neighbours) {
        offered.push(neighbours);
    }
    let offered = offered.into_iter().map(|rule| (rule, lang.neighbours(rule)));
    drop_down(ui, lang.text(texts::NEIGHBOURS), offered, neighbours, width)
}

/// The other indicators, the method and the number of groups.
fn groups_ui(
    ui: &mut Ui,
    state: &State,
    with: &[String],
    algorithm: Algorithm,
    k: Option<usize>,
) -> Option<(Vec<String>, Algorithm, Option<usize>)> {
    const MOST: usize = 8;
    let lang = state.settings.lang;
    let width = ui.available_width() - SPACE[3];
    small(ui, lang.text(texts::GROUPS_WITH));
    let changed = with_ui(ui, state, with, |_| true);
    small(ui, lang.text(texts::GROUPS_METHOD));
    let methods = Algorithm::ALL.map(|one| (one, lang.algorithm(one).to_owned()));
    let method = drop_down(ui, lang.text(texts::GROUPS_METHOD), methods, algorithm, width);
    small(ui, lang.text(texts::GROUPS_COUNT));
    let auto = (None, lang.text(texts::GROUPS_COUNT_AUTO).to_owned());
    let counts = std::iter::once(auto).chain((2..=MOST).map(|k| (Some(k), k.to_string())));
    let count = drop_down(ui, lang.text(texts::GROUPS_COUNT), counts, k, width);
    let is_changed = changed.is_some() || method.is_some() || count.is_some();
    is_changed
        .then(|| (changed.unwrap_or_else(|| with.to_vec()), method.unwrap_or(algorithm), count.unwrap_or(k)))
}

/// The names of the groups, each in a field that shows what sets the group apart until it is named.
fn names_ui(ui: &mut Ui, state: &State, names: &[String]) -> Option<Vec<String>> {
    let lang = state.settings.lang;
    small(ui, lang.text(texts::GROUPS_NAMES));
    let mut changed = None;
    for (group, shown) in state.model.names.iter().enumerate() {
        let own = names.get(group).cloned().unwrap_or_default();
        // The groups are looked for again where a name is taken over, so not at every letter.
        let id = egui::Id::unique(("group_name", group));
        let spoken = texts::group_field(lang, group + 1);
        let width = ui.available_width() - SPACE[3];
        let (_, typed) = field_when_left(ui, id, &spoken, &own, |edit| {
            edit.hint_text(lang.pick(shown)).desired_width(width)
        });
        if let Some(typed) = typed {
            let mut all = names.to_vec();
            all.resize(state.model.names.len(), String::new());
            all[group] = typed;
            changed = Some(all);
        }
    }
    changed
}

/// The other indicators of a kind that puts several together: each can be removed but the last, and others added.
pub(crate) fn with_ui(
    ui: &mut Ui,
    state: &State,
    with: &[String],
    is_offered: impl Fn(&Indicator) -> bool,
) -> Option<Vec<String>> {
    let lang = state.settings.lang;
    let catalogue = &state.bundle.atlas.catalogue;
    let mut changed = None;
    for (at, id) in with.iter().enumerate() {
        let name = catalogue.get(id).map_or(id.as_str(), |own| lang.pick(&own.name));
        let removed = ui.push_id(("with", at), |ui| {
            ui.horizontal_wrapped(|ui| {
                let button = ui.small_button("×").on_hover_text(lang.text(texts::GROUPS_REMOVE));
                ui.label(name);
                button.clicked()
            })
        });
        if removed.inner.inner && with.len() > 1 {
            let mut fewer = with.to_vec();
            fewer.remove(at);
            changed = Some(fewer);
        }
    }
    let add = lang.text(texts::GROUPS_ADD);
    let added = indicator_list(ui, state, add, add, None, || {
        let free = candidates(state)
            .filter(|own| own.kind.scale() == Scale::Quantity && !with.contains(&own.id) && is_offered(own));
        by_theme(state, &free.collect::<Vec<_>>())
    });
    if let Some(added) = added {
        changed = Some(with.iter().cloned().chain([added]).collect());
    }
    changed
}

/// The other indicators, the method, and what more of the index means.
fn index_ui(
    ui: &mut Ui,
    state: &State,
    with: &[String],
    method: Method,
    worse: bool,
) -> Option<(Vec<String>, Method, bool)> {
    let lang = state.settings.lang;
    let width = ui.available_width() - SPACE[3];
    small(ui, lang.text(texts::GROUPS_WITH));
    let changed = with_ui(ui, state, with, |own| own.polarity != Polarity::Neither);
    small(ui, lang.text(texts::INDEX_METHOD));
    let methods = Method::ALL.map(|one| (one, lang.index_method(one).to_owned()));
    let picked = drop_down(ui, lang.text(texts::INDEX_METHOD), methods, method, width);
    let mut is_worse = worse;
    let is_turned = ui.checkbox(&mut is_worse, lang.text(texts::INDEX_WORSE)).changed();
    let is_changed = changed.is_some() || picked.is_some() || is_turned;
    is_changed.then(|| (changed.unwrap_or_else(|| with.to_vec()), picked.unwrap_or(method), is_worse))
}

/// What is forecast, and how far ahead.
fn future_ui(ui: &mut Ui, lang: Lang, measure: Growth, years: u8) -> Option<(Growth, u8)> {
    let width = ui.available_width() - SPACE[3];
    small(ui, lang.text(texts::FORECAST_MEASURE));
    let shown = Growth::SHOWN.map(|one| (one, lang.growth(one)));
    let picked = drop_down(ui, lang.text(texts::FORECAST_MEASURE), shown, measure, width);
    small(ui, lang.text(texts::FUTURE_YEARS));
    let reach = (1..=HORIZON as u8).map(|years| (years, years.to_string()));
    let ahead = drop_down(ui, lang.text(texts::FUTURE_YEARS), reach, years, width);
    (picked.is_some() || ahead.is_some()).then(|| (picked.unwrap_or(measure), ahead.unwrap_or(years)))
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
