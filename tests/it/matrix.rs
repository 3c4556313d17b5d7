//! The matrix of correlations: its numbers, its texts, its page and its bad cases. Numbers are those of
//! `tests/reference/matrix.py` (scipy and statsmodels on `sample_data/popolazione_eta.csv`).

use atlante::base::Level;
use atlante::document::{Coefficient, Element, FigureSpec, IndicatorAt, MatrixSpec, SpineSpec};
use atlante::figure::matrix::{MatrixModel, MatrixView, Pair};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::i18n::Lang;

use crate::common::{TODAY, atlas, awkward, january};

const FOUR: [&str; 4] = ["indice_vecchiaia", "quota_0_14", "rapporto_mascolinita", "carico_figli"];

fn spec(ids: &[&str], coefficient: Coefficient) -> MatrixSpec {
    let at = |id: &&str| IndicatorAt { indicator: (*id).into(), date: january(2023) };
    let listed = MatrixSpec::new(ids.iter().map(at).collect(), Level::Comuni);
    MatrixSpec { coefficient, by_likeness: false, ..listed }
}

fn pair(spec: &MatrixSpec, (i, j): (usize, usize)) -> Pair {
    MatrixModel::new(spec, atlas()).expect("a matrix").value.pairs[i][j].expect("a pair")
}

#[test]
fn coefficients_and_p_values_are_those_of_scipy() {
    for (coefficient, i, j, r, p) in [
        (Coefficient::Pearson, 1, 0, -0.900_964_592_090_510_3, 3.512_681_280_235_713e-71),
        (Coefficient::Pearson, 2, 0, -0.285_553_960_655_255, 5.687_623_674_559_514e-5),
        (Coefficient::Pearson, 3, 2, 0.486_091_523_362_811_8, 7.710_551_925_939_595e-13),
        (Coefficient::Spearman, 1, 0, -0.919_817_651_300_678_4, 1.540_265_959_189_934_3e-79),
        (Coefficient::Spearman, 3, 2, 0.154_772_715_132_738_63, 0.031_620_849_319_970_25),
    ] {
        let found = pair(&spec(&FOUR, coefficient), (i, j));
        assert!((found.r - r).abs() < 1e-12 && found.n == 193, "{found:?}");
        assert!((found.p / p - 1.0).abs() < 1e-6, "{found:?}, not {p}");
    }
}

/// All four are made of ages, so that most pairs hold each other: only those apart are compared and corrected.
#[test]
fn what_is_inside_what_is_crossed_out_and_not_corrected_for() {
    let made = MatrixModel::new(&spec(&FOUR, Coefficient::Pearson), atlas()).expect("a matrix");
    let inside = made.value.all().filter(|(.., pair)| pair.is_inside).count();
    assert_eq!(made.value.compared + inside, 6);
    assert!(made.value.all().all(|(.., pair)| pair.is_inside == pair.corrected.is_none()));
    assert!(inside > 0 && made.remarks.iter().any(|remark| remark.code() == "pairs_inside"));
    // Of the usual indicators corrected p-values are never below those as they are.
    let usual = MatrixSpec::new(SpineSpec::usual(TODAY.sources().atlas), Level::Comuni);
    let model = MatrixModel::new(&usual, TODAY.sources().atlas).expect("a matrix").value;
    assert!(model.all().all(|(.., pair)| pair.corrected.is_none_or(|p| p >= pair.p)));
    assert_eq!(model.indicators.len(), usual.indicators.len());
}

/// Density counts the residents that shares are divided by, whatever their source calls them: none of these is inside another. A yearly
/// change counts the same residents as density.
#[test]
fn what_is_divided_by_the_same_people_is_not_inside() {
    let atlas = TODAY.sources().atlas;
    let of = |id: &str| atlas.indicator(id).expect("known");
    for other in ["quota_stranieri", "quota_0_14", "natalita", "mortalita"] {
        assert!(
            !of("densita").shares_a_part(of(other)) && !of(other).shares_a_part(of("densita")),
            "{other}"
        );
    }
    for (one, other) in [("densita", "variazione_annua"), ("quota_0_14", "quota_0_2")] {
        assert!(of(one).shares_a_part(of(other)), "{one} and {other}");
    }
}

#[test]
fn it_is_read_described_and_listed_and_the_pages_fit() {
    let usual = MatrixSpec::new(SpineSpec::usual(TODAY.sources().atlas), Level::Comuni);
    for lang in [Lang::It, Lang::En] {
        let spec = MatrixSpec { lang, ..usual.clone() };
        let figure = compose::build(&FigureSpec::of(spec.into()), TODAY.sources()).expect("a page").value;
        let reading = atlante::figure::reading::figure(&figure.parts, TODAY.sources());
        let told = if lang == Lang::It {
            "Coppie che si distinguono dal caso: "
        } else {
            "Pairs unlikely by chance"
        };
        assert!(reading.starts_with(told), "{reading}");
        assert!(figure.scene.description.contains("ρ = "), "{}", figure.scene.description);
    }
    let (book, facts) =
        registry::table(&Element::from(usual.clone()), TODAY.sources()).expect("sheets").value;
    assert_eq!(book.sheets[0].rows.len(), usual.indicators.len());
    assert_eq!(facts["correction"], "holm");
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (150.0, 110.0), (60.0, 60.0)] {
        let mut spec = usual.clone();
        (spec.page.width.0, spec.page.height.0) = (width, height);
        let made = view::build::<MatrixView>(&spec, TODAY.sources());
        assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width} × {height}");
    }
}

/// Forty columns of which five are constant, one missing: no coefficient there, and all of it said.
#[test]
fn constant_missing_repeated_and_too_many_indicators_are_said() {
    let bundle = awkward();
    let sources = bundle.sources();
    let ids = ["costante", "nessuno", "uno", "negativi", "misto", "negativi", "indice_vecchiaia"];
    let made = MatrixModel::new(&spec(&ids, Coefficient::Pearson), sources.atlas).expect("a matrix");
    assert_eq!(made.value.indicators.len(), 6, "named twice, drawn once");
    assert_eq!(made.value.all().count(), 1, "only two of them vary");
    assert!(made.remarks.iter().any(|remark| remark.code() == "left_out"));
    let all: Vec<IndicatorAt> = sources
        .atlas
        .catalogue
        .indicators()
        .iter()
        .filter(|one| !one.kind.has_steps())
        .filter_map(|one| {
            let date = *sources.atlas.dates(one).last()?;
            Some(IndicatorAt { indicator: one.id.clone(), date })
        })
        .collect();
    assert!(all.len() > MatrixSpec::MOST);
    let many = MatrixSpec::new(all, Level::Comuni);
    let made = view::build::<MatrixView>(&many, sources).expect("a page");
    assert_eq!(made.value.model.indicators.len(), MatrixSpec::MOST);
    assert!(made.remarks.iter().any(|remark| remark.code() == "rows_left_out"));
    let none = spec(&[], Coefficient::Pearson);
    assert!(view::build::<MatrixView>(&none, sources).is_ok());
}
