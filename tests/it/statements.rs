//! Statements that are true: each value has its own date, incomparable values are not compared, and numbers come with
//! words. The expected values were computed with pandas and scipy from sample_data/.

use atlante::base::Code;
use atlante::base::Level;
use atlante::document::Element;
use atlante::document::{
    FigureSpec, MapKind, MapSpec, QuadrantSplit, ScatterSpec, SeriesMode, SeriesSpec, TableColumn, TableSpec,
};
use atlante::figure::scatter::ScatterModel;
use atlante::figure::series::{Line, SeriesModel};
use atlante::figure::{compose, reading};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use serde_json::Value;

use crate::cli::Cli;
use crate::common::{BUNDLE, Folder, atlas, january};
use crate::page::all_runs;

const CORSICO: &str = "50089";

/// The texts of a figure: its reading, its alternative text, and everything on its page.
struct Said {
    reading: String,
    alternative: String,
    page: String,
}

fn said(element: Element) -> Said {
    let spec = FigureSpec::of(element);
    let figure = compose::build(&spec, BUNDLE.sources()).expect("a figure").value;
    let texts: Vec<&str> = all_runs(&figure.scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
    Said {
        reading: reading::figure(&figure.parts, BUNDLE.sources()),
        alternative: figure.scene.description.clone(),
        page: texts.join(" "),
    }
}

fn holds(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "no «{words}» in: {text}");
    }
}

#[test]
fn each_variable_of_a_scatterplot_has_its_own_date() {
    let folder = Folder::new();
    for year in ["--x-year 2019", "--year 2019"] {
        let line =
            format!("figure scatter --x densita --y variazione_annua {year} --territory 015146 --json");
        let output = Cli::line(&line).with(&["-o", &folder.file("s.svg")]).json();
        let y = output["y_date"].as_str().expect("a date");
        assert_eq!(output["x_date"], "2019-01-01", "{year}");
        // Changes have no value before 2020.
        let of_y = if y == "2023-01-01" { "1° gennaio 2023" } else { "1° gennaio 2020" };
        let reading = output["reading"].as_str().expect("a paragraph");
        holds(reading, &["della densità di popolazione al 1° gennaio 2019"]);
        holds(reading, &[&format!("della variazione annua della popolazione al {of_y}")]);
        // Milano: 1,395,980 residents on 181.76 km² in 2019.
        holds(reading, &["la densità di popolazione al 1° gennaio 2019 è 7.680,5 ab./km²"]);
        holds(
            output["alternative_text"].as_str().expect("text"),
            &["Densità (1/1/2019)", "Variazione annua (1/1/20"],
        );
    }
    let mut spec = ScatterSpec::new("densita", "variazione_annua", january(2023));
    spec.x_date = january(2019);
    spec.view.quadrants = QuadrantSplit::Median;
    for lang in Lang::ALL {
        spec.lang = lang;
        let said = said(Element::Scatter(spec.clone()));
        let (x, y) = match lang {
            Lang::It => ("Densità (1/1/2019): ", "Variazione annua (1/1/2023): "),
            Lang::En => ("Density (1 January 2019): ", "Yearly change (1 January 2023): "),
        };
        holds(&said.page, &[x, y]);
        holds(&said.alternative, &[x, y]);
    }
    // A common date is stated once.
    let one = said(Element::Scatter(ScatterSpec::new("densita", "indice_vecchiaia", january(2023))));
    assert!(one.reading.starts_with("Al 1° gennaio 2023, su 193 Comuni"), "{}", one.reading);
    assert!(!one.page.contains("Densità ("), "{}", one.page);
}

#[test]
fn a_correlation_has_words_beside_its_numbers() {
    // scipy.stats.pearsonr: r = 0.14128, r² = 0.01996.
    let spec = ScatterSpec::new("densita", "indice_vecchiaia", january(2023));
    let found = said(Element::Scatter(spec.clone()));
    let link = "Legame debole e diretto: la densità di popolazione spiega il 2% delle differenze.";
    let census = "I 193 Comuni sono tutti, non un campione: p è solo indicativo.";
    for text in [&found.reading, &found.alternative, &found.page] {
        holds(text, &[link, census]);
    }
    // r = 0.93393, r² = 0.87223.
    let strong = said(Element::Scatter(ScatterSpec::new("quota_65_plus", "indice_vecchiaia", january(2023))));
    holds(&strong.reading, &["Legame forte e diretto", "spiega l'87% delle differenze"]);
    // r = 0.00905: no relation, and less than one per cent.
    let mut none = ScatterSpec::new("densita", "variazione_annua", january(2023));
    none.x_date = january(2019);
    none.lang = Lang::En;
    let none = said(Element::Scatter(none));
    holds(&none.reading, &["no linear relation is seen", "explains less than 1% of the differences"]);
    let folder = Folder::new();
    let output = Cli::line("figure scatter --json").with(&["-o", &folder.file("s.svg")]).json();
    assert_eq!((&output["strength"], &output["all_units"]), (&Value::from("weak"), &Value::from(true)));
    assert!((output["explained"].as_f64().expect("a share") - 0.019_960_431_163).abs() < 1e-9);
    let output = Cli::line("stats correlate --x densita --y indice_vecchiaia").ok();
    holds(&output, &["Legame debole e diretto: x spiega il 2% delle differenze di y"]);
}

