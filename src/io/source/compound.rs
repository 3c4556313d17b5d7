//! The workbook stream of the compound file that an XLS is ([MS-CFB]), as the reader crate will find it: read here
//! first to see how much the crate would allocate, and that no chain of sectors is circular.

/// Sector numbers from here up end a chain or are not sectors.
const RESERVED: u32 = 0xffff_fffa;
/// The end of a chain.
const END: u32 = 0xffff_fffe;
/// Shorter streams are stored in small sectors.
const SMALL: usize = 4096;
/// The size of a small sector.
const SMALL_SECTOR: usize = 64;

/// The stream `Workbook`, or `Book` in older versions; `None` if the file contradicts itself.
pub fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = match short(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let file = Sectors { bytes: bytes.get(size..)?, size };
    let table = table(bytes, &file)?;
    let directory = file.chain(long(bytes, 48)?, &table, usize::MAX)?;
    let entries: Vec<&[u8]> = directory.chunks_exact(128).collect();
    let named = |wanted: &str| {
        entries.iter().find(|entry| {
            let units = entry[..64].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            let name: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
            String::from_utf16_lossy(&name).eq_ignore_ascii_case(wanted)
        })
    };
    let entry = named("Workbook").or_else(|| named("Book"))?;
    let (start, length) = place(entry, size)?;
    if length >= SMALL {
        return file.chain(start, &table, length);
    }
    let (first, all) = place(entries.first()?, size)?;
    let within = file.chain(first, &table, all)?;
    let small = file.chain(long(bytes, 60)?, &table, long(bytes, 64)? as usize * size)?;
    let small: Vec<u32> = longs(&small).collect();
    Sectors { bytes: &within, size: SMALL_SECTOR }.chain(start, &small, length)
}

/// The successor of each sector.
fn table(bytes: &[u8], file: &Sectors) -> Option<Vec<u32>> {
    let mut places: Vec<u32> = longs(bytes.get(76..512)?).collect();
    let mut next = long(bytes, 68)?;
    let mut left = file.count() + 1;
    while next < RESERVED {
        left = left.checked_sub(1)?;
        places.extend(longs(file.get(next)?));
        next = places.pop()?;
    }
    let mut table = Vec::new();
    for place in places.into_iter().filter(|place| *place < RESERVED) {
        table.extend(longs(file.get(place)?));
        // One entry per sector, plus the rest of the last table sector.
        if table.len() > file.count() + file.size {
            return None;
        }
    }
    Some(table)
}

/// The first sector of a stream and its length.
fn place(entry: &[u8], sector: usize) -> Option<(u32, usize)> {
    let length = long(entry, 120)? as usize;
    let is_beyond = sector == 4096 && long(entry, 124)? != 0;
    (!is_beyond).then_some((long(entry, 116)?, length))
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl Sectors<'_> {
    fn count(&self) -> usize {
        self.bytes.len().div_ceil(self.size)
    }

    /// A sector; the last one may be truncated.
    fn get(&self, i: u32) -> Option<&[u8]> {
        let from = (i as usize).checked_mul(self.size)?;
        let rest = self.bytes.get(from..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(self.size)])
    }

    /// The sectors from one on, truncated to a length; `None` if there are more than the file has.
    fn chain(&self, mut next: u32, table: &[u32], length: usize) -> Option<Vec<u8>> {
        let mut chain = Vec::new();
        let mut left = self.count();
        while next != END && chain.len() < length {
            left = left.checked_sub(1)?;
            let sector = self.get(next)?;
            chain.extend_from_slice(&sector[..sector.len().min(length - chain.len())]);
            next = *table.get(next as usize)?;
        }
        Some(chain)
    }
}

fn longs(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// The two bytes at a position as a number.
pub fn short(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..)?.first_chunk().map(|pair| usize::from(u16::from_le_bytes(*pair)))
}

/// The four bytes at a position as a number.
pub fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}
