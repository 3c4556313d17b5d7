//! Where things are on a page that was laid out: its elements and the titles that can be retyped there; and how small its
//! type and how thin its lines are printed.

use std::ops::Range;

use crate::scene::{Anchor, Node, Role, Scene, TextRun, text};

/// A part of a page in points: left, top, width, height.
pub type Area = [f64; 4];

/// Type smaller than this is hard to read on paper, in points: six, less some allowance for rounding.
pub const LEAST_TYPE: f64 = 5.5;
/// Lines thinner than this may not be printed, in points: a hairline of office printers, at 300 dots per inch one dot.
pub const LEAST_LINE: f64 = 0.24;

/// The texts of a page that its author can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageText {
    Title,
    Subtitle,
    Caption,
    Note,
    Source,
    Credit,
}

/// A text below a figure that can be retyped there.
#[derive(Clone, Debug, PartialEq)]
pub struct Below {
    pub what: PageText,
    /// What is retyped: the caption without its number.
    pub text: String,
    /// Its lines among those of the footer.
    pub lines: Range<usize>,
}

/// A text of a page that can be retyped there.
#[derive(Clone, Debug, PartialEq)]
pub struct Titled {
    /// The position of its element; `None` for the page.
    pub element: Option<usize>,
    pub what: PageText,
    pub text: String,
    pub area: Area,
    /// Its type size, in points.
    pub size: f64,
}

/// What is where on a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// The elements, row by row.
    pub elements: Vec<Area>,
    pub titles: Vec<Titled>,
    /// What is printed too small to be read.
    pub illegible: Vec<Area>,
    /// The smallest type size and the thinnest line, in points.
    pub smallest_type: Option<f64>,
    pub thinnest_line: Option<f64>,
}

impl Places {
    /// Of a scene whose elements are in these areas; a page of one element has none of its own.
    pub fn of(scene: &Scene, elements: Vec<Area>) -> Self {
        let has_own_heading = elements.len() > 1;
        let mut places = Self { elements, ..Self::default() };
        let mut headings = 0;
        for node in &scene.nodes {
            if let Node::Group(group) = node
                && group.role == Role::Heading
            {
                // The heading of the page comes first, then those of its elements.
                let element = (has_own_heading && headings > 0).then(|| headings - 1);
                places.titles.extend(titles(&group.nodes, element, scene.width.0));
                headings += 1;
            }
        }
        places.measure(&scene.nodes);
        places
    }

    /// The same with the texts below the figure.
    #[must_use]
    pub fn with_below(mut self, scene: &Scene, below: &[Below]) -> Self {
        let footer = scene.nodes.iter().find_map(|node| match node {
            Node::Group(group) if group.role == Role::Footer => Some(&group.nodes),
            _ => None,
        });
        let runs: Vec<&TextRun> = runs(footer.map_or(&[][..], Vec::as_slice)).collect();
        let found = below.iter().filter_map(|below| {
            let Below { what, text, lines } = below;
            let lines = runs.get(lines.clone())?;
            let area = area_of_lines(lines, scene.width.0)?;
            let size = lines.first()?.size;
            Some(Titled { element: None, what: *what, text: text.clone(), area, size })
        });
        self.titles.extend(found);
        self
    }

    fn measure(&mut self, nodes: &[Node]) {
        let least = |known: &mut Option<f64>, found: f64| {
            *known = Some(known.map_or(found, |known| known.min(found)));
        };
        for node in nodes {
            match node {
                Node::Group(group) => self.measure(&group.nodes),
                Node::Text(run) if !run.content.trim().is_empty() => {
                    least(&mut self.smallest_type, run.size);
                    if run.size < LEAST_TYPE {
                        self.illegible.push(area_of(run));
                    }
                }
                Node::Path(path) => {
                    if let Some(stroke) = path.stroke.filter(|stroke| stroke.width > 0.0) {
                        least(&mut self.thinnest_line, stroke.width);
                    }
                }
                Node::Text(_) | Node::Image(_) => {}
            }
        }
    }

    /// Whether all type can be read as printed.
    pub fn is_type_legible(&self) -> bool {
        self.smallest_type.is_none_or(|size| size >= LEAST_TYPE)
    }

    /// Whether all lines are printed.
    pub fn are_lines_legible(&self) -> bool {
        self.thinnest_line.is_none_or(|width| width >= LEAST_LINE)
    }
}

/// The lines of a heading, the title of which is larger than its subtitle.
fn titles(nodes: &[Node], element: Option<usize>, page: f64) -> Vec<Titled> {
    let runs: Vec<&TextRun> = runs(nodes).collect();
    let Some(largest) = runs.iter().map(|run| run.size).reduce(f64::max) else { return Vec::new() };
    // An element whose title stands over the page already has no title of its own.
    if element.is_some() && runs.iter().all(|run| run.size == largest) {
        return Vec::new();
    }
    let mut titles = Vec::new();
    for what in [PageText::Title, PageText::Subtitle] {
        let is_subtitle = what == PageText::Subtitle;
        let lines: Vec<&TextRun> =
            runs.iter().copied().filter(|run| (run.size < largest) == is_subtitle).collect();
        let (Some(area), Some(first)) = (area_of_lines(&lines, page), lines.first()) else { continue };
        let text: Vec<&str> = lines.iter().map(|run| run.content.trim()).collect();
        titles.push(Titled { element, what, text: text.join(" "), area, size: first.size });
    }
    titles
}

