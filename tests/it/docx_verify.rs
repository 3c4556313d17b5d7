//! Documents read for what cannot be right. The faults are of the sorts that printed Piani di Zona and acts have; the
//! documents, their places and all other numbers are invented.

use std::collections::BTreeMap;

use atlante::base::Level;
use atlante::data::Method;
use atlante::i18n::{Lang, number};
use atlante::report::verify::{Asked, Fault, Finding, Known, Look, Printed, Severity, verify};

use super::common::{january, present, table_today, today};
use super::docx::{part, sample, written};
use super::docx_refresh::{packed, parts};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(text))
}

fn h(text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>", escaped(text))
}

/// A table of rows of cells that `|` separates.
fn tbl(rows: &[&str]) -> String {
    let cell = |cell: &str| format!("<w:tc>{}</w:tc>", p(cell.trim()));
    let row = |row: &&str| format!("<w:tr>{}</w:tr>", row.split('|').map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A document as any program might write it.
fn document(body: &[String]) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relationship = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    packed(&BTreeMap::from([
        ("_rels/.rels".to_owned(), relationship("officeDocument", "word/document.xml").into_bytes()),
        ("word/_rels/document.xml.rels".to_owned(), relationship("styles", "styles.xml").into_bytes()),
        (
            "word/styles.xml".to_owned(),
            format!("<w:styles xmlns:w=\"{W}\"><w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>").into_bytes(),
        ),
        (
            "word/document.xml".to_owned(),
            format!("<w:document xmlns:w=\"{W}\"><w:body>{}</w:body></w:document>", body.concat()).into_bytes(),
        ),
    ]))
}

fn found(body: &[String]) -> Vec<Finding> {
    verify("piano.docx", &document(body), &()).expect("it is read").findings
}

fn codes(body: &[String]) -> Vec<&'static str> {
    found(body).iter().map(|finding| finding.fault.code()).collect()
}

/// Users and spending by area; the sums are right.
fn users() -> String {
    tbl(&[
        "Area | Utenti | Spesa (€)",
        "Minori-Famiglia | 6.245 | 9.524.476",
        "Disabili | 1.182 | 3.554.171",
        "Salute mentale | 9 | 111.817",
        "Compartecipazione socio-sanitaria | 214 | 2.581.545",
        "Totale | 7.650 | 15.772.009",
    ])
}

fn piano(text: &str) -> Vec<String> {
    vec![h("Allegato"), p("Tabella 2.4 – Utenza 2019"), users(), p(text)]
}

#[test]
fn a_number_of_the_text_that_differs_from_the_table_is_found() {
    for (text, printed, table) in [
        ("Nell'area Compartecipazione socio-sanitaria gli utenti sono 678 nel 2019.", "678", "214"),
        ("Per la Compartecipazione socio-sanitaria sono stati seguiti 678 utenti.", "678", "214"),
        ("La spesa per l'area Disabili è stata di 4.000.000 euro.", "4.000.000", "3.554.171"),
        ("I disabili nel 2019: sono 3.152 utenti dell'area disabili.", "3.152", "1.182"),
    ] {
        let found = found(&piano(text));
        let [
            Finding {
                fault: Fault::Differs { text: a, table: b, number: 1, .. },
                severity: Severity::Wrong,
                place,
            },
        ] = &found[..]
        else {
            panic!("{text}: {found:?}")
        };
        assert_eq!((a.as_str(), b.as_str(), place.heading.as_str()), (printed, table, "Allegato"));
    }
    for right in [
        "Nell'area Compartecipazione socio-sanitaria gli utenti sono 214.",
        "Per la Compartecipazione socio-sanitaria sono stati seguiti 678 utenti nel 2016.",
        "Gli utenti dell'area Anziani sono 678.",
        "Il costo per utente dell'area Disabili è di 3.007 euro per 12 mesi.",
        "La spesa per Disabili è di 3.554.171 euro, di cui 300.000 euro del Fondo.",
        "Per l'area Disabili sono circa 1.200 utenti.",
        "Per l'area Disabili la legge 104 del 1992 prevede 36 ore.",
    ] {
        assert_eq!(found(&piano(right)), [], "{right}");
    }
}

