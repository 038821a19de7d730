"""The built page, opened as a reader opens it: headless Chromium, no network, every width, scripts on and off."""

import os
from pathlib import Path

import pytest

from pactline.report.audit import faults
from pactline.report.render import render
from pactline.study import manifest

ROOT = Path(__file__).parents[1]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
]  # fmt: skip
needs_browser = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")


def build(study, corpus, out):
    parameters = {"corpus": str(corpus), "topic": "venezuela-russia", "period": "year"}
    cache = {"PACTLINE_CACHE": os.environ["PACTLINE_CACHE"]}
    return render(
        ROOT / "notebooks", study=study, parameters=parameters, out=out, environment=cache, manifest=manifest(study)
    )


@pytest.fixture(scope="module")
def page(seeds_study, tmp_path_factory):
    return build(seeds_study, ROOT / "seeds", tmp_path_factory.mktemp("report") / "report.html")


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, page):
    """Opens the page with options of a browser context; fails on a request that leaves or a message on the console."""
    contexts, heard = [], []

    def open_page(**options):
        context = browser.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: heard.append(message.text))
        tab.on("pageerror", lambda error: heard.append(str(error)))
        tab.on("request", lambda request: heard.append(request.url) if request.url != page.as_uri() else None)
        tab.goto(page.as_uri())
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert heard == []


def test_every_figure_of_the_seeds_report_leads_to_its_evidence(page):
    assert faults(page.read_text(encoding="utf-8")) == []


def test_the_page_is_small_and_alone(page):
    text = page.read_text(encoding="utf-8")
    assert len(text.encode()) < 400_000
    assert "default-src 'none'" in text
    assert "0x7f" not in text
    assert str(ROOT) not in text


def test_all_chapters_are_there_in_order(page):
    from lxml import html

    heads = [h.text_content() for h in html.parse(page).getroot().iter("h2")]
    assert heads == [
        "In short",
        "The corpus",
        "Actors",
        "Arms deals",
        "Oil output",
        "How good is this?",
        "Method",
        "Evidence",
    ]


def test_a_second_build_elsewhere_is_the_same_to_the_byte(page, seeds_study, tmp_path, monkeypatch):
    import shutil

    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("MPLBACKEND", "agg")
    (tmp_path / "matplotlibrc").write_text("font.size: 40\n")
    monkeypatch.chdir(tmp_path)
    corpus = tmp_path / "other place" / "seeds"
    shutil.copytree(ROOT / "seeds", corpus)
    assert build(seeds_study, corpus, tmp_path / "again.html").read_bytes() == page.read_bytes()


OUTSIDE = """[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
    && e.getBoundingClientRect().width && !e.closest('.scroll, pre, svg')).map(e => e.outerHTML.slice(0, 80))"""
CUT = """[...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width).flatMap(s => {
    const box = s.getBoundingClientRect();
    return [...s.querySelectorAll('text')].filter(t => t.getBoundingClientRect().right > box.right + 2
        || t.getBoundingClientRect().left < box.left - 2).map(t => t.textContent)})"""
OVERLAPPING = """[...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width).flatMap(s => {
    const boxes = [...s.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
    return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([b, q]) =>
        Math.min(p.right, q.right) - Math.max(p.left, q.left) > 2 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 4
        ).map(([b]) => s.parentNode.parentNode.parentNode.id + ': ' + a + ' | ' + b))})"""


