"""OFAC's remarks, taken apart into statements.

They are separated by semicolons, but a semicolon in parentheses separates nothing. The remark as a
whole ends with a full stop, which is not told apart from one that ends a name ("CORP."); whoever
knows the names decides.
"""

ALTERNATIVE = "alt. "


def statements(remarks: str) -> list[str]:
    """Return the statements in order, without the mark of an alternative.

    >>> statements("DOB 1967; alt. DOB 1968; (also in Lima; Peru); a.k.a. 'ANSAN'.")
    ['DOB 1967', 'DOB 1968', '(also in Lima; Peru)', "a.k.a. 'ANSAN'"]
    """
    text = remarks.strip()
    text = text.removesuffix(".")
    plain = (part.strip().removeprefix(ALTERNATIVE).strip() for part in _parts(text))
    return [part for part in plain if part]


def _parts(text: str) -> list[str]:
    if "(" not in text:
        return text.split(";")
    parts: list[str] = []
    begin = depth = 0
    for place, character in enumerate(text):
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character == ";" and not depth:
            parts.append(text[begin:place])
            begin = place + 1
    rest = text[begin:]
    # A parenthesis that is never closed must not swallow the statements behind it.
    return [*parts, *rest.split(";")] if depth else [*parts, rest]