#[test]
fn swapped_digits_are_found() {
    for (text, printed, table) in [
        ("La spesa per Minori e Famiglia è di € 9.542.476.", "9.542.476", "9.524.476"),
        ("Salute mentale: 111.187 euro.", "111.187", "111.817"),
    ] {
        let found = found(&piano(text));
        let [Finding { fault: Fault::Swapped { text: a, table: b, .. }, .. }] = &found[..] else {
            panic!("{text}: {found:?}")
        };
        assert_eq!((a.as_str(), b.as_str()), (printed, table));
    }
    assert_eq!(codes(&piano("La spesa per i trasporti è di € 9.542.476.")), [""; 0], "of something else");
}

#[test]
fn parts_that_are_no_sum_of_their_total_are_found_and_roundings_are_not() {
    let with = |rows: &[&str]| vec![h("Utenza"), tbl(rows)];
    let wrong = found(&with(&["Area | Utenti", "Minori | 120", "Anziani | 180", "Totale | 310"]));
    assert_eq!(wrong[0].fault, Fault::Sum { parts: 300.0, decimals: 0, total: "310".to_owned() });
    assert_eq!(wrong[0].place.row.as_deref(), Some("Totale"));
    assert_eq!(
        wrong[0].text(Lang::It),
        "Utenza, tabella n. 1 del documento, riga «Totale», colonna «Utenti»: le parti sommano a 300, il totale stampato è 310."
    );
    for right in [
        // Roundings of millions, as a regional act has them.
        &["ATS | Milioni di euro", "A | 35,32", "B | 62,11", "C | 131,78", "Totale | 229,22"][..],
        &["Area | Utenti", "Minori | 120", "Anziani | 180", "di cui soli | 80", "Totale | 300"],
        &[
            "Area | Utenti",
            "A | 1",
            "B | 2",
            "Totale Nord | 3",
            "C | 4",
            "D | 5",
            "Totale Sud | 9",
            "Totale | 12",
        ],
        &["Comune | Età media", "A | 44,1", "B | 46,3", "Totale | 45,0"],
        &["Comune | Tasso (‰)", "A | 7", "B | 10", "Totale | 8"],
        &["Comune | Utenti", "A | n.d.", "B | 10", "Totale | 28"],
        &["Anno | Utenti", "2018 | 5", "2019 | 7", "Totale | 12"],
        &["Area | M | F | Totale", "A | 2 | 3 | 5", "B | 4 | 4 | 8", "Totale | 6 | 7 | 13"],
        &["Comune | Valore | Totale", "A | 2 | 5", "B | 3 | 9"],
    ] {
        assert_eq!(found(&with(right)), [], "{right:?}");
    }
    let across = codes(&with(&["Area | M | F | Totale", "A | 2 | 3 | 5", "B | 4 | 4 | 9", "C | 1 | 1 | 2"]));
    assert_eq!(across, ["sum"]);
    // Swapped digits in a table of millions.
    let spent = ["Area | Spesa (€)", "Minori | 9.542.476", "Disabili | 3.554.171", "Totale | 13.078.647"];
    assert_eq!(codes(&with(&spent)), ["sum"]);
}

#[test]
fn shares_that_do_not_make_100_are_found() {
    let with = |caption: &str, rows: &[&str]| vec![h("Utenza"), p(caption), tbl(rows)];
    let off = ["Area | %", "A | 40,0", "B | 58,0", "Totale | 100,0"];
    assert_eq!(codes(&with("Tabella 1 – Utenti", &off)), ["shares"]);
    let off = ["Classe | %", "A | 40,1", "B | 30,2", "C | 27,7"];
    assert_eq!(codes(&with("Tabella 1 – Composizione per età", &off)), ["shares"]);
    assert_eq!(codes(&with("Tabella 1 – Anziani per Comune", &off)), [""; 0], "shares of different wholes");
    let rounded = ["Area | %", "A | 33,3", "B | 33,3", "C | 33,3", "Totale | 100,0"];
    assert_eq!(codes(&with("Tabella 1 – Composizione", &rounded)), [""; 0]);
}

