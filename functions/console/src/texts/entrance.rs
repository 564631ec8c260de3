//! Signing in and out.

use super::In;

#[derive(Debug)]
pub struct Words {
    pub sign_in: &'static str,
    pub no_password: &'static str,
    pub how: &'static str,
    pub once: &'static str,
    pub who: &'static str,
    pub already: &'static str,
    pub go_on: &'static str,
    pub signed_in: &'static str,
    pub not_signed_in: &'static str,
    pub used_up: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        sign_in: "Sign in to the console",
        no_password: "There is no password. Whoever may configure asks for a link with a request that is signed by their AWS access key:",
        how: "How to get a link",
        once: "Open the link within a minute. It works once and opens a session of one hour.",
        who: "The management account of an organisation may configure, or an account that is in no organisation.",
        already: "You have signed in already, and came here from another site?",
        go_on: "Go on to the console",
        signed_in: "You are signed in",
        not_signed_in: "This link does not sign in",
        used_up: "It was used, or is older than a minute. Ask for another one.",
    },
    german: Words {
        sign_in: "An der Konsole anmelden",
        no_password: "Es gibt kein Passwort. Wer konfigurieren darf, fordert einen Link mit einer Anfrage an, die mit dem eigenen AWS-Zugriffsschlüssel signiert ist:",
        how: "So erhalten Sie einen Link",
        once: "Öffnen Sie den Link innerhalb einer Minute. Er gilt einmal und öffnet eine Sitzung von einer Stunde.",
        who: "Konfigurieren darf das Verwaltungskonto einer Organisation oder ein Konto, das zu keiner Organisation gehört.",
        already: "Sie sind schon angemeldet und kommen von einer anderen Website?",
        go_on: "Weiter zur Konsole",
        signed_in: "Sie sind angemeldet",
        not_signed_in: "Dieser Link meldet nicht an",
        used_up: "Er wurde schon benutzt oder ist älter als eine Minute. Fordern Sie einen neuen an.",
    },
};
