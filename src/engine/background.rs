//! Work away from the window's thread. No other code starts a thread, so that none can leave somebody waiting.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvError, Sender, TryRecvError, channel};
use std::{io, thread};

use crate::i18n::{Lang, texts};

/// What has come of a task so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report<T> {
    /// So much is done, of how much.
    Progress(usize, usize),
    /// It has ended; there is no further report.
    Ended(T),
}

/// Why a task ended without its work being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    Panicked,
    /// The system gave no thread.
    NotStarted,
}

impl Broken {
    /// The cause, as it follows what was not done.
    pub fn cause(self, lang: Lang) -> &'static str {
        lang.text(match self {
            Self::Panicked => texts::CAUSE_PANICKED,
            Self::NotStarted => texts::CAUSE_THREAD,
        })
    }
}

/// Work under way, held by whoever waits for it.
#[derive(Debug)]
pub struct Task<T> {
    reports: Receiver<Report<T>>,
    is_cancelled: Arc<AtomicBool>,
}

/// What the work itself sees of its task.
pub struct Control<'a, T> {
    reports: &'a Sender<Report<T>>,
    is_cancelled: &'a AtomicBool,
    wake: &'a dyn Fn(),
}

impl<T> Control<'_, T> {
    /// Whether nobody wants the rest of the work.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// Reports how far the work has come.
    pub fn progress(&self, done: usize, of: usize) {
        // A window that has closed reads no reports, but its files are still wanted.
        let _ = self.reports.send(Report::Progress(done, of));
        (self.wake)();
    }
}

impl<T> Task<T> {
    /// The next report, if one has come.
    pub fn poll(&self) -> Option<Report<T>> {
        self.reports.try_recv().ok()
    }

    /// Asks the work to stop; it ends with what it makes of that.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// What the task in `slot` ended with, if it has ended: the slot is empty then.
    pub fn take(slot: &mut Option<Self>) -> Option<T> {
        loop {
            match slot.as_ref()?.reports.try_recv() {
                Ok(Report::Progress(..)) => {}
                Ok(Report::Ended(end)) => {
                    *slot = None;
                    return Some(end);
                }
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => {
                    *slot = None;
                    return None;
                }
            }
        }
    }

    /// Waits for the next report.
    ///
    /// # Errors
    /// When the last one has been taken.
    pub fn next(&self) -> Result<Report<T>, RecvError> {
        self.reports.recv()
    }

    /// Waits for the end.
    ///
    /// # Errors
    /// When it has been taken already.
    pub fn wait(&self) -> Result<T, RecvError> {
        loop {
            if let Report::Ended(end) = self.next()? {
                return Ok(end);
            }
        }
    }
}

/// Does `work` on a thread of its own. Exactly one final report always comes: what the work returns, or what `broken` makes of
/// it where it panics or gets no thread. `wake` is called whenever a report waits.
pub fn spawn<T: Send + 'static>(
    name: &'static str,
    work: impl FnOnce(&Control<'_, T>) -> T + Send + 'static,
    broken: impl Fn(Broken) -> T + Send + Sync + 'static,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<T> {
    let fault = FAULT.get();
    let (sender, reports) = channel();
    let is_cancelled = Arc::new(AtomicBool::new(false));
    let (broken, wake) = (Arc::new(broken), Arc::new(wake));
    let (own_broken, own_wake) = (Arc::clone(&broken), Arc::clone(&wake));
    let (own_flag, own_sender) = (Arc::clone(&is_cancelled), sender.clone());
    let run = move || {
        let control = Control { reports: &own_sender, is_cancelled: &own_flag, wake: &*own_wake };
        let work = || {
            assert!(fault != Some(Fault::Panic), "asked for by a test");
            work(&control)
        };
        let end = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| own_broken(Broken::Panicked));
        // What it holds, such as the right to write a file, is given back before anybody hears of the end.
        drop(own_broken);
        // The window may have closed meanwhile: then nobody is waiting.
        let _ = own_sender.send(Report::Ended(end));
        own_wake();
    };
    let started = match fault {
        Some(Fault::NoThread) => Err(io::Error::from(io::ErrorKind::WouldBlock)),
        _ => thread::Builder::new().name(name.to_owned()).spawn(run).map(drop),
    };
    if started.is_err() {
        // It waits in the channel until the caller has the other end.
        let _ = sender.send(Report::Ended(broken(Broken::NotStarted)));
        wake();
    }
    Task { reports, is_cancelled }
}

/// What can befall a task.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Panic,
    /// It gets no thread.
    NoThread,
}

thread_local! {
    static FAULT: Cell<Option<Fault>> = const { Cell::new(None) };
}

/// Makes every task that is started from this thread fail, until it is told otherwise: neither fault can be brought about from
/// outside, and the window must stand both.
#[doc(hidden)]
pub fn set_fault(fault: Option<Fault>) {
    FAULT.set(fault);
}
