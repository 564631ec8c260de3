//! German.

use super::{Labels, Texts, Words};

pub(super) const TEXTS: Texts = Texts {
    greeting: "Guten Tag {name},",
    machine: "Diese Nachricht hat ein Programm geschrieben; Antworten darauf werden nicht gelesen.",
    test: "TEST: Die Anfrage wurde im Testmodus gestellt; es wurde nichts gekauft und wäre nichts gekauft worden.",
    reason: "Warum, und was zu tun ist",
    labels: Labels {
        order: "Bestellung",
        line: "Zeile",
        product: "Produkt",
        details: "Was",
        price: "Preis",
        until: "Bis",
        subscription: "Abonnement",
        request: "Anfrage",
        connection: "Verbindung",
    },
    subscribed: Words {
        subject: "Sie haben {product} abonniert",
        title: "Sie haben {product} abonniert",
        intro: "das AWS-Konto {account} hat nun {product} von {seller} abonniert; es steht bereit.",
        action: "Jetzt einrichten",
        close: "Ihre Bestellung wurde in Ihrem Beschaffungssystem genehmigt. Zum Bestellen ist nichts weiter zu tun.",
    },
    refused: Words {
        subject: "Die Bestellung {order} für {product} wurde abgelehnt",
        title: "Die Bestellung {order} wurde abgelehnt",
        intro: "die Bestellung {order} für {product} ({price}) wurde abgelehnt; es wurde nichts gekauft.",
        action: "Das angefragte Angebot ansehen",
        close: "Öffnen Sie den Marktplatz aus Ihrem Beschaffungssystem, um die Anfrage zu sehen und erneut zur Genehmigung zu senden.",
    },
    stale: Words {
        subject: "Das Angebot für {product} hat sich geändert: Bestellung {order} abgelehnt",
        title: "Das Angebot ist nicht mehr das genehmigte",
        intro: "die Bestellung {order} für {product} ({price}) wurde abgelehnt, weil das Angebot nicht mehr das ist, das Sie angefragt haben. Es wurde nichts gekauft.",
        action: "Das Angebot ansehen, wie es jetzt ist",
        close: "Öffnen Sie den Marktplatz aus Ihrem Beschaffungssystem und senden Sie das geänderte Angebot erneut zur Genehmigung.",
    },
    offer_expiring: Words {
        subject: "Das Angebot für {product} endet am {date}",
        title: "Das Angebot endet am {date}",
        intro: "Ihre Anfrage für {product} von {seller} ({price}) wartet auf ihre Bestellung, und das Angebot des Verkäufers endet am {date}. Eine spätere Bestellung wird abgelehnt.",
        action: "Das Angebot ansehen",
        close: "Bitten Sie die Genehmigenden, vor diesem Tag zu entscheiden, oder den Verkäufer um mehr Zeit.",
    },
    request_expiring: Words {
        subject: "Ihre Anfrage für {product} endet am {date}",
        title: "Ihre Anfrage endet am {date}",
        intro: "für Ihre Anfrage für {product} von {seller} ({price}) ist noch keine Bestellung gekommen. Sie endet am {date}.",
        action: "Das Angebot ansehen",
        close: "Bitten Sie die Genehmigenden, vor diesem Tag zu entscheiden. Danach stellen Sie die Anfrage auf dem Marktplatz erneut.",
    },
    test_mode: Words {
        subject: "{connection} ist noch im Testmodus",
        title: "{connection} ist noch im Testmodus",
        intro: "in der Woche vor dieser Nachricht kamen {count} Testbestellungen über die Verbindung {connection}. Sie wurden geprüft und beantwortet; gekauft wurde nichts.",
        action: "",
        close: "Sind die Tests beendet, stellen Sie die Verbindung in der Konsole des Marktplatzes auf Echtbetrieb. Testbestellungen bleiben Tests.",
    },
    failing: Words {
        subject: "Zustellungen über {connection} schlagen fehl",
        title: "Zustellungen über {connection} schlagen fehl",
        intro: "mindestens ein Dokument konnte über die Verbindung {connection} nicht zugestellt werden; es wird nicht von selbst noch einmal versucht.",
        action: "",
        close: "Beheben Sie die Ursache und senden Sie das Dokument in der Konsole des Marktplatzes noch einmal. Verloren ist nichts.",
    },
};
