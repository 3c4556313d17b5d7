//! A hypothesis as it is typed or read from a file: single moves, or a grouping of one's own in two columns.

use std::path::Path;

use crate::base::{Code, Level};
use crate::data::{Move, Territories, WhatIf};
use crate::i18n::{Lang, texts as t};

use super::matching::{Matcher, Place, key, without_ambito};
use super::source::{self, Content, RawTable, SourceError};

/// What begins the name of an Ambito that only the hypothesis has.
const NEW: char = '+';

/// Why a hypothesis cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum WhatIfFault {
    /// Not `Comune=Ambito`.
    #[error("'{0}' is no move")]
    NotAMove(String),
    /// Neither a file nor a move.
    #[error("'{0}' is neither a file nor a move")]
    NoFile(String),
    /// Both a Comune and an Ambito have this name.
    #[error("'{0}' is a Comune and an Ambito")]
    ComuneOrAmbito(String, String),
    /// What it moves is there already when its turn comes.
    #[error("'{0}' moves nothing")]
    MovesNothing(String),
    /// Another move undoes it.
    #[error("'{0}' is undone by another move")]
    Undone(String),
    /// Nothing of ours has this name.
    #[error("nothing is called '{0}'")]
    NoPlace(String),
    /// No Ambito has this name.
    #[error("no Ambito is called '{0}'")]
    NoAmbito(String),
    /// The file cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// It has no table with two columns.
    #[error("{0}: no two columns")]
    NoColumns(String),
    /// A row names no Comune.
    #[error("{file}, row {row}: no Comune is called '{cell}'")]
    Row { file: String, row: u32, cell: String },
    /// A Comune is in two Ambiti.
    #[error("{file}, row {row}: '{cell}' is in another Ambito already")]
    Twice { file: String, row: u32, cell: String },
}

impl WhatIfFault {
    /// The message on one line.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::NotAMove(text) => t::what_if_pair(lang, text),
            Self::NoFile(text) => t::what_if_no_file(lang, text),
            Self::ComuneOrAmbito(name, to) => t::what_if_two_places(lang, name, to),
            Self::MovesNothing(pair) => t::what_if_moves_nothing(lang, pair),
            Self::Undone(pair) => t::what_if_undone(lang, pair),
            Self::NoPlace(text) => t::what_if_no_place(lang, text),
            Self::NoAmbito(text) => t::what_if_no_target(lang, text),
            Self::Source(error) => error.text(lang),
            Self::NoColumns(file) => t::what_if_no_columns(lang, file),
            Self::Row { file, row, cell } => t::what_if_row(lang, file, row, cell),
            Self::Twice { file, row, cell } => t::what_if_twice(lang, file, row, cell),
        }
    }
}

/// Names of territories to their codes.
struct Names<'a> {
    territories: &'a Territories,
    matcher: Matcher,
}

impl<'a> Names<'a> {
    fn of(territories: &'a Territories) -> Self {
        Self { territories, matcher: Matcher::new(territories, &[], Vec::new()) }
    }

    fn comune(&self, text: &str) -> Option<usize> {
        match (self.matcher.by_code(text), self.matcher.by_name(text)) {
            (Place::Comune(comune), _) | (_, Place::Comune(comune)) => Some(comune),
            _ => None,
        }
    }

    fn ambito(&self, text: &str) -> Option<Code> {
        match self.matcher.by_ambito(text) {
            Place::Group(Level::Ambiti, ambito) => {
                Some(self.territories.units(Level::Ambiti)[ambito].code.clone())
            }
            _ => None,
        }
    }

    /// A Comune or an Ambito; many share a name, which must then say which of the two is meant.
    fn movable(&self, text: &str, to: &str) -> Result<Code, WhatIfFault> {
        let comune = || Some(self.territories.comuni()[self.comune(text)?].code.clone());
        let own = match key(text).starts_with("ambito") {
            true => self.ambito(text),
            false => match (comune(), self.ambito(text)) {
                (Some(comune), Some(_)) if !key(text).starts_with("comune") && *text != *comune.as_str() => {
                    return Err(WhatIfFault::ComuneOrAmbito(text.to_owned(), to.to_owned()));
                }
                (comune, ambito) => comune.or(ambito),
            },
        };
        own.ok_or_else(|| WhatIfFault::NoPlace(text.to_owned()))
    }
}

/// The Ambito of the hypothesis with this name, which it gets if it has none.
fn own(what_if: &mut WhatIf, name: &str, territories: &Territories) -> Code {
    let name = without_ambito(name);
    if let Some((code, _)) = what_if.ambiti.iter().find(|(_, known)| key(known) == key(name)) {
        return code.clone();
    }
    let code = what_if.next_code(territories);
    what_if.ambiti.insert(code.clone(), name.to_owned());
    code
}

