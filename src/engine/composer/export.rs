//! Writing pages to files: one, all kept ones, or one for each Ambito.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::Level;
use crate::document::{FigureSpec, KeptFigure};
use crate::engine::background::Report;
use crate::engine::batch::{BatchReport, BatchRequest};
use crate::engine::effect::Effect;
use crate::engine::export_job::ExportWork;
use crate::engine::failure::figure_error;
use crate::engine::question::Question;
use crate::engine::state::{Notice, State};
use crate::engine::writing::{refuse, start};
use crate::export::Format;
use crate::figure::FigureError;
use crate::figure::page::each::{PlacePage, each};
use crate::i18n::{self, texts};

use super::Many;

/// Asks where to write the page.
pub fn ask(state: &State) -> Option<Effect> {
    let stem = i18n::file_name(&[&state.document.composed()?.name]);
    Some(Effect::Ask(Question::SaveFigure(format!("{stem}.png"))))
}

pub fn page(state: &mut State, path: &Path) -> Option<Effect> {
    let spec = Box::new(state.document.composed()?.spec.clone());
    match Format::of_path(path) {
        Some(format) => start(state, path, ExportWork::Figure(spec, format)),
        None => refuse(state, texts::cli_bad_format(state.settings.lang, path.display())),
    }
}

/// Writes many figures, unless this is already going on.
pub fn many(state: &mut State, many: Many, format: Format, folder: PathBuf) -> Option<Effect> {
    if state.composer.progress.is_some() {
        return None;
    }
    let figures = match many {
        Many::Kept => {
            let named = |figure: &Arc<KeptFigure>| (i18n::file_name(&[&figure.name]), figure.spec.clone());
            state.document.figures.iter().map(named).collect()
        }
        Many::GlanceOfEach(level) => super::glance::of_each(state, level),
        Many::EachAmbito => match each_ambito(state)? {
            Ok(figures) => figures,
            Err(error) => {
                let text = figure_error(state.settings.lang, &error);
                state.notice = Some(Notice::error(text));
                return None;
            }
        },
    };
    let (names, specs): (Vec<String>, Vec<FigureSpec>) = figures.into_iter().unzip();
    let figures: Vec<(String, FigureSpec)> = i18n::own_names(names).into_iter().zip(specs).collect();
    state.composer.progress = Some((0, figures.len()));
    state.composer.folder.clone_from(&folder);
    let (dpi, lang) = (state.settings.dpi.0, state.settings.lang);
    Some(Effect::Batch(Box::new(BatchRequest { figures, folder, format, dpi, lang })))
}

fn each_ambito(state: &State) -> Option<Result<Vec<(String, FigureSpec)>, FigureError>> {
    let figure = state.document.composed()?;
    let pages = each(&figure.spec, Level::Ambiti, state.bundle.sources());
    let named = |page: PlacePage| (i18n::file_name(&[&figure.name, &page.name]), page.spec);
    Some(pages.map(|pages| pages.into_iter().map(named).collect()))
}

/// Records the progress of writing many figures.
pub fn progress(state: &mut State, report: Report<BatchReport>) {
    let lang = state.settings.lang;
    let count = |n: usize| i18n::number(lang, n as f64, 0);
    state.composer.progress = None;
    let end = match report {
        Report::Progress(done, of) => {
            state.composer.progress = Some((done, of));
            return;
        }
        Report::Ended(end) => end,
    };
    let notice = match end {
        BatchReport::Ended(written, Ok(())) => Ok(texts::many_written(lang, count(written))),
        BatchReport::Cancelled(written) => Ok(texts::many_cancelled(lang, count(written))),
        BatchReport::Ended(written, Err(why)) => Err(texts::many_failed(lang, &why, count(written))),
    };
    state.notice = Some(Notice::of_file(&state.composer.folder, notice));
}
