"""What things do or are about, in both languages: branches of industry, science and government.

A line is as in `lexicon`: `meaning: beginnings of Russian words / beginnings of English words`.
"""

DOMAINS = """
innovative: инновац / innovat
development: развит развития разработ / development
industry: промышлен индустри / industr
research: =исследований =исследования / =research
higher: высш / higher
bio: био / bio
nano: нано / nano
agro: агро аграрн / agro agrarian
agriculture: сельск сельскохоз сельхоз / agricultur rural
pharma: фармацевт фармакол лекарств =фарма / pharmac drug =pharma
medicine: медицин медицинск / medic
technology: технолог =тех / technolog =tech
information: информац инфо / information =info
it: =ит / =it
nuclear: ядерн / nuclear
physics: физик физическ / physic
space: косми космос ракет / =space cosm rocket missile
aerospace: аэрокосмич / aerospace
aviation: авиаци авиастро авиационн / aviation aircraft
ship: судостро судов кораблестро / shipbuild ship
auto: автомобил / automo
machine: машиностро механич / machine mechanical
machinetool: станкостро станкоинструм / machinetool
efficient: эффективн / efficient
petrochemistry: нефтехим нефтегазохим / petrochem
chemistry: хим химическ =химии / chem chemical chemistry
oil: нефтян =нефть =нефти нефте / =oil petroleum
gas: газов =газ =газа / =gas
instrument: прибор приборостро / instrument
electronics: электроник электронн / electronic
electrotechnical: электротехн / electrotechn electrical
radio: радио / radio
communication: связи =связь коммуникац телекоммуник / communicat telecommunicat
optics: оптик оптич волоконно / optic fiber
power: энерг энергетич энергетик электроэнерг электростанц силов / power energy
photonics: фотоник / photonic
laser: лазер / laser
radiation: радиацион / radiation
material: материал / material
polymer: полимер / polymer
composite: композит композитн kompozit / composit kompozit
carbon: углерод / carbon
titanium: титан / titanium
light: светотех освещ освещен / lighting
lightweight: легк / =light
intellectual: интеллект / intelligent intellectual
control: управлени менеджмент контрол контрольн / control management
tool: инструмент / tool
system: систем / system
equipment: оборудован техник / equipment
furniture: мебел / furniture
timber: лесн лесо лесопром древес / timber forest logging
wood: деревян деревообраб / wood
textile: текстил / textile
footwear: обувн / shoe footwear
jewelry: ювелир / jewel
amber: янтар / amber
fish: рыбн рыбо рыбопром рыболов / fish
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
processing: переработ перерабат обработк обрабатыв / process refin recycl =working
technogenic: техноген / technogenic
valve: арматур / valve
resource: ресурс / resource
natural: природн / natural
economy: экономик экономич / econom
trade: торговл торгов / =trade
entrepreneurship: предпринимат / entrepreneur
finance: финанс / financ
health: здравоохр здоров / health
environment: экологи окружающ / environment
culture: культур / cultur
transport: транспорт / transport
construction: строительств строительн / construct
investment: инвестиц / invest
invention: изобрет / invention
cooperation: сотруднич / cooperat operation
policy: политик / policy
strategic: стратегич / strategic
planning: планирован / planning
initiative: инициатив / initiative
small: мал малого малых / small
medium: средн / medium secondary
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
railway: =железные =железных =железная =железной / railway railroad
helicopter: вертолет / helicopter
special: особ / special
world: всемирн миров / world
security: безопасн / security
district: район / district
settlement: поселен / settlement
commerce: =торгово коммерч / =commerce =commercial
labour: труд трудов / labour labor
employment: занятост / employment
social: социальн / social
protection: защит / protection
digital: цифров / digital
mass: массов / =mass
modernization: модернизац / moderni
high: высок / =high
monetary: валютн / monetary currency
interdepartmental: межведом / interdepartment
reconstruction: реконстр / reconstruct
infrastructure: инфраструктур / infrastruct
reactor: реактор / reactor
rolling: прокат / rolling
iron: чугун железоруд / =iron
regions: =регионов =регионы / =regions
nations: =наций =нации / =nations
relations: отношени / relations
standing: постоянн / permanent standing
media: =медиа =сми / =media
sport: спорт / sport
youth: молодеж / youth
family: семейн =семьи =семья / =family families
resort: курорт / resort
housing: жилищ =жилья / housing
utilities: коммунальн / utilit communal
road: дорог дорожн / road highway
water: водн водоснабж =вода =воды / =water =waters
underwater: подводн / underwater subsea
marine: морск / marine maritime =sea naval
river: речн / river
air: воздушн =воздуха / =air
hunting: охот / hunting
aquaculture: аквакульт марикульт / aquacult maricult
veterinary: ветеринар / veterin
land: земельн землеустр =земли / =land
property: имуществ собственност / property
heritage: наследи / heritage
archive: архив / archiv
justice: юстиц / justice
legal: правов юридич / =legal juridic
rights: =прав / =rights
internal: внутренн / internal interior
foreign: иностран зарубеж внешн / foreign external
defence: оборон / defence defense
emergency: чрезвычайн / emergenc
situation: ситуац / situation
customs: таможен / customs
budget: бюджетн / budget
competition: конкурен / competit
price: =цен =цены ценов / price pricing
tariff: тариф / tariff
regulation: регулирован / regulat
supervision: надзор / supervis
monitoring: мониторинг / monitor
standards: стандартиз =стандартов / standard
metrology: метролог / metrolog
certification: сертификац / certific
accreditation: аккредит / accredit
licensing: лиценз / licens
patent: патент / patent
quality: качеств / quality
fire: пожар / =fire
rescue: спасат / rescue
export: экспорт / export
import: импорт / import
support: поддержк / support
promotion: продвижен / promotion
business: бизнес делов / business
consumer: потребител / consumer
knowledge: знани / knowledge
skill: навык компетенц / skill competenc
training: подготовк обучени / training
personnel: кадров =кадры персонал / personnel =staff
language: язык лингвист / language linguistic
humanities: гуманитар / humanit
arts: искусств художествен / =arts =art artistic
music: музык / music
history: истори / histor
philosophy: философ / philosoph
psychology: психолог / psycholog
sociology: социолог / sociolog
mathematics: математ / mathemat
geology: геолог геологораз / geolog
exploration: разведк / explorat
geophysics: геофиз / geophys
geography: географ / geograph
geochemistry: геохим / geochem
geodesy: геодез / geodes
cartography: картограф / cartograph
mining: горн добыч добыва рудник / mining =mine =mines
metallurgy: металлург / metallurg
metal: металл металло / metal
steel: =сталь =стали стальн сталепл / steel
casting: литейн литьев / foundry casting
alloy: сплав / alloy
heavy: тяжел / heavy
aluminium: алюмини / alumini aluminum
copper: медепл =меди / copper
nickel: никел / nickel
rare: редкозем редкомет / rare
rubber: резин каучук / rubber
tyre: шинн =шин =шины / tire tyre
plastic: пластмас пластик пластич / plastic
glass: стекл стеклов / glass
ceramic: керам / ceram
cement: цемент / cement
concrete: бетон железобет / concrete
paper: бумаж целлюлоз / paper pulp
homebuilding: домостро / homebuild housebuild
leather: кожев / leather
fur: мехов пушн / =fur
flax: льнян льново / flax linen
cotton: хлопк хлопч / cotton
wool: шерст / wool
garment: швейн одежд / garment clothing apparel sewing
fashion: =моды =мода / fashion
design: дизайн проектир проектн конструкторск / design
project: =проект =проекта =проектов / project
toy: игруш / =toy =toys
printing: печат полиграф типограф / printing polygraph
packaging: упаков / packag
grain: зернов =зерна / grain
bakery: хлеб хлебопек / bakery bread
meat: мясн мясоп / meat
dairy: молоч молок / dairy milk
poultry: птицев птицеф / poultry
livestock: животнов скотов / livestock cattle
sugar: сахар / sugar
wine: винодел =вина / wine winemak
grape: виногр / grape vineyard viticult
fruit: фрукт плодов садовод / fruit horticult
vegetable: овощ / vegetable
feed: комбикорм =кормов / =feed fodder
seed: семеновод =семян / =seed =seeds
crop: растениевод / crop
soil: почв / soil
fertilizer: удобрен / fertili
drink: напит / beverage drink
device: издели устройств / device
vaccine: вакцин / vaccin
biology: биолог / biolog
biochemistry: биохим / biochem
microbiology: микробиолог / microbiolog
genetics: генет геном / genetic genom
virus: вирус / virol virus
oncology: онколог / oncolog
cardiology: кардиолог / cardiolog
surgery: хирург / surg
dental: стоматолог / dental dentist stomatolog
neurology: нейро невролог / neuro
pediatrics: педиатр / pediatr paediatr
epidemiology: эпидемиолог / epidemiolog
hygiene: гигиен / hygien
rehabilitation: реабилит / rehabilit
prosthetics: протез / prosthe
clinical: клинич / clinical
physiology: физиолог / physiolog
catalysis: катализ каталит / cataly
organic: органич / organic
inorganic: неорганич / inorganic
general: генеральн =общей =общая =общего =общий / =general
analytical: аналит / analyt
theoretical: теорет / theoret
experimental: экспериментальн опытн / experiment
applied: прикладн / =applied
fundamental: фундамент / fundament =basic
mechanics: механик / mechanics
automation: автоматиз автоматик / automat
robot: робот / robot
drone: беспилот дрон / drone unmanned
artificial: искусствен / artificial
computing: компьютер вычислит / comput
software: программн / software
provision: обеспечени / provision
data: =данных =данные / =data
cyber: кибер / cyber
internet: интернет / internet
game: игров / =game =games gaming
quantum: квантов / quantum
semiconductor: полупроводн / semiconduct
microelectronics: микроэлектрон / microelectron
electric: электрическ электрик / electric
cable: кабел / cable
battery: аккумулят батаре / batter accumul
transformer: трансформат / transformer
turbine: турбин / turbin
engine: двигател двигателестр моторостр моторн =моторы / engine motor
pump: насос / pump
compressor: компресс / compress
boiler: котлостр котельн / boiler
crane: кранов / crane
bearing: подшипник / bearing
lift: лифт / elevator =lift
pipe: трубн трубо =труб / pipe tube
welding: свароч сварк / weld
coating: покрыти / coating
railcar: вагон вагоностр / railcar wagon
locomotive: локомотив тепловоз электровоз / locomotive
tractor: трактор / tractor
freight: грузов / truck cargo freight
bus: автобус / =bus
tram: трамва / tram
metro: метрополит / metro subway
logistics: логист / logistic
warehouse: складск / warehous
post: почт / =post postal
arms: оружейн оружи вооруж / =arms weapon armament
ammunition: патронн боеприпас / cartridge ammun
explosive: взрывч / explosiv
hydro: гидро / hydro
hydrometeorology: гидрометеор / hydrometeor
meteorology: метеоролог / meteorolog
aerohydrodynamics: аэрогидродин / aerohydrodyn
temperature: температур / temperatur
thermal: теплов тепло / thermal =heat heating
vacuum: вакуум / vacuum
crystal: кристаллогр =кристаллов / crystal
solar: солнеч / solar
wind: ветров ветро / =wind
renewable: возобновл / renewab
hydrogen: водород / hydrogen
saving: сбереж / saving conserv
climate: климат / climat
arctic: арктич =арктика =арктики / arctic
polar: полярн / polar
ocean: океан / ocean
urban: градостр / urban
architecture: архитект / architect
landscape: ландшафт / landscape
monotown: моногород / monotown
analysis: анализ / analys
forecast: прогноз / forecast
insurance: страхов / insuran
pension: пенсион / pension
mortgage: ипотеч / mortgag
credit: кредит / credit
leasing: лизинг / leasing
audit: аудит ревизион / audit
accounts: счетн / =accounts =account
exchange: бирж / exchange
guarantee: гарант / guarant
microfinance: микрофинанс / microfinanc
capital: капитал / =capital
direct: прям прямых / =direct
charity: благотвор / charit
volunteer: волонтер добровол / volunteer
women: женщ женск / women
migration: миграц / migrat
population: населени / populat
demography: демограф / demograph
election: избирательн / election electoral
public: общественн / =public
civil: граждан / civil
military: военн / military
guard: гварди / =guard
publishing: издательс / publish
film: =кино кинемат / =film cinema
television: телевид телевизион теле / televis =tv
consulting: консалт консульт / consult
prototyping: прототип / prototyp
testing: испытат испытан / test testing
maintenance: ремонт / repair mainten overhaul
commercialization: коммерциализ / commerciali
transfer: трансфер / transfer
startup: стартап / startup
hospitality: гостепр гостин / hospitality hotel
catering: питани / catering nutrition
crafts: ремесл промысл / craft
folk: народн =народов =народы / folk people
retail: рознич ритейл / retail
wholesale: оптов / wholesale
product: продукт продукц / product
distribution: распредел дистриб / distribut
supply: снабж постав / suppl
procurement: закуп / procure
services: =услуг =услуги / =services
weaving: ткац прядил / weav spinn
additive: аддитив / additive
isotope: изотоп / isotop
synthesis: синтез термояд / fusion synthe
astronomy: астроном / astronom
satellite: спутник / satellit
navigation: навигац / navigat
airline: авиалин авиакомпан / airline
modern: современ / =modern =contemporary
integrated: интегр / integrat
creative: креатив творч / creativ
strong: сверхтверд / superhard
"""
"""What a thing does or is about: together with a place it tells which thing it is."""
