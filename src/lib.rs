//! Atlante Sociale: a free desktop atlas for social planning.
//!
//! The library holds everything but the window's event loop; see `ARCHITECTURE.md` for the map of the
//! code and the rules each folder keeps.

pub mod geo;
