//! Shaping text with the embedded typeface, kerning and ligatures included: the only place that measures text.
//!
//! The PDF renderer shapes text with the same crate and the same default features, so lines are exactly as wide as
//! measured here.

use std::cell::RefCell;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{Direction, Face, Script, ShapePlan, UnicodeBuffer, script};

use super::Weight;

/// Family name of the embedded typeface, as files name it.
pub(crate) const FAMILY: &str = "IBM Plex Sans";

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf");
const ITALIC: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-Italic.ttf");

/// A style of the typeface, with its cached shaping plans.
struct Cut {
    face: Face<'static>,
    /// Plans for texts with Latin letters, and for those without letters.
    plans: [(Option<Script>, ShapePlan); 2],
}

static CUTS: LazyLock<[Cut; 3]> = LazyLock::new(|| {
    [REGULAR, SEMI_BOLD, ITALIC].map(|bytes| {
        let face = Face::from_slice(bytes, 0).expect("the embedded typefaces are whole");
        let plans = [Some(script::LATIN), None].map(|script| (script, plan(&face, script)));
        Cut { face, plans }
    })
});

fn plan(face: &Face<'_>, script: Option<Script>) -> ShapePlan {
    ShapePlan::new(face, Direction::LeftToRight, script, None, &[])
}

/// The bytes of the embedded font files: regular, semibold, italic.
pub fn font_files() -> [&'static [u8]; 3] {
    [REGULAR, SEMI_BOLD, ITALIC]
}

/// The embedded face of a style.
pub(crate) fn face(weight: Weight) -> &'static Face<'static> {
    &CUTS[weight as usize].face
}

/// A character as every output format writes it: breaks and tabs become a space, and characters not allowed in files
/// become `None`.
pub(crate) fn printable(character: char) -> Option<char> {
    match character {
        '\t' | '\n' | '\r' => Some(' '),
        c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => None,
        c => Some(c),
    }
}

/// What is drawn in place of a character that the typeface lacks: the sign that Unicode has for it.
pub(crate) const STAND_IN: char = '\u{fffd}';

/// A character as every output format draws it: see [`printable`]; for one that the typeface lacks, [`STAND_IN`]. A
/// box that no reader can name is drawn by none of them, and PDF/UA forbids it.
pub(crate) fn drawn(character: char) -> Option<char> {
    let character = printable(character)?;
    if has(character) {
        return Some(character);
    }
    // Marks that only choose between forms of their neighbours, such as those of emoji, are no signs themselves.
    let chooses = matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}');
    (!chooses).then_some(STAND_IN)
}

/// Whether every style of the typeface has a character.
pub(crate) fn has(character: char) -> bool {
    character.is_ascii() || CUTS.iter().all(|cut| cut.face.glyph_index(character).is_some())
}

/// A glyph at its position on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Which glyph; the typeface's "missing glyph" symbol where it lacks the character.
    pub id: GlyphId,
    /// Its origin relative to the start of the line and the baseline, in multiples of the type size; x to the right,
    /// y upwards.
    pub at: [f64; 2],
}

/// The glyphs of a line of text in drawing order, and its width, in multiples of the type size.
pub fn shape(text: &str, weight: Weight) -> (Vec<Glyph>, f64) {
    let Cut { face, plans } = &CUTS[weight as usize];
    let mut buffer = UnicodeBuffer::new();
    text.chars().filter_map(drawn).enumerate().for_each(|(i, c)| buffer.add(c, i as u32));
    buffer.set_direction(Direction::LeftToRight);
    buffer.guess_segment_properties();
    let script = Some(buffer.script()).filter(|script| *script != script::UNKNOWN);
    let shaped = match plans.iter().find(|(of, _)| *of == script) {
        Some((_, plan)) => rustybuzz::shape_with_plan(face, plan, buffer),
        None => rustybuzz::shape_with_plan(face, &plan(face, script), buffer),
    };
    let units = f64::from(face.units_per_em());
    let mut width = 0.0;
    let placed = |(info, position): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
        let at = [width + f64::from(position.x_offset) / units, f64::from(position.y_offset) / units];
        width += f64::from(position.x_advance) / units;
        Glyph { id: GlyphId(info.glyph_id as u16), at }
    };
    let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(placed).collect();
    (glyphs, width)
}

/// How many widths each thread keeps of a style: those of a batch of pages, which say the same again and again.
const MOST_KNOWN: usize = 16_384;

thread_local! {
    /// The widths measured so far, by style, in multiples of the type size. Shaping is most of the work of a layout.
    static WIDTHS: RefCell<[FxHashMap<Box<str>, f64>; 3]> = RefCell::default();
}

/// The width of a line of text, in points.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    WIDTHS.with_borrow_mut(|known| {
        let known = &mut known[weight as usize];
        if let Some(width) = known.get(text) {
            return width * size;
        }
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        let width = shape(text, weight).1;
        known.insert(text.into(), width);
        width * size
    })
}

