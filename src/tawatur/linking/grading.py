"""What credibility can be proposed for an event, on the Admiralty scale, and why.

The scale is NATO's (STANAG 2511; its wording as in the United States' field manual FM 2-22.3, appendix B): 1
confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. Only what
can be counted is proposed; whether a thing is "logical in itself" a person judges, and so the reliability of a
source, which is never proposed and never mixed in.
"""

from collections.abc import Sequence

from tawatur.linking.groups import Group
from tawatur.model.linked import Dispute, DisputeKind, Grade, Origin

__all__ = ["propose"]

_CONFIRMED, _PROBABLE, _POSSIBLE, _DOUBTFUL, _IMPROBABLE = 1, 2, 3, 4, 5
_DETAILS = frozenset((DisputeKind.FIGURE, DisputeKind.PLACE, DisputeKind.DAY))


def propose(group: Group, origins: Sequence[Origin], disputes: Sequence[Dispute] = ()) -> Grade | None:
    """The credibility that the count of origins, the denials and the disputes bear out; None where they bear out none.

    ===================  ==================  =============================  =====================
    independent origins  nothing against it  only details are disputed      denied, or the actor disputed
    ===================  ==================  =============================  =====================
    two or more          1                   2                              3
    one                  none                none                           4
    none                 none                none                           5
    ===================  ==================  =============================  =====================

    Args:
        group: the event, with its denials.
        origins: where its claims come from.
        disputes: what its claims disagree about; those of other events are passed over.
    """
    names = [origin.name for origin in origins if origin.independent]
    of_event = [dispute for dispute in disputes if dispute.event == group.id]
    against = [dispute for dispute in of_event if dispute.kind not in _DETAILS]
    details = sorted({dispute.kind.value for dispute in of_event if dispute.kind in _DETAILS})
    denials = len(group.denials)
    contested = f"{denials} claim{'s' if denials > 1 else ''} of {_documents(group)} deny it" if denials else ""
    if not denials and against:
        contested = f"disputed: {', '.join(sorted({dispute.kind.value for dispute in against}))}"
    count = f"{len(names)} independent origins ({', '.join(names[:3])}{', …' if len(names) > 3 else ''})"
    if len(names) > 1:
        if contested:
            return Grade(_POSSIBLE, f"{count}, but {contested}: agrees with some other information, not with all")
        if details:
            return Grade(_PROBABLE, f"{count} for what happened, but they differ on {', '.join(details)}")
        return Grade(_CONFIRMED, f"{count}, and no denial or dispute: confirmed by other independent sources")
    if not contested:
        return None
    if names:
        return Grade(
            _DOUBTFUL, f"one independent origin ({names[0]}), and {contested}: not confirmed, and contradicted"
        )
    return Grade(_IMPROBABLE, f"no independent origin, and {contested}: nobody stands for it who could be asked")


def _documents(group: Group) -> str:
    count = len({member.ref.document for member in group.denials})
    return f"{count} report{'s' if count > 1 else ''}"
