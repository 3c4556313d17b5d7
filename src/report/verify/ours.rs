//! Values of ours: whether somebody changed them, and whether the atlas knows them otherwise by now.

use crate::i18n::Lang;

use super::super::docx::kept::{Kept, Kind, text_digest};
use super::super::opened::Opened;
use super::finding::{Fault, Finding, Place, Severity};
use super::look::{Asked, Look};
use super::numbers;
use super::reading::Reading;

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
