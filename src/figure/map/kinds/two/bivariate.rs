//! Palettes for two indicators at once: three by three colours.

use crate::base::Rgb;

/// How many classes each indicator has.
pub const SIDE: usize = 3;

/// A named palette of nine colours: grey where both are low, one hue where either is high, their mixture where both
/// are.
#[cfg_attr(
    not(feature = "gui"),
    expect(dead_code, reason = "the menu of the window alone says its name and for whom it is safe")
)]
pub(crate) struct Bivariate {
    pub id: &'static str,
    /// Its name in the literature.
    pub name: &'static str,
    /// Whether its colours can be distinguished with the two common kinds of colour-blindness: simulated by Machado,
    /// Oliveira and Fernandes 2009, any two differ by at least 15 in CIELAB.
    pub colour_blind_safe: bool,
    cells: [u32; SIDE * SIDE],
}

/// Every palette, the colour-blind-safe one first. They are those of J. Stevens, "Bivariate Choropleth Maps: A How-to
/// Guide", 2015 (joshuastevens.net/cartography/make-a-bivariate-choropleth-map). The smallest differences between two
/// colours for protanopia and deuteranopia are: PuOr 18.8 and 16.0, GnBu 12.5 and 11.7, RdBu 9.7 and 14.2, BuPu 4.5
/// and 5.7.
pub(crate) static BIVARIATES: [Bivariate; 4] = [
    Bivariate {
        id: "stevens_pu_or",
        name: "PuOr 3×3",
        colour_blind_safe: true,
        cells: [
            0xe8e8e8, 0xe4d9ac, 0xc8b35a, //
            0xcbb8d7, 0xc8ada0, 0xaf8e53, //
            0x9972af, 0x976b82, 0x804d36,
        ],
    },
    Bivariate {
        id: "stevens_gn_bu",
        name: "GnBu 3×3",
        colour_blind_safe: false,
        cells: [
            0xe8e8e8, 0xb5c0da, 0x6c83b5, //
            0xb8d6be, 0x90b2b3, 0x567994, //
            0x73ae80, 0x5a9178, 0x2a5a5b,
        ],
    },
    Bivariate {
        id: "stevens_rd_bu",
        name: "RdBu 3×3",
        colour_blind_safe: false,
        cells: [
            0xe8e8e8, 0xe4acac, 0xc85a5a, //
            0xb0d5df, 0xad9ea5, 0x985356, //
            0x64acbe, 0x627f8c, 0x574249,
        ],
    },
    Bivariate {
        id: "stevens_bu_pu",
        name: "BuPu 3×3",
        colour_blind_safe: false,
        cells: [
            0xe8e8e8, 0xace4e4, 0x5ac8c8, //
            0xdfb0d6, 0xa5add3, 0x5698b9, //
            0xbe64ac, 0x8c62aa, 0x3b4994,
        ],
    },
];

impl Bivariate {
    /// The palette with this id.
    pub fn get(id: &str) -> Option<&'static Self> {
        BIVARIATES.iter().find(|palette| palette.id == id)
    }

    /// Nine colours, row by row from where both are low: the first indicator rises along a row, the second from row
    /// to row. `swapped` exchanges the hues.
    pub fn colours(&self, swapped: bool) -> Vec<Rgb> {
        let at = |i: usize| if swapped { (i % SIDE) * SIDE + i / SIDE } else { i };
        (0..SIDE * SIDE).map(|i| Rgb::hex(self.cells[at(i)])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// CIELAB of a linear sRGB colour, white D65.
    fn lab(linear: [f64; 3]) -> [f64; 3] {
        let rows = [
            ([0.412_456_4, 0.357_576_1, 0.180_437_5], 0.950_47),
            ([0.212_672_9, 0.715_152_2, 0.072_175], 1.0),
            ([0.019_333_9, 0.119_192, 0.950_304_1], 1.088_83),
        ];
        let f = rows.map(|(row, white)| {
            let x = dot(row, linear) / white;
            if x > 0.008_856 { x.cbrt() } else { 7.787 * x + 16.0 / 116.0 }
        });
        [116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])]
    }

    fn dot(row: [f64; 3], x: [f64; 3]) -> f64 {
        row.iter().zip(x).map(|(a, b)| a * b).sum()
    }

    fn linear(Rgb(r, g, b): Rgb) -> [f64; 3] {
        [r, g, b].map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// The smallest difference between two of the colours under a matrix of colour-blindness.
    fn least_difference(palette: &Bivariate, seen: [[f64; 3]; 3]) -> f64 {
        let see = |colour| seen.map(|row| dot(row, linear(colour)).clamp(0.0, 1.0));
        let labs: Vec<_> = palette.colours(false).into_iter().map(|colour| lab(see(colour))).collect();
        let mut least = f64::INFINITY;
        for i in 0..labs.len() {
            for j in 0..i {
                let square: f64 = labs[i].iter().zip(labs[j]).map(|(a, b)| (a - b).powi(2)).sum();
                least = least.min(square.sqrt());
            }
        }
        least
    }

    #[test]
    fn colours_darken_along_both_axes() {
        for palette in &BIVARIATES {
            let light: Vec<f64> = palette.colours(false).iter().map(|c| c.luminance()).collect();
            for i in 0..SIDE {
                for j in 1..SIDE {
                    assert!(light[i * SIDE + j - 1] > light[i * SIDE + j], "{} row {i}", palette.id);
                    assert!(light[(j - 1) * SIDE + i] > light[j * SIDE + i], "{} column {i}", palette.id);
                }
            }
        }
    }

    #[test]
    fn the_palettes_marked_safe_are_those_whose_colours_stay_apart() {
        // Machado, Oliveira, Fernandes 2009, severity 1.
        let protan = [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ];
        let deutan = [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ];
        for palette in &BIVARIATES {
            let least = least_difference(palette, protan).min(least_difference(palette, deutan));
            assert_eq!(least >= 15.0, palette.colour_blind_safe, "{}: {least}", palette.id);
        }
    }

    #[test]
    fn swapping_exchanges_the_axes() {
        let palette = Bivariate::get("stevens_bu_pu").unwrap();
        let (straight, swapped) = (palette.colours(false), palette.colours(true));
        assert_eq!(straight[2], Rgb::hex(0x5a_c8c8), "the first high, the second low");
        assert_eq!(swapped[2], straight[6]);
        assert_eq!(swapped[8], straight[8]);
    }
}
