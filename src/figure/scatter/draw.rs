//! The layout of a scatterplot.

use crate::base::Rgb;
use crate::data::Atlas;
use crate::document::ScatterSpec;
use crate::figure::chart::marks::{dashed, marker};
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, axis_title, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::remark::Warned;
use crate::i18n::texts;
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::legend::Legend;
use super::looks::{Drawing, LOWESS, Looks, OVERALL, SPLIT};
use super::names;
use super::numbers::{Pair, ScatterModel};
use super::words::{self, Both};

/// Space above and below the points for the names of quadrants, as a share of their span.
const AIR: f64 = 0.08;
/// How many steps the band is drawn in.
const STEPS: usize = 256;
/// A plot narrower than this has its statistics in footer type.
const NARROW: f64 = 300.0;
/// Height of a line of text below the plot, in type sizes.
const LEADING: f64 = 1.35;

/// The nodes of the page; `None` where heading, footer and key leave no room for a plot.
pub fn build(
    spec: &ScatterSpec,
    model: &ScatterModel,
    both: Both<'_>,
    atlas: &Atlas,
    page: &Page,
) -> Option<Warned<Vec<Node>>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let Some(scales) = scales(spec, model, both, body, sizes) else {
        nodes.push(Node::Group(in_place(lang.text(texts::SCATTER_NO_PAIRS), body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(Warned { value: nodes, remarks: Vec::new() });
    };
    let looks = Looks::new(model, sizes);
    let size = sizes.legend;
    // The window shows the key and the statistics beside the plot.
    let legend = (!page.is_panel).then(|| Legend::new(spec, model, atlas, &looks, sizes));
    let mut axes = Vec::new();
    let [mut across, mut upwards] = words::axes(lang, model, both);
    for (title, scale) in [&mut across, &mut upwards].into_iter().zip(&scales) {
        if scale.is_logarithmic() {
            *title = texts::axis_logarithmic(lang, &title);
        }
    }

    // A short key stands at the right of the title of the axis, where both have room.
    let free = body.width - text::width(&upwards, size, Weight::SemiBold) - size * 2.0;
    let short = legend.as_ref().filter(|legend| legend.is_short() && legend.row_width() <= free);
    let mut key = Vec::new();
    if let Some(legend) = short {
        key.extend(legend.row(body.x + body.width - legend.row_width(), body.y + size * 0.2));
    }
    let legend = legend.as_ref().filter(|_| short.is_none());
    // Else beside the plot if the page is landscape and wide enough for every name, else below it.
    let wide = legend.map_or(0.0, Legend::width);
    let column = Box2 { x: body.x + body.width - wide, width: wide, ..body };
    let beside = legend
        .and_then(|legend| legend.column(column))
        .filter(|_| body.width >= 1.15 * body.height && wide <= body.width * 0.3);
    let inner = if beside.is_some() { body.width - wide - size * 1.6 } else { body.width };

    let room = Box2 { width: inner, ..body };
    let top = axis_title(lang, &upwards, true, room, size, &mut axes) + size;

    // From the bottom: what is said in numbers, in plain words, the key, the title of the x axis.
    let sentences = if body.width < NARROW { sizes.footer } else { size };
    // In a text that has its own heading, notes and reading it would be said twice, and the second time too small to read.
    let is_in_text = !spec.page.shows.heading && !spec.page.shows.footer;
    let below = match page.is_panel || is_in_text {
        true => Vec::new(),
        false => {
            let plain =
                words::plainly(spec, model, both).into_iter().map(|text| (text, sentences, style::INK));
            let numbers = (words::in_numbers(spec, model, both), sizes.footer, style::MUTED);
            plain.chain([numbers]).collect()
        }
    };
    let wrapped = |(text, size, ink): &(String, f64, Rgb)| {
        let (size, ink) = (*size, *ink);
        let rows = text::wrap(text, size, Weight::Regular, body.width);
        rows.into_iter().map(move |row| (row, size, ink)).collect::<Vec<_>>()
    };
    let below: Vec<(String, f64, Rgb)> = below.iter().flat_map(wrapped).collect();
    let mut y = body.y + body.height - below.iter().map(|(_, size, _)| size * LEADING).sum::<f64>();
    let mut bottom = y;
    for (row, size, ink) in below {
        bottom += size * LEADING;
        key.push(run(row, [body.x, bottom - size * 0.3], size, Weight::Regular, ink, Anchor::Start));
    }
    match (beside, legend) {
        (_, None) => {}
        (Some(column), _) => key.extend(column),
        (None, Some(legend)) => {
            let (_, height) = legend.rows(body.x, 0.0, inner);
            y -= height + size * 0.5;
            key.extend(legend.rows(body.x, y, inner).0);
        }
    }
    let across = text::wrap(&across, size, Weight::SemiBold, inner);
    y -= size * LEADING * across.len() as f64 + size * 0.4;
    let labels: Vec<String> = scales[1].ticks.iter().map(|tick| scales[1].label(lang, *tick)).collect();
    let left = labels.iter().map(|label| text::width(label, size, Weight::Regular)).fold(0.0, f64::max);
    let last = scales[0].ticks.last().map(|tick| scales[0].label(lang, *tick)).unwrap_or_default();
    // Half of the last label may extend beyond the plot.
    let overhang = text::width(&last, size, Weight::Regular) / 2.0;
    let x = body.x + left + size * 0.7;
    let plot = Box2 { x, y: top, width: body.x + inner - overhang - x, height: y - size * 1.7 - top };
    if plot.width < LEAST_SIDE || plot.height < LEAST_SIDE {
        return None;
    }
    for (i, row) in across.into_iter().enumerate() {
        let at = [plot.x + plot.width, y + size * (LEADING * (i + 1) as f64 - 0.3)];
        axes.push(run(row, at, size, Weight::SemiBold, style::INK, Anchor::End));
    }

    let drawing = Drawing { spec, model, both, sizes, plot, looks, scales };
    axes.extend(drawing.axes(&labels));
    let plot = [drawing.plot.x, drawing.plot.y, drawing.plot.width, drawing.plot.height];
    let clipped = |role, nodes| Node::Group(Group { role, clip: Some(plot), nodes });
    let Warned { value: names, remarks } = names::labels(&drawing);
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Axes, axes));
    nodes.push(clipped(Role::Band, drawing.band()));
    nodes.push(group(Role::Lines, drawing.lines()));
    nodes.push(group(Role::Marks, drawing.marks()));
    nodes.push(group(Role::Labels, names));
    nodes.push(Node::Group(page.footer.clone()));
    Some(Warned { value: nodes, remarks })
}

