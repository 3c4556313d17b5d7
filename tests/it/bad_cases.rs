//! Indicators that are hard to show right: one date, twenty-four, a hole in the middle, everything withheld in an Ambito, a
//! category of one Comune, a tenth asked as a mean, two estimates in one line. Each has its right word in every view.

use std::fmt::Write;
use std::sync::LazyLock;

use atlante::base::{Code, Level};
use atlante::data::{Absence, Atlas, Method, Reference};
use atlante::document::{RankingSpec, SeriesSpec, TableColumn, TableSpec};
use atlante::figure::ranking::{RankingModel, RankingView};
use atlante::figure::series::SeriesView;
use atlante::figure::table::{TableModel, TableView};
use atlante::figure::view::{self, View};
use atlante::figure::{FigureError, Remark};
use atlante::i18n::Lang;
use atlante::io::Bundle;

use atlante::scene::Cell;

use crate::cli::Cli;
use crate::common::{Folder, edition};
use crate::page::all_runs;

const CORSICO: &str = "50089";

/// A table of 24 years in which Corsico is withheld, three years are missing and the last two are estimates.
static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| {
    let folder = folder();
    Bundle::load(Some(folder.path())).unwrap_or_else(|error| panic!("{error}"))
});

/// It as a folder, as `--data` reads it.
fn folder() -> Folder {
    let base = edition();
    let mut table = String::from("code,date,una,molte,bucata,oscurata,base,categoria,pesata,peso\n");
    for (i, comune) in base.atlas.territories.comuni().iter().enumerate() {
        for year in 2001..=2024 {
            let one = if year == 2024 { (i + 1).to_string() } else { String::new() };
            let hole = if (2010..=2012).contains(&year) { String::new() } else { (50 + i).to_string() };
            let withheld =
                if comune.ambito.0.as_str() == CORSICO { "c[0..3]".to_owned() } else { (10 + i).to_string() };
            let kind = if i == 0 { 2 } else { 1 };
            let many = 100 + i + year - 2001;
            // The weight of 2020 is missing.
            let weight = if year == 2020 { String::new() } else { (100 + i).to_string() };
            let cells = format!("{one},{many},{hole},{withheld},1000,{kind},{i},{weight}");
            writeln!(table, "{},{year}-12-31,{cells}", comune.code).expect("a text takes all");
        }
    }
    let note = |year: i32| {
        format!(
            "\n  [[dataset.note]]\n  date = \"{year}-12-31\"\n  quality = \"estimated\"\n  text = {{ it = \"Il {year} è una stima.\", en = \"{year} is an estimate.\" }}\n"
        )
    };
    let list = format!(
        "[[dataset]]\nid = \"prova\"\nfile = \"prova.csv\"\nkind = \"observations\"\ndated = true\n\
         title = {{ it = \"Prova\", en = \"Trial\" }}\nsource = {{ it = \"Prova\", en = \"Trial\" }}\n\
         licence = \"CC0\"\nretrieved_from = \"Prova\"\nvariables = \"una\"\n{}{}",
        note(2023),
        note(2024)
    );
    let entry = |id: &str, kind: &str, rest: &str| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nname = {{ it = \"Indice di {id}\", en = \"Index of {id}\" }}\n\
             short = {{ it = \"{id}\", en = \"{id}\" }}\ntheme = \"popolazione\"\n\
             unit = {{ it = \"cose\", en = \"things\" }}\nsuffix = \"\"\nnumerator = [\"{id}\"]\n\
             decimals = 1\npolarity = \"neither\"\nkind = \"{kind}\"\n{rest}\n\
             definition = {{ it = \"Prova.\", en = \"Trial.\" }}\nsource = {{ it = \"Prova\", en = \"Trial\" }}\nlicence = \"CC0\"\n\n"
        )
    };
    let rate = "denominator = [\"base\"]\nmultiplier = 100";
    let mut catalogue: String =
        ["una", "molte", "bucata", "oscurata"].map(|id| entry(id, "ratio", rate)).concat();
    catalogue += &entry(
        "categoria",
        "category",
        "denominator = []\nmultiplier = 1\nsteps = [{ value = 1, name = { it = \"Piano\", en = \"Flat\" } }, { value = 2, name = { it = \"Monte\", en = \"Hill\" } }]",
    );
    catalogue += &entry(
        "pesata",
        "ratio",
        "denominator = []\nmultiplier = 1\nweight = { terms = [\"peso\"], name = { it = \"il peso\", en = \"the weight\" } }",
    );
    Folder::new().with("datasets.toml", &list).with("indicators.toml", &catalogue).with("prova.csv", &table)
}

