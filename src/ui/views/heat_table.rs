//! Below: territories by indicators. Pointing highlights a territory on the map, a click selects it.

use std::sync::Arc;

use egui::Ui;

use crate::document::HeatTableSpec;
use crate::engine::{Action, State, figure_error};
use crate::figure::heat_table::{HeatTableModel, HeatTableView, height, own_notes, subtitle};
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
pub(crate) struct HeatTableMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: HeatTableSpec,
    model: Result<Warned<HeatTableModel>, String>,
    laid_out: Option<InPanel<HeatTableView>>,
}

/// The rows, and how they are made. `hovered` is the unit under the pointer on the map.
pub(crate) fn heat_table_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut HeatTableMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let Some(spec) = state.document.view::<HeatTableSpec>().cloned() else {
        nothing(ui, lang.text(texts::HEAT_NOTHING));
        return ViewResponse::default();
    };
    let HeatTableMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = HeatTableModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut next = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.text(texts::HEAT_TITLE));
        let (model, remarks) = match &*model {
            Ok(Warned { value, remarks }) => (value, remarks),
            Err(why) => {
                small(ui, why);
                return;
            }
        };
        small(ui, subtitle(&spec, model));
        let mut grouped = spec.grouped;
        if ui.checkbox(&mut grouped, lang.text(texts::HEAT_GROUPED)).changed() {
            next = Some(HeatTableSpec { grouped, part: 1, ..spec.clone() });
        }
        let mut radar = spec.radar;
        let can = model.has_radar();
        let checkbox = egui::Checkbox::new(&mut radar, lang.text(texts::HEAT_RADAR));
        if ui.add_enabled(can, checkbox).changed() {
            next = Some(HeatTableSpec { radar, part: 1, ..spec.clone() });
        }
        for found in remarks {
            remark(ui, lang, found);
        }
        for note in own_notes(&spec, model) {
            small(ui, note);
        }
    };
    let seen = beside_text(ui, "heat_table_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        // In the window all rows are on one page, which scrolls.
        let whole = HeatTableSpec { part: 1, ..spec.clone() };
        let prepared = Prepared { spec: &whole, model, remarks, sources: state.bundle.sources() };
        let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
        let tall = height(model, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted };
        let ask = Ask { everywhere: true, ..Ask::default() };
        scrolled_with(ui, "heat_table_rows", laid_out, &prepared, tall, painted, look, ask)
    });
    let action = next.map(|spec| Action::SetView(Box::new(spec.into())));
    let Some(seen) = seen else { return ViewResponse { action, pointed: None } };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    ViewResponse { action: seen.clicked.map(|code| Action::Choose(vec![code])).or(action), pointed }
}
