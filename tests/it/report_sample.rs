//! A report with every kind of block, made by hand, for the tests of its writers.

use atlante::base::{Code, Date, Pt, Rgb};
use atlante::data::Reference;
use atlante::i18n::Lang;
use atlante::report::block::{
    Align, Block, Cell, Column, Contents, Cover, Field, Figure, HeaderCell, Origin, Paragraph, Report, Role,
    Row, Run, Sentence, Table, Value,
};
use atlante::scene::{
    Anchor, Datum, FigureText, Fill, Group, Hatch, Node, Path, Role as Part, Scene, TextRun, Weight,
};

/// What would be markup in one of the formats, or ends a string in it.
pub const HOSTILE: &str =
    "#let x = 1 *a* _b_ $c$ `d` @e <script>alert(\"1\")</script> & 'f' \\ ]] ☎ {{g}} //h";

/// The rows of the long table.
pub const ROWS: usize = 130;

pub fn name(i: usize) -> String {
    format!("Comune numero {i:03}")
}

pub fn text(id: &str, text: &str) -> Sentence {
    Sentence { id: id.to_owned(), runs: vec![Run::Text(text.to_owned())] }
}

pub fn paragraph(role: Role, sentences: Vec<Sentence>) -> Paragraph {
    Paragraph { role, sentences }
}

pub fn value(id: &str, text: &str, exact: f64) -> Value {
    let origin = Origin {
        indicator: Some("residenti".to_owned()),
        territory: Some(Code::from("015093")),
        reference: Date::new(2025, 1, 1).map(Reference::Date),
        exact: Some(exact),
        ..Origin::default()
    };
    Value { id: id.to_owned(), text: text.to_owned(), origin }
}

/// A drawing with two areas that have values, one of them hatched, and a line of text.
pub fn scene(title: &str) -> Scene {
    let datum = |code: &str, label: &str| Datum { code: code.to_owned(), label: label.to_owned() };
    let areas = vec![
        Node::Path(
            Path::rect(20.0, 20.0, 100.0, 60.0)
                .filled(Fill::Solid(Rgb::hex(0x1f_6fa8)))
                .meaning(datum("015093", "Corsico: 12,3 \"%\" <&>")),
        ),
        Node::Path(
            Path::rect(140.0, 20.0, 100.0, 60.0)
                .filled(Fill::Hatch(Hatch::Rising))
                .meaning(datum("015011", "Assago: dato mancante")),
        ),
    ];
    let label = TextRun {
        x: 130.0,
        y: 110.0,
        size: 9.0,
        anchor: Anchor::Middle,
        weight: Weight::SemiBold,
        colour: Rgb::hex(0x1f_2430),
        halo: Some(Rgb::WHITE),
        content: format!("Affluenza a {title}"),
    };
    let group = |role, nodes| Node::Group(Group { role, clip: Some([0.0, 0.0, 260.0, 120.0]), nodes });
    let description = format!("Due aree di {title}.");
    Scene {
        width: Pt(260.0),
        height: Pt(120.0),
        title: title.to_owned(),
        description: description.clone(),
        figures: vec![FigureText { text: description, area: [0.0, 0.0, 260.0, 120.0] }],
        lang: "it",
        background: Rgb::WHITE,
        carried: None,
        nodes: vec![group(Part::Areas, areas), group(Part::Labels, vec![Node::Text(label)])],
    }
}

pub fn figure(id: &str, caption: &str) -> Figure {
    Figure {
        id: id.to_owned(),
        caption: caption.to_owned(),
        alt_text: format!("Il disegno mostra {caption}."),
        element: None,
        scene: scene(caption),
        notes: vec![paragraph(Role::Note, vec![text("fonte", "Fonte: ISTAT, 1/1/2025.")])],
        data: Some(Box::new(table(&format!("{id}/data"), "I valori", 2))),
    }
}

