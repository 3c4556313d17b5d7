//! Contributions to a change: their numbers, their texts, their page and their bad cases. Numbers are those of
//! `tests/reference/contribution.py` (exact fractions over pandas sums of `sample_data/popolazione_eta.csv`) unless another
//! source is beside them.

use atlante::base::{Code, Date, Level};
use atlante::document::{ContributionForm, ContributionSpec, Element, FigureSpec, MapSpec, Spec, Subject};
use atlante::figure::contribution::{ContributionModel, ContributionView};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::i18n::Lang;
use atlante::scene::{Cell, Geometry, Role};

use crate::common::{BUNDLE, TODAY, atlas, awkward, january};
use crate::page::{group, paths};

const CORSICO: &str = "50089";
/// The code of a member, what it contributes, and through which side.
const OF_CORSICO: [(&str, f64, f64, f64); 6] = [
    ("015036", 2.690_960_882_284_909, 0.960_731_644_984_505, 1.730_229_237_300_404),
    ("015220", 1.331_183_643_921_502, 0.627_929_179_728_435, 0.703_254_464_193_067),
    ("015074", 1.283_733_447_585_759, 0.401_874_675_026_198, 0.881_858_772_559_561),
    ("015011", 0.533_736_057_468_772, 0.433_271_134_012_62, 0.100_464_923_456_152),
    ("015097", 0.253_963_300_534_7, 0.276_288_839_080_511, -0.022_325_538_545_812),
    ("015093", 0.204_398_783_564_278, -0.521_181_219_174_601, 0.725_580_002_738_879),
];

fn spec(selected: &[&str]) -> ContributionSpec {
    let selected = selected.iter().map(|code| Code::from(*code)).collect();
    ContributionSpec { selected, ..ContributionSpec::new("indice_vecchiaia", january(2022), january(2023)) }
}

fn model(spec: &ContributionSpec) -> ContributionModel {
    ContributionModel::new(spec, atlas()).expect("contributions").value
}

fn near(value: f64, wanted: f64) {
    assert!((value - wanted).abs() < 1e-9, "{value}, not {wanted}");
}

#[test]
fn parts_and_sides_are_those_of_exact_fractions_and_add_up_to_the_change() {
    let model = model(&spec(&[CORSICO]));
    let divided = model.divided.as_ref().expect("a change");
    let parts: Vec<_> = model.parts().map(|(part, _)| part).collect();
    assert_eq!(parts.len(), OF_CORSICO.len());
    for (part, (code, by, numerator, denominator)) in parts.iter().zip(OF_CORSICO) {
        assert_eq!(part.code, Code::from(code));
        near(part.by, by);
        let effects = part.effects.expect("a rate");
        near(effects[0], numerator);
        near(effects[1], denominator);
    }
    near(parts.iter().map(|part| part.by).sum(), 6.297_976_115_359_92);
    near(divided.change(), 6.297_976_115_359_92);
    let [numerator, denominator] = divided.effects.expect("a rate");
    near(numerator, 2.178_914_253_657_668);
    near(denominator, 4.119_061_861_702_252);
    let alone = divided.alone.expect("a rate");
    near(alone[0], 176.812_313_803_376_36);
    near(alone[1], 178.752_461_411_420_94);
}

#[test]
fn a_comune_stands_for_its_ambito_and_nothing_for_the_ats() {
    let of_comune = model(&spec(&["015093"]));
    assert_eq!((of_comune.code.as_str(), of_comune.level), (CORSICO, Level::Ambiti));
    assert_eq!(of_comune.parts().filter(|(_, marked)| *marked).count(), 1);
    let of_ats = model(&spec(&[]));
    let divided = of_ats.divided.as_ref().expect("a change");
    assert_eq!((of_ats.level, divided.level, divided.parts.len()), (Level::Ats, Level::Ambiti, 17));
    near(divided.change(), 4.057_109_114_588_489);
    let first = of_ats.parts().next().expect("seventeen").0;
    assert_eq!(first.code, Code::from("50096"));
    near(first.by, 0.441_857_304_746_738);
    let by_comuni = model(&ContributionSpec { by_comuni: true, ..spec(&[]) });
    let divided = by_comuni.divided.as_ref().expect("a change");
    assert_eq!((divided.level, divided.parts.len()), (Level::Comuni, 193));
    near(divided.parts.iter().map(|part| part.by).sum(), 4.057_109_114_588_489);
}

