//! A document of ours that somebody edited, brought up to date. Only what is in our content controls changes, and there only
//! what nobody has edited: pieces of the text are replaced, and whatever is between them stays byte by byte.
//!
//! A sentence is renewed as a whole while nobody has changed it, because its words depend on its numbers; of an edited
//! one only the numbers are. Cells are renewed one by one as long as the table has the same rows, so that its looks stay.

mod change;
mod edited;
mod found;
mod fragment;
mod mark;
mod picture;
mod splice;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};

use roxmltree::Node;
use serde_json::Value;
use zip::{ZipArchive, ZipWriter};

use crate::export::ExportError;
use crate::i18n::{Lang, texts as t};

use super::block::Report;
use super::docx::kept::{Kept, Kind, Printed, text_digest};
use super::docx::{self, Made, package};
pub use super::opened::OpenError;
use super::opened::{self, Opened, parse, words};

pub use change::{Change, What};
use edited::numbers;
use found::{Control, controls, is_tracked, labels};
use fragment::Dialect;
use mark::mark;
use picture::{Added, Outcome};
use splice::{Splices, inside};

/// A document of ours, ready to be renewed.
#[derive(Debug)]
pub struct Document {
    opened: Opened,
    bytes: Vec<u8>,
    kept: Kept,
    /// The name of the part it is kept in.
    part: String,
}

/// A renewed document.
#[derive(Debug)]
pub struct Refreshed {
    pub bytes: Vec<u8>,
    pub changes: Vec<Change>,
    /// Nothing of it was renewed: the bytes are those that were given.
    pub is_same: bool,
}

/// What becomes of numbers of ours that somebody altered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edited {
    /// They stay, and are listed with what the data say.
    #[default]
    Keep,
    /// They are what the data say again.
    Renew,
}

/// Why a document is not renewed.
#[derive(Debug)]
pub enum RefreshError {
    Open(OpenError),
    /// Not made by this program, or saved without what it keeps.
    NotOurs,
    /// Made by a later version of this program.
    Later,
    /// It has controls of ours whose changes wait to be accepted or rejected: under these headings.
    Tracked(Vec<String>),
    /// It was saved in a way in which nothing can be replaced safely.
    Unknown,
    /// A new figure cannot be drawn.
    Export(ExportError),
}

impl RefreshError {
    /// What is wrong, and what to do.
    pub fn text(&self, lang: Lang, file: &str, drawn: impl Fn(&ExportError) -> String) -> String {
        match self {
            Self::Open(error) => error.text(lang, file),
            Self::NotOurs => t::refresh_not_ours(lang, file),
            Self::Later => t::refresh_later(lang, file),
            Self::Tracked(places) => t::refresh_tracked(lang, file, places.join("; ")),
            Self::Unknown => t::refresh_unknown(lang, file),
            Self::Export(error) => drawn(error),
        }
    }
}

impl Document {
    /// Opens a document of ours.
    ///
    /// # Errors
    /// See [`RefreshError`]; whatever can be found without new data is found here.
    pub fn open(file: &str, bytes: &[u8]) -> Result<Self, RefreshError> {
        let opened = opened::open(file, bytes).map_err(RefreshError::Open)?;
        let (part, kept) = opened
            .parts
            .keys()
            .filter(|name| name.starts_with("customXml/") && name.ends_with(".xml"))
            .find_map(|name| Some((name.clone(), Kept::read(opened.text(name).ok()?)?)))
            .ok_or(RefreshError::NotOurs)?;
        let kept = kept.map_err(|_| RefreshError::Later)?;
        let document = Self { opened, bytes: bytes.to_vec(), kept, part };
        document.with_controls(|controls, _| {
            if controls.is_empty() {
                return Err(RefreshError::NotOurs);
            }
            let mut places: Vec<String> = controls
                .iter()
                .filter(|control| is_tracked(control.content))
                .map(|control| control.place.clone())
                .collect();
            places.dedup();
            if places.is_empty() { Ok(()) } else { Err(RefreshError::Tracked(places)) }
        })??;
        Ok(document)
    }

    /// What the report was made from.
    pub fn request(&self) -> &Value {
        &self.kept.request
    }

    fn with_controls<T>(
        &self,
        with: impl FnOnce(&[Control<'_, '_>], Node<'_, '_>) -> T,
    ) -> Result<T, RefreshError> {
        let text = self.opened.text(&self.opened.main).map_err(RefreshError::Open)?;
        let damaged = || RefreshError::Open(OpenError::Damaged(self.opened.main.clone()));
        let document = parse(text).ok_or_else(damaged)?;
        let found = controls(document.root_element(), &words::styles(&self.opened));
        Ok(with(&found, document.root_element()))
    }

