//! Below: the Lorenz curve. Pointing highlights a territory on the map, a click selects it.

use std::sync::Arc;

use egui::Ui;

use crate::document::LorenzSpec;
use crate::engine::{Action, State, figure_error};
use crate::figure::lorenz::{LorenzModel, LorenzView, own_notes, subtitle};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned};
use crate::i18n::texts;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{InPanel, beside_text, in_panel, nothing};
use crate::ui::scene_painter::{Look, SceneMemory, show};
use crate::ui::widgets::{heading, remark, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct LorenzMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: LorenzSpec,
    model: Result<Warned<LorenzModel>, String>,
    laid_out: Option<InPanel<LorenzView>>,
}

/// The figure, and what must be known of it. `hovered` is the unit under the pointer on the map.
pub(crate) fn lorenz_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut LorenzMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let spec = state.document.view::<LorenzSpec>().cloned();
    let Some(caption) = state.caption() else {
        nothing(ui, lang.text(texts::LORENZ_PUBLISHED));
        return ViewResponse::default();
    };
    let Some(spec) = spec else {
        nothing(ui, lang.text(texts::LORENZ_NO_HEADS));
        return ViewResponse::default();
    };
    let LorenzMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = LorenzModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let text = |ui: &mut Ui| {
        heading(ui, lang.pick(caption.name));
        let (model, remarks) = match &*model {
            Ok(Warned { value, remarks }) => (value, remarks),
            Err(why) => {
                small(ui, why);
                return;
            }
        };
        small(ui, subtitle(&spec, model, caption));
        small(ui, lang.pick(caption.unit));
        for note in own_notes(&spec, model) {
            small(ui, note);
        }
        for found in remarks {
            remark(ui, lang, found);
        }
    };
    let seen = beside_text(ui, "lorenz_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let (scene, ()) = in_panel(ui, laid_out, &prepared)?;
        let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
        Some(show(ui, scene, painted, Look { vision: state.vision, highlighted }))
    });
    let Some(seen) = seen else { return ViewResponse::default() };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    ViewResponse { action: seen.clicked.map(|code| Action::Choose(vec![code])), pointed }
}
