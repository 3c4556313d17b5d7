//! The rules of sentences that a template can name.

/// What a rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// Which Comuni the place is made of, or what a Comune belongs to.
    Members,
    /// The ASST and ATS it belongs to.
    Belongs,
    /// How many people live there, and the share of the ATS.
    Residents,
    /// Its area.
    Surface,
    /// The value of an indicator beside that of the ATS.
    Value,
    /// How it changed since the first date that compares.
    Change,
    /// Its place among the units of its level.
    Position,
    /// The range of its Comuni.
    Range,
    /// Who lives in Comuni of which step.
    Steps,
    /// The indicators in which it is first or last of its level.
    Extremes,
    /// Which indicators changed most since the date before, among all Ambiti.
    Movers,
    /// Which Ambito has the highest and which the lowest value.
    Ends,
}

impl Say {
    const ALL: [(&'static str, Self); 12] = [
        ("members", Self::Members),
        ("belongs", Self::Belongs),
        ("residents", Self::Residents),
        ("surface", Self::Surface),
        ("value", Self::Value),
        ("change", Self::Change),
        ("position", Self::Position),
        ("range", Self::Range),
        ("steps", Self::Steps),
        ("extremes", Self::Extremes),
        ("movers", Self::Movers),
        ("ends", Self::Ends),
    ];

    /// The name used in templates and in ids of sentences.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, say)| *say == self).map_or("", |(id, _)| id)
    }

    /// The rule with this [`id`](Self::id).
    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == id).map(|(_, say)| *say)
    }

    /// Whether it is about indicators: one, or several.
    pub(super) fn counts(self) -> std::ops::RangeInclusive<usize> {
        /// The most that a rule may name.
        const MOST: usize = 60;
        match self {
            Self::Members | Self::Belongs | Self::Residents | Self::Surface => 0..=0,
            Self::Value | Self::Change | Self::Position | Self::Range | Self::Steps | Self::Ends => 1..=1,
            Self::Extremes | Self::Movers => 1..=MOST,
        }
    }
}

/// A rule with its indicators: written `change residenti`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub say: Say,
    /// Ids.
    pub indicators: Vec<String>,
}

impl Rule {
    /// The id of its sentence.
    pub fn id(&self) -> String {
        match self.indicators.as_slice() {
            [one] => format!("{}-{one}", self.say.id()),
            _ => self.say.id().to_owned(),
        }
    }
}
