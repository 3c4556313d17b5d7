//! Scenes on screen: stacking, clicks by pointer and keyboard, and every figure in both themes.

use std::sync::Arc;

use atlante::base::{Code, Pt, Rgb, Vision};
use atlante::document::PageSpec;
use atlante::figure::page::{compose, style};
use atlante::scene::{
    Anchor, Datum, Fill, Geometry, Group, Hatch, Node, Path, Role, Scene, TextRun, Weight, text,
};
use atlante::ui::scene_painter::{Look, SceneMemory, show};
use atlante::ui::theme::{self, Theme, colour};
use egui::accesskit::Role as AccessRole;
use egui::{Color32, Pos2, Shape, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::common::BUNDLE;
use crate::page::{build, specs, specs_of_other_kinds};
use crate::pages::three;

struct Shown {
    scene: Arc<Scene>,
    memory: SceneMemory,
    theme: egui::Theme,
    lit: Option<Code>,
    pointed: Option<Code>,
    clicked: Vec<Code>,
    frames: usize,
}

type Window = Harness<'static, Shown>;

fn window(scene: Scene, theme: egui::Theme, size: Vec2) -> Window {
    let show = |ui: &mut egui::Ui, shown: &mut Shown| {
        shown.frames += 1;
        if shown.frames == 1 {
            theme::install(ui.ctx());
            ui.ctx().set_theme(shown.theme);
            return;
        }
        let look = Look { vision: Vision::Typical, highlighted: shown.lit.as_ref() };
        let out = show(ui, &shown.scene, &mut shown.memory, look);
        shown.pointed = out.pointed;
        shown.clicked.extend(out.clicked);
    };
    let state = Shown {
        scene: Arc::new(scene),
        memory: SceneMemory::default(),
        theme,
        lit: None,
        pointed: None,
        clicked: Vec::new(),
        frames: 0,
    };
    let mut window = Harness::builder().with_size(size).build_ui_state(show, state);
    window.run();
    window
}

fn datum(code: &str) -> Datum {
    Datum { code: code.to_owned(), label: format!("Unità {code}: 12,3") }
}

fn square(from: f64, to: f64) -> Vec<[f64; 2]> {
    vec![[from, from], [to, from], [to, to], [from, to]]
}

/// An area with a hole and a dot over it; a thin line; a clipped dot; text on an area and beside it.
fn page() -> Scene {
    let solid = |of| Fill::Solid(Rgb::hex(of));
    let area = Path::new(Geometry::Rings(vec![square(0.0, 100.0), square(40.0, 60.0)]));
    let dot = Path::circle([20.0, 20.0], 5.0).filled(solid(0x33_3399));
    let line = Path::line(vec![[120.0, 10.0], [190.0, 10.0]]).stroked(style::SERIES[0], 1.0);
    let cut = Path::circle([150.0, 80.0], 10.0).filled(Fill::Hatch(Hatch::Rising)).meaning(datum("cut"));
    let letters = |x: f64, y: f64, content: &str| {
        Node::Text(TextRun {
            x,
            y,
            size: 10.0,
            anchor: Anchor::Start,
            weight: Weight::Italic,
            colour: style::INK,
            halo: None,
            content: content.to_owned(),
        })
    };
    Scene {
        width: Pt(200.0),
        height: Pt(100.0),
        title: "Pagina".to_owned(),
        description: "Una pagina di prova.".to_owned(),
        figures: Vec::new(),
        lang: "it",
        background: Rgb::WHITE,
        carried: None,
        nodes: vec![
            Node::Path(area.filled(solid(0xff_ffd9)).meaning(datum("area"))),
            Node::Path(dot.meaning(datum("dot"))),
            Node::Path(line.meaning(datum("line"))),
            Node::Group(Group {
                role: Role::Marks,
                clip: Some([120.0, 60.0, 30.0, 40.0]),
                nodes: vec![Node::Path(cut)],
            }),
            letters(4.0, 90.0, "sulla"),
            letters(120.0, 50.0, "accanto"),
        ],
    }
}

/// The position of a point of the page in a window of twice its size, within the margin of the panel.
fn place(window: &Window, at: [f32; 2]) -> Pos2 {
    let whole = window.get_by_label("Una pagina di prova.").rect();
    whole.min + Vec2::from(at) * (whole.width() / 200.0)
}

#[test]
fn what_the_pointer_is_over_is_found_by_shape() {
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        let mut window = window(page(), theme, Vec2::new(420.0, 220.0));
        for (at, code) in [
            ([80.0, 80.0], Some("area")),
            ([20.0, 22.0], Some("dot")),
            // Beside a thin line, but within reach.
            ([150.0, 12.0], Some("line")),
            ([150.0, 30.0], None),
            // In the hole.
            ([50.0, 50.0], None),
            // The visible half, and the clipped half.
            ([145.0, 80.0], Some("cut")),
            ([157.0, 80.0], None),
        ] {
            let to = place(&window, at);
            window.hover_at(to);
            window.run();
            assert_eq!(window.state().pointed.as_ref().map(Code::as_str), code, "{at:?}");
        }
    }
}

