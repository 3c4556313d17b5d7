//! Panics of crates that read files: they are caught and reported as a damaged file, without printing a trace.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

thread_local! {
    /// Whether a panic of this thread is being caught.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Runs work that may panic.
///
/// # Errors
/// The work panicked.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> std::thread::Result<T> {
    let before = IS_CAUGHT.replace(true);
    let end = catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(before);
    end
}

/// Installs a hook so that caught panics print no trace; panics of polars' threads are caught where their results are
/// read.
pub fn install() {
    let usual = take_hook();
    set_hook(Box::new(move |panic| {
        let is_of_polars = std::thread::current().name().is_some_and(|name| name.starts_with("polars-"));
        if !IS_CAUGHT.get() && !is_of_polars {
            usual(panic);
        }
    }));
}
