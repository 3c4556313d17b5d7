//! The pixels of a window.

use std::num::NonZeroU32;
use std::sync::Arc;

use egui_winit::winit::event_loop::{ActiveEventLoop, OwnedDisplayHandle};
use egui_winit::winit::window::Window;
use softbuffer::{Context, SoftBufferError};

use super::area::Area;

pub(super) struct Surface {
    inner: softbuffer::Surface<OwnedDisplayHandle, Arc<Window>>,
    size: [u32; 2],
    /// Whether the system may have lost what it showed.
    is_lost: bool,
}

impl Surface {
    pub(super) fn new(event_loop: &ActiveEventLoop, window: Arc<Window>) -> Result<Self, SoftBufferError> {
        let context = Context::new(event_loop.owned_display_handle())?;
        let inner = softbuffer::Surface::new(&context, window)?;
        Ok(Self { inner, size: [0, 0], is_lost: true })
    }

    /// Everything is to be shown again.
    pub(super) fn is_lost(&mut self) {
        self.is_lost = true;
    }

    /// Shows a picture of this size, which differs in these places from the one before.
    pub(super) fn show(
        &mut self,
        size: [u32; 2],
        pixels: &[u32],
        changed: &[Area],
    ) -> Result<(), SoftBufferError> {
        let [Some(width), Some(height)] = size.map(NonZeroU32::new) else { return Ok(()) };
        if self.size != size {
            self.inner.resize(width, height)?;
            (self.size, self.is_lost) = (size, true);
        }
        if changed.is_empty() && !self.is_lost {
            return Ok(());
        }
        // Only before something is shown: on Wayland no frame is asked for until the screen has had this one.
        self.inner.window().pre_present_notify();
        let mut buffer = self.inner.buffer_mut()?;
        if buffer.age() != 1 {
            // It holds something else than the frame before.
            buffer.copy_from_slice(pixels);
        } else {
            for area in changed {
                for y in area.top..area.bottom {
                    let start = y as usize * size[0] as usize;
                    let row = start + area.left as usize..start + area.right as usize;
                    buffer[row.clone()].copy_from_slice(&pixels[row]);
                }
            }
        }
        if std::mem::take(&mut self.is_lost) {
            return buffer.present();
        }
        let rects: Vec<softbuffer::Rect> = changed.iter().filter_map(|area| rect(*area)).collect();
        buffer.present_with_damage(&rects)
    }
}

fn rect(area: Area) -> Option<softbuffer::Rect> {
    let side = |from: i32, to: i32| NonZeroU32::new((to - from) as u32);
    let (width, height) = (side(area.left, area.right)?, side(area.top, area.bottom)?);
    Some(softbuffer::Rect { x: area.left as u32, y: area.top as u32, width, height })
}
