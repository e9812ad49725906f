"""Authorities, programmes and legal bases, into the graph: what designations point to."""

from collections.abc import Iterable
from dataclasses import asdict

from actors.graph import Transaction
from resolution.designations import Designation
from resolution.publishing.rows.ids import authority_id, legal_basis_id, programme_id
from resolution.runs.lease import Lease
from resolution.sources.authorities import authority, legal_basis, programme

MERGE_AUTHORITIES = """
UNWIND $rows AS row
MERGE (authority:Authority {id: row.id})
SET authority = row
"""

MERGE_PROGRAMMES = """
UNWIND $rows AS row
MATCH (authority:Authority {id: row.authority})
MERGE (programme:Programme {id: row.properties.id})
SET programme = row.properties
MERGE (programme)-[:OF]->(authority)
"""

MERGE_LEGAL_BASES = """
UNWIND $rows AS row
MERGE (basis:LegalBasis {id: row.id})
SET basis = row
"""


def publish_catalogued(lease: Lease, designations: Iterable[Designation]) -> None:
    """Write every authority, programme and legal basis that a designation names."""
    named = list(designations)
    programmes = [
        programme(key) for key in sorted({key for one in named for key in one.programmes})
    ]
    slugs = {one.authority for one in named} | {one.authority for one in programmes}
    authorities = [authority(slug) for slug in sorted(slugs)]
    bases = [
        legal_basis(code) for code in sorted({code for one in named for code in one.legal_bases})
    ]
    authority_rows = [
        {
            "id": authority_id(one.slug),
            "name": one.name,
            "acronym": one.acronym,
            "country": one.country,
        }
        for one in authorities
    ]
    programme_rows = [
        {
            "authority": authority_id(one.authority),
            "properties": {"id": programme_id(one.id), "key": one.key, "title": one.title},
        }
        for one in programmes
    ]
    basis_rows = [{"id": legal_basis_id(one.code), **asdict(one)} for one in bases]

    def write(transaction: Transaction) -> None:
        transaction.run(MERGE_AUTHORITIES, rows=authority_rows)
        transaction.run(MERGE_PROGRAMMES, rows=programme_rows)
        transaction.run(MERGE_LEGAL_BASES, rows=basis_rows)

    lease.publish(write)
