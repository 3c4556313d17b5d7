//! Results of analyses: kept as indicators like any other, put in reports, drawn as maps and charts; each number is that of the command.

use std::sync::Arc;

use serde_json::Value;

use atlante::base::{Code, Level};
use atlante::document::{AnalysisQuestion, MapKind};
use atlante::engine::{Action, Settings, State, update};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::report::block::{Block, Report, Role, Run};
use atlante::report::build::{Cache, build};
use atlante::report::place::Place;
use atlante::report::request::Request;
use atlante::report::template::{Template, TemplateFault};

use crate::cli::{Cli, array};
use crate::common::{Folder, TODAY, set_map, today};

const OLD: &str = "--today --indicator indice_vecchiaia --year 2023";

fn drawn(line: &str) -> Value {
    let folder = Folder::new();
    Cli::line(&format!("{line} --json")).with(&["-o", &folder.file("figure.svg")]).json()
}

/// The value of a key, wherever it is.
fn find<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    match value {
        Value::Object(fields) => {
            fields.get(key).or_else(|| fields.values().find_map(|inner| find(inner, key)))
        }
        Value::Array(items) => items.iter().find_map(|inner| find(inner, key)),
        _ => None,
    }
}

fn units<'a>(of: &'a Value, key: &str) -> Vec<&'a Value> {
    array(find(of, "units").expect("units")).iter().map(|unit| &unit[key]).collect()
}

#[test]
fn smoothed_rates_and_quotients_on_the_map_are_those_of_the_commands() {
    let of = "--today --indicator natalita --level comuni";
    for rule in ["", " --neighbours rook"] {
        let map = drawn(&format!("figure map {of} --smoothed{rule}"));
        let list = Cli::line(&format!("stats eb {of}{rule} --json")).json();
        for key in ["code", "raw", "smoothed", "weight"] {
            assert_eq!(units(&map, key), units(&list, key), "{key}{rule}");
        }
    }
    let of = "--today --indicator quota_stranieri --level ambiti";
    let map = drawn(&format!("figure map {of} --quotient"));
    let list = Cli::line(&format!("stats segregation {of} --json")).json();
    assert_eq!(units(&map, "location_quotient"), units(&list, "location_quotient"));
    for key in ["dissimilarity", "isolation", "share"] {
        assert_eq!(find(&map, key), Some(&list[key]), "{key}");
    }
    let refused = Cli::line("figure map --today --indicator densita --smoothed -o x.svg").refusal();
    assert!(refused.contains("Densità"), "{refused}");
    let refused = Cli::line("figure map --today --indicator densita --neighbours rook -o x.svg").refusal();
    assert!(refused.contains("--smoothed"), "{refused}");
}

#[test]
fn a_series_continued_in_a_figure_is_that_of_the_command() {
    let of = "--today --indicator reddito_imponibile_medio --years 5";
    let figure = drawn(&format!("figure forecast {of}"));
    let list = Cli::line(&format!("stats forecast {of} --json")).json();
    for key in ["back_test_mae", "back_tested", "alpha", "phi", "sse"] {
        assert_eq!(find(&figure, key), Some(&list[key]), "{key}");
    }
    let points = array(find(&figure, "points").expect("points"));
    let ahead: Vec<&Value> = points.iter().filter(|point| !point["lower_80"].is_null()).collect();
    let listed = array(&list["forecast"]);
    assert_eq!(ahead.len(), listed.len());
    for (point, other) in ahead.iter().zip(listed) {
        for key in ["value", "lower_80", "upper_80"] {
            assert_eq!(point[key], other[key]);
        }
    }
    let short = "figure forecast --today --indicator disoccupazione_censimento -o x.svg";
    let refused = Cli::line(short).refusal();
    assert!(refused.contains("non si può continuare"), "{refused}");
}