@needs_browser
@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_scrolls_sideways_but_tables_in_their_box(opened, width, scheme):
    tab = opened(viewport={"width": width, "height": 800}, color_scheme=scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate(OUTSIDE) == []


HOSTILE = (
    "<script>alert(1)</script>", "$\\frac{1}{$ and $1.2bn", "a | b | c", "оружие 🚀 武器 سلاح", "\u200fשלום\u202eevil", "O" * 300, "]]></svg><img src=x>",
)  # fmt: skip


def hostile_study():
    """An article for each of the words that break pages, with an outlet, a headline, an actor and an item of that name."""
    from tests.report.conftest import article, deal, mention, oil, study_of

    articles = [
        article(
            i,
            title=words,
            outlet=words,
            source=words,
            published_basis=words,
            published_conflicts=[words],
            url=f"https://e.org/{i}",
        )
        for i, words in enumerate(HOSTILE)
    ]
    names = [mention(f"x{i}", actor_id=f"a{i}", actor=words, surface=words) for i, words in enumerate(HOSTILE)]
    items = [[{"name": words, "category": "other", "quantity": None, "bound": None}] for words in HOSTILE]
    deals = [deal(f"x{i}", items=of) for i, of in enumerate(items)]
    oils = [oil(f"x{i}", attributed_to=words, subject=words) for i, words in enumerate(HOSTILE)]
    return study_of(articles, names, deals, oils)


def lacking_studies():
    from tests.report.conftest import article, deal, mention, study_of

    many = [mention(start=i, end=i + 1, actor_id=f"a{i}", actor=f"Actor {i:04}") for i in range(2000)]
    return {
        "nothing-found": study_of([article(1)]),
        "one-article-without-date": study_of([article(1, published=None)], [mention()], [deal(event_date=None)]),
        "two-thousand-actors": study_of([article(1, text="x" * 2001)], many, texts={"x1": "x" * 2001}),
    }


@needs_browser
@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", ["hostile", "nothing-found", "one-article-without-date", "two-thousand-actors"])
def test_bad_input_leaves_the_page_whole(browser, tmp_path, name, width):
    from tests.report.conftest import page_of

    path = tmp_path / "page.html"
    path.write_text(page_of(hostile_study() if name == "hostile" else lacking_studies()[name]), encoding="utf-8")
    heard = []
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("dialog", lambda dialog: heard.append(dialog.message))
    tab.on("request", lambda request: heard.append(request.url) if request.url != path.as_uri() else None)
    tab.goto(path.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(CUT) == []
    assert tab.locator("img").count() == 0
    context.close()
    assert heard == []


@needs_browser
@pytest.mark.browser
def test_a_page_of_ten_thousand_articles_is_as_whole_as_a_small_one(browser, tmp_path):
    from tests.report.conftest import page_of
    from tests.report.large import large_study

    path = tmp_path / "page.html"
    path.write_text(page_of(large_study()), encoding="utf-8")
    for width in (1280, 360):
        context = browser.new_context(viewport={"width": width, "height": 800})
        tab = context.new_page()
        tab.goto(path.as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert [tab.evaluate(fault) for fault in (OUTSIDE, CUT, OVERLAPPING)] == [[], [], []]
        _what_is_far_is_laid_out_when_it_is_needed(tab)
        context.close()


def _what_is_far_is_laid_out_when_it_is_needed(tab):
    settings = "[...document.querySelectorAll('.article')].map(e => getComputedStyle(e).contentVisibility)"
    assert set(tab.evaluate(settings)) == {"auto"}
    last = tab.locator(".claims > li").last
    tab.evaluate("id => { location.hash = id }", last.get_attribute("id"))
    tab.wait_for_timeout(500)
    assert 0 <= last.evaluate("e => e.getBoundingClientRect().top") < 800
    tab.emulate_media(media="print")
    assert set(tab.evaluate(settings)) == {"visible"}


@needs_browser
@pytest.mark.browser
def test_a_short_page_is_laid_out_whole(opened):
    tab = opened(viewport={"width": 1280, "height": 800})
    hidden = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).contentVisibility === 'auto').length"
    assert tab.evaluate(hidden) == 0


@needs_browser
@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_no_word_of_a_chart_is_cut_or_covers_another(opened, width):
    tab = opened(viewport={"width": width, "height": 800})
    assert tab.evaluate(CUT) == []
    assert tab.evaluate(OVERLAPPING) == []


@needs_browser
@pytest.mark.browser
def test_captions_of_wide_tables_are_read_whole_on_a_phone(opened):
    tab = opened(viewport={"width": 360, "height": 800})
    cut = "[...document.querySelectorAll('caption span')].filter(c => c.getBoundingClientRect().right > innerWidth).map(c => c.textContent)"
    assert tab.evaluate(cut) == []


@needs_browser
@pytest.mark.browser
def test_on_paper_nothing_is_cut_and_links_are_notes(opened):
    tab = opened(viewport={"width": 680, "height": 960})  # A4 less its margins
    tab.emulate_media(media="print")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 680
    assert tab.evaluate(OUTSIDE.replace(".scroll, ", "")) == []
    note = "getComputedStyle(document.querySelector('#in-short a.fig'), '::after').content"
    assert tab.evaluate(note).startswith('"[')
    numbered = """[...document.querySelectorAll('a[data-n]')].filter(a => {
        const at = document.getElementById(a.getAttribute('href').slice(1));
        return !(at.value == a.dataset.n || at.querySelector('h3 small')?.textContent == a.dataset.n)}).length"""
    assert tab.evaluate(numbered) == 0


@needs_browser
@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_every_link_leads_to_something_that_is_there(opened, scripts):
    tab = opened(viewport={"width": 1280, "height": 800}, java_script_enabled=scripts)
    dead = "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length"
    assert tab.evaluate(dead) == 0
    folded = tab.locator("details.named li").first
    tab.goto(f"{tab.url.partition('#')[0]}#{folded.get_attribute('id')}")
    tab.wait_for_timeout(100)
    assert folded.is_visible()


@needs_browser
@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_every_mark_of_a_chart_is_a_stop_of_the_keyboard(opened, scripts):
    tab = opened(viewport={"width": 1280, "height": 800}, java_script_enabled=scripts)
    marks = tab.locator("#fig-deals .wide svg a")
    tab.locator("#fig-deals figcaption a").last.focus()
    for i in range(marks.count()):
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.getAttribute('href')") == marks.nth(i).get_attribute("href")


@needs_browser
@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_mark_is_reached_by_keyboard_and_leads_to_its_sentence(opened, scripts):
    tab = opened(viewport={"width": 1280, "height": 800}, java_script_enabled=scripts)
    mark = tab.locator("#fig-deals .wide svg a").first
    target = mark.get_attribute("href")
    mark.focus()
    tab.keyboard.press("Enter")
    assert tab.url.endswith(target)
    assert tab.locator(target).is_visible()
    assert mark.evaluate("m => m.getAttribute('aria-label') || m.textContent")


@needs_browser
@pytest.mark.browser
def test_phone_and_screen_each_see_one_drawing_of_a_chart(opened):
    for width in (1280, 360):
        tab = opened(viewport={"width": width, "height": 800})
        seen = tab.evaluate(
            "[...document.querySelectorAll('figure')].map(f => [...f.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width).length)"
        )
        assert set(seen) == {1}


@needs_browser
@pytest.mark.browser
def test_a_table_sorts_and_says_so(opened):
    tab = opened(viewport={"width": 1280, "height": 800})
    head = tab.locator("#tab-forms th button").nth(1)
    head.click()
    head.click()
    assert tab.locator("#tab-forms th").nth(1).get_attribute("aria-sort") == "descending"


@needs_browser
@pytest.mark.browser
def test_figures_print_whole(opened):
    tab = opened(viewport={"width": 1280, "height": 800})
    tab.emulate_media(media="print")
    assert tab.evaluate(
        "[...document.querySelectorAll('figure')].every(f => getComputedStyle(f).breakInside === 'avoid')"
    )
    assert not tab.locator("nav.toc").is_visible()


@needs_browser
@pytest.mark.browser
def test_no_violation_of_wcag(opened):
    axe = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed")
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)):
        tab = opened(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
        tab.add_style_tag(
            content="*{content-visibility:visible!important}"
        )  # axe measures; what is far has no place yet
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        tab.evaluate(axe.read_text(encoding="utf-8"))
        tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']"
        found = tab.evaluate(
            f"axe.run(document, {{runOnly: {tags}}}).then(r => r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html]))"
        )
        assert found == []
