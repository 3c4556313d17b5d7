//! The design language of the window: colours, spacing and type, light and dark. No other file names a colour or a
//! size.

use egui::{Color32, CornerRadius, Margin, Stroke, TextStyle, Vec2, Visuals};

use crate::base::{Rgb, Vision};
use crate::figure::page::style;

use super::fonts;

/// Steps of the spacing scale, in points.
pub(crate) const SPACE: [f32; 5] = [4.0, 8.0, 12.0, 16.0, 24.0];
/// Corner radius of controls and cards.
pub(crate) const RADIUS: u8 = 5;
/// Initial width of the left panel.
pub(crate) const LEFT_WIDTH: f32 = 272.0;
/// Initial width of the right panel.
pub(crate) const RIGHT_WIDTH: f32 = 296.0;
/// Width of the ring around the control with the focus.
pub(crate) const FOCUS_RING: f32 = 2.0;
/// Maximum width of a notice over the map.
pub(crate) const NOTICE_WIDTH: f32 = 560.0;
/// Minimum width of either panel.
pub(crate) const PANEL_MIN_WIDTH: f32 = 200.0;
/// Maximum width of either panel.
pub(crate) const PANEL_MAX_WIDTH: f32 = 420.0;
/// Initial height of the bottom panel.
pub(crate) const LIST_HEIGHT: f32 = 240.0;
/// The share of the height that it opens with on a tall screen.
pub(crate) const LIST_USUAL: f32 = 0.42;
/// Its initial height where it is narrower than [`LIST_NARROW`].
pub(crate) const LIST_TALL: f32 = 310.0;
/// Room of the buttons beside the names of the views.
pub(crate) const VIEW_BUTTONS: f32 = 130.0;
/// The width below which the bottom panel is narrow.
pub(crate) const LIST_NARROW: f32 = 600.0;
/// The most of the height that the bottom panel takes.
pub(crate) const LIST_SHARE: f32 = 0.55;
/// The width below which there is room for one panel beside the map.
pub(crate) const NARROW: f32 = 760.0;
/// The same while a view is open below it, which needs room for its controls and its drawing.
pub(crate) const NARROW_WITH_VIEW: f32 = 1100.0;
/// Minimum height of the bottom panel.
pub(crate) const LIST_MIN_HEIGHT: f32 = 90.0;
/// Maximum height of the bottom panel.
pub(crate) const LIST_MAX_HEIGHT: f32 = 640.0;
/// Width of the text beside the charts below the map.
pub(crate) const SIDE_TEXT_WIDTH: f32 = 230.0;
/// The most of a panel that this text takes.
pub(crate) const SIDE_TEXT_SHARE: f32 = 0.38;
/// Sizes of the table below the map.
pub const TABLE: TableSizes = TableSizes {
    row: 20.0,
    head: 38.0,
    name: 190.0,
    column: 112.0,
    widest: 200.0,
    pad: 6.0,
    bars: 0.42,
    cross: 16.0,
    field: 180.0,
    list: 84.0,
    list_height: 380.0,
    menu: 400.0,
    words: 780.0,
    roomy: 300.0,
};
/// Width and height of an open list of indicators.
pub(crate) const INDICATOR_LIST: [f32; 2] = [320.0, 420.0];
/// Height of a row of that table.
pub(crate) const LIST_ROW: f32 = 20.0;
/// Sizes of the key of the ranking below the map.
pub const RANKING: RankingSizes = RankingSizes { dot: 4.4, bar: 7.0 };
pub(crate) const MENU_WIDTH: f32 = 230.0;
/// Least width of the search field; with less it is a button.
pub(crate) const SEARCH_LEAST: f32 = 120.0;
/// Width of the menu of what has no room in the bar.
pub(crate) const TOP_MORE: f32 = 40.0;
/// Width of the search field, where there is room.
pub(crate) const SEARCH_WIDTH: f32 = 240.0;
/// Width of the list below it.
pub(crate) const SEARCH_LIST_WIDTH: f32 = 330.0;
/// Height of one of its lines.
pub(crate) const HIT_HEIGHT: f32 = 38.0;
/// Size of a legend swatch.
pub(crate) const SWATCH: Vec2 = Vec2::new(22.0, 14.0);

