//! Where things are on a page that was laid out: its elements and the titles that can be retyped there; and how small its
//! type and how thin its lines are printed.

use crate::scene::{Node, Role, Scene, TextRun};

/// A part of a page in points: left, top, width, height.
pub type Area = [f64; 4];

/// Type smaller than this is hard to read on paper, in points: six, less some allowance for rounding.
pub const LEAST_TYPE: f64 = 5.5;
/// Lines thinner than this may not be printed, in points: a hairline of office printers, at 300 dots per inch one dot.
pub const LEAST_LINE: f64 = 0.24;

/// A title or a subtitle of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Titled {
    /// The position of its element; `None` for the page.
    pub element: Option<usize>,
    pub is_subtitle: bool,
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
    let runs = nodes.iter().filter_map(|node| match node {
        Node::Text(run) => Some(run),
        _ => None,
    });
    let runs: Vec<&TextRun> = runs.collect();
    let Some(largest) = runs.iter().map(|run| run.size).reduce(f64::max) else { return Vec::new() };
    let mut titles = Vec::new();
    for is_subtitle in [false, true] {
        let lines: Vec<&&TextRun> = runs.iter().filter(|run| (run.size < largest) == is_subtitle).collect();
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { continue };
        let text: Vec<&str> = lines.iter().map(|run| run.content.trim()).collect();
        let (top, bottom) = (first.y - first.size, last.y + last.size * 0.3);
        let area = [first.x, top, page - 2.0 * first.x, bottom - top];
        titles.push(Titled { element, is_subtitle, text: text.join(" "), area, size: first.size });
    }
    titles
}
