//! Below: the territories from the highest value, on a scale with the ATS. Pointing lights a territory up on the map,
//! dragging over rows chooses them.

mod marks;
mod rows;

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{Role, Ui, WidgetInfo};

use super::ViewResponse;
use crate::base::{Level, Warned};
use crate::document::RankingSpec;
use crate::engine::{Action, State, ranking_spec};
use crate::figure::ranking::RankingModel;
use crate::figure::{MapModel, Scale, date_phrase, level_phrase};
use crate::i18n::{fill, texts};
use crate::ui::theme::{SIDE_TEXT_WIDTH, Theme, text_size};
use crate::ui::widgets::{heading, small};

use marks::Mark;

/// About how many ticks the scale has.
const TICKS: usize = 6;

/// What the panel remembers while the program runs.
#[derive(Default)]
pub struct RankingMemory {
    computed: Option<Computed>,
    /// The rows dragged over so far, from the one the button went down on.
    dragged: Option<(usize, usize)>,
}

/// What is worked out once for a map, with or without the ranges of Comuni.
struct Computed {
    of: Arc<MapModel>,
    range: bool,
    model: Result<Ranking, String>,
}

/// The numbers, and the scale they all stand on.
struct Ranking {
    spec: RankingSpec,
    model: Warned<RankingModel>,
    scale: Option<Scale>,
}

impl Computed {
    fn new(state: &State) -> Self {
        let (spec, range) = (ranking_spec(state), state.settings.ranking_range);
        let model = RankingModel::new(&spec, &state.bundle.atlas).map_err(|error| error.to_string());
        let model = model.map(|model| {
            let scale = model.value.scale(model.value.rows.iter(), TICKS);
            Ranking { spec, model, scale }
        });
        Self { of: state.model.clone(), range, model }
    }
}

/// The ranking and what must be known of it beside. `hovered` is the unit pointed at on the map.
pub fn ranking_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut RankingMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let RankingMemory { computed, dragged } = memory;
    let fresh = |c: &Computed| Arc::ptr_eq(&c.of, &state.model) && c.range == state.settings.ranking_range;
    let kept = computed.take().filter(fresh);
    let computed = computed.insert(kept.unwrap_or_else(|| Computed::new(state)));
    let mut out = ViewResponse::default();
    let mut asked = None;
    ui.horizontal_top(|ui| {
        let room = egui::vec2(SIDE_TEXT_WIDTH, ui.available_height());
        ui.allocate_ui_with_layout(room, egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(SIDE_TEXT_WIDTH);
            egui::ScrollArea::vertical().id_salt("ranking_text").auto_shrink([false, false]).show(ui, |ui| {
                asked = beside(ui, state, computed);
            });
        });
        if let Ok(ranking) = &computed.model {
            out = rows::rows_ui(ui, state, ranking, dragged, hovered);
        }
    });
    out.action = asked.or(out.action);
    out
}

/// What is ranked, the ranges of Comuni on request, and what must be known.
fn beside(ui: &mut Ui, state: &State, computed: &Computed) -> Option<Action> {
    let (lang, spec) = (state.settings.lang, &state.spec);
    let indicator = state.indicator()?;
    heading(ui, lang.pick(&indicator.name));
    let ranking = match &computed.model {
        Ok(ranking) => ranking,
        Err(why) => {
            small(ui, why);
            return None;
        }
    };
    let level = level_phrase(lang, spec.level, ranking.spec.method_shown());
    small(ui, format!("{level}, {}", date_phrase(lang, spec.date)));
    small(ui, lang.pick(&indicator.unit));
    let groups = spec.level != Level::Comuni;
    let mut range = computed.range;
    let toggle = egui::Checkbox::new(&mut range, lang.text(texts::RANKING_RANGE));
    ui.add_enabled(groups, toggle).on_disabled_hover_text(lang.text(texts::RANKING_NO_RANGE));
    if ranking.spec.has_range() {
        for (mark, text) in [
            (Mark::Span, texts::RANKING_SPAN),
            (Mark::Mean, texts::METHOD_MEAN),
            (Mark::Value, texts::METHOD_POOLED),
        ] {
            marks::key_line(ui, mark, lang.text(text));
        }
    }
    if ranking.scale.as_ref().is_some_and(|scale| !scale.has_zero()) {
        small(ui, lang.text(texts::AXIS_NOT_FROM_ZERO));
    }
    for remark in &ranking.model.diagnostics {
        ui.label(egui::RichText::new(&remark.message).size(text_size::SMALL).color(Theme::of(ui).warning));
    }
    small(ui, lang.text(texts::RANKING_HINT));
    (range != computed.range).then_some(Action::SetRankingRange(range))
}

/// The name of the whole view, for who cannot see it.
fn name(ui: &Ui, state: &State, rect: egui::Rect) {
    let lang = state.settings.lang;
    let short = state.indicator().map_or("", |indicator| lang.pick(&indicator.short));
    let label = fill(lang.text(texts::RANKING_NAME), &[short]);
    let response = ui.interact(rect, ui.scope_id().with("ranking"), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &label));
}

/// The rows between two, whichever comes first.
fn between((a, b): (usize, usize)) -> RangeInclusive<usize> {
    a.min(b)..=a.max(b)
}
