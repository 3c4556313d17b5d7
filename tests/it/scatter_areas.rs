//! Scatterplots of the areas of published tables: charts 24 to 27 of the regional annex, drawn again from the printed spending and the
//! dependency computed from ISTAT's ages at 1/1/2022.
//!
//! `tests/reference/annex_scatter.csv` was worked out from the same ages with pandas and scipy (`annex_scatter.py`).

use std::fs;
use std::path::Path;
use std::sync::Arc;

use atlante::base::{Code, Level};
use atlante::data::{Absence, Reference};
use atlante::document::{Element, FigureSpec, QuadrantSplit, ScatterSpec};
use atlante::engine::{Settings, State, usable_across};
use atlante::figure::scatter::ScatterModel;
use atlante::figure::{compose, reading, registry};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use serde_json::Value;

use crate::cli::Cli;
use crate::common::{Folder, TODAY, january, today};
use crate::page::all_runs;

fn annex(chart: u8) -> ScatterSpec {
    let (x, y) = match chart {
        24 | 26 => ("dipendenza_strutturale", "spesa_sociale_pro_capite"),
        _ => ("dipendenza_anziani", "spesa_anziani_pro_capite"),
    };
    let mut spec = ScatterSpec::new(x, y, january(2018));
    spec.x_date = january(2022);
    spec.level = if chart < 26 { Level::Ats } else { Level::Comuni };
    spec.view.quadrants = QuadrantSplit::Mean;
    spec
}

fn model(spec: &ScatterSpec) -> ScatterModel {
    ScatterModel::new(spec, today()).unwrap_or_else(|error| panic!("{error}")).value
}

#[test]
fn the_four_charts_are_those_of_the_printed_spending_and_the_ages() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/annex_scatter.csv");
    let text = fs::read_to_string(path).expect("the reference");
    let mut compared = 0;
    let near = |found: f64, expected: &str, what: &str| {
        let expected: f64 = expected.parse().unwrap_or_else(|_| panic!("{what}: {expected}"));
        assert!((found - expected).abs() < 1e-9, "{what}: {found} and not {expected}");
    };
    for line in text.lines().skip(1) {
        let [chart, place, x, y] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let model = model(&annex(chart.parse().expect("a chart")));
        compared += 1;
        let cut = model.quadrants.expect("quadrants");
        match place {
            "r" => {
                let r = model.pearson.expect("a coefficient");
                near(r.r, x, line);
                near(r.p, y, line);
            }
            "rho" => near(model.spearman.expect("a coefficient").r, x, line),
            "mean" => {
                near(cut.x, x, line);
                near(cut.y, y, line);
            }
            "counts" => assert_eq!(
                format!("{} {},{} {}", cut.counts[0], cut.counts[1], cut.counts[2], cut.counts[3]),
                format!("{x},{y}"),
                "{line}"
            ),
            place => {
                let unit = model.y.rows.iter().position(|row| row.name == place).expect("an area");
                near(model.y.rows[unit].value.expect("printed"), y, line);
                match x {
                    "" => assert_eq!(model.x.rows[unit].value, Err(Absence::Missing), "{line}"),
                    x => near(model.x.rows[unit].value.expect("computed"), x, line),
                }
            }
        }
    }
    assert_eq!(compared, 2 * 8 + 2 * 12 + 4 * 4);
}

#[test]
fn the_points_are_areas_each_value_of_its_own_date() {
    let model = model(&annex(26));
    assert!(model.of_areas && model.pairs.len() == 12 && model.overall.is_none());
    assert_eq!(model.y.at, Reference::Year(2018));
    assert_eq!(model.x.at, Reference::Date(january(2022)));
    assert_eq!(model.x.datasets, ["popolazione_eta", "popolazione_eta_aree"]);
    // Three ATS divide a province, and are left out and counted.
    let ats = ScatterModel::new(&annex(24), today()).expect("a model");
    assert_eq!((ats.value.pairs.len(), ats.value.missing()), (5, 3));
    let said = |start: &str| ats.remarks.iter().any(|remark| remark.text(Lang::It).starts_with(start));
    assert!(said("Territori esclusi: 3 (dato mancante)."));
    // What the source prints otherwise of a value is told here too, and every point has its name.
    assert!(said("ATS Insubria, 2018: il testo dice"), "{:?}", ats.remarks);
    assert_eq!(model.labelled(&annex(26)).len(), 12);
}

