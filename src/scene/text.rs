//! Measuring text with the embedded typeface: the only place that does.

use std::sync::LazyLock;

use ttf_parser::{Face, GlyphId};

use super::Weight;

/// Family name of the embedded typeface, as files name it.
pub const FAMILY: &str = "IBM Plex Sans";

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf");
const ITALIC: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-Italic.ttf");

static FACES: LazyLock<[Face<'static>; 3]> = LazyLock::new(|| {
    [REGULAR, SEMI_BOLD, ITALIC].map(|bytes| Face::parse(bytes, 0).expect("the embedded typefaces are whole"))
});

/// The bytes of the embedded font files, in the order regular, semibold, italic.
pub fn font_files() -> [&'static [u8]; 3] {
    [REGULAR, SEMI_BOLD, ITALIC]
}

/// The embedded face of a cut.
pub fn face(weight: Weight) -> &'static Face<'static> {
    &FACES[weight as usize]
}

/// The glyph of a character; the typeface's own sign for "no glyph" when it lacks it.
pub fn glyph(face: &Face<'_>, character: char) -> GlyphId {
    face.glyph_index(character).unwrap_or(GlyphId(0))
}

/// The width of a line of text, in points, without kerning (so never narrower than it is drawn by more
/// than a kerning pair or two).
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let face = face(weight);
    let advance = |c| f64::from(face.glyph_hor_advance(glyph(face, c)).unwrap_or(0));
    text.chars().map(advance).sum::<f64>() * size / f64::from(face.units_per_em())
}

/// Breaks a text into lines no wider than `max_width`, between words; a single word wider than that stands
/// alone and overflows.
pub fn wrap(text: &str, size: f64, weight: Weight, max_width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, weight) <= max_width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The same, a word wider than a line cut where it must be: for texts that someone typed.
pub fn wrap_broken(text: &str, size: f64, weight: Weight, max_width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in wrap(text, size, weight, max_width) {
        let mut rest = String::new();
        for character in line.chars() {
            if !rest.is_empty()
                && width(&rest, size, weight) + width(character.encode_utf8(&mut [0; 4]), size, weight)
                    > max_width
            {
                lines.push(std::mem::take(&mut rest));
            }
            rest.push(character);
        }
        lines.push(rest);
    }
    lines
}

/// The text cut to `max_width` with an ellipsis, or whole where it fits.
pub fn ellipsize(text: &str, size: f64, weight: Weight, max_width: f64) -> String {
    if width(text, size, weight) <= max_width {
        return text.to_owned();
    }
    let mut kept = text.to_owned();
    while kept.pop().is_some() {
        let cut = format!("{}…", kept.trim_end());
        if width(&cut, size, weight) <= max_width {
            return cut;
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_all_of_one_width_so_that_numbers_align() {
        let widths: Vec<_> =
            "0123456789".chars().map(|c| width(&c.to_string(), 10.0, Weight::Regular)).collect();
        // 600 of 1000 units in the font's own table of widths.
        assert!(widths.iter().all(|w| (w - 6.0).abs() < 1e-9), "{widths:?}");
    }

    #[test]
    fn wraps_between_words_and_never_loses_one() {
        let text = "anziani (65 anni e oltre) ogni cento giovani";
        let lines = wrap(text, 10.0, Weight::Regular, 90.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|l| width(l, 10.0, Weight::Regular) <= 90.0));
    }

    #[test]
    fn cuts_long_text_with_an_ellipsis() {
        assert_eq!(ellipsize("Milano", 10.0, Weight::Regular, 100.0), "Milano");
        let cut = ellipsize("Vermezzo con Zelo", 10.0, Weight::Regular, 60.0);
        assert!(cut.ends_with('…') && width(&cut, 10.0, Weight::Regular) <= 60.0, "{cut}");
    }
}
