//! The same documents through python3 with lxml, where that is at hand: parsing only.

use std::io::Write as _;
use std::process::{Command, Stdio};

use cxml::{Document, WriteOptions, write};

const SCRIPT: &str = "
import sys, time
from lxml import etree
parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
for line in sys.stdin:
    name, _, xml = line.rstrip('\\n').partition('\\t')
    data = bytes.fromhex(xml)
    def once():
        root = etree.fromstring(data, parser)
        for element in root.iter():
            element.tag, element.text, dict(element.attrib)
    best = None
    for _ in range(15):
        start = time.perf_counter(); calls = 0
        while time.perf_counter() - start < 0.02:
            once(); calls += 1
        took = (time.perf_counter() - start) / calls
        best = took if best is None else min(best, took)
    print(f'{name:<34}{best * 1e6:>12.2f} µs')
";

pub fn measure(documents: &[(String, Document)]) {
    let python =
        Command::new("python3").args(["-c", SCRIPT]).stdin(Stdio::piped()).stderr(Stdio::null()).spawn();
    let Ok(mut python) = python else {
        println!("python3 is absent; no comparison with lxml");
        return;
    };
    println!("\npython3 with lxml, parsing and reading every attribute and text:");
    let mut input = python.stdin.take();
    for (name, document) in documents {
        let xml = write(document, &WriteOptions::default());
        let hexadecimal: String = xml.bytes().map(|byte| format!("{byte:02x}")).collect();
        if let Some(input) = &mut input {
            // It may have ended already, when lxml is absent.
            let _ = writeln!(input, "{name}\t{hexadecimal}");
        }
    }
    drop(input);
    if !python.wait().is_ok_and(|status| status.success()) {
        println!("lxml is absent");
    }
}
