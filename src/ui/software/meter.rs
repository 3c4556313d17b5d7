//! How long frames take, on the standard error, for who asks with `ATLANTE_FRAMES`.

use std::time::{Duration, Instant};

use super::area::Area;

/// The name in the environment.
const FRAMES: &str = "ATLANTE_FRAMES";

/// How often it is said.
const EVERY: Duration = Duration::from_secs(1);

pub(super) struct Meter {
    since: Instant,
    frames: u32,
    laying_out: Duration,
    painting: Duration,
    showing: Duration,
    pixels: u64,
}

impl Meter {
    pub(super) fn new() -> Option<Self> {
        std::env::var_os(FRAMES).is_some_and(|asked| !asked.is_empty()).then(|| Self {
            since: Instant::now(),
            frames: 0,
            laying_out: Duration::ZERO,
            painting: Duration::ZERO,
            showing: Duration::ZERO,
            pixels: 0,
        })
    }

    /// A frame was begun, laid out, painted and shown at these times.
    pub(super) fn frame(&mut self, times: [Instant; 4], changed: &[Area]) {
        let [begun, laid_out, painted, shown] = times;
        self.frames += 1;
        self.laying_out += laid_out - begun;
        self.painting += painted - laid_out;
        self.showing += shown - painted;
        let pixels = |area: &Area| (area.right - area.left) as u64 * (area.bottom - area.top) as u64;
        self.pixels += changed.iter().map(pixels).sum::<u64>();
        if self.since.elapsed() >= EVERY {
            let each = |all: Duration| all.as_secs_f64() * 1000.0 / f64::from(self.frames);
            eprintln!(
                "atlante: {} frames in {:.1} s; each {:.1} ms of layout, {:.1} ms of painting, {:.1} ms of showing, {} pixels",
                self.frames,
                self.since.elapsed().as_secs_f64(),
                each(self.laying_out),
                each(self.painting),
                each(self.showing),
                self.pixels / u64::from(self.frames),
            );
            *self = Self {
                since: Instant::now(),
                frames: 0,
                laying_out: Duration::ZERO,
                painting: Duration::ZERO,
                showing: Duration::ZERO,
                pixels: 0,
            };
        }
    }
}
