"""What clusters and organizations produce, as sentences say it: each product in the nominative, with its own place."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Span
from nlp.linking import language_of
from nlp.morphology import nominative, parse
from nlp.relations.masking import Masked, masked_sentences
from nlp.relations.patterns import MADE_BY, PRODUCED
from nlp.relations.reading import Finding, Reading, evidence
from nlp.relations.values import trimmed
from nlp.statement import Qualifiers, Statement, Value
from nlp.words import word_set

ENDS = re.compile(
    r"\s*(?:,\s*(?:а\s+также\s+)?(?:котор|чь|что\b|где\b|включая|используем|применяем|предназначен|необходим|which|that|used|designed|including|"
    r"and\s+(?:exports?|employs?|supplies|cooperates?))"
    r"|\s(?:для\s+нужд|на\s+базе|в\s+рамках|по\s+заказу|с\s+использованием|на\s+сумму|в\s+количестве|совместно|а\s+также\s+(?:оказ|выполн|провод)\w+|"
    r"и\s+(?:сотруднич|поставля|экспортиру|входит|явля|оказ|выполня|реализу|име)\w+|вместе\s+с|по\s+итогам|"
    r"for\s+the\s+needs|under|together\s+with|since|in\s+(?:19|20)\d\d|and\s+(?:exports?|employs?|supplies|cooperates?))(?!\w))",
    re.IGNORECASE,
)
"""Where the words go on with something else than products."""

PARTS = re.compile(r"\s*,\s*(?:а\s+также\s+|and\s+|и\s+)?|\s+(?:а\s+также|и|and)\s+", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
NO_PRODUCT = word_set(
    """
    впечатление расчёт расчет отбор выплата оплата ремонт набор обмен закупка оценка проверка замена поставка осмотр
    учёт учет запись регистрация возврат начисление монтаж доставка сбор выпуск обследование анализ перерасчёт работа
    услуга акция облигация они он она это оно решение документ приказ справка заключение специалист студент выпускник
    журнал газета
    """
)
"""What is done, issued or graduated, and is no product."""

GENERAL = word_set(
    """
    продукция товар изделие продукт собственный новый широкий ассортимент различный разный высококачественный
    качественный большой свой основной вид тип один ряд многое
    product goods item own new various range quality
    """
)
"""Words that say of no product which one it is."""

LONGEST_PRODUCT = 12  # words
IS_MADE = re.compile(
    r"(?:выпуска|производ|изготавлива|изготовля)\w+(?:ся|сь)(?!\w)|\s(?:produced|manufactured|made)\sby\s",
    re.IGNORECASE,
)
"""How a sentence says that something is made by someone."""


def product_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says what the cluster or the organization produces."""
    for sentence in masked_sentences(reading):
        for pattern in (*PRODUCED, *MADE_BY) if IS_MADE.search(sentence.text) else PRODUCED:
            for match in sentence.find(pattern):
                maker = sentence.slot(match, "c")
                if maker.entity is None or maker.entity.type == "svod:Authority":
                    continue
                if pattern in MADE_BY and _has_verb(match["what"]):
                    continue
                verb = sentence.span(*match.span("verb"))
                limits = Qualifiers(modality=sentence.modality(match))
                for place in _products(reading, sentence, match):
                    written = reading.words(place)
                    language = language_of(written)
                    name = nominative(written) if language == "ru" else written
                    name = _inside(name) if pattern in MADE_BY else name
                    value = Value(name, "rdf:langString", lang=language, as_written=reading.text(place))
                    passages = evidence(place, subject=maker.name_span, label=verb, context=maker.named and maker.span)
                    yield Statement(maker.entity.id, "svod:produces", value, passages, "product_in_sentence", limits)


def _products(reading: Reading, sentence: Masked, match: re.Match[str]) -> Iterator[Span]:
    """Where each product of the list stands; none where one of the items is no product."""
    end = ENDS.search(sentence.text, match.start("what"), match.end("what"))
    stop = end.start() if end else match.end("what")
    places = list(_parts(sentence, match.start("what"), stop))
    spans = [trimmed(reading.document.text, sentence.span(*place)) for place in places]
    words = [reading.words(span) for span in spans]
    if all(map(_is_product, words)):
        yield from (span for span, said in zip(spans, words, strict=True) if not _is_general(said))


def _parts(sentence: Masked, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The items of the list; "и" within one (adjectives of one noun, genitives) parts nothing."""
    first = start
    for mark in PARTS.finditer(sentence.text, start, stop):
        if _joins_words(sentence.text[first : mark.start()], sentence.text[mark.end() : stop]):
            continue
        if sentence.text[first : mark.start()].strip():
            yield first, mark.start()
        first = mark.end()
    if sentence.text[first:stop].strip():
        yield first, stop


def _joins_words(before: str, after: str) -> bool:
    """Whether the mark stands between two adjectives, or before a genitive that goes on: "насосы воды и масла"."""
    last, following = WORD.findall(before)[-1:], WORD.findall(after)[:1]
    if not last or not following or following[0].isascii():
        return False
    one, other = parse(last[0]), parse(following[0])
    if one[0].part in {"ADJF", "PRTF"} and not any(reading.part == "NOUN" for reading in one):
        return True
    cases = {reading.case for reading in other if reading.part in {"NOUN", "ADJF", "PRTF"}}
    return len(WORD.findall(before)) > 1 and cases == {"gent"}


def _is_product(words: str) -> bool:
    """Whether the words can name a product: they are short, and begin with no action, pronoun, adverb or infinitive."""
    found = WORD.findall(words)
    if not found or len(found) > LONGEST_PRODUCT:
        return False
    if words.isascii():
        return True
    head = _nouns(found)
    return bool(head) and head[0] not in NO_PRODUCT and parse(found[0])[0].part in {"NOUN", "ADJF", "PRTF"}


def _nouns(words: Sequence[str]) -> list[str]:
    return [parse(word)[0].lemma for word in words if any(one.part == "NOUN" for one in parse(word)[:2])]


def _inside(name: str) -> str:
    """A product that begins a sentence as it is written inside one: "Пластиковые трубы", but not "IT-услуги"."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def _has_verb(words: str) -> bool:
    """Whether a verb stands before what is made: "Завод сообщил, что трубы выпускаются …" tells of more than pipes."""
    return any(parse(word)[0].part in {"VERB", "INFN", "PRTS"} for word in WORD.findall(words))


def _is_general(words: str) -> bool:
    return all((word.lower() if word.isascii() else parse(word)[0].lemma) in GENERAL for word in WORD.findall(words))