/// The no-break space.
pub(crate) const NO_BREAK: char = '\u{a0}';

/// Breaks a text between words into lines no wider than `max_width`; a single word wider than that gets its own line
/// and overflows. A no-break space holds a number and its unit together.
pub(crate) fn wrap(text: &str, size: f64, weight: Weight, max_width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let parts = |c: char| c.is_whitespace() && c != NO_BREAK;
    for word in text.split(parts).filter(|word| !word.is_empty()) {
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

/// As [`wrap`], but a word wider than a line is broken: for text typed by users.
pub(crate) fn wrap_broken(text: &str, size: f64, weight: Weight, max_width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in wrap(text, size, weight, max_width) {
        if width(&line, size, weight) <= max_width {
            lines.push(line);
            continue;
        }
        let mut rest = String::new();
        for character in line.chars() {
            rest.push(character);
            if rest.chars().nth(1).is_some() && width(&rest, size, weight) > max_width {
                rest.pop();
                lines.push(std::mem::replace(&mut rest, character.to_string()));
            }
        }
        lines.push(rest);
    }
    lines
}

/// The text shortened to `max_width` with an ellipsis, or unchanged where it fits.
pub(crate) fn ellipsize(text: &str, size: f64, weight: Weight, max_width: f64) -> String {
    if width(text, size, weight) <= max_width {
        return text.to_owned();
    }
    let mut shortened = text.to_owned();
    while shortened.pop().is_some() {
        let cut = format!("{}…", shortened.trim_end());
        if width(&cut, size, weight) <= max_width {
            return cut;
        }
    }
    String::new()
}

/// The same beside others, some of which would be shortened to the same words: then it is cut in the middle, because what
/// tells them apart is at the end ("Spesa per anziano… minimo").
pub(crate) fn ellipsize_among<'a>(
    text: &str,
    others: impl IntoIterator<Item = &'a str>,
    size: f64,
    weight: Weight,
    max_width: f64,
) -> String {
    let cut = ellipsize(text, size, weight, max_width);
    let start = cut.trim_end_matches('…');
    let is_alike = |other: &str| other != text && other.starts_with(start);
    if cut == text || !others.into_iter().any(is_alike) {
        return cut;
    }
    let mut end: &str = text;
    // The end takes at most half of the room.
    while width(end, size, weight) > max_width / 2.0 {
        let mut letters = end.chars();
        letters.next();
        end = letters.as_str();
    }
    // A whole word where there is one.
    let end = end.split_once(' ').map_or(end, |(_, words)| words).trim_start();
    let mut start = text.strip_suffix(end).unwrap_or_default().to_owned();
    while start.pop().is_some() {
        let cut = format!("{}… {end}", start.trim_end());
        if width(&cut, size, weight) <= max_width {
            return cut;
        }
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_begin_alike_stay_apart_when_cut() {
        let names = ["Spesa sociale per anziano: Ambito minimo", "Spesa sociale per anziano: Ambito massimo"];
        let room = width("Spesa sociale per anziano", 10.0, Weight::Regular);
        let cut = |name| ellipsize_among(name, names, 10.0, Weight::Regular, room);
        let (low, high) = (cut(names[0]), cut(names[1]));
        assert_ne!(low, high);
        assert!(low.ends_with("minimo") && high.ends_with("massimo"), "{low} / {high}");
        for name in [low, high] {
            assert!(width(&name, 10.0, Weight::Regular) <= room, "{name}");
        }
        assert_eq!(ellipsize_among("Rho", names, 10.0, Weight::Regular, room), "Rho");
    }

    #[test]
    fn digits_are_all_of_one_width_so_that_numbers_align() {
        let widths: Vec<_> =
            "0123456789".chars().map(|c| width(&c.to_string(), 10.0, Weight::Regular)).collect();
        // 600 of 1000 units in the font's own table of advance widths.
        assert!(widths.iter().all(|w| (w - 6.0).abs() < 1e-9), "{widths:?}");
    }

    #[test]
    fn what_the_typeface_lacks_has_a_stand_in() {
        assert!((' '..='~').all(|c| CUTS.iter().all(|cut| cut.face.glyph_index(c).is_some())));
        assert!(has(STAND_IN) && "àèéìòù’«»–€ﬁе\u{301}".chars().all(has));
        for lacking in "☎■▲ع漢😀".chars() {
            assert_eq!(drawn(lacking), Some(STAND_IN), "{lacking}");
        }
        assert_eq!((drawn('\u{fe0f}'), drawn('\u{1b}'), drawn('\t')), (None, None, Some(' ')));
        let (glyphs, _) = shape("a☎b", Weight::Regular);
        assert!(glyphs.len() == 3 && glyphs.iter().all(|glyph| glyph.id != GlyphId(0)), "{glyphs:?}");
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
