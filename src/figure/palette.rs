//! Palettes: the ColorBrewer schemes and the viridis family, from the `colorous` crate.

use colorous::Gradient;

use crate::base::Rgb;

/// What a palette is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PaletteKind {
    /// From little to much.
    Sequential,
    /// Away from a middle, in two directions.
    Diverging,
    Categorical,
}

enum Colours {
    /// A gradient and the range of it that is used: its palest end would vanish on white paper, and its darkest would
    /// hide borders and labels.
    Gradient(Gradient, f64, f64),
    List(&'static [colorous::Color]),
}

pub(crate) struct Palette {
    pub id: &'static str,
    /// Its name in the literature.
    pub name: &'static str,
    pub kind: PaletteKind,
    /// Whether its colours can be distinguished with the common kinds of colour-blindness: for ColorBrewer's schemes
    /// as marked on colorbrewer2.org (categorical ones for up to three classes), for the viridis family and cividis
    /// as their authors designed them.
    pub colour_blind_safe: bool,
    colours: Colours,
}

const fn sequential(id: &'static str, name: &'static str, gradient: Gradient, from: f64, to: f64) -> Palette {
    let colours = Colours::Gradient(gradient, from, to);
    Palette { id, name, kind: PaletteKind::Sequential, colour_blind_safe: true, colours }
}

const fn diverging(id: &'static str, name: &'static str, gradient: Gradient, safe: bool) -> Palette {
    let colours = Colours::Gradient(gradient, 0.08, 0.92);
    Palette { id, name, kind: PaletteKind::Diverging, colour_blind_safe: safe, colours }
}

const fn categorical(
    id: &'static str,
    name: &'static str,
    list: &'static [colorous::Color],
    safe: bool,
) -> Palette {
    let colours = Colours::List(list);
    Palette { id, name, kind: PaletteKind::Categorical, colour_blind_safe: safe, colours }
}

/// Every palette; within each kind the colour-blind-safe ones come first.
pub(crate) static PALETTES: [Palette; 31] = [
    sequential("yl_gn_bu", "YlGnBu", colorous::YELLOW_GREEN_BLUE, 0.06, 0.92),
    sequential("viridis", "Viridis", colorous::VIRIDIS, 0.08, 1.0),
    sequential("cividis", "Cividis", colorous::CIVIDIS, 0.08, 1.0),
    sequential("blues", "Blues", colorous::BLUES, 0.1, 0.95),
    sequential("greens", "Greens", colorous::GREENS, 0.1, 0.95),
    sequential("purples", "Purples", colorous::PURPLES, 0.1, 0.95),
    sequential("oranges", "Oranges", colorous::ORANGES, 0.1, 0.95),
    sequential("reds", "Reds", colorous::REDS, 0.1, 0.95),
    sequential("greys", "Greys", colorous::GREYS, 0.12, 0.9),
    sequential("yl_gn", "YlGn", colorous::YELLOW_GREEN, 0.06, 0.95),
    sequential("yl_or_br", "YlOrBr", colorous::YELLOW_ORANGE_BROWN, 0.06, 0.95),
    sequential("yl_or_rd", "YlOrRd", colorous::YELLOW_ORANGE_RED, 0.06, 0.95),
    sequential("or_rd", "OrRd", colorous::ORANGE_RED, 0.08, 0.95),
    sequential("pu_bu", "PuBu", colorous::PURPLE_BLUE, 0.08, 0.95),
    sequential("pu_bu_gn", "PuBuGn", colorous::PURPLE_BLUE_GREEN, 0.08, 0.95),
    sequential("bu_gn", "BuGn", colorous::BLUE_GREEN, 0.08, 0.95),
    sequential("magma", "Magma", colorous::MAGMA, 0.12, 1.0),
    sequential("inferno", "Inferno", colorous::INFERNO, 0.12, 1.0),
    sequential("plasma", "Plasma", colorous::PLASMA, 0.05, 1.0),
    diverging("rd_bu", "RdBu", colorous::RED_BLUE, true),
    diverging("pu_or", "PuOr", colorous::PURPLE_ORANGE, true),
    diverging("br_bg", "BrBG", colorous::BROWN_GREEN, true),
    diverging("pr_gn", "PRGn", colorous::PURPLE_GREEN, true),
    diverging("pi_yg", "PiYG", colorous::PINK_GREEN, true),
    diverging("rd_yl_bu", "RdYlBu", colorous::RED_YELLOW_BLUE, true),
    diverging("rd_yl_gn", "RdYlGn", colorous::RED_YELLOW_GREEN, false),
    diverging("spectral", "Spectral", colorous::SPECTRAL, false),
    categorical("set2", "Set2", &colorous::SET2, true),
    categorical("dark2", "Dark2", &colorous::DARK2, true),
    categorical("paired", "Paired", &colorous::PAIRED, false),
    categorical("tableau10", "Tableau10", &colorous::TABLEAU10, false),
];

impl Palette {
    /// The palette with this id or name in the literature, ignoring case.
    pub fn get(id: &str) -> Option<&'static Self> {
        let is = |name: &str| name.eq_ignore_ascii_case(id);
        PALETTES.iter().find(|palette| is(palette.id) || is(palette.name))
    }

