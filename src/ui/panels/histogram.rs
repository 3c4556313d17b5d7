//! The legend's histogram: the values, coloured by class, with the breaks as draggable handles.

use egui::accesskit::Action as AccessAction;
use egui::{
    Align2, CursorIcon, EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Ui, Vec2,
};
use egui::{Color32, WidgetInfo};

use crate::data::Kind;
use crate::document::MapSpec;
use crate::engine::{Action, State};
use crate::i18n::{self, Lang, texts};
use crate::stats::classes::{Scheme, nearest_multiple};
use crate::stats::histogram::{Axis, Bar};
use crate::ui::theme::{HISTOGRAM, SPACE, TIP_WIDTH, Theme, colour};
use crate::ui::widgets::{next_gesture, small_font};

/// A handle being dragged: what must not change meanwhile.
#[derive(Clone, Copy)]
struct Grip {
    /// The number of the gesture, which is one undo step.
    gesture: u64,
    /// The axis at the start of the gesture: it depends on the breaks, so otherwise it would move under the pointer.
    axis: Axis,
    /// The distance from the handle to the pointer that grabbed it.
    offset: f32,
}

/// The position and contents of the histogram.
struct Plot<'a> {
    axis: Axis,
    rect: Rect,
    /// The upper edges of the classes.
    edges: &'a [f64],
    map: &'a MapSpec,
    decimals: usize,
    lang: Lang,
    theme: &'a Theme,
}

/// Draws the histogram; dragging a handle switches to manual breaks. Nothing if all values are equal.
pub(crate) fn histogram_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let (classes, (decimals, rounded)) = (state.model.classes.as_ref()?, state.model.rounded.as_ref()?);
    // Manual breaks are shown exactly; others rounded as in the legend, which is where dragging would start.
    let by_hand = state.document.map.scheme() == Scheme::Manual;
    let editable = state.model.editable()?;
    let intervals = if by_hand { &classes.intervals } else { &editable };
    let values: Vec<f64> = state.model.table.present().collect();
    let grip_id = ui.make_persistent_id("break in hand");
    let grip: Option<Grip> = ui.data(|data| data.get_temp(grip_id));
    // The ends as in the legend, so that both say the same.
    let bounds = (rounded.lower(), *rounded.uppers().last()?);
    let axis = match grip {
        Some(grip) => grip.axis,
        None => Axis::new(&values, bounds)?,
    };

    let size = Vec2::new(ui.available_width(), HISTOGRAM.knobs + HISTOGRAM.height + HISTOGRAM.axis);
    let (all, response) = ui.allocate_exact_size(size, Sense::hover());
    let mut rect = all.shrink2(Vec2::new(HISTOGRAM.knob, 0.0));
    rect.min.y += HISTOGRAM.knobs;
    rect.max.y -= HISTOGRAM.axis;
    let theme = Theme::of(ui);
    let lang = state.settings.lang;
    let plot = Plot {
        axis,
        rect,
        edges: intervals.uppers(),
        map: &state.document.map,
        decimals: *decimals,
        lang,
        theme,
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, lang.text(texts::HISTOGRAM)));

    // A value that is written like an edge may lie just above it: its class is the one it has on the map.
    let bars = axis.bars(&values, &classes.intervals, (rect.width() / HISTOGRAM.bar) as usize);
    let colours: Vec<Color32> =
        state.model.colours.iter().map(|rgb| colour(theme.class(state.vision, *rgb))).collect();
    plot.bars(ui, &bars, &colours);
    let overall = state.model.overall.filter(|_| state.indicator().is_some_and(|i| i.kind != Kind::Count));
    plot.axis(ui, overall);
    let mut action = None;
    let mut handles: Vec<(usize, Response)> = Vec::new();
    for handle in 0..intervals.len() - 1 {
        let (asked, response) = plot.handle(ui, handle, grip_id);
        action = asked.or(action);
        handles.push((handle, response));
    }
    let dragging = handles.iter().any(|(_, response)| response.dragged());
    // A handle in use is drawn above its neighbours.
    handles.sort_by_key(|(_, response)| (response.dragged() || response.has_focus(), response.hovered()));
    for (handle, response) in handles {
        plot.paint_handle(ui, handle, &response);
        if !dragging {
            let name = [(handle + 1).to_string(), plot.number(plot.edges[handle])];
            response.on_hover_text(texts::break_tip(lang, &name[0], &name[1]));
        }
    }
    if grip.is_some() && !dragging {
        ui.data_mut(|data| data.remove::<Grip>(grip_id));
    }
    if !dragging {
        let tip = |ui: &mut Ui| plot.tip(ui, &bars);
        response.on_hover_ui_at_pointer(tip);
    }
    action
}

