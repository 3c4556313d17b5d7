//! What the program has to tell about a result it could still give.

use serde::Serialize;

/// How much a [`Diagnostic`] weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// The result may mislead if this is not known.
    Warning,
}

/// One remark on a result, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// Stable identifier, snake_case English, for tests and for programs that read the JSON.
    pub code: &'static str,
    /// What is the matter, in one sentence.
    pub message: String,
}

/// A result and the remarks made on the way to it.
#[derive(Clone, Debug)]
pub struct Warned<T> {
    /// The result.
    pub value: T,
    /// The remarks, in the order they arose.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Warned<T> {
    /// The same remarks on another result.
    pub fn map<U>(self, into: impl FnOnce(T) -> U) -> Warned<U> {
        Warned { value: into(self.value), diagnostics: self.diagnostics }
    }
}
