//! The slope chart: its numbers, its texts, its page and its panel.

use std::sync::Arc;

use atlante::base::{Code, Level};
use atlante::data::Method;
use atlante::document::{Element, ElementKind, FigureSpec, SlopeSpec, Spec, Subject};
use atlante::engine::{Action, Settings, State, update};
use atlante::figure::map::kinds::change::Direction;
use atlante::figure::slope::{SlopeModel, SlopeRole, SlopeView};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::scene::{Cell, Geometry, Role};

use crate::common::{BUNDLE, TODAY, atlas, january, set_map};
use crate::page::{group, paths};

fn spec(level: Level, selected: &[&str]) -> SlopeSpec {
    let selected = selected.iter().map(|code| Code::from(*code)).collect();
    SlopeSpec { selected, ..SlopeSpec::new("indice_vecchiaia", january(2022), january(2023), level) }
}

fn model(spec: &SlopeSpec) -> SlopeModel {
    SlopeModel::new(spec, atlas()).expect("a slope chart").value
}

/// pandas on POSAS at both dates: `100 * p65.sum() / p0_14.sum()` by Ambito, and `rank(ascending=False)` of the seventeen.
#[test]
fn values_differences_and_places_are_those_of_pandas() {
    let model = model(&spec(Level::Ambiti, &["50089"]));
    let corsico = model.of(SlopeRole::Selected).next().expect("Corsico");
    assert!((corsico.moved.before - 174.659).abs() < 5e-4, "{}", corsico.moved.before);
    assert!((corsico.moved.now - 180.957).abs() < 5e-4, "{}", corsico.moved.now);
    assert_eq!(corsico.moved.direction(), Direction::Up);
    let places = corsico.places.expect("one of seventeen").map(|place| (place.place, place.of));
    assert_eq!(places, [(7, 17), (7, 17)]);
    assert_eq!(model.of(SlopeRole::Context).count(), 16);
    assert_eq!(model.of(SlopeRole::Benchmark).count(), 1);
}

#[test]
fn a_page_reads_describes_and_lists_what_it_draws() {
    let figure = compose::build(&FigureSpec::of(spec(Level::Ambiti, &["50089"]).into()), BUNDLE.sources());
    let figure = figure.expect("a page").value;
    let alternative = &figure.scene.description;
    assert!(alternative.contains("Corsico: da 174,7 (7° su 17) a 181,0 (7° su 17) (+6,3)"), "{alternative}");
    // With one decimal (174.8, 178.8, +4.1) the difference would disagree with the two values.
    assert!(alternative.contains("ATS: da 174,79 a 178,85 (+4,06)"), "{alternative}");
    let reading = atlante::figure::reading::figure(&figure.parts, BUNDLE.sources());
    assert!(reading.contains("(1/1/2022 e 1/1/2023): Ambito di Corsico 7° e 7° su 17."), "{reading}");
    let element = Element::from(spec(Level::Ambiti, &["50089"]));
    let (book, facts) = registry::table(&element, BUNDLE.sources()).expect("sheets").value;
    assert_eq!(book.sheets[0].rows.len(), 18);
    assert_eq!(book.sheets[0].rows[0][1], Cell::text("Corsico"));
    assert_eq!(facts["lines"][0]["places"], serde_json::json!([7, 7]));
}

#[test]
fn in_the_reading_a_group_is_a_line_and_not_all_that_lies_in_it() {
    let read = |selected: &[&str]| {
        let figure = FigureSpec::of(spec(Level::Comuni, selected).into());
        let figure = compose::build(&figure, BUNDLE.sources()).expect("a page").value;
        atlante::figure::reading::figure(&figure.parts, BUNDLE.sources())
    };
    let ats = atlas().territories.units(Level::Ats)[0].code.as_str();
    // Rho, alone and with the ATS: the sentences on the selection are about Rho.
    assert_eq!(read(&["015182", ats]), read(&["015182"]));
    let with_ambito = read(&["015182", "50089"]);
    assert!(
        with_ambito.contains("Ambito di Corsico: da 174,7 (7° su 17 Ambiti) a 181,0 (7° su 17 Ambiti)"),
        "{with_ambito}"
    );
    assert!(!with_ambito.contains("Buccinasco"), "{with_ambito}");
}

