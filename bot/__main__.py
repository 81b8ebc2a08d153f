"""The `engage` command. Exit status: 0 done, 1 failed, 2 wrong use."""

import asyncio
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, ParamSpec

import typer

from bot.config import Config, load_config
from bot.doctor import examine
from bot.errors import EngageError
from bot.export import write_csv, write_json
from bot.logs import configure_logs
from bot.manifest import manifest_of, public_address, write_file
from bot.wiring import assemble, assemble_playground, connected, serve
from storage import open_store

P = ParamSpec("P")

WRONG_USE: Any = typer.BadParameter.__base__
"""What typer raises for an unknown command, option or value, and does not export."""

app = typer.Typer(
    name="engage",
    help="Keeps what an institution promised to the people it heard.",
    add_completion=False,
    pretty_exceptions_enable=False,
)

ConfigPath = Annotated[Path, typer.Option("--config", help="The settings.", show_default=True)]
DEFAULT_CONFIG = Path("app.yaml")
STANDARD_OUTPUT = Path("-")


class Format(StrEnum):
    """What `engage export` writes."""

    JSON = "json"
    CSV = "csv"


class Platform(StrEnum):
    """What `engage manifest` describes Engage to."""

    SLACK = "slack"
    TEAMS = "teams"


def _one_line(command: Callable[P, None]) -> Callable[P, None]:
    """Turn what Engage raises on purpose into one clear line on stderr and exit status 1."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except EngageError as error:
            typer.echo(f"engage: {error}", err=True)
            raise typer.Exit(1) from error
        except OSError as error:
            # The output cannot be written; point the stream away so that its closing is quiet.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if not isinstance(error, BrokenPipeError):  # whoever read it had enough
                typer.echo(f"engage: the output could not be written: {error.strerror or error}", err=True)
            raise typer.Exit(1) from error

    return wrapped


def _config(path: Path) -> Config:
    return load_config(path, os.environ)


@app.command()
@_one_line
def run(
    config: ConfigPath = DEFAULT_CONFIG,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free port.")] = 8080,
    bind: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    playground: Annotated[
        bool, typer.Option("--playground", help="Serve a local page to try everything, alone.")
    ] = False,
) -> None:
    """Serve the platforms whose settings are there, or the playground."""
    configure_logs(json=not sys.stderr.isatty())
    settings = _config(config)
    put_together = assemble_playground if playground else assemble
    asyncio.run(serve(put_together(settings, bind=bind, port=port), started=_announce))


def _announce(address: str) -> None:
    typer.echo(f"Engage is at {address} (Ctrl+C stops it)")
    sys.stdout.flush()


@app.command()
@_one_line
def export(
    config: ConfigPath = DEFAULT_CONFIG,
    format_: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.JSON,
) -> None:
    """Write everything that was recorded to the standard output; Engage may be running."""
    configure_logs(json=not sys.stderr.isatty())
    store = open_store(_config(config).store_url, read_only=True)
    write = write_json if format_ is Format.JSON else write_csv
    asyncio.run(write(store, sys.stdout))
    sys.stdout.flush()


def _public(url: str | None) -> str | None:
    try:
        return None if url is None else public_address(url)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


@app.command()
@_one_line
def manifest(
    platform: Annotated[Platform, typer.Argument(help="What to describe Engage to.")],
    config: ConfigPath = DEFAULT_CONFIG,
    url: Annotated[
        str | None,
        typer.Option(callback=_public, help="Its public https address; without one, Slack's Socket Mode."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The file to write, which is replaced; - is the standard output.")
    ] = None,
) -> None:
    """Write what the app is created from: a manifest for Slack, an app package (zip) for Teams."""
    configure_logs(json=not sys.stderr.isatty())
    written = manifest_of(platform, _config(config), url=url)
    shown = written.file is not None and sys.stdout.isatty()
    place = out or (Path(written.file) if written.file and shown else STANDARD_OUTPUT)
    if place != STANDARD_OUTPUT:
        write_file(place, written.content)
        if out is None:
            typer.echo(f"Wrote {place}")
    elif shown:
        raise typer.BadParameter("a terminal cannot show a package; name a file", param_hint="--out")
    else:
        sys.stdout.buffer.write(written.content)
    sys.stdout.flush()
    if written.remark:
        typer.echo(f"engage: {written.remark}", err=True)


@app.command()
@_one_line
def doctor(config: ConfigPath = DEFAULT_CONFIG) -> None:
    """Check the settings, the store, the platforms, the clock and the time zones; say what is wrong and what to do."""
    configure_logs(json=not sys.stderr.isatty())
    findings = asyncio.run(
        examine(lambda: _config(config), lambda url: open_store(url, read_only=True), connected)
    )
    for finding in findings:
        typer.echo(str(finding))
    sys.stdout.flush()
    if any(not finding.well for finding in findings):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; wrong use is one line on stderr."""
    try:
        status = typer.main.get_command(app).main(standalone_mode=False)
    except WRONG_USE as error:
        message = " ".join(error.format_message().replace("Value error, ", "").split()).rstrip(".")
        typer.echo(f"engage: {message}. `engage --help` tells more.", err=True)
        sys.exit(error.exit_code)
    except typer.Abort:
        sys.exit(1)
    sys.exit(status or 0)


if __name__ == "__main__":
    main()
