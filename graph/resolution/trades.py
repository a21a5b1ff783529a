"""What things are about, in both languages: goods, materials and services of one trade each.

A line is as in `lexicon`: `meaning: beginnings of Russian words / beginnings of English words`.
"""

TRADES = """
powder: порохов порошк / powder gunpowder
fuel: топлив / fuel
diamond: алмазн / diamond
tungsten: вольфрам / tungsten
magnesium: =магния магниев / magnesium
potash: калийн / potash
soda: содов / soda
salt: =соли солян солевар / =salt
nitrogen: азотн =азот / nitrogen
phosphorus: фосфор / phosph
paint: лакокрас =краски =красок / paint
detergent: моющ / detergent
cosmetics: космет парфюмер / cosmet perfum
porcelain: фарфор / porcelain
brick: кирпич / brick
stone: =камень камен камн / stone
asphalt: асфальт / asphalt
insulation: изоляц / insulat
roofing: кровель / roof
window: =окон оконн / window
door: дверн / door
carpet: =ковровых =ковровая ковроткац / carpet
knitwear: трикотаж / knit
silk: шелк / silk
yarn: пряж / yarn
nonwoven: нетканн неткан / nonwoven
watch: часовой часовая часовых / watch clock
radar: радиолок локац радар / radar
antenna: антен / antenna
relay: релейн =реле / relay
sensor: датчик сенсор / sensor
measuring: измерен измерит / measur
precision: =точной =точная =точных =точного прецизион / precision
apparatus: аппаратостр =аппаратов / apparatus
hardware: метиз крепеж / hardware fastener
wire: проволок / wire
rope: канатн =канатов / rope
spring: пружин / spring
abrasive: абразив / abrasiv
drilling: буров бурени / drill
deposit: месторожд / deposit
component: компонент комплектующ / component
bicycle: велосипед / bicycl
motorcycle: мотоцикл / motorcycl
refrigeration: холодильн / refrigerat
ventilation: вентил / ventilat
filter: фильтр / filter
purification: очист / purif
sewage: канализ / sewage wastewater
enrichment: обогат / enrich
ore: =руд =руды / =ore =ores
network: =сеть =сети =сетей сетев / network =grid
generation: генерац генерирующ / generat
gasification: газифик / gasific
pipeline: трубопров / pipeline
terminal: терминал / terminal
container: контейнер / container
storage: хранени хранил / storage
disposal: утилиз / dispos
structure: конструкц / structur
concentrate: концентрат / concentrat
growth: =рост =роста / growth
opportunity: возможност / opportunit
operator: оператор / operator
shipping: судоходн / shipping
fleet: =флот =флота =флоту / fleet
exhibition: выставоч =выставка =выставок / exhibit =expo
congress: конгресс / congress
tobacco: табач табак / tobacco
alcohol: алкогол / alcohol
spirits: спиртов ликеро / distill spirit
beer: пивовар пивоварен / brew beer
tea: чайн / =tea
coffee: кофейн / coffee
honey: медов пчеловод / honey beekeep apicult
egg: яичн / =egg
berry: ягодн / berry
potato: картофел / potato
mushroom: грибн / mushroom
oilseed: маслич масложир / oilseed fat
reindeer: оленев / reindeer
market: =рынок =рынка рыночн / market
store: магазин / store shop
advertising: реклам / advertis
solid: =твердого =тела твердотельн / =solid
deputies: депутат / =deputies
friendship: дружб / friendship
solution: =решений =решения / solution
"""
"""Goods, materials and services."""
