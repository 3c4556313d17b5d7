//! The actions of the composer.

use std::path::PathBuf;

use crate::base::Level;
use crate::document::{
    Arrangement, Carried, DataIdentity, ElementKind, MapFrame, MapSpec, PageSpec, PageStyle, Place, Towards,
};
use crate::engine::background::Report;
use crate::engine::batch::BatchReport;
use crate::export::Format;
use crate::figure::check::Fix;
use crate::i18n::Lang;

/// A request about the kept figures or the page in the composer. Those about a page mean the one shown.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureAction {
    /// Put a view on a page of its own and open that in the composer.
    Compose(ElementKind),
    /// Put the map and this one beside it on a page, framed alike.
    ComposeTwo(Box<MapSpec>),
    /// Put the first chosen territory at a glance on a page, and open that in the composer.
    ComposeGlance,
    /// Open the figure with this id in the composer.
    Open(u64),
    /// Return to the map.
    Close,
    /// Return to the map and show there what the selected element shows.
    Explore,
    Rename(String),
    /// Duplicate a figure and open the copy.
    Duplicate(u64),
    /// Delete a kept figure.
    Remove(u64),
    /// Choose the part of the territory that a map on the page shows.
    SetFrame(Place, MapFrame),
    /// Select an element: actions on a single element mean this one.
    Select(Place),
    /// Add a view, as it is now, to the page.
    Add(ElementKind),
    /// Remove an element from the page.
    RemoveElement(Place),
    Shift(Place, Towards),
    /// Take an element to a side of another one.
    PutBeside(Place, Place, Towards),
    /// Divide the height of this row and the next one: the share of the first.
    DivideRows(usize, f64),
    /// Divide the width of this element and the next one in its row.
    DivideCells(Place, f64),
    /// Set the share of the height of an element's row, and the element's share of the width.
    SetShares(Place, [f64; 2]),
    /// Set the title of an element; `None` for the generated one.
    SetElementTitle(Place, Option<String>),
    /// Apply a standard arrangement; missing elements are added as views.
    Arrange(Arrangement),
    /// Change size, texts or appearance of the page.
    SetPage(Box<PageSpec>),
    /// Switch the language of the page.
    SetLang(Lang),
    /// Set the paragraph beside the figure; `None` for the generated one.
    SetReading(Option<String>),
    /// Apply a fix to an element of the page.
    Fix(Place, Fix),
    /// Save the style of the page under a name; a style with that name is replaced.
    SaveStyle(String),
    /// Apply the style with this name.
    UseStyle(String),
    RemoveStyle(String),
    /// Ask for a file and write the styles to it.
    ExportStylesAs,
    /// Write the styles to a file.
    ExportStyles(PathBuf),
    /// Ask for a file of styles.
    ImportStylesFrom,
    /// Read styles from a file.
    ImportStyles(PathBuf),
    StylesRead(Result<Vec<PageStyle>, String>),
    /// A small file was written.
    Written(PathBuf, Result<(), String>),
    /// Ask for a picture to use as logo.
    AskLogo,
    /// Read a logo from a file.
    ReadLogo(PathBuf),
    /// A logo was read, as [`PageSpec::logo`].
    LogoRead(Result<String, String>),
    /// Ask for the file of a figure.
    AskFigure,
    /// Open the figure that a file carries.
    Reopen(PathBuf),
    /// The file of a figure was read; these of its numbers have changed since.
    Reopened(PathBuf, Box<Result<Carried, String>>, Vec<DataIdentity>),
    /// Ask for a file and write the page to it.
    ExportAs,
    /// Write the page to a file.
    Export(PathBuf),
    /// Ask for a folder and write many figures to it.
    ExportManyTo(Many, Format),
    /// Write many figures to a folder.
    ExportMany(Many, Format, PathBuf),
    /// Progress or end of writing many figures.
    Progress(Report<BatchReport>),
    /// Stop writing many figures.
    CancelMany,
    /// The picture of the page was copied to the clipboard, or could not be.
    PictureCopied(Result<(), String>),
}

/// Which figures to write at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    Kept,
    /// The page shown, once for each Ambito.
    EachAmbito,
    /// The page of each territory of a level at a glance.
    GlanceOfEach(Level),
}
