//! The territories most like another as JSON.

use serde_json::{Value as Json, json};

use super::model::PeersModel;

pub fn of(model: &PeersModel) -> Json {
    let peers = model.peers.iter().map(|peer| {
        let parts = model.indicators.iter().zip(peer.like.shares()).zip(&peer.values).zip(&peer.like.apart);
        let parts = parts.map(|(((one, share), value), apart)| {
            json!({ "indicator": one.indicator, "value": value, "score_difference": apart, "share": share })
        });
        json!({
            "code": peer.code.as_str(), "name": peer.name, "distance": peer.like.distance,
            "parts": parts.collect::<Vec<_>>(),
        })
    });
    let own = model.indicators.iter().zip(&model.values);
    json!({
        "territory": model.own.as_ref().map(|(code, ..)| code.as_str()),
        "level": model.level.id(),
        "distance": "euclidean_standardised",
        "indicators": own
            .map(|(one, value)| json!({ "indicator": one.indicator, "date": one.date.to_string(), "value": value }))
            .collect::<Vec<_>>(),
        "shown": model.first().len(),
        "peers": peers.collect::<Vec<_>>(),
    })
}
