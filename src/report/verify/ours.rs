//! Values of ours: whether somebody changed them, and whether the atlas knows them otherwise by now.

use serde_json::Value;

use crate::i18n::Lang;

use super::super::docx::kept::{Kept, Kind, Printed, text_digest};
use super::super::opened::Opened;
use super::finding::{Fault, Finding, Place, Severity};
use super::look::{Asked, Look};
use super::numbers;
use super::reading::Reading;

/// An altered number against every other place where the same value is printed: in a table, or in the text.
fn elsewhere(
    tag: &str,
    printed: &Printed,
    kept: &Kept,
    reading: &Reading,
    lang: Lang,
    found: &mut Vec<Finding>,
) {
    let first = |text: &str| numbers::all(text, lang.decimal_mark()).into_iter().next();
    let (Some(origin), Some(control)) = (&printed.origin, reading.controls.get(tag)) else { return };
    // A value without an indicator is a count or a date, of which there are many.
    let (Some(now), true) = (first(&control.text), origin.get("indicator").is_some()) else { return };
    let names = ["indicator", "territory", "reference", "since", "method", "what"];
    for (other_tag, other) in &kept.printed {
        let is_same = |of: &Value| names.iter().all(|name| of.get(name) == origin.get(name));
        let (Some(there), true) = (reading.controls.get(other_tag), other_tag != tag) else { continue };
        // Values that were never printed alike are two values, whatever is recorded of them.
        let were_alike = first(other.text.as_deref().unwrap_or(""))
            .zip(first(printed.text.as_deref().unwrap_or("")))
            .is_some_and(|(there, here)| there.agrees(&here));
        if other.kind != Kind::Value || !were_alike || !other.origin.as_ref().is_some_and(is_same) {
            continue;
        }
        if first(&there.text).is_some_and(|number| !number.agrees(&now)) {
            found.push(Finding {
                severity: Severity::Wrong,
                place: Place { heading: control.heading.clone(), table: control.table, ..Place::default() },
                fault: Fault::Elsewhere {
                    now: control.text.clone(),
                    there: there.text.clone(),
                    heading: there.heading.clone(),
                    table: there.table,
                },
            });
        }
    }
}

pub fn check(opened: &Opened, reading: &Reading, look: &dyn Look, found: &mut Vec<Finding>) {
    if reading.controls.is_empty() {
        return;
    }
    let parts = opened.parts.keys().filter(|name| name.starts_with("customXml/") && name.ends_with(".xml"));
    let kept = parts.filter_map(|name| Kept::read(opened.text(name).ok()?)).find_map(Result::ok);
    let Some(kept) = kept else { return };
    let lang = kept.request.get("lang").and_then(|lang| Lang::from_id(lang.as_str()?)).unwrap_or_default();
    for (tag, printed) in kept.printed.iter().filter(|(_, printed)| printed.kind == Kind::Value) {
        let (Some(control), Some(text)) = (reading.controls.get(tag), &printed.text) else { continue };
        let place = || Place { heading: control.heading.clone(), ..Place::default() };
        if text_digest(&control.text) != printed.digest {
            found.push(Finding {
                severity: Severity::Doubtful,
                place: place(),
                fault: Fault::Edited { printed: text.clone(), now: control.text.clone() },
            });
            elsewhere(tag, printed, &kept, reading, lang, found);
            continue;
        }
        let Some(origin) = &printed.origin else { continue };
        let number = numbers::all(text, lang.decimal_mark()).into_iter().next();
        let asked = Asked { printed: text, number, origin, lang };
        if let Some(known) = look.today(&asked) {
            found.push(Finding {
                severity: Severity::Wrong,
                place: place(),
                fault: Fault::Known { printed: text.clone(), known },
            });
        }
    }
}