/// Width of the field for a typed centre of the palette.
pub(crate) const CENTRE_WIDTH: f32 = 52.0;
/// Sizes of the legend's histogram.
pub(crate) const HISTOGRAM: HistogramSizes =
    HistogramSizes { height: 64.0, knobs: 12.0, axis: 18.0, bar: 8.0, least: 3.0, knob: 5.5 };

/// Sizes of dialogs above the window.
pub(crate) const MODAL: ModalSizes = ModalSizes {
    question: 420.0,
    contents: 620.0,
    wide: 760.0,
    margin: 80.0,
    height: 520.0,
    tall: 620.0,
    around: 140.0,
    fields: 90.0,
    number: 140.0,
    words: 260.0,
};

/// Sizes of the guide.
pub(crate) const HELP: HelpSizes =
    HelpSizes { field: 40.0, list: 250.0, most_list: 0.38, sign: 18.0, width: 940.0 };

/// Sizes of a row of the list of indicators.
pub(crate) const INDICATOR_ROW: ListRowSizes =
    ListRowSizes { height: 24.0, icon: 22.0, glyph: 13.0, gap: 4.0, axis: 6.0, point: 1.6 };

/// Sizes of the composer.
pub(crate) const COMPOSER: ComposerSizes = ComposerSizes {
    left: 268.0,
    right: 286.0,
    words: 142.0,
    least_words: 90.0,
    most_words: 320.0,
    name: 210.0,
    progress: 130.0,
    why: 15.0,
    retry: Vec2::new(110.0, 28.0),
    most_pixels: 2400,
    thumbnail: 44.0,
    target: 0.3,
    least_typed: 9.0,
    most_typed: 40.0,
};
/// Sizes of the import page.
pub(crate) const INTAKE: IntakeSizes = IntakeSizes {
    list: 300.0,
    reading: 520.0,
    sign: 40.0,
    label: 80.0,
    date: 150.0,
    menu: 260.0,
    column: 96.0,
    widest: 220.0,
    row: 18.0,
    name: 190.0,
    variable: 330.0,
    unit: 104.0,
    measure: 232.0,
    form: 110.0,
    field: 320.0,
};
/// Sizes of the grid for manual entry.
pub(crate) const MANUAL_ENTRY: ManualEntrySizes = ManualEntrySizes { name: 200.0, cell: 124.0, row: 26.0 };
pub(crate) const PAGE_SHADOW: egui::Shadow =
    egui::Shadow { offset: [0, 2], blur: 14, spread: 0, color: Color32::from_black_alpha(60) };
/// A page that has not been drawn yet.
pub(crate) const PAPER: Color32 = colour(style::PAPER);
/// A picture without tint.
pub(crate) const UNTINTED: Color32 = Color32::WHITE;

/// Maximum width of a long tooltip.
pub(crate) const TIP_WIDTH: f32 = 260.0;

/// Sizes of dialogs above the window, in points.
#[derive(Clone, Copy, Debug)]
pub struct ModalSizes {
    /// Maximum width of a question.
    pub question: f32,
    /// Width of the contents of a project.
    pub contents: f32,
    /// Width of long text.
    pub wide: f32,
    /// Margin beside it in a small window.
    pub margin: f32,
    /// Maximum height of the scrolling part.
    pub height: f32,
    /// Height of long text.
    pub tall: f32,
    /// Height of everything else: its header, and the space above and below.
    pub around: f32,
    /// Height of the fields above the results.
    pub fields: f32,
    /// Width of the field of a number.
    pub number: f32,
    /// Width of the field of words.
    pub words: f32,
}

