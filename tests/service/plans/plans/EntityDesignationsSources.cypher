RETURN COLLECT { MATCH (:Mention {entityId: $p0})-[:RESOLVED_TO]->(v1:Entity)
WITH v1 LIMIT 1
RETURN [v1.id, v1.kind, v1.caption, COLLECT { WITH COLLECT {
  MATCH (v1)<-[:RESOLVED_TO]-(v2:Mention)
  WITH v2 ORDER BY v2.sequence, v2.id
  RETURN v2
} AS v3
UNWIND v3 AS v4
UNWIND v4.names AS v5
WITH DISTINCT v3, v5
WITH v5, [v6 IN v3 WHERE v5 IN v6.names] AS v7
WITH v5, v7, [v6 IN v7 |
  [v8 IN range(0, size(v6.names) - 1) WHERE v6.names[v8] = v5][0]] AS v9
WITH v5, v7, v7[0].nameScripts[v9[0]] AS v10,
  [v11 IN range(0, size(v9) - 1) | v7[v11].nameTypes[v9[v11]]] AS v12
WITH v5, v7, v10,
  [v13 IN ["PRIMARY", "ALIAS", "WEAK_ALIAS", "FORMER", "ACRONYM"] WHERE v13 IN v12][0] AS v14
WHERE $p1 IS NULL OR v14 IN $p1
WITH v5, v14, v10, v7
ORDER BY v14 <> "PRIMARY", size(v7) DESC, v5
RETURN [v5, v14, v10] }, [COLLECT { MATCH (v1)<-[:DESIGNATES]-(v15:Designation)
WITH v15
ORDER BY coalesce(v15.listedOn, v15.announcedOn, "") DESC, v15.id
LIMIT $p2
RETURN [[v15.status, v15.listedOn, v15.announcedOn, v15.endedOn, COLLECT { MATCH (v15)-[:BY]->(v16:Authority)
RETURN [v16.name, v16.acronym] }[0], COLLECT { MATCH (v15)-[:UNDER]->(v17:Programme)
WITH v17
ORDER BY v17.key, v17.id
RETURN [v17.key, v17.title] }, COLLECT { MATCH (v15)-[:BASED_ON]->(v18:LegalBasis)
WITH v18
ORDER BY v18.code
RETURN [v18.code] }, coalesce(v15.reasons, []), COLLECT { MATCH (v15)<-[:EVIDENCES]-(:Mention)-[:IN]->(:Document)-[:FROM]->(v19:Source)
WITH DISTINCT v19
WITH v19
ORDER BY v19.name, v19.id
RETURN [v19.name, v19.tier, v19.url] }]] }, false, false, COUNT { MATCH (v1)<-[:DESIGNATES]-(v15:Designation) }]] }[0] AS answer
