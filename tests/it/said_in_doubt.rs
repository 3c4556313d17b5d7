//! What figures say where their numbers are in doubt: withheld values that could be the lowest or come first, changes between a final
//! count and an estimate, totals of two sources, few pairs. The expected values were computed with pandas and scipy from `sample_data/`.

use atlante::base::{Code, Date, Level};
use atlante::document::{
    Coefficient, DistributionSpec, Element, FigureSpec, IndicatorAt, MapKind, MapSpec, MatrixSpec,
    PyramidAgainst, PyramidSpec, RankingSpec, ScatterSpec, SeriesMode, SeriesSpec, SlopeSpec, SpineSpec,
    TableColumn, TableSpec,
};
use atlante::figure::{compose, reading};
use atlante::i18n::Lang;
use atlante::scene::Role;

use crate::cli::Cli;
use crate::common::{Folder, TODAY, january};
use crate::page::all_runs;

const CORSICO: &str = "50089";

fn end_of(year: i16) -> Date {
    Date::new(year, 12, 31).expect("a date")
}

/// The reading, the alternative text and the footer.
fn said(element: impl Into<Element>) -> [String; 3] {
    let figure = compose::build(&FigureSpec::of(element.into()), TODAY.sources()).expect("a figure").value;
    let told = reading::figure(&figure.parts, TODAY.sources());
    let footer = all_runs(&figure.scene).into_iter().filter(|(role, _)| *role == Role::Footer);
    let footer: Vec<&str> = footer.map(|(_, run)| run.content.as_str()).collect();
    let footer = footer.join(" ");
    [told, figure.scene.description.clone(), footer]
}

fn all_say(texts: &[String], wanted: &str) {
    for text in texts {
        assert!(text.contains(wanted), "no «{wanted}» in {text}");
    }
}

fn none_says(texts: &[String], words: &str) {
    for text in texts {
        assert!(!text.contains(words), "«{words}» in {text}");
    }
}

/// Incomes above 75,000 euros in tax year 2022: the lowest of the 184 known shares is Baranzate's, 0.983%. Abbadia Cerreto has at most
/// 15 such taxpayers of 209, Maccastorna at most 6 of 74, and both may have none.
const LOWER: &str = "Il valore più basso può essere un altro, noto solo entro due estremi o oscurato: Abbadia Cerreto (tra 0,0% e 7,2%); Maccastorna (tra 0,0% e 8,1%).";

#[test]
fn a_withheld_value_that_may_be_the_lowest_is_told_wherever_the_lowest_is() {
    let (id, at) = ("quota_redditi_oltre_75k", end_of(2022));
    all_say(&said(MapSpec::new(id, at)), LOWER);
    all_say(&said(DistributionSpec::new(id, at)), LOWER);
    let table = TableSpec::new(vec![TableColumn::value(id, at)], Level::Comuni);
    all_say(&said(table), LOWER);
    let ranking = said(RankingSpec::new(id, at, Level::Comuni));
    all_say(&ranking, LOWER);
    // Nine shares are not known; all of them may exceed the lowest known one.
    let places = "I posti sono tra i territori con un valore: altri 9, noti solo entro due estremi o oscurati, possono stare prima.";
    all_say(&ranking, places);
    // Where all are known, nothing is in doubt.
    none_says(&said(MapSpec::new("quota_redditi_fino_10k", at)), "entro due estremi o oscurat");
    // Of several columns it is told which.
    let two = vec![TableColumn::value(id, at), TableColumn::value("quota_redditi_fino_10k", at)];
    let of = "possono cambiare il più basso, il più alto o i posti di: Redditi oltre 75.000.";
    let told = said(TableSpec::new(two, Level::Comuni));
    assert!(told[0].contains("possono cambiare il più basso, il più alto o i posti di: "), "{of}: {told:?}");
}

#[test]
fn a_profile_and_a_slope_say_which_places_are_in_doubt() {
    let one = IndicatorAt { indicator: "quota_redditi_oltre_75k".into(), date: end_of(2022) };
    let other = IndicatorAt { indicator: "quota_redditi_fino_10k".into(), date: end_of(2022) };
    // Besate is not withheld, and is seen among all Comuni, some of which are.
    let mut spine = SpineSpec::new(vec![one, other]);
    spine.selected = vec![Code::from("015146")];
    let told = said(spine);
    all_say(&told, "possono cambiare il più basso, il più alto o i posti di: ");
    let mut slope = SlopeSpec::new("quota_redditi_oltre_75k", end_of(2021), end_of(2022), Level::Comuni);
    slope.selected = vec![Code::from("015146")];
    all_say(&said(slope), "possono cambiare il più basso, il più alto o i posti di: ");
}

