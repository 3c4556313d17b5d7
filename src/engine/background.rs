//! Work off the window's thread. No other code starts a thread, so that nothing is ever left waiting for one.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvError, Sender, TryRecvError, channel};
#[cfg(feature = "gui")]
use std::sync::{Mutex, PoisonError};
use std::{io, thread};

use crate::i18n::{Lang, texts};

/// A report on a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report<T> {
    /// How much is done, out of how much.
    Progress(usize, usize),
    /// It has ended; no further report follows.
    Ended(T),
}

/// Why a task ended without doing its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    Panicked,
    /// The system could not start a thread.
    NotStarted,
}

impl Broken {
    /// The cause, phrased to follow the words on what was not done.
    pub fn cause(self, lang: Lang) -> &'static str {
        lang.text(match self {
            Self::Panicked => texts::CAUSE_PANICKED,
            Self::NotStarted => texts::CAUSE_THREAD,
        })
    }
}

/// A running task, held by whoever waits for it.
#[derive(Debug)]
pub struct Task<T> {
    reports: Receiver<Report<T>>,
    is_cancelled: Arc<AtomicBool>,
}

/// The task as its own work sees it.
pub struct Control<'a, T> {
    reports: &'a Sender<Report<T>>,
    is_cancelled: &'a AtomicBool,
    wake: &'a dyn Fn(),
}

impl<T> Control<'_, T> {
    /// Whether the rest of the work is no longer wanted.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// Reports progress.
    pub fn progress(&self, done: usize, of: usize) {
        // A closed window reads no reports, but its files are still wanted.
        let _ = self.reports.send(Report::Progress(done, of));
        (self.wake)();
    }
}

impl<T> Task<T> {
    /// The next report, if there is one.
    pub fn poll(&self) -> Option<Report<T>> {
        self.reports.try_recv().ok()
    }

    /// Asks the work to stop; it then ends with whatever it reports for that case.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// The result of the task in `slot` if it has ended, which also empties the slot.
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
    /// When the last report was already taken.
    pub fn next(&self) -> Result<Report<T>, RecvError> {
        self.reports.recv()
    }

    /// Waits for the end.
    ///
    /// # Errors
    /// When the final report was already taken.
    pub fn wait(&self) -> Result<T, RecvError> {
        loop {
            if let Report::Ended(end) = self.next()? {
                return Ok(end);
            }
        }
    }
}

/// Runs `work` on its own thread. Exactly one final report always arrives: the result of the work, or that of
/// `broken` if it panics or gets no thread. `wake` is called whenever a report is waiting.
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
        // What it holds, such as the right to write a file, is released before the end is reported.
        drop(own_broken);
        // If the window has closed, nobody is waiting.
        let _ = own_sender.send(Report::Ended(end));
        own_wake();
    };
    #[expect(clippy::disallowed_methods, reason = "the one place that starts threads")]
    let started = match fault {
        Some(Fault::NoThread) => Err(io::Error::from(io::ErrorKind::WouldBlock)),
        _ => thread::Builder::new().name(name.to_owned()).spawn(run).map(drop),
    };
    if started.is_err() {
        // It waits in the channel until the caller has the receiver.
        let _ = sender.send(Report::Ended(broken(Broken::NotStarted)));
        wake();
    }
    Task { reports, is_cancelled }
}

/// Does `work` on every item, on several threads if it is much, and returns when all of it is done. Only for what a frame
/// cannot be shown without and takes a few milliseconds: the window waits for it.
#[cfg(feature = "gui")]
pub(crate) fn share<T: Send>(items: Vec<T>, is_much: bool, work: impl Fn(T) + Sync) {
    /// More would only wait for each other.
    const MOST: usize = 4;
    let threads = match is_much {
        true => thread::available_parallelism().map_or(1, usize::from).min(MOST).min(items.len()),
        false => 1,
    };
    let items = Mutex::new(items.into_iter());
    let next = || items.lock().unwrap_or_else(PoisonError::into_inner).next();
    let all = || {
        while let Some(item) = next() {
            work(item);
        }
    };
    #[expect(clippy::disallowed_methods, reason = "the one place that starts threads")]
    thread::scope(|scope| {
        for _ in 1..threads {
            // What no thread can be had for is done by this one.
            let _ = thread::Builder::new().name("share".to_owned()).spawn_scoped(scope, all);
        }
        all();
    });
}

/// A simulated failure of a task.
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

/// Makes every task started from this thread fail until it is reset. Neither failure can be provoked from outside,
/// and the window must cope with both.
#[doc(hidden)]
pub fn set_fault(fault: Option<Fault>) {
    FAULT.set(fault);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "gui")]
    #[test]
    fn shared_work_is_done_once_for_each_item() {
        for is_much in [false, true] {
            let done = Mutex::new(Vec::new());
            share((0..100).collect(), is_much, |item: u32| done.lock().expect("sound").push(item));
            let mut done = done.into_inner().expect("sound");
            done.sort_unstable();
            assert_eq!(done, (0..100).collect::<Vec<_>>());
        }
        share(Vec::new(), true, |_: u32| unreachable!("there is nothing to do"));
    }
}
