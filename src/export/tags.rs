//! The parts of a page in the order a screen reader meets them: its title, each figure under its own title, then the
//! footer. A figure that is a table is its cells, one by one.

use std::collections::BTreeSet;

use crate::scene::{Group, Node, Role, Scene};

/// What nodes are to a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// The title of the page.
    Title,
    /// The title of one of its figures, numbered from 0.
    FigureTitle(usize),
    /// One of its figures.
    Figure(usize),
    Cell(Place, Role),
    /// What stands beside the table in a figure: the key of its colours.
    Beside(usize),
    Footer,
    Ornament,
}

/// Which cell of a table, each number from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub figure: usize,
    pub table: usize,
    pub row: usize,
    pub cell: usize,
}

impl Tag {
    /// Its position in the reading order.
    pub fn place(self) -> (usize, usize, Option<Place>) {
        match self {
            Self::Title => (0, 0, None),
            Self::FigureTitle(i) => (i + 1, 0, None),
            Self::Figure(i) => (i + 1, 1, None),
            Self::Cell(place, _) => (place.figure + 1, 1, Some(place)),
            Self::Beside(i) => (i + 1, 2, None),
            Self::Footer => (usize::MAX, 0, None),
            Self::Ornament => (usize::MAX, 1, None),
        }
    }
}

/// The text of some nodes, line by line.
pub fn words(nodes: &[Node]) -> String {
    let lines = nodes.iter().map(|node| match node {
        Node::Text(run) => run.content.clone(),
        Node::Group(group) => words(&group.nodes),
        Node::Path(_) | Node::Image(_) => String::new(),
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The nodes of a scene grouped by what they are, in drawing order.
pub fn parts(scene: &Scene) -> Vec<(Tag, Vec<Node>)> {
    let placed = placed(scene);
    let has_table = |node: &Node| matches!(node, Node::Group(group) if tables(group).next().is_some());
    let tabular: BTreeSet<usize> = (placed.iter())
        .filter_map(|(tag, node)| match tag {
            Tag::Figure(i) if has_table(node) => Some(*i),
            _ => None,
        })
        .collect();
    let mut parts: Vec<(Tag, Vec<Node>)> = Vec::new();
    let mut add = |tag: Tag, node: Node| match parts.last_mut() {
        Some((last, nodes)) if *last == tag => nodes.push(node),
        _ => parts.push((tag, vec![node])),
    };
    for (tag, node) in placed {
        match (tag, node) {
            (Tag::Figure(figure), Node::Group(group)) if tabular.contains(&figure) => match group.role {
                // The rules of a table and the colours of its cells.
                Role::Axes | Role::Marks => add(Tag::Ornament, Node::Group(group)),
                _ if tables(&group).next().is_some() => {
                    cells(figure, &group).into_iter().for_each(|(tag, node)| add(tag, node));
                }
                _ => add(Tag::Beside(figure), Node::Group(group)),
            },
            (tag, node) => add(tag, node),
        }
    }
    parts
}

/// The tables in a group.
fn tables(group: &Group) -> impl Iterator<Item = &Group> {
    groups(group).filter(|group| group.role == Role::Table)
}

fn groups(group: &Group) -> impl Iterator<Item = &Group> {
    group.nodes.iter().filter_map(|node| match node {
        Node::Group(group) => Some(group),
        _ => None,
    })
}

/// The cells of the tables in a group.
fn cells(figure: usize, group: &Group) -> Vec<(Tag, Node)> {
    let mut cells = Vec::new();
    for (table, rows) in tables(group).enumerate() {
        for (row, group) in groups(rows).enumerate() {
            for (cell, group) in groups(group).enumerate() {
                let place = Place { figure, table, row, cell };
                cells.push((Tag::Cell(place, group.role), Node::Group(group.clone())));
            }
        }
    }
    cells
}

/// The nodes of a scene, each with what it is a part of.
fn placed(scene: &Scene) -> Vec<(Tag, Node)> {
    let several = scene.figures.len() > 1;
    let mut headings = 0;
    let mut placed = Vec::new();
    for node in &scene.nodes {
        // With several figures, each begins with its own heading, after that of the page.
        let figure = if several { usize::max(headings, 2) - 2 } else { 0 };
        match node {
            Node::Group(group) if group.role == Role::Heading => {
                headings += 1;
                let tag = match headings {
                    1 => Tag::Title,
                    of if several => Tag::FigureTitle(of - 2),
                    _ => Tag::Figure(0),
                };
                let is_picture = |node: &&Node| matches!(node, Node::Image(_));
                for picture in group.nodes.iter().filter(is_picture) {
                    placed.push((Tag::Ornament, picture.clone()));
                }
                let text = group.nodes.iter().filter(|node| !is_picture(node)).cloned().collect();
                let group = Group { nodes: text, ..group.clone() };
                if !group.nodes.is_empty() {
                    placed.push((tag, Node::Group(group)));
                }
            }
            Node::Group(group) if group.nodes.is_empty() => {}
            Node::Group(group) if group.role == Role::Footer => placed.push((Tag::Footer, node.clone())),
            _ => placed.push((Tag::Figure(figure), node.clone())),
        }
    }
    placed
}
