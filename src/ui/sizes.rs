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
