"""Graphs made up by chance: few values, many ties, gaps everywhere."""

import random
from itertools import pairwise

from world import World


def crowd(seed: int, size: int) -> World:
    """Make up a graph with many ties and gaps: few names, few dates, missing values everywhere."""
    dice = random.Random(seed)
    world = World()
    tiers = ("OFFICIAL_LIST", "OFFICIAL_RELEASE", "NEWS", "OTHER")
    sources = [world.source(f"s{i}", dice.choice(tiers)) for i in range(4)]
    days = ("2024-12-16", "2024-12-17", "2020-01-01", None)
    documents = [
        world.document(
            f"D-{i}", dice.choice(sources), dice.choice(days), text=dice.choice(("A text.", None))
        )
        for i in range(8)
    ]
    names = ("Kim Yong Chol", "Ri Chang Ho", "김영철", "Bank of Stars", "Émile Sea")
    types = ("PRIMARY", "ALIAS", "WEAK_ALIAS", "FORMER", "ACRONYM")
    kinds = ("PERSON", "ORGANIZATION", "VESSEL", "AIRCRAFT", "UNKNOWN")
    authorities = [world.authority(f"a{i}", acronym=dice.choice(("AA", None))) for i in range(3)]
    programmes = [
        world.programme(a, key, dice.choice(("Title", None)))
        for a in authorities
        for key in ("P", "Q")
    ]
    entities, mentions, designations = [], [], []
    for i in range(size):
        members = [
            world.mention(
                f"M-{i}X{j}",
                dice.choice(documents),
                [(name, dice.choice(types)) for name in dice.sample(names, dice.randint(1, 3))],
                dice.choice(("RECORD", "TEXT")),
                dice.choice(kinds),
                [
                    (dice.choice(("birthDate", "flag")), dice.choice(("1968", "kp")))
                    for _ in range(dice.randint(0, 3))
                ],
                {
                    (dice.choice(("imo", "passport", "cited-imo")), str(dice.randint(1, 4)), None)
                    for _ in range(dice.randint(0, 2))
                },
                dice.sample(("kp", "ru", "us"), dice.randint(0, 2)),
                start=dice.choice((None, 0, 7)),
                recordId=dice.choice((None, "7")),
                isRetired=dice.choice((None, None, None, True)),
            )
            for j in range(dice.randint(1, 4))
        ]
        mentions += members
        entities.append(world.entity(*members, scores=[dice.random() for _ in members]))
        for left, right in pairwise(members):
            world.compared(left, right, dice.choice((0.5, 0.9)), joins=dice.random() < 0.8)
        for j in range(dice.randint(0, 3)):
            designations.append(  # noqa: PERF401 - read with its arguments
                world.designation(
                    f"G-{i}X{j}",
                    entities[-1],
                    dice.choice(authorities),
                    dice.sample(members, dice.randint(0, len(members))),
                    dice.sample(programmes, dice.randint(0, 2)),
                    dice.sample(("E.O. 1", "E.O. 2"), dice.randint(0, 2)),
                    dice.choice(("ANNOUNCED", "ACTIVE", "DELISTED", "EXPIRED")),
                    listedOn=dice.choice(days),
                    announcedOn=dice.choice(days),
                    endedOn=dice.choice(days),
                    firstSeenOn=dice.choice(days),
                )
            )
    for i in range(4):
        world.mention(f"M-UNSERVED{i}", dice.choice(documents), [("Kim", "PRIMARY")])
    for number, share in enumerate((designations[::2], designations[1::2])):
        action = world.action(f"action:xx:2024-12-1{number}", f"2024-12-1{number}", share)
        for document in dice.sample(documents, 3):
            world.edge(document, "REPORTS", action)
            world.claim(
                f"claim:{number}:{document.id}",
                document,
                action,
                "two",
                dice.randint(0, 2),
                dice.sample(authorities, 1),
                persons=dice.choice((None, 2)),
            )
    runs = [
        world.run(f"R-{i}", startedAt=dice.choice((None, f"2026-01-0{i + 1}T00:00:00Z")))
        for i in range(3)
    ]
    for number in range(size):
        founders = dice.sample(mentions, 2)
        verdict = (
            world.judgement(
                f"J-{number}",
                *founders,
                createdAt=f"2026-01-{number % 9 + 1:02}T00:00:00Z",
                retractedAt=dice.choice((None, "2026-02-01T00:00:00Z")),
            )
            if dice.random() < 0.5
            else None
        )
        world.event(
            number + 1, "MERGED", founders[0]["entityId"], dice.choice(runs), founders, verdict
        )
    pairs = {
        (dice.choice(entities), dice.choice(entities), kind)
        for kind in ("OWNED_BY", "OTHER")
        for _ in range(size)
    }
    for one, other, kind in sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id, pair[2])):
        if one is not other:
            world.related(one, kind, other, *dice.sample(mentions, 2))
    return world.derived()
