//! `coverage`: how far the data reach, what would extend them, and which themes are covered.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::engine::coverage::{themes, topics};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;
use crate::io::coverage::TopicStatus;

use super::builder::Builder;

pub fn command(b: &Builder) -> Command {
    b.sub("coverage", t::HELP_COVERAGE).arg(b.json())
}

/// Returns the text of both lists.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> String {
    let (themes, topics) = (themes(&bundle.atlas, lang), topics(&bundle.atlas, lang));
    if matches.get_flag("json") {
        let themes: Vec<Value> = themes
            .iter()
            .map(|theme| {
                let sources: Vec<Value> = theme
                    .sources
                    .iter()
                    .map(|s| {
                        json!({
                            "id": s.id, "name": s.name, "adds": s.adds, "inside": s.inside,
                            "where": s.place, "how": s.how,
                        })
                    })
                    .collect();
                json!({ "name": theme.name, "inside": theme.inside, "sources": sources })
            })
            .collect();
        let topics: Vec<Value> = topics
            .iter()
            .map(|topic| {
                let status = match topic.status {
                    TopicStatus::Inside => "inside",
                    TopicStatus::ToBring => "to_bring",
                    TopicStatus::None => "none",
                };
                json!({ "id": topic.id, "name": topic.name, "status": status, "lines": topic.lines })
            })
            .collect();
        return format!("{:#}\n", json!({ "themes": themes, "topics": topics }));
    }
    let mut out = format!("{}\n{}\n", lang.text(t::REACH_TITLE), lang.text(t::REACH_INTRO));
    for theme in &themes {
        out.push_str(&format!("\n{}\n  {}\n", theme.name, theme.inside));
        for source in &theme.sources {
            let place = t::reach_where(lang, &source.place);
            out.push_str(&format!("  - {}\n", source.name));
            for line in [&source.inside, &source.adds, &place, &source.how] {
                out.push_str(&format!("    {line}\n"));
            }
        }
    }
    out.push_str(&format!("\n{}\n{}\n", lang.text(t::TOPICS_TITLE), lang.text(t::TOPICS_INTRO)));
    for topic in &topics {
        out.push_str(&format!("\n{}: {}\n", topic.name, topic.status_words));
        for line in &topic.lines {
            out.push_str(&format!("  {line}\n"));
        }
    }
    out
}
