//! `stats peers`: the territories most like another.

use clap::{ArgMatches, Command};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::figures::peers;
use crate::figure::peers::{PeersModel, facts, row, sentences, subtitle, title};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

pub fn command(b: &Builder) -> Command {
    b.sub("peers", t::HELP_PEERS).args(peers::arguments(b)).arg(b.json())
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let bundle = bundle()?;
    let spec = peers::spec(matches, &bundle, lang)?;
    let found = PeersModel::new(&spec, &bundle.atlas).map_err(|error| CliError::from_figure(&error, lang))?;
    let model = &found.value;
    if matches.get_flag("json") {
        return Ok(format!("{:#}\n", facts(model)));
    }
    let mut lines = vec![title(lang, model), subtitle(lang, model)];
    lines.extend(sentences(lang, model, &bundle.atlas));
    lines.extend(model.first().iter().map(|peer| row(lang, &bundle.atlas, model, peer)));
    lines.extend(found.remarks.iter().map(|remark| remark.text(lang)));
    Ok(lines.join("\n") + "\n")
}
