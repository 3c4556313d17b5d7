//! Below: the residents of a territory in the coming years.

use std::sync::Arc;

use egui::Ui;

use crate::analysis::Growth;
use crate::document::ForecastSpec;
use crate::engine::{Action, State, figure_error};
use crate::figure::forecast::{ForecastModel, ForecastView, counted, subtitle, title};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned};
use crate::i18n::texts;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{InPanel, beside_text, in_panel, nothing};
use crate::ui::scene_painter::{Look, SceneMemory, show};
use crate::ui::widgets::{drop_down, heading, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct ForecastMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: ForecastSpec,
    model: Result<Warned<ForecastModel>, String>,
    laid_out: Option<InPanel<ForecastView>>,
}

/// The forecast, what is forecast, and what must be known of it.
pub(crate) fn forecast_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut ForecastMemory,
    _: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let Some(spec) = state.document.view::<ForecastSpec>().cloned() else {
        nothing(ui, lang.text(texts::FORECAST_NONE));
        return ViewResponse::default();
    };
    let ForecastMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = ForecastModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut action = None;
    let text = |ui: &mut Ui| {
        let model = match &*model {
            Ok(Warned { value, .. }) => value,
            Err(why) => {
                small(ui, why);
                return;
            }
        };
        heading(ui, &title(&spec, model));
        small(ui, subtitle(&spec, model));
        let name = lang.text(texts::FORECAST_MEASURE);
        let all = Growth::SHOWN.map(|measure| (measure, lang.growth(measure)));
        let picked = drop_down(ui, name, all, spec.measure, ui.available_width() - 8.0);
        action =
            picked.map(|measure| Action::SetView(Box::new(ForecastSpec { measure, ..spec.clone() }.into())));
        if let Some(note) = counted(&spec, model) {
            small(ui, note);
        }
        for note in lang.forecast_sentences(&model.projected, model.tried_at()) {
            small(ui, note);
        }
    };
    beside_text(ui, "forecast_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let (scene, ()) = in_panel(ui, laid_out, &prepared)?;
        Some(show(ui, scene, painted, Look { vision: state.vision, highlighted: None }))
    });
    ViewResponse { action, pointed: None }
}
