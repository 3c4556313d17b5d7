//! The window without OpenGL: pixels against those computed by hand, by egui's rules (premultiplied colours, not made linear;
//! a pixel belongs to a shape if its centre does).

use std::sync::Arc;

use atlante::engine::{Action, Appearance, Drawing, Pick, Settings, Why};
use atlante::i18n::Lang;
use atlante::ui::app::App;
use atlante::ui::software::{Area, Painter};
use atlante::ui::theme;
use egui::epaint::textures::{TextureOptions, TexturesDelta};
use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive, Vertex, WHITE_UV};
use egui::{Color32, ColorImage, Event, Pos2, RawInput, Rect, TextureId, pos2, vec2};

use crate::common::edition;

const WHITE: TextureId = TextureId::Managed(0);
const PICTURE: TextureId = TextureId::Managed(1);

/// A delta with the white pixel, and a picture.
fn textures(size: [usize; 2], pixels: Vec<Color32>, options: TextureOptions) -> TexturesDelta {
    let mut delta = TexturesDelta::default();
    let white = ColorImage::new([1, 1], vec![Color32::WHITE]);
    delta.push(WHITE, ImageDelta::full(white, TextureOptions::LINEAR));
    delta.push(PICTURE, ImageDelta::full(ColorImage::new(size, pixels), options));
    delta
}

fn plain() -> TexturesDelta {
    textures([1, 1], vec![Color32::WHITE], TextureOptions::LINEAR)
}

fn corner(x: f32, y: f32, color: Color32) -> Vertex {
    Vertex { pos: pos2(x, y), uv: WHITE_UV, color }
}

fn mesh(vertices: Vec<Vertex>, indices: Vec<u32>) -> Mesh {
    Mesh { vertices, indices, texture_id: WHITE }
}

fn rectangle(rect: Rect, color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(rect, color);
    mesh
}

fn clipped(mesh: Mesh, clip_rect: Rect) -> ClippedPrimitive {
    ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) }
}

fn whole(mesh: Mesh) -> ClippedPrimitive {
    clipped(mesh, Rect::EVERYTHING)
}

/// The rows of a picture of this size, as hexadecimal digits of its red, green and blue.
fn painted(size: [u32; 2], scale: f32, meshes: &[ClippedPrimitive], mut delta: TexturesDelta) -> Vec<u32> {
    let mut painter = Painter::default();
    painter.paint(size, scale, meshes, &delta, Color32::WHITE);
    delta.clear();
    painter.pixels().to_vec()
}

const GREY: Color32 = Color32::from_rgba_premultiplied(0, 0, 0, 128);

#[test]
fn a_half_transparent_colour_lies_over_what_is_below() {
    let red = Color32::from_rgba_premultiplied(128, 0, 0, 128);
    let rect = Rect::from_min_size(pos2(1.0, 0.0), vec2(1.0, 1.0));
    // 255 · (1 − 128/255) = 127 is left of the white, and the red adds its 128.
    let once = painted([3, 1], 1.0, &[whole(rectangle(rect, red))], plain());
    assert_eq!(once, [0xFF_FFFF, 0xFF_7F7F, 0xFF_FFFF]);
    // A second time: 128 + 255 · 127/255 = 255, and 127 · 127/255 = 63.2.
    let twice = painted([3, 1], 1.0, &[whole(rectangle(rect, red)), whole(rectangle(rect, red))], plain());
    assert_eq!(twice[1], 0xFF_3F3F);
    // A colour without alpha only adds light, up to white.
    let light = Color32::from_rgba_premultiplied(100, 0, 0, 0);
    let dark = rectangle(rect, Color32::from_rgb(200, 50, 0));
    let lit = painted([3, 1], 1.0, &[whole(dark), whole(rectangle(rect, light))], plain());
    assert_eq!(lit[1], 0xFF_3200);
}

