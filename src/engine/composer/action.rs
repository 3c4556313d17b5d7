//! What may be asked of the composer.

use std::path::PathBuf;

use crate::document::{Arrangement, Carried, DataIdentity, ElementKind, PageSpec, PageStyle, Place, Towards};
use crate::engine::background::Report;
use crate::engine::batch::BatchReport;
use crate::export::Format;
use crate::figure::check::Fix;
use crate::i18n::Lang;

/// A request about the figures kept and the page that is composed. Those about a page mean the one in sight.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureAction {
    /// Put a view on a page of its own, and compose that.
    Compose(ElementKind),
    /// Compose the figure of that id.
    Open(u64),
    /// Go back to the map.
    Close,
    /// Go back to the map, and show there what the marked element shows.
    Explore,
    /// Give the figure another name.
    Rename(String),
    /// Keep the same figure twice, and compose the second.
    Duplicate(u64),
    /// Keep a figure no more.
    Remove(u64),
    /// Mark an element: what concerns one means that.
    Select(Place),
    /// Add a view, as it is now, to the page.
    Add(ElementKind),
    /// Take an element off the page.
    RemoveElement(Place),
    Shift(Place, Towards),
    /// Give an element's row another share of the height, and the element another of the width.
    SetShares(Place, [f64; 2]),
    /// Give an element a title of its own; none for the one made from what it shows.
    SetElementTitle(Place, Option<String>),
    /// Put the elements in a usual order; views are added where it is made for more than there are.
    Arrange(Arrangement),
    /// Change size, texts or looks of the page.
    SetPage(Box<PageSpec>),
    /// Write the page in another language.
    SetLang(Lang),
    /// Type the paragraph beside the figure; none for the one made from the numbers.
    SetReading(Option<String>),
    /// Mend an element of the page.
    Fix(Place, Fix),
    /// Keep the looks of the page under a name; a style of that name is replaced.
    SaveStyle(String),
    /// Give the page the looks of that name.
    UseStyle(String),
    RemoveStyle(String),
    /// Ask for a file, and write the styles to it.
    ExportStylesAs,
    /// Write the styles to a file.
    ExportStyles(PathBuf),
    /// Ask for a file with styles.
    ImportStylesFrom,
    /// Read styles from a file.
    ImportStyles(PathBuf),
    StylesRead(Result<Vec<PageStyle>, String>),
    /// A small file was written.
    Written(PathBuf, Result<(), String>),
    /// Ask for the picture of a logo.
    AskLogo,
    /// Read a logo from a file.
    ReadLogo(PathBuf),
    /// A logo was read, as [`PageSpec::logo`].
    LogoRead(Result<String, String>),
    /// Ask for the file of a figure.
    AskFigure,
    /// Open the figure that a file carries.
    Reopen(PathBuf),
    /// A figure's file was read, and these of its numbers are no longer what they were.
    Reopened(PathBuf, Box<Result<Carried, String>>, Vec<DataIdentity>),
    /// Ask where to, and write the page.
    ExportAs,
    /// Write the page to a file.
    Export(PathBuf),
    /// Ask for a folder, and write many figures to it.
    ExportManyTo(Many, Format),
    /// Write many figures to a folder.
    ExportMany(Many, Format, PathBuf),
    /// Writing many figures goes on, or has ended.
    Progress(Report<BatchReport>),
    /// Write no more figures.
    CancelMany,
    /// Say that the picture of the page is on the clipboard, or why it is not.
    PictureCopied(Result<(), String>),
}

/// Several figures at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    Kept,
    /// The page in sight, once for each of the Ambiti.
    EachAmbito,
}
