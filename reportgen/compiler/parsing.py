"""Pieces to Jinja's syntax tree: the tags are lexed one by one, and a tag's number is its line number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TOKEN_BLOCK_BEGIN, TOKEN_BLOCK_END, TOKEN_DATA, TOKEN_VARIABLE_BEGIN, TOKEN_VARIABLE_END, Token, TokenStream
from jinja2.parser import Parser

from reportgen.compiler.pieces import Piece
from reportgen.compiler.tags import Tag

if TYPE_CHECKING:
    from jinja2.lexer import Lexer

TOO_DEEP = "nested too deeply"
_RAW = ("raw", "endraw")


def parse(pieces: Sequence[Piece], tags: Sequence[Tag], environment: Environment) -> nodes.Template:
    """The syntax tree of a part; the tag `n` stands in line `n + 1`.

    Raises: TemplateSyntaxError with such a line.
    """
    return parse_tokens(_tokens(pieces, tags, environment), environment)


def parse_tokens(tokens: Iterator[Token], environment: Environment) -> nodes.Template:
    """The syntax tree of a stream of tokens; the environment's extensions see the stream first."""
    stream = TokenStream(tokens, None, None)
    for extension in environment.iter_extensions():
        filtered = extension.filter_stream(stream)
        stream = filtered if isinstance(filtered, TokenStream) else TokenStream(iter(filtered), None, None)
    parser = Parser(environment, "")
    parser.stream = stream
    try:
        return parser.parse()
    except RecursionError:
        raise TemplateSyntaxError(TOO_DEEP, stream.current.lineno) from None


def tag_tokens(tag: Tag, number: int, environment: Environment) -> Iterator[Token]:
    """The tokens of one tag; none for comments and the marks around raw text.

    Raises: TemplateSyntaxError.
    """
    if tag.kind == "comment" or (tag.kind == "block" and tag.word in _RAW):
        return
    line = number + 1
    lexer: Lexer = environment.lexer
    source = environment.preprocess(tag.source) if environment.extensions else tag.source
    begin, end = (TOKEN_VARIABLE_BEGIN, TOKEN_VARIABLE_END) if tag.kind == "variable" else (TOKEN_BLOCK_BEGIN, TOKEN_BLOCK_END)
    yield Token(line, begin, "")
    inner = [(line, kind, text) for _, kind, text in lexer.tokeniter(source, None, None, tag.kind)]
    yield from lexer.wrap(inner)
    yield Token(line, end, "")


def _tokens(pieces: Sequence[Piece], tags: Sequence[Tag], environment: Environment) -> Iterator[Token]:
    line = 1
    for piece in pieces:
        if isinstance(piece, str):
            if piece:
                yield Token(line, TOKEN_DATA, piece)
        else:
            line = piece + 1
            yield from tag_tokens(tags[piece], piece, environment)
