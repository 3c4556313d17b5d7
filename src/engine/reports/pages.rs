//! The pages of a report before it is written: those of the PDF itself, as pictures.

use std::sync::Arc;

use crate::engine::action::Action;
use crate::engine::background::{Control, Task, spawn};
use crate::engine::dialog::DialogAction;
use crate::export::Picture;
use crate::i18n::{Lang, texts};
use crate::io::Bundle;
use crate::report::build::{self, Cache};
use crate::report::pdf::{self, Preview};

use super::form::ReportPages;
use super::format::Unmade;
use super::write::ReportJob;

/// How wide a page is, in pixels: enough to read it.
const WIDTH: u16 = 640;
/// More pages are not shown: a report on all Ambiti has many alike.
pub const MOST_PAGES: usize = 30;

/// Makes the pages of the first report of a job; nothing if it was called off.
pub fn report_pages(
    job: &ReportJob,
    bundle: &Bundle,
    lang: Lang,
    goes_on: &dyn Fn() -> bool,
) -> Option<Result<Vec<Picture>, String>> {
    let order = job.orders.first()?;
    let report = build::build(&job.template, &order.request, bundle.sources(), &Cache::default());
    let written = match pdf::write(&report) {
        Ok(written) => written,
        Err(error) => return Some(Err(Unmade::Pdf(error).text(lang))),
    };
    let failed = || Some(Err(lang.text(texts::CAUSE_PDF).to_owned()));
    let Some(preview) = Preview::of(written.bytes) else { return failed() };
    let mut pages = Vec::new();
    for page in 0..preview.pages().min(MOST_PAGES) {
        if !goes_on() {
            return None;
        }
        let Some(picture) = preview.page(page, WIDTH) else { return failed() };
        pages.push(picture);
    }
    Some(Ok(pages))
}

/// Makes them off the window's thread.
pub fn spawn_pages(
    job: ReportJob,
    lang: Lang,
    bundle: Arc<Bundle>,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<Action> {
    let done = |pages| Action::Dialog(DialogAction::ReportPages(pages));
    let work = move |control: &Control<'_, Action>| {
        let pages = report_pages(&job, &bundle, lang, &|| !control.is_cancelled());
        done(pages.map(|made| made.map(|pages| ReportPages(Arc::new(pages)))))
    };
    spawn("report-pages", work, move |why| done(Some(Err(texts::many_broken(lang, why.cause(lang))))), wake)
}
