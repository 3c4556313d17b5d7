//! The window and its events, as eframe has them, without OpenGL.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use eframe::UserEvent;
use egui::{
    Context, NumExt, Vec2, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo,
};
use egui_winit::winit::application::ApplicationHandler;
use egui_winit::winit::event::{DeviceEvent, DeviceId, WindowEvent};
use egui_winit::winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy};
use egui_winit::winit::window::{Window, WindowId};
use egui_winit::{WindowGeometry, WindowSettings, accesskit_winit};
use softbuffer::SoftBufferError;

use crate::engine::{Drawing, Why};
use crate::ui::app::SAVE_SETTINGS;
use crate::ui::host::{Host, placed};

use super::meter::Meter;
use super::painter::Painter;
use super::store::Store;
use super::surface::Surface;

/// The keys under which eframe keeps its own.
const WINDOW_KEY: &str = "window";
const MEMORY_KEY: &str = "egui";

/// No screen shows more frames than one in this time.
const FRAME: Duration = Duration::from_millis(15);

/// The longest side of a texture: a limit against mistakes, not of memory.
const TEXTURE: usize = 8192;

pub(crate) struct SoftwareWindow {
    proxy: EventLoopProxy<UserEvent>,
    viewport: ViewportBuilder,
    host: Host,
    folder: Option<PathBuf>,
    why: Why,
    running: Option<Running>,
    has_failed: bool,
}

/// What there is while the window is open.
struct Running {
    ctx: Context,
    // Before the window, which it must not outlive.
    surface: Surface,
    egui: egui_winit::State,
    painter: Painter,
    window: Arc<Window>,
    info: ViewportInfo,
    store: Option<Store>,
    restored: Option<WindowSettings>,
    /// Size and place of the window when it is not maximised.
    normal: Option<WindowGeometry>,
    saved: Instant,
    begun: Instant,
    /// When the next frame is due.
    due: Option<Instant>,
    /// When the last one was begun.
    last: Option<Instant>,
    /// Whether the system has been asked to say when to draw.
    is_asked: bool,
    is_shown: bool,
    closes: bool,
    meter: Option<Meter>,
}

impl SoftwareWindow {
    pub(crate) fn new(
        event_loop: &EventLoop<UserEvent>,
        viewport: ViewportBuilder,
        host: Host,
        folder: Option<PathBuf>,
        why: Why,
    ) -> Self {
        let proxy = event_loop.create_proxy();
        Self { proxy, viewport, host, folder, why, running: None, has_failed: false }
    }

    /// Whether the window could not be opened, or drawn any longer.
    pub(crate) fn has_failed(&self) -> bool {
        self.has_failed
    }

    /// `None` if the system gives no window or nothing can begin in it.
    fn open(&self, event_loop: &ActiveEventLoop) -> Option<Running> {
        let store = self.folder.clone().map(Store::new);
        let storage = store.as_ref().map(|store| store as &dyn eframe::Storage);
        let kept = |key: &str| storage.filter(|storage| storage.get_string(key).is_some());
        let ctx = Context::default();
        ctx.set_embed_viewports(false);
        ctx.options_mut(|options| options.max_passes = std::num::NonZeroUsize::MIN.saturating_add(1));
        if let Some(memory) = kept(MEMORY_KEY).and_then(|storage| eframe::get_value(storage, MEMORY_KEY)) {
            ctx.memory_mut(|own| *own = memory);
        }
        let mut restored: Option<WindowSettings> =
            kept(WINDOW_KEY).and_then(|storage| eframe::get_value(storage, WINDOW_KEY));
        let viewport = placed(restored_viewport(&ctx, event_loop, &self.viewport, restored.as_mut()));
        let window = egui_winit::create_window(&ctx, event_loop, &viewport.with_visible(false));
        let window = Arc::new(window.ok()?);
        if let Some(restored) = &restored {
            restored.initialize_window(&window);
        }
        let surface = Surface::new(event_loop, Arc::clone(&window)).ok()?;
        let scale = Some(window.scale_factor() as f32);
        let mut egui = egui_winit::State::new(
            ctx.clone(),
            ViewportId::ROOT,
            event_loop,
            scale,
            window.theme().or(event_loop.system_theme()),
            Some(TEXTURE),
        );
        wake_with(&ctx, self.proxy.clone());
        egui.init_accesskit(event_loop, &window, self.proxy.clone());
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &ctx, &window, true);
        self.host.begin(&ctx, storage, Drawing::Software(self.why)).ok()?;
        Some(Running {
            surface,
            egui,
            painter: Painter::default(),
            info,
            normal: restored.map(|restored| restored.normal_geometry()),
            restored,
            store,
            saved: Instant::now(),
            begun: Instant::now(),
            due: None,
            last: None,
            is_asked: false,
            is_shown: false,
            closes: false,
            meter: Meter::new(),
            window,
            ctx,
        })
    }

    /// Draws a frame, and closes the window if the program agreed to that.
    fn draw(&mut self, event_loop: &ActiveEventLoop) {
        let Some(running) = &mut self.running else { return };
        self.has_failed |= running.draw(event_loop, &self.host).is_err();
        if self.has_failed || running.closes {
            self.close(event_loop);
        }
    }

    fn close(&mut self, event_loop: &ActiveEventLoop) {
        if let Some(mut running) = self.running.take() {
            running.ctx.on_exit();
            running.save(&self.host);
            self.host.end();
        }
        event_loop.exit();
    }
}

