//! Labels of territories: the most important first, never overlapping.

use crate::scene::{Anchor, Node, TextRun, Weight, text};

use crate::figure::page::layout::Box2;
use crate::figure::page::style;

/// How far a name may extend beyond the border of its territory, as a multiple of the available room.
pub(crate) const REACH: f64 = 2.2;

/// Height of a line, in type sizes.
pub(crate) const LEADING: f64 = 1.08;

/// A label that might be placed on the map.
pub struct Candidate<'a> {
    pub name: &'a str,
    /// Its preferred centre, in points.
    pub at: [f64; 2],
    /// Room around that centre within its territory, in points.
    pub radius: f64,
    /// Those with more are placed first.
    pub importance: f64,
}

/// A label that was placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// One line, or two.
    pub lines: Vec<String>,
    /// The centre of all lines.
    pub at: [f64; 2],
}

/// Whether a name could be placed in a territory where no disc has a larger radius, without searching for the
/// position.
pub(crate) fn could_stand(name: &str, most_radius: f64, size: f64, reach: f64) -> bool {
    let room = 2.0 * reach * most_radius;
    room >= size && narrowest(name, size) <= room
}

/// Places as many labels as fit within `map` without overlapping. A name may extend beyond the border of its
/// territory, but only up to `reach` times the available room, so that it does not seem to belong to the next.
pub fn place(mut candidates: Vec<Candidate<'_>>, map: Box2, size: f64, reach: f64) -> Vec<Placed> {
    candidates.sort_by(|a, b| b.importance.total_cmp(&a.importance).then_with(|| a.name.cmp(b.name)));
    let mut taken: Vec<Box2> = Vec::new();
    let mut placed = Vec::new();
    for candidate in candidates {
        // Nothing to measure where not even one letter fits.
        if 2.0 * reach * candidate.radius < size {
            continue;
        }
        // Two balanced lines are narrower than one, and the only break worth making on a map.
        let lines = break_in_two(candidate.name, size, candidate.radius * 2.0);
        let width = lines.iter().map(|l| text::width(l, size, Weight::Regular)).fold(0.0, f64::max);
        if width > 2.0 * reach * candidate.radius {
            continue;
        }
        let leading = size * LEADING;
        let height = leading * lines.len() as f64;
        let pad = size * 0.18;
        let place = [0.0, -0.55, 0.55, -1.1, 1.1].into_iter().find_map(|shift| {
            let y = candidate.at[1] + shift * leading;
            let room = Box2 {
                x: candidate.at[0] - width / 2.0 - pad,
                y: y - height / 2.0 - pad,
                width: width + 2.0 * pad,
                height: height + 2.0 * pad,
            };
            let free = map.contains(&room) && taken.iter().all(|other| !other.overlaps(&room));
            free.then_some((y, room))
        });
        let Some((y, room)) = place else { continue };
        taken.push(room);
        placed.push(Placed { lines, at: [candidate.at[0], y] });
    }
    placed
}

/// The labels as text on a page.
pub fn draw(placed: Vec<Placed>, size: f64) -> Vec<Node> {
    let mut nodes = Vec::new();
    for Placed { lines, at: [x, y] } in placed {
        let top = y - size * LEADING * lines.len() as f64 / 2.0;
        for (i, content) in lines.into_iter().enumerate() {
            nodes.push(Node::Text(TextRun {
                x,
                y: top + size * (LEADING * i as f64 + 0.86),
                size,
                anchor: Anchor::Middle,
                weight: Weight::Regular,
                colour: style::INK,
                halo: Some(style::PAPER),
                content,
            }));
        }
    }
    nodes
}

/// The name on one line if it fits `room`, else broken at the space that gives the most balanced lines.
fn break_in_two(name: &str, size: f64, room: f64) -> Vec<String> {
    if text::width(name, size, Weight::Regular) <= room {
        return vec![name.to_owned()];
    }
    match halves(name, size) {
        Some((first, second, _)) => vec![first.to_owned(), second.to_owned()],
        None => vec![name.to_owned()],
    }
}

/// The narrowest way to break a name in two, and the width of the wider line; `None` for a single word.
fn halves(name: &str, size: f64) -> Option<(&str, &str, f64)> {
    let width = |part: &str| text::width(part, size, Weight::Regular);
    name.match_indices(' ')
        .map(|(i, _)| (&name[..i], &name[i + 1..]))
        .map(|(first, second)| (first, second, width(first).max(width(second))))
        .min_by(|a, b| a.2.total_cmp(&b.2))
}

/// The smallest width a name can have.
fn narrowest(name: &str, size: f64) -> f64 {
    halves(name, size).map_or_else(|| text::width(name, size, Weight::Regular), |(_, _, width)| width)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Box2 = Box2 { x: 0.0, y: 0.0, width: 200.0, height: 100.0 };

    fn names(placed: &[Placed]) -> Vec<String> {
        placed.iter().map(|label| label.lines.join(" ")).collect()
    }

    fn candidate(name: &str, at: [f64; 2], importance: f64) -> Candidate<'_> {
        Candidate { name, at, radius: 30.0, importance }
    }

    #[test]
    fn the_more_important_of_two_that_collide_stays() {
        // So crowded that no shift makes room for the third.
        let group =
            place((0..8).map(|i| candidate("Lodi", [100.0, 50.0], f64::from(i))).collect(), MAP, 20.0, 3.0);
        assert!(group.len() < 4, "{:?}", names(&group));
        let apart = vec![candidate("Rho", [40.0, 20.0], 1.0), candidate("Lodi", [150.0, 80.0], 2.0)];
        assert_eq!(names(&place(apart, MAP, 8.0, 3.0)), ["Lodi", "Rho"]);
    }

    #[test]
    fn what_does_not_fit_the_map_or_its_territory_is_left_out() {
        assert!(place(vec![candidate("Milano", [1.0, 50.0], 1.0)], MAP, 8.0, 3.0).is_empty());
        let tight = Candidate { name: "Milano", at: [100.0, 50.0], radius: 2.0, importance: 1.0 };
        assert!(place(vec![tight], MAP, 8.0, 2.0).is_empty());
    }

    #[test]
    fn long_names_break_once_between_words() {
        assert_eq!(break_in_two("Visconteo Sud Milano", 8.0, 50.0), ["Visconteo", "Sud Milano"]);
        assert_eq!(break_in_two("Abbiategrasso", 8.0, 10.0), ["Abbiategrasso"]);
    }
}
