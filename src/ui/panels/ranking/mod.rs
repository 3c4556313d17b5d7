//! Below: the territories from the highest value, on a scale with the ATS. Pointing highlights a territory on the
//! map, dragging over rows selects them.

mod key;
mod layout;
mod rows;

use std::sync::Arc;

use egui::Ui;

use super::ViewResponse;
use super::chart::{beside_text, map_colour};
use super::elsewhere::elsewhere_ui;
use super::teach::choose_ui;
use super::threshold::threshold_ui;
use crate::base::Level;
use crate::data::{Caption, Reference};
use crate::document::RankingSpec;
use crate::engine::{Action, State, figure_error};
use crate::figure::Warned;
use crate::figure::quality::in_words;
use crate::figure::ranking::{OnScreen, RankingModel, Span, on_screen, range_names, subtitle};
use crate::figure::{MapModel, reference_label, threshold};
use crate::i18n::texts;
use crate::ui::scene_painter::SceneMemory;
use crate::ui::theme::{LIST_ROW, text_size};
use crate::ui::widgets::{drop_down, heading, remark, segmented, small};

use key::Mark;
use layout::RowsLayout;

/// The approximate number of ticks, for the width of a panel.
const TICKS: usize = 6;

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct RankingMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
    /// The rows dragged over so far, from the one where the button was pressed.
    dragged: Option<(usize, usize)>,
}

/// What is computed once per map and spec.
struct Computed {
    of: Arc<MapModel>,
    spec: RankingSpec,
    model: Result<Warned<RankingModel>, String>,
    layout: Option<RowsLayout>,
}

impl Computed {
    fn new(state: &State, spec: RankingSpec) -> Self {
        let model =
            RankingModel::new(&spec, &state.bundle.atlas).map_err(|error| figure_error(spec.lang, &error));
        Self { of: state.model.clone(), spec, model, layout: None }
    }
}

/// The figure for a panel of this width, laid out again if the width has changed.
fn laid_out<'a>(
    cached: &'a mut Option<RowsLayout>,
    state: &State,
    (spec, model): (&RankingSpec, &RankingModel),
    caption: Caption<'_>,
    width: f32,
) -> Option<&'a RowsLayout> {
    if cached.as_ref().is_none_or(|layout| layout.width != width) {
        let colour_of = |unit| match caption.as_published {
            // No map shows it.
            true => None,
            false => map_colour(state, unit),
        };
        let row = row_height(model);
        let screen = OnScreen {
            width: f64::from(width),
            size: f64::from(text_size::SMALL),
            row: f64::from(row),
            colour_of: &colour_of,
        };
        let layout = on_screen(spec, model, &state.bundle.atlas, &screen).ok().flatten();
        *cached = layout.map(|(scene, places)| RowsLayout { row, width, scene: Arc::new(scene), places });
    }
    cached.as_ref()
}

/// The ranking, with what must be known of it beside. `hovered` is the unit under the pointer on the map.
pub fn ranking_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut RankingMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let RankingMemory { computed, scene, dragged } = memory;
    let Some(caption) = state.caption() else { return ViewResponse::default() };
    let references = state.bundle.atlas.references(caption.id).unwrap_or_default();
    let Some(spec) = state.document.view::<RankingSpec>().cloned() else { return ViewResponse::default() };
    let fresh = |c: &Computed| Arc::ptr_eq(&c.of, &state.model) && c.spec == spec;
    let cached = computed.take().filter(fresh);
    let computed = computed.insert(cached.unwrap_or_else(|| Computed::new(state, spec)));
    let Computed { spec, model, layout, .. } = computed;
    let (spec, model) = (&*spec, &*model);
    let mut asked = None;
    let text = |ui: &mut Ui| {
        heading(ui, state.settings.lang.pick(caption.name));
        asked = match caption.as_published {
            true => published_controls(ui, state, spec, &references),
            false => range_controls(ui, state, spec, caption),
        };
        if let Some(standard) = threshold_ui(ui, spec.lang, "ranking", spec.standard.as_ref()) {
            asked = Some(Action::SetView(Box::new(RankingSpec { standard, ..spec.clone() }.into())));
        }
        if spec.selected.is_empty() && !caption.as_published {
            asked = choose_ui(ui, state, texts::SLOPE_CHOOSE).or(asked.take());
        }
        beside(ui, spec, model, caption);
        if let Some(date) = spec.at.date().filter(|_| !caption.as_published) {
            elsewhere_ui(ui, state, &spec.indicator, date);
        }
        if let (Some(standard), Ok(model)) = (&spec.standard, model) {
            let values: Vec<f64> = model.value.rows.iter().map(|row| row.value).collect();
            small(ui, threshold::sentence(spec.lang, standard, caption));
            for text in threshold::below(spec, standard, &values, &state.bundle.atlas) {
                small(ui, text);
            }
        }
    };
    let rows = beside_text(ui, "ranking_text", text, |ui| {
        let Ok(model) = model else { return ViewResponse::default() };
        let model = &model.value;
        match laid_out(layout, state, (spec, model), caption, rows::width(ui)) {
            Some(layout) => rows::rows_ui(ui, state, caption, (model, layout), scene, dragged, hovered),
            None => ViewResponse::default(),
        }
    });
    ViewResponse { action: asked.or(rows.action), ..rows }
}

/// The year and, where the source prints the least and the greatest of what it gives the mean of, whether they are shown.
fn published_controls(
    ui: &mut Ui,
    state: &State,
    spec: &RankingSpec,
    references: &[Reference],
) -> Option<Action> {
    let asked = pick_reference(ui, spec, references);
    let has_range = state.published().is_some_and(|own| own.range.is_some());
    if !has_range {
        return asked;
    }
    let mut range = spec.range;
    let toggle = ui.checkbox(&mut range, spec.lang.text(texts::PUBLISHED_RANGE_SHOW));
    let set = || Action::SetView(Box::new(RankingSpec { range, ..spec.clone() }.into()));
    asked.or(toggle.changed().then(set))
}

