//! The territory: memberships, adjacency, and the outlines dissolved from the Comuni.

use atlante::base::{Code, Level};
use atlante::geo::hit::HitIndex;
use atlante::geo::label::most_radius;
use geo::{Area, Contains, MultiPolygon, Point, Validation};

use crate::common::{BUNDLE, atlas};

#[test]
fn there_are_193_comuni_in_two_provinces() {
    let comuni = atlas().territories.comuni();
    let of = |province: &str| comuni.iter().filter(|c| c.province.0.as_str() == province).count();
    assert_eq!((comuni.len(), of("015"), of("098")), (193, 133, 60));
    for comune in comuni {
        let code = comune.code.as_str();
        assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
        assert!(code.starts_with(comune.province.0.as_str()), "{code}");
    }
}

#[test]
fn levels_have_the_units_they_should() {
    let count = |level| atlas().territories.units(level).len();
    assert_eq!(Level::ALL.map(count), [193, 17, 5, 1]);
    for level in Level::ALL {
        let mut members: Vec<usize> =
            atlas().territories.units(level).iter().flat_map(|u| u.members.iter().copied()).collect();
        members.sort_unstable();
        let everybody = if level == Level::Asst { 192 } else { 193 };
        members.dedup();
        assert_eq!(members.len(), everybody, "{level:?}: each Comune in one unit");
    }
}

#[test]
fn the_city_of_milano_has_no_asst_and_is_an_ambito_by_itself() {
    let comuni = atlas().territories.comuni();
    let without: Vec<&str> = comuni.iter().filter(|c| c.asst.is_none()).map(|c| c.code.as_str()).collect();
    assert_eq!(without, ["015146"]);
    let ambiti = atlas().territories.units(Level::Ambiti);
    let alone: Vec<_> = ambiti.iter().filter(|u| u.members.len() == 1).collect();
    assert_eq!(alone.len(), 1);
    assert_eq!(comuni[alone[0].members[0]].name, "Milano");
}

#[test]
fn san_colombano_is_counted_with_lodi() {
    let comuni = atlas().territories.comuni();
    let san_colombano = comuni.iter().find(|c| c.code.as_str() == "015191").expect("San Colombano al Lambro");
    let lodi = comuni.iter().find(|c| c.code.as_str() == "098031").expect("Lodi");
    assert_eq!(san_colombano.province.1, "Milano");
    assert_eq!(san_colombano.ambito, lodi.ambito);
    assert_eq!(san_colombano.asst, lodi.asst);
}

#[test]
fn the_ambito_di_corsico_has_six_comuni() {
    let ambiti = atlas().territories.units(Level::Ambiti);
    let corsico = ambiti.iter().find(|u| u.code.as_str() == "50089").expect("the Ambito di Corsico");
    let names: Vec<&str> =
        corsico.members.iter().map(|&i| atlas().territories.comuni()[i].name.as_str()).collect();
    let expected = ["Assago", "Buccinasco", "Cesano Boscone", "Corsico", "Cusago", "Trezzano sul Naviglio"];
    assert_eq!(names, expected);
}

#[test]
fn codes_find_their_unit_at_the_smallest_level() {
    let find = |code: &str| atlas().territories.find(&Code::from(code)).map(|(level, _)| level);
    let found = ["015146", "50089", "705", "321", "15146", ""].map(find);
    let levels = [Level::Comuni, Level::Ambiti, Level::Asst, Level::Ats].map(Some);
    assert_eq!(found[..4], levels);
    assert_eq!(found[4..], [None, None]);
}

#[test]
fn codes_of_different_levels_never_coincide() {
    let mut all: Vec<&Code> =
        Level::ALL.iter().flat_map(|l| atlas().territories.units(*l)).map(|u| &u.code).collect();
    let before = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), before);
}

#[test]
fn neighbours_are_as_many_as_counted_independently() {
    let topology = BUNDLE.basemap.topology();
    assert_eq!(topology.rook_neighbours().pair_count(), 486);
    assert_eq!(topology.neighbours().pair_count(), 492);
    let alone = (0..topology.len()).filter(|&i| topology.neighbours().of(i).is_empty()).count();
    assert_eq!(alone, 0);
}

#[test]
fn milano_borders_on_corsico_and_not_on_lodi() {
    let at = |code: &str| atlas().territories.position(Level::Comuni, &Code::from(code)).expect("a Comune");
    let of_milano = BUNDLE.basemap.topology().neighbours().of(at("015146"));
    assert!(of_milano.contains(&(at("015093") as u32)));
    assert!(!of_milano.contains(&(at("098031") as u32)));
}

