//! Pictures are drawn from the scene. They must look the same as the SVG of the scene rendered by resvg.

use atlante::base::{Code, Level, Pt, Rgb};
use atlante::document::{Element, ElementKind, FigureSpec, Ink, PageSpec, Subject, SvgText};
use atlante::export::{self, Format, Picture};
use atlante::figure::page::compose;
use atlante::scene::{Anchor, Fill, Geometry, Group, Hatch, Image, Node, Path, Role, Scene, TextRun, Weight};
use resvg::{tiny_skia, usvg};

use crate::common::{BUNDLE, atlas};
use crate::export::fonts;
use crate::page::{page, spec, specs, specs_of_other_kinds};
use crate::pages::three;

const INK: Rgb = Rgb::hex(0x33_3399);

fn ours(scene: &Scene, width: u32) -> Picture {
    export::picture(scene, width).expect("a picture")
}

fn of_svg(scene: &Scene, size: [usize; 2]) -> Vec<u8> {
    let tree = usvg::Tree::from_str(&export::svg(scene, SvgText::Text), &fonts()).expect("valid SVG");
    let [width, height] = size.map(|side| side as u32);
    let mut drawn = tiny_skia::Pixmap::new(width, height).expect("a picture");
    let scale = tiny_skia::Transform::from_scale(
        width as f32 / tree.size().width(),
        height as f32 / tree.size().height(),
    );
    resvg::render(&tree, scale, &mut drawn.as_mut());
    drawn.take()
}

/// The distance between two pictures: the mean difference per channel, of 255, and the share of pixels in which some
/// channel differs by more than 40.
fn distance(a: &[u8], b: &[u8]) -> [f64; 2] {
    let (a, b) = (a.as_chunks::<4>().0, b.as_chunks::<4>().0);
    assert_eq!(a.len(), b.len());
    let (mut sum, mut far) = (0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let off: Vec<u8> = a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).collect();
        sum += off.iter().copied().map(f64::from).sum::<f64>() / 4.0;
        far += f64::from(u8::from(off.iter().any(|off| *off > 40)));
    }
    [sum, far].map(|total| total / a.len() as f64)
}

fn drawn(spec: &FigureSpec) -> Scene {
    compose::build(spec, BUNDLE.sources()).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value.scene
}

/// An element of each kind, maps of every kind with their hatches, and a page with three elements.
fn figures(ink: Ink) -> Vec<(String, Scene)> {
    let subject = Subject {
        selected: ["50089", "50095"].map(Code::from).to_vec(),
        ..Subject::of(&spec("indice_vecchiaia", Level::Ambiti))
    };
    let of_kind = |kind: &ElementKind| {
        let element = Element::opening(*kind, &subject, atlas()).unwrap_or_else(|| panic!("no {kind:?}"));
        (kind.id().to_owned(), element)
    };
    let maps = specs().into_iter().chain(specs_of_other_kinds()).chain([spec("densita", Level::Asst)]);
    let maps = maps.map(|map| (format!("map of {} by {:?}", map.indicator, map.level), map.into()));
    // The data of these tests have no later classes of ages for a forecast to be tried on.
    let kinds = ElementKind::ALL.iter().filter(|kind| **kind != ElementKind::Forecast);
    let single = kinds.map(of_kind).chain(maps);
    let figures = single.map(|(name, element)| (name, FigureSpec::of(element)));
    let figures = figures.chain([("three elements".to_owned(), three(PageSpec::default()))]);
    let small = PageSpec { ink, ..page(PIXELS as f64 / 2.0 / 72.0 * 25.4, 110.0) };
    figures.map(|(name, spec)| (name, drawn(&FigureSpec { page: small.clone(), ..spec }))).collect()
}

/// Two pixels per point: a repeated square of a pattern is then eight pixels wide, without rounding in resvg.
const PIXELS: u32 = 800;

/// A picture averaged over squares of the size that a pattern repeats, row by row.
fn softened(rgba: &[u8], [width, height]: [usize; 2]) -> Vec<u8> {
    const SIDE: usize = 8;
    let (across, down) = (width / SIDE, height / SIDE);
    let mut sums = vec![0_u32; across * down * 4];
    for (y, row) in rgba.chunks_exact(width * 4).take(down * SIDE).enumerate() {
        let sums = &mut sums[y / SIDE * across * 4..][..across * 4];
        for (square, of) in sums.chunks_exact_mut(4).zip(row.chunks_exact(SIDE * 4)) {
            of.iter().enumerate().for_each(|(i, channel)| square[i % 4] += u32::from(*channel));
        }
    }
    sums.into_iter().map(|sum| (sum / (SIDE * SIDE) as u32) as u8).collect()
}

