"""Words of names in both languages: what each means, and what it does in a name.

A line is `meaning: beginnings of Russian words / beginnings of English words`. A beginning in `=` is a whole word.
"""

from collections.abc import Mapping


def word_list(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())


HEADS = """
mayor: =мэр =мэра / mayor
minister: министр / minister
chairman: председател / chairman
deputy: заместител / deputy vice
head: =глава =руководитель / =head
director: директор / director =ceo
manager: менеджер / manager
prime: премьер / prime
cluster: кластер агрокластер туркластер / cluster
technopolis: технополис / technopolis
naukopolis: наукополис / naukopolis
valley: долин / valley dolina
consortium: консорциум / consortium
complex: комплекс / complex
plant: завод комбинат фабрик / plant factory =works =mill
institute: институт =нии =цнии / institute
university: университет / university =univ
academy: академи / academy
centre: центр / center centre
fund: фонд / fund foundation
company: компани / company
corporation: корпораци госкорпораци / corporation corp
agency: агентств / agency
association: ассоциаци =объединение =объединения / association
union: союз / union
chamber: палат / chamber
bank: банк / bank
observatory: обсерватори / observatory
school: школ / school
hospital: больниц / hospital
technopark: технопарк / technopark
park: =парк =парка =парки =парков / park
zone: зона зоны / zone
ministry: министерств / ministry
department: департамент / department
committee: комитет / committee
administration: администраци / administration
directorate: =управление =управления / directorate =office
government: правительств / government
duma: дума думы / duma
assembly: собрани / assembly
council: совет госсовет / council
service: служба службы / service
cityhall: мэрия мэрии / hall
governor: губернатор / governor
branch: филиал отделени / branch
house: =дом / =house
organization: организаци / organization organisation
enterprise: предприяти / enterprise
holding: холдинг / holding
laboratory: лаборатори / laboratory
bureau: бюро / bureau
station: станци / station
college: колледж техникум / college
faculty: факультет / faculty
chair: кафедр / =chair
museum: музе / museum
library: библиотек / library
theatre: театр / theatre theater
clinic: клиник поликлиник / clinic polyclinic
airport: аэропорт / airport
port: =порт =порта =порты / =port =ports seaport
court: =суд =суда / =court
inspectorate: инспекци / inspectorate
treasury: казначейств / treasury
commission: комисси / commission
programme: программ / programme =program
forum: форум / forum
incubator: инкубатор / incubator
accelerator: акселератор / accelerator
group: =группа =группы =груп =групп / =group
concern: концерн / concern
shipyard: верф судоверф / shipyard
section: =отдел =отдела / =section =unit
lyceum: =лицей =лицея / lyceum
gymnasium: гимнази / gymnasium
platform: платформ / platform
"""
"""What a thing is called after: a cluster, a plant, a ministry."""

GENERIC = """
territorial: территориальн отраслев / territorial
pilot: пилотн / pilot
regional: региональн / =regional =intraregional
interregional: межрегиональн / interregional
production: производств / =production
science: научн =наук =наука =науки =науке / =scientific science
education: образовательн образовани / education
national: национальн / national
scientific: исследовательск / =researching
making: =строение инжинир инженер производител изготовител / building engineering making manufactur producer
state: государствен / =state
federal: федеральн / federal
federation: федераци / =federation
named: =имени =им =академика / =named
municipal: муниципальн / municipal
main: главн / =main =chief
limited: =ltd / =ltd
field: =области =сфере / =field =area
level: уровн / =level =class
closed: =зато =закрытого =административно / =zato
"""
"""What tells little of which thing it is."""

TITLES = """
siberia: сибир / siberia
volga: волжск приволжск =волга =волги / volga
ural: урал / ural
phystech: физтех / phystech
constellation: созвезди / constellation
golden: золот / golden
gate: ворот / gate
new: =новый =новая =новые =новое =новых =новой =нового / =new =novel
south: южн / south
north: север / north
east: восточн восток / east
west: запад / west
clean: чист / clean
border: границ / border
without: =без / =without
step: шаг / step
far: дальн / =far
central: центральн / central
upper: верхн / upper
great: велик / great
future: будущ / future
life: жизн / =life
europe: европейск / europ
asia: азиатск / asia
eurasia: евразийск / euras
international: международн / =international
baltic: балтийск / baltic
caucasus: кавказ / caucas
black: черн черноморск / =black
pacific: тихоокеан / pacific
america: американск / americ
germany: германск немецк / german
china: китайск / =china chinese
japan: японск / japan
france: французск / =france french
india: индийск / =india =indian
finland: финск / =finland finnish
smart: смарт =умный =умные =умных / smart
red: красн / =red
old: =старый =старая =старое =старого / =old
lower: нижн / lower
green: =зеленый =зеленая =зеленые =зеленого =зеленой / green
"""
"""Words that names are made of for their sound: they are the name's own, in either language."""

NUMERALS = {"1": ("перв", "first"), "2": ("втор", "second"), "3": ("трет", "third")}
"""Ordinal numbers, which tell one of a series from the next."""