#[test]
fn over_a_break_every_dot_can_be_seen_and_says_whose_it_is() {
    let broken = SlopeSpec { indicator: "residenti".into(), from: january(2020), ..spec(Level::Ambiti, &[]) };
    let drawn = view::build::<SlopeView>(&broken, BUNDLE.sources()).expect("a page").value;
    let lines = group(&drawn.scene, Role::Lines).expect("lines");
    let dots: Vec<_> = paths(lines)
        .into_iter()
        .filter_map(|path| match path.geometry {
            Geometry::Circle { radius, .. } => Some((radius, path.datum.is_some())),
            _ => None,
        })
        .collect();
    assert_eq!(dots.len(), 2 * 17);
    // A printed point is a third of a millimetre.
    assert!(dots.iter().all(|(radius, has_name)| *radius >= 1.2 && *has_name), "{dots:?}");
}

#[test]
fn no_line_crosses_a_break_of_the_series() {
    let broken = SlopeSpec { indicator: "residenti".into(), from: january(2020), ..spec(Level::Ambiti, &[]) };
    let made = SlopeModel::new(&broken, atlas()).expect("a slope chart");
    assert_eq!(made.value.breaks.len(), 1);
    assert!(made.remarks.iter().any(|remark| remark.code() == "series_break"));
    let of_lines = |spec: &SlopeSpec| {
        let scene = view::build::<SlopeView>(spec, BUNDLE.sources()).expect("a figure").value.scene;
        format!("{:?}", scene.nodes).matches("Lines(").count()
    };
    assert!(of_lines(&broken) < of_lines(&SlopeSpec { from: january(2022), ..broken.clone() }));
    // The proposed start is the first comparable date.
    assert_eq!(SlopeSpec::usual_start("residenti", january(2023), atlas()), Some(january(2022)));
}

#[test]
fn awkward_asks_are_answered() {
    let turned = SlopeSpec { from: january(2023), to: january(2022), ..spec(Level::Ambiti, &[]) };
    assert!(matches!(SlopeModel::new(&turned, atlas()), Err(FigureError::Kind(_))));
    let twice = model(&spec(Level::Ambiti, &["50089", "50089"]));
    assert_eq!(twice.of(SlopeRole::Selected).count(), 1, "named twice, drawn once");
    let unknown = spec(Level::Ambiti, &["015999"]);
    assert!(matches!(SlopeModel::new(&unknown, atlas()), Err(FigureError::UnknownTerritory(_))));
    for (width, height) in [(297.0, 210.0), (80.0, 110.0), (160.0, 110.0)] {
        for level in Level::ALL {
            let mut spec = spec(level, &["015093", "50089"]);
            (spec.page.width.0, spec.page.height.0) = (width, height);
            let made = view::build::<SlopeView>(&spec, BUNDLE.sources());
            assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width} {level:?}");
        }
    }
}

#[test]
fn it_follows_the_map_and_is_undone() {
    let mut state = State::new(Arc::new(crate::common::edition()), Settings::default()).expect("a state");
    let seen = |state: &State| state.document.view::<SlopeSpec>().expect("in sight").clone();
    set_map(&mut state, |map| map.level = Level::Ambiti);
    update(&mut state, Action::Choose(vec!["50089".into()]));
    assert_eq!((seen(&state).level, seen(&state).selected), (Level::Ambiti, vec!["50089".into()]));
    let without = SlopeSpec { ats: false, ..seen(&state) };
    update(&mut state, Action::SetView(Box::new(without.into())));
    assert!(!seen(&state).ats);
    update(&mut state, Action::Undo);
    assert!(seen(&state).ats);
    assert!(matches!(state.document.element(ElementKind::Slope), Some(Element::Slope(_))));
    let subject = Subject { at: january(2019).into(), ..state.document.subject(atlas()) };
    assert!(SlopeSpec::opening(&subject, atlas()).is_none_or(|spec| spec.from < spec.to));
}

/// As the requested level the ATS follows the requested method; as a benchmark it is pooled. The values are from
/// pandas, from `sample_data/popolazione_eta.csv`: the lowest share of ages 15 to 64 among the Comuni, and the
/// overall share.
#[test]
fn the_ats_is_made_as_asked_where_it_is_the_level() {
    let ats = |level, ats| {
        let method = Method::Min;
        let spec = SlopeSpec { indicator: "quota_15_64".into(), method, ats, ..spec(level, &[]) };
        let line = model(&spec).lines.iter().find(|line| line.level == Level::Ats).cloned().expect("a line");
        [line.moved.before, line.moved.now].map(|x| (x * 1e6).round() / 1e6)
    };
    assert_eq!(ats(Level::Ats, false), [55.555_556, 55.932_203]);
    assert_eq!(ats(Level::Ambiti, true).map(|x| x.round()), [64.0, 64.0]);
}