/// Residents of the Ambito of Corsico in each tenth of fragility at 31/12/2022, counted with pandas from the program's tables.
const CORSICO_BY_TENTH: [f64; 10] = [62_173.0, 0.0, 0.0, 0.0, 34_505.0, 23_387.0, 0.0, 0.0, 0.0, 0.0];

fn atlas() -> &'static Atlas {
    &BUNDLE.atlas
}

fn last(id: &str) -> Reference {
    *atlas().references(id).expect("known").last().expect("a date")
}

fn series(id: &str) -> (String, Vec<Remark>) {
    let spec = SeriesSpec { lang: Lang::It, ..SeriesSpec::new(id, vec![Code::from(CORSICO)]) };
    let figure = view::build::<SeriesView>(&spec, BUNDLE.sources()).unwrap_or_else(|error| panic!("{error}"));
    (SeriesView::alt_text(&figure.value.prepared(BUNDLE.sources())), figure.remarks)
}

fn ranking(id: &str, method: Method) -> RankingSpec {
    RankingSpec { method, ..RankingSpec::new(id, last(id), Level::Ambiti) }
}

#[test]
fn one_date_makes_points_and_twenty_four_a_line() {
    let (_, remarks) = series("una");
    assert!(remarks.contains(&Remark::OneDate), "{remarks:?}");
    assert_eq!(atlas().references("molte").expect("known").len(), 24);
    let (_, remarks) = series("molte");
    assert!(!remarks.iter().any(|remark| matches!(remark, Remark::OneDate | Remark::MissingDates { .. })));
}

#[test]
fn a_hole_in_the_middle_is_not_drawn_over() {
    let (text, remarks) = series("bucata");
    assert!(remarks.iter().any(|remark| matches!(remark, Remark::MissingDates { .. })), "{remarks:?}");
    assert!(text.contains("Tra il 31/12/2009 e il 31/12/2013 mancano valori"), "{text}");
}

#[test]
fn two_estimates_in_one_line_are_both_told() {
    let (text, _) = series("molte");
    for year in [2023, 2024] {
        assert!(text.contains(&format!("Valori al 31/12/{year} stimati, non definitivi.")), "{text}");
    }
}

