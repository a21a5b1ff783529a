"""How sentences say each relation, in Russian and English: words, and slots for what they are said of."""

from nlp.relations.masking import GAP, WIDE, compiled, slot

C, P, R, ORG, G, D, N, S, T, L, V = (slot(letter, group=letter.lower()) for letter in "CPROGDNSTLV")
ASIDE = rf"(?:\s*,\s*(?:в\s+|которы|котор|чь|which|whose|headed){GAP}{{0,40}}(?:⟦[PORD]\d+⟧{GAP}{{0,20}})?,)?"
"""A relative clause between a thing and its verb: "кластер, которым руководит …, объединяет"."""

ON = r"(?:[^⟦⟧.;!?\n,]|⟦[RDNS]\d+⟧){0,70}(?:,\s+)?"
"""What may stand between a thing and its second verb: "расположен в …, объединяет", "in … unites … and employs"."""

C_O = slot("C", "O", group="c")
THING = slot("C", "O", "Z", group="c")
"""A cluster, an organization or a centre."""

HEADS = (
    r"(?:руководител\w+|менеджер\w*|директор\w*|глав(?:а|ой|у)|председател\w+|управляющ\w+|координатор\w*|"
    r"manager|head|director|chair\w*|leader)"
)
FOUNDED = (
    r"(?:созда(?:н[аоы]?|нн\w{2,3}|вал\w+|ть|ни[еяю]|дут|ст)\b|(?:основа|образова|учрежд[её])нн\w{2,3}\b|основан[аоы]?|образован[аоы]?|учрежд[её]н[аоы]?|сформирован[аоы]?|организован[аоы]?|"
    r"объедин[её]н\w*\s+в\s+рамках|зарегистрирован[аоы]?|открыт[аоы]?|откро(?:ет|ют)ся|появ(?:ится|ятся|ился|илась)|"
    r"established|founded|created|set\s+up|launched|formed)"
)
LISTED_AFTER = r"(?:\s*,\s*|\s+(?:и|and|а\s+также)\s+)"
"""What joins the things of a list."""

MEMBERS = (
    r"(?:организац\w+|предприят\w+|участник\w*|член\w*|компан\w+|фирм\w*|резидент\w*|вуз\w*|"
    r"members?|compan\w+|enterprises|organi[sz]ations|participants|firms)"
)
STAFF = r"(?:человек|чел\.|работник\w*|сотрудник\w*|people|employees|workers|staff)"