#[test]
fn what_is_outside_the_clip_rectangle_is_not_drawn() {
    let all = Rect::from_min_size(Pos2::ZERO, vec2(10.0, 10.0));
    // At two pixels per point from (1.2, 1.4) to (2.8, 2.2): pixels 2 to 6 and 3 to 4, rounded as by egui.
    let clip = Rect::from_min_max(pos2(1.2, 1.4), pos2(2.8, 2.2));
    let pixels = painted([8, 6], 2.0, &[clipped(rectangle(all, Color32::BLACK), clip)], plain());
    for (i, pixel) in pixels.iter().enumerate() {
        let is_inside = (2..6).contains(&(i % 8)) && (3..4).contains(&(i / 8));
        assert_eq!(*pixel, if is_inside { 0 } else { 0xFF_FFFF }, "{} {}", i % 8, i / 8);
    }
}

#[test]
fn letters_take_the_colour_of_their_text() {
    let texels = [0, 85, 170, 255].map(|alpha| Color32::from_rgba_premultiplied(alpha, alpha, alpha, alpha));
    let letter = |at: Pos2, color: Color32| {
        let mut mesh = Mesh::with_texture(PICTURE);
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        mesh.add_rect_with_uv(Rect::from_min_size(at, vec2(2.0, 2.0)), uv, color);
        whole(mesh)
    };
    let delta = || textures([2, 2], texels.to_vec(), TextureOptions::LINEAR);
    let pixels = painted([4, 3], 1.0, &[letter(pos2(1.0, 1.0), Color32::BLACK)], delta());
    // Black of these alphas over white.
    let rows =
        [[0xFF_FFFF; 4], [0xFF_FFFF, 0xFF_FFFF, 0xAA_AAAA, 0xFF_FFFF], [0xFF_FFFF, 0x55_5555, 0, 0xFF_FFFF]];
    assert_eq!(pixels, rows.concat());
    // The blue of half alpha: 255 − 128 · 170/255 = 255 − 85 of red, and with its blue 85 · 1 again as much.
    let blue = Color32::from_rgba_premultiplied(0, 0, 128, 128);
    let pixels = painted([4, 3], 1.0, &[letter(pos2(1.0, 1.0), blue)], delta());
    assert_eq!(pixels[2 * 4 + 1], 0xAA_AAFF);
}

#[test]
fn a_picture_between_pixels_is_interpolated_or_not_as_asked() {
    let picture = |options| {
        let mut mesh = Mesh::with_texture(PICTURE);
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        mesh.add_rect_with_uv(Rect::from_min_size(Pos2::ZERO, vec2(4.0, 1.0)), uv, Color32::WHITE);
        painted([4, 1], 1.0, &[whole(mesh)], textures([2, 1], vec![Color32::BLACK, Color32::WHITE], options))
    };
    assert_eq!(picture(TextureOptions::NEAREST), [0, 0, 0xFF_FFFF, 0xFF_FFFF]);
    // Centres at 1/8, 3/8, 5/8, 7/8 of two texels: a quarter and three quarters of the way between their centres.
    assert_eq!(picture(TextureOptions::LINEAR), [0, 0x40_4040, 0xBF_BFBF, 0xFF_FFFF]);
    assert_eq!(picture(TextureOptions::LINEAR_REPEAT), [0x40_4040, 0x40_4040, 0xBF_BFBF, 0xBF_BFBF]);
}

#[test]
fn a_colour_changes_evenly_between_corners() {
    // From black at x = 0 to white at x = 8: at the centres (x + ½) · 255/8, rounded.
    let (black, white) = (Color32::BLACK, Color32::WHITE);
    let vertices = vec![
        corner(0.0, 0.0, black),
        corner(8.0, 0.0, white),
        corner(8.0, 2.0, white),
        corner(0.0, 2.0, black),
    ];
    let pixels = painted([8, 2], 1.0, &[whole(mesh(vertices, vec![0, 1, 2, 0, 2, 3]))], plain());
    let row = [16, 48, 80, 112, 143, 175, 207, 239].map(|grey: u32| grey * 0x01_0101);
    assert_eq!(pixels, [row, row].concat());
}