#[test]
fn groups_are_called_as_the_user_says() {
    let line = format!("figure map {OLD} --level ambiti --groups densita --k 2 --group-name Città");
    let folder = Folder::new();
    let file = folder.file("gruppi.svg");
    Cli::line(&line).with(&["-o", &file]).both();
    let svg = std::fs::read_to_string(&file).expect("drawn");
    assert!(svg.contains("Città") && svg.contains("Gruppo 2"), "the legend");
}

#[test]
fn a_result_is_kept_as_an_indicator_and_used_like_any_other() {
    let folder = Folder::new();
    let p = folder.file("p.atlante");
    let map = drawn(&format!("figure map {OLD} --level comuni --residuals densita --keep-in {p}"));
    let listed = Cli::line("indicators --today --project").with(&[&p, "--json"]).json();
    let ids: Vec<&str> = array(&listed).iter().filter_map(|own| own["id"].as_str()).collect();
    let id = ids.iter().find(|id| id.ends_with("_fitted")).expect("what the model expects");
    let id = id.trim_end_matches("_fitted").to_owned();
    assert!(ids.contains(&id.as_str()), "{ids:?}");
    let values =
        Cli::line(&format!("values --today --indicator {id} --level comuni --format json --project"))
            .with(&[&p])
            .json();
    let residuals = units(&map, "residual");
    for (row, residual) in array(&values).iter().zip(residuals) {
        // Values are printed with fifteen digits.
        let [value, residual] = [&row["value"], residual].map(|x| x.as_f64().expect("a number"));
        assert!((value - residual).abs() <= 1e-12 * residual.abs().max(1.0), "{row}");
    }
    // In a ranking and a scatterplot, and on a map, which says what it was made from.
    let file = folder.file("f.svg");
    for line in [
        format!("figure ranking --today --indicator {id} --level comuni --top 10"),
        format!("figure scatter --today --x densita --y {id} --level comuni"),
        format!("figure map --today --indicator {id} --level comuni"),
    ] {
        Cli::line(&line).with(&["-o", &file, "--project", &p]).both();
    }
    let svg = std::fs::read_to_string(&file).expect("drawn");
    assert!(svg.contains("Risultato di un"), "the note on its origin");
    // A group of Comuni has no residual of its own.
    let told = Cli::line(&format!("values --today --indicator {id} --level ambiti --project")).with(&[&p]);
    assert!(told.both().0.contains(",,not_applicable,"), "no sums of residuals");
    // The same analysis again replaces it; what is no result is refused.
    drawn(&format!("figure map {OLD} --level comuni --residuals densita --keep-in {p}"));
    let again = Cli::line("indicators --today --project").with(&[&p, "--json"]).json();
    assert_eq!(array(&again).len(), array(&listed).len());
    let refused = Cli::line(&format!("figure map {OLD} -o {} --keep-in {p}", folder.file("x.svg"))).refusal();
    assert!(refused.contains("Solo il risultato di un'analisi"), "{refused}");
    // Groups become categories with their names.
    drawn(&format!(
        "figure map {OLD} --level ambiti --groups densita --k 2 --group-name Città --keep-in {p}"
    ));
    let line = "figure map --today --indicator indice_vecchiaia_kmeans_ambiti_2023_01_01 --level ambiti";
    Cli::line(line).with(&["-o", &file, "--project", &p]).both();
    assert!(std::fs::read_to_string(&file).expect("drawn").contains("Città"), "the names of groups");
}

#[test]
fn the_window_keeps_what_its_map_shows() {
    let bundle = Arc::new(Bundle::load(None).expect("the embedded bundle is valid"));
    let mut state = State::new(bundle, Settings::default()).expect("the bundle has indicators");
    set_map(&mut state, |map| {
        (map.indicator, map.level) = ("quota_stranieri".to_owned(), Level::Ambiti);
        map.set_kind(MapKind::Trend);
    });
    let before = state.bundle.atlas.catalogue.indicators().len();
    update(&mut state, Action::KeepResult);
    assert_eq!(state.project.file.imports.len(), 1, "{:?}", state.notice);
    assert_eq!(state.bundle.atlas.catalogue.indicators().len(), before + 1);
    let own = state.indicator().expect("the kept indicator is shown");
    assert!(own.kind.has_steps() && own.name.it.contains("risultato"), "{:?}", own.name);
    update(&mut state, Action::Undo);
    assert!(state.project.file.imports.is_empty());
    set_map(&mut state, |map| map.set_kind(MapKind::Value));
    update(&mut state, Action::KeepResult);
    assert!(state.notice.as_ref().is_some_and(|notice| notice.is_error));
}

