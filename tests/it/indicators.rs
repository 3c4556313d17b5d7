//! The catalogue and its values: against figures computed independently with pandas, against those stated in the
//! brief, and by properties of every entry.

use std::collections::BTreeSet;

use atlante::base::{Code, Level};
use atlante::data::{AtlasError, Bilingual, Indicator, Kind, Method, Query, Suffix, Term, Theme};

use crate::common::{january, present, table_today as table, today as atlas, value};

const REFERENCE: &str = include_str!("../reference/indicators_python.csv");

/// Ambito di Corsico.
const CORSICO: &str = "50089";
/// The whole ATS.
const ATS: &str = "321";

/// The ids that other files may refer to.
const IDS: [&str; 34] = [
    "residenti",
    "maschi",
    "femmine",
    "densita",
    "variazione_annua",
    "rapporto_mascolinita",
    "eta_media",
    "indice_vecchiaia",
    "indice_invecchiamento",
    "quota_0_2",
    "quota_3_5",
    "quota_6_13",
    "quota_14_18",
    "quota_0_14",
    "quota_15_64",
    "quota_65_plus",
    "quota_75_plus",
    "quota_80_plus",
    "quota_90_plus",
    "dipendenza_strutturale",
    "dipendenza_anziani",
    "dipendenza_giovanile",
    "struttura_popolazione_attiva",
    "ricambio_popolazione_attiva",
    "carico_figli",
    "residenti_0_2",
    "residenti_3_5",
    "residenti_6_13",
    "residenti_14_18",
    "residenti_65_plus",
    "residenti_75_plus",
    "residenti_80_plus",
    "residenti_90_plus",
    "disabili_adulti_stima",
];

fn level_of_reference(name: &str) -> Level {
    match name {
        "comune" => Level::Comuni,
        "ambito" => Level::Ambiti,
        "ats" => Level::Ats,
        other => panic!("the reference has no level '{other}'"),
    }
}

#[test]
fn every_reference_value_comes_out() {
    const TOLERANCE: f64 = 1e-12;
    let mut checked = 0;
    for line in REFERENCE.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [indicator, level, code, date, method, expected] = fields[..] else {
            panic!("six fields: {line}");
        };
        let method = Method::from_id(method).expect("a method");
        let date = date.parse().expect("a date");
        let computed = value(&table(indicator, date, level_of_reference(level), method), code);
        match expected {
            "" => assert!(computed.is_err(), "{line}: {computed:?}"),
            number => {
                let expected: f64 = number.parse().expect("a number");
                let computed = computed.unwrap_or_else(|reason| panic!("{line}: {reason:?}"));
                assert!((computed - expected).abs() <= TOLERANCE * expected.abs(), "{line}: {computed}");
            }
        }
        checked += 1;
    }
    assert_eq!(checked, 832);
}

#[test]
fn the_ambito_di_corsico_pooled_is_not_the_mean_of_its_comuni() {
    let vecchiaia = |year, method| {
        let x = present(&table("indice_vecchiaia", january(year), Level::Ambiti, method), CORSICO);
        format!("{x:.1}")
    };
    assert_eq!([vecchiaia(2023, Method::Pooled), vecchiaia(2023, Method::Mean)], ["181.0", "168.5"]);
    assert_eq!([vecchiaia(2022, Method::Pooled), vecchiaia(2022, Method::Mean)], ["174.7", "162.0"]);
}

#[test]
fn residents_and_area_of_the_territory() {
    let residents =
        |year, level, code| present(&table("residenti", january(year), level, Method::Pooled), code);
    // The final count; the estimate by age has 119,795 and 3,446,886.
    assert_eq!(residents(2023, Level::Ambiti, CORSICO), 120_065.0);
    assert_eq!(residents(2022, Level::Ambiti, CORSICO), 119_872.0);
    assert_eq!(residents(2023, Level::Ats, ATS), 3_456_142.0);
    // The total published by ISTAT.
    assert_eq!(residents(2020, Level::Ats, ATS), 3_492_739.0);

    let density = table("densita", january(2023), Level::Ats, Method::Pooled);
    let km2 = density.rows[0].denominator.expect("a denominator").expect("every Comune has an area");
    // ISTAT, areas of 1/1/2023.
    assert_eq!(format!("{km2:.2}"), "2358.45");
}

