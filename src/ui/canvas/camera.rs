//! The camera of the map: the transformation between metres and the screen.

use egui::{Pos2, Rect, Vec2};
use geo::Coord;

/// A view of the map. Positions are metres relative to the map's origin, y upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The position at the centre of the screen.
    pub centre: [f64; 2],
    /// Points per metre.
    pub scale: f64,
}

/// The transformation from relative metres to the screen, in the single precision of meshes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ToScreen {
    scale: f32,
    x: f32,
    y: f32,
}

impl ToScreen {
    /// The screen point of a position.
    pub fn point(&self, [x, y]: [f32; 2]) -> Pos2 {
        Pos2::new(x * self.scale + self.x, self.y - y * self.scale)
    }
}

impl Camera {
    /// Fits an extent (`[west, south, east, north]`, relative metres) with a margin, right of the first `left` points
    /// of the screen, which something else covers.
    pub fn fit([west, south, east, north]: [f64; 4], screen: Rect, left: f32) -> Self {
        const MARGIN: f64 = 0.94;
        let (width, height) = ((east - west).max(1.0), (north - south).max(1.0));
        let room = f64::from((screen.width() - left).max(1.0));
        let scale = ((room / width).min(f64::from(screen.height()) / height) * MARGIN).max(1e-9);
        let aside = f64::from(left) / 2.0 / scale;
        Self { centre: [(west + east) / 2.0 - aside, (south + north) / 2.0], scale }
    }

    /// The transformation to a part of the screen.
    pub(crate) fn to_screen(self, screen: Rect) -> ToScreen {
        let middle = screen.center();
        ToScreen {
            scale: self.scale as f32,
            x: (f64::from(middle.x) - self.centre[0] * self.scale) as f32,
            y: (f64::from(middle.y) + self.centre[1] * self.scale) as f32,
        }
    }

    /// The position at a point of the screen, in relative metres.
    pub fn position(&self, at: Pos2, screen: Rect) -> Coord<f64> {
        let from_middle = at - screen.center();
        Coord {
            x: self.centre[0] + f64::from(from_middle.x) / self.scale,
            y: self.centre[1] - f64::from(from_middle.y) / self.scale,
        }
    }

    /// Moves the map by a drag.
    pub fn pan(&mut self, by: Vec2) {
        self.centre[0] -= f64::from(by.x) / self.scale;
        self.centre[1] += f64::from(by.y) / self.scale;
    }

    /// Zooms around `at`. The scale stays between a hundredth and two hundred times `fitted`, the scale that shows
    /// everything.
    pub fn zoom(&mut self, factor: f64, at: Pos2, screen: Rect, fitted: f64) {
        let under = self.position(at, screen);
        self.scale = (self.scale * factor).clamp(fitted * 0.25, fitted * 200.0);
        let moved = self.position(at, screen);
        self.centre[0] += under.x - moved.x;
        self.centre[1] += under.y - moved.y;
    }

    /// The view at `t` (0 to 1) on the way to another: the scale changes by equal ratios, as the eye expects.
    pub(crate) fn towards(&self, other: &Self, t: f64) -> Self {
        let mix = |a: f64, b: f64| a + (b - a) * t;
        Self {
            centre: [mix(self.centre[0], other.centre[0]), mix(self.centre[1], other.centre[1])],
            scale: self.scale * (other.scale / self.scale).powf(t),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Rect = Rect { min: Pos2::new(100.0, 50.0), max: Pos2::new(900.0, 650.0) };

    #[test]
    fn fitting_shows_the_extent_whole_and_centred() {
        let camera = Camera::fit([-40_000.0, -10_000.0, 40_000.0, 10_000.0], SCREEN, 0.0);
        let to = camera.to_screen(SCREEN);
        assert_eq!(to.point([0.0, 0.0]), SCREEN.center());
        assert!(SCREEN.contains(to.point([40_000.0, 10_000.0])));
        assert!(SCREEN.contains(to.point([-40_000.0, -10_000.0])));
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let mut camera = Camera::fit([0.0, 0.0, 1000.0, 1000.0], SCREEN, 40.0);
        let (at, fitted) = (Pos2::new(300.0, 200.0), camera.scale);
        let before = camera.position(at, SCREEN);
        camera.zoom(3.0, at, SCREEN, fitted);
        let after = camera.position(at, SCREEN);
        assert!((before.x - after.x).abs() < 1e-6 && (before.y - after.y).abs() < 1e-6);
        camera.zoom(1e9, at, SCREEN, fitted);
        assert!((camera.scale / fitted - 200.0).abs() < 1e-9);
    }

    #[test]
    fn screen_and_position_are_inverse() {
        let camera = Camera { centre: [120.0, -40.0], scale: 0.7 };
        let at = Pos2::new(333.0, 222.0);
        let position = camera.position(at, SCREEN);
        let back = camera.to_screen(SCREEN).point([position.x as f32, position.y as f32]);
        assert!((back - at).length() < 1e-2);
    }
}
