//! Below: the age pyramid of the first territory that is chosen.

use std::sync::Arc;

use egui::Ui;

use crate::base::{Code, Date};
use crate::data::Atlas;
use crate::document::{AgeBands, PyramidAgainst, PyramidMeasure, PyramidScale, PyramidSpec};
use crate::engine::{Action, State, figure_error};
use crate::figure::pyramid::{PyramidModel, PyramidView, scale_note, subtitle, title};
use crate::figure::view::Prepared;
use crate::figure::{MapModel, Warned, date_phrase, listed};
use crate::i18n::{self, Lang, texts};
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{InPanel, beside_text, in_panel, nothing};
use crate::ui::scene_painter::{Look, SceneMemory, show};
use crate::ui::widgets::{drop_down, heading, remark, segmented, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct PyramidMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map, spec and size.
struct Computed {
    of: Arc<MapModel>,
    spec: PyramidSpec,
    model: Result<Warned<PyramidModel>, String>,
    laid_out: Option<InPanel<PyramidView>>,
}

/// The pyramid, what it is compared with, and how. No unit of the map is a bar, so none is pointed at.
pub(crate) fn pyramid_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut PyramidMemory,
    _: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let Some(spec) = state.document.view::<PyramidSpec>().cloned() else {
        nothing(ui, lang.text(texts::PYRAMID_NO_AGES));
        return ViewResponse::default();
    };
    let PyramidMemory { computed, scene: painted } = memory;
    let cached = computed.take().filter(|known| Arc::ptr_eq(&known.of, &state.model) && known.spec == spec);
    let Computed { model, laid_out, .. } = computed.insert(cached.unwrap_or_else(|| {
        let model = PyramidModel::new(&spec, &state.bundle.atlas);
        let model = model.map_err(|error| figure_error(lang, &error));
        Computed { of: Arc::clone(&state.model), spec: spec.clone(), model, laid_out: None }
    }));
    let mut next = None;
    let text = |ui: &mut Ui| {
        let Ok(Warned { value: model, remarks }) = &*model else {
            if let Err(why) = &*model {
                small(ui, why);
            }
            return;
        };
        heading(ui, &title(lang, model));
        small(ui, subtitle(&spec, model));
        next = controls(ui, &spec, model, &state.bundle.atlas);
        if spec.selected.is_empty() {
            small(ui, lang.text(texts::PYRAMID_CHOOSE));
        }
        for note in scale_note(lang, model).into_iter().chain(other_date(state, &spec, &model.dates)) {
            small(ui, note);
        }
        for found in remarks {
            remark(ui, lang, found);
        }
    };
    beside_text(ui, "pyramid_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let prepared = Prepared { spec: &spec, model, remarks, sources: state.bundle.sources() };
        let (scene, ()) = in_panel(ui, laid_out, &prepared)?;
        Some(show(ui, scene, painted, Look { vision: state.vision, highlighted: None }))
    });
    ViewResponse { action: next.map(|spec| Action::SetView(Box::new(spec.into()))), pointed: None }
}

/// That the map is of a date without single ages.
fn other_date(state: &State, spec: &PyramidSpec, dates: &[Date]) -> Option<String> {
    let (lang, map) = (spec.lang, state.document.map.date);
    let dates: Vec<String> = dates.iter().map(|date| date_phrase(lang, *date)).collect();
    (map != spec.date).then(|| texts::pyramid_other_date(lang, i18n::date(lang, map), listed(lang, &dates)))
}

/// The controls; returns the spec that was asked for.
fn controls(ui: &mut Ui, spec: &PyramidSpec, model: &PyramidModel, atlas: &Atlas) -> Option<PyramidSpec> {
    let lang = spec.lang;
    let mut next = None;
    let options = against(spec, model, atlas);
    let current = options.iter().position(|(against, _)| *against == spec.against).unwrap_or(0);
    let name = lang.text(texts::PYRAMID_WITH);
    small(ui, name);
    let listed = options.iter().enumerate().map(|(i, (_, name))| (i, name.clone()));
    if let Some(picked) = drop_down(ui, name, listed, current, ui.available_width() - 8.0) {
        next = Some(PyramidSpec { against: options[picked].0.clone(), ..spec.clone() });
    }
    let text = |text| lang.text(text).to_owned();
    let bands =
        [(AgeBands::FiveYears, text(texts::PYRAMID_FIVE)), (AgeBands::SingleYears, text(texts::PYRAMID_ONE))];
    if let Some(bands) = segmented(ui, bands, spec.bands) {
        next = Some(PyramidSpec { bands, ..spec.clone() });
    }
    let measures = [
        (PyramidMeasure::Shares, text(texts::PYRAMID_AS_SHARES)),
        (PyramidMeasure::Counts, text(texts::PYRAMID_AS_COUNTS)),
    ];
    if let Some(measure) = segmented(ui, measures, spec.measure) {
        next = Some(spec.clone().measured(measure));
    }
    let mut is_common = spec.scale == PyramidScale::Common;
    if ui.checkbox(&mut is_common, lang.text(texts::PYRAMID_COMMON_SCALE)).changed() {
        let scale = if is_common { PyramidScale::Common } else { PyramidScale::Own };
        next = Some(PyramidSpec { scale, ..spec.clone() });
    }
    next
}

/// What the pyramid can be compared with: the ATS, the groups that include its territory, the others that are chosen, its
/// other dates.
fn against(spec: &PyramidSpec, model: &PyramidModel, atlas: &Atlas) -> Vec<(PyramidAgainst, String)> {
    use crate::base::Level;

    let lang: Lang = spec.lang;
    let mut options = vec![
        (PyramidAgainst::Ats, lang.level(Level::Ats).to_owned()),
        (PyramidAgainst::Nothing, lang.text(texts::PYRAMID_WITH_NOTHING).to_owned()),
    ];
    let mut offer = |code: &Code, level: Level, name: &str| {
        let against = PyramidAgainst::Territory(code.clone());
        if *code != model.own.code && options.iter().all(|(known, _)| *known != against) {
            options.push((against, lang.territory(level, name)));
        }
    };
    let members = atlas.territories.find(&model.own.code).map(|(level, unit)| {
        let own = &atlas.territories.units(level)[unit];
        (level, own.members.first().copied())
    });
    if let Some((level, Some(member))) = members {
        for wider in [Level::Ambiti, Level::Asst].into_iter().filter(|wider| *wider > level) {
            let units = atlas.territories.units(wider).iter();
            if let Some(unit) = units.into_iter().find(|unit| unit.members.contains(&member)) {
                offer(&unit.code, wider, &unit.name);
            }
        }
    }
    for code in spec.selected.iter().skip(1) {
        if let Some((level, unit)) = atlas.territories.find(code) {
            offer(code, level, &atlas.territories.units(level)[unit].name);
        }
    }
    // One that was chosen before stays on offer.
    if let PyramidAgainst::Territory(code) = &spec.against
        && let Some((level, unit)) = atlas.territories.find(code)
    {
        offer(code, level, &atlas.territories.units(level)[unit].name);
    }
    for date in model.dates.iter().filter(|date| **date != spec.date) {
        let name = texts::pyramid_with_date(lang, i18n::date(lang, *date));
        options.push((PyramidAgainst::Date(*date), name));
    }
    options
}
