//! The plot itself: points, line, quadrants and names, and what the pointer does over them.

use std::ops::RangeInclusive;

use egui::{
    Align2, Color32, FontId, Painter, PointerButton, Pos2, Rect, Role, Shape, Stroke, Ui, WidgetInfo,
};
use egui_plot::{
    AxisHints, FilledArea, GridMark, HLine, Line, LineStyle, PlotPoint, PlotPoints, PlotTransform, Points,
    VLine,
};

use crate::base::{Code, Level};
use crate::data::Indicator;
use crate::document::ScatterSpec;
use crate::engine::{Action, State};
use crate::figure::point_labels::{Wanted, place};
use crate::figure::scatter::{Key, KeyEntry, Pair, ScatterModel, point_text, shorts};
use crate::figure::symbols::SymbolScale;
use crate::figure::{Box2, style};
use crate::i18n::texts;
use crate::ui::panels::ViewResponse;
use crate::ui::panels::chart::{chosen_by_click, chosen_by_drag, nothing, still_plot, tick, unit_colour};
use crate::ui::theme::{SPACE, Theme, colour, line_width, text_size};

/// How near to a point the pointer must be to mean it, in points.
const NEAR: f32 = 9.0;
/// Radius of a point, the least, and the largest where it stands for something.
const RADIUS: f32 = 3.4;
const LEAST: f32 = 2.0;
const LARGEST: f64 = 16.0;
/// Width of the edge of a point.
const EDGE: f32 = 0.8;
/// How many steps the band of the line is drawn in.
const STEPS: usize = 48;
/// More names than these are a crowd on a screen.
const NAMES: usize = 40;

/// What is drawn.
pub struct Shown<'a> {
    pub state: &'a State,
    pub spec: &'a ScatterSpec,
    pub model: &'a ScatterModel,
    /// The indicators across and upwards.
    pub both: [&'a Indicator; 2],
}

/// Draws it and says what is pointed at and asked for.
pub fn plot(
    ui: &mut Ui,
    shown: &Shown<'_>,
    hovered: Option<usize>,
    brushed: &mut Option<(Pos2, Pos2)>,
) -> ViewResponse {
    let Shown { spec, model, both: [x, y], .. } = *shown;
    let (lang, theme) = (spec.lang, Theme::of(ui));
    if model.pairs.is_empty() {
        nothing(ui, lang.text(texts::WARN_NO_VALUES));
        return ViewResponse::default();
    }
    let axis = move |mark: GridMark, _: &RangeInclusive<f64>| tick(lang, mark);
    let [x_name, y_name] = shorts(lang, model, shown.both);
    let across = AxisHints::new_x().label(x_name).formatter(axis);
    let upwards = AxisHints::new_y().label(y_name).formatter(axis);
    // The names of quadrants want room of their own above and below the points.
    let margin = if model.quadrants.is_some() { 0.12 } else { 0.06 };
    let response = still_plot("scatter", theme, across, upwards)
        .set_margin_fraction(egui::vec2(0.03, margin))
        .show(ui, |plot| {
            if let (Ok(line), Some((low, high)), true) = (&model.line, model.span(), spec.view.line) {
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
            if let Some(Ok(curve)) = &model.curve {
                let hue = theme.hue(style::SERIES[1]);
                plot.line(Line::new("lowess", curve.clone()).color(hue).width(line_width::GROUP));
            }
            if let Some(cut) = &model.quadrants {
                let dashes = LineStyle::dashed_loose();
                plot.vline(VLine::new("cut", cut.x).color(theme.muted).style(dashes));
                plot.hline(HLine::new("cut", cut.y).color(theme.muted).style(dashes));
            }
            // Only for the plot to know how far they reach: their marks differ one by one.
            let points: PlotPoints<'_> =
                model.pairs.iter().map(|pair| [pair.x, pair.y]).chain(model.whole).collect();
            plot.points(Points::new("points", points).radius(0.0).color(Color32::TRANSPARENT));
        });
    let (transform, response) = (response.transform, response.response);
    let label = texts::scatter_name(lang, lang.pick(&y.name), lang.pick(&x.name));
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &label));

    let mut out = ViewResponse::default();
    let pointer = response.hover_pos();
    out.pointed = pointer.and_then(|at| nearest(&model.pairs, &transform, at));
    let painter = ui.painter_at(response.rect);
    let looks = Looks::new(shown, theme);
    marks(&painter, shown, &looks, &transform);
    names(&painter, shown, &looks, &transform, response.rect);
    let lit = out.pointed.or(hovered);
    if let Some(pair) = model.pairs.iter().find(|pair| Some(pair.unit) == lit) {
        let text = point_text(lang, model, shown.both, pair);
        light_up(&painter, on_screen(&transform, pair), looks.radius(pair), &text, theme);
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

/// How points look.
struct Looks<'a> {
    shown: &'a Shown<'a>,
    theme: &'a Theme,
    scale: Option<SymbolScale>,
}

