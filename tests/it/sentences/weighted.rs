//! Rates that their source gives without counts: the value of a group is a mean with a declared weight.

use super::asks::{Ask, Figure, Mode, Of, choice, made};
use super::overview::Overview;
use super::source::{Indicator, Lang, Level, Method, world};

/// Whether an indicator is such a rate, and all its cells are known: what withheld ones leave open is not worked out here.
fn is_read(indicator: &Indicator) -> bool {
    indicator.weight_name.is_some() && !indicator.has_steps() && !world().has_gaps(indicator)
}

/// All figures of them, in a fixed order.
pub fn all() -> Vec<Figure> {
    let weighted: Vec<&Indicator> = world().indicators.iter().filter(|known| is_read(known)).collect();
    let mut figures = Vec::new();
    let mut add = |ask: Ask, selected: Vec<String>| {
        for lang in [Lang::It, Lang::En] {
            figures.push(Figure::new(ask.clone(), lang, selected.clone()));
        }
    };
    for (i, indicator) in weighted.into_iter().enumerate() {
        let years = world().years(indicator);
        for (at, &year) in years.iter().enumerate() {
            for (level, method) in made() {
                let of = Of { id: indicator.id.clone(), year, level, method };
                let map = |from| Ask::Map { of: of.clone(), from, second: None, symbols: false };
                add(map(None), choice(i + at));
                for from in years.iter().filter(|from| **from < year) {
                    add(map(Some(*from)), choice(i + at + 1));
                    add(Ask::Slope { of: of.clone(), from: *from }, choice(i + at + 2));
                }
                add(Ask::Ranking { of: of.clone(), range: false }, choice(i + at + 3));
                if method == Method::Pooled && level != Level::Comuni {
                    add(Ask::Ranking { of, range: true }, choice(i + at + 4));
                }
            }
            for by_row in [true, false] {
                let id = indicator.id.clone();
                add(Ask::Overview(Overview::Distribution { id, year, by_row }), choice(i + at));
            }
        }
        for mode in [Mode::Values, Mode::Differences, Mode::Index] {
            for level in [None, Some(Level::Ambiti), Some(Level::Asst)] {
                let (id, method) = (indicator.id.clone(), Method::Pooled);
                add(Ask::Series { id, level, method, mode, asst: false }, choice(i + 1));
            }
        }
    }
    figures
}