const MIXED: &str = "Delle due date a confronto (1/1/2022 e 1/1/2023) una ha dati definitivi e l'altra no: parte della variazione può venire da questo, non dai territori.";

/// Ages of 1/1/2023 are ISTAT's estimate: males and females grow by 4,929 in the ATS since 1/1/2022, residents by 14,185.
#[test]
fn a_change_from_a_count_to_an_estimate_is_told() {
    let (from, to) = (january(2022), january(2023));
    let map = MapSpec { kind: MapKind::Change { from }, ..MapSpec::new("maschi", to) };
    all_say(&said(map.clone()), MIXED);
    all_say(&said(SlopeSpec::new("indice_vecchiaia", from, to, Level::Ambiti)), MIXED);
    let column = TableColumn { from: Some(from.into()), ..TableColumn::value("femmine", to) };
    all_say(&said(TableSpec::new(vec![column], Level::Ambiti)), MIXED);
    let pyramid = PyramidSpec {
        selected: vec![Code::from(CORSICO)],
        against: PyramidAgainst::Date(from),
        ..PyramidSpec::new("eta_media", to)
    };
    all_say(&said(pyramid), MIXED);
    // Residents are final at both.
    let residents = MapSpec { kind: MapKind::Change { from }, ..MapSpec::new("residenti", to) };
    none_says(&said(residents), "dati definitivi e l'altra no");
    let english = said(MapSpec { lang: Lang::En, ..map });
    all_say(&english, "one has final values and the other has not");
}

/// Residents of 1/1/2023 are counted, those of 1/1/2024 estimated, those of 1/1/2025 counted again.
#[test]
fn a_yearly_change_says_that_it_is_between_a_count_and_an_estimate() {
    let at = |year| said(MapSpec::new("variazione_annua", january(year)));
    let told = |year: i16| {
        format!(
            "La variazione al 1/1/{year} è tra un dato definitivo e uno che non lo è: in parte può venire da questo, non dai territori."
        )
    };
    none_says(&at(2023), "definitivo e uno che non lo è");
    all_say(&at(2024), &told(2024));
    all_say(&at(2025), &told(2025));
    let series = said(SeriesSpec::new("residenti", vec![Code::from(CORSICO)]));
    assert!(series[0].contains("una ha dati definitivi e l'altra no"), "{series:?}");
}

/// The ages of the Ambito of Corsico on 1/1/2023 add up to 119,795, its residents are 120,065; 3,446,886 and 3,456,142 in the ATS.
#[test]
fn a_pyramid_says_that_residents_are_counted_otherwise() {
    let at = |year| PyramidSpec {
        selected: vec![Code::from(CORSICO)],
        ..PyramidSpec::new("eta_media", january(year))
    };
    let told = said(at(2023));
    all_say(
        &told,
        "Nell'Ambito di Corsico al 1/1/2023 un'altra fonte conta 120.065 residenti: la somma delle età ne dà 119.795.",
    );
    all_say(
        &told,
        "Nell'ATS al 1/1/2023 un'altra fonte conta 3.456.142 residenti: la somma delle età ne dà 3.446.886.",
    );
    // On 1/1/2022 both are 3,441,957.
    none_says(&said(at(2022)), "un'altra fonte");
}

/// Five ASST: with five pairs there is no rule, whatever r.
#[test]
fn few_pairs_make_no_rule() {
    let mut spec = ScatterSpec::new("densita", "indice_vecchiaia", january(2023));
    spec.level = Level::Asst;
    let [told, alternative, _] = said(spec);
    for text in [&told, &alternative] {
        assert!(text.contains("Le coppie di valori sono solo 5: "), "{text}");
        assert!(!text.contains("in genere") && !text.contains("Legame forte"), "{text}");
    }
}

#[test]
fn a_matrix_and_a_profile_date_their_reading() {
    let usual = MatrixSpec::new(SpineSpec::usual(&TODAY.atlas), Level::Comuni);
    let [told, alternative, _] = said(usual);
    for text in [told, alternative] {
        assert!(text.contains("/20") || text.contains("(20"), "{text}");
    }
    let mut spine = SpineSpec::new(SpineSpec::usual(&TODAY.atlas));
    spine.selected = vec![Code::from(CORSICO)];
    let [told, ..] = said(spine);
    assert!(told.contains("; 1/1/20") || told.contains("; 31/12/20"), "{told}");
}

