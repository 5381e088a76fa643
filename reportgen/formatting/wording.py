"""Lines whose words tell what they are: dates, marks of attachments, captions, sentences."""

from __future__ import annotations

import re

DATE = re.compile(
    r"[（(]?\s*(?:[0-9０-９]{2,4}|[〇○零一二三四五六七八九０-９]{2,4})\s*年\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月"
    r"\s*(?:(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[日号])?\s*[）)]?"
)
"""A whole date, in any way that clerks write it."""
ATTACHMENT = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[:：、.]?")
CAPTION = re.compile(r"[表图]\s*[0-9０-９一二三四五六七八九十]{1,3}(?:[-—.][0-9]{1,2})?(?:[\s　:：.、]|[\u4e00-\u9fff])")
CONTENTS = re.compile(r"目\s*[录次]")
SENTENCE = re.compile(r"[。！？；;!?]")
LONGEST_TITLE, LONGEST_HEADING = 60, 40
"""Characters."""
TYPED_NUMBER = re.compile(r"[—－–\-‐·]\s*[0-9]{1,3}\s*[—－–\-‐·]|第\s*[0-9]{1,3}\s*页(?:\s*[，,/／]?\s*共\s*[0-9]{1,3}\s*页)?")
"""A page number that somebody typed into the text."""