fn pick_reference(ui: &mut Ui, spec: &RankingSpec, references: &[Reference]) -> Option<Action> {
    if references.len() < 2 {
        return None;
    }
    let options = references.iter().map(|at| (*at, reference_label(spec.lang, *at)));
    let (name, width) = (spec.lang.text(texts::PUBLISHED_AT), ui.available_width() - 8.0);
    drop_down(ui, name, options, spec.at, width)
        .map(|at| Action::SetView(Box::new(RankingSpec { at, ..spec.clone() }.into())))
}

/// The height of a row: one of several dates has a line for each.
fn row_height(model: &RankingModel) -> f32 {
    match model.dates.len() {
        0 => LIST_ROW,
        dates => LIST_ROW * 0.75 * dates as f32 + LIST_ROW * 0.3,
    }
}

/// Whether the members of each group are shown, whose they are, and at which other dates.
fn range_controls(ui: &mut Ui, state: &State, spec: &RankingSpec, caption: Caption<'_>) -> Option<Action> {
    let lang = spec.lang;
    let asked = toggle_range(ui, spec);
    if !spec.range || spec.level == Level::Comuni {
        return asked;
    }
    let set = |spec: RankingSpec| Action::SetView(Box::new(spec.into()));
    let mut chosen = None;
    if spec.level > Level::Ambiti {
        let levels = [(Level::Comuni, texts::RANGE_OF_COMUNI), (Level::Ambiti, texts::RANGE_OF_AMBITI)];
        let levels = levels.map(|(level, name)| (level, lang.text(name).to_owned()));
        chosen = segmented(ui, levels, spec.range_of)
            .map(|range_of| set(RankingSpec { range_of, ..spec.clone() }));
    }
    let atlas = &state.bundle.atlas;
    let dates = atlas.dates_of(&spec.indicator);
    let left = dates
        .iter()
        .copied()
        .filter(|date| !spec.range_dates.contains(date) && Some(*date) != spec.at.date());
    let name = |date| reference_label(lang, caption.stated(date));
    let mut options = vec![(None, lang.text(texts::RANGE_ADD_DATE).to_owned())];
    if spec.range_dates.len() + 1 < RankingSpec::MOST_DATES {
        options.extend(left.map(|date| (Some(date), name(date))));
    }
    if options.len() > 1 {
        let title = lang.text(texts::RANGE_DATES);
        small(ui, title);
        if let Some(Some(date)) = drop_down(ui, title, options, None, ui.available_width() - 8.0) {
            let range_dates = spec.range_dates.iter().copied().chain([date]).collect();
            chosen = Some(set(RankingSpec { range_dates, ..spec.clone() }));
        }
    }
    if !spec.range_dates.is_empty() && ui.button(lang.text(texts::RANGE_ONE_DATE)).clicked() {
        chosen = Some(set(RankingSpec { range_dates: Vec::new(), ..spec.clone() }));
    }
    asked.or(chosen)
}

fn toggle_range(ui: &mut Ui, spec: &RankingSpec) -> Option<Action> {
    let mut range = spec.range;
    let toggle = egui::Checkbox::new(&mut range, spec.lang.text(texts::RANKING_RANGE));
    let toggle = ui.add_enabled(spec.level != Level::Comuni, toggle);
    let toggle = toggle.on_disabled_hover_text(spec.lang.text(texts::RANKING_NO_RANGE));
    let set = || Action::SetView(Box::new(RankingSpec { range, ..spec.clone() }.into()));
    toggle.changed().then(set)
}

/// What is ranked, and what must be known.
fn beside(
    ui: &mut Ui,
    spec: &RankingSpec,
    model: &Result<Warned<RankingModel>, String>,
    caption: Caption<'_>,
) {
    let lang = spec.lang;
    let model = match model {
        Ok(model) => model,
        Err(why) => {
            small(ui, why);
            return;
        }
    };
    let mut qualities = model.value.rows.iter().map(|row| row.quality);
    let quality = qualities.next().filter(|first| qualities.all(|other| other == *first)).unwrap_or_default();
    small(ui, in_words(lang, subtitle(spec, &model.value, caption), quality));
    small(ui, lang.pick(caption.unit));
    let members = [
        (Mark::Span, range_names(spec)[0]),
        (Mark::Mean, range_names(spec)[1]),
        (Mark::Value, texts::METHOD_POOLED),
    ];
    let published = |span| [(Mark::Span, span), (Mark::Value, texts::PUBLISHED_MEAN)];
    let keys = match model.value.span {
        Span::None => Vec::new(),
        Span::Members => members.to_vec(),
        Span::Published { has_max: true } => published(texts::PUBLISHED_RANGE).to_vec(),
        Span::Published { has_max: false } => published(texts::PUBLISHED_RANGE_OPEN).to_vec(),
    };
    for (mark, text) in keys {
        key::key_line(ui, mark, lang.text(text));
    }
    if model.value.scale(model.value.rows.iter(), TICKS).is_some_and(|scale| !scale.has_zero()) {
        small(ui, lang.text(texts::AXIS_NOT_FROM_ZERO));
    }
    for found in &model.remarks {
        remark(ui, lang, found);
    }
    let published_notes = [Some(caption.source).filter(|_| caption.as_published), caption.note];
    for text in published_notes.into_iter().flatten() {
        small(ui, lang.pick(text));
    }
    small(ui, lang.text(texts::RANKING_HINT));
}
