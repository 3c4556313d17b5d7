//! The appearance of printed figures: colours and type sizes, in one place.

use crate::base::{Mm, Pt, Rgb};
use crate::document::PageSpec;

pub const INK: Rgb = Rgb::hex(0x1f_2430);
pub(crate) const MUTED: Rgb = Rgb::hex(0x5b_6270);
pub(crate) const PAPER: Rgb = Rgb::WHITE;
/// Background around the territory.
pub(crate) const BACKGROUND: Rgb = Rgb::hex(0xf7_f6f3);
/// Surrounding provinces.
pub(crate) const BACKDROP: Rgb = Rgb::hex(0xef_eee9);
/// Borders of those provinces.
pub(crate) const BACKDROP_LINE: Rgb = Rgb::hex(0xd9_d7d0);
/// Borders between units: a grey that is visible on both pale and dark fills.
pub(crate) const AREA_LINE: Rgb = Rgb::hex(0x8d_949c);
/// Areas under proportional symbols.
pub(crate) const AREA_PLAIN: Rgb = Rgb::hex(0xe4_e3dd);
pub(crate) const GROUP_LINE: Rgb = Rgb::hex(0x3a_4150);
/// Outline of selected territories, over [`SELECTED_HALO`] so that it is visible on every colour.
pub(crate) const SELECTED_LINE: Rgb = Rgb::hex(0x11_1318);
/// Halo of that outline.
pub(crate) const SELECTED_HALO: Rgb = Rgb::hex(0xff_ffff);
pub(crate) const SYMBOL: Rgb = Rgb::hex(0x1f_6fa8);
/// Proportional symbols of negative values.
pub(crate) const SYMBOL_NEGATIVE: Rgb = Rgb::hex(0xb8_5c14);
/// Opacity of symbols.
pub(crate) const SYMBOL_OPACITY: f64 = 0.72;

/// Lines of selected territories: hues that differ for every kind of colour vision where possible, all dark enough to
/// be read as text on paper (contrast 4.5 to 1). Markers and dashes distinguish them in black and white.
pub const SERIES: [Rgb; 8] = [
    Rgb::hex(0x0b_5fa5),
    Rgb::hex(0xc0_400d),
    Rgb::hex(0x00_7a5a),
    Rgb::hex(0x8e_3a8c),
    Rgb::hex(0x8a_6200),
    Rgb::hex(0x00_7595),
    Rgb::hex(0xb1_1f5b),
    Rgb::hex(0x5a_4632),
];
/// The colour of one of several selected territories, the same in charts and on maps; where there are more than colours, all
/// are dark.
pub(crate) fn of_selected(place: usize, count: usize) -> Rgb {
    if count > SERIES.len() { SELECTED_LINE } else { SERIES[place % SERIES.len()] }
}

/// Benchmarks: the ATS, and a lighter colour for the ASST.
pub(crate) const BENCHMARKS: [Rgb; 2] = [Rgb::hex(0x2b_313d), Rgb::hex(0x6a_7079)];
/// Lines and dots of all other units.
pub(crate) const CONTEXT: Rgb = Rgb::hex(0xb4_b8be);
/// Dots of a ranking without a selection, or of the selected territories.
pub(crate) const DOT: Rgb = Rgb::hex(0x1f_6fa8);
/// Dots of the others where some are selected.
pub(crate) const DOT_OTHER: Rgb = Rgb::hex(0x8f_98a3);
/// Bars from lowest to highest.
pub(crate) const SPAN: Rgb = Rgb::hex(0xbf_cbd6);
/// How far the tint of a hue is mixed towards the paper.
pub(crate) const TINT: f64 = 0.6;
/// Cells of a table, from the lowest to the highest quintile of a column.
pub(crate) const HEAT: [Rgb; 2] = [Rgb::hex(0xf1_f6fa), Rgb::hex(0x86_b6d8)];
/// Bars beside the numbers of a table.
pub(crate) const BAR: Rgb = Rgb::hex(0xa9_c9e2);
/// Grid of a chart.
pub(crate) const GRID: Rgb = Rgb::hex(0xe4_e4e0);
/// Axes of a chart, and the line of zero or one hundred.
pub(crate) const AXIS: Rgb = Rgb::hex(0x8d_949c);
/// Opacity of bands.
pub(crate) const BAND_OPACITY: f64 = 0.14;

/// An ink that is readable on a colour.
pub fn ink_on(colour: Rgb) -> Rgb {
    // At this luminance the contrast with white equals that with the ink.
    if colour.luminance() > 0.2 { INK } else { PAPER }
}