/// The largest distance of some figures from their SVG.
fn worst(
    figures: Vec<(String, Scene)>,
    pixels: u32,
    seen: impl Fn(&[u8], [usize; 2]) -> Vec<u8>,
) -> [f64; 2] {
    let off = figures.iter().map(|(name, scene)| {
        let picture = ours(scene, pixels);
        let of_svg = of_svg(scene, picture.size);
        let off = distance(&seen(&picture.rgba, picture.size), &seen(&of_svg, picture.size));
        println!("{name}: {off:?}");
        off
    });
    off.fold([0.0; 2], |worst, off| [0, 1].map(|i| f64::max(worst[i], off[i])))
}

/// Every node of a scene left out in turn, and everything moved a little: what is drawn again has the same pixels.
#[test]
fn a_part_drawn_again_has_the_pixels_of_the_whole() {
    let full = everything();
    let mut scenes = vec![full.clone()];
    for i in 0..full.nodes.len() {
        let mut without = full.clone();
        without.nodes.remove(i);
        let mut moved = full.clone();
        moved.nodes[i].shift([1.3, -0.4]);
        let mut far = full.clone();
        far.nodes[i].shift([500.0, 0.0]);
        scenes.extend([without, moved, far, full.clone()]);
    }
    scenes.push(Scene { background: INK, ..full });
    for width in [72, 333] {
        let mut before = None;
        for (i, scene) in scenes.iter().enumerate() {
            let again = export::picture_again(scene, width, &mut before).expect("a picture");
            assert!(again == ours(scene, width), "{i} at {width}");
        }
    }
}

#[test]
fn a_picture_looks_as_its_svg() {
    // These are small type all over, which each renderer hints in its own way: at twice the pixels that is half as much.
    const DENSE: [&str; 3] = ["heat_table", "matrix", "spine"];
    let (dense, others): (Vec<_>, Vec<_>) =
        figures(Ink::Colour).into_iter().partition(|(name, _)| DENSE.contains(&name.as_str()));
    assert_eq!(dense.len(), DENSE.len());
    for (figures, pixels) in [(others, PIXELS), (dense, 2 * PIXELS)] {
        let [mean, far] = worst(figures, pixels, |rgba, _| rgba.to_vec());
        assert!(mean < 1.0 && far < 0.002, "{mean} {far}");
    }
}

#[test]
fn a_picture_in_black_looks_as_its_svg() {
    let mut figures = figures(Ink::Black);
    // Figures without patterns use nothing that the coloured ones do not.
    figures.retain(|(_, scene)| export::svg(scene, SvgText::Text).contains("<pattern"));
    assert!(figures.len() > 5);
    // Tones as the eye perceives them: the lines of resvg may be shifted by less than a pixel.
    let [mean, far] = worst(figures, PIXELS, softened);
    // A page dense with small type is 1.2 off: each renderer hints letters in its own way.
    assert!(mean < 1.5 && far < 0.002, "{mean} {far}");
}

fn scene(nodes: Vec<Node>) -> Scene {
    Scene {
        width: Pt(72.0),
        height: Pt(36.0),
        title: String::new(),
        description: String::new(),
        figures: Vec::new(),
        lang: "it",
        background: Rgb::hex(0xfd_fcfa),
        carried: None,
        nodes,
    }
}

fn group(role: Role, clip: Option<[f64; 4]>, nodes: Vec<Node>) -> Node {
    Node::Group(Group { role, clip, nodes })
}

fn disc(x: f64, y: f64, fill: Fill) -> Node {
    Node::Path(Path::circle([x, y], 9.0).filled(fill).stroked(INK, 0.7))
}

