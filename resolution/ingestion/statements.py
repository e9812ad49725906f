"""The Cypher of ingestion, safe to repeat; all rely on the uniqueness constraints on `id`."""

MERGE_SOURCE = """
MERGE (source:Source {id: $row.id})
SET source = $row
"""

MERGE_DOCUMENT = """
MERGE (document:Document {id: $row.id})
ON CREATE SET document.retrievedAt = $row.retrievedAt, document.isNew = true
WITH document, document.retrievedAt AS retrievedAt, coalesce(document.isNew, false) AS isNew
SET document += $row
SET document.retrievedAt = retrievedAt, document.isNew = null
WITH document, isNew
MATCH (source:Source {id: $source})
MERGE (document)-[:FROM]->(source)
RETURN isNew
"""

STORED_MENTIONS = """
UNWIND $ids AS id
MATCH (mention:Mention {id: id})-[:IN]->(document:Document)
RETURN mention.id AS id, mention.contentHash AS contentHash, mention.firstSeenOn AS firstSeenOn,
       mention.lastSeenOn AS lastSeenOn, document.id AS document
"""

NEXT_NUMBERS = """
MERGE (counter:Counter {id: $counter})
SET counter.value = coalesce(counter.value, 0) + $count
RETURN counter.value - $count AS last
"""

CREATE_MENTIONS = """
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
CREATE (mention:Mention)
SET mention = row.properties
CREATE (mention)-[:IN]->(document)
"""

REPLACE_MENTIONS = """
UNWIND $rows AS row
MATCH (mention:Mention {id: row.properties.id})-[within:IN]->(:Document)
MATCH (document:Document {id: row.document})
SET mention += row.properties
DELETE within
CREATE (mention)-[:IN]->(document)
WITH mention
OPTIONAL MATCH (mention)-[carries:CARRIES]->(:Identifier)
DELETE carries
"""

CARRY_IDENTIFIERS = """
UNWIND $rows AS row
MATCH (mention:Mention {id: row.mention})
MERGE (identifier:Identifier {id: row.identifier.id})
ON CREATE SET identifier = row.identifier
MERGE (mention)-[:CARRIES]->(identifier)
"""

WIDEN_SEEN = """
UNWIND $rows AS row
MATCH (mention:Mention {id: row.id})
SET mention.firstSeenOn = row.firstSeenOn, mention.lastSeenOn = row.lastSeenOn
"""
