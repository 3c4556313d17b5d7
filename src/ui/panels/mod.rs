//! The panels: each reads the state and returns at most one action.

mod card;
mod card_extra;
mod centre;
pub(crate) mod chart;
mod choice;
mod condition;
mod controls;
mod elsewhere;
mod histogram;
mod home;
mod indicators;
mod kind;
mod layers;
mod legend;
mod legend_two;
mod player;
mod published;
mod ranking;
mod scatter;
pub(crate) mod search;
mod series;
mod series_plot;
mod table;
mod table_grid;
mod tabs;
mod teach;
mod threshold;
mod top;
mod view_buttons;

pub use card::card_ui;
pub use choice::{ChoiceMemory, choice_ui};
pub(crate) use histogram::round_breaks;
pub(crate) use home::home_ui;
pub use indicators::{IndicatorsMemory, indicators_ui};
pub(crate) use kind::with_ui;
pub use legend::legend_ui;
pub(crate) use player::{PlayerMemory, player_ui};
pub use published::published_bar_ui;
pub use ranking::ranking_ui;
pub use scatter::scatter_ui;
pub use series::series_ui;
pub use table::table_ui;
pub(crate) use tabs::tabs_ui;
pub(crate) use teach::{choose_ui, import_ui};
pub use top::{TopMemory, top_ui};
pub use view_buttons::view_buttons;

/// The action of a view below the map, and the unit of the current level under its pointer.
#[derive(Default)]
pub(crate) struct ViewResponse {
    pub action: Option<crate::engine::Action>,
    /// The unit under the pointer.
    pub pointed: Option<usize>,
}
