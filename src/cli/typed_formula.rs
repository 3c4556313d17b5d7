//! `--formula`: an indicator as it was typed.

use clap::ArgMatches;

use crate::document::OwnIndicator;
use crate::i18n::Lang;
use crate::io::recipe::slug;

/// The id of a formula that was given none.
pub const ID: &str = "formula";

/// A formula as it was typed, with its id if it has one.
pub fn typed(text: &str) -> OwnIndicator {
    let (id, formula) = match text.split_once('=') {
        Some((id, formula)) => (slug(id), formula),
        None => (ID.to_owned(), text),
    };
    own(if id.is_empty() { ID.to_owned() } else { id }, None, formula)
}

pub fn own(id: String, name: Option<&String>, formula: &str) -> OwnIndicator {
    let formula = formula.trim().to_owned();
    let name = match name {
        Some(name) => Lang::both(|_| name.clone()),
        None if id == ID => Lang::both(|_| formula.clone()),
        None => Lang::both(|_| id.clone()),
    };
    OwnIndicator { id, name, formula, decimals: None }
}

/// The id that figures are of where no other is asked for: that of the first formula.
pub fn first(matches: &ArgMatches) -> Option<String> {
    let text = matches.try_get_many::<String>("formula").ok()??.next()?;
    Some(typed(text).id)
}
