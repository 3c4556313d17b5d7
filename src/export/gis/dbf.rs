//! The attributes of a layer as a .dbf (dBASE III). Written here because the crate for it stamps the day of writing, and
//! rounds numbers to a fixed count of decimals: here the number that is read back is the number that was written.

use crate::scene::{Cell, MapLayer};

/// The longest text of the format, in bytes.
const LONGEST: usize = 254;

/// The table. A text that is too long ends early; in full it is in the file of metadata.
pub(super) fn dbf(layer: &MapLayer) -> Vec<u8> {
    let texts: Vec<Vec<String>> =
        layer.features.iter().map(|feature| feature.cells.iter().map(text_of).collect()).collect();
    let fields: Vec<Column> = layer
        .fields
        .iter()
        .enumerate()
        .map(|(at, field)| {
            let cells = || texts.iter().map(move |row| row[at].as_str());
            let decimals = |cell: &str| cell.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            Column {
                name: field.name.as_bytes(),
                kind: if field.is_number { b'N' } else { b'C' },
                width: cells().map(str::len).max().unwrap_or(0).clamp(1, LONGEST) as u8,
                decimals: if field.is_number { cells().map(decimals).max().unwrap_or(0).min(30) } else { 0 },
            }
        })
        .collect();
    let header = 32 + 32 * fields.len() + 1;
    let record = 1 + fields.iter().map(|field| usize::from(field.width)).sum::<usize>();
    let mut out = vec![0; 32];
    out[0] = 3;
    // The day of the values, so that the same map gives the same bytes on any day.
    let mut day = layer.date.split('-').map(|part| part.parse::<u16>().unwrap_or(0));
    let mut next = || day.next().unwrap_or(0);
    out[1..4].copy_from_slice(&[next().saturating_sub(1900) as u8, next() as u8, next() as u8]);
    out[4..8].copy_from_slice(&(texts.len() as u32).to_le_bytes());
    out[8..10].copy_from_slice(&(header as u16).to_le_bytes());
    out[10..12].copy_from_slice(&(record as u16).to_le_bytes());
    for field in &fields {
        let mut descriptor = [0; 32];
        let name = &field.name[..field.name.len().min(10)];
        descriptor[..name.len()].copy_from_slice(name);
        (descriptor[11], descriptor[16], descriptor[17]) = (field.kind, field.width, field.decimals as u8);
        out.extend(descriptor);
    }
    out.push(0x0d);
    for row in &texts {
        out.push(b' ');
        for (field, text) in fields.iter().zip(row) {
            let width = usize::from(field.width);
            let text = &text[..text.floor_char_boundary(width)];
            let blank = vec![b' '; width - text.len()];
            // Numbers are at the right, texts at the left.
            let [first, second] = if field.kind == b'N' {
                [&blank[..], text.as_bytes()]
            } else {
                [text.as_bytes(), &blank[..]]
            };
            out.extend([first, second].concat());
        }
    }
    out.push(0x1a);
    out
}

struct Column<'a> {
    name: &'a [u8],
    kind: u8,
    width: u8,
    decimals: usize,
}

/// A cell as text, the shortest that is read back as the same number.
fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number { value, .. } => {
            let text = value.to_string();
            if text.len() > 30 { format!("{value:e}") } else { text }
        }
    }
}
