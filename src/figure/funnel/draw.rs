//! The layout of a funnel plot.

use crate::analysis::{Funnel, Place, Point};
use crate::data::Indicator;
use crate::document::FunnelSpec;
use crate::figure::chart::end_labels::{self, EndLabel, REACH};
use crate::figure::chart::marks::{dashed, marker};
use crate::figure::chart::point_labels::{Wanted, place};
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, axis_title, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::remark::{Remark, Warned};
use crate::i18n::texts;
use crate::scene::{Anchor, Datum, Geometry, Group, Node, Path, Role, Weight, text};
use crate::stats::intervals::Confidence;

use super::model::FunnelModel;
use super::words;

/// How many steps the limits are drawn in.
const STEPS: usize = 120;
/// The ratio of the largest to the smallest unit from which sizes are on a logarithmic axis.
const FAR: f64 = 15.0;
/// The most names beside points, without those of selected territories.
const MOST_NAMED: usize = 30;
/// The marks: within the limits, beyond those of 95%, beyond those of 99.8%.
const WITHIN: usize = 0;
const BEYOND_95: usize = 7;
const BEYOND_998: usize = 3;

/// The nodes of the page; `None` where heading, footer and labels leave no room for a plot.
pub fn nodes(
    spec: &FunnelSpec,
    model: &FunnelModel,
    indicator: &Indicator,
    page: &Page,
) -> Option<Warned<Vec<Node>>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let scales = model.funnel.as_ref().and_then(|funnel| Some((funnel, scales(model, funnel, body, sizes)?)));
    let Some((funnel, [across, upwards])) = scales else {
        nodes.push(Node::Group(in_place(lang.text(texts::FUNNEL_NOTHING), body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(Warned { value: nodes, remarks: Vec::new() });
    };
    let size = sizes.legend;
    let mut axes = Vec::new();
    let top = match page.is_panel {
        true => body.y + size * 0.9,
        false => {
            let unit = if spec.page.leaves_out_unit() { "" } else { lang.pick(&indicator.unit) };
            axis_title(lang, unit, upwards.has_zero(), body, size, &mut axes) + size
        }
    };
    let title = lang.text(texts::FUNNEL_SIZE).to_owned();
    let title = if across.is_logarithmic() { texts::axis_logarithmic(lang, &title) } else { title };
    let titles = text::wrap(&title, size, Weight::SemiBold, body.width);
    let bottom = body.y + body.height - size * (1.3 * titles.len() as f64 + 2.0);
    let labels: Vec<String> = upwards.ticks.iter().map(|tick| upwards.label(lang, *tick)).collect();
    let width = |text: &String| text::width(text, size, Weight::Regular);
    let left = labels.iter().map(width).fold(0.0, f64::max) + size * 0.7;
    let names = line_names(spec, model);
    let right = names.iter().map(width).fold(0.0, f64::max) + size * (REACH + 0.3);
    let plot = Box2 { x: body.x + left, y: top, width: body.width - left - right, height: bottom - top };
    if plot.width < LEAST_SIDE || plot.height < LEAST_SIDE {
        return None;
    }
    let drawing = Drawing { spec, model, funnel, indicator, sizes, plot, across, upwards };
    axes.extend(drawing.axes(&labels));
    for (i, row) in titles.into_iter().enumerate() {
        let at = [plot.x + plot.width, bottom + size * (2.0 + 1.3 * (i as f64 + 0.7))];
        axes.push(run(row, at, size, Weight::SemiBold, style::INK, Anchor::End));
    }
    let (lines, key) = drawing.lines(&names);
    let Warned { value: names, remarks } = drawing.names();
    let clip = Some([plot.x, plot.y, plot.width, plot.height]);
    let group = |role, clip, nodes| Node::Group(Group { role, clip, nodes });
    nodes.push(group(Role::Axes, None, axes));
    nodes.push(group(Role::Lines, clip, lines));
    nodes.push(group(Role::Legend, None, key));
    nodes.push(group(Role::Marks, None, drawing.marks()));
    nodes.push(group(Role::Labels, None, names));
    nodes.push(Node::Group(page.footer.clone()));
    Some(Warned { value: nodes, remarks })
}

/// The scales of sizes and of values. The limits of the smallest units may go far beyond all values; they are cut there.
fn scales(model: &FunnelModel, funnel: &Funnel, body: Box2, sizes: Sizes) -> Option<[Scale; 2]> {
    let about = |side: f64, each: f64| ((side / (sizes.legend * each)) as usize).clamp(3, 10);
    let denominators = || funnel.points.iter().map(|point| point.denominator);
    let (least, most) =
        denominators().fold((f64::INFINITY, 0.0_f64), |(least, most), n| (least.min(n), most.max(n)));
    let logarithmic = (most > least * FAR).then(|| Scale::logarithmic(denominators())).flatten();
    let across =
        logarithmic.or_else(|| Scale::new(denominators(), Origin::ZeroWhenNear, about(body.width, 9.0)))?;
    let mut ordered: Vec<f64> = denominators().collect();
    ordered.sort_by(f64::total_cmp);
    // A quarter of the way up, so that the mouth of the funnel is seen and the points still are.
    let mouth = funnel.limits(*ordered.get(ordered.len() / 4)?, Confidence::P998);
    let k = model.counted.multiplier;
    let values = funnel.points.iter().map(|point| model.value(point));
    let all = values.chain([mouth.lower, mouth.upper, funnel.benchmark].map(|x| x * k));
    let upwards = Scale::new(all, Origin::ZeroWhenNear, about(body.height, 4.0))?;
    Some([across, upwards])
}

/// What the lines are called at their ends: the benchmark, the limits.
fn line_names(spec: &FunnelSpec, model: &FunnelModel) -> [String; 3] {
    let lang = spec.lang;
    let [narrow, wide] = Confidence::ALL.map(|level| lang.confidence(level).to_owned());
    [lang.short_benchmark(model.against), narrow, wide]
}

struct Drawing<'a> {
    spec: &'a FunnelSpec,
    model: &'a FunnelModel,
    funnel: &'a Funnel,
    indicator: &'a Indicator,
    sizes: Sizes,
    plot: Box2,
    across: Scale,
    upwards: Scale,
}

impl Drawing<'_> {
    fn at(&self, size: f64, value: f64) -> [f64; 2] {
        let plot = self.plot;
        let y = plot.y + plot.height * (1.0 - self.upwards.share_beyond(value));
        [plot.x + plot.width * self.across.share(size), y]
    }

    fn hair(&self) -> f64 {
        0.6 * self.sizes.scale.max(0.7)
    }

    fn axes(&self, labels: &[String]) -> Vec<Node> {
        let (plot, size, hair) = (self.plot, self.sizes.legend, self.hair());
        let (right, bottom) = (plot.x + plot.width, plot.y + plot.height);
        let mut nodes = Vec::new();
        for (tick, label) in self.upwards.ticks.iter().zip(labels) {
            let y = plot.y + plot.height * (1.0 - self.upwards.share(*tick));
            nodes.push(Node::Path(Path::line(vec![[plot.x, y], [right, y]]).stroked(style::GRID, hair)));
            let at = [plot.x - size * 0.5, y + size * 0.35];
            nodes.push(run(label.clone(), at, size, Weight::Regular, style::MUTED, Anchor::End));
        }
        let mut taken = f64::NEG_INFINITY;
        for tick in &self.across.ticks {
            let x = plot.x + plot.width * self.across.share(*tick);
            nodes.push(Node::Path(Path::line(vec![[x, plot.y], [x, bottom]]).stroked(style::GRID, hair)));
            let label = self.across.label(self.spec.lang, *tick);
            let half = text::width(&label, size, Weight::Regular) / 2.0;
            if x - half > taken + size * 0.6 {
                let at = [x, bottom + size * 1.3];
                nodes.push(run(label, at, size, Weight::Regular, style::MUTED, Anchor::Middle));
                taken = x + half;
            }
        }
        nodes
    }

    /// The benchmark and the limits, and their names at the right.
    fn lines(&self, names: &[String; 3]) -> (Vec<Node>, Vec<Node>) {
        let (plot, size) = (self.plot, self.sizes.legend);
        let k = self.model.counted.multiplier;
        let (low, high) = self.across.ends();
        // A linear axis may start at zero, where there is no population.
        let low = if self.across.is_logarithmic() { low } else { low.max(high * 1e-3) };
        let sizes = self.across.between(low, high, STEPS);
        let scale = self.sizes.scale.max(0.7);
        let mut nodes = Vec::new();
        let middle = [self.at(low, self.funnel.benchmark * k), self.at(high, self.funnel.benchmark * k)];
        nodes.push(Node::Path(Path::line(middle.to_vec()).stroked(style::BENCHMARKS[0], 1.4 * scale)));
        let mut ends = vec![middle[1][1]];
        for (level, pattern, width) in
            [(Confidence::P95, [4.0, 3.0].as_slice(), 1.0), (Confidence::P998, [].as_slice(), 1.0)]
        {
            let limits: Vec<_> =
                sizes.iter().map(|n| (*n, self.funnel.limits(*n, level).scaled(k))).collect();
            let upper: Vec<[f64; 2]> = limits.iter().map(|(n, of)| self.at(*n, of.upper)).collect();
            let lower: Vec<[f64; 2]> = limits.iter().map(|(n, of)| self.at(*n, of.lower)).collect();
            ends.extend(upper.last().map(|end| end[1]));
            let pattern: Vec<f64> = pattern.iter().map(|dash| dash * scale).collect();
            for line in [upper, lower] {
                let path = Path::new(Geometry::Lines(dashed(&line, &pattern)));
                nodes.push(Node::Path(path.stroked(style::BENCHMARKS[1], width * scale)));
            }
        }
        let of =
            |(y, name): (f64, &String)| EndLabel::new(y, name.clone(), size, Weight::Regular, style::INK);
        let mut labels: Vec<EndLabel> = ends.into_iter().zip(names).map(of).collect();
        end_labels::part(&mut labels, plot.y - size, plot.y + plot.height + size);
        (nodes, end_labels::draw(&labels, plot.x + plot.width, false, size, self.hair()))
    }

    fn radius(&self) -> f64 {
        let crowd = if self.funnel.points.len() > 60 { 2.0 } else { 2.8 };
        crowd * self.sizes.scale.max(0.7)
    }

    /// Those within the limits first, so that the others lie on top.
    fn marks(&self) -> Vec<Node> {
        let mut order: Vec<&Point> = self.funnel.points.iter().collect();
        let rank = |point: &Point| match point.place {
            Place::Within => 0,
            Place::Beyond95(_) => 1,
            Place::Beyond998(_) => 2,
        };
        order.sort_by_key(|point| (rank(point), self.model.is_selected(point)));
        let mark = |point: &Point| {
            let at = self.at(point.denominator, self.model.value(point));
            let row = self.model.row(point);
            let label = words::point(self.spec, self.model, self.indicator.into(), point);
            let (kind, colour) = match point.place {
                Place::Within => (WITHIN, style::DOT_OTHER),
                Place::Beyond95(_) => (BEYOND_95, style::SYMBOL_NEGATIVE),
                Place::Beyond998(_) => (BEYOND_998, style::SYMBOL_NEGATIVE),
            };
            let mark = marker(kind, at, self.radius(), colour);
            let mark = mark.meaning(Datum { code: row.code.to_string(), label });
            let ring = self.model.is_selected(point).then(|| {
                let ring = Path::circle(at, self.radius() * 2.0);
                Node::Path(ring.stroked(style::SELECTED_LINE, self.radius() * 0.4))
            });
            std::iter::once(Node::Path(mark)).chain(ring)
        };
        order.into_iter().flat_map(mark).collect()
    }

    /// The names of what is selected and of what lies outside, the farthest first.
    fn names(&self) -> Warned<Vec<Node>> {
        let size = self.sizes.label.max(self.sizes.footer);
        let selected = self.funnel.points.iter().filter(|point| self.model.is_selected(point));
        let outside = self.model.outside().into_iter().filter(|point| !self.model.is_selected(point));
        let named: Vec<&Point> = selected.chain(outside.take(MOST_NAMED)).collect();
        let wanted: Vec<Wanted> = named
            .iter()
            .map(|point| Wanted {
                at: self.at(point.denominator, self.model.value(point)),
                radius: self.radius(),
                width: text::width(&self.model.row(point).name, size, Weight::Regular),
                height: size,
            })
            .collect();
        let dots: Vec<[f64; 2]> = self
            .funnel
            .points
            .iter()
            .map(|point| self.at(point.denominator, self.model.value(point)))
            .collect();
        let places = place(&wanted, &dots, Vec::new(), self.plot.grown(size * 0.4));
        let left_out = places.iter().filter(|place| place.is_none()).count();
        let node = |(point, room): (&&Point, Option<Box2>)| {
            let room = room?;
            let at = [room.x, room.y + room.height * 0.82];
            let name = self.model.row(point).name.clone();
            Some(run(name, at, size, Weight::Regular, style::INK, Anchor::Start))
        };
        let nodes = named.iter().zip(places).filter_map(node).collect();
        let remark = (left_out > 0).then_some(Remark::NamesLeftOut { count: left_out });
        Warned { value: nodes, remarks: remark.into_iter().collect() }
    }
}