fn runs(nodes: &[Node]) -> impl Iterator<Item = &TextRun> {
    nodes.iter().filter_map(|node| match node {
        Node::Text(run) => Some(run),
        _ => None,
    })
}

/// The room of lines one below the other, up to the right margin of a page of this width.
fn area_of_lines(lines: &[&TextRun], page: f64) -> Option<Area> {
    let (first, last) = (lines.first()?, lines.last()?);
    let (top, bottom) = (first.y - first.size, last.y + last.size * 0.3);
    Some([first.x, top, page - 2.0 * first.x, bottom - top])
}

/// The room of a line of text.
fn area_of(run: &TextRun) -> Area {
    let width = text::width(&run.content, run.size, run.weight);
    let left = match run.anchor {
        Anchor::Start => run.x,
        Anchor::Middle => run.x - width / 2.0,
        Anchor::End => run.x - width,
    };
    [left, run.y - run.size, width, run.size * 1.3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Pt, Rgb};
    use crate::scene::{Group, Path, Weight};

    fn line(content: &str, y: f64, size: f64) -> Node {
        Node::Text(TextRun {
            x: 10.0,
            y,
            size,
            anchor: Anchor::Start,
            weight: Weight::Regular,
            colour: Rgb::WHITE,
            halo: None,
            content: content.to_owned(),
        })
    }

    fn heading(nodes: Vec<Node>) -> Node {
        Node::Group(Group { role: Role::Heading, clip: None, nodes })
    }

    fn page(nodes: Vec<Node>) -> Scene {
        Scene {
            width: Pt(200.0),
            height: Pt(100.0),
            title: String::new(),
            description: String::new(),
            figures: Vec::new(),
            lang: "it",
            background: Rgb::WHITE,
            carried: None,
            nodes,
        }
    }

    #[test]
    fn titles_are_found_by_page_and_element() {
        let own =
            heading(vec![line("Titolo", 20.0, 12.0), line("lungo", 35.0, 12.0), line("sotto", 45.0, 8.0)]);
        let one = Places::of(&page(vec![own.clone()]), vec![[0.0, 0.0, 200.0, 100.0]]);
        let said: Vec<(&str, PageText, Option<usize>)> =
            one.titles.iter().map(|title| (title.text.as_str(), title.what, title.element)).collect();
        assert_eq!(said, [("Titolo lungo", PageText::Title, None), ("sotto", PageText::Subtitle, None)]);
        assert_eq!(one.titles[0].area[..2], [10.0, 8.0]);
        let plain = heading(vec![line("sotto", 45.0, 8.0)]);
        let two = Places::of(
            &page(vec![heading(vec![line("Pagina", 20.0, 14.0)]), own, plain]),
            vec![[0.0, 0.0, 90.0, 90.0], [100.0, 0.0, 90.0, 90.0]],
        );
        let of: Vec<Option<usize>> = two.titles.iter().map(|title| title.element).collect();
        assert_eq!(of, [None, Some(0), Some(0)], "the second element has no title of its own");
    }

    #[test]
    fn texts_below_the_figure_are_found_by_their_lines() {
        let nodes = vec![line("Figura 1", 70.0, 8.0), line("una nota", 80.0, 7.0), line("lunga", 90.0, 7.0)];
        let scene = page(vec![Node::Group(Group { role: Role::Footer, clip: None, nodes })]);
        let note = Below { what: PageText::Note, text: "una nota lunga".to_owned(), lines: 1..3 };
        let gone = Below { lines: 3..4, ..note.clone() };
        let places = Places::of(&scene, Vec::new()).with_below(&scene, &[note, gone]);
        let [found] = places.titles.as_slice() else { panic!("{places:?}") };
        assert_eq!((found.what, found.size), (PageText::Note, 7.0));
        // From the top of its first line to below its last one, within margins of 10.
        assert_eq!(found.area.map(|side| (side * 10.0).round() / 10.0), [10.0, 73.0, 180.0, 19.1]);
    }

    #[test]
    fn what_prints_illegibly_is_measured() {
        let hairline = Node::Path(Path::line(vec![[0.0, 0.0], [5.0, 5.0]]).stroked(Rgb::WHITE, 0.1));
        let small = Places::of(&page(vec![line("minuscolo", 20.0, 4.0), hairline]), Vec::new());
        assert_eq!((small.smallest_type, small.thinnest_line), (Some(4.0), Some(0.1)));
        assert!(!small.is_type_legible() && !small.are_lines_legible());
        assert_eq!(small.illegible.len(), 1);
        let usual = Places::of(&page(vec![line("leggibile", 20.0, 7.0)]), Vec::new());
        assert!(usual.is_type_legible() && usual.are_lines_legible() && usual.illegible.is_empty());
    }
}
