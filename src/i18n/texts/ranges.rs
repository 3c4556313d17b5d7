//! The texts of ranges at several dates, and of the Ambiti of a group.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    HELP_RANGE_YEARS: "Altri anni a cui mostrare l'intervallo, con la virgola: una riga sotto l'altra", "Other years at which the range is shown, parted by commas: one line below the other";
    HELP_RANGE_OF: "Di chi è l'intervallo di un'ASST o di un'ATS: comuni o ambiti", "Whose range that of an ASST or ATS is: comuni or ambiti";
    RANGE_YEARS_NEED_RANGE: "--range-years e --range-of valgono insieme a --range", "--range-years and --range-of go with --range";
    RANGE_SPAN_AMBITI: "dal minimo al massimo degli Ambiti", "from the lowest to the highest of the Ambiti";
    RANGE_MEAN_AMBITI: "media semplice degli Ambiti", "simple mean of the Ambiti";
    RANGE_LOW_AMBITI: "Minimo degli Ambiti", "Lowest of the Ambiti";
    RANGE_HEAD_MEAN_AMBITI: "Media semplice degli Ambiti", "Simple mean of the Ambiti";
    RANGE_HIGH_AMBITI: "Massimo degli Ambiti", "Highest of the Ambiti";
    RANGE_OF_COMUNI: "Dei Comuni", "Of the Comuni";
    RANGE_OF_AMBITI: "Degli Ambiti", "Of the Ambiti";
    RANGE_DATES: "Altre date", "Other dates";
    RANGE_ADD_DATE: "Aggiungi una data", "Add a date";
    RANGE_ONE_DATE: "Una sola data", "One date only";
    SHEET_RANGES: "Intervalli", "Ranges";
    RANGE_DATE: "Data", "Date";
    fn range_no_group(level): "--range-of {level}: i territori di --level devono contenerne", "--range-of {level}: the territories of --level must contain some";
    fn ranking_of_date(name, date): "{name} ({date})", "{name} ({date})";
    fn ranking_subtitle_years(level, dates, order, at): "{level} {dates}, {order} {at}", "{level} {dates}, {order} {at}";
    fn alt_range_of_ambiti(territory, lowest, mean, value, highest): "{territory}: minimo degli Ambiti {lowest}, media semplice {mean}, valore {value}, massimo {highest}.", "{territory}: lowest of the Ambiti {lowest}, simple mean {mean}, value {value}, highest {highest}.";
    fn range_year(territory, value): "{territory}: {value}.", "{territory}: {value}.";
}
