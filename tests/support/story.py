"""One announcement in two lists and two texts, told as a graph."""

from world import World


def story() -> World:
    """Tell of one announcement in two lists and two texts, with a namesake and a former id."""
    world = World()
    ofac = world.source(
        "ofac-sdn", name="OFAC SDN List", country="us", url="https://example.org/sdn"
    )
    un = world.source("un-list", name="UN Consolidated List")
    release = world.source("treasury", "OFFICIAL_RELEASE", name="Treasury", country="us")
    paper = world.source("courier", "NEWS", name="Courier", country="kr")
    sdn = world.document("D-SDN", ofac, "2024-12-16", isComplete=True)
    un_list = world.document("D-UN", un, "2024-12-01", isComplete=True)
    text = "Treasury listed nine individuals, Kim Yong Chol among them."
    said = world.document("D-RELEASE", release, "2024-12-16", text=text, language="en")
    article = world.document(
        "D-ARTICLE",
        paper,
        "2024-12-17",
        text="김영철 and two more, Nobody Known among them.",
        language="ko",
    )
    undated = world.document("D-UNDATED", paper, text="I count three. Not Resolved Yet.")

    un_kim = world.mention(
        "M-UNKIM",
        un_list,
        [("Kim Yong Chol", "PRIMARY"), ("Kim Young-chul", "ALIAS")],
        recordId="KPi.033",
        properties=[("birthDate", "1968"), ("nationality", "kp")],
        identifiers=[("un-reference", "KPi.033", None)],
        countries=["kp"],
    )
    sdn_kim = world.mention(
        "M-SDNKIM",
        sdn,
        [("KIM, Yong Chol", "PRIMARY"), ("Kim Yong Chol", "ALIAS"), ("Y. C. Kim", "WEAK_ALIAS")],
        recordId="52293",
        properties=[("birthDate", "1968"), ("position", "Banker"), ("nationality", "kp")],
        identifiers=[
            ("ofac-uid", "52293", None),
            ("passport", "PP 123-456", "kp"),
            ("cited-un-reference", "KPi.033", None),
        ],
        countries=["kp", "ru"],
    )
    said_kim = world.mention(
        "M-SAIDKIM",
        said,
        [("Kim Yong Chol", "PRIMARY")],
        "TEXT",
        start=34,
        end=47,
        sentence=text,
        extractor="names/1",
    )
    korean_kim = world.mention(
        "M-KOREANKIM",
        article,
        [("김영철", "PRIMARY")],
        "TEXT",
        start=0,
        end=3,
        sentence=article["text"],
        extractor="names/1",
    )
    namesake = world.mention(
        "M-NAMESAKE",
        sdn,
        [("KIM, Yong Chol", "PRIMARY")],
        recordId="12211",
        properties=[("birthDate", "1947")],
        identifiers=[("ofac-uid", "12211", None), ("passport", "PP123456", "ru")],
        countries=["kp"],
    )
    bank = world.mention(
        "M-BANK",
        sdn,
        [("Golden Triangle Bank", "PRIMARY"), ("GTB", "ACRONYM")],
        entity_kind="ORGANIZATION",
        recordId="52301",
        identifiers=[("ofac-uid", "52301", None), ("cited-un-reference", "KPe.099", None)],
        countries=["kp"],
    )
    ship = world.mention(
        "M-SHIP",
        sdn,
        [("Sea Sparrow", "PRIMARY"), ("Ocean Lark", "FORMER")],
        entity_kind="VESSEL",
        recordId="52400",
        identifiers=[("imo", "IMO 9187629", None)],
    )
    stranger = world.mention(
        "M-STRANGER",
        article,
        [("Nobody Known", "PRIMARY")],
        "TEXT",
        "UNKNOWN",
        start=18,
        end=30,
    )
    world.mention("M-NEW", undated, [("Not Resolved Yet", "PRIMARY")], "TEXT", start=15, end=31)

    kim = world.entity(un_kim, sdn_kim, said_kim, korean_kim, scores=[1.0, 0.97, 0.99, 0.91])
    sdn_kim.properties["wasFounder"] = True
    other_kim = world.entity(namesake)
    the_bank = world.entity(bank)
    the_ship = world.entity(ship)
    world.entity(stranger)

    treasury = world.authority(
        "us-ofac", name="Office of Foreign Assets Control", acronym="OFAC", country="us"
    )
    state = world.authority("us-state", name="Department of State", acronym="STATE", country="us")
    council = world.authority("un-sc", name="Security Council")
    npwmd = world.programme(treasury, "NPWMD", "Weapons of Mass Destruction Proliferators")
    dprk = world.programme(treasury, "DPRK")
    un_dprk = world.programme(council, "DPRK", "Resolution 1718")

    g_kim = world.designation(
        "G-KIM",
        kim,
        treasury,
        [sdn_kim, said_kim],
        [npwmd, dprk],
        ["E.O. 13382", "E.O. 13687"],
        announcedOn="2024-12-16",
        listedOn="2024-12-16",
        reasons=["Moved money."],
    )
    world.designation(
        "G-KIMUN",
        kim,
        council,
        [un_kim],
        [un_dprk],
        ["UNSCR 1718"],
        firstSeenOn="2016-03-02",
        status="ACTIVE",
    )
    g_bank = world.designation(
        "G-BANK",
        the_bank,
        state,
        [bank],
        [npwmd],
        ["E.O. 13382"],
        announcedOn="2024-12-16",
        listedOn="2024-12-16",
    )
    world.designation(
        "G-NAMESAKE",
        other_kim,
        treasury,
        [namesake],
        [dprk],
        status="DELISTED",
        listedOn="2010-08-30",
        endedOn="2020-01-01",
    )
    world.designation(
        "G-SHIP", the_ship, treasury, [ship], status="ANNOUNCED", announcedOn="2025-01-01"
    )

    action = world.action(
        "action:us:2024-12-16",
        "2024-12-16",
        [g_kim, g_bank],
        isConsistent=False,
        explanation="One count is not explained.",
    )
    world.action("action:us:2010-08-30", "2010-08-30", [])
    for document in (said, article):
        world.edge(document, "REPORTS", action)
    world.claim(
        "claim:1",
        said,
        action,
        "nine individuals",
        16,
        [treasury, npwmd],
        persons=9,
        isExplained=False,
        note="One of nine is listed.",
    )
    world.claim("claim:2", article, action, "two", 8, [treasury, state], actors=2)
    world.claim(
        "claim:3",
        undated,
        None,
        "three",
        8,
        organizations=3,
        isExplained=False,
        note="No action fits.",
    )

    first = world.run(
        "R-FIRST",
        startedAt="2026-01-01T00:00:00Z",
        finishedAt="2026-01-01T00:01:00Z",
        mentions=8,
        pairs=21,
        created=6,
    )
    second = world.run("R-SECOND", "FAILED", startedAt="2026-01-02T00:00:00Z", error="Stopped.")
    world.run("R-QUEUED", "QUEUED", model=None)
    verdict = world.judgement("J-SAME", un_kim, sdn_kim, reason="Same birth year and post.")
    world.judgement("J-TAKEN", un_kim, sdn_kim, "DIFFERENT", retractedAt="2026-01-03T00:00:00Z")
    world.event(1, "CREATED", kim.id, first, [un_kim])
    world.event(2, "CREATED", "E-SDNKIM", first, [sdn_kim])
    world.event(
        3,
        "MERGED",
        kim.id,
        second,
        [un_kim, sdn_kim],
        verdict,
        **{"from": ["E-SDNKIM"], "to": [kim.id]},
    )
    world.compared(un_kim, sdn_kim, 0.97)
    world.compared(sdn_kim, said_kim, 0.99)
    world.compared(un_kim, said_kim, 0.95, joins=False)
    world.compared(sdn_kim, korean_kim, 0.91)
    world.compared(un_kim, namesake, 0.44, joins=False)
    world.related(kim, "WORKS_FOR", the_bank, sdn_kim)
    world.related(the_ship, "OWNED_BY", the_bank, ship)
    world.related(the_bank, "LINKED_TO", kim, bank)
    world.check_quotes()
    return world.derived()
