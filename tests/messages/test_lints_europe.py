"""Europe and the Caucasus: quotes, French spaces, Spanish openers, look-alike letters. Texts from catalogs, spoilt."""

from __future__ import annotations

import pytest

from tests.messages.lint_examples import Example, check, found, rules_of

EXAMPLES: list[Example] = [
    ("straight-quotes", "de", 'Bücher statt "Bomben"', "Bücher statt „Bomben“"),
    ("straight-quotes", "en-GB", '"Peace" now', "“Peace” now"),
    ("straight-quotes", "fr", 'La "paix" maintenant', "La «\u00a0paix\u00a0» maintenant"),
    ("straight-quotes", "ru", '"Мир" сейчас', "«Мир» сейчас"),
    ("straight-quotes", "sv", 'Fred "nu"', "Fred ”nu”"),
    ("straight-quotes", "de", '5" dick', None),
    ("straight-apostrophe", "fr", "La guerre n'est pas la solution", "La guerre n’est pas la solution"),
    ("straight-apostrophe", "ca", "L'aigua és vida", "L’aigua és vida"),
    ("french-space", "fr", "La paix !", "La paix\u202f!"),
    ("french-space", "fr", "La paix!", "La paix\u202f!"),
    ("french-space", "fr", "Pas de justice ; pas de paix", "Pas de justice\u202f; pas de paix"),
    ("french-space", "fr", "Justice: pour tous", "Justice\u00a0: pour tous"),
    ("french-space", "fr", "«paix»", "«\u00a0paix\u00a0»"),
    ("french-space", "fr", "« paix »", "«\u00a0paix\u00a0»"),
    ("french-space", "fr-CA", "La paix !", "La paix!"),
    ("spanish-opener", "es", "Alto a la guerra!", "¡Alto a la guerra!"),
    ("spanish-opener", "es", "Basta. Qué esperamos?", "Basta. ¿Qué esperamos?"),
    ("spanish-opener", "es-MX", "Si no es ahora, cuándo?", None),
    ("spanish-opener", "es", "¡Paz ya", None),
    ("spanish-opener", "ast", "Paz yá!", "¡Paz yá!"),
    ("catalan-l", "ca", "col.lecció", "col·lecció"),
    ("catalan-l", "ca", "coŀlecció", "col·lecció"),
    ("hebrew-geresh", "he", 'או"ם', "או״ם"),
    ("hebrew-geresh", "he", "צ'אד", "צ׳אד"),
    ("dotless-i", "tr", "IKLIM ADALETİ", "İKLİM ADALETİ"),
    ("dotless-i", "tr", "Herkes için ınsan hakları", "Herkes için insan hakları"),
    ("dotless-i", "tr", "Insan hakları", "İnsan hakları"),
    ("dotless-i", "tr", "i\u0307klim", "iklim"),
    ("dotless-i", "az", "Hamı üçün INSAN", "Hamı üçün İNSAN"),
    ("dotless-i", "tr", "DEĞIL", None),
    ("comma-below", "ro", "Opriţi războiul", "Opriți războiul"),
    ("comma-below", "ro", "Acţionaţi acum şi mâine", "Acționați acum și mâine"),
    ("comma-below", "liv", "ţ", "ț"),
    ("comma-below", "tr", "Șimdi barıș", "Şimdi barış"),
    ("barred-d", "vi", "Ðừng để chiến tranh", "Đừng để chiến tranh"),
    ("barred-d", "is", "Đegar friđur", "Ðegar friður"),
    ("barred-d", "fon", "Đo", "Ɖo"),
    ("vietnamese-tone", "vi", "nằm trong tay qúy vị", "nằm trong tay quý vị"),
    ("macron", "mi", "Te rä tika", "Te rā tika"),
    ("macron", "haw", "nâ känaka apau", "nā kānaka apau"),
    ("serbian-script", "sr-Latn", "Mir сада", "Mir sada"),
    ("serbian-script", "sr-Latn", "ЉУДСКА Његова", "LJUDSKA Njegova"),
    ("serbian-script", "sr", "Правда за све, čast", None),
    ("cyrillic-letter", "mn", "эрх чєлєєтэй", "эрх чөлөөтэй"),
    ("cyrillic-letter", "kk", "əділдік", "әділдік"),
    ("cyrillic-letter", "tg", "рўз", "рӯз"),
    ("cyrillic-letter", "os", "æхсæв рæстдзинад", "ӕхсӕв рӕстдзинад"),
    ("palochka", "ce", "нохчийн мотт, х1ара", "нохчийн мотт, хӀара"),
    ("slavic-apostrophe", "uk", "Об'єднані", "Об’єднані"),
    ("slavic-apostrophe", "be", "сям`я", "сям’я"),
    ("uzbek-letter", "uz", "teng bo'lib tug'iladilar", "teng boʻlib tugʻiladilar"),
    ("uzbek-letter", "uz", "san'at", "sanʼat"),
    ("greek-question", "el", "Πού είναι η ειρήνη?", "Πού είναι η ειρήνη;"),
    ("greek-question", "el", "Ειρήνη • τώρα", "Ειρήνη· τώρα"),
    ("greek-sigma", "el", "Ο λόγοσ", "Ο λόγος"),
    ("greek-sigma", "el", "δικαιοςύνη", "δικαιοσύνη"),
    ("greek-tonos", "el", "\u0384Ισα δικαιώματα", "Ίσα δικαιώματα"),
    ("armenian-mark", "hy", "Ջուրը կյանք է:", "Ջուրը կյանք է։"),
    ("armenian-mark", "hy", "Մաքուր օդ` ամեն երեխայի", "Մաքուր օդ՝ ամեն երեխայի"),
    ("armenian-mark", "hy", "Գործե'ք հիմա", "Գործե՛ք հիմա"),
    ("armenian-mark", "hy", "Ուր է արդարությունը?", None),
    ("georgian-capital", "ka", "Მშვიდობა ახლავე", "მშვიდობა ახლავე"),
]

