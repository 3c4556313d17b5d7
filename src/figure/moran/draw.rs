//! The layout of Moran's scatterplot: four quadrants around the mean, the line whose slope is Moran's I, the units.

use crate::analysis::Cluster;
use crate::data::Indicator;
use crate::document::MoranSpec;
use crate::figure::chart::marks::marker;
use crate::figure::chart::point_labels::{Wanted, place};
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, axis_title};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::remark::{Remark, Warned};
use crate::i18n::texts;
use crate::scene::{Anchor, Datum, Group, Node, Path, Role, Weight, text};
use crate::stats::space::Quadrant;

use super::model::{MoranModel, Point};
use super::words;

/// The most names beside points, without those of selected territories.
const MOST_NAMED: usize = 30;
/// The marks: not significant, alike, unlike.
const NEITHER: usize = 0;
const ALIKE: usize = 3;
const UNLIKE: usize = 7;

/// The nodes of the page; `None` where heading, footer and labels leave no room for a plot.
pub fn nodes(
    spec: &MoranSpec,
    model: &MoranModel,
    indicator: &Indicator,
    page: &Page,
) -> Option<Warned<Vec<Node>>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let size = sizes.legend;
    let about = |side: f64, each: f64| ((side / (size * each)) as usize).clamp(3, 9);
    let across =
        Scale::new(model.points.iter().map(|point| point.own), Origin::Shown(0.0), about(body.width, 7.0))?;
    let upwards = Scale::new(
        model.points.iter().map(|point| point.neighbours),
        Origin::Shown(0.0),
        about(body.height, 4.0),
    )?;
    let mut axes = Vec::new();
    let top = match page.is_panel {
        true => body.y + size * 0.9,
        false => axis_title(lang, lang.text(texts::MORAN_UP), true, body, size, &mut axes) + size,
    };
    let titles = text::wrap(lang.text(texts::MORAN_ACROSS), size, Weight::SemiBold, body.width);
    let bottom = body.y + body.height - size * (1.3 * titles.len() as f64 + 2.0);
    let labels: Vec<String> = upwards.ticks.iter().map(|tick| upwards.label(lang, *tick)).collect();
    let left = labels.iter().map(|label| text::width(label, size, Weight::Regular)).fold(0.0, f64::max);
    let left = left + size * 0.7;
    let plot = Box2 { x: body.x + left, y: top, width: body.width - left, height: bottom - top };
    if plot.width < LEAST_SIDE || plot.height < LEAST_SIDE {
        return None;
    }
    let drawing = Drawing { spec, model, indicator, sizes, plot, across, upwards };
    axes.extend(drawing.axes(&labels));
    for (i, row) in titles.into_iter().enumerate() {
        let at = [plot.x + plot.width, bottom + size * (2.0 + 1.3 * (i as f64 + 0.7))];
        axes.push(run(row, at, size, Weight::SemiBold, style::INK, Anchor::End));
    }
    let Warned { value: names, remarks } = drawing.names();
    let clip = Some([plot.x, plot.y, plot.width, plot.height]);
    let group = |role, clip, nodes| Node::Group(Group { role, clip, nodes });
    nodes.push(group(Role::Axes, None, axes));
    nodes.push(group(Role::Lines, clip, drawing.line()));
    nodes.push(group(Role::Legend, None, drawing.corners()));
    nodes.push(group(Role::Marks, None, drawing.marks()));
    nodes.push(group(Role::Labels, None, names));
    nodes.push(Node::Group(page.footer.clone()));
    Some(Warned { value: nodes, remarks })
}

struct Drawing<'a> {
    spec: &'a MoranSpec,
    model: &'a MoranModel,
    indicator: &'a Indicator,
    sizes: Sizes,
    plot: Box2,
    across: Scale,
    upwards: Scale,
}

