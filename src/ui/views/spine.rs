//! Below: the profile of the first territory that is chosen. A click on a row shows its indicator on the map.

use std::sync::Arc;

use egui::Ui;

use crate::base::Level;
use crate::document::{SpinePeers, SpineSpec};
use crate::engine::{Action, State, figure_error};
use crate::figure::spine::{SpineModel, SpineView, height, subtitle};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned};
use crate::i18n::texts;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{InPanel, beside_text, nothing, scrolled};
use crate::ui::scene_painter::{Look, SceneMemory};
use crate::ui::theme::text_size;
use crate::ui::widgets::{heading, remark, segmented, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct SpineMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: SpineSpec,
    model: Result<Warned<SpineModel>, String>,
    laid_out: Option<InPanel<SpineView>>,
}

/// The rows, and among whom the territory is seen.
pub(crate) fn spine_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut SpineMemory,
    _: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let Some(spec) = state.document.view::<SpineSpec>().cloned() else {
        nothing(ui, lang.text(texts::SPINE_NOTHING));
        return ViewResponse::default();
    };
    // In the window all rows are shown, one below the other.
    let spec = SpineSpec { part: 1, ..spec };
    let SpineMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = SpineModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut action = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.text(texts::TAB_SPINE));
        let (model, remarks) = match &*model {
            Ok(Warned { value, remarks }) => (value, remarks),
            Err(why) => {
                small(ui, why);
                return;
            }
        };
        small(ui, subtitle(lang, model));
        if model.level == Level::Comuni {
            let options = [(SpinePeers::Near, texts::SPINE_NEAR), (SpinePeers::Level, texts::SPINE_LEVEL)];
            let options = options.map(|(peers, name)| (peers, lang.text(name).to_owned()));
            action = segmented(ui, options, spec.peers)
                .map(|peers| Action::SetView(Box::new(SpineSpec { peers, ..spec.clone() }.into())));
        }
        if spec.selected.is_empty() {
            small(ui, lang.text(texts::SPINE_CHOOSE));
        }
        small(ui, lang.text(texts::SPINE_CLICK));
        small(ui, lang.text(texts::SPINE_NOTE));
        for found in remarks {
            remark(ui, lang, found);
        }
    };
    let clicked = beside_text(ui, "spine_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let tall = height(model, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted: None };
        scrolled(ui, "spine_rows", laid_out, &prepared, tall, painted, look)?.clicked
    });
    let shown = clicked.map(|code| Action::SetIndicator(code.as_str().to_owned()));
    ViewResponse { action: shown.or(action), pointed: None }
}
