//! `atlante-cli stats` on the program's own data and on files: against values worked out without the program, and the
//! equality of what the command line, the map and the funnel say.

use serde_json::Value;

use crate::cli::Cli;
use crate::common::Folder;

const REFERENCE: &str = include_str!("../reference/analysis.csv");

/// The reference values of a statistic, by code.
fn reference(what: &str) -> Vec<(&'static str, Vec<f64>)> {
    let rows = REFERENCE.lines().filter_map(|line| {
        let (own, rest) = line.split_once(',')?;
        let (code, values) = rest.split_once(',')?;
        (own == what).then(|| (code, values.split(';').map(|x| x.parse().expect("a number")).collect()))
    });
    let rows: Vec<_> = rows.collect();
    assert!(!rows.is_empty(), "{what}");
    rows
}

fn one(what: &str) -> Vec<f64> {
    reference(what).remove(0).1
}

fn near(ours: f64, theirs: f64, within: f64) {
    assert!((ours - theirs).abs() <= within * theirs.abs().max(1e-9), "{ours} is not {theirs}");
}

fn number(of: &Value, key: &str) -> f64 {
    of[key].as_f64().unwrap_or_else(|| panic!("{key} of {of}"))
}

fn units(of: &Value) -> &Vec<Value> {
    of["units"].as_array().expect("units")
}

fn write(folder: &Folder, name: &str, text: &str) {
    std::fs::write(folder.file(name), text).expect("a file");
}

const FOREIGNERS: &str = "--today --indicator quota_stranieri --year 2023";

#[test]
fn intervals_of_the_ambiti_are_those_of_statsmodels() {
    for (confidence, at) in [("95", 0), ("99.8", 2)] {
        let line = format!("stats wilson {FOREIGNERS} --level ambiti --confidence {confidence} --json");
        let found = Cli::line(&line).json();
        let all = reference("wilson_stranieri");
        assert_eq!(units(&found).len(), all.len());
        for unit in units(&found) {
            let (_, ends) = all.iter().find(|(code, _)| unit["code"] == *code).expect("an Ambito");
            near(number(unit, "lower"), ends[at], 1e-10);
            near(number(unit, "upper"), ends[at + 1], 1e-10);
        }
    }
}

/// What one says is significant the others do not deny: the interval decides.
#[test]
fn the_command_the_map_and_the_funnel_say_the_same() {
    let folder = Folder::new();
    for (indicator, level) in
        [("quota_stranieri", "comuni"), ("natalita", "comuni"), ("affluenza_europee", "ambiti")]
    {
        let line = format!("--today --indicator {indicator} --level {level}");
        let name = if indicator == "natalita" { "byar" } else { "wilson" };
        let told = Cli::line(&format!("stats {name} {line} --against ats --json")).json();
        let out = folder.file("a.svg");
        let figure = |kind: &str, more: &str| {
            Cli::line(&format!("figure {kind} {line} {more} --json -o")).with(&[&out]).json()
        };
        let map = figure("map", "--significance ats");
        let funnel = figure("funnel", "--not-widened");
        let facts = |of: &Value| of.get("units").cloned().unwrap_or_else(|| panic!("{of:#}"));
        let (map, funnel) = (facts(&map), facts(&funnel));
        let mut compared = 0;
        for unit in units(&told) {
            let same = |of: &Value| {
                of.as_array().and_then(|all| all.iter().find(|other| other["code"] == unit["code"])).cloned()
            };
            let on_map = same(&map).expect("on the map");
            assert_eq!(unit["side"], on_map["side"], "{indicator} {unit}");
            assert_eq!(unit["lower"], on_map["lower"]);
            if unit["side"].is_string() {
                let in_funnel = same(&funnel).expect("in the funnel");
                assert_eq!(unit["side"], in_funnel["side"], "{indicator} {unit} {in_funnel}");
                compared += 1;
            }
        }
        assert_eq!(told["comparisons"].as_u64(), Some(compared));
        near(number(&told, "expected_by_chance"), 0.05 * compared as f64, 1e-12);
    }
}