/// A number without meaning, the same in every run.
fn next(state: &mut u64) -> f32 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 40) as f32 / (1_u64 << 24) as f32
}

#[test]
fn triangles_with_a_common_edge_cover_each_pixel_exactly_once() {
    const CELLS: usize = 12;
    let mut state = 7;
    for turn in 0..6 {
        // A grid over more than the window, its inner corners moved about; some stay on centres of pixels.
        let place = |at: usize, state: &mut u64| match turn {
            0 => at as f32 * 10.0 - 10.5,
            1 => (at as f32 * 10.0 - 10.0 + next(state) * 6.0).round() + 0.5,
            _ => at as f32 * 10.0 - 10.0 + next(state) * 6.0,
        };
        let mut vertices = Vec::new();
        for y in 0..=CELLS {
            for x in 0..=CELLS {
                vertices.push(corner(place(x, &mut state), place(y, &mut state), GREY));
            }
        }
        let mut indices = Vec::new();
        for cell in (0..CELLS * (CELLS + 1)).filter(|at| at % (CELLS + 1) < CELLS) {
            let [a, b, c, d] = [cell, cell + 1, cell + CELLS + 1, cell + CELLS + 2].map(|i| i as u32);
            // Either diagonal, and either order of the corners.
            match cell % 4 {
                0 => indices.extend([a, b, c, c, b, d]),
                1 => indices.extend([a, c, b, b, d, c]),
                2 => indices.extend([a, b, d, a, d, c]),
                _ => indices.extend([d, b, a, c, d, a]),
            }
        }
        let pixels = painted([96, 96], 1.0, &[whole(mesh(vertices, indices))], plain());
        let other = pixels.iter().position(|pixel| *pixel != 0x7F_7F7F);
        assert_eq!(other.map(|i| (i % 96, i / 96, pixels[i])), None, "turn {turn}");
    }
}

/// Which centres are inside, by the sign of the three products: another way than that of the painter.
fn is_inside(triangle: [Pos2; 3], x: usize, y: usize) -> bool {
    let at = pos2(x as f32 + 0.5, y as f32 + 0.5);
    let [a, b, c] = triangle;
    let side = |from: Pos2, to: Pos2| {
        f64::from(to.x - from.x) * f64::from(at.y - from.y)
            - f64::from(to.y - from.y) * f64::from(at.x - from.x)
    };
    let sides = [side(a, b), side(b, c), side(c, a)];
    sides.iter().all(|side| *side > 0.0) || sides.iter().all(|side| *side < 0.0)
}

#[test]
fn a_triangle_covers_the_pixels_whose_centres_it_holds() {
    let mut state = 11;
    for _ in 0..40 {
        // In steps of 1/256 of a pixel, with an odd one so that no centre lies on an edge.
        let triangle: [Pos2; 3] = std::array::from_fn(|_| {
            let mut at = || ((next(&mut state) * 160.0 - 40.0) * 256.0).round() / 256.0 + 1.0 / 256.0;
            pos2(at(), at())
        });
        let vertices = triangle.map(|at| corner(at.x, at.y, Color32::BLACK)).to_vec();
        let pixels = painted([80, 80], 1.0, &[whole(mesh(vertices, vec![0, 1, 2]))], plain());
        for (i, pixel) in pixels.iter().enumerate() {
            let side = |a: Pos2, b: Pos2| {
                let at = pos2((i % 80) as f32 + 0.5, (i / 80) as f32 + 0.5);
                f64::from(b.x - a.x) * f64::from(at.y - a.y) == f64::from(b.y - a.y) * f64::from(at.x - a.x)
            };
            let [a, b, c] = triangle;
            if side(a, b) || side(b, c) || side(c, a) {
                continue;
            }
            assert_eq!(
                *pixel == 0,
                is_inside(triangle, i % 80, i / 80),
                "{triangle:?} {} {}",
                i % 80,
                i / 80
            );
        }
    }
}

