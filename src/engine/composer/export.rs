//! Pages to files: one, every one kept, or one for each of the Ambiti.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::base::Level;
use crate::document::FigureSpec;
use crate::engine::action::Effect;
use crate::engine::batch::{BatchReport, BatchRequest};
use crate::engine::export_job::ExportWork;
use crate::engine::question::Question;
use crate::engine::state::{Notice, State};
use crate::engine::update::{refuse, start};
use crate::export::Format;
use crate::i18n::{self, fill, texts};

use super::Many;

/// The longest name of a file: with its folders it must stay below what Windows allows for all of it.
const LONGEST: usize = 80;
/// Names that Windows keeps for its devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name for a file, good on every system; `figura` where nothing is left of it.
pub fn file_stem(name: &str) -> String {
    let mut stem = i18n::file_name(name);
    stem.truncate(LONGEST);
    let is_port = stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
    match stem.as_str() {
        "" => "figura".to_owned(),
        device if is_port || DEVICES.contains(&device) => format!("figura_{device}"),
        _ => stem,
    }
}

/// Asks where to write the page.
pub fn ask(state: &State) -> Option<Effect> {
    let stem = file_stem(&state.composer.kept()?.name);
    Some(Effect::Ask(Question::SaveFigure(format!("{stem}.png"))))
}

/// Writes the page.
pub fn page(state: &mut State, path: &Path) -> Option<Effect> {
    let spec = Box::new(state.composer.kept()?.spec.clone());
    match Format::of_path(path) {
        Some(format) => start(state, path, ExportWork::Figure(spec, format)),
        None => refuse(state, path, texts::CLI_BAD_FORMAT),
    }
}

/// Writes many figures, unless some are being written.
pub fn many(state: &mut State, many: Many, format: Format, folder: PathBuf) -> Option<Effect> {
    if state.composer.progress.is_some() {
        return None;
    }
    let figures = match many {
        Many::Kept => {
            state.composer.figures.iter().map(|kept| (kept.name.clone(), kept.spec.clone())).collect()
        }
        Many::EachAmbito => each_ambito(state)?,
    };
    let figures = with_file_names(figures);
    state.composer.progress = Some((0, figures.len()));
    let (dpi, lang) = (state.settings.dpi.0, state.settings.lang);
    Some(Effect::Batch(Box::new(BatchRequest { figures, folder, format, dpi, lang })))
}

fn each_ambito(state: &State) -> Option<Vec<(String, FigureSpec)>> {
    let kept = state.composer.kept()?;
    let units = state.bundle.atlas.territories.units(Level::Ambiti).iter();
    Some(units.map(|unit| (format!("{} {}", kept.name, unit.name), kept.spec.about(&unit.code))).collect())
}

/// Names become names of files, no two alike.
fn with_file_names(figures: Vec<(String, FigureSpec)>) -> Vec<(String, FigureSpec)> {
    let mut taken = HashSet::new();
    let free = |name: String| {
        let stem = file_stem(&name);
        let numbered = (2..).map(|n| format!("{stem}_{n}"));
        let mut names = std::iter::once(stem.clone()).chain(numbered);
        names.find(|name| taken.insert(name.clone())).unwrap_or(stem)
    };
    let (names, specs): (Vec<String>, Vec<FigureSpec>) = figures.into_iter().unzip();
    names.into_iter().map(free).zip(specs).collect()
}

/// How far many figures have come.
pub fn progress(state: &mut State, report: BatchReport) {
    let lang = state.settings.lang;
    let count = |n: usize| i18n::number(lang, n as f64, 0);
    state.composer.progress = None;
    let notice = match report {
        BatchReport::Done(done, of) => {
            state.composer.progress = Some((done, of));
            return;
        }
        BatchReport::Ended(written, Ok(())) => Ok(fill(lang.text(texts::MANY_WRITTEN), &[&count(written)])),
        BatchReport::Cancelled(written) => Ok(fill(lang.text(texts::MANY_CANCELLED), &[&count(written)])),
        BatchReport::Ended(written, Err(why)) => {
            Err(fill(lang.text(texts::MANY_FAILED), &[&why, &count(written)]))
        }
    };
    state.notice = Some(Notice::of(notice));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_safe_on_windows() {
        for (name, stem) in [
            ("Età: media / 2023?", "eta_media_2023"),
            ("CON", "figura_con"),
            ("Com1", "figura_com1"),
            ("???", "figura"),
            ("", "figura"),
        ] {
            assert_eq!(file_stem(name), stem);
        }
        assert_eq!(file_stem(&"lungo ".repeat(40)).len(), LONGEST);
    }
}
