//! A megabyte each of what hurts parsers.

/// A document's name and how it is made.
type Document = (&'static str, fn() -> Vec<u8>);

const SIZE: usize = 1_000_000;

pub const DOCUMENTS: &[Document] = &[
    ("zeros", || vec![0; SIZE]),
    ("spaces", || vec![b' '; SIZE]),
    ("less-than signs", || vec![b'<'; SIZE]),
    ("bytes that are not UTF-8", || vec![0xE4; SIZE]),
    ("nesting", || "<a>".repeat(SIZE / 3).into()),
    ("nesting, closed", || nested(60)),
    ("empty elements", || filled("<a>", "<b/>", "</a>")),
    ("unknown elements in cXML", || filled("<cXML>", "<b/>", "</cXML>")),
    ("prefixes", || filled("<a:cXML>", "<a:b:c/>", "</a:cXML>")),
    ("attributes of one element", || numbered("<cXML", |n| format!(" a{n}=''"), "/>")),
    ("elements with 60 attributes", || filled("<a>", &attributes(60), "</a>")),
    ("elements with equal attributes", || filled("<a>", "<b a='' a=''/>", "</a>")),
    ("a long name", || format!("<{0}></{0}>", "a".repeat(SIZE / 2)).into()),
    ("a long wide name", || format!("<{0}></{0}>", "ä".repeat(SIZE / 4)).into()),
    ("a long attribute", || format!("<cXML a='{}'/>", "&#9;\n".repeat(SIZE / 5)).into()),
    ("a long payloadID", || format!("<cXML payloadID='{}'/>", "&amp;\n".repeat(SIZE / 6)).into()),
    ("a long timestamp", || format!("<cXML timestamp='{}'/>", "1 ".repeat(SIZE / 2)).into()),
    ("references", || cookie(&"&#65;".repeat(SIZE / 5))),
    ("a reference with many zeros", || cookie(&format!("&#{}65;", "0".repeat(SIZE)))),
    ("a long entity name", || cookie(&format!("&{};", "a".repeat(SIZE)))),
    ("ampersands", || cookie(&"&".repeat(SIZE))),
    ("a long text", || cookie(&"a".repeat(SIZE))),
    ("carriage returns", || extrinsic(&"\r".repeat(SIZE))),
    ("brackets", || extrinsic(&"]]".repeat(SIZE / 2))),
    ("comments", || filled("<cXML>", "<!---->", "</cXML>")),
    ("a comment that does not end", || format!("<cXML><!--{}", "-x".repeat(SIZE / 2)).into()),
    ("instructions", || filled("<cXML>", "<?a b?>", "</cXML>")),
    ("CDATA sections", || extrinsic(&"<![CDATA[a]]>".repeat(SIZE / 13))),
    ("CDATA sections that do not end", || extrinsic(&"<![CDATA[".repeat(SIZE / 9))),
    ("markup in a text", || extrinsic(&"a<b/>".repeat(SIZE / 5))),
    ("a DOCTYPE", || format!("<!DOCTYPE a SYSTEM '{}'><a/>", "a".repeat(SIZE)).into()),
    ("an internal subset", || format!("<!DOCTYPE a [{}]><a/>", "<!ENTITY a 'b'>".repeat(SIZE / 15)).into()),
    ("UTF-16", || utf16(&filled("<cXML>", "<b/>", "</cXML>"))),
    ("ISO-8859-1", latin1),
    ("headers", || filled("<cXML>", "<Header/>", "</cXML>")),
    ("credentials", || filled("<cXML><Header><From>", "<Credential/>", "</From></Header></cXML>")),
    ("domains", || {
        let credential = |n| format!("<Credential domain='{n}'/>");
        numbered("<cXML><Header><Sender>", credential, "</Sender></Header></cXML>")
    }),
    ("contacts", || setup("<Contact/>")),
    ("postal addresses", || setup_filled("<Contact>", "<PostalAddress/>", "</Contact>")),
    ("extrinsics", || setup("<Extrinsic/>")),
    ("lines", || setup("<ItemOut/>")),
    ("segments", || {
        let (start, end) = ("<ItemOut><Distribution><Accounting>", "</Accounting></Distribution></ItemOut>");
        setup_filled(start, "<AccountingSegment id='1'/>", end)
    }),
    ("distributions", || setup_filled("<ItemOut>", "<Distribution/>", "</ItemOut>")),
    ("tax details", || setup_filled("<ItemOut><Tax>", "<TaxDetail/>", "</Tax></ItemOut>")),
    ("comments elements", || setup_filled("<ItemOut>", "<Comments/>", "</ItemOut>")),
    ("attachments", || setup_filled("<ItemOut><Comments>", "<Attachment/>", "</Comments></ItemOut>")),
    ("lines of an order", || order("<ItemOut><BlanketItemDetail/></ItemOut>")),
    ("lines of a cart", || {
        filled(
            "<cXML><Message><PunchOutOrderMessage>",
            "<ItemIn/>",
            "</PunchOutOrderMessage></Message></cXML>",
        )
    }),
    ("confirmations", || request("ConfirmationRequest", "<ConfirmationItem/>")),
    ("confirmation statuses", || {
        let (start, end) = ("<ConfirmationItem>", "</ConfirmationItem>");
        wrapped("ConfirmationRequest", start, "<ConfirmationStatus quantity='1'/>", end)
    }),
    ("invoices' orders", || request("InvoiceDetailRequest", "<InvoiceDetailOrder/>")),
    ("invoices' header orders", || request("InvoiceDetailRequest", "<InvoiceDetailHeaderOrder/>")),
    ("invoices' lines", || {
        let (start, end) = ("<InvoiceDetailOrder>", "</InvoiceDetailOrder>");
        wrapped("InvoiceDetailRequest", start, "<InvoiceDetailServiceItem/>", end)
    }),
    ("invoices' partners", || {
        let (start, end) = ("<InvoiceDetailRequestHeader>", "</InvoiceDetailRequestHeader>");
        wrapped("InvoiceDetailRequest", start, "<InvoicePartner/>", end)
    }),
    ("transactions", || {
        filled(
            "<Response><ProfileResponse>",
            "<Transaction requestName='a'/>",
            "</ProfileResponse></Response>",
        )
    }),
];

/// A field's name and how its value is made.
type Form = (&'static str, fn() -> String);

pub const FORMS: &[Form] =
    &[("cXML-base64", || "PGE+".repeat(SIZE / 4)), ("cXML-urlencoded", || "%3Ca".repeat(SIZE / 4))];

pub const BODIES: &[fn() -> Vec<u8>] = &[
    || "--x\r\n\r\n".repeat(SIZE / 7).into(),
    || format!("{}--x--", "--x\r\n\r\n".repeat(10_000)).into(),
    || format!("--x\r\n{}\r\n--x--", "Content-ID: a;\r\n ".repeat(SIZE / 17)).into(),
    || format!("--x\r\n\r\n{}--x--", "\r\n-".repeat(SIZE / 3)).into(),
];

fn filled(start: &str, piece: &str, end: &str) -> Vec<u8> {
    format!("{start}{}{end}", piece.repeat(SIZE / piece.len())).into()
}

fn numbered(start: &str, piece: impl Fn(usize) -> String, end: &str) -> Vec<u8> {
    let mut text = start.to_owned();
    let mut number = 0;
    while text.len() < SIZE {
        text.push_str(&piece(number));
        number += 1;
    }
    (text + end).into()
}

fn nested(depth: usize) -> Vec<u8> {
    let one = format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    filled("<cXML>", &one, "</cXML>")
}

fn attributes(count: usize) -> String {
    let all: String = (0..count).map(|n| format!(" attribute-{n:03}=''")).collect();
    format!("<b{all}/>")
}

fn setup_filled(start: &str, piece: &str, end: &str) -> Vec<u8> {
    wrapped("PunchOutSetupRequest", start, piece, end)
}

fn setup(piece: &str) -> Vec<u8> {
    request("PunchOutSetupRequest", piece)
}

fn order(piece: &str) -> Vec<u8> {
    request("OrderRequest", piece)
}

fn request(kind: &str, piece: &str) -> Vec<u8> {
    wrapped(kind, "", piece, "")
}

fn wrapped(kind: &str, start: &str, piece: &str, end: &str) -> Vec<u8> {
    let start = format!("<cXML><Request><{kind}>{start}");
    filled(&start, piece, &format!("{end}</{kind}></Request></cXML>"))
}

fn cookie(content: &str) -> Vec<u8> {
    wrapped_once("BuyerCookie", content)
}

fn extrinsic(content: &str) -> Vec<u8> {
    wrapped_once("Extrinsic", content)
}

fn wrapped_once(element: &str, content: &str) -> Vec<u8> {
    let (start, end) = ("<cXML><Request><PunchOutSetupRequest>", "</PunchOutSetupRequest></Request></cXML>");
    format!("{start}<{element}>{content}</{element}>{end}").into()
}

fn utf16(text: &[u8]) -> Vec<u8> {
    let text = &text[..text.len() / 2];
    let units = text.iter().flat_map(|&byte| [byte, 0]);
    [0xFF, 0xFE].into_iter().chain(units).collect()
}

fn latin1() -> Vec<u8> {
    let start = b"<?xml version='1.0' encoding='ISO-8859-1'?><cXML payloadID='".to_vec();
    [start, vec![0xE4; SIZE], b"'/>".to_vec()].concat()
}
