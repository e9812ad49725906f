"""Schemes of numbers: which prove something if they are shared, and whose check digits are right.

Folded numbers in, yes or no out. A slip of one figure breaks the check, so two valid numbers that
differ in one figure are two numbers.
"""

from collections.abc import Callable, Mapping

CITED = "cited-"
"""Begins the scheme of a number that a record says of itself only as another list's."""
SHARED_NUMBER = "sharedNumber"
"""The property in which a record names its numbers that others of its list carry too."""

# Anyone may share these.
_SHARED_BY_MANY = ("email:", "website:", "phone:", "telephone:", "fax:", "address:")

# By these a list knows its own records: two records have two, however alike they are written.
_NUMBERS_OF_LISTS = ("ofac-uid:", "un-dataid:", "gb-hmt-group:", "ca-sema-item:")
_SHORTEST = 5

_WEIGHTS_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_WEIGHTS_INN_11 = (7, *_WEIGHTS_INN_10)
_WEIGHTS_INN_12 = (3, *_WEIGHTS_INN_11)


def is_telling(key: str) -> bool:
    """Whether sharing an identifier's key says anything: `passport:PS` and a website do not."""
    number = key.partition(":")[2]
    return len(number) >= _SHORTEST and not key.startswith(_SHARED_BY_MANY)


def is_of_one_list(key: str) -> bool:
    """Whether an identifier's key is that by which a list knows its own record."""
    return key.startswith(_NUMBERS_OF_LISTS)


def is_imo(number: str) -> bool:
    """Check a ship's IMO number: seven figures, the last the sum's."""
    digits = _digits(number, 7)
    return bool(digits) and _dot(digits, range(7, 1, -1)) % 10 == digits[6]


def is_lei(number: str) -> bool:
    """Check a legal entity identifier, ISO 17442."""
    return len(number) == 20 and _mod_97(number) == 1


def is_iban(number: str) -> bool:
    """Check an international bank account number, ISO 13616."""
    return (
        15 <= len(number) <= 34
        and number[:2].isalpha()
        and number[2:4].isdigit()
        and _mod_97(number[4:] + number[:4]) == 1
    )


def is_isin(number: str) -> bool:
    """Check a security's number, ISO 6166."""
    return len(number) == 12 and number[:2].isalpha() and is_luhn(_spelled(number))


def is_luhn(number: str) -> bool:
    """Check the sum of a bank card's number and of many others."""
    if not number.isdigit() or len(number) < 2:
        return False
    doubled = (int(figure) * 2 for figure in number[-2::-2])
    single = (int(figure) for figure in number[::-2])
    return (sum(sum(divmod(value, 10)) for value in doubled) + sum(single)) % 10 == 0


def is_inn(number: str) -> bool:
    """Check a Russian taxpayer's number: ten figures for a company, twelve for a person."""
    company = _digits(number, 10)
    if company:
        return _dot(company, _WEIGHTS_INN_10) % 11 % 10 == company[9]
    person = _digits(number, 12)
    return bool(person) and (
        _dot(person, _WEIGHTS_INN_11) % 11 % 10 == person[10]
        and _dot(person, _WEIGHTS_INN_12) % 11 % 10 == person[11]
    )


def is_ogrn(number: str) -> bool:
    """Check a Russian registration: thirteen figures for a company, fifteen for a trader."""
    if not number.isdigit() or len(number) not in (13, 15):
        return False
    return int(number[:-1]) % (len(number) - 2) % 10 == int(number[-1])


SCHEMES: Mapping[str, Callable[[str], bool]] = {
    "imo": is_imo,
    "lei": is_lei,
    "iban": is_iban,
    "isin": is_isin,
    "luhn": is_luhn,
    "inn": is_inn,
    "ogrn": is_ogrn,
}


def _digits(number: str, length: int) -> list[int]:
    fits = len(number) == length and number.isdigit()
    return [int(figure) for figure in number] if fits else []


def _dot(digits: list[int], weights: range | tuple[int, ...]) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False))


def _spelled(number: str) -> str:
    """Write letters as numbers from ten on."""
    return "".join(str(int(letter, 36)) for letter in number)


def _mod_97(number: str) -> int:
    return int(_spelled(number)) % 97
