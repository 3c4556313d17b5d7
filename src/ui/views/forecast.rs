//! Below: the residents of a territory in the coming years.

use std::sync::Arc;

use egui::Ui;

use crate::analysis::Growth;
use crate::data::{Indicator, Scale};
use crate::document::ForecastSpec;
use crate::engine::{Action, State, figure_error};
use crate::figure::forecast::{ForecastModel, ForecastView, counted, limits, subtitle, title};
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

/// What is forecast: a measure of the residents, or the series of an indicator.
#[derive(Clone, PartialEq)]
enum What {
    Measure(Growth),
    Series(String),
}

fn shown(spec: &ForecastSpec) -> What {
    spec.series.clone().map_or(What::Measure(spec.measure), What::Series)
}

/// What can be chosen: the measures, the series of the map's indicator, and the one that is shown.
fn forecasts(spec: &ForecastSpec, own: Option<&Indicator>, state: &State) -> Vec<(What, String)> {
    let lang = state.settings.lang;
    let measures = Growth::SHOWN.map(|measure| (What::Measure(measure), lang.growth(measure)));
    let shown = spec.series.as_deref().and_then(|id| state.bundle.atlas.catalogue.get(id));
    let mut series: Vec<&Indicator> = own.into_iter().chain(shown).collect();
    series.dedup_by(|a, b| a.id == b.id);
    let series = series
        .into_iter()
        .map(|known| (What::Series(known.id.clone()), texts::forecast_series(lang, lang.pick(&known.name))));
    measures.into_iter().chain(series).collect()
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
            Ok(Warned { value, .. }) => Some(value),
            Err(why) => {
                small(ui, why);
                None
            }
        };
        if let Some(model) = model {
            heading(ui, &title(&spec, model));
            small(ui, subtitle(&spec, model));
        }
        let name = lang.text(texts::FORECAST_MEASURE);
        let own = state.indicator().filter(|own| own.kind.scale() == Scale::Quantity);
        let all = forecasts(&spec, own, state);
        let shown = all.iter().position(|(what, _)| *what == shown(&spec)).unwrap_or_default();
        let names = all.iter().enumerate().map(|(at, (_, name))| (at, name.clone()));
        let picked = drop_down(ui, name, names, shown, ui.available_width() - 8.0);
        action = picked.and_then(|at| all.get(at)).map(|(what, _)| {
            let (measure, series) = match what {
                What::Measure(measure) => (*measure, None),
                What::Series(id) => (spec.measure, Some(id.clone())),
            };
            Action::SetView(Box::new(ForecastSpec { measure, series, ..spec.clone() }.into()))
        });
        let Some(model) = model else { return };
        for note in counted(&spec, model).into_iter().chain(limits(&spec, model)) {
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
