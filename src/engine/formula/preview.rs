//! What the formula in the dialog becomes: lines, and a small map.

use std::ops::Range;
use std::sync::Arc;

use crate::base::Mm;
use crate::data::formula::all_names;
use crate::document::{LegendPlace, MapSpec, OwnIndicator, PageSpec, Shows};
use crate::engine::background::{Broken, Control, Task, spawn};
use crate::engine::state::State;
use crate::figure::registry;
use crate::i18n::Lang;
use crate::io::Bundle;
use crate::io::formulas::{NotMade, indicator};
use crate::scene::Scene;

use super::action::FormulaForm;
use super::change::own;
use super::told::lines;

/// The size of the map, in millimetres.
const MAP: (f64, f64) = (150.0, 92.0);
/// The most names that are proposed.
const MOST_NAMES: usize = 8;

/// What a formula becomes.
#[derive(Clone, Debug)]
pub struct Preview {
    pub lines: Vec<String>,
    pub map: Option<Scene>,
}

/// What a formula becomes on the data of the window.
///
/// # Errors
/// Why it becomes nothing, and where in the text, in characters.
pub fn preview(state: &State, form: &FormulaForm) -> Result<Preview, (String, Option<Range<usize>>)> {
    drawn(&own(state, form), &state.bundle, state.settings.lang)
}

/// The same off the window's thread, which never waits for a map.
pub fn preview_task(
    state: &State,
    form: &FormulaForm,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<Result<Preview, String>> {
    let (own, bundle, lang) = (own(state, form), Arc::clone(&state.bundle), state.settings.lang);
    let work = move |_: &Control<'_, _>| drawn(&own, &bundle, lang).map_err(|(text, _)| text);
    spawn("formula", work, move |why: Broken| Err(why.cause(lang).to_owned()), wake)
}

fn drawn(own: &OwnIndicator, bundle: &Bundle, lang: Lang) -> Result<Preview, (String, Option<Range<usize>>)> {
    let made = indicator(own, &bundle.atlas).map_err(|why| {
        let at = match &why {
            NotMade::Formula(error) => Some(error.at.clone()),
            NotMade::Dates(_) | NotMade::AllFixed => None,
        };
        (why.text(lang), at)
    })?;
    let (bundle, _) = bundle.with_own(std::slice::from_ref(own));
    let atlas = &bundle.atlas;
    let map = atlas.usual_date(&made).and_then(|date| {
        let mut map = MapSpec { lang, ..MapSpec::new(&made.id, date) };
        map.representation = map.usual_representation(atlas);
        map.level = atlas.known_together([made.id.as_str()]);
        let shows =
            Shows { heading: false, footer: false, scale_bar: false, north: false, ..Shows::default() };
        map.page = PageSpec {
            width: Mm(MAP.0),
            height: Mm(MAP.1),
            shows,
            legend: LegendPlace::Beside,
            ..PageSpec::default()
        };
        let mut drawn = registry::build(&map.into(), bundle.sources()).ok()?;
        Some(drawn.value.scene().clone())
    });
    Ok(Preview { lines: lines(&made, atlas, lang), map })
}

/// The names that could complete the word at the end of a text, and where that word begins, in bytes.
pub fn completions(state: &State, text: &str) -> (usize, Vec<String>) {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    let start = text
        .rfind(|c: char| !is_letter(c))
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let word = text[start..].to_lowercase();
    if word.chars().count() < 2 || word.starts_with(|c: char| c.is_ascii_digit()) {
        return (start, Vec::new());
    }
    let all = all_names(&state.bundle.atlas);
    let begins = all.iter().filter(|name| name.starts_with(&word));
    let holds = all.iter().filter(|name| !name.starts_with(&word) && name.contains(&word));
    let found: Vec<String> = begins.chain(holds).take(MOST_NAMES).map(|name| (*name).to_owned()).collect();
    // A name that is complete needs no proposal.
    if found.first().is_some_and(|name| *name == word) && found.len() == 1 {
        return (start, Vec::new());
    }
    (start, found)
}
