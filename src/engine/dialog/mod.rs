//! The dialogs over the window: where a number comes from, the card of an indicator, how far the data reach, the hypothesis about
//! the Ambiti.

mod document;
mod path;
mod types;

use std::sync::Arc;

use crate::base::Date;
use crate::data::Reference;
use crate::document::{MapKind, MapSpec};
use crate::export::sheet;
use crate::i18n::{Lang, texts};
use crate::io::Bundle;

use crate::engine::action::Action;
use crate::engine::analysis;
use crate::engine::background::{Broken, Control, Report, Task, spawn};
use crate::engine::coverage;
use crate::engine::effect::Effect;
use crate::engine::files::FileJob;
use crate::engine::guide;
use crate::engine::indicator::set_indicator;
use crate::engine::indicator_card::{IndicatorCard, View};
use crate::engine::map;
use crate::engine::question::Question;
use crate::engine::reports::{ReportFileEnd, ReportForm, asked};
use crate::engine::standard::{Asking, printed_standards};
use crate::engine::state::{Notice, State};
use crate::engine::whence::{Answer, Asked, Source, find};

pub(super) use path::answered;
pub use types::{
    Dialog, DialogAction, DocumentForm, Help, Reach, StandardForm, TypedPath, WhatIfForm, Whence,
};

/// Carries out an action on the dialog.
pub(in crate::engine) fn apply(state: &mut State, action: DialogAction) -> Vec<Effect> {
    match action {
        DialogAction::Whence => state.dialog = Some(Dialog::Whence(Whence::default())),
        DialogAction::Card(id) => {
            let card = card(state, &id);
            state.dialog = card.map(|card| Dialog::Card(Box::new(card))).or(state.dialog.take());
        }
        DialogAction::Reach => {
            let (atlas, lang) = (&state.bundle.atlas, state.settings.lang);
            let (themes, topics) = (coverage::themes(atlas, lang), coverage::topics(atlas, lang));
            state.dialog = Some(Dialog::Reach(Box::new(Reach { themes, topics, shows_topics: false })));
        }
        DialogAction::ShowTopics(shows) => {
            if let Some(Dialog::Reach(reach)) = &mut state.dialog {
                reach.shows_topics = shows;
            }
        }
        DialogAction::WhatIf(what) => state.dialog = Some(Dialog::WhatIf(WhatIfForm { what, to: None })),
        DialogAction::FillIn(form) => state.dialog = Some(Dialog::WhatIf(form)),
        DialogAction::Standard => {
            let printed = printed_standards().first().map(|standard| standard.id.clone());
            state.dialog = Some(Dialog::Standard(StandardForm { printed, ..StandardForm::default() }));
        }
        DialogAction::Analysis => state.dialog = Some(Dialog::Analysis(Box::new(analysis::open(state)))),
        DialogAction::FillAnalysis(form) => state.dialog = Some(Dialog::Analysis(form)),
        DialogAction::RunAnalysis
        | DialogAction::CancelAnalysis
        | DialogAction::AnalysisReported(_)
        | DialogAction::ShowAnalysis
        | DialogAction::KeepAnalysis
        | DialogAction::ComposeAnalysis => return analyse(state, action).into_iter().collect(),
        DialogAction::Reports => state.dialog = Some(Dialog::Reports(Box::new(asked::open(state)))),
        DialogAction::FillReports(form) => state.dialog = Some(Dialog::Reports(form)),
        DialogAction::AskReports
        | DialogAction::WriteReports(..)
        | DialogAction::ReportsReported(_)
        | DialogAction::PreviewReport
        | DialogAction::ReportPages(_)
        | DialogAction::AskReportFile(_)
        | DialogAction::ReportFile(_)
        | DialogAction::ReportFileDone(_) => {
            return reports(state, action).into_iter().collect();
        }
        DialogAction::CancelReports => return vec![Effect::CancelReports],
        DialogAction::Document(path) => {
            state.dialog = Some(Dialog::Document(DocumentForm { path, ..DocumentForm::default() }));
        }
        DialogAction::FillDocument(form) => state.dialog = Some(Dialog::Document(form)),
        DialogAction::WorkOnDocument(work) => return document::work(state, work).into_iter().collect(),
        DialogAction::DocumentDone(path, end) => document::done(state, path, end),
        DialogAction::Fill(form) => state.dialog = Some(Dialog::Standard(form)),
        DialogAction::CopyNeeds => return copy_needs(state).into_iter().collect(),
        DialogAction::Close => state.dialog = None,
        DialogAction::Palette => state.dialog = Some(Dialog::Palette),
        DialogAction::Help(topic) => {
            let guide = guide::guide(state.settings.lang);
            let at = topic.map_or_else(|| guide.readable(0), |topic| guide.section_on(topic));
            state.dialog = Some(Dialog::Help(Help { typed: String::new(), at }));
        }
        DialogAction::ReadHelp(help) => {
            let at = guide::guide(state.settings.lang).readable(help.at);
            state.dialog = Some(Dialog::Help(Help { at, ..help }));
        }
        DialogAction::Home => state.dialog = Some(Dialog::Home),
        DialogAction::Settings => state.dialog = Some(Dialog::Settings),
        DialogAction::AskReplace(question, path) => path::ask_to_replace(state, question, &path),
        DialogAction::AskPath(question) => path::ask(state, question),
        DialogAction::TypePath(typed) => {
            if let Some(Dialog::Path(asked)) = &mut state.dialog {
                (asked.typed, asked.refusal) = (typed, None);
            }
        }
        DialogAction::Show(answer) => show(state, answer),
        action => {
            let lang = state.settings.lang;
            let Some(Dialog::Whence(whence)) = &mut state.dialog else { return Vec::new() };
            return search(whence, action, lang).into_iter().collect();
        }
    }
    Vec::new()
}