#[test]
fn a_shape_is_clicked_by_pointer_keyboard_and_screen_reader() {
    let mut window = window(page(), egui::Theme::Light, Vec2::new(420.0, 220.0));
    let at = place(&window, [80.0, 80.0]);
    window.hover_at(at);
    window.run();
    window.drag_at(at);
    window.drop_at(at);
    window.run();
    assert_eq!(window.state().clicked, [Code::from("area")]);
    window.get_by_role_and_label(AccessRole::Button, "Unità dot: 12,3").click_accesskit();
    window.run();
    window.get_by_label("Unità line: 12,3").focus();
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
    assert_eq!(window.state().clicked, ["area", "dot", "line"].map(Code::from));
}

fn shapes(window: &Window) -> Vec<Shape> {
    fn flat(shape: &Shape, out: &mut Vec<Shape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| flat(shape, out)),
            shape => out.push(shape.clone()),
        }
    }
    let mut out = Vec::new();
    window.output().shapes.iter().for_each(|clipped| flat(&clipped.shape, &mut out));
    out
}

/// The colour of a text and its width, in points.
fn written(window: &Window, content: &str) -> (Color32, f32) {
    let found = shapes(window).into_iter().find_map(|shape| match shape {
        Shape::Text(text) if text.galley.text() == content => {
            let colour = text.galley.job.sections[0].format.color;
            Some((colour, text.galley.size().x))
        }
        _ => None,
    });
    found.unwrap_or_else(|| panic!("{content} is not written"))
}

#[test]
fn letters_are_read_on_what_they_stand_on_in_both_themes() {
    let ink = |theme: &Theme| theme.ink;
    let light = window(page(), egui::Theme::Light, Vec2::new(420.0, 220.0));
    assert_eq!(written(&light, "sulla").0, ink(&Theme::LIGHT));
    assert_eq!(written(&light, "accanto").0, ink(&Theme::LIGHT));
    let dark = window(page(), egui::Theme::Dark, Vec2::new(420.0, 220.0));
    // On a pale class the dark ink of printed figures, on the dark background that of the theme.
    assert_eq!(written(&dark, "sulla").0, colour(style::INK));
    assert_eq!(written(&dark, "accanto").0, ink(&Theme::DARK));
}

#[test]
fn letters_are_as_wide_as_they_were_measured() {
    let lines = ["AVATAR To. fi fl 1.111", "Vermezzo con Zelo", "1.111.111,11"];
    for weight in [Weight::Regular, Weight::SemiBold] {
        let mut scene = page();
        scene.nodes.retain(|node| matches!(node, Node::Text(_)));
        let mut node = scene.nodes.remove(0);
        scene.nodes.clear();
        for content in lines {
            if let Node::Text(run) = &mut node {
                (run.content, run.weight, run.size) = (content.to_owned(), weight, 12.0);
            }
            scene.nodes.push(node.clone());
        }
        let window = window(scene, egui::Theme::Light, Vec2::new(1216.0, 616.0));
        let scale = window.get_by_label("Una pagina di prova.").rect().width() / 200.0;
        for content in lines {
            let (measured, (_, drawn)) =
                (text::width(content, 12.0, weight) as f32 * scale, written(&window, content));
            assert!((measured - drawn).abs() < 0.01 * measured, "{content}: {drawn} for {measured}");
        }
    }
}

#[test]
fn every_figure_is_painted_in_both_themes_and_highlights_are_outlined() {
    let mut scenes: Vec<Scene> = specs().iter().map(|spec| build(spec).scene).collect();
    scenes.extend(specs_of_other_kinds().iter().map(|spec| build(spec).scene));
    let page = compose::build(&three(PageSpec::default()), BUNDLE.sources());
    scenes.push(page.expect("a figure").value.scene);
    for scene in scenes {
        for theme in [egui::Theme::Light, egui::Theme::Dark] {
            let mut window = window(scene.clone(), theme, Vec2::new(900.0, 640.0));
            let before = shapes(&window).len();
            assert!(before > 40, "{}: {before}", scene.title);
            assert!(window.query_by_role_and_label(AccessRole::Image, &scene.description).is_some());
            let lit = first_code(&scene.nodes).expect("something is shown");
            window.state_mut().lit = Some(Code::from(lit.as_str()));
            window.run();
            assert!(shapes(&window).len() > before, "{}", scene.title);
        }
    }
}

fn first_code(nodes: &[Node]) -> Option<String> {
    nodes.iter().find_map(|node| match node {
        Node::Group(group) => first_code(&group.nodes),
        Node::Path(path) => path.datum.as_ref().map(|datum| datum.code.clone()),
        _ => None,
    })
}

#[test]
fn a_scene_is_made_ready_once() {
    let mut window = window(page(), egui::Theme::Light, Vec2::new(420.0, 220.0));
    let made = |window: &Window| window.state().memory.times_made();
    window.run_steps(20);
    assert_eq!(made(&window), 1);
    window.state_mut().scene = Arc::new(page());
    window.run();
    assert_eq!(made(&window), 2);
    window.ctx.set_theme(egui::Theme::Dark);
    window.run();
    assert_eq!(made(&window), 3);
}
