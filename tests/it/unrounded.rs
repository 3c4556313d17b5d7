//! Ranks and comparisons are made on values as they are: where the printed digits do not show it, it is said, and beside
//! who has an extreme those that print the same are told. Children of 0 to 4 per 100 women of 15 to 49 at 1/1/2022, with pandas from
//! popolazione_eta.csv: Alto Milanese 18.5800, Paullo 18.5589, Rho 18.5565 (13th to 15th, all "18,6"); Melzo 18.7800 and the ATS
//! 18.7679 (both "18,8"); ASST Ovest Milanese 18.8885 and Rhodense 18.8608, the lowest of the five (both "18,9").

use atlante::base::{Code, Date, Level};
use atlante::document::{
    Element, MapSpec, QuadrantSplit, RankingSpec, ScatterSpec, SlopeSpec, TableColumn, TableSpec,
};
use atlante::figure::{Drawn, registry};

use crate::common::{TODAY, january};

const ID: &str = "carico_figli";
const SAID: &str = "Posti e confronti sono sui valori non arrotondati";

fn drawn(element: impl Into<Element>) -> (Drawn, Vec<&'static str>) {
    let made = registry::build(&element.into(), TODAY.sources()).expect("a figure");
    let codes = made.remarks.iter().map(|remark| remark.code()).collect();
    (made.value, codes)
}

fn reading(element: impl Into<Element>) -> String {
    drawn(element).0.reading(TODAY.sources()).join(" ")
}

fn ranking(level: Level, of: &str) -> RankingSpec {
    RankingSpec { selected: vec![Code::from(of)], ..RankingSpec::new(ID, january(2022), level) }
}

#[test]
fn ranks_that_the_digits_do_not_show_are_told() {
    let (figure, codes) = drawn(ranking(Level::Ambiti, "50095"));
    assert!(codes.contains(&"unrounded"), "{codes:?}");
    let told = figure.reading(TODAY.sources()).join(" ");
    assert!(told.contains("al 15° posto su 17") && told.contains(SAID), "{told}");
    // Pioltello, 20.2: no other Ambito prints it, but Melzo prints as much as the ATS and is counted above it.
    let told = reading(ranking(Level::Ambiti, "50056"));
    assert!(told.contains("lo superano 12 Ambiti su 17") && told.contains(SAID), "{told}");
    // Of the five ASST each prints its own value or is no closer to the ATS than its digits show; two of them print 18,9 and 19,5.
    let map = MapSpec { level: Level::Ambiti, ..MapSpec::new(ID, january(2022)) };
    assert!(reading(map).contains(SAID), "the ATS is 18,8 as Melzo is");
}

/// Nothing is said where the digits show every rank: residents are counted one by one.
#[test]
fn nothing_is_said_where_digits_show_the_ranks() {
    let spec = RankingSpec::new("residenti", january(2022), Level::Ambiti);
    let (figure, codes) = drawn(spec);
    assert!(!codes.contains(&"unrounded"), "{codes:?}");
    assert!(!figure.reading(TODAY.sources()).join(" ").contains(SAID));
}

#[test]
fn where_others_print_the_same_they_are_told_beside_who_has_it() {
    let column = TableColumn::value(ID, january(2022));
    let told = reading(TableSpec::new(vec![column], Level::Asst));
    let ends = "dal 18,9 dell'ASST Rhodense (e, arrotondato, di un'altra ASST) al 19,5 dell'ASST ";
    assert!(told.contains(ends) && told.matches("di un'altra ASST").count() == 2, "{told}");
}

#[test]
fn slopes_and_quadrants_say_it_too() {
    let slope = SlopeSpec {
        selected: vec![Code::from("50095")],
        ..SlopeSpec::new(ID, january(2022), january(2023), Level::Ambiti)
    };
    let (figure, codes) = drawn(slope);
    assert!(codes.contains(&"unrounded"), "{codes:?}");
    assert!(figure.reading(TODAY.sources()).join(" ").contains(SAID));
    let mut scatter = ScatterSpec { level: Level::Ambiti, ..ScatterSpec::new("densita", ID, january(2022)) };
    scatter.view.quadrants = QuadrantSplit::Ats;
    let (_, codes) = drawn(scatter);
    assert!(codes.contains(&"unrounded"), "Melzo is on the line of the ATS as printed: {codes:?}");
}