/// Sizes of the guide, in points.
#[derive(Clone, Copy, Debug)]
pub struct HelpSizes {
    /// Height of the search field.
    pub field: f32,
    /// Width of the list of sections, and the most of the whole that it takes.
    pub list: f32,
    pub most_list: f32,
    /// Width of the sign of an item.
    pub sign: f32,
    /// Width of the whole.
    pub width: f32,
}

/// Sizes of a row of the list of indicators, in points.
#[derive(Clone, Copy, Debug)]
pub struct ListRowSizes {
    /// Least height of a name.
    pub height: f32,
    /// Size of the icons beside it.
    pub icon: f32,
    /// Font size of the icons.
    pub glyph: f32,
    /// Gap between them.
    pub gap: f32,
    /// Height of the axis of its dates.
    pub axis: f32,
    /// Radius of the point of a date.
    pub point: f32,
}

/// Sizes of the composer, in points.
#[derive(Clone, Copy, Debug)]
pub struct ComposerSizes {
    /// Initial width of the left panel.
    pub left: f32,
    /// Initial width of the right panel.
    pub right: f32,
    /// Initial height of the panel of texts.
    pub words: f32,
    pub least_words: f32,
    pub most_words: f32,
    /// Width of the field for the name of a figure.
    pub name: f32,
    /// Width of the progress bar.
    pub progress: f32,
    /// Type size of the message in place of a page.
    pub why: f32,
    /// Size of the button that redraws the page.
    pub retry: Vec2,
    /// Maximum width of a page on screen, in pixels.
    pub most_pixels: u32,
    /// Side of the square of a thumbnail in the gallery.
    pub thumbnail: f32,
    /// Opacity of what marks a part of the page.
    pub target: f32,
    /// Type size of a title while it is retyped.
    pub least_typed: f32,
    pub most_typed: f32,
}

/// Sizes of the import page, in points.
#[derive(Clone, Copy, Debug)]
pub struct IntakeSizes {
    /// Initial width of the list of files.
    pub list: f32,
    /// Maximum width of a text to read.
    pub reading: f32,
    /// Size of the icon on the empty page.
    pub sign: f32,
    /// Width of the labels of facts.
    pub label: f32,
    /// Width of the field for a date.
    pub date: f32,
    /// Height of a drop-down list.
    pub menu: f32,
    /// Minimum width of a column of the preview.
    pub column: f32,
    pub widest: f32,
    /// Minimum height of its rows.
    pub row: f32,
    /// Width of the field with the name of a variable.
    pub name: f32,
    /// Width of a name that is only read.
    pub variable: f32,
    /// Width of its unit.
    pub unit: f32,
    /// Width of the list of measures.
    pub measure: f32,
    /// Width of the labels in the form of an indicator.
    pub form: f32,
    /// Width of its fields.
    pub field: f32,
}

/// Sizes of the grid for manual entry, in points.
#[derive(Clone, Copy, Debug)]
pub struct ManualEntrySizes {
    /// Width of the names.
    pub name: f32,
    /// Width of a cell.
    pub cell: f32,
    /// Height of a row.
    pub row: f32,
}

/// Sizes of the marks in the key of a ranking, in points.
#[derive(Clone, Copy, Debug)]
pub struct RankingSizes {
    /// Radius of a dot.
    pub dot: f32,
    /// Height of a bar.
    pub bar: f32,
}

/// Sizes of a histogram, in points.
#[derive(Clone, Copy, Debug)]
pub struct HistogramSizes {
    /// Height of the tallest bar.
    pub height: f32,
    /// Height of the row of knobs above.
    pub knobs: f32,
    /// Height of the numbers below.
    pub axis: f32,
    /// Width of a bar.
    pub bar: f32,
    /// Minimum height of a bar.
    pub least: f32,
    /// Radius of a knob, and half the width in which a handle can be grabbed.
    pub knob: f32,
}

