"""Pairs that are hard by their kind, invented: the shipped model says what an analyst would.

Names alone seldom decide here: a numeral, a place, a father's name, a date or a number does. Each
kind stands for many actors of the lists; no name is of a list.
"""

from dataclasses import dataclass, replace

import pytest
from mention_builders import record

from actors.records import EntityKind, Mention, Name, NameType, SourceId
from resolution.explanation import explain
from resolution.model import shipped_model

MODEL = shipped_model()


def person(*names: str | Name, **facts: str) -> Mention:
    return _mention(EntityKind.PERSON, names, facts)


def body(*names: str | Name, **facts: str) -> Mention:
    return _mention(EntityKind.ORGANIZATION, names, facts)


def ship(*names: str | Name, **facts: str) -> Mention:
    return _mention(EntityKind.VESSEL, names, facts)


def weak(name: str) -> Name:
    return Name(name, NameType.WEAK_ALIAS)


def _mention(kind: EntityKind, names: tuple[str | Name, ...], facts: dict[str, str]) -> Mention:
    mention = record(
        *names,
        kind=kind,
        born=facts.get("born", ""),
        countries=facts.get("of", "").split(),
        numbers=facts.get("numbers", "").split(),
        gender=facts.get("gender", ""),
        listed=facts.get("listed", ""),
    )
    founded = {"foundedOn": (facts["founded"],)} if "founded" in facts else {}
    return replace(mention, properties={**mention.properties, **founded})


@dataclass(frozen=True, slots=True)
class Pair:
    kind: str
    left: Mention
    right: Mention


SAME = [
    Pair("Cyrillic with a patronymic", person("Кузнецовский Артём Львович", born="1971-03-08"),
         person("Artem KUZNETSOVSKY", born="1971-03-08", of="ru")),
    Pair("Cyrillic of Ukraine", person("Білоконь Оксана", born="1980"),
         person("Oksana BILOKON", born="1980-06-01", of="ua")),
    Pair("Arabic and Latin script", person("محمود سالم الحربي", born="1975-02-11", of="ye"),
         person("Mahmoud Salem AL-HARBI", born="1975-02-11", of="ye")),
    Pair("Han and Pinyin", person("欧阳建国", born="1969-09-30", of="cn"),
         person("OUYANG Jianguo", born="1969-09-30", of="cn")),
    Pair("Hangul and Latin", person("박철수", born="1966", of="kp"),
         person("Pak Chol Su", born="1966", of="kp")),
    Pair("surname last", person("LI Guangming", born="1958-12-02"),
         person("Guang Ming Li", born="1958-12-02")),
    Pair("romanisations of Arabic", person("Husayn al-Rashidi", born="1972", of="iq"),
         person("Hussein Al Rachidi", born="1972", of="iq")),
    Pair("servant of the merciful", person("Abd al-Rahman Yasin Tikriti", born="1969", of="iq"),
         person("Abdulrahman Yassin al-Tikriti", born="1969", of="iq")),
    Pair("romanisations of Persian",
         person("Hossein Pour-Mohammadi Ardakani", of="ir", born="1961"),
         person("Hussain PURMOHAMMADI ARDAKANI", of="ir", born="1961")),
    Pair("a father's name on one side", person("Mazen Khalil Haddour", born="1971", of="sy"),
         person("Mazen Haddour", born="1971", of="sy")),
    Pair("a patronymic on one side", person("Igor Pavlovich DENISENKO", of="ru"),
         person("Denisenko Igor", of="ru")),
    Pair("a slip of the pen and one birthday", person("Ahmed Jalal Barzanchi", born="1963-08-14"),
         person("Ahmad Jalal Barzinji", born="1963-08-14")),
    Pair("day and month exchanged", person("Tomislav Vukojevic", born="1961-04-07", of="ba"),
         person("Tomislav Vukojević", born="1961-07-04", of="ba")),
    Pair("a strong alias beside a weak one",
         person("Said Fathi Lamloum", weak("Abu Dujana"), born="1977"),
         person("Saeed Fathi Lamlum", weak("Abu Dujana"), born="1977", of="ly")),
    Pair("one name only", person("Sutrisno", born="1966-05-09", of="id"),
         person("Sutrisno", born="1966-05-09", of="id")),
    Pair("one passport and a changed name",
         person("Marwa Qasim Sulayman", numbers="passport=A4471902"),
         person("Marwa Sulayman", numbers="passport=A4471902", of="lb")),
    Pair("two surnames", person("SANDOVAL QUINTERO, Imanuel", born="1970", of="co"),
         person("Imanuel Sandoval Quintero", of="co")),
    Pair("son of", person("Faris bin Salim al-Dhafiri", born="1980", of="kw"),
         person("Faris Salim Al Dhafiri", born="1980", of="kw")),
    Pair("a form written out", body("Nordlicht Maschinenbau GmbH", of="de"),
         body("Nordlicht Maschinenbau Gesellschaft mit beschränkter Haftung", of="de")),
    Pair("a form in Cyrillic", body("ПАО «Ташагро»", of="uz"), body("Tashagro PJSC", of="uz")),
    Pair("a form before and behind", body("OAO Promzvezda", of="ru"),
         body("Promzvezda PJSC", of="ru")),
    Pair("a form with points", body("Perkasa Jayatama Sdn. Bhd.", of="my"),
         body("PERKASA JAYATAMA SDN BHD", of="my")),
    Pair("a form of a free zone", body("Al Noor Falak FZE", of="ae"),
         body("AL-NOOR FALAK F.Z.E.", of="ae")),
    Pair("a Turkish form", body("Tarsus Petrokimya A.Ş.", of="tr"),
         body("Tarsus Petrokimya Anonim Şirketi", of="tr")),
    Pair("a form in Han and one number",
         body("恒达贸易有限公司", numbers="uscc=91210600MA0QC4XH2T"),
         body("Hengda Trading Co., Ltd.", numbers="uscc=91210600MA0QC4XH2T", of="cn")),
    Pair("an acronym", body("Directorate General of Rural Supply (DGRS)", of="sy"),
         body("DGRS", of="sy")),
    Pair("a country that the other states", body("Zamora Credit Bank", of="pe"),
         body("Zamora Credit Bank of Peru")),
    Pair("a ship renamed and reflagged", ship("Sea Lark", of="pa", numbers="imo=9187629"),
         ship("Golden Tern", of="sl", numbers="imo=9187629")),
    Pair("a ship's name joined", ship("DA YANG 8", numbers="imo=9187629"),
         ship("DAYANG 8", numbers="imo=9187629")),
]  # fmt: skip

