//! The one line of the time series that is pointed at, here or on the map.

use egui::{Align2, Painter, Pos2, pos2, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use crate::document::{SeriesMode, SeriesSpec};
use crate::engine::State;
use crate::figure::series::{Line, SeriesModel};
use crate::i18n;
use crate::ui::theme::{SPACE, Theme, line_width};
use crate::ui::widgets::small_font;

/// How near to a line the pointer must be to mean it, in points.
const NEAR: f32 = 7.0;

/// The line of a unit of the level shown: of those drawn, or else of all, which are computed into `all` once.
pub fn line<'a>(
    state: &State,
    drawn: &'a SeriesModel,
    mode: SeriesMode,
    unit: usize,
    all: &'a mut Option<SeriesModel>,
) -> Option<&'a Line> {
    let (atlas, level) = (&state.bundle.atlas, state.spec.level);
    let code = &atlas.territories.units(level).get(unit)?.code;
    let is_it = |line: &&Line| line.level == level && line.code == *code;
    if let Some(line) = drawn.lines.iter().find(is_it) {
        return Some(line);
    }
    if all.is_none() {
        let mut spec = SeriesSpec::new(state.spec.indicator.clone(), Vec::new());
        (spec.level, spec.benchmarks, spec.mode) = (Some(level), Vec::new(), mode);
        (spec.method, spec.lang) = (state.spec.method, state.settings.lang);
        *all = SeriesModel::new(&spec, atlas).ok().map(|model| model.value);
    }
    all.as_ref()?.lines.iter().find(is_it)
}

/// Where the values of the lines stand on the screen.
pub struct Places<'a> {
    /// The lines drawn.
    pub model: &'a SeriesModel,
    /// The day of each of its dates.
    pub days: &'a [f64],
    /// From days and values to the screen.
    pub transform: PlotTransform,
}

impl Places<'_> {
    /// The stretches of a line that may be joined.
    fn runs(&self, line: &Line) -> Vec<Vec<Pos2>> {
        let place = |(i, value): (usize, f64)| {
            self.transform.position_from_point(&PlotPoint::new(self.days[i], value))
        };
        let runs = self.model.runs(|i| line.values[i].ok());
        runs.into_iter().map(|run| run.into_iter().map(place).collect()).collect()
    }

    /// The unit of the level shown whose line passes nearest to a place, if near enough.
    pub fn pointed(&self, state: &State, at: Pos2) -> Option<usize> {
        let distance = |line: &Line| {
            let runs = self.runs(line);
            let points = runs.iter().flatten().map(|point| point.distance(at));
            let steps = runs.iter().flat_map(|run| run.windows(2)).map(|ends| from_segment(at, ends));
            points.chain(steps).fold(f32::INFINITY, f32::min)
        };
        let near = self.model.lines.iter().map(|line| (line, distance(line)));
        let (line, _) = near.filter(|(_, d)| *d <= NEAR).min_by(|a, b| a.1.total_cmp(&b.1))?;
        if line.level != state.spec.level {
            return None;
        }
        state.bundle.atlas.territories.position(line.level, &line.code)
    }

    /// Draws a line over the others, with its name and last value; where that is beyond the plot, at its edge.
    pub fn draw(&self, painter: &Painter, state: &State, line: &Line, theme: &Theme) {
        let runs = self.runs(line);
        for run in &runs {
            painter.line(run.clone(), (line_width::CHOSEN, theme.ink));
            for point in run {
                painter.circle_filled(*point, SPACE[0], theme.ink);
            }
        }
        let last = line.values.iter().rev().find_map(|value| value.ok());
        let (Some(end), Some(value), Some(indicator)) =
            (runs.iter().flatten().last(), last, state.indicator())
        else {
            return;
        };
        let text = format!("{}: {}", line.name, i18n::number(state.settings.lang, value, indicator.decimals));
        let galley = painter.layout_no_wrap(text, small_font(), theme.ink);
        let inside = painter.clip_rect().shrink2(vec2(SPACE[0], galley.size().y));
        let at = pos2(end.x.clamp(inside.left(), inside.right()), end.y.clamp(inside.top(), inside.bottom()));
        let ground = Align2::RIGHT_BOTTOM.anchor_size(at - vec2(SPACE[1], SPACE[0]), galley.size());
        painter.rect_filled(ground.expand(2.0), 3.0, theme.card.gamma_multiply(0.88));
        painter.galley(ground.min, galley, theme.ink);
    }
}

/// How far a place is from the straight line between two others.
fn from_segment(at: Pos2, ends: &[Pos2]) -> f32 {
    let (from, along) = (ends[0], ends[1] - ends[0]);
    let share = ((at - from).dot(along) / along.length_sq().max(f32::EPSILON)).clamp(0.0, 1.0);
    (from + along * share).distance(at)
}