/// Sizes of a table, in points.
#[derive(Clone, Copy, Debug)]
pub struct TableSizes {
    /// Height of a row.
    pub row: f32,
    /// Height of the header.
    pub head: f32,
    /// Width of the names.
    pub name: f32,
    /// Minimum width of a column.
    pub column: f32,
    /// Maximum width of a column.
    pub widest: f32,
    /// Padding of a cell.
    pub pad: f32,
    /// The part of a cell that its bar may fill.
    pub bars: f32,
    /// Side of the cross that removes a column.
    pub cross: f32,
    /// Width of the search field above it.
    pub field: f32,
    /// Width of the list that adds a column.
    pub list: f32,
    /// Height of the open list.
    pub list_height: f32,
    /// Width of the open list.
    pub menu: f32,
    /// Width of the panel from which on the buttons above it have their words beside their icons.
    pub words: f32,
    /// Height of the panel from which on the words above the rows have as many lines as they need.
    pub roomy: f32,
}

pub mod text_size {
    pub(crate) const TITLE: f32 = 17.0;
    pub(crate) const HEADING: f32 = 13.5;
    pub(crate) const BODY: f32 = 13.0;
    pub const SMALL: f32 = 11.5;
    /// Labels on the map.
    pub(crate) const MAP_LABEL: f32 = 11.0;
}

/// Widths of lines on the map, in points.
pub mod line_width {
    /// Between Comuni.
    pub(crate) const COMUNE: f32 = 0.7;
    /// Between Ambiti, and between units at the levels above.
    pub(crate) const GROUP: f32 = 1.5;
    /// Around the territory under the pointer.
    pub(crate) const HOVER: f32 = 2.0;
    /// Around selected territories.
    pub(crate) const SELECTED: f32 = 2.4;
    /// The pale line under the outline of selected territories.
    pub(crate) const SELECTED_HALO: f32 = 5.0;
    /// Between the surrounding provinces.
    pub(crate) const BACKDROP: f32 = 1.0;
}

/// The colours of one appearance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    pub ink: Color32,
    pub muted: Color32,
    pub panel: Color32,
    /// Cards and fields within panels.
    pub card: Color32,
    pub line: Color32,
    /// Active or selected items.
    pub accent: Color32,
    /// Background of selected items in a list.
    pub accent_soft: Color32,
    /// Text on active items.
    pub on_accent: Color32,
    /// What is in order.
    pub fine: Color32,
    pub warning: Color32,
    pub error: Color32,
    /// Map: background around the provinces.
    pub background: Color32,
    /// Map: the surrounding provinces.
    pub backdrop: Color32,
    /// Map: their borders.
    pub backdrop_line: Color32,
    /// Map: areas under symbols.
    pub area_plain: Color32,
    /// Map: borders of Comuni, which must be visible on every class.
    pub area_line: Color32,
    /// Map: the same between plain areas. Charts: axes and secondary lines.
    pub axis: Color32,
    /// Map: borders of groups.
    pub group_line: Color32,
    /// Map: outlines of selected territories and of the one under the pointer.
    pub selected: Color32,
    /// Map: the line under them.
    pub selected_halo: Color32,
    /// Map: labels.
    pub label: Color32,
    /// Map: halo of labels.
    pub label_halo: Color32,
    /// Names within circles.
    pub on_symbol: Color32,
    /// Map: symbols.
    pub symbol: Color32,
    /// Map: symbols of negative values.
    pub symbol_negative: Color32,
}

/// The minimum relative luminance of a class on a dark background: 1.7 times as light as the lightest such
/// background, by the contrast of WCAG 2.2.
const LEAST_LUMINANCE: f64 = 0.075;
/// The maximum factor by which a dark colour's own light is strengthened.
const MOST_STRENGTH: f64 = 3.0;

