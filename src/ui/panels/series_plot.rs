//! The time series as the window draws it: lines, breaks, the span of the Comuni, and names at the lines' ends.

use std::ops::RangeInclusive;

use egui::{Align2, Color32, Pos2, Role, Ui, WidgetInfo};
use egui_plot::{
    AxisHints, FilledArea, GridInput, GridMark, Line, LineStyle, PlotPoint, PlotPoints, PlotTransform,
    Points, VLine,
};

use super::chart::{nothing, still_plot, tick};
use crate::base::{Code, Level};
use crate::data::Caption;
use crate::document::{SeriesMode, SeriesSpec};
use crate::engine::State;
use crate::figure::chart::end_labels::spread;
use crate::figure::series::{LineRole, MOST_CHOSEN, SeriesModel, axis_words, drawn_text, line_name};
use crate::figure::{reference_label, style};
use crate::i18n::texts;
use crate::ui::theme::{SPACE, Theme, line_width};
use crate::ui::widgets::small_font;

/// How near to a line the pointer must be to mean it, in points.
const NEAR: f32 = 8.0;
/// Radius of a point.
const RADIUS: f32 = 3.0;
/// A year in days, as the axis counts them.
const YEAR: f64 = 365.0;
/// About the width of the upright axis with its numbers, in points.
const AXIS: f32 = 60.0;
/// The most of the plot's width that names at the lines' ends take.
const NAMES: f32 = 0.45;

/// A line as it is drawn.
struct Drawn<'a> {
    code: &'a Code,
    level: Option<Level>,
    name: String,
    hue: Color32,
    style: LineStyle,
    /// The stretches that may be joined, as day and value.
    runs: Vec<Vec<[f64; 2]>>,
}

/// What is drawn.
pub struct Shown<'a> {
    pub state: &'a State,
    pub spec: &'a SeriesSpec,
    pub caption: Caption<'a>,
    pub model: &'a SeriesModel,
    /// Where the unit pointed at is not among the lines: its own.
    pub beside: Option<&'a SeriesModel>,
    /// The unit pointed at, here or in another view.
    pub lit: Option<&'a Code>,
}