LED = compiled(
    rf"{C}{GAP}{{0,40}}\b(?:возглавля\w+|возглавил\w*|возглавит|руководит|управляет)\b{GAP}{{0,70}}{P}",
    rf"{P}{GAP}{{0,80}}\b(?:возглавля\w+|возглавил\w*|возглавит|руководит|управляет)\b{GAP}{{0,20}}{C}",
    rf"\b{HEADS}\s{GAP}{{0,12}}{C}\s*(?:является|назначен\w?|стал\w?|избран\w?|[,–—:(-]|is|was\s+appointed)*{GAP}{{0,15}}{P}",
    rf"{P}\s*(?:[,–—(-]|является|назначен\w?|избран\w?|стал\w?|is|was)+\s*(?:the\s+)?(?:\w+\s+)?{HEADS}\s+(?:of\s+(?:the\s+)?)?{C}",
    rf"{C}\s+(?:{HEADS})\s*(?:[–—:-]|is|явля\w+)\s*{P}",
    rf"{C}{GAP}{{0,30}}\b(?:headed|led|managed|run|directed)\s+by\b{GAP}{{0,40}}{P}",
    rf"{P}{GAP}{{0,40}}\b(?:manages|heads|leads|runs|directs|is\s+in\s+charge\s+of)\s+(?:the\s+)?{C}",
    rf"\b{HEADS}\s+of\s+(?:the\s+)?{C}\s*(?:is|,|–|—|:|-)*\s*{P}",
    rf"\bвозглавить\s+{C}\s+(?:долж\w+|предстоит|планиру\w+|намерен\w*)\s+{P}",
)
LOCATED = compiled(
    rf"{C}{GAP}{{0,25}}\b(?:располо\w+|располага\w+|сформирован\w*|наход[ия]тся|размеща\w+|размещ[её]н\w*|базиру\w+|действу\w+|функциониру\w+|работа(?:ет|ют)|"
    rf"созда(?:н|ётся|ется)\w*|локализован\w*|located|based|situated|operates?|operating|established|created|founded|launched|set\s+up)\b{GAP}{{0,30}}{R}",
    rf"{C}\s*[(,]?\s*(?:(?:в|на\s+территории|in)\s+(?:the\s+)?)?{R}",
    rf"(?:\bв|\bна\s+территории|\bin)\s+(?:the\s+)?{R}{GAP}{{0,30}}\b(?:созда(?:н\w*|ть|ётся|ется)|сформирован\w*|организован\w*|образован\w*|"
    rf"действу\w+|функциониру\w+|располо\w+|располага\w+|базиру\w+|"
    rf"наход[ия]тся|работа(?:ет|ют)|is\s+located|operates)\b{GAP}{{0,25}}{C}(?P<also>(?:{LISTED_AFTER}⟦C\d+⟧)*)",
)
FOUNDING = compiled(
    rf"{D}{WIDE}{{0,80}}\b{FOUNDED}\b{WIDE}{{0,40}}{THING}",
    rf"{THING}{WIDE}{{0,40}}\b{FOUNDED}\b{WIDE}{{0,30}}{D}",
    rf"\b(?:создан|основан|образован|учрежд[её]н)[аоы]?\s+{C}{WIDE}{{0,30}}{D}",
    rf"\bсрок{WIDE}{{0,15}}(?:реализации|создания|ввода|открытия){WIDE}{{0,40}}{C}\s*[–—-]\s*{D}",
)
ESTABLISHED = (
    r"\b(?:созда(?:н\w*|дут|ст|ть)|основан\w*|учрежд[её]н\w*|образован\w*|откры(?:т\w*|ть)|"
    r"established|founded|set\s+up|created)"
)
ESTABLISHED_IN = compiled(
    rf"{slot('O', 'Z', group='o')}{GAP}{{0,25}}{ESTABLISHED}{GAP}{{0,25}}\b(?:в|на\s+территории|in)\s+(?:the\s+)?{R}",
    rf"\b(?:в|на\s+территории|in)\s+(?:the\s+)?{R}{GAP}{{0,30}}{ESTABLISHED}\s{GAP}{{0,10}}{slot('O', 'Z', group='o')}",
)
COUNTED = compiled(
    rf"{C}{ASIDE}(?:{GAP}{{0,40}}|{ON})\b(?:объедин\w+|включ(?:а\w+|ит)|насчит\w+|состо\w+\s+из|вход[ия]т|unites?|(?:will|not)\s+(?:unite|comprise|include)|comprises?|includes?|consists\s+of|"
    rf"brings\s+together|has)\b{GAP}{{0,25}}{N}\s+(?:\w+\s+){{0,3}}?{MEMBERS}",
    rf"\bв\s+(?:состав\s+)?{C}{GAP}{{0,20}}\b(?:вход[ия]т|вошл[иo]|участву\w+){GAP}{{0,15}}{N}\s+(?:\w+\s+){{0,3}}?{MEMBERS}",
    rf"\b(?:число|количество)\s+(?:\w+\s+)?{MEMBERS}\s+{C}\s*(?:[–—:-]|составля\w+|достиг\w+){GAP}{{0,10}}{N}",
    rf"\bучастниками\s+{C}\s+(?:явля\w+|стали){GAP}{{0,10}}{N}\s+(?:\w+\s+){{0,3}}?{MEMBERS}",
)
EMPLOYED = compiled(
    rf"\b(?:в|на\s+предприятиях)\s+{C}{GAP}{{0,30}}\b(?:занят\w*|работа(?:ет|ют)|труд[ия]тся){GAP}{{0,15}}{N}\s+{STAFF}",
    rf"\b(?:численность|число|количество)\s+(?:работ\w+|занят\w+|персонал\w*|сотрудник\w*)(?:\s+\w+){{0,2}}\s+{C}\s*(?:[–—:-]|состав(?:ля\w+|ит|ил\w*)){GAP}{{0,10}}{N}",
    rf"{C}(?:{GAP}{{0,20}}|{ON})\b(?:employs?|employing|employed)\b{GAP}{{0,10}}{N}\s+{STAFF}",
)
SIDE = r"(?:сопутствующ|дополнительн|смежн|также\s+развива|related|additional|secondary)"
RELATED = compiled(
    rf"\b{SIDE}\w*\s+специализаци\w+\s+{C}\s*(?:[–—:-]|не\s+|явля\w+|станет|станут)+\s*{S}(?P<more>(?:{GAP}{{0,6}}⟦S\d+⟧)*)",
    rf"{C}{GAP}{{0,15}}\b{SIDE}\w*\s+(?:специализир\w+|specializ\w+|specialis\w+)\s+(?:на|в|in){GAP}{{0,25}}{S}(?P<more>(?:{GAP}{{0,6}}⟦S\d+⟧)*)",
    rf"\b{SIDE}\w*\s+speciali[sz]ations?\s+of\s+(?:the\s+)?{C}\s*(?:is|are|include|will\s+be|[–—:-])\s*{S}"
    rf"(?P<more>(?:{GAP}{{0,6}}⟦S\d+⟧)*)",
)
SPECIALIZED = compiled(
    rf"{C}(?!{GAP}{{0,30}}{SIDE})(?:{GAP}{{0,30}}|{ON})\b(?:специализир\w+|specializ\w+|specialis\w+)\s+(?:на|в|in){GAP}{{0,25}}{S}(?P<more>(?:{GAP}{{0,6}}⟦S\d+⟧)*)",
    rf"(?<!related )(?<!additional )(?<!secondary )\bspeciali[sz]ations?\s+of\s+(?:the\s+)?{C}\s*"
    rf"(?:is|are|include|will\s+be|[–—:-])\s*{S}"
    rf"(?P<more>(?:{GAP}{{0,6}}⟦S\d+⟧)*)",
    rf"{C}\s+(?:ключев\w+\s+|key\s+)?(?:специализаци\w+|speciali[sz]ation)\s*(?:[–—:-]|явля\w+|is)\s*{S}(?P<more>(?:{GAP}{{0,6}}⟦S\d+⟧)*)",
    rf"(?:^|(?<!щая )(?<!щие )(?<!ная )(?<!ные ))\bспециализаци\w+\s+{C}\s*(?:[–—:-]|явля\w+)\s*{S}"
    rf"(?P<more>(?:{GAP}{{0,6}}⟦S\d+⟧)*)",
)
HAS_STATUS = compiled(
    rf"{C}{GAP}{{0,25}}\b(?:является|имеет|получил|получит|признан|вход[ия]т|включ[её]н\w*|вош[её]л|отнес[её]н|is|has|have|receive[sd]?|granted|recogni[sz]ed|included)\b{GAP}{{0,40}}{T}",
    rf"{C}{GAP}{{0,15}}\b(?:присво\w+|дан|предоставлен|получен)\b{GAP}{{0,25}}{T}",
    rf"\bстатус\w*\s+{T}\s+(?:присво\w+|получил\w*|имеет|дан)\s+{C}",
)
LEVELLED = compiled(
    rf"{C}{GAP}{{0,25}}\b(?:имеет|достиг\w*|получил\w*|присво\w+|подтвердил\w*|has|have|reach(?:ed)?|receive[sd]?)\b{GAP}{{0,20}}{V}",
    rf"\bу\s+{C}{GAP}{{0,6}}{V}",
    rf"\bуров\w+\s+(?:организационного\s+)?развития\s+{C}\s*(?:[–—:-]|явля\w+|признан\w*)\s*{V}",
)
MEMBER = r"(?:участник|член|резидент)\w*"
ALL_BEFORE = rf"(?P<more>(?:⟦O\d+⟧{LISTED_AFTER})*)"
"""The members of a list but the last."""

