//! Below: the current indicator over time, with a line for each selected territory and each benchmark.

use std::sync::Arc;

use egui::Ui;

use super::ViewResponse;
use super::chart::{InPanel, beside_text, in_panel};
use super::series_plot::{Shown, plot};
use super::teach::choose_ui;
use super::threshold::threshold_ui;
use crate::base::{Code, Level};
use crate::data::{AreaKind, Atlas, Caption, Kind, Reference};
use crate::document::{SeriesMode, SeriesSpec};
use crate::engine::coverage::more_dates;
use crate::engine::{Action, State, figure_error, series_areas};
use crate::figure::series::{Against, SeriesModel, SeriesView, beside_sources, not_final};
use crate::figure::view::Prepared;
use crate::figure::{Asked, Warned};
use crate::figure::{MapModel, reference_name};
use crate::i18n::{Text, texts};
use crate::ui::scene_painter::SceneMemory;
use crate::ui::widgets::{drop_down, heading, remark, segmented, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct SeriesMemory {
    computed: Option<Computed>,
    scene: SceneMemory,
}

/// What is computed once per map and spec.
struct Computed {
    of: Arc<MapModel>,
    spec: SeriesSpec,
    model: Result<Warned<SeriesModel>, String>,
    /// The line of a unit pointed at elsewhere that is not among those drawn.
    beside: Option<(Code, SeriesModel)>,
    laid_out: Option<InPanel<SeriesView>>,
}

impl Computed {
    fn new(state: &State, spec: SeriesSpec) -> Self {
        let model =
            SeriesModel::new(&spec, &state.bundle.atlas).map_err(|error| figure_error(spec.lang, &error));
        Self { of: state.model.clone(), spec, model, beside: None, laid_out: None }
    }

    /// Computes the line of a unit pointed at if it is not among those drawn, once for as long as it is pointed at.
    fn point_at(&mut self, atlas: &Atlas, code: Option<&Code>) {
        let Ok(model) = &self.model else { return };
        let code = code.filter(|code| model.value.lines.iter().all(|line| line.code != **code));
        if code == self.beside.as_ref().map(|(known, _)| known) {
            return;
        }
        self.beside = code.and_then(|code| {
            let (benchmarks, areas) = (Some(Vec::new()), Some(Vec::new()));
            let selected = vec![code.clone()];
            let alone = SeriesSpec { selected, benchmarks, areas, band: false, ..self.spec.clone() };
            Some((code.clone(), SeriesModel::new(&alone, atlas).ok()?.value))
        });
    }
}

/// The lines, their settings, and what must be known of them. `hovered` is the unit under the pointer on the map.
pub fn series_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut SeriesMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let Some(caption) = state.caption() else { return ViewResponse::default() };
    let references = atlas.references(caption.id).unwrap_or_default();
    let Some(spec) = state.document.view::<SeriesSpec>().cloned() else { return ViewResponse::default() };
    let SeriesMemory { computed: cached, scene: painted } = memory;
    let computed = match cached.take() {
        Some(computed) if Arc::ptr_eq(&computed.of, &state.model) && computed.spec == spec => computed,
        _ => Computed::new(state, spec),
    };
    let computed = cached.insert(computed);
    let highlighted = hovered.map(|unit| &state.model.table.rows[unit].code);
    computed.point_at(atlas, highlighted);
    let Computed { spec, model, beside, laid_out, .. } = computed;
    let (spec, model) = (&*spec, &*model);
    let mut action = None;
    let text = |ui: &mut Ui| {
        heading(ui, lang.pick(caption.name));
        action = controls(ui, state, spec, caption, &references);
        if state.document.map.selected.is_empty() && !caption.as_published {
            action = choose_ui(ui, state, texts::SERIES_CHOOSE).or(action.take());
        }
        match model {
            Ok(model) => {
                for found in &model.remarks {
                    remark(ui, lang, found);
                }
                let sources = beside_sources(spec, &model.value, atlas);
                let published_notes = [Some(caption.source).filter(|_| caption.as_published), caption.note];
                let published_notes =
                    published_notes.into_iter().flatten().map(|text| lang.pick(text).to_owned());
                let not_final = not_final(spec.lang, &model.value);
                let more = more_dates(caption.id, atlas, lang);
                for text in not_final.into_iter().chain(sources).chain(published_notes).chain(more) {
                    small(ui, text);
                }
            }
            Err(why) => {
                small(ui, why);
            }
        }
    };
    let pointed = beside_text(ui, "series_text", text, |ui| {
        let Warned { value: model, remarks } = model.as_ref().ok()?;
        let beside = beside.as_ref().map(|(_, model)| model);
        let sources = state.bundle.sources();
        let drawing = in_panel(ui, laid_out, &Prepared { spec, model, remarks, sources })?;
        plot(ui, &Shown { state, spec, caption, model, beside, highlighted }, drawing, painted)
    });
    ViewResponse { action, pointed }
}

