//! Adds tables to the project and shows on the map what is new.

use crate::base::Date;
use crate::data::{Atlas, Indicator, Kind, Term};
use crate::document::MapSpec;
use crate::engine::action::Framing;
use crate::engine::effect::Effect;
use crate::engine::indicator::set_indicator;
use crate::engine::map;
use crate::engine::project;
use crate::engine::state::{Notice, State};
use crate::i18n::{Lang, Thing, texts as t};
use crate::io::project::Import;

/// The most tables whose rows are listed one by one.
const MOST_NAMED: usize = 4;

/// Imports the tables that are ready into the project.
pub(super) fn take_in(state: &mut State) -> Vec<Effect> {
    let Some(intake) = &state.intake else { return Vec::new() };
    if intake.obstacle(state.settings.lang).is_some() {
        return Vec::new();
    }
    let imports: Vec<Import> =
        intake.coming().filter_map(|entry| entry.import().map(|import| Import::clone(import))).collect();
    state.intake = None;
    let text = arrived(&imports, state.settings.lang);
    project::take(state, imports.clone());
    show_imported(state, &imports);
    state.told_of_data = Some(Notice::info(text));
    state.notice.clone_from(&state.told_of_data);
    vec![Effect::Frame(Framing::Valued)]
}

/// Shows the first new indicator, related to a population if it was; else one with a new date, else one as published.
pub fn show_imported(state: &mut State, imports: &[Import]) {
    let latest = |import: &Import| import.origin.dates.iter().copied().max();
    let new = imports.iter().find_map(|import| {
        let first = import.indicators.first()?;
        // A count that was related to a population is shown so.
        let related = import.indicators.iter().find(|other| is_rate_of(other, first));
        Some((related.unwrap_or(first).clone(), latest(import)))
    });
    let touched = || {
        imports.iter().find_map(|import| {
            let indicator = touched(&state.bundle.atlas, &state.document.map.indicator, import)?;
            Some((indicator.clone(), latest(import)))
        })
    };
    if let Some((indicator, latest)) = new.or_else(touched) {
        return show(state, &indicator, latest);
    }
    let published = imports.iter().flat_map(Import::indicator_ids).next();
    if let Some(id) = published {
        set_indicator(state, id);
    }
}

/// Whether an indicator relates what the other one counts to a population.
fn is_rate_of(indicator: &Indicator, count: &Indicator) -> bool {
    count.kind == Kind::Count && indicator.kind != Kind::Count && indicator.numerator == count.numerator
}

/// One sentence on what was imported and from where.
fn arrived(imports: &[Import], lang: Lang) -> String {
    let one = |import: &Import| {
        let origin = &import.origin;
        let place = origin
            .sheet
            .as_ref()
            .map_or_else(|| origin.file.clone(), |sheet| t::place_sheet(lang, &origin.file, sheet));
        if origin.rows_taken == 0 {
            return t::intake_arrived_areas(lang, &place);
        }
        t::intake_arrived_one(lang, place, lang.count_of(origin.rows_taken, origin.rows_read, Thing::Row))
    };
    if imports.len() > MOST_NAMED {
        let names: Vec<&str> = imports.iter().map(|import| import.origin.file.as_str()).collect();
        return t::intake_arrived_many(lang, lang.count(imports.len(), Thing::Table), names.join(", "));
    }
    let all: Vec<String> = imports.iter().map(one).collect();
    t::intake_arrived(lang, all.join("; "))
}

/// An indicator of the program that counts a variable of the import, preferably the current one.
fn touched<'a>(atlas: &'a Atlas, shown: &str, import: &Import) -> Option<&'a Indicator> {
    let is_there = |name: &str| import.origin.variables.iter().any(|variable| variable.id == name);
    let counts = |indicator: &&Indicator| {
        let mut names = indicator.numerator.iter().flat_map(Term::variables).map(|(name, _)| name);
        names.any(is_there)
    };
    let shown = atlas.catalogue.get(shown).filter(counts);
    shown.or_else(|| atlas.catalogue.indicators().iter().find(counts))
}

/// Shows an indicator at the latest imported date, at the level of its values.
fn show(state: &mut State, indicator: &Indicator, latest: Option<Date>) {
    let mut asked = MapSpec { indicator: indicator.id.clone(), ..state.document.map.clone() };
    if let Some(latest) = latest {
        asked.date = latest;
    }
    asked.level = state.bundle.atlas.known_at(indicator);
    if indicator.kind == Kind::Count {
        asked.representation = asked.usual_representation(&state.bundle.atlas);
    }
    state.document.published = None;
    map::show(state, &asked);
}
