//! The sections of a template, one after the other.

use crate::base::Level;
use crate::figure::Sources;
use crate::report::block::{Align, Cell, Contents};
use crate::report::block::{Block, Field, Paragraph, Report, Role, Row, Run, Sentence};
use crate::report::place::Place;
use crate::report::request::Request;
use crate::report::template::{About, FieldsItem, Item, ItemKind, Only, Rule, Section, Template};

use super::context::{Cache, Context};
use super::tables::{Heads, text_cell};
use super::{cover, figures, methods, rules, tables};

/// The report that a template makes of the places of a request.
pub fn build(template: &Template, request: &Request, sources: Sources<'_>, cache: &Cache) -> Report {
    let ctx = Context::new(sources, request.lang, cache);
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
    for item in &section.items {
        let fitting = fitting(item.only, places);
        // What is about all Ambiti has no places, and makes sense all the same.
        if fitting.is_empty() && !places.is_empty() {
            continue;
        }
        blocks.extend(of_item(item, &format!("{id}/{}", item.id), &fitting, ctx));
    }
    blocks
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
