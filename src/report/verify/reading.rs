//! A document as its reader meets it: headings, paragraphs and tables, one after the other.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::docx::kept::PREFIX;
use super::super::opened::{Opened, attribute, is, parse, words};

/// A document, read.
#[derive(Debug, Default)]
pub struct Reading {
    pub items: Vec<Item>,
    /// Controls of ours, with what they say now.
    pub controls: BTreeMap<String, Control>,
}

#[derive(Debug)]
pub struct Control {
    pub text: String,
    /// The heading it stands under.
    pub heading: String,
    /// The position of the table it is in.
    pub table: Option<usize>,
}

#[derive(Debug)]
pub struct Item {
    /// The heading it stands under.
    pub heading: String,
    /// The position of its chapter.
    pub chapter: usize,
    pub what: What,
}

#[derive(Debug)]
pub enum What {
    Heading,
    Paragraph(Paragraph),
    Table(Grid),
    Picture,
}

#[derive(Debug)]
pub struct Paragraph {
    pub text: String,
    /// The name of its style, in lower case.
    pub style: String,
    /// Numbers in controls of ours, which were printed with their origin.
    pub ours: Vec<String>,
}

/// A table: rows of texts, of which one that spans several columns is in the first of them.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Its position among the tables of the document, from 1.
    pub number: usize,
    pub rows: Vec<Vec<String>>,
    /// Rows of headings.
    pub header: usize,
}

/// Reads a document; nothing of one whose text cannot be parsed.
pub fn read(opened: &Opened) -> Reading {
    let Ok(text) = opened.text(&opened.main) else { return Reading::default() };
    let Some(document) = parse(text) else { return Reading::default() };
    let mut reader = Reader {
        styles: words::styles(opened),
        reading: Reading::default(),
        heading: String::new(),
        chapter: 0,
        tables: 0,
    };
    reader.below(document.root_element());
    reader.reading
}

struct Reader {
    styles: BTreeMap<String, String>,
    reading: Reading,
    heading: String,
    chapter: usize,
    tables: usize,
}

impl Reader {
    fn put(&mut self, what: What) {
        self.reading.items.push(Item { heading: self.heading.clone(), chapter: self.chapter, what });
    }