#[test]
fn quadrants_are_named_by_what_is_high_unless_need_meets_spending() {
    let names = |spec: &ScatterSpec, bundle: &Bundle| {
        let made = ScatterModel::new(spec, &bundle.atlas).expect("a scatterplot");
        (made.value.quadrant_names.names, made.remarks.iter().any(|found| found.code() == "guideline_names"))
    };
    let mut spec = ScatterSpec::new("densita", "indice_vecchiaia", january(2023));
    spec.view.quadrants = QuadrantSplit::Mean;
    let neutral = [
        "Densità alta, vecchiaia alta",
        "Densità bassa, vecchiaia bassa",
        "Densità bassa, vecchiaia alta",
        "Densità alta, vecchiaia bassa",
    ];
    assert_eq!(names(&spec, &BUNDLE), (neutral.map(str::to_owned), false));
    spec.lang = Lang::En;
    assert_eq!(names(&spec, &BUNDLE).0[3], "High density, low ageing");
    // Ages and abbreviations take the gender of the full name.
    (spec.lang, spec.x, spec.y) = (Lang::It, "residenti_0_2".into(), "dipendenza_anziani".into());
    assert_eq!(names(&spec, &BUNDLE).0[0], "Molti bambini 0-2, dipendenza anziani alta");

    let indicator = "[[theme]]\nid = \"prova\"\nname = { it = \"Prova\", en = \"Trial\" }\n[[indicator]]\nid = \"spesa\"\n\
        name = { it = \"Spesa sociale\", en = \"Social spending\" }\nshort = { it = \"Spesa\", en = \"Spending\" }\n\
        theme = \"prova\"\nunit = { it = \"euro\", en = \"euros\" }\nsuffix = \"\"\nnumerator = [\"residenti\"]\n\
        denominator = [\"superficie_km2\"]\nmultiplier = 1\ndecimals = 0\npolarity = \"neither\"\nkind = \"ratio\"\n\
        measures = \"spending\"\ndefinition = { it = \"Prova.\", en = \"Trial.\" }\n\
        source = { it = \"nessuna\", en = \"none\" }\nlicence = \"CC0\"\n";
    let folder = Folder::new().with("indicators.toml", indicator).with("datasets.toml", "");
    let bundle = Bundle::load(Some(folder.path())).expect("a bundle");
    (spec.x, spec.y) = ("quota_65_plus".into(), "spesa".into());
    let (guidelines, output) = names(&spec, &bundle);
    assert_eq!((guidelines[2].as_str(), guidelines[3].as_str(), output), ("Virtuosi", "Da migliorare", true));
    (spec.x, spec.y) = ("spesa".into(), "quota_65_plus".into());
    assert_eq!(names(&spec, &bundle).0[0], "Spesa alta, quota 65+ alta", "need is set across");
}

fn drawn(line: &Line) -> Vec<String> {
    line.values.iter().map(|value| value.map_or_else(|_| "-".to_owned(), |x| format!("{x:.2}"))).collect()
}

#[test]
fn bases_do_not_reach_across_a_break() {
    // Residents of the Ambito of Corsico: 117723 and 118154, and after the break 119872 and 119795.
    let model = |mode, base| {
        let mut spec = SeriesSpec::new("residenti", vec![Code::from(CORSICO)]);
        (spec.mode, spec.base) = (mode, base);
        let made = SeriesModel::new(&spec, atlas()).expect("a series");
        let line =
            made.value.lines.iter().find(|line| line.code.as_str() == CORSICO).expect("a line").clone();
        (made, line)
    };
    let (made, line) = model(SeriesMode::Base100, None);
    assert_eq!(drawn(&line), ["100.00", "100.37", "100.00", "99.94"]);
    assert_eq!((made.value.base, made.value.bases.as_slice()), (Some(0), [0, 2].as_slice()));
    assert!(
        made.remarks
            .iter()
            .any(|found| found.code() == "base_across_break" && found.text(Lang::It).contains("1/1/2022"))
    );
    assert_eq!(drawn(&model(SeriesMode::Change, None).1), ["0.00", "431.00", "0.00", "-77.00"]);
    // The requested base applies to its own stretch: 100 · 119872 / 119795.
    let (_, line) = model(SeriesMode::Base100, Some(january(2023).into()));
    assert_eq!(drawn(&line), ["100.00", "100.37", "100.06", "100.00"]);

    let mut spec = SeriesSpec::new("residenti", vec![Code::from(CORSICO)]);
    spec.mode = SeriesMode::Base100;
    let said = said(Element::Series(spec));
    holds(&said.page, &["1/1/2019 e 1/1/2022 = 100", "lì il conto riparte dal 1/1/2022"]);
    holds(&said.alternative, &["1/1/2019 e 1/1/2022 = 100", "Interruzione della serie"]);
}