impl Plot<'_> {
    fn x(&self, value: f64) -> f32 {
        self.rect.left() + self.rect.width() * self.axis.share(value) as f32
    }

    fn value(&self, x: f32) -> f64 {
        self.axis.value(f64::from((x - self.rect.left()) / self.rect.width()))
    }

    fn number(&self, value: f64) -> String {
        let written = if self.map.kind.is_of_differences() { i18n::signed_number } else { i18n::number };
        written(self.lang, value, self.decimals)
    }

    /// The bars, stacked by class from the lowest. The shortest bar is still tall enough to be seen.
    fn bars(&self, ui: &Ui, bars: &[Bar], colours: &[Color32]) {
        let most = bars.iter().map(|bar| bar.counts.iter().sum::<usize>()).max().unwrap_or(0).max(1);
        let painter = ui.painter();
        for bar in bars {
            let count = bar.counts.iter().sum::<usize>();
            if count == 0 {
                continue;
            }
            let height = (self.rect.height() * count as f32 / most as f32).max(HISTOGRAM.least);
            let (left, right) = (self.x(bar.from) + 0.5, self.x(bar.to) - 0.5);
            // A bar cut short at an edge remains visible.
            let right = right.max(left + 1.0);
            let mut bottom = self.rect.bottom();
            for (class, held) in bar.counts.iter().enumerate().filter(|(_, held)| **held > 0) {
                let top = bottom - height * *held as f32 / count as f32;
                let area = Rect::from_min_max(Pos2::new(left, top), Pos2::new(right, bottom));
                painter.rect_filled(area, 0.0, colours.get(class).copied().unwrap_or(self.theme.muted));
                bottom = top;
            }
            let outline = Rect::from_min_max(Pos2::new(left, bottom), Pos2::new(right, self.rect.bottom()));
            painter.rect_stroke(outline, 0.0, (0.5, self.theme.muted), egui::StrokeKind::Inside);
        }
    }

    /// The base line with its ends, its breaks, and the value of the ATS.
    fn axis(&self, ui: &Ui, overall: Option<f64>) {
        let painter = ui.painter();
        let base = self.rect.bottom();
        let line = egui::Stroke::new(1.0, self.theme.muted);
        painter.hline(self.rect.x_range(), base, line);
        let [low, from, to, high] = self.axis.points();
        for (cut, at) in [(low < from, from), (to < high, to)] {
            if cut {
                // Two strokes across the line mark the break of the axis.
                let x = self.x(at) + if at == to { SPACE[0] } else { -SPACE[0] };
                painter.hline(x - 2.0..=x + 2.0, base, (3.0, self.theme.panel));
                for shift in [-2.0, 2.0] {
                    let middle = Pos2::new(x + shift, base);
                    painter
                        .line_segment([middle + Vec2::new(-1.5, 4.0), middle + Vec2::new(1.5, -4.0)], line);
                }
            }
        }
        let below = base + 3.0;
        let text = |at: f32, align: Align2, text: String, ink: Color32| {
            painter.text(Pos2::new(at, below), align, text, small_font(), ink)
        };
        let start = if low < from { format!("{} ←", self.number(low)) } else { self.number(low) };
        let start = text(self.rect.left(), Align2::LEFT_TOP, start, self.theme.muted);
        let end = if to < high { format!("→ {}", self.number(high)) } else { self.number(high) };
        let end = text(self.rect.right(), Align2::RIGHT_TOP, end, self.theme.muted);
        if let Some(overall) = overall.filter(|overall| (low..=high).contains(overall)) {
            let x = self.x(overall);
            let dashes = egui::Shape::dashed_line(
                &[Pos2::new(x, self.rect.top()), Pos2::new(x, base)],
                (1.0, self.theme.accent),
                3.0,
                2.0,
            );
            painter.extend(dashes);
            let half = SPACE[2];
            let room = start.right() + half + SPACE[0]..=end.left() - half - SPACE[0];
            if room.start() <= room.end() {
                let ats = self.lang.text(texts::LEVEL_ATS).to_owned();
                text(x.clamp(*room.start(), *room.end()), Align2::CENTER_TOP, ats, self.theme.accent);
            }
        }
    }

    /// A break as a handle, not yet painted, and the action of moving it.
    fn handle(&self, ui: &mut Ui, at: usize, grip_id: Id) -> (Option<Action>, Response) {
        let value = self.edges[at];
        let x = self.x(value);
        let area = Rect::from_x_y_ranges(
            x - HISTOGRAM.knob..=x + HISTOGRAM.knob,
            self.rect.top() - HISTOGRAM.knobs..=self.rect.bottom(),
        );
        let id = grip_id.with(at);
        let response = ui.interact(area, id, Sense::click_and_drag());
        let name = texts::break_name(self.lang, at + 1);
        response.widget_info(|| WidgetInfo::slider(true, value, &name));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_value(self.number(value));
            node.add_action(AccessAction::Increment);
            node.add_action(AccessAction::Decrement);
        });
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        if response.drag_started() {
            let pointer = response.interact_pointer_pos().map_or(x, |pointer| pointer.x);
            let grip = Grip { gesture: next_gesture(ui), axis: self.axis, offset: pointer - x };
            ui.data_mut(|data| data.insert_temp(grip_id, grip));
        }
        let mut asked = None;
        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
            && let Some(grip) = ui.data(|data| data.get_temp::<Grip>(grip_id))
        {
            let wanted = pointer.x - grip.offset;
            // A pointer at rest asks for nothing: a break between two steps stays there.
            if (wanted - x).abs() >= 0.5 {
                asked = self.moved(at, self.value(wanted), wanted).map(|to| (grip.gesture, to));
            }
        } else {
            let steps = self.keys(ui, &response);
            if steps != 0 {
                let to = value + f64::from(steps) * self.step(x).length();
                let gesture = keyboard_gesture(ui, id);
                asked = self.moved(at, to, x).map(|to| (gesture, to));
            }
        }
        if response.hovered() || response.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let action = asked.map(|(gesture, to)| {
            let mut breaks = self.edges.to_vec();
            breaks[at] = to;
            let set = Action::map(self.map, |map| map.classes.set_manual(breaks));
            Action::InGesture(gesture, Box::new(set))
        });
        (action, response)
    }

    fn paint_handle(&self, ui: &Ui, at: usize, response: &Response) {
        let value = self.edges[at];
        let knob = Pos2::new(self.x(value), self.rect.top() - HISTOGRAM.knobs / 2.0);
        let theme = self.theme;
        let active = response.dragged() || response.has_focus() || response.hovered();
        let ink = if active { theme.accent } else { theme.ink };
        let painter = ui.painter();
        let span = knob.y..=self.rect.bottom();
        // A pale line under the dark one, to be visible on every colour.
        painter.vline(knob.x, span.clone(), (2.4, theme.panel));
        painter.vline(knob.x, span, (1.2, ink));
        let radius = HISTOGRAM.knob * if active { 0.85 } else { 0.65 };
        painter.circle(knob, radius, if active { theme.accent } else { theme.card }, (1.2, ink));
        if !(response.dragged() || response.has_focus()) {
            return;
        }
        let label = painter.layout_no_wrap(self.number(value), small_font(), theme.ink);
        let size = label.size() + Vec2::new(SPACE[1], SPACE[0] / 2.0);
        let mut chip = Rect::from_min_size(Pos2::new(knob.x + SPACE[1], self.rect.top()), size);
        if chip.right() > self.rect.right() + HISTOGRAM.knob {
            chip = chip.translate(Vec2::new(-size.x - 2.0 * SPACE[1], 0.0));
        }
        painter.rect(chip, 3.0, theme.card, (1.0, theme.accent), egui::StrokeKind::Inside);
        painter.galley(chip.center() - label.size() / 2.0, label, theme.ink);
    }

    /// Steps from the keyboard or a screen reader.
    fn keys(&self, ui: &Ui, response: &Response) -> i32 {
        let id = response.id;
        let mut steps = 0;
        if response.has_focus() {
            // Otherwise the arrow keys would move the focus to the next control.
            let filter =
                EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            ui.input_mut(|input| {
                let mut pressed = |key| input.count_and_consume_key(Modifiers::NONE, key) as i32;
                steps += pressed(Key::ArrowRight) + pressed(Key::ArrowUp);
                steps -= pressed(Key::ArrowLeft) + pressed(Key::ArrowDown);
            });
        }
        let requests = |action| ui.input(|input| input.num_accesskit_action_requests(id, action)) as i32;
        steps + requests(AccessAction::Increment) - requests(AccessAction::Decrement)
    }

    /// A round step about as long as a screen point at this position, but never finer than what is displayed.
    fn step(&self, x: f32) -> Step {
        let finest = -(self.decimals as i32);
        let point = (self.value(x + 0.5) - self.value(x - 0.5)).abs();
        let power = point.log10().floor();
        if !power.is_finite() || (power as i32) < finest {
            return Step { digit: 1, power: finest };
        }
        let mantissa = point / 10_f64.powf(power);
        let digit = [5, 2].into_iter().find(|&digit| mantissa >= f64::from(digit)).unwrap_or(1);
        Step { digit, power: power as i32 }
    }

    /// Where a break may move: to a round number, never onto another break or past it. `None` if it stays.
    fn moved(&self, at: usize, to: f64, x: f32) -> Option<f64> {
        let finest = Step { digit: 1, power: -(self.decimals as i32) };
        let below = if at == 0 { self.axis.points()[0] } else { self.edges[at - 1] };
        let (least, most) = (below + finest.length(), self.edges[at + 1] - finest.length());
        if least > most {
            return None;
        }
        let round = self.step(x).round(to);
        let round = if (least..=most).contains(&round) { round } else { finest.round(to.clamp(least, most)) };
        // Rounding may hit a neighbour that is itself between two steps.
        (round > below && round < self.edges[at + 1] && round != self.edges[at]).then_some(round)
    }

    /// The bar under the pointer in words, and how to use the histogram.
    fn tip(&self, ui: &mut Ui, bars: &[Bar]) {
        ui.set_max_width(TIP_WIDTH);
        let pointer = ui.input(|input| input.pointer.hover_pos());
        let value = pointer.map(|pointer| self.value(pointer.x));
        if let Some(bar) = value.and_then(|v| bars.iter().find(|bar| bar.from <= v && v <= bar.to)) {
            let count = bar.counts.iter().sum::<usize>().to_string();
            let bar = [self.number(bar.from), self.number(bar.to), count];
            ui.label(texts::histogram_bar(self.lang, &bar[0], &bar[1], &bar[2]));
        }
        ui.label(self.lang.text(texts::HISTOGRAM_TIP));
        let [low, from, to, high] = self.axis.points();
        if low < from || to < high {
            ui.label(self.lang.text(texts::HISTOGRAM_CUT_TIP));
        }
    }
}

/// A step of 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy)]
struct Step {
    digit: u8,
    power: i32,
}

impl Step {
    fn length(self) -> f64 {
        f64::from(self.digit) * 10_f64.powi(self.power)
    }

    fn round(self, x: f64) -> f64 {
        nearest_multiple(x, self.digit, self.power)
    }
}

/// The keyboard gesture on a handle: all its key presses belong to it until something else is done.
fn keyboard_gesture(ui: &Ui, id: Id) -> u64 {
    let known: Option<u64> = ui.data(|data| data.get_temp(id));
    known.unwrap_or_else(|| {
        let gesture = next_gesture(ui);
        ui.data_mut(|data| data.insert_temp(id, gesture));
        gesture
    })
}

/// The current breaks, rounded: the action of the button below the histogram.
pub fn round_breaks(state: &State) -> Option<Action> {
    let values: Vec<f64> = state.model.table.present().collect();
    let breaks = state.model.editable()?.round_breaks(&values);
    Some(Action::map(&state.document.map, |map| map.classes.set_manual(breaks)))
}
