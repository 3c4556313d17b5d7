//! Layer 6: the state of the program and the one place that changes it:
//! `update(&mut State, Action) -> Vec<Effect>`.
//!
//! Invariant: no egui. An [`Action`] is a request; an [`Effect`] is what the update wants done outside of
//! the state (a file written in the background, the map refitted), so that actions can be replayed without a
//! window and the state asserted.

mod action;
mod card;
mod choice;
mod export_job;
mod history;
mod kind;
mod recovery;
pub mod search;
mod settings;
mod state;
mod table;
mod update;

pub use action::{Action, Effect, Framing, Tool};
pub use card::Card;
pub use export_job::{ExportRequest, ExportWork, JobReport, TableFormat, spawn_export};
pub use history::{Document, History};
pub use recovery::{Pending, Recovery};
pub use settings::{Appearance, Below, Layers, Panels, SeriesView, Settings};
pub use state::{Notice, State};
pub use table::{TableState, table_spec};
pub use update::update;
