RETURN [COLLECT { MATCH (v1:Entity)
WHERE (v1.kind IN $p0) AND EXISTS { MATCH (v1)<-[:DESIGNATES]-(v2:Designation) WHERE (v2.status IN $p1) } AND v1.sortCaption IS NOT NULL
WITH v1
ORDER BY v1.sortCaption, v1.id
LIMIT $p3
RETURN [[v1.sortCaption, v1.id], [v1.id, v1.kind, v1.caption, [COLLECT { MATCH (v1)<-[:DESIGNATES]-(v25:Designation)
WITH v25
ORDER BY coalesce(v25.listedOn, v25.announcedOn, "") DESC, v25.id
LIMIT $p2
RETURN [[v25.status, v25.listedOn, COLLECT { MATCH (v25)-[:BY]->(v26:Authority)
RETURN [v26.acronym] }[0], COLLECT { MATCH (v25)<-[:EVIDENCES]-(:Mention)-[:IN]->(:Document)-[:FROM]->(v27:Source)
WITH DISTINCT v27
WITH v27
ORDER BY v27.name, v27.id
RETURN [v27.name] }]] }, false, false]]] }, false, false, COUNT { MATCH (v1:Entity)
WHERE (v1.kind IN $p0) AND EXISTS { MATCH (v1)<-[:DESIGNATES]-(v2:Designation) WHERE (v2.status IN $p1) } }, [COLLECT { MATCH (v1:Entity)
WHERE (v1.kind IN $p0) AND EXISTS { MATCH (v1)<-[:DESIGNATES]-(v2:Designation) WHERE (v2.status IN $p1) }
WITH v1, v1.kind AS v3, null AS v4
WITH v3, min(v4) AS v4, count(DISTINCT v1) AS v5
ORDER BY v5 DESC, v3
RETURN [v3, v4, v5] }, COLLECT { MATCH (v1:Entity)
WHERE (v1.kind IN $p0) AND EXISTS { MATCH (v1)<-[:DESIGNATES]-(v2:Designation) WHERE (v2.status IN $p1) }
UNWIND v1.countries AS v6 WITH v1, v6, null AS v7
WITH v6, min(v7) AS v7, count(DISTINCT v1) AS v8
ORDER BY v8 DESC, v6
RETURN [v6, v7, v8] }, COLLECT { MATCH (v1:Entity)
WHERE (v1.kind IN $p0) AND EXISTS { MATCH (v1)<-[:DESIGNATES]-(v2:Designation) WHERE (v2.status IN $p1) }
UNWIND v1.authorityIds AS v9 MATCH (v10:Authority {id: v9}) WITH v1, v9, coalesce(v10.acronym, v10.name) AS v11
WITH v9, min(v11) AS v11, count(DISTINCT v1) AS v12
ORDER BY v12 DESC, v9
RETURN [v9, v11, v12] }, COLLECT { MATCH (v1:Entity)
WHERE (v1.kind IN $p0) AND EXISTS { MATCH (v1)<-[:DESIGNATES]-(v2:Designation) WHERE (v2.status IN $p1) }
UNWIND v1.programmeIds AS v13 MATCH (v14:Programme {id: v13}) WITH v1, v14.key AS v15, coalesce(v14.title, v14.key) AS v16
WITH v15, min(v16) AS v16, count(DISTINCT v1) AS v17
ORDER BY v17 DESC, v15
RETURN [v15, v16, v17] }, COLLECT { MATCH (v1:Entity)
WHERE (v1.kind IN $p0) AND EXISTS { MATCH (v1)<-[:DESIGNATES]-(v2:Designation) WHERE (v2.status IN $p1) }
UNWIND v1.sourceIds AS v18 MATCH (v19:Source {id: v18}) WITH v1, v18, v19.name AS v20
WITH v18, min(v20) AS v20, count(DISTINCT v1) AS v21
ORDER BY v21 DESC, v18
RETURN [v18, v20, v21] }, COLLECT { MATCH (v1:Entity)
WHERE (v1.kind IN $p0) AND EXISTS { MATCH (v1)<-[:DESIGNATES]-(v2:Designation) WHERE (v2.status IN $p1) }
UNWIND v1.statuses AS v22 WITH v1, v22, null AS v23
WITH v22, min(v23) AS v23, count(DISTINCT v1) AS v24
ORDER BY v24 DESC, v22
RETURN [v22, v23, v24] }]] AS answer
