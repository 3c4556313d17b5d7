//! Below: all territories and all dates. Pointing highlights a territory on the map, a click selects it.

use std::sync::Arc;

use egui::Ui;

use crate::document::{HeatStripSpec, StripOrder};
use crate::engine::{Action, State, figure_error};
use crate::figure::heat_strip::{HeatStripModel, HeatStripView, height, own_notes, subtitle};
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
pub(crate) struct HeatStripMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: HeatStripSpec,
    model: Result<Warned<HeatStripModel>, String>,
    laid_out: Option<InPanel<HeatStripView>>,
}

/// The strips and their order. `hovered` is the unit under the pointer on the map.
pub(crate) fn heat_strip_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut HeatStripMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let spec = state.document.view::<HeatStripSpec>().cloned();
    let (Some(spec), Some(caption)) = (spec, state.caption()) else {
        nothing(ui, lang.text(texts::STRIP_PUBLISHED));
        return ViewResponse::default();
    };
    let HeatStripMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = HeatStripModel::new(&spec, atlas).map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut action = None;
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
        let orders = [(StripOrder::Value, texts::STRIP_VALUE), (StripOrder::Place, texts::STRIP_PLACE)];
        let orders = orders.map(|(order, name)| (order, lang.text(name).to_owned()));
        action = segmented(ui, orders, spec.order)
            .map(|order| Action::SetView(Box::new(HeatStripSpec { order, ..spec.clone() }.into())));
        for found in remarks {
            remark(ui, lang, found);
        }
        for note in own_notes(&spec, model, caption) {
            small(ui, note);
        }
    };
    let seen = beside_text(ui, "heat_strip_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
        let tall = height(model, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted };
        scrolled(ui, "heat_strip_rows", laid_out, &prepared, tall, painted, look)
    });
    let Some(seen) = seen else { return ViewResponse { action, pointed: None } };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    // The mark of a break is no territory.
    let clicked = seen.clicked.filter(|code| atlas.territories.find(code).is_some());
    ViewResponse { action: clicked.map(|code| Action::Choose(vec![code])).or(action), pointed }
}