#[test]
fn min_and_max_are_those_of_the_members() {
    let by = |method| table("indice_vecchiaia", january(2023), Level::Ambiti, method);
    let [low, mean, high] = [Method::Min, Method::Mean, Method::Max].map(by);
    let comuni = table("indice_vecchiaia", january(2023), Level::Comuni, Method::Pooled);
    for (i, unit) in atlas().territories.units(Level::Ambiti).iter().enumerate() {
        let own: Vec<f64> = unit.members.iter().map(|&m| comuni.rows[m].value.expect("a value")).collect();
        let least = own.iter().copied().fold(f64::INFINITY, f64::min);
        let greatest = own.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        assert_eq!((low.rows[i].value, high.rows[i].value), (Ok(least), Ok(greatest)), "{}", unit.name);
        let mean = mean.rows[i].value.expect("a value");
        assert!(least <= mean && mean <= greatest, "{}", unit.name);
    }
}

#[test]
fn a_unit_of_one_comune_has_the_same_value_by_every_method() {
    let milano = Method::ALL.map(|m| present(&table("eta_media", january(2023), Level::Ambiti, m), "50007"));
    assert!(milano.iter().all(|x| *x == milano[0]), "{milano:?}");
}

#[test]
fn the_value_of_any_group_is_recomputed_from_its_sums() {
    let corsico = atlas().territories.position(Level::Ambiti, &Code::from(CORSICO)).expect("an Ambito");
    let members = &atlas().territories.units(Level::Ambiti)[corsico].members;
    let value = atlas().value_of("indice_vecchiaia", january(2023), members, Method::Pooled);
    let in_table = table("indice_vecchiaia", january(2023), Level::Ambiti, Method::Pooled);
    assert_eq!(value.expect("an indicator with that date"), in_table.rows[corsico].value);
}

#[test]
fn dates_are_those_at_which_every_variable_is_there() {
    let dates = |id: &str| atlas().dates(atlas().indicator(id).expect("an indicator"));
    let years = |years: &[i16]| years.iter().map(|y| january(*y)).collect::<Vec<_>>();
    let census = "2011-10-09".parse().expect("a date");
    let counted =
        [vec![census], years(&[2013, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])].concat();
    assert_eq!(dates("residenti"), counted);
    assert_eq!(dates("densita"), counted);
    assert_eq!(dates("indice_vecchiaia"), years(&[2022, 2023, 2026]));
    // A change needs the year before, which 2012 and 2017 lack.
    assert_eq!(dates("variazione_annua"), years(&[2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]));
    for indicator in atlas().catalogue.indicators() {
        for date in atlas().dates(indicator) {
            let rows = table(&indicator.id, date, Level::Comuni, Method::Pooled).rows;
            assert_eq!(rows.len(), 193, "{} at {date}", indicator.id);
        }
        assert!(!atlas().dates(indicator).is_empty(), "{}", indicator.id);
    }
}

#[test]
fn residents_are_the_sum_of_males_and_females() {
    // At 1/1/2023 the ages are estimates, and the total is the final count.
    for year in [2022, 2026] {
        let [all, males, females] = ["residenti", "maschi", "femmine"]
            .map(|id| table(id, january(year), Level::Comuni, Method::Pooled).present().collect::<Vec<_>>());
        assert_eq!((all.len(), males.len(), females.len()), (193, 193, 193));
        let sums: Vec<f64> = males.iter().zip(&females).map(|(m, f)| m + f).collect();
        assert_eq!(sums, all, "{year}");
    }
}

#[test]
fn parts_add_up_to_the_whole() {
    let of = |id: &str| table(id, january(2023), Level::Comuni, Method::Pooled).present().collect::<Vec<_>>();
    let [young, adult, old, ageing] =
        ["quota_0_14", "quota_15_64", "quota_65_plus", "indice_invecchiamento"].map(of);
    for i in 0..193 {
        assert!((young[i] + adult[i] + old[i] - 100.0).abs() < 1e-9);
    }
    assert_eq!(old, ageing, "two names of one figure");
    let [whole, of_old, of_young] =
        ["dipendenza_strutturale", "dipendenza_anziani", "dipendenza_giovanile"].map(of);
    for i in 0..193 {
        assert!((of_old[i] + of_young[i] - whole[i]).abs() < 1e-9);
    }
}

#[test]
fn an_unknown_indicator_names_the_nearest() {
    let nearest = |id: &str| match atlas().indicator(id) {
        Err(AtlasError::UnknownIndicator { id: asked, nearest }) => {
            assert_eq!(asked, id);
            nearest
        }
        other => panic!("{id}: {other:?}"),
    };
    assert_eq!(nearest("indice_vechiaia")[0], "indice_vecchiaia");
    assert_eq!(nearest("vecchiaia"), ["indice_vecchiaia", "pdz_indice_vecchiaia"]);
    assert_eq!(nearest("Densità")[0], "densita");
    assert!(nearest("quota").len() <= 5);
    assert!(nearest("").is_empty() && nearest("zzzz").is_empty());
}

