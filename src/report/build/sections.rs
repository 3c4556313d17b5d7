//! The sections of a template, one after the other.

use crate::base::Level;
use crate::figure::Sources;
use crate::i18n::{Lang, texts};
use crate::report::beside::beside;
use crate::report::block::{Align, Cell, Contents};
use crate::report::block::{Block, Field, Paragraph, Report, Role, Row, Run, Sentence};
use crate::report::place::Place;
use crate::report::request::Request;
use crate::report::template::{About, FieldsItem, Item, ItemKind, Only, Rule, Section, Template};

use super::context::{Cache, Context};
use super::tables::{Heads, text_cell};
use super::{analyses, cover, figures, methods, rules, tables};

/// The report that a template makes of the places of a request.
pub fn build(template: &Template, request: &Request, sources: Sources<'_>, cache: &Cache) -> Report {
    let mut ctx = Context::new(sources, request.lang, cache);
    ctx.sources_at = methods_of(template);
    let ctx = ctx;
    let lang = request.lang;
    let mut body = Vec::new();
    for section in &template.sections {
        if section.is_for_each {
            body.extend(for_each(section, &ctx));
        } else if applies(section.only, &request.places) {
            body.extend(of_section(section, &section.id, lang.pick(&section.title), &request.places, &ctx));
        }
    }
    let cover = cover::cover(template, request, &ctx);
    let title = match template.about {
        About::Place => format!("{} – {}", cover.title, cover.subtitle),
        About::Ambiti => cover.title.clone(),
    };
    let contents = template.contents.iter().map(|list: &Contents| Block::Contents(*list));
    let blocks = std::iter::once(Block::Cover(cover)).chain(contents).chain(body).collect();
    Report { lang, title, blocks }
}

/// The id of the table of methods, where a section ends in one.
fn methods_of(template: &Template) -> Option<String> {
    let of_section = |section: &Section| {
        let item = section.items.iter().find(|item| item.kind == ItemKind::Methods)?;
        (!section.is_for_each).then(|| methods::table_id(&format!("{}/{}", section.id, item.id)))
    };
    template.sections.iter().find_map(of_section)
}

/// Whether something that makes sense for some places only does for these.
fn applies(only: Only, places: &[Place]) -> bool {
    match only {
        Only::Always => true,
        Only::Groups => places.iter().any(Place::is_group),
        Only::OneComune => places.iter().any(|place| !place.is_group()),
    }
}

/// The places for which it makes sense.
fn fitting(only: Only, places: &[Place]) -> Vec<Place> {
    let fits = |place: &&Place| match only {
        Only::Always => true,
        Only::Groups => place.is_group(),
        Only::OneComune => !place.is_group(),
    };
    places.iter().filter(fits).cloned().collect()
}

/// A section repeated for each Ambito, each under a heading with its name.
fn for_each(section: &Section, ctx: &Context<'_>) -> Vec<Block> {
    let territories = &ctx.atlas().territories;
    let title = ctx.lang.pick(&section.title).to_owned();
    let mut blocks = Vec::new();
    if section.on_new_page {
        blocks.push(Block::PageBreak);
    }
    blocks.push(Block::Heading { id: section.id.clone(), level: section.level, text: title });
    for at in 0..territories.units(Level::Ambiti).len() {
        let place = Place::unit(Level::Ambiti, at, territories);
        let id = format!("{}/{}", section.id, place.id());
        let one = Section { level: section.level + 1, on_new_page: at > 0, ..section.clone() };
        let name = place.alone(ctx.lang);
        blocks.extend(of_section(&one, &id, &name, std::slice::from_ref(&place), ctx));
    }
    blocks
}

fn of_section(section: &Section, id: &str, title: &str, places: &[Place], ctx: &Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if section.on_new_page {
        blocks.push(Block::PageBreak);
    }
    blocks.push(Block::Heading { id: id.to_owned(), level: section.level, text: title.to_owned() });
    let mut made: Vec<Vec<Block>> = Vec::new();
    for item in &section.items {
        let fitting = fitting(item.only, places);
        // What is about all Ambiti has no places, and makes sense all the same.
        if fitting.is_empty() && !places.is_empty() {
            continue;
        }
        made.push(of_item(item, &format!("{id}/{}", item.id), &fitting, ctx));
    }
    let mut items = made.into_iter().peekable();
    while let Some(mut of_item) = items.next() {
        let next = items.next_if(|next| stand_beside(&of_item, next));
        // Two figures that stand side by side come first, and what is read of them after both.
        if let Some(next) = next {
            let first = usize::from(!of_item.is_empty());
            let mut next = next.into_iter();
            of_item.splice(first..first, next.next());
            of_item.extend(next);
        }
        blocks.extend(of_item);
    }
    blocks
}

