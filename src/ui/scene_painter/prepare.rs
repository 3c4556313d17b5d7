//! What is computed once for a scene: triangles, theme colours, and what can be pointed at.

use std::sync::Arc;

use egui::{Color32, Pos2, Rect, Stroke};
use geo::{Coord, LineString, MultiPolygon, Polygon};
use rustc_hash::FxHashSet;

use crate::base::{Code, Vision};
use crate::geo::mesh::{Mesh, triangulate};
use crate::scene::{Anchor, Fill, Geometry, Group, Hatch, Node, Path, Scene, TextRun, Weight, text};
use crate::ui::page_colours::{Use, on_screen, readable};
use crate::ui::theme::{Theme, colour};

use super::hit::{Outline, Target, inside};
use super::place::point;

/// A scene prepared for a theme and a colour vision.
pub struct Prepared {
    of: Option<Arc<Scene>>,
    theme: &'static Theme,
    vision: Vision,
    /// What is painted, lowest first.
    pub items: Vec<Item>,
    /// What can be pointed at, lowest first.
    pub targets: Vec<Target>,
}

pub struct Item {
    /// Its bounding box, in the scene.
    pub bounds: Rect,
    /// Its clip rectangle.
    pub clip: Option<Rect>,
    pub drawn: Drawn,
}

/// Shapes as egui accepts them, in points of the scene.
pub enum Drawn {
    Disc {
        centre: Pos2,
        radius: f32,
        fill: Color32,
        stroke: Stroke,
    },
    /// A convex polygon without holes, which egui antialiases.
    Convex {
        points: Vec<Pos2>,
        fill: Color32,
        stroke: Stroke,
    },
    /// The interior of any other shape.
    Triangles {
        mesh: Mesh,
        inside: Inside,
    },
    Line {
        points: Vec<Pos2>,
        closed: bool,
        stroke: Stroke,
    },
    /// A line of text.
    Letters(Letters),
}

#[derive(Clone, Copy)]
pub(crate) enum Inside {
    Colour(Color32),
    /// The pattern of a missing value.
    Hatch(Hatch),
}

/// A line of text.
pub struct Letters {
    /// Its anchor on the baseline.
    pub at: Pos2,
    pub size: f32,
    pub anchor: Anchor,
    pub weight: Weight,
    pub colour: Color32,
    pub halo: Option<Color32>,
    pub content: String,
}

impl Prepared {
    /// Prepares a scene.
    pub fn new(scene: &Arc<Scene>, theme: &'static Theme, vision: Vision) -> Self {
        Self { of: Some(scene.clone()), ..Self::of_nodes(&scene.nodes, theme, vision) }
    }

    /// Prepares nodes that are not a scene of their own.
    pub(crate) fn of_nodes(nodes: &[Node], theme: &'static Theme, vision: Vision) -> Self {
        let mut making = Making {
            theme,
            vision,
            clip: None,
            items: Vec::new(),
            targets: Vec::new(),
            named: FxHashSet::default(),
            backgrounds: Vec::new(),
        };
        nodes.iter().for_each(|node| making.node(node));
        let Making { items, targets, .. } = making;
        Self { of: None, theme, vision, items, targets }
    }

    /// The uppermost target at a point of the scene, or else the nearest within reach.
    pub fn over(&self, at: Pos2, reach: f32) -> Option<usize> {
        let near = |target: &&(usize, &Target)| {
            let (_, target) = target;
            target.bounds.expand(reach).contains(at) && target.clip.is_none_or(|clip| clip.contains(at))
        };
        let targets = self.targets.iter().enumerate().rev().collect::<Vec<_>>();
        let distances = targets.iter().filter(near).map(|(i, target)| (*i, target.outline.distance(at)));
        let mut nearest: Option<(usize, f32)> = None;
        for (i, distance) in distances {
            if distance <= reach && nearest.is_none_or(|(_, least)| distance < least) {
                nearest = Some((i, distance));
            }
        }
        nearest.map(|(i, _)| i)
    }

    /// The uppermost shape of a territory.
    pub fn target(&self, code: &Code) -> Option<usize> {
        self.targets.iter().rposition(|target| target.code == *code)
    }

    /// Whether it is still up to date.
    pub(crate) fn is_of(&self, scene: &Arc<Scene>, theme: &Theme, vision: Vision) -> bool {
        self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, scene))
            && self.theme == theme
            && self.vision == vision
    }
}