JOINED = compiled(
    rf"{ALL_BEFORE}{ORG}{GAP}{{0,40}}\b(?:явля\w+\s+(?:\w+\s+)?{MEMBER}|исключ[её]н\w*\s+из(?:\s+(?:состава|числа\s+участников))?|"
    rf"выш(?:ел|л[аои])\s+из(?:\s+состава)?|withdrew\s+from|was\s+excluded\s+from|were\s+excluded\s+from|вход[ия]т\s+в(?:\s+состав)?|вош[её]?л\w*\s+в(?:\s+состав)?|вступил\w*\s+в|войд[её]т\s+в(?:\s+состав)?|войдут\s+в(?:\s+состав)?|вступ[ия]т\s+в|"
    rf"(?:планиру\w+|намерен\w*|готов\w+|собира\w+)\s+(?:войти|вступить)\s+в(?:\s+состав)?|(?:plans?|intends?)\s+to\s+join|"
    rf"ста(?:л\w?|нет|нут)\s+{MEMBER}|(?:is|are|was|were|become|became)\s+(?:not\s+)?(?:a\s+)?(?:members?|participants?)\s+of|"
    rf"join(?:ed|s)?|belongs?\s+to)\s+(?:the\s+)?{C}",
)
LISTED = compiled(
    rf"\bв\s+(?:состав\s+)?{C}{GAP}{{0,20}}\b(?:вход[ия]т|вошли|войд[её]т|войдут|войти|вступ[ия]т|вступить|вступил\w?)\b{GAP}{{0,25}}:?\s*{ORG}(?P<more>(?:{GAP}{{0,8}}⟦O\d+⟧)*)",
    rf"{C}\s+{MEMBER}\s+(?:явля\w+|ста(?:нут|нет|ли|л\w?)|[–—:-]){GAP}{{0,20}}{ORG}(?P<more>(?:{GAP}{{0,8}}⟦O\d+⟧)*)",
    rf"{C}\s+(?:members|participants)\s+(?:are|include){GAP}{{0,10}}{ORG}(?P<more>(?:{GAP}{{0,8}}⟦O\d+⟧)*)",
    rf"\b{MEMBER}\s+{C}\s*(?:явля\w+|ста(?:нут|нет|ли|л\w?)|[–—:-]){GAP}{{0,20}}{ORG}(?P<more>(?:{GAP}{{0,8}}⟦O\d+⟧)*)",
    rf"{C}{GAP}{{0,15}}\b(?:объединя\w+|включа\w+|includes|unites|comprises){GAP}{{0,20}}{ORG}(?P<more>(?:{GAP}{{0,8}}⟦O\d+⟧)*)",
)
OPERATED = compiled(
    rf"\b(?:управляющ\w+|специализированн\w+)\s+(?:организаци\w+|компани\w+)(?:\s*[-–—]\s*координатор\w*)?\s+{C}\s*(?:явля\w+|выступа\w+|назначен\w?|[–—:,-])*{GAP}{{0,10}}{ORG}",
    rf"\bуправля(?:ет|ть)\s+{C}\s+(?:будет\s+)?{ORG}",
    rf"{C}\s+(?:не\s+)?(?:будет\s+)?управля(?:ет|ть)\s+{ORG}",
    rf"{ORG}\s*(?:[,–—-]|(?:не\s+)?(?:явля\w+|выступа\w+|станет|будет))+{GAP}{{0,15}}\b(?:управляющ\w+|специализированн\w+)\s+(?:организаци\w+|компани\w+)\s+{C}",
    rf"\b(?:организаци\w+\s*[-–—]\s*)?координатор\w*\s+{C}\s*(?:явля\w+|выступа\w+|[–—:,-])+{GAP}{{0,10}}{ORG}",
    rf"{ORG}\s+(?:(?:does\s+not|will|is\s+to)\s+)?(?:не\s+|будет\s+)?(?:управля(?:ет|ть)|координир(?:ует|овать)\s+деятельность|manages?|coordinates?|operates?)"
    rf"\s+(?:the\s+)?{C}",
    rf"\b(?:managing|management|coordinating|speciali[sz]ed)\s+(?:organi[sz]ation|company)\s+of\s+(?:the\s+)?{C}\s*"
    rf"(?:is|will\s+be|was|not|[,–—:-]|\s)+(?:the\s+)?{ORG}",
    rf"{ORG}\s*(?:,|is|was|will\s+be|not|\s)+(?:the\s+)?(?:managing|management|coordinating|speciali[sz]ed)\s+(?:organi[sz]ation|company)"
    rf"\s+of\s+(?:the\s+)?{C}",
    rf"{C}{GAP}{{0,20}}\b(?:managed|coordinated|operated)\s+by\s+(?:the\s+)?{ORG}",
)
SUPPORTED = compiled(
    rf"{C}{GAP}{{0,60}}\b(?:поддерж\w+|поддержк\w+|субсиди\w+|финансиру\w+|supported|funded|support|subsid\w+)\b{GAP}{{0,40}}"
    rf"\b(?:в\s+рамках|по|within|under|through)\b{GAP}{{0,30}}{G}",
    rf"{C}{GAP}{{0,30}}\b(?:участвует\s+в|участник\w*|participates\s+in|participant\s+of){GAP}{{0,10}}{G}",
)
ADMINISTERED = compiled(
    rf"{G}\s*(?:by|of)\s+(?:the\s+)?{ORG}",
    rf"{ORG}(?:'s)?\s+{G}",
    rf"{G}\s+{ORG}",
    rf"\b(?:оператор\w*|координатор\w*|ответственн\w+\s+исполнител\w+|заказчик\w*)\s+{G}\s*(?:явля\w+|выступа\w+|[–—:-])+\s*{ORG}",
    rf"{G}\s+(?:не\s+|будет\s+)?(?:реализу(?:ет|ют)|реализ\w*ть|администриру(?:ет|ют)|куриру(?:ет|ют)|вед[её]т|запустил\w*)\s+{ORG}",
    rf"{ORG}{GAP}{{0,15}}\b(?:реализу\w+|администриру\w+|куриру\w+|вед[её]т|administers|runs|implements|launched)\s+(?:the\s+)?{G}",
    rf"{G}\s*,\s*котор\w+\s+(?:реализу\w+|администриру\w+|куриру\w+|вед[её]т|провод\w+|запустил\w*)\s+{ORG}",
    rf"{G}\s+(?:не\s+)?(?:реализуется|администрируется|курируется|ведётся|ведется)\s+{ORG}",
    rf"{G}\s+(?:is|are|was|will\s+be)\s+(?:not\s+)?(?:administered|run|implemented|managed|coordinated|launched)\s+by\s+(?:the\s+)?{ORG}",
)
GROUNDED = compiled(
    rf"{G}\s*,?\s*\(?(?:(?:не|был[аои]?|будет|was|not|is|will|be)\s+){{0,3}}(?:утвержд[её]н\w*|принят\w*|approved\s+by|established\s+by){GAP}{{0,20}}{L}"
)
STEP = r"(?:[^⟦⟧.;!?\n]|⟦[RSTOZ]\d+⟧)"
"""What may stand between a cluster and the date on which a register took it in: whose register it is, and of what."""