/// Trezzo d'Adda, incomes over 75,000 euro: between 1.895% and 1.933% in 2011, between 1.868% and 1.932% in 2013 (sums of the
/// published cells of `irpef.csv`, with what they leave for the withheld ones).
#[test]
fn a_series_tells_no_change_that_withheld_cells_could_turn_round() {
    use atlante::data::{Absence, Reference};
    use atlante::document::{SeriesMode, SeriesSpec};
    use atlante::figure::series::{LineRole, SeriesModel};

    let at = |year: i16| Reference::Date(Date::new(year, 12, 31).expect("a date"));
    let of = |mode, base| {
        let spec = SeriesSpec {
            mode,
            base: Some(at(base)),
            ..SeriesSpec::new("quota_redditi_oltre_75k", vec![Code::from("50015")])
        };
        SeriesModel::new(&spec, &TODAY.atlas).expect("a series")
    };
    let value = |mode, base, year| {
        let model = of(mode, base).value;
        let line = model.of(LineRole::Selected).next().expect("Trezzo").clone();
        let found = line.points(&model.references).find(|(known, _)| *known == at(year));
        found.expect("a point").1
    };
    assert_eq!(value(SeriesMode::Change, 2011, 2013), Err(Absence::Suppressed));
    assert_eq!(value(SeriesMode::Base100, 2011, 2013), Err(Absence::Suppressed));
    // At the base it differs in nothing from itself.
    assert_eq!(value(SeriesMode::Change, 2011, 2011), Ok(0.0));
    assert_eq!(value(SeriesMode::Base100, 2011, 2011), Ok(100.0));
    // One sentence for each line, however many dates there are.
    let told = of(SeriesMode::Change, 2011).remarks;
    let told: Vec<String> = told
        .iter()
        .filter(|remark| remark.code() == "uncertain_change")
        .map(|remark| remark.text(atlante::i18n::Lang::It))
        .collect();
    assert!(told.len() <= 2 && told[0].starts_with("Ambito di Trezzo d'Adda ("), "{told:?}");
    assert!(told[0].contains("2013") && told[0].contains("dipende da dati oscurati"), "{told:?}");
    // 100 x [1.868, 1.932] / the ATS is not one number with a decimal.
    assert_eq!(value(SeriesMode::Ats100, 2011, 2013), Err(Absence::Suppressed));
}

/// The balance of births and deaths is below zero: −4.4 for every 1,000 residents of the ATS in 2025.
#[test]
fn there_is_no_index_of_what_goes_below_zero() {
    use atlante::document::{SeriesMode, SeriesSpec};
    use atlante::figure::series::SeriesModel;
    use atlante::figure::{FigureError, KindError};

    for mode in [SeriesMode::Base100, SeriesMode::Ats100] {
        let spec = SeriesSpec { mode, ..SeriesSpec::new("saldo_naturale", Vec::new()) };
        let made = SeriesModel::new(&spec, &TODAY.atlas).map(|made| made.remarks);
        assert_eq!(made, Err(FigureError::Kind(KindError::IndexOfSigned)));
    }
}

/// In Italian "e" and "a" take a "d" before the same vowel, and a name that is quoted stays as it is.
#[test]
fn and_takes_a_d_before_the_same_vowel() {
    use atlante::i18n::{Lang, texts};

    assert_eq!(texts::title_two(Lang::It, "Densità", "età media"), "Densità ed età media");
    assert_eq!(texts::title_two(Lang::It, "Età media", "densità"), "Età media e densità");
    assert_eq!(texts::both(Lang::It, "«Rho e Erba»", "«Est»"), "«Rho e Erba» e «Est»");
    assert_eq!(texts::title_two(Lang::En, "Density", "e"), "Density and e");
}

/// A typed number has no date, and the indicator it counts is named.
#[test]
fn a_typed_base_is_not_dated() {
    use crate::cli::Cli;

    let asked = ["standard", "assistenti_sociali", "--territory", "50089", "--have", "22"];
    let typed = Cli::new(&asked).with(&["--base", "117654", "--today"]).ok();
    assert!(typed.contains("29,4") && !typed.contains("2026"), "{typed}");
    let own = Cli::new(&asked).with(&["--today"]).ok();
    assert!(own.contains("Valori al 1/1/2026."), "{own}");
    let all = Cli::new(&["standard"]).ok();
    assert!(all.contains("Popolazione residente") && !all.contains("(residenti)"), "{all}");
}

/// Areas that English has its own words for: in the lines of a series and in the rows of a table.
#[test]
fn italy_and_lombardy_have_english_names() {
    use atlante::document::SeriesSpec;
    use atlante::figure::series::SeriesModel;
    use atlante::i18n::Lang;

    let names = |lang| {
        let areas = Some(vec![Code::from("lombardia"), Code::from("italia")]);
        let spec = SeriesSpec { lang, areas, ..SeriesSpec::new("indice_vecchiaia", Vec::new()) };
        let model = SeriesModel::new(&spec, &TODAY.atlas).expect("a series").value;
        model.lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>()
    };
    for (lang, own) in [(Lang::It, ["Lombardia", "Italia"]), (Lang::En, ["Lombardy", "Italy"])] {
        let names = names(lang);
        assert!(own.iter().all(|name| names.iter().any(|known| known == name)), "{names:?}");
    }
    assert_eq!(Lang::En.area("ATS Brescia"), "ATS Brescia");
}