#[test]
fn captions_numbered_twice_left_out_or_repeated_are_found() {
    let table = || tbl(&["Area | Utenti", "Minori | 120", "Anziani | 180"]);
    let mut body = vec![h("Spesa")];
    for caption in [
        "Tabella 2.4 – Risorse",
        "Tabella 2.4 – Fondi",
        "Tabella 2.4 – Utenza",
        "Grafico 4.2: Spesa per area",
        "Grafico 4.2: Spesa pro capite",
        "Grafico 4.4: Confronto",
        "Tabella 3.2 – Fonti di finanziamento",
        "Tabella 4.1 – Fonti di finanziamento",
    ] {
        body.push(p(caption));
        body.push(table());
    }
    body.push(p("Come mostra la Tabella 9.9, la spesa cresce."));
    body.push(p("Delibera del 31 aprile 2014; il 29 febbraio 2020 e il 30 aprile esistono."));
    let found = found(&body);
    let has = |fault: &Fault| found.iter().any(|finding| finding.fault == *fault);
    assert!(has(&Fault::Twice { caption: "Tabella 2.4".to_owned(), times: 3 }));
    assert!(has(&Fault::Twice { caption: "Grafico 4.2".to_owned(), times: 2 }));
    assert!(has(&Fault::Gap { caption: "Grafico 4.3".to_owned() }));
    assert!(has(&Fault::SameCaption { first: "Tabella 3.2".to_owned(), second: "Tabella 4.1".to_owned() }));
    assert!(has(&Fault::NoSuch { caption: "Tabella 9.9".to_owned() }));
    assert!(has(&Fault::NoSuchDay { day: "31 aprile".to_owned() }));
    assert_eq!(found.len(), 6, "{found:#?}");
}

#[test]
fn two_tables_that_say_different_things_of_the_same_are_found() {
    let found = found(&[
        h("Spesa"),
        p("Tabella 2 – Utenza 2019"),
        tbl(&["Area | Utenti", "Disabili | 1.182", "Salute mentale | 9"]),
        p("Tabella 3 – Utenza 2016-2019"),
        tbl(&["Area | Utenti 2018 | Utenti 2019", "Disabili | 1.100 | 1.230", "Salute mentale | 20 | 9"]),
    ]);
    let [Finding { fault: Fault::Tables { first, second, number: 1, .. }, .. }] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!((first.as_str(), second.as_str()), ("1.182", "1.230"));
}

#[test]
fn a_report_of_ours_raises_no_alarm_unless_somebody_changed_it() {
    let ours = written(&sample(false));
    let verified = verify("p.docx", &ours, &()).expect("read");
    assert_eq!(verified.findings, []);
    assert_eq!(verified.tables, 2);
    let mut changed = parts(&ours);
    let text = part(&ours, "word/document.xml").replacen("12.345", "12.354", 1).replacen(">300<", ">310<", 1);
    changed.insert("word/document.xml".to_owned(), text.into_bytes());
    let findings = verify("p.docx", &packed(&changed), &()).expect("read").findings;
    let mut codes: Vec<&str> = findings.iter().map(|finding| finding.fault.code()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["edited_value", "edited_value", "sum"]);
    // What the atlas knows otherwise by now.
    struct Later;
    impl Look for Later {
        fn today(&self, asked: &Asked<'_>) -> Option<String> {
            (asked.printed == "12.345" && asked.origin["indicator"] == "residenti")
                .then(|| "12.400".to_owned())
        }
        fn said(&self, _: &Printed<'_>) -> Option<Fault> {
            None
        }
    }
    let findings = verify("p.docx", &ours, &Later).expect("read").findings;
    assert_eq!(findings[0].fault, Fault::Known { printed: "12.345".to_owned(), known: "12.400".to_owned() });
}

