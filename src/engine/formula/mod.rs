//! Indicators typed as formulas: the dialog, what a formula becomes, and the file by which formulas are shared.

mod action;
mod change;
mod preview;
pub mod told;

pub use action::{FormulaAction, FormulaForm};
pub(super) use change::{add_unknown, apply};
pub use preview::{Preview, completions, preview, preview_task};
