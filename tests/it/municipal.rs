//! The indicators of the municipal tables: against figures computed independently with pandas at every level and
//! date, against totals stated by the sources and the brief, and by the properties of each kind of mean in the
//! catalogue.

use atlante::base::{Code, Date, Level};
use atlante::data::{Absence, Atlas, AtlasError, Dataset, Kind, Method, Query, Row, Table};
use atlante::i18n::Lang;
use atlante::io::Bundle;

use crate::cli::Cli;
use crate::common::{
    Folder, LIST, TODAY, january, present, table_of, table_today as table, today as atlas, value,
};

/// Every indicator at every level and date: the number of values, their sum, and their sum weighted by position.
const DIGEST: &str = include_str!("../reference/municipal_digest.csv");
/// Ten series in full, for the ATS and three Ambiti.
const SERIES: &str = include_str!("../reference/municipal_series.csv");
/// Relative to the larger of the two compared values and 1.
const TOLERANCE: f64 = 1e-9;

const ATS: &str = "321";
const CORSICO: &str = "50089";

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn ats(indicator: &str, at: &str) -> f64 {
    present(&table(indicator, date(at), Level::Ats, Method::Pooled), ATS)
}

fn row<'a>(table: &'a Table, code: &str) -> &'a Row {
    table.rows.iter().find(|row| row.code == Code::from(code)).expect("a row")
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0)
}

#[test]
fn every_value_is_that_of_pandas() {
    let mut checked = 0;
    for line in DIGEST.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [indicator, level, at, there, sum, placed] = fields[..] else { panic!("six fields: {line}") };
        let level = Level::from_id(level).unwrap_or_else(|| panic!("a level: {line}"));
        let mut rows = table(indicator, date(at), level, Method::Pooled).rows;
        rows.sort_by(|a, b| a.code.cmp(&b.code));
        let values: Vec<(f64, f64)> = rows
            .iter()
            .zip(1_u32..)
            .filter_map(|(row, place)| Some((f64::from(place), row.value.ok()?)))
            .collect();
        assert_eq!(values.len().to_string(), there, "{line}");
        let number = |text: &str| text.parse::<f64>().expect("a number");
        let found: f64 = values.iter().map(|(_, x)| x).sum();
        assert!(near(found, number(sum)), "{line}: {found}");
        let found: f64 = values.iter().map(|(place, x)| place * x).sum();
        assert!(near(found, number(placed)), "{line}: {found}");
        checked += 1;
    }
    assert_eq!(checked, DIGEST.lines().count() - 1);
    assert!(checked > 1_000, "{checked}");
}

#[test]
fn ten_series_come_out_whole() {
    for line in SERIES.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [indicator, level, code, at, expected] = fields[..] else { panic!("five fields: {line}") };
        let level = Level::from_id(level).expect("a level");
        let found = value(&table(indicator, date(at), level, Method::Pooled), code);
        match expected {
            "" => assert!(found.is_err(), "{line}: {found:?}"),
            number => assert!(near(found.expect(line), number.parse().expect("a number")), "{line}"),
        }
    }
}

#[test]
fn every_date_of_the_new_indicators_is_checked_and_no_other_is_there() {
    let digests: Vec<(&str, &str)> = DIGEST
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').collect::<Vec<_>>().try_into().ok())
        .map(|[indicator, _, at, ..]: [&str; 6]| (indicator, at))
        .collect();
    for indicator in atlas().catalogue.indicators() {
        let dates: Vec<String> = atlas().dates(indicator).iter().map(ToString::to_string).collect();
        let mut known: Vec<&str> =
            digests.iter().filter(|(id, _)| *id == indicator.id).map(|(_, at)| *at).collect();
        known.sort_unstable();
        known.dedup();
        // The dates 2022 and 2023 of age-based indicators are in `indicators_python.csv`.
        let of_ages = |at: &&String| !matches!(at.as_str(), "2022-01-01" | "2023-01-01");
        let dates: Vec<&String> = dates.iter().collect();
        if known.is_empty() {
            assert!(dates.iter().filter(|at| of_ages(at)).count() == 0, "{}: {dates:?}", indicator.id);
            continue;
        }
        let of_ages_alone = known == ["2026-01-01"];
        let dates: Vec<&String> = dates.into_iter().filter(|at| !of_ages_alone || of_ages(at)).collect();
        assert_eq!(dates, known, "{}", indicator.id);
    }
}