fn template(item: &str) -> String {
    format!(
        "id = \"prova\"\ntitle = {{ it = \"Prova\", en = \"Trial\" }}\n[[section]]\nid = \"una\"\n\
         title = {{ it = \"Una\", en = \"One\" }}\n[[section.item]]\nkind = \"analysis\"\n{item}\n"
    )
}

fn report(item: &str, lang: Lang) -> Report {
    let template = Template::read(&template(item)).expect("a sound template");
    template.check(&today().catalogue).expect("known indicators");
    let place = Place::of(&Code::from("50089"), today()).expect("a territory");
    let request = Request { places: vec![place], lang, ..Request::default() };
    build(&template, &request, TODAY.sources(), &Cache::default())
}

#[test]
fn a_report_answers_each_question_with_two_figures_two_sentences_and_a_note() {
    for question in AnalysisQuestion::ALL {
        let more = match question {
            AnalysisQuestion::Together | AnalysisQuestion::Alike => "with = [\"indice_vecchiaia\"]",
            AnalysisQuestion::Worst => {
                "with = [\"indice_vecchiaia\"]\ngood = [\"quota_stranieri\"]\nbad = [\"indice_vecchiaia\"]"
            }
            AnalysisQuestion::Future => "measure = \"65+\"",
            _ => "level = \"ambiti\"",
        };
        let item = format!("question = \"{}\"\nindicator = \"quota_stranieri\"\n{more}", question.id());
        for lang in Lang::ALL {
            let report = report(&item, lang);
            let figures = report.blocks.iter().filter(|block| matches!(block, Block::Figure(_))).count();
            let said: Vec<usize> = report
                .blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Paragraph(own) if own.role == Role::Body => Some(own.sentences.len()),
                    _ => None,
                })
                .collect();
            let noted = report.blocks.iter().any(|block| match block {
                Block::Paragraph(own) => {
                    let note = lang.text(question.note());
                    own.role == Role::Note
                        && own
                            .sentences
                            .iter()
                            .any(|one| matches!(one.runs.as_slice(), [Run::Text(text)] if text == note))
                }
                _ => false,
            });
            assert_eq!((figures, said, noted), (2, vec![3], true), "{question:?}");
        }
    }
    // Without an indicator that residents by age need, and with what cannot be asked.
    assert_eq!(report("question = \"future\"", Lang::It).blocks.len(), 6);
    let refused = report("question = \"different\"\nindicator = \"densita\"", Lang::It);
    let caution = |block: &Block| matches!(block, Block::Paragraph(own) if own.role == Role::Caution);
    assert!(refused.blocks.iter().any(caution));
}

#[test]
fn what_a_question_needs_is_told_by_row() {
    let fault = |item: &str| {
        let error = Template::read(&template(item)).expect_err("a template that is wrong");
        (error.row, error.fault)
    };
    let needs = fault("question = \"together\"\nindicator = \"densita\"");
    assert!(matches!(needs, (_, TemplateFault::OutOfBounds { key, .. }) if key == "with"));
    let needs = fault("question = \"changing\"");
    assert_eq!(needs.1, TemplateFault::Missing { key: "indicator".to_owned() });
    let word = fault("question = \"perché\"\nindicator = \"densita\"");
    assert_eq!(word.0, 8);
    assert!(matches!(word.1, TemplateFault::BadWord { known, .. } if known.contains("future")));
    let unknown = Template::read(&template("question = \"changing\"\nindicator = \"boh\"")).expect("read");
    assert!(unknown.check(&today().catalogue).is_err());
}