struct Making {
    theme: &'static Theme,
    vision: Vision,
    clip: Option<Rect>,
    items: Vec<Item>,
    targets: Vec<Target>,
    /// The codes that already have a target.
    named: FxHashSet<Code>,
    /// The fills so far, as backgrounds of letters.
    backgrounds: Vec<(Outline, Color32)>,
}

impl Making {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Group(group) => self.group(group),
            Node::Path(path) => self.path(path),
            Node::Text(run) => self.text(run),
            Node::Image(_) => {}
        }
    }

    fn group(&mut self, group: &Group) {
        let outer = self.clip;
        if let Some([x, y, width, height]) = group.clip {
            let cut = Rect::from_min_max(point([x, y]), point([x + width, y + height]));
            self.clip = Some(outer.map_or(cut, |outer| outer.intersect(cut)));
        }
        group.nodes.iter().for_each(|node| self.node(node));
        self.clip = outer;
    }

    fn colour(&self, of: crate::base::Rgb, used: Use) -> Color32 {
        on_screen(self.theme, self.vision, of, used)
    }

    fn fill(&self, fill: Fill) -> Inside {
        match fill {
            Fill::Solid(of) => Inside::Colour(self.colour(of, Use::Fill)),
            Fill::Translucent(of, opacity) => {
                Inside::Colour(self.colour(of, Use::Fill).gamma_multiply(opacity as f32))
            }
            Fill::Hatch(hatch) => Inside::Hatch(hatch),
            // A pattern for print: on screen, the grey it looks like.
            Fill::Tone(tenths) => {
                Inside::Colour(self.theme.panel.lerp_to_gamma(self.theme.ink, f32::from(tenths) / 10.0))
            }
            Fill::Weave(upright, level) => {
                let tone = f32::from(upright + level) / 5.0;
                Inside::Colour(self.theme.panel.lerp_to_gamma(self.theme.ink, tone))
            }
        }
    }

    fn push(&mut self, bounds: Rect, drawn: Drawn) {
        if bounds.is_finite() {
            self.items.push(Item { bounds, clip: self.clip, drawn });
        }
    }

    fn path(&mut self, path: &Path) {
        let fill = path.fill.map(|fill| self.fill(fill));
        let stroke = path.stroke.map_or(Stroke::NONE, |stroke| {
            Stroke::new(stroke.width as f32, self.colour(stroke.colour, Use::Line))
        });
        let outline = Outline::new(&path.geometry, stroke.width, path.fill.is_some());
        let bounds = outline.bounds();
        match &path.geometry {
            Geometry::Circle { centre, radius } => {
                let (centre, radius) = (point(*centre), *radius as f32);
                let fill = match fill {
                    Some(Inside::Colour(colour)) => colour,
                    // A pattern on a dot would be a blot.
                    Some(Inside::Hatch(_)) => colour(Hatch::INK),
                    None => Color32::TRANSPARENT,
                };
                self.push(bounds, Drawn::Disc { centre, radius, fill, stroke });
            }
            Geometry::Rings(rings) => self.rings(rings, fill, stroke, bounds),
            Geometry::Lines(lines) => {
                for line in lines {
                    let points = line.iter().copied().map(point).collect();
                    self.push(bounds, Drawn::Line { points, closed: false, stroke });
                }
            }
        }
        if let Some(Inside::Colour(colour)) = fill
            && colour.is_opaque()
        {
            self.backgrounds.push((outline.clone(), colour));
        }
        if let Some(datum) = &path.datum {
            let (code, label) = (Code::from(datum.code.as_str()), datum.label.clone());
            let is_first = self.named.insert(code.clone());
            self.targets.push(Target { code, label, is_first, bounds, clip: self.clip, outline });
        }
    }

    fn rings(&mut self, rings: &[Vec<[f64; 2]>], fill: Option<Inside>, stroke: Stroke, bounds: Rect) {
        let points = |ring: &[[f64; 2]]| ring.iter().copied().map(point).collect::<Vec<_>>();
        match (rings, fill) {
            ([ring], Some(Inside::Colour(fill))) if is_convex(ring) => {
                self.push(bounds, Drawn::Convex { points: points(ring), fill, stroke });
                return;
            }
            (_, Some(inside)) => {
                let mesh = triangulate(&polygons(rings), Coord { x: 0.0, y: 0.0 });
                self.push(bounds, Drawn::Triangles { mesh, inside });
            }
            (_, None) => {}
        }
        if !stroke.is_empty() {
            for ring in rings {
                self.push(bounds, Drawn::Line { points: points(ring), closed: true, stroke });
            }
        }
    }

    fn text(&mut self, run: &TextRun) {
        let width = text::width(&run.content, run.size, run.weight);
        let left = run.x
            - match run.anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => width / 2.0,
                Anchor::End => width,
            };
        let halo = run.halo.map(|halo| self.colour(halo, Use::Fill));
        let middle = point([left + width / 2.0, run.y - run.size * 0.35]);
        let under = self.backgrounds.iter().rev().find(|(outline, _)| inside(outline, middle));
        let background = halo.or(under.map(|(_, colour)| *colour)).unwrap_or(self.theme.panel);
        let colour = readable(background, self.colour(run.colour, Use::Text), colour(run.colour));
        let bounds = Rect::from_min_max(
            point([left, run.y - run.size]),
            point([left + width, run.y + run.size * 0.3]),
        );
        let letters = Letters {
            at: point([run.x, run.y]),
            size: run.size as f32,
            anchor: run.anchor,
            weight: run.weight,
            colour,
            halo,
            content: run.content.chars().filter_map(text::drawn).collect(),
        };
        self.push(bounds.expand(run.size as f32 * 0.2), Drawn::Letters(letters));
    }
}