/// The figures in the brief: incomes, foreigners, residents, turnout, to the decimals given there.
#[test]
fn the_stated_values_hold() {
    for (year, euro) in
        [(2018, 27_158), (2019, 27_161), (2020, 26_673), (2021, 28_023), (2023, 30_367), (2024, 31_424)]
    {
        let found = ats("reddito_imponibile_medio", &format!("{year}-12-31"));
        assert_eq!(found.round(), f64::from(euro), "{year}");
    }
    for (year, foreigners) in [(2020, 486_350), (2022, 492_026), (2026, 530_652)] {
        assert_eq!(ats("stranieri", &format!("{year}-01-01")), f64::from(foreigners), "{year}");
    }
    for (at, residents, corsico) in [
        ("2011-10-09", 3_262_175, 115_309),
        ("2021-01-01", 3_469_156, 120_330),
        ("2023-01-01", 3_456_142, 120_065),
        ("2025-01-01", 3_476_705, 120_237),
    ] {
        assert_eq!(ats("residenti", at), f64::from(residents), "{at}");
        let ambiti = table("residenti", date(at), Level::Ambiti, Method::Pooled);
        assert_eq!(present(&ambiti, CORSICO), f64::from(corsico), "{at}");
    }
    for (indicator, at, per_cent) in [
        ("affluenza_politiche", "2018-03-04", "75.4"),
        ("affluenza_politiche", "2022-09-25", "69.1"),
        ("affluenza_ref_costituzionale", "2020-09-21", "49.7"),
        ("affluenza_ref_costituzionale", "2026-03-23", "64.5"),
        ("affluenza_europee", "2024-06-09", "53.3"),
        ("affluenza_ref_abrogativo", "2025-06-09", "35.0"),
        ("quota_istruzione_terziaria", "2021-12-31", "21.2"),
        ("disoccupazione_censimento", "2018-12-31", "10.2"),
        ("disoccupazione_censimento", "2021-12-31", "7.1"),
        ("quota_60_plus", "2020-01-01", "28.8"),
        ("quota_60_plus", "2022-01-01", "29.2"),
    ] {
        assert_eq!(format!("{:.1}", ats(indicator, at)), per_cent, "{indicator} at {at}");
    }
}

/// ISTAT's final count and its estimate by age refer to the same day but are never combined in a rate.
#[test]
fn the_final_count_and_the_estimate_by_age_stay_apart() {
    let first = "2023-01-01";
    assert_eq!(ats("residenti", first), 3_456_142.0);
    assert_eq!(ats("maschi", first) + ats("femmine", first), 3_446_886.0);
    let share = table("quota_65_plus", january(2023), Level::Ats, Method::Pooled);
    assert_eq!(share.rows[0].denominator, Some(Ok(3_446_886.0)));
    assert_eq!(share.rows[0].quality.id(), "estimated");
    let foreigners = table("quota_stranieri", january(2023), Level::Ats, Method::Pooled);
    assert_eq!(foreigners.rows[0].denominator, Some(Ok(3_456_142.0)));
    assert_eq!(foreigners.rows[0].quality.id(), "final");
}

#[test]
fn a_sum_of_ages_is_also_that_of_the_classes_that_cover_it() {
    // 2026 has only age groups, from which 75 and over cannot be derived.
    let dates = |id: &str| atlas().dates(atlas().indicator(id).expect("an indicator"));
    assert!(dates("quota_65_plus").contains(&january(2026)));
    assert!(!dates("quota_75_plus").contains(&january(2026)));
    let old = table("quota_65_plus", january(2026), Level::Ats, Method::Pooled);
    assert_eq!(old.rows[0].denominator, Some(Ok(3_484_592.0)));
    assert_eq!(old.datasets, ["popolazione_classi_eta"]);
    let years: Vec<i16> = dates("quota_60_plus").iter().map(|date| date.year()).collect();
    assert_eq!(years, [2019, 2020, 2021, 2022, 2023]);
}

