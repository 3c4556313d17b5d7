//! Which field of a JSON file is not as it must be. A parser only says what it expected, in English, and for some
//! structures not even where; so fields are taken out one by one until its complaint changes.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::time::{Duration, Instant};

/// A field that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadField {
    /// The text is no JSON from this row on.
    Row(usize),
    /// A field is missing.
    Missing(String),
    /// A field has a value that it cannot have; empty if not even the outermost structure is right.
    Unfit(String),
}

/// How long the field is looked for: the file is refused anyway.
const LONGEST: Duration = Duration::from_secs(2);

/// Reads JSON.
///
/// # Errors
/// The field that is not as it must be.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BadField> {
    serde_json::from_slice(bytes).map_err(|error| match serde_json::from_slice::<Value>(bytes) {
        Ok(value) => find::<T>(value),
        Err(_) => BadField::Row(error.line()),
    })
}

fn find<T: DeserializeOwned>(mut value: Value) -> BadField {
    let complaint = |value: &Value| T::deserialize(value).err().map(|complaint| complaint.to_string());
    let Some(first) = complaint(&value) else { return BadField::Unfit(String::new()) };
    let until = Instant::now() + LONGEST;
    if let Some(field) = first.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        let mut path = lacking(&mut value, field, until, |value| complaint(value).as_ref() != Some(&first));
        path.push(Step::Key(field.to_owned()));
        return BadField::Missing(written(&path));
    }
    let mut path: Vec<Step> = Vec::new();
    'deeper: while let Some(node) = at(&mut value, &path) {
        let mut unquoted = None;
        for step in steps(node) {
            if Instant::now() > until {
                break 'deeper;
            }
            let Some(taken) = at(&mut value, &path).and_then(|node| take(node, &step)) else { break 'deeper };
            let now = complaint(&value);
            let is_quoted = taken.as_str().is_none_or(|text| first.contains(text));
            if let Some(node) = at(&mut value, &path) {
                put(node, &step, taken);
            }
            if now.as_ref() == Some(&first) {
                continue;
            }
            // Without the name of its kind a structure cannot be read either; the parser quotes a text that is at fault.
            if is_quoted {
                path.push(step);
                continue 'deeper;
            }
            unquoted = unquoted.or(Some(step));
        }
        match unquoted {
            Some(step) => path.push(step),
            None => break,
        }
    }
    BadField::Unfit(written(&path))
}

/// The structure whose missing field is complained of: the one where the complaint changes if anything is put there.
fn lacking(value: &mut Value, field: &str, until: Instant, changes: impl Fn(&Value) -> bool) -> Vec<Step> {
    let step = Step::Key(field.to_owned());
    let mut open: Vec<Vec<Step>> = vec![Vec::new()];
    while let Some(path) = open.pop() {
        let Some(node) = at(value, &path) else { continue };
        open.extend(steps(node).into_iter().map(|step| [path.as_slice(), &[step]].concat()));
        if node.as_object().is_none_or(|fields| fields.contains_key(field)) {
            continue;
        }
        put(node, &step, Value::Null);
        if changes(value) || Instant::now() > until {
            return path;
        }
        if let Some(node) = at(value, &path) {
            let _ = take(node, &step);
        }
    }
    Vec::new()
}

/// The steps from here into JSON.
fn steps(node: &Value) -> Vec<Step> {
    match node {
        Value::Object(fields) => fields.keys().cloned().map(Step::Key).collect(),
        Value::Array(items) => (0..items.len()).map(Step::Item).collect(),
        _ => Vec::new(),
    }
}

/// The fields of JSON that the structure read from it does not know, at most `most`.
pub fn unknown<T: DeserializeOwned + Serialize + PartialEq>(
    bytes: &[u8],
    read: &T,
    most: usize,
) -> Vec<String> {
    let (Ok(mut value), Ok(back)) = (serde_json::from_slice::<Value>(bytes), serde_json::to_value(read))
    else {
        return Vec::new();
    };
    let mut candidates = Vec::new();
    differ(&value, &back, &mut Vec::new(), &mut candidates, 4 * most);
    let mut unknown = Vec::new();
    for path in candidates {
        let Some((last, above)) = path.split_last() else { continue };
        let Some(taken) = at(&mut value, above).and_then(|node| take(node, last)) else { continue };
        // A field that is known but not written back, such as one under an earlier name, cannot hold just anything.
        let nonsense = Value::Object(Map::from_iter([("\u{1}".to_owned(), Value::Array(Vec::new()))]));
        if let Some(node) = at(&mut value, above) {
            put(node, last, nonsense);
        }
        if T::deserialize(&value).is_ok_and(|same| same == *read) && unknown.len() < most {
            unknown.push(written(&path));
        }
        if let Some(node) = at(&mut value, above) {
            let _ = take(node, last);
            put(node, last, taken);
        }
    }
    unknown
}

