//! Repeating fills: hatches for missing values, tones for classes without colour.

use std::borrow::Cow;

use crate::base::Rgb;
use crate::scene::{Fill, Hatch};

/// A repeating fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pattern {
    /// A missing value, and why it is missing.
    Hatch(Hatch),
    /// A class, by how many tenths of the area its lines cover.
    Tone(u8),
    /// A class of two indicators: how wide the upright and the level lines are.
    Weave(u8, u8),
}

/// Widths of the lines for the three classes of an indicator among two. Both kinds of lines at their widest cover
/// two thirds of the area, so that a class is never solid black.
const WEAVE: [f64; 3] = [0.0, 0.55, 1.7];

/// Side of the repeated square, in points.
pub const SIDE: f64 = 4.0;

/// The repeated lines of a pattern, in one colour on white.
pub struct Marks {
    pub ink: Rgb,
    /// Width of its lines.
    pub width: f64,
    /// SVG path data of one square, including the corners of the lines of adjacent squares.
    pub square: &'static str,
    /// Whether lines rise through the corners of the squares.
    rising: bool,
    /// Whether lines fall through the corners of the squares.
    falling: bool,
    /// A horizontal line in the middle of each square, from one x to the other.
    dash: Option<[f64; 2]>,
    /// Whether vertical lines run through the middle of the squares.
    upright: bool,
}

impl Pattern {
    /// The pattern of a fill; `None` for a single colour.
    pub fn of(fill: Fill) -> Option<Self> {
        match fill {
            Fill::Hatch(hatch) => Some(Self::Hatch(hatch)),
            Fill::Tone(tenths) => Some(Self::Tone(tenths)),
            Fill::Weave(upright, level) => Some(Self::Weave(upright, level)),
            Fill::Solid(_) | Fill::Translucent(..) => None,
        }
    }

    /// Its name in a file.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Hatch(Hatch::Rising) => "hatch-rising".into(),
            Self::Hatch(Hatch::Crossed) => "hatch-crossed".into(),
            Self::Hatch(Hatch::Dotted) => "hatch-dotted".into(),
            Self::Hatch(Hatch::Level) => "hatch-level".into(),
            Self::Tone(tenths) => format!("tone-{tenths}").into(),
            Self::Weave(upright, level) => format!("weave-{upright}-{level}").into(),
        }
    }

    /// Its lines, those of each width apart.
    pub fn marks(self) -> Vec<Marks> {
        let Self::Weave(upright, level) = self else { return vec![self.lines()] };
        let lines = |width: u8, square| Marks {
            ink: Rgb::hex(0x1a_1a1a),
            width: WEAVE[usize::from(width).min(WEAVE.len() - 1)],
            square,
            rising: false,
            falling: false,
            dash: None,
            upright: false,
        };
        let upright = (upright > 0).then(|| Marks { upright: true, ..lines(upright, "M2 0V4") });
        let level = (level > 0).then(|| Marks { dash: Some([0.0, SIDE]), ..lines(level, "M0 2H4") });
        upright.into_iter().chain(level).collect()
    }

    /// The lines of a pattern that has one width.
    fn lines(self) -> Marks {
        let hatch = |width, square| Marks {
            ink: Hatch::INK,
            width,
            square,
            rising: false,
            falling: false,
            dash: None,
            upright: false,
        };
        match self {
            Self::Weave(..) => hatch(0.0, ""),
            Self::Hatch(Hatch::Rising) => Marks { rising: true, ..hatch(0.6, "M-1 1L1 -1M0 4L4 0M3 5L5 3") },
            Self::Hatch(Hatch::Crossed) => {
                Marks { rising: true, falling: true, ..hatch(0.5, "M0 0L4 4M0 4L4 0") }
            }
            Self::Hatch(Hatch::Dotted) => Marks { dash: Some([1.4, 2.6]), ..hatch(1.2, "M1.4 2h1.2") },
            Self::Hatch(Hatch::Level) => Marks { dash: Some([0.0, SIDE]), ..hatch(0.45, "M0 2H4") },
            // Falling, so that no class looks like a missing value; the lines are 4/√2 apart.
            Self::Tone(tenths) => Marks {
                ink: Rgb::hex(0x1a_1a1a),
                falling: true,
                ..hatch(
                    f64::from(tenths) / 10.0 * SIDE / 2.0_f64.sqrt(),
                    "M-1 3L1 5M0 0L4 4M3 -1L5 1M-1 -1L0 0M4 4L5 5",
                )
            },
        }
    }
}

impl Marks {
    /// The lines that cover a box, each once, running from the lowest x and y to the highest.
    pub fn over(&self, [left, top, right, bottom]: [f64; 4]) -> Vec<[[f64; 2]; 2]> {
        let (left, top, right, bottom) = (left - SIDE, top - SIDE, right + SIDE, bottom + SIDE);
        let steps = |from: f64, to: f64| {
            ((from / SIDE).floor() as i64..=(to / SIDE).ceil() as i64).map(|step| step as f64 * SIDE)
        };
        let mut lines = Vec::new();
        if self.rising {
            lines.extend(steps(left + top, right + bottom).filter_map(|sum| {
                let (from, to) = (left.max(sum - bottom), right.min(sum - top));
                (from < to).then(|| [from, to].map(|x| [x, sum - x]))
            }));
        }
        if self.falling {
            lines.extend(steps(left - bottom, right - top).filter_map(|lead| {
                let (from, to) = (left.max(lead + top), right.min(lead + bottom));
                (from < to).then(|| [from, to].map(|x| [x, x - lead]))
            }));
        }
        if self.upright {
            lines.extend(steps(left, right).map(|x| [[x + SIDE / 2.0, top], [x + SIDE / 2.0, bottom]]));
        }
        if let Some(dash) = self.dash {
            let dashes =
                |y: f64| steps(left, right).map(move |x| dash.map(|along| [x + along, y + SIDE / 2.0]));
            lines.extend(steps(top, bottom).flat_map(dashes));
        }
        lines
    }
}
