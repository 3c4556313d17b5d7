//! Below: the current indicator against another, one point per territory, with the statistics of the pair. Pointing
//! highlights the territory on the map, dragging selects.

mod plot;
mod view;

use std::borrow::Cow;
use std::sync::Arc;

use egui::{Pos2, Ui};

use super::ViewResponse;
use super::chart::{InPanel, beside_text, in_panel, map_colour, nothing};
use crate::data::Indicator;
use crate::document::{ScatterSpec, ScatterView};
use crate::engine::{Action, State, Usable, figure_error, usable_across};
use crate::figure::MapModel;
use crate::figure::Warned;
use crate::figure::scatter::{
    ScatterModel, ScatterView as Figure, line_text, link_text, not_final, published_beside, split_text,
    subtitle,
};
use crate::figure::view::Prepared;
use crate::i18n::{self, texts};
use crate::ui::scene_painter::SceneMemory;
use crate::ui::search_list::{by_theme, indicator_list};
use crate::ui::widgets::{heading, remark, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct ScatterMemory {
    computed: Option<Computed>,
    usable: Option<Usable>,
    scene: SceneMemory,
    brush: Option<(Pos2, Pos2)>,
}

/// What is computed once per map, selection, x indicator and view.
struct Computed {
    of: Arc<MapModel>,
    spec: ScatterSpec,
    model: Result<Warned<ScatterModel>, String>,
    /// Ids of the indicators that can be compared; to find the dates of each takes longer than a frame.
    others: Vec<String>,
    laid_out: Option<InPanel<Figure>>,
}

impl Computed {
    fn new(state: &State, spec: ScatterSpec, usable: &mut Option<Usable>) -> Self {
        let model = ScatterModel::new(&spec, &state.bundle.atlas);
        let mut model = model.map_err(|error| figure_error(spec.lang, &error));
        if let Ok(Warned { value, .. }) = &mut model
            && spec.level == state.document.map.level
            && !value.of_areas
        {
            value.colour_as_map(|unit| map_colour(state, unit));
        }
        let others = usable_across(state, usable);
        Self { of: state.model.clone(), spec, model, others, laid_out: None }
    }
}

/// The scatterplot and its statistics. `hovered` is the unit under the pointer on the map.
pub fn scatter_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut ScatterMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let wanted = state.document.view::<ScatterSpec>().cloned();
    let known = |id: &str| state.bundle.atlas.any_indicator(id).ok();
    let both = wanted.and_then(|spec| Some((known(&spec.y)?, known(&spec.x)?, spec)));
    let Some((y, x, wanted)) = both else {
        let is_published = state.document.published.is_some();
        let why = if is_published { texts::SCATTER_NO_AREAS } else { texts::SCATTER_NO_OTHER };
        small(ui, lang.text(why));
        return ViewResponse::default();
    };
    let ScatterMemory { computed: cached, usable, scene: painted, brush } = memory;
    let computed = match cached.take() {
        Some(computed) if Arc::ptr_eq(&computed.of, &state.model) && computed.spec == wanted => computed,
        _ => Computed::new(state, wanted, usable),
    };
    let Computed { spec, model, others, laid_out, .. } = cached.insert(computed);
    let (spec, model) = (&*spec, &*model);
    let (x, y): (&Indicator, &Indicator) = (&x, &y);
    let others: Vec<Cow<'_, Indicator>> = others.iter().filter_map(|id| known(id)).collect();
    let others: Vec<&Indicator> = others.iter().map(Cow::as_ref).collect();
    let mut action = None;
    let text = |ui: &mut Ui| {
        small(ui, lang.text(texts::SCATTER_X));
        let picked =
            indicator_list(ui, state, lang.text(texts::SCATTER_X), lang.pick(&x.name), Some(&x.id), || {
                by_theme(state, &others)
            });
        let set = |spec: ScatterSpec| Action::SetView(Box::new(spec.into()));
        let date = state.document.map.date;
        action = picked.map(|x| set(ScatterSpec { x, x_date: date, ..spec.clone() }));
        let shown = model.as_ref().ok().map(|model| &model.value);
        let seen = |view: ScatterView| set(ScatterSpec { view, ..spec.clone() });
        action = view::view_ui(ui, state, spec, shown, &others).map(seen).or(action.take());
        match model {
            Ok(model) => statistics(ui, state, spec, [x, y], model),
            Err(why) => {
                small(ui, why);
            }
        }
    };
    let drawn = beside_text(ui, "scatter_text", text, |ui| {
        let Ok(Warned { value: model, remarks }) = model else { return ViewResponse::default() };
        if model.pairs.is_empty() {
            nothing(ui, lang.text(texts::WARN_NO_VALUES));
            return ViewResponse::default();
        }
        let prepared = Prepared { spec, model, remarks, sources: state.bundle.sources() };
        let Some((scene, ())) = in_panel(ui, laid_out, &prepared) else { return ViewResponse::default() };
        let shown = plot::Shown { state, spec, model, both: [x, y] };
        plot::plot(ui, &shown, scene, painted, hovered, brush)
    });
    ViewResponse { action: drawn.action.or(action), pointed: drawn.pointed }
}

/// The statistics, each with what it is based on.
fn statistics(
    ui: &mut Ui,
    state: &State,
    spec: &ScatterSpec,
    [x, y]: [&Indicator; 2],
    model: &Warned<ScatterModel>,
) {
    let lang = spec.lang;
    let Warned { value: model, remarks } = model;
    view::key_ui(ui, state, spec, model);
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
        (Err(error), rho) | (rho, Err(error)) => {
            small(ui, lang.stats_error(*error, names[0], names[1]));
            if let Ok(rho) = rho {
                heading(ui, &format!("Spearman ρ = {}", number(rho.r)));
                small(ui, format!("p {}", i18n::p_of(lang, rho)));
            }
        }
    }
    for prepared in link_text(spec, model, [x, y]) {
        small(ui, prepared);
    }
    if let Some(line) = line_text(lang, model) {
        small(ui, line);
    }
    if let Some(split) = split_text(spec, model, [x, y]) {
        small(ui, split);
    }
    let atlas = &state.bundle.atlas;
    for text in published_beside(spec, model, atlas).into_iter().chain(not_final(spec, model, atlas)) {
        small(ui, text);
    }
    for found in remarks {
        remark(ui, lang, found);
    }
    small(ui, lang.text(texts::SCATTER_HINT));
}
