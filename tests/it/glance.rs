//! A place at a glance: its numbers, its page, and its bad cases. Numbers are those of `tests/reference/glance.py` (pandas).

use atlante::base::{Code, Level};
use atlante::document::{Element, FigureSpec, GlancePart, GlanceSpec, OfKind};
use atlante::figure::glance::{GlanceModel, Weights, page, sentences};
use atlante::figure::{compose, registry};
use atlante::i18n::Lang;

use crate::common::{TODAY, awkward};

const CORSICO: &str = "50089";
const MILANO: &str = "015146";

fn spec(code: &str) -> GlanceSpec {
    GlanceSpec { selected: vec![Code::from(code)], ..GlanceSpec::usual(&TODAY.atlas) }
}

fn model(code: &str) -> GlanceModel {
    GlanceModel::new(&spec(code), &TODAY.atlas).expect("a place").value
}

fn said(code: &str, lang: Lang) -> Vec<String> {
    let spec = GlanceSpec { lang, ..spec(code) };
    let model = GlanceModel::new(&spec, &TODAY.atlas).expect("a place").value;
    sentences(lang, &model, &TODAY.atlas)
}

#[test]
fn the_changes_of_members_add_up_to_that_of_the_place() {
    let ambiti = TODAY.atlas.territories.units(Level::Ambiti);
    for ambito in ambiti.iter().filter(|ambito| ambito.members.len() > 1) {
        let Weights::Members(members) = model(ambito.code.as_str()).weights else { panic!("members") };
        let sum: f64 = members.rows.iter().map(|row| row.moved.expect("a change").by()).sum();
        assert_eq!(sum, members.total.moved.expect("a change").by(), "{}", ambito.name);
        let shares: f64 = members.rows.iter().filter_map(|row| row.share).sum();
        assert!((shares - 100.0).abs() < 1e-9, "{shares}");
    }
    let Weights::Members(corsico) = model(CORSICO).weights else { panic!("members") };
    let moved: Vec<f64> = corsico.rows.iter().map(|row| row.moved.expect("a change").by()).collect();
    let from = corsico.from.expect("a date").year();
    let wanted = match from {
        2013 => [261.0, -537.0, -5.0, 1574.0, 1063.0, 1177.0],
        2018 => [1123.0, -690.0, 153.0, 1067.0, 463.0, 867.0],
        _ => [1258.0, -576.0, -10.0, 904.0, 482.0, 752.0],
    };
    assert_eq!(moved, wanted, "since {from}, the largest Comune first");
    assert!((corsico.rows[0].share.expect("a share") - 28.880_887_391_834_6).abs() < 1e-9);
    assert_eq!(corsico.total.count, Ok(120_533.0));
}

#[test]
fn what_is_said_compares_what_it_prints() {
    let corsico = said(CORSICO, Lang::It);
    assert!(
        corsico[0].starts_with("L'Ambito di Corsico ha 120.533 residenti (")
            && corsico[0].ends_with("), il 3,5% di quelli dell'ATS."),
        "{corsico:?}"
    );
    assert!(
        corsico.iter().any(|told| told.contains("è più anziano dell'ATS: 181,0")
            || told.contains("è più anziano dell'ATS: 181 ")),
        "{corsico:?}"
    );
    let comune = said("015093", Lang::It);
    assert!(comune[0].starts_with("Corsico ha 34.811 residenti ("), "{comune:?}");
    assert!(comune[0].ends_with("), il 28,9% di quelli dell'Ambito di Corsico."), "{comune:?}");
    // Buccinasco lost residents while its Ambito gained some: that is no share of the change.
    let buccinasco = said("015036", Lang::It).join(" ");
    assert!(
        buccinasco.contains("diminuiti di") && buccinasco.contains("negli altri Comuni sono aumentati di"),
        "{buccinasco}"
    );
    let english = said("015093", Lang::En);
    assert!(english[0].starts_with("Corsico has 34,811 residents ("), "{english:?}");
}

