"""Values of the command line that need no conversion, taken as they are.

Typer converts every value, defaults too, with pydantic, whose import takes 57 ms and 12 MB: a seventh of a `check`.
Defaults, words and paths need none of it. Whatever else is given (numbers, wrong choices) goes to Typer as before, so
that every value and every message is Typer's.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import typer


class PlainValues:
    """Replaces the converter of a parameter, which Typer makes when it is first needed."""

    def __init__(self, descriptor: Any) -> None:
        self._descriptor = descriptor

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value of the parameter's type; raises Typer's errors."""
        annotation = self._descriptor.annotation
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if annotation in (str, int, float, Path) and isinstance(value, annotation):
            return value
        if get_origin(annotation) is Literal and type(value) is str and value in get_args(annotation):
            return value
        if annotation == list[str] and type(value) in (list, tuple) and all(type(each) is str for each in value):
            return list(value)
        if annotation is Path and type(value) is str and _is_any_path(self._descriptor.parameter_info, value):
            return Path(value)
        param._runtime_param = None  # Typer makes its own when it is asked for it
        try:
            return param.get_runtime_param().coerce(value, param=param, ctx=ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")  # pydantic's words, no use to a reader
            raise


def with_plain_values(parameters: list[Any]) -> list[Any]:
    """The parameters of a command, made to do without pydantic where this Typer has it; others are left alone.

    It reads private attributes of Typer (0.29): where any of them is missing, everything is left to Typer.
    """
    for parameter in parameters:
        descriptor = getattr(parameter, "type_descriptor", None)
        lazy = getattr(parameter, "_runtime_param", parameter) is None and hasattr(parameter, "get_runtime_param")
        if lazy and hasattr(descriptor, "annotation") and hasattr(descriptor, "parameter_info"):
            parameter._runtime_param = PlainValues(descriptor)
    return parameters


def _is_any_path(asked: Any, value: str) -> bool:
    """Whether Typer would take this path as it is."""
    plain = asked.file_okay and asked.dir_okay and asked.path_type is None
    if not plain or asked.exists or asked.writable or asked.resolve_path or asked.allow_dash:
        return False
    return "\0" not in value and (not os.path.lexists(value) or os.access(value, os.R_OK))