REGISTERED = compiled(
    rf"{C}{STEP}{{0,30}}\b(?:включ(?:[её]н\w*|ить|ат|ит)|внес(?:[её]н\w*|ти|ут)|entered|included|registered){STEP}{{0,30}}"
    rf"\b(?:реестр|перечень|список|register|registry|list){STEP}{{0,90}}{D}",
    rf"{D}{STEP}{{0,40}}{C}{STEP}{{0,25}}\b(?:включ(?:[её]н\w*|ить|ат|ит)|внес(?:[её]н\w*|ти|ут)|entered|included|registered)"
    rf"{STEP}{{0,30}}\b(?:реестр|перечень|список|register|registry|list)",
    rf"{D}{STEP}{{0,40}}\bв\s+(?:реестр|перечень){STEP}{{0,60}}\b(?:включ[её]н\w*|внес[её]н\w*){STEP}{{0,20}}{C}",
    rf"\b(?:реестр|перечень){STEP}{{0,60}}{D}{STEP}{{0,25}}\b(?:включ[её]н\w*|внес[её]н\w*){STEP}{{0,20}}{C}",
    rf"{C}\s+(?:состоит|находится)\s+в\s+(?:реестре|перечне){STEP}{{0,60}}\bс\s+{D}",
)
REGISTERED_BY = compiled(
    rf"{C}{STEP}{{0,30}}\b(?:включ[её]н\w*|внес[её]н\w*|entered|included|registered){STEP}{{0,30}}"
    rf"\b(?:реестр|перечень|список|register|registry|list){STEP}{{0,60}}{L}",
    rf"{L}{STEP}{{0,25}}{C}{STEP}{{0,25}}\b(?:включ[её]н\w*|внес[её]н\w*){STEP}{{0,20}}\bв\s+(?:реестр|перечень)",
)
MAKES = (
    r"(?:выпуска(?:ет|ют|л[аи]?)|производ(?:ит|ят|ил[аи]?)|изготавлива(?:ет|ют)|изготовля(?:ет|ют)|"
    r"manufactur(?:es?|ed)|produc(?:es?|ed)|makes?)"
)
WHAT = r"(?P<what>(?:[^⟦⟧.;:!?\n]|⟦[SG]\d+⟧)+)"
PRODUCED = compiled(
    rf"{C_O}{ASIDE}(?:\s+(?:не|уже|также|сейчас|ныне|больше|now|also|no\s+longer|already|does\s+not|do\s+not|will)){{0,3}}\s+"
    rf"(?P<verb>{MAKES}|produce|manufacture)\s+{WHAT}",
    rf"{C_O}{ASIDE}\s+(?:не\s+)?(?:специализиру\w+\s+на|заним\w+|speciali[sz]es?\s+in)\s+"
    rf"(?P<verb>выпуск(?:е|ом)|производств(?:е|ом)|изготовлени(?:и|ем)|(?:the\s+)?(?:production|manufactur\w+)(?:\s+of)?)\s+{WHAT}",
    rf"{C_O}{ASIDE}\s+(?:планиру\w+|намерен\w*|готовит\w*|начн[её]т|начнут|буд(?:ет|ут)|plans?\s+to|will|intends?\s+to)\s+(?:начать\s+|start\s+)?"
    rf"(?P<verb>выпуска\w+|выпуск|производить|производство|изготавлива\w+|produc\w+|manufactur\w+)\s+{WHAT}",
    rf"(?P<verb>продукци\w+)\s+(?:предприяти\w+\s+|участник\w+\s+)?{C_O}\s*(?:[:–—-]|включает|явля\w+ся|это)+\s*{WHAT}",
    rf"(?P<verb>products?)\s+of\s+(?:the\s+)?{C_O}\s*(?:[:–—-]|include|are|is)+\s*{WHAT}",
)
IS_MADE = (
    r"(?:(?:не\s+)?(?:будет\s+|будут\s+)?(?:выпуска|производи|изготавлива|изготовля)(?:ется|ются|тся|лась|лось|лись|лся|ться)|"
    r"(?:не\s+)?производятся|(?:is|are|was|were|will\s+be)\s+(?:not\s+)?(?:produced|manufactured|made)\s+by)"
)
MADE_BY = compiled(
    rf"(?:^|(?<=[;:])\s|(?<=⟧,)\s)\W*(?P<what>(?:[^⟦⟧.;:!?\n]|⟦[SG]\d+⟧){{3,90}}?)\s+(?P<verb>{IS_MADE})\s+"
    rf"(?:the\s+)?(?:предприяти\w+\s+|участник\w+\s+|резидент\w+\s+|завод\w+\s+|компани\w+\s+)?{C_O}",
)
ACTIVE = compiled(
    rf"^\W*(?:с|since)\s+{D}{WIDE}{{0,110}}\b(?:на\s+базе|в\s+рамках|силами|on\s+the\s+basis\s+of|within)\b{WIDE}{{0,60}}{C}",
    rf"{C}{WIDE}{{0,20}}\b(?:действует|работает|функционирует|operates|has\s+operated|active)\s+(?:с|since)\s+{D}",
)
FACILITY = (
    r"(?P<facility>\b(?:центр|лаборатори[яи]|инжиниринговый\s+центр|технопарк|полигон|испытательный\s+центр|"
    r"бизнес-инкубатор)(?:\s+[а-яё-]+){1,6}?)(?=\s*(?:[,.;(]|$))"
)
SERVED = compiled(
    rf"\b(?:в\s+интересах|для(?:\s+нужд)?|при|на\s+базе)\s+{C}{GAP}{{0,40}}\b(?P<verb>откро(?:ет|ют)ся|открыт\w*|создан\w*|"
    rf"построен\w*|введ[её]н\w*|действует|работает)\s+{FACILITY}",
)
COOPERATES = compiled(
    rf"{THING}(?:{GAP}{{0,30}}|{ON})\b(?:сотруднича\w+|взаимодейству\w+|(?:заключил|подписал)\w*\s+соглашени\w+{GAP}{{0,30}}|"
    rf"cooperates?|collaborates?)\s+(?:с|со|with)\s+(?:the\s+)?{slot('C', 'O', group='o')}",
)