/// Lets egui ask for a frame from any thread.
fn wake_with(ctx: &Context, proxy: EventLoopProxy<UserEvent>) {
    let proxy = Mutex::new(proxy);
    ctx.set_request_repaint_callback(move |info| {
        let event = UserEvent::RequestRepaint {
            viewport_id: info.viewport_id,
            when: Instant::now() + info.delay,
            cumulative_pass_nr: info.current_cumulative_pass_nr,
        };
        // Without a window there is nothing to draw.
        let _ = proxy.lock().unwrap_or_else(PoisonError::into_inner).send_event(event);
    });
}

/// The window as it was last, no larger than the largest screen.
fn restored_viewport(
    ctx: &Context,
    event_loop: &ActiveEventLoop,
    first: &ViewportBuilder,
    restored: Option<&mut WindowSettings>,
) -> ViewportBuilder {
    let zoom = ctx.zoom_factor();
    let sides = event_loop.available_monitors().map(|monitor| {
        let size = monitor.size();
        Vec2::new(size.width as f32, size.height as f32) / (zoom * monitor.scale_factor() as f32)
    });
    let largest = sides.reduce(Vec2::max).filter(|largest| *largest != Vec2::ZERO);
    let largest = largest.unwrap_or(Vec2::splat(16_000.0));
    match restored {
        Some(restored) => {
            restored.clamp_size_to_sane_values(largest);
            restored.clamp_position_to_monitors(zoom, event_loop);
            restored.initialize_viewport_builder(zoom, first.clone())
        }
        None => {
            let size = first.inner_size.unwrap_or(largest).at_most(largest);
            first.clone().with_inner_size(size)
        }
    }
}

impl Running {
    /// Asks for a frame at a time, but not for more than a screen shows.
    fn ask(&mut self, when: Instant) {
        let when = self.last.map_or(when, |last| when.max(last + FRAME));
        self.due = Some(self.due.map_or(when, |due| due.min(when)));
    }

    fn ask_now(&mut self) {
        self.ask(Instant::now());
    }

    fn draw(&mut self, event_loop: &ActiveEventLoop, host: &Host) -> Result<(), SoftBufferError> {
        let begun = Instant::now();
        self.last = Some(begun);
        if !std::mem::take(&mut self.is_asked) {
            // The system asked by itself, because something was before the window or it was not there.
            self.surface.is_lost();
        }
        egui_winit::update_viewport_info(&mut self.info, &self.ctx, &self.window, false);
        let mut input = self.egui.take_egui_input(&self.window);
        input.time = Some(self.begun.elapsed().as_secs_f64());
        input.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        let is_closing = input.viewport().close_requested();
        let mut output = self.ctx.run_ui(input, |ui| host.show(ui));
        self.info.events.clear();
        let commands = output
            .viewport_output
            .get_mut(&ViewportId::ROOT)
            .map(|root| std::mem::take(&mut root.commands))
            .unwrap_or_default();
        self.closes |= is_closing && !commands.contains(&ViewportCommand::CancelClose);
        self.egui.handle_platform_output_with_event_loop(&self.window, event_loop, output.platform_output);
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let laid_out = Instant::now();
        let size: [u32; 2] = self.window.inner_size().into();
        let background = self.ctx.global_style().visuals.panel_fill;
        let (delta, scale) = (&mut output.textures_delta, output.pixels_per_point);
        let changed = self.painter.paint(size, scale, &primitives, delta, background);
        delta.clear();
        let painted = Instant::now();
        self.surface.show(size, self.painter.pixels(), &changed)?;
        if let Some(meter) = &mut self.meter {
            meter.frame([begun, laid_out, painted, Instant::now()], &changed);
        }
        self.first_shown();
        // What it asks for besides concerns other windows and screenshots.
        egui_winit::process_viewport_commands(
            &self.ctx,
            &mut self.info,
            commands,
            &self.window,
            &mut Vec::new(),
        );
        if self.saved.elapsed() > SAVE_SETTINGS {
            self.save(host);
        }
        Ok(())
    }

