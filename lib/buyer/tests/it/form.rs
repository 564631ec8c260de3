//! Forms as a browser reads them.

use buyer::forms;
use url::Url;

fn page() -> Url {
    Url::parse("https://shop.example/s/abc/return?x=1").expect("an address")
}

#[test]
fn values_are_decoded_once() {
    let html = "<form method=POST action='https://b.example/checkout?id=1&amp;y=2'>\
                <input type=hidden name=cXML-urlencoded value='&lt;a&gt;&amp;amp; &amp;#246;&lt;/a&gt;'></form>";
    let form = forms(&page(), html).expect("forms").remove(0);
    assert_eq!(form.action.as_str(), "https://b.example/checkout?id=1&y=2");
    assert_eq!(form.field("cxml-urlencoded"), Some("<a>&amp; &#246;</a>"));
    assert!(form.carries_a_cart() && form.method == "post");
}

#[test]
fn only_what_a_browser_would_send_is_a_field() {
    let html = "<form><input name=a value=1><input name=b type=checkbox><input name=c type=checkbox checked>\
                <input name=d disabled value=1><input value=nameless><select name=e><option value=1>x<option selected>two \
                </select><textarea name=f>\nline</textarea><button name=go value=yes>Go</button><input type=radio name=g value=1>\
                </form>";
    let form = forms(&page(), html).expect("forms").remove(0);
    let fields: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(fields, [("a", "1"), ("c", "on"), ("e", "two"), ("f", "line")]);
    assert_eq!(form.buttons, [("go".to_owned(), "yes".to_owned())]);
}

#[test]
fn line_breaks_are_sent_as_cr_lf() {
    let form = forms(&page(), "<form><input type=hidden name=x value='a\nb&#13;c'></form>")
        .expect("forms")
        .remove(0);
    assert_eq!(form.field("x"), Some("a\r\nb\r\nc"));
}

#[test]
fn the_action_is_resolved_against_the_page_or_its_base() {
    let action = |html: &str| forms(&page(), html).expect("forms").remove(0).action.to_string();
    assert_eq!(action("<form action=add></form>"), "https://shop.example/s/abc/add");
    assert_eq!(action("<form></form>"), "https://shop.example/s/abc/return?x=1");
    assert_eq!(action("<base href='/t/'><form action=add></form>"), "https://shop.example/t/add");
}

#[test]
fn a_form_is_filled_in_and_its_button_pressed() {
    let form = forms(&page(), "<form><input name=q></form>").expect("forms").remove(0);
    let filled = form.fill("q", "logs").press("go", "1");
    assert_eq!(filled.fields, [("q".to_owned(), "logs".to_owned()), ("go".to_owned(), "1".to_owned())]);
}
