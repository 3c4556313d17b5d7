//! One clear line for everything that can go wrong.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::data::AtlasError;
use crate::figure::FigureError;
use crate::i18n::{self, Lang, fill, texts};
use crate::io::NumberColumnError;

/// Why a command printed no result.
pub enum CliError {
    /// It was asked for help.
    Help(String),
    /// It failed; the line says why.
    Message(String),
}

impl CliError {
    /// A failure told by that line.
    pub fn message(text: impl Into<String>) -> Self {
        // One line, whatever the cause of the cause wrote.
        Self::Message(text.into().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What the argument parser found, in one line of the user's language.
    pub fn from_clap(error: &clap::Error, lang: Lang) -> Self {
        let context = |kind| match error.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(texts)) => texts.join(", "),
            _ => String::new(),
        };
        let argument = context(ContextKind::InvalidArg);
        let value = context(ContextKind::InvalidValue);
        let text = match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                return Self::Help(help(&error.to_string(), lang));
            }
            ErrorKind::InvalidSubcommand => {
                fill(lang.text(texts::CLI_UNKNOWN_COMMAND), &[&context(ContextKind::InvalidSubcommand)])
            }
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                lang.text(texts::CLI_NO_COMMAND).to_owned()
            }
            ErrorKind::MissingRequiredArgument => fill(lang.text(texts::CLI_MISSING), &[&argument]),
            ErrorKind::UnknownArgument => fill(lang.text(texts::CLI_UNKNOWN_OPTION), &[&argument]),
            ErrorKind::InvalidValue if value.is_empty() => fill(lang.text(texts::CLI_NO_VALUE), &[&argument]),
            ErrorKind::InvalidValue => fill(
                lang.text(texts::CLI_BAD_CHOICE),
                &[&value, &argument, &context(ContextKind::ValidValue)],
            ),
            ErrorKind::ValueValidation => fill(lang.text(texts::CLI_BAD_VALUE), &[&value, &argument]),
            ErrorKind::ArgumentConflict => {
                fill(lang.text(texts::CLI_CONFLICT), &[&argument, &context(ContextKind::PriorArg)])
            }
            _ => return Self::message(error.to_string()),
        };
        Self::message(text)
    }

    /// Why a table could not be computed, with what would have worked.
    pub fn from_atlas(error: &AtlasError, lang: Lang) -> Self {
        Self::message(match error {
            AtlasError::UnknownIndicator { id, nearest } if nearest.is_empty() => {
                fill(lang.text(texts::CLI_UNKNOWN_INDICATOR), &[id])
            }
            AtlasError::UnknownIndicator { id, nearest } => {
                fill(lang.text(texts::CLI_NEAREST_INDICATORS), &[id, &nearest.join(", ")])
            }
            AtlasError::OnlyPublished { id } => fill(lang.text(texts::CLI_ONLY_PUBLISHED), &[id, id]),
            AtlasError::NoSuchDate { indicator, date, available } => {
                let dates: Vec<String> = available.iter().map(|date| i18n::date(lang, *date)).collect();
                let date = i18n::date(lang, *date);
                fill(lang.text(texts::CLI_NO_SUCH_DATE), &[indicator, &date, &dates.join(", ")])
            }
            AtlasError::NoSuchReference { indicator, reference, available } => {
                let all: Vec<String> = available.iter().map(|at| lang.reference(*at)).collect();
                let filled = [indicator, &lang.reference(*reference), &all.join(", ")];
                fill(lang.text(texts::CLI_NO_SUCH_REFERENCE), &filled.map(String::as_str))
            }
        })
    }

    /// Why a figure could not be made.
    pub fn from_figure(error: &FigureError, lang: Lang) -> Self {
        match error {
            FigureError::Atlas(error) => Self::from_atlas(error, lang),
            FigureError::Classes(error) => Self::message(lang.classify_error(*error)),
            FigureError::Kind(error) => Self::message(error.text(lang)),
            FigureError::UnknownPalette(id) => Self::unknown_palette(id, lang),
            FigureError::UnknownTerritory(code) => {
                Self::message(fill(lang.text(texts::CLI_UNKNOWN_TERRITORY), &[code.as_str()]))
            }
            FigureError::NoRoom => Self::message(lang.text(texts::CLI_NO_ROOM)),
            FigureError::Logo => Self::message(lang.text(texts::LOGO_DAMAGED)),
            FigureError::NoElements(most) => {
                Self::message(fill(lang.text(texts::NO_ELEMENTS), &[&most.to_string()]))
            }
            FigureError::PageSize { .. } => Self::message(lang.text(texts::CLI_BAD_SIZE)),
        }
    }

    /// Why a file gave no column of numbers.
    pub fn from_column(error: &NumberColumnError, file: &str, lang: Lang) -> Self {
        Self::message(match error {
            NumberColumnError::Empty => fill(lang.text(texts::CLI_EMPTY_FILE), &[file]),
            NumberColumnError::Table(error) => {
                fill(lang.text(texts::CLI_NOT_A_TABLE), &[file, &error.to_string()])
            }
            NumberColumnError::NoColumn { column, available } => {
                fill(lang.text(texts::CLI_NO_COLUMN), &[column, &available.join(", "), file])
            }
            NumberColumnError::NotANumber { row, text } => {
                fill(lang.text(texts::CLI_NOT_A_NUMBER_AT), &[&row.to_string(), text, file])
            }
        })
    }

    fn unknown_palette(id: &str, lang: Lang) -> Self {
        let all: Vec<&str> = crate::figure::palette::PALETTES.iter().map(|p| p.id).collect();
        Self::message(fill(lang.text(texts::CLI_UNKNOWN_PALETTE), &[id, &all.join(", ")]))
    }
}

/// Help as the parser writes it, with the one word of it that cannot be set put into the reader's language.
fn help(text: &str, lang: Lang) -> String {
    text.replace("[OPTIONS]", lang.text(texts::HELP_USAGE_OPTIONS))
}