/// A document with one fault: its parts make 300, its total is 310.
pub fn faulty() -> Vec<u8> {
    document(&[h("Utenza"), tbl(&["Area | Utenti", "Minori | 120", "Anziani | 180", "Totale | 310"])])
}

/// Faults of other kinds, each in a table or a sentence, and what is right and looks like one.
#[test]
fn rows_of_shares_ratios_totals_and_shares_of_a_text_are_found() {
    let with = |rows: &[&str]| codes(&[h("Utenza"), p("Tabella 1 – Utenza"), tbl(rows)]);
    let ages = [
        "Comune | 0-14 | 15-64 | 65+ | Totale",
        "A | 12,0 | 63,0 | 25,0 | 100,0",
        "B | 13,0 | 60,0 | 24,0 | 100,0",
    ];
    assert_eq!(with(&ages), ["shares"]);
    assert_eq!(with(&["Area | Utenti", "Minori | 120", "Anziani | 80", "Complessivo | 250"]), ["sum"]);
    assert_eq!(
        with(&["Area | Utenti", "Totale | 300", "Minori | 120", "Anziani | 100", "Disabili | 70"]),
        ["sum"]
    );
    let costs = [
        "Area | Utenti | Spesa | Costo per utente",
        "Minori | 100 | 50.000 | 500",
        "Anziani | 200 | 80.000 | 400",
        "Disabili | 50 | 60.000 | 2.100",
    ];
    assert_eq!(with(&costs), ["ratio"]);
    let right = [costs[0], costs[1], costs[2], "Disabili | 50 | 60.000 | 1.200"];
    assert_eq!(with(&right), [""; 0]);
    let told =
        |text: &str, rows: &[&str]| codes(&[h("Utenza"), p("Tabella 1 – Dati 2023"), tbl(rows), p(text)]);
    let older = ["Comune | Anziani (%)", "Fontanella | 22,3", "Roccabruna | 25,4"];
    assert_eq!(told("A Roccabruna gli anziani sono il 24,5%.", &older), ["text_differs_from_table"]);
    assert_eq!(told("A Roccabruna gli anziani soli sono il 24,5%.", &older), [""; 0]);
    let users = ["Area | Utenti", "Minori | 120", "Anziani | 180", "Totale | 300"];
    assert_eq!(told("Nel 2023 il totale degli utenti è di 310.", &users), ["text_differs_from_table"]);
    for right in [
        "Nel 2023 il totale degli utenti è di 300.",
        "Nel 2019 il totale degli utenti era di 310.",
        "Il totale degli utenti dei centri estivi è di 310.",
    ] {
        assert_eq!(told(right, &users), [""; 0], "{right}");
    }
    let rest = "Il 45% degli utenti è minore, il 30% anziano, il 15% disabile e il restante 5% adulto.";
    assert_eq!(codes(&[p(rest)]), ["shares"]);
    assert_eq!(codes(&[p(&rest.replace("restante 5%", "restante 10%"))]), [""; 0]);
    assert_eq!(codes(&[p("Il 45% è donna, il 30% anziano e il 15% vive solo.")]), [""; 0]);
}

/// What Word writes and we do not: changes that are tracked, tables in tables, merged cells, frames.
#[test]
fn structures_of_other_programs_raise_no_alarm() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let tracked = tbl(&["Area | Utenti", "Minori | 120", "Anziani | 180", "Totale | 300"]).replacen(
        &run("120"),
        "<w:del w:id=\"1\"><w:r><w:delText>110</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>120</w:t></w:r></w:ins>",
        1,
    );
    let inner = tbl(&["Area | Utenti", "A | 10", "Totale | 10"]);
    let nested = format!(
        "<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
        run("Totale 999")
    );
    let frame = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Minori 121</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>";
    let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(30), "<w:p/></w:tc></w:tr></w:tbl>".repeat(30));
    assert_eq!(codes(&[h("Utenza"), tracked, p("Testo."), nested, frame.to_owned(), deep]), [""; 0]);
}

