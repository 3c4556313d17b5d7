//! Labels of territories: the most important first, never overlapping.

use crate::base::Rgb;
use crate::scene::{Anchor, Node, TextRun, Weight, text};

use crate::figure::page::layout::Box2;
use crate::figure::page::style::{self, ink_on};

/// How far most names may extend beyond the border of their territory, as a multiple of the available room: any farther, and
/// they would seem to belong to the next.
pub(crate) const REACH: f64 = 2.2;

/// Height of a line, in type sizes.
pub(crate) const LEADING: f64 = 1.08;

/// A label that might be placed on the map.
pub struct Candidate<'a> {
    pub name: &'a str,
    /// The unit of the level that it names; none where it is of another level.
    pub unit: Option<usize>,
    /// Its preferred centre, in points.
    pub at: [f64; 2],
    /// Room around that centre within its territory, in points.
    pub radius: f64,
    /// How far it may extend beyond the border of its territory, as a multiple of that room.
    pub reach: f64,
    /// Those with more are placed first.
    pub importance: f64,
    /// Radius of the circle around its centre, in points, or zero: a name that does not fit into a circle stands beside it.
    pub circle: f64,
    /// How it is written.
    pub ink: LabelInk,
}

/// The colours of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelInk {
    pub colour: Rgb,
    /// What is around its letters: the colour below it, so that it is not seen but where a name crosses a border.
    pub halo: Option<Rgb>,
    pub weight: Weight,
}

impl LabelInk {
    /// A name on a colour: dark on a light one, light on a dark one.
    pub fn on(ground: Rgb) -> Self {
        Self { colour: ink_on(ground), halo: Some(ground), weight: Weight::Regular }
    }
}

impl Default for LabelInk {
    fn default() -> Self {
        Self { colour: style::INK, halo: Some(style::PAPER), weight: Weight::Regular }
    }
}

/// A label that was placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// One line, or two.
    pub lines: Vec<String>,
    /// The unit of the level that it names.
    pub unit: Option<usize>,
    /// The centre of all lines.
    pub at: [f64; 2],
    pub ink: LabelInk,
}

/// Whether a name could be placed in a territory where no disc has a larger radius, without searching for the
/// position.
pub(crate) fn could_stand(name: &str, most_radius: f64, size: f64, reach: f64) -> bool {
    let room = 2.0 * reach * most_radius;
    room >= size && narrowest(name, size) <= room
}

/// What names keep clear of.
struct Around<'a> {
    map: Box2,
    taken: &'a [Box2],
    circles: &'a [([f64; 2], f64)],
    lines: &'a [[f64; 2]],
}

/// Places as many labels as fit within `map` without overlapping each other, circles, or what is `taken`. Beside circles they also
/// avoid these points of `lines`, where there is another place. The result has a place for each candidate, the most important first.
pub fn place_each(
    mut candidates: Vec<Candidate<'_>>,
    map: Box2,
    size: f64,
    taken: &[Box2],
    lines: &[[f64; 2]],
) -> Vec<Option<Placed>> {
    candidates.sort_by(|a, b| b.importance.total_cmp(&a.importance).then_with(|| a.name.cmp(b.name)));
    let circles: Vec<([f64; 2], f64)> =
        candidates.iter().filter(|one| one.circle > 0.0).map(|one| (one.at, one.circle)).collect();
    let mut taken = taken.to_vec();
    let mut placed = Vec::new();
    for candidate in candidates {
        let found = try_place(&candidate, size, &Around { map, taken: &taken, circles: &circles, lines });
        if let Some((_, room)) = &found {
            taken.push(*room);
        }
        placed.push(found.map(|(label, _)| label));
    }
    placed
}

/// The label of a candidate and the room it takes.
fn try_place(candidate: &Candidate<'_>, size: f64, around: &Around<'_>) -> Option<(Placed, Box2)> {
    // Nothing to measure where not even one letter fits.
    let room = 2.0 * candidate.reach * candidate.radius.max(size * 0.01);
    if room < size {
        return None;
    }
    let Candidate { circle, .. } = *candidate;
    // Two balanced lines are narrower than one, and the only break worth making on a map.
    let lines = break_in_two(candidate.name, size, candidate.radius * 2.0);
    let broken = stand(candidate, lines, size, around);
    // Beside a circle a name may be as long as there is room.
    let other = || match circle > 0.0 {
        true => stand(candidate, other_break(candidate, size), size, around),
        false => None,
    };
    broken.or_else(other)
}

