//! Below: the indicator shown against another, one point a territory, with what the statistics say of the
//! pair. Pointing lights the territory up on the map, dragging chooses.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{Align2, Color32, FontId, PointerButton, Pos2, Rect, Role, Ui, WidgetInfo};
use egui_plot::{AxisHints, FilledArea, GridMark, Line, PlotPoint, PlotPoints, PlotTransform, Points};

use super::ViewResponse;
use super::chart::{chosen_by_click, chosen_by_drag, still_plot, tick};
use crate::base::{Code, Warned};
use crate::data::Indicator;
use crate::engine::{Action, State};
use crate::figure::{MapModel, Pair, ScatterModel, date_phrase, level_phrase, value_text};
use crate::i18n::{self, fill, texts};
use crate::ui::theme::{SIDE_TEXT_WIDTH, Theme, colour, line_width, text_size};
use crate::ui::widgets::{drop_down, heading, small};

/// How near to a point the pointer must be to mean it, in points.
const NEAR: f32 = 9.0;
/// Radius of a point.
const RADIUS: f32 = 3.4;
/// How many steps the band of the line is drawn in.
const STEPS: usize = 48;

/// What the panel remembers while the program runs.
#[derive(Default)]
pub struct ScatterMemory {
    computed: Option<Computed>,
    brush: Option<(Pos2, Pos2)>,
}

/// What is worked out once for a map and an indicator across.
struct Computed {
    of: Arc<MapModel>,
    x: String,
    /// Ids of the indicators that can be set across: those with values at the date shown.
    others: Vec<String>,
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
    let catalogue = &state.bundle.atlas.catalogue;
    let (Some(y), Some(x)) = (state.indicator(), across(state)) else {
        small(ui, lang.text(texts::SCATTER_NO_OTHER));
        return out;
    };
    let fresh = |c: &Computed| Arc::ptr_eq(&c.of, &state.model) && c.x == x.id;
    let computed = match memory.computed.take() {
        Some(computed) if fresh(&computed) => computed,
        _ => Computed {
            of: state.model.clone(),
            x: x.id.clone(),
            others: usable(state).map(|other| other.id.clone()).collect(),
            model: ScatterModel::new(&state.spec, &x.id, &state.bundle.atlas).map_err(|e| e.to_string()),
        },
    };
    let computed = memory.computed.insert(computed);
    ui.horizontal_top(|ui| {
        let room = egui::vec2(SIDE_TEXT_WIDTH, ui.available_height());
        ui.allocate_ui_with_layout(room, egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(SIDE_TEXT_WIDTH);
            egui::ScrollArea::vertical().id_salt("scatter_text").auto_shrink([false, false]).show(ui, |ui| {
                small(ui, lang.text(texts::SCATTER_X));
                let others: Vec<&Indicator> =
                    computed.others.iter().filter_map(|id| catalogue.get(id)).collect();
                let options =
                    others.iter().enumerate().map(|(i, other)| (i, lang.pick(&other.name).to_owned()));
                let current = others.iter().position(|other| other.id == x.id).unwrap_or(0);
                let name = lang.text(texts::SCATTER_X);
                let picked = drop_down(ui, name, options, current, ui.available_width() - 8.0);
                out.action = picked.map(|i| Action::SetScatterX(others[i].id.clone()));
                match &computed.model {
                    Ok(model) => statistics(ui, state, x, y, model),
                    Err(why) => {
                        small(ui, why);
                    }
                }
            });
        });
        if let Ok(model) = &computed.model {
            let drawn = plot(ui, state, [x, y], &model.value, hovered, &mut memory.brush);
            out.pointed = drawn.pointed;
            out.action = drawn.action.or(out.action.take());
        }
    });
    out
}

/// The indicators that can be set against the one shown: the others with values at its date.
fn usable(state: &State) -> impl Iterator<Item = &Indicator> {
    state.bundle.atlas.catalogue.indicators().iter().filter(|other| fits(state, other))
}

fn fits(state: &State, other: &Indicator) -> bool {
    let shown = &state.spec;
    other.id != shown.indicator && state.bundle.atlas.dates(other).contains(&shown.date)
}

