//! What the browser carries arrives as it was sent, whatever characters are in it (R28).

use procurement::connection::FormField;
use support::Harness;
use support::browser::Browser;

use super::way::{request, shop};

const NAME: &str = "Ünïcode \"quotes\" 'single' & <tags> ＠ 漢字 🚀𝒜 %41 +";

#[tokio::test(flavor = "multi_thread")]
async fn odd_characters_arrive_in_either_form_field() {
    let Some(browser) = Browser::start().await else { return };
    for field in [FormField::Base64, FormField::UrlEncoded] {
        let harness = Harness::start().await;
        harness.change_coupa(|connection| connection.settings.form_field = field).await;
        let product = "prod-lumen-agent".parse().expect("an id");
        let mut listing = harness.core().store.listing(&product).await.expect("a read").expect("a listing");
        listing.product.name = NAME.to_owned();
        harness.core().store.put_listing(&listing).await.expect("written");
        let home = shop(&browser, &harness).await;
        request(&browser, &home).await;
        browser.expect(NAME).await;
        browser.press("Send to Coupa for approval").await;
        browser.expect("Submit for approval").await;
        let line = harness.coupa().requisitions()[0].lines[0].clone();
        assert!(line.description.contains(NAME), "{field:?}: {}", line.description);
    }
    browser.close().await;
}