impl Drawing<'_> {
    fn at(&self, own: f64, neighbours: f64) -> [f64; 2] {
        let plot = self.plot;
        let y = plot.y + plot.height * (1.0 - self.upwards.share_beyond(neighbours));
        [plot.x + plot.width * self.across.share(own), y]
    }

    fn axes(&self, labels: &[String]) -> Vec<Node> {
        let (plot, size) = (self.plot, self.sizes.legend);
        let hair = 0.6 * self.sizes.scale.max(0.7);
        let (right, bottom) = (plot.x + plot.width, plot.y + plot.height);
        let colour = |tick: f64| if tick == 0.0 { style::AXIS } else { style::GRID };
        let mut nodes = Vec::new();
        for (tick, label) in self.upwards.ticks.iter().zip(labels) {
            let y = plot.y + plot.height * (1.0 - self.upwards.share(*tick));
            nodes.push(Node::Path(Path::line(vec![[plot.x, y], [right, y]]).stroked(colour(*tick), hair)));
            let at = [plot.x - size * 0.5, y + size * 0.35];
            nodes.push(run(label.clone(), at, size, Weight::Regular, style::MUTED, Anchor::End));
        }
        for tick in &self.across.ticks {
            let x = plot.x + plot.width * self.across.share(*tick);
            nodes.push(Node::Path(Path::line(vec![[x, plot.y], [x, bottom]]).stroked(colour(*tick), hair)));
            let label = self.across.label(self.spec.lang, *tick);
            let at = [x, bottom + size * 1.3];
            nodes.push(run(label, at, size, Weight::Regular, style::MUTED, Anchor::Middle));
        }
        nodes
    }

    /// Through the means, with the slope of Moran's I.
    fn line(&self) -> Vec<Node> {
        let (low, high) = self.across.ends();
        let i = self.model.clusters.whole.i;
        let line = Path::line(vec![self.at(low, low * i), self.at(high, high * i)]);
        vec![Node::Path(line.stroked(style::BENCHMARKS[0], 1.4 * self.sizes.scale.max(0.7)))]
    }

    /// What the quadrants are, in their corners.
    fn corners(&self) -> Vec<Node> {
        let (plot, size) = (self.plot, self.sizes.label.max(self.sizes.footer));
        let inset = size * 0.5;
        let (left, right) = (plot.x + inset, plot.x + plot.width - inset);
        let (top, bottom) = (plot.y + size, plot.y + plot.height - inset);
        let corner = |quadrant: Quadrant| {
            let (at, anchor) = match quadrant {
                Quadrant::HighHigh => ([right, top], Anchor::End),
                Quadrant::LowHigh => ([left, top], Anchor::Start),
                Quadrant::LowLow => ([left, bottom], Anchor::Start),
                Quadrant::HighLow => ([right, bottom], Anchor::End),
            };
            let words = self.spec.lang.cluster(Cluster::Of(quadrant)).to_owned();
            run(words, at, size, Weight::Regular, style::MUTED, anchor)
        };
        Quadrant::ALL.into_iter().map(corner).collect()
    }

    fn radius(&self) -> f64 {
        let crowd = if self.model.points.len() > 60 { 2.0 } else { 2.8 };
        crowd * self.sizes.scale.max(0.7)
    }

    /// Those that are not significant first, so that the others lie on top.
    fn marks(&self) -> Vec<Node> {
        let mut order: Vec<&Point> = self.model.points.iter().collect();
        order.sort_by_key(|point| (MoranModel::is_significant(point), self.model.is_selected(point)));
        let mark = |point: &Point| {
            let at = self.at(point.own, point.neighbours);
            let row = self.model.row(point);
            let label = words::point(self.spec, self.model, self.indicator.into(), point);
            let (kind, colour) = match point.cluster {
                Cluster::Of(Quadrant::HighHigh) => (ALIKE, style::SYMBOL_NEGATIVE),
                Cluster::Of(Quadrant::LowLow) => (ALIKE, style::SYMBOL),
                Cluster::Of(Quadrant::HighLow) => (UNLIKE, style::SYMBOL_NEGATIVE),
                Cluster::Of(Quadrant::LowHigh) => (UNLIKE, style::SYMBOL),
                Cluster::NotSignificant | Cluster::NoNeighbours => (NEITHER, style::DOT_OTHER),
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

    /// The names of what is selected and of what is significant, the farthest from the middle first.
    fn names(&self) -> Warned<Vec<Node>> {
        let size = self.sizes.label.max(self.sizes.footer);
        let points = &self.model.points;
        let selected = points.iter().filter(|point| self.model.is_selected(point));
        let is_told = |point: &&Point| MoranModel::is_significant(point) && !self.model.is_selected(point);
        let mut others: Vec<&Point> = points.iter().filter(is_told).collect();
        let far = |point: &Point| point.own.hypot(point.neighbours);
        others.sort_by(|a, b| far(b).total_cmp(&far(a)));
        let named: Vec<&Point> = selected.chain(others.into_iter().take(MOST_NAMED)).collect();
        let wanted: Vec<Wanted> = named
            .iter()
            .map(|point| Wanted {
                at: self.at(point.own, point.neighbours),
                radius: self.radius(),
                width: text::width(&self.model.row(point).name, size, Weight::Regular),
                height: size,
            })
            .collect();
        let dots: Vec<[f64; 2]> = points.iter().map(|point| self.at(point.own, point.neighbours)).collect();
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