/// A colour converted to egui's type.
pub const fn colour(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

const fn hex(value: u32) -> Color32 {
    colour(Rgb::hex(value))
}

impl Theme {
    /// Light: paper and the colours of printed figures.
    pub const LIGHT: Self = Self {
        ink: colour(style::INK),
        muted: colour(style::MUTED),
        panel: hex(0xfa_faf8),
        card: Color32::WHITE,
        line: hex(0xe2_e1dc),
        accent: hex(0x1f_6fa8),
        accent_soft: hex(0xdd_ebf5),
        on_accent: Color32::WHITE,
        fine: hex(0x2a_7d46),
        warning: hex(0x9a_5b00),
        error: hex(0xb3_261e),
        background: colour(style::BACKGROUND),
        backdrop: colour(style::BACKDROP),
        backdrop_line: colour(style::BACKDROP_LINE),
        area_plain: colour(style::AREA_PLAIN),
        area_line: colour(style::AREA_LINE),
        axis: colour(style::AREA_LINE),
        group_line: colour(style::GROUP_LINE),
        selected: colour(style::SELECTED_LINE),
        selected_halo: colour(style::SELECTED_HALO),
        label: colour(style::INK),
        label_halo: Color32::WHITE,
        on_symbol: Color32::WHITE,
        symbol: colour(style::SYMBOL),
        symbol_negative: colour(style::SYMBOL_NEGATIVE),
    };

    /// Dark: the colours of the map on a dark background, as lightened by [`Theme::class`].
    pub const DARK: Self = Self {
        ink: hex(0xe6_e8ec),
        muted: hex(0xa0_a6b1),
        panel: hex(0x1c_1f26),
        card: hex(0x25_2932),
        line: hex(0x36_3b46),
        accent: hex(0x62_b0e8),
        accent_soft: hex(0x24_3d52),
        on_accent: hex(0x10_1820),
        fine: hex(0x6f_cf8f),
        warning: hex(0xe8_b45a),
        error: hex(0xf2_8b82),
        background: hex(0x15_171c),
        backdrop: hex(0x20_232a),
        backdrop_line: hex(0x36_3a43),
        area_plain: hex(0x3c_414c),
        area_line: hex(0x1a_1d23),
        axis: hex(0x7a_808a),
        group_line: hex(0x10_1216),
        selected: hex(0x0c_0d10),
        selected_halo: Color32::WHITE,
        label: colour(style::INK),
        label_halo: Color32::WHITE,
        on_symbol: Color32::WHITE,
        symbol: hex(0x4d_a3dc),
        symbol_negative: hex(0xe0_8a3c),
    };

    /// Light, with text and borders as strong as can be.
    pub const LIGHT_STRONG: Self = Self {
        ink: Color32::BLACK,
        muted: hex(0x22_2428),
        panel: Color32::WHITE,
        line: hex(0x5a_5f68),
        accent: hex(0x00_3f7d),
        accent_soft: hex(0xc4_dcf5),
        fine: hex(0x0a_5526),
        warning: hex(0x66_3900),
        error: hex(0x8c_0d08),
        area_line: hex(0x4a_4f57),
        axis: hex(0x4a_4f57),
        group_line: Color32::BLACK,
        label: Color32::BLACK,
        ..Self::LIGHT
    };

    /// The same in the dark.
    pub const DARK_STRONG: Self = Self {
        ink: Color32::WHITE,
        muted: hex(0xdc_e0e7),
        panel: hex(0x05_0608),
        card: hex(0x12_141a),
        line: hex(0x9a_a2b0),
        accent: hex(0x9a_d4ff),
        accent_soft: hex(0x12_4468),
        on_accent: Color32::BLACK,
        fine: hex(0x96_efb2),
        warning: hex(0xff_cf7a),
        error: hex(0xff_b0a8),
        background: hex(0x05_0608),
        axis: hex(0xb4_bac6),
        ..Self::DARK
    };

    /// The colour of a class under this colour vision. On a dark background the darkest classes of a palette would be
    /// invisible, so each is lightened, the dark ones most and white not at all; their order from dark to light is
    /// kept.
    pub fn class(&self, vision: Vision, on_paper: Rgb) -> Rgb {
        let seen = vision.sees(on_paper);
        if self.is_dark() { lighter(seen) } else { seen }
    }

    /// A hue meant for paper, made light enough for this background.
    pub(crate) fn hue(&self, on_paper: Rgb) -> Color32 {
        const LIGHTER: f64 = 0.45;
        colour(if self.is_dark() { on_paper.mix(Rgb::WHITE, LIGHTER) } else { on_paper })
    }

    /// Whether its text is light on a dark ground.
    pub(crate) fn is_dark(&self) -> bool {
        self.ink.r() > self.panel.r()
    }

    /// The theme for an appearance, with more contrast or the usual one.
    const fn with(is_dark: bool, is_strong: bool) -> &'static Self {
        match (is_dark, is_strong) {
            (false, false) => &Self::LIGHT,
            (false, true) => &Self::LIGHT_STRONG,
            (true, false) => &Self::DARK,
            (true, true) => &Self::DARK_STRONG,
        }
    }

    /// The current theme, which is known by the colour of its text.
    pub fn of(ui: &egui::Ui) -> &'static Self {
        let visuals = ui.visuals();
        let strong = Self::with(visuals.dark_mode, true);
        let is_strong = visuals.override_text_color == Some(strong.ink);
        if is_strong { strong } else { Self::with(visuals.dark_mode, false) }
    }

    fn visuals(&self) -> Visuals {
        let mut v = if self.is_dark() { Visuals::dark() } else { Visuals::light() };
        let radius = CornerRadius::same(RADIUS);
        v.override_text_color = Some(self.ink);
        v.weak_text_color = Some(self.muted);
        v.panel_fill = self.panel;
        v.window_fill = self.card;
        v.window_stroke = Stroke::new(1.0, self.line);
        v.window_corner_radius = radius;
        v.menu_corner_radius = radius;
        v.extreme_bg_color = self.card;
        v.faint_bg_color = self.card;
        v.hyperlink_color = self.accent;
        v.warn_fg_color = self.warning;
        v.error_fg_color = self.error;
        v.selection.bg_fill = self.accent_soft;
        // Also used for the focus ring.
        v.selection.stroke = Stroke::new(1.5, self.accent);
        let line = Stroke::new(1.0, self.line);
        let text = Stroke::new(1.0, self.ink);
        for (widget, fill, stroke) in [
            (&mut v.widgets.noninteractive, self.panel, line),
            (&mut v.widgets.inactive, self.card, line),
            (&mut v.widgets.hovered, self.accent_soft, Stroke::new(1.0, self.accent)),
            (&mut v.widgets.active, self.accent_soft, Stroke::new(1.5, self.accent)),
            (&mut v.widgets.open, self.accent_soft, Stroke::new(1.0, self.accent)),
        ] {
            widget.bg_fill = fill;
            widget.weak_bg_fill = fill;
            widget.bg_stroke = stroke;
            widget.fg_stroke = text;
            widget.corner_radius = radius;
            widget.expansion = 0.0;
        }
        v
    }
}

