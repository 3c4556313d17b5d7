//! The panels: each reads the state and returns at most one request.

mod card;
mod choice;
mod indicators;
mod layers;
mod legend;
mod list;
mod top;

pub use card::card_ui;
pub use choice::{ChoiceMemory, choice_ui};
pub use indicators::{IndicatorsMemory, indicators_ui};
pub use legend::legend_ui;
pub use list::list_ui;
pub use top::top_ui;
