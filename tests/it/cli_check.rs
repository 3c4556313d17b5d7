//! `atlante-cli check`, run as a user runs it, on small invented files.

use crate::cli::Cli;
use crate::common::Folder;

#[test]
fn a_file_that_would_come_in_says_how() {
    let folder = Folder::new()
        .with("utenti.csv", "codice;Comune;utenti\n15146;Milano;120\n98031;Lodi;80\n013041;Canzo;5\n");
    let file = folder.file("utenti.csv");
    let json = Cli::new(&["check", &file, "--json"]).json();
    assert_eq!((&json["status"], &json["files"][0]["recipe"]), (&"warnings".into(), &"tabella".into()));
    let rows = &json["files"][0]["rows"];
    assert_eq!([&rows["read"], &rows["taken"], &rows["outside"]], [3, 2, 1]);
    let variable = &json["files"][0]["variables"][0];
    assert_eq!((&variable["id"], variable["sum"].as_f64()), (&"utenti".into(), Some(200.0)));
    assert_eq!(json["files"][0]["problems"][0]["rows"], serde_json::json!([4]));

    let text = Cli::new(&["check", &file]).ok();
    assert!(text.starts_with("utenti.csv: può entrare, con avvertenze; manca la data\n"), "{text}");
    assert!(text.contains("  [avvertenza] Righe di altri Comuni, ignorate: 1 (riga 4).\n"), "{text}");
    let text = Cli::new(&["check", &file, "--lang", "en"]).ok();
    assert!(text.contains("  [warning] Rows of other Comuni, left out: 1 (row 4).\n"), "{text}");
}

#[test]
fn the_report_has_a_row_for_each_row_that_is_not_in() {
    let text = "Comune;anno;utenti\nMilano;2023;10\nLodi;2023;-2\nTorino (TO);2023;1\nBologna;2023;1\n";
    let folder = Folder::new().with("a.csv", text);
    let check = |name: &str| Cli::new(&["check", &folder.file("a.csv"), "--report", &folder.file(name)]);
    check("r.csv").ok();
    let report = std::fs::read_to_string(folder.path().join("r.csv")).expect("written");
    let rows: Vec<&str> = report.lines().collect();
    assert!(rows[0].contains("Riga;Gravità;Che cosa;Codice"), "{report}");
    assert!(rows.iter().any(|row| row.contains("a.csv;;3;") && row.ends_with("negative_counts")), "{report}");
    for line in ["4", "5"] {
        let of_line = |row: &&&str| row.starts_with(&format!("a.csv;;{line};"));
        assert_eq!(rows.iter().filter(of_line).count(), 1, "{report}");
    }
    check("r.xlsx").ok();
    assert!(std::fs::read(folder.path().join("r.xlsx")).expect("written").starts_with(b"PK"));
    let line = check("r.pdf").refusal();
    assert!(line.contains(".csv"), "{line}");
}

#[test]
fn a_file_that_would_not_is_refused_in_one_line() {
    let folder =
        Folder::new().with("a.csv", "<html>404</html>").with("b.csv", "x;y\n1;2\n").with("c.csv", "");
    std::fs::create_dir(folder.path().join("d.csv")).expect("a folder");
    for (file, expected) in [
        ("a.csv", "è una pagina web"),
        ("b.csv", "nessuna colonna ha codici"),
        ("c.csv", "è vuoto"),
        ("d.csv", "è una cartella"),
        ("e.csv", "non si può leggere"),
    ] {
        let line = Cli::new(&["check", &folder.file(file)]).refusal();
        assert!(line.contains(file) && line.contains(expected), "{line}");
    }
    assert!(Cli::line("check").refusal().contains("FILE"));
}

#[test]
fn a_list_is_counted_at_a_date() {
    let text = "Nome;Comune;Data apertura;Data chiusura;Posti\nA;Milano;01/09/2010;;20\nB;Milano;15/01/2015;30/06/2022;30\nC;Lodi;2012;;8\n";
    let folder = Folder::new().with("a.csv", text);
    let sum = |at: &str| {
        let json = Cli::new(&["check", &folder.file("a.csv"), "--at", at, "--json"]).json();
        assert_eq!(json["files"][0]["dates"], serde_json::json!(["2022-12-31"]));
        json["files"][0]["variables"][0]["sum"].as_f64()
    };
    assert_eq!((sum("31/12/2022"), sum("2022-12-31")), (Some(28.0), Some(28.0)));
    let text = Cli::new(&["check", &folder.file("a.csv"), "--at", "2022-12-31"]).ok();
    assert!(text.contains("[nota] Righe di elementi non aperti il 31/12/2022, ignorate: 1."), "{text}");
}

