"""Check an appeal pack: every file against its hash, every record against the chain, every letter against its issue.

Run it as ``python PACK.zip``: plain Python 3.9 or later and nothing else. Whoever changed the pack could have changed
this file too: compare the hash of the manifest, printed first, with the one that was told when the pack was made.
"""

import hashlib
import json
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

LINK = ("event", "application", "attempt", "kind", "actor", "recorded_at", "scheme_version", "previous")


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def canonical(value: Any) -> str:
    """The spelling that was hashed."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def faults(pack: zipfile.ZipFile) -> Iterator[str]:
    """Every fault of an opened pack, a sentence each."""
    manifest = json.loads(pack.read("manifest.json"))
    names = set(pack.namelist()) - {"manifest.json"}
    for name in sorted(names ^ set(manifest["files"])):
        yield name + (" was added to the pack." if name in names else " is missing from the pack.")
    for name in sorted(names & set(manifest["files"])):
        if digest(pack.read(name)) != manifest["files"][name]:
            yield name + " was changed."
    if "records.jsonl" in names:
        lines = pack.read("records.jsonl").decode("utf-8").splitlines()
        yield from _of_records([json.loads(line) for line in lines], manifest, pack, names)


def _of_records(records: list[Any], manifest: Any, pack: zipfile.ZipFile, names: set[str]) -> Iterator[str]:
    heads: dict[str, str] = {}
    for number, record in enumerate(records, 1):
        where = "Record " + str(number)
        link = {name: record[name] for name in LINK}
        link["payload_hash"] = digest(record["payload"].encode("utf-8"))
        if digest(canonical(link).encode("utf-8")) != record["hash"]:
            yield where + " does not match its hash."
        if record["previous"] != heads.get(record["actor"], ""):
            yield where + " does not follow the one before it in its chain."
        heads[record["actor"]] = record["hash"]
        yield from _of_texts(where, record)
        if record["kind"] == "issue":
            yield from _of_letter(where, json.loads(record["payload"]), pack, names)
    if heads != manifest["heads"] or digest(canonical(sorted(heads.items())).encode("utf-8")) != manifest["head"]:
        yield "The heads of the chains are not those of the manifest: records were cut off or added."


def _of_texts(where: str, record: Any) -> Iterator[str]:
    payload = json.loads(record["payload"])
    for field, (salt, text) in record["texts"].items():
        kept = payload.get(field)
        if not isinstance(kept, dict) or kept.get("text_hash") != digest((salt + text).encode("utf-8")):
            yield where + ": the text of " + field + " does not match its hash."


def _of_letter(where: str, payload: Any, pack: zipfile.ZipFile, names: set[str]) -> Iterator[str]:
    for entry in payload["digests"]:
        file, _, expected = entry.partition("=")
        name = "letters/" + payload["letter"] + "/" + file
        if name in names and digest(pack.read(name)) != expected:
            yield where + ": " + name + " is not the letter that was issued."


def main(path: str) -> int:
    """Say what is found; 0 when the pack is whole, else 1."""
    with zipfile.ZipFile(path) as pack:
        sys.stdout.write("Manifest: " + digest(pack.read("manifest.json")) + "\n")
        found = list(faults(pack))
    for fault in found:
        sys.stdout.write(fault + "\n")
    sys.stdout.write("The pack is NOT whole.\n" if found else "The pack is whole.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else sys.argv[0]))
