//! A figure, or a page of several elements, as an HTML file: its drawing, what is read from it, and the numbers behind
//! each element.

use crate::document::FigureSpec;
use crate::figure::page::compose::Figure;
use crate::figure::reading;
use crate::figure::registry;
use crate::figure::view::Sources;
use crate::report::behind::behind;
use crate::report::block::{self, Block, Paragraph, Report, Role, Run, Sentence, Table};

/// The file of a figure drawn from `spec`.
pub fn figure(spec: &FigureSpec, figure: &Figure, sources: Sources<'_>) -> String {
    let mut tables: Vec<Table> = Vec::new();
    for (i, (element, part)) in spec.elements().zip(&figure.parts).enumerate() {
        // An element without numbers of its own has no table.
        let Ok(table) = registry::table(element, sources) else { continue };
        let words = part.words();
        let caption = [words.title.as_str(), &words.subtitle];
        let caption = caption.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ");
        tables.extend(behind(&table.value.0, &format!("numbers-{}", i + 1), &caption));
    }
    let data = if tables.len() == 1 { tables.pop().map(Box::new) } else { None };
    let drawing = block::Figure {
        id: "figure".to_owned(),
        // The heading is on the page already.
        caption: String::new(),
        alt_text: figure.scene.description.clone(),
        element: None,
        scene: figure.scene.clone(),
        notes: Vec::new(),
        data,
    };
    let read = Run::Text(reading::figure(&figure.parts, sources));
    let sentence = Sentence { id: "reading".to_owned(), runs: vec![read] };
    let mut blocks = vec![
        Block::Figure(drawing),
        Block::Paragraph(Paragraph { role: Role::Body, sentences: vec![sentence] }),
    ];
    blocks.extend(tables.into_iter().map(Block::Table));
    super::page(&Report { lang: spec.lang, title: figure.scene.title.clone(), blocks }, None)
}
