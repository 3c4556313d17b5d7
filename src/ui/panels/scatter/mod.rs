//! Below: the indicator shown against another, one point a territory, with what the statistics say of the
//! pair. Pointing lights the territory up on the map, dragging chooses.

mod plot;
mod view;

use std::sync::Arc;

use egui::{Pos2, Ui};

use super::ViewResponse;
use super::chart::beside_text;
use crate::data::Indicator;
use crate::document::{ScatterSpec, ScatterView};
use crate::engine::{Action, State, figure_error, usable_across};
use crate::figure::MapModel;
use crate::figure::Warned;
use crate::figure::scatter::{ScatterModel, link_text, split_text, subtitle};
use crate::i18n::{self, texts};
use crate::ui::widgets::{drop_down, heading, remark, small};

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
    let lang = state.settings.lang;
    let wanted = state.document.view::<ScatterSpec>().cloned();
    let known = |id: &str| state.bundle.atlas.catalogue.get(id);
    let both = wanted.and_then(|spec| Some((known(&spec.y)?, known(&spec.x)?, spec)));
    let Some((y, x, wanted)) = both else {
        small(ui, lang.text(texts::SCATTER_NO_OTHER));
        return ViewResponse::default();
    };
    let computed = match memory.computed.take() {
        Some(computed) if Arc::ptr_eq(&computed.of, &state.model) && computed.spec == wanted => computed,
        _ => {
            let model =
                ScatterModel::new(&wanted, &state.bundle.atlas).map_err(|error| figure_error(lang, &error));
            Computed { of: state.model.clone(), spec: wanted, model }
        }
    };
    let computed = memory.computed.insert(computed);
    let mut action = None;
    let text = |ui: &mut Ui| {
        small(ui, lang.text(texts::SCATTER_X));
        let others: Vec<&Indicator> = usable_across(state).collect();
        let options = others.iter().enumerate().map(|(i, other)| (i, lang.pick(&other.name).to_owned()));
        let current = others.iter().position(|other| other.id == x.id).unwrap_or(0);
        let name = lang.text(texts::SCATTER_X);
        let picked = drop_down(ui, name, options, current, ui.available_width() - 8.0);
        let set = |spec: ScatterSpec| Action::SetView(Box::new(spec.into()));
        let date = state.document.map.date;
        action = picked
            .map(|i| set(ScatterSpec { x: others[i].id.clone(), x_date: date, ..computed.spec.clone() }));
        let model = computed.model.as_ref().ok().map(|model| &model.value);
        let seen = |view: ScatterView| set(ScatterSpec { view, ..computed.spec.clone() });
        action = view::view_ui(ui, state, &computed.spec, model).map(seen).or(action.take());
        match &computed.model {
            Ok(model) => statistics(ui, state, &computed.spec, [x, y], model),
            Err(why) => {
                small(ui, why);
            }
        }
    };
    let drawn = beside_text(ui, "scatter_text", text, |ui| {
        let Ok(model) = &computed.model else { return ViewResponse::default() };
        let shown = plot::Shown { state, spec: &computed.spec, model: &model.value, both: [x, y] };
        plot::plot(ui, &shown, hovered, &mut memory.brush)
    });
    ViewResponse { action: drawn.action.or(action), pointed: drawn.pointed }
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
    let Warned { value: model, remarks } = model;
    view::key_ui(ui, state, model);
    small(ui, format!("{}. n = {}", subtitle(spec, model, [x, y]), model.pairs.len()));
    let names = [lang.pick(&x.name), lang.pick(&y.name)];
    let number = |value: f64| i18n::number(lang, value, 3);
    match (&model.pearson, &model.spearman) {
        (Ok(r), Ok(rho)) => {
            heading(ui, &format!("Pearson r = {}", number(r.r)));
            small(ui, format!("p {}", i18n::p_value(lang, r.p)));
            heading(ui, &format!("Spearman ρ = {}", number(rho.r)));
            small(ui, format!("p {}", i18n::p_of(lang, rho)));
        }
        (Err(error), _) | (_, Err(error)) => {
            small(ui, lang.stats_error(*error, names[0], names[1]));
        }
    }
    for told in link_text(spec, model, [x, y]) {
        small(ui, told);
    }
    if let Ok(line) = &model.line {
        let text = [line.slope, line.intercept].map(|v| i18n::significant(lang, v, 4));
        small(ui, texts::scatter_line(lang, &text[0], &text[1], number(line.r2)));
    }
    if let Some(split) = split_text(spec, model, [x, y]) {
        small(ui, split);
    }
    for found in remarks {
        remark(ui, lang, found);
    }
    small(ui, lang.text(texts::SCATTER_HINT));
}