#[test]
fn the_texts_say_what_is_published_and_what_is_computed() {
    for (lang, subtitle, told, quadrants) in [
        (
            Lang::It,
            "Comuni, Spesa pro capite nell'anno 2018, Dipendenza al 1/1/2022",
            "«Spesa sociale pro capite» è come pubblicato, «Indice di dipendenza strutturale» è calcolato.",
            "Nei quadranti:",
        ),
        (
            Lang::En,
            "Comuni, Spending per head in the year 2018, Dependency on 1 January 2022",
            "“Social spending per head” is as published, “Total dependency ratio” is computed.",
            "In the quadrants:",
        ),
    ] {
        let mut spec = annex(26);
        (spec.lang, spec.selected) = (lang, vec![Code::from("016024")]);
        let spec = FigureSpec::of(Element::Scatter(spec));
        let made = compose::build(&spec, TODAY.sources()).expect("a figure").value;
        let runs: Vec<&str> =
            all_runs(&made.scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
        let runs = runs.join(" ");
        assert!(runs.contains(subtitle), "{runs}");
        assert!(runs.contains(told) && made.scene.description.contains(told), "{runs}");
        let reading = reading::figure(&made.parts, TODAY.sources());
        assert!(
            reading.contains(told) && reading.contains(quadrants) && reading.contains("Bergamo"),
            "{reading}"
        );
        // All capitals, but not all Comuni.
        assert!(
            !reading.contains("tutti, non un campione") && !reading.contains("all there are"),
            "{reading}"
        );
        let (book, _) = registry::table(&spec.elements().next().expect("one").clone(), TODAY.sources())
            .expect("a table")
            .value;
        let sheet = &book.sheets[0];
        assert_eq!(sheet.rows.len(), 12, "{:?}", sheet.head);
        let mark = if lang == Lang::It { "come pubblicato" } else { "as published" };
        assert!(sheet.head[3].contains(mark), "{:?}", sheet.head);
    }
}

#[test]
fn what_has_no_rows_in_common_is_not_compared() {
    let mut state = State::new(Arc::new(Bundle::load(None).expect("the bundle")), Settings::default())
        .expect("the bundle has indicators");
    state.document.show_published("spesa_sociale_pro_capite", today());
    let spec = state.document.view::<ScatterSpec>().expect("a scatterplot of the areas");
    assert_eq!(spec.level, Level::Ats);
    let others = usable_across(&state, &mut None);
    let has = |id: &str| others.iter().any(|other| other == id);
    assert!(has("dipendenza_anziani") && has("spesa_anziani_pro_capite"), "{others:?}");
    // Of the eight ATS incomes are known of ours alone.
    assert!(!has("reddito_imponibile_medio"), "{others:?}");
    // Rows that are no territories are no points.
    state.document.show_published("pdz_posti", today());
    assert!(state.document.view::<ScatterSpec>().is_none());
}

#[test]
fn the_command_line_draws_them_by_name() {
    let folder = Folder::new();
    let out = folder.file("grafico.svg");
    let scatter =
        |arguments: &[&str]| Cli::new(&["figure", "scatter", "--today", "-o", &out]).with(arguments);
    scatter(&["--printed", "Grafico 27"]).both();
    let svg = fs::read_to_string(&out).expect("a file");
    assert!(
        svg.contains("Spesa per anziano nell&apos;anno 2018")
            || svg.contains("Spesa per anziano nell'anno 2018"),
        "{svg}"
    );
    let pair = ["--x", "dipendenza_anziani", "--y", "spesa_anziani_pro_capite"];
    let json: Value =
        serde_json::from_str(&scatter(&pair).with(&["--level", "comuni", "--json"]).both().0).expect("JSON");
    assert!(json.to_string().contains("\"y_date\":\"2018\""), "{json}");
    for (arguments, said) in [
        (&["--printed", "Grafico 13"][..], "Grafico 24, Grafico 25, Grafico 26, Grafico 27"),
        (&["--x", pair[1], "--y", pair[3], "--colour", "ambito"], "--colour"),
        (&["--x", pair[1], "--y", pair[3], "--level", "asst"], "ASST"),
    ] {
        let refusal = scatter(arguments).refusal();
        assert!(refusal.contains(said), "{refusal}");
    }
    let listed = Cli::new(&["documents", "--today"]).ok();
    assert!(listed.contains("figure scatter --printed \"Grafico 26\""), "{listed}");
}
