//! What went past the procurement system, as the organisation's administrator sees it (R11, R27).

use procurement::configuration::Permissions;
use procurement::direct::bypass::PurchaseElsewhere;
use support::Harness;
use support::browser::{Browser, Settings};
use thirtyfour::By;

use super::way::visit;
use crate::browser::console::{OPERATOR, base, sign_in};

/// The administrator of the company whose research account bought.
const ADMINISTRATOR: &str = "111122223333";

/// What a language calls it.
struct Words {
    subscribe: &'static str,
    bought: &'static str,
    report: &'static str,
    title: &'static str,
    here: &'static str,
    name: &'static str,
}

const ENGLISH: Words = Words {
    subscribe: "Subscribe",
    bought: "Bought on the marketplace itself",
    report: "See purchases without an approval",
    title: "Purchases without an approval",
    here: "Marketplace",
    name: "en",
};

const GERMAN: Words = Words {
    subscribe: "Abonnieren",
    bought: "Auf dem Marktplatz selbst gekauft",
    report: "Käufe ohne Genehmigung ansehen",
    title: "Käufe ohne Genehmigung",
    here: "Marktplatz",
    name: "de",
};

/// The operator reports what the console of EC2 sold to the research account.
async fn sold_elsewhere(harness: &Harness) {
    let configuration = punchgate::marketplace::configuration(harness.world().marketplace.parts());
    let (account, arn) = (OPERATOR.parse().expect("an account"), "arn:aws:iam::999900001111:user/operator");
    let caller = configuration.caller(account, arn.to_owned(), Permissions::ALL).await.expect("a caller");
    let (account, at) = ("111122220001".parse().expect("an account"), harness.now());
    let purchase = |organisation| PurchaseElsewhere {
        organisation,
        account,
        console: "EC2".to_owned(),
        reference: "ami-0123456789abcdef0".to_owned(),
        by: "charles".to_owned(),
        product: "Hardened Linux".to_owned(),
        amount: None,
        at,
        recorded: at,
    };
    assert!(configuration.record_elsewhere(&caller, purchase, account).await.expect("recorded"));
}

/// What the page offers to download, as this browser would get it.
async fn table(browser: &Browser) -> String {
    let link = browser.element(By::Css("a[href$='/console/bypass/csv']"), "a download").await;
    let address = link.prop("href").await.expect("a link").expect("an address");
    let cookies = browser.page.get_all_cookies().await.expect("cookies");
    let cookies: Vec<String> = cookies.iter().map(|one| format!("{}={}", one.name, one.value)).collect();
    let request = reqwest::Client::new().get(address).header("cookie", cookies.join("; "));
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8");
    answer.text().await.expect("a table")
}

#[tokio::test(flavor = "multi_thread")]
async fn purchases_here_and_in_other_consoles_are_in_the_administrators_report() {
    let plain = Words { name: "plain", ..ENGLISH };
    for (settings, words) in
        [(Settings::default(), ENGLISH), (Settings::german(), GERMAN), (Settings::without_scripts(), plain)]
    {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        let home = visit(&browser, &harness, "ada").await;
        browser.open(format!("{home}/offers/offer-lumen-agent-free")).await;
        browser.leave_by(words.subscribe).await;
        browser.expect(words.bought).await;
        sold_elsewhere(&harness).await;

        sign_in(&browser, &harness, ADMINISTRATOR).await;
        browser.open(format!("{}console/organisation", base(&harness))).await;
        browser.leave_by(words.report).await;
        browser.expect(words.title).await;
        for told in ["Hardened Linux", "EC2", "charles", "Lumen Collector", words.here, "111122220001"] {
            browser.expect(told).await;
        }
        browser.see(&format!("console-bypass-{}", words.name)).await;
        let table = table(&browser).await;
        assert_eq!(table.lines().count(), 3, "{table}");
        assert!(table.contains("Hardened Linux") && table.contains("Lumen Collector"), "{table}");
        harness.sweep().await;
        browser.close().await;
    }
}
