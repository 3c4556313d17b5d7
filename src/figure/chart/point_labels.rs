//! Labels beside points, close to their points and never overlapping.

use crate::figure::page::layout::Box2;

/// A label to be placed beside a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wanted {
    pub at: [f64; 2],
    /// Radius of its mark.
    pub radius: f64,
    /// Width of the text.
    pub width: f64,
    /// Height of the text.
    pub height: f64,
}

/// The box of each label; `None` for those that do not fit.
///
/// They are placed in input order, beside, above or below their points, so that they stay inside `within`, overlap
/// neither another label nor a box in `taken`, and cover as few `dots` as possible. O(labels · (dots + labels)).
pub fn place(wanted: &[Wanted], dots: &[[f64; 2]], mut taken: Vec<Box2>, within: Box2) -> Vec<Option<Box2>> {
    let mut places = Vec::with_capacity(wanted.len());
    for label in wanted {
        let free = around(label)
            .into_iter()
            .filter(|room| within.contains(room) && taken.iter().all(|other| !other.overlaps(room)));
        // On a tie the first wins, because the candidates are ordered by how well they read.
        let best = free.min_by_key(|room| dots.iter().filter(|dot| holds(room, **dot)).count());
        taken.extend(best);
        places.push(best);
    }
    places
}

/// The candidate boxes around a point: right, left, above, below, and the corners.
fn around(label: &Wanted) -> [Box2; 8] {
    let Wanted { at: [x, y], radius, width, height } = *label;
    let gap = radius + height * 0.18;
    let aslant = radius * 0.7 + height * 0.05;
    let (right, left, middle) = (x + gap, x - gap - width, x - width / 2.0);
    let (above, below, level) = (y - gap - height, y + gap, y - height / 2.0);
    let room = |x, y| Box2 { x, y, width, height };
    [
        room(right, level),
        room(left, level),
        room(middle, above),
        room(middle, below),
        room(x + aslant, y - aslant - height),
        room(x + aslant, y + aslant),
        room(x - aslant - width, y - aslant - height),
        room(x - aslant - width, y + aslant),
    ]
}

/// Whether a label covers a dot or comes so close that it covers its edge.
fn holds(room: &Box2, [x, y]: [f64; 2]) -> bool {
    let edge = room.height * 0.25;
    (room.x - edge..=room.x + room.width + edge).contains(&x)
        && (room.y - edge..=room.y + room.height + edge).contains(&y)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLOT: Box2 = Box2 { x: 0.0, y: 0.0, width: 100.0, height: 60.0 };

    fn label(x: f64, y: f64) -> Wanted {
        Wanted { at: [x, y], radius: 2.0, width: 20.0, height: 6.0 }
    }

    #[test]
    fn a_label_stands_at_the_right_where_there_is_room() {
        let places = place(&[label(10.0, 30.0), label(95.0, 30.0)], &[], Vec::new(), PLOT);
        assert!(places[0].is_some_and(|room| room.x > 12.0), "{places:?}");
        assert!(places[1].is_some_and(|room| room.x + room.width < 93.0), "{places:?}");
    }

    #[test]
    fn none_covers_another_nor_what_is_taken_and_the_first_stay() {
        let wanted: Vec<Wanted> = (0..40).map(|i| label(50.0 + f64::from(i) * 0.1, 30.0)).collect();
        let name = Box2 { x: 50.0, y: 24.0, width: 40.0, height: 12.0 };
        let places = place(&wanted, &[], vec![name], PLOT);
        assert!(places[0].is_some() && places.iter().any(Option::is_none));
        let found: Vec<Box2> = places.into_iter().flatten().chain([name]).collect();
        for (i, one) in found.iter().enumerate() {
            assert!(found[i + 1..].iter().all(|other| !one.overlaps(other)), "{found:?}");
        }
    }

    #[test]
    fn a_label_goes_where_it_covers_no_dots() {
        let dots = [[20.0, 30.0], [25.0, 30.0]];
        let places = place(&[label(10.0, 30.0)], &dots, Vec::new(), PLOT);
        assert!(places[0].is_some_and(|room| dots.iter().all(|dot| !holds(&room, *dot))), "{places:?}");
        assert_eq!(place(&[label(10.0, 30.0)], &[], vec![PLOT], PLOT), [None]);
    }
}
