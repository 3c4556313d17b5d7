//! The parts of a page in the order a screen reader meets them: its title, each figure under its own title, then the
//! footer.

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
    Footer,
    Ornament,
}

impl Tag {
    /// Its position in the reading order.
    pub fn place(self) -> (usize, usize) {
        match self {
            Self::Title => (0, 0),
            Self::FigureTitle(i) => (i + 1, 0),
            Self::Figure(i) => (i + 1, 1),
            Self::Footer => (usize::MAX, 0),
            Self::Ornament => (usize::MAX, 1),
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
    let several = scene.figures.len() > 1;
    let mut headings = 0;
    let mut parts: Vec<(Tag, Vec<Node>)> = Vec::new();
    let mut add = |tag: Tag, node: Node| match parts.last_mut() {
        Some((last, nodes)) if *last == tag => nodes.push(node),
        _ => parts.push((tag, vec![node])),
    };
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
                    add(Tag::Ornament, picture.clone());
                }
                let text = group.nodes.iter().filter(|node| !is_picture(node)).cloned().collect();
                let group = Group { nodes: text, ..group.clone() };
                if !group.nodes.is_empty() {
                    add(tag, Node::Group(group));
                }
            }
            Node::Group(group) if group.nodes.is_empty() => {}
            Node::Group(group) if group.role == Role::Footer => add(Tag::Footer, node.clone()),
            _ => add(Tag::Figure(figure), node.clone()),
        }
    }
    parts
}
