//! What figures say of their lines, thresholds, bases and dates. The expected values were computed with pandas and numpy from `sample_data/`
//! and `maps/territori.csv`.

use atlante::base::{Code, Date, Level};
use atlante::data::Reference;
use atlante::document::{
    Element, FigureSpec, MapKind, MapSpec, RankingSpec, ScatterSpec, SeriesMode, SeriesSpec, SlopeSpec,
    Threshold,
};
use atlante::figure::{compose, reading, registry};
use atlante::i18n::Lang;

use crate::cli::Cli;
use crate::common::{Folder, TODAY, january, set_map, today};

fn end_of(year: i16) -> Date {
    Date::new(year, 12, 31).expect("a date")
}

/// The reading, the alternative text and the remarks.
fn said(element: impl Into<Element>) -> [String; 3] {
    let figure = compose::build(&FigureSpec::of(element.into()), TODAY.sources()).expect("a figure");
    let remarks: Vec<String> = figure.remarks.iter().map(|remark| remark.text(Lang::It)).collect();
    let told = reading::figure(&figure.value.parts, TODAY.sources());
    [told, figure.value.scene.description.clone(), remarks.join("\n")]
}

/// Births are fewer than ten in 27 Comuni in 2025, births or deaths in 28.
#[test]
fn small_numbers_are_those_of_both_indicators() {
    let map = MapSpec {
        kind: MapKind::Two { second: "mortalita".to_owned() },
        ..MapSpec::new("natalita", end_of(2025))
    };
    let found = registry::checks(&map.into(), &[], TODAY.sources()).expect("checks");
    let small = found.iter().find(|finding| finding.remark.code() == "small_numbers").expect("found");
    assert!(small.remark.text(Lang::It).contains("28"), "{}", small.remark.text(Lang::It));
}

/// Eleven Ambiti have less than 28,000 euros per taxpayer in 2024: their taxable income lacks 1,650,282,419 euros in all.
#[test]
fn what_lacks_to_a_threshold_is_named_in_every_text() {
    let standard = Some(Threshold { name: String::new(), value: 28_000.0 });
    let spec =
        RankingSpec { standard, ..RankingSpec::new("reddito_imponibile_medio", end_of(2024), Level::Ambiti) };
    let [told, alternative, _] = said(spec);
    let lacking = "Per raggiungerla il numeratore (reddito imponibile, euro) dovrebbe crescere in tutto di 1.650.282.419.";
    for text in [told, alternative] {
        assert!(text.contains("Sotto la soglia: 11 territori su 17."), "{text}");
        assert!(text.contains(lacking), "{text}");
    }
}

/// Turnout in 2022: 69.6% in the Ambito of Corsico, 69.1% in the ATS.
#[test]
fn a_series_says_who_is_below_its_threshold() {
    let standard = Some(Threshold { name: String::new(), value: 70.0 });
    let spec = SeriesSpec { standard, ..SeriesSpec::new("affluenza_politiche", vec![Code::from("50089")]) };
    let [told, alternative, _] = said(spec);
    for text in [told, alternative] {
        assert!(text.contains("Sotto la soglia: Ambito di Corsico e ATS (al 25/9/2022)."), "{text}");
    }
}

/// Ageing index of the six Comuni of the Ambito of Corsico on 1/1/2026: from 136.52 to 231.67.
#[test]
fn the_band_is_told_with_its_ends() {
    let spec = SeriesSpec { band: true, ..SeriesSpec::new("indice_vecchiaia", vec![Code::from("50089")]) };
    let [told, alternative, _] = said(spec);
    let band = "La fascia va dal minimo al massimo dei Comuni (Ambito di Corsico, 6 Comuni): al 1/1/2026 da 136,5 a 231,7.";
    assert!(told.contains(band) && alternative.contains(band), "{told}\n{alternative}");
}

/// Foreign residents of 1/1/2021 are off the series of the years around it.
#[test]
fn a_base_that_nothing_is_counted_from_is_told() {
    let spec = SeriesSpec {
        mode: SeriesMode::Change,
        base: Some(Reference::Date(january(2021))),
        ..SeriesSpec::new("quota_stranieri", vec![Code::from("50089")])
    };
    let [_, alternative, remarks] = said(spec);
    let dropped =
        "La base scelta (1/1/2021) non si confronta con le altre date: il conto parte dal 1/1/2013.";
    assert!(remarks.contains(dropped) && alternative.contains(dropped), "{remarks}\n{alternative}");
}

