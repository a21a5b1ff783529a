"""`svod serve`: the web page, linked data, SPARQL and the API in one process."""

import argparse
from pathlib import Path
from typing import Any

from ui.output import say

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8765


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `serve`."""
    command = commands.add_parser(
        "serve", parents=[shared], help="serve the web page, linked data, SPARQL and the API in one process"
    )
    command.add_argument("--host", default=DEFAULT_HOST, help="address to listen at (default: %(default)s)")
    command.add_argument("--port", type=port_number, default=DEFAULT_PORT, help="port (default: %(default)s)")
    command.set_defaults(run=serve)


def port_number(text: str) -> int:
    """A TCP port; 0 lets the system choose."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: a number from 0 to 65535")
    return int(text)


def serve(arguments: argparse.Namespace) -> int:
    """Hold the library and answer until interrupted."""
    from ui.server import run

    try:
        run(Path(arguments.library), host=arguments.host, port=arguments.port)
    except KeyboardInterrupt:
        say("svod: stopped")
    return 0
