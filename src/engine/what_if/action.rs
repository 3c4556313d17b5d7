//! The actions on the hypothesis.

use crate::base::Code;

/// A change of the hypothesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhatIfAction {
    /// Put a Comune, or all Comuni of an Ambito, into another Ambito.
    Move(Code, Target),
    /// Take back the move at this position.
    TakeBack(usize),
    /// Name the hypothesis.
    Rename(String),
    /// Go back to the official Ambiti.
    Reset,
}

/// Where something is moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An Ambito, official or of the hypothesis.
    Ambito(Code),
    /// An Ambito of the hypothesis, with this name.
    New(String),
}
