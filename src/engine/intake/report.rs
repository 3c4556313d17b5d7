//! The outcomes of import jobs.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::io::import::{Checked, Part, Preview};
use crate::io::recipe::Recipe;
use crate::io::source::SourceError;

use super::entry::Draft;

/// Ties a job to the import it is for, until that is cancelled.
#[derive(Clone, Debug, Default)]
pub struct Ticket(Arc<AtomicBool>);

impl PartialEq for Ticket {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Ticket {
    /// Declares that the work is no longer wanted.
    pub(crate) fn give_up(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_given_up(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The report of a job.
#[derive(Debug)]
pub struct IntakeReport {
    /// The import it was done for.
    pub of: Ticket,
    pub outcome: Outcome,
}

/// The outcome of an import job.
#[derive(Debug)]
pub enum Outcome {
    /// The files in the folders, and the files themselves.
    Listed(Vec<PathBuf>),
    /// A file was read.
    Read(ReadReport),
    /// Tables were turned into imports, or could not be.
    Drafted {
        /// The number of the request.
        asked: u64,
        /// What each entry would become.
        drafts: Vec<(u64, Draft)>,
        /// Ids of indicators whose variables have no date in common.
        dateless: Vec<String>,
    },
    /// The work broke off, with a message.
    Broken {
        /// The number of the request for drafts; `None` when listing folders.
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
    /// Its tables, each with the recipe it was read with.
    pub tables: Vec<(Arc<Checked>, Option<Recipe>)>,
    /// Tables in which no territory was found, so that the user may name one.
    pub unread: Vec<(Part, Preview)>,
    /// Why it cannot be read.
    pub refusal: Option<Arc<SourceError>>,
}