#[test]
fn changes_across_a_break_say_so() {
    let it = "Tra le due date la serie si interrompe: le differenze non misurano solo variazioni reali.";
    let en = "The series breaks between the two dates: differences do not measure real change alone.";
    for (lang, words) in [(Lang::It, it), (Lang::En, en)] {
        let mut map = MapSpec { lang, ..MapSpec::new("residenti", january(2023)) };
        map.set_kind(MapKind::Change { from: january(2020) });
        let output = said(Element::Map(map.clone()));
        holds(&output.reading, &[words]);
        holds(&output.alternative, &[words]);
        map.set_kind(MapKind::Change { from: january(2022) });
        let output = said(Element::Map(map));
        assert!(
            !output.reading.contains(words) && !output.alternative.contains(words),
            "no break since 2022"
        );

        let from = Some(january(2020).into());
        let column = TableColumn { from, ..TableColumn::value("residenti", january(2023)) };
        let table = TableSpec { lang, ..TableSpec::new(vec![column], Level::Ambiti) };
        let output = said(Element::Table(table));
        holds(&output.reading, &[words]);
        let breaks = if lang == Lang::It { "la serie si interrompe" } else { "series breaks between" };
        holds(&output.page, &[breaks]);
        holds(&output.alternative, &[breaks]);
    }
}

#[test]
fn what_differs_is_not_called_equal() {
    // ISTAT's shares of ages 0 to 2: up in 69 Comuni, down in 124, equal in none; in the ATS from 2.196 to 2.158.
    let mut map = MapSpec::new("quota_0_2", january(2023));
    map.set_kind(MapKind::Change { from: january(2022) });
    let output = said(Element::Map(map.clone()));
    holds(
        &output.reading,
        &["sale in 69 Comuni e scende in 124", "Nell'intera ATS la differenza è \u{2212}0,04 p.p."],
    );
    let output = said(Element::Map(MapSpec::new("quota_0_2", january(2023))));
    holds(&output.reading, &["era più alto: 2,20%"]);
    let output = said(Element::Series(SeriesSpec::new("quota_0_2", Vec::new())));
    holds(&output.reading, &["dell'ATS scende da 2,20% a 2,16% (\u{2212}0,04 p.p.)"]);
    holds(&output.alternative, &["da 2,20% (1/1/2022) a 2,16% (1/1/2023), differenza \u{2212}0,04 p.p."]);
    // Estimated adults with disabilities, exact to thousandths: 110 up, 77 down, 6 equal.
    map.indicator = "disabili_adulti_stima".into();
    let output = said(Element::Map(map.clone()));
    holds(&output.reading, &["salgono in 110 Comuni, scendono in 77 e restano invariati in 6"]);
    // A single unit is not counted.
    map.level = Level::Ats;
    let output = said(Element::Map(map));
    holds(&output.reading, &["dell'ATS salgono: +181"]);
}

#[test]
fn small_values_are_neither_equal_nor_people() {
    let mut csv = String::from("code,date,tasso\n");
    for (i, comune) in atlas().territories.comuni().iter().enumerate() {
        // From 0.000025 to 0.005945.
        csv += &format!("{},2023-01-01,{}\n", comune.code, 0.000_025 + 0.000_030_833_333 * i as f64);
    }
    let indicator = "[[theme]]\nid = \"prova\"\nname = { it = \"Prova\", en = \"Trial\" }\n[[indicator]]\nid = \"tasso\"\n\
        name = { it = \"Tasso raro\", en = \"Rare rate\" }\nshort = { it = \"Tasso\", en = \"Rate\" }\ntheme = \"prova\"\n\
        unit = { it = \"%\", en = \"%\" }\nsuffix = \"%\"\nnumerator = [\"tasso\"]\nmultiplier = 1\ndecimals = 1\n\
        polarity = \"neither\"\nkind = \"share\"\nadds_up = false\ndefinition = { it = \"Prova.\", en = \"Trial.\" }\n\
        source = { it = \"nessuna\", en = \"none\" }\nlicence = \"CC0\"\n";
    let folder = Folder::new()
        .with("datasets.toml", crate::common::LIST)
        .with("prova.csv", csv)
        .with("indicators.toml", indicator);
    let output = Cli::line("figure map --indicator tasso --json").with(&[
        "--data",
        &folder.file(""),
        "-o",
        &folder.file("m.svg"),
    ]);
    let output = output.json();
    let reading = output["reading"].as_str().expect("a paragraph");
    assert!(!reading.contains("lo stesso in tutti"), "{reading}");
    holds(reading, &["0,00003%", "0,0059"]);
    let findings = output["findings"].as_array().expect("findings");
    assert!(findings.iter().all(|found| found["code"] != "small_numbers"), "{findings:?}");
}
