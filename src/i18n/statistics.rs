//! Statistics in words: verdicts, refusals, and the sentences that the command line, charts and maps share.

use crate::analysis::{
    Benchmark, Course, Funnel, FutureError, Growth, NoCounts, Projected, Skipped, Verdict,
};
use crate::base::Level;
use crate::stats::StatsError;
use crate::stats::compare::by_chance;
use crate::stats::forecast::ForecastError;
use crate::stats::index::Method as IndexMethod;
use crate::stats::inequality::InequalityError;
use crate::stats::intervals::{Confidence, IntervalError};
use crate::stats::segregation::SegregationError;

use super::{Lang, date, italian, number, plain_number, significant, texts};

impl Lang {
    /// "95%".
    pub fn confidence(self, confidence: Confidence) -> &'static str {
        self.text(match confidence {
            Confidence::P95 => texts::CONFIDENCE_95,
            Confidence::P998 => texts::CONFIDENCE_998,
        })
    }

    /// "il valore dell'ATS", "il valore 12,5".
    pub fn benchmark(self, benchmark: Benchmark) -> String {
        match benchmark {
            Benchmark::Ats => self.text(texts::AGAINST_ATS).to_owned(),
            Benchmark::Asst => self.text(texts::AGAINST_ASST).to_owned(),
            Benchmark::Region => self.text(texts::AGAINST_REGION).to_owned(),
            Benchmark::Value(value) => texts::against_value(self, plain_number(self, value)),
        }
    }

    /// The same after "rispetto": "al valore dell'ATS".
    pub fn beside_benchmark(self, benchmark: Benchmark) -> String {
        match benchmark {
            Benchmark::Ats => self.text(texts::BESIDE_ATS).to_owned(),
            Benchmark::Asst => self.text(texts::BESIDE_ASST).to_owned(),
            Benchmark::Region => self.text(texts::BESIDE_REGION).to_owned(),
            Benchmark::Value(value) => texts::beside_value(self, plain_number(self, value)),
        }
    }

    /// The name of a benchmark at the end of its line: "ATS", "rif. 12,5".
    pub fn short_benchmark(self, benchmark: Benchmark) -> String {
        match benchmark {
            Benchmark::Ats => self.level(Level::Ats).to_owned(),
            Benchmark::Asst => self.level(Level::Asst).to_owned(),
            Benchmark::Region => self.text(texts::FUNNEL_REGION).to_owned(),
            Benchmark::Value(value) => {
                format!("{} {}", self.text(texts::FUNNEL_VALUE), plain_number(self, value))
            }
        }
    }

    /// "migliore", "più alto", "simile".
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        self.text(match verdict {
            Verdict::Better => texts::VERDICT_BETTER,
            Verdict::Worse => texts::VERDICT_WORSE,
            Verdict::Higher => texts::VERDICT_HIGHER,
            Verdict::Lower => texts::VERDICT_LOWER,
            Verdict::Similar => texts::VERDICT_SIMILAR,
        })
    }

    /// Why an area is not compared.
    pub fn skipped(self, skipped: Skipped) -> &'static str {
        self.text(match skipped {
            Skipped::Itself => texts::SKIPPED_ITSELF,
            Skipped::NoValue(_) => texts::SKIPPED_NO_VALUE,
            Skipped::NoBenchmark => texts::SKIPPED_NO_BENCHMARK,
            Skipped::NoInterval => texts::SKIPPED_NO_INTERVAL,
        })
    }

    /// "in crescita", "in calo".
    pub fn course(self, course: Course) -> &'static str {
        self.text(match course {
            Course::Rising => texts::TREND_UP,
            Course::Falling => texts::TREND_DOWN,
            Course::Steady => texts::TREND_NONE,
        })
    }

    /// What a method of composite indices is called.
    pub fn index_method(self, method: IndexMethod) -> &'static str {
        self.text(match method {
            IndexMethod::Ampi => texts::COMPOSITE_AMPI,
            IndexMethod::Mpi => texts::COMPOSITE_MPI,
            IndexMethod::MeanOfScores => texts::COMPOSITE_MEAN_Z,
            IndexMethod::MeanOfRanks => texts::COMPOSITE_MEAN_RANK,
            IndexMethod::Principal => texts::COMPOSITE_PCA,
        })
    }

    /// How many comparisons are made, at which level, and how many would differ by chance.
    pub fn comparisons(self, comparisons: usize, confidence: Confidence) -> String {
        let chance = significant(self, by_chance(comparisons, confidence), 2);
        texts::stats_comparisons(
            self,
            number(self, comparisons as f64, 0),
            self.confidence(confidence),
            chance,
        )
    }

    /// Why an indicator has no counts.
    pub fn no_counts(self, name: &str, why: NoCounts) -> String {
        match why {
            NoCounts::Steps => texts::no_counts_steps(self, name),
            NoCounts::Mean => texts::no_counts_mean(self, name),
            NoCounts::Balance => texts::no_counts_balance(self, name),
            NoCounts::Density => texts::no_counts_density(self, name),
            NoCounts::Plain => texts::no_counts_plain(self, name),
            NoCounts::Given => texts::no_counts_given(self, name),
            NoCounts::Money => texts::no_counts_money(self, name),
            NoCounts::Estimate => texts::no_counts_estimate(self, name),
            NoCounts::Method => texts::no_counts_method(self, name),
            NoCounts::NotAPart => texts::no_counts_part(self, name),
        }
    }

    /// That what areas are to be compared with has no value.
    pub fn no_benchmark(self, name: &str, benchmark: Benchmark) -> String {
        match benchmark {
            Benchmark::Asst => texts::no_benchmark_asst(self, name),
            Benchmark::Region => texts::no_benchmark_region(self, name),
            Benchmark::Ats | Benchmark::Value(_) => texts::no_benchmark_ats(self, name),
        }
    }

    /// Why there is no interval.
    pub(crate) fn interval_error(self, error: IntervalError) -> &'static str {
        self.text(match error {
            IntervalError::NotACount => texts::INTERVAL_NOT_COUNT,
            IntervalError::NoWhole => texts::INTERVAL_NO_WHOLE,
            IntervalError::NotAPart => texts::INTERVAL_NOT_PART,
        })
    }

    /// Why a series has no trend and no continuation.
    pub(crate) fn series_error(self, error: StatsError) -> String {
        let count = |n: usize| number(self, n as f64, 0);
        match error {
            StatsError::TooFew { n, needed } => texts::series_too_few(self, count(n), count(needed)),
            StatsError::NoVariation { .. } => self.text(texts::SERIES_CONSTANT).to_owned(),
            StatsError::LengthMismatch { .. } => self.text(texts::SERIES_LENGTHS).to_owned(),
            StatsError::NotFinite | StatsError::NoQuantity { .. } => {
                self.text(texts::STATS_NOT_FINITE).to_owned()
            }
            StatsError::TooLarge { .. } => self.text(texts::CLASSES_TOO_LARGE).to_owned(),
        }
    }

    /// Why there is no index of inequality.
    pub(crate) fn inequality_error(self, error: InequalityError) -> String {
        match error {
            InequalityError::Values(error) => self.series_error(error),
            InequalityError::Negative => self.text(texts::INEQUALITY_NEGATIVE).to_owned(),
            InequalityError::Weights => self.text(texts::INEQUALITY_WEIGHTS).to_owned(),
            InequalityError::NothingToSpread => self.text(texts::INEQUALITY_ZERO).to_owned(),
        }
    }

    /// Why there is no index of segregation.
    pub(crate) fn segregation_error(self, error: SegregationError) -> &'static str {
        self.text(match error {
            SegregationError::NotAPart => texts::SEGREGATION_PART,
            SegregationError::OneGroup => texts::SEGREGATION_ONE,
            SegregationError::TooFew => texts::SEGREGATION_FEW,
        })
    }

    /// Why there is no forecast of residents.
    pub(crate) fn future_error(self, error: &FutureError) -> String {
        match error {
            FutureError::NoPair => self.text(texts::FUTURE_NO_PAIR).to_owned(),
            FutureError::Incomplete(name) => texts::future_incomplete(self, name),
            FutureError::NoBackTest => self.text(texts::FUTURE_NO_TEST).to_owned(),
            FutureError::Method(ForecastError::NoWomen) => self.text(texts::FUTURE_NO_WOMEN).to_owned(),
            FutureError::Method(ForecastError::AgesDiffer | ForecastError::NotACount) => {
                self.text(texts::FUTURE_AGES).to_owned()
            }
        }
    }

    /// What a funnel says as a whole: how many lie outside, and whether they scatter more than by chance.
    pub fn funnel_sentences(self, funnel: &Funnel) -> Vec<String> {
        let count = |n: usize| number(self, n as f64, 0);
        let [beyond_95, beyond_998] = funnel.outside();
        let of = funnel.points.len();
        if of == 1 {
            return vec![self.text(texts::FUNNEL_ONE).to_owned()];
        }
        let chance = significant(self, by_chance(of, Confidence::P95), 2);
        let outside = texts::funnel_outside(self, count(beyond_95), count(of), chance, count(beyond_998));
        let scatter = match funnel.dispersion {
            None => self.text(texts::FUNNEL_FEW).to_owned(),
            Some(dispersion) => {
                let phi = significant(self, dispersion.phi, 2);
                if funnel.factor > 1.0 {
                    texts::funnel_widened(self, phi, significant(self, funnel.factor, 2))
                } else if dispersion.is_over() {
                    texts::funnel_over(self, phi)
                } else {
                    texts::funnel_not_over(self, phi)
                }
            }
        };
        vec![outside, scatter]
    }

    /// The name of a measure of a forecast population.
    pub fn growth(self, growth: Growth) -> String {
        match growth {
            Growth::Residents => self.text(texts::GROWTH_RESIDENTS).to_owned(),
            Growth::Ages(from, Some(to)) => texts::growth_ages(self, from, to.saturating_sub(1)),
            Growth::Ages(from, None) => texts::growth_ages_open(self, from),
            Growth::OldAge => self.text(texts::GROWTH_OLD_AGE).to_owned(),
            Growth::Dependency => self.text(texts::GROWTH_DEPENDENCY).to_owned(),
            Growth::ShareOld => self.text(texts::GROWTH_SHARE_OLD).to_owned(),
        }
    }

    /// How a forecast of residents was made, how wrong it would have been, and what it cannot say.
    pub fn forecast_sentences(self, projected: &Projected, level: Level) -> Vec<String> {
        let [from, to] = projected.pair.map(|day| date(self, day));
        let mut sentences = vec![texts::forecast_method(self, from, to)];
        if projected.scaled {
            sentences.push(self.text(texts::FORECAST_SCALED).to_owned());
        }
        if level == Level::Comuni {
            sentences.push(self.text(texts::FORECAST_COMUNI).to_owned());
        }
        let test = &projected.back_test;
        for growth in Growth::TRIED {
            let [_, absolute, held] = test.summary(growth, level);
            let percent = |x: f64| format!("{}%", number(self, 100.0 * x, 1));
            let held = match self {
                Lang::It => italian::percentage(&percent(held)),
                Lang::En => percent(held),
            };
            sentences.push(texts::forecast_test(
                self,
                date(self, test.date),
                test.years,
                self.growth(growth).to_lowercase(),
                percent(absolute),
                held,
            ));
        }
        sentences.push(self.text(texts::FORECAST_INTERVAL).to_owned());
        sentences.push(self.text(texts::FORECAST_ONE_PAIR).to_owned());
        sentences
    }
}