/// The same of a name in these lines.
fn stand(
    candidate: &Candidate<'_>,
    lines: Vec<String>,
    size: f64,
    ground: &Around<'_>,
) -> Option<(Placed, Box2)> {
    let Candidate { at, circle, .. } = *candidate;
    let room = 2.0 * candidate.reach * candidate.radius.max(size * 0.01);
    let width = lines.iter().map(|l| text::width(l, size, Weight::Regular)).fold(0.0, f64::max);
    // The room is that of the territory, but the names beside circles are only held back by each other.
    if circle == 0.0 && width > room {
        return None;
    }
    let leading = size * LEADING;
    let height = leading * lines.len() as f64;
    let pad = size * 0.18;
    let is_within = circle > 0.0 && (width / 2.0).hypot(height / 2.0) <= circle;
    let shifts: Vec<[f64; 2]> = if circle == 0.0 {
        // Where the territory ends, a name may also stand a little aside.
        let aside = candidate.radius.min(width) * 0.5;
        let upright = [0.0, -0.55, 0.55, -1.1, 1.1].map(|shift| [0.0, shift * leading]);
        let beside = [[aside, 0.0], [-aside, 0.0], [aside, -0.55 * leading], [-aside, -0.55 * leading]];
        upright.into_iter().chain(beside).collect()
    } else if is_within {
        vec![[0.0, 0.0]]
    } else {
        around(circle, [width / 2.0, height / 2.0], size)
    };
    let stands = |shift: &[f64; 2], is_on_line: bool| {
        let at = [at[0] + shift[0], at[1] + shift[1]];
        let room = Box2 {
            x: at[0] - width / 2.0 - pad,
            y: at[1] - height / 2.0 - pad,
            width: width + 2.0 * pad,
            height: height + 2.0 * pad,
        };
        let is_clear = |(centre, radius): &([f64; 2], f64)| {
            let own = is_within && *centre == candidate.at;
            own || apart(*centre, room) >= *radius
        };
        let is_free = ground.map.contains(&room)
            && ground.taken.iter().all(|other| !other.overlaps(&room))
            && ground.circles.iter().all(is_clear)
            && (is_on_line || ground.lines.iter().all(|point| apart(*point, room) > 0.0));
        let ink = match is_within || circle == 0.0 {
            true => candidate.ink,
            false => LabelInk { colour: style::INK, halo: Some(style::AREA_PLAIN), ..candidate.ink },
        };
        is_free.then(|| (Placed { lines: lines.clone(), unit: candidate.unit, at, ink }, room))
    };
    let clear = (circle > 0.0 && !is_within).then(|| shifts.iter().find_map(|shift| stands(shift, false)));
    clear.flatten().or_else(|| shifts.iter().find_map(|shift| stands(shift, true)))
}

/// Where the middle of a name may stand beside a circle: at the right, left, below and above it, then all around.
fn around(circle: f64, half: [f64; 2], size: f64) -> Vec<[f64; 2]> {
    const DIRECTIONS: usize = 24;
    let away = [circle + half[0] + size * 0.25, circle + half[1] + size * 0.1];
    let first = [[away[0], 0.0], [-away[0], 0.0], [0.0, away[1]], [0.0, -away[1]]];
    let aslant = (0..DIRECTIONS).filter(|i| i % (DIRECTIONS / 4) != 0).map(|i| {
        let (up, right) = (i as f64 * std::f64::consts::TAU / DIRECTIONS as f64).sin_cos();
        // The box of the name touches the line that touches the circle in that direction.
        let far = circle + size * 0.12 + right.abs() * half[0] + up.abs() * half[1];
        [far * right, -far * up]
    });
    first.into_iter().chain(aslant).collect()
}

/// A name in two lines if it would be in one, and in one if it would be in two.
fn other_break(candidate: &Candidate<'_>, size: f64) -> Vec<String> {
    let usual = break_in_two(candidate.name, size, candidate.radius * 2.0);
    let room = if usual.len() > 1 { f64::INFINITY } else { 0.0 };
    break_in_two(candidate.name, size, room)
}

/// The distance of a point from a box; zero inside it.
fn apart([x, y]: [f64; 2], room: Box2) -> f64 {
    let dx = (room.x - x).max(x - room.x - room.width).max(0.0);
    let dy = (room.y - y).max(y - room.y - room.height).max(0.0);
    dx.hypot(dy)
}

/// Leaves out the names from which on less than a share of all had room: one here and one there would only say which Comuni happen to be
/// wide. `placed` are in the order of importance.
pub fn without_stray(mut placed: Vec<Option<Placed>>, share: f64) -> Vec<Placed> {
    let mut standing = 0;
    let mut last = 0;
    for (i, label) in placed.iter().enumerate() {
        standing += usize::from(label.is_some());
        if standing as f64 >= share * (i + 1) as f64 {
            last = i + 1;
        }
    }
    placed.truncate(last);
    placed.into_iter().flatten().collect()
}

