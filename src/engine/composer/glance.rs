//! The page of a place at a glance, as a kept figure.

use crate::base::Level;
use crate::document::{FigureSpec, SvgText};
use crate::engine::state::State;
use crate::figure::glance::page;
use crate::i18n::{self, texts};

/// Opens the page of the first chosen territory, or of the ATS; one that is kept already is shown as it is.
pub fn compose(state: &mut State) {
    let (atlas, lang) = (&state.bundle.atlas, state.settings.lang);
    let ats = || atlas.territories.units(Level::Ats).first().map(|ats| &ats.code);
    let Some(code) = state.document.map.selected.first().or_else(ats) else { return };
    let Some(mut spec) = page::page(code, atlas, lang) else { return };
    // Word does not have our typeface.
    spec.page.svg_text = SvgText::Outlines;
    let name = spec.page.title.clone().unwrap_or_default();
    match state.document.figures.iter().find(|figure| figure.spec == spec).map(|figure| figure.id) {
        Some(id) => state.show_figure(Some(id)),
        None => state.keep(&name, spec, None),
    }
}

/// The pages of all territories of a level, with names for their files.
pub fn of_each(state: &State, level: Level) -> Vec<(String, FigureSpec)> {
    let lang = state.settings.lang;
    let prefix = if level == Level::Comuni { texts::GLANCE_MAYOR_FILE } else { texts::GLANCE_FILE };
    let pages = page::each(level, &state.bundle.atlas, lang).into_iter();
    pages.map(|(_, name, spec)| (i18n::file_name(&[lang.text(prefix), &name]), spec)).collect()
}
