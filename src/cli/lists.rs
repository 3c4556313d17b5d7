//! `indicators`, `territories`, `datasets`: what the program knows.

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::base::Level;
use crate::export::table::quoted;
use crate::i18n::Lang;
use crate::io::Bundle;

use super::error::CliError;

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

/// The catalogue.
pub fn indicators(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let atlas = &bundle.atlas;
    let mut out = String::new();
    if matches.get_flag("json") {
        let entries: Vec<Value> = atlas
            .catalogue
            .indicators()
            .iter()
            .map(|i| {
                let dates: Vec<String> = atlas.dates(i).iter().map(ToString::to_string).collect();
                json!({
                    "id": i.id, "name": i.name, "theme": i.theme, "unit": i.unit,
                    "multiplier": i.multiplier, "decimals": i.decimals, "polarity": i.polarity,
                    "kind": i.kind, "definition": i.definition, "source": i.source,
                    "licence": i.licence, "dates": dates,
                })
            })
            .collect();
        return Ok(pretty(&entries.into()));
    }
    for theme in atlas.catalogue.themes() {
        out.push_str(&format!("{}\n", lang.pick(&theme.name)));
        for indicator in atlas.catalogue.indicators().iter().filter(|i| i.theme == theme.id) {
            let years: Vec<String> = atlas.dates(indicator).iter().map(|d| d.year().to_string()).collect();
            out.push_str(&format!(
                "  {:<28} {} [{}] {}\n",
                indicator.id,
                lang.pick(&indicator.name),
                lang.pick(&indicator.unit),
                years.join(" ")
            ));
        }
    }
    Ok(out)
}

/// The Comuni and the units of the levels above.
pub fn territories(matches: &ArgMatches, bundle: &Bundle) -> Result<String, CliError> {
    let territories = &bundle.atlas.territories;
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
        return Ok(pretty(&json!({
            "comuni": comuni,
            "ambiti": units(Level::Ambiti), "asst": units(Level::Asst), "ats": units(Level::Ats),
        })));
    }
    let mut out = String::from("code,name,ambito,asst,province\n");
    for c in territories.comuni() {
        let asst = c.asst.as_ref().map_or("", |a| a.1.as_str());
        let fields = [c.code.as_str(), &c.name, &c.ambito.1, asst, &c.province.1].map(quoted);
        out.push_str(&fields.join(","));
        out.push('\n');
    }
    Ok(out)
}

/// The datasets, observed and as published, with their sources.
pub fn datasets(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let observed = bundle.atlas.datasets.iter().map(|d| (&d.meta, "observations"));
    let published = bundle.published.iter().map(|p| (&p.meta, "published"));
    let all = observed.chain(published);
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
            meta.licence
        )
    };
    Ok(all.map(line).collect())
}
