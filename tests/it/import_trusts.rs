//! Values that a file gives by ASST or by ATS: recognised by name or code, drawn at that level, summed upward only where the
//! parts are the whole. The expected numbers are those of the tables, added by hand.

use atlante::base::Level;
use atlante::data::Absence;
use atlante::io::import::{Answers, Checked, CheckedContent, CheckedTable, Importer};

use crate::common::{atlas, imported, january, value_of};

fn checked(file: &str, text: &str) -> Checked {
    let importer = Importer::new(&atlas().territories);
    let checked = importer.check_bytes_with(file, text.into(), &Answers::default());
    checked.unwrap_or_else(|e| panic!("{e}")).remove(0)
}

fn table(checked: &Checked) -> &CheckedTable {
    let CheckedContent::Table(table) = &checked.content else { panic!("boundaries") };
    table
}

#[test]
fn a_table_by_asst_is_of_that_level_by_name_and_by_code() {
    let by_name = "ASST;Data;Accessi al pronto soccorso\nASST Ovest Milanese;1/1/2023;10\nRhodense;1/1/2023;20\n\
        ASST NORD MILANO;1/1/2023;30\nAzienda Socio Sanitaria Territoriale Melegnano e Martesana;1/1/2023;40\n\
        ASST di Lodi;1/1/2023;50\nASST Lecco;1/1/2023;99\nTotale;1/1/2023;150\n";
    let by_code = "Codice ASST;Data;Accessi al pronto soccorso\n705;1/1/2023;10\n706;1/1/2023;20\n\
        707;1/1/2023;30\n708;1/1/2023;40\n709;1/1/2023;50\n";
    for text in [by_name, by_code] {
        let checked = checked("ps.csv", text);
        let own = table(&checked);
        assert_eq!(
            (own.level, own.territories, own.rows.taken),
            (Level::Asst, 5, 5),
            "{:?}",
            checked.findings
        );
        let codes: Vec<String> = checked.findings.iter().map(|finding| finding.code().to_string()).collect();
        assert!(codes.iter().any(|code| code == "values_of_asst"), "{codes:?}");
        // The other trusts of the Region are not ours, and nothing is left unknown.
        assert!(own.unmatched.is_empty(), "{:?}", own.unmatched);
        let (project, atlas) = imported(checked);
        let ids = project.imports[0].indicator_ids();
        let at = |level, name| value_of(&atlas, &ids[0], january(2023), level, name);
        assert_eq!(at(Level::Asst, "ASST Rhodense"), Ok(20.0));
        assert_eq!(at(Level::Ambiti, "Rho"), Err(Absence::NotApplicable), "nothing goes down");
        assert_eq!(at(Level::Comuni, "Rho"), Err(Absence::NotApplicable));
        // The city of Milano is in none of them, so they are not the ATS.
        assert_eq!(at(Level::Ats, "ATS Città Metropolitana di Milano"), Err(Absence::NotApplicable));
        assert_eq!(atlas.known_at(atlas.indicator(&ids[0]).expect("an indicator")), Level::Asst);
    }
}

#[test]
fn a_table_by_ats_keeps_the_others_beside_ours() {
    let text = "ATS;Data;Assistiti\nATS Insubria;1/1/2023;22\nATS della Montagna;1/1/2023;23\nATS Brianza;1/1/2023;24\n\
        ATS di Bergamo;1/1/2023;25\nATS Brescia;1/1/2023;26\nATS Val Padana;1/1/2023;27\nATS Pavia;1/1/2023;28\n\
        ATS DELLA CITTA' METROPOLITANA DI MILANO;1/1/2023;21\nLombardia;1/1/2023;196\n";
    let codes = "Codice ATS;Data;Assistiti\n322;1/1/2023;22\n323;1/1/2023;23\n324;1/1/2023;24\n325;1/1/2023;25\n\
        326;1/1/2023;26\n327;1/1/2023;27\n328;1/1/2023;28\n321;1/1/2023;21\n";
    for (text, areas) in [(text, 8), (codes, 7)] {
        let checked = checked("ats.csv", text);
        let own = table(&checked);
        assert_eq!((own.level, own.territories), (Level::Ats, 1), "{:?}", checked.findings);
        assert!(own.unmatched.is_empty(), "{:?}", own.unmatched);
        let beside = own.areas.as_ref().expect("areas");
        let names: Vec<&str> = beside.variables[0].values.iter().map(|value| value.name.as_str()).collect();
        assert_eq!(names.len(), areas, "{names:?}");
        let (project, atlas) = imported(checked);
        let ids = project.imports[0].indicator_ids();
        let at = |level, name| value_of(&atlas, &ids[0], january(2023), level, name);
        assert_eq!(at(Level::Ats, "ATS Città Metropolitana di Milano"), Ok(21.0));
        assert_eq!(at(Level::Ambiti, "Rho"), Err(Absence::NotApplicable));
        let published = atlas.published_values(&ids[1]).expect("published");
        let brescia = published.iter().find(|value| value.area.name == "ATS Brescia");
        assert_eq!(brescia.expect("a value beside").value, Ok(26.0));
    }
}

/// A list that says of each Comune its ASST and ATS is of Comuni.
#[test]
fn columns_of_trusts_beside_the_comuni_change_nothing() {
    let text = "ATS;ASST;Comune;Data;Utenti\nATS Città Metropolitana di Milano;ASST Rhodense;Rho;1/1/2023;5\n\
        ATS Città Metropolitana di Milano;ASST Lodi;Lodi;1/1/2023;6\n";
    let checked = checked("c.csv", text);
    assert_eq!((table(&checked).level, table(&checked).rows.taken), (Level::Comuni, 2));
}
