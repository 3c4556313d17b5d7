//! The maps that tests draw, and functions that inspect a scene: its lines of text with the boxes they cover, its
//! groups, and a compact dump.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path as FilePath;

use atlante::base::{Level, Mm};
use atlante::document::{MapKind, MapSpec, PageSpec, Representation};
use atlante::figure::map::MapFigure;
use atlante::figure::map::MapView;
use atlante::figure::view;
use atlante::io::Bundle;
use atlante::scene::{Anchor, Fill, Geometry, Group, Node, Path, Role, Scene, TextRun, text};

use crate::common::{BUNDLE, january};

pub fn build_of(spec: &MapSpec, bundle: &Bundle) -> MapFigure {
    view::build::<MapView>(spec, bundle.sources()).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value
}

pub fn build(spec: &MapSpec) -> MapFigure {
    build_of(spec, &BUNDLE)
}

pub fn spec(indicator: &str, level: Level) -> MapSpec {
    let mut spec = MapSpec::new(indicator, january(2023));
    spec.level = level;
    if indicator == "residenti" {
        spec.representation = Representation::Symbols;
    }
    spec
}

/// Three indicators at two levels: a ratio, a density and a count drawn as symbols.
pub fn specs() -> Vec<MapSpec> {
    ["indice_vecchiaia", "densita", "residenti"]
        .iter()
        .flat_map(|indicator| [Level::Comuni, Level::Ambiti].map(|level| spec(indicator, level)))
        .collect()
}

/// A change, one across a break of the series, one as symbols; two indicators, and two at a level with a hatch.
pub fn specs_of_other_kinds() -> Vec<MapSpec> {
    let change = |indicator: &str, level, from| {
        let mut spec = spec(indicator, level);
        spec.set_kind(MapKind::Change { from: january(from) });
        spec
    };
    let two = |first: &str, second: &str, level| {
        let mut spec = spec(first, level);
        spec.set_kind(MapKind::Two { second: second.to_owned() });
        spec
    };
    let mut broken = change("residenti", Level::Ambiti, 2019);
    broken.representation = Representation::Choropleth;
    vec![
        change("indice_vecchiaia", Level::Comuni, 2022),
        broken,
        change("residenti", Level::Comuni, 2022),
        two("indice_vecchiaia", "densita", Level::Comuni),
        two("quota_0_14", "quota_65_plus", Level::Asst),
    ]
}

pub fn page(width: f64, height: f64) -> PageSpec {
    PageSpec { width: Mm(width), height: Mm(height), ..PageSpec::default() }
}

