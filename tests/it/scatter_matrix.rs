//! The scatterplot matrix: what it says of a pair is what the scatterplot and the matrix of correlations say. The coefficient is that of
//! `tests/reference/small_views.py` (scipy).

use atlante::base::Level;
use atlante::document::{Element, FigureSpec, IndicatorAt, ScatterMatrixSpec};
use atlante::figure::matrix::MatrixModel;
use atlante::figure::scatter::ScatterModel;
use atlante::figure::scatter_matrix::{ScatterMatrixModel, ScatterMatrixView};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::i18n::Lang;

use crate::common::{BUNDLE, TODAY, atlas, awkward, january};

const FIVE: [&str; 5] = ["indice_vecchiaia", "quota_0_14", "rapporto_mascolinita", "carico_figli", "densita"];

fn spec(ids: &[&str], level: Level) -> ScatterMatrixSpec {
    let at = |id: &&str| IndicatorAt { indicator: (*id).into(), date: january(2023) };
    ScatterMatrixSpec::new(ids.iter().map(at).collect(), level)
}

#[test]
fn a_pair_is_what_the_scatterplot_and_the_matrix_have() {
    let spec = spec(&FIVE[..4], Level::Ambiti);
    let made = ScatterMatrixModel::new(&spec, atlas()).expect("a matrix").value;
    let matrix = MatrixModel::new(&spec.matrix(), atlas()).expect("a matrix").value;
    assert_eq!(made.matrix.pairs, matrix.pairs);
    for i in 0..4 {
        for j in 0..i {
            let alone = spec.scatter(&spec.indicators[j], &spec.indicators[i]);
            let alone = ScatterModel::new(&alone, atlas()).expect("a scatterplot").value;
            assert_eq!(made.scatters[i][j].pairs, alone.pairs);
            assert_eq!(made.scatters[i][j].pearson, alone.pearson);
        }
    }
    let r = made.scatters[2][0].pearson.as_ref().expect("a coefficient");
    assert!((r.r + 0.695_633_540_567_681_7).abs() < 1e-9, "{r:?}");
    assert!((r.p / 0.001_929_912_488_375_799_9 - 1.0).abs() < 1e-6, "{r:?}");
}

#[test]
fn it_is_read_described_and_listed_and_the_pages_fit() {
    for lang in [Lang::It, Lang::En] {
        let spec = ScatterMatrixSpec { lang, ..spec(&FIVE, Level::Comuni) };
        let figure =
            compose::build(&FigureSpec::of(spec.clone().into()), BUNDLE.sources()).expect("a page").value;
        assert!(figure.scene.description.contains("ρ = "), "{}", figure.scene.description);
        let (book, facts) = registry::table(&Element::from(spec), BUNDLE.sources()).expect("sheets").value;
        assert!(book.sheets.len() > 1 && facts["scatterplots"].as_array().is_some_and(|all| all.len() == 10));
    }
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (150.0, 110.0), (60.0, 60.0)] {
        let mut spec = spec(&FIVE, Level::Comuni);
        (spec.page.width.0, spec.page.height.0) = (width, height);
        let made = view::build::<ScatterMatrixView>(&spec, BUNDLE.sources());
        assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width} × {height}");
    }
}

#[test]
fn five_constant_indicators_too_many_and_too_few_are_said() {
    let bundle = awkward();
    let sources = bundle.sources();
    let made = view::build::<ScatterMatrixView>(&spec(&["costante"; 5], Level::Comuni), sources);
    assert!(made.is_ok(), "one indicator named five times");
    let constant = spec(&["costante", "nessuno", "uno", "indice_vecchiaia", "negativi"], Level::Comuni);
    let made = view::build::<ScatterMatrixView>(&constant, sources).expect("a page");
    assert!(made.remarks.iter().any(|remark| remark.code() == "left_out"), "{:?}", made.remarks);
    let usual = atlante::document::SpineSpec::usual(TODAY.sources().atlas);
    let many = ScatterMatrixSpec::new(usual, Level::Comuni);
    let made = view::build::<ScatterMatrixView>(&many, TODAY.sources()).expect("a page");
    assert_eq!(made.value.model.indicators.len(), ScatterMatrixSpec::MOST);
    assert!(made.remarks.iter().any(|remark| remark.code() == "rows_left_out"));
    assert!(view::build::<ScatterMatrixView>(&spec(&[], Level::Comuni), sources).is_ok());
}

/// A click on a cell of either matrix opens the scatterplot of its pair, each indicator at its own date.
#[test]
fn a_cell_opens_its_scatterplot() {
    use atlante::document::{ElementKind, MatrixSpec, ScatterSpec};
    use atlante::engine::{Action, Settings, State, scatter_of_cell, update};
    let bundle = std::sync::Arc::new(crate::common::edition());
    let mut state = State::new(bundle, Settings::default()).expect("a state");
    let mut spec = MatrixSpec::new(spec(&FIVE, Level::Ambiti).indicators, Level::Ambiti);
    spec.indicators[4].date = january(2022);
    assert_eq!(scatter_of_cell(&spec, "indice_vecchiaia", &state), None);
    assert_eq!(scatter_of_cell(&spec, "indice_vecchiaia no_such", &state), None);
    let scatter = scatter_of_cell(&spec, "indice_vecchiaia densita", &state).expect("a pair");
    update(&mut state, Action::OpenView(Box::new(scatter.into())));
    let shown = state.document.view::<ScatterSpec>().expect("there");
    assert_eq!((&*shown.x, shown.x_date), ("indice_vecchiaia", january(2023)));
    assert_eq!((&*shown.y, shown.y_date, shown.level), ("densita", january(2022), Level::Ambiti));
    assert_eq!((state.settings.tab, state.settings.panels.list), (ElementKind::Scatter, true));
    assert!(state.history.undo_steps() > 0);
}
