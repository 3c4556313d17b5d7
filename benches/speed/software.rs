//! The whole window at 1366 × 768 while the map is dragged, drawn by the processor.

use std::sync::Arc;

use atlante::engine::{Appearance, Pick, Settings};
use atlante::io::Bundle;
use atlante::ui::app::App;
use atlante::ui::software::Painter;
use atlante::ui::theme;
use divan::{Bencher, black_box};
use egui::epaint::ClippedPrimitive;
use egui::epaint::textures::TexturesDelta;
use egui::{Color32, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, pos2, vec2};

const SIZE: [u32; 2] = [1366, 768];

struct Dragged {
    ctx: egui::Context,
    app: App,
    frames: u32,
}

impl Dragged {
    /// With the button down over the map.
    fn new(painter: &mut Painter) -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let settings = Settings { appearance: Appearance::Light, ..Settings::default() };
        let bundle = Arc::new(Bundle::load(None).expect("the embedded data load"));
        let app = App::new(bundle, settings, Arc::new(|_: &str, _: &Pick| None)).expect("a window");
        let mut dragged = Self { ctx, app, frames: 0 };
        let pressed = Event::PointerButton {
            pos: Self::at(0),
            button: PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::default(),
        };
        for events in [vec![], vec![Event::PointerMoved(Self::at(0))], vec![pressed], vec![]] {
            let (primitives, mut delta) = dragged.frame(events);
            painter.paint(SIZE, 1.0, &primitives, &delta, Color32::WHITE);
            delta.clear();
        }
        dragged
    }

    /// Back and forth.
    fn at(number: u32) -> Pos2 {
        let far = (number % 80) as f32;
        pos2(640.0 + 4.0 * far.min(80.0 - far), 400.0)
    }

    fn frame(&mut self, events: Vec<Event>) -> (Vec<ClippedPrimitive>, TexturesDelta) {
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(SIZE[0] as f32, SIZE[1] as f32));
        let time = Some(f64::from(self.frames) / 60.0);
        self.frames += 1;
        let input = RawInput { screen_rect: Some(screen), time, events, ..RawInput::default() };
        let output = self.ctx.run_ui(input, |ui| self.app.show(ui));
        (self.ctx.tessellate(output.shapes, output.pixels_per_point), output.textures_delta)
    }

    fn moved(&mut self) -> (Vec<ClippedPrimitive>, TexturesDelta) {
        self.frame(vec![Event::PointerMoved(Self::at(self.frames))])
    }
}

/// Laid out and painted: all but the system's showing it.
#[divan::bench]
fn dragged(bencher: Bencher) {
    let mut painter = Painter::default();
    let mut window = Dragged::new(&mut painter);
    bencher.bench_local(|| {
        let (primitives, mut delta) = window.moved();
        let changed = painter.paint(SIZE, 1.0, &primitives, &delta, Color32::WHITE);
        delta.clear();
        changed
    });
}

/// Only painted.
#[divan::bench]
fn dragged_painted(bencher: Bencher) {
    let mut painter = Painter::default();
    let mut window = Dragged::new(&mut painter);
    let frames: [Vec<ClippedPrimitive>; 2] = std::array::from_fn(|_| {
        let (primitives, mut delta) = window.moved();
        painter.paint(SIZE, 1.0, &primitives, &delta, Color32::WHITE);
        delta.clear();
        primitives
    });
    let (mut turn, none) = (0, TexturesDelta::default());
    bencher.bench_local(|| {
        turn += 1;
        painter.paint(SIZE, 1.0, black_box(&frames[turn % 2]), &none, Color32::WHITE)
    });
}

/// Nothing has changed.
#[divan::bench]
fn still(bencher: Bencher) {
    let mut painter = Painter::default();
    let (primitives, mut delta) = Dragged::new(&mut painter).moved();
    painter.paint(SIZE, 1.0, &primitives, &delta, Color32::WHITE);
    delta.clear();
    let none = TexturesDelta::default();
    bencher.bench_local(|| painter.paint(SIZE, 1.0, black_box(&primitives), &none, Color32::WHITE));
}
