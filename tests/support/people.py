"""Records of a few people, and of their namesakes, that tests of runs share."""

from readings import record

from actors.records import EntityKind

RI = record("1", "Ri Chang Ho", born="1967-05-12", countries=["kp"])
SAME_RI = record(
    "9", "RI, Chang-ho", born="1967-05-12", countries=["kp"], source="other", authority="gb-hmt"
)
BANK = record("3", "Silver Delta Bank", source="third")
PAK = record("2", "Pak Jong Chon", born="1950-01-02")
OTHERS = [
    record("3", "Silver Delta Bank", kind=EntityKind.ORGANIZATION, listed="2023-06-01"),
    record("4", "Mikhail Sergeyevich Orlov", born="1971-01-30", linked_to=["Pak Jong Chon"]),
]
