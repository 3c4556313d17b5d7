//! What a document keeps of how it was asked for, and the same report made again from it with the data of today.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::base::Code;
use crate::i18n::{Lang, texts};
use crate::io::Bundle;
use crate::report::block::Report;
use crate::report::build::{self, Cache};
use crate::report::place::Place;
use crate::report::request::Request;
use crate::report::template::{Shipped, Template};

/// How a report was asked for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    template: KeptTemplate,
    sections: Vec<String>,
    lang: Lang,
    places: Vec<KeptPlace>,
    #[serde(default)]
    office: Option<String>,
}

/// An embedded template by its name, or one of an office with all its text.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KeptTemplate {
    Shipped(String),
    Text(String),
}

/// A unit by its code, or Comuni put together.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KeptPlace {
    Code(Code),
    Together { name: String, comuni: Vec<Code> },
}

/// What a document keeps.
pub(super) fn kept(template: &Template, request: &Request) -> Value {
    let shipped = Shipped::ALL.into_iter().find(|shipped| shipped.text() == template.text);
    let place = |place: &Place| match place.code() {
        Some(code) => KeptPlace::Code(code.clone()),
        None => KeptPlace::Together { name: place.name.clone(), comuni: place.codes.clone() },
    };
    let kept = Kept {
        template: match shipped {
            Some(shipped) => KeptTemplate::Shipped(shipped.id().to_owned()),
            None => KeptTemplate::Text(template.text.clone()),
        },
        sections: template.sections.iter().map(|section| section.id.clone()).collect(),
        lang: request.lang,
        places: request.places.iter().map(place).collect(),
        office: request.office.clone(),
    };
    serde_json::to_value(kept).unwrap_or_default()
}

/// The report that a document was, made of the data of today.
///
/// # Errors
/// What of the request is no longer there, in words.
pub fn made_again(request: &Value, bundle: &Bundle) -> Result<Report, String> {
    let lang = request.get("lang").and_then(Value::as_str).and_then(Lang::from_id).unwrap_or_default();
    let unknown = || lang.text(texts::REPORT_REQUEST_UNKNOWN).to_owned();
    let kept: Kept = serde_json::from_value(request.clone()).map_err(|_| unknown())?;
    let template = match kept.template {
        KeptTemplate::Shipped(id) => {
            Shipped::ALL.into_iter().find(|shipped| shipped.id() == id).ok_or_else(unknown)?.template()
        }
        KeptTemplate::Text(text) => Template::read(&text).map_err(|error| error.text(lang))?,
    };
    // A section that a later version of the program no longer has is left as it is in the document.
    let known = |id: &String| template.sections.iter().any(|section| section.id == *id);
    let sections: Vec<String> = kept.sections.into_iter().filter(known).collect();
    let template = template.with_sections(&sections).map_err(|_| unknown())?;
    let place = |place: KeptPlace| match place {
        KeptPlace::Code(code) => {
            let missing = texts::cli_unknown_territory(lang, code.as_str());
            Place::of(&code, &bundle.atlas).ok_or(missing)
        }
        KeptPlace::Together { name, comuni } => {
            let missing = texts::cli_unknown_territory(lang, &name);
            Place::together(name, &comuni, &bundle.atlas).ok_or(missing)
        }
    };
    let places = kept.places.into_iter().map(place).collect::<Result<_, _>>()?;
    let request = Request { places, lang, office: kept.office, logo: None };
    Ok(build::build(&template, &request, bundle.sources(), &Cache::default()))
}
