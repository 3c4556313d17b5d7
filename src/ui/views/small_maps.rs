//! Below: small maps. Pointing highlights a territory on all of them and on the large map, a click selects it.

use std::sync::Arc;

use egui::Ui;

use crate::document::{SmallMapsOf, SmallMapsSpec};
use crate::engine::{Action, State, figure_error};
use crate::figure::small_maps::{SmallMapsModel, SmallMapsView, height, own_notes, subtitle, title};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned};
use crate::i18n::texts;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{InPanel, beside_text, nothing, scrolled_with};
use crate::ui::scene_painter::{Ask, Look, SceneMemory};
use crate::ui::theme::text_size;
use crate::ui::widgets::{heading, remark, segmented, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct SmallMapsMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: SmallMapsSpec,
    model: Result<Warned<SmallMapsModel>, String>,
    laid_out: Option<InPanel<SmallMapsView>>,
}

/// The maps, and what must be known of them. `hovered` is the unit under the pointer on the large map.
pub(crate) fn small_maps_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut SmallMapsMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let Some(spec) = state.document.view::<SmallMapsSpec>().cloned() else {
        nothing(ui, lang.text(texts::SMALL_MAPS_PUBLISHED));
        return ViewResponse::default();
    };
    let atlas = &state.bundle.atlas;
    let SmallMapsMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = SmallMapsModel::new(&spec, state.bundle.sources());
        let model = model.map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut action = None;
    let text = |ui: &mut Ui| {
        heading(ui, &title(&spec, atlas));
        let by_date = matches!(spec.of, SmallMapsOf::Dates { .. });
        let options = [(true, texts::SMALL_MAPS_BY_DATE), (false, texts::SMALL_MAPS_BY_INDICATOR)];
        let options = options.map(|(one, name)| (one, lang.text(name).to_owned()));
        if segmented(ui, options, by_date).is_some() {
            let mut turned = spec.turned(atlas);
            if let SmallMapsOf::Dates { indicator, .. } = &mut turned.of {
                // Back to what the window is about.
                indicator.clone_from(&state.document.map.indicator);
            }
            action = Some(Action::SetView(Box::new(turned.into())));
        }
        let (model, remarks) = match &*model {
            Ok(Warned { value, remarks }) => (value, remarks),
            Err(why) => {
                small(ui, why);
                return;
            }
        };
        small(ui, subtitle(&spec, model, atlas));
        for found in remarks {
            remark(ui, lang, found);
        }
        for note in own_notes(&spec, model, atlas) {
            small(ui, note);
        }
    };
    let seen = beside_text(ui, "small_maps_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
        let width = f64::from(ui.available_width());
        let tall = height(model, width, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted };
        let ask = Ask { everywhere: true, ..Ask::default() };
        scrolled_with(ui, "small_maps_rows", laid_out, &prepared, tall, painted, look, ask)
    });
    let Some(seen) = seen else { return ViewResponse { action, pointed: None } };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    // The line before a break is no territory.
    let clicked = seen.clicked.filter(|code| atlas.territories.find(code).is_some());
    ViewResponse { action: clicked.map(|code| Action::Choose(vec![code])).or(action), pointed }
}