/// Answers the question of the analysis, follows the work, and uses the answer.
fn analyse(state: &mut State, action: DialogAction) -> Option<Effect> {
    // The form is taken out while the state is read.
    let Some(Dialog::Analysis(mut form)) = state.dialog.take_if(|open| matches!(open, Dialog::Analysis(_)))
    else {
        return None;
    };
    let mut effect = None;
    match action {
        DialogAction::RunAnalysis => effect = analysis::run(state, &mut form),
        DialogAction::CancelAnalysis => {
            form.running = None;
            form.number += 1;
            effect = Some(Effect::CancelAnalysis);
        }
        DialogAction::AnalysisReported(Report::Progress(done, of)) if form.running.is_some() => {
            form.running = Some((done, of));
        }
        DialogAction::AnalysisReported(Report::Ended(end)) if end.number == form.number => {
            form.running = None;
            match end.answer {
                Some(Ok(answer)) => form.answer = Some(answer),
                Some(Err(why)) => form.told = Some(why),
                None => {}
            }
        }
        DialogAction::ShowAnalysis | DialogAction::KeepAnalysis | DialogAction::ComposeAnalysis => {
            if let Some(answer) = form.answer.clone() {
                match action {
                    DialogAction::ShowAnalysis => analysis::show(state, &answer),
                    DialogAction::KeepAnalysis => {
                        if let Some(result) = &answer.result {
                            analysis::keep(state, result);
                        }
                    }
                    _ => analysis::compose(state, &form, &answer),
                }
                return None;
            }
        }
        _ => {}
    }
    state.dialog = Some(Dialog::Analysis(form));
    effect
}

/// Asks for the folder of reports, starts writing them, and follows them.
fn reports(state: &mut State, action: DialogAction) -> Option<Effect> {
    let effect = match action {
        DialogAction::AskReports => {
            let Some(Dialog::Reports(form)) = &state.dialog else { return None };
            asked::ask(state, form)
        }
        DialogAction::WriteReports(form, folder) => {
            let effect = asked::write(state, &form, folder);
            let running = effect.is_ok().then_some((0, 1));
            state.dialog = Some(Dialog::Reports(Box::new(ReportForm { running, told: None, ..*form })));
            effect
        }
        DialogAction::ReportsReported(report) => {
            let lang = state.settings.lang;
            let form = match &mut state.dialog {
                Some(Dialog::Reports(form)) => Some(&mut **form),
                _ => None,
            };
            let notice = asked::follow(form, report, lang);
            state.notice = notice.or(state.notice.take());
            return None;
        }
        DialogAction::PreviewReport => {
            let Some(Dialog::Reports(form)) = &state.dialog else { return None };
            let effect = asked::preview(state, form);
            if let Some(Dialog::Reports(form)) = &mut state.dialog {
                (form.is_previewing, form.told) = (effect.is_ok(), None);
            }
            effect
        }
        DialogAction::ReportPages(pages) => {
            let Some(Dialog::Reports(form)) = &mut state.dialog else { return None };
            // Choices that changed meanwhile have other pages.
            let is_wanted = std::mem::take(&mut form.is_previewing);
            match pages.filter(|_| is_wanted) {
                Some(Ok(pages)) => form.pages = Some(pages),
                Some(Err(why)) => form.told = Some(Err(why)),
                None => {}
            }
            return None;
        }
        DialogAction::AskReportFile(what) => {
            let Some(Dialog::Reports(form)) = &state.dialog else { return None };
            Ok(Effect::Ask(Question::ReportFile(what, form.clone())))
        }
        DialogAction::ReportFile(job) => {
            state.dialog = Some(Dialog::Reports(job.form.clone()));
            Ok(Effect::File(FileJob::Report(job)))
        }
        DialogAction::ReportFileDone(end) => {
            let lang = state.settings.lang;
            let Some(Dialog::Reports(form)) = &mut state.dialog else { return None };
            match *end {
                Ok(ReportFileEnd::Template(own)) => **form = (**form).clone().of_own(*own, lang),
                Ok(ReportFileEnd::Logo(logo)) => {
                    (form.logo, form.pages, form.told) = (Some(logo), None, None)
                }
                Ok(ReportFileEnd::Saved(told)) => form.told = Some(Ok(told)),
                Err(why) => form.told = Some(Err(why)),
            }
            return None;
        }
        _ => return None,
    };
    match effect {
        Ok(effect) => Some(effect),
        Err(why) => {
            if let Some(Dialog::Reports(form)) = &mut state.dialog {
                form.told = Some(Err(why));
            }
            None
        }
    }
}

