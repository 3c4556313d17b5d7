//! SVG 1.1, readable: groups with a class for their role, a `<title>` for every territory, coordinates to a hundredth
//! of a point.
//!
//! Ids are derived from content: several drawings can be part of one HTML page, where an id used for two different
//! things would clip or fill one drawing with what belongs to another.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::{self, Write};

use sha2::{Digest, Sha256};

use crate::base::Rgb;
use crate::document::{CARRIED_NAME, SvgText};

use crate::scene::{Anchor, Fill, Geometry, Group, Image, Node, Path, Scene, TextRun, Weight, text};

use super::logo::grey;
use super::outline::{data, outline};
use super::pattern::{Marks, Pattern, SIDE};

/// Width of the halo around letters, in multiples of the type size; half of it is visible.
pub(super) const HALO: f64 = 0.24;

/// The scene as an SVG document.
pub fn svg(scene: &Scene, text_mode: SvgText) -> String {
    let mut writer = Writer { text_mode, for_others: true, ..Writer::default() };
    writer.out.reserve(1 << 18);
    // Writing to a string cannot fail.
    let _ = writer.head(scene, &scene.nodes);
    let _ = writer.metadata(scene);
    let _ = writer.background(scene);
    let _ = writer.nodes(&scene.nodes);
    writer.out.push_str("</svg>\n");
    writer.out
}

/// The same as part of a page that this program writes: without what it carries to be reopened and without a title, which
/// would be shown wherever the pointer rests; each halo under its letters, where nothing reads it as text of its own.
pub fn svg_in_page(scene: &Scene, alt_text: &str) -> String {
    let mut writer = Writer::default();
    let (width, height) = (Number(scene.width.0), Number(scene.height.0));
    // Writing to a string cannot fail.
    let _ = writeln!(
        writer.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\" font-family=\"'{}'\">",
        Escaped(alt_text),
        text::FAMILY,
    );
    let _ = writer.patterns(&scene.nodes);
    let _ = writer.background(scene);
    let _ = writer.nodes(&scene.nodes);
    writer.out.push_str("</svg>\n");
    writer.out
}

/// An SVG of the page with only some of its nodes, clipped as they are.
pub(super) fn part(scene: &Scene, nodes: &[Node]) -> String {
    let mut writer = Writer::default();
    // Writing to a string cannot fail.
    let _ = writer.head(scene, nodes);
    let _ = writer.nodes(nodes);
    writer.out.push_str("</svg>\n");
    writer.out
}

