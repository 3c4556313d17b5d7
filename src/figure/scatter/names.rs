//! The names on a scatterplot: the quadrants in their corners, then selected territories and outliers beside their
//! points.

use crate::base::{Level, Rgb};
use crate::figure::chart::point_labels::{Wanted, place};
use crate::figure::page::layout::Box2;
use crate::figure::page::style;
use crate::figure::remark::{Remark, Warned};
use crate::scene::{Anchor, Node, TextRun, Weight, text};

use super::looks::Drawing;

/// Height of a line, in type sizes.
const LEADING: f64 = 1.16;
/// The position of the baseline within it.
const BASELINE: f64 = 0.86;
/// The share of the plot's width that names may take on a side where their quadrant is narrow.
const HALF: f64 = 0.49;
/// Half the width kept clear for a line between quadrants.
const HAIR: f64 = 0.6;

/// A line of text that is readable over points and lines.
fn over(content: String, [x, y]: [f64; 2], size: f64, weight: Weight, colour: Rgb, anchor: Anchor) -> Node {
    Node::Text(TextRun { x, y, size, anchor, weight, colour, halo: Some(style::PAPER), content })
}

/// All names, with a remark on those that did not fit.
pub fn labels(drawing: &Drawing<'_>) -> Warned<Vec<Node>> {
    let (model, plot, size) = (drawing.model, drawing.plot, drawing.sizes.footer);
    let (mut nodes, mut taken) = quadrants(drawing);
    let dots: Vec<[f64; 2]> = model.pairs.iter().map(|pair| drawing.at(pair.x, pair.y)).collect();
    let line = drawing.along_line(size * 0.5);
    let mut wanted = Vec::new();
    let mut looks = Vec::new();
    let mut want = |at, radius, content: String, weight, colour| {
        let width = text::width(&content, size, weight);
        wanted.push(Wanted { at, radius, width, height: size * LEADING });
        looks.push((content, weight, colour));
    };
    let labelled = model.labelled(drawing.spec);
    let optional = model.nameable(drawing.spec, &labelled);
    // Outliers are named where their names stand clear of the line; those asked for, and areas that no map shows, anyway.
    let is_asked = |i: &usize| model.pairs[*i].selected || model.of_areas;
    let (asked, others): (Vec<usize>, Vec<usize>) = labelled.into_iter().partition(is_asked);
    let own = |i: usize| {
        let pair = &model.pairs[i];
        let (weight, colour) =
            if pair.selected { (Weight::SemiBold, style::INK) } else { (Weight::Regular, style::MUTED) };
        let name = model.y.rows[pair.unit].name.clone();
        (dots[i], drawing.looks.radius(pair), name, weight, colour)
    };
    for (at, radius, name, weight, colour) in asked.iter().map(|i| own(*i)) {
        want(at, radius, name, weight, colour);
    }
    let mut firm = asked.len();
    if let Some([x, y]) = model.overall {
        // The point under a name must stay visible.
        let (at, reach) = (drawing.at(x, y), drawing.looks.radius * 0.8);
        taken.push(Box2 { x: at[0] - reach, y: at[1] - reach, width: 2.0 * reach, height: 2.0 * reach });
        let name = drawing.spec.lang.level(Level::Ats).to_owned();
        want(at, reach * 2.0, name, Weight::SemiBold, style::BENCHMARKS[0]);
        firm += 1;
    }
    for (at, radius, name, weight, colour) in others.iter().map(|i| own(*i)) {
        want(at, radius, name, weight, colour);
    }
    let covered: Vec<[f64; 2]> = dots.iter().chain(&line).copied().collect();
    let mut places = place(&wanted[..firm], &covered, taken.clone(), plot);
    taken.extend(places.iter().flatten());
    let half = size * 0.25;
    let around = |[x, y]: &[f64; 2]| Box2 { x: x - half, y: y - half, width: 2.0 * half, height: 2.0 * half };
    taken.extend(line.iter().map(around));
    places.extend(place(&wanted[firm..], &dots, taken.clone(), plot));
    taken.extend(places.iter().skip(firm).flatten());
    // Nobody misses one of these, so those without room are not counted.
    let spare: Vec<Wanted> = optional
        .iter()
        .map(|i| {
            let (at, radius, name, weight, _) = own(*i);
            Wanted { at, radius, width: text::width(&name, size, weight), height: size * LEADING }
        })
        .collect();
    for (i, room) in optional.iter().zip(place(&spare, &dots, taken, plot)) {
        let covers = |room: &Box2| dots.iter().any(|dot| room.grown(size * 0.2).holds(*dot));
        if let Some(Box2 { x, y, .. }) = room.filter(|room| !covers(room)) {
            let (.., name, weight, colour) = own(*i);
            nodes.push(over(name, [x, y + size * BASELINE], size, weight, colour, Anchor::Start));
        }
    }
    let mut left_out = 0;
    for ((content, weight, colour), place) in looks.into_iter().zip(places) {
        match place {
            Some(Box2 { x, y, .. }) => {
                nodes.push(over(content, [x, y + size * BASELINE], size, weight, colour, Anchor::Start));
            }
            None => left_out += 1,
        }
    }
    let remark = (left_out > 0).then_some(Remark::LabelsLeftOut { count: left_out });
    Warned { value: nodes, remarks: remark.into_iter().collect() }
}

