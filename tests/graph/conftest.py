"""A small library written by hand, through the real ledger: what questions, paths and projections are tried on."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

from graph.build import build
from graph.edition import Edition, edition_key
from graph.ledger import Ledger
from graph.library import Library, create
from graph.snapshot import Snapshot
from ingest.document import Document, Page, Span
from ingest.passage import Passage
from nlp.entity import Entity
from nlp.extract import Extract
from nlp.normal import normal_name
from nlp.statement import Evidence, Statement, Value


@dataclass
class Sheet:
    """A one-page document under construction: statements quote its text."""

    source: str
    language: Literal["ru", "en"]
    title: str
    text: str
    entities: dict[str, Entity] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    def thing(self, type_: str, name: str, id_: str | None = None) -> str:
        """A thing that the document names; local to it unless it has an id."""
        local = hashlib.sha256(f"{type_}|{name}".encode()).hexdigest()[:16]
        made = Entity(
            id=id_ or f"document/{self.digest[:16]}/entity/{local}",
            type=type_,
            name=name,
            language=self.language,
            normal=normal_name(name, type_),
        )
        if made.id not in self.entities:
            self.entities[made.id] = made
            if name in self.text:
                self.state(made.id, "rdfs:label", Value(name, "rdf:langString", lang=self.language), name)
                self.state(f"document/{self.digest[:16]}", _mention(type_), made.id, name)
        return made.id

    def state(self, subject: str, predicate: str, object_: str | Value, quote: str, context: str = "") -> None:
        """A statement that rests on the first place of `quote`, and on its context."""
        evidence = [Evidence("value", self.span(quote))]
        if context:
            evidence.append(Evidence("context", self.span(context)))
        self.statements.append(Statement(subject, predicate, object_, tuple(evidence), rule="by_hand"))

    def figure(self, measure: str, value: str, quote: str, *, context: str = "", **limits: str) -> None:
        """A figure; limits are `of`, `area`, `period` and `unit`."""
        name = "|".join([measure, *sorted(limits.values())])
        made = self.thing("svod:Observation", name)
        self.state(made, "svod:measure", Value(measure, "rdf:langString", lang=self.language), quote)
        datatype = "xsd:integer" if value.isdigit() else "xsd:decimal"
        unit = limits.get("unit")
        self.state(made, "sdmx-measure:obsValue", Value(value, datatype, unit=unit, as_written=value), quote, context)
        if "of" in limits:
            self.state(made, "svod:observationOf", limits["of"], quote)
        if "area" in limits:
            self.state(made, "sdmx-dimension:refArea", limits["area"], quote)
        if "period" in limits:
            self.state(made, "sdmx-dimension:refPeriod", Value(limits["period"], "xsd:gYear"), quote)
        if unit:
            self.state(made, "sdmx-attribute:unitMeasure", Value(unit), quote)

    def span(self, quote: str) -> Span:
        start = self.text.index(quote)
        return Span(start, start + len(quote))

    def edition(self) -> Edition:
        page = Page(1, 0, 0, 0, len(self.text))
        document = Document(self.source, self.digest, "text/plain", self.title, self.language, self.text, (page,))
        spans = {evidence.span for statement in self.statements for evidence in statement.evidence}
        passages = {s: (Passage(1, s.start, s.end, self.text[s.start : s.end]),) for s in spans}
        extract = Extract(document, (), tuple(self.entities.values()), tuple(self.statements))
        return Edition(extract, passages, self.source, edition_key(self.digest))


def _mention(type_: str) -> str:
    return "dcterms:references" if type_ == "svod:LegalAct" else "schema:mentions"


def card() -> Sheet:
    """A registry card."""
    sheet = Sheet(
        "card.txt",
        "ru",
        "Карта кластеров: карточка",
        'Инновационный территориальный кластер "Технополис "Новый Звездный"\n'
        "УРОВЕНЬ ОРГАНИЗАЦИОННОГО РАЗВИТИЯ: Средний\nСТАТУС КЛАСТЕРА: Пилотный инновационный территориальный кластер\n"
        "Регион: Пермский край\nКлючевая специализация: Космическая промышленность\n"
        "Менеджер кластера: Галицкий Сергей\nКонтакты: +7 342 212 17 47, +7 952 339 66 66\nЧисло участников: 46\n"
        "Участник: ПАО «Протон-ПМ»\n",
    )
    cluster = sheet.thing("svod:Cluster", 'Инновационный территориальный кластер "Технополис "Новый Звездный"')
    sheet.state(cluster, "svod:organizationalLevel", "level/medium", "Средний")
    sheet.state(cluster, "svod:status", "status/pilot", "Пилотный инновационный территориальный кластер")
    sheet.state(cluster, "schema:location", "region/RU-PER", "Пермский край")
    sheet.state(cluster, "svod:keySpecialization", "specialization/space-industry", "Космическая промышленность")
    sheet.state(cluster, "svod:manager", sheet.thing("svod:Person", "Галицкий Сергей"), "Галицкий Сергей")
    for phone in ("+7 342 212 17 47", "+7 952 339 66 66"):
        sheet.state(cluster, "schema:telephone", Value(phone), phone)
    sheet.state(cluster, "svod:memberCount", Value("46", "xsd:integer"), "46")
    sheet.state(sheet.thing("svod:Organization", "ПАО «Протон-ПМ»"), "org:memberOf", cluster, "ПАО «Протон-ПМ»")
    return sheet


def register() -> Sheet:
    """A register of other clusters, and a paragraph on acts."""
    sheet = Sheet(
        "register.txt",
        "ru",
        "Реестр",
        "Пермский край: кластер «Фотоника», пилотный, управляет Павлов Олег. Республика Татарстан: Камский "
        "инновационный кластер, нефтехимия, пилотный. Кластер «Сигнал», Тульская область, управляет Павлов Олег. "
        "ООО «Сокол» участвует в кластере «Фотоника» и сотрудничает с ПАО «Протон-ПМ». "
        "Постановление Правительства РФ от 31.07.2015 № 779 «О промышленных кластерах» принято на основании "
        "Федерального закона от 31.12.2014 № 488-ФЗ «О промышленной политике в Российской Федерации» и ссылается на "
        "Федеральный закон от 30.12.2020 № 488-ФЗ.",
    )
    photonics = sheet.thing("svod:Cluster", "кластер «Фотоника»")
    kama = sheet.thing("svod:Cluster", "Камский инновационный кластер")
    signal = sheet.thing("svod:Cluster", "Кластер «Сигнал»")
    pavlov = sheet.thing("svod:Person", "Павлов Олег")
    sheet.state(photonics, "schema:location", "region/RU-PER", "Пермский край")
    sheet.state(photonics, "svod:status", "status/pilot", "пилотный")
    sheet.state(photonics, "svod:manager", pavlov, "Павлов Олег")
    sheet.state(kama, "schema:location", "region/RU-TA", "Республика Татарстан")
    sheet.state(kama, "svod:status", "status/pilot", "пилотный")
    sheet.state(kama, "svod:keySpecialization", "specialization/petrochemistry", "нефтехимия")
    sheet.state(signal, "schema:location", "region/RU-TUL", "Тульская область")
    sheet.state(signal, "svod:manager", pavlov, "Павлов Олег")
    falcon = sheet.thing("svod:Organization", "ООО «Сокол»")
    proton = sheet.thing("svod:Organization", "ПАО «Протон-ПМ»")
    sheet.state(falcon, "org:memberOf", photonics, "участвует в кластере «Фотоника»")
    sheet.state(falcon, "svod:cooperatesWith", proton, "сотрудничает с ПАО «Протон-ПМ»")
    resolution = _act(
        sheet, "government_resolution", "2015-07-31", "779", "Постановление Правительства РФ от 31.07.2015 № 779"
    )
    law = _act(sheet, "federal_law", "2014-12-31", "488-ФЗ", "закона от 31.12.2014 № 488-ФЗ")
    other = _act(sheet, "federal_law", "2020-12-30", "488-ФЗ", "Федеральный закон от 30.12.2020 № 488-ФЗ")
    title = Value("О промышленной политике в Российской Федерации", "rdf:langString", lang="ru")
    sheet.state(law, "eli:title", title, "О промышленной политике в Российской Федерации")
    sheet.state(resolution, "eli:based_on", law, "на основании")
    sheet.state(resolution, "eli:cites", other, "ссылается на")
    return sheet


def deck() -> Sheet:
    """A slide deck with figures."""
    sheet = Sheet(
        "deck.txt",
        "en",
        "Clusters in Russia",
        "Centres for Cluster Development (CCD)\nSubsidy volume from the Federal budget, mln RUB\n2010: 94, 2011: 114, "
        "2012: 120\nThere are about 125 industrial clusters. 42 industrial clusters have programmes.\n"
        "Number of industrial clusters: Tula region 9, Voronezh region 6.\n"
        "Legal background of the Ministry for Industry and Trade Programme: Federal law from 31/12/2014 № 488, "
        "Resolution from 31/07/2015 № 779.\n",
    )
    heading = "Centres for Cluster Development"
    for year, value in (("2010", "94"), ("2011", "114"), ("2012", "120")):
        sheet.figure(
            "Subsidy volume from the Federal budget",
            value,
            f"{year}: {value}",
            context=heading,
            period=year,
            unit="mln RUB",
        )
    sheet.figure("industrial clusters", "125", "125 industrial clusters")
    sheet.figure("industrial clusters have programmes", "42", "42 industrial clusters have programmes")
    sheet.figure("Number of industrial clusters", "9", "Tula region 9", area="region/RU-TUL")
    sheet.figure("Number of industrial clusters", "6", "Voronezh region 6", area="region/RU-VOR")
    resolution = _act(sheet, "government_resolution", "2015-07-31", "779", "Resolution from 31/07/2015 № 779")
    law = _act(sheet, "federal_law", "2014-12-31", "488-ФЗ", "Federal law from 31/12/2014 № 488")
    for act, quote in ((law, "Federal law from 31/12/2014 № 488"), (resolution, "Resolution from 31/07/2015 № 779")):
        sheet.state("programme/industrial-clusters", "svod:legalBasis", act, quote, context="Legal background")
    return sheet


def _act(sheet: Sheet, kind: str, date: str, number: str, name: str) -> str:
    act = sheet.thing(
        "svod:LegalAct", name, f"act/ru/{kind.replace('_', '-')}/{date}/{number.lower().replace('фз', 'fz')}"
    )
    sheet.state(act, "eli:date_document", Value(date, "xsd:date"), name)
    sheet.state(act, "eli:id_local", Value(number), name)
    return act


def make_library(folder: Path, sheets: Sequence[Sheet]) -> Snapshot:
    """A library of these documents, and its snapshot."""
    library = create(folder)
    with Ledger.open(library) as ledger:
        for sheet in sheets:
            ledger.add(sheet.edition(), sheet.text.encode())
    return Snapshot.open(library)


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The snapshot that questions are asked of."""
    return make_library(tmp_path_factory.mktemp("asked") / "library", [card(), register(), deck()])


def library_of(folder: Path, text: str) -> Library:
    """A library below a folder with one document, `programme.txt`, of this text."""
    (folder / "programme.txt").write_text(text, encoding="utf-8")
    library = create(folder / "library")
    assert [outcome.status for outcome in build(library, [str(folder / "programme.txt")])] == ["added"]
    return library
