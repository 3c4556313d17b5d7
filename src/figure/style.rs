//! The look of a printed figure: colours and type sizes, in one place.

use crate::base::Rgb;

/// Titles and figures.
pub const INK: Rgb = Rgb::hex(0x1f_2430);
/// Secondary text.
pub const MUTED: Rgb = Rgb::hex(0x5b_6270);
/// Paper.
pub const PAPER: Rgb = Rgb::WHITE;
/// Ground around the territory.
pub const GROUND: Rgb = Rgb::hex(0xf7_f6f3);
/// Provinces around the territory.
pub const BACKDROP: Rgb = Rgb::hex(0xef_eee9);
/// Borders of those provinces.
pub const BACKDROP_LINE: Rgb = Rgb::hex(0xd9_d7d0);
/// Borders between units: a grey that shows on pale and on dark fills alike.
pub const AREA_LINE: Rgb = Rgb::hex(0x8d_949c);
/// Areas under proportional symbols.
pub const AREA_PLAIN: Rgb = Rgb::hex(0xe4_e3dd);
/// Borders between Ambiti.
pub const GROUP_LINE: Rgb = Rgb::hex(0x3a_4150);
/// Outline of the chosen, over [`CHOSEN_HALO`] so that it shows on every colour.
pub const CHOSEN_LINE: Rgb = Rgb::hex(0x11_1318);
/// Ground of that outline.
pub const CHOSEN_HALO: Rgb = Rgb::hex(0xff_ffff);
/// Proportional symbols.
pub const SYMBOL: Rgb = Rgb::hex(0x1f_6fa8);
/// Proportional symbols of negative values.
pub const SYMBOL_NEGATIVE: Rgb = Rgb::hex(0xb8_5c14);
/// How much of what lies under a symbol is covered.
pub const SYMBOL_OPACITY: f64 = 0.72;

/// Type sizes and lengths, in points, for a page of a given area: those of A4, scaled with the page but
/// never below what can be read.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// How much larger than on A4.
    pub scale: f64,
    /// Page margin.
    pub margin: f64,
    /// Title.
    pub title: f64,
    /// Subtitle.
    pub subtitle: f64,
    /// Legend.
    pub legend: f64,
    /// Source and licence.
    pub footer: f64,
    /// Labels on the map.
    pub label: f64,
}

impl Sizes {
    /// For a page of that width and height in points.
    pub fn for_page(width: f64, height: f64) -> Self {
        const A4_AREA: f64 = 841.9 * 595.3;
        let scale = (width * height / A4_AREA).sqrt().clamp(0.55, 3.0);
        let size = |at_a4: f64, least: f64| (at_a4 * scale).max(least);
        Self {
            scale,
            margin: size(26.0, 10.0),
            title: size(18.0, 10.0),
            subtitle: size(10.0, 7.0),
            legend: size(8.6, 6.0),
            footer: size(7.0, 5.2),
            label: size(5.6, 4.6),
        }
    }
}
