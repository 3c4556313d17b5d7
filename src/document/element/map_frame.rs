//! The part of the territory that a map shows: the same choice for the screen, the composer, files and the command line.

use serde::{Deserialize, Deserializer, Serialize};

use crate::base::Code;
use crate::document::bounds::OutOfBounds;

/// The part of the territory that a map shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapFrame {
    /// The whole territory.
    All,
    /// The selected territories, whole; without any, the whole territory.
    #[default]
    Selected,
    /// A territory, whole: an Ambito close up.
    Unit(Code),
    /// As it was seen.
    Part(Degrees),
    /// The same as earlier versions saved it: west, south, east, north in metres.
    Metres([f64; 4]),
}

/// A rectangle between two corners, in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Degrees {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl MapFrame {
    /// Whether it is the one of a map for which none was chosen.
    pub(crate) fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Checks the sides of a part.
    ///
    /// # Errors
    /// They are in the wrong order, or no degrees.
    pub(crate) fn check(&self) -> Result<(), OutOfBounds> {
        let sides @ [west, south, east, north] = match self {
            Self::All | Self::Selected | Self::Unit(_) => return Ok(()),
            Self::Part(Degrees { west, south, east, north }) => [*west, *south, *east, *north],
            Self::Metres(sides) => *sides,
        };
        let is_on_earth = west >= -180.0 && east <= 180.0 && south >= -90.0 && north <= 90.0;
        let is_placed = matches!(self, Self::Metres(_)) || is_on_earth;
        let is_sound = sides.iter().all(|side| side.is_finite()) && west < east && south < north;
        if is_sound && is_placed { Ok(()) } else { Err(OutOfBounds::Frame(sides)) }
    }
}

/// A frame as saved; earlier versions had only parts, in metres, under the name of `extent`.
pub(super) fn saved<'de, D: Deserializer<'de>>(from: D) -> Result<MapFrame, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Saved {
        Frame(MapFrame),
        Metres([f64; 4]),
        None,
    }
    Ok(match Saved::deserialize(from)? {
        Saved::Frame(frame) => frame,
        Saved::Metres(sides) => MapFrame::Metres(sides),
        Saved::None => MapFrame::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_extent_is_read() {
        let sides = [480_000.0, 5_010_000.0, 545_000.0, 5_060_000.0];
        let old: MapFrame = saved(&serde_json::json!(sides)).expect("read");
        assert_eq!(old, MapFrame::Metres(sides));
        assert_eq!(saved(&serde_json::Value::Null).expect("read"), MapFrame::Selected);
        for frame in [MapFrame::All, MapFrame::Selected, MapFrame::Unit("015146".into()), old] {
            let json = serde_json::to_value(&frame).expect("written");
            assert_eq!(saved(&json).expect("read"), frame);
            assert_eq!(frame.check(), Ok(()));
        }
    }

    #[test]
    fn sides_in_the_wrong_order_are_refused() {
        for [west, south, east, north] in [
            [9.3, 45.4, 9.1, 45.6],
            [9.1, 45.6, 9.3, 45.4],
            [f64::NAN, 45.4, 9.3, 45.6],
            [480_000.0, 5_010_000.0, 545_000.0, 5_060_000.0],
            [9.1, 45.4, 9.1, 45.6],
        ] {
            let part = MapFrame::Part(Degrees { west, south, east, north });
            assert!(part.check().is_err(), "{west} {south} {east} {north}");
        }
    }
}
