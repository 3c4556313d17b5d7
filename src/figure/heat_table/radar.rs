//! The profiles of groups as radars: an axis for each indicator, the mean of all as a dashed ring, the mean of the group as an outline.

use crate::data::Atlas;
use crate::document::HeatTableSpec;
use crate::figure::chart::LEAST_SIDE;
use crate::figure::chart::marks::dashed;
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::model::HeatTableModel;
use super::words;

/// The standard deviations from the centre to the mean, and from there to the rim.
const REACH: f64 = 2.0;
/// The rings, in standard deviations from the mean.
const RINGS: [f64; 4] = [-1.0, 0.0, 1.0, 2.0];
/// The share of a cell that the rim takes; around it stand the names.
const RIM: f64 = 0.3;
/// The most lines of a name.
const LINES: usize = 2;

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(spec: &HeatTableSpec, model: &HeatTableModel, page: &Page, atlas: &Atlas) -> Option<Vec<Node>> {
    let (body, size, lang) = (page.body, page.sizes.legend, spec.lang);
    let count = model.groups.as_ref()?.sizes.len();
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let (mut axes, mut marks, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    let key = lang.text(texts::RADAR_KEY);
    let lines = text::wrap(key, size * 0.9, Weight::Regular, body.width);
    let mut y = body.y;
    for line in lines {
        y += size * 1.2;
        labels.push(run(line, [body.x, y], size * 0.9, Weight::Regular, style::MUTED, Anchor::Start));
    }
    let top = y + size * 0.6;
    let room = Box2 { x: body.x, y: top, width: body.width, height: body.y + body.height - top };
    // As many in a row as make the cells largest.
    let side = |columns: usize| {
        let rows = count.div_ceil(columns) as f64;
        (room.width / columns as f64).min(room.height / rows)
    };
    let columns = (1..=count).max_by(|a, b| side(*a).total_cmp(&side(*b))).unwrap_or(1);
    let rows = count.div_ceil(columns);
    let cell = [room.width / columns as f64, room.height / rows as f64];
    let rim = cell[0].min(cell[1]) * RIM;
    if rim < size * 2.5 {
        return None;
    }
    for group in 0..count {
        let place = Box2 {
            x: room.x + cell[0] * (group % columns) as f64,
            y: room.y + cell[1] * (group / columns) as f64,
            width: cell[0],
            height: cell[1],
        };
        let one = Radar { lang, model, atlas, place, rim, size, scale: page.sizes.scale.max(0.7) };
        one.draw(group, &mut axes, &mut marks, &mut labels);
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    Some(vec![
        Node::Group(page.heading.clone()),
        group(Role::Axes, axes),
        group(Role::Marks, marks),
        group(Role::Labels, labels),
        Node::Group(page.footer.clone()),
    ])
}

/// The radar of a group, in its place.
struct Radar<'a> {
    lang: Lang,
    model: &'a HeatTableModel,
    atlas: &'a Atlas,
    place: Box2,
    rim: f64,
    size: f64,
    scale: f64,
}

impl Radar<'_> {
    fn centre(&self) -> [f64; 2] {
        let Box2 { x, y, width, height } = self.place;
        [x + width / 2.0, y + height / 2.0 + self.size * 0.6]
    }

    /// Where a share of the rim lies on an axis; the first points up.
    fn at(&self, axis: usize, share: f64) -> [f64; 2] {
        let turn = std::f64::consts::TAU * axis as f64 / self.model.columns.len() as f64;
        let [x, y] = self.centre();
        [x + self.rim * share * turn.sin(), y - self.rim * share * turn.cos()]
    }

    /// The share of the rim at so many standard deviations from the mean.
    fn share(z: f64) -> f64 {
        ((z + REACH) / (2.0 * REACH)).clamp(0.0, 1.0)
    }

    fn draw(&self, group: usize, axes: &mut Vec<Node>, marks: &mut Vec<Node>, labels: &mut Vec<Node>) {
        let count = self.model.columns.len();
        let hair = 0.5 * self.scale;
        let size = self.size * 0.85;
        let around = |shares: &dyn Fn(usize) -> f64| -> Vec<[f64; 2]> {
            (0..count).map(|axis| self.at(axis, shares(axis))).collect()
        };
        for ring in RINGS {
            let mut points = around(&|_| Self::share(ring));
            points.extend(points.first().copied());
            let line = match ring == 0.0 {
                true => Geometry::Lines(dashed(&points, &[3.0 * self.scale, 2.0 * self.scale])),
                false => Geometry::Lines(vec![points]),
            };
            let ink = if ring == 0.0 { style::AXIS } else { style::GRID };
            axes.push(Node::Path(Path::new(line).stroked(ink, hair)));
        }
        let profile = self.model.profile(group);
        let shares = |axis: usize| Self::share(profile.get(axis).copied().flatten().unwrap_or(0.0));
        let colour = style::SERIES[group % style::SERIES.len()];
        let outline = Path::new(Geometry::Rings(vec![around(&shares)]));
        let fill = Fill::Translucent(colour, style::BAND_OPACITY);
        marks.push(Node::Path(outline.filled(fill).stroked(colour, 1.4 * self.scale)));
        let head = words::group(self.lang, self.model, Some(group));
        let head = text::ellipsize(&head, self.size, Weight::SemiBold, self.place.width * 0.96);
        let above = [self.place.x + self.place.width / 2.0, self.place.y + self.size];
        labels.push(run(head, above, self.size, Weight::SemiBold, style::INK, Anchor::Middle));
        for (axis, column) in self.model.columns.iter().enumerate() {
            axes.push(Node::Path(
                Path::line(vec![self.centre(), self.at(axis, 1.0)]).stroked(style::GRID, hair),
            ));
            let [name, ..] = words::column(self.lang, self.atlas, column);
            let score = profile.get(axis).copied().flatten().map(|z| words::score(self.lang, z));
            let end = self.at(axis, 1.0);
            let [x, y] = self.centre();
            let (across, up) = ((end[0] - x) / self.rim, (end[1] - y) / self.rim);
            let anchor = match across {
                across if across > 0.2 => Anchor::Start,
                across if across < -0.2 => Anchor::End,
                _ => Anchor::Middle,
            };
            let from = end[0] + across * size * 0.6;
            let room = match anchor {
                Anchor::Start => self.place.x + self.place.width - from,
                Anchor::End => from - self.place.x,
                Anchor::Middle => self.place.width * 0.7,
            };
            let mut lines = text::wrap_broken(&name, size, Weight::Regular, room.max(size * 3.0));
            lines.truncate(LINES);
            lines.extend(score);
            // Above the centre the last line stands by the axis, below it the first.
            let high = (lines.len() as f64 - 1.0) * size * 1.15;
            let start = end[1] + up * size * 0.9 + size * 0.35 - high * (1.0 - up) / 2.0;
            for (at, line) in lines.into_iter().enumerate() {
                let place = [from, start + at as f64 * size * 1.15];
                labels.push(run(line, place, size, Weight::Regular, style::INK, anchor));
            }
        }
    }
}
