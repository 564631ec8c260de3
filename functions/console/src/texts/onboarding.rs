//! The way of an SAP Ariba connection.

use procurement::configuration::Step;

use super::In;

#[derive(Debug)]
pub struct Words {
    pub heading: &'static str,
    pub lead: &'static str,
    pub requested: &'static str,
    pub instructions_sent: &'static str,
    pub testing: &'static str,
    pub live_requested: &'static str,
    pub live: &'static str,
    pub by_you: &'static str,
    pub by_operator: &'static str,
    pub since: &'static str,
    pub done: &'static str,
    pub now: &'static str,
    pub open: &'static str,
    pub ask: &'static str,
    pub ask_hint: &'static str,
    pub send: &'static str,
    pub send_to: &'static str,
    pub account: &'static str,
    pub management_account: &'static str,
    pub anid: &'static str,
    pub operator: &'static str,
    pub to_instructions: &'static str,
    pub to_testing: &'static str,
    pub to_live: &'static str,
    pub back_to_testing: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        heading: "Onboarding",
        lead: "The operator of the marketplace takes part in connecting SAP Ariba. Until the last step everything is a test, and nothing is bought.",
        requested: "Requested",
        instructions_sent: "Instructions sent",
        testing: "Testing",
        live_requested: "Live requested",
        live: "Live",
        by_you: "by you",
        by_operator: "by the operator",
        since: "since",
        done: "Done",
        now: "Now",
        open: "Open",
        ask: "Ask to go live",
        ask_hint: "When your test orders look as they should, ask the operator to take the connection live.",
        send: "What to send to the operator",
        send_to: "Write to",
        account: "Your account",
        management_account: "Management account",
        anid: "Ariba Network ID",
        operator: "As the operator",
        to_instructions: "Instructions are sent",
        to_testing: "Testing has begun",
        to_live: "Take live",
        back_to_testing: "Back to testing",
    },
    german: Words {
        heading: "Inbetriebnahme",
        lead: "An der Anbindung von SAP Ariba wirkt der Betreiber des Marktplatzes mit. Bis zum letzten Schritt ist alles ein Test, und nichts wird gekauft.",
        requested: "Angefragt",
        instructions_sent: "Anleitung gesendet",
        testing: "Im Test",
        live_requested: "Produktivbetrieb erbeten",
        live: "Produktiv",
        by_you: "durch Sie",
        by_operator: "durch den Betreiber",
        since: "seit",
        done: "Erledigt",
        now: "Jetzt",
        open: "Offen",
        ask: "Um Produktivbetrieb bitten",
        ask_hint: "Wenn Ihre Testbestellungen so sind, wie sie sein sollen, bitten Sie den Betreiber um den Produktivbetrieb.",
        send: "Was dem Betreiber zu senden ist",
        send_to: "Schreiben Sie an",
        account: "Ihr Konto",
        management_account: "Verwaltungskonto",
        anid: "Ariba Network ID",
        operator: "Als Betreiber",
        to_instructions: "Anleitung ist gesendet",
        to_testing: "Der Test hat begonnen",
        to_live: "Produktiv setzen",
        back_to_testing: "Zurück in den Test",
    },
};

// === impl Words ===

impl Words {
    pub const fn title(&self, step: Step) -> &'static str {
        match step {
            Step::Requested => self.requested,
            Step::InstructionsSent => self.instructions_sent,
            Step::Testing => self.testing,
            Step::LiveRequested => self.live_requested,
            Step::Live => self.live,
        }
    }

    pub const fn who(&self, step: Step) -> &'static str {
        match step {
            Step::Requested | Step::LiveRequested => self.by_you,
            Step::InstructionsSent | Step::Testing | Step::Live => self.by_operator,
        }
    }

    /// What the operator's button says.
    pub fn button(&self, from: Step, to: Step) -> &'static str {
        match to {
            Step::InstructionsSent => self.to_instructions,
            Step::Live => self.to_live,
            _ if to < from => self.back_to_testing,
            _ => self.to_testing,
        }
    }
}
