//! Content controls: each holds something that depends on the data, and says by its tag what.

use std::collections::{BTreeMap, BTreeSet};

use crate::io::digest;

use super::kept::{Kind, Printed, tag};
use super::xml::Xml;

/// The controls written so far.
#[derive(Default)]
pub struct Controls {
    pub printed: BTreeMap<String, Printed>,
    /// Ids that are taken: Word asks for different ones.
    ids: BTreeSet<u32>,
}

impl Controls {
    /// Opens a control and its contents; two elements to close.
    ///
    /// The same thing printed twice has two controls, each with a tag of its own.
    pub fn open(&mut self, xml: &mut Xml, printed: Printed, name: Option<&str>) {
        let mut tag_of = tag(printed.kind, &printed.id);
        let mut again = 1;
        while self.printed.contains_key(&tag_of) {
            again += 1;
            tag_of = tag(printed.kind, &format!("{}#{again}", printed.id));
        }
        let is_field = printed.kind == Kind::Field;
        xml.open("w:sdt", &[]);
        xml.open("w:sdtPr", &[]);
        if let Some(name) = name {
            xml.set("w:alias", &cut(name));
        }
        xml.set("w:tag", &tag_of);
        xml.set("w:id", &self.id(&tag_of).to_string());
        if is_field {
            xml.empty("w:showingPlcHdr", &[]);
        } else {
            // No frames around the numbers of a text that is read and edited.
            xml.empty("w15:appearance", &[("w15:val", "hidden")]);
        }
        xml.close();
        xml.open("w:sdtContent", &[]);
        self.printed.insert(tag_of, printed);
    }

    /// A number for a control, the same each time the report is made.
    fn id(&mut self, tag: &str) -> u32 {
        let start = u32::from_str_radix(&digest(tag.as_bytes())[..8], 16).unwrap_or_default();
        // Positive, as a signed number of 32 bits.
        let mut id = (start & 0x7fff_ffff).max(1);
        while !self.ids.insert(id) {
            id = (id % 0x7fff_fffe) + 1;
        }
        id
    }
}

/// Word allows names of 64 characters.
fn cut(name: &str) -> String {
    if name.chars().count() <= 64 {
        return name.to_owned();
    }
    let start: String = name.chars().take(63).collect();
    format!("{start}…")
}
