import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Language
from tawatur.text.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قال متحدث في المدينة إن السوق فتح أبوابه بعد أن غادرت القوات من الطريق إلى الميناء", Language.AR),
        ("L'armée a annoncé lundi que le port était fermé et que les navires attendaient au large", Language.FR),
        ("The army said on Monday that the port was closed and that the ships were waiting offshore", Language.EN),
        ("The paper «النموذج» wrote that the port was closed by order of the navy", Language.EN),
        ("كتبت صحيفة Le Journal-exemple أن الميناء مغلق", Language.AR),
        ('قال "Le Courrier" إن', Language.AR),
    ],
)
def test_the_language_of_most_words_is_told(text: str, language: Language) -> None:
    assert detect(text) is language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345 !",
        "😀 😀 😀",
        "Армия сообщила в понедельник, что порт закрыт",
        "El ejército dijo el lunes que el puerto estaba cerrado y que los barcos esperaban en alta mar por la noche",
        "Die Armee sagte am Montag, dass der Hafen geschlossen war und die Schiffe auf See warteten, bis es Tag wurde",
        "Tentara mengatakan bahwa pelabuhan itu ditutup dan kapal-kapal menunggu di laut sampai hari Senin pagi",
        "ارتش روز دوشنبه گفت که بندر بسته است و کشتی‌ها در دریا چشم به راه هستند تا راه باز شود",
    ],
)
def test_other_languages_are_not_taken_for_one_of_the_three(text: str) -> None:
    assert detect(text) is None


def test_vowel_signs_and_hamza_change_nothing() -> None:
    plain = "قال متحدث إن القوات غادرت المدينة بعد أن فتح السوق أبوابه من جديد إلى المساء"
    assert detect(plain) is detect(plain.replace("إ", "ا").replace("أ", "ا")) is Language.AR
    voweled = "قَالَ مُتَحَدِّثٌ إِنَّ القُوَّاتِ غَادَرَتْ مِنَ المَدِينَةِ إِلَى المِينَاءِ بَعْدَ أَنْ هَدَأَ القَصْفُ فِي المَسَاءِ"
    assert detect(voweled) is Language.AR


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect(text) in (None, *Language)