#[test]
fn what_import_refuses_check_refuses_with_the_same_sentence() {
    let boundaries = crate::import_shapes::geojson();
    let folder = Folder::new()
        .with("a.csv", "Comune;anno\nMilano;2023\nLodi;2023\n")
        .with("b.geojson", &boundaries)
        .with("c.geojson", boundaries.replace("015146", "001272"))
        .with("d.geojson", boundaries.replace("[9,45]", "[45,9]").replace("[9.1,45]", "[45,9.1]"));
    // Boundaries that are not all of ours are read soundly: they serve as another territory.
    for (file, status) in
        [("a.csv", "refused"), ("b.geojson", "ok"), ("c.geojson", "ok"), ("d.geojson", "ok")]
    {
        let path = folder.file(file);
        let json = Cli::new(&["check", &path, "--json"]).json();
        let told = [&json["status"], &json["files"][0]["status"], &json["files"][0]["import"]];
        assert_eq!(told.map(|one| one.as_str()), [status, status, "refused"].map(Some), "{file}");
        let why = json["files"][0]["reason"]["message"].as_str().expect("a reason");
        let line = Cli::new(&["import", &path, "--into", &folder.file("p.atlante")]).refusal();
        assert!(line.contains(why), "{file}: {line}");
        let text = Cli::new(&["check", &path]).ok();
        assert!(text.starts_with(&format!("{file}: non può entrare")) && text.contains(why), "{text}");
    }
}

#[test]
fn boundaries_without_some_comuni_say_which() {
    let folder = Folder::new().with("a.geojson", crate::import_shapes::geojson());
    let path = folder.file("a.geojson");
    let text = Cli::new(&["check", &path]).ok();
    // All 193 but Milano: the first twelve, and the others counted.
    assert!(
        text.contains("Comuni senza confini nel file: 192 (Abbiategrasso, ") && text.contains("e altri 180)"),
        "{text}"
    );
    let (_, told) = Cli::new(&["--boundaries", &path, "territories"]).both();
    assert!(told.contains("Comuni dell'ATS senza confini nel file: 192 (Abbiategrasso, "), "{told}");
}

#[test]
fn an_unknown_code_to_accept_is_refused() {
    let folder = Folder::new().with("u.csv", "Comune;utenti\nMilano;5\nRho;6\n");
    let file = folder.path().join("u.csv").display().to_string();
    let refused = Cli::new(&["check", &file, "--accept", "boh"]).refusal();
    assert!(refused.contains("'boh' non è valido per --accept"), "{refused}");
    Cli::new(&["check", &file, "--accept", "date_supposed"]).ok();
}

/// `1,2 mln` is a number and no name of a thing; `(12)` is −12 as accountants write it. Both are said.
#[test]
fn millions_and_numbers_in_parentheses_are_read_and_told() {
    let text = "Comune;Saldo;Spesa\nMilano;(12);1,2 mln\nCorsico;5;2,3 mln\nRho;7;0,8 mln\nLodi;-3;1,1 mln\n";
    let folder = Folder::new().with("bilancio.csv", text);
    let file = folder.path().join("bilancio.csv").display().to_string();
    let told = Cli::new(&["check", &file, "--date", "31/12/2023"]).ok();
    assert!(told.contains("Variabili: saldo, spesa"), "{told}");
    assert!(told.contains("«(12)» è letto come -12"), "{told}");
    assert!(told.contains("«1,2 mln» è letto come 1200000"), "{told}");
    assert!(!told.contains("elenco"), "{told}");
}

#[test]
fn a_column_of_counts_that_cannot_be_read_makes_no_list() {
    let text = "Comune;utenti;nota\nMilano;circa 12;a\nRho;6 o 7;b\nLodi;9;c\nCorsico;forse 4;d\n";
    let folder = Folder::new().with("u.csv", text);
    let file = folder.file("u.csv");
    let told = Cli::new(&["check", &file]).ok();
    assert!(told.contains("«utenti» non è tra i valori"), "{told}");
    assert!(!told.contains("È un elenco"), "{told}");
}

/// The message on a bad date names the forms that are taken.
#[test]
fn a_date_is_taken_as_it_is_written_in_italian() {
    let folder = Folder::new().with("u.csv", "Comune;utenti\nMilano;5\nRho;6\n");
    let file = folder.file("u.csv");
    for date in ["31/12/2023", "2023-12-31", "31.12.2023"] {
        let told = Cli::new(&["check", &file, "--date", date]).ok();
        assert!(told.contains("Data di riferimento: 31/12/2023"), "{date}: {told}");
    }
    assert!(Cli::new(&["check", &file, "--date", "quando capita"]).refusal().contains("31/12/2023"));
}
