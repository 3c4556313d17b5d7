//! The time series in the window: the drawing of the page, with the line pointed at drawn over it.

use std::sync::Arc;

use egui::{Painter, Pos2, Rangef, Rect, Ui, pos2, vec2};

use crate::base::Code;
use crate::data::{Caption, Quality};
use crate::document::SeriesSpec;
use crate::engine::State;
use crate::figure::quality::in_words;
use crate::figure::reference_name;
use crate::figure::series::{Frame, Line, LineRole, Placed, SeriesModel, drawn_text, line_name};
use crate::i18n::texts;
use crate::scene::{Anchor, Node, Scene, text};
use crate::ui::scene_painter::{Ask, Look, Place, SceneMemory, show_with};
use crate::ui::theme::{SPACE, Theme, line_width};
use crate::ui::widgets::small_font;

/// Radius of the points of a highlighted line.
const RADIUS: f32 = 2.0;

pub struct Shown<'a> {
    pub state: &'a State,
    pub spec: &'a SeriesSpec,
    pub caption: Caption<'a>,
    pub model: &'a SeriesModel,
    /// The unit's own line, if it is not among those drawn.
    pub beside: Option<&'a SeriesModel>,
    /// The unit pointed at, here or in another view.
    pub highlighted: Option<&'a Code>,
}

/// Draws it; returns the unit of the map's level whose line is pointed at.
pub fn plot(
    ui: &mut Ui,
    shown: &Shown<'_>,
    (scene, frame): &(Arc<Scene>, Frame),
    memory: &mut SceneMemory,
) -> Option<usize> {
    let Shown { state, spec, caption, model, beside, highlighted } = *shown;
    let lang = spec.lang;
    let name = format!("{}: {}", lang.text(texts::TAB_SERIES), lang.pick(caption.short));
    let placed = frame.placed();
    let tip = |code: &Code, at: Pos2| tip_at(shown, placed?, code, at);
    let look = Look { vision: state.vision, highlighted };
    let ask = Ask { name: Some(&name), tip: Some(&tip), ..Ask::default() };
    let seen = show_with(ui, scene, memory, look, ask);
    if let Some((placed, highlighted)) = placed.zip(highlighted) {
        // Lines of the context have no label of their own.
        let theme = Theme::of(ui);
        let nameless = |line: &&Line| line.code == *highlighted && line.role == LineRole::Context;
        let painter = ui.painter_at(seen.place.rect(area(placed, scene)));
        let written = written(scene, seen.place);
        if let Some(line) = model.lines.iter().find(nameless) {
            light_up(&painter, shown, (model, line), (placed, &written), seen.place, theme);
        } else if let Some((model, line)) = beside.and_then(|model| Some((model, model.lines.first()?))) {
            light_up(&painter, shown, (model, line), (placed, &written), seen.place, theme);
        }
    }
    let pointed = seen.pointed?;
    state.model.table.rows.iter().position(|row| row.code == pointed)
}

/// The plot and the labels right of it: highlights stay within.
fn area(placed: &Placed, scene: &Scene) -> Rect {
    let [x, y, height] = [placed.area.x, placed.area.y, placed.area.height].map(|side| side as f32);
    Rect::from_min_max(pos2(x, y), pos2(scene.width.0 as f32, y + height))
}

/// What the line of a territory shows at the reference nearest to the pointer.
fn tip_at(shown: &Shown<'_>, placed: &Placed, code: &Code, at: Pos2) -> Option<String> {
    let Shown { spec, caption, model, .. } = *shown;
    let points = model.lines.iter().filter(|line| line.code == *code).flat_map(|line| {
        let values = line.at.iter().zip(&line.values).zip(&line.qualities);
        values.filter_map(move |((position, value), quality)| {
            let value = value.ok()?;
            let [x, y] = placed.at(*position, value);
            Some((line, *position, value, *quality, pos2(x as f32, y as f32).distance(at)))
        })
    });
    let (line, position, value, quality, _): (_, _, _, Quality, _) =
        points.min_by(|a, b| a.4.total_cmp(&b.4))?;
    let name = line_name(spec.lang, model, line);
    let when = in_words(spec.lang, reference_name(spec.lang, model.stated(position)), quality);
    Some(format!("{name} {} ({when})", drawn_text(spec, caption, Ok(value))))
}