/// The names of the quadrants with their counts, and the boxes they cover.
fn quadrants(drawing: &Drawing<'_>) -> (Vec<Node>, Vec<Box2>) {
    let (mut nodes, mut backgrounds) = (Vec::new(), Vec::new());
    let Some(cut) = &drawing.model.quadrants else { return (nodes, backgrounds) };
    let (plot, size) = (drawing.plot, drawing.sizes.legend);
    let pad = size * 0.4;
    let [x, y] = drawing.at(cut.x, cut.y);
    // Other names must not cross their lines either.
    backgrounds.push(Box2 { x: x - HAIR, y: plot.y, width: 2.0 * HAIR, height: plot.height });
    backgrounds.push(Box2 { x: plot.x, y: y - HAIR, width: plot.width, height: 2.0 * HAIR });
    let split = (x - plot.x) / plot.width;
    let names = &drawing.model.quadrant_names.names;
    let half = plot.width * HALF - 2.0 * pad;
    let is_right = |i: usize| matches!(i, 0 | 3);
    let own = |i: usize| plot.width * if is_right(i) { 1.0 - split } else { split } - 2.0 * pad;
    let fits = |i: usize| in_two(&names[i], cut.counts[i], size, own(i)).is_some();
    for (i, name) in names.iter().enumerate() {
        // The one beside it, at the same height.
        let neighbour = [2, 3, 0, 1][i];
        let (is_right, is_top) = (is_right(i), matches!(i, 0 | 2));
        // Each has its own width where both names fit, else half of the plot.
        let room = if fits(i) && fits(neighbour) { own(i) } else { half };
        let rows = rows(name, cut.counts[i], size, room);
        let height = size * LEADING * rows.len() as f64;
        let top = if is_top { plot.y + pad } else { plot.y + plot.height - pad - height };
        let (x, anchor) =
            if is_right { (plot.x + plot.width - pad, Anchor::End) } else { (plot.x + pad, Anchor::Start) };
        let width = rows.iter().map(|row| text::width(row, size, Weight::SemiBold)).fold(0.0, f64::max);
        let left = if is_right { x - width } else { x };
        backgrounds.push(Box2 { x: left, y: top, width, height });
        for (line, row) in rows.into_iter().enumerate() {
            let at = [x, top + size * (LEADING * line as f64 + BASELINE)];
            nodes.push(over(row, at, size, Weight::SemiBold, style::MUTED, anchor));
        }
    }
    (nodes, backgrounds)
}

/// The name of a quadrant on one or two rows, which end with its count however much is truncated.
fn rows(name: &str, count: usize, size: f64, room: f64) -> Vec<String> {
    in_two(name, count, size, room).unwrap_or_else(|| {
        let count = format!(": {count}");
        let width = text::width(&count, size, Weight::SemiBold);
        vec![text::ellipsize(name, size, Weight::SemiBold, room - width) + &count]
    })
}

/// The same, if nothing needs to be truncated.
fn in_two(name: &str, count: usize, size: f64, room: f64) -> Option<Vec<String>> {
    let rows = text::wrap(&format!("{name}: {count}"), size, Weight::SemiBold, room);
    let fits = |row: &String| text::width(row, size, Weight::SemiBold) <= room;
    (rows.len() <= 2 && rows.iter().all(fits)).then_some(rows)
}
