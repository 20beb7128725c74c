"""What credibility can be proposed for an event, on the Admiralty scale, and why.

The scale is NATO's (STANAG 2511; its wording as in the United States' field manual FM 2-22.3, appendix B): 1
confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. Only what
can be counted is proposed; whether a thing is "logical in itself" a person judges, and so the reliability of a
source, which is never proposed and never mixed in.
"""

from collections.abc import Sequence
from itertools import combinations

from tawatur.linking.groups import Group
from tawatur.linking.matching import same_kind
from tawatur.model import Claim
from tawatur.model.linked import Dispute, DisputeKind, Grade, Origin, OriginKind

__all__ = ["propose"]

_CONFIRMED, _PROBABLE, _POSSIBLE, _DOUBTFUL, _IMPROBABLE = 1, 2, 3, 4, 5
_DETAILS = frozenset((DisputeKind.FIGURE, DisputeKind.PLACE, DisputeKind.DAY))
_FEW = 3


def propose(group: Group, origins: Sequence[Origin], disputes: Sequence[Dispute] = ()) -> Grade | None:
    """The credibility that the count of origins, the denials and the disputes bear out; None where they bear out none.

    Origins confirm each other where two of them tell the same kind of thing and each is heard through an
    outlet of its own: two voices that one report alone quotes are still that report's word.

    =========================  ==================  ==========================  ========================
    independent origins        nothing against it  only details are disputed   denied, or actor disputed
    =========================  ==================  ==========================  ========================
    two that confirm it        1                   2                           3
    fewer                      none                none                        4
    none at all                none                none                        5
    =========================  ==================  ==========================  ========================

    Args:
        group: the event, with its denials.
        origins: where its claims come from.
        disputes: what its claims disagree about; those of other events are passed over.
    """
    counted = [origin for origin in origins if origin.independent]
    here = [dispute for dispute in disputes if dispute.event == group.id]
    against = _against(group, [dispute for dispute in here if dispute.kind not in _DETAILS])
    details = sorted({dispute.kind.value for dispute in here if dispute.kind in _DETAILS})
    names = ", ".join(origin.name for origin in counted[:_FEW]) + (", …" if len(counted) > _FEW else "")
    if _confirm_each_other(group, counted):
        count = f"{len(counted)} independent origins ({names})"
        if against:
            return Grade(_POSSIBLE, f"{count}, but {against}: agrees with some other information, not with all")
        if details:
            return Grade(_PROBABLE, f"{count} for what happened, but they differ on the {' and the '.join(details)}")
        return Grade(_CONFIRMED, f"{count}, and no denial or dispute: confirmed by other independent sources")
    if not against:
        return None
    if counted:
        alone = "one independent origin" if len(counted) == 1 else "origins that one outlet alone quotes"
        return Grade(_DOUBTFUL, f"{alone} ({names}), and {against}: not confirmed, and contradicted")
    return Grade(_IMPROBABLE, f"no independent origin, and {against}: nobody stands for it who could be asked")


def _against(group: Group, disputes: Sequence[Dispute]) -> str:
    """What is said against the event as a whole, in words; empty where nothing is."""
    denials = len(group.denials)
    if denials:
        documents = len({member.ref.document for member in group.denials})
        verb = "denies" if denials == 1 else "deny"
        return f"{_many(denials, 'claim')} in {_many(documents, 'report')} {verb} it"
    kinds = sorted({dispute.kind.value for dispute in disputes})
    return f"it is disputed ({', '.join(kinds)})" if kinds else ""


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _confirm_each_other(group: Group, origins: Sequence[Origin]) -> bool:
    """Whether two origins tell one kind of thing, each through an outlet of its own."""
    claims = {member.ref: member.claim for member in group.members}
    heard = [[(claims[c.claim], _outlet(origin, c.links)) for c in origin.chains] for origin in origins]
    return any(
        outlet != second and _tell_one_thing(claim, other)
        for left, right in combinations(heard, 2)
        for claim, outlet in left
        for other, second in right
    )


def _tell_one_thing(left: Claim, right: Claim) -> bool:
    """Whether two claims of an event are of one type and, where both count something, count the same kind of thing."""
    if left.type is not right.type:
        return False
    if not left.figures or not right.figures:
        return True
    return any(same_kind(one.unit, other.unit) for one in left.figures for other in right.figures)


def _outlet(origin: Origin, links: Sequence[str]) -> str:
    """The outlet through which an origin is heard: the one that names it."""
    return links[-1] if origin.kind is OriginKind.OUTLET or len(links) == 1 else links[-2]