    /// The document with what the report says now.
    ///
    /// # Errors
    /// A figure that cannot be drawn, or a text in which nothing can be replaced safely.
    pub fn refresh(&self, report: &Report, edited: Edited) -> Result<Refreshed, RefreshError> {
        let text = self.opened.text(&self.opened.main).map_err(RefreshError::Open)?;
        // Positions are those of the text without its mark of byte order.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let unchanged = text;
        let renewed = self.with_controls(|old, root| {
            let dialect = Dialect::of(root, &self.opened).ok_or(RefreshError::Unknown)?;
            let made = docx::made(report, &self.kept.request, &labels(root)).map_err(RefreshError::Export)?;
            let document = parse(&made.document).ok_or(RefreshError::Unknown)?;
            let styles = BTreeMap::new();
            let new = controls(document.root_element(), &styles);
            let mut renewal = Renewal {
                dialect,
                kept: &self.kept,
                opened: &self.opened,
                made: &made,
                old,
                edited,
                new: new.iter().map(|control| (control.tag.as_str(), control)).collect(),
                printed: self.kept.printed.clone(),
                splices: Splices::default(),
                added: Added::default(),
                changes: Vec::new(),
            };
            let mut position = 0;
            while position < old.len() {
                position = renewal.control(position);
            }
            renewal.new_ones(&new);
            renewal.lists(root);
            let Renewal { printed, splices, added, changes, .. } = renewal;
            Ok(((!splices.is_empty()).then(|| splices.apply(text)), printed, added, changes))
        })?;
        let (text, printed, added, changes) = renewed?;
        // A copy that says the same would only be one more file to look through.
        if text.is_none() && changes.iter().all(|change| change.what != What::New) {
            return Ok(Refreshed { bytes: self.bytes.clone(), changes, is_same: true });
        }
        let text = text.unwrap_or_else(|| unchanged.to_owned());
        let (mut parts, gone) = added.parts(&self.opened, &text);
        if parse(&text).is_none() {
            return Err(RefreshError::Unknown);
        }
        parts.insert(self.opened.main.clone(), text.into_bytes());
        let kept = Kept { request: self.kept.request.clone(), printed };
        parts.insert(self.part.clone(), kept.write().into_bytes());
        let bytes = packed(&self.bytes, parts, &gone)
            .map_err(|_| RefreshError::Open(OpenError::Damaged(self.opened.main.clone())))?;
        Ok(Refreshed { bytes, changes, is_same: false })
    }
}

/// The archive with some parts replaced, added or gone; all others are copied as they are.
fn packed(
    bytes: &[u8],
    mut parts: BTreeMap<String, Vec<u8>>,
    gone: &[String],
) -> zip::result::ZipResult<Vec<u8>> {
    let mut old = ZipArchive::new(Cursor::new(bytes))?;
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..old.len() {
        let entry = old.by_index_raw(i)?;
        let name = entry.name()?.into_owned();
        if gone.contains(&name) {
            continue;
        }
        match parts.remove(&name) {
            None => new.raw_copy_file(entry)?,
            Some(contents) => {
                new.start_file(name, package::options())?;
                new.write_all(&contents)?;
            }
        }
    }
    for (name, contents) in parts {
        new.start_file(name, package::options())?;
        new.write_all(&contents)?;
    }
    Ok(new.finish()?.into_inner())
}

/// Whether two values are of the same indicator and place.
fn is_of_same(a: &Printed, b: &Printed) -> bool {
    let of =
        |printed: &Printed, name: &str| printed.origin.as_ref().and_then(|origin| origin.get(name).cloned());
    ["indicator", "territory", "what"].iter().all(|name| of(a, name) == of(b, name))
}

/// A renewal under way.
struct Renewal<'a> {
    dialect: Dialect,
    kept: &'a Kept,
    opened: &'a Opened,
    made: &'a Made,
    old: &'a [Control<'a, 'a>],
    edited: Edited,
    new: BTreeMap<&'a str, &'a Control<'a, 'a>>,
    /// What is printed from now on.
    printed: BTreeMap<String, Printed>,
    splices: Splices,
    added: Added,
    changes: Vec<Change>,
}

