//! Below: the territories most like the first that is chosen. A click on a row chooses it.

use std::sync::Arc;

use egui::Ui;

use crate::document::PeersSpec;
use crate::engine::{Action, State, figure_error};
use crate::figure::peers::{PeersModel, PeersView, height, subtitle};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned};
use crate::i18n::texts;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{InPanel, beside_text, nothing, scrolled};
use crate::ui::scene_painter::{Look, SceneMemory};
use crate::ui::theme::text_size;
use crate::ui::widgets::{heading, remark, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct PeersMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: PeersSpec,
    model: Result<Warned<PeersModel>, String>,
    laid_out: Option<InPanel<PeersView>>,
}

/// The rows, the most alike first.
pub(crate) fn peers_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut PeersMemory,
    _: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let Some(spec) = state.document.view::<PeersSpec>().cloned() else {
        nothing(ui, lang.text(texts::PEERS_CHOOSE));
        return ViewResponse::default();
    };
    let PeersMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = PeersModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let text = |ui: &mut Ui| {
        heading(ui, lang.text(texts::TAB_PEERS));
        let (model, remarks) = match &*model {
            Ok(Warned { value, remarks }) => (value, remarks),
            Err(why) => {
                small(ui, why);
                return;
            }
        };
        small(ui, subtitle(lang, model));
        if spec.selected.is_empty() {
            small(ui, lang.text(texts::PEERS_CHOOSE));
        }
        small(ui, lang.text(texts::PEERS_CLICK));
        for found in remarks {
            remark(ui, lang, found);
        }
    };
    let clicked = beside_text(ui, "peers_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let tall = height(model, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted: None };
        scrolled(ui, "peers_rows", laid_out, &prepared, tall, painted, look)?.clicked
    });
    ViewResponse { action: clicked.map(|code| Action::Choose(vec![code])), pointed: None }
}