/// Whether two items are a figure each, narrow enough to stand side by side.
fn stand_beside(item: &[Block], next: &[Block]) -> bool {
    let figures = |blocks: &[Block]| blocks.iter().filter(|block| matches!(block, Block::Figure(_))).count();
    match (item, next) {
        ([first @ Block::Figure(_), ..], [second @ Block::Figure(_), ..])
            if figures(item) == 1 && figures(next) == 1 =>
        {
            beside(&[first.clone(), second.clone()])[0]
        }
        _ => false,
    }
}

fn of_item(item: &Item, id: &str, places: &[Place], ctx: &Context<'_>) -> Vec<Block> {
    let lang = ctx.lang;
    match &item.kind {
        ItemKind::Text { text, role } => {
            let sentence = Sentence { id: id.to_owned(), runs: vec![Run::Text(lang.pick(text).to_owned())] };
            vec![Block::Paragraph(Paragraph { role: *role, sentences: vec![sentence] })]
        }
        ItemKind::Sentences { rules, bullets } => said(rules, *bullets, places, ctx, id),
        ItemKind::Figure(figure) => figures::blocks(figure, places, ctx, id),
        ItemKind::Analysis(analysis) => analyses::blocks(analysis, places, ctx, id),
        ItemKind::Table(table) => tables::blocks(table, places, ctx, id),
        ItemKind::Field { prompt } => {
            vec![Block::Field(Field { id: id.to_owned(), prompt: lang.pick(prompt).to_owned() })]
        }
        ItemKind::Fields(sheet) => sheets(sheet, ctx, id),
        ItemKind::Methods => methods::blocks(ctx, id),
    }
}

/// The sentences of rules: a paragraph for each place, or a list.
fn said(rules: &[Rule], bullets: bool, places: &[Place], ctx: &Context<'_>, id: &str) -> Vec<Block> {
    // Rules about all Ambiti ask for no place.
    let nobody = [Place { unit: None, name: String::new(), members: Vec::new(), codes: Vec::new() }];
    let places = if places.is_empty() { &nobody } else { places };
    let lang = ctx.lang;
    let mut blocks = Vec::new();
    for place in places {
        let id = if places.len() > 1 { format!("{id}/{}", place.id()) } else { id.to_owned() };
        let mut sentences = Vec::new();
        for rule in rules {
            // Wordings alternate, so that two sentences in a row do not begin alike.
            let turn = sentences.len();
            sentences.extend(rules::sentences(rule, place, ctx, &id, turn));
        }
        if sentences.is_empty() {
            continue;
        }
        once(&mut sentences, lang);
        blocks.push(match bullets {
            true => {
                let one = |sentence| Paragraph { role: Role::Body, sentences: vec![sentence] };
                Block::Bullets(sentences.into_iter().map(one).collect())
            }
            false => Block::Paragraph(Paragraph { role: Role::Body, sentences }),
        });
    }
    blocks
}

/// That ranks are decided on exact values is said once in a paragraph, after its last sentence that needs it.
fn once(sentences: &mut [Sentence], lang: Lang) {
    let told = format!(" {}", lang.text(texts::UNROUNDED));
    let ends = |sentence: &&mut Sentence| matches!(sentence.runs.last(), Some(Run::Text(text)) if text.ends_with(&told));
    for sentence in sentences.iter_mut().rev().filter(ends).skip(1) {
        if let Some(Run::Text(text)) = sentence.runs.last_mut() {
            text.truncate(text.len() - told.len());
        }
    }
}

/// The empty copies of a sheet.
fn sheets(sheet: &FieldsItem, ctx: &Context<'_>, id: &str) -> Vec<Block> {
    let lang = ctx.lang;
    let copy = |n: usize| {
        let id = if sheet.copies > 1 { format!("{id}/{n}") } else { id.to_owned() };
        let heads = Heads::default().with(lang.pick(&sheet.head[0]), 4.0, Align::Start).with(
            lang.pick(&sheet.head[1]),
            5.0,
            Align::Start,
        );
        let row = |row: &crate::report::template::FieldRow| {
            let field = Field { id: format!("{id}/{}", row.id), prompt: lang.pick(&row.prompt).to_owned() };
            Row { cells: vec![text_cell(lang.pick(&row.asks)), Cell::Field(field)], strong: false }
        };
        let caption = lang.pick(&sheet.caption);
        let caption = if sheet.copies > 1 { format!("{caption} ({n})") } else { caption.to_owned() };
        let rows = sheet.rows.iter().map(row).collect();
        Block::Table(heads.table(&id, caption, rows, Vec::new(), ctx))
    };
    (1..=sheet.copies).map(copy).collect()
}
