//! What the pointer does on the page: elements are picked and taken elsewhere, borders between them moved, texts retyped.

use egui::{
    Color32, CursorIcon, FontId, Key, PointerButton, Pos2, Rect, Response, Role, StrokeKind, TextEdit, Ui,
    Vec2, WidgetInfo,
};

use super::ask::{ask, within};
use crate::document::{KeptFigure, Place, Towards};
use crate::engine::{Action, FigureAction, State};
use crate::figure::page::places::{Area, PageText, Places, Titled};
use crate::i18n::{Text, texts};
use crate::ui::theme::{COMPOSER, PAPER, Theme};
use crate::ui::widgets::next_gesture;

/// How near a border must be to be taken hold of, in points of the screen.
const NEAR: f32 = 6.0;

/// The page that is shown, and where it is on the screen.
pub(crate) struct OnPage<'a> {
    pub state: &'a State,
    pub figure: &'a KeptFigure,
    pub sheet: Rect,
    pub places: &'a Places,
}

/// What the hand of the user is doing on the page.
#[derive(Default)]
pub(crate) enum Hand {
    #[default]
    Idle,
    /// An element is taken somewhere.
    Taking(Place),
    /// A border is moved, all of which is one undo step.
    Dividing(Border, u64),
    /// A text is retyped.
    Typing(Typing),
}

/// A text while it is retyped.
pub(crate) struct Typing {
    title: Titled,
    text: String,
    is_new: bool,
}

/// A border between rows or between elements of a row: what is before it, and where both sides of it are.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Border {
    Rows(usize, Rect),
    Cells(Place, Rect),
}

impl OnPage<'_> {
    /// A part of the page on the screen.
    fn on_screen(&self, [x, y, width, height]: Area) -> Rect {
        let scale = self.scale();
        let min = self.sheet.min + Vec2::new(x as f32, y as f32) * scale;
        Rect::from_min_size(min, Vec2::new(width as f32, height as f32) * scale)
    }

    /// Points of the screen for one of the page, of which there are 72 in an inch.
    fn scale(&self) -> f32 {
        self.sheet.width() / (self.figure.spec.page.width.0 as f32 / 25.4 * 72.0)
    }

    fn elements(&self) -> impl Iterator<Item = (Place, Rect)> {
        self.figure.spec.places().zip(self.places.elements.iter().map(|area| self.on_screen(*area)))
    }

    /// With a single element there is nothing to be taken or divided.
    fn has_several(&self) -> bool {
        self.places.elements.len() > 1
    }

    fn element_at(&self, at: Pos2) -> Option<(Place, Rect)> {
        self.elements().find(|(_, rect)| rect.contains(at)).filter(|_| self.has_several())
    }

    fn title_at(&self, at: Pos2) -> Option<&Titled> {
        // The subtitle of an element says its level and date, and is not typed.
        let typed = self
            .places
            .titles
            .iter()
            .filter(|title| title.element.is_none() || title.what == PageText::Title);
        typed.into_iter().find(|title| self.on_screen(title.area).contains(at))
    }

    /// The border near a point.
    fn border_at(&self, at: Pos2) -> Option<Border> {
        let rect_of = |place: Place| self.elements().find(|(at, _)| *at == place).map(|(_, rect)| rect);
        for (row, cells) in self.figure.spec.rows.iter().enumerate() {
            let of_row: Vec<Rect> =
                (0..cells.cells.len()).filter_map(|cell| rect_of(Place { row, cell })).collect();
            let whole = of_row.iter().copied().reduce(Rect::union)?;
            for (cell, pair) in of_row.windows(2).enumerate() {
                let gap = Rect::from_min_max(pair[0].right_top(), pair[1].left_bottom());
                if gap.expand2(Vec2::new(NEAR, 0.0)).contains(at) {
                    return Some(Border::Cells(Place { row, cell }, pair[0].union(pair[1])));
                }
            }
            if let Some(below) = rect_of(Place { row: row + 1, cell: 0 }) {
                let gap = Rect::from_min_max(whole.left_bottom(), Pos2::new(whole.right(), below.top()));
                if gap.expand2(Vec2::new(0.0, NEAR)).contains(at) {
                    return Some(Border::Rows(row, whole.union(below)));
                }
            }
        }
        None
    }
}

