"""Words of a question that name nothing: they are left out when its words are compared with names and measures."""

from graph.questions.words import key


def _keys(text: str) -> frozenset[str]:
    return frozenset(key(word) for word in text.split())


STOPWORDS = _keys(
    "и или а но же ли не бы в во на по с со к ко о об от до из у за при для про через над под между "
    "кто что чем какой каков который чей где когда куда откуда как почему зачем сколько скольких "
    "он она оно они его ее их это этот тот такой весь все сам свой я мы вы мне нам есть быть являться который-либо "
    "before after during since until among there out up down only also first at "
    "no the a an and or but not of in on at to from by with for about into than as between "
    "who whom whose what which where when how why many much is are was were be been do does did has have had "
    "it its he she they them their his her this that these those there any all some me us i we you please"
)
"""Question words, pronouns, prepositions, conjunctions, auxiliary verbs."""

NEUTRAL = _keys(
    "количество число численность объем размер сумма всего общий величина показатель значение итого "
    "год годах гг г период ежегодно динамика ряд "
    "россия рф российский страна федерация национальный "
    "находиться существовать действовать насчитывать иметь работать располагаться создать имеется "
    "получать получить выделять выделить составлять составить достигать достигнуть равняться "
    "подать подавать поступить поступать "
    "сейчас теперь сегодня известно рассказать сказать назвать перечислить показать найти указать пожалуйста список "
    "библиотека информация сведения данные деньги рубль средства "
    "number count quantity total amount volume size figure value altogether overall "
    "year annual annually yearly series period each every "
    "russia russian country national federation "
    "submit submitted get got receive received allocate allocated reach make made "
    "exist located operate work there currently now today known tell show list give find name say know "
    "library information data money rub ruble rouble"
)
"""Words that say how to count, or that something is there: they do not tell one measure from another."""