/// The indicator across: the one picked, or else density, or else the first there is.
fn across(state: &State) -> Option<&Indicator> {
    let wanted = [state.scatter_x.as_deref(), Some("densita")].into_iter().flatten();
    let mut known = wanted.filter_map(|id| state.bundle.atlas.catalogue.get(id));
    known.find(|other| fits(state, other)).or_else(|| usable(state).next())
}

/// What the statistics say, each with what it stands on.
fn statistics(ui: &mut Ui, state: &State, x: &Indicator, y: &Indicator, model: &Warned<ScatterModel>) {
    let lang = state.settings.lang;
    let Warned { value: model, diagnostics } = model;
    let level = level_phrase(lang, state.spec.level, state.spec.method);
    small(ui, format!("{level}, {}. n = {}", date_phrase(lang, state.spec.date), model.pairs.len()));
    if model.missing() > 0 {
        small(ui, fill(lang.text(texts::SCATTER_MISSING), &[&model.missing().to_string()]));
    }
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
    for remark in diagnostics {
        ui.label(egui::RichText::new(&remark.message).size(text_size::SMALL).color(Theme::of(ui).warning));
    }
    small(ui, lang.text(texts::SCATTER_HINT));
}

fn plot(
    ui: &mut Ui,
    state: &State,
    [x, y]: [&Indicator; 2],
    model: &ScatterModel,
    hovered: Option<usize>,
    brushed: &mut Option<(Pos2, Pos2)>,
) -> ViewResponse {
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let axis = move |mark: GridMark, _: &RangeInclusive<f64>| tick(lang, mark);
    let across = AxisHints::new_x().label(lang.pick(&x.short)).formatter(axis);
    let upwards = AxisHints::new_y().label(lang.pick(&y.short)).formatter(axis);
    let response = still_plot("scatter", theme, across, upwards)
        .set_margin_fraction(egui::vec2(0.03, 0.06))
        .show(ui, |plot| {
            if let (Ok(line), Some((low, high))) = (&model.line, range(&model.pairs)) {
                let at = |i: usize| low + (high - low) * i as f64 / STEPS as f64;
                let xs: Vec<f64> = (0..=STEPS).map(at).collect();
                let bands: Vec<_> = xs.iter().map(|x| line.band(*x)).collect();
                let lower: Vec<f64> = bands.iter().map(|band| band.lower).collect();
                let upper: Vec<f64> = bands.iter().map(|band| band.upper).collect();
                let soft = theme.accent.gamma_multiply(0.14);
                plot.add(FilledArea::new("band", &xs, &lower, &upper).fill_color(soft));
                let ends = vec![[low, line.at(low)], [high, line.at(high)]];
                plot.line(Line::new("line", ends).color(theme.accent).width(line_width::GROUP));
            }
            for (class, fill) in classes(state) {
                let of_class =
                    model.pairs.iter().filter(|pair| state.model.class_of[pair.unit].ok() == class);
                let points: PlotPoints<'_> = of_class.map(|pair| [pair.x, pair.y]).collect();
                plot.points(Points::new("points", points).radius(RADIUS).color(fill));
            }
        });
    let (transform, response) = (response.transform, response.response);
    let label = fill(lang.text(texts::SCATTER_NAME), &[lang.pick(&y.name), lang.pick(&x.name)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &label));

    let mut out = ViewResponse::default();
    let pointer = response.hover_pos();
    out.pointed = pointer.and_then(|at| nearest(&model.pairs, &transform, at));
    let painter = ui.painter_at(response.rect);
    let chosen = model.pairs.iter().filter(|pair| state.spec.chosen.contains(&model.y.rows[pair.unit].code));
    // Every chosen point has its ring, and its name where that covers no other.
    let mut taken = Vec::new();
    for pair in chosen {
        mark(&painter, on_screen(&transform, pair), &model.y.rows[pair.unit].name, theme, &mut taken);
    }
    let lit = out.pointed.or(hovered);
    if let Some(pair) = model.pairs.iter().find(|pair| Some(pair.unit) == lit) {
        let name = &model.y.rows[pair.unit].name;
        let text =
            format!("{name}: {} / {}", value_text(lang, x, Ok(pair.x)), value_text(lang, y, Ok(pair.y)));
        mark(&painter, on_screen(&transform, pair), &text, theme, &mut Vec::new());
    }
    out.action = brush(ui, &response, brushed, &painter, theme, |rect| {
        let within = model.pairs.iter().filter(|pair| rect.contains(on_screen(&transform, pair)));
        within.map(|pair| model.y.rows[pair.unit].code.clone()).collect()
    });
    if response.clicked() {
        out.action = out.pointed.map(|unit| chosen_by_click(ui, &model.y.rows[unit].code));
    }
    out
}

