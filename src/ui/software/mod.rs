//! The window without OpenGL: egui's triangles are drawn by the processor, and the system only shows the pixels. It is what
//! remains on remote desktops and in virtual machines, and needs nothing installed.
//!
//! Invariant: what is drawn follows egui's OpenGL painter, but for its dithering: the same blending, clipping and filters.
//! A tile of the window is drawn again only if something in it has changed, and always from scratch, so that no error adds up.

mod area;
mod blend;
mod frame;
mod meter;
mod painter;
mod raster;
mod store;
mod surface;
mod texture;
mod window;

pub use area::Area;
pub use painter::Painter;
pub(crate) use window::SoftwareWindow;
