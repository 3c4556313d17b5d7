//! Layer 8: the window. egui only.
//!
//! Invariant: panels read the state and return an [`Action`](crate::engine::Action); only the engine changes it.
//! Nothing here reads or writes files. Colours and sizes come from [`theme`].

pub mod app;
mod ask_file;
pub mod canvas;
mod cards;
mod commands;
mod composer;
mod dialog;
mod focus;
mod fonts;
mod host;
mod how_to_read;
mod intake;
pub(crate) mod jobs;
mod manual_entry;
mod notices;
mod page_colours;
mod panels;
mod project;
mod roving;
pub mod run;
pub mod scene_painter;
mod search_list;
mod sizes;
pub mod software;
pub mod theme;
mod two_maps;
mod views;
mod widgets;
