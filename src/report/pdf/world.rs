//! What typst sees while it sets a report: our typeface, the source of the pages, and the files of the report in memory.
//!
//! **Architecture Invariant:** nothing else exists for it: no disk, no network, no package, no clock.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::scene::text;

/// How the pages are set.
const SOURCE: &str = include_str!("../../../assets/reports/report.typ");

/// What is the same for all reports.
struct Shared {
    terms: LazyHash<Library>,
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    source: Source,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> =
        text::font_files().into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    let path = VirtualPath::new("report.typ").expect("a plain name is a path");
    let main = RootedPath::new(VirtualRoot::Project, path).intern();
    // Header cells of rows are an addition for accessibility.
    let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect());
    Shared {
        terms: LazyHash::new(library.build()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        source: Source::new(main, SOURCE.to_owned()),
    }
});

/// The files of one report, by name.
pub struct Files(BTreeMap<String, Bytes>);

impl Files {
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self(files.into_iter().map(|(name, bytes)| (name, Bytes::new(bytes))).collect())
    }
}

impl World for Files {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.terms
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        SHARED.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(SHARED.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id.root() {
            VirtualRoot::Package(_) => Err(FileError::AccessDenied),
            VirtualRoot::Project => {
                self.0.get(id.vpath().get_without_slash()).cloned().ok_or(FileError::AccessDenied)
            }
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
