//! The grid of small maps: how many columns, and which maps are on the page.

use std::ops::Range;

/// The smallest useful side of a map, in points.
const LEAST_SIDE: f64 = 34.0;
/// The largest map of which several are still small ones, in sizes of the legend's type: larger ones leave white room.
const WIDEST: f64 = 34.0;

/// The room for maps and what each of them needs.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub width: f64,
    pub height: f64,
    /// Height of the lines above each map, and of the legend below it.
    pub head: f64,
    pub foot: f64,
    /// Space between two maps.
    pub gap: f64,
    /// Height of the territory as a share of its width.
    pub aspect: f64,
    /// Size of the type.
    pub size: f64,
}

/// The maps on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    pub columns: usize,
    /// Width and height of the room for each map, without the lines above it and below.
    pub map: [f64; 2],
    /// The maps on this page.
    pub shown: Range<usize>,
    /// Which page it is, from 1, how many there are, and which was asked for.
    pub part: usize,
    pub of: usize,
    pub asked: usize,
}

impl Asked {
    /// The columns for so many maps that make them largest, with the size of each.
    fn columns(&self, count: usize) -> Option<(usize, [f64; 2])> {
        let of = |columns: usize| {
            let rows = count.div_ceil(columns);
            let side = |all: f64, n: usize| (all - self.gap * (n - 1) as f64) / n as f64;
            let (width, height) =
                (side(self.width, columns), side(self.height, rows) - self.head - self.foot);
            let width = width.min(height / self.aspect).min(self.size * WIDEST);
            (columns, [width, width * self.aspect])
        };
        let best = (1..=count).map(of).reduce(|a, b| if b.1[0] > a.1[0] * 1.001 { b } else { a })?;
        // The lines above are as wide as their map.
        let is_read = best.1.iter().all(|side| *side >= LEAST_SIDE);
        is_read.then_some(best)
    }

    /// The grid of a page; `None` where there is no room for a single map.
    pub fn grid(&self, count: usize, part: usize) -> Option<Grid> {
        let most = (1..=count).rev().find(|count| self.columns(*count).is_some())?;
        // Pages are alike, and the last one is not left with a single map where it need not be.
        let of = count.div_ceil(most);
        let each = count.div_ceil(of);
        let (columns, map) = self.columns(each)?;
        let asked = part;
        let part = part.clamp(1, of);
        let from = (part - 1) * each;
        Some(Grid { columns, map, shown: from..(from + each).min(count), part, of, asked })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(width: f64, height: f64) -> Asked {
        Asked { width, height, head: 12.0, foot: 0.0, gap: 8.0, aspect: 0.8, size: 9.0 }
    }

    #[test]
    fn sixty_maps_are_on_a_page_of_a4_and_no_map_is_on_two_pages() {
        let grid = asked(760.0, 420.0).grid(60, 1).expect("room");
        assert_eq!((grid.shown.clone(), grid.of), (0..60, 1));
        let small = asked(300.0, 160.0);
        let first = small.grid(60, 1).expect("room");
        assert!(first.of > 1);
        let all: Vec<usize> =
            (1..=first.of).flat_map(|part| small.grid(60, part).expect("room").shown).collect();
        assert_eq!(all, (0..60).collect::<Vec<_>>());
        assert_eq!(small.grid(60, 99).map(|grid| (grid.part, grid.asked)), Some((first.of, 99)));
    }

    #[test]
    fn one_map_is_not_blown_up_and_none_is_drawn_without_room() {
        let grid = asked(760.0, 420.0).grid(1, 1).expect("room");
        assert!(grid.map[0] <= 9.0 * WIDEST);
        assert_eq!(asked(30.0, 420.0).grid(3, 1), None);
        assert_eq!(asked(760.0, 420.0).grid(0, 1), None);
    }
}
