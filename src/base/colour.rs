//! An opaque sRGB colour.

use std::fmt;

/// An opaque colour, 8 bits a channel, sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    pub const WHITE: Self = Self(255, 255, 255);

    /// From `0xRRGGBB`.
    pub const fn hex(value: u32) -> Self {
        let [_, r, g, b] = value.to_be_bytes();
        Self(r, g, b)
    }

    /// The channels in linear light, `0..=1` (IEC 61966-2-1).
    pub fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// From channels in linear light; values outside `0..=1` are clamped.
    pub(crate) fn from_linear(linear: [f64; 3]) -> Self {
        let [r, g, b] = linear.map(|c| {
            let c = c.clamp(0.0, 1.0);
            let encoded = if c <= 0.003_130_8 { c * 12.92 } else { 1.055 * c.powf(1.0 / 2.4) - 0.055 };
            (encoded * 255.0).round() as u8
        });
        Self(r, g, b)
    }

    /// Relative luminance in `0..=1`, as WCAG 2.2 defines it.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The colour `t` of the way to `other`, in sRGB.
    pub(crate) fn mix(self, other: Self, t: f64) -> Self {
        let lerp = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * t).round() as u8;
        Self(lerp(self.0, other.0), lerp(self.1, other.1), lerp(self.2, other.2))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luminance_of_the_ends_and_of_a_published_grey() {
        assert_eq!(Rgb::hex(0x00_0000).luminance(), 0.0);
        assert!((Rgb::WHITE.luminance() - 1.0).abs() < 1e-12);
        // WCAG: #767676 on white has the contrast 4.54.
        let contrast = 1.05 / (Rgb::hex(0x76_7676).luminance() + 0.05);
        assert!((contrast - 4.54).abs() < 0.005, "{contrast}");
    }

    #[test]
    fn displays_as_css_hex() {
        assert_eq!(Rgb(1, 171, 255).to_string(), "#01abff");
    }
}
