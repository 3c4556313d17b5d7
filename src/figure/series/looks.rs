//! The appearance of a time series, independent of its layout: its lines, and the position of a value.

use crate::base::{Level, Rgb};
use crate::data::Caption;
use crate::document::SeriesSpec;
use crate::figure::chart::marks::MARKERS;
use crate::figure::page::style::{self, Sizes};

use super::numbers::{Line, LineRole, SeriesModel};
use super::placed::Placed;

/// Dashes for areas known only by published values.
const PRINTED_DASHES: [&[f64]; 2] = [&[7.0, 2.2, 1.6, 2.2], &[2.6, 2.2]];

/// How a line looks.
pub struct Look {
    /// Colour of the line and of its label.
    pub colour: Rgb,
    /// Width of the line.
    pub width: f64,
    /// Lengths of dashes and gaps, in line widths; empty for a solid line.
    pub dashes: &'static [f64],
    /// Its marker, if it has one.
    pub marker: Option<usize>,
}

/// What the parts of a time series are drawn from.
pub(crate) struct Drawing<'a> {
    pub spec: &'a SeriesSpec,
    pub model: &'a SeriesModel,
    pub indicator: Caption<'a>,
    pub sizes: Sizes,
    pub plot: &'a Placed,
}

/// The look of the line at this position among those of its role.
pub fn look(line: &Line, place: usize, sizes: Sizes) -> Look {
    let scale = sizes.scale.max(0.7);
    match line.role {
        LineRole::Selected => {
            // After eight the colours repeat, dashed.
            let dashes: &[f64] =
                if (place / style::SERIES.len()).is_multiple_of(2) { &[] } else { &[3.0, 1.6] };
            let colour = style::SERIES[place % style::SERIES.len()];
            Look { colour, width: 1.9 * scale, dashes, marker: Some(place % MARKERS) }
        }
        LineRole::Benchmark if line.published.is_some() => {
            // Often a single point: hollow, so that it is not taken for a date of the others.
            let dashes = PRINTED_DASHES[place % PRINTED_DASHES.len()];
            let marker = Some(MARKERS / 2 + place % (MARKERS / 2));
            Look { colour: style::BENCHMARKS[0], width: 1.1 * scale, dashes, marker }
        }
        LineRole::Benchmark if line.level == Some(Level::Ats) => {
            Look { colour: style::BENCHMARKS[0], width: 1.3 * scale, dashes: &[5.0, 3.0], marker: None }
        }
        LineRole::Benchmark => {
            Look { colour: style::BENCHMARKS[1], width: 1.3 * scale, dashes: &[1.6, 1.8], marker: None }
        }
        LineRole::Context => Look { colour: style::CONTEXT, width: 0.7 * scale, dashes: &[], marker: None },
    }
}

impl Drawing<'_> {
    pub(crate) fn hair(&self) -> f64 {
        0.6 * self.sizes.scale.max(0.7)
    }
}