/// The colour lightened to at least [`LEAST_LUMINANCE`], keeping its hue.
fn lighter(of: Rgb) -> Rgb {
    let luminance = of.luminance();
    let wanted = LEAST_LUMINANCE + (1.0 - LEAST_LUMINANCE) * luminance;
    // Stronger light keeps a hue pure; what would become glaring is lightened with white instead.
    let strength = if luminance > 0.0 { (wanted / luminance).min(MOST_STRENGTH) } else { 1.0 };
    let white = wanted - strength * luminance;
    let linear = of.linear().map(|channel| strength * channel + white);
    // A channel out of range is brought back towards a grey of the same luminance.
    let most = linear.into_iter().fold(1.0, f64::max);
    let share = if most > 1.0 { (1.0 - wanted) / (most - wanted) } else { 1.0 };
    Rgb::from_linear(linear.map(|channel| wanted + share * (channel - wanted)))
}

/// Installs typeface, spacing and both appearances.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    // Light, like printed figures, where the system has no preference.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for (egui_theme, theme) in [(egui::Theme::Light, Theme::LIGHT), (egui::Theme::Dark, Theme::DARK)] {
        ctx.style_mut_of(egui_theme, |style| {
            style.visuals = theme.visuals();
            style.spacing.item_spacing = Vec2::new(SPACE[1], 6.0);
            style.spacing.button_padding = Vec2::new(SPACE[1], SPACE[0]);
            style.spacing.interact_size.y = 26.0;
            style.spacing.menu_margin = Margin::same(6);
            style.spacing.scroll = egui::style::ScrollStyle::thin();
            style.interaction.tooltip_delay = 0.35;
            for (name, size) in [
                (TextStyle::Heading, text_size::TITLE),
                (TextStyle::Body, text_size::BODY),
                (TextStyle::Button, text_size::BODY),
                (TextStyle::Monospace, text_size::BODY),
                (TextStyle::Small, text_size::SMALL),
            ] {
                style.text_styles.insert(name, egui::FontId::proportional(size));
            }
        });
    }
}