/// The scales of both indicators, which include the points, the line, the overall values and the split. `None`
/// without points. The scale of what cannot be negative does not go below zero, whatever its line does.
fn scales(
    spec: &ScatterSpec,
    model: &ScatterModel,
    both: Both<'_>,
    body: Box2,
    sizes: Sizes,
) -> Option<[Scale; 2]> {
    let (low, high) = model.span()?;
    let line = model.line.as_ref().ok().filter(|_| spec.view.line);
    let ends = line.into_iter().flat_map(|line| {
        let bands = [line.band(low), line.band(high)];
        [line.at(low), line.at(high)]
            .into_iter()
            .chain(bands.into_iter().flat_map(|band| [band.lower, band.upper]))
    });
    let cut = model.quadrants.map(|cut| [cut.x, cut.y]);
    let others = |axis: usize| cut.into_iter().chain(model.overall).map(move |at| at[axis]);
    let about = |side: f64, each: f64| ((side / (sizes.legend * each)) as usize).clamp(3, 10);
    let across = model.pairs.iter().map(|pair| pair.x).chain(others(0));
    let upwards: Vec<f64> = model.pairs.iter().map(|pair| pair.y).chain(ends).chain(others(1)).collect();
    // The names of quadrants need space above and below the points.
    let of = |pick: fn(f64, f64) -> f64| upwards.iter().copied().reduce(pick);
    let air = of(f64::min).zip(of(f64::max)).filter(|_| cut.is_some());
    let air = air.map(|(low, high)| [low - AIR * (high - low), high + AIR * (high - low)]);
    let is_positive = !both[1].may_be_negative() && model.pairs.iter().all(|pair| pair.y >= 0.0);
    let least = if is_positive { 0.0 } else { f64::NEG_INFINITY };
    let upwards = upwards.iter().copied().chain(air.into_iter().flatten()).map(|y| y.max(least));
    let across: Vec<f64> = across.collect();
    let logarithmic = spec.view.log_x.then(|| Scale::logarithmic(across.iter().copied())).flatten();
    let across = logarithmic.or_else(|| Scale::new(across, Origin::Free, about(body.width, 9.0)));
    // On a logarithmic axis what the line would need below zero has no place.
    let points = || model.pairs.iter().map(|pair| pair.y).chain(others(1));
    let logarithmic = spec.view.log_y.then(|| Scale::logarithmic(points())).flatten();
    let upwards = logarithmic.or_else(|| Scale::new(upwards, Origin::Free, about(body.height, 4.0)));
    Some([across?, upwards?])
}

