//! The only integration crate, with one module per subject, so that linking is paid for once.

#![allow(clippy::disallowed_methods, reason = "tests write files of their own and start threads")]

mod analysis;
mod analysis_answers;
mod background;
mod bad_cases;
mod boundary_doors;
mod bounds;
mod charts;
mod check;
mod circles;
mod cli;
mod cli_charts;
mod cli_check;
mod cli_correlate;
mod cli_ignored;
mod cli_stats;
mod common;
mod composer;
#[cfg(feature = "gui")]
mod composer_window;
mod condition;
mod contribution;
mod coverage;
mod datasets;
mod decisions;
mod defaults;
mod distribution;
mod docx;
mod docx_refresh;
mod docx_sample;
mod docx_verify;
mod drawing;
mod drawn_series;
mod dumbbell;
mod export;
mod figure;
mod folder_data;
mod formula;
mod framing;
mod fuzz;
mod geo_hit;
mod geo_mesh;
mod geo_partitions;
mod geo_projection;
mod geo_shapes;
mod geo_topology;
mod glance;
mod guide;
#[cfg(feature = "gui")]
mod guide_pictures;
mod heat_strip;
mod heat_table;
mod hostile;
mod hostile_drawings;
mod import_ambiti;
mod import_answers;
mod import_check;
mod import_custom_territory;
mod import_field;
mod import_grid;
mod import_kinds;
mod import_layers;
mod import_lists;
mod import_offices;
mod import_rates;
mod import_recipes;
mod import_shapes;
mod import_silent;
mod import_sources;
mod import_spellings;
mod import_tables;
mod import_told;
mod import_trusts;
mod import_years;
mod indicator_card;
mod indicators;
mod intake;
#[cfg(feature = "gui")]
mod intake_window;
mod kept_results;
mod labels;
mod layers_out;
mod manual_entry;
mod map_kinds;
mod map_kinds_engine;
#[cfg(feature = "gui")]
mod map_kinds_window;
mod matrix;
mod municipal;
mod next_year;
mod page;
mod page_as_seen;
mod pages;
mod panels;
mod peers;
mod periods;
mod plain_words;
mod previews;
mod printed;
mod project;
mod project_areas;
mod project_cli;
mod project_engine;
mod project_faults;
mod project_window;
mod published;
mod published_documents;
mod published_tables;
mod pyramid;
mod ranges;
mod reading;
mod reopen;
mod report_docx;
mod report_html;
mod report_pdf;
mod report_profile;
mod report_renewed;
mod report_sample;
mod report_template;
mod said_in_doubt;
mod said_of_figures;
mod said_of_groups;
mod said_rightly;
mod scales;
mod scatter;
mod scatter_areas;
mod scatter_matrix;
#[cfg(feature = "gui")]
mod scene_painter;
mod search;
mod sentences;
mod series_areas;
#[cfg(feature = "gui")]
mod settings;
mod sheets;
mod slope;
mod small_maps;
mod sockets;
#[cfg(feature = "gui")]
mod software;
mod spine;
mod standard;
mod statements;
mod stats_classes;
mod stats_correlation;
mod stats_space;
mod stream;
mod svg_ids;
mod table;
mod territory;
mod text;
mod tidy;
mod told_alike;
#[cfg(feature = "gui")]
mod two_maps_window;
mod undo_views;
mod unrounded;
mod what_if;
#[cfg(feature = "gui")]
mod whence;
mod window;
#[cfg(feature = "gui")]
mod window_bad_cases;
#[cfg(feature = "gui")]
mod window_dialogs;
#[cfg(feature = "gui")]
mod window_find;
mod window_home;
mod window_linked;
#[cfg(feature = "gui")]
mod window_narrow;
mod window_notices;
#[cfg(feature = "gui")]
mod window_path;
mod window_reports;
#[cfg(feature = "gui")]
mod window_search;
#[cfg(feature = "gui")]
mod window_table;
