//! Below: the indicator shown over time, one line for each chosen territory and one for the ATS.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{Align2, Color32, Role, Ui, WidgetInfo};
use egui_plot::{AxisHints, GridInput, GridMark, Line, PlotPoint, PlotPoints, Points, Text};

use super::ViewResponse;
use super::chart::{still_plot, tick};
use super::series_lit as lit;
use crate::base::{Code, Level, Rgb, Warned};
use crate::data::Kind;
use crate::document::{SeriesMode, SeriesSpec};
use crate::engine::State;
use crate::figure::MapModel;
use crate::figure::series::{Line as SeriesLine, LineRole, MOST_CHOSEN, SeriesModel};
use crate::figure::style;
use crate::i18n::{self, texts};
use crate::ui::theme::{SIDE_TEXT_WIDTH, Theme, line_width, text_size};
use crate::ui::widgets::{heading, segmented, small};

/// What the panel remembers while the program runs.
#[derive(Default)]
pub struct SeriesMemory {
    mode: SeriesMode,
    computed: Option<Computed>,
}

/// What is worked out once for a map, a choice and a mode.
struct Computed {
    of: Arc<MapModel>,
    chosen: Vec<Code>,
    mode: SeriesMode,
    model: Result<Warned<SeriesModel>, String>,
    /// The lines of all units of the level, once one is pointed at elsewhere that is not among those drawn.
    all: Option<SeriesModel>,
}

/// The lines of the chosen territories, with what must be known of them beside. `hovered` is the unit pointed at on
/// the map: its line is drawn too.
pub fn series_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut SeriesMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let mut out = ViewResponse::default();
    let lang = state.settings.lang;
    let Some(indicator) = state.indicator() else { return out };
    let mode = memory.mode;
    let fresh =
        |c: &Computed| Arc::ptr_eq(&c.of, &state.model) && c.chosen == state.spec.chosen && c.mode == mode;
    let computed = match memory.computed.take() {
        Some(computed) if fresh(&computed) => computed,
        _ => {
            let model = SeriesModel::new(&spec(state, indicator.kind, mode), &state.bundle.atlas);
            Computed {
                of: state.model.clone(),
                chosen: state.spec.chosen.clone(),
                mode,
                model: model.map_err(|error| error.to_string()),
                all: None,
            }
        }
    };
    let computed = memory.computed.insert(computed);
    ui.horizontal_top(|ui| {
        let room = egui::vec2(SIDE_TEXT_WIDTH, ui.available_height());
        ui.allocate_ui_with_layout(room, egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(SIDE_TEXT_WIDTH);
            egui::ScrollArea::vertical().id_salt("series_text").auto_shrink([false, false]).show(ui, |ui| {
                heading(ui, lang.pick(&indicator.name));
                let modes = [
                    (SeriesMode::Absolute, texts::MODE_ABSOLUTE),
                    (SeriesMode::Change, texts::MODE_CHANGE),
                    (SeriesMode::Base100, texts::MODE_BASE_100),
                ];
                let modes = modes.map(|(mode, text)| (mode, lang.text(text).to_owned()));
                if let Some(picked) = segmented(ui, modes, mode) {
                    memory.mode = picked;
                }
                if state.spec.chosen.is_empty() {
                    small(ui, lang.text(texts::SERIES_CHOOSE));
                }
                match &computed.model {
                    Ok(model) => {
                        for remark in &model.diagnostics {
                            small(ui, &remark.message);
                        }
                    }
                    Err(why) => {
                        small(ui, why);
                    }
                }
            });
        });
        let Computed { model, all, .. } = computed;
        if let Ok(model) = model {
            let lit = hovered.and_then(|unit| lit::line(state, &model.value, mode, unit, all));
            out.pointed = plot(ui, state, &model.value, lit);
        }
    });
    out
}

