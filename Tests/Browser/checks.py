"""What every page must pass. Each check returns sentences, one for each fault."""

from axe_playwright_python.sync_playwright import Axe

from outline import Outline
from visitor import WIDE, Visitor

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LARGEST_PAGE = 50 * 1024
NARROW = {"width": 320, "height": 640}

TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
    .filter(e => {
        for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
            if (getComputedStyle(p).overflowX !== "visible") return false;
        return true;
    })
    .slice(0, 3)
    .map(e => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "")
        + (e.className && e.className.split ? "." + e.className.split(" ").join(".") : ""))
    .join(", ")"""

# Captions of tables that are cut off at the edge of the region in which their table scrolls.
CUT_CAPTIONS = """() => [...document.querySelectorAll('.weft-table-scroll')].filter(region => {
  const caption = region.querySelector('caption');
  return caption && caption.getBoundingClientRect().width > region.clientWidth + 1;
}).map(region => region.getAttribute('aria-label'))"""

CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")]
    .filter(e => e.innerText && ["hidden", "clip"].includes(getComputedStyle(e).overflowY))
    .filter(e => e.clientHeight > 4 && e.scrollHeight > e.clientHeight + 4)
    .slice(0, 3)
    .map(e => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + ": " +
        e.innerText.trim().slice(0, 40))
    .join("; ")"""

# Doubles the size of the root and returns the text that grows least.
ENLARGE = """() => {
    const root = document.documentElement;
    const size = e => parseFloat(getComputedStyle(e).fontSize);
    const texts = [...document.querySelectorAll("h1, h2, h3, p, li, td, th, label, a, button")]
        .map(e => ({element: e, before: size(e)}));
    root.style.fontSize = 2 * size(root) + "px";
    const growth = texts.map(t => ({
        times: size(t.element) / t.before,
        text: t.element.tagName.toLowerCase() + " " + t.element.textContent.trim().slice(0, 40),
    }));
    return growth.reduce((a, b) => b.times < a.times ? b : a, {times: 2, text: ""});
}"""


def html_faults(outline: Outline, size: int) -> list[str]:
    """What the HTML alone shows."""
    faults = []
    if size > LARGEST_PAGE:
        faults.append(f"the page has {size} bytes of HTML; {LARGEST_PAGE} are allowed")
    if not outline.language.startswith("en"):
        faults.append("the html element does not say that the page is in English")
    if not outline.title.strip():
        faults.append("the page has no title")
    if outline.headings != 1:
        faults.append(f"the page has {outline.headings} h1 headings instead of one")
    if not outline.style_sheets:
        faults.append("the page has no style sheet")
    repeated = sorted({id for id in outline.ids if outline.ids.count(id) > 1})
    faults += [f"the id {id} stands more than once" for id in repeated]
    for link in outline.links:
        if link.startswith("javascript:"):
            faults.append(f"the link {link} works with a script only")
        if link.startswith("#") and len(link) > 1 and link[1:] not in outline.ids:
            faults.append(f"the link {link} leads nowhere")
    faults += [f"{handler} is an inline script" for handler in outline.handlers]
    faults += [
        f"the form to {form.action or 'this page'} has no submit button"
        for form in outline.forms
        if not form.has_submit
    ]
    return faults


def axe_faults(visitor: Visitor) -> list[str]:
    """What axe finds, with the elements."""
    results = Axe().run(
        visitor.page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}}
    )
    return [
        f"axe {violation['id']}: {violation['help']}: {' '.join(map(str, node['target']))}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]


def narrow_faults(visitor: Visitor) -> list[str]:
    """Whether a phone 320 pixels wide must scroll sideways (WCAG 1.4.10)."""
    visitor.page.set_viewport_size(NARROW)
    cut = visitor.page.evaluate(CUT_CAPTIONS)
    width = visitor.page.evaluate("document.documentElement.scrollWidth")
    culprits = visitor.page.evaluate(TOO_WIDE) if width > NARROW["width"] else ""
    visitor.page.set_viewport_size(WIDE)
    faults = [f"at 320 pixels the caption “{caption}” is cut off" for caption in cut]
    if width > NARROW["width"]:
        faults.append(f"at 320 pixels the page is {width} pixels wide: {culprits}")
    return faults


def large_text_faults(visitor: Visitor) -> list[str]:
    """Whether text can be twice as large without loss (WCAG 1.4.4)."""
    page = visitor.page
    growth = page.evaluate(ENLARGE)
    width = page.evaluate("document.documentElement.scrollWidth")
    clipped = page.evaluate(CLIPPED)
    culprits = page.evaluate(TOO_WIDE) if width > WIDE["width"] else ""
    page.evaluate("document.documentElement.style.fontSize = ''")
    faults = []
    if growth["times"] < 1.9:
        faults.append(f"at 200 % this grows {growth['times']:.2f} times only: {growth['text']}")
    if width > WIDE["width"]:
        faults.append(f"at 200 % text the page is {width} pixels wide: {culprits}")
    if clipped:
        faults.append(f"at 200 % text this is cut off: {clipped}")
    return faults


def heading_faults(visitor: Visitor) -> list[str]:
    """Whether a reader without scripts sees the heading and the content."""
    page = visitor.page
    faults = []
    if not page.locator("h1").first.is_visible():
        faults.append("the heading cannot be seen")
    if not page.locator("main").first.inner_text().strip():
        faults.append("the main part is empty")
    return faults