/// How far colours of the surroundings of what a map is about are mixed towards the background.
pub(crate) const FADED: f64 = 0.72;

/// A colour of the surroundings of what a map is about: still its class, but faint.
pub(crate) fn faded(colour: Rgb) -> Rgb {
    colour.mix(BACKGROUND, FADED)
}

/// The pale tint of a hue, for spans behind its marks.
pub(crate) fn tint(hue: Rgb) -> Rgb {
    hue.mix(PAPER, TINT)
}

/// The smallest name on a map, in points: anything smaller is hard to read on paper.
const LEAST_LABEL: f64 = 5.6;

/// Space between the elements of a page, as a share of the margin of a page.
const GAP: f64 = 0.7;

/// The smallest type of a footer, and the same on a page narrower than [`NARROW`], which has no room for that.
const LEAST_FOOTER: [f64; 2] = [6.0, 5.2];
/// Width of a page, in millimetres.
const NARROW: f64 = 100.0;
/// A page as wide as a text column on A4 (140 to 160 mm) is placed between the margins of its document and aligned
/// with the text there, so its own margins are minimal.
const COLUMN: std::ops::RangeInclusive<f64> = 140.0..=160.0;
const COLUMN_MARGIN: f64 = 3.0;

/// Type sizes and lengths, in points, for a page of a given area: those of A4, scaled with the page but never below
/// what is legible.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// The scale relative to A4.
    pub scale: f64,
    pub margin: f64,
    /// Space between the elements of a page.
    pub gap: f64,
    pub title: f64,
    pub subtitle: f64,
    pub legend: f64,
    pub footer: f64,
    /// Labels on the map.
    pub label: f64,
}

impl Sizes {
    /// For a page, or for the elements of one: elements have the sizes of the page, but a smaller heading and no
    /// margin of their own.
    pub fn of(page: &PageSpec) -> Self {
        let [width, height] = match page.part {
            Some(overall) => [overall.width, overall.height],
            None => [page.width, page.height],
        };
        let mut sizes = Self::for_page(Pt::from(width).0, Pt::from(height).0, page.type_scale);
        if page.part.is_some() {
            sizes.margin = 0.0;
            sizes.title = sizes.legend * 1.25;
            sizes.subtitle = sizes.legend;
        }
        sizes
    }

    /// For the window: those of A4, scaled so that the legend's type has this size, without a margin.
    pub fn on_screen(legend: f64) -> Self {
        let (_, width, height) = PageSpec::SIZES[0];
        let of_a4 = |type_scale| Self::for_page(Pt::from(width).0, Pt::from(height).0, type_scale);
        Self { margin: 0.0, ..of_a4(legend / of_a4(1.0).legend) }
    }

    /// For a page of that width and height in points.
    fn for_page(width: f64, height: f64, type_scale: f64) -> Self {
        const A4_AREA: f64 = 841.9 * 595.3;
        let scale = (width * height / A4_AREA).sqrt().clamp(0.55, 3.0);
        let type_scale = type_scale.clamp(*PageSpec::TYPE_SCALE.start(), *PageSpec::TYPE_SCALE.end());
        let margin = (26.0 * scale).max(10.0);
        // Rounded to a tenth, which hides the rounding of points.
        let in_mm = (Mm::from(Pt(width)).0 * 10.0).round() / 10.0;
        let size = |at_a4: f64, least: f64| (at_a4 * scale).max(least) * type_scale;
        Self {
            scale,
            margin: if COLUMN.contains(&in_mm) { COLUMN_MARGIN } else { margin },
            gap: margin * GAP,
            title: size(18.0, 10.0),
            subtitle: size(10.0, 7.0),
            legend: size(8.6, 6.0),
            footer: size(7.0, LEAST_FOOTER[usize::from(in_mm < NARROW)]),
            label: size(5.6, LEAST_LABEL),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_the_colour_of_their_line_can_be_read() {
        for colour in SERIES.into_iter().chain(BENCHMARKS).chain([MUTED, DOT]) {
            let contrast = (PAPER.luminance() + 0.05) / (colour.luminance() + 0.05);
            assert!(contrast >= 4.5, "{colour}: {contrast:.2}");
        }
    }

    #[test]
    fn numbers_can_be_read_on_the_darkest_cell() {
        let contrast = (HEAT[1].luminance() + 0.05) / (INK.luminance() + 0.05);
        assert!(contrast >= 7.0, "{contrast:.2}");
    }
}
