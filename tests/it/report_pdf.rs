//! Reports as PDF: all blocks on the pages, tagged for screen readers, the same bytes each time.

use atlante::base::Level;
use atlante::document::{SvgText, TableColumn, TableSpec};
use atlante::export::{self, Format};
use atlante::figure::table::TableView;
use atlante::figure::view;
use atlante::i18n::Lang;
use atlante::report::block::{Block, Report};
use atlante::report::pdf;
use atlante::scene::{Node, Role, Scene};
use lopdf::{Dictionary, Document, Object};

use crate::common::{BUNDLE, january};
use crate::report_sample::{HOSTILE, ROWS, keep, name, report, table};

fn written(report: &Report) -> (pdf::Pdf, Document) {
    let pdf = pdf::write(report).expect("a PDF");
    assert_eq!(pdf.remarks, Vec::<String>::new());
    let document = Document::load_mem(&pdf.bytes).expect("a valid PDF");
    (pdf, document)
}

/// An element of the structure.
struct Element {
    kind: String,
    alt: Option<String>,
    attributes: Vec<Dictionary>,
    children: Vec<Element>,
}

impl Element {
    fn all<'a>(&'a self, kind: &str, found: &mut Vec<&'a Element>) {
        if self.kind == kind {
            found.push(self);
        }
        self.children.iter().for_each(|child| child.all(kind, found));
    }

    fn find(&self, kind: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.all(kind, &mut found);
        found
    }

    fn attribute(&self, name: &str) -> Option<String> {
        let value = self.attributes.iter().find_map(|of| of.get(name.as_bytes()).ok())?;
        Some(match value {
            Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
            Object::Integer(number) => number.to_string(),
            other => lopdf::decode_text_string(other).unwrap_or_default(),
        })
    }
}

fn resolved<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    match object {
        Object::Reference(id) => document.get_object(*id).expect("an object"),
        object => object,
    }
}

fn list<'a>(document: &'a Document, object: &'a Object) -> Vec<&'a Object> {
    match resolved(document, object) {
        Object::Array(items) => items.iter().map(|item| resolved(document, item)).collect(),
        other => vec![other],
    }
}

fn element(document: &Document, dictionary: &Dictionary) -> Element {
    let children = dictionary.get(b"K").map(|kids| list(document, kids)).unwrap_or_default();
    let dictionaries = |objects: Vec<&Object>| {
        objects.into_iter().filter_map(|object| object.as_dict().ok()).cloned().collect::<Vec<Dictionary>>()
    };
    let kind = dictionary.get(b"S").and_then(Object::as_name).map(String::from_utf8_lossy);
    Element {
        kind: kind.map(std::borrow::Cow::into_owned).unwrap_or_default(),
        alt: dictionary
            .get(b"Alt")
            .ok()
            .and_then(|alt| lopdf::decode_text_string(resolved(document, alt)).ok()),
        attributes: dictionary.get(b"A").map(|all| dictionaries(list(document, all))).unwrap_or_default(),
        children: dictionaries(children)
            .iter()
            .filter(|child| child.has(b"S"))
            .map(|child| element(document, child))
            .collect(),
    }
}

fn structure(document: &Document) -> Element {
    let catalog = document.catalog().expect("a catalog");
    let root = catalog.get(b"StructTreeRoot").map(|root| resolved(document, root)).expect("it is tagged");
    element(document, root.as_dict().expect("a dictionary"))
}

fn text(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).expect("its text")
}

#[test]
fn a_report_gives_the_same_bytes_twice_in_both_languages() {
    for lang in Lang::ALL {
        let of = report(lang);
        let [first, second] = [(); 2].map(|()| pdf::write(&of).expect("a PDF").bytes);
        assert!(first == second, "{lang:?}");
        keep(&format!("report-{}.pdf", lang.id()), &first);
        let document = Document::load_mem(&first).expect("a valid PDF");
        let language = document.catalog().and_then(|catalog| catalog.get(b"Lang")).expect("a language");
        assert_eq!(lopdf::decode_text_string(language).expect("text"), lang.id());
    }
}

