"""Tags in tables: rows, columns, cells, merging, shading, and tables within tables."""

from __future__ import annotations

from tests.differential.cases import Case
from tests.documents import docx, p, r, table, tc, tr

_ROWS = {
    "rows": [{"a": "甲", "b": 1, "cells": ["x", "y", "z"]}, {"a": "乙", "b": 2, "cells": ["u", "v", "w"]}],
    "cols": ["一", "二", "三"],
    "empty": [],
    "yes": True,
    "no": False,
}
_BOLD = '<w:tcW w:w="1000" w:type="dxa"/>'


def _wide(*blocks: str) -> str:
    """A cell with a width, as Word writes it."""
    return tc(*blocks, properties=_BOLD)


def _grid(*rows: str, columns: int) -> bytes:
    return docx("前", table(rows, columns=columns), "后")


TABLE_CASES = [
    Case(
        "a row loop",
        docx(table([["名", "数"], ["{%tr for r in rows %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""], ["计", "2"]])),
        _ROWS,
    ),
    Case(
        "a row loop over two rows",
        docx(table([["{%tr for r in rows %}", ""], ["{{ r.a }}", "上"], ["{{ r.b }}", "下"], ["{%tr endfor %}", ""]])),
        _ROWS,
    ),
    Case(
        "a row condition",
        docx(table([["甲", "乙"], ["{%tr if no %}", ""], ["无", "无"], ["{%tr else %}", ""], ["有", "有"], ["{%tr endif %}", ""]])),
        _ROWS,
    ),
    Case(
        "an empty row loop below a head",
        docx(table([["名", "数"], ["{%tr for r in empty %}", ""], ["{{ r.a }}", ""], ["{%tr endfor %}", ""]])),
        _ROWS,
    ),
    Case(
        "rows within rows",
        docx(
            table(
                [
                    ["{%tr for r in rows %}", ""],
                    ["{{ r.a }}", ""],
                    ["{%tr for c in r.cells %}", ""],
                    ["", "{{ c }}"],
                    ["{%tr endfor %}", ""],
                    ["{%tr endfor %}", ""],
                ]
            )
        ),
        _ROWS,
    ),
    Case("a row comment", docx(table([["甲", "乙"], ["{#tr 说明 #}", ""], ["丙", "丁"]])), _ROWS),
    Case("a cell comment", _grid(tr("甲", "{#tc 说明 #}"), columns=2), _ROWS),
    Case(
        "a column loop, wider than the grid",
        _grid(tr(_wide("{%tc for c in cols %}"), _wide("{{ c }}"), _wide("{%tc endfor %}")), columns=1),
        _ROWS,
    ),
    Case(
        "a column loop, as wide as the grid",
        _grid(tr(_wide("{%tc for c in cols %}"), _wide("{{ c }}"), _wide("{%tc endfor %}")), columns=3),
        _ROWS,
    ),
    Case("a column loop, narrower than the grid", _grid(tr("首", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"), columns=6), _ROWS),
    Case(
        "columns within rows",
        _grid(
            tr("名", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"),
            tr("{%tr for r in rows %}", ""),
            tr("{{ r.a }}", "{%tc for c in r.cells %}", "{{ c }}", "{%tc endfor %}"),
            tr("{%tr endfor %}", ""),
            columns=4,
        ),
        _ROWS,
    ),
    Case("a cell condition", _grid(tr("甲", "{%tc if yes %}", "乙", "{%tc endif %}"), columns=2), _ROWS),
    Case("colspan", _grid(tr(_wide("{% colspan n %}宽")), tr(_wide("甲"), _wide("乙")), columns=2), {"n": 2}),
    Case(
        "colspan of the columns looped over",
        _grid(tr(_wide("{% colspan cols|length %}总")), tr("{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"), columns=1),
        _ROWS,
    ),
    Case(
        "colspan in place of a span",
        _grid(tr(tc("{% colspan n %}宽", properties='<w:gridSpan w:val="2"/>')), tr("甲", "乙"), columns=2),
        {"n": 2},
    ),
    Case("cellbg", _grid(tr(_wide("{% cellbg c %}{{ c }}"), _wide("乙")), columns=2), {"c": "FF0000"}),
    Case(
        "cellbg in place of a shading",
        _grid(tr(tc("{% cellbg c %}文", properties='<w:shd w:val="clear" w:color="auto" w:fill="00FF00"/>'), "乙"), columns=2),
        {"c": "FF0000"},
    ),
    Case(
        "cellbg in a row loop",
        _grid(
            tr("{%tr for r in rows %}", ""),
            tr(_wide("{% cellbg 'EE000' ~ r.b %}{{ r.a }}"), _wide("文")),
            tr("{%tr endfor %}", ""),
            columns=2,
        ),
        _ROWS,
    ),
    Case("cellbg and colspan", _grid(tr(_wide("{% cellbg 'AABBCC' %}{% colspan 2 %}文")), tr("甲", "乙"), columns=2), {}),
    Case(
        "a vertical merge",
        _grid(tr("{%tr for r in rows %}", ""), tr(_wide("{% vm %}合"), _wide("{{ r.b }}")), tr("{%tr endfor %}", ""), columns=2),
        _ROWS,
    ),
    Case(
        "a vertical merge with a value",
        _grid(tr("{%tr for r in rows %}", ""), tr(_wide("{% vm %}{{ r.a }}"), _wide("{{ r.b }}")), tr("{%tr endfor %}", ""), columns=2),
        _ROWS,
    ),
    Case(
        "a horizontal merge",
        _grid(
            tr(_wide("{%tc for c in cols %}"), _wide("{% hm %}合"), _wide("{%tc endfor %}")),
            tr("{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"),
            columns=3,
        ),
        _ROWS,
    ),
    Case(
        "a horizontal merge of spanning cells",
        _grid(
            tr("{%tc for c in cols %}", tc("{% hm %}合", properties='<w:gridSpan w:val="2"/>'), "{%tc endfor %}"), tr(*"abcdef"), columns=6
        ),
        _ROWS,
    ),
    Case(
        "a nested vertical merge",
        _grid(
            tr("{%tr for r in rows %}", "", ""),
            tr("{%tr for c in r.cells %}", "", ""),
            tr(_wide("{% vm %}{{ r.a }}"), _wide("{{ c }}"), _wide("{{ r.b }}")),
            tr("{%tr endfor %}", "", ""),
            tr("{%tr endfor %}", "", ""),
            columns=3,
        ),
        _ROWS,
    ),
    Case(
        "paragraphs looped in a cell",
        _grid(tr(tc("{%p for c in cols %}", p(r("{{ c }}", bold=True)), "{%p endfor %}"), "乙"), columns=2),
        _ROWS,
    ),
    Case("text looped in a cell", _grid(tr("{% for c in cols %}{{ c }}、{% endfor %}", "{{ rows[0].a }}"), columns=2), _ROWS),
    Case(
        "a table in a paragraph loop",
        docx("{%p for r in rows %}", "{{ r.a }}", table([["{{ r.a }}", "{{ r.b }}"]]), "{%p endfor %}"),
        _ROWS,
    ),
    Case("a table left out", docx("{%p if no %}", table([["甲", "乙"]]), "{%p endif %}", "末"), _ROWS),
    Case(
        "a table in a cell",
        docx(
            table(
                [
                    tr(
                        tc(table([["{%tr for r in rows %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""]]), p("末")),
                        "{{ cols[0] }}",
                    )
                ],
                columns=2,
            )
        ),
        _ROWS,
    ),
    Case(
        "tables in a row loop",
        docx(
            table(
                [
                    ["{%tr for r in rows %}"],
                    tr(tc(table([["{%tr for c in r.cells %}"], ["{{ c }}"], ["{%tr endfor %}"]]), p("{{ r.a }}"))),
                    ["{%tr endfor %}"],
                ]
            )
        ),
        _ROWS,
    ),
    Case("a cell's paragraph with breaks", _grid(tr("{{ s }}", "乙"), columns=2), {"s": "一\n二\a三"}),
]