/// The plot; gives the unit of the map's level whose line is pointed at.
pub fn plot(ui: &mut Ui, shown: &Shown<'_>) -> Option<usize> {
    let Shown { state, spec, caption, model, beside, lit } = *shown;
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let days = days(model);
    let (names_of, ticks) = (&days, days.clone());
    let dates = move |mark: GridMark, _: &RangeInclusive<f64>| {
        let at = names_of.iter().position(|day| *day == mark.value);
        at.map(|i| reference_label(lang, model.references[i])).unwrap_or_default()
    };
    // A tick at each reference and nowhere else.
    let marks =
        move |_: GridInput| ticks.iter().map(|day| GridMark { value: *day, step_size: YEAR }).collect();
    let many =
        model.of(LineRole::Chosen).next().is_none() && model.of(LineRole::Context).count() > MOST_CHOSEN;
    let lines = lines(spec, model, theme);
    if lines.iter().all(|line| line.runs.is_empty()) {
        nothing(ui, lang.text(texts::SERIES_NO_VALUES));
        return None;
    }
    let beside = beside.map(|model| self::lines(spec, model, theme)).unwrap_or_default();
    let short = lang.pick(caption.short);
    let label = format!("{}: {short}", lang.text(texts::TAB_SERIES));
    let across = AxisHints::new_x().formatter(dates);
    let counted = match spec.mode {
        SeriesMode::Base100 | SeriesMode::Ats100 => axis_words(spec, model, caption),
        SeriesMode::Absolute | SeriesMode::Change => short.to_owned(),
    };
    let upwards = AxisHints::new_y().label(counted).formatter(move |mark, _| tick(lang, mark));
    let room = if many { 0.0 } else { room_for_names(ui, &lines) };
    let span = days.last().zip(days.first()).map_or(0.0, |(last, first)| last - first).max(YEAR);
    let response = still_plot("series", theme, across, upwards)
        .x_grid_spacer(marks)
        .include_x(days.last().copied().unwrap_or(0.0) + f64::from(room) * span)
        .set_margin_fraction(egui::vec2(0.04, 0.1))
        .show(ui, |plot| {
            if let Some(band) = &model.band {
                for run in model.runs(&model.own, |i| band.extremes[i]) {
                    let xs: Vec<f64> = run.iter().map(|(i, _)| days[*i]).collect();
                    let (low, high): (Vec<f64>, Vec<f64>) = run.iter().map(|(_, ends)| *ends).unzip();
                    let soft = theme.accent.gamma_multiply(0.16);
                    plot.add(FilledArea::new("band", &xs, &low, &high).fill_color(soft));
                }
            }
            for found in &model.breaks {
                let middle = (days[found.after] + days[model.own_after(found.after)]) / 2.0;
                let mark = VLine::new("break", middle).color(theme.muted).style(LineStyle::dashed_dense());
                plot.vline(mark.width(1.0));
            }
            for Drawn { code, name, hue, style, runs, .. } in &lines {
                let width = if Some(*code) == lit { line_width::CHOSEN * 1.5 } else { line_width::GROUP };
                for run in runs {
                    let line = Line::new(name.clone(), run.clone()).color(*hue).width(width).style(*style);
                    plot.line(line);
                    let points: PlotPoints<'_> = run.iter().copied().collect();
                    let radius = if Some(*code) == lit { RADIUS * 1.4 } else { RADIUS };
                    plot.points(Points::new(name.clone(), points).color(*hue).radius(radius));
                }
            }
        });
    let (transform, response) = (response.transform, response.response);
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &label));
    let painter = ui.painter_at(response.rect.expand2(egui::vec2(0.0, SPACE[1])));
    if !many {
        names(&painter, &lines, &transform, response.rect);
    }
    break_names(&painter, model, &days, &transform, theme, lang.text(texts::SERIES_BREAK_MARK));
    // A line of a crowd has no name of its own.
    let nameless = beside.iter().chain(lines.iter().filter(|_| many));
    if let Some(line) = nameless.into_iter().find(|line| Some(line.code) == lit) {
        light_up(&ui.painter_at(*transform.frame()), line, &transform, theme);
    }
    let at = response.hover_pos()?;
    let line = lines.iter().map(|line| (distance(line, &transform, at), line));
    let (_, line) = line.filter(|(d, _)| *d <= NEAR).min_by(|a, b| a.0.total_cmp(&b.0))?;
    let point = line.runs.iter().flatten().min_by(|a, b| {
        let away = |point: &[f64; 2]| on_screen(&transform, *point).distance(at);
        away(a).total_cmp(&away(b))
    })?;
    let when =
        days.iter().position(|day| *day == point[0]).map(|i| reference_label(lang, model.references[i]));
    let text =
        format!("{} {} ({})", line.name, drawn_text(spec, caption, Ok(point[1])), when.unwrap_or_default());
    response.on_hover_text_at_pointer(text);
    line.level.filter(|level| *level == state.document.map.level)?;
    state.model.table.rows.iter().position(|row| row.code == *line.code)
}

/// Where the references stand on the axis.
fn days(model: &SeriesModel) -> Vec<f64> {
    model.references.iter().map(|at| at.day_on_axis().day_number() as f64).collect()
}

fn lines<'a>(spec: &SeriesSpec, model: &'a SeriesModel, theme: &Theme) -> Vec<Drawn<'a>> {
    let (days, mut chosen) = (days(model), 0);
    let drawn = model.lines.iter().map(|line| {
        let (hue, style) = match line.role {
            LineRole::Benchmark if line.level == Some(Level::Ats) && line.published.is_none() => {
                (theme.ink, LineStyle::dashed_loose())
            }
            LineRole::Benchmark => (theme.muted, LineStyle::dashed_dense()),
            LineRole::Chosen => {
                chosen += 1;
                (theme.hue(style::SERIES[(chosen - 1) % style::SERIES.len()]), LineStyle::Solid)
            }
            LineRole::Context => (theme.hue(style::CONTEXT), LineStyle::Solid),
        };
        let runs = model.runs_of(line).into_iter();
        let runs = runs.map(|run| run.into_iter().map(|(i, value)| [days[i], value]).collect()).collect();
        let name = line_name(spec.lang, model, line);
        Drawn { code: &line.code, level: line.level, name, hue, style, runs }
    });
    drawn.collect()
}

/// The share of time that the names beyond the last reference take.
fn room_for_names(ui: &Ui, lines: &[Drawn<'_>]) -> f32 {
    let font = small_font();
    let width = |line: &Drawn<'_>| {
        ui.painter().layout_no_wrap(line.name.clone(), font.clone(), line.hue).size().x + SPACE[4]
    };
    let plot = (ui.available_width() - AXIS).max(1.0);
    let share = (lines.iter().map(width).fold(0.0, f32::max) / plot).min(NAMES);
    share / (1.0 - share)
}