/// The labels as text on a page.
pub fn draw(placed: Vec<Placed>, size: f64) -> Vec<Node> {
    let mut nodes = Vec::new();
    for Placed { lines, at: [x, y], ink, .. } in placed {
        let top = y - size * LEADING * lines.len() as f64 / 2.0;
        for (i, content) in lines.into_iter().enumerate() {
            nodes.push(Node::Text(TextRun {
                x,
                y: top + size * (LEADING * i as f64 + 0.86),
                size,
                anchor: Anchor::Middle,
                weight: ink.weight,
                colour: ink.colour,
                halo: ink.halo,
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

    fn place(candidates: Vec<Candidate<'_>>, map: Box2, size: f64) -> Vec<Placed> {
        place_each(candidates, map, size, &[], &[]).into_iter().flatten().collect()
    }

    fn names(placed: &[Placed]) -> Vec<String> {
        placed.iter().map(|label| label.lines.join(" ")).collect()
    }

    fn candidate(name: &str, at: [f64; 2], importance: f64) -> Candidate<'_> {
        Candidate {
            name,
            unit: None,
            at,
            radius: 30.0,
            reach: 3.0,
            importance,
            circle: 0.0,
            ink: LabelInk::default(),
        }
    }

    #[test]
    fn the_more_important_of_two_that_collide_stays() {
        // So crowded that no shift makes room for the third.
        let group =
            place((0..8).map(|i| candidate("Lodi", [100.0, 50.0], f64::from(i))).collect(), MAP, 20.0);
        assert!(group.len() < 4, "{:?}", names(&group));
        let apart = vec![candidate("Rho", [40.0, 20.0], 1.0), candidate("Lodi", [150.0, 80.0], 2.0)];
        assert_eq!(names(&place(apart, MAP, 8.0)), ["Lodi", "Rho"]);
    }

    #[test]
    fn what_does_not_fit_the_map_or_its_territory_is_left_out() {
        assert!(place(vec![candidate("Milano", [1.0, 50.0], 1.0)], MAP, 8.0).is_empty());
        let tight = Candidate { radius: 2.0, reach: 2.0, ..candidate("Milano", [100.0, 50.0], 1.0) };
        assert!(place(vec![tight], MAP, 8.0).is_empty());
    }

    #[test]
    fn a_name_stands_beside_its_circle_or_within_it() {
        let small = Candidate { circle: 6.0, ..candidate("Lodi", [100.0, 50.0], 1.0) };
        let large = Candidate { circle: 40.0, ..candidate("Milano", [50.0, 50.0], 2.0) };
        let placed = place(vec![small, large], MAP, 8.0);
        assert_eq!(names(&placed), ["Milano", "Lodi"]);
        assert_eq!(placed[0].at, [50.0, 50.0]);
        let half = text::width("Lodi", 8.0, Weight::Regular) / 2.0;
        assert!(placed[1].at[0] - half >= 106.0, "{placed:?}");
    }

    #[test]
    fn beside_a_circle_a_name_avoids_a_line_where_it_can() {
        let stands = |lines: &[[f64; 2]]| {
            let circle = Candidate { circle: 8.0, ..candidate("Buccinasco", [100.0, 50.0], 1.0) };
            let placed = place_each(vec![circle], MAP, 8.0, &[], lines);
            placed.into_iter().flatten().map(|label| label.at[0] > 100.0).collect::<Vec<_>>()
        };
        assert_eq!(stands(&[]), [true], "at the right");
        assert_eq!(stands(&[[125.0, 50.0]]), [false], "a line runs there");
    }

    #[test]
    fn nothing_is_written_over_what_is_taken() {
        let bar = Box2 { x: 0.0, y: 40.0, width: 200.0, height: 20.0 };
        let placed = place_each(vec![candidate("Rho", [100.0, 50.0], 1.0)], MAP, 8.0, &[bar], &[]);
        assert_eq!(placed, [None]);
    }

    #[test]
    fn names_after_which_most_have_no_room_are_left_out() {
        let label = |name: &str| {
            Some(Placed { lines: vec![name.to_owned()], unit: None, at: [0.0; 2], ink: LabelInk::default() })
        };
        let placed = vec![label("Milano"), label("Sesto"), None, label("Rho"), None, None, label("Nosate")];
        assert_eq!(names(&without_stray(placed, 0.62)), ["Milano", "Sesto", "Rho"]);
    }

    #[test]
    fn names_are_light_on_dark_colours() {
        assert_eq!(LabelInk::on(Rgb::hex(0x08_1d58)).colour, style::PAPER);
        assert_eq!(LabelInk::on(Rgb::hex(0xff_ffd9)).colour, style::INK);
    }

    #[test]
    fn long_names_break_once_between_words() {
        assert_eq!(break_in_two("Visconteo Sud Milano", 8.0, 50.0), ["Visconteo", "Sud Milano"]);
        assert_eq!(break_in_two("Abbiategrasso", 8.0, 10.0), ["Abbiategrasso"]);
    }
}