/// Applies contrast and movement to both appearances.
pub(crate) fn adapt(ctx: &egui::Context, is_strong: bool, is_animated: bool) {
    let usual = egui::Style::default();
    for egui_theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.style_mut_of(egui_theme, |style| {
            style.visuals = Theme::with(egui_theme == egui::Theme::Dark, is_strong).visuals();
            style.animation_time = if is_animated { usual.animation_time } else { 0.0 };
            style.scroll_animation =
                if is_animated { usual.scroll_animation } else { egui::style::ScrollAnimation::none() };
        });
    }
    // The size of the interface is a setting of ours, with keys of its own.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
}

/// The square legend of two indicators, in points.
pub mod square {
    /// Room for an arrow beside the square.
    pub(crate) const ARROW_ROOM: f32 = 12.0;
    /// Length of an arrow's head.
    pub(crate) const ARROW_HEAD: f32 = 6.0;
    /// Room for a line of text above or below it.
    pub(crate) const LINE: f32 = 18.0;
    pub(crate) const LEAST: f32 = 72.0;
    pub(crate) const GREATEST: f32 = 150.0;
    /// Room below it for the meaning of the cell under the pointer.
    pub(crate) const HINT: f32 = 32.0;
    /// Side of a cell in the list of palettes.
    pub(crate) const MENU_CELL: f32 = 9.0;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::map::kinds::two::bivariate::BIVARIATES;
    use crate::figure::palette::{PALETTES, PaletteKind};

    fn rgb(colour: Color32) -> Rgb {
        Rgb(colour.r(), colour.g(), colour.b())
    }