impl Drawing<'_> {
    fn axes(&self, labels: &[String]) -> Vec<Node> {
        let (plot, size, hair) = (self.plot, self.sizes.legend, self.looks.hair);
        let (right, bottom) = (plot.x + plot.width, plot.y + plot.height);
        let ruled = |is_zero: bool, line: Path| {
            let (colour, width) = if is_zero { (style::AXIS, hair * 1.5) } else { (style::GRID, hair) };
            Node::Path(line.stroked(colour, width))
        };
        let [across, upwards] = &self.scales;
        let mut nodes = Vec::new();
        for (tick, label) in upwards.ticks.iter().zip(labels) {
            let [_, y] = self.at(0.0, *tick);
            nodes.push(ruled(*tick == 0.0, Path::line(vec![[plot.x, y], [right, y]])));
            let at = [plot.x - size * 0.5, y + size * 0.35];
            nodes.push(run(label.clone(), at, size, Weight::Regular, style::MUTED, Anchor::End));
        }
        let mut taken = f64::NEG_INFINITY;
        for tick in &across.ticks {
            let [x, _] = self.at(*tick, 0.0);
            nodes.push(ruled(*tick == 0.0, Path::line(vec![[x, plot.y], [x, bottom]])));
            let label = across.label(self.spec.lang, *tick);
            let half = text::width(&label, size, Weight::Regular) / 2.0;
            if x - half >= taken {
                let at = [x, bottom + size * 1.3];
                nodes.push(run(label, at, size, Weight::Regular, style::MUTED, Anchor::Middle));
                taken = x + half + size * 0.5;
            }
        }
        nodes
    }

    fn band(&self) -> Vec<Node> {
        let (Ok(line), Some((low, high)), true) = (&self.model.line, self.model.span(), self.spec.view.line)
        else {
            return Vec::new();
        };
        let xs = self.scales[0].between(low, high, STEPS);
        let lower = xs.iter().map(|x| self.at(*x, line.band(*x).lower));
        let upper = xs.iter().rev().map(|x| self.at(*x, line.band(*x).upper));
        let fill = Fill::Translucent(style::DOT, style::BAND_OPACITY);
        vec![Node::Path(Path::new(Geometry::Rings(vec![lower.chain(upper).collect()])).filled(fill))]
    }

    /// Points along the line, no farther apart than a distance on the page.
    pub(super) fn along_line(&self, apart: f64) -> Vec<[f64; 2]> {
        let (Ok(line), Some((low, high)), true) = (&self.model.line, self.model.span(), self.spec.view.line)
        else {
            return Vec::new();
        };
        let steps = ((self.plot.width + self.plot.height) / apart).ceil().clamp(1.0, 4000.0) as usize;
        self.scales[0].between(low, high, steps).into_iter().map(|x| self.at(x, line.at(x))).collect()
    }

    fn lines(&self) -> Vec<Node> {
        let (model, plot, hair) = (self.model, self.plot, self.looks.hair);
        let mut nodes = Vec::new();
        if let Some(cut) = &model.quadrants {
            let [x, y] = self.at(cut.x, cut.y);
            let upright = [[x, plot.y], [x, plot.y + plot.height]];
            let level = [[plot.x, y], [plot.x + plot.width, y]];
            let dashes = [upright, level].iter().flat_map(|line| dashed(line, &SPLIT)).collect();
            nodes.push(Node::Path(
                Path::new(Geometry::Lines(dashes)).stroked(style::BENCHMARKS[1], hair * 1.6),
            ));
        }
        if let (Ok(line), Some((low, high)), true) = (&model.line, model.span(), self.spec.view.line) {
            // It ends where it leaves the plot.
            let (bottom, top) = self.scales[1].ends();
            let [from, to] = [low, high].map(|x| line.at(x));
            let crossing = |edge: f64| low + (high - low) * (edge - from) / (to - from);
            let ends = [(low, from), (high, to)].map(|(x, y)| match y {
                _ if y < bottom => self.at(crossing(bottom), bottom),
                _ if y > top => self.at(crossing(top), top),
                _ => self.at(x, y),
            });
            // On a logarithmic axis the line is a curve.
            let points = match self.scales.iter().any(Scale::is_logarithmic) {
                false => ends.to_vec(),
                true => {
                    let xs = self.scales[0].between(low, high, STEPS).into_iter();
                    xs.map(|x| (x, line.at(x)))
                        .filter(|(_, y)| (bottom..=top).contains(y))
                        .map(|(x, y)| self.at(x, y))
                        .collect()
                }
            };
            nodes.push(Node::Path(Path::line(points).stroked(style::DOT, hair * 2.4)));
        }
        if let Some(Ok(curve)) = &model.curve {
            let points = curve.iter().map(|[x, y]| self.at(*x, *y)).collect();
            nodes.push(Node::Path(Path::line(points).stroked(LOWESS, hair * 2.4)));
        }
        nodes
    }

    /// The points, large ones first and selected ones last, so that none hides another; and the overall value.
    fn marks(&self) -> Vec<Node> {
        let mut order: Vec<&Pair> = self.model.pairs.iter().collect();
        order.sort_by(|a, b| {
            let large = |pair: &Pair| self.looks.radius(pair);
            a.selected.cmp(&b.selected).then_with(|| large(b).total_cmp(&large(a)))
        });
        let node = |pair: &Pair| {
            let row = &self.model.y.rows[pair.unit];
            let label = words::point(self.spec, self.model, self.both, pair);
            let datum = Datum { code: row.code.to_string(), label };
            Node::Path(self.looks.mark(self.model, pair, self.at(pair.x, pair.y)).meaning(datum))
        };
        let around = |pair: &Pair| Some(Node::Path(self.looks.ring(pair, self.at(pair.x, pair.y))?));
        let mut nodes: Vec<Node> =
            order.into_iter().flat_map(|pair| [Some(node(pair)), around(pair)]).flatten().collect();
        if let Some([x, y]) = self.model.overall {
            let mark = marker(OVERALL, self.at(x, y), self.looks.radius * 1.2, style::BENCHMARKS[0]);
            nodes.push(Node::Path(mark));
        }
        nodes
    }
}