#[test]
fn what_is_no_document_is_refused_and_an_empty_one_is_read() {
    for bytes in [&b""[..], b"PK\x03\x04", b"%PDF-1.7", &written(&sample(false))[..3000]] {
        assert!(verify("p.docx", bytes, &()).is_err());
    }
    let empty = verify("p.docx", &document(&[]), &()).expect("read");
    assert_eq!((empty.tables, empty.findings.len()), (0, 0));
    let deep = "<w:sdt><w:sdtContent>".repeat(400);
    assert!(verify("p.docx", &document(&[deep]), &()).is_err(), "nested without end");
    let odd = tbl(&["", "|||", "a", "Totale", "Totale | 1 | 2"]) + "<w:tbl/><w:tbl><w:tr/></w:tbl>";
    assert_eq!(codes(&[odd]), [""; 0]);
}

#[test]
fn ranges_that_do_not_contain_their_mean_or_their_parts_and_acts_written_twice_are_found() {
    let with = |rows: &[&str]| codes(&[h("Spesa"), tbl(rows)]);
    let mean = ["ATS | Media | Minimo | Massimo", "A | 12,1 | 0,8 | 40,0", "B | 36,1 | 10,7 | 24,1"];
    assert_eq!(with(&mean), ["outside_range"]);
    let parts =
        ["ATS | Minimo e massimo", "A | 0,80–100,00", "B | 12,00–20,00", "Regione Lombardia | 10,74–24,10"];
    assert_eq!(with(&parts), ["outside_range", "outside_range"]);
    let right = ["ATS | Media | Min-max", "A | 12,1 | 0,8–40,0", "Regione | 14,0 | 0,8–41,0"];
    assert_eq!(with(&right), [""; 0]);
    assert_eq!(
        codes(&[p("La DGR X/7631 del 2017."), p("Come da DGR XI/7631/2017, e DGR XI/4563.")]),
        ["act_written_twice"]
    );
}

/// A value that the atlas knows: only where place, indicator and year are written out.
#[test]
fn a_printed_value_that_the_atlas_knows_otherwise_is_found() {
    let value = |year: i16, level: Level, method: Method, code: &str| {
        present(&table_today("indice_vecchiaia", january(year), level, method), code)
    };
    let print = |value: f64| number(Lang::It, value, 1);
    let (rho, then) = (
        value(2023, Level::Comuni, Method::Pooled, "015182"),
        value(2022, Level::Comuni, Method::Pooled, "015182"),
    );
    let known = Known::new(today());
    let found = |caption: &str, heading: &str, row: &str, printed: &str| {
        let heading = format!("Territorio | {heading}");
        let rows = [heading.as_str(), &format!("{row} | {printed}")].map(str::to_owned);
        let body = [h("Contesto"), p(caption), tbl(&[&rows[0], &rows[1]])];
        let found = verify("piano.docx", &document(&body), &known).expect("read").findings;
        found.iter().map(|finding| finding.fault.code()).collect::<Vec<_>>()
    };
    let age = "Indice di vecchiaia 2023";
    let none = [""; 0];
    assert_eq!(found("Tabella 1 – Comuni", age, "Comune di Rho", &print(rho)), none);
    assert_eq!(found("Tabella 1 – Comuni", age, "Comune di Rho", &print(then)), ["value_of_another_date"]);
    assert_eq!(found("Tabella 1 – Comuni", age, "Comune di Rho", &print(rho + 5.0)), ["known_otherwise"]);
    // Not clear what it is: no year, no such place, another indicator, one name for two places.
    assert_eq!(found("Tabella 1 – Comuni", "Indice di vecchiaia", "Comune di Rho", "1,5"), none);
    assert_eq!(found("Tabella 1 – Comuni", age, "Comune di Altrove", "1,5"), none);
    assert_eq!(found("Tabella 1 – Comuni", "Indice 2023", "Comune di Rho", "1,5"), none);
    assert_eq!(found("Tabella 1", age, "Rho", "1,5"), none);
    // The same in a sentence, of which the number is the only one.
    let told = |text: String| {
        let found = verify("piano.docx", &document(&[p(&text)]), &known).expect("read").findings;
        found.iter().map(|finding| finding.fault.code()).collect::<Vec<_>>()
    };
    let sentence =
        |year: i32, printed: &str| format!("Nel {year} l'indice di vecchiaia del Comune di Rho è {printed}.");
    assert_eq!(told(sentence(2023, &print(rho))), none);
    assert_eq!(told(sentence(2023, &print(then))), ["value_of_another_date"]);
    assert_eq!(told(sentence(2023, &print(rho + 5.0))), ["known_otherwise"]);
    assert_eq!(
        told(format!("Nel 2023 l'indice di vecchiaia del Comune di Rho cresce di {}.", print(rho + 5.0))),
        none
    );
    assert_eq!(told("Nel 2023 nel Comune di Rho ci sono 123 alloggi.".to_owned()), none);
    let mean = value(2023, Level::Ambiti, Method::Mean, "50089");
    assert_eq!(found("Tabella 1", age, "Ambito di Corsico", &print(mean)), ["simple_mean"]);
}

