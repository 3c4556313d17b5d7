//! `indicators`, `territories`, `datasets`, `documents`: what the program knows.

use std::collections::BTreeSet;

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::base::Level;
use crate::data::{Caption, DocumentPart, Reference};
use crate::export::table::quoted;
use crate::figure::{HypothesisWords, reference_label};
use crate::i18n::{Lang, texts};
use crate::io::Bundle;

use super::error::CliError;

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

pub fn indicators(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let atlas = &bundle.atlas;
    if matches.get_flag("json") {
        let computed = atlas.catalogue.indicators().iter().map(|i| {
            let dates = atlas.dates(i);
            json!({
                "id": i.id, "name": i.name, "theme": i.theme, "unit": i.unit,
                "multiplier": i.multiplier, "decimals": i.decimals, "polarity": i.polarity,
                "kind": i.kind, "definition": i.definition, "warning": i.warning, "source": i.source,
                "licence": i.licence, "as_published": false,
                "numerator": i.numerator, "denominator": i.denominator, "weight": i.weight, "steps": i.steps,
                "adds_up": i.adds_up && i.holds_for_groups(), "why_not": i.why_not, "words": i.words,
                "dates": dates.iter().map(ToString::to_string).collect::<Vec<_>>(),
                "years": dates.iter().map(|d| d.year()).collect::<BTreeSet<_>>(),
            })
        });
        let published = atlas.published_indicators().iter().map(|p| {
            let references = atlas.references(&p.id).unwrap_or_default();
            json!({
                "id": p.id, "name": p.name, "theme": p.theme, "unit": p.unit,
                "decimals": p.decimals, "polarity": p.polarity,
                "kind": p.kind, "definition": p.definition, "note": p.note, "source": p.source,
                "licence": p.licence, "as_published": true,
                // Values of whole years have no date.
                "dates": references.iter().filter_map(|r| r.date()).map(|d| d.to_string()).collect::<Vec<_>>(),
                "years": references.iter().map(|r| r.year()).collect::<BTreeSet<_>>(),
                "dataset": p.dataset,
                "tables": p.cells.iter().map(|c| c.table.as_str()).collect::<Vec<_>>(),
                "counterpart": p.counterpart.as_ref().map(|c| c.indicator.as_str()),
            })
        });
        let entries: Vec<Value> = computed.chain(published).collect();
        return Ok(pretty(&entries.into()));
    }
    let mut out = String::new();
    for theme in atlas.catalogue.themes() {
        out.push_str(&format!("{}\n", lang.pick(&theme.name)));
        if let Some(about) = &theme.about {
            out.push_str(&format!("  {}\n", lang.pick(about)));
        }
        for i in atlas.catalogue.indicators().iter().filter(|i| i.theme == theme.id) {
            let dates = atlas.dates(i).into_iter();
            let years = dates.map(|date| year_of(lang, Caption::from(i).stated(date))).collect();
            out.push_str(&line(&i.id, lang.pick(&i.name), lang.pick(&i.unit), years));
        }
        for p in atlas.published_indicators().iter().filter(|p| p.theme == theme.id) {
            let name = format!("{} ({})", lang.pick(&p.name), lang.text(texts::AS_PUBLISHED));
            let references = atlas.references(&p.id).unwrap_or_default().into_iter();
            let years = references.map(|at| year_of(lang, Caption::from(p).stated(at))).collect();
            out.push_str(&line(&p.id, &name, lang.pick(&p.unit), years));
        }
    }
    Ok(out)
}

/// A year, or the years of a period.
fn year_of(lang: Lang, at: Reference) -> String {
    match at {
        Reference::Years(..) => reference_label(lang, at),
        other => other.year().to_string(),
    }
}

fn line(id: &str, name: &str, unit: &str, years: BTreeSet<String>) -> String {
    let years: Vec<String> = years.into_iter().collect();
    format!("  {id:<28} {name} [{unit}] {}\n", years.join(" "))
}

