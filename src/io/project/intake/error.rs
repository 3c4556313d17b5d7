//! Why a table cannot be imported.

use std::sync::Arc;

use crate::base::Level;
use crate::i18n::{Lang, some_named, texts as t};
use crate::io::source::SourceError;

/// How many missing Comuni are named.
const NAMED: usize = 12;

#[derive(Clone, Debug)]
pub enum IntakeError {
    /// Boundaries that lack a Comune of the territory.
    OtherBoundaries(Vec<String>),
    /// Boundaries without the code of any of our Comuni.
    NotOurBoundaries,
    /// Boundaries of Ambiti.
    BoundariesOfAmbiti,
    /// Boundaries that cannot be transformed to the plane of our maps, with the reason.
    BadBoundaries(Arc<SourceError>),
    /// Values of Ambiti without a date.
    NoDate(Level),
    /// A list, or an empty grid.
    NoValues,
    /// Nothing about our Comuni.
    NothingOurs,
    /// An indicator counts a variable that does not exist.
    NoVariable {
        indicator: String,
        variable: String,
        /// The variables of the table.
        available: Vec<String>,
    },
}

impl IntakeError {
    /// Stable id, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherBoundaries(_) => "other_boundaries",
            Self::NotOurBoundaries => "not_our_boundaries",
            Self::BoundariesOfAmbiti => "boundaries_of_ambiti",
            Self::BadBoundaries(error) => error.code(),
            Self::NoDate(_) => "no_date",
            Self::NoValues => "no_values",
            Self::NothingOurs => "nothing_ours",
            Self::NoVariable { .. } => "no_variable",
        }
    }

    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::OtherBoundaries(lacking) => {
                let names: Vec<&str> = lacking.iter().map(String::as_str).collect();
                let names = some_named(&names, NAMED, |more| t::intake_and_more(lang, more));
                t::intake_other_boundaries(lang, lacking.len(), names)
            }
            Self::NotOurBoundaries => lang.text(t::INTAKE_NOT_OUR_BOUNDARIES).to_owned(),
            Self::BoundariesOfAmbiti => lang.text(t::INTAKE_BOUNDARIES_OF_AMBITI).to_owned(),
            // Whoever tells it names the file.
            Self::BadBoundaries(error) => error.problem.text(lang),
            Self::NoDate(level) => t::found_groups_no_date(lang, lang.level(*level)),
            Self::NoValues => lang.text(t::FOUND_NO_VALUES).to_owned(),
            Self::NothingOurs => lang.text(t::FOUND_NOTHING_OURS).to_owned(),
            Self::NoVariable { indicator, variable, available } if available.is_empty() => {
                t::intake_no_variables(lang, indicator, variable)
            }
            Self::NoVariable { indicator, variable, available } => {
                t::intake_no_variable(lang, indicator, variable, available.join(", "))
            }
        }
    }
}
