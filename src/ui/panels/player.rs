//! The player of dates below the map: a bar of years, with buttons and keys. Nothing is drawn again while it is paused.

use std::sync::Arc;
use std::time::Duration;

use egui::{Align2, CursorIcon, EventFilter, Key, Modifiers, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};
use lucide_icons::Icon;

use crate::base::Date;
use crate::document::ClassSpan;
use crate::engine::player::{Known, PlayedScale, Stop, step};
use crate::engine::{Action, State};
use crate::figure::reference_label;
use crate::i18n::texts;
use crate::ui::sizes::PLAYER;
use crate::ui::theme::Theme;
use crate::ui::widgets::{icon_button, next_gesture, small, small_font};

/// The memory of the player while the program runs.
#[derive(Default)]
pub(crate) struct PlayerMemory {
    known: Option<Known>,
    playing: Option<Playing>,
}

/// A run through the dates: a single step of the undo history.
struct Playing {
    gesture: u64,
    /// When the next date is shown.
    next: f64,
}

impl PlayerMemory {
    fn stops(&mut self, state: &State) -> Arc<Vec<Stop>> {
        let known = self.known.take().filter(|known| known.is_of(state)).unwrap_or_else(|| {
            self.playing = None;
            Known::new(state)
        });
        Arc::clone(&self.known.insert(known).stops)
    }

    /// Whether there are dates to go through.
    pub(crate) fn is_needed(&mut self, state: &State) -> bool {
        !self.stops(state).is_empty()
    }
}

/// The buttons, the bar, and what must be known of the date shown.
pub(crate) fn player_ui(ui: &mut Ui, state: &State, memory: &mut PlayerMemory) -> Option<Action> {
    let stops = memory.stops(state);
    let lang = state.settings.lang;
    let map = &state.document.map;
    let moves = state.settings.animations;
    if !moves {
        memory.playing = None;
    }
    let mut asked: Option<Date> = None;
    let mut toggled = false;
    let mut action = None;
    let [back, on] = [false, true].map(|is_forward| step(&stops, map.date, is_forward));
    // At its end the button says play again at once.
    if on.is_none() {
        memory.playing = None;
    }
    ui.horizontal(|ui| {
        let (icon, name) = match memory.playing {
            Some(_) => (Icon::Pause, texts::PLAYER_PAUSE),
            None => (Icon::Play, texts::PLAYER_PLAY),
        };
        let name = if moves { name } else { texts::PLAYER_STILL };
        toggled = icon_button(ui, icon, lang.text(name), moves, memory.playing.is_some()).clicked();
        for (icon, name, to) in
            [(Icon::SkipBack, texts::PLAYER_BACK, back), (Icon::SkipForward, texts::PLAYER_ON, on)]
        {
            if icon_button(ui, icon, lang.text(name), to.is_some(), false).clicked() {
                asked = to;
            }
        }
        let bar = bar_ui(ui, state, &stops);
        asked = bar.asked.or(asked.take());
        toggled |= bar.toggled && moves;
    });
    ui.horizontal_wrapped(|ui| {
        let scale = PlayedScale::of(map);
        small(ui, lang.text(scale.text()));
        if scale == PlayedScale::OfEachDate && ui.small_button(lang.text(texts::PLAYER_FIX)).clicked() {
            action = Some(Action::map(map, |map| map.classes.span = ClassSpan::AllDates));
        }
        let Some(stop) = stops.iter().find(|stop| stop.date == map.date) else { return };
        if !stop.breaks.is_empty() {
            let what = stop.breaks.iter().map(|what| lang.pick(what)).collect::<Vec<_>>().join(" ");
            let text = texts::player_break(lang, short_name(state, stop.date), what);
            ui.colored_label(Theme::of(ui).warning, egui::RichText::new(text).font(small_font()));
        }
        if stop.missing > 0 {
            small(ui, texts::player_missing(lang, stop.missing));
        }
    });
    if toggled {
        memory.playing = match memory.playing {
            Some(_) => None,
            None => {
                // From the last date it starts again at the first.
                asked = asked.or(if on.is_none() { stops.first().map(|stop| stop.date) } else { on });
                let next = ui.input(|input| input.time) + PLAYER.seconds;
                Some(Playing { gesture: next_gesture(ui), next })
            }
        };
    }
    let set = |date: Date| Action::map(map, |map| map.date = date);
    if let Some(date) = asked {
        // Whoever picks a date goes on from there.
        return Some(match &memory.playing {
            Some(playing) => Action::InGesture(playing.gesture, Box::new(set(date))),
            None => set(date),
        });
    }
    if action.is_some() {
        return action;
    }
    let now = ui.input(|input| input.time);
    let playing = memory.playing.as_mut()?;
    if now < playing.next {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(playing.next - now));
        return None;
    }
    match on {
        Some(date) => {
            playing.next = now + PLAYER.seconds;
            ui.ctx().request_repaint_after(Duration::from_secs_f64(PLAYER.seconds));
            Some(Action::InGesture(playing.gesture, Box::new(set(date))))
        }
        None => {
            memory.playing = None;
            None
        }
    }
}

