//! The bypass report.

use super::In;

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub download: &'static str,
    pub what: &'static str,
    pub when: &'static str,
    pub who: &'static str,
    pub place: &'static str,
    pub here: &'static str,
    pub amount: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        title: "Purchases without an approval",
        lead: "What accounts of your organisation bought without its procurement system: on the marketplace itself, or in other consoles such as that of EC2. The newest first.",
        none: "There is none.",
        download: "Download as CSV",
        what: "What",
        when: "When",
        who: "Who",
        place: "Where",
        here: "Marketplace",
        amount: "Amount",
    },
    german: Words {
        title: "Käufe ohne Genehmigung",
        lead: "Was Konten Ihrer Organisation ohne das Beschaffungssystem gekauft haben: auf dem Marktplatz selbst oder in anderen Konsolen wie der von EC2. Die neuesten zuerst.",
        none: "Es gibt keine.",
        download: "Als CSV herunterladen",
        what: "Was",
        when: "Wann",
        who: "Wer",
        place: "Wo",
        here: "Marktplatz",
        amount: "Betrag",
    },
};
