//! Below: the territories from the highest value, on a scale with the ATS. Pointing lights a territory up on the map,
//! dragging over rows chooses them.

mod marks;
mod rows;

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{Role, Ui, WidgetInfo};

use super::ViewResponse;
use super::chart::beside_text;
use crate::base::{Level, Warned};
use crate::data::{Caption, Reference};
use crate::document::RankingSpec;
use crate::engine::{Action, State, figure_error, ranking_spec};
use crate::figure::ranking::{RankingModel, subtitle};
use crate::figure::{MapModel, Scale, reference_label};
use crate::i18n::{Lang, texts};
use crate::ui::widgets::{drop_down, heading, remark, small};

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

/// What is worked out once for a map and a spec.
struct Computed {
    of: Arc<MapModel>,
    spec: RankingSpec,
    model: Result<Ranking, String>,
}

/// The numbers, and the scale they all stand on.
struct Ranking {
    model: Warned<RankingModel>,
    scale: Option<Scale>,
}

impl Computed {
    fn new(state: &State, spec: RankingSpec) -> Self {
        let model = RankingModel::new(&spec, &state.bundle.atlas)
            .map_err(|error| figure_error(state.settings.lang, &error));
        let model = model.map(|model| {
            let scale = model.value.scale(model.value.rows.iter(), TICKS);
            Ranking { model, scale }
        });
        Self { of: state.model.clone(), spec, model }
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
    let Some(caption) = state.caption() else { return ViewResponse::default() };
    let references = state.bundle.atlas.references(caption.id).unwrap_or_default();
    let spec = ranking_spec(state);
    let fresh = |c: &Computed| Arc::ptr_eq(&c.of, &state.model) && c.spec == spec;
    let kept = computed.take().filter(fresh);
    let computed = computed.insert(kept.unwrap_or_else(|| Computed::new(state, spec)));
    let mut asked = None;
    let text = |ui: &mut Ui| {
        heading(ui, state.settings.lang.pick(caption.name));
        asked = match caption.as_published {
            true => pick_reference(ui, &computed.spec, &references),
            false => toggle_range(ui, &computed.spec, state.settings.ranking_range),
        };
        beside(ui, computed, caption);
    };
    let rows = beside_text(ui, "ranking_text", text, |ui| match &computed.model {
        Ok(ranking) => rows::rows_ui(ui, state, caption, ranking, dragged, hovered),
        Err(_) => ViewResponse::default(),
    });
    ViewResponse { action: asked.or(rows.action), ..rows }
}

fn pick_reference(ui: &mut Ui, spec: &RankingSpec, references: &[Reference]) -> Option<Action> {
    if references.len() < 2 {
        return None;
    }
    let options = references.iter().map(|at| (*at, reference_label(spec.lang, *at)));
    let (name, width) = (spec.lang.text(texts::PUBLISHED_AT), ui.available_width() - 8.0);
    drop_down(ui, name, options, spec.at, width).map(Action::SetPublishedAt)
}

fn toggle_range(ui: &mut Ui, spec: &RankingSpec, mut range: bool) -> Option<Action> {
    let toggle = egui::Checkbox::new(&mut range, spec.lang.text(texts::RANKING_RANGE));
    let toggle = ui.add_enabled(spec.level != Level::Comuni, toggle);
    let toggle = toggle.on_disabled_hover_text(spec.lang.text(texts::RANKING_NO_RANGE));
    toggle.changed().then_some(Action::SetRankingRange(range))
}

/// What is ranked, and what must be known.
fn beside(ui: &mut Ui, computed: &Computed, caption: Caption<'_>) {
    let Computed { spec, model, .. } = computed;
    let lang = spec.lang;
    let ranking = match model {
        Ok(ranking) => ranking,
        Err(why) => {
            small(ui, why);
            return;
        }
    };
    small(ui, subtitle(spec, &ranking.model.value, caption));
    small(ui, lang.pick(caption.unit));
    if spec.has_range() {
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
    for found in &ranking.model.diagnostics {
        remark(ui, found);
    }
    let printed = [Some(caption.source).filter(|_| caption.as_published), caption.note];
    for text in printed.into_iter().flatten() {
        small(ui, lang.pick(text));
    }
    small(ui, lang.text(texts::RANKING_HINT));
}

/// The name of the whole view, for who cannot see it.
fn name(ui: &Ui, lang: Lang, caption: Caption<'_>, rect: egui::Rect) {
    let label = texts::ranking_name(lang, lang.pick(caption.short));
    let response = ui.interact(rect, ui.scope_id().with("ranking"), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &label));
}

/// The rows between two, whichever comes first.
fn between((a, b): (usize, usize)) -> RangeInclusive<usize> {
    a.min(b)..=a.max(b)
}
