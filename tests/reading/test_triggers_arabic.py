"""Which words name a happening in Arabic, each with a look-alike that names none."""

import pytest

from tests.reading.conftest import Read

NAMING = [
    ("فتحت الشرطة تحقيقا في الحريق.", "تحقيقا"),
    ("الوفد الذي حضر القمة عاد ليلا.", "حضر القمة"),
    ("جرى تسليم السفارة إلى الحكومة الجديدة.", "تسليم السفارة"),
    ("يخشى السكان تدويل الأزمة.", "تدويل الأزمة"),
    ("قال الوزير خلال زيارة إلى القاعدة إن الوضع هادئ.", "زيارة"),
    ("قصفت الطائرات الحي صباح السبت بعد أن هدأت المدينة أياما طويلة قبل هجوم على الجسر.", "هجوم"),
]


@pytest.mark.parametrize(("text", "trigger"), NAMING)
def test_a_word_names_a_happening(read: Read, text: str, trigger: str) -> None:
    reading = read(text, "ar")
    assert trigger in [claim.trigger.cut(text) for claim in reading.claims]


NAMING_NONE = [
    ("يسعى العمال إلى تحقيق مطالبهم.", "تحقيق"),
    ("لم يصدر تعليق من القوات.", "تعليق"),
    ("تقع القوات في مقاطعة بعيدة.", "مقاطعة"),
    ("هدأت القوات بعد عمليات البحث.", "عمليات"),
    ("انقطع الماء في أرجاء المدينة والقوات حاضرة.", "أرجاء"),
]


@pytest.mark.parametrize(("text", "word"), NAMING_NONE)
def test_a_look_alike_names_no_happening(read: Read, text: str, word: str) -> None:
    reading = read(text, "ar")
    assert not [claim for claim in reading.claims if word in claim.trigger.cut(text)]