/// Statements that cannot be reconciled: with one another, with the years of a table, with the sheets of results.
#[test]
fn statements_that_cannot_both_be_true_are_found() {
    let with =
        |caption: &str, rows: &[&str], text: &str| codes(&[h("Spesa"), p(caption), tbl(rows), p(text)]);
    let rates = ["Indicatore | 2018 | 2019 | 2020", "Tasso di mortalità | 7,4 | 8,1 | 10,9"];
    let told = |text: &str| with("Tabella 1 – Andamento", &rates, text);
    assert_eq!(told("Il tasso di mortalità è aumentato del 2,8% dal 2018 al 2020."), ["change"]);
    assert_eq!(told("Il tasso di mortalità è aumentato di 3,5 punti dal 2018 al 2020."), [""; 0]);
    assert_eq!(told("Il tasso di mortalità è aumentato del 47,3%."), [""; 0]);
    let spent = [
        "ATS | 2016 | 2017 | 2018",
        "Nord | 136,35 | 135,00 | 133,57",
        "Monte | 127,60 | 130,00 | 141,74",
        "Piano | 120,00 | 119,00 | 118,00",
        "Colle | 110,00 | 112,00 | 115,00",
    ];
    let told = |text: &str| with("Grafico 1 – Spesa pro capite", &spent, text);
    assert_eq!(told("La spesa pro capite è in aumento in tutte le ATS, salvo Monte e Piano."), ["change"; 2]);
    assert_eq!(told("La spesa pro capite è in aumento in tutte le ATS, salvo Nord e Piano."), [""; 0]);
    let text = |sentences: &[&str]| {
        let body: Vec<String> = sentences.iter().map(|text| p(text)).collect();
        codes(&body)
    };
    assert_eq!(
        text(&[
            "La spesa pro capite è inferiore alla media.",
            "La spesa pro capite è superiore alla media regionale."
        ]),
        ["opposite_statements"]
    );
    assert_eq!(
        text(&["La spesa pro capite è inferiore alla media.", "La spesa storica è superiore alla media."]),
        [""; 0]
    );
    assert_eq!(
        text(&["Gli anziani soli sono il 33% della popolazione totale.", "Vive solo il 33% degli anziani."]),
        ["other_whole"]
    );
    assert_eq!(text(&["Report: almeno 1 all'anno; un minimo di tre report annuali."]), ["two_minimums"]);
    assert_eq!(
        text(&["Il DM 22.08.2019, n. 103 approva.", "Visto il D.M. n. 103 del 23 agosto 2019."]),
        ["act_dated_twice"]
    );
    assert_eq!(text(&["Il DM 22.08.2019, n. 103 approva.", "Il D.M. n. 103 del 22 agosto 2019."]), [""; 0]);
    let reached = ["Obiettivo | Raggiungimento", "Portale | 25%", "Trasporto | 0%", "Sportello | 100%"];
    assert_eq!(with("Tabella 1 – Esiti", &reached, "Sono 3 i risultati non raggiunti."), ["count"]);
    assert_eq!(with("Tabella 1 – Esiti", &reached, "Sono 2 i risultati non raggiunti."), [""; 0]);
    let sheet = ["Obiettivo | Sportello assistenti famigliari", "Riproposto | Sì"];
    assert_eq!(
        with("Scheda", &sheet, "Lo sportello assistenti famigliari non è stato riproposto."),
        ["answer"]
    );
    assert_eq!(with("Scheda", &sheet, "Lo sportello assistenti famigliari è stato riproposto."), [""; 0]);
}