#[test]
fn a_comune_that_is_its_ambito_and_a_tiny_one_are_said_rightly() {
    let milano = model(MILANO);
    assert!(milano.is_whole_ambito);
    assert_eq!(milano.whole.as_ref().map(|(level, _)| *level), Some(Level::Ats));
    assert!(said(MILANO, Lang::It)[0].starts_with("Milano è l'unico Comune del suo Ambito"));
    let ambito = TODAY.atlas.territories.units(Level::Ambiti).iter().find(|unit| unit.members.len() == 1);
    let ambito = ambito.expect("Milano").code.clone();
    assert!(said(ambito.as_str(), Lang::It)[0].contains("è composto da un solo Comune, Milano."));
    assert!(matches!(model(ambito.as_str()).weights, Weights::Counts(_)));
    // The smallest Comune says what one person does to a percentage.
    let all = &TODAY.atlas.territories;
    let size = |unit: &&atlante::data::Unit| {
        model(unit.code.as_str()).residents.expect("residents").own.expect("a count") as i64
    };
    let smallest = all
        .units(Level::Comuni)
        .iter()
        .filter(|unit| unit.code.as_str().starts_with("0980"))
        .min_by_key(size);
    let told = said(smallest.expect("a Comune").code.as_str(), Lang::It).join(" ");
    assert!(told.contains("una persona in più o in meno sposta una percentuale di"), "{told}");
}

/// A page of every Ambito, the one of a single Comune too, and of every other level is an ordinary page that is drawn without loss.
#[test]
fn a_page_is_made_of_ordinary_elements() {
    let sources = TODAY.sources();
    let ambiti = TODAY.atlas.territories.units(Level::Ambiti).iter().map(|own| own.code.as_str());
    for (i, code) in ambiti.chain(["015093", MILANO, "321"]).enumerate() {
        let lang = if i % 2 == 0 { Lang::It } else { Lang::En };
        let Some(spec) = page::page(&Code::from(code), &TODAY.atlas, lang) else { continue };
        assert!(spec.elements().count() <= FigureSpec::MOST_ELEMENTS);
        let figure = compose::build(&spec, sources).unwrap_or_else(|error| panic!("{code}: {error:?}"));
        let codes: Vec<&str> = figure.remarks.iter().map(|remark| remark.code()).collect();
        assert!(!codes.contains(&"rows_left_out"), "{code}: {:?}", figure.remarks);
        assert!(spec.elements().any(|element| GlanceSpec::of(element).is_some()));
    }
    let mayor = page::page(&Code::from("015093"), &TODAY.atlas, Lang::It).expect("a page");
    assert_eq!(mayor.page.title.as_deref(), Some("Foglio del Sindaco: Corsico"));
    assert_eq!(page::each(Level::Comuni, &TODAY.atlas, Lang::It).len(), 193);
}

#[test]
fn each_part_has_its_texts_and_its_table() {
    for part in [GlancePart::All, GlancePart::Sentences, GlancePart::Weights] {
        for code in [CORSICO, "015093", "321"] {
            for lang in [Lang::It, Lang::En] {
                let element: Element = GlanceSpec { part, lang, ..spec(code) }.into();
                let drawn = registry::build(&element, TODAY.sources()).expect("a figure").value;
                assert!(!drawn.words().title.is_empty());
                assert!(!drawn.reading(TODAY.sources()).is_empty(), "{part:?} {code}");
                let (book, facts) = registry::table(&element, TODAY.sources()).expect("a table").value;
                assert!(!book.sheets[0].rows.is_empty() && facts["sentences"].is_array());
            }
        }
    }
}

#[test]
fn data_with_gaps_make_no_panic() {
    let bundle = awkward();
    for level in Level::ALL {
        for unit in bundle.atlas.territories.units(level).iter().take(3) {
            let spec = GlanceSpec { selected: vec![unit.code.clone()], ..GlanceSpec::usual(&bundle.atlas) };
            if spec.counts.is_empty() {
                continue;
            }
            registry::build(&spec.into(), bundle.sources())
                .map(|_| ())
                .unwrap_or_else(|error| panic!("{error:?}"));
        }
    }
}

/// The contributions are those of `figure contributions`, whose numbers are pinned in `tests/it/contribution.rs`.
#[test]
fn contributions_to_the_change_of_the_rate_add_up_to_it() {
    for ambito in TODAY.atlas.territories.units(Level::Ambiti) {
        let model = model(ambito.code.as_str());
        let Some(change) = &model.rate_change else {
            assert_eq!(ambito.members.len(), 1, "{}", ambito.name);
            continue;
        };
        let sum: f64 = change.parts.iter().map(|(_, by)| by).sum();
        assert!((sum - change.change()).abs() < 1e-9, "{}: {sum}", ambito.name);
    }
    let told = said("015011", Lang::It).join(" ");
    assert!(told.contains("contributo di Assago alla variazione: +0,5 su +6,3"), "{told}");
    let told = said("015011", Lang::En).join(" ");
    assert!(told.contains("contribution of Assago to the change: +0.5 of +6.3"), "{told}");
}