/// The mean weighted by the declared variable is neither a plain mean of the Comuni nor a rate from sums.
#[test]
fn a_rate_without_counts_has_a_weighted_mean() {
    let at = date("2021-12-31");
    let by = |method| present(&table("tasso_occupazione_20_64", at, Level::Ambiti, method), CORSICO);
    let (pooled, mean) = (by(Method::Pooled), by(Method::Mean));
    assert!((pooled - mean).abs() > 0.1, "{pooled} {mean}");
    // At the end of 2021 the weights are the denominator of the share, so the mean is the rate itself.
    let study = table("quota_istruzione_terziaria", at, Level::Ambiti, Method::Pooled);
    let corsico = atlas().territories.position(Level::Ambiti, &Code::from(CORSICO)).expect("an Ambito");
    let members = &atlas().territories.units(Level::Ambiti)[corsico].members;
    let sum = |name: &str| atlas().observed(name, at, members).expect("a date").expect("a sum");
    let rate = 100.0 * sum("titolo_terziario") / sum("eta_9_plus");
    assert!(near(present(&study, CORSICO), rate), "{rate}");
}

#[test]
fn what_does_not_add_up_says_so() {
    let at = date("2021-12-31");
    let entering = table("pendolari_entranti", at, Level::Ambiti, Method::Pooled);
    assert_eq!(value(&entering, CORSICO), Err(Absence::NotApplicable));
    // The city is an Ambito of a single Comune.
    assert!(value(&entering, "50007").is_ok());
    let balance = table("saldo_pendolare", at, Level::Ambiti, Method::Pooled);
    assert!(value(&balance, CORSICO).is_ok());
    let reason = atlas().indicator("pendolari_entranti").expect("an indicator").why_not.clone();
    assert!(reason.expect("a reason").it.contains("entra in uno ed esce dall'altro"));
}

#[test]
fn a_tenth_has_no_mean_and_a_group_counts_residents_in_each() {
    let at = date("2021-12-31");
    let by = |method| value(&table("fragilita_decile", at, Level::Ambiti, method), CORSICO);
    assert_eq!([by(Method::Pooled), by(Method::Mean)], [Err(Absence::NotApplicable); 2]);
    assert!(by(Method::Min).is_ok() && by(Method::Max).is_ok());
    let query =
        |level| Query { indicator: "fragilita_decile".into(), date: at, level, method: Method::Pooled };
    let steps = atlas().by_step(&query(Level::Ats)).expect("a date").expect("steps");
    let counted: f64 = steps[0].iter().map(|own| own.expect("a count")).sum();
    // Residents on the following day, each counted once.
    assert_eq!((steps[0].len(), counted), (10, 3_441_957.0));
    let ambiti = atlas().by_step(&query(Level::Ambiti)).expect("a date").expect("steps");
    for step in 0..10 {
        let sum: f64 = ambiti.iter().map(|own| own[step].expect("a count")).sum();
        assert_eq!(Ok(sum), steps[0][step], "step {step}");
    }
}

/// A blank in MEF's table is never zero: it lies between nobody and the taxpayers in none of the published classes.
#[test]
fn what_is_withheld_has_bounds() {
    let at = date("2022-12-31");
    let comuni = table("quota_redditi_oltre_75k", at, Level::Comuni, Method::Pooled);
    let open = comuni.rows.iter().filter(|row| row.value.is_err()).count();
    assert!(open > 0, "some are withheld");
    for row in comuni.rows.iter().filter(|row| row.value.is_err()) {
        let (low, high) = row.bounds.expect("every withheld share has bounds");
        assert!(low >= 0.0 && low < high && high <= 100.0, "{}: {low} {high}", row.name);
        assert_eq!(row.value, Err(Absence::Suppressed), "{}", row.name);
    }
    // For the ATS, where 9 Comuni are blank, the limits are narrower than the published digit: a value, with the
    // number of blanks.
    let whole = table("quota_redditi_oltre_75k", at, Level::Ats, Method::Pooled);
    let whole = row(&whole, ATS);
    let (low, high) = whole.bounds.expect("some are withheld");
    assert!(near(low, 5.782869255731184) && near(high, 5.78864200343594), "{low} {high}");
    assert_eq!((whole.value.map(|x| format!("{x:.1}")), whole.hidden), (Ok("5.8".to_owned()), 9));
    // In Lodi, where 7 are blank, they are wider: no value, only the limits.
    let ambiti = table("quota_redditi_oltre_75k", at, Level::Ambiti, Method::Pooled);
    let lodi = row(&ambiti, "50066");
    let (low, high) = lodi.bounds.expect("some are withheld");
    assert!(near(low, 2.7136348227777556) && near(high, 2.7797089291972856), "{low} {high}");
    assert_eq!((lodi.value, lodi.hidden), (Err(Absence::Suppressed), 7));
    // Two blanks of one Comune share what is left: Abbadia Cerreto has 209 taxpayers, 15 of them in no printed class.
    let (low, high) = row(&comuni, "098001").bounds.expect("two are withheld");
    assert!(near(low, 0.0) && near(high, 100.0 * 15.0 / 209.0), "{low} {high}");
    // What is left twice would hide these: the limits print alike (worked out with pandas from the same rows).
    for (year, level, code, value) in [
        (2006, Level::Ambiti, "50066", 1.7004283474675654),
        (2007, Level::Ambiti, "50066", 1.8116160823198348),
        (2015, Level::Ambiti, "50066", 2.104667132496446),
        (2000, Level::Ats, ATS, 2.3617919546666872),
        (2014, Level::Ambiti, "50096", 2.379732084571934),
        // Of Bollate and Baranzate, counted as one, what one of them prints is known.
        (2005, Level::Comuni, "015027", 1.1875216437723652),
        (2005, Level::Ambiti, "50094", 1.3646156655103159),
    ] {
        let at = date(&format!("{year}-12-31"));
        let found = table("quota_redditi_oltre_75k", at, level, Method::Pooled);
        let found = row(&found, code).value.expect("its limits print alike");
        assert!(near(found, value), "{year} {code}: {found} and not {value}");
    }
}

