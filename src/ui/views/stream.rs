//! Below: the parts of a total at all dates. Pointing highlights a territory on the map, a click selects it.

use std::sync::Arc;

use egui::Ui;

use crate::base::Level;
use crate::document::{StreamForm, StreamSpec};
use crate::engine::{Action, State, figure_error};
use crate::figure::stream::{StreamModel, StreamView, height, own_notes, subtitle};
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
pub(crate) struct StreamMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: StreamSpec,
    model: Result<Warned<StreamModel>, String>,
    laid_out: Option<InPanel<StreamView>>,
}

/// The stream, its form, and what must be known of it. `hovered` is the unit under the pointer on the map.
pub(crate) fn stream_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut StreamMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let spec = state.document.view::<StreamSpec>().cloned();
    let found = spec.and_then(|spec| Some((atlas.caption(&spec.indicator).ok()?, spec)));
    let Some((caption, spec)) = found else {
        nothing(ui, lang.text(texts::STREAM_PUBLISHED));
        return ViewResponse::default();
    };
    let StreamMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = StreamModel::new(&spec, atlas).map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut action = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.pick(caption.name));
        let set = |spec: StreamSpec| Action::SetView(Box::new(spec.into()));
        let (model, remarks) = match &*model {
            Ok(Warned { value, remarks }) => (value, remarks),
            Err(why) => {
                small(ui, why);
                return;
            }
        };
        small(ui, subtitle(&spec, model, caption));
        small(ui, lang.pick(caption.unit));
        let forms = [
            (StreamForm::Stream, texts::STREAM_FORM_STREAM),
            (StreamForm::Stack, texts::STREAM_FORM_STACK),
            (StreamForm::Shares, texts::STREAM_FORM_SHARES),
        ];
        let forms = forms.map(|(form, name)| (form, lang.text(name).to_owned()));
        action = segmented(ui, forms, spec.form).map(|form| set(StreamSpec { form, ..spec.clone() }));
        let mut by_comuni = spec.by_comuni;
        if model.level > Level::Ambiti
            && ui.checkbox(&mut by_comuni, lang.text(texts::CONTRIBUTION_BY_COMUNI)).changed()
        {
            action = Some(set(StreamSpec { by_comuni, ..spec.clone() }));
        }
        if state.caption().is_none_or(|shown| shown.name != caption.name) {
            small(ui, lang.text(texts::STREAM_ITS_OWN));
        }
        if spec.selected.is_empty() {
            small(ui, lang.text(texts::STREAM_CHOOSE));
        }
        for found in remarks {
            remark(ui, lang, found);
        }
        for note in own_notes(&spec, model, caption) {
            small(ui, note);
        }
    };
    let seen = beside_text(ui, "stream_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
        let tall = height(model, f64::from(text_size::SMALL)) as f32;
        let look = Look { vision: state.vision, highlighted };
        scrolled(ui, "stream_rows", laid_out, &prepared, tall, painted, look)
    });
    let Some(seen) = seen else { return ViewResponse { action, pointed: None } };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    // The others together, and the mark of a break, are no territory.
    let clicked = seen.clicked.filter(|code| atlas.territories.find(code).is_some());
    ViewResponse { action: clicked.map(|code| Action::Choose(vec![code])).or(action), pointed }
}