fn search(whence: &mut Whence, action: DialogAction, lang: Lang) -> Option<Effect> {
    match action {
        DialogAction::Type(typed, near) => {
            if whence.typed != typed {
                whence.refusal = None;
            }
            (whence.typed, whence.near) = (typed, near);
        }
        DialogAction::Search => match Asked::read(&whence.typed, &whence.near, lang) {
            Ok(asked) => {
                (whence.refusal, whence.searching) = (None, Some(asked.clone()));
                return Some(Effect::Find(Box::new(asked)));
            }
            Err(refusal) => (whence.refusal, whence.found) = (Some(refusal.text(lang)), None),
        },
        // The answer to an earlier question is ignored.
        DialogAction::Found(asked, found) if whence.searching.as_ref() == Some(&asked) => {
            whence.searching = None;
            match found {
                Ok(found) => whence.found = Some(found),
                Err(why) => whence.refusal = Some(why),
            }
        }
        _ => {}
    }
    None
}

/// The card of an indicator, with the numbers of the selected territory.
fn card(state: &State, id: &str) -> Option<IndicatorCard> {
    let map = &state.document.map;
    let view = View { territory: map.selected.last().cloned(), date: Some(map.date), method: map.method };
    IndicatorCard::new(id, &view, &state.bundle.atlas, state.settings.lang)
}

/// The needs as text to paste into a spreadsheet.
fn copy_needs(state: &mut State) -> Option<Effect> {
    let Some(Dialog::Standard(form)) = &state.dialog else { return None };
    let asked = Asking::new(state, form)?;
    let (atlas, lang) = (&state.bundle.atlas, state.settings.lang);
    let book = asked.comparison.workbook(&asked.needs, atlas, Some(asked.date), lang);
    let text = sheet::clipboard(book.sheets.first()?, book.decimal_comma);
    let copied = lang.text(texts::STANDARD_COPIED).to_owned();
    state.notice = Some(Notice::info(copied));
    Some(Effect::Copy(text))
}

/// Shows a match in its view: the map, or the published table below it.
fn show(state: &mut State, answer: usize) {
    let Some(Dialog::Whence(Whence { found: Some(found), .. })) = &state.dialog else { return };
    let Some(answer) = found.answers.get(answer).cloned() else { return };
    match target(&answer) {
        Some(Target::Published(id)) => set_indicator(state, id),
        Some(Target::Computed(id, date)) => {
            let mut asked = MapSpec { indicator: id, date, ..state.document.map.clone() };
            if let Some((level, code)) = answer.unit {
                (asked.level, asked.selected) = (level, vec![code]);
            }
            asked.method = answer.method.unwrap_or(asked.method);
            if let Some(from) = answer.from.and_then(Reference::date) {
                asked.set_kind(MapKind::since(from));
            }
            state.document.published = None;
            map::show(state, &asked);
        }
        None => return,
    }
    state.dialog = None;
}

/// The part of the window that shows an answer.
enum Target {
    Computed(String, Date),
    Published(String),
}

fn target(answer: &Answer) -> Option<Target> {
    match &answer.source {
        Source::Indicator(id) => {
            Some(Target::Computed(id.clone(), answer.reference.and_then(Reference::date)?))
        }
        Source::Published(id)
        | Source::Cell { indicator: Some(id), .. }
        | Source::Note { indicator: id, is_published: true } => Some(Target::Published(id.clone())),
        Source::Variable(..)
        | Source::Cell { indicator: None, .. }
        | Source::Note { .. }
        | Source::Standard(_) => None,
    }
}

/// Whether the window has a view for an answer.
pub fn can_be_shown(answer: &Answer) -> bool {
    target(answer).is_some()
}

/// Looks for a number on another thread.
pub fn spawn_find(
    asked: Asked,
    bundle: Arc<Bundle>,
    lang: Lang,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<Action> {
    let again = asked.clone();
    let ended = |asked: Asked, found| Action::Dialog(DialogAction::Found(asked, found));
    let work = move |_: &Control<'_, Action>| {
        let found = find(&asked, &bundle, lang);
        ended(asked, Ok(Box::new(found)))
    };
    let broken = move |why: Broken| ended(again.clone(), Err(texts::whence_not_done(lang, why.cause(lang))));
    spawn("whence", work, broken, wake)
}
