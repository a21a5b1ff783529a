"""First names that are one name: forms that people use beside it, and names of guests as Russian texts write them."""

from functools import cache

from graph.resolution.letters import skeleton, skeletons, sound_alike
from nlp.first_names import ENGLISH_FIRST, OTHER_FIRST, RUSSIAN_FIRST

VARIANTS = """
aleksandr aleksander / aleksandra sandra / mihail mihael maikl / petr peter / pavel paul
evgeni eugene / nikolai nikolas / daniil danila daniel danil / artem artemi / sofa sofia / ekaterina katerina katherine
elena helena / viktor victor / kristan hristan christan / urgen ergen / georgi georg / dmitri dimitri / uli ula
maria mara / natala nataliia / maksim / fedor teodor / ilia ila / semen simon / timofei timoti / iosif josef josif
feliks / igor / lev leo / filip / konstantin / anastas / karl / david / roman / anton antoni / andrei andre andrev
"""
"""Forms of one name, by sound; a pair stands between strokes, or on a line of its own."""

FOREIGN = """
джузеппе giuseppe / джованни giovanni / франческо francesco / пьер pierre / жан jean / жак jacques / жорж georges
мишель michel / филипп philippe / франсуа françois / оливье olivier / лоран laurent / жюль jules / джон john
джеймс james / джейн jane / джанет janet / джордж george / джек jack / джо joe / джозеф joseph / джереми jeremy
джейсон jason / джеффри jeffrey / джеральд gerald / джуди judith / джулия julia / джеки jackie / дженнифер jennifer
уильям вильям william / уолтер вальтер walter / уэйн wayne / теодор theodore / рэйчел rachel / райан ryan
майкл michael / мэтью matthew / мэри mary / стивен stephen steven / шон sean / сьюзан susan / сара sarah
шарлотта charlotte / чарльз charles / кристофер christopher / кристин christine / клэр claire / крейг craig
эндрю andrew / энтони anthony / элизабет elizabeth elisabeth / дэвид давид david / дуглас douglas / дебора deborah
диана diana diane / брайан brian / брюс bruce / бенджамин benjamin / гарри harry / генри henry / гарольд harold
гэри gary / грэм graham / хью hugh / лиза lisa / кит keith / кейт kate / лоуренс lawrence / лора laura / луи louis
люси lucy / нил neil / нэнси nancy / найджел nigel / николас nicholas / нейтан nathan / пол paul / питер peter
йоханнес иоганнес johannes / йохан юхан иоганн johan johann / ханс ганс hans / хайнц гейнц heinz
хельмут гельмут helmut / дитер dieter / бьорн бьёрн björn bjorn / гёран goran göran / хосе josé jose / хуан juan
хавьер javier / мигель miguel / ибрагим ibrahim / мохаммед мухаммед магомед mohammed muhammad / хироси hiroshi
кэндзи kenji / такаси takashi / раджеш rajesh / санджай sanjay / клод claude / жюли julie / жан-клод jean-claude
поль paul / бернар bernard / пьеро piero / ги guy / ив yves / рене rené / анри henri / люк luc / марк marc mark
этьен étienne etienne / эрик eric erik / ален alain / андре andré / доминик dominique / изабель isabelle / софи sophie
натали nathalie / катрин catherine / хорхе jorge / карлос carlos / хулио julio / хесус jesús jesus / диего diego
пабло pablo / антонио antonio / луис luis / анхель ángel / кшиштоф krzysztof / анджей andrzej / войцех wojciech
гжегож grzegorz / ежи jerzy / яцек jacek / лукаш łukasz lukasz / пшемыслав przemysław / агнешка agnieszka / йенс jens
юрген jürgen / вольфганг wolfgang / клаус klaus / уве uwe / рольф rolf / штефан stefan / маттиас matthias / йорг jörg
ларс lars / свен sven / мэттью matthew / джонатан jonathan / скотт scott / кеннет kenneth
роберт robert / эдвард edward / сюзанна susanna / лоренцо lorenzo / паоло paolo / марко marco
лука luca / маттео matteo / стефано stefano
"""
"""The same of names that transcription does not bring together, as Russian texts and as their owners write them."""

