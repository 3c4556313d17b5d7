//! The one integration crate: a module a subject, so that linking is paid once.

mod stats_classes;
