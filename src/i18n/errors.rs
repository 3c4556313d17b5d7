//! Error messages: what happened, where, and what to do. Messages of libraries or of the system are never passed on,
//! since they would be English in an Italian window.

use std::io;

use crate::base::BadField;
use crate::data::{
    AreaError, AtlasError, ConditionError, DatasetError, Fault, PublishedError, TerritoryError, Unfit,
    WhatIfError, Why,
};
use crate::stats::classes::ClassifyError;
use crate::stats::{Axis, StatsError};

use super::italian::Preposition;
use super::{Lang, Text, joined_date, number, plain_number, texts};

/// What an error of Windows means of which the standard library makes no kind, or another one.
fn windows_cause(code: i32) -> Option<Text> {
    match code {
        // Another program has the file open (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION).
        32 | 33 => Some(texts::CAUSE_LOCKED),
        // A name that cannot be (ERROR_INVALID_NAME, ERROR_FILENAME_EXCED_RANGE).
        123 | 206 => Some(texts::CAUSE_NAME),
        // A share that is not there, or no longer (ERROR_BAD_NETPATH, ERROR_UNEXP_NET_ERR, ERROR_NETNAME_DELETED,
        // ERROR_BAD_NET_NAME, ERROR_SEM_TIMEOUT).
        53 | 59 | 64 | 67 | 121 => Some(texts::CAUSE_SHARE),
        // The medium is write-protected (ERROR_WRITE_PROTECT).
        19 => Some(texts::CAUSE_DENIED),
        _ => None,
    }
}

