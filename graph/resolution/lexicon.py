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
plant: завод комбинат фабрик / plant factory
institute: институт =нии =цнии / institute
university: университет / university =univ
academy: академи / academy
centre: центр / center centre
fund: фонд / fund foundation
company: компани / company
corporation: корпораци госкорпораци / corporation corp
agency: агентств / agency
association: ассоциаци / association
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
directorate: =управление =управления / directorate
government: правительств / government
duma: дума думы / duma
assembly: собрани / assembly
council: совет / council
service: служба службы / service
cityhall: мэрия мэрии / hall
governor: губернатор / governor
branch: филиал / branch
house: =дом / =house
organization: организаци / organization organisation
enterprise: предприяти / enterprise
holding: холдинг / holding
laboratory: лаборатори / laboratory
bureau: бюро / bureau
station: станци / station
college: колледж / college
"""
"""What a thing is called after: a cluster, a plant, a ministry."""

GENERIC = """
territorial: территориальн отраслев / territorial
pilot: пилотн / pilot
regional: региональн / =intraregional
interregional: межрегиональн / interregional
production: производствен / =production
science: научн =наук / =scientific science
education: образовательн / =educational
national: национальн / national
scientific: исследовательск / =researching
making: =строение / building engineering making manufactur
state: государствен / =state
federal: федеральн / federal
federation: федераци / =federation
named: =имени =им =академика / =named
municipal: муниципальн / municipal
limited: =ltd / =ltd
field: =области =сфере / =field =area
closed: =зато =закрытого =административно / =zato
"""
"""What tells little of which thing it is."""

DOMAINS = """
innovative: инновацион =инноваций =инновациям / innovat
development: развит развития / development
industry: промышлен индустри / industr
research: =исследований =исследования / =research
higher: высш / higher
bio: био / bio
nano: нано / nano
agro: агро аграрн / agro agrarian
pharma: фармацевт фармакол =фарма / pharmac =pharma
medicine: медицин медицинск / medic
technology: технолог / technolog =tech
information: информац / information
it: =ит / =it
nuclear: ядерн / nuclear
physics: физик физическ / physic
space: косми космос ракет / =space cosm
aerospace: аэрокосмич / aerospace
aviation: авиаци авиастро авиационн / aviation aircraft
ship: судостро судов кораблестро / shipbuild ship
auto: автомобил / automo
machine: машиностро механич / machine mechanical
machinetool: станкостро станкоинструм / machinetool
efficient: эффективн / efficient
petrochemistry: нефтехим / petrochem
chemistry: химическ =химии / chemical chemistry
oil: нефтян =нефть нефте / =oil
gas: газов =газ / =gas
instrument: приборостро / instrument
electronics: электроник / electronics electronic
electrotechnical: электротехн / electrotechn electrical
radio: радио / radio
communication: связи / communicat
optics: оптик оптич волоконно / optic fiber
power: энерг / power energy
photonics: фотоник / photonic
laser: лазер / laser
radiation: радиацион / radiation
material: материал / material
polymer: полимер / polymer
composite: композит композитн kompozit / composit kompozit
carbon: углерод / carbon
titanium: титан / titanium
light: светотех освещ / lighting light
intellectual: интеллект / intelligent
control: управлени / control
tool: инструмент / tool
system: систем / system
equipment: оборудован техник / equipment
furniture: мебел / furniture
timber: лесн лесопром древес / timber forest
textile: текстил / textile
footwear: обувн / shoe footwear
jewelry: ювелир / jewel
amber: янтар / amber
fish: рыбн рыбопром / fish
food: пищев / food
confectionery: кондитер / confection
tourism: турист туризм / touris
recreation: рекреац / recreation
goods: товар / goods
children: детск / child
whiteware: белой / white
appliance: бытов / appliance
waste: отход / waste
coal: угл / coal
processing: переработ / process
technogenic: техноген / technogenic
valve: арматур / valve
resource: ресурс / resource
natural: природн / natural
economy: экономик экономич / econom
trade: торговл торгов / =trade
entrepreneurship: предпринимат / entrepreneur
finance: финанс / financ
agriculture: сельск сельхоз / agricultur
health: здравоохр / health
environment: экологи окружающ / environment
culture: культур / cultur
transport: транспорт / transport
construction: строительств / construct
investment: инвестиц / invest
invention: изобрет / invention
cooperation: сотруднич / cooperat operation
policy: политик / policy
strategic: стратегич / strategic
planning: планирован / planning
initiative: инициатив / initiative
small: мал малого малых / small
medium: средн / medium
statistics: статист / statistic
antimonopoly: антимонопол =фас / antimonopoly
tax: налог / tax
legislative: законодат / legislative
president: президент / president
pedagogical: педагог / pedagog
polytechnic: политехн / polytechn
technical: технич / technical
venture: венчур / venture
assistance: содейств / assistance
atomic: атомн / atomic
joint: объединен объедин / joint united
railway: =железные =железных =железная дорог / railway
helicopter: вертолет / helicopter
special: особ / special
world: всемирн миров / world
security: безопасн / security
district: район / district
settlement: поселен / settlement
commerce: =торгово / =commerce
"""
"""What a thing does or is about: together with a place it tells which thing it is."""

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
"""
"""Words that names are made of for their sound: they are the name's own, in either language."""

