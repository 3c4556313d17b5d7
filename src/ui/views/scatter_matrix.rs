//! Below: the scatterplots of all pairs of a few indicators. A click on a cell opens its scatterplot, one on a point selects it.

use std::sync::Arc;

use egui::Ui;

use crate::document::ScatterMatrixSpec;
use crate::engine::{Action, State, figure_error, scatter_of_pair};
use crate::figure::scatter_matrix::{ScatterMatrixModel, ScatterMatrixView, height, own_notes, subtitle};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned};
use crate::i18n::texts;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{InPanel, beside_text, nothing, scrolled_with};
use crate::ui::scene_painter::{Ask, Look, SceneMemory};
use crate::ui::theme::text_size;
use crate::ui::widgets::{heading, remark, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct ScatterMatrixMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: ScatterMatrixSpec,
    model: Result<Warned<ScatterMatrixModel>, String>,
    laid_out: Option<InPanel<ScatterMatrixView>>,
}

/// The plots, and how they are read. `hovered` is the unit under the pointer on the map.
pub(crate) fn scatter_matrix_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut ScatterMatrixMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let Some(spec) = state.document.view::<ScatterMatrixSpec>().cloned() else {
        nothing(ui, lang.text(texts::MATRIX_NOTHING));
        return ViewResponse::default();
    };
    let ScatterMatrixMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = ScatterMatrixModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let text = |ui: &mut Ui| {
        heading(ui, lang.text(texts::SCATTER_MATRIX_TITLE));
        let (model, remarks) = match &*model {
            Ok(Warned { value, remarks }) => (value, remarks),
            Err(why) => {
                small(ui, why);
                return;
            }
        };
        small(ui, subtitle(&spec));
        small(ui, lang.text(texts::SCATTER_MATRIX_OPENS));
        for found in remarks {
            remark(ui, lang, found);
        }
        for note in own_notes(&spec, model) {
            small(ui, note);
        }
    };
    let seen = beside_text(ui, "scatter_matrix_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
        let tall = height(model, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted };
        let ask = Ask { everywhere: true, ..Ask::default() };
        scrolled_with(ui, "scatter_matrix_rows", laid_out, &prepared, tall, painted, look, ask)
    });
    let Some(seen) = seen else { return ViewResponse::default() };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    let action = seen.clicked.and_then(|code| match code.as_str().split_once(' ') {
        Some((x, y)) => {
            let of = |id: &str| spec.indicators.iter().find(|one| one.indicator == id);
            let scatter = scatter_of_pair(of(x)?, of(y)?, spec.level, state);
            Some(Action::OpenView(Box::new(scatter.into())))
        }
        None => Some(Action::Choose(vec![code])),
    });
    ViewResponse { action, pointed }
}
