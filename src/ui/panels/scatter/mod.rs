//! Below: the indicator shown against another, one point a territory, with what the statistics say of the
//! pair. Pointing lights the territory up on the map, dragging chooses.

mod plot;
mod view;

use std::sync::Arc;

use egui::{Pos2, Ui};

use super::ViewResponse;
use crate::base::{Severity, Warned};
use crate::data::Indicator;
use crate::document::{ScatterSpec, ScatterView};
use crate::engine::{Action, State, across, scatter_spec, usable_across};
use crate::figure::scatter::{ScatterModel, split_text};
use crate::figure::{MapModel, date_phrase, level_phrase};
use crate::i18n::{self, fill, texts};
use crate::ui::theme::{SIDE_TEXT_WIDTH, Theme, text_size};
use crate::ui::widgets::{drop_down, heading, small};

/// What the panel remembers while the program runs.
#[derive(Default)]
pub struct ScatterMemory {
    computed: Option<Computed>,
    brush: Option<(Pos2, Pos2)>,
}

/// What is worked out once for a map, a choice, an indicator across and a view.
struct Computed {
    of: Arc<MapModel>,
    spec: ScatterSpec,
    model: Result<Warned<ScatterModel>, String>,
}

/// The scatterplot and its statistics. `hovered` is the unit pointed at on the map.
pub fn scatter_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut ScatterMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let mut out = ViewResponse::default();
    let lang = state.settings.lang;
    let (Some(y), Some(x), Some(wanted)) = (state.indicator(), across(state), scatter_spec(state)) else {
        small(ui, lang.text(texts::SCATTER_NO_OTHER));
        return out;
    };
    let computed = match memory.computed.take() {
        Some(computed) if Arc::ptr_eq(&computed.of, &state.model) && computed.spec == wanted => computed,
        _ => {
            let model = ScatterModel::new(&wanted, &state.bundle.atlas).map_err(|e| e.to_string());
            Computed { of: state.model.clone(), spec: wanted, model }
        }
    };
    let computed = memory.computed.insert(computed);
    ui.horizontal_top(|ui| {
        let room = egui::vec2(SIDE_TEXT_WIDTH, ui.available_height());
        ui.allocate_ui_with_layout(room, egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(SIDE_TEXT_WIDTH);
            egui::ScrollArea::vertical().id_salt("scatter_text").auto_shrink([false, false]).show(ui, |ui| {
                small(ui, lang.text(texts::SCATTER_X));
                let others: Vec<&Indicator> = usable_across(state).collect();
                let options =
                    others.iter().enumerate().map(|(i, other)| (i, lang.pick(&other.name).to_owned()));
                let current = others.iter().position(|other| other.id == x.id).unwrap_or(0);
                let name = lang.text(texts::SCATTER_X);
                let picked = drop_down(ui, name, options, current, ui.available_width() - 8.0);
                out.action = picked.map(|i| Action::SetScatterX(others[i].id.clone()));
                let model = computed.model.as_ref().ok().map(|model| &model.value);
                let set = |view: ScatterView| Action::SetScatter(Box::new(view));
                out.action = view::view_ui(ui, state, model).map(set).or(out.action.take());
                match &computed.model {
                    Ok(model) => statistics(ui, state, &computed.spec, [x, y], model),
                    Err(why) => {
                        small(ui, why);
                    }
                }
            });
        });
        if let Ok(model) = &computed.model {
            let shown = plot::Shown { state, spec: &computed.spec, model: &model.value, both: [x, y] };
            let drawn = plot::plot(ui, &shown, hovered, &mut memory.brush);
            out.pointed = drawn.pointed;
            out.action = drawn.action.or(out.action.take());
        }
    });
    out
}

/// What the statistics say, each with what it stands on.
fn statistics(
    ui: &mut Ui,
    state: &State,
    spec: &ScatterSpec,
    [x, y]: [&Indicator; 2],
    model: &Warned<ScatterModel>,
) {
    let lang = spec.lang;
    let Warned { value: model, diagnostics } = model;
    view::key_ui(ui, state, model);
    let level = level_phrase(lang, spec.level, spec.method);
    small(ui, format!("{level}, {}. n = {}", date_phrase(lang, model.y.date), model.pairs.len()));
    let names = [lang.pick(&x.name), lang.pick(&y.name)];
    let number = |value: f64| i18n::number(lang, value, 3);
    match (&model.pearson, &model.spearman) {
        (Ok(r), Ok(rho)) => {
            heading(ui, &format!("Pearson r = {}", number(r.r)));
            small(ui, format!("p {}", i18n::p_value(lang, r.p)));
            heading(ui, &format!("Spearman ρ = {}", number(rho.r)));
            small(ui, format!("p {}", i18n::p_value(lang, rho.p)));
        }
        (Err(error), _) | (_, Err(error)) => {
            small(ui, lang.stats_error(*error, names[0], names[1]));
        }
    }
    if let Ok(line) = &model.line {
        let text = [line.slope, line.intercept].map(|v| i18n::significant(lang, v, 4));
        small(ui, fill(lang.text(texts::SCATTER_LINE), &[&text[0], &text[1], &number(line.r2)]));
    }
    if let Some(split) = split_text(spec, model, [x, y]) {
        small(ui, split);
    }
    for remark in diagnostics {
        let theme = Theme::of(ui);
        let hue = if remark.severity == Severity::Warning { theme.warning } else { theme.muted };
        ui.label(egui::RichText::new(&remark.message).size(text_size::SMALL).color(hue));
    }
    small(ui, lang.text(texts::SCATTER_HINT));
}
