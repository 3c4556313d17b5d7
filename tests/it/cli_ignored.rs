//! Options that have no effect on the figure they are given with are refused, or said.

use serde_json::Value;

use crate::cli::{Cli, array};
use crate::common::Folder;

fn refused(line: &str, name: &str) -> String {
    let folder = Folder::new();
    let refusal = Cli::line(line).with(&["-o", &folder.file(name)]).refusal();
    assert!(!folder.path().join(name).exists(), "{line}");
    refusal
}

fn codes(line: &str, name: &str) -> Vec<String> {
    let folder = Folder::new();
    let drawn = Cli::line(line).with(&["--json", "-o", &folder.file(name)]).json();
    let warnings = array(&drawn["warnings"]).iter();
    warnings.map(|warning| warning["code"].as_str().expect("a code").to_owned()).collect()
}

#[test]
fn what_another_option_contradicts_is_refused() {
    for (line, name, option) in [
        ("figure series --base 2022", "a.svg", "--base"),
        ("figure series --base 2022 --mode ats100 --territory 50089", "a.svg", "--base"),
        ("figure series --standard 150 --mode base100", "a.svg", "--standard"),
        ("figure map --breaks 100,150 --this-date", "a.svg", "--this-date"),
        ("figure map --indicator residenti --symbols --all-dates", "a.svg", "--all-dates"),
        ("figure map --breaks 100,150 --classes 7", "a.svg", "--classes"),
        ("figure map --breaks 100,150 --scheme quantile", "a.svg", "--scheme"),
        ("figure ranking --legend below", "a.svg", "--legend"),
        ("figure ranking --hide footer,north", "a.svg", "--hide"),
        ("figure table --columns spesa_sociale_pro_capite --method mean", "a.svg", "--method"),
    ] {
        let refusal = refused(line, name);
        assert!(refusal.contains(option), "{line}: {refusal}");
    }
    let english = refused("figure series --base 2022 --lang en", "a.svg");
    assert!(
        english.ends_with("--base has no effect here: a base is needed only with --mode change or base100.")
    );
}

#[test]
fn what_the_level_or_the_file_makes_void_is_said() {
    for kind in ["map", "ranking", "slope", "table", "scatter", "series --territory 015093"] {
        let line = format!("figure {kind} --method mean");
        assert!(codes(&line, "a.svg").contains(&"options_ignored".to_owned()), "{line}");
        let pooled = format!("figure {kind}");
        assert!(!codes(&pooled, "a.svg").contains(&"options_ignored".to_owned()), "{pooled}");
    }
    // Groups have the mean that was asked for.
    assert!(
        !codes("figure ranking --level ambiti --method mean", "a.svg")
            .contains(&"options_ignored".to_owned())
    );
    // A file of numbers has no page.
    for line in ["figure table --heat", "figure map --black", "figure ranking --hide footer"] {
        assert!(codes(line, "a.csv").contains(&"options_ignored".to_owned()), "{line}");
        assert!(!codes(line, "a.svg").contains(&"options_ignored".to_owned()), "{line}");
    }
}

/// A series of the ATS alone has no group that the method makes.
#[test]
fn a_series_of_the_ats_is_not_told_to_be_a_mean() {
    let folder = Folder::new();
    let line = Cli::line("figure series --method mean --json").with(&["-o", &folder.file("a.svg")]);
    let drawn = line.json();
    let found = |key: &str| array(&drawn[key]).iter().any(|one| one["code"] == "not_pooled");
    assert!(!found("findings") && !found("warnings"), "{drawn}");
}

#[test]
fn a_figure_is_redrawn_in_the_language_asked_for() {
    let folder = Folder::new();
    let [figure, spec, again] = ["a.svg", "a.json", "b.svg"].map(|name| folder.file(name));
    Cli::line("figure map").with(&["-o", &figure, "--save-spec", &spec]).ok();
    let caption = |more: &[&str]| -> Value {
        Cli::new(&["figure", "--spec", &spec, "--json", "-o", &again]).with(more).json()["caption"].clone()
    };
    assert!(caption(&[]).as_str().is_some_and(|caption| caption.starts_with("Indice di vecchiaia")));
    assert!(caption(&["--lang", "en"]).as_str().is_some_and(|caption| caption.starts_with("Ageing index")));
}
