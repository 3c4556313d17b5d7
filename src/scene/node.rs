//! The nodes a scene is made of.

use crate::base::{Pt, Rgb};

/// A page and its contents; the first node is drawn first.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub width: Pt,
    pub height: Pt,
    /// Title, for the file's metadata and for screen readers.
    pub title: String,
    /// Alternative text: what the page shows, in a few sentences.
    pub description: String,
    /// Alternative text of each figure on the page, in drawing order; a single entry where one text describes the
    /// whole page.
    pub figures: Vec<FigureText>,
    /// BCP 47 language tag of its texts.
    pub lang: &'static str,
    pub background: Rgb,
    /// What the file carries so that it can be reopened: JSON that only this program reads.
    pub carried: Option<String>,
    pub nodes: Vec<Node>,
}

/// Alternative text of one figure on a page, for screen readers.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureText {
    /// A few sentences on what it shows.
    pub text: String,
    /// Its position and size: left, top, width, height.
    pub area: [f64; 4],
}

#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nodes that belong together.
    Group(Group),
    Path(Path),
    /// A line of text.
    Text(TextRun),
    Image(Image),
}

/// What a group of nodes represents: becomes a class in files, and tests look it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Heading,
    /// Territories around the one studied.
    Backdrop,
    Areas,
    Symbols,
    /// Borders of groups, over the areas.
    Borders,
    /// Outlines of the selected territories.
    Selected,
    /// Axes and grid of a chart.
    Axes,
    /// The span between the lowest and the highest value.
    Band,
    /// Lines of a chart.
    Lines,
    /// Dots and bars of a chart.
    Marks,
    Labels,
    /// A table of text, whose groups are its rows.
    Table,
    /// A row of a table, whose groups are its cells.
    Row,
    /// A cell that names what is below it, with how many columns and rows it takes.
    ColumnHead {
        columns: usize,
        rows: usize,
    },
    /// A cell that names its row.
    RowHead,
    Cell,
    Legend,
    /// A small map of the whole beside that of a part.
    Locator,
    ScaleBar,
    North,
    Footer,
}

impl Role {
    /// The name of its class in an SVG.
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
            Self::Table => "table",
            Self::Row => "row",
            Self::ColumnHead { .. } => "column-head",
            Self::RowHead => "row-head",
            Self::Cell => "cell",
            Self::Legend => "legend",
            Self::Locator => "locator",
            Self::ScaleBar => "scale-bar",
            Self::North => "north",
            Self::Footer => "footer",
        }
    }
}

/// Nodes that belong together, optionally clipped to a rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub role: Role,
    /// The clip rectangle, as `[x, y, width, height]`.
    pub clip: Option<[f64; 4]>,
    pub nodes: Vec<Node>,
}

/// What a shape represents: for tooltips, hit-testing and screen readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Datum {
    /// Code of the territory.
    pub code: String,
    /// Name and value in words.
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
    /// What the shape represents.
    pub datum: Option<Datum>,
}

impl Path {
    /// A shape with neither fill nor stroke yet.
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

    /// The same shape with a datum.
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
    /// Moves it and its clip rectangle.
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

/// A raster picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    /// Height; the picture keeps its aspect ratio.
    pub height: f64,
    /// A PNG, in base64.
    pub png: String,
    /// Whether it is drawn in greyscale.
    pub grey: bool,
}

/// How the inside of a shape is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    Solid(Rgb),
    /// One colour, partly transparent; opacity in `0..=1`.
    Translucent(Rgb, f64),
    /// A pattern of lines that marks a missing value and tells why it is missing.
    Hatch(Hatch),
    /// A pattern of black lines on white that stands for a class when printing without colour: how much of the area
    /// the lines cover, in tenths.
    Tone(u8),
    /// The same for one of three classes of two indicators at once: how wide the upright lines are for the first, and
    /// the level ones for the second, each from none (0) to wide (2).
    Weave(u8, u8),
}

/// The patterns for missing values, one for each reason, and for values that differ from nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hatch {
    Rising,
    Crossed,
    Dotted,
    /// Level, so that it is not taken for a missing value: a value that may differ by chance alone.
    Level,
}

impl Hatch {
    /// Colour of the lines; the background is white.
    pub const INK: Rgb = Rgb::hex(0x8a_8f98);
}

/// A line of constant width with round joins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub colour: Rgb,
    /// Width in points.
    pub width: f64,
}

/// Which point of the text is placed at its position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// A style of the typeface.
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
    /// Position of the anchor.
    pub x: f64,
    pub y: f64,
    /// Size in points.
    pub size: f64,
    /// Which point of the text is at `x`.
    pub anchor: Anchor,
    pub weight: Weight,
    pub colour: Rgb,
    /// Colour of the outline that keeps it readable on any background.
    pub halo: Option<Rgb>,
    pub content: String,
}
