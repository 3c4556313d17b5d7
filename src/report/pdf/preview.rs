//! Pages of a written report as pictures: what is seen before a file is kept is the file itself.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};

use crate::base::panics;
use crate::export::Picture;

/// A file opened to look at its pages.
pub struct Preview(Pdf);

impl Preview {
    /// Of a file written by [`super::write`]; `None` for one that cannot be read.
    pub fn of(bytes: Vec<u8>) -> Option<Self> {
        panics::caught(|| Pdf::new(bytes).ok()).ok().flatten().map(Self)
    }

    pub fn pages(&self) -> usize {
        self.0.pages().len()
    }

    /// A page, numbered from 0, so many pixels wide.
    pub fn page(&self, page: usize, width: u16) -> Option<Picture> {
        let page = self.0.pages().get(page)?;
        let (whole, _) = page.render_dimensions();
        let scale = f32::from(width) / whole;
        let settings = RenderSettings {
            x_scale: scale,
            y_scale: scale,
            width: Some(width),
            bg_color: WHITE,
            ..RenderSettings::default()
        };
        let draw = || hayro::render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
        let pixels = panics::caught(draw).ok()?;
        let size = [usize::from(pixels.width()), usize::from(pixels.height())];
        Some(Picture { size, rgba: pixels.data_as_u8_slice().to_vec() })
    }
}
