"""XML read so that a hostile file can do no harm: no entities, no network, no endless depth."""

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from actors.errors import SourceError

Element = etree._Element  # noqa: SLF001  lxml has no public name for it


def parse_xml(path: Path, content: bytes, root: str) -> Element:
    """Return the root element, which must bear the name the format gives it."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        found = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or None
        raise SourceError(
            path, line, f"not well-formed XML ({error.msg}); fetch it again"
        ) from error
    if found.getroottree().docinfo.internalDTD is not None:
        raise SourceError(path, None, "declares a document type, as the list never does")
    if found.tag != root:
        problem = f"the root element is <{found.tag}>, expected <{root}>"
        raise SourceError(path, line_of(found), problem)
    return found


def line_of(element: Element) -> int:
    """Return the line where the element begins."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def text_of(element: Element, path: str) -> str:
    """Return the text of the first element at the path, its white space made plain, or nothing."""
    return plain(element.findtext(path))


def texts_of(element: Element, path: str) -> Sequence[str]:
    """Return the texts of all elements at the path that have one."""
    return [text for found in element.iterfind(path) if (text := plain(found.text))]


def plain(text: str | None) -> str:
    """Return text without the white space that only lays out the file."""
    return " ".join(text.split()) if text else ""
