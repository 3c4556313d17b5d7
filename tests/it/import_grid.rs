//! Manual entry: figures typed and pasted.

use atlante::base::{Code, Level};
use atlante::data::Absence;
use atlante::i18n::Lang;
use atlante::io::grid::{Grid, Period, Periodicity, Stored};
use atlante::io::import::matcher;
use atlante::io::recipe::Measure;

use crate::common::atlas;

fn half(number: u8) -> Period {
    Period::new(Periodicity::Half, 2024, number).expect("a half-year")
}

fn position(code: &str) -> usize {
    atlas().territories.position(Level::Comuni, &Code::from(code)).expect("a Comune")
}

#[test]
fn what_is_typed_becomes_a_dataset_and_bad_cells_are_named() {
    let mut grid = Grid::new(Level::Comuni, half(1));
    (grid.name, grid.source) = ("Utenti SAD".into(), "Ufficio di Piano".into());
    assert!(grid.add_period());
    let (milano, lodi) = (position("015146"), position("098031"));
    grid.set(milano, 0, "1.234,5");
    grid.set(milano, 1, "tanti");
    grid.set(lodi, 0, " n.d. ");
    grid.set(lodi, 1, "7");
    grid.set(lodi, 1, "  ");
    let read = grid.read(&atlas().territories).expect("a grid");
    let dataset = read.dataset.expect("Comuni");
    assert_eq!(
        (dataset.meta.id.as_str(), dataset.dates().count()),
        ("utenti_sad", 1),
        "an empty half is not there"
    );
    let slice = dataset.at(half(1).date().expect("a date")).expect("the first half");
    let column = slice.column("utenti_sad").expect("the variable").f64().expect("numbers");
    assert_eq!((column.get(milano), column.get(lodi)), (Some(1234.5), None));
    assert_eq!(slice.absence("utenti_sad", lodi), Absence::Missing);
    assert_eq!((read.faults.len(), read.faults[0].row, read.faults[0].column), (1, milano, 1));
    assert_eq!(read.faults[0].text(Lang::It), "Milano, 2° semestre 2024: «tanti» non è un numero.");
    let text = serde_json::to_string(&grid.stored(&atlas().territories)).expect("JSON");
    assert!(text.contains(r#""098031":{"0":"n.d."}"#), "rows are kept by code: {text}");
    let again = serde_json::from_str::<Stored>(&text).expect("what was written").grid(&atlas().territories);
    assert_eq!(again.expect("the same territory"), grid);
    assert!(Grid::default().read(&atlas().territories).expect("nothing").dataset.is_none());
}

/// An ambiguous number is queried, except for counts and where another cell settles it.
#[test]
fn a_cell_that_may_be_two_numbers_is_no_guess() {
    let territories = &atlas().territories;
    let milano = position("015146");
    let read = |measure: Measure, cells: &[&str]| {
        let mut grid = Grid::new(Level::Comuni, half(1));
        (grid.name, grid.measure) = ("spesa".into(), measure);
        cells.iter().enumerate().for_each(|(i, cell)| grid.set(milano + i, 0, cell));
        let read = grid.read(territories).expect("a grid");
        let values = read.dataset.map(|dataset| {
            let slice = dataset.at(half(1).date().expect("a date")).expect("the half");
            let column = slice.column("spesa").expect("the variable").f64().expect("numbers");
            (0..cells.len()).map(|i| column.get(milano + i)).collect::<Vec<_>>()
        });
        (values, read.faults.iter().map(|fault| fault.text(Lang::It)).collect::<Vec<_>>())
    };
    let (values, faults) = read(Measure::Amount, &["1.234", "50"]);
    assert_eq!(values, Some(vec![None, Some(50.0)]));
    let text = "Milano, 1° semestre 2024: «1.234» si può leggere in due modi: scrivi 1234 oppure 1,2340.";
    assert_eq!(faults, [text]);
    assert_eq!(read(Measure::Amount, &["1.234", "50,5"]).0, Some(vec![Some(1234.0), Some(50.5)]));
    assert_eq!(read(Measure::Amount, &["1.234", "50.5"]).0, Some(vec![Some(1.234), Some(50.5)]));
    assert_eq!(read(Measure::Persons, &["1.234", "50"]).0, Some(vec![Some(1234.0), Some(50.0)]));
    // Cells that contradict each other are each read on their own.
    let (values, faults) = read(Measure::Amount, &["1.234,5", "1,234.5", "2,345", "1.2.3"]);
    assert_eq!((values, faults.len()), (Some(vec![Some(1234.5), Some(1234.5), None, None]), 2));
}

#[test]
fn a_block_from_a_spreadsheet_finds_its_rows() {
    let territories = &atlas().territories;
    let matcher = matcher(territories);
    let mut grid = Grid::new(Level::Comuni, half(1));
    let block = "Comune\tI sem\tII sem\r\nS. DONATO MILANESE\t1,5\t2\r\nLodi\t3\t4\r\nAltrove\t5\t6\r\n";
    let pasted = grid.paste((0, 0), block, territories, &matcher);
    assert_eq!((pasted.placed, pasted.unmatched), (4, vec!["Altrove".to_owned()]));
    assert_eq!((grid.cell(position("015192"), 0), grid.cell(position("098031"), 1)), ("1,5", "4"));
    assert_eq!(grid.periods().last(), Some(&half(2)));
    // A block without labels goes where it is pasted, but not beyond the grid.
    let last = territories.comuni().len() - 1;
    let pasted = grid.paste((last, 1), "8\t9\n10\t11\n", territories, &matcher);
    assert_eq!((pasted.placed, pasted.beyond), (2, 2));
    assert_eq!((grid.cell(last, 1), grid.cell(last, 2), grid.periods().len()), ("8", "9", 3));
    assert_eq!(grid.paste((0, 0), "", territories, &matcher), Default::default());
}

#[test]
fn a_grid_by_ambito_gives_values_of_that_level() {
    let territories = &atlas().territories;
    let year = Period::new(Periodicity::Year, 2024, 1).expect("a year");
    let mut grid = Grid::new(Level::Ambiti, year);
    grid.name = "Reclami".into();
    grid.paste((0, 0), "Ambito di Corsico\t12\nRho\t*\n", territories, &matcher(territories));
    let read = grid.read(territories).expect("a grid");
    let dataset = read.dataset.expect("Ambiti");
    assert!(dataset.meta.level == Level::Ambiti && read.faults.is_empty());
    let (_, slice) = dataset.slices().next().expect("a date");
    let values = slice.values("reclami").expect("the variable");
    let of = |code: &str| values[territories.position(Level::Ambiti, &code.into()).expect("an Ambito")];
    assert_eq!((of("50089"), of("50095")), (Ok(12.0), Err(Absence::Suppressed)));
}