    /// The colour at `t` in `0..=1`.
    fn at(&self, t: f64) -> Rgb {
        let colour = match &self.colours {
            Colours::Gradient(gradient, from, to) => {
                gradient.eval_continuous(from + (to - from) * t.clamp(0.0, 1.0))
            }
            Colours::List(list) => list[((t * list.len() as f64) as usize).min(list.len() - 1)],
        };
        Rgb(colour.r, colour.g, colour.b)
    }

    /// One colour per class, from the lowest. `bounds` are the edges of the classes. A diverging palette puts its
    /// middle colour on the class that contains `centre` (or between two classes, if an edge falls on it) and spaces
    /// both arms equally, so that equal shades mean equal steps from the centre.
    pub fn colours(&self, bounds: &[(f64, f64)], reversed: bool, centre: Option<f64>) -> Vec<Rgb> {
        let n = bounds.len();
        let flip = |t: f64| if reversed { 1.0 - t } else { t };
        let position = |i: usize| match (self.kind, centre) {
            (PaletteKind::Categorical, _) => i as f64,
            (PaletteKind::Diverging, Some(centre)) => {
                // A class that contains only the centre is on neither side.
                let below = bounds.iter().filter(|(low, up)| *up <= centre && *low < centre).count();
                let above = bounds.iter().filter(|(low, up)| *low >= centre && *up > centre).count();
                let arm = below.max(above).max(1) as f64;
                if i < below {
                    0.5 - 0.5 * (below - i) as f64 / arm
                } else if i >= n - above {
                    0.5 + 0.5 * (i + 1 + above - n) as f64 / arm
                } else {
                    0.5
                }
            }
            _ if n < 2 => 0.5,
            _ => i as f64 / (n - 1) as f64,
        };
        (0..n)
            .map(|i| match &self.colours {
                Colours::List(list) => {
                    let i = if reversed { n - 1 - i } else { i };
                    let colour = list[i % list.len()];
                    Rgb(colour.r, colour.g, colour.b)
                }
                Colours::Gradient(..) => self.at(flip(position(i))),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(edges: &[f64]) -> Vec<(f64, f64)> {
        edges.windows(2).map(|e| (e[0], e[1])).collect()
    }

    #[test]
    fn sequential_palettes_darken_or_lighten_all_the_way() {
        for palette in PALETTES.iter().filter(|p| p.kind == PaletteKind::Sequential) {
            let colours = palette.colours(&classes(&[0., 1., 2., 3., 4., 5.]), false, None);
            let luminance: Vec<f64> = colours.iter().map(|c| c.luminance()).collect();
            let falling = luminance.windows(2).all(|w| w[0] > w[1]);
            let rising = luminance.windows(2).all(|w| w[0] < w[1]);
            assert!(falling || rising, "{}: {luminance:?}", palette.id);
        }
    }

    #[test]
    fn the_centre_of_a_diverging_palette_takes_the_middle_colour() {
        let palette = Palette::get("rd_bu").unwrap();
        let middle = palette.at(0.5);
        let colours = palette.colours(&classes(&[-1.0, 1.0, 2.0, 3.0]), false, Some(0.0));
        assert_eq!(colours[0], middle, "the class that holds the centre");
        assert_eq!(colours[2], palette.at(1.0));
        // With an edge on the centre no class is neutral, and one step below is as strong as one step above.
        let colours = palette.colours(&classes(&[-2.0, 0.0, 1.0, 2.0]), false, Some(0.0));
        assert_eq!(colours, [palette.at(0.25), palette.at(0.75), palette.at(1.0)]);
        // Nothing has changed anywhere, so everything is neutral.
        assert_eq!(palette.colours(&[(0.0, 0.0)], false, Some(0.0)), [middle]);
    }

    #[test]
    fn ids_are_unique_and_reversing_swaps_the_ends() {
        for (i, palette) in PALETTES.iter().enumerate() {
            assert!(PALETTES[..i].iter().all(|p| p.id != palette.id), "{}", palette.id);
            let bounds = classes(&[0., 1., 2., 3.]);
            let mut reversed = palette.colours(&bounds, true, None);
            reversed.reverse();
            assert_eq!(reversed, palette.colours(&bounds, false, None), "{}", palette.id);
        }
    }
}