NUMERALS = {"1": "перв", "2": "втор", "3": "трет"}
"""Ordinal numbers, which tell one of a series from the next."""

PLAIN_HEADS = frozenset({"cluster", "technopolis", "consortium", "complex", "company", "organization", "enterprise"})
"""Kinds that names of one thing give or leave out."""

WEAK = frozenset({"innovative", "industry", "development", "technology", "system"})
"""Meanings that the name of a cluster gives or leaves out."""

MERGED = {
    ("information", "technology"): "it",
    ("technology", "park"): "technopark",
    ("machine", "making"): "machine",
    ("machine", "tool"): "machinetool",
    ("power", "making"): "power",
    ("ship", "making"): "ship",
    ("national", "research"): "national",
    ("national", "scientific"): "national",
}
"""Two meanings side by side that are one."""

ABBREVIATIONS = {
    short: tuple(words.split())
    for short, words in {
        "минэкономразвития": "министерство экономического развития",
        "минпромторг": "министерство промышленности торговли",
        "минфин": "министерство финансов",
        "минобрнауки": "министерство образования науки",
        "минсельхоз": "министерство сельского хозяйства",
        "минздрав": "министерство здравоохранения",
        "минэнерго": "министерство энергетики",
        "минтранс": "министерство транспорта",
        "минстрой": "министерство строительства",
        "минприроды": "министерство природных ресурсов",
        "госкорпорация": "государственная корпорация",
        "госдума": "государственная дума",
        "уфас": "управление федеральной антимонопольной службы",
        "фас": "федеральная антимонопольная служба",
        "оэз": "особая экономическая зона",
        "sez": "special economic zone",
        "ран": "российской академии наук",
        "ras": "russian academy sciences",
        "ниу": "национальный исследовательский",
        "nru": "national research",
        "вшэ": "высшая школа экономики",
        "hse": "higher school economics",
        "мгу": "московский государственный университет",
        "msu": "moscow state university",
        "мгту": "московский государственный технический университет",
        "спбгу": "петербург государственный университет",
        "цкр": "центр кластерного развития",
        "ниц": "исследовательский центр",
        "нии": "исследовательский институт",
        "спб": "петербург",
        "ржд": "российские железные дороги",
        "нк": "нефтяная компания",
        "рвк": "российская венчурная компания",
        "rvc": "russian venture company",
    }.items()
}
"""What short forms in wide use stand for, without words that say nothing."""

PARENTS = frozenset({"ран", "ras", "ниу", "nru", "вшэ", "hse", "мгу", "msu"})
"""Short forms that name, behind the name of a body, the one it belongs to."""

LEGAL_FORMS = word_list(
    """
    ооо оао зао пао нао ао ано нко нп фгуп гуп муп фгбу фгбоу фгаоу фгку фбу фгбну фгау фбун фгбуз гбуз гау гк кгбу со
    во впо по npo llc ltd jsc ojsc cjsc pjsc pao oao zao ao ooo gmbh inc plc co акционерное общество публичное
    открытое закрытое ограниченной ответственностью некоммерческое партнерство non profit partnership автономная
    некоммерческая бюджетное учреждение
    """
)
"""Words of legal form: a company that becomes another kind of company stays the same one."""

STOP = word_list(
    """
    и в во на по для с со к о об от из за при г гг города город городе the of and for in on at to a an by de
    la области край края крае областной область республика республики республике oblast region krai kray territory
    territories republic autonomous okrug regional sized автономного автономный округа округ district областная
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