/// The places of fields that only the first has.
fn differ(value: &Value, back: &Value, path: &mut Vec<Step>, found: &mut Vec<Vec<Step>>, most: usize) {
    match (value, back) {
        (Value::Object(value), Value::Object(back)) => {
            for (key, inner) in value {
                path.push(Step::Key(key.clone()));
                match back.get(key) {
                    Some(back) => differ(inner, back, path, found, most),
                    None if found.len() < most => found.push(path.clone()),
                    None => {}
                }
                path.pop();
            }
        }
        (Value::Array(value), Value::Array(back)) if value.len() == back.len() => {
            for (i, (inner, back)) in value.iter().zip(back).enumerate() {
                path.push(Step::Item(i));
                differ(inner, back, path, found, most);
                path.pop();
            }
        }
        _ => {}
    }
}

/// A step into JSON.
#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Item(usize),
}

fn at<'a>(mut node: &'a mut Value, path: &[Step]) -> Option<&'a mut Value> {
    for step in path {
        node = match step {
            Step::Key(key) => node.get_mut(key)?,
            Step::Item(i) => node.get_mut(i)?,
        };
    }
    Some(node)
}

fn take(node: &mut Value, step: &Step) -> Option<Value> {
    match (node, step) {
        (Value::Object(fields), Step::Key(key)) => fields.remove(key),
        (Value::Array(items), Step::Item(i)) if *i < items.len() => Some(items.remove(*i)),
        _ => None,
    }
}

fn put(node: &mut Value, step: &Step, value: Value) {
    match (node, step) {
        (Value::Object(fields), Step::Key(key)) => drop(fields.insert(key.clone(), value)),
        (Value::Array(items), Step::Item(i)) if *i <= items.len() => items.insert(*i, value),
        _ => {}
    }
}

/// The path as people write it: `figure.rows[0].height`. A long name is cut.
fn written(path: &[Step]) -> String {
    const MOST: usize = 60;
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.extend(key.chars().take(MOST));
            }
            Step::Item(i) => text.push_str(&format!("[{i}]")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Page {
        width: f64,
        height: f64,
        #[serde(default, skip_serializing_if = "Option::is_none", alias = "heading")]
        title: Option<String>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "kind")]
    enum Element {
        Map { page: Page, counts: Vec<u8> },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Sheet {
        elements: Vec<Element>,
    }

    #[test]
    fn the_field_is_named_even_where_the_parser_does_not_know_it() {
        let of = |page: &str, counts: &str| {
            let text = format!(r#"{{"elements": [{{"kind": "Map", "counts": {counts}, "page": {page}}}]}}"#);
            parse::<Sheet>(text.as_bytes())
        };
        let good = r#"{"width": 1, "height": 2}"#;
        assert!(of(good, "[1]").is_ok());
        for (page, counts, wanted) in [
            (r#"{"width": "x", "height": 2}"#, "[1]", BadField::Unfit("elements[0].page.width".into())),
            (r#"{"width": 1}"#, "[1]", BadField::Missing("elements[0].page.height".into())),
            (r#"{"height": 1}"#, "[1]", BadField::Missing("elements[0].page.width".into())),
            (good, "[1, 2, 300]", BadField::Unfit("elements[0].counts[2]".into())),
            (good, "7", BadField::Unfit("elements[0].counts".into())),
        ] {
            assert_eq!(of(page, counts), Err(wanted), "{page} {counts}");
        }
        assert_eq!(parse::<Sheet>(b"{\n\"elements\": [\n"), Err(BadField::Row(3)));
        assert_eq!(parse::<Sheet>(b"7"), Err(BadField::Unfit(String::new())));
        let kind = br#"{"elements": [{"kind": "Mappa"}]}"#;
        assert_eq!(parse::<Sheet>(kind), Err(BadField::Unfit("elements[0].kind".into())));
    }

    #[test]
    fn fields_that_nobody_knows_are_named_and_others_are_not() {
        let text = br#"{"elements": [{"kind": "Map", "colour": 1, "counts": [], "page":
            {"width": 1, "height": 2, "heading": "T", "title_size": 12}}], "note": null}"#;
        let read: Sheet = parse(text).unwrap();
        assert_eq!(unknown(text, &read, 9), ["elements[0].colour", "elements[0].page.title_size", "note"]);
    }
}
