//! What a figure's file carries so that it can be reopened: its spec and the identity of its data. No path, no name
//! of a person or a machine, no time of writing.

use serde::{Deserialize, Serialize};

use crate::base::{BadField, bad_field};
use crate::data::Reference;

use super::bounds::OutOfBounds;
use super::figure_spec::FigureSpec;
use super::own_indicator::OwnIndicator;

/// The version of the format. A reader refuses later ones and must understand all earlier ones.
pub const VERSION: u32 = 2;

/// The version of a figure without a hypothesis, which earlier programs read too.
const WITHOUT_HYPOTHESIS: u32 = 1;

/// The name of the attachment, in every format.
pub const CARRIED_NAME: &str = "atlante-figura.json";

/// A spec and where its numbers come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// Version of this format; first, so that it can be read on its own.
    pub atlante_figure: u32,
    /// The program that wrote it.
    #[serde(default)]
    pub program: String,
    pub figure: FigureSpec,
    /// The indicators it shows that were typed as formulas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<OwnIndicator>,
    /// The numbers it was drawn from.
    #[serde(default)]
    pub data: Vec<DataIdentity>,
}

/// Identifies the values of an indicator at a date or in a year by a digest, which tells whether they are still the
/// same but not what they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataIdentity {
    /// Id of the indicator.
    pub indicator: String,
    /// Reference date, or year.
    pub at: Reference,
    /// Source in the words of the figure's language.
    pub source: String,
    /// SHA-256 over code and value of every Comune, or of every area of a published table, shortened to 16 hexadecimal digits.
    pub digest: String,
}

/// Why carried data cannot be used.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum CarriedError {
    /// It is not the spec of a figure.
    #[error("not the spec of a figure")]
    NotASpec,
    /// A field is missing, or is not as it must be.
    #[error("the spec of the figure is malformed: {0:?}")]
    BadField(BadField),
    /// It has settings for which no figure can be made.
    #[error(transparent)]
    OutOfBounds(#[from] OutOfBounds),
    /// It was written by a later version of the program.
    #[error("the figure is of version {0}; this program reads up to version {VERSION}")]
    Newer(u32),
}

impl Carried {
    pub fn new(figure: FigureSpec, data: Vec<DataIdentity>) -> Self {
        let program = concat!("Atlante Sociale ", env!("CARGO_PKG_VERSION")).to_owned();
        let atlante_figure = if figure.what_if.is_official() { WITHOUT_HYPOTHESIS } else { VERSION };
        Self { atlante_figure, program, figure, own: Vec::new(), data }
    }

    /// As indented JSON.
    pub fn to_json(&self) -> String {
        // Only maps with keys that are not text and numbers that JSON lacks can fail; there are neither.
        serde_json::to_string_pretty(self).expect("a spec is plain data") + "\n"
    }

    /// From JSON.
    ///
    /// # Errors
    /// See [`CarriedError`].
    pub fn from_json(text: &str) -> Result<Self, CarriedError> {
        #[derive(Deserialize)]
        struct Version {
            atlante_figure: u32,
        }
        let refused = |_: serde_json::Error| CarriedError::NotASpec;
        let text = text.trim_start_matches('\u{feff}');
        let Version { atlante_figure } = serde_json::from_str(text).map_err(refused)?;
        if atlante_figure > VERSION {
            return Err(CarriedError::Newer(atlante_figure));
        }
        let carried: Self = bad_field::parse(text.as_bytes()).map_err(CarriedError::BadField)?;
        carried.figure.check()?;
        OwnIndicator::check(&carried.own)?;
        Ok(carried)
    }

    /// The fields of its JSON that this version does not know, at most ten.
    pub fn unknown_fields(&self, text: &str) -> Vec<String> {
        bad_field::unknown(text.trim_start_matches('\u{feff}').as_bytes(), self, 10)
    }
}
