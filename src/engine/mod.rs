//! Layer 7: the state of the program, and the single function that changes it:
//! `update(&mut State, Action) -> Vec<Effect>`.
//!
//! Invariant: no egui. An [`Action`] is a request; an [`Effect`] is what the update wants done outside the state
//! (write a file in the background, refit the map). Actions can therefore be replayed without a window and the state
//! checked.

mod action;
pub mod analysis;
mod answered;
pub mod background;
mod batch;
pub mod beside;
mod card;
mod choice;
pub(crate) mod composer;
pub mod coverage;
pub mod dialog;
mod drawing;
mod effect;
mod export_job;
mod failure;
mod files;
pub mod formula;
pub mod guide;
mod history;
pub mod home;
mod indicator;
pub mod indicator_card;
pub mod intake;
pub mod manual_entry;
mod map;
pub mod opener;
mod opening;
mod pair_opened;
pub mod player;
mod preview;
pub mod project;
mod question;
mod recovery;
pub mod reports;
pub mod search;
mod settings;
pub mod settings_file;
mod shared;
pub mod standard;
mod standard_words;
mod state;
mod table;
mod update;
mod views;
pub mod what_if;
pub mod whence;
mod writing;

pub use action::{Action, Framing, Tool};
pub use background::{Report, Task};
pub use batch::{BatchReport, BatchRequest, spawn_batch};
pub use card::Card;
pub use composer::{Composer, FigureAction, Many};
pub use dialog::{Dialog, DialogAction, DocumentForm, spawn_find};
pub use drawing::{Drawing, Why};
pub use effect::Effect;
pub use export_job::{ExportRequest, ExportWork, JobReport, spawn_export};
pub(crate) use failure::logo_error;
pub use failure::{export_error, figure_error};
pub use files::{FileJob, spawn_file_job};
pub use formula::{FormulaAction, FormulaForm};
pub use history::History;
pub use intake::{Intake, IntakeAction, opened};
pub use manual_entry::{ManualEntry, ManualEntryAction};
pub use pair_opened::{scatter_of_cell, scatter_of_pair};
pub use preview::{
    Drawings, Preview, PreviewPage, PreviewRequest, Thumbnail, spawn_preview, spawn_thumbnail,
};
pub use project::{Keeper, Leaving, ProjectAction};
pub use question::{Pick, Question};
pub use recovery::{Pending, Recovery};
pub use settings::{Appearance, Dpi, Home, Layers, Panels, Preference, Scale, Settings};
pub use shared::Shared;
pub use state::{Notice, State};
pub use table::removable;
pub use update::update;
pub use views::{Usable, series_areas, usable_across};
pub use what_if::WhatIfAction;

/// The file formats of figures.
pub use crate::export::Format as FigureFormat;
/// A page as pixels.
pub use crate::export::Picture;
