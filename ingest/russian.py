"""What `ingest/` says of documents that it reads in part or not at all, in Russian: each sentence by its English, `{}`
for its values.

`{!r}` is a value in the quotes of Python. Where the Russian wants the values in another order, it numbers them. Values
are sentences themselves where they are listed here.
"""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # files
    "the file is empty (0 bytes)": "файл пуст (0 байт)",
    "{}{}; read here are {}": "{}{}; здесь читаются {}",
    " named {}": " с именем {}",
    "PDF, HTML, DOCX, PPTX, XLSX, ODT, CSV, plain text and PNG, JPEG and TIFF images": (
        "PDF, HTML, DOCX, PPTX, XLSX, ODT, CSV, простой текст и изображения PNG, JPEG и TIFF"
    ),
    "named .pdf, but it does not begin as a PDF does: no %PDF- header in its first 1024 bytes": (
        "назван .pdf, но начинается не как PDF: в первых 1024 байтах нет %PDF-"
    ),
    "this file broke the reader of {} files: {}": "на этом файле сломалось чтение ({}): {}",
    "This file is named {} but is {}; it was read as such.": "Файл назван {}, но это {}; так он и прочитан.",
    "a PNG image": "изображение PNG",
    "a JPEG image": "изображение JPEG",
    "a GIF image": "изображение GIF",
    "a TIFF image": "изображение TIFF",
    "an older Microsoft Office file (.doc, .xls, .ppt)": "файл старого Microsoft Office (.doc, .xls, .ppt)",
    "a 7z archive": "архив 7z",
    "a RAR archive": "архив RAR",
    "a gzip archive": "архив gzip",
    "an RTF document": "документ RTF",
    "a PostScript file": "файл PostScript",
    "a DjVu book": "книга DjVu",
    "an SQLite database": "база данных SQLite",
    "a ZIP archive": "архив ZIP",
    "a binary Excel workbook (.xlsb)": "двоичная книга Excel (.xlsb)",
    "an OpenDocument spreadsheet (.ods)": "таблица OpenDocument (.ods)",
    "an OpenDocument presentation (.odp)": "презентация OpenDocument (.odp)",
    "an EPUB book": "книга EPUB",
    "a Word document (.docx)": "документ Word (.docx)",
    "a PowerPoint presentation (.pptx)": "презентация PowerPoint (.pptx)",
    "an Excel workbook (.xlsx)": "книга Excel (.xlsx)",
    "an OpenDocument text (.odt)": "текст OpenDocument (.odt)",
    "bytes of no kind that is known here": "файл неизвестного вида",
    "an HTML page": "страница HTML",
    "a PDF": "PDF",
    "plain text": "простой текст",
    "a program": "программа",
    "a ZIP package": "пакет ZIP",
    "this text file holds nothing but white space": "в этом текстовом файле одни пробелы",
    "this HTML page holds no text of its own: it may be filled in by a script": (
        "на этой странице HTML нет своего текста: возможно, её заполняет сценарий"
    ),
    "The page's structured data (JSON-LD, script {}) is damaged: {}.": (
        "Структурированные данные страницы (JSON-LD, сценарий {}) повреждены: {}."
    ),
    "it is nested too deeply": "слишком много вложений",
    "{} rows hold more cells than the usual {}": "строк длиннее обычного ({1}): {0}",
    # addresses
    "{} is no address: {}": "{} — не адрес: {}",
    "{} is not asked: addresses begin with http:// or https://": "{} не запрашивается: адрес начинается с http(s)://",
    "the address on {} is not asked: it carries a name or password": (
        "адрес на {} не запрашивается: в нём имя или пароль"
    ),
    "{} is redirected more than {} times": "{} перенаправляется больше {} раз",
    "{} is longer than {} bytes": "{} длиннее {} байт",
    "{} is {}: no document that is read here": "{} — {}: такое здесь не читается",
    "{} is {} bytes long; at most {} are fetched": "{} длиной {} байт; скачивается не больше {}",
    "{} is not there: the server answers {}": "{} нет: сервер отвечает {}",
    "{} is not given: the server answers {}{}": "{} не отдаётся: сервер отвечает {}{}",
    "; it asks to come back after {}": "; он просит вернуться через {}",
    "{} is redirected to nowhere: status {} without an address": "{} перенаправляется в никуда: ответ {} без адреса",
    "{} is redirected to {}, which is no address: {}": "{} перенаправляется на {}, это не адрес: {}",
    "{} does not answer in time": "{} не отвечает вовремя",
    "what {} sends cannot be unpacked: {}": "ответ {} не распаковывается: {}",
    "{} broke off its answer: {}": "{} оборвал ответ: {}",
    "{} cannot be asked: {}": "{} не запросить: {}",
    "no address is known for {}: {}": "адрес {} неизвестен: {}",
    "{} is in a network that is not public ({}): it is not asked": "{} в закрытой сети ({}): не запрашивается",
    "the site's robots.txt does not let {} read {}": "robots.txt сайта не разрешает {} читать {}",
    "{} cannot be read, and until it can no page of the site is asked: {}": (
        "{} не читается, а до этого страницы сайта не запрашиваются: {}"
    ),
    "{} answers {}, and until it can be read no page of the site is asked": (
        "{} отвечает {}, а пока он не читается, страницы сайта не запрашиваются"
    ),
    # PDF
    "this PDF is encrypted and the password given does not open it; give another with --password": (
        "PDF зашифрован, данный пароль его не открывает; дайте другой (--password)"
    ),
    "this PDF is encrypted and opens only with a password; give it with --password": (
        "PDF зашифрован и открывается только с паролем; дайте его (--password)"
    ),
    "this PDF cannot be opened ({}): it may be truncated or damaged": (
        "PDF не открывается ({}): возможно, он обрезан или повреждён"
    ),
    "this PDF opens but has no pages that can be read: it may be truncated or damaged": (
        "PDF открывается, но ни одна страница не читается: возможно, он обрезан или повреждён"
    ),
    "page {} cannot be opened (Failed to load page.)": "страница {} не открывается",
    "page {} cannot be opened (Failed to load text page.)": "текст страницы {} не открывается",
    "page {} cannot be opened ({})": "страница {} не открывается ({})",
    "This PDF is damaged ({}): what could be found in it was read.": "PDF повреждён ({}): прочитано то, что нашлось.",
    "It breaks off before it says how many pages it has.": "Он обрывается раньше, чем говорит, сколько в нём страниц.",
    "Page {} cannot be read: this PDF breaks off before all that the page is made of.": (
        "Страница {} не читается: PDF обрывается раньше, чем на ней всё есть."
    ),
    "its header is malformed": "неверный заголовок",
    "{} bytes stand before its header": "перед заголовком стоит {} байт",
    "it does not say where its cross-reference table is": "не сказано, где таблица ссылок",
    "its cross-reference table is not where it says": "таблицы ссылок нет на указанном месте",
    "its end is missing": "нет конца файла",
    "Its form is made with XFA, which is not read here: what its pages show without it may be a notice only.": (
        "Форма сделана на XFA, она не читается: без неё страницы могут показывать только предупреждение."
    ),
    "What this PDF says of itself (XMP) was not read: {}.": "Что PDF говорит о себе (XMP), не прочитано: {}.",
    "it is too long": "слишком длинно",
    "it holds declarations": "в нём есть объявления",
    "{} not read: {}{}.": "{}: {}{}.",
    "One file is attached and was": "Вложен и не прочитан один файл",
    "{} files are attached and were": "Вложены и не прочитаны файлы, всего {}",
    " and {} more": " и ещё {}",
    "Page {} was left out: {}.": "Страница {} пропущена: {}.",
    "Page {} was left out: an image, and {}.": "Страница {} пропущена: это изображение, {}.",
    "Page {} was left out: {}, and {}.": "Страница {} пропущена: {}, и {}.",
    "Page {} holds {} line{} of text that it does not show; left out.": (
        "На странице {0} пропущены строки, которых она не показывает: {1}."
    ),
    "Page {} holds text in mirror writing; it is read line by line.": (
        "На странице {} есть зеркальный текст; он прочитан построчно."
    ),
    "Page {} does not show what its form holds in the field{} {}.": "Страница {0} не показывает значения полей: {2}.",
    "“{}”": "«{}»",
    "without a name": "без имени",
    "Page {} writes {} Russian words with Latin letters that look alike; read in Cyrillic.": (
        "На странице {} русские слова с похожими латинскими буквами прочитаны кириллицей: {}."
    ),
    "no text was found ({}). {}": "текста не нашлось ({}). {}",
    "one page": "одна страница",
    "{} pages": "страниц: {}",
    "Nothing is on it but white paper.": "Страницы пусты.",
    # pages without a text layer
    "no text layer": "нет текстового слоя",
    "its text layer is not what the page shows ({})": "текстовый слой не то, что показывает страница ({})",
    "its text layer holds little of what the page shows": "в текстовом слое мало того, что показывает страница",
    "its hidden text layer is not what the page shows": "скрытый текстовый слой не то, что показывает страница",
    "only the text in its pictures, the rest has a text layer": "только текст на картинках, у остального есть слой",
    "it is full of control characters": "в нём одни управляющие знаки",
    "it holds no letters": "в нём нет букв",
    "its letters make no words": "буквы не складываются в слова",
    "its letters are those of another character set": "буквы из другой кодировки",
    "A picture on page {} seems to show text that was not read: {}.": (
        "На странице {} картинка, похоже, с текстом, который не прочитан: {}."
    ),
    "{} read by OCR ({}, {}; {}): {}.": "{} ({}, {}; {}): {}.",
    "Page {} was": "Распознана страница {}",
    "Pages {} were": "Распознаны страницы {}",
    "{} sure": "уверенность {}",
    "{} sure or more": "уверенность от {}",
    "Page {} shows no text: OCR found none on it.": "На странице {} текста нет: распознавание ничего не нашло.",
    "OCR could not read it with {} alone: install {}": "распознать её с одним языком ({}) не удалось: установите {}",
    "OCR is only {} sure of what it reads there": "уверенность распознавания лишь {}",
    "OCR reads no better ({})": "распознавание читает не лучше ({})",
    "OCR was stopped after {} seconds": "распознавание остановлено через {} с",
    "OCR failed: {}": "распознавание не удалось: {}",
    "reading it needs OCR: {}": "нужно распознавание: {}",
    "install Tesseract with its Russian data (Debian: apt install tesseract-ocr tesseract-ocr-rus)": (
        "установите Tesseract с русскими данными (Debian: apt install tesseract-ocr tesseract-ocr-rus)"
    ),
    "this file begins as an image does, but is none that can be opened: it may be damaged": (
        "файл начинается как изображение, но не открывается: возможно, повреждён"
    ),
    "this image cannot be opened ({}): it may be truncated or damaged": (
        "изображение не открывается ({}): возможно, обрезано или повреждено"
    ),
    "{} has no page images: PDFs and pictures have": "{}: картинок страниц нет, они есть у PDF и изображений",
    # office files
    "it opened, and holds no text.": "файл открылся, текста в нём нет.",
    "{}, which is not read here: open it and save it as {}": "{}: здесь не читается, сохраните как {}",
    "a Word document of the old format (.doc)": "документ Word старого формата (.doc)",
    "an Excel workbook of the old format (.xls)": "книга Excel старого формата (.xls)",
    "a PowerPoint presentation of the old format (.ppt)": "презентация PowerPoint старого формата (.ppt)",
    "an Outlook message (.msg)": "письмо Outlook (.msg)",
    "an OLE2 container of no kind that is known here: save the document as .docx, .xlsx, .pptx or .pdf": (
        "контейнер OLE2 неизвестного вида: сохраните документ как .docx, .xlsx, .pptx или .pdf"
    ),
    "it opens only with a password: save a copy without one": (
        "открывается только с паролем: сохраните копию без пароля"
    ),
    "it packs {} parts, more than the {} that are opened here": "в нём {} частей, открывается не больше {}",
    "its {} bytes unpack to {}: more than an office file holds (at most {}, or {} times its size)": (
        "{} байт распаковываются в {}: больше, чем бывает (не больше {} или {} размеров файла)"
    ),
    "it is saved as Strict Open XML; save it as an ordinary Word, PowerPoint or Excel file and add that": (
        "сохранён как Strict Open XML; сохраните его обычным файлом Word, PowerPoint или Excel"
    ),
    "it cannot be opened as {}: {}": "не открывается ({}): {}",
    "a Word document": "документ Word",
    "an Excel workbook": "книга Excel",
    "a PowerPoint presentation": "презентация PowerPoint",
    "an OpenDocument text": "текст OpenDocument",
    "{} passages deleted under change tracking were left out": "пропущено удалённое в режиме правки: {}",
    "{} passages of hidden text were left out": "пропущен скрытый текст: {}",
    "{} comments were left out": "пропущены примечания: {}",
    "{} pictures: what they show was not read": "картинки не прочитаны: {}",
    "{} pictures or drawings: what they show was not read": "картинки и рисунки не прочитаны: {}",
    "slide {} holds only pictures: what they show was not read": "на слайде {} только картинки, они не прочитаны",
    "hidden slides were left out: {} of {}": "пропущены скрытые слайды: {} из {}",
    "speaker notes were left out: those of slides {}": "пропущены заметки к слайдам: {}",
    "comments of {} cells of «{}» were left out": "пропущены примечания на листе «{1}», ячеек: {0}",
    "hidden sheets were left out: {}": "пропущены скрытые листы: {}",
    "sheet «{}»: {} cells in hidden rows or columns were left out": "лист «{}»: пропущены скрытые ячейки: {}",
    "{} formulas have no stored result: open and save the workbook in a spreadsheet program": (
        "формулы без сохранённого значения ({}): откройте и сохраните книгу в табличном редакторе"
    ),
}
