//! A scene as pixels for the screen and the clipboard.

use crate::scene::Scene;

use super::error::ExportError;
use super::raster;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width and height, in pixels.
    pub size: [usize; 2],
    /// Red, green, blue and alpha of each pixel, row by row from the top.
    pub rgba: Vec<u8>,
}

/// The scene as in a PNG, at a given width in pixels.
///
/// # Errors
/// [`ExportError::TooManyPixels`].
pub fn picture(scene: &Scene, width: u32) -> Result<Picture, ExportError> {
    let height = height_at(scene, f64::from(width));
    let rgba = raster::draw(scene, f64::from(width), height)?;
    Ok(Picture { size: [width as usize, height as usize], rgba })
}

/// The height in pixels of a scene's picture that is so many pixels wide.
pub(super) fn height_at(scene: &Scene, width: f64) -> f64 {
    (width * scene.height.0 / scene.width.0).round()
}
