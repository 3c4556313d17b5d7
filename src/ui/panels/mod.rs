//! The panels: each reads the state and returns at most one request.

mod card;
mod centre;
mod histogram;
mod indicators;
mod legend;
mod search;
mod top;

pub use card::card_ui;
pub use indicators::{IndicatorsMemory, indicators_ui};
pub use legend::legend_ui;
pub use search::SearchMemory;
pub use top::top_ui;