/// Moves as typed: `Settala=Melzo; Ambito di Paullo=Melzo; Opera=+Ambito nuovo`. Codes do as well as names.
///
/// # Errors
/// What is no move, a name that nothing has or that two have, or a move that is lost.
pub fn typed(text: &str, territories: &Territories) -> Result<WhatIf, WhatIfFault> {
    let names = Names::of(territories);
    let mut what_if = WhatIf::default();
    let pairs: Vec<&str> = text.split([';', ',']).map(str::trim).filter(|pair| !pair.is_empty()).collect();
    for pair in &pairs {
        let parts = pair.split_once('=').map(|(what, to)| (what.trim(), to.trim()));
        let parts =
            parts.filter(|(what, to)| !what.is_empty() && !to.trim_start_matches(NEW).trim().is_empty());
        let (what, to) = parts.ok_or_else(|| WhatIfFault::NotAMove((*pair).to_owned()))?;
        let what = names.movable(what, to)?;
        let to = match to.strip_prefix(NEW) {
            Some(name) => own(&mut what_if, name.trim(), territories),
            None => {
                let bare = without_ambito(to);
                let known = what_if.ambiti.iter().find(|(_, name)| key(name) == key(bare));
                let known = known.map(|(code, _)| code.clone()).or_else(|| names.ambito(to));
                known.ok_or_else(|| WhatIfFault::NoAmbito(to.to_owned()))?
            }
        };
        what_if.moves.push(Move { what, to });
    }
    none_is_lost(&what_if, &pairs, territories)?;
    Ok(what_if)
}

/// Refuses a move that changes nothing when its turn comes, or that leaves no trace after the others.
fn none_is_lost(what_if: &WhatIf, pairs: &[&str], territories: &Territories) -> Result<(), WhatIfFault> {
    let groups =
        |moves: &[Move]| WhatIf { moves: moves.to_vec(), ..what_if.clone() }.ambito_of_each(territories).ok();
    let moves = &what_if.moves;
    let all = groups(moves);
    for (at, pair) in pairs.iter().enumerate().filter(|_| all.is_some()) {
        let pair = (*pair).to_owned();
        // Two Ambiti of one name, on the way, are refused elsewhere.
        if groups(&moves[..at]).is_some_and(|before| Some(before) == groups(&moves[..=at])) {
            return Err(WhatIfFault::MovesNothing(pair));
        }
        let others = [&moves[..at], &moves[at + 1..]].concat();
        if groups(&others) == all {
            return Err(WhatIfFault::Undone(pair));
        }
    }
    Ok(())
}

/// A grouping of one's own from a file of two columns, Comune and Ambito, by code or name: an Ambito that is not ours is one of
/// the hypothesis, and Comuni that the file leaves out stay where they are. Its name is that of the file.
///
/// # Errors
/// A file without two columns, a row that names no Comune, or a Comune in two Ambiti.
pub fn read(path: &Path, territories: &Territories) -> Result<WhatIf, WhatIfFault> {
    if !path.exists() {
        return Err(WhatIfFault::NoFile(path.display().to_string()));
    }
    let contents = source::open(path)?.contents;
    let table = contents.iter().find_map(|content| match content {
        Content::Table(table) => Some(table),
        Content::Shapes(_) | Content::Unread(_) => None,
    });
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let table = table.ok_or_else(|| WhatIfFault::NoColumns(file.clone()))?;
    let mut what_if = grouping(table, &file, territories)?;
    what_if.name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(what_if)
}

/// The columns of the Comuni and of the Ambiti, and the first row below the header, which a file of two columns need not have.
fn columns(table: &RawTable, names: &Names<'_>) -> Option<[usize; 3]> {
    let width = if table.is_empty() { 0 } else { table.width(0) };
    if width < 2 {
        return None;
    }
    if names.comune(table.cell(0, 0).trim()).is_some() {
        return (width == 2).then_some([0, 1, 0]);
    }
    let named = |word: &str| (0..width).find(|column| key(table.cell(0, *column)).contains(word));
    let of_ambiti = named("ambit")?;
    // Without a header of its own the Comuni come first.
    let of_comuni = named("comun").unwrap_or(0);
    (of_comuni != of_ambiti).then_some([of_comuni, of_ambiti, 1])
}

fn grouping(table: &RawTable, file: &str, territories: &Territories) -> Result<WhatIf, WhatIfFault> {
    let names = Names::of(territories);
    let comuni = territories.comuni();
    let mut what_if = WhatIf::default();
    let mut groups: Vec<Option<Code>> = vec![None; comuni.len()];
    let no_columns = || WhatIfFault::NoColumns(file.to_owned());
    let [of_comuni, of_ambiti, first] = columns(table, &names).ok_or_else(no_columns)?;
    for row in first..table.len() {
        let (cell, ambito) = (table.cell(row, of_comuni).trim(), table.cell(row, of_ambiti).trim());
        if cell.is_empty() && ambito.is_empty() {
            continue;
        }
        // A year or a count is no name of an Ambito.
        let is_name = ambito.chars().any(char::is_alphabetic) || names.ambito(ambito).is_some();
        if !is_name {
            return Err(no_columns());
        }
        let Some(comune) = names.comune(cell) else {
            let (file, cell) = (file.to_owned(), cell.to_owned());
            return Err(WhatIfFault::Row { file, row: table.number(row), cell });
        };
        let to = names.ambito(ambito).unwrap_or_else(|| own(&mut what_if, ambito, territories));
        if groups[comune].as_ref().is_some_and(|known| *known != to) {
            let (file, cell) = (file.to_owned(), cell.to_owned());
            return Err(WhatIfFault::Twice { file, row: table.number(row), cell });
        }
        groups[comune] = Some(to);
    }
    for (comune, to) in comuni.iter().zip(groups) {
        if let Some(to) = to.filter(|to| *to != comune.ambito.0) {
            what_if.moves.push(Move { what: comune.code.clone(), to });
        }
    }
    Ok(what_if)
}