#[test]
fn no_row_of_a_long_table_is_lost_and_its_header_is_that_of_each_page() {
    let (pdf, document) = written(&report(Lang::It));
    let root = structure(&document);
    let tables = root.find("Table");
    assert_eq!(tables.len(), 2);
    let long = tables[0];
    let rows = long.find("TR");
    assert_eq!(rows.len(), ROWS + 2);
    let heads = |scope: &str| {
        let cells = long.find("TH");
        cells.into_iter().filter(|cell| cell.attribute("Scope").as_deref() == Some(scope)).count()
    };
    // The empty cells of the first row head rows and columns, as "Comune" does.
    assert_eq!((heads("Row"), heads("Column") + heads("Both")), (ROWS, 7));
    assert_eq!(long.find("TD").len(), 3 * ROWS);
    assert_eq!(long.attribute("Summary").as_deref(), Some("Per ogni Comune: la tabella lunga."));
    let spans: Vec<_> = long.find("TH").iter().filter_map(|cell| cell.attribute("ColSpan")).collect();
    assert_eq!(spans, ["2"]);

    let text = text(&document);
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for i in 0..ROWS {
        assert!(flat.contains(&name(i)), "{} is missing", name(i));
    }
    // The long table goes over three pages, the short one is on one.
    let heads = flat.matches("numero quota % altro").count();
    assert!(heads >= 4, "{heads} headers");
    assert!(pdf.pages >= 6, "{} pages", pdf.pages);
}

#[test]
fn every_figure_has_its_alternative_text_and_every_heading_its_level() {
    let of = report(Lang::It);
    let (_, document) = written(&of);
    let root = structure(&document);
    let alts: Vec<String> = root.find("Figure").iter().filter_map(|figure| figure.alt.clone()).collect();
    let figures = of.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure.alt_text.replace('☎', "\u{fffd}")),
        _ => None,
    });
    for text in figures.chain(["Il disegno mostra il contorno dell'Ambito.".to_owned(), "Logo".to_owned()]) {
        assert!(alts.contains(&text), "{text} is not in {alts:?}");
    }
    let levels: Vec<usize> = ["H1", "H2", "H3"].iter().map(|level| root.find(level).len()).collect();
    // Three lists, two chapters, and a section that was a level too deep.
    assert_eq!(levels, [5, 1, 0]);
    assert_eq!(root.find("Title").len(), 1);
}

#[test]
fn captions_references_and_hostile_text_are_printed_as_they_are() {
    for (lang, figure, table, page) in
        [(Lang::It, "Figura", "Tabella", "Pagina"), (Lang::En, "Figure", "Table", "Page")]
    {
        let (pdf, document) = written(&report(lang));
        let flat: String = text(&document).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            flat.contains(&format!("vedi {table} 1 e {figure} 2 , in aumento"))
                || flat.contains(&format!("vedi {table} 1 e {figure} 2, in aumento")),
            "{flat}"
        );
        for caption in ["1. la prima figura", "2. la seconda figura", "3. "] {
            assert!(flat.contains(&format!("{figure} {caption}")), "{caption}");
        }
        assert!(flat.contains(&format!("{table} 1. la tabella lunga")));
        assert!(flat.contains(&format!("{page} 2 / {}", pdf.pages)));
        // Words apart, because the reader of the test puts spaces between pieces of a line.
        let squeezed = |text: &str| text.split_whitespace().collect::<String>().replace('☎', "\u{fffd}");
        let (all, hostile) = (squeezed(&flat), squeezed(HOSTILE));
        assert!(all.matches(&hostile).count() >= 5, "{}", all.matches(&hostile).count());
    }
}

