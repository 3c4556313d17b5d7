//! Building blocks of arguments and commands, in one language.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::base::Level;
use crate::data::Method;
use crate::document::LegendPlace;
use crate::i18n::{Lang, Text, texts as t};
use crate::stats::classes::Scheme;

use super::output::PARTS;

/// Builds commands and arguments in one language.
pub struct Builder {
    lang: Lang,
}

impl Builder {
    pub fn new(lang: Lang) -> Self {
        Self { lang }
    }

    pub fn sub(&self, name: &'static str, about: Text) -> Command {
        let text = |text| self.lang.text(text);
        let template =
            format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", text(t::HELP_USAGE));
        Command::new(name)
            .about(text(about))
            .help_template(template)
            .subcommand_help_heading(text(t::HELP_COMMANDS))
            .subcommand_value_name(text(t::HELP_COMMAND))
            .next_help_heading(text(t::HELP_OPTIONS))
            .disable_help_subcommand(true)
            .disable_help_flag(true)
            .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help).help(text(t::HELP_HELP)))
    }

    pub fn text(&self, text: Text) -> &'static str {
        self.lang.text(text)
    }

    pub fn flag(&self, name: &'static str, help: Text) -> Arg {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(self.lang.text(help))
    }

    /// A positional argument for files.
    pub fn files(&self, name: &'static str, value: &'static str, help: Text) -> Arg {
        Arg::new(name)
            .value_name(value)
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(self.lang.text(help))
    }

    pub fn json(&self) -> Arg {
        self.flag("json", t::HELP_JSON)
    }

    pub fn value(&self, name: &'static str, value: &'static str, help: Text) -> Arg {
        Arg::new(name).long(name).value_name(value).help(self.lang.text(help))
    }

    pub fn choice(&self, name: &'static str, of: &[&'static str], default: &'static str, help: Text) -> Arg {
        Arg::new(name)
            .long(name)
            .value_name(of.join("|"))
            .value_parser(PossibleValuesParser::new(of.to_vec()))
            .hide_possible_values(true)
            .hide_default_value(true)
            .default_value(default)
            .help(format!("{} [{default}]", self.lang.text(help)))
    }

    /// What to map or list: shared by `values` and `figure map`.
    pub fn query(&self) -> [Arg; 4] {
        [self.value("indicator", "ID", t::HELP_FIGURE_INDICATOR), self.year(), self.level(), self.method()]
    }

    pub fn year(&self) -> Arg {
        self.value("year", "Y", t::HELP_YEAR).value_parser(value_parser!(i16)).allow_negative_numbers(true)
    }

    pub fn level(&self) -> Arg {
        self.choice("level", &Level::ALL.map(Level::id), "comuni", t::HELP_LEVEL)
    }

    pub fn method(&self) -> Arg {
        self.choice("method", &Method::CHOICES.map(Method::id), "pooled", t::HELP_METHOD)
    }

    pub fn classes(&self) -> [Arg; 3] {
        [
            self.value("scheme", "METHOD", t::HELP_SCHEME)
                .value_name(Scheme::ALL.map(Scheme::id).join("|"))
                .value_parser(PossibleValuesParser::new(Scheme::ALL.map(Scheme::id)))
                .hide_possible_values(true),
            self.value("classes", "K", t::HELP_CLASSES)
                .value_parser(value_parser!(usize))
                .allow_negative_numbers(true)
                .conflicts_with("breaks"),
            self.value("breaks", "a,b,c", t::HELP_BREAKS).allow_hyphen_values(true),
        ]
    }

    /// Options for the page and the file, shared by all figures.
    pub fn page(&self) -> Vec<Arg> {
        let mut page = vec![
            self.value("title", "T", t::HELP_TITLE),
            self.value("subtitle", "T", t::HELP_SUBTITLE),
            self.value("note", "T", t::HELP_NOTE),
            self.value("source", "T", t::HELP_PAGE_SOURCE),
            self.value("credit", "T", t::HELP_CREDIT),
            self.value("alt-text", "T", t::HELP_ALT_TEXT),
            self.value("number", "N", t::HELP_NUMBER)
                .value_parser(value_parser!(u16))
                .allow_negative_numbers(true),
            self.value("caption", "T", t::HELP_CAPTION).requires("number"),
            self.value("decimals", "N", t::HELP_DECIMALS)
                .value_parser(value_parser!(u8).range(..=6))
                .allow_negative_numbers(true),
            self.value("type-scale", "X", t::HELP_TYPE_SCALE).allow_hyphen_values(true),
            self.choice(
                "legend",
                &LegendPlace::ALL.map(LegendPlace::id),
                LegendPlace::default().id(),
                t::HELP_LEGEND,
            ),
            self.value("hide", "PART", t::HELP_HIDE)
                .value_parser(PossibleValuesParser::new(PARTS.map(|(name, _)| name)))
                .hide_possible_values(true)
                .value_delimiter(',')
                .num_args(1..)
                .action(ArgAction::Append),
            self.flag("black", t::HELP_BLACK),
            self.flag("hatches", t::HELP_HATCHES).conflicts_with("black"),
            self.value("logo", "FILE", t::HELP_LOGO).value_parser(value_parser!(PathBuf)),
            self.value("size", "a4|a5|WxH", t::HELP_SIZE).allow_hyphen_values(true),
            self.flag("outlines", t::HELP_OUTLINES),
            self.value("save-spec", "FILE.json", t::HELP_SAVE_SPEC).value_parser(value_parser!(PathBuf)),
        ];
        page.extend(self.output());
        page
    }

    /// The file a figure is written to.
    pub fn output(&self) -> [Arg; 3] {
        [
            self.value("dpi", "N", t::HELP_DPI).value_parser(value_parser!(u32)).allow_negative_numbers(true),
            self.json(),
            self.value("output", "FILE", t::HELP_OUTPUT)
                .short('o')
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        ]
    }

    /// The arguments of a standard drawn as a line.
    pub fn standard(&self) -> [Arg; 2] {
        [
            self.value("standard", "V", t::HELP_THRESHOLD).allow_hyphen_values(true),
            self.value("standard-name", "TEXT", t::HELP_THRESHOLD_NAME).requires("standard"),
        ]
    }

    pub fn classify(&self) -> Command {
        self.sub("classify", t::HELP_CLASSIFY)
            .arg(self.value("csv", "FILE", t::HELP_CSV).required(true).value_parser(value_parser!(PathBuf)))
            .arg(self.value("column", "C", t::HELP_COLUMN).required(true))
            .args(self.classes())
            .arg(self.json())
    }

    pub fn correlate(&self) -> Command {
        self.sub("correlate", t::HELP_CORRELATE)
            .arg(self.value("x", "ID", t::HELP_X).required(true))
            .arg(self.value("y", "ID", t::HELP_Y).required(true))
            .args([self.year(), self.level(), self.method()])
            .arg(
                self.value("csv", "FILE", t::HELP_CSV)
                    .value_parser(value_parser!(PathBuf))
                    .conflicts_with_all(["year", "level", "method"]),
            )
            .arg(self.json())
    }
}
