//! The territories of the program.

use polars::prelude::{Column, StringChunked};

use crate::base::Code;
use crate::data::{Comune, Territories};

use super::observations::read_csv;

/// The 193 Comuni with their Ambiti, ASST, ATS and provinces.
pub(super) fn program_territories() -> Territories {
    let table = read_csv(include_bytes!("../../maps/territori.csv")).expect("an embedded table, tested");
    let column = |name: &str| table.column(name).and_then(Column::str).expect("an embedded table, tested");
    let [code, name] = ["code", "name"].map(column);
    let pairs = [
        ["ambito_code", "ambito"],
        ["asst_code", "asst"],
        ["ats_code", "ats"],
        ["province_code", "province"],
    ]
    .map(|pair| pair.map(column));
    let text = |column: &StringChunked, i: usize| column.get(i).unwrap_or_default().to_owned();
    let comune = |i: usize| {
        let pair = |[code, name]: [&StringChunked; 2]| (Code::from(text(code, i)), text(name, i));
        let [ambito, asst, ats, province] = pairs.map(pair);
        Comune {
            code: Code::from(text(code, i)),
            name: text(name, i),
            ambito,
            asst: Some(asst).filter(|(code, _)| !code.as_str().is_empty()),
            ats,
            province,
        }
    };
    Territories::new((0..table.height()).map(comune).collect()).expect("embedded territories, tested")
}
