"""`svod`: the command line. Commands stand in `ui/commands/`; what is heavy is imported when it runs."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version

from ui.output import prepare_streams, say

GROUPS = (
    "ui.commands.ingesting",
    "ui.commands.extracting",
    "ui.commands.asking",
    "ui.commands.serving",
    "ui.commands.deciding",
    "ui.commands.reviewing",
    "ui.commands.carrying",
    "ui.commands.disputing",
    "ui.commands.acting",
    "ui.commands.resolving",
    "ui.commands.exchanging",
    "ui.commands.keeping",
    "ui.commands.looking",
    "ui.commands.showing",
)
"""The modules that hold the commands, in the order of the help."""

EXPECTED = (
    ("graph.errors", "LibraryError"),
    ("graph.query", "QueryError"),
    ("graph.to_neo4j", "Neo4jError"),
    ("ingest.errors", "IngestError"),
    ("ui.errors", "UiError"),
)
"""The roots of what rooms raise on purpose, with a message for the person."""

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

Command = Callable[[argparse.Namespace], int]


def parser() -> argparse.ArgumentParser:
    """The whole command line, with a sub-parser for every command."""
    main_parser = argparse.ArgumentParser(
        prog="svod", description="Policy PDFs and registry pages in, a knowledge graph out: no edge without a quote."
    )
    main_parser.add_argument("--version", action="version", version=f"svod {version('svod')}")
    main_parser.add_argument("--library", metavar="DIR", default=os.environ.get("SVOD_LIBRARY") or "library")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--library",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the library (default: SVOD_LIBRARY, else ./library)",
    )
    commands = main_parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for group in GROUPS:
        import_module(group).register(commands, shared)
    return main_parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code: 0 done, 1 failed or refused, 2 wrong use."""
    prepare_streams()
    arguments = parser().parse_args(argv)
    command: Command = arguments.run
    try:
        return command(arguments)
    except KeyboardInterrupt:
        say("svod: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is left to say, also not when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        say(f"svod: {error}")
        return FAILED
    except Exception as error:
        if not is_expected(error):
            raise
        say(f"svod: {error}")
        return FAILED


def is_expected(error: Exception) -> bool:
    """Whether the error is one that a room raises on purpose, with a message for the person.

    Asked of modules that are loaded already, so that `svod --help` loads no store and no language model.
    """
    loaded = [(sys.modules[module], name) for module, name in EXPECTED if module in sys.modules]
    return any(isinstance(error, getattr(module, name)) for module, name in loaded)


if __name__ == "__main__":
    sys.exit(main())
