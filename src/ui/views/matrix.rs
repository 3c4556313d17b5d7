//! Below: the correlations among several indicators.

use std::sync::Arc;

use egui::Ui;

use crate::document::{Coefficient, MatrixSpec};
use crate::engine::{Action, State, figure_error, scatter_of_cell};
use crate::figure::matrix::{MatrixModel, MatrixView, height, own_notes, subtitle};
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
pub(crate) struct MatrixMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: MatrixSpec,
    model: Result<Warned<MatrixModel>, String>,
    laid_out: Option<InPanel<MatrixView>>,
}

/// The cells, and how they are made. No cell is a unit of the map, so none is pointed at; a click on one opens its scatterplot.
pub(crate) fn matrix_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut MatrixMemory,
    _: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let Some(spec) = state.document.view::<MatrixSpec>().cloned() else {
        nothing(ui, lang.text(texts::MATRIX_NOTHING));
        return ViewResponse::default();
    };
    let MatrixMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = MatrixModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut next = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.text(texts::MATRIX_TITLE));
        let (model, remarks) = match &*model {
            Ok(Warned { value, remarks }) => (value, remarks),
            Err(why) => {
                small(ui, why);
                return;
            }
        };
        small(ui, subtitle(&spec));
        let options =
            [(Coefficient::Spearman, texts::MATRIX_SPEARMAN), (Coefficient::Pearson, texts::MATRIX_PEARSON)];
        let options = options.map(|(one, name)| (one, lang.text(name).to_owned()));
        next = segmented(ui, options, spec.coefficient)
            .map(|coefficient| MatrixSpec { coefficient, ..spec.clone() });
        let mut by_likeness = spec.by_likeness;
        if ui.checkbox(&mut by_likeness, lang.text(texts::MATRIX_BY_LIKENESS)).changed() {
            next = Some(MatrixSpec { by_likeness, ..spec.clone() });
        }
        for found in remarks {
            remark(ui, lang, found);
        }
        for note in own_notes(&spec, model) {
            small(ui, note);
        }
    };
    let seen = beside_text(ui, "matrix_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let tall = height(model, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted: None };
        scrolled(ui, "matrix_rows", laid_out, &prepared, tall, painted, look)
    });
    let clicked = seen.and_then(|seen| seen.clicked);
    let opened = clicked.and_then(|cell| scatter_of_cell(&spec, cell.as_str(), state));
    let opened = opened.map(|scatter| Action::OpenView(Box::new(scatter.into())));
    ViewResponse { action: opened.or(next.map(|spec| Action::SetView(Box::new(spec.into())))), pointed: None }
}