#[test]
fn dissolved_outlines_cover_exactly_their_comuni() {
    let areas = BUNDLE.basemap.areas();
    for level in [Level::Ambiti, Level::Asst, Level::Ats] {
        let shapes = BUNDLE.basemap.level(level);
        for (unit, outline) in atlas().territories.units(level).iter().zip(shapes.outlines()) {
            let sum: f64 = unit.members.iter().map(|&i| areas[i].unsigned_area()).sum();
            let dissolved = outline.unsigned_area();
            assert!((dissolved - sum).abs() <= 1e-9 * sum, "{}: {dissolved} for {sum}", unit.name);
        }
    }
    // The boundaries are generalised: close to the official 2,358.56 km², never equal.
    let drawn = BUNDLE.basemap.level(Level::Ats).outlines()[0].unsigned_area() / 1e6;
    assert!((2300.0..2420.0).contains(&drawn), "{drawn}");
}

fn parts(polygon: &MultiPolygon) -> (usize, usize) {
    (polygon.0.len(), polygon.iter().map(|part| part.interiors().len()).sum())
}

#[test]
fn dissolved_outlines_are_valid_polygons() {
    for level in Level::ALL {
        let shapes = BUNDLE.basemap.level(level);
        for (unit, outline) in atlas().territories.units(level).iter().zip(shapes.outlines()) {
            assert!(outline.is_valid(), "{} ({level:?}): {:?}", unit.name, parts(outline));
        }
    }
}

/// No gaps between Comuni: the territory is one piece, and holes would be slivers between mismatched borders.
#[test]
fn the_territory_has_no_holes() {
    for level in [Level::Ambiti, Level::Asst, Level::Ats] {
        let shapes = BUNDLE.basemap.level(level);
        for (unit, outline) in atlas().territories.units(level).iter().zip(shapes.outlines()) {
            let holes = parts(outline).1;
            // Only a unit around the city of Milano may have a hole.
            assert!(holes == 0 || level == Level::Asst, "{}: {holes} holes", unit.name);
        }
    }
    assert_eq!(parts(&BUNDLE.basemap.level(Level::Ats).outlines()[0]), (1, 0));
}

#[test]
fn only_one_comune_is_in_two_parts() {
    let comuni = atlas().territories.comuni();
    let split: Vec<&str> = comuni
        .iter()
        .zip(BUNDLE.basemap.areas())
        .filter(|(_, area)| area.0.len() > 1)
        .map(|(comune, _)| comune.code.as_str())
        .collect();
    assert_eq!(split, ["098051"], "Santo Stefano Lodigiano");
}

#[test]
fn label_points_lie_inside_their_territory() {
    for level in Level::ALL {
        let shapes = BUNDLE.basemap.level(level);
        assert_eq!(shapes.outlines().len(), shapes.labels().count());
        for (unit, (outline, label)) in
            atlas().territories.units(level).iter().zip(shapes.outlines().iter().zip(shapes.labels()))
        {
            let label = label.unwrap_or_else(|| panic!("{} has no label point", unit.name));
            assert!(outline.contains(&Point(label.at)), "{}", unit.name);
            assert!(label.radius > 0.0, "{}", unit.name);
            // The bound that saves the search must never be too low.
            assert!(label.radius <= most_radius(outline), "{}", unit.name);
        }
    }
}

#[test]
fn a_comune_is_found_under_its_own_label_point() {
    let index = HitIndex::new(BUNDLE.basemap.areas());
    let labels = BUNDLE.basemap.level(Level::Comuni).labels();
    assert_eq!(labels.size_hint(), (193, Some(193)));
    for (i, label) in labels.enumerate() {
        let label = label.expect("a label point");
        assert_eq!(index.locate(label.at), Some(i));
    }
}

#[test]
fn borders_are_drawn_once() {
    let length = |level| -> f64 {
        let borders = BUNDLE.basemap.topology().borders(BUNDLE.basemap.membership(level));
        borders.iter().flat_map(|line| line.lines()).map(|edge| edge.dx().hypot(edge.dy())).sum()
    };
    let perimeters = |level| -> f64 {
        let outlines = BUNDLE.basemap.level(level).outlines();
        let rings =
            outlines.iter().flatten().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()));
        rings.flat_map(|ring| ring.lines()).map(|edge| edge.dx().hypot(edge.dy())).sum()
    };
    // Each inner border counts in two perimeters, the outer one in one.
    let outer = perimeters(Level::Ats);
    for level in [Level::Comuni, Level::Ambiti] {
        let expected = (perimeters(level) + outer) / 2.0;
        assert!((length(level) - expected).abs() < 1e-6 * expected, "{level:?}");
    }
}