FAMILIAR = """
саша шура: александр александра / леша алеша: алексей / толя: анатолий / андрюша: андрей / боря: борис / вадик: вадим
валера: валерий валерия / вася: василий / витя: виктор / вова володя: владимир
слава: вячеслав владислав станислав ярослав / гена: геннадий / гоша жора: георгий егор
гриша: григорий / дима митя: дмитрий / женя: евгений евгения / ваня: иван
костя: константин / леня: леонид / миша: михаил / коля: николай / паша: павел / петя: петр / рома: роман
сережа: сергей / стас: станислав / степа: степан / федя: федор / эдик: эдуард / юра: юрий / аня нюра: анна
валя: валентина валентин / галя: галина / даша: дарья / катя: екатерина / лена алена: елена / ира: ирина
ксюша: оксана ксения / люба: любовь / люда мила: людмила / маша: мария / надя: надежда / наташа: наталья наталия
оля: ольга / света: светлана / таня: татьяна / юля: юлия / настя: анастасия / соня: софья софия / лиза: елизавета
вика: виктория / рита: маргарита / тоня: антонина / bill will: william / bob rob: robert / dick rick: richard
mike mick: michael / jim jimmy: james / tom: thomas / tim: timothy / tony: anthony / ted: edward theodore / ed: edward
dave: david / dan: daniel / steve: steven stephen / chris: christopher christine / ben: benjamin / sam: samuel samantha
joe: joseph / jack: john / jeff: jeffrey / greg: gregory / ken: kenneth / nick: nicholas / pete: peter / phil: philip
ron: ronald / sue: susan / kate kathy: katherine catherine / liz beth: elizabeth / meg peggy: margaret
pat: patricia patrick / andy: andrew / alex: alexander alexandra / fred: frederick / larry: lawrence / matt: matthew
"""
"""Familiar forms before the names that they may stand for: who is meant is not sure."""

KNOWN = """
александр алексей анатолий андрей антон аркадий артем артур борис вадим валентин валерий василий виктор виталий
владимир владислав вячеслав геннадий георгий герман глеб григорий даниил денис дмитрий евгений егор иван игорь ильдар
илья кирилл константин лев леонид максим марат михаил николай олег павел петр роман руслан рустам семен сергей
станислав степан тимур федор эдуард юрий ярослав анна валентина вера галина дарья екатерина елена ирина ксения лариса
любовь людмила марина мария надежда наталья нина оксана ольга светлана татьяна юлия
"""
"""Russian first names."""


def is_first(word: str) -> bool:
    """Whether a word is a first name that we know.

    >>> is_first("wolfgang"), is_first("дмитрий"), is_first("петров")
    (True, True, False)
    """
    return any(skeleton(part) in _first_names() for part in word.casefold().split("-"))


def is_one_first(one: str, other: str) -> bool:
    """Whether two first names are one, or forms of one; a form may stand for several (Алекс).

    >>> is_one_first("джузеппе", "giuseppe"), is_one_first("анна", "инна"), is_one_first("александр", "алексей")
    (True, False, False)
    """
    parts = one.split("-"), other.split("-")
    if len(parts[0]) > 1 and len(parts[0]) == len(parts[1]):
        return all(map(is_one_first, *parts))
    if sound_alike(one, other):
        return True
    return any(right in _variants().get(left, ()) for left in skeletons(one) for right in skeletons(other))


def is_familiar(one: str, other: str) -> bool:
    """Whether one first name is a familiar form of the other.

    >>> is_familiar("катя", "екатерина"), is_familiar("william", "bill"), is_familiar("саша", "павел")
    (True, True, False)
    """
    forms = _familiar()
    return any(skeleton(right) in forms.get(skeleton(left), ()) for left, right in ((one, other), (other, one)))


@cache
def _familiar() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in FAMILIAR.replace("\n", " / ").split("/"):
        familiar, _, full = group.partition(":")
        for form in familiar.split():
            found.setdefault(skeleton(form), set()).update(map(skeleton, full.split()))
    return {form: frozenset(full) for form, full in found.items()}


@cache
def _variants() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in f"{VARIANTS}\n{FOREIGN}".replace("\n", " / ").split("/"):
        sounds = {skeleton(name) for name in group.split()}
        for sound in sounds:
            found.setdefault(sound, set()).update(sounds)
    return {sound: frozenset(sounds) for sound, sounds in found.items()}


@cache
def _first_names() -> frozenset[str]:
    names = f"{RUSSIAN_FIRST} {ENGLISH_FIRST} {OTHER_FIRST} {KNOWN}".casefold().split()
    return frozenset(map(skeleton, names)) | frozenset(_variants())