RIGHT = [
    ("de", "„Frieden“ – jetzt, geht’s 10:30"),
    ("fr", "S’exprimer n’est pas un crime\u202f! https://example.org/?a=b 10:30"),
    ("fr", "La paix\u00a0! «\u00a0Maintenant\u00a0»"),
    ("es", "¡Paz ya! ¿Y si... no? Sí (!) ¡¿Qué?! Mira example.org/?a"),
    ("ca", "Quan? Ara! L’aigua és vida, il·lusió"),
    ("gl", "Paz xa!"),
    ("he", "לחם, לא פצצות, או״ם"),
    ("he", 'ב"הארץ" כתוב'),
    ("tr", "IEEE, MIME, RINET"),
    ("tr", "İKLİM ADALETİ, ISI, KIZ, Kadın hakları"),
    ("ro", "Opriți războiul și pacea"),
    ("sr", "Женска права су људска права, COVID-19, NATO"),
    ("mk", "Мир сега"),
    ("kk", "әділдік, өмір, құқық"),
    ("uk", "здоров’я, сім’я, Права людини — для всіх"),
    ("uk", "обовʼязок"),
    ("uz", "URL’dan, teng boʻlib tugʻiladilar, sanʼat"),
    ("el", "Χωρίς δικαιοσύνη δεν υπάρχει ειρήνη· τώρα;"),
    ("hy", "Կանգնեցրե՛ք պատերազմը։ 10:30"),
    ("ka", "მშვიდობა ახლავე"),
    ("is", "friður, Ðað"),
    ("vi", "quyền, quý vị, Quốc, Đoàn kết"),
    ("mi", "Te rā tika, Zoë"),
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_wrong_and_right(example: Example) -> None:
    check(example)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_right_texts(language: str, text: str) -> None:
    assert [rule for rule in found(text, language) if rule != "exemplar"] == []


def test_every_rule_has_an_example() -> None:
    modules = ("quotation", "french", "spanish", "hebrew", "turkic_i", "latin_letters", "cyrillic", "greek", "caucasus")
    assert rules_of(*modules) | {"slavic-apostrophe", "uzbek-letter"} == {rule for rule, *_ in EXAMPLES}