/// Units of titles, codes of names, headings numbered by hand, the row of a Region, and tables that repeat one another.
#[test]
fn titles_codes_headings_and_repeated_tables_are_compared() {
    let with = |caption: &str, rows: &[&str]| codes(&[h("Spesa"), p(caption), tbl(rows)]);
    let ages = ["Indicatore | Valore", "Tasso di natalità | 7,1", "Indice di vecchiaia | 171,2"];
    assert_eq!(with("Tabella 1 – Indicatori (per mille)", &ages), ["unit"]);
    assert_eq!(with("Tabella 1 – Indicatori", &ages), [""; 0]);
    let shares = ["ATS | Singola | Associata", "A | 38,3 | 61,7", "B | 89,0 | 11,0"];
    assert_eq!(with("Tabella 1 – Spesa in milioni di euro", &shares), ["unit"]);
    let codes_of = [
        "Ambito | Codice ASST | ASST",
        "A | 713 | Lago",
        "B | 712 | Lago",
        "C | 712 | Lago",
        "D | 713 | Monte",
    ];
    assert_eq!(with("Tabella 1 – Codici", &codes_of), ["code_of_another"]);
    let region = ["ATS | 2017", "A | 600", "B | 700", "Regione Lombardia | 1.400"];
    assert_eq!(with("Tabella 1 – Spesa in milioni di euro", &region), ["sum"]);
    assert_eq!(with("Tabella 1 – Spesa pro capite media", &region), [""; 0]);
    assert_eq!(codes(&[h("3. Dati"), p("Testo."), h("4. Servizi"), h("3. Risorse")]), ["heading_twice"]);
    let first = ["Area | Risorse", "Minori | 9.524.476", "Disabili | 3.554.171", "Salute mentale | 123.499"];
    let second = ["Area | Spesa", "Minori | 9.524.476", "Disabili | 3.554.171", "Salute mentale | 111.817"];
    assert_eq!(
        codes(&[h("A"), p("Tabella 1 – Risorse"), tbl(&first), p("Tabella 2 – Spesa"), tbl(&second)]),
        ["tables_differ"]
    );
    // The year heads the column, and what is counted is in the caption; a row has its full name in one of them alone.
    let short = [
        "Area | 2018 | 2019",
        "Minori-Famiglia | 6.200 | 6.245",
        "Disabili | 1.150 | 1.182",
        "Salute mentale | 9 | 9",
        "Compartecipazione | 230 | 240",
    ];
    assert_eq!(
        codes(&[
            h("A"),
            p("Tabella 2.4 – Utenza 2019"),
            users(),
            p("Tabella 4.1 – Utenti per area 2018-2019"),
            tbl(&short)
        ]),
        ["tables_differ"]
    );
}

/// What a sentence leaves to its heading, and other words for users.
#[test]
fn a_number_is_compared_with_the_row_that_is_meant() {
    let table = |found: &[Finding]| match found {
        [Finding { fault: Fault::Differs { table, .. }, .. }] => table.clone(),
        _ => format!("{found:?}"),
    };
    let under =
        [h("Area Disabili"), p("Tabella 2.4 – Utenza 2019"), users(), p("Gli utenti in carico sono 3.152.")];
    assert_eq!(table(&found(&under)), "1.182");
    for text in [
        "Nel 2019 i servizi per i disabili hanno raggiunto 3.152 persone.",
        "Area Disabili (3.152 utenti) e area Minori-Famiglia (6.245 utenti).",
    ] {
        assert_eq!(table(&found(&piano(text))), "1.182", "{text}");
    }
}
