//! Finding what is under the pointer.

use egui::{Pos2, Rect, Shape, Stroke};

use super::place::{Place, point};
use crate::base::Code;
use crate::scene::Geometry;

/// A shape with a datum.
pub struct Target {
    pub code: Code,
    pub label: String,
    /// Whether it is the first shape with its datum.
    pub is_first: bool,
    /// Its bounding box, in the scene.
    pub bounds: Rect,
    /// Its clip rectangle.
    pub clip: Option<Rect>,
    pub outline: Outline,
}

/// The outline of a shape, in points of the scene.
#[derive(Clone)]
pub enum Outline {
    /// A disc, including its border.
    Disc(Pos2, f32),
    /// Rings filled by the even-odd rule.
    Rings(Vec<Vec<Pos2>>),
    /// Lines, or unfilled rings, with half their width.
    Lines(Vec<Vec<Pos2>>, f32),
}

impl Outline {
    /// The outline of a geometry with a border of this width.
    pub fn new(geometry: &Geometry, width: f32, is_filled: bool) -> Self {
        let points = |lines: &[Vec<[f64; 2]>]| {
            lines.iter().map(|line| line.iter().copied().map(point).collect()).collect()
        };
        match geometry {
            Geometry::Circle { centre, radius } => Self::Disc(point(*centre), *radius as f32 + width / 2.0),
            Geometry::Rings(rings) if is_filled => Self::Rings(points(rings)),
            Geometry::Rings(rings) => {
                let mut lines: Vec<Vec<Pos2>> = points(rings);
                lines.iter_mut().for_each(|line| line.extend(line.first().copied()));
                Self::Lines(lines, width / 2.0)
            }
            Geometry::Lines(lines) => Self::Lines(points(lines), width / 2.0),
        }
    }

    pub(crate) fn of_ring(ring: &[[f64; 2]]) -> Self {
        Self::Rings(vec![ring.iter().copied().map(point).collect()])
    }

    /// Its bounding box.
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Disc(centre, radius) => Rect::from_center_size(*centre, egui::Vec2::splat(radius * 2.0)),
            Self::Rings(lines) => bounds(lines),
            Self::Lines(lines, half) => bounds(lines).expand(*half),
        }
    }

    /// The distance of a point from it; zero inside.
    pub fn distance(&self, at: Pos2) -> f32 {
        match self {
            Self::Disc(centre, radius) => (centre.distance(at) - radius).max(0.0),
            Self::Rings(rings) if even_odd(rings, at) => 0.0,
            Self::Rings(rings) => {
                let closed = |ring: &Vec<Pos2>| {
                    to_line(ring, at).min(match ring[..] {
                        [first, .., last] => to_segment([last, first], at),
                        _ => f32::INFINITY,
                    })
                };
                rings.iter().map(closed).fold(f32::INFINITY, f32::min)
            }
            Self::Lines(lines, half) => {
                let nearest = lines.iter().map(|line| to_line(line, at)).fold(f32::INFINITY, f32::min);
                (nearest - half).max(0.0)
            }
        }
    }
}

impl Target {
    /// The outline of the shape on screen, for highlighting it.
    pub fn outline(&self, place: Place, stroke: Stroke) -> Vec<Shape> {
        let on_screen = |line: &Vec<Pos2>| line.iter().map(|at| place.point(*at)).collect::<Vec<_>>();
        match &self.outline {
            Outline::Disc(centre, radius) => {
                let radius = radius * place.scale + stroke.width;
                vec![Shape::circle_stroke(place.point(*centre), radius, stroke)]
            }
            Outline::Rings(rings) => {
                rings.iter().map(|ring| Shape::closed_line(on_screen(ring), stroke)).collect()
            }
            Outline::Lines(lines, half) => {
                let wider = Stroke::new(half * 2.0 * place.scale + stroke.width, stroke.color);
                lines.iter().map(|line| Shape::line(on_screen(line), wider)).collect()
            }
        }
    }
}

/// Whether a point is inside a filled shape.
pub fn inside(outline: &Outline, at: Pos2) -> bool {
    match outline {
        Outline::Rings(rings) => even_odd(rings, at),
        Outline::Disc(..) => outline.distance(at) == 0.0,
        Outline::Lines(..) => false,
    }
}

fn even_odd(rings: &[Vec<Pos2>], at: Pos2) -> bool {
    let mut is_inside = false;
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            if (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x {
                is_inside = !is_inside;
            }
        }
    }
    is_inside
}

fn bounds(lines: &[Vec<Pos2>]) -> Rect {
    let mut bounds = Rect::NOTHING;
    lines.iter().flatten().for_each(|at| bounds.extend_with(*at));
    bounds
}

fn to_line(line: &[Pos2], at: Pos2) -> f32 {
    line.windows(2).map(|pair| to_segment([pair[0], pair[1]], at)).fold(f32::INFINITY, f32::min)
}

fn to_segment([a, b]: [Pos2; 2], at: Pos2) -> f32 {
    let along = b - a;
    let share =
        if along.length_sq() > 0.0 { ((at - a).dot(along) / along.length_sq()).clamp(0.0, 1.0) } else { 0.0 };
    (a + along * share).distance(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn distances_are_from_the_ink() {
        let line = Outline::Lines(vec![vec![pos2(0.0, 0.0), pos2(10.0, 0.0)]], 1.0);
        assert_eq!([line.distance(pos2(5.0, 4.0)), line.distance(pos2(5.0, 0.5))], [3.0, 0.0]);
        assert_eq!(Outline::Disc(pos2(0.0, 0.0), 2.0).distance(pos2(5.0, 0.0)), 3.0);
        let ring = |from: f32, to: f32| vec![pos2(from, from), pos2(to, from), pos2(to, to), pos2(from, to)];
        let with_a_hole = Outline::Rings(vec![ring(0.0, 10.0), ring(4.0, 6.0)]);
        assert_eq!(
            [pos2(2.0, 2.0), pos2(5.0, 5.0), pos2(12.0, 5.0)].map(|at| with_a_hole.distance(at)),
            [0.0, 1.0, 2.0]
        );
    }
}