/// The side of an element that a point is nearest to.
fn side_of(rect: Rect, at: Pos2) -> Towards {
    let share = (at - rect.center()) / rect.size();
    match share.x.abs() > share.y.abs() {
        true if share.x < 0.0 => Towards::Left,
        true => Towards::Right,
        false if share.y < 0.0 => Towards::Up,
        false => Towards::Down,
    }
}

/// The half of an element on that side.
fn half(rect: Rect, side: Towards) -> Rect {
    let middle = rect.center();
    match side {
        Towards::Left => rect.with_max_x(middle.x),
        Towards::Right => rect.with_min_x(middle.x),
        Towards::Up => rect.with_max_y(middle.y),
        Towards::Down => rect.with_min_y(middle.y),
    }
}

impl Hand {
    /// Draws what is pointed at and returns what is asked for.
    pub fn ui(&mut self, ui: &mut Ui, response: &Response, on: &OnPage<'_>) -> Option<Action> {
        let theme = Theme::of(ui);
        for area in &on.places.illegible {
            let wash = theme.warning.gamma_multiply(COMPOSER.target);
            ui.painter().rect_filled(on.on_screen(*area), 0.0, wash);
        }
        let outline = |rect: Rect| {
            ui.painter().rect_stroke(rect, 0.0, (1.0, theme.accent), StrokeKind::Outside);
        };
        if let Some((_, rect)) = on.elements().find(|(at, _)| *at == on.state.composer.at && on.has_several())
        {
            outline(rect);
        }
        let at = response.interact_pointer_pos().or_else(|| response.hover_pos());
        let is_over = response.drag_stopped() || at.is_none();
        match self {
            Self::Typing(typing) => {
                let (action, is_done) = typing.ui(ui, on);
                if is_done {
                    *self = Self::Idle;
                }
                action
            }
            Self::Taking(from) => {
                ui.set_cursor_icon(CursorIcon::Grabbing);
                let from = *from;
                let target = at.and_then(|at| Some((at, on.element_at(at)?)));
                let target = target.filter(|(_, (place, _))| *place != from);
                if is_over {
                    *self = Self::Idle;
                }
                let (at, (place, rect)) = target?;
                let side = side_of(rect, at);
                ui.painter().rect_filled(half(rect, side), 0.0, theme.accent.gamma_multiply(COMPOSER.target));
                is_over.then(|| ask(FigureAction::PutBeside(from, place, side)))
            }
            Self::Dividing(border, gesture) => {
                let (border, gesture) = (*border, *gesture);
                if is_over {
                    *self = Self::Idle;
                }
                let (asked, icon) = border.divide(at?);
                ui.set_cursor_icon(icon);
                // Held still, nothing changes.
                let is_moved = response.dragged() && response.drag_delta() != Vec2::ZERO;
                is_moved.then(|| within(Some(gesture), asked))
            }
            Self::Idle => {
                let at = at?;
                if response.drag_started_by(PointerButton::Primary) {
                    let pressed = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
                    if let Some(border) = on.border_at(pressed) {
                        *self = Self::Dividing(border, next_gesture(ui));
                    } else if let Some((place, _)) = on.element_at(pressed) {
                        *self = Self::Taking(place);
                    }
                    return None;
                }
                let (title, element) = (on.title_at(at), on.element_at(at));
                if response.double_clicked()
                    && let Some(title) = title
                {
                    let (title, text) = (title.clone(), title.text.clone());
                    *self = Self::Typing(Typing { title, text, is_new: true });
                    ui.ctx().request_repaint();
                    return None;
                }
                if let Some(border) = on.border_at(at) {
                    ui.set_cursor_icon(border.divide(at).1);
                } else if let Some(title) = title {
                    ui.set_cursor_icon(CursorIcon::Text);
                    outline(on.on_screen(title.area));
                    response.clone().on_hover_text(on.state.settings.lang.text(texts::TITLE_RETYPE));
                } else if let Some((_, rect)) = element {
                    outline(rect);
                }
                let (place, _) = element.filter(|_| response.clicked())?;
                Some(ask(FigureAction::Select(place)))
            }
        }
    }
}