/// Whether what is shown is a published table whose areas are ATS.
fn atlas_lists_ats(state: &State, caption: Caption<'_>) -> bool {
    let listed = state.bundle.atlas.listed_kind(caption.id).and_then(AreaKind::level);
    caption.as_published && listed == Some(Level::Ats)
}

/// Mode, base date and benchmarks.
fn controls(
    ui: &mut Ui,
    state: &State,
    before: &SeriesSpec,
    caption: Caption<'_>,
    references: &[Reference],
) -> Option<Action> {
    let lang = state.settings.lang;
    let mut view = before.clone();
    let modes = [
        (SeriesMode::Absolute, texts::MODE_ABSOLUTE),
        (SeriesMode::Change, texts::MODE_CHANGE),
        (SeriesMode::Base100, texts::MODE_BASE_100),
        (SeriesMode::Ats100, texts::MODE_ATS_100),
    ];
    // What the scale of the indicator does not allow is not offered, nor an ATS that its table has not.
    let has_differences = Asked::Differences.is_allowed(caption.kind.scale());
    let offered = |mode: SeriesMode| match mode {
        SeriesMode::Absolute => true,
        SeriesMode::Change => has_differences,
        SeriesMode::Base100 => has_differences && !caption.may_be_negative,
        SeriesMode::Ats100 => has_differences && !caption.may_be_negative && !caption.as_published,
    };
    let modes = modes.into_iter().filter(|(mode, _)| offered(*mode) || *mode == before.mode);
    let modes = modes.map(|(mode, text)| (mode, lang.text(text).to_owned()));
    view.mode = segmented(ui, modes, before.mode).unwrap_or(before.mode);
    if before.mode.has_base() && references.len() > 1 {
        let base = before.base.filter(|base| references.contains(base)).unwrap_or(references[0]);
        let name = lang.text(texts::SERIES_BASE_DATE);
        let stated =
            |at| state.bundle.atlas.caption(&before.indicator).map_or(at, |caption| caption.stated(at));
        let options = references.iter().map(|at| (*at, reference_name(lang, stated(*at))));
        ui.horizontal(|ui| {
            small(ui, name);
            if let Some(picked) = drop_down(ui, name, options, base, ui.available_width() - 8.0) {
                view.base = Some(picked);
            }
        });
    }
    ui.horizontal_wrapped(|ui| {
        let counts = caption.kind == Kind::Count && !caption.as_published;
        let usable = !counts || before.mode.is_index() || before.selected.is_empty();
        let drawn = Against::of(before, &state.bundle.atlas);
        let [mut asst, mut ats] = [Level::Asst, Level::Ats].map(|level| drawn.levels.contains(&level));
        let mut areas = drawn.areas.clone();
        let mut toggle = |on: &mut bool, text: &str| {
            let label = ui.add_enabled(usable, egui::Button::selectable(*on && usable, text));
            if label.on_disabled_hover_text(lang.text(texts::SERIES_COUNT_ALONE)).clicked() {
                *on = !*on;
            }
        };
        let mut own = |on: &mut bool, text: Text| toggle(on, lang.text(text));
        if !caption.as_published {
            own(&mut asst, texts::SERIES_WITH_ASST);
        }
        // Where its table is one of the ATS they all stand there already.
        let lists_ats = atlas_lists_ats(state, caption);
        if !lists_ats {
            own(&mut ats, texts::SERIES_WITH_ATS);
        }
        if !caption.as_published {
            own(&mut view.band, texts::SERIES_WITH_BAND);
        }
        for (code, name) in series_areas(state, caption) {
            let before = areas.contains(&code);
            let mut on = before;
            toggle(&mut on, &name);
            match (before, on) {
                (false, true) => areas.push(code),
                (true, false) => areas.retain(|known| *known != code),
                _ => {}
            }
        }
        let levels = [(Level::Asst, asst), (Level::Ats, ats)].into_iter().filter(|(_, on)| *on);
        let now = Against { levels: levels.map(|(level, _)| level).collect(), areas };
        if now.levels != drawn.levels {
            view.benchmarks = Some(now.levels);
        }
        if now.areas != drawn.areas {
            view.areas = Some(now.areas);
        }
        if !usable {
            view.benchmarks = None;
        }
    });
    if before.mode == SeriesMode::Absolute
        && let Some(standard) = threshold_ui(ui, lang, "series", before.standard.as_ref())
    {
        view.standard = standard;
    }
    (view != *before).then(|| Action::SetView(Box::new(view.into())))
}