/// Steps have no distances: Pearson's coefficient is left out, and that is told.
#[test]
fn steps_have_no_straight_line() {
    let atlas = &TODAY.atlas;
    let date = atlas.dates(atlas.indicator("fragilita_decile").expect("known"))[0];
    let at = |id: &str, date| IndicatorAt { indicator: id.into(), date };
    let pair = vec![at("fragilita_decile", date), at("indice_vecchiaia", january(2023))];
    let values =
        MatrixSpec { coefficient: Coefficient::Pearson, ..MatrixSpec::new(pair.clone(), Level::Comuni) };
    let [_, _, footer] = said(values);
    assert!(footer.contains("si confrontano solo per ordine (Spearman): 1."), "{footer}");
    let [told, ..] = said(MatrixSpec::new(pair, Level::Comuni));
    assert!(told.contains("su 1 a confronto"), "{told}");
}

/// What is on another page is not spoken of.
#[test]
fn a_page_of_a_profile_speaks_of_its_own_rows() {
    let mut spine = SpineSpec::new(SpineSpec::usual(&TODAY.atlas));
    spine.selected = vec![Code::from(CORSICO)];
    (spine.page.width.0, spine.page.height.0) = (160.0, 110.0);
    let first = said(SpineSpec { part: 1, ..spine.clone() });
    let second = said(SpineSpec { part: 2, ..spine.clone() });
    assert_ne!(first[0], second[0]);
    assert!(first[1].contains("Densità di popolazione (") && !second[1].contains("Densità di popolazione ("));
    // Maccastorna has 59 residents.
    let mut small = SpineSpec { selected: vec![Code::from("098033")], ..spine };
    small.page = SpineSpec::new(Vec::new()).page;
    let [_, _, footer] = said(small);
    assert!(footer.contains("il cui valore poggia su meno di 10 casi: "), "{footer}");
}

/// Foreign residents of 1/1/2021 stand alone: an index of 100 and a change of 0 there would be of nothing.
#[test]
fn a_date_off_the_series_has_neither_an_index_nor_a_change() {
    for mode in [SeriesMode::Change, SeriesMode::Base100] {
        let spec = SeriesSpec { mode, ..SeriesSpec::new("quota_stranieri", vec![Code::from(CORSICO)]) };
        let made = atlante::figure::series::SeriesModel::new(&spec, &TODAY.atlas).expect("a series").value;
        let lone = made.references.iter().position(|at| *at == january(2021).into()).expect("known");
        for line in &made.lines {
            let at = line.at.iter().position(|at| *at == lone).expect("drawn");
            assert!(line.values[at].is_err() && line.observed[at].is_ok(), "{}", line.name);
        }
    }
}

/// The usual list of a profile has each indicator at the date at which its map opens.
#[test]
fn figures_open_at_one_date() {
    let usual = SpineSpec::usual(&TODAY.atlas);
    for one in ["indice_vecchiaia", "densita", "quota_stranieri", "reddito_imponibile_medio"] {
        let folder = Folder::new();
        let file = folder.file("mappa.svg");
        let run = Cli::line("figure map --today --json --indicator").with(&[one, "-o", &file]).json();
        let at = usual.iter().find(|known| known.indicator == one).expect("usual").date;
        assert_eq!(run["date"], at.to_string(), "{one}: {run}");
    }
}

#[test]
fn commands_refuse_what_shows_nothing() {
    let folder = Folder::new();
    let file = folder.file("figura.svg");
    let refusal = |line: &str| Cli::line(line).with(&["-o", &file]).refusal();
    let lone = refusal("figure matrix --indicators indice_vecchiaia");
    assert!(lone.contains("almeno due indicatori"), "{lone}");
    let year = refusal("figure pyramid --today --year 2026");
    assert!(year.contains("nel 2026 non ci sono residenti per sesso e singolo anno"), "{year}");
    let twice = refusal("figure spine --territory 50089 --territory 50095");
    assert!(twice.contains("--territory <CODE> si può dare una volta sola"), "{twice}");
    let part = refusal("figure spine --today --part 99");
    assert!(part.contains("la pagina 99 non c'è: quelle del profilo sono 2"), "{part}");
}

/// Of the Ambiti Cinisello Balsamo has the lowest known share in both years; that of Abbiategrasso is withheld in 2021, that of Lodi too
/// in 2022, and both may come before it.
#[test]
fn withheld_peers_of_a_territory_of_another_level_are_told() {
    let slope = SlopeSpec::new("quota_redditi_oltre_75k", end_of(2021), end_of(2022), Level::Comuni);
    let texts = said(SlopeSpec { selected: vec![Code::from("50069")], ..slope.clone() });
    all_say(&texts, "Ambiti territoriali (anno d'imposta 2021)");
    none_says(&said(slope), "Ambiti territoriali (anno");
}
