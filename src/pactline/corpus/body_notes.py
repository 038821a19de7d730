"""Sentences that close a page and are none of its article: who the author is, what the site answers for, how letters are sent."""

from __future__ import annotations

import re

AUTHOR = re.compile(
    r"^[\W_]{0,4}(?:"
    r"(?:the )?(?:author|writer|columnist)s? (?:(?:is|are) (?:an?|the|based|currently|professor|chair|head|director|editor|senior|former|retired|with|at|on)|"
    r"works?|teach(?:es)?|writes?|lives?|covers?|can be reached)\b"
    r"|(?:el|la|los|las) (?:autor(?:a|es|as)?|columnistas?|articulistas?) (?:(?:es|son|ha sido) (?!\w{2,20}(?:ado|ada|ido|ida)s?\b)|trabaja|enseña|escribe|vive)"
    r"|[oa]s? (?:autor(?:a|es|as)?|colunistas?|articulistas?) (?:(?:é|são) (?!\w{2,20}(?:ado|ada|ido|ida)s?\b)|trabalha|leciona|ensina|escreve|vive)"
    r"|(?:автор|авторы|колумнист|обозреватель)(?: статьи| материала| колонки| текста)? ?(?:[—–-]|является|работает|преподает|преподаёт|живет|живёт|пишет)"
    r"|l'(?:auteur|auteure|autrice) (?:est|enseigne|vit)\b|(?:der autor|die autorin) (?:ist|lehrt|lebt|arbeitet)\b|l'autore è\b|l'autrice è\b"
    r")"
)
"""`The writer teaches history in Turin`, `La autora es profesora de literatura`, `Автор — доцент МГУ`."""

NAMED = re.compile(
    r"^[\W_]{0,4}(?:(?:Dr|Prof|Col|Gen|Amb)\. ?)?[A-ZÀ-ÞА-ЯЁ][\w.'’-]{0,25}(?: (?:de |da |del |van |von )?(?P<surname>[A-ZÀ-ÞА-ЯЁ][\w.'’-]{0,25})){1,3},? "
    r"(?:is|was|writes|covers|works|teaches|reports|es|fue|escribe|cubre|é|foi|escreve|cobre|является|[—–-](?= ))(?!\w)"
)
PROFESSION = re.compile(
    r"\b(?:reporter|journalist|correspondent|columnist|editor|fellow|professor|lecturer|researcher|analyst|writer|author of|director of|freelance\w*|"
    r"periodista|corresponsal|columnista|profesora?|investigadora?|analista|escritora?|autora? de|jornalista|professora?|pesquisadora?|escritora?|"
    r"журналист\w*|корреспондент\w*|обозреватель|доцент|профессор|аналитик|писатель)\b",
    re.IGNORECASE,
)
OWN_SITE = re.compile(
    r"\b(?:at this (?:paper|newspaper|magazine)|for (?:this|the) (?:paper|newspaper|magazine|blog|site)|twitter|follow (?:him|her|them)|(?:his|her|their) (?:latest |new |first )?"
    r"book|can be reached|e-?mail|contribut\w+ to|based in|contributing|senior|de este (?:diario|medio|periódico)|su (?:último |más reciente )?libro|"
    r"colabora\w*|deste (?:jornal|site|blog)|seu (?:último )?livro|нашего (?:издания|сайта)|автор книг\w*|специально для)\b|@\w{3}",
    re.IGNORECASE,
)
FEW_WORDS = 14
CREDIT = re.compile(
    r"contribut\w+ (?:to this (?:report|story|article|dispatch)|reporting|from)|(?:colabor|contribuy)ó (?:en|a|con) est|(?:colaborou|contribuiu) (?:para|com|n)\w* est|при участии"
)
"""`Staff writer Ana Ruiz contributed to this report from Lima.`"""

LONGEST_CREDIT = 25
LONGEST_NOTE = 60
"""Words of the longest note on an author."""

