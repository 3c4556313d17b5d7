//! Below: values at two dates, row by row. Pointing highlights a territory on the map, a click selects it.

use std::sync::Arc;

use egui::Ui;

use crate::document::{DumbbellOrder, DumbbellSpec, SlopeSpec};
use crate::engine::{Action, State, figure_error};
use crate::figure::dumbbell::{DumbbellModel, DumbbellView, height};
use crate::figure::slope::{compares_with_ats, subtitle};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned, reference_name};
use crate::i18n::texts;
use crate::ui::panels::chart::{InPanel, beside_text, nothing, scrolled};
use crate::ui::panels::{ViewResponse, choose_ui};
use crate::ui::scene_painter::{Look, SceneMemory};
use crate::ui::theme::text_size;
use crate::ui::widgets::{drop_down, heading, remark, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct DumbbellMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: DumbbellSpec,
    model: Result<Warned<DumbbellModel>, String>,
    laid_out: Option<InPanel<DumbbellView>>,
}

/// The rows, the earlier date and their order. `hovered` is the unit under the pointer on the map.
pub(crate) fn dumbbell_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut DumbbellMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let spec = state.document.view::<DumbbellSpec>().cloned();
    let (Some(spec), Some(caption)) = (spec, state.caption()) else {
        nothing(ui, lang.text(texts::SLOPE_PUBLISHED));
        return ViewResponse::default();
    };
    let DumbbellMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = DumbbellModel::new(&spec, atlas).map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut action = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.pick(caption.name));
        let slope = &spec.slope;
        let dates = atlas.dates_of(&slope.indicator);
        let earlier: Vec<_> = dates.into_iter().filter(|date| *date < slope.to).collect();
        if earlier.is_empty() {
            small(ui, lang.text(texts::SLOPE_ONE_DATE));
            return;
        }
        small(ui, subtitle(slope, caption));
        small(ui, lang.pick(caption.unit));
        let set = |spec: DumbbellSpec| Action::SetView(Box::new(spec.into()));
        let with = |slope: SlopeSpec| set(DumbbellSpec { slope, order: spec.order });
        let width = ui.available_width() - 8.0;
        if earlier.len() > 1 {
            let name = lang.text(texts::SLOPE_FROM);
            let options = earlier.iter().map(|date| (*date, reference_name(lang, caption.stated(*date))));
            small(ui, name);
            let picked = drop_down(ui, name, options, slope.from, width);
            action = picked.map(|from| with(SlopeSpec { from, ..slope.clone() }));
        }
        let name = lang.text(texts::DUMBBELL_ORDER);
        let options = DumbbellOrder::ALL.map(|order| {
            let text = match order {
                DumbbellOrder::Value => texts::DUMBBELL_BY_VALUE,
                DumbbellOrder::Change => texts::DUMBBELL_BY_CHANGE,
                DumbbellOrder::Name => texts::DUMBBELL_BY_NAME,
            };
            (order, lang.text(text).to_owned())
        });
        small(ui, name);
        if let Some(order) = drop_down(ui, name, options, spec.order, width) {
            action = Some(set(DumbbellSpec { order, ..spec.clone() }));
        }
        let mut ats = slope.ats;
        if compares_with_ats(slope, caption)
            && ui.checkbox(&mut ats, lang.text(texts::SLOPE_WITH_ATS)).changed()
        {
            action = Some(with(SlopeSpec { ats, ..slope.clone() }));
        }
        if slope.selected.is_empty() {
            action = choose_ui(ui, state, texts::SLOPE_CHOOSE).or(action.take());
        }
        match &*model {
            Ok(model) => {
                for found in &model.remarks {
                    remark(ui, lang, found);
                }
            }
            Err(why) => {
                small(ui, why);
            }
        }
        if let Some(note) = caption.note {
            small(ui, lang.pick(note));
        }
    };
    let seen = beside_text(ui, "dumbbell_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
        let tall = height(model, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted };
        scrolled(ui, "dumbbell_rows", laid_out, &prepared, tall, painted, look)
    });
    let Some(seen) = seen else { return ViewResponse { action, pointed: None } };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    ViewResponse { action: seen.clicked.map(|code| Action::Choose(vec![code])).or(action), pointed }
}