impl<'a> Looks<'a> {
    fn new(shown: &'a Shown<'a>, theme: &'a Theme) -> Self {
        let values = shown.model.pairs.iter().filter_map(|pair| pair.size);
        let scale = shown.model.size.as_ref().and_then(|_| SymbolScale::new(values, LARGEST));
        Self { shown, theme, scale }
    }

    /// Never so small that zero would vanish.
    fn radius(&self, pair: &Pair) -> f32 {
        match (&self.scale, pair.size) {
            (Some(scale), Some(size)) => (scale.radius(size) as f32).max(LEAST),
            (Some(_), None) => LEAST,
            (None, _) => RADIUS,
        }
    }

    /// Colour and marker: those of the key, or else those of the map.
    fn look(&self, pair: &Pair) -> (Color32, usize) {
        let Shown { state, model, .. } = *self.shown;
        match pair.entry.map(|entry| &model.key.entries[entry]) {
            Some(entry) => (key_hue(state, self.theme, &model.key, entry), entry.marker),
            None if !model.key.entries.is_empty() => (Color32::GRAY, 0),
            None => (unit_colour(state, self.theme, pair.unit), 0),
        }
    }
}

/// The colour of an entry of the key: classes keep those of their map, groups must show on either ground.
pub fn key_hue(state: &State, theme: &Theme, key: &Key, entry: &KeyEntry) -> Color32 {
    let seen = state.vision.sees(entry.colour);
    if key.classes_of.is_some() { colour(seen) } else { theme.hue(seen) }
}

/// The points, large ones first; every chosen one with its ring; and the whole.
fn marks(painter: &Painter, shown: &Shown<'_>, looks: &Looks<'_>, transform: &PlotTransform) {
    let mut order: Vec<&Pair> = shown.model.pairs.iter().collect();
    if looks.scale.is_some() {
        order.sort_by(|a, b| looks.radius(b).total_cmp(&looks.radius(a)));
    }
    for pair in order {
        let (hue, kind) = looks.look(pair);
        let (at, radius) = (on_screen(transform, pair), looks.radius(pair));
        let is_hollow = looks.scale.is_some() && pair.size.is_none_or(|size| size < 0.0);
        let (fill, edge) = match (is_hollow, looks.scale.is_some()) {
            (true, _) => (Color32::TRANSPARENT, hue),
            (false, true) => (hue.gamma_multiply(style::SYMBOL_OPACITY as f32), looks.theme.card),
            // Pale classes must show on the ground.
            (false, false) => (hue, looks.theme.muted.gamma_multiply(0.7)),
        };
        painter.add(marker(kind, at, radius, fill, Stroke::new(EDGE, edge)));
    }
    for pair in shown.model.pairs.iter().filter(|pair| pair.chosen) {
        painter.circle_stroke(
            on_screen(transform, pair),
            looks.radius(pair) + 2.0,
            (line_width::HOVER, looks.theme.ink),
        );
    }
    if let Some([x, y]) = shown.model.whole {
        let at = transform.position_from_point(&PlotPoint::new(x, y));
        painter.add(marker(3, at, RADIUS * 1.3, looks.theme.card, Stroke::new(2.0, looks.theme.ink)));
    }
}

/// The filled markers as they are printed.
pub fn marker(kind: usize, at: Pos2, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    let polygon = |points: &[[f32; 2]]| {
        let points = points.iter().map(|[x, y]| at + egui::vec2(*x, *y) * radius).collect();
        Shape::convex_polygon(points, fill, stroke)
    };
    match kind % 4 {
        0 => Shape::Circle(egui::epaint::CircleShape { center: at, radius, fill, stroke }),
        1 => polygon(&[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]]),
        2 => polygon(&[[0.0, -1.25], [1.15, 0.8], [-1.15, 0.8]]),
        _ => polygon(&[[0.0, -1.3], [1.3, 0.0], [0.0, 1.3], [-1.3, 0.0]]),
    }
}