NOTICE = re.compile(
    r"(?:accepts?|assumes?|takes?|bears?) no (?:liability|responsibility)|(?:is|are) not (?:liable|responsible) for|not? (?:necessarily )?(?:reflect|represent)s? the (?:view|opinion|position)"
    r"|(?:distribution|reproduction|redistribution|copying)\b.{0,40} (?:is|are) (?:not allowed|not permitted|forbidden|prohibited|strictly)"
    r"|for subscribers['’]? use|for (?:personal|private) use only|letters may be|we reserve the right|you (?:are )?receiv(?:e|ed|ing) this|refer a friend"
    r"|be the first of your friends|like this on facebook|is published (?:every|weekly|daily|monthly|quarterly|by)\b.{0,80}(?:subscri|issn|printed|\$)|update your preferences"
    r"|(?:is|are) a project of|editors['’] (?:code|charter)|code of (?:ethics|practice)\b.{0,40}(?:complain|follow|adher)|auto(?:matically)?[- ](?:generated|translated|transcribed)"
    r"|(?:no|ni) (?:comprometen?|representan?|reflejan?|expresan?)\b.{0,40} (?:a este medio|de este (?:medio|diario)|la (?:opinión|posición|línea)|al (?:diario|periódico))"
    r"|no se (?:hace|hacen|responsabiliza\w*) (?:responsables? )?(?:de|por) |responsabilidad (?:exclusiva )?de (?:sus|su|los|el|la) autor|traducción automática|transcripción automática"
    r"|recibe(?:s)? este (?:correo|boletín|mensaje) porque|las cartas (?:pueden|podrán)"
    r"|não (?:se responsabiliza|representam?|refletem?|reflete)\b.{0,50}(?:opini|posi|jornal|site|veículo|portal|blog)|responsabilidade (?:exclusiva )?d[eo]s? (?:seus? )?autor|tradução automática"
    r"|você (?:recebeu|está recebendo) este"
    r"|не нес[её]т ответственности|не совпада\w{2,4} с (?:мнением|позицией)|может не совпадать|не отража\w{2,4} (?:мнени|позици)|автоматический перевод|вы получили это письмо"
    r"|(?:generated|written|translated|summari[sz]ed) (?:by|with|using) (?:an? )?(?:ai|artificial)\b|\bai-generated|generad[oa] (?:por|con) (?:ia|inteligencia)|gerad[oa] (?:por|com) (?:ia|inteligência)|сгенерирован\w* "
    r"|unsubscribe at any time|was this e?-?mail forwarded|si quieres recibir|ingresa al link|dale clic|haz clic aquí|descarga telegram|únete a nuestr|clique aqui|entre no (?:nosso )?(?:grupo|canal)"
    r"|нашли ошибку\?|выделите (?:текст|ее|её|фрагмент)|подписывайтесь на наш"
    r"|n'engagent? que|ne reflète(?:nt)? pas|keine haftung|gibt nicht die meinung|non riflett\w+ (?:necessariamente )?l",
    re.IGNORECASE,
)
"""What a site says of itself, of its letters and its liability: `Las opiniones no comprometen a este medio.`"""


LENGTH = re.compile(r"[(\[]\d{1,2}:\d{2}(?::\d{2})?[)\]]$")


def film(line: str) -> bool:
    """Whether a line is a film's name with how long it runs.

    >>> film("Hot soup, cold war (6:02)"), film("The vote ended 6-2 (first round)")
    (True, False)
    """
    return bool(LENGTH.search(line))


def author_note(sentence: str, words: int, *, above: str) -> bool:
    """Whether the last sentence of a page says who its author is, whom the article itself does not name.

    >>> author_note("The writer teaches history in Turin.", 6, above=""), author_note("Ana Ruiz is a reporter in Quito.", 7, above="")
    (True, True)
    >>> author_note("Ana Ruiz is a reporter in Quito.", 7, above="Police freed Ms Ruiz."), author_note("The author was shot.", 4, above="")
    (False, False)
    """
    if words > LONGEST_NOTE:
        return False
    if AUTHOR.match(sentence.lower()):
        return True
    name = NAMED.match(sentence)
    sure = words <= FEW_WORDS or OWN_SITE.search(sentence)
    return bool(name and sure and PROFESSION.search(sentence) and name["surname"] not in above)


def credit(plain: str, words: int) -> bool:
    """Whether a line in lower case names others who worked on the article.

    >>> credit("ana ruiz contributed to this report from lima.", 8), credit("the strike contributed to this.", 5)
    (True, False)
    """
    return words <= LONGEST_CREDIT and bool(CREDIT.search(plain))


def notice(line: str) -> bool:
    """Whether a line speaks of the site's own liability, letters or subscribers.

    >>> notice("Letters may be shortened."), notice("The ministry said the letters were old.")
    (True, False)
    """
    return bool(NOTICE.search(line))