/// A scene with everything a figure can have, inside and outside clips.
fn everything() -> Scene {
    let ring = |from: f64, to: f64| vec![[from, from], [to, from], [to, to], [from, to]];
    let area =
        Path::new(Geometry::Rings(vec![vec![[-20.0, -20.0], [90.0, 20.0], [30.0, 90.0]], ring(9.0, 14.0)]))
            .filled(Fill::Solid(Rgb::hex(0x33_9933)))
            .stroked(INK, 2.0);
    let text = TextRun {
        x: 30.0,
        y: 34.0,
        size: 9.0,
        anchor: Anchor::Middle,
        weight: Weight::SemiBold,
        colour: INK,
        halo: Some(Rgb::WHITE),
        content: "Età, fi".to_owned(),
    };
    let logo = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><circle cx="10" cy="5" r="5" fill="#c00"/></svg>"##;
    let png = export::logo(logo.as_bytes()).expect("a logo");
    let image = Image { x: 50.3, y: 2.1, width: 20.0, height: 10.0, png, grey: false };
    scene(vec![
        disc(12.0, 12.0, Fill::Translucent(INK, 0.5)),
        group(
            Role::Areas,
            Some([7.5, 4.5, 30.0, 22.5]),
            vec![
                Node::Path(area),
                group(
                    Role::Symbols,
                    Some([10.0, 6.0, 20.0, 12.0]),
                    vec![disc(12.0, 12.0, Fill::Translucent(INK, 0.5))],
                ),
            ],
        ),
        // Lines without height or width have an empty box, and must not get lost.
        Node::Path(Path::line(vec![[0.0, 32.0], [72.0, 32.0]]).stroked(INK, 1.5)),
        Node::Path(Path::line(vec![[65.0, 0.0], [65.0, 36.0]]).stroked(INK, 1.5)),
        Node::Image(image.clone()),
        Node::Image(Image { x: 60.0, y: 30.0, grey: true, ..image }),
        Node::Text(text),
    ])
}

#[test]
fn all_that_a_scene_may_hold_is_drawn() {
    let scene = everything();
    let ours = ours(&scene, 288);
    let [mean, far] = distance(&ours.rgba, &of_svg(&scene, ours.size));
    assert!(mean < 0.6 && far < 0.001, "{mean} {far}");
    assert!(ours.rgba.as_chunks::<4>().0.iter().all(|pixel| pixel[3] == 255), "opaque");
}

#[test]
fn patterns_are_as_dark_as_they_should_at_every_size() {
    // How much of the area the lines cover, less the overlap where two cross, worked out by hand: lines 4/√2 points
    // apart.
    let apart = 4.0 / 2.0_f64.sqrt();
    let hatches = [
        (Hatch::Rising, 0.6 / apart),
        (Hatch::Crossed, 2.0 * 0.5 / apart - (0.5 / apart).powi(2)),
        (Hatch::Dotted, 1.2 * 1.2 / 16.0),
    ];
    let hatches =
        hatches.map(|(hatch, covered)| (Fill::Hatch(hatch), covered * (1.0 - f64::from(0x8a) / 255.0)));
    let tones = [1, 3, 5, 7, 9]
        .map(|tenths| (Fill::Tone(tenths), f64::from(tenths) / 10.0 * (1.0 - f64::from(0x1a) / 255.0)));
    // Lines 0.55 and 1.7 points wide, 4 points apart, in two directions.
    let woven = [(1, 0, 0.55, 0.0), (0, 2, 0.0, 1.7), (1, 2, 0.55, 1.7), (2, 2, 1.7, 1.7)].map(
        |(upright, level, across, down): (u8, u8, f64, f64)| {
            let covered = across / 4.0 + down / 4.0 - across * down / 16.0;
            (Fill::Weave(upright, level), covered * (1.0 - f64::from(0x1a) / 255.0))
        },
    );
    for (fill, expected) in hatches.into_iter().chain(tones).chain(woven) {
        let page = scene(vec![Node::Path(Path::rect(0.0, 0.0, 72.0, 36.0).filled(fill))]);
        for width in [36, 100, 300, 1200] {
            let rgba = ours(&page, width).rgba;
            let white = rgba.iter().step_by(4).copied().map(f64::from).sum::<f64>() / 255.0;
            let dark = 1.0 - white / (rgba.len() / 4) as f64;
            assert!((dark - expected).abs() < 0.02, "{fill:?} at {width}: {dark} for {expected}");
        }
    }
}

#[test]
fn a_clip_off_the_page_shows_nothing() {
    let dot = || disc(12.0, 12.0, Fill::Solid(INK));
    for clip in [[80.0, 4.0, 10.0, 10.0], [10.0, -50.0, 10.0, 10.0], [12.0, 12.0, 0.0, 0.0]] {
        let cut = scene(vec![group(Role::Areas, Some(clip), vec![dot()])]);
        assert_eq!(ours(&cut, 288), ours(&scene(Vec::new()), 288), "{clip:?}");
    }
}

#[test]
fn pages_of_any_size_are_drawn_and_twice_the_same() {
    let scene = everything();
    for dpi in [36, 96, 1200] {
        let file = || export::figure(&scene, Format::Png, SvgText::Text, dpi).expect("a picture");
        assert!(file() == file(), "{dpi} dpi");
    }
    assert_eq!(ours(&scene, 1).size, [1, 1]);
    let long = Scene { width: Pt(70_000.0), ..scene };
    let error = export::figure(&long, Format::Png, SvgText::Text, 72).expect_err("too wide");
    assert_eq!(error.to_string(), "a picture of 70000 × 36 pixels is too large");
}
