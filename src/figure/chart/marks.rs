//! Markers and dashes, which distinguish lines in black and white too.

use crate::base::Rgb;
use crate::scene::{Fill, Geometry, Path};

use crate::figure::page::style;

/// The number of different markers.
pub(crate) const MARKERS: usize = 8;

/// A marker; all shapes have about the same visual weight. Four filled ones are followed by the same four hollow.
pub fn marker(kind: usize, [x, y]: [f64; 2], radius: f64, colour: Rgb) -> Path {
    let polygon = |points: &[[f64; 2]]| {
        let at = points.iter().map(|[dx, dy]| [x + dx * radius, y + dy * radius]);
        Path::new(Geometry::Rings(vec![at.collect()]))
    };
    let shape = match kind % 4 {
        0 => Path::circle([x, y], radius),
        1 => polygon(&[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]]),
        2 => polygon(&[[0.0, -1.25], [1.15, 0.8], [-1.15, 0.8]]),
        _ => polygon(&[[0.0, -1.3], [1.3, 0.0], [0.0, 1.3], [-1.3, 0.0]]),
    };
    if kind % MARKERS < 4 {
        shape.filled(Fill::Solid(colour)).stroked(style::PAPER, radius * 0.28)
    } else {
        shape.filled(Fill::Solid(style::PAPER)).stroked(colour, radius * 0.5)
    }
}

/// The ring around the marker of a provisional or estimated value, whatever its shape.
pub fn ring(at: [f64; 2], radius: f64, colour: Rgb) -> Path {
    Path::circle(at, radius * 1.9).stroked(colour, radius * 0.32)
}

/// A line cut into dashes; `pattern` holds the lengths of dash, gap, dash, gap… A line shorter than its first gap
/// stays solid, and every line ends with a dash, so that its end is visible.
pub fn dashed(points: &[[f64; 2]], pattern: &[f64]) -> Vec<Vec<[f64; 2]>> {
    let length: f64 = points.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
    let period: f64 = pattern.iter().sum();
    if period <= 0.0 || length <= period {
        return vec![points.to_vec()];
    }
    // Stretched slightly, so that a whole number of periods plus one dash fills the line.
    let periods = ((length - pattern[0]) / period).round().max(1.0);
    let stretch = length / (periods * period + pattern[0]);
    let mut out = Vec::new();
    let mut at = 0.0;
    for i in 0.. {
        let step = pattern[i % pattern.len()] * stretch;
        if i % 2 == 0 {
            out.push(part(points, at, (at + step).min(length)));
        }
        at += step;
        if at >= length - 1e-9 {
            break;
        }
    }
    out
}

/// The part of a line between two distances along it.
fn part(points: &[[f64; 2]], from: f64, to: f64) -> Vec<[f64; 2]> {
    let mut out = Vec::new();
    let mut walked = 0.0;
    for pair in points.windows(2) {
        let length = distance(pair[0], pair[1]);
        let (begin, end) = (walked, walked + length);
        walked = end;
        if length == 0.0 || end < from || begin > to {
            continue;
        }
        let along = |d: f64| {
            let t = ((d - begin) / length).clamp(0.0, 1.0);
            [pair[0][0] + (pair[1][0] - pair[0][0]) * t, pair[0][1] + (pair[1][1] - pair[0][1]) * t]
        };
        if out.is_empty() {
            out.push(along(from));
        }
        out.push(along(to));
    }
    out
}

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    (b[0] - a[0]).hypot(b[1] - a[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_begin_and_end_in_ink_and_follow_corners() {
        let dashes = dashed(&[[0.0, 0.0], [8.0, 0.0], [8.0, 13.0]], &[3.0, 3.0]);
        assert_eq!(dashes.first().and_then(|d| d.first()), Some(&[0.0, 0.0]));
        let last = dashes.last().and_then(|d| d.last()).expect("a dash");
        assert!((last[0] - 8.0).abs() < 1e-9 && (last[1] - 13.0).abs() < 1e-9);
        assert_eq!(dashes.len(), 4);
        assert!(dashes.iter().any(|dash| dash.len() == 3), "one turns the corner: {dashes:?}");
    }

    #[test]
    fn a_short_line_stays_whole() {
        let line = [[0.0, 0.0], [2.0, 0.0]];
        assert_eq!(dashed(&line, &[3.0, 3.0]), vec![line.to_vec()]);
        assert_eq!(dashed(&line, &[]), vec![line.to_vec()]);
    }
}