/// The Ambito of Lodi has only bounds for 2000: no index starts from there, and none lies between two percentages.
#[test]
fn an_index_that_cannot_start_says_why() {
    let spec = SeriesSpec {
        mode: SeriesMode::Base100,
        ..SeriesSpec::new("quota_redditi_oltre_75k", vec![Code::from("50066")])
    };
    let [_, alternative, remarks] = said(spec);
    let why = "Lodi: il valore alla data di base (2000) manca (dato oscurato per riservatezza), la linea non si può disegnare.";
    assert!(remarks.contains(why), "{remarks}");
    for text in [alternative, remarks] {
        assert!(!text.contains("tra 4,1% e 4,2%") && !text.contains("nessun valore alla data"), "{text}");
    }
}

/// Incomes are of tax year 2021, titles of the census of 31/12/2021.
#[test]
fn two_indicators_of_a_map_have_each_its_date() {
    let map = MapSpec {
        kind: MapKind::Two { second: "quota_istruzione_terziaria".to_owned() },
        ..MapSpec::new("reddito_imponibile_medio", end_of(2021))
    };
    let [told, alternative, _] = said(map);
    let opening = "La mappa incrocia il reddito imponibile medio per contribuente nell'anno d'imposta 2021 e i residenti con titolo di studio terziario al 31 dicembre 2021, in tre classi";
    assert!(told.contains(opening), "{told}");
    assert!(alternative.contains("sono mostrati quelli al 31/12/2021."), "{alternative}");
}

/// Foreign residents of 1/1/2025 and income of 2024 in 17 Ambiti: r = 0.326, and −0.252 without Milano.
#[test]
fn what_turns_a_line_is_named_only_where_it_does() {
    let spec = ScatterSpec {
        level: Level::Ambiti,
        x_date: january(2025),
        ..ScatterSpec::new("quota_stranieri", "reddito_imponibile_medio", end_of(2024))
    };
    let [told, ..] = said(spec);
    let turned = "Senza l'Ambito di Milano Città la retta andrebbe nel verso opposto (r = −0,252).";
    assert!(told.contains(turned) && !told.contains("pochi punti lontani"), "{told}");
}

/// In 2000 fourteen Ambiti have a value of incomes above 75,000 euros, in 2022 fifteen: last both times is no fall.
#[test]
fn places_tell_among_how_many_where_that_differs() {
    let spec = SlopeSpec::new("quota_redditi_oltre_75k", end_of(2000), end_of(2022), Level::Ambiti);
    let [_, alternative, _] = said(spec);
    assert!(
        alternative.contains("Cinisello Balsamo: da 1,04% (13° su 14) a 2,58% (15° su 15)"),
        "{alternative}"
    );
}

/// Of foreigners, the population that their name suggests is themselves: they are 15.2% of the residents of the ATS on 1/1/2026.
#[test]
fn nothing_is_divided_by_itself() {
    let folder = Folder::new();
    let json = Cli::line("figure map --indicator stranieri --per auto --json --today -o")
        .with(&[&folder.file("m.svg")])
        .json();
    let told = json["reading"].as_str().expect("a text");
    assert!(told.contains("Il valore dell'ATS è 15,2:"), "{told}");
}

/// Amounts that their header calls euros are in euros, and so is what of them there is per person.
#[test]
fn imported_euros_are_euros() {
    let spending = "Comune;Anno;Spesa minori (euro);Contributi (migliaia di euro)\nMilano;2022;5000000;12\nMelzo;2022;90000;3\n";
    let folder = Folder::new().with("spesa.csv", spending);
    let project = folder.file("p.atlante");
    Cli::new(&["import", &folder.file("spesa.csv"), "--day", "year", "--into", &project]).ok();
    let told = |line: &str| {
        let figure = format!("figure map {line} --json --project");
        let json = Cli::line(&figure).with(&[&project, "-o", &folder.file("m.svg")]).json();
        format!("{} {}", json["reading"], json["alternative_text"])
    };
    let spent = told("--indicator spesa_minori_euro");
    assert!(spent.contains("Unità: euro.") && spent.contains("90.000 €"), "{spent}");
    let per = told("--indicator spesa_minori_euro --per auto");
    assert!(per.contains("Unità: euro per ") && !per.contains("Unità: Spesa"), "{per}");
    assert!(told("--indicator contributi_migliaia_di_euro").contains("Unità: importo."));
}