/// Draws a line over the others, which stay as they are, with its name at its end.
fn light_up(
    painter: &Painter,
    shown: &Shown<'_>,
    (model, line): (&SeriesModel, &Line),
    (placed, written): (&Placed, &[Rect]),
    place: Place,
    theme: &Theme,
) {
    // A single line has fewer references than all lines together.
    let position = |of: usize| shown.model.references.iter().position(|at| *at == model.references[of]);
    let on_screen = |(of, value): (usize, f64)| {
        let [x, y] = placed.at(position(of)?, value);
        Some(place.point(pos2(x as f32, y as f32)))
    };
    let runs: Vec<Vec<Pos2>> =
        model.runs_of(line).into_iter().map(|run| run.into_iter().filter_map(on_screen).collect()).collect();
    for run in &runs {
        for at in run {
            painter.circle_filled(*at, RADIUS, theme.ink);
        }
        painter.line(run.clone(), (line_width::GROUP, theme.ink));
    }
    let Some(end) = runs.iter().flatten().last() else { return };
    let name = line_name(shown.spec.lang, model, line);
    let galley = painter.layout_no_wrap(name, small_font(), theme.ink);
    let inside = painter.clip_rect().shrink2(vec2(SPACE[0], galley.size().y / 2.0));
    let right = (inside.right() - galley.size().x).max(inside.left());
    let left = (end.x + SPACE[1]).clamp(inside.left(), right);
    let wanted = pos2(left, end.y.clamp(inside.top(), inside.bottom()) - galley.size().y / 2.0);
    let at = free_spot(
        Rect::from_min_size(wanted, galley.size()),
        inside.y_range().expand(galley.size().y / 2.0),
        written,
    );
    let behind = Rect::from_min_size(at, galley.size()).expand2(vec2(2.0, 0.0));
    painter.rect_filled(behind, 3.0, theme.card);
    painter.galley(at, galley, theme.ink);
}

/// The lines of text of a scene on the screen.
fn written(scene: &Scene, place: Place) -> Vec<Rect> {
    fn collect(nodes: &[Node], place: Place, out: &mut Vec<Rect>) {
        for node in nodes {
            match node {
                Node::Group(group) => collect(&group.nodes, place, out),
                Node::Text(run) => {
                    let width = text::width(&run.content, run.size, run.weight);
                    let left = match run.anchor {
                        Anchor::Start => run.x,
                        Anchor::Middle => run.x - width / 2.0,
                        Anchor::End => run.x - width,
                    };
                    let [left, top, right, bottom] =
                        [left, run.y - run.size * 0.8, left + width, run.y + run.size * 0.25]
                            .map(|at| at as f32);
                    out.push(place.rect(Rect::from_min_max(pos2(left, top), pos2(right, bottom))));
                }
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    collect(&scene.nodes, place, &mut out);
    out
}

/// The place nearest to the wanted one, above or below it, where a name covers nothing that is written; the wanted one where there
/// is none.
fn free_spot(wanted: Rect, heights: Rangef, written: &[Rect]) -> Pos2 {
    const STEP: f32 = 2.0;
    let steps = ((heights.max - heights.min) / STEP).max(0.0) as usize;
    let moved = (0..=steps).flat_map(|i| [i as f32 * STEP, i as f32 * -STEP]);
    let free = moved.map(|by| wanted.translate(vec2(0.0, by))).find(|at| {
        heights.contains(at.top())
            && heights.contains(at.bottom())
            && written.iter().all(|other| !other.intersects(*at))
    });
    free.unwrap_or(wanted).min
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_way_to_what_is_written() {
        let wanted = Rect::from_min_size(pos2(100.0, 50.0), vec2(40.0, 10.0));
        let heights = Rangef::new(0.0, 100.0);
        assert_eq!(free_spot(wanted, heights, &[]), wanted.min);
        let other = wanted.translate(vec2(5.0, 3.0));
        let moved = free_spot(wanted, heights, &[other]);
        assert_eq!(moved, pos2(100.0, 42.0), "the nearest free place is above");
        let all = Rect::from_x_y_ranges(0.0..=200.0, 0.0..=100.0);
        assert_eq!(free_spot(wanted, heights, &[all]), wanted.min);
    }
}
