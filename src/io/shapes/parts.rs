//! The files of a shapefile, and what can be wrong with them.

/// Faults in boundaries that can still be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The file ends before its last record.
    CutShort,
    /// The length in the header or the index is not that of the file.
    WrongLength,
    /// A record with contradictory counts: left out.
    Unreadable,
    /// A coordinate that is not finite or larger than the Earth: left out.
    NotFinite,
    /// A point or a line where a polygon should be: left out.
    NotAPolygon,
    /// No coordinates, or a polygon without area.
    NoArea,
    /// A ring that does not end where it begins: closed.
    Unclosed,
    /// A ring with the wrong orientation: taken as an exterior.
    Reversed,
    /// A shape without attributes, because its row is missing or deleted.
    NoAttributes,
    /// A cell that should be a number but is not: missing.
    BadNumber,
    /// An attribute without a readable name: given one.
    FieldName,
    /// The encoding is not declared, or by an unknown name: guessed.
    Encoding,
    /// Control characters in text.
    Controls,
    /// Changes that another program keeps in a second file until it closes this one.
    Unsaved,
}

/// The files that make up a shapefile.
#[derive(Debug, Default)]
pub struct Parts {
    pub shp: Vec<u8>,
    /// Index, used only for comparison.
    pub shx: Option<Vec<u8>>,
    pub dbf: Option<Vec<u8>>,
    pub prj: Option<Vec<u8>>,
    /// Encoding of the attributes.
    pub cpg: Option<Vec<u8>>,
}

/// Faults, collected by kind.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<(Fault, Vec<u32>)>);

impl Faults {
    /// Records a fault, with its feature if it is in one.
    pub fn add(&mut self, fault: Fault, feature: Option<usize>) {
        let at = self.0.iter().position(|(known, _)| *known == fault).unwrap_or_else(|| {
            self.0.push((fault, Vec::new()));
            self.0.len() - 1
        });
        self.0[at].1.extend(feature.map(|i| i as u32 + 1));
    }
}
