//! The names of the program's own kinds of things.

use crate::base::{Level, Vision};
use crate::data::{Absence, ConditionError, Fault, Method, Polarity, Reference};
use crate::stats::classes::{ClassifyError, Scheme};
use crate::stats::{Axis, StatsError};

use super::{Lang, Text, date, fill, italian, texts};

impl Lang {
    /// A source or a licence; one that nobody has told is said to be so.
    pub fn stated(self, words: &str) -> &str {
        if words.trim().is_empty() { self.text(texts::NOT_STATED) } else { words }
    }

    /// The name of a level, plural: "Comuni", "Ambiti territoriali".
    pub fn level(self, level: Level) -> &'static str {
        self.text(match level {
            Level::Comuni => texts::LEVEL_COMUNI,
            Level::Ambiti => texts::LEVEL_AMBITI,
            Level::Asst => texts::LEVEL_ASST,
            Level::Ats => texts::LEVEL_ATS,
        })
    }

    /// A territory as a heading has it: "Ambito di Melzo", "Melzo".
    pub fn territory(self, level: Level, name: &str) -> String {
        match (self, level) {
            (_, Level::Comuni) => name.to_owned(),
            (Self::It, _) => {
                let told = italian::place(None, level, name);
                told.strip_prefix("l'").map_or_else(|| told.clone(), str::to_owned)
            }
            (Self::En, Level::Ambiti) => format!("Ambito of {name}"),
            (Self::En, _) => name.to_owned(),
        }
    }

    /// The name of a method, as it stands beside an aggregated value.
    pub fn method(self, method: Method) -> &'static str {
        self.text(match method {
            Method::Pooled => texts::METHOD_POOLED,
            Method::Mean => texts::METHOD_MEAN,
            Method::Min => texts::METHOD_MIN,
            Method::Max => texts::METHOD_MAX,
        })
    }

    /// The wording of a value that is not there.
    pub fn absence(self, absence: Absence) -> &'static str {
        self.text(match absence {
            Absence::Missing => texts::ABSENT_MISSING,
            Absence::Suppressed => texts::ABSENT_SUPPRESSED,
            Absence::NotApplicable => texts::ABSENT_NOT_APPLICABLE,
        })
    }

    /// What a published value refers to: a day, or "anno 2018" for a period.
    pub fn reference(self, reference: Reference) -> String {
        match reference {
            Reference::Year(year) => fill(self.text(texts::IN_YEAR), &[&year.to_string()]),
            Reference::Date(day) => date(self, day),
        }
    }

    /// The name of a classification scheme.
    pub fn scheme(self, scheme: Scheme) -> &'static str {
        self.text(match scheme {
            Scheme::EqualInterval => texts::SCHEME_EQUAL,
            Scheme::Quantile => texts::SCHEME_QUANTILE,
            Scheme::FisherJenks => texts::SCHEME_JENKS,
            Scheme::StdDev => texts::SCHEME_STD,
            Scheme::HeadTail => texts::SCHEME_HEADTAIL,
            Scheme::BoxPlot => texts::SCHEME_BOX,
            Scheme::Pretty => texts::SCHEME_PRETTY,
            Scheme::Manual => texts::SCHEME_MANUAL,
        })
    }

    /// What an indicator's polarity lets one say.
    pub fn polarity(self, polarity: Polarity) -> &'static str {
        let text: Text = match polarity {
            Polarity::HigherIsWorse => texts::POLARITY_WORSE,
            Polarity::HigherIsBetter => texts::POLARITY_BETTER,
            Polarity::Neither => texts::POLARITY_NEITHER,
        };
        self.text(text)
    }

    /// The name of a kind of colour vision.
    pub fn vision(self, vision: Vision) -> &'static str {
        self.text(match vision {
            Vision::Typical => texts::VISION_TYPICAL,
            Vision::Protanopia => texts::VISION_PROTANOPIA,
            Vision::Deuteranopia => texts::VISION_DEUTERANOPIA,
            Vision::Tritanopia => texts::VISION_TRITANOPIA,
        })
    }

    /// Why classes cannot be made, and what to do.
    pub fn classify_error(self, error: ClassifyError) -> String {
        self.text(match error {
            ClassifyError::NoValues => texts::CLASSES_NONE,
            ClassifyError::ZeroClasses => texts::CLASSES_ZERO,
            ClassifyError::TooManyClasses { max } => {
                return fill(self.text(texts::CLASSES_TOO_MANY), &[&max.to_string()]);
            }
            ClassifyError::ManualBreaksEmpty => texts::CLASSES_NO_BREAKS,
            ClassifyError::ManualBreaksNotAscending => texts::CLASSES_ORDER,
            ClassifyError::NotFinite => texts::CLASSES_NOT_FINITE,
            ClassifyError::TooLarge { .. } => texts::CLASSES_TOO_LARGE,
        })
        .to_owned()
    }

    /// Why a statistic of two variables cannot be given, in the names of the two.
    pub fn stats_error(self, error: StatsError, x: &str, y: &str) -> String {
        let number = |n: usize| super::number(self, n as f64, 0);
        match error {
            StatsError::LengthMismatch { x, y } => {
                fill(self.text(texts::STATS_LENGTHS), &[&number(x), &number(y)])
            }
            StatsError::NotFinite => self.text(texts::STATS_NOT_FINITE).to_owned(),
            StatsError::TooLarge { .. } => self.text(texts::CLASSES_TOO_LARGE).to_owned(),
            StatsError::TooFew { n, needed } => {
                fill(self.text(texts::STATS_TOO_FEW), &[&number(n), &number(needed)])
            }
            StatsError::NoVariation { which } => {
                let name = match which {
                    Axis::X => x,
                    Axis::Y => y,
                };
                fill(self.text(texts::STATS_NO_VARIATION), &[name])
            }
        }
    }

    /// Why a condition is not understood, where, and what would be.
    pub fn condition_error(self, error: &ConditionError) -> String {
        let at = error.at.to_string();
        let (text, arguments): (Text, Vec<&str>) = match &error.fault {
            Fault::Empty => (texts::CONDITION_EMPTY, Vec::new()),
            Fault::UnknownIndicator { id, nearest } if nearest.is_empty() => {
                (texts::CONDITION_UNKNOWN, vec![&at, id])
            }
            Fault::UnknownIndicator { id, nearest } => {
                return fill(self.text(texts::CONDITION_NEAREST), &[&at, id, &nearest.join(", ")]);
            }
            Fault::OnlyPublished(id) => (texts::CONDITION_PUBLISHED, vec![&at, id]),
            Fault::NoValues(id) => (texts::CONDITION_NO_VALUES, vec![&at, id]),
            Fault::IndicatorExpected(Some(found)) => (texts::CONDITION_INDICATOR, vec![&at, found]),
            Fault::IndicatorExpected(None) => (texts::CONDITION_INDICATOR_AT_END, Vec::new()),
            Fault::ComparisonExpected(id) => (texts::CONDITION_COMPARISON, vec![&at, id]),
            Fault::NumberExpected(sign) => (texts::CONDITION_NUMBER, vec![&at, sign]),
            Fault::NotANumber(typed) => (texts::CONDITION_NOT_A_NUMBER, vec![&at, typed]),
            Fault::AmbiguousNumber(typed) => (texts::CONDITION_AMBIGUOUS, vec![&at, typed]),
            Fault::Unclosed => (texts::CONDITION_UNCLOSED, vec![&at]),
            Fault::LinkExpected(found) => (texts::CONDITION_LINK, vec![&at, found]),
            Fault::Unexpected(found) => (texts::CONDITION_UNEXPECTED, vec![&at, found]),
            Fault::UnknownSet(name) => (texts::CONDITION_SET, vec![&at, name]),
            Fault::UnclosedQuotes => (texts::CONDITION_QUOTES, vec![&at]),
            Fault::TooDeep => (texts::CONDITION_TOO_DEEP, vec![&at]),
        };
        fill(self.text(text), &arguments)
    }
}
