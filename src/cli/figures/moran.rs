//! `figure moran`: writes a Moran scatterplot to a file.

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::stats::{fdr, neighbours};
use crate::cli::values::map;
use crate::document::{Element, LocalTest, MoranSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("moran", t::HELP_FIGURE_MORAN)
        .args(b.query())
        .arg(b.value("neighbours", "RULE", t::HELP_NEIGHBOURS))
        .arg(
            b.value("permutations", "N", t::HELP_PERMUTATIONS)
                .value_parser(value_parser!(u32).range(99..=99_999)),
        )
        .arg(b.value("fdr", "P", t::HELP_FDR))
        .arg(b.value("seed", "N", t::HELP_SEED).value_parser(value_parser!(u64)))
        .arg(b.value("territory", "CODE", t::HELP_MORAN_TERRITORY).num_args(1..).action(ArgAction::Append))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let shown = map(matches, &bundle.atlas, lang)?;
    let usual = LocalTest::default();
    let mut spec = MoranSpec::new(shown.indicator.as_str(), shown.date, shown.level);
    spec.method = shown.method;
    spec.neighbours = neighbours(matches, lang)?;
    spec.test = LocalTest {
        permutations: matches.get_one("permutations").copied().unwrap_or(usual.permutations),
        seed: matches.get_one("seed").copied().unwrap_or(usual.seed),
        fdr: fdr(matches, lang)?,
    };
    spec.selected = codes(matches, bundle);
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