/// A day after what is not seen is no date.
#[test]
fn weights_and_parts_have_dates() {
    let card = Cli::line("indicators enti_5x1000 --territory 50089").ok();
    let steps = Cli::line("indicators fragilita_decile --territory 50089").ok();
    assert!(steps.contains("Sono i residenti al 1/1/2023."), "{steps}");
    assert!(card.contains("residenti al 1/1/2023") && !card.contains("giorno dopo"), "{card}");
    for indicator in today().catalogue.indicators() {
        let weight = indicator.weight.as_ref().map_or("", |weight| weight.name.it.as_str());
        assert!(!weight.contains("giorno dopo"), "{}", indicator.id);
    }
}

/// Two columns whose source is not stated say so once.
#[test]
fn what_is_not_stated_is_not_stated_once() {
    let text = "Comune;Utenti SAD;Ore erogate\nMilano;6;72\nMelzo;12;144\n";
    let folder = Folder::new().with("sad.csv", text);
    let project = folder.file("p.atlante");
    Cli::new(&[
        "import",
        &folder.file("sad.csv"),
        "--date",
        "2023-12-31",
        "--per",
        "utenti_sad=residenti_65",
        "--into",
        &project,
    ])
    .ok();
    let line = "figure table --columns utenti_sad,utenti_sad_per_residenti_65 --json --project";
    let json = Cli::line(line).with(&[&project, "-o", &folder.file("t.svg")]).json();
    let caption = json["caption"].as_str().expect("a text");
    assert_eq!(caption.matches("non indicata").count(), 1, "{caption}");
}

/// Without 15 Comuni the foreign residents of the Ambito go from 18.43% to 15.27%: −3.16, and neither −3.1 nor −3.2.
#[test]
fn before_and_after_have_the_decimals_of_their_difference() {
    use atlante::data::Caption;
    use atlante::engine::what_if::{Compared, Side};

    let side = |value: f64| Some(Side { comuni: 4, residents: None, value: Ok(value) });
    let compared = Compared {
        code: Code::from("50059"),
        name: "Cinisello Balsamo".to_owned(),
        before: side(18.4312),
        after: side(15.2700),
    };
    let caption = Caption::from(today().catalogue.get("quota_stranieri").expect("an indicator"));
    let ([before, after], difference) = compared.told(Lang::It, caption);
    let told = [before, after, difference].map(Option::unwrap_or_default);
    assert_eq!(told, ["18,43%", "15,27%", "−3,16 p.p."]);
}

/// The line of the ATS is drawn where its box is on, also when a Comune is chosen among Ambiti, and not where it is off.
#[test]
fn the_box_of_the_ats_is_what_it_says() {
    let slope = |ats: bool| SlopeSpec {
        ats,
        selected: vec![Code::from("015146")],
        ..SlopeSpec::new("quota_stranieri", january(2013), january(2026), Level::Ambiti)
    };
    // 12.2% of the residents of the ATS in 2013, 15.2% in 2026.
    assert!(said(slope(true))[1].contains("ATS: da 12,2% a 15,2% (+3,0 p.p.)"), "{}", said(slope(true))[1]);
    assert!(!said(slope(false))[1].contains("ATS: da"), "{}", said(slope(false))[1]);
}

/// Chart 26 has spending of 2018 against dependency of 1/1/2022: each axis with its date and its unit.
#[test]
fn the_axes_of_a_printed_chart_have_dates_and_units() {
    let folder = Folder::new();
    let json = Cli::line("figure scatter --json --today --printed")
        .with(&["Grafico 26", "-o", &folder.file("s.svg")])
        .json();
    let told = json["alternative_text"].as_str().expect("a text");
    assert!(told.contains("in verticale Spesa pro capite (2018): euro pro capite;"), "{told}");
    assert!(
        told.contains(
            "in orizzontale Dipendenza (1/1/2022): persone di 0-14 anni e di 65+ ogni 100 di 15-64."
        ),
        "{told}"
    );
}

