//! English.

use super::{Labels, Texts, Words};

pub(super) const TEXTS: Texts = Texts {
    greeting: "Hello {name},",
    machine: "This message was written by a machine; answers to it are not read.",
    test: "TEST: the request was made in test mode; nothing was bought, and nothing would have been.",
    reason: "Why, and what to do",
    labels: Labels {
        order: "Purchase order",
        line: "line",
        product: "Product",
        details: "What",
        price: "Price",
        until: "Until",
        subscription: "Subscription",
        request: "Request",
        connection: "Connection",
    },
    subscribed: Words {
        subject: "You are subscribed to {product}",
        title: "You are subscribed to {product}",
        intro: "AWS account {account} is now subscribed to {product} by {seller}, and it is available.",
        action: "Set it up",
        close: "Your purchase order was approved in your procurement system. Nothing more needs to be done to order it.",
    },
    refused: Words {
        subject: "Purchase order {order} for {product} was refused",
        title: "Purchase order {order} was refused",
        intro: "purchase order {order} for {product} ({price}) was refused, and nothing was bought.",
        action: "See the offer you requested",
        close: "Open the marketplace from your procurement system to see the request and to send it for approval again.",
    },
    stale: Words {
        subject: "The offer for {product} has changed: purchase order {order} was refused",
        title: "The offer is not what was approved",
        intro: "purchase order {order} for {product} ({price}) was refused, because the offer is not what it was when you requested it. Nothing was bought.",
        action: "See the offer as it is",
        close: "Open the marketplace from your procurement system and send the revised offer for approval again.",
    },
    offer_expiring: Words {
        subject: "The offer for {product} expires on {date}",
        title: "The offer expires on {date}",
        intro: "your request for {product} by {seller} ({price}) waits for its purchase order, and the seller's offer expires on {date}. A purchase order that comes later is refused.",
        action: "See the offer",
        close: "Ask your approvers to decide before that day, or ask the seller for more time.",
    },
    request_expiring: Words {
        subject: "Your request for {product} expires on {date}",
        title: "Your request expires on {date}",
        intro: "no purchase order has come for your request for {product} by {seller} ({price}). It expires on {date}.",
        action: "See the offer",
        close: "Ask your approvers to decide before that day. After it, request approval in the marketplace again.",
    },
    test_mode: Words {
        subject: "{connection} is still in test mode",
        title: "{connection} is still in test mode",
        intro: "{count} test orders came over the connection {connection} in the week before this mail. They were checked and answered; nothing was bought.",
        action: "",
        close: "When the tests are finished, set the connection to live in the marketplace's console. Orders that were tests stay tests.",
    },
    failing: Words {
        subject: "Deliveries over {connection} fail",
        title: "Deliveries over {connection} fail",
        intro: "at least one document could not be delivered over the connection {connection}, and is not tried again by itself.",
        action: "",
        close: "Correct what is wrong, and send the document again from the marketplace's console. Nothing was lost.",
    },
};
