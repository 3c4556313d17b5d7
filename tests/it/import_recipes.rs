//! Small invented files in the layouts of known sources, and the totals they come in with. The layouts are named in the recipes.

use atlante::io::import::Status;

use crate::import_lists::{codes, read, sum, value};

#[test]
fn nursing_homes_of_the_region_in_both_layouts() {
    let first = "ASL,DENOMINAZIONE_STRUTTURA,COMUNE,INDIRIZZO,CAP,TEL,FAX,E-MAIL,POSTI_LET TO_TOTAL I_ACCREDI TATI,POSTI_LET TO_ALZHE IMER_ACC REDITATI\nMI,\"CASA\nUNO\",MILANO,\"VIA A, 1\",20100,,,,100,20\nMI,DUE,MILANO,\"VIA B, 2\",20100,,,,50,0\nLO,TRE,LODI,\"VIA C, 3\",26900,,,,40,0\nBG,QUATTRO,ALBINO,\"VIA D, 4\",24021,,,,88,0\n";
    let (_, table) = read("rsa-lombardia.csv", first, r#"{"date": "2012-12-31"}"#);
    assert_eq!((table.recipe.as_str(), table.rows.outside), ("lombardia_rsa", 1));
    assert_eq!(
        (sum(&table, "rsa"), sum(&table, "rsa_posti"), sum(&table, "rsa_posti_alzheimer")),
        (3.0, 190.0, 20.0)
    );
    let second = "COD_STRUTTURA,DENOM_STRUTTURA,INDIRIZZO_UBICAZIONE,CAP,COMUNE_UBICAZIONE,PROV_COMUNE_UBICAZIONE,DENOM_GESTORE,P_IVA,COD_FISCALE_GESTORE,PUBBLICA_PRIVATA,FL_ACCREDITATA,TOT_POSTI_AUTORIZZATI,TOT_POSTI_ACCREDITATI,WGS84_X,WGS84_Y,Location\n1,\"CASA \"\"UNO\"\"\",\"VIA A,1\",20100,MILANO,MI,X,1,1,PRIVATA,SI,120,100,\"9,18\",\"45,46\",POINT (9.18 45.46)\n2,DUE,VIA B,20100,MILANO,MI,X,1,1,PUBBLICA,SI,50,50,\"9,18\",\"45,46\",POINT (9.18 45.46)\n3,TRE,VIA C,24021,ALBINO,BG,X,1,1,PUBBLICA,SI,88,88,\"9,18\",\"45,46\",POINT (9.18 45.46)\n";
    let (_, table) = read("Elenco_RSA.csv", second, r#"{"date": "2026-08-18"}"#);
    assert_eq!((table.recipe.as_str(), table.rows.outside), ("lombardia_rsa", 1));
    assert_eq!((value(&table, "015146", "rsa"), sum(&table, "rsa_posti")), (Ok(2.0), 150.0));
    assert_eq!(sum(&table, "rsa_posti_autorizzati"), 170.0);
    let (_, table) = read("Elenco_CDI.csv", second, r#"{"date": "2026-08-18"}"#);
    assert_eq!(
        (table.recipe.as_str(), sum(&table, "cdi_posti"), sum(&table, "cdi")),
        ("lombardia_cdi", 150.0, 2.0)
    );
    // Without a date the list asks for one; without its kind it is a list of some things.
    let (checked, _) = read("Elenco_RSA.csv", second, "{}");
    assert!(codes(&checked).contains(&"no_date"), "{:?}", codes(&checked));
    let (checked, table) = read("elenco.csv", second, "{}");
    assert_eq!(table.recipe, "tabella");
    assert!(codes(&checked).contains(&"list_of_things"));
}

#[test]
fn bodies_of_the_five_per_mille_are_counted_and_added() {
    let list = "Prog;Codice fiscale;Denominazione;Regione;PR;Comune;ETS e ONLUS;ASD;Ricerca scien tifica;Ricerca sanit aria;Com uni;Beni cultu rali e paes aggis tici;Enti Gestori aree prote tte;Numero scelte;Importo delle scelte espresse;Importo proporzionale per le scelte generiche;Importo proporzionale per ripartizione importi inferiori a 100 euro;Importo Totale Erogabile\n1;80051890152;A;LOMBARDIA;MI;MILANO;X;;;;;;;10;1.000,00;200,00;34,50;1.234,50\n2;80051890152;B;LOMBARDIA;MI;MILANO;X;;;;;;;5;80,00;20,00;0,00;100,00\n3;1;C;LOMBARDIA;LO;LODI;;X;;;;;;2;60,00;5,50;0,00;65,50\n4;2;D;LAZIO;RM;ROMA;;X;;;;;;9;1,00;0,00;0,00;1,00\n";
    let (_, table) = read("elenco_2022.csv", list, "{}");
    assert_eq!((table.recipe.as_str(), table.rows.outside), ("cinque_per_mille_elenco", 1));
    assert_eq!((sum(&table, "enti"), sum(&table, "numero_scelte")), (3.0, 17.0));
    assert_eq!(value(&table, "015146", "importo_totale_erogabile"), Ok(1334.5));
    // As extracted by onData: equal amounts are never taken for repeats.
    let extracted = "prog,codice_fiscale,denominazione,regione,pr,nome_comune,codice_comune,ets_e_onlus,asd,numero_scelte,importo_delle_scelte_espresse,importo_totale_erogabile,pagina\n1,1,A,Lombardia,MI,Milano,015146,X,,10,1000.5,1200.25,1\n1,1,A,Lombardia,MI,Milano,015146,X,,10,1000.5,1200.25,1\n";
    let (_, table) = read("cinque_per_mille_2022.csv", extracted, "{}");
    assert_eq!(
        (table.recipe.as_str(), sum(&table, "importo_totale_erogabile")),
        ("cinque_per_mille_elenco", 2400.5)
    );
}

#[test]
fn turnout_is_dated_by_the_vote() {
    let text = "Tipo Elezione;Data elezione;REGIONE;PROVINCIA;COMUNE;Elettori;Ore 12;Ore 19;Ore 23\nCamera Italia;25/09/2022;LOMBARDIA;MILANO;ARESE;15249;3000;8000;11000\nCamera Italia;25/09/2022;LOMBARDIA;LODI;LODI;34000;7000;17000;23000\nCamera Italia;25/09/2022;LOMBARDIA;BERGAMO;ALBINO;14028;1;2;3\n";
    let (checked, table) = read("affluenza.csv", text, "{}");
    assert_eq!((checked.status(), table.recipe.as_str()), (Status::Ok, "interno_affluenza"));
    assert_eq!(table.dates[0].to_string(), "2022-09-25");
    assert_eq!(
        (sum(&table, "elettori_camera_italia"), sum(&table, "votanti_camera_italia")),
        (49_249.0, 34_000.0)
    );
}

#[test]
fn pharmacies_open_at_a_date_are_counted_by_kind() {
    let head = "CODICEIDENTIFICATIVOFARMACIA;CODFARMACIAASSEGNATODAASL;INDIRIZZO;DESCRIZIONEFARMACIA;PARTITAIVA;CAP;CODICECOMUNEISTAT;DESCRIZIONECOMUNE;FRAZIONE;CODICEPROVINCIAISTAT;SIGLAPROVINCIA;DESCRIZIONEPROVINCIA;CODICEREGIONE;DESCRIZIONEREGIONE;DATAINIZIOVALIDITA;DATAFINEVALIDITA;DESCRIZIONETIPOLOGIA;CODICETIPOLOGIA;LATITUDINE;LONGITUDINE;LOCALIZE\n";
    let row = |code: &str, from: &str, until: &str, kind: &str| {
        format!(
            "1;1;VIA A;X;01234567890;20100;{code};MILANO;-;015;MI;MILANO;030;LOMBARDIA;{from};{until};{kind};1;45,4;9,1;1\n"
        )
    };
    let text = [
        head.to_owned(),
        row("015146", "01/01/2005", "-", "Ordinaria"),
        row("015146", "01/01/2005", "31/12/2015", "Ordinaria"),
        row("015146", "01/03/2020", "-", "Dispensario"),
        row("098031", "01/01/2005", "-", "Ordinaria"),
    ]
    .concat();
    let at = |date: &str| {
        let (checked, table) = read("FRM_FARMA.csv", &text, &format!(r#"{{"date": "{date}"}}"#));
        assert_eq!(table.recipe, "salute_farmacie");
        assert!(!codes(&checked).contains(&"open_at"));
        value(&table, "015146", "farmacie_ordinaria")
    };
    assert_eq!((at("2015-12-31"), at("2016-01-01")), (Ok(2.0), Ok(1.0)));
    let (checked, table) = read("FRM_FARMA.csv", &text, r#"{"date": "2023-12-31"}"#);
    assert_eq!((sum(&table, "farmacie_ordinaria"), sum(&table, "farmacie_dispensario")), (2.0, 1.0));
    assert!(codes(&checked).contains(&"rows_not_there"));
    // Neither the date nor what is closed is decided in silence.
    let (checked, _) = read("FRM_FARMA.csv", &text, "{}");
    assert!(codes(&checked).contains(&"no_date") && codes(&checked).contains(&"open_at"));
}

#[test]
fn schools_are_counted_by_kind() {
    let text = "ANNOSCOLASTICO,AREAGEOGRAFICA,REGIONE,PROVINCIA,CODICESCUOLA,DENOMINAZIONESCUOLA,INDIRIZZOSCUOLA,CAPSCUOLA,CODICECOMUNESCUOLA,DESCRIZIONECOMUNE,DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA,INDIRIZZOEMAILSCUOLA,INDIRIZZOPECSCUOLA,SITOWEBSCUOLA\n202627,NORD OVEST,LOMBARDIA,MILANO,MI1A036009,\"UNO, DUE\",VIA A,20100,F205,MILANO,SCUOLA PRIMARIA,x,y,z\n202627,NORD OVEST,LOMBARDIA,MILANO,MI1A036010,TRE,VIA B,20100,F205,MILANO,SCUOLA PRIMARIA,x,y,z\n202627,NORD OVEST,LOMBARDIA,LODI,LO1A036010,QUATTRO,VIA B,26900,E648,LODI,SCUOLA INFANZIA,x,y,z\n202627,NORD OVEST,LOMBARDIA,MONZA E BRIANZA,MB1A036010,CINQUE,VIA B,20900,F704,MONZA,SCUOLA INFANZIA,x,y,z\n";
    let (_, table) = read("SCUANAGRAFEPAR20262720260901.csv", text, "{}");
    assert_eq!((table.recipe.as_str(), table.rows.outside), ("istruzione_scuole", 1));
    assert_eq!(table.dates[0].to_string(), "2027-01-01", "within the school year");
    assert_eq!((sum(&table, "scuole_scuola_primaria"), sum(&table, "scuole_scuola_infanzia")), (2.0, 1.0));
}

#[test]
fn quotations_of_dwellings_are_the_mean_of_the_zones() {
    let text = "Quotazioni Immobiliari : Valori di Mercato - Semestre 2015/1 - elaborazione del 04-SET-26\nArea_territoriale;Regione;Prov;Comune_ISTAT;Comune_cat;Sez;Comune_amm;Comune_descrizione;Fascia;Zona;LinkZona;Cod_Tip;Descr_Tipologia;Stato;Stato_prev;Compr_min;Compr_max;Sup_NL_compr;Loc_min;Loc_max;Sup_NL_loc;\nNORD-OVEST;LOMBARDIA;MI;3015146;A100; ;F205;MILANO;B;B1;MI1;20;Abitazioni civili;NORMALE;P;9000;9900;L;30,5;40;L;\nNORD-OVEST;LOMBARDIA;MI;3015146;A100; ;F205;MILANO;B;B1;MI1;20;Abitazioni civili;OTTIMO;N;9500;9990;L;33;44;L;\nNORD-OVEST;LOMBARDIA;MI;3015146;A100; ;F205;MILANO;D;D1;MI2;20;Abitazioni civili;NORMALE;P;3000;4000;L;10;12;L;\nNORD-OVEST;LOMBARDIA;MI;3015146;A100; ;F205;MILANO;D;D1;MI2;13;Box;NORMALE;P;1000;2000;L;5;6;L;\nNORD-OVEST;LOMBARDIA;LO;3098031;A100; ;E648;LODI;B;B1;LO1;20;Abitazioni civili;NORMALE;P;1500;2000;L;;;L;\n";
    let (_, table) = read("QI_1424949_1_20151_VALORI.csv", text, "{}");
    assert_eq!((table.recipe.as_str(), table.dates[0].to_string()), ("agenzia_omi", "2015-06-30".to_owned()));
    // (9000 + 3000) / 2 and (30.5 + 10) / 2, of two zones.
    assert_eq!(
        (value(&table, "015146", "omi_vendita_min"), value(&table, "015146", "omi_affitto_min")),
        (Ok(6000.0), Ok(20.25))
    );
    assert_eq!(sum(&table, "omi_zone"), 3.0);
    assert!(value(&table, "098031", "omi_affitto_min").is_err(), "nothing is no zero");
}

/// The head of P2 and P3 of 2025 for one sex.
fn balance(sex: &str, is_of_foreigners: bool) -> String {
    let citizens = if is_of_foreigners {
        format!("\"Acquisizioni della cittadinanza italiana - {sex}\";")
    } else {
        String::new()
    };
    format!(
        "\"Popolazione censita al 1° gennaio - {sex}\";\"Nati vivi - {sex}\";\"Morti - {sex}\";\"Saldo naturale - {sex}\";\"Immigrati da altro comune - {sex}\";\"Emigrati per altro comune - {sex}\";\"Saldo migratorio interno - {sex}\";\"Immigrati dall'estero - {sex}\";\"Emigrati per l'estero - {sex}\";\"Saldo migratorio con l'estero - {sex}\";{citizens}\"Unità in più/meno dovute a variazioni territoriali - {sex}\";\"Popolazione al 31 dicembre - {sex}\""
    )
}

#[test]
fn balances_of_residents_and_foreigners_are_apart() {
    let head = |foreign| {
        format!(
            "\"Codice comune\";\"Comune\";{};{};{};\"Informazioni\"",
            balance("Maschi", foreign),
            balance("Femmine", foreign),
            balance("Totale", foreign)
        )
    };
    // Abbiategrasso in P2 and P3 of 2025.
    let residents = format!(
        "\"Bilancio demografico e popolazione residente al 31 dicembre 2025\"\n{}\n\"015002\";\"Abbiategrasso\";15972;112;180;-68;493;486;7;204;41;163;0;16074;16686;110;167;-57;430;464;-34;166;42;124;0;16719;32658;222;347;-125;923;950;-27;370;83;287;0;32793;\"p\"\n",
        head(false)
    );
    let (_, table) = read("P2_2025_it_Comuni.csv", &residents, "{}");
    assert_eq!((table.recipe.as_str(), table.dates.len()), ("istat_bilancio", 1));
    assert_eq!(table.dates[0].to_string(), "2025-12-31");
    for (id, expected) in [
        ("popolazione_inizio_anno", 32_658.0),
        ("nati", 222.0),
        ("saldo_naturale", -125.0),
        ("iscritti_altro_comune", 923.0),
        ("popolazione_fine_anno", 32_793.0),
        ("nati_m", 112.0),
        ("popolazione_fine_anno_f", 16_719.0),
    ] {
        assert_eq!(value(&table, "015002", id), Ok(expected), "{id}");
    }
    let dataset = table.dataset.as_ref().expect("values");
    let (_, slice) = dataset.slices().next().expect("a date");
    let place = crate::common::atlas()
        .territories
        .position(atlante::base::Level::Comuni, &atlante::base::Code::from("015002"))
        .expect("a Comune");
    assert_eq!(slice.quality("nati", place).id(), "provisional", "the mark p of the file");
    let foreigners = format!(
        "\"Cittadini stranieri: popolazione residente per sesso e bilancio demografico al 31 dicembre 2025\"\n{}\n\"015002\";\"Abbiategrasso\";2261;43;3;40;190;115;75;199;6;193;93;0;2476;2301;27;3;24;156;115;41;159;8;151;96;0;2421;4562;70;6;64;346;230;116;358;14;344;189;0;4897;\"p\"\n",
        head(true)
    );
    let (_, table) = read("P3_2025_it_Comuni.csv", &foreigners, "{}");
    assert_eq!(table.recipe, "istat_bilancio_stranieri");
    for (id, expected) in [
        ("stranieri_inizio_anno", 4562.0),
        ("stranieri_nati", 70.0),
        ("acquisizioni_cittadinanza", 189.0),
        ("stranieri_fine_anno", 4897.0),
    ] {
        assert_eq!(value(&table, "015002", id), Ok(expected), "{id}");
    }
}

#[test]
fn incomes_by_postal_code_are_added_to_the_comune() {
    let text = "Anno di imposta;CAP;Codice catastale;Codice Istat Comune;Denominazione Comune;Sigla Provincia;Regione;Codice Istat Regione;Numero contribuenti;Reddito da pensione - Frequenza;Reddito da pensione - Ammontare in euro;Reddito complessivo oltre 120000 euro - Frequenza\n2021;20121;F205;015146;MILANO;MI;Lombardia;03;100;40;800000;9\n2021;20122;F205;015146;MILANO;MI;Lombardia;03;50;10;200000;\n2021;24121;A794;016024;BERGAMO;BG;Lombardia;03;7;1;1;1\n";
    let (_, table) = read("Redditi_su_base_subcomunale_CSV_2021.csv", text, "{}");
    assert_eq!((table.recipe.as_str(), table.dates[0].to_string()), ("mef_irpef", "2021-12-31".to_owned()));
    assert_eq!(
        (value(&table, "015146", "contribuenti"), value(&table, "015146", "pensione_eur")),
        (Ok(150.0), Ok(1_000_000.0))
    );
    assert_eq!(
        value(&table, "015146", "rc_oltre_120k_n"),
        Err(atlante::data::Absence::Suppressed),
        "never a partial sum"
    );
}

#[test]
fn population_by_marital_status_keeps_its_totals_by_sex() {
    let head = "\"Codice comune\";\"Comune\";\"Età\";\"Celibi\";\"Coniugati\";\"Divorziati\";\"Vedovi\";\"Uniti civilmente\";\"Maschi già in unione civile (per scioglimento unione)\";\"Maschi già in unione civile (per decesso del partner)\";\"Totale maschi\";\"Nubili\";\"Coniugate\";\"Divorziate\";\"Vedove\";\"Unite civilmente\";\"Femmine già in unione civile (per scioglimento unione)\";\"Femmine già in unione civile (per decesso del partner)\";\"Totale femmine\";\"Totale\"";
    let text = format!(
        "\"Popolazione residente per età, sesso e stato civile al 1° gennaio 2025\"\n{head}\n\"015146\";\"Milano\";30;50;5;1;1;0;0;0;57;40;6;1;1;0;0;0;48;105\n\"015146\";\"Milano\";999;50;5;1;1;0;0;0;57;40;6;1;1;0;0;0;48;105\n"
    );
    let (checked, table) = read("POSAS_2025_it_Comuni.csv", &text, "{}");
    assert_eq!(
        (checked.status(), table.recipe.as_str(), table.dates[0].to_string()),
        (Status::Ok, "istat_posas", "2025-01-01".to_owned())
    );
    assert_eq!((sum(&table, "m_30"), sum(&table, "f_30")), (57.0, 48.0));
    assert!(codes(&checked).contains(&"totals_agree"));
}

#[test]
fn census_sections_are_added_to_the_comune() {
    let text = "CODREG;REGIONE;CODPRO;PROVINCIA;CODCOM;COMUNE;PROCOM;SEZ21_ID;COM_ASC1;P1;P2;P3;P14;ST1;PF1;PF3;A8;E3\n\
        3;LOMBARDIA;15;MILANO;93;Corsico;15093;150930000001;;120;58;62;5;30;55;20;60;4\n\
        3;LOMBARDIA;15;MILANO;93;Corsico;15093;150930000002;;80;40;40;3;11;35;12;41;3\n\
        3;LOMBARDIA;98;LODI;31;Lodi;98031;980310000001;;200;99;101;9;20;90;30;95;12\n\
        3;LOMBARDIA;16;BERGAMO;24;Bergamo;16024;160240000001;;999;1;1;1;1;1;1;1;1\n";
    let (_, table) = read("R03_indicatori_2021_sezioni.csv", text, r#"{"date": "2021-12-31"}"#);
    assert_eq!((table.recipe.as_str(), table.rows.taken, table.rows.outside), ("istat_sezioni", 3, 1));
    // 120 + 80, and with Lodi 400; households of one person 20 + 12 + 30.
    assert_eq!((value(&table, "015093", "sezioni_p1"), sum(&table, "sezioni_p1")), (Ok(200.0), 400.0));
    assert_eq!((sum(&table, "sezioni_pf3"), sum(&table, "sezioni_st1")), (62.0, 61.0));
}

#[test]
fn consumed_soil_is_dated_by_its_header() {
    let text = "PRO_COM,Nome_Comune,Nome_Regione,Nome_Provincia,Incremento netto 2006-2012 [ettari],Incremento lordo 2006-2012 [ettari],Ripristino 2006-2012 [ettari],Incremento netto 2022-2023 [ettari],Incremento lordo 2022-2023 [ettari],Ripristino 2022-2023 [ettari],Suolo consumato 2024 [ettari],Suolo consumato 2024 [%]\n\
        15093,Corsico,Lombardia,Milano,1.5,1.6,0.1,0.2,0.2,0,401.25,75.1\n\
        98031,Lodi,Lombardia,Lodi,9.0,9.5,0.5,1.0,1.1,0.1,1023.5,24.7\n\
        75035,Lecce,Puglia,Lecce,9.0,9.5,0.5,1.0,1.1,0.1,5000,20.5\n";
    let (checked, table) = read("Comuni_2006_2024.csv", text, "{}");
    assert_eq!((table.recipe.as_str(), table.rows.outside), ("ispra_suolo", 1));
    assert_eq!(table.dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2024-12-31"]);
    assert_eq!((sum(&table, "suolo_consumato"), table.variables.len()), (1424.75, 2));
    assert_eq!(value(&table, "015093", "suolo_consumato_quota"), Ok(75.1));
    assert!(!codes(&checked).contains(&"no_date"), "{:?}", codes(&checked));
}
