//! The area that a stroked line covers.
//!
//! The strokers of the drawing libraries round every corner with curves. Thousands of corners of lines one or two pixels
//! wide make that half of the work of a map, so here a corner is as round as can be seen and no rounder.

use vello_cpu::kurbo::{BezPath, PathEl, Point, Vec2, flatten};

/// The smallest angle that a corner is divided into, however wide the line.
const LEAST_STEP: f64 = 0.05;

/// Makes the area covered by lines; its memory is reused.
#[derive(Default)]
pub(super) struct Stroker {
    /// The area of the last line, to be filled by the non-zero rule.
    pub area: BezPath,
    points: Vec<Point>,
}

impl Stroker {
    /// Finds the area of `path` drawn with this width, round corners and flat ends, to within `tolerance`.
    pub fn stroke(&mut self, path: &BezPath, width: f64, tolerance: f64) {
        self.area.truncate(0);
        self.points.clear();
        let half = width / 2.0;
        let corner =
            Corner { half, step: (2.0 * (1.0 - tolerance / half).clamp(0.0, 1.0).acos()).max(LEAST_STEP) };
        flatten(path, tolerance, |element| match element {
            PathEl::MoveTo(to) => {
                self.line(&corner, false);
                self.points.push(to);
            }
            PathEl::ClosePath => self.line(&corner, true),
            PathEl::LineTo(to) if self.points.last() != Some(&to) => self.points.push(to),
            _ => {}
        });
        self.line(&corner, false);
    }

    /// Adds the area of the line through the current points, and forgets them.
    fn line(&mut self, corner: &Corner, closed: bool) {
        let Self { area, points } = self;
        if closed && points.last() == points.first() {
            points.pop();
        }
        if points.len() > 1 {
            // One side forwards, the other one backwards.
            let start = area.elements().len();
            corner.side(area, start, points, closed);
            if closed {
                area.close_path();
            }
            points.reverse();
            let start = if closed { area.elements().len() } else { start };
            corner.side(area, start, points, closed);
            area.close_path();
        }
        points.clear();
    }
}

struct Corner {
    /// Half the width of the line.
    half: f64,
    /// The angle that one straight segment may bridge.
    step: f64,
}

impl Corner {
    /// Adds the left side of a line to the ring that begins at the element `start`.
    fn side(&self, area: &mut BezPath, start: usize, points: &[Point], closed: bool) {
        let mut to = |at: Point| {
            if area.elements().len() == start { area.move_to(at) } else { area.line_to(at) }
        };
        let offset = |from: Point, to: Point| {
            let along = to - from;
            self.half / along.hypot2().sqrt() * Vec2::new(-along.y, along.x)
        };
        let pairs = || points.windows(2).map(|pair| (pair[0], pair[1]));
        let last = points.last().zip(points.first()).filter(|_| closed).map(|(last, first)| (*last, *first));
        let mut before = last.map(|(from, to)| offset(from, to));
        for (from, end) in pairs().chain(last) {
            let after = offset(from, end);
            match before {
                Some(before) => self.turn(from, before, after, &mut to),
                None => to(from + after),
            }
            before = Some(after);
        }
        if let (false, Some(before), Some(end)) = (closed, before, points.last()) {
            to(*end + before);
        }
    }

    /// Goes round a corner, from one offset to the next.
    fn turn(&self, at: Point, before: Vec2, after: Vec2, to: &mut impl FnMut(Point)) {
        to(at + before);
        let (dot, cross) = (before.dot(after), before.cross(after));
        // On the inner side of a corner the two sides simply cross.
        if cross <= 0.0 && dot < self.half * self.half * self.step.cos() {
            let angle = (-cross).atan2(dot);
            let steps = (angle / self.step).ceil();
            let (sin, cos) = (angle / steps).sin_cos();
            let mut spoke = before;
            for _ in 1..steps as u32 {
                spoke = Vec2::new(spoke.x * cos + spoke.y * sin, spoke.y * cos - spoke.x * sin);
                to(at + spoke);
            }
        }
        to(at + after);
    }
}

#[cfg(test)]
mod tests {
    use vello_cpu::kurbo::{Rect, Shape};

    use super::*;

    fn area(path: &BezPath) -> BezPath {
        let mut stroker = Stroker::default();
        stroker.stroke(path, 2.0, 0.01);
        stroker.area
    }

    #[test]
    fn a_straight_line_is_a_rectangle() {
        let area = area(&BezPath::from_svg("M0 0L10 0").unwrap());
        assert_eq!((area.area().abs(), area.bounding_box()), (20.0, Rect::new(0.0, -1.0, 10.0, 1.0)));
    }

    #[test]
    fn a_sharp_corner_is_round_on_its_outer_side_only() {
        let area = area(&BezPath::from_svg("M0 0L10 0L10 10").unwrap());
        // The corner of the square would be at (11, -1), the arc passes through 10 + √½.
        let reach = area.elements().iter().filter_map(PathEl::end_point).map(|at| at.x - at.y);
        let furthest = reach.fold(f64::MIN, f64::max);
        assert!((furthest - (10.0 + 2.0_f64.sqrt())).abs() < 0.02, "{furthest}");
        assert_eq!(area.bounding_box(), Rect::new(0.0, -1.0, 11.0, 10.0));
    }

    /// Between the rings on both sides of the line it covers the plane once, and inside the inner one not at all.
    #[test]
    fn a_ring_has_a_hole() {
        let area = area(&BezPath::from_svg("M0 0L10 0L10 10L0 10Z").unwrap());
        let winding = |x, y| area.winding(Point::new(x, y));
        assert_eq!([winding(0.5, 5.0).abs(), winding(-0.5, 5.0).abs(), winding(5.0, 5.0)], [1, 1, 0]);
    }
}
