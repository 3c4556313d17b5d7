//! The colours of a page on screen. Pages are drawn for paper: in the dark theme paper becomes the background, ink
//! becomes light, and classes and hues are lightened as on the map.

use egui::Color32;

use super::theme::{Theme, colour};
use crate::base::{Rgb, Vision};
use crate::figure::style;

/// What a colour is used for: the colour of a class is lightened less than that of a line or a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The fill of a shape.
    Fill,
    /// A line or a border.
    Line,
    Text,
}

/// The colour on screen, under this colour vision.
pub fn on_screen(theme: &Theme, vision: Vision, of: Rgb, used: Use) -> Color32 {
    if of == style::PAPER && used != Use::Text {
        return theme.panel;
    }
    if !theme.is_dark() {
        return colour(vision.sees(of));
    }
    if let Some(role) = role(theme, of) {
        return role;
    }
    match used {
        Use::Fill => colour(theme.class(vision, of)),
        Use::Line | Use::Text => theme.hue(vision.sees(of)),
    }
}

/// The theme's colour for one that has a role on paper.
fn role(theme: &Theme, of: Rgb) -> Option<Color32> {
    let role = match of {
        style::INK | style::SELECTED_LINE => theme.ink,
        style::MUTED => theme.muted,
        style::BACKGROUND => theme.background,
        style::BACKDROP => theme.backdrop,
        style::BACKDROP_LINE => theme.backdrop_line,
        // The axes of charts use the same grey.
        style::AREA_LINE | style::CONTEXT => theme.axis,
        style::AREA_PLAIN => theme.area_plain,
        style::GROUP_LINE => theme.group_line,
        style::GRID => theme.line,
        // It is light enough, and secondary marks must not stand out.
        style::DOT_OTHER => colour(of),
        style::SPAN => theme.panel.lerp_to_gamma(theme.muted, 0.4),
        style::SYMBOL => theme.symbol,
        style::SYMBOL_NEGATIVE => theme.symbol_negative,
        _ => return role_of_hue(theme, of),
    };
    Some(role)
}

/// Hues of lines and dots, which are also used for fills, and the tints of their spans.
fn role_of_hue(theme: &Theme, of: Rgb) -> Option<Color32> {
    let hues = || style::SERIES.into_iter().chain(style::BENCHMARKS).chain([style::DOT, style::DOT_OTHER]);
    if of == style::BENCHMARKS[0] {
        return Some(theme.ink);
    }
    if hues().any(|hue| hue == of) {
        return Some(theme.hue(of));
    }
    let tinted = hues().find(|hue| style::tint(*hue) == of)?;
    Some(theme.hue(tinted).lerp_to_gamma(theme.panel, style::TINT as f32))
}

/// Of two colours for letters on a background, the first if it is readable there, else the more readable one.
pub(crate) fn readable(background: Color32, first: Color32, second: Color32) -> Color32 {
    /// WCAG 2.2, AA.
    const ENOUGH: f64 = 4.5;
    let of = |letters| contrast(letters, background);
    if of(first) >= ENOUGH || of(first) >= of(second) { first } else { second }
}

/// The contrast of two opaque colours, as WCAG 2.2 defines it.
pub(crate) fn contrast(a: Color32, b: Color32) -> f64 {
    let [a, b] = [a, b].map(|colour| Rgb(colour.r(), colour.g(), colour.b()).luminance() + 0.05);
    a.max(b) / a.min(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_in_the_light_theme_keeps_its_colours() {
        for of in style::SERIES.into_iter().chain([style::INK, style::GRID, style::SPAN, Rgb::hex(0x08_1d58)])
        {
            for used in [Use::Fill, Use::Line, Use::Text] {
                assert_eq!(on_screen(&Theme::LIGHT, Vision::Typical, of, used), colour(of));
            }
        }
    }

    #[test]
    fn in_the_dark_theme_letters_are_read_and_marks_are_seen() {
        let dark = |of, used| on_screen(&Theme::DARK, Vision::Typical, of, used);
        let letters = style::SERIES.into_iter().chain(style::BENCHMARKS).chain([style::INK, style::MUTED]);
        for of in letters {
            let found = contrast(dark(of, Use::Text), Theme::DARK.panel);
            assert!(found >= 4.5, "{of}: {found:.2}");
        }
        for of in [style::DOT, style::DOT_OTHER, style::AXIS, style::SYMBOL, style::CONTEXT] {
            let found = contrast(dark(of, Use::Fill), Theme::DARK.panel);
            assert!(found >= 3.0, "{of}: {found:.2}");
        }
        // The grid and the spans behind the marks are visible but remain in the background.
        for of in [style::GRID, style::SPAN, style::tint(style::SERIES[0])] {
            let found = contrast(dark(of, Use::Line), Theme::DARK.panel);
            assert!((1.3..6.0).contains(&found), "{of}: {found:.2}");
        }
    }

    #[test]
    fn letters_on_a_pale_cell_stay_dark() {
        let pale = colour(style::HEAT[0]);
        assert_eq!(readable(pale, Theme::DARK.ink, colour(style::INK)), colour(style::INK));
        assert_eq!(readable(Theme::DARK.panel, Theme::DARK.ink, colour(style::INK)), Theme::DARK.ink);
    }
}