impl Lang {
    /// Why the system did not read or write a file, and what to do.
    pub(crate) fn io_error(self, error: &io::Error) -> String {
        if let Some(text) = error.raw_os_error().filter(|_| cfg!(windows)).and_then(windows_cause) {
            return self.text(text).to_owned();
        }
        let text = match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => texts::CAUSE_GONE,
            io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::IsADirectory => texts::CAUSE_DENIED,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => texts::CAUSE_FULL,
            io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => texts::CAUSE_LOCKED,
            io::ErrorKind::InvalidData => texts::CAUSE_NOT_TEXT,
            io::ErrorKind::InvalidFilename => texts::CAUSE_NAME,
            io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::StaleNetworkFileHandle
            | io::ErrorKind::TimedOut => texts::CAUSE_SHARE,
            // The kinds of system errors are not a closed list: any other is reported by its number, which can be
            // looked up.
            _ => {
                let numbered = |code| texts::cause_system(self, code);
                return error
                    .raw_os_error()
                    .map_or_else(|| self.text(texts::CAUSE_OTHER).to_owned(), numbered);
            }
        };
        self.text(text).to_owned()
    }

    /// Why a table of values is not available.
    pub(crate) fn atlas_error(self, error: &AtlasError) -> String {
        match error {
            AtlasError::UnknownIndicator { id, .. } => texts::cause_no_indicator(self, id),
            AtlasError::OnlyPublished { id } => texts::cause_only_published(self, id),
            AtlasError::NoSuchDate { indicator, available, .. } if available.is_empty() => {
                texts::no_value_at_all(self, indicator)
            }
            AtlasError::NoSuchDate { indicator, date: wanted, available } => {
                let dates: Vec<String> = available.iter().map(|at| self.reference(*at)).collect();
                texts::cli_no_such_date(
                    self,
                    indicator,
                    joined_date(self, Preposition::A, *wanted),
                    dates.join(", "),
                )
            }
            AtlasError::Elsewhere { indicator } => texts::no_value_elsewhere(self, indicator),
            AtlasError::NoWeight { indicator, date, weight } => {
                texts::no_weight(self, indicator, joined_date(self, Preposition::A, *date), self.pick(weight))
            }
            AtlasError::NoSuchReference { indicator, available, .. } if available.is_empty() => {
                texts::no_value_at_all(self, indicator)
            }
            AtlasError::NoSuchReference { indicator, reference, available } => {
                let all: Vec<String> = available.iter().map(|at| self.reference(*at)).collect();
                texts::cli_no_such_reference(self, indicator, self.reference(*reference), all.join(", "))
            }
        }
    }

    /// Why classes cannot be made, and what to do.
    pub(crate) fn classify_error(self, error: ClassifyError) -> String {
        self.text(match error {
            ClassifyError::NoValues => texts::CLASSES_NONE,
            ClassifyError::ZeroClasses => texts::CLASSES_ZERO,
            ClassifyError::TooManyClasses { max } => return texts::classes_too_many(self, max),
            ClassifyError::ManualBreaksEmpty => texts::CLASSES_NO_BREAKS,
            ClassifyError::ManualBreaksNotAscending => texts::CLASSES_ORDER,
            ClassifyError::NotFinite => texts::CLASSES_NOT_FINITE,
            ClassifyError::TooLarge { .. } => texts::CLASSES_TOO_LARGE,
        })
        .to_owned()
    }

    /// Why a statistic of two variables cannot be computed, with their names.
    pub(crate) fn stats_error(self, error: StatsError, x: &str, y: &str) -> String {
        let number = |n: usize| number(self, n as f64, 0);
        match error {
            StatsError::LengthMismatch { x, y } => texts::stats_lengths(self, number(x), number(y)),
            StatsError::NotFinite => self.text(texts::STATS_NOT_FINITE).to_owned(),
            StatsError::TooLarge { .. } => self.text(texts::CLASSES_TOO_LARGE).to_owned(),
            StatsError::TooFew { n, needed } => texts::stats_too_few(self, number(n), number(needed)),
            StatsError::NoQuantity { which } => {
                let name = match which {
                    Axis::X => x,
                    Axis::Y => y,
                };
                texts::stats_no_quantity(self, name)
            }
            StatsError::NoVariation { which } => {
                let name = match which {
                    Axis::X => x,
                    Axis::Y => y,
                };
                texts::stats_no_variation(self, name)
            }
        }
    }

    /// Why a condition cannot be parsed, where, and what would be accepted.
    pub fn condition_error(self, error: &ConditionError) -> String {
        let at = error.at;
        match &error.fault {
            Fault::Empty => self.text(texts::CONDITION_EMPTY).to_owned(),
            Fault::UnknownIndicator { id, nearest } if nearest.is_empty() => {
                texts::condition_unknown(self, at, id)
            }
            Fault::UnknownIndicator { id, nearest } => {
                texts::condition_nearest(self, at, id, nearest.join(", "))
            }
            Fault::OnlyPublished(id) => texts::condition_published(self, at, id),
            Fault::NoValues(id) => texts::condition_no_values(self, at, id),
            Fault::IndicatorExpected(Some(found)) => texts::condition_indicator(self, at, found),
            Fault::IndicatorExpected(None) => self.text(texts::CONDITION_INDICATOR_AT_END).to_owned(),
            Fault::ComparisonExpected(id) => texts::condition_comparison(self, at, id),
            Fault::ClassExpected { sign, classes } => {
                let classes: Vec<String> =
                    classes.iter().map(|name| format!("\"{}\"", self.pick(name))).collect();
                texts::condition_class(self, at, sign, classes.join(", "))
            }
            Fault::NumberExpected(sign) => texts::condition_number(self, at, sign),
            Fault::NotANumber(typed) => texts::condition_not_a_number(self, at, typed),
            Fault::AmbiguousNumber(typed) => texts::condition_ambiguous(self, at, typed),
            Fault::Unclosed => texts::condition_unclosed(self, at),
            Fault::LinkExpected(found) => texts::condition_link(self, at, found),
            Fault::Unexpected(found) => texts::condition_unexpected(self, at, found),
            Fault::UnknownSet(name) => texts::condition_set(self, at, name),
            Fault::UnknownStep { name, known } => {
                let known: Vec<&str> = known.iter().map(|text| self.pick(text)).collect();
                texts::condition_step(self, at, name, known.join(", "))
            }
            Fault::UnclosedQuotes => texts::condition_quotes(self, at),
            Fault::TooDeep => texts::condition_too_deep(self, at),
        }
    }

    /// Why a table is not a dataset of this territory.
    pub(crate) fn dataset_error(self, error: &DatasetError) -> String {
        match error {
            DatasetError::NoColumn { file, column } => texts::folder_no_column(self, file, column),
            DatasetError::UnknownCode { file, row, code } => {
                texts::folder_unknown_code(self, file, row, code)
            }
            DatasetError::BadDate { file, row, text } => texts::folder_bad_date(self, file, row, text),
            DatasetError::DuplicateRow { file, row, code } => texts::folder_second_row(self, file, row, code),
            DatasetError::BadCell { file, row, column, text } => {
                texts::folder_bad_cell(self, file, row, column, text)
            }
            DatasetError::Frame { file, .. } => texts::cli_not_a_table(self, file),
        }
    }

    /// How codes of territories contradict each other.
    pub(crate) fn territory_error(self, error: &TerritoryError) -> String {
        match error {
            TerritoryError::Duplicate(code) => texts::territory_twice(self, code),
            TerritoryError::TwoNames { code, first, second } => {
                texts::territory_two_names(self, code, first, second)
            }
            TerritoryError::Empty => self.text(texts::TERRITORY_NONE).to_owned(),
        }
    }

    /// Why a hypothesis makes no sense.
    pub(crate) fn what_if_error(self, error: &WhatIfError) -> String {
        match error {
            WhatIfError::NotMovable(code) => texts::what_if_not_movable(self, code),
            WhatIfError::NotAnAmbito(code) => texts::what_if_no_ambito(self, code),
            WhatIfError::SameName(name) => texts::what_if_same_name(self, name),
        }
    }

    /// Which field nothing can be made of, and what it can be.
    pub(crate) fn unfit(self, unfit: &Unfit) -> String {
        let plain = |x: f64| plain_number(self, x);
        let why = match unfit.why {
            Why::Empty => self.text(texts::UNFIT_EMPTY).to_owned(),
            Why::TooLong(most) => texts::unfit_long(self, number(self, most as f64, 0)),
            Why::TooMany(most) => texts::unfit_many(self, number(self, most as f64, 0)),
            Why::Outside(least, most) => texts::unfit_outside(self, plain(least), plain(most)),
            Why::NotFinite => self.text(texts::UNFIT_NOT_FINITE).to_owned(),
            Why::Twice => self.text(texts::UNFIT_TWICE).to_owned(),
            Why::Characters => self.text(texts::UNFIT_CHARACTERS).to_owned(),
            Why::Unknown => self.text(texts::UNFIT_UNKNOWN).to_owned(),
        };
        match unfit.of.trim() {
            "" => texts::unfit_here(self, &unfit.field, why),
            of => texts::unfit(self, of, &unfit.field, why),
        }
    }

    /// Which field of a JSON file is not as it must be.
    pub(crate) fn bad_field(self, fault: &BadField) -> String {
        match fault {
            BadField::Row(row) => texts::bad_row(self, row),
            BadField::Missing(field) => texts::missing_field(self, field),
            BadField::Unfit(field) if field.is_empty() => self.text(texts::NO_FIELDS).to_owned(),
            BadField::Unfit(field) => texts::bad_field(self, field),
        }
    }

    /// How a table of areas contradicts itself.
    pub(crate) fn area_error(self, error: &AreaError) -> String {
        match error {
            AreaError::UnknownKind { code, kind } => texts::area_kind(self, code, kind),
            AreaError::TwoNames { code, first, second } => texts::area_two_names(self, code, first, second),
            AreaError::Ambiguous { name, first, second } => texts::area_ambiguous(self, name, first, second),
        }
    }

    /// Why an indicator cannot be read from its published table.
    pub(crate) fn published_error(self, error: &PublishedError) -> String {
        match error {
            PublishedError::NoDataset { indicator, dataset } => {
                texts::published_no_dataset(self, indicator, dataset)
            }
            PublishedError::NoColumn { file, column, indicator } => {
                texts::published_no_column(self, file, column, indicator)
            }
            PublishedError::NoCells { file, indicator, table, measure } => {
                texts::published_no_cells(self, file, table, measure, indicator)
            }
            PublishedError::UnknownArea { file, row, territory } => {
                texts::published_unknown_area(self, file, row, territory)
            }
            PublishedError::UnknownDash { indicator, territory } => {
                texts::published_unknown_dash(self, indicator, territory)
            }
            PublishedError::NoteOnNothing { indicator, territory, year } => {
                texts::published_note_on_nothing(self, indicator, territory, year)
            }
            PublishedError::BadRange { indicator, unknown } => {
                texts::published_bad_range(self, indicator, unknown)
            }
            PublishedError::BadCell { file, row, column, text } => {
                texts::folder_unreadable_cell(self, file, row, column, text)
            }
            PublishedError::TwoValues { file, row, territory, indicator, reference } => {
                let reference = self.reference(*reference);
                texts::published_two_values(self, file, row, territory, indicator, reference)
            }
            PublishedError::TwoIndicators(id) => texts::published_two_indicators(self, id),
            PublishedError::BadCounterpart { indicator, unknown } => {
                texts::published_counterpart(self, indicator, unknown)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Messages of the system are in English or the language of its user, never in that of the window.
    #[test]
    fn the_system_is_not_quoted() {
        let of = |code| io::Error::from_raw_os_error(code);
        for (error, it, en) in [
            (io::Error::other("stream did not contain valid UTF-8"), "si è interrotta", "broke off"),
            (io::Error::new(io::ErrorKind::InvalidData, "invalid utf-8"), "UTF-8", "UTF-8"),
            (of(5), "errore 5", "error 5"),
            (io::Error::from(io::ErrorKind::NotFound), "non c'è", "is not there"),
            (io::Error::from(io::ErrorKind::InvalidFilename), "nome è troppo lungo", "name is too long"),
            (
                io::Error::from(io::ErrorKind::StaleNetworkFileHandle),
                "di rete non risponde",
                "does not answer",
            ),
        ] {
            let messages = Lang::ALL.map(|lang| lang.io_error(&error));
            assert!(messages[0].contains(it) && messages[1].contains(en), "{messages:?}");
            assert!(messages.iter().all(|text| !text.contains(&error.to_string())), "{messages:?}");
        }
    }

    /// Codes from Microsoft's list of system errors.
    #[test]
    fn errors_of_windows_have_words() {
        let word = |code| windows_cause(code).map(|text| Lang::It.text(text));
        for (code, it) in [
            (32, "aperto in un altro programma"),
            (33, "aperto in un altro programma"),
            (123, "CON, NUL o COM1"),
            (206, "troppo lungo"),
            (53, "di rete non risponde"),
            (19, "non si può leggere o scrivere"),
        ] {
            assert!(word(code).is_some_and(|text| text.contains(it)), "{code}");
        }
        assert_eq!(word(5), None, "access denied has a kind of its own");
    }

    #[test]
    fn an_empty_list_leaves_no_hole() {
        let date = crate::base::Date::new(2023, 1, 1).unwrap();
        let error = AtlasError::NoSuchDate { indicator: "x".into(), date, available: Vec::new() };
        assert_eq!(Lang::It.atlas_error(&error), "l'indicatore 'x' non ha nessun valore");
    }
}
