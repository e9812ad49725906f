RETURN COLLECT { MATCH (:Mention {entityId: $p0})-[:RESOLVED_TO]->(v1:Entity)
WITH v1 LIMIT 1
RETURN [v1.id, v1.kind, v1.caption, COLLECT { MATCH (v1)<-[:RESOLVED_TO]-(v2:Mention)
WITH v2 ORDER BY v2.sequence, v2.id
UNWIND range(0, size(v2.names) - 1) AS v3
WITH v2.names[v3] AS v4, v2,
  [v5 IN range(0, 4) WHERE ["PRIMARY", "ALIAS", "WEAK_ALIAS", "FORMER", "ACRONYM"][v5] = v2.nameTypes[v3]][0] AS v6,
  v2.nameScripts[v3] AS v7
WITH v4, min(v6) AS v8, head(collect(v7)) AS v9,
  collect(v2) AS v10
WITH v4, ["PRIMARY", "ALIAS", "WEAK_ALIAS", "FORMER", "ACRONYM"][v8] AS v11, v9, v10,
  CASE v8 WHEN 0 THEN 0 ELSE 1 END AS v12
WHERE $p1 IS NULL OR v11 IN $p1
WITH v4, v11, v9, v10 ORDER BY v12, size(v10) DESC, v4
RETURN [v4, v11, v9] }, [COLLECT { MATCH (v1)<-[:DESIGNATES]-(v13:Designation)
WITH v13
ORDER BY coalesce(v13.listedOn, v13.announcedOn, "") DESC, v13.id
LIMIT $p2
RETURN [[v13.status, v13.listedOn, v13.announcedOn, v13.endedOn, COLLECT { MATCH (v13)-[:BY]->(v14:Authority)
RETURN [v14.name, v14.acronym] }[0], COLLECT { MATCH (v13)-[:UNDER]->(v15:Programme)
WITH v15
ORDER BY v15.key, v15.id
RETURN [v15.key, v15.title] }, COLLECT { MATCH (v13)-[:BASED_ON]->(v16:LegalBasis)
WITH v16
ORDER BY v16.code
RETURN [v16.code] }, coalesce(v13.reasons, []), COLLECT { MATCH (v13)<-[:EVIDENCES]-(:Mention)-[:IN]->(:Document)-[:FROM]->(v17:Source)
WITH DISTINCT v17
WITH v17
ORDER BY v17.name, v17.id
RETURN [v17.name, v17.tier, v17.url] }]] }, false, false, COUNT { MATCH (v1)<-[:DESIGNATES]-(v13:Designation) }]] }[0] AS answer
