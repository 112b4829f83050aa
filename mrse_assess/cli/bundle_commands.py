"""Bundles: records carried from one machine to another in one encrypted file."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from mrse_assess.cli.options import Json, WorkspaceOption
from mrse_assess.cli.output import printable, say, say_json, table, tell
from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.listing import counted
from mrse_assess.records.bundle import Bundle, Conflict, Manifest, is_encrypted
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.bundles import (
    Asked,
    Exported,
    Imported,
    export_bundle,
    import_bundle,
    manifest_as_json,
    open_bundle,
    read_bundle,
)

_SHORT = 12  # characters of a head that two persons can compare by telephone

File = Annotated[Path, typer.Argument(help="A bundle, as export wrote it.", show_default=False)]
PassphraseFile = Annotated[
    Path | None, typer.Option(help="A file that holds the passphrase; asked for at a terminal if left out.")
]


def commands(opening: Callable[[Path], Workspace]) -> typer.Typer:
    """The commands ``bundle export``, ``bundle import`` and ``bundle check``. ``opening`` opens a workspace."""
    bundle = typer.Typer(help="Carry records to another machine in one encrypted file, and merge them there.")
    _add_export(bundle, opening)
    _add_import(bundle, opening)
    _add_check(bundle)
    return bundle


def _add_export(bundle: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    @bundle.command("export")
    def export_(
        applications: Annotated[list[str], typer.Argument(metavar="APPLICATION...", show_default=False)],
        workspace: WorkspaceOption,
        out: Annotated[Path, typer.Option(help="A new file, F.mrseb.")],
        by: Annotated[str, typer.Option(help="Whose sealed assessments go along; you, if left out.")] = "",
        only: Annotated[
            list[str] | None, typer.Option(metavar="ACTOR", help="Theirs in place of your own; may be repeated.")
        ] = None,
        with_originals: Annotated[
            bool, typer.Option("--with-originals", help="The portfolio and what was read of it go along too.")
        ] = False,
        without_quotes: Annotated[
            bool, typer.Option("--without-quotes", help="Words that were copied out of the portfolio stay here.")
        ] = False,
        hand_over: Annotated[
            bool, typer.Option("--hand-over", help="To your own other machine: unsealed work and private notes too.")
        ] = False,
        passphrase_file: PassphraseFile = None,
        plain: Annotated[bool, typer.Option("--plain", help="Do not encrypt the bundle.")] = False,
    ) -> None:
        """Write records into one file for another machine: sealed assessments, and what belongs to all."""
        passphrase = None if plain else _new_passphrase(passphrase_file)
        asked = Asked(
            references=tuple(applications),
            by=by or os.environ.get("USER") or "assessor",
            whose=tuple(only or ()),
            hand_over=hand_over,
            with_originals=with_originals,
            copied_words=not without_quotes,
        )
        with opening(workspace) as opened:
            _tell_exported(export_bundle(opened, asked, out, passphrase), asked, out, plain=plain)


def _add_import(bundle: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    @bundle.command("import")
    def import_(
        file: File, workspace: WorkspaceOption, passphrase_file: PassphraseFile = None, json: Json = False
    ) -> None:
        """Merge a bundle into a workspace. Nothing is overwritten, in any order, and twice does as once."""
        bundle_read = _opened(file, passphrase_file)
        with opening(workspace) as opened:
            imported = import_bundle(opened, bundle_read)
        if json:
            say_json(_imported_as_json(imported))
        else:
            say("\n".join(printable(line) for line in _imported_in_words(imported)))
        if any(refusal.grave for refusal in imported.merged.refusals):
            raise RecordsError("Not all of the bundle could be taken over; see what it said above.")


def _add_check(bundle: typer.Typer) -> None:
    @bundle.command("check")
    def check_(file: File, passphrase_file: PassphraseFile = None, json: Json = False) -> None:
        """Open a bundle without a workspace, check it whole, and print what it holds."""
        manifest = _opened(file, passphrase_file).manifest
        if json:
            say_json({"sound": True, **manifest_as_json(manifest)})
        else:
            say("\n".join(printable(line) for line in (*_manifest_in_words(manifest), "Sound.")))


def _opened(file: Path, passphrase_file: Path | None) -> Bundle:
    passphrase = None
    if is_encrypted(read_bundle(file)):
        passphrase = _given(passphrase_file) or _asked("Passphrase of the bundle", confirm=False)
    return open_bundle(file, passphrase)


def _new_passphrase(file: Path | None) -> str:
    return _given(file) or _asked("Passphrase for the bundle", confirm=True)


def _given(file: Path | None) -> str | None:
    """The first line of the file; None where none is named."""
    if file is None:
        return None
    try:
        passphrase = file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequestError(f"The passphrase file {file} cannot be read.") from error
    if not passphrase:
        raise BadRequestError(f"The passphrase file {file} has an empty first line.")
    return passphrase


def _asked(words: str, *, confirm: bool) -> str:
    if not sys.stdin.isatty():
        raise BadRequestError("A bundle is encrypted: give its passphrase with --passphrase-file, or at a terminal.")
    return str(typer.prompt(words, hide_input=True, confirmation_prompt=confirm, err=True))


def _tell_exported(exported: Exported, asked: Asked, out: Path, *, plain: bool) -> None:
    for line in _manifest_in_words(exported.manifest):
        tell(printable(line))
    there = {one.actor for one in exported.manifest.chains} | {one.actor for one in exported.stayed}
    for person in asked.whose or (asked.by,):
        if person not in there:
            tell(printable(f"{person} has recorded nothing on these applications; name who has with --by or --only."))
    for stayed in exported.stayed:
        tell(
            printable(
                f"The assessment of {stayed.application} by {stayed.actor} is not sealed and stays here "
                f"({stayed.events} records); seal it, or use --hand-over to take it to your own other machine."
            )
        )
    if not exported.files:
        tell("No file of the portfolio goes along: whoever imports it must have taken in the same files.")
    tell(f"Written to {out}{', NOT encrypted' if plain else ''}.")


def _manifest_in_words(manifest: Manifest) -> Iterator[str]:
    kind = f"handed over by {manifest.handed_over}" if manifest.handed_over else f"made by {manifest.made_by}"
    yield f"Bundle {kind} at {manifest.made_at[:19]} UTC, scheme {manifest.scheme} {manifest.scheme_version}."
    rows = [
        (chain.application or "(workspace)", chain.actor, f"{chain.events}", chain.head[:_SHORT], chain.last[:19])
        for chain in manifest.chains
    ]
    yield from table([("Application", "Person", "Records", "Head", "Last recorded (UTC)"), *rows]).splitlines()


def _imported_in_words(imported: Imported) -> Iterator[str]:
    merged = imported.merged
    rows = [
        (chain.application or "(workspace)", chain.actor, f"{chain.added}", f"{chain.known}", chain.head[:_SHORT])
        for chain in merged.chains
    ]
    yield from table([("Application", "Person", "New", "Known", "Head"), *rows]).splitlines()
    for reference, head in imported.heads.items():
        yield f"Head of {reference} now: {head[:_SHORT]}"
    yield from _notes(imported)
    for refusal in merged.refusals:
        where = " of ".join(filter(None, (refusal.actor, refusal.application or "the workspace")))
        yield f"{'NOT taken over' if refusal.grave else 'note'}, {where}: {refusal.found} {refusal.advice}"
    for conflict in merged.conflicts:
        yield f"conflict: {_conflict_in_words(conflict)}"
    letters = f", {counted(imported.letters, 'letter')}" if imported.letters else ""
    yield f"{merged.added} new records, {imported.files} new files{letters}."


def _notes(imported: Imported) -> Iterator[str]:
    if imported.manifest.scheme_version != imported.scheme_version_here:
        yield (
            f"note: the bundle was made under version {imported.manifest.scheme_version} of the scheme, this program "
            f"has {imported.scheme_version_here}; each record says under which it was made."
        )
    for reference in imported.merged.erased:
        yield f"note: the free texts of {reference} were purged where the bundle was made, and are erased here too."
    for application, actor in imported.merged.dated_ahead:
        yield f"note: records of {actor} of {application or 'the workspace'} are dated later than now; compare clocks."


def _conflict_in_words(conflict: Conflict) -> str:
    what = " ".join((conflict.kind.value.replace("_", " "), *filter(None, conflict.unit)))
    where = f" of {conflict.application}, attempt {conflict.attempt}" if conflict.application else ""
    return (
        f"{what}{where}: {conflict.other} ({conflict.other_at[:19]}) and {conflict.holds} "
        f"({conflict.holds_since[:19]}) recorded different things without knowing of each other; "
        f"that of {conflict.holds} holds, as it is the later."
    )


def _imported_as_json(imported: Imported) -> dict[str, Any]:
    merged = imported.merged
    return {
        "bundle": manifest_as_json(imported.manifest),
        "added": merged.added,
        "files": imported.files,
        "letters": imported.letters,
        "chains": [asdict(chain) for chain in merged.chains],
        "heads": imported.heads,
        "refused": [asdict(refusal) for refusal in merged.refusals],
        "conflicts": [asdict(conflict) for conflict in merged.conflicts],
        "notes": list(_notes(imported)),
    }