#[test]
fn a_table_with_too_many_columns_stays_on_its_page_and_an_empty_report_is_a_page() {
    let mut wide = table("t", "larga", 3);
    let last = wide.columns[1];
    for row in &mut wide.rows {
        let cell = row.cells[1].clone();
        row.cells.extend(std::iter::repeat_n(cell, 10));
    }
    wide.columns.extend(std::iter::repeat_n(last, 10));
    let blocks = vec![Block::Table(wide)];
    let (pdf, document) = written(&Report { lang: Lang::It, title: "Larga".to_owned(), blocks });
    assert_eq!((pdf.pages, structure(&document).find("TD").len()), (1, 39));
    let (pdf, _) = written(&Report { lang: Lang::It, title: "Vuoto".to_owned(), blocks: Vec::new() });
    assert_eq!(pdf.pages, 1);
}

/// A table that the program draws on a page of its own has cells too.
#[test]
fn a_drawn_table_is_read_cell_by_cell() {
    let columns =
        ["indice_vecchiaia", "residenti"].map(|indicator| TableColumn::value(indicator, january(2023)));
    let spec = TableSpec::new(columns.to_vec(), Level::Ambiti);
    let scene = view::build::<TableView>(&spec, BUNDLE.sources()).expect("a table").value.scene;
    let bytes = export::figure(&scene, Format::Pdf, SvgText::Text, 96).expect("a PDF");
    keep("table.pdf", &bytes);
    let document = Document::load_mem(&bytes).expect("a valid PDF");
    let root = structure(&document);
    let tables = root.find("Table");
    assert_eq!(tables.len(), 1);
    let (head, body) = (tables[0].find("THead"), tables[0].find("TBody"));
    let cells = |row: &Element| row.children.iter().map(|cell| cell.kind.clone()).collect::<Vec<_>>();
    assert_eq!(head[0].find("TR").len(), head_rows(&scene));
    let rows = body[0].find("TR");
    assert!(rows.len() > 3, "{} rows", rows.len());
    for row in rows {
        assert_eq!(cells(row), ["TH", "TD", "TD"]);
    }
    assert_eq!(tables[0].attribute("Summary").as_deref(), Some(scene.description.as_str()));
    assert!(root.find("Figure").is_empty());
}

fn head_rows(scene: &Scene) -> usize {
    fn rows(nodes: &[Node]) -> usize {
        let groups = nodes.iter().filter_map(|node| match node {
            Node::Group(group) => Some(group),
            _ => None,
        });
        groups
            .map(|group| {
                let is_head = |node: &Node| matches!(node, Node::Group(cell) if matches!(cell.role, Role::ColumnHead { .. }));
                usize::from(group.nodes.first().is_some_and(is_head)) + rows(&group.nodes)
            })
            .sum()
    }
    rows(&scene.nodes)
}

/// Pages are drawn from the file itself.
#[test]
fn pages_are_seen_before_they_are_kept() {
    let pdf = pdf::write(&report(Lang::It)).expect("a PDF");
    let preview = pdf::Preview::of(pdf.bytes).expect("a PDF");
    assert_eq!(preview.pages(), pdf.pages);
    let picture = preview.page(1, 420).expect("a picture");
    assert_eq!(picture.size[0], 420);
    assert_eq!(picture.rgba.len(), 4 * picture.size[0] * picture.size[1]);
    let inked = picture.rgba.chunks(4).filter(|pixel| pixel[0] < 128).count();
    assert!(inked > 500, "{inked} dark pixels");
    assert!(preview.page(pdf.pages, 420).is_none() && pdf::Preview::of(b"no PDF".to_vec()).is_none());
}

/// A report of the length of a profile: time is seen with `--nocapture`.
#[test]
fn a_report_of_many_pages_is_written() {
    let mut of = report(Lang::It);
    let once = of.blocks.split_off(5);
    for i in 0..4 {
        of.blocks.extend(once.iter().cloned().map(|mut block| {
            match &mut block {
                Block::Figure(figure) => figure.id.push_str(&i.to_string()),
                Block::Table(table) => table.id.push_str(&i.to_string()),
                _ => {}
            }
            block
        }));
    }
    let pdf = pdf::write(&of).expect("a PDF");
    keep("long.pdf", &pdf.bytes);
    assert!(pdf.pages >= 15, "{} pages", pdf.pages);
}
