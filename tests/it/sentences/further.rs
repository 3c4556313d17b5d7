//! Further figures that are read: slope charts, whole tables of printed documents, lines against the ATS, thresholds,
//! hypotheses, steps and categories.

use super::asks::{Ask, Figure, Mode, Of, Split, choice, computed, made};
use super::source::{Indicator, Lang, Level, Method, world};
use super::whole_table;

/// Selections of Ambiti that a hypothesis changes, or leaves as they are.
const UNDER: [&[&str]; 4] = [&[], &["50041", "50042"], &["015210"], &["50095", "50089"]];

/// All of them, in a fixed order.
pub fn all() -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut add = |ask: Ask, selected: Vec<String>, threshold: Option<&'static str>, is_moved: bool| {
        for lang in [Lang::It, Lang::En] {
            let (ask, selected) = (ask.clone(), selected.clone());
            figures.push(Figure { threshold, is_moved, ..Figure::new(ask, lang, selected) });
        }
    };
    for (dataset, part) in whole_table::parts() {
        add(Ask::Printed { dataset, part }, Vec::new(), None, false);
    }
    for (i, indicator) in computed().into_iter().enumerate() {
        let (id, years) = (&indicator.id, world().years(indicator));
        let &[first, .., last] = years.as_slice() else { continue };
        let middle = years[years.len() / 2];
        let spans = [(first, last), (middle, last), (first, middle)];
        for (level, method) in made() {
            let of = |year| Of { id: id.clone(), year, level, method };
            for (at, (from, year)) in spans.into_iter().enumerate().filter(|(_, (from, to))| from < to) {
                add(Ask::Slope { of: of(year), from }, choice(i + at), None, false);
            }
        }
        against(indicator, i, &mut add);
        thresholds(indicator, i, last, &mut add);
        moved(indicator, i, first, last, &mut add);
    }
    steps(&mut add);
    figures
}

type Add<'a> = dyn FnMut(Ask, Vec<String>, Option<&'static str>, bool) + 'a;

/// Each line as an index of the ATS.
fn against(indicator: &Indicator, i: usize, add: &mut Add<'_>) {
    for level in [None, Some(Level::Comuni), Some(Level::Ambiti), Some(Level::Asst)] {
        for method in [Method::Pooled, Method::Mean] {
            let (id, mode) = (indicator.id.clone(), Mode::Against);
            let ask = Ask::Series { id, level, method, mode, asst: level.is_none() && i.is_multiple_of(2) };
            add(ask, choice(i + level.map_or(0, |level| level as usize)), None, false);
        }
    }
}

fn thresholds(indicator: &Indicator, i: usize, year: i32, add: &mut Add<'_>) {
    for (at, value) in ["0.5", "20", "150", "1234.5"].into_iter().enumerate() {
        let (level, method) = made()[(i + 3 * at) % made().len()];
        let of = Of { id: indicator.id.clone(), year, level, method };
        add(Ask::Ranking { of, range: false }, choice(i + at), Some(value), false);
        let mode = if at % 2 == 0 { Mode::Values } else { Mode::Index };
        let ask = Ask::Series { id: indicator.id.clone(), level: None, method, mode, asst: false };
        add(ask, choice(i + at), Some(value), false);
    }
}

/// Every kind of figure under the hypothesis.
fn moved(indicator: &Indicator, i: usize, first: i32, last: i32, add: &mut Add<'_>) {
    let id = &indicator.id;
    let selected = |at: usize| UNDER[(i + at) % UNDER.len()].iter().map(|code| (*code).to_owned()).collect();
    for (at, (level, method)) in made().into_iter().enumerate() {
        let of = Of { id: id.clone(), year: last, level, method };
        let map = |from| Ask::Map { of: of.clone(), from, second: None, symbols: false };
        add(map(None), selected(at), None, true);
        add(map(Some(first)), selected(at + 1), None, true);
        add(Ask::Ranking { of: of.clone(), range: false }, selected(at + 2), None, true);
        add(Ask::Slope { of: of.clone(), from: first }, selected(at + 3), None, true);
        let columns = vec![(id.clone(), last, None); 4];
        add(Ask::Table { columns, level, method, only_selected: false }, selected(at), None, true);
    }
    for mode in [Mode::Values, Mode::Differences, Mode::Index, Mode::Against] {
        let id = id.clone();
        let level = Some(Level::Ambiti).filter(|_| mode == Mode::Values);
        let ask = Ask::Series { id, level, method: Method::Pooled, mode, asst: false };
        add(ask, selected(mode as usize), None, true);
    }
    let others = computed();
    let y = others[(i + 11) % others.len()];
    let (x, y, y_year) = (id.clone(), y.id.clone(), *world().years(y).last().expect("a year"));
    let (level, method, split, colour) = (Level::Ambiti, Method::Pooled, Split::Median, None);
    add(Ask::Scatter { x, y, x_year: last, y_year, level, method, split, colour }, selected(0), None, true);
}

/// Steps and categories on an axis and as colours.
fn steps(add: &mut Add<'_>) {
    let stepped: Vec<&Indicator> = world().indicators.iter().filter(|known| known.has_steps()).collect();
    for (i, other) in computed().into_iter().enumerate() {
        let year = *world().years(other).last().expect("a year");
        for (at, step) in stepped.iter().enumerate() {
            let of_step = *world().years(step).last().expect("a year");
            let [x, y] = [step.id.clone(), other.id.clone()];
            let split = [Split::None, Split::Median][(i + at) % 2];
            let (level, method) = (Level::Comuni, Method::Pooled);
            let ask = |x, y, x_year, y_year, colour| Ask::Scatter {
                x,
                y,
                x_year,
                y_year,
                level,
                method,
                split,
                colour,
            };
            // Categories have no order that an axis could show, and are refused there.
            if !step.is_category() {
                add(ask(x.clone(), y.clone(), of_step, year, None), choice(i), None, false);
                add(ask(y.clone(), x.clone(), year, of_step, None), choice(i + 1), None, false);
            }
            let third = computed()[(i + 5) % computed().len()];
            let third_year = *world().years(third).last().expect("a year");
            add(ask(third.id.clone(), y, third_year, year, Some(x)), choice(i + 2), None, false);
        }
    }
}
