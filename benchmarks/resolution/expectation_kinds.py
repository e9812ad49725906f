"""Persons, companies, products, papers: how they come to be, and how a source writes them."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from expectation_words import kept, made_word, made_words, slip, some

Row = dict[str, str]
Thing = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """How things of a kind come to be, and how a source writes them down."""

    make: Callable[[random.Random, bool], Iterator[Thing]]
    write: Callable[[random.Random, Thing, float], Row]
    """Writes a thing with so much disorder: 0 is none."""
    fields: Sequence[tuple[str, str]]


def _persons(draw: random.Random, is_hard: bool) -> Iterator[Thing]:
    given, family = (
        made_words(draw, 60 if is_hard else 200),
        made_words(draw, 120 if is_hard else 500),
    )
    towns = made_words(draw, 20)
    while True:
        born = (draw.randint(1950, 2000), draw.randint(1, 12), draw.randint(1, 28))
        person = {"given": some(draw, given), "family": some(draw, family), "born": born}
        yield {**person, "town": some(draw, towns), "mail": draw.randint(1, 99)}
        if draw.random() < 0.1:
            # A brother: the same family and town.
            brother = {"given": some(draw, given), "born": (born[0] + 2, *born[1:])}
            yield {**person, "town": some(draw, towns), "mail": draw.randint(1, 99), **brother}


def _write_person(draw: random.Random, thing: Thing, disorder: float) -> Row:
    given, family = thing["given"], thing["family"]
    year, month, day = thing["born"]
    born = f"{year}-{month:02d}-{day:02d}"
    if draw.random() < 0.25 * disorder:
        born = f"{year}-{day:02d}-{month:02d}" if month != day and day <= 12 else f"{year}"
    mail = f"{given[0]}{family}{thing['mail']}@mail.example"
    if draw.random() < 0.3 * disorder:
        given = given[0]
    if draw.random() < 0.15 * disorder:
        given, family = family, given
    return {
        "given": kept(draw, given, disorder / 2),
        "family": kept(draw, family, disorder / 2),
        "born": born if draw.random() > 0.5 * disorder else "",
        "town": kept(draw, thing["town"], disorder),
        "mail": kept(draw, mail, disorder) if draw.random() > 0.6 * disorder else "",
    }


def _companies(draw: random.Random, is_hard: bool) -> Iterator[Thing]:
    names, trades = made_words(draw, 80 if is_hard else 400), made_words(draw, 15)
    towns, streets = made_words(draw, 25), made_words(draw, 60)
    while True:
        company = {
            "name": f"{some(draw, names)} {draw.choice(trades)}",
            "form": draw.randrange(4),
            "street": f"{some(draw, streets)} {draw.randint(1, 150)}",
            "town": some(draw, towns),
            "phone": str(draw.randint(10**8, 10**9)),
        }
        yield company
        if draw.random() < (0.3 if is_hard else 0.08):
            # A sister in the same house.
            other = f"{company['name'].split()[0]} {draw.choice(trades)}"
            yield {**company, "name": other, "phone": str(draw.randint(10**8, 10**9))}


_FORMS = (("Ltd", "Limited"), ("GmbH", "G.m.b.H."), ("SA", "S.A."), ("Inc", "Incorporated"))


def _write_company(draw: random.Random, thing: Thing, disorder: float) -> Row:
    words = thing["name"].title().split()
    if draw.random() < 0.3 * disorder:
        words = words[:1]
    if draw.random() < 0.1 * disorder:
        words = [word[0] for word in words]
    name = " ".join(words)
    form = draw.choice(_FORMS[thing["form"]]) if draw.random() > 0.5 * disorder else ""
    phone = thing["phone"]
    if draw.random() < 0.5:
        phone = f"({phone[:3]}) {phone[3:]}"
    return {
        "name": f"{slip(draw, name) if draw.random() < 0.4 * disorder else name} {form}".strip(),
        "street": kept(draw, thing["street"], disorder),
        "town": thing["town"].upper() if draw.random() < 0.2 else thing["town"].title(),
        "phone": phone if draw.random() > 0.7 * disorder else "",
    }


def _products(draw: random.Random, is_hard: bool) -> Iterator[Thing]:
    makers, kinds, traits = made_words(draw, 20), made_words(draw, 30), made_words(draw, 40)
    while True:
        product = {
            "maker": some(draw, makers),
            "kind": " ".join(draw.sample(kinds, 2)),
            "code": made_word(draw, 1).upper() + str(draw.randint(10, 9999)),
            "traits": draw.sample(traits, 4),
            "price": round(10 ** draw.uniform(1, 3), 2),
        }
        yield product
        for _ in range(draw.randint(0, 3) if is_hard else draw.randint(0, 1)):
            # A variant: another code, one trait more.
            digits = int("".join(one for one in product["code"] if one.isdigit()))
            code = product["code"][:2] + str(digits + draw.choice([1, 5, 10, 100]))
            price = round(product["price"] * draw.uniform(1.0, 1.3), 2)
            traits_of = [draw.choice(traits), *product["traits"][1:]]
            yield {**product, "code": code, "price": price, "traits": traits_of}


def _write_product(draw: random.Random, thing: Thing, disorder: float) -> Row:
    code = thing["code"] if draw.random() > 0.7 * disorder else ""
    if code and draw.random() < disorder:
        code = f"{code[:2]}-{code[2:]}"
    words = [thing["maker"].title(), *thing["kind"].split(), code]
    words += draw.sample(thing["traits"], draw.randint(0, 2))
    if draw.random() < 0.4 * disorder:
        draw.shuffle(words)
    if draw.random() < 0.4 * disorder:
        words.pop(draw.randrange(len(words)))
    price = thing["price"] * (1.0 if draw.random() > 0.6 * disorder else draw.uniform(0.7, 1.2))
    return {
        "title": " ".join(word for word in words if word),
        "maker": thing["maker"].title() if draw.random() > 0.6 * disorder else "",
        "price": f"{price:.2f}" if draw.random() > 0.5 * disorder else "",
    }


def _papers(draw: random.Random, is_hard: bool) -> Iterator[Thing]:
    terms = made_words(draw, 60 if is_hard else 300)
    authors = [(made_word(draw, 2), name) for name in made_words(draw, 150)]
    venues = [(" ".join(made_words(draw, 4)), made_word(draw, 2).upper()) for _ in range(8)]
    while True:
        paper = {
            "title": [some(draw, terms) for _ in range(draw.randint(3, 7))],
            "authors": draw.sample(authors, draw.randint(1, 4)),
            "venue": draw.choice(venues),
            "year": draw.randint(1985, 2005),
        }
        yield paper
        if draw.random() < (0.2 if is_hard else 0.05):
            # The journal's version of what was read at a conference: another paper.
            yield {**paper, "venue": draw.choice(venues), "year": paper["year"] + 1}


def _write_paper(draw: random.Random, thing: Thing, disorder: float) -> Row:
    words = list(thing["title"])
    if draw.random() < 0.4 * disorder:
        words = words[: -draw.randint(1, 2)] or words
    if draw.random() < 0.5 * disorder:
        place = draw.randrange(len(words))
        words[place] = slip(draw, words[place])
    named = thing["authors"][:2] if draw.random() < 0.3 * disorder else thing["authors"]
    initials = draw.random() < disorder
    authors = ", ".join(f"{given[0] if initials else given} {name}" for given, name in named)
    return {
        "title": " ".join(words).capitalize(),
        "authors": authors if draw.random() > 0.1 * disorder else "",
        "venue": thing["venue"][draw.random() < disorder] if draw.random() > 0.4 * disorder else "",
        "year": str(thing["year"]) if draw.random() > 0.6 * disorder else "",
    }


KINDS: Mapping[str, Kind] = {
    "persons": Kind(
        _persons,
        _write_person,
        [("given", "String"), ("family", "String"), ("born", "Date"), ("town", "String"),
         ("mail", "String")],
    ),
    "companies": Kind(
        _companies,
        _write_company,
        [("name", "OrganizationName"), ("street", "Address"), ("town", "String"),
         ("phone", "Identifier")],
    ),
    "products": Kind(
        _products,
        _write_product,
        [("title", "Text"), ("maker", "String"), ("price", "Price")],
    ),
    "papers": Kind(
        _papers,
        _write_paper,
        [("title", "Text"), ("authors", "String"), ("venue", "String"), ("year", "Exact")],
    ),
}  # fmt: skip
