//! Sizes of the player of dates and of two maps side by side, beside those of the design language.

/// Sizes and pace of the player of dates.
pub(crate) struct PlayerSizes {
    /// How long each date is shown, in seconds.
    pub seconds: f64,
    pub height: f32,
    pub least: f32,
    /// Room left at both ends of the bar.
    pub inset: f32,
    /// Height of the track below the top of the bar.
    pub track: f32,
    pub tick: f32,
    pub dot: f32,
    /// How far before its date a break is drawn.
    pub before: f32,
}

pub(crate) const PLAYER: PlayerSizes = PlayerSizes {
    seconds: 1.2,
    height: 34.0,
    least: 120.0,
    inset: 12.0,
    track: 9.0,
    tick: 4.0,
    dot: 5.5,
    before: 4.0,
};

/// Sizes of two maps that stand beside each other.
pub(crate) struct TwoMapsSizes {
    pub gap: f32,
    /// How far beside the edge it can be taken hold of.
    pub grip: f32,
    pub knob: f32,
    /// How far one key moves the edge, as a part of the room.
    pub step: f32,
    /// Widths of the fields for what the second map shows, for its date and for its indicator.
    pub field: f32,
    pub date: f32,
    pub indicator: f32,
    /// Width of the buttons on the map.
    pub tools: f32,
    /// The least width of a caption.
    pub least: f32,
    pub swatch: f32,
}

pub(crate) const TWO_MAPS: TwoMapsSizes = TwoMapsSizes {
    gap: 6.0,
    grip: 12.0,
    knob: 7.0,
    step: 0.05,
    field: 150.0,
    date: 110.0,
    indicator: 220.0,
    tools: 110.0,
    least: 80.0,
    swatch: 18.0,
};