/// The box that a line of text covers, in points.
#[derive(Clone, Copy, Debug)]
pub struct TextBox {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl TextBox {
    /// For a line: from the ascenders to the descenders.
    pub fn of(run: &TextRun) -> Self {
        let width = text::width(&run.content, run.size, run.weight);
        let left = match run.anchor {
            Anchor::Start => run.x,
            Anchor::Middle => run.x - width / 2.0,
            Anchor::End => run.x - width,
        };
        Self { left, right: left + width, top: run.y - 0.76 * run.size, bottom: run.y + 0.22 * run.size }
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether it lies within `[0, width] × [0, height]`.
    pub fn is_within(&self, width: f64, height: f64) -> bool {
        self.left >= 0.0 && self.right <= width && self.top >= 0.0 && self.bottom <= height
    }
}

/// The group with this role.
pub fn group(scene: &Scene, role: Role) -> Option<&Group> {
    scene.nodes.iter().find_map(|node| match node {
        Node::Group(group) if group.role == role => Some(group),
        _ => None,
    })
}

/// The lines of text of a group and of the groups in it, such as the cells of a table, in order.
pub fn runs(group: &Group) -> Vec<&TextRun> {
    group
        .nodes
        .iter()
        .flat_map(|node| match node {
            Node::Text(run) => vec![run],
            Node::Group(inner) => runs(inner),
            _ => Vec::new(),
        })
        .collect()
}

/// The shapes of a group and of the groups in it, in order.
pub fn paths(group: &Group) -> Vec<&Path> {
    group
        .nodes
        .iter()
        .flat_map(|node| match node {
            Node::Path(path) => vec![path],
            Node::Group(inner) => paths(inner),
            _ => Vec::new(),
        })
        .collect()
}

/// Every line of text with the role of its group.
pub fn all_runs(scene: &Scene) -> Vec<(Role, &TextRun)> {
    scene
        .nodes
        .iter()
        .flat_map(|node| match node {
            Node::Group(group) => runs(group).into_iter().map(|run| (group.role, run)).collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// The scene as text: groups, shapes of one style counted together, and every line of text with its position to a
/// tenth of a point.
pub fn dump(scene: &Scene) -> String {
    let mut out = String::new();
    let mut line = |text: String| writeln!(out, "{text}").expect("writing to a string");
    line(format!("page {:.1} {:.1} {} {}", scene.width.0, scene.height.0, scene.lang, scene.background));
    line(format!("title {}", scene.title));
    line(format!("description {}", scene.description));
    for node in &scene.nodes {
        let Node::Group(group) = node else { panic!("a page is made of groups") };
        let clip = group.clip.map_or_else(String::new, |clip| {
            let [x, y, width, height] = clip.map(tenths);
            format!(" clip {x} {y} {width} {height}")
        });
        line(format!("\n[{}]{clip}", group.role.name()));
        let mut looks: BTreeMap<String, [usize; 3]> = BTreeMap::new();
        for path in paths(group) {
            let [count, points, data] = looks.entry(look(path)).or_default();
            *count += 1;
            *points += point_count(&path.geometry);
            *data += usize::from(path.datum.is_some());
        }
        for (look, [count, points, data]) in looks {
            line(format!("{count} × {look}, {points} points, {data} data"));
        }
        for run in runs(group) {
            let anchor = match run.anchor {
                Anchor::Start => "<",
                Anchor::Middle => "|",
                Anchor::End => ">",
            };
            let (x, y, size) = (tenths(run.x), tenths(run.y), tenths(run.size));
            line(format!("{x} {y} {anchor} {size} {:?} {} {}", run.weight, run.colour, run.content));
        }
    }
    out
}

fn look(path: &Path) -> String {
    let kind = match &path.geometry {
        Geometry::Rings(_) => "rings",
        Geometry::Lines(_) => "lines",
        Geometry::Circle { .. } => "circle",
    };
    let fill = match path.fill {
        None => "no fill".to_owned(),
        Some(Fill::Solid(colour)) => colour.to_string(),
        Some(Fill::Translucent(colour, opacity)) => format!("{colour} at {opacity}"),
        Some(Fill::Hatch(hatch)) => format!("{hatch:?}"),
        Some(Fill::Tone(tenths)) => format!("tone {tenths}"),
        Some(Fill::Weave(upright, level)) => format!("weave {upright} {level}"),
    };
    let stroke = path.stroke.map_or_else(
        || "no stroke".to_owned(),
        |stroke| format!("stroke {} {:.2}", stroke.colour, stroke.width),
    );
    format!("{kind} {fill} {stroke}")
}

fn point_count(geometry: &Geometry) -> usize {
    match geometry {
        Geometry::Rings(lines) | Geometry::Lines(lines) => lines.iter().map(Vec::len).sum(),
        Geometry::Circle { .. } => 1,
    }
}

/// To a tenth, with −0.0 as 0.0.
fn tenths(x: f64) -> String {
    format!("{:.1}", (x * 10.0).round() / 10.0 + 0.0)
}

/// Compares scenes with those recorded under their names in `tests/golden/`; with `UPDATE_GOLDEN` set, records them.
pub fn check_golden(scenes: impl Iterator<Item = (String, Scene)>) {
    check_texts(scenes.map(|(name, scene)| (name, dump(&scene))));
}

/// The same for texts.
pub fn check_texts(texts: impl Iterator<Item = (String, String)>) {
    let folder = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut changed = Vec::new();
    for (name, found) in texts {
        let name = format!("{name}.txt");
        let path = folder.join(&name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(&folder).expect("the tests folder can be written");
            fs::write(&path, &found).expect("the golden folder can be written");
            continue;
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if let Some((i, (new, old))) =
            found.lines().zip(kept.lines()).enumerate().find(|(_, (new, old))| new != old)
        {
            changed.push(format!("{name}, line {}:\n  was {old}\n  is  {new}", i + 1));
        } else if found.lines().count() != kept.lines().count() {
            changed.push(format!("{name}: {} lines, were {}", found.lines().count(), kept.lines().count()));
        }
    }
    assert!(
        changed.is_empty(),
        "{}\nIf this is meant, run the tests with UPDATE_GOLDEN=1 and look at the difference.",
        changed.join("\n")
    );
}