/// The share of ages 0 to 2 in the ATS goes from 2.1958 to 2.1578: a fall, which no text may write as zero.
#[test]
fn what_has_moved_is_not_written_as_zero() {
    use crate::cli::Cli;
    use crate::common::Folder;

    let folder = Folder::new();
    let file = folder.file("quota.svg");
    for (arguments, words) in [
        ("map --compare-year 2022 --level ambiti", "−0,04 p.p."),
        ("series --mode change --territory 50089", "ATS: −0,04 p.p."),
    ] {
        let line = format!("figure {arguments} --indicator quota_0_2 --json -o {file}");
        let output = Cli::line(&line).json()["alternative_text"].as_str().expect("text").to_owned();
        assert!(output.contains(words) && !output.contains(" 0,0 p.p."), "{output}");
    }
}

/// Withheld cells leave some Ambiti without the share of incomes over 75,000 euro, not the same ones at both dates.
#[test]
fn places_are_told_among_those_that_have_a_value_at_each_date() {
    let atlas = crate::common::today();
    let id = "quota_redditi_oltre_75k";
    let dates = atlas.dates(atlas.indicator(id).expect("known"));
    let at = |year: i16| *dates.iter().find(|date| date.year() == year).expect("a date");
    let spec = SlopeSpec {
        selected: vec![Code::from("50089")],
        ..SlopeSpec::new(id, at(2000), at(2022), Level::Ambiti)
    };
    let present = |year| {
        let table = crate::common::table_today(id, at(year), Level::Ambiti, Method::Pooled);
        table.present().count()
    };
    let (before, now) = (present(2000), present(2022));
    assert_ne!(before, now);
    let drawn = registry::build(&Element::from(spec), TODAY.sources()).expect("a page").value;
    let reading = drawn.reading(TODAY.sources()).join(" ");
    assert!(
        reading.contains(&format!("° su {before} e ")) && reading.contains(&format!("° su {now}.")),
        "{reading}"
    );
}

/// Trezzo d'Adda, incomes over 75,000 euro: between 1.895% and 1.933% in 2011, between 1.868% and 1.932% in 2013 (sums of the
/// published cells of `irpef.csv`, with what they leave for the withheld ones), so it may have risen or fallen.
#[test]
fn a_change_that_withheld_cells_could_turn_round_is_not_told() {
    use atlante::base::Date;
    use atlante::data::Absence;
    use atlante::document::{MapKind, MapSpec, TableColumn, TableSpec};

    let at = |year: i16| format!("{year}-12-31").parse::<Date>().expect("a date");
    let trezzo = Code::from("50015");
    let slope = |from: i16, to: i16| {
        let spec = SlopeSpec {
            selected: vec![trezzo.clone()],
            ..SlopeSpec::new("quota_redditi_oltre_75k", at(from), at(to), Level::Ambiti)
        };
        SlopeModel::new(&spec, TODAY.sources().atlas).expect("a slope chart")
    };
    let uncertain = slope(2011, 2013);
    assert_eq!(uncertain.value.of(SlopeRole::Selected).count(), 0);
    let told = |warned: &atlante::figure::Warned<SlopeModel>| {
        warned.remarks.iter().any(|remark| remark.code() == "uncertain_change")
    };
    assert!(told(&uncertain));
    // A change far larger than what is withheld is told.
    let certain = slope(2011, 2022);
    assert_eq!(certain.value.of(SlopeRole::Selected).count(), 1);

    let map = MapSpec {
        level: Level::Ambiti,
        kind: MapKind::Change { from: at(2011) },
        ..MapSpec::new("quota_redditi_oltre_75k", at(2013))
    };
    let (book, _) = registry::table(&map.into(), TODAY.sources()).expect("sheets").value;
    let row = book.sheets[0].rows.iter().find(|row| row[0] == Cell::text("50015")).expect("Trezzo");
    assert!(
        !row.iter().any(|cell| matches!(cell, Cell::Number { value, .. } if value.abs() < 0.1)),
        "{row:?}"
    );

    let column = TableColumn {
        from: Some(at(2011).into()),
        ..TableColumn::value("quota_redditi_oltre_75k", at(2013))
    };
    let table = TableSpec::new(vec![column], Level::Ambiti);
    let model = atlante::figure::table::TableModel::new(&table, TODAY.sources().atlas).expect("a table");
    let row = model.rows.iter().find(|row| row.code == trezzo).expect("Trezzo");
    assert_eq!(row.cells, [Err(Absence::Suppressed)]);
}