/// Whether a ring turns in one direction throughout.
fn is_convex(ring: &[[f64; 2]]) -> bool {
    let n = ring.len();
    let turn = |i: usize| {
        let [a, b, c] = [ring[i], ring[(i + 1) % n], ring[(i + 2) % n]];
        (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
    };
    // With so few corners, a ring that turns in one direction cannot cross itself.
    (3..=5).contains(&n) && ((0..n).all(|i| turn(i) >= 0.0) || (0..n).all(|i| turn(i) <= 0.0))
}

/// Rings filled by the even-odd rule, as polygons with their holes.
fn polygons(rings: &[Vec<[f64; 2]>]) -> MultiPolygon {
    let lines: Vec<LineString> = rings.iter().map(|ring| closed(ring)).collect();
    let holds = |outer: usize, inner: usize| {
        let first = rings[inner].first().copied().map(point);
        outer != inner && first.is_some_and(|at| inside(&Outline::of_ring(&rings[outer]), at))
    };
    let around: Vec<Vec<usize>> = (0..rings.len())
        .map(|inner| (0..rings.len()).filter(|&outer| holds(outer, inner)).collect())
        .collect();
    let is_hole = |ring: usize| around[ring].len() % 2 == 1;
    let of = |outer: usize| {
        // Its holes are the rings one level deeper that are inside it.
        let depth = around[outer].len();
        let mine = |ring: &usize| around[*ring].len() == depth + 1 && around[*ring].contains(&outer);
        let holes = (0..rings.len()).filter(mine).map(|hole| lines[hole].clone()).collect();
        Polygon::new(lines[outer].clone(), holes)
    };
    (0..rings.len()).filter(|&ring| !is_hole(ring)).map(of).collect()
}

fn closed(ring: &[[f64; 2]]) -> LineString {
    ring.iter().chain(ring.first()).map(|&[x, y]| Coord { x, y }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(from: f64, to: f64) -> Vec<[f64; 2]> {
        vec![[from, from], [to, from], [to, to], [from, to]]
    }

    /// The area covered by a mesh, triangle by triangle.
    fn area(mesh: &Mesh) -> f32 {
        let at = |i: u32| mesh.vertices[i as usize];
        let of = |corners: &[u32]| {
            let [[ax, ay], [bx, by], [cx, cy]] = [at(corners[0]), at(corners[1]), at(corners[2])];
            ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)).abs() / 2.0
        };
        mesh.triangles.chunks_exact(3).map(of).sum()
    }

    #[test]
    fn holes_and_islands_in_them_are_filled_by_the_even_odd_rule() {
        // A hole in any position and direction, with an island in it.
        let mut hole = square(2.0, 8.0);
        hole.reverse();
        for rings in [
            vec![square(0.0, 10.0), hole.clone(), square(4.0, 6.0)],
            vec![square(4.0, 6.0), square(2.0, 8.0), square(0.0, 10.0)],
        ] {
            let mesh = triangulate(&polygons(&rings), Coord { x: 0.0, y: 0.0 });
            assert_eq!(area(&mesh), 100.0 - 36.0 + 4.0);
        }
    }

    #[test]
    fn a_bar_is_convex_and_a_star_is_not() {
        assert!(is_convex(&square(0.0, 1.0)));
        assert!(!is_convex(&[[0.0, 0.0], [2.0, 0.0], [1.0, 0.5], [2.0, 2.0]]));
    }
}
