//! `figure heat-strip`: writes a heat strip to a file.

use clap::{ArgAction, ArgMatches, Command};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::stats::ClassArguments;
use crate::cli::values::{map, text};
use crate::document::{Element, HeatStripSpec, StripOrder};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("heat-strip", t::HELP_HEAT_STRIP)
        .args(b.query())
        .arg(
            b.value("territory", "CODE", t::HELP_HEAT_STRIP_TERRITORY)
                .num_args(1..)
                .action(ArgAction::Append),
        )
        .arg(b.choice("order", &StripOrder::ALL.map(StripOrder::id), "value", t::HELP_HEAT_STRIP_ORDER))
        .args(b.classes())
        .arg(b.value("palette", "P", t::HELP_PALETTE))
        .arg(b.flag("reverse", t::HELP_REVERSE))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let map = map(matches, &bundle.atlas, lang)?;
    let mut spec = HeatStripSpec::new(map.indicator, map.date, map.level);
    (spec.method, spec.lang) = (map.method, lang);
    spec.order =
        StripOrder::ALL.into_iter().find(|order| order.id() == text(matches, "order")).unwrap_or_default();
    let classes = ClassArguments::read(matches, lang)?;
    (spec.classes.scheme, spec.classes.count) = (classes.scheme, classes.count);
    spec.classes.manual = classes.manual;
    spec.palette.id = matches.get_one::<String>("palette").cloned();
    spec.palette.reversed = matches.get_flag("reverse");
    spec.selected = codes(matches, bundle);
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