DIFFERENT = [
    Pair("son and father exchanged", person("Salman bin Faris al-Otaybi", of="sa"),
         person("Faris bin Salman al-Otaybi", of="sa")),
    Pair("father and son of one name", person("Rashid Karim Daoudi", born="1948", of="dz"),
         person("Rashid Karim Daoudi", born="1979", of="dz")),
    Pair("brothers", person("Rustam Hakimov", born="1974", of="tj"),
         person("Ruslan Hakimov", born="1976", of="tj")),
    Pair("brothers of one patronymic", person("Sergei Ilyich Baranenko", of="ru"),
         person("Andrei Ilyich Baranenko", of="ru")),
    Pair("two patronymics", person("Ivan Petrovich Sokolenko", of="ru"),
         person("Ivan Sergeyevich Sokolenko", of="ru")),
    Pair("brothers born in one year", person("Hasan Mahir Toprakci", born="1980", of="tr"),
         person("Huseyin Mahir Toprakci", born="1980", of="tr")),
    Pair("namesakes by their birthdays", person("Li Wei", born="1970-01-05", of="cn"),
         person("Li Wei", born="1982-11-30", of="cn")),
    Pair("namesakes of two countries", person("Mohamed Ali Hassan", of="so"),
         person("Mohammad Ali Hassan", of="pk")),
    Pair("a name that thousands bear", person("Ahmed Hussein"), person("Ahmad Husayn")),
    Pair("a given name and a patronymic only", person("Vladimir Ivanovich", of="ru"),
         person("Vladimir Ivanovich Strelnikov", of="ru")),
    Pair("Korean given names of one syllable in common", person("Ri Yong Su", of="kp"),
         person("Ri Yong Chol", of="kp")),
    Pair("Korean namesakes", person("Kim Song Chol", born="1968-03-02", of="kp"),
         person("Kim Song Chol", born="1970-08-11", of="kp")),
    Pair("Korean surnames that rhyme", person("Im Kyong Ho", of="kp"),
         person("Kim Kyong Ho", of="kp")),
    Pair("surnames that begin alike", person("Anselm Monteverdi"), person("Anselm Montenero")),
    Pair("Pinyin with a letter more", person("Zhang Jian", of="cn"),
         person("Zhang Jiang", of="cn")),
    Pair("half a common name", person("Muhammad Ali", of="sy"),
         person("Muhammad Ali Zanjir", of="sy")),
    Pair("a holding and one founded after its listing",
         body("Qasyun Holding", of="sy", listed="2011-09-26"),
         body("Qasyun Holding", of="sy", founded="2016-12-17")),
    Pair("Han characters that sound alike", person("王伟", of="cn"), person("王维", of="cn")),
    Pair("Hangul that sounds alike", person("김정은", of="kp"), person("김종은", of="kp")),
    Pair("a nom de guerre in common", person("Tariq Salim Qadri", weak("Abu Bilal"), of="sy"),
         person("Nabil Umar Khouri", weak("Abu Bilal"), of="sy")),
    Pair("man and woman", person("Aleksandr Velichko", of="by", gender="male"),
         person("Aleksandra Velichko", of="by", gender="female")),
    Pair("one of two surnames", person("Jose Luis Ramirez Ortega", of="mx"),
         person("Jose Luis Ramirez Ponce", of="mx")),
    Pair("a man and the firm of his name", person("Yusuf Demirelci"),
         body("Yusuf Demirelci Trading")),
    Pair("a bank and its branch", body("Mercan Bank", of="tr"), body("Mercan Bank Moscow Branch")),
    Pair("a bank and its insurer", body("Mercan Bank", of="tr"), body("Mercan Insurance", of="tr")),
    Pair("two branches", body("Al-Rawda Exchange Basra", of="iq"),
         body("Al-Rawda Exchange Mosul", of="iq")),
    Pair("a group and its lessor", body("Zaryamir Group", of="ru"),
         body("Zaryamir Group Leasing LLC", of="ru")),
    Pair("ministries of two countries", body("Ministry of Transport of Myanmar"),
         body("Ministry of Transport of Syria")),
    Pair("ministries by what they state", body("Ministry of Interior", of="sy"),
         body("Ministry of the Interior", of="by")),
    Pair("a country in one name", body("Banco Zamora"), body("Banco Zamora Chile")),
    Pair("numbered companies", body("Eastgate Solutions II"), body("Eastgate Solutions III")),
    Pair("one of them numbered", body("Eastgate Solutions"), body("Eastgate Solutions II")),
    Pair("numbered in figures", body("Omdurat Marine 7 Ltd", of="ae"),
         body("Omdurat Marine 8 Ltd", of="ae")),
    Pair("brigades", body("44th Separate Rifle Brigade", of="ru"),
         body("45th Separate Rifle Brigade", of="ru")),
    Pair("institutes", body("Institute of Applied Optics", of="ir"),
         body("Institute of Applied Acoustics", of="ir")),
    Pair("offices of two towns", body("Customs Directorate Aleppo", of="sy"),
         body("Customs Directorate Homs", of="sy")),
    Pair("a common name in two countries", body("Global Trade LLC", of="ae"),
         body("Global Trade Ltd", of="hk")),
    Pair("firms of one family's name", body("Kashmiri Brothers Exchange", of="pk"),
         body("Kashmiri Exchange Company", of="af")),
    Pair("ships of one name", ship("Ocean Lily", numbers="imo=9187629"),
         ship("Ocean Lily", numbers="imo=9074729")),
    Pair("ships of a series", ship("Kum Un San 1", of="kp"), ship("Kum Un San 3", of="kp")),
    Pair("ships of one name under two flags", ship("Sea Star", of="pa"), ship("Sea Star", of="kp")),
    Pair("one name and two registrations",
         body("Delta Import Export", of="mk", numbers="lei=529900T8BM49AURSDO55"),
         body("Delta Import Export", of="mk", numbers="lei=HWUPKR0MPOU8FGXBT394")),
]  # fmt: skip


def score(pair: Pair) -> float:
    of_another_list = replace(pair.right, source=SourceId("list-b"))
    return explain(pair.left, of_another_list, MODEL).score


@pytest.mark.parametrize("pair", SAME, ids=lambda pair: pair.kind)
def test_hard_pairs_of_one_actor_merge(pair: Pair) -> None:
    assert score(pair) >= MODEL.thresholds.merge


@pytest.mark.parametrize("pair", DIFFERENT, ids=lambda pair: pair.kind)
def test_hard_pairs_of_two_actors_stay_apart(pair: Pair) -> None:
    assert score(pair) < MODEL.thresholds.merge