/// The chosen against the ATS; of a count the ATS is left out, unless all start from one hundred.
fn spec(state: &State, kind: Kind, mode: SeriesMode) -> SeriesSpec {
    let mut spec = SeriesSpec::new(state.spec.indicator.clone(), state.spec.chosen.clone());
    let alone = kind == Kind::Count && mode != SeriesMode::Base100 && !spec.chosen.is_empty();
    spec.benchmarks = if alone { Vec::new() } else { vec![Level::Ats] };
    (spec.method, spec.mode, spec.lang) = (state.spec.method, mode, state.settings.lang);
    spec
}

/// A line as it is drawn.
struct Drawn {
    name: String,
    hue: Color32,
    /// The stretches that may be joined, as day and value.
    runs: Vec<Vec<[f64; 2]>>,
}

/// Draws the lines and gives the unit whose line the pointer is on.
fn plot(ui: &mut Ui, state: &State, model: &SeriesModel, lit: Option<&SeriesLine>) -> Option<usize> {
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let days: Vec<f64> = model.dates.iter().map(|date| date.day_number() as f64).collect();
    let dates = move |mark: GridMark, _: &RangeInclusive<f64>| {
        let at = model.dates.iter().find(|date| date.day_number() as f64 == mark.value);
        at.map(|date| i18n::date(lang, *date)).unwrap_or_default()
    };
    // A tick at each reference date and nowhere else.
    let ticks = days.clone();
    let marks =
        move |_: GridInput| ticks.iter().map(|day| GridMark { value: *day, step_size: 365.0 }).collect();
    let many = model.of(LineRole::Chosen).count() > MOST_CHOSEN;
    let mut chosen = 0;
    let lines: Vec<Drawn> = model
        .lines
        .iter()
        .map(|line| {
            let hue: Rgb = match line.role {
                LineRole::Benchmark => style::BENCHMARKS[0],
                LineRole::Chosen if !many => {
                    chosen += 1;
                    style::SERIES[(chosen - 1) % style::SERIES.len()]
                }
                _ => style::CONTEXT,
            };
            let hue = if line.role == LineRole::Benchmark { theme.ink } else { theme.hue(hue) };
            let runs = model.runs(|i| line.values[i].ok());
            let runs = runs.into_iter().map(|run| run.into_iter().map(|(i, v)| [days[i], v]).collect());
            // There is one ATS, and its full name has no room here.
            let name = if line.level == Level::Ats { lang.level(Level::Ats) } else { &line.name };
            Drawn { name: name.to_owned(), hue, runs: runs.collect() }
        })
        .collect();
    let short = state.indicator().map_or("", |indicator| lang.pick(&indicator.short));
    let label = format!("{}: {short}", lang.text(texts::TAB_SERIES));
    let across = AxisHints::new_x().formatter(dates);
    let upwards = AxisHints::new_y().label(short).formatter(move |mark, _| tick(lang, mark));
    let response = still_plot("series", theme, across, upwards)
        .x_grid_spacer(marks)
        // Room on the right for the names at the lines' ends.
        .include_x(days.last().copied().unwrap_or(0.0) + 0.22 * span(&days))
        .set_margin_fraction(egui::vec2(0.04, 0.1))
        .show(ui, |plot| {
            for Drawn { name, hue, runs } in &lines {
                for run in runs {
                    plot.line(Line::new(name.clone(), run.clone()).color(*hue).width(line_width::GROUP));
                    let points: PlotPoints<'_> = run.iter().copied().collect();
                    plot.points(Points::new(name.clone(), points).color(*hue).radius(3.0));
                }
                if let Some([x, y]) = runs.last().and_then(|run| run.last()).filter(|_| !many) {
                    let text = egui::RichText::new(format!("  {name}")).size(text_size::SMALL);
                    let at = PlotPoint::new(*x, *y);
                    plot.text(Text::new(name.clone(), at, text).color(*hue).anchor(Align2::LEFT_CENTER));
                }
            }
        });
    let (transform, response) = (response.transform, response.response);
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &label));
    let places = lit::Places { model, days: &days, transform };
    if let Some(line) = lit {
        places.draw(&ui.painter_at(*transform.frame()), state, line, theme);
    }
    places.pointed(state, response.hover_pos()?)
}

fn span(days: &[f64]) -> f64 {
    match days {
        [first, .., last] => last - first,
        _ => 365.0,
    }
}
