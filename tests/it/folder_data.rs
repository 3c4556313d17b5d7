//! Data of a folder that stand in for those of the program.

use crate::cli::Cli;
use crate::common::Folder;

#[test]
fn a_table_that_replaces_our_numbers_is_named_in_the_figure() {
    let list = "[[dataset]]\nid = \"mia\"\nfile = \"mia.csv\"\nkind = \"observations\"\ndated = true\nlicence = \"CC0\"\n\
        retrieved_from = \"x\"\ntitle = { it = \"Mia\", en = \"Mine\" }\nsource = { it = \"Anagrafe\", en = \"Registry\" }\n";
    let folder = Folder::new()
        .with("datasets.toml", list)
        .with("mia.csv", "code,date,residenti\n015146,2023-01-01,10\n015093,2023-01-01,5\n");
    let map = folder.file("m.svg");
    let data = folder.path().to_str().expect("a plain name");
    Cli::new(&["--data", data, "figure", "map", "--indicator", "densita", "--year", "2023", "-o", &map]).ok();
    let drawn = std::fs::read_to_string(&map).expect("the map");
    assert!(drawn.contains("mia.csv") && drawn.contains("Anagrafe"), "{}", drawn.len());
}
