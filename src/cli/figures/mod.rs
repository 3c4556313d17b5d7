//! `figure`: the single list of figures on the command line, and what all of them share.

mod again;
mod contribution;
mod distribution;
mod dumbbell;
mod forecast;
mod funnel;
mod glance;
mod heat_strip;
mod heat_table;
mod ignored;
mod lorenz;
mod map;
mod matrix;
mod moran;
pub(super) mod peers;
mod pyramid;
mod ranking;
mod scatter;
mod scatter_matrix;
mod series;
mod slope;
mod small_maps;
mod spine;
mod stream;
mod table;

use clap::{ArgMatches, Command};

use crate::data::Catalogue;
use crate::document::{Element, FigureSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::builder::Builder;
use super::error::CliError;
use super::output::Output;

/// A figure as a subcommand.
struct FigureCommand {
    name: &'static str,
    command: fn(&Builder) -> Command,
    /// The element for its arguments.
    element: fn(&ArgMatches, &Bundle, Lang) -> Result<Element, CliError>,
}

const FIGURES: [FigureCommand; 22] = [
    FigureCommand { name: "map", command: map::command, element: map::element },
    FigureCommand { name: "series", command: series::command, element: series::element },
    FigureCommand { name: "ranking", command: ranking::command, element: ranking::element },
    FigureCommand { name: "scatter", command: scatter::command, element: scatter::element },
    FigureCommand { name: "slope", command: slope::command, element: slope::element },
    FigureCommand { name: "dumbbell", command: dumbbell::command, element: dumbbell::element },
    FigureCommand { name: "contributions", command: contribution::command, element: contribution::element },
    FigureCommand { name: "heat-strip", command: heat_strip::command, element: heat_strip::element },
    FigureCommand { name: "stream", command: stream::command, element: stream::element },
    FigureCommand { name: "pyramid", command: pyramid::command, element: pyramid::element },
    FigureCommand { name: "spine", command: spine::command, element: spine::element },
    FigureCommand { name: "distribution", command: distribution::command, element: distribution::element },
    FigureCommand { name: "funnel", command: funnel::command, element: funnel::element },
    FigureCommand { name: "forecast", command: forecast::command, element: forecast::element },
    FigureCommand { name: "lorenz", command: lorenz::command, element: lorenz::element },
    FigureCommand { name: "moran", command: moran::command, element: moran::element },
    FigureCommand { name: "matrix", command: matrix::command, element: matrix::element },
    FigureCommand { name: "heat-table", command: heat_table::command, element: heat_table::element },
    FigureCommand {
        name: "scatter-matrix",
        command: scatter_matrix::command,
        element: scatter_matrix::element,
    },
    FigureCommand { name: "small-maps", command: small_maps::command, element: small_maps::element },
    FigureCommand { name: "peers", command: peers::command, element: peers::element },
    FigureCommand { name: "table", command: table::command, element: table::element },
];

/// The arguments of `figure`.
pub fn command(b: &Builder) -> Command {
    again::arguments(b.sub("figure", t::HELP_FIGURE), b)
        .subcommands(FIGURES.iter().map(|figure| (figure.command)(b)))
        .subcommand(glance::command(b))
        .subcommand(again::atlas_command(b))
}

/// Draws the requested figure, writes it, and with `--json` prints what was drawn.
pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let Some((name, matches)) = matches.subcommand() else { return again::run(matches, &bundle()?, lang) };
    if name == "glance" {
        return glance::run(matches, &bundle()?, lang);
    }
    let Some(figure) = FIGURES.iter().find(|figure| figure.name == name) else {
        return again::atlas(matches, &bundle()?, lang);
    };
    let mut bundle = bundle()?;
    if name == "map"
        && let Some(rate) = map::rate(matches, &bundle.atlas, lang)?
    {
        bundle.atlas.catalogue.merge(Catalogue::new(Vec::new(), vec![rate]));
    }
    let output = Output::read(matches, lang)?;
    let element = (figure.element)(matches, &bundle, lang)?;
    ignored::refuse(matches, &element, &output, &bundle.atlas, lang)?;
    let said = ignored::said(matches, &element, &output, &bundle.atlas);
    if name == "map" {
        map::keep(matches, &element, &bundle, lang)?;
    }
    output.draw(matches, &FigureSpec::under(element, &bundle.atlas), &bundle, said)
}