/// Each class with its colour, and those without a class.
fn classes(state: &State) -> Vec<(Option<usize>, Color32)> {
    let seen = |class: usize| colour(state.vision.sees(state.model.colours[class]));
    let classes = (0..state.model.colours.len()).map(|class| (Some(class), seen(class)));
    classes.chain([(None, Color32::GRAY)]).collect()
}

fn range(pairs: &[Pair]) -> Option<(f64, f64)> {
    let low = pairs.iter().map(|pair| pair.x).reduce(f64::min)?;
    let high = pairs.iter().map(|pair| pair.x).reduce(f64::max)?;
    Some((low, high))
}

fn on_screen(transform: &PlotTransform, pair: &Pair) -> Pos2 {
    transform.position_from_point(&PlotPoint::new(pair.x, pair.y))
}

fn nearest(pairs: &[Pair], transform: &PlotTransform, at: Pos2) -> Option<usize> {
    let distance = |pair: &Pair| on_screen(transform, pair).distance(at);
    let near = pairs.iter().filter(|pair| distance(pair) <= NEAR);
    near.min_by(|a, b| distance(a).total_cmp(&distance(b))).map(|pair| pair.unit)
}

/// A ring around a point, and its name beside it on the side that has room, unless it would cover another.
fn mark(painter: &egui::Painter, at: Pos2, text: &str, theme: &Theme, taken: &mut Vec<Rect>) {
    painter.circle_stroke(at, RADIUS + 2.0, (2.0, theme.ink));
    let right = at.x < painter.clip_rect().center().x;
    let (anchor, shift) = if right { (Align2::LEFT_CENTER, 9.0) } else { (Align2::RIGHT_CENTER, -9.0) };
    let font = FontId::proportional(text_size::SMALL);
    let place = at + egui::vec2(shift, 0.0);
    let galley = painter.layout_no_wrap(text.to_owned(), font.clone(), theme.ink);
    let ground = anchor.anchor_size(place, galley.size()).expand(2.0);
    if taken.iter().any(|other| other.intersects(ground)) {
        return;
    }
    taken.push(ground);
    painter.rect_filled(ground, 3.0, theme.card.gamma_multiply(0.88));
    painter.text(place, anchor, text, font, theme.ink);
}

/// A rectangle dragged over the plot chooses the points in it; with Ctrl they join the choice.
fn brush(
    ui: &Ui,
    response: &egui::Response,
    ends: &mut Option<(Pos2, Pos2)>,
    painter: &egui::Painter,
    theme: &Theme,
    within: impl FnOnce(Rect) -> Vec<Code>,
) -> Option<Action> {
    if response.drag_started_by(PointerButton::Primary) {
        // From where the button went down, not from where the drag was recognised.
        *ends = ui.input(|input| input.pointer.press_origin()).map(|from| (from, from));
    }
    let (from, to) = ends.as_mut()?;
    if let Some(at) = response.interact_pointer_pos() {
        *to = at;
    }
    let rect = Rect::from_two_pos(*from, *to);
    if !response.drag_stopped_by(PointerButton::Primary) {
        painter.rect_stroke(rect, 0.0, (1.5, theme.accent), egui::StrokeKind::Middle);
        return None;
    }
    *ends = None;
    Some(chosen_by_drag(ui, within(rect)))
}