/// The names at the ends of the lines, moved apart where they would cover each other.
fn names(painter: &egui::Painter, lines: &[Drawn<'_>], transform: &PlotTransform, rect: egui::Rect) {
    let font = small_font();
    let ends = lines.iter().filter_map(|line| Some((line, *line.runs.last()?.last()?)));
    let mut ends: Vec<(&Drawn<'_>, Pos2)> =
        ends.map(|(line, end)| (line, on_screen(transform, end))).collect();
    ends.sort_by(|a, b| a.1.x.total_cmp(&b.1.x).then(a.1.y.total_cmp(&b.1.y)));
    // Those that end together stand in one column.
    for column in ends.chunk_by(|a, b| a.1.x == b.1.x) {
        let height = f64::from(painter.fonts_mut(|fonts| fonts.row_height(&font)));
        let wanted: Vec<(f64, f64)> = column.iter().map(|(_, end)| (f64::from(end.y), height)).collect();
        let (top, bottom) = (f64::from(rect.top()), f64::from(rect.bottom()));
        let Some(places) = spread(&wanted, top, bottom) else { continue };
        for ((line, end), y) in column.iter().zip(places) {
            let at = egui::pos2(end.x + SPACE[1], y as f32);
            painter.text(at, Align2::LEFT_CENTER, &line.name, font.clone(), line.hue);
        }
    }
}

/// A line over the others, which stay as they are: beyond them its name stands at the edge.
fn light_up(painter: &egui::Painter, line: &Drawn<'_>, transform: &PlotTransform, theme: &Theme) {
    let place = |point: &[f64; 2]| on_screen(transform, *point);
    for run in &line.runs {
        let run: Vec<Pos2> = run.iter().map(place).collect();
        for at in &run {
            painter.circle_filled(*at, RADIUS * 0.7, theme.ink);
        }
        painter.line(run, (line_width::GROUP, theme.ink));
    }
    let Some(end) = line.runs.iter().flatten().last().map(place) else { return };
    let galley = painter.layout_no_wrap(line.name.clone(), small_font(), theme.ink);
    let inside = transform.frame().shrink2(egui::vec2(SPACE[0], galley.size().y / 2.0));
    let right = (inside.right() - galley.size().x).max(inside.left());
    let left = (end.x + SPACE[1]).clamp(inside.left(), right);
    let at = egui::pos2(left, end.y.clamp(inside.top(), inside.bottom()) - galley.size().y / 2.0);
    let ground = egui::Rect::from_min_size(at, galley.size()).expand2(egui::vec2(2.0, 0.0));
    painter.rect_filled(ground, 3.0, theme.card);
    painter.galley(at, galley, theme.ink);
}

/// What the upright marks are, at their upper end.
fn break_names(
    painter: &egui::Painter,
    model: &SeriesModel,
    days: &[f64],
    transform: &PlotTransform,
    theme: &Theme,
    name: &str,
) {
    let mut afters: Vec<usize> = model.breaks.iter().map(|found| found.after).collect();
    afters.dedup();
    for after in afters {
        let middle = (days[after] + days[model.own_after(after)]) / 2.0;
        let x = on_screen(transform, [middle, 0.0]).x;
        let at = egui::pos2(x + SPACE[0], transform.frame().top());
        painter.text(at, Align2::LEFT_TOP, name, small_font(), theme.muted);
    }
}

fn on_screen(transform: &PlotTransform, [x, y]: [f64; 2]) -> Pos2 {
    transform.position_from_point(&PlotPoint::new(x, y))
}

/// How far a line passes from a place on the screen.
fn distance(line: &Drawn<'_>, transform: &PlotTransform, at: Pos2) -> f32 {
    let of_run = |run: &Vec<[f64; 2]>| {
        let points: Vec<Pos2> = run.iter().map(|point| on_screen(transform, *point)).collect();
        let to_point = points.iter().map(|point| point.distance(at)).fold(f32::INFINITY, f32::min);
        points.windows(2).map(|pair| to_segment(pair[0], pair[1], at)).fold(to_point, f32::min)
    };
    line.runs.iter().map(of_run).fold(f32::INFINITY, f32::min)
}

fn to_segment(from: Pos2, to: Pos2, at: Pos2) -> f32 {
    let along = to - from;
    let share = ((at - from).dot(along) / along.length_sq().max(f32::EPSILON)).clamp(0.0, 1.0);
    (from + share * along).distance(at)
}