/// What was asked of the bar.
#[derive(Default)]
struct Bar {
    asked: Option<Date>,
    toggled: bool,
}

/// A date on the bar, where "anno d'imposta" would be written many times.
fn short_name(state: &State, date: Date) -> String {
    let stated = state.indicator().map_or(date.into(), |indicator| indicator.period.ending(date));
    reference_label(state.settings.lang, stated)
}

/// The bar: a tick for each date in proportion to time, with breaks of the series as dashed lines.
fn bar_ui(ui: &mut Ui, state: &State, stops: &[Stop]) -> Bar {
    let (lang, theme, shown) = (state.settings.lang, Theme::of(ui), state.document.map.date);
    let size = Vec2::new(ui.available_width().max(PLAYER.least), PLAYER.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else { return Bar::default() };
    let [from, to] = [first, last].map(|stop| stop.date.day_number() as f64);
    let track = rect.shrink2(Vec2::new(PLAYER.inset, 0.0));
    let y = track.top() + PLAYER.track;
    let x = |date: Date| {
        let share = (date.day_number() as f64 - from) / (to - from).max(1.0);
        track.left() + track.width() * share as f32
    };
    let mut bar = Bar::default();
    let nearest = |at: Pos2| {
        let distance = |stop: &&Stop| ((x(stop.date) - at.x).abs() * 16.0) as i64;
        stops.iter().min_by_key(distance).map(|stop| stop.date)
    };
    if response.clicked() || response.dragged() {
        response.request_focus();
        bar.asked = response.interact_pointer_pos().and_then(nearest).filter(|date| *date != shown);
    }
    let name = lang.text(texts::PLAYER_BAR);
    let value = state.date_name(shown);
    let spoken = format!("{name}. {value}");
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &spoken));
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            if pressed(Key::ArrowRight) {
                bar.asked = step(stops, shown, true);
            } else if pressed(Key::ArrowLeft) {
                bar.asked = step(stops, shown, false);
            } else if pressed(Key::Home) {
                bar.asked = Some(first.date);
            } else if pressed(Key::End) {
                bar.asked = Some(last.date);
            } else if pressed(Key::Space) {
                bar.toggled = true;
            }
        });
    }
    let painter = ui.painter_at(rect);
    painter.hline(track.x_range(), y, (1.5, theme.line));
    for stop in stops {
        let at = x(stop.date);
        if !stop.breaks.is_empty() {
            let dash = egui::Shape::dashed_line(
                &[Pos2::new(at - PLAYER.before, rect.top()), Pos2::new(at - PLAYER.before, y + PLAYER.tick)],
                (1.5, theme.warning),
                3.0,
                2.0,
            );
            painter.extend(dash);
        }
        painter.vline(at, y - PLAYER.tick..=y + PLAYER.tick, (1.0, theme.muted));
    }
    painter.circle(Pos2::new(x(shown), y), PLAYER.dot, theme.accent, (1.5, theme.panel));
    // The year shown always, then the ends, then others where there is room between them.
    let mut taken: Vec<Rect> = Vec::new();
    let order = [shown, first.date, last.date].into_iter().chain(stops.iter().map(|stop| stop.date));
    for date in order {
        let label = short_name(state, date);
        let colour = if date == shown { theme.ink } else { theme.muted };
        let galley = painter.layout_no_wrap(label, small_font(), colour);
        let half = galley.size().x / 2.0;
        let middle = x(date).clamp(rect.left() + half, (rect.right() - half).max(rect.left() + half));
        let at = Align2::CENTER_BOTTOM.anchor_size(Pos2::new(middle, rect.bottom()), galley.size());
        if taken.iter().all(|other| !other.expand(PLAYER.inset * 0.5).intersects(at)) {
            taken.push(at);
            painter.galley(at.min, galley, colour);
        }
    }
    if response.has_focus() {
        painter.rect_stroke(rect.shrink(1.0), 2.0, (1.0, theme.accent), egui::StrokeKind::Inside);
    }
    let hovered = response.hover_pos().and_then(nearest);
    if let Some(date) = hovered {
        let breaks = stops.iter().find(|stop| stop.date == date).filter(|stop| !stop.breaks.is_empty());
        let told = match breaks {
            Some(stop) => {
                let what = stop.breaks.iter().map(|what| lang.pick(what)).collect::<Vec<_>>().join(" ");
                texts::player_break(lang, short_name(state, date), what)
            }
            None => state.date_name(date),
        };
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text_at_pointer(told);
    }
    bar
}
