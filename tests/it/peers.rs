//! The territories most like another. Numbers are those of `tests/reference/glance.py` (pandas, scipy).

use atlante::base::{Code, Level};
use atlante::document::{Element, IndicatorAt, PeersSpec};
use atlante::figure::peers::{PeersModel, sentences};
use atlante::figure::registry;
use atlante::i18n::Lang;

use crate::common::{TODAY, awkward, january};

fn spec(code: &str, ids: &[&str]) -> PeersSpec {
    let one = |id: &&str| IndicatorAt { indicator: (*id).to_owned(), date: january(2023) };
    PeersSpec { selected: vec![Code::from(code)], ..PeersSpec::new(ids.iter().map(one).collect()) }
}

#[test]
fn the_nearest_are_those_of_scipy() {
    let model = PeersModel::new(&spec("50089", &["indice_vecchiaia", "quota_0_14"]), &TODAY.atlas);
    let model = model.expect("peers").value;
    assert_eq!(model.peers.len(), 16);
    let wanted = [
        ("50032", 0.608_464_030_325_854_2),
        ("50042", 0.657_535_509_218_735_2),
        ("50066", 0.658_087_573_482_669_7),
    ];
    for (peer, (code, distance)) in model.peers.iter().zip(wanted) {
        assert_eq!(peer.code.as_str(), code);
        assert!((peer.like.distance - distance).abs() < 1e-9, "{}", peer.like.distance);
    }
    let last = model.peers.last().expect("the furthest");
    assert_eq!(last.code.as_str(), "50015");
    assert!((last.like.distance - 2.976_320_377_514_343_6).abs() < 1e-9);
    let told = sentences(Lang::It, &model, &TODAY.atlas).join(" ");
    assert!(
        told.starts_with("Il territorio più simile all'Ambito di Corsico è l'Ambito ")
            || told.contains("(distanza 0,61)"),
        "{told}"
    );
}

#[test]
fn every_place_has_its_like_in_both_languages() {
    for code in ["50089", "015146", "098033", "706"] {
        for lang in [Lang::It, Lang::En] {
            let usual = PeersSpec::usual(&TODAY.atlas);
            let spec = PeersSpec { lang, selected: vec![Code::from(code)], ..PeersSpec::new(usual) };
            let element: Element = spec.into();
            let drawn = registry::build(&element, TODAY.sources()).expect("a figure").value;
            assert!(!drawn.reading(TODAY.sources()).is_empty(), "{code}");
            assert!(registry::table(&element, TODAY.sources()).is_ok());
        }
    }
    assert_eq!(PeersSpec::usual(&TODAY.atlas).len(), 7);
}

#[test]
fn a_place_without_values_or_a_constant_is_said() {
    let bundle = awkward();
    for level in Level::ALL {
        let Some(unit) = bundle.atlas.territories.units(level).first() else { continue };
        let all = bundle.atlas.catalogue.indicators().iter().take(12);
        let ids: Vec<IndicatorAt> = all
            .filter_map(|one| {
                Some(IndicatorAt { indicator: one.id.clone(), date: *bundle.atlas.dates(one).last()? })
            })
            .filter(|one| !bundle.atlas.indicator(&one.indicator).is_ok_and(|known| known.kind.has_steps()))
            .collect();
        let spec = PeersSpec { selected: vec![unit.code.clone()], ..PeersSpec::new(ids) };
        registry::build(&spec.into(), bundle.sources())
            .map(|_| ())
            .unwrap_or_else(|error| panic!("{level:?}: {error:?}"));
    }
    let none = PeersSpec::new(PeersSpec::usual(&TODAY.atlas));
    assert!(PeersModel::new(&none, &TODAY.atlas).expect("nobody").value.peers.is_empty());
}