    /// WCAG 2.2.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let [a, b] = [a, b].map(|colour| colour.luminance() + 0.05);
        a.max(b) / a.min(b)
    }

    /// The backgrounds of classes: the map, panels and cards, the surrounding provinces.
    fn dark_grounds() -> [Rgb; 4] {
        let Theme { background, backdrop, panel, card, .. } = Theme::DARK;
        [background, backdrop, panel, card].map(rgb)
    }

    /// The colours of every palette for every number of classes, in both directions.
    fn palettes() -> Vec<Vec<Rgb>> {
        let mut all: Vec<Vec<Rgb>> = BIVARIATES.iter().map(|palette| palette.colours(false)).collect();
        for palette in &PALETTES {
            for count in 1..=12 {
                let bounds: Vec<(f64, f64)> = (0..count).map(|i| (f64::from(i), f64::from(i + 1))).collect();
                all.extend([false, true].map(|reversed| palette.colours(&bounds, reversed, None)));
            }
        }
        all
    }

    #[test]
    fn every_class_of_every_palette_shows_on_a_dark_ground() {
        for vision in Vision::ALL {
            for class in palettes().into_iter().flatten() {
                let shown = Theme::DARK.class(vision, class);
                for background in dark_grounds() {
                    let found = contrast(shown, background);
                    assert!(found >= 1.5, "{class} as {shown} on {background}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn borders_show_between_areas_of_one_class_on_a_dark_ground() {
        for vision in Vision::ALL {
            for class in palettes().into_iter().flatten() {
                let shown = Theme::DARK.class(vision, class);
                let found = contrast(shown, rgb(Theme::DARK.area_line));
                assert!(found >= 1.5, "{class} as {shown}: {found:.2}");
            }
        }
        assert!(contrast(rgb(Theme::DARK.area_plain), rgb(Theme::DARK.axis)) >= 1.5);
    }

    #[test]
    fn the_dark_theme_keeps_the_order_from_dark_to_light_and_the_light_one_the_colours() {
        // Half a step of a channel.
        const ROUNDING: f64 = 0.004;
        for colours in palettes() {
            for (a, b) in colours.iter().zip(&colours[1..]) {
                let shown = [a, b].map(|of| Theme::DARK.class(Vision::Typical, *of).luminance());
                let before = a.luminance() - b.luminance();
                assert!(before * (shown[0] - shown[1]) >= -ROUNDING * before.abs(), "{a} and {b}: {shown:?}");
            }
            for colour in colours {
                assert_eq!(Theme::LIGHT.class(Vision::Typical, colour), colour);
            }
        }
        assert_eq!(Theme::DARK.class(Vision::Typical, Rgb::WHITE), Rgb::WHITE);
    }

    #[test]
    fn neighbouring_classes_stay_apart_on_a_dark_ground() {
        for palette in PALETTES.iter().filter(|palette| palette.kind == PaletteKind::Sequential) {
            let bounds: Vec<(f64, f64)> = (0..5).map(|i| (f64::from(i), f64::from(i + 1))).collect();
            let shown = palette.colours(&bounds, false, None).into_iter();
            let shown: Vec<Rgb> = shown.map(|of| Theme::DARK.class(Vision::Typical, of)).collect();
            for pair in shown.windows(2) {
                assert!(contrast(pair[0], pair[1]) >= 1.1, "{}: {} and {}", palette.id, pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn text_of_the_strong_themes_has_the_contrast_of_the_highest_grade() {
        // WCAG 2.2, success criterion 1.4.6: 7 to 1; 1.4.11 for borders: 3 to 1.
        for theme in [Theme::LIGHT_STRONG, Theme::DARK_STRONG] {
            for ground in [theme.panel, theme.card, theme.accent_soft] {
                for text in [theme.ink, theme.muted] {
                    assert!(contrast(rgb(text), rgb(ground)) >= 7.0, "{text:?} on {ground:?}");
                }
            }
            for ground in [theme.panel, theme.card] {
                for text in [theme.accent, theme.fine, theme.warning, theme.error] {
                    assert!(contrast(rgb(text), rgb(ground)) >= 7.0, "{text:?} on {ground:?}");
                }
                assert!(contrast(rgb(theme.line), rgb(ground)) >= 3.0, "{ground:?}");
            }
        }
    }

    #[test]
    fn lines_and_dots_show_on_a_dark_ground() {
        let hues = style::SERIES.into_iter().chain(style::BENCHMARKS).chain([style::DOT, style::DOT_OTHER]);
        for hue in hues {
            for background in [Theme::DARK.panel, Theme::DARK.card].map(rgb) {
                let found = contrast(rgb(Theme::DARK.hue(hue)), background);
                assert!(found >= 3.0, "{hue} on {background}: {found:.2}");
            }
        }
    }
}
