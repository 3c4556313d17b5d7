//! Limits on what may be asked of the schemes.

/// The most classes that may be asked for. The eye can distinguish far fewer.
///
/// [`Scheme::HeadTail`](super::Scheme::HeadTail) stops here too. [`Scheme::Pretty`](super::Scheme::Pretty) may return
/// up to half as many again, because it puts round edges before the count; [`Scheme::Manual`](super::Scheme::Manual)
/// takes as many breaks as it is given.
pub const MAX_CLASSES: usize = 20;

/// The largest magnitude accepted, so that sums of squares cannot overflow.
pub const MAX_MAGNITUDE: f64 = 1e100;