#[test]
fn until_2005_baranzate_is_counted_with_bollate() {
    let comuni = table("quota_pensionati", date("2003-12-31"), Level::Comuni, Method::Pooled);
    assert_eq!(value(&comuni, "015250"), Err(Absence::NotApplicable));
    assert!(
        value(&table("quota_pensionati", date("2003-12-31"), Level::Ambiti, Method::Pooled), "50094").is_ok()
    );
    assert!(
        value(&table("quota_pensionati", date("2006-12-31"), Level::Comuni, Method::Pooled), "015250")
            .is_ok()
    );
}

#[test]
fn a_definition_that_does_not_hold_has_no_date() {
    let years = |id: &str| -> Vec<i16> {
        atlas().dates(atlas().indicator(id).expect("an indicator")).iter().map(|date| date.year()).collect()
    };
    assert_eq!(years("reddito_imponibile_medio"), (2007..=2024).collect::<Vec<i16>>());
    assert_eq!(years("quota_redditi_oltre_75k"), (2000..=2022).collect::<Vec<i16>>());
    assert_eq!(years("pensione_media").len(), 24);
    let query = Query {
        indicator: "reddito_imponibile_medio".into(),
        date: date("2004-12-31"),
        level: Level::Ats,
        method: Method::Pooled,
    };
    assert!(matches!(atlas().compute(&query), Err(AtlasError::NoSuchDate { .. })));
}

