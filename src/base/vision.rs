//! How colours look to readers with colour vision deficiency.
//!
//! G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
//! Deficiency", IEEE TVCG 15(6), 2009: the matrices for severity 1.0, applied to linear RGB.

use super::Rgb;

/// A kind of colour vision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Vision {
    /// All three cones.
    #[default]
    Typical,
    /// No long-wavelength (red) cones.
    Protanopia,
    /// No medium-wavelength (green) cones: the most common kind.
    Deuteranopia,
    /// No short-wavelength (blue) cones.
    Tritanopia,
}

impl Vision {
    pub const ALL: [Self; 4] = [Self::Typical, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    /// The colour as seen with this vision.
    pub fn sees(self, colour: Rgb) -> Rgb {
        let matrix = match self {
            Self::Typical => return colour,
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        };
        let linear = colour.linear();
        let channel = |row: [f64; 3]| row.iter().zip(linear).map(|(m, c)| m * c).sum::<f64>();
        Rgb::from_linear(matrix.map(channel))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_stay_grey() {
        // Each row of a matrix sums to one, so that white stays white.
        for vision in Vision::ALL {
            for grey in [0, 90, 200, 255] {
                let Rgb(r, g, b) = vision.sees(Rgb(grey, grey, grey));
                assert!(
                    r.abs_diff(grey) <= 1 && g.abs_diff(grey) <= 1 && b.abs_diff(grey) <= 1,
                    "{vision:?}"
                );
            }
        }
    }

    #[test]
    fn pure_red_as_published() {
        // The first column of each matrix in linear light converted to sRGB: 0.152286 becomes 109, 0.114503 becomes
        // 95, a negative channel becomes 0.
        assert_eq!(Vision::Protanopia.sees(Rgb(255, 0, 0)), Rgb(109, 95, 0));
        assert_eq!(Vision::Deuteranopia.sees(Rgb(255, 0, 0)), Rgb(163, 144, 0));
    }

    #[test]
    fn red_and_green_come_close_for_deuteranopes_only() {
        let (red, green) = (Rgb::hex(0xd7_3027), Rgb::hex(0x1a_9850));
        let apart = |vision: Vision| {
            let (Rgb(a, b, c), Rgb(d, e, f)) = (vision.sees(red), vision.sees(green));
            u32::from(a.abs_diff(d)) + u32::from(b.abs_diff(e)) + u32::from(c.abs_diff(f))
        };
        assert!(apart(Vision::Deuteranopia) * 2 < apart(Vision::Typical));
    }
}