/// The Comuni and the units of the levels above.
pub fn territories(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let territories = &bundle.atlas.territories;
    let told = bundle.atlas.hypothesis().map(|hypothesis| HypothesisWords::of(lang, hypothesis));
    if matches.get_flag("json") {
        let units = |level: Level| -> Vec<Value> {
            let code = |&i: &usize| territories.comuni()[i].code.as_str();
            territories
                .units(level)
                .iter()
                .map(|u| {
                    let members: Vec<&str> = u.members.iter().map(code).collect();
                    json!({ "code": u.code.as_str(), "name": u.name, "comuni": members })
                })
                .collect()
        };
        let comuni: Vec<Value> = territories
            .comuni()
            .iter()
            .map(|c| {
                json!({
                    "code": c.code.as_str(), "name": c.name,
                    "ambito_code": c.ambito.0.as_str(), "ambito": c.ambito.1,
                    "asst_code": c.asst.as_ref().map(|a| a.0.as_str()), "asst": c.asst.as_ref().map(|a| &a.1),
                    "ats_code": c.ats.0.as_str(), "ats": c.ats.1,
                    "province_code": c.province.0.as_str(), "province": c.province.1,
                })
            })
            .collect();
        let areas: Vec<Value> = bundle
            .atlas
            .areas()
            .iter()
            .map(|a| {
                json!({
                    "code": a.code.as_str(), "name": a.name, "kind": a.kind.id(), "aliases": a.aliases,
                    "level": a.unit.as_ref().map(|(level, _)| level.id()),
                })
            })
            .collect();
        let mut all = json!({
            "comuni": comuni,
            "ambiti": units(Level::Ambiti), "asst": units(Level::Asst), "ats": units(Level::Ats),
            "areas": areas,
        });
        if let Some(told) = told {
            all["what_if"] = told.json;
        }
        return Ok(pretty(&all));
    }
    let mut out = String::from("code,name,ambito,asst,province");
    out.push_str(if told.is_some() { ",what_if\n" } else { "\n" });
    for c in territories.comuni() {
        let asst = c.asst.as_ref().map_or("", |a| a.1.as_str());
        let fields = [c.code.as_str(), &c.name, &c.ambito.1, asst, &c.province.1].map(quoted);
        out.push_str(&fields.join(","));
        if let Some(told) = &told {
            out.push_str(&format!(",{}", quoted(&told.full)));
        }
        out.push('\n');
    }
    Ok(out)
}

/// The datasets, observed and as published, with their sources.
pub fn datasets(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let observed = bundle.atlas.datasets.iter().map(|d| (&d.meta, "observations"));
    let beyond = bundle.atlas.beyond.iter().flat_map(|beyond| &beyond.datasets).map(|d| (&d.meta, "areas"));
    let published = bundle.published.iter().map(|p| (&p.meta, "published"));
    let all = observed.chain(beyond).chain(published);
    if matches.get_flag("json") {
        let entries: Vec<Value> = all
            .map(|(meta, kind)| {
                json!({
                    "id": meta.id, "kind": kind, "title": meta.title, "source": meta.source,
                    "licence": meta.licence, "retrieved_from": meta.retrieved_from,
                    "notes": meta.notes.iter().map(|n| json!({
                        "date": n.date.map(|d| d.to_string()), "break": n.is_break, "text": n.text,
                    })).collect::<Vec<_>>(),
                })
            })
            .collect();
        return Ok(pretty(&entries.into()));
    }
    let line = |(meta, _): (&crate::data::DatasetMeta, _)| {
        format!(
            "{}\n  {}\n  {}. {}\n",
            meta.id,
            lang.pick(&meta.title),
            lang.pick(&meta.source),
            lang.licence(&meta.licence)
        )
    };
    Ok(all.map(line).collect())
}

/// The tables and charts of the printed documents: the indicators each is in, or why it is not here.
pub fn documents(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> String {
    let atlas = &bundle.atlas;
    let ids = |part: &DocumentPart, dataset: &str| -> BTreeSet<String> {
        let table = atlas.document_table(part, dataset);
        table.into_iter().flat_map(|table| table.columns).map(|(id, _)| id).collect()
    };
    if matches.get_flag("json") {
        let part = |part: &DocumentPart, dataset: &str| {
            json!({
                "name": part.name, "indicators": ids(part, dataset), "same_as": part.same_as,
                "note": part.note, "why": part.why,
                "scatter": part.scatter.as_ref().map(|drawn| json!({ "x": drawn.x, "y": drawn.y })),
            })
        };
        let documents = atlas.documents().iter().map(|document| {
            let parts: Vec<Value> = document.parts.iter().map(|own| part(own, &document.dataset)).collect();
            json!({ "name": document.name, "dataset": document.dataset, "parts": parts })
        });
        return pretty(&documents.collect::<Vec<_>>().into());
    }
    let mut out = String::new();
    for document in atlas.documents() {
        out.push_str(&format!("{}\n", lang.pick(&document.name)));
        for part in &document.parts {
            let same = (!part.same_as.is_empty())
                .then(|| texts::document_same_as(lang, part.same_as.join(", ")))
                .into_iter();
            let here = ids(part, &document.dataset);
            let indicators =
                same.clone().next().is_none().then(|| here.into_iter().collect::<Vec<_>>().join(", "));
            let about = [part.note.as_ref(), part.why.as_ref()].into_iter().flatten();
            let drawn = part.scatter.as_ref().map(|_| {
                texts::document_scatter(lang, format!("figure scatter --printed \"{}\"", part.name))
            });
            let told: Vec<String> = indicators
                .into_iter()
                .filter(|ids| !ids.is_empty())
                .chain(same)
                .chain(drawn)
                .chain(about.map(|text| lang.pick(text).to_owned()))
                .collect();
            out.push_str(&format!("  {:<28} {}\n", part.name, told.join("; ")));
        }
    }
    out
}
