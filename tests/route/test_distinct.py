from dataclasses import replace

from tawatur.route import distinct
from tests.export.made import report


def test_a_report_given_twice_is_kept_once_without_complaint() -> None:
    kept, doubled = distinct([report(), report()])
    assert (len(kept), doubled) == (1, ())


def test_another_report_under_the_same_id_is_left_out_and_told_whatever_the_order() -> None:
    one, other = report(outlet="A", origin="a.html"), report(outlet="B", origin="b.html")
    for given in ([one, other], [other, one]):
        kept, (failure,) = distinct(given)
        assert [r.document.outlet for r in kept] == ["A"]
        assert (failure.origin, failure.stage) == ("b.html", "linking")
        assert "a.html" in failure.reason


def test_reports_come_out_in_the_order_of_their_ids() -> None:
    ids = ["c", "a", "b"]
    kept, _ = distinct([replace(report(), document=replace(report().document, id=id_)) for id_ in ids])
    assert [r.document.id for r in kept] == ["a", "b", "c"]
