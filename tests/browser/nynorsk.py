"""What no page in nynorsk may say: the words that the bokmål texts use and the nynorsk texts never do."""

import re
from functools import cache

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor
from playwright.async_api import Page

from letters import bundles
from letters.formats import Language
from web import words

_WORD = re.compile(r"\b[^\W\d_]+\b")

#: All that is read or read aloud, folded away or not, without what somebody typed, names, and what says that it is in another language.
_SAID = """() => {
    const said = [];
    const walk = node => {
        if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
        if (node.nodeType !== Node.ELEMENT_NODE || node.matches("script, style, textarea, .typed, [lang], [translate=no]")) return;
        for (const name of ["aria-label", "placeholder", "title"]) said.push(node.getAttribute(name) || "");
        node.childNodes.forEach(walk);
    };
    walk(document.body);
    return said.join("\\n");
}"""


class _Texts(Visitor):
    def __init__(self) -> None:
        self.words: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the library calls it so
        self.words |= _words(node.value)


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


@cache
def _of(language: Language) -> frozenset[str]:
    found = _Texts()
    for resources in (bundles.resources(language), words.CATALOGUE.resources(language)):
        for resource in resources.values():
            found.visit(resource)
    return frozenset(found.words)


async def bokmal_in(page: Page) -> set[str]:
    """Return the words of bokmål that stand on *page*."""
    said = _words(await page.evaluate(_SAID))
    return said & (_of(Language.NB) - _of(Language.NN))