/// Six Comuni of 0 to 3 cases over 1,000 each: from 0.0 to 0.3 per hundred.
#[test]
fn what_is_withheld_tells_between_what_it_lies() {
    let spec = ranking("oscurata", Method::Pooled);
    let model = RankingModel::new(&spec, atlas()).unwrap_or_else(|error| panic!("{error}")).value;
    let [absent] = &model.absent[..] else { panic!("Corsico alone") };
    assert_eq!((absent.code.as_str(), absent.reason), (CORSICO, Absence::Suppressed));
    let (low, high) = absent.bounds.expect("its cells have bounds");
    assert!(low.abs() < 1e-9 && (high - 0.3).abs() < 1e-9, "{low} {high}");
    let page = view::build::<RankingView>(&spec, BUNDLE.sources()).unwrap_or_else(|error| panic!("{error}"));
    let said: Vec<&str> =
        all_runs(&page.value.scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
    assert!(said.iter().any(|text| text.ends_with("tra 0,0 e 0,3")), "{said:?}");
    // In a table the cell has the two ends, and the file of values the same in words.
    let spec = TableSpec::new(vec![TableColumn::value("oscurata", spec.at)], Level::Ambiti);
    let page = view::build::<TableView>(&spec, BUNDLE.sources()).unwrap_or_else(|error| panic!("{error}"));
    let said: Vec<&str> =
        all_runs(&page.value.scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
    assert!(said.iter().any(|text| text.ends_with("0,0–0,3")), "{said:?}");
    let book = TableView::table(&page.value.prepared(BUNDLE.sources()));
    let notes = format!("{:?}", book.sheets[0].rows);
    assert!(notes.contains("dato oscurato per riservatezza, tra 0,0 e 0,3"), "{notes}");
    let (text, _) = series("oscurata");
    assert!(text.contains("tra 0,0 e 0,3"), "{text}");
}

#[test]
fn a_tenth_of_a_group_says_why_there_is_none() {
    for method in [Method::Pooled, Method::Mean] {
        let spec = ranking("fragilita_decile", method);
        let page = view::build::<RankingView>(&spec, BUNDLE.sources()).unwrap_or_else(|e| panic!("{e}"));
        // A group of one Comune has that Comune's.
        assert_eq!((page.value.model.rows.len(), page.value.model.absent.len()), (1, 16), "{method:?}");
        assert!(
            !page.remarks.contains(&Remark::NotPooled),
            "{method:?}: no Comune weighs in what is not there"
        );
        let said: Vec<&str> =
            all_runs(&page.value.scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
        assert!(said.join(" ").contains("non hanno media"), "{method:?}: {said:?}");
    }
}

#[test]
fn a_category_has_no_ranking_and_a_group_has_none() {
    let refused = view::build::<RankingView>(&ranking("categoria", Method::Pooled), BUNDLE.sources());
    assert!(matches!(refused, Err(FigureError::NotAllowed(_))));
    let spec = TableSpec::new(vec![TableColumn::value("categoria", last("categoria"))], Level::Ambiti);
    let page = view::build::<TableView>(&spec, BUNDLE.sources()).unwrap_or_else(|error| panic!("{error}"));
    let said: Vec<&str> =
        all_runs(&page.value.scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
    assert!(said.join(" ").contains("un gruppo non ne ha una propria"), "{said:?}");
    // A category with one member is that Comune's, and counts as one.
    let spec = TableSpec::new(vec![TableColumn::value("categoria", last("categoria"))], Level::Comuni);
    let model = TableModel::new(&spec, atlas()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(model.rows.iter().filter(|row| row.cells[0] == Ok(2.0)).count(), 1);
}

/// Rates of Comuni whose weight is missing at a date: there is no value of 2020, and the line is not drawn over it.
#[test]
fn a_weight_missing_at_a_date_leaves_a_hole() {
    let dates = atlas().references("pesata").expect("known");
    assert_eq!(dates.len(), 23, "{dates:?}");
    let indicator = atlas().catalogue.get("pesata").expect("known");
    let lacking: Vec<String> =
        atlas().dates_without_weight(indicator).iter().map(ToString::to_string).collect();
    assert_eq!(lacking, ["2020-12-31"]);
    let (text, remarks) = series("pesata");
    assert!(remarks.iter().any(|remark| matches!(remark, Remark::MissingDates { .. })), "{remarks:?}");
    assert!(text.contains("Tra il 31/12/2019 e il 31/12/2021 mancano valori"), "{text}");
}

/// How many residents live in each step, on the page of a table of groups as in its sheet. The tenth is of 31/12/2022, the residents
/// of the day after.
#[test]
fn a_table_of_groups_tells_who_lives_in_each_step() {
    let column = TableColumn::value("fragilita_decile", last("fragilita_decile"));
    let spec = TableSpec::new(vec![column], Level::Ambiti);
    let sources = crate::common::TODAY.sources();
    let page = view::build::<TableView>(&spec, sources).unwrap_or_else(|error| panic!("{error}"));
    let said: Vec<&str> =
        all_runs(&page.value.scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
    let text = said.join(" ");
    assert!(text.contains("Fragilità, 1 (meno") && text.contains("(1/1/2023)"), "{text}");
    // By the final count of 1/1/2023.
    let book = TableView::table(&page.value.prepared(sources));
    let row =
        book.sheets[0].rows.iter().position(|row| format!("{row:?}").contains("\"Corsico\"")).expect("a row");
    let counts: Vec<f64> = book.sheets[0].rows[row]
        .iter()
        .filter_map(|cell| match cell {
            Cell::Number { value, decimals: 0 } => Some(*value),
            _ => None,
        })
        .collect();
    assert_eq!(counts, CORSICO_BY_TENTH);
    for count in counts.into_iter().filter(|count| *count > 0.0) {
        let written = atlante::i18n::number(Lang::It, count, 0);
        assert!(said.contains(&written.as_str()), "{written}: {text}");
    }
}

/// Each of them on the command line, in one line where it is refused.
#[test]
fn the_command_line_has_the_same_words() {
    let folder = folder();
    let data = folder.path().to_str().expect("a plain name");
    let run = |line: &str| Cli::line(line).with(&["--data", data]);
    let drawn = |line: &str| {
        let out = folder.file("figura.svg");
        let told = run(line).with(&["-o", &out, "--json"]).both();
        format!("{} {}", told.0, told.1)
    };
    let one = drawn("figure series --indicator una --territory 50089");
    assert!(one.contains("one_date"), "{one}");
    let many = drawn("figure series --indicator molte --territory 50089");
    assert!(many.contains("31/12/2023 stimati") && many.contains("31/12/2024 stimati"), "{many}");
    let hole = drawn("figure series --indicator bucata --territory 50089");
    assert!(hole.contains("Tra il 31/12/2009 e il 31/12/2013 mancano valori"), "{hole}");
    let hidden = drawn("figure ranking --indicator oscurata --level ambiti");
    assert!(hidden.contains("suppressed") || hidden.contains("oscurat"), "{hidden}");
    let category = run("figure ranking --indicator categoria -o x.svg").refusal();
    assert!(category.contains("categorie"), "{category}");
    let alone = run("values --indicator categoria --where categoria=Monte").ok();
    assert_eq!(alone.lines().count(), 2, "{alone}");
    let tenth = drawn("figure ranking --indicator fragilita_decile --level ambiti --method mean");
    // It is not said to be a mean, but why there is none.
    assert!(tenth.contains("non hanno media") && !tenth.contains("Ogni valore è la media"), "{tenth}");
    // A category has neither mean nor ends, and a step has no mean: said, not written as a column of nothing.
    for (id, method, why) in [
        ("categoria", "max", "categorie"),
        ("categoria", "mean", "categorie"),
        ("fragilita_decile", "mean", "non hanno media"),
    ] {
        let line = format!("values --indicator {id} --level ambiti --method {method}");
        assert!(run(&line).refusal().contains(why), "{line}");
    }
    assert!(run("values --indicator fragilita_decile --level ambiti --method max").ok().contains(",ok,"));
    let weight = run("values --indicator pesata --level ambiti --year 2020").refusal();
    assert!(weight.contains("il peso") && weight.contains("2020"), "{weight}");
}

/// Ambiti stand on Comuni with withheld cells (`irpef.csv`, 2022: one in Alto Milanese) or with missing ones (`istruzione.csv`, 2020:
/// Maccastorna): every kind of figure says so, and of both that they may be.
#[test]
fn values_on_withheld_or_missing_cells_say_so_in_every_figure() {
    let folder = Folder::new();
    let drawn = |line: &str| {
        let out = folder.file("figura.svg");
        Cli::line(line).with(&["--today", "-o", &out]).ok();
        let svg = std::fs::read_to_string(&out).expect("drawn");
        let text: Vec<&str> =
            svg.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
        text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let said = "comprendono Comuni con dati oscurati o mancanti";
    for line in [
        "figure map --indicator quota_redditi_oltre_75k --year 2022 --level ambiti",
        "figure map --indicator quota_istruzione_terziaria --year 2020 --level ambiti",
        "figure ranking --indicator quota_redditi_oltre_75k --year 2022 --level ambiti",
        "figure ranking --indicator quota_istruzione_terziaria --year 2020 --level ambiti",
        "figure table --columns quota_redditi_oltre_75k@2022 --level ambiti",
        "figure scatter --x quota_redditi_oltre_75k --y indice_vecchiaia --year 2023 --x-year 2022 --level ambiti",
        "figure slope --indicator quota_redditi_oltre_75k --from-year 2013 --year 2022 --level ambiti",
    ] {
        assert!(drawn(line).contains(said), "{line}");
    }
    for line in [
        "figure ranking --indicator quota_redditi_oltre_75k --year 2022 --level comuni",
        "figure ranking --indicator indice_vecchiaia --year 2023 --level ambiti",
    ] {
        assert!(!drawn(line).contains(said), "{line}");
    }
    // A partial value leaves out the Comuni whose data are missing, and not the withheld ones.
    let partial =
        "values --indicator quota_redditi_oltre_75k --year 2022 --level ambiti --method partial --today";
    assert!(Cli::line(partial).ok().contains("senza i Comuni in cui il dato manca"));
}

/// Rates on few people are counted at both ends of a change: three of `carico_figli` at 2023, a fourth at 2022 (pandas, over
/// `irpef.csv` and `popolazione_eta.csv`).
#[test]
fn a_change_stands_on_both_its_dates() {
    let folder = Folder::new();
    let line = "figure map --indicator carico_figli --year 2023 --compare-year 2022 --level comuni --today --json -o";
    let json = Cli::line(line).with(&[&folder.file("mappa.svg")]).json();
    let found = json["findings"].to_string();
    assert!(found.contains("poggia su meno di 10 casi: 4."), "{found}");
}

#[test]
fn what_is_constant_is_named_and_what_falls_below_zero_is_raised() {
    let folder = Folder::new()
        .with("c.csv", "a,b,c\n1,2,3\n1,3,6\n1,4,9\n1,5,12\n1,6,15\n1,7,18\n")
        .with("v.csv", "v\n9\n8\n7\n6\n5\n4\n3\n2\n1\n");
    let (file, series) = (folder.file("c.csv"), folder.file("v.csv"));
    let refused = Cli::line("stats ols --y a --x b --csv").with(&[&file]).refusal();
    assert!(refused.contains("«a» ha lo stesso valore ovunque"), "{refused}");
    let told = Cli::line("stats ols --y c --x b --csv").with(&[&file]).ok();
    assert!(told.contains("F = oltre 1.000.000.000"), "{told}");
    let told = Cli::line("stats forecast --column v --years 4 --csv").with(&[&series]).ok();
    assert!(told.contains("Valori sotto zero sono stati portati a zero"), "{told}");
}
