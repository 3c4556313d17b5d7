//! Territorial codes and the levels they belong to.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A territorial code. Always text: ISTAT codes of Comuni are six digits with leading zeros (`015146` is Milano),
/// which a number would lose.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Code(Arc<str>);

impl Code {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Code {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Code {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0.as_ref().to_owned()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

/// The four levels of the territory, from the smallest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Municipality; every other level is made of these.
    #[default]
    Comuni,
    /// Social district: the group of Comuni that shares a Piano di Zona.
    Ambiti,
    /// Local health trust. The city of Milano belongs to none.
    Asst,
    /// Health protection agency: the whole territory.
    Ats,
}

impl Level {
    pub const ALL: [Self; 4] = [Self::Comuni, Self::Ambiti, Self::Asst, Self::Ats];

    /// The name used on the command line and in saved files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Comuni => "comuni",
            Self::Ambiti => "ambiti",
            Self::Asst => "asst",
            Self::Ats => "ats",
        }
    }

    /// The level with this [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }
}