#[test]
fn an_absent_date_names_those_there_are() {
    let query = Query {
        indicator: "indice_vecchiaia".into(),
        date: january(2019),
        level: Level::Ambiti,
        method: Method::Pooled,
    };
    let error = atlas().compute(&query).expect_err("there are no ages in 2019");
    let available = [2022, 2023, 2026].map(|year| january(year).into()).to_vec();
    assert_eq!(error, AtlasError::NoSuchDate { indicator: query.indicator, date: january(2019), available });
}

#[test]
fn the_promised_ids_are_all_there() {
    let ids: BTreeSet<&str> = atlas().catalogue.indicators().iter().map(|i| i.id.as_str()).collect();
    let missing: Vec<_> = IDS.iter().filter(|id| !ids.contains(**id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(ids.len(), atlas().catalogue.indicators().len(), "ids are unique");
}

fn filled(text: &Bilingual) -> bool {
    [&text.it, &text.en].into_iter().all(|t| !t.trim().is_empty() && t.trim() == t)
}

fn terms(indicator: &Indicator) -> impl Iterator<Item = &Term> {
    indicator.terms()
}

#[test]
fn every_entry_is_complete_in_both_languages() {
    const SHORT: usize = 18;
    let catalogue = &atlas().catalogue;
    let about = |theme: &Theme| theme.about.as_ref().is_some_and(filled);
    assert!(catalogue.themes().iter().all(|theme| filled(&theme.name) && about(theme)));
    for i in catalogue.indicators() {
        let snake = i.id.starts_with(|c: char| c.is_ascii_lowercase())
            && i.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        assert!(snake, "{}", i.id);
        for text in [&i.name, &i.short, &i.unit, &i.definition, &i.source] {
            assert!(filled(text), "{}: {text:?}", i.id);
        }
        if let Suffix::Each(text) = &i.suffix {
            assert!(!text.it.is_empty() && !text.en.is_empty(), "{}", i.id);
        }
        for short in [&i.short.it, &i.short.en] {
            assert!(short.chars().count() <= SHORT, "{}: '{short}'", i.id);
        }
        assert!(i.definition.it.ends_with('.') && i.definition.en.ends_with('.'), "{}", i.id);
        assert!(!i.licence.is_empty(), "{}", i.id);
        assert!(catalogue.themes().iter().any(|theme| theme.id == i.theme), "{}: {}", i.id, i.theme);
    }
}

#[test]
fn every_theme_has_an_indicator() {
    let catalogue = &atlas().catalogue;
    for theme in catalogue.themes() {
        let computed = catalogue.indicators().iter().any(|i| i.theme == theme.id);
        let published = catalogue.published().iter().any(|p| p.theme == theme.id);
        assert!(computed || published, "{}", theme.id);
    }
}

#[test]
fn every_variable_named_is_in_a_dataset() {
    for indicator in atlas().catalogue.indicators() {
        assert!(!indicator.numerator.is_empty(), "{}", indicator.id);
        for (variable, _) in terms(indicator).flat_map(Term::variables) {
            let known = atlas().datasets.iter().any(|dataset| dataset.has(variable));
            assert!(known, "{}: '{variable}'", indicator.id);
        }
    }
}

#[test]
fn the_kind_fits_the_formula_and_the_values() {
    for indicator in atlas().catalogue.indicators() {
        let is_rate = indicator.weight.is_some() || indicator.kind.has_steps();
        assert_eq!(
            indicator.kind == Kind::Count,
            indicator.denominator.is_empty() && !is_rate,
            "{}",
            indicator.id
        );
        for date in atlas().dates(indicator) {
            for x in table(&indicator.id, date, Level::Comuni, Method::Pooled).present() {
                assert!(x.is_finite(), "{}", indicator.id);
                match indicator.kind {
                    Kind::Share => assert!((0.0..=100.0).contains(&x), "{}: {x}", indicator.id),
                    Kind::Change => assert!((-100.0..=100.0).contains(&x), "{}: {x}", indicator.id),
                    _ if indicator.may_be_negative() => {}
                    _ if indicator.kind.has_steps() => assert!(indicator.steps.iter().any(|s| s.value == x)),
                    _ => assert!(x >= 0.0, "{}: {x}", indicator.id),
                }
            }
        }
    }
}

#[test]
fn the_adult_disabled_are_a_fixed_share_of_the_working_ages() {
    let estimate = table("disabili_adulti_stima", january(2023), Level::Ats, Method::Pooled).rows[0].value;
    let share = table("quota_15_64", january(2023), Level::Ats, Method::Pooled).rows[0].clone();
    let adults = share.numerator.expect("a sum");
    let estimate = estimate.expect("a value");
    assert!((estimate - adults * 0.043).abs() < 1e-6, "{estimate}");
}
