//! Below: the chosen territory at a glance, with the way to its page.

use std::sync::Arc;

use egui::Ui;

use crate::base::Level;
use crate::data::Atlas;
use crate::document::GlanceSpec;
use crate::engine::{Action, FigureAction, FigureFormat, Many, State, figure_error};
use crate::figure::glance::{GlanceModel, GlanceView, height, subtitle};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned};
use crate::i18n::texts;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{InPanel, beside_text, nothing, scrolled};
use crate::ui::scene_painter::{Look, SceneMemory};
use crate::ui::theme::text_size;
use crate::ui::widgets::{heading, remark, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct GlanceMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: GlanceSpec,
    model: Result<Warned<GlanceModel>, String>,
    laid_out: Option<InPanel<GlanceView>>,
}

/// The sentences and the members. A click on a member chooses it.
pub(crate) fn glance_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut GlanceMemory,
    _: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let Some(spec) = state.document.view::<GlanceSpec>().cloned() else {
        nothing(ui, lang.text(texts::GLANCE_NOTHING));
        return ViewResponse::default();
    };
    let atlas: &Atlas = &state.bundle.atlas;
    let GlanceMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = GlanceModel::new(&spec, atlas).map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut action = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.text(texts::TAB_GLANCE));
        match &*model {
            Ok(Warned { value, remarks }) => {
                small(ui, subtitle(lang, value, spec.part));
                for found in remarks {
                    remark(ui, lang, found);
                }
            }
            Err(why) => {
                small(ui, why);
            }
        }
        if spec.selected.is_empty() {
            small(ui, lang.text(texts::GLANCE_CHOOSE));
        }
        let compose = ui.button(lang.text(texts::GLANCE_COMPOSE));
        if compose.on_hover_text(lang.text(texts::GLANCE_COMPOSE_HINT)).clicked() {
            action = Some(Action::Figure(FigureAction::ComposeGlance));
        }
        let is_free = state.composer.progress.is_none();
        for (level, name) in
            [(Level::Ambiti, texts::GLANCE_EACH_AMBITO), (Level::Comuni, texts::GLANCE_EACH_COMUNE)]
        {
            let many = FigureAction::ExportManyTo(Many::GlanceOfEach(level), FigureFormat::Pdf);
            if ui.add_enabled(is_free, egui::Button::new(lang.text(name))).clicked() {
                action = Some(Action::Figure(many));
            }
        }
        if let Some((done, of)) = state.composer.progress {
            small(ui, texts::many_progress(lang, done, of));
            if ui.button(lang.text(texts::CANCEL_MANY)).clicked() {
                action = Some(Action::Figure(FigureAction::CancelMany));
            }
        }
    };
    let clicked = beside_text(ui, "glance_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let size = f64::from(text_size::SMALL);
        let tall = height(&spec, model, f64::from(ui.available_width()), size, atlas) as f32;
        let look = Look { vision: state.vision, highlighted: None };
        scrolled(ui, "glance_rows", laid_out, &prepared, tall, painted, look)?.clicked
    });
    // A row is a member, which is chosen, or a count, which is shown on the map.
    let shown = clicked.map(|code| match atlas.territories.find(&code) {
        Some(_) => Action::Choose(vec![code]),
        None => Action::SetIndicator(code.as_str().to_owned()),
    });
    ViewResponse { action: shown.or(action), pointed: None }
}
