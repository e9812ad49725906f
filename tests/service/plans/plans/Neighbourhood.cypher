RETURN COLLECT { MATCH (v1:Mention)-[:RESOLVED_TO]->(v2:Entity)
WHERE v1.entityId IN $p0
WITH DISTINCT v2 ORDER BY v2.sortCaption, v2.id LIMIT $p1
WITH collect(v2) AS v3, collect(v2) AS v4
WITH v3, COLLECT {
  UNWIND v4 AS v5
  MATCH (v5)-[:RELATED]-(v6:Entity)
  WHERE NOT v6 IN v3
  WITH DISTINCT v6 ORDER BY v6.sortCaption, v6.id LIMIT $p1
  RETURN v6
} AS v7
WITH v3 + v7 AS v8, v7
WITH v8, COLLECT {
  UNWIND v7 AS v9
  MATCH (v9)-[:RELATED]-(v10:Entity)
  WHERE NOT v10 IN v8
  WITH DISTINCT v10 ORDER BY v10.sortCaption, v10.id LIMIT $p1
  RETURN v10
} AS v11
WITH v8 + v11 AS v12, v11
WITH v12[..$p2] AS v13, size(v12) > $p2 AS v14
RETURN [v14, COLLECT { UNWIND v13 AS v15
RETURN [v15.id, v15.caption, v15.kind] }, COLLECT { UNWIND v13 AS v16 MATCH (v16)-[v17:RELATED]->(v18:Entity)
WHERE v18 IN v13 WITH v16, v17, v18
WITH v16, v17, v18
ORDER BY v16.id, v18.id, v17.type
RETURN [v16.id, v18.id, v17.type] }] }[0] AS answer