/// The clip rectangle of a node.
pub(super) fn clip(node: &Node) -> Option<[f64; 4]> {
    match node {
        Node::Group(group) => group.clip,
        _ => None,
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    text_mode: SvgText,
    /// The clips written so far: each is defined once, however many groups use it.
    clips: BTreeSet<String>,
    /// Whether other programs are meant to read it.
    for_others: bool,
}

impl Writer {
    fn head(&mut self, scene: &Scene, nodes: &[Node]) -> fmt::Result {
        let (width, height) = (Number(scene.width.0), Number(scene.height.0));
        let title_id = id("title", &scene.title);
        let description_id = id("desc", &scene.description);
        write!(
            self.out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{mm_width}mm\" height=\"{mm_height}mm\" \
             viewBox=\"0 0 {width} {height}\" xml:lang=\"{lang}\" role=\"img\" \
             aria-labelledby=\"{title_id} {description_id}\" font-family=\"'{family}', 'Segoe UI', Arial, sans-serif\">\n\
             <title id=\"{title_id}\">{title}</title>\n<desc id=\"{description_id}\">{description}</desc>\n",
            mm_width = Number(scene.width.0 * 25.4 / 72.0),
            mm_height = Number(scene.height.0 * 25.4 / 72.0),
            lang = scene.lang,
            family = text::FAMILY,
            title = Escaped(&scene.title),
            description = Escaped(&scene.description),
        )?;
        self.patterns(nodes)
    }

    fn patterns(&mut self, nodes: &[Node]) -> fmt::Result {
        let mut patterns = BTreeSet::new();
        collect_patterns(nodes, &mut patterns);
        if !patterns.is_empty() {
            self.out.push_str("<defs>\n");
            for pattern in patterns {
                self.pattern(pattern)?;
            }
            self.out.push_str("</defs>\n");
        }
        Ok(())
    }

    /// What the file carries so that it can be reopened.
    fn metadata(&mut self, scene: &Scene) -> fmt::Result {
        match &scene.carried {
            None => Ok(()),
            Some(json) => {
                writeln!(self.out, "<metadata class=\"{CARRIED_NAME}\">{}</metadata>", Escaped(json))
            }
        }
    }

    fn background(&mut self, scene: &Scene) -> fmt::Result {
        let (width, height) = (Number(scene.width.0), Number(scene.height.0));
        writeln!(self.out, "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", scene.background)
    }

    fn pattern(&mut self, pattern: Pattern) -> fmt::Result {
        writeln!(
            self.out,
            "<pattern id=\"{}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\">{}</pattern>",
            pattern_id(pattern),
            square(pattern),
            side = Number(SIDE),
        )
    }

    fn nodes(&mut self, nodes: &[Node]) -> fmt::Result {
        // Groups with the same clip rectangle share one clip, because a renderer allocates a layer of the page for
        // each.
        for run in nodes.chunk_by(|a, b| clip(a).is_some() && clip(a) == clip(b)) {
            let clip = run.first().and_then(clip);
            if let Some(clip) = clip {
                let [x, y, width, height] = clip.map(Number);
                let rect = format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
                let id = id("clip", &rect);
                if self.clips.insert(id.clone()) {
                    writeln!(self.out, "<clipPath id=\"{id}\">{rect}</clipPath>")?;
                }
                writeln!(self.out, "<g clip-path=\"url(#{id})\">")?;
            }
            run.iter().try_for_each(|node| self.node(node))?;
            if clip.is_some() {
                self.out.push_str("</g>\n");
            }
        }
        Ok(())
    }

    fn node(&mut self, node: &Node) -> fmt::Result {
        match node {
            Node::Group(group) => self.group(group),
            Node::Path(path) => self.path(path),
            Node::Text(run) => self.text(run),
            Node::Image(image) => self.image(image),
        }
    }

    fn group(&mut self, group: &Group) -> fmt::Result {
        writeln!(self.out, "<g class=\"{}\">", group.role.name())?;
        self.nodes(&group.nodes)?;
        self.out.push_str("</g>\n");
        Ok(())
    }

    fn path(&mut self, path: &Path) -> fmt::Result {
        let tag = match &path.geometry {
            Geometry::Circle { centre: [x, y], radius } => {
                let [x, y, radius] = [*x, *y, *radius].map(Number);
                write!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"")?;
                "circle"
            }
            Geometry::Rings(lines) => {
                self.lines(lines, true)?;
                "path"
            }
            Geometry::Lines(lines) => {
                self.lines(lines, false)?;
                "path"
            }
        };
        match path.fill {
            None => self.out.push_str(" fill=\"none\""),
            Some(Fill::Solid(colour)) => write!(self.out, " fill=\"{colour}\"")?,
            Some(Fill::Translucent(colour, opacity)) => {
                write!(self.out, " fill=\"{colour}\" fill-opacity=\"{}\"", Number(opacity))?;
            }
            Some(fill) => {
                if let Some(pattern) = Pattern::of(fill) {
                    write!(self.out, " fill=\"url(#{})\"", pattern_id(pattern))?;
                }
            }
        }
        if let Some(stroke) = path.stroke {
            write!(
                self.out,
                " stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"",
                stroke.colour,
                Number(stroke.width)
            )?;
        }
        match &path.datum {
            None => self.out.push_str("/>\n"),
            Some(datum) => writeln!(
                self.out,
                " data-code=\"{}\"><title>{}</title></{tag}>",
                Escaped(&datum.code),
                Escaped(&datum.label)
            )?,
        }
        Ok(())
    }

    /// Path data in relative steps of whole hundredths: shorter than absolute positions, and exact, because each step
    /// starts from the rounded point before it.
    fn lines(&mut self, lines: &[Vec<[f64; 2]>], closed: bool) -> fmt::Result {
        let rule = if closed && lines.len() > 1 { " fill-rule=\"evenodd\"" } else { "" };
        write!(self.out, "<path{rule} d=\"")?;
        let hundredths = |[x, y]: [f64; 2]| [(x * 100.0).round() as i64, (y * 100.0).round() as i64];
        for line in lines {
            let mut last: Option<[i64; 2]> = None;
            for point in line {
                let [x, y] = hundredths(*point);
                match last {
                    None => write!(self.out, "M{} {}", Hundredths(x), Hundredths(y))?,
                    Some([x0, y0]) if [x0, y0] == [x, y] => continue,
                    Some([x0, y0]) => {
                        let (dx, dy) = (x - x0, y - y0);
                        let gap = if dy < 0 { "" } else { " " };
                        write!(self.out, "l{}{gap}{}", Hundredths(dx), Hundredths(dy))?;
                    }
                }
                last = Some([x, y]);
            }
            if closed {
                self.out.push('z');
            }
        }
        self.out.push('"');
        Ok(())
    }

    fn image(&mut self, image: &Image) -> fmt::Result {
        let [x, y, width, height] = [image.x, image.y, image.width, image.height].map(Number);
        writeln!(
            self.out,
            "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
             xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"data:image/png;base64,{}\"/>",
            if image.grey { Cow::Owned(grey(&image.png)) } else { Cow::Borrowed(&image.png) },
        )
    }

    fn text(&mut self, run: &TextRun) -> fmt::Result {
        // The halo goes under the letters, so that it never eats into them.
        let halo = run.halo.map(|colour| {
            let width = Number(run.size * HALO);
            format!(" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"")
        });
        match halo {
            // Word and LibreOffice ignore `paint-order`, so the halo is a text of its own.
            Some(halo) if self.for_others => {
                self.letters(run, &format!("{halo} aria-hidden=\"true\""))?;
                self.letters(run, "")
            }
            Some(halo) => self.letters(run, &(halo + " paint-order=\"stroke\"")),
            None => self.letters(run, ""),
        }
    }

    fn letters(&mut self, run: &TextRun, halo: &str) -> fmt::Result {
        let colour: Rgb = run.colour;
        let content = Escaped(&run.content);
        match self.text_mode {
            SvgText::Outlines => writeln!(
                self.out,
                "<path fill=\"{colour}\"{halo} d=\"{}\"><title>{content}</title></path>",
                data(&outline(run)),
            ),
            SvgText::Text => {
                let anchor = match run.anchor {
                    Anchor::Start => "",
                    Anchor::Middle => " text-anchor=\"middle\"",
                    Anchor::End => " text-anchor=\"end\"",
                };
                let cut = match run.weight {
                    Weight::Regular => "",
                    Weight::SemiBold => " font-weight=\"600\"",
                    Weight::Italic => " font-style=\"italic\"",
                };
                let [x, y] = [run.x, run.y].map(Number);
                // Rounding the size to a hundredth of a point would shift the end of a line of a hundred letters by a
                // quarter of a letter.
                let size = (run.size * 1e4).round() / 1e4;
                let space = if has_loose_spaces(&run.content) { " xml:space=\"preserve\"" } else { "" };
                writeln!(
                    self.out,
                    "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{cut}{anchor}{space} fill=\"{colour}\"{halo}>{}</text>",
                    Escaped(&run.content.chars().filter_map(text::drawn).collect::<String>()),
                )
            }
        }
    }
}

/// Whether it has spaces that SVG would drop or collapse although they were measured.
fn has_loose_spaces(content: &str) -> bool {
    let shown: String = content.chars().filter_map(text::drawn).collect();
    shown.starts_with(' ') || shown.ends_with(' ') || shown.contains("  ")
}

/// The id of a pattern.
fn pattern_id(pattern: Pattern) -> String {
    id(&pattern.name(), &square(pattern))
}

/// The content that a pattern repeats.
fn square(pattern: Pattern) -> String {
    let side = Number(SIDE);
    let lines = pattern.marks().into_iter().map(|Marks { ink, width, square, .. }| {
        let width = Number(width);
        format!("<path fill=\"none\" stroke=\"{ink}\" stroke-width=\"{width}\" d=\"{square}\"/>")
    });
    let lines: String = lines.collect();
    format!("<rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/>{lines}")
}

/// The id of an element of this kind with this content.
fn id(kind: &str, content: &str) -> String {
    let digest = Sha256::digest(content);
    let short: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("{kind}-{short}")
}

fn collect_patterns(nodes: &[Node], found: &mut BTreeSet<Pattern>) {
    for node in nodes {
        match node {
            Node::Group(group) => collect_patterns(&group.nodes, found),
            Node::Path(path) => found.extend(path.fill.and_then(Pattern::of)),
            Node::Text(_) | Node::Image(_) => {}
        }
    }
}

/// A length to a hundredth, without trailing zeros.
struct Number(f64);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Hundredths((self.0 * 100.0).round() as i64).fmt(f)
    }
}

/// A whole number of hundredths as a decimal without trailing zeros.
struct Hundredths(i64);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0.abs() / 100, self.0.abs() % 100);
        let sign = if self.0 < 0 { "-" } else { "" };
        match rest {
            0 => write!(f, "{sign}{whole}"),
            _ if rest % 10 == 0 => write!(f, "{sign}{whole}.{}", rest / 10),
            _ => write!(f, "{sign}{whole}.{rest:02}"),
        }
    }
}

/// Text made safe for XML: markup is escaped and characters that XML 1.0 forbids are dropped.
pub(crate) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars().filter_map(text::printable) {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_signed() {
        let text = |x| Number(x).to_string();
        assert_eq!([text(1.0), text(-0.5), text(0.056), text(-0.001)], ["1", "-0.5", "0.06", "0"]);
    }

    #[test]
    fn text_is_escaped_and_cleaned() {
        assert_eq!(Escaped("a<b & \"c\"\u{7}").to_string(), "a&lt;b &amp; &quot;c&quot;");
    }
}
