//! A single clear line for everything that can go wrong.

use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::base::Readings;
use crate::data::AtlasError;
use crate::engine::export_error;
use crate::export::ExportError;
use crate::figure::FigureError;
use crate::i18n::{Lang, field_number, texts};
use crate::io::NumberColumnError;
use crate::io::file::Unread;

/// Why a command did not print a result.
pub(crate) enum CliError {
    /// Help was requested.
    Help(String),
    /// It failed; the line says why.
    Message(String),
}

impl CliError {
    /// A failure with this message.
    pub fn message(text: impl Into<String>) -> Self {
        // On one line, even if the underlying error has several.
        let text: String = text.into();
        let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        Self::Message(plain.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The error of the argument parser, on one line in the user's language.
    pub(crate) fn from_clap(error: &clap::Error, lang: Lang) -> Self {
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
                texts::cli_unknown_command(lang, context(ContextKind::InvalidSubcommand))
            }
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                lang.text(texts::CLI_NO_COMMAND).to_owned()
            }
            ErrorKind::MissingRequiredArgument => texts::cli_missing(lang, &argument),
            ErrorKind::UnknownArgument => texts::cli_unknown_option(lang, &argument),
            ErrorKind::InvalidValue if value.is_empty() => texts::cli_no_value(lang, &argument),
            ErrorKind::InvalidValue => {
                texts::cli_bad_choice(lang, &value, &argument, context(ContextKind::ValidValue))
            }
            ErrorKind::ValueValidation => texts::cli_bad_value(lang, &value, &argument),
            ErrorKind::ArgumentConflict if context(ContextKind::PriorArg) == argument => {
                texts::cli_once(lang, &argument)
            }
            ErrorKind::ArgumentConflict => {
                texts::cli_conflict(lang, &argument, context(ContextKind::PriorArg))
            }
            // Anything else can only be a mistake in the program's own list of arguments.
            _ => lang.text(texts::CLI_NOT_UNDERSTOOD).to_owned(),
        };
        Self::message(text)
    }

    /// Why a table could not be computed, with what would have worked.
    pub(crate) fn from_atlas(error: &AtlasError, lang: Lang) -> Self {
        Self::message(match error {
            AtlasError::UnknownIndicator { id, nearest } if nearest.is_empty() => {
                texts::cli_unknown_indicator(lang, id)
            }
            AtlasError::UnknownIndicator { id, nearest } => {
                texts::cli_nearest_indicators(lang, id, nearest.join(", "))
            }
            AtlasError::OnlyPublished { id } => texts::cli_only_published(lang, id),
            AtlasError::NoSuchDate { .. }
            | AtlasError::Elsewhere { .. }
            | AtlasError::NoWeight { .. }
            | AtlasError::NoSuchReference { .. } => lang.atlas_error(error),
        })
    }

    /// Why a figure could not be made.
    pub(crate) fn from_figure(error: &FigureError, lang: Lang) -> Self {
        match error {
            FigureError::Atlas(error) => Self::from_atlas(error, lang),
            FigureError::Classes(error) => Self::message(lang.classify_error(*error)),
            FigureError::Kind(error) => Self::message(error.text(lang)),
            FigureError::NotAllowed(error) => Self::message(error.text(lang)),
            FigureError::UnknownPalette(id) => Self::unknown_palette(id, lang),
            FigureError::UnknownTerritory(code) => {
                Self::message(texts::cli_unknown_territory(lang, code.as_str()))
            }
            FigureError::WhatIf(error) => Self::message(lang.what_if_error(error)),
            FigureError::FrameOutside => Self::message(lang.text(texts::FRAME_OUTSIDE)),
            FigureError::NoRoom => Self::message(lang.text(texts::CLI_NO_ROOM)),
            FigureError::Logo => Self::message(lang.text(texts::LOGO_DAMAGED)),
            FigureError::NoElements(most) => Self::message(texts::no_elements(lang, most)),
            FigureError::OutOfBounds(beyond) => Self::message(beyond.text(lang)),
        }
    }

    /// Why a figure or a table was not written.
    pub(crate) fn from_export(error: &ExportError, lang: Lang) -> Self {
        match error {
            ExportError::TooManyPixels { .. } => Self::message(lang.text(texts::CLI_TOO_MANY_PIXELS)),
            other => Self::message(export_error(lang, other)),
        }
    }

    /// The message that a file was not read, and why.
    pub fn not_read(path: &Path, unread: &Unread, lang: Lang) -> Self {
        Self::message(texts::cli_cannot_read(lang, path.display(), unread.cause(lang)))
    }

    /// Why no column of numbers could be read from a file.
    pub(crate) fn from_column(error: &NumberColumnError, file: &str, lang: Lang) -> Self {
        Self::message(match error {
            NumberColumnError::Empty => texts::cli_empty_file(lang, file),
            NumberColumnError::Table(_) => texts::cli_not_a_table(lang, file),
            NumberColumnError::NoColumn { column, available } => {
                texts::cli_no_column(lang, column, available.join(", "), file)
            }
            NumberColumnError::Ambiguous { row, text, readings: Readings { decimals, thousands } } => {
                let [thousands, decimals] = [thousands, decimals].map(|number| field_number(lang, *number));
                texts::cli_ambiguous_cell(lang, file, row, text, thousands, decimals)
            }
            NumberColumnError::NotANumber { row, text } => texts::cli_not_a_number_at(lang, row, text, file),
        })
    }

    fn unknown_palette(id: &str, lang: Lang) -> Self {
        let all: Vec<&str> = crate::figure::palette::PALETTES.iter().map(|p| p.id).collect();
        Self::message(texts::cli_unknown_palette(lang, id, all.join(", ")))
    }
}

/// The parser's help text, with its only fixed word translated.
fn help(text: &str, lang: Lang) -> String {
    text.replace("[OPTIONS]", lang.text(texts::HELP_USAGE_OPTIONS))
}
