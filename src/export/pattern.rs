//! Fills that are repeated: hatches for what is absent, tones for classes without colour.

use std::borrow::Cow;

use crate::base::Rgb;
use crate::scene::{Fill, Hatch};

/// A fill that is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// No value, and why.
    Hatch(Hatch),
    /// A class, by the tenths of the ground that its lines cover.
    Tone(u8),
}

/// Side of what is repeated, in points.
pub const SIDE: f64 = 4.0;

/// What is drawn over and over, in one colour on white.
pub struct Marks {
    pub ink: Rgb,
    /// Width of its lines.
    pub width: f64,
    /// Path data of one square, with the corners of the lines of the squares beside it.
    pub square: &'static str,
    /// Lines that rise through the corners of the squares, on and on.
    rising: bool,
    /// Lines that fall through them.
    falling: bool,
    /// One short line in the middle of each square, from left to right.
    dash: Option<[f64; 2]>,
}

impl Pattern {
    /// The pattern of a fill; none where it is one colour.
    pub fn of(fill: Fill) -> Option<Self> {
        match fill {
            Fill::Hatch(hatch) => Some(Self::Hatch(hatch)),
            Fill::Tone(tenths) => Some(Self::Tone(tenths)),
            Fill::Solid(_) | Fill::Translucent(..) => None,
        }
    }

    /// What it is called in a file.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Hatch(Hatch::Rising) => "hatch-rising".into(),
            Self::Hatch(Hatch::Crossed) => "hatch-crossed".into(),
            Self::Hatch(Hatch::Dotted) => "hatch-dotted".into(),
            Self::Tone(tenths) => format!("tone-{tenths}").into(),
        }
    }

    /// What it is made of.
    pub fn marks(self) -> Marks {
        let hatch = |width, square| Marks {
            ink: Hatch::INK,
            width,
            square,
            rising: false,
            falling: false,
            dash: None,
        };
        match self {
            Self::Hatch(Hatch::Rising) => Marks { rising: true, ..hatch(0.6, "M-1 1L1 -1M0 4L4 0M3 5L5 3") },
            Self::Hatch(Hatch::Crossed) => {
                Marks { rising: true, falling: true, ..hatch(0.5, "M0 0L4 4M0 4L4 0") }
            }
            Self::Hatch(Hatch::Dotted) => Marks { dash: Some([1.4, 2.6]), ..hatch(1.2, "M1.4 2h1.2") },
            // Falling, so that no class is taken for an absence; lines 4/√2 apart.
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
    /// The lines that cover a box, each once: from the lowest x and y to the highest.
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
        if let Some(dash) = self.dash {
            let dashes =
                |y: f64| steps(left, right).map(move |x| dash.map(|along| [x + along, y + SIDE / 2.0]));
            lines.extend(steps(top, bottom).flat_map(dashes));
        }
        lines
    }
}