impl<'a> Renewal<'a> {
    /// Renews a control, and returns the position of the next one that is to be looked at.
    fn control(&mut self, position: usize) -> usize {
        let control = &self.old[position];
        let after = self.end_of(position);
        let Some(printed) = self.kept.printed.get(&control.tag) else {
            // Ours, but not of this document: pasted from another.
            return position + 1;
        };
        if printed.kind == Kind::Field {
            return after;
        }
        let (Some(new), Some(now)) =
            (self.new.get(control.tag.as_str()), self.made.kept.printed.get(&control.tag))
        else {
            let old = words::seen(control.content).trim().to_owned();
            let old =
                if matches!(printed.kind, Kind::Table | Kind::Figure) { self.named(printed) } else { old };
            self.tell(What::NoData, position, printed, old, String::new());
            if !matches!(printed.kind, Kind::Table | Kind::Figure) {
                mark(control.content, &mut self.splices);
            }
            return after;
        };
        match printed.kind {
            Kind::Sentence => self.sentence(position, printed, now, new),
            Kind::Table => self.table(position, printed, now, new),
            Kind::Value => {
                self.value(position, printed, now, true);
                after
            }
            Kind::Line => {
                self.line(position, printed, now, new);
                after
            }
            Kind::Figure => {
                self.figure(position, printed, now, new);
                after
            }
            Kind::Field => after,
        }
    }

    /// The position after a control and all those inside it.
    fn end_of(&self, position: usize) -> usize {
        let range = self.old[position].content.range();
        let inside = |control: &Control<'_, '_>| control.content.range().end <= range.end;
        position + 1 + self.old[position + 1..].iter().take_while(|control| inside(control)).count()
    }

    fn tell(&mut self, what: What, position: usize, printed: &Printed, old: String, new: String) {
        let Control { place, row, .. } = self.old[position].clone();
        self.changes.push(Change { what, kind: printed.kind, id: printed.id.clone(), place, row, old, new });
    }

    /// A table or figure by its caption.
    fn named(&self, printed: &Printed) -> String {
        let id = format!("{}/caption", printed.id);
        let tag = docx::kept::tag(Kind::Line, &id);
        let caption = self.old.iter().find(|control| control.tag == tag);
        caption.map_or_else(String::new, |control| words::seen(control.content).trim().to_owned())
    }

    fn keep(&mut self, tag: &str) {
        if let Some(now) = self.made.kept.printed.get(tag) {
            self.printed.insert(tag.to_owned(), now.clone());
        }
    }

    /// Puts the new contents of a control in place of the old.
    fn replace(&mut self, position: usize, new: &Control<'_, '_>) {
        let (Some(old), Some(fresh)) = (inside(self.old[position].content), inside(new.content)) else {
            return;
        };
        self.splices.put(old, self.dialect.translated(&self.made.document, fresh));
        let old: BTreeSet<String> =
            self.old[position..self.end_of(position)].iter().map(|control| control.tag.clone()).collect();
        for tag in old {
            self.keep(&tag);
        }
        let range = new.content.range();
        let fresh: Vec<&str> = self
            .new
            .iter()
            .filter(|(_, control)| range.contains(&control.content.range().start))
            .map(|(tag, _)| *tag)
            .collect();
        for tag in fresh {
            self.keep(tag);
        }
    }

    fn sentence(
        &mut self,
        position: usize,
        printed: &Printed,
        now: &Printed,
        new: &Control<'_, '_>,
    ) -> usize {
        let control = &self.old[position];
        let after = self.end_of(position);
        let (old_text, new_text) =
            (words::seen(control.content).trim().to_owned(), words::seen(new.content).trim().to_owned());
        let is_edited = text_digest(&words::compared(control.content)) != printed.digest;
        if !is_edited {
            if printed.digest == now.digest {
                self.keep(&control.tag.clone());
                return after;
            }
            if words::skeleton(control.content) == words::skeleton(new.content) {
                // The same words: whatever looks somebody gave them stay.
                for inner in position + 1..after {
                    let value = self.old[inner].clone();
                    if let Some(now) = self.made.kept.printed.get(&value.tag) {
                        self.splices.retext(value.content, now.text.as_deref().unwrap_or_default());
                        self.keep(&value.tag);
                    }
                }
                self.keep(&control.tag.clone());
            } else {
                self.replace(position, new);
            }
            self.tell(What::Renewed, position, printed, old_text, new_text);
            return after;
        }
        let told = self.changes.len();
        for inner in position + 1..after {
            let tag = self.old[inner].tag.clone();
            let known = (self.kept.printed.get(&tag), self.made.kept.printed.get(&tag));
            if let (Some(printed), Some(now)) = known
                && printed.kind == Kind::Value
            {
                self.value(inner, printed, now, true);
            }
        }
        // The sentence is told as one, and besides it each number that somebody altered.
        let of_values = self.changes.split_off(told);
        let is_renewed = of_values.iter().any(|change| change.what == What::Renewed);
        let altered: Vec<Change> = of_values.into_iter().filter(|change| change.what.is_left()).collect();
        if is_renewed {
            self.tell(What::NumbersRenewed, position, printed, old_text, new_text);
        } else if printed.digest != now.digest {
            self.tell(What::LeftEdited, position, printed, old_text, new_text);
        } else if altered.is_empty() && numbers(&old_text) != numbers(&new_text) {
            // A number was typed outside its control, or deleted with it.
            self.tell(What::Altered, position, printed, old_text, new_text);
        }
        self.changes.extend(altered);
        after
    }