    /// Shows the window once there is something to see.
    fn first_shown(&mut self) {
        if std::mem::replace(&mut self.is_shown, true) {
            return;
        }
        if let Some(restored) = self.restored.take() {
            restored.before_first_show(&self.window);
            self.window.set_visible(true);
            restored.after_first_show(&self.window);
        } else {
            self.window.set_visible(true);
        }
    }

    fn save(&mut self, host: &Host) {
        self.saved = Instant::now();
        let Some(store) = &mut self.store else { return };
        let settings = WindowSettings::from_window(self.ctx.zoom_factor(), &self.window, self.normal);
        self.normal = Some(settings.normal_geometry());
        eframe::set_value(store, WINDOW_KEY, &settings);
        self.ctx.memory(|memory| eframe::set_value(store, MEMORY_KEY, memory));
        host.save(store);
        eframe::Storage::flush(store);
    }

    fn on_accesskit(&mut self, event: accesskit_winit::WindowEvent) {
        match event {
            accesskit_winit::WindowEvent::InitialTreeRequested => self.ctx.enable_accesskit(),
            accesskit_winit::WindowEvent::ActionRequested(request) => {
                self.egui.on_accesskit_action_request(request);
            }
            accesskit_winit::WindowEvent::AccessibilityDeactivated => {
                self.ctx.disable_accesskit();
                return;
            }
        }
        self.ask_now();
    }
}

impl ApplicationHandler<UserEvent> for SoftwareWindow {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        if self.running.is_some() {
            return;
        }
        match self.open(event_loop) {
            Some(running) => {
                self.running = Some(running);
                // At once: a window that is not shown yet is not asked to draw.
                self.draw(event_loop);
            }
            None => {
                self.has_failed = true;
                event_loop.exit();
            }
        }
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, of: WindowId, event: WindowEvent) {
        let Some(running) = &mut self.running else { return };
        if of != running.window.id() {
            // The end of the window that was drawn with OpenGL.
            return;
        }
        match &event {
            WindowEvent::RedrawRequested => return self.draw(event_loop),
            WindowEvent::CloseRequested => {
                running.info.events.push(ViewportEvent::Close);
                if running.window.is_minimized() == Some(true) {
                    // A question would not be seen.
                    running.window.set_minimized(false);
                }
                return self.draw(event_loop);
            }
            WindowEvent::Destroyed => return self.close(event_loop),
            WindowEvent::Occluded(is_occluded) => running.info.occluded = Some(*is_occluded),
            _ => {}
        }
        let response = running.egui.on_window_event(&running.window, &event);
        if matches!(event, WindowEvent::Resized(_)) {
            running.surface.is_lost();
            if cfg!(target_os = "windows") {
                // While a border is dragged nothing else is drawn there.
                return self.draw(event_loop);
            }
        }
        if response.repaint {
            running.ask_now();
        }
    }

    fn device_event(&mut self, _: &ActiveEventLoop, _: DeviceId, event: DeviceEvent) {
        if let (Some(running), DeviceEvent::MouseMotion { delta }) = (&mut self.running, event)
            && running.egui.on_mouse_motion(delta)
        {
            running.ask_now();
        }
    }

    fn user_event(&mut self, _: &ActiveEventLoop, event: UserEvent) {
        let Some(running) = &mut self.running else { return };
        match event {
            UserEvent::RequestRepaint { when, .. } => running.ask(when),
            UserEvent::AccessKitActionRequest(event) => running.on_accesskit(event.window_event),
        }
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        let Some(running) = &mut self.running else { return };
        let is_due = running.due.is_some_and(|due| due <= Instant::now());
        if is_due {
            running.due = None;
            running.is_asked = true;
            running.window.request_redraw();
        }
        event_loop.set_control_flow(match running.due {
            Some(due) => ControlFlow::WaitUntil(due),
            None => ControlFlow::Wait,
        });
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.close(event_loop);
    }
}
