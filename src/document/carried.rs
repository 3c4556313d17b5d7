//! What a figure's file carries so that it can be opened again: its spec and the identity of its data. No path, no
//! name of a person or a machine, no clock.

use serde::{Deserialize, Serialize};

use crate::data::Reference;

use super::bounds::OutOfBounds;
use super::figure_spec::FigureSpec;

/// The version of what is written. A reader refuses a later one, and knows how to read every earlier one.
pub const VERSION: u32 = 1;

/// The name of what is carried, in every format.
pub const CARRIED_NAME: &str = "atlante-figura.json";

/// A spec and where its numbers came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// Version of this format, first so that it can be read alone.
    pub atlante_figure: u32,
    /// The program that wrote it.
    #[serde(default)]
    pub program: String,
    pub figure: FigureSpec,
    /// The numbers it was drawn from.
    #[serde(default)]
    pub data: Vec<DataIdentity>,
}

/// Values of an indicator at a date or in a year, by their digest: it tells whether they are those of then, not what they were.
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

/// What was carried cannot be used.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum CarriedError {
    /// It is no spec of a figure.
    #[error("not the spec of a figure")]
    NotASpec,
    /// It asks for what no figure can be made of.
    #[error(transparent)]
    OutOfBounds(#[from] OutOfBounds),
    /// A later version of the program wrote it.
    #[error("the figure is of version {0}; this program reads up to version {VERSION}")]
    Newer(u32),
}

impl Carried {
    /// A figure to be carried.
    pub fn new(figure: FigureSpec, data: Vec<DataIdentity>) -> Self {
        let program = concat!("Atlante Sociale ", env!("CARGO_PKG_VERSION")).to_owned();
        Self { atlante_figure: VERSION, program, figure, data }
    }

    /// As JSON on several lines.
    pub fn to_json(&self) -> String {
        // Only a map with keys that are no text or a number that JSON has not can fail: there is none of either.
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
        let carried: Self = serde_json::from_str(text).map_err(refused)?;
        carried.figure.check()?;
        Ok(carried)
    }
}
