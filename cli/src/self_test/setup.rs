//! Setup requests: as the real systems send them, with the oddities that were seen, and such as nobody may be let in with.

use buyer::{Buyer, Credential, Fault, PunchOut, SetupAnswer};

use super::report::{Report, Weight};
use super::{SelfTestError, Target};

const AREA: &str = "punch-out";
/// More than any setup request has.
const TOO_LARGE: usize = 6 * 1024 * 1024;

/// What must be let in although it is odd.
fn odd() -> Vec<(&'static str, Weight, Fault)> {
    vec![
        ("Contact before BrowserFormPost is taken", Weight::Must, Fault::ContactFirst),
        ("an Identity that is written twice is taken", Weight::Must, Fault::DoubleIdentity),
        ("a request without UserAgent is taken", Weight::Must, Fault::NoUserAgent),
        ("a request without DOCTYPE is taken", Weight::Should, Fault::NoDoctype),
        ("an older DOCTYPE is taken", Weight::Must, Fault::Version("1.2.005".to_owned())),
        ("another order of From, To and Sender is taken", Weight::Should, Fault::HeaderReversed),
        (
            "a timestamp without an offset is taken",
            Weight::Must,
            Fault::Timestamp("2026-11-21T12:00:00".to_owned()),
        ),
        ("UTF-16 is taken", Weight::Should, Fault::Utf16),
    ]
}

/// What must be refused, and how.
fn bad() -> Vec<(&'static str, Weight, Fault, &'static [u16])> {
    let stranger = Credential::new("DUNS", "999999999999");
    vec![
        ("another secret is refused", Weight::Must, Fault::WrongSecret("not this one".to_owned()), &[401]),
        ("the word \"none\" is no secret", Weight::Must, Fault::WrongSecret("none".to_owned()), &[401]),
        ("an empty secret is refused", Weight::Must, Fault::EmptySecret, &[401]),
        ("no secret is refused", Weight::Must, Fault::NoSecret, &[401]),
        ("another buyer is refused", Weight::Must, Fault::From(stranger), &[401, 403]),
        ("half a document is refused", Weight::Must, Fault::Truncated, &[406, 400]),
        ("what is no XML is refused", Weight::Must, Fault::Body("hello".to_owned()), &[406, 400]),
        ("an entity declaration is refused", Weight::Must, Fault::EntityDeclaration, &[406, 400]),
        ("an unknown request is not implemented", Weight::Should, Fault::UnknownRequest, &[450, 406, 400]),
        ("what is far too large is refused", Weight::Should, Fault::Padded(TOO_LARGE), &[499, 400, 406]),
    ]
}

/// Asks about setup requests.
pub(super) async fn ask(buyer: &Buyer, target: &Target, report: &mut Report) -> Result<(), SelfTestError> {
    let create = || PunchOut::create(&target.requester);
    let answer = target.punch_out(buyer, create()).await?;
    report.ask((AREA, Weight::Must), "a setup request opens a session", async { opened(&answer) }).await;
    for (name, weight, fault) in odd() {
        let answer = target.punch_out(buyer, create().with(fault)).await?;
        report.ask((AREA, weight), name, async { opened(&answer) }).await;
    }
    for (name, weight, fault, codes) in bad() {
        let answer = target.punch_out(buyer, create().with(fault)).await?;
        report.ask((AREA, weight), name, async { refused(&answer, codes) }).await;
    }
    let source = target.punch_out(buyer, PunchOut::source(&target.requester)).await?;
    let name = "operation \"source\" is not implemented";
    report.ask((AREA, Weight::Should), name, async { refused(&source, &[450]) }).await;
    Ok(())
}

fn opened(answer: &SetupAnswer) -> Result<((), String), String> {
    match (&answer.start_page, &answer.refusal) {
        (Some(start), _) => Ok(((), format!("StartPage on {}", start.host_str().unwrap_or_default()))),
        (None, refusal) => Err(refusal.clone().unwrap_or_else(|| "no StartPage".to_owned())),
    }
}

fn refused(answer: &SetupAnswer, codes: &[u16]) -> Result<((), String), String> {
    let wanted = codes.first().copied().unwrap_or_default();
    match &answer.status {
        _ if answer.start_page.is_some() => Err(format!("it was let in, and not refused with {wanted}")),
        Some(status) if codes.contains(&status.code) => Ok(((), status.to_string())),
        Some(status) => Err(format!("Status {status}, and not {wanted}")),
        None => {
            let http =
                answer.http_status.map_or_else(|| "no answer".to_owned(), |code| format!("HTTP {code}"));
            Err(format!("{http} without a cXML Status; {wanted} is wanted"))
        }
    }
}
