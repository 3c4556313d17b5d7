//! Below: what each member contributes to a change. Pointing highlights a territory on the map, a click selects it.

use std::sync::Arc;

use egui::Ui;

use crate::base::Level;
use crate::document::{ContributionForm, ContributionSpec};
use crate::engine::{Action, State, figure_error};
use crate::figure::contribution::{ContributionModel, ContributionView, height, own_notes, subtitle};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned, reference_name};
use crate::i18n::texts;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{InPanel, beside_text, nothing, scrolled};
use crate::ui::scene_painter::{Look, SceneMemory};
use crate::ui::theme::text_size;
use crate::ui::widgets::{drop_down, heading, remark, segmented, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct ContributionMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: ContributionSpec,
    model: Result<Warned<ContributionModel>, String>,
    laid_out: Option<InPanel<ContributionView>>,
}

/// The waterfall, the earlier date, and what must be known of it. `hovered` is the unit under the pointer on the map.
pub(crate) fn contribution_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut ContributionMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let spec = state.document.view::<ContributionSpec>().cloned();
    let (Some(spec), Some(caption)) = (spec, state.caption()) else {
        nothing(ui, lang.text(texts::SLOPE_PUBLISHED));
        return ViewResponse::default();
    };
    let ContributionMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = ContributionModel::new(&spec, atlas).map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut action = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.pick(caption.name));
        let dates = atlas.dates_of(&spec.indicator);
        let earlier: Vec<_> = dates.into_iter().filter(|date| *date < spec.to).collect();
        if earlier.is_empty() {
            small(ui, lang.text(texts::SLOPE_ONE_DATE));
            return;
        }
        let set = |spec: ContributionSpec| Action::SetView(Box::new(spec.into()));
        if let Ok(Warned { value: model, .. }) = &*model {
            small(ui, subtitle(&spec, model, caption));
            small(ui, lang.pick(caption.unit));
            if model.has_sides() {
                let forms = [
                    (ContributionForm::Members, texts::CONTRIBUTION_MEMBERS),
                    (ContributionForm::Sides, texts::CONTRIBUTION_SIDES),
                ];
                let forms = forms.map(|(form, name)| (form, lang.text(name).to_owned()));
                action = segmented(ui, forms, spec.form)
                    .map(|form| set(ContributionSpec { form, ..spec.clone() }));
            }
            let mut by_comuni = spec.by_comuni;
            if model.level > Level::Ambiti
                && !model.shows_sides(&spec)
                && ui.checkbox(&mut by_comuni, lang.text(texts::CONTRIBUTION_BY_COMUNI)).changed()
            {
                action = Some(set(ContributionSpec { by_comuni, ..spec.clone() }));
            }
        }
        if earlier.len() > 1 {
            let name = lang.text(texts::SLOPE_FROM);
            let options = earlier.iter().map(|date| (*date, reference_name(lang, caption.stated(*date))));
            small(ui, name);
            let picked = drop_down(ui, name, options, spec.from, ui.available_width() - 8.0);
            action = picked.map(|from| set(ContributionSpec { from, ..spec.clone() })).or(action.take());
        }
        if spec.selected.is_empty() {
            small(ui, lang.text(texts::CONTRIBUTION_CHOOSE));
        }
        match &*model {
            Ok(Warned { value: model, remarks }) => {
                for found in remarks {
                    remark(ui, lang, found);
                }
                for note in own_notes(&spec, model, caption) {
                    small(ui, note);
                }
            }
            Err(why) => {
                small(ui, why);
            }
        }
    };
    let seen = beside_text(ui, "contribution_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
        let tall = height(&prepared, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted };
        scrolled(ui, "contribution_rows", laid_out, &prepared, tall, painted, look)
    });
    let Some(seen) = seen else { return ViewResponse { action, pointed: None } };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    // The others together are no territory.
    let clicked = seen.clicked.filter(|code| atlas.territories.find(code).is_some());
    ViewResponse { action: clicked.map(|code| Action::Choose(vec![code])).or(action), pointed }
}
