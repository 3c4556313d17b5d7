//! What follows from the form: the reports to be written, and what is told of them.

use std::path::{Path, PathBuf};

use crate::base::Level;
use crate::engine::background::Report as TaskReport;
use crate::engine::effect::Effect;
use crate::engine::home;
use crate::engine::question::Question;
use crate::engine::state::{Notice, State};
use crate::i18n::{self, Lang, texts};
use crate::report::place::Place;
use crate::report::request::Request;
use crate::report::template::{About, Shipped};

use super::form::{ReportAbout, ReportForm};
use super::format::ReportFormat;
use super::job::ReportEnd;
use super::write::{ReportJob, ReportOrder};

/// The most territories compared in one report.
pub const MOST_PLACES: usize = 6;

/// The first words of the names of its files.
pub fn stem(kind: Shipped) -> i18n::Text {
    match kind {
        Shipped::Profile => texts::REPORT_STEM_PROFILE,
        Shipped::Yearly => texts::REPORT_STEM_YEARLY,
        Shipped::Chapter => texts::REPORT_STEM_CHAPTER,
    }
}

/// The form as it opens: the profile of the user's Ambito, or of what is selected.
pub(in crate::engine) fn open(state: &State) -> ReportForm {
    let about = match home::of(&state.bundle.atlas, &state.settings) {
        Some(_) => ReportAbout::Mine,
        None if state.document.map.selected.is_empty() => ReportAbout::Each,
        None => ReportAbout::Selected,
    };
    ReportForm::new(Shipped::Profile, about, state.settings.lang)
}

impl ReportForm {
    /// The reports to be written in a folder.
    ///
    /// # Errors
    /// What is still to be chosen, in words.
    pub(super) fn job(&self, state: &State, folder: PathBuf) -> Result<ReportJob, String> {
        let lang = state.settings.lang;
        let atlas = &state.bundle.atlas;
        let ids = self.chosen();
        if ids.is_empty() {
            return Err(lang.text(texts::REPORT_NO_SECTION).to_owned());
        }
        if self.formats.is_empty() {
            return Err(lang.text(texts::REPORT_NO_FORMAT).to_owned());
        }
        let template = self.template().with_sections(&ids);
        let template = template.map_err(|id| texts::cli_unknown_section(lang, id, ids.join(", ")))?;
        let places: Vec<Vec<Place>> = match (template.about, self.about) {
            (About::Ambiti, _) => vec![Vec::new()],
            (_, ReportAbout::Mine) => {
                let mine = home::of(atlas, &state.settings).and_then(|code| Place::of(code, atlas));
                vec![vec![mine.ok_or_else(|| lang.text(texts::REPORT_NO_HOME).to_owned())?]]
            }
            (_, ReportAbout::Selected) => {
                let selected = &state.document.map.selected;
                let places: Vec<Place> = selected.iter().filter_map(|code| Place::of(code, atlas)).collect();
                if places.is_empty() || places.len() > MOST_PLACES {
                    return Err(texts::report_select(lang, MOST_PLACES));
                }
                vec![places]
            }
            (_, ReportAbout::Each) => {
                let units = 0..atlas.territories.units(Level::Ambiti).len();
                units.map(|at| vec![Place::unit(Level::Ambiti, at, &atlas.territories)]).collect()
            }
        };
        Ok(ReportJob { orders: self.orders(places, &folder, lang), template })
    }

    fn orders(&self, places: Vec<Vec<Place>>, folder: &Path, lang: Lang) -> Vec<ReportOrder> {
        let stem = |places: &Vec<Place>| {
            let names: Vec<String> = places.iter().map(|place| place.alone(lang)).collect();
            i18n::file_name(&[lang.text(stem(self.kind)), &names.join(" ")])
        };
        let stems = i18n::own_names(places.iter().map(stem).collect());
        let logo = self.logo.as_ref().map(|logo| logo.bytes.to_vec());
        let office = Some(self.office.clone()).filter(|office| !office.trim().is_empty());
        let order = |(places, stem): (Vec<Place>, String)| {
            let path = |format: &ReportFormat| folder.join(format!("{stem}.{}", format.extension()));
            ReportOrder {
                request: Request { places, lang, office: office.clone(), logo: logo.clone() },
                files: self.formats.iter().map(|format| (path(format), *format)).collect(),
                figures: (self.kind == Shipped::Chapter).then(|| folder.join(format!("{stem}_figure"))),
            }
        };
        places.into_iter().zip(stems).map(order).collect()
    }
}

/// Asks for the folder, if the form is complete.
pub(in crate::engine) fn ask(state: &State, form: &ReportForm) -> Result<Effect, String> {
    form.job(state, PathBuf::new())?;
    Ok(Effect::Ask(Question::ReportFolder(Box::new(form.clone()))))
}

/// Starts writing in a folder.
pub(in crate::engine) fn write(state: &State, form: &ReportForm, folder: PathBuf) -> Result<Effect, String> {
    Ok(Effect::Reports(Box::new(form.job(state, folder)?)))
}

/// Starts making the pages of the first report.
pub(in crate::engine) fn preview(state: &State, form: &ReportForm) -> Result<Effect, String> {
    let mut job = form.job(state, PathBuf::new())?;
    job.orders.truncate(1);
    Ok(Effect::ReportPages(Box::new(job)))
}

/// What a report on the work changes in the form, and the notice where the form is closed.
pub(in crate::engine) fn follow(
    form: Option<&mut ReportForm>,
    report: TaskReport<ReportEnd>,
    lang: Lang,
) -> Option<Notice> {
    match (report, form) {
        (TaskReport::Progress(done, of), form) => {
            if let Some(form) = form {
                form.running = Some((done, of));
            }
            None
        }
        (TaskReport::Ended(end), form) => {
            let told = match (end.result, end.is_cancelled) {
                (Err(why), _) => Err(why),
                (Ok(()), true) => Ok(texts::reports_cancelled(lang, end.reports)),
                (Ok(()), false) => Ok(texts::reports_written(lang, end.reports, end.files.len())),
            };
            match form {
                Some(form) => {
                    (form.running, form.told) = (None, Some(told));
                    None
                }
                None => Some(Notice::of(told)),
            }
        }
    }
}