/// Whatever the indicator, the territory and the dates: of counts, of rates, of weighted means and of balances.
#[test]
fn contributions_always_add_up() {
    let atlas = crate::common::today();
    let (mut rates, mut counts, mut weighted) = (0, 0, 0);
    for indicator in atlas.catalogue.indicators() {
        let dates = atlas.dates(indicator);
        let (Some(first), Some(last)) = (dates.first(), dates.last()) else { continue };
        if first == last || indicator.kind.has_steps() {
            continue;
        }
        for selected in [vec![], vec![Code::from(CORSICO)], vec![Code::from("707")]] {
            let spec = ContributionSpec { selected, ..ContributionSpec::new(&*indicator.id, *first, *last) };
            let made = ContributionModel::new(&spec, atlas).expect("contributions").value;
            let Some(divided) = &made.divided else { continue };
            let sum: f64 = divided.parts.iter().map(|part| part.by).sum();
            let size = divided.ends.iter().fold(1.0_f64, |most, end| most.max(end.abs()));
            assert!((sum - divided.change()).abs() < 1e-9 * size, "{} {sum}", indicator.id);
            match (&indicator.weight, divided.effects) {
                (Some(_), _) => weighted += 1,
                (None, Some([numerator, denominator])) => {
                    assert!((numerator + denominator - divided.change()).abs() < 1e-9 * size);
                    rates += 1;
                }
                (None, None) => counts += 1,
            }
        }
    }
    assert!(rates > 60 && counts > 20 && weighted > 3, "{rates} {counts} {weighted}");
}

#[test]
fn a_page_reads_describes_and_lists_what_it_draws() {
    let figure = compose::build(&FigureSpec::of(spec(&[CORSICO]).into()), BUNDLE.sources());
    let figure = figure.expect("a page").value;
    let alternative = &figure.scene.description;
    assert!(alternative.contains("174,7 al 1/1/2022, 181,0 al 1/1/2023 (+6,3)"), "{alternative}");
    assert!(alternative.contains("Buccinasco: contributo +2,7"), "{alternative}");
    let reading = atlante::figure::reading::figure(&figure.parts, BUNDLE.sources());
    for told in [
        "Contributi che alzano il valore: 6; che lo abbassano: 0.",
        "Il contributo più alto: Buccinasco (+2,7); il più basso: Corsico (+0,2).",
        "(residenti di 65 anni e più), il valore sarebbe 176,8",
        "viene per +2,2 dal numeratore e per +4,1 dal denominatore.",
    ] {
        assert!(reading.contains(told), "{told}: {reading}");
    }
    let (book, facts) =
        registry::table(&Element::from(spec(&[CORSICO])), BUNDLE.sources()).expect("sheets").value;
    let rows = &book.sheets[0].rows;
    assert_eq!((rows.len(), &rows[6][0]), (7, &Cell::text(CORSICO)));
    let number = |cell: &Cell| match cell {
        Cell::Number { value, .. } => *value,
        other => panic!("{other:?}"),
    };
    near(rows[..6].iter().map(|row| number(&row[4])).sum(), number(&rows[6][4]));
    assert_eq!(facts["parts"].as_array().map(Vec::len), Some(6));
}