impl Border {
    /// What moving it to a point asks for, and the pointer over it.
    fn divide(self, at: Pos2) -> (FigureAction, CursorIcon) {
        match self {
            Self::Rows(row, both) => {
                let share = f64::from((at.y - both.top()) / both.height());
                (FigureAction::DivideRows(row, share), CursorIcon::ResizeVertical)
            }
            Self::Cells(place, both) => {
                let share = f64::from((at.x - both.left()) / both.width());
                (FigureAction::DivideCells(place, share), CursorIcon::ResizeHorizontal)
            }
        }
    }
}

fn name_of(what: PageText) -> Text {
    match what {
        PageText::Title => texts::TITLE_RETYPED,
        PageText::Subtitle => texts::SUBTITLE_RETYPED,
        PageText::Caption => texts::CAPTION_RETYPED,
        PageText::Note => texts::NOTE_RETYPED,
        PageText::Source => texts::SOURCE_RETYPED,
        PageText::Credit => texts::CREDIT_RETYPED,
    }
}

impl Typing {
    /// The field over the text, and whether it is done with: Enter applies what was typed, Escape does not.
    fn ui(&mut self, ui: &mut Ui, on: &OnPage<'_>) -> (Option<Action>, bool) {
        let lang = on.state.settings.lang;
        let rect = on.on_screen(self.title.area);
        let size = (self.title.size as f32 * on.scale()).clamp(COMPOSER.least_typed, COMPOSER.most_typed);
        let name = lang.text(name_of(self.title.what));
        // Enter and Escape are for the field as a whole.
        let (enter, escape) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
            (pressed(Key::Enter), pressed(Key::Escape))
        });
        ui.painter().rect_filled(rect, 0.0, PAPER);
        let edit = TextEdit::multiline(&mut self.text)
            .font(FontId::proportional(size))
            .text_color(Color32::BLACK)
            .background_color(PAPER)
            .desired_rows(1);
        let field = ui.put(rect, edit);
        let text = self.text.clone();
        field.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
            info.current_text_value = Some(text.clone());
            info
        });
        if std::mem::take(&mut self.is_new) {
            field.request_focus();
            return (None, false);
        }
        if escape {
            return (None, true);
        }
        if !(enter || field.lost_focus()) {
            return (None, false);
        }
        let typed = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if typed == self.title.text {
            return (None, true);
        }
        // Emptied, it is generated again.
        (self.apply(on, Some(typed).filter(|typed| !typed.is_empty())), true)
    }

    fn apply(&self, on: &OnPage<'_>, typed: Option<String>) -> Option<Action> {
        if let Some(element) = self.title.element {
            let place = on.figure.spec.places().nth(element)?;
            return Some(ask(FigureAction::SetElementTitle(place, typed)));
        }
        let mut page = on.figure.spec.page.clone();
        let part = match self.title.what {
            PageText::Title => &mut page.title,
            PageText::Subtitle => &mut page.subtitle,
            PageText::Caption => &mut page.caption,
            PageText::Note => &mut page.note,
            PageText::Source => &mut page.source,
            PageText::Credit => &mut page.credit,
        };
        *part = typed;
        Some(ask(FigureAction::SetPage(Box::new(page))))
    }
}