#[test]
fn what_is_no_place_or_far_away_is_drawn_without_harm() {
    let far = f32::MAX;
    for (x, y) in [(f32::NAN, 0.0), (f32::INFINITY, 5.0), (far, far), (-far, far), (1e7, -1e7)] {
        let vertices = vec![corner(x, y, GREY), corner(0.0, 8.0, GREY), corner(8.0, 0.0, Color32::RED)];
        painted([16, 16], 1.5, &[whole(mesh(vertices, vec![0, 1, 2]))], plain());
    }
    // Indices without corners, too few indices, no size, no texture.
    painted([4, 4], 1.0, &[whole(mesh(vec![corner(0.0, 0.0, GREY)], vec![0, 1, 2, 3]))], plain());
    painted([0, 5], 1.0, &[whole(rectangle(Rect::EVERYTHING, GREY))], plain());
    let stranger = Mesh { texture_id: TextureId::User(9), ..rectangle(Rect::EVERYTHING, GREY) };
    assert_eq!(painted([1, 1], 1.0, &[whole(stranger)], plain()), [0xFF_FFFF]);
}

#[test]
fn only_tiles_that_changed_are_drawn_again() {
    let mut painter = Painter::default();
    let mut delta = plain();
    let floor = || whole(rectangle(Rect::from_min_size(Pos2::ZERO, vec2(300.0, 200.0)), Color32::GRAY));
    let dot = |x: f32| whole(rectangle(Rect::from_min_size(pos2(x, 70.0), vec2(4.0, 4.0)), Color32::RED));
    let first = painter.paint([300, 200], 1.0, &[floor(), dot(10.0)], &delta, Color32::WHITE);
    assert_eq!(first, [Area::new(0, 0, 300, 200)]);
    delta.clear();
    let mut again = |primitives: &[ClippedPrimitive]| {
        painter.paint([300, 200], 1.0, primitives, &TexturesDelta::default(), Color32::WHITE)
    };
    assert_eq!(again(&[floor(), dot(10.0)]), []);
    // Out of one tile of 64 and into another, in the second row of them.
    assert_eq!(again(&[floor(), dot(200.0)]), [Area::new(0, 64, 64, 128), Area::new(192, 64, 256, 128)]);
    // Below something opaque nothing is seen to change.
    assert_eq!(again(&[dot(200.0), floor()]), [Area::new(192, 64, 256, 128)]);
    assert_eq!(again(&[dot(20.0), floor()]), []);
}

/// The whole program, driven without a window.
struct Driven {
    ctx: egui::Context,
    app: App,
    time: f64,
    /// All changes of textures so far.
    textures: Vec<TexturesDelta>,
}

const SIZE: [u32; 2] = [900, 600];

impl Driven {
    fn new() -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let settings = Settings { lang: Lang::It, appearance: Appearance::Light, ..Settings::default() };
        let dialog = Arc::new(|_: &str, _: &Pick| None);
        let app = App::new(Arc::new(edition()), settings, dialog).expect("a window");
        Self { ctx, app, time: 0.0, textures: Vec::new() }
    }

    fn frame(&mut self, events: Vec<Event>) -> Vec<ClippedPrimitive> {
        self.time += 0.1;
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(SIZE[0] as f32, SIZE[1] as f32));
        let input =
            RawInput { screen_rect: Some(screen), time: Some(self.time), events, ..RawInput::default() };
        let output = self.ctx.run_ui(input, |ui| self.app.show(ui));
        self.textures.push(output.textures_delta);
        self.ctx.tessellate(output.shapes, output.pixels_per_point)
    }
}

