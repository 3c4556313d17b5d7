//! The .dbf of a shapefile (dBASE III): every cell as text, with every row in its place.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::io::source::{Limit, Problem, SourceError};

use super::parts::{Fault, Faults};

/// A table of attributes.
pub(crate) struct Dbf {
    /// Names of the columns.
    pub names: Vec<String>,
    /// Rows; `None` for a deleted one.
    pub rows: Vec<Option<Vec<String>>>,
}

struct Field {
    from: usize,
    to: usize,
    is_number: bool,
}

/// More columns than the format allows.
const MAX_FIELDS: usize = 2_000;

/// Reads a table. The number of records in the header is compared with the actual one, never trusted.
///
/// # Errors
/// Empty, or a header that contradicts itself.
pub fn read(file: &str, bytes: &[u8], cpg: Option<&[u8]>, faults: &mut Faults) -> Result<Dbf, SourceError> {
    let error = |problem| Err(SourceError::new(file, problem));
    if bytes.is_empty() {
        return error(Problem::DamagedPart(".dbf".to_owned()));
    }
    let damaged = || error(Problem::DamagedPart(".dbf".to_owned()));
    let Some(head) = bytes.first_chunk::<32>() else { return damaged() };
    let declared = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
    let header = usize::from(u16::from_le_bytes([head[8], head[9]]));
    let record = usize::from(u16::from_le_bytes([head[10], head[11]]));
    if header < 33 || header > bytes.len() || record < 2 {
        return damaged();
    }
    let (names, fields) = fields(&bytes[32..header], faults);
    if fields.is_empty() || fields.last().is_some_and(|field| field.to > record) {
        return damaged();
    }
    if fields.len() > MAX_FIELDS {
        return error(Problem::TooLarge(Limit::Columns));
    }
    let body = &bytes[header..];
    // A byte 0x1A may follow the last record.
    if body.len() / record != declared {
        faults.add(Fault::WrongLength, None);
    }
    let encoding = encoding(body, cpg, faults);
    let mut rows = Vec::with_capacity(declared.min(body.len() / record));
    for (i, row) in body.chunks_exact(record).take(declared).enumerate() {
        if row[0] == b'*' {
            rows.push(None);
            continue;
        }
        let cell = |field: &Field| {
            let (text, _) = encoding.decode_without_bom_handling(&row[field.from..field.to]);
            let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0').to_owned();
            let sound = !field.is_number || text.is_empty() || text.parse::<f64>().is_ok_and(f64::is_finite);
            if sound {
                return text;
            }
            faults.add(Fault::BadNumber, Some(i));
            String::new()
        };
        rows.push(Some(fields.iter().map(cell).collect()));
    }
    Ok(Dbf { names, rows })
}

fn fields(descriptors: &[u8], faults: &mut Faults) -> (Vec<String>, Vec<Field>) {
    let (mut names, mut fields, mut from) = (Vec::new(), Vec::new(), 1);
    let mut ended = false;
    for (i, one) in descriptors.chunks(32).enumerate() {
        if one[0] == 0x0d || one.len() < 32 {
            ended = one[0] == 0x0d;
            break;
        }
        let name = one[..11].split(|b| *b == 0).next().unwrap_or_default();
        let readable = !name.is_empty() && name.iter().all(|b| b.is_ascii_graphic() || *b == b' ');
        names.push(if readable {
            String::from_utf8_lossy(name).trim().to_owned()
        } else {
            faults.add(Fault::FieldName, None);
            format!("campo_{}", i + 1)
        });
        let to = from + usize::from(one[16]);
        fields.push(Field { from, to, is_number: matches!(one[11], b'N' | b'F') });
        from = to;
    }
    if !ended {
        faults.add(Fault::WrongLength, None);
    }
    (names, fields)
}

/// The encoding named in the .cpg, or a guess.
fn encoding(body: &[u8], cpg: Option<&[u8]>, faults: &mut Faults) -> &'static Encoding {
    if let Some(label) = cpg {
        let label = String::from_utf8_lossy(label);
        let label = label.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // ArcGIS writes "1252", "ANSI 1252" and "88591" for encodings with other standard names.
        let known = match label.trim_start_matches("ansi").trim() {
            "1252" | "88591" | "8859-1" => Some(WINDOWS_1252),
            "65001" | "utf8" => Some(UTF_8),
            other => Encoding::for_label(other.as_bytes()),
        };
        // Numbers and headers of the format are single bytes, so it cannot be in UTF-16; and text that is not in the declared
        // encoding would lose its accented letters.
        let is_possible = |known: &&'static Encoding| {
            *known != UTF_16LE && *known != UTF_16BE && (*known != UTF_8 || std::str::from_utf8(body).is_ok())
        };
        if let Some(known) = known.filter(is_possible) {
            return known;
        }
        faults.add(Fault::Encoding, None);
    }
    if std::str::from_utf8(body).is_ok() {
        return UTF_8;
    }
    if cpg.is_none() {
        faults.add(Fault::Encoding, None);
    }
    WINDOWS_1252
}
