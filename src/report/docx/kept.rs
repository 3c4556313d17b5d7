//! What a document keeps of how it was made, in a part of its own: the request, and for each content control what was
//! printed in it and from what. By it a document that was edited by hand is brought up to date.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::io::digest;

use super::super::block::Origin;
use super::xml::Xml;

/// The namespace of the part, by which it is found whatever its name is by then.
pub const NAMESPACE: &str = "urn:atlante-sociale:report";
/// The version of its contents.
const VERSION: u32 = 1;
/// What a tag of ours begins with.
pub const PREFIX: &str = "atl.";
/// What stands for a cross-reference where texts are compared: its number may change by itself.
pub const REFERENCE: char = '\u{fffc}';
/// What stands between the texts of cells where tables are compared.
pub const BETWEEN_CELLS: char = '\u{1f}';
/// Word refuses longer tags.
const LONGEST_TAG: usize = 64;

/// What a content control holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Sentence,
    Value,
    /// A line of text that depends on the data: a caption, a line of the cover.
    Line,
    Table,
    Figure,
    /// What the office writes.
    Field,
}

impl Kind {
    fn letter(self) -> char {
        match self {
            Self::Sentence => 's',
            Self::Value => 'v',
            Self::Line => 'l',
            Self::Table => 't',
            Self::Figure => 'f',
            Self::Field => 'w',
        }
    }
}

/// What was printed in a control.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Printed {
    pub kind: Kind,
    /// Its id in the report.
    pub id: String,
    /// Of its text, see [`text_digest`]; of a picture, of its bytes.
    pub digest: String,
    /// The text of a value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Where a value comes from, or what a figure was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Value>,
}

/// What a document keeps.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// What the report was made from, as given by its maker.
    pub request: Value,
    /// What was printed, by the tag of its control.
    pub printed: BTreeMap<String, Printed>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    request: Value,
    printed: BTreeMap<String, Printed>,
}

impl Kept {
    /// The part.
    pub fn write(&self) -> String {
        let stored =
            json!({ "version": VERSION, "request": self.request, "printed": self.printed }).to_string();
        let mut xml = Xml::document();
        xml.text_in("atlante", &[("xmlns", NAMESPACE)], &stored);
        xml.end()
    }

    /// What a part says, if it is one of ours; the number of a later version.
    pub fn read(part: &str) -> Option<Result<Self, u32>> {
        let xml = roxmltree::Document::parse(part).ok()?;
        let root = xml.root_element();
        if root.tag_name().namespace() != Some(NAMESPACE) {
            return None;
        }
        let text: String = root.children().filter_map(|node| node.text()).collect();
        let value: Value = serde_json::from_str(&text).ok()?;
        let version = value.get("version").and_then(Value::as_u64)?;
        if version > u64::from(VERSION) {
            return Some(Err(u32::try_from(version).unwrap_or(u32::MAX)));
        }
        let stored: Stored = serde_json::from_value(value).ok()?;
        Some(Ok(Self { request: stored.request, printed: stored.printed }))
    }
}

/// The tag of a control. A long one ends in its digest.
pub fn tag(kind: Kind, id: &str) -> String {
    let whole = format!("{PREFIX}{}.{id}", kind.letter());
    if whole.len() <= LONGEST_TAG {
        return whole;
    }
    let end = &digest(whole.as_bytes())[..12];
    format!("{}~{end}", &whole[..whole.floor_char_boundary(LONGEST_TAG - end.len() - 1)])
}

/// The digest of a text, whatever white space a word processor makes of its spaces.
pub fn text_digest(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    short_digest(words.join(" ").as_bytes())
}

/// Enough digits to tell what was changed from what was not.
pub fn short_digest(bytes: &[u8]) -> String {
    digest(bytes)[..24].to_owned()
}

/// The origin as kept; nothing if nothing is known.
pub fn origin(origin: &Origin) -> Option<Value> {
    let mut kept = serde_json::Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            kept.insert(name.to_owned(), value);
        }
    };
    put("indicator", origin.indicator.as_ref().map(|id| json!(id)));
    put("territory", origin.territory.as_ref().map(|code| json!(code)));
    put("reference", origin.reference.map(|date| json!(date)));
    put("since", origin.since.map(|date| json!(date)));
    put("method", origin.method.map(|method| json!(method.id())));
    put("exact", origin.exact.map(|exact| json!(exact)));
    put("what", origin.what.map(|what| json!(what)));
    (!kept.is_empty()).then_some(Value::Object(kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_back_and_tags_stay_short() {
        let printed = Printed {
            kind: Kind::Value,
            id: "a/1".to_owned(),
            digest: text_digest("1.234 "),
            text: Some("1.234".to_owned()),
            origin: None,
        };
        let kept = Kept {
            request: json!({ "territory": "A & <b>" }),
            printed: BTreeMap::from([("atl.v.a/1".to_owned(), printed)]),
        };
        let read = Kept::read(&kept.write()).expect("ours").expect("of this version");
        assert_eq!((&read.request, &read.printed), (&kept.request, &kept.printed));
        assert!(Kept::read("<a/>").is_none() && Kept::read("no").is_none());
        let later = kept.write().replace("\"version\":1", "\"version\":9");
        assert_eq!(Kept::read(&later).map(|read| read.err()), Some(Some(9)));
        let long = tag(Kind::Sentence, &"è/".repeat(60));
        assert!(long.len() <= LONGEST_TAG && long != tag(Kind::Sentence, &"è/".repeat(61)));
        assert_eq!(text_digest("a  b\n"), text_digest("a b"));
    }
}
