//! What an answer says, whatever shape it comes in.

use crate::Status;
use crate::law::{Element, read};

/// An answer, read as far as it can be.
#[derive(Debug, Default)]
pub(crate) struct ReadAnswer {
    /// The cXML name, or `Answer` for what is none.
    pub(crate) kind: String,
    pub(crate) status: Option<Status>,
    /// `<cXML>` around the Response, and not the Response alone.
    pub(crate) whole_document: bool,
    pub(crate) start_page: Option<String>,
}

/// Reads a Response in a cXML document or as the root itself.
pub(crate) fn read_answer(body: &[u8]) -> ReadAnswer {
    let nothing = || ReadAnswer { kind: "Answer".into(), ..ReadAnswer::default() };
    let Ok(tree) = read(body) else {
        return nothing();
    };
    let whole_document = tree.root.name == "cXML";
    let response = if whole_document { tree.root.child("Response") } else { Some(&tree.root) };
    let Some(response) = response.filter(|response| response.name == "Response") else {
        return nothing();
    };
    ReadAnswer {
        kind: kind(response),
        status: response.child("Status").and_then(status),
        whole_document,
        start_page: response.at("PunchOutSetupResponse/StartPage/URL").map(|url| url.text().to_owned()),
    }
}

fn kind(response: &Element) -> String {
    let named = response.children.iter().find(|child| child.name != "Status");
    named.map_or_else(|| "Response".to_owned(), |child| child.name.clone())
}

fn status(element: &Element) -> Option<Status> {
    Some(Status {
        code: element.attribute("code")?.trim().parse().ok()?,
        text: element.attribute("text").unwrap_or_default().to_owned(),
        message: element.text().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_response_is_understood_but_is_no_whole_document() {
        let answer = read_answer(b"<Response><Status code='200' text='OK'/></Response>");
        assert_eq!(answer.status.map(|status| status.code), Some(200));
        assert!(!answer.whole_document);
    }

    #[test]
    fn a_page_is_no_answer() {
        let answer = read_answer(b"<html><body>502 Bad Gateway</body></html>");
        assert_eq!((answer.kind.as_str(), answer.status), ("Answer", None));
    }

    #[test]
    fn the_start_page_is_found() {
        let answer = read_answer(
            b"<cXML payloadID='1' timestamp='2'><Response><Status code='200' text='OK'/><PunchOutSetupResponse>\
            <StartPage><URL>https://shop/enter?a=1&amp;b=2</URL></StartPage></PunchOutSetupResponse></Response></cXML>",
        );
        assert_eq!(answer.start_page.as_deref(), Some("https://shop/enter?a=1&b=2"));
        assert_eq!(answer.kind, "PunchOutSetupResponse");
    }

    #[test]
    fn a_status_without_a_code_is_none() {
        assert!(read_answer(b"<cXML><Response><Status text='OK'/></Response></cXML>").status.is_none());
    }
}
