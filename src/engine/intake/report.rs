//! What has come of work for an import.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::io::import::{Checked, Part, Preview};
use crate::io::recipe::Recipe;
use crate::io::source::SourceError;

use super::entry::Draft;

/// Which import work is done for, until that is given up.
#[derive(Clone, Debug, Default)]
pub struct Ticket(Arc<AtomicBool>);

impl PartialEq for Ticket {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Ticket {
    /// Nobody waits for the work any longer.
    pub fn give_up(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether nobody waits for it.
    pub(super) fn is_given_up(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What came of it.
#[derive(Debug)]
pub struct IntakeReport {
    /// The import it was done for.
    pub of: Ticket,
    pub outcome: Outcome,
}

/// What came of work for an import.
#[derive(Debug)]
pub enum Outcome {
    /// The files of the folders and the files themselves.
    Listed(Vec<PathBuf>),
    /// A file was read.
    Read(ReadReport),
    /// Tables have become imports, or why not.
    Drafted {
        /// The number of the request.
        asked: u64,
        /// What each entry would become.
        drafts: Vec<(u64, Draft)>,
        /// Ids of indicators whose variables have no date in common.
        dateless: Vec<String>,
    },
    /// Folders could not be listed, or tables not made imports: why, in words.
    Broken {
        /// The number of the request for drafts; none of folders.
        asked: Option<u64>,
        why: String,
    },
}

/// A file that was read.
#[derive(Debug)]
pub struct ReadReport {
    pub entry: u64,
    /// The number of the request.
    pub asked: u64,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its tables, with the recipe that each was read by.
    pub tables: Vec<(Arc<Checked>, Option<Recipe>)>,
    /// Tables without a territory, which the user may name.
    pub unread: Vec<(Part, Preview)>,
    /// Why it cannot be read.
    pub refusal: Option<Arc<SourceError>>,
}
