"""The Cypher of ingestion, safe to repeat; all rely on the uniqueness constraints on `id`."""

MERGE_SOURCE = """
MERGE (source:Source {id: $row.id})
ON CREATE SET source = $row
ON MATCH SET source += CASE WHEN $isDefault THEN {} ELSE $row END
"""

# What is read of a text depends on its title too.
MERGE_DOCUMENT = """
MERGE (document:Document {id: $row.id})
ON CREATE SET document.retrievedAt = $row.retrievedAt, document.isNew = true
WITH document, document.retrievedAt AS retrievedAt, document.publishedOn AS publishedOn,
     document.title AS title, coalesce(document.isNew, false) AS isNew
SET document += $row
SET document.retrievedAt = retrievedAt, document.isNew = null,
    document.readWith = CASE document.title WHEN title THEN document.readWith END
WITH document, retrievedAt, publishedOn, isNew
MATCH (source:Source {id: $source})
MERGE (document)-[:FROM]->(source)
RETURN isNew, retrievedAt, publishedOn
"""

# How alike a text and a record are depends on the text's day, so its mentions are compared again.
REDATE_MENTIONS = """
MATCH (mention:Mention)-[:IN]->(:Document {id: $document})
SET mention.firstSeenOn = CASE mention.firstSeenOn WHEN $former THEN $day
                          ELSE mention.firstSeenOn END,
    mention.lastSeenOn = CASE mention.lastSeenOn WHEN $former THEN $day
                         ELSE mention.lastSeenOn END,
    mention.comparedHash = CASE mention.kind WHEN 'RECORD' THEN mention.comparedHash END
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

# What the last run compared is kept until the next one, which must know what it no longer shares.
REPLACE_MENTIONS = """
UNWIND $rows AS row
MATCH (mention:Mention {id: row.properties.id})-[within:IN]->(:Document)
MATCH (document:Document {id: row.document})
SET mention.formerContent = CASE
      WHEN mention.comparedHash = row.properties.contentHash THEN null
      WHEN mention.comparedHash = mention.contentHash THEN mention.content
      ELSE mention.formerContent
    END
SET mention += row.properties
DELETE within
CREATE (mention)-[:IN]->(document)
WITH mention
MATCH (mention)-[carries:CARRIES]->(identifier:Identifier)
DELETE carries
RETURN DISTINCT identifier.id AS id
"""

CARRY_IDENTIFIERS = """
UNWIND $rows AS row
MATCH (mention:Mention {id: row.mention})
MERGE (identifier:Identifier {id: row.identifier.id})
ON CREATE SET identifier = row.identifier
MERGE (mention)-[:CARRIES]->(identifier)
"""

REMOVE_UNCARRIED = """
MATCH (identifier:Identifier)
WHERE identifier.id IN $ids AND NOT EXISTS { (identifier)<-[:CARRIES]-() }
DELETE identifier
"""

WIDEN_SEEN = """
UNWIND $rows AS row
MATCH (mention:Mention {id: row.id})
SET mention.firstSeenOn = row.firstSeenOn, mention.lastSeenOn = row.lastSeenOn
"""
