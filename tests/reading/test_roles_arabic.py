"""Who takes part in a happening in Arabic."""

import pytest

from tawatur.model import Role
from tests.reading.conftest import Read, claim_with

CASES = [
    ("قصفت الطائرات مخزن السلاح.", "قصفت", Role.ACTOR, ["الطائرات"]),
    ("قصف الجيش وهاجم القرية.", "هاجم", Role.RECIPIENT, ["القرية"]),
    ("دعت الحكومة الأطراف إلى وقف القتال.", "دعت", Role.ACTOR, ["الحكومة"]),
    ("قال الوزير إن الأمر صعب ودعا الأطراف إلى الهدوء.", "دعا", Role.RECIPIENT, ["الأطراف"]),
    ("وصل مقتل خمسة جنود سوريين في كمين إلى الصحف.", "مقتل", Role.RECIPIENT, ["خمسة جنود سوريين"]),
    ("أوقفت الغارات التركية القتال.", "الغارات", Role.ACTOR, ["التركية"]),
    ("أعلن مقتل فلسطينيين في غارة.", "مقتل", Role.RECIPIENT, ["فلسطينيين"]),
    ("تمكن الجيش من تحرير القرية.", "تحرير", Role.ACTOR, ["الجيش"]),
    ("بحث الوفد توقيع الاتفاق مع الحكومة.", "توقيع", Role.OBJECT, ["الاتفاق"]),
    ("انسحبت القوات المدعومة من تركيا.", "المدعومة", Role.RECIPIENT, ["القوات"]),
    ("تعرض الجيش لقصف عنيف.", "قصف", Role.RECIPIENT, ["الجيش"]),
    ("تعرضت البلدة لقصف عنيف.", "قصف", Role.PLACE, ["البلدة"]),
    ("شن الجيش هجوما على البلدة.", "شن", Role.RECIPIENT, ["البلدة"]),
    ("تقدمت الفرقة بدعم من روسيا.", "بدعم", Role.ACTOR, ["روسيا"]),
    ("وثق المركز مقتل ثلاثة جنود.", "مقتل", Role.ACTOR, []),
    ("استمر الهجوم لمسلحين قرب الجسر.", "الهجوم", Role.ACTOR, ["لمسلحين"]),
]


@pytest.mark.parametrize(("text", "trigger", "role", "expected"), CASES)
def test_a_slot_gives_its_role(read: Read, text: str, trigger: str, role: Role, expected: list[str]) -> None:
    reading = read(text, "ar")
    claim = claim_with(reading, trigger)
    assert [p.span.cut(reading.document.text) for p in claim.participants if p.role is role] == expected


def test_a_coordinated_subject_is_no_object(read: Read) -> None:
    reading = read("شنت الولايات المتحدة، وبريطانيا، غارات على الميناء.", "ar")
    claim = claim_with(reading, "شنت")
    recipients = [p.span.cut(reading.document.text) for p in claim.participants if p.role is Role.RECIPIENT]
    assert "وبريطانيا" not in recipients


def test_an_adjective_of_the_counted_noun_acts_in_nothing(read: Read) -> None:
    reading = read("ذكر الموقع وصول ثلاثمئة مرتزق سوري إلى الميناء.", "ar")
    claim = claim_with(reading, "وصول")
    assert all(p.role is not Role.ACTOR for p in claim.participants)


def test_the_object_of_a_verbal_noun_is_found_behind_an_aside_of_time(read: Read) -> None:
    reading = read("أدان الناس قصف الجيش، الثلاثاء الماضي، القرية القريبة.", "ar")
    claim = claim_with(reading, "قصف")
    found = {p.role: p.span.cut(reading.document.text) for p in claim.participants}
    assert found == {Role.ACTOR: "الجيش", Role.RECIPIENT: "القرية القريبة"}