#[test]
fn better_and_worse_are_said_only_where_it_is_declared() {
    let verdicts = |line: &str| -> Vec<String> {
        let found = Cli::line(&format!("{line} --against ats --json")).json();
        units(&found).iter().filter_map(|unit| Some(unit["verdict"].as_str()?.to_owned())).collect()
    };
    let judged = verdicts("stats wilson --today --indicator affluenza_europee --level ambiti");
    assert!(
        judged.iter().any(|verdict| verdict == "better") && judged.iter().any(|verdict| verdict == "worse")
    );
    let neutral = verdicts(&format!("stats wilson {FOREIGNERS} --level ambiti"));
    assert!(neutral.iter().all(|verdict| ["higher", "lower", "similar"].contains(&verdict.as_str())));
}

#[test]
fn no_area_is_compared_with_itself() {
    let found = Cli::line(&format!("stats wilson {FOREIGNERS} --level ats --against ats --json")).json();
    assert_eq!((&found["units"][0]["side"], found["comparisons"].as_u64()), (&Value::Null, Some(0)));
    assert_eq!(found["units"][0]["not_compared"], "itself");
    let asst = Cli::line(&format!("stats wilson {FOREIGNERS} --level ambiti --against asst --json")).json();
    let milano = units(&asst).iter().find(|unit| unit["name"] == "Milano Città").expect("Milano");
    assert_eq!(milano["not_compared"], "no_benchmark", "Milano has no ASST");
}

#[test]
fn smoothed_rates_are_those_of_esda() {
    let found = Cli::line(&format!("stats eb {FOREIGNERS} --level comuni --json")).json();
    for (unit, (code, rate)) in units(&found).iter().zip(reference("smoothed_stranieri")) {
        assert_eq!(unit["code"], code);
        near(number(unit, "smoothed"), rate[0], 1e-10);
    }
}

#[test]
fn inequality_and_segregation_as_numpy_has_them() {
    let income = "--today --indicator reddito_imponibile_medio --year 2023 --level comuni --json";
    near(number(&Cli::line(&format!("stats gini {income}")).json(), "gini"), one("gini_reddito")[0], 1e-10);
    let theil = Cli::line(&format!("stats theil {income}")).json();
    for (key, theirs) in ["theil", "between", "within"].iter().zip(one("theil_reddito")) {
        near(number(&theil, key), theirs, 1e-9);
    }
    let found = Cli::line(&format!("stats segregation {FOREIGNERS} --level comuni --json")).json();
    near(number(&found, "dissimilarity"), one("dissimilarity_stranieri")[0], 1e-10);
    near(number(&found, "isolation"), one("isolation_stranieri")[0], 1e-10);
}

const MEASURES: [&str; 6] = ["residents", "0-14", "15-64", "65+", "75+", "old_age_index"];

fn points<'a>(of: &'a Value, measure: &str) -> &'a Vec<Value> {
    let measures = of["measures"].as_array().expect("measures");
    let found = measures.iter().find(|own| own["measure"] == measure).expect("a measure");
    found["points"].as_array().expect("points")
}

#[test]
fn residents_are_forecast_as_numpy_does() {
    let all = reference("forecast_2033");
    // All Ambiti come first; then some Comuni, small and large, and one that is an Ambito.
    let some = ["50061", "015002", "015146", "098062", "098035", "015093"];
    for (code, theirs) in all.iter().filter(|(code, _)| some.contains(code)) {
        let found = Cli::line(&format!("stats forecast --today --territory {code} --json")).json();
        for (measure, theirs) in MEASURES.iter().zip(theirs) {
            let points = points(&found, measure);
            assert_eq!(points.len(), 11, "2023 to 2033");
            near(number(&points[10], "value"), *theirs, 1e-9);
            assert!(points[0]["lower_80"].is_null(), "what is known has no interval");
            for point in &points[1..] {
                let [lower, value, upper] = ["lower_80", "value", "upper_80"].map(|key| number(point, key));
                assert!(lower < value && value < upper, "never without its interval");
            }
        }
    }
}