#[test]
fn a_frame_drawn_after_others_is_the_one_drawn_from_scratch() {
    let mut driven = Driven::new();
    let mut painter = Painter::default();
    let pointer = |x: f32, y: f32| Event::PointerMoved(pos2(x, y));
    let button = |x: f32, y: f32, pressed| Event::PointerButton {
        pos: pos2(x, y),
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::default(),
    };
    // Over indicators and the map, then the map is dragged, and then nothing happens.
    let frames = [
        vec![],
        vec![pointer(120.0, 200.0)],
        vec![pointer(450.0, 300.0)],
        vec![button(450.0, 300.0, true)],
        vec![pointer(431.0, 317.0)],
        vec![pointer(402.0, 330.0), button(402.0, 330.0, false)],
        vec![],
        vec![],
    ];
    let mut changed = Vec::new();
    for (number, events) in frames.into_iter().enumerate() {
        let primitives = driven.frame(events);
        let delta = driven.textures.last().expect("this frame's");
        changed = painter.paint(SIZE, 1.0, &primitives, delta, Color32::WHITE);
        let mut anew = Painter::default();
        for delta in &driven.textures {
            let _ = anew.paint([0, 0], 1.0, &[], delta, Color32::WHITE);
        }
        anew.paint(SIZE, 1.0, &primitives, &TexturesDelta::default(), Color32::WHITE);
        let other = painter.pixels().iter().zip(anew.pixels()).position(|(a, b)| a != b);
        assert_eq!(other.map(|i| (i % SIZE[0] as usize, i / SIZE[0] as usize)), None, "frame {number}");
    }
    assert_eq!(changed, [], "nothing changes in the end");
    driven.textures.iter_mut().for_each(TexturesDelta::clear);
}

#[test]
fn that_there_is_no_opengl_is_said_once() {
    let mut driven = Driven::new();
    let notice = |driven: &Driven| driven.app.state().notice.as_ref().map(|notice| notice.text.clone());
    let unusable = Action::Drawn(Drawing::Software(Why::Unusable));
    driven.app.perform(Action::Drawn(Drawing::OpenGl), &driven.ctx);
    assert_eq!(notice(&driven), None);
    driven.app.perform(unusable.clone(), &driven.ctx);
    let said = notice(&driven).expect("said");
    assert!(said.starts_with("Qui la scheda grafica non è disponibile"), "{said}");
    assert!(driven.app.state().settings.knows_software, "remembered with the settings");
    driven.app.perform(Action::DismissNotice, &driven.ctx);
    driven.app.perform(unusable, &driven.ctx);
    assert_eq!(notice(&driven), None, "not at every start");
    let drawing = driven.app.state().drawing.map(|drawing| drawing.text(Lang::It));
    assert_eq!(drawing.as_deref(), Some("Finestra disegnata dal processore, senza OpenGL"));
    driven.app.perform(Action::Drawn(Drawing::Software(Why::Lost)), &driven.ctx);
    assert!(notice(&driven).is_some_and(|text| text.contains("ha smesso di disegnare")));
}

#[test]
fn work_goes_on_in_another_window() {
    let mut driven = Driven::new();
    driven.frame(vec![]);
    let mut map = driven.app.state().document.map.clone();
    map.selected = vec!["015146".into(), "015209".into()];
    driven.app.perform(Action::map(&map.clone(), |spec| *spec = map), &driven.ctx);
    let before = driven.app.state().document.clone();
    let steps = driven.app.state().history.undo_steps();
    assert!(steps > 0, "there is something to undo");
    driven.textures.iter_mut().for_each(TexturesDelta::clear);

    let ctx = egui::Context::default();
    theme::install(&ctx);
    let mut again = Driven { app: driven.app.in_new_window(), ctx, time: 0.0, textures: Vec::new() };
    again.frame(vec![]);
    let primitives = again.frame(vec![]);
    assert_eq!(again.app.state().document, before);
    assert_eq!(again.app.state().history.undo_steps(), steps);
    // All that is drawn has come to the new window: letters, and the patterns of what is missing.
    let mut painter = Painter::default();
    for delta in &again.textures {
        let _ = painter.paint([0, 0], 1.0, &[], delta, Color32::WHITE);
    }
    painter.paint(SIZE, 1.0, &primitives, &TexturesDelta::default(), Color32::WHITE);
    assert!(painter.pixels().iter().any(|pixel| *pixel != 0xFF_FFFF));
    again.textures.iter_mut().for_each(TexturesDelta::clear);
}