/// The quadrants in their corners with their counts, then the chosen, the outliers and the whole where there is
/// room.
fn names(painter: &Painter, shown: &Shown<'_>, looks: &Looks<'_>, transform: &PlotTransform, rect: Rect) {
    let Shown { spec, model, .. } = *shown;
    let theme = looks.theme;
    let font = FontId::proportional(text_size::SMALL);
    let mut taken: Vec<Box2> = Vec::new();
    if let Some(cut) = &model.quadrants {
        let inner = rect.shrink(SPACE[0]);
        for (i, name) in model.quadrant_names.names.iter().enumerate() {
            let text = format!("{name}: {}", cut.counts[i]);
            let galley = painter.layout(text, font.clone(), theme.muted, inner.width() * 0.45);
            let (corner, anchor) = match i {
                0 => (inner.right_top(), Align2::RIGHT_TOP),
                1 => (inner.left_bottom(), Align2::LEFT_BOTTOM),
                2 => (inner.left_top(), Align2::LEFT_TOP),
                _ => (inner.right_bottom(), Align2::RIGHT_BOTTOM),
            };
            let ground = anchor.anchor_size(corner, galley.size());
            taken.push(boxed(ground));
            painter.rect_filled(ground.expand(2.0), 3.0, theme.card.gamma_multiply(0.8));
            painter.galley(ground.min, galley, theme.muted);
        }
    }
    let mut wanted: Vec<(Pos2, f32, String)> = model
        .labelled(spec)
        .into_iter()
        .take(NAMES)
        .map(|i| &model.pairs[i])
        .map(|pair| {
            let name = model.y.rows[pair.unit].name.clone();
            (on_screen(transform, pair), looks.radius(pair) + 2.0, name)
        })
        .collect();
    if let Some([x, y]) = model.whole {
        let at = transform.position_from_point(&PlotPoint::new(x, y));
        wanted.push((at, RADIUS * 1.5, spec.lang.level(Level::Ats).to_owned()));
    }
    if wanted.is_empty() {
        return;
    }
    let galleys: Vec<_> = wanted
        .iter()
        .map(|(_, _, name)| painter.layout_no_wrap(name.clone(), font.clone(), theme.ink))
        .collect();
    let places: Vec<Wanted> = wanted
        .iter()
        .zip(&galleys)
        .map(|((at, radius, _), galley)| Wanted {
            at: [f64::from(at.x), f64::from(at.y)],
            radius: f64::from(*radius),
            width: f64::from(galley.size().x),
            height: f64::from(galley.size().y),
        })
        .collect();
    let at = |pair: &Pair| on_screen(transform, pair);
    let dots: Vec<[f64; 2]> =
        model.pairs.iter().map(|pair| [f64::from(at(pair).x), f64::from(at(pair).y)]).collect();
    for (galley, ground) in galleys.into_iter().zip(place(&places, &dots, taken, boxed(rect))) {
        let Some(ground) = ground else { continue };
        let at = Pos2::new(ground.x as f32, ground.y as f32);
        let under = Rect::from_min_size(at, galley.size()).expand2(egui::vec2(2.0, -1.0));
        painter.rect_filled(under, 3.0, theme.card.gamma_multiply(0.8));
        painter.galley(at, galley, theme.ink);
    }
}

fn boxed(rect: Rect) -> Box2 {
    let [x, y, width, height] = [rect.min.x, rect.min.y, rect.width(), rect.height()].map(f64::from);
    Box2 { x, y, width, height }
}

fn on_screen(transform: &PlotTransform, pair: &Pair) -> Pos2 {
    transform.position_from_point(&PlotPoint::new(pair.x, pair.y))
}

fn nearest(pairs: &[Pair], transform: &PlotTransform, at: Pos2) -> Option<usize> {
    let distance = |pair: &Pair| on_screen(transform, pair).distance(at);
    let near = pairs.iter().filter(|pair| distance(pair) <= NEAR);
    near.min_by(|a, b| distance(a).total_cmp(&distance(b))).map(|pair| pair.unit)
}

/// A ring around a point, and what it says beside it on the side that has room, over all else.
fn light_up(painter: &Painter, at: Pos2, radius: f32, text: &str, theme: &Theme) {
    painter.circle_stroke(at, radius + 2.0, (line_width::HOVER, theme.ink));
    let right = at.x < painter.clip_rect().center().x;
    let reach = radius + 6.0;
    let (anchor, shift) = if right { (Align2::LEFT_CENTER, reach) } else { (Align2::RIGHT_CENTER, -reach) };
    let font = FontId::proportional(text_size::SMALL);
    let place = at + egui::vec2(shift, 0.0);
    let galley = painter.layout_no_wrap(text.to_owned(), font.clone(), theme.ink);
    painter.rect_filled(anchor.anchor_size(place, galley.size()).expand(2.0), 3.0, theme.card);
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
