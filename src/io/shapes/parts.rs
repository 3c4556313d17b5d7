//! The files of a shapefile, and what can be wrong with them.

/// What can be wrong with boundaries that can be read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The file ends before its last record does.
    CutShort,
    /// The header or the index says another length than the file has.
    WrongLength,
    /// A record whose counts contradict it: left out.
    Unreadable,
    /// A coordinate that is infinite, no number or farther than the Earth is large: left out.
    NotFinite,
    /// A point or a line where a polygon should be: left out.
    NotAPolygon,
    /// No coordinates, or a polygon without area.
    NoArea,
    /// A ring that does not end where it begins: closed.
    Unclosed,
    /// A ring that turns the wrong way round: taken for an outline.
    Reversed,
    /// A shape without attributes, its row missing or deleted.
    NoAttributes,
    /// A cell that should be a number and is not: missing.
    BadNumber,
    /// An attribute without a readable name: given one.
    FieldName,
    /// The encoding is not declared, or by a name nobody knows: guessed.
    Encoding,
    /// Control characters in text.
    Controls,
}

/// The files that make up a shapefile.
#[derive(Debug, Default)]
pub struct Parts {
    pub shp: Vec<u8>,
    /// Index, looked at only to compare.
    pub shx: Option<Vec<u8>>,
    pub dbf: Option<Vec<u8>>,
    pub prj: Option<Vec<u8>>,
    /// Encoding of the attributes.
    pub cpg: Option<Vec<u8>>,
}

/// Gathers faults by kind.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<(Fault, Vec<u32>)>);

impl Faults {
    /// Takes one down, in a feature where it is in one.
    pub fn add(&mut self, fault: Fault, feature: Option<usize>) {
        let at = self.0.iter().position(|(known, _)| *known == fault).unwrap_or_else(|| {
            self.0.push((fault, Vec::new()));
            self.0.len() - 1
        });
        self.0[at].1.extend(feature.map(|i| i as u32 + 1));
    }
}
