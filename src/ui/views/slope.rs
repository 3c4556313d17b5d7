//! Below: a value at two dates. Pointing lights a territory up on the map, a click chooses it.

use std::sync::Arc;

use egui::Ui;

use crate::base::{Mm, Pt};
use crate::document::{PageSpec, Part, Shows, SlopeSpec};
use crate::engine::{Action, State, figure_error};
use crate::figure::Warned;
use crate::figure::slope::{SlopeModel, SlopeView, subtitle};
use crate::figure::{MapModel, reference_label, view};
use crate::i18n::texts;
use crate::scene::Scene;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::beside_text;
use crate::ui::scene_painter::{Look, SceneMemory, show};
use crate::ui::widgets::{drop_down, heading, remark, small};

/// What the panel remembers while the program runs.
#[derive(Default)]
pub struct SlopeMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is worked out once for a map, a spec and a room.
struct Computed {
    of: Arc<MapModel>,
    spec: SlopeSpec,
    model: Result<Warned<SlopeModel>, String>,
    laid: Option<([f32; 2], Option<Arc<Scene>>)>,
}

/// How much larger type is than on paper, which is read from nearer than a screen.
const TYPE_SCALE: f64 = 1.45;

impl Computed {
    fn new(state: &State, spec: SlopeSpec) -> Self {
        let model = SlopeModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(spec.lang, &error));
        Self { of: Arc::clone(&state.model), spec, model, laid: None }
    }
}

/// The scene for a room of that size; none where it is too small.
fn scene(
    laid: &mut Option<([f32; 2], Option<Arc<Scene>>)>,
    state: &State,
    spec: &SlopeSpec,
    room: [f32; 2],
) -> Option<Arc<Scene>> {
    if laid.as_ref().is_none_or(|(size, _)| *size != room) {
        let [(_, width, height), ..] = PageSpec::SIZES;
        let page = PageSpec {
            width: Mm::from(Pt(f64::from(room[0]))),
            height: Mm::from(Pt(f64::from(room[1]))),
            shows: Shows { heading: false, footer: false, ..Shows::default() },
            type_scale: TYPE_SCALE,
            part: Some(Part { width, height, says_title: true }),
            ..PageSpec::default()
        };
        let made = view::build::<SlopeView>(&SlopeSpec { page, ..spec.clone() }, state.bundle.sources());
        *laid = Some((room, made.ok().map(|laid| Arc::new(laid.value.scene))));
    }
    laid.as_ref().and_then(|(_, scene)| scene.clone())
}

/// The slopes, the earlier date, and what must be known of them. `hovered` is the unit pointed at on the map.
pub fn slope_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut SlopeMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let spec = state.document.view::<SlopeSpec>().cloned();
    let (Some(spec), Some(caption)) = (spec, state.caption()) else {
        small(ui, lang.text(texts::SLOPE_ONE_DATE));
        return ViewResponse::default();
    };
    let SlopeMemory { computed, scene: painted } = memory;
    let fresh = |known: &Computed| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec;
    let kept = computed.take().filter(fresh);
    let computed = computed.insert(kept.unwrap_or_else(|| Computed::new(state, spec.clone())));
    let Computed { model, laid, .. } = computed;
    let mut action = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.pick(caption.name));
        let dates = atlas.catalogue.get(&spec.indicator).map(|known| atlas.dates(known)).unwrap_or_default();
        let earlier: Vec<_> = dates.into_iter().filter(|date| *date < spec.to).collect();
        if earlier.is_empty() {
            small(ui, lang.text(texts::SLOPE_ONE_DATE));
            return;
        }
        small(ui, subtitle(&spec));
        let set = |spec: SlopeSpec| Action::SetView(Box::new(spec.into()));
        if earlier.len() > 1 {
            let name = lang.text(texts::SLOPE_FROM);
            let options = earlier.iter().map(|date| (*date, reference_label(lang, (*date).into())));
            small(ui, name);
            let picked = drop_down(ui, name, options, spec.from, ui.available_width() - 8.0);
            action = picked.map(|from| set(SlopeSpec { from, ..spec.clone() }));
        }
        let mut ats = spec.ats;
        if ui.checkbox(&mut ats, lang.text(texts::SLOPE_WITH_ATS)).changed() {
            action = Some(set(SlopeSpec { ats, ..spec.clone() }));
        }
        if spec.chosen.is_empty() {
            small(ui, lang.text(texts::SLOPE_CHOOSE));
        }
        match &*model {
            Ok(model) => {
                for found in &model.remarks {
                    remark(ui, lang, found);
                }
                small(ui, lang.text(texts::SLOPE_PLACES));
            }
            Err(why) => {
                small(ui, why);
            }
        }
        if let Some(note) = caption.note {
            small(ui, lang.pick(note));
        }
    };
    let has_model = model.is_ok();
    let seen = beside_text(ui, "slope_text", text, |ui| {
        if !has_model {
            return None;
        }
        let room = ui.available_size();
        // The panel has not been laid out yet, or is drawn shut.
        if room.x < 1.0 || room.y < 1.0 {
            return None;
        }
        let scene = scene(laid, state, &spec, room.into())?;
        let lit = hovered.map(|unit| &state.model.table.rows[unit].code);
        Some(show(ui, &scene, painted, Look { vision: state.vision, lit }))
    });
    let Some(seen) = seen else { return ViewResponse { action, pointed: None } };
    let rows = &state.model.table.rows;
    let pointed = seen.pointed.and_then(|code| rows.iter().position(|row| row.code == code));
    ViewResponse { action: seen.clicked.map(|code| Action::Choose(vec![code])).or(action), pointed }
}
