//! Colours of eight bits per channel, multiplied and laid over each other as egui's OpenGL painter does it: premultiplied, and
//! not made linear before. Every product is rounded to the nearest.

use egui::Color32;

/// `a * b / 255`, rounded.
pub(super) fn times(a: u8, b: u8) -> u8 {
    let product = u32::from(a) * u32::from(b) + 128;
    ((product + (product >> 8)) >> 8) as u8
}

/// The colour of a texture in the colour of a vertex.
pub(super) fn tint(texel: Color32, colour: Color32) -> Color32 {
    match (texel, colour) {
        (Color32::WHITE, colour) => colour,
        (texel, Color32::WHITE) => texel,
        _ => {
            let ([r, g, b, a], [cr, cg, cb, ca]) = (texel.to_array(), colour.to_array());
            Color32::from_rgba_premultiplied(times(r, cr), times(g, cg), times(b, cb), times(a, ca))
        }
    }
}

/// A pixel as the system wants it: `0x00RRGGBB`.
pub(super) fn opaque(colour: Color32) -> u32 {
    u32::from_be_bytes([0, colour.r(), colour.g(), colour.b()])
}

/// What is left of each channel of a pixel, and the sum with a colour: two channels in one number each.
pub(super) fn over(pixel: u32, colour: Color32) -> u32 {
    const TWO: u32 = 0x00FF_00FF;
    let rest = 255 - u32::from(colour.a());
    let both = |two: u32, added: u32| {
        let product = two * rest + 0x0080_0080;
        let sum = (((product + ((product >> 8) & TWO)) >> 8) & TWO) + added;
        // A colour brighter than its alpha, as those that only add light, stops at white.
        let beyond = sum & 0x0100_0100;
        (sum | (beyond - (beyond >> 8))) & TWO
    };
    let source = opaque(colour);
    both(pixel & TWO, source & TWO) | (both((pixel >> 8) & TWO, (source >> 8) & TWO) << 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_fractions_rounded() {
        for a in 0..=255_u8 {
            for b in 0..=255_u8 {
                let exact = (f64::from(a) * f64::from(b) / 255.0).round();
                assert_eq!(f64::from(times(a, b)), exact, "{a} {b}");
            }
        }
    }

    #[test]
    fn a_colour_lies_over_a_pixel_as_by_the_formula() {
        for (below, above, alpha) in (0..=255_u8)
            .step_by(5)
            .flat_map(|d| (0..=255_u8).step_by(15).map(move |s| (d, s)))
            .flat_map(|(d, s)| [0, 1, 127, 128, 200, 254, 255].map(move |alpha: u8| (d, s, alpha)))
        {
            let left = (f64::from(below) * f64::from(255 - alpha) / 255.0).round();
            let exact = (left + f64::from(above)).min(255.0) as u32;
            let colour = Color32::from_rgba_premultiplied(above, above, above, alpha);
            let pixel = over(u32::from(below) * 0x01_0101, colour);
            assert_eq!(pixel, exact * 0x01_0101, "{below} {above} {alpha}");
        }
    }
}