#[test]
fn the_back_test_is_printed_with_its_errors() {
    for (code, level) in [("50061", "ambiti"), ("015002", "comuni")] {
        let found = Cli::line(&format!("stats forecast --today --territory {code} --json")).json();
        let theirs = reference("back_test").into_iter().find(|(name, _)| *name == level).expect("a level").1;
        let errors = found["back_test"]["errors"].as_array().expect("errors");
        assert_eq!(
            (found["back_test"]["years"].as_u64(), &found["back_test"]["date"]),
            (Some(3), &Value::from("2026-01-01"))
        );
        for (i, measure) in MEASURES[..4].iter().enumerate() {
            let own = errors.iter().find(|own| own["measure"] == *measure).expect("a measure");
            near(number(own, "mean_error"), theirs[i], 1e-6);
            near(number(own, "mean_absolute_error"), theirs[4 + i], 1e-7);
            near(number(own, "q80"), theirs[8 + i], 1e-7);
        }
    }
    let told = Cli::line("stats forecast --today --territory 50061").ok();
    assert!(told.contains("Prova sui dati del 1/1/2026") && told.contains("errore medio"), "{told}");
}

#[test]
fn the_comuni_of_an_ambito_add_up_to_it() {
    let ambito = Cli::line("stats forecast --today --territory 50061 --by-age --json").json();
    let territories = include_str!("../../maps/territori.csv").lines();
    let comuni: Vec<&str> = territories
        .filter(|line| line.contains(",50061,"))
        .filter_map(|line| line.split(',').next())
        .collect();
    assert!(comuni.len() > 5, "{comuni:?}");
    let mut sums = vec![0.0; 101];
    for code in &comuni {
        let found = Cli::line(&format!("stats forecast --today --territory {code} --by-age --json")).json();
        for (sum, count) in sums.iter_mut().zip(found["by_age"][10]["females"].as_array().expect("ages")) {
            *sum += count.as_f64().expect("a number");
        }
    }
    for (sum, count) in sums.iter().zip(ambito["by_age"][10]["females"].as_array().expect("ages")) {
        near(*sum, count.as_f64().expect("a number"), 1e-9);
    }
}

#[test]
fn what_has_no_counts_is_refused_with_the_reason() {
    for (indicator, reason) in [
        ("fragilita_decile", "gradini o categorie"),
        ("area_interna", "gradini o categorie"),
        ("eta_media", "media"),
        ("densita", "densità"),
        ("residenti", "conteggio senza denominatore"),
        ("variazione_annua", "variazione o un saldo"),
        ("saldo_naturale", "variazione o un saldo"),
        ("aliquota_media", "somme di denaro"),
        ("tasso_occupazione_20_64", "senza i conteggi"),
    ] {
        let said = Cli::line(&format!("stats wilson --today --indicator {indicator}")).refusal();
        assert!(said.contains(reason), "{indicator}: {said}");
    }
    let said = Cli::line("stats wilson --today --indicator indice_vecchiaia").refusal();
    assert!(said.contains("stats byar"), "{said}");
    let said = Cli::line("stats trend --today --indicator fragilita_decile").refusal();
    assert!(said.contains("gradini o categorie"), "{said}");
}

#[test]
fn columns_of_a_file_with_zeros_and_gaps() {
    let folder = Folder::new();
    write(&folder, "c.csv", "x,n\n15,148\n0,20\n,30\n4,0\n3,\n");
    let file = folder.file("c.csv");
    let run = |line: &str| Cli::line(line).with(&["--csv", &file]);
    let columns = "--numerator x --denominator n";
    let found = run(&format!("stats wilson {columns} --json")).json();
    // R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3.
    let ends = |i: usize| ["lower", "upper"].map(|key| (number(&found["units"][i], key) * 1e4).round() / 1e4);
    assert_eq!((ends(0), ends(1)), ([0.0624, 0.1605], [0.0, 0.1611]));
    let absent = [2, 3, 4].map(|i| found["units"][i]["absent"].as_str().unwrap_or_default().to_owned());
    assert_eq!(absent, ["missing", "not_applicable", "missing"]);
    let told = run(&format!("stats byar {columns}")).ok();
    assert!(told.contains("riga 5: non applicabile") && told.contains("variabilità annuale"), "{told}");
    let few = run(&format!("stats funnel {columns} --json")).json();
    assert_eq!((units(&few).len(), &few["phi"]), (2, &Value::Null), "two areas have no dispersion");
}

