"""Values that are unfolded when somebody asks."""

from __future__ import annotations

import pickle

from reportgen.findings import Span
from reportgen.folding import Folded


def test_what_was_kept_is_the_same_and_may_be_kept_again_unread() -> None:
    folded = Folded((Span("a", 1), Span("b", 2)))
    kept = pickle.dumps(folded)
    again = pickle.loads(pickle.dumps(pickle.loads(kept)))
    assert again == folded != Folded(())
    assert again.value == (Span("a", 1), Span("b", 2))
    assert hash(again) == hash(folded)
    assert pickle.dumps(again) == kept
