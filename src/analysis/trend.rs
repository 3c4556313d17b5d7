//! Whether a series of years rises or falls.

use crate::stats::StatsError;
use crate::stats::compare::Basis;
use crate::stats::intervals::Confidence;
use crate::stats::trend::{
    ChangePoint, Counted, MannKendall, PoissonTrend, RecentTrend, Slope, attained, change_point,
    mann_kendall, poisson_trend, recent, sen,
};

/// Below this a trend is said to be shown.
const LEVEL: f64 = 0.05;

/// Which way a series goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    Falling,
    /// No trend is shown.
    Steady,
    Rising,
}

impl Course {
    /// From the lowest slope, in the order of legends.
    pub const ALL: [Self; 3] = [Self::Falling, Self::Steady, Self::Rising];

    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Falling => "falling",
            Self::Steady => "no_trend",
            Self::Rising => "rising",
        }
    }
}

/// Everything that is said of one series.
#[derive(Clone, Debug)]
pub struct Trend {
    pub kendall: Result<(MannKendall, Slope), StatsError>,
    pub recent: Option<RecentTrend>,
    pub poisson: Option<PoissonTrend>,
    pub change: Option<ChangePoint>,
}

impl Trend {
    /// Of values at these times; `counts` are the numerators and denominators of a rate.
    pub fn of(times: &[f64], values: &[f64], counts: Option<(Basis, &[(f64, f64)])>) -> Self {
        let kendall =
            mann_kendall(values).and_then(|kendall| Ok((kendall, sen(times, values, Confidence::P95)?)));
        let (mut of_rate, mut of_counts) = (None, None);
        if let Some((basis, counts)) = counts {
            let (events, populations): (Vec<f64>, Vec<f64>) = counts.iter().copied().unzip();
            let counted = match basis {
                Basis::Part => Counted::Part,
                Basis::Count => Counted::Events,
            };
            of_rate = recent(times, &events, &populations, counted).ok();
            of_counts = poisson_trend(times, &events, &populations, Confidence::P95).ok();
        }
        Self { kendall, recent: of_rate, poisson: of_counts, change: change_point(values).ok() }
    }

    /// Which way it goes; `None` where it is too short, or constant.
    pub fn course(&self) -> Option<Course> {
        let (kendall, slope) = self.kendall.as_ref().ok()?;
        Some(match kendall.p < LEVEL {
            true if slope.slope > 0.0 => Course::Rising,
            true if slope.slope < 0.0 => Course::Falling,
            _ => Course::Steady,
        })
    }
}

/// How many of these trends would be shown by chance if no series had one. A short series attains less than the level: of
/// five points only two orders of 120 are below it.
pub fn courses_by_chance(trends: &[Trend]) -> f64 {
    let lengths = trends.iter().filter_map(|trend| trend.kendall.as_ref().ok());
    lengths.map(|(kendall, _)| attained(kendall.n, LEVEL)).sum()
}