PREFIXES = {
    "electric": ("электро", "electro"),
    "aviation": ("авиа", "avia"),
    "auto": ("авто", "auto"),
    "aerospace": ("аэро", "aero"),
    "earth": ("гео", "geo"),
    "thermal": ("термо", "thermo"),
    "gas": ("газо",),
    "food": ("пище",),
    "engine": ("мото",),
    "steel": ("стале",),
}
"""First parts of compounds, by the word for a kind or an adjective that they stand before (авиазавод), not in names
that are made of them (Электросигнал)."""

PLAIN_HEADS = frozenset(
    {"cluster", "technopolis", "consortium", "complex", "company", "organization", "enterprise", "group"}
)
"""Kinds that names of one thing give or leave out."""

WEAK = frozenset({"innovative", "industry", "development", "technology", "system"})
"""Meanings that the name of a cluster gives or leaves out."""

DEDICATION = word_list(
    """
    академика профессора адмирала маршала генерала космонавта конструктора первого президента россии дважды героя
    советского союза социалистического труда святого князя императора
    """
)
"""Words of a dedication besides the name: имени академика С. П. Королёва."""

MERGED = {
    ("information", "technology"): "it",
    ("technology", "park"): "technopark",
    ("machine", "making"): "machine",
    ("machine", "tool"): "machinetool",
    ("power", "making"): "power",
    ("ship", "making"): "ship",
    ("national", "research"): "national",
    ("national", "scientific"): "national",
    ("railway", "road"): "railway",
    ("electric", "power"): "power",
    ("software", "provision"): "software",
    ("small", "enterprise"): "small entrepreneurship",
    ("medium", "enterprise"): "medium entrepreneurship",
    ("small", "business"): "small entrepreneurship",
    ("medium", "business"): "medium entrepreneurship",
    ("chairman", "government"): "premier",
    ("prime", "minister"): "premier",
    ("iron", "steel"): "metallurgy",
    ("freight", "auto"): "freight",
    ("physics", "technology"): "physics technical",
    ("solid", "state"): "solid",
    ("science", "production", "association"): "npo",
    ("research", "production", "association"): "npo",
    ("production", "association"): "npo",
    ("science", "production", "enterprise"): "npp",
    ("research", "production", "enterprise"): "npp",
    ("world", "level"): "",
    ("research", "production", "centre"): "centre",
    ("research", "production", "corporation"): "corporation",
    ("science", "production", "corporation"): "corporation",
}
"""Two or three meanings side by side that are one, or that together mean others or tell nothing (мирового уровня)."""

MERGED_HEADS = frozenset({"technopark", "npo", "npp", "centre", "corporation"})
"""Those of them that are kinds of thing."""

LEGAL_FORMS = word_list(
    """
    ооо оао зао пао нао ао ано нко нп фгуп гуп муп фгбу фгбоу фгаоу фгку фбу фгбну фгау фбун фгбуз гбуз гау гк кгбу со
    во впо по llc ltd jsc ojsc cjsc pjsc pao oao zao ao ooo gmbh inc plc co
    ag se nv bv llp kg spa srl sarl oy акционерное общество публичное
    мп ип чоу анпо пк society общество хозяйственное
    открытое закрытое ограниченной ответственностью некоммерческое партнерство non profit partnership автономная
    некоммерческая бюджетное учреждение
    """
)
"""Words of legal form: a company that becomes another kind of company stays the same one."""

BRANCHES = {
    "siberia": (("сибирского", "отделения"), ("siberian", "branch"), ("со",), ("sb",)),
    "ural": (("уральского", "отделения"), ("ural", "branch"), ("уро",), ("ub",)),
    "far east": (("дальневосточного", "отделения"), ("far", "eastern", "branch"), ("дво",), ("feb",)),
}
"""The branches of the Academy of Sciences, as names of institutes give them."""

ACADEMY = (
    ("российской", "академии", "наук"),
    ("of", "the", "russian", "academy", "of", "sciences"),
    ("russian", "academy", "of", "sciences"),
    ("of", "the", "ras"),
    ("of", "ras"),
    ("ран",),
    ("ras",),
)

PARENT_NAMES: Mapping[tuple[str, ...], str] = {
    **{(*one, *academy): branch for branch, names in BRANCHES.items() for one in names for academy in ACADEMY},
    **dict.fromkeys(ACADEMY, "academy"),
}
"""How the Academy and its branches stand behind the names of their institutes, and which of them it is."""

STOP = word_list(
    """
    и в во на по для с со к о об от из за при г гг города город городе the of and for in on at to a an by de after
    городского муниципального
    la all no орган органа при под under деятельности activities activity дел делам affairs matters хозяйства хозяйство
    хозяйству отрасли сферы средств средства ппт твт st sankt санкт saint
    области областью край края крае краю краем республику республикой
    областной область республика республики республике oblast region krai kray territory
    territories republic autonomous okrug sized автономного автономный округа округ district областная
    областного
    """
)
"""Words between the words, and the kinds of place that a place's own name does without."""


def lines(table: str) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The beginnings of Russian and of English words by meaning.

    >>> lines("bank: банк / bank")
    {'bank': (('банк',), ('bank',))}
    """
    found = {}
    for line in table.strip().splitlines():
        meaning, _, words = line.partition(": ")
        russian, _, english = words.partition(" / ")
        found[meaning] = (tuple(russian.split()), tuple(english.split()))
    return found
