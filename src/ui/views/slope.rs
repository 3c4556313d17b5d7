//! Below: values at two dates. Pointing highlights a territory on the map, a click selects it.

use std::sync::Arc;

use egui::Ui;

use crate::document::SlopeSpec;
use crate::engine::{Action, State, figure_error};
use crate::figure::Warned;
use crate::figure::slope::{SlopeModel, SlopeView, compares_with_ats, places_key, subtitle};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, reference_name};
use crate::i18n::texts;
use crate::ui::panels::chart::{InPanel, beside_text, in_panel, nothing};
use crate::ui::panels::{ViewResponse, choose_ui};
use crate::ui::scene_painter::{Look, SceneMemory, show};
use crate::ui::widgets::{drop_down, heading, remark, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct SlopeMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: SlopeSpec,
    model: Result<Warned<SlopeModel>, String>,
    laid_out: Option<InPanel<SlopeView>>,
}

impl Computed {
    fn new(state: &State, spec: SlopeSpec) -> Self {
        let model = SlopeModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(spec.lang, &error));
        Self { of: Arc::clone(&state.model), spec, model, laid_out: None }
    }
}

/// The slopes, the earlier date, and what must be known of them. `hovered` is the unit under the pointer on the map.
pub(crate) fn slope_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut SlopeMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let spec = state.document.view::<SlopeSpec>().cloned();
    let (Some(spec), Some(caption)) = (spec, state.caption()) else {
        // What was published has dates, and no computed values to draw between them.
        nothing(ui, lang.text(texts::SLOPE_PUBLISHED));
        return ViewResponse::default();
    };
    let SlopeMemory { computed, scene: painted } = memory;
    let fresh = |known: &Computed| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec;
    let cached = computed.take().filter(fresh);
    let computed = computed.insert(cached.unwrap_or_else(|| Computed::new(state, spec.clone())));
    let Computed { model, laid_out, .. } = computed;
    let mut action = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.pick(caption.name));
        let dates = atlas.dates_of(&spec.indicator);
        let earlier: Vec<_> = dates.into_iter().filter(|date| *date < spec.to).collect();
        if earlier.is_empty() {
            small(ui, lang.text(texts::SLOPE_ONE_DATE));
            return;
        }
        small(ui, subtitle(&spec, caption));
        small(ui, lang.pick(caption.unit));
        let set = |spec: SlopeSpec| Action::SetView(Box::new(spec.into()));
        if earlier.len() > 1 {
            let name = lang.text(texts::SLOPE_FROM);
            let options = earlier.iter().map(|date| (*date, reference_name(lang, caption.stated(*date))));
            small(ui, name);
            let picked = drop_down(ui, name, options, spec.from, ui.available_width() - 8.0);
            action = picked.map(|from| set(SlopeSpec { from, ..spec.clone() }));
        }
        let mut ats = spec.ats;
        if compares_with_ats(&spec, caption)
            && ui.checkbox(&mut ats, lang.text(texts::SLOPE_WITH_ATS)).changed()
        {
            action = Some(set(SlopeSpec { ats, ..spec.clone() }));
        }
        if spec.selected.is_empty() {
            action = choose_ui(ui, state, texts::SLOPE_CHOOSE).or(action.take());
        }
        match &*model {
            Ok(model) => {
                for found in &model.remarks {
                    remark(ui, lang, found);
                }
                if model.value.shows_places() {
                    small(ui, places_key(lang, &model.value));
                }
            }
            Err(why) => {
                small(ui, why);
            }
        }
        if let Some(note) = caption.note {
            small(ui, lang.pick(note));
        }
    };
    let seen = beside_text(ui, "slope_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let (scene, ()) = in_panel(ui, laid_out, &prepared)?;
        let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
        Some(show(ui, scene, painted, Look { vision: state.vision, highlighted }))
    });
    let Some(seen) = seen else { return ViewResponse { action, pointed: None } };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    ViewResponse { action: seen.clicked.map(|code| Action::Choose(vec![code])).or(action), pointed }
}