#[test]
fn a_change_never_crosses_a_break() {
    let years: Vec<i16> = atlas()
        .dates(atlas().indicator("variazione_annua").expect("an indicator"))
        .iter()
        .map(|date| date.year())
        .collect();
    assert_eq!(years, [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
}

/// Kinds of votes are separate variables: no indicator combines two.
#[test]
fn kinds_of_votes_are_never_in_one_line() {
    for indicator in atlas().catalogue.indicators().iter().filter(|i| i.id.starts_with("affluenza_")) {
        let kind = indicator.id.trim_start_matches("affluenza_");
        for (name, _) in indicator.terms().flat_map(atlante::data::Term::variables) {
            assert!(name.ends_with(kind), "{}: {name}", indicator.id);
        }
    }
}

#[test]
fn every_embedded_table_can_be_read() {
    let datasets: Vec<&Dataset> = atlas().datasets.iter().collect();
    assert!(datasets.len() > 18, "{}", datasets.len());
    for dataset in datasets {
        for (at, slice) in dataset.slices() {
            for variable in slice.variables() {
                assert!(slice.values(variable).is_some(), "{} {at:?} {variable}", dataset.meta.id);
                if let Some(at) = at {
                    assert!(
                        dataset.gives(variable, at),
                        "{} {at} {variable}: not in its outline",
                        dataset.meta.id
                    );
                }
            }
        }
        let count = dataset.variables().count();
        let read: std::collections::BTreeSet<String> = dataset
            .slices()
            .flat_map(|(_, slice)| slice.variables().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert_eq!(count, read.len(), "{}", dataset.meta.id);
    }
}

const OWN: &str = r#"
[[theme]]
id = "prova"
name = { it = "Prova", en = "Trial" }

[[class]]
id = "tutti"
of = ["a_1..3"]

[[indicator]]
id = "somma"
name = { it = "Somma", en = "Sum" }
short = { it = "Somma", en = "Sum" }
theme = "prova"
unit = { it = "casi", en = "cases" }
suffix = ""
numerator = ["a_1..3"]
multiplier = 1
decimals = 0
polarity = "neither"
kind = "count"
definition = { it = "Casi.", en = "Cases." }
source = { it = "nessuna", en = "none" }
licence = "CC0"

[[indicator]]
id = "pesata"
name = { it = "Pesata", en = "Weighted" }
short = { it = "Pesata", en = "Weighted" }
theme = "prova"
unit = { it = "%", en = "%" }
suffix = "%"
numerator = ["quota"]
multiplier = 1
decimals = 1
polarity = "neither"
kind = "ratio"
weight = { terms = ["peso"], name = { it = "il peso", en = "the weight" } }
definition = { it = "Quota.", en = "Share." }
source = { it = "nessuna", en = "none" }
licence = "CC0"
"#;

/// The six Comuni of the Ambito di Corsico.
const MEMBERS: [&str; 6] = ["015011", "015036", "015074", "015093", "015097", "015220"];

fn own(csv: &str) -> Atlas {
    let folder =
        Folder::new().with("datasets.toml", LIST).with("indicators.toml", OWN).with("prova.csv", csv);
    Bundle::load(Some(folder.path())).expect("a valid folder").atlas
}

fn of_corsico(atlas: &Atlas, indicator: &str, year: i16) -> Row {
    row(&table_of(atlas, indicator, january(year), Level::Ambiti, Method::Pooled), CORSICO).clone()
}

#[test]
fn a_folder_may_give_parts_at_one_date_and_their_class_at_another() {
    let mut csv = String::from("code,date,a_1,a_2,a_3,tutti\n");
    for code in MEMBERS {
        csv.push_str(&format!("{code},2022-01-01,1,2,3,\n{code},2023-01-01,,,,10\n"));
    }
    let atlas = own(&csv);
    assert_eq!(of_corsico(&atlas, "somma", 2022).value, Ok(36.0));
    assert_eq!(of_corsico(&atlas, "somma", 2023).value, Ok(60.0));
}

#[test]
fn a_weight_that_is_missing_leaves_no_value_and_no_weight_no_date() {
    let rows = |peso: &str, last: &str| {
        let mut csv = String::from("code,date,quota,peso\n");
        for (i, code) in MEMBERS.iter().enumerate() {
            let weight = if i == 5 { last } else { peso };
            csv.push_str(&format!("{code},2022-01-01,{},{weight}\n", 10 * (i + 1)));
        }
        own(&csv)
    };
    // (10 + 20 + 30 + 40 + 50) * 2 + 60 * 5, over 15.
    assert_eq!(of_corsico(&rows("2", "5"), "pesata", 2022).value, Ok(40.0));
    assert_eq!(of_corsico(&rows("2", ""), "pesata", 2022).value, Err(Absence::Missing));
    // A weight of zero changes nothing.
    assert_eq!(of_corsico(&rows("2", "0"), "pesata", 2022).value, Ok(30.0));
    let none = rows("", "");
    let indicator = none.indicator("pesata").expect("an indicator");
    assert!(none.dates(indicator).is_empty());
    // It is refused by name, with the date at which the weight should be added.
    assert_eq!(none.dates_without_weight(indicator), [january(2022)]);
    let query = Query {
        indicator: "pesata".into(),
        date: january(2022),
        level: Level::Ambiti,
        method: Method::Pooled,
    };
    let refused = none.compute(&query).expect_err("no weight");
    assert!(matches!(refused, AtlasError::NoWeight { .. }), "{refused}");
    let mut csv = String::from("code,date,quota,peso\n");
    MEMBERS.iter().for_each(|code| csv.push_str(&format!("{code},2022-01-01,10,\n")));
    let folder =
        Folder::new().with("datasets.toml", LIST).with("indicators.toml", OWN).with("prova.csv", &csv);
    let told = Cli::line("values --indicator pesata --data").with(&[&folder.file("")]).refusal();
    assert!(told.contains("al 1/1/2022") && told.contains("il peso delle sue medie"), "{told}");
}

#[test]
fn an_ambito_all_withheld_has_the_interval_of_its_bounds() {
    let rows = |cell: &str| {
        let mut csv = String::from("code,date,quota,peso\n");
        MEMBERS.iter().for_each(|code| csv.push_str(&format!("{code},2022-01-01,{cell},1\n")));
        of_corsico(&own(&csv), "pesata", 2022)
    };
    let wide = rows("c[0..12]");
    assert_eq!((wide.value, wide.bounds, wide.hidden), (Err(Absence::Suppressed), Some((0.0, 12.0)), 6));
    let narrow = rows("c[5.01..5.04]");
    assert_eq!((narrow.hidden, narrow.value.map(|x| format!("{x:.3}"))), (6, Ok("5.025".to_owned())));
    assert_eq!(rows("c").bounds, None);
}

#[test]
fn the_command_line_prints_the_weight_and_the_interval() {
    let text =
        Cli::line("values --today --indicator tasso_occupazione_20_64 --year 2021 --level ambiti").ok();
    assert!(text.contains("media ponderata con i residenti di 20-64 anni al 1° gennaio 2022"), "{text}");
    let text = Cli::line("values --today --indicator quota_redditi_oltre_75k --year 2022").ok();
    assert!(text.starts_with(
        "code,name,year,date,value,status,indicator,unit,level,method,quality,source,least,greatest,hidden\n"
    ));
    assert!(text.lines().any(|line| line.contains(",suppressed,") && !line.ends_with(",,,")), "{text}");
}

#[test]
fn a_map_of_a_tenth_has_its_steps_and_one_of_a_category_those_that_occur() {
    use atlante::document::MapSpec;
    use atlante::figure::MapModel;
    let model = |id: &str, at: &str| {
        MapModel::new(&MapSpec::new(id, date(at)), TODAY.sources()).expect("a map").value
    };
    let fragility = model("fragilita_decile", "2021-12-31");
    assert_eq!(fragility.names.len(), 10);
    assert_eq!(fragility.counts.iter().sum::<usize>(), 193);
    assert_eq!(fragility.shown.class_texts(Lang::It, &fragility)[0], "1 (meno fragile)");
    let inner = model("area_interna", "2020-01-01");
    // In the source: 7 centres, 4 groups of Comuni, 182 in the belt.
    assert_eq!(inner.counts, [7, 4, 182]);
    assert_eq!(
        inner.names.iter().map(|name| name.it.as_str()).collect::<Vec<_>>(),
        ["Polo", "Polo intercomunale", "Cintura"]
    );
    // A single category.
    assert_eq!(model("zona_altimetrica", "2023-01-01").counts, [193]);
}

#[test]
fn steps_have_no_differences_and_categories_no_order() {
    use atlante::document::{MapKind, MapSpec};
    use atlante::figure::{Asked, FigureError, MapModel};
    let refused = |id: &str, at: &str, kind| {
        let mut spec = MapSpec::new(id, date(at));
        spec.kind = kind;
        MapModel::new(&spec, TODAY.sources()).err()
    };
    let change = MapKind::Change { from: date("2018-12-31") };
    let not_allowed = |error: Option<FigureError>| match error {
        Some(FigureError::NotAllowed(error)) => Some((error.indicator.it, error.asked)),
        _ => None,
    };
    assert_eq!(
        not_allowed(refused("fragilita_decile", "2021-12-31", change)),
        Some(("Indice composito di fragilità comunale".to_owned(), Asked::Differences))
    );
    let two = MapKind::Two { second: "densita".into() };
    assert_eq!(
        not_allowed(refused("grado_urbanizzazione", "2023-01-01", two)),
        Some(("Grado di urbanizzazione".to_owned(), Asked::Two))
    );
}

#[test]
fn ranks_alone_are_compared_of_a_tenth() {
    let text =
        Cli::line("stats correlate --today --x fragilita_decile --y tasso_occupazione_20_64 --year 2021")
            .ok();
    assert!(text.contains("Spearman") && !text.contains("Pearson"), "{text}");
    Cli::line("stats correlate --today --x area_interna --y minuti_polo").refusal();
}

#[test]
fn themes_are_twelve_and_each_says_what_it_is_for() {
    let themes = atlas().catalogue.themes();
    assert_eq!(themes.len(), 12);
    assert!(
        themes.iter().all(|theme| theme.about.as_ref().is_some_and(|about| about.it.ends_with(['.', '?'])))
    );
    assert!(
        atlas().catalogue.indicators().iter().filter(|i| i.kind.has_steps()).all(|i| !i.steps.is_empty())
    );
    assert!(atlas().catalogue.indicators().iter().any(|i| i.kind == Kind::Category));
}
