//! The sizes declared in the pages of a Parquet file, checked before the reader crate sees them: it allocates as many
//! values as a page declares, and a false number there would abort the whole program, not only the reading.

use polars_parquet_format::thrift::protocol::TCompactInputProtocol;
use polars_parquet_format::{ColumnMetaData, FileMetaData, PageHeader};

use super::limits::{MAX_BYTES, MAX_CELLS};

/// Whether no page declares more than the limits allow. `bytes` is a file whose footer lies within it.
pub(crate) fn are_honest(bytes: &[u8]) -> bool {
    let Some((body, tail)) = bytes.split_last_chunk::<8>() else { return false };
    let length = u32::from_le_bytes([tail[0], tail[1], tail[2], tail[3]]) as usize;
    let Some(mut footer) = body.len().checked_sub(length).and_then(|start| body.get(start..)) else {
        return false;
    };
    let mut protocol = TCompactInputProtocol::new(&mut footer, MAX_BYTES);
    let Ok(file) = FileMetaData::read_from_in_protocol(&mut protocol) else { return false };
    let chunks = file.row_groups.iter().flat_map(|group| &group.columns);
    chunks.into_iter().all(|chunk| chunk.meta_data.as_ref().is_some_and(|column| hold(bytes, column)))
}

/// Whether this holds for the pages of a column.
fn hold(bytes: &[u8], column: &ColumnMetaData) -> bool {
    let start = usize::try_from(column.dictionary_page_offset.unwrap_or(column.data_page_offset));
    let length = usize::try_from(column.total_compressed_size);
    let (Ok(start), Ok(length)) = (start, length) else { return false };
    let Some(mut rest) = start.checked_add(length).and_then(|end| bytes.get(start..end)) else {
        return false;
    };
    let mut left = column.num_values;
    while left > 0 && !rest.is_empty() {
        let mut protocol = TCompactInputProtocol::new(&mut rest, MAX_BYTES);
        let Ok(page) = PageHeader::read_from_in_protocol(&mut protocol) else { return false };
        let Some(packed) = packed(&page) else { return false };
        left -= i64::from(data_values(&page).unwrap_or(0));
        let Some(after) = rest.get(packed..) else { return false };
        rest = after;
    }
    left >= 0
}

/// The number of values of a data page; `None` for a dictionary.
fn data_values(page: &PageHeader) -> Option<i32> {
    let first = page.data_page_header.as_ref().map(|header| header.num_values);
    first.or(page.data_page_header_v2.as_ref().map(|header| header.num_values))
}

/// The size of a page in the file; `None` if it declares more than would ever be read.
fn packed(page: &PageHeader) -> Option<usize> {
    let dictionary = page.dictionary_page_header.as_ref().map(|header| header.num_values);
    let values = usize::try_from(data_values(page).or(dictionary).unwrap_or(0)).ok()?;
    let unpacked = usize::try_from(page.uncompressed_page_size).ok()?;
    (values <= MAX_CELLS && unpacked <= MAX_BYTES).then_some(usize::try_from(page.compressed_page_size).ok()?)
}

#[cfg(test)]
mod tests {
    use polars_parquet_format::{DictionaryPageHeader, Encoding, PageType};

    use super::*;

    #[test]
    fn a_page_that_promises_too_much_is_refused() {
        let page = |values, unpacked, size| {
            let header = DictionaryPageHeader::new(values, Encoding::PLAIN, None);
            PageHeader::new(PageType::DICTIONARY_PAGE, unpacked, size, None, None, None, header, None)
        };
        assert_eq!(packed(&page(3, 40, 25)), Some(25));
        for (values, unpacked, size) in
            [(-1, 40, 25), (i32::MAX, 40, 25), (3, -1, 25), (3, i32::MAX, 25), (3, 40, -25)]
        {
            assert_eq!(packed(&page(values, unpacked, size)), None, "{values} {unpacked} {size}");
        }
    }
}