    fn below(&mut self, node: Node<'_, '_>) {
        for child in node.children().filter(Node::is_element) {
            if is(child, "p") {
                self.paragraph(child);
            } else if is(child, "tbl") {
                self.tables += 1;
                let grid = grid(child, self.tables);
                self.controls(child, Some(self.tables));
                self.put(What::Table(grid));
            } else if !is(child, "sectPr") && !is(child, "del") && !is(child, "moveFrom") {
                self.control(child, None);
                self.below(child);
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let text = words::seen(node).trim().to_owned();
        self.controls(node, None);
        if let Some(level) = words::heading_level(node, &self.styles) {
            if !text.is_empty() {
                if level == 1 {
                    self.chapter += 1;
                }
                self.heading = text;
                self.put(What::Heading);
            }
            return;
        }
        if node.descendants().any(|node| node.is_element() && node.tag_name().name() == "drawing") {
            self.put(What::Picture);
        }
        if text.is_empty() {
            return;
        }
        let style = words::style_of(node, &self.styles).unwrap_or_default().to_lowercase();
        let ours = node.descendants().filter(|node| is(*node, "sdt"));
        let ours = ours
            .filter(|sdt| words::tag_of(*sdt).is_some_and(|tag| tag.starts_with(PREFIX)))
            .map(words::seen)
            .collect();
        self.put(What::Paragraph(Paragraph { text, style, ours }));
    }

    fn controls(&mut self, node: Node<'_, '_>, table: Option<usize>) {
        for inner in node.descendants() {
            self.control(inner, table);
        }
    }

    fn control(&mut self, node: Node<'_, '_>, table: Option<usize>) {
        if !is(node, "sdt") {
            return;
        }
        if let Some(tag) = words::tag_of(node).filter(|tag| tag.starts_with(PREFIX)) {
            let text = words::seen(node).trim().to_owned();
            let control = Control { text, heading: self.heading.clone(), table };
            self.reading.controls.insert(tag.to_owned(), control);
        }
    }
}

/// The elements below a node that are reached without passing through another of the same kind.
fn nearest<'a, 'input>(node: Node<'a, 'input>, name: &str, found: &mut Vec<Node<'a, 'input>>) {
    for child in node.children().filter(Node::is_element) {
        if is(child, name) {
            found.push(child);
        } else {
            nearest(child, name, found);
        }
    }
}

fn grid(table: Node<'_, '_>, number: usize) -> Grid {
    let mut rows_found = Vec::new();
    nearest(table, "tr", &mut rows_found);
    let mut grid = Grid { number, ..Grid::default() };
    for row in rows_found {
        let properties = row.children().find(|child| is(*child, "trPr"));
        let is_header =
            properties.is_some_and(|properties| properties.children().any(|child| is(child, "tblHeader")));
        let is_first = grid.header == grid.rows.len();
        let mut cells_found = Vec::new();
        nearest(row, "tc", &mut cells_found);
        let mut cells: Vec<String> = Vec::new();
        for cell in cells_found {
            let property = |name: &str| {
                let properties = cell.children().find(|child| is(*child, "tcPr"))?;
                properties.children().find(|child| is(*child, name))
            };
            let span = property("gridSpan").and_then(|span| attribute(span, "val")?.parse::<usize>().ok());
            let continues = property("vMerge")
                .is_some_and(|merge| attribute(merge, "val").unwrap_or("continue") == "continue");
            let text = if continues {
                // A cell over several rows says the same in each.
                grid.rows.last().and_then(|row| row.get(cells.len()).cloned()).unwrap_or_default()
            } else {
                words::seen(cell).trim().to_owned()
            };
            cells.push(text);
            // As many columns as no table of an office has.
            for _ in 1..span.unwrap_or(1).clamp(1, 200) {
                cells.push(String::new());
            }
        }
        grid.rows.push(cells);
        if is_header && is_first {
            grid.header = grid.rows.len();
        }
    }
    if grid.header == 0 && grid.rows.len() > 1 {
        // Rows above the first one with numbers; years are headings.
        let is_value = |cell: &String| {
            let has_words = cell.contains(char::is_alphabetic);
            let numbers = super::numbers::all(&cell.replace(['–', '—'], " – "), ',');
            let is_number = super::numbers::whole(cell, ',').is_some() || !has_words;
            is_number && numbers.iter().any(|number| !number.is_year())
        };
        let has_values = |(at, row): (usize, &Vec<String>)| {
            // Classes of age head columns.
            row.iter().skip(1).any(|cell| is_value(cell) && !(at == 0 && is_class(cell)))
        };
        grid.header = grid.rows.iter().enumerate().position(has_values).unwrap_or(0).min(3);
    }
    grid
}

/// "0-14", "65+": a class of ages or the like.
fn is_class(cell: &str) -> bool {
    let cell = cell.trim();
    let is_whole = |part: &str| {
        let part = part.trim();
        (1..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit())
    };
    cell.strip_suffix('+').is_some_and(is_whole)
        || cell.split_once(['-', '–', '/']).is_some_and(|(low, high)| is_whole(low) && is_whole(high))
}

impl Grid {
    /// The headings above a cell, and the unit words in them.
    pub fn heading(&self, column: usize) -> String {
        let rows = self.rows.iter().take(self.header);
        let heading = rows.filter_map(|row| {
            // A heading over several columns is in the first of them.
            let own = row.get(column)?;
            let spanning = row[..=column].iter().rev().find(|text| !text.is_empty());
            if own.is_empty() { spanning } else { Some(own) }
        });
        heading.map(|text| text.replace('\n', " ")).collect::<Vec<_>>().join(" ")
    }

    /// Rows below the headings, with their positions.
    pub fn body(&self) -> impl Iterator<Item = (usize, &Vec<String>)> {
        self.rows.iter().enumerate().skip(self.header)
    }

    /// What a row is about.
    pub fn label(&self, row: usize) -> &str {
        let cells = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        cells.iter().map(String::as_str).find(|cell| cell.contains(char::is_alphabetic)).unwrap_or_default()
    }

    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Whether numbers of the table have a decimal point instead of a comma.
    pub fn mark(&self) -> char {
        super::numbers::mark(self.rows.iter().flatten().map(String::as_str))
    }
}