/// A table with a header of two rows and as many rows as asked for.
pub fn table(id: &str, caption: &str, rows: usize) -> Table {
    let head = |text: &str, span| HeaderCell { text: text.to_owned(), span };
    let column = |width, align| Column { width, align };
    let row = |i: usize| {
        let number = value(&format!("{id}/{i}"), &format!("{}.{:03}", i + 1, i), 1000.0 + i as f64);
        let share = value(&format!("{id}/{i}/s"), if i.is_multiple_of(2) { "12,3" } else { "7" }, 12.3);
        let last = match i % 4 {
            0 => Cell::Empty,
            1 => Cell::Text("n.d.".to_owned()),
            2 => Cell::Field(Field { id: format!("{id}/{i}/f"), prompt: "da scrivere".to_owned() }),
            _ => Cell::Value(value(&format!("{id}/{i}/l"), "\u{2212}0,25", -0.25)),
        };
        let cells = vec![Cell::Text(name(i)), Cell::Value(number), Cell::Value(share), last];
        Row { cells, strong: i == 3 }
    };
    Table {
        id: id.to_owned(),
        caption: caption.to_owned(),
        description: format!("Per ogni Comune: {caption}."),
        columns: vec![
            column(3.0, Align::Start),
            column(1.0, Align::Decimal),
            column(1.0, Align::Decimal),
            column(1.0, Align::Centre),
        ],
        header: vec![
            vec![head("", 1), head("Residenti", 2), head("", 1)],
            vec![head("Comune", 1), head("numero", 1), head("quota %", 1), head("altro", 1)],
        ],
        rows: (0..rows).map(row).collect(),
        notes: vec![paragraph(Role::Note, vec![text("nota", "Valori al 1° gennaio.")])],
        is_compact: false,
    }
}

/// Keeps a written sample in the folder that `ATLANTE_REPORT_FILES` names, for a look at it and for other checkers.
pub fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("ATLANTE_REPORT_FILES") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).expect("a folder");
    }
}

fn heading(id: &str, level: u8, text: &str) -> Block {
    Block::Heading { id: id.to_owned(), level, text: text.to_owned() }
}

/// The report.
pub fn report(lang: Lang) -> Report {
    let reference = |to: &str| Run::Reference { to: to.to_owned() };
    let referring = Sentence {
        id: "s/1".to_owned(),
        runs: vec![
            Run::Text("I residenti sono ".to_owned()),
            Run::Value(value("v/1", "33.904", 33904.0)),
            Run::Text(": vedi ".to_owned()),
            reference("t/long"),
            Run::Text(" e ".to_owned()),
            reference("f/two"),
            Run::Text(", ".to_owned()),
            Run::Strong("in aumento".to_owned()),
            Run::Text(".".to_owned()),
        ],
    };
    let cover = Cover {
        title: "Profilo di comunità".to_owned(),
        subtitle: "Ambito di Corsico".to_owned(),
        lines: vec!["Dati al 1° gennaio 2025".to_owned(), HOSTILE.to_owned()],
        picture: Some(figure("cover", "il contorno dell'Ambito")),
        logo: Some(LOGO.as_bytes().to_vec()),
    };
    Report {
        lang,
        title: "Profilo di comunità: Ambito di Corsico".to_owned(),
        blocks: vec![
            Block::Cover(cover),
            Block::Contents(Contents::Headings),
            Block::Contents(Contents::Figures),
            Block::Contents(Contents::Tables),
            Block::PageBreak,
            heading("h/1", 1, "Struttura della popolazione"),
            Block::Paragraph(paragraph(Role::Body, vec![referring, text("s/2", "Una seconda frase.")])),
            heading("h/2", 3, "Un livello saltato"),
            Block::Paragraph(paragraph(Role::Caution, vec![text("s/3", "I dati sono provvisori.")])),
            Block::Bullets(vec![
                paragraph(Role::Body, vec![text("b/1", "primo punto")]),
                paragraph(Role::Body, vec![text("b/2", HOSTILE)]),
            ]),
            Block::Figure(figure("f/one", "la prima figura")),
            Block::Table(table("t/long", "la tabella lunga", ROWS)),
            Block::Figure(figure("f/two", "la seconda figura")),
            heading("h/3", 1, HOSTILE),
            Block::Table(table("t/short", HOSTILE, 4)),
            Block::Field(Field { id: "field".to_owned(), prompt: "Descrivi gli obiettivi".to_owned() }),
            // An id used twice, and a reference to nothing.
            Block::Figure(figure("f/one", HOSTILE)),
            Block::Paragraph(paragraph(
                Role::Body,
                vec![Sentence {
                    id: "s/4".to_owned(),
                    runs: vec![reference("nowhere"), Run::Text("Fine.".to_owned())],
                }],
            )),
        ],
    }
}

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">\
    <rect width=\"40\" height=\"20\" fill=\"#0b5fa5\"/></svg>";
