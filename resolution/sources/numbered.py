"""Lists within a field: "(1) Tunis (2) Sosa", "a) Kabul b) Herat" are several values.

Only markers that count up from the first are markers; "(4) " alone in an address is not. A marker
that stands for several, "(1)-(2) Tunisia", gives its value once.
"""

import re

_MARKER = re.compile(r"(?:^|(?<=[\s,;.]))\(?([1-9]\d?|[a-z])\)\s*", re.IGNORECASE)
_SEVERAL = re.compile(r"\(?(\d\d?)\)\s*(?:-|to|,|and)?\s*(?=\(\d\d?\))")
_NOTHING = frozenset({"", "-", "n/a", "na", "none", "unknown"})


def numbered(text: str) -> tuple[str, ...]:
    """Return the values of a field, one or several, each once.

    >>> numbered("(1) Tunis (2)-(4) - (5) Sosa")
    ('Tunis', 'Sosa')
    >>> numbered("12 (b) Main Road")
    ('12 (b) Main Road',)
    """
    single = _SEVERAL.sub("", text).strip()
    marks = list(_MARKER.finditer(single))
    if len(marks) < 1 or marks[0].start() != 0 or marks[0].group(1).lower() not in _STARTS:
        return _kept([single])
    marks = _counting_up(marks)
    ends = [mark.start() for mark in marks[1:]] + [len(single)]
    return _kept([single[mark.end() : end] for mark, end in zip(marks, ends, strict=True)])


_STARTS = frozenset({"a", *map(str, range(1, 10))})


def _counting_up(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    kept = [marks[0]]
    for mark in marks[1:]:
        if _rank(mark) > _rank(kept[-1]) and _rank(mark) <= _rank(kept[-1]) + 8:
            kept.append(mark)
    return kept


def _rank(mark: re.Match[str]) -> int:
    label = mark.group(1).lower()
    return int(label) if label.isdigit() else ord(label) - ord("a") + 1


def _kept(values: list[str]) -> tuple[str, ...]:
    plain = (value.strip(" ,;") for value in values)
    return tuple(dict.fromkeys(value for value in plain if value.lower() not in _NOTHING))
