//! Below: the indicator shown over time, one line for each chosen territory and for what they are set against.

use std::sync::Arc;

use egui::Ui;

use super::ViewResponse;
use super::series_plot::plot;
use crate::base::Warned;
use crate::data::{Caption, Reference};
use crate::document::{SeriesMode, SeriesSpec};
use crate::engine::{Action, State, series_areas, series_indicator, series_spec, stands_alone};
use crate::figure::series::{SeriesModel, beside_sources};
use crate::figure::{MapModel, reference_label};
use crate::i18n::{Text, texts};
use crate::ui::theme::SIDE_TEXT_WIDTH;
use crate::ui::widgets::{drop_down, heading, segmented, small};

/// What the panel remembers while the program runs.
#[derive(Default)]
pub struct SeriesMemory {
    computed: Option<Computed>,
}

/// What is worked out once for a map and a spec.
struct Computed {
    of: Arc<MapModel>,
    spec: SeriesSpec,
    model: Result<Warned<SeriesModel>, String>,
}

/// The lines, how they are drawn, and what must be known of them. `hovered` is the unit pointed at on the map.
pub fn series_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut SeriesMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let mut out = ViewResponse::default();
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let shown = series_indicator(state);
    let (Ok(caption), Some(spec)) = (atlas.caption(shown), series_spec(state)) else { return out };
    let references = atlas.references(shown).unwrap_or_default();
    let computed = match memory.computed.take() {
        Some(computed) if Arc::ptr_eq(&computed.of, &state.model) && computed.spec == spec => computed,
        _ => {
            let model = SeriesModel::new(&spec, atlas).map_err(|error| error.to_string());
            Computed { of: state.model.clone(), spec, model }
        }
    };
    let computed = &*memory.computed.insert(computed);
    ui.horizontal_top(|ui| {
        let room = egui::vec2(SIDE_TEXT_WIDTH, ui.available_height());
        ui.allocate_ui_with_layout(room, egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(SIDE_TEXT_WIDTH);
            egui::ScrollArea::vertical().id_salt("series_text").auto_shrink([false, false]).show(ui, |ui| {
                heading(ui, lang.pick(caption.name));
                out.action = controls(ui, state, caption, &references);
                if state.spec.chosen.is_empty() && !caption.as_published {
                    small(ui, lang.text(texts::SERIES_CHOOSE));
                }
                match &computed.model {
                    Ok(model) => {
                        let remarks = model.diagnostics.iter().map(|remark| remark.message.clone());
                        let sources = beside_sources(&computed.spec, &model.value, atlas);
                        let printed = [Some(caption.source).filter(|_| caption.as_published), caption.note];
                        let printed = printed.into_iter().flatten().map(|text| lang.pick(text).to_owned());
                        for text in remarks.chain(sources).chain(printed) {
                            small(ui, text);
                        }
                    }
                    Err(why) => {
                        small(ui, why);
                    }
                }
            });
        });
        if let Ok(model) = &computed.model {
            out.pointed = plot(ui, state, &computed.spec, caption, &model.value, hovered);
        }
    });
    out
}

/// Terms, base date, and what the chosen are set against.
fn controls(ui: &mut Ui, state: &State, caption: Caption<'_>, references: &[Reference]) -> Option<Action> {
    let lang = state.settings.lang;
    let before = &state.settings.series;
    let mut view = before.clone();
    let modes = [
        (SeriesMode::Absolute, texts::MODE_ABSOLUTE),
        (SeriesMode::Change, texts::MODE_CHANGE),
        (SeriesMode::Base100, texts::MODE_BASE_100),
    ];
    let modes = modes.map(|(mode, text)| (mode, lang.text(text).to_owned()));
    view.mode = segmented(ui, modes, before.mode).unwrap_or(before.mode);
    if before.mode != SeriesMode::Absolute && references.len() > 1 {
        let base = before.base.filter(|base| references.contains(base)).unwrap_or(references[0]);
        let name = lang.text(texts::SERIES_BASE_DATE);
        let options = references.iter().map(|at| (*at, reference_label(lang, *at)));
        ui.horizontal(|ui| {
            small(ui, name);
            if let Some(picked) = drop_down(ui, name, options, base, ui.available_width() - 8.0) {
                view.base = Some(picked);
            }
        });
    }
    ui.horizontal_wrapped(|ui| {
        let usable = caption.as_published || !stands_alone(caption, state);
        let mut toggle = |on: &mut bool, text: &str| {
            let label = ui.add_enabled(usable, egui::Button::selectable(*on && usable, text));
            if label.on_disabled_hover_text(lang.text(texts::SERIES_COUNT_ALONE)).clicked() {
                *on = !*on;
            }
        };
        let mut own = |on: &mut bool, text: Text| toggle(on, lang.text(text));
        if !caption.as_published {
            own(&mut view.asst, texts::SERIES_WITH_ASST);
        }
        own(&mut view.ats, texts::SERIES_WITH_ATS);
        if !caption.as_published {
            own(&mut view.band, texts::SERIES_WITH_BAND);
        }
        for (code, name) in series_areas(state, caption) {
            let before = view.areas.contains(&code);
            let mut on = before;
            toggle(&mut on, &name);
            match (before, on) {
                (false, true) => view.areas.push(code),
                (true, false) => view.areas.retain(|known| *known != code),
                _ => {}
            }
        }
    });
    (view != *before).then_some(Action::SetSeries(view))
}
