//! The command line of Atlante Sociale.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(atlante::cli::run(std::env::args_os().collect()))
}
