from itertools import combinations

import numpy as np
from people_tables import FIELDS, People

from actors.progress import Silent
from resolution.learning.tables.pool import Pool, draw_pool
from resolution.learning.tables.rules import choose_rules
from resolution.learning.tables.settings import TrainingSettings
from resolution.learning.tables.worded import worded
from resolution.tables import Table, table_of
from resolution.tables.blocking import candidate_pairs
from resolution.tables.model import Rule

PEOPLE = People(60)
WORDED = worded(FIELDS, PEOPLE.table().records)
TABLE = PEOPLE.table(WORDED)


def pool_of(table: Table, pairs: int = 500_000) -> Pool:
    return draw_pool(table.records, table.variables, TrainingSettings(pool_pairs=pairs), Silent())


def pairs_of(pool: Pool) -> set[tuple[int, int]]:
    return set(zip(pool.left.tolist(), pool.right.tolist(), strict=True))


def test_all_who_share_a_word_are_in_the_pool() -> None:
    pool = pool_of(TABLE)

    names = [set(row["name"].split()) for row in PEOPLE.rows]
    sharing = {
        (left, right)
        for left, right in combinations(range(len(names)), 2)
        if names[left] & names[right]
    }
    assert sharing
    assert sharing <= pairs_of(pool)


def test_a_smaller_pool_holds_all_candidates_of_the_records_that_were_drawn() -> None:
    everything, pool = pool_of(TABLE), pool_of(TABLE, pairs=300)

    assert len(pool.left) < len(everything.left)
    found = pairs_of(pool)
    shared = set(everything.rules[0].rows.tolist())
    for row in shared:
        left, right = int(everything.left[row]), int(everything.right[row])
        if pool.is_drawn[left] or pool.is_drawn[right]:
            assert (left, right) in found


def test_a_rule_costs_the_pairs_that_a_run_compares_for_it() -> None:
    pool = pool_of(TABLE)

    for one in pool.rules[:12]:
        left, _ = candidate_pairs(TABLE.records, TABLE.variables, [Rule(one.predicates, 100)])
        # A pair that shares two keys is compared once and counted twice.
        assert len(one.rows) == len(left) <= one.cost(100)


def test_rules_find_what_is_likely_for_the_fewest_pairs() -> None:
    pool = pool_of(TABLE)
    same = np.array(
        [PEOPLE.same(*pair) for pair in zip(pool.left.tolist(), pool.right.tolist(), strict=True)]
    )

    chosen = choose_rules(pool, np.where(same, 5.0, -9.0), len(TABLE.records), 20.0)

    assert chosen.recall > 0.99
    assert chosen.found[same].mean() > 0.99
    assert chosen.found.sum() <= 20.0 * len(TABLE.records)


def test_of_two_tables_the_pool_holds_pairs_across_only() -> None:
    table = table_of(WORDED, PEOPLE.rows[:50], PEOPLE.rows[50:])

    pool = pool_of(table)

    assert len(pool.left)
    assert (pool.left < 50).all()
    assert (pool.right >= 50).all()


def test_one_record_has_no_pool() -> None:
    assert len(pool_of(table_of(WORDED, PEOPLE.rows[:1])).left) == 0