    /// Renews a value by itself. `is_alone` says that words around it stay, which may name what it is of: then it must be of
    /// the same, or another place's number would stand beside the name of this one.
    fn value(&mut self, position: usize, printed: &Printed, now: &Printed, is_alone: bool) {
        let control = self.old[position].clone();
        let old = words::seen(control.content).trim().to_owned();
        let new = now.text.clone().unwrap_or_default();
        let is_edited = text_digest(&old) != printed.digest;
        if !is_edited && printed.digest == now.digest {
            self.keep(&control.tag);
        } else if is_edited && text_digest(&old) == now.digest {
            // By hand it says already what the data say now.
            self.keep(&control.tag);
        } else if is_edited && self.edited == Edited::Keep {
            let what = if printed.digest == now.digest { What::Altered } else { What::LeftEdited };
            self.tell(what, position, printed, old, new);
        } else if is_alone && !is_of_same(printed, now) {
            self.tell(What::OtherSubject, position, printed, old, new);
        } else if self.splices.retext(control.content, &new) {
            self.keep(&control.tag);
            self.tell(What::Renewed, position, printed, old, new);
        }
    }

    fn line(&mut self, position: usize, printed: &Printed, now: &Printed, new: &Control<'_, '_>) {
        let control = self.old[position].clone();
        let old = words::seen(control.content).trim().to_owned();
        let text = words::seen(new.content).trim().to_owned();
        let is_edited = text_digest(&old) != printed.digest;
        if printed.digest == now.digest {
            if is_edited && numbers(&old) != numbers(&text) {
                self.tell(What::Altered, position, printed, old, text);
            }
        } else if is_edited {
            self.tell(What::LeftEdited, position, printed, old, text);
        } else if self.splices.retext(control.content, &text) {
            self.keep(&control.tag);
            self.tell(What::Renewed, position, printed, old, text);
        }
    }

    fn table(&mut self, position: usize, printed: &Printed, now: &Printed, new: &Control<'_, '_>) -> usize {
        let control = self.old[position].clone();
        let after = self.end_of(position);
        let is_edited = text_digest(&words::compared(control.content)) != printed.digest;
        if printed.digest == now.digest {
            if is_edited {
                self.altered_cells(position, printed, new);
            }
            return after;
        }
        let is_alike = words::skeleton(control.content) == words::skeleton(new.content);
        let has_fields = self.old[position + 1..after].iter().any(|inner| {
            self.kept.printed.get(&inner.tag).is_some_and(|printed| printed.kind == Kind::Field)
        });
        let name = self.named(printed);
        if !is_edited && !is_alike && !has_fields {
            self.replace(position, new);
            self.tell(What::Renewed, position, printed, name, String::new());
            return after;
        }
        for inner in position + 1..after {
            let tag = self.old[inner].tag.clone();
            match (self.kept.printed.get(&tag), self.made.kept.printed.get(&tag)) {
                (Some(printed), Some(now)) if printed.kind == Kind::Value => {
                    self.value(inner, printed, now, !is_alike);
                }
                (Some(printed), None) if printed.kind == Kind::Value => {
                    let old = words::seen(self.old[inner].content).trim().to_owned();
                    mark(self.old[inner].content, &mut self.splices);
                    self.tell(What::NoData, inner, printed, old, String::new());
                }
                _ => {}
            }
        }
        if !is_edited && is_alike {
            for name in ["tblCaption", "tblDescription"] {
                let [old, new] = [control.content, new.content]
                    .map(|content| content.descendants().find(|node| opened::is(*node, name)));
                if let (Some(old), Some(text)) = (old, new.and_then(|new| opened::attribute(new, "val"))) {
                    self.splices.revalue(old, "val", text);
                }
            }
            self.keep(&control.tag);
        } else {
            self.tell(What::NumbersRenewed, position, printed, name, String::new());
        }
        after
    }

