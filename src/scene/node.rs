//! The nodes a scene is made of.

use crate::base::{Pt, Rgb};

/// A page and what is drawn on it, first node lowest.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width of the page.
    pub width: Pt,
    /// Height of the page.
    pub height: Pt,
    /// Title, for the file's metadata and for readers that cannot see.
    pub title: String,
    /// Alternative text: what the page shows, in a few sentences.
    pub description: String,
    /// The same told of each figure on the page, in the order they are drawn; one where the page is told as a whole.
    pub figures: Vec<FigureText>,
    /// BCP 47 code of the language of its texts.
    pub lang: &'static str,
    pub background: Rgb,
    /// What the file should carry to be opened again: JSON, for no reader but us.
    pub carried: Option<String>,
    pub nodes: Vec<Node>,
}

/// What one of the figures on a page shows, for readers that cannot see.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureText {
    /// In a few sentences.
    pub text: String,
    /// Where it stands: left, top, width, height.
    pub area: [f64; 4],
}

#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Several nodes that belong together.
    Group(Group),
    Path(Path),
    /// A line of text.
    Text(TextRun),
    Image(Image),
}

/// What a group of nodes is, for classes in files and for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Heading,
    /// Territories around the one studied.
    Backdrop,
    Areas,
    Symbols,
    /// Borders of groups, over the areas.
    Borders,
    /// Outlines of the chosen.
    Selected,
    /// Axes and grid of a chart.
    Axes,
    /// The span between lowest and highest.
    Band,
    /// Lines of a chart.
    Lines,
    /// Dots and bars of a chart.
    Marks,
    Labels,
    Legend,
    ScaleBar,
    North,
    Footer,
}

impl Role {
    /// The class it has in an SVG.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Backdrop => "backdrop",
            Self::Areas => "areas",
            Self::Symbols => "symbols",
            Self::Borders => "borders",
            Self::Selected => "chosen",
            Self::Axes => "axes",
            Self::Band => "band",
            Self::Lines => "lines",
            Self::Marks => "marks",
            Self::Labels => "labels",
            Self::Legend => "legend",
            Self::ScaleBar => "scale-bar",
            Self::North => "north",
            Self::Footer => "footer",
        }
    }
}

/// Nodes that belong together, perhaps cut to a rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub role: Role,
    /// Nothing is drawn outside of `[x, y, width, height]`.
    pub clip: Option<[f64; 4]>,
    pub nodes: Vec<Node>,
}

/// What a shape stands for: for tooltips, hit-testing and readers that cannot see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Datum {
    /// Code of the territory.
    pub code: String,
    /// Name and value as a reader says them.
    pub label: String,
}

/// The outline of a shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Geometry {
    /// Closed lines, filled by the even-odd rule. The first point is not repeated at the end.
    Rings(Vec<Vec<[f64; 2]>>),
    Lines(Vec<Vec<[f64; 2]>>),
    Circle {
        centre: [f64; 2],
        radius: f64,
    },
}

/// A shape, filled, stroked or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    pub geometry: Geometry,
    pub fill: Option<Fill>,
    pub stroke: Option<Stroke>,
    /// What it stands for.
    pub datum: Option<Datum>,
}

impl Path {
    /// A shape neither filled nor stroked yet.
    pub fn new(geometry: Geometry) -> Self {
        Self { geometry, fill: None, stroke: None, datum: None }
    }

    pub fn rect(x: f64, y: f64, width: f64, height: f64) -> Self {
        let (right, bottom) = (x + width, y + height);
        Self::new(Geometry::Rings(vec![vec![[x, y], [right, y], [right, bottom], [x, bottom]]]))
    }

    pub fn line(points: Vec<[f64; 2]>) -> Self {
        Self::new(Geometry::Lines(vec![points]))
    }

    pub fn circle(centre: [f64; 2], radius: f64) -> Self {
        Self::new(Geometry::Circle { centre, radius })
    }

    #[must_use]
    pub fn filled(mut self, fill: Fill) -> Self {
        self.fill = Some(fill);
        self
    }

    /// The same, standing for something.
    #[must_use]
    pub fn meaning(mut self, datum: Datum) -> Self {
        self.datum = Some(datum);
        self
    }

    #[must_use]
    pub fn stroked(mut self, colour: Rgb, width: f64) -> Self {
        self.stroke = Some(Stroke { colour, width });
        self
    }
}

impl Node {
    /// Moves it, and what it is cut to.
    pub fn shift(&mut self, by: [f64; 2]) {
        let move_point = |at: &mut [f64; 2]| {
            at[0] += by[0];
            at[1] += by[1];
        };
        match self {
            Self::Group(group) => {
                if let Some([x, y, ..]) = &mut group.clip {
                    *x += by[0];
                    *y += by[1];
                }
                group.nodes.iter_mut().for_each(|node| node.shift(by));
            }
            Self::Path(path) => match &mut path.geometry {
                Geometry::Rings(lines) | Geometry::Lines(lines) => {
                    lines.iter_mut().flatten().for_each(move_point);
                }
                Geometry::Circle { centre, .. } => move_point(centre),
            },
            Self::Text(run) => {
                run.x += by[0];
                run.y += by[1];
            }
            Self::Image(image) => {
                image.x += by[0];
                image.y += by[1];
            }
        }
    }
}

/// A picture made of pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    /// Height, in the picture's own proportion.
    pub height: f64,
    /// A PNG, in base64.
    pub png: String,
    /// Whether it is drawn without its colours.
    pub grey: bool,
}

/// How the inside of a shape is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    Solid(Rgb),
    /// One colour that lets what is under it through; opacity in `0..=1`.
    Translucent(Rgb, f64),
    /// A pattern of lines: there is no value, and this is why.
    Hatch(Hatch),
    /// A pattern of black lines on white that stands for a class where there is no colour: how much of the
    /// ground they cover, in tenths.
    Tone(u8),
}

/// The patterns for values that are not there, one for each reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hatch {
    Rising,
    Crossed,
    Dotted,
}

impl Hatch {
    /// Colour of the lines, on white.
    pub const INK: Rgb = Rgb::hex(0x8a_8f98);
}

/// A line of constant width, round at its joins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub colour: Rgb,
    /// Width in points.
    pub width: f64,
}

/// Which point of the text stands at its position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// Which cut of the typeface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    #[default]
    Regular,
    SemiBold,
    Italic,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// Where its anchor stands.
    pub x: f64,
    pub y: f64,
    /// Size in points.
    pub size: f64,
    /// Which point of it stands at `x`.
    pub anchor: Anchor,
    pub weight: Weight,
    pub colour: Rgb,
    /// Colour of the outline that keeps it readable on any ground.
    pub halo: Option<Rgb>,
    pub content: String,
}
