"""What the ledger says when it refuses, in Russian: each sentence of `graph/` by its English, `{}` for its values.

`{!r}` is a value in the quotes of Python. Where the Russian wants the values in another order, it numbers them. Values
are sentences themselves where they are listed here.
"""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # documents, things, times
    "no document is {!r}: give an id, a source or a digest that `svod status` lists": (
        "документа «{}» нет: назовите его по id, источнику или дайджесту из `svod status`"
    ),
    "no document is {!r}, nor was: give an id, a source or a digest": (
        "документа «{}» нет и не было: назовите его по id, источнику или дайджесту"
    ),
    "no document is {!r}": "документа «{}» нет",
    "no document has the digest {}": "документа с дайджестом {} нет",
    "the library keeps no bytes of {}": "исходного файла {} в библиотеке нет",
    "the library keeps no reading of {}": "прочитанного текста {} в библиотеке нет",
    "no thing in the library is {!r}": "предмета «{}» в библиотеке нет",
    "no statement or fact is {!r}": "утверждения или факта «{}» нет",
    "the library knows nothing of {!r}": "о «{}» в библиотеке ничего не известно",
    "{!r} is no day: give 2015-12-31 or 31.12.2015": "«{}» — не дата: напишите 31.12.2015 или 2015-12-31",
    "{!r} is no time: give 2026-11-22 or 2026-11-22T10:00 (UTC, or with a zone)": (
        "«{}» — не время: напишите 2026-11-22 или 2026-11-22T10:00 (UTC или с часовым поясом)"
    ),
    "{} knew nothing at {}: {}": "библиотека {} на {} ещё ничего не знала: {}",
    "it begins at {}": "она начинается с {}",
    "it has no history yet": "истории у неё ещё нет",
    # judgements
    "there is no judgement {} to undo: there are {}": "решения {} нет, отменять нечего; всего решений {}",
    "{!r} is said of two things, not of {!r} and {!r}": "решение «{}» касается двух разных предметов, а не «{}» и «{}»",
    "a {} names the statement or fact that it is about": "{}: не сказано, о каком утверждении или факте",
    "rejection": "отклонение",
    "correction": "исправление",
    "a correction gives the value that holds": "исправление без верного значения: укажите его",
    "some of these statements give a thing and some a value: correct one statement at a time": (
        "одни из этих утверждений дают предмет, другие — значение: исправляйте по одному"
    ),
    "{!r} is what stands there": "«{}» там уже и стоит",
    "an added fact has a subject, a predicate, a value, a document, a page and a quote": (
        "факт добавляется целиком: предмет, связь, значение, документ, страница и слова документа"
    ),
    "{!r} is no side of a conflict: `svod conflicts` lists them": (
        "«{}» — не сторона расхождения: их перечисляет страница «Расхождения»"
    ),
    "{!r} is no property of the vocabulary: give its name there, as svod:memberCount": (
        "связи «{}» в словаре нет: назовите её как там, например svod:memberCount"
    ),
    "{} follows from its parts: judge those instead": "{} складывается из частей: решайте о них",
    "a value is needed: an empty one corrects nothing": "нужно значение: пустое ничего не исправит",
    "{!r} is no {}, which {!r} is: give a value like it": "«{0}» не подходит: нужно {1}, например «{2}»",
    "integer": "целое число",
    "decimal": "число",
    "date": "день",
    "gYearMonth": "месяц",
    "gYear": "год",
    "boolean": "да или нет",
    "anyURI": "адрес",
    "{} has pages 1 to {}, not {}": "в {0} страницы от 1 до {1}, страницы {2} нет",
    "the quote does not stand on page {} of {}{}": "этих слов на странице {0} нет ({1}){2}",
    ": it stands on page {}": ": они на странице {}",
    " nor on any other: give it as written": " и на других тоже: впишите их как в документе",
    "the quote stands {} times on page {} of {}: give more words": (
        "эти слова стоят на странице {1} несколько раз ({0}): впишите больше слов ({2})"
    ),
    "the place of the quote cannot be found: {}": "место этих слов найти не удалось: {}",
    # judgements of another library
    "the judgement that it takes back is not here": "решения, которое оно отменяет, здесь нет",
    "another decision of the same person and moment comes before it and is not here": (
        "перед ним должно стоять другое решение того же человека того же времени, а его здесь нет"
    ),
    "no thing here is {!r} ({})": "предмета «{}» ({}) здесь нет",
    "no document here is {}": "ни одного из документов здесь нет: {}",
    "no document here says what it is about": "ни один документ здесь не говорит того, о чём решение",
    # review and history
    "nothing waits for review: `svod ingest --review PATH` puts it there": (
        "ничего не ждёт проверки: документы на проверку ставит `svod ingest --review ПУТЬ`"
    ),
    "nothing waits under {!r}: `svod review` lists what does": "под именем «{}» ничего не ждёт проверки",
    "nothing waits under {!r}, and no commit of that name can be rolled back": (
        "под именем «{}» ничего не ждёт проверки, и изменения с таким именем нет"
    ),
    "{} has changed in the library since it was put up for review: ingest it for review again": (
        "{} изменился в библиотеке после постановки на проверку: поставьте его на проверку снова"
    ),
    "{} could not be added, so nothing was approved: {}": "{} добавить не удалось, поэтому не одобрено ничего: {}",
    "commit {} cannot be rolled back: {}; `svod history` lists them": (
        "изменение {} откатить нельзя: {}; все они на странице «История»"
    ),
    "there is none": "такого нет",
    "it is {!r}": "это «{}»",
    "commit {} cannot be rolled back: what it was about was erased": "изменение {} откатить нельзя: его предмет стёрт",
    "commit {} was rolled back already": "изменение {} уже откачено",
    "commit {} changed the same document later: roll that back first": (
        "изменение {} позже затронуло тот же документ: сначала откатите его"
    ),
    # erasure
    "nothing is said of {}: no document in the library names them": (
        "о {} ничего не сказано: ни один документ библиотеки их не называет"
    ),
    "the same name is that of {}: taking it out takes theirs out too; name them all, as they are one person or are all "
    "to go": (
        "то же имя у {}: убрать его можно только вместе с ними; выберите всех, если это один человек или уходят все"
    ),
    # the library and its files
    "{} has published nothing yet: ingest a document first": "в {} ещё ничего нет: сначала добавьте документ",
    "{!r} cannot be a base: give an http(s) IRI that ends in / or #": (
        "«{}» не может быть основой адресов: нужен адрес http(s) с / или # в конце"
    ),
    "{!r} cannot be a base: it must be ASCII, without quotes": (
        "«{}» не может быть основой адресов: нужны знаки ASCII, без кавычек"
    ),
    "{} holds a library already: open it, or give another folder": "в {} уже есть библиотека: откройте её",
    "{} holds no library: make one with `svod init`, or name one with --library": (
        "в {} нет библиотеки: создайте её (`svod init`) или назовите другую (--library)"
    ),
    "{} cannot be read: {}": "{} не читается: {}",
    "{} has library format {}, this Svod reads format {}: {}": "{} в формате {}, этот Свод читает формат {}: {}",
    "use the version of Svod that made it": "возьмите ту версию Свода, которая её создала",
    "bring it to this one with `svod upgrade`": "переведите её командой `svod upgrade`",
    "{} is being written to by process {} ({}) since {}: wait for it to end": (
        "в {} пишет процесс {} ({}) с {}: дождитесь его"
    ),
    "{} is being written to by another process: wait for it to end": "в {} пишет другой процесс: дождитесь его",
    "{!r} is no export format: give one of {}": "формата «{}» для выгрузки нет, есть {}",
    "{} is there already: a backup replaces nothing, give another name": (
        "{} уже есть: резервная копия ничего не заменяет, дайте другое имя"
    ),
    "{} was made by another process meanwhile: give another name": "{} тем временем создал другой процесс",
    "{} is not empty: name a folder that is not there yet with --library": "папка {} не пуста: назовите новую",
    "{} publishes faster than a snapshot can be held: try again": "{} меняется слишком часто: повторите",
    "{} is no backup of Svod: it holds {!r}, which is no file": "{} — не копия Свода: в ней «{}», это не файл",
    "{} is damaged, or no backup of Svod: {}": "{} повреждён или не копия Свода: {}",
    "{} holds {!r}, which lies outside a library: it was not made by Svod": "{} содержит «{}» вне библиотеки",
    "{} ends without its manifest: it was cut off, or is no backup of Svod": "{} обрывается или не копия Свода",
    "{} holds a library of format {}, this Svod restores {}: use a newer one": (
        "в {} библиотека формата {}, этот Свод восстанавливает {}: нужен более новый"
    ),
    "{} is damaged: {} of its files differ from their digests, {} first": (
        "{} повреждён: файлов с неверным дайджестом {}, первый {}"
    ),
    "{} holds {} quads, {} were saved: the backup is damaged": "в {} квадов {}, сохранено {}: копия повреждена",
    "release {} could not be written to {}: {}": "выпуск {} не записан в {}: {}",
    "nothing changed since release {}: there is nothing to release": "после выпуска {} ничего не изменилось",
    "{} holds no release that can be read: {}": "в {} нет выпуска, который читается: {}",
    "the work was given up": "работа прекращена",
    "no worker process could be started with {} MiB of memory (it {}): give more, or see what it said above": (
        "рабочий процесс с памятью {} МиБ не запустился ({}): дайте больше памяти"
    ),
    # findings on a document
    "Does not keep to the shapes: {} ({}{}).": "Не отвечает правилам словаря: {0} ({1}{2}).",
    " and {} more": " и ещё {}",
    "a statement has exactly one subject": "у утверждения один субъект",
    "a statement has exactly one predicate": "у утверждения одна связь",
    "a statement has exactly one object": "у утверждения одно значение",
    "a statement rests on at least one passage": "утверждение опирается хотя бы на один отрывок",
    "a statement names the one rule that read it": "утверждение называет правило, которым прочитано",
    "a passage stands in exactly one document": "отрывок стоит в одном документе",
    "a passage has one quote, not empty": "у отрывка одна непустая цитата",
    "a passage has one page, counted from 1": "у отрывка одна страница, считая с 1",
    "a passage starts once, before its end": "у отрывка одно начало, до его конца",
    "a passage ends once": "у отрывка один конец",
    "boxes are one JSON list of lists": "рамки даны одним списком списков JSON",
    "a fact has exactly one subject": "у факта один субъект",
    "a fact has exactly one predicate": "у факта одна связь",
    "a fact has exactly one object": "у факта одно значение",
    "a document has one SHA-256 digest": "у документа один дайджест SHA-256",
    "a document has at least one page": "у документа есть хотя бы одна страница",
    "a document has a number of pages that could not be read": "у документа есть число непрочитанных страниц",
    "a document says where it came from": "у документа есть источник",
    "a cluster, person, organization, programme, region or specialization has a name": (
        "у кластера, человека, организации, программы, региона и специализации есть название"
    ),
    "a region has one ISO 3166-2 code": "у региона один код ISO 3166-2",
    "members are counted in whole numbers": "участников считают целыми числами",
    "staff is counted in whole numbers": "работников считают целыми числами",
    "a relation points to a thing": "связь ведёт к предмету",
    "the date of an act is a day, a month or a year": "дата акта — день, месяц или год",
}