/// Foreign residents of 1/1/2021 compare neither with those of 2020 nor with those of 2022: the small chart of a card joins neither.
#[test]
fn the_small_chart_of_a_card_joins_only_what_compares() {
    use std::sync::Arc;

    use atlante::engine::{Card, Settings, State};
    use atlante::io::Bundle;

    let mut state =
        State::new(Arc::new(Bundle::load(None).expect("the data")), Settings::default()).expect("a map");
    set_map(&mut state, |map| map.indicator = "quota_stranieri".to_owned());
    let card = Card::new(&state, &Code::from("015093")).expect("a card");
    let joined = |year: i16| {
        let at = card.series.iter().position(|(date, _)| *date == january(year)).expect("a date");
        card.series_compares[at]
    };
    assert_eq!([2020, 2021, 2022, 2023].map(joined), [true, false, false, true]);
}

/// For a group employment is a weighted mean and turnout a sum divided by a sum: one of the two does not name the other.
#[test]
fn two_that_are_made_otherwise_say_how_each_is() {
    let spec = ScatterSpec {
        level: Level::Ambiti,
        x_date: end_of(2022),
        ..ScatterSpec::new(
            "tasso_occupazione_20_64",
            "affluenza_politiche",
            Date::new(2022, 9, 25).expect("a date"),
        )
    };
    let [_, alternative, _] = said(spec);
    assert!(alternative.contains("Occupazione 20-64: media ponderata con "), "{alternative}");
    assert!(alternative.contains("valore calcolato sul totale dei Comuni)"), "{alternative}");
    assert!(!alternative.contains("Ambiti territoriali (valore calcolato"), "{alternative}");
}

/// numpy: r = 0.553 and rho = −0.143, as one far point makes the line rise.
#[test]
fn the_command_line_gives_a_correlation_no_direction_that_it_has_not() {
    let folder = Folder::new().with("pairs.csv", "x,y\n1,5\n2,4\n3,3\n4,2\n5,1\n30,6\n");
    let told = Cli::line("stats correlate --x x --y y --csv").with(&[&folder.file("pairs.csv")]).ok();
    assert!(told.contains("Legame senza una direzione chiara"), "{told}");
}

/// Of chart 12, ATS Insubria and Montagna changed their borders between 2016 and 2017; the others go from −5.13 (Pavia) to +21.03
/// euros (Val Padana).
#[test]
fn differences_between_areas_that_changed_are_not_made() {
    let folder = Folder::new();
    let json = Cli::line("figure table --columns spesa_sociale_pro_capite@2016..2018 --json --today -o")
        .with(&[&folder.file("t.svg")])
        .json();
    let told = json["reading"].as_str().expect("a text");
    let ends = "le differenze dal 2016 al 2018 vanno da −5,13 € (ATS Pavia) a +21,03 € (ATS Val Padana).";
    assert!(told.contains(ends), "{told}");
    let drawn = std::fs::read_to_string(folder.file("t.svg")).expect("drawn");
    assert!(!drawn.contains("14,14") && !drawn.contains("−2,78"), "changes of other areas");
    let listed = Cli::line("indicators --today").ok();
    let line = listed.lines().find(|line| line.contains(" ambiti_capofila_quota ")).expect("listed");
    assert!(line.ends_with("] 2016-2018"), "{line}");
}

/// The ATS has residents of 60 and over from 2020 on alone (1,005,872), and no index that starts from 2019.
#[test]
fn what_has_no_base_is_not_told_by_its_values() {
    let spec = SeriesSpec {
        mode: SeriesMode::Base100,
        ..SeriesSpec::new("residenti_60_plus", vec![Code::from("015093")])
    };
    let [told, ..] = said(spec);
    let without =
        "L'ATS non ha un valore al 1° gennaio 2019, da cui parte il conto: la linea non è disegnata.";
    assert!(told.contains(without) && !told.contains("1.005.872"), "{told}");
}
