//! A report made by hand, with each kind of block; its places and numbers are invented.

use atlante::base::Code;
use atlante::i18n::Lang;
use atlante::report::block::{
    Align, Block, Cell, Column, Contents, Cover, Field, Figure, HeaderCell, Origin, Paragraph, Report, Role,
    Row, Run, Sentence, Table, Value,
};
use atlante::scene::Scene;

pub fn value(id: &str, text: &str) -> Value {
    let origin = Origin {
        indicator: Some("residenti".to_owned()),
        territory: Some(Code::from("015999")),
        exact: Some(1.0),
        ..Origin::default()
    };
    Value { id: id.to_owned(), text: text.to_owned(), origin }
}

pub fn sentence(id: &str, runs: Vec<Run>) -> Sentence {
    Sentence { id: id.to_owned(), runs }
}

pub fn text(text: &str) -> Run {
    Run::Text(text.to_owned())
}

pub fn paragraph(role: Role, sentences: Vec<Sentence>) -> Block {
    Block::Paragraph(Paragraph { role, sentences })
}

pub fn heading(id: &str, level: u8, text: &str) -> Block {
    Block::Heading { id: id.to_owned(), level, text: text.to_owned() }
}

fn note(id: &str, words: &str) -> Paragraph {
    Paragraph { role: Role::Note, sentences: vec![sentence(id, vec![text(words)])] }
}

/// A table of a first column of text and others of numbers.
pub fn table(id: &str, caption: &str, header: &[&str], rows: &[Vec<String>]) -> Table {
    let column = |i: usize| Column {
        width: if i == 0 { 3.0 } else { 1.4 },
        align: if i == 0 { Align::Start } else { Align::Decimal },
    };
    let cell = |row: usize, i: usize, cell: &String| match i {
        0 => Cell::Text(cell.clone()),
        _ => Cell::Value(value(&format!("{id}/{row}/{i}"), cell)),
    };
    let row = |(n, cells): (usize, &Vec<String>)| Row {
        cells: cells.iter().enumerate().map(|(i, text)| cell(n, i, text)).collect(),
        strong: cells.first().is_some_and(|name| name.starts_with("Totale")),
    };
    Table {
        id: id.to_owned(),
        caption: caption.to_owned(),
        description: format!("{caption}, per Comune."),
        columns: (0..header.len()).map(column).collect(),
        header: vec![header.iter().map(|name| HeaderCell { text: (*name).to_owned(), span: 1 }).collect()],
        rows: rows.iter().enumerate().map(row).collect(),
        notes: vec![note(&format!("{id}/note"), "Fonte: dati inventati, al 1° gennaio 2024.")],
        is_compact: false,
    }
}

fn figure(id: &str, caption: &str, scene: Scene) -> Block {
    Block::Figure(Figure {
        id: id.to_owned(),
        caption: caption.to_owned(),
        alt_text: format!("Disegno inventato: {caption}."),
        element: None,
        scene,
        notes: vec![note(&format!("{id}/note"), "Fonte: dati inventati.")],
        data: None,
    })
}

/// The report at a first date, or renewed at a second one.
pub fn report(lang: Lang, is_later: bool, scene: impl Fn(&str) -> Scene) -> Report {
    let pick = |first: &str, later: &str| if is_later { later.to_owned() } else { first.to_owned() };
    let residents = pick("12.345", "12.400");
    let change = pick("cresce", "cala");
    let rows: Vec<Vec<String>> = (1..=60)
        .map(|i| {
            let more = if is_later { 3 } else { 0 };
            vec![
                format!("Comune inventato {i}"),
                format!("{}.{:03}", i + 1, (i * 37) % 1000 + more),
                format!("{},{}", 10 + i % 7, i % 10),
                format!("{},{:02}", i, (i * 13) % 100),
            ]
        })
        .collect();
    let users = vec![
        vec!["Minori".to_owned(), "120".to_owned(), "40,0".to_owned()],
        vec!["Anziani".to_owned(), "180".to_owned(), "60,0".to_owned()],
        vec!["Totale".to_owned(), "300".to_owned(), "100,0".to_owned()],
    ];
    let mut blocks = vec![
        Block::Cover(Cover {
            title: "Profilo di comunità".to_owned(),
            subtitle: "Ambito inventato di Prova".to_owned(),
            lines: vec![
                pick("Dati al 1° gennaio 2024", "Dati al 1° gennaio 2025"),
                "Atlante Sociale".to_owned(),
            ],
            picture: None,
            logo: None,
        }),
        Block::Contents(Contents::Headings),
        Block::Contents(Contents::Figures),
        Block::Contents(Contents::Tables),
        Block::PageBreak,
        heading("demography", 1, "La struttura della popolazione"),
        heading("demography/residents", 2, "Residenti & famiglie"),
        paragraph(
            Role::Body,
            vec![
                sentence(
                    "demography/residents/1",
                    vec![
                        text("L'Ambito ha "),
                        Run::Value(value("demography/residents/1/n", &residents)),
                        text(" residenti e "),
                        Run::Strong(change),
                        text(" (vedi "),
                        Run::Reference { to: "demography/table".to_owned() },
                        text(" e "),
                        Run::Reference { to: "demography/map".to_owned() },
                        text(")."),
                    ],
                ),
                sentence(
                    "demography/residents/2",
                    vec![
                        text("Gli anziani sono il "),
                        Run::Value(value("demography/residents/2/share", &pick("23,4%", "23,9%"))),
                        text(" dei residenti."),
                    ],
                ),
            ],
        ),
        paragraph(
            Role::Caution,
            vec![sentence("demography/caution", vec![text("I valori del 2024 sono provvisori.")])],
        ),
    ];
    blocks.push(Block::Table(table(
        "demography/table",
        &pick("Residenti per Comune, 2024", "Residenti per Comune, 2025"),
        &["Comune", "Residenti", "Anziani (%)", "Densità"],
        &rows,
    )));
    blocks.push(figure("demography/map", "Residenti, mappa", scene(&pick("map", "map later"))));
    blocks.push(heading("services", 1, "I servizi"));
    blocks.push(Block::Table(table("services/users", "Utenti per area", &["Area", "Utenti", "%"], &users)));
    blocks.push(figure("services/chart", "Utenti per area, barre", scene("chart")));
    blocks.push(Block::Bullets(vec![
        Paragraph { role: Role::Body, sentences: vec![sentence("services/b1", vec![text("Primo punto.")])] },
        Paragraph {
            role: Role::Body,
            sentences: vec![sentence("services/b2", vec![text("Secondo punto.")])],
        },
    ]));
    blocks.push(heading("services/goals", 2, "Obiettivi"));
    blocks.push(Block::Field(Field {
        id: "services/goals/text".to_owned(),
        prompt: "Scrivi qui gli obiettivi dell'Ambito".to_owned(),
    }));
    Report { lang, title: "Profilo di comunità – Ambito di Prova".to_owned(), blocks }
}