#[test]
fn every_bar_begins_where_the_one_before_ends() {
    let drawn = view::build::<ContributionView>(&spec(&[CORSICO]), BUNDLE.sources()).expect("a page").value;
    let marks = group(&drawn.scene, Role::Marks).expect("marks");
    let rings = paths(marks).into_iter().filter(|path| path.datum.is_some()).filter_map(|path| {
        match &path.geometry {
            Geometry::Rings(rings) => {
                let xs = rings.iter().flatten().map(|point| point[0]);
                Some([xs.clone().fold(f64::INFINITY, f64::min), xs.fold(f64::NEG_INFINITY, f64::max)])
            }
            _ => None,
        }
    });
    let spans: Vec<[f64; 2]> = rings.collect();
    assert_eq!(spans.len(), 8, "two ends and six bars");
    // All six raise the value, so each begins at the right end of the one before.
    for pair in spans[1..7].windows(2) {
        assert!((pair[1][0] - pair[0][1]).abs() < 0.01, "{spans:?}");
    }
    let middle = |span: [f64; 2]| (span[0] + span[1]) / 2.0;
    assert!((middle(spans[0]) - spans[1][0]).abs() < 0.01 && (middle(spans[7]) - spans[6][1]).abs() < 0.01);
}

#[test]
fn an_ambito_of_one_comune_is_worded() {
    let said = |lang| {
        let spec = ContributionSpec { lang, ..spec(&["50007"]) };
        let drawn = registry::build(&Element::from(spec), BUNDLE.sources()).expect("a page").value;
        drawn.reading(BUNDLE.sources()).join(" ")
    };
    // The Ambito of the city of Milano.
    let it = said(Lang::It);
    assert!(it.contains("ha un solo Comune, Milano: tutta la variazione è sua."), "{it}");
    assert!(!it.contains("Il contributo più alto"), "{it}");
    assert!(said(Lang::En).contains("has a single Comune, Milano"));
    let made = model(&spec(&["50007"]));
    let divided = made.divided.as_ref().expect("a change");
    near(divided.parts[0].by, divided.change());
}

/// Of the shares of incomes over 75,000 euro many Comuni are withheld: the change is that of the others, who are named.
#[test]
fn members_that_are_withheld_are_named_and_the_others_add_up() {
    let end = |year: i16| format!("{year}-12-31").parse::<Date>().expect("a date");
    let spec = ContributionSpec {
        selected: vec![Code::from("50066")],
        ..ContributionSpec::new("quota_redditi_oltre_75k", end(2011), end(2022))
    };
    let made = ContributionModel::new(&spec, TODAY.sources().atlas).expect("contributions");
    let divided = made.value.divided.as_ref().expect("a change");
    assert!(!divided.absent.is_empty() && !divided.parts.is_empty());
    near(divided.parts.iter().map(|part| part.by).sum(), divided.change());
    assert!(made.remarks.iter().any(|remark| remark.code() == "absent_values"), "{:?}", made.remarks);
    let drawn = registry::build(&Element::from(spec), TODAY.sources()).expect("a page").value;
    let known = format!("({} Comuni su {})", divided.parts.len(), made.value.members);
    assert!(drawn.words().subtitle.contains(&known), "{}", drawn.words().subtitle);
}

#[test]
fn awkward_asks_are_answered() {
    let turned = ContributionSpec { from: january(2023), to: january(2022), ..spec(&[]) };
    assert!(matches!(ContributionModel::new(&turned, atlas()), Err(FigureError::Kind(_))));
    let unknown = spec(&["015999"]);
    assert!(matches!(ContributionModel::new(&unknown, atlas()), Err(FigureError::UnknownTerritory(_))));
    // One date alone: there is nothing to open with.
    let bundle = awkward();
    let one = MapSpec::new("uno", january(2023));
    let subject = Subject::of(&one);
    assert_eq!(ContributionSpec::opening(&subject, &bundle.atlas), None);
    for (width, height) in [(297.0, 210.0), (80.0, 110.0), (160.0, 90.0)] {
        for form in ContributionForm::ALL {
            for (selected, by_comuni) in [(vec![], false), (vec![], true), (vec![Code::from(CORSICO)], false)]
            {
                let mut spec = ContributionSpec { form, selected, by_comuni, ..spec(&[]) };
                (spec.page.width.0, spec.page.height.0) = (width, height);
                let made = view::build::<ContributionView>(&spec, BUNDLE.sources());
                assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width} {form:?}");
            }
        }
    }
}