    /// The numbers that somebody altered in a table whose data are what they were.
    fn altered_cells(&mut self, position: usize, printed: &Printed, new: &Control<'_, '_>) {
        let told = self.changes.len();
        for inner in position + 1..self.end_of(position) {
            let tag = self.old[inner].tag.clone();
            let known = (self.kept.printed.get(&tag), self.made.kept.printed.get(&tag));
            if let (Some(printed), Some(now)) = known
                && printed.kind == Kind::Value
            {
                self.value(inner, printed, now, false);
            }
        }
        let [old, now] = [self.old[position].content, new.content].map(words::seen);
        if self.changes.len() == told && numbers(&old) != numbers(&now) {
            let name = self.named(printed);
            self.tell(What::Altered, position, printed, name, String::new());
        }
    }

    fn figure(&mut self, position: usize, printed: &Printed, now: &Printed, new: &Control<'_, '_>) {
        let control = self.old[position].clone();
        let name = self.named(printed);
        let parts = (self.opened, &self.made.media);
        let goals = (&mut self.splices, &mut self.added);
        match picture::renew(control.content, new.content, &printed.digest, parts, goals) {
            Outcome::Same => return,
            Outcome::NotOurs if printed.digest == now.digest => return,
            Outcome::NotOurs => {
                self.tell(What::LeftEdited, position, printed, name, String::new());
                return;
            }
            Outcome::Replaced => {}
        }
        let digest = printed.origin.as_ref().and_then(|origin| origin.get("alt_text")?.as_str());
        let is_printed = |text: &str| digest == Some(text_digest(text).as_str());
        picture::describe(control.content, new.content, is_printed, &mut self.splices);
        self.keep(&control.tag);
        self.tell(What::Renewed, position, printed, name, String::new());
    }

    /// What the report has now and did not have when the document was made. What somebody deleted is not told again, and
    /// what is told is told once.
    fn new_ones(&mut self, new: &[Control<'_, '_>]) {
        for control in new.iter().filter(|control| control.within.is_none()) {
            let Some(printed) = self.made.kept.printed.get(&control.tag) else { continue };
            let is_known = self.kept.printed.contains_key(&control.tag)
                || self.old.iter().any(|old| old.tag == control.tag);
            if is_known || matches!(printed.kind, Kind::Line | Kind::Field) {
                continue;
            }
            let text = match printed.kind {
                Kind::Table | Kind::Figure => {
                    let tag = docx::kept::tag(Kind::Line, &format!("{}/caption", printed.id));
                    self.new.get(tag.as_str()).map_or_else(String::new, |line| words::seen(line.content))
                }
                _ => words::seen(control.content).trim().to_owned(),
            };
            self.printed.insert(control.tag.clone(), printed.clone());
            self.changes.push(Change {
                what: What::New,
                kind: printed.kind,
                id: printed.id.clone(),
                place: String::new(),
                row: None,
                old: String::new(),
                new: text,
            });
        }
    }

    /// The entries of the lists of figures and tables: fields that only Word would renew, when somebody asks it to.
    fn lists(&mut self, root: Node<'_, '_>) {
        let renewed: Vec<(String, String)> = self
            .changes
            .iter()
            .filter(|change| {
                change.what == What::Renewed && change.kind == Kind::Line && change.id.ends_with("/caption")
            })
            .map(|change| (change.old.clone(), change.new.clone()))
            .collect();
        let links = root.descendants().filter(|node| opened::is(*node, "hyperlink"));
        for link in
            links.filter(|link| opened::attribute(*link, "anchor").is_some_and(|to| to.starts_with("_Toc")))
        {
            for text in link.descendants().filter(|node| opened::is(*node, "t")) {
                let said = text.text().unwrap_or_default();
                let found =
                    renewed.iter().find_map(|(old, new)| Some((said.strip_suffix(old.as_str())?, new)));
                if let Some((start, new)) = found {
                    let new = format!("{start}{new}");
                    self.splices.retext(text, &new);
                }
            }
        }
    }
}
