//! Rectangles of whole pixels, and places in fractions of a pixel.

use egui::Pos2;

/// Pixels from `left` and `top` up to, and without, `right` and `bottom`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Area {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Area {
    pub fn new(left: i32, top: i32, right: i32, bottom: i32) -> Self {
        Self { left, top, right, bottom }
    }

    #[must_use]
    pub fn meet(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    pub(super) fn holds(self, other: Self) -> bool {
        self.meet(other) == other
    }
}

/// A pixel has 256 steps in each direction, as on graphics cards.
pub(super) const STEPS: i64 = 256;

/// No place on a screen is further away, and the products of two differences still fit.
const FURTHEST: f32 = (1 << 28) as f32;

/// A place in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub x: i64,
    pub y: i64,
}

impl Place {
    /// `None` for what is no place.
    pub(super) fn of(at: Pos2, pixels_per_point: f32) -> Option<Self> {
        let steps = |points: f32| {
            let steps = (points * pixels_per_point * STEPS as f32).clamp(-FURTHEST, FURTHEST);
            (!steps.is_nan()).then(|| rounded(f64::from(steps)))
        };
        Some(Self { x: steps(at.x)?, y: steps(at.y)? })
    }
}

/// The nearest whole number. `round` and `floor` are calls of the C library on processors of 2003, for which the programs are
/// built, and take most of a triangle's time; a conversion is one instruction.
fn rounded(number: f64) -> i64 {
    (number + 0.5_f64.copysign(number)) as i64
}

/// The largest whole number not above, for the same reason.
pub(super) fn floor(number: f64) -> i64 {
    let whole = number as i64;
    whole - i64::from(whole as f64 > number)
}

/// The first pixel whose centre is at or after a number of steps.
pub(super) fn first_pixel(steps: i64) -> i32 {
    (steps - STEPS / 2 + STEPS - 1).div_euclid(STEPS) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_those_of_the_library() {
        for n in -2000..=2000 {
            let number = f64::from(n) / 8.0;
            assert_eq!((rounded(number), floor(number)), (number.round() as i64, number.floor() as i64));
        }
    }
}