#[test]
fn a_constant_and_a_short_series_have_no_trend() {
    let folder = Folder::new();
    let rows = |value: fn(i32) -> String| {
        (2010..2022).map(|year| format!("{year},{}\n", value(year))).collect::<String>()
    };
    write(&folder, "constant.csv", &format!("t,v\n{}", rows(|_| "5".to_owned())));
    write(&folder, "rising.csv", &format!("t,v\n{}", rows(|year| format!("{}", year - 2000))));
    write(&folder, "short.csv", "t,v\n2019,1\n2020,2\n2021,3\n");
    let run = |line: &str, file: &str| Cli::line(line).with(&["--csv", &folder.file(file)]);
    let said = run("stats trend --time t --column v --json", "constant.csv").refusal();
    assert!(said.contains("tutti i valori sono uguali"), "{said}");
    let said = run("stats trend --time t --column v --json", "short.csv").refusal();
    assert!(said.contains("ne servono almeno 5"), "{said}");
    let found = run("stats trend --time t --column v --json", "rising.csv").json();
    assert_eq!((number(&found, "tau"), number(&found, "sen_slope")), (1.0, 1.0));
    let said = run("stats forecast --column v", "short.csv").refusal();
    assert!(said.contains("ne servono almeno 8"), "{said}");
    let found = run("stats forecast --column v --years 3 --json", "rising.csv").json();
    let forecast = found["forecast"].as_array().expect("points");
    assert_eq!(forecast.len(), 3);
    assert!(forecast.iter().all(|point| number(point, "lower_80") <= number(point, "value")));
}

#[test]
fn standardised_rates_of_a_file() {
    let folder = Folder::new();
    write(&folder, "s.csv", "e,p,s\n12,1000,500\n30,2000,300\n44,800,200\n");
    let line = "stats standardise --events e --population p --standard s --per 1 --json --csv";
    let found = Cli::line(line).with(&[&folder.file("s.csv")]).json();
    // The gamma interval of Fay and Feuer by scipy 1.17: the first of tests/reference/inference.csv.
    let row = include_str!("../reference/inference.csv")
        .lines()
        .find(|line| line.starts_with("fay_feuer,"))
        .expect("a row");
    let values =
        row.rsplit(',').next().expect("values").split(' ').map(|x| x.parse::<f64>().expect("a number"));
    let values: Vec<f64> = values.collect();
    for (key, theirs) in ["standardised", "crude", "lower", "upper"].iter().zip(values) {
        near(number(&found, key), theirs, 1e-9);
    }
    write(&folder, "gap.csv", "e,p,s\n12,1000,500\n,2000,300\n");
    let said = Cli::line(line).with(&[&folder.file("gap.csv")]).refusal();
    assert!(said.contains("le richiede tutte"), "{said}");
}

#[test]
fn a_series_starts_after_its_break_and_says_so() {
    let told = Cli::line("stats trend --today --indicator residenti --territory 50061").ok();
    let found = Cli::line("stats trend --today --indicator residenti --territory 50061 --json").json();
    let years = found["units"][0]["years"].as_array().expect("years");
    assert!(years.len() >= 5, "{years:?}");
    assert!(years[0].as_f64() >= Some(2018.0), "{years:?}");
    assert!(told.contains("Mann-Kendall"), "{told}");
}

/// The errors that the guide quotes are those of the back-test.
#[test]
fn the_guide_quotes_the_errors_of_the_forecast() {
    let guide =
        include_str!("../../docs/guida/10-statistiche.md").split_whitespace().collect::<Vec<_>>().join(" ");
    let all = reference("back_test");
    let percent = |level: &str, measure: usize| {
        let errors = &all.iter().find(|(name, _)| *name == level).expect("a level").1;
        atlante::i18n::number(atlante::i18n::Lang::It, 100.0 * errors[4 + measure], 1)
    };
    let told = format!(
        "per gli Ambiti l'errore medio sui residenti è dello {}%, sui minori di 15 anni dell'{}%; per i Comuni dell'{}% e del {}%",
        percent("ambiti", 0),
        percent("ambiti", 1),
        percent("comuni", 0),
        percent("comuni", 1)
    );
    assert!(guide.contains(&told), "{told}");
}
