//! The ranking as a figure: a page ready to be printed.

mod draw;
mod layout;
mod model;
mod on_screen;
mod words;

use crate::base::{Diagnostic, Severity, Warned};
use crate::data::Atlas;
use crate::document::RankingSpec;
use crate::i18n::{fill, texts};
use crate::scene::Scene;

use super::map_model::FigureError;
use super::page::{self, Page, Words};

pub use model::{Entry, MemberRange, Ranked, RankingModel, Unranked};
pub use on_screen::{OnScreen, Places, on_screen};
pub use words::subtitle;

/// How often the footer is written again until it tells the number of rows that fit above it.
const SETTLES: usize = 4;

/// A ranking laid out on its page, with the numbers it was drawn from.
#[derive(Clone, Debug)]
pub struct RankingFigure {
    /// The numbers.
    pub model: RankingModel,
    /// Which rows found room.
    pub entries: Vec<Entry>,
    /// The page.
    pub scene: Scene,
    /// Its words: those of the footer too, even where the page has no room of its own for them.
    pub words: Words,
}

/// Lays a ranking out on its page.
///
/// # Errors
/// See [`FigureError`].
pub fn build(spec: &RankingSpec, atlas: &Atlas) -> Result<Warned<RankingFigure>, FigureError> {
    page::check_size(&spec.page)?;
    let Warned { value: model, mut diagnostics } = RankingModel::new(spec, atlas)?;
    let indicator = atlas.caption(&spec.indicator)?;
    let lang = spec.lang;
    let words_with = |shown: Option<String>| {
        let mut subtitle = words::subtitle(spec, &model, indicator);
        // The footer of a page of several would not say of which.
        let (beside, below) = if spec.page.part.is_some() { (shown, None) } else { (None, shown) };
        beside.into_iter().for_each(|shown| subtitle = format!("{subtitle}. {shown}"));
        let footer = words::footer(spec, &model, indicator, below, atlas);
        Words::new(&spec.page, lang, lang.pick(indicator.name).to_owned(), subtitle, footer)
    };
    // How many rows fit decides what the footer says, and the footer how many fit.
    let mut note = None;
    let mut around = words_with(None);
    let mut page = Page::new(&spec.page, &around);
    let mut frame = draw::Frame::new(spec, &model, indicator, &page, None).ok_or(FigureError::NoRoom)?;
    for _ in 0..SETTLES {
        let told = words::shown(spec, &model, &frame.shown);
        if told == note {
            break;
        }
        note = told;
        around = words_with(note.clone());
        page = Page::new(&spec.page, &around);
        frame = draw::Frame::new(spec, &model, indicator, &page, None).ok_or(FigureError::NoRoom)?;
    }
    if frame.shown.left_out > 0 {
        let message = fill(lang.text(texts::RANKING_CHOSEN_LEFT), &[&frame.shown.left_out.to_string()]);
        diagnostics.push(Diagnostic { severity: Severity::Warning, code: "chosen_left_out", message });
    }
    if spec.top.is_none()
        && let Some(message) = words::shown(spec, &model, &frame.shown)
    {
        diagnostics.push(Diagnostic { severity: Severity::Note, code: "rows_left_out", message });
    }
    let description = words::alternative(spec, &model, indicator);
    let scene = around.scene(&spec.page, lang, description, frame.nodes(&page));
    let entries = frame.shown.entries.clone();
    Ok(Warned { value: RankingFigure { model, entries, scene, words: around }, diagnostics })
}
