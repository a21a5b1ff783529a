"""What the screens of the librarian say, in Russian and in English."""

LIBRARIAN: dict[str, tuple[str, str]] = {
    # key: (ru, en)
    "librarian": ("Библиотекарь", "Librarian"),
    "unsure": ("Пары", "Pairs"),
    "review": ("Проверка", "Review"),
    "conflicts": ("Расхождения", "Conflicts"),
    "decisions": ("Решения", "Decisions"),
    "history": ("История", "History"),
    "map": ("Карта", "Map"),
    "acts": ("Акты на дату", "Acts on a day"),
    "thing": ("Карточка", "Card"),
    # who decides
    "sign_title": ("Кто принимает решения?", "Who decides?"),
    "sign_hint": (
        "Имя записывается рядом с каждым решением и видно в истории. Спросим один раз.",
        "The name is kept with every decision and shows in the history. It is asked for once.",
    ),
    "sign_name": ("Ваше имя", "Your name"),
    "sign_save": ("Записать", "Save"),
    "sign_key": ("Ключ записи", "Key for writing"),
    "sign_key_hint": (
        "Страница открыта не с этой машины: для записи нужен `token` из файла `server.json` в папке библиотеки.",
        "The page is opened from another machine: writing needs the `token` of `server.json` in the library's folder.",
    ),
    "sign_key_wrong": (
        "Это не тот ключ: нужен `token` из `server.json` работающего сервера.",
        "This is not the key: it is the `token` in `server.json` of the running server.",
    ),
    "signed_as": ("Решения записываются на имя: {name}", "Decisions are kept under the name: {name}"),
    "sign_change": ("Сменить", "Change"),
    "past_is_past": (
        "Показан прошлый день: решения принимаются в настоящем. Уберите дату наверху.",
        "A past day is shown: decisions are made in the present. Clear the day at the top.",
    ),
    # making a decision
    "choose": ("Выберите", "Choose"),
    "why": ("Почему", "Why"),
    "why_hint": ("необязательно; останется рядом с решением", "optional; kept with the decision"),
    "saving": ("Записываем…", "Saving…"),
    "refused": ("Не записано", "Not saved"),
    "undo": ("Отменить", "Undo"),
    "by": ("{who}, {when}", "{who}, {when}"),
    "to_decisions": ("Принятые решения", "Decisions made"),
    "facts_changed": ("фактов: +{added} −{removed}", "facts: +{added} −{removed}"),
    # pairs
    "unsure_title": ("Одно и то же?", "One thing or two?"),
    "unsure_intro": (
        "Пары, о которых документы говорят похоже, но не одинаково. Система не угадывает: решает человек.",
        "Pairs of which documents speak alike, but not the same. The system does not guess: a person decides.",
    ),
    "unsure_none": ("Ни одна пара не ждёт решения.", "No pair waits for a decision."),
    "unsure_none_hint": (
        "Новые пары появятся здесь, когда документы назовут похожие кластеры, организации или людей. "
        "Пока делать ничего не нужно.",
        "New pairs come up here when documents name clusters, organizations or people that look alike. "
        "There is nothing to do until then.",
    ),
    "unsure_count": ("Ждут решения: {count}", "Waiting: {count}"),
    "unsure_count_most": (
        "Показаны {count} самых вероятных; следующие появятся после решений.",
        "The {count} likeliest are shown; others follow as these are decided.",
    ),
    "same": ("Одно и то же", "The same"),
    "different": ("Разные", "Not the same"),
    "later": ("Позже", "Later"),
    "is_same": ("Записано: «{left}» и «{right}» — одно и то же.", "Saved: “{left}” and “{right}” are one."),
    "is_different": ("Записано: «{left}» и «{right}» — разные.", "Saved: “{left}” and “{right}” are two."),
    "other_pairs": ("Другие пары", "Other pairs"),
    "no_passage": ("Отрывка с названием нет.", "No passage gives the name."),
    "reasons": ("Что за и что против", "What speaks for and against"),
    "score_sum": (
        "Вместе {score} из 1. От {same} система решила бы «одно и то же», ниже {unsure} — «разные».",
        "Together {score} of 1. From {same} the system would say “the same”, below {unsure} “not the same”.",
    ),
    # review
    "review_title": ("Что изменят новые редакции", "What new editions would change"),
    "review_none": ("Ничего не ждёт проверки.", "Nothing waits for review."),
    "review_none_hint": (
        "Чтобы увидеть изменения до записи, добавьте документы командой `svod ingest --review ПУТЬ`.",
        "To see what changes before it is saved, add documents with `svod ingest --review PATH`.",
    ),
    "review_working": ("Сравниваем редакции с библиотекой…", "Comparing the editions with the library…"),
    "approve": ("Одобрить всё", "Approve all"),
    "let_go": ("Отклонить всё", "Let all go"),
    "let_go_sure": (
        "Ожидающие редакции будут забыты. Библиотека не изменится.",
        "The waiting editions are forgotten. The library does not change.",
    ),
    "let_go_yes": ("Да, отклонить", "Yes, let them go"),
    "approved": (
        "Одобрено документов: {count}. Откатить можно на странице «История».",
        "Approved documents: {count}. They can be rolled back on the page “History”.",
    ),
    "was_let_go": ("Отклонено редакций: {count}.", "Editions let go: {count}."),
    "added": ("Новые факты", "New facts"),
    "lost": ("Исчезнут", "Lost"),
    "resupported": ("Подтверждены заново", "Supported anew"),
    "contradicted": ("Другое значение", "Another value"),
    "kept_facts": ("Без изменений: {count}", "As before: {count}"),
    "was": ("Было", "Before"),
    "will_be": ("Станет", "After"),
    "nothing_here": ("В документе этого нет.", "The document does not say it."),
    "no_differences": (
        "Ни один факт не изменится.",
        "No fact changes.",
    ),
    "show_all": ("Показать все ({count})", "Show all ({count})"),
    "will_add": ("новый документ", "a new document"),
    "will_replace": ("заменит прежнюю редакцию", "takes the place of an earlier edition"),
    "put_up": ("на проверке с {when}, {who}", "put up {when} by {who}"),
    # conflicts
    "conflicts_title": ("Где документы расходятся", "Where documents disagree"),
    "conflicts_intro": (
        "Обе стороны остаются в библиотеке. Решение говорит, какая верна или какая сменила прежнюю.",
        "Both sides stay in the library. A decision says which one holds, or which took the place of the other.",
    ),
    "conflicts_none": ("Документы нигде не расходятся.", "The documents disagree nowhere."),
    "conflicts_none_hint": (
        "Здесь появятся места, где документы дают разные значения одного свойства: число, год, руководителя. "
        "Пока делать ничего не нужно.",
        "Where documents give one property different values (a count, a year, a manager), it shows here. "
        "There is nothing to do until then.",
    ),
    "open_count": ("Не решено: {count}", "Open: {count}"),
    "decided_count": ("Решено: {count}", "Decided: {count}"),
    "uphold": ("Верно это", "This holds"),
    "uphold_help": ("Остальные значения ошибочны.", "The other values are wrong."),
    "supersede": ("Теперь это", "This holds now"),
    "supersede_help": ("Остальные были верны раньше.", "The others held before."),
    "state_open": ("не решено", "open"),
    "state_upheld": ("верно одно", "one holds"),
    "state_superseded": ("сменилось", "superseded"),
    "stands": ("верно", "holds"),
    "was_upheld": ("Записано: верно «{value}».", "Saved: “{value}” holds."),
    "was_superseded": ("Записано: теперь «{value}».", "Saved: “{value}” holds now."),
    "open_again": ("Открыть снова", "Open again"),
    # decisions
    "decisions_title": ("Принятые решения", "Decisions made"),
    "decisions_none": ("Решений ещё нет.", "No decisions yet."),
    "decisions_none_hint": (
        "Их принимают на страницах «Пары» и «Расхождения» и под карточкой любого предмета.",
        "They are made on the pages “Pairs” and “Conflicts” and below the card of any thing.",
    ),
    "was_undone": ("Решение {number} отменено.", "Decision {number} is undone."),
    "undone": ("отменено", "undone"),
    "of_decisions": ("Решений: {count}", "Decisions: {count}"),
    "page_of": ("Часть {page} из {pages}", "Part {page} of {pages}"),
    "kind_same": ("Одно и то же", "The same"),
    "kind_different": ("Разные", "Not the same"),
    "kind_unsure": ("Не решено", "Unsure"),
    "kind_reject": ("Отклонено", "Rejected"),
    "kind_correct": ("Исправлено", "Corrected"),
    "kind_add": ("Добавлено", "Added"),
    "kind_uphold": ("Верно", "Upheld"),
    "kind_supersede": ("Сменилось", "Superseded"),
    "kind_undo": ("Отмена", "Undo"),
    "undo_of": ("решение {number}", "decision {number}"),
    # history
    "history_title": ("История библиотеки", "History of the library"),
    "history_of": ("История: {name}", "History: {name}"),
    "history_none": ("Ничего ещё не записано.", "Nothing has been done yet."),
    "history_whole": ("Вся история", "The whole history"),
    "history_thing": ("История", "History"),
    "taken_back": ("откачено", "rolled back"),
    "take_back": ("Откатить", "Roll back"),
    "was_taken_back": ("Изменение {number} откачено.", "Change {number} is rolled back."),
    "came": ("Появилось", "Came"),
    "went": ("Ушло", "Went"),
    "change_number": ("№ {number}", "No. {number}"),
    "done_added": ("добавлен документ", "document added"),
    "done_replaced": ("документ заменён", "document replaced"),
    "done_withdrawn": ("документ изъят", "document withdrawn"),
    "done_source": ("ещё один источник", "one more source"),
    "done_judged": ("решение", "decision"),
    "done_ontology": ("обновлён словарь", "vocabulary updated"),
    "done_rebuilt": ("пересобрано", "rebuilt"),
    "done_rolled back": ("откат", "rolled back"),
    "done_erased": ("стёрто", "erased"),
    # judging a thing
    "judge_title": ("Исправить", "Put right"),
    "choose_thing": ("Что открыть", "What to open"),
    "choose_kind": ("Какого вида", "Of what kind"),
    "thing_none_hint": (
        "Выберите вид и название или откройте карточку по ссылке из ответа.",
        "Choose a kind and a name, or open a card from an answer.",
    ),
    "judge_fact": ("Факт", "A fact"),
    "judge_add": ("Добавить факт", "Add a fact"),
    "judge_merge": ("Объединить", "Merge"),
    "judge_split": ("Разделить", "Split"),
    "which_fact": ("Какой факт", "Which fact"),
    "which_statement": ("Утверждение", "Statement"),
    "right_value": ("Верное значение", "The value that holds"),
    "reject": ("Это неверно", "This is wrong"),
    "correct": ("Исправить значение", "Correct the value"),
    "was_rejected": ("Записано: это неверно.", "Saved: this is wrong."),
    "was_corrected": ("Записано: верное значение — «{value}».", "Saved: the value that holds is “{value}”."),
    "add": ("Добавить", "Add"),
    "add_hint": (
        "Факт добавляется с отрывком: его слова должны стоять на указанной странице, один раз.",
        "A fact is added with its passage: its words must stand on that page, once.",
    ),
    "was_added": ("Записан факт с отрывком.", "Saved: the fact with its passage."),
    "value": ("Значение", "Value"),
    "document": ("Документ", "Document"),
    "page_no": ("Страница", "Page"),
    "quote_words": ("Слова документа", "The document's words"),
    "merge": ("Объединить", "Merge"),
    "merge_with": ("С чем объединить", "Merge with"),
    "merge_hint": (
        "Всё, что сказано об обоих, станет сказанным об одном. Можно отменить.",
        "What is said of both becomes said of one. It can be undone.",
    ),
    "merge_none": ("Других предметов этого вида в библиотеке нет.", "The library has no other thing of this kind."),
    "split": ("Разделить", "Split"),
    "split_which": ("Чьё упоминание о другом", "Whose mention means another"),
    "split_hint": (
        "Выбранный документ говорит о другом предмете с похожим именем. Можно отменить.",
        "The chosen document speaks of another thing with a like name. It can be undone.",
    ),
    "split_none": (
        "Об этом говорит один документ: разделять нечего.",
        "One document speaks of it: there is nothing to split.",
    ),
    "was_split": ("Записано: это разные предметы.", "Saved: these are two things."),
    "fill_in": ("Заполните: {fields}.", "Fill in: {fields}."),
    "no_facts": ("О нём ничего не сказано.", "Nothing is said of it."),
    "why_read": ("Как прочитано", "How it was read"),
    # taking out
    "removal": ("Изъять или стереть", "Take out or erase"),
    "withdraw": ("Изъять документ", "Withdraw the document"),
    "withdraw_hint": (
        "Уйдёт всё, что говорит только этот документ. Его можно вернуть на странице «История».",
        "Everything that this document alone says goes. It can be brought back on the page “History”.",
    ),
    "was_withdrawn": ("Документ изъят.", "The document is withdrawn."),
    "erase": ("Стереть навсегда", "Erase for good"),
    "erase_document_hint": (
        "Документ со всеми редакциями исчезнет из журнала, архива, файлов, поиска и выпусков. Вернуть его "
        "будет нельзя. "
        "Резервные копии это не затронет.",
        "The document with all its editions goes out of ledger, archive, files, search and releases. It "
        "cannot be brought "
        "back. Backups are not touched.",
    ),
    "erase_person_hint": (
        "Всё, что сказано о человеке, и его имя в прочитанных текстах исчезнут. Исходные файлы документов, "
        "где он назван, "
        "удаляются. Вернуть это будет нельзя. Резервные копии это не затронет.",
        "Everything said of the person goes, and the name out of the texts that were read. The original "
        "files of documents "
        "that name the person are deleted. It cannot be brought back. Backups are not touched.",
    ),
    "erase_type": ("Чтобы подтвердить, введите: {word}", "To confirm, type: {word}"),
    "erase_word": ("СТЕРЕТЬ", "ERASE"),
    "erase_person": ("Стереть человека", "Erase the person"),
    "erase_also": (
        "Вместе с другими записями того же человека (одно имя — один человек или все уходят)",
        "Together with other records of the person (of one name, all go or none)",
    ),
    "was_erased": (
        "Стёрто. В истории осталась только запись, что это сделано.",
        "Erased. The history says only that it was done.",
    ),
    # map
    "map_title": ("Кластеры по регионам", "Clusters by region"),
    "map_intro": (
        "Схема: клетка — субъект федерации, примерно на своём месте. Нажмите, чтобы открыть реестр региона.",
        "A diagram: a tile is a federal subject, about where it lies. Click to open the registry of the region.",
    ),
    "map_count": (
        "Регионов с кластерами: {regions}, кластеров с регионом: {clusters}",
        "Regions with clusters: {regions}, clusters with a region: {clusters}",
    ),
    "map_elsewhere": ("Без региона или вне схемы: {count}", "Without a region, or off the diagram: {count}"),
    # acts
    "acts_title": ("Какие акты действовали", "Which acts stood"),
    "acts_day": ("На день", "On the day"),
    "acts_intro": (
        "Насколько документы библиотеки датируют, изменяют и отменяют акты. Акт считается действующим со "
        "своей даты до даты "
        "акта, который его отменил.",
        "As far as the documents of the library date, amend and repeal acts. An act is taken to stand from "
        "its date to that "
        "of the act that repeals it.",
    ),
    "acts_none": (
        "Ни один документ не датирует акт этим днём или раньше.",
        "No document dates an act on or before this day.",
    ),
    "acts_none_hint": (
        "Выберите день позже или добавьте документы с актами.",
        "Choose a later day, or add documents that cite acts.",
    ),
    "acts_stands": ("Действовали", "Stood"),
    "acts_repealed": ("Отменены", "Repealed"),
    "acts_unsure": ("Неясно", "Not sure"),
    "edition_of": ("в редакции: {act}", "in the edition of {act}"),
    "repealed_by": ("отменён: {act}", "repealed by {act}"),
}
