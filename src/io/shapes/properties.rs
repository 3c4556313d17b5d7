//! The properties of features in JSON as cells of a table.

use std::collections::BTreeMap;

use serde_json::Value;

/// The properties of a feature.
pub(super) type Properties = BTreeMap<String, Value>;

/// The column for the ids that features have beside their properties.
const ID: &str = "id";

/// The names of all properties in order of appearance; last an `id`, if features have one beside them.
pub(super) fn names<'a>(
    features: impl Iterator<Item = (&'a Option<Properties>, &'a Option<Value>)>,
) -> Vec<String> {
    let (mut names, mut known, mut has_id): (Vec<String>, std::collections::BTreeSet<&str>, _) =
        (Vec::new(), Default::default(), false);
    for (properties, id) in features {
        for name in properties.iter().flatten().map(|(name, _)| name) {
            if known.insert(name) {
                names.push(name.clone());
            }
        }
        has_id |= id.as_ref().is_some_and(|id| !id.is_null());
    }
    if has_id && !known.contains(ID) {
        names.push(ID.to_owned());
    }
    names
}

/// The cells of a feature under these names.
pub(super) fn cells(names: &[String], properties: Option<&Properties>, id: Option<&Value>) -> Vec<String> {
    let cell = |name: &String| {
        let property = properties.and_then(|properties| properties.get(name));
        let id = id.filter(|_| name == ID);
        property.or(id).map(text_of).unwrap_or_default()
    };
    names.iter().map(cell).collect()
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
